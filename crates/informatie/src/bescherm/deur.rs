//! The one door.

use super::getal::{Getal, Reden};
use super::publicatie::Publicatie;
use super::regel::Regel;
use super::verschil::neighbours;
use super::zout::{Doel, Zout};
use crate::indicator::{Cel, Eenheid, Groeideel, Grond, Indicator, Vraag};
use crate::kernel::{Grootsten, Verzameling, Volume};
use crate::snapshot::SnapshotFout;

/// Growth is told from this many times the threshold on: of fewer, rounding would be all of it.
const GROEI_DREMPELS: u32 = 10;
/// Amounts are not told more precisely than this many eurocents.
const BEDRAG_STAP: f64 = 100_000.0;

/// The door through which every figure goes that people may see: it alone makes a [`Getal`].
#[derive(Clone, Debug)]
pub struct Deur {
    zout: Zout,
    regel: Regel,
    gebieden: Vec<Vec<i32>>,
}

/// More areas than this, and the noise of one neighbourhood could be averaged out over them.
const GEBIEDEN: usize = 20;

impl Deur {
    /// A door with the secret and the rule of a region.
    pub fn new(zout: Zout, regel: Regel) -> Self {
        Self { zout, regel, gebieden: Vec::new() }
    }

    /// Lays down the areas of one's own that may be asked for, each as numbers of neighbourhoods. Twenty at most: whoever may choose areas
    /// freely can ask for hundreds that differ by one neighbourhood.
    pub fn with_gebieden(mut self, mut gebieden: Vec<Vec<i32>>) -> Result<Self, SnapshotFout> {
        if gebieden.len() > GEBIEDEN {
            return Err(SnapshotFout::Question("no more than 20 areas of one's own are laid down"));
        }
        for gebied in &mut gebieden {
            gebied.sort_unstable();
            gebied.dedup();
        }
        self.gebieden = gebieden;
        Ok(self)
    }

    /// The rule.
    pub fn regel(&self) -> Regel {
        self.regel
    }

    pub(super) fn zout(&self) -> &Zout {
        &self.zout
    }

    /// The number of youths of a set. The same set has the same answer for ever, in every table and of every snapshot.
    pub fn telling(&self, wie: Verzameling) -> Getal {
        match self.aantal(wie) {
            Some(n) => Getal::shown(f64::from(n), f64::from(self.regel.basis)),
            None => Getal::hidden(Reden::TeWeinig),
        }
    }

    /// Calculates an indicator and protects every figure of it.
    pub fn publiceer(
        &self,
        indicator: &'static Indicator,
        vraag: &Vraag<'_>,
    ) -> Result<Publicatie, SnapshotFout> {
        if vraag.gebied.as_ref().is_some_and(|gebied| !self.gebieden.contains(gebied)) {
            return Err(SnapshotFout::Question("this area of one's own was not laid down"));
        }
        let beside = neighbours(vraag)?;
        let tabel = indicator.bereken(vraag)?;
        let mut small = vec![false; tabel.cellen.len()];
        for other in beside {
            let other = indicator.bereken(&other)?;
            for ((small, own), other) in small.iter_mut().zip(&tabel.cellen).zip(&other.cellen) {
                *small |= self.aantal(difference(own.wie, other.wie)).is_none();
            }
        }
        let mut getallen = Vec::with_capacity(tabel.cellen.len());
        for ((cel, small), voorlopig) in tabel.cellen.iter().zip(small).zip(tabel.voorlopig.iter().cycle()) {
            let getal = match self.cel(indicator.eenheid, cel) {
                shown if small && shown.reden() != Some(Reden::TeWeinig) => {
                    Getal::hidden(Reden::KleinVerschil)
                }
                other => other,
            };
            getallen.push(getal.with_voorlopig(*voorlopig));
        }
        Ok(Publicatie {
            indicator,
            niveau: vraag.niveau,
            regel: self.regel,
            snapshot: vraag.snapshot.name().to_owned(),
            sleutels: tabel.sleutels,
            perioden: tabel.perioden,
            getallen,
        })
    }

    /// The number of a set as it may be shown. Just above the threshold it is shown or not by lot, ever more often, so that no one child
    /// more or less makes a figure come or go for certain.
    pub(super) fn aantal(&self, wie: Verzameling) -> Option<u32> {
        let Regel { drempel, basis, .. } = self.regel;
        let above = wie.jeugdigen.checked_sub(drempel)?;
        let draw = self.zout.draw(Doel::Telling, wie, &[]);
        let hidden = (basis - 1).saturating_sub(above);
        if draw.chance::<1>(hidden.into(), basis.into()) {
            return None;
        }
        u32::try_from(draw.round::<0>(wie.jeugdigen.into(), 1, basis.into())).ok()
    }

    fn cel(&self, eenheid: Eenheid, cel: &Cel) -> Getal {
        let Some(n) = self.aantal(cel.wie) else { return Getal::hidden(Reden::TeWeinig) };
        match (cel.grond, cel.waarde) {
            (Grond::Telling, _) => Getal::shown(f64::from(n), f64::from(self.regel.basis)),
            (_, None) => Getal::hidden(Reden::GeenGegevens),
            (Grond::Verhouding { deel, geheel }, _) => self.verhouding(eenheid, cel.wie, n, (deel, geheel)),
            (Grond::Kwantiel(deel), Some(waarde)) => self.kwantiel(cel.wie, n, waarde, deel),
            (Grond::Bedrag { jeugdige, aanbieder }, Some(cents)) => {
                self.bedrag(cel.wie, cents, jeugdige, aanbieder)
            }
            (Grond::Groei { nu, eerder, deel }, _) => match eerder {
                Some(eerder) => self.groei(&nu, &eerder, deel),
                None => Getal::hidden(Reden::GeenGegevens),
            },
        }
    }

