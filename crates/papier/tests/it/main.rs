//! What is written is read back by a library that had no part in it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fall over")]

mod documents;
mod pages;
mod reader;
mod tags;
