//! Samples of letters.

use register::beeld::{BriefRegel, BrievenBeeld};
use stelsel::brief::Briefsoort;

use super::{gezin, id, moment, of};

pub(crate) fn beeld(nasty: &str, schrijft: bool) -> BrievenBeeld {
    let line = |n: u8, soort: Briefsoort| BriefRegel {
        id: id(n),
        persoon: None,
        soort,
        onderwerp: of(nasty, "Hulp voor Tom"),
        aan: of(nasty, "De ouders van Tom de Wit"),
        door: if n == 2 { String::new() } else { of(nasty, "Samira Bouali") },
        gemaakt: moment(),
    };
    BrievenBeeld {
        beeld: gezin(nasty),
        brieven: Briefsoort::ALL.iter().zip(1..).map(|(soort, n)| line(n, *soort)).collect(),
        schrijft,
        regisseur: Some(of(nasty, "Samira Bouali")),
        telefoon: of(nasty, "076 000 00 00"),
    }
}
