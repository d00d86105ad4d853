//! Playing the claims.

use super::{JAREN, Meting, Waarden, ZAAD};
use crate::ModelError;
use crate::systeem::{Aannames, Bouwsteen, Deel, Hefboom, Keuze, Looptijd, Lus, Maat, Sleutel, speel};

const VOLUIT: Hefboom = Hefboom { niveau: 1.0, vanaf: 0.0, opbouw: 2.0 };

/// A world that was played.
struct Gespeeld(Vec<Vec<f64>>);

impl Gespeeld {
    fn of(aannames: &Aannames, keuze: &Keuze, replication: u64) -> Result<Self, ModelError> {
        Ok(Self(speel(aannames, keuze, Looptijd { jaren: JAREN }, ZAAD, replication)?.maten))
    }

    /// The mean over some years, counted from one.
    fn mean(&self, maat: Maat, first: usize, last: usize) -> f64 {
        let place = Maat::all().iter().position(|one| *one == maat);
        let values = place.and_then(|place| self.0.get(place)).and_then(|all| all.get(first - 1..last));
        values.map_or(f64::NAN, |some| {
            some.iter().sum::<f64>() / u32::try_from(some.len()).map_or(f64::NAN, f64::from)
        })
    }
}

fn geld(factor: f64, vanaf: f64, tot: f64) -> Keuze {
    Keuze { begroting: vec![Deel { antwoord: None, vanaf, tot, factor }], ..Keuze::default() }
}

fn geheel() -> Keuze {
    Keuze { bouwstenen: [VOLUIT; 5], ..Keuze::default() }
}

/// Per cent more than before.
fn meer(value: f64, before: f64) -> f64 {
    100.0 * (value / before - 1.0)
}

/// Plays every claim in the world of one replication: its numbers drawn from their ranges, the same in all runs that are compared.
pub fn speel_alles(replication: u64) -> Result<Waarden, ModelError> {
    let aannames = Aannames::default().drawn(ZAAD, replication, &[]);
    let play = |keuze: &Keuze| Gespeeld::of(&aannames, keuze, replication);
    let nu = play(&Keuze::default())?;
    let mut values = vec![f64::NAN; Meting::ALL.len()];
    let mut put = |meting: Meting, value: f64| {
        if let Some(place) = values.get_mut(meting as usize) {
            *place = value;
        }
    };

    let (tijdelijk, blijvend) = (play(&geld(1.1, 1.0, 4.0))?, play(&geld(1.1, 1.0, 99.0))?);
    let korter = |of: &Gespeeld, first, last| {
        nu.mean(Maat::Wachttijd, first, last) - of.mean(Maat::Wachttijd, first, last)
    };
    put(Meting::KorterEerst, korter(&tijdelijk, 3, 4));
    put(Meting::KorterLater, korter(&tijdelijk, 7, JAREN));
    put(Meting::KorterBlijvend, korter(&blijvend, 7, JAREN));

    let (snijden, alle) = (play(&geld(0.9, 1.0, 99.0))?, play(&geheel())?);
    let later = |of: &Gespeeld, maat| meer(of.mean(maat, 9, JAREN), nu.mean(maat, 9, JAREN));
    put(Meting::VragenSnijden, later(&snijden, Maat::Vragen));
    put(Meting::WachtSnijden, later(&snijden, Maat::Wachttijd));
    put(Meting::VragenGeheel, later(&alle, Maat::Vragen));

    let scherp = Keuze { afbakening: VOLUIT, ..Keuze::default() };
    let verschoven = |keuze: &Keuze| {
        let of = play(keuze)?.mean(Maat::Verschoven, 6, JAREN);
        Ok(meer(of, nu.mean(Maat::Verschoven, 6, JAREN)))
    };
    put(Meting::VerschovenScherp, verschoven(&scherp)?);
    put(Meting::VerschovenZonder, verschoven(&scherp.without(Lus::LR3))?);

    let nulde = play(&Keuze::default().with(Bouwsteen::Ontzorglandschap, Hefboom { opbouw: 0.0, ..VOLUIT }))?;
    let minder = |maat, first, last| nu.mean(maat, first, last) - nulde.mean(maat, first, last);
    put(Meting::MinderVroeg, minder(Maat::Vragen, 1, 2));
    put(Meting::MinderLaat, minder(Maat::Vragen, JAREN - 1, JAREN));
    put(Meting::KostVroeg, -minder(Maat::UitgavenSamen, 1, 2));

    let (som, vier) = delen(&aannames, replication)?;
    put(Meting::SomVanDelen, som);
    put(Meting::VierVanVijf, vier);
    Ok(Waarden(values))
}

/// What the building blocks do one by one, and four of them, in hundredths of what they do together. Nobody is drawn by short waits here:
/// that would lessen the whole most.
fn delen(aannames: &Aannames, replication: u64) -> Result<(f64, f64), ModelError> {
    let mut aannames = aannames.clone();
    aannames.put(Sleutel::Aanzuiging, 0.0);
    let vragen = |keuze: &Keuze| {
        Ok::<f64, ModelError>(Gespeeld::of(&aannames, keuze, replication)?.mean(Maat::Vragen, 9, JAREN))
    };
    let nu = vragen(&Keuze::default())?;
    let whole = nu - vragen(&geheel())?;
    let mut som = 0.0;
    for one in Bouwsteen::ALL {
        som += nu - vragen(&Keuze::default().with(*one, VOLUIT))?;
    }
    let vier = nu - vragen(&geheel().with(Bouwsteen::Toegang, Hefboom::default()))?;
    Ok((100.0 * som / whole, 100.0 * vier / whole))
}
