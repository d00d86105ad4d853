//! Answering a request: the form of its page comes in here.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::{Besloten, Besluit, Verzoek};
use stelsel::Id;

use super::invoer::{Gelezen, Invoer};
use super::{Melding, VerzoekPagina};
use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Uit, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::mis;

/// Why the page is shown again.
struct Nog {
    status: StatusCode,
    melding: Melding,
}

pub(crate) async fn neem(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Verzoek>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    if !bezoek.wie().decides() {
        // A refusal has its line in the journal too.
        let refuse = move |register: &register::Register, wie: &stelsel::Identiteit| {
            Err(register.refuse(wie, stelsel::Onderdeel::Verzoek, &id.to_string()))
        };
        return bezoek.doe(refuse).await;
    }
    let mut invoer = Invoer::of(&form).ok_or(Fout::Verzoek)?;
    let k = Kader::kaal(bezoek.taal());
    let Some(nog) = beslis(&bezoek, &k, id, &mut invoer).await? else {
        return Ok(Redirect::to(&Pad::Verzoek(id).met(&[("verstuurd", Some("ja"))])).into_response());
    };
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.verzoek(id)).await?;
    pagina_met(nog.status, &VerzoekPagina::new(k, &beeld, Some(nog.melding), invoer))
}

/// Reads the form and decides. `None` when the answer is on its way.
async fn beslis(
    bezoek: &Bezoek,
    k: &Kader,
    id: Id<Verzoek>,
    invoer: &mut Invoer,
) -> Result<Option<Nog>, Fout> {
    let mut read = invoer.lees(k);
    if let Gelezen::GemeenteNaam(naam) = read {
        let known = bezoek.doe(move |register, _| register.municipality_named(&naam)).await?;
        read = match known {
            Some(gemeente) => Gelezen::Besluit(Besluit::AndereGemeente { gemeente }),
            None => invoer.onbekende_gemeente(k),
        };
    }
    let again = |status, key: &str| Nog { status, melding: Melding { zin: k.t(key), ..Melding::default() } };
    let Gelezen::Besluit(besluit) = read else {
        return Ok(Some(again(StatusCode::BAD_REQUEST, "besluit-kijk-na")));
    };
    let came = bezoek.doe(move |register, wie| register.decide(wie, id, &besluit)).await?;
    Ok(match came {
        Besloten::Verstuurd(_) => None,
        Besloten::AlBeantwoord(stand) => {
            let zin = k.t1("besluit-al-beantwoord", "stand", k.t(stand.key()));
            Some(Nog { status: StatusCode::CONFLICT, melding: Melding { zin, ..Melding::default() } })
        }
        Besloten::NietMogelijk(rules) => {
            let mis = rules.into_iter().map(|regel| mis::van_regel(k, regel)).collect();
            let melding = Melding { zin: k.t("besluit-kan-niet"), mis, goed: false };
            Some(Nog { status: StatusCode::CONFLICT, melding })
        }
        Besloten::AdresNodig => {
            invoer.adres_nodig(k);
            Some(again(StatusCode::BAD_REQUEST, "besluit-adres-nodig"))
        }
    })
}
