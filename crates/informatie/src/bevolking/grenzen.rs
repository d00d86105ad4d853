//! Borders and codes that change between years.

use std::collections::BTreeSet;

use stelsel::{Gemeentecode, Wijkcode};

use super::gebied::Gebied;
use super::rijen::Inhoud;
use super::verslag::Melding;

/// Whether an area is the same in two years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grens {
    /// For every year between, CBS says that code and borders stayed.
    Gelijk,
    /// The code is there in both years; of some year between it is not said whether borders stayed.
    NietGezegd,
    /// CBS says of some year between that borders moved, or that this code was another area's before.
    Anders,
    /// The code is not there in one of both years.
    Weg,
}

impl Grens {
    /// Whether figures of both years can stand beside each other.
    pub const fn comparable(self) -> bool {
        matches!(self, Self::Gelijk | Self::NietGezegd)
    }
}

impl Inhoud {
    pub(super) fn wijken(&self, jaar: u16) -> BTreeSet<Wijkcode> {
        self.feiten
            .range((jaar, Gebied::Nederland)..)
            .take_while(|((year, _), _)| *year == jaar)
            .filter_map(|((_, gebied), _)| if let Gebied::Wijk(code) = gebied { Some(*code) } else { None })
            .collect()
    }

    /// Whether an area is the same in two years.
    pub(super) fn grens(&self, gebied: Gebied, een: u16, ander: u16) -> Grens {
        let (van, tot) = (een.min(ander), een.max(ander));
        if van == tot {
            return Grens::Gelijk;
        }
        let there = |jaar| self.feiten.contains_key(&(jaar, gebied));
        if !there(van) || !there(tot) {
            return Grens::Weg;
        }
        let said: Vec<Option<u8>> =
            (van + 1..=tot).map(|jaar| self.feiten.get(&(jaar, gebied)).and_then(|f| f.wijziging)).collect();
        if said.iter().any(|s| matches!(s, Some(2 | 3))) {
            Grens::Anders
        } else if said.contains(&None) {
            Grens::NietGezegd
        } else {
            Grens::Gelijk
        }
    }

    /// What is told about the neighbourhoods of a year, beside the nearest other year that is known.
    pub(super) fn border_news(&self, jaar: u16) -> Vec<Melding> {
        let mut news = Vec::new();
        let here = self.wijken(jaar);
        if here.is_empty() {
            return news;
        }
        let changed = |kind: u8| -> Vec<Wijkcode> {
            let of = |w: &Wijkcode| self.feiten.get(&(jaar, Gebied::Wijk(*w))).and_then(|f| f.wijziging);
            here.iter().copied().filter(|w| of(w) == Some(kind)).collect()
        };
        let (codes, borders) = (changed(2), changed(3));
        if !codes.is_empty() {
            news.push(Melding::AndereCodes { jaar, wijken: codes });
        }
        if !borders.is_empty() {
            news.push(Melding::AndereGrenzen { jaar, wijken: borders });
        }
        let years: BTreeSet<u16> = self.feiten.keys().map(|(year, _)| *year).filter(|y| *y != jaar).collect();
        let before = years.range(..jaar).next_back().copied();
        let after = years.range(jaar..).next().copied();
        for (van, tot) in [(before, Some(jaar)), (Some(jaar), after)] {
            let (Some(van), Some(tot)) = (van, tot) else { continue };
            let (first, last) = (self.wijken(van), self.wijken(tot));
            // Only where both years have neighbourhoods of a municipality at all.
            let of = |set: &BTreeSet<Wijkcode>| {
                set.iter().map(|w| w.gemeente()).collect::<BTreeSet<Gemeentecode>>()
            };
            let both: BTreeSet<_> = of(&first).intersection(&of(&last)).copied().collect();
            let only = |a: &BTreeSet<Wijkcode>, b: &BTreeSet<Wijkcode>| -> Vec<Wijkcode> {
                a.difference(b).copied().filter(|w| both.contains(&w.gemeente())).collect()
            };
            let (vervallen, nieuw) = (only(&first, &last), only(&last, &first));
            if !(vervallen.is_empty() && nieuw.is_empty()) {
                news.push(Melding::AndereWijken { van, tot, vervallen, nieuw });
            }
        }
        news
    }
}
