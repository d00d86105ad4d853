//! The machine of starts and stops, against a second one that is written as the standard describes it.

use std::collections::{BTreeMap, BTreeSet};

use ijw::historie::{Leverlijn, Leverstaat};
use ijw::{Bericht, Geschiedenis, Keten, Onbekend, beoordeel};

use super::bouw::*;

/// Two starts, the second after the end of the first.
const A: &str = "2026-02-01";
const B: &str = "2026-04-01";

#[derive(Debug, Clone, Copy)]
enum Daad {
    Start(&'static str),
    Stop(&'static str, &'static str, &'static str),
}

/// What can happen; each can be withdrawn, too.
const DADEN: [Daad; 7] = [
    Daad::Start(A),
    Daad::Start(B),
    Daad::Stop(A, "20", "2026-03-01"),
    Daad::Stop(A, "31", "2026-03-01"),
    Daad::Stop(A, "31", "2026-02-15"),
    Daad::Stop(B, "20", "2026-05-01"),
    Daad::Stop(B, "32", "2026-05-01"),
];

/// What holds: the starts, and of each the pause and the end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Model {
    starts: BTreeSet<&'static str>,
    pauzes: BTreeMap<&'static str, &'static str>,
    eindes: BTreeMap<&'static str, (&'static str, &'static str)>,
}

impl Model {
    fn gestopt(&self, begin: &str) -> bool {
        self.pauzes.contains_key(begin) || self.eindes.contains_key(begin)
    }

    fn doe(&mut self, daad: Daad) -> bool {
        match daad {
            Daad::Start(begin) => {
                self.starts.iter().all(|begin| self.gestopt(begin)) && self.starts.insert(begin)
            }
            Daad::Stop(begin, "20", einde) => {
                let kan = self.starts.contains(begin) && !self.gestopt(begin);
                if kan {
                    self.pauzes.insert(begin, einde);
                }
                kan
            }
            Daad::Stop(begin, reden, einde) => {
                let na_pauze = match self.pauzes.get(begin) {
                    None => true,
                    Some(pauze) => einde >= *pauze && self.starts.last() == Some(&begin),
                };
                let kan = self.starts.contains(begin) && !self.eindes.contains_key(begin) && na_pauze;
                if kan {
                    self.eindes.insert(begin, (reden, einde));
                }
                kan
            }
        }
    }

    fn trek_in(&mut self, daad: Daad) -> bool {
        match daad {
            Daad::Start(begin) => !self.gestopt(begin) && self.starts.remove(begin),
            Daad::Stop(begin, "20", einde) => {
                self.pauzes.get(begin) == Some(&einde) && self.pauzes.remove(begin).is_some()
            }
            Daad::Stop(begin, reden, einde) => {
                self.eindes.get(begin) == Some(&(reden, einde)) && self.eindes.remove(begin).is_some()
            }
        }
    }

    fn staat(&self) -> Leverstaat {
        match self.starts.last() {
            None => Leverstaat::Geen,
            Some(_) if self.starts.iter().any(|begin| !self.gestopt(begin)) => Leverstaat::Loopt,
            Some(begin) if self.eindes.contains_key(begin) => Leverstaat::Beeindigd,
            Some(_) => Leverstaat::Onderbroken,
        }
    }
}

fn bericht(daad: Daad, status: &str, stap: usize) -> Bericht {
    match daad {
        Daad::Start(begin) => start(&format!("S{stap}"), vec![s(begin, status)]),
        Daad::Stop(begin, reden, einde) => stop(&format!("E{stap}"), vec![e(begin, reden, einde, status)]),
    }
}

/// Tries everything that can happen next, and goes on where it was accepted: a refusal changes nothing.
fn verken(geschiedenis: &Geschiedenis, model: &Model, diepte: usize, aantal: &mut usize) {
    if diepte == 0 {
        return;
    }
    for daad in DADEN {
        for status in ["1", "3"] {
            let mut verder = model.clone();
            let mag = if status == "1" { verder.doe(daad) } else { verder.trek_in(daad) };
            let bericht = bericht(daad, status, diepte);
            let beoordeling = beoordeel(&bericht, geschiedenis, &Onbekend);
            assert!(beoordeling.inhoud.is_empty());
            assert_eq!(
                beoordeling.is_goed(),
                mag,
                "{daad:?} {status} after {model:?}: {:?}",
                beoordeling.fouten
            );
            *aantal += 1;
            if mag {
                let mut geschiedenis = geschiedenis.clone();
                geschiedenis.neem_op(&bericht);
                let lijn = Leverlijn::Toewijzing(nummer(1001));
                let staat = geschiedenis.leverstaat(&Keten::of(&bericht), &bsn(BSN), &lijn);
                assert_eq!(staat, verder.staat(), "{daad:?} {status} after {model:?}");
                verken(&geschiedenis, &verder, diepte - 1, aantal);
            }
        }
    }
}

#[test]
fn starts_and_stops_follow_the_machine_of_the_standard() {
    let mut geschiedenis = Geschiedenis::new();
    geschiedenis.neem_op(&toewijzing("T1", vec![regel(1001)]));
    let mut aantal = 0;
    verken(&geschiedenis, &Model::default(), 6, &mut aantal);
    assert!(aantal > 3_000, "{aantal}");
}
