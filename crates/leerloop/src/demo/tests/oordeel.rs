//! The stream against the judging of the municipality that takes it in: what is meant to be right is found right, and what is
//! meant to be wrong is refused by the rule that was meant and no other.

use std::collections::BTreeMap;

use ijw::basis::{Bedrag, Datum, Eenheid, Gemeente, IdentificatieBericht, ProductCategorie, ProductCode};
use ijw::{
    Beoordeling, Bericht, Buitenwereld, Contract, Geschiedenis, Keten, Plaats, Richting, Stempel, beoordeel,
    declaratie_antwoord, retour,
};

use super::super::regio::{Product, gemeenten, producten};
use super::super::{Bedoeling, Generator, Omvang};
use super::{KLEIN, alles};

/// What a municipality of the demo can look up: all of it, or only what day it is.
#[derive(Clone, Copy)]
struct Regio {
    vandaag: Datum,
    kent: bool,
}

impl Buitenwereld for Regio {
    fn vandaag(&self) -> Option<Datum> {
        Some(self.vandaag)
    }

    fn gemeente_in_lijst(&self, gemeente: &Gemeente, _jaar: i16) -> Option<bool> {
        self.kent.then(|| gemeenten().iter().any(|g| g.code == gemeente.as_str()))
    }

    fn code_past(&self, _: &Gemeente, categorie: ProductCategorie, code: &ProductCode) -> Option<bool> {
        let known = |p: &Product| p.code == code.as_str() && p.categorie == categorie.code();
        self.kent.then(|| producten().iter().any(known))
    }

    fn contract(
        &self,
        _keten: &Keten,
        _categorie: ProductCategorie,
        code: &ProductCode,
        dag: Datum,
    ) -> Option<Contract> {
        let product = producten().iter().find(|p| self.kent && p.code == code.as_str())?;
        Some(Contract {
            eenheid: Eenheid::parse(product.eenheid.code()).ok()?,
            tarief: Bedrag::new(u64::from(product.tarief(dag.year()))).ok()?,
        })
    }
}

/// The municipalities of the region as one, that answers at once.
#[derive(Default)]
struct Balie {
    geschiedenis: Geschiedenis,
    antwoorden: u32,
}

impl Balie {
    fn take(&mut self, bericht: &Bericht, regio: Regio) -> Beoordeling {
        let found = beoordeel(bericht, &self.geschiedenis, &regio);
        if bericht.berichttype().richting() == Richting::NaarAanbieder {
            // What the municipality sends is sent, right or wrong; the provider tells.
            self.geschiedenis.neem_op(bericht);
            return found;
        }
        self.geschiedenis.neem_op(bericht);
        self.antwoorden += 1;
        let name = IdentificatieBericht::new(format!("{:09}", self.antwoorden)).unwrap();
        let stempel = Stempel::new(name, regio.vandaag).unwrap();
        let answer = match bericht {
            Bericht::Jw323(b) => Some(declaratie_antwoord(b, &found, stempel).unwrap().into()),
            _ => retour(bericht, &found, stempel),
        };
        if let Some(answer) = answer {
            if found.is_goed() {
                let own = beoordeel(&answer, &self.geschiedenis, &regio);
                assert!(own.is_goed() && own.heenbericht_bekend == Some(true), "{own:?}");
            }
            self.geschiedenis.neem_op(&answer);
        }
        found
    }
}

/// The messages of the small region that count, a declaration without the lines that were refused.
pub(super) fn accepted() -> Vec<Bericht> {
    let mut balie = Balie::default();
    let read = alles().iter().filter_map(|made| Some((made, ijw::lees(&made.xml).ok()?)));
    read.filter_map(|(made, mut bericht)| {
        let found = balie.take(&bericht, Regio { vandaag: made.dagtekening, kent: true });
        if let (Bericht::Jw323(b), true) = (&mut bericht, found.inhoud.is_empty()) {
            for fault in &found.fouten {
                let Plaats::Prestatie(client, line) = fault.plaats else { return None };
                b.declaratie.clienten[client.plaats].prestaties.remove(line.plaats);
            }
            return Some(bericht);
        }
        found.is_goed().then_some(bericht)
    })
    .collect()
}

fn codes(found: &Beoordeling) -> Vec<&'static str> {
    let inhoud = found.inhoud.iter().map(|b| b.regel.code);
    inhoud.chain(found.fouten.iter().map(|f| f.regel.code)).collect()
}

