//! What can stand in an address, read back from it.

use super::Bestand;
use stelsel::{AgbCode, Gemeentecode, Id, Wijkcode};

/// What can stand in an address.
pub(crate) trait Sleutel: Sized {
    /// Reads the value from the end of an address; anything else is no page of ours.
    fn lees(text: &str) -> Option<Self>;
}

impl Sleutel for Wijkcode {
    fn lees(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl Sleutel for Gemeentecode {
    fn lees(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

/// A word of ours: small letters, digits and strokes.
pub(crate) struct Woord(pub(crate) String);

impl Sleutel for Woord {
    fn lees(text: &str) -> Option<Self> {
        let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        ((1..=40).contains(&text.len()) && plain).then(|| Self(text.to_owned()))
    }
}

impl Sleutel for AgbCode {
    fn lees(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl<T> Sleutel for Id<T> {
    fn lees(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl<A, B> Sleutel for (Id<A>, Id<B>) {
    fn lees(text: &str) -> Option<Self> {
        let (one, other) = text.split_once('/')?;
        Some((Id::parse(one).ok()?, Id::parse(other).ok()?))
    }
}

impl<T> Sleutel for (Id<T>, Bestand) {
    fn lees(text: &str) -> Option<Self> {
        let (id, naam) = text.split_once('/')?;
        let bestand = Bestand::ALL.into_iter().find(|one| one.naam() == naam)?;
        Some((Id::parse(id).ok()?, bestand))
    }
}

impl Sleutel for (Gemeentecode, i64) {
    fn lees(text: &str) -> Option<Self> {
        let (gemeente, nummer) = text.split_once('/')?;
        // One address for one thing: no sign and no zero in front.
        let plain = nummer.bytes().all(|b| b.is_ascii_digit()) && !nummer.starts_with('0');
        let nummer = nummer.parse().ok().filter(|_| plain)?;
        Some((Gemeentecode::parse(gemeente).ok()?, nummer))
    }
}
