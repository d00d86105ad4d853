//! Who is like us, and in what. There is no best and no worst here: how much youth care is used is no part of it.

use std::collections::BTreeMap;

use super::Bevolking;
use super::cijfer::{Cijfer, Maat};
use super::gebied::Gebied;
use crate::indicator::Tekst;

/// Something by which areas are alike or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kenmerk {
    /// Inhabitants, as a logarithm: twice as many is as far apart for villages as for cities.
    Omvang,
    /// Under 15, per hundred inhabitants.
    Kinderen,
    /// From 15 to 24, per hundred inhabitants.
    Jongeren,
    /// Households with children, per hundred inhabitants.
    MetKinderen,
    /// Single-parent households, per hundred households.
    Eenouder,
    /// Addresses around, as a logarithm.
    Dichtheid,
    /// Income per inhabitant, thousands of euros.
    Inkomen,
    /// Households at or around the social minimum, per hundred.
    Minimum,
    /// Mean value of houses, as a logarithm.
    Woz,
    /// Owner-occupied houses, per hundred.
    Koop,
    /// Houses of a housing association, per hundred.
    Corporatie,
    /// Of those in youth care: under four, per hundred.
    JongsteInZorg,
    /// Of those in youth care: 12 to 17, per hundred.
    TienersInZorg,
    /// Of those in youth care: at home with one parent, per hundred.
    EenouderInZorg,
    /// Of all trajectories: by the municipality, per hundred.
    ViaGemeente,
    /// By the general practitioner, per hundred.
    ViaHuisarts,
    /// By the certified institution, per hundred.
    ViaGi,
    /// By the medical specialist, per hundred.
    ViaSpecialist,
}

impl Kenmerk {
    /// Who live there and how: by this areas are alike.
    pub const BEVOLKING: [Self; 11] = [
        Self::Omvang,
        Self::Kinderen,
        Self::Jongeren,
        Self::MetKinderen,
        Self::Eenouder,
        Self::Dichtheid,
        Self::Inkomen,
        Self::Minimum,
        Self::Woz,
        Self::Koop,
        Self::Corporatie,
    ];

    /// Who comes to youth care and by which way: what to talk about with who is alike. Not better or worse.
    pub const TOEGANG: [Self; 7] = [
        Self::JongsteInZorg,
        Self::TienersInZorg,
        Self::EenouderInZorg,
        Self::ViaGemeente,
        Self::ViaHuisarts,
        Self::ViaGi,
        Self::ViaSpecialist,
    ];

    /// What it is called.
    pub const fn naam(self) -> Tekst {
        let (nl, en) = match self {
            Self::Omvang => ("hoeveel mensen er wonen", "how many people live there"),
            Self::Kinderen => ("hoeveel kinderen onder 15 er zijn", "how many children under 15 there are"),
            Self::Jongeren => {
                ("hoeveel jongeren van 15 tot 25 er zijn", "how many people from 15 to 24 there are")
            }
            Self::MetKinderen => ("huishoudens met kinderen", "households with children"),
            Self::Eenouder => ("huishoudens met één ouder", "single-parent households"),
            Self::Dichtheid => ("hoe dicht huizen bij elkaar staan", "how close houses stand together"),
            Self::Inkomen => ("inkomen", "income"),
            Self::Minimum => ("huishoudens rond het sociaal minimum", "households around the social minimum"),
            Self::Woz => ("de waarde van woningen", "the value of houses"),
            Self::Koop => ("koopwoningen", "owner-occupied houses"),
            Self::Corporatie => ("woningen van een corporatie", "houses of a housing association"),
            Self::JongsteInZorg => ("jeugdhulp onder 4 jaar", "youth help under four"),
            Self::TienersInZorg => ("jeugdhulp van 12 tot 18 jaar", "youth help from 12 to 17"),
            Self::EenouderInZorg => ("jeugdhulp thuis bij één ouder", "youth help at home with one parent"),
            Self::ViaGemeente => ("jeugdhulp via de gemeente", "youth help by the municipality"),
            Self::ViaHuisarts => ("jeugdhulp via de huisarts", "youth help by the general practitioner"),
            Self::ViaGi => {
                ("jeugdhulp via de gecertificeerde instelling", "youth help by the certified institution")
            }
            Self::ViaSpecialist => {
                ("jeugdhulp via de medisch specialist", "youth help by the medical specialist")
            }
        };
        Tekst { nl, en }
    }

