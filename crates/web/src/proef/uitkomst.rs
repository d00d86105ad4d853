//! What came of a try, as it is kept: the same names as `leerloop simulatie run --json` gives, with the numbers it rests on and its report.

use serde::{Deserialize, Serialize};
use simulatie::scenario::{
    Band, BreukTelling, MaatUitkomst, Manifest, Onzekerheid, Scenario, Uitkomst, verslag,
};
use simulatie::systeem::{Maat, TABEL};

/// The program, as reports name it.
pub(crate) const PROGRAMMA: &str = concat!("leerloop ", env!("CARGO_PKG_VERSION"));

/// A try. Bands per year and per measure, so that it can later be held against what happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Bewaarvorm {
    pub(crate) program: String,
    pub(crate) scenario: String,
    pub(crate) first_year: i64,
    pub(crate) years: usize,
    pub(crate) seed: u64,
    /// `aannames` or `toeval`.
    pub(crate) uncertainty: String,
    pub(crate) replications_asked: u64,
    pub(crate) replications: u64,
    pub(crate) model_events: u64,
    pub(crate) months_clipped: u64,
    pub(crate) measures: Vec<Meting>,
    pub(crate) breaks: Breuken,
    pub(crate) assumptions: Vec<Getal>,
    /// The report after STRESS-DES, as it was made then.
    pub(crate) report: String,
}

/// A measure over the years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Meting {
    pub(crate) name: String,
    pub(crate) unit: String,
    pub(crate) as_now: Vec<Option<Ruimte>>,
    pub(crate) choice: Vec<Option<Ruimte>>,
    pub(crate) difference: Vec<Option<Ruimte>>,
    pub(crate) mean_difference: Option<Ruimte>,
}

/// A band: nine in ten replications lie between `p5` and `p95`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Ruimte {
    pub(crate) p5: f64,
    pub(crate) p25: f64,
    pub(crate) p50: f64,
    pub(crate) p75: f64,
    pub(crate) p95: f64,
    pub(crate) n: usize,
}

/// What is short first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Breuken {
    pub(crate) as_now: Vec<Knelpunt>,
    pub(crate) choice: Vec<Knelpunt>,
}

/// Something that is short, in which part of the replications, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Knelpunt {
    pub(crate) name: String,
    pub(crate) share: f64,
    pub(crate) first: f64,
    pub(crate) years_after_start: Option<Ruimte>,
}

/// A number that the model rests on, as it was then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Getal {
    pub(crate) name: String,
    pub(crate) value: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) unit: String,
    pub(crate) source: String,
    /// Whether the scenario set it: it was not drawn from its range.
    pub(crate) set: bool,
}

/// Six figures that count: more says nothing, and half of what is kept would be digits.
fn kort(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}

impl From<Band> for Ruimte {
    fn from(band: Band) -> Self {
        Self {
            p5: kort(band.laagst),
            p25: kort(band.laag),
            p50: kort(band.midden),
            p75: kort(band.hoog),
            p95: kort(band.hoogst),
            n: band.aantal,
        }
    }
}

fn meting(of: &MaatUitkomst) -> Meting {
    let bands = |bands: &[Option<Band>]| bands.iter().map(|band| band.map(Ruimte::from)).collect();
    Meting {
        name: of.maat.naam(),
        unit: of.maat.eenheid().to_owned(),
        as_now: bands(&of.zoals_nu),
        choice: bands(&of.keuze),
        difference: bands(&of.verschil),
        mean_difference: of.verschil_samen.map(Ruimte::from),
    }
}

fn knelpunt(of: &BreukTelling) -> Knelpunt {
    Knelpunt {
        name: of.breuk.naam(),
        share: kort(of.deel),
        first: kort(of.eerst),
        years_after_start: of.wanneer.map(Ruimte::from),
    }
}

impl Bewaarvorm {
    /// Of what the model gave, played on so many threads.
    pub(crate) fn of(scenario: &Scenario, outcome: &Uitkomst, threads: usize) -> Self {
        let report = verslag(scenario, outcome, &Manifest { program: PROGRAMMA, threads });
        Self {
            replications: outcome.herhalingen,
            model_events: outcome.gebeurtenissen,
            months_clipped: outcome.geknipt,
            measures: outcome.maten.iter().map(meting).collect(),
            breaks: Breuken {
                as_now: outcome.breuken_zoals_nu.iter().map(knelpunt).collect(),
                choice: outcome.breuken.iter().map(knelpunt).collect(),
            },
            report,
            ..Self::niets(scenario)
        }
    }

    /// Of a run that was stopped before it began.
    pub(crate) fn niets(scenario: &Scenario) -> Self {
        let getallen = TABEL.iter().map(|one| Getal {
            name: one.naam.to_owned(),
            value: scenario.aannames.get(one.sleutel),
            low: one.laag,
            high: one.hoog,
            unit: one.eenheid.to_owned(),
            source: one.bron.to_owned(),
            set: scenario.vast.contains(&one.sleutel),
        });
        Self {
            program: PROGRAMMA.to_owned(),
            scenario: scenario.naam.clone(),
            first_year: scenario.eerste_jaar,
            years: scenario.jaren,
            seed: scenario.zaad,
            uncertainty: match scenario.onzekerheid {
                Onzekerheid::Aannames => "aannames".to_owned(),
                Onzekerheid::Toeval => "toeval".to_owned(),
            },
            replications_asked: scenario.herhalingen,
            replications: 0,
            model_events: 0,
            months_clipped: 0,
            measures: Vec::new(),
            breaks: Breuken { as_now: Vec::new(), choice: Vec::new() },
            assumptions: getallen.collect(),
            report: String::new(),
        }
    }

    /// A measure.
    pub(crate) fn maat(&self, maat: Maat) -> Option<&Meting> {
        let name = maat.naam();
        self.measures.iter().find(|one| one.name == name)
    }

    /// All measures and years as CSV; of one measure when it is named. None when there is no such measure.
    pub(crate) fn csv(&self, only: Option<&str>) -> Option<String> {
        use std::fmt::Write as _;
        let mut text = String::from("measure,unit,year,series,p5,p25,p50,p75,p95,replications\n");
        let measures = || self.measures.iter().filter(|one| only.is_none_or(|name| one.name == name));
        measures().next()?;
        for one in measures() {
            for (series, bands) in
                [("as_now", &one.as_now), ("choice", &one.choice), ("difference", &one.difference)]
            {
                for (year, band) in (self.first_year..).zip(bands) {
                    let Some(Ruimte { p5, p25, p50, p75, p95, n }) = band else { continue };
                    // Writing to a String cannot fail.
                    let _ = writeln!(
                        text,
                        "{},{},{year},{series},{p5},{p25},{p50},{p75},{p95},{n}",
                        one.name, one.unit
                    );
                }
            }
        }
        Some(text)
    }
}
