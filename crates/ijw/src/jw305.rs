//! JW305, start: the provider tells the municipality that the delivery of care has begun (iJw 3.2).

use crate::basis::{
    AgbCode, BerichtIdentificatie, BurgerServicenummer, Datum, Geboortedatum, Gemeente, Geslacht, Nummer,
    Product, StatusAanlevering, VerkorteNaam, XsdVersie,
};
use crate::klasse::klasse;

klasse! {
    /// The message.
    #[derive(Debug)]
    pub struct Bericht in Bericht {
        /// Who sends it to whom.
        header: Header = Header,
        /// Whom the care is for.
        client: Client = Client,
    }
}

klasse! {
    /// Who sends the message to whom. Its code is 438.
    #[derive(Debug)]
    pub struct Header in Bericht vast {
        BerichtCode: tekst = "438",
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
    /// Whom the care is for.
    #[derive(Debug)]
    pub struct Client in Bericht {
        /// The citizen service number.
        bsn: BurgerServicenummer = Bsn,
        /// The day of birth.
        geboortedatum: Geboortedatum = Geboortedatum,
        /// The sex as registered.
        geslacht: Geslacht = Geslacht,
        /// The name.
        naam: VerkorteNaam = Naam,
        /// The care that has begun.
        start_producten: Vec<StartProduct> = StartProducten / StartProduct,
    }
}

klasse! {
    /// Care of which the delivery has begun.
    #[derive(Debug)]
    pub struct StartProduct in Bericht {
        /// The number of the allocation.
        toewijzing_nummer: Option<Nummer> = ToewijzingNummer,
        /// The product.
        product: Option<Product> = Product,
        /// The first day of the allocation.
        toewijzing_ingangsdatum: Option<Datum> = ToewijzingIngangsdatum,
        /// The first day of the delivery.
        begindatum: Datum = Begindatum,
        /// Whether this is new, changed or withdrawn.
        status_aanlevering: StatusAanlevering = StatusAanlevering,
    }
}
