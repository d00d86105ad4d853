//! Samples of what has to go, of corrections and of one's own data.

use jiff::civil::date;
use register::beeld::{
    BewarenBeeld, CorrectieBeeld, CorrectieStand, DossierRegel, Over, PersoonsUitvoer, StopRegel,
    UitvoerDeel, VernietigingRegel,
};
use stelsel::bewaren::{Grond, Klasse, StopSoort, Termijn};

use super::{STAND, id, moment, of};

pub(crate) fn leeg() -> BewarenBeeld {
    BewarenBeeld {
        dag: STAND,
        termijnen: Vec::new(),
        dossiers: Vec::new(),
        declaraties: 0,
        quarantaine: 0,
        vragen: 0,
        stops: Vec::new(),
        vernietigd: Vec::new(),
    }
}

pub(crate) fn beeld(nasty: &str) -> BewarenBeeld {
    let term = |klasse, maanden| Termijn {
        klasse,
        vanaf: date(2020, 1, 1),
        tot: None,
        maanden,
        bron: of(nasty, "Jeugdwet art. 7.3.8 lid 3"),
    };
    let line = |nr: u8, grond| DossierRegel {
        persoon: id(nr),
        gezin: id(nr + 1),
        geboren: (nr != 2).then_some(1998),
        laatste: date(2006, 2, 3),
        vervalt: date(2026, 2, 3),
        grond,
    };
    let stop = |nr: u8, soort, tot| StopRegel {
        id: id(nr),
        persoon: id(9),
        gezin: id(8),
        soort,
        reden: of(nasty, "Er loopt een klacht bij de commissie"),
        door: of(nasty, "beheer"),
        van: date(2026, 1, 2),
        tot,
    };
    let report = |nr: u8, schoon| VernietigingRegel {
        id: id(nr),
        wanneer: moment(),
        wie: of(nasty, "beheer"),
        dossiers: 3,
        grond: "dossier".into(),
        schoon,
        tellingen: vec![(of(nasty, "bericht"), 12), ("persoon".into(), 5)],
    };
    BewarenBeeld {
        termijnen: vec![
            term(Klasse::Dossier, 240),
            term(Klasse::Declaratie, 84),
            term(Klasse::Quarantaine, 7),
            term(Klasse::Vraag, 12),
        ],
        dossiers: vec![
            line(1, Grond::Dossier),
            line(2, Grond::Declaratie),
            line(3, Grond::Verzoek),
            line(4, Grond::Stop),
        ],
        declaraties: 12,
        quarantaine: 1,
        vragen: 1,
        stops: vec![stop(20, StopSoort::Klacht, None), stop(21, StopSoort::Langer, Some(date(2030, 1, 1)))],
        vernietigd: vec![report(30, true), report(31, false)],
        ..leeg()
    }
}

pub(crate) fn correcties(nasty: &str) -> Vec<CorrectieBeeld> {
    let one = |nr: u8, over, stand, antwoord: Option<&str>| CorrectieBeeld {
        id: id(nr),
        gezin: id(1),
        persoon: None,
        over,
        auteur: of(nasty, "gezinslid"),
        tekst: of(nasty, "Wij hebben nooit gezegd dat het thuis niet gaat."),
        geplaatst: moment(),
        gewijzigd: moment(),
        versie: 1,
        stand,
        antwoord: antwoord.map(|text| (of(nasty, text), moment())),
    };
    vec![
        one(40, Over::Gezin, CorrectieStand::Open, None),
        one(41, Over::Lid(id(2)), CorrectieStand::Overgenomen, Some("Dat klopt, het is aangepast.")),
        one(
            42,
            Over::Toewijzing(758, 300_201),
            CorrectieStand::AndersGezien,
            Some("Wij zien dat anders, omdat …"),
        ),
    ]
}

pub(crate) fn uitvoer(nasty: &str) -> Vec<PersoonsUitvoer> {
    let pair = |name: &str, value: &str| (name.to_owned(), of(nasty, value));
    vec![PersoonsUitvoer {
        gemaakt: moment(),
        delen: vec![
            UitvoerDeel {
                naam: "persoon".into(),
                rijen: vec![vec![pair("voornamen", "Tom"), pair("geboren", "2014-02-14")]],
            },
            UitvoerDeel { naam: "toewijzingen".into(), rijen: Vec::new() },
        ],
    }]
}
