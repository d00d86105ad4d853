//! A small made-up region to look at in a browser: `cargo run -p web --example oefen [address]`.
//! Everything is kept in a folder that is thrown away at the end.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "an example may fall over")]

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use register::{Opslag, Regiogegevens, Register, Stuk, WijkInvoer, Wijze, judge};
use stelsel::persoon::GezinsRol;
use stelsel::{AgbCode, Gemeentecode, Gezin, Id, Identiteit, Onderdeel, Rol, VasteKlok, Wijkcode};
use web::Toestand;

#[path = "../tests/it/xml.rs"]
mod xml;

use xml::{Zaak, bsn, claim, file, start, stop, toewijzing, verzoek};

const WIJKEN: [&str; 9] = [
    "Centrum",
    "Hoge Vucht",
    "Haagse Beemden",
    "Prinsenbeek",
    "Teteringen",
    "Ulvenhout",
    "Bavel",
    "Princenhage",
    "Zandberg",
];
const AANBIEDERS: [&str; 3] = ["Samen Thuis", "Kinderpraktijk De Linde", "Zorgboerderij Het Ven"];
const NAMEN: [&str; 8] = ["Wit", "Aydin", "Jansen", "El Idrissi", "Bakker", "Kowalska", "Smits", "Vermeulen"];
const VOORNAMEN: [&str; 6] = ["Tom", "Elif", "Noor", "Sem", "Yusuf", "Lotte"];
const STAND: Date = date(2026, 4, 1);

fn wijk(nr: usize) -> Wijkcode {
    Wijkcode::parse(&format!("WK0758{nr:02}")).unwrap()
}

fn agb(nr: usize) -> String {
    format!("6565000{nr}")
}

fn region() -> Regiogegevens {
    let wijken = WIJKEN.iter().enumerate().map(|(nr, naam)| WijkInvoer {
        code: wijk(nr),
        naam: (*naam).into(),
        tegel: Some((u8::try_from(nr % 3).unwrap(), u8::try_from(nr / 3).unwrap())),
        inwoners: Some(9_000),
        jeugd: Some(300 + u32::try_from(nr).unwrap() * 90),
        jeugdzorg_2022: Some(45),
    });
    let postcodes = (0..WIJKEN.len()).map(|nr| (format!("48{:02}", nr + 11), wijk(nr)));
    let names = AANBIEDERS.iter().enumerate();
    Regiogegevens {
        naam: "Oefenregio".into(),
        demo: true,
        gemeenten: vec![(Gemeentecode::parse("0758").unwrap(), "Breda".into(), Some(184_702))],
        wijken: wijken.collect(),
        postcodes: postcodes.collect(),
        aanbieders: names.map(|(nr, naam)| (AgbCode::parse(&agb(nr)).unwrap(), (*naam).into())).collect(),
    }
}

