//! One request of a provider: what is asked, in plain words, and for who decides the form to answer it.

use askama::Template;
use axum::response::Response;
use register::beeld::{Verzoek, VerzoekBeeld, VerzoekSoort, VerzoekStand};
use stelsel::{Id, Onderdeel};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Uit, Vraag, pagina};
use crate::fout::Fout;
use crate::inhoud::stukken;
use crate::kader::Kader;
use crate::mis::Mis;
use crate::pages::verzoeken::vraag;
use crate::woorden;

pub(crate) mod besluit;
mod invoer;

use invoer::{Invoer, Reden};

/// The page.
#[derive(Template)]
#[template(path = "verzoek.html")]
pub(crate) struct VerzoekPagina {
    k: Kader,
    terug: String,
    hier: String,
    titel: String,
    onder: String,
    stand: String,
    klasse: &'static str,
    vraag: String,
    zinnen: Vec<String>,
    velden: Vec<ijw::Veld>,
    gezin: Option<String>,
    bericht: Option<String>,
    lopend: Vec<(String, Option<String>)>,
    uiterlijk: Option<(String, bool)>,
    /// What happens next, once it is answered.
    vervolg: Option<String>,
    /// What came of a decision just now.
    melding: Option<Melding>,
    vorm: Option<Vorm>,
    naam: String,
    afzender: String,
}

/// What came of a decision.
#[derive(Default)]
pub(crate) struct Melding {
    pub(crate) zin: String,
    pub(crate) mis: Vec<Mis>,
    /// It went as it was meant to.
    pub(crate) goed: bool,
}

/// The form.
struct Vorm {
    invoer: Invoer,
    adres: bool,
    onderzoeken: bool,
    andere_gemeente: bool,
    redenen: Vec<Reden>,
}

impl VerzoekPagina {
    fn new(k: Kader, beeld: &VerzoekBeeld, melding: Option<Melding>, invoer: Invoer) -> Self {
        let regel = &beeld.regel;
        let open = matches!(regel.stand, VerzoekStand::Open | VerzoekStand::InOnderzoek);
        let decides = k.wie.as_ref().is_some_and(stelsel::Identiteit::decides);
        // Who sees no family of the child has no conversation about it either, except who sees all of them.
        let talks = beeld.gezin.is_some() || k.mag(Onderdeel::Bericht);
        let lopend = beeld.lopend.iter().map(|(gemeente, nummer, product)| {
            let naar = talks.then(|| Pad::Gesprek(*gemeente, *nummer).to_string());
            (
                format!(
                    "{} · {}",
                    woorden::product(&k, product),
                    k.t1("toewijzing-nummer", "nummer", nummer.to_string())
                ),
                naar,
            )
        });
        let mut zinnen: Vec<String> =
            stukken(&beeld.velden).into_iter().flat_map(|piece| piece.zinnen(&k)).collect();
        if zinnen.is_empty() {
            zinnen.push(vraag(&k, regel));
        }
        let asks = match regel.soort {
            VerzoekSoort::Toewijzing => "doet-vragen",
            VerzoekSoort::Wijziging => "doet-wijziging-vragen",
        };
        let asks_address = !beeld.adres_bekend && regel.soort == VerzoekSoort::Toewijzing;
        let vorm = (open && decides).then(|| Vorm {
            adres: asks_address || invoer.huisnummer.fout.is_some(),
            onderzoeken: regel.stand == VerzoekStand::Open,
            // The rule of the place of residence is there for new care only.
            andere_gemeente: regel.soort == VerzoekSoort::Toewijzing,
            redenen: invoer::redenen(&k, regel.soort, &invoer.reden),
            invoer,
        });
        Self {
            terug: Pad::Verzoeken.to_string(),
            hier: Pad::Verzoek(regel.id).to_string(),
            titel: k.t1("verzoek-titel", "wie", regel.naam.as_str()),
            onder: k.tx(
                "verzoek-onder",
                &[
                    ("gemeente", beeld.gemeente.as_str().into()),
                    ("dag", k.datum(regel.dagtekening).into()),
                    ("referentie", regel.referentie.as_str().into()),
                ],
            ),
            stand: k.t(regel.stand.key()),
            klasse: match regel.stand {
                VerzoekStand::Open => "warm",
                VerzoekStand::InOnderzoek => "",
                VerzoekStand::Toegekend => "groen",
                VerzoekStand::Afgewezen => "grijs",
            },
            vraag: k.t1(asks, "wie", woorden::aanbieder(regel.aanbieder_naam.as_ref(), regel.aanbieder)),
            zinnen,
            velden: beeld.velden.clone(),
            gezin: beeld.gezin.map(|id| Pad::Gezin(id).to_string()),
            bericht: k.mag(Onderdeel::Bericht).then(|| Pad::Bericht(beeld.bericht).to_string()),
            lopend: lopend.collect(),
            uiterlijk: open.then(|| {
                let (wanneer, laat) = woorden::uiterlijk(&k, regel.uiterlijk, beeld.stand);
                (k.t1("verzoek-antwoord", "wanneer", wanneer), laat)
            }),
            vervolg: vervolg(&k, regel.stand),
            melding,
            vorm,
            naam: regel.naam.clone(),
            afzender: k.t1("gemeente-naam", "naam", beeld.gemeente.as_str()),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        use crate::monster::post;
        let page = |beeld: &VerzoekBeeld, melding, invoer| Self::new(k.clone(), beeld, melding, invoer);
        let zin = |key: &str| Some(Melding { zin: k.t(key), ..Melding::default() });
        let sent = Some(Melding { zin: k.t("besluit-verstuurd"), goed: true, ..Melding::default() });
        let mis = ijw::regels::alle().take(2).map(|regel| crate::mis::van_regel(k, regel)).collect();
        vec![
            ("open", page(&post::verzoek(nasty, VerzoekStand::Open), None, Invoer::default())),
            (
                "fout",
                page(
                    &post::verzoek(nasty, VerzoekStand::Open),
                    zin("besluit-kijk-na"),
                    Invoer::sample(k, nasty),
                ),
            ),
            (
                "kan-niet",
                page(
                    &post::verzoek(nasty, VerzoekStand::InOnderzoek),
                    Some(Melding { zin: k.t("besluit-kan-niet"), mis, goed: false }),
                    Invoer::default(),
                ),
            ),
            ("toegekend", page(&post::verzoek(nasty, VerzoekStand::Toegekend), sent, Invoer::default())),
            ("wijziging", page(&post::wijziging(nasty), None, Invoer::default())),
            ("nee", page(&post::verzoek(nasty, VerzoekStand::Afgewezen), None, Invoer::default())),
        ]
    }
}

/// What happens now that it is answered.
fn vervolg(k: &Kader, stand: VerzoekStand) -> Option<String> {
    match stand {
        VerzoekStand::Open => None,
        VerzoekStand::InOnderzoek => Some(k.t("vervolg-onderzoek")),
        VerzoekStand::Toegekend => Some(k.t("vervolg-toegekend")),
        VerzoekStand::Afgewezen => Some(k.t("vervolg-afgewezen")),
    }
}

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Verzoek>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let sent = query.get("verstuurd").is_some();
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.verzoek(id)).await?;
    // The address can be kept and opened later: it only says so of what was really answered.
    let sent = sent && beeld.regel.stand != VerzoekStand::Open;
    let melding = sent.then(|| Melding { zin: k.t("besluit-verstuurd"), goed: true, ..Melding::default() });
    pagina(&VerzoekPagina::new(k, &beeld, melding, Invoer::default()))
}
