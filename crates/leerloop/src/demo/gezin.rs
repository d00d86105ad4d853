//! Fictional families. What the generator keeps of a family is small; names and address are put together anew from the
//! family's own random stream whenever a message needs them.

use simulatie::{Alias, Purpose, Sampler, Stream};

use super::getal::Dag;
use super::namen::{GROEPEN, Naamgroep, STRAAT, STRAATSOORT, TALEN};
use super::regio::wijken;
use super::voorbeeld::{VOORBEELDEN, Voorbeeld};

const NAMEN: Purpose = Purpose::new("demo: names of a family");
const ADRES: Purpose = Purpose::new("demo: address of a family");
const STRATEN: Purpose = Purpose::new("demo: street at a postcode");
const OPBOUW: Purpose = Purpose::new("demo: children of a family");

/// At most this many children live in one family.
pub(super) const KINDEREN: usize = 4;

/// What is kept of a family.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gezin {
    /// Position of its neighbourhood.
    pub(super) wijk: u8,
    /// Where it lived first: its make-up goes by this one, so that a move changes nobody.
    pub(super) herkomst: u8,
    /// How often it moved.
    pub(super) verhuisd: u8,
    /// Position among the families that were shaped by hand.
    pub(super) voorbeeld: Option<u8>,
    /// Birth dates of its children.
    pub(super) kinderen: [Option<Dag>; KINDEREN],
    /// Positions of its children among the youths that ever were in care.
    pub(super) jeugdigen: [Option<u32>; KINDEREN],
}

impl Gezin {
    /// A family around one child: brothers and sisters are two to four years apart.
    ///
    /// One to four children: 25, 46, 21 and 8 % of the families (assumption).
    pub(super) fn around(seed: u64, index: u32, wijk: u8, child: Dag) -> Self {
        let mut stream = Stream::new(seed, OPBOUW, u64::from(index));
        let count = match stream.unit() {
            u if u < 0.25 => 1,
            u if u < 0.71 => 2,
            u if u < 0.92 => 3,
            _ => 4,
        };
        let mut kinderen = [None; KINDEREN];
        let (mut older, mut younger) = (child, child);
        for (n, slot) in kinderen.iter_mut().enumerate().take(count) {
            *slot = Some(match n {
                0 => child,
                _ if stream.chance(0.5) => {
                    older = older.plus(-step(&mut stream));
                    older
                }
                _ => {
                    younger = younger.plus(step(&mut stream));
                    younger
                }
            });
        }
        Self { wijk, herkomst: wijk, verhuisd: 0, voorbeeld: None, kinderen, jeugdigen: [None; KINDEREN] }
    }
}

fn step(stream: &mut Stream) -> i32 {
    super::getal::days(stream.between(560.0, 1_500.0))
}

/// A person with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mens {
    pub(super) voornaam: &'static str,
    pub(super) voorvoegsel: Option<&'static str>,
    pub(super) achternaam: &'static str,
    pub(super) man: bool,
    pub(super) geboren: Dag,
}

/// An address. The postcode area lies in the family's neighbourhood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Woonadres {
    pub(super) postcode: String,
    pub(super) straat: String,
    pub(super) huisnummer: u32,
    pub(super) plaats: &'static str,
    /// Ten digits that start with 060: no such mobile numbers are given out.
    pub(super) telefoon: String,
}

/// A family with its names.
#[derive(Clone, Debug)]
pub(super) struct Gezinsbeeld {
    pub(super) kinderen: [Option<Mens>; KINDEREN],
    pub(super) ouders: Vec<Mens>,
    /// Language for which an interpreter is asked.
    pub(super) taal: Option<&'static str>,
}

/// Puts names to families.
#[derive(Clone, Debug)]
pub(super) struct Naamgever {
    seed: u64,
    groepen: Option<Alias>,
}

impl Naamgever {
    pub(super) fn new(seed: u64) -> Self {
        Self { seed, groepen: Alias::new(&GROEPEN.each_ref().map(|g| g.gewicht)).ok() }
    }

