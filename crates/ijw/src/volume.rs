//! How much may be claimed on an allocation, and how hours and amounts are rounded.

use crate::basis::{Datum, Eenheid, Frequentie, Omvang};
use crate::kalender::{aantal_dagen, aantal_maanden, iso_weken, output_weken};

/// Minutes.
pub const MINUUT: Eenheid = Eenheid::constant("01");
/// Hours.
pub const UUR: Eenheid = Eenheid::constant("04");
/// Euros; volumes are then in eurocents.
pub const EURO: Eenheid = Eenheid::constant("83");
const STUKS_OUTPUT: Eenheid = Eenheid::constant("82");

const PER_DAG: Frequentie = Frequentie::constant("1");
const PER_WEEK: Frequentie = Frequentie::constant("2");
const PER_MAAND: Frequentie = Frequentie::constant("4");
/// The volume is that of the whole allocation.
pub(crate) const TOTAAL: Frequentie = Frequentie::constant("6");

/// Whether the unit tells that results are bought (output), not time or effort (inspanning).
pub fn is_output(eenheid: Eenheid) -> bool {
    eenheid == STUKS_OUTPUT || eenheid == EURO
}

/// The largest volume that may be claimed for a ProductPeriode, in the unit of the allocation (TR321, IV076-IV078).
///
/// A volume per month counts in full for a broken month too. For output the contract may say less, which is not known here.
pub fn maximum_in_periode(
    omvang: &Omvang,
    (ingangsdatum, toewijzing_einde): (Datum, Option<Datum>),
    (begin, einde): (Datum, Datum),
) -> u64 {
    let keer = if omvang.frequentie == PER_DAG {
        aantal_dagen(begin, einde)
    } else if omvang.frequentie == PER_WEEK && is_output(omvang.eenheid) {
        output_weken(begin, einde, ingangsdatum, toewijzing_einde)
    } else if omvang.frequentie == PER_WEEK {
        iso_weken(begin, einde)
    } else {
        1
    };
    omvang.volume.get().saturating_mul(keer)
}

/// The largest volume that may be claimed over the whole of an allocation, in its own unit (TR322); none when it has no
/// end, so that there is no bound.
pub fn maximum_over_toewijzing(
    omvang: &Omvang,
    ingangsdatum: Datum,
    toewijzing_einde: Option<Datum>,
) -> Option<u64> {
    if omvang.frequentie == TOTAAL {
        return Some(omvang.volume.get());
    }
    let einde = toewijzing_einde?;
    let keer = if omvang.frequentie == PER_MAAND {
        aantal_maanden(ingangsdatum, einde)
    } else {
        return Some(maximum_in_periode(omvang, (ingangsdatum, toewijzing_einde), (ingangsdatum, einde)));
    };
    Some(omvang.volume.get().saturating_mul(keer))
}

/// Brings a volume to minutes when it is in hours or minutes, so that the two can be compared; other units stay.
pub(crate) fn in_kleinste(volume: u64, eenheid: Eenheid) -> u64 {
    if eenheid == UUR { volume.saturating_mul(60) } else { volume }
}

/// Whether a volume in the one unit may be claimed on an allocation in the other: the same, or minutes on hours.
pub(crate) fn eenheid_past(geleverd: Eenheid, toegewezen: Eenheid) -> bool {
    geleverd == toegewezen || (geleverd == MINUUT && toegewezen == UUR)
}

/// The hours to claim for the minutes of a ProductPeriode together: half an hour counts as one, and what was delivered is
/// at least one hour. Nothing delivered gives nothing.
pub const fn uren(minuten: u64) -> u64 {
    match (minuten, gedeeld_door_60(minuten)) {
        (0, _) => 0,
        (_, 0) => 1,
        (_, uren) => uren,
    }
}

/// The price of a minute in eurocents, of which that of an hour is given: rounded, half a cent up.
pub const fn minuuttarief(uurtarief: u64) -> u64 {
    gedeeld_door_60(uurtarief)
}

/// The amount in eurocents for minutes at the price of an hour: only the outcome is rounded, half a cent up.
pub const fn bedrag_voor_minuten(uurtarief: u64, minuten: u64) -> u64 {
    gedeeld_door_60(uurtarief.saturating_mul(minuten))
}

const fn gedeeld_door_60(getal: u64) -> u64 {
    getal.saturating_add(30) / 60
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basis::Volume;
    use jiff::civil::date;

    fn omvang(volume: u64, eenheid: &str, frequentie: &str) -> Omvang {
        Omvang {
            volume: Volume::new(volume).unwrap(),
            eenheid: Eenheid::parse(eenheid).unwrap(),
            frequentie: Frequentie::parse(frequentie).unwrap(),
        }
    }

    #[test]
    fn a_volume_is_multiplied_by_its_frequency() {
        let (van, tot) = (date(2025, 7, 7), date(2025, 9, 6));
        let augustus = (date(2025, 8, 1), date(2025, 8, 31));
        for (eenheid, frequentie, in_augustus, totaal) in [
            ("04", "1", 93, Some(186)),
            ("04", "2", 15, Some(27)),
            ("82", "2", 18, Some(27)),
            ("83", "2", 18, Some(27)),
            ("84", "2", 15, Some(27)),
            ("14", "4", 3, Some(9)),
            ("04", "6", 3, Some(3)),
        ] {
            let omvang = omvang(3, eenheid, frequentie);
            assert_eq!(maximum_in_periode(&omvang, (van, Some(tot)), augustus), in_augustus, "{omvang:?}");
            assert_eq!(maximum_over_toewijzing(&omvang, van, Some(tot)), totaal, "{omvang:?}");
        }
        assert_eq!(maximum_over_toewijzing(&omvang(3, "04", "4"), van, None), None);
        assert_eq!(maximum_over_toewijzing(&omvang(3, "04", "6"), van, None), Some(3));
    }

    #[test]
    fn minutes_fit_on_hours_but_not_the_other_way() {
        assert!(eenheid_past(MINUUT, UUR) && eenheid_past(EURO, EURO));
        assert!(!eenheid_past(UUR, MINUUT) && !eenheid_past(STUKS_OUTPUT, Eenheid::constant("84")));
        assert_eq!((in_kleinste(2, UUR), in_kleinste(2, MINUUT)), (120, 2));
    }

    #[test]
    fn hours_and_amounts_are_rounded_half_up() {
        for (minuten, uur) in [(0, 0), (1, 1), (29, 1), (89, 1), (90, 2), (600, 10), (629, 10), (630, 11)] {
            assert_eq!(uren(minuten), uur, "{minuten}");
        }
        assert_eq!((minuuttarief(9_000), minuuttarief(8_970), minuuttarief(8_969)), (150, 150, 149));
        // Not 149 or 150 times 7: only the outcome is rounded.
        assert_eq!(bedrag_voor_minuten(8_969, 7), 1_046);
    }
}
