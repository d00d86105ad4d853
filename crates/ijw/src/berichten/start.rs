//! JW305, start of the delivery, and its retour JW306 (iJw 3.2).

use super::heen_en_retour;

heen_en_retour! {
    /// JW305, start: the provider tells that the delivery of care began (iJw 3.2).
    heen jw305 "438", retour jw306 "439",
    AgbCode naar Gemeente, inhoud client: Client

    /// Whom the care is for.
    klasse Client altijd [Cs002] regels [Tr134] {
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

    /// Care of which the delivery has begun.
    klasse StartProduct sleutel [toewijzing_nummer, product, begindatum] altijd [] regels [Tr134, Cs058] {
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
