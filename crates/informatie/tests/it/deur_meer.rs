//! What goes through the door besides indicators: waiting curves, comparisons and forecasts.

use informatie::indicator::Niveau;
use informatie::kernel::Stretch;
use informatie::vergelijking::{Maatstaf, Vergelijking, wachtkrommen};
use informatie::voorspelling::{Opdracht, Plafond, terugblik, voorspel};
use informatie::{KROMME, Reden, TRECHTER, trechter_van};
use jiff::civil::date;

use crate::deur::deur;
use crate::rows::{PEILDAG, Written};
use crate::village::village;

const PERIODE: (jiff::civil::Date, jiff::civil::Date) = (date(2022, 1, 1), date(2025, 12, 31));

#[test]
fn a_curve_goes_down_and_is_near_the_exact_one() {
    let (_home, snapshot) = Written::new(&village(3_000), 500).open_kept();
    let (mut shown, mut hidden) = (0, 0);
    for niveau in [Niveau::Regio, Niveau::Wijk, Niveau::School, Niveau::Aanbieder] {
        let exact = wachtkrommen(&snapshot, 2, niveau, PERIODE, 0).unwrap();
        let blad = deur().wachtkrommen(&snapshot, 2, niveau, PERIODE).unwrap();
        assert_eq!(blad.snapshot(), snapshot.name());
        for one in &exact.krommen {
            for (onderdeel, kromme) in KROMME.into_iter().zip([&one.gestart, &one.tot_nu]) {
                let mut before = 1.0;
                for (day, getal) in blad.reeks(onderdeel, &one.sleutel) {
                    let Some(waarde) = getal.waarde() else {
                        hidden += 1;
                        continue;
                    };
                    shown += 1;
                    assert!(one.jeugdigen > 45, "{} youths are too few for a curve", one.jeugdigen);
                    assert!(waarde <= before, "{} goes up on day {day}", one.sleutel);
                    before = waarde;
                    let day: u16 = day.parse().unwrap();
                    let still = kromme.punten.iter().take_while(|punt| punt.dag <= day).last();
                    let still = still.map_or(1.0, |punt| punt.blijft);
                    // Bringing down takes away no more than what noise put on.
                    assert!((waarde - still).abs() <= 3.0 * getal.stap().unwrap(), "{waarde} {still}");
                }
            }
        }
    }
    assert!(shown > 100 && hidden > 5, "{shown} {hidden}");
}

#[test]
fn a_comparison_is_of_rounded_numbers_and_its_funnel_of_no_more() {
    let (_home, snapshot) = Written::new(&village(6_000), 500).open_kept();
    for maatstaf in [Maatstaf::Terugkeer, Maatstaf::LangWachten { dagen: 42 }] {
        let vraag = Vergelijking {
            snapshot: &snapshot,
            threads: 2,
            niveau: Niveau::Aanbieder,
            maatstaf,
            periode: PERIODE,
            minimum: 0,
            naar_wijk: false,
        };
        let blad = deur().vergelijking(&vraag).unwrap();
        let shown = |part: &str| {
            blad.rijen().iter().filter(|rij| rij.onderdeel == part && rij.getal.waarde().is_some()).count()
        };
        assert!(shown(TRECHTER[1]) > 4, "{maatstaf:?}");
        for rij in blad.rijen() {
            if let Some(waarde) = rij.getal.waarde() {
                assert!(waarde % 5.0 == 0.0 && waarde >= 5.0, "{rij:?}");
                assert!(rij.onderdeel != TRECHTER[1] || waarde >= 10.0, "{rij:?}");
            }
        }
        let funnel = trechter_van(&blad).unwrap();
        assert_eq!(funnel.punten.len(), shown(TRECHTER[1]));
        assert!(funnel.punten.iter().all(|punt| punt.stand.waargenomen.is_multiple_of(5)));
    }
    // Four of a kind are no funnel, and nothing is told of few.
    let (_home, few) = Written::new(&village(60), 500).open_kept();
    let vraag = Vergelijking {
        snapshot: &few,
        threads: 1,
        niveau: Niveau::Aanbieder,
        maatstaf: Maatstaf::Terugkeer,
        periode: PERIODE,
        minimum: 0,
        naar_wijk: false,
    };
    let blad = deur().vergelijking(&vraag).unwrap();
    assert!(blad.rijen().iter().all(|rij| rij.getal.waarde().is_none()), "{blad:?}");
    assert!(trechter_van(&blad).is_err());
}

