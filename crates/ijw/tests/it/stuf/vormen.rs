//! The same envelope, written in another way.

use ijw::stuf::{self, DetailsXml, Envelop};

use super::{alle, fout, heen, retour, tekst};

fn zelfde(envelop: &Envelop, van: &str, naar: &str) {
    let xml = stuf::schrijf_soap(envelop);
    assert!(xml.contains(van), "{van} in {xml}");
    let anders = xml.replace(van, naar);
    assert_eq!(stuf::lees(anders.as_bytes()).as_ref(), Ok(envelop), "{van} -> {naar}");
}

#[test]
fn with_and_without_soap_it_is_the_same() {
    for envelop in alle() {
        let kaal = stuf::schrijf(&envelop);
        let soap = stuf::schrijf_soap(&envelop);
        let element = kaal.split_once('\n').unwrap().1.trim_end();
        assert!(soap.contains(&format!("<soapenv:Body>{element}</soapenv:Body>")));
        assert_eq!(stuf::lees(kaal.as_bytes()).as_ref(), Ok(&envelop));
        assert_eq!(stuf::lees(soap.as_bytes()).as_ref(), Ok(&envelop));
    }
}

#[test]
fn prefixes_white_space_and_the_like_are_free() {
    for envelop in [heen(), tekst()] {
        zelfde(&envelop, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "\u{feff}");
        zelfde(&envelop, "soapenv", "SOAP-ENV");
        zelfde(&envelop, "GGK", "a");
        zelfde(&envelop, "xmlns:StUF=", "xmlns:b=\"http://www.egem.nl/StUF/StUF0301\" xmlns:StUF=");
        zelfde(&envelop, "><", ">\r\n\t<!-- tussen --><?p?><");
        zelfde(&envelop, "><GGK:", "> <GGK:");
        zelfde(&envelop, "Leerloop", "<![CDATA[Leer]]>l&#111;op");
        zelfde(&envelop, "<soapenv:Header/>", "");
        zelfde(
            &envelop,
            "<soapenv:Header/>",
            "<soapenv:Header soapenv:x=\"1\"><w:Security xmlns:w=\"urn:w\" soapenv:mustUnderstand=\"1\"><w:x/></w:Security>tekst</soapenv:Header>",
        );
        zelfde(&envelop, "<soapenv:Body>", "<soapenv:Body xmlns:u=\"urn:u\" u:Id=\"b1\">");
        zelfde(
            &envelop,
            "http://schemas.xmlsoap.org/soap/envelope/",
            "http://www.w3.org/2003/05/soap-envelope",
        );
        zelfde(
            &envelop,
            "<GGK:parameters>",
            "<GGK:parameters xmlns:s=\"http://www.w3.org/2001/XMLSchema-instance\" s:schemaLocation=\"a b\">",
        );
    }
    zelfde(&tekst(), "\"lijst.csv\"", "'lijst&#46;csv' ");
}

#[test]
fn a_namespace_may_be_the_default() {
    for envelop in [heen(), tekst(), retour()] {
        let xml = stuf::schrijf_soap(&envelop).replace("StUF:", "").replace("xmlns:StUF=", "xmlns=");
        assert_eq!(stuf::lees(xml.as_bytes()), Ok(envelop));
    }
}

#[test]
fn base64_may_be_broken_into_lines() {
    let xml = stuf::schrijf(&heen());
    let (voor, rest) = xml.split_once("<GGK:xmlBestand>").unwrap();
    let (inhoud, na) = rest.split_once("</GGK:xmlBestand>").unwrap();
    for scheiding in ["\n", "\r\n", " ", "\t ", "&#13;\n", "&#xA;", "<!-- x -->", "]]><![CDATA["] {
        let stukken: Vec<_> = inhoud.as_bytes().chunks(5).map(|stuk| str::from_utf8(stuk).unwrap()).collect();
        let mut breed = stukken.join(scheiding);
        if scheiding.starts_with(']') {
            breed = format!("<![CDATA[{breed}]]>");
        }
        let anders = format!("{voor}<GGK:xmlBestand>{breed}</GGK:xmlBestand>{na}");
        assert_eq!(stuf::lees(anders.as_bytes()), Ok(heen()), "{scheiding:?}");
    }
}

