//! JW301, toewijzing: the municipality allocates care to a provider, or changes or withdraws it (iJw 3.2).

use crate::basis::{
    Adres, AdresSoort, AgbCode, BerichtIdentificatie, Budget, BurgerServicenummer, Commentaar, Communicatie,
    Datum, Emailadres, Geboortedatum, Gemeente, Geslacht, JuridischeStatus, Nummer, Omvang, OpenPeriode,
    Organisatienaam, Persoonsid, Product, RedenWijziging, ReferentieTekst, RelatieVolgorde, SoortRelatie,
    Telefoonnummers, Tijd, VolledigeNaam, WettelijkeVertegenwoordiging, XsdVersie,
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
    /// Who sends the message to whom. Its code is 436.
    #[derive(Debug)]
    pub struct Header in Bericht vast {
        BerichtCode: tekst = "436",
        BerichtVersie: getal = "3",
        BerichtSubversie: getal = "2",
    } {
        /// The municipality that sends the message.
        afzender: Gemeente = Afzender,
        /// The provider that receives it.
        ontvanger: AgbCode = Ontvanger,
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
        naam: VolledigeNaam = Naam,
        /// How to talk with the client.
        communicatie: Option<Communicatie> = Communicatie,
        /// The legal status.
        juridische_status: Option<JuridischeStatus> = JuridischeStatus,
        /// How the client is represented in law.
        wettelijke_vertegenwoordiging: Option<WettelijkeVertegenwoordiging> = WettelijkeVertegenwoordiging,
        /// A remark.
        commentaar: Option<Commentaar> = Commentaar,
        /// The people around the client.
        relaties: Option<Vec<Relatie>> = Relaties / Relatie,
        /// Where the client can be reached.
        contactgegevens: Vec<Contact> = Contactgegevens / Contact,
        /// The care that is allocated.
        toegewezen_producten: Vec<ToegewezenProduct> = ToegewezenProducten / ToegewezenProduct,
    }
}

klasse! {
    /// Somebody around the client.
    #[derive(Debug)]
    pub struct Relatie in Bericht {
        /// The number that the sender gave to the person.
        nummer: Persoonsid = Nummer,
        /// In which order to call on the relations.
        volgorde: Option<RelatieVolgorde> = Volgorde,
        /// What the person is to the client.
        soort: SoortRelatie = Soort,
        /// The day of birth.
        geboortedatum: Option<Geboortedatum> = Geboortedatum,
        /// The sex as registered.
        geslacht: Option<Geslacht> = Geslacht,
        /// The name.
        naam: VolledigeNaam = Naam,
        /// Where the person can be reached.
        contact: Contact = Contact,
    }
}

klasse! {
    /// Where a person can be reached.
    #[derive(Debug)]
    pub struct Contact in Bericht {
        /// The kind of address.
        soort: AdresSoort = Soort,
        /// The address.
        adres: Option<Adres> = Adres,
        /// The organisation that the person is reached through.
        organisatie: Option<Organisatienaam> = Organisatie,
        /// The telephone numbers.
        telefoon: Option<Telefoonnummers> = Telefoon,
        /// The e-mail address.
        emailadres: Option<Emailadres> = Emailadres,
        /// When the person can be reached here.
        periode: Option<OpenPeriode> = Periode,
    }
}

klasse! {
    /// Care that is allocated.
    #[derive(Debug)]
    pub struct ToegewezenProduct in Bericht {
        /// The number of the allocation.
        toewijzing_nummer: Nummer = ToewijzingNummer,
        /// The reference of the provider's request, when there was one.
        referentie_aanbieder: Option<ReferentieTekst> = ReferentieAanbieder,
        /// The product; absent when any product may be delivered.
        product: Option<Product> = Product,
        /// The day of the decision.
        toewijzingsdatum: Datum = Toewijzingsdatum,
        /// The time of the decision, which tells two of one day apart.
        toewijzingstijd: Tijd = Toewijzingstijd,
        /// The first day.
        ingangsdatum: Datum = Ingangsdatum,
        /// The last day.
        einddatum: Option<Datum> = Einddatum,
        /// Why the allocation changed.
        reden_wijziging: Option<RedenWijziging> = RedenWijziging,
        /// How much is to be delivered.
        omvang: Option<Omvang> = Omvang,
        /// What may be spent.
        budget: Option<Budget> = Budget,
        /// A remark.
        commentaar: Option<Commentaar> = Commentaar,
    }
}
