//! How a letter begins: the words for its kind, with what is known filled in. Who makes it changes them first.

use jiff::civil::Date;
use register::beeld::{BrievenBeeld, ToewijzingBeeld};
use stelsel::brief::{Briefsoort, last_day_to_object};
use stelsel::persoon::{GezinsRol, age_on};
use stelsel::{Gemeentecode, Id, Persoon, Rol};

use crate::kader::Kader;
use crate::pages::gezin::{doel, is_actueel};
use crate::taal::Taal;
use crate::woorden;

/// Which letter somebody wants to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Keus {
    pub(crate) soort: Briefsoort,
    pub(crate) taal: Taal,
    /// The allocation that it is about.
    pub(crate) toewijzing: Option<(Gemeentecode, i64)>,
    /// The child that it is about.
    pub(crate) persoon: Option<Id<Persoon>>,
}

/// A letter to begin with.
pub(crate) struct Ontwerp {
    pub(crate) persoon: Option<Id<Persoon>>,
    /// The member that it is meant for, when it is meant for one.
    pub(crate) aan: Option<Id<Persoon>>,
    pub(crate) adres: String,
    pub(crate) onderwerp: String,
    pub(crate) tekst: String,
}

/// The allocation of a choice.
fn toewijzing(beeld: &BrievenBeeld, key: Option<(Gemeentecode, i64)>) -> Option<&ToewijzingBeeld> {
    let key = key?;
    beeld.beeld.toewijzingen.iter().find(|t| (t.toewijzing.gemeente, t.toewijzing.nummer) == key)
}

/// To whom a letter about a child goes: the address line, the salutation, and the member when it is one.
fn aan_kind(k: &Kader, kind: &Persoon, today: Date) -> (String, String, Option<Id<Persoon>>) {
    let (full, given) = (kind.naam.full(), kind.naam.given());
    match kind.geboren.map(|born| age_on(born, today)) {
        // From sixteen it is theirs.
        Some(16..) => (full, given, Some(kind.id)),
        Some(12..) => (
            k.t1("papier-aan-kind-en-ouders", "kind", full),
            k.t1("papier-beste-kind-en-ouders", "kind", given),
            None,
        ),
        _ => (k.t1("papier-aan-ouders", "kind", full), k.t1("papier-beste-ouders", "kind", given), None),
    }
}

