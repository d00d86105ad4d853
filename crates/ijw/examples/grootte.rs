//! Measures the judging of declarations against the history of a municipality, in memory.
//!
//! `cargo run --release -p ijw --example grootte`

use std::time::Instant;

use ijw::basis::{BurgerServicenummer, IdentificatieBericht, Nummer, ReferentieNummer};
use ijw::{Bericht, Geschiedenis, Keten, Onbekend, beoordeel, jw323};

const CLIENTEN: u64 = 20_000;
const MAANDEN: [&str; 4] = ["2026-01", "2026-02", "2026-03", "2026-04"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (Bericht::Jw301(toewijzing), Bericht::Jw323(declaratie)) = (
        ijw::lees(include_bytes!("../tests/goud/jw301-ok-specifiek.xml"))?,
        ijw::lees(include_bytes!("../tests/goud/jw323-ok.xml"))?,
    ) else {
        return Err("another message than expected".into());
    };
    let mut geschiedenis = Geschiedenis::new();
    let begin = Instant::now();
    for client in 0..CLIENTEN {
        let mut bericht = *toewijzing.clone();
        bericht.header.bericht_identificatie.identificatie = IdentificatieBericht::new(format!("T{client}"))?;
        bericht.client.bsn = bsn(client)?;
        for regel in &mut bericht.client.toegewezen_producten {
            regel.toewijzing_nummer = Nummer::new(client)?;
            regel.ingangsdatum = "2026-01-01".parse()?;
        }
        geschiedenis.neem_op(&bericht.into());
    }
    println!("{CLIENTEN} allocations taken in: {:?}", begin.elapsed());
    for maand in MAANDEN {
        let bericht = Bericht::from(van_maand(&declaratie, maand)?);
        let (begin, keten) = (Instant::now(), Keten::of(&bericht));
        let beoordeling = beoordeel(&bericht, &geschiedenis, &Onbekend);
        let beoordeeld = begin.elapsed();
        geschiedenis.neem_op(&bericht);
        let faults = beoordeling.inhoud.len() + beoordeling.fouten.len();
        let provider = keten.aanbieder.as_str();
        println!(
            "{maand}: {CLIENTEN} claims of {provider} judged in {beoordeeld:?}, {faults} faults; all {:?}",
            begin.elapsed()
        );
    }
    Ok(())
}

/// A number that passes the eleven test, as about one in eleven does.
fn bsn(client: u64) -> Result<BurgerServicenummer, Box<dyn std::error::Error>> {
    (0..22)
        .filter_map(|meer| BurgerServicenummer::new(format!("{:09}", 100_000_000 + client * 22 + meer)).ok())
        .find(BurgerServicenummer::voldoet_aan_elfproef)
        .ok_or_else(|| "no number".into())
}

/// A declaration of ten hours for every client.
fn van_maand(model: &jw323::Bericht, maand: &str) -> Result<jw323::Bericht, Box<dyn std::error::Error>> {
    let mut bericht = model.clone();
    let eerste: ijw::basis::Datum = format!("{maand}-01").parse()?;
    bericht.header.bericht_identificatie.identificatie = IdentificatieBericht::new(format!("D{maand}"))?;
    let declaratie = &mut bericht.declaratie;
    declaratie.declaratie_nummer = ijw::basis::DeclaratieNummer::new(maand.replace('-', ""))?;
    declaratie.declaratie_periode.begindatum = eerste;
    declaratie.declaratie_periode.einddatum = eerste.last_of_month();
    let client = declaratie.clienten.first().cloned().ok_or("no client")?;
    declaratie.clienten.clear();
    for nummer in 0..CLIENTEN {
        let mut client = client.clone();
        client.bsn = bsn(nummer)?;
        for regel in &mut client.prestaties {
            regel.product_referentie.referentie_nummer = ReferentieNummer::new(format!("{maand}-{nummer}"))?;
            regel.toewijzing_nummer = Nummer::new(nummer)?;
            regel.product_periode.begindatum = eerste;
            regel.product_periode.einddatum = eerste.last_of_month();
        }
        declaratie.clienten.push(client);
    }
    declaratie.totaal_ingediend_bedrag.totaal_bedrag = ijw::basis::TotaalBedrag::new(CLIENTEN * 12_500)?;
    Ok(bericht)
}
