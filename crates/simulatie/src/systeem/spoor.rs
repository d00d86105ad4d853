//! The tracks of children through youth help: what a snapshot would hold of them.

use std::collections::HashMap;

use super::delen::{ANTWOORDEN, Antwoord, HULPGROEPEN, Weg};
use crate::dice::Visit;
use crate::observe::{Event, Observer, What};

/// A youth at one kind of youth help: joined, helped, gone. Days count from the start of the first year that is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spoor {
    /// The youth: a number within this replication.
    pub kind: u64,
    /// Where.
    pub antwoord: Antwoord,
    /// Twelve or older, as far as the model knows.
    pub ouder: bool,
    /// By which way the youth came in at first; none for who was there at the start.
    pub weg: Option<Weg>,
    /// When it was asked for; none for whose help ran at the start.
    pub gevraagd: Option<f64>,
    /// When help began; none for who waits, or waited in vain. Of whose help ran at the start it is the first moment.
    pub begonnen: Option<f64>,
    /// When it was over, or was waited for no more.
    pub voorbij: Option<f64>,
}

/// Writes tracks down.
#[derive(Clone, Debug, Default)]
pub(super) struct Sporen {
    /// Way of each source of the engine; who is there at the start has none.
    wegen: Vec<Weg>,
    /// Days before the first year that is told.
    voor: f64,
    lijst: Vec<Spoor>,
    open: HashMap<(u64, u64), usize>,
}

impl Sporen {
    pub(super) fn new(wegen: Vec<Weg>, voor: f64) -> Self {
        Self { wegen, voor, ..Self::default() }
    }

    pub(super) fn into_list(self) -> Vec<Spoor> {
        self.lijst
    }

    fn begin(&mut self, visit: Visit, event: &Event, antwoord: Antwoord) -> usize {
        let (source, child) = (visit.source(), visit.child());
        let weg = usize::try_from(source).ok().and_then(|nr| self.wegen.get(nr)).copied();
        self.lijst.push(Spoor {
            kind: source << 40 | child,
            antwoord,
            ouder: event.cell / ANTWOORDEN >= HULPGROEPEN,
            weg,
            gevraagd: None,
            begonnen: None,
            voorbij: None,
        });
        self.open.insert((source, child), self.lijst.len() - 1);
        self.lijst.len() - 1
    }
}

impl Observer for Sporen {
    fn see(&mut self, event: &Event) {
        let Some(antwoord) = Antwoord::ALL.get(event.cell % ANTWOORDEN).copied() else { return };
        if !antwoord.is_jeugdhulp() {
            return;
        }
        let (key, at) = ((event.visit.source(), event.visit.child()), event.at.days() - self.voor);
        match event.what {
            What::Joined => {
                let nr = self.begin(event.visit, event, antwoord);
                if let Some(spoor) = self.lijst.get_mut(nr) {
                    spoor.gevraagd = Some(at);
                }
            }
            What::Started => {
                let known = self.open.get(&key).copied();
                let nr = known.unwrap_or_else(|| self.begin(event.visit, event, antwoord));
                if let Some(spoor) = self.lijst.get_mut(nr) {
                    spoor.gevraagd = spoor.gevraagd.or(Some(at));
                    spoor.begonnen = Some(at);
                }
            }
            What::There => {
                let nr = self.begin(event.visit, event, antwoord);
                if let Some(spoor) = self.lijst.get_mut(nr) {
                    spoor.begonnen = Some(at);
                }
            }
            What::Completed | What::Reneged | What::CutOff => {
                let spoor = self.open.remove(&key).and_then(|nr| self.lijst.get_mut(nr));
                if let Some(spoor) = spoor {
                    spoor.voorbij = Some(at);
                }
            }
            What::Arrived | What::TurnedAway => {}
        }
    }
}

/// Two who look on.
#[derive(Clone, Debug)]
pub(super) struct Beide<A, B>(pub(super) A, pub(super) B);

impl<A: Observer, B: Observer> Observer for Beide<A, B> {
    #[inline]
    fn see(&mut self, event: &Event) {
        self.0.see(event);
        self.1.see(event);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Aannames, Keuze, Looptijd, Maat, speel, speel_sporen};

    #[test]
    fn tracks_say_what_the_counters_say() {
        let (aannames, keuze) = (Aannames::default(), Keuze::default());
        let looptijd = Looptijd { jaren: 2 };
        let (verloop, sporen) = speel_sporen(&aannames, None, &keuze, looptijd, (5, 1)).unwrap();
        assert_eq!(
            verloop,
            speel(&aannames, &keuze, looptijd, 5, 1).unwrap(),
            "who looks on changes nothing"
        );
        let told = |maat: Maat, year: usize| {
            verloop.maten[Maat::all().iter().position(|one| *one == maat).unwrap()][year]
        };
        for (year, from) in [(0, 0.0), (1, 365.0)] {
            let begun = sporen.iter().filter(|one| one.gevraagd.is_some());
            let begun =
                begun.filter(|one| one.begonnen.is_some_and(|day| day > from && day <= from + 365.0)).count();
            let model = told(Maat::Begonnen, year);
            assert!((model - f64::from(u32::try_from(begun).unwrap())).abs() < 0.5, "{begun} {model}");
        }
    }
}
