//! Rules about what is allocated, asked for, begun and ended.

use super::stapelen::{Stapelbaar, stapelingen};
use super::{
    Cd041, Cd075, Cd076, Cd077, Cd078, Cd079, Cd080, Cd095, Cd096, Cs003, Cs058, Cs335, Cs336, Cs338, Cs343,
    Tr018, Tr302, Tr386, Tr410,
};
use crate::basis::{Datum, Omvang, Product, StatusAanlevering};
use crate::keuring::{Keuring, Toets};
use crate::pad::stap;
use crate::{jw301, jw305, jw307, jw315, jw317};

/// The last day on which some rules did not yet hold.
const OVERGANG: Datum = Datum::constant(2020, 12, 31);

/// A class that says how much care there is, and until when.
pub(super) trait Omvangrijk {
    const BEGIN: &'static str;
    const EIND: &'static str;
    fn begin(&self) -> Datum;
    fn eind(&self) -> Option<Datum>;
    fn omvang(&self) -> Option<&Omvang>;
    fn heeft_budget(&self) -> bool;
}

/// A class that names a product, too.
pub(super) trait Besteld: Omvangrijk {
    fn product(&self) -> Option<&Product>;

    fn heeft_code(&self) -> bool {
        self.product().is_some_and(|product| product.code.is_some())
    }
}

macro_rules! omvangrijk {
    ($($klasse:ty: $begin:ident $beginpad:literal $eind:ident $eindpad:literal $($product:ident)?;)+) => {$(
        impl Omvangrijk for $klasse {
            const BEGIN: &'static str = $beginpad;
            const EIND: &'static str = $eindpad;

            fn begin(&self) -> Datum {
                self.$begin
            }

            fn eind(&self) -> Option<Datum> {
                self.$eind
            }

            fn omvang(&self) -> Option<&Omvang> {
                self.omvang.as_ref()
            }

            fn heeft_budget(&self) -> bool {
                self.budget.is_some()
            }
        }

        $(impl Besteld for $klasse {
            fn product(&self) -> Option<&Product> {
                self.$product.as_ref()
            }
        })?
    )+};
}

omvangrijk! {
    jw301::ToegewezenProduct: ingangsdatum "Ingangsdatum" einddatum "Einddatum" product;
    jw315::AangevraagdProduct:
        toewijzing_ingangsdatum "ToewijzingIngangsdatum" toewijzing_einddatum "ToewijzingEinddatum" product;
    jw317::TeWijzigenProduct: gewenste_ingangsdatum "GewensteIngangsdatum" einddatum "Einddatum";
    jw317::NieuwProduct: gewenste_ingangsdatum "GewensteIngangsdatum" einddatum "Einddatum" product;
}

impl<T: Omvangrijk> Toets<T> for Cs003 {
    fn toets(zorg: &T, keuring: &mut Keuring) {
        if zorg.eind().is_some_and(|eind| eind < zorg.begin()) {
            keuring.meld(Self::REGEL, &[T::BEGIN, T::EIND]);
        }
    }
}

impl<T: Besteld> Toets<T> for Cd079 {
    fn toets(zorg: &T, keuring: &mut Keuring) {
        if !zorg.heeft_budget() && zorg.product().is_none() {
            keuring.meld(Self::REGEL, &[""]);
        }
    }
}

impl<T: Besteld> Toets<T> for Cd041 {
    fn toets(zorg: &T, keuring: &mut Keuring) {
        if zorg.heeft_code() && zorg.omvang().is_none() {
            keuring.meld(Self::REGEL, &["Product/Code"]);
        }
    }
}

impl<T: Omvangrijk> Toets<T> for Cd077 {
    fn toets(zorg: &T, keuring: &mut Keuring) {
        if zorg.heeft_budget() && zorg.omvang().is_some() {
            keuring.meld(Self::REGEL, &["Omvang", "Budget"]);
        }
    }
}

impl<T: Omvangrijk> Toets<T> for Cd078 {
    fn toets(zorg: &T, keuring: &mut Keuring) {
        if zorg.heeft_budget() && zorg.omvang().is_some() {
            keuring.meld(Self::REGEL, &["Omvang", "Budget"]);
        }
    }
}

impl<T: Omvangrijk> Toets<T> for Cd075 {
    fn toets(zorg: &T, keuring: &mut Keuring) {
        if zorg.heeft_budget() && zorg.eind().is_none() {
            keuring.meld(Self::REGEL, &["Budget"]);
        }
    }
}

impl<T: Omvangrijk> Toets<T> for Cd076 {
    fn toets(zorg: &T, keuring: &mut Keuring) {
        if zorg.omvang().is_some_and(|omvang| omvang.frequentie.code() == "2") && zorg.eind().is_none() {
            keuring.meld(Self::REGEL, &["Omvang/Frequentie"]);
        }
    }
}

/// Whether the care goes on after the day from which some rules hold.
fn na_overgang(zorg: &impl Omvangrijk) -> bool {
    zorg.eind().is_none_or(|eind| eind > OVERGANG)
}

/// Where the last day stands, if it does, and after it the other paths.
fn met_eind<'a, T: Omvangrijk>(zorg: &T, paden: &[&'a str]) -> Vec<&'a str> {
    zorg.eind().map(|_| T::EIND).into_iter().chain(paden.iter().copied()).collect()
}

macro_rules! omvang_zonder_code {
    ($($regel:ident: $klasse:ty;)+) => {$(
        impl Toets<$klasse> for $regel {
            fn toets(zorg: &$klasse, keuring: &mut Keuring) {
                if zorg.omvang.is_some() && !zorg.heeft_code() && na_overgang(zorg) {
                    keuring.meld(Self::REGEL, &met_eind(zorg, &["Omvang"]));
                }
            }
        }
    )+};
}

