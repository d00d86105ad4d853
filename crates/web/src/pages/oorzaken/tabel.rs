//! All links as a table.

use simulatie::oorzaak::{self, Onderdeel, Schakel, Teken, getallen, kringen, lussen};

use super::Keuze;
use super::tekening::{klasse, rond};
use super::woorden::{naam, onderdeel, sterkte, tekst, vertraging};
use crate::kader::Kader;

/// A step: from, the class of its sign, the sign in words, to; with addresses.
pub(crate) struct Stapregel {
    pub(crate) van: (&'static str, String),
    pub(crate) klasse: &'static str,
    pub(crate) teken: String,
    pub(crate) naar: (&'static str, String),
}

/// A link.
pub(crate) struct Rij {
    pub(crate) naam: String,
    pub(crate) stappen: Vec<Stapregel>,
    pub(crate) noot: &'static str,
    pub(crate) deel: String,
    pub(crate) na: String,
    pub(crate) sterkte: String,
    pub(crate) bron: &'static str,
    pub(crate) kringen: String,
    /// The numbers of the model that carry it, and in which loops.
    pub(crate) getallen: Vec<&'static str>,
    pub(crate) modellussen: String,
    pub(crate) formule: &'static str,
    pub(crate) niet: bool,
}

fn asked(keuze: &Keuze, of: &Schakel) -> bool {
    let part = |part: Onderdeel| of.onderdeel() == part;
    let has = |begrip| of.stappen.iter().any(|stap| stap.van == begrip || stap.naar == begrip);
    let within =
        |lus| kringen(of.nummer).iter().any(|kring| kring.lus == lus) || lussen(of.nummer).contains(&lus);
    keuze.deel.is_none_or(part) && keuze.begrip.is_none_or(has) && keuze.lus.is_none_or(within)
}

/// The links that are asked for.
pub(crate) fn rijen(k: &Kader, keuze: &Keuze) -> Vec<Rij> {
    oorzaak::schakels().filter(|of| asked(keuze, of)).map(|of| rij(k, of)).collect()
}

fn rij(k: &Kader, of: &Schakel) -> Rij {
    let stappen = of.stappen.iter().map(|stap| Stapregel {
        van: (naam(k.taal, stap.van), rond(stap.van)),
        klasse: klasse(stap.teken),
        teken: k.t(match stap.teken {
            Teken::Plus => "oorzaken-geeft-plus",
            Teken::Min => "oorzaken-geeft-min",
            Teken::Nul => "oorzaken-geeft-nul",
        }),
        naar: (naam(k.taal, stap.naar), rond(stap.naar)),
    });
    let numbers = getallen(of.nummer);
    let names = |all: Vec<&str>| all.join(", ");
    Rij {
        naam: of.naam(),
        stappen: stappen.collect(),
        noot: of.noot.map_or("", |noot| tekst(k.taal, noot)),
        deel: onderdeel(k, of.onderdeel()),
        na: vertraging(k, of.vertraging),
        sterkte: sterkte(k, of.sterkte),
        bron: of.bron,
        kringen: names(kringen(of.nummer).iter().map(|kring| kring.lus.naam()).collect()),
        modellussen: names(lussen(of.nummer).iter().map(|lus| lus.naam()).collect()),
        niet: numbers.is_empty() && of.formule.is_none(),
        getallen: numbers.into_iter().map(|one| one.naam).collect(),
        formule: of.formule.map_or("", |formule| tekst(k.taal, formule)),
    }
}
