//! The JW325: the answer to a declaration.

use std::collections::HashMap;

use super::{Stempel, TECHNISCH};
use crate::basis::{
    BerichtIdentificatie, IdentificatieDeclaratie, RetourCode, TotaalBedrag, TotaalBedragMetDc,
};
use crate::beoordeling::{Beoordeling, GEHEEL_TOEGEKEND, IN_ORDE, NIET_BEOORDEELD};
use crate::historie::{CREDIT, DEBET};
use crate::ongeldig::Ongeldig;
use crate::plaats::{Plaats, Rang};
use crate::{jw323, jw325};

/// Makes the JW325 on a JW323 of which this was found (IV087, IV088). There is exactly one for every JW323 that passed the
/// schema; it is no retour, and goes from the municipality to the provider.
///
/// A fault within the message: the header with 0001. A fault in the header: the header with its codes. A fault in the
/// declaration: nothing is granted. Otherwise what is granted is the total less the lines that are refused, of which a line
/// that takes back counts negative (TR342); only the refused lines come back, and of a refused client all of them, not
/// judged (0233).
///
/// # Errors
///
/// When a total does not fit its type, which takes more than ten thousand lines of the largest amount.
pub fn declaratie_antwoord(
    bericht: &jw323::Bericht,
    beoordeling: &Beoordeling,
    stempel: Stempel,
) -> Result<jw325::Bericht, Ongeldig> {
    let codes = beoordeling.codes_per_plaats();
    let technisch = !beoordeling.inhoud.is_empty();
    let geweigerd = if technisch { Some(vec![TECHNISCH]) } else { codes.get(&Plaats::Header).cloned() };
    let declaratie_antwoord =
        if geweigerd.is_some() { None } else { Some(inhoud(&bericht.declaratie, &codes)?) };
    let kop = &bericht.header;
    let header = jw325::Header {
        afzender: kop.ontvanger.clone(),
        ontvanger: kop.afzender.clone(),
        bericht_identificatie: BerichtIdentificatie {
            identificatie: stempel.identificatie,
            dagtekening: stempel.dagtekening,
        },
        xsd_versie: stempel.xsd_versie,
        declaratie_identificatie: kop.bericht_identificatie.clone(),
        xslt_versie: stempel.xslt_versie.filter(|_| technisch),
        xsd_versie_declaratie: kop.xsd_versie.clone(),
        retour_codes: geweigerd.unwrap_or_else(|| vec![IN_ORDE]),
    };
    Ok(jw325::Bericht { header, declaratie_antwoord })
}

type Codes = HashMap<Plaats, Vec<RetourCode>>;

fn inhoud(declaratie: &jw323::Declaratie, codes: &Codes) -> Result<jw325::DeclaratieAntwoord, Ongeldig> {
    let totaal_ingediend_bedrag = declaratie.totaal_ingediend_bedrag.clone();
    let ingediend = waarde(totaal_ingediend_bedrag.totaal_bedrag.get(), totaal_ingediend_bedrag.debet_credit);
    let (retour_codes, toegekend, clienten) = if let Some(codes) = codes.get(&Plaats::Declaratie) {
        (codes.clone(), 0, Vec::new())
    } else {
        let clienten: Vec<jw325::Client> = Rang::elk(&declaratie.clienten)
            .filter_map(|(van, client)| afgewezen(van, client, codes))
            .collect();
        let afgewezen: i64 = clienten
            .iter()
            .flat_map(|client| &client.prestaties)
            .map(|regel| waarde(regel.ingediend_bedrag.bedrag.get(), regel.ingediend_bedrag.debet_credit))
            .sum();
        let code = if clienten.is_empty() { GEHEEL_TOEGEKEND } else { IN_ORDE };
        (vec![code], ingediend - afgewezen, clienten)
    };
    Ok(jw325::DeclaratieAntwoord {
        declaratie_nummer: IdentificatieDeclaratie::parse(declaratie.declaratie_nummer.as_str())?,
        totaal_ingediend_bedrag,
        totaal_toegekend_bedrag: totaal(toegekend)?,
        clienten: Some(clienten).filter(|clienten| !clienten.is_empty()),
        retour_codes,
    })
}

/// The client with the lines that are refused; none when nothing is.
fn afgewezen(van: Rang, client: &jw323::Client, codes: &Codes) -> Option<jw325::Client> {
    let eigen = codes.get(&Plaats::DeclaratieClient(van));
    let prestaties: Vec<jw325::Prestatie> = Rang::elk(&client.prestaties)
        .filter_map(|(rang, regel)| {
            let codes = match eigen {
                Some(_) => vec![NIET_BEOORDEELD],
                None => codes.get(&Plaats::Prestatie(van, rang))?.clone(),
            };
            Some(terug(regel, codes))
        })
        .collect();
    (!prestaties.is_empty()).then(|| jw325::Client {
        bsn: client.bsn.clone(),
        prestaties,
        retour_codes: eigen.cloned().unwrap_or_else(|| vec![IN_ORDE]),
    })
}

fn terug(regel: &jw323::Prestatie, retour_codes: Vec<RetourCode>) -> jw325::Prestatie {
    jw325::Prestatie {
        product_referentie: regel.product_referentie.clone(),
        toewijzing_nummer: regel.toewijzing_nummer,
        product_categorie: regel.product_categorie,
        product_code: regel.product_code.clone(),
        product_periode: regel.product_periode.clone(),
        geleverd_volume: regel.geleverd_volume,
        eenheid: regel.eenheid,
        product_tarief: regel.product_tarief,
        ingediend_bedrag: regel.ingediend_bedrag.clone(),
        retour_codes,
    }
}

/// An amount with its sign. The types of amounts end far below what this number holds.
fn waarde(bedrag: u64, teken: crate::basis::DebetCredit) -> i64 {
    let bedrag = i64::try_from(bedrag).unwrap_or(i64::MAX);
    if teken == CREDIT { -bedrag } else { bedrag }
}

/// A total with its sign beside it. Nothing is debit: a credit of nothing breaks CS325.
fn totaal(waarde: i64) -> Result<TotaalBedragMetDc, Ongeldig> {
    Ok(TotaalBedragMetDc {
        totaal_bedrag: TotaalBedrag::new(waarde.unsigned_abs())?,
        debet_credit: if waarde < 0 { CREDIT } else { DEBET },
    })
}
