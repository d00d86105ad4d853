//! Text within an address of ours.

use std::fmt::Write as _;

/// Writes a value for use in a query.
pub(crate) fn encode(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The address to go back to, if it is one of ours: a path on this host and nothing else.
pub(crate) fn own_path(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    let sound = text.len() <= 2_000
        && chars.next() == Some('/')
        && !matches!(chars.next(), Some('/' | '\\'))
        && text.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    sound.then_some(text)
}
