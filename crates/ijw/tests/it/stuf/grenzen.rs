//! What is bounded, and what is refused for safety.

use ijw::MAX_BYTES;
use ijw::stuf::{self, Bestand, DetailsXml, Inhoud, MAX_ENVELOP};

use super::{fout, heen, parameters, tekst};

fn code(xml: &str) -> &'static str {
    stuf::lees(xml.as_bytes()).unwrap_err().reden.code()
}

#[test]
fn the_file_is_bounded() {
    let mut envelop = heen();
    parameters(&mut envelop).bericht = Bestand::Xml(Inhoud::new(vec![b'a'; MAX_BYTES]).unwrap());
    let xml = stuf::schrijf_soap(&envelop);
    assert!(stuf::lees(xml.as_bytes()) == Ok(envelop));
    assert_eq!(Inhoud::new(vec![b'a'; MAX_BYTES + 1]).unwrap_err().code(), "inhoud-te-groot");
    let groter = xml.replacen("YQ==", "YWFhYWFh", 1);
    assert_ne!(groter.len(), xml.len());
    let fout = stuf::lees(groter.as_bytes()).unwrap_err();
    assert_eq!(fout.reden.code(), "inhoud-te-groot");
    assert_eq!(fout.reden.args().last(), Some(&("grens", MAX_BYTES.to_string())));
    assert!(fout.pad.ends_with("/parameters/bericht/xmlBestand"));
}

#[test]
fn the_whole_is_bounded() {
    let mut xml = stuf::schrijf(&heen());
    xml.push_str(&" ".repeat(MAX_ENVELOP - xml.len()));
    assert!(stuf::lees(xml.as_bytes()).is_ok());
    xml.push(' ');
    assert_eq!(code(&xml), "te-groot");
    assert_eq!(DetailsXml::from_document(xml.as_bytes()).unwrap_err().reden.code(), "te-groot");
}

#[test]
fn depth_is_bounded() {
    let xml = stuf::schrijf(&heen());
    let diep = xml.replace("<GGK:bericht>", &"<GGK:bericht>".repeat(1_000_000));
    assert_eq!(code(&diep), "onverwacht-element");
    let soap = stuf::schrijf_soap(&heen());
    let hoofd = format!("<soapenv:Header>{}", "<a>".repeat(100_000));
    assert_eq!(code(&soap.replace("<soapenv:Header/>", &hoofd)), "te-diep");
    let nest = |aantal: usize| format!("{}{}", "<a>".repeat(aantal), "</a>".repeat(aantal));
    assert!(DetailsXml::from_document(nest(48).as_bytes()).is_ok());
    assert_eq!(DetailsXml::from_document(nest(49).as_bytes()).unwrap_err().reden.code(), "te-diep");
    // There is room for the deepest details in an envelope with SOAP around it.
    let fout = stuf::schrijf_soap(&fout());
    let begin = fout.find("<GGK:envelop").unwrap();
    let einde = fout.find("</StUF:detailsXML>").unwrap();
    let met = |aantal| format!("{}{}{}", &fout[..begin], nest(aantal), &fout[einde..]);
    assert!(stuf::lees(met(48).as_bytes()).is_ok());
    assert_eq!(code(&met(49)), "te-diep");
}

#[test]
fn attributes_and_prefixes_are_bounded() {
    let attributen = |aantal: usize, vorm: &str| {
        (0..aantal).map(|nummer| vorm.replace('#', &nummer.to_string())).collect::<String>()
    };
    let xml = stuf::schrijf_soap(&heen());
    let met = |deel: &str| xml.replace("<soapenv:Body>", &format!("<soapenv:Body{deel}>"));
    assert!(stuf::lees(met(&attributen(64, " a#=''")).as_bytes()).is_ok());
    assert_eq!(code(&met(&attributen(65, " a#=''"))), "niet-welgevormd");
    assert_eq!(code(&met(&attributen(100_000, " a#=''"))), "niet-welgevormd");
    // Prefixes that details need count as attributes of theirs.
    let fout = stuf::schrijf(&fout());
    let begin = fout.find("<GGK:envelop").unwrap();
    let einde = fout.find("</StUF:detailsXML>").unwrap();
    let body = fout.replace("<StUF:body>", &format!("<StUF:body{}>", attributen(60, " xmlns:p#='urn:#'")));
    let (voor, na) = (&body[..begin + body.len() - fout.len()], &fout[einde..]);
    let met = |kinderen: usize, eigen: usize| {
        format!("{voor}<a{}>{}</a>{na}", attributen(eigen, " e#=''"), attributen(kinderen, "<p#:b/>"))
    };
    let envelop = stuf::lees(met(60, 4).as_bytes()).unwrap();
    assert_eq!(stuf::lees(stuf::schrijf(&envelop).as_bytes()), Ok(envelop));
    assert_eq!(code(&met(60, 5)), "niet-welgevormd");
}