    /// The names of a family: always the same for the same family.
    pub(super) fn beeld(&self, index: u32, gezin: &Gezin) -> Gezinsbeeld {
        let mut stream = Stream::new(self.seed, NAMEN, u64::from(index));
        if let Some(voorbeeld) = gezin.voorbeeld.and_then(|n| VOORBEELDEN.get(usize::from(n))) {
            return shaped(voorbeeld, gezin, &mut stream);
        }
        let position = self.groepen.as_ref().map_or(0, |a| a.sample(&mut stream));
        let [first, ..] = &GROEPEN;
        let groep: &Naamgroep = GROEPEN.get(position).unwrap_or(first);
        let (voorvoegsel, achternaam) = stream.pick(groep.achternamen).copied().unwrap_or((None, "Onbekend"));
        let single = stream.chance(single_parent(gezin.herkomst));
        let taal = if position > 0 && stream.chance(0.08) { stream.pick(&TALEN).copied() } else { None };
        let oldest = gezin.kinderen.iter().flatten().min().copied().unwrap_or(Dag(0));
        let mother = Mens {
            voornaam: stream.pick(groep.moeders).copied().unwrap_or("Onbekend"),
            voorvoegsel,
            achternaam,
            man: false,
            geboren: parent_born(oldest, &mut stream),
        };
        let father = Mens {
            voornaam: stream.pick(groep.vaders).copied().unwrap_or("Onbekend"),
            man: true,
            geboren: parent_born(oldest, &mut stream),
            ..mother
        };
        // Of the single parents nine in ten are mothers (assumption). Half of the mothers bear another name than the child.
        let father_alone = stream.chance(0.1);
        let own_name = stream.chance(0.5).then(|| stream.pick(groep.achternamen).copied()).flatten();
        let mother =
            own_name.map_or(mother, |(voorvoegsel, achternaam)| Mens { voorvoegsel, achternaam, ..mother });
        let ouders = match (single, father_alone) {
            (true, true) => vec![father],
            (true, false) => vec![mother],
            (false, _) => vec![mother, father],
        };
        let mut used: [&str; KINDEREN] = [""; KINDEREN];
        let mut kinderen = [None; KINDEREN];
        for (n, (slot, geboren)) in kinderen.iter_mut().zip(gezin.kinderen).enumerate() {
            // Boys are 54 % of the youths in care (Breda 2025, Bron: CBS).
            let man = stream.chance(0.54);
            let list = if man { groep.jongens } else { groep.meisjes };
            let at = stream.below(list.len());
            let voornaam = (0..list.len())
                .filter_map(|shift| list.get((at + shift) % list.len()).copied())
                .find(|name| !used.contains(name))
                .unwrap_or("Kind");
            if let Some(mark) = used.get_mut(n) {
                *mark = voornaam;
            }
            *slot = geboren.map(|geboren| Mens { voornaam, voorvoegsel, achternaam, man, geboren });
        }
        Gezinsbeeld { kinderen, ouders, taal }
    }

    /// Where a family lives now.
    pub(super) fn adres(&self, index: u32, gezin: &Gezin) -> Woonadres {
        let mut stream = Stream::new(self.seed, ADRES, u64::from(index) << 8 | u64::from(gezin.verhuisd));
        let telefoon = format!("0600{:06}", stream.below(1_000_000));
        let Some(wijk) = wijken().get(usize::from(gezin.wijk)) else {
            return Woonadres {
                postcode: String::new(),
                straat: String::new(),
                huisnummer: 1,
                plaats: "",
                telefoon,
            };
        };
        let areas: Vec<u16> = wijk.postcodegebieden().collect();
        let pc4 = stream.pick(&areas).copied().unwrap_or(9_999);
        // Real postcodes were laid out without Q, U and Y (assumption: none is given out that starts with them).
        let letter = |stream: &mut Stream, of: &[char]| stream.pick(of).copied().unwrap_or('Q');
        let (one, two) = (
            letter(&mut stream, &['Q', 'U', 'Y']),
            letter(&mut stream, &['A', 'B', 'C', 'D', 'E', 'G', 'H', 'J']),
        );
        let huisnummer = u32::try_from(stream.below(180)).unwrap_or(0) + 1;
        let mut names =
            Stream::new(self.seed, STRATEN, u64::from(pc4) << 16 | u64::from(one) << 8 | u64::from(two));
        let half = |names: &mut Stream, of: &[&'static str]| names.pick(of).copied().unwrap_or("Straat");
        let straat = format!("{}{}", half(&mut names, &STRAAT), half(&mut names, &STRAATSOORT));
        Woonadres { postcode: format!("{pc4}{one}{two}"), straat, huisnummer, plaats: wijk.plaats, telefoon }
    }
}

/// A family shaped by hand keeps its own names.
fn shaped(voorbeeld: &Voorbeeld, gezin: &Gezin, stream: &mut Stream) -> Gezinsbeeld {
    let (voorvoegsel, achternaam) = voorbeeld.achternaam;
    let oldest = gezin.kinderen.iter().flatten().min().copied().unwrap_or(Dag(0));
    let ouders = voorbeeld
        .ouders
        .iter()
        .map(|&(voornaam, man)| Mens {
            voornaam,
            voorvoegsel,
            achternaam,
            man,
            geboren: parent_born(oldest, stream),
        })
        .collect();
    let mut kinderen = [None; KINDEREN];
    for ((slot, geboren), kind) in kinderen.iter_mut().zip(gezin.kinderen).zip(voorbeeld.kinderen) {
        *slot = geboren.map(|geboren| Mens {
            voornaam: kind.naam,
            voorvoegsel,
            achternaam,
            man: kind.man,
            geboren,
        });
    }
    Gezinsbeeld { kinderen, ouders, taal: None }
}

/// A parent is 20 to 40 years older than the oldest child (assumption).
fn parent_born(oldest: Dag, stream: &mut Stream) -> Dag {
    oldest.plus(-super::getal::days(stream.between(20.0, 40.0) * 365.25))
}

/// The share of one-parent households among the youths in care of a neighbourhood; where CBS suppressed it the region's
/// 24.9 %.
fn single_parent(wijk: u8) -> f64 {
    let share = wijken()
        .get(usize::from(wijk))
        .and_then(|w| Some(f64::from(w.eenouder?) / f64::from(w.jongeren_in_zorg?)));
    share.unwrap_or(0.249)
}
