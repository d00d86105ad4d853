//! The form of a conversation, read. Nothing is mandatory; what cannot be read is not guessed.

use std::collections::BTreeSet;

use jiff::civil::Date;
use register::beeld::{Blad, Opslaan};
use stelsel::goed_gesprek::{
    Antwoord, Antwoordregel, Belasting, Drager, Inhoud, Lezers, OORZAKEN, Route, Score, Stem, domeinen,
};
use stelsel::{Id, Persoon};

use crate::bezoek::Paren;

/// Names of fields in which one writes.
const TEKSTEN: [&str; 7] =
    ["sprak_ook", "gewoon_nu", "gewoon_goed", "sterk", "verschil", "oorzaak_anders", "dilemma"];
const TEKSTEN_VAN: [&str; 5] = ["woorden-", "eigen-", "wat-", "wie-", "wanneer-"];

/// Whether a field is one in which one writes.
pub(super) fn is_text(name: &str) -> bool {
    TEKSTEN.contains(&name) || name == "tekst" || TEKSTEN_VAN.iter().any(|begin| name.starts_with(begin))
}

/// What is sent; nothing when it is no form of this page. A day or a number that cannot be read is left out rather than that the
/// words around it are refused.
pub(super) fn lees(form: &Paren, today: Date) -> Option<Opslaan> {
    Some(Opslaan {
        versie: form.get("versie")?.parse().ok()?,
        beurt: form.get("beurt")?.to_owned(),
        beurt_nr: form.get("beurt_nr")?.parse().ok()?,
        blad: Blad {
            dag: form.get("dag").and_then(|day| day.parse().ok()).unwrap_or(today),
            inhoud: inhoud(form),
            stemmen: stemmen(form)?,
        },
    })
}

/// Whether nothing stands on it.
pub(super) fn is_empty(blad: &Blad) -> bool {
    blad.inhoud == Inhoud::default() && blad.stemmen.iter().all(Stem::is_empty)
}

fn text(form: &Paren, name: &str) -> String {
    // A browser sends the ends of lines in its own way.
    form.get(name).unwrap_or_default().replace("\r\n", "\n")
}

fn all<'f>(form: &'f Paren, name: &'f str) -> impl Iterator<Item = &'f str> {
    form.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
}

fn number<T: std::str::FromStr>(form: &Paren, name: &str) -> Option<T> {
    form.get(name)?.parse().ok()
}

/// A word of a scale of five.
fn scale(form: &Paren, name: &str) -> Option<u8> {
    number(form, name).filter(|n| (1..=5).contains(n))
}

fn inhoud(form: &Paren) -> Inhoud {
    let mut scores = Vec::new();
    for domein in domeinen(true) {
        let score = Score {
            domein: domein.to_owned(),
            naam: if domein == stelsel::goed_gesprek::ANDERS {
                text(form, "domein_anders")
            } else {
                String::new()
            },
            gezin: scale(form, &format!("g-{domein}")),
            professional: scale(form, &format!("p-{domein}")),
        };
        if !score.is_empty() {
            scores.push(score);
        }
    }
    let antwoorden = Antwoord::ALL.into_iter().filter_map(|antwoord| {
        let of = |begin: &str| text(form, &format!("{begin}-{}", antwoord.key()));
        let line = Antwoordregel { antwoord, woorden: of("wat"), wie: of("wie"), wanneer: of("wanneer") };
        // Words without a tick are an answer too: nothing that was typed is lost.
        let given = all(form, "antwoord").any(|key| key == antwoord.key())
            || [&line.woorden, &line.wie, &line.wanneer].iter().any(|words| !words.is_empty());
        given.then_some(line)
    });
    let chosen: BTreeSet<&str> = all(form, "groep").collect();
    let causes: BTreeSet<&str> = all(form, "oorzaak").collect();
    Inhoud {
        minuten: number(form, "minuten"),
        sprak_ook: text(form, "sprak_ook"),
        gewoon_nu: text(form, "gewoon_nu"),
        gewoon_goed: text(form, "gewoon_goed"),
        sterk: text(form, "sterk"),
        domeinen: scores,
        verschil: text(form, "verschil"),
        oorzaken: OORZAKEN.into_iter().filter(|key| causes.contains(key)).map(str::to_owned).collect(),
        oorzaak_anders: text(form, "oorzaak_anders"),
        van_wie: Drager::ALL
            .into_iter()
            .filter(|one| all(form, "van_wie").any(|key| key == one.key()))
            .collect(),
        belasting: form.get("belasting").and_then(Belasting::from_key),
        route: form.get("route").and_then(Route::from_key),
        groepen: chosen.into_iter().map(str::to_owned).collect(),
        antwoorden: antwoorden.collect(),
        dilemma: text(form, "dilemma"),
    }
}

