//! Bytes of a file as text: UTF-8, UTF-16 with its mark, or else the letters of Windows (which Latin-1 is part of).

use std::borrow::Cow;

/// What the bytes 0x80 to 0x9f are in Windows-1252 (WHATWG Encoding; what is not assigned stays what it is).
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file, without its byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some(rest) = bytes.strip_prefix(&[0xff, 0xfe]) {
        return Cow::Owned(utf16(rest, u16::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(&[0xfe, 0xff]) {
        return Cow::Owned(utf16(rest, u16::from_be_bytes));
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|byte| windows(*byte)).collect()),
    }
}

fn windows(byte: u8) -> char {
    let assigned = byte.checked_sub(0x80).and_then(|n| WINDOWS.get(usize::from(n)));
    assigned.copied().unwrap_or(char::from(byte))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_ways_to_write_fryslan() {
        assert_eq!(decode("\u{feff}Fryslân".as_bytes()), "Fryslân");
        assert_eq!(decode(b"Frysl\xe2n \x80"), "Fryslân €");
        let wide: Vec<u8> = "\u{feff}Fryslân".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide), "Fryslân");
    }
}
