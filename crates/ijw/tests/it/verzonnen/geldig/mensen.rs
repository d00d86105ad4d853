//! Persons, names and addresses put right.

use ijw::basis::*;
use ijw::jw301;

use super::unieke_tekst;

/// The next number from this one that passes the eleven test.
pub(super) fn bsn(bsn: &mut BurgerServicenummer) {
    let mut begin: u32 = bsn.as_str()[..8].parse().unwrap();
    loop {
        let cijfers = format!("{begin:08}");
        let som: u32 =
            cijfers.bytes().zip(2..).map(|(cijfer, plaats)| u32::from(cijfer - b'0') * (11 - plaats)).sum();
        if som > 0 && som % 11 < 10 {
            *bsn = BurgerServicenummer::new(format!("{cijfers}{}", som % 11)).unwrap();
            return;
        }
        begin = (begin + 1) % 100_000_000;
    }
}

pub(super) fn geboren(geboren: &mut Geboortedatum, dag: Datum) {
    let datum = geboren.datum;
    let jaar = dag.year() - 1 - datum.year() % 100;
    geboren.datum = match geboren.datum_gebruik.map(DatumGebruik::code) {
        None => Datum::constant(jaar, datum.month(), datum.day()),
        Some("1") => Datum::constant(jaar, datum.month(), 1),
        Some("2") => Datum::constant(jaar, 1, 1),
        Some(_) => Datum::constant(1900, 1, 1),
    };
}

fn naam(naam: &mut VolledigeNaam, mag_organisatie: bool) {
    let past = match (&naam.partnernaam, naam.naam_gebruik.code()) {
        (Some(_), gebruik) => ["1", "2", "3", "4"].contains(&gebruik),
        (None, "6") => mag_organisatie,
        (None, gebruik) => gebruik == "1",
    };
    if !past {
        naam.naam_gebruik = NaamGebruik::constant("1");
    }
}

pub(super) fn client(client: &mut jw301::Client, dag: Datum) {
    bsn(&mut client.bsn);
    geboren(&mut client.geboortedatum, dag);
    naam(&mut client.naam, false);
    if let Some(communicatie) = &mut client.communicatie {
        match communicatie.vorm.code() {
            "1" => communicatie.taal = communicatie.taal.take().or_else(|| Taal::new("Fries").ok()),
            _ => communicatie.taal = None,
        }
    }
    for (plaats, relatie) in client.relatie_lijst() {
        relatie.nummer = Persoonsid::new(unieke_tekst(relatie.nummer.as_str(), plaats, 20)).unwrap();
        if let Some(geboortedatum) = &mut relatie.geboortedatum {
            geboren(geboortedatum, dag);
        }
        naam(&mut relatie.naam, true);
        contact(&mut relatie.contact);
    }
    // Each kind of address stands once; one of the first three must be there.
    for (plaats, gegevens) in client.contactgegevens.iter_mut().enumerate() {
        gegevens.soort = AdresSoort::ALLE[plaats * 3 % AdresSoort::ALLE.len()];
        contact(gegevens);
    }
}

trait Relaties {
    fn relatie_lijst(&mut self) -> impl Iterator<Item = (usize, &mut jw301::Relatie)>;
}

impl Relaties for jw301::Client {
    fn relatie_lijst(&mut self) -> impl Iterator<Item = (usize, &mut jw301::Relatie)> {
        self.relaties.iter_mut().flatten().enumerate()
    }
}

fn contact(contact: &mut jw301::Contact) {
    if let Some(adres) = &mut contact.adres {
        if adres.land_code.is_some_and(|land| land.code() < "K") {
            nederlands(adres);
        }
        if adres.postcode.is_none() || adres.land_code.is_none() {
            (adres.postcode, adres.land_code) = (None, None);
        }
    }
    if contact.telefoon.is_none() || ["01", "03"].contains(&contact.soort.code()) {
        nederlands(contact.adres.get_or_insert_default());
    }
    match (&mut contact.periode, contact.soort.code()) {
        (Some(OpenPeriode { begindatum, einddatum }), "04") => match (&begindatum, &einddatum) {
            (None, Some(_)) => *begindatum = *einddatum,
            (Some(begin), Some(eind)) if eind < begin => std::mem::swap(begindatum, einddatum),
            _ => {}
        },
        (periode, _) => *periode = None,
    }
}

fn nederlands(adres: &mut Adres) {
    let nummer = Huisnummer::new(7).unwrap();
    let huis = Huis {
        huisnummer: nummer,
        huisletter: None,
        huisnummer_toevoeging: None,
        aanduiding_woonadres: None,
    };
    adres.huis.get_or_insert(huis);
    adres.postcode = Some(Postcode::new("4811xy").unwrap());
    adres.land_code = Some(LandCode::constant("NL"));
}
