//! The tests of the library as its users see it.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod catalogus;
mod corpus;
mod fouten;
mod goud;
mod keurtijd;
mod lineair;
mod mutaties;
mod rondreis;
mod samenhang;
mod stuf;
mod tabellen;
mod veiligheid;
mod verzonnen;
mod weglaten;
mod xmllint;
