//! The table.

use jiff::civil::Date;

use super::duur::{Duur, Gezien, duur};
use super::meting::Meting;
use super::stuk::{PAUZE, Stuk, stukken, volgt_op};
use super::{Episoden, Soort};
use crate::kernel::NOOIT;
use crate::statistiek::{float, number};
use crate::voorspelling::maand::{last_day, month_of};
use crate::voorspelling::telling::meldingen;
use crate::voorspelling::vertraging::{LAGS, Meldvertraging, WINDOW};

/// Months of a year.
const JAAR: i32 = 12;
/// Months after which nearly all of help that ended is claimed.
const GEDECLAREERD: i32 = 3;
/// Months of help that ended that prices are learned from.
const PRIJZEN: i32 = 36;
/// Observations below which a share says nothing.
const MINST: u64 = 20;

/// What was seen of a kind of help.
#[derive(Clone, Debug, PartialEq)]
pub struct Soortwaarneming {
    /// Which.
    pub soort: Soort,
    /// Help that began in the last twelve months, what was not told yet added.
    pub begonnen: Option<Meting>,
    /// Of all that came in from outside youth help, the share that came into this kind.
    pub deel: Option<Meting>,
    /// Per month since the first, oldest first: help that began, what was not told yet added.
    pub per_maand: Vec<f64>,
    /// In help at the end, what was not told yet added and taken off.
    pub in_hulp: f64,
    /// Waiting at the end.
    pub wachtend: u64,
    /// How many days those have waited, mean.
    pub wacht_tot_nu: f64,
    /// Help that ended in the last twelve months, as it was known.
    pub geeindigd: u64,
    /// Days waited before help that began in the last twelve months, mean.
    pub wacht: Option<Meting>,
    /// How long help lasts, of the dates of each stretch.
    pub duur: Option<Duur>,
    /// How many days help lasts in the mean by Little's law: who was there, over who came and went, in at most two years. Whatever the shape, as long
    /// as a region grows little.
    pub verblijftijd: Option<Meting>,
    /// Euros a day, of help that ended at least three months ago.
    pub prijs: Option<Meting>,
}

/// How many go on to another kind of help after one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overgang {
    /// From.
    pub van: Soort,
    /// To.
    pub naar: Soort,
    /// Share of help that ended.
    pub deel: Meting,
}

/// What a snapshot says of a region.
#[derive(Clone, Debug, PartialEq)]
pub struct Regiowaarneming {
    /// Name of the snapshot.
    pub momentopname: String,
    /// The last day that counts.
    pub tot: Date,
    /// Whole months since the register began.
    pub maanden: usize,
    /// Youths in help in the last twelve months, each once.
    pub in_zorg: Option<Meting>,
    /// Stretches that began in those months and did not follow on other help.
    pub nieuw: Option<Meting>,
    /// Of those, of youths from twelve years.
    pub ouder: Option<Meting>,
    /// Of those, by general practitioner or specialist.
    pub weg_huisarts: Option<Meting>,
    /// Of those, by a certified institution.
    pub weg_gi: Option<Meting>,
    /// Gave up waiting, per day of waiting.
    pub afgehaakt: Option<Meting>,
    /// Of who left, who was allocated help again within a year.
    pub terug: Option<Meting>,
    /// Kinds of help at once per youth in help, at the end.
    pub tegelijk: f64,
    /// The share of the last month, the one before it, and so on, that was known.
    pub bekend: Vec<f64>,
    /// Per kind.
    pub soorten: Vec<Soortwaarneming>,
    /// From kind to kind.
    pub overgangen: Vec<Overgang>,
}

/// What the measures of a table lean on.
struct Zicht<'a> {
    stukken: &'a [Stuk],
    /// First month of the register, last month that counts.
    eerste: i32,
    maand: i32,
    vertraging: &'a Meldvertraging,
}

