//! JW323, declaratie (iJw 3.2).

/// JW323, declaratie: the provider claims from the municipality what it delivered (iJw 3.2).
pub mod jw323 {
    use crate::basis::{
        AgbCode, Bedrag, BedragMetDc, BerichtIdentificatie, BurgerServicenummer, Datum, DeclaratieNummer,
        Eenheid, Gemeente, GeslotenPeriode, Nummer, ProductCategorie, ProductCode, Referentie,
        TotaalBedragMetDc, Volume, XsdVersie,
    };
    use crate::berichten::header;
    use crate::klasse::klasse;
    #[allow(clippy::wildcard_imports, reason = "many of the rules hang on these classes")]
    use crate::regels::*;

    klasse! {
        /// The message.
        #[derive(Debug)]
        pub struct Bericht in Bericht {
            /// Who sends it to whom.
            header: Header = Header,
            /// What is claimed.
            declaratie: Declaratie = Declaratie,
        }
    }

    header!("490", AgbCode, Gemeente);

    klasse! {
        /// What is claimed.
        #[derive(Debug)]
        pub struct Declaratie in Bericht
            regels [Tr134, Tr137, Cs100, Cs340, Tr319, Tr335, Tr315, Tr316, Tr358]
        {
            /// The number of the declaration.
            declaratie_nummer: DeclaratieNummer = DeclaratieNummer,
            /// The calendar month it is about.
            declaratie_periode: GeslotenPeriode = DeclaratiePeriode,
            /// The day on which it was made.
            declaratie_dagtekening: Datum = DeclaratieDagtekening,
            /// The sum of all claims.
            totaal_ingediend_bedrag: TotaalBedragMetDc = TotaalIngediendBedrag,
            /// Whom the care was for.
            clienten: Vec<Client> = Clienten / Client,
        }
    }

    klasse! {
        /// Whom the care was for.
        #[derive(Debug)]
        pub struct Client in Bericht sleutel [bsn] regels [Cs002, Tr416] {
            /// The citizen service number.
            bsn: BurgerServicenummer = Bsn,
            /// What was delivered.
            prestaties: Vec<Prestatie> = Prestaties / Prestatie,
        }
    }

    klasse! {
        /// Care that was delivered, and what is claimed for it.
        #[derive(Debug)]
        pub struct Prestatie in Bericht
            sleutel [product_referentie]
            regels [Tr134, Tr137, Cs100, Cs337, Cd060, Cd087, Cs339]
        {
            /// The number of this line.
            product_referentie: Referentie = ProductReferentie,
            /// The number of the allocation.
            toewijzing_nummer: Nummer = ToewijzingNummer,
            /// The category of the product.
            product_categorie: ProductCategorie = ProductCategorie,
            /// The code of the product.
            product_code: ProductCode = ProductCode,
            /// The days on which it was delivered.
            product_periode: GeslotenPeriode = ProductPeriode,
            /// How much was delivered.
            geleverd_volume: Volume = GeleverdVolume,
            /// The unit of the volume.
            eenheid: Eenheid = Eenheid,
            /// The price of a unit.
            product_tarief: Option<Bedrag> = ProductTarief,
            /// What is claimed.
            ingediend_bedrag: BedragMetDc = IngediendBedrag,
        }
    }
}
