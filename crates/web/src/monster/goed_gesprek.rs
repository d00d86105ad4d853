//! Samples of conversations.

use jiff::civil::date;
use register::beeld::{
    AanvullingBeeld, Blad, EigenGroep, GesprekKort, GesprekStand, GesprekkenBeeld, GoedGesprekBeeld,
    RegeldrukBeeld, RegeldrukRij, VeldRij,
};
use stelsel::goed_gesprek::{
    Aanbod, Antwoord, Antwoordregel, Belasting, Drager, Inhoud, Lezers, Route, Score, Stem,
};

use super::{gezin, id, moment, of, wijkcode};

pub(crate) fn groep(nasty: &str) -> EigenGroep {
    EigenGroep {
        weg: false,
        sleutel: "eigen-haven".into(),
        naam: of(nasty, "Gezinnen rond de haven"),
        wie: of(nasty, "Schippersgezinnen die vaak van huis zijn."),
        antwoord: of(nasty, "Bel in de avond, en begeleid op afstand."),
        route: of(nasty, "Samen met de ligplaatsschool."),
        niet: of(nasty, "Een afspraak op kantoor om tien uur."),
        bron: of(nasty, "Gemeente Breda, werkafspraak 2026"),
        levenslang: true,
    }
}

fn antwoorden(nasty: &str) -> Vec<Antwoordregel> {
    let line = |antwoord, woorden: &str, wie: &str, wanneer: &str| Antwoordregel {
        antwoord,
        woorden: of(nasty, woorden),
        wie: of(nasty, wie),
        wanneer: if wanneer.is_empty() { String::new() } else { of(nasty, wanneer) },
    };
    vec![
        line(Antwoord::Bijschakelen, "Schuldhulp kijkt mee naar de huur.", "Samira", "deze week"),
        line(Antwoord::Waakvlam, "We bellen even, ook als het goed gaat.", "Samira", "elke zes weken"),
        line(Antwoord::Waakvlam, "Zonder ritme.", "", ""),
    ]
}

fn inhoud(nasty: &str) -> Inhoud {
    let score = |domein: &str, gezin, professional| Score {
        domein: domein.into(),
        naam: String::new(),
        gezin,
        professional,
    };
    Inhoud {
        minuten: Some(75),
        sprak_ook: of(nasty, "oma Riet"),
        gewoon_nu: of(nasty, "Iedereen gaat zijn eigen gang."),
        gewoon_goed: of(nasty, "Dat we ’s avonds weer samen eten zonder ruzie."),
        sterk: of(nasty, "We kunnen samen lachen."),
        domeinen: vec![
            score("thuis", Some(3), Some(3)),
            score("geld", Some(2), Some(4)),
            score("wonen", None, Some(1)),
            Score { naam: of(nasty, "de hond"), ..score("anders", Some(5), None) },
        ],
        verschil: of(nasty, "Over geld denken we anders; volgende keer de brieven samen openen."),
        oorzaken: vec!["geld".into(), "wonen".into()],
        oorzaak_anders: of(nasty, "de ziekte van opa"),
        van_wie: vec![Drager::Omgeving, Drager::Samen],
        belasting: Some(Belasting::Veel),
        route: Some(Route::Herstel),
        groepen: vec!["kwetsbaar-gezin".into(), "eigen-haven".into()],
        antwoorden: antwoorden(nasty),
        dilemma: of(nasty, "Wanneer is rust beter dan nog een gesprek?"),
    }
}

pub(crate) fn beeld(nasty: &str, stand: GesprekStand) -> GoedGesprekBeeld {
    let leden = gezin(nasty).leden;
    let stemmen = leden.iter().zip([Some(Lezers::Professional), None, Some(Lezers::Gezin)]);
    let stemmen = stemmen.map(|(lid, lezers)| Stem {
        persoon: lid.id,
        sprak: true,
        woorden: of(nasty, "Ik wil naar voetbal."),
        lezers,
        eigen: of(nasty, "Slaapt slecht sinds de zomer."),
    });
    GoedGesprekBeeld {
        id: id(7),
        gezin: id(1),
        naam: of(nasty, "De Wit"),
        volwassen: true,
        auteur: of(nasty, "Samira Bouali"),
        van_mij: stand == GesprekStand::Concept,
        lid: false,
        gewijzigd: moment(),
        versie: 4,
        stand,
        blad: Blad { dag: date(2026, 3, 31), inhoud: inhoud(nasty), stemmen: stemmen.collect() },
        aanvullingen: vec![
            AanvullingBeeld {
                door: of(nasty, "Marieke de Wit"),
                wanneer: moment(),
                tekst: of(nasty, "De brief is er nu."),
            },
            AanvullingBeeld { door: String::new(), wanneer: moment(), tekst: of(nasty, "Gelezen.") },
        ],
        groepen: vec![groep(nasty)],
        leden,
    }
}

pub(crate) fn lijst(nasty: &str) -> GesprekkenBeeld {
    let line = |nr, auteur: &str, van_mij, concept| GesprekKort {
        id: id(nr),
        dag: date(2026, 3, 31),
        auteur: if auteur.is_empty() { String::new() } else { of(nasty, auteur) },
        van_mij,
        concept,
        gewoon: of(nasty, "Dat we samen eten zonder ruzie."),
        antwoorden: antwoorden(nasty),
    };
    GesprekkenBeeld {
        gezin: id(1),
        naam: of(nasty, "De Wit"),
        schrijft: true,
        gesprekken: vec![
            line(3, "Samira", true, Some(moment())),
            line(4, "Karim", false, Some(moment())),
            line(5, "", false, None),
            line(6, "Samira", true, None),
        ],
    }
}

pub(crate) fn regeldruk(nasty: &str) -> RegeldrukBeeld {
    let row = |maand, wijk, gesprekken| RegeldrukRij {
        maand,
        wijk,
        gesprekken,
        gevuld: gesprekken * 9,
        aangeboden: gesprekken * 31,
        seconden: gesprekken * 840,
    };
    let fields = Inhoud::default().velden(&[], Aanbod { volwassen: true, kinderen: true });
    let velden = fields.into_iter().enumerate().map(|(n, (veld, _))| VeldRij {
        maand: 202_603,
        veld,
        aangeboden: 48,
        gevuld: u32::try_from(n % 12).unwrap() * 4,
    });
    RegeldrukBeeld {
        maand: 202_603,
        rijen: vec![
            row(202_602, Some(wijkcode(1)), 20),
            row(202_603, Some(wijkcode(1)), 14),
            row(202_603, Some(wijkcode(2)), 21),
            row(202_603, Some(wijkcode(3)), 3),
            row(202_603, None, 10),
        ],
        velden: velden.collect(),
        wijken: vec![(wijkcode(1), of(nasty, "Hoge Vucht")), (wijkcode(2), of(nasty, "Haagse Beemden"))],
    }
}
