//! A weighted choice in constant time (A. J. Walker's alias method, in M. D. Vose's form).

use crate::error::InvalidParameter;
use crate::sampler::Sampler;
use crate::stream::Stream;

/// Draws positions 0..n with given weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    columns: Vec<Column>,
}

/// A position, and the other one that fills up its column.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Column {
    keep: f64,
    other: usize,
}

impl Alias {
    /// From weights: none negative, at least one above zero; they need not sum to one.
    pub fn new(weights: &[f64]) -> Result<Self, InvalidParameter> {
        let sum: f64 = weights.iter().sum();
        if weights.iter().any(|w| !w.is_finite() || *w < 0.0) || sum <= 0.0 {
            return Err(InvalidParameter("weights of a choice"));
        }
        #[expect(clippy::cast_precision_loss, reason = "the number of columns is small")]
        let scale = weights.len() as f64 / sum;
        let mut columns: Vec<Column> =
            weights.iter().enumerate().map(|(other, w)| Column { keep: w * scale, other }).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) =
            (0..columns.len()).partition(|&i| columns.get(i).is_some_and(|c| c.keep < 1.0));
        while let (Some(low), Some(high)) = (small.pop(), large.pop()) {
            let missing = columns.get_mut(low).map_or(0.0, |column| {
                column.other = high;
                1.0 - column.keep
            });
            if let Some(column) = columns.get_mut(high) {
                column.keep -= missing;
                if column.keep < 1.0 { small.push(high) } else { large.push(high) }
            }
        }
        // What is left differs from one by rounding only.
        for rest in small.into_iter().chain(large) {
            if let Some(column) = columns.get_mut(rest) {
                *column = Column { keep: 1.0, other: rest };
            }
        }
        Ok(Self { columns })
    }
}

impl Sampler for Alias {
    type Value = usize;

    fn sample(&self, stream: &mut Stream) -> usize {
        let at = stream.below(self.columns.len());
        let height = stream.unit();
        self.columns.get(at).map_or(0, |column| if height < column.keep { at } else { column.other })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Purpose;

    #[test]
    fn shares_come_out() {
        let weights = [4.0, 0.0, 1.2, 2.5, 0.3, 2.0];
        let alias = Alias::new(&weights).unwrap();
        let mut stream = Stream::new(9, Purpose::new("alias"), 0);
        let mut seen = [0_u32; 6];
        for _ in 0..100_000 {
            seen[alias.sample(&mut stream)] += 1;
        }
        for (weight, count) in weights.iter().zip(seen) {
            assert!((f64::from(count) / 100_000.0 - weight / 10.0).abs() < 0.006, "{seen:?}");
        }
        assert_eq!(seen[1], 0);
    }

    #[test]
    fn one_choice_and_no_choice() {
        let mut stream = Stream::new(9, Purpose::new("alias"), 1);
        assert_eq!(Alias::new(&[3.0]).unwrap().sample(&mut stream), 0);
        assert!(Alias::new(&[]).is_err() && Alias::new(&[0.0]).is_err() && Alias::new(&[1.0, -1.0]).is_err());
        assert!(Alias::new(&[f64::NAN]).is_err());
    }
}