/// Plays a region before a municipality, and gives what came by, by kind and by what was meant.
fn play(omvang: &Omvang, kent: bool) -> BTreeMap<(String, Bedoeling), u32> {
    let mut balie = Balie::default();
    let mut counts: BTreeMap<(String, Bedoeling), u32> = BTreeMap::new();
    let mut wrong: Vec<String> = Vec::new();
    for made in Generator::new(omvang) {
        let kind = made.bestandsnaam[..5].to_owned();
        *counts.entry((kind, made.bedoeld)).or_default() += 1;
        let read = ijw::lees(&made.xml);
        if made.bedoeld == Bedoeling::Onleesbaar {
            assert!(read.is_err(), "{} passes the schema", made.bestandsnaam);
            continue;
        }
        let bericht = read.unwrap_or_else(|why| panic!("{}: {why:?}", made.bestandsnaam));
        let found = balie.take(&bericht, Regio { vandaag: made.dagtekening, kent });
        let as_meant = match made.bedoeld {
            Bedoeling::Goed => found.is_goed() && found.heenbericht_bekend != Some(false),
            Bedoeling::Fout(code) => codes(&found) == [code],
            Bedoeling::Onleesbaar => false,
        };
        if !as_meant {
            let day = made.dagtekening;
            let found: Vec<String> = found
                .inhoud
                .iter()
                .map(ToString::to_string)
                .chain(found.fouten.iter().map(ToString::to_string))
                .collect();
            wrong.push(format!("{day} {} meant {:?}, found {found:?}", made.bestandsnaam, made.bedoeld));
        }
    }
    assert!(wrong.is_empty(), "{} of {:?}:\n{}", wrong.len(), counts, wrong.join("\n"));
    counts
}

/// What goes wrong in the messages of a kind.
const FOUTEN: [(&str, &[&str]); 6] = [
    ("JW301", &["TR379"]),
    ("JW305", &["TR019", "TR074", "CS002", "TR134", "TR326", "TR056"]),
    ("JW307", &["TR382", "TR018", "CS002", "TR074", "TR134", "TR056"]),
    ("JW315", &["TR374", "TR347", "CD067", "CS002", "TR056"]),
    ("JW317", &["TR349", "TR357", "TR347", "CS002"]),
    (
        "JW323",
        &["TR358", "TR333", "CS002", "TR056", "TR307", "TR308", "TR321", "TR338", "TR346", "TR314", "TR389"],
    ),
];

#[test]
fn what_is_meant_is_what_is_found() {
    let counts = play(&KLEIN, true);
    let kinds: BTreeMap<&str, u32> = counts.iter().fold(BTreeMap::new(), |mut sums, ((kind, _), n)| {
        *sums.entry(kind.as_str()).or_default() += n;
        sums
    });
    for (kind, least) in [
        ("JW301", 700),
        ("JW302", 700),
        ("JW305", 400),
        ("JW307", 200),
        ("JW315", 100),
        ("JW317", 40),
        ("JW319", 20),
        ("JW320", 20),
        ("JW323", 900),
    ] {
        assert!(kinds[kind] >= least, "{kind}: {kinds:?}");
    }
    assert_eq!(kinds.len(), 9, "the answers of the desk are not ours: {kinds:?}");
    println!("{counts:?}");
}

/// Another region, under a municipality that knows nothing of the world but the day: no fault may hang on what it happens to
/// know. `LEERLOOP_REGIONS=3` plays three larger ones, which takes half a minute.
#[test]
fn other_regions_hold_too() {
    let many = std::env::var("LEERLOOP_REGIONS").ok().and_then(|n| n.parse::<u64>().ok());
    if let Some(many) = many {
        for zaad in 1..=many {
            play(&Omvang { schaal: 0.06, zaad, maanden: 30, ..KLEIN }, zaad % 2 == 1);
        }
    } else {
        play(&Omvang { zaad: 2, ..KLEIN }, false);
    }
}

#[test]
fn everything_that_can_go_wrong_does_now_and_then() {
    let mut good: BTreeMap<String, u32> = BTreeMap::new();
    let mut wrong: BTreeMap<(String, Bedoeling), u32> = BTreeMap::new();
    for made in Generator::new(&Omvang { schaal: 0.25, zaad: 2, maanden: 18, ..KLEIN }) {
        let kind = made.bestandsnaam[..5].to_owned();
        if made.bedoeld == Bedoeling::Goed {
            *good.entry(kind).or_default() += 1;
        } else {
            *wrong.entry((kind, made.bedoeld)).or_default() += 1;
        }
    }
    let all = FOUTEN.iter().flat_map(|(kind, rules)| rules.iter().map(move |rule| (*kind, *rule)));
    let missing: Vec<_> = all
        .filter(|(kind, rule)| !wrong.contains_key(&((*kind).to_owned(), Bedoeling::Fout(rule))))
        .collect();
    // Two of them need a rare occasion.
    assert!(missing.len() <= 2, "{missing:?} of {wrong:?}");
    let of_providers = |kind: &str| !matches!(kind, "JW301" | "JW319");
    let all: u32 = good.iter().filter(|(kind, _)| of_providers(kind)).map(|(_, n)| n).sum();
    let faulty: u32 = wrong.iter().filter(|((kind, _), _)| of_providers(kind)).map(|(_, n)| n).sum();
    let unread: u32 = wrong.iter().filter(|((_, b), _)| *b == Bedoeling::Onleesbaar).map(|(_, n)| n).sum();
    let per_mille = f64::from(faulty) * 1_000.0 / f64::from(all + faulty);
    assert!((15.0..26.0).contains(&per_mille), "{per_mille}: {wrong:?}");
    assert!((all / 2_500..all / 500).contains(&unread), "{unread} of {all}");
    let known = |(kind, rule): &(String, Bedoeling)| match rule {
        Bedoeling::Fout(rule) => FOUTEN.iter().any(|(k, rules)| k == kind && rules.contains(rule)),
        _ => true,
    };
    assert!(wrong.keys().all(known), "{wrong:?}");
}
