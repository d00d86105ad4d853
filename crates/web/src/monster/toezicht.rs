//! Samples of what the journal shows.

use jiff::civil::date;
use register::beeld::{
    Beoordeling, Bevonden, Inzage, InzagenBeeld, Signaal, ToezichtBeeld, Voorstel, VoorstelRegel,
};
use stelsel::{Gezin, Id};

use super::{STAND, id, moment, of};

pub(crate) fn inzagen(nasty: &str) -> (Id<Gezin>, InzagenBeeld) {
    let line = |wie: Option<&str>, handeling: &str, keer| Inzage {
        wie: wie.map(|naam| of(nasty, naam)),
        rol: of(nasty, "wijkteam"),
        doel: "hulp".into(),
        grond: String::new(),
        handeling: handeling.into(),
        onderdeel: of(nasty, "gezin"),
        eerste: moment(),
        laatste: moment(),
        keer,
    };
    let lines = vec![
        line(Some("Samira Bouali"), "inzien", 3),
        line(None, "besluiten", 1),
        line(Some("Jan"), "versturen", 1),
        line(Some("Jan"), "iets", 1),
    ];
    let dagen = vec![(STAND, lines.clone()), (date(2026, 3, 30), lines.into_iter().take(1).collect())];
    (id(1), InzagenBeeld { naam: of(nasty, "De Wit"), dagen, verder: Some(date(2026, 3, 30)) })
}

pub(crate) fn maand(nasty: &str) -> ToezichtBeeld {
    let review = Beoordeling {
        wie: of(nasty, "Ineke Vos"),
        wanneer: moment(),
        uitkomst: Bevonden::Navragen,
        toelichting: of(nasty, "Gesproken met de teamleider."),
    };
    let of_kind = |signaal: Signaal, beoordeling| Voorstel {
        sleutel: of(nasty, &format!("2026-03:{}:samira:2026-03-05", signaal.key())),
        signaal,
        account: of(nasty, "samira"),
        wie: of(nasty, "Samira Bouali"),
        rol: "wijkteam".into(),
        dag: date(2026, 3, 5),
        aantal: 31,
        gewoon: Some(7),
        regels: vec![
            VoorstelRegel {
                wanneer: moment(),
                handeling: "inzien".into(),
                onderdeel: of(nasty, "gezin"),
                uitkomst: "verleend".into(),
                gezinnen: vec![of(nasty, "G-3f9a2c11")],
            },
            VoorstelRegel {
                wanneer: moment(),
                handeling: "inzien".into(),
                onderdeel: "gezinnen".into(),
                uitkomst: "verleend".into(),
                gezinnen: Vec::new(),
            },
        ],
        beoordeling,
    };
    let mut voorstellen: Vec<Voorstel> =
        Signaal::ALL.into_iter().map(|signaal| of_kind(signaal, None)).collect();
    voorstellen.push(of_kind(Signaal::Steekproef, Some(review)));
    ToezichtBeeld {
        maand: date(2026, 3, 1),
        maanden: vec![date(2026, 4, 1), date(2026, 3, 1)],
        loopt: false,
        regels: 12_345,
        voorstellen,
    }
}
