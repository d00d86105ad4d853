//! Who comes into care: the inflow, month by month, of allocations for children of fictional families.
//!
//! The process runs for years before the first message, so that the region is in balance when it starts: children who have
//! been in foster care for six years, families with a second child in care, follow-ups of earlier care.

use simulatie::{Alias, Poisson, Purpose, Sampler, Stream};
use stelsel::Hulpvorm;

use super::getal::{Dag, Maand, days};
use super::gezin::Gezin;
use super::regio::{Aanbod, Product, gemeenten, producten, wijken};
use super::toewijzing::{Administratie, Breuk, Plan, Toewijzing, Vervolg};
use super::verloop::{Aanleiding, Verdelingen, plan, plan_vervolg};
use super::voorbeeld::{VOORBEELDEN, Voorbeeld};

const INSTROOM: Purpose = Purpose::new("demo: inflow in a month");
const KIND: Purpose = Purpose::new("demo: who an allocation is for");

/// More youths each year: 3.7 % from 2021 to 2022 (Bron: CBS).
const GROEI: f64 = 0.037;

/// Allocations in a month relative to the mean: few in the school holidays (assumption).
const SEIZOEN: [f64; 12] = [1.05, 1.05, 1.10, 1.00, 1.00, 1.05, 0.80, 0.65, 1.05, 1.15, 1.10, 1.00];

/// How much of the inflow is for a youth who is in care or was until shortly; measures, crises and stays more often. CBS:
/// 24 % of the trajectories begun in 2021 were not new. Set so that there are 1.44 trajectories per youth in a year.
const BEKEND: f64 = 0.46;
const BEKEND_ZWAAR: f64 = 0.85;

/// How much of the rest is for a brother or sister of such a youth. Set so that about 15 % of families have two in care.
const BROER_OF_ZUS: f64 = 0.26;

/// After so many days without care a youth is no longer "known".
const BEKEND_DAGEN: i32 = 270;

/// A youth who is or was in care.
#[derive(Clone, Debug)]
pub(super) struct Jeugdige {
    pub(super) gezin: u32,
    /// Which child of the family.
    pub(super) kind: u8,
    pub(super) geboren: Dag,
    /// Positions of the allocations.
    pub(super) toewijzingen: Vec<u32>,
    laatste_zorg: Dag,
}

/// All families, youths and allocations, and what they are drawn from.
#[derive(Debug)]
pub(super) struct Bevolking {
    seed: u64,
    schaal: f64,
    /// The middle of the window: the year of the published figures.
    midden: Dag,
    pub(super) gezinnen: Vec<Gezin>,
    pub(super) jeugdigen: Vec<Jeugdige>,
    pub(super) toewijzingen: Vec<Toewijzing>,
    pub(super) aanbod: Aanbod,
    verdelingen: Vec<Verdelingen>,
    /// Per neighbourhood, the youths in care and those who were until shortly.
    bekend: Vec<Vec<u32>>,
    per_wijk: Option<Alias>,
    per_product: Option<Alias>,
    per_leeftijd: Vec<Option<Alias>>,
    per_jaar: f64,
}

impl Bevolking {
    /// An empty region.
    pub(super) fn new(seed: u64, schaal: f64, midden: Dag) -> Self {
        let starts: Vec<f64> = producten().iter().map(allocations_per_year).collect();
        Self {
            seed,
            schaal,
            midden,
            gezinnen: Vec::new(),
            jeugdigen: Vec::new(),
            toewijzingen: Vec::new(),
            aanbod: Aanbod::new(schaal),
            verdelingen: Verdelingen::all(),
            bekend: vec![Vec::new(); wijken().len()],
            per_wijk: Alias::new(&wijk_weights()).ok(),
            per_product: Alias::new(&starts).ok(),
            per_leeftijd: producten().iter().map(|p| Alias::new(&per_year(p)).ok()).collect(),
            per_jaar: starts.iter().sum(),
        }
    }

    /// Position of the municipality in which a family lives.
    pub(super) fn gemeente(&self, gezin: u32) -> usize {
        let wijk = self.gezinnen.get(gezin as usize).and_then(|g| wijken().get(usize::from(g.wijk)));
        wijk.and_then(|w| gemeenten().iter().position(|g| g.code == w.gemeente)).unwrap_or(0)
    }

