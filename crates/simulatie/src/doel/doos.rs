//! A box in the space of assumptions in which a target is met: the patient rule induction method, with what it is worth told from tries that
//! were not searched.

use crate::systeem::Sleutel;

/// The share that is peeled off at a time.
const SCHIL: f64 = 0.1;
/// The least share of the searched tries that a box must hold.
const KLEINST: f64 = 0.15;
/// Assumptions in a box at most: more cannot be talked about.
const HOOGSTENS: usize = 3;
/// How much more often the target must be met inside than overall, on tries that were not searched.
const BETER: f64 = 1.25;

/// A bound on one assumption.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zijde<K> {
    /// The assumption.
    pub van: K,
    /// It must be at least this.
    pub minstens: Option<f64>,
    /// It must be at most this.
    pub hoogstens: Option<f64>,
}

/// A box.
#[derive(Clone, Debug, PartialEq)]
pub struct Doos<K = Sleutel> {
    /// Its sides.
    pub zijden: Vec<Zijde<K>>,
    /// Of the tries inside, in what share the target is met.
    pub dichtheid: f64,
    /// Of the tries in which it is met, what share lies inside.
    pub dekking: f64,
    /// In what share of all tries it is met.
    pub overal: f64,
}

impl Doos<usize> {
    /// With the names of the assumptions, in the order of the columns.
    pub(super) fn named(self, keys: &[Sleutel]) -> Doos {
        let name = |side: Zijde<usize>| {
            let van = *keys.get(side.van)?;
            Some(Zijde { van, minstens: side.minstens, hoogstens: side.hoogstens })
        };
        let zijden = self.zijden.into_iter().filter_map(name).collect();
        Doos { zijden, dichtheid: self.dichtheid, dekking: self.dekking, overal: self.overal }
    }
}

/// A try: its numbers, and whether the target was met.
type Rij = (Vec<f64>, bool);

/// Searches a box among tries: by peeling on the even ones until the target is met in a share as wanted, then leaving out the sides that matter least.
/// None when the box is not clearly better than no box on the odd ones, or when there is nothing to find.
pub fn zoek_doos(tries: &[Rij], wanted: f64) -> Option<Doos<usize>> {
    let half = |odd: usize| tries.iter().enumerate().filter(move |(nr, _)| nr % 2 == odd).map(|(_, one)| one);
    let (searched, held): (Vec<&Rij>, Vec<&Rij>) = (half(0).collect(), half(1).collect());
    let columns = searched.first()?.0.len();
    let (start, _) = density(&searched, &[])?;
    if start <= 0.0 || start >= 1.0 {
        return None;
    }
    let mut sides: Vec<Zijde<usize>> = Vec::new();
    while let Some(next) = peel(&searched, &sides, columns) {
        sides = next;
        if density(&searched, &sides)?.0 >= wanted {
            break;
        }
    }
    let sides = fewest(&searched, sides);
    let (dichtheid, inside) = density(&held, &sides)?;
    let (overal, _) = density(&held, &[])?;
    let met = overal * count(held.len());
    let better = dichtheid >= overal * BETER && !sides.is_empty() && met > 0.0;
    better.then(|| Doos { zijden: sides, dichtheid, dekking: dichtheid * inside / met, overal })
}

#[expect(clippy::cast_precision_loss, reason = "counts of tries")]
const fn count(n: usize) -> f64 {
    n as f64
}

fn inside(one: &Rij, sides: &[Zijde<usize>]) -> bool {
    sides.iter().all(|side| {
        one.0.get(side.van).is_some_and(|value| {
            side.minstens.is_none_or(|least| *value >= least)
                && side.hoogstens.is_none_or(|most| *value <= most)
        })
    })
}

/// The share of the tries inside in which the target is met, and how many are inside.
fn density(tries: &[&Rij], sides: &[Zijde<usize>]) -> Option<(f64, f64)> {
    let within: Vec<_> = tries.iter().filter(|one| inside(one, sides)).collect();
    let met = within.iter().filter(|one| one.1).count();
    (!within.is_empty()).then(|| (count(met) / count(within.len()), count(within.len())))
}

