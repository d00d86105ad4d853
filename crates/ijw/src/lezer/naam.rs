//! Which bytes and characters may stand where.

/// A byte that may stand in a name, the colon not among them.
pub(super) const NAAM: u8 = 1;
/// A byte at which reading a text must pause.
pub(super) const PAUZE: u8 = 2;
/// White space.
pub(super) const WIT: u8 = 4;

const SOORTEN: [u8; 256] = soorten();

#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a table of every byte, made when compiling"
)]
const fn soorten() -> [u8; 256] {
    let mut soorten = [0; 256];
    let mut plaats = 0;
    while plaats < 256 {
        let byte = plaats as u8;
        let mut soort = 0;
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            soort |= NAAM;
        }
        if matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
            soort |= WIT;
        }
        // 0xEF may begin U+FFFE or U+FFFF, which XML does not allow.
        if matches!(byte, b'<' | b'&' | b']' | b'\r' | 0xEF)
            || (byte < b' ' && !matches!(byte, b'\t' | b'\n'))
        {
            soort |= PAUZE;
        }
        soorten[plaats] = soort;
        plaats += 1;
    }
    soorten
}

/// Whether the byte is of the kind.
#[inline]
#[expect(clippy::indexing_slicing, reason = "a byte always lies within a table of 256")]
pub(super) const fn is(byte: u8, soort: u8) -> bool {
    SOORTEN[byte as usize] & soort != 0
}

/// Whether a name may begin with the character, the colon left out (XML 1.0, fifth edition).
pub(super) const fn mag_beginnen(teken: char) -> bool {
    matches!(teken,
        'A'..='Z' | '_' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

/// Whether the character may stand in a name, the colon left out.
pub(super) const fn mag_in_naam(teken: char) -> bool {
    mag_beginnen(teken)
        || matches!(teken, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}
