//! Judging a message against what was exchanged before and against the outside world (levels 3 and 4).

mod antwoord;
mod declaratie;
mod declaratie_antwoord;
mod kop;
mod levering;
mod prestatie;
mod toewijzing;
mod verzoek;
mod wijziging;

use std::collections::HashMap;

use crate::basis::{Datum, Product, RetourCode};
use crate::bericht::Bericht;
use crate::berichttype::Berichttype;
use crate::buitenwereld::Buitenwereld;
use crate::historie::{Historie, Keten};
use crate::keuring::{Bevinding, keur};
use crate::plaats::Plaats;
use crate::regels::{Regel, Tr381};

/// A rule of level 3 or 4 that a class of a message breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fout {
    /// The rule.
    pub regel: &'static Regel,
    /// The class.
    pub plaats: Plaats,
}

impl std::fmt::Display for Fout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at {}: {}", self.regel.code, self.plaats, self.regel.en.wat)
    }
}

/// What was found about a message that passed the schema.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beoordeling {
    /// What is wrong within the message (level 2). Then nothing else was judged.
    pub inhoud: Vec<Bevinding>,
    /// What is wrong by the rules of level 3 and 4, in the order in which it was found.
    pub fouten: Vec<Fout>,
    /// For a retour message or a JW325: whether the message that it answers is known. No rule has a code for it.
    pub heenbericht_bekend: Option<bool>,
}

/// The class was judged and nothing is wrong with it.
pub(crate) const IN_ORDE: RetourCode = RetourCode::constant("0200");
/// All of a declaration is granted.
pub(crate) const GEHEEL_TOEGEKEND: RetourCode = RetourCode::constant("8001");
/// The class was not judged.
pub(crate) const NIET_BEOORDEELD: RetourCode = RetourCode::constant("0233");

impl Beoordeling {
    /// Whether nothing is wrong.
    pub fn is_goed(&self) -> bool {
        self.inhoud.is_empty() && self.fouten.is_empty()
    }

    /// The lowest level at which something is wrong: from 2 to 4.
    pub fn niveau(&self) -> Option<u8> {
        if self.inhoud.is_empty() { self.fouten.iter().map(|fout| fout.regel.niveau).min() } else { Some(2) }
    }

    /// Whether a class has a fault of level 3 or 4 of its own.
    pub fn heeft_fout(&self, plaats: Plaats) -> bool {
        self.fouten.iter().any(|fout| fout.plaats == plaats)
    }

    /// The return codes of a class, each once. Empty when it has no fault of its own.
    pub fn eigen_codes(&self, plaats: Plaats) -> Vec<RetourCode> {
        self.codes_per_plaats().remove(&plaats).unwrap_or_default()
    }

    /// The return codes by class, each once, for the classes that have a fault of their own.
    pub(crate) fn codes_per_plaats(&self) -> HashMap<Plaats, Vec<RetourCode>> {
        let mut per_plaats: HashMap<Plaats, Vec<RetourCode>> = HashMap::new();
        for fout in &self.fouten {
            let codes = per_plaats.entry(fout.plaats).or_default();
            if let Ok(code) = RetourCode::parse(fout.regel.retourcode)
                && !codes.contains(&code)
            {
                codes.push(code);
            }
        }
        per_plaats
    }
}

/// What the rules of one message need, and what they found.
pub(crate) struct Oordeel<'a> {
    keten: Keten,
    /// The day on which the message was sent.
    dagtekening: Datum,
    historie: &'a dyn Historie,
    buiten: &'a dyn Buitenwereld,
    fouten: Vec<Fout>,
}

impl Oordeel<'_> {
    fn meld(&mut self, regel: &'static Regel, plaats: Plaats) {
        self.fouten.push(Fout { regel, plaats });
    }

    fn meld_als(&mut self, fout: bool, regel: &'static Regel, plaats: Plaats) {
        if fout {
            self.meld(regel, plaats);
        }
    }

    fn is_schoon(&self) -> bool {
        self.fouten.is_empty()
    }

    /// TR381: whether code and category of a product belong together.
    fn product(&mut self, product: Option<&Product>, plaats: Plaats) {
        if let Some(Product { categorie, code: Some(code) }) = product {
            let past = self.buiten.code_past(&self.keten.gemeente, *categorie, code);
            self.meld_als(past == Some(false), Tr381::REGEL, plaats);
        }
    }
}

