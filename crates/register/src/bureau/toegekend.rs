//! What an allocation grants in money.

use ijw::basis::{Eenheid, Frequentie, Omvang, Volume};
use ijw::volume::{EURO, maximum_over_toewijzing};
use stelsel::Toewijzing;

/// The most that may be claimed over the whole allocation, in eurocents: its budget, or its volume in euros. None when it names no
/// amount, or has an amount per week or month and no end.
pub(crate) fn granted(toewijzing: &Toewijzing) -> Option<i64> {
    if let Some(budget) = toewijzing.budget {
        return Some(budget);
    }
    let much = toewijzing.omvang.as_ref()?;
    let omvang = Omvang {
        volume: Volume::new(u64::try_from(much.volume).ok()?).ok()?,
        eenheid: Eenheid::parse(&much.eenheid).ok()?,
        frequentie: Frequentie::parse(&much.frequentie).ok()?,
    };
    let amount = (omvang.eenheid == EURO)
        .then(|| maximum_over_toewijzing(&omvang, toewijzing.ingang, toewijzing.eind));
    i64::try_from(amount??).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use stelsel::toewijzing::{Omvang as Hoeveel, Product};
    use stelsel::{AgbCode, Gemeentecode};

    #[test]
    fn budgets_and_euros_are_amounts_and_hours_are_not() {
        let allocation = |omvang: Option<(i64, &str, &str)>, budget, eind| Toewijzing {
            gemeente: Gemeentecode::parse("0758").unwrap(),
            nummer: 1,
            aanbieder: AgbCode::parse("65650001").unwrap(),
            product: Product::default(),
            toegewezen: date(2026, 1, 1),
            ingang: date(2026, 1, 1),
            eind,
            reden_wijziging: None,
            omvang: omvang.map(|(volume, unit, per)| Hoeveel {
                volume,
                eenheid: unit.into(),
                frequentie: per.into(),
            }),
            budget,
        };
        let end = Some(date(2026, 6, 30));
        for (omvang, budget, eind, expected) in [
            (None, Some(250_000), None, Some(250_000)),
            (Some((120_000, "83", "6")), None, None, Some(120_000)),
            (Some((1_000, "83", "4")), None, end, Some(6_000)),
            (Some((1_000, "83", "4")), None, None, None),
            (Some((2, "04", "2")), None, end, None),
            (Some((-2, "83", "6")), None, end, None),
            (None, None, end, None),
        ] {
            assert_eq!(granted(&allocation(omvang, budget, eind)), expected, "{omvang:?} {budget:?}");
        }
    }
}
