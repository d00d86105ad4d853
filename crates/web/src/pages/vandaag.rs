//! The first page of who works with families: the families that one is near to, and what each of them expects. No queue, no counts.

use askama::Template;
use axum::response::Response;
use register::beeld::{Draad, VandaagBeeld, VandaagGezin, Verwachting, VoorTeam};
use stelsel::toegang::Relatie;
use stelsel::{Gezin, Id, Onderdeel};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, pagina};
use crate::fout::Fout;
use crate::kader::Kader;

/// The page.
#[derive(Template)]
#[template(path = "vandaag.html")]
pub(crate) struct VandaagPagina {
    k: Kader,
    titel: String,
    weg: Option<String>,
    /// Families that expect something.
    gezinnen: Vec<Kaart>,
    /// The other families one is near to: address and name.
    rustig: Vec<(String, String)>,
    vervangt: Vec<Kaart>,
    team: Vec<(String, String)>,
    meer: Vec<(String, String)>,
    alle: String,
    account: String,
}

/// A family.
struct Kaart {
    naar: String,
    naam: String,
    wat: String,
    verwacht: Vec<Punt>,
}

/// Something that is expected.
struct Punt {
    zin: String,
    naar: String,
    link: String,
    nieuw: bool,
}

fn punt(k: &Kader, gezin: Id<Gezin>, what: &Verwachting) -> Punt {
    let at = |key: &str, args: &[(&str, crate::tekst::Waarde)], naar: String, link: &str, nieuw| Punt {
        zin: k.tx(key, args),
        naar,
        link: k.t(link),
        nieuw,
    };
    match what {
        Verwachting::Bericht { van, draad, sinds, nieuw } => {
            let args = [("van", van.as_str().into()), ("dag", k.moment(*sinds).into())];
            let key = if *draad == Draad::Gezin { "vandaag-bericht" } else { "vandaag-bericht-eigen" };
            at(key, &args, Pad::Post(gezin).met(&[("draad", Some(&draad.word()))]), "vandaag-lees", *nieuw)
        }
        Verwachting::Correctie { sinds } => {
            let naar = format!("{}#correcties", Pad::Gezin(gezin));
            at("vandaag-correctie", &[("dag", k.moment(*sinds).into())], naar, "vandaag-kijk", false)
        }
        Verwachting::Concept(id, dag) => {
            let naar = Pad::GoedGesprek(gezin, *id).to_string();
            at("vandaag-concept", &[("dag", k.datum(*dag).into())], naar, "vandaag-verder", false)
        }
        Verwachting::Klok(klok, over) => {
            let zin = super::plan::delen::klok_zin(k, klok, over);
            Punt { zin, naar: Pad::Plan(gezin).to_string(), link: k.t("vandaag-kijk"), nieuw: false }
        }
        Verwachting::Verwijzing(id, van, sinds) => {
            let args = [("van", van.as_str().into()), ("dag", k.moment(*sinds).into())];
            at("vandaag-verwijzing", &args, Pad::Verwijzing(*id).to_string(), "vandaag-kijk", false)
        }
        Verwachting::Verzoek(id, van, dag) => {
            let args = [("van", van.as_str().into()), ("dag", k.datum(*dag).into())];
            at("vandaag-verzoek", &args, Pad::Verzoek(*id).to_string(), "vandaag-kijk", false)
        }
    }
}

fn kaart(k: &Kader, one: &VandaagGezin) -> Kaart {
    let wat = match (&one.voor, one.relatie) {
        (Some(voor), _) => k.t1("vandaag-je-vervangt", "naam", voor.as_str()),
        (None, Relatie::Regisseur) => k.t("vandaag-regisseur"),
        (None, Relatie::Vervanger) => k.t("vandaag-vervanger"),
        (None, _) => k.t("vandaag-team"),
    };
    Kaart {
        naar: Pad::Gezin(one.id).to_string(),
        naam: k.t1("gezin-titel", "naam", one.naam.as_str()),
        wat,
        verwacht: one.verwacht.iter().map(|what| punt(k, one.id, what)).collect(),
    }
}

fn voor_team(k: &Kader, what: &VoorTeam) -> (String, String) {
    match what {
        VoorTeam::Verwijzing(id, kind, van, sinds) => {
            let args = [
                ("kind", kind.as_str().into()),
                ("van", van.as_str().into()),
                ("dag", k.moment(*sinds).into()),
            ];
            (Pad::Verwijzing(*id).to_string(), k.tx("vandaag-team-verwijzing", &args))
        }
        VoorTeam::Verzoek(id, kind, van, dag) => {
            let args =
                [("kind", kind.as_str().into()), ("van", van.as_str().into()), ("dag", k.datum(*dag).into())];
            (Pad::Verzoek(*id).to_string(), k.tx("vandaag-team-verzoek", &args))
        }
    }
}

impl VandaagPagina {
    pub(crate) fn new(k: Kader, beeld: &VandaagBeeld) -> Self {
        let naam = k.wie.as_ref().map_or_else(String::new, |wie| wie.naam.clone());
        let first = naam.split(' ').next().unwrap_or_default().to_owned();
        let (druk, rustig): (Vec<_>, Vec<_>) =
            beeld.gezinnen.iter().partition(|one| !one.verwacht.is_empty());
        let meer = [(Pad::Verwijzingen, "menu-verwijzingen"), (Pad::Verzoeken, "menu-verzoeken")];
        Self {
            titel: k.t1("ons-dag", "naam", first),
            weg: beeld.afwezig.as_ref().map(|away| {
                let args = [
                    ("van", k.begin(away.van).into()),
                    ("tot", k.einde(away.tot).into()),
                    ("naam", away.vervanger.as_str().into()),
                ];
                k.tx("vandaag-weg", &args)
            }),
            gezinnen: druk.into_iter().map(|one| kaart(&k, one)).collect(),
            rustig: rustig
                .into_iter()
                .map(|one| (Pad::Gezin(one.id).to_string(), k.t1("gezin-titel", "naam", one.naam.as_str())))
                .collect(),
            vervangt: beeld.vervangt.iter().map(|one| kaart(&k, one)).collect(),
            team: beeld.team.iter().map(|what| voor_team(&k, what)).collect(),
            meer: if beeld.meer {
                meer.into_iter().map(|(pad, key)| (pad.to_string(), k.t(key))).collect()
            } else {
                Vec::new()
            },
            alle: Pad::Gezinnen.to_string(),
            account: Pad::MijnAccount.to_string(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let empty = VandaagBeeld {
            gezinnen: Vec::new(),
            vervangt: Vec::new(),
            team: Vec::new(),
            meer: false,
            afwezig: None,
        };
        vec![
            ("vol", Self::new(k.clone(), &crate::monster::deur::vandaag(nasty))),
            ("leeg", Self::new(k.clone(), &empty)),
        ]
    }
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    let (k, beeld) =
        bezoek.kijk(String::from("eigen"), |lezing: &mut register::Lezing<'_>| lezing.vandaag()).await?;
    debug_assert_eq!(k.hier, Some(Onderdeel::Vandaag));
    pagina(&VandaagPagina::new(k, &beeld))
}
