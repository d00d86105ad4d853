//! A table that may be shown.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::blad::{Blad, BladRij};
use super::getal::Getal;
use super::regel::Regel;
use crate::indicator::{Indicator, Niveau, Tekst};
use crate::snapshot::Uitgeprobeerd;

/// A table of figures that may be shown. Only [`super::Deur`] makes one.
#[derive(Clone, Debug)]
pub struct Publicatie {
    pub(super) indicator: &'static Indicator,
    pub(super) niveau: Niveau,
    pub(super) regel: Regel,
    pub(super) snapshot: String,
    pub(super) sleutels: Vec<String>,
    pub(super) perioden: Vec<Date>,
    /// Per key, per period.
    pub(super) getallen: Vec<Getal>,
}

impl Publicatie {
    /// What the figures are.
    pub fn indicator(&self) -> &'static Indicator {
        self.indicator
    }

    /// What they are split for.
    pub fn niveau(&self) -> Niveau {
        self.niveau
    }

    /// The rule by which they were protected.
    pub fn regel(&self) -> Regel {
        self.regel
    }

    /// The codes or words that they are split for.
    pub fn sleutels(&self) -> &[String] {
        &self.sleutels
    }

    /// First day of each period.
    pub fn perioden(&self) -> &[Date] {
        &self.perioden
    }

    /// Key by key, the figures of its periods.
    pub fn rijen(&self) -> impl Iterator<Item = (&str, &[Getal])> {
        let figures = self.getallen.chunks(self.perioden.len().max(1));
        self.sleutels.iter().map(String::as_str).zip(figures)
    }

    /// The figure of a key and a period.
    pub fn getal(&self, sleutel: &str, periode: Date) -> Option<&Getal> {
        let period = self.perioden.iter().position(|day| *day == periode)?;
        self.rijen().find(|(key, _)| *key == sleutel)?.1.get(period)
    }

    /// All figures per so many of a public number, such as youths of a neighbourhood in a year. Where that is not known there is no figure.
    #[must_use]
    pub fn per(&self, zoveel: u32, bevolking: impl Fn(&str, Date) -> Option<u32>) -> Self {
        let width = self.perioden.len().max(1);
        let mut out = self.clone();
        for (key, figures) in self.sleutels.iter().zip(out.getallen.chunks_mut(width)) {
            for (day, getal) in self.perioden.iter().zip(figures) {
                *getal = getal.per(bevolking(key, *day).unwrap_or(0), zoveel);
            }
        }
        out
    }

    /// The name of the snapshot that the figures are of.
    pub fn snapshot(&self) -> &str {
        &self.snapshot
    }

    /// Whether the figures are of something that was tried out with a model, not observed. Their snapshot is named so, here and in every sheet.
    pub fn is_uitgeprobeerd(&self) -> bool {
        self.snapshot.starts_with(Uitgeprobeerd::NAAM)
    }

    /// Only some of what it is split for, such as one neighbourhood.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(&str) -> bool) -> Self {
        let mut out = Self { sleutels: Vec::new(), getallen: Vec::new(), ..self.clone() };
        for (key, figures) in self.rijen().filter(|(key, _)| wanted(key)) {
            out.sleutels.push(key.to_owned());
            out.getallen.extend_from_slice(figures);
        }
        out
    }

    /// As a sheet to take away.
    pub fn blad(&self) -> Blad {
        let rijen = self.rijen().flat_map(|(key, figures)| {
            let of = |(day, getal): (&Date, &Getal)| BladRij {
                onderdeel: self.indicator.key,
                sleutel: key.to_owned(),
                plek: day.to_string(),
                getal: *getal,
            };
            self.perioden.iter().zip(figures).map(of)
        });
        Blad {
            naam: self.indicator.naam,
            definitie: self.indicator.definitie,
            context: self.indicator.context,
            snapshot: self.snapshot.clone(),
            regel: self.regel,
            as_naam: "periode",
            rijen: rijen.collect(),
        }
    }

    /// As comma-separated values, after lines with `#` that say what it is, in the language that `taal` takes from a text.
    pub fn csv(&self, taal: fn(&Tekst) -> &'static str) -> String {
        self.blad().csv(taal)
    }
}

impl Serialize for Publicatie {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Publicatie", 7)?;
        out.serialize_field("indicator", self.indicator.key)?;
        out.serialize_field("snapshot", &self.snapshot)?;
        out.serialize_field("drempel", &self.regel.drempel)?;
        out.serialize_field("basis", &self.regel.basis)?;
        out.serialize_field("sleutels", &self.sleutels)?;
        out.serialize_field("perioden", &self.perioden)?;
        out.serialize_field("getallen", &self.getallen)?;
        out.end()
    }
}
