//! The text types of the basisschema of iJw 3.2. Types that say something about a person print no value.

use super::tekst::teksttype;
use crate::tabel::Vorm;

teksttype! {
    /// The AGB code of a provider or professional: eight digits.
    pub struct AgbCode(Some(8), Vorm::Cijfers(8));
    /// The citizen service number: nine digits. See [`BurgerServicenummer::voldoet_aan_elfproef`].
    pub struct BurgerServicenummer(Some(9), Vorm::Cijfers(9)) geheim;
    /// A remark of any length, over one line or more.
    pub struct Commentaar(None, Vorm::Regels) geheim;
    /// The number of a declaration: letters and digits (JW323).
    pub struct DeclaratieNummer(Some(12), Vorm::LettersEnCijfers);
    /// An e-mail address. The schema only asks that it is not blank.
    pub struct Emailadres(Some(80), Vorm::Regel) geheim;
    /// The CBS code of a municipality: four digits.
    pub struct Gemeente(None, Vorm::Cijfers(4));
    /// The letter after a house number.
    pub struct Huisletter(Some(1), Vorm::Regel) geheim;
    /// What stands after house number and letter.
    pub struct HuisnummerToevoeging(Some(4), Vorm::Regel) geheim;
    /// The number of a declaration as an answer repeats it: any characters (JW325).
    pub struct IdentificatieDeclaratie(Some(12), Vorm::Vrij);
    /// The name or number of a message, unique per sender and type of message (TR056).
    pub struct IdentificatieBericht(Some(12), Vorm::Regel);
    /// The dialling code of a country.
    pub struct Landnummer(Some(4), Vorm::Regel) geheim;
    /// A family name or given names.
    pub struct Naam(Some(200), Vorm::Regel) geheim;
    /// The name of who referred the client.
    pub struct NaamVerwijzer(Some(64), Vorm::Regel) geheim;
    /// The name of an organisation that a client can be reached through.
    pub struct Organisatienaam(Some(35), Vorm::Regel) geheim;
    /// The number that a sender gave to a person in the client's network.
    pub struct Persoonsid(Some(20), Vorm::Regel) geheim;
    /// The name of a town or village.
    pub struct Plaatsnaam(Some(80), Vorm::Regel) geheim;
    /// A postal code, Dutch or foreign.
    pub struct Postcode(Some(8), Vorm::Regel) geheim;
    /// The code of a product (JZ21). The schema only asks one to five characters.
    pub struct ProductCode(Some(5), Vorm::Regel);
    /// The number of a line of a declaration, as the provider gave it. The schema allows any characters.
    pub struct ReferentieNummer(Some(20), Vorm::Vrij);
    /// A reference of the provider, called `Referentie` in the schema, where a composite type bears that name too.
    pub struct ReferentieTekst(Some(36), Vorm::Regel);
    /// The name of a street.
    pub struct Straatnaam(Some(24), Vorm::Regel) geheim;
    /// The language to talk with a client in.
    pub struct Taal(Some(25), Vorm::Regel) geheim;
    /// A telephone number: digits.
    pub struct Telefoonnummer(Some(15), Vorm::AlleenCijfers) geheim;
    /// The version of a schema, such as `1.0.0`.
    pub struct Versie(None, Vorm::Versie);
    /// The first letters of the given names, without dots or spaces.
    pub struct Voorletters(Some(6), Vorm::Letters) geheim;
    /// What stands before a family name, such as `van de`.
    pub struct Voorvoegsel(Some(10), Vorm::Regel) geheim;
}

impl BurgerServicenummer {
    /// Whether the number passes the eleven test, as every number that was handed out does.
    ///
    /// The schema does not ask for it; rule CS002 does, at level 2.
    pub fn voldoet_aan_elfproef(&self) -> bool {
        let gewichten = [9, 8, 7, 6, 5, 4, 3, 2, -1];
        let som: i32 = self
            .as_str()
            .bytes()
            .zip(gewichten)
            .map(|(teken, gewicht)| i32::from(teken - b'0') * gewicht)
            .sum();
        som % 11 == 0 && self.as_str().bytes().any(|teken| teken != b'0')
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ongeldig;

    #[test]
    fn a_bsn_has_nine_digits_and_passes_the_eleven_test_or_not() {
        let bsn = BurgerServicenummer::parse("999900006").unwrap();
        assert!(bsn.voldoet_aan_elfproef());
        assert!(!BurgerServicenummer::parse("999900007").unwrap().voldoet_aan_elfproef());
        assert!(!BurgerServicenummer::parse("000000000").unwrap().voldoet_aan_elfproef());
        // A weighed sum of nothing is a multiple of eleven as well.
        assert!(BurgerServicenummer::parse("000000012").unwrap().voldoet_aan_elfproef());
        assert!(BurgerServicenummer::parse("99990000").is_err());
        assert!(BurgerServicenummer::parse("99990000\u{663}").is_err());
    }

    #[test]
    fn a_personal_value_is_not_printed() {
        assert_eq!(
            format!("{:?}", BurgerServicenummer::parse("999900006").unwrap()),
            "BurgerServicenummer(..)"
        );
        assert_eq!(format!("{:?}", Naam::parse("Testkind").unwrap()), "Naam(..)");
        assert_eq!(format!("{:?}", Gemeente::parse("9901").unwrap()), "Gemeente(\"9901\")");
    }

    #[test]
    fn a_character_that_xml_cannot_hold_is_refused() {
        assert_eq!(Naam::new("a\u{0}b"), Err(Ongeldig::VerbodenTeken));
        assert_eq!(Naam::new("a\u{ffff}b"), Err(Ongeldig::VerbodenTeken));
    }
}
