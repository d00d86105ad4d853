//! The six retour messages: a message given back, with codes at random.

use ijw::basis::*;
use ijw::{Bericht, Retourkop};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::stukken::*;

prop_compose! {
    fn kop()(
        identificatie in regel!(IdentificatieBericht 12), dagtekening in datum(), xslt_versie in of(versie()),
        xsd_versie in xsd_versie(), retour_codes in of(codes()),
    ) -> Retourkop {
        Retourkop { identificatie, dagtekening, xslt_versie, xsd_versie, retour_codes }
    }
}

prop_compose! {
    /// The retour on one of these messages.
    pub(super) fn retour(heen: BoxedStrategy<Bericht>)(
        bericht in heen, kop in kop(), met_inhoud in prop::bool::weighted(0.8), codes in vec(codes(), 1..8),
    ) -> Bericht {
        let mut codes = codes.iter().cycle();
        ijw::retourneer(&bericht, kop, met_inhoud, &mut |_| codes.next().unwrap().clone()).unwrap()
    }
}
