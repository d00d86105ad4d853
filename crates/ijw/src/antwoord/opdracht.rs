//! The lines of a JW301 that nobody asked for: what a municipality allocates, changes or withdraws of its own accord.

use super::Weigering;
use super::toewijzing::{Besluit, herhaald};
use crate::basis::{BurgerServicenummer, Datum, Nummer, RedenWijziging};
use crate::historie::{Historie, Keten, Toewijzing, nieuwste};
use crate::jw301;

/// What is done with one allocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opdracht {
    /// It is new.
    Nieuw(Box<jw301::ToegewezenProduct>),
    /// It gets another last day.
    Einde {
        /// Which.
        nummer: Nummer,
        /// The last day.
        einddatum: Datum,
    },
    /// It counts as never sent (OP033x1).
    Intrekken(Nummer),
}

/// Reassessed: it goes on longer.
const VERLENGING: RedenWijziging = RedenWijziging::constant("04");
/// Reassessed: it ends earlier.
const VERKORTING: RedenWijziging = RedenWijziging::constant("05");

/// Makes the lines of the JW301: the one that it is about, and after it the other running allocations of the client at the
/// provider as they are, because a JW301 holds all of them (OP087).
///
/// # Errors
///
/// When the history does not have the allocation that is changed, or has it as deleted.
pub fn toewijzing_uit_eigen_beweging(
    keten: &Keten,
    bsn: &BurgerServicenummer,
    historie: &impl Historie,
    opdracht: Opdracht,
    besluit: Besluit,
) -> Result<Vec<jw301::ToegewezenProduct>, Weigering> {
    let versie = |nummer: Nummer| {
        nieuwste(historie.toewijzing(keten, nummer))
            .filter(|versie| versie.bsn == *bsn && !versie.is_verwijderd())
            .ok_or(Weigering::ToewijzingOnbekend(nummer))
    };
    let regel = match opdracht {
        Opdracht::Nieuw(product) => *product,
        Opdracht::Einde { nummer, einddatum } => {
            let was = versie(nummer)?;
            let langer = was.einddatum.is_some_and(|einde| einddatum > einde);
            jw301::ToegewezenProduct {
                einddatum: Some(einddatum),
                reden_wijziging: Some(if langer { VERLENGING } else { VERKORTING }),
                ..herhaald(was, None)
            }
        }
        Opdracht::Intrekken(nummer) => {
            let was = versie(nummer)?;
            jw301::ToegewezenProduct {
                einddatum: Some(was.ingangsdatum),
                reden_wijziging: Some(Toewijzing::VERWIJDERD),
                ..herhaald(was, None)
            }
        }
    };
    let nummer = regel.toewijzing_nummer;
    let (toewijzingsdatum, toewijzingstijd) = (besluit.datum, besluit.tijd);
    let mut regels = vec![jw301::ToegewezenProduct { toewijzingsdatum, toewijzingstijd, ..regel }];
    let andere = historie.toewijzingen_van(keten, bsn).iter().filter(|ander| **ander != nummer);
    for versie in andere.filter_map(|ander| nieuwste(historie.toewijzing(keten, *ander))) {
        if versie.bsn == *bsn && versie.is_actueel(besluit.datum) {
            regels.push(herhaald(versie, None));
        }
    }
    Ok(regels)
}
