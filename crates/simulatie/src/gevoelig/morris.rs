//! Elementary effects (M. D. Morris 1991; mu* after Campolongo 2007), one star of runs around each base point.

use super::werk::Werk;
use crate::model::ModelError;
use crate::stream::{Purpose, Stream};

/// How far a number is moved: two thirds of its range, from one of four levels.
const STEP: f64 = 2.0 / 3.0;
/// How many effects of a star are measured again with other chance.
const AGAIN: usize = 8;
/// Resamples of the bootstrap.
const RESAMPLES: u64 = 400;
/// In how many standard errors the floor lies above the mean of chance: high, for some two hundred numbers are held against it at once, and those
/// of a star share the chance of its base.
const ERRORS: f64 = 3.3;

/// A function of numbers between 0 and 1 and of a replication, which names all its chance; it gives one value per measure.
pub type Functie<'a> = dyn Fn(&[f64], u64) -> Result<Vec<f64>, ModelError> + Sync + 'a;

/// What moving a number does, over its whole range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Which number.
    pub factor: usize,
    /// Mean size of the effects.
    pub mu_star: f64,
    /// Its standard error, by bootstrap over stars; not a number below two stars.
    pub se: f64,
    /// Mean of the effects: its sign is the direction.
    pub mu: f64,
    /// Their deviation: large beside `mu_star` means that it depends on the other numbers.
    pub sigma: f64,
    /// Of how many stars; fewer where there was nothing to measure.
    pub sterren: usize,
}

/// A screening of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Zeef {
    /// The largest `mu_star` first.
    pub effecten: Vec<Effect>,
    /// What chance alone can make of `mu_star`, measured on effects that were played again with other chance: below it nothing is called an effect.
    pub ruis: f64,
    /// Whole stars: fewer than asked when it was stopped.
    pub sterren: u64,
}

impl Zeef {
    /// Those above the floor.
    pub fn effects(&self) -> impl Iterator<Item = &Effect> {
        self.effecten.iter().filter(|one| one.mu_star > self.ruis)
    }
}

/// How many runs a screening takes.
pub fn runs(factors: usize, stars: u64) -> u64 {
    stars * u64::try_from(size(factors)).unwrap_or(u64::MAX)
}

/// The base, every factor moved, the base again with other chance, and some factors again with that.
fn size(factors: usize) -> usize {
    factors + 2 + factors.min(AGAIN)
}

/// The base point of a star, and by how much each number is moved.
fn star(factors: usize, seed: u64, nr: u64) -> (Vec<f64>, Vec<f64>) {
    let mut stream = Stream::new(seed, Purpose::new("gevoelig.ster"), nr);
    (0..factors)
        .map(|_| match stream.below(4) {
            0 => (0.0, STEP),
            1 => (1.0 / 3.0, STEP),
            2 => (2.0 / 3.0, -STEP),
            _ => (1.0, -STEP),
        })
        .unzip()
}

/// Which factors of a star are measured again: some in a row, which no other star has.
fn again(factors: usize, nr: u64, place: usize) -> usize {
    let first = usize::try_from(nr).unwrap_or(0).wrapping_mul(AGAIN);
    first.wrapping_add(place) % factors.max(1)
}

