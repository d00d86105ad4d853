//! Typed identifiers: a UUIDv7 that knows what it identifies, so that swapping two does not compile.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use jiff::Timestamp;
use uuid::Uuid;

use crate::Ongeldig;

/// The identifier of a `T`: a UUID of version 7 (RFC 9562), so that ids sort by the moment they were made.
pub struct Id<T> {
    uuid: Uuid,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// Makes an id from a moment and ten random bytes; both are parameters, so that a test and the demo can repeat it.
    pub fn new(moment: Timestamp, random: [u8; 10]) -> Self {
        let millis = u64::try_from(moment.as_millisecond()).unwrap_or(0);
        Self::from_uuid(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// The sixteen bytes as stored.
    pub const fn bytes(&self) -> &[u8; 16] {
        self.uuid.as_bytes()
    }

    /// Reads the form used in addresses: 32 hexadecimal digits, with or without dashes.
    pub fn parse(text: &str) -> Result<Self, Ongeldig> {
        Uuid::try_parse(text).map(Self::from_uuid).map_err(|_| Ongeldig::Id)
    }

    const fn from_uuid(uuid: Uuid) -> Self {
        Self { uuid, of: PhantomData }
    }
}

impl<T> TryFrom<&[u8]> for Id<T> {
    type Error = Ongeldig;
    fn try_from(bytes: &[u8]) -> Result<Self, Ongeldig> {
        Uuid::from_slice(bytes).map(Self::from_uuid).map_err(|_| Ongeldig::Id)
    }
}

/// In a document as in an address: 32 hexadecimal digits.
impl<T> serde::Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T> serde::Deserialize<'de> for Id<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.uuid.simple(), f)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.uuid.cmp(&other.uuid)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Thing;

    #[test]
    fn sorts_by_moment_and_reads_back() {
        let earlier = Id::<Thing>::new(Timestamp::from_second(1_700_000_000).unwrap(), [255; 10]);
        let later = Id::<Thing>::new(Timestamp::from_second(1_700_000_001).unwrap(), [0; 10]);
        assert!(earlier < later);
        assert_eq!(Id::parse(&earlier.to_string()), Ok(earlier));
        assert_eq!(Id::try_from(earlier.bytes().as_slice()), Ok(earlier));
        assert_eq!(later.to_string().as_bytes()[12], b'7');
    }

    #[test]
    fn refuses_what_is_no_id() {
        for wrong in ["", "zz", "018bcfe5687f", "' or 1=1"] {
            assert_eq!(Id::<Thing>::parse(wrong), Err(Ongeldig::Id));
        }
    }
}
