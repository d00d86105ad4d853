//! An allocation in words: what, for whom, by whom, and how it really stands. Words before codes.

use register::beeld::ToewijzingBeeld;
use stelsel::toewijzing::{Omvang, Stand};
use stelsel::{Cent, Toewijzing};

use crate::kader::Kader;
use crate::tekst::TEKSTEN;

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
}

/// Help that is going on or expected.
pub(crate) const fn is_actueel(stand: &Stand) -> bool {
    matches!(stand, Stand::Loopt { .. } | Stand::Wacht { .. } | Stand::Pauze { .. })
}

fn aanbieder(t: &ToewijzingBeeld) -> String {
    t.aanbieder.clone().unwrap_or_else(|| format!("AGB {}", t.toewijzing.aanbieder))
}

/// The line of an allocation.
pub(crate) fn regel(k: &Kader, t: &ToewijzingBeeld, voor: &str) -> HulpRegel {
    let product = &t.toewijzing.product;
    HulpRegel {
        vorm: k.vorm(product.hulpvorm()),
        code: product.code.clone().or_else(|| product.categorie.clone()),
        voor: voor.to_owned(),
        aanbieder: aanbieder(t),
        stand: stand(k, &t.stand, &t.toewijzing),
        klasse: match t.stand {
            Stand::Wacht { .. } => "warm",
            Stand::Loopt { .. } => "groen",
            Stand::Pauze { .. } => "",
            _ => "grijs",
        },
        periode: periode(k, &t.toewijzing),
        omvang: omvang(k, &t.toewijzing),
        gedeclareerd: (t.gedeclareerd != Cent::NUL)
            .then(|| k.t1("gedeclareerd", "bedrag", k.euro(t.gedeclareerd))),
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

fn stand(k: &Kader, stand: &Stand, toewijzing: &Toewijzing) -> String {
    let key = stand.key();
    match stand {
        Stand::Verwijderd => k.t(key),
        Stand::Wacht { dagen: 0 } => k.t1("stand-begint", "dag", k.datum(toewijzing.ingang)),
        Stand::Wacht { dagen } => k.t1(key, "n", *dagen),
        Stand::Loopt { sinds } | Stand::Pauze { sinds } => k.t1(key, "dag", k.datum(*sinds)),
        Stand::Beeindigd { op, reden } => {
            let done = k.t1(key, "dag", k.datum(*op));
            match reden.as_deref().and_then(|code| in_woorden(k, "reden-stop", code)) {
                Some(why) => format!("{done}: {why}"),
                None => done,
            }
        }
        Stand::NietGestart { eind } => k.t1(key, "dag", k.datum(*eind)),
    }
}

/// The words for a code, when the list of texts has them.
pub(crate) fn in_woorden(k: &Kader, list: &str, code: &str) -> Option<String> {
    let key = format!("{list}-{code}");
    TEKSTEN.has(&key).then(|| k.t(&key))
}

fn periode(k: &Kader, t: &Toewijzing) -> String {
    let from = k.datum(t.ingang);
    match t.eind {
        Some(end) => k.tx("periode", &[("van", from.into()), ("tot", k.datum(end).into())]),
        None => k.t1("periode-open", "van", from),
    }
}

fn omvang(k: &Kader, t: &Toewijzing) -> Option<String> {
    if let Some(budget) = t.budget {
        return Some(k.t1("budget", "bedrag", k.euro(Cent(budget))));
    }
    let Omvang { volume, eenheid, frequentie } = t.omvang.as_ref()?;
    let amount = if eenheid == "83" {
        k.euro(Cent(*volume))
    } else {
        let key = format!("eenheid-{eenheid}");
        if TEKSTEN.has(&key) { k.t1(&key, "n", *volume) } else { k.taal.getal(*volume) }
    };
    Some(match in_woorden(k, "frequentie", frequentie) {
        Some(how_often) => format!("{amount} {how_often}"),
        None => amount,
    })
}
