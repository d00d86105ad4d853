//! Boxes and arrows, laid out on the server: what all drawings of the causal map are made of.

use askama::Template;
use simulatie::oorzaak::{Begrip, Stap, Teken};

use super::woorden::naam;
use crate::adres::Pad;
use crate::kader::Kader;
use crate::taal::Taal;

/// Height of a line of text in a box.
const REGEL: f64 = 16.0;

/// A drawing, ready to be written.
#[derive(Template)]
#[template(path = "deel/oorzaken_tekening.html")]
pub(crate) struct Tekening {
    pub(crate) id: String,
    pub(crate) klasse: &'static str,
    pub(crate) breed: f64,
    pub(crate) hoog: f64,
    pub(crate) titel: String,
    pub(crate) beschrijving: String,
    pub(crate) koppen: Vec<Woord>,
    pub(crate) pijlen: Vec<Pijl>,
    pub(crate) vakken: Vec<Vak>,
}

/// A word at a place.
pub(crate) struct Woord {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) anker: &'static str,
    pub(crate) tekst: String,
}

/// An arrow: a line, its head, and in words what it does.
pub(crate) struct Pijl {
    pub(crate) klasse: String,
    pub(crate) lijn: String,
    pub(crate) punt: String,
    pub(crate) woorden: Vec<Woord>,
}

/// A concept.
pub(crate) struct Vak {
    pub(crate) klasse: &'static str,
    pub(crate) naar: String,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) b: f64,
    pub(crate) h: f64,
    pub(crate) regels: Vec<Woord>,
}

/// A place and a size.
#[derive(Clone, Copy)]
pub(crate) struct Plek {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) b: f64,
    pub(crate) h: f64,
}

impl Plek {
    pub(crate) fn midden(self) -> (f64, f64) {
        (self.x + self.b / 2.0, self.y + self.h / 2.0)
    }
}

/// To which side a head points.
#[derive(Clone, Copy)]
pub(crate) enum Kant {
    Links,
    Rechts,
    Op,
    Neer,
}

/// A count as a coordinate.
pub(crate) fn maat(count: usize) -> f64 {
    u32::try_from(count).map_or(0.0, f64::from)
}

/// The address of the page around a concept.
pub(crate) fn rond(begrip: Begrip) -> String {
    format!("{}#rond", Pad::Oorzaken.met(&[("begrip", Some(begrip.id()))]))
}

/// A text in lines of so many characters, broken between words.
pub(crate) fn regels(text: &str, fits: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= fits => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

impl Vak {
    /// A concept in a box of so many characters a line.
    pub(crate) fn new(taal: Taal, begrip: Begrip, klasse: &'static str, plek: Plek, fits: usize) -> Self {
        let lines = regels(naam(taal, begrip), fits);
        let (x, y) = plek.midden();
        let first = y - REGEL * (maat(lines.len()) - 1.0) / 2.0 + 4.5;
        let at =
            |(nr, tekst): (usize, String)| Woord { x, y: first + REGEL * maat(nr), anker: "middle", tekst };
        Self {
            klasse,
            naar: rond(begrip),
            x: plek.x,
            y: plek.y,
            b: plek.b,
            h: plek.h,
            regels: lines.into_iter().enumerate().map(at).collect(),
        }
    }
}

/// The class of a sign: it gives the line its dash besides its colour.
pub(crate) const fn klasse(teken: Teken) -> &'static str {
    match teken {
        Teken::Plus => "plus",
        Teken::Min => "min",
        Teken::Nul => "nul",
    }
}

/// The sign in short, for in a drawing: form and word.
pub(crate) fn kort(k: &Kader, teken: Teken) -> String {
    k.t(match teken {
        Teken::Plus => "oorzaken-kort-plus",
        Teken::Min => "oorzaken-kort-min",
        Teken::Nul => "oorzaken-kort-nul",
    })
}

/// A head at a point: a triangle, or a bar where nothing comes through.
pub(crate) fn punt(teken: Teken, (x, y): (f64, f64), kant: Kant) -> String {
    let (dx, dy) = match kant {
        Kant::Links => (-1.0, 0.0),
        Kant::Rechts => (1.0, 0.0),
        Kant::Op => (0.0, -1.0),
        Kant::Neer => (0.0, 1.0),
    };
    let at = |along: f64, aside: f64| {
        let (x, y) = (x + dx * along - dy * aside, y + dy * along + dx * aside);
        format!("{x:.1} {y:.1}")
    };
    match teken {
        Teken::Nul => {
            format!("M{}L{}L{}L{}Z", at(-2.0, -7.0), at(1.0, -7.0), at(1.0, 7.0), at(-2.0, 7.0))
        }
        Teken::Plus | Teken::Min => format!("M{}L{}L{}Z", at(0.0, 0.0), at(-10.0, -5.5), at(-10.0, 5.5)),
    }
}

/// A step in words.
pub(crate) fn zin(k: &Kader, stap: Stap) -> String {
    let key = match stap.teken {
        Teken::Plus => "oorzaken-zin-plus",
        Teken::Min => "oorzaken-zin-min",
        Teken::Nul => "oorzaken-zin-nul",
    };
    k.tx(key, &[("van", naam(k.taal, stap.van).into()), ("naar", naam(k.taal, stap.naar).into())])
}
