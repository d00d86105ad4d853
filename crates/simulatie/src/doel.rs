//! What would have to be true for a target to be met: how far a lever would have to go, and in which part of their ranges the assumptions
//! would have to lie.

mod doos;

pub use doos::{Doos, Zijde, zoek_doos};

use crate::gevoelig::{Werk, factoren};
use crate::model::ModelError;
use crate::scenario::Scenario;
use crate::systeem::{Bouwsteen, Deel, Hefboom, Keuze, Maat, Sleutel};

/// Places of a lever at which it is tried first, and how often the stretch in which it lies is halved after that.
const ROOSTER: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
const HALVERINGEN: usize = 4;
/// So many times as many tries for a box as for a place of a lever: a tenth of them must still be several.
const MEER: u64 = 4;

/// What is aimed at: a measure in a year, at most or at least so much, in so many of the tries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doel {
    /// The measure.
    pub maat: Maat,
    /// The year, counted from zero at the first.
    pub jaar: usize,
    /// Whether it may be no more than the bound; otherwise no less.
    pub hoogstens: bool,
    /// The bound, in the unit of the measure.
    pub grens: f64,
    /// In what share of the tries it must be met, 0 to 1.
    pub deel: f64,
}

impl Doel {
    /// Whether a value meets it. What is not a number does not.
    pub fn holds(&self, value: f64) -> bool {
        if self.hoogstens { value <= self.grens } else { value >= self.grens }
    }
}

/// Something that can be turned up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knop {
    /// One building block, from where it is to full.
    Bouwsteen(Bouwsteen),
    /// All five at once.
    AlleVijf,
    /// The budget of youth help, up to half more.
    Begroting,
    /// Places, up to half more.
    Plaatsen,
}

impl Knop {
    /// All of them.
    pub fn all() -> Vec<Self> {
        let each = Bouwsteen::ALL.iter().copied().map(Self::Bouwsteen);
        each.chain([Self::AlleVijf, Self::Begroting, Self::Plaatsen]).collect()
    }

    /// The name in outcomes.
    pub fn naam(self) -> String {
        match self {
            Self::Bouwsteen(bouwsteen) => format!("bouwstenen.{}", bouwsteen.naam()),
            Self::AlleVijf => "bouwstenen".to_owned(),
            Self::Begroting => "begroting".to_owned(),
            Self::Plaatsen => "plaatsen".to_owned(),
        }
    }

    /// What it is set to at a place from 0 (as in the scenario) to 1: the level of building blocks, or the factor.
    pub fn waarde(self, plek: f64) -> f64 {
        match self {
            Self::Bouwsteen(_) | Self::AlleVijf => plek,
            Self::Begroting | Self::Plaatsen => 1.0 + plek / 2.0,
        }
    }

    /// The choice with it turned up. A building block keeps its years, and is never turned down.
    fn turned(self, keuze: &Keuze, plek: f64) -> Keuze {
        let mut keuze = keuze.clone();
        let deel = Deel { antwoord: None, vanaf: 0.0, tot: f64::INFINITY, factor: self.waarde(plek) };
        match self {
            Self::Bouwsteen(one) => raise(&mut keuze, one, plek),
            Self::AlleVijf => {
                for one in Bouwsteen::ALL.iter().copied() {
                    raise(&mut keuze, one, plek);
                }
            }
            Self::Begroting => keuze.begroting.push(deel),
            Self::Plaatsen => keuze.plaatsen.push(deel),
        }
        keuze
    }
}

fn raise(keuze: &mut Keuze, one: Bouwsteen, level: f64) {
    if let Some(hefboom) = keuze.bouwstenen.get_mut(one.place()) {
        *hefboom = Hefboom { niveau: hefboom.niveau.max(level), ..*hefboom };
    }
}

/// How far a lever would have to go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nodig {
    /// The lever.
    pub knop: Knop,
    /// The least place at which the target was met; none when it is out of reach for this lever alone.
    pub plek: Option<f64>,
    /// The place at which it was met most often, and in what share of the tries.
    pub best: (f64, f64),
    /// Whether further helped less somewhere: then there is no simple "more is better".
    pub keert: bool,
}

/// What would have to be true.
#[derive(Clone, Debug, PartialEq)]
pub struct Antwoorden {
    /// In what share of the tries the scenario meets it as it is.
    pub zoals_het_is: f64,
    /// Per lever.
    pub knoppen: Vec<Nodig>,
    /// Where the assumptions would have to lie; none when nothing was found that holds up on tries that were not searched.
    pub doos: Option<Doos>,
    /// How many futures were played.
    pub gespeeld: u64,
}

