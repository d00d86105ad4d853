//! JW317, verzoek om wijziging, and its retour JW318 (iJw 3.2).

use super::heen_en_retour;

heen_en_retour! {
    /// JW317, verzoek om wijziging: the provider asks to change care that is running (iJw 3.2).
    heen jw317 "486", retour jw318 "487",
    AgbCode naar Gemeente, inhoud client: Client

    /// Whom the care is for.
    klasse Client altijd [Cs002] regels [] {
        /// The citizen service number.
        bsn: BurgerServicenummer = Bsn,
        /// What is asked.
        verzoek: Verzoek = Verzoek,
    }

    /// The whole situation that is asked for: what stays, what changes and what is new.
    klasse Verzoek altijd [] regels [Tr352, Tr353, Tr410] {
        /// The number that the provider gave to this question.
        referentie_aanbieder: ReferentieTekst = ReferentieAanbieder,
        /// Why it is asked.
        reden_verzoek: RedenVerzoek = RedenVerzoek,
        /// What stays as it is.
        ongewijzigde_producten: Option<Vec<OngewijzigdProduct>> = OngewijzigdeProducten / OngewijzigdProduct,
        /// What should change.
        te_wijzigen_producten: Option<Vec<TeWijzigenProduct>> = TeWijzigenProducten / TeWijzigenProduct,
        /// What should come beside it.
        nieuwe_producten: Option<Vec<NieuwProduct>> = NieuweProducten / NieuwProduct,
    }

    /// An allocation that stays as it is.
    klasse OngewijzigdProduct sleutel [toewijzing_nummer] altijd [] regels [] {
        /// The number of the allocation.
        toewijzing_nummer: Nummer = ToewijzingNummer,
    }

    /// An allocation that should change.
    klasse TeWijzigenProduct sleutel [toewijzing_nummer] altijd []
        regels [Cd077, Cd078, Cd075, Cd076, Cs338, Cs003]
    {
        /// The number of the allocation.
        toewijzing_nummer: Nummer = ToewijzingNummer,
        /// From which day it should change.
        gewenste_ingangsdatum: Datum = GewensteIngangsdatum,
        /// The last day that is asked for.
        einddatum: Option<Datum> = Einddatum,
        /// How much is asked for.
        omvang: Option<Omvang> = Omvang,
        /// What may be spent, in eurocents.
        budget: Option<Budget> = Budget,
    }

    /// Care that should come beside what there is.
    klasse NieuwProduct sleutel [product, gewenste_ingangsdatum] altijd []
        regels [Cd079, Cd041, Cd077, Cd078, Cd075, Cd076, Cd096, Cs338, Cs003, Tr380]
    {
        /// The product; absent when any product may be delivered.
        product: Option<Product> = Product,
        /// The first day that is asked for.
        gewenste_ingangsdatum: Datum = GewensteIngangsdatum,
        /// The last day that is asked for.
        einddatum: Option<Datum> = Einddatum,
        /// How much is asked for.
        omvang: Option<Omvang> = Omvang,
        /// What may be spent, in eurocents.
        budget: Option<Budget> = Budget,
    }
}