    /// Whether its value is a logarithm, to be told as what it is the logarithm of.
    pub const fn logarithm(self) -> bool {
        matches!(self, Self::Omvang | Self::Dichtheid | Self::Woz)
    }

    /// In what it is told: people, euros and addresses as they are, all else per hundred.
    pub const fn maat(self) -> Maat {
        match self {
            Self::Omvang => Maat::Aantal,
            Self::Dichtheid => Maat::PerKm2,
            Self::Inkomen | Self::Woz => Maat::DuizendEuro,
            _ => Maat::Procent,
        }
    }

    /// Its value for an area, from this year or at most two years before it.
    pub fn value(self, bevolking: &Bevolking, gebied: Gebied, jaar: u16) -> Option<f64> {
        let get = |cijfer| bevolking.recent(gebied, cijfer, jaar).and_then(|w| w.usable());
        let share = |part, whole| {
            let whole = get(whole).filter(|n| *n > 0.0)?;
            Some(get(part)? / whole * 100.0)
        };
        let log = |cijfer| get(cijfer).filter(|n| *n > 0.0).map(f64::ln);
        match self {
            Self::Omvang => log(Cijfer::Inwoners),
            Self::Kinderen => share(Cijfer::Inw0Tot15, Cijfer::Inwoners).or_else(|| get(Cijfer::Pct0Tot15)),
            Self::Jongeren => share(Cijfer::Inw15Tot25, Cijfer::Inwoners).or_else(|| get(Cijfer::Pct15Tot25)),
            Self::MetKinderen => share(Cijfer::HuishoudensMetKinderen, Cijfer::Inwoners),
            Self::Eenouder => share(Cijfer::Eenouder, Cijfer::Huishoudens),
            Self::Dichtheid => log(Cijfer::Dichtheid),
            Self::Inkomen => get(Cijfer::InkomenPerInwoner),
            Self::Minimum => get(Cijfer::PctMinimum),
            Self::Woz => log(Cijfer::Woz),
            Self::Koop => get(Cijfer::PctKoop),
            Self::Corporatie => get(Cijfer::PctCorporatie),
            Self::JongsteInZorg => share(Cijfer::Jz0Tot4, Cijfer::Jeugdzorg),
            Self::TienersInZorg => share(Cijfer::Jz12Tot18, Cijfer::Jeugdzorg),
            Self::EenouderInZorg => share(Cijfer::JzEenouder, Cijfer::Jeugdzorg),
            Self::ViaGemeente => share(Cijfer::ViaGemeente, Cijfer::Trajecten),
            Self::ViaHuisarts => share(Cijfer::ViaHuisarts, Cijfer::Trajecten),
            Self::ViaGi => share(Cijfer::ViaGi, Cijfer::Trajecten),
            Self::ViaSpecialist => share(Cijfer::ViaSpecialist, Cijfer::Trajecten),
        }
    }
}

/// A characteristic of two areas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vergeleken {
    /// Which.
    pub kenmerk: Kenmerk,
    /// Its value here.
    pub hier: f64,
    /// Its value there.
    pub daar: f64,
    /// There less here, in spreads of all areas compared.
    pub verschil: f64,
}

