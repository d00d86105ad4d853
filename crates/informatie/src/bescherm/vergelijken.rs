//! Waiting curves and funnels as they may be shown.

use jiff::civil::Date;

use super::blad::{Blad, BladRij};
use super::deur::Deur;
use super::getal::{Getal, Reden};
use super::zout::Doel;
use crate::indicator::{Eenheid, Niveau, Tekst};
use crate::kernel::Verzameling;
use crate::snapshot::{Snapshot, SnapshotFout};
use crate::statistiek::{Kromme, count, float, number};
use crate::vergelijking::{
    Trechter, TrechterTeWeinig, Vergelijking, Waargenomen, gestandaardiseerd, lagen, trechter, wachtkrommen,
};

/// A curve is told from this many times the threshold on: of fewer, its steps would be larger than a tenth.
const KROMME_DREMPELS: u32 = 5;
/// Days between two points of a curve, and the last of them.
const STAP: u16 = 14;
const LAATSTE: u16 = 364;

/// The parts of a sheet of waiting curves.
pub const KROMME: [&str; 2] = ["wacht-gestart", "wacht-tot-nu"];
/// The parts of a sheet of a funnel: youths, how often it happened, how often it was expected.
pub const TRECHTER: [&str; 3] = ["jeugdigen", "waargenomen", "verwacht"];

impl Deur {
    /// The share that had not begun after so many days, per unit: of those who began, and of everyone so far. Of allocations of which
    /// the first day lies within a period.
    ///
    /// Each point is a share, rounded as shares are; a point that the noise put above the one before is brought down to it.
    pub fn wachtkrommen(
        &self,
        snapshot: &Snapshot,
        threads: usize,
        niveau: Niveau,
        periode: (Date, Date),
    ) -> Result<Blad, SnapshotFout> {
        let found = wachtkrommen(snapshot, threads, niveau, periode, self.regel().drempel())?;
        let mut rijen = Vec::new();
        for one in &found.krommen {
            for (onderdeel, kromme) in KROMME.into_iter().zip([&one.gestart, &one.tot_nu]) {
                let points = self.kromme(one.wie, kromme);
                rijen.extend(points.into_iter().map(|(dag, getal)| BladRij {
                    onderdeel,
                    sleutel: one.sleutel.clone(),
                    plek: dag.to_string(),
                    getal,
                }));
            }
        }
        Ok(Blad {
            naam: Tekst { nl: "Wachten, dag voor dag", en: "Waiting, day by day" },
            definitie: Tekst {
                nl: "Welk deel van de toewijzingen na zoveel dagen nog niet begonnen was (Kaplan-Meier). wacht-gestart: alleen van wie begon. wacht-tot-nu: van iedereen, ook wie nog wacht.",
                en: "Which share of allocations had not begun after so many days (Kaplan-Meier). wacht-gestart: of those who began only. wacht-tot-nu: of everyone, those who still wait included.",
            },
            context: Tekst {
                nl: "Wie nog geen toewijzing heeft, wacht ook, maar staat hier niet in. Wie begon wachtte korter dan wie nog wacht: kijk naar allebei.",
                en: "Who has no allocation yet waits as well, but is not in here. Those who began waited shorter than those who still wait: look at both.",
            },
            snapshot: snapshot.name().to_owned(),
            regel: self.regel(),
            as_naam: "dag",
            rijen,
        })
    }

    fn kromme(&self, wie: Verzameling, kromme: &Kromme) -> Vec<(u16, Getal)> {
        let enough = self.regel().drempel().saturating_mul(KROMME_DREMPELS);
        let all = number(kromme.voorbij + kromme.gaande);
        let Some(n) = self.aantal(wie).filter(|n| *n >= enough) else {
            return vec![(0, Getal::hidden(Reden::TeWeinig))];
        };
        let last = kromme.punten.last().map_or(0, |punt| punt.dag);
        let mut lowest = f64::INFINITY;
        let points =
            (0..=LAATSTE).step_by(usize::from(STAP)).take_while(|day| *day < last.saturating_add(STAP));
        points
            .map(|day| {
                let before = kromme.punten.iter().take_while(|punt| punt.dag <= day).last();
                let still = before.map_or(1.0, |punt| punt.blijft);
                // In thousandths of an allocation: the curve counts those who left the queue by parts.
                let (part, whole) = (count((still * all * 1_000.0).round()), count(all * 1_000.0));
                let shown = self.verhouding(Eenheid::Aandeel, wie, n, (part, whole.max(1)));
                let getal = match (shown.waarde(), shown.stap()) {
                    (Some(waarde), Some(stap)) => {
                        lowest = lowest.min(waarde);
                        Getal::shown(lowest, stap)
                    }
                    _ => shown,
                };
                (day, getal)
            })
            .collect()
    }

