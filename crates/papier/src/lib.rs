#![doc = include_str!("../README.md")]

mod document;
mod face;
mod fault;
mod lines;
mod paint;
mod place;
mod tree;

pub use document::{Block, Column, Document, Run};
pub use face::missing;
pub use fault::Fault;