impl Zicht<'_> {
    fn begin(&self) -> i32 {
        last_day(self.eerste - 1) + 1
    }

    fn eind(&self) -> i32 {
        last_day(self.maand)
    }

    /// The last month of which nearly all was told.
    fn bekend_tot(&self) -> i32 {
        self.maand - i32::try_from(self.vertraging.maanden_tot(0.98)).unwrap_or(0)
    }

    /// The first day of the last twelve months.
    fn jaar(&self) -> i32 {
        last_day(self.maand - JAAR) + 1
    }

    fn is_heel_jaar(&self) -> bool {
        self.maand - self.eerste + 1 >= JAAR
    }

    /// How many times as many there were of a day as are known, and the error of its logarithm.
    fn meer(&self, day: i32) -> (f64, f64) {
        let ago = usize::try_from(self.maand - month_of(day)).unwrap_or(0);
        let (known, error) = self.vertraging.after(ago);
        (1.0 / known.max(0.05), error)
    }

    /// A count with what was not told yet, on the days that are given.
    fn aangevuld(&self, days: impl Iterator<Item = i32>) -> (f64, f64, u64) {
        let (mut sum, mut doubt, mut n) = (0.0, 0.0, 0);
        for day in days {
            let (times, error) = self.meer(day);
            sum += times;
            doubt += times * error;
            n += 1;
        }
        (sum, if sum > 0.0 { doubt / sum } else { 0.0 }, n)
    }

    fn telling(&self, days: impl Iterator<Item = i32>) -> Option<Meting> {
        let (sum, doubt, n) = self.aangevuld(days);
        if n == 0 || !self.is_heel_jaar() {
            return None;
        }
        Meting::log(sum, (1.0 / float(n) + doubt * doubt).sqrt(), n)
    }
}

pub(super) fn tabel(van: &Episoden, maand: i32) -> Regiowaarneming {
    let rows = stukken(van, maand);
    let eerste = van.eerste;
    let first = eerste.max(maand - WINDOW + 1);
    let mut lags = vec![[0; LAGS]; usize::try_from(maand - first + 1).unwrap_or(0)];
    let cells = Soort::ALL.len() * super::LEEFTIJDEN * super::WEGEN;
    for cell in meldingen(&van.rijen, cells, (eerste, first), maand) {
        for (sum, more) in lags.iter_mut().flatten().zip(cell.iter().flatten()) {
            *sum += more;
        }
    }
    let vertraging = Meldvertraging::learn(&lags, None);
    let zicht = Zicht { stukken: &rows, eerste, maand, vertraging: &vertraging };
    // What came in from outside, in the last year.
    let mut nieuw: Vec<&Stuk> = Vec::new();
    let mut jeugdigen: Vec<i32> = Vec::new();
    let (mut there, mut stretches) = (0_u64, 0_u64);
    for these in rows.chunk_by(|a, b| a.client == b.client) {
        let lately = |one: &&Stuk| one.begon() && one.begin >= zicht.jaar();
        nieuw.extend(these.iter().filter(lately).filter(|one| volgt_op(these, one).is_none()));
        let in_year = these.iter().filter(|one| one.begon() && one.tot > zicht.jaar());
        jeugdigen.extend(in_year.map(|one| one.begin).min());
        let now = these.iter().filter(|one| one.helpt_op(zicht.eind())).count();
        there += u64::from(now > 0);
        stretches += now as u64;
    }
    let share = |holds: &dyn Fn(&Stuk) -> Option<bool>| {
        let known: Vec<bool> = nieuw.iter().filter_map(|one| holds(one)).collect();
        let k = known.iter().filter(|is| **is).count() as u64;
        Meting::deel(k, known.len() as u64).filter(|share| zicht.is_heel_jaar() && share.aantal >= MINST)
    };
    // Where nobody is known to be referred, nothing is known of ways.
    let ways = nieuw.iter().any(|one| one.weg < 2);
    let by = |weg: usize| share(&move |one: &Stuk| ways.then_some(one.weg == weg));
    Regiowaarneming {
        momentopname: van.naam.clone(),
        tot: Episoden::eind_van(maand),
        maanden: usize::try_from(maand - eerste + 1).unwrap_or(0),
        in_zorg: zicht.telling(jeugdigen.into_iter()),
        nieuw: zicht.telling(nieuw.iter().map(|one| one.begin)),
        ouder: share(&|one| one.ouder),
        weg_huisarts: by(0),
        weg_gi: by(1),
        afgehaakt: afgehaakt(&zicht),
        terug: terug(&zicht),
        tegelijk: float(stretches) / float(there.max(1)),
        bekend: (0..LAGS).map(|ago| vertraging.after(ago).0).collect(),
        soorten: Soort::ALL.iter().map(|one| soort(&zicht, *one, &nieuw)).collect(),
        overgangen: overgangen(&zicht),
    }
}

