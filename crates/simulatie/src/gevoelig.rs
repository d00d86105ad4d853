//! Which number of the model matters most for an outcome: groups of numbers are screened first, then the numbers of the groups that do
//! something, and what is left is weighed by its share of the variance.
//!
//! A row of chance is played with the same children at all its points, so that what differs is the numbers. What chance alone would do
//! is measured beside it ([`Uitslag::toeval`]): an effect below that is not called one.

mod methode;

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;

pub use methode::{Aandeel, Effect, Punt, Steekproef, Variantie, Wandeling};

use crate::model::ModelError;
use crate::naast::naast_elkaar;
use crate::scenario::Scenario;
use crate::stream::{Purpose, Stream};
use crate::systeem::{Keuze, Looptijd, Maat, Sleutel, TABEL, speel};

/// Of the effects of all groups together, how much those must have that are looked at closer.
const GENOEG: f64 = 0.95;
/// Groups that are looked at closer at most.
const GROEPEN: usize = 10;

/// How much is played.
#[derive(Clone, Debug, PartialEq)]
pub struct Opzet {
    /// Walks through the numbers.
    pub wandelingen: u64,
    /// Numbers that are weighed at most.
    pub over: usize,
    /// Rows of the sample by which they are weighed.
    pub rijen: u64,
    /// Only these numbers; all that have a range when empty.
    pub alleen: Vec<Sleutel>,
}

impl Default for Opzet {
    fn default() -> Self {
        Self { wandelingen: 8, over: 8, rijen: 64, alleen: Vec::new() }
    }
}

/// A group of numbers: the first part of their names.
#[derive(Clone, Debug, PartialEq)]
pub struct Groep {
    /// That part.
    pub naam: &'static str,
    /// What moving all of them does, each up or down apart from the others.
    pub effect: Effect,
}

/// What one number does.
#[derive(Clone, Debug, PartialEq)]
pub struct Invloed {
    /// The number.
    pub sleutel: Sleutel,
    /// What moving it does.
    pub effect: Effect,
    /// Its share of the variance, where it was weighed.
    pub variantie: Option<Variantie>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Uitslag {
    /// The measure.
    pub maat: Maat,
    /// Whether it is about the difference that the choice makes, and not about going on as now.
    pub verschil: bool,
    /// What another row of chance does at the same numbers, as an effect.
    pub toeval: f64,
    /// All groups, the largest effect first.
    pub groepen: Vec<Groep>,
    /// The numbers of the groups that do something, the largest effect first.
    pub getallen: Vec<Invloed>,
    /// How many futures were played.
    pub gespeeld: u64,
}

/// At most so many futures are played for this.
pub fn kosten(scenario: &Scenario, opzet: &Opzet) -> u64 {
    let wide = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let keys = keys(scenario, opzet);
    let points = opzet.wandelingen * (wide(groups(&keys).len()) + wide(keys.len()) + 3)
        + opzet.rijen * (wide(opzet.over.min(keys.len())) + 2);
    points * if has_choice(scenario) { 2 } else { 1 }
}

fn has_choice(scenario: &Scenario) -> bool {
    scenario.keuze != scenario.keuze.zoals_nu()
}

/// The numbers that may move.
fn keys(scenario: &Scenario, opzet: &Opzet) -> Vec<Sleutel> {
    let asked = |key: &Sleutel| opzet.alleen.is_empty() || opzet.alleen.contains(key);
    let moves = TABEL.iter().filter(|one| one.laag < one.hoog && !scenario.vast.contains(&one.sleutel));
    moves.map(|one| one.sleutel).filter(asked).collect()
}

fn name(key: Sleutel) -> &'static str {
    TABEL.get(key as usize).map_or("", |one| one.naam)
}

/// The places of the numbers, per first part of their names.
fn groups(keys: &[Sleutel]) -> BTreeMap<&'static str, Vec<usize>> {
    let mut out: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    for (place, key) in keys.iter().enumerate() {
        let first = name(*key).split('.').next().unwrap_or_default();
        out.entry(first).or_default().push(place);
    }
    out
}

/// What plays points of the model.
struct Speler<'a> {
    scenario: &'a Scenario,
    maat: usize,
    verschil: bool,
    threads: NonZeroUsize,
    stop: &'a AtomicBool,
    done: &'a (dyn Fn() + Sync),
    gespeeld: u64,
}

