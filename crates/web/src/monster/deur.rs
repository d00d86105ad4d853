//! Samples of the family's own page, of messages, sharing, referrals and the first page.

use register::beeld::{
    Afspraak, AfspraakInhoud, AfspraakRegel, AfsprakenBeeld, AfwezigBeeld, CorrectieStand, DelenBeeld,
    DelingRegel, Draad, DraadRegel, OnsBeeld, PostBeeld, PostRegel, PostSoort, StemRegel, VandaagBeeld,
    VandaagGezin, Verwachting, VerwijzingAntwoord, VerwijzingBeeld, VerwijzingInhoud, VerwijzingRegel,
    VerwijzingenBeeld, VerzoekStand, ViaAanbieder, VoorTeam,
};
use stelsel::Rol;
use stelsel::deling::{DelingStand, Wat};
use stelsel::plan::{Bron, Daad, Einde, Inhoud, Kloksoort, Plan, Regel, Stap, Wachtklok, Wijziging, Woorden};
use stelsel::toegang::{Relatie, Toegang, delen as parts};
use stelsel::verwijzing::{VerwijzerSoort, VerwijzingStand};

use super::{STAND, bewaren, date, gezin, id, moment, of};

fn threads(nasty: &str, lid: bool) -> Vec<DraadRegel> {
    let van = Some(of(nasty, "Tom"));
    vec![
        DraadRegel { draad: Draad::Gezin, van: None, eigen: false, nieuw: 2, wacht: Some(moment()) },
        DraadRegel { draad: Draad::Eigen(id(1)), van, eigen: lid, nieuw: 0, wacht: None },
    ]
}

fn message(nasty: &str, nr: u8, van_gezin: bool, van_mij: bool) -> PostRegel {
    PostRegel {
        id: id(nr),
        auteur: (nr != 62).then(|| of(nasty, if van_gezin { "Marieke de Wit" } else { "Samira Bouali" })),
        rol: if van_gezin { Rol::Gezinslid } else { Rol::Wijkteam },
        van_mij,
        van_gezin,
        soort: if nr == 61 { PostSoort::Aanvulling } else { PostSoort::Bericht },
        tekst: of(nasty, "Zou u deze week kunnen bellen?\nLiefst na vier uur."),
        geplaatst: moment(),
        gelezen: van_mij.then(moment),
        nieuw: !van_mij,
    }
}

/// A thread, as the team, a parent or a young person reads it.
pub(crate) fn post(nasty: &str, lid: bool, jong: bool, own: bool) -> PostBeeld {
    PostBeeld {
        gezin: id(1),
        naam: of(nasty, "De Wit"),
        draden: threads(nasty, lid),
        gekozen: if own { Draad::Eigen(id(1)) } else { Draad::Gezin },
        gezinsleden: vec![of(nasty, "Marieke"), of(nasty, "Tom")],
        helpers: if jong { Vec::new() } else { vec![of(nasty, "Samira Bouali"), of(nasty, "Karim Aydin")] },
        berichten: vec![
            message(nasty, 60, true, lid),
            message(nasty, 61, true, false),
            message(nasty, 62, false, false),
            message(nasty, 63, false, !lid),
        ],
        lid,
        jong,
    }
}

fn share(nasty: &str, nr: u8, stand: Option<DelingStand>, lid: bool) -> DelingRegel {
    let said = |ja| StemRegel { naam: of(nasty, "Marieke"), ja, wanneer: moment() };
    DelingRegel {
        id: id(nr),
        over: nr.is_multiple_of(2).then(|| of(nasty, "Tom")),
        relatie: Relatie::School,
        naam: of(nasty, "Bram Janssen (school)"),
        wat: Wat::ALL.to_vec(),
        doel: of(nasty, "Samen kijken naar rust in de klas"),
        van: moment(),
        tot: nr.is_multiple_of(2).then(moment),
        ingetrokken: (stand.is_none() && nr.is_multiple_of(2)).then(moment),
        stand,
        stemmen: vec![said(true), said(stand != Some(DelingStand::Nee))],
        vraagt_mij: lid && matches!(stand, Some(DelingStand::Wacht { .. })),
        wacht_op: if lid { Vec::new() } else { vec![(id(1), of(nasty, "Tom"))] },
        intrekbaar: stand.is_some(),
    }
}