#[test]
fn a_forecast_of_few_is_not_told_and_what_was_is_the_indicator() {
    let (_home, snapshot) = Written::new(&village(6_000), 500).open_kept();
    let opdracht =
        Opdracht { maanden: 12, paden: 100, threads: 2, ..Opdracht::new(Niveau::Wijk, Stretch::Hulp) };
    let exact = voorspel(&snapshot, &opdracht).unwrap();
    let shown = deur().voorspel(&snapshot, &opdracht).unwrap();
    let mut told = 0;
    for reeks in &exact.reeksen {
        let figures = shown.blad.rijen().iter().filter(|rij| rij.sleutel == reeks.sleutel);
        let values: Vec<f64> = figures.filter_map(|rij| rij.getal.waarde()).collect();
        assert!(reeks.jeugdigen >= 100 || values.is_empty(), "{} youths", reeks.jeugdigen);
        assert!(values.iter().all(|value| value % 5.0 == 0.0));
        told += usize::from(!values.is_empty());
    }
    assert!(told > 1 && told < exact.reeksen.len(), "{told} of {}", exact.reeksen.len());
    let plafond = Plafond { sleutel: "45".into(), jaar: 2026, cent: 1_000_000 };
    let of = Opdracht { niveau: Niveau::Categorie, ..opdracht };
    let blad = deur().plafonds(&snapshot, &of, std::slice::from_ref(&plafond)).unwrap();
    assert!(blad.rijen().iter().all(|rij| rij.onderdeel == "plafond" || rij.getal.stap() >= Some(0.05)));
    // An amount of one provider is never told.
    let of = Opdracht { niveau: Niveau::Aanbieder, ..opdracht };
    let sleutel = Niveau::Aanbieder.keys(&snapshot).pop().unwrap();
    let blad = deur().plafonds(&snapshot, &of, &[Plafond { sleutel, ..plafond }]).unwrap();
    let why = blad.rijen().iter().filter(|rij| rij.onderdeel != "plafond").map(|rij| rij.getal.reden());
    assert!(why.into_iter().all(|reden| matches!(reden, Some(Reden::Overheersing | Reden::TeWeinig))));
}

/// A register that began in the middle: of what ran then, everything was told of in its first month.
#[test]
fn what_was_told_of_when_a_register_began_says_nothing_of_delay() {
    let mut rows = village(6_000);
    let start = date(2023, 6, 5);
    rows.retain(|row| row.eind.is_none_or(|eind| eind >= start));
    for row in &mut rows {
        row.gemeld = row.gemeld.map(|told| told.max(start));
    }
    let (_home, snapshot) = Written::new(&rows, 500).open_kept();
    let opdracht =
        Opdracht { maanden: 12, paden: 100, threads: 2, ..Opdracht::new(Niveau::Regio, Stretch::Hulp) };
    let found = voorspel(&snapshot, &opdracht).unwrap();
    let verloop = found.reeksen[0].uitkomst.as_ref().unwrap();
    let stand = f64::from(verloop.verleden.last().unwrap().stand);
    assert!((verloop.nu.midden - stand).abs() < 0.1 * stand, "{} is not near {stand}", verloop.nu.midden);
    assert_eq!(verloop.verleden.first().unwrap().maand, date(2023, 6, 1));
    let back = terugblik(&snapshot, &opdracht, 3).unwrap();
    assert!(!back.momenten.is_empty() && back.stand.ernaast < 0.5 * stand, "{back:?}");
    assert_eq!(PEILDAG, snapshot.manifest().herkomst.peildag);
}