fn adres(beeld: &BrievenBeeld, wie: &str) -> String {
    let mut lines = vec![wie.to_owned()];
    if let Some(adres) = &beeld.beeld.gezin.adres {
        let pair = |a: &Option<String>, b: &Option<String>, between: &str| {
            [a, b].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(between)
        };
        lines.push(pair(&adres.straat, &adres.huis, " "));
        // As it stands on an envelope: 4811 AB, and two spaces before the town.
        let code = adres.postcode.as_ref().map(|code| match (code.get(..4), code.get(4..)) {
            (Some(digits), Some(letters)) if letters.len() == 2 => format!("{digits} {letters}"),
            _ => code.clone(),
        });
        lines.push(pair(&code, &adres.plaats, "  "));
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// The letter that a choice begins with; nothing when what it is about is not there.
pub(crate) fn ontwerp(beeld: &BrievenBeeld, keus: &Keus, wie: &str, today: Date) -> Option<Ontwerp> {
    let k = Kader::kaal(keus.taal);
    let gezin = beeld.beeld.gezin.naam.as_str();
    let fill = k.t("papier-invullen");
    let telefoon = if beeld.telefoon.is_empty() { fill.clone() } else { beeld.telefoon.clone() };
    let mut args = vec![
        ("gemeente", beeld.beeld.gemeente.as_str().into()),
        ("regisseur", beeld.regisseur.as_deref().unwrap_or(wie).into()),
        ("telefoon", telefoon.into()),
        ("wie", wie.into()),
    ];
    let key = |part: &str| format!("papier-{}-{part}", keus.soort.key());
    let (mut persoon, mut aan) = (None, None);
    let address = match keus.soort {
        Briefsoort::Uitnodiging | Briefsoort::Inzage => {
            args.push(("beste", k.t1("papier-beste-gezin", "naam", gezin).into()));
            if keus.soort == Briefsoort::Inzage {
                args.push(("lijst", inzagen(&k, beeld).into()));
            }
            adres(beeld, &k.t1("papier-aan-gezin", "naam", gezin))
        }
        Briefsoort::Besluit => {
            let t = toewijzing(beeld, keus.toewijzing)?;
            let kind = beeld.beeld.leden.iter().find(|lid| lid.id == t.persoon)?;
            let (to, beste, to_id) = aan_kind(&k, kind, today);
            (persoon, aan) = (Some(kind.id), to_id);
            let tot = t.toewijzing.eind.map_or_else(|| k.t("papier-geen-einde"), |day| k.datum(day));
            args.extend([
                ("kind", kind.naam.given().into()),
                ("beste", beste.into()),
                ("wat", wat(&k, t).into()),
                ("aanbieder", aanbieder(t).into()),
                ("vanaf", k.datum(t.toewijzing.ingang).into()),
                ("tot", tot.into()),
                ("bezwaar", k.datum(last_day_to_object(today)).into()),
            ]);
            adres(beeld, &to)
        }
        Briefsoort::Verwijzer => {
            let kind = beeld.beeld.leden.iter().find(|lid| Some(lid.id) == keus.persoon)?;
            persoon = Some(kind.id);
            let help: Vec<String> = beeld
                .beeld
                .toewijzingen
                .iter()
                .filter(|t| t.persoon == kind.id && is_actueel(&t.stand))
                .map(|t| {
                    let of = [
                        ("wat", wat(&k, t).into()),
                        ("aanbieder", aanbieder(t).into()),
                        ("vanaf", k.datum(t.toewijzing.ingang).into()),
                    ];
                    format!("- {}", k.tx("papier-verwijzer-hulp", &of))
                })
                .collect();
            let help = if help.is_empty() { k.t("papier-verwijzer-geen-hulp") } else { help.join("\n") };
            args.extend([("kind", kind.naam.given().into()), ("hulp", help.into())]);
            k.t("papier-aan-verwijzer")
        }
    };
    Some(Ontwerp {
        persoon,
        aan,
        adres: address,
        onderwerp: k.tx(&key("onderwerp"), &args),
        tekst: k.tx(&key("tekst"), &args),
    })
}

fn wat(k: &Kader, t: &ToewijzingBeeld) -> String {
    k.vorm(t.toewijzing.product.hulpvorm()).to_lowercase()
}

fn aanbieder(t: &ToewijzingBeeld) -> String {
    woorden::aanbieder(t.aanbieder.as_ref(), t.toewijzing.aanbieder)
}

/// Who looked last, one line each.
fn inzagen(k: &Kader, beeld: &BrievenBeeld) -> String {
    let line = |i: &register::beeld::Kijkje| {
        let rol = Rol::from_key(&i.rol).map_or_else(|| i.rol.clone(), |rol| k.rol(rol));
        let wie = if i.wie.is_empty() { k.t("iemand") } else { i.wie.clone() };
        let args = [
            ("moment", woorden::keken(k, i).into()),
            ("wie", wie.into()),
            ("rol", rol.into()),
            ("doel", doel(k, &i.doel).into()),
        ];
        format!("- {}", k.tx("papier-inzage-regel", &args))
    };
    let lines: Vec<String> = beeld.beeld.inzagen.iter().map(line).collect();
    if lines.is_empty() { k.t("papier-inzage-niemand") } else { lines.join("\n") }
}

/// What there is to write about, with the key of its name, what the name says, and the choice.
pub(crate) fn keuzes(k: &Kader, beeld: &BrievenBeeld) -> Vec<(String, Keus)> {
    let keus = |soort| Keus { soort, taal: k.taal, toewijzing: None, persoon: None };
    let name = |id: Id<Persoon>| {
        beeld
            .beeld
            .leden
            .iter()
            .find(|lid| lid.id == id)
            .map_or_else(|| k.t("iemand"), |lid| lid.naam.given())
    };
    let mut out: Vec<(String, Keus)> = beeld
        .beeld
        .toewijzingen
        .iter()
        .filter(|t| is_actueel(&t.stand))
        .map(|t| {
            let args = [("wat", wat(k, t).into()), ("kind", name(t.persoon).into())];
            let toewijzing = Some((t.toewijzing.gemeente, t.toewijzing.nummer));
            (k.tx("papier-nieuw-besluit", &args), Keus { toewijzing, ..keus(Briefsoort::Besluit) })
        })
        .collect();
    out.push((k.t("papier-nieuw-uitnodiging"), keus(Briefsoort::Uitnodiging)));
    for kind in beeld.beeld.leden.iter().filter(|lid| lid.rol == GezinsRol::Jeugdige) {
        let text = k.t1("papier-nieuw-verwijzer", "kind", kind.naam.given());
        out.push((text, Keus { persoon: Some(kind.id), ..keus(Briefsoort::Verwijzer) }));
    }
    out.push((k.t("papier-nieuw-inzage"), keus(Briefsoort::Inzage)));
    out
}
