//! The fields of the form: sliders with their value as words, numbers, choices, and every number of the model.

use std::collections::BTreeMap;

use simulatie::systeem::{Antwoord, Lus, TABEL};

use super::formulier::{LIJSTEN, getal, hefbomen, rijen};
use super::woord::{factor, hefboomnaam, los};
use crate::bezoek::Paren;
use crate::kader::Kader;

/// A slider.
pub(crate) struct Schuif {
    pub(super) veld: Veld,
    pub(super) min: String,
    pub(super) max: String,
    pub(super) stap: &'static str,
    /// Where it says that nothing changes, and how it says that, more and less.
    pub(super) neutraal: String,
    pub(super) gelijk: String,
    pub(super) meer: String,
    pub(super) minder: String,
    /// Its value in words.
    pub(super) woord: String,
    /// Words below it, from left to right.
    pub(super) schaal: Vec<String>,
}

/// What every field has.
pub(crate) struct Veld {
    pub(super) id: String,
    pub(super) naam: String,
    pub(super) label: String,
    pub(super) waarde: String,
    pub(super) hint: Option<String>,
    pub(super) fout: Option<String>,
}

/// Something that is built up.
pub(crate) struct Hefboomvelden {
    pub(super) titel: String,
    pub(super) uitleg: String,
    pub(super) niveau: Schuif,
    pub(super) wanneer: String,
    pub(super) vanaf: Veld,
    pub(super) opbouw: Veld,
    pub(super) open: bool,
}

/// A list of changes.
pub(crate) struct Lijstvelden {
    pub(super) titel: String,
    pub(super) uitleg: String,
    pub(super) rijen: Vec<Rij>,
    pub(super) open: bool,
}

/// Something that can be chosen: value, words, whether it is.
type Optie = (String, String, bool);

pub(crate) struct Rij {
    pub(super) titel: String,
    pub(super) factor: Schuif,
    pub(super) vanaf: Veld,
    pub(super) tot: Veld,
    /// Of which answer, where it is of one.
    pub(super) antwoord: Option<(Veld, Vec<Optie>)>,
}

/// Numbers of the model of one kind.
pub(crate) struct Aannamegroep {
    pub(super) titel: String,
    pub(super) rijen: Vec<Aanname>,
    pub(super) open: bool,
}

pub(crate) struct Aanname {
    pub(super) veld: Veld,
    pub(super) feiten: String,
}

/// Makes fields of what was typed and what is wrong with it.
pub(super) struct Maker<'a> {
    pub(super) k: &'a Kader,
    pub(super) typed: &'a Paren,
    pub(super) fouten: &'a BTreeMap<String, String>,
}

/// The key of the words for a number of the model.
pub(crate) fn aanname_sleutel(naam: &str) -> String {
    format!("up-a-{}", naam.replace(['.', '_'], "-"))
}

/// The key of the words for a unit of the table.
pub(crate) fn maat_sleutel(eenheid: &str) -> String {
    let word: String = eenheid.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("up-maat-{}", word.replace("---", "-"))
}

