//! A number of the model that was measured, with what it may be.

use super::aanname::triangle;
use super::tabel::{Sleutel, TABEL};
use crate::stream::{Purpose, Stream};

/// A number with its interval of 95 per cent, and of how many observations it is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Meting {
    /// The number.
    pub waarde: f64,
    /// Lower bound.
    pub laag: f64,
    /// Upper bound.
    pub hoog: f64,
    /// Observations.
    pub aantal: u64,
}

impl Meting {
    /// The interval, when it is one: in order and finite.
    #[must_use]
    pub fn is_goed(&self) -> bool {
        self.laag <= self.waarde && self.waarde <= self.hoog && (self.hoog - self.laag).is_finite()
    }

    /// A value of a replication: a triangle over the interval, its top at the number.
    pub(crate) fn drawn(&self, seed: u64, name: &'static str, replication: u64) -> f64 {
        let unit = Stream::new(seed, Purpose::new(name), replication).unit();
        triangle((self.laag, self.waarde, self.hoog), unit)
    }
}

/// A number of [`TABEL`] that was measured in a region, instead of what stands in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Gemeten {
    /// Which.
    pub sleutel: Sleutel,
    /// What it is, and between what.
    pub meting: Meting,
    /// Where it was measured.
    pub bron: String,
}

impl Gemeten {
    /// The value of a replication.
    pub(crate) fn drawn(&self, seed: u64, replication: u64) -> f64 {
        let name = TABEL.get(self.sleutel as usize).map_or("", |one| one.naam);
        self.meting.drawn(seed, name, replication)
    }

    /// Between what a measured number may lie: a share from 0 to 1, everything else within a hundred times what the table thinks possible.
    pub fn bereik(sleutel: Sleutel) -> (f64, f64) {
        TABEL.get(sleutel as usize).map_or((0.0, 0.0), |one| {
            if one.eenheid == "share" && one.laag >= 0.0 {
                (0.0, 1.0)
            } else {
                (one.laag.min(one.laag / 100.0), one.hoog * 100.0)
            }
        })
    }
}
