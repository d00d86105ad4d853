//! Figures to take away, as CSV or Parquet: exactly what was published, with the snapshot, the rule and the definition.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use informatie::Blad;
use informatie::indicator::{Indicator, Niveau};
use stelsel::{Hulpvorm, Onderdeel};

use super::blok::in_taal;
use crate::adres::Woord;
use crate::bezoek::{Bezoek, Paren, Uit, Vraag, buiten};
use crate::fout::Fout;
use crate::opname::{Opname, Tijd, Wat};

/// Of areas, schools and forms of help.
pub(crate) async fn haal(
    bezoek: Bezoek,
    Uit(wat): Uit<Woord>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    antwoord(bezoek, wat, query, Onderdeel::Cijfers).await
}

/// Of providers, for who may see those.
pub(crate) async fn haal_aanbieder(
    bezoek: Bezoek,
    Uit(wat): Uit<Woord>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    antwoord(bezoek, wat, query, Onderdeel::Aanbiedercijfers).await
}

async fn antwoord(
    bezoek: Bezoek,
    Woord(wat): Woord,
    query: Paren,
    part: Onderdeel,
) -> Result<Response, Fout> {
    let opname = bezoek.opname();
    let taal = bezoek.taal();
    bezoek.kijk(format!("uitvoer {wat}"), move |lezing| lezing.gebiedsnamen(part)).await?;
    let opname = opname.ok_or(Fout::NietGevonden)?;
    let parquet = match query.get("als") {
        Some("csv") => false,
        Some("parquet") => true,
        _ => return Err(Fout::NietGevonden),
    };
    buiten(move || {
        let blad = blad(&opname, &wat, &query, part)?;
        let (kind, bytes) = if parquet {
            let made = blad.parquet(in_taal(taal)).map_err(|fault| Fout::Cijfers(fault.to_string()))?;
            ("application/vnd.apache.parquet", made)
        } else {
            ("text/csv; charset=utf-8", blad.csv(in_taal(taal)).into_bytes())
        };
        let end = if parquet { "parquet" } else { "csv" };
        let name = format!("attachment; filename=\"leerloop-{wat}-{}.{end}\"", opname.peildag());
        Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
    })
    .await
}

/// The sheet that is asked. What does not exist, or is not of this part, is not found.
fn blad(opname: &Opname, wat: &str, query: &Paren, part: Onderdeel) -> Result<Blad, Fout> {
    let of_providers = part == Onderdeel::Aanbiedercijfers;
    let niveau = match query.get("niveau") {
        None if of_providers => Niveau::Aanbieder,
        None => Niveau::Regio,
        Some(key) => {
            Niveau::ALL.iter().copied().find(|niveau| niveau.key() == key).ok_or(Fout::NietGevonden)?
        }
    };
    if of_providers != (niveau == Niveau::Aanbieder) {
        return Err(Fout::NietGevonden);
    }
    // The region has no code of its own.
    let sleutel = query.get("sleutel").filter(|_| niveau != Niveau::Regio);
    let wachten = query.get("stroom") == Some("wachten");
    match (wat, of_providers) {
        ("wachten", _) => {
            return Ok(opname.krommen(niveau)?.only(|key| sleutel.is_none_or(|own| own == key)));
        }
        ("vooruit", false) => return Ok(opname.vooruit(niveau, wachten)?.blad.clone()),
        ("terugblik", false) => return Ok(opname.terugblik(wachten)?.blad.clone()),
        ("plafonds", false) => {
            return opname.plafonds()?.map(|blad| blad.as_ref().clone()).ok_or(Fout::NietGevonden);
        }
        ("lang-wachten", true) => return Ok(opname.vergelijking(true)?.as_ref().clone()),
        ("vergelijking-terugkeer", true) => return Ok(opname.vergelijking(false)?.as_ref().clone()),
        _ => {}
    }
    let indicator =
        Indicator::find(wat).filter(|of| of.niveaus.contains(&niveau)).ok_or(Fout::NietGevonden)?;
    let vorm = match query.get("vorm") {
        None => None,
        Some(key) => {
            Some(Hulpvorm::ALL.into_iter().find(|vorm| vorm.key() == key).ok_or(Fout::NietGevonden)?)
        }
    };
    let tijd = query.get("tijd").map_or(Some(Tijd::Jaren), Tijd::from_key).ok_or(Fout::NietGevonden)?;
    let publicatie = opname.publicatie(Wat { vorm, ..Wat::new(indicator.key, niveau, tijd) })?;
    Ok(match sleutel {
        Some(own) => publicatie.only(|key| key == own).blad(),
        None => publicatie.blad(),
    })
}
