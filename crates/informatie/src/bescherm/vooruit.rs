//! Forecasts as they may be shown.

use jiff::civil::Date;

use super::blad::{Blad, BladRij};
use super::deur::Deur;
use super::getal::{Getal, Reden};
use crate::indicator::{Indicator, Tekst, Vraag};
use crate::kernel::{
    Axis, Omvang, Periods, Stretch, Value, Verzameling, dominance_provider, dominance_youth,
};
use crate::snapshot::{Column, Snapshot, SnapshotFout};
use crate::statistiek::Stream;
use crate::voorspelling::{
    Band, Maat, Oordeel, Opdracht, Plafond, Plafonduitkomst, TeWeinig, plafonds, terugblik, voorspel,
};

/// A forecast is told from this many times the threshold on, of the last twelve months: below it the rounding would be most of it.
const DREMPELS: u32 = 10;
/// Months of the past that stand before a forecast.
const TERUG: usize = 36;

/// The parts of a sheet of a forecast that are of what was.
pub const VERLEDEN: [&str; 3] = ["stand", "instroom", "instroom-geschat"];
/// The bounds of who will be there: the middle, and the ranges of half, 80 and 95 out of 100, lower and upper.
pub const VERWACHT_STAND: [&str; 7] = [
    "stand-midden",
    "stand-50-onder",
    "stand-50-boven",
    "stand-80-onder",
    "stand-80-boven",
    "stand-95-onder",
    "stand-95-boven",
];
/// The same of who will come.
pub const VERWACHT_INSTROOM: [&str; 7] = [
    "instroom-midden",
    "instroom-50-onder",
    "instroom-50-boven",
    "instroom-80-onder",
    "instroom-80-boven",
    "instroom-95-onder",
    "instroom-95-boven",
];
/// The parts of a sheet of ceilings, in eurocents; the last is a probability.
pub const PLAFOND: [&str; 8] = [
    "plafond",
    "tot-nu",
    "jaar-midden",
    "jaar-80-onder",
    "jaar-80-boven",
    "jaar-95-onder",
    "jaar-95-boven",
    "kans-erboven",
];

/// A forecast that may be shown.
#[derive(Clone, Debug)]
pub struct Vooruit {
    /// Its figures.
    pub blad: Blad,
    /// The last month of which it knows anything.
    pub laatste: Date,
    /// Keys of what was assumed.
    pub aannames: &'static [&'static str],
    /// The series of which nothing can be said, and why.
    pub te_weinig: Vec<(String, TeWeinig)>,
}

/// How good forecasts of everything together were, as it may be shown.
#[derive(Clone, Debug)]
pub struct Terugzicht {
    /// Forecasts that were looked back at.
    pub momenten: usize,
    /// What may be said of who comes, and of who is there. None where too few youths are behind it.
    pub oordeel: Option<[Oordeel; 2]>,
    /// Its figures.
    pub blad: Blad,
}

