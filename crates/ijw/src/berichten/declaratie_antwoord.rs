//! JW325, declaratie-antwoord (iJw 3.2).

/// JW325, declaratie-antwoord: what the municipality will pay of a declaration, and why not the rest (iJw 3.2).
pub mod jw325 {
    use crate::basis::{
        AgbCode, Bedrag, BedragMetDc, BerichtIdentificatie, BurgerServicenummer, Eenheid, Gemeente,
        GeslotenPeriode, IdentificatieDeclaratie, Nummer, ProductCategorie, ProductCode, Referentie,
        RetourCode, TotaalBedragMetDc, Versie, Volume, XsdVersie,
    };
    use crate::berichten::header;
    use crate::klasse::klasse;
    use crate::regels::{Cd060, Cs002, Tr134, Tr137, Tr342};

    klasse! {
        /// The message.
        #[derive(Debug)]
        pub struct Bericht in Bericht {
            /// Who sends it to whom.
            header: Header = Header,
            /// What is paid; absent when the declaration as a whole was refused for its form or header.
            declaratie_antwoord: Option<DeclaratieAntwoord> = DeclaratieAntwoord,
        }
    }

    header!("491", Gemeente, AgbCode,
        /// What the declaration is known by that is answered.
        declaratie_identificatie: BerichtIdentificatie = DeclaratieIdentificatie,
        /// The version of the published rule set by which the declaration was refused.
        xslt_versie: Option<Versie> = XsltVersie,
        /// The versions of the schemas that the declaration was made with.
        xsd_versie_declaratie: XsdVersie = XsdVersieDeclaratie,
        /// What was found about the declaration as a whole: 0200 when nothing is wrong with its form.
        retour_codes: Vec<RetourCode> = RetourCodes / RetourCode,
    );

    klasse! {
        /// What is paid of the declaration.
        #[derive(Debug)]
        pub struct DeclaratieAntwoord in Bericht regels [Tr342] {
            /// The number of the declaration.
            declaratie_nummer: IdentificatieDeclaratie = DeclaratieNummer,
            /// What was claimed.
            totaal_ingediend_bedrag: TotaalBedragMetDc = TotaalIngediendBedrag,
            /// What will be paid.
            totaal_toegekend_bedrag: TotaalBedragMetDc = TotaalToegekendBedrag,
            /// The clients of whom something was refused.
            clienten: Option<Vec<Client>> = Clienten / Client,
            /// What was found: 8001 when everything is paid.
            retour_codes: Vec<RetourCode> = RetourCodes / RetourCode,
        }
    }

    klasse! {
        /// A client of whom something was refused.
        #[derive(Debug)]
        pub struct Client in Bericht sleutel [bsn] regels [Cs002] {
            /// The citizen service number.
            bsn: BurgerServicenummer = Bsn,
            /// What was refused.
            prestaties: Vec<Prestatie> = Prestaties / Prestatie,
            /// What was found about the client.
            retour_codes: Vec<RetourCode> = RetourCodes / RetourCode,
        }
    }

    klasse! {
        /// A claim that was refused, as it was claimed.
        #[derive(Debug)]
        pub struct Prestatie in Bericht sleutel [product_referentie] regels [Tr134, Tr137, Cd060] {
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
            /// What was claimed.
            ingediend_bedrag: BedragMetDc = IngediendBedrag,
            /// Why it was refused.
            retour_codes: Vec<RetourCode> = RetourCodes / RetourCode,
        }
    }
}
