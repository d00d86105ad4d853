//! The form of a choice: what was typed becomes a scenario file, which the model's own reader judges; what is wrong stands beside its field.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use simulatie::scenario::{Onzekerheid, Scenario};
use simulatie::systeem::{Bouwsteen, Deel, Hefboom, Lus, TABEL};

use crate::bezoek::Paren;

/// The lists of changes of a scenario, as they are called in its file and in the names of fields.
pub(super) const LIJSTEN: [&str; 3] = ["begroting", "tarief", "plaatsen"];
/// Rows of a list that a form holds at most: as many as a file may.
const MEESTE: usize = 100;

/// The levers by name: the building blocks, and how sharply the law is bounded off.
pub(super) fn hefbomen() -> impl Iterator<Item = &'static str> {
    Bouwsteen::ALL.iter().map(|one| one.naam()).chain(["afbakening"])
}

/// A number as one types it.
pub(super) fn getal(value: f64) -> String {
    let rounded = (value * 1e9).round() / 1e9;
    format!("{rounded}")
}

/// How many rows of a list the form has: one more than were filled in.
pub(super) fn rijen(typed: &Paren, lijst: &str) -> usize {
    let filled = |nr: &usize| {
        let of = |part: &str| typed.get(&format!("{lijst}-{nr}-{part}"));
        of("factor").is_some_and(|factor| !is_gelijk(factor, 100.0))
            || of("vanaf").is_some()
            || of("tot").is_some()
    };
    (1..=MEESTE).filter(filled).max().map_or(1, |last| (last + 1).min(MEESTE))
}

/// The fields of a form that says what a scenario says.
pub(super) fn van_scenario(of: &Scenario) -> Paren {
    let mut all: Vec<(String, String)> = vec![
        ("naam".into(), of.naam.clone()),
        ("toelichting".into(), of.toelichting.clone()),
        ("eerste_jaar".into(), of.eerste_jaar.to_string()),
        ("jaren".into(), of.jaren.to_string()),
        ("herhalingen".into(), of.herhalingen.to_string()),
        ("zaad".into(), of.zaad.to_string()),
        ("onzekerheid".into(), onzekerheid(of.onzekerheid).into()),
    ];
    #[expect(clippy::cast_precision_loss, reason = "a year between 1990 and 2130")]
    let year = |after: f64| getal(of.eerste_jaar as f64 + after);
    let keuze = &of.keuze;
    let mut lever = |name: &str, hefboom: &Hefboom| {
        all.push((format!("b-{name}-niveau"), getal(hefboom.niveau * 100.0)));
        all.push((format!("b-{name}-vanaf"), year(hefboom.vanaf)));
        all.push((format!("b-{name}-opbouw"), getal(hefboom.opbouw)));
    };
    for (bouwsteen, hefboom) in Bouwsteen::ALL.iter().zip(&keuze.bouwstenen) {
        lever(bouwsteen.naam(), hefboom);
    }
    lever("afbakening", &keuze.afbakening);
    let mut list = |lijst: &str, delen: &[Deel]| {
        for (nr, deel) in (1..).zip(delen) {
            all.push((format!("{lijst}-{nr}-factor"), getal(deel.factor * 100.0)));
            all.push((format!("{lijst}-{nr}-vanaf"), year(deel.vanaf)));
            let tot = if deel.tot.is_finite() { year(deel.tot - 1.0) } else { String::new() };
            all.push((format!("{lijst}-{nr}-tot"), tot));
            let antwoord = deel.antwoord.map_or("", |one| one.naam());
            all.push((format!("{lijst}-{nr}-antwoord"), antwoord.into()));
        }
    };
    list("begroting", &keuze.begroting);
    list("tarief", &keuze.tarief);
    list("plaatsen", &keuze.plaatsen);
    let changes: Vec<String> = keuze.stelselwijziging.iter().map(|when| year(*when)).collect();
    all.push(("stelselwijziging".into(), changes.join(" ")));
    let plays = Lus::ALL.iter().zip(keuze.lussen).filter(|(_, plays)| *plays);
    all.extend(plays.map(|(lus, _)| (format!("lus-{}", lus.naam()), "ja".into())));
    for one in TABEL.iter().filter(|one| of.vast.contains(&one.sleutel)) {
        all.push((format!("a-{}", one.naam), getal(of.aannames.get(one.sleutel))));
    }
    Paren(all)
}

pub(super) const fn onzekerheid(of: Onzekerheid) -> &'static str {
    match of {
        Onzekerheid::Aannames => "aannames",
        Onzekerheid::Toeval => "toeval",
    }
}

