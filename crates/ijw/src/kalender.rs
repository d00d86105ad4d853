//! Working days, terms and weeks: what the standard counts in time. No clock is asked here.

mod termijn;
mod weken;

pub use termijn::{Duur, Termijn};
pub use weken::{aantal_dagen, aantal_maanden, aantal_zondagen, iso_weken, output_weken, productperiode};

use jiff::ToSpan;
use jiff::civil::Weekday;

use crate::basis::Datum;

/// A day of the year on which work may stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Feestdag {
    /// 1 January.
    Nieuwjaarsdag,
    /// The Friday before Easter. No holiday in law, though many offices close.
    GoedeVrijdag,
    /// The Monday after Easter.
    TweedePaasdag,
    /// 27 April, or the day before when that is a Sunday.
    Koningsdag,
    /// 5 May, every year.
    Bevrijdingsdag,
    /// 5 May, in the years that end on 0 or 5.
    BevrijdingsdagLustrum,
    /// The 39th day after Easter.
    Hemelvaartsdag,
    /// The Monday after Whit Sunday.
    TweedePinksterdag,
    /// 25 December.
    EersteKerstdag,
    /// 26 December.
    TweedeKerstdag,
}

impl Feestdag {
    /// The day in a year; none when it is not kept in that year.
    pub fn in_jaar(self, jaar: i16) -> Option<Datum> {
        let na_pasen = |dagen: i64| pasen(jaar).and_then(|pasen| pasen.checked_add(dagen.days()).ok());
        match self {
            Self::Nieuwjaarsdag => Datum::new(jaar, 1, 1).ok(),
            Self::GoedeVrijdag => na_pasen(-2),
            Self::TweedePaasdag => na_pasen(1),
            Self::Koningsdag => {
                let dag = Datum::new(jaar, 4, 27).ok()?;
                if dag.weekday() == Weekday::Sunday { dag.yesterday().ok() } else { Some(dag) }
            }
            Self::Bevrijdingsdag => Datum::new(jaar, 5, 5).ok(),
            Self::BevrijdingsdagLustrum if jaar % 5 == 0 => Datum::new(jaar, 5, 5).ok(),
            Self::BevrijdingsdagLustrum => None,
            Self::Hemelvaartsdag => na_pasen(39),
            Self::TweedePinksterdag => na_pasen(50),
            Self::EersteKerstdag => Datum::new(jaar, 12, 25).ok(),
            Self::TweedeKerstdag => Datum::new(jaar, 12, 26).ok(),
        }
    }
}

/// Easter Sunday of a year in the Gregorian calendar (the rule of Meeus, Jones and Butcher).
fn pasen(jaar: i16) -> Option<Datum> {
    let (jaar_lang, eeuw, in_eeuw) = (i32::from(jaar), i32::from(jaar) / 100, i32::from(jaar) % 100);
    let goud = jaar_lang % 19;
    let maan = (19 * goud + eeuw - eeuw / 4 - (eeuw - (eeuw + 8) / 25 + 1) / 3 + 15) % 30;
    let week = (32 + 2 * (eeuw % 4) + 2 * (in_eeuw / 4) - maan - in_eeuw % 4) % 7;
    let verschuiving = (goud + 11 * maan + 22 * week) / 451;
    let dag = maan + week - 7 * verschuiving + 114;
    Datum::new(jaar, i8::try_from(dag / 31).ok()?, i8::try_from(dag % 31 + 1).ok()?).ok()
}

/// Which days are working days: Monday to Friday, but for the days that are set free.
///
/// The standard does not say what a working day is, so that the set is a choice of who uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Werkkalender {
    /// The holidays that are kept.
    pub feestdagen: Vec<Feestdag>,
    /// Other days on which nobody works, such as a day that an agreement names.
    pub overig: Vec<Datum>,
}

