//! Envelopes made up at random: everything that the types allow.

use ijw::stuf::{
    self, Administratie, Applicatie, Bestand, Bestandsnaam, DetailsXml, Di01, Du01, Envelop, Fo01,
    Foutbericht, Foutcode, Foutdetails, Foutomschrijving, Foutplek, Foutsysteem, Functie, Gebruiker, Inhoud,
    Organisatie, Parameters, Referentienummer, Refnummer, Systeem, Tijdstip, Versienr,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// A text of `min` to `max` characters, among which those that XML treats in a special way.
fn tekst(min: usize, max: usize) -> impl Strategy<Value = String> {
    let tekens: Vec<char> =
        "aZ09 .-'\"<>&]]>é€😀\t\n\r\u{a0}\u{85}\u{feff}\u{fffd}\u{2028}".chars().collect();
    prop_oneof![vec(select(tekens.clone()), min..=max.min(12)), vec(select(tekens), max)]
        .prop_map(|tekens| tekens.into_iter().collect())
}

macro_rules! tekst {
    ($naam:ident $min:literal) => {
        tekst($min, $naam::MAX as usize).prop_map(|tekst| $naam::new(tekst).unwrap())
    };
    ($naam:ident = $vorm:literal) => {
        $vorm.prop_map(|tekst| $naam::new(tekst).unwrap())
    };
}

fn nummer() -> impl Strategy<Value = Referentienummer> {
    any::<[u8; 16]>().prop_map(Referentienummer::from_bytes)
}

prop_compose! {
    fn systeem()(
        organisatie in tekst!(Organisatie 0),
        applicatie in tekst!(Applicatie 3),
        administratie in of(tekst!(Administratie 0)),
        gebruiker in of(tekst!(Gebruiker 0)),
    ) -> Systeem {
        Systeem { organisatie, applicatie, administratie, gebruiker }
    }
}

prop_compose! {
    fn foutsysteem()(systeem in systeem(), bekend in any::<bool>()) -> Foutsysteem {
        let systeem = Foutsysteem::from(systeem);
        let organisatie = systeem.organisatie.filter(|_| bekend);
        Foutsysteem { organisatie, ..systeem }
    }
}

fn bestand() -> impl Strategy<Value = Bestand> {
    let inhoud = || vec(any::<u8>(), 0..200).prop_map(|bytes| Inhoud::new(bytes).unwrap());
    prop_oneof![
        inhoud().prop_map(Bestand::Xml),
        (tekst!(Bestandsnaam = "[A-Za-z0-9._-]{4,255}"), inhoud())
            .prop_map(|(naam, inhoud)| Bestand::Tekst { naam, inhoud }),
    ]
}

prop_compose! {
    fn parameters()(versies in vec(tekst!(Versienr = "[0-9]{4}"), 4), bericht in bestand()) -> Parameters {
        let [applicatie_versie, applicatie_subversie, functie_versie, functie_subversie] = versies.try_into().unwrap();
        Parameters { applicatie_versie, applicatie_subversie, functie_versie, functie_subversie, bericht }
    }
}

fn details() -> impl Strategy<Value = DetailsXml> {
    let xml = select(vec![
        "<a/>",
        "<a xmlns=\"urn:a\"><b:c xmlns:b=\"urn:b\" b:d='1'>&lt;<![CDATA[<]]></b:c>\r\n</a>",
        "<s:a xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" x=\"&amp;\"><!-- c --><?p i?></s:a>",
    ]);
    prop_oneof![
        Just(DetailsXml::default()),
        xml.prop_map(|xml| DetailsXml::from_document(xml.as_bytes()).unwrap()),
        heen().prop_map(|envelop| {
            DetailsXml::from_document(stuf::schrijf(&Envelop::Di01(Box::new(envelop))).as_bytes()).unwrap()
        }),
    ]
}

prop_compose! {
    fn heen()(
        zender in systeem(),
        ontvanger in systeem(),
        referentienummer in nummer(),
        tijdstip_bericht in tekst!(Tijdstip = "[0-9]{8,17}"),
        functie in tekst!(Functie 0),
        parameters in parameters(),
    ) -> Di01 {
        Di01 { zender, ontvanger, referentienummer, tijdstip_bericht, functie, parameters }
    }
}

prop_compose! {
    fn foutbericht()(
        code in tekst!(Foutcode 0),
        plek in select(vec![Foutplek::Client, Foutplek::Server]),
        omschrijving in tekst!(Foutomschrijving 0),
        details in of(tekst!(Foutdetails 0)),
        details_xml in of(details()),
    ) -> Foutbericht {
        Foutbericht { code, plek, omschrijving, details, details_xml }
    }
}

prop_compose! {
    fn fo01()(
        zender in foutsysteem(),
        ontvanger in foutsysteem(),
        referentienummer in tekst!(Refnummer 0),
        tijdstip_bericht in tekst!(Tijdstip = "[0-9]{8,17}"),
        cross_refnummer in tekst!(Refnummer 0),
        body in foutbericht(),
    ) -> Fo01 {
        Fo01 { zender, ontvanger, referentienummer, tijdstip_bericht, cross_refnummer, body }
    }
}

pub(super) fn envelop() -> impl Strategy<Value = Envelop> {
    prop_oneof![
        heen().prop_map(|envelop| Envelop::Di01(Box::new(envelop))),
        (heen(), nummer()).prop_map(|(heen, cross_refnummer)| {
            let Di01 { zender, ontvanger, referentienummer, tijdstip_bericht, functie, parameters } = heen;
            Envelop::Du01(Box::new(Du01 {
                zender,
                ontvanger,
                referentienummer,
                tijdstip_bericht,
                cross_refnummer,
                functie,
                parameters,
            }))
        }),
        fo01().prop_map(|envelop| Envelop::Fo01(Box::new(envelop))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_made_up_envelope_is_read_back_as_it_was(envelop in envelop()) {
        for xml in [stuf::schrijf(&envelop), stuf::schrijf_soap(&envelop)] {
            let gelezen = stuf::lees(xml.as_bytes());
            prop_assert!(gelezen.as_ref() == Ok(&envelop), "{:?}", gelezen.err());
        }
    }
}
