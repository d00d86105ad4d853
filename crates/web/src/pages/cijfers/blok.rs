//! A block of a page of figures: what it is in words, a chart, the same as a table, and the same to take away.

use informatie::Getal;
use informatie::indicator::{Eenheid, Indicator, Niveau, Tekst};
use jiff::civil::Date;
use stelsel::{Cent, Hulpvorm};

use crate::adres::Pad;
use crate::grafiek::Figuur;
use crate::kaart::Kaart;
use crate::kader::Kader;
use crate::opname::{Tijd, Wat};
use crate::taal::Taal;

/// A block.
#[derive(Default)]
pub(crate) struct Blok {
    pub(crate) id: String,
    pub(crate) titel: String,
    pub(crate) uitleg: Vec<String>,
    pub(crate) figuur: Option<Figuur>,
    pub(crate) kaart: Option<Kaart>,
    pub(crate) klein: Vec<Kleintje>,
    pub(crate) bijschrift: String,
    pub(crate) kop: Vec<String>,
    pub(crate) rijen: Vec<Vec<String>>,
    /// Whether the table stands open: where it is what the block is about.
    pub(crate) open: bool,
    pub(crate) uitvoer: Vec<Uitvoer>,
}

/// One of many small charts.
pub(crate) struct Kleintje {
    pub(crate) naam: String,
    pub(crate) naar: String,
    pub(crate) figuur: Option<Figuur>,
}

/// Where the figures of a block can be taken away.
pub(crate) struct Uitvoer {
    pub(crate) naam: String,
    pub(crate) csv: String,
    pub(crate) parquet: String,
}

impl Uitvoer {
    pub(crate) fn new(naam: String, pad: Pad, pairs: &[(&str, Option<&str>)]) -> Self {
        let of = |als| pad.met(&[pairs, &[("als", Some(als))]].concat());
        Self { naam, csv: of("csv"), parquet: of("parquet") }
    }

    /// Of a publication; `sleutel` where the block is about one area only.
    pub(crate) fn publicatie(k: &Kader, wat: Wat, sleutel: Option<&str>) -> Self {
        let vorm = wat.vorm.map(Hulpvorm::key);
        let naam =
            Indicator::find(wat.indicator).map_or_else(String::new, |of| k.taal.tekst(of.naam).to_owned());
        let pad = match wat.niveau {
            Niveau::Aanbieder => Pad::AanbiedercijferUitvoer(wat.indicator),
            _ => Pad::CijferUitvoer(wat.indicator),
        };
        let pairs = [
            ("niveau", Some(wat.niveau.key())),
            ("tijd", Some(wat.tijd.key())),
            ("vorm", vorm),
            ("sleutel", sleutel),
        ];
        Self::new(naam, pad, &pairs)
    }
}

/// Of a text, the language of an export.
pub(crate) fn in_taal(taal: Taal) -> fn(&Tekst) -> &'static str {
    match taal {
        Taal::Nl => |of| of.nl,
        Taal::En => |of| of.en,
    }
}

/// A figure in a table. A star: it may still change.
pub(crate) fn toon(k: &Kader, getal: &Getal, eenheid: Eenheid) -> String {
    let star = if getal.voorlopig() { "*" } else { "" };
    match (getal.waarde(), getal.reden()) {
        (Some(waarde), _) => format!("{}{star}", waarde_in_woorden(k, waarde, eenheid)),
        (None, Some(reden)) => k.t(reden_key(reden)),
        (None, None) => String::new(),
    }
}

/// A value in its unit.
pub(crate) fn waarde_in_woorden(k: &Kader, waarde: f64, eenheid: Eenheid) -> String {
    match eenheid {
        Eenheid::Eurocent => euro(k, waarde),
        Eenheid::Aandeel => format!("{}%", k.taal.decimaal(waarde * 100.0, 0)),
        Eenheid::PerJeugdige => k.taal.decimaal(waarde, 1),
        Eenheid::Jeugdigen | Eenheid::Dagen | Eenheid::MinutenPerWeek => k.taal.decimaal(waarde, 0),
    }
}

const fn reden_key(reden: informatie::Reden) -> &'static str {
    use informatie::Reden as R;
    match reden {
        R::TeWeinig => "cijfers-reden-te-weinig",
        R::KleinVerschil => "cijfers-reden-klein-verschil",
        R::Aanvullend => "cijfers-reden-aanvullend",
        R::Overheersing => "cijfers-reden-overheersing",
        R::Uiterste => "cijfers-reden-uiterste",
        R::NietVanToepassing | R::GeenGegevens => "cijfers-reden-geen-gegevens",
    }
}

/// An amount as one reads it: whole euros, thousands or millions.
pub(crate) fn euro(k: &Kader, cents: f64) -> String {
    let euros = cents / 100.0;
    if euros >= 1_000_000.0 {
        k.t1("cijfers-miljoen", "n", k.taal.decimaal(euros / 1_000_000.0, 1))
    } else {
        let whole = k.euro(Cent(whole(euros).saturating_mul(100)));
        whole.trim_end_matches(",00").trim_end_matches(".00").to_owned()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to what an amount can be")]
fn whole(value: f64) -> i64 {
    value.round().clamp(-1e13, 1e13) as i64
}

/// The words of a period: a month, or the twelve months from one.
pub(crate) fn periode(k: &Kader, day: Date, tijd: Tijd) -> String {
    match tijd {
        Tijd::Maanden => k.taal.maand_jaar(day),
        Tijd::Jaren => {
            let last = day.saturating_add(jiff::Span::new().months(11));
            if day.month() == 1 {
                day.year().to_string()
            } else {
                let args = [("van", k.taal.maand_jaar(day).into()), ("tot", k.taal.maand_jaar(last).into())];
                k.tx("cijfers-van-tot", &args)
            }
        }
    }
}
