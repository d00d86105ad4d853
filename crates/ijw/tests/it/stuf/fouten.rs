//! What is wrong with an envelope, and where.

use ijw::stuf::{self, Envelop, Fout, Reden};

use super::{fout, heen, retour, tekst};

const DI01: &str = "/Envelope/Body/envelopHeenbericht-ggk_Di01";

fn lees(envelop: &Envelop, van: &str, naar: &str) -> Fout {
    let xml = stuf::schrijf_soap(envelop);
    assert!(xml.contains(van), "{van} in {xml}");
    stuf::lees(xml.replacen(van, naar, 1).as_bytes()).unwrap_err()
}

/// Checks the path, the key and the particulars of a fault.
fn is(fout: &Fout, pad: &str, code: &str, args: &[(&str, &str)]) {
    let gevonden = fout.reden.args();
    // What form is prescribed is told in words, which do not matter here.
    let gevonden = gevonden.iter().map(|(naam, waarde)| (*naam, waarde.as_str()));
    let gevonden: Vec<_> = gevonden.filter(|(naam, _)| *naam != "vorm").collect();
    assert_eq!((fout.pad.as_str(), fout.reden.code(), &gevonden[..]), (pad, code, args), "{fout}");
}

#[test]
fn elements_stand_in_their_order_and_number() {
    let stuur = format!("{DI01}/stuurgegevens");
    let zender = format!("{stuur}/zender");
    let organisatie = "<StUF:organisatie>9901</StUF:organisatie>";
    let applicatie = "<StUF:applicatie>Leerloop</StUF:applicatie>";
    for (van, naar, pad, code, args) in [
        (
            organisatie,
            "",
            format!("{zender}/applicatie"),
            "onverwacht-element",
            &[("gevonden", "applicatie"), ("verwacht", "organisatie")][..],
        ),
        (applicatie, "", zender.clone(), "ontbrekend-element", &[("verwacht", "applicatie")]),
        (
            applicatie,
            &applicatie.repeat(2),
            format!("{zender}/applicatie"),
            "onverwacht-element",
            &[("gevonden", "applicatie"), ("verwacht", "administratie, gebruiker")],
        ),
        (
            applicatie,
            &format!("{applicatie}<StUF:gebruiker/><StUF:administratie/>"),
            format!("{zender}/administratie"),
            "onverwacht-element",
            &[("gevonden", "administratie"), ("verwacht", "")],
        ),
        (
            applicatie,
            "<GGK:applicatie>Leerloop</GGK:applicatie>",
            format!("{zender}/applicatie"),
            "andere-naamruimte",
            &[("element", "applicatie")],
        ),
        (
            "<StUF:functie>",
            "<StUF:crossRefnummer/><StUF:functie>",
            format!("{stuur}/crossRefnummer"),
            "onverwacht-element",
            &[("gevonden", "crossRefnummer"), ("verwacht", "functie")],
        ),
        (
            "<StUF:functie>JW301</StUF:functie>",
            "",
            stuur.clone(),
            "ontbrekend-element",
            &[("verwacht", "functie")],
        ),
        (
            "</GGK:parameters>",
            "</GGK:parameters><GGK:parameters/>",
            format!("{DI01}/parameters"),
            "onverwacht-element",
            &[("gevonden", "parameters"), ("verwacht", "")],
        ),
        ("<StUF:functie>", "los<StUF:functie>", stuur.clone(), "tekst-tussen-elementen", &[]),
        ("<StUF:zender>", "<StUF:zender soort=\"x\">", zender.clone(), "attribuut", &[("naam", "soort")]),
        (
            "JW301",
            "JW<b/>301",
            format!("{stuur}/functie/b"),
            "onverwacht-element",
            &[("gevonden", "b"), ("verwacht", "")],
        ),
    ] {
        is(&lees(&heen(), van, naar), &pad, code, args);
    }
    let cross = format!("<StUF:crossRefnummer>{}</StUF:crossRefnummer>", heen().referentienummer());
    let retourstuur = "/Envelope/Body/envelopRetourbericht-ggk_Du01/stuurgegevens/functie";
    let args = [("gevonden", "functie"), ("verwacht", "crossRefnummer")];
    is(&lees(&retour(), &cross, ""), retourstuur, "onverwacht-element", &args);
}

#[test]
fn values_belong_to_their_types() {
    let stuur = format!("{DI01}/stuurgegevens");
    let onjuist = |datatype, reden| vec![("datatype", datatype), ("reden", reden)];
    for (van, naar, pad, args) in [
        (
            "Di01<",
            "Du01<",
            "berichtcode",
            vec![("datatype", "Berichtcode"), ("reden", "niet-vast"), ("verwacht", "Di01")],
        ),
        (
            "Di01<",
            "Di01 <",
            "berichtcode",
            vec![("datatype", "Berichtcode"), ("reden", "niet-vast"), ("verwacht", "Di01")],
        ),
        ("Leerloop", "L", "zender/applicatie", vec![("datatype", "Applicatie"), ("reden", "vorm")]),
        (
            "20260506101112",
            "2026-05-06",
            "tijdstipBericht",
            vec![("datatype", "Tijdstip"), ("reden", "vorm")],
        ),
        (
            "01010101-",
            "0101010-",
            "referentienummer",
            vec![("datatype", "Referentienummer"), ("reden", "vorm")],
        ),
    ] {
        is(&lees(&heen(), van, naar), &format!("{stuur}/{pad}"), "onjuiste-waarde", &args);
    }
    let versie = lees(&heen(), "0003", "3");
    is(&versie, &format!("{DI01}/parameters/functieVersie"), "onjuiste-waarde", &onjuist("Versienr", "vorm"));
    let leeg = lees(&heen(), ">Leerloop</StUF:applicatie>", "/>");
    is(&leeg, &format!("{stuur}/zender/applicatie"), "leeg-element", &[("datatype", "Applicatie")]);
    let body = "/Envelope/Body/Fo01Bericht/body";
    let plek = lees(&fout(), "client", "cliënt");
    is(&plek, &format!("{body}/plek"), "onjuiste-waarde", &onjuist("Foutplek", "vorm"));
    let code = lees(&fout(), "StUF055", "StUF0055");
    is(
        &code,
        &format!("{body}/code"),
        "onjuiste-waarde",
        &[("datatype", "Foutcode"), ("reden", "te-lang"), ("max", "7")],
    );
}

