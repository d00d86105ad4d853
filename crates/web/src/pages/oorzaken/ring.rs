//! A ring of a loop: down on the right, back up on the left.

use simulatie::oorzaak::{Begrip, Herkomst, Ring, Zet, schakel};

use super::tekening::{Kant, Pijl, Plek, Tekening, Vak, Woord, klasse, kort, maat, punt, zin};
use super::woorden::merk;
use crate::kader::Kader;

const BREED: f64 = 400.0;
const VAK: f64 = 150.0;
const HOOG: f64 = 54.0;
const RIJ: f64 = 108.0;
/// Room above the first row: two beside each other have words above their upper arrow.
const BOVEN: (f64, f64) = (14.0, 42.0);

/// In which words a drawing is told.
pub(crate) struct Kop {
    pub(crate) id: String,
    pub(crate) titel: String,
}

/// Where the concept of a step stands: clockwise, first half down on the right, the others up on the left.
fn plek(nr: usize, count: usize) -> Plek {
    let right = count.div_ceil(2);
    let left = count - right;
    let (x, row) = if nr < right {
        (BREED - VAK - 1.0, maat(nr))
    } else {
        // Fewer on the left stand in the middle of the height.
        let free = maat(right - left) / 2.0;
        (1.0, maat(count - 1 - nr) + free)
    };
    Plek { x, y: boven(count) + RIJ * row, b: VAK, h: HOOG }
}

const fn boven(count: usize) -> f64 {
    if count == 2 { BOVEN.1 } else { BOVEN.0 }
}

/// The origin of a step in a word.
pub(crate) fn herkomst(k: &Kader, of: Herkomst) -> String {
    match of {
        Herkomst::Schakel(nummer) => format!("C{nummer:02}"),
        Herkomst::Bron => k.t("oorzaken-van-bron"),
        Herkomst::Eigen => k.t("oorzaken-van-ons"),
    }
}

pub(crate) fn teken(k: &Kader, ring: &Ring, kop: Kop) -> Tekening {
    let steps = ring.zetten;
    let count = steps.len();
    let begrippen: Vec<Begrip> = steps.iter().map(|zet| zet.stap.van).collect();
    let vakken = begrippen.iter().enumerate();
    let vakken = vakken.map(|(nr, one)| Vak::new(k.taal, *one, "", plek(nr, count), 20)).collect();
    let pijlen = steps.iter().enumerate().map(|(nr, zet)| arrow(k, *zet, nr, count)).collect();
    let told: Vec<String> =
        steps.iter().map(|zet| format!("{} ({})", zin(k, zet.stap), herkomst(k, zet.herkomst))).collect();
    Tekening {
        id: kop.id,
        klasse: "ring",
        breed: BREED,
        hoog: boven(count)
            + RIJ * (maat(count.div_ceil(2)) - 1.0)
            + HOOG
            + if count == 2 { 28.0 } else { 8.0 },
        titel: kop.titel,
        beschrijving: told.join("; "),
        koppen: Vec::new(),
        pijlen,
        vakken,
    }
}

fn arrow(k: &Kader, zet: Zet, nr: usize, count: usize) -> Pijl {
    let (from, to) = (plek(nr, count), plek((nr + 1) % count, count));
    let ((fx, fy), (tx, ty)) = (from.midden(), to.midden());
    let same_side = (fx - tx).abs() < 1.0;
    let teken = zet.stap.teken;
    // Two beside each other have one arrow above and one below.
    let aside = if count == 2 { if nr == 0 { 12.0 } else { -12.0 } } else { 0.0 };
    let (start, end, kant) = if same_side && ty > fy {
        ((fx, from.y + from.h), (tx, to.y), Kant::Neer)
    } else if same_side {
        ((fx, from.y), (tx, to.y + to.h), Kant::Op)
    } else if tx < fx {
        ((from.x, fy + aside), (to.x + to.b, ty + aside), Kant::Links)
    } else {
        ((from.x + from.b, fy + aside), (to.x, ty + aside), Kant::Rechts)
    };
    let (mx, my) = (f64::midpoint(start.0, end.0), f64::midpoint(start.1, end.1));
    let lijn = format!("M{:.1} {:.1}L{:.1} {:.1}", start.0, start.1, end.0, end.1);
    let mark = match zet.herkomst {
        Herkomst::Schakel(nummer) => schakel(nummer).and_then(|of| merk(k, of.vertraging)),
        Herkomst::Bron | Herkomst::Eigen => None,
    };
    let origin = herkomst(k, zet.herkomst);
    let word = |x: f64, y: f64, anker: &'static str, tekst: String| Woord { x, y, anker, tekst };
    let woorden = if same_side {
        // Outside the ring: what runs across has the middle.
        let (x, anker) = if fx > BREED / 2.0 { (mx + 10.0, "start") } else { (mx - 10.0, "end") };
        let lines = [Some(kort(k, teken)), Some(origin), mark].into_iter().flatten();
        lines.zip([-10.0, 5.0, 20.0]).map(|(line, dy)| word(x, my + dy, anker, line)).collect()
    } else {
        let origin = mark.map_or(origin.clone(), |mark| format!("{origin}, {mark}"));
        // A slanting arrow from the lower right has its words below, where it leaves room.
        let slants = (start.1 - end.1).abs() > 1.0;
        let below = if slants { start.0 > end.0 } else { count == 2 && nr == 0 };
        let (first, second) = if below { (18.0, 34.0) } else { (-24.0, -8.0) };
        let x = if slants { mx - 26.0 } else { mx };
        let (first, second) = if slants && below { (first + 8.0, second + 8.0) } else { (first, second) };
        vec![word(x, my + first, "middle", kort(k, teken)), word(x, my + second, "middle", origin)]
    };
    let own = if zet.herkomst == Herkomst::Eigen { " eigen" } else { "" };
    Pijl { klasse: format!("{}{own}", klasse(teken)), lijn, punt: punt(teken, end, kant), woorden }
}