/// An area that is like another.
#[derive(Clone, Debug, PartialEq)]
pub struct Buur {
    /// Which.
    pub gebied: Gebied,
    /// 0: alike in everything; 1: in nothing. What is unknown counts as unlike.
    pub afstand: f64,
    /// In what they are alike, most alike first.
    pub gelijkend: Vec<Vergeleken>,
    /// In what they differ, most different first.
    pub anders: Vec<Vergeleken>,
    /// What is not known of one of them.
    pub onbekend: Vec<Kenmerk>,
    /// What to talk about: how youth care is reached here and there. Most different first; not better or worse.
    pub gesprek: Vec<Vergeleken>,
}

/// Fewer areas of which a characteristic is known say nothing about its spread.
const LEAST: usize = 5;

/// Beyond so many spreads from the middle all is equally far.
const FAR: f64 = 3.0;

/// Less than this many spreads apart is alike.
const ALIKE: f64 = 0.5;

/// Areas and their characteristics, each in spreads from the middle of all.
#[derive(Clone, Debug)]
pub struct Schaal {
    /// Middle (median) and spread (1.4826 times the median distance from it) of each characteristic.
    kenmerken: Vec<(Kenmerk, f64, f64)>,
    waarden: BTreeMap<Gebied, Vec<Option<f64>>>,
    /// Characteristics of which too few areas are known, or that are the same in most.
    pub ongebruikt: Vec<Kenmerk>,
}

fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = values.len() / 2;
    let high = values.get(upper).copied()?;
    if values.len() % 2 == 1 {
        Some(high)
    } else {
        Some(f64::midpoint(*values.get(upper.checked_sub(1)?)?, high))
    }
}

impl Schaal {
    /// Lays areas beside each other; values in the order of the characteristics, none where one is not known.
    pub fn new(kenmerken: &[Kenmerk], waarden: BTreeMap<Gebied, Vec<Option<f64>>>) -> Self {
        let mut used = Vec::new();
        let mut ongebruikt = Vec::new();
        let mut kept = Vec::new();
        for (at, kenmerk) in kenmerken.iter().enumerate() {
            let known = || {
                waarden.values().filter_map(|row| row.get(at).copied().flatten().filter(|v| v.is_finite()))
            };
            let mut values: Vec<f64> = known().collect();
            let middle = median(&mut values);
            let spread = middle.and_then(|m| median(&mut known().map(|v| (v - m).abs()).collect::<Vec<_>>()));
            match (middle, spread) {
                (Some(middle), Some(spread)) if values.len() >= LEAST && spread > 0.0 => {
                    used.push((*kenmerk, middle, spread * 1.4826));
                    kept.push(at);
                }
                _ => ongebruikt.push(*kenmerk),
            }
        }
        let waarden = waarden
            .into_iter()
            .map(|(gebied, row)| {
                let pick = |at: &usize| row.get(*at).copied().flatten().filter(|v| v.is_finite());
                (gebied, kept.iter().map(pick).collect())
            })
            .collect();
        Self { kenmerken: used, waarden, ongebruikt }
    }

    /// The same scale with other values: middles and spreads stay.
    #[must_use]
    pub fn with(&self, gebied: Gebied, kenmerk: Kenmerk, value: Option<f64>) -> Self {
        let mut other = self.clone();
        let at = self.kenmerken.iter().position(|(k, _, _)| *k == kenmerk);
        if let (Some(at), Some(row)) = (at, other.waarden.get_mut(&gebied))
            && let Some(place) = row.get_mut(at)
        {
            *place = value.filter(|v| v.is_finite());
        }
        other
    }

    /// Characteristics of both, in the order of this scale; none for what one of them lacks.
    fn beside(&self, hier: Gebied, daar: Gebied) -> Option<Vec<(Kenmerk, Option<Vergeleken>)>> {
        let (first, second) = (self.waarden.get(&hier)?, self.waarden.get(&daar)?);
        let both = self.kenmerken.iter().zip(first.iter().zip(second));
        let pairs = both.map(|((kenmerk, middle, spread), (a, b))| {
            let place = |v: f64| ((v - middle) / spread).clamp(-FAR, FAR);
            let pair = a.zip(*b).map(|(hier, daar)| Vergeleken {
                kenmerk: *kenmerk,
                hier,
                daar,
                verschil: place(daar) - place(hier),
            });
            (*kenmerk, pair)
        });
        Some(pairs.collect())
    }

