//! The parts that messages share.

use ijw::basis::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// A text of one to `max` characters, among which those that XML treats in a special way.
pub(super) fn tekst(max: usize, regels: bool) -> impl Strategy<Value = String> {
    let tekens = "aZ09 .-'\"<>&]]>é€ỳ😀\t\u{a0}\u{85}\u{7f}\u{feff}\u{fffd}\u{2028}";
    let mut tekens: Vec<char> = tekens.chars().collect();
    if regels {
        tekens.extend(['\n', '\r']);
    }
    (vec(select(tekens), 0..max), 0..max).prop_map(|(mut tekens, plaats)| {
        tekens.insert(plaats.min(tekens.len()), 'x');
        tekens.into_iter().collect()
    })
}

pub(super) fn cijfers(min: usize, max: usize) -> impl Strategy<Value = String> {
    vec(select(('0'..='9').collect::<Vec<_>>()), min..=max).prop_map(|tekens| tekens.into_iter().collect())
}

pub(super) fn letters(bron: &str, max: usize) -> impl Strategy<Value = String> {
    vec(select(bron.chars().collect::<Vec<_>>()), 1..=max).prop_map(|tekens| tekens.into_iter().collect())
}

prop_compose! {
    pub(super) fn datum()(jaar in 1_i16..=9999, maand in 1_i8..=12, dag in 1_i8..=28) -> Datum {
        Datum::constant(jaar, maand, dag)
    }
}

prop_compose! {
    pub(super) fn tijd()(uur in 0_i8..24, minuut in 0_i8..60, seconde in 0_i8..60, deel in select(vec![0, 1, 500_000_000])) -> Tijd {
        Tijd::constant(uur, minuut, seconde, deel)
    }
}

pub(super) fn agb() -> impl Strategy<Value = AgbCode> {
    cijfers(8, 8).prop_map(|code| AgbCode::new(code).unwrap())
}

pub(super) fn gemeente() -> impl Strategy<Value = Gemeente> {
    cijfers(4, 4).prop_map(|code| Gemeente::new(code).unwrap())
}

pub(super) fn bsn() -> impl Strategy<Value = BurgerServicenummer> {
    cijfers(9, 9).prop_map(|nummer| BurgerServicenummer::new(nummer).unwrap())
}

prop_compose! {
    pub(super) fn identificatie()(identificatie in regel!(IdentificatieBericht 12), dagtekening in datum()) -> BerichtIdentificatie {
        BerichtIdentificatie { identificatie, dagtekening }
    }
}

prop_compose! {
    pub(super) fn xsd_versie()(basisschema_xsd_versie in versie(), bericht_xsd_versie in versie()) -> XsdVersie {
        XsdVersie { basisschema_xsd_versie, bericht_xsd_versie }
    }
}

prop_compose! {
    pub(super) fn geboortedatum()(datum in datum(), datum_gebruik in of(code!(DatumGebruik))) -> Geboortedatum {
        Geboortedatum { datum, datum_gebruik }
    }
}

prop_compose! {
    pub(super) fn achternaam()(achternaam in regel!(Naam 200), voorvoegsel in of(regel!(Voorvoegsel 10))) -> Achternaam {
        Achternaam { achternaam, voorvoegsel }
    }
}

pub(super) fn voorletters() -> impl Strategy<Value = Voorletters> {
    letters("aZÀ×÷ỳ\u{300}", 6).prop_map(|tekst| Voorletters::new(tekst).unwrap())
}

prop_compose! {
    pub(super) fn verkorte_naam()(
        geslachtsnaam in achternaam(), voornamen in of(regel!(Naam 200)), voorletters in of(voorletters()),
    ) -> VerkorteNaam {
        VerkorteNaam { geslachtsnaam, voornamen, voorletters }
    }
}

prop_compose! {
    pub(super) fn volledige_naam()(
        geslachtsnaam in achternaam(), partnernaam in of(achternaam()), voornamen in of(regel!(Naam 200)),
        voorletters in of(voorletters()), naam_gebruik in code!(NaamGebruik),
    ) -> VolledigeNaam {
        VolledigeNaam { geslachtsnaam, partnernaam, voornamen, voorletters, naam_gebruik }
    }
}

prop_compose! {
    pub(super) fn huis()(
        huisnummer in getal!(Huisnummer), huisletter in of(regel!(Huisletter 1)),
        huisnummer_toevoeging in of(regel!(HuisnummerToevoeging 4)),
        aanduiding_woonadres in of(code!(AanduidingWoonadres)),
    ) -> Huis {
        Huis { huisnummer, huisletter, huisnummer_toevoeging, aanduiding_woonadres }
    }
}

prop_compose! {
    pub(super) fn adres()(
        huis in of(huis()), postcode in of(regel!(Postcode 8)), straatnaam in of(regel!(Straatnaam 24)),
        plaatsnaam in of(regel!(Plaatsnaam 80)), land_code in of(code!(LandCode)),
    ) -> Adres {
        Adres { huis, postcode, straatnaam, plaatsnaam, land_code }
    }
}

prop_compose! {
    pub(super) fn telefoon()(nummer in cijfers(1, 15), landnummer in regel!(Landnummer 4)) -> Telefoon {
        Telefoon { telefoonnummer: Telefoonnummer::new(nummer).unwrap(), landnummer }
    }
}

pub(super) fn commentaar() -> impl Strategy<Value = Commentaar> {
    tekst(300, true).prop_map(|tekst| Commentaar::new(tekst).unwrap())
}

prop_compose! {
    pub(super) fn product()(categorie in code!(ProductCategorie), code in of(regel!(ProductCode 5))) -> Product {
        Product { categorie, code }
    }
}

prop_compose! {
    pub(super) fn omvang()(volume in getal!(Volume), eenheid in code!(Eenheid), frequentie in code!(Frequentie)) -> Omvang {
        Omvang { volume, eenheid, frequentie }
    }
}

prop_compose! {
    pub(super) fn bedrag()(bedrag in getal!(Bedrag), debet_credit in code!(DebetCredit)) -> BedragMetDc {
        BedragMetDc { bedrag, debet_credit }
    }
}

prop_compose! {
    pub(super) fn totaal()(totaal_bedrag in getal!(TotaalBedrag), debet_credit in code!(DebetCredit)) -> TotaalBedragMetDc {
        TotaalBedragMetDc { totaal_bedrag, debet_credit }
    }
}

/// What was found about a class.
pub(super) fn codes() -> impl Strategy<Value = Vec<RetourCode>> {
    vec(code!(RetourCode), 1..4)
}

pub(super) fn versie() -> impl Strategy<Value = Versie> {
    (0..30_u32, 0..3_u32, 0..999_u32).prop_map(|(a, b, c)| Versie::new(format!("{a}.{b}.{c}")).unwrap())
}

prop_compose! {
    pub(super) fn verwijzer()(
        soort in code!(TypeVerwijzer), naam in of(regel!(NaamVerwijzer 64)), zorgverlener_code in of(agb()),
    ) -> Verwijzer {
        Verwijzer { soort, naam, zorgverlener_code }
    }
}

pub(super) fn referentienummer() -> impl Strategy<Value = ReferentieNummer> {
    tekst(20, true).prop_map(|tekst| ReferentieNummer::new(tekst).unwrap())
}

prop_compose! {
    pub(super) fn gesloten()(begindatum in datum(), einddatum in datum()) -> GeslotenPeriode {
        GeslotenPeriode { begindatum, einddatum }
    }
}
