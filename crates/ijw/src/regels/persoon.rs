//! Rules about persons, names and addresses.

use super::{
    Cd005, Cd007, Cd009, Cd025, Cd034, Cs002, Cs003, Cs050, Cs089, Cs139, Cs318, Tr002, Tr006, Tr061, Tr134,
};
use crate::basis::{Adres, BurgerServicenummer, Communicatie, Datum, Geboortedatum, VolledigeNaam};
use crate::keuring::{DAGTEKENING, Keuring, Toets};
use crate::{jw301, jw302, jw305, jw306, jw307, jw308, jw315, jw316, jw317, jw318, jw323, jw325};

/// A class with a citizen service number.
trait MetBsn {
    fn bsn(&self) -> &BurgerServicenummer;
}

macro_rules! met_bsn {
    ($($bericht:ident)+) => {$(
        impl MetBsn for $bericht::Client {
            fn bsn(&self) -> &BurgerServicenummer {
                &self.bsn
            }
        }
    )+};
}
met_bsn!(jw301 jw302 jw305 jw306 jw307 jw308 jw315 jw316 jw317 jw318 jw323 jw325);

impl<T: MetBsn> Toets<T> for Cs002 {
    fn toets(client: &T, keuring: &mut Keuring) {
        // The published rule set lets nine zeros pass.
        if !client.bsn().voldoet_aan_elfproef() && client.bsn().as_str() != "000000000" {
            keuring.meld(Self::REGEL, &["Bsn"]);
        }
    }
}

/// A date as the number jjjjmmdd, by which the published rule set compares.
pub(super) fn getal(datum: Datum) -> i64 {
    i64::from(datum.year()) * 10_000 + i64::from(datum.month()) * 100 + i64::from(datum.day())
}

impl Toets<Geboortedatum> for Cs139 {
    fn toets(geboren: &Geboortedatum, keuring: &mut Keuring) {
        let Some(gebruik) = geboren.datum_gebruik else { return };
        let datum = geboren.datum;
        let past = match gebruik.code() {
            "3" => datum == ONBEKEND,
            "2" => (datum.month(), datum.day()) == (1, 1),
            _ => datum.day() == 1,
        };
        if !past {
            keuring.meld(Self::REGEL, &["Datum", "DatumGebruik"]);
        }
    }
}

/// Stands for a date of which nothing is known.
const ONBEKEND: Datum = Datum::constant(1900, 1, 1);

impl Toets<Geboortedatum> for Tr002 {
    fn toets(geboren: &Geboortedatum, keuring: &mut Keuring) {
        let onbekend =
            geboren.datum == ONBEKEND && geboren.datum_gebruik.is_some_and(|gebruik| gebruik.code() == "3");
        if getal(geboren.datum) + 120 * 10_000 < getal(keuring.dagtekening) && !onbekend {
            keuring.meld(Self::REGEL, &[DAGTEKENING, "Datum"]);
        }
    }
}

