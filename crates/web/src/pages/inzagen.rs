//! Who looked at a family: everything people did with its data, by day, in plain words.

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use register::beeld::{Inzage, InzagenBeeld};
use stelsel::klok::dutch_zone;
use stelsel::{Gezin, Id, Rol};

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Uit, Vraag, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::gezin::doel;
use crate::tekst::TEKSTEN;
use crate::woorden;

/// The page.
#[derive(Template)]
#[template(path = "inzagen.html")]
pub(crate) struct InzagenPagina {
    k: Kader,
    titel: String,
    naar_gezin: String,
    gezin: String,
    dagen: Vec<(String, Vec<Regel>)>,
    verder: Option<String>,
    begin: Option<String>,
}

/// What someone did on a day.
struct Regel {
    /// Who, in which role.
    wie: String,
    /// What they did with which part, and why.
    wat: String,
    wanneer: String,
}

impl InzagenPagina {
    pub(crate) fn new(k: Kader, id: Id<Gezin>, beeld: InzagenBeeld, before: Option<Date>) -> Self {
        let own = k.wie.as_ref().is_some_and(|wie| wie.rol == Rol::Gezinslid);
        let naar = |day: Date| Pad::Inzagen(id).met(&[("voor", Some(&day.to_string()))]);
        Self {
            titel: if own { k.t("inzagen-eigen") } else { k.t1("inzagen-titel", "naam", &beeld.naam) },
            naar_gezin: Pad::Gezin(id).to_string(),
            gezin: k.t1("gezin-titel", "naam", beeld.naam),
            dagen: beeld
                .dagen
                .iter()
                .map(|(dag, lines)| (k.datum(*dag), lines.iter().map(|line| regel(&k, line)).collect()))
                .collect(),
            verder: beeld.verder.map(naar),
            begin: before.map(|_| Pad::Inzagen(id).to_string()),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(k: &Kader, nasty: &str) -> Self {
        let (id, beeld) = crate::monster::toezicht::inzagen(nasty);
        Self::new(k.clone(), id, beeld, Some(crate::monster::STAND))
    }

    #[cfg(test)]
    pub(crate) fn sample_leeg(k: &Kader, nasty: &str) -> Self {
        let (id, beeld) = crate::monster::toezicht::inzagen(nasty);
        Self::new(k.clone(), id, InzagenBeeld { dagen: Vec::new(), verder: None, ..beeld }, None)
    }
}

fn regel(k: &Kader, line: &Inzage) -> Regel {
    let rol = Rol::from_key(&line.rol).map_or_else(|| line.rol.clone(), |rol| k.rol(rol));
    let wie = match &line.wie {
        Some(naam) => k.tx("inzage-wie", &[("naam", naam.into()), ("rol", rol.into())]),
        None => k.t1("inzage-functie", "rol", rol),
    };
    let deel =
        woorden::in_woorden(k, "onderdeel", &line.onderdeel).unwrap_or_else(|| k.t("onderdeel-bericht"));
    let args = [("deel", deel.into()), ("doel", doel(k, &line.doel).into())];
    let wat = match line.handeling.as_str() {
        "inzien" => k.tx("inzage-zag", &args),
        "besluiten" => k.tx("inzage-besloot", &args),
        "regelen" => k.tx("inzage-regelde", &args),
        "versturen" => k.tx("inzage-verstuurde", &args),
        _ => k.tx("inzage-gebruikte", &args),
    };
    let ground = format!("relatie-{}-waarom", line.grond);
    let ground = TEKSTEN.has(&ground).then(|| k.t(&ground));
    let clock = |moment: jiff::Timestamp| {
        let local = moment.to_zoned(dutch_zone());
        format!("{:02}:{:02}", local.hour(), local.minute())
    };
    let (van, tot) = (clock(line.eerste), clock(line.laatste));
    let wanneer = if line.keer == 1 {
        k.t1("inzage-eens", "tijd", van)
    } else if van == tot {
        k.tx("inzage-tegelijk", &[("n", line.keer.into()), ("tijd", van.into())])
    } else {
        let times = [("n", line.keer.into()), ("van", van.into()), ("tot", tot.into())];
        k.tx("inzage-vaker", &times)
    };
    Regel { wie, wat: ground.map_or(wat.clone(), |ground| format!("{wat} {ground}")), wanneer }
}

pub(crate) async fn toon(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Gezin>>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let before: Option<Date> = query.get("voor").map(str::parse).transpose().map_err(|_| Fout::Verzoek)?;
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.inzagen(id, before)).await?;
    pagina(&InzagenPagina::new(k, id, beeld, before))
}
