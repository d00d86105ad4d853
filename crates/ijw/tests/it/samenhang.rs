//! Messages in their coherence: what is judged against earlier ones, what is remembered and what is answered.

mod antwoorden;
mod bouw;
mod declaratieregels;
mod leverstaten;
mod regels;
mod volgorde;
mod zaak;

pub(crate) use regels::gebroken;