    /// The families shaped by hand.
    pub(super) fn add_examples(&mut self, until: Dag) {
        for (voorbeeld, position) in VOORBEELDEN.iter().zip(0_u8..) {
            let gezin = voorbeeld.gezin(position, until);
            let at = self.push_gezin(gezin);
            self.example_care(voorbeeld, at, until);
        }
    }

    fn example_care(&mut self, voorbeeld: &Voorbeeld, gezin: u32, until: Dag) {
        for zorg in voorbeeld.zorg {
            let Some(product) = producten().iter().position(|p| p.code == zorg.product) else { continue };
            let Some(jeugdige) = self.jeugdige_of(gezin, zorg.kind) else { continue };
            let besluit = until.plus(-zorg.besluit).workday();
            let period = super::toewijzing::Zorg {
                begin: until.plus(-zorg.begin).max(besluit),
                einde: until.plus(-zorg.einde),
            };
            let vervolg = Vervolg { product, besluit, ingang: besluit, zorg: period };
            let index = self.next_index();
            let mut plan = plan_vervolg(self.seed, index, &vervolg);
            plan.reden = zorg.reden;
            let mut stream = Stream::new(self.seed, KIND, u64::from(index));
            let aanbieder = self.aanbod.choose(product, self.gemeente(gezin), &mut stream);
            self.push(jeugdige, product, aanbieder, besluit, plan);
        }
    }

    /// The inflow of one month: positions of the new allocations.
    pub(super) fn month(&mut self, maand: Maand) -> std::ops::Range<u32> {
        self.forget(maand.first);
        let years = f64::from(maand.first.0 - self.midden.0) / 365.25;
        let season =
            SEIZOEN.get(usize::from(maand.first.date().month().unsigned_abs()) - 1).copied().unwrap_or(1.0);
        let expected = self.per_jaar / 12.0 * self.schaal * (1.0 + GROEI * years).max(0.4) * season;
        let month_index = u64::from(maand.first.0.unsigned_abs());
        let mut stream = Stream::new(self.seed, INSTROOM, month_index);
        let count = Poisson::by_mean(expected).map_or(0, |p| p.sample(&mut stream));
        let from = self.next_index();
        for n in 0..count {
            self.arrive(maand, month_index << 24 | n);
        }
        from..self.next_index()
    }

    /// One allocation comes in.
    fn arrive(&mut self, maand: Maand, index: u64) {
        let mut stream = Stream::new(self.seed, KIND, 1 << 60 | index);
        let stream = &mut stream;
        let day = maand
            .first
            .plus(i32::try_from(stream.below(usize::try_from(maand.days()).unwrap_or(28))).unwrap_or(0));
        let besluit = day.workday().min(maand.last);
        let product = self.per_product.as_ref().map_or(0, |a| a.sample(stream));
        let wijk = self.per_wijk.as_ref().map_or(0, |a| a.sample(stream));
        let jeugdige = self
            .known(product, wijk, besluit, stream)
            .or_else(|| self.sibling(product, wijk, besluit, stream))
            .unwrap_or_else(|| self.newcomer(product, wijk, besluit, stream));
        let (geboren, gezin) =
            self.jeugdigen.get(jeugdige as usize).map_or((besluit, 0), |j| (j.geboren, j.gezin));
        let mut plan =
            plan(self.seed, self.next_index(), Aanleiding { product, geboren, besluit }, &self.verdelingen);
        let gemeente = self.gemeente(gezin);
        let aanbieder = self.aanbod.choose(product, gemeente, stream);
        let mut next = aanbieder;
        if let Some((_, Breuk::Overstap)) = plan.breuk {
            let others = (0..12).map(|_| self.aanbod.choose(product, gemeente, stream));
            next = others.into_iter().find(|a| *a != aanbieder).unwrap_or(aanbieder);
            if next == aanbieder {
                plan.stay();
            }
        }
        self.push(jeugdige, product, aanbieder, besluit, plan);
        if let Some(vervolg) = plan.vervolg {
            let after = plan_vervolg(self.seed, self.next_index(), &vervolg);
            self.push(jeugdige, vervolg.product, next, vervolg.besluit, after);
        }
    }

