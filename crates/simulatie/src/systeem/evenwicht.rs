//! How the region stands at the start: flows in balance with the waiting times that are known.
//!
//! With a wait of `w` days and impatience of mean `t`, a part `exp(-w / t)` of who joins a queue is helped, and `t (1 - exp(-w / t))` days of
//! waiting go with each who joins (the fluid limit of a queue that never empties). Flows through all stations then follow from linear
//! equations; places are as many as those flows keep busy, and questions as many as give the number of youths in care that CBS counts.

use super::aanname::Aannames;
use super::begin::Begin;
use super::delen::{ANTWOORDEN, Antwoord, GROEPEN};
use super::opbouw::{Bron, JAAR};
use super::tabel::Sleutel as S;
use super::wegen::{Effect, Wegen, duur, geduld, heeft_voorrang, wegen};
use crate::outcome::narrow_count;

/// Rounds of working out flows. What goes round is less than half each time: 80 rounds leave nothing of it.
const RONDES: usize = 80;

/// The region at the start.
#[derive(Clone, Debug)]
pub(super) struct Balans {
    /// Questions a day.
    pub(super) schaal: f64,
    helped: Vec<f64>,
    waiting: Vec<f64>,
    bezet: f64,
}

/// The wait that is expected at the start.
pub(super) fn wacht(aannames: &Aannames, groep: usize, antwoord: Antwoord) -> f64 {
    let days = match antwoord {
        Antwoord::Wijkteam => aannames.get(S::WachtWijkteam),
        Antwoord::Ambulant => aannames.get(S::WachtAmbulant),
        Antwoord::Ggz => aannames.get(S::WachtGgz),
        Antwoord::Verblijf => aannames.get(S::WachtVerblijf),
        _ => 0.0,
    };
    // Who goes first waits little.
    if heeft_voorrang(groep, antwoord) { days * 0.05 } else { days }
}

/// Part of who joins that is helped in the end, and the days of waiting that go with each who joins.
fn queue(aannames: &Aannames, groep: usize, antwoord: Antwoord) -> (f64, f64) {
    let days = wacht(aannames, groep, antwoord);
    match geduld(aannames, antwoord) {
        Some(mean) => {
            let stay = libm::exp(-days / mean);
            (stay, mean * (1.0 - stay))
        }
        None => (1.0, days),
    }
}

/// Flows through the stations for one question a day, per group and station at `groep * ANTWOORDEN + station`.
#[derive(Clone, Debug)]
pub(super) struct Stromen {
    /// Who comes to a station, a day.
    joined: Vec<f64>,
    /// Which part of those is helped.
    stay: Vec<f64>,
    /// The days of waiting that go with each who comes.
    days: Vec<f64>,
    ways: Vec<Wegen>,
}

/// All groups and stations, in order.
pub(super) fn cellen() -> impl Iterator<Item = (usize, Antwoord)> {
    (0..GROEPEN).flat_map(|groep| Antwoord::ALL.iter().map(move |one| (groep, *one)))
}

const fn place(groep: usize, antwoord: Antwoord) -> usize {
    groep * ANTWOORDEN + antwoord.place()
}

/// The flows that questions give.
#[expect(clippy::indexing_slicing, reason = "tables of groups by stations, walked by their own lengths")]
pub(super) fn stromen(aannames: &Aannames, asked: &[(Bron, usize, [f64; ANTWOORDEN])]) -> Stromen {
    let mut outside = vec![0.0; GROEPEN * ANTWOORDEN];
    for (bron, groep, entry) in asked {
        for (station, share) in entry.iter().enumerate() {
            outside[groep * ANTWOORDEN + station] += bron.per_dag * share;
        }
    }
    let (mut stay, mut days, mut ways) = (Vec::new(), Vec::new(), Vec::new());
    for (groep, antwoord) in cellen() {
        let (part, waiting) = queue(aannames, groep, antwoord);
        stay.push(part);
        days.push(waiting);
        ways.push(wegen(aannames, &Effect::default(), groep, antwoord));
    }
    let mut joined = outside.clone();
    for _ in 0..RONDES {
        let mut next = outside.clone();
        for (nr, (groep, _)) in cellen().enumerate() {
            for (to, other, share) in ways[nr].iter() {
                next[place(*other, *to)] += joined[nr] * stay[nr] * share;
            }
            next[place(groep, Antwoord::Zonder)] += joined[nr] * (1.0 - stay[nr]);
        }
        joined = next;
    }
    Stromen { joined, stay, days, ways }
}

