//! "We see this differently": beside the text on the page of a family, never instead of it.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::{Correctie, CorrectieBeeld, CorrectieStand, Gedaan, GezinBeeld, Over};
use stelsel::toegang::Deel;
use stelsel::{Gezin, Id, Rol};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Uit, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::gezin::GezinPagina;

/// What stands beside the texts of a family, and the forms.
pub(crate) struct Correcties {
    pub(crate) naar: String,
    pub(crate) regels: Vec<Regel>,
    /// Of what one may say something: word and name.
    pub(crate) over: Vec<(String, String)>,
    /// May place one.
    pub(crate) plaatst: bool,
    /// So that a form that is sent twice works once.
    pub(crate) sleutel: String,
    /// Someone was first: the text that was not stored.
    pub(crate) botsing: Option<String>,
}

/// A correction with its answer.
pub(crate) struct Regel {
    pub(crate) id: String,
    pub(crate) over: String,
    pub(crate) tekst: String,
    pub(crate) wanneer: String,
    pub(crate) stand: String,
    pub(crate) antwoord: Option<(String, String)>,
    pub(crate) versie: i64,
    pub(crate) van_mij: bool,
    pub(crate) beantwoordt: bool,
}

impl Correcties {
    pub(crate) fn new(k: &Kader, beeld: &GezinBeeld, lijst: &[CorrectieBeeld], sleutel: String) -> Self {
        let name = |over: &Over| match over {
            Over::Gezin => k.t("correctie-over-gezin"),
            Over::Lid(id) => {
                let known = beeld.leden.iter().find(|p| p.id == *id);
                k.t1("correctie-over-lid", "wie", known.map_or_else(|| k.t("iemand"), |p| p.naam.given()))
            }
            Over::Toewijzing(_, nummer) => k.t1("correctie-over-toewijzing", "nummer", nummer.to_string()),
        };
        let me = k.wie.as_ref();
        let plaatst = me.is_some_and(|wie| wie.rol == Rol::Gezinslid);
        let decides = me.is_some_and(stelsel::Identiteit::decides) && beeld.toegang.delen.has(Deel::Toegang);
        let regels = lijst.iter().map(|c| Regel {
            id: c.id.to_string(),
            over: name(&c.over),
            tekst: c.tekst.clone(),
            wanneer: k.moment(c.gewijzigd),
            stand: k.t(c.stand.key()),
            antwoord: c.antwoord.as_ref().map(|(words, when)| (words.clone(), k.moment(*when))),
            versie: c.versie,
            van_mij: plaatst && me.is_some_and(|wie| wie.account == c.auteur),
            beantwoordt: decides && c.stand == CorrectieStand::Open,
        });
        let mut over = vec![Over::Gezin];
        over.extend(beeld.leden.iter().map(|p| Over::Lid(p.id)));
        over.extend(
            beeld
                .toewijzingen
                .iter()
                .map(|t| Over::Toewijzing(i64::from(t.toewijzing.gemeente.number()), t.toewijzing.nummer)),
        );
        Self {
            naar: Pad::Correcties(beeld.gezin.id).to_string(),
            regels: regels.collect(),
            over: over.iter().map(|o| (o.word(), name(o))).collect(),
            plaatst,
            sleutel,
            botsing: None,
        }
    }
}

/// One address, three forms: place, change, answer.
pub(crate) async fn doe(
    bezoek: Bezoek,
    Uit(gezin): Uit<Id<Gezin>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let tekst = form.get("tekst").ok_or(Fout::Verzoek)?.to_owned();
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let id: Option<Id<Correctie>> = form.get("correctie").and_then(|text| Id::parse(text).ok());
    let versie: i64 = form.get("versie").and_then(|text| text.parse().ok()).unwrap_or_default();
    let own = tekst.clone();
    let came = match (form.get("doe"), id) {
        (Some("plaats"), _) => {
            let over = form.get("over").and_then(Over::parse).ok_or(Fout::Verzoek)?;
            bezoek.doe(move |r, wie| r.place_correction(wie, gezin, over, &tekst, &sleutel)).await?
        }
        (Some("wijzig"), Some(id)) => {
            bezoek.doe(move |r, wie| r.edit_correction(wie, gezin, id, versie, &tekst, &sleutel)).await?
        }
        (Some("antwoord"), Some(id)) => {
            let stand = match form.get("stand") {
                Some("overgenomen") => CorrectieStand::Overgenomen,
                Some("anders-gezien") => CorrectieStand::AndersGezien,
                _ => return Err(Fout::Verzoek),
            };
            bezoek
                .doe(move |r, wie| r.answer_correction(wie, gezin, id, versie, stand, &tekst, &sleutel))
                .await?
        }
        _ => return Err(Fout::Verzoek),
    };
    if let Gedaan::Opgeslagen(..) = came {
        return Ok(Redirect::to(&format!("{}#correcties", Pad::Gezin(gezin))).into_response());
    }
    // Someone was first: both texts are shown, and nothing of either is lost.
    let (k, (beeld, lijst)) = bezoek
        .kijk(gezin.to_string(), move |lezing| Ok((lezing.gezin(gezin)?, lezing.correcties(gezin)?)))
        .await?;
    let mut correcties = Correcties::new(&k, &beeld, &lijst, register::Register::form_key()?);
    correcties.botsing = Some(own);
    pagina_met(StatusCode::CONFLICT, &GezinPagina::new(k, &beeld).met(correcties))
}