impl Speler<'_> {
    /// The mean over the years of the measure, or of what the choice changes in it.
    fn value(&self, keys: &[Sleutel], punt: &Punt) -> Result<f64, ModelError> {
        let scenario = self.scenario;
        let places: Vec<(Sleutel, f64)> = keys.iter().copied().zip(punt.plek.iter().copied()).collect();
        let aannames = scenario.aannames.at(&places);
        let looptijd = Looptijd { jaren: scenario.jaren };
        let mean = |keuze: &Keuze| -> Result<f64, ModelError> {
            let played = speel(&aannames, keuze, looptijd, scenario.zaad, punt.rij)?;
            let years: Vec<f64> = played.maten.get(self.maat).into_iter().flatten().copied().collect();
            let years: Vec<f64> = years.into_iter().filter(|value| value.is_finite()).collect();
            #[expect(clippy::cast_precision_loss, reason = "at most 30 years")]
            let count = years.len() as f64;
            Ok(years.iter().sum::<f64>() / count)
        };
        let now = mean(&scenario.keuze.zoals_nu())?;
        Ok(if self.verschil { mean(&scenario.keuze)? - now } else { now })
    }

    /// The values at these points; none when it was stopped.
    fn play(&mut self, keys: &[Sleutel], punten: &[Punt]) -> Result<Option<Vec<f64>>, ModelError> {
        let this = &*self;
        let found = naast_elkaar(punten, this.threads, this.stop, this.done, |punt| this.value(keys, punt));
        let Some(found) = found else { return Ok(None) };
        let values: Vec<f64> = found.into_iter().collect::<Result<_, _>>()?;
        self.gespeeld += u64::try_from(values.len()).unwrap_or(0) * if self.verschil { 2 } else { 1 };
        Ok(Some(values))
    }
}

/// Looks which numbers matter for a measure; `done` hears of each point that is played. None when `stop` became true before the end. The
/// number of threads changes nothing but how long it takes.
pub fn onderzoek(
    scenario: &Scenario,
    maat: Maat,
    opzet: &Opzet,
    threads: NonZeroUsize,
    stop: &AtomicBool,
    done: &(dyn Fn() + Sync),
) -> Result<Option<Uitslag>, ModelError> {
    let keys = keys(scenario, opzet);
    let place = Maat::all().iter().position(|one| *one == maat).unwrap_or(0);
    let verschil = has_choice(scenario);
    let mut speler = Speler { scenario, maat: place, verschil, threads, stop, done, gespeeld: 0 };

    let Some(toeval) = chance(&mut speler, opzet)? else { return Ok(None) };
    let grouped = groups(&keys);
    let members: Vec<Vec<usize>> = grouped.values().cloned().collect();
    let Some(found) = screen(&mut speler, &keys, members, opzet, "groepen")? else { return Ok(None) };
    let mut groepen: Vec<(Groep, &Vec<usize>)> = grouped
        .iter()
        .zip(found)
        .filter_map(|((naam, members), effect)| Some((Groep { naam, effect: effect? }, members)))
        .collect();
    groepen.sort_by(|a, b| b.0.effect.grootte.total_cmp(&a.0.effect.grootte));

    let closer: Vec<Vec<usize>> = enough(&groepen, toeval).into_iter().map(|one| vec![one]).collect();
    let places: Vec<usize> = closer.iter().flatten().copied().collect();
    let Some(found) = screen(&mut speler, &keys, closer, opzet, "getallen")? else { return Ok(None) };
    let mut getallen: Vec<Invloed> = places
        .iter()
        .zip(found)
        .filter_map(|(place, effect)| {
            Some(Invloed { sleutel: *keys.get(*place)?, effect: effect?, variantie: None })
        })
        .collect();
    getallen.sort_by(|a, b| b.effect.grootte.total_cmp(&a.effect.grootte));

    // What chance does as well is left alone, and so is all that is not among the first.
    let mut weighed: Vec<&mut Invloed> =
        getallen.iter_mut().filter(|one| one.effect.grootte > toeval).take(opzet.over).collect();
    let chosen: Vec<Sleutel> = weighed.iter().map(|one| one.sleutel).collect();
    if !chosen.is_empty() {
        let sample = Steekproef::new(chosen.len(), opzet.rijen, scenario.zaad);
        let Some(values) = speler.play(&chosen, &sample.punten())? else { return Ok(None) };
        for (one, variantie) in weighed.iter_mut().zip(sample.aandelen(&values)) {
            one.variantie = variantie;
        }
    }
    let groepen = groepen.into_iter().map(|(groep, _)| groep).collect();
    Ok(Some(Uitslag { maat, verschil, toeval, groepen, getallen, gespeeld: speler.gespeeld }))
}

