//! Counting along while a replication plays: per calendar year, who is in help, who waits how long, where they are from.

use super::delen::{ANTWOORDEN, Antwoord, GROEPEN, HULPGROEPEN};
use crate::observe::{Event, Observer, What};
use crate::tick::Tick;

/// Circumstances of neighbourhoods.
const WIJKGROEPEN: usize = 3;

/// A number and the sum of what belongs to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wacht {
    pub(super) aantal: u64,
    pub(super) ticks: u64,
}

impl Wacht {
    fn add(&mut self, ticks: u64) {
        self.aantal += 1;
        self.ticks += ticks;
    }

    /// The mean in days; not a number when there is none.
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
    pub(super) fn dagen(self) -> f64 {
        self.ticks as f64 / Tick::from_days(1.0).count() as f64 / self.aantal as f64
    }
}

/// The counts of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Jaar {
    pub(super) in_hulp: u64,
    pub(super) in_hulp_wijk: [u64; WIJKGROEPEN],
    pub(super) in_hulp_groep: [u64; HULPGROEPEN],
    pub(super) vragen: u64,
    pub(super) begonnen: u64,
    pub(super) klaar: u64,
    pub(super) keten: u64,
    pub(super) terugval: u64,
    pub(super) afgehaakt: u64,
    pub(super) afgehaakt_groep: [u64; HULPGROEPEN],
    pub(super) verschoven: u64,
    pub(super) wacht: [Wacht; ANTWOORDEN],
    pub(super) wacht_wijk: [Wacht; WIJKGROEPEN],
    pub(super) wacht_groep: [Wacht; HULPGROEPEN],
}

/// What is remembered of a child, in one word: when it joined a queue, plus one (0: it does not wait), and below that, in eight bits,
/// the last year in which it was in youth help, plus one.
#[derive(Clone, Copy, Debug, Default)]
struct Kind(u64);

impl Kind {
    const fn jaar(self) -> u64 {
        self.0 & 0xff
    }

    /// Whether it waits since the very start.
    const fn since_the_start(self) -> bool {
        self.0 >> 8 == 1
    }

    const fn set_jaar(&mut self, jaar: u64) {
        self.0 = self.0 & !0xff | jaar;
    }

    const fn wacht(&mut self, at: u64) {
        self.0 = (at + 1) << 8 | self.jaar();
    }

    /// How long it waited until now; it waits no more.
    const fn gewacht(&mut self, at: u64) -> u64 {
        let since = self.0 >> 8;
        self.0 = self.jaar();
        if since > 0 { at + 1 - since } else { 0 }
    }
}

/// What a cell of the engine is.
#[derive(Clone, Copy, Debug)]
struct Cel {
    station: u8,
    groep: u8,
    hulp: bool,
}

/// Where a child came from just now, to see what is a chain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Net {
    #[default]
    Niets,
    Jeugdhulp(u64, u64),
    AndereWet(u64, u64),
}

/// Counts along.
#[derive(Clone, Debug)]
pub(super) struct Teller {
    kinderen: Vec<Vec<Kind>>,
    /// Per source its circumstances.
    wijken: Vec<u8>,
    cellen: Vec<Cel>,
    pub(super) jaren: Vec<Jaar>,
    jaar: usize,
    /// The year plus one, as it is remembered of a child.
    merk: u64,
    volgend: u64,
    per_jaar: u64,
    /// In youth help now: all, by circumstances, by group.
    stand: u64,
    stand_wijk: [u64; WIJKGROEPEN],
    stand_groep: [u64; HULPGROEPEN],
    net: Net,
    /// Per source, how long those who wait at the start have waited by then.
    eerder: Vec<u64>,
}

impl Teller {
    /// For sources of these circumstances, over so many years.
    pub(super) fn new(wijken: Vec<u8>, jaren: usize, per_jaar: Tick) -> Self {
        Self {
            kinderen: vec![Vec::new(); wijken.len()],
            wijken,
            cellen: cellen(),
            jaren: vec![Jaar::default(); jaren.max(1)],
            jaar: 0,
            merk: 1,
            volgend: per_jaar.count(),
            per_jaar: per_jaar.count().max(1),
            stand: 0,
            stand_wijk: [0; WIJKGROEPEN],
            stand_groep: [0; HULPGROEPEN],
            net: Net::Niets,
            eerder: Vec::new(),
        }
    }

