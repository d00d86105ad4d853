//! From 18- to 18+: what changes on which day, by which law, and who acts until the young person can.
//!
//! Everything follows from the birth date; nobody types it. What the law does not say but the field advises is marked as an
//! assumption. Sources are named per line; none of them depends on this program.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::keys;
use crate::persoon::age_on;
use crate::plan::Woorden;

keys! {
    /// The law or arrangement that something changes in.
    pub enum Wet {
        /// Youth help.
        Jeugdwet = "jeugdwet",
        /// Support of the municipality.
        Wmo = "wmo",
        /// Work and income.
        Participatiewet = "participatiewet",
        /// Health insurance.
        Zvw = "zvw",
        /// Long-term care.
        Wlz = "wlz",
        /// School and study finance.
        Onderwijs = "onderwijs",
        /// Being of age: authority, representation, maintenance.
        Burgerlijk = "burgerlijk",
        /// Child benefit.
        Kinderbijslag = "kinderbijslag",
    }
}

keys! {
    /// The parts of life that a young adult needs in order (seed 001, bouwsteen 1).
    pub enum Leefgebied {
        /// School and learning.
        Onderwijs = "onderwijs",
        /// Work or another way to spend the day.
        Werk = "werk",
        /// Income, debts, insurance.
        Inkomen = "inkomen",
        /// A place to live.
        Wonen = "wonen",
        /// Safety.
        Veiligheid = "veiligheid",
    }
}

/// On which day something changes, counted from the birth date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanneer {
    /// At an age in years and months.
    Leeftijd(i16, i8),
    /// On the first day of the month after the one with this birthday.
    MaandNa(i16),
    /// On the first day of the quarter after this birthday; the birthday itself when that is such a day.
    KwartaalVanaf(i16),
    /// At the end of the school year in which this birthday falls.
    Schooljaar(i16),
}

/// Something that changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verandering {
    /// The end of the key of its words in the texts of the pages.
    pub key: &'static str,
    /// When.
    pub wanneer: Wanneer,
    /// In which law.
    pub wet: Wet,
    /// Where it stands.
    pub bron: &'static str,
    /// Advice of the field or of this program, no rule.
    pub aanname: bool,
}

const fn rule(key: &'static str, wanneer: Wanneer, wet: Wet, bron: &'static str) -> Verandering {
    Verandering { key, wanneer, wet, bron, aanname: false }
}

const fn advice(key: &'static str, wanneer: Wanneer, wet: Wet, bron: &'static str) -> Verandering {
    Verandering { key, wanneer, wet, bron, aanname: true }
}

/// All that changes, in the order of a life.
pub const VERANDERINGEN: &[Verandering] = {
    use Wanneer::{KwartaalVanaf, Leeftijd, MaandNa, Schooljaar};
    &[
        rule("zelf-beslissen", Leeftijd(16, 0), Wet::Jeugdwet, "Jeugdwet art. 7.3.4; BW 7:447"),
        rule("kwalificatieplicht", Leeftijd(16, 0), Wet::Onderwijs, "Leerplichtwet 1969 art. 4a"),
        advice("vooruitkijken", Leeftijd(16, 0), Wet::Jeugdwet, "Expertiseteam Reikwijdte 2020, bouwsteen 1"),
        advice("toekomstplan", Leeftijd(16, 6), Wet::Jeugdwet, "NJi, Van jeugd naar volwassenheid"),
        advice("wet-kiezen", Leeftijd(17, 0), Wet::Wlz, "Wlz art. 3.2.1"),
        advice("wmo-melden", Leeftijd(17, 6), Wet::Wmo, "Wmo 2015 art. 2.3.2"),
        advice("inkomen-aanvragen", Leeftijd(17, 6), Wet::Participatiewet, "Participatiewet art. 11; Wajong"),
        advice("vertegenwoordiging", Leeftijd(17, 6), Wet::Burgerlijk, "BW 1:378, 1:431, 1:450"),
        rule("meerderjarig", Leeftijd(18, 0), Wet::Burgerlijk, "BW 1:233 en 1:245"),
        rule("jeugdhulp-stopt", Leeftijd(18, 0), Wet::Jeugdwet, "Jeugdwet art. 1.1 (jeugdige)"),
        rule("wmo-kan", Leeftijd(18, 0), Wet::Wmo, "Wmo 2015 art. 1.2.1; Jeugdwet art. 1.1"),
        rule(
            "bijstand-kan",
            Leeftijd(18, 0),
            Wet::Participatiewet,
            "Participatiewet art. 11 en 20; BW 1:395a",
        ),
        rule("ggz-zvw", Leeftijd(18, 0), Wet::Zvw, "Zvw art. 10; Jeugdwet art. 1.1"),
        rule("wlz-bijdrage", Leeftijd(18, 0), Wet::Wlz, "Wlz art. 3.2.5"),
        rule("zorgpremie", MaandNa(18), Wet::Zvw, "Zvw art. 16 lid 2"),
        rule("kinderbijslag-stopt", KwartaalVanaf(18), Wet::Kinderbijslag, "AKW art. 7 en 11"),
        rule("duo", KwartaalVanaf(18), Wet::Onderwijs, "WTOS art. 2.1; WSF 2000 art. 2.3"),
        rule("vso-stopt", Schooljaar(20), Wet::Onderwijs, "Wet op de expertisecentra art. 39"),
        rule("pleegzorg-21", Leeftijd(21, 0), Wet::Jeugdwet, "Jeugdwet art. 1.1; Kamerstuk 35 833"),
        rule("onderhoud-stopt", Leeftijd(21, 0), Wet::Participatiewet, "BW 1:395a; Participatiewet art. 21"),
        rule("verlengd-stopt", Leeftijd(23, 0), Wet::Jeugdwet, "Jeugdwet art. 1.1 (jeugdige, onder 3)"),
    ]
};