impl Deur {
    /// Forecasts a level. A series with too few youths has no figures. What was is shown as the indicators of the catalogue show it; what
    /// may be expected is a property of the whole series, rounded to the nearest step.
    pub fn voorspel(&self, snapshot: &Snapshot, opdracht: &Opdracht) -> Result<Vooruit, SnapshotFout> {
        let found = voorspel(snapshot, opdracht)?;
        let first =
            found.laatste.saturating_sub(jiff::Span::new().months(i64::try_from(TERUG).unwrap_or(0) - 1));
        let key = match opdracht.stroom {
            Stretch::Hulp => "stand",
            Stretch::Wachten => "wachtend",
        };
        let indicator = Indicator::find(key).ok_or(SnapshotFout::Question("this indicator is not there"))?;
        let stand = self.publiceer(
            indicator,
            &Vraag {
                snapshot,
                threads: opdracht.threads,
                niveau: opdracht.niveau,
                perioden: Periods::months(first, TERUG)?,
                gebied: None,
                vorm: None,
                leeftijd: None,
            },
        )?;
        let (mut rijen, mut te_weinig) = (Vec::new(), Vec::new());
        for reeks in &found.reeksen {
            let mut add = |onderdeel, day: Date, getal| {
                rijen.push(BladRij {
                    onderdeel,
                    sleutel: reeks.sleutel.clone(),
                    plek: day.to_string(),
                    getal,
                });
            };
            let verloop = match &reeks.uitkomst {
                Ok(verloop) if self.enough(reeks.jeugdigen) => verloop,
                Ok(_) => {
                    add("stand", found.laatste, Getal::hidden(Reden::TeWeinig));
                    continue;
                }
                Err(why) => {
                    te_weinig.push((reeks.sleutel.clone(), *why));
                    continue;
                }
            };
            let [was, came, estimated] = VERLEDEN;
            for month in verloop.verleden.iter().filter(|month| month.maand >= first) {
                if let Some(getal) = stand.getal(&reeks.sleutel, month.maand) {
                    add(was, month.maand, *getal);
                }
                // A spell is no set of the snapshot: its draw goes by series, month and number.
                let of_month =
                    Stream::name(&format!("{}/{}/{}", opdracht.niveau.key(), reeks.sleutel, month.maand));
                let wie = Verzameling { jeugdigen: month.instroom, sleutels: of_month };
                add(came, month.maand, self.telling(wie));
                if month.instroom_geschat.tachtig.1 > f64::from(month.instroom) {
                    add(
                        estimated,
                        month.maand,
                        self.rounded_to(month.instroom_geschat.midden).with_voorlopig(true),
                    );
                }
            }
            for month in &verloop.komend {
                for (parts, band) in [(VERWACHT_STAND, &month.stand), (VERWACHT_INSTROOM, &month.instroom)] {
                    for (onderdeel, value) in parts.into_iter().zip(bounds(band)) {
                        add(onderdeel, month.maand, self.rounded_to(value).with_voorlopig(true));
                    }
                }
            }
        }
        let blad = self.sheet(snapshot, rijen);
        Ok(Vooruit { blad, laatste: found.laatste, aannames: found.aannames, te_weinig })
    }

    fn enough(&self, youths: u32) -> bool {
        youths >= self.regel().drempel().saturating_mul(DREMPELS)
    }

    /// To the nearest step, for what is no count of anybody.
    fn rounded_to(&self, value: f64) -> Getal {
        let step = f64::from(self.regel().basis());
        Getal::shown((value.max(0.0) / step).round() * step, step)
    }

    fn sheet(&self, snapshot: &Snapshot, rijen: Vec<BladRij>) -> Blad {
        Blad {
            naam: Tekst { nl: "Vooruitblik", en: "Forecast" },
            definitie: Tekst {
                nl: "Wat in de komende maanden te verwachten is als het gaat zoals het ging, als bereik: 50, 80 en 95 van de 100 keer ligt het tussen onder en boven.",
                en: "What may be expected in the months to come if things go as they went, as ranges: 50, 80 and 95 times out of 100 it lies between the bounds.",
            },
            context: Tekst {
                nl: "Een vooruitblik is geen doel en geen belofte. Ander beleid, andere prijzen of andere aanbieders zitten er niet in.",
                en: "A forecast is no target and no promise. Other policy, other prices or other providers are not in it.",
            },
            snapshot: snapshot.name().to_owned(),
            regel: self.regel(),
            as_naam: "periode",
            rijen,
        }
    }

    /// Looks back at forecasts of everything together, made every `stap` months.
    pub fn terugblik(
        &self,
        snapshot: &Snapshot,
        opdracht: &Opdracht,
        stap: u8,
    ) -> Result<Terugzicht, SnapshotFout> {
        let found = terugblik(snapshot, opdracht, stap)?;
        let enough = found.reeksen.iter().any(|reeks| self.enough(reeks.jeugdigen));
        let mut rijen = Vec::new();
        if enough {
            let mut add = |onderdeel, plek: &str, value: Option<f64>, step: f64| {
                let getal = value.map_or(Getal::hidden(Reden::GeenGegevens), |value| {
                    Getal::shown((value / step).round() * step, step)
                });
                rijen.push(BladRij { onderdeel, sleutel: String::new(), plek: plek.to_owned(), getal });
            };
            for (names, maat) in [(TERUG_INSTROOM, &found.instroom), (TERUG_STAND, &found.stand)] {
                let shown = |value| (maat.maanden > 0).then_some(value);
                let shares = maat.dekking.map(shown);
                let values = std::iter::once(maat.vaardigheid()).chain(shares);
                for (name, value) in names.into_iter().zip(values) {
                    add(name, "", value, 0.01);
                }
            }
            let both = [&found.instroom_per_maand, &found.stand_per_maand];
            for (per_month, [own, year_ago]) in both.into_iter().zip(ERNAAST) {
                for (maat, ahead) in per_month.iter().zip(1..) {
                    let ahead = format!("{ahead}");
                    let shown = |of: fn(&Maat) -> f64| (maat.maanden > 0).then(|| of(maat));
                    add(own, &ahead, shown(|maat| maat.ernaast), 1.0);
                    add(year_ago, &ahead, shown(|maat| maat.ernaast_vorig_jaar), 1.0);
                }
            }
        }
        Ok(Terugzicht {
            momenten: found.momenten.len(),
            oordeel: enough.then(|| [found.instroom.oordeel(), found.stand.oordeel()]),
            blad: Blad { as_naam: "maanden-vooruit", ..self.sheet(snapshot, rijen) },
        })
    }

