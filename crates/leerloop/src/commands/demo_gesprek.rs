//! Conversations of the demo: one that is finished and one that is being written with the family one can sign in as, and short
//! ones with others, so that there is something to see of what writing down costs.

use anyhow::{Result, bail};
use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};
use register::Register;
use register::beeld::{Bewaard, Blad, Gedaan, GezinnenFilter, Opslaan};
use stelsel::goed_gesprek::{
    Antwoord, Antwoordregel, Belasting, Drager, GoedGesprek, Inhoud, Lezers, Route, Score, Stem,
};
use stelsel::persoon::GezinsRol;
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Persoon, VasteKlok};

/// Families besides that of the demo with whom somebody spoke.
const ANDEREN: usize = 24;

/// Who writes, and when.
pub(super) struct Schrijver<'a> {
    pub(super) register: &'a Register,
    pub(super) klok: &'a VasteKlok,
    pub(super) team: &'a Identiteit,
    pub(super) today: Date,
    /// Keys of forms are counted, so that the same recipe gives the same demo.
    pub(super) geteld: u32,
}

impl Schrijver<'_> {
    /// The conversations with the family of the demo, and short ones with others of the neighbourhood.
    pub(super) fn all(&mut self, gezin: Id<Gezin>) -> Result<()> {
        let members = self.register.members_of(gezin)?;
        self.write(gezin, finished(&members, self.today), true)?;
        self.others(gezin)?;
        self.write(gezin, draft(&members, self.today), false)
    }

    fn key(&mut self) -> String {
        self.geteld += 1;
        format!("c{:031x}", self.geteld)
    }

    /// Writes a page down as people do: in two goes.
    fn write(&mut self, gezin: Id<Gezin>, blad: Blad, finish: bool) -> Result<()> {
        let key = self.key();
        let begun = self.register.begin_conversation(self.team, gezin, &key)?;
        let Gedaan::Opgeslagen(id, versie) = begun else { bail!("a conversation of the demo was not begun") };
        let first = Blad {
            dag: blad.dag,
            inhoud: Inhoud { gewoon_goed: blad.inhoud.gewoon_goed.clone(), ..Inhoud::default() },
            stemmen: Vec::new(),
        };
        let beurt = self.key();
        for (nr, blad) in [(1, first), (2, blad)] {
            self.klok.advance(SignedDuration::from_secs(160));
            let page = Opslaan { versie, beurt: beurt.clone(), beurt_nr: nr, blad };
            self.save(gezin, id, page, finish && nr == 2)?;
        }
        Ok(())
    }

    fn save(&mut self, gezin: Id<Gezin>, id: Id<GoedGesprek>, page: Opslaan, finish: bool) -> Result<()> {
        let key = self.key();
        let came = if finish {
            self.register.finish_conversation(self.team, gezin, id, page, &key)?
        } else {
            self.register.save_conversation(self.team, gezin, id, page)?
        };
        if !matches!(came, Bewaard::Opgeslagen { .. }) {
            bail!("a conversation of the demo was not saved");
        }
        Ok(())
    }

    fn others(&mut self, not: Id<Gezin>) -> Result<()> {
        let read = |lezing: &mut register::Lezing<'_>| lezing.gezinnen(&GezinnenFilter::default());
        let list = self.register.look(self.team, Onderdeel::Gezinnen, "", read)?;
        let families = list.rijen.iter().map(|row| row.id).filter(|id| *id != not).take(ANDEREN);
        for (nr, gezin) in families.enumerate() {
            let blad = Blad { dag: self.today, inhoud: short(nr), stemmen: Vec::new() };
            self.write(gezin, blad, true)?;
        }
        Ok(())
    }
}

fn answer(antwoord: Antwoord, woorden: &str, wie: &str, wanneer: &str) -> Antwoordregel {
    Antwoordregel { antwoord, woorden: woorden.into(), wie: wie.into(), wanneer: wanneer.into() }
}

fn score(domein: &str, gezin: u8, professional: u8) -> Score {
    Score { domein: domein.into(), naam: String::new(), gezin: Some(gezin), professional: Some(professional) }
}

fn voice(of: &Persoon, woorden: &str, lezers: Lezers, eigen: &str) -> Stem {
    Stem { persoon: of.id, sprak: true, woorden: woorden.into(), lezers: Some(lezers), eigen: eigen.into() }
}

