//! What a message says about one thing, told in sentences: read from its elements, without a dump of their names.

use ijw::Veld;
use jiff::civil::Date;
use stelsel::Cent;
use stelsel::toewijzing::{Omvang, Product};

use crate::kader::Kader;
use crate::woorden::{self, in_woorden};

/// A line of a message is withdrawn (list COD467).
const VERWIJDEREN: &str = "3";
/// Help that ended for a while (list JZ588).
const PAUZE: &str = "20";
/// The change that deletes an allocation (list JZ002).
const INGETROKKEN: &str = "13";

/// An element with what is in it.
#[derive(Clone, Copy)]
pub(crate) struct Stuk<'a>(&'a [Veld]);

/// The elements at the top of a list.
pub(crate) fn stukken(velden: &[Veld]) -> Vec<Stuk<'_>> {
    velden.first().map_or_else(Vec::new, |first| at_depth(velden, first.diepte))
}

fn at_depth(velden: &[Veld], depth: u8) -> Vec<Stuk<'_>> {
    let begins: Vec<usize> =
        velden.iter().enumerate().filter(|(_, veld)| veld.diepte <= depth).map(|(place, _)| place).collect();
    let ends = begins.iter().skip(1).copied().chain([velden.len()]);
    begins.iter().zip(ends).filter_map(|(begin, end)| velden.get(*begin..end).map(Stuk)).collect()
}

