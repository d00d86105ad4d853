//! What the family of the demo, the huisarts and the team wrote to each other: through the same deeds as anybody's.

use anyhow::Result;
use jiff::SignedDuration;
use jiff::civil::Date;
use register::beeld::{
    Afspraak, AfspraakInhoud, Draad, Gedaan, MetWie, NieuweDeling, NieuweVerwijzing, PostSoort,
    VerwijzingAntwoord, VerwijzingInhoud,
};
use register::{NieuwBericht, Register, VerwijzingDaad};
use stelsel::deling::Wat;
use stelsel::persoon::GezinsRol;
use stelsel::verwijzing::{VerwijzerSoort, Verwijzing};
use stelsel::{Gezin, Id, Identiteit, Persoon, Rol, VasteKlok};

use super::demo::morning;

/// Writes it all down, in the last week of the demo.
struct Schrijver<'a> {
    register: &'a Register,
    klok: &'a VasteKlok,
    today: Date,
    gezin: Id<Gezin>,
    /// Forms that were sent: each has a key of its own, the same whenever the demo is made.
    forms: u32,
}

impl Schrijver<'_> {
    fn key(&mut self) -> String {
        self.forms += 1;
        format!("d{:031x}", self.forms)
    }

    /// Goes to an hour of a day before today.
    fn at(&self, days: i64, hours: i64) {
        let day = self.today.saturating_sub(jiff::Span::new().days(days));
        let then = morning(day).saturating_add(SignedDuration::from_hours(hours - 6));
        self.klok.set(then.unwrap_or_else(|_| morning(day)));
    }

    fn write(&mut self, who: &Identiteit, draad: Draad, soort: PostSoort, tekst: &str) -> Result<()> {
        let key = self.key();
        let new = NieuwBericht { draad, soort, tekst: tekst.to_owned() };
        self.register.write_post(who, self.gezin, &new, &key)?;
        Ok(())
    }

    fn say(&mut self, who: &Identiteit, tekst: &str) -> Result<()> {
        self.write(who, Draad::Gezin, PostSoort::Bericht, tekst)
    }
}

/// The people of the demo who have a part in it.
struct Mensen<'a> {
    team: &'a Identiteit,
    huisarts: &'a Identiteit,
    school: &'a Identiteit,
    moeder: &'a Identiteit,
    vader: &'a Identiteit,
    dochter: &'a Identiteit,
}

impl<'a> Mensen<'a> {
    /// Nothing when the region of the demo is too small to have them all.
    fn of(people: &'a [Identiteit], members: &[Persoon]) -> Option<Self> {
        let role = |rol| people.iter().find(|who| who.rol == rol);
        let member = |given: &str, rol: GezinsRol| {
            let person = members.iter().find(|p| p.naam.given() == given && p.rol == rol)?;
            people.iter().find(|who| who.persoon == Some(person.id))
        };
        Some(Self {
            team: role(Rol::Wijkteam)?,
            huisarts: role(Rol::Verwijzer)?,
            school: role(Rol::School)?,
            moeder: member("Marieke", GezinsRol::Ouder)?,
            vader: member("Sjoerd", GezinsRol::Ouder)?,
            dochter: member("Noor", GezinsRol::Jeugdige)?,
        })
    }
}

/// Messages, a consent to the school, someone of the network, a referral that was answered, and an agreement with a practice.
pub(super) fn write(
    register: &Register,
    klok: &VasteKlok,
    people: &[Identiteit],
    gezin: Id<Gezin>,
    today: Date,
) -> Result<()> {
    let members = register.members_of(gezin)?;
    let mut s = Schrijver { register, klok, today, gezin, forms: 0 };
    agreement(&mut s, people)?;
    let Some(m) = Mensen::of(people, &members) else { return Ok(()) };
    let Some(daughter) = members.iter().find(|p| Some(p.id) == m.dochter.persoon) else { return Ok(()) };
    refer(&mut s, &m, daughter)?;
    share(&mut s, &m, daughter.id)?;
    messages(&mut s, &m, daughter.id)?;
    klok.set(morning(today));
    Ok(())
}

fn agreement(s: &mut Schrijver<'_>, people: &[Identiteit]) -> Result<()> {
    let Some(policy) = people.iter().find(|who| who.rol == Rol::Beleid) else { return Ok(()) };
    let dag = s.today.saturating_sub(jiff::Span::new().days(120));
    let new = Afspraak {
        soort: VerwijzerSoort::Huisarts,
        met: "Huisartsenpraktijk Hoge Vucht".to_owned(),
        inhoud: AfspraakInhoud {
            waarover: "Bij twijfel belt de praktijkondersteuner eerst het wijkteam. Het wijkteam laat binnen een week weten wie het oppakt."
                .to_owned(),
            ervaring: String::new(),
        },
        dag,
        evaluatie: Some(s.today.saturating_add(jiff::Span::new().days(60))),
        einde: None,
    };
    let key = s.key();
    s.register.put_agreement(policy, None, &new, &key)?;
    Ok(())
}

