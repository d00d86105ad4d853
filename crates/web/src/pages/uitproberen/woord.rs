//! Numbers, ranges and choices in words. Never one number where the model gives a range.

use simulatie::scenario::{Fout, Scenario, Soort};
use simulatie::systeem::{Bouwsteen, Deel, Hefboom, Lus};

use super::formulier::getal;
use crate::kader::Kader;
use crate::proef::uitkomst::{Meting, Ruimte};
use crate::taal::Taal;
use crate::tekst::Waarde;

/// A number as the language writes it: three figures that count, no more.
pub(super) fn nummer(k: &Kader, value: f64) -> String {
    let size = value.abs();
    let decimals = u32::from(size < 20.0);
    let coarse = if size >= 1_000.0 {
        let step = 10_f64.powf(size.log10().floor() - 2.0);
        (value / step).round() * step
    } else {
        value
    };
    k.taal.decimaal(coarse, decimals)
}

/// A typed number, in the language of the page.
pub(super) fn los(k: &Kader, value: f64) -> String {
    let text = getal(value);
    if k.taal == Taal::Nl { text.replace('.', ",") } else { text }
}

/// From where to where nine in ten replications lie.
pub(super) fn ruimte(k: &Kader, band: Option<Ruimte>) -> String {
    band.map_or_else(
        || k.t("up-niets-te-meten"),
        |band| {
            let args = [("laag", nummer(k, band.p5).into()), ("hoog", nummer(k, band.p95).into())];
            k.tx("up-ruimte", &args)
        },
    )
}

/// A difference: how much less or more.
fn meer_of_minder(k: &Kader, value: f64) -> String {
    let size = nummer(k, value.abs());
    if size == "0" {
        k.t("up-evenveel")
    } else if value < 0.0 {
        k.t1("up-minder", "n", size)
    } else {
        k.t1("up-meer", "n", size)
    }
}

/// From where to where a difference lies, in nine of ten replications.
pub(super) fn verschil(k: &Kader, band: Option<Ruimte>) -> String {
    let Some(band) = band else { return k.t("up-niets-te-meten") };
    let (low, high) = (nummer(k, band.p5.abs()), nummer(k, band.p95.abs()));
    if low == high && band.p5 * band.p95 >= 0.0 {
        return meer_of_minder(k, band.p5);
    }
    let said =
        |key: &str, low: String, high: String| k.tx(key, &[("laag", low.into()), ("hoog", high.into())]);
    if band.p95 < 0.0 {
        said("up-verschil-minder", high, low)
    } else if band.p5 > 0.0 {
        said("up-verschil-meer", low, high)
    } else {
        said("up-van-tot", meer_of_minder(k, band.p5), meer_of_minder(k, band.p95))
    }
}

/// Which way a difference points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Richting {
    Minder,
    MeestalMinder,
    Beide,
    MeestalMeer,
    Meer,
}

impl Richting {
    /// Of a band: when nineteen in twenty point one way it is nearly always so, when three in four do mostly.
    pub(super) fn of(band: Ruimte) -> Self {
        match () {
            () if band.p95 < 0.0 => Self::Minder,
            () if band.p5 > 0.0 => Self::Meer,
            () if band.p75 < 0.0 => Self::MeestalMinder,
            () if band.p25 > 0.0 => Self::MeestalMeer,
            () => Self::Beide,
        }
    }

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Minder => "up-richting-minder",
            Self::MeestalMinder => "up-richting-meestal-minder",
            Self::Beide => "up-richting-beide",
            Self::MeestalMeer => "up-richting-meestal-meer",
            Self::Meer => "up-richting-meer",
        }
    }
}

/// The unit of a measure, as it stands in outcomes.
pub(super) fn eenheid(k: &Kader, unit: &str) -> String {
    k.t(match unit {
        "dagen" => "up-eenheid-dagen",
        "miljoen euro" => "up-eenheid-miljoen",
        "per 100 jeugdigen" => "up-eenheid-honderd",
        "fte" => "up-eenheid-fte",
        "index" => "up-eenheid-index",
        "procent van de werktijd" => "up-eenheid-werktijd",
        _ => "up-eenheid-aantal",
    })
}

