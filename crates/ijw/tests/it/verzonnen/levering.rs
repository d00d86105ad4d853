//! The JW305 and the JW307.

use ijw::basis::*;
use ijw::{Bericht, jw305, jw307};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::stukken::*;

/// What a StartProduct and a StopProduct have in common.
fn begin() -> impl Strategy<Value = (Option<Nummer>, Option<Product>, Option<Datum>, Datum, StatusAanlevering)>
{
    (of(getal!(Nummer)), of(product()), of(datum()), datum(), code!(StatusAanlevering))
}

prop_compose! {
    pub(super) fn jw305()(
        afzender in agb(), ontvanger in gemeente(), bericht_identificatie in identificatie(), xsd_versie in xsd_versie(), bsn in bsn(),
        geboortedatum in geboortedatum(), geslacht in code!(Geslacht), naam in verkorte_naam(), producten in vec(begin(), 1..4),
    ) -> Bericht {
        let header = jw305::Header { afzender, ontvanger, bericht_identificatie, xsd_versie };
        let start_producten = producten
            .into_iter()
            .map(|(toewijzing_nummer, product, toewijzing_ingangsdatum, begindatum, status_aanlevering)| jw305::StartProduct {
                toewijzing_nummer, product, toewijzing_ingangsdatum, begindatum, status_aanlevering,
            })
            .collect();
        let client = jw305::Client { bsn, geboortedatum, geslacht, naam, start_producten };
        jw305::Bericht { header, client }.into()
    }
}

prop_compose! {
    pub(super) fn jw307()(
        afzender in agb(), ontvanger in gemeente(), bericht_identificatie in identificatie(), xsd_versie in xsd_versie(), bsn in bsn(),
        geboortedatum in geboortedatum(), geslacht in code!(Geslacht), naam in verkorte_naam(),
        producten in vec((begin(), code!(RedenBeeindiging), datum()), 1..4),
    ) -> Bericht {
        let header = jw307::Header { afzender, ontvanger, bericht_identificatie, xsd_versie };
        let stop_producten = producten
            .into_iter()
            .map(|(begin, reden_beeindiging, einddatum)| {
                let (toewijzing_nummer, product, toewijzing_ingangsdatum, begindatum, status_aanlevering) = begin;
                jw307::StopProduct {
                    toewijzing_nummer, product, toewijzing_ingangsdatum, begindatum, reden_beeindiging, einddatum,
                    status_aanlevering,
                }
            })
            .collect();
        let client = jw307::Client { bsn, geboortedatum, geslacht, naam, stop_producten };
        jw307::Bericht { header, client }.into()
    }
}
