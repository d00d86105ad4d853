//! The program as its users know it: commands, files, a browser.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

mod accounts;
mod bevolking;
mod bewaren;
mod browser;
mod check;
#[path = "../../../register/tests/it/cluster.rs"]
mod cluster;
mod demo;
mod house;
mod import;
mod informatie;
mod kill;
#[cfg(target_os = "linux")]
mod kill_gesprek;
mod kill_key;
mod kill_postbus;
mod logbook;
mod oidc;
mod program;
mod proxy;
mod serve;
mod simulatie;
