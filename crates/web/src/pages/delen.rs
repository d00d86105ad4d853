//! What a family shares and with whom: consent per share, and the button that ends it at once.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use register::beeld::{DelenBeeld, DelingRegel, Gedaan, MetWie, NieuweDeling};
use stelsel::deling::{Deling, DelingStand, Wat};
use stelsel::{Gezin, Id, Persoon};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Formulier, Paren, Uit, Vraag, pagina_met};
use crate::fout::Fout;
use crate::kader::{Kader, vorm};

/// The page.
#[derive(Template)]
#[template(path = "delen.html")]
pub(crate) struct DelenPagina {
    k: Kader,
    jong: bool,
    lid: bool,
    hier: String,
    terug: String,
    titel: String,
    melding: Option<(bool, String)>,
    /// Name, account and code of someone who was invited; without a code in a demo.
    uitgenodigd: Option<(String, String, Option<String>)>,
    lopend: Vec<Regel>,
    voorbij: Vec<Regel>,
    over: Vec<Keus>,
    accounts: Vec<(String, String)>,
    sleutel: String,
    gevuld: Gevuld,
}

/// A share.
struct Regel {
    id: String,
    zin: String,
    doel: String,
    stand: String,
    klasse: &'static str,
    wie: Option<String>,
    tot: Option<String>,
    vraagt_mij: bool,
    wacht_op: Vec<(String, String)>,
    intrekbaar: bool,
    stop: String,
}

/// Whom a share can be about, and whose yes it takes.
struct Keus {
    waarde: String,
    naam: String,
    ja: Vec<(String, String)>,
}

/// What was typed.
#[derive(Default)]
struct Gevuld {
    naam: String,
    doel: String,
    tot: String,
    netwerk: bool,
}

/// What is shared with whom, in one sentence.
pub(crate) fn zin(k: &Kader, share: &DelingRegel) -> String {
    let wat: Vec<String> = share.wat.iter().map(|part| k.t(&format!("deling-wat-{}", part.key()))).collect();
    let over = share.over.clone().unwrap_or_else(|| k.t("deling-over-gezin"));
    let args = [
        ("naam", share.naam.as_str().into()),
        ("wat", wat.join(k.t("ons-en").as_str()).into()),
        ("over", over.into()),
    ];
    k.tx("deling-zin", &args)
}

fn regel(k: &Kader, share: &DelingRegel, jong: bool) -> Regel {
    let (stand, klasse) = match share.stand {
        Some(DelingStand::Loopt) => (k.t("deling-loopt"), "groen"),
        Some(DelingStand::Wacht { .. }) => (k.t("deling-wacht"), "warm"),
        Some(DelingStand::Nee) => (k.t("deling-nee"), "grijs"),
        None if share.ingetrokken.is_some() => (k.t("deling-gestopt"), "grijs"),
        None => (k.t("deling-voorbij"), "grijs"),
    };
    let yes = |wanted: bool| -> Vec<String> {
        share.stemmen.iter().filter(|said| said.ja == wanted).map(|said| said.naam.clone()).collect()
    };
    let (ja, nee) = (yes(true), yes(false));
    let en = k.t("ons-en");
    let mut wie = Vec::new();
    if !ja.is_empty() {
        wie.push(k.t1("deling-ja-van", "namen", ja.join(en.as_str())));
    }
    if !nee.is_empty() {
        wie.push(k.t1("deling-nee-van", "namen", nee.join(en.as_str())));
    }
    Regel {
        id: share.id.to_string(),
        zin: zin(k, share),
        doel: k.t1("deling-waarvoor", "doel", share.doel.as_str()),
        stand,
        klasse,
        wie: (!wie.is_empty()).then(|| wie.join(" ")),
        tot: match (share.ingetrokken, share.tot) {
            (Some(at), _) => Some(k.t1("deling-gestopt-op", "dag", k.moment(at))),
            (None, Some(at)) => Some(k.t1("deling-tot", "tot", k.einde(at))),
            (None, None) => None,
        },
        vraagt_mij: share.vraagt_mij,
        wacht_op: share.wacht_op.iter().map(|(id, naam)| (id.to_string(), naam.clone())).collect(),
        intrekbaar: share.intrekbaar,
        stop: k.tx("deling-stop", &[("naam", share.naam.as_str().into()), ("vorm", vorm(jong).into())]),
    }
}