impl Maker<'_> {
    fn is_mis(&self, begin: &str) -> bool {
        self.fouten.keys().any(|field| field.starts_with(begin))
    }

    pub(super) fn veld(&self, naam: &str, label: String, hint: Option<String>) -> Veld {
        Veld {
            id: format!("v-{}", naam.replace(['.', '_'], "-")),
            waarde: self.typed.raw(naam).unwrap_or_default().to_owned(),
            naam: naam.to_owned(),
            label,
            hint,
            fout: self.fouten.get(naam).cloned(),
        }
    }

    fn typed(&self, naam: &str, standard: f64) -> f64 {
        let typed = self.typed.get(naam).and_then(|typed| typed.replace(',', ".").parse().ok());
        typed.filter(|number: &f64| number.is_finite() && number.abs() < 1e6).unwrap_or(standard)
    }

    /// A slider of per cents of which a hundred is the same.
    fn factor(&self, naam: &str, label: String) -> Schuif {
        let k = self.k;
        let value = self.typed(naam, 100.0);
        let mut veld = self.veld(naam, label, None);
        veld.waarde = getal(value);
        Schuif {
            veld,
            min: getal(value.min(50.0)),
            max: getal(value.max(200.0)),
            stap: if value.fract() == 0.0 { "1" } else { "any" },
            neutraal: "100".to_owned(),
            gelijk: k.t("up-schuif-evenveel"),
            meer: k.t1("up-schuif-meer", "n", "%n"),
            minder: k.t1("up-schuif-minder", "n", "%n"),
            woord: factor(k, value),
            schaal: vec![k.t("up-schaal-helft"), k.t("up-schaal-dubbel")],
        }
    }

    pub(super) fn jaren(&self) -> Schuif {
        let k = self.k;
        let value = self.typed("jaren", 15.0);
        let mut veld = self.veld("jaren", k.t("up-veld-jaren"), Some(k.t("up-hint-jaren")));
        veld.waarde = getal(value);
        Schuif {
            veld,
            min: getal(value.clamp(1.0, 10.0)),
            max: getal(value.clamp(20.0, 30.0)),
            stap: "1",
            neutraal: "0".to_owned(),
            gelijk: String::new(),
            meer: k.t1("up-schuif-jaren", "n", "%n"),
            minder: String::new(),
            woord: k.t1("up-schuif-jaren", "n", los(k, value)),
            schaal: Vec::new(),
        }
    }

    pub(super) fn hefbomen(&self) -> Vec<Hefboomvelden> {
        hefbomen().map(|naam| self.hefboom(naam)).collect()
    }

    fn hefboom(&self, naam: &str) -> Hefboomvelden {
        let k = self.k;
        let field = |part: &str| format!("b-{naam}-{part}");
        let value = self.typed(&field("niveau"), 0.0);
        let titel = hefboomnaam(k, naam);
        let mut veld = self.veld(&field("niveau"), k.t("up-veld-niveau"), None);
        veld.waarde = getal(value);
        let niveau = Schuif {
            veld,
            min: "0".to_owned(),
            max: "100".to_owned(),
            stap: if value.fract() == 0.0 { "1" } else { "any" },
            neutraal: "0".to_owned(),
            gelijk: k.t("up-schaal-nu"),
            meer: k.t1("up-schuif-niveau", "n", "%n"),
            minder: String::new(),
            woord: if value > 0.0 {
                k.t1("up-schuif-niveau", "n", los(k, value))
            } else {
                k.t("up-schaal-nu")
            },
            schaal: ["up-schaal-nu", "up-schaal-half", "up-schaal-heel"].map(|key| k.t(key)).to_vec(),
        };
        let jaar = self.typed.get(&field("vanaf")).or(self.typed.get("eerste_jaar")).unwrap_or_default();
        let opbouw = self.typed.get(&field("opbouw")).unwrap_or("0");
        let when = [("jaar", jaar.to_owned().into()), ("opbouw", opbouw.to_owned().into())];
        Hefboomvelden {
            titel,
            uitleg: k.t(&format!("up-hefboom-{naam}-uitleg")),
            niveau,
            wanneer: k.tx("up-wanneer", &when),
            vanaf: self.veld(&field("vanaf"), k.t("up-veld-vanaf"), None),
            opbouw: self.veld(&field("opbouw"), k.t("up-veld-opbouw"), Some(k.t("up-hint-opbouw"))),
            open: self.is_mis(&field("vanaf")) || self.is_mis(&field("opbouw")),
        }
    }

    pub(super) fn lijsten(&self) -> Vec<Lijstvelden> {
        LIJSTEN.iter().map(|lijst| self.lijst(lijst)).collect()
    }

    fn lijst(&self, lijst: &str) -> Lijstvelden {
        let k = self.k;
        let count = rijen(self.typed, lijst);
        let filled =
            (1..=count).any(|nr| (self.typed(&format!("{lijst}-{nr}-factor"), 100.0) - 100.0).abs() > 1e-9);
        let row = |nr: usize| {
            let field = |part: &str| format!("{lijst}-{nr}-{part}");
            let antwoord = (lijst != "begroting").then(|| {
                let veld = self.veld(&field("antwoord"), k.t("up-veld-antwoord"), None);
                let all = [(String::new(), k.t("up-antwoord-alle"), veld.waarde.is_empty())];
                let scarce = Antwoord::ALL.iter().filter(|one| one.is_schaars()).map(|one| {
                    let words = k.t(&format!("up-antwoord-{}", one.naam()));
                    (one.naam().to_owned(), words, veld.waarde == one.naam())
                });
                let opties = all.into_iter().chain(scarce).collect();
                (veld, opties)
            });
            Rij {
                titel: k.t1("up-verandering", "n", nr),
                factor: self.factor(&field("factor"), k.t(&format!("up-lijst-{lijst}"))),
                vanaf: self.veld(&field("vanaf"), k.t("up-veld-vanaf"), None),
                tot: self.veld(&field("tot"), k.t("up-veld-tot"), Some(k.t("up-hint-tot"))),
                antwoord,
            }
        };
        Lijstvelden {
            titel: k.t(&format!("up-lijst-{lijst}-titel")),
            uitleg: k.t(&format!("up-lijst-{lijst}-uitleg")),
            rijen: (1..=count).map(row).collect(),
            open: filled || self.is_mis(&format!("{lijst}-")),
        }
    }

    /// The loops: name of the field, words, whether it plays.
    pub(super) fn lussen(&self) -> Vec<(String, String, bool)> {
        let one = |lus: &Lus| {
            let naam = format!("lus-{}", lus.naam());
            let plays = self.typed.get(&naam).is_some();
            (naam, self.k.t(&format!("up-lus-{}", lus.naam())), plays)
        };
        Lus::ALL.iter().map(one).collect()
    }

    /// Every number of the table, by the first word of its name.
    pub(super) fn aannames(&self) -> Vec<Aannamegroep> {
        let k = self.k;
        let mut groups: Vec<(&'static str, Aannamegroep)> = Vec::new();
        for one in TABEL {
            let key = groep(one.naam);
            if !groups.iter().any(|(known, _)| *known == key) {
                let titel = k.t(&format!("up-groep-{key}"));
                groups.push((key, Aannamegroep { titel, rijen: Vec::new(), open: false }));
            }
            let naam = format!("a-{}", one.naam);
            let (low, high) = one.bereik();
            let args = [
                ("waarde", los(k, one.waarde).into()),
                ("laag", los(k, low).into()),
                ("hoog", los(k, high).into()),
                ("eenheid", k.t(&maat_sleutel(one.eenheid)).into()),
                ("bron", one.bron.into()),
            ];
            let veld = self.veld(&naam, k.t(&aanname_sleutel(one.naam)), None);
            if let Some((_, group)) = groups.iter_mut().find(|(known, _)| *known == key) {
                group.open |= veld.fout.is_some() || !veld.waarde.is_empty();
                group.rijen.push(Aanname { veld, feiten: k.tx("up-aanname-feiten", &args) });
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }
}

/// Under which heading a number of the table stands.
pub(crate) fn groep(naam: &str) -> &'static str {
    let first = naam.split('.').next().unwrap_or(naam);
    match first {
        "jeugd" | "gebruik" | "start" | "omstandigheden" => "start",
        "vraag" => "vraag",
        "weg" => "weg",
        "deel_ggz" | "deel_verblijf" => "behandeling",
        "wijkteam" | "nuldelijn" | "zelf" | "gi" | "huisarts" => "toegang",
        "duur" | "zwaarte" => "duur",
        "keten" | "terugval" | "achttien" | "anderewet" | "crisis" => "vervolg",
        "wacht" | "geduld" | "zonder" => "wachten",
        "prijs" | "geld" => "geld",
        "fte" | "personeel" => "personeel",
        "kosten" | "bouwstenen" | "tijd" => "bouwstenen",
        _ => "lussen",
    }
}