/// How many futures a search plays at most.
pub fn kosten(aantal: u64) -> u64 {
    let wide = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    aantal * (1 + wide(Knop::all().len()) * (wide(ROOSTER.len() - 1 + HALVERINGEN)) + MEER)
}

/// The values of the target's measure, a replication each; none when it was stopped.
fn tries(
    scenario: &Scenario,
    keuze: &Keuze,
    doel: &Doel,
    aantal: u64,
    werk: Werk<'_>,
) -> Result<Option<Vec<f64>>, ModelError> {
    let maat = Maat::all().iter().position(|one| *one == doel.maat).unwrap_or(0);
    let play = |nr: u64| {
        let played = scenario.speel(&scenario.aannames_of(nr), keuze, nr)?;
        let value = played.maten.get(maat).and_then(|years| years.get(doel.jaar)).copied();
        Ok::<_, ModelError>(vec![value.unwrap_or(f64::NAN)])
    };
    let values: Vec<f64> = werk.play(aantal, &play)?.into_iter().flatten().collect();
    Ok(u64::try_from(values.len()).is_ok_and(|count| count == aantal).then_some(values))
}

/// Searches what would have to be true, by at most [`kosten`] futures. None when it was stopped before the end.
///
/// Levers are tried one at a time, on the same children and the same draws of the assumptions: on a grid, and then by halving the stretch
/// in which the target is met first. Assumptions are searched for a box (PRIM, Friedman and Fisher 1999; scenario discovery, Bryant and Lempert
/// 2010) on half of the tries, and what the box is worth is told from the other half.
///
/// # Errors
/// When the numbers of a replication make no model.
pub fn zoek(
    scenario: &Scenario,
    doel: &Doel,
    aantal: u64,
    werk: Werk<'_>,
) -> Result<Option<Antwoorden>, ModelError> {
    let mut gespeeld = 0;
    let mut share = |keuze: &Keuze| -> Result<Option<f64>, ModelError> {
        gespeeld += aantal;
        Ok(tries(scenario, keuze, doel, aantal, werk)?.map(|found| part(&found, doel)))
    };
    let Some(zoals_het_is) = share(&scenario.keuze)? else { return Ok(None) };
    let mut knoppen = Vec::new();
    for knop in Knop::all() {
        let found = search(doel.deel, zoals_het_is, &mut |plek| share(&knop.turned(&scenario.keuze, plek)))?;
        let Some((plek, best, keert)) = found else { return Ok(None) };
        knoppen.push(Nodig { knop, plek, best, keert });
    }
    let Some(values) = tries(scenario, &scenario.keuze, doel, aantal * MEER, werk)? else { return Ok(None) };
    gespeeld += aantal * MEER;
    let free: Vec<Sleutel> = factoren(scenario).iter().map(|one| one.sleutel).collect();
    let row = |(nr, value): (u64, &f64)| {
        let aannames = scenario.aannames_of(nr);
        (free.iter().map(|key| aannames.get(*key)).collect::<Vec<f64>>(), doel.holds(*value))
    };
    let rows: Vec<(Vec<f64>, bool)> = (0..).zip(&values).map(row).collect();
    let doos = zoek_doos(&rows, doel.deel).map(|found| found.named(&free));
    Ok(Some(Antwoorden { zoals_het_is, knoppen, doos, gespeeld }))
}

fn part(tries: &[f64], doel: &Doel) -> f64 {
    let met = tries.iter().filter(|value| doel.holds(**value)).count();
    #[expect(clippy::cast_precision_loss, reason = "a count of tries")]
    let share = met as f64 / tries.len().max(1) as f64;
    share
}

/// What a search found: the least place that meets, the best one with its share, and whether further helped less.
type Gevonden = (Option<f64>, (f64, f64), bool);

