//! One concept with what leads to it on the left and what follows from it on the right.

use simulatie::oorzaak::{Begrip, Schakel, Stap};

use super::tekening::{Kant, Pijl, Plek, Tekening, Vak, Woord, klasse, kort, maat, punt, zin};
use super::woorden::{merk, naam};
use crate::kader::Kader;

const BREED: f64 = 860.0;
const VAK: f64 = 230.0;
const RIJ: f64 = 58.0;
const HOOG: f64 = 46.0;
const MIDDEN: f64 = 150.0;
/// How far an arrow runs straight before it bends, with its words above and below.
const RECHT: f64 = 78.0;

/// What leads to a concept, and what follows from it.
pub(crate) struct Rond {
    pub(crate) oorzaken: Vec<(&'static Schakel, Stap)>,
    pub(crate) gevolgen: Vec<(&'static Schakel, Stap)>,
}

impl Rond {
    pub(crate) fn of(begrip: Begrip) -> Self {
        let (gevolgen, oorzaken) = begrip.pijlen().partition(|(_, stap)| stap.van == begrip);
        Self { oorzaken, gevolgen }
    }

    /// A step in words, with its link and the mark of its delay.
    pub(crate) fn zinnen(k: &Kader, of: &[(&'static Schakel, Stap)]) -> Vec<String> {
        let tell = |(schakel, stap): &(&Schakel, Stap)| {
            let mark = merk(k, schakel.vertraging).map_or_else(String::new, |mark| format!(", {mark}"));
            format!("{}{mark} ({})", zin(k, *stap), schakel.naam())
        };
        of.iter().map(tell).collect()
    }

    pub(crate) fn teken(&self, k: &Kader, begrip: Begrip) -> Tekening {
        let rows = self.oorzaken.len().max(self.gevolgen.len()).max(1);
        let hoog = (RIJ * maat(rows) + 8.0).max(88.0);
        let midden = hoog / 2.0;
        let here = Plek { x: (BREED - MIDDEN) / 2.0, y: midden - 36.0, b: MIDDEN, h: 72.0 };
        let mut vakken = vec![Vak::new(k.taal, begrip, "hier", here, 18)];
        let mut pijlen = Vec::new();
        for (links, of) in [(true, &self.oorzaken), (false, &self.gevolgen)] {
            let first = midden - RIJ * maat(of.len()) / 2.0;
            for (nr, (schakel, stap)) in of.iter().enumerate() {
                let x = if links { 1.0 } else { BREED - VAK - 1.0 };
                let plek = Plek { x, y: first + RIJ * maat(nr) + (RIJ - HOOG) / 2.0, b: VAK, h: HOOG };
                let other = if links { stap.van } else { stap.naar };
                vakken.push(Vak::new(k.taal, other, "", plek, 30));
                // Arrows end spread over the side of the middle box.
                let spread = here.h / (maat(of.len()) + 1.0) * (maat(nr) + 1.0);
                pijlen.push(arrow(k, schakel, *stap, links, (plek, here, here.y + spread)));
            }
        }
        let name = naam(k.taal, begrip);
        Tekening {
            id: "t-rond".to_owned(),
            klasse: "rond",
            breed: BREED,
            hoog,
            titel: k.t1("oorzaken-rond-titel", "wat", name),
            beschrijving: k.tx(
                "oorzaken-rond-beschrijving",
                &[
                    ("wat", name.into()),
                    ("oorzaken", self.oorzaken.len().into()),
                    ("gevolgen", self.gevolgen.len().into()),
                ],
            ),
            koppen: Vec::new(),
            pijlen,
            vakken,
        }
    }
}

fn arrow(k: &Kader, schakel: &Schakel, stap: Stap, links: bool, at: (Plek, Plek, f64)) -> Pijl {
    let (plek, here, end) = at;
    let y = plek.midden().1;
    let (lijn, tip, words_at) = if links {
        let (from, bend, to) = (plek.x + plek.b, plek.x + plek.b + RECHT, here.x);
        let lijn = format!(
            "M{from:.1} {y:.1}H{bend:.1}C{:.1} {y:.1} {bend:.1} {end:.1} {:.1} {end:.1}",
            to - 10.0,
            to - 8.0
        );
        (lijn, (to, end), from + 6.0)
    } else {
        let (from, bend, to) = (here.x + here.b, plek.x - RECHT, plek.x);
        let lijn = format!(
            "M{from:.1} {end:.1}C{bend:.1} {end:.1} {:.1} {y:.1} {bend:.1} {y:.1}H{:.1}",
            from + 8.0,
            to - 8.0
        );
        (lijn, (to, y), to - RECHT + 4.0)
    };
    let word = |dy: f64, tekst: String| Woord { x: words_at, y: y + dy, anker: "start", tekst };
    let mut woorden = vec![word(-6.0, kort(k, stap.teken))];
    woorden.extend(merk(k, schakel.vertraging).map(|mark| word(15.0, mark)));
    Pijl { klasse: klasse(stap.teken).to_owned(), lijn, punt: punt(stap.teken, tip, Kant::Rechts), woorden }
}
