//! The program as a whole: a register on disk, the routes, answers as a browser gets them.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fall over")]

mod accounts;
mod analyse;
mod app;
mod bewaren;
mod brieven;
mod cijfers;
#[path = "../../../register/tests/it/cluster.rs"]
mod cluster;
mod csrf;
mod desk;
mod deur;
mod errors;
mod gesprek;
mod hardening;
mod journal;
mod journal_closed;
mod journal_lines;
mod journal_pages;
mod koppelvlak;
mod lists;
mod oidc;
mod oorzaken;
mod plan;
mod rights;
mod session;
mod toegang;
mod uitproberen;
mod wereld;
mod xml;