fn screen(
    speler: &mut Speler<'_>,
    keys: &[Sleutel],
    members: Vec<Vec<usize>>,
    opzet: &Opzet,
    stage: &str,
) -> Result<Option<Vec<Option<Effect>>>, ModelError> {
    // Each stage walks by itself: what was large by luck is not looked at again from the same points.
    let seed = Stream::new(speler.scenario.zaad, Purpose::new(stage), 0).bits();
    let walk = Wandeling::new(members, keys.len(), opzet.wandelingen, seed);
    let points = walk.punten();
    let values = speler.play(keys, &points)?;
    Ok(values.map(|values| walk.effecten(&points, &values)))
}

/// What another row of chance does at the numbers that are used: the mean size of the difference between two, as an effect over the whole range.
fn chance(speler: &mut Speler<'_>, opzet: &Opzet) -> Result<Option<f64>, ModelError> {
    let punten: Vec<Punt> = (0..opzet.wandelingen * 2).map(|rij| Punt { rij, plek: Vec::new() }).collect();
    let Some(values) = speler.play(&[], &punten)? else { return Ok(None) };
    let pairs: Vec<f64> = values
        .chunks_exact(2)
        .filter_map(|pair| if let [a, b] = pair { Some((a - b).abs()) } else { None })
        .filter(|apart| apart.is_finite())
        .collect();
    #[expect(clippy::cast_precision_loss, reason = "a few walks")]
    let count = pairs.len().max(1) as f64;
    Ok(Some(pairs.iter().sum::<f64>() / count * 1.5))
}

/// The members of the groups that have nearly all of the effect together, and more than chance.
fn enough(groepen: &[(Groep, &Vec<usize>)], toeval: f64) -> Vec<usize> {
    let all: f64 = groepen.iter().map(|(groep, _)| groep.effect.grootte).sum();
    let mut so_far = 0.0;
    let mut out = Vec::new();
    for (groep, members) in groepen.iter().take(GROEPEN) {
        if so_far >= GENOEG * all || groep.effect.grootte <= toeval {
            break;
        }
        so_far += groep.effect.grootte;
        out.extend(members.iter().copied());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Scenario {
        Scenario { jaren: 2, ..Scenario::default() }
    }

    fn look(opzet: &Opzet, threads: usize, stop: bool) -> Option<Uitslag> {
        let threads = NonZeroUsize::new(threads).unwrap();
        onderzoek(&small(), Maat::UitgavenJeugdhulp, opzet, threads, &AtomicBool::new(stop), &|| {}).unwrap()
    }

    /// What residential care costs decides what is spent; how fast discontent wears off does nothing in two years, to the last bit.
    #[test]
    fn what_decides_is_found_and_what_does_nothing_does_nothing() {
        let alleen = vec![Sleutel::PrijsVerblijf, Sleutel::PrijsCrisis, Sleutel::Lr6Tijd];
        let opzet = Opzet { wandelingen: 3, over: 2, rijen: 48, alleen };
        let found = look(&opzet, 1, false).unwrap();
        assert_eq!(found, look(&opzet, 2, false).unwrap(), "the number of threads changes nothing");
        assert!(!found.verschil && found.toeval > 0.0);
        assert_eq!(found.groepen[0].naam, "prijs");
        assert_eq!(found.groepen.last().unwrap().effect.grootte.to_bits(), 0.0_f64.to_bits());
        assert_eq!(found.getallen[0].sleutel, Sleutel::PrijsVerblijf);
        let share = found.getallen[0].variantie.unwrap();
        assert!((0.7..1.3).contains(&share.totaal.midden), "{share:?}");
        assert!(found.gespeeld <= kosten(&small(), &opzet), "{}", found.gespeeld);
    }

    #[test]
    fn what_is_stopped_has_no_outcome() {
        assert_eq!(look(&Opzet::default(), 1, true), None);
    }

    #[test]
    fn all_numbers_with_a_range_may_move_but_those_of_the_file() {
        let free = keys(&small(), &Opzet::default());
        assert!(free.len() > 150 && !free.contains(&Sleutel::JeugdKrap));
        let fixed = Scenario { vast: vec![Sleutel::WachtGgz], ..small() };
        assert_eq!(keys(&fixed, &Opzet::default()).len(), free.len() - 1);
        let grouped = groups(&free);
        assert!(grouped.len() < 45 && grouped.values().map(Vec::len).sum::<usize>() == free.len());
    }
}
