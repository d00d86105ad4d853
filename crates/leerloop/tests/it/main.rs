//! The program as its users know it: commands, files, a browser.

mod browser;
#[path = "../../../register/tests/it/cluster.rs"]
mod cluster;
mod demo;
mod house;
mod import;
mod kill;
mod program;
mod serve;
