//! What is typed in the forms of a plan, read into a change of it.

use jiff::civil::Date;
use stelsel::plan::{
    Bron, Daad, Doel, Doelstand, Einde, Evaluatie, Inhoud, Plek, Regel, Soort, Stagnatie, Stap, Uitkomst,
    Wachten, Wijziging, Woorden,
};
use stelsel::{Id, Persoon};

use crate::bezoek::Paren;
use crate::fout::Fout;

/// Why a form is no change.
pub(crate) enum Mis {
    /// Something is wrong with fields: the field and the key of the words.
    Velden(Vec<(&'static str, &'static str)>),
    /// Not a form of ours.
    Onzin,
}

impl From<Mis> for Fout {
    fn from(_: Mis) -> Self {
        Self::Verzoek
    }
}

/// Reads fields and notes what is wrong.
struct Lezer<'a> {
    form: &'a Paren,
    fouten: Vec<(&'static str, &'static str)>,
}

impl Lezer<'_> {
    fn woorden(&mut self, naam: &'static str) -> Woorden {
        Woorden::new(self.form.raw(naam).unwrap_or_default()).unwrap_or_else(|_| {
            self.fouten.push((naam, "plan-fout-lang"));
            Woorden::default()
        })
    }

    fn nodig(&mut self, naam: &'static str) -> Woorden {
        let woorden = self.woorden(naam);
        if woorden.is_empty() && !self.fouten.iter().any(|(field, _)| *field == naam) {
            self.fouten.push((naam, "plan-fout-leeg"));
        }
        woorden
    }

    fn dag(&mut self, naam: &'static str) -> Option<Date> {
        let day = self.form.get(naam).map(str::parse::<Date>);
        match day {
            Some(Ok(day)) if (1900..2200).contains(&day.year()) => Some(day),
            Some(_) => {
                self.fouten.push((naam, "plan-fout-dag"));
                None
            }
            None => None,
        }
    }

    fn voor(&self) -> Result<Option<Id<Persoon>>, Mis> {
        self.form.get("voor").map(Id::parse).transpose().map_err(|_| Mis::Onzin)
    }

    fn nummers(&self, naam: &str) -> Result<Vec<u32>, Mis> {
        let chosen = self.form.0.iter().filter(|(name, value)| name == naam && !value.is_empty());
        chosen.map(|(_, value)| value.parse().map_err(|_| Mis::Onzin)).collect()
    }
}

/// The change that a form asks for.
pub(crate) fn wijziging(form: &Paren) -> Result<Wijziging, Mis> {
    let soort = form.get("doe").and_then(Soort::from_key).ok_or(Mis::Onzin)?;
    let number = |naam: &str| form.get(naam).map(str::parse::<u32>).transpose().map_err(|_| Mis::Onzin);
    let (nr, gelezen) = (number("nr")?, number("versie")?.unwrap_or_default());
    if form.get("weg").is_some() {
        return Ok(Wijziging { nr, gelezen, daad: Daad::Verwijder(soort) });
    }
    let mut lezer = Lezer { form, fouten: Vec::new() };
    let inhoud = inhoud(&mut lezer, soort)?;
    if lezer.fouten.is_empty() {
        Ok(Wijziging { nr, gelezen, daad: Daad::Schrijf(inhoud) })
    } else {
        Err(Mis::Velden(lezer.fouten))
    }
}

fn inhoud(lezer: &mut Lezer<'_>, soort: Soort) -> Result<Inhoud, Mis> {
    Ok(match soort {
        Soort::Gewoon => Inhoud::Gewoon(lezer.woorden("tekst")),
        Soort::Slot => Inhoud::Slot(lezer.woorden("tekst")),
        Soort::Doel => Inhoud::Doel(Doel {
            tekst: lezer.nodig("tekst"),
            voor: lezer.voor()?,
            stand: keus(lezer.form, "stand", Doelstand::from_key)?.unwrap_or(Doelstand::Loopt),
        }),
        Soort::Regel => Inhoud::Regel(regel(lezer)?),
        Soort::Stap => Inhoud::Stap(Stap {
            tekst: lezer.nodig("tekst"),
            wie: lezer.woorden("wie"),
            voor: lezer.voor()?,
            wanneer: lezer.dag("wanneer"),
            klaar: lezer.dag("klaar"),
            doel: lezer.nummers("doel")?.first().copied(),
        }),
        Soort::Evaluatie => Inhoud::Evaluatie(evaluatie(lezer)),
    })
}

fn keus<T>(form: &Paren, naam: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Mis> {
    form.get(naam).map(|word| read(word).ok_or(Mis::Onzin)).transpose()
}

fn regel(lezer: &mut Lezer<'_>) -> Result<Regel, Mis> {
    let form = lezer.form;
    let (van, tot) = (lezer.dag("van"), lezer.dag("tot"));
    let einde = match (form.get("waakvlam"), tot) {
        (Some(_), _) => Einde::Waakvlam,
        (None, Some(last)) => Einde::Tot(last),
        (None, None) => Einde::Open,
    };
    if let (Some(first), Einde::Tot(last)) = (van, einde)
        && last < first
    {
        lezer.fouten.push(("tot", "plan-fout-tot"));
    }
    let sinds = lezer.dag("wacht-sinds");
    let waarop = lezer.woorden("wacht-op");
    let wacht = match sinds {
        Some(sinds) => {
            let reden = keus(form, "wacht-reden", Stagnatie::from_key)?.unwrap_or(Stagnatie::Anders);
            Some(Wachten { sinds, waarop, reden })
        }
        None if waarop.is_empty() => None,
        None => {
            lezer.fouten.push(("wacht-sinds", "plan-fout-sinds"));
            None
        }
    };
    Ok(Regel {
        wat: lezer.nodig("wat"),
        wie: lezer.woorden("wie"),
        voor: lezer.voor()?,
        bron: keus(form, "bron", Bron::from_key)?.unwrap_or(Bron::EigenNetwerk),
        bron_naam: lezer.woorden("bron-naam"),
        waar: keus(form, "waar", Plek::from_key)?,
        van,
        einde,
        doelen: lezer.nummers("doelen")?,
        wacht,
    })
}

fn evaluatie(lezer: &mut Lezer<'_>) -> Evaluatie {
    let dag = lezer.dag("dag");
    if dag.is_none() && !lezer.fouten.iter().any(|(field, _)| *field == "dag") {
        lezer.fouten.push(("dag", "plan-fout-leeg"));
    }
    let woorden = lezer.woorden("uitkomst");
    let mut per_doel = Vec::new();
    for (name, value) in &lezer.form.0 {
        let Some(nr) = name.strip_prefix("doel-").and_then(|nr| nr.parse().ok()) else { continue };
        match Woorden::new(value) {
            Ok(said) if !said.is_empty() => per_doel.push((nr, said)),
            Ok(_) => {}
            Err(_) => lezer.fouten.push(("uitkomst", "plan-fout-lang")),
        }
    }
    let uitkomst = (!woorden.is_empty() || !per_doel.is_empty()).then_some(Uitkomst { woorden, per_doel });
    Evaluatie { dag: dag.unwrap_or_default(), wie: lezer.woorden("wie"), uitkomst }
}
