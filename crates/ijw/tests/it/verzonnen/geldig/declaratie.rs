//! Declarations and their answers put right.

use std::collections::HashSet;

use ijw::basis::*;
use ijw::{jw323, jw325};
use jiff::ToSpan;

use super::{mensen, uniek, unieke_tekst};

const DEBET: DebetCredit = DebetCredit::constant("D");
const CREDIT: DebetCredit = DebetCredit::constant("C");

/// Every client once.
fn clienten<'a>(bsns: impl Iterator<Item = &'a mut BurgerServicenummer>) {
    let mut gezien = HashSet::new();
    for bsn in bsns {
        mensen::bsn(bsn);
        while !gezien.insert(bsn.clone()) {
            let volgende = (bsn.as_str()[..8].parse::<u32>().unwrap() + 1) % 100_000_000;
            *bsn = BurgerServicenummer::new(format!("{volgende:08}0")).unwrap();
            mensen::bsn(bsn);
        }
    }
}

/// A line with a number of its own, that names the line it takes back when it does.
fn regel(referentie: &mut Referentie, bedrag: &mut BedragMetDc, plaats: u64) {
    if bedrag.bedrag.get() == 0 {
        bedrag.debet_credit = DEBET;
    }
    let nummer = |plaats: String| {
        ReferentieNummer::new(unieke_tekst(referentie.referentie_nummer.as_str(), plaats, 20)).unwrap()
    };
    let vorig = (bedrag.debet_credit == CREDIT).then(|| nummer(format!("V{plaats}")));
    *referentie =
        Referentie { referentie_nummer: nummer(plaats.to_string()), vorig_referentie_nummer: vorig };
}

/// Some days of a month, at most eleven before the month of the day.
fn in_maand(periode: &mut GeslotenPeriode, dag: Datum) {
    let maand = dag.first_of_month().saturating_sub(i64::from(periode.begindatum.month() - 1).months());
    let (begin, eind) = (periode.begindatum.day(), periode.einddatum.day());
    periode.begindatum = Datum::constant(maand.year(), maand.month(), begin.min(eind));
    periode.einddatum = Datum::constant(maand.year(), maand.month(), begin.max(eind));
}

fn met_teken(bedrag: &BedragMetDc) -> i64 {
    let eurocenten = i64::try_from(bedrag.bedrag.get()).unwrap();
    if bedrag.debet_credit == CREDIT { -eurocenten } else { eurocenten }
}

fn totaal(som: i64) -> TotaalBedragMetDc {
    TotaalBedragMetDc {
        totaal_bedrag: TotaalBedrag::new(som.unsigned_abs()).unwrap(),
        debet_credit: if som < 0 { CREDIT } else { DEBET },
    }
}

pub(super) fn declaratie(declaratie: &mut jw323::Declaratie, dag: Datum) {
    let maand = dag.saturating_sub(1.months());
    declaratie.declaratie_periode =
        GeslotenPeriode { begindatum: maand.first_of_month(), einddatum: maand.last_of_month() };
    declaratie.declaratie_dagtekening = dag;
    clienten(declaratie.clienten.iter_mut().map(|client| &mut client.bsn));
    let mut som = 0;
    for (regel_, plaats) in declaratie.clienten.iter_mut().flat_map(|client| &mut client.prestaties).zip(0..)
    {
        regel(&mut regel_.product_referentie, &mut regel_.ingediend_bedrag, plaats);
        uniek(&mut regel_.toewijzing_nummer, plaats);
        in_maand(&mut regel_.product_periode, maand);
        if regel_.eenheid.code() == "83" {
            regel_.product_tarief = None;
            regel_.geleverd_volume = Volume::new(regel_.ingediend_bedrag.bedrag.get()).unwrap();
        } else {
            regel_.product_tarief.get_or_insert(Bedrag::new(6000).unwrap());
        }
        som += met_teken(&regel_.ingediend_bedrag);
    }
    declaratie.totaal_ingediend_bedrag = totaal(som);
}

pub(super) fn antwoord(antwoord: &mut jw325::DeclaratieAntwoord, dag: Datum) {
    let lijst = antwoord.clienten.as_deref_mut().unwrap_or_default();
    clienten(lijst.iter_mut().map(|client| &mut client.bsn));
    let mut afgewezen = 0;
    for (regel_, plaats) in lijst.iter_mut().flat_map(|client| &mut client.prestaties).zip(0..) {
        regel(&mut regel_.product_referentie, &mut regel_.ingediend_bedrag, plaats);
        in_maand(&mut regel_.product_periode, dag.saturating_sub(1.months()));
        afgewezen += met_teken(&regel_.ingediend_bedrag);
    }
    let beoordeeld = antwoord.retour_codes.iter().all(|code| ["0200", "8001"].contains(&code.code()));
    let toegekend = if beoordeeld {
        i64::try_from(antwoord.totaal_toegekend_bedrag.totaal_bedrag.get() % 1_000_000).unwrap()
    } else {
        0
    };
    antwoord.totaal_toegekend_bedrag = totaal(toegekend);
    antwoord.totaal_ingediend_bedrag = totaal(toegekend + afgewezen);
}
