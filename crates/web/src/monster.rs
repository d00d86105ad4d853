//! Samples of everything a page shows, with a given text in every field that comes from outside.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use register::beeld::{
    AanbiederBeeld, AanbiederRegel, Bericht, BerichtBeeld, BerichtRegel, BerichtStand, Bezwaar, Gebeurtenis,
    GebeurtenisSoort, GemeenteBeeld, GezinBeeld, GezinRegel, Inrichting, Kijkje, Lijst, Opmerking,
    Quarantaine, QuarantaineRegel, RegioBeeld, ToewijzingBeeld, WijkBeeld, WijkTegel, Wijkplek,
};
use stelsel::gezin::Adres;
use stelsel::persoon::{GezinsRol, Naam};
use stelsel::toegang::Maat;
use stelsel::toewijzing::{Omvang, Product, Stand};
use stelsel::{
    AgbCode, Cent, Episode, Gemeentecode, Gezin, Hulpvorm, Id, Identiteit, Persoon, Rol, Toewijzing, Wijkcode,
};

pub(crate) mod analyse;
pub(crate) mod bevolking;
pub(crate) mod bewaren;
pub(crate) mod brieven;
pub(crate) mod deur;
pub(crate) mod gesprek;
pub(crate) mod goed_gesprek;
pub(crate) mod leden;
pub(crate) mod plan;
pub(crate) mod post;
pub(crate) mod scenario;
pub(crate) mod toegang;
pub(crate) mod toezicht;

pub(crate) use toegang::{meldingen, toegang};

pub(crate) const STAND: Date = date(2026, 3, 31);

/// The fallback when no text is given, so that the same samples can be looked at.
pub(crate) fn of(nasty: &str, nice: &str) -> String {
    if nasty.is_empty() { nice.to_owned() } else { nasty.to_owned() }
}

pub(crate) fn moment() -> Timestamp {
    "2026-03-31T08:15:00Z".parse().unwrap()
}

fn id<T>(nr: u8) -> Id<T> {
    Id::new(moment(), [nr; 10])
}

pub(crate) fn wijkcode(nr: u8) -> Wijkcode {
    Wijkcode::parse(&format!("WK0758{nr:02}")).unwrap()
}

pub(crate) fn agb(nr: u8) -> AgbCode {
    AgbCode::parse(&format!("656500{nr:02}")).unwrap()
}

fn breda() -> Gemeentecode {
    Gemeentecode::parse("0758").unwrap()
}

pub(crate) fn inrichting(nasty: &str) -> Inrichting {
    Inrichting { regio: Some(of(nasty, "West-Brabant Oost")), demo: true, stand: Some(STAND) }
}

pub(crate) fn iemand(rol: Rol, nasty: &str) -> Identiteit {
    Identiteit {
        account: of(nasty, rol.key()),
        naam: of(nasty, "Samira Bouali"),
        rol,
        wijken: vec![wijkcode(1), wijkcode(2)],
        aanbieder: Some(agb(1)),
        gezin: Some(id(1)),
        persoon: Some(id(2)),
        betrokken: vec![],
    }
}

pub(crate) fn wijken(nasty: &str) -> Vec<WijkTegel> {
    let names = "Centrum,Hoge Vucht,Haagse Beemden,Prinsenbeek,Teteringen,Ulvenhout,Bavel,Princenhage,\
        Zandberg,Oosterhout-Zuid,Dongen,Rijen";
    let mut out: Vec<_> = names
        .split(',')
        .zip(1_u8..)
        .map(|(naam, nr)| WijkTegel {
            plek: Wijkplek {
                code: wijkcode(nr),
                naam: of(nasty, naam),
                tegel: Some((nr % 5 + 2, nr / 5 + 1)),
                omtrek: None,
                jeugd: Some(1_000 + 150 * u32::from(nr)),
            },
            in_hulp: 30 + 17 * u32::from(nr),
        })
        .collect();
    out[5].in_hulp = 4;
    out[6].plek.jeugd = None;
    out
}

