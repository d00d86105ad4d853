//! Signing in with a password and a code.

use axum::extract::{Extension, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::sessie::{naar_met, toestel};
use crate::Staat;
use crate::adres::{Pad, own_path};
use crate::afzender::Afzender;
use crate::bezoek::{Formulier, token};
use crate::fout::Fout;
use crate::koekje;

/// One answer for all that is not right: an account that does not exist, a wrong password, a wrong code.
pub(crate) async fn aanmelden(
    State(staat): State<Staat>,
    Extension(afzender): Extension<Afzender>,
    headers: HeaderMap,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let register = staat.toestand.register.clone();
    if !register.has_local_accounts() {
        return Err(Fout::NietGevonden);
    }
    let field = |name: &str| form.raw(name).unwrap_or_default().to_owned();
    let (account, password, code) = (field("account").trim().to_owned(), field("wachtwoord"), field("code"));
    let plek = staat.drukte.plek()?;
    let attempt = staat.rem.poging(&account, afzender.0, staat.toestand.klok.now()).ok_or(Fout::TeVaak)?;
    let (old, on) = (token(&staat, &headers), toestel(&headers));
    let new = plek.buiten(move || {
        let new = register.sign_in_local(&account, &password, &code, on)?;
        if let (Some(_), Some(old)) = (&new, old) {
            register.sign_out(&old)?;
        }
        Ok(new)
    });
    let new = new.await?;
    let naar = form.get("naar").and_then(own_path);
    let Some(new) = new else {
        return Ok(naar_met(&Pad::Start.met(&[("mis", Some("ja")), ("naar", naar)]), None));
    };
    staat.rem.goed(&attempt);
    let https = staat.toestand.https;
    Ok(naar_met(naar.unwrap_or("/"), koekje::set(koekje::session_name(https), &new, https, None)))
}
