//! One stretch of youth help of one youth, without anything that tells who it is: what figures are made from.

use jiff::civil::Date;

use crate::{Hulpvorm, Wijkcode};

/// A pseudonymous episode: one allocation and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Episode {
    /// The youth, as a keyed hash that differs per register.
    pub jeugdige: u64,
    /// Neighbourhood of the family.
    pub wijk: Option<Wijkcode>,
    /// Form of help.
    pub hulpvorm: Hulpvorm,
    /// First day of the allocation: waiting begins here.
    pub ingang: Date,
    /// First day of help, if it began.
    pub begin: Option<Date>,
    /// Last day of help, or of the allocation when help never began.
    pub eind: Option<Date>,
}

impl Episode {
    /// Whether help was being given on a day.
    pub fn in_care_on(&self, day: Date) -> bool {
        self.begin.is_some_and(|begin| begin <= day) && self.eind.is_none_or(|end| end >= day)
    }
}