#[test]
fn the_file_is_base64_and_a_text_file_has_a_name() {
    let bericht = format!("{DI01}/parameters/bericht");
    let xml = lees(&heen(), "<GGK:xmlBestand>", "<GGK:xmlBestand>!");
    is(&xml, &format!("{bericht}/xmlBestand"), "base64", &[]);
    let bestand = format!("{bericht}/tekstBestand");
    is(&lees(&tekst(), "YTtiCg==", "YTtiCg="), &bestand, "base64", &[]);
    is(
        &lees(&tekst(), " bestandsnaam=\"lijst.csv\"", ""),
        &bestand,
        "ontbrekend-attribuut",
        &[("naam", "bestandsnaam")],
    );
    is(&lees(&tekst(), "bestandsnaam", "naam"), &bestand, "attribuut", &[("naam", "naam")]);
    is(
        &lees(&tekst(), " bestandsnaam", " xml:lang=\"nl\" bestandsnaam"),
        &bestand,
        "attribuut",
        &[("naam", "lang")],
    );
    is(
        &lees(&tekst(), "lijst.csv", "../lijst"),
        &bestand,
        "onjuist-attribuut",
        &[("naam", "bestandsnaam"), ("reden", "vorm")],
    );
    let ander = lees(&heen(), "<GGK:bericht>", "<GGK:bericht><GGK:pdf/>");
    is(
        &ander,
        &format!("{bericht}/pdf"),
        "onverwacht-element",
        &[("gevonden", "pdf"), ("verwacht", "tekstBestand, xmlBestand")],
    );
    let beide = lees(&heen(), "</GGK:xmlBestand>", "</GGK:xmlBestand><GGK:xmlBestand/>");
    is(
        &beide,
        &format!("{bericht}/xmlBestand"),
        "onverwacht-element",
        &[("gevonden", "xmlBestand"), ("verwacht", "")],
    );
    assert_eq!(tekst().bericht(), Err(Reden::GeenXmlBestand));
    assert_eq!(fout().bericht(), Err(Reden::GeenXmlBestand));
}

#[test]
fn what_is_no_envelope_is_told_by_its_name() {
    let ander = lees(&heen(), "envelopHeenbericht-ggk_Di01", "Bv03Bericht");
    is(&ander, "/Envelope/Body/Bv03Bericht", "geen-envelop", &[("gevonden", "Bv03Bericht")]);
    let ruimte = lees(&fout(), "http://www.egem.nl/StUF/StUF0301", "http://www.egem.nl/StUF/StUF0302");
    is(&ruimte, "/Envelope/Body/Fo01Bericht", "geen-envelop", &[("gevonden", "Fo01Bericht")]);
    let kaal = stuf::lees(b"<x><y/></x>").unwrap_err();
    is(&kaal, "/x", "geen-envelop", &[("gevonden", "x")]);
    let storing = lees(&heen(), "<soapenv:Body>", "<soapenv:Body><soapenv:Fault/>");
    is(&storing, "/Envelope/Body/Fault", "geen-envelop", &[("gevonden", "Fault")]);
}

#[test]
fn soap_holds_one_envelope() {
    let xml = stuf::schrijf_soap(&heen());
    let (voor, rest) = xml.split_once("<soapenv:Body>").unwrap();
    let (element, na) = rest.split_once("</soapenv:Body>").unwrap();
    for (body, pad, code) in [
        ("<soapenv:Body/>".to_owned(), "/Envelope/Body", "ontbrekend-element"),
        (format!("<soapenv:Body>{element}{element}</soapenv:Body>"), DI01, "onverwacht-element"),
        (
            format!("<soapenv:Body>{element}</soapenv:Body><soapenv:Body/>"),
            "/Envelope/Body",
            "onverwacht-element",
        ),
        (element.to_owned(), "/Envelope/envelopHeenbericht-ggk_Di01", "onverwacht-element"),
        (format!("<Body>{element}</Body>"), "/Envelope/Body", "andere-naamruimte"),
        (String::new(), "/Envelope", "ontbrekend-element"),
    ] {
        let fout = stuf::lees(format!("{voor}{body}{na}").as_bytes()).unwrap_err();
        assert_eq!((fout.pad.as_str(), fout.reden.code()), (pad, code));
    }
    let meer = format!("{xml}<a/>");
    assert_eq!(stuf::lees(meer.as_bytes()).unwrap_err().reden.code(), "niet-welgevormd");
}

#[test]
fn a_fault_tells_its_line_and_repeats_no_value() {
    let xml = stuf::schrijf_soap(&heen()).replace("><", ">\n<").replace("Leerloop", &"Testkind".repeat(9));
    let fout = stuf::lees(xml.as_bytes()).unwrap_err();
    assert_eq!(fout.regel, 10);
    assert!(xml.lines().nth(9).unwrap().contains("Testkind"));
    assert!(!format!("{fout} {fout:?}").contains("Testkind"));
    assert_eq!(
        fout.to_string(),
        format!(
            "line 10, {DI01}/stuurgegevens/zender/applicatie: no valid Applicatie: the value is longer than 50 characters"
        )
    );
}