/// A class with dates that do not lie after the day of the message, each with its path.
pub(super) trait NietLater {
    fn datums(&self) -> impl Iterator<Item = (Datum, &'static str)>;
}

macro_rules! niet_later {
    ($($klasse:ty: $klas:ident => $datum:expr, $pad:literal;)+) => {$(
        impl NietLater for $klasse {
            fn datums(&self) -> impl Iterator<Item = (Datum, &'static str)> {
                let $klas = self;
                Option::<Datum>::from($datum).map(|datum| (datum, $pad)).into_iter()
            }
        }
    )+};
}

niet_later! {
    jw301::Client: c => c.geboortedatum.datum, "Geboortedatum/Datum";
    jw301::Relatie: r => r.geboortedatum.as_ref().map(|geboren| geboren.datum), "Geboortedatum/Datum";
    jw301::ToegewezenProduct: p => p.toewijzingsdatum, "Toewijzingsdatum";
    jw305::Client: c => c.geboortedatum.datum, "Geboortedatum/Datum";
    jw305::StartProduct: p => p.begindatum, "Begindatum";
    jw307::Client: c => c.geboortedatum.datum, "Geboortedatum/Datum";
    jw307::StopProduct: p => p.einddatum, "Einddatum";
    jw315::Client: c => c.geboortedatum.datum, "Geboortedatum/Datum";
    jw323::Declaratie: d => d.declaratie_periode.begindatum, "DeclaratiePeriode/Begindatum";
    jw323::Prestatie: p => p.product_periode.begindatum, "ProductPeriode/Begindatum";
    jw325::Prestatie: p => p.product_periode.begindatum, "ProductPeriode/Begindatum";
}

impl<T: NietLater> Toets<T> for Tr134 {
    #[inline]
    fn toets(klasse: &T, keuring: &mut Keuring) {
        for (datum, pad) in klasse.datums() {
            if datum > keuring.dagtekening {
                keuring.meld(Self::REGEL, &[DAGTEKENING, pad]);
            }
        }
    }
}

impl Toets<VolledigeNaam> for Cs050 {
    fn toets(naam: &VolledigeNaam, keuring: &mut Keuring) {
        let gebruik = naam.naam_gebruik.code();
        let past = match naam.partnernaam {
            Some(_) => matches!(gebruik, "1" | "2" | "3" | "4"),
            None => matches!(gebruik, "1" | "6"),
        };
        if !past {
            keuring.meld(Self::REGEL, &["NaamGebruik"]);
        }
    }
}

impl Toets<jw301::Client> for Cs318 {
    fn toets(client: &jw301::Client, keuring: &mut Keuring) {
        if client.naam.naam_gebruik.code() == "6" {
            keuring.meld(Self::REGEL, &["Naam/NaamGebruik"]);
        }
    }
}

impl Toets<Communicatie> for Cd007 {
    fn toets(communicatie: &Communicatie, keuring: &mut Keuring) {
        match (communicatie.vorm.code() == "1", communicatie.taal.is_some()) {
            (true, false) => keuring.meld(Self::REGEL, &["Vorm"]),
            (false, true) => keuring.meld(Self::REGEL, &["Vorm", "Taal"]),
            _ => {}
        }
    }
}

impl Toets<Adres> for Cd005 {
    fn toets(adres: &Adres, keuring: &mut Keuring) {
        match (adres.postcode.is_some(), adres.land_code.is_some()) {
            (true, false) => keuring.meld(Self::REGEL, &["Postcode"]),
            (false, true) => keuring.meld(Self::REGEL, &["LandCode"]),
            _ => {}
        }
    }
}

fn is_nederlands(adres: &Adres) -> bool {
    adres.land_code.is_some_and(|land| land.code() == "NL")
}

impl Toets<Adres> for Cd025 {
    fn toets(adres: &Adres, keuring: &mut Keuring) {
        if is_nederlands(adres) && adres.huis.is_none() {
            keuring.meld(Self::REGEL, &["LandCode"]);
        }
    }
}

impl Toets<Adres> for Cs089 {
    fn toets(adres: &Adres, keuring: &mut Keuring) {
        let is_goed = |postcode: &str| {
            matches!(postcode.as_bytes(), [b'1'..=b'9', cijfers @ .., l1, l2]
                if cijfers.len() == 3 && cijfers.iter().all(u8::is_ascii_digit)
                    && l1.is_ascii_alphabetic() && l2.is_ascii_alphabetic())
        };
        if is_nederlands(adres) && adres.postcode.as_ref().is_some_and(|postcode| !is_goed(postcode.as_str()))
        {
            keuring.meld(Self::REGEL, &["Postcode", "LandCode"]);
        }
    }
}

fn heeft_postcode(contact: &jw301::Contact) -> bool {
    contact.adres.as_ref().is_some_and(|adres| adres.postcode.is_some())
}

impl Toets<jw301::Contact> for Cd034 {
    fn toets(contact: &jw301::Contact, keuring: &mut Keuring) {
        if matches!(contact.soort.code(), "01" | "03") && !heeft_postcode(contact) {
            keuring.meld(Self::REGEL, &["Soort"]);
        }
    }
}

impl Toets<jw301::Contact> for Cd009 {
    fn toets(contact: &jw301::Contact, keuring: &mut Keuring) {
        if contact.periode.is_some() && contact.soort.code() != "04" {
            keuring.meld(Self::REGEL, &["Soort", "Periode"]);
        }
    }
}

impl Toets<jw301::Contact> for Tr006 {
    fn toets(contact: &jw301::Contact, keuring: &mut Keuring) {
        if contact.telefoon.is_some() {
            return;
        }
        // The published rule set asks twice, and tells twice.
        if contact.adres.as_ref().is_none_or(|adres| adres.huis.is_none()) {
            keuring.meld(Self::REGEL, &[""]);
        }
        if !heeft_postcode(contact) {
            keuring.meld(Self::REGEL, &[""]);
        }
    }
}

impl Toets<jw301::Contact> for Cs003 {
    fn toets(contact: &jw301::Contact, keuring: &mut Keuring) {
        let Some(periode) = &contact.periode else { return };
        // A period with only an end is refused as well: the published rule set takes the absent begin for a late one.
        match (periode.begindatum, periode.einddatum) {
            (Some(begin), Some(eind)) if eind < begin => {
                keuring.meld(Self::REGEL, &["Periode/Begindatum", "Periode/Einddatum"]);
            }
            (None, Some(_)) => keuring.meld(Self::REGEL, &["Periode/Einddatum"]),
            _ => {}
        }
    }
}

impl Toets<jw301::Client> for Tr061 {
    fn toets(client: &jw301::Client, keuring: &mut Keuring) {
        if !client.contactgegevens.iter().any(|contact| matches!(contact.soort.code(), "01" | "02" | "03")) {
            let aantal = client.contactgegevens.len();
            let paden: Vec<String> = (0..aantal)
                .map(|plaats| format!("Contactgegevens/{}", crate::pad::stap("Contact", plaats, aantal)))
                .collect();
            keuring.meld(Self::REGEL, &paden.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}
