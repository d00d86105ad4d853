//! Every letter in every language as text that a reviewer can read (`goud/`), and on paper for who wants to look
//! (`LEERLOOP_PAPIER=folder`).

use std::fmt::Write as _;
use std::path::Path;

use papier::{Block, Document, Run};
use stelsel::Onderdeel;
use stelsel::Rol;
use stelsel::brief::Briefsoort;

use super::brief::{Inhoud, document};
use super::ontwerp::{keuzes, ontwerp};
use crate::kader::Kader;
use crate::monster::{self, STAND, moment};
use crate::taal::Taal;

fn runs(runs: &[Run]) -> String {
    runs.iter().map(|r| if r.strong { format!("**{}**", r.text) } else { r.text.clone() }).collect()
}

/// What a document says, block by block.
fn plain(document: &Document) -> String {
    let mut out =
        format!("[{}] {} | {} | {}\n", document.lang, document.title, document.author, document.footer);
    for block in &document.blocks {
        let _ = match block {
            Block::Letterhead(name, lines) => writeln!(out, "\nAFZENDER {name} / {}", lines.join(" / ")),
            Block::Address(lines) => writeln!(out, "\nAAN {}", lines.join(" / ")),
            Block::Facts(facts) => facts
                .iter()
                .try_for_each(|(name, value)| writeln!(out, "{name}: {}", value.replace('\n', " / "))),
            Block::Heading(level, text) => writeln!(out, "\n{} {text}", "#".repeat(usize::from(*level))),
            Block::Text(text) => writeln!(out, "{}", runs(text)),
            Block::Quote(text) => writeln!(out, "> {}", runs(text)),
            Block::Note(text) => writeln!(out, "! {}", runs(text)),
            Block::List { items, .. } => items.iter().try_for_each(|item| writeln!(out, "- {}", runs(item))),
            Block::Table { columns, rows } => {
                let names: Vec<&str> = columns.iter().map(|c| c.header.as_str()).collect();
                let lines = rows.iter().map(|row| row.join(" | ").replace('\n', " / "));
                [names.join(" | ")].into_iter().chain(lines).try_for_each(|line| writeln!(out, "| {line}"))
            }
            Block::Signature(lines) => writeln!(out, "\n{}", lines.join("\n")),
        };
    }
    out
}

fn golden(name: &str, document: &Document) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/papier/goud").join(format!("{name}.txt"));
    let text = plain(document);
    if std::env::var_os("LEERLOOP_REWRITE").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, &text).unwrap();
    }
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(text, known, "{name}: run again with LEERLOOP_REWRITE=1 if that is meant");
    assert!(!text.contains('⟦') && !text.contains("{ $"), "{name}: a text is missing");
    if let Some(folder) = std::env::var_os("LEERLOOP_PAPIER") {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(Path::new(&folder).join(format!("{name}.pdf")), document.pdf().unwrap()).unwrap();
    }
}

/// How many pages a document takes: what its list of pages says.
fn pages(document: &Document) -> usize {
    let bytes = document.pdf().unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let list = text.split("/Type /Pages").nth(1).unwrap();
    let count = list.split("/Count ").nth(1).unwrap();
    count.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap()
}

#[test]
fn every_letter_in_every_language_fits_on_a_page() {
    let beeld = monster::brieven::beeld("", true);
    let mut made = 0;
    for taal in Taal::ALL {
        let k = Kader::kaal(taal);
        for soort in Briefsoort::ALL {
            // The first of its kind: an allocation, a child.
            let (_, keus) = keuzes(&k, &beeld).into_iter().find(|(_, keus)| keus.soort == *soort).unwrap();
            let begin = ontwerp(&beeld, &keus, "Samira Bouali", STAND).unwrap();
            let fill = |text: &str| text.replace(['[', ']'], "");
            let inhoud = Inhoud {
                soort: *soort,
                taal,
                adres: fill(&begin.adres),
                onderwerp: begin.onderwerp.clone(),
                tekst: fill(&begin.tekst),
                telefoon: beeld.telefoon.clone(),
            };
            let document = document(&inhoud, &beeld, "Samira Bouali", moment());
            golden(&format!("{}-{}", soort.key(), taal.tag()), &document);
            assert_eq!(pages(&document), 1, "{} in {}", soort.key(), taal.tag());
            // What has to be filled in stands between brackets, so that it cannot be sent by accident.
            let asks = begin.tekst.contains('[');
            let expected = matches!(soort, Briefsoort::Uitnodiging | Briefsoort::Verwijzer);
            assert_eq!(asks, expected, "{}", soort.key());
            made += 1;
        }
    }
    assert_eq!(made, 8);
}

#[test]
fn a_letter_about_a_young_person_goes_to_whom_it_concerns() {
    use jiff::civil::date;
    let mut beeld = monster::brieven::beeld("", true);
    let k = Kader::kaal(Taal::Nl);
    let (_, keus) = keuzes(&k, &beeld).into_iter().find(|(_, k)| k.soort == Briefsoort::Besluit).unwrap();
    let kind = beeld.beeld.leden[0].id;
    // From twelve the young person too, from sixteen the young person alone.
    for (years, to, mine) in [
        (11, "De ouders van Tom", false),
        (12, "Tom de Wit en de ouders van Tom", false),
        (15, "Tom de Wit en de ouders van Tom", false),
        (16, "Tom de Wit\n", true),
        (17, "Tom de Wit\n", true),
    ] {
        beeld.beeld.leden[0].geboren = Some(date(STAND.year() - years, 1, 1));
        let begin = ontwerp(&beeld, &keus, "Samira Bouali", STAND).unwrap();
        assert!(begin.adres.starts_with(to), "{years}: {}", begin.adres);
        assert_eq!(begin.aan, mine.then_some(kind), "{years}");
        assert_eq!(begin.persoon, Some(kind));
    }
}

#[test]
fn the_plan_on_paper() {
    for taal in Taal::ALL {
        for (name, rol, writes) in [("plan", Rol::Wijkteam, true), ("plan-gezin", Rol::Gezinslid, false)] {
            let k = Kader {
                wie: Some(monster::iemand(rol, "")),
                hier: Some(Onderdeel::Plan),
                ..Kader::kaal(taal)
            };
            let beeld = monster::plan::plan("", writes);
            let document = super::plan::document(&k, &beeld, moment());
            golden(&format!("{name}-{}", taal.tag()), &document);
        }
        let k = Kader { wie: Some(monster::iemand(Rol::Wijkteam, "")), ..Kader::kaal(taal) };
        let document = super::plan::document(&k, &monster::plan::leeg(""), moment());
        golden(&format!("plan-leeg-{}", taal.tag()), &document);
        assert_eq!(pages(&document), 1);
    }
}

/// A plan of two hundred lines.
#[test]
fn a_long_plan_is_whole() {
    let mut beeld = monster::plan::plan("", true);
    let one = beeld.plan.regels[0].clone();
    beeld.plan.regels = (0..200)
        .map(|n| {
            let mut punt = one.clone();
            (punt.nr, punt.wat.wat) =
                (100 + n, stelsel::plan::Woorden::new(&format!("Afspraak {n}")).unwrap());
            punt
        })
        .collect();
    let k = Kader { wie: Some(monster::iemand(Rol::Wijkteam, "")), ..Kader::kaal(Taal::Nl) };
    let document = super::plan::document(&k, &beeld, moment());
    assert!(pages(&document) > 5);
    let text = plain(&document);
    assert!((0..200).all(|n| text.contains(&format!("Afspraak {n}"))));
}
