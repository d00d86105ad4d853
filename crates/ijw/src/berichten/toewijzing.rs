//! JW301, toewijzing, and its retour JW302 (iJw 3.2).

use super::heen_en_retour;

heen_en_retour! {
    /// JW301, toewijzing: the municipality allocates care to a provider, or changes or withdraws it (iJw 3.2).
    heen jw301 "436", retour jw302 "437",
    Gemeente naar AgbCode, inhoud client: Client

    /// Whom the care is for.
    klasse Client altijd [Cs002] regels [Tr134, Cs318, Tr061, Tr302] {
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

    /// Somebody around the client.
    klasse Relatie sleutel [nummer] altijd [] regels [Tr134] {
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

    /// Where a person can be reached.
    klasse Contact sleutel [soort] altijd [] regels [Cd034, Cd009, Tr006, Cs003] {
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

    /// Care that is allocated.
    klasse ToegewezenProduct sleutel [toewijzing_nummer] altijd [] regels [Tr134, Cs003, Cd079, Cd041, Cd077, Cd078, Cd075, Cd076, Cd080, Cs338, Cs335, Cs336] {
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