fn fill(register: &Register) {
    let mut traffic = Vec::new();
    let mut batch = vec![file("inbox/foto.jpg", "geen bericht")];
    for n in 0..700_usize {
        let from = date(2022, 1, 1) + (i64::try_from(n * 2).unwrap()).days();
        let (bsn, provider) = (bsn(n), agb(n * n % 3));
        let (postcode, since) = (format!("48{:02}AB", n * 7 % 9 + 11), from.to_string());
        let zaak = Zaak {
            gemeente: "0758",
            aanbieder: &provider,
            bsn: &bsn,
            given: VOORNAMEN[n % 6],
            family: NAMEN[n % 8],
            postcode: &postcode,
            number: 400_000 + u32::try_from(n).unwrap(),
            from: &since,
        };
        batch.push(file(&format!("t{n}.xml"), toewijzing(&zaak, &format!("T{n}"), &since)));
        let begin = from + i64::try_from(n * 13 % 120).unwrap().days();
        if begin > STAND {
            continue;
        }
        let begin_day = begin.to_string();
        batch.push(file(&format!("s{n}.xml"), start(&zaak, &format!("S{n}"), &begin_day, &begin_day)));
        let end = begin + i64::try_from(120 + n * 31 % 500).unwrap().days();
        if end < STAND {
            let end = end.to_string();
            batch.push(file(&format!("p{n}.xml"), stop(&zaak, &format!("P{n}"), &end, (&begin_day, &end))));
        } else {
            batch.push(file(&format!("d{n}.xml"), claim(&zaak, &format!("D{n}"))));
        }
        if n % 60 == 0 {
            let day = format!("2026-03-{:02}", 20 + n / 60);
            traffic.push(file(&format!("v{n}.xml"), verzoek(&zaak, &format!("V{n}"), &day, "45A04")));
            let wrong = Zaak { number: 900_000, ..zaak };
            traffic.push(file(&format!("f{n}.xml"), start(&wrong, &format!("F{n}"), &day, &day)));
            traffic.push(file(&format!("g{n}.xml"), start(&zaak, &format!("G{n}"), &day, &day)));
        }
        if n % 97 == 0 {
            let broken = toewijzing(&zaak, "K", &since).replace("-14</ijw:Datum>", "-34</ijw:Datum>");
            batch.push(file(&format!("inbox/week{}.zip/jw301-{n}.xml", n % 52), broken));
        }
    }
    let outcomes = register.intake(batch).unwrap();
    register.store(judge(traffic.into_iter().map(Stuk::Bestand).collect()), Wijze::Verkeer).unwrap();
    let stored = outcomes.iter().filter(|o| matches!(o, register::Uitkomst::Opgenomen(_))).count();
    println!("{stored} messages taken in");
}

fn someone(rol: Rol, naam: &str, gezin: Option<Id<Gezin>>) -> Identiteit {
    Identiteit {
        wijken: if rol == Rol::Wijkteam { vec![wijk(0), wijk(1)] } else { vec![] },
        aanbieder: (rol == Rol::Aanbieder).then(|| AgbCode::parse(&agb(0)).unwrap()),
        gezin,
        ..Identiteit::new(rol.key(), naam, rol)
    }
}

fn main() {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8087".to_owned());
    let folder = tempfile::tempdir().unwrap();
    let klok = Arc::new(VasteKlok::new("2026-04-01T10:00:00Z".parse().unwrap()));
    let register = Register::open(&Opslag::Map(folder.path().into()), klok.clone()).unwrap();
    register.setup_region(&region()).unwrap();
    fill(&register);
    let team = someone(Rol::Wijkteam, "Samira Bouali", None);
    let filter = register::beeld::GezinnenFilter::default();
    let families = register.look(&team, Onderdeel::Gezinnen, "", |l| l.gezinnen(&filter)).unwrap();
    register.put_account(&team).unwrap();
    for (rol, naam) in [
        (Rol::Beleid, "Joost Hendriks"),
        (Rol::Contract, "Mirjam de Groot"),
        (Rol::Raad, "Farid Haddou"),
        (Rol::Beheer, "Wilma van Loon"),
        (Rol::Aanbieder, "Peter Claassen"),
        (Rol::Gezinslid, "Marieke"),
    ] {
        let family = families.rijen.first().map(|r| r.id).filter(|_| rol == Rol::Gezinslid);
        let members = family.map(|family| register.members_of(family).unwrap()).unwrap_or_default();
        let parent = members.iter().find(|p| p.rol == GezinsRol::Ouder);
        let who = Identiteit { persoon: parent.map(|p| p.id), ..someone(rol, naam, family) };
        register.put_account(&who).unwrap();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(&address).await.unwrap();
        println!("http://{address}");
        web::serve(
            listener,
            Toestand {
                register,
                klok,
                https: false,
                sleutel: None,
                aanmelders: web::oidc::Aanmelders::default(),
                cijfers: web::Cijfers::none(),
                bevolking: None,
            },
            std::future::pending(),
        )
        .await
        .unwrap();
    });
}