fn soort(zicht: &Zicht<'_>, soort: Soort, nieuw: &[&Stuk]) -> Soortwaarneming {
    let of = || zicht.stukken.iter().filter(|one| one.soort == soort as usize);
    let eind = zicht.eind();
    let lately = || of().filter(|one| one.begon() && one.begin >= zicht.jaar());
    let months = usize::try_from(zicht.maand - zicht.eerste + 1).unwrap_or(0);
    let mut per_maand = vec![0.0; months];
    let mut quarters = [(0.0, 0_u64); 4];
    for one in of().filter(|one| one.begon()) {
        let month = month_of(one.begin);
        let place = usize::try_from(month - zicht.eerste).ok();
        if let Some(sum) = place.and_then(|place| per_maand.get_mut(place)) {
            *sum += zicht.meer(one.begin).0;
        }
        let quarter = usize::try_from((month - (zicht.maand - JAAR + 1)).div_euclid(3)).ok();
        if let Some((sum, n)) = quarter.and_then(|place| quarters.get_mut(place)) {
            *sum += f64::from((one.begin - one.ingang).max(0));
            *n += 1;
        }
    }
    let here = nieuw.iter().filter(|one| one.soort == soort as usize).count() as u64;
    let waiting: Vec<f64> =
        of().filter(|one| one.wacht_op(eind)).map(|one| f64::from(eind - one.ingang)).collect();
    // Beginnings and ends that were not told yet.
    let untold =
        |days: &mut dyn Iterator<Item = i32>| -> f64 { days.map(|day| zicht.meer(day).0 - 1.0).sum() };
    let begun = untold(&mut of().filter(|one| one.begon()).map(|one| one.begin));
    let ended = untold(&mut of().filter(|one| one.begon() && one.is_over()).map(|one| one.tot - 1));
    let in_hulp = number(of().filter(|one| one.helpt_op(eind)).count()) + begun - ended;
    Soortwaarneming {
        soort,
        begonnen: zicht.telling(lately().map(|one| one.begin)),
        deel: Meting::deel(here, nieuw.len() as u64)
            .filter(|share| zicht.is_heel_jaar() && share.aantal >= MINST),
        per_maand,
        in_hulp: in_hulp.max(0.0),
        wachtend: waiting.len() as u64,
        wacht_tot_nu: waiting.iter().sum::<f64>() / number(waiting.len().max(1)),
        geeindigd: of().filter(|one| one.begon() && one.is_over() && one.tot > zicht.jaar()).count() as u64,
        wacht: Meting::kwartalen(&quarters).filter(|_| zicht.is_heel_jaar()),
        duur: duur(&gezien(zicht, soort)),
        verblijftijd: verblijftijd(zicht, soort),
        prijs: prijs(zicht, soort),
    }
}

/// Stock over flow, both within the months that are nearly known.
fn verblijftijd(zicht: &Zicht<'_>, soort: Soort) -> Option<Meting> {
    let until = last_day(zicht.bekend_tot()) + 1;
    let from = (last_day(zicht.bekend_tot() - 2 * JAAR) + 1).max(zicht.begin());
    let (mut days, mut came, mut went) = (0.0, 0_u64, 0_u64);
    for one in zicht.stukken.iter().filter(|one| one.soort == soort as usize && one.begon()) {
        days += f64::from((one.tot.min(until) - one.begin.max(from)).max(0));
        came += u64::from((from..until).contains(&one.begin));
        went += u64::from((from..until).contains(&one.tot));
    }
    let flow = float(came + went) / 2.0;
    if came < MINST || went < MINST || until - from < 365 {
        return None;
    }
    // As if it were the mean of so many durations that vary as much as they last.
    Meting::log(days / flow, (1.0 / flow).sqrt(), came + went)
}

/// How long stretches were watched: from the day the register began, or their own first day, until they were over or the last day of the months of
/// which nearly all was told: an end that was not told is no stay.
fn gezien(zicht: &Zicht<'_>, soort: Soort) -> Vec<Gezien> {
    let (begin, until) = (zicht.begin(), last_day(zicht.bekend_tot()) + 1);
    let of = zicht.stukken.iter().filter(|one| one.soort == soort as usize && one.begon());
    of.filter(|one| one.tot > begin && one.begin < until)
        .map(|one| Gezien {
            vanaf: f64::from((begin - one.begin).max(0)),
            tot: f64::from((one.tot.min(until) - one.begin).max(1)),
            voorbij: one.tot <= until,
        })
        .filter(|one| one.tot > one.vanaf)
        .collect()
}