/// Text as a value of a file.
fn tekst(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            c if c.is_control() => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// What was typed where a number belongs, times a scale: with a comma or a point. What is no number goes along as text, so that the
/// reader of the file says what is wrong with it.
fn waarde(typed: &str, per: f64) -> String {
    match typed.replace(',', ".").parse::<f64>() {
        Ok(number) if number.is_finite() => getal(number / per),
        _ => tekst(typed),
    }
}

/// Whether it is the same as leaving it alone.
fn is_gelijk(typed: &str, neutral: f64) -> bool {
    typed.replace(',', ".").parse().is_ok_and(|number: f64| (number - neutral).abs() < 1e-9)
}

/// A scenario file of what was typed, and which field each of its keys is.
pub(super) struct Bestand {
    pub(super) toml: String,
    velden: BTreeMap<String, String>,
}

impl Bestand {
    /// The field that a key of the file came from.
    pub(super) fn veld(&self, sleutel: &str) -> Option<&str> {
        self.velden.get(sleutel).map(String::as_str)
    }

    pub(super) fn of(typed: &Paren) -> Self {
        let mut maker = Self { toml: String::new(), velden: BTreeMap::new() };
        maker.kop(typed);
        for name in hefbomen() {
            maker.hefboom(typed, name);
        }
        for lijst in LIJSTEN {
            maker.lijst(typed, lijst);
        }
        maker.lussen(typed);
        maker.aannames(typed);
        maker
    }

    fn kop(&mut self, typed: &Paren) {
        // A name that is missing is told as missing.
        for key in ["naam", "toelichting"] {
            if let Some(text) = typed.get(key) {
                self.regel(key, key, key, &tekst(text));
            } else {
                self.velden.insert(key.to_owned(), key.to_owned());
            }
        }
        for key in ["eerste_jaar", "jaren", "herhalingen", "zaad"] {
            if let Some(text) = typed.get(key) {
                self.regel(key, key, key, &waarde(text, 1.0));
            }
        }
        if let Some(text) = typed.get("onzekerheid") {
            self.regel("onzekerheid", "onzekerheid", "onzekerheid", &tekst(text));
        }
        let years = typed.get("stelselwijziging").unwrap_or_default();
        let years: Vec<&str> = years.split([' ', ',', ';']).filter(|year| !year.is_empty()).collect();
        if !years.is_empty() {
            for nr in 1..=years.len() {
                self.velden.insert(format!("stelselwijziging[{nr}]"), "stelselwijziging".into());
            }
            let years: Vec<String> = years.iter().map(|year| waarde(year, 1.0)).collect();
            let list = format!("[{}]", years.join(", "));
            self.regel("stelselwijziging", "stelselwijziging", "stelselwijziging", &list);
        }
    }

    /// One line of the file.
    fn regel(&mut self, key: &str, sleutel: &str, veld: &str, value: &str) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.toml, "{key} = {value}");
        self.velden.insert(sleutel.to_owned(), veld.to_owned());
    }

    fn hefboom(&mut self, typed: &Paren, name: &str) {
        let Some(niveau) = typed.get(&format!("b-{name}-niveau")).filter(|niveau| !is_gelijk(niveau, 0.0))
        else {
            return;
        };
        let path = if name == "afbakening" { name.to_owned() } else { format!("bouwstenen.{name}") };
        let _ = writeln!(self.toml, "\n[{path}]");
        self.regel("niveau", &format!("{path}.niveau"), &format!("b-{name}-niveau"), &waarde(niveau, 100.0));
        for part in ["vanaf", "opbouw"] {
            let field = format!("b-{name}-{part}");
            if let Some(text) = typed.get(&field) {
                self.regel(part, &format!("{path}.{part}"), &field, &waarde(text, 1.0));
            }
        }
    }

    fn lijst(&mut self, typed: &Paren, lijst: &str) {
        let mut place = 0;
        for nr in 1..=rijen(typed, lijst) {
            let field = |part: &str| format!("{lijst}-{nr}-{part}");
            let Some(factor) = typed.get(&field("factor")).filter(|factor| !is_gelijk(factor, 100.0)) else {
                continue;
            };
            place += 1;
            let path = format!("{lijst}[{place}]");
            let _ = writeln!(self.toml, "\n[[{lijst}]]");
            self.regel("factor", &format!("{path}.factor"), &field("factor"), &waarde(factor, 100.0));
            for part in ["vanaf", "tot"] {
                if let Some(text) = typed.get(&field(part)) {
                    self.regel(part, &format!("{path}.{part}"), &field(part), &waarde(text, 1.0));
                }
            }
            if let Some(text) = typed.get(&field("antwoord")).filter(|_| lijst != "begroting") {
                self.regel("antwoord", &format!("{path}.antwoord"), &field("antwoord"), &tekst(text));
            }
        }
    }

    fn lussen(&mut self, typed: &Paren) {
        let off: Vec<_> =
            Lus::ALL.iter().filter(|lus| typed.get(&format!("lus-{}", lus.naam())).is_none()).collect();
        if !off.is_empty() {
            self.toml.push_str("\n[lussen]\n");
        }
        for lus in off {
            let name = lus.naam();
            self.regel(name, &format!("lussen.{name}"), &format!("lus-{name}"), "false");
        }
    }

    fn aannames(&mut self, typed: &Paren) {
        let set = TABEL.iter().filter_map(|one| Some((one.naam, typed.get(&format!("a-{}", one.naam))?)));
        let set: Vec<(&str, &str)> = set.collect();
        if !set.is_empty() {
            self.toml.push_str("\n[aannames]\n");
        }
        for (name, text) in set {
            let key = tekst(name);
            self.regel(&key, &format!("aannames.{name}"), &format!("a-{name}"), &waarde(text, 1.0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALLES: &str = "naam = 'Alles \"samen\"'\ntoelichting = 'Regel een\\'\neerste_jaar = 2027\njaren = 12\nherhalingen = 40\nzaad = 7\n\
        onzekerheid = 'toeval'\nstelselwijziging = [2030, 2035]\n[bouwstenen]\ninzicht = { niveau = 0.07, vanaf = 2028, opbouw = 2.5 }\n\
        [afbakening]\nniveau = 0.5\nvanaf = 2027\n[[begroting]]\nfactor = 1.1\nvanaf = 2028\ntot = 2030\n[[begroting]]\nfactor = 0.955\nvanaf = 2031\n\
        [[tarief]]\nfactor = 1.03\nantwoord = 'ggz'\nvanaf = 2027\n[[plaatsen]]\nfactor = 1.2\nvanaf = 2029\n[lussen]\nLR6 = false\n\
        [aannames]\nwacht.ggz = 120.5\nLR4.groei = 0.02";

    #[test]
    fn a_form_says_what_its_file_says() {
        for text in [
            ALLES,
            include_str!("../../../../simulatie/scenarios/alle-bouwstenen.toml"),
            include_str!("../../../../simulatie/scenarios/extra-geld.toml"),
            include_str!("../../../../simulatie/scenarios/verleden.toml"),
        ] {
            let scenario = Scenario::read(text).unwrap();
            let file = Bestand::of(&van_scenario(&scenario));
            let again = Scenario::read(&file.toml).unwrap_or_else(|wrong| panic!("{wrong:?}\n{}", file.toml));
            assert_eq!(again, Scenario { vast: again.vast.clone(), ..scenario.clone() }, "{}", file.toml);
            let sorted = |of: &Scenario| {
                let mut keys = of.vast.clone();
                keys.sort();
                keys
            };
            assert_eq!(sorted(&again), sorted(&scenario));
        }
    }

    #[test]
    fn what_is_wrong_is_told_at_its_field() {
        let pairs = [
            ("naam", ""),
            ("jaren", "vijftien"),
            ("b-toegang-niveau", "130"),
            ("b-inzicht-niveau", "0"),
            ("b-inzicht-vanaf", "1066"),
            ("begroting-1-factor", "100"),
            ("begroting-2-factor", "110"),
            ("begroting-2-vanaf", "2030"),
            ("begroting-2-tot", "2028"),
            ("plaatsen-1-factor", "1,5"),
            ("plaatsen-1-antwoord", "ziekenhuis"),
            ("stelselwijziging", "2031, 1980"),
            ("a-personeel.verloop", "9"),
        ];
        let mut pairs: Vec<(String, String)> =
            pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        pairs.extend(Lus::ALL.iter().map(|lus| (format!("lus-{}", lus.naam()), "ja".into())));
        let file = Bestand::of(&Paren(pairs));
        let wrong = Scenario::read(&file.toml).unwrap_err();
        let mut fields: Vec<&str> = wrong.iter().map(|one| file.veld(&one.sleutel).unwrap()).collect();
        fields.sort_unstable();
        assert_eq!(
            fields,
            [
                "a-personeel.verloop",
                "b-toegang-niveau",
                "begroting-2-tot",
                "jaren",
                "naam",
                "plaatsen-1-factor",
                "stelselwijziging",
            ]
        );
    }

    #[test]
    fn numbers_are_read_with_a_comma_too() {
        for (typed, written) in
            [("1,5", "1.5"), ("80", "80"), ("0.07", "0.07"), ("x\"y", "\"x\\\"y\""), ("1e999", "\"1e999\"")]
        {
            assert_eq!(waarde(typed, 1.0), written);
        }
        assert_eq!(waarde("7", 100.0), "0.07");
        assert_eq!(tekst("a\u{1}b\r\nc"), "\"a\\u0001b\\nc\"");
    }
}
