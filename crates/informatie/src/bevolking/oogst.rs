//! What a reader got out of a file, before it meets what is there already.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::bezwaar::{Bezwaren, Kolom, Reden, Spoor};
use super::cel::{self, Cel, GeenGetal, Gelezen, Stand};
use super::cijfer::Cijfer;
use super::gebied::Gebied;

/// What is known about a file as a whole.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Kader {
    /// The year, for lines that do not say it.
    pub(super) jaar: Option<u16>,
    /// How definite, for lines that do not say it.
    pub(super) stand: Option<Stand>,
    /// Somebody looked: values are as they should be.
    pub(super) klopt: bool,
}

/// Which figure, of which area and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Sleutel {
    pub(super) gebied: Gebied,
    pub(super) cijfer: Cijfer,
    pub(super) jaar: u16,
}

/// A figure as it was found.
#[derive(Clone, Debug)]
pub(super) struct Vondst {
    pub(super) sleutel: Sleutel,
    pub(super) cel: Cel,
    pub(super) stand: Stand,
    pub(super) verdacht: bool,
    /// A decimal sign stands in it.
    komma: bool,
    pub(super) rij: u64,
    pub(super) kolom: u32,
    pub(super) tekst: String,
}

/// What is told of an area besides figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Feit {
    pub(super) naam: String,
    /// 1: as the year before; 2: another code; 3: other borders.
    pub(super) wijziging: Option<u8>,
    pub(super) km2: Option<f64>,
}

/// What was passed over, and is no fault.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overgeslagen {
    /// Lines about parts of neighbourhoods.
    pub buurten: u64,
    /// Lines about provinces, COROP areas and the like.
    pub andere_gebieden: u64,
    /// Lines about one form of help.
    pub vormen: u64,
    /// Areas of water and over the border on a map.
    pub water: u64,
}

/// What a reader got out of a file.
#[derive(Debug, Default)]
pub(super) struct Oogst {
    pub(super) koppen: Vec<String>,
    pub(super) rijen: u64,
    pub(super) vondsten: Vec<Vondst>,
    pub(super) feiten: BTreeMap<(u16, Gebied), Feit>,
    pub(super) over: Overgeslagen,
    /// Headings that mean nothing here.
    pub(super) onbekende_kolommen: Vec<String>,
}

/// Where a cell stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plaats {
    pub(super) rij: u64,
    pub(super) kolom: u32,
}

impl Oogst {
    pub(super) fn kolom(&self, nr: u32) -> Kolom {
        let at = usize::try_from(nr).unwrap_or(0).saturating_sub(1);
        Kolom { nr, naam: self.koppen.get(at).map_or("", |k| k.trim()).to_owned() }
    }

    /// Reads a cell and keeps it, or says why not.
    pub(super) fn take(
        &mut self,
        sleutel: Sleutel,
        tekst: &str,
        plaats: Plaats,
        kader: Kader,
        wrong: &mut Bezwaren<'_>,
    ) {
        match judge(sleutel, tekst, kader.klopt) {
            Ok((gelezen, doubt)) => {
                if let Some(reden) = &doubt {
                    wrong.add(plaats.rij, self.kolom(plaats.kolom), tekst, reden.clone());
                }
                let stand = gelezen.stand.or(kader.stand).unwrap_or(Stand::NietGezegd);
                self.vondsten.push(Vondst {
                    sleutel,
                    cel: gelezen.cel,
                    stand,
                    verdacht: doubt.is_some(),
                    komma: gelezen.komma,
                    rij: plaats.rij,
                    kolom: plaats.kolom,
                    tekst: tekst.trim().to_owned(),
                });
            }
            Err(reden) => wrong.add(plaats.rij, self.kolom(plaats.kolom), tekst, reden),
        }
    }

    /// Notes what is told of an area.
    pub(super) fn note(&mut self, jaar: u16, gebied: Gebied, feit: Feit) {
        let there = self.feiten.entry((jaar, gebied)).or_default();
        if there.naam.is_empty() {
            there.naam = feit.naam;
        }
        there.wijziging = there.wijziging.or(feit.wijziging);
        there.km2 = there.km2.or(feit.km2);
    }

