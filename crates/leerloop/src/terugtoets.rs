//! The back-test: each past year as the model would have foretold it from what was known before it, held against what came.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Result;
use informatie::statistiek::{Stream, crps_of_samples, quantile_of_sorted};
use informatie::waarneming::{Episoden, Jaarcijfers, Regiowaarneming};
use simulatie::ModelError;
use simulatie::scenario::Scenario;
use simulatie::systeem::ijking::ijk;
use simulatie::systeem::{Antwoord, Maat, Verloop};

use crate::ijking::{float, waarneming};

/// The fewest months that must be known before a year is foretold.
const VOORAF: i32 = 12;
/// How far ahead is looked, in years.
const VERDER: usize = 3;
/// Draws of the opponents.
const TREKKINGEN: u64 = 400;
/// What counts as known: this share of beginnings was told.
const BEKEND: f64 = 0.98;

/// A measure that is looked back at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toetsmaat {
    /// Youths in help in the year.
    InHulp,
    /// Help that began.
    Begonnen,
    /// Left youth help.
    Uitstroom,
    /// In help at the end of the year, by place among kinds.
    Bezig(usize),
    /// Waiting at its end.
    Wachtend,
    /// Mean days waited.
    Wachttijd,
    /// Millions of euros.
    Uitgaven,
}

const KINDS: [Antwoord; 4] = [Antwoord::Ambulant, Antwoord::Ggz, Antwoord::Verblijf, Antwoord::Crisis];

impl Toetsmaat {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::InHulp,
        Self::Begonnen,
        Self::Uitstroom,
        Self::Bezig(0),
        Self::Bezig(1),
        Self::Bezig(2),
        Self::Wachtend,
        Self::Wachttijd,
        Self::Uitgaven,
    ];

    /// The measure of the model.
    fn maat(self) -> Maat {
        match self {
            Self::InHulp => Maat::InHulp,
            Self::Begonnen => Maat::Begonnen,
            Self::Uitstroom => Maat::Uitstroom,
            Self::Bezig(nr) => Maat::Bezig(KINDS.get(nr).copied().unwrap_or(Antwoord::Crisis)),
            Self::Wachtend => Maat::Wachtend,
            Self::Wachttijd => Maat::Wachttijd,
            Self::Uitgaven => Maat::UitgavenJeugdhulp,
        }
    }

    /// Its name, as in outcomes of the model.
    pub fn naam(self) -> String {
        self.maat().naam()
    }

    const fn is_count(self) -> bool {
        !matches!(self, Self::Wachttijd | Self::Uitgaven)
    }

    fn of(self, jaar: &Jaarcijfers) -> f64 {
        match self {
            Self::InHulp => jaar.in_hulp,
            Self::Begonnen => jaar.begonnen.iter().sum(),
            Self::Uitstroom => jaar.uitstroom,
            Self::Bezig(nr) => jaar.bezig.get(nr).copied().unwrap_or(f64::NAN),
            Self::Wachtend => jaar.wachtend.iter().sum(),
            Self::Wachttijd => jaar.wacht_samen,
            Self::Uitgaven => jaar.uitgaven / 1e6,
        }
    }
}

/// One measure of one year, foretold so many years ahead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Voorspeld {
    /// Which measure.
    pub maat: Toetsmaat,
    /// The first month of the year, as months since the year 0.
    pub eerste: i32,
    /// Years ahead: 1 is the first year that was not known.
    pub vooruit: usize,
    /// What came.
    pub kwam: f64,
    /// Below, and above, a tenth of the replications lies; in the middle half of them.
    pub laag: f64,
    /// The middle.
    pub midden: f64,
    /// The upper bound.
    pub hoog: f64,
    /// Continuous ranked probability score of the model, of last year's value, and of stock and flow: less is better.
    pub crps: [f64; 3],
}

impl Voorspeld {
    /// Whether what came lies within the band of 80 per cent.
    pub fn is_binnen(&self) -> bool {
        self.laag <= self.kwam && self.kwam <= self.hoog
    }
}

/// All that was looked back at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terugtoets {
    /// Measure by measure, year by year.
    pub voorspeld: Vec<Voorspeld>,
    /// How often a forecast was made.
    pub momenten: usize,
}

/// Looks back over every year that has at least a year before it.
pub fn toets(episoden: &Episoden, herhalingen: u64, threads: NonZeroUsize) -> Result<Terugtoets> {
    let now = episoden.tot(episoden.laatste());
    // Months of which nearly everything is known.
    let cut = now.bekend.iter().position(|known| *known >= BEKEND).unwrap_or(now.bekend.len());
    let end = episoden.laatste() - i32::try_from(cut).unwrap_or(12);
    let mut out = Terugtoets::default();
    let mut first = end - 11;
    // From the last year back, as long as there is a year before it.
    while first - VOORAF >= episoden.eerste() {
        let years = usize::try_from((end - first + 1) / 12).unwrap_or(0).min(VERDER);
        out.voorspeld.extend(moment(episoden, first, years, herhalingen, threads)?);
        out.momenten += 1;
        first -= 12;
    }
    out.voorspeld.sort_by_key(|one| (one.vooruit, one.eerste));
    Ok(out)
}

