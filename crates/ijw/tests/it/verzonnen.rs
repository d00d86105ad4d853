//! Messages made up at random: everything that the types allow.

use ijw::basis::*;
use ijw::{Bericht, jw301, jw305, jw307, jw323};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// A text of one to `max` characters, among which those that XML treats in a special way.
fn tekst(max: usize, regels: bool) -> impl Strategy<Value = String> {
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

fn cijfers(min: usize, max: usize) -> impl Strategy<Value = String> {
    vec(select(('0'..='9').collect::<Vec<_>>()), min..=max).prop_map(|tekens| tekens.into_iter().collect())
}

fn letters(bron: &str, max: usize) -> impl Strategy<Value = String> {
    vec(select(bron.chars().collect::<Vec<_>>()), 1..=max).prop_map(|tekens| tekens.into_iter().collect())
}

macro_rules! regel {
    ($naam:ident $max:literal) => {
        tekst($max, false).prop_map(|tekst| $naam::new(tekst).unwrap())
    };
}

macro_rules! getal {
    ($naam:ident) => {
        (0..=$naam::MAX).prop_map(|getal| $naam::new(getal).unwrap())
    };
}

macro_rules! code {
    ($naam:ident) => {
        select($naam::ALLE)
    };
}

prop_compose! {
    fn datum()(jaar in 1_i16..=9999, maand in 1_i8..=12, dag in 1_i8..=28) -> Datum {
        Datum::constant(jaar, maand, dag)
    }
}

prop_compose! {
    fn tijd()(uur in 0_i8..24, minuut in 0_i8..60, seconde in 0_i8..60, deel in select(vec![0, 1, 500_000_000])) -> Tijd {
        Tijd::constant(uur, minuut, seconde, deel)
    }
}

fn agb() -> impl Strategy<Value = AgbCode> {
    cijfers(8, 8).prop_map(|code| AgbCode::new(code).unwrap())
}

fn gemeente() -> impl Strategy<Value = Gemeente> {
    cijfers(4, 4).prop_map(|code| Gemeente::new(code).unwrap())
}

fn bsn() -> impl Strategy<Value = BurgerServicenummer> {
    cijfers(9, 9).prop_map(|nummer| BurgerServicenummer::new(nummer).unwrap())
}

prop_compose! {
    fn identificatie()(identificatie in regel!(IdentificatieBericht 12), dagtekening in datum()) -> BerichtIdentificatie {
        BerichtIdentificatie { identificatie, dagtekening }
    }
}

fn xsd_versie() -> XsdVersie {
    let versie = Versie::new("1.0.0").unwrap();
    XsdVersie { basisschema_xsd_versie: versie.clone(), bericht_xsd_versie: versie }
}

prop_compose! {
    fn geboortedatum()(datum in datum(), datum_gebruik in of(code!(DatumGebruik))) -> Geboortedatum {
        Geboortedatum { datum, datum_gebruik }
    }
}

prop_compose! {
    fn achternaam()(achternaam in regel!(Naam 200), voorvoegsel in of(regel!(Voorvoegsel 10))) -> Achternaam {
        Achternaam { achternaam, voorvoegsel }
    }
}

fn voorletters() -> impl Strategy<Value = Voorletters> {
    letters("aZÀ×÷ỳ\u{300}", 6).prop_map(|tekst| Voorletters::new(tekst).unwrap())
}

prop_compose! {
    fn verkorte_naam()(
        geslachtsnaam in achternaam(), voornamen in of(regel!(Naam 200)), voorletters in of(voorletters()),
    ) -> VerkorteNaam {
        VerkorteNaam { geslachtsnaam, voornamen, voorletters }
    }
}

prop_compose! {
    fn volledige_naam()(
        geslachtsnaam in achternaam(), partnernaam in of(achternaam()), voornamen in of(regel!(Naam 200)),
        voorletters in of(voorletters()), naam_gebruik in code!(NaamGebruik),
    ) -> VolledigeNaam {
        VolledigeNaam { geslachtsnaam, partnernaam, voornamen, voorletters, naam_gebruik }
    }
}

prop_compose! {
    fn huis()(
        huisnummer in getal!(Huisnummer), huisletter in of(regel!(Huisletter 1)),
        huisnummer_toevoeging in of(regel!(HuisnummerToevoeging 4)),
        aanduiding_woonadres in of(code!(AanduidingWoonadres)),
    ) -> Huis {
        Huis { huisnummer, huisletter, huisnummer_toevoeging, aanduiding_woonadres }
    }
}

prop_compose! {
    fn adres()(
        huis in of(huis()), postcode in of(regel!(Postcode 8)), straatnaam in of(regel!(Straatnaam 24)),
        plaatsnaam in of(regel!(Plaatsnaam 80)), land_code in of(code!(LandCode)),
    ) -> Adres {
        Adres { huis, postcode, straatnaam, plaatsnaam, land_code }
    }
}

prop_compose! {
    fn telefoon()(nummer in cijfers(1, 15), landnummer in regel!(Landnummer 4)) -> Telefoon {
        Telefoon { telefoonnummer: Telefoonnummer::new(nummer).unwrap(), landnummer }
    }
}

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

fn commentaar() -> impl Strategy<Value = Commentaar> {
    tekst(300, true).prop_map(|tekst| Commentaar::new(tekst).unwrap())
}

prop_compose! {
    fn product()(categorie in code!(ProductCategorie), code in of(regel!(ProductCode 5))) -> Product {
        Product { categorie, code }
    }
}

prop_compose! {
    fn toegewezen()(
        toewijzing_nummer in getal!(Nummer), referentie_aanbieder in of(regel!(ReferentieTekst 36)),
        product in of(product()), toewijzingsdatum in datum(), toewijzingstijd in tijd(), ingangsdatum in datum(),
        einddatum in of(datum()), reden_wijziging in of(code!(RedenWijziging)),
        omvang in of((getal!(Volume), code!(Eenheid), code!(Frequentie))), budget in of(getal!(Budget)),
        commentaar in of(commentaar()),
    ) -> jw301::ToegewezenProduct {
        jw301::ToegewezenProduct {
            toewijzing_nummer, referentie_aanbieder, product, toewijzingsdatum, toewijzingstijd, ingangsdatum, einddatum,
            reden_wijziging, omvang: omvang.map(|(volume, eenheid, frequentie)| Omvang { volume, eenheid, frequentie }),
            budget, commentaar,
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
    fn jw301()(
        afzender in gemeente(), ontvanger in agb(), bericht_identificatie in identificatie(), client in client301(),
    ) -> Bericht {
        let header = jw301::Header { afzender, ontvanger, bericht_identificatie, xsd_versie: xsd_versie() };
        jw301::Bericht { header, client }.into()
    }
}

/// What a StartProduct and a StopProduct have in common.
fn begin() -> impl Strategy<Value = (Option<Nummer>, Option<Product>, Option<Datum>, Datum, StatusAanlevering)>
{
    (of(getal!(Nummer)), of(product()), of(datum()), datum(), code!(StatusAanlevering))
}

prop_compose! {
    fn jw305()(
        afzender in agb(), ontvanger in gemeente(), bericht_identificatie in identificatie(), bsn in bsn(),
        geboortedatum in geboortedatum(), geslacht in code!(Geslacht), naam in verkorte_naam(), producten in vec(begin(), 1..4),
    ) -> Bericht {
        let header = jw305::Header { afzender, ontvanger, bericht_identificatie, xsd_versie: xsd_versie() };
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
    fn jw307()(
        afzender in agb(), ontvanger in gemeente(), bericht_identificatie in identificatie(), bsn in bsn(),
        geboortedatum in geboortedatum(), geslacht in code!(Geslacht), naam in verkorte_naam(),
        producten in vec((begin(), code!(RedenBeeindiging), datum()), 1..4),
    ) -> Bericht {
        let header = jw307::Header { afzender, ontvanger, bericht_identificatie, xsd_versie: xsd_versie() };
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

fn referentienummer() -> impl Strategy<Value = ReferentieNummer> {
    tekst(20, true).prop_map(|tekst| ReferentieNummer::new(tekst).unwrap())
}

prop_compose! {
    fn gesloten()(begindatum in datum(), einddatum in datum()) -> GeslotenPeriode {
        GeslotenPeriode { begindatum, einddatum }
    }
}

prop_compose! {
    fn prestatie()(
        referentie_nummer in referentienummer(), vorig_referentie_nummer in of(referentienummer()),
        toewijzing_nummer in getal!(Nummer), product_categorie in code!(ProductCategorie),
        product_code in regel!(ProductCode 5), product_periode in gesloten(), geleverd_volume in getal!(Volume),
        eenheid in code!(Eenheid), product_tarief in of(getal!(Bedrag)),
        (bedrag, debet_credit) in (getal!(Bedrag), code!(DebetCredit)),
    ) -> jw323::Prestatie {
        jw323::Prestatie {
            product_referentie: Referentie { referentie_nummer, vorig_referentie_nummer },
            toewijzing_nummer, product_categorie, product_code, product_periode, geleverd_volume, eenheid, product_tarief,
            ingediend_bedrag: BedragMetDc { bedrag, debet_credit },
        }
    }
}

prop_compose! {
    fn jw323()(
        afzender in agb(), ontvanger in gemeente(), bericht_identificatie in identificatie(),
        nummer in letters("abZ019", 12), declaratie_periode in gesloten(), declaratie_dagtekening in datum(),
        totaal_bedrag in getal!(TotaalBedrag), debet_credit in code!(DebetCredit),
        clienten in vec((bsn(), vec(prestatie(), 1..4)), 1..3),
    ) -> Bericht {
        let header = jw323::Header { afzender, ontvanger, bericht_identificatie, xsd_versie: xsd_versie() };
        let clienten = clienten.into_iter().map(|(bsn, prestaties)| jw323::Client { bsn, prestaties }).collect();
        let declaratie = jw323::Declaratie {
            declaratie_nummer: DeclaratieNummer::new(nummer).unwrap(), declaratie_periode, declaratie_dagtekening,
            totaal_ingediend_bedrag: TotaalBedragMetDc { totaal_bedrag, debet_credit }, clienten,
        };
        jw323::Bericht { header, declaratie }.into()
    }
}

/// A message of any type.
pub(crate) fn bericht() -> impl Strategy<Value = Bericht> {
    prop_oneof![jw301(), jw305(), jw307(), jw323()]
}
