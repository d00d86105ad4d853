//! An allocation in words: what, for whom, by whom, and how it really stands. Words before codes.

use register::beeld::ToewijzingBeeld;
use stelsel::toegang::{Deel, Delen};
use stelsel::toewijzing::Stand;
use stelsel::{Cent, Onderdeel, Toewijzing};

use crate::adres::Pad;
use crate::kader::Kader;
use crate::woorden;

/// Waiting longer than this asks attention on top of the page.
const LANG: i32 = 7;

/// A line of the table.
pub(crate) struct HulpRegel {
    pub(crate) vorm: String,
    pub(crate) code: Option<String>,
    pub(crate) voor: String,
    pub(crate) aanbieder: String,
    pub(crate) stand: String,
    pub(crate) klasse: &'static str,
    pub(crate) periode: String,
    pub(crate) omvang: Option<String>,
    pub(crate) gedeclareerd: Option<String>,
    /// The conversation with the provider, for who may read it.
    pub(crate) gesprek: Option<String>,
}

/// Help that is going on or expected.
pub(crate) const fn is_actueel(stand: &Stand) -> bool {
    matches!(stand, Stand::Loopt { .. } | Stand::Wacht { .. } | Stand::Pauze { .. })
}

fn aanbieder(t: &ToewijzingBeeld) -> String {
    woorden::aanbieder(t.aanbieder.as_ref(), t.toewijzing.aanbieder)
}

/// The line of an allocation.
pub(crate) fn regel(k: &Kader, t: &ToewijzingBeeld, voor: &str, open: Delen) -> HulpRegel {
    let product = &t.toewijzing.product;
    HulpRegel {
        vorm: k.vorm(product.hulpvorm()),
        code: product.code.clone().or_else(|| product.categorie.clone()),
        voor: voor.to_owned(),
        aanbieder: aanbieder(t),
        stand: woorden::stand(k, &t.stand, &t.toewijzing),
        klasse: woorden::klasse(&t.stand),
        periode: periode(k, &t.toewijzing),
        omvang: woorden::omvang(k, t.toewijzing.omvang.as_ref(), t.toewijzing.budget),
        gedeclareerd: t
            .gedeclareerd
            .filter(|claimed| *claimed != Cent::NUL)
            .map(|claimed| k.t1("gedeclareerd", "bedrag", k.euro(claimed))),
        gesprek: (k.mag(Onderdeel::Gesprek) && open.has(Deel::Gesprek))
            .then(|| Pad::Gesprek(t.toewijzing.gemeente, t.toewijzing.nummer).to_string()),
    }
}

/// A sentence about help that was allocated more than a week ago and has not begun.
pub(crate) fn lange_wacht(k: &Kader, t: &ToewijzingBeeld, voor: &str) -> Option<String> {
    let Stand::Wacht { dagen } = t.stand else { return None };
    (dagen > LANG).then(|| {
        let vorm = k.vorm(t.toewijzing.product.hulpvorm()).to_lowercase();
        let args = [
            ("wie", voor.into()),
            ("n", dagen.into()),
            ("vorm", vorm.into()),
            ("aanbieder", aanbieder(t).into()),
        ];
        k.tx("wacht-zin", &args)
    })
}

fn periode(k: &Kader, t: &Toewijzing) -> String {
    let from = k.datum(t.ingang);
    match t.eind {
        Some(end) => k.tx("periode", &[("van", from.into()), ("tot", k.datum(end).into())]),
        None => k.t1("periode-open", "van", from),
    }
}
