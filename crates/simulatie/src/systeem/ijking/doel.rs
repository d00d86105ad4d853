//! What the model is to expect, and the numbers it is brought about with.

use super::super::aanname::Aannames;
use super::super::delen::Antwoord;
use super::super::gemeten::{Gemeten, Meting};
use super::super::tabel::{DEEL_GGZ, DEEL_VERBLIJF, Sleutel as S, TABEL, WEG_GI, WEG_HUISARTS};
use super::momenten::Momenten;
use super::{Waarneming, float};

/// Events below which a count gives no number.
const MINST: f64 = 10.0;

/// What is held against what was counted.
#[derive(Clone, Copy, Debug)]
enum Wat {
    Duur(Antwoord),
    Spreiding,
    Wacht(Antwoord),
    Overgang(Antwoord, Antwoord),
    Deel(Antwoord),
    Ouder,
    Huisarts,
    Gi,
}

/// An aim: a count, and the numbers that are moved together until the model expects it.
#[derive(Clone, Debug)]
pub(super) struct Doel<'a> {
    pub(super) naam: String,
    pub(super) geteld: Meting,
    wat: Wat,
    sleutels: Vec<S>,
    van: &'a Waarneming,
}

impl<'a> Doel<'a> {
    fn new(van: &'a Waarneming, naam: String, wat: Wat, sleutels: &[S], geteld: Meting) -> Self {
        Self { naam, geteld, wat, sleutels: sleutels.to_vec(), van }
    }

    /// What the model expects.
    pub(super) fn model(&self, now: &Momenten) -> f64 {
        match self.wat {
            Wat::Duur(antwoord) => now.duur(antwoord),
            Wat::Spreiding => now.spreiding_samen(&self.van.soorten),
            Wat::Wacht(antwoord) => now.wacht(antwoord),
            Wat::Overgang(van, naar) => now.overgang(van, naar),
            Wat::Deel(antwoord) => now.deel(antwoord),
            Wat::Ouder => now.ouder(),
            Wat::Huisarts => now.huisarts(),
            Wat::Gi => now.gi(),
        }
    }

    /// Multiplies its numbers, within what they can be.
    pub(super) fn scale(&self, aannames: &mut Aannames, times: f64) {
        for sleutel in &self.sleutels {
            let (low, high) = Gemeten::bereik(*sleutel);
            aannames.put(*sleutel, (aannames.get(*sleutel) * times).clamp(low, high));
        }
    }

    /// Puts its numbers back.
    pub(super) fn reset(&self, aannames: &mut Aannames) {
        let standard = Aannames::default();
        for sleutel in &self.sleutels {
            aannames.put(*sleutel, standard.get(*sleutel));
        }
    }

    /// The names of its numbers.
    pub(super) fn namen(&self) -> String {
        let names: Vec<&str> = self.sleutels.iter().map(|sleutel| super::naam(*sleutel)).collect();
        names.join(", ")
    }

    /// Its numbers as measured, when the count rises by `answer` per cent with a per cent of them. Of a family of which only the whole is seen each
    /// keeps the range that it had, with that of the count.
    pub(super) fn gemeten(&self, aannames: &Aannames, answer: f64) -> Vec<Gemeten> {
        let times = |bound: f64| libm::pow(bound.max(1e-9) / self.geteld.waarde, 1.0 / answer);
        let (one, other) = (times(self.geteld.laag), times(self.geteld.hoog));
        let (down, up) = (one.min(other).min(1.0), one.max(other).max(1.0));
        let of = |sleutel: &S| {
            let waarde = aannames.get(*sleutel);
            let (low, high) = Gemeten::bereik(*sleutel);
            let own = TABEL.get(*sleutel as usize).filter(|_| self.sleutels.len() > 1);
            let (own_down, own_up) =
                own.map_or((0.0, 0.0), |own| (1.0 - own.laag / own.waarde, own.hoog / own.waarde - 1.0));
            let below = libm::hypot(1.0 - down, own_down);
            let above = libm::hypot(up - 1.0, own_up);
            let meting = Meting {
                waarde,
                laag: (waarde * (1.0 - below)).clamp(low, waarde),
                hoog: (waarde * (1.0 + above)).clamp(waarde, high),
                aantal: self.geteld.aantal,
            };
            Gemeten { sleutel: *sleutel, meting, bron: self.van.bron.clone() }
        };
        self.sleutels.iter().map(of).collect()
    }
}

