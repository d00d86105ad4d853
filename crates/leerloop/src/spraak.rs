//! What the program says on the terminal, in the language of the one who runs it.

use web::tekst::Waarde;
use web::{Taal, Teksten};

/// The texts of pages and commands, and the language to speak.
pub(crate) struct Spraak {
    texts: Teksten,
    taal: Taal,
}

impl Spraak {
    /// Speaks the language that was asked for, else that of the environment, else Dutch.
    pub(crate) fn of_environment(asked: Option<&str>) -> Self {
        let from_environment = || {
            let variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
            let set = variables
                .iter()
                .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
            Taal::from_tag(set.split(['_', '.']).next()?)
        };
        Self::new(asked.and_then(Taal::from_tag).or_else(from_environment).unwrap_or_default())
    }

    fn new(taal: Taal) -> Self {
        let mut texts = Teksten::new();
        texts.add(Taal::Nl, include_str!("../locales/nl.ftl"));
        texts.add(Taal::En, include_str!("../locales/en.ftl"));
        Self { texts, taal }
    }

    /// A sentence.
    pub(crate) fn say(&self, key: &str, args: &[(&str, Waarde)]) -> String {
        plain(&self.texts.get(self.taal, &format!("opdracht-{key}"), args))
    }

    /// The language that is spoken.
    pub(crate) const fn taal(&self) -> Taal {
        self.taal
    }

    /// What is wrong with a file and what to do about it.
    pub(crate) fn objection(&self, code: &str, values: &[(String, String)]) -> (String, String) {
        let (wrong, advice) = self.texts.bezwaar(self.taal, code, values);
        (plain(&wrong), plain(&advice))
    }
}

/// Values come from files of others: nothing in them may steer the terminal or begin a line of its own.
fn plain(sentence: &str) -> String {
    sentence.chars().map(|c| if c.is_control() { '?' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keys(source: &str) -> BTreeSet<String> {
        source
            .lines()
            .filter_map(|l| l.split_once(" ="))
            .map(|(key, _)| key.to_owned())
            .filter(|k| !k.contains(' '))
            .collect()
    }

    #[test]
    fn both_languages_are_whole_and_every_sentence_is_used() {
        let (nl, en) = (keys(include_str!("../locales/nl.ftl")), keys(include_str!("../locales/en.ftl")));
        assert!(nl.len() > 10);
        assert_eq!(nl, en);
        let code = [
            include_str!("lib.rs"),
            include_str!("aanmelding.rs"),
            include_str!("commands/account_link.rs"),
            include_str!("voortgang.rs"),
            include_str!("commands/account.rs"),
            include_str!("personen.rs"),
            include_str!("commands/key.rs"),
            include_str!("commands/logbook.rs"),
            include_str!("commands/scherm.rs"),
            include_str!("commands/seal.rs"),
            include_str!("commands/staff.rs"),
            include_str!("commands/bevolking.rs"),
            include_str!("commands/bewaren.rs"),
            include_str!("commands.rs"),
            include_str!("commands/check.rs"),
            include_str!("commands/kopie.rs"),
            include_str!("commands/demo.rs"),
            include_str!("commands/import.rs"),
            include_str!("commands/informatie.rs"),
            include_str!("commands/informatie/plank.rs"),
            include_str!("commands/region.rs"),
            include_str!("commands/serve.rs"),
            include_str!("commands/simulatie.rs"),
            include_str!("commands/simulatie_ijking.rs"),
            include_str!("commands/simulatie_run.rs"),
            include_str!("commands/simulatie_screen.rs"),
            include_str!("commands/simulatie_search.rs"),
            include_str!("commands/simulatie_tabel.rs"),
            include_str!("commands/verify.rs"),
        ]
        .concat();
        for key in nl {
            let short = key.trim_start_matches("opdracht-");
            assert!(code.contains(&format!("\"{short}\"")), "nobody says {key}");
        }
    }

    #[test]
    fn numbers_are_written_in_the_language() {
        let said = Spraak::new(Taal::Nl).say("import-opgenomen", &[("aantal", 12_345_u64.into())]);
        assert!(said.contains("12.345"), "{said}");
    }
}