fn refer(s: &mut Schrijver<'_>, m: &Mensen<'_>, child: &Persoon) -> Result<()> {
    s.at(9, 11);
    let new = NieuweVerwijzing {
        soort: VerwijzerSoort::Huisarts,
        kind: child.naam.given(),
        achternaam: child.naam.family(),
        geboren: child.geboren,
        bsn: child.bsn,
        postcode: None,
        inhoud: VerwijzingInhoud {
            vraag: "“Ik lig de halve nacht wakker en ’s ochtends lukt school niet.” (Noor) Moeder vraagt of iemand kan meedenken."
                .to_owned(),
            geprobeerd: "Twee gesprekken met de praktijkondersteuner. Slaapadvies hielp even.".to_owned(),
            spoed: "Graag deze of volgende week een gesprek.".to_owned(),
            toestemming: "Noor en haar moeder zaten erbij en vinden het goed.".to_owned(),
            bereikbaar: "Op werkdagen, via de praktijk.".to_owned(),
        },
    };
    let key = s.key();
    let Gedaan::Opgeslagen(id, _) = s.register.refer(m.huisarts, &new, &key)? else { return Ok(()) };
    s.at(8, 9);
    step(s, m.team, (id, 1), &VerwijzingDaad::Oppakken)?;
    s.at(5, 16);
    let said = VerwijzingAntwoord {
        tekst: "Noor en haar ouders hebben met ons gepraat. We kijken samen naar school en naar rust thuis."
            .to_owned(),
        akkoord: "Noor en Marieke".to_owned(),
    };
    step(s, m.team, (id, 2), &VerwijzingDaad::Antwoord(said))
}

fn step(
    s: &mut Schrijver<'_>,
    who: &Identiteit,
    known: (Id<Verwijzing>, i64),
    deed: &VerwijzingDaad,
) -> Result<()> {
    let key = s.key();
    s.register.handle_referral(who, known, deed, &key)?;
    Ok(())
}

fn share(s: &mut Schrijver<'_>, m: &Mensen<'_>, daughter: Id<Persoon>) -> Result<()> {
    s.at(4, 19);
    let new = NieuweDeling {
        persoon: Some(daughter),
        met: MetWie::Account(m.school.account.clone()),
        wat: Wat::ALL.to_vec(),
        doel: "Dat de mentor weet waarom Noor soms later komt".to_owned(),
        tot: Some(s.today.saturating_add(jiff::Span::new().days(180))),
        ja_van: Vec::new(),
    };
    let key = s.key();
    if let Gedaan::Opgeslagen(id, _) = s.register.share_with(m.moeder, s.gezin, &new, &key)? {
        s.at(4, 20);
        let key = s.key();
        s.register.answer_share(m.dochter, s.gezin, id, (true, None), &key)?;
    }
    s.at(3, 20);
    let guest = NieuweDeling {
        persoon: None,
        met: MetWie::Netwerk("Ria (oma)".to_owned()),
        wat: vec![Wat::Plan],
        doel: "Dat oma weet wat we hebben afgesproken, en kan helpen".to_owned(),
        tot: None,
        ja_van: Vec::new(),
    };
    let key = s.key();
    s.register.share_with(m.moeder, s.gezin, &guest, &key)?;
    Ok(())
}

fn messages(s: &mut Schrijver<'_>, m: &Mensen<'_>, daughter: Id<Persoon>) -> Result<()> {
    s.at(4, 9);
    s.say(m.moeder, "Dag Samira, Tom heeft het steeds over woensdag. Fijn dat het met voetbal gelukt is.\nWeet jij al wanneer de hulp thuis begint?")?;
    s.at(3, 14);
    s.say(m.team, "Wat mooi van Tom! De aanbieder heeft nog geen dag genoemd. Ik bel ze donderdag en laat het jullie dan weten.")?;
    s.at(2, 20);
    s.write(
        m.vader,
        Draad::Gezin,
        PostSoort::Aanvulling,
        "Mijn zus wil op vrijdag koken. Dat scheelt een avond.",
    )?;
    s.at(1, 8);
    s.say(m.vader, "Ik kan donderdag niet bij de telefoon. Kun je Marieke bellen?")?;
    s.at(1, 17);
    let own =
        "Ik wil liever niet dat iedereen op school het weet. Kunnen wij daar een keer samen over praten?";
    s.write(m.dochter, Draad::Eigen(daughter), PostSoort::Bericht, own)
}
