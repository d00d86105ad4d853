use simulatie::oorzaak::{Begrip, KRINGEN};
use simulatie::scenario::Scenario;
use stelsel::Rol;

use super::beweringen::getal;
use super::tekening::regels;
use super::*;
use crate::monster;
use crate::taal::Taal;

fn k() -> Kader {
    Kader { wie: Some(monster::iemand(Rol::Raad, "")), ..Kader::kaal(Taal::Nl) }
}

fn asked(pairs: &[(&str, &str)]) -> Result<Keuze, Fout> {
    Keuze::of(&Paren(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()))
}

fn page(pairs: &[(&str, &str)]) -> OorzakenPagina {
    OorzakenPagina::new(k(), &asked(pairs).unwrap())
}

#[test]
fn what_is_asked_is_one_of_ours() {
    for wrong in [("begrip", "x"), ("deel", "geld"), ("lus", "LR9"), ("uit", "C01"), ("uit", "LR0")] {
        assert!(matches!(asked(&[wrong]), Err(Fout::NietGevonden)), "{wrong:?}");
    }
    assert!(asked(&[("begrip", ""), ("deel", ""), ("lus", "")]).is_ok(), "empty fields of the form");
}

#[test]
fn the_table_is_narrowed_by_part_loop_and_concept() {
    let count = |pairs: &[(&str, &str)]| page(pairs).rijen.len();
    assert_eq!(count(&[]), 112);
    assert_eq!(count(&[("deel", "vraag")]), 25);
    assert_eq!(count(&[("begrip", "wachttijd")]), 3);
    let of_loop: Vec<String> = page(&[("lus", "LB2")]).rijen.into_iter().map(|rij| rij.naam).collect();
    for nummer in ["C10", "C12", "C14", "C16", "C22", "C25", "C103"] {
        assert!(of_loop.iter().any(|one| one == nummer), "{nummer}: {of_loop:?}");
    }
    assert_eq!(count(&[("deel", "bestuur"), ("lus", "LB1")]), 0);
    assert_eq!(page(&[("lus", "LR1")]).kringen.len(), 1);
}

/// Every concept has a drawing in which every arrow has a sign in words, boxes lie within it and none over another.
#[test]
fn drawings_are_readable_for_every_concept_and_loop() {
    let apart = |tekening: &Tekening| {
        for (nr, one) in tekening.vakken.iter().enumerate() {
            assert!(one.x >= 0.0 && one.y >= 0.0, "{}", tekening.titel);
            assert!(one.x + one.b <= tekening.breed && one.y + one.h <= tekening.hoog, "{}", tekening.titel);
            assert!(one.regels.len() <= 3, "{} has too long a name", one.naar);
            for other in tekening.vakken.iter().skip(nr + 1) {
                let free = one.x + one.b <= other.x
                    || other.x + other.b <= one.x
                    || one.y + one.h <= other.y
                    || other.y + other.h <= one.y;
                assert!(free, "{} lies over {} in {}", one.naar, other.naar, tekening.titel);
            }
        }
    };
    for taal in [Taal::Nl, Taal::En] {
        let k = Kader { taal, ..k() };
        for begrip in Begrip::ALL {
            let rond = Rond::of(*begrip);
            assert!(!rond.oorzaken.is_empty() || !rond.gevolgen.is_empty());
            let tekening = rond.teken(&k, *begrip);
            apart(&tekening);
            assert_eq!(tekening.pijlen.len(), rond.oorzaken.len() + rond.gevolgen.len());
            for pijl in &tekening.pijlen {
                let sign = &pijl.woorden[0].tekst;
                assert!(sign.starts_with(['+', '−', '0']) && sign.len() > 3, "{sign}");
            }
        }
        let whole = geheel::teken(&k, BEGIN);
        apart(&whole);
        assert_eq!(whole.vakken.len(), Begrip::ALL.len());
        for vak in kringen(&k, None) {
            for tekening in std::iter::once(&vak.eerste).chain(&vak.meer) {
                apart(tekening);
                assert_eq!(tekening.vakken.len(), tekening.pijlen.len());
                let inside = |woord: &tekening::Woord| 12.0 <= woord.y && woord.y <= tekening.hoog;
                assert!(
                    tekening.pijlen.iter().all(|pijl| pijl.woorden.iter().all(inside)),
                    "{}",
                    tekening.titel
                );
                assert!(tekening.pijlen.iter().all(|pijl| pijl.woorden.len() >= 2));
            }
        }
    }
    let loops = kringen(&k(), None);
    let drawn = loops.iter().flat_map(|vak| std::iter::once(&vak.eerste).chain(&vak.meer));
    let dashed = drawn.flat_map(|one| &one.pijlen).filter(|pijl| pijl.klasse.ends_with(" eigen")).count();
    let told = KRINGEN.iter().flat_map(|kring| kring.ringen).flat_map(|ring| ring.zetten);
    assert_eq!(dashed, told.filter(|zet| zet.herkomst == oorzaak::Herkomst::Eigen).count());
}

#[test]
fn names_break_between_words() {
    assert_eq!(regels("Druk om te presteren", 10), ["Druk om te", "presteren"]);
    assert_eq!(regels("Onderwijsachterstand", 5), ["Onderwijsachterstand"]);
}

#[test]
fn what_is_switched_off_becomes_a_scenario_to_fetch() {
    assert!(page(&[]).proef.klaar.is_none());
    let (text, fetch, _) = page(&[("uit", "LR1"), ("uit", "C24")]).proef.klaar.unwrap();
    let scenario = Scenario::read(&text).unwrap();
    assert_eq!(scenario.naam, "Zonder LR1, C24");
    assert_eq!(fetch, "/oorzaken/proef.toml?uit=LR1&uit=C24");
    let all: Vec<(&str, &str)> = Lus::ALL.iter().map(|lus| ("uit", lus.naam())).collect();
    let many: Vec<(&str, &str)> = all.iter().copied().chain([("uit", "C14"), ("uit", "C34")]).collect();
    let (text, ..) = page(&many).proef.klaar.unwrap();
    let scenario = Scenario::read(&text).unwrap();
    assert!(scenario.keuze.lussen.iter().all(|plays| !plays), "{text}");
}

#[test]
fn what_was_measured_stands_on_the_page() {
    let html = page(&[]).render().unwrap();
    let found = simulatie::bewering::Bewijs::gemeten();
    let middle = found.spreiding(simulatie::bewering::Meting::KorterEerst).unwrap();
    assert!(html.contains(&format!("<strong>{}</strong>", getal(Taal::Nl, middle.midden))));
    assert!(html.contains(&found.vingerafdruk) && html.contains("niet in het model"));
    let rings: usize = KRINGEN.iter().map(|kring| kring.ringen.len()).sum();
    assert_eq!(html.matches("<svg class=\"oorzaken ring\"").count(), rings);
    assert_eq!(getal(Taal::Nl, -0.42), "−0,4");
    assert_eq!(getal(Taal::En, -0.01), "0.0");
    assert_eq!(getal(Taal::En, 443.6), "444");
}
