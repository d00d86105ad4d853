//! How many youths live in an area, and youth care per thousand of them.

use std::collections::BTreeSet;

use super::cel::{Onbekend, Stand};
use super::cijfer::Cijfer;
use super::gebied::Gebied;
use super::grenzen::Grens;
use super::rijen::Merk;
use super::{Bevolking, Waarneming};

/// The share of those aged 15 to 24 that is 15, 16 or 17. An estimate for areas of which CBS publishes these ten years together: with it,
/// youth help per youth in Breda in 2022 comes out at the 13.3% that CBS published. Too high where many students live.
pub const AANDEEL_0_18: f64 = 0.274;

/// The share of those aged 15 to 24 that is younger than 23: eight of ten years of age, as if each were equally many.
pub const AANDEEL_0_23: f64 = 0.8;

/// By what definite figures of youth care exceed provisional ones, as a rule.
pub const BIJSTELLING: (f64, f64) = (1.05, 1.06);

/// CBS rounds numbers of youths in care to fives: each can be this much more or less.
const ROUNDING: f64 = 2.5;

/// Numbers of inhabitants of neighbourhoods are rounded to fives by lot: each can be this much more or less.
const BY_LOT: f64 = 4.0;

/// From this year on more providers report to CBS: years before it are lower for that reason.
pub(super) const BREUK: u16 = 2021;

/// Youths of which ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Groep {
    /// 0 to 17: youth help as the law begins it.
    Tot18,
    /// 0 to 22: with prolonged youth help.
    Tot23,
}

/// How a number of youths was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Methode {
    /// Published as such.
    Geteld,
    /// Those under 15, and a share of those from 15 to 24 ([`AANDEEL_0_18`], [`AANDEEL_0_23`]).
    Samengesteld,
    /// As [`Methode::Samengesteld`], from percentages of all inhabitants.
    UitProcenten,
    /// The publisher of the file estimated it.
    GeschatDoorBron,
    /// The sum of all areas within, each found in one of the ways above.
    Opgeteld,
}

/// What has to stand beside a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kanttekening {
    /// Provisional: definite figures of youth care are often 5 to 6% higher.
    Voorlopig,
    /// The file did not say whether it is provisional.
    StandNietGezegd,
    /// The number of youths is an estimate.
    NoemerGeschat,
    /// The number of youths is a sum of areas; who lives in none of them is not in it.
    NoemerOpgeteld,
    /// More people from 15 to 24 than under 15: the estimate is too high, so the rate too low.
    Studenten,
    /// Those in care are 0 to 22, though the rate is per youth of 0 to 17.
    TellerTot23,
    /// So few youths in care that rounding alone changes the rate by more than a tenth.
    Klein,
    /// The series breaks in 2021: earlier years are lower because fewer providers reported.
    Reeksbreuk,
    /// Borders moved or the code was another area's: years cannot stand beside each other.
    GrensAnders,
    /// It is not known whether borders moved.
    GrensNietGezegd,
    /// The figure is of this earlier year.
    AnderJaar(u16),
}

/// A number of youths.
#[derive(Clone, Debug, PartialEq)]
pub struct Noemer {
    /// Youths.
    pub aantal: f64,
    /// How it was found.
    pub methode: Methode,
    /// What has to stand beside it.
    pub kanttekeningen: BTreeSet<Kanttekening>,
    /// Tables that it is from.
    pub tabellen: BTreeSet<String>,
}

/// Youth care per thousand youths.
#[derive(Clone, Debug, PartialEq)]
pub struct Tarief {
    /// Area.
    pub gebied: Gebied,
    /// Year.
    pub jaar: u16,
    /// Per youth of which ages.
    pub groep: Groep,
    /// Youths with youth care.
    pub teller: f64,
    /// Youths.
    pub noemer: Noemer,
    /// Youths with youth care per thousand youths.
    pub per_duizend: f64,
    /// What it can be because CBS rounds those in care and the number of youths. Of a number of youths that is a sum it can be more.
    pub afronding: (f64, f64),
    /// What it can be expected to become when it is definite, of a provisional figure.
    pub verwacht: Option<(f64, f64)>,
    /// What has to stand beside it.
    pub kanttekeningen: BTreeSet<Kanttekening>,
    /// Table of those in care.
    pub tabel: String,
}

