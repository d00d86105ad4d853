//! What was measured: numbers with their ranges, and who is there at the start.

use toml::de::{DeTable, DeValue};

use super::super::fout::{Fout, Soort};
use super::super::woord::nearest;
use super::{Lezer, Value, parsed};
use crate::systeem::ijking::SOORTEN;
use crate::systeem::{Aanwezig, Begin, Gemeten, Grootheid, Meting};

/// The most that can be counted: more than all youths of the country.
const MEEST: (f64, f64) = (0.0, 1e7);
/// Longest source that is kept.
const BRON: usize = 300;

/// A file with nothing but what was measured: `[aannames]` and `[begin]`.
pub(in super::super) fn read(text: &str) -> Result<(Vec<Gemeten>, Option<Begin>), Vec<Fout>> {
    let mut lezer = Lezer { text, fouten: Vec::new(), eerste: 0, jaren: 0 };
    let Some(table) = parsed(&mut lezer, text) else { return Err(lezer.fouten) };
    lezer.known(&table, "", &["aannames", "begin"]);
    let mut found = super::Scenario::default();
    if let Some(inner) = table.get("aannames").and_then(|value| lezer.table(value, "aannames")) {
        lezer.assumptions(inner, "", &mut found);
    }
    let begin = table.get("begin").and_then(|value| lezer.begin(value));
    for sleutel in &found.vast {
        let naam = Grootheid::naam_of(*sleutel);
        lezer.wrong(0, &format!("aannames.{naam}"), Soort::Verwacht("a table"));
    }
    lezer.finish((found.gemeten, begin))
}

impl Lezer<'_> {
    /// A number of the table with its range: `{ waarde, laag, hoog, bron }`.
    pub(super) fn measured(
        &mut self,
        grootheid: &Grootheid,
        value: &Value<'_>,
        path: &str,
    ) -> Option<Gemeten> {
        let table = self.table(value, path)?;
        self.known(table, path, &["waarde", "laag", "hoog", "bron"]);
        let meting = self.interval(table, value, path, Gemeten::bereik(grootheid.sleutel))?;
        let Some(bron) = table.get("bron") else {
            self.wrong(value.span().start, &format!("{path}.bron"), Soort::Ontbreekt);
            return None;
        };
        let bron = self.text(bron, &format!("{path}.bron"), BRON)?;
        Some(Gemeten { sleutel: grootheid.sleutel, meting, bron })
    }

    fn interval(
        &mut self,
        table: &DeTable<'_>,
        value: &Value<'_>,
        path: &str,
        bereik: (f64, f64),
    ) -> Option<Meting> {
        let part = |this: &mut Self, key: &str| {
            let at = format!("{path}.{key}");
            if let Some(number) = table.get(key) {
                return this.number(number, &at, bereik);
            }
            this.wrong(value.span().start, &at, Soort::Ontbreekt);
            None
        };
        let found = (part(self, "waarde"), part(self, "laag"), part(self, "hoog"));
        let (Some(waarde), Some(laag), Some(hoog)) = found else { return None };
        let meting = Meting { waarde, laag, hoog, aantal: 0 };
        if !meting.is_goed() {
            self.wrong(value.span().start, &format!("{path}.waarde"), Soort::Bereik(laag, hoog));
            return None;
        }
        Some(meting)
    }

    /// Who is there at the start.
    pub(super) fn begin(&mut self, value: &Value<'_>) -> Option<Begin> {
        let table = self.table(value, "begin")?;
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            let names = || SOORTEN.iter().map(|one| one.naam()).chain(["bron", "instroom"]);
            if !names().any(|known| known == name) {
                let near = nearest(name, names());
                self.wrong(key.span().start, &format!("begin.{name}"), Soort::Onbekend(near));
            }
        }
        let needed = |this: &mut Self, key: &str| {
            let found = table.get(key);
            if found.is_none() {
                this.wrong(value.span().start, &format!("begin.{key}"), Soort::Ontbreekt);
            }
            found
        };
        let bron = needed(self, "bron").and_then(|text| self.text(text, "begin.bron", BRON));
        let instroom = needed(self, "instroom").and_then(|row| {
            let inner = self.table(row, "begin.instroom")?;
            self.known(inner, "begin.instroom", &["waarde", "laag", "hoog"]);
            self.interval(inner, row, "begin.instroom", MEEST)
        });
        let mut aanwezig = Vec::new();
        for antwoord in SOORTEN {
            let path = format!("begin.{}", antwoord.naam());
            let Some(row) = needed(self, antwoord.naam()) else { continue };
            let Some(inner) = self.table(row, &path) else { continue };
            self.known(inner, &path, &["in_hulp", "wacht", "gewacht"]);
            let mut count = |key: &str| {
                let at = format!("{path}.{key}");
                if let Some(number) = inner.get(key) {
                    return self.number(number, &at, MEEST);
                }
                self.wrong(row.span().start, &at, Soort::Ontbreekt);
                None
            };
            let found = (count("in_hulp"), count("wacht"), count("gewacht"));
            let (Some(in_hulp), Some(wacht), Some(gewacht)) = found else { continue };
            aanwezig.push(Aanwezig { antwoord, in_hulp, wacht, gewacht });
        }
        let whole = aanwezig.len() == SOORTEN.len();
        Some(Begin { bron: bron?, instroom: instroom?, aanwezig }).filter(|_| whole)
    }

    /// Whether this is a table with a measured number rather than names within names.
    pub(super) fn is_measured(value: &DeValue<'_>) -> bool {
        matches!(value, DeValue::Table(inner) if inner.get("waarde").is_some())
    }
}
