//! The texts of the program: Fluent messages in Dutch and English, part of the binary.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::taal::Taal;

/// The sources, per language and file. Public for the test that compares the languages.
pub(crate) const BRONNEN: [(Taal, &[(&str, &str)]); 2] = [
    (
        Taal::Nl,
        &[
            ("algemeen.ftl", include_str!("../locales/nl/algemeen.ftl")),
            ("paginas.ftl", include_str!("../locales/nl/paginas.ftl")),
            ("post.ftl", include_str!("../locales/nl/post.ftl")),
            ("woorden.ftl", include_str!("../locales/nl/woorden.ftl")),
            ("bezwaren.ftl", include_str!("../locales/nl/bezwaren.ftl")),
            ("aanmelden.ftl", include_str!("../locales/nl/aanmelden.ftl")),
            ("accounts.ftl", include_str!("../locales/nl/accounts.ftl")),
            ("bewaren.ftl", include_str!("../locales/nl/bewaren.ftl")),
            ("journaal.ftl", include_str!("../locales/nl/journaal.ftl")),
            ("toegang.ftl", include_str!("../locales/nl/toegang.ftl")),
            ("gezin.ftl", include_str!("../locales/nl/gezin.ftl")),
            ("goedgesprek.ftl", include_str!("../locales/nl/goedgesprek.ftl")),
            ("plan.ftl", include_str!("../locales/nl/plan.ftl")),
            ("deur.ftl", include_str!("../locales/nl/deur.ftl")),
            ("papier.ftl", include_str!("../locales/nl/papier.ftl")),
            ("cijfers.ftl", include_str!("../locales/nl/cijfers.ftl")),
            ("monitor.ftl", include_str!("../locales/nl/monitor.ftl")),
            ("oorzaken.ftl", include_str!("../locales/nl/oorzaken.ftl")),
            ("analyse.ftl", include_str!("../locales/nl/analyse.ftl")),
            ("uitproberen.ftl", include_str!("../locales/nl/uitproberen.ftl")),
            ("aannames.ftl", include_str!("../locales/nl/aannames.ftl")),
        ],
    ),
    (
        Taal::En,
        &[
            ("algemeen.ftl", include_str!("../locales/en/algemeen.ftl")),
            ("paginas.ftl", include_str!("../locales/en/paginas.ftl")),
            ("post.ftl", include_str!("../locales/en/post.ftl")),
            ("woorden.ftl", include_str!("../locales/en/woorden.ftl")),
            ("bezwaren.ftl", include_str!("../locales/en/bezwaren.ftl")),
            ("aanmelden.ftl", include_str!("../locales/en/aanmelden.ftl")),
            ("accounts.ftl", include_str!("../locales/en/accounts.ftl")),
            ("bewaren.ftl", include_str!("../locales/en/bewaren.ftl")),
            ("journaal.ftl", include_str!("../locales/en/journaal.ftl")),
            ("toegang.ftl", include_str!("../locales/en/toegang.ftl")),
            ("gezin.ftl", include_str!("../locales/en/gezin.ftl")),
            ("goedgesprek.ftl", include_str!("../locales/en/goedgesprek.ftl")),
            ("plan.ftl", include_str!("../locales/en/plan.ftl")),
            ("deur.ftl", include_str!("../locales/en/deur.ftl")),
            ("papier.ftl", include_str!("../locales/en/papier.ftl")),
            ("cijfers.ftl", include_str!("../locales/en/cijfers.ftl")),
            ("monitor.ftl", include_str!("../locales/en/monitor.ftl")),
            ("oorzaken.ftl", include_str!("../locales/en/oorzaken.ftl")),
            ("analyse.ftl", include_str!("../locales/en/analyse.ftl")),
            ("uitproberen.ftl", include_str!("../locales/en/uitproberen.ftl")),
            ("aannames.ftl", include_str!("../locales/en/aannames.ftl")),
        ],
    ),
];

/// All texts, read once.
pub static TEKSTEN: LazyLock<Teksten> = LazyLock::new(Teksten::new);

/// A value in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Waarde {
    /// Words; shown as they are (a page escapes the whole sentence).
    Tekst(String),
    /// A whole number: decides singular or plural and is written as the language does.
    Getal(i64),
}

