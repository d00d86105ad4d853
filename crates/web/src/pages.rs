//! The pages: one file per address, the page struct beside its handler.

pub(crate) mod aanbieder;
pub(crate) mod aanbieders;
pub(crate) mod aanmelders;
pub(crate) mod accounts;
pub(crate) mod achttien;
pub(crate) mod bericht;
pub(crate) mod berichten;
pub(crate) mod bewaren;
pub(crate) mod correcties;
pub(crate) mod expertvragen;
pub(crate) mod gesprek;
pub(crate) mod gesprekken;
pub(crate) mod gezin;
pub(crate) mod gezinnen;
pub(crate) mod goed_gesprek;
pub(crate) mod groepen;
pub(crate) mod hulp;
pub(crate) mod inzagen;
pub(crate) mod journaal;
pub(crate) mod koppelvlak;
pub(crate) mod meldingen;
pub(crate) mod mijn;
pub(crate) mod mijn_account;
pub(crate) mod nood;
pub(crate) mod passkeys;
pub(crate) mod plan;
pub(crate) mod planversies;
pub(crate) mod quarantaine;
pub(crate) mod quarantaine_stuk;
pub(crate) mod regeldruk;
pub(crate) mod regio;
pub(crate) mod script;
pub(crate) mod sessie;
pub(crate) mod start;
pub(crate) mod stijl;
pub(crate) mod termijnen;
pub(crate) mod toegang;
pub(crate) mod uitnodiging;
pub(crate) mod verloop;
pub(crate) mod verzoek;
pub(crate) mod verzoeken;
pub(crate) mod wachtwoord;
pub(crate) mod wijk;

#[cfg(test)]
mod tests;
