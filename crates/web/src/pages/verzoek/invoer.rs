//! What is filled in on the form of a decision, and what is wrong with it.

use ijw::basis::{Plaatsnaam, RedenAfwijzingVerzoek, Straatnaam};
use register::beeld::{Besluit, VerzoekSoort, Woonadres};
use stelsel::{Gemeentecode, Postcode};

use crate::bezoek::Paren;
use crate::kader::Kader;
use crate::woorden::in_woorden;

/// The reason that goes with the name of a municipality: it has a choice of its own.
const WOONPLAATSBEGINSEL: &str = "8";
/// The reason that a change should have been a new request.
const NIEUWE_AANVRAAG: &str = "1";

/// What one can answer, the first first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Keuze {
    /// The help is allocated.
    #[default]
    Toekennen,
    /// It is looked into.
    Onderzoeken,
    /// Another municipality is responsible.
    AndereGemeente,
    /// Something else than what was asked.
    Afwijzen,
}

impl Keuze {
    const ALL: [Self; 4] = [Self::Toekennen, Self::Onderzoeken, Self::AndereGemeente, Self::Afwijzen];

    /// Its value in the form.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Toekennen => "toekennen",
            Self::Onderzoeken => "onderzoeken",
            Self::AndereGemeente => "andere-gemeente",
            Self::Afwijzen => "afwijzen",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|keuze| keuze.key() == key)
    }
}

/// A reason to choose.
pub(crate) struct Reden {
    pub(crate) code: &'static str,
    pub(crate) tekst: String,
    pub(crate) gekozen: bool,
}

/// The reasons that can be given to a kind of request.
pub(crate) fn redenen(k: &Kader, soort: VerzoekSoort, chosen: &str) -> Vec<Reden> {
    let fits = |code: &str| match code {
        WOONPLAATSBEGINSEL => false,
        NIEUWE_AANVRAAG => soort == VerzoekSoort::Wijziging,
        _ => true,
    };
    let all = RedenAfwijzingVerzoek::ALLE.iter().filter(|reden| fits(reden.code()));
    all.map(|reden| Reden {
        code: reden.code(),
        tekst: in_woorden(k, "reden-afwijzing", reden.code())
            .unwrap_or_else(|| reden.omschrijving().to_owned()),
        gekozen: reden.code() == chosen,
    })
    .collect()
}

/// A field that is typed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Veld {
    pub(crate) tekst: String,
    pub(crate) fout: Option<String>,
}

impl Veld {
    fn of(form: &Paren, name: &str) -> Self {
        Self { tekst: form.get(name).unwrap_or_default().to_owned(), fout: None }
    }

    fn given(&self) -> Option<String> {
        (!self.tekst.is_empty()).then(|| self.tekst.clone())
    }

    /// Notes what is wrong when there is nothing right.
    fn or_fault<T>(&mut self, read: Option<T>, fault: impl FnOnce() -> String) -> Option<T> {
        if read.is_none() {
            self.fout = Some(fault());
        }
        read
    }
}

/// The form as it was filled in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Invoer {
    pub(crate) keuze: Keuze,
    pub(crate) straat: Veld,
    pub(crate) huisnummer: Veld,
    pub(crate) postcode: Veld,
    pub(crate) plaats: Veld,
    pub(crate) gemeente: Veld,
    pub(crate) reden: String,
    pub(crate) reden_fout: Option<String>,
}

/// What was read from the form.
pub(crate) enum Gelezen {
    /// A decision.
    Besluit(Besluit),
    /// Another municipality, by its name.
    GemeenteNaam(String),
    /// Something has to be filled in first.
    Nog,
}

impl Invoer {
    /// What was typed. `None` when the form is none of ours.
    pub(crate) fn of(form: &Paren) -> Option<Self> {
        Some(Self {
            keuze: Keuze::from_key(form.get("besluit")?)?,
            straat: Veld::of(form, "straat"),
            huisnummer: Veld::of(form, "huisnummer"),
            postcode: Veld::of(form, "postcode"),
            plaats: Veld::of(form, "plaats"),
            gemeente: Veld::of(form, "gemeente"),
            reden: form.get("reden").unwrap_or_default().to_owned(),
            reden_fout: None,
        })
    }

