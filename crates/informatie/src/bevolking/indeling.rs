//! Which municipality is in which youth region, per year.

use std::collections::BTreeMap;

use stelsel::Gemeentecode;

use super::bezwaar::{Bezwaren, Kolom, Reden};
use super::gebied::Gebied;
use super::kop::{bare, year_within};
use super::oogst::Kader;
use super::tabel::Tabel;

/// A municipality in a youth region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plek {
    pub(super) regio: u8,
    pub(super) regionaam: String,
    pub(super) gemeentenaam: String,
}

/// What a region map holds.
pub(super) struct Kaart {
    pub(super) jaar: u16,
    pub(super) plekken: BTreeMap<Gemeentecode, Plek>,
    pub(super) rijen: u64,
}

struct Kolommen {
    gemeente: usize,
    gemeentenaam: Option<usize>,
    regio: usize,
    regionaam: Option<usize>,
}

/// Whether the headings are those of a region map: codes of municipalities and of youth regions.
pub(super) fn fits(tabel: &Tabel) -> bool {
    columns(tabel).is_some()
}

/// `jeugdregiocode`, `Jeugdzorgregio's/Code (code)`: the first that is about youth regions and codes.
fn columns(tabel: &Tabel) -> Option<Kolommen> {
    let heads: Vec<String> = tabel.kop.velden.iter().map(|k| bare(k)).collect();
    let find = |test: &dyn Fn(&str) -> bool| heads.iter().position(|k| test(k));
    let youth = |k: &str| k.starts_with("jeugd") && k.contains("regio");
    Some(Kolommen {
        gemeente: find(&|k| {
            ["gemeentecode", "gmcode", "regioscode", "codering", "coderingcode"].contains(&k)
        })?,
        gemeentenaam: find(&|k| ["gemeentenaam", "gmnaam", "naam"].contains(&k)),
        regio: find(&|k| youth(k) && k.contains("code"))?,
        regionaam: find(&|k| youth(k) && k.contains("naam")),
    })
}

/// Reads a region map.
pub(super) fn read(tabel: &Tabel, kader: Kader, wrong: &mut Bezwaren<'_>) -> Option<Kaart> {
    let at = columns(tabel)?;
    let of_headings = || tabel.kop.velden.iter().find_map(|k| year_within(k));
    let Some(jaar) = kader.jaar.or_else(of_headings) else {
        wrong.whole(Reden::GeenJaar);
        return None;
    };
    let mut plekken: BTreeMap<Gemeentecode, Plek> = BTreeMap::new();
    let mut lines: BTreeMap<Gemeentecode, u64> = BTreeMap::new();
    let kolom = |nr: usize| Kolom {
        nr: u32::try_from(nr + 1).unwrap_or(u32::MAX),
        naam: tabel.kop.veld(nr).trim().to_owned(),
    };
    let mut clashing = Vec::new();
    for rij in &tabel.rijen {
        let Ok(Gebied::Gemeente(code)) = Gebied::parse_gemeente(rij.veld(at.gemeente)) else {
            wrong.add(rij.nr, kolom(at.gemeente), rij.veld(at.gemeente), Reden::GeenGebied);
            continue;
        };
        let Ok(Gebied::Jeugdregio(regio)) = Gebied::parse(rij.veld(at.regio)) else {
            wrong.add(rij.nr, kolom(at.regio), rij.veld(at.regio), Reden::GeenGebied);
            continue;
        };
        let name = |at: Option<usize>| at.map_or("", |at| rij.veld(at).trim()).to_owned();
        let plek = Plek { regio, regionaam: name(at.regionaam), gemeentenaam: name(at.gemeentenaam) };
        if let Some(there) = plekken.get(&code) {
            if there.regio != regio {
                let eerder = lines.get(&code).copied().unwrap_or(rij.nr);
                wrong.add(rij.nr, kolom(at.regio), rij.veld(at.regio), Reden::Dubbel { eerder });
                clashing.push(code);
            }
            continue;
        }
        lines.insert(code, rij.nr);
        plekken.insert(code, plek);
    }
    for code in clashing {
        plekken.remove(&code);
    }
    let rijen = tabel.rijen.len() as u64;
    Some(Kaart { jaar, plekken, rijen })
}
