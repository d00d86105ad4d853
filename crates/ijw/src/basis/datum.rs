//! Dates and times of day, which are those of `jiff`.
//!
//! The schema allows a little more than a calendar does: years after 9999 are refused here, the time
//! `24:00:00` is read as midnight, which is the same value, and a fraction of a second is kept to the nanosecond.

use super::Waarde;
use super::getal::zonder_wit;
use crate::ongeldig::Ongeldig;
use crate::tabel::{Datatype, Grens};

/// A date without a time zone.
pub type Datum = jiff::civil::Date;

/// A time of day without a time zone.
pub type Tijd = jiff::civil::Time;

impl Waarde for Datum {
    const DATATYPE: &'static Datatype = &Datatype { naam: "Datum", grens: Grens::Datum };

    #[inline]
    fn parse(tekst: &str) -> Result<Self, Ongeldig> {
        if let [j1, j2, j3, j4, b'-', m1, m2, b'-', d1, d2] = tekst.as_bytes() {
            let jaar = cijfers([j1, j2])
                .zip(cijfers([j3, j4]))
                .map(|(eeuw, rest)| i16::from(eeuw) * 100 + i16::from(rest));
            return match (jaar, cijfers([m1, m2]), cijfers([d1, d2])) {
                (Some(jaar), Some(maand), Some(dag)) if jaar > 0 => {
                    Self::new(jaar, maand, dag).map_err(|_| Ongeldig::GeenDatum)
                }
                _ => Err(Ongeldig::GeenDatum),
            };
        }
        parse_ruim(zonder_wit(tekst))
    }

    fn append(&self, uit: &mut String) {
        let jaar = self.year().unsigned_abs();
        if self.year() < 0 {
            uit.push('-');
        }
        twee_cijfers((jaar / 100).into(), uit);
        twee_cijfers((jaar % 100).into(), uit);
        uit.push('-');
        twee_cijfers(self.month().unsigned_abs().into(), uit);
        uit.push('-');
        twee_cijfers(self.day().unsigned_abs().into(), uit);
    }
}

/// Reads a date that is not simply ten characters long: with spaces around it, or in a strange year.
#[cold]
fn parse_ruim(tekst: &str) -> Result<Datum, Ongeldig> {
    if tekst.is_empty() {
        return Err(Ongeldig::Leeg);
    }
    let (negatief, zonder_teken) = match tekst.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, tekst),
    };
    let (jaar, maand_dag) =
        zonder_teken.split_at_checked(zonder_teken.len().saturating_sub(6)).ok_or(Ongeldig::GeenDatum)?;
    let [b'-', m1, m2, b'-', d1, d2] = maand_dag.as_bytes() else { return Err(Ongeldig::GeenDatum) };
    let goed_jaar = jaar.len() >= 4
        && jaar.bytes().all(|teken| teken.is_ascii_digit())
        && !(jaar.len() > 4 && jaar.starts_with('0'))
        && jaar != "0000";
    if !goed_jaar {
        return Err(Ongeldig::GeenDatum);
    }
    let (Some(maand), Some(dag)) = (cijfers([m1, m2]), cijfers([d1, d2])) else {
        return Err(Ongeldig::GeenDatum);
    };
    let jaar: i16 = jaar.parse().ok().filter(|jaar| *jaar <= 9999).ok_or(Ongeldig::JaarBuitenBereik)?;
    Datum::new(if negatief { -jaar } else { jaar }, maand, dag).map_err(|_| Ongeldig::GeenDatum)
}

impl Waarde for Tijd {
    const DATATYPE: &'static Datatype = &Datatype { naam: "Tijd", grens: Grens::Tijd };

