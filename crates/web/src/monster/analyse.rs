//! Samples of problem analyses.

use register::beeld::{
    AnalyseBeeld, AnalyseRegel, AnalyseVersie, AnalyseVersiesBeeld, AnalysesBeeld, NootRegel,
};
use stelsel::Rol;
use stelsel::analyse::{
    Afspraak, Alinea, Analyse, Deel, Kop, Moment, Reactie, Vindplaats, Voortgang, verschil,
};
use stelsel::plan::{Punt, Woorden};

use super::{STAND, date, id, moment, of};

fn words(nasty: &str, nice: &str) -> Woorden {
    Woorden::new(&of(nasty, nice)).unwrap()
}

/// A document with something of everything.
fn inhoud(nasty: &str) -> Analyse {
    let w = |nice: &str| words(nasty, nice);
    let alinea = |nr, deel, text: &str, vindplaats| Punt {
        nr,
        versie: nr + 1,
        wat: Alinea { deel, tekst: w(text), vindplaats },
    };
    let figure = Vindplaats {
        momentopname: w("snapshot-2026-03-31-0123456789abcdef"),
        indicator: Woorden::new("instroom").unwrap(),
        gebied: w("WK075801"),
    };
    let unknown = Vindplaats { indicator: w("iets anders"), ..figure.clone() };
    let afspraak = |nr, tot, kijk, momenten: Vec<Moment>| Punt {
        nr,
        versie: nr + 1,
        wat: Afspraak {
            wat: w("Tien plekken dagbehandeling erbij"),
            wie: w("Gemeente en aanbieder"),
            hoeveel: if nr == 9 { Woorden::default() } else { w("10 plekken") },
            tot,
            kijk,
            momenten,
        },
    };
    let told = |stand| Moment {
        dag: date(2026, 2, 1),
        stand,
        kwam: w("Zes plekken zijn er. Voor vier is nog geen ruimte."),
    };
    Analyse {
        kop: Kop {
            versie: 3,
            titel: w("Wachten in Breda noord"),
            gebied: w("Breda noord"),
            gedeeld: vec!["raad".into(), "clientenraad".into(), "aanbieder".into()],
        },
        alineas: vec![
            alinea(1, Deel::Zien, "Gezinnen wachten lang op hulp thuis.\nVooral in het najaar.", None),
            alinea(2, Deel::Cijfers, "De instroom groeit sinds twee jaar.", Some(figure)),
            alinea(3, Deel::Cijfers, "Het wachten wordt langer.", Some(unknown)),
            alinea(
                4,
                Deel::Stemmen,
                "De cliëntenraad hoort dat mensen niet weten waar zij terecht kunnen.",
                None,
            ),
            alinea(5, Deel::Oorzaken, "Er is één aanbieder bijgekomen en er zijn er twee gestopt.", None),
            alinea(6, Deel::Onbekend, "Hoeveel gezinnen zelf een oplossing vonden.", None),
            alinea(7, Deel::Eens, "Niemand wacht langer dan tien weken zonder iemand die belt.", None),
        ],
        afspraken: vec![
            afspraak(8, date(2026, 3, 1), Some(date(2026, 2, 15)), vec![told(Voortgang::OpWeg)]),
            afspraak(9, date(2026, 12, 31), Some(date(2026, 3, 1)), Vec::new()),
            afspraak(10, date(2026, 6, 30), None, vec![told(Voortgang::Bijgesteld), told(Voortgang::Gelukt)]),
            afspraak(11, date(2026, 6, 30), None, vec![told(Voortgang::Gestopt)]),
        ],
        laatste_nr: 11,
    }
}

fn versie(nasty: &str, versie: u32, wat: &str) -> AnalyseVersie {
    AnalyseVersie {
        versie,
        wie: if versie == 2 { String::new() } else { of(nasty, "Bo Beleid") },
        wanneer: moment(),
        wat: wat.to_owned(),
    }
}

/// One analysis, full or just begun, for who writes or for a partner.
pub(crate) fn beeld(nasty: &str, full: bool, schrijft: bool) -> AnalyseBeeld {
    let noot = |n: u8, nr, bij, soort, text: &str, rol| NootRegel {
        id: id(n),
        nr,
        bij,
        soort,
        tekst: if text.is_empty() { Woorden::default() } else { words(nasty, text) },
        wie: if n == 2 { String::new() } else { of(nasty, "Rik Raad") },
        rol,
        wanneer: moment(),
    };
    let noten = vec![
        noot(1, 1, 2, Reactie::Eens, "", Rol::Raad),
        noot(2, 1, 2, Reactie::Eens, "", Rol::Clientenraad),
        noot(3, 1, 1, Reactie::Anders, "In zuid wachten zij langer.", Rol::Aanbieder),
        noot(4, 2, 3, Reactie::Aanvulling, "Ook het vorige jaar groeide het.", Rol::Clientenraad),
        noot(5, 8, 9, Reactie::Eens, "Zo kunnen wij verder.", Rol::Aanbieder),
    ];
    let analyse = if full { inhoud(nasty) } else { Analyse::new(words(nasty, "Wachten")) };
    AnalyseBeeld {
        id: id(1),
        analyse,
        noten: if full { noten } else { Vec::new() },
        versie: versie(nasty, 12, "alinea 7"),
        schrijft,
        stand: STAND,
    }
}

/// The list.
pub(crate) fn lijst(nasty: &str, full: bool, schrijft: bool) -> AnalysesBeeld {
    let regel = |n, gebied: Woorden, afspraken, uitnodigingen| AnalyseRegel {
        id: id(n),
        titel: words(nasty, "Wachten in Breda noord"),
        gebied,
        gewijzigd: moment(),
        afspraken,
        uitnodigingen,
    };
    let all = vec![
        regel(1, words(nasty, "Breda noord"), 4, 2),
        regel(2, Woorden::default(), 0, 0),
        regel(3, Woorden::default(), 1, 1),
    ];
    AnalysesBeeld { regels: if full { all } else { Vec::new() }, schrijft }
}

/// The versions, two of them compared.
pub(crate) fn versies(nasty: &str) -> AnalyseVersiesBeeld {
    let now = inhoud(nasty);
    let mut then = now.clone();
    then.kop.gebied = Woorden::default();
    then.alineas.remove(6);
    then.afspraken.remove(0);
    for punt in then.alineas.iter_mut().take(1) {
        punt.wat.tekst = words(nasty, "Gezinnen wachten te lang op hulp.");
    }
    then.afspraken.push(Punt { nr: 20, ..now.afspraken[0].clone() });
    let all = ["kijk 8", "afspraak 8", "weg 12", "alinea 7", "kop 0"];
    AnalyseVersiesBeeld {
        id: id(1),
        titel: words(nasty, "Wachten in Breda noord"),
        versies: (1..).zip(all).map(|(n, wat)| versie(nasty, 6 - n, wat)).collect(),
        tussen: Some((3, 5, verschil(&then, &now))),
    }
}
