//! Samples of choices that were tried.

use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, LazyLock};

use register::beeld::{ScenarioBeeld, ScenarioRegel, ScenariosBeeld};
use simulatie::scenario::{Scenario, Uitkomst, probeer};
use stelsel::plan::Woorden;

use super::{id, moment, of};
use crate::proef::{Bewaarvorm, Proef, Proeven};

const TOML: &str = "naam = 'Proef'\njaren = 4\nherhalingen = 6\nstelselwijziging = [2028]\n[bouwstenen]\ntoegang = { niveau = 0.8, opbouw = 2 }\n\
    [[begroting]]\nfactor = 0.9\nvanaf = 2027\ntot = 2028\n[[tarief]]\nfactor = 1.1\nantwoord = 'ggz'\n[lussen]\nLR6 = false\n[aannames]\nwacht.ggz = 120";

/// Played once for all samples.
static GESPEELD: LazyLock<(Scenario, Uitkomst)> = LazyLock::new(|| {
    let scenario = Scenario::read(TOML).unwrap();
    let outcome = probeer(&scenario, NonZeroUsize::MIN, &AtomicBool::new(false), &|| {}).unwrap();
    (scenario, outcome)
});

fn words(nasty: &str, nice: &str) -> Woorden {
    Woorden::new(&of(nasty, nice)).unwrap()
}

fn named(nasty: &str) -> Scenario {
    let toelichting = of(nasty, "Wat als we vroeg beginnen?");
    Scenario { naam: of(nasty, "Eerst de toegang"), toelichting, ..GESPEELD.0.clone() }
}

/// What came of it.
pub(crate) fn uitkomst(nasty: &str) -> Bewaarvorm {
    Bewaarvorm::of(&named(nasty), &GESPEELD.1, 1)
}

/// A run that was stopped before it began.
pub(crate) fn proef(nasty: &str) -> Arc<Proef> {
    let all = Arc::new(Proeven::default());
    let proef = all.begin(id(7), "beleid", TOML.to_owned(), named(nasty)).unwrap();
    all.stop(&proef);
    proef
}

fn regel(nasty: &str, nr: u8) -> ScenarioRegel {
    ScenarioRegel {
        id: id(nr),
        naam: words(nasty, "Alle vijf bouwstenen"),
        waarom: words(nasty, "Voor de raad van maart: wat doet de ontwikkelagenda met wachten?"),
        wie: if nr == 1 { of(nasty, "Joost de Wit") } else { String::new() },
        wanneer: moment(),
    }
}

pub(crate) fn lijst(nasty: &str, full: bool, probeert: bool) -> ScenariosBeeld {
    let regels = if full { vec![regel(nasty, 1), regel(nasty, 2)] } else { Vec::new() };
    ScenariosBeeld { regels, probeert }
}

/// One that was kept; the file of one that was taken away does not read any more.
pub(crate) fn beeld(nasty: &str, probeert: bool, away: bool) -> ScenarioBeeld {
    ScenarioBeeld {
        regel: regel(nasty, 1),
        toml: if away { format!("vroeger = '{nasty}") } else { TOML.to_owned() },
        uitkomst: serde_json::to_string(&uitkomst(nasty)).unwrap(),
        weg: away.then(moment),
        probeert,
    }
}