#[test]
fn an_empty_file_may_be_written_in_two_ways() {
    let begin = stuf::schrijf(&tekst());
    let kort = begin.replace(">YTtiCg==</GGK:tekstBestand>", "/>");
    let lang = begin.replace("YTtiCg==", " ");
    assert_ne!(kort, begin);
    assert_eq!(stuf::lees(kort.as_bytes()), stuf::lees(lang.as_bytes()));
    assert!(stuf::lees(kort.as_bytes()).unwrap().parameters().unwrap().bericht.inhoud().bytes().is_empty());
}

#[test]
fn the_fixed_code_of_a_fault_may_be_left_out() {
    zelfde(&fout(), ">Fo01</StUF:berichtcode>", "/>");
    let leeg = stuf::schrijf(&heen()).replace(">Di01</StUF:berichtcode>", "/>");
    assert_eq!(stuf::lees(leeg.as_bytes()).unwrap_err().reden.code(), "leeg-element");
}

/// A fault whose details are these.
fn met_details(details: &str) -> String {
    let xml = stuf::schrijf_soap(&fout());
    let (voor, rest) = xml.split_once("<StUF:detailsXML>").unwrap();
    let (_, na) = rest.split_once("</StUF:detailsXML>").unwrap();
    let voor = voor.replace("<StUF:body>", "<StUF:body xmlns:c=\"urn:c\" xmlns:d=\"urn:&amp;&quot;d\">");
    format!("{voor}{details}{na}")
}

#[test]
fn details_keep_the_namespaces_that_they_need() {
    for (details, verwacht) in [
        ("<StUF:detailsXML/>", ""),
        ("<StUF:detailsXML> <!-- c --> </StUF:detailsXML>", ""),
        ("<StUF:detailsXML><a/> <b x='1'>t<c/></b></StUF:detailsXML>", "<a/><b x='1'>t<c/></b>"),
        (
            "<StUF:detailsXML><c:a d:x=\"1\" xml:lang=\"nl\"/></StUF:detailsXML>",
            "<c:a xmlns:c=\"urn:c\" xmlns:d=\"urn:&amp;&quot;d\" d:x=\"1\" xml:lang=\"nl\"/>",
        ),
        (
            "<StUF:detailsXML><a><c:b xmlns:c=\"urn:e\"/><c:b/></a></StUF:detailsXML>",
            "<a xmlns:c=\"urn:c\"><c:b xmlns:c=\"urn:e\"/><c:b/></a>",
        ),
        (
            "<StUF:detailsXML><c:b xmlns:c=\"urn:e\"><c:b/></c:b></StUF:detailsXML>",
            "<c:b xmlns:c=\"urn:e\"><c:b/></c:b>",
        ),
        (
            "<StUF:detailsXML xmlns=\"urn:f\"><a y=\"\"><b/></a></StUF:detailsXML>",
            "<a xmlns=\"urn:f\" y=\"\"><b/></a>",
        ),
        (
            "<StUF:detailsXML xmlns=\"urn:f\"><a xmlns=\"\"><b/></a></StUF:detailsXML>",
            "<a xmlns=\"\"><b/></a>",
        ),
        (
            "<StUF:detailsXML><StUF:a >c:x</StUF:a></StUF:detailsXML>",
            "<StUF:a xmlns:StUF=\"http://www.egem.nl/StUF/StUF0301\" >c:x</StUF:a>",
        ),
    ] {
        let envelop = stuf::lees(met_details(details).as_bytes()).unwrap();
        let Envelop::Fo01(fout) = &envelop else { panic!() };
        assert_eq!(fout.body.details_xml.as_ref().unwrap().as_str(), verwacht);
        for xml in [stuf::schrijf(&envelop), stuf::schrijf_soap(&envelop)] {
            assert_eq!(stuf::lees(xml.as_bytes()).as_ref(), Ok(&envelop), "{xml}");
        }
    }
}

#[test]
fn details_are_made_of_any_document() {
    let xml = "\u{feff}<?xml version=\"1.0\"?>\n<!-- c --><a xmlns='urn:a'>\n <b/>\n</a><?p?>\n";
    assert_eq!(DetailsXml::from_document(xml.as_bytes()).unwrap().as_str(), "<a xmlns='urn:a'>\n <b/>\n</a>");
    for fout in ["", "a", "<a>", "<a/><b/>", "<!DOCTYPE a><a/>", "<p:a/>", "<a>&b;</a>"] {
        assert!(DetailsXml::from_document(fout.as_bytes()).is_err(), "{fout}");
    }
}
