//! JW319, the answer to a request, and its retour JW320 (iJw 3.2).

use super::heen_en_retour;

heen_en_retour! {
    /// JW319, antwoord: the municipality refuses a request or tells that it is looked into (iJw 3.2).
    heen jw319 "488", retour jw320 "489",
    Gemeente naar AgbCode, inhoud antwoord: Antwoord

    /// The answer to a request.
    klasse Antwoord altijd [] regels [Cd085, Cd086, Tr377, Tr409] {
        /// The number that the provider gave to the question.
        referentie_aanbieder: ReferentieTekst = ReferentieAanbieder,
        /// Refused, or under investigation.
        verzoek_antwoord: VerzoekAntwoord = VerzoekAntwoord,
        /// Why it is refused.
        reden_afwijzing_verzoek: Option<RedenAfwijzingVerzoek> = RedenAfwijzingVerzoek,
        /// Which municipality is responsible instead.
        woonplaatsbeginsel: Option<Woonplaatsbeginsel> = Woonplaatsbeginsel,
    }

    /// The municipality that is responsible for the child.
    klasse Woonplaatsbeginsel altijd [] regels [] {
        /// Its code.
        gemeente: Gemeente = Gemeente,
    }
}
