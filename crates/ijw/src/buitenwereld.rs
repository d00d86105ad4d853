//! What the rules of level 4 ask of the world outside the messages.

use std::collections::{BTreeMap, HashSet};

use crate::basis::{Bedrag, Datum, Eenheid, Gemeente, ProductCategorie, ProductCode};
use crate::historie::Keten;

/// What a contract says about a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contract {
    /// The unit in which it is claimed.
    pub eenheid: Eenheid,
    /// The price of a unit, in eurocents. Of no meaning for euros (83).
    pub tarief: Bedrag,
}

/// What is known from outside the messages.
///
/// Every question may be answered with `None`: not known. A rule that needs the answer is then not judged, and never leads
/// to a rejection. A type that knows nothing needs no method at all.
pub trait Buitenwereld {
    /// Today (TR135).
    fn vandaag(&self) -> Option<Datum> {
        None
    }

    /// Whether the code stands in the list of municipalities of a year (TR378).
    fn gemeente_in_lijst(&self, _gemeente: &Gemeente, _jaar: i16) -> Option<bool> {
        None
    }

    /// Whether the code of a product belongs to the category, in the list that the municipality uses (TR381). A code is
    /// never withdrawn from allocations that have it, so that no date is asked.
    fn code_past(
        &self,
        _gemeente: &Gemeente,
        _categorie: ProductCategorie,
        _code: &ProductCode,
    ) -> Option<bool> {
        None
    }

    /// What the contract says about a product on a day (TR341, TR346, TR418).
    fn contract(
        &self,
        _keten: &Keten,
        _categorie: ProductCategorie,
        _code: &ProductCode,
        _dag: Datum,
    ) -> Option<Contract> {
        None
    }

    /// Whether care was delivered in the month of this day (TR318).
    fn zorg_geleverd(&self, _keten: &Keten, _maand: Datum) -> Option<bool> {
        None
    }
}

/// Nothing is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Onbekend;

impl Buitenwereld for Onbekend {}

/// The first year whose list of municipalities can matter: that in which the law began.
const EERSTE_JAAR: i16 = 2015;

/// Whether a code is one of a municipality, in the list of the year of a day or an older one: after municipalities merge, an
/// allocation may still bear the code of before. Not known as long as a list that could hold it is not known.
pub(crate) fn gemeente_bestaat(buiten: &dyn Buitenwereld, gemeente: &Gemeente, dag: Datum) -> Option<bool> {
    let mut bekend = true;
    for jaar in (EERSTE_JAAR..=dag.year().max(EERSTE_JAAR)).rev() {
        match buiten.gemeente_in_lijst(gemeente, jaar) {
            Some(true) => return Some(true),
            Some(false) => {}
            None => bekend = false,
        }
    }
    bekend.then_some(false)
}

/// The lists of municipalities by year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gemeentelijsten {
    jaren: BTreeMap<i16, HashSet<Gemeente>>,
}

impl Gemeentelijsten {
    /// Adds the codes of a year.
    pub fn add(&mut self, jaar: i16, codes: impl IntoIterator<Item = Gemeente>) {
        self.jaren.entry(jaar).or_default().extend(codes);
    }

    /// Whether the code stands in the list of a year; not known without that list.
    pub fn contains(&self, gemeente: &Gemeente, jaar: i16) -> Option<bool> {
        self.jaren.get(&jaar).map(|codes| codes.contains(gemeente))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Wereld(Gemeentelijsten);

    impl Buitenwereld for Wereld {
        fn gemeente_in_lijst(&self, gemeente: &Gemeente, jaar: i16) -> Option<bool> {
            self.0.contains(gemeente, jaar)
        }
    }

    #[test]
    fn a_municipality_may_stand_in_an_older_list() {
        let gemeente = |code| Gemeente::parse(code).unwrap();
        let mut wereld = Wereld(Gemeentelijsten::default());
        for jaar in 2016..=2026 {
            wereld.0.add(jaar, [gemeente("9901")]);
        }
        let in_2026 =
            |wereld: &Wereld, code| gemeente_bestaat(wereld, &gemeente(code), Datum::constant(2026, 5, 1));
        assert_eq!(in_2026(&wereld, "9901"), Some(true));
        assert_eq!(in_2026(&wereld, "9902"), None, "the list of 2015 is not known");
        wereld.0.add(2015, [gemeente("9903")]);
        assert_eq!(in_2026(&wereld, "9902"), Some(false));
        assert_eq!(in_2026(&wereld, "9903"), Some(true));
        assert_eq!(gemeente_bestaat(&Onbekend, &gemeente("9902"), Datum::constant(2026, 5, 1)), None);
    }
}
