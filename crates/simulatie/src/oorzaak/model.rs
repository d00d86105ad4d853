//! Where a link stands in the model: its numbers, its loops, and what would switch it off.

use super::kring::{KRINGEN, Kring};
use crate::systeem::{Grootheid, Lus, Sleutel, TABEL};

/// The links that a source of [`TABEL`] names: `C07, C11` as well as `C50-C53`.
pub fn genoemd(bron: &str) -> Vec<u8> {
    let mut found = Vec::new();
    let mut last: Option<u8> = None;
    for word in bron.split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
        for (nr, part) in word.split('-').enumerate() {
            let number = part.strip_prefix('C').filter(|digits| digits.len() >= 2);
            let Some(number) = number.and_then(|digits| digits.parse::<u8>().ok()) else {
                last = None;
                continue;
            };
            let first = last.filter(|_| nr > 0).map_or(number, |from| from.saturating_add(1));
            found.extend(first..=number);
            last = Some(number);
        }
        last = None;
    }
    found
}

/// The numbers that carry a link.
pub fn getallen(nummer: u8) -> Vec<&'static Grootheid> {
    TABEL.iter().filter(|one| genoemd(one.bron).contains(&nummer)).collect()
}

/// The loop of the model in which a number works, if it works in one.
pub fn lus_van(grootheid: &Grootheid) -> Option<Lus> {
    match grootheid.sleutel {
        Sleutel::TijdNulde => Some(Lus::LB1),
        Sleutel::TijdOorzaak => Some(Lus::LB2),
        Sleutel::TijdToegang | Sleutel::TijdPartner => Some(Lus::LB3),
        Sleutel::TijdLeren => Some(Lus::LR8),
        _ => grootheid.naam.split_once('.').and_then(|(first, _)| Lus::by_name(first)),
    }
}

/// The loops of the map in which a link is.
pub fn kringen(nummer: u8) -> Vec<&'static Kring> {
    KRINGEN.iter().filter(|kring| kring.nummers().contains(&nummer)).collect()
}

/// The loops of the model that carry a link.
pub fn lussen(nummer: u8) -> Vec<Lus> {
    let mut all: Vec<Lus> = getallen(nummer).into_iter().filter_map(lus_van).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What a number is when what it carries does nothing: 0, for none of these is a factor. None when its range does not reach that.
fn neutraal_einde(grootheid: &Grootheid) -> Option<f64> {
    let (low, high) = grootheid.bereik();
    let sized = !matches!(grootheid.eenheid, "years" | "times" | "days");
    (sized && low <= 0.0 && 0.0 <= high).then_some(0.0)
}

/// The one number that carries a link, with the value that switches it off. None when it is carried by none or by several numbers, or when
/// the range of the number does not reach the neutral end.
pub fn uit_te_zetten(nummer: u8) -> Option<(&'static Grootheid, f64)> {
    match getallen(nummer).as_slice() {
        [one] => neutraal_einde(one).map(|value| (*one, value)),
        _ => None,
    }
}
