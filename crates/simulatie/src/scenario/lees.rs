//! Reading a scenario file: every key is known or told.

mod gemeten;

pub(super) use gemeten::read as read_gemeten;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fout::{Fout, Soort};
use super::woord::nearest;
use super::{EERSTE_JAAR, HERHALINGEN, JAREN, Onzekerheid, Scenario, ZAAD};
use crate::systeem::{Antwoord, Bouwsteen, Deel, Grootheid, Hefboom, Lus, TABEL};

type Value<'a> = Spanned<DeValue<'a>>;

const TOP: [&str; 15] = [
    "naam",
    "toelichting",
    "eerste_jaar",
    "jaren",
    "herhalingen",
    "zaad",
    "onzekerheid",
    "bouwstenen",
    "afbakening",
    "begroting",
    "tarief",
    "plaatsen",
    "stelselwijziging",
    "lussen",
    "begin",
];
const AANNAMES: &str = "aannames";
/// How far a factor may go: to a tenth, or to tenfold.
const FACTOR: (f64, f64) = (0.1, 10.0);
/// How many years building up may take.
const OPBOUW: (f64, f64) = (0.0, 30.0);
/// How many changes one may list.
const MEESTE: usize = 100;

pub(super) fn read(text: &str) -> Result<Scenario, Vec<Fout>> {
    let mut lezer = Lezer { text, fouten: Vec::new(), eerste: 0, jaren: 0 };
    let Some(table) = parsed(&mut lezer, text) else { return Err(lezer.fouten) };
    let scenario = lezer.whole(&table);
    lezer.finish(scenario)
}

/// The text as TOML; otherwise what is wrong with it is told.
fn parsed<'t>(lezer: &mut Lezer<'_>, text: &'t str) -> Option<DeTable<'t>> {
    match DeTable::parse(text) {
        Ok(table) => Some(table.into_inner()),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            lezer.wrong(at, "", Soort::GeenToml(error.message().to_owned()));
            None
        }
    }
}

struct Lezer<'t> {
    text: &'t str,
    fouten: Vec<Fout>,
    eerste: i64,
    jaren: i64,
}

fn years(count: i64) -> f64 {
    i32::try_from(count).map_or(0.0, f64::from)
}