/// What is shared: running, waiting, refused, withdrawn and over.
pub(crate) fn delen(nasty: &str, lid: bool, jong: bool) -> DelenBeeld {
    DelenBeeld {
        gezin: id(1),
        naam: of(nasty, "De Wit"),
        delingen: vec![
            share(nasty, 70, Some(DelingStand::Loopt), lid),
            share(nasty, 71, Some(DelingStand::Wacht { ouder: false, zelf: true }), lid),
            share(nasty, 72, Some(DelingStand::Nee), lid),
            share(nasty, 74, None, lid),
            share(nasty, 75, None, lid),
        ],
        over: vec![
            (
                Some(id(1)),
                Some(of(nasty, "Tom")),
                vec![(id(1), of(nasty, "Tom")), (id(3), of(nasty, "Marieke"))],
            ),
            (None, None, vec![(id(3), of(nasty, "Marieke"))]),
        ],
        accounts: vec![(of(nasty, "bram"), of(nasty, "Bram Janssen"), Rol::School)],
        lid,
        jong,
    }
}

/// A plan with a goal, a line and a step.
fn plan(nasty: &str) -> Plan {
    let text = |nice: &str| Woorden::new(&of(nasty, nice)).unwrap();
    let part = |inhoud| Wijziging { nr: None, gelezen: 0, daad: Daad::Schrijf(inhoud) };
    let line = Regel {
        wat: text("Woensdag mee-eten en voetbal"),
        wie: text("familie Aydin"),
        voor: None,
        bron: Bron::EigenNetwerk,
        bron_naam: Woorden::default(),
        waar: None,
        van: None,
        einde: Einde::Open,
        doelen: Vec::new(),
        wacht: None,
    };
    let step = Stap {
        tekst: text("De corporatie bellen over urgentie"),
        wie: text("Samira"),
        voor: None,
        wanneer: Some(STAND),
        klaar: None,
        doel: None,
    };
    let mut plan = Plan::default();
    for (version, inhoud) in (1..).zip([
        Inhoud::Gewoon(text("Dat we samen eten zonder ruzie")),
        Inhoud::Regel(line),
        Inhoud::Stap(step),
    ]) {
        plan.wijzig(part(inhoud), version).unwrap();
    }
    plan
}

/// The family's own page.
pub(crate) fn ons(nasty: &str, jong: bool) -> OnsBeeld {
    let mut seen = gezin(nasty);
    let (rol, relatie) = (Rol::Gezinslid, Relatie::Lid);
    seen.toegang = Toegang { relatie, doel: relatie.purpose(rol), delen: parts(rol, relatie) };
    let mut correcties = bewaren::correcties(nasty);
    correcties.retain(|said| said.stand == CorrectieStand::Open);
    OnsBeeld {
        plan: if jong { Plan::default() } else { plan(nasty) },
        klokken: vec![Wachtklok {
            soort: Kloksoort::Evaluatie,
            sinds: STAND,
            dagen: 2,
            nr: None,
            persoon: None,
        }],
        ik: of(nasty, if jong { "Tom" } else { "Marieke" }),
        jong,
        gezin: seen,
        helpers: vec![of(nasty, "Samira Bouali"), of(nasty, "Karim Aydin")],
        correcties,
        draden: threads(nasty, true),
        aanvullingen: vec![message(nasty, 61, true, true)],
        delingen: delen(nasty, true, jong).delingen,
    }
}

fn referral(nasty: &str, nr: u8, stand: VerwijzingStand) -> VerwijzingRegel {
    let answered = stand == VerwijzingStand::Beantwoord;
    let said =
        VerwijzingAntwoord { tekst: of(nasty, "Er komt begeleiding thuis."), akkoord: of(nasty, "moeder") };
    VerwijzingRegel {
        id: id(nr),
        kind: of(nasty, "Tom de Wit"),
        geboren: Some(date(2014, 6, 2)),
        soort: VerwijzerSoort::Huisarts,
        van: of(nasty, "Hanna de Boer (huisarts)"),
        geplaatst: moment(),
        stand,
        dagen: (!answered).then_some(u32::from(nr % 3)),
        opgepakt_door: (stand != VerwijzingStand::Ontvangen).then(|| of(nasty, "Samira Bouali")),
        opgepakt: (stand != VerwijzingStand::Ontvangen).then(moment),
        antwoord: answered.then(|| (said, moment())),
        gezin: nr.is_multiple_of(2).then(|| (id(1), of(nasty, "De Wit"))),
    }
}

/// The list, for the team or for a referrer.
pub(crate) fn verwijzingen(nasty: &str, verwijzer: bool) -> VerwijzingenBeeld {
    let via = ViaAanbieder {
        id: id(83),
        kind: of(nasty, "Lotte de Wit"),
        verwijzer: of(nasty, "02"),
        aanbieder: of(nasty, "Samen Thuis"),
        dag: STAND,
        stand: VerzoekStand::Open,
    };
    let answered = referral(nasty, 82, VerwijzingStand::Beantwoord);
    let open = [VerwijzingStand::Ontvangen, VerwijzingStand::Opgepakt];
    let mut all: Vec<_> = (80..).zip(open).map(|(nr, stand)| referral(nasty, nr, stand)).collect();
    all.push(referral(nasty, 79, VerwijzingStand::Ontvangen));
    if verwijzer {
        all.push(answered.clone());
    }
    VerwijzingenBeeld {
        verwijzingen: all,
        beantwoord: if verwijzer { Vec::new() } else { vec![answered] },
        via_aanbieder: if verwijzer { Vec::new() } else { vec![via] },
        verwijzer,
    }
}