/// Why there is no rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GeenTarief {
    /// No table has youth care of this area and year.
    #[error("no table has youth care of this area and year")]
    GeenTeller,
    /// It is not published.
    #[error("youth care of this area and year is not published ({})", .0.key())]
    Onbekend(Onbekend),
    /// It is doubted.
    #[error("youth care of this area and year is doubted: look at the report of the import")]
    Verdacht,
    /// The number of youths is not known.
    #[error("how many youths live here is not known: import the key figures of this year")]
    GeenNoemer,
}

impl Bevolking {
    /// The number of youths of an area, in the best way that its figures allow.
    pub fn noemer(&self, gebied: Gebied, jaar: u16, groep: Groep) -> Option<Noemer> {
        self.noemer_of_area(gebied, jaar, groep).or_else(|| self.noemer_of_parts(gebied, jaar, groep))
    }

    fn noemer_of_area(&self, gebied: Gebied, jaar: u16, groep: Groep) -> Option<Noemer> {
        let get = |cijfer| {
            let found = self.waarde(gebied, cijfer, jaar)?;
            Some((found.usable()?, found))
        };
        let (whole, share) = match groep {
            Groep::Tot18 => (Cijfer::Inw0Tot18, AANDEEL_0_18),
            Groep::Tot23 => (Cijfer::Inw0Tot23, AANDEEL_0_23),
        };
        if let Some((aantal, from)) = get(whole) {
            return Some(noemer(aantal, Methode::Geteld, &[from]));
        }
        let put_together = |young: f64, older: f64, methode, from: &[Waarneming<'_>]| {
            let mut made = noemer(young + share * older, methode, from);
            if older > young {
                made.kanttekeningen.insert(Kanttekening::Studenten);
            }
            made
        };
        if let (Some((young, a)), Some((older, b))) = (get(Cijfer::Inw0Tot15), get(Cijfer::Inw15Tot25)) {
            return Some(put_together(young, older, Methode::Samengesteld, &[a, b]));
        }
        if let (Some((all, a)), Some((young, b)), Some((older, c))) =
            (get(Cijfer::Inwoners), get(Cijfer::Pct0Tot15), get(Cijfer::Pct15Tot25))
        {
            let of = |percent: f64| all * percent / 100.0;
            return Some(put_together(of(young), of(older), Methode::UitProcenten, &[a, b, c]));
        }
        let (aantal, from) = get(Cijfer::Inw0Tot18Geschat).filter(|_| groep == Groep::Tot18)?;
        Some(noemer(aantal, Methode::GeschatDoorBron, &[from]))
    }

    /// The sum of the neighbourhoods of a municipality, or of the municipalities of a youth region, when each of them is known.
    fn noemer_of_parts(&self, gebied: Gebied, jaar: u16, groep: Groep) -> Option<Noemer> {
        let parts: Vec<Gebied> = match gebied {
            Gebied::Gemeente(code) => self.wijken(code, jaar).into_iter().map(Gebied::Wijk).collect(),
            Gebied::Jeugdregio(_) => self.gemeenten(gebied, jaar).into_iter().map(Gebied::Gemeente).collect(),
            Gebied::Nederland | Gebied::Wijk(_) => Vec::new(),
        };
        let mut sum = Noemer {
            aantal: 0.0,
            methode: Methode::Opgeteld,
            kanttekeningen: BTreeSet::from([Kanttekening::NoemerOpgeteld]),
            tabellen: BTreeSet::new(),
        };
        for part in &parts {
            let one = self.noemer(*part, jaar, groep)?;
            sum.aantal += one.aantal;
            // A neighbourhood of students says little of a whole municipality.
            sum.kanttekeningen
                .extend(one.kanttekeningen.into_iter().filter(|k| *k != Kanttekening::Studenten));
            sum.tabellen.extend(one.tabellen);
        }
        (!parts.is_empty()).then_some(sum)
    }

