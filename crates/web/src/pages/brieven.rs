//! Letters about a family: those that were made, and a new one, of which the words are changed before it is made.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::{Brief, BriefRegel, BrievenBeeld, Gedaan, NieuweBrief};
use stelsel::brief::Briefsoort;
use stelsel::klok::dutch_day;
use stelsel::{Gezin, Id, Onderdeel, Rol};

use crate::adres::{Pad, Sleutel};
use crate::bezoek::{Bezoek, Formulier, Paren, Uit, Vraag, buiten, pagina, pagina_met};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::papier::brief::document;
use crate::papier::download;
use crate::papier::ontwerp::{Keus, keuzes, ontwerp};
use crate::taal::Taal;

mod invoer;

use invoer::{BriefVorm, Getypt};

/// The page.
#[derive(Template)]
#[template(path = "brieven.html")]
pub(crate) struct BrievenPagina {
    k: Kader,
    titel: String,
    terug: String,
    hier: String,
    intro: String,
    melding: Option<(bool, String)>,
    brieven: Vec<Regel>,
    keuzes: Vec<Keuze>,
    vorm: Option<BriefVorm>,
}

/// A letter that was made.
struct Regel {
    naar: String,
    onderwerp: String,
    soort: String,
    meer: String,
}

/// A letter that can be made.
struct Keuze {
    tekst: String,
    naar: String,
    /// The same in the other language of the program: its address and tag.
    anders: String,
}

impl BrievenPagina {
    fn new(k: Kader, beeld: &BrievenBeeld, vorm: Option<BriefVorm>, melding: Option<(bool, String)>) -> Self {
        let hier = Pad::Brieven(beeld.beeld.gezin.id);
        let own = k.wie.as_ref().is_some_and(|wie| wie.rol == Rol::Gezinslid);
        let keuzes = if beeld.schrijft { keuzes(&k, beeld) } else { Vec::new() };
        Self {
            titel: k.t1("papier-titel", "naam", beeld.beeld.gezin.naam.as_str()),
            terug: Pad::Gezin(beeld.beeld.gezin.id).to_string(),
            hier: hier.to_string(),
            intro: k.t(if own { "papier-intro-eigen" } else { "papier-intro" }),
            melding,
            brieven: beeld.brieven.iter().map(|brief| regel(&k, brief)).collect(),
            keuzes: keuzes
                .into_iter()
                .map(|(tekst, keus)| Keuze {
                    tekst,
                    naar: naar(hier, &Keus { taal: Taal::Nl, ..keus }),
                    anders: naar(hier, &Keus { taal: Taal::En, ..keus }),
                })
                .collect(),
            vorm,
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(String, Self)> {
        use crate::monster::brieven::beeld;
        let full = beeld(nasty, true);
        let page = |beeld: &BrievenBeeld, vorm| Self::new(k.clone(), beeld, vorm, None);
        let mut out = vec![
            ("brieven".to_owned(), page(&full, None)),
            ("brieven-eigen".to_owned(), page(&beeld(nasty, false), None)),
        ];
        for (nr, (_, keus)) in keuzes(k, &full).into_iter().enumerate() {
            let begin = ontwerp(&full, &keus, "Samira Bouali", crate::monster::STAND).unwrap();
            let typed = Getypt::of(&keus, &begin, &full);
            out.push((
                format!("brieven-nieuw-{nr}"),
                page(&full, Some(BriefVorm::new(k, &typed, String::new()))),
            ));
        }
        let (_, keus) = keuzes(k, &full).into_iter().rfind(|(_, keus)| keus.persoon.is_some()).unwrap();
        let begin = ontwerp(&full, &keus, "Samira Bouali", crate::monster::STAND).unwrap();
        let mut wrong = Getypt { adres: String::new(), ..Getypt::of(&keus, &begin, &full) };
        wrong.fouten = wrong.keur(k);
        let melding = Some((false, k.t("papier-kijk-na")));
        let vorm = Some(BriefVorm::new(k, &wrong, "ع".to_owned()));
        out.push(("brieven-mis".to_owned(), Self::new(k.clone(), &full, vorm, melding)));
        out
    }
}

fn naar(hier: Pad, keus: &Keus) -> String {
    let about = keus.toewijzing.map(|(gemeente, nummer)| format!("{gemeente}/{nummer}"));
    let persoon = keus.persoon.map(|id| id.to_string());
    let query = [
        ("soort", Some(keus.soort.key())),
        ("over", about.as_deref()),
        ("persoon", persoon.as_deref()),
        ("taal", Some(keus.taal.tag())),
    ];
    format!("{}#brief", hier.met(&query))
}

fn regel(k: &Kader, brief: &BriefRegel) -> Regel {
    let args = [("aan", brief.aan.as_str().into()), ("moment", k.moment(brief.gemaakt).into())];
    let by = (!brief.door.is_empty()).then(|| k.t1("papier-regel-door", "wie", brief.door.as_str()));
    let more = [k.tx("papier-regel", &args)].into_iter().chain(by);
    Regel {
        naar: Pad::Brief(brief.id).to_string(),
        onderwerp: brief.onderwerp.clone(),
        soort: k.t(&format!("papier-soort-{}", brief.soort.key())),
        meer: more.collect::<Vec<_>>().join(" · "),
    }
}

/// Which letter the address asks for.
fn keus(query: &Paren) -> Option<Keus> {
    Some(Keus {
        soort: Briefsoort::from_key(query.get("soort")?)?,
        taal: query.get("taal").and_then(Taal::from_tag).unwrap_or_default(),
        toewijzing: query.get("over").and_then(Sleutel::lees),
        persoon: query.get("persoon").and_then(Sleutel::lees),
    })
}

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let (wie, today) = (bezoek.wie().naam.clone(), bezoek.vandaag());
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.brieven(id)).await?;
    let begin = keus(&query).filter(|_| beeld.schrijft);
    let begin = begin.and_then(|keus| Some((keus, ontwerp(&beeld, &keus, &wie, today)?)));
    let vorm =
        begin.map(|(keus, begin)| BriefVorm::new(&k, &Getypt::of(&keus, &begin, &beeld), String::new()));
    let done = query.get("gedaan").map(|_| (true, k.t("papier-gemaakt")));
    pagina(&BrievenPagina::new(k, &beeld, vorm, done))
}