/// From this age on the time line is shown.
pub const VANAF: u8 = 16;
/// Until this age youth help can go on.
pub const TOT: u8 = 23;

impl Wanneer {
    /// The day for somebody of a birth date. Who was born on 29 February has a birthday on 1 March in other years.
    pub fn dag(self, geboren: Date) -> Date {
        match self {
            Self::Leeftijd(years, months) => reached(reached(geboren, years, 0), 0, months),
            Self::MaandNa(years) => first_of_next_month(reached(geboren, years, 0)),
            Self::KwartaalVanaf(years) => {
                let mut day = reached(geboren, years, 0);
                while day.day() != 1 || !matches!(day.month(), 1 | 4 | 7 | 10) {
                    day = first_of_next_month(day);
                }
                day
            }
            Self::Schooljaar(years) => {
                let birthday = reached(geboren, years, 0);
                let year = birthday.year() + i16::from(birthday.month() >= 8);
                Date::new(year, 7, 31).unwrap_or(birthday)
            }
        }
    }
}

fn reached(geboren: Date, years: i16, months: i8) -> Date {
    let month = i16::from(geboren.month()) - 1 + i16::from(months);
    let (year, month) = (geboren.year() + years + month / 12, month % 12 + 1);
    let month = i8::try_from(month).unwrap_or(1);
    // A day that the month does not have is the first of the next.
    Date::new(year, month, geboren.day())
        .or_else(|_| Date::new(year, month, 1).map(first_of_next_month))
        .unwrap_or(geboren)
}

fn first_of_next_month(day: Date) -> Date {
    day.last_of_month().tomorrow().unwrap_or(day)
}

keys! {
    /// Who acts for a young person.
    pub enum Handelt {
        /// The parents or guardian, with the young person.
        Ouders = "ouders",
        /// The young person decides on the own help; for the rest the parents or guardian act.
        Samen = "samen",
        /// The young person, with somebody who does it along until they can.
        ZelfMetSteun = "zelf-met-steun",
        /// The young person.
        Zelf = "zelf",
    }
}

/// Who acts on a day. That of somebody of age nobody expects to arrange everything alone at once is the advice of the seed.
pub fn handelt(geboren: Date, dag: Date) -> Handelt {
    match age_on(geboren, dag) {
        0..16 => Handelt::Ouders,
        16..18 => Handelt::Samen,
        18..TOT => Handelt::ZelfMetSteun,
        _ => Handelt::Zelf,
    }
}

/// Whether the time line is shown to and about somebody on a day.
pub fn speelt(geboren: Date, dag: Date) -> bool {
    (VANAF..TOT).contains(&age_on(geboren, dag))
}

/// What changes for somebody, in the order of the days.
pub fn lijn(geboren: Date) -> Vec<(Date, &'static Verandering)> {
    let mut line: Vec<_> = VERANDERINGEN.iter().map(|change| (change.wanneer.dag(geboren), change)).collect();
    line.sort_by_key(|(day, _)| *day);
    line
}

/// What was agreed about one part of life.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Afspraak {
    /// How it is, and what is going to happen.
    pub woorden: Woorden,
    /// Who acts until the young person does.
    pub wie: Woorden,
}

/// What was agreed for somebody who comes of age.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overgang {
    /// Per part of life.
    pub leefgebieden: Vec<(Leefgebied, Afspraak)>,
}