/// Two weeks ago, at home, with everyone.
fn finished(members: &[Persoon], today: Date) -> Blad {
    let stemmen = members.iter().filter_map(|member| {
        Some(match (member.rol, member.naam.given().as_str()) {
            (GezinsRol::Jeugdige, "Noor") => voice(
                member,
                "Thuis is het altijd druk. Ik wil gewoon een keer op mijn kamer kunnen zitten zonder dat er iemand schreeuwt.",
                Lezers::Ouders,
                "Noor slaapt slecht en gaat daarom soms pas om tien uur naar school. Ze wil dat wij dit eerst zelf met haar bespreken.",
            ),
            (GezinsRol::Jeugdige, "Lotte") => voice(
                member,
                "Ik word straks achttien. Wie belt er dan met de huisarts, mama of ik?",
                Lezers::Gezin,
                "",
            ),
            (GezinsRol::Jeugdige, _) => {
                voice(member, "Ik wil weer op voetbal op woensdag.", Lezers::Gezin, "")
            }
            (_, "Sjoerd") => voice(
                member,
                "Sinds ik minder werk, durf ik de post niet meer open te maken.",
                Lezers::Professional,
                "",
            ),
            (GezinsRol::Ouder, _) => voice(
                member,
                "Ik ben trots op de kinderen. Maar ’s avonds ben ik op, en dan word ik boos om niks.",
                Lezers::Gezin,
                "",
            ),
            _ => return None,
        })
    });
    let inhoud = Inhoud {
        minuten: Some(75),
        sprak_ook: "oma Ria".into(),
        gewoon_nu: "Iedereen eet op een ander moment. ’s Avonds is er vaak ruzie over kleine dingen.".into(),
        gewoon_goed: "Dat we ’s avonds weer samen eten zonder ruzie, en dat Tom op woensdag naar voetbal kan.".into(),
        sterk: "Ze lachen veel samen. Oma past op woensdag op, en dat gaat altijd goed.".into(),
        domeinen: vec![
            score("thuis", 2, 3),
            score("school", 4, 2),
            score("gevoel", 3, 3),
            score("geld", 2, 1),
            score("wonen", 1, 1),
        ],
        verschil: "Over school zien we het anders. Marieke vindt dat het goed gaat, wij hoorden van juf Els dat Noor vaak te laat is. Noor vertelt volgende keer zelf hoe het zit.".into(),
        oorzaken: vec!["geld".into(), "wonen".into()],
        oorzaak_anders: String::new(),
        van_wie: vec![Drager::Omgeving, Drager::Samen],
        belasting: Some(Belasting::Max),
        route: Some(Route::Herstel),
        groepen: vec!["kwetsbaar-gezin".into(), "alledaags".into()],
        antwoorden: vec![
            answer(Antwoord::Begeleiden, "Samen de post openen en een lijst maken.", "Samira en Sjoerd", "elke dinsdag"),
            answer(Antwoord::Bijschakelen, "Schuldhulp vraagt een pauze van de invordering.", "Samira", "deze week"),
            answer(Antwoord::Waakvlam, "Even bellen, ook als het goed gaat.", "Samira", "elke zes weken"),
        ],
        dilemma: "Wanneer is rust beter dan nog een gesprek erbij?".into(),
    };
    Blad { dag: today.saturating_sub(14.days()), inhoud, stemmen: stemmen.collect() }
}

/// Today, not finished: the telephone rang.
fn draft(members: &[Persoon], today: Date) -> Blad {
    let noor = members.iter().find(|member| member.naam.given() == "Noor");
    let inhoud = Inhoud {
        gewoon_goed: "Dat Noor weer op tijd naar school kan, omdat ze geslapen heeft.".into(),
        belasting: Some(Belasting::Veel),
        ..Inhoud::default()
    };
    let stemmen = noor.map(|noor| Stem {
        lezers: None,
        ..voice(noor, "Ik vertel het wel, maar niet aan iedereen.", Lezers::Professional, "")
    });
    Blad { dag: today, inhoud, stemmen: stemmen.into_iter().collect() }
}

/// A short conversation: few words, one answer.
fn short(nr: usize) -> Inhoud {
    let words = [
        "Dat we in het weekend weer naar buiten gaan.",
        "Dat het ochtends rustig de deur uit gaat.",
        "Dat we weten bij wie we moeten zijn.",
        "Dat ze weer met vriendjes speelt.",
    ];
    let answers = [Antwoord::Geruststellen, Antwoord::Begeleiden, Antwoord::Bijschakelen, Antwoord::Present];
    let pick = |n: usize| words.get(n % words.len()).copied().unwrap_or_default().to_owned();
    Inhoud {
        minuten: Some(if nr.is_multiple_of(2) { 45 } else { 60 }),
        gewoon_goed: pick(nr),
        sterk: if nr.is_multiple_of(3) { "Ze helpen elkaar.".into() } else { String::new() },
        domeinen: if nr.is_multiple_of(2) { vec![score("thuis", 3, 3)] } else { Vec::new() },
        antwoorden: answers.get(nr % answers.len()).map(|one| answer(*one, "", "", "")).into_iter().collect(),
        ..Inhoud::default()
    }
}
