//! Comparing fairly.
