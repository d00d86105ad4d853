//! How an allocation goes: waiting, care, pauses and ends, drawn once when it is decided on.

use simulatie::{Lognormal, Purpose, Sampler, Stream};
use stelsel::Hulpvorm;

use super::getal::{Dag, days, whole};
use super::regio::{Eenheid, Frequentie, Product, producten};
use super::toewijzing::{Breuk, Pauze, Plan, Vervolg, Zorg};

const PLAN: Purpose = Purpose::new("demo: course of an allocation");

/// Published durations are of care as it ended. Planned care is longer: some of it ends early or at a birthday. Set so that
/// the number of running trajectories agrees with the region's (13,885 active in a year, Bron: CBS).
const GEPLAND: f64 = 1.25;

/// What the course of an allocation starts from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aanleiding {
    pub(super) product: usize,
    pub(super) geboren: Dag,
    pub(super) besluit: Dag,
}

/// The distributions of a product, made once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verdelingen {
    duur: Lognormal,
    wacht: Lognormal,
}

impl Verdelingen {
    /// Of all products, in their order.
    pub(super) fn all() -> Vec<Self> {
        producten()
            .iter()
            .filter_map(|p| {
                Some(Self { duur: p.duur.distribution().ok()?, wacht: p.wacht.distribution().ok()? })
            })
            .collect()
    }
}

/// The course of an allocation, from its own stream of random numbers.
pub(super) fn plan(seed: u64, index: u32, cause: Aanleiding, spread: &[Verdelingen]) -> Plan {
    let stream = &mut Stream::new(seed, PLAN, u64::from(index));
    let (Some(product), Some(verdelingen)) = (producten().get(cause.product), spread.get(cause.product))
    else {
        return idle(cause.besluit);
    };
    let crisis = product.hulpvorm == Hulpvorm::Crisis;
    // A crisis place is allocated a day or two after the fact; other allocations start within two weeks (assumption).
    let ingang = if crisis {
        cause.besluit.plus(-days(stream.between(0.0, 3.0)))
    } else {
        cause.besluit.plus(days(stream.between(0.0, 14.0)))
    };
    // Nobody stays on a waiting list for more than two years.
    let waiting = days((verdelingen.wacht.sample(stream) * 7.0).min(730.0));
    let begin = if crisis { ingang } else { ingang.max(cause.besluit.plus(waiting).workday()) };
    // Of those who wait long one in sixteen never starts (assumption).
    let never = stream.chance(if product.wacht.mediaan > 3.0 { 0.06 } else { 0.0 });
    let length = verdelingen.duur.sample(stream) * 30.44 * GEPLAND;

    let mut course = Verloop::ordinary(product, begin, length, stream);
    let eighteen = cause.geboren.plus_years(18).plus(-1);
    let limit = last_birthday(product, cause.geboren, begin, stream);
    course.end_at(limit, stream);
    course.renew(product);
    course.turn(cause.product, product, stream);

    let vergissing =
        if stream.chance(0.005) { days(stream.between(1.0, 7.0)).min(begin.0 - ingang.0) } else { 0 };
    let mut plan = idle(ingang);
    plan.einde = product.looptijd.map(|term| ingang.plus(i32::from(term) - 1));
    if !never {
        plan.zorg = Some(Zorg { begin, einde: course.einde });
        (plan.pauze, plan.breuk, plan.vervolg) = (course.pauze, course.breuk, course.vervolg);
        (plan.reden, plan.vergissing) = (course.reden, vergissing);
    }
    allocate(&mut plan, product, stream);
    // A first allocation runs until the care is likely to have begun and be on its way, and not past a birthday that ends it.
    if let Some(einde) = plan.einde.as_mut().filter(|_| begin > ingang) {
        *einde = (*einde).max(begin.plus(28));
    }
    if limit == eighteen && plan.einde.is_some_and(|e| e > eighteen) && eighteen >= begin {
        plan.einde = Some(eighteen.max(course.einde));
    }
    plan
}

/// The day before the birthday on which care ends at the latest: the eighteenth, or the twenty-first for those who stay on.
fn last_birthday(product: &Product, geboren: Dag, begin: Dag, stream: &mut Stream) -> Dag {
    // Foster care and probation often go on, the rest now and then (assumption; 18-22 are 1.7 % of youths, Bron: CBS).
    let stays = stream.chance(match product.hulpvorm {
        Hulpvorm::Pleegzorg | Hulpvorm::Jeugdreclassering => 0.5,
        Hulpvorm::Jeugdbescherming => 0.0,
        _ => 0.04,
    });
    let eighteen = geboren.plus_years(18).plus(-1);
    if begin >= eighteen || stays { geboren.plus_years(21).plus(-1) } else { eighteen }
}

/// The course of care, while it is being drawn.
#[derive(Clone, Copy, Debug)]
struct Verloop {
    begin: Dag,
    einde: Dag,
    reden: &'static str,
    pauze: Option<Pauze>,
    breuk: Option<(Dag, Breuk)>,
    vervolg: Option<Vervolg>,
}

impl Verloop {
    /// Care of this length in days, part of it ended early: 10-15 % (assumption).
    fn ordinary(product: &Product, begin: Dag, length: f64, stream: &mut Stream) -> Self {
        let early = stream.chance(0.125);
        let (part, reden) = match stream.unit() {
            _ if !early => (1.0, "31"),
            u if u < 0.40 => (stream.between(0.25, 0.75), "32"),
            u if u < 0.50 => (stream.between(0.25, 0.75), "33"),
            u if u < 0.90 => (stream.between(0.25, 0.75), "34"),
            _ => (stream.between(0.25, 0.75), "35"),
        };
        let shortest = if product.hulpvorm == Hulpvorm::Crisis { 3 } else { 20 };
        let einde = begin.plus(days(length * part).max(shortest));
        Self { begin, einde, reden, pauze: None, breuk: None, vervolg: None }
    }

