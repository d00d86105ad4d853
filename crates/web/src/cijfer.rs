//! Figures about youths, as they may be shown: never below ten, always rounded.

use informatie::Beschermd;

use crate::kader::Kader;

/// The rounded number, or nothing when it is too small to show.
pub(crate) fn beschermd(number: u32) -> Option<u32> {
    match informatie::bescherm(number) {
        Beschermd::Onder => None,
        Beschermd::Rond(rounded) => Some(rounded),
    }
}

/// A number of youths in words or digits.
pub(crate) fn toon(k: &Kader, number: u32) -> String {
    toon_beschermd(k, beschermd(number))
}

/// A number that was already protected.
pub(crate) fn toon_beschermd(k: &Kader, number: Option<u32>) -> String {
    number.map_or_else(|| k.t("minder-dan-10"), |n| k.getal(n))
}

/// Youths in care per hundred who live there, from the protected number.
pub(crate) fn per_honderd(number: u32, youths: Option<u32>) -> Option<f64> {
    let youths = youths.filter(|y| *y > 0)?;
    Some(f64::from(beschermd(number)?) * 100.0 / f64::from(youths))
}

/// The same as a whole number, for a table that says so in its heading.
pub(crate) fn toon_per_honderd(k: &Kader, number: u32, youths: Option<u32>) -> String {
    match (youths, per_honderd(number, youths)) {
        (None | Some(0), _) => k.t("onbekend"),
        (_, None) => k.t("niet-getoond"),
        (_, Some(rate)) => k.getal(rond(rate)),
    }
}

/// A number of inhabitants, which is public.
pub(crate) fn toon_inwoners(k: &Kader, number: Option<u32>) -> String {
    number.map_or_else(|| k.t("onbekend"), |n| k.getal(n))
}

/// To the nearest whole number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range first")]
pub(crate) fn rond(value: f64) -> u32 {
    value.round().clamp(0.0, f64::from(u32::MAX)) as u32
}
