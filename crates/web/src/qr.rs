//! A square picture of a text, for a phone to read.

use std::fmt::Write as _;

use qrcode::{Color, QrCode};

/// The picture, as a path over squares of one by one.
pub(crate) struct Qr {
    /// Squares on a side, with the white around them.
    pub(crate) zijde: usize,
    /// The path of the dark squares.
    pub(crate) pad: String,
}

/// White around the picture, which readers need.
const RAND: usize = 4;

impl Qr {
    /// A picture; empty when the text is too long for one, and then the text itself stands beside it.
    pub(crate) fn of(text: &str) -> Self {
        let Ok(code) = QrCode::new(text) else { return Self { zijde: 1, pad: String::new() } };
        let width = code.width();
        let mut pad = String::new();
        for (n, colour) in code.to_colors().into_iter().enumerate() {
            if colour == Color::Dark {
                // Writing to a String cannot fail.
                let _ = write!(pad, "M{} {}h1v1h-1z", n % width + RAND, n / width + RAND);
            }
        }
        Self { zijde: width + 2 * RAND, pad }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_squares() {
        let qr = Qr::of("otpauth://totp/Leerloop:a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Leerloop");
        // Version 5 or 6: 37 or 41 squares, and the white.
        assert!((41..=57).contains(&qr.zijde), "{}", qr.zijde);
        assert!(qr.pad.starts_with("M4 4h1v1h-1z") && qr.pad.matches('M').count() > 300);
        assert!(Qr::of(&"x".repeat(10_000)).pad.is_empty());
    }
}
