//! A large message to measure with: a claim for many deliveries.

use ijw::Bericht;
use ijw::basis::{
    Bedrag, BedragMetDc, BurgerServicenummer, Datum, DebetCredit, Eenheid, GeslotenPeriode, Nummer,
    ProductCategorie, ProductCode, Referentie, ReferentieNummer, TotaalBedrag, Volume,
};
use ijw::jw323::{Client, Prestatie};

use crate::Fout;

/// The message that the rest is hung on.
const BEGIN: &[u8] = include_bytes!("../../tests/goud/jw323-ok.xml");

/// How many claims a client has.
const PER_CLIENT: usize = 2;

/// The XML of a JW323 with this many claims, all different.
pub(crate) fn declaratie(prestaties: usize) -> Result<String, Fout> {
    let Bericht::Jw323(mut bericht) = ijw::lees(BEGIN).map_err(|afkeuring| afkeuring.to_string())? else {
        return Err("another message than a JW323".into());
    };
    let mut totaal = 0;
    let mut clienten = Vec::new();
    for nummer in (0..prestaties).step_by(PER_CLIENT) {
        let nummers = nummer..prestaties.min(nummer + PER_CLIENT);
        clienten.push(Client {
            bsn: BurgerServicenummer::new(format!("9999{nummer:05}"))?,
            prestaties: nummers.map(prestatie).collect::<Result<_, _>>()?,
        });
    }
    for prestatie in clienten.iter().flat_map(|client| &client.prestaties) {
        totaal += prestatie.ingediend_bedrag.bedrag.get();
    }
    bericht.declaratie.totaal_ingediend_bedrag.totaal_bedrag = TotaalBedrag::new(totaal)?;
    bericht.declaratie.clienten = clienten;
    Ok(ijw::schrijf(&Bericht::Jw323(bericht)))
}

fn prestatie(nummer: usize) -> Result<Prestatie, ijw::Ongeldig> {
    let nummer = nummer as u64;
    let (volume, tarief) = (nummer % 97 + 1, 5_000 + nummer % 7_919);
    Ok(Prestatie {
        product_referentie: Referentie {
            referentie_nummer: ReferentieNummer::new(format!("P{nummer}"))?,
            vorig_referentie_nummer: None,
        },
        toewijzing_nummer: Nummer::new(1_000_000 + nummer)?,
        product_categorie: ProductCategorie::constant("45"),
        product_code: ProductCode::new("45A04")?,
        product_periode: GeslotenPeriode {
            begindatum: Datum::constant(2026, 4, 1),
            einddatum: Datum::constant(2026, 4, 30),
        },
        geleverd_volume: Volume::new(volume)?,
        eenheid: Eenheid::constant("04"),
        product_tarief: Some(Bedrag::new(tarief)?),
        ingediend_bedrag: BedragMetDc {
            bedrag: Bedrag::new(volume * tarief)?,
            debet_credit: DebetCredit::constant("D"),
        },
    })
}