/// The last year of a series.
pub(super) fn laatste(bands: &[Option<Ruimte>]) -> Option<Ruimte> {
    bands.last().copied().flatten()
}

/// A measure in sentences beside going on as now, and which way it points.
pub(super) fn zin(k: &Kader, maat: &Meting, last_year: i64) -> Vec<String> {
    let year = last_year.to_string();
    let args: [(&str, Waarde); 4] = [
        ("jaar", year.into()),
        ("keuze", ruimte(k, laatste(&maat.choice)).into()),
        ("nu", ruimte(k, laatste(&maat.as_now)).into()),
        ("eenheid", eenheid(k, &maat.unit).into()),
    ];
    let mut out = vec![k.tx("up-zin", &args)];
    if let Some(band) = maat.mean_difference {
        let args = [("verschil", verschil(k, Some(band)).into()), ("eenheid", eenheid(k, &maat.unit).into())];
        out.push(k.tx("up-zin-verschil", &args));
        out.push(k.t(Richting::of(band).key()));
    }
    out
}

/// What is wrong with a scenario, in words. `per`: what the field is larger by than the number in the file.
pub(super) fn fout(k: &Kader, fout: &Fout, per: f64) -> String {
    let number = |value: f64| los(k, value * per);
    match &fout.soort {
        Soort::GeenToml(what) => k.t1("up-fout-toml", "wat", what.as_str()),
        Soort::Onbekend(Some(near)) => k.t1("up-fout-bijna", "naam", near.as_str()),
        Soort::Onbekend(None) => k.t("up-fout-onbekend"),
        Soort::Verwacht(what) => k.t(&format!("up-fout-verwacht-{}", what.replace(' ', "-"))),
        Soort::Bereik(low, high) => {
            k.tx("up-fout-bereik", &[("laag", number(*low).into()), ("hoog", number(*high).into())])
        }
        Soort::Jaar(first, last) => k.tx(
            "up-fout-jaar",
            &[("eerste", first.to_string().into()), ("laatste", last.to_string().into())],
        ),
        Soort::Keuze(names, _) => k.t1("up-fout-keuze", "namen", names.join(", ")),
        Soort::Ontbreekt => k.t("up-fout-ontbreekt"),
        Soort::Volgorde => k.t("up-fout-volgorde"),
        Soort::TeLang(most) => k.t1("up-fout-lang", "n", *most),
    }
}

/// The same with its line and key, for who writes the file.
pub(super) fn fout_in_bestand(k: &Kader, of: &Fout) -> String {
    let sleutel = if of.sleutel.is_empty() { String::new() } else { format!(", {}", of.sleutel) };
    let regel = of.regel.to_string();
    let args = [("regel", regel.into()), ("sleutel", sleutel.into()), ("wat", fout(k, of, 1.0).into())];
    k.tx("up-fout-regel", &args)
}

/// The name of a lever.
pub(super) fn hefboomnaam(k: &Kader, naam: &str) -> String {
    k.t(&format!("up-hefboom-{naam}"))
}

