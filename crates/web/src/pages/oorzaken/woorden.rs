//! The words of the causal map, in the language of the reader.

use simulatie::oorzaak::{Begrip, Onderdeel, Sterkte, Tekst, Vertraging};

use crate::kader::Kader;
use crate::taal::Taal;

/// The name of a concept.
pub(crate) const fn naam(taal: Taal, begrip: Begrip) -> &'static str {
    match taal {
        Taal::Nl => begrip.nl(),
        Taal::En => begrip.en(),
    }
}

/// A text of the map.
pub(crate) const fn tekst(taal: Taal, of: Tekst) -> &'static str {
    match taal {
        Taal::Nl => of.nl,
        Taal::En => of.en,
    }
}

/// The name of a part.
pub(crate) fn onderdeel(k: &Kader, of: Onderdeel) -> String {
    k.t(match of {
        Onderdeel::Vraag => "oorzaken-deel-vraag",
        Onderdeel::Aanbod => "oorzaken-deel-aanbod",
        Onderdeel::Bestuur => "oorzaken-deel-bestuur",
    })
}

/// After how long.
pub(crate) fn vertraging(k: &Kader, of: Vertraging) -> String {
    match of {
        Vertraging::NietGegeven => k.t("oorzaken-na-onbekend"),
        Vertraging::Direct => k.t("oorzaken-na-direct"),
        Vertraging::Kort => k.t("oorzaken-na-kort"),
        Vertraging::Maanden => k.t("oorzaken-na-maanden"),
        Vertraging::Jaren(None) => k.t("oorzaken-na-jaren"),
        Vertraging::Jaren(Some(jaren)) => k.t1("oorzaken-na-jaren-n", "n", u32::from(jaren)),
        Vertraging::Lang => k.t("oorzaken-na-lang"),
    }
}

/// The mark of a delay in a drawing; nothing when nothing is said.
pub(crate) fn merk(k: &Kader, of: Vertraging) -> Option<String> {
    let key = match of {
        Vertraging::NietGegeven => return None,
        Vertraging::Direct => "oorzaken-merk-direct",
        Vertraging::Kort => "oorzaken-merk-kort",
        Vertraging::Maanden => "oorzaken-merk-maanden",
        Vertraging::Jaren(_) | Vertraging::Lang => "oorzaken-merk-jaren",
    };
    Some(k.t(key))
}

/// How strong.
pub(crate) fn sterkte(k: &Kader, of: Sterkte) -> String {
    match of {
        Sterkte::Richting => k.t("oorzaken-sterk-richting"),
        Sterkte::Onzeker => k.t("oorzaken-sterk-onzeker"),
        Sterkte::Aanwijzingen => k.t("oorzaken-sterk-aanwijzingen"),
        Sterkte::Pleidooi => k.t("oorzaken-sterk-pleidooi"),
        Sterkte::Uren(van, naar) => {
            k.tx("oorzaken-sterk-uren", &[("van", u32::from(van).into()), ("naar", u32::from(naar).into())])
        }
    }
}
