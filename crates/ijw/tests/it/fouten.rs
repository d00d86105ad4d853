//! What a fault tells: kind, place and line, for every kind of fault.

use ijw::{Afkeuring, Foutsoort, Welgevormdheid};

use crate::goud;

fn keur_af(xml: &str) -> Afkeuring {
    ijw::lees(xml.as_bytes()).unwrap_err()
}

/// The faults of a golden JW301 after a replacement.
fn na(van: &str, naar: &str) -> String {
    let xml = goud::een("jw301-ok-specifiek");
    assert!(xml.contains(van), "{van}");
    let afkeuring = keur_af(&xml.replacen(van, naar, 1));
    let fouten: Vec<_> = afkeuring.fouten.iter().map(ToString::to_string).collect();
    fouten.join("\n")
}

#[test]
fn a_value_is_told_by_its_type_and_not_repeated() {
    insta::assert_snapshot!(na(">Testkind<", ">Test\nkind<"), @"line 2, /Bericht/Client/Naam/Geslachtsnaam/Achternaam: no valid Naam: the value must be one line that is not blank");
    insta::assert_snapshot!(na(">999900006<", ">99990000a<"), @"line 2, /Bericht/Client/Bsn: no valid BurgerServicenummer: the value must be 9 digits");
    insta::assert_snapshot!(na("<jw301:Geslacht>2", "<jw301:Geslacht>9"), @"line 2, /Bericht/Client/Geslacht: no valid Geslacht: the value is no code of list COD046");
    insta::assert_snapshot!(na(">2026-12-31<", "><"), @"line 2, /Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/Einddatum: the element is empty, where a Datum is needed");
    insta::assert_snapshot!(na(">436<", ">437<"), @"line 2, /Bericht/Header/BerichtCode: no valid BerichtCode: the value must be 436");
    insta::assert_snapshot!(na(">1001<", ">-1<"), @"line 2, /Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/ToewijzingNummer: no valid Nummer: the number must lie from 0 to 999999999");
}

