//! Which of its numbers a function depends on: screening after Morris, and shares of variance after Sobol. All numbers lie between 0 and 1.

use crate::stream::{Purpose, Stream};

/// Steps of the grid on which screening walks, and how far one step goes (Morris 1991: half of the levels).
const NIVEAUS: usize = 4;
const STAP: f64 = 2.0 / 3.0;
/// Resamples behind an interval.
const TREKKINGEN: u64 = 400;

/// A point at which the function is asked, and the row of chance that goes with it: points of one row share it.
#[derive(Clone, Debug, PartialEq)]
pub struct Punt {
    /// The row of chance.
    pub rij: u64,
    /// A number per factor, between 0 and 1.
    pub plek: Vec<f64>,
}

/// What moving a factor, or a group of them, over two thirds of its range does on average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Mean of the sizes (mu* of Campolongo 2007), per whole range.
    pub grootte: f64,
    /// Mean with its sign (mu of Morris 1991); a group has none.
    pub richting: Option<f64>,
    /// Deviation between walks: large where it depends on the other numbers, or on chance.
    pub spreiding: f64,
    /// Standard error of the size over walks.
    pub fout: f64,
}

/// Walks through the grid, in each of which every group moves once.
#[derive(Clone, Debug)]
pub struct Wandeling {
    groepen: Vec<Vec<usize>>,
    factoren: usize,
    seed: u64,
    aantal: u64,
}

impl Wandeling {
    /// Of groups of factors out of so many; a group of one is a factor by itself.
    pub fn new(groepen: Vec<Vec<usize>>, factoren: usize, aantal: u64, seed: u64) -> Self {
        Self { groepen, factoren, seed, aantal: aantal.max(1) }
    }

    /// In which order the groups move in a walk.
    fn order(&self, walk: u64) -> Vec<usize> {
        let mut stream = Stream::new(self.seed, Purpose::new("morris.volgorde"), walk);
        let mut order: Vec<usize> = (0..self.groepen.len()).collect();
        for last in (1..order.len()).rev() {
            order.swap(last, stream.below(last + 1));
        }
        order
    }

    /// All points, walk after walk: its beginning, and one more per group.
    pub fn punten(&self) -> Vec<Punt> {
        let mut out = Vec::new();
        for rij in 0..self.aantal {
            let mut stream = Stream::new(self.seed, Purpose::new("morris.begin"), rij);
            #[expect(clippy::cast_precision_loss, reason = "a few levels")]
            let level = |n: usize| n as f64 / (NIVEAUS - 1) as f64;
            let mut plek: Vec<f64> = (0..self.factoren).map(|_| level(stream.below(NIVEAUS))).collect();
            out.push(Punt { rij, plek: plek.clone() });
            for groep in self.order(rij) {
                for factor in self.groepen.get(groep).into_iter().flatten() {
                    if let Some(one) = plek.get_mut(*factor) {
                        *one += if *one < 0.5 { STAP } else { -STAP };
                    }
                }
                out.push(Punt { rij, plek: plek.clone() });
            }
        }
        out
    }

    /// What each group does, from the values at [`Wandeling::punten`]. Walks with a value that is not a number are passed over; none where no
    /// walk is left.
    pub fn effecten(&self, punten: &[Punt], waarden: &[f64]) -> Vec<Option<Effect>> {
        let per_walk = self.groepen.len() + 1;
        let mut found: Vec<Vec<(f64, Option<f64>)>> = vec![Vec::new(); self.groepen.len()];
        let walks = punten.chunks(per_walk).zip(waarden.chunks(per_walk)).zip(0..self.aantal);
        for ((punten, waarden), walk) in walks {
            let whole = waarden.len() == per_walk && waarden.iter().all(|value| value.is_finite());
            let steps = punten.windows(2).zip(waarden.windows(2)).zip(self.order(walk));
            for ((punten, waarden), groep) in steps.filter(|_| whole) {
                let ([from, to], [before, after]) = (punten, waarden) else { continue };
                let alone = self.groepen.get(groep).filter(|groep| groep.len() == 1).and_then(|g| g.first());
                let moved = alone.and_then(|one| Some(to.plek.get(*one)? - from.plek.get(*one)?));
                let size = (after - before).abs() / STAP;
                let signed = moved.map(|moved| (after - before) / moved);
                if let Some(of) = found.get_mut(groep) {
                    of.push((size, signed));
                }
            }
        }
        found.iter().map(|steps| effect(steps)).collect()
    }
}

fn effect(steps: &[(f64, Option<f64>)]) -> Option<Effect> {
    let sizes: Vec<f64> = steps.iter().map(|(size, _)| *size).collect();
    let (grootte, between) = mean_and_deviation(&sizes)?;
    let signed: Option<Vec<f64>> = steps.iter().map(|(_, signed)| *signed).collect();
    let signed = signed.as_deref().and_then(mean_and_deviation);
    let spreiding = signed.map_or(between, |(_, deviation)| deviation);
    let richting = signed.map(|(mean, _)| mean);
    Some(Effect { grootte, richting, spreiding, fout: between / libm::sqrt(count(sizes.len())) })
}