fn stemmen(form: &Paren) -> Option<Vec<Stem>> {
    let mut out = Vec::new();
    for (name, _) in form.0.iter().filter(|(name, _)| name.starts_with("woorden-")) {
        let key = name.trim_start_matches("woorden-");
        let persoon: Id<Persoon> = Id::parse(key).ok()?;
        out.push(Stem {
            persoon,
            sprak: all(form, "sprak").any(|who| who == key),
            woorden: text(form, name),
            lezers: form.get(&format!("lezers-{key}")).and_then(Lezers::from_key),
            eigen: text(form, &format!("eigen-{key}")),
        });
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> Paren {
        let base = [("versie", "3"), ("beurt", "aa"), ("beurt_nr", "1"), ("dag", "2026-11-02")];
        Paren(base.iter().chain(pairs).map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect())
    }

    const TODAY: Date = Date::constant(2026, 11, 3);

    /// A number that is none takes nothing else along.
    #[test]
    fn what_cannot_be_read_is_left_out() {
        let odd = form(&[("minuten", "een uur"), ("g-geld", "9"), ("sterk", "dit blijft")]);
        let blad = lees(&odd, TODAY).unwrap().blad;
        assert_eq!((blad.inhoud.minuten, blad.inhoud.sterk.as_str()), (None, "dit blijft"));
        assert!(blad.inhoud.domeinen.is_empty());
        let mut dayless = form(&[]);
        dayless.0.retain(|(name, _)| name != "dag");
        assert_eq!(lees(&dayless, TODAY).unwrap().blad.dag, TODAY);
    }

    #[test]
    fn everything_may_stay_empty() {
        let page = lees(&form(&[]), TODAY).unwrap();
        assert!(is_empty(&page.blad));
        assert_eq!((page.versie, page.beurt_nr), (3, 1));
    }

    #[test]
    fn what_is_filled_in_is_read() {
        let who = "0".repeat(32);
        let pairs = [
            ("gewoon_goed", " samen eten\r\nzonder ruzie "),
            ("g-geld", "2"),
            ("p-geld", "4"),
            ("p-anders", "3"),
            ("domein_anders", "de hond"),
            ("oorzaak", "geld"),
            ("oorzaak", "onzin"),
            ("van_wie", "omgeving"),
            ("belasting", "max"),
            ("antwoord", "waakvlam"),
            ("wanneer-present", "als het nodig is"),
            ("groep", "levenslang"),
        ];
        let voice = [
            (format!("woorden-{who}"), "hoi"),
            (format!("lezers-{who}"), "ouders"),
            ("sprak".into(), who.as_str()),
        ];
        let mut all = form(&pairs);
        all.0.extend(voice.iter().map(|(a, b)| (a.clone(), (*b).to_owned())));
        let Blad { inhoud, stemmen, .. } = lees(&all, TODAY).unwrap().blad;
        assert_eq!(inhoud.gewoon_goed, "samen eten\nzonder ruzie");
        assert_eq!(inhoud.domeinen.len(), 2);
        assert_eq!(inhoud.domeinen[0].difference(), Some(2));
        assert_eq!(inhoud.oorzaken, ["geld"]);
        let given: Vec<_> = inhoud.antwoorden.iter().map(|line| line.antwoord).collect();
        assert_eq!(given, [Antwoord::Present, Antwoord::Waakvlam]);
        assert_eq!((stemmen.len(), stemmen[0].lezers, stemmen[0].sprak), (1, Some(Lezers::Ouders), true));
    }

    #[test]
    fn what_is_no_form_of_this_page_is_refused() {
        assert_eq!(lees(&form(&[("woorden-onzin", "x")]), TODAY), None);
        assert_eq!(lees(&Paren::default(), TODAY), None);
    }
}
