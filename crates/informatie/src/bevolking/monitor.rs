//! Youth care, poverty and housing beside each other, per area and over years.

use std::collections::BTreeSet;

use super::cijfer::Cijfer;
use super::gebied::Gebied;
use super::grenzen::Grens;
use super::noemer::{BREUK, GeenTarief, Groep, Kanttekening, Tarief, stand_note};
use super::samenhang::{Samenhang, spearman};
use super::{Bevolking, Waarneming};

/// Figures of poverty, the one that says most first.
const ARMOEDE: [Cijfer; 6] = [
    Cijfer::PctMinimum,
    Cijfer::PctLageKoopkracht,
    Cijfer::PctTot110,
    Cijfer::PctTot120,
    Cijfer::PctLaagInkomen,
    Cijfer::PctLaagsteInkomens,
];

/// Figures of housing.
const WONEN: [Cijfer; 3] = [Cijfer::PctCorporatie, Cijfer::PctHuur, Cijfer::Woz];

/// One area in one year.
#[derive(Clone, Debug)]
pub struct Monitorrij<'a> {
    /// Area.
    pub gebied: Gebied,
    /// Year.
    pub jaar: u16,
    /// Youth care, or why there is none.
    pub jeugdhulp: Result<Tarief, GeenTarief>,
    /// Poverty; of an earlier year when its own is not published yet.
    pub armoede: Option<Waarneming<'a>>,
    /// Housing; of an earlier year when its own is not published yet.
    pub wonen: Option<Waarneming<'a>>,
    /// What has to stand beside the line.
    pub kanttekeningen: BTreeSet<Kanttekening>,
}

/// How youth care of an area went from the first year that is known to the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Verloop {
    /// Area.
    pub gebied: Gebied,
    /// First year.
    pub van: u16,
    /// Last year.
    pub tot: u16,
    /// Per thousand youths, last less first; none when both years are not of the same area.
    pub verschil: Option<f64>,
    /// What has to stand beside it.
    pub kanttekeningen: BTreeSet<Kanttekening>,
}

/// Relations between the three in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Samen {
    /// Year.
    pub jaar: u16,
    /// Youth care and poverty.
    pub hulp_armoede: Option<Samenhang>,
    /// Youth care and housing.
    pub hulp_wonen: Option<Samenhang>,
    /// Poverty and housing.
    pub armoede_wonen: Option<Samenhang>,
}

/// The monitor.
#[derive(Clone, Debug)]
pub struct Monitor<'a> {
    /// The figure that stands for poverty: the first of a fixed list that is known of most areas.
    pub armoede: Cijfer,
    /// The figure that stands for housing.
    pub wonen: Cijfer,
    /// Lines, by area and year.
    pub rijen: Vec<Monitorrij<'a>>,
    /// By area.
    pub verloop: Vec<Verloop>,
    /// By year.
    pub samen: Vec<Samen>,
}

impl Bevolking {
    /// Lays youth care, poverty and housing of areas beside each other, from a year to a year.
    pub fn monitor(&self, gebieden: &[Gebied], van: u16, tot: u16, groep: Groep) -> Monitor<'_> {
        let years = || van..=tot.max(van);
        let best = |list: &[Cijfer]| -> Option<Cijfer> {
            let known = |cijfer: Cijfer| {
                let cells = gebieden.iter().flat_map(|g| years().map(move |y| (*g, y)));
                cells.filter(|(g, y)| self.recent(*g, cijfer, *y).is_some()).count()
            };
            // The first of those that are known equally often.
            list.iter().copied().rev().max_by_key(|c| known(*c))
        };
        let armoede = best(&ARMOEDE).unwrap_or(Cijfer::PctMinimum);
        let wonen = best(&WONEN).unwrap_or(Cijfer::PctCorporatie);
        let mut rijen = Vec::new();
        let mut verloop = Vec::new();
        for gebied in gebieden {
            let first = rijen.len();
            rijen.extend(years().map(|jaar| self.line(*gebied, jaar, groep, armoede, wonen)));
            verloop.extend(self.course(rijen.get(first..).unwrap_or_default()));
        }
        let samen = years().map(|jaar| together(jaar, &rijen)).collect();
        Monitor { armoede, wonen, rijen, verloop, samen }
    }

    fn line(
        &self,
        gebied: Gebied,
        jaar: u16,
        groep: Groep,
        armoede: Cijfer,
        wonen: Cijfer,
    ) -> Monitorrij<'_> {
        let jeugdhulp = self.tarief(gebied, jaar, groep);
        let armoede = self.recent(gebied, armoede, jaar);
        let wonen = self.recent(gebied, wonen, jaar);
        let mut notes = jeugdhulp.as_ref().map(|t| t.kanttekeningen.clone()).unwrap_or_default();
        for other in [&armoede, &wonen].into_iter().flatten() {
            notes.extend(stand_note(other.stand));
            if other.jaar != jaar {
                notes.insert(Kanttekening::AnderJaar(other.jaar));
            }
        }
        Monitorrij { gebied, jaar, jeugdhulp, armoede, wonen, kanttekeningen: notes }
    }

    /// From the first to the last year of an area that has a rate.
    fn course(&self, rijen: &[Monitorrij<'_>]) -> Option<Verloop> {
        let mut rates = rijen.iter().filter_map(|r| r.jeugdhulp.as_ref().ok());
        let first = rates.next()?;
        let last = rates.next_back()?;
        let mut notes: BTreeSet<_> = first.kanttekeningen.union(&last.kanttekeningen).copied().collect();
        if first.jaar < BREUK && last.jaar >= BREUK {
            notes.insert(Kanttekening::Reeksbreuk);
        }
        let grens = self.grens(first.gebied, first.jaar, last.jaar);
        match grens {
            Grens::Gelijk => {}
            Grens::NietGezegd => {
                notes.insert(Kanttekening::GrensNietGezegd);
            }
            Grens::Anders | Grens::Weg => {
                notes.insert(Kanttekening::GrensAnders);
            }
        }
        Some(Verloop {
            gebied: first.gebied,
            van: first.jaar,
            tot: last.jaar,
            verschil: grens.comparable().then_some(last.per_duizend - first.per_duizend),
            kanttekeningen: notes,
        })
    }
}

fn together(jaar: u16, rijen: &[Monitorrij<'_>]) -> Samen {
    let pairs = |one: fn(&Monitorrij<'_>) -> Option<f64>, other: fn(&Monitorrij<'_>) -> Option<f64>| {
        let here = rijen.iter().filter(|r| r.jaar == jaar);
        spearman(&here.filter_map(|r| Some((one(r)?, other(r)?))).collect::<Vec<_>>())
    };
    let hulp = |r: &Monitorrij<'_>| r.jeugdhulp.as_ref().ok().map(|t| t.per_duizend);
    let armoede = |r: &Monitorrij<'_>| r.armoede?.usable();
    let wonen = |r: &Monitorrij<'_>| r.wonen?.usable();
    Samen {
        jaar,
        hulp_armoede: pairs(hulp, armoede),
        hulp_wonen: pairs(hulp, wonen),
        armoede_wonen: pairs(armoede, wonen),
    }
}
