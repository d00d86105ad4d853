//! The people around a family, drawn as a small network: members, the people around them and the providers that help.

use askama::Template;

use crate::grafiek::round1;

/// More does not fit readably; the tables on the page name everyone.
const MEEST: usize = 12;
const MIDDEN: (f64, f64) = (160.0, 120.0);

/// A drawing, ready to be written.
#[derive(Template)]
#[template(path = "deel/netwerk.html")]
pub(crate) struct Netwerk {
    pub(crate) titel: String,
    pub(crate) beschrijving: String,
    pub(crate) naam: String,
    pub(crate) knopen: Vec<Knoop>,
}

/// Someone around the family.
pub(crate) struct Knoop {
    pub(crate) klasse: &'static str,
    pub(crate) naam: String,
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// Who stands in the drawing.
pub(crate) struct Namen {
    pub(crate) titel: String,
    pub(crate) beschrijving: String,
    pub(crate) gezin: String,
    pub(crate) leden: Vec<String>,
    /// Of their own circle.
    pub(crate) kring: Vec<String>,
    pub(crate) aanbieders: Vec<String>,
}

impl Netwerk {
    /// Draws everyone on an ellipse around the family.
    pub(crate) fn teken(names: Namen) -> Self {
        let members = names.leden.into_iter().map(|n| ("lid", n));
        let around = names.kring.into_iter().map(|n| ("kring", n));
        let providers = names.aanbieders.into_iter().map(|n| ("hulp", n));
        let all: Vec<_> = members.chain(around).chain(providers).take(MEEST).collect();
        let count = f64::from(u32::try_from(all.len().max(1)).unwrap_or(1));
        let knopen = all.into_iter().enumerate().map(|(n, (klasse, naam))| {
            let part = f64::from(u32::try_from(n).unwrap_or(0)) / count;
            // Begins at the upper left; sideways is wider because names are.
            let angle = (part - 0.375) * std::f64::consts::TAU;
            Knoop {
                klasse,
                naam: kort(&naam, 13),
                x: round1(MIDDEN.0 + 112.0 * angle.cos()),
                y: round1(MIDDEN.1 + 88.0 * angle.sin()),
            }
        });
        Self {
            titel: names.titel,
            beschrijving: names.beschrijving,
            naam: kort(&names.gezin, 11),
            knopen: knopen.collect(),
        }
    }
}

fn kort(name: &str, fits: usize) -> String {
    if name.chars().count() <= fits {
        return name.to_owned();
    }
    let mut short: String = name.chars().take(fits - 1).collect();
    short.push('…');
    short
}
