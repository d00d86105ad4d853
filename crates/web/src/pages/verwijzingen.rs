//! Referrals: for the team those of its neighbourhood, for a referrer the own ones. Not a queue: each says who is at it.

use askama::Template;
use axum::response::Response;
use register::beeld::{VerwijzingRegel, VerwijzingenBeeld, ViaAanbieder};
use stelsel::verwijzing::VerwijzingStand;

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Vraag, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::woorden::in_woorden;

/// The page.
#[derive(Template)]
#[template(path = "verwijzingen.html")]
pub(crate) struct VerwijzingenPagina {
    k: Kader,
    verwijzer: bool,
    verstuurd: bool,
    nieuw: String,
    afspraken: String,
    open: Vec<Rij>,
    beantwoord: Vec<Rij>,
    via: Vec<Via>,
}

/// A referral.
struct Rij {
    naar: String,
    kind: String,
    wie: String,
    stand: String,
    klasse: &'static str,
    zin: String,
}

/// A request of a provider.
struct Via {
    naar: String,
    kind: String,
    zin: String,
    stand: String,
}

/// How a referral stands, in a sentence for who reads it.
pub(crate) fn zin(k: &Kader, r: &VerwijzingRegel, verwijzer: bool) -> String {
    let who = r.opgepakt_door.clone().unwrap_or_else(|| k.t("ons-het-wijkteam"));
    match (r.stand, r.opgepakt, &r.antwoord) {
        (VerwijzingStand::Ontvangen, ..) => k.t1(
            if verwijzer { "verwijzing-wacht-jij" } else { "verwijzing-wacht" },
            "n",
            r.dagen.unwrap_or(0),
        ),
        (VerwijzingStand::Opgepakt, Some(at), _) => {
            let args =
                [("wie", who.into()), ("dag", k.moment(at).into()), ("n", r.dagen.unwrap_or(0).into())];
            k.tx("verwijzing-opgepakt-door", &args)
        }
        (VerwijzingStand::Beantwoord, _, Some((_, at))) => {
            let args = [("wie", who.into()), ("dag", k.moment(*at).into())];
            k.tx("verwijzing-beantwoord-door", &args)
        }
        _ => k.t(&format!("verwijzing-stand-{}", r.stand.key())),
    }
}

/// The colour of a state.
pub(crate) const fn klasse(stand: VerwijzingStand) -> &'static str {
    match stand {
        VerwijzingStand::Ontvangen => "warm",
        VerwijzingStand::Opgepakt => "",
        VerwijzingStand::Beantwoord => "groen",
    }
}

fn rij(k: &Kader, r: &VerwijzingRegel, verwijzer: bool) -> Rij {
    let soort = k.t(&format!("verwijzer-soort-{}", r.soort.key()));
    let args =
        [("van", r.van.as_str().into()), ("soort", soort.into()), ("dag", k.moment(r.geplaatst).into())];
    Rij {
        naar: Pad::Verwijzing(r.id).to_string(),
        kind: r.kind.clone(),
        wie: k.tx(if verwijzer { "verwijzing-verstuurd-op" } else { "verwijzing-van" }, &args),
        stand: k.t(&format!("verwijzing-stand-{}", r.stand.key())),
        klasse: klasse(r.stand),
        zin: zin(k, r, verwijzer),
    }
}

fn via(k: &Kader, v: &ViaAanbieder) -> Via {
    let wie = in_woorden(k, "verwijzer", &v.verwijzer).unwrap_or_else(|| v.verwijzer.clone());
    let args =
        [("aanbieder", v.aanbieder.as_str().into()), ("wie", wie.into()), ("dag", k.datum(v.dag).into())];
    Via {
        naar: Pad::Verzoek(v.id).to_string(),
        kind: v.kind.clone(),
        zin: k.tx("verwijzing-via-zin", &args),
        stand: k.t(v.stand.key()),
    }
}

impl VerwijzingenPagina {
    pub(crate) fn new(k: Kader, beeld: &VerwijzingenBeeld, verstuurd: bool) -> Self {
        let verwijzer = beeld.verwijzer;
        Self {
            verwijzer,
            verstuurd,
            nieuw: Pad::VerwijzingNieuw.to_string(),
            afspraken: Pad::Verwijsafspraken.to_string(),
            open: beeld.verwijzingen.iter().map(|r| rij(&k, r, verwijzer)).collect(),
            beantwoord: beeld.beantwoord.iter().map(|r| rij(&k, r, verwijzer)).collect(),
            via: beeld.via_aanbieder.iter().map(|v| via(&k, v)).collect(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        use crate::monster::deur::verwijzingen;
        let empty = VerwijzingenBeeld {
            verwijzingen: Vec::new(),
            beantwoord: Vec::new(),
            via_aanbieder: Vec::new(),
            verwijzer: false,
        };
        vec![
            ("team", Self::new(k.clone(), &verwijzingen(nasty, false), false)),
            ("verwijzer", Self::new(k.clone(), &verwijzingen(nasty, true), true)),
            ("leeg", Self::new(k.clone(), &empty, false)),
        ]
    }
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let sent = query.get("verstuurd").is_some();
    let (k, beeld) =
        bezoek.kijk(String::from("lijst"), |lezing: &mut register::Lezing<'_>| lezing.verwijzingen()).await?;
    pagina(&VerwijzingenPagina::new(k, &beeld, sent))
}