/// Screens all factors of a function: [`runs`] runs, on the replications `2n` and `2n + 1` for star `n`. One screening per measure.
///
/// # Errors
/// What the function gave.
pub fn morris(
    functie: &Functie<'_>,
    factors: usize,
    stars: u64,
    seed: u64,
    werk: Werk<'_>,
) -> Result<Vec<Zeef>, ModelError> {
    let size = size(factors);
    let wide = u64::try_from(size).unwrap_or(u64::MAX);
    let run = |nr: u64| {
        let (star_nr, place) = (nr / wide, usize::try_from(nr % wide).unwrap_or(0));
        let (mut point, steps) = star(factors, seed, star_nr);
        // Places: base, factors, base again, factors again.
        let (moved, other) = match place {
            0 => (None, 0),
            place if place <= factors => (Some(place - 1), 0),
            place if place == factors + 1 => (None, 1),
            place => (Some(again(factors, star_nr, place - factors - 2)), 1),
        };
        if let Some((value, step)) = moved.and_then(|nr| point.get_mut(nr).zip(steps.get(nr))) {
            *value += step;
        }
        functie(&point, 2 * star_nr + other)
    };
    let values = werk.play(wide * stars, &run)?;
    let whole: Vec<&[Vec<f64>]> = values.chunks_exact(size).collect();
    let measures = values.first().map_or(0, Vec::len);
    let value = |star: &[Vec<f64>], place: usize, measure: usize| {
        star.get(place).and_then(|values| values.get(measure)).copied().unwrap_or(f64::NAN)
    };
    let sign = |nr: usize, factor: usize| {
        star(factors, seed, u64::try_from(nr).unwrap_or(0)).1.get(factor).copied().unwrap_or(STEP)
    };
    let screen = |measure: usize| {
        let mut effects = vec![Vec::new(); factors];
        let mut noise = Vec::new();
        for (nr, star) in whole.iter().enumerate() {
            let of = |place, base, factor| {
                (value(star, place, measure) - value(star, base, measure)) / sign(nr, factor)
            };
            for (factor, effects) in effects.iter_mut().enumerate() {
                effects.push(of(factor + 1, 0, factor));
            }
            for place in 0..factors.min(AGAIN) {
                let factor = again(factors, u64::try_from(nr).unwrap_or(0), place);
                let apart = of(factor + 1, 0, factor) - of(factors + 2 + place, factors + 1, factor);
                noise.push(apart * apart / 2.0);
            }
        }
        let mut told: Vec<Effect> =
            effects.into_iter().enumerate().map(|(factor, effects)| tell(factor, effects, seed)).collect();
        told.sort_by(|a, b| b.mu_star.total_cmp(&a.mu_star).then(a.factor.cmp(&b.factor)));
        noise.retain(|one| one.is_finite());
        Zeef {
            effecten: told,
            ruis: floor(libm::sqrt(mean(&noise)), whole.len()),
            sterren: u64::try_from(whole.len()).unwrap_or(u64::MAX),
        }
    };
    Ok((0..measures).map(screen).collect())
}

/// What the mean size of so many normal numbers of this deviation seldom exceeds.
fn floor(deviation: f64, count: usize) -> f64 {
    let half = 2.0 / std::f64::consts::PI;
    deviation * (libm::sqrt(half) + ERRORS * libm::sqrt((1.0 - half) / float(count.max(1))))
}

fn tell(factor: usize, mut effects: Vec<f64>, seed: u64) -> Effect {
    effects.retain(|one| one.is_finite());
    let mu = mean(&effects);
    let sizes: Vec<f64> = effects.iter().map(|one| one.abs()).collect();
    let mu_star = if sizes.is_empty() { 0.0 } else { mean(&sizes) };
    let purpose = Purpose::new("gevoelig.bootstrap");
    let resampled: Vec<f64> = (0..RESAMPLES)
        .map(|nr| {
            let mut stream = Stream::new(seed, purpose, nr);
            mean(&sizes.iter().filter_map(|_| stream.pick(&sizes).copied()).collect::<Vec<_>>())
        })
        .collect();
    let se = if sizes.len() < 2 { f64::NAN } else { deviation(&resampled) };
    Effect { factor, mu_star, se, mu, sigma: deviation(&effects), sterren: effects.len() }
}

/// A number of things as a number.
#[expect(clippy::cast_precision_loss, reason = "counts of runs stay far below 2^53")]
pub(super) const fn float(count: usize) -> f64 {
    count as f64
}

/// The mean; not a number over nothing.
pub(super) fn mean(of: &[f64]) -> f64 {
    of.iter().sum::<f64>() / float(of.len())
}

fn deviation(of: &[f64]) -> f64 {
    let mean = mean(of);
    let squares: f64 = of.iter().map(|one| (one - mean) * (one - mean)).sum();
    libm::sqrt(squares / (float(of.len()) - 1.0))
}
