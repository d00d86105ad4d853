//! What is there: per table and year.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Bevolking;
use super::cel::{Cel, Stand};
use super::gebied::Gebied;
use super::rijen::Merk;

/// The figures of one year of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tabeljaar {
    /// Table.
    pub tabel: String,
    /// Year.
    pub jaar: u16,
    /// Who published it.
    pub bron: String,
    /// Day on which the newest of them was imported.
    pub gelezen: Date,
    /// How definite its figures are.
    pub standen: BTreeSet<Stand>,
    /// Areas.
    pub gebieden: usize,
    /// Figures, those without a number included.
    pub cijfers: u64,
    /// Of those: without a number, because it is not published.
    pub onbekend: u64,
    /// Of those: doubted.
    pub verdacht: u64,
}

impl Bevolking {
    /// What is there, by table and year.
    pub fn overzicht(&self) -> Vec<Tabeljaar> {
        let mut found: BTreeMap<(&str, u16), (Tabeljaar, BTreeSet<Gebied>)> = BTreeMap::new();
        for (vak, meting) in &self.inhoud.cijfers {
            let Some(invoer) = self.manifest.invoeren.get(usize::from(meting.invoer)) else { continue };
            let tabel = self.inhoud.tabelnaam(vak.tabel);
            let (of, gebieden) = found.entry((tabel, vak.jaar)).or_insert_with(|| {
                let none = Tabeljaar {
                    tabel: tabel.to_owned(),
                    jaar: vak.jaar,
                    bron: invoer.bron.clone(),
                    gelezen: invoer.gelezen,
                    standen: BTreeSet::new(),
                    gebieden: 0,
                    cijfers: 0,
                    onbekend: 0,
                    verdacht: 0,
                };
                (none, BTreeSet::new())
            });
            if invoer.gelezen >= of.gelezen {
                of.gelezen = invoer.gelezen;
                of.bron.clone_from(&invoer.bron);
            }
            of.standen.insert(meting.stand);
            of.cijfers += 1;
            of.onbekend += u64::from(matches!(meting.cel, Cel::Onbekend(_)));
            of.verdacht += u64::from(meting.merk == Merk::Verdacht);
            gebieden.insert(vak.gebied);
        }
        let counted = found.into_values().map(|(of, gebieden)| Tabeljaar { gebieden: gebieden.len(), ..of });
        counted.collect()
    }
}
