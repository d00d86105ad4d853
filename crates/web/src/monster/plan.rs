//! Samples of the plan of a family.

use register::beeld::{
    AchttienBeeld, Bezorging, ExpertvraagBeeld, Geweigerd, HulpBeeld, Jongere, PlanBeeld, PlanToewijzing,
    PlanVersie, PlanVersieBeeld, Regie, Regisseur,
};
use stelsel::achttien::{Afspraak, Leefgebied, Overgang, handelt, lijn};
use stelsel::expertvraag::{Bindend, Expertvraag, Gevolg};
use stelsel::gezin::Adres;
use stelsel::persoon::GezinsRol;
use stelsel::plan::{
    Bron, Doel, Doelstand, Einde, Evaluatie, Kloksoort, Plan, Plek, Punt, Regel, Stagnatie, Stap, Tekst,
    Uitkomst, Wachten, Wachtklok, Woorden,
};
use stelsel::toegang::{Maat, Relatie, Toegang, delen};
use stelsel::{Gemeentecode, Rol};

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
        geweigerd: vec![Geweigerd {
            toewijzing: (Gemeentecode::parse("0758").unwrap(), 1001),
            regel: 4,
            bericht: id(1),
            codes: vec![("9332".into(), of(nasty, "Het nummer is al in gebruik."))],
        }],
        vragen: vragen(nasty),
        experts: if schrijft { vec![(of(nasty, "yara"), of(nasty, "Yara Hendriks"))] } else { Vec::new() },
        achttien: true,
    }
}

/// Open, advised, done.
pub(crate) fn vragen(nasty: &str) -> Vec<ExpertvraagBeeld> {
    let vraag = |n: u8| ExpertvraagBeeld {
        id: id(n),
        gezin: id(1),
        naam: of(nasty, "De Wit"),
        versie: i64::from(n),
        inhoud: Expertvraag {
            vraag: words(nasty, "Wie betaalt de begeleiding op school?"),
            partijen: words(nasty, "School en gemeente wijzen naar elkaar."),
            advies: if n > 1 { words(nasty, "Begin nu, en reken later af.") } else { Woorden::default() },
            reden: if n > 2 { words(nasty, "De school betaalt al.") } else { Woorden::default() },
        },
        reden: Stagnatie::Bekostiging,
        bindend: if n > 1 { Bindend::Tenzij } else { Bindend::Weegt },
        persoon: Some(id(1)),
        wie: (n > 1).then(|| of(nasty, "Tom")),
        gesteld: (of(nasty, "Samira Bouali"), moment()),
        leden: vec![of(nasty, "Yara Hendriks")],
        advies: (n > 1).then(|| (of(nasty, "Yara Hendriks"), moment())),
        gevolg: (n > 2).then(|| (Gevolg::Afgeweken, moment())),
        adviseert: n == 1,
        beslist: n == 2,
    };
    vec![vraag(1), vraag(2), vraag(3)]
}

/// Some versions, and one of them as it was.
pub(crate) fn versies(nasty: &str) -> PlanVersieBeeld {
    let versie = |n: u32, wat: &str| PlanVersie {
        versie: n,
        wie: if n == 2 { String::new() } else { of(nasty, "Samira Bouali") },
        wanneer: moment(),
        wat: wat.into(),
    };
    let leden = plan(nasty, true).leden;
    PlanVersieBeeld {
        gezin: id(1),
        naam: of(nasty, "De Wit"),
        versies: vec![versie(3, "regel 4"), versie(2, "doel 1"), versie(1, "samengevoegd")],
        gelezen: Some((versie(2, "doel 1"), inhoud(nasty))),
        leden,
    }
}

/// A line that becomes an allocation, or an allocation that changes.
pub(crate) fn hulp(nasty: &str, nieuw: bool) -> HulpBeeld {
    HulpBeeld {
        gezin: id(1),
        naam: of(nasty, "De Wit"),
        regel: nieuw.then(|| (4, of(nasty, "Ouderbegeleiding thuis"))),
        voor: Some(of(nasty, "Tom")),
        toewijzing: if nieuw { None } else { plan(nasty, true).toewijzingen.into_iter().next() },
        aanbieders: vec![(super::agb(1), of(nasty, "Samen Thuis"))],
        client_nodig: nieuw,
        adres: Some(Adres {
            straat: Some(of(nasty, "Lindelaan")),
            huis: Some(of(nasty, "12")),
            postcode: Some(of(nasty, "4811AB")),
            plaats: Some(of(nasty, "Breda")),
        }),
    }
}

/// A young person of seventeen.
pub(crate) fn achttien(nasty: &str) -> AchttienBeeld {
    let geboren = date(2008, 9, 30);
    let beeld = plan(nasty, true);
    let persoon = persoon(1, GezinsRol::Jeugdige, nasty, "Tom", Some(geboren));
    let said =
        Afspraak { woorden: words(nasty, "Tom wil de koksopleiding doen."), wie: words(nasty, "Marieke") };
    let jongere = Jongere {
        persoon,
        geboren,
        handelt: handelt(geboren, STAND),
        lijn: lijn(geboren),
        overgang: Overgang { leefgebieden: vec![(Leefgebied::Onderwijs, said)] },
        versie: 1,
    };
    AchttienBeeld {
        gezin: id(1),
        naam: of(nasty, "De Wit"),
        stand: STAND,
        schrijft: true,
        jongeren: vec![jongere],
        plan: beeld.plan,
        toewijzingen: beeld.toewijzingen,
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
        geweigerd: Vec::new(),
        vragen: Vec::new(),
        ..plan(nasty, true)
    }
}
