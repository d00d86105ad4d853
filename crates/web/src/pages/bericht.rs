//! A message: what it says in a table, the text as it came, and what became of it. Three views, no script.

use askama::Template;
use axum::response::Response;
use ijw::Berichttype;
use register::beeld::{Bericht, BerichtBeeld, BerichtStand};
use stelsel::{Id, Onderdeel};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Uit, Vraag, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::mis::{self, Mis};
use crate::pages::berichten::{opmerking, soort_in_woorden};
use crate::woorden;

/// Characters of the text that a page shows; a claim of 25 MB would stop a browser.
pub(crate) const HOOGSTENS: usize = 200_000;
/// Lines of the table that a page shows.
const RIJEN: usize = 2_000;
/// Conversations that a page links to; a claim is about hundreds.
const GESPREKKEN: usize = 50;

/// A view of the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deel {
    /// The message read out.
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
    uitkomst: Uitkomst,
    mis: Vec<Mis>,
    afzender: String,
    velden: Vec<ijw::Veld>,
    velden_weg: Option<String>,
    xml: String,
    xml_weg: Option<String>,
    feiten: Vec<(String, String)>,
    opmerking: Option<String>,
    gezinnen: Vec<(String, String)>,
    verwant: Vec<(String, String)>,
    gesprekken: Vec<(String, String)>,
    gesprekken_weg: Option<String>,
}

/// What became of the message.
struct Uitkomst {
    woord: String,
    klasse: &'static str,
    zin: String,
}

/// A tab.
struct Tab {
    naar: String,
    naam: String,
    hier: bool,
}

impl BerichtPagina {
    /// The page in one of its views; when none was asked for, that in which one finds what matters.
    pub(crate) fn new(k: Kader, beeld: BerichtBeeld, deel: Option<Deel>) -> Self {
        let regel = &beeld.regel;
        let mended = regel.stand != BerichtStand::Telt || !beeld.bevindingen.is_empty();
        let deel = deel.unwrap_or(if mended { Deel::Oordeel } else { Deel::Velden });
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
            naar: pad.met(&[("deel", Some(d.key()))]),
            naam: k.t(&format!("bericht-deel-{}", d.key())),
            hier: d == deel,
        });
        let (xml, cut) = begin_van(&beeld.xml);
        let args = [("dag", k.datum(regel.dagtekening).into())];
        let talks = k.mag(Onderdeel::Gesprek);
        let gesprekken: Vec<(String, String)> = beeld
            .toewijzingen
            .iter()
            .filter(|_| talks)
            .map(|(gemeente, nummer)| {
                let name = k.t1("toewijzing-nummer", "nummer", nummer.to_string());
                (Pad::Gesprek(*gemeente, *nummer).to_string(), name)
            })
            .collect();
        Self {
            titel: soort_in_woorden(&k, regel.soort),
            terug: Pad::Berichten.to_string(),
            onder: format!("{} · {gemeente} · {aanbieder}", k.tx("bericht-van-dag", &args)),
            tabs: tabs.into(),
            velden_weg: (beeld.velden.len() > RIJEN).then(|| k.t1("velden-weg", "n", RIJEN)),
            velden: beeld.velden.into_iter().take(RIJEN).collect(),
            xml: xml.to_owned(),
            xml_weg: cut.then(|| k.t("xml-weg")),
            feiten,
            opmerking: regel.opmerking.map(|o| opmerking(&k, o)),
            gezinnen: beeld
                .gezinnen
                .iter()
                .map(|(id, naam)| (Pad::Gezin(*id).to_string(), naam.clone()))
                .collect(),
            uitkomst: uitkomst(&k, regel.stand, beeld.bevindingen.is_empty()),
            mis: mis::van_bevindingen(&k, &beeld.bevindingen),
            afzender: if woorden::van_gemeente(regel.soort) { gemeente } else { aanbieder },
            verwant: verwant(&k, regel.antwoord_op, beeld.antwoord),
            gesprekken_weg: (gesprekken.len() > GESPREKKEN)
                .then(|| k.t1("bericht-gesprekken-weg", "n", GESPREKKEN)),
            gesprekken: gesprekken.into_iter().take(GESPREKKEN).collect(),
            deel,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str, deel: Deel) -> Self {
        Self::new(k.clone(), crate::monster::bericht(nasty), Some(deel))
    }

    /// Messages of which something is wrong.
    #[cfg(test)]
    pub(crate) fn samples_mis(k: &Kader, nasty: &str) -> Vec<Self> {
        let all = [BerichtStand::Afgekeurd(2), BerichtStand::Afgekeurd(3), BerichtStand::Afgekeurd(4)];
        let all = all.into_iter().chain([BerichtStand::Telt, BerichtStand::Afgewezen]);
        all.map(|stand| Self::new(k.clone(), crate::monster::post::bericht_mis(nasty, stand), None)).collect()
    }
}

fn uitkomst(k: &Kader, stand: BerichtStand, clean: bool) -> Uitkomst {
    let level = |key: &str, niveau: u8| k.t1(key, "niveau", u32::from(niveau));
    let (woord, klasse, zin) = match stand {
        BerichtStand::Telt if clean => (k.t("bericht-telt"), "groen", k.t("bericht-telt-uitleg")),
        BerichtStand::Telt => (k.t("bericht-telt-deels"), "warm", k.t("bericht-telt-deels-uitleg")),
        BerichtStand::Afgewezen => (k.t("bericht-afgewezen"), "warm", k.t("bericht-afgewezen-uitleg")),
        BerichtStand::Afgekeurd(n) => {
            let zin = match n {
                3 => "bericht-afgekeurd-3",
                4 => "bericht-afgekeurd-4",
                _ => "bericht-afgekeurd-2",
            };
            (level("bericht-afgekeurd-niveau", n), "warm", k.t(zin))
        }
    };
    Uitkomst { woord, klasse, zin }
}

/// The message that this one answers, and the one that answers it.
fn verwant(
    k: &Kader,
    over: Option<Id<Bericht>>,
    antwoord: Option<(Id<Bericht>, Berichttype)>,
) -> Vec<(String, String)> {
    let over = over.map(|id| (Pad::Bericht(id).to_string(), k.t("bericht-antwoord-op")));
    let answer = antwoord.map(|(id, soort)| (Pad::Bericht(id).to_string(), soort_in_woorden(k, soort)));
    over.into_iter().chain(answer).collect()
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
        None => None,
        Some(key) => Some(Deel::from_key(key).ok_or(Fout::NietGevonden)?),
    };
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.bericht(id)).await?;
    pagina(&BerichtPagina::new(k, beeld, deel))
}
