//! The JW323 and the JW325.

use ijw::basis::*;
use ijw::{Bericht, jw323, jw325};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::stukken::*;

prop_compose! {
    fn prestatie()(
        referentie_nummer in referentienummer(), vorig_referentie_nummer in of(referentienummer()),
        toewijzing_nummer in getal!(Nummer), product_categorie in code!(ProductCategorie),
        product_code in regel!(ProductCode 5), product_periode in gesloten(), geleverd_volume in getal!(Volume),
        eenheid in code!(Eenheid), product_tarief in of(getal!(Bedrag)),
        ingediend_bedrag in bedrag(),
    ) -> jw323::Prestatie {
        jw323::Prestatie {
            product_referentie: Referentie { referentie_nummer, vorig_referentie_nummer },
            toewijzing_nummer, product_categorie, product_code, product_periode, geleverd_volume, eenheid, product_tarief,
            ingediend_bedrag,
        }
    }
}

prop_compose! {
    pub(super) fn jw323()(
        afzender in agb(), ontvanger in gemeente(), bericht_identificatie in identificatie(), xsd_versie in xsd_versie(),
        nummer in letters("abZ019", 12), declaratie_periode in gesloten(), declaratie_dagtekening in datum(),
        totaal_ingediend_bedrag in totaal(),
        clienten in vec((bsn(), vec(prestatie(), 1..4)), 1..3),
    ) -> Bericht {
        let header = jw323::Header { afzender, ontvanger, bericht_identificatie, xsd_versie };
        let clienten = clienten.into_iter().map(|(bsn, prestaties)| jw323::Client { bsn, prestaties }).collect();
        let declaratie = jw323::Declaratie {
            declaratie_nummer: DeclaratieNummer::new(nummer).unwrap(), declaratie_periode, declaratie_dagtekening,
            totaal_ingediend_bedrag, clienten,
        };
        jw323::Bericht { header, declaratie }.into()
    }
}

prop_compose! {
    fn afgewezen()(regel in prestatie(), retour_codes in codes()) -> jw325::Prestatie {
        let jw323::Prestatie {
            product_referentie, toewijzing_nummer, product_categorie, product_code, product_periode, geleverd_volume,
            eenheid, product_tarief, ingediend_bedrag,
        } = regel;
        jw325::Prestatie {
            product_referentie, toewijzing_nummer, product_categorie, product_code, product_periode, geleverd_volume,
            eenheid, product_tarief, ingediend_bedrag, retour_codes,
        }
    }
}

prop_compose! {
    fn client325()(bsn in bsn(), prestaties in vec(afgewezen(), 1..4), retour_codes in codes()) -> jw325::Client {
        jw325::Client { bsn, prestaties, retour_codes }
    }
}

prop_compose! {
    fn antwoord()(
        nummer in tekst(11, true), totaal_ingediend_bedrag in totaal(), totaal_toegekend_bedrag in totaal(),
        clienten in of(vec(client325(), 1..3)), retour_codes in codes(),
    ) -> jw325::DeclaratieAntwoord {
        jw325::DeclaratieAntwoord {
            declaratie_nummer: IdentificatieDeclaratie::new(nummer).unwrap(), totaal_ingediend_bedrag,
            totaal_toegekend_bedrag, clienten, retour_codes,
        }
    }
}

prop_compose! {
    pub(super) fn jw325()(
        afzender in gemeente(), ontvanger in agb(), bericht_identificatie in identificatie(), xsd_versie in xsd_versie(),
        declaratie_identificatie in identificatie(), xslt_versie in of(versie()), xsd_versie_declaratie in xsd_versie(),
        retour_codes in codes(), declaratie_antwoord in of(antwoord()),
    ) -> Bericht {
        let header = jw325::Header {
            afzender, ontvanger, bericht_identificatie, xsd_versie, declaratie_identificatie, xslt_versie,
            xsd_versie_declaratie, retour_codes,
        };
        jw325::Bericht { header, declaratie_antwoord }.into()
    }
}