/// What can be aimed at, and the names of the numbers of which too little was seen.
pub(super) fn doelen(van: &Waarneming) -> (Vec<Doel<'_>>, Vec<String>) {
    let (mut aims, mut few) = (Vec::new(), Vec::new());
    let mut aim =
        |naam: String, wat: Wat, sleutels: &[S], geteld: Option<Meting>, events: fn(&Meting) -> f64| {
            let enough = geteld.filter(|of| of.is_goed() && of.waarde > 0.0 && events(of) >= MINST);
            match enough {
                Some(geteld) => aims.push(Doel::new(van, naam, wat, sleutels, geteld)),
                None => few.extend(sleutels.iter().map(|sleutel| super::naam(*sleutel).to_owned())),
            }
        };
    let seen: fn(&Meting) -> f64 = |of| float(of.aantal);
    let share: fn(&Meting) -> f64 = |of| of.waarde * float(of.aantal);
    let of = |antwoord: Antwoord| van.soorten.iter().find(|one| one.antwoord == antwoord);
    let durations = [S::DuurAmbulant, S::DuurGgz, S::DuurVerblijf, S::DuurCrisis];
    for (antwoord, sleutel) in super::SOORTEN.into_iter().zip(durations) {
        let geteld = of(antwoord).and_then(|one| one.duur);
        aim(format!("duur.{}", antwoord.naam()), Wat::Duur(antwoord), &[sleutel], geteld, seen);
    }
    aim("duur.spreiding".to_owned(), Wat::Spreiding, &[S::Spreiding], spreiding(van), seen);
    let waits = [S::WachtAmbulant, S::WachtGgz, S::WachtVerblijf];
    for (antwoord, sleutel) in super::SOORTEN.into_iter().zip(waits) {
        let geteld = of(antwoord).and_then(|one| one.wacht);
        aim(format!("wacht.{}", antwoord.naam()), Wat::Wacht(antwoord), &[sleutel], geteld, seen);
    }
    let (ambulant, ggz, verblijf, crisis) =
        (Antwoord::Ambulant, Antwoord::Ggz, Antwoord::Verblijf, Antwoord::Crisis);
    for (from, to, sleutel) in [
        (ambulant, ggz, S::KetenGgz),
        (ggz, ambulant, S::KetenAmbulant),
        (ambulant, verblijf, S::KetenVerblijf),
        (ambulant, crisis, S::KetenCrisis),
        (verblijf, ambulant, S::VerblijfThuis),
        (crisis, ambulant, S::CrisisAmbulant),
        (crisis, verblijf, S::CrisisVerblijf),
        (crisis, ggz, S::CrisisGgz),
    ] {
        let geteld = van.overgangen.iter().find(|(a, b, _)| (*a, *b) == (from, to)).map(|one| one.2);
        let naam = format!("{} naar {}", from.naam(), to.naam());
        aim(naam, Wat::Overgang(from, to), &[sleutel], geteld, share);
    }
    let part = |antwoord: Antwoord| of(antwoord).and_then(|one| one.deel);
    aim("instroom ggz".to_owned(), Wat::Deel(ggz), &DEEL_GGZ, part(ggz), share);
    aim("instroom verblijf".to_owned(), Wat::Deel(verblijf), &DEEL_VERBLIJF, part(verblijf), share);
    let ways = [S::HuisartsCrisis, S::GiCrisis];
    aim("instroom crisis".to_owned(), Wat::Deel(crisis), &ways, part(crisis), share);
    aim("twaalf en ouder".to_owned(), Wat::Ouder, &[S::DeelOuder], van.ouder, share);
    aim("via huisarts".to_owned(), Wat::Huisarts, &WEG_HUISARTS, van.weg_huisarts, share);
    aim("via gecertificeerde instelling".to_owned(), Wat::Gi, &WEG_GI, van.weg_gi, share);
    (aims, few)
}

/// The spread of durations over kinds, weighed by how many were seen.
fn spreiding(van: &Waarneming) -> Option<Meting> {
    let seen: Vec<Meting> = van.soorten.iter().filter_map(|one| one.spreiding).collect();
    let all: u64 = seen.iter().map(|one| one.aantal).sum();
    if all == 0 {
        return None;
    }
    let weight = |one: &Meting| float(one.aantal) / float(all);
    let waarde: f64 = seen.iter().map(|one| one.waarde * weight(one)).sum();
    let square = |side: fn(&Meting) -> f64| {
        seen.iter().map(|one| (side(one) * weight(one)).powi(2)).sum::<f64>().sqrt()
    };
    let (below, above) = (square(|one| one.waarde - one.laag), square(|one| one.hoog - one.waarde));
    Some(Meting { waarde, laag: waarde - below, hoog: waarde + above, aantal: all })
}
