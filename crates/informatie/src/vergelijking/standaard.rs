//! Indirect standardisation: what would have happened with the same youths, if everyone did as everyone together.

/// Of one unit (provider, neighbourhood) and one layer (age band, form of help): to how many it could happen, and to how many it did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Laag {
    /// It could happen.
    pub kon: u64,
    /// It happened.
    pub gebeurde: u64,
}

/// What was observed of a unit, and what was expected.
#[derive(Clone, Debug, PartialEq)]
pub struct Waargenomen {
    /// Its code or word.
    pub sleutel: String,
    /// Youths behind it.
    pub jeugdigen: u32,
    /// How often it happened.
    pub waargenomen: u64,
    /// How often it would have happened, if in every layer it happened as often as with all units together.
    pub verwacht: f64,
}

/// Standardises units. `lagen` holds the layers of the first unit, those of the second, and so on; each unit has as many. What is expected
/// of all units together is what was observed of all.
pub fn gestandaardiseerd(units: &[(String, u32)], lagen: &[Laag]) -> Vec<Waargenomen> {
    let width = lagen.len().checked_div(units.len()).unwrap_or(0).max(1);
    let mut whole = vec![Laag::default(); width];
    for unit in lagen.chunks_exact(width) {
        for (sum, laag) in whole.iter_mut().zip(unit) {
            sum.kon += laag.kon;
            sum.gebeurde += laag.gebeurde;
        }
    }
    let float = crate::statistiek::float;
    units
        .iter()
        .zip(lagen.chunks_exact(width))
        .map(|((sleutel, jeugdigen), unit)| {
            let expected = unit.iter().zip(&whole).filter(|(_, whole)| whole.kon > 0);
            Waargenomen {
                sleutel: sleutel.clone(),
                jeugdigen: *jeugdigen,
                waargenomen: unit.iter().map(|laag| laag.gebeurde).sum(),
                verwacht: expected
                    .map(|(own, whole)| float(own.kon) * float(whole.gebeurde) / float(whole.kon))
                    .sum(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_helps_the_hardest_is_not_blamed_for_it() {
        // Two layers: in the first it happens to 1 of 10, in the second to 5 of 10. Both units do as everyone.
        let laag = |kon, gebeurde| Laag { kon, gebeurde };
        let units = [("a".to_owned(), 110), ("b".to_owned(), 110)];
        let found = gestandaardiseerd(&units, &[laag(100, 10), laag(10, 5), laag(10, 1), laag(100, 50)]);
        assert!((found[0].verwacht - 15.0).abs() < 1e-12 && (found[1].verwacht - 51.0).abs() < 1e-12);
        assert_eq!((found[0].waargenomen, found[1].waargenomen), (15, 51));
        assert!(gestandaardiseerd(&[], &[]).is_empty());
        let none = gestandaardiseerd(&[("a".to_owned(), 0)], &[Laag::default()]);
        assert_eq!((none[0].waargenomen, none[0].verwacht), (0, 0.0));
    }
}