#[test]
fn an_element_out_of_place_does_not_hide_the_rest() {
    insta::assert_snapshot!(na("<jw301:Bsn>", "<jw301:Bijnaam>Sannie</jw301:Bijnaam><jw301:Bsn>"), @"line 2, /Bericht/Client/Bijnaam: Bijnaam is not allowed here; expected: Bsn");
    insta::assert_snapshot!(na("<jw301:Bsn>999900006</jw301:Bsn>", ""), @"line 2, /Bericht/Client: Bsn is absent");
    insta::assert_snapshot!(na("<jw301:Omvang>", "<jw301:Budget>x</jw301:Budget><jw301:Omvang>"), @r"
    line 2, /Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/Budget: no valid Budget: the value is no whole number
    line 2, /Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/Omvang: Omvang is not allowed here; expected: Commentaar
    ");
    insta::assert_snapshot!(na("<ijw:Categorie>45</ijw:Categorie>", "<jw301:Categorie>45</jw301:Categorie>"), @r"
    line 2, /Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/Product/Categorie: Categorie stands in another namespace than it must
    line 2, /Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/Product: Categorie is absent
    ");
    insta::assert_snapshot!(na(">1001<", "><x>1001</x><"), @"line 2, /Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/ToewijzingNummer/x: x is not allowed here");
    insta::assert_snapshot!(na("<jw301:Header>", "<jw301:Header>let op"), @"line 2, /Bericht/Header: text between elements is not allowed");
    insta::assert_snapshot!(na("<jw301:Bsn>", "<jw301:Bsn soort=\"test\">"), @"line 2, /Bericht/Client/Bsn: attribute soort is not allowed");
}

#[test]
fn many_faults_are_told_at_once_up_to_a_limit() {
    let xml = goud::een("jw301-ok-specifiek");
    let begin = xml.find("<jw301:ToegewezenProduct>").unwrap();
    let einde = xml.find("</jw301:ToegewezenProducten>").unwrap();
    let product = &xml[begin..einde];
    let fout = product.replace("2026-05-01", "2026-02-30").replace("10:11:12", "25:00:00");
    let vier = xml.replacen(product, &format!("{product}{fout}\n{fout}"), 1);
    let afkeuring = keur_af(&vier);
    let plaatsen: Vec<_> = afkeuring.fouten.iter().map(|fout| (fout.regel, fout.pad.as_str())).collect();
    insta::assert_debug_snapshot!(plaatsen, @r#"
    [
        (
            2,
            "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]/Toewijzingsdatum",
        ),
        (
            2,
            "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]/Toewijzingstijd",
        ),
        (
            2,
            "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]/Ingangsdatum",
        ),
        (
            3,
            "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[3]/Toewijzingsdatum",
        ),
        (
            3,
            "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[3]/Toewijzingstijd",
        ),
        (
            3,
            "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[3]/Ingangsdatum",
        ),
    ]
    "#);
    let veel = xml.replacen(product, &fout.repeat(40), 1);
    assert_eq!(keur_af(&veel).fouten.len(), ijw::MAX_FOUTEN);
}

#[test]
fn the_header_is_read_whatever_is_wrong() {
    let xml = goud::een("jw301-ok-specifiek");
    for kapot in [
        xml.replace("3_2/jw301", "3_1/jw301"),
        xml.replace("3_2/jw301", "3_2/jw302"),
        xml.replace("</jw301:Client>", ""),
        xml.replace("Testkind", "&weg;"),
        xml.replace(">436<", ">999<"),
        xml.replace("<jw301:Header>", "<jw301:Header><x/>"),
    ] {
        let kop = keur_af(&kapot).kop.unwrap();
        assert_eq!((kop.afzender.as_deref(), kop.ontvanger.as_deref()), (Some("9901"), Some("99000001")));
        assert_eq!(kop.identificatie.as_deref(), Some("B4360001"));
        assert_eq!(kop.dagtekening.map(|dag| dag.to_string()).as_deref(), Some("2026-05-06"));
    }
    // What is no code of a party may be a person's, and is left out.
    let kop = keur_af(&xml.replace(">9901<", ">999900006<").replace(">99000001<", ">Sanne<")).kop.unwrap();
    assert_eq!((kop.afzender, kop.ontvanger), (None, None));
}

#[test]
fn another_message_or_version_is_recognised() {
    let xml = goud::een("jw301-ok-specifiek");
    let soort = |xml: String| keur_af(&xml).fouten.remove(0).soort;
    for versie in ["2_3", "3_0", "3_1"] {
        let Foutsoort::AndereVersie { versie: gevonden, bericht } = soort(xml.replace("3_2", versie)) else {
            panic!()
        };
        assert_eq!(gevonden, versie.replace('_', "."));
        assert_eq!(bericht, Some(ijw::Berichttype::Jw301));
    }
    assert_eq!(soort(xml.replace("/ijw/3_2/jw301", "/iwmo/3_2/wmo301")).code(), "onbekende-naamruimte");
    assert_eq!(soort("<Bericht/>".to_owned()).code(), "onbekende-naamruimte");
    assert_eq!(soort(xml.replace("jw301:Bericht", "jw301:Brief")).code(), "onverwacht-element");
}

#[test]
fn what_is_no_xml_is_told_as_such() {
    use Welgevormdheid as W;
    let xml = goud::een("jw301-ok-specifiek");
    for (van, naar, verwacht) in [
        ("</jw301:Bsn>", "</jw301:Bsm>", W::Eindtag),
        ("</jw301:Bericht>", "", W::Afgebroken),
        ("</jw301:Bericht>", "</jw301:Bericht>x", W::NaHetEinde),
        ("</jw301:Bericht>", "</jw301:Bericht><x/>", W::NaHetEinde),
        ("<jw301:Bsn>", "<jw301:Bsn a=1>", W::Attribuut),
        ("<jw301:Bsn>", "<jw301:Bsn a='1' a='2'>", W::Attribuut),
        ("<jw301:Bsn>", "<q:Bsn>", W::Voorvoegsel),
        ("<jw301:Bsn>", "<1:Bsn>", W::Naam),
        ("<jw301:Bsn>", "<!-- a -- b --><jw301:Bsn>", W::Commentaar),
        ("<jw301:Bsn>", "<?xml?><jw301:Bsn>", W::Instructie),
        ("Testkind", "&weg;", W::Verwijzing),
        ("Testkind", "&#0;", W::Verwijzing),
        ("Testkind", "a & b", W::Verwijzing),
        ("Testkind", "]]>", W::Cdata),
        ("Testkind", "\u{1}", W::Teken),
        ("Testkind", "\u{ffff}", W::Teken),
        ("<?xml version=\"1.0\"", "<?xml version=\"2.0\"", W::Declaratie),
        ("<?xml version=\"1.0\"", " <?xml version=\"1.0\"", W::Instructie),
    ] {
        assert!(xml.contains(van), "{van}");
        let fouten = keur_af(&xml.replacen(van, naar, 1)).fouten;
        assert_eq!(
            fouten.last().unwrap().soort,
            Foutsoort::NietWelgevormd(verwacht),
            "{van} -> {naar}: {fouten:?}"
        );
    }
    assert_eq!(keur_af("").fouten[0].soort, Foutsoort::NietWelgevormd(W::Leeg));
}

#[test]
fn every_fault_has_a_key_and_particulars() {
    let xml = goud::een("jw301-ok-specifiek").replace("<jw301:Geslacht>2", "<jw301:Geslacht>9");
    let soort = keur_af(&xml).fouten.remove(0).soort;
    assert_eq!(soort.code(), "onjuiste-waarde");
    insta::assert_debug_snapshot!(soort.args(), @r#"
    [
        (
            "datatype",
            "Geslacht",
        ),
        (
            "reden",
            "niet-in-lijst",
        ),
        (
            "lijst",
            "COD046",
        ),
        (
            "gevonden",
            "9",
        ),
    ]
    "#);
}