#[expect(clippy::cast_precision_loss, reason = "counts of points")]
const fn count(n: usize) -> f64 {
    n as f64
}

fn mean_and_deviation(values: &[f64]) -> Option<(f64, f64)> {
    if values.is_empty() {
        return None;
    }
    let mean = values.iter().sum::<f64>() / count(values.len());
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    Some((mean, libm::sqrt(squares / count(values.len().saturating_sub(1).max(1)))))
}

/// A share of the variance, with the interval in which nine in ten resamples of the rows lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aandeel {
    /// The estimate.
    pub midden: f64,
    /// The bounds.
    pub tussen: (f64, f64),
}

/// How much of the variance comes from a factor: by itself, and with all in which it takes part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Variantie {
    /// First order: by itself.
    pub eerste: Aandeel,
    /// Total.
    pub totaal: Aandeel,
}

/// The points for shares of variance: two samples spread as Latin hypercubes, and the first with one column of the second at a time
/// (Saltelli 2010).
#[derive(Clone, Debug)]
pub struct Steekproef {
    factoren: usize,
    seed: u64,
    rijen: u64,
}

impl Steekproef {
    /// Of so many rows.
    pub const fn new(factoren: usize, rijen: u64, seed: u64) -> Self {
        Self { factoren, seed, rijen }
    }

    /// One value per row, one in each stretch of equal length, in random order.
    fn column(&self, name: &str, factor: usize) -> Vec<f64> {
        let index = u64::try_from(factor).unwrap_or(u64::MAX);
        let mut stream = Stream::new(self.seed, Purpose::new(name), index);
        let rows = usize::try_from(self.rijen).unwrap_or(0);
        let mut values: Vec<f64> = (0..rows).map(|row| (count(row) + stream.unit()) / count(rows)).collect();
        for last in (1..values.len()).rev() {
            values.swap(last, stream.below(last + 1));
        }
        values
    }

    /// All points, row after row: the first sample, the second, and per factor the first with that factor from the second.
    pub fn punten(&self) -> Vec<Punt> {
        let columns =
            |name| -> Vec<Vec<f64>> { (0..self.factoren).map(|factor| self.column(name, factor)).collect() };
        let (first, second) = (columns("sobol.een"), columns("sobol.twee"));
        let at = |columns: &[Vec<f64>], row: usize| -> Vec<f64> {
            columns.iter().map(|column| column.get(row).copied().unwrap_or_default()).collect()
        };
        let mut out = Vec::new();
        for (row, rij) in (0..).zip(0..self.rijen) {
            let (one, two) = (at(&first, row), at(&second, row));
            out.push(Punt { rij, plek: one.clone() });
            out.push(Punt { rij, plek: two.clone() });
            for (factor, from) in two.iter().enumerate() {
                let mut plek = one.clone();
                if let Some(place) = plek.get_mut(factor) {
                    *place = *from;
                }
                out.push(Punt { rij, plek });
            }
        }
        out
    }

    /// The shares per factor (Jansen 1999), from the values at [`Steekproef::punten`]. None where there is no variance to share, or too few
    /// rows are whole.
    pub fn aandelen(&self, waarden: &[f64]) -> Vec<Option<Variantie>> {
        let rows: Vec<&[f64]> = waarden
            .chunks_exact(self.factoren + 2)
            .filter(|row| row.iter().all(|value| value.is_finite()))
            .collect();
        let resamples: Vec<Vec<&[f64]>> = (0..TREKKINGEN)
            .map(|nr| {
                let mut stream = Stream::new(self.seed, Purpose::new("sobol.herhaling"), nr);
                (0..rows.len()).filter_map(|_| stream.pick(&rows).copied()).collect()
            })
            .collect();
        let share = |factor: usize, which: fn(&[&[f64]], usize) -> Option<f64>| {
            let midden = which(&rows, factor)?;
            let mut all: Vec<f64> = resamples.iter().filter_map(|rows| which(rows, factor)).collect();
            all.sort_by(f64::total_cmp);
            let bound = |hundredth: usize| all.get(all.len() * hundredth / 100).copied();
            Some(Aandeel { midden, tussen: (bound(5)?, bound(95)?) })
        };
        let of =
            |factor| Some(Variantie { eerste: share(factor, first_order)?, totaal: share(factor, total)? });
        (0..self.factoren).map(of).collect()
    }
}

fn variance(rows: &[&[f64]]) -> Option<f64> {
    let both: Vec<f64> = rows.iter().flat_map(|row| row.iter().take(2)).copied().collect();
    let (_, deviation) = mean_and_deviation(&both)?;
    (rows.len() > 7 && deviation > 0.0).then_some(deviation * deviation)
}

