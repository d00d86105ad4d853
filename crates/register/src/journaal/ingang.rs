//! By which way a deed came in: known to the register by how it is reached, never by what is sent along.

use sha2::{Digest, Sha256};

use crate::register::hex;

/// The ways in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weg {
    /// A command on the machine itself.
    #[default]
    Opdracht,
    /// The pages.
    Web,
    /// A connector over HTTP.
    Koppelvlak,
    /// A folder that is looked after.
    Map,
}

impl Weg {
    /// Its word in the journal.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Opdracht => "opdracht",
            Self::Web => "web",
            Self::Koppelvlak => "koppelvlak",
            Self::Map => "map",
        }
    }
}

/// Trace and span of another party whose processing asked for ours (W3C Trace Context).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoor(String);

impl Spoor {
    /// Reads the header `traceparent`. Anything that is not of version 00, or is all zeros, is no trace.
    pub fn parse(header: &str) -> Option<Self> {
        let mut parts = header.trim().split('-');
        let (version, trace, span, flags) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let is_hex = |text: &str, length: usize| {
            text.len() == length && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        };
        let zero = |text: &str| text.bytes().all(|b| b == b'0');
        let sound = version == "00"
            && is_hex(trace, 32)
            && is_hex(span, 16)
            && is_hex(flags, 2)
            && !zero(trace)
            && !zero(span)
            && parts.next().is_none();
        sound.then(|| Self(format!("{trace}-{span}")))
    }

    /// As stored: trace and span in hexadecimal with a stroke between.
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

/// How someone or something reaches the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ingang {
    pub(super) weg: Weg,
    pub(super) sessie: String,
    pub(super) spoor: Option<Spoor>,
}

impl Ingang {
    /// By a way without sessions.
    pub const fn by(weg: Weg) -> Self {
        Self { weg, sessie: String::new(), spoor: None }
    }

    /// By the pages, in the session of this token.
    pub fn session(token: &str) -> Self {
        Self { sessie: session_mark(token), ..Self::by(Weg::Web) }
    }

    /// By a connector, whose own trace goes on in ours.
    pub const fn connector(spoor: Option<Spoor>) -> Self {
        Self { weg: Weg::Koppelvlak, sessie: String::new(), spoor }
    }
}

/// The beginning of the hash of a token: enough to tell sessions apart, of no use to open one.
pub(crate) fn session_mark(token: &str) -> String {
    let hash: [u8; 32] = Sha256::digest(token.as_bytes()).into();
    hash.first_chunk::<6>().map(|start| hex(start)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_sound_trace_is_taken_over() {
        let sound = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        let taken = Spoor::parse(sound).unwrap();
        assert_eq!(taken.text(), "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7");
        for wrong in [
            "",
            "00",
            "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-extra",
            "00-4bf92f3577b34da6a3ce929d0e0e473\n-00f067aa0ba902b7-01",
        ] {
            assert_eq!(Spoor::parse(wrong), None, "{wrong:?}");
        }
    }
}
