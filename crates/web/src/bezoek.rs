//! The ways in: who is signed in, which part the route opens, what the address and the form say.

use axum::extract::{Extension, FromRequestParts, Path, Query};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use register::{Ingang, Lezing, Register};
use stelsel::toegang::Bereik;
use stelsel::{Identiteit, Onderdeel};

use crate::Staat;
use crate::adres::{Pad, Sleutel};
use crate::afzender::Afzender;
use crate::bewijs::Bewijs;
use crate::drukte::Plek;
use crate::fout::{Aanmelden, Fout};
use crate::kader::Kader;
use crate::koekje;
use crate::omhulsel::EigenUitleg;
use crate::rem::Poging;
use crate::routes::Regel;
use crate::taal::Taal;

/// Runs something on the register, which works with blocking input and output.
pub(crate) async fn buiten<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fout> + Send + 'static,
) -> Result<T, Fout> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(Fout::Paniek))
}

/// Who is signed in according to the session cookie.
pub(crate) async fn wie(staat: &Staat, headers: &HeaderMap) -> Result<Option<Identiteit>, Fout> {
    let Some(token) = token(staat, headers) else { return Ok(None) };
    let register = staat.toestand.register.clone();
    buiten(move || Ok(register.session(&token)?)).await
}

/// The token in the session cookie, whatever it is worth.
pub(crate) fn token(staat: &Staat, headers: &HeaderMap) -> Option<String> {
    koekje::read(headers, koekje::session_name(staat.toestand.https)).map(str::to_owned)
}

/// A visit by someone who is signed in to a page of one part. The part comes from the route table, so a page cannot
/// look under another rule than the table shows.
pub(crate) struct Bezoek {
    staat: Staat,
    wie: Identiteit,
    part: Onderdeel,
    taal: Taal,
    bewijs: Bewijs,
    token: String,
    afzender: Afzender,
    pad: String,
}

/// No visit: sign in first, or an error.
pub(crate) enum GeenBezoek {
    Aanmelden(String),
    Fout(Fout),
}

impl From<Fout> for GeenBezoek {
    fn from(fout: Fout) -> Self {
        Self::Fout(fout)
    }
}

impl IntoResponse for GeenBezoek {
    fn into_response(self) -> Response {
        match self {
            Self::Aanmelden(naar) => {
                let naar = Pad::Start.met(&[("naar", Some(&naar))]);
                let mut response = Redirect::to(&naar).into_response();
                response.extensions_mut().insert(Aanmelden(naar));
                response
            }
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
        let taal = parts.extensions.get::<Taal>().copied().unwrap_or_default();
        let bewijs = parts.extensions.get::<Bewijs>().cloned().unwrap_or_default();
        let token = token(staat, &parts.headers).unwrap_or_default();
        let afzender = parts.extensions.get::<Afzender>().copied().unwrap_or(Afzender(None));
        let mut staat = staat.clone();
        // From here on the journal tells in which session something was done.
        staat.toestand.register = staat.toestand.register.via(Ingang::session(&token));
        if wie.reach(part) == Bereik::Niets {
            // Before anything of the request is read: the same answer as for what does not exist. That it was tried is
            // written down.
            let register = staat.toestand.register;
            let refused = buiten(move || Err::<Self, _>(register.refuse(&wie, part, "").into()));
            return refused.await.map_err(GeenBezoek::Fout);
        }
        Ok(Self { staat, wie, part, taal, bewijs, token, afzender, pad })
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

    /// The token of the session of the visit.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// Asks for an attempt at one's own password.
    pub(crate) fn poging(&self) -> Option<Poging> {
        self.staat.rem.poging(&self.wie.account, self.afzender.0, self.staat.toestand.klok.now())
    }

    /// The part that is visited.
    pub(crate) const fn part(&self) -> Onderdeel {
        self.part
    }

    /// The frame of a page about something that was seen already.
    pub(crate) async fn kader(&self) -> Result<Kader, Fout> {
        let register = self.staat.toestand.register.clone();
        Ok(Kader {
            taal: self.taal,
            wie: Some(self.wie.clone()),
            demo: buiten(move || Ok(register.inrichting()?.demo)).await?,
            hier: Some(self.part),
            pad: self.pad.clone(),
            bewijs: self.bewijs.clone(),
        })
    }

    /// What the program runs on.
    pub(crate) const fn staat(&self) -> &Staat {
        &self.staat
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

    /// A place in the queue for what hashes a password. Ask it before [`Bezoek::poging`].
    pub(crate) fn plek(&self) -> Result<Plek, Fout> {
        self.staat.drukte.plek()
    }

    /// As [`Bezoek::doe`], for what hashes a password: when it is its turn.
    pub(crate) async fn doe_op<T: Send + 'static>(
        &self,
        plek: Plek,
        deed: impl FnOnce(&Register, &Identiteit) -> Result<T, register::Fout> + Send + 'static,
    ) -> Result<T, Fout> {
        let (register, wie) = (self.staat.toestand.register.clone(), self.wie.clone());
        plek.buiten(move || Ok(deed(&register, &wie)?)).await
    }

    /// Looks, which the register writes down first, and gives the frame of the page with what was seen.
    pub(crate) async fn kijk<T: Send + 'static>(
        self,
        object: String,
        read: impl FnOnce(&mut Lezing<'_>) -> Result<T, register::Fout> + Send + 'static,
    ) -> Result<(Kader, T), Fout> {
        let part = self.part;
        self.kijk_als(part, object, read).await
    }

    /// As [`Bezoek::kijk`], for a form of one part that shows the page of another again.
    pub(crate) async fn kijk_als<T: Send + 'static>(
        self,
        part: Onderdeel,
        object: String,
        read: impl FnOnce(&mut Lezing<'_>) -> Result<T, register::Fout> + Send + 'static,
    ) -> Result<(Kader, T), Fout> {
        let Self { staat, wie, taal, bewijs, pad, .. } = self;
        buiten(move || {
            let register = &staat.toestand.register;
            let seen = register.look(&wie, part, &object, read)?;
            let demo = register.inrichting()?.demo;
            Ok((Kader { taal, wie: Some(wie), demo, hier: Some(part), pad, bewijs }, seen))
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

    /// The first value under a name, to the last space: of a password every character counts.
    pub(crate) fn raw(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
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

/// A form from one of our own pages, as [`crate::bewijs`] let it through.
pub(crate) struct Formulier(pub(crate) Paren);

impl FromRequestParts<Staat> for Formulier {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, _: &Staat) -> Result<Self, Fout> {
        // A route that takes a form and does not have the layer: a fault of ours, closed rather than open.
        parts.extensions.get::<Paren>().cloned().map(Self).ok_or(Fout::Elders)
    }
}

/// The language of the request, as the outermost layer found it.
pub(crate) type InTaal = Extension<Taal>;

/// A page as an answer.
pub(crate) fn pagina(page: &impl askama::Template) -> Result<Response, Fout> {
    Ok(Html(page.render()?).into_response())
}

/// The page with a status. Where that tells of a fault the page itself says what is wrong, and is not put aside for one that does.
pub(crate) fn pagina_met(status: StatusCode, page: &impl askama::Template) -> Result<Response, Fout> {
    let mut response = (status, pagina(page)?).into_response();
    if !status.is_success() {
        response.extensions_mut().insert(EigenUitleg);
    }
    Ok(response)
}
