//! JW323: what was delivered in a month and what is claimed for it.

use std::collections::HashSet;

use ijw::basis::DebetCredit;
use ijw::jw323;
use stelsel::persoon::Persoon;
use stelsel::{Bsn, Id};

use super::gezin::{Client, person};
use super::retour::note_line;
use super::toewijzing::number_of;
use super::{Kennis, Kop};
use crate::Fout;
use crate::schrijver::Beurt;
use crate::tabellen::{DECLARATIE, PRESTATIE};

pub(super) fn store(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    claim: &jw323::Declaratie,
    geweigerd: &HashSet<(usize, usize)>,
) -> Result<Vec<Id<Persoon>>, Fout> {
    let total = &claim.totaal_ingediend_bedrag;
    beurt.db.append(
        &DECLARATIE,
        &[
            (&kop.id).into(),
            kop.gemeente.into(),
            kop.aanbieder.into(),
            claim.declaratie_nummer.as_str().into(),
            claim.declaratie_periode.begindatum.into(),
            signed(total.totaal_bedrag.get(), total.debet_credit)?.into(),
        ],
    )?;
    let mut persons = Vec::with_capacity(claim.clienten.len());
    let mut nr = 0_i64;
    for (place, client) in claim.clienten.iter().enumerate() {
        let who = Client { bsn: Bsn::parse(client.bsn.as_str())?, naam: None, geboren: None };
        let known = person(beurt, kennis, kop, &who)?;
        persons.push(known.persoon);
        for (line_place, line) in client.prestaties.iter().enumerate() {
            nr += 1;
            // A line that is refused counts as not claimed.
            if geweigerd.contains(&(place, line_place)) {
                let number = number_of(line.toewijzing_nummer.get())?;
                note_line(beurt.db, kop.gemeente, number, &known.persoon, &kop.id)?;
            } else {
                store_line(beurt, kop, known.persoon, nr, line)?;
            }
        }
    }
    Ok(persons)
}

fn store_line(
    beurt: &mut Beurt<'_>,
    kop: &Kop,
    persoon: Id<Persoon>,
    nr: i64,
    line: &jw323::Prestatie,
) -> Result<(), Fout> {
    let reference = &line.product_referentie;
    beurt.db.append(
        &PRESTATIE,
        &[
            (&kop.id).into(),
            nr.into(),
            (&persoon).into(),
            kop.gemeente.into(),
            kop.aanbieder.into(),
            number_of(line.toewijzing_nummer.get())?.into(),
            reference.referentie_nummer.as_str().into(),
            reference.vorig_referentie_nummer.as_ref().map(ijw::basis::ReferentieNummer::as_str).into(),
            line.product_categorie.code().into(),
            line.product_code.as_str().into(),
            line.product_periode.begindatum.into(),
            line.product_periode.einddatum.into(),
            number_of(line.geleverd_volume.get())?.into(),
            line.eenheid.code().into(),
            line.product_tarief.map(|t| number_of(t.get())).transpose()?.into(),
            signed(line.ingediend_bedrag.bedrag.get(), line.ingediend_bedrag.debet_credit)?.into(),
        ],
    )
}

/// Amounts have no sign in the standard: a credit (list COD043, C) is stored as negative.
fn signed(amount: u64, kind: DebetCredit) -> Result<i64, Fout> {
    let amount = number_of(amount)?;
    Ok(if kind.code() == "C" { -amount } else { amount })
}
