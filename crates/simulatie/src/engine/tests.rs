//! The engine against exact formulas, known values, laws that hold for every system, and a slow engine that does the same.

mod exact;
mod extremes;
mod known;
mod laws;
mod money;
mod oracle;
mod present;
mod worlds;
