//! Figures over the years, made from episodes: used by the page of a neighbourhood and of a provider.

use informatie::{Maand, Wachten};
use jiff::civil::Date;
use stelsel::{Episode, Hulpvorm};

use crate::cijfer::{beschermd, rond, toon_beschermd};
use crate::grafiek::{Figuur, Reeks, maand, over_maanden};
use crate::kader::Kader;

/// Months that are read: five years, of which the first only fills the sums over twelve months.
const MAANDEN: u32 = 61;
const JAAR: usize = 12;
const KWARTAAL: usize = 3;

/// A point on the axis, already protected.
#[derive(Clone, Debug)]
pub(crate) struct Punt {
    pub(crate) maand: Date,
    pub(crate) in_hulp: Option<u32>,
    /// Began in the twelve months up to and including this one.
    pub(crate) instroom: Option<u32>,
    /// Ended in those months.
    pub(crate) uitstroom: Option<u32>,
}

/// The figures of a group of youths.
pub(crate) struct Verloop {
    pub(crate) punten: Vec<Punt>,
    pub(crate) grafiek: Option<Figuur>,
    pub(crate) rijen: Vec<[String; 4]>,
    pub(crate) vormen: Vec<VormRij>,
    pub(crate) wachten: Vec<WachtRij>,
    /// The form with the longest wait that may be shown, and the weeks within which half begins.
    pub(crate) langst: Option<(Hulpvorm, u32)>,
}

/// A form of help, now and a year ago.
pub(crate) struct VormRij {
    pub(crate) vorm: String,
    pub(crate) nu: String,
    pub(crate) toen: String,
    /// Length of the bar, 0 to 100.
    pub(crate) balk: u32,
}

/// Waiting for one form of help.
pub(crate) struct WachtRij {
    pub(crate) vorm: String,
    pub(crate) wachtend: String,
    pub(crate) helft: String,
    pub(crate) lang: String,
}

impl Verloop {
    pub(crate) fn new(k: &Kader, episoden: &[Episode], stand: Date, vanaf: Date) -> Self {
        let maanden = informatie::reeks(episoden, stand, MAANDEN);
        let punten = punten(&maanden, vanaf);
        let wachten = informatie::wachten(episoden, stand);
        let rijen = punten.iter().rev().map(|p| {
            [
                k.taal.maand_jaar(p.maand),
                toon_beschermd(k, p.in_hulp),
                toon_beschermd(k, p.instroom),
                toon_beschermd(k, p.uitstroom),
            ]
        });
        Self {
            grafiek: grafiek(k, &punten),
            rijen: rijen.collect(),
            vormen: vormen(k, &maanden, vanaf),
            wachten: wachten.iter().filter(|w| w.wachtend + w.gestart > 0).map(|w| wacht_rij(k, w)).collect(),
            langst: wachten
                .iter()
                .filter_map(|w| Some((w.vorm, weken(w, w.helft_weken)?)))
                .max_by_key(|(_, weeks)| *weeks),
            punten,
        }
    }
}

/// One point per quarter, counted back from the newest month: sums over a year that shift by one month each would
/// betray by their difference what a single month hides.
///
/// Nothing is known of the time before the first message; a sum needs twelve months that are.
fn punten(maanden: &[Maand], vanaf: Date) -> Vec<Punt> {
    let first = vanaf.first_of_month();
    let used = maanden.iter().position(|m| m.in_hulp + m.instroom + m.uitstroom > 0).unwrap_or(maanden.len());
    let mut out: Vec<Punt> = (0..maanden.len())
        .rev()
        .step_by(KWARTAAL)
        .filter(|last| {
            last + 1 >= JAAR && *last >= used && maanden.get(*last).is_some_and(|m| m.maand >= first)
        })
        .filter_map(|last| {
            let year = maanden.get(last + 1 - JAAR..=last)?;
            let month = maanden.get(last)?;
            let whole = year.first().is_some_and(|m| m.maand >= first);
            Some(Punt {
                maand: month.maand,
                in_hulp: beschermd(month.in_hulp),
                instroom: whole.then(|| year.iter().map(|m| m.instroom).sum()).and_then(beschermd),
                uitstroom: whole.then(|| year.iter().map(|m| m.uitstroom).sum()).and_then(beschermd),
            })
        })
        .collect();
    out.reverse();
    out
}

fn grafiek(k: &Kader, punten: &[Punt]) -> Option<Figuur> {
    let first = punten.first()?;
    let last = punten.last()?;
    let args = [
        ("van", k.taal.maand_jaar(first.maand).into()),
        ("tot", k.taal.maand_jaar(last.maand).into()),
        ("begin", toon_beschermd(k, first.in_hulp).into()),
        ("eind", toon_beschermd(k, last.in_hulp).into()),
    ];
    let words = (k.t("verloop-titel"), k.tx("verloop-beschrijving", &args));
    let whole = |value: f64| k.taal.decimaal(value, 0);
    let mut of = over_maanden("verloop-f".into(), words, (first.maand, last.maand), false, &whole);
    let reeks = |klasse, key, value: fn(&Punt) -> Option<u32>| Reeks {
        klasse,
        label: k.t(key),
        punten: punten.iter().map(|p| (maand(p.maand), value(p).map(f64::from))).collect(),
    };
    of.reeksen = vec![
        reeks("in-hulp", "lijn-in-hulp", |p| p.in_hulp),
        reeks("instroom", "lijn-instroom", |p| p.instroom),
        reeks("uitstroom", "lijn-uitstroom", |p| p.uitstroom),
    ];
    Figuur::teken(of)
}

fn vormen(k: &Kader, maanden: &[Maand], vanaf: Date) -> Vec<VormRij> {
    let Some(now) = maanden.last() else { return Vec::new() };
    let then = maanden
        .len()
        .checked_sub(JAAR + 1)
        .and_then(|n| maanden.get(n))
        .filter(|m| m.maand >= vanaf.first_of_month());
    let most = now.per_vorm.iter().copied().filter_map(beschermd).max().unwrap_or(1).max(1);
    let forms = Hulpvorm::ALL.into_iter().enumerate();
    forms
        .filter_map(|(n, vorm)| {
            let number = now.per_vorm.get(n).copied().unwrap_or(0);
            let before = then.and_then(|m| m.per_vorm.get(n)).copied().unwrap_or(0);
            (number + before > 0).then(|| VormRij {
                vorm: k.vorm(vorm),
                nu: toon_beschermd(k, beschermd(number)),
                toen: toon_beschermd(k, beschermd(before)),
                balk: beschermd(number).map_or(0, |n| n * 100 / most),
            })
        })
        .collect()
}

/// Weeks, only where enough youths began for the figure to be about more than a few.
fn weken(wachten: &Wachten, weeks: Option<f64>) -> Option<u32> {
    beschermd(wachten.gestart)?;
    weeks.map(rond)
}

fn wacht_rij(k: &Kader, wachten: &Wachten) -> WachtRij {
    let shown = |weeks| {
        weken(wachten, weeks).map_or_else(|| k.t("te-weinig-om-te-zeggen"), |n| k.t1("weken", "n", n))
    };
    WachtRij {
        vorm: k.vorm(wachten.vorm),
        wachtend: toon_beschermd(k, beschermd(wachten.wachtend)),
        helft: shown(wachten.helft_weken),
        lang: shown(wachten.negen_van_tien_weken),
    }
}
