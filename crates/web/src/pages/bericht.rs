//! A message: what it says in a table, the text as it came, and what became of it. Three views, no script.

use askama::Template;
use axum::response::Response;
use register::beeld::{Bericht, BerichtBeeld};
use stelsel::Id;

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Uit, Vraag, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::berichten::{opmerking, soort_in_woorden};

/// Characters of the text that a page shows; a claim of 25 MB would stop a browser.
pub(crate) const HOOGSTENS: usize = 200_000;
/// Lines of the table that a page shows.
const RIJEN: usize = 2_000;

/// A view of the message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Deel {
    /// The message read out.
    #[default]
    Velden,
    /// The text as it came.
    Xml,
    /// What became of it.
    Oordeel,
}

impl Deel {
    /// All views, in the order of the tabs.
    pub(crate) const ALL: [Self; 3] = [Self::Velden, Self::Xml, Self::Oordeel];

    const fn key(self) -> &'static str {
        match self {
            Self::Velden => "velden",
            Self::Xml => "xml",
            Self::Oordeel => "oordeel",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deel| deel.key() == key)
    }
}

/// The page.
#[derive(Template)]
#[template(path = "bericht.html")]
pub(crate) struct BerichtPagina {
    k: Kader,
    titel: String,
    terug: String,
    onder: String,
    deel: Deel,
    tabs: Vec<Tab>,
    velden: Vec<Regel>,
    velden_weg: Option<String>,
    xml: String,
    xml_weg: Option<String>,
    feiten: Vec<(String, String)>,
    opmerking: Option<String>,
    gezinnen: Vec<(String, String)>,
}

/// A tab.
struct Tab {
    naar: String,
    naam: String,
    hier: bool,
}

/// A line of the table.
struct Regel {
    /// Class that indents.
    diepte: String,
    naam: &'static str,
    waarde: Option<String>,
    omschrijving: Option<&'static str>,
}

impl BerichtPagina {
    pub(crate) fn new(k: Kader, beeld: BerichtBeeld, deel: Deel) -> Self {
        let regel = &beeld.regel;
        let aanbieder = regel.aanbieder_naam.clone().unwrap_or_else(|| regel.aanbieder.to_string());
        let gemeente = regel.gemeente_naam.clone().unwrap_or_else(|| regel.gemeente.to_string());
        let feiten = vec![
            (k.t("bericht-identificatie"), regel.identificatie.clone()),
            (k.t("bericht-ontvangen"), k.moment(regel.ontvangen)),
            (k.t("bericht-clienten"), k.getal(regel.clienten)),
            (k.t("bestand"), beeld.bestand.clone()),
            (k.t("vingerafdruk"), beeld.vingerafdruk.clone()),
        ];
        let pad = Pad::Bericht(regel.id);
        let tabs = Deel::ALL.map(|d| Tab {
            naar: pad.met(&[("deel", (d != Deel::Velden).then(|| d.key()))]),
            naam: k.t(&format!("bericht-deel-{}", d.key())),
            hier: d == deel,
        });
        let (xml, cut) = begin_van(&beeld.xml);
        let args = [("dag", k.datum(regel.dagtekening).into())];
        Self {
            titel: soort_in_woorden(&k, regel.soort),
            terug: Pad::Berichten.to_string(),
            onder: format!("{} · {gemeente} · {aanbieder}", k.tx("bericht-van-dag", &args)),
            tabs: tabs.into(),
            velden_weg: (beeld.velden.len() > RIJEN).then(|| k.t1("velden-weg", "n", RIJEN)),
            velden: beeld.velden.into_iter().take(RIJEN).map(regel_van).collect(),
            xml: xml.to_owned(),
            xml_weg: cut.then(|| k.t("xml-weg")),
            feiten,
            opmerking: regel.opmerking.map(|o| opmerking(&k, o)),
            gezinnen: beeld
                .gezinnen
                .iter()
                .map(|(id, naam)| (Pad::Gezin(*id).to_string(), naam.clone()))
                .collect(),
            deel,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str, deel: Deel) -> Self {
        Self::new(k.clone(), crate::monster::bericht(nasty), deel)
    }
}

fn regel_van(veld: ijw::Veld) -> Regel {
    Regel {
        diepte: format!("diep-{}", veld.diepte.min(6)),
        naam: veld.naam,
        waarde: veld.waarde,
        omschrijving: veld.omschrijving,
    }
}

/// As much of a text as a page shows, and whether anything was left out.
pub(crate) fn begin_van(text: &str) -> (&str, bool) {
    text.char_indices()
        .nth(HOOGSTENS)
        .map_or((text, false), |(end, _)| (text.get(..end).unwrap_or(text), true))
}

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Bericht>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let deel = match query.get("deel") {
        None => Deel::default(),
        Some(key) => Deel::from_key(key).ok_or(Fout::NietGevonden)?,
    };
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.bericht(id)).await?;
    pagina(&BerichtPagina::new(k, beeld, deel))
}