pub(crate) fn regio(nasty: &str) -> RegioBeeld {
    let gemeente = |code: &str, naam: &str, in_hulp, wachtend| GemeenteBeeld {
        code: Gemeentecode::parse(code).unwrap(),
        naam: of(nasty, naam),
        inwoners: Some(185_000),
        jeugd: Some(34_512),
        in_hulp,
        wachtend,
    };
    RegioBeeld {
        inrichting: inrichting(nasty),
        gemeenten: vec![gemeente("0758", "Breda", 3_214, 187), gemeente("0744", "Baarle-Nassau", 61, 3)],
        wijken: wijken(nasty),
    }
}

fn episoden() -> Arc<Vec<Episode>> {
    let forms = [Hulpvorm::Ambulant, Hulpvorm::JeugdGgz, Hulpvorm::Verblijf];
    let list = (0..600_u16).map(|n| {
        let ingang = date(2021, 1, 1).saturating_add(jiff::Span::new().days(i64::from(n) * 3));
        let begin = ingang.saturating_add(jiff::Span::new().days(i64::from(n % 90)));
        let eind = begin.saturating_add(jiff::Span::new().days(i64::from(n % 400) + 100));
        Episode {
            jeugdige: u64::from(n),
            wijk: Some(wijkcode(1)),
            hulpvorm: forms[usize::from(n) % 3],
            ingang,
            begin: (begin <= STAND).then_some(begin),
            eind: (eind <= STAND).then_some(eind),
        }
    });
    Arc::new(list.collect())
}

pub(crate) fn wijk(nasty: &str) -> WijkBeeld {
    WijkBeeld {
        code: wijkcode(1),
        naam: of(nasty, "Hoge Vucht"),
        gemeente: breda(),
        gemeente_naam: of(nasty, "Breda"),
        inwoners: Some(21_430),
        jeugd: Some(5_210),
        cbs_2022: Some(485),
        stand: STAND,
        vanaf: Date::constant(2022, 1, 1),
        episoden: episoden(),
    }
}

pub(crate) fn gezinnen(nasty: &str) -> Lijst<GezinRegel> {
    let line = |nr: u8, naam: &str, kinderen: Vec<(String, Option<u8>)>, wachtend| GezinRegel {
        id: id(nr),
        naam: of(nasty, naam),
        wijk: Some(of(nasty, "Hoge Vucht")),
        kinderen,
        lopend: u32::from(nr % 3),
        wachtend,
        laatste: Some(date(2026, 3, 12)),
    };
    let kind = |naam: &str, jaar: u8| (of(nasty, naam), Some(jaar));
    Lijst {
        rijen: vec![
            line(1, "Aydin", vec![kind("Elif", 9), kind("Emre", 14)], 0),
            line(2, "De Wit", vec![kind("Tom", 11)], 1),
            line(3, "Van den Bovenkamp-Stoutjesdijk", vec![(of(nasty, "Aya"), None)], 2),
        ],
        verder: Some(of(nasty, "volgende")),
    }
}

pub(crate) fn persoon(nr: u8, rol: GezinsRol, nasty: &str, naam: &str, geboren: Option<Date>) -> Persoon {
    Persoon {
        id: id(nr),
        gezin: id(1),
        bsn: None,
        rol,
        naam: Naam {
            achternaam: of(nasty, "Wit"),
            voorvoegsel: Some(of(nasty, "de")),
            voornamen: Some(of(nasty, naam)),
            voorletters: None,
        },
        geboren,
    }
}

fn toewijzing(nasty: &str, nr: i64, categorie: &str, stand: Stand) -> ToewijzingBeeld {
    ToewijzingBeeld {
        persoon: id(1),
        toewijzing: Toewijzing {
            gemeente: breda(),
            nummer: nr,
            aanbieder: agb(1),
            product: Product { categorie: Some(categorie.to_owned()), code: Some(of(nasty, "45A48")) },
            toegewezen: date(2026, 2, 20),
            ingang: date(2026, 3, 1),
            eind: Some(date(2026, 12, 31)),
            reden_wijziging: None,
            omvang: Some(Omvang { volume: 2, eenheid: of(nasty, "04"), frequentie: of(nasty, "2") }),
            budget: None,
        },
        aanbieder: Some(of(nasty, "Samen Thuis")),
        stand,
        gedeclareerd: Some(Cent(123_456)),
    }
}

