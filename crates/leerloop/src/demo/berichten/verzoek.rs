//! Requests and the answers to them that are no allocation: JW315, JW317 and JW319.

use ijw::basis::{
    AgbCode, Budget, BurgerServicenummer, Gemeente, JaNee, NaamVerwijzer, Nummer, Omvang, Product,
    ProductCategorie, ProductCode, RedenAfwijzingVerzoek, RedenVerzoek, ReferentieTekst, TypeVerwijzer,
    Verwijzer, VerzoekAntwoord,
};
use ijw::{Ongeldig, jw315, jw317, jw319};

use super::{Client, Kop, born, product, sex, short_name, size, xsd};
use crate::demo::getal::Dag;
use crate::demo::regio;
use crate::demo::toewijzing::Toewijzing;
use crate::demo::verzoek::{Besluit, Verwezen};

/// A JW315: care that the provider asks an allocation for.
pub(in crate::demo) fn jw315(
    kop: &Kop<'_>,
    client: &Client,
    gevraagd: &Toewijzing,
    referentie: &str,
    verwezen: &Verwezen,
) -> Result<ijw::Bericht, Ongeldig> {
    let header = jw315::Header {
        afzender: AgbCode::new(kop.agb)?,
        ontvanger: Gemeente::new(kop.gemeente)?,
        bericht_identificatie: kop.identification()?,
        xsd_versie: xsd()?,
    };
    let line = jw315::AangevraagdProduct {
        referentie_aanbieder: ReferentieTekst::new(referentie)?,
        beschikking_nummer: None,
        product: Some(product(gevraagd)?),
        beschikking_ingangsdatum: None,
        toewijzing_ingangsdatum: gevraagd.plan.ingang.date(),
        toewijzing_einddatum: gevraagd.plan.einde.map(Dag::date),
        omvang: asked_size(gevraagd)?,
        budget: asked_budget(gevraagd)?,
        verwijzer: Verwijzer {
            soort: TypeVerwijzer::parse(verwezen.soort)?,
            naam: verwezen.naam.as_deref().map(NaamVerwijzer::new).transpose()?,
            zorgverlener_code: verwezen.agb.as_deref().map(AgbCode::new).transpose()?,
        },
        raamcontract: Some(const { JaNee::constant("1") }),
        commentaar: None,
    };
    let person = jw315::Client {
        bsn: BurgerServicenummer::new(&client.bsn)?,
        geboortedatum: born(client.mens.geboren),
        geslacht: sex(client.mens.man),
        naam: short_name(&client.mens)?,
        gezagsdrager_bekend: Some(const { JaNee::constant("1") }),
        commentaar: None,
        aangevraagde_producten: vec![line],
    };
    Ok(jw315::Bericht { header, client: person }.into())
}

fn asked_size(t: &Toewijzing) -> Result<Option<Omvang>, Ongeldig> {
    match (t.plan.budget, t.product()) {
        (None, Some(product)) => size(product, t.plan.volume).map(Some),
        _ => Ok(None),
    }
}

fn asked_budget(t: &Toewijzing) -> Result<Option<Budget>, Ongeldig> {
    t.plan.budget.map(|cents| Budget::new(u64::from(cents))).transpose()
}

/// What a provider would like to have changed: an allocation as it should become, and what should come beside it.
#[derive(Clone, Copy, Debug)]
pub(in crate::demo) struct Wens<'a> {
    /// The allocation as it should become, from a day on.
    pub(in crate::demo) gewijzigd: (&'a Toewijzing, Dag),
    /// Another product that should come after it.
    pub(in crate::demo) nieuw: Option<(&'a regio::Product, u32, Dag, Option<Dag>)>,
    /// Whether the child changed, or the plan.
    pub(in crate::demo) reden: &'static str,
}

/// A JW317: one allocation is to change, the others of this youth at this provider stay as they are.
pub(in crate::demo) fn jw317(
    kop: &Kop<'_>,
    bsn: &str,
    referentie: &str,
    wens: &Wens<'_>,
    rest: &[&Toewijzing],
) -> Result<ijw::Bericht, Ongeldig> {
    let header = jw317::Header {
        afzender: AgbCode::new(kop.agb)?,
        ontvanger: Gemeente::new(kop.gemeente)?,
        bericht_identificatie: kop.identification()?,
        xsd_versie: xsd()?,
    };
    let number = |t: &Toewijzing| Nummer::new(u64::from(t.stand.nummer));
    let same = rest
        .iter()
        .map(|t| Ok(jw317::OngewijzigdProduct { toewijzing_nummer: number(t)? }))
        .collect::<Result<Vec<_>, Ongeldig>>()?;
    let (t, from) = wens.gewijzigd;
    let changed = jw317::TeWijzigenProduct {
        toewijzing_nummer: number(t)?,
        gewenste_ingangsdatum: from.date(),
        einddatum: t.plan.einde.map(Dag::date),
        omvang: asked_size(t)?,
        budget: asked_budget(t)?,
    };
    let new = wens
        .nieuw
        .map(|(product, volume, from, until)| {
            Ok(jw317::NieuwProduct {
                product: Some(Product {
                    categorie: ProductCategorie::parse(product.categorie)?,
                    code: Some(ProductCode::new(product.code)?),
                }),
                gewenste_ingangsdatum: from.date(),
                einddatum: until.map(Dag::date),
                omvang: Some(size(product, volume)?),
                budget: None,
            })
        })
        .transpose()?;
    let verzoek = jw317::Verzoek {
        referentie_aanbieder: ReferentieTekst::new(referentie)?,
        reden_verzoek: RedenVerzoek::parse(wens.reden)?,
        ongewijzigde_producten: (!same.is_empty()).then_some(same),
        te_wijzigen_producten: Some(vec![changed]),
        nieuwe_producten: new.map(|line| vec![line]),
    };
    let client = jw317::Client { bsn: BurgerServicenummer::new(bsn)?, verzoek };
    Ok(jw317::Bericht { header, client }.into())
}

/// A JW319: the request is refused or looked into.
pub(in crate::demo) fn jw319(
    kop: &Kop<'_>,
    referentie: &str,
    besluit: Besluit,
) -> Result<ijw::Bericht, Ongeldig> {
    let header = jw319::Header {
        afzender: Gemeente::new(kop.gemeente)?,
        ontvanger: AgbCode::new(kop.agb)?,
        bericht_identificatie: kop.identification()?,
        xsd_versie: xsd()?,
    };
    let (answer, reason, elsewhere) = match besluit {
        Besluit::Onderzoek => ("2", None, None),
        Besluit::Afgewezen(reason) => ("1", Some(reason), None),
        Besluit::Elders(gemeente) => ("1", Some("8"), regio::gemeenten().get(usize::from(gemeente))),
    };
    let antwoord = jw319::Antwoord {
        referentie_aanbieder: ReferentieTekst::new(referentie)?,
        verzoek_antwoord: VerzoekAntwoord::parse(answer)?,
        reden_afwijzing_verzoek: reason.map(RedenAfwijzingVerzoek::parse).transpose()?,
        woonplaatsbeginsel: elsewhere
            .map(|g| Ok(jw319::Woonplaatsbeginsel { gemeente: Gemeente::new(g.code)? }))
            .transpose()?,
    };
    Ok(jw319::Bericht { header, antwoord }.into())
}
