//! A neighbourhood: what stands out in words, the course over the years, waiting. Figures only, no persons.

use askama::Template;
use axum::response::Response;
use register::beeld::WijkBeeld;
use stelsel::Wijkcode;

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Uit, pagina};
use crate::cijfer::toon_inwoners;
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::verloop::{Punt, Verloop};

/// The page.
#[derive(Template)]
#[template(path = "wijk.html")]
pub(crate) struct WijkPagina {
    k: Kader,
    naam: String,
    gemeente: String,
    regio: String,
    stand: String,
    inwoners: String,
    jeugd: String,
    cbs: Option<String>,
    opvallend: Vec<String>,
    v: Verloop,
}

impl WijkPagina {
    pub(crate) fn new(k: Kader, beeld: &WijkBeeld) -> Self {
        let v = Verloop::new(&k, &beeld.episoden, beeld.stand, beeld.vanaf);
        Self {
            naam: beeld.naam.clone(),
            gemeente: beeld.gemeente_naam.clone(),
            regio: Pad::Regio.to_string(),
            stand: k.datum(beeld.stand),
            inwoners: toon_inwoners(&k, beeld.inwoners),
            jeugd: toon_inwoners(&k, beeld.jeugd),
            cbs: beeld.cbs_2022.map(|n| k.t1("wijk-cbs", "n", n)),
            opvallend: opvallend(&k, &v),
            v,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        Self::new(k.clone(), &crate::monster::wijk(nasty))
    }
}

/// What stands out, in sentences that are computed from the protected figures and say nothing about causes.
pub(crate) fn opvallend(k: &Kader, v: &Verloop) -> Vec<String> {
    let mut out = Vec::new();
    let Some(last) = v.punten.last() else { return vec![k.t("te-weinig")] };
    out.extend(richting(k, v, last));
    out.extend(stroom(k, last));
    if let Some((vorm, weken)) = v.langst.filter(|(_, weeks)| *weeks > 0) {
        let args = [("vorm", k.vorm(vorm).to_lowercase().into()), ("n", weken.into())];
        out.push(k.tx("opvallend-wachten", &args));
    }
    if out.is_empty() { vec![k.t("te-weinig")] } else { out }
}

/// Where the number in care went over two years.
fn richting(k: &Kader, v: &Verloop, last: &Punt) -> Option<String> {
    let now = last.in_hulp?;
    let earlier = v.punten.len().checked_sub(9).and_then(|n| v.punten.get(n)).and_then(|p| p.in_hulp);
    Some(match earlier {
        None => k.t1("opvallend-nu", "nu", now),
        Some(before) => {
            let key = match now.cmp(&before) {
                std::cmp::Ordering::Greater => "opvallend-groei",
                std::cmp::Ordering::Less => "opvallend-daling",
                std::cmp::Ordering::Equal => "opvallend-gelijk",
            };
            k.tx(key, &[("toen", before.into()), ("nu", now.into())])
        }
    })
}

/// Whether more began than ended.
fn stroom(k: &Kader, last: &Punt) -> Option<String> {
    let (began, ended) = (last.instroom?, last.uitstroom?);
    let key = match began.cmp(&ended) {
        std::cmp::Ordering::Greater => "opvallend-meer-in",
        std::cmp::Ordering::Less => "opvallend-meer-uit",
        std::cmp::Ordering::Equal => "opvallend-in-balans",
    };
    Some(k.tx(key, &[("in", began.into()), ("uit", ended.into())]))
}

pub(crate) async fn toon(bezoek: Bezoek, Uit(code): Uit<Wijkcode>) -> Result<Response, Fout> {
    let (k, beeld) = bezoek.kijk(code.to_string(), move |lezing| lezing.wijk(code)).await?;
    pagina(&WijkPagina::new(k, &beeld))
}