    /// Takes out figures that stand there twice: the same value is no harm, different values are taken neither.
    pub(super) fn settle(&mut self, wrong: &mut Bezwaren<'_>) {
        let mut first: HashMap<Sleutel, (u64, Cel)> = HashMap::with_capacity(self.vondsten.len());
        let mut clashing = HashSet::new();
        let mut again = HashSet::new();
        for (nr, vondst) in self.vondsten.iter().enumerate() {
            match first.get(&vondst.sleutel) {
                None => {
                    first.insert(vondst.sleutel, (vondst.rij, vondst.cel));
                }
                Some((eerder, cel)) => {
                    again.insert(nr);
                    if *cel != vondst.cel && clashing.insert(vondst.sleutel) {
                        let kolom = self.kolom(vondst.kolom);
                        wrong.add(vondst.rij, kolom, &vondst.tekst, Reden::Dubbel { eerder: *eerder });
                    }
                }
            }
        }
        if again.is_empty() {
            return;
        }
        let mut nr = 0;
        self.vondsten.retain(|vondst| {
            nr += 1;
            !again.contains(&(nr - 1)) && !clashing.contains(&vondst.sleutel)
        });
    }

    /// Doubts whole columns: many values far above what is usual and no decimal sign in any.
    pub(super) fn doubt_columns(&mut self, wrong: &mut Bezwaren<'_>) {
        let mut columns: HashMap<(Cijfer, u16), (u32, u32, bool)> = HashMap::new();
        for one in &self.vondsten {
            let Some(value) = one.cel.known() else { continue };
            let (all, large, komma) = columns.entry((one.sleutel.cijfer, one.sleutel.jaar)).or_default();
            *all += 1;
            *large += u32::from(value > one.sleutel.cijfer.usual(one.sleutel.gebied));
            *komma |= one.komma;
        }
        columns.retain(|_, (all, large, komma)| *all >= 10 && *large * 5 >= *all && !*komma);
        if columns.is_empty() {
            return;
        }
        let koppen = std::mem::take(&mut self.koppen);
        for one in &mut self.vondsten {
            let Some(value) = one.cel.known() else { continue };
            let doubted = columns.contains_key(&(one.sleutel.cijfer, one.sleutel.jaar));
            if !doubted || one.verdacht || value == 0.0 {
                continue;
            }
            one.verdacht = true;
            let at = usize::try_from(one.kolom).unwrap_or(0).saturating_sub(1);
            let naam = koppen.get(at).map_or("", |k| k.trim()).to_owned();
            let reden = Reden::Komma { factor: 10, verwacht: None, spoor: Spoor::Kolom };
            wrong.add(one.rij, Kolom { nr: one.kolom, naam }, &one.tekst, reden);
        }
        self.koppen = koppen;
    }
}

/// How many times too large a value may have become by a lost decimal comma.
pub(super) const FACTORS: [(u16, f64); 3] = [(10, 10.0), (100, 100.0), (1000, 1000.0)];

/// Reads a cell of a figure. The second is a doubt about what is kept all the same.
fn judge(sleutel: Sleutel, tekst: &str, klopt: bool) -> Result<(Gelezen, Option<Reden>), Reden> {
    let Sleutel { gebied, cijfer, .. } = sleutel;
    let gelezen = cel::read(tekst, cijfer.whole()).map_err(|fout| match fout {
        GeenGetal::Tekst => Reden::GeenGetal,
        GeenGetal::Duizendtal => Reden::Duizendtal,
    })?;
    let Some(value) = gelezen.cel.known() else { return Ok((gelezen, None)) };
    if cijfer.whole() && value.fract() != 0.0 {
        return Err(Reden::Breuk);
    }
    let ((van, tot), usual) = (cijfer.bounds(gebied), cijfer.usual(gebied));
    if value < van {
        return Err(Reden::BuitenGrens { van, tot });
    }
    if value > usual && !cijfer.whole() && !klopt {
        let factor = FACTORS.iter().find(|(_, f)| value / f <= usual && value / f >= van);
        if let Some((factor, _)) = factor {
            return Ok((
                gelezen,
                Some(Reden::Komma { factor: *factor, verwacht: None, spoor: Spoor::Bereik }),
            ));
        }
    }
    if value > tot { Err(Reden::BuitenGrens { van, tot }) } else { Ok((gelezen, None)) }
}
