//! The composite types of the basisschema of iJw 3.2, of which the fields stand in its namespace.

use super::{
    AanduidingWoonadres, AgbCode, Bedrag, Communicatievorm, Datum, DatumGebruik, DebetCredit, Eenheid,
    Frequentie, Huisletter, Huisnummer, HuisnummerToevoeging, IdentificatieBericht, LandCode, Landnummer,
    Naam, NaamGebruik, NaamVerwijzer, Plaatsnaam, Postcode, ProductCategorie, ProductCode, ReferentieNummer,
    Straatnaam, Taal, Telefoonnummer, TotaalBedrag, TypeVerwijzer, Versie, Volume, Voorletters, Voorvoegsel,
};
use crate::klasse::klasse;
use crate::regels::{Cd005, Cd007, Cd025, Cs050, Cs089, Cs139, Cs325, Tr002};

klasse! {
    /// A family name with what stands before it.
    #[derive(Debug)]
    pub struct Achternaam in Basis {
        /// The family name itself.
        achternaam: Naam = Achternaam,
        /// What stands before it, such as `van de`.
        voorvoegsel: Option<Voorvoegsel> = Voorvoegsel,
    }
}

klasse! {
    /// An address, in the Netherlands or abroad. Every part may be absent.
    #[derive(Debug, Default)]
    pub struct Adres in Basis regels [Cd005, Cd025, Cs089] {
        /// The house in the street.
        huis: Option<Huis> = Huis,
        /// The postal code.
        postcode: Option<Postcode> = Postcode,
        /// The street.
        straatnaam: Option<Straatnaam> = Straatnaam,
        /// The town or village.
        plaatsnaam: Option<Plaatsnaam> = Plaatsnaam,
        /// The country.
        land_code: Option<LandCode> = LandCode,
    }
}

klasse! {
    /// An amount that is claimed or taken back. Called `BedragMetDC` in the schema.
    #[derive(Debug)]
    pub struct BedragMetDc in Basis regels [Cs325] {
        /// The amount in eurocents, without a sign.
        bedrag: Bedrag = Bedrag,
        /// The sign: claimed or taken back.
        debet_credit: DebetCredit = DebetCredit,
    }
}

klasse! {
    /// What a message is known by.
    #[derive(Debug)]
    pub struct BerichtIdentificatie in Basis {
        /// The name or number, unique per sender and type of message.
        identificatie: IdentificatieBericht = Identificatie,
        /// The day on which the message was sent.
        dagtekening: Datum = Dagtekening,
    }
}

klasse! {
    /// How to talk with a client who needs more than Dutch by ear.
    #[derive(Debug)]
    pub struct Communicatie in Basis regels [Cd007] {
        /// The way of talking.
        vorm: Communicatievorm = Vorm,
        /// The language.
        taal: Option<Taal> = Taal,
    }
}

klasse! {
    /// The day on which a person was born, as far as it is known.
    pub struct Geboortedatum in Basis regels [Cs139, Tr002] {
        /// The date.
        datum: Datum = Datum,
        /// Which part of the date may be used; absent when all of it may.
        datum_gebruik: Option<DatumGebruik> = DatumGebruik,
    }
}

impl std::fmt::Debug for Geboortedatum {
    /// Prints no date: it says something about a person.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Geboortedatum(..)")
    }
}

klasse! {
    /// A period with both a first and a last day.
    #[derive(Debug)]
    pub struct GeslotenPeriode in Basis {
        /// The first day.
        begindatum: Datum = Begindatum,
        /// The last day.
        einddatum: Datum = Einddatum,
    }
}

klasse! {
    /// A house in a street.
    #[derive(Debug)]
    pub struct Huis in Basis {
        /// The number.
        huisnummer: Huisnummer = Huisnummer,
        /// The letter after the number.
        huisletter: Option<Huisletter> = Huisletter,
        /// What stands after number and letter.
        huisnummer_toevoeging: Option<HuisnummerToevoeging> = HuisnummerToevoeging,
        /// How a dwelling without an ordinary address is referred to.
        aanduiding_woonadres: Option<AanduidingWoonadres> = AanduidingWoonadres,
    }
}

