//! Accepting an invitation: first the code that was told, then a password and the app for the second factor.
//!
//! The code goes in the form and never in an address, so that it stands in no log and no history.

use askama::Template;
use axum::extract::{Extension, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use register::{Aangenomen, Uitgenodigd};

use super::sessie::{met_koekje, toestel};
use crate::Staat;
use crate::adres::Pad;
use crate::afzender::Afzender;
use crate::bewijs::Bewijs;
use crate::bezoek::{Formulier, InTaal, Paren, buiten, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::koekje;
use crate::qr::Qr;

/// The page, in one of its three steps.
#[derive(Template)]
#[template(path = "uitnodiging.html")]
pub(crate) struct UitnodigingPagina {
    k: Kader,
    melding: Option<String>,
    account: String,
    stap: Stap,
}

/// How far someone is.
enum Stap {
    /// Which code?
    Code,
    /// Which password, and the app.
    Kiezen { naam: String, code: String, geheim: String, qr: Qr },
    /// Done: the codes to keep.
    Klaar { codes: Vec<String> },
}

impl UitnodigingPagina {
    fn kiezen(k: Kader, who: &Uitgenodigd, code: &str, melding: Option<String>) -> Self {
        let Uitgenodigd { wie, geheim } = who;
        let stap = Stap::Kiezen {
            naam: k.t1("uitnodiging-voor", "naam", wie.naam.as_str()),
            code: code.to_owned(),
            geheim: geheim.text(),
            qr: Qr::of(&geheim.address(&wie.account)),
        };
        Self { k, melding, account: wie.account.clone(), stap }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let k = Kader { wie: None, ..k.clone() };
        let wie = crate::monster::iemand(stelsel::Rol::Beheer, nasty);
        let stap = Stap::Kiezen {
            naam: k.t1("uitnodiging-voor", "naam", wie.naam.as_str()),
            code: nasty.to_owned(),
            geheim: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ".to_owned(),
            qr: Qr::of(
                "otpauth://totp/Leerloop:proef?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Leerloop",
            ),
        };
        let code = Self {
            k: k.clone(),
            melding: Some(nasty.to_owned()),
            account: nasty.to_owned(),
            stap: Stap::Code,
        };
        let choose = Self { k: k.clone(), melding: Some(nasty.to_owned()), account: nasty.to_owned(), stap };
        let codes = vec!["ABCD-EFGH-JKMN-PQRS".to_owned(); 10];
        let done = Self { k, melding: None, account: nasty.to_owned(), stap: Stap::Klaar { codes } };
        vec![("code", code), ("kiezen", choose), ("klaar", done)]
    }
}

async fn kader(staat: &Staat, taal: crate::Taal, bewijs: Bewijs) -> Result<Kader, Fout> {
    let register = staat.toestand.register.clone();
    if !register.has_local_accounts() {
        return Err(Fout::NietGevonden);
    }
    let demo = buiten(move || Ok(register.inrichting()?.demo)).await?;
    Ok(Kader { demo, bewijs, pad: Pad::Uitnodiging.to_string(), ..Kader::kaal(taal) })
}

pub(crate) async fn toon(
    State(staat): State<Staat>,
    Extension(taal): InTaal,
    Extension(bewijs): Extension<Bewijs>,
) -> Result<Response, Fout> {
    let k = kader(&staat, taal, bewijs).await?;
    pagina(&UitnodigingPagina { k, melding: None, account: String::new(), stap: Stap::Code })
}

fn again(page: &UitnodigingPagina) -> Result<Response, Fout> {
    pagina_met(StatusCode::BAD_REQUEST, page)
}

/// Takes the code alone, or the code with what was chosen.
pub(crate) async fn neem(
    State(staat): State<Staat>,
    Extension(taal): InTaal,
    Extension(bewijs): Extension<Bewijs>,
    Extension(afzender): Extension<Afzender>,
    headers: HeaderMap,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let k = kader(&staat, taal, bewijs).await?;
    let account = form.get("account").unwrap_or_default().to_owned();
    let code = form.get("uitnodiging").unwrap_or_default().to_owned();
    let attempt = staat
        .rem
        .poging(&format!("uitnodiging {account}"), afzender.0, staat.toestand.klok.now())
        .ok_or(Fout::TeVaak)?;
    let register = staat.toestand.register.clone();
    let asked = (account.clone(), code.clone());
    let Some(invited) = buiten(move || Ok(register.invitation(&asked.0, &asked.1)?)).await? else {
        let melding = Some(k.t("uitnodiging-vervallen"));
        return again(&UitnodigingPagina { k, melding, account, stap: Stap::Code });
    };
    staat.rem.goed(&attempt);
    let Some(chosen) = Gekozen::of(&form) else {
        return pagina(&UitnodigingPagina::kiezen(k, &invited, &code, None));
    };
    let Some(password) = chosen.password() else {
        let melding = Some(k.t("wachtwoord-niet-gelijk"));
        return again(&UitnodigingPagina::kiezen(k, &invited, &code, melding));
    };
    let (register, on) = (staat.toestand.register.clone(), toestel(&headers));
    let given = code.clone();
    let plek = staat.drukte.plek()?;
    let done = plek
        .buiten(move || Ok(register.accept_invitation(&account, &given, &password, &chosen.digits, on)?));
    let key = match done.await? {
        Aangenomen::Goed { token, herstelcodes } => {
            let stap = Stap::Klaar { codes: herstelcodes };
            // The next form is one of the session.
            let k = Kader { bewijs: Bewijs::of_session(&token), ..k };
            let page = pagina(&UitnodigingPagina { k, melding: None, account: invited.wie.account, stap })?;
            let https = staat.toestand.https;
            return Ok(met_koekje(page, koekje::set(koekje::session_name(https), &token, https, None)));
        }
        Aangenomen::Zwak(why) => why.key(),
        Aangenomen::CodeMis => "uitnodiging-app-mis",
        Aangenomen::Vervallen => return Ok(Fout::NietGevonden.into_response()),
    };
    let melding = Some(k.t(key));
    again(&UitnodigingPagina::kiezen(k, &invited, &code, melding))
}

/// What was chosen in the second step.
struct Gekozen {
    once: String,
    twice: String,
    digits: String,
}

impl Gekozen {
    fn of(form: &Paren) -> Option<Self> {
        let field = |name: &str| form.raw(name).map(str::to_owned);
        Some(Self { once: field("wachtwoord")?, twice: field("nogmaals")?, digits: field("code")? })
    }

    fn password(&self) -> Option<String> {
        (self.once == self.twice).then(|| self.once.clone())
    }
}
