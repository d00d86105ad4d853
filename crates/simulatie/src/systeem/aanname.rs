//! The numbers that the model rests on, each with its source and how far it may be off.

use super::tabel::{Sleutel, TABEL};
use crate::stream::{Purpose, Stream};

/// The word for a number that no source gives.
pub const AANNAME: &str = "aanname";

/// A number of the model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grootheid {
    /// By what name the program knows it.
    pub sleutel: Sleutel,
    /// By what name people know it.
    pub naam: &'static str,
    /// What is used.
    pub waarde: f64,
    /// The lowest that is thought possible.
    pub laag: f64,
    /// The highest that is thought possible.
    pub hoog: f64,
    /// In what it is counted.
    pub eenheid: &'static str,
    /// Where it comes from, or that it is an assumption.
    pub bron: &'static str,
    /// What it says.
    pub uitleg: &'static str,
}

impl Grootheid {
    /// The number by the name that people know.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        TABEL.iter().find(|one| one.naam == name)
    }

    /// The name of a number.
    pub fn naam_of(sleutel: Sleutel) -> &'static str {
        TABEL.get(sleutel as usize).map_or("", |one| one.naam)
    }

    /// Between which values someone may set it. What is counted of a region (youths, youths in care, waiting) may be that of another
    /// region or time.
    pub fn bereik(&self) -> (f64, f64) {
        let counted = ["jeugd.", "start.in_zorg", "wacht."];
        if counted.iter().any(|first| self.naam.starts_with(first)) {
            (self.laag / 100.0, self.hoog * 100.0)
        } else if matches!(self.sleutel, Sleutel::Lr4Groei | Sleutel::GroeiOverig) {
            // In the past use grew by five to six per cent a year (seed 004).
            (self.laag, 0.08)
        } else {
            (self.laag, self.hoog)
        }
    }

    /// Whether no source gives it.
    pub fn is_aanname(&self) -> bool {
        self.bron.starts_with(AANNAME)
    }

    /// With what probability `at_most` as large: a triangle from lowest to highest, its top at what is used.
    fn quantile(&self, at_most: f64) -> f64 {
        triangle((self.laag, self.waarde, self.hoog), at_most)
    }
}

/// The value of a triangle, from lowest by its top to highest, below which a share lies.
pub(super) fn triangle((low, top, high): (f64, f64, f64), at_most: f64) -> f64 {
    let width = high - low;
    if width <= 0.0 {
        return top;
    }
    let left = top - low;
    if at_most * width < left {
        low + libm::sqrt(at_most * width * left)
    } else {
        high - libm::sqrt((1.0 - at_most) * width * (high - top))
    }
}

/// One value for every number of [`TABEL`].
#[derive(Clone, Debug, PartialEq)]
pub struct Aannames(Vec<f64>);

impl Default for Aannames {
    fn default() -> Self {
        Self(TABEL.iter().map(|one| one.waarde).collect())
    }
}

impl Aannames {
    /// The value of a number.
    pub fn get(&self, sleutel: Sleutel) -> f64 {
        self.0.get(sleutel as usize).copied().unwrap_or_default()
    }

    /// Another value for a number. Whether it is possible ([`Grootheid::bereik`]) is for who sets it.
    pub fn put(&mut self, sleutel: Sleutel, waarde: f64) {
        if let Some(place) = self.0.get_mut(sleutel as usize) {
            *place = waarde;
        }
    }

    /// The values of a replication: each drawn between its lowest and highest, most often near what is used, and apart from the others.
    /// Those that `fixed` names stay as they are here.
    #[must_use]
    pub fn drawn(&self, seed: u64, replication: u64, fixed: &[Sleutel]) -> Self {
        let mut values = self.clone();
        for grootheid in TABEL.iter().filter(|one| !fixed.contains(&one.sleutel)) {
            let unit = Stream::new(seed, Purpose::new(grootheid.naam), replication).unit();
            values.put(grootheid.sleutel, grootheid.quantile(unit));
        }
        values
    }

    /// With numbers at these places of their ranges, 0 the lowest and 1 the highest, in the order of [`TABEL`].
    #[must_use]
    pub fn at(&self, places: &[(Sleutel, f64)]) -> Self {
        let mut values = self.clone();
        for (sleutel, place) in places {
            if let Some(grootheid) = TABEL.get(*sleutel as usize) {
                values.put(
                    *sleutel,
                    grootheid.laag + place.clamp(0.0, 1.0) * (grootheid.hoog - grootheid.laag),
                );
            }
        }
        values
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "these values come through unchanged")]

    use super::*;

    #[test]
    fn every_number_has_a_source_and_a_range() {
        for (place, one) in TABEL.iter().enumerate() {
            assert_eq!(one.sleutel as usize, place);
            assert!(one.laag <= one.waarde && one.waarde <= one.hoog, "{}", one.naam);
            assert!(!one.bron.is_empty() && one.uitleg.len() > 10 && !one.eenheid.is_empty(), "{}", one.naam);
            assert!(
                !one.is_aanname() || one.laag < one.hoog,
                "{} is an assumption without a range",
                one.naam
            );
            assert_eq!(Grootheid::by_name(one.naam), Some(one), "two are called {}", one.naam);
        }
        assert_eq!(Grootheid::by_name("wat"), None);
    }

    #[test]
    fn draws_keep_within_the_range_and_are_the_same_again() {
        let standard = Aannames::default();
        let mut sum = 0.0;
        for replication in 0..400 {
            let drawn = standard.drawn(7, replication, &[Sleutel::WachtGgz]);
            assert_eq!(drawn, standard.drawn(7, replication, &[Sleutel::WachtGgz]));
            for one in TABEL {
                let value = drawn.get(one.sleutel);
                assert!((one.laag - 1e-9..=one.hoog + 1e-9).contains(&value), "{}: {value}", one.naam);
            }
            assert_eq!(drawn.get(Sleutel::WachtGgz), standard.get(Sleutel::WachtGgz));
            sum += drawn.get(Sleutel::WachtAmbulant);
        }
        let one = TABEL[Sleutel::WachtAmbulant as usize];
        let mean = (one.laag + one.waarde + one.hoog) / 3.0;
        assert!((sum / 400.0 / mean - 1.0).abs() < 0.03, "the mean of a triangle");
        assert_ne!(standard.drawn(7, 0, &[]), standard.drawn(7, 1, &[]));
        assert_ne!(standard.drawn(7, 0, &[]), standard.drawn(8, 0, &[]));
    }

    #[test]
    fn places_in_the_range() {
        let mut aannames = Aannames::default();
        aannames.put(Sleutel::WachtGgz, 120.0);
        assert_eq!(aannames.get(Sleutel::WachtGgz), 120.0);
        let ends = [(Sleutel::WachtGgz, 0.0), (Sleutel::WachtAmbulant, 1.0)];
        assert_eq!(
            aannames.at(&ends).get(Sleutel::WachtAmbulant),
            TABEL[Sleutel::WachtAmbulant as usize].hoog
        );
        assert!(TABEL[Sleutel::WachtGgz as usize].bereik().1 > 1_000.0);
        assert_eq!(TABEL[Sleutel::Verloop as usize].bereik(), (0.1, 0.2));
    }
}
