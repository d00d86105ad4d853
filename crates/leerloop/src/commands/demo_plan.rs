//! The plan of the family of the demo: through the same deeds as anybody's.

use anyhow::{Result, anyhow};
use jiff::ToSpan;
use jiff::civil::Date;
use register::beeld::{Gedaan, NieuweExpertvraag, Regiedaad};
use register::{Opname, Opnameregel, Register};
use stelsel::plan::{
    Bron, Daad, Doel, Doelstand, Einde, Evaluatie, Inhoud, Plek, Regel, Soort, Stagnatie, Stap, Uitkomst,
    Wachten, Wijziging, Woorden,
};
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Persoon, Rol};

/// Writes down the plan of a family, on the last day of the demo.
struct Schrijver<'a> {
    register: &'a Register,
    who: &'a Identiteit,
    gezin: Id<Gezin>,
    /// Forms that were sent: each has a key of its own, the same whenever the demo is made.
    forms: u32,
}

fn words(text: &str) -> Result<Woorden> {
    Ok(Woorden::new(text)?)
}

impl Schrijver<'_> {
    fn key(&mut self) -> String {
        self.forms += 1;
        format!("e{:031x}", self.forms)
    }

    fn write(&mut self, inhoud: Inhoud) -> Result<()> {
        self.change(Wijziging { nr: None, gelezen: 0, daad: Daad::Schrijf(inhoud) })
    }

    fn change(&mut self, change: Wijziging) -> Result<()> {
        let key = self.key();
        match self.register.change_plan(self.who, self.gezin, change, &key)? {
            Gedaan::Opgeslagen(..) => Ok(()),
            Gedaan::Nieuwer(_) => Err(anyhow!("the plan of the demo was written by somebody else")),
        }
    }

    fn goal(&mut self, tekst: &str, voor: Option<Id<Persoon>>) -> Result<()> {
        self.write(Inhoud::Doel(Doel { tekst: words(tekst)?, voor, stand: Doelstand::Loopt }))
    }

    fn step(&mut self, tekst: &str, wie: &str, wanneer: Date, klaar: Option<Date>) -> Result<()> {
        let (tekst, wie) = (words(tekst)?, words(wie)?);
        self.write(Inhoud::Stap(Stap {
            tekst,
            wie,
            voor: None,
            wanneer: Some(wanneer),
            klaar,
            doel: Some(1),
        }))
    }
}

/// A line of ordinary life or of a law.
fn line(wat: &str, wie: &str, bron: Bron, einde: Einde) -> Result<Regel> {
    Ok(Regel {
        wat: words(wat)?,
        wie: words(wie)?,
        voor: None,
        bron,
        bron_naam: Woorden::default(),
        waar: None,
        van: None,
        einde,
        doelen: vec![1],
        wacht: None,
    })
}

