//! JW307, stop of the delivery, and its retour JW308 (iJw 3.2).

use super::heen_en_retour;

heen_en_retour! {
    /// JW307, stop: the provider tells that the delivery of care ended or pauses (iJw 3.2).
    heen jw307 "440", retour jw308 "441",
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
        /// The care that has ended.
        stop_producten: Vec<StopProduct> = StopProducten / StopProduct,
    }

    /// Care of which the delivery has ended.
    klasse StopProduct sleutel [toewijzing_nummer, product, begindatum, reden_beeindiging, einddatum] altijd [] regels [Tr134, Cs058, Tr018] {
        /// The number of the allocation.
        toewijzing_nummer: Option<Nummer> = ToewijzingNummer,
        /// The product.
        product: Option<Product> = Product,
        /// The first day of the allocation.
        toewijzing_ingangsdatum: Option<Datum> = ToewijzingIngangsdatum,
        /// The first day of the delivery.
        begindatum: Datum = Begindatum,
        /// Why the delivery ended.
        reden_beeindiging: RedenBeeindiging = RedenBeeindiging,
        /// The last day of the delivery.
        einddatum: Datum = Einddatum,
        /// Whether this is new, changed or withdrawn.
        status_aanlevering: StatusAanlevering = StatusAanlevering,
    }
}