/// What is chosen, a line each.
pub(super) fn keuzes(k: &Kader, of: &Scenario) -> Vec<String> {
    #[expect(clippy::cast_precision_loss, reason = "a year between 1990 and 2130")]
    let year = |after: f64| getal(of.eerste_jaar as f64 + after);
    let lever = |naam: &str, hefboom: &Hefboom| {
        let args = [
            ("naam", hefboomnaam(k, naam).into()),
            ("niveau", los(k, hefboom.niveau * 100.0).into()),
            ("jaar", year(hefboom.vanaf).into()),
            ("opbouw", los(k, hefboom.opbouw).into()),
        ];
        let key = if hefboom.opbouw > 0.0 { "up-keuze-opbouw" } else { "up-keuze-ineens" };
        k.tx(key, &args)
    };
    let part = |what: &str, deel: &Deel| {
        let wat = k.t(&format!("up-lijst-{what}"));
        let wat = deel.antwoord.map_or_else(
            || wat.clone(),
            |one| {
                let antwoord = k.t(&format!("up-antwoord-{}", one.naam()));
                k.tx("up-keuze-van", &[("wat", wat.clone().into()), ("antwoord", antwoord.into())])
            },
        );
        let args = [
            ("wat", wat.into()),
            ("hoeveel", factor(k, deel.factor * 100.0).into()),
            ("jaar", year(deel.vanaf).into()),
            ("tot", if deel.tot.is_finite() { year(deel.tot - 1.0) } else { String::new() }.into()),
        ];
        k.tx(if deel.tot.is_finite() { "up-keuze-jaren" } else { "up-keuze-vanaf" }, &args)
    };
    let keuze = &of.keuze;
    let mut lines: Vec<String> = Bouwsteen::ALL
        .iter()
        .map(|one| one.naam())
        .zip(&keuze.bouwstenen)
        .chain([("afbakening", &keuze.afbakening)])
        .filter(|(_, hefboom)| hefboom.niveau > 0.0)
        .map(|(naam, hefboom)| lever(naam, hefboom))
        .collect();
    lines.extend(keuze.begroting.iter().map(|deel| part("begroting", deel)));
    lines.extend(keuze.tarief.iter().map(|deel| part("tarief", deel)));
    lines.extend(keuze.plaatsen.iter().map(|deel| part("plaatsen", deel)));
    lines.extend(keuze.stelselwijziging.iter().map(|when| k.t1("up-keuze-stelsel", "jaar", year(*when))));
    let off = Lus::ALL.iter().zip(keuze.lussen).filter(|(_, plays)| !plays);
    lines.extend(
        off.map(|(lus, _)| k.t1("up-keuze-zonder-lus", "lus", k.t(&format!("up-lus-{}", lus.naam())))),
    );
    if lines.is_empty() {
        lines.push(k.t("up-keuze-niets"));
    }
    lines
}

/// How much of what it would be, in words: per cents of which a hundred is the same.
pub(super) fn factor(k: &Kader, percent: f64) -> String {
    let apart = percent - 100.0;
    if apart.abs() < 1e-9 {
        k.t("up-schuif-evenveel")
    } else if apart > 0.0 {
        k.t1("up-schuif-meer", "n", los(k, apart))
    } else {
        k.t1("up-schuif-minder", "n", los(k, -apart))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(p5: f64, p25: f64, p75: f64, p95: f64) -> Ruimte {
        Ruimte { p5, p25, p50: f64::midpoint(p25, p75), p75, p95, n: 100 }
    }

    #[test]
    fn a_difference_says_which_way_and_never_one_number_for_a_range() {
        let k = Kader::kaal(Taal::Nl);
        for (of, words, way) in [
            (band(-12.0, -10.0, -6.0, -3.0), "3 tot 12 minder", Richting::Minder),
            (band(3.0, 6.0, 10.0, 12_345.0), "3 tot 12.300 meer", Richting::Meer),
            (band(-12.0, -10.0, -2.0, 3.0), "van 12 minder tot 3 meer", Richting::MeestalMinder),
            (band(-3.0, 2.0, 8.0, 12.0), "van 3 minder tot 12 meer", Richting::MeestalMeer),
            (band(-3.0, -1.0, 2.0, 3.0), "van 3 minder tot 3 meer", Richting::Beide),
            (band(0.0, 0.0, 0.0, 0.0), "geen verschil", Richting::Beide),
        ] {
            assert_eq!(verschil(&k, Some(of)), words);
            assert_eq!(Richting::of(of), way, "{words}");
        }
        assert_eq!(verschil(&k, None), "niets te meten");
        assert_eq!(ruimte(&k, Some(band(1.25, 2.0, 3.0, 99.6))), "tussen 1,3 en 100");
        assert_eq!(factor(&k, 95.5), "4,5 procent minder");
    }
}
