//! All concepts, by part of the system. One is chosen: only its arrows are drawn, so that they can be followed.

use simulatie::oorzaak::{Begrip, Onderdeel, Teken};

use super::rond::Rond;
use super::tekening::{Kant, Pijl, Plek, Tekening, Vak, Woord, klasse, maat, punt};
use super::woorden::{naam, onderdeel};
use crate::kader::Kader;

const KOLOMMEN: usize = 7;
const VAK: f64 = 158.0;
const KOLOM: f64 = 176.0;
const HOOG: f64 = 54.0;
const RIJ: f64 = 68.0;
const KOP: f64 = 40.0;

/// Where everything stands.
struct Vlak {
    plekken: Vec<(Begrip, Plek)>,
    /// Parts, with how low their names stand.
    koppen: Vec<(Onderdeel, f64)>,
    hoog: f64,
}

fn places() -> Vlak {
    let (mut all, mut heads, mut top) = (Vec::new(), Vec::new(), 0.0);
    for part in Onderdeel::ALL {
        heads.push((part, top + 26.0));
        let here: Vec<Begrip> = Begrip::ALL.iter().copied().filter(|one| one.onderdeel() == part).collect();
        for (nr, begrip) in here.iter().enumerate() {
            let (x, y) = (KOLOM * maat(nr % KOLOMMEN) + 2.0, top + KOP + RIJ * maat(nr / KOLOMMEN));
            all.push((*begrip, Plek { x, y, b: VAK, h: HOOG }));
        }
        top += KOP + RIJ * maat(here.len().div_ceil(KOLOMMEN)) + 8.0;
    }
    Vlak { plekken: all, koppen: heads, hoog: top }
}

pub(crate) fn teken(k: &Kader, gekozen: Begrip) -> Tekening {
    let Vlak { plekken: places, koppen: heads, hoog } = places();
    let rond = Rond::of(gekozen);
    let place = |of: Begrip| places.iter().find(|(one, _)| *one == of).map(|(_, plek)| *plek);
    let leads: Vec<(Begrip, Teken)> = rond.oorzaken.iter().map(|(_, stap)| (stap.van, stap.teken)).collect();
    let follows: Vec<(Begrip, Teken)> =
        rond.gevolgen.iter().map(|(_, stap)| (stap.naar, stap.teken)).collect();
    let mut pijlen = Vec::new();
    if let Some(here) = place(gekozen) {
        pijlen.extend(leads.iter().filter_map(|(one, teken)| Some(arrow(place(*one)?, here, *teken))));
        pijlen.extend(follows.iter().filter_map(|(one, teken)| Some(arrow(here, place(*one)?, *teken))));
    }
    let klasse_of = |one: Begrip| {
        let is = |of: &[(Begrip, Teken)]| of.iter().any(|(other, _)| *other == one);
        match (one == gekozen, is(&leads), is(&follows)) {
            (true, ..) => "hier",
            (_, true, _) => "oorzaak",
            (_, _, true) => "gevolg",
            _ => "",
        }
    };
    let vakken = places.iter().map(|(one, plek)| Vak::new(k.taal, *one, klasse_of(*one), *plek, 22));
    let koppen =
        heads.into_iter().map(|(part, y)| Woord { x: 2.0, y, anker: "start", tekst: onderdeel(k, part) });
    Tekening {
        id: "t-geheel".to_owned(),
        klasse: "geheel",
        breed: KOLOM * maat(KOLOMMEN),
        hoog,
        titel: k.t("oorzaken-geheel"),
        beschrijving: k.t1("oorzaken-geheel-beschrijving", "wat", naam(k.taal, gekozen)),
        koppen: koppen.collect(),
        pijlen,
        vakken: vakken.collect(),
    }
}

/// From the edge of one box to that of another; it bends through the rows between.
fn arrow(from: Plek, to: Plek, teken: Teken) -> Pijl {
    let ((fx, fy), (tx, ty)) = (from.midden(), to.midden());
    let (start, end, kant) = if (fy - ty).abs() < 1.0 {
        if fx < tx {
            ((from.x + from.b, fy), (to.x, ty), Kant::Rechts)
        } else {
            ((from.x, fy), (to.x + to.b, ty), Kant::Links)
        }
    } else if fy < ty {
        ((fx, from.y + from.h), (tx, to.y), Kant::Neer)
    } else {
        ((fx, from.y), (tx, to.y + to.h), Kant::Op)
    };
    let ((sx, sy), (ex, ey)) = (start, end);
    let lijn = match kant {
        Kant::Links | Kant::Rechts => {
            // Over boxes between them, if there are.
            let up = if (sx - ex).abs() > KOLOM - VAK + 1.0 { sy - HOOG } else { sy };
            format!("M{sx:.1} {sy:.1}C{sx:.1} {up:.1} {ex:.1} {up:.1} {ex:.1} {ey:.1}")
        }
        Kant::Op | Kant::Neer => {
            let half = (ey - sy) / 2.0;
            format!("M{sx:.1} {sy:.1}C{sx:.1} {:.1} {ex:.1} {:.1} {ex:.1} {ey:.1}", sy + half, ey - half)
        }
    };
    Pijl { klasse: klasse(teken).to_owned(), lijn, punt: punt(teken, end, kant), woorden: Vec::new() }
}
