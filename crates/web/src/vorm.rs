//! A form as a list of fields, drawn by one template: what was typed comes back, with what is wrong beside the field.

use crate::bezoek::Paren;
use crate::kader::Kader;

/// A form.
pub(crate) struct Vorm {
    /// Where it goes.
    pub(crate) naar: String,
    /// What it does: the word in its field `doe`.
    pub(crate) doe: &'static str,
    /// So that sending it twice works once.
    pub(crate) sleutel: String,
    /// What goes along without being shown.
    pub(crate) mee: Vec<(&'static str, String)>,
    /// Its fields.
    pub(crate) velden: Vec<Veld>,
    /// The words on its button.
    pub(crate) knop: String,
    /// Takes away what the form is about: the words on that button.
    pub(crate) weg: Option<String>,
    /// Something was wrong, so it is shown open.
    pub(crate) open: bool,
    /// The words by which it is opened.
    pub(crate) titel: String,
}

/// A field.
pub(crate) struct Veld {
    pub(crate) id: String,
    pub(crate) naam: String,
    pub(crate) label: String,
    pub(crate) hint: Option<String>,
    pub(crate) waarde: String,
    pub(crate) fout: Option<String>,
    pub(crate) invoer: Invoer,
}

/// How a field is filled in.
pub(crate) enum Invoer {
    /// One line, with words to choose from.
    Regel(Vec<String>),
    /// Some lines.
    Gebied,
    /// A day.
    Dag,
    /// One of these: value and words.
    Keus(Vec<(String, String)>),
    /// Any of these: value, words, chosen.
    Vinken(Vec<(String, String, bool)>),
}

/// What was typed in a form that did not hold, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Getypt {
    /// The form: what it does, and the number of what it is about.
    pub(crate) doe: String,
    pub(crate) nr: String,
    /// What was typed.
    pub(crate) paren: Paren,
    /// Per field the key of the words.
    pub(crate) fouten: Vec<(&'static str, &'static str)>,
}

impl Getypt {
    /// Whether it was typed in this form.
    pub(crate) fn in_form(&self, doe: &str, nr: &str) -> bool {
        self.doe == doe && self.nr == nr
    }
}

/// Fills the fields of one form.
pub(crate) struct Maker<'a> {
    pub(crate) k: &'a Kader,
    /// Makes the ids of this form its own.
    pub(crate) voor: String,
    /// What was typed in this form before.
    pub(crate) getypt: Option<&'a Getypt>,
}

impl Maker<'_> {
    /// A field with its label `plan-veld-<name>`; what was typed goes before what is known.
    pub(crate) fn veld(&self, naam: &'static str, waarde: &str, invoer: Invoer) -> Veld {
        let typed = self.getypt.map(|form| form.paren.raw(naam).unwrap_or_default().to_owned());
        let found = self.getypt.and_then(|form| form.fouten.iter().find(|(field, _)| *field == naam));
        let invoer = match (invoer, self.getypt) {
            (Invoer::Vinken(all), Some(form)) => Invoer::Vinken(
                all.into_iter()
                    .map(|(value, words, _)| {
                        let chosen = form.paren.0.iter().any(|(name, typed)| name == naam && *typed == value);
                        (value, words, chosen)
                    })
                    .collect(),
            ),
            (invoer, _) => invoer,
        };
        Veld {
            id: format!("{}-{naam}", self.voor),
            naam: naam.to_owned(),
            label: self.k.t(&format!("plan-veld-{naam}")),
            hint: None,
            waarde: typed.unwrap_or_else(|| waarde.to_owned()),
            fout: found.map(|(_, key)| self.k.t(key)),
            invoer,
        }
    }

    /// The same, with a word of help below the label.
    pub(crate) fn met_hint(&self, naam: &'static str, waarde: &str, invoer: Invoer) -> Veld {
        let hint = Some(self.k.t(&format!("plan-hint-{naam}")));
        Veld { hint, ..self.veld(naam, waarde, invoer) }
    }
}
