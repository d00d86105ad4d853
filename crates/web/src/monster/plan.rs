//! Samples of the plan of a family.

use register::beeld::{Bezorging, PlanBeeld, PlanToewijzing, PlanVersie, Regie, Regisseur};
use stelsel::Rol;
use stelsel::persoon::GezinsRol;
use stelsel::plan::{
    Bron, Doel, Doelstand, Einde, Evaluatie, Kloksoort, Plan, Plek, Punt, Regel, Stagnatie, Stap, Tekst,
    Uitkomst, Wachten, Wachtklok, Woorden,
};
use stelsel::toegang::{Maat, Relatie, Toegang, delen};

use super::{STAND, date, id, moment, of, persoon};

fn words(nasty: &str, nice: &str) -> Woorden {
    Woorden::new(&of(nasty, nice)).unwrap()
}

/// A plan with something of everything.
pub(crate) fn inhoud(nasty: &str) -> Plan {
    let w = |nice: &str| words(nasty, nice);
    let regel = |nr, wat: &str, wie: &str, bron, einde, wacht| Punt {
        nr,
        versie: 3,
        wat: Regel {
            wat: w(wat),
            wie: w(wie),
            voor: (nr % 2 == 0).then(|| id(1)),
            bron,
            bron_naam: if bron == Bron::Fonds { w("Leergeld") } else { Woorden::default() },
            waar: Some(Plek::ALL[nr as usize % Plek::ALL.len()]),
            van: (nr != 5).then(|| date(2026, 2, 1)),
            einde,
            doelen: vec![1],
            wacht,
        },
    };
    let wacht = Wachten {
        sinds: date(2026, 3, 8),
        waarop: w("wie betaalt de begeleiding op school?"),
        reden: Stagnatie::Bekostiging,
    };
    let stap = |nr, tekst: &str, wanneer, klaar| Punt {
        nr,
        versie: 4,
        wat: Stap { tekst: w(tekst), wie: w("Marieke"), voor: Some(id(1)), wanneer, klaar, doel: Some(1) },
    };
    let doel = |nr, tekst: &str, stand| Punt {
        nr,
        versie: 2,
        wat: Doel { tekst: w(tekst), voor: (nr == 2).then(|| id(1)), stand },
    };
    Plan {
        gewoon: Tekst {
            versie: 1,
            tekst: w(
                "Dat we ’s avonds weer samen eten zonder ruzie, en dat Tom op woensdag naar voetbal kan.",
            ),
        },
        slot: Tekst { versie: 5, tekst: w("Op woensdag eten we al samen.") },
        doelen: vec![
            doel(1, "Samen eten zonder ruzie", Doelstand::Loopt),
            doel(2, "Op woensdag naar voetbal", Doelstand::Genoeg),
            doel(3, "Zelf naar school fietsen", Doelstand::Losgelaten),
        ],
        regels: vec![
            regel(4, "Ouderbegeleiding thuis", "Samen Thuis", Bron::Jeugdwet, Einde::Open, None),
            regel(
                5,
                "Woensdag mee-eten en voetbal",
                "familie Aydin",
                Bron::EigenNetwerk,
                Einde::Waakvlam,
                None,
            ),
            regel(
                6,
                "Begeleiding op school",
                "school",
                Bron::Onderwijs,
                Einde::Tot(date(2026, 7, 1)),
                Some(wacht),
            ),
            regel(7, "Fiets voor Tom", "Samira", Bron::Fonds, Einde::Tot(date(2026, 3, 1)), None),
        ],
        stappen: vec![
            stap(8, "Bellen met de woningcorporatie", Some(date(2026, 3, 20)), None),
            stap(9, "Kennismaken met familie Aydin", Some(date(2026, 3, 1)), Some(date(2026, 3, 2))),
        ],
        evaluaties: vec![
            Punt {
                nr: 10,
                versie: 5,
                wat: Evaluatie {
                    dag: date(2026, 3, 14),
                    wie: w("iedereen thuis"),
                    uitkomst: Some(Uitkomst {
                        woorden: w("Het is rustiger."),
                        per_doel: vec![(1, w("Drie avonden per week."))],
                    }),
                },
            },
            Punt {
                nr: 11,
                versie: 5,
                wat: Evaluatie { dag: date(2026, 6, 14), wie: w("Samira"), uitkomst: None },
            },
        ],
        laatste_nr: 11,
    }
}

/// As who writes in it sees it, or who reads.
pub(crate) fn plan(nasty: &str, schrijft: bool) -> PlanBeeld {
    let gezin = super::gezin(nasty);
    let (rol, relatie) =
        if schrijft { (Rol::Wijkteam, Relatie::Team) } else { (Rol::Gezinslid, Relatie::Lid) };
    let regisseur = |n: u8, tot: bool| Regisseur {
        id: id(n),
        naam: of(nasty, "Samira Bouali"),
        rol: Rol::Wijkteam,
        van: moment(),
        tot: tot.then(moment),
    };
    let toewijzingen = gezin.toewijzingen.iter().zip(1_u32..).map(|(t, n)| PlanToewijzing {
        beeld: t.clone(),
        regel: (n == 1).then_some(4),
        bezorging: if n == 1 { Bezorging::Verstuurd } else { Bezorging::Klaar },
    });
    let klok = |soort, nr: Option<u32>| Wachtklok {
        soort,
        sinds: date(2026, 3, 8),
        dagen: 23,
        nr,
        persoon: Some(id(1)),
    };
    let klokken = Kloksoort::ALL.iter().map(|soort| match soort {
        Kloksoort::Antwoord => klok(*soort, Some(6)),
        Kloksoort::Stap => klok(*soort, Some(8)),
        _ => klok(*soort, None),
    });
    PlanBeeld {
        gezin: id(1),
        naam: of(nasty, "De Wit"),
        stand: STAND,
        toegang: Toegang { relatie, doel: relatie.purpose(rol), delen: delen(rol, relatie) },
        schrijft,
        leden: vec![
            persoon(1, GezinsRol::Jeugdige, nasty, "Tom", Some(date(2010, 6, 2))),
            persoon(3, GezinsRol::Ouder, nasty, "Marieke", None),
        ],
        maten: vec![Maat::Geheel, Maat::Geheel],
        plan: inhoud(nasty),
        versie: Some(PlanVersie {
            versie: 5,
            wie: of(nasty, "Samira Bouali"),
            wanneer: moment(),
            wat: "doel 1".into(),
        }),
        regie: Regie {
            nu: Some(regisseur(1, false)),
            straks: Some(regisseur(2, false)),
            vervangers: vec![regisseur(3, true), regisseur(4, false)],
            woord: Some((
                of(nasty, "Vanaf maandag ben ik er voor jullie."),
                of(nasty, "Samira Bouali"),
                moment(),
            )),
            keus: vec![(of(nasty, "karim"), of(nasty, "Karim Aydin"), Rol::Regisseur)],
        },
        toewijzingen: toewijzingen.collect(),
        klokken: klokken.collect(),
    }
}

/// Nothing was written yet, and nobody coordinates.
pub(crate) fn leeg(nasty: &str) -> PlanBeeld {
    PlanBeeld {
        plan: Plan::default(),
        versie: None,
        regie: Regie::default(),
        toewijzingen: Vec::new(),
        klokken: Vec::new(),
        ..plan(nasty, true)
    }
}
