//! Making envelopes, and their values.

use ijw::Berichttype;
use ijw::stuf::{
    self, Applicatie, DetailsXml, Envelop, Foutcode, Foutplek, Foutsysteem, Functie, Gebruiker, Inhoud,
    Organisatie, Reden, Referentienummer, Refnummer, Tijdstip, Versienr,
};

use super::{BERICHT, aanbieder, alle, fout, gemeente, heen, nummer, parameters, retour, tijdstip};

#[test]
fn a_message_goes_in_the_envelope_of_its_kind() {
    for berichttype in Berichttype::ALLE.iter().copied() {
        let heen = Envelop::heen(BERICHT, berichttype, gemeente(), aanbieder(), nummer(1), tijdstip());
        let retour =
            Envelop::retour(BERICHT, berichttype, gemeente(), aanbieder(), nummer(1), tijdstip(), nummer(2));
        let antwoordt = ["JW302", "JW306", "JW308", "JW316", "JW318", "JW320", "JW325"];
        let antwoordt = antwoordt.contains(&berichttype.naam());
        assert_eq!(heen.is_ok(), !antwoordt || berichttype == Berichttype::Jw325, "{berichttype:?}");
        assert_eq!(retour.is_ok(), antwoordt, "{berichttype:?}");
        for envelop in [heen, retour].into_iter().flatten() {
            assert_eq!(envelop.functie().unwrap().berichttype(), Some(berichttype));
            assert_eq!(envelop.bericht(), Ok(BERICHT));
        }
    }
}

#[test]
fn a_message_must_be_utf8_without_a_byte_order_mark() {
    let maak = |bericht: &[u8]| {
        Envelop::heen(bericht, Berichttype::Jw305, gemeente(), aanbieder(), nummer(1), tijdstip())
    };
    assert_eq!(maak("\u{feff}<a/>".as_bytes()), Err(Reden::Bom));
    assert_eq!(maak(b"<a>\xe9</a>"), Err(Reden::InhoudCodering));
    // What comes from elsewhere may be so all the same: it is told, and still at hand.
    let goed = stuf::schrijf(&maak(b"<a/>").unwrap());
    let met_bom = stuf::lees(goed.replace("PGEvPg==", "77u/PGEvPg==").as_bytes()).unwrap();
    assert_eq!(met_bom.bericht(), Err(Reden::Bom));
    let bytes = met_bom.parameters().unwrap().bericht.inhoud().bytes();
    assert_eq!(bytes, "\u{feff}<a/>".as_bytes());
    assert_eq!(stuf::lees(stuf::schrijf(&met_bom).as_bytes()), Ok(met_bom));
    let latin = stuf::lees(goed.replace("PGEvPg==", "6Q==").as_bytes()).unwrap();
    assert_eq!(latin.bericht(), Err(Reden::InhoudCodering));
}

#[test]
fn versions_are_those_of_the_standard_and_of_the_application() {
    let versie = |getal| Versienr::from_getal(getal).unwrap();
    let mut envelop = heen().met_applicatieversie(&versie(12), &versie(3));
    let parameters = parameters(&mut envelop);
    let versies = [
        &parameters.applicatie_versie,
        &parameters.applicatie_subversie,
        &parameters.functie_versie,
        &parameters.functie_subversie,
    ];
    assert_eq!(versies.map(Versienr::as_str), ["0012", "0003", "0003", "0002"]);
    assert!(Versienr::from_getal(10_000).is_err());
    assert_eq!(fout().met_applicatieversie(&versie(1), &versie(1)), fout());
}

#[test]
fn a_fault_answers_the_sender_with_a_copy() {
    for op in [heen(), retour()] {
        let Envelop::Fo01(fout) = Envelop::fout(&op, gemeente(), nummer(9), tijdstip()).unwrap() else {
            panic!()
        };
        let afzender = match &op {
            Envelop::Di01(op) => op.zender.organisatie.clone(),
            Envelop::Du01(op) => op.zender.organisatie.clone(),
            Envelop::Fo01(_) => panic!(),
        };
        assert_eq!(fout.zender, Foutsysteem::from(gemeente()));
        assert_eq!((fout.ontvanger.organisatie, fout.ontvanger.applicatie.as_str()), (Some(afzender), "GGk"));
        assert_eq!(fout.cross_refnummer.as_str(), op.referentienummer());
        assert_eq!((fout.body.code.as_str(), fout.body.plek), ("StUF055", Foutplek::Client));
        let functie = op.functie().unwrap().as_str();
        assert_eq!(fout.body.details.unwrap().as_str(), format!("{functie}-00010000"));
        // The copy is the envelope itself, and can be read on its own.
        assert_eq!(stuf::lees(fout.body.details_xml.unwrap().as_str().as_bytes()), Ok(op));
    }
    assert_eq!(Envelop::fout(&fout(), gemeente(), nummer(9), tijdstip()), Err(Reden::FoutOpFout));
}

