//! What the desk knows of the world outside the messages.

use ijw::Buitenwereld;
use jiff::civil::Date;

/// Today. Lists of municipalities of earlier years, agreed products and tariffs are not in the register yet: rules that need
/// them are not judged, and never lead to a refusal.
pub(super) struct Wereld {
    pub(super) vandaag: Date,
}

impl Buitenwereld for Wereld {
    fn vandaag(&self) -> Option<Date> {
        Some(self.vandaag)
    }
}
