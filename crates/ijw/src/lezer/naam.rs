//! Which characters may stand in a name (XML 1.0, fifth edition, with the colon left out as namespaces ask).

/// White space.
pub(super) const WIT: [char; 4] = [' ', '\t', '\n', '\r'];

/// Whether the text is a name without colon.
#[inline]
pub(super) fn is_naam(tekst: &str) -> bool {
    let is_gewoon = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    tekst.starts_with(mag_beginnen) && (tekst.bytes().all(is_gewoon) || tekst.chars().all(mag_in_naam))
}

const fn mag_beginnen(teken: char) -> bool {
    matches!(teken,
        'A'..='Z' | '_' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

const fn mag_in_naam(teken: char) -> bool {
    mag_beginnen(teken)
        || matches!(teken, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}
