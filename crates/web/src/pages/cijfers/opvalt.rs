//! What stands out, in words: fixed rules on protected figures. A sentence only says what chance alone would seldom do, with the numbers,
//! and what to know before drawing a conclusion. Nothing is ranked, and nothing is about persons.

use informatie::Getal;

/// Standard deviations from which on chance alone is no explanation: of a hundred such comparisons one does so by chance.
const Z: f64 = 2.58;
/// By how much figures of the last months still rise when all messages are in (CBS: 5 to 6 per cent).
const VOORLOPIG: f64 = 0.06;
/// Below this many nothing is said of a difference: the rounding would be most of it.
const MINSTENS: f64 = 20.0;

/// A sentence, and what to know with it.
pub(crate) struct Zin {
    pub(crate) tekst: String,
    pub(crate) context: String,
}

/// Which way something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kant {
    Meer,
    Minder,
}

/// The variance that rounding at random adds.
fn rounding(getal: &Getal) -> f64 {
    getal.stap().map_or(0.0, |stap| stap * stap / 4.0)
}

/// Whether a number of events differs from an earlier one by more than chance. A figure that is provisional is only less when it is
/// so after what is still to come.
pub(crate) fn verandering(nu: &Getal, toen: &Getal) -> Option<Kant> {
    let (is, was) = (nu.waarde()?, toen.waarde()?);
    anders(is, was, is + was + rounding(nu) + rounding(toen), nu.voorlopig())
}

/// The same of how many there are: that changes by chance as much as came and went in between.
pub(crate) fn stand_veranderd(nu: &Getal, toen: &Getal, kwam: &Getal, ging: &Getal) -> Option<Kant> {
    let (is, was) = (nu.waarde()?, toen.waarde()?);
    let moved = kwam.waarde()? + ging.waarde()?;
    anders(is, was, moved + rounding(nu) + rounding(toen), nu.voorlopig())
}

/// Whether a part has more or fewer than its share of the inhabitants would give.
pub(crate) fn anders_dan(deel: &Getal, geheel: &Getal, aandeel: f64) -> Option<(Kant, f64)> {
    let expected = geheel.waarde()? * aandeel;
    let kant = anders(deel.waarde()?, expected, expected + rounding(deel), false)?;
    Some((kant, expected))
}

fn anders(now: f64, then: f64, variance: f64, provisional: bool) -> Option<Kant> {
    if now.max(then) < MINSTENS {
        return None;
    }
    let width = Z * variance.max(1.0).sqrt();
    let late = if provisional { VOORLOPIG * then } else { 0.0 };
    if now - then > width {
        Some(Kant::Meer)
    } else if then - now > width + late {
        Some(Kant::Minder)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_left_out_and_more_than_chance_is_not() {
        // 100 and 130: 30 is 2.0 deviations of 15.2.
        assert_eq!(anders(130.0, 100.0, 230.0, false), None);
        assert_eq!(anders(140.0, 100.0, 240.0, false), Some(Kant::Meer));
        assert_eq!(anders(100.0, 140.0, 240.0, false), Some(Kant::Minder));
        assert_eq!(anders(960.0, 1_040.0, 900.0, false), Some(Kant::Minder));
        assert_eq!(anders(960.0, 1_040.0, 900.0, true), None, "messages of an end come late");
        assert_eq!(anders(15.0, 0.0, 1.0, false), None, "too few to say anything");
    }

    #[test]
    fn worlds_of_chance_alone_seldom_stand_out() {
        let mut s = informatie::statistiek::Stream::new(5, 6, 7);
        let mut out = 0;
        for _ in 0..4_000 {
            let mut draw = || f64::from(u32::try_from(s.poisson(80.0)).unwrap() / 5 * 5);
            let (a, b) = (draw(), draw());
            out += u32::from(anders(a, b, a + b + 12.5, false).is_some());
        }
        assert!((5..60).contains(&out), "{out} of 4000: one in a hundred is 40");
    }
}
