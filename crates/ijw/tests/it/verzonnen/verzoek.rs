//! The JW315, the JW317 and the JW319.

use ijw::basis::*;
use ijw::{Bericht, jw315, jw317, jw319};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::stukken::*;

prop_compose! {
    fn aangevraagd()(
        referentie_aanbieder in regel!(ReferentieTekst 36), beschikking_nummer in of(getal!(Nummer)),
        product in of(product()), beschikking_ingangsdatum in of(datum()), toewijzing_ingangsdatum in datum(),
        toewijzing_einddatum in of(datum()), omvang in of(omvang()), budget in of(getal!(Budget)),
        verwijzer in verwijzer(), raamcontract in of(code!(JaNee)), commentaar in of(commentaar()),
    ) -> jw315::AangevraagdProduct {
        jw315::AangevraagdProduct {
            referentie_aanbieder, beschikking_nummer, product, beschikking_ingangsdatum, toewijzing_ingangsdatum,
            toewijzing_einddatum, omvang, budget, verwijzer, raamcontract, commentaar,
        }
    }
}

prop_compose! {
    pub(super) fn jw315()(
        (afzender, ontvanger, bericht_identificatie, xsd_versie) in (agb(), gemeente(), identificatie(), xsd_versie()),
        bsn in bsn(), geboortedatum in geboortedatum(), geslacht in code!(Geslacht), naam in verkorte_naam(),
        gezagsdrager_bekend in of(code!(JaNee)), commentaar in of(commentaar()),
        aangevraagde_producten in vec(aangevraagd(), 1..4),
    ) -> Bericht {
        let header = jw315::Header { afzender, ontvanger, bericht_identificatie, xsd_versie };
        let client = jw315::Client {
            bsn, geboortedatum, geslacht, naam, gezagsdrager_bekend, commentaar, aangevraagde_producten,
        };
        jw315::Bericht { header, client }.into()
    }
}

prop_compose! {
    fn te_wijzigen()(
        toewijzing_nummer in getal!(Nummer), gewenste_ingangsdatum in datum(), einddatum in of(datum()),
        omvang in of(omvang()), budget in of(getal!(Budget)),
    ) -> jw317::TeWijzigenProduct {
        jw317::TeWijzigenProduct { toewijzing_nummer, gewenste_ingangsdatum, einddatum, omvang, budget }
    }
}

prop_compose! {
    fn nieuw()(
        product in of(product()), gewenste_ingangsdatum in datum(), einddatum in of(datum()), omvang in of(omvang()),
        budget in of(getal!(Budget)),
    ) -> jw317::NieuwProduct {
        jw317::NieuwProduct { product, gewenste_ingangsdatum, einddatum, omvang, budget }
    }
}

prop_compose! {
    pub(super) fn jw317()(
        (afzender, ontvanger, bericht_identificatie, xsd_versie) in (agb(), gemeente(), identificatie(), xsd_versie()),
        bsn in bsn(), referentie_aanbieder in regel!(ReferentieTekst 36), reden_verzoek in code!(RedenVerzoek),
        ongewijzigd in of(vec(getal!(Nummer), 1..4)), te_wijzigen_producten in of(vec(te_wijzigen(), 1..4)),
        nieuwe_producten in of(vec(nieuw(), 1..4)),
    ) -> Bericht {
        let header = jw317::Header { afzender, ontvanger, bericht_identificatie, xsd_versie };
        let ongewijzigde_producten = ongewijzigd.map(|nummers: Vec<Nummer>| {
            nummers.into_iter().map(|toewijzing_nummer| jw317::OngewijzigdProduct { toewijzing_nummer }).collect()
        });
        let verzoek = jw317::Verzoek {
            referentie_aanbieder, reden_verzoek, ongewijzigde_producten, te_wijzigen_producten, nieuwe_producten,
        };
        jw317::Bericht { header, client: jw317::Client { bsn, verzoek } }.into()
    }
}

prop_compose! {
    pub(super) fn jw319()(
        afzender in gemeente(), ontvanger in agb(), bericht_identificatie in identificatie(), xsd_versie in xsd_versie(),
        referentie_aanbieder in regel!(ReferentieTekst 36), verzoek_antwoord in code!(VerzoekAntwoord),
        reden_afwijzing_verzoek in of(code!(RedenAfwijzingVerzoek)), elders in of(gemeente()),
    ) -> Bericht {
        let header = jw319::Header { afzender, ontvanger, bericht_identificatie, xsd_versie };
        let woonplaatsbeginsel = elders.map(|gemeente| jw319::Woonplaatsbeginsel { gemeente });
        let antwoord = jw319::Antwoord {
            referentie_aanbieder, verzoek_antwoord, reden_afwijzing_verzoek, woonplaatsbeginsel,
        };
        jw319::Bericht { header, antwoord }.into()
    }
}