klasse! {
    /// How much is to be delivered.
    #[derive(Debug)]
    pub struct Omvang in Basis {
        /// The number of units.
        volume: Volume = Volume,
        /// The unit.
        eenheid: Eenheid = Eenheid,
        /// How often.
        frequentie: Frequentie = Frequentie,
    }
}

klasse! {
    /// A period of which the first and the last day may be absent.
    #[derive(Debug, Default)]
    pub struct OpenPeriode in Basis {
        /// The first day.
        begindatum: Option<Datum> = Begindatum,
        /// The last day.
        einddatum: Option<Datum> = Einddatum,
    }
}

klasse! {
    /// A product: a category, and within it perhaps a code.
    #[derive(Debug, Hash)]
    pub struct Product in Basis {
        /// The category.
        categorie: ProductCategorie = Categorie,
        /// The code within the category.
        code: Option<ProductCode> = Code,
    }
}

klasse! {
    /// The number of a line of a declaration, with that of the line it takes back.
    #[derive(Debug, Hash)]
    pub struct Referentie in Basis {
        /// The number of this line.
        referentie_nummer: ReferentieNummer = ReferentieNummer,
        /// The number of the line that this one takes back.
        vorig_referentie_nummer: Option<ReferentieNummer> = VorigReferentieNummer,
    }
}

klasse! {
    /// A telephone number with the dialling code of the country.
    #[derive(Debug)]
    pub struct Telefoon in Basis {
        /// The number.
        telefoonnummer: Telefoonnummer = Telefoonnummer,
        /// The dialling code of the country.
        landnummer: Landnummer = Landnummer,
    }
}

klasse! {
    /// One or two telephone numbers.
    #[derive(Debug)]
    pub struct Telefoonnummers in Basis {
        /// The first number.
        telefoon01: Telefoon = Telefoon01,
        /// The second number.
        telefoon02: Option<Telefoon> = Telefoon02,
    }
}

klasse! {
    /// A total that is claimed or to be paid back. Called `TotaalBedragMetDC` in the schema.
    #[derive(Debug)]
    pub struct TotaalBedragMetDc in Basis regels [Cs325] {
        /// The total in eurocents, without a sign.
        totaal_bedrag: TotaalBedrag = TotaalBedrag,
        /// The sign: claimed or to be paid back.
        debet_credit: DebetCredit = DebetCredit,
    }
}

klasse! {
    /// Who referred a child to care.
    #[derive(Debug)]
    pub struct Verwijzer in Basis {
        /// What kind of professional or institution it is.
        soort: TypeVerwijzer = Type,
        /// The name.
        naam: Option<NaamVerwijzer> = Naam,
        /// The AGB code.
        zorgverlener_code: Option<AgbCode> = ZorgverlenerCode,
    }
}

klasse! {
    /// The name of a person, in short.
    #[derive(Debug)]
    pub struct VerkorteNaam in Basis {
        /// The family name by birth.
        geslachtsnaam: Achternaam = Geslachtsnaam,
        /// The given names, with spaces between them.
        voornamen: Option<Naam> = Voornamen,
        /// The first letters of the given names.
        voorletters: Option<Voorletters> = Voorletters,
    }
}

klasse! {
    /// The name of a person in full.
    #[derive(Debug)]
    pub struct VolledigeNaam in Basis regels [Cs050] {
        /// The family name by birth.
        geslachtsnaam: Achternaam = Geslachtsnaam,
        /// The family name of the partner.
        partnernaam: Option<Achternaam> = Partnernaam,
        /// The given names, with spaces between them.
        voornamen: Option<Naam> = Voornamen,
        /// The first letters of the given names.
        voorletters: Option<Voorletters> = Voorletters,
        /// Which of the names the person wants to be used.
        naam_gebruik: NaamGebruik = NaamGebruik,
    }
}

klasse! {
    /// The versions of the schemas that a message was made with.
    #[derive(Debug)]
    pub struct XsdVersie in Basis {
        /// The version of the basisschema.
        basisschema_xsd_versie: Versie = BasisschemaXsdVersie,
        /// The version of the schema of the message.
        bericht_xsd_versie: Versie = BerichtXsdVersie,
    }
}
