//! The model of the region as a function of its assumptions.

use super::morris::Functie;
use crate::model::ModelError;
use crate::scenario::Scenario;
use crate::systeem::{Grootheid, Maat, Sleutel, TABEL, Verloop};

/// The numbers that have a range and that the scenario neither sets nor has measured: the factors of a screening, in the order of [`TABEL`].
pub fn factoren(scenario: &Scenario) -> Vec<&'static Grootheid> {
    let known =
        |key: Sleutel| scenario.vast.contains(&key) || scenario.gemeten.iter().any(|one| one.sleutel == key);
    TABEL.iter().filter(|one| one.laag < one.hoog && !known(one.sleutel)).collect()
}

/// The measure by the name that outcomes have, such as `wachttijd.ggz`.
pub fn maat(naam: &str) -> Option<Maat> {
    Maat::all().into_iter().find(|one| one.naam() == naam)
}

/// Per measure the mean over the years of the choice minus going on as now, for assumptions that lie at these places of their ranges;
/// the others are those of the scenario.
pub fn regio<'a>(scenario: &'a Scenario, sleutels: &'a [Sleutel], maten: &'a [Maat]) -> Box<Functie<'a>> {
    let places: Vec<Option<usize>> =
        maten.iter().map(|maat| Maat::all().iter().position(|one| one == maat)).collect();
    Box::new(move |point, replication| {
        let at: Vec<(Sleutel, f64)> = sleutels.iter().copied().zip(point.iter().copied()).collect();
        let aannames = scenario.aannames.at(&at);
        let play = |keuze| scenario.speel(&aannames, keuze, replication);
        let (now, choice): (Verloop, Verloop) = (play(&scenario.keuze.zoals_nu())?, play(&scenario.keuze)?);
        let apart = |place: &Option<usize>| {
            let years = place.and_then(|place| choice.maten.get(place).zip(now.maten.get(place)));
            let each: Vec<f64> = years
                .into_iter()
                .flat_map(|(choice, now)| choice.iter().zip(now).map(|(choice, now)| choice - now))
                .filter(|each| each.is_finite())
                .collect();
            super::morris::mean(&each)
        };
        Ok::<_, ModelError>(places.iter().map(apart).collect())
    })
}
