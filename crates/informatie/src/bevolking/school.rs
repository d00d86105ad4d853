//! Schools by their number, from the lists of addresses of DUO.

use std::collections::BTreeMap;

use stelsel::{Gemeentecode, Postcode};

use super::bezwaar::{Bezwaren, Kolom, Reden};
use super::gebied::Gebied;
use super::kop::bare;
use super::tabel::Tabel;

/// A location of a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// BRIN and two digits for the location: `00AA00`.
    pub nummer: String,
    /// Its name.
    pub naam: String,
    /// Its postcode, when the list has a good one.
    pub postcode: Option<Postcode>,
    /// Where it stands.
    pub plaats: String,
    /// The municipality, when the list has a good code.
    pub gemeente: Option<Gemeentecode>,
}

/// What a list of schools holds.
pub(super) struct Lijst {
    pub(super) scholen: BTreeMap<String, School>,
    /// Numbers on lines that were refused: what is known of them stays.
    pub(super) geweigerd: Vec<String>,
    pub(super) rijen: u64,
}

struct Kolommen {
    brin: usize,
    vestiging: Option<usize>,
    naam: usize,
    postcode: Option<usize>,
    plaats: Option<usize>,
    gemeente: Option<usize>,
}

/// Whether the headings are those of a list of schools.
pub(super) fn fits(tabel: &Tabel) -> bool {
    columns(tabel).is_some()
}

/// Headings of before and after 2023, of primary, secondary and special schools.
fn columns(tabel: &Tabel) -> Option<Kolommen> {
    let heads: Vec<String> = tabel.kop.velden.iter().map(|k| bare(k)).collect();
    let find = |names: &[&str]| names.iter().find_map(|n| heads.iter().position(|k| k == n));
    Some(Kolommen {
        brin: find(&["instellingscode", "brinnummer", "brin"])?,
        vestiging: find(&["vestigingscode", "vestigingsnummer"]),
        naam: find(&["vestigingsnaam", "naamvestiging", "instellingsnaamvestiging", "instellingsnaam"])?,
        postcode: find(&["postcode", "postcodevestiging"]),
        plaats: find(&["plaatsnaam", "plaatsnaamvestiging"]),
        gemeente: find(&["gemeentenummer", "gemeentecode", "gemeentenummervestiging"]),
    })
}

/// The number of a location: BRIN alone is the first location.
fn number(brin: &str, vestiging: &str) -> Option<String> {
    let (brin, vestiging) = (brin.trim().to_uppercase(), vestiging.trim().to_uppercase());
    let full = match vestiging.len() {
        0 => format!("{brin}00"),
        1 | 2 => format!("{brin}{vestiging:0>2}"),
        _ => vestiging,
    };
    let bytes = full.as_bytes();
    let digits =
        |range: std::ops::Range<usize>| bytes.get(range).is_some_and(|b| b.iter().all(u8::is_ascii_digit));
    let letters = bytes.get(2..4).is_some_and(|b| b.iter().all(u8::is_ascii_uppercase));
    (bytes.len() == 6 && digits(0..2) && letters && digits(4..6) && full.starts_with(&brin)).then_some(full)
}

/// Reads a list of schools.
pub(super) fn read(tabel: &Tabel, wrong: &mut Bezwaren<'_>) -> Option<Lijst> {
    let at = columns(tabel)?;
    let kolom = |nr: usize| Kolom {
        nr: u32::try_from(nr + 1).unwrap_or(u32::MAX),
        naam: tabel.kop.veld(nr).trim().to_owned(),
    };
    let mut lijst =
        Lijst { scholen: BTreeMap::new(), geweigerd: Vec::new(), rijen: tabel.rijen.len() as u64 };
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    for rij in &tabel.rijen {
        let of = |at: Option<usize>| at.map_or("", |at| rij.veld(at).trim());
        let Some(nummer) = number(rij.veld(at.brin), of(at.vestiging)) else {
            let nr = at.vestiging.unwrap_or(at.brin);
            wrong.add(rij.nr, kolom(nr), rij.veld(nr), Reden::GeenBrin);
            continue;
        };
        let postcode = of(at.postcode);
        let postcode = Postcode::parse(postcode).ok().or_else(|| {
            if let Some(nr) = at.postcode.filter(|_| !postcode.is_empty()) {
                wrong.add(rij.nr, kolom(nr), postcode, Reden::GeenPostcode);
            }
            None
        });
        let gemeente = if let Ok(Gebied::Gemeente(code)) = Gebied::parse_gemeente(of(at.gemeente)) {
            Some(code)
        } else {
            if let Some(nr) = at.gemeente.filter(|nr| !rij.veld(*nr).trim().is_empty()) {
                wrong.add(rij.nr, kolom(nr), rij.veld(nr), Reden::GeenGebied);
            }
            None
        };
        let naam = rij.veld(at.naam).trim().to_owned();
        let school =
            School { nummer: nummer.clone(), naam, postcode, plaats: of(at.plaats).to_owned(), gemeente };
        if let Some(there) = lijst.scholen.get(&nummer) {
            if *there != school {
                let eerder = lines.get(&nummer).copied().unwrap_or(rij.nr);
                let nr = at.vestiging.unwrap_or(at.brin);
                wrong.add(rij.nr, kolom(nr), rij.veld(nr), Reden::DubbeleSchool { eerder });
                lijst.geweigerd.push(nummer);
            }
            continue;
        }
        lines.insert(nummer.clone(), rij.nr);
        lijst.scholen.insert(nummer, school);
    }
    for nummer in &lijst.geweigerd {
        lijst.scholen.remove(nummer);
    }
    Some(lijst)
}