    /// Care that goes on in another municipality, at the same provider.
    pub(super) fn continue_at(&mut self, jeugdige: u32, aanbieder: u16, vervolg: &Vervolg) -> u32 {
        let index = self.next_index();
        let plan = plan_vervolg(self.seed, index, vervolg);
        self.push(jeugdige, vervolg.product, usize::from(aanbieder), vervolg.besluit, plan);
        index
    }

    fn next_index(&self) -> u32 {
        u32::try_from(self.toewijzingen.len()).unwrap_or(u32::MAX)
    }

    fn push(&mut self, jeugdige: u32, product: usize, aanbieder: usize, besluit: Dag, plan: Plan) {
        let index = self.next_index();
        let Some(who) = self.jeugdigen.get_mut(jeugdige as usize) else { return };
        who.toewijzingen.push(index);
        // Someone who waits is known from the day of the decision.
        who.laatste_zorg = who.laatste_zorg.max(plan.zorg.map_or(besluit, |z| z.einde));
        let gezin = who.gezin;
        self.toewijzingen.push(Toewijzing {
            jeugdige,
            product: u8::try_from(product).unwrap_or(0),
            aanbieder: u16::try_from(aanbieder).unwrap_or(0),
            gemeente: u8::try_from(self.gemeente(gezin)).unwrap_or(0),
            besluit,
            plan,
            stand: Administratie::default(),
        });
    }

    fn push_gezin(&mut self, gezin: Gezin) -> u32 {
        let at = u32::try_from(self.gezinnen.len()).unwrap_or(u32::MAX);
        self.gezinnen.push(gezin);
        at
    }

    /// The youth that is this child of the family, made when it is the first time.
    fn jeugdige_of(&mut self, gezin: u32, kind: usize) -> Option<u32> {
        let home = self.gezinnen.get_mut(gezin as usize)?;
        let geboren = (*home.kinderen.get(kind)?)?;
        let slot = home.jeugdigen.get_mut(kind)?;
        if let Some(at) = *slot {
            return Some(at);
        }
        let at = u32::try_from(self.jeugdigen.len()).ok()?;
        *slot = Some(at);
        let kind = u8::try_from(kind).ok()?;
        // A family shaped by hand gets the care it was given and no other.
        if home.voorbeeld.is_none() {
            self.bekend.get_mut(usize::from(home.wijk))?.push(at);
        }
        self.jeugdigen.push(Jeugdige {
            gezin,
            kind,
            geboren,
            toewijzingen: Vec::new(),
            laatste_zorg: geboren,
        });
        Some(at)
    }

    /// A youth of the neighbourhood who is known already and for whom the product fits.
    fn known(&self, product: usize, wijk: usize, day: Dag, stream: &mut Stream) -> Option<u32> {
        let heavy = producten().get(product).is_some_and(|p| {
            p.is_verblijf()
                || matches!(
                    p.hulpvorm,
                    Hulpvorm::Jeugdbescherming | Hulpvorm::Jeugdreclassering | Hulpvorm::Crisis
                )
        });
        if !stream.chance(if heavy { BEKEND_ZWAAR } else { BEKEND }) {
            return None;
        }
        let pool = self.bekend.get(wijk)?;
        (0..10).find_map(|_| {
            let at = *stream.pick(pool)?;
            let who = self.jeugdigen.get(at as usize)?;
            (fits(product, who.geboren, day, stream) && self.is_free(who, product, day)).then_some(at)
        })
    }

    /// Whether a youth may get this product in place of an allocation.
    pub(super) fn may_have(&self, jeugdige: u32, product: usize, instead_of: u32, day: Dag) -> bool {
        let Some(who) = self.jeugdigen.get(jeugdige as usize) else { return false };
        let others = who.toewijzingen.iter().copied().filter(|t| *t != instead_of).collect();
        self.is_free(&Jeugdige { toewijzingen: others, ..who.clone() }, product, day)
    }

    /// Nothing that this youth has clashes with the product.
    fn is_free(&self, who: &Jeugdige, product: usize, day: Dag) -> bool {
        let Some(wanted) = producten().get(product) else { return false };
        who.toewijzingen.iter().filter_map(|t| self.toewijzingen.get(*t as usize)).all(|t| {
            t.laatste() < day.plus(-30) && t.plan.einde.is_some()
                || t.product().is_some_and(|p| !Toewijzing::clashes(p, wanted))
        })
    }

