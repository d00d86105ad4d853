//! The real clock. The only place that reads it.

use jiff::Timestamp;
use stelsel::Klok;

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemKlok;

impl Klok for SystemKlok {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}
