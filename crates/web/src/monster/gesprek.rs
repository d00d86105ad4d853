//! A sample of a conversation with everything in it, and of one with nothing.

use ijw::{Berichttype, Veld};
use jiff::civil::{Date, date};
use register::beeld::{Bericht, BerichtRegel, BerichtStand, GesprekBeeld, GesprekRegel};
use stelsel::toewijzing::Stand;

use super::post::{Regels, bevinding, termijnen, velden, verandering, vraag};
use super::{STAND, id, of, toewijzing};

const HULP: Regels<'_> = &[
    (0, "ToegewezenProduct", None, None),
    (1, "ToewijzingNummer", Some("300201"), None),
    (1, "Product", None, None),
    (2, "Categorie", Some("45"), Some("Jeugdhulp ambulant")),
    (2, "Code", Some("45A48"), None),
    (1, "Toewijzingsdatum", Some("2025-02-20"), None),
    (1, "Ingangsdatum", Some("2025-03-01"), None),
    (1, "Einddatum", Some("2026-12-31"), None),
    (1, "Omvang", None, None),
    (2, "Volume", Some("2"), None),
    (2, "Eenheid", Some("04"), Some("Uur")),
    (2, "Frequentie", Some("2"), Some("Per week")),
];

fn regel(nasty: &str, nr: u8, soort: Berichttype, dagtekening: Date, over: Option<u8>) -> BerichtRegel {
    BerichtRegel {
        id: id::<Bericht>(nr),
        soort,
        dagtekening,
        opmerking: None,
        antwoord_op: over.map(id::<Bericht>),
        ..super::bericht(nasty).regel
    }
}

fn say(
    nasty: &str,
    nr: u8,
    soort: Berichttype,
    dag: Date,
    over: Option<u8>,
    velden: Vec<Veld>,
) -> GesprekRegel {
    GesprekRegel { regel: regel(nasty, nr, soort, dag, over), velden, bevindingen: Vec::new() }
}

fn refused(nasty: &str, mut line: GesprekRegel) -> GesprekRegel {
    line.regel.stand = BerichtStand::Afgekeurd(3);
    line.bevindingen = vec![bevinding("TR326", 1, nasty)];
    line
}

fn retour(code: &str, omschrijving: &'static str) -> Vec<Veld> {
    velden(&[(0, "RetourCodes", None, None), (1, "RetourCode", Some(code), Some(omschrijving))])
}

fn claim(month: u8) -> Vec<Veld> {
    let (begin, end) = (format!("2025-{month:02}-01"), format!("2025-{month:02}-28"));
    velden(&[
        (0, "Prestatie", None, None),
        (1, "ToewijzingNummer", Some("300201"), None),
        (1, "ProductCategorie", Some("45"), Some("Jeugdhulp ambulant")),
        (1, "ProductPeriode", None, None),
        (2, "Begindatum", Some(&begin), None),
        (2, "Einddatum", Some(&end), None),
        (1, "GeleverdVolume", Some("8"), None),
        (1, "Eenheid", Some("04"), Some("Uur")),
        (1, "IngediendBedrag", None, None),
        (2, "Bedrag", Some("62400"), None),
        (2, "DebetCredit", Some("D"), Some("Debetbedrag en aantal")),
    ])
}

fn good() -> Vec<Veld> {
    retour("0200", "Geen opmerking over deze berichtklasse.")
}

fn start(status: &str) -> Vec<Veld> {
    velden(&[
        (0, "StartProduct", None, None),
        (1, "ToewijzingNummer", Some("300201"), None),
        (1, "Begindatum", Some("2025-03-10"), None),
        (1, "StatusAanlevering", Some(status), None),
    ])
}

fn stop(reden: &str, status: &str) -> Vec<Veld> {
    velden(&[
        (0, "StopProduct", None, None),
        (1, "Begindatum", Some("2025-03-10"), None),
        (1, "RedenBeeindiging", Some(reden), None),
        (1, "Einddatum", Some("2026-03-20"), None),
        (1, "StatusAanlevering", Some(status), None),
    ])
}

