//! How the region stands at the start: flows in balance with the waiting times that are known.
//!
//! With a wait of `w` days and impatience of mean `t`, a part `exp(-w / t)` of who joins a queue is helped, and `t (1 - exp(-w / t))` days of
//! waiting go with each who joins (the fluid limit of a queue that never empties). Flows through all stations then follow from linear
//! equations; places are as many as those flows keep busy, and questions as many as give the number of youths in care that CBS counts.

use super::aanname::Aannames;
use super::delen::{ANTWOORDEN, Antwoord, GROEPEN};
use super::opbouw::{Bron, JAAR};
use super::tabel::Sleutel as S;
use super::wegen::{Effect, duur, geduld, heeft_voorrang, wegen};
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
fn wacht(aannames: &Aannames, groep: usize, antwoord: Antwoord) -> f64 {
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

#[expect(clippy::indexing_slicing, reason = "tables of groups by stations, walked by their own lengths")]
pub(super) fn balans(aannames: &Aannames, asked: &[(Bron, usize, [f64; ANTWOORDEN])]) -> Balans {
    let place = |groep: usize, antwoord: Antwoord| groep * ANTWOORDEN + antwoord.place();
    let mut outside = vec![0.0; GROEPEN * ANTWOORDEN];
    for (bron, groep, entry) in asked {
        for (station, share) in entry.iter().enumerate() {
            outside[groep * ANTWOORDEN + station] += bron.per_dag * share;
        }
    }
    let cells: Vec<(usize, Antwoord)> =
        (0..GROEPEN).flat_map(|groep| Antwoord::ALL.iter().map(move |one| (groep, *one))).collect();
    let ways: Vec<_> = cells
        .iter()
        .map(|(groep, antwoord)| {
            let (stay, days) = queue(aannames, *groep, *antwoord);
            (stay, days, wegen(aannames, &Effect::default(), *groep, *antwoord))
        })
        .collect();
    let mut joined = outside.clone();
    for _ in 0..RONDES {
        let mut next = outside.clone();
        for (((groep, _), flow), (stay, _, ways)) in cells.iter().zip(&joined).zip(&ways) {
            for (to, other, share) in ways.iter() {
                next[place(*other, *to)] += flow * stay * share;
            }
            next[place(*groep, Antwoord::Zonder)] += flow * (1.0 - stay);
        }
        joined = next;
    }
    // Youths in care in a year: those who are so at its start, and those who come into it from outside it.
    let (mut stock, mut within, mut begun) = (0.0, 0.0, 0.0);
    for (((groep, antwoord), flow), (stay, _, ways)) in cells.iter().zip(&joined).zip(&ways) {
        if antwoord.is_jeugdhulp() {
            stock += flow * stay * duur(aannames, *groep, *antwoord);
            begun += flow * stay;
            for (to, _, share) in ways.iter().filter(|(to, ..)| to.is_jeugdhulp()) {
                // Of a chain as many are helped as stay in the next queue.
                within += flow * stay * share * queue(aannames, *groep, *to).0;
            }
        }
    }
    let in_zorg = stock + (begun - within) * JAAR;
    let schaal = if in_zorg > 0.0 { aannames.get(S::InZorg) / in_zorg } else { 0.0 };
    let helped = cells
        .iter()
        .zip(&joined)
        .zip(&ways)
        .map(|(((groep, antwoord), flow), (stay, ..))| {
            schaal * flow * stay * duur(aannames, *groep, *antwoord)
        })
        .collect();
    let waiting = joined.iter().zip(&ways).map(|(flow, (_, days, _))| schaal * flow * days).collect();
    Balans { schaal, helped, waiting, bezet: aannames.get(S::CrisisBezet) }
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