    /// What a funnel is drawn from: of each unit how many youths, how often it happened and how often it was expected, rounded like
    /// numbers of youths. [`trechter_van`] makes the funnel from what is shown, so that nothing more than that is in it.
    pub fn vergelijking(&self, vraag: &Vergelijking<'_>) -> Result<Blad, SnapshotFout> {
        let (units, layers) = lagen(vraag)?;
        let named: Vec<(String, u32)> = units.iter().map(|(key, wie)| (key.clone(), wie.jeugdigen)).collect();
        let standen = gestandaardiseerd(&named, &layers);
        let width = layers.len().checked_div(units.len()).unwrap_or(0).max(1);
        let mut rijen = Vec::new();
        for ((stand, (_, wie)), own) in standen.iter().zip(&units).zip(layers.chunks(width)) {
            if wie.jeugdigen == 0 {
                continue;
            }
            let kon = own.iter().map(|laag| laag.kon).sum();
            for (onderdeel, getal) in TRECHTER.into_iter().zip(self.stand(*wie, stand, kon)) {
                rijen.push(BladRij { onderdeel, sleutel: stand.sleutel.clone(), plek: String::new(), getal });
            }
        }
        Ok(Blad {
            naam: Tekst { nl: "Vergelijking", en: "Comparison" },
            definitie: Tekst {
                nl: "Hoe vaak het gebeurde, en hoe vaak het te verwachten was met dezelfde jeugdigen (leeftijd en vorm van hulp) als het overal even vaak gebeurde.",
                en: "How often it happened, and how often it was to be expected with the same youths (age and form of help) if it happened as often everywhere.",
            },
            context: Tekst {
                nl: "Meer of minder dan verwacht is een vraag om over te praten, geen oordeel. Er is geen rangorde.",
                en: "More or fewer than expected is a question to talk about, not a verdict. Nothing is ranked.",
            },
            snapshot: vraag.snapshot.name().to_owned(),
            regel: self.regel(),
            as_naam: "periode",
            rijen,
        })
    }

    fn stand(&self, wie: Verzameling, stand: &Waargenomen, kon: u64) -> [Getal; 3] {
        let Some(n) = self.aantal(wie) else { return [Getal::hidden(Reden::TeWeinig); 3] };
        let (least, step) = (u64::from(self.regel().drempel()), u64::from(self.regel().basis()));
        let draw = self.zout().draw(Doel::Deel, wie, &[stand.waargenomen, kon]);
        let happened = draw.round::<0>(stand.waargenomen.into(), 1, step);
        let expected = draw.round::<1>(count(stand.verwacht * 1_000.0).into(), 1_000, step);
        if happened < least || kon.saturating_sub(happened) < least || expected == 0 {
            return [self.telling(wie), Getal::hidden(Reden::Uiterste), Getal::hidden(Reden::Uiterste)];
        }
        let shown = |n: u64| Getal::shown(float(n), float(step));
        [shown(n.into()), shown(happened), shown(expected)]
    }
}

/// The funnel of what may be shown of a comparison. Its limits are a little too wide, for rounding is in it as chance: it errs towards
/// not calling out.
pub fn trechter_van(blad: &Blad) -> Result<Trechter, TrechterTeWeinig> {
    let [youths, happened, expected] = TRECHTER;
    let value = |part: &str, key: &str| blad.reeks(part, key).next().and_then(|(_, getal)| getal.waarde());
    let units = blad.rijen().iter().filter(|rij| rij.onderdeel == youths).filter_map(|rij| {
        Some(Waargenomen {
            sleutel: rij.sleutel.clone(),
            jeugdigen: u32::try_from(count(rij.getal.waarde()?)).ok()?,
            waargenomen: count(value(happened, &rij.sleutel)?),
            verwacht: value(expected, &rij.sleutel)?,
        })
    });
    trechter(units.collect(), 0)
}