pub(crate) fn gezin(nasty: &str) -> GezinBeeld {
    use GebeurtenisSoort as G;
    let event = |dag, soort| Gebeurtenis {
        dag,
        soort,
        persoon: id(1),
        aanbieder: agb(1),
        aanbieder_naam: Some(of(nasty, "Samen Thuis")),
        hulpvorm: Hulpvorm::Ambulant,
        bericht: id(9),
    };
    let reden = |code: &str| Some(of(nasty, code));
    let mut tijdlijn = vec![
        event(date(2026, 3, 1), G::Gedeclareerd { bedrag: Cent(61_728) }),
        event(date(2026, 3, 3), G::Gestart),
        event(date(2026, 2, 20), G::Toegewezen),
        event(date(2025, 11, 2), G::Gestopt { reden: reden("31") }),
        event(date(2025, 9, 2), G::Gestopt { reden: Some("20".into()) }),
        event(date(2025, 6, 1), G::Gewijzigd { reden: reden("04") }),
        event(date(2025, 5, 1), G::Ingetrokken),
    ];
    tijdlijn.extend((1..=12).map(|m| event(date(2024, m, 1), G::Gedeclareerd { bedrag: Cent(9_900) })));
    GezinBeeld {
        gezin: Gezin {
            id: id(1),
            naam: of(nasty, "De Wit"),
            gemeente: breda(),
            wijk: Some(wijkcode(1)),
            adres: Some(Adres {
                straat: Some(of(nasty, "Kerkstraat")),
                huis: Some(of(nasty, "12a")),
                postcode: Some(of(nasty, "4826AB")),
                plaats: Some(of(nasty, "Breda")),
            }),
        },
        gemeente: of(nasty, "Breda"),
        wijk: Some(of(nasty, "Hoge Vucht")),
        stand: STAND,
        toegang: toegang::werk(),
        maten: vec![Maat::Geheel, Maat::Hoofdlijn, Maat::Geheel],
        leden: vec![
            persoon(1, GezinsRol::Jeugdige, nasty, "Tom", Some(date(2014, 6, 2))),
            persoon(2, GezinsRol::Jeugdige, nasty, "Lotte", None),
            persoon(3, GezinsRol::Ouder, nasty, "Marieke", Some(date(1985, 1, 9))),
        ],
        toewijzingen: vec![
            toewijzing(nasty, 1, "45", Stand::Loopt { sinds: date(2026, 3, 3) }),
            toewijzing(nasty, 2, "54", Stand::Wacht { dagen: 30 }),
            toewijzing(nasty, 3, "54", Stand::Wacht { dagen: 0 }),
            toewijzing(nasty, 4, "41", Stand::Pauze { sinds: date(2026, 3, 20) }),
            toewijzing(nasty, 5, "44", Stand::Beeindigd { op: date(2025, 11, 2), reden: reden("31") }),
            toewijzing(nasty, 6, "46", Stand::NietGestart { eind: date(2025, 1, 2) }),
            toewijzing(nasty, 7, "47", Stand::Verwijderd),
        ],
        tijdlijn,
        vroeger: vec![id(2)],
        netwerk: leden::netwerk(nasty),
        inzagen: vec![Kijkje {
            wanneer: moment(),
            wie: of(nasty, "Samira Bouali"),
            rol: of(nasty, "wijkteam"),
            doel: of(nasty, "hulp"),
            keer: 3,
        }],
        klokken: vec![(deur::klok(), of(nasty, "Een vast gezicht op school"))],
    }
}

fn bericht_regel(nasty: &str, nr: u8, soort: ijw::Berichttype) -> BerichtRegel {
    BerichtRegel {
        id: id::<Bericht>(nr),
        soort,
        identificatie: of(nasty, "BREDA-000123"),
        dagtekening: date(2026, 3, 12),
        ontvangen: moment(),
        gemeente: breda(),
        gemeente_naam: Some(of(nasty, "Breda")),
        aanbieder: agb(1),
        aanbieder_naam: Some(of(nasty, "Samen Thuis")),
        clienten: 1,
        opmerking: (nr == 2).then_some(Opmerking::IdentificatieEerderGebruikt),
        stand: match nr {
            3 => BerichtStand::Afgekeurd(3),
            5 => BerichtStand::Afgewezen,
            _ => BerichtStand::Telt,
        },
        antwoord_op: None,
    }
}