/// A ratio: claims over days, with the error of a ratio (Cochran, 1977, 2.11).
fn prijs(zicht: &Zicht<'_>, soort: Soort) -> Option<Meting> {
    let (after, before) =
        (last_day(zicht.maand - GEDECLAREERD - PRIJZEN), last_day(zicht.maand - GEDECLAREERD));
    let of = || {
        zicht.stukken.iter().filter(|one| {
            one.soort == soort as usize
                && one.begon()
                && one.is_over()
                && one.begin >= zicht.begin()
                && (after + 1..=before + 1).contains(&one.tot)
        })
    };
    let days = |one: &Stuk| f64::from(one.tot - one.begin);
    let (euros, length): (f64, f64) = (of().map(|one| float(one.cent) / 100.0).sum(), of().map(days).sum());
    let n = of().count() as u64;
    if n < MINST || euros <= 0.0 || length <= 0.0 {
        return None;
    }
    let price = euros / length;
    let off: f64 = of().map(|one| (float(one.cent) / 100.0 - price * days(one)).powi(2)).sum();
    Meting::log(price, off.sqrt() / euros, n)
}

/// Who gave up waiting, per day of waiting, where treatment is waited for.
fn afgehaakt(zicht: &Zicht<'_>) -> Option<Meting> {
    let (from, upto) = (zicht.begin(), zicht.eind() + 1);
    let (mut gone, mut days) = (0, 0.0);
    for one in zicht.stukken.iter().filter(|one| one.soort != Soort::Crisis as usize) {
        let end = one.begin.min(one.tot).min(upto);
        days += f64::from((end - one.ingang.max(from)).max(0));
        gone += u64::from(!one.begon() && (from..upto).contains(&one.tot));
    }
    Meting::tempo(gone, days).filter(|_| gone >= MINST)
}

/// Who left and came back within a year, of who left at least a year ago.
fn terug(zicht: &Zicht<'_>) -> Option<Meting> {
    let (from, upto) = (zicht.begin(), zicht.jaar());
    let (mut left, mut back) = (0, 0);
    for these in zicht.stukken.chunk_by(|a, b| a.client == b.client) {
        for one in these.iter().filter(|one| one.begon() && (from..upto).contains(&one.tot)) {
            let near = |other: &&Stuk| other.ingang <= one.tot.saturating_add(PAUZE) && other.tot > one.tot;
            if these.iter().any(|other| near(&other)) {
                continue;
            }
            left += 1;
            back += u64::from(these.iter().any(|other| {
                other.ingang > one.tot.saturating_add(PAUZE) && other.ingang <= one.tot.saturating_add(365)
            }));
        }
    }
    Meting::deel(back, left).filter(|share| share.aantal >= MINST)
}

fn overgangen(zicht: &Zicht<'_>) -> Vec<Overgang> {
    const SOORTEN: usize = Soort::ALL.len();
    // Who left long enough ago for what follows to be known.
    let (from, upto) = (zicht.begin(), zicht.eind() - 2 * PAUZE);
    let mut ended = [0_u64; SOORTEN];
    let mut on = [[0_u64; SOORTEN]; SOORTEN];
    for these in zicht.stukken.chunk_by(|a, b| a.client == b.client) {
        let over = |one: &&Stuk| one.begon() && one.tot != NOOIT && (from..upto).contains(&one.tot);
        for one in these.iter().filter(over) {
            if let Some(n) = ended.get_mut(one.soort) {
                *n += 1;
            }
            let next = these.iter().find(|other| {
                other.soort != one.soort
                    && other.ingang >= one.tot - PAUZE
                    && other.ingang <= one.tot.saturating_add(PAUZE)
                    && other.begin >= one.tot - 1
            });
            if let Some(n) = next.and_then(|next| on.get_mut(one.soort)?.get_mut(next.soort)) {
                *n += 1;
            }
        }
    }
    let mut out = Vec::new();
    for (van, (n, row)) in Soort::ALL.into_iter().zip(ended.iter().zip(&on)) {
        for (naar, k) in Soort::ALL.into_iter().zip(row).filter(|(naar, _)| *naar != van) {
            if let Some(deel) = Meting::deel(*k, *n).filter(|_| *n >= MINST) {
                out.push(Overgang { van, naar, deel });
            }
        }
    }
    out
}
