//! Messages in their coherence: what is judged against earlier ones, what is remembered and what is answered.

mod antwoorden;
mod bouw;
mod declaratieregels;
mod leverregels;
mod leverstaten;
mod prijsregels;
mod regels;
mod verzoekantwoorden;
mod volgorde;
mod wijzigregels;
mod zaak;

pub(crate) use regels::gebroken;