    /// Who waits at the start has waited before it, per source so long.
    pub(super) fn waited_before(&mut self, per_source: impl Iterator<Item = Tick>) {
        self.eerder = per_source.map(Tick::count).collect();
    }

    /// A new year begins: who is in help is so in it.
    #[cold]
    fn new_year(&mut self) {
        if let Some(jaar) = self.jaren.get_mut(self.jaar + 1) {
            self.jaar += 1;
            self.merk += 1;
            jaar.in_hulp = self.stand;
            jaar.in_hulp_wijk = self.stand_wijk;
            jaar.in_hulp_groep = self.stand_groep;
        }
        self.volgend += self.per_jaar;
    }
}

/// All cells of the engine, in order.
fn cellen() -> Vec<Cel> {
    let narrow = |place: usize| u8::try_from(place).unwrap_or(0);
    let cel = |groep: usize, antwoord: &Antwoord| Cel {
        station: narrow(antwoord.place()),
        groep: narrow(groep % HULPGROEPEN),
        hulp: antwoord.is_jeugdhulp(),
    };
    (0..GROEPEN).flat_map(|groep| Antwoord::ALL.iter().map(move |antwoord| cel(groep, antwoord))).collect()
}

#[expect(
    clippy::indexing_slicing,
    reason = "sources, cells and years are those of the model that this was made for; hot path"
)]
impl Observer for Teller {
    #[inline]
    fn see(&mut self, event: &Event) {
        let at = event.at.count();
        while at > self.volgend {
            self.new_year();
        }
        let (source, number) = (event.visit.source(), event.visit.child());
        let (bron, kind) = (usize::try_from(source).unwrap_or(0), usize::try_from(number).unwrap_or(0));
        let Cel { station, groep, hulp } = self.cellen[event.cell];
        let (station, groep) = (usize::from(station), usize::from(groep));
        let wijk = usize::from(self.wijken[bron]);
        let jaar = &mut self.jaren[self.jaar];
        if event.what == What::Arrived {
            jaar.vragen += 1;
            return;
        }
        let all = &mut self.kinderen[bron];
        if all.len() <= kind {
            all.resize(kind + 1, Kind::default());
        }
        let known = &mut all[kind];
        match event.what {
            What::Joined | What::Started | What::There => {
                if event.what != What::There && self.net != Net::Niets {
                    match self.net {
                        Net::Jeugdhulp(a, b) if hulp && (a, b) == (source, number) => jaar.keten += 1,
                        Net::AndereWet(a, b) if (a, b) == (source, number) => jaar.verschoven += 1,
                        _ => {}
                    }
                    if self.net == Net::Jeugdhulp(source, number)
                        || self.net == Net::AndereWet(source, number)
                    {
                        self.net = Net::Niets;
                    }
                }
                if event.what == What::Joined {
                    known.wacht(at);
                    return;
                }
                if event.what == What::Started {
                    let before = if known.since_the_start() { self.eerder.get(bron) } else { None };
                    let waited = known.gewacht(at) + before.copied().unwrap_or(0);
                    jaar.wacht[station].add(waited);
                    if hulp {
                        jaar.begonnen += 1;
                        jaar.wacht_wijk[wijk].add(waited);
                        jaar.wacht_groep[groep].add(waited);
                    }
                }
                if hulp {
                    self.stand += 1;
                    self.stand_wijk[wijk] += 1;
                    self.stand_groep[groep] += 1;
                    if known.jaar() != self.merk {
                        known.set_jaar(self.merk);
                        jaar.in_hulp += 1;
                        jaar.in_hulp_wijk[wijk] += 1;
                        jaar.in_hulp_groep[groep] += 1;
                    }
                }
            }
            What::Completed => {
                if hulp {
                    self.stand -= 1;
                    self.stand_wijk[wijk] -= 1;
                    self.stand_groep[groep] -= 1;
                    known.set_jaar(self.merk);
                    jaar.klaar += 1;
                    self.net = Net::Jeugdhulp(source, number);
                } else if station == Antwoord::AndereWet.place() {
                    self.net = Net::AndereWet(source, number);
                } else if station == Antwoord::Thuis.place() {
                    jaar.terugval += 1;
                }
            }
            What::Reneged => {
                known.gewacht(at);
                jaar.afgehaakt += 1;
                jaar.afgehaakt_groep[groep] += 1;
            }
            What::Arrived | What::TurnedAway | What::CutOff => {}
        }
    }
}
