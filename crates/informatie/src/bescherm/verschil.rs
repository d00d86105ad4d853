//! Questions that differ so little from this one that the answers together could tell of a few children.

use std::ops::RangeInclusive;

use crate::indicator::Vraag;
use crate::snapshot::SnapshotFout;

/// The ages by which may be asked: from the first of one class up to and including the last of the same or another. With ages that
/// anybody may choose, a thousand questions around one birthday would wear away any noise.
pub const LEEFTIJDSKLASSEN: [RangeInclusive<u8>; 6] = [0..=3, 4..=7, 8..=11, 12..=15, 16..=17, 18..=22];

/// The questions next to this one: each condition left out, an area without one of its neighbourhoods, and
/// the ages without their first or last class. They are about more
/// youths than this question or about fewer, never both.
pub(super) fn neighbours<'a>(vraag: &Vraag<'a>) -> Result<Vec<Vraag<'a>>, SnapshotFout> {
    let mut out = Vec::new();
    if vraag.vorm.is_some() {
        out.push(Vraag { vorm: None, ..vraag.clone() });
    }
    if let Some(wijken) = &vraag.gebied {
        out.push(Vraag { gebied: None, ..vraag.clone() });
        for wijk in wijken.iter().filter(|_| wijken.len() > 1) {
            let others = wijken.iter().copied().filter(|other| other != wijk).collect();
            out.push(Vraag { gebied: Some(others), ..vraag.clone() });
        }
    }
    let Some(ages) = &vraag.leeftijd else { return Ok(out) };
    let first = LEEFTIJDSKLASSEN.iter().position(|class| class.start() == ages.start());
    let last = LEEFTIJDSKLASSEN.iter().position(|class| class.end() == ages.end());
    let (Some(first), Some(last)) = (first, last) else {
        return Err(SnapshotFout::Question(
            "ages are asked by class: 0-3, 4-7, 8-11, 12-15, 16-17, 18-22, or some in a row",
        ));
    };
    let mut ask = |leeftijd| out.push(Vraag { leeftijd, ..vraag.clone() });
    ask(None);
    for (from, until) in [(first + 1, last), (first, last.wrapping_sub(1))] {
        if let (Some(from), Some(until)) = (LEEFTIJDSKLASSEN.get(from), LEEFTIJDSKLASSEN.get(until))
            && from.start() <= until.end()
        {
            ask(Some(*from.start()..=*until.end()));
        }
    }
    Ok(out)
}
