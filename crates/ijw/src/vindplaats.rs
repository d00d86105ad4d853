//! On which lines of a file the elements stand that a finding is about.

use std::collections::HashMap;

use crate::lees::MAX_BYTES;
use crate::lezer::{Lezer, Tag, Volgende, regeleinden};

/// The paths that are looked for, as a tree.
#[derive(Default)]
struct Knoop<'p> {
    /// Which of the paths end here.
    paden: Vec<usize>,
    onder: HashMap<(&'p str, u32), Self>,
}

/// The lines on which elements stand, counted from 1, for the paths of a [`Bevinding`](crate::Bevinding) on the message that
/// was read out of this file. `None` for a path that leads nowhere.
///
/// The work is that of reading once more, however many paths there are.
///
/// ```
/// let xml = include_str!("../tests/goud/jw307-TR018.xml").replace("><", ">\n<");
/// let bevindingen = ijw::keur(&ijw::lees(xml.as_bytes())?);
/// let paden: Vec<&str> = bevindingen[0].paden.iter().map(String::as_str).collect();
/// let regels = ijw::regelnummers(xml.as_bytes(), &paden);
/// assert!(xml.lines().nth(regels[0].unwrap() as usize - 1).unwrap().contains("Begindatum"));
/// # Ok::<(), ijw::Afkeuring>(())
/// ```
pub fn regelnummers(bytes: &[u8], paden: &[&str]) -> Vec<Option<u32>> {
    let mut regels = vec![None; paden.len()];
    let Ok(tekst) = str::from_utf8(bytes.get(..MAX_BYTES).unwrap_or(bytes)) else { return regels };
    // The reader counts from after the byte order mark.
    let tekst = tekst.strip_prefix('\u{feff}').unwrap_or(tekst);
    let mut zoeker = Zoeker { lezer: Lezer::stil(tekst), gevonden: Vec::new() };
    if let Some((wortel, _)) = zoeker.lezer.wortel() {
        let boom = boom(paden);
        if let Some(knoop) = boom.onder.get(&(wortel.lokaal, 1)) {
            zoeker.element(&wortel, knoop);
        }
    }
    let (mut tot, mut regel) = (0, 1);
    for (plaats, pad) in zoeker.gevonden {
        regel += regeleinden(tekst.as_bytes().get(tot..plaats).unwrap_or_default());
        tot = plaats;
        if let Some(vak) = regels.get_mut(pad) {
            *vak = Some(regel);
        }
    }
    regels
}

fn boom<'p>(paden: &[&'p str]) -> Knoop<'p> {
    let mut wortel = Knoop::default();
    for (welk, pad) in paden.iter().enumerate() {
        let mut knoop = &mut wortel;
        for stap in pad.split('/').skip(1) {
            let (naam, nummer) = stap.split_once('[').unwrap_or((stap, "1]"));
            let nummer = nummer.trim_end_matches(']').parse().unwrap_or_default();
            knoop = knoop.onder.entry((naam, nummer)).or_default();
        }
        knoop.paden.push(welk);
    }
    wortel
}

struct Zoeker<'a> {
    lezer: Lezer<'a>,
    /// Where elements begin, in the order of the file, and which path leads there.
    gevonden: Vec<(usize, usize)>,
}

impl<'a> Zoeker<'a> {
    /// Notes where the element begins and goes into it, when something in it is looked for.
    fn element(&mut self, tag: &Tag<'a>, knoop: &Knoop<'_>) {
        self.gevonden.extend(knoop.paden.iter().map(|pad| (tag.begin, *pad)));
        if knoop.onder.is_empty() {
            self.lezer.sla_over();
            return;
        }
        self.lezer.betreed(tag);
        // Elements of one name stand together.
        let (mut naam, mut nummer) = ("", 0);
        while let Volgende::Start(tag) = self.lezer.volgende {
            nummer = if tag.lokaal == naam { nummer + 1 } else { 1 };
            naam = tag.lokaal;
            match knoop.onder.get(&(naam, nummer)) {
                Some(onder) => self.element(&tag, onder),
                None => self.lezer.sla_over(),
            }
            self.lezer.schuif();
        }
        self.lezer.verlaat();
    }
}
