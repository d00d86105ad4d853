//! Switching off loops and links: a form, and the scenario that comes of it.

use simulatie::oorzaak::{Proef, schakels, uit_te_zetten};
use simulatie::systeem::Lus;
use stelsel::Identiteit;

use super::tekening::zin;
use super::{Optie, lus};
use crate::adres::Pad;
use crate::kader::Kader;

/// The form, with what was chosen.
pub(crate) struct ProefVorm {
    pub(crate) lussen: Vec<Optie>,
    pub(crate) schakels: Vec<Optie>,
    /// The file, where it is fetched, and where it is tried out by who may, when something is switched off.
    pub(crate) klaar: Option<(String, String, Option<String>)>,
}

impl ProefVorm {
    pub(crate) fn new(k: &Kader, proef: &Proef) -> Self {
        let links = schakels().filter_map(|of| {
            let (number, _) = uit_te_zetten(of.nummer)?;
            let told: Vec<String> = of.stappen.iter().map(|stap| zin(k, *stap)).collect();
            let text = format!("{}: {} ({})", of.naam(), told.join("; "), number.naam);
            Some((of.naam(), text, proef.schakels.contains(&of.nummer)))
        });
        let ready = || {
            let names = proef.lussen.iter().map(|one| one.naam().to_owned());
            let names: Vec<String> =
                names.chain(proef.schakels.iter().map(|nummer| format!("C{nummer:02}"))).collect();
            let pairs: Vec<(&str, Option<&str>)> =
                names.iter().map(|one| ("uit", Some(one.as_str()))).collect();
            let tries = k.wie.as_ref().is_some_and(Identiteit::tries_choices);
            let form = tries.then(|| Pad::UitproberenNieuw.met(&pairs));
            (toml(k, proef), Pad::OorzakenToml.met(&pairs), form)
        };
        Self {
            lussen: Lus::ALL
                .iter()
                .map(|one| (one.naam().to_owned(), lus(k, *one), proef.lussen.contains(one)))
                .collect(),
            schakels: links.collect(),
            klaar: (!proef.is_leeg()).then(ready),
        }
    }
}

/// The scenario file, named in the language of the reader.
pub(crate) fn toml(k: &Kader, proef: &Proef) -> String {
    let names = proef.lussen.iter().map(|one| one.naam().to_owned());
    let names: Vec<String> =
        names.chain(proef.schakels.iter().map(|nummer| format!("C{nummer:02}"))).collect();
    // The name of a scenario holds a hundred characters: with many, their number.
    let list = names.join(", ");
    let naam = if names.is_empty() {
        k.t("oorzaken-proef-niets")
    } else if list.len() > 60 {
        k.t1("oorzaken-proef-veel", "n", names.len())
    } else {
        k.t1("oorzaken-proef-naam", "wat", list)
    };
    proef.toml(&naam, &k.t("oorzaken-proef-toelichting"))
}