    /// Whether a choice is the one that was made.
    pub(crate) fn is(&self, key: &str) -> bool {
        self.keuze.key() == key
    }

    /// The decision that was filled in; what is missing or cannot be right gets its sentence.
    pub(crate) fn lees(&mut self, k: &Kader) -> Gelezen {
        match self.keuze {
            Keuze::Onderzoeken => Gelezen::Besluit(Besluit::Onderzoeken),
            Keuze::Toekennen => self.adres(k),
            Keuze::Afwijzen => {
                let known = RedenAfwijzingVerzoek::parse(&self.reden).ok().map(RedenAfwijzingVerzoek::code);
                if let Some(code) = known.filter(|code| *code != WOONPLAATSBEGINSEL) {
                    return Gelezen::Besluit(Besluit::Afwijzen { reden: code.to_owned() });
                }
                self.reden_fout = Some(k.t("fout-reden"));
                Gelezen::Nog
            }
            Keuze::AndereGemeente => match Gemeentecode::parse(&self.gemeente.tekst) {
                Ok(gemeente) => Gelezen::Besluit(Besluit::AndereGemeente { gemeente }),
                Err(_) if self.gemeente.tekst.is_empty() => self.onbekende_gemeente(k),
                Err(_) => Gelezen::GemeenteNaam(self.gemeente.tekst.clone()),
            },
        }
    }

    /// No municipality of this name is known.
    pub(crate) fn onbekende_gemeente(&mut self, k: &Kader) -> Gelezen {
        self.gemeente.fout = Some(k.t("fout-gemeente"));
        Gelezen::Nog
    }

    /// The address, when any of it was filled in. That it is needed is for the register to say.
    fn adres(&mut self, k: &Kader) -> Gelezen {
        let fields = [&self.straat, &self.huisnummer, &self.postcode, &self.plaats];
        if fields.iter().all(|field| field.tekst.is_empty()) {
            return Gelezen::Besluit(Besluit::Toekennen { adres: None });
        }
        let number = self.huisnummer.tekst.parse().ok().filter(|nr| (1..=99_999).contains(nr));
        let postcode = Postcode::parse(&self.postcode.tekst).ok();
        let straat = self.straat.given();
        let plaats = self.plaats.given();
        let fits_street = straat.as_deref().is_none_or(|text| Straatnaam::new(text).is_ok()).then_some(());
        let fits_place = plaats.as_deref().is_none_or(|text| Plaatsnaam::new(text).is_ok()).then_some(());
        let huisnummer = self.huisnummer.or_fault(number, || k.t("fout-huisnummer"));
        let postcode = self.postcode.or_fault(postcode, || k.t("fout-postcode"));
        let sound_street = self.straat.or_fault(fits_street, || k.t("fout-straat"));
        let sound_place = self.plaats.or_fault(fits_place, || k.t("fout-plaats"));
        match (huisnummer, postcode, sound_street, sound_place) {
            (Some(huisnummer), Some(postcode), Some(()), Some(())) => {
                let adres = Woonadres { straat, huisnummer, postcode: postcode.to_string(), plaats };
                Gelezen::Besluit(Besluit::Toekennen { adres: Some(adres) })
            }
            _ => Gelezen::Nog,
        }
    }

    /// The address has to be filled in.
    pub(crate) fn adres_nodig(&mut self, k: &Kader) {
        self.huisnummer.fout = Some(k.t("fout-huisnummer"));
        self.postcode.fout = Some(k.t("fout-postcode"));
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let wrong = |key: &str| Veld { tekst: nasty.to_owned(), fout: Some(k.t(key)) };
        Self {
            keuze: Keuze::Afwijzen,
            straat: wrong("fout-straat"),
            huisnummer: wrong("fout-huisnummer"),
            postcode: wrong("fout-postcode"),
            plaats: wrong("fout-plaats"),
            gemeente: wrong("fout-gemeente"),
            reden: nasty.to_owned(),
            reden_fout: Some(k.t("fout-reden")),
        }
    }
}
