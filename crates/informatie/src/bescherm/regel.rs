//! The rule by which figures are protected.

/// A rule that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the rule for published figures: {0}")]
pub struct RegelFout(&'static str);

/// The rule. It is public: who knows it learns no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regel {
    pub(super) drempel: u32,
    pub(super) basis: u32,
    pub(super) overheersing: u32,
}

impl Default for Regel {
    /// Ten, five and ten per cent: the pattern of the tables of CBS on youth care.
    fn default() -> Self {
        Self { drempel: 10, basis: 5, overheersing: 10 }
    }
}

impl Regel {
    /// Fewer youths than `drempel` are never shown. Shown numbers are multiples of `basis`, at least 3, of which `drempel` is one.
    /// An amount is not shown when the one with the second most could tell that of the one with the most to `overheersing` per cent.
    pub fn new(drempel: u32, basis: u32, overheersing: u32) -> Result<Self, RegelFout> {
        if !(3..=100).contains(&basis) {
            return Err(RegelFout("figures are rounded to multiples of 3 to 100"));
        }
        if !(basis..=1_000).contains(&drempel) || !drempel.is_multiple_of(basis) {
            return Err(RegelFout("the threshold is a multiple of what is rounded to, and at most 1,000"));
        }
        if !(1..=100).contains(&overheersing) {
            return Err(RegelFout("dominance is 1 to 100 per cent"));
        }
        Ok(Self { drempel, basis, overheersing })
    }

    /// Fewer youths are never shown.
    pub fn drempel(self) -> u32 {
        self.drempel
    }

    /// Numbers of youths are shown as multiples of this.
    pub fn basis(self) -> u32 {
        self.basis
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_that_protects_nobody_is_refused() {
        assert_eq!(Regel::new(10, 5, 10), Ok(Regel::default()));
        assert!(Regel::new(15, 3, 20).is_ok());
        for (drempel, basis, overheersing) in
            [(10, 1, 10), (2, 5, 10), (12, 5, 10), (10, 5, 0), (2_000, 5, 10)]
        {
            assert!(Regel::new(drempel, basis, overheersing).is_err(), "{drempel} {basis} {overheersing}");
        }
    }
}
