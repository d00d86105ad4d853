//! Trying a choice on the model of the region before it is made, and keeping what came of it.

mod begin;
mod bestand;
mod bewaard;
mod formulier;
mod poging;
mod uitkomst;
mod velden;
mod wie;
mod woord;

pub(crate) use self::begin::{begin, nieuw, toon};
pub(crate) use self::bewaard::{bewaard, haal, haal_weg};
pub(crate) use self::poging::{doe, haal_poging, poging};

#[cfg(test)]
pub(crate) use self::begin::{BEGIN, NieuwPagina, UitproberenPagina};
#[cfg(test)]
pub(crate) use self::poging::PogingPagina;
#[cfg(test)]
pub(crate) use self::uitkomst::{UitkomstPagina, bestand_key};
#[cfg(test)]
pub(crate) use self::velden::{aanname_sleutel, groep, maat_sleutel};