/// Half the mean square of the difference between one of the two samples and the mixed one.
fn half_square(rows: &[&[f64]], of: usize, factor: usize) -> f64 {
    let apart = |row: &&[f64]| Some(row.get(of)? - row.get(factor + 2)?);
    let squares: f64 = rows.iter().filter_map(apart).map(|apart| apart * apart).sum();
    squares / (2.0 * count(rows.len().max(1)))
}

fn first_order(rows: &[&[f64]], factor: usize) -> Option<f64> {
    Some(1.0 - half_square(rows, 1, factor) / variance(rows)?)
}

fn total(rows: &[&[f64]], factor: usize) -> Option<f64> {
    Some(half_square(rows, 0, factor) / variance(rows)?)
}

#[cfg(test)]
mod tests {
    use std::f64::consts::{PI, TAU};

    use super::*;

    fn play(punten: &[Punt], f: impl Fn(&[f64]) -> f64) -> Vec<f64> {
        punten.iter().map(|punt| f(&punt.plek)).collect()
    }

    #[test]
    fn a_plane_gives_its_slopes_and_no_spread() {
        let walk = Wandeling::new(vec![vec![0], vec![1], vec![2, 3]], 4, 6, 3);
        let points = walk.punten();
        assert_eq!(points.len(), 6 * 4);
        assert!(points.iter().flat_map(|p| &p.plek).all(|x| (-1e-9..=1.0 + 1e-9).contains(x)));
        let values = play(&points, |x| 3.0 * x[0] - 5.0 * x[1]);
        let found: Vec<Effect> = walk.effecten(&points, &values).into_iter().flatten().collect();
        let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(
            close(found[0].grootte, 3.0) && close(found[0].richting.unwrap(), 3.0) && found[0].fout < 1e-9
        );
        assert!(close(found[1].grootte, 5.0) && close(found[1].richting.unwrap(), -5.0));
        assert!(close(found[2].grootte, 0.0) && found[2].richting.is_none());
        // A walk with a value that is not there is passed over.
        let mut holes = values;
        holes[1] = f64::NAN;
        assert!(walk.effecten(&points, &holes).iter().all(Option::is_some));
        assert!(walk.effecten(&points, &[f64::NAN; 24]).iter().all(Option::is_none));
    }

    #[test]
    fn what_depends_on_others_spreads() {
        let walk = Wandeling::new(vec![vec![0], vec![1], vec![2]], 3, 40, 9);
        let points = walk.punten();
        let values = play(&points, |x| 10.0 * x[2] + 8.0 * (x[0] - 0.5) * (x[1] - 0.5));
        let found: Vec<Effect> = walk.effecten(&points, &values).into_iter().flatten().collect();
        assert!(found[2].spreiding < 1e-9 && found[0].spreiding > 1.0, "{found:?}");
        assert!(found[0].richting.unwrap().abs() < 1.5, "up as often as down: {found:?}");
    }

    /// Ishigami with a = 7, b = 0.1: first order 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437 (Saltelli 2008).
    #[test]
    fn ishigami_has_its_known_shares() {
        let sample = Steekproef::new(3, 2_000, 5);
        let points = sample.punten();
        let values = play(&points, |x| {
            let [a, b, c] = [0, 1, 2].map(|n| x[n] * TAU - PI);
            libm::sin(a) + 7.0 * libm::sin(b) * libm::sin(b) + 0.1 * c * c * c * c * libm::sin(a)
        });
        let known = [(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)];
        for (found, (first, total)) in sample.aandelen(&values).into_iter().zip(known) {
            let found = found.unwrap();
            assert!((found.eerste.midden - first).abs() < 0.04, "{found:?} {first}");
            assert!((found.totaal.midden - total).abs() < 0.04, "{found:?} {total}");
            assert!(
                found.totaal.tussen.0 <= found.totaal.midden && found.totaal.midden <= found.totaal.tussen.1
            );
        }
    }

    /// The g-function of Sobol with a = 0, 1, 9, 99: first order 0.7165, 0.1791, 0.0072, 0.0001 (with four factors; Saltelli 2010).
    #[test]
    fn the_g_function_has_its_known_order() {
        let a = [0.0, 1.0, 9.0, 99.0];
        let parts = a.map(|a: f64| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
        let variance = parts.iter().map(|part| 1.0 + part).product::<f64>() - 1.0;
        let sample = Steekproef::new(4, 2_000, 11);
        let points = sample.punten();
        let values = play(&points, |x| {
            x.iter().zip(a).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product()
        });
        for (found, part) in sample.aandelen(&values).into_iter().zip(parts) {
            let found = found.unwrap();
            assert!((found.eerste.midden - part / variance).abs() < 0.04, "{found:?} {}", part / variance);
        }
    }

    #[test]
    fn without_variance_there_is_nothing_to_share() {
        let sample = Steekproef::new(2, 16, 1);
        let points = sample.punten();
        assert!(sample.aandelen(&play(&points, |_| 4.0)).iter().all(Option::is_none));
        assert!(sample.aandelen(&[]).iter().all(Option::is_none));
    }
}