impl Default for Werkkalender {
    /// The national holidays. Good Friday is no holiday in law, and 5 May counts once in five years, as most collective
    /// agreements have it: a term is then at times a day shorter than a municipality that closes every year keeps.
    fn default() -> Self {
        Self {
            feestdagen: vec![
                Feestdag::Nieuwjaarsdag,
                Feestdag::TweedePaasdag,
                Feestdag::Koningsdag,
                Feestdag::BevrijdingsdagLustrum,
                Feestdag::Hemelvaartsdag,
                Feestdag::TweedePinksterdag,
                Feestdag::EersteKerstdag,
                Feestdag::TweedeKerstdag,
            ],
            overig: Vec::new(),
        }
    }
}

impl Werkkalender {
    /// Whether people work on the day.
    pub fn is_werkdag(&self, dag: Datum) -> bool {
        !matches!(dag.weekday(), Weekday::Saturday | Weekday::Sunday)
            && !self.overig.contains(&dag)
            && !self.feestdagen.iter().any(|feestdag| feestdag.in_jaar(dag.year()) == Some(dag))
    }

    /// The last day of a term of so many working days: the first of them is the first working day after `vanaf`.
    ///
    /// No working days give `vanaf` itself. At the end of the calendar, in the year 9999, the last day there is.
    pub fn add_working_days(&self, vanaf: Datum, werkdagen: u16) -> Datum {
        let mut dag = vanaf;
        let mut over = werkdagen;
        while over > 0 {
            let Ok(volgende) = dag.tomorrow() else { break };
            dag = volgende;
            if self.is_werkdag(dag) {
                over -= 1;
            }
        }
        dag
    }

    /// How many working days lie after the first day, up to and including the last.
    pub fn working_days_between(&self, na: Datum, tot_en_met: Datum) -> usize {
        na.series(1.day())
            .skip(1)
            .take_while(|dag| *dag <= tot_en_met)
            .filter(|dag| self.is_werkdag(*dag))
            .count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_falls_where_the_almanac_has_it() {
        for (jaar, maand, dag) in [
            (2015, 4, 5),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
            (1818, 3, 22),
        ] {
            assert_eq!(pasen(jaar), Some(date(jaar, maand, dag)));
        }
    }

    #[test]
    fn kings_day_is_never_a_sunday() {
        assert_eq!(Feestdag::Koningsdag.in_jaar(2025), Some(date(2025, 4, 26)));
        assert_eq!(Feestdag::Koningsdag.in_jaar(2026), Some(date(2026, 4, 27)));
    }

    #[test]
    fn the_set_of_holidays_can_be_chosen() {
        let gewoon = Werkkalender::default();
        assert!(gewoon.is_werkdag(date(2026, 4, 3)), "Good Friday");
        assert!(gewoon.is_werkdag(date(2026, 5, 5)));
        assert!(!gewoon.is_werkdag(date(2025, 5, 5)));
        let mut ruim = gewoon.clone();
        ruim.feestdagen.extend([Feestdag::GoedeVrijdag, Feestdag::Bevrijdingsdag]);
        ruim.overig.push(date(2026, 5, 15));
        for dag in [date(2026, 4, 3), date(2026, 5, 5), date(2026, 5, 15)] {
            assert!(!ruim.is_werkdag(dag), "{dag}");
        }
    }

    #[test]
    fn a_term_passes_over_weekends_and_holidays() {
        let kalender = Werkkalender::default();
        for (vanaf, dagen, tot) in [
            (date(2026, 4, 2), 0, date(2026, 4, 2)),
            (date(2026, 4, 2), 1, date(2026, 4, 3)),
            (date(2026, 4, 2), 3, date(2026, 4, 8)),
            (date(2026, 12, 23), 3, date(2026, 12, 29)),
            (date(2026, 12, 31), 1, date(2027, 1, 4)),
            (date(2026, 5, 13), 1, date(2026, 5, 15)),
            (date(2026, 5, 22), 1, date(2026, 5, 26)),
        ] {
            assert_eq!(kalender.add_working_days(vanaf, dagen), tot, "{vanaf} + {dagen}");
            assert_eq!(kalender.working_days_between(vanaf, tot), usize::from(dagen));
        }
        assert_eq!(kalender.add_working_days(date(9999, 12, 31), 3), date(9999, 12, 31));
    }
}
