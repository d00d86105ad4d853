//! What is typed for a letter, and the form that holds it.

use register::beeld::BrievenBeeld;
use register::{LANGSTE_BRIEF, LANGSTE_BRIEFVELD, Register};
use stelsel::brief::Briefsoort;
use stelsel::{Id, Persoon};

use crate::adres::Sleutel;
use crate::bezoek::Paren;
use crate::kader::Kader;
use crate::papier::brief::Inhoud;
use crate::papier::ontwerp::{Keus, Ontwerp};
use crate::taal::Taal;

/// What was typed, with what is wrong: the name of the field and the words.
#[derive(Clone, Debug)]
pub(super) struct Getypt {
    pub(super) soort: Briefsoort,
    pub(super) taal: Taal,
    pub(super) persoon: Option<Id<Persoon>>,
    pub(super) aan: Option<Id<Persoon>>,
    pub(super) adres: String,
    pub(super) onderwerp: String,
    pub(super) tekst: String,
    pub(super) telefoon: String,
    pub(super) toestemming: String,
    pub(super) fouten: Vec<(&'static str, String)>,
}

impl Getypt {
    /// The letter that a choice begins with.
    pub(super) fn of(keus: &Keus, begin: &Ontwerp, beeld: &BrievenBeeld) -> Self {
        Self {
            soort: keus.soort,
            taal: keus.taal,
            persoon: begin.persoon,
            aan: begin.aan,
            adres: begin.adres.clone(),
            onderwerp: begin.onderwerp.clone(),
            tekst: begin.tekst.clone(),
            telefoon: beeld.telefoon.clone(),
            toestemming: String::new(),
            fouten: Vec::new(),
        }
    }

    /// What a form says; nothing when it is no form of ours.
    pub(super) fn lees(form: &Paren) -> Option<Self> {
        // As typed, but for the line ends that browsers send.
        let text = |name: &str| form.raw(name).unwrap_or_default().replace("\r\n", "\n");
        let person = |name: &str| match form.get(name) {
            Some(id) => Sleutel::lees(id).map(Some),
            None => Some(None),
        };
        Some(Self {
            soort: Briefsoort::from_key(form.get("soort")?)?,
            taal: Taal::from_tag(form.get("taal")?)?,
            persoon: person("persoon")?,
            aan: person("aan")?,
            adres: text("adres"),
            onderwerp: text("onderwerp"),
            tekst: text("tekst"),
            telefoon: text("telefoon"),
            toestemming: text("toestemming"),
            fouten: Vec::new(),
        })
    }

    /// What is wrong.
    pub(super) fn keur(&self, k: &Kader) -> Vec<(&'static str, String)> {
        let mut out = Vec::new();
        let fields = [
            ("adres", &self.adres, LANGSTE_BRIEFVELD),
            ("onderwerp", &self.onderwerp, LANGSTE_BRIEFVELD),
            ("tekst", &self.tekst, LANGSTE_BRIEF),
            ("telefoon", &self.telefoon, LANGSTE_BRIEFVELD),
            ("toestemming", &self.toestemming, LANGSTE_BRIEFVELD),
        ];
        for (name, text, most) in fields {
            let asked = !matches!(name, "telefoon" | "toestemming");
            let open = text.find('[').is_some_and(|at| text.get(at..).is_some_and(|rest| rest.contains(']')));
            if text.trim().is_empty() && asked {
                out.push((name, k.t("papier-fout-leeg")));
            } else if text.trim().is_empty() && name == "toestemming" && self.soort.needs_permission() {
                out.push((name, k.t("papier-fout-toestemming")));
            } else if text.chars().count() > most {
                out.push((name, k.t1("papier-fout-lang", "n", most)));
            } else if open {
                out.push((name, k.t("papier-fout-invullen")));
            }
        }
        out
    }

    /// Everything that comes on paper.
    pub(super) fn all(&self) -> String {
        [&self.adres, &self.onderwerp, &self.tekst, &self.telefoon].map(String::as_str).join("\n")
    }

    pub(super) fn inhoud(&self) -> Inhoud {
        Inhoud {
            soort: self.soort,
            taal: self.taal,
            adres: self.adres.clone(),
            onderwerp: self.onderwerp.clone(),
            tekst: self.tekst.clone(),
            telefoon: self.telefoon.clone(),
        }
    }
}

/// A field of the form.
pub(super) struct Veld {
    pub(super) naam: &'static str,
    pub(super) label: String,
    pub(super) hint: Option<String>,
    pub(super) waarde: String,
    pub(super) fout: Option<String>,
    /// How many lines; one is a field of one line.
    pub(super) rijen: u8,
    pub(super) langst: usize,
}

/// The form of a letter.
pub(super) struct BriefVorm {
    pub(super) titel: String,
    pub(super) sleutel: String,
    /// What goes along without being shown.
    pub(super) mee: Vec<(&'static str, String)>,
    pub(super) velden: Vec<Veld>,
}

impl BriefVorm {
    pub(super) fn new(k: &Kader, typed: &Getypt, letters: String) -> Self {
        let field = |naam, waarde: &str, rijen, langst| {
            let hint = matches!(naam, "adres" | "tekst" | "toestemming");
            Veld {
                naam,
                label: k.t(&format!("papier-veld-{naam}")),
                hint: hint.then(|| k.t(&format!("papier-hint-{naam}"))),
                waarde: waarde.to_owned(),
                fout: typed.fouten.iter().find(|(field, _)| *field == naam).map(|(_, words)| words.clone()),
                rijen,
                langst,
            }
        };
        let mut velden = vec![
            field("adres", &typed.adres, 4, LANGSTE_BRIEFVELD),
            field("onderwerp", &typed.onderwerp, 1, LANGSTE_BRIEFVELD),
            field("tekst", &typed.tekst, 24, LANGSTE_BRIEF),
            field("telefoon", &typed.telefoon, 1, LANGSTE_BRIEFVELD),
        ];
        if typed.soort.needs_permission() {
            velden.push(field("toestemming", &typed.toestemming, 2, LANGSTE_BRIEFVELD));
        }
        let mut mee = vec![("soort", typed.soort.key().to_owned()), ("taal", typed.taal.tag().to_owned())];
        mee.extend(typed.persoon.map(|id| ("persoon", id.to_string())));
        mee.extend(typed.aan.map(|id| ("aan", id.to_string())));
        mee.extend((!letters.is_empty()).then_some(("letters", letters)));
        Self {
            titel: k.t(&format!("papier-soort-{}", typed.soort.key())),
            // Without randomness the form is refused when it is sent, and what was typed comes back.
            sleutel: Register::form_key().unwrap_or_default(),
            mee,
            velden,
        }
    }
}
