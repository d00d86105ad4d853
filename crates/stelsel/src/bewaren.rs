//! How long data are kept: terms as data, what counts as the last change, and what holds a destruction back.
//!
//! Nothing here reads a clock. The caller tells which day it is, so that 25 years are a test of milliseconds.

use jiff::civil::Date;

#[cfg(test)]
mod tests;

/// What a term is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Klasse {
    /// The dossier of a youth: counted from its last change (Jeugdwet art. 7.3.8).
    Dossier,
    /// Claims and their answers: counted from the end of the year (AWR art. 52).
    Declaratie,
    /// What could not be taken in: counted from the day that it came.
    Quarantaine,
    /// First questions that no file came from: counted from the day that they were asked.
    Vraag,
}

impl Klasse {
    /// All classes.
    pub const ALL: [Self; 4] = [Self::Dossier, Self::Declaratie, Self::Quarantaine, Self::Vraag];

    /// Its word in storage.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Declaratie => "declaratie",
            Self::Quarantaine => "quarantaine",
            Self::Vraag => "vraag",
        }
    }

    /// Back from storage.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.key() == key)
    }
}

/// How long a class is kept, from a day and until a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Termijn {
    /// Of what.
    pub klasse: Klasse,
    /// First day on which this term holds.
    pub vanaf: Date,
    /// First day on which it holds no longer.
    pub tot: Option<Date>,
    /// How long, in months.
    pub maanden: u16,
    /// Where it is written.
    pub bron: String,
}

/// What keeps a dossier, or asks for its destruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StopSoort {
    /// A complaint is under way.
    Klacht,
    /// A court, a disciplinary board or the inspectorate needs it.
    Procedure,
    /// It is of great interest to another, such as a brother or sister (Jeugdwet art. 7.3.9 lid 2).
    Belang,
    /// The person asks to keep it longer.
    Langer,
    /// The person asks to destroy it (Jeugdwet art. 7.3.9 lid 1).
    Verzoek,
}

impl StopSoort {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Klacht, Self::Procedure, Self::Belang, Self::Langer, Self::Verzoek];

    /// Its word in storage and in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Klacht => "klacht",
            Self::Procedure => "procedure",
            Self::Belang => "belang",
            Self::Langer => "langer",
            Self::Verzoek => "verzoek",
        }
    }

    /// Back from storage or a form.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether it holds destruction back; a request for destruction brings it nearer.
    pub const fn holds(self) -> bool {
        !matches!(self, Self::Verzoek)
    }
}

/// A hold or a request, from a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Which.
    pub soort: StopSoort,
    /// First day.
    pub van: Date,
    /// First day on which it no longer counts by itself; open when nobody knows.
    pub tot: Option<Date>,
    /// Day on which someone took it off.
    pub opgeheven: Option<Date>,
}

impl Stop {
    /// Whether it counts on a day.
    pub fn counts_on(&self, day: Date) -> bool {
        self.van <= day && self.tot.is_none_or(|end| day < end) && self.opgeheven.is_none_or(|end| day < end)
    }
}

/// What the due day of a dossier depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// Day of the last change: the newest message, decision or correction.
    pub laatste: Date,
    /// Day of the newest claim.
    pub declaratie: Option<Date>,
    /// Holds and requests.
    pub stops: Vec<Stop>,
}

/// When something has to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vervalt {
    /// On this day, as things stand.
    Op {
        /// First day on which it may not be kept any more.
        dag: Date,
        /// What decides the day.
        grond: Grond,
    },
    /// Not before something that nobody knows the end of is over.
    Aangehouden,
    /// There is no term for it on this day: it stays, and someone has to write one down.
    GeenTermijn,
}

/// What decides a due day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grond {
    /// The term after the last change.
    Dossier,
    /// The term of a claim, which ends later.
    Declaratie,
    /// The person asked for it.
    Verzoek,
    /// A hold with an end.
    Stop,
}

impl Grond {
    /// Its word in storage and in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Declaratie => "declaratie",
            Self::Verzoek => "verzoek",
            Self::Stop => "stop",
        }
    }
}

impl Vervalt {
    /// Whether it has to go on this day.
    pub fn is_due(&self, on: Date) -> bool {
        matches!(self, Self::Op { dag, .. } if *dag <= on)
    }
}

/// The term of a class that holds on a day.
pub fn term_on(termijnen: &[Termijn], klasse: Klasse, on: Date) -> Option<&Termijn> {
    let of_class = termijnen.iter().filter(|t| t.klasse == klasse && t.vanaf <= on);
    of_class.filter(|t| t.tot.is_none_or(|end| on < end)).max_by_key(|t| t.vanaf)
}

/// The first day on which what dates from `from` may not be kept any more, by the term that holds on a day.
pub fn class_due(termijnen: &[Termijn], klasse: Klasse, from: Date, on: Date) -> Option<Date> {
    let months = term_on(termijnen, klasse, on)?.maanden;
    match klasse {
        Klasse::Declaratie => months_after(Date::new(from.year() + 1, 1, 1).ok()?, months),
        Klasse::Dossier | Klasse::Quarantaine | Klasse::Vraag => months_after(from, months),
    }
}

/// The same day so many months later; of a month that is too short, its last day.
fn months_after(from: Date, months: u16) -> Option<Date> {
    let all = i32::from(from.year()) * 12 + i32::from(from.month()) - 1 + i32::from(months);
    let (year, month) = (i16::try_from(all.div_euclid(12)).ok()?, i8::try_from(all.rem_euclid(12) + 1).ok()?);
    let first = Date::new(year, month, 1).ok()?;
    Date::new(year, month, from.day().min(first.days_in_month())).ok()
}

/// When a dossier has to go, as things are known on a day.
///
/// The term of the law counts from the last change. Claims have a term of their own, which the law of taxes asks: the dossier
/// does not go before it. A request of the person brings the day forward, not before the claims. A hold puts it off, until its
/// end or as long as nobody knows that.
pub fn due_date(dossier: &Dossier, termijnen: &[Termijn], on: Date) -> Vervalt {
    let Some(after_change) = class_due(termijnen, Klasse::Dossier, dossier.laatste, on) else {
        return Vervalt::GeenTermijn;
    };
    let asked = dossier.stops.iter().filter(|s| s.soort == StopSoort::Verzoek && s.counts_on(on));
    let (mut dag, mut grond) = match asked.map(|s| s.van).min() {
        Some(asked) if asked < after_change => (asked, Grond::Verzoek),
        _ => (after_change, Grond::Dossier),
    };
    if let Some(claimed) = dossier.declaratie {
        let Some(after_claim) = class_due(termijnen, Klasse::Declaratie, claimed, on) else {
            return Vervalt::GeenTermijn;
        };
        if after_claim > dag {
            (dag, grond) = (after_claim, Grond::Declaratie);
        }
    }
    for hold in dossier.stops.iter().filter(|s| s.soort.holds() && s.counts_on(on)) {
        match hold.tot {
            None => return Vervalt::Aangehouden,
            Some(end) if end > dag => (dag, grond) = (end, Grond::Stop),
            Some(_) => {}
        }
    }
    Vervalt::Op { dag, grond }
}