pub(crate) fn berichten(nasty: &str) -> Lijst<BerichtRegel> {
    let all = ijw::Berichttype::ALLE.iter().zip(1_u8..);
    Lijst {
        rijen: all.map(|(soort, nr)| bericht_regel(nasty, nr, *soort)).collect(),
        verder: Some(of(nasty, "volgende")),
    }
}

pub(crate) fn bericht(nasty: &str) -> BerichtBeeld {
    let veld = |diepte, naam, waarde: Option<&str>, omschrijving| ijw::Veld {
        diepte,
        naam,
        waarde: waarde.map(|w| of(nasty, w)),
        omschrijving,
    };
    BerichtBeeld {
        regel: bericht_regel(nasty, 2, ijw::Berichttype::Jw301),
        bestand: of(nasty, "inbox/week12.zip/jw301-000123.xml"),
        vingerafdruk: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        xml: of(
            nasty,
            "<?xml version=\"1.0\"?>\n<jw301:Bericht>\n  <jw301:Header>…</jw301:Header>\n</jw301:Bericht>\n",
        ),
        velden: vec![
            veld(0, "Header", None, None),
            veld(1, "BerichtCode", Some("436"), Some("JW301 Toewijzing Jeugdhulp")),
            veld(0, "Client", None, None),
            veld(1, "Naam", None, None),
            veld(2, "Geslachtsnaam", Some("Wit"), None),
        ],
        gezinnen: vec![(id(1), of(nasty, "De Wit"))],
        bevindingen: Vec::new(),
        antwoord: None,
        toewijzingen: Vec::new(),
    }
}

pub(crate) fn quarantaine(nasty: &str) -> Lijst<QuarantaineRegel> {
    let objection = |regel, code: &str, waarden: &[(&str, &str)]| Bezwaar {
        regel,
        pad: Some(of(nasty, "/Bericht/Client/Bsn")),
        code: code.to_owned(),
        waarden: waarden.iter().map(|(k, v)| ((*k).to_owned(), of(nasty, v))).collect(),
    };
    let bezwaren = vec![
        objection(Some(2), "onjuiste-waarde", &[("datatype", "LDT_Bsn"), ("reden", "te-lang")]),
        objection(Some(3), "ontbrekend-element", &[("verwacht", "Bsn")]),
        objection(None, &of(nasty, "iets-nieuws"), &[]),
    ];
    let line = |nr: u8, bestand: &str, bezwaren: Vec<Bezwaar>| QuarantaineRegel {
        id: id::<Quarantaine>(nr),
        bestand: of(nasty, bestand),
        wanneer: moment(),
        lengte: 18_322,
        bewaard: true,
        bezwaren,
    };
    Lijst {
        rijen: vec![
            line(1, "inbox/week12.zip/jw301-000124.xml", bezwaren),
            line(2, "inbox/foto.jpg", vec![objection(None, "geen-bericht", &[])]),
        ],
        verder: Some(of(nasty, "volgende")),
    }
}

fn aanbieder_regel(nasty: &str, nr: u8, naam: &str, in_hulp: u32) -> AanbiederRegel {
    AanbiederRegel { agb: agb(nr), naam: Some(of(nasty, naam)), in_hulp, wachtend: in_hulp / 9 }
}

pub(crate) fn aanbieders(nasty: &str) -> Lijst<AanbiederRegel> {
    Lijst {
        rijen: vec![
            aanbieder_regel(nasty, 1, "Samen Thuis", 412),
            aanbieder_regel(nasty, 2, "Kinderpraktijk De Linde", 38),
            aanbieder_regel(nasty, 3, "Zorgboerderij Het Ven", 6),
        ],
        verder: Some(of(nasty, "volgende")),
    }
}

pub(crate) fn aanbieder(nasty: &str) -> AanbiederBeeld {
    AanbiederBeeld {
        regel: aanbieder_regel(nasty, 1, "Samen Thuis", 412),
        stand: STAND,
        vanaf: Date::constant(2022, 1, 1),
        episoden: episoden(),
        gedeclareerd: (1..=12).map(|m| (date(2025, m, 1), Cent(1_234_567 + i64::from(m) * 20_000))).collect(),
        gemeenten: vec![of(nasty, "Breda"), of(nasty, "Altena")],
        berichten: vec![(ijw::Berichttype::Jw301, 1_204), (ijw::Berichttype::Jw305, 1_100)],
    }
}
