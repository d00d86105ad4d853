//! Worlds: youths who come at a known rate, stay a known time and become known with a known delay.

use crate::kernel::{NOOIT, Rij};
use crate::statistiek::Stream;
use crate::voorspelling::maand::last_day;
use crate::voorspelling::telling::{Moment, Telling, tel};
use crate::voorspelling::voorspel::Gegevens;

/// A world. Rates are per month.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wereld {
    /// Who comes.
    pub(crate) rate: f64,
    /// Standard deviation of the step that the logarithm of the rate makes.
    pub(crate) drift: f64,
    /// How many times the variance of who comes is larger than by chance.
    pub(crate) spread: f64,
    /// How much busier March is than the mean, and September quieter.
    pub(crate) season: f64,
    /// Growth of the logarithm of the rate.
    pub(crate) growth: f64,
    /// Of what is not known yet, the share that stays unknown for another month.
    pub(crate) late: f64,
    /// Mean days of help.
    pub(crate) days: f64,
}

impl Default for Wereld {
    fn default() -> Self {
        Self { rate: 25.0, drift: 0.0, spread: 1.0, season: 0.0, growth: 0.0, late: 0.0, days: 200.0 }
    }
}

/// The first month of worlds: January 2020.
pub(crate) const fn first_month() -> i32 {
    2020 * 12
}

impl Wereld {
    /// Draws a world of one cell, from the first month on.
    pub(crate) fn make(&self, world: u64, months: i32) -> Gegevens {
        let mut s = Stream::new(77, Stream::name("wereld"), world);
        let mut rows = Vec::new();
        let mut log = libm::log(self.rate);
        for month in first_month()..first_month() + months {
            log += self.growth + self.drift * s.normal();
            let turn = f64::from(month.rem_euclid(12) - 2) / 12.0 * std::f64::consts::TAU;
            let rate = libm::exp(log) * (1.0 + self.season * libm::cos(turn));
            let (first, last) = (last_day(month - 1) + 1, last_day(month));
            for _ in 0..s.count(rate, self.spread) {
                let begin = first + below(&mut s, last - first + 1);
                let stays = days(-self.days * libm::log(s.unit()));
                let mut told = month;
                while s.unit() < self.late {
                    told += 1;
                }
                rows.push(Rij {
                    client: u32::try_from(rows.len()).unwrap(),
                    cel: 0,
                    ingang: begin,
                    begin,
                    eind: begin + stays,
                    gemeld: if told == month { begin } else { last_day(told) - below(&mut s, 28) },
                    toegekend: 0,
                    gedeclareerd: 0,
                });
            }
        }
        Gegevens {
            sleutels: vec![String::new()],
            rows,
            laatste: first_month() + months - 1,
            zaad: world,
            heel: false,
        }
    }

    /// What there was, with everything known.
    pub(crate) fn truth(gegevens: &Gegevens) -> Telling {
        let known: Vec<Rij> = gegevens.rows.iter().map(|row| Rij { gemeld: row.begin, ..*row }).collect();
        let moment = Moment {
            stroom: crate::kernel::Stretch::Hulp,
            eerste: first_month(),
            laatste: gegevens.laatste,
            venster: (0, 0),
        };
        tel(&known, 1, false, &moment).remove(0)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "days of help")]
fn days(x: f64) -> i32 {
    x as i32
}

fn below(s: &mut Stream, n: i32) -> i32 {
    days(s.unit() * f64::from(n)).min(n - 1)
}

/// Help that goes on.
pub(crate) const ONGOING: i32 = NOOIT;