impl<'a> Stuk<'a> {
    /// The name of the element.
    pub(crate) fn naam(self) -> &'static str {
        self.0.first().map_or("", |veld| veld.naam)
    }

    fn veld(self, naam: &str) -> Option<&'a Veld> {
        self.0.iter().find(|veld| veld.naam == naam && veld.waarde.is_some())
    }

    fn waarde(self, naam: &str) -> Option<&'a str> {
        self.veld(naam)?.waarde.as_deref()
    }

    fn dag(self, naam: &str) -> Option<Date> {
        self.waarde(naam)?.parse().ok()
    }

    fn getal(self, naam: &str) -> Option<i64> {
        self.waarde(naam)?.parse().ok()
    }

    /// The elements of a name within this one.
    fn binnen(self, naam: &str) -> Vec<Self> {
        let places = self.0.iter().enumerate().skip(1).filter(|(_, veld)| veld.naam == naam);
        let with = places.filter_map(|(place, veld)| {
            let rest = self.0.get(place..)?;
            at_depth(rest, veld.diepte).first().copied()
        });
        with.collect()
    }

    /// A code in the words of the list of texts; else in those of the standard.
    fn code(self, k: &Kader, naam: &str, list: &str) -> Option<String> {
        let veld = self.veld(naam)?;
        let code = veld.waarde.as_deref()?;
        let words = in_woorden(k, list, code).or_else(|| veld.omschrijving.map(str::to_owned));
        Some(words.unwrap_or_else(|| code.to_owned()))
    }

    fn product(self) -> Product {
        let text = |name: &str| self.waarde(name).map(str::to_owned);
        Product {
            categorie: text("Categorie").or_else(|| text("ProductCategorie")),
            code: text("Code").or_else(|| text("ProductCode")),
        }
    }

    fn omvang(self) -> Option<Omvang> {
        Some(Omvang {
            volume: self.getal("Volume")?,
            eenheid: self.waarde("Eenheid")?.to_owned(),
            frequentie: self.waarde("Frequentie")?.to_owned(),
        })
    }

    /// `2 uur per week, van 1 maart 2026 tot en met 31 december 2026`
    fn hoeveel_wanneer(self, k: &Kader, from: &str, to: &str) -> String {
        let much = woorden::omvang(k, self.omvang().as_ref(), self.getal("Budget"));
        let when = self.dag(from).map(|day| woorden::van_tot(k, day, self.dag(to)));
        much.into_iter().chain(when).collect::<Vec<_>>().join(", ")
    }

    /// The first day that a claim is about, and what is claimed.
    pub(crate) fn prestatie(self) -> Option<(Date, Cent)> {
        let sign = if self.waarde("DebetCredit") == Some("C") { -1 } else { 1 };
        Some((self.dag("Begindatum")?, Cent(sign * self.getal("Bedrag")?)))
    }

    /// Whether an allocation is changed or deleted rather than new.
    pub(crate) fn verandering(self) -> Verandering {
        match self.waarde("RedenWijziging") {
            Some(INGETROKKEN) => Verandering::Ingetrokken,
            Some(_) => Verandering::Gewijzigd,
            None => Verandering::Geen,
        }
    }

    /// What the element says, in sentences.
    pub(crate) fn zinnen(self, k: &Kader) -> Vec<String> {
        match self.naam() {
            "ToegewezenProduct" => self.toegewezen(k),
            "StartProduct" => vec![self.start(k)],
            "StopProduct" => vec![self.stop(k)],
            "AangevraagdProduct" => self.aangevraagd(k),
            "Verzoek" => self.wijziging(k),
            "Antwoord" => self.antwoord(k),
            _ => Vec::new(),
        }
    }

    fn hulp(self, k: &Kader, key: &str, (from, to): (&str, &str)) -> String {
        let product = self.product();
        let first = key == "zegt-hulp";
        let wat = if first { woorden::product(k, &product) } else { woorden::product_in_zin(k, &product) };
        let args = [("wat", wat.into()), ("hoe", self.hoeveel_wanneer(k, from, to).into())];
        k.tx(key, &args)
    }

    fn opmerking(self, k: &Kader) -> Option<String> {
        self.waarde("Commentaar").map(|text| k.t1("zegt-opmerking", "tekst", text))
    }

    fn toegewezen(self, k: &Kader) -> Vec<String> {
        let why = self.code(k, "RedenWijziging", "reden-wijziging");
        let mut out = vec![self.hulp(k, "zegt-hulp", ("Ingangsdatum", "Einddatum"))];
        out.extend(why.map(|why| k.t1("zegt-reden-wijziging", "reden", why)));
        out.extend(self.opmerking(k));
        out
    }

    fn start(self, k: &Kader) -> String {
        let day = self.dag("Begindatum").map_or_else(|| k.t("onbekend"), |day| k.datum(day));
        let gone = self.waarde("StatusAanlevering") == Some(VERWIJDEREN);
        k.t1(if gone { "zegt-start-weg" } else { "zegt-start" }, "dag", day)
    }

    fn stop(self, k: &Kader) -> String {
        let day = self.dag("Einddatum").map_or_else(|| k.t("onbekend"), |day| k.datum(day));
        if self.waarde("StatusAanlevering") == Some(VERWIJDEREN) {
            return k.t1("zegt-stop-weg", "dag", day);
        }
        if self.waarde("RedenBeeindiging") == Some(PAUZE) {
            return k.t1("zegt-pauze", "dag", day);
        }
        let why = self.code(k, "RedenBeeindiging", "reden-stop").unwrap_or_else(|| k.t("onbekend"));
        k.tx("zegt-stop", &[("dag", day.into()), ("reden", why.into())])
    }

    fn aangevraagd(self, k: &Kader) -> Vec<String> {
        let mut out = vec![self.hulp(k, "zegt-hulp", ("ToewijzingIngangsdatum", "ToewijzingEinddatum"))];
        out.extend(self.code(k, "Type", "verwijzer").map(|kind| match self.waarde("Naam") {
            Some(naam) => k.tx("zegt-verwijzer-naam", &[("wie", kind.into()), ("naam", naam.into())]),
            None => k.t1("zegt-verwijzer", "wie", kind),
        }));
        out.extend(self.waarde("BeschikkingNummer").map(|nr| k.t1("zegt-beschikking", "nummer", nr)));
        out.extend(
            self.waarde("Raamcontract")
                .map(|yes| k.t(if yes == "1" { "zegt-raamcontract" } else { "zegt-geen-raamcontract" })),
        );
        out.extend(self.opmerking(k));
        out
    }

    fn wijziging(self, k: &Kader) -> Vec<String> {
        let days = ("GewensteIngangsdatum", "Einddatum");
        let mut out = Vec::new();
        out.extend(
            self.code(k, "RedenVerzoek", "reden-verzoek").map(|why| k.t1("zegt-reden-verzoek", "reden", why)),
        );
        for change in self.binnen("TeWijzigenProduct") {
            let number = change.waarde("ToewijzingNummer").unwrap_or_default();
            let args = [("nummer", number.into()), ("hoe", change.hoeveel_wanneer(k, days.0, days.1).into())];
            out.push(k.tx("zegt-verandert", &args));
        }
        out.extend(self.binnen("NieuwProduct").into_iter().map(|new| new.hulp(k, "zegt-erbij", days)));
        for same in self.binnen("OngewijzigdProduct") {
            let number = same.waarde("ToewijzingNummer").unwrap_or_default();
            out.push(k.t1("zegt-blijft", "nummer", number));
        }
        out
    }

    fn antwoord(self, k: &Kader) -> Vec<String> {
        let Some(why) = self.code(k, "RedenAfwijzingVerzoek", "reden-afwijzing") else {
            return vec![k.t("zegt-onderzoek")];
        };
        let mut out = vec![k.t1("zegt-afwijzing", "reden", why)];
        out.extend(self.waarde("Gemeente").map(|code| k.t1("zegt-andere-gemeente", "gemeente", code)));
        out
    }
}

/// How an allocation compares with what was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verandering {
    /// New.
    Geen,
    /// Changed.
    Gewijzigd,
    /// Deleted.
    Ingetrokken,
}

#[cfg(test)]
mod tests;