    /// Care does not go on after this day. Of those who are stopped by it three in ten go to another domain (assumption).
    fn end_at(&mut self, limit: Dag, stream: &mut Stream) {
        if self.einde > limit {
            self.einde = limit.max(self.begin.plus(1));
            self.reden = if stream.chance(0.3) { "39" } else { "31" };
        }
    }

    /// A supervision order is given for a year; what follows is another product.
    fn renew(&mut self, product: &Product) {
        let next = producten().iter().position(|p| p.code == "48A05");
        let year = self.begin.plus(364);
        if let Some(next) = next.filter(|_| product.code == "48A04" && self.einde > year) {
            let ingang = year.plus(1);
            let zorg = Zorg { begin: ingang, einde: self.einde };
            let besluit = ingang.plus(-20).workday();
            self.vervolg = Some(Vervolg { product: next, besluit, ingang, zorg });
            (self.einde, self.reden) = (year, "31");
        }
    }

    /// What may come between in care of some length at home: 2 % go to another provider, 2.5 % are shortened, 4 % are
    /// paused (assumption).
    fn turn(&mut self, position: usize, product: &Product, stream: &mut Stream) {
        let lasts = self.einde.0 - self.begin.0;
        let (turn, share) = (stream.unit(), stream.between(0.3, 0.8));
        if lasts <= 120 || product.is_verblijf() || product.categorie == "48" {
            return;
        }
        let last = self.begin.plus(days(f64::from(lasts) * share));
        let besluit = last.plus(-21).workday();
        match turn {
            t if t < 0.020 => {
                let begin = last.plus(14 + days(stream.between(0.0, 28.0))).workday();
                if begin.plus(14) < self.einde {
                    let zorg = Zorg { begin, einde: self.einde };
                    self.vervolg = Some(Vervolg { product: position, besluit, ingang: last.plus(1), zorg });
                    self.cut(last, besluit, Breuk::Overstap);
                }
            }
            t if t < 0.045 => self.cut(last, besluit, Breuk::Verkorting),
            t if t < 0.085 => self.pause(self.begin.plus(days(f64::from(lasts) * share * 0.8)), stream),
            _ => {}
        }
    }

    fn cut(&mut self, last: Dag, besluit: Dag, why: Breuk) {
        (self.einde, self.reden, self.breuk) = (last, why.redenen().1, Some((besluit, why)));
    }

    fn pause(&mut self, vanaf: Dag, stream: &mut Stream) {
        let again = vanaf.plus(28 + days(stream.between(0.0, 50.0)));
        let resumed = stream.chance(0.85) && again.plus(14) < self.einde;
        self.pauze = Some(Pauze { vanaf, hervat: resumed.then_some(again) });
        if !resumed {
            (self.einde, self.reden) = (vanaf, "34");
        }
    }
}

/// The course of care that takes over from other care: no waiting, nothing unexpected.
pub(super) fn plan_vervolg(seed: u64, index: u32, vervolg: &Vervolg) -> Plan {
    let stream = &mut Stream::new(seed, PLAN, u64::from(index));
    let mut plan = idle(vervolg.ingang);
    let Some(product) = producten().get(vervolg.product) else { return plan };
    plan.einde = product.looptijd.map(|term| vervolg.ingang.plus(i32::from(term) - 1));
    plan.zorg = Some(vervolg.zorg);
    allocate(&mut plan, product, stream);
    plan
}

/// The size: an individual volume around the product's mean; about nine tenths of what is allocated is delivered.
fn allocate(plan: &mut Plan, product: &Product, stream: &mut Stream) {
    let individual = match product.eenheid {
        Eenheid::Etmaal if product.volume > 6.0 => product.volume,
        Eenheid::StuksOutput | Eenheid::Euro => product.volume,
        Eenheid::StuksInspanning if product.volume < 2.0 => product.volume,
        _ => {
            let spread = Lognormal::by_mean_and_cv(1.0, 0.35);
            product.volume / 0.9 * spread.map_or(1.0, |s| s.sample(stream).clamp(0.4, 2.2))
        }
    };
    // A 45-hour treatment is decided on for the whole of it, part of jeugd-ggz as an amount (assumption: three in ten).
    let as_budget = product.categorie == "54" && stream.chance(0.3);
    plan.tempo = individual;
    plan.volume = match (product.eenheid, product.frequentie) {
        (Eenheid::Euro, _) => product.tarief(plan.ingang.date().year()),
        (_, Frequentie::Totaal) => total(plan, individual),
        (Eenheid::Minuut, _) => whole(individual / 15.0).max(2) * 15,
        _ => whole(individual).max(1),
    };
    if product.frequentie != Frequentie::Totaal {
        plan.tempo = f64::from(plan.volume);
    }
    if as_budget {
        // A seventh on top, because the price rises in January.
        plan.budget = Some(plan.volume / 7 * 8 * product.tarief(plan.ingang.date().year()));
    }
}

/// The volume in all, in whole hours of minutes, over the term of the allocation.
fn total(plan: &Plan, per_week: f64) -> u32 {
    let until = plan.einde.map_or(364, |einde| einde.0 - plan.ingang.0 + 1);
    (whole(per_week * f64::from(until) / 7.0) / 60 + 1) * 60
}

/// A plan in which nothing happens.
fn idle(besluit: Dag) -> Plan {
    Plan {
        ingang: besluit,
        einde: Some(besluit),
        zorg: None,
        pauze: None,
        breuk: None,
        reden: "31",
        vergissing: 0,
        volume: 1,
        tempo: 1.0,
        budget: None,
        vervolg: None,
    }
}