    /// Youth care per thousand youths of an area in a year.
    pub fn tarief(&self, gebied: Gebied, jaar: u16, groep: Groep) -> Result<Tarief, GeenTarief> {
        let total = self.waarde(gebied, Cijfer::Jeugdzorg, jaar).ok_or(GeenTarief::GeenTeller)?;
        if total.merk == Merk::Verdacht {
            return Err(GeenTarief::Verdacht);
        }
        let all = match total.cel {
            super::Cel::Waarde(value) => value,
            super::Cel::Onbekend(why) => return Err(GeenTarief::Onbekend(why)),
        };
        let noemer = self.noemer(gebied, jaar, groep).ok_or(GeenTarief::GeenNoemer)?;
        if noemer.aantal <= 0.0 {
            return Err(GeenTarief::GeenNoemer);
        }
        let mut notes = noemer.kanttekeningen.clone();
        notes.extend(stand_note(total.stand));
        let young = || {
            [Cijfer::Jz0Tot4, Cijfer::Jz4Tot12, Cijfer::Jz12Tot18]
                .iter()
                .map(|cijfer| self.waarde(gebied, *cijfer, jaar)?.usable())
                .sum::<Option<f64>>()
        };
        let (teller, rounding) = match groep {
            Groep::Tot23 => (all, ROUNDING),
            Groep::Tot18 => young().map_or_else(
                || {
                    notes.insert(Kanttekening::TellerTot23);
                    (all, ROUNDING)
                },
                |sum| (sum, 3.0 * ROUNDING),
            ),
        };
        let rate = |teller: f64, aantal: f64| teller / aantal * 1000.0;
        let per_duizend = rate(teller, noemer.aantal);
        if teller > 0.0 && rounding / teller > 0.1 {
            notes.insert(Kanttekening::Klein);
        }
        let (most, least) = (noemer.aantal + BY_LOT, (noemer.aantal - BY_LOT).max(1.0));
        Ok(Tarief {
            gebied,
            jaar,
            groep,
            teller,
            per_duizend,
            afronding: (rate((teller - rounding).max(0.0), most), rate(teller + rounding, least)),
            verwacht: total
                .stand
                .provisional()
                .then_some((per_duizend * BIJSTELLING.0, per_duizend * BIJSTELLING.1)),
            kanttekeningen: notes,
            tabel: total.tabel.to_owned(),
            noemer,
        })
    }

    /// A figure of this year or of one of the two years before it, when the area is the same.
    pub(super) fn recent(&self, gebied: Gebied, cijfer: Cijfer, jaar: u16) -> Option<Waarneming<'_>> {
        (jaar.saturating_sub(2)..=jaar)
            .rev()
            .filter(|year| self.grens(gebied, *year, jaar) != Grens::Anders)
            .filter_map(|year| self.waarde(gebied, cijfer, year))
            .find(|found| found.usable().is_some())
    }
}

pub(super) const fn stand_note(stand: Stand) -> Option<Kanttekening> {
    match stand {
        Stand::Voorlopig | Stand::NaderVoorlopig => Some(Kanttekening::Voorlopig),
        Stand::NietGezegd => Some(Kanttekening::StandNietGezegd),
        Stand::Definitief => None,
    }
}

fn noemer(aantal: f64, methode: Methode, from: &[Waarneming<'_>]) -> Noemer {
    let mut kanttekeningen = BTreeSet::new();
    if methode != Methode::Geteld {
        kanttekeningen.insert(Kanttekening::NoemerGeschat);
    }
    Noemer { aantal, methode, kanttekeningen, tabellen: from.iter().map(|w| w.tabel.to_owned()).collect() }
}
