//! Messages made up at random of which no rule within the message is broken: what was made up is put right, by the rules as
//! they read for people.

mod declaratie;
mod mensen;
mod zorg;

use ijw::basis::*;
use ijw::{Bericht, Berichttype};
use jiff::ToSpan;
use proptest::prelude::*;

/// A message of this type that breaks no rule of level 2.
pub(crate) fn geldig(berichttype: Berichttype) -> BoxedStrategy<Bericht> {
    if berichttype.is_retour() {
        let heen = Berichttype::ALLE.iter().find(|heen| heen.answered_by() == Some(berichttype)).unwrap();
        return super::retour::retour(geldig(*heen)).boxed();
    }
    let hersteld = |mut bericht| {
        herstel(&mut bericht);
        bericht
    };
    super::van(berichttype).prop_map(hersteld).boxed()
}

fn herstel(bericht: &mut Bericht) {
    match bericht {
        Bericht::Jw301(bericht) => {
            let dag = dagteken(&mut bericht.header.bericht_identificatie);
            mensen::client(&mut bericht.client, dag);
            zorg::toegewezen(&mut bericht.client.toegewezen_producten, dag);
        }
        Bericht::Jw305(bericht) => {
            let dag = dagteken(&mut bericht.header.bericht_identificatie);
            mensen::bsn(&mut bericht.client.bsn);
            mensen::geboren(&mut bericht.client.geboortedatum, dag);
            for (product, nummer) in bericht.client.start_producten.iter_mut().zip(0..) {
                product.begindatum = dagen(dag, -nummer);
                zorg::status(&mut product.status_aanlevering);
            }
        }
        Bericht::Jw307(bericht) => {
            let dag = dagteken(&mut bericht.header.bericht_identificatie);
            mensen::bsn(&mut bericht.client.bsn);
            mensen::geboren(&mut bericht.client.geboortedatum, dag);
            for (product, nummer) in bericht.client.stop_producten.iter_mut().zip(0..) {
                let duur = i64::from(product.einddatum.day());
                product.begindatum = dagen(dag, -100 - nummer);
                product.einddatum = dagen(product.begindatum, duur);
                zorg::status(&mut product.status_aanlevering);
            }
        }
        Bericht::Jw315(bericht) => {
            let dag = dagteken(&mut bericht.header.bericht_identificatie);
            mensen::bsn(&mut bericht.client.bsn);
            mensen::geboren(&mut bericht.client.geboortedatum, dag);
            zorg::aangevraagd(&mut bericht.client.aangevraagde_producten, dag);
        }
        Bericht::Jw317(bericht) => {
            let dag = dagteken(&mut bericht.header.bericht_identificatie);
            mensen::bsn(&mut bericht.client.bsn);
            zorg::wijziging(&mut bericht.client.verzoek, dag);
        }
        Bericht::Jw319(bericht) => zorg::antwoord(&mut bericht.antwoord),
        Bericht::Jw323(bericht) => {
            let dag = dagteken(&mut bericht.header.bericht_identificatie);
            declaratie::declaratie(&mut bericht.declaratie, dag);
        }
        Bericht::Jw325(bericht) => {
            let dag = dagteken(&mut bericht.header.bericht_identificatie);
            if let Some(antwoord) = &mut bericht.declaratie_antwoord {
                declaratie::antwoord(antwoord, dag);
            }
        }
        _ => unreachable!("a retour is made of its message"),
    }
}

/// Lets the message be sent in our days.
fn dagteken(identificatie: &mut BerichtIdentificatie) -> Datum {
    let datum = &mut identificatie.dagtekening;
    *datum = Datum::constant(2022 + datum.year() % 60, datum.month(), datum.day());
    *datum
}

fn dagen(datum: Datum, aantal: i64) -> Datum {
    datum.saturating_add(aantal.days())
}

/// A number that is another for every place in a list.
fn uniek(nummer: &mut Nummer, plaats: u64) {
    *nummer = Nummer::new(nummer.get() % 10_000_000 * 10 + plaats).unwrap();
}

/// The same for a text of at most `max` characters.
fn unieke_tekst(tekst: &str, plaats: impl std::fmt::Display, max: usize) -> String {
    format!("{plaats}-{tekst}").chars().take(max).collect()
}