omvang_zonder_code! {
    Cd080: jw301::ToegewezenProduct;
    Cd095: jw315::AangevraagdProduct;
    Cd096: jw317::NieuwProduct;
}

/// Whether the amount is per day in a unit that cannot be: 14, 16, 83 or 84.
fn onmogelijk_per_dag(zorg: &impl Omvangrijk) -> bool {
    zorg.omvang().is_some_and(|omvang| {
        omvang.frequentie.code() == "1" && matches!(omvang.eenheid.code(), "14" | "16" | "83" | "84")
    }) && na_overgang(zorg)
}

impl<T: Omvangrijk> Toets<T> for Cs338 {
    fn toets(zorg: &T, keuring: &mut Keuring) {
        if onmogelijk_per_dag(zorg) {
            keuring.meld(Self::REGEL, &met_eind(zorg, &["Omvang/Eenheid", "Omvang/Frequentie"]));
        }
    }
}

impl Toets<jw315::AangevraagdProduct> for Cs343 {
    fn toets(zorg: &jw315::AangevraagdProduct, keuring: &mut Keuring) {
        if onmogelijk_per_dag(zorg) {
            keuring.meld(Self::REGEL, &met_eind(zorg, &["Omvang/Eenheid", "Omvang/Frequentie"]));
        }
    }
}

fn reden(product: &jw301::ToegewezenProduct) -> &'static str {
    product.reden_wijziging.map_or("", crate::basis::RedenWijziging::code)
}

impl Toets<jw301::ToegewezenProduct> for Cs335 {
    fn toets(product: &jw301::ToegewezenProduct, keuring: &mut Keuring) {
        if reden(product) == "13" && product.einddatum.is_some_and(|eind| eind != product.ingangsdatum) {
            keuring.meld(Self::REGEL, &["Ingangsdatum", "Einddatum"]);
        }
    }
}

impl Toets<jw301::ToegewezenProduct> for Cs336 {
    fn toets(product: &jw301::ToegewezenProduct, keuring: &mut Keuring) {
        if reden(product) == "01" {
            keuring.meld(Self::REGEL, &["RedenWijziging"]);
        }
    }
}

/// A class that tells whether it is new or taken back.
trait Aangeleverd {
    fn status(&self) -> StatusAanlevering;
}

impl Aangeleverd for jw305::StartProduct {
    fn status(&self) -> StatusAanlevering {
        self.status_aanlevering
    }
}

impl Aangeleverd for jw307::StopProduct {
    fn status(&self) -> StatusAanlevering {
        self.status_aanlevering
    }
}

impl<T: Aangeleverd> Toets<T> for Cs058 {
    fn toets(product: &T, keuring: &mut Keuring) {
        if !matches!(product.status().code(), "1" | "3") {
            keuring.meld(Self::REGEL, &["StatusAanlevering"]);
        }
    }
}

impl Toets<jw307::StopProduct> for Tr018 {
    fn toets(product: &jw307::StopProduct, keuring: &mut Keuring) {
        if product.einddatum < product.begindatum {
            keuring.meld(Self::REGEL, &["Begindatum", "Einddatum"]);
        }
    }
}

/// Tells which products of a list stack.
fn meld_stapelingen<T: Besteld>(
    regel: &'static super::Regel,
    lijst: &[T],
    ouder: &str,
    onderdeel: &str,
    telt_mee: impl Fn(&T) -> bool,
    keuring: &mut Keuring,
) {
    if lijst.len() < 2 {
        return;
    }
    let stapels = lijst
        .iter()
        .enumerate()
        .filter(|(_, zorg)| telt_mee(zorg))
        .map(|(plaats, zorg)| (plaats, Stapelbaar::new(zorg.product(), zorg.begin(), zorg.eind())));
    for (een, ander) in stapelingen(stapels.collect()) {
        let paden = [een, ander].map(|plaats| format!("{ouder}{}", stap(onderdeel, plaats, lijst.len())));
        keuring.meld(regel, &paden.each_ref().map(String::as_str));
    }
}

impl Toets<jw301::Client> for Tr302 {
    fn toets(client: &jw301::Client, keuring: &mut Keuring) {
        // A deleted allocation counts as never sent.
        let telt_mee = |product: &jw301::ToegewezenProduct| {
            !(matches!(reden(product), "01" | "13") && product.einddatum == Some(product.ingangsdatum))
        };
        let producten = &client.toegewezen_producten;
        meld_stapelingen(
            Self::REGEL,
            producten,
            "ToegewezenProducten/",
            "ToegewezenProduct",
            telt_mee,
            keuring,
        );
    }
}

impl Toets<jw315::Client> for Tr386 {
    fn toets(client: &jw315::Client, keuring: &mut Keuring) {
        let producten = &client.aangevraagde_producten;
        meld_stapelingen(
            Self::REGEL,
            producten,
            "AangevraagdeProducten/",
            "AangevraagdProduct",
            |_| true,
            keuring,
        );
    }
}

impl Toets<jw317::Verzoek> for Tr410 {
    fn toets(verzoek: &jw317::Verzoek, keuring: &mut Keuring) {
        let producten = verzoek.nieuwe_producten.as_deref().unwrap_or_default();
        meld_stapelingen(Self::REGEL, producten, "NieuweProducten/", "NieuwProduct", |_| true, keuring);
    }
}