/// The plan of the family, who coordinates, and a question to the expertteam. `team` writes; `children` are those of the family, the youngest first,
/// youngest first. A demo that was cut off and goes on has it already.
#[expect(clippy::too_many_lines, reason = "one plan, from beginning to end")]
pub(super) fn write(
    register: &Register,
    team: &Identiteit,
    (gezin, children): (Id<Gezin>, &[Id<Persoon>]),
    today: Date,
) -> Result<()> {
    let read = |lezing: &mut register::Lezing<'_>| lezing.plan(gezin);
    let known = register.look(team, Onderdeel::Plan, &gezin.to_string(), read)?;
    if known.versie.is_some() {
        return Ok(());
    }
    let (youngest, oldest) = (children.first().copied(), children.get(1).copied());
    let ago = |days: i64| today.saturating_sub(days.days());
    let ahead = |days: i64| today.saturating_add(days.days());
    let mut s = Schrijver { register, who: team, gezin, forms: 0 };
    s.write(Inhoud::Gewoon(words(
        "“Dat we ’s avonds weer samen eten zonder ruzie, en dat Tom op woensdag naar voetbal kan.” (Marieke en Tom)",
    )?))?;
    s.goal("Aan tafel zonder ruzie, de meeste avonden.", None)?;
    s.goal("Ik wil zelf naar voetbal op woensdag.", youngest)?;
    s.goal("Dat ze me op school ook eens vragen wat ik vind.", oldest)?;
    let outdoors = Regel {
        waar: Some(Plek::Wijk),
        voor: youngest,
        van: Some(ago(40)),
        doelen: vec![1, 2],
        ..line(
            "Woensdag mee-eten en samen naar voetbal",
            "familie Aydin",
            Bron::EigenNetwerk,
            Einde::Waakvlam,
        )?
    };
    s.write(Inhoud::Regel(outdoors))?;
    let home = Regel {
        waar: Some(Plek::Wijk),
        van: Some(ago(30)),
        ..line(
            "Grotere woning: samen met de corporatie kijken wat kan",
            "Samira en Marieke",
            Bron::Wmo,
            Einde::Open,
        )?
    };
    s.write(Inhoud::Regel(home))?;
    let debts = Regel {
        van: Some(ago(25)),
        ..line(
            "Betalingsregeling, en een pauze in de invordering",
            "schuldhulp en Sjoerd",
            Bron::Participatiewet,
            Einde::Tot(ahead(150)),
        )?
    };
    s.write(Inhoud::Regel(debts))?;
    let wacht = Wachten {
        sinds: ago(23),
        waarop: words("wie betaalt de begeleiding op school?")?,
        reden: Stagnatie::Bekostiging,
    };
    let school = Regel {
        waar: Some(Plek::School),
        voor: oldest,
        doelen: vec![3],
        wacht: Some(wacht),
        ..line(
            "Een vast gezicht op school, twee keer per week",
            "mentor van Noor",
            Bron::Onderwijs,
            Einde::Open,
        )?
    };
    s.write(Inhoud::Regel(school))?;
    // The help at home is in the messages already: it is taken up, and its state comes along.
    let waiting = known.toewijzingen.iter().find(|t| Some(t.beeld.persoon) == youngest);
    if let Some(t) = waiting {
        let opname = Opname {
            toewijzing: (t.beeld.toewijzing.gemeente, t.beeld.toewijzing.nummer),
            regel: Opnameregel::Nieuw {
                wat: words("Ouderbegeleiding thuis")?,
                wie: words(t.beeld.aanbieder.as_deref().unwrap_or("de aanbieder"))?,
            },
        };
        let key = s.key();
        register.take_up(team, gezin, opname, &key)?;
    }
    s.step("Bellen met de corporatie over urgentie", "Samira", ago(12), Some(ago(13)))?;
    s.step("Inkomen op een rij zetten voor de betalingsregeling", "Marieke", ago(3), None)?;
    s.step("Kennismaken met de mentor van Noor", "Sjoerd en Noor", ahead(9), None)?;
    let came = Uitkomst {
        woorden: words("Het is rustiger aan tafel. Het wachten op hulp thuis is moeilijk.")?,
        per_doel: vec![
            (1, words("Drie avonden per week lukt het.")?),
            (2, words("Tom gaat elke woensdag mee met Emir.")?),
        ],
    };
    let looked = Evaluatie { dag: ago(7), wie: words("iedereen thuis, met Samira")?, uitkomst: Some(came) };
    s.write(Inhoud::Evaluatie(looked))?;
    let next = Evaluatie { dag: ahead(60), wie: words("iedereen thuis, met Samira")?, uitkomst: None };
    s.write(Inhoud::Evaluatie(next))?;
    s.write(Inhoud::Slot(words("Op woensdag gaat het vanzelf: mee-eten en voetbal.")?))?;
    // A goal that was said better after a while: both versions can be read.
    let better = Doel {
        tekst: words("Aan tafel zonder ruzie. En als het wel misgaat, praten we erover.")?,
        voor: None,
        stand: Doelstand::Loopt,
    };
    let again = register.look(team, Onderdeel::Plan, &gezin.to_string(), |l| l.plan(gezin))?;
    let gelezen = again.plan.versie_van(Soort::Doel, 1);
    s.change(Wijziging { nr: Some(1), gelezen, daad: Daad::Schrijf(Inhoud::Doel(better)) })?;
    coordinate(&mut s, &again, today)?;
    let asked = NieuweExpertvraag {
        vraag: words("Wie betaalt de begeleiding op school: het samenwerkingsverband of de gemeente?")?,
        partijen: words(
            "School en gemeente willen allebei helpen, en wijzen naar elkaar. Noor wil vooral weten wanneer het begint.",
        )?,
        reden: Stagnatie::Bekostiging,
        persoon: oldest,
        leden: again.experts.iter().take(1).map(|(account, _)| account.clone()).collect(),
    };
    if !asked.leden.is_empty() {
        let key = s.key();
        register.ask_experts(team, gezin, asked, &key)?;
    }
    Ok(())
}

/// Samira coordinates; what she said to the family stands with it.
fn coordinate(s: &mut Schrijver<'_>, beeld: &register::beeld::PlanBeeld, today: Date) -> Result<()> {
    let over = Regiedaad::Overdracht {
        naar: s.who.account.clone(),
        vanaf: None,
        woord:
            "Ik ken jullie al een tijdje. Vanaf nu ben ik jullie vaste aanspreekpunt: bel of schrijf gerust."
                .to_owned(),
        gelezen: beeld.regie.gelezen(),
    };
    let key = s.key();
    s.register.hand_over(s.who, s.gezin, over, &key)?;
    // Who coordinated before stands in for a while.
    let before = beeld.regie.keus.iter().find(|(_, _, rol)| *rol == Rol::Regisseur);
    if let Some((account, ..)) = before {
        let cover = Regiedaad::Vervanging {
            wie: account.clone(),
            tot: today.saturating_add(60.days()),
            woord: String::new(),
        };
        let key = s.key();
        s.register.hand_over(s.who, s.gezin, cover, &key)?;
    }
    Ok(())
}
