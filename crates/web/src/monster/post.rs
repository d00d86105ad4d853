//! Samples of the message desk.

use ijw::{Berichttype, Veld};
use jiff::civil::{Date, date};
use register::beeld::{
    Bericht, BerichtBeeld, BerichtRegel, BerichtStand, Bevinding, GesprekBeeld, GesprekRegel, Lijst,
    Termijnen, Verwacht, Verzoek, VerzoekBeeld, VerzoekRegel, VerzoekSoort, VerzoekStand, WatVerwacht,
};
use stelsel::toewijzing::{Product, Stand};

use super::{STAND, agb, breda, id, of, toewijzing};

/// Elements: depth, name, value, meaning.
type Regels<'a> = &'a [(u8, &'static str, Option<&'a str>, Option<&'static str>)];

fn velden(lines: Regels<'_>) -> Vec<Veld> {
    let line =
        |(diepte, naam, waarde, omschrijving): &(u8, &'static str, Option<&str>, Option<&'static str>)| {
            Veld { diepte: *diepte, naam, waarde: waarde.map(str::to_owned), omschrijving: *omschrijving }
        };
    lines.iter().map(line).collect()
}

fn bevinding(code: &str, paden: usize, nasty: &str) -> Bevinding {
    let path = of(nasty, "/Bericht/Client/StartProducten/StartProduct");
    Bevinding {
        regel: ijw::regels::Regel::from_code(code).unwrap(),
        paden: (1..=paden).map(|n| format!("{path}[{n}]")).collect(),
    }
}

/// A message of which something is wrong.
pub(crate) fn bericht_mis(nasty: &str, stand: BerichtStand) -> BerichtBeeld {
    let clean = super::bericht(nasty);
    let bevindingen = match stand {
        BerichtStand::Afgewezen => Vec::new(),
        _ => vec![bevinding("TR019", 1, nasty), bevinding("TR074", 20, nasty)],
    };
    BerichtBeeld {
        regel: BerichtRegel {
            stand,
            soort: Berichttype::Jw305,
            antwoord_op: Some(id::<Bericht>(7)),
            ..clean.regel
        },
        bevindingen,
        antwoord: Some((id::<Bericht>(8), Berichttype::Jw306)),
        toewijzingen: (0..if stand == BerichtStand::Telt { 70 } else { 1 })
            .map(|n| (breda(), 300_201 + n))
            .collect(),
        ..clean
    }
}

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

fn vraag(nasty: &str) -> Vec<Veld> {
    let (referentie, naam, tekst) = (
        of(nasty, "VOT-2026-0117"),
        of(nasty, "Huisartsenpraktijk De Haagse Beemden en omstreken"),
        of(nasty, "Moeder vraagt of het op dinsdag kan."),
    );
    velden(&[
        (0, "AangevraagdProduct", None, None),
        (1, "ReferentieAanbieder", Some(&referentie), None),
        (1, "BeschikkingNummer", Some("81234"), None),
        (1, "Product", None, None),
        (2, "Categorie", Some("45"), Some("Jeugdhulp ambulant")),
        (2, "Code", Some("45A48"), None),
        (1, "ToewijzingIngangsdatum", Some("2025-03-01"), None),
        (1, "ToewijzingEinddatum", Some("2026-12-31"), None),
        (1, "Omvang", None, None),
        (2, "Volume", Some("2"), None),
        (2, "Eenheid", Some("04"), Some("Uur")),
        (2, "Frequentie", Some("2"), Some("Per week")),
        (1, "Verwijzer", None, None),
        (2, "Type", Some("02"), Some("Huisarts")),
        (2, "Naam", Some(&naam), None),
        (1, "Raamcontract", Some("1"), Some("Ja")),
        (1, "Commentaar", Some(&tekst), None),
    ])
}

fn verandering(nasty: &str) -> Vec<Veld> {
    let referentie = of(nasty, "VOW-2026-0031");
    velden(&[
        (0, "Verzoek", None, None),
        (1, "ReferentieAanbieder", Some(&referentie), None),
        (1, "RedenVerzoek", Some("1"), Some("Verandering clientsituatie")),
        (1, "OngewijzigdeProducten", None, None),
        (2, "OngewijzigdProduct", None, None),
        (3, "ToewijzingNummer", Some("300203"), None),
        (1, "TeWijzigenProducten", None, None),
        (2, "TeWijzigenProduct", None, None),
        (3, "ToewijzingNummer", Some("300201"), None),
        (3, "GewensteIngangsdatum", Some("2026-06-01"), None),
        (3, "Omvang", None, None),
        (4, "Volume", Some("4"), None),
        (4, "Eenheid", Some("04"), Some("Uur")),
        (4, "Frequentie", Some("2"), Some("Per week")),
        (1, "NieuweProducten", None, None),
        (2, "NieuwProduct", None, None),
        (3, "Product", None, None),
        (4, "Categorie", Some("54"), Some("Jeugd-ggz")),
        (4, "Code", Some("54001"), None),
        (3, "GewensteIngangsdatum", Some("2026-06-01"), None),
        (3, "Budget", Some("125000"), None),
    ])
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

/// A conversation with everything in it.
pub(crate) fn gesprek(nasty: &str) -> GesprekBeeld {
    use Berichttype as B;
    let say = |nr, soort, dag, over, velden| GesprekRegel {
        regel: regel(nasty, nr, soort, dag, over),
        velden,
        bevindingen: Vec::new(),
    };
    let good = || retour("0200", "Geen opmerking over deze berichtklasse.");
    let start = |status| {
        velden(&[
            (0, "StartProduct", None, None),
            (1, "ToewijzingNummer", Some("300201"), None),
            (1, "Begindatum", Some("2025-03-10"), None),
            (1, "StatusAanlevering", Some(status), None),
        ])
    };
    let stop = |reden, status| {
        velden(&[
            (0, "StopProduct", None, None),
            (1, "Begindatum", Some("2025-03-10"), None),
            (1, "RedenBeeindiging", Some(reden), None),
            (1, "Einddatum", Some("2026-03-20"), None),
            (1, "StatusAanlevering", Some(status), None),
        ])
    };
    let refused = |mut line: GesprekRegel, niveau| {
        line.regel.stand = BerichtStand::Afgekeurd(niveau);
        line.bevindingen = vec![bevinding("TR326", 1, nasty)];
        line
    };
    let antwoord = |lines: Regels<'_>| velden(lines);
    let mut changed = velden(HULP);
    changed.push(Veld { diepte: 1, naam: "RedenWijziging", waarde: Some("04".into()), omschrijving: None });
    let mut lines = vec![
        say(1, B::Jw315, date(2025, 2, 14), None, vraag(nasty)),
        say(2, B::Jw316, date(2025, 2, 14), Some(1), good()),
        say(
            3,
            B::Jw319,
            date(2025, 2, 17),
            None,
            antwoord(&[(0, "Antwoord", None, None), (1, "VerzoekAntwoord", Some("2"), None)]),
        ),
        say(4, B::Jw320, date(2025, 2, 17), Some(3), good()),
        say(5, B::Jw301, date(2025, 2, 20), None, velden(HULP)),
        say(
            6,
            B::Jw302,
            date(2025, 2, 21),
            Some(5),
            retour("9332", "Toewijzing heeft geen uniek nummer binnen wettelijk domein."),
        ),
        say(7, B::Jw305, date(2025, 3, 12), None, start("1")),
        say(8, B::Jw306, date(2025, 3, 12), Some(7), good()),
        refused(say(9, B::Jw305, date(2025, 3, 13), None, start("3")), 3),
        say(
            10,
            B::Jw306,
            date(2025, 3, 13),
            Some(9),
            retour("9326", "De actuele levering is nog niet gestopt met een Stopbericht."),
        ),
    ];
    for month in 3..=12 {
        let (nr, day) = (month * 2 + 10, date(2026, 1, 5));
        let mut line = say(nr, B::Jw323, day, None, claim(month));
        if month == 7 {
            line.bevindingen = vec![bevinding("TR389", 1, nasty)];
        }
        lines.push(line);
        if month < 12 {
            lines.push(say(
                nr + 1,
                B::Jw325,
                day,
                Some(nr),
                retour("8001", "Declaratie is volledig toegewezen."),
            ));
        }
    }
    lines.extend([
        say(60, B::Jw301, date(2026, 1, 9), None, changed),
        say(
            61,
            B::Jw302,
            date(2026, 1, 9),
            Some(60),
            retour("0001", "Bericht is afgekeurd om technische redenen."),
        ),
        say(62, B::Jw317, date(2026, 3, 2), None, verandering(nasty)),
        say(
            63,
            B::Jw319,
            date(2026, 3, 4),
            None,
            antwoord(&[
                (0, "Antwoord", None, None),
                (1, "VerzoekAntwoord", Some("1"), None),
                (1, "RedenAfwijzingVerzoek", Some("8"), None),
                (1, "Woonplaatsbeginsel", None, None),
                (2, "Gemeente", Some("0855"), None),
            ]),
        ),
        say(64, B::Jw307, date(2026, 3, 22), None, stop("20", "1")),
        say(65, B::Jw307, date(2026, 3, 23), None, stop("31", "1")),
        say(66, B::Jw307, date(2026, 3, 24), None, stop("31", "3")),
        say(67, B::Jw323, date(2026, 3, 25), None, claim(12)),
        say(68, B::Jw302, date(2026, 3, 26), Some(99), good()),
    ]);
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
        berichten: lines,
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

fn verzoek_regel(nasty: &str, nr: u8, naam: &str, stand: VerzoekStand, uiterlijk: Date) -> VerzoekRegel {
    VerzoekRegel {
        id: id::<Verzoek>(nr),
        soort: VerzoekSoort::Toewijzing,
        stand,
        naam: of(nasty, naam),
        gezin: id(1),
        aanbieder: agb(1),
        aanbieder_naam: Some(of(nasty, "Samen Thuis")),
        referentie: of(nasty, "VOT-2026-0117"),
        product: Product { categorie: Some("45".into()), code: Some(of(nasty, "45A48")) },
        ingang: Some(date(2026, 4, 1)),
        eind: Some(date(2026, 12, 31)),
        verwijzer: Some("02".into()),
        dagtekening: date(2026, 3, 20),
        uiterlijk,
    }
}

pub(crate) fn verzoeken(nasty: &str) -> Lijst<VerzoekRegel> {
    use VerzoekStand as S;
    let change = VerzoekRegel {
        soort: VerzoekSoort::Wijziging,
        aanbieder_naam: None,
        eind: None,
        verwijzer: None,
        ..verzoek_regel(nasty, 3, "Aya van den Bovenkamp-Stoutjesdijk", S::Open, date(2026, 4, 8))
    };
    let free = VerzoekRegel {
        product: Product::default(),
        verwijzer: Some(of(nasty, "99")),
        ingang: None,
        ..verzoek_regel(nasty, 4, "Sem Bakker", S::Open, STAND)
    };
    Lijst {
        rijen: vec![
            verzoek_regel(nasty, 1, "Tom de Wit", S::Open, date(2026, 3, 27)),
            verzoek_regel(nasty, 2, "Elif Aydin", S::InOnderzoek, date(2026, 5, 15)),
            change,
            free,
        ],
        verder: Some(of(nasty, "volgende")),
    }
}

pub(crate) fn verzoek(nasty: &str, stand: VerzoekStand) -> VerzoekBeeld {
    let product = Product { categorie: Some("45".into()), code: Some(of(nasty, "45A48")) };
    VerzoekBeeld {
        regel: verzoek_regel(nasty, 1, "Tom de Wit", stand, date(2026, 3, 27)),
        stand: STAND,
        bericht: id(1),
        gemeente: of(nasty, "Breda"),
        gezin: Some(id(1)),
        velden: vraag(nasty),
        adres_bekend: false,
        lopend: vec![(breda(), 300_201, product), (breda(), 300_202, Product::default())],
    }
}

pub(crate) fn wijziging(nasty: &str) -> VerzoekBeeld {
    let of_list = verzoeken(nasty).rijen;
    VerzoekBeeld {
        regel: of_list[2].clone(),
        velden: verandering(nasty),
        gezin: None,
        lopend: Vec::new(),
        adres_bekend: true,
        ..verzoek(nasty, VerzoekStand::Open)
    }
}

pub(crate) fn termijnen(nasty: &str) -> Termijnen {
    use WatVerwacht as W;
    let all =
        [W::RetourToewijzing, W::RetourAntwoord, W::Besluit, W::BesluitNaOnderzoek, W::Start, W::Bezorging];
    let due = |(nr, wat): (u8, W)| Verwacht {
        wat,
        bericht: id(nr),
        aanbieder: agb(nr),
        aanbieder_naam: (nr != 2).then(|| of(nasty, "Samen Thuis")),
        verzoek: matches!(wat, W::Besluit | W::BesluitNaOnderzoek).then(|| id(nr)),
        sinds: date(2026, 3, 16),
        uiterlijk: [date(2026, 3, 19), date(2026, 3, 30), STAND][usize::from(nr) % 3],
    };
    Termijnen {
        dag: STAND,
        aantallen: all.iter().zip(0_usize..).map(|(wat, n)| (*wat, 1_200 / (n + 1), n)).collect(),
        eerst: (1..).zip(all).map(due).collect(),
    }
}
