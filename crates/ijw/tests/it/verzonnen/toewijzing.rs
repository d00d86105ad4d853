//! The JW301.

use ijw::basis::*;
use ijw::{Bericht, jw301};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::stukken::*;

prop_compose! {
    fn contact()(
        soort in code!(AdresSoort), adres in of(adres()), organisatie in of(regel!(Organisatienaam 35)),
        telefoon in of((telefoon(), of(telefoon()))), emailadres in of(regel!(Emailadres 80)),
        periode in of((of(datum()), of(datum()))),
    ) -> jw301::Contact {
        jw301::Contact {
            soort, adres, organisatie,
            telefoon: telefoon.map(|(telefoon01, telefoon02)| Telefoonnummers { telefoon01, telefoon02 }),
            emailadres,
            periode: periode.map(|(begindatum, einddatum)| OpenPeriode { begindatum, einddatum }),
        }
    }
}

prop_compose! {
    fn relatie()(
        nummer in regel!(Persoonsid 20), volgorde in of(getal!(RelatieVolgorde)), soort in code!(SoortRelatie),
        geboortedatum in of(geboortedatum()), geslacht in of(code!(Geslacht)), naam in volledige_naam(),
        contact in contact(),
    ) -> jw301::Relatie {
        jw301::Relatie { nummer, volgorde, soort, geboortedatum, geslacht, naam, contact }
    }
}

prop_compose! {
    fn toegewezen()(
        toewijzing_nummer in getal!(Nummer), referentie_aanbieder in of(regel!(ReferentieTekst 36)),
        product in of(product()), toewijzingsdatum in datum(), toewijzingstijd in tijd(), ingangsdatum in datum(),
        einddatum in of(datum()), reden_wijziging in of(code!(RedenWijziging)),
        omvang in of(omvang()), budget in of(getal!(Budget)),
        commentaar in of(commentaar()),
    ) -> jw301::ToegewezenProduct {
        jw301::ToegewezenProduct {
            toewijzing_nummer, referentie_aanbieder, product, toewijzingsdatum, toewijzingstijd, ingangsdatum, einddatum,
            reden_wijziging, omvang, budget, commentaar,
        }
    }
}

prop_compose! {
    fn client301()(
        bsn in bsn(), geboortedatum in geboortedatum(), geslacht in code!(Geslacht), naam in volledige_naam(),
        communicatie in of((code!(Communicatievorm), of(regel!(Taal 25)))),
        juridische_status in of(code!(JuridischeStatus)),
        wettelijke_vertegenwoordiging in of(code!(WettelijkeVertegenwoordiging)), commentaar in of(commentaar()),
        relaties in of(vec(relatie(), 1..3)), contactgegevens in vec(contact(), 1..3),
        toegewezen_producten in vec(toegewezen(), 1..4),
    ) -> jw301::Client {
        jw301::Client {
            bsn, geboortedatum, geslacht, naam,
            communicatie: communicatie.map(|(vorm, taal)| Communicatie { vorm, taal }),
            juridische_status, wettelijke_vertegenwoordiging, commentaar, relaties, contactgegevens, toegewezen_producten,
        }
    }
}

prop_compose! {
    pub(super) fn jw301()(
        afzender in gemeente(), ontvanger in agb(), bericht_identificatie in identificatie(), xsd_versie in xsd_versie(), client in client301(),
    ) -> Bericht {
        let header = jw301::Header { afzender, ontvanger, bericht_identificatie, xsd_versie };
        jw301::Bericht { header, client }.into()
    }
}