    /// A share, or a number per youth: as so many youths of those behind it, rounded like a number of youths.
    pub(super) fn verhouding(
        &self,
        eenheid: Eenheid,
        wie: Verzameling,
        n: u32,
        (deel, geheel): (u64, u64),
    ) -> Getal {
        let part = u128::from(deel) * u128::from(wie.jeugdigen);
        let draw = self.zout.draw(Doel::Deel, wie, &[deel, geheel]);
        let part = draw.round::<0>(part, geheel.into(), self.regel.basis.into());
        let part = u32::try_from(part).unwrap_or(u32::MAX);
        let least = self.regel.drempel;
        if eenheid == Eenheid::Aandeel && (part < least || n.saturating_sub(part) < least) {
            return Getal::hidden(Reden::Uiterste);
        }
        Getal::shown(f64::from(part) / f64::from(n), f64::from(self.regel.basis) / f64::from(n))
    }

    /// A median or another quantile, where enough youths lie on both sides of it.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "values of 0 to 65,535, in thousandths"
    )]
    fn kwantiel(&self, wie: Verzameling, n: u32, waarde: f64, deel: f64) -> Getal {
        // Judged by the number as shown: what is shown by it then says no more than that number.
        if f64::from(n) * deel.min(1.0 - deel) * 2.0 + 1e-9 < f64::from(self.regel.drempel) {
            return Getal::hidden(Reden::TeWeinig);
        }
        let thousandths = (waarde.max(0.0) * 1_000.0).round() as u64;
        let stap = match waarde as u64 {
            0..100 => 5,
            100..1_000 => 10,
            1_000..10_000 => 100,
            _ => 1_000,
        };
        let draw = self.zout.draw(Doel::Kwantiel, wie, &[deel.to_bits(), thousandths]);
        let shown = draw.round::<0>(thousandths.into(), 1_000, stap);
        Getal::shown(
            u32::try_from(shown).map_or(f64::MAX, f64::from),
            u32::try_from(stap).map_or(1.0, f64::from),
        )
    }

    /// An amount, with noise as large as what the largest of one youth could be, in two figures.
    #[expect(clippy::cast_precision_loss, reason = "cents far below 2^53")]
    fn bedrag(&self, wie: Verzameling, cents: f64, jeugdige: Grootsten, aanbieder: Grootsten) -> Getal {
        if jeugdige.som == 0 {
            return Getal::hidden(Reden::GeenGegevens);
        }
        if self.overheerst(jeugdige) || self.overheerst(aanbieder) {
            return Getal::hidden(Reden::Overheersing);
        }
        let draw = self.zout.draw(Doel::Bedrag, wie, &[cents.to_bits()]);
        let size = 0.5 + 0.5 * draw.fraction::<0>();
        let sign = if draw.chance::<1>(1, 2) { 1.0 } else { -1.0 };
        let noisy = (cents + sign * size * jeugdige.een as f64).max(0.0);
        let stap = 10_f64.powf(noisy.max(1.0).log10().floor() - 1.0).max(BEDRAG_STAP);
        Getal::shown((noisy / stap).round() * stap, stap)
    }

    /// Whether the one with the second most can tell that of the one with the most too well from the sum.
    pub(super) fn overheerst(&self, amount: Grootsten) -> bool {
        let others = amount.som.saturating_sub(amount.een).saturating_sub(amount.twee);
        u128::from(others) * 100 < u128::from(amount.een) * u128::from(self.regel.overheersing)
    }

    /// A part of growth, calculated from what is left of both periods after rounding, in whole per cents.
    fn groei(&self, nu: &Volume, eerder: &Volume, deel: Groeideel) -> Getal {
        let least = self.regel.drempel.saturating_mul(GROEI_DREMPELS);
        let enough = |volume: &Volume| self.aantal(volume.wie).filter(|n| *n >= least);
        let (Some(now), Some(then)) = (enough(nu), enough(eerder)) else {
            return Getal::hidden(Reden::TeWeinig);
        };
        match self.rounded(nu, now).groei(&self.rounded(eerder, then)) {
            Some(groei) => Getal::shown((deel.of(&groei) * 100.0).round() / 100.0, 0.01),
            None => Getal::hidden(Reden::GeenGegevens),
        }
    }

    /// Help as it would be of another number of youths, near the true one: each kind rounded like a number of youths.
    fn rounded(&self, volume: &Volume, shown: u32) -> Volume {
        let n = volume.wie.jeugdigen;
        let of = |kind: u64, amount: u64| {
            let draw = self.zout.draw(Doel::Groei, volume.wie, &[kind, amount]);
            let youths = draw.round::<0>(n.into(), 1, self.regel.basis.into());
            u64::try_from(u128::from(amount) * u128::from(youths) / u128::from(n.max(1))).unwrap_or(u64::MAX)
        };
        Volume {
            wie: Verzameling { jeugdigen: shown, sleutels: 0 },
            episoden: of(1, volume.episoden),
            dagen: of(2, volume.dagen),
            dagminuten: of(3, volume.dagminuten),
            zonder: 0,
        }
    }
}

/// Who is in one of two sets and not in the other, of which one holds the other.
fn difference(one: Verzameling, other: Verzameling) -> Verzameling {
    let (small, large) = if one.jeugdigen <= other.jeugdigen { (one, other) } else { (other, one) };
    Verzameling {
        jeugdigen: large.jeugdigen - small.jeugdigen,
        sleutels: large.sleutels.wrapping_sub(small.sleutels),
    }
}