/// Where on a lever the share of the tries first is at least as wanted. None when it was stopped.
fn search<E>(
    wanted: f64,
    at_zero: f64,
    share: &mut dyn FnMut(f64) -> Result<Option<f64>, E>,
) -> Result<Option<Gevonden>, E> {
    let mut seen = vec![(0.0, at_zero)];
    for plek in ROOSTER.into_iter().skip(1) {
        let Some(found) = share(plek)? else { return Ok(None) };
        seen.push((plek, found));
    }
    // A tenth of the tries is no turn: so much one lever differs from itself by chance.
    let keert = seen.windows(2).any(|pair| matches!(pair, [(_, a), (_, b)] if *b < *a - 0.1));
    let first = seen.iter().position(|(_, found)| *found >= wanted);
    let mut plek = first.and_then(|nr| seen.get(nr)).map(|(plek, _)| *plek);
    if let (Some(nr), Some(mut high)) = (first.filter(|nr| *nr > 0), plek) {
        let mut low = seen.get(nr - 1).map_or(0.0, |(plek, _)| *plek);
        for _ in 0..HALVERINGEN {
            let middle = f64::midpoint(low, high);
            let Some(found) = share(middle)? else { return Ok(None) };
            seen.push((middle, found));
            if found >= wanted { high = middle } else { low = middle }
        }
        plek = Some(high);
    }
    let best = seen.iter().copied().fold((0.0, -1.0), |best, one| if one.1 > best.1 { one } else { best });
    Ok(Some((plek, best, keert)))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "halves and quarters come out exactly")]

    use super::*;

    fn found(wanted: f64, share: fn(f64) -> f64) -> Gevonden {
        let mut of = |plek| Ok::<_, ()>(Some(share(plek)));
        search(wanted, share(0.0), &mut of).unwrap().unwrap()
    }

    #[test]
    fn a_lever_is_turned_as_far_as_needed() {
        let (plek, best, keert) = found(0.8, |plek| plek);
        assert_eq!((plek, best, keert), (Some(0.8125), (1.0, 1.0), false));
        assert_eq!(found(0.8, |_| 0.9).0, Some(0.0), "met already");
        let (plek, best, _) = found(0.8, |plek| plek / 2.0);
        assert_eq!((plek, best), (None, (1.0, 0.5)), "out of reach, and what came nearest");
        let (plek, best, keert) = found(0.8, |plek| 1.0 - 2.0 * (plek - 0.5).abs());
        assert_eq!((plek, best.0, keert), (Some(0.40625), 0.5, true));
        assert_eq!(search(0.8, 0.0, &mut |_| Ok::<_, ()>(None)), Ok(None), "stopped");
    }

    #[test]
    fn a_building_block_is_never_turned_down() {
        let own = Hefboom { niveau: 0.6, vanaf: 2.0, opbouw: 3.0 };
        let keuze = Keuze::default().with(Bouwsteen::Inzicht, own);
        let turned = Knop::AlleVijf.turned(&keuze, 0.5);
        assert_eq!(turned.bouwstenen[Bouwsteen::Inzicht.place()], own);
        assert_eq!(turned.bouwstenen[Bouwsteen::Toegang.place()].niveau, 0.5);
        assert_eq!(Knop::Plaatsen.turned(&keuze, 1.0).plaatsen[0].factor, 1.5);
        assert_eq!(Knop::all().len(), 8);
    }

    /// More money means more is spent: the first is met by the budget lever and by no other one that does not spend.
    #[test]
    fn on_the_model_a_target_of_spending_is_met_by_money_only() {
        let mut scenario = Scenario { jaren: 2, ..Scenario::default() };
        scenario.onzekerheid = crate::scenario::Onzekerheid::Toeval;
        let stop = std::sync::atomic::AtomicBool::new(false);
        let werk = Werk { threads: std::num::NonZeroUsize::MIN, stop: &stop, done: &|| {} };
        let all = |keuze: &Keuze| {
            let doel =
                Doel { maat: Maat::UitgavenJeugdhulp, jaar: 1, hoogstens: false, grens: 0.0, deel: 0.8 };
            let found = tries(&scenario, keuze, &doel, 3, werk).unwrap().unwrap();
            found.iter().sum::<f64>() / 3.0
        };
        let (now, more) = (all(&scenario.keuze), all(&Knop::Begroting.turned(&scenario.keuze, 1.0)));
        assert!(more > now * 1.02, "{now} {more}");
        let doel = Doel {
            maat: Maat::UitgavenJeugdhulp,
            jaar: 1,
            hoogstens: false,
            grens: f64::midpoint(now, more),
            deel: 0.8,
        };
        let found = zoek(&scenario, &doel, 3, werk).unwrap().unwrap();
        let of = |knop| found.knoppen.iter().find(|one| one.knop == knop).unwrap();
        assert!(of(Knop::Begroting).plek.is_some_and(|plek| plek > 0.0), "{found:?}");
        assert_eq!(of(Knop::Bouwsteen(Bouwsteen::Inzicht)).plek, None);
        assert!(found.zoals_het_is < 0.8);
        assert!(found.gespeeld <= kosten(3));
        assert_eq!(found.doos, None, "nothing differs between the numbers of these tries");
    }
}
