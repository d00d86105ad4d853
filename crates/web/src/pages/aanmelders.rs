//! Signing in at a provider: the way there, the way back, and what one reads when it did not work.

use askama::Template;
use axum::extract::{Extension, Path, Query, State};
use axum::http::header::{REFRESH, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use register::Manier;

use crate::adres::own_path;
use crate::afzender::Afzender;
use crate::bezoek::{Formulier, InTaal, buiten, pagina, token};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::oidc::{self, Aanmelders, Mislukt, Terug, Weigering};
use crate::omhulsel::EigenUitleg;
use crate::pages::sessie::toestel;
use crate::taal::Taal;
use crate::{Staat, koekje};

/// Longest value a provider may send back; codes of some are long.
const MAX_WAARDE: usize = 4_096;

/// As long as an attempt is good for.
const POGING_SECONDEN: u32 = 10 * 60;

/// On the way to the provider. The browser goes on by itself; a link is there for those that do not.
#[derive(Template)]
#[template(path = "aanmelden_verder.html")]
pub(crate) struct VerderPagina {
    k: Kader,
    adres: String,
    label: String,
}

/// Signing in did not work.
#[derive(Template)]
#[template(path = "aanmelden_mis.html")]
pub(crate) struct MisPagina {
    k: Kader,
    titel: String,
    uitleg: String,
    doe: String,
    /// How the provider knows the reader, to pass on to the functional manager.
    kenmerk: Option<String>,
}

/// Signed out here; perhaps not there.
#[derive(Template)]
#[template(path = "afgemeld.html")]
pub(crate) struct AfgemeldPagina {
    k: Kader,
    adres: Option<String>,
}

impl MisPagina {
    pub(crate) fn new(k: Kader, weigering: Weigering) -> Self {
        let key = weigering.key();
        Self {
            titel: k.t(key),
            uitleg: k.t(&format!("{key}-uitleg")),
            doe: k.t(&format!("{key}-doe")),
            kenmerk: match weigering {
                Weigering::OnbekendeMedewerker(subject) => Some(subject).filter(|s| !holds_bsn(s)),
                _ => None,
            },
            k,
        }
    }
}

/// A provider of residents that was set up as one of employees may know people by their number: that is shown to nobody.
fn holds_bsn(subject: &str) -> bool {
    let mut runs = subject.split(|c: char| !c.is_ascii_digit());
    runs.any(|run| stelsel::Bsn::parse(run).is_ok_and(stelsel::Bsn::passes_elfproef))
}

/// The buttons of the first page: name and label.
pub(super) fn buttons(aanmelders: &Aanmelders, taal: Taal) -> Vec<(String, String)> {
    aanmelders.alle().iter().map(|a| (a.naam().to_owned(), a.label(taal).to_owned())).collect()
}

/// Whether the browser signed in at a provider.
pub(super) fn signed_in_elsewhere(headers: &HeaderMap, https: bool) -> bool {
    koekje::read(headers, koekje::aanmelder_name(https)).is_some_and(|naam| !naam.is_empty())
}

/// Sends someone to a provider. Not by a redirect of the form: the policy of our pages lets a form go to ourselves only,
/// and a provider may send people on to hosts that we do not know.
pub(crate) async fn begin(
    State(staat): State<Staat>,
    Extension(taal): InTaal,
    Path(bij): Path<String>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let https = staat.toestand.https;
    let naar = form.get("naar").and_then(own_path).map(str::to_owned);
    let label = staat.toestand.aanmelders.find(&bij).ok_or(Fout::NietGevonden)?.label(taal).to_owned();
    let begun = ask(&staat, bij.clone(), move |aanmelder, staat| {
        let now = staat.toestand.klok.now();
        oidc::begin(aanmelder, &staat.toestand.register, naar, taal, now)
    })
    .await;
    let begun = match begun {
        Ok(begun) => begun,
        Err(mislukt) => return refused(taal, &bij, https, mislukt),
    };
    let page = VerderPagina { k: Kader::kaal(taal), label, adres: begun.adres };
    let mut response = pagina(&page)?;
    let headers = response.headers_mut();
    let refresh = HeaderValue::from_str(&format!("0; url={}", page.adres)).map_err(|_| Fout::Verzoek)?;
    headers.insert(REFRESH, refresh);
    let name = koekje::poging_name(https);
    let cookie = koekje::set(name, &begun.browser, https, Some(POGING_SECONDEN)).ok_or(Fout::Verzoek)?;
    headers.append(SET_COOKIE, cookie);
    Ok(response)
}

/// Takes the answer of a provider.
pub(crate) async fn terug(
    State(staat): State<Staat>,
    Extension(taal): InTaal,
    Path(bij): Path<String>,
    Extension(afzender): Extension<Afzender>,
    headers: HeaderMap,
    query: Result<Query<Vec<(String, String)>>, axum::extract::rejection::QueryRejection>,
) -> Result<Response, Fout> {
    let https = staat.toestand.https;
    staat.toestand.aanmelders.find(&bij).ok_or(Fout::NietGevonden)?;
    // Every answer that is refused costs a line: it is counted as a form is.
    if afzender.0.is_some_and(|place| !staat.rem.formulier(&place, staat.toestand.klok.now())) {
        return Err(Fout::TeVaak);
    }
    let Some(back) = query.ok().and_then(|Query(pairs)| read(pairs, &headers, https)) else {
        let register = staat.toestand.register;
        buiten(move || Ok(register.note_refused(&bij)?)).await?;
        return Err(Fout::Verzoek);
    };
    let (old, on) = (token(&staat, &headers), toestel(&headers));
    let done = ask(&staat, bij.clone(), move |aanmelder, staat| {
        let register = &staat.toestand.register;
        let (account, naar) = oidc::eindig(aanmelder, register, back, staat.toestand.klok.now())?;
        // Whoever was signed in with this browser is not any more: a session never changes hands.
        if let Some(old) = old {
            register.sign_out(&old)?;
        }
        let token = register.start_sessie_on(&account, Manier::Oidc, on)?.ok_or(Weigering::Gesloten)?;
        Ok((token, naar))
    })
    .await;
    let (token, naar) = match done {
        Ok(done) => done,
        Err(mislukt) => return refused(taal, &bij, https, mislukt),
    };
    let naar = naar.as_deref().and_then(own_path).unwrap_or("/");
    let mut response = Redirect::to(naar).into_response();
    for cookie in [
        koekje::set(koekje::session_name(https), &token, https, None),
        koekje::set(koekje::aanmelder_name(https), &bij, https, None),
        koekje::set(koekje::poging_name(https), "", https, Some(0)),
    ] {
        response.headers_mut().append(SET_COOKIE, cookie.ok_or(Fout::Verzoek)?);
    }
    Ok(response)
}

/// Says that one is signed out, and where else one may want to.
pub(crate) async fn afgemeld(
    State(staat): State<Staat>,
    Extension(taal): InTaal,
    headers: HeaderMap,
) -> Result<Response, Fout> {
    let https = staat.toestand.https;
    let name = koekje::aanmelder_name(https);
    let naam = koekje::read(&headers, name).unwrap_or_default().to_owned();
    let adres = if staat.toestand.aanmelders.find(&naam).is_some() {
        // Without an address the page is as good: one is signed out here.
        ask(&staat, naam, |aanmelder, staat| Ok(oidc::uitloggen(aanmelder, staat.toestand.klok.now())))
            .await
            .unwrap_or_default()
    } else {
        None
    };
    let mut response = pagina(&AfgemeldPagina { k: Kader::kaal(taal), adres })?;
    if let Some(cookie) = koekje::set(name, "", https, Some(0)) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Asks a provider something, away from the threads that answer requests; a few at once. When someone is refused, that is
/// written down before they hear it.
async fn ask<T: Send + 'static>(
    staat: &Staat,
    naam: String,
    work: impl FnOnce(&oidc::Aanmelder, &Staat) -> Result<T, Mislukt> + Send + 'static,
) -> Result<T, Mislukt> {
    let Some(plaats) = staat.toestand.aanmelders.plaats() else { return Err(Weigering::Druk.into()) };
    let staat = staat.clone();
    let done = buiten(move || {
        let _plaats = plaats;
        let aanmelder = staat.toestand.aanmelders.find(&naam).ok_or(Fout::NietGevonden)?;
        let done = work(aanmelder, &staat);
        if let Err(Mislukt::Weigering(weigering)) = &done
            && weigering.is_written_down()
        {
            staat.toestand.register.note_refused(&naam)?;
        }
        Ok(done)
    })
    .await;
    done.unwrap_or_else(|fout| Err(Mislukt::Fout(fout)))
}

/// Reads what came back. Nothing may stand twice, and what is not ours is left out.
fn read(pairs: Vec<(String, String)>, headers: &HeaderMap, https: bool) -> Option<Terug> {
    let browser = koekje::read(headers, koekje::poging_name(https)).map(str::to_owned);
    let mut back = Terug { browser, ..Terug::default() };
    let mut error = None;
    for (name, value) in pairs {
        let place = match name.as_str() {
            "code" => &mut back.code,
            "state" => &mut back.staat,
            "iss" => &mut back.iss,
            "error" => &mut error,
            _ => continue,
        };
        if value.len() > MAX_WAARDE || value.contains('\0') || place.replace(value).is_some() {
            return None;
        }
    }
    back.fout = error.is_some();
    Some(back)
}

fn refused(taal: Taal, naam: &str, https: bool, mislukt: Mislukt) -> Result<Response, Fout> {
    let weigering = match mislukt {
        Mislukt::Weigering(weigering) => weigering,
        Mislukt::Fout(fout) => return Err(fout),
    };
    tracing::warn!(aanmelder = naam, reden = weigering.reden(), "sign-in refused");
    let status: StatusCode = weigering.status();
    let mut response = (status, pagina(&MisPagina::new(Kader::kaal(taal), weigering))?).into_response();
    response.extensions_mut().insert(EigenUitleg);
    if let Some(cookie) = koekje::set(koekje::poging_name(https), "", https, Some(0)) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

#[cfg(test)]
pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(String, askama::Result<String>)> {
    let k = Kader { wie: None, ..k.clone() };
    let adres = crate::monster::of(nasty, "https://inloggen.gemeente.nl/auth?client_id=leerloop");
    let verder =
        VerderPagina { k: k.clone(), adres: adres.clone(), label: crate::monster::of(nasty, "Inloggen") };
    let mut out = vec![
        ("aanmelden-verder".to_owned(), verder.render()),
        ("afgemeld".to_owned(), AfgemeldPagina { k: k.clone(), adres: None }.render()),
        ("afgemeld-elders".to_owned(), AfgemeldPagina { k: k.clone(), adres: Some(adres) }.render()),
    ];
    for weigering in Weigering::alle(&crate::monster::of(nasty, "a1b2-c3d4")) {
        let name = format!("aanmelden-{}", weigering.key());
        out.push((name, MisPagina::new(k.clone(), weigering).render()));
    }
    out
}
