//! The envelopes of StUF-GGk.

mod fouten;
mod grenzen;
mod helpers;
mod mutaties;
mod schema;
mod verzonnen;
mod vormen;

use std::fs;
use std::path::{Path, PathBuf};

use ijw::Berichttype;
use ijw::stuf::{
    self, Applicatie, Bestand, Envelop, Inhoud, Organisatie, Parameters, Referentienummer, Systeem, Tijdstip,
};

/// A message, of which it does not matter here what it says.
const BERICHT: &str = "<Bericht>Testkind</Bericht>";

fn nummer(bron: u8) -> Referentienummer {
    Referentienummer::from_bytes([bron; 16])
}

fn gemeente() -> Systeem {
    Systeem::new(Organisatie::new("9901").unwrap(), Applicatie::new("Leerloop").unwrap())
}

fn aanbieder() -> Systeem {
    Systeem::via_ggk(Organisatie::new("99000001").unwrap())
}

fn tijdstip() -> Tijdstip {
    Tijdstip::new("20260506101112").unwrap()
}

fn heen() -> Envelop {
    Envelop::heen(BERICHT, Berichttype::Jw301, gemeente(), aanbieder(), nummer(1), tijdstip()).unwrap()
}

fn retour() -> Envelop {
    Envelop::retour(BERICHT, Berichttype::Jw302, aanbieder(), gemeente(), nummer(2), tijdstip(), nummer(1))
        .unwrap()
}

fn fout() -> Envelop {
    Envelop::fout(&heen(), aanbieder(), nummer(3), tijdstip()).unwrap()
}

/// A heenbericht with a text file.
fn tekst() -> Envelop {
    let mut envelop = heen();
    parameters(&mut envelop).bericht = Bestand::Tekst {
        naam: ijw::stuf::Bestandsnaam::new("lijst.csv").unwrap(),
        inhoud: Inhoud::new("a;b\n").unwrap(),
    };
    envelop
}

fn parameters(envelop: &mut Envelop) -> &mut Parameters {
    match envelop {
        Envelop::Di01(envelop) => &mut envelop.parameters,
        Envelop::Du01(envelop) => &mut envelop.parameters,
        Envelop::Fo01(_) => panic!("a fault has no parameters"),
    }
}

/// An envelope of each kind.
fn alle() -> [Envelop; 4] {
    [heen(), tekst(), retour(), fout()]
}

/// The published samples, by name. `None` when they are not at hand.
fn voorbeelden() -> Option<Vec<(String, Vec<u8>)>> {
    let map = voorbeeldmap();
    let Ok(bestanden) = fs::read_dir(&map) else {
        println!("skipped: no samples in {}", map.display());
        return None;
    };
    let mut gevonden: Vec<_> = bestanden
        .map(|bestand| bestand.unwrap())
        .map(|bestand| (bestand.file_name().into_string().unwrap(), bestand.path()))
        .filter(|(naam, plek)| {
            naam.starts_with("ggk0210_") && plek.extension().is_some_and(|deel| deel == "xml")
        })
        .map(|(naam, plek)| (naam, fs::read(plek).unwrap()))
        .collect();
    gevonden.sort();
    Some(gevonden)
}

fn voorbeeldmap() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/ijw/voorbeelden")
}

#[test]
fn the_samples_are_read_and_written_back() {
    let Some(voorbeelden) = voorbeelden() else { return };
    assert_eq!(voorbeelden.len(), 7);
    for (naam, bytes) in &voorbeelden {
        let envelop = stuf::lees(bytes).unwrap_or_else(|fout| panic!("{naam}: {fout}"));
        assert_eq!(stuf::lees(stuf::schrijf(&envelop).as_bytes()).as_ref(), Ok(&envelop), "{naam}");
        assert_eq!(stuf::lees(stuf::schrijf_soap(&envelop).as_bytes()).as_ref(), Ok(&envelop), "{naam}");
        let (code, tekst) = (envelop.berichtcode(), naam.contains("tekst"));
        assert!(naam.to_lowercase().contains(&code.to_lowercase()), "{naam}: {code}");
        assert_eq!(envelop.bericht().is_ok(), code != "Fo01" && !tekst, "{naam}");
        assert_eq!(envelop.bestandsnaam().is_some(), tekst, "{naam}");
    }
    let lees = |naam: &str| {
        let (_, bytes) = voorbeelden.iter().find(|(ander, _)| ander == naam).unwrap();
        stuf::lees(bytes).unwrap()
    };
    assert_eq!(lees("ggk0210_soap-envelope-du01.xml"), lees("ggk0210_envelopRetourbericht-ggk_Du01-v21.xml"));
    let heen = lees("ggk0210_soap-envelope-di01.xml");
    assert!(heen.bericht().unwrap().starts_with("<?xml"));
    assert_eq!(heen.referentienummer(), "9c0f7b90-5c69-41e5-a837-0800200c9a66");
    assert_eq!(heen.functie().unwrap().as_str(), "WMO301");
    assert_eq!(heen.functie().unwrap().berichttype(), None);
    assert_eq!(lees("ggk0210_soap-envelope-du01.xml").cross_refnummer(), Some(heen.referentienummer()));
    let Envelop::Fo01(fout) = lees("ggk0210_Fo01.xml") else { panic!() };
    assert_eq!(fout.body.code.as_str(), "IB210");
    assert_eq!(fout.body.details.unwrap().as_str(), "JW315-00010004");
    assert_eq!(fout.body.details_xml.unwrap().as_str(), "<root></root>");
    assert_eq!(fout.ontvanger.gebruiker.unwrap().as_str(), "gebruiker1");
}
