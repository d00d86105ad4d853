//! Samples of the message desk.

use ijw::{Berichttype, Veld};
use jiff::civil::{Date, date};
use register::beeld::{
    Bericht, BerichtBeeld, BerichtRegel, BerichtStand, Bevinding, Lijst, Termijnen, Verwacht, Verzoek,
    VerzoekBeeld, VerzoekRegel, VerzoekSoort, VerzoekStand, WatVerwacht,
};
use stelsel::toewijzing::Product;

use super::{STAND, agb, breda, id, of};

/// Elements: depth, name, value, meaning.
pub(super) type Regels<'a> = &'a [(u8, &'static str, Option<&'a str>, Option<&'static str>)];

pub(super) fn velden(lines: Regels<'_>) -> Vec<Veld> {
    let line =
        |(diepte, naam, waarde, omschrijving): &(u8, &'static str, Option<&str>, Option<&'static str>)| {
            Veld { diepte: *diepte, naam, waarde: waarde.map(str::to_owned), omschrijving: *omschrijving }
        };
    lines.iter().map(line).collect()
}

pub(super) fn bevinding(code: &str, paden: usize, nasty: &str) -> Bevinding {
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

pub(super) fn vraag(nasty: &str) -> Vec<Veld> {
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

pub(super) fn verandering(nasty: &str) -> Vec<Veld> {
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
