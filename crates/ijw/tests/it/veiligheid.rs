//! What harms or misleads a careless reader, and what is unusual but right.

use ijw::Foutsoort;

use crate::goud;

fn soort(xml: &[u8]) -> Foutsoort {
    ijw::lees(xml).unwrap_err().fouten.remove(0).soort
}

/// The same message, written in another way.
fn zelfde(van: &str, naar: &str) {
    let xml = goud::een("jw301-ok-specifiek");
    assert!(xml.contains(van), "{van}");
    let anders = xml.replacen(van, naar, 1);
    assert_eq!(ijw::lees(anders.as_bytes()), ijw::lees(xml.as_bytes()), "{van} -> {naar}");
}

#[test]
fn a_document_type_definition_is_refused() {
    let xml = goud::een("jw301-ok-specifiek");
    let bom = "<!DOCTYPE b [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><jw301:Bericht";
    assert_eq!(soort(xml.replacen("<jw301:Bericht", bom, 1).as_bytes()), Foutsoort::Dtd);
    assert_eq!(soort(xml.replacen("<jw301:Bsn", "<!DOCTYPE b><jw301:Bsn", 1).as_bytes()), Foutsoort::Dtd);
}

#[test]
fn only_utf8_is_read() {
    let xml = goud::een("jw301-ok-specifiek");
    let latin = xml.replace("UTF-8", "ISO-8859-1");
    assert_eq!(soort(latin.as_bytes()), Foutsoort::Codering { genoemd: Some("ISO-8859-1".to_owned()) });
    let utf16: Vec<u8> = xml.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(ijw::lees(&utf16).is_err());
    let mut kapot = xml.clone().into_bytes();
    let plaats = xml.find("Testkind").unwrap();
    kapot[plaats] = 0xE9;
    let afkeuring = ijw::lees(&kapot).unwrap_err();
    assert_eq!(afkeuring.fouten[0].soort, Foutsoort::Codering { genoemd: None });
    assert_eq!((afkeuring.fouten[0].regel, afkeuring.kop.is_some()), (2, true));
}

#[test]
fn size_depth_and_attributes_are_bounded() {
    assert_eq!(soort(&vec![b' '; ijw::MAX_BYTES + 1]).code(), "te-groot");
    let xml = goud::een("jw301-ok-specifiek");
    let diep = xml.replacen("<jw301:Bsn>", &format!("{}<jw301:Bsn>", "<jw301:x>".repeat(1_000_000)), 1);
    assert_eq!(ijw::lees(diep.as_bytes()).unwrap_err().fouten.last().unwrap().soort.code(), "te-diep");
    let mut breed = String::new();
    for nummer in 0..100_000 {
        breed.extend([" a", &nummer.to_string(), "=''"]);
    }
    let breed = xml.replacen("<jw301:Bsn>", &format!("<jw301:Bsn{breed}>"), 1);
    assert!(ijw::lees(breed.as_bytes()).is_err());
}

#[test]
fn the_same_message_may_be_written_in_many_ways() {
    zelfde("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "");
    zelfde("<?xml", "\u{feff}<?xml");
    zelfde("encoding=\"UTF-8\"", "encoding='utf-8' standalone=\"yes\" ");
    zelfde("Testkind", "Test<!-- of niet --><?p i?>kind");
    zelfde("Testkind", "<![CDATA[Test]]>&#107;&#x69;nd");
    zelfde("</jw301:Bsn>", "</jw301:Bsn\n>");
    zelfde("<jw301:Header>", "\n<!-- kop --> &#32;<jw301:Header  >");
    zelfde(">2026-05-06<", "> 2026-05-06\n<");
    zelfde(">1001<", "> +01001 <");
    zelfde("</jw301:Bericht>", "</jw301:Bericht><!-- klaar --><?p?>\n");
    zelfde(
        "<jw301:Bsn>",
        "<jw301:Bsn xmlns:s=\"http://www.w3.org/2001/XMLSchema-instance\" s:schemaLocation=\"a b\" xmlns:jw301=\"http://www.istandaarden.nl/ijw/3_2/jw301/schema\">",
    );
}

#[test]
fn prefixes_are_free() {
    let xml = goud::een("jw301-ok-specifiek");
    let gelezen = ijw::lees(xml.as_bytes());
    let standaard = xml.replace("jw301:", "").replace("xmlns:jw301", "xmlns");
    let standaard = standaard.replace(":jw301=", "=");
    assert_eq!(ijw::lees(standaard.as_bytes()), gelezen);
    let gewisseld =
        xml.replace("ijw:", "tijdelijk:").replace("jw301:", "ijw:").replace("tijdelijk:", "jw301:");
    let gewisseld = gewisseld
        .replace("xmlns:ijw=", "xmlns:t=")
        .replace("xmlns:jw301=", "xmlns:ijw=")
        .replace("xmlns:t=", "xmlns:jw301=");
    assert_eq!(ijw::lees(gewisseld.as_bytes()), gelezen);
    // A prefix that changes its meaning within an element changes it back after.
    let binnen = xml.replacen("<ijw:Datum>2012-03-04</ijw:Datum>", "<q:Datum xmlns:q=\"http://www.istandaarden.nl/ijw/3_2/basisschema/schema\" xmlns:jw301=\"x\">2012-03-04</q:Datum>", 1);
    assert_eq!(ijw::lees(binnen.as_bytes()), gelezen);
    let buiten = binnen.replacen("<ijw:Achternaam>", "<q:Achternaam>", 1);
    assert!(ijw::lees(buiten.as_bytes()).is_err());
}

#[test]
fn an_empty_element_without_mandatory_parts_is_right() {
    let xml = goud::een("jw301-ok-specifiek");
    let begin = xml.find("<jw301:Adres>").unwrap();
    let einde = xml.find("</jw301:Adres>").unwrap() + "</jw301:Adres>".len();
    for leeg in ["<jw301:Adres/>", "<jw301:Adres></jw301:Adres>", "<jw301:Adres> </jw301:Adres>"] {
        let bericht = ijw::lees(format!("{}{leeg}{}", &xml[..begin], &xml[einde..]).as_bytes()).unwrap();
        assert_eq!(ijw::lees(ijw::schrijf(&bericht).as_bytes()), Ok(bericht));
    }
}
