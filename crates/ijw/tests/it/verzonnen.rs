//! Messages made up at random: everything that the types allow.

use ijw::{Bericht, Berichttype};
use proptest::prelude::*;

macro_rules! regel {
    ($naam:ident $max:literal) => {
        $crate::verzonnen::stukken::tekst($max, false).prop_map(|tekst| $naam::new(tekst).unwrap())
    };
}

macro_rules! getal {
    ($naam:ident) => {
        (0..=$naam::MAX).prop_map(|getal| $naam::new(getal).unwrap())
    };
}

macro_rules! code {
    ($naam:ident) => {
        proptest::sample::select($naam::ALLE)
    };
}

mod declaratie;
mod geldig;
mod levering;
mod retour;
mod stukken;
mod toewijzing;
mod verzoek;

pub(crate) use geldig::geldig;

/// A message of this type.
pub(crate) fn van(berichttype: Berichttype) -> BoxedStrategy<Bericht> {
    match berichttype {
        Berichttype::Jw301 => toewijzing::jw301().boxed(),
        Berichttype::Jw305 => levering::jw305().boxed(),
        Berichttype::Jw307 => levering::jw307().boxed(),
        Berichttype::Jw315 => verzoek::jw315().boxed(),
        Berichttype::Jw317 => verzoek::jw317().boxed(),
        Berichttype::Jw319 => verzoek::jw319().boxed(),
        Berichttype::Jw323 => declaratie::jw323().boxed(),
        Berichttype::Jw325 => declaratie::jw325().boxed(),
        retour => {
            let heen = Berichttype::ALLE.iter().find(|heen| heen.answered_by() == Some(retour)).unwrap();
            retour::retour(van(*heen)).boxed()
        }
    }
}

/// A message of any type.
pub(crate) fn bericht() -> BoxedStrategy<Bericht> {
    proptest::strategy::Union::new(Berichttype::ALLE.iter().map(|berichttype| van(*berichttype))).boxed()
}