impl Stromen {
    /// Help that begins a day, per group and station.
    #[expect(clippy::indexing_slicing, reason = "a table of groups by stations")]
    pub(super) fn begonnen(&self, groep: usize, antwoord: Antwoord) -> f64 {
        let at = place(groep, antwoord);
        self.joined[at] * self.stay[at]
    }

    /// Of that, what follows on other youth help.
    #[expect(clippy::indexing_slicing, reason = "a table of groups by stations")]
    pub(super) fn keten(&self, groep: usize, antwoord: Antwoord) -> f64 {
        // Of a chain as many are helped as stay in the next queue.
        let stay = self.stay[place(groep, antwoord)];
        let help = cellen().filter(|(_, from)| from.is_jeugdhulp());
        help.map(|(of, from)| self.over(of, from, groep, antwoord) * stay).sum()
    }

    /// Who goes from a station to another one, a day.
    #[expect(clippy::indexing_slicing, reason = "a table of groups by stations")]
    pub(super) fn over(&self, groep: usize, van: Antwoord, to: usize, naar: Antwoord) -> f64 {
        let ways = self.ways[place(groep, van)].iter();
        let share: f64 = ways.filter(|(one, other, _)| (*one, *other) == (naar, to)).map(|way| way.2).sum();
        self.begonnen(groep, van) * share
    }

    /// Youth help that begins a day from outside youth help.
    pub(super) fn van_buiten(&self, groep: usize, antwoord: Antwoord) -> f64 {
        self.begonnen(groep, antwoord) - self.keten(groep, antwoord)
    }
}

/// The region at the start: in balance, or, where it is known, as it is.
pub(super) fn balans(
    aannames: &Aannames,
    asked: &[(Bron, usize, [f64; ANTWOORDEN])],
    begin: Option<&Begin>,
) -> Balans {
    let flows = stromen(aannames, asked);
    // Youths in care in a year: those who are so at its start, and those who come into it from outside it.
    let (mut stock, mut outside) = (0.0, 0.0);
    for (groep, antwoord) in cellen().filter(|(_, antwoord)| antwoord.is_jeugdhulp()) {
        stock += flows.begonnen(groep, antwoord) * duur(aannames, groep, antwoord);
        outside += flows.van_buiten(groep, antwoord);
    }
    let scaled = |aim: f64, now: f64| if now > 0.0 { aim / now } else { 0.0 };
    let schaal = match begin {
        Some(begin) => scaled(begin.instroom.waarde, outside * JAAR),
        None => scaled(aannames.get(S::InZorg), stock + outside * JAAR),
    };
    let mut helped: Vec<f64> = cellen()
        .map(|(groep, antwoord)| schaal * flows.begonnen(groep, antwoord) * duur(aannames, groep, antwoord))
        .collect();
    let mut waiting: Vec<f64> =
        flows.joined.iter().zip(&flows.days).map(|(flow, days)| schaal * flow * days).collect();
    for there in begin.iter().flat_map(|begin| &begin.aanwezig) {
        spread(&mut helped, there.antwoord, there.in_hulp);
        spread(&mut waiting, there.antwoord, there.wacht);
    }
    Balans { schaal, helped, waiting, bezet: aannames.get(S::CrisisBezet) }
}

/// Makes the groups at a station together so many, in the proportion in which they are there.
fn spread(table: &mut [f64], antwoord: Antwoord, many: f64) {
    let here = || (0..GROEPEN).map(|groep| place(groep, antwoord));
    let now: f64 = here().filter_map(|at| table.get(at)).sum();
    for at in here() {
        if let Some(one) = table.get_mut(at) {
            *one = if now > 0.0 { *one * many / now } else { 0.0 };
        }
    }
}

impl Balans {
    /// How many of a group are helped at a station, and how many wait for it.
    pub(super) fn aanwezig(&self, groep: usize, station: usize) -> (u32, u32) {
        let at = groep * ANTWOORDEN + station;
        let count = |table: &[f64]| narrow_count(table.get(at).copied().unwrap_or_default().round());
        (count(&self.helped), count(&self.waiting))
    }

    /// Places at the start: those that are in use, and at crisis help some that are kept free.
    pub(super) fn plaatsen(&self, antwoord: Antwoord) -> u32 {
        let helped: f64 =
            (0..GROEPEN).filter_map(|groep| self.helped.get(groep * ANTWOORDEN + antwoord.place())).sum();
        let kept = if antwoord == Antwoord::Crisis { self.bezet } else { 1.0 };
        narrow_count((helped / kept).round())
    }
}