    /// What is expected against ceilings. Hidden where one youth or one provider has most of it, or too few youths are behind it.
    pub fn plafonds(
        &self,
        snapshot: &Snapshot,
        opdracht: &Opdracht,
        wanted: &[Plafond],
    ) -> Result<Blad, SnapshotFout> {
        let keys = opdracht.niveau.keys(snapshot);
        let mut axes: Vec<Axis> = opdracht.niveau.axis(snapshot).into_iter().collect();
        axes.push(Axis::only(Column::Leeftijd, |value| !matches!(value, Value::Number(23..))));
        let of_youths = dominance_youth(snapshot, opdracht.threads, &axes, Omvang::Grootste)?;
        let of_providers = dominance_provider(snapshot, opdracht.threads, &axes, Omvang::Grootste)?;
        let mut rijen = Vec::new();
        for Plafonduitkomst { plafond, uitkomst } in plafonds(snapshot, opdracht, wanted)? {
            let place = keys.iter().position(|key| *key == plafond.sleutel);
            let dominated = place.and_then(|n| Some((of_youths.get(n)?, of_providers.get(n)?)));
            let dominated = dominated.is_none_or(|(a, b)| self.overheerst(*a) || self.overheerst(*b));
            let figures = match uitkomst {
                Err(_) => [Getal::hidden(Reden::GeenGegevens); 7],
                Ok(of) if !self.enough(of.jeugdigen) => [Getal::hidden(Reden::TeWeinig); 7],
                Ok(_) if dominated => [Getal::hidden(Reden::Overheersing); 7],
                Ok(of) => {
                    let [middle, _, _, low80, high80, low95, high95] = bounds(&of.jaartotaal).map(amount);
                    let until_now = amount(cents(of.tot_nu));
                    let chance = Getal::shown((of.kans_erboven * 20.0).round() / 20.0, 0.05);
                    [until_now, middle, low80, high80, low95, high95, chance]
                }
            };
            // The ceiling itself is public: it stands in a contract.
            let ceiling = Getal::shown(cents(plafond.cent), 1.0);
            for (onderdeel, getal) in PLAFOND.into_iter().zip(std::iter::once(ceiling).chain(figures)) {
                let plek = plafond.jaar.to_string();
                let getal = getal.with_voorlopig(onderdeel != "plafond");
                rijen.push(BladRij { onderdeel, sleutel: plafond.sleutel.clone(), plek, getal });
            }
        }
        Ok(Blad { as_naam: "jaar", ..self.sheet(snapshot, rijen) })
    }
}

/// The parts of a look back: by which share it was better than last year's value, and the shares within each range.
pub const TERUG_INSTROOM: [&str; 4] =
    ["instroom-vaardigheid", "instroom-binnen-50", "instroom-binnen-80", "instroom-binnen-95"];
/// The same of who is there.
pub const TERUG_STAND: [&str; 4] =
    ["stand-vaardigheid", "stand-binnen-50", "stand-binnen-80", "stand-binnen-95"];
/// By how many youths it was off, and last year's value was: of who comes, and of who is there.
pub const ERNAAST: [[&str; 2]; 2] =
    [["instroom-ernaast", "instroom-ernaast-vorig-jaar"], ["stand-ernaast", "stand-ernaast-vorig-jaar"]];

fn bounds(band: &Band) -> [f64; 7] {
    [
        band.midden,
        band.helft.0,
        band.helft.1,
        band.tachtig.0,
        band.tachtig.1,
        band.vijfennegentig.0,
        band.vijfennegentig.1,
    ]
}

/// An amount in two figures.
fn amount(value: f64) -> Getal {
    let step = 10_f64.powf(value.max(1.0).log10().floor() - 1.0).max(100_000.0);
    Getal::shown((value / step).round() * step, step)
}

#[expect(clippy::cast_precision_loss, reason = "cents far below 2^53")]
fn cents(of: u64) -> f64 {
    of as f64
}