    /// How far two areas are apart, 0 to 1: the mean over characteristics of how many spreads they differ, six being all. What is not
    /// known of one of them counts as wholly unlike, so that nobody is near by what is missing. None when less than half is known of both.
    pub fn distance(&self, hier: Gebied, daar: Gebied) -> Option<f64> {
        let all = self.beside(hier, daar)?;
        let known = all.iter().filter(|(_, pair)| pair.is_some()).count();
        if known == 0 || known * 2 < all.len() {
            return None;
        }
        let apart = all.iter().map(|(_, pair)| pair.map_or(1.0, |p| p.verschil.abs() / (2.0 * FAR)));
        Some(apart.sum::<f64>() / f64::from(u32::try_from(all.len()).ok()?))
    }

    /// The areas that are most like this one, most alike first; with the same distance by code.
    pub fn nearest(&self, hier: Gebied, count: usize) -> Vec<Buur> {
        let mut found: Vec<(f64, Gebied)> = self
            .waarden
            .keys()
            .filter(|daar| **daar != hier && daar.same_kind(hier))
            .filter_map(|daar| Some((self.distance(hier, *daar)?, *daar)))
            .collect();
        found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        found.truncate(count);
        found.into_iter().filter_map(|(afstand, daar)| self.explain(hier, daar, afstand)).collect()
    }

    fn explain(&self, hier: Gebied, daar: Gebied, afstand: f64) -> Option<Buur> {
        let mut buur = Buur {
            gebied: daar,
            afstand,
            gelijkend: Vec::new(),
            anders: Vec::new(),
            onbekend: Vec::new(),
            gesprek: Vec::new(),
        };
        for (kenmerk, pair) in self.beside(hier, daar)? {
            match pair {
                None => buur.onbekend.push(kenmerk),
                Some(pair) if pair.verschil.abs() < ALIKE => buur.gelijkend.push(pair),
                Some(pair) => buur.anders.push(pair),
            }
        }
        buur.gelijkend.sort_by(|a, b| a.verschil.abs().total_cmp(&b.verschil.abs()));
        buur.anders.sort_by(|a, b| b.verschil.abs().total_cmp(&a.verschil.abs()));
        Some(buur)
    }
}

impl Bevolking {
    /// Areas of the same kind beside each other in a year.
    pub fn schaal(&self, hier: Gebied, jaar: u16, kenmerken: &[Kenmerk]) -> Schaal {
        let all = self.gebieden(jaar).into_iter().filter(|g| g.same_kind(hier));
        let row = |g: Gebied| kenmerken.iter().map(|k| k.value(self, g, jaar)).collect();
        Schaal::new(kenmerken, all.map(|g| (g, row(g))).collect())
    }

    /// Who is like this area (by `lijkt`, as [`Kenmerk::BEVOLKING`]), and what to talk about with them (`gesprek`, as
    /// [`Kenmerk::TOEGANG`]). The order is likeness and nothing else.
    pub fn buren(
        &self,
        hier: Gebied,
        jaar: u16,
        lijkt: &[Kenmerk],
        gesprek: &[Kenmerk],
        count: usize,
    ) -> Vec<Buur> {
        let talk = self.schaal(hier, jaar, gesprek);
        let mut buren = self.schaal(hier, jaar, lijkt).nearest(hier, count);
        for buur in &mut buren {
            let pairs = talk.beside(hier, buur.gebied).unwrap_or_default();
            buur.gesprek = pairs.into_iter().filter_map(|(_, pair)| pair).collect();
            buur.gesprek.sort_by(|a, b| b.verschil.abs().total_cmp(&a.verschil.abs()));
        }
        buren
    }
}
