//! The region: its municipalities, the map of neighbourhoods, and the same figures as tables.

use askama::Template;
use axum::response::Response;
use register::Lezing;
use register::beeld::{RegioBeeld, WijkTegel};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, pagina};
use crate::cijfer::{self, beschermd, per_honderd, rond, toon_inwoners, toon_per_honderd};
use crate::fout::Fout;
use crate::kaart::{Kaart, Vlek};
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "regio.html")]
pub(crate) struct RegioPagina {
    k: Kader,
    naam: String,
    stand: Option<String>,
    opvallend: Vec<String>,
    gemeenten: Vec<Rij>,
    wijken: Vec<Rij>,
    kaart: Option<Kaart>,
}

/// A line of figures.
struct Rij {
    naam: String,
    naar: String,
    gemeente: String,
    jeugd: String,
    in_hulp: String,
    wachtend: String,
    per_honderd: String,
}

impl RegioPagina {
    pub(crate) fn new(k: Kader, beeld: &RegioBeeld) -> Self {
        let gemeenten = beeld.gemeenten.iter().map(|g| Rij {
            naam: g.naam.clone(),
            naar: String::new(),
            gemeente: g.naam.clone(),
            jeugd: toon_inwoners(&k, g.jeugd),
            in_hulp: cijfer::toon(&k, g.in_hulp),
            wachtend: cijfer::toon(&k, g.wachtend),
            per_honderd: toon_per_honderd(&k, g.in_hulp, g.jeugd),
        });
        let gemeente_van = |wijk: &WijkTegel| {
            let found = beeld.gemeenten.iter().find(|g| g.code == wijk.plek.code.gemeente());
            found.map_or_else(|| wijk.plek.code.gemeente().to_string(), |g| g.naam.clone())
        };
        let wijken = beeld.wijken.iter().map(|w| Rij {
            naam: w.plek.naam.clone(),
            naar: Pad::Wijk(w.plek.code).to_string(),
            gemeente: gemeente_van(w),
            jeugd: toon_inwoners(&k, w.plek.jeugd),
            in_hulp: cijfer::toon(&k, w.in_hulp),
            wachtend: String::new(),
            per_honderd: toon_per_honderd(&k, w.in_hulp, w.plek.jeugd),
        });
        let gemeentenamen: Vec<&str> = beeld.gemeenten.iter().map(|g| g.naam.as_str()).collect();
        let vlekken: Vec<Vlek<'_>> = beeld.wijken.iter().map(Vlek::of).collect();
        Self {
            naam: beeld.inrichting.regio.clone().unwrap_or_else(|| k.t("regio-zonder-naam")),
            stand: beeld.inrichting.stand.map(|day| k.datum(day)),
            opvallend: opvallend(&k, beeld),
            gemeenten: gemeenten.collect(),
            wijken: wijken.collect(),
            kaart: Kaart::teken(&k, &vlekken, &gemeentenamen),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        Self::new(k.clone(), &crate::monster::regio(nasty))
    }
}

/// What stands out, in words: how many, and where most and fewest of the youths have help.
fn opvallend(k: &Kader, beeld: &RegioBeeld) -> Vec<String> {
    let mut out = Vec::new();
    let in_hulp: u32 = beeld.gemeenten.iter().map(|g| g.in_hulp).sum();
    let wachtend: u32 = beeld.gemeenten.iter().map(|g| g.wachtend).sum();
    match (beschermd(in_hulp), beschermd(wachtend)) {
        (Some(in_hulp), Some(wachtend)) => {
            let args = [("inhulp", in_hulp.into()), ("wachtend", wachtend.into())];
            out.push(k.tx("regio-opvallend-aantal", &args));
        }
        (Some(in_hulp), None) => out.push(k.t1("regio-opvallend-in-hulp", "inhulp", in_hulp)),
        (None, _) => out.push(k.t("te-weinig")),
    }
    let mut rates: Vec<(&WijkTegel, f64)> =
        beeld.wijken.iter().filter_map(|w| Some((w, per_honderd(w.in_hulp, w.plek.jeugd)?))).collect();
    rates.sort_by(|a, b| b.1.total_cmp(&a.1));
    if let ([(high, rate_high), ..], [.., (low, rate_low)]) = (rates.as_slice(), rates.as_slice())
        && rate_high - rate_low >= 1.0
    {
        let args = [
            ("hoog", high.plek.naam.as_str().into()),
            ("nhoog", rond(*rate_high).into()),
            ("laag", low.plek.naam.as_str().into()),
            ("nlaag", rond(*rate_low).into()),
        ];
        out.push(k.tx("regio-opvallend-verschil", &args));
    }
    out
}

/// Reads the region.
pub(crate) fn lees(lezing: &mut Lezing<'_>) -> Result<RegioBeeld, register::Fout> {
    lezing.regio()
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    let (k, beeld) = bezoek.kijk(String::from("regio"), lees).await?;
    pagina(&RegioPagina::new(k, &beeld))
}
