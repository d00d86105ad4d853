//! JW315 and JW317: a provider asks for an allocation, or for a change of what runs.

use ijw::basis::{Product, ReferentieTekst};
use ijw::{jw301, jw315, jw317};
use jiff::civil::Date;
use stelsel::persoon::Persoon;
use stelsel::{Bsn, Id};

use super::antwoord::settle;
use super::gezin::{Client, birth_date, person, short_name};
use super::huishouden::touch;
use super::{Kennis, Kop};
use crate::Fout;
use crate::beeld::{Verzoek, VerzoekStand};
use crate::db::Verbinding;
use crate::schrijver::Beurt;

/// What is asked for, as it is looked up and listed.
struct Vraag<'a> {
    soort: i64,
    referentie: &'a ReferentieTekst,
    product: Option<&'a Product>,
    ingang: Option<Date>,
    eind: Option<Date>,
    verwijzer: Option<&'static str>,
}

pub(super) fn store_allocation(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    client: &jw315::Client,
) -> Result<Vec<Id<Persoon>>, Fout> {
    let who = Client {
        bsn: Bsn::parse(client.bsn.as_str())?,
        naam: Some(short_name(&client.naam)),
        geboren: birth_date(&client.geboortedatum),
    };
    let questions = client.aangevraagde_producten.iter().map(|product| Vraag {
        soort: 315,
        referentie: &product.referentie_aanbieder,
        product: product.product.as_ref(),
        ingang: Some(product.toewijzing_ingangsdatum),
        eind: product.toewijzing_einddatum,
        verwijzer: Some(product.verwijzer.soort.code()),
    });
    store(beurt, kennis, kop, &who, questions)
}

pub(super) fn store_change(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    client: &jw317::Client,
) -> Result<Vec<Id<Persoon>>, Fout> {
    let who = Client { bsn: Bsn::parse(client.bsn.as_str())?, naam: None, geboren: None };
    let asked = &client.verzoek;
    let changed =
        asked.te_wijzigen_producten.iter().flatten().map(|p| (p.gewenste_ingangsdatum, p.einddatum));
    let new = asked.nieuwe_producten.iter().flatten().map(|p| (p.gewenste_ingangsdatum, p.einddatum));
    let first = changed.chain(new).min_by_key(|(begin, _)| *begin);
    let question = Vraag {
        soort: 317,
        referentie: &asked.referentie_aanbieder,
        product: asked.nieuwe_producten.iter().flatten().next().and_then(|p| p.product.as_ref()),
        ingang: first.map(|(begin, _)| begin),
        eind: first.and_then(|(_, eind)| eind),
        verwijzer: None,
    };
    store(beurt, kennis, kop, &who, std::iter::once(question))
}

fn store<'a>(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    who: &Client,
    questions: impl Iterator<Item = Vraag<'a>>,
) -> Result<Vec<Id<Persoon>>, Fout> {
    let known = person(beurt, kennis, kop, who)?;
    for (question, nr) in questions.zip(1_i64..) {
        let id: Id<Verzoek> = beurt.toeval.id(kop.ontvangen)?;
        beurt.db.execute_one(
            "INSERT INTO verzoek (id, bericht, volgnr, soort, gemeente, aanbieder, referentie, persoon, categorie, code, ingang, \
             eind, verwijzer, dagtekening, stand) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
            &[
                (&id).into(),
                (&kop.id).into(),
                nr.into(),
                question.soort.into(),
                kop.gemeente.into(),
                kop.aanbieder.into(),
                question.referentie.as_str().into(),
                (&known.persoon).into(),
                question.product.map(|p| p.categorie.code()).into(),
                question.product.and_then(|p| p.code.as_ref()).map(ijw::basis::ProductCode::as_str).into(),
                question.ingang.into(),
                question.eind.into(),
                question.verwijzer.into(),
                kop.dagtekening.into(),
                VerzoekStand::Open.number().into(),
            ],
        )?;
        // What was sent about it may have come first.
        settle(beurt.db, kop.gemeente, kop.aanbieder, question.referentie.as_str())?;
    }
    touch(beurt.db, kop, known.gezin)?;
    Ok(vec![known.persoon])
}

/// An allocation came of the requests that it refers to.
pub(super) fn granted(
    db: &mut Verbinding,
    kop: &Kop,
    products: &[jw301::ToegewezenProduct],
) -> Result<(), Fout> {
    let mut references: Vec<&str> = products
        .iter()
        .filter_map(|p| p.referentie_aanbieder.as_ref())
        .map(ReferentieTekst::as_str)
        .collect();
    references.sort_unstable();
    references.dedup();
    references.into_iter().try_for_each(|reference| settle(db, kop.gemeente, kop.aanbieder, reference))
}