impl From<&str> for Waarde {
    fn from(text: &str) -> Self {
        Self::Tekst(text.to_owned())
    }
}

impl From<String> for Waarde {
    fn from(text: String) -> Self {
        Self::Tekst(text)
    }
}

impl From<&String> for Waarde {
    fn from(text: &String) -> Self {
        Self::Tekst(text.clone())
    }
}

impl From<u32> for Waarde {
    fn from(number: u32) -> Self {
        Self::Getal(i64::from(number))
    }
}

impl From<i32> for Waarde {
    fn from(number: i32) -> Self {
        Self::Getal(i64::from(number))
    }
}

impl From<i64> for Waarde {
    fn from(number: i64) -> Self {
        Self::Getal(number)
    }
}

impl From<u64> for Waarde {
    fn from(number: u64) -> Self {
        Self::Getal(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Waarde {
    fn from(number: usize) -> Self {
        Self::Getal(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The texts in every language.
pub struct Teksten {
    nl: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Teksten {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Teksten")
    }
}

impl Default for Teksten {
    fn default() -> Self {
        Self::new()
    }
}

impl Teksten {
    /// Reads the texts that are part of the program. That they are whole is a matter of tests, not of running.
    pub fn new() -> Self {
        let mut nl = FluentBundle::new_concurrent(vec![locale(Taal::Nl)]);
        nl.set_formatter(Some(number_nl));
        let mut en = FluentBundle::new_concurrent(vec![locale(Taal::En)]);
        en.set_formatter(Some(number_en));
        let mut texts = Self { nl, en };
        for (taal, files) in BRONNEN {
            let bundle = match taal {
                Taal::Nl => &mut texts.nl,
                Taal::En => &mut texts.en,
            };
            bundle.set_use_isolating(false);
            for (_, source) in files {
                let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(rest, _)| rest);
                bundle.add_resource_overriding(resource);
            }
        }
        texts
    }

    /// Adds the texts of another part of the program, such as its commands.
    pub fn add(&mut self, taal: Taal, source: &str) {
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, _)| rest);
        match taal {
            Taal::Nl => self.nl.add_resource_overriding(resource),
            Taal::En => self.en.add_resource_overriding(resource),
        }
    }

    /// Whether there is a text under this key.
    pub fn has(&self, key: &str) -> bool {
        self.nl.has_message(key)
    }

    /// The text under a key. A key that does not exist shows as `⟦key⟧`: visible to a reader, found by the tests.
    pub fn get(&self, taal: Taal, key: &str, args: &[(&str, Waarde)]) -> String {
        let bundle = match taal {
            Taal::Nl => &self.nl,
            Taal::En => &self.en,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("⟦{key}⟧");
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value: FluentValue<'_> = match value {
                Waarde::Tekst(text) => FluentValue::from(text.as_str()),
                Waarde::Getal(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// What is wrong with a file, and what one can do about it: the sentences of an objection code of the register.
    /// An unknown code gets a general sentence that names it.
    pub fn bezwaar(&self, taal: Taal, code: &str, waarden: &[(String, String)]) -> (String, String) {
        let mut args: Vec<(&str, Waarde)> =
            waarden.iter().map(|(name, value)| (name.as_str(), Waarde::from(value.as_str()))).collect();
        for optional in ["gevonden", "genoemd", "bericht"] {
            if !waarden.iter().any(|(name, _)| name == optional) {
                // What the sentences select on to leave the particular out.
                args.push((optional, Waarde::from("geen")));
            }
        }
        let key = format!("bezwaar-{code}");
        if self.has(&key) {
            (self.get(taal, &key, &args), self.get(taal, &format!("{key}-doe"), &args))
        } else {
            let args = [("code", Waarde::from(code))];
            (self.get(taal, "bezwaar-onbekend", &args), self.get(taal, "bezwaar-onbekend-doe", &args))
        }
    }
}

fn locale(taal: Taal) -> LanguageIdentifier {
    taal.tag().parse().unwrap_or_default()
}

fn number_nl<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number(Taal::Nl, value)
}

fn number_en<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number(Taal::En, value)
}

#[expect(clippy::cast_possible_truncation, reason = "only whole numbers of an i64 go in, far below 2^53")]
fn number(taal: Taal, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(taal.getal(number.value as i64)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