impl Lezer<'_> {
    /// What was read, or all that is wrong with it in the order of its lines.
    fn finish<T>(mut self, found: T) -> Result<T, Vec<Fout>> {
        if self.fouten.is_empty() {
            return Ok(found);
        }
        self.fouten.sort_by(|a, b| (a.regel, &a.sleutel).cmp(&(b.regel, &b.sleutel)));
        Err(self.fouten)
    }

    fn wrong(&mut self, at: usize, key: &str, soort: Soort) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let regel = 1 + before.matches('\n').count();
        self.fouten.push(Fout { regel, sleutel: key.to_owned(), soort });
    }

    fn whole(&mut self, table: &DeTable<'_>) -> Scenario {
        let mut scenario = Scenario::default();
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            if !TOP.contains(&name) && name != AANNAMES {
                let near = nearest(name, TOP.into_iter().chain([AANNAMES]));
                self.wrong(key.span().start, name, Soort::Onbekend(near));
            }
        }
        // Years first: what follows is held against them.
        if let Some(value) = table.get("eerste_jaar") {
            scenario.eerste_jaar =
                self.whole_number(value, "eerste_jaar", EERSTE_JAAR).unwrap_or(scenario.eerste_jaar);
        }
        if let Some(value) = table.get("jaren") {
            let count =
                self.whole_number(value, "jaren", JAREN).and_then(|count| usize::try_from(count).ok());
            scenario.jaren = count.unwrap_or(scenario.jaren);
        }
        self.eerste = scenario.eerste_jaar;
        self.jaren = i64::try_from(scenario.jaren).unwrap_or(1);
        match table.get("naam") {
            Some(value) => scenario.naam = self.text(value, "naam", 100).unwrap_or_default(),
            None => self.wrong(0, "naam", Soort::Ontbreekt),
        }
        if let Some(value) = table.get("toelichting") {
            scenario.toelichting = self.text(value, "toelichting", 2_000).unwrap_or_default();
        }
        let count = |this: &mut Self, key, (low, high)| {
            let value = table.get(key)?;
            this.whole_number(value, key, (low, high)).and_then(|count| u64::try_from(count).ok())
        };
        scenario.herhalingen = count(self, "herhalingen", HERHALINGEN).unwrap_or(scenario.herhalingen);
        scenario.zaad = count(self, "zaad", ZAAD).unwrap_or(scenario.zaad);
        if let Some(value) = table.get("onzekerheid") {
            let kinds = [("aannames", Onzekerheid::Aannames), ("toeval", Onzekerheid::Toeval)];
            scenario.onzekerheid = self.one_of(value, "onzekerheid", &kinds).unwrap_or(scenario.onzekerheid);
        }
        self.blocks(table, &mut scenario);
        self.lists(table, &mut scenario);
        self.loops(table, &mut scenario);
        if let Some(inner) = table.get(AANNAMES).and_then(|value| self.table(value, AANNAMES)) {
            self.assumptions(inner, "", &mut scenario);
        }
        scenario.begin = table.get("begin").and_then(|value| self.begin(value));
        scenario
    }

    fn blocks(&mut self, table: &DeTable<'_>, scenario: &mut Scenario) {
        if let Some(inner) = table.get("bouwstenen").and_then(|value| self.table(value, "bouwstenen")) {
            for (key, value) in inner {
                let name = key.get_ref().as_ref();
                let path = format!("bouwstenen.{name}");
                let Some(bouwsteen) = Bouwsteen::by_name(name) else {
                    let near = nearest(name, Bouwsteen::ALL.iter().map(|one| one.naam()));
                    self.wrong(key.span().start, &path, Soort::Onbekend(near));
                    continue;
                };
                if let (Some(hefboom), Some(place)) =
                    (self.lever(value, &path), scenario.keuze.bouwstenen.get_mut(bouwsteen.place()))
                {
                    *place = hefboom;
                }
            }
        }
        if let Some(hefboom) = table.get("afbakening").and_then(|value| self.lever(value, "afbakening")) {
            scenario.keuze.afbakening = hefboom;
        }
    }

    fn lever(&mut self, value: &Value<'_>, path: &str) -> Option<Hefboom> {
        let table = self.table(value, path)?;
        self.known(table, path, &["niveau", "vanaf", "opbouw"]);
        let Some(level) = table.get("niveau") else {
            self.wrong(value.span().start, &format!("{path}.niveau"), Soort::Ontbreekt);
            return None;
        };
        let niveau = self.number(level, &format!("{path}.niveau"), (0.0, 1.0))?;
        let vanaf = match table.get("vanaf") {
            Some(value) => self.year(value, &format!("{path}.vanaf"))?,
            None => 0,
        };
        let opbouw = match table.get("opbouw") {
            Some(value) => self.number(value, &format!("{path}.opbouw"), OPBOUW)?,
            None => 0.0,
        };
        Some(Hefboom { niveau, vanaf: years(vanaf), opbouw })
    }

    fn lists(&mut self, table: &DeTable<'_>, scenario: &mut Scenario) {
        let keuze = &mut scenario.keuze;
        for (key, parts) in [
            ("begroting", &mut keuze.begroting),
            ("tarief", &mut keuze.tarief),
            ("plaatsen", &mut keuze.plaatsen),
        ] {
            let Some(value) = table.get(key) else { continue };
            for (nr, row) in self.list(value, key).iter().enumerate() {
                let path = format!("{key}[{}]", nr + 1);
                parts.extend(self.part(row, &path, key != "begroting"));
            }
        }
        if let Some(value) = table.get("stelselwijziging") {
            for (nr, row) in self.list(value, "stelselwijziging").iter().enumerate() {
                let year = self.year(row, &format!("stelselwijziging[{}]", nr + 1));
                keuze.stelselwijziging.extend(year.map(years));
            }
        }
    }

    fn part(&mut self, value: &Value<'_>, path: &str, of_answer: bool) -> Option<Deel> {
        let table = self.table(value, path)?;
        let keys: &[&str] =
            if of_answer { &["factor", "vanaf", "tot", "antwoord"] } else { &["factor", "vanaf", "tot"] };
        self.known(table, path, keys);
        let Some(factor) = table.get("factor") else {
            self.wrong(value.span().start, &format!("{path}.factor"), Soort::Ontbreekt);
            return None;
        };
        let factor = self.number(factor, &format!("{path}.factor"), FACTOR)?;
        let vanaf = match table.get("vanaf") {
            Some(value) => self.year(value, &format!("{path}.vanaf"))?,
            None => 0,
        };
        let tot = match table.get("tot") {
            Some(value) => {
                let last = self.year(value, &format!("{path}.tot"))?;
                if last < vanaf {
                    self.wrong(value.span().start, &format!("{path}.tot"), Soort::Volgorde);
                    return None;
                }
                // The last year itself included.
                years(last + 1)
            }
            None => f64::INFINITY,
        };
        let antwoord = match table.get("antwoord").filter(|_| of_answer) {
            Some(value) => {
                let scarce = Antwoord::ALL.iter().filter(|one| one.is_schaars());
                let names: Vec<_> = scarce.map(|one| (one.naam(), *one)).collect();
                Some(self.one_of(value, &format!("{path}.antwoord"), &names)?)
            }
            None => None,
        };
        Some(Deel { antwoord, vanaf: years(vanaf), tot, factor })
    }

    fn loops(&mut self, table: &DeTable<'_>, scenario: &mut Scenario) {
        let Some(inner) = table.get("lussen").and_then(|value| self.table(value, "lussen")) else { return };
        for (key, value) in inner {
            let name = key.get_ref().as_ref();
            let path = format!("lussen.{name}");
            let Some(lus) = Lus::by_name(name) else {
                let near = nearest(name, Lus::ALL.iter().map(|one| one.naam()));
                self.wrong(key.span().start, &path, Soort::Onbekend(near));
                continue;
            };
            match (value.get_ref(), scenario.keuze.lussen.get_mut(lus.place())) {
                (DeValue::Boolean(plays), Some(place)) => *place = *plays,
                _ => self.wrong(value.span().start, &path, Soort::Verwacht("true or false")),
            }
        }
    }

    /// Names with dots may stand as one key between quotes or as tables within tables.
    fn assumptions(&mut self, table: &DeTable<'_>, before: &str, scenario: &mut Scenario) {
        for (key, value) in table {
            let name = format!("{before}{}", key.get_ref());
            let path = format!("{AANNAMES}.{name}");
            let known = Grootheid::by_name(&name).filter(|_| Self::is_measured(value.get_ref()));
            if let Some(grootheid) = known {
                if let Some(gemeten) = self.measured(grootheid, value, &path) {
                    scenario.measure(gemeten);
                }
            } else if let DeValue::Table(inner) = value.get_ref() {
                self.assumptions(inner, &format!("{name}."), scenario);
            } else if let Some(grootheid) = Grootheid::by_name(&name) {
                let (low, high) = grootheid.bereik();
                if let Some(number) = self.number(value, &path, (low, high)) {
                    scenario.aannames.put(grootheid.sleutel, number);
                    scenario.vast.push(grootheid.sleutel);
                }
            } else {
                let near = nearest(&name, TABEL.iter().map(|one| one.naam));
                self.wrong(key.span().start, &path, Soort::Onbekend(near));
            }
        }
    }

    fn known(&mut self, table: &DeTable<'_>, path: &str, keys: &[&'static str]) {
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            if !keys.contains(&name) {
                let near = nearest(name, keys.iter().copied());
                self.wrong(key.span().start, &format!("{path}.{name}"), Soort::Onbekend(near));
            }
        }
    }

    fn table<'v, 'd>(&mut self, value: &'v Value<'d>, path: &str) -> Option<&'v DeTable<'d>> {
        let found = value.get_ref().as_table();
        if found.is_none() {
            self.wrong(value.span().start, path, Soort::Verwacht("a table"));
        }
        found
    }

    fn list<'v, 'd>(&mut self, value: &'v Value<'d>, path: &str) -> &'v [Value<'d>] {
        let Some(rows) = value.get_ref().as_array().filter(|rows| rows.len() <= MEESTE) else {
            self.wrong(value.span().start, path, Soort::Verwacht("a list of at most 100"));
            return &[];
        };
        rows
    }

    fn text(&mut self, value: &Value<'_>, path: &str, most: usize) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(value.span().start, path, Soort::Verwacht("text"));
            return None;
        };
        if text.chars().count() > most {
            self.wrong(value.span().start, path, Soort::TeLang(most));
            return None;
        }
        Some(text.to_owned())
    }

    fn one_of<T: Copy>(&mut self, value: &Value<'_>, path: &str, kinds: &[(&'static str, T)]) -> Option<T> {
        let written = value.get_ref().as_str().unwrap_or_default();
        let found = kinds.iter().find(|(name, _)| *name == written);
        if found.is_none() {
            let names: Vec<&'static str> = kinds.iter().map(|(name, _)| *name).collect();
            let near = nearest(written, names.iter().copied()).filter(|_| !written.is_empty());
            self.wrong(value.span().start, path, Soort::Keuze(names, near));
        }
        found.map(|(_, kind)| *kind)
    }

    fn number(&mut self, value: &Value<'_>, path: &str, (low, high): (f64, f64)) -> Option<f64> {
        let found = match value.get_ref() {
            DeValue::Float(number) => number.as_str().parse::<f64>().ok(),
            DeValue::Integer(_) => integer(value).and_then(|count| i32::try_from(count).ok()).map(f64::from),
            _ => None,
        };
        let Some(number) = found.filter(|number| !number.is_nan()) else {
            self.wrong(value.span().start, path, Soort::Verwacht("a number"));
            return None;
        };
        if !(low..=high).contains(&number) {
            self.wrong(value.span().start, path, Soort::Bereik(low, high));
            return None;
        }
        Some(number)
    }

    fn whole_number(&mut self, value: &Value<'_>, path: &str, (low, high): (i64, i64)) -> Option<i64> {
        let Some(number) = integer(value) else {
            self.wrong(value.span().start, path, Soort::Verwacht("a whole number"));
            return None;
        };
        if !(low..=high).contains(&number) {
            #[expect(clippy::cast_precision_loss, reason = "bounds for people to read")]
            self.wrong(value.span().start, path, Soort::Bereik(low as f64, high as f64));
            return None;
        }
        Some(number)
    }

    /// A year within the scenario, counted from its first.
    fn year(&mut self, value: &Value<'_>, path: &str) -> Option<i64> {
        let (first, last) = (self.eerste, self.eerste + self.jaren - 1);
        let Some(year) = integer(value) else {
            self.wrong(value.span().start, path, Soort::Verwacht("a year"));
            return None;
        };
        if !(first..=last).contains(&year) {
            self.wrong(value.span().start, path, Soort::Jaar(first, last));
            return None;
        }
        Some(year - first)
    }
}

fn integer(value: &Value<'_>) -> Option<i64> {
    let DeValue::Integer(number) = value.get_ref() else { return None };
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
