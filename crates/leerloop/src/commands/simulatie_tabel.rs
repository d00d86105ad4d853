//! A try as people read it on a terminal.

use simulatie::scenario::{Band, BreukTelling, MaatUitkomst, Scenario, Uitkomst};
use simulatie::systeem::{Hulpgroep, Maat, Wijkgroep};
use web::Taal;

use crate::spraak::Spraak;

/// The measures of the first table, with what they are called.
const EERST: [(Maat, &str); 15] = [
    (Maat::InHulp, "maat-in-hulp"),
    (Maat::Aandeel, "maat-aandeel"),
    (Maat::Vragen, "maat-vragen"),
    (Maat::Wachttijd, "maat-wachttijd"),
    (Maat::Wachtend, "maat-wachtend"),
    (Maat::Afgehaakt, "maat-afgehaakt"),
    (Maat::Uitstroom, "maat-uitstroom"),
    (Maat::Terugval, "maat-terugval"),
    (Maat::Verschoven, "maat-verschoven"),
    (Maat::UitgavenJeugdhulp, "maat-jeugdhulp"),
    (Maat::UitgavenLokaal, "maat-lokaal"),
    (Maat::UitgavenAndere, "maat-andere"),
    (Maat::Personeel, "maat-personeel"),
    (Maat::Werkdruk, "maat-werkdruk"),
    (Maat::Regeldruk, "maat-regeldruk"),
];

/// Width of the first column, and of those with a band.
const NAAM: usize = 42;
const BAND: usize = 28;

pub(super) fn lines(spraak: &Spraak, scenario: &Scenario, outcome: &Uitkomst) -> Vec<String> {
    let mut lines = vec![spraak.say(
        "probeer-kop",
        &[
            ("naam", scenario.naam.as_str().into()),
            ("jaren", count(scenario.jaren).into()),
            ("eerste", scenario.eerste_jaar.to_string().into()),
            ("herhalingen", outcome.herhalingen.into()),
        ],
    )];
    if outcome.herhalingen == 0 {
        return vec![spraak.say("probeer-niets", &[])];
    }
    if outcome.herhalingen < scenario.herhalingen {
        lines.push(spraak.say(
            "probeer-gestopt",
            &[("herhalingen", outcome.herhalingen.into()), ("gevraagd", scenario.herhalingen.into())],
        ));
    }
    lines.push(spraak.say("probeer-lees", &[]));
    lines.push(String::new());
    lines.push(header(spraak, scenario));
    let told = EERST.iter().filter_map(|(maat, key)| Some((outcome.maat(*maat)?, spraak.say(key, &[]))));
    lines.extend(told.map(|(maat, name)| row(spraak, maat, &name)));
    lines.push(String::new());
    lines.push(spraak.say("probeer-wie", &[]));
    lines.extend(who(spraak, outcome));
    lines.push(String::new());
    lines.push(spraak.say("probeer-breekt", &[]));
    lines.extend(breaks(spraak, scenario, &outcome.breuken));
    lines.push(spraak.say("probeer-breekt-zoals-nu", &[]));
    lines.extend(breaks(spraak, scenario, &outcome.breuken_zoals_nu));
    lines.push(String::new());
    lines.extend(warnings(spraak, scenario, outcome));
    lines.push(spraak.say("probeer-uitleg", &[]));
    lines
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// A number with the decimal mark of the language: three figures that count, no more.
pub(super) fn number(spraak: &Spraak, value: f64) -> String {
    let size = value.abs();
    let text = if size >= 100.0 || (value - value.round()).abs() < 1e-9 {
        format!("{value:.0}")
    } else if size >= 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    };
    // What rounds to nothing has no sign.
    let text = if text.trim_start_matches(['-', '0', '.']).is_empty() { "0".to_owned() } else { text };
    if spraak.taal() == Taal::Nl { text.replace('.', ",") } else { text }
}

fn band(spraak: &Spraak, band: Option<Band>) -> String {
    let say = |value| number(spraak, value);
    band.map_or_else(
        || "-".to_owned(),
        |band| format!("{} ({} … {})", say(band.midden), say(band.laagst), say(band.hoogst)),
    )
}

fn header(spraak: &Spraak, scenario: &Scenario) -> String {
    let last = scenario.eerste_jaar + i64::try_from(scenario.jaren).unwrap_or(1) - 1;
    let of = |key: &str| format!("{last}, {}", spraak.say(key, &[]));
    format!(
        "{:<NAAM$}{:<BAND$}{:<BAND$}{}",
        spraak.say("probeer-maat", &[]),
        of("probeer-zoals-nu"),
        of("probeer-keuze"),
        spraak.say("probeer-verschil", &[])
    )
}

fn row(spraak: &Spraak, maat: &MaatUitkomst, name: &str) -> String {
    let last = |bands: &[Option<Band>]| band(spraak, bands.last().copied().flatten());
    format!(
        "{name:<NAAM$}{:<BAND$}{:<BAND$}{}",
        last(&maat.zoals_nu),
        last(&maat.keuze),
        band(spraak, maat.verschil_samen)
    )
}

/// By circumstances and by group.
fn who(spraak: &Spraak, outcome: &Uitkomst) -> Vec<String> {
    let named = |key: &str, who: &str| spraak.say(key, &[("wie", who.into())]);
    let mut asked = Vec::new();
    for one in Wijkgroep::ALL {
        asked.push((Maat::AandeelWijk(*one), named("maat-aandeel-van", one.naam())));
    }
    for one in Hulpgroep::ALL {
        asked.push((Maat::InHulpGroep(*one), named("maat-in-hulp-van", one.naam())));
        asked.push((Maat::WachttijdGroep(*one), named("maat-wachttijd-van", one.naam())));
    }
    asked.iter().filter_map(|(maat, name)| Some(row(spraak, outcome.maat(*maat)?, name))).collect()
}

fn breaks(spraak: &Spraak, scenario: &Scenario, told: &[BreukTelling]) -> Vec<String> {
    let first = f64::from(i32::try_from(scenario.eerste_jaar).unwrap_or(0));
    let year = |after: f64| format!("{:.0}", (first + after - 1e-9).floor());
    let percent = |part: f64| format!("{:.0}", 100.0 * part);
    let line = |one: &BreukTelling| {
        let when = one.wanneer?;
        Some(format!(
            "  {}",
            spraak.say(
                "probeer-breuk",
                &[
                    ("naam", one.breuk.naam().into()),
                    ("deel", percent(one.deel).into()),
                    ("eerst", percent(one.eerst).into()),
                    ("jaar", year(when.midden).into()),
                    ("van", year(when.laagst).into()),
                    ("tot", year(when.hoogst).into()),
                ],
            )
        ))
    };
    let lines: Vec<String> = told.iter().filter_map(line).collect();
    if lines.is_empty() { vec![format!("  {}", spraak.say("probeer-breekt-niets", &[]))] } else { lines }
}

fn warnings(spraak: &Spraak, scenario: &Scenario, outcome: &Uitkomst) -> Vec<String> {
    let mut lines = Vec::new();
    if scenario.keuze.is_bezuiniging() {
        lines.push(spraak.say("probeer-bezuiniging", &[]));
    } else if scenario.keuze.is_deel() {
        lines.push(spraak.say("probeer-los", &[]));
    }
    if outcome.geknipt > 0 {
        lines.push(spraak.say("probeer-geknipt", &[("maanden", outcome.geknipt.into())]));
    }
    lines
}