impl Overgang {
    /// What was agreed about a part of life.
    pub fn over(&self, leefgebied: Leefgebied) -> Option<&Afspraak> {
        self.leefgebieden.iter().find(|(known, _)| *known == leefgebied).map(|(_, said)| said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;

    const BORN: [Date; 6] = [
        date(2010, 6, 15),
        date(2008, 2, 29),
        date(2009, 12, 31),
        date(2010, 1, 1),
        date(2010, 8, 1),
        date(2009, 8, 31),
    ];

    fn birthday(born: Date, years: i16) -> Date {
        let year = born.year() + years;
        Date::new(year, born.month(), born.day()).unwrap_or(date(year, 3, 1))
    }

    /// Every day from the fifteenth to the twenty-fourth birthday: who acts, whether it is shown, and what has changed by then.
    #[test]
    fn every_day_from_fifteen_to_twenty_four() {
        let (mut days, mut cells) = (0, 0);
        for born in BORN {
            let mut day = birthday(born, 15);
            while day < birthday(born, 24) {
                let years = (15..24).rev().find(|y| day >= birthday(born, *y)).unwrap();
                let acts = match years {
                    15 => Handelt::Ouders,
                    16 | 17 => Handelt::Samen,
                    18..=22 => Handelt::ZelfMetSteun,
                    _ => Handelt::Zelf,
                };
                assert_eq!(handelt(born, day), acts, "{born} on {day}");
                assert_eq!(speelt(born, day), (16..23).contains(&years), "{born} on {day}");
                for (on, change) in lijn(born) {
                    let expected = match change.wanneer {
                        Wanneer::Leeftijd(y, 0) => day >= birthday(born, y),
                        // Half a year after a birthday, never before it and never later than the next month begins.
                        Wanneer::Leeftijd(y, _) => {
                            let half = birthday(born, y).saturating_add(6.months());
                            assert!(on >= half && on <= half.saturating_add(3.days()), "{born}: {on} {half}");
                            day >= on
                        }
                        Wanneer::MaandNa(y) => {
                            let b = birthday(born, y);
                            (day.year(), day.month()) > (b.year(), b.month())
                        }
                        Wanneer::KwartaalVanaf(y) => {
                            let b = birthday(born, y);
                            let quarter = |d: Date| (d.year(), (d.month() - 1) / 3);
                            quarter(day) > quarter(b)
                                || (day >= b && b.day() == 1 && (b.month() - 1) % 3 == 0)
                        }
                        Wanneer::Schooljaar(y) => {
                            let b = birthday(born, y);
                            let end = if b.month() >= 8 { b.year() + 1 } else { b.year() };
                            day >= date(end, 7, 31)
                        }
                    };
                    assert_eq!(day >= on, expected, "{} of {born} on {day}: {on}", change.key);
                    cells += 1;
                }
                days += 1;
                day = day.tomorrow().unwrap();
            }
        }
        assert!(days > 19_000, "{days}");
        println!("{days} days x {} changes = {cells} cells: 0 deviations", VERANDERINGEN.len());
    }

    #[test]
    fn the_line_runs_forward_and_every_change_has_a_source() {
        for born in BORN {
            let line = lijn(born);
            assert!(line.windows(2).all(|pair| pair[0].0 <= pair[1].0));
            assert_eq!(line.len(), VERANDERINGEN.len());
        }
        let mut keys: Vec<_> = VERANDERINGEN.iter().map(|change| change.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), VERANDERINGEN.len());
        assert!(VERANDERINGEN.iter().all(|change| !change.bron.is_empty()));
        // Every law that the plan names is on the line.
        for wet in [Wet::Jeugdwet, Wet::Wmo, Wet::Participatiewet, Wet::Zvw, Wet::Wlz, Wet::Onderwijs] {
            assert!(VERANDERINGEN.iter().any(|change| change.wet == wet));
        }
    }

    /// The harness finds a rule that is a day off.
    #[test]
    fn a_rule_that_is_a_day_off_is_found() {
        let born = date(2010, 6, 15);
        assert_eq!(Wanneer::Leeftijd(18, 0).dag(born), date(2028, 6, 15));
        assert_ne!(Wanneer::Leeftijd(18, 0).dag(born.yesterday().unwrap()), date(2028, 6, 15));
        assert_eq!(Wanneer::MaandNa(18).dag(born), date(2028, 7, 1));
        assert_eq!(Wanneer::KwartaalVanaf(18).dag(born), date(2028, 7, 1));
        assert_eq!(Wanneer::Schooljaar(20).dag(born), date(2030, 7, 31));
    }
}
