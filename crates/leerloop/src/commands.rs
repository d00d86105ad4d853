//! One command, one file.

pub(crate) mod account;
pub(crate) mod account_link;
pub(crate) mod check;
pub(crate) mod demo;
mod gemeenten;
pub(crate) mod import;
pub(crate) mod key;
pub(crate) mod logbook;
pub(crate) mod region;
pub(crate) mod seal;
pub(crate) mod serve;
pub(crate) mod staff;
pub(crate) mod verify;

/// Folder of the data when nothing is named.
const DATA: &str = "leerloop-data";
