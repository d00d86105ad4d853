//! The forms of the page: what was typed comes back with what is wrong.

use informatie::indicator::INDICATOREN;
use register::beeld::AnalyseBeeld;
use stelsel::analyse::{Afspraak, Alinea, Deel, Reactie, Voortgang};
use stelsel::plan::Punt;
use stelsel::toegang::Bereik;
use stelsel::{Identiteit, Onderdeel, Rol};

use crate::adres::Pad;
use crate::kader::Kader;
use crate::vorm::{Getypt, Invoer, Veld, Vorm};

/// Makes the forms of one analysis.
pub(super) struct Vormen<'a> {
    pub(super) k: &'a Kader,
    pub(super) beeld: &'a AnalyseBeeld,
    pub(super) sleutel: String,
    pub(super) getypt: Option<&'a Getypt>,
}

/// A field before it knows what was typed: name, label, value, how it is filled in.
type Ruw = (&'static str, &'static str, String, Invoer);

impl Vormen<'_> {
    /// Only for who writes.
    pub(super) fn schrijft(&self, vorm: impl FnOnce(&Self) -> Vorm) -> Option<Vorm> {
        self.beeld.schrijft.then(|| vorm(self))
    }

    fn vorm(&self, doe: &'static str, nr: &str, mee: Vec<(&'static str, String)>, velden: Vec<Ruw>) -> Vorm {
        let getypt = self.getypt.filter(|form| form.in_form(doe, nr));
        let veld = |(naam, label, waarde, invoer): Ruw| {
            let typed = getypt.map(|form| form.paren.raw(naam).unwrap_or_default().to_owned());
            let found = getypt.and_then(|form| form.fouten.iter().find(|(field, _)| *field == naam));
            let invoer = match (invoer, getypt) {
                (Invoer::Vinken(all), Some(form)) => {
                    let is_typed = |value: &str| form.paren.0.iter().any(|(n, v)| n == naam && v == value);
                    let again = all.into_iter().map(|(value, words, _)| {
                        let chosen = is_typed(&value);
                        (value, words, chosen)
                    });
                    Invoer::Vinken(again.collect())
                }
                (invoer, _) => invoer,
            };
            Veld {
                id: format!("{doe}-{nr}-{naam}"),
                naam: naam.to_owned(),
                label: self.k.t(label),
                hint: None,
                waarde: typed.unwrap_or(waarde),
                fout: found.map(|(_, key)| self.k.t(key)),
                invoer,
            }
        };
        let mut mee = mee;
        if !nr.is_empty() {
            mee.push(("nr", nr.to_owned()));
        }
        Vorm {
            naar: Pad::Analyse(self.beeld.id).to_string(),
            doe,
            sleutel: self.sleutel.clone(),
            mee,
            velden: velden.into_iter().map(veld).collect(),
            knop: self.k.t("analyse-bewaar"),
            weg: None,
            open: getypt.is_some(),
            titel: String::new(),
        }
    }

    fn gelezen(versie: u32) -> (&'static str, String) {
        ("gelezen", versie.to_string())
    }

    /// What it is about and with whom it is shared.
    pub(super) fn kop(&self) -> Vorm {
        let kop = &self.beeld.analyse.kop;
        let partner = |rol: &Rol| Identiteit::new("", "", *rol).reach(Onderdeel::Analyses) == Bereik::Eigen;
        let roles = Rol::ALL
            .into_iter()
            .filter(partner)
            .map(|rol| (rol.key().to_owned(), self.k.rol(rol), self.beeld.analyse.gedeeld_met(rol)));
        let velden: Vec<Ruw> = vec![
            ("titel", "analyse-veld-titel", kop.titel.to_string(), Invoer::Regel(Vec::new())),
            ("gebied", "analyse-veld-gebied", kop.gebied.to_string(), Invoer::Regel(Vec::new())),
            ("gedeeld", "analyse-veld-gedeeld", String::new(), Invoer::Vinken(roles.collect())),
        ];
        let titel = self.k.t("analyse-wijzig-kop");
        Vorm { titel, ..self.vorm("kop", "", vec![Self::gelezen(kop.versie)], velden) }
    }

    /// A new paragraph of a part, or one that is there. A new one carries its part as its number, so that each form is its own.
    pub(super) fn alinea(&self, deel: Deel, known: Option<&Punt<Alinea>>) -> Vorm {
        let tekst = known.map(|punt| punt.wat.tekst.to_string()).unwrap_or_default();
        let mut velden: Vec<Ruw> = vec![("tekst", "analyse-veld-tekst", tekst, Invoer::Gebied)];
        if deel == Deel::Cijfers {
            let found = known.and_then(|punt| punt.wat.vindplaats.as_ref());
            let of = |pick: fn(&stelsel::analyse::Vindplaats) -> &stelsel::plan::Woorden| {
                found.map(|f| pick(f).to_string()).unwrap_or_default()
            };
            let all = INDICATOREN.iter().map(|one| one.key.to_owned()).collect();
            velden.extend([
                (
                    "momentopname",
                    "analyse-veld-momentopname",
                    of(|f| &f.momentopname),
                    Invoer::Regel(Vec::new()),
                ),
                ("indicator", "analyse-veld-indicator", of(|f| &f.indicator), Invoer::Regel(all)),
                ("plek", "analyse-veld-plek", of(|f| &f.gebied), Invoer::Regel(Vec::new())),
            ]);
        }
        let mee = vec![Self::gelezen(known.map_or(0, |punt| punt.versie)), ("deel", deel.key().to_owned())];
        match known {
            Some(punt) => Vorm {
                titel: self.k.t("analyse-wijzig"),
                weg: Some(self.k.t("analyse-weg")),
                ..self.vorm("alinea", &punt.nr.to_string(), mee, velden)
            },
            None => Vorm { titel: self.k.t("analyse-erbij"), ..self.vorm("alinea", deel.key(), mee, velden) },
        }
    }

    pub(super) fn afspraak(&self, known: Option<&Punt<Afspraak>>) -> Vorm {
        let of = |pick: fn(&Afspraak) -> String| known.map(|punt| pick(&punt.wat)).unwrap_or_default();
        let velden: Vec<Ruw> = vec![
            ("wat", "analyse-veld-wat", of(|a| a.wat.to_string()), Invoer::Gebied),
            ("wie", "analyse-veld-wie", of(|a| a.wie.to_string()), Invoer::Regel(Vec::new())),
            ("hoeveel", "analyse-veld-hoeveel", of(|a| a.hoeveel.to_string()), Invoer::Regel(Vec::new())),
            ("tot", "analyse-veld-tot", of(|a| a.tot.to_string()), Invoer::Dag),
            (
                "kijk",
                "analyse-veld-kijk",
                of(|a| a.kijk.map(|d| d.to_string()).unwrap_or_default()),
                Invoer::Dag,
            ),
        ];
        let mee = vec![Self::gelezen(known.map_or(0, |punt| punt.versie))];
        match known {
            Some(punt) => Vorm {
                titel: self.k.t("analyse-wijzig"),
                weg: Some(self.k.t("analyse-weg")),
                ..self.vorm("afspraak", &punt.nr.to_string(), mee, velden)
            },
            None => {
                Vorm { titel: self.k.t("analyse-afspraak-erbij"), ..self.vorm("afspraak", "", mee, velden) }
            }
        }
    }

    /// How it is with an agreement.
    pub(super) fn kijk(&self, punt: &Punt<Afspraak>) -> Vorm {
        let states =
            Voortgang::ALL.iter().map(|one| (one.key().to_owned(), super::stand(self.k, *one).0)).collect();
        let velden: Vec<Ruw> = vec![
            ("stand", "analyse-veld-stand", Voortgang::OpWeg.key().to_owned(), Invoer::Keus(states)),
            ("kwam", "analyse-veld-kwam", String::new(), Invoer::Gebied),
            ("weer", "analyse-veld-weer", String::new(), Invoer::Dag),
        ];
        let vorm = self.vorm("kijk", &punt.nr.to_string(), vec![Self::gelezen(punt.versie)], velden);
        Vorm { titel: self.k.t("analyse-vertel"), ..vorm }
    }

    /// A note beside a part.
    pub(super) fn noot(&self, nr: u32, versie: u32) -> Vorm {
        let kinds = Reactie::ALL
            .iter()
            .map(|one| (one.key().to_owned(), self.k.t(&format!("analyse-reactie-{}", one.key()))))
            .collect();
        let velden: Vec<Ruw> = vec![
            ("soort", "analyse-veld-soort", Reactie::Eens.key().to_owned(), Invoer::Keus(kinds)),
            ("zegt", "analyse-veld-zegt", String::new(), Invoer::Gebied),
        ];
        let vorm = self.vorm("noot", &nr.to_string(), vec![Self::gelezen(versie)], velden);
        Vorm { titel: self.k.t("analyse-reageer"), ..vorm }
    }
}