impl DelenPagina {
    fn new(k: Kader, beeld: &DelenBeeld, sleutel: String) -> Self {
        let (lopend, voorbij): (Vec<_>, Vec<_>) =
            beeld.delingen.iter().partition(|share| share.stand.is_some());
        let over = beeld.over.iter().map(|(about, naam, yes)| Keus {
            waarde: about.map_or_else(|| "gezin".to_owned(), |id| id.to_string()),
            naam: naam.clone().unwrap_or_else(|| k.t("deling-over-gezin")),
            ja: yes.iter().map(|(id, naam)| (id.to_string(), naam.clone())).collect(),
        });
        Self {
            jong: beeld.jong,
            lid: beeld.lid,
            hier: Pad::Delen(beeld.gezin).to_string(),
            terug: if beeld.lid { Pad::Ons(beeld.gezin) } else { Pad::Gezin(beeld.gezin) }.to_string(),
            titel: k.t1("deling-titel", "naam", beeld.naam.as_str()),
            melding: None,
            uitgenodigd: None,
            lopend: lopend.into_iter().map(|share| regel(&k, share, beeld.jong)).collect(),
            voorbij: voorbij.into_iter().map(|share| regel(&k, share, beeld.jong)).collect(),
            over: over.collect(),
            accounts: beeld
                .accounts
                .iter()
                .map(|(account, naam, rol)| (account.clone(), format!("{naam} ({})", k.rol(*rol))))
                .collect(),
            sleutel,
            gevuld: Gevuld::default(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        use crate::monster::{deur::delen, of};
        let page = |lid, jong| Self::new(k.clone(), &delen(nasty, lid, jong), "0".repeat(32));
        let gevuld = Gevuld {
            naam: of(nasty, "Oma"),
            doel: of(nasty, "Oppassen"),
            tot: of(nasty, "2027-01-01"),
            netwerk: true,
        };
        let invited =
            Some((of(nasty, "Oma Corrie"), of(nasty, "netwerk-0a1b"), Some(of(nasty, "ABCD-EFGH"))));
        let without = Some((of(nasty, "Oma Corrie"), of(nasty, "netwerk-0a1b"), None));
        let empty = DelenBeeld { delingen: Vec::new(), over: Vec::new(), ..delen(nasty, true, true) };
        vec![
            ("team", Self { melding: Some((false, k.t("deling-kijk-na"))), ..page(false, false) }),
            ("ouder", Self { uitgenodigd: invited, gevuld, ..page(true, false) }),
            ("jongere", Self { uitgenodigd: without, ..page(true, true) }),
            ("leeg", Self::new(k.clone(), &empty, "0".repeat(32))),
        ]
    }
}

/// What is told beside the shares.
#[derive(Default)]
struct Erbij {
    melding: Option<(bool, &'static str)>,
    uitgenodigd: Option<(String, String, Option<String>)>,
    gevuld: Gevuld,
}

async fn page(bezoek: Bezoek, gezin: Id<Gezin>, erbij: Erbij) -> Result<Response, Fout> {
    let (k, beeld) = bezoek.kijk(gezin.to_string(), move |lezing| lezing.delen(gezin)).await?;
    let wrong = erbij.melding.is_some_and(|(good, _)| !good);
    let melding = erbij.melding.map(|(good, key)| (good, k.t(key)));
    let page = DelenPagina::new(k, &beeld, register::Register::form_key()?);
    let page = DelenPagina { melding, uitgenodigd: erbij.uitgenodigd, gevuld: erbij.gevuld, ..page };
    pagina_met(if wrong { StatusCode::BAD_REQUEST } else { StatusCode::OK }, &page)
}

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(gezin): Uit<Id<Gezin>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let melding = query.get("gedaan").map(|_| (true, "deling-gedaan"));
    page(bezoek, gezin, Erbij { melding, ..Erbij::default() }).await
}

/// What a form proposes, or what has to be looked at again.
fn nieuw(form: &Paren, netwerk: bool) -> Result<NieuweDeling, &'static str> {
    let over = form.get("over").ok_or("deling-kies-over")?;
    let persoon: Option<Id<Persoon>> = match over {
        "gezin" => None,
        id => Some(Id::parse(id).map_err(|_| "deling-kies-over")?),
    };
    let met = if netwerk {
        MetWie::Netwerk(form.get("naam").ok_or("deling-kies-naam")?.to_owned())
    } else {
        MetWie::Account(form.get("met").ok_or("deling-kies-met")?.to_owned())
    };
    let wat: Vec<Wat> =
        Wat::ALL.into_iter().filter(|part| form.get(&format!("wat-{}", part.key())).is_some()).collect();
    if wat.is_empty() {
        return Err("deling-kies-wat");
    }
    let doel = form.get("doel").ok_or("deling-kies-doel")?.to_owned();
    let tot: Option<Date> = match form.get("tot") {
        Some(text) => Some(text.parse().map_err(|_| "fout-datum")?),
        None => None,
    };
    // Whose yes is asked depends on whom it is about: only those of the chosen one count.
    let own = format!("ja-{over}");
    let ja_van = form
        .0
        .iter()
        .filter(|(name, _)| *name == own)
        .map(|(_, id)| Id::parse(id).map_err(|_| "deling-kijk-na"))
        .collect::<Result<_, _>>()?;
    Ok(NieuweDeling { persoon, met, wat, doel, tot, ja_van })
}

/// One address, four forms: propose, invite, answer, withdraw.
pub(crate) async fn doe(
    bezoek: Bezoek,
    Uit(gezin): Uit<Id<Gezin>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let id: Option<Id<Deling>> = form.get("deling").and_then(|text| Id::parse(text).ok());
    let namens: Option<Id<Persoon>> = form.get("namens").and_then(|text| Id::parse(text).ok());
    let done = match (form.get("doe"), id) {
        (Some(what @ ("deel" | "nodig-uit")), _) => {
            return propose(bezoek, gezin, &form, what == "nodig-uit", sleutel).await;
        }
        (Some(what @ ("ja" | "nee")), Some(id)) => {
            let yes = what == "ja";
            bezoek.doe(move |r, wie| r.answer_share(wie, gezin, id, (yes, namens), &sleutel)).await
        }
        (Some("stop"), Some(id)) => {
            bezoek.doe(move |r, wie| r.withdraw_share(wie, gezin, id, &sleutel)).await
        }
        _ => return Err(Fout::Verzoek),
    };
    done?;
    Ok(Redirect::to(&Pad::Delen(gezin).met(&[("gedaan", Some("ja"))])).into_response())
}

async fn propose(
    bezoek: Bezoek,
    gezin: Id<Gezin>,
    form: &Paren,
    netwerk: bool,
    sleutel: String,
) -> Result<Response, Fout> {
    let text = |name| form.get(name).unwrap_or_default().to_owned();
    let gevuld = Gevuld { naam: text("naam"), doel: text("doel"), tot: text("tot"), netwerk };
    let new = match nieuw(form, netwerk) {
        Ok(new) => new,
        Err(key) => {
            return page(bezoek, gezin, Erbij { melding: Some((false, key)), gevuld, ..Erbij::default() })
                .await;
        }
    };
    let done = bezoek
        .doe(move |r, wie| {
            let Gedaan::Opgeslagen(id, _) = r.share_with(wie, gezin, &new, &sleutel)? else {
                return Ok(None);
            };
            let Some(account) = r.guest_of(wie, gezin, id)? else { return Ok(None) };
            let naam = match &new.met {
                MetWie::Netwerk(naam) | MetWie::Account(naam) => naam.clone(),
            };
            // Without the key there are no passwords: in a demo one chooses the name on the first page.
            let code = if r.has_local_accounts() { r.invite(Some(wie), &account)? } else { None };
            Ok(Some((naam, account, code)))
        })
        .await;
    match done {
        Ok(Some(invited)) => {
            page(bezoek, gezin, Erbij { uitgenodigd: Some(invited), ..Erbij::default() }).await
        }
        Ok(None) => Ok(Redirect::to(&Pad::Delen(gezin).met(&[("gedaan", Some("ja"))])).into_response()),
        Err(Fout::Verzoek) => {
            let melding = Some((false, "deling-kijk-na"));
            page(bezoek, gezin, Erbij { melding, gevuld, ..Erbij::default() }).await
        }
        Err(other) => Err(other),
    }
}
