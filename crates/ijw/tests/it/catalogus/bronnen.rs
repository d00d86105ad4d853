//! Where in the sources and in the tests a rule is spoken of.

use std::fs;
use std::path::Path;

use ijw::regels::Regel;

/// A file: its path from its root, and its lines.
type Bestand = (String, Vec<String>);

pub(super) struct Bronnen {
    /// The sources that implement rules, without their imports and tests.
    code: Vec<Bestand>,
    /// Every file with tests.
    tests: Vec<Bestand>,
}

/// Where rules are worded and hung on classes, and not implemented.
const GEEN_CODE: [&str; 4] = ["regels.rs", "regels/niveau", "berichten/", "basis/"];

impl Bronnen {
    pub(super) fn lees(crate_map: &Path) -> Self {
        let mut code = Vec::new();
        verzamel(&crate_map.join("src"), "", &mut code);
        let mut tests = Vec::new();
        verzamel(&crate_map.join("tests/it"), "", &mut tests);
        tests.retain(|(naam, _)| !naam.starts_with("catalogus"));
        code.retain(|(naam, _)| !GEEN_CODE.iter().any(|geen| naam.starts_with(geen)));
        for (_, regels) in &mut code {
            let tot = regels.iter().position(|regel| regel.trim() == "#[cfg(test)]").unwrap_or(regels.len());
            regels.truncate(tot);
            zonder_imports(regels);
        }
        assert!(code.len() > 30 && tests.len() > 10, "are the sources read well?");
        Self { code, tests }
    }

    /// The sources in which the type of the rule is used.
    pub(super) fn waar(&self, regel: &Regel) -> Vec<String> {
        let naam = typenaam(regel);
        let noemt = |bestand: &&Bestand| {
            bestand.1.iter().any(|regel| !regel.trim_start().starts_with("//") && heeft_woord(regel, &naam))
        };
        self.code.iter().filter(noemt).map(|(naam, _)| naam.clone()).collect()
    }

    /// The functions in the tests that name the code of the rule: `file: function`.
    pub(super) fn tests(&self, regel: &Regel) -> Vec<String> {
        let mut uit: Vec<String> = Vec::new();
        for (bestand, regels) in &self.tests {
            let mut functie = "";
            for tekst in regels {
                if let Some(kop) = tekst.split("fn ").nth(1).filter(|_| begint_functie(tekst)) {
                    functie = kop.split(['(', '<']).next().unwrap();
                }
                let genoemd = !tekst.trim_start().starts_with("//") && heeft_woord(tekst, regel.code);
                let plaats = format!("{bestand}: {functie}");
                if genoemd && !functie.is_empty() && uit.last() != Some(&plaats) {
                    uit.push(plaats);
                }
            }
        }
        uit
    }
}

/// Whether a function begins that does not stand within another.
fn begint_functie(regel: &str) -> bool {
    ["fn ", "pub(super) fn ", "pub(crate) fn ", "pub fn "].iter().any(|begin| regel.starts_with(begin))
}

/// `CS003` as `Cs003`.
fn typenaam(regel: &Regel) -> String {
    let (eerste, rest) = regel.code.split_at(1);
    eerste.to_owned() + &rest.to_lowercase()
}

/// Whether the word stands in the text, and not as a part of another word.
fn heeft_woord(tekst: &str, woord: &str) -> bool {
    let is_letter = |teken: Option<char>| teken.is_some_and(|teken| teken.is_alphanumeric() || teken == '_');
    tekst.match_indices(woord).any(|(plaats, _)| {
        !is_letter(tekst[..plaats].chars().next_back())
            && !is_letter(tekst[plaats + woord.len()..].chars().next())
    })
}

/// Empties the lines of `use` declarations.
fn zonder_imports(regels: &mut [String]) {
    let mut binnen = false;
    for regel in regels {
        let begint = ["use ", "pub use ", "pub(crate) use "].iter().any(|begin| regel.starts_with(begin));
        binnen = binnen || begint;
        let eindigt = regel.trim_end().ends_with(';');
        if binnen {
            regel.clear();
        }
        binnen = binnen && !eindigt;
    }
}

fn verzamel(map: &Path, voor: &str, uit: &mut Vec<Bestand>) {
    let mut paden: Vec<_> = fs::read_dir(map).unwrap().map(|pad| pad.unwrap().path()).collect();
    paden.sort();
    for pad in paden {
        let naam = pad.file_name().unwrap().to_str().unwrap();
        if pad.is_dir() {
            verzamel(&pad, &format!("{voor}{naam}/"), uit);
        } else if pad.extension().is_some_and(|soort| soort == "rs") {
            let tekst = fs::read_to_string(&pad).unwrap();
            uit.push((format!("{voor}{naam}"), tekst.lines().map(str::to_owned).collect()));
        }
    }
}
