//! JW315, verzoek om toewijzing, and its retour JW316 (iJw 3.2).

use super::heen_en_retour;

heen_en_retour! {
    /// JW315, verzoek om toewijzing: the provider asks the municipality to allocate care (iJw 3.2).
    heen jw315 "446", retour jw316 "447",
    AgbCode naar Gemeente, inhoud client: Client

    /// Whom the care is for.
    klasse Client altijd [Cs002] regels [Tr134, Tr383, Tr386] {
        /// The citizen service number.
        bsn: BurgerServicenummer = Bsn,
        /// The day of birth.
        geboortedatum: Geboortedatum = Geboortedatum,
        /// The sex as registered.
        geslacht: Geslacht = Geslacht,
        /// The name.
        naam: VerkorteNaam = Naam,
        /// Whether the provider knows who holds the authority over the child.
        gezagsdrager_bekend: Option<JaNee> = GezagsdragerBekend,
        /// A remark.
        commentaar: Option<Commentaar> = Commentaar,
        /// The care that is asked for.
        aangevraagde_producten: Vec<AangevraagdProduct> = AangevraagdeProducten / AangevraagdProduct,
    }

    /// Care that is asked for.
    klasse AangevraagdProduct sleutel [referentie_aanbieder] altijd []
        regels [Cd079, Cd041, Cd077, Cd078, Cd075, Cd076, Cd095, Cs343, Cs003, Cd043, Cd066, Cd067, Cd068]
    {
        /// The number that the provider gave to this question.
        referentie_aanbieder: ReferentieTekst = ReferentieAanbieder,
        /// The number of the decision that it rests on.
        beschikking_nummer: Option<Nummer> = BeschikkingNummer,
        /// The product; absent when any product may be delivered.
        product: Option<Product> = Product,
        /// The first day of the decision.
        beschikking_ingangsdatum: Option<Datum> = BeschikkingIngangsdatum,
        /// The first day that is asked for.
        toewijzing_ingangsdatum: Datum = ToewijzingIngangsdatum,
        /// The last day that is asked for.
        toewijzing_einddatum: Option<Datum> = ToewijzingEinddatum,
        /// How much is asked for.
        omvang: Option<Omvang> = Omvang,
        /// What may be spent, in eurocents.
        budget: Option<Budget> = Budget,
        /// Who referred the child.
        verwijzer: Verwijzer = Verwijzer,
        /// Whether there is a framework contract.
        raamcontract: Option<JaNee> = Raamcontract,
        /// A remark.
        commentaar: Option<Commentaar> = Commentaar,
    }
}
