//! JW323, declaratie: the provider claims from the municipality what it delivered (iJw 3.2).

use crate::basis::{
    AgbCode, Bedrag, BedragMetDc, BerichtIdentificatie, BurgerServicenummer, Datum, DeclaratieNummer,
    Eenheid, Gemeente, GeslotenPeriode, Nummer, ProductCategorie, ProductCode, Referentie, TotaalBedragMetDc,
    Volume, XsdVersie,
};
use crate::klasse::klasse;

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

klasse! {
    /// Who sends the message to whom. Its code is 490.
    #[derive(Debug)]
    pub struct Header in Bericht vast {
        BerichtCode: tekst = "490",
        BerichtVersie: getal = "3",
        BerichtSubversie: getal = "2",
    } {
        /// The provider that sends the message.
        afzender: AgbCode = Afzender,
        /// The municipality that receives it.
        ontvanger: Gemeente = Ontvanger,
        /// What the message is known by.
        bericht_identificatie: BerichtIdentificatie = BerichtIdentificatie,
        /// The versions of the schemas it was made with.
        xsd_versie: XsdVersie = XsdVersie,
    }
}

klasse! {
    /// What is claimed.
    #[derive(Debug)]
    pub struct Declaratie in Bericht {
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
    pub struct Client in Bericht {
        /// The citizen service number.
        bsn: BurgerServicenummer = Bsn,
        /// What was delivered.
        prestaties: Vec<Prestatie> = Prestaties / Prestatie,
    }
}

klasse! {
    /// Care that was delivered, and what is claimed for it.
    #[derive(Debug)]
    pub struct Prestatie in Bericht {
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