    fn parse(tekst: &str) -> Result<Self, Ongeldig> {
        let tekst = zonder_wit(tekst);
        let [u1, u2, b':', m1, m2, b':', s1, s2, rest @ ..] = tekst.as_bytes() else {
            return Err(if tekst.is_empty() { Ongeldig::Leeg } else { Ongeldig::GeenTijd });
        };
        let fractie = match rest {
            [] => 0,
            [b'.', cijfers @ ..] if !cijfers.is_empty() && cijfers.iter().all(u8::is_ascii_digit) => {
                let nanos = cijfers.iter().chain([b'0'; 9].iter()).take(9);
                let meer = cijfers.iter().skip(9).any(|cijfer| *cijfer != b'0');
                let nanos = nanos.fold(0_i32, |som, cijfer| som * 10 + i32::from(cijfer - b'0'));
                // What comes after the nanoseconds only matters at 24:00:00, which has no fraction.
                if meer && nanos == 0 { i32::from(*u1 == b'2' && *u2 == b'4') } else { nanos }
            }
            _ => return Err(Ongeldig::GeenTijd),
        };
        match (cijfers([u1, u2]), cijfers([m1, m2]), cijfers([s1, s2])) {
            (Some(24), Some(0), Some(0)) if fractie == 0 => Ok(Self::midnight()),
            (Some(uur), Some(minuut), Some(seconde)) => {
                Self::new(uur, minuut, seconde, fractie).map_err(|_| Ongeldig::GeenTijd)
            }
            _ => Err(Ongeldig::GeenTijd),
        }
    }

    fn append(&self, uit: &mut String) {
        twee_cijfers(self.hour().unsigned_abs().into(), uit);
        uit.push(':');
        twee_cijfers(self.minute().unsigned_abs().into(), uit);
        uit.push(':');
        twee_cijfers(self.second().unsigned_abs().into(), uit);
        let fractie = self.subsec_nanosecond();
        if fractie != 0 {
            uit.push('.');
            uit.push_str(format!("{fractie:09}").trim_end_matches('0'));
        }
    }
}

/// The value of two digits.
#[inline]
fn cijfers([tien, een]: [&u8; 2]) -> Option<i8> {
    if tien.is_ascii_digit() && een.is_ascii_digit() {
        i8::try_from((tien - b'0') * 10 + (een - b'0')).ok()
    } else {
        None
    }
}

/// Appends the last two digits of a number.
fn twee_cijfers(getal: u32, uit: &mut String) {
    uit.extend([getal / 10 % 10, getal % 10].map(|cijfer| char::from_digit(cijfer, 10).unwrap_or('0')));
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn tekst(waarde: &impl Waarde) -> String {
        let mut uit = String::new();
        waarde.append(&mut uit);
        uit
    }

    #[test]
    fn a_date_is_one_of_the_calendar_without_a_zone() {
        for (goed, datum) in [
            ("2026-05-06", date(2026, 5, 6)),
            (" 2012-02-29\n", date(2012, 2, 29)),
            ("-0001-01-01", date(-1, 1, 1)),
            ("9999-12-31", date(9999, 12, 31)),
        ] {
            assert_eq!(Datum::parse(goed), Ok(datum), "{goed:?}");
            assert_eq!(tekst(&datum), goed.trim());
        }
        for fout in [
            "",
            " ",
            "2011-02-29",
            "0000-01-01",
            "2012-01-01Z",
            "2012-01-01+01:00",
            "2012-01-01-05:00",
            "2012-1-1",
            "012012-01-01",
            "+2012-01-01",
            "2012-01-01-",
            "12-01-01",
            "2012-13-01",
            "2012-00-10",
            "2012/01/01",
            "20120101",
            "é2012-01-01",
            "2012-01-0é",
        ] {
            assert!(Datum::parse(fout).is_err(), "{fout:?}");
        }
        assert_eq!(Datum::parse("10000-01-01"), Err(Ongeldig::JaarBuitenBereik));
    }

    #[test]
    fn a_time_is_one_of_the_day_without_a_zone() {
        for (goed, tijd) in [
            ("10:11:12", time(10, 11, 12, 0)),
            ("10:11:12.5", time(10, 11, 12, 500_000_000)),
            ("00:00:00", time(0, 0, 0, 0)),
            ("23:59:59.123456789", time(23, 59, 59, 123_456_789)),
        ] {
            assert_eq!(Tijd::parse(goed), Ok(tijd), "{goed:?}");
            assert_eq!(tekst(&tijd), goed);
        }
        assert_eq!(Tijd::parse("24:00:00.00"), Ok(Tijd::midnight()));
        assert_eq!(Tijd::parse("10:11:12.0000000001"), Ok(time(10, 11, 12, 0)));
        for fout in [
            "",
            "24:00:01",
            "24:00:00.5",
            "24:00:00.0000000001",
            "10:11:60",
            "10:11",
            "10:11:12.",
            "1:11:12",
            "10:11:12Z",
            "10:11:12+01:00",
        ] {
            assert!(Tijd::parse(fout).is_err(), "{fout:?}");
        }
    }
}
