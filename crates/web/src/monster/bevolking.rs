//! Made-up figures of areas, as an import gives them.

use std::fmt::Write as _;

use informatie::bevolking::{Bevolking, Opgave};
use register::beeld::Gebiedsnamen;
use stelsel::{Gemeentecode, Wijkcode};

const GEMEENTEN: [(&str, &str); 6] = [
    ("0744", "Baarle-Nassau"),
    ("0758", "Breda"),
    ("0779", "Geertruidenberg"),
    ("0826", "Oosterhout"),
    ("1719", "Drimmelen"),
    ("1723", "Alphen-Chaam"),
];

/// The areas of the region by name.
pub(crate) fn gebieden(nasty: &str) -> Gebiedsnamen {
    let named = |naam: &str| format!("{naam}{nasty}");
    let mut gemeenten: Vec<_> =
        GEMEENTEN.iter().map(|(code, naam)| (Gemeentecode::parse(code).unwrap(), named(naam))).collect();
    gemeenten.sort_by(|a, b| a.1.cmp(&b.1));
    let wijken = (1..=12)
        .map(|n| (Wijkcode::parse(&format!("WK0758{n:02}")).unwrap(), named(&format!("Wijk {n:02}")), None));
    Gebiedsnamen {
        inrichting: super::inrichting(nasty),
        vanaf: jiff::civil::date(2022, 4, 1),
        gemeenten,
        wijken: wijken.collect(),
        aanbieders: Vec::new(),
    }
}

/// Figures of two years: one is suppressed, the newest year is provisional.
pub(crate) fn bevolking(nasty: &str) -> Bevolking {
    let mut text = String::from(
        "Codering;naam;jaar;status;inwoners;inw_0_14;inw_15_24;huishoudenstotaal;eenouderhuishoudens;jeugdzorg_totaal;jz_0_3;verw_gemeente;trajecten;Huish. onder of rond sociaal minimum (%);In bezit woningcorporatie (%)\n",
    );
    let clean = nasty.replace([';', '"', '\n'], " ");
    let mut line = |code: &str, naam: &str, jaar: u32, n: u32| {
        let status = if jaar == 2022 { "voorlopig" } else { "definitief" };
        let care = if code == "WK075802" { ".".to_owned() } else { (200 + 5 * n).to_string() };
        let (people, young, single) = (9_000 + 400 * n, 1_400 + 35 * n, 350 + 11 * n);
        let _ = writeln!(
            text,
            "{code};{naam}{clean};{jaar};{status};{people};{young};1000;4200;{single};{care};{};{};400;{},5;{}",
            10 + n,
            100 + 7 * n,
            4 + n,
            18 + 2 * n
        );
    };
    for jaar in [2021, 2022] {
        for (n, (code, naam)) in (1..).zip(GEMEENTEN) {
            line(&format!("GM{code}"), naam, jaar, n + jaar % 3);
        }
        for n in 1..=12 {
            line(&format!("WK0758{n:02}"), &format!("Wijk {n:02}"), jaar, n);
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let mut bevolking = Bevolking::open(folder.path()).unwrap();
    let opgave = Opgave { bron: format!("CBS{nasty}"), ..Opgave::cbs(jiff::civil::date(2026, 4, 1)) };
    let verslag = bevolking.import("monster.csv", text.as_bytes(), &opgave).unwrap();
    assert!(verslag.soort.is_some() && verslag.bezwaren.is_empty(), "{:?}", verslag.bezwaren);
    bevolking
}