/// Makes a letter, or shows how it would look.
pub(crate) async fn maak(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    if !bezoek.wie().decides() {
        // Who only reads letters makes none, and that it was tried is written down.
        return bezoek.doe(move |r, who| Err(r.refuse(who, Onderdeel::Brieven, &id.to_string()))).await;
    }
    let sleutel = form.get("sleutel").ok_or(Fout::Verzoek)?.to_owned();
    let looks = match form.get("doe") {
        Some("maak") => false,
        Some("bekijk") => true,
        _ => return Err(Fout::Verzoek),
    };
    let mut typed = Getypt::lees(&form).ok_or(Fout::Verzoek)?;
    typed.fouten = typed.keur(&Kader::kaal(bezoek.taal()));
    let missing: String = papier::missing(&typed.all()).into_iter().collect();
    let told = missing.is_empty() || form.get("letters") == Some(missing.as_str());
    if !typed.fouten.is_empty() || !(looks || told) {
        return terug(bezoek, id, typed, missing).await;
    }
    let (wie, now) = (bezoek.wie().naam.clone(), bezoek.staat().toestand.klok.now());
    let beeld = bezoek
        .doe(move |r, who| r.look(who, Onderdeel::Brieven, &id.to_string(), |lezing| lezing.brieven(id)))
        .await?;
    let inhoud = typed.inhoud();
    let pdf = buiten(move || Ok(document(&inhoud, &beeld, &wie, now).pdf()?)).await?;
    if looks {
        return Ok(download(pdf, typed.soort.key(), dutch_day(now)));
    }
    let brief = NieuweBrief {
        gezin: id,
        persoon: typed.persoon,
        aan: typed.aan,
        soort: typed.soort,
        taal: typed.taal.tag().to_owned(),
        adres: typed.adres,
        onderwerp: typed.onderwerp,
        tekst: typed.tekst,
        toestemming: typed.toestemming,
        telefoon: typed.telefoon,
        pdf,
    };
    let Gedaan::Opgeslagen(..) = bezoek.doe(move |r, who| r.make_letter(who, brief, &sleutel)).await? else {
        return Err(Fout::Verzoek);
    };
    Ok(Redirect::to(&Pad::Brieven(id).met(&[("gedaan", Some("ja"))])).into_response())
}

/// The form once more, with everything that was typed and what is wrong with it.
async fn terug(bezoek: Bezoek, id: Id<Gezin>, typed: Getypt, missing: String) -> Result<Response, Fout> {
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.brieven(id)).await?;
    let melding = if typed.fouten.is_empty() {
        k.t1("papier-letters", "letters", missing.as_str())
    } else {
        k.t("papier-kijk-na")
    };
    let vorm = BriefVorm::new(&k, &typed, missing);
    pagina_met(StatusCode::BAD_REQUEST, &BrievenPagina::new(k, &beeld, Some(vorm), Some((false, melding))))
}

/// A letter as it was made.
pub(crate) async fn haal(bezoek: Bezoek, Uit(id): Uit<Id<Brief>>) -> Result<Response, Fout> {
    let (_, brief) = bezoek.kijk(id.to_string(), move |lezing| lezing.brief(id)).await?;
    Ok(download(brief.pdf, brief.soort.key(), dutch_day(brief.gemaakt)))
}
