//! Every version of a problem analysis, and what differs between two of them.

use askama::Template;
use axum::response::Response;
use register::beeld::{AnalyseVersie, AnalyseVersiesBeeld};
use stelsel::Id;
use stelsel::analyse::{Aard, Probleemanalyse, Stuk, Verschil};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Uit, Vraag, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::analyse::iemand;

/// The page.
#[derive(Template)]
#[template(path = "analyseversies.html")]
pub(crate) struct AnalyseversiesPagina {
    k: Kader,
    hier: String,
    titel: String,
    terug: String,
    /// Versions to choose from: number, words, chosen as the earlier, chosen as the later.
    versies: Vec<(u32, String, bool, bool)>,
    tussen: Option<Tussen>,
}

struct Tussen {
    titel: String,
    delen: Vec<Anders>,
}

/// A part that differs: heading, what became of it, and its fields.
struct Anders {
    kop: String,
    aard: (String, &'static str),
    velden: Vec<(String, Vec<Stuk>)>,
}

impl AnalyseversiesPagina {
    pub(crate) fn new(k: Kader, beeld: &AnalyseVersiesBeeld) -> Self {
        let newest = beeld.versies.first().map_or(1, |v| v.versie);
        let chosen =
            beeld.tussen.as_ref().map_or((newest.saturating_sub(1).max(1), newest), |(a, b, _)| (*a, *b));
        let versies = beeld.versies.iter().map(|versie| {
            (versie.versie, regel(&k, versie), versie.versie == chosen.0, versie.versie == chosen.1)
        });
        let tussen = beeld.tussen.as_ref().map(|(van, tot, all)| {
            let args = [("van", van.to_string().into()), ("tot", tot.to_string().into())];
            Tussen {
                titel: k.tx("analyse-tussen", &args),
                delen: all.iter().map(|one| anders(&k, one)).collect(),
            }
        });
        Self {
            hier: Pad::AnalyseVersies(beeld.id).to_string(),
            titel: k.t1("analyse-versies-titel", "naam", beeld.titel.as_str()),
            terug: Pad::Analyse(beeld.id).to_string(),
            versies: versies.collect(),
            tussen,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let full = crate::monster::analyse::versies(nasty);
        let same = AnalyseVersiesBeeld { tussen: Some((1, 1, Vec::new())), ..full.clone() };
        let none = AnalyseVersiesBeeld { tussen: None, ..full.clone() };
        vec![
            ("analyseversies", Self::new(k.clone(), &full)),
            ("analyseversies-gelijk", Self::new(k.clone(), &same)),
            ("analyseversies-lijst", Self::new(k.clone(), &none)),
        ]
    }
}

fn regel(k: &Kader, versie: &AnalyseVersie) -> String {
    let args = [
        ("versie", versie.versie.to_string().into()),
        ("moment", k.moment(versie.wanneer).into()),
        ("wie", iemand(k, &versie.wie).into()),
    ];
    let deed = versie.wat.split(' ').next().unwrap_or_default();
    let wat = match deed {
        "kop" => "analyse-deed-kop",
        "alinea" => "analyse-deed-alinea",
        "afspraak" => "analyse-deed-afspraak",
        "kijk" => "analyse-deed-kijk",
        _ => "analyse-deed-weg",
    };
    format!("{} · {}", k.tx("analyse-versie", &args), k.t(wat))
}

fn anders(k: &Kader, of: &Verschil) -> Anders {
    let kop = match (of.nr, of.deel) {
        (0, _) => k.t("analyse-verschil-kop"),
        (_, Some(deel)) => k.t(&format!("analyse-deel-{}", deel.key())),
        (_, None) => k.t("analyse-verschil-afspraak"),
    };
    let aard = match of.aard {
        Aard::Nieuw => ("analyse-aard-nieuw", "groen"),
        Aard::Weg => ("analyse-aard-weg", "grijs"),
        Aard::Anders => ("analyse-aard-anders", ""),
    };
    let label = |veld: &str| match veld {
        "titel" => "analyse-veld-titel",
        "gebied" => "analyse-veld-gebied",
        "gedeeld" => "analyse-veld-gedeeld",
        "tekst" => "analyse-veld-tekst",
        "vindplaats" => "analyse-veld-vindplaats",
        "wat" => "analyse-veld-wat",
        "wie" => "analyse-veld-wie",
        "hoeveel" => "analyse-veld-hoeveel",
        "tot" => "analyse-veld-tot",
        "kijk" => "analyse-veld-kijk",
        _ => "analyse-veld-kwam",
    };
    Anders {
        kop,
        aard: (k.t(aard.0), aard.1),
        velden: of.velden.iter().map(|v| (k.t(label(v.veld)), v.stukken.clone())).collect(),
    }
}

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Probleemanalyse>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let number = |name| query.get(name).map(str::parse::<u32>).transpose().map_err(|_| Fout::Verzoek);
    let tussen = number("van")?.zip(number("tot")?);
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.analyse_versies(id, tussen)).await?;
    pagina(&AnalyseversiesPagina::new(k, &beeld))
}
