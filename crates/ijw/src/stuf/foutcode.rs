//! The codes of faults that hubs and parties send (FO01-ISD).

use super::tekst::Foutcode;

/// The codes of FO01-ISD with their meaning. Two codes may mean the same.
const FO01_ISD: &[(&str, &str)] = &[
    ("IB001", "Bericht voldoet niet aan XSD. [verzender: BIDN / CAK / VWS]"),
    (
        "IB002",
        "De verzendende organisatie is niet geautoriseerd om gebruik te maken van het GGK. [verzender: BIDN]",
    ),
    (
        "IB003",
        "Het ontvangen bericht overschrijdt de maximaal toegestane bestandsgrootte van 25MB. [verzender: BIDN]",
    ),
    ("IB004", "De functie wordt niet ondersteund. [verzender: BIDN]"),
    ("IB005", "Gemeentecode is niet bekend bij het GGK, controleer de StUF-envelop. [verzender: BIDN]"),
    (
        "IB006",
        "Zendend systeem niet geautoriseerd voor combinatie van berichtcode, entiteittype en functie. [verzender: BIDN]",
    ),
    ("IB007", "Combinatie functie en organisatie is niet toegestaan. [verzender: BIDN]"),
    ("IB008", "Indienende partij beschikt niet over juiste rol voor dit berichttype. [verzender: VECOZO]"),
    (
        "IB009",
        "Indiener heeft geen toestemmingsverklaring van afzender voor dit berichttype. [verzender: VECOZO]",
    ),
    ("IB010", "Geadresseerde partij niet aangesloten bij VECOZO of AGB is incorrect. [verzender: VECOZO]"),
    ("IB011", "Geadresseerde partij beschikt niet over juiste rol voor dit berichttype. [verzender: VECOZO]"),
    ("IB012", "Payload is groter dan toegestaan (max. 25MB). [verzender: VECOZO]"),
    ("IB013", "Bestand bevat een virus en is verwijderd. [verzender: VECOZO]"),
    ("IB014", "Payload voldoet niet aan de XSD. [verzender: VECOZO]"),
    ("IB015", "Bericht bevat niet-toegestane persoonsgegevens. [verzender: VECOZO]"),
    ("IB016", "Referentienummer is niet uniek. [verzender: VECOZO / CAK]"),
    ("IB017", "Applicatiegegevens niet of onjuist gevuld. [verzender: VECOZO]"),
    ("IB018", "Applicatiegegevens niet of onjuist gevuld. [verzender: VECOZO]"),
    ("IB019", "Declaratie-antwoord reeds ingediend. [verzender: VECOZO]"),
    ("IB020", "Declaratie-antwoord reeds ingediend. [verzender: VECOZO]"),
    ("IB021", "AlsAntwoordOp niet gevuld. [verzender: VECOZO]"),
    ("IB022", "AlsAntwoordOp niet gevuld. [verzender: VECOZO]"),
    ("IB023", "Functie is niet actief. [verzender: BIDN]"),
    ("IB901", "Geen geldig ZIP-bestand aangeleverd. [verzender: VECOZO]"),
    ("IB902", "ZIP-bestand bevat meer bestanden dan toegestaan. [verzender: VECOZO]"),
    ("IB903", "ZIP-bestand bevat wachtwoordbeveiliging. [verzender: VECOZO]"),
    ("IB904", "Bestand in ZIP-bestand is groter dan toegestaan (max. 25MB). [verzender: VECOZO]"),
    ("IB905", "ZIP-bestand bevat minder bestanden dan toegestaan. [verzender: VECOZO]"),
];

impl Foutcode {
    /// What the code means, if it is one of FO01-ISD. A party may send others, such as those of StUF.
    pub fn omschrijving(&self) -> Option<&'static str> {
        FO01_ISD.iter().find(|(code, _)| *code == self.as_str()).map(|(_, omschrijving)| *omschrijving)
    }

    /// The codes of FO01-ISD with their meaning.
    pub const fn lijst() -> &'static [(&'static str, &'static str)] {
        FO01_ISD
    }
}
