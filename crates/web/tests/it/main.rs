//! The program as a whole: a register on disk, the routes, answers as a browser gets them.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fall over")]

mod app;
mod bewaren;
mod desk;
mod errors;
mod journal;
mod koppelvlak;
mod lists;
mod rights;
mod session;
mod wereld;
mod xml;