/// Judges a message at the levels 2, 3 and 4, with the eyes of who receives it.
///
/// A fault at a level stops the levels above it. In a JW323 that goes per line: a fault in one line is no reason to leave the
/// amount of another unchecked. What is not known to the history or to the outside world is never held against a message,
/// nor is what its sender could not know (OP095), such as an allocation that was sent on the same day. The order of arrival
/// means nothing (OP080), and claims are never held against starts and stops (OP364).
///
/// The answer to a message is made from this with [`retour`](crate::retour) or
/// [`declaratie_antwoord`](crate::declaratie_antwoord); a message without faults, and a JW323 of which the declaration is not
/// rejected as a whole, is then to be taken into the history.
///
/// The time grows with the message and with the rows of the history that it is about; only the versions of an allocation are
/// looked at again for every line on it. Who has checked level 2 already goes on with [`beoordeel_verder`].
pub fn beoordeel(bericht: &Bericht, historie: &impl Historie, buiten: &impl Buitenwereld) -> Beoordeling {
    beoordeel_verder(bericht, keur(bericht), historie, buiten)
}

/// Judges a message at the levels 3 and 4, given what [`keur`](crate::keur) found at level 2: the same as [`beoordeel`],
/// without the work of level 2.
///
/// The findings go into the [`Beoordeling`] as they are, and when there are any nothing else is judged. They must be those of
/// this very message: what level 3 says of a message that breaks level 2 means nothing.
///
/// ```
/// # use ijw::{Bericht, Beoordeling, Geschiedenis, Onbekend};
/// # fn judge(bericht: &Bericht, known: &Geschiedenis) -> Beoordeling {
/// // Outside of the lock on what is known.
/// let inhoud = ijw::keur(bericht);
/// // Within it.
/// ijw::beoordeel_verder(bericht, inhoud, known, &Onbekend)
/// # }
/// ```
pub fn beoordeel_verder(
    bericht: &Bericht,
    inhoud: Vec<Bevinding>,
    historie: &impl Historie,
    buiten: &impl Buitenwereld,
) -> Beoordeling {
    let keten = Keten::of(bericht);
    let heenbericht_bekend = bericht.heen().map(|(berichttype, identificatie)| {
        historie.identificatie_gebruikt(&keten, berichttype, identificatie)
    });
    if !inhoud.is_empty() {
        return Beoordeling { inhoud, fouten: Vec::new(), heenbericht_bekend };
    }
    let mut oordeel =
        Oordeel { keten, dagtekening: bericht.dagtekening(), historie, buiten, fouten: Vec::new() };
    oordeel.bericht(bericht);
    Beoordeling { inhoud, fouten: oordeel.fouten, heenbericht_bekend }
}

impl Oordeel<'_> {
    fn bericht(&mut self, bericht: &Bericht) {
        if bericht.berichttype().is_retour() {
            // A retour bears the Identificatie of the message that it answers, and nothing is answered to it.
            return;
        }
        self.identificatie(bericht);
        if !self.is_schoon() {
            return;
        }
        if let Bericht::Jw323(declaratie) = bericht {
            // Of its lines only those are refused that are wrong, so that the header must be good before any is granted.
            self.kop(bericht);
            if self.is_schoon() {
                self.declaratie(declaratie);
            }
            return;
        }
        match bericht {
            Bericht::Jw301(bericht) => self.toewijzing(bericht),
            Bericht::Jw305(bericht) => self.start(bericht),
            Bericht::Jw307(bericht) => self.stop(bericht),
            Bericht::Jw315(bericht) => self.verzoek(bericht),
            Bericht::Jw317(bericht) => self.wijziging(bericht),
            Bericht::Jw319(bericht) => self.antwoord(bericht),
            Bericht::Jw325(bericht) => self.declaratie_antwoord(bericht),
            _ => {}
        }
        if self.is_schoon() {
            self.kop(bericht);
        }
        if self.is_schoon() {
            self.producten(bericht);
        }
    }

    /// TR381 on every line of a message, but those that withdraw something.
    fn producten(&mut self, bericht: &Bericht) {
        match bericht {
            Bericht::Jw301(bericht) => self.toewijzing_producten(bericht),
            Bericht::Jw305(bericht) => self.start_producten(bericht),
            Bericht::Jw307(bericht) => self.stop_producten(bericht),
            Bericht::Jw315(bericht) => self.verzoek_producten(bericht),
            Bericht::Jw317(bericht) => self.wijziging_producten(bericht),
            Bericht::Jw319(bericht) => self.antwoord_gemeente(bericht),
            _ => {}
        }
    }
}

impl Berichttype {
    /// Whether this is a retour message. A JW325 is none: it has an Identificatie of its own.
    pub fn is_retour(self) -> bool {
        self != Self::Jw325 && Self::ALLE.iter().any(|bericht| bericht.answered_by() == Some(self))
    }
}