    /// A brother or sister of such a youth.
    fn sibling(&mut self, product: usize, wijk: usize, day: Dag, stream: &mut Stream) -> Option<u32> {
        if !stream.chance(BROER_OF_ZUS) {
            return None;
        }
        for _ in 0..10 {
            let at = *stream.pick(self.bekend.get(wijk)?)?;
            let gezin = self.jeugdigen.get(at as usize)?.gezin;
            let home = self.gezinnen.get(gezin as usize)?;
            let pair = home.kinderen.iter().zip(&home.jeugdigen).position(|(kind, known)| {
                known.is_none() && kind.is_some_and(|born| born < day && fits(product, born, day, stream))
            });
            if let Some(kind) = pair {
                return self.jeugdige_of(gezin, kind);
            }
        }
        None
    }

    /// A child of a family that was not known.
    fn newcomer(&mut self, product: usize, wijk: usize, day: Dag, stream: &mut Stream) -> u32 {
        let age = self.per_leeftijd.get(product).and_then(Option::as_ref).map_or(8, |a| a.sample(stream));
        let years = f64::from(u32::try_from(age).unwrap_or(8)) + stream.unit();
        let born = day.plus(-days(years * 365.25) - 1);
        let index = u32::try_from(self.gezinnen.len()).unwrap_or(u32::MAX);
        let gezin = Gezin::around(self.seed, index, u8::try_from(wijk).unwrap_or(0), born);
        let at = self.push_gezin(gezin);
        self.jeugdige_of(at, 0).unwrap_or(0)
    }

    /// Youths whose care is long over are no longer known in their neighbourhood.
    fn forget(&mut self, today: Dag) {
        let jeugdigen = &self.jeugdigen;
        for pool in &mut self.bekend {
            pool.retain(|at| {
                jeugdigen.get(*at as usize).is_some_and(|j| j.laatste_zorg.plus(BEKEND_DAGEN) >= today)
            });
        }
    }
}

/// Whether a youth of this age gets this product: in proportion to the weights of the ages.
fn fits(product: usize, born: Dag, day: Dag, stream: &mut Stream) -> bool {
    let Some(product) = producten().get(product) else { return false };
    let age = (day.0 - born.0).div_euclid(365) - i32::from((day.0 - born.0) % 365 < (day.0 - born.0) / 1_461);
    let highest = product.leeftijd.iter().copied().fold(0.0, f64::max);
    let weight = usize::try_from(age).ok().and_then(band).and_then(|b| product.leeftijd.get(b));
    weight.is_some_and(|w| stream.chance(w / highest))
}

/// The band of ages in [`Product::leeftijd`].
fn band(age: usize) -> Option<usize> {
    [4, 8, 12, 15, 18, 21].iter().position(|end| age < *end)
}

/// The weights of the ages 0..=20.
fn per_year(product: &Product) -> Vec<f64> {
    (0..21).map(|age| band(age).and_then(|b| product.leeftijd.get(b)).copied().unwrap_or(0.0)).collect()
}

/// Allocations per year: what starts, and what never starts.
fn allocations_per_year(product: &Product) -> f64 {
    product.per_jaar / if product.wacht.mediaan > 3.0 { 0.94 } else { 1.0 }
}

/// Youths in care per neighbourhood: the published figure or, where it is suppressed, at most 7 and not above the rate of
/// 13 in 100; raised per municipality to its own published total, which also counts youths without a neighbourhood.
fn wijk_weights() -> Vec<f64> {
    let own = |w: &super::regio::WijkGegevens| {
        w.jongeren_in_zorg.map_or_else(|| (f64::from(w.jeugd) * 0.13).min(7.0), f64::from)
    };
    wijken()
        .iter()
        .map(|wijk| {
            let total: f64 = wijken().iter().filter(|w| w.gemeente == wijk.gemeente).map(own).sum();
            let published = gemeenten()
                .iter()
                .find(|g| g.code == wijk.gemeente)
                .map_or(total, |g| f64::from(g.jongeren_in_zorg));
            own(wijk) * published / total
        })
        .collect()
}
