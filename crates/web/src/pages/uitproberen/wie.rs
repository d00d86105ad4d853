//! Who gains and who pays: by circumstances of the neighbourhood, by the question that children come with, and by who pays.

use simulatie::systeem::{Hulpgroep, Maat, Wijkgroep};

use super::woord::{Richting, laatste, ruimte, verschil};
use crate::kader::Kader;
use crate::proef::Bewaarvorm;
use crate::proef::uitkomst::Meting;

/// A table of who gains, or who pays.
pub(super) struct Tabel {
    pub(super) id: &'static str,
    pub(super) titel: String,
    pub(super) bijschrift: String,
    pub(super) kop: Vec<String>,
    pub(super) rijen: Vec<Vec<String>>,
}

/// Who pays.
const BETALERS: [(Maat, &str); 4] = [
    (Maat::UitgavenJeugdhulp, "up-naam-jeugdhulp"),
    (Maat::UitgavenLokaal, "up-naam-lokaal"),
    (Maat::UitgavenAndere, "up-naam-andere"),
    (Maat::UitgavenSamen, "up-naam-uitgaven"),
];

/// Who waits shorter or longer, and who pays more or less, as far as most replications point the same way.
pub(super) fn samenvatting(k: &Kader, of: &Bewaarvorm) -> Vec<String> {
    let mut lines = Vec::new();
    let groups: Vec<(String, Option<&Meting>)> =
        Wijkgroep::ALL
            .iter()
            .map(|one| (k.t(&format!("up-buurt-{}", one.naam())), of.maat(Maat::WachttijdWijk(*one))))
            .chain(Hulpgroep::ALL.iter().map(|one| {
                (k.t(&format!("up-groepnaam-{}", one.naam())), of.maat(Maat::WachttijdGroep(*one)))
            }))
            .collect();
    let payers: Vec<(String, Option<&Meting>)> =
        BETALERS.iter().take(3).map(|(maat, key)| (k.t(key), of.maat(*maat))).collect();
    for (all, less, more, either) in [
        (&groups, "up-wint-wachten", "up-verliest-wachten", "up-beide-wachten"),
        (&payers, "up-wint-geld", "up-verliest-geld", "up-beide-geld"),
    ] {
        let mut say = |key: &str, wanted: &[Richting]| {
            let names: Vec<&str> = all
                .iter()
                .filter(|(_, maat)| {
                    maat.and_then(|maat| maat.mean_difference)
                        .is_some_and(|band| wanted.contains(&Richting::of(band)))
                })
                .map(|(naam, _)| naam.as_str())
                .collect();
            if !names.is_empty() {
                lines.push(k.t1(key, "wie", k.taal.opsomming(&names)));
            }
        };
        say(less, &[Richting::Minder, Richting::MeestalMinder]);
        say(more, &[Richting::Meer, Richting::MeestalMeer]);
        say(either, &[Richting::Beide]);
    }
    lines
}

fn kop(k: &Kader, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| k.t(key)).collect()
}

fn gemiddeld(k: &Kader, of: &Bewaarvorm, maat: Maat) -> String {
    verschil(k, of.maat(maat).and_then(|one| one.mean_difference))
}

pub(super) fn buurten(k: &Kader, of: &Bewaarvorm) -> Tabel {
    let row = |one: &Wijkgroep| {
        vec![
            k.t(&format!("up-buurt-{}", one.naam())),
            gemiddeld(k, of, Maat::WachttijdWijk(*one)),
            gemiddeld(k, of, Maat::AandeelWijk(*one)),
        ]
    };
    Tabel {
        id: "wie-buurt",
        titel: k.t("up-wie-buurt"),
        bijschrift: k.t("up-wie-bijschrift"),
        kop: kop(k, &["up-kop-buurt", "up-kop-wachten", "up-kop-per-honderd"]),
        rijen: Wijkgroep::ALL.iter().map(row).collect(),
    }
}

pub(super) fn groepen(k: &Kader, of: &Bewaarvorm) -> Tabel {
    let row = |one: &Hulpgroep| {
        vec![
            k.t(&format!("up-groepnaam-{}", one.naam())),
            gemiddeld(k, of, Maat::WachttijdGroep(*one)),
            gemiddeld(k, of, Maat::InHulpGroep(*one)),
            gemiddeld(k, of, Maat::AfgehaaktGroep(*one)),
        ]
    };
    Tabel {
        id: "wie-groep",
        titel: k.t("up-wie-groep"),
        bijschrift: k.t("up-wie-bijschrift"),
        kop: kop(k, &["up-kop-groep", "up-kop-wachten", "up-kop-in-hulp", "up-kop-afgehaakt"]),
        rijen: Hulpgroep::ALL.iter().map(row).collect(),
    }
}

pub(super) fn betalers(k: &Kader, of: &Bewaarvorm, last_year: i64) -> Tabel {
    let row = |(maat, key): &(Maat, &str)| {
        let maat = of.maat(*maat);
        vec![
            k.t(key),
            ruimte(k, maat.and_then(|one| laatste(&one.as_now))),
            ruimte(k, maat.and_then(|one| laatste(&one.choice))),
            verschil(k, maat.and_then(|one| one.mean_difference)),
        ]
    };
    let year = last_year.to_string();
    Tabel {
        id: "wie-betaalt",
        titel: k.t("up-wie-betaalt"),
        bijschrift: k.t("up-betaalt-bijschrift"),
        kop: vec![
            k.t("up-kop-betaler"),
            k.t1("up-kop-nu-in", "jaar", year.as_str()),
            k.t1("up-kop-keuze-in", "jaar", year),
            k.t("up-kop-verschil-jaar"),
        ],
        rijen: BETALERS.iter().map(row).collect(),
    }
}
