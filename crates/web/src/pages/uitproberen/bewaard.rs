//! A choice that was kept: as it was, at an address that other things can point at.

use axum::response::{IntoResponse, Redirect, Response};
use register::beeld::ScenarioBeeld;
use simulatie::scenario::Scenario as Keuze;
use stelsel::Id;
use stelsel::scenario::Scenario;

use super::bestand::geef;
use super::uitkomst::{Plek, UitkomstPagina, Vorm};
use crate::adres::{Bestand, Pad};
use crate::bezoek::{Bezoek, Formulier, Uit, Vraag, buiten, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::proef::Bewaarvorm;

/// What was kept, read back.
async fn lees(beeld: ScenarioBeeld) -> Result<(ScenarioBeeld, Bewaarvorm), Fout> {
    buiten(move || {
        let outcome = serde_json::from_str(&beeld.uitkomst)
            .map_err(|fault| Fout::Cijfers(format!("a kept outcome cannot be read: {fault}")))?;
        Ok((beeld, outcome))
    })
    .await
}

pub(super) fn pagina_van(k: Kader, beeld: &ScenarioBeeld, outcome: &Bewaarvorm) -> UitkomstPagina {
    let regel = &beeld.regel;
    let wie = if regel.wie.is_empty() { k.t("iemand") } else { regel.wie.clone() };
    let args = [("wie", wie.into()), ("dag", k.moment(regel.wanneer).into())];
    // A later version of the program may not read the file any more; the outcome stands as it was.
    let scenario = Keuze::read(&beeld.toml).ok();
    let again = Pad::UitproberenNieuw.met(&[("van", Some(&regel.id.to_string()))]);
    let weghalen = Vorm::Weghalen { naar: Pad::Scenario(regel.id).to_string() };
    let plek = Plek {
        titel: regel.naam.to_string(),
        feiten: vec![k.tx("up-bewaard-door", &args)],
        waarom: regel.waarom.to_string(),
        melding: beeld.weg.map(|when| k.t1("up-weggehaald", "dag", k.moment(when))),
        bestand: &|bestand| Pad::ScenarioBestand(regel.id, bestand),
        opnieuw: beeld.probeert.then_some(again),
        vorm: (beeld.probeert && beeld.weg.is_none()).then_some(weghalen),
    };
    UitkomstPagina::new(k, outcome, scenario.as_ref(), plek)
}

pub(crate) async fn bewaard(bezoek: Bezoek, Uit(id): Uit<Id<Scenario>>) -> Result<Response, Fout> {
    let (k, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.scenario(id)).await?;
    let (beeld, outcome) = lees(beeld).await?;
    pagina(&pagina_van(k, &beeld, &outcome))
}

/// Something of it to take away.
pub(crate) async fn haal(
    bezoek: Bezoek,
    Uit((id, bestand)): Uit<(Id<Scenario>, Bestand)>,
    Vraag(query): Vraag,
) -> Result<Response, Fout> {
    let (_, beeld) = bezoek.kijk(id.to_string(), move |lezing| lezing.scenario(id)).await?;
    let (beeld, outcome) = lees(beeld).await?;
    geef(bestand, &outcome, &beeld.toml, query.get("maat"))
}

/// Takes it away: marked, and still found by its address.
pub(crate) async fn haal_weg(
    bezoek: Bezoek,
    Uit(id): Uit<Id<Scenario>>,
    Formulier(form): Formulier,
) -> Result<Response, Fout> {
    if form.get("doe") != Some("weg") {
        bezoek.doe(|register, wie| register.try_choice(wie, "bewaard")).await?;
        return Err(Fout::Verzoek);
    }
    bezoek.doe(move |register, wie| register.take_scenario_away(wie, id)).await?;
    Ok(Redirect::to(&Pad::Uitproberen.to_string()).into_response())
}