fn until_the_start(nasty: &str) -> Vec<GesprekRegel> {
    use Berichttype as B;
    vec![
        say(nasty, 1, B::Jw315, date(2025, 2, 14), None, vraag(nasty)),
        say(nasty, 2, B::Jw316, date(2025, 2, 14), Some(1), good()),
        say(
            nasty,
            3,
            B::Jw319,
            date(2025, 2, 17),
            None,
            velden(&[(0, "Antwoord", None, None), (1, "VerzoekAntwoord", Some("2"), None)]),
        ),
        say(nasty, 4, B::Jw320, date(2025, 2, 17), Some(3), good()),
        say(nasty, 5, B::Jw301, date(2025, 2, 20), None, velden(HULP)),
        say(
            nasty,
            6,
            B::Jw302,
            date(2025, 2, 21),
            Some(5),
            retour("9332", "Toewijzing heeft geen uniek nummer binnen wettelijk domein."),
        ),
        say(nasty, 7, B::Jw305, date(2025, 3, 12), None, start("1")),
        say(nasty, 8, B::Jw306, date(2025, 3, 12), Some(7), good()),
        refused(nasty, say(nasty, 9, B::Jw305, date(2025, 3, 13), None, start("3"))),
        say(
            nasty,
            10,
            B::Jw306,
            date(2025, 3, 13),
            Some(9),
            retour("9326", "De actuele levering is nog niet gestopt met een Stopbericht."),
        ),
    ]
}

fn claims(nasty: &str) -> Vec<GesprekRegel> {
    use Berichttype as B;
    let mut lines = Vec::new();
    for month in 3..=12 {
        let (nr, day) = (month * 2 + 10, date(2026, 1, 5));
        let mut line = say(nasty, nr, B::Jw323, day, None, claim(month));
        if month == 7 {
            line.bevindingen = vec![bevinding("TR389", 1, nasty)];
        }
        lines.push(line);
        if month < 12 {
            lines.push(say(
                nasty,
                nr + 1,
                B::Jw325,
                day,
                Some(nr),
                retour("8001", "Declaratie is volledig toegewezen."),
            ));
        }
    }
    lines
}

fn afterwards(nasty: &str) -> Vec<GesprekRegel> {
    use Berichttype as B;
    let mut changed = velden(HULP);
    changed.push(Veld { diepte: 1, naam: "RedenWijziging", waarde: Some("04".into()), omschrijving: None });
    vec![
        say(nasty, 60, B::Jw301, date(2026, 1, 9), None, changed),
        say(
            nasty,
            61,
            B::Jw302,
            date(2026, 1, 9),
            Some(60),
            retour("0001", "Bericht is afgekeurd om technische redenen."),
        ),
        say(nasty, 62, B::Jw317, date(2026, 3, 2), None, verandering(nasty)),
        say(
            nasty,
            63,
            B::Jw319,
            date(2026, 3, 4),
            None,
            velden(&[
                (0, "Antwoord", None, None),
                (1, "VerzoekAntwoord", Some("1"), None),
                (1, "RedenAfwijzingVerzoek", Some("8"), None),
                (1, "Woonplaatsbeginsel", None, None),
                (2, "Gemeente", Some("0855"), None),
            ]),
        ),
        say(nasty, 64, B::Jw307, date(2026, 3, 22), None, stop("20", "1")),
        say(nasty, 65, B::Jw307, date(2026, 3, 23), None, stop("31", "1")),
        say(nasty, 66, B::Jw307, date(2026, 3, 24), None, stop("31", "3")),
        say(nasty, 67, B::Jw323, date(2026, 3, 25), None, claim(12)),
        say(nasty, 68, B::Jw302, date(2026, 3, 26), Some(99), good()),
    ]
}

/// A conversation with everything in it.
pub(crate) fn gesprek(nasty: &str) -> GesprekBeeld {
    let of_it = toewijzing(nasty, 300_201, "45", Stand::Loopt { sinds: date(2025, 3, 10) });
    GesprekBeeld {
        toewijzing: of_it.toewijzing,
        gemeente: of(nasty, "Breda"),
        aanbieder: Some(of(nasty, "Stichting Samenwerkende Jeugdhulp West-Brabant en De Kempen")),
        naam: of(nasty, "Tom de Wit"),
        persoon: id(1),
        gezin: Some(id(1)),
        stand: of_it.stand,
        dag: STAND,
        berichten: [until_the_start(nasty), claims(nasty), afterwards(nasty)].concat(),
        verwacht: termijnen(nasty).eerst,
    }
}

/// A conversation in which nothing was said.
pub(crate) fn gesprek_leeg(nasty: &str) -> GesprekBeeld {
    GesprekBeeld {
        aanbieder: None,
        gezin: None,
        berichten: Vec::new(),
        verwacht: Vec::new(),
        stand: Stand::Wacht { dagen: 0 },
        ..gesprek(nasty)
    }
}
