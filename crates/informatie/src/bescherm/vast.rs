//! Fixed tables that must add up: exact numbers, of which some are left out so that no small one can be worked out.
//!
//! A table is a tree of rows (neighbourhoods within municipalities within a region) by columns that lie side by side, with all totals. Such a
//! table is a network: every number is a stretch of pipe, every total says that as much comes in as goes out. How far a number that was
//! left out can still move is then a question of how much can flow round through other numbers that were left out, and that has an exact
//! answer (Cox 1995, "Network models for complementary cell suppression").

mod aanvullen;
mod netwerk;
mod tabel;
mod verband;

pub use aanvullen::Onbeschermd;
pub use netwerk::{Kennis, Marge};
pub use tabel::{Kruistabel, TabelFout, Vast, VastFout};
pub use verband::{Stelsel, Verband};
