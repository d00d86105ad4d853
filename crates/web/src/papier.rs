//! Letters and the plan as documents. How a document looks and is tagged is the work of the crate `papier`; here stands what it
//! says.

pub(crate) mod analyse;
pub(crate) mod brief;
pub(crate) mod ontwerp;
pub(crate) mod plan;
mod tekst;
#[cfg(test)]
mod tests;

use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use register::beeld::{BrievenBeeld, NieuweBrief};
use stelsel::brief::Briefsoort;
use stelsel::klok::dutch_day;

use crate::kader::Kader;
use crate::taal::Taal;

/// A letter as the pages make it, about the first thing of its kind that there is to write about; nothing when there is nothing. The
/// words with which it begins are handed over to be changed.
pub fn make_letter(
    beeld: &BrievenBeeld,
    soort: Briefsoort,
    wie: &str,
    now: Timestamp,
    words: impl Fn(&str) -> String,
) -> Result<Option<NieuweBrief>, papier::Fault> {
    let k = Kader::kaal(Taal::Nl);
    let keus = ontwerp::keuzes(&k, beeld).into_iter().map(|(_, keus)| keus).find(|keus| keus.soort == soort);
    let begin = keus.and_then(|keus| ontwerp::ontwerp(beeld, &keus, wie, dutch_day(now)));
    let Some(begin) = begin else { return Ok(None) };
    let inhoud = brief::Inhoud {
        soort,
        taal: Taal::Nl,
        adres: words(&begin.adres),
        onderwerp: words(&begin.onderwerp),
        tekst: words(&begin.tekst),
        telefoon: if beeld.telefoon.is_empty() {
            words(&k.t("papier-invullen"))
        } else {
            beeld.telefoon.clone()
        },
    };
    let pdf = brief::document(&inhoud, beeld, wie, now).pdf()?;
    Ok(Some(NieuweBrief {
        gezin: beeld.beeld.gezin.id,
        persoon: begin.persoon,
        aan: begin.aan,
        soort,
        taal: Taal::Nl.tag().to_owned(),
        adres: inhoud.adres,
        onderwerp: inhoud.onderwerp,
        tekst: inhoud.tekst,
        toestemming: String::new(),
        telefoon: inhoud.telefoon,
        pdf,
    }))
}

/// A PDF as an answer: to keep, under a name without anybody's name in it.
pub(crate) fn download(bytes: Vec<u8>, what: &str, day: Date) -> Response {
    let name = format!("attachment; filename=\"{what}-{day}.pdf\"");
    let name = HeaderValue::from_str(&name).unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let kind = HeaderValue::from_static("application/pdf");
    ([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], bytes).into_response()
}