/// One referral.
pub(crate) fn verwijzing(nasty: &str, stand: VerwijzingStand, team: bool) -> VerwijzingBeeld {
    let known = stand == VerwijzingStand::Beantwoord;
    VerwijzingBeeld {
        regel: VerwijzingRegel {
            gezin: (team && known).then(|| (id(1), of(nasty, "De Wit"))),
            ..referral(nasty, 81, stand)
        },
        inhoud: VerwijzingInhoud {
            vraag: of(nasty, "Hij slaapt slecht en wil niet meer naar school."),
            geprobeerd: of(nasty, "Gesprekken met de POH."),
            spoed: of(nasty, "Graag deze week een gesprek."),
            toestemming: of(nasty, "Moeder vroeg er zelf om."),
            bereikbaar: String::new(),
        },
        versie: 1,
        team,
        wijk: team.then(|| of(nasty, "Hoge Vucht")),
        kandidaten: if team && !known { vec![(id(1), of(nasty, "Tom Wit (De Wit)"))] } else { Vec::new() },
    }
}

/// Agreements: one that runs, one that is over.
pub(crate) fn afspraken(nasty: &str, maakt: bool) -> AfsprakenBeeld {
    let one = |nr: u8, einde| AfspraakRegel {
        id: id(nr),
        afspraak: Afspraak {
            soort: VerwijzerSoort::Huisarts,
            met: of(nasty, "Huisartsenpraktijk Hoge Vucht"),
            inhoud: AfspraakInhoud {
                waarover: of(nasty, "Bij twijfel belt de POH eerst het wijkteam."),
                ervaring: of(nasty, "Scheelt wachttijd."),
            },
            dag: date(2026, 1, 12),
            evaluatie: Some(date(2026, 9, 1)),
            einde,
        },
        versie: 1,
    };
    AfsprakenBeeld {
        afspraken: vec![one(90, None), one(91, Some(date(2026, 2, 1)))],
        kinderen: VerwijzerSoort::ALL.into_iter().zip([128, 34, 12, 7, 3, 0]).collect(),
        maakt,
    }
}

/// The first page.
pub(crate) fn vandaag(nasty: &str) -> VandaagBeeld {
    let one = |nr: u8, naam: &str, relatie, voor: Option<&str>, verwacht| VandaagGezin {
        id: id(nr),
        naam: of(nasty, naam),
        relatie,
        voor: voor.map(|naam| of(nasty, naam)),
        verwacht,
    };
    let bericht = |draad, nieuw| Verwachting::Bericht {
        van: of(nasty, "Marieke de Wit"),
        draad,
        sinds: moment(),
        nieuw,
    };
    let all = vec![
        bericht(Draad::Gezin, true),
        bericht(Draad::Eigen(id(1)), false),
        Verwachting::Correctie { sinds: moment() },
        Verwachting::Concept(id(85), STAND),
        Verwachting::Klok(klok(), of(nasty, "Samira belt de corporatie")),
        Verwachting::Verwijzing(id(80), of(nasty, "Hanna de Boer"), moment()),
        Verwachting::Verzoek(id(83), of(nasty, "Samen Thuis"), STAND),
    ];
    VandaagBeeld {
        gezinnen: vec![
            one(1, "De Wit", Relatie::Regisseur, None, all),
            one(2, "Aydin", Relatie::Team, None, vec![bericht(Draad::Gezin, true)]),
            one(3, "Jansen", Relatie::Regisseur, None, Vec::new()),
        ],
        vervangt: vec![
            one(4, "Smits", Relatie::Vervanger, Some("Karim Aydin"), vec![bericht(Draad::Gezin, true)]),
            one(5, "Maas", Relatie::Vervanger, Some("Karim Aydin"), Vec::new()),
        ],
        team: vec![
            VoorTeam::Verwijzing(id(81), of(nasty, "Sem Bakker"), of(nasty, "Hanna de Boer"), moment()),
            VoorTeam::Verzoek(id(84), of(nasty, "Lotte Smit"), of(nasty, "Samen Thuis"), STAND),
        ],
        meer: true,
        afwezig: Some(AfwezigBeeld { van: moment(), tot: moment(), vervanger: of(nasty, "Karim Aydin") }),
    }
}

/// A clock of a step.
pub(crate) fn klok() -> Wachtklok {
    Wachtklok { soort: Kloksoort::Stap, sinds: STAND, dagen: 3, nr: Some(1), persoon: None }
}
