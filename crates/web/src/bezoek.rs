//! The ways in: who is signed in, which part the route opens, what the address and the form say.

use axum::body::to_bytes;
use axum::extract::{Extension, FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Redirect, Response};
use register::{Lezing, Register};
use stelsel::toegang::Bereik;
use stelsel::{Identiteit, Onderdeel};

use crate::Staat;
use crate::adres::{Pad, Sleutel};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::routes::Regel;
use crate::taal::Taal;
use crate::{herkomst, koekje};

/// More than any form of ours holds.
const FORM_LIMIT: usize = 16 * 1024;

/// Runs something on the register, which works with blocking input and output.
pub(crate) async fn buiten<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fout> + Send + 'static,
) -> Result<T, Fout> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(Fout::Paniek))
}

/// Who is signed in according to the session cookie.
pub(crate) async fn wie(staat: &Staat, headers: &HeaderMap) -> Result<Option<Identiteit>, Fout> {
    let name = koekje::session_name(staat.toestand.https);
    let Some(token) = koekje::read(headers, name).map(str::to_owned) else { return Ok(None) };
    let register = staat.toestand.register.clone();
    buiten(move || Ok(register.session(&token)?)).await
}

/// A visit by someone who is signed in to a page of one part. The part comes from the route table, so a page cannot
/// look under another rule than the table shows.
pub(crate) struct Bezoek {
    staat: Staat,
    wie: Identiteit,
    part: Onderdeel,
    taal: Taal,
    pad: String,
}

/// No visit: sign in first, or an error.
pub(crate) enum GeenBezoek {
    Aanmelden(String),
    Fout(Fout),
}

impl IntoResponse for GeenBezoek {
    fn into_response(self) -> Response {
        match self {
            Self::Aanmelden(naar) => Redirect::to(&Pad::Start.met(&[("naar", Some(&naar))])).into_response(),
            Self::Fout(fout) => fout.into_response(),
        }
    }
}

impl FromRequestParts<Staat> for Bezoek {
    type Rejection = GeenBezoek;

    async fn from_request_parts(parts: &mut Parts, staat: &Staat) -> Result<Self, GeenBezoek> {
        let regel = parts.extensions.get::<Regel>().copied();
        let Some(Regel::Onderdeel(part)) = regel else {
            // A page of an open route asked for a person: a fault of ours, closed rather than open.
            return Err(GeenBezoek::Fout(Fout::NietGevonden));
        };
        let pad = pad_of(parts);
        let someone = wie(staat, &parts.headers).await.map_err(GeenBezoek::Fout)?;
        let wie = someone.ok_or_else(|| GeenBezoek::Aanmelden(pad.clone()))?;
        if wie.reach(part) == Bereik::Niets {
            // Before anything of the request is read: the same answer as for what does not exist.
            return Err(GeenBezoek::Fout(Fout::NietGevonden));
        }
        let taal = parts.extensions.get::<Taal>().copied().unwrap_or_default();
        Ok(Self { staat: staat.clone(), wie, part, taal, pad })
    }
}

impl Bezoek {
    /// The language of the visit.
    pub(crate) const fn taal(&self) -> Taal {
        self.taal
    }

    /// Who visits.
    pub(crate) const fn wie(&self) -> &Identiteit {
        &self.wie
    }

    /// The day of today.
    pub(crate) fn vandaag(&self) -> jiff::civil::Date {
        self.staat.toestand.klok.today()
    }

    /// Does something in the register, which writes it down with the deed.
    pub(crate) async fn doe<T: Send + 'static>(
        &self,
        deed: impl FnOnce(&Register, &Identiteit) -> Result<T, register::Fout> + Send + 'static,
    ) -> Result<T, Fout> {
        let (register, wie) = (self.staat.toestand.register.clone(), self.wie.clone());
        buiten(move || Ok(deed(&register, &wie)?)).await
    }

    /// Looks, which the register writes down first, and gives the frame of the page with what was seen.
    pub(crate) async fn kijk<T: Send + 'static>(
        self,
        object: String,
        read: impl FnOnce(&mut Lezing<'_>) -> Result<T, register::Fout> + Send + 'static,
    ) -> Result<(Kader, T), Fout> {
        let Self { staat, wie, part, taal, pad } = self;
        buiten(move || {
            let register = &staat.toestand.register;
            let seen = register.look(&wie, part, &object, read)?;
            let demo = register.inrichting()?.demo;
            Ok((Kader { taal, wie: Some(wie), demo, hier: Some(part), pad }, seen))
        })
        .await
    }
}

/// Path and query of the request.
pub(crate) fn pad_of(parts: &Parts) -> String {
    parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string)
}

/// The value in the path of an address; of two, with the stroke between them.
pub(crate) struct Uit<T>(pub(crate) T);

impl<T: Sleutel> FromRequestParts<Staat> for Uit<T> {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, staat: &Staat) -> Result<Self, Fout> {
        let Ok(Path(values)) = Path::<Vec<String>>::from_request_parts(parts, staat).await else {
            return Err(Fout::NietGevonden);
        };
        T::lees(&values.join("/")).map(Self).ok_or(Fout::NietGevonden)
    }
}

/// Pairs from a query or a form.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paren(pub(crate) Vec<(String, String)>);

impl Paren {
    /// The first value under a name, without the spaces around it; nothing when empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let pair = self.0.iter().find(|(key, _)| key == name);
        pair.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }
}

/// The query of an address.
pub(crate) struct Vraag(pub(crate) Paren);

impl FromRequestParts<Staat> for Vraag {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, staat: &Staat) -> Result<Self, Fout> {
        let pairs = Query::<Vec<(String, String)>>::from_request_parts(parts, staat).await;
        let Ok(Query(pairs)) = pairs else { return Err(Fout::Verzoek) };
        // A NUL can never match anything and some databases refuse it.
        let sound = pairs.iter().all(|(_, value)| value.len() <= 500 && !value.contains('\0'));
        if sound { Ok(Self(Paren(pairs))) } else { Err(Fout::Verzoek) }
    }
}

/// A form from one of our own pages.
pub(crate) struct Formulier(pub(crate) Paren);

impl FromRequest<Staat> for Formulier {
    type Rejection = Fout;

    async fn from_request(request: Request, staat: &Staat) -> Result<Self, Fout> {
        if !herkomst::is_own(request.headers()) {
            return Err(Fout::Elders);
        }
        let (parts, body) = request.into_parts();
        let bytes = to_bytes(body, FORM_LIMIT).await.map_err(|_| Fout::TeGroot)?;
        let whole = Request::from_parts(parts, bytes.into());
        let pairs = axum::Form::<Vec<(String, String)>>::from_request(whole, staat).await;
        pairs.map(|form| Self(Paren(form.0))).map_err(|_| Fout::Verzoek)
    }
}

/// The language of the request, as the outermost layer found it.
pub(crate) type InTaal = Extension<Taal>;

/// A page as an answer.
pub(crate) fn pagina(page: &impl askama::Template) -> Result<Response, Fout> {
    Ok(Html(page.render()?).into_response())
}