#[test]
fn a_number_is_a_uuid_of_version_4() {
    assert_eq!(nummer(0).as_str(), "00000000-0000-4000-8000-000000000000");
    assert_eq!(nummer(0xff).as_str(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    let bytes = std::array::from_fn(|plaats| u8::try_from(plaats * 17).unwrap());
    assert_eq!(Referentienummer::from_bytes(bytes).as_str(), "00112233-4455-4677-8899-aabbccddeeff");
    for anders in [
        "",
        "9c0f7b90-5c69-11e5-a837-0800200c9a66",
        "9c0f7b90-5c69-41e5-c837-0800200c9a66",
        "9C0F7B90-5c69-41e5-a837-0800200c9a66",
        "9c0f7b905c6941e5a8370800200c9a66",
        "9c0f7b90-5c69-41e5-a837-0800200c9a6é",
        "9c0f7b90-5c69-41e5-a837-0800200c9a666",
    ] {
        assert!(Referentienummer::new(anders).is_err(), "{anders}");
        assert!(Refnummer::new(anders).is_ok(), "{anders}");
    }
}

#[test]
fn a_moment_is_one_of_the_calendar_or_else_only_digits() {
    let moment = jiff::civil::date(2026, 5, 6).at(10, 11, 12, 345_000_000);
    let seconde = jiff::civil::date(2026, 5, 6).at(10, 11, 12, 0);
    assert_eq!(Tijdstip::from_datetime(moment).unwrap(), tijdstip());
    assert!(Tijdstip::from_datetime(jiff::civil::date(-1, 1, 1).at(0, 0, 0, 0)).is_err());
    for (tekst, verwacht) in [
        ("20260506", Some(jiff::civil::date(2026, 5, 6).at(0, 0, 0, 0))),
        ("202605061011", Some(jiff::civil::date(2026, 5, 6).at(10, 11, 0, 0))),
        ("20260506101112", Some(seconde)),
        ("20260506101112345", Some(moment)),
        ("2026050610111", None),
        ("20260532101112", None),
        ("99999999", None),
    ] {
        assert_eq!(Tijdstip::new(tekst).unwrap().datetime(), verwacht, "{tekst}");
    }
    for fout in ["", "2026050", "202605061011123456", "2026-05-06", "２０２６０５０６"] {
        assert!(Tijdstip::new(fout).is_err(), "{fout}");
    }
}

#[test]
fn known_codes_have_a_meaning() {
    assert_eq!(Foutcode::lijst().len(), 28);
    for (code, omschrijving) in Foutcode::lijst() {
        assert_eq!(Foutcode::new(code).unwrap().omschrijving(), Some(*omschrijving));
    }
    assert_eq!(Foutcode::stuf055().omschrijving(), None);
    assert_eq!(Functie::from(Berichttype::Jw325).as_str(), "JW325");
    assert_eq!(heen().soap_action(), "http://www.stufstandaarden.nl/koppelvlak/ggk0210/ggk_Di01");
}

#[test]
fn nothing_about_a_person_is_printed() {
    let mut zender = gemeente();
    zender.gebruiker = Some(Gebruiker::new("Geheim").unwrap());
    for envelop in alle() {
        let mut fout = fout();
        if let Envelop::Fo01(fout) = &mut fout {
            fout.zender = zender.clone().into();
            fout.body.omschrijving = ijw::stuf::Foutomschrijving::new("Geheim").unwrap();
            fout.body.details = Some(ijw::stuf::Foutdetails::new("Geheim").unwrap());
            fout.body.details_xml = Some(DetailsXml::from_document(b"<Geheim/>").unwrap());
        }
        let tekst = format!("{envelop:?} {fout:?} {:?}", Inhoud::new("Geheim").unwrap());
        for woord in ["Geheim", "Testkind", "VGVzdGtpbmQ", "lijst;"] {
            assert!(!tekst.contains(woord), "{tekst}");
        }
        assert!(tekst.contains("9901"));
    }
}

#[test]
fn values_from_messages_fit() {
    let gemeente = ijw::basis::Gemeente::new("9901").unwrap();
    let aanbieder = ijw::basis::AgbCode::new("99000001").unwrap();
    assert_eq!(Organisatie::from(&gemeente).as_str(), "9901");
    assert_eq!(Organisatie::from(&aanbieder).as_str(), "99000001");
    assert!(Applicatie::new("ab").is_err() && Applicatie::new("é€a").is_ok());
    assert!(Applicatie::new("a\u{0}bc").is_err());
    assert!(Organisatie::new("").is_ok() && Organisatie::new("é".repeat(200)).is_ok());
    assert!(Organisatie::new("é".repeat(201)).is_err());
}
