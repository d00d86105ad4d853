//! The demo region: a youth-help region of invented families and providers, and the messages they exchange.
//!
//! A provider asks, a municipality allocates or refuses, a provider starts, stops and claims: [`Generator`] plays both, day by
//! day, and gives each message in the order in which it was sent, as the file that would have come in. Now and then a message
//! is faulty, and its sender comes back on it. Only the answers that a municipality gives without thinking (JW306, JW308,
//! JW316, JW318, JW325) are not here: those are for the program to give. Nothing is imported here; a demo goes through the same
//! door as a real message.
//!
//! The same [`Omvang`] gives the same bytes, on every machine and every day: neither the clock nor the order of a hash plays
//! a part. Figures come from publications (Bron: CBS) or are named an assumption where they stand.

mod agenda;
mod berichten;
mod bevolking;
mod declaratie;
mod generator;
mod getal;
mod gezin;
mod namen;
mod nummers;
pub mod regio;
mod toewijzing;
mod verloop;
mod verzoek;
mod voorbeeld;

#[cfg(test)]
mod tests;

pub use generator::Generator;

/// How large the demo is and what it is drawn from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Omvang {
    /// Size relative to the region: 1.0 is about 9,700 youths in care a year.
    pub schaal: f64,
    /// Seed of all random numbers.
    pub zaad: u64,
    /// How many calendar months, the last one included, even when it is not over.
    pub maanden: u32,
    /// The last day: no message is dated later.
    pub tot: jiff::civil::Date,
}

/// What a message is meant to be, so that tests can hold the judging of messages against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bedoeling {
    /// Nothing is wrong with it.
    Goed,
    /// It breaks this rule and no other, as messages do in practice, and the sender comes back on it.
    Fout(&'static str),
    /// It does not even pass the schema; nobody answers it.
    Onleesbaar,
}

/// A message as it would come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GemaaktBericht {
    /// Name of the file: type, sender, identification (`JW305_99000101_000123.xml`).
    pub bestandsnaam: String,
    /// The day on which it was sent.
    pub dagtekening: jiff::civil::Date,
    /// The message, UTF-8.
    pub xml: Vec<u8>,
    /// Whether it is meant to be faulty.
    pub bedoeld: Bedoeling,
}
