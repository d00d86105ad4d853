//! Checking a message against the rules within it (level 2).
//!
//! A rule hangs on a class, in the definition of that class; here is what walks through a message and gathers what the
//! rules find.

use std::collections::HashMap;

use crate::basis::Datum;
use crate::bericht::{Bericht, keur_inhoud};
use crate::klasse::Inhoud;
use crate::pad::{Pad, stap};
use crate::regels::{Regel, Tr101};

/// Where the day stands on which a message was sent.
pub(crate) const DAGTEKENING: &str = "/Bericht/Header/BerichtIdentificatie/Dagtekening";

/// Something that is wrong with a message that passed the schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bevinding {
    /// The rule that says so.
    pub regel: &'static Regel,
    /// The elements it is about, as paths of local names; an element has a number when it has siblings of its name.
    pub paden: Vec<String>,
}

impl std::fmt::Display for Bevinding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at {}: {}", self.regel.code, self.paden.join(", "), self.regel.en.wat)
    }
}

/// A rule that can be checked on a class.
pub(crate) trait Toets<T> {
    /// Tells the check what is wrong.
    fn toets(klasse: &T, keuring: &mut Keuring);
}

/// What is found while walking through one message.
pub(crate) struct Keuring {
    /// The day on which the message was sent.
    pub(crate) dagtekening: Datum,
    /// Where the walk is.
    pub(crate) pad: Pad,
    bevindingen: Vec<Bevinding>,
}

impl Keuring {
    /// Records a fault with where it is, as paths from the class that the walk is at; the path of the class itself is empty.
    #[cold]
    pub(crate) fn meld(&mut self, regel: &'static Regel, plaatsen: &[&str]) {
        let paden = plaatsen.iter().map(|plaats| self.pad_naar(plaats)).collect();
        self.bevindingen.push(Bevinding { regel, paden });
    }

    fn pad_naar(&self, plaats: &str) -> String {
        match plaats {
            "" => self.pad.to_string(),
            absoluut if absoluut.starts_with('/') => absoluut.to_owned(),
            onder => format!("{}/{onder}", self.pad),
        }
    }

    /// Records which elements of a list have the same key (TR101): each group once, with all of its members.
    pub(crate) fn dubbelen<T: Inhoud>(&mut self, lijst: &[T], onderdeel: &'static str) {
        let mut sleutel = String::new();
        let groepen = groepen(lijst.iter().enumerate().map(|(plaats, inhoud)| {
            sleutel.clear();
            inhoud.sleutel(&mut sleutel);
            (sleutel.clone(), plaats)
        }));
        for groep in groepen {
            let plaatsen: Vec<String> =
                groep.iter().map(|plaats| stap(onderdeel, *plaats, lijst.len())).collect();
            self.meld(Tr101::REGEL, &plaatsen.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}

/// What occurs more than once, in the order in which each occurs for the second time.
pub(crate) fn groepen<K: std::hash::Hash + Eq, P: Copy>(
    stukken: impl Iterator<Item = (K, P)>,
) -> Vec<Vec<P>> {
    let mut gezien: HashMap<K, (P, Option<usize>)> = HashMap::new();
    let mut groepen: Vec<Vec<P>> = Vec::new();
    for (sleutel, plaats) in stukken {
        match gezien.get_mut(&sleutel) {
            None => {
                gezien.insert(sleutel, (plaats, None));
            }
            Some((eerste, groep)) => {
                if let Some(leden) = groep.and_then(|groep| groepen.get_mut(groep)) {
                    leden.push(plaats);
                } else {
                    *groep = Some(groepen.len());
                    groepen.push(vec![*eerste, plaats]);
                }
            }
        }
    }
    groepen
}

/// Checks a message against the rules within it (level 2), as the published rule set executes them.
///
/// What is found is in the order of the message, and empty when nothing is wrong. The work is linear in the size of the
/// message, but for sorting the periods of products.
///
/// ```
/// # let xml = include_str!("../tests/goud/jw307-TR018.xml");
/// let bericht = ijw::lees(xml.as_bytes())?;
/// let bevindingen = ijw::keur(&bericht);
/// assert_eq!(bevindingen[0].regel.code, "TR018");
/// assert_eq!(bevindingen[0].regel.retourcode, "0001");
/// assert_eq!(bevindingen[0].paden[0], "/Bericht/Client/StopProducten/StopProduct/Begindatum");
/// # Ok::<(), ijw::Afkeuring>(())
/// ```
pub fn keur(bericht: &Bericht) -> Vec<Bevinding> {
    let mut keuring =
        Keuring { dagtekening: bericht.dagtekening(), pad: Pad::wortel(), bevindingen: Vec::new() };
    keur_inhoud(bericht, &mut keuring);
    keuring.bevindingen
}