/// The box after the best of all single peels; none when all are too small or none is better.
fn peel(tries: &[&Rij], sides: &[Zijde<usize>], columns: usize) -> Option<Vec<Zijde<usize>>> {
    let within: Vec<&&Rij> = tries.iter().filter(|one| inside(one, sides)).collect();
    let (before, _) = density(tries, sides)?;
    let mut best: Option<(f64, Vec<Zijde<usize>>)> = None;
    for column in 0..columns {
        let mut values: Vec<f64> = within.iter().filter_map(|one| one.0.get(column).copied()).collect();
        values.sort_by(f64::total_cmp);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a tenth of a count")]
        let off = ((count(values.len()) * SCHIL) as usize).max(1);
        let (low, high) = (values.get(off).copied(), values.iter().rev().nth(off).copied());
        for (least, most) in [(low, None), (None, high)] {
            let next = with_side(sides, column, least, most);
            let Some((share, left)) = density(tries, &next) else { continue };
            let large = left >= KLEINST * count(tries.len()) && left < count(within.len());
            if large && share > before && best.as_ref().is_none_or(|(most, _)| share > *most) {
                best = Some((share, next));
            }
        }
    }
    best.map(|(_, sides)| sides)
}

fn with_side(sides: &[Zijde<usize>], van: usize, least: Option<f64>, most: Option<f64>) -> Vec<Zijde<usize>> {
    let mut out = sides.to_vec();
    if let Some(own) = out.iter_mut().find(|side| side.van == van) {
        own.minstens = least.or(own.minstens);
        own.hoogstens = most.or(own.hoogstens);
    } else {
        out.push(Zijde { van, minstens: least, hoogstens: most });
    }
    out
}

/// Without the sides that matter least, until few enough are left.
fn fewest(tries: &[&Rij], mut sides: Vec<Zijde<usize>>) -> Vec<Zijde<usize>> {
    while sides.len() > HOOGSTENS {
        let without = |nr: usize| -> Vec<Zijde<usize>> {
            sides.iter().enumerate().filter(|(own, _)| *own != nr).map(|(_, side)| *side).collect()
        };
        let worth = |nr: &usize| density(tries, &without(*nr)).map_or(0.0, |(share, _)| share);
        let Some(least) = (0..sides.len()).max_by(|a, b| worth(a).total_cmp(&worth(b))) else { break };
        sides = without(least);
    }
    sides
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Stream};

    fn tries(count: u64, met: impl Fn(&[f64], &mut Stream) -> bool) -> Vec<Rij> {
        let one = |nr| {
            let mut stream = Stream::new(4, Purpose::new("doos"), nr);
            let plek: Vec<f64> = (0..20).map(|_| stream.unit()).collect();
            let holds = met(&plek, &mut stream);
            (plek, holds)
        };
        (0..count).map(one).collect()
    }

    #[test]
    fn a_corner_is_found() {
        let found = zoek_doos(&tries(800, |x, _| x[3] > 0.6 && x[11] < 0.5), 0.9).unwrap();
        let side = |van: usize| found.zijden.iter().find(|side| side.van == van).unwrap();
        assert!((side(3).minstens.unwrap() - 0.6).abs() < 0.12, "{found:?}");
        assert!((side(11).hoogstens.unwrap() - 0.5).abs() < 0.12, "{found:?}");
        assert!(
            found.zijden.len() <= HOOGSTENS && found.dichtheid > 0.75 && found.dekking > 0.6,
            "{found:?}"
        );
        assert!((found.overal - 0.2).abs() < 0.05);
    }

    /// With twenty numbers that mean nothing there is always a box that looks good on the tries that were searched. It is not told.
    #[test]
    fn what_only_looks_like_a_corner_is_not_told() {
        let told = (0..12).filter(|nr| {
            let rows = tries(300, |_, stream| stream.unit() < 0.3);
            zoek_doos(&rows.into_iter().skip(*nr * 20).collect::<Vec<_>>(), 0.9).is_some()
        });
        assert!(told.count() <= 2);
        assert_eq!(zoek_doos(&tries(100, |_, _| true), 0.9), None);
        assert_eq!(zoek_doos(&tries(100, |_, _| false), 0.9), None);
        assert_eq!(zoek_doos(&[], 0.9), None);
    }
}