fn moment(
    episoden: &Episoden,
    first: i32,
    years: usize,
    herhalingen: u64,
    threads: NonZeroUsize,
) -> Result<Vec<Voorspeld>> {
    let known = episoden.tot(first - 1);
    let ijking = ijk(&waarneming(&known));
    let mut scenario = Scenario { jaren: years, herhalingen, ..Scenario::default() };
    scenario.lean_on(ijking.gemeten, ijking.begin);
    let played = play(&scenario, threads)?;
    let before = episoden.jaar(first - 12);
    let flows = stock_flow(&known, years);
    let mut out = Vec::new();
    let mut eerste = first;
    for year in 0..years {
        let came = episoden.jaar(eerste);
        for (nr, maat) in Toetsmaat::ALL.into_iter().enumerate() {
            let place = Maat::all().iter().position(|one| *one == maat.maat());
            let of = |one: &Verloop| place.and_then(|place| one.maten.get(place)?.get(year)).copied();
            let own = sorted(played.iter().filter_map(of));
            let last = last_year(maat, maat.of(&before));
            let flow = sorted(flows.iter().filter_map(|path| path.get(year)?.get(nr)).copied());
            let kwam = maat.of(&came);
            let at = |share| quantile_of_sorted(&own, share).unwrap_or(f64::NAN);
            out.push(Voorspeld {
                maat,
                eerste,
                vooruit: year + 1,
                kwam,
                laag: at(0.1),
                midden: at(0.5),
                hoog: at(0.9),
                crps: [&own, &last, &flow].map(|draws| crps_of_samples(draws, kwam)),
            });
        }
        eerste += 12;
    }
    Ok(out)
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.filter(|value| value.is_finite()).collect();
    values.sort_by(f64::total_cmp);
    values
}

/// All replications, on threads; in the order of their numbers.
fn play(scenario: &Scenario, threads: NonZeroUsize) -> Result<Vec<Verloop>, ModelError> {
    let next = AtomicU64::new(0);
    let work = || {
        let mut mine = Vec::new();
        loop {
            let nr = next.fetch_add(1, Ordering::Relaxed);
            if nr >= scenario.herhalingen {
                return mine;
            }
            mine.push((nr, scenario.speel_zoals_nu(nr)));
        }
    };
    let mut all = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads.get()).map(|_| scope.spawn(work)).collect();
        let mut all = work();
        for other in others {
            match other.join() {
                Ok(theirs) => all.extend(theirs),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    all.sort_unstable_by_key(|(nr, _)| *nr);
    all.into_iter().map(|(_, verloop)| verloop).collect()
}

/// Last year's value; a count with the chance of two years (the variance of a difference of two Poisson counts), another measure as it was.
fn last_year(maat: Toetsmaat, value: f64) -> Vec<f64> {
    if !maat.is_count() {
        return vec![value];
    }
    let mut stream = Stream::new(1, Stream::name("vorig jaar"), 0);
    let spread = (2.0 * value).sqrt();
    sorted((0..TREKKINGEN).map(|_| (value + spread * stream.normal()).max(0.0)))
}

/// Stock and flow: so many begin a month as in the last year, and of who is there as large a part leaves. Per path, per year, per measure.
fn stock_flow(known: &Regiowaarneming, years: usize) -> Vec<Vec<[f64; 9]>> {
    let begun: f64 = known.soorten.iter().filter_map(|one| one.begonnen).map(|one| one.waarde).sum();
    let from_outside = known.nieuw.map_or(1.0, |nieuw| (nieuw.waarde / begun.max(1.0)).min(1.0));
    let wachtend: f64 = known.soorten.iter().map(|one| float(one.wachtend)).sum();
    let path = |nr: u64| {
        let mut stream = Stream::new(1, Stream::name("voorraad en stroom"), nr);
        let mut stock = [0.0; 4];
        let mut rate = [0.0; 4];
        let mut leave = [0.0; 4];
        for (place, one) in known.soorten.iter().enumerate().take(4) {
            let seen = one.begonnen.map_or(0.0, |begun| begun.waarde);
            // What is not known of how many come, and of how many leave.
            let many = stream.gamma(seen.max(0.5));
            let ended = stream.gamma(float(one.geeindigd).max(0.5));
            let mean = (one.in_hulp + (float(one.geeindigd) - seen) / 2.0).max(1.0);
            if let (Some(stock), Some(rate), Some(leave)) =
                (stock.get_mut(place), rate.get_mut(place), leave.get_mut(place))
            {
                (*stock, *rate, *leave) = (one.in_hulp, many / 12.0, -(-ended / mean / 12.0).exp_m1());
            }
        }
        let wait: Vec<(f64, f64)> =
            known.soorten.iter().filter_map(|one| Some((one.wacht?.waarde, one.begonnen?.waarde))).collect();
        let weight: f64 = wait.iter().map(|(_, many)| many).sum();
        let wacht = wait.iter().map(|(days, many)| days * many).sum::<f64>() / weight;
        let mut told = Vec::new();
        for _ in 0..years {
            let (mut begun, mut ended, mut spent) = (0.0, 0.0, 0.0);
            let there: f64 = stock.iter().sum();
            for _ in 0..12 {
                for (place, one) in known.soorten.iter().enumerate().take(4) {
                    let (Some(stock), Some(rate), Some(leave)) =
                        (stock.get_mut(place), rate.get(place), leave.get(place))
                    else {
                        continue;
                    };
                    let gone = float(stream.poisson(*stock * leave));
                    let come = float(stream.poisson(*rate));
                    *stock = (*stock - gone + come).max(0.0);
                    (begun, ended) = (begun + come, ended + gone);
                    spent += *stock * one.prijs.map_or(0.0, |price| price.waarde) * 365.0 / 12.0;
                }
            }
            let youths = (there + begun * from_outside) / known.tegelijk.max(1.0);
            let waits = float(stream.poisson(wachtend));
            let [ambulant, ggz, verblijf, _] = stock;
            told.push([
                youths,
                begun,
                ended * from_outside,
                ambulant,
                ggz,
                verblijf,
                waits,
                wacht,
                spent / 1e6,
            ]);
        }
        told
    };
    (0..TREKKINGEN).map(path).collect()
}
