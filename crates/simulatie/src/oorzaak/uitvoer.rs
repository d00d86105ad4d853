//! The whole map as a table for other programs.

use super::model::{getallen, kringen, lussen};
use super::schakel::{Sterkte, Teken, Vertraging};
use super::{Schakel, schakels};

const KOP: &str = "schakel;stap;van;naar;teken;van_nl;naar_nl;van_en;naar_en;onderdeel;vertraging;jaren;sterkte;bron;lussen_kaart;\
                   lussen_model;getallen_model;noot_nl;noot_en;formule_nl;formule_en";

/// A text within a line: no field ends early.
fn cell(text: &str) -> String {
    text.replace([';', '\n', '"'], ",")
}

/// Every arrow of every link as CSV, `;` between fields, with a line of names; texts in both languages.
pub fn csv() -> String {
    let mut out = String::from(KOP);
    out.push('\n');
    for schakel in schakels() {
        let rest = tail(schakel);
        for (nr, stap) in schakel.stappen.iter().enumerate() {
            let teken = match stap.teken {
                Teken::Plus => "plus",
                Teken::Min => "min",
                Teken::Nul => "geen",
            };
            let (van, naar) = (stap.van, stap.naar);
            let first = [
                schakel.naam(),
                (nr + 1).to_string(),
                van.id().to_owned(),
                naar.id().to_owned(),
                teken.to_owned(),
                van.nl().to_owned(),
                naar.nl().to_owned(),
                van.en().to_owned(),
                naar.en().to_owned(),
            ];
            let cells: Vec<String> = first.iter().chain(&rest).map(|one| cell(one)).collect();
            out.push_str(&cells.join(";"));
            out.push('\n');
        }
    }
    out
}

fn tail(schakel: &Schakel) -> Vec<String> {
    let names = |all: Vec<&str>| all.join(" ");
    let jaren = match schakel.vertraging {
        Vertraging::Jaren(Some(jaren)) => jaren.to_string(),
        _ => String::new(),
    };
    let sterkte = match schakel.sterkte {
        Sterkte::Uren(van, naar) => format!("{van} > {naar} uur per week"),
        other => other.naam().to_owned(),
    };
    let (noot, formule) = (schakel.noot, schakel.formule);
    vec![
        schakel.onderdeel().naam().to_owned(),
        schakel.vertraging.naam().to_owned(),
        jaren,
        sterkte,
        schakel.bron.to_owned(),
        names(kringen(schakel.nummer).iter().map(|kring| kring.lus.naam()).collect()),
        names(lussen(schakel.nummer).iter().map(|lus| lus.naam()).collect()),
        names(getallen(schakel.nummer).iter().map(|one| one.naam).collect()),
        noot.map_or("", |text| text.nl).to_owned(),
        noot.map_or("", |text| text.en).to_owned(),
        formule.map_or("", |text| text.nl).to_owned(),
        formule.map_or("", |text| text.en).to_owned(),
    ]
}