#[test]
fn details_that_would_grow_are_bounded() {
    let fout = stuf::schrijf(&fout());
    let begin = fout.find("<GGK:envelop").unwrap();
    let einde = fout.find("</StUF:detailsXML>").unwrap();
    let naamruimte = format!("<StUF:body xmlns:p='urn:{}'>", "x".repeat(1_000_000));
    let voor = fout[..begin].replace("<StUF:body>", &naamruimte);
    let met = |aantal| format!("{voor}{}{}", "<p:a/>".repeat(aantal), &fout[einde..]);
    assert!(stuf::lees(met(10).as_bytes()).is_ok());
    assert_eq!(code(&met(1000)), "te-groot");
}

#[test]
fn texts_are_bounded() {
    for (van, grens, code_verwacht) in [
        (">9901<", 200, "onjuiste-waarde"),
        (">Leerloop<", 50, "onjuiste-waarde"),
        (">JW301<", 30, "onjuiste-waarde"),
        ("\"lijst.csv\"", 255, "onjuist-attribuut"),
    ] {
        let xml = stuf::schrijf(&tekst());
        assert!(xml.contains(van));
        let (open, sluit) = (&van[..1], &van[van.len() - 1..]);
        let met = |lengte: usize| xml.replace(van, &format!("{open}{}{sluit}", "x".repeat(lengte)));
        assert!(stuf::lees(met(grens).as_bytes()).is_ok(), "{van}");
        assert_eq!(code(&met(grens + 1)), code_verwacht, "{van}");
        assert_eq!(code(&met(1_000_000)), code_verwacht, "{van}");
    }
    let xml = stuf::schrijf(&fout());
    for (van, grens) in [
        (">StUF055<", 7),
        (">Berichtbody is niet conform schema in sectormodel<", 200),
        (">JW301-00010000<", 1000),
    ] {
        assert!(xml.contains(van));
        let met = |lengte: usize| xml.replace(van, &format!(">{}<", "é".repeat(lengte)));
        assert!(stuf::lees(met(grens).as_bytes()).is_ok(), "{van}");
        assert_eq!(code(&met(grens + 1)), "onjuiste-waarde", "{van}");
    }
}

#[test]
fn definitions_and_other_encodings_are_refused() {
    let xml = stuf::schrijf_soap(&heen());
    let bom = "<!DOCTYPE b [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><soapenv:Envelope";
    assert_eq!(code(&xml.replace("<soapenv:Envelope", bom)), "dtd");
    assert_eq!(code(&xml.replace("Leerloop", "&nbsp;")), "niet-welgevormd");
    assert_eq!(code(&xml.replace("UTF-8", "ISO-8859-1")), "codering");
    let utf16: Vec<u8> = xml.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(stuf::lees(&utf16).is_err());
    let mut kapot = xml.clone().into_bytes();
    kapot[xml.find("Leerloop").unwrap()] = 0xe9;
    let fout = stuf::lees(&kapot).unwrap_err();
    assert_eq!((fout.regel, fout.pad.as_str(), fout.reden.code()), (2, "/", "codering"));
    for leeg in ["", " ", "<", "<?xml version=\"1.0\"?>", "<!-- -->"] {
        assert_eq!(code(leeg), "niet-welgevormd", "{leeg:?}");
    }
}
