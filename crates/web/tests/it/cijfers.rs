//! Figures of a snapshot: who gets which, as page, CSV and Parquet; and a newer snapshot is taken when it is there.

use std::path::Path;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use informatie::snapshot::{EpisodeStand, Herkomst, Row, SnapshotWriter};
use informatie::{Deur, Regel, Zout};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, ToSpan};
use stelsel::{AgbCode, Gemeentecode, Hulpvorm, Klok as _, Rol, Wijkcode};
use web::Cijfers;

use crate::app::{EIGEN_AGB, EIGEN_WIJK, TestApp};

/// Sixty youths in help with one provider, as of a day.
fn write(folder: &Path, peildag: Date) -> String {
    let mut writer = SnapshotWriter::new(Herkomst { peildag, laatste: peildag, bron: "a test".into() });
    let begin = peildag.saturating_sub(20.days());
    for client in 0..60_u64 {
        writer
            .add(&Row {
                client,
                sleutel: client.wrapping_mul(0x9e37_79b9_7f4a_7c15),
                gemeente: Gemeentecode::parse("0758").unwrap(),
                wijk: Wijkcode::parse(EIGEN_WIJK).ok(),
                woonwijk: Wijkcode::parse(EIGEN_WIJK).ok(),
                leeftijd: Some(9),
                product: None,
                categorie: Some(45),
                vorm: Hulpvorm::Ambulant,
                wet: "jeugdwet",
                aanbieder: AgbCode::parse(EIGEN_AGB).unwrap(),
                verwijzer: None,
                groep: 0,
                school: None,
                aanvraag: None,
                ingang: begin,
                begin: Some(begin),
                gemeld: Some(begin),
                eind: None,
                wacht: Some(0),
                stand: EpisodeStand::Loopt,
                minuten: Some(60),
                toegekend: None,
                gedeclareerd: 0,
            })
            .unwrap();
    }
    writer.write(folder).unwrap()
}

fn app(folder: &Path) -> TestApp {
    let mut app = TestApp::new();
    let deur = Deur::new(Zout::new(app.register.figures_secret().unwrap()), Regel::default());
    app.set_cijfers(Cijfers::open(folder, deur, app.klok.now()));
    app
}

#[test]
fn figures_come_with_what_they_are_and_providers_only_for_who_may_see_them() {
    let home = tempfile::tempdir().unwrap();
    let name = write(home.path(), date(2026, 3, 31));
    let app = app(home.path());
    let policy = app.sign_in(Rol::Beleid);
    let page = app.get("/cijfers", &policy);
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains(&name) && page.body.contains("als=csv"), "{}", page.body);

    let csv = app.get("/cijfers/uitvoer/stand?niveau=gemeente&tijd=maanden&als=csv", &policy);
    assert_eq!((csv.status, csv.header("content-type")), (StatusCode::OK, "text/csv; charset=utf-8"));
    let last = csv.body.lines().last().unwrap();
    assert!(last.starts_with("stand,\"0758\",2026-03-01,") && last.ends_with(",5,,true"), "{last}");
    for word in [&name, "veelvouden van 5", "laatste dag van de periode"] {
        assert!(csv.body.contains(word), "{word}");
    }
    let parquet = app.get("/cijfers/uitvoer/stand?niveau=gemeente&als=parquet", &policy);
    assert!(parquet.status == StatusCode::OK && parquet.body.starts_with("PAR1"));

    let of_providers = "/cijfers/aanbieders/uitvoer/stand?als=csv";
    for (rol, own, others) in [
        (Rol::Contract, StatusCode::OK, StatusCode::OK),
        (Rol::Raad, StatusCode::OK, StatusCode::NOT_FOUND),
        (Rol::Aanbieder, StatusCode::OK, StatusCode::NOT_FOUND),
        (Rol::Gezinslid, StatusCode::NOT_FOUND, StatusCode::NOT_FOUND),
    ] {
        let who = app.sign_in(rol);
        assert_eq!(app.get("/cijfers/uitvoer/stand?als=csv", &who).status, own, "{rol:?}");
        assert_eq!(app.get(of_providers, &who).status, others, "{rol:?}");
        // Never by the other door.
        let sideways = app.get("/cijfers/uitvoer/stand?niveau=aanbieder&als=csv", &who);
        assert_eq!(sideways.status, StatusCode::NOT_FOUND, "{rol:?}");
    }
    for wrong in [
        "/cijfers/uitvoer/stand",
        "/cijfers/uitvoer/stand?als=xls",
        "/cijfers/uitvoer/bestaat-niet?als=csv",
        "/cijfers/uitvoer/stand?niveau=kind&als=csv",
        "/cijfers/uitvoer/stand?vorm=kind&als=csv",
        "/cijfers/uitvoer/plafonds?als=csv",
        "/cijfers/gemeente/0363",
    ] {
        assert_eq!(app.get(wrong, &policy).status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[test]
fn without_a_snapshot_the_page_says_what_to_do_and_a_new_one_is_taken() {
    let home = tempfile::tempdir().unwrap();
    let app = app(home.path());
    let policy = app.sign_in(Rol::Beleid);
    assert!(app.get("/cijfers", &policy).body.contains("leerloop informatie build"));
    let name = write(home.path(), date(2026, 3, 31));
    // Within a minute nobody looks.
    assert!(!app.get("/cijfers", &policy).body.contains(&name));
    app.klok.set(app.klok.now() + SignedDuration::from_secs(61));
    // Whoever comes first is not kept waiting for it.
    let begun = Instant::now();
    while !app.get("/cijfers", &policy).body.contains(&name) {
        assert!(begun.elapsed() < Duration::from_mins(1), "the snapshot is not taken");
        std::thread::yield_now();
    }
    // What is damaged is not taken, and what was there stays.
    let newer = write(home.path(), date(2026, 4, 30));
    std::fs::write(home.path().join(&newer).join("gemeente-0758.parquet"), "no").unwrap();
    app.klok.set(app.klok.now() + SignedDuration::from_secs(61));
    assert!(app.get("/cijfers", &policy).body.contains(&name));
    assert!(app.get("/cijfers", &policy).body.contains(&name));
}
