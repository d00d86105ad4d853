//! What stands on a page, as pairs of a heading and words: to read it, and to put two side by side.

use register::beeld::{Blad, EigenGroep};
use stelsel::Persoon;
use stelsel::goed_gesprek::{Groep, Score};

use crate::kader::Kader;

/// The name of a life domain.
pub(super) fn domein(k: &Kader, score: &Score) -> String {
    if score.naam.is_empty() { k.t(&format!("gg-domein-{}", score.domein)) } else { score.naam.clone() }
}

/// The name of a group, of the program or of the municipality.
pub(super) fn groep(k: &Kader, own: &[EigenGroep], key: &str) -> String {
    match (Groep::find(key), own.iter().find(|group| group.sleutel == key)) {
        (Some(_), _) => k.t(&format!("gg-groep-{key}")),
        (None, Some(group)) => group.naam.clone(),
        (None, None) => key.to_owned(),
    }
}

/// Everything that stands on a page: which field, and what stands there.
pub(super) fn alles(k: &Kader, blad: &Blad, leden: &[Persoon], own: &[EigenGroep]) -> Vec<(String, String)> {
    let i = &blad.inhoud;
    let list = |prefix: &str, keys: &mut dyn Iterator<Item = &str>| {
        keys.map(|key| k.t(&format!("{prefix}-{key}"))).collect::<Vec<_>>().join("; ")
    };
    let score = |n: Option<u8>| n.map_or_else(|| "–".to_owned(), |n| n.to_string());
    let mut out = vec![
        (k.t("gg-dag"), k.datum(blad.dag)),
        (k.t("gg-minuten"), i.minuten.map(|n| n.to_string()).unwrap_or_default()),
        (k.t("gg-sprak-ook"), i.sprak_ook.clone()),
    ];
    for lid in leden {
        let Some(stem) = blad.stemmen.iter().find(|stem| stem.persoon == lid.id) else { continue };
        let naam = lid.naam.given();
        out.push((k.t1("gg-woorden-van", "naam", naam.as_str()), stem.woorden.clone()));
        out.push((k.t1("gg-eigen-van", "naam", naam.as_str()), stem.eigen.clone()));
        let choice = stem.lezers.map(|l| k.t(&format!("gg-lezers-{}", l.key()))).unwrap_or_default();
        out.push((k.t1("gg-lezers-van", "naam", naam.as_str()), choice));
    }
    out.extend([
        (k.t("gg-gewoon-nu"), i.gewoon_nu.clone()),
        (k.t("gg-gewoon-goed"), i.gewoon_goed.clone()),
        (k.t("gg-sterk"), i.sterk.clone()),
    ]);
    for line in &i.domeinen {
        let words = [("gezin", score(line.gezin).into()), ("wij", score(line.professional).into())];
        out.push((domein(k, line), k.tx("gg-score-naast", &words)));
    }
    out.extend([
        (k.t("gg-verschil"), i.verschil.clone()),
        (k.t("gg-oorzaken"), list("gg-oorzaak", &mut i.oorzaken.iter().map(String::as_str))),
        (k.t("gg-oorzaak-anders"), i.oorzaak_anders.clone()),
        (k.t("gg-van-wie"), list("gg-van-wie", &mut i.van_wie.iter().map(|one| one.key()))),
        (k.t("gg-belasting"), list("gg-belasting", &mut i.belasting.iter().map(|one| one.key()))),
        (k.t("gg-route"), list("gg-route", &mut i.route.iter().map(|one| one.key()))),
        (k.t("gg-groepen"), i.groepen.iter().map(|key| groep(k, own, key)).collect::<Vec<_>>().join("; ")),
    ]);
    for line in &i.antwoorden {
        let words = [line.woorden.as_str(), line.wie.as_str(), line.wanneer.as_str()];
        let words: Vec<_> = words.into_iter().filter(|words| !words.is_empty()).collect();
        out.push((k.t(&format!("gg-antwoord-{}", line.antwoord.key())), format!("✓ {}", words.join(" · "))));
    }
    out.push((k.t("gg-dilemma"), i.dilemma.clone()));
    out
}
