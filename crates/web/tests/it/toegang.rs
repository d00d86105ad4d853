//! Who may see a family, breaking the glass and its reports, as a browser asks them.

use axum::http::StatusCode;
use register::beeld::GezinnenFilter;
use stelsel::{Onderdeel, Rol};

use crate::app::{TestApp, iemand};

/// The value of the first hidden field with this name after a text.
fn hidden(body: &str, after: &str, name: &str) -> String {
    let rest = &body[body.find(after).unwrap()..];
    let field = format!("name=\"{name}\" value=\"");
    rest[rest.find(&field).unwrap() + field.len()..].split('"').next().unwrap().to_owned()
}

#[test]
fn someone_is_asked_to_join_and_stops() {
    let app = TestApp::new();
    let (id, team) = (app.ids.eigen_gezin, app.sign_in(Rol::Wijkteam));
    let page = format!("/toegang/{id}");
    let seen = app.get(&page, &team);
    assert!(seen.body.contains("Proef tafellid") && seen.body.contains("Proef regisseur"));
    let involvement = hidden(&seen.body, "Proef tafellid", "id");
    let table = app.sign_in(Rol::Tafellid);
    assert_eq!(app.get(&format!("/gezin/{id}"), &table).status, StatusCode::OK);

    let done = app.post(&page, &team, &format!("doe=beeindig&id={involvement}"));
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, format!("{page}?gedaan=ja").as_str()));
    assert_eq!(app.get(&format!("/gezin/{id}"), &table).status, StatusCode::NOT_FOUND, "at once");
    assert!(app.get(done.location(), &team).body.contains("role=\"status\""));

    let done = app.post(&page, &team, "doe=betrek&wie=tafel+tafellid&tot=2099-01-01");
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert_eq!(app.get(&format!("/gezin/{id}"), &table).status, StatusCode::OK);

    for (form, status) in [
        ("doe=betrek&wie=", StatusCode::BAD_REQUEST),
        ("doe=betrek&wie=tafel+tafellid&tot=2020-01-01", StatusCode::BAD_REQUEST),
        ("doe=betrek&wie=tafel+tafellid&tot=morgen", StatusCode::BAD_REQUEST),
        ("doe=betrek&wie=regisseur+tafellid", StatusCode::BAD_REQUEST),
        ("doe=betrek&wie=tafel+niemand", StatusCode::BAD_REQUEST),
        // Only the family shares with a school.
        ("doe=betrek&wie=school+school", StatusCode::BAD_REQUEST),
        ("doe=iets", StatusCode::BAD_REQUEST),
        ("doe=gezag&kind=x&ouder=y", StatusCode::BAD_REQUEST),
        // A family member's deed, by who is no family member.
        (&format!("doe=deel&keuze=1&met={id}"), StatusCode::NOT_FOUND),
    ] {
        assert_eq!(app.post(&page, &team, form).status, status, "{form}");
    }
    let other = format!("/toegang/{}", app.ids.ander_gezin);
    assert_eq!(app.post(&other, &team, "doe=scherm&af=ja").status, StatusCode::NOT_FOUND);
}

#[test]
fn each_role_reads_the_sections_that_are_open_and_no_empty_ones() {
    let app = TestApp::new();
    let page = format!("/gezin/{}", app.ids.eigen_gezin);
    for (rol, time_line, looks, access) in [
        (Rol::Wijkteam, true, true, true),
        (Rol::TafelVoorzitter, true, true, false),
        (Rol::Tafellid, true, false, false),
        (Rol::Verwijzer, false, false, false),
        (Rol::Gezinslid, true, true, true),
    ] {
        let body = app.get(&page, &app.sign_in(rol)).body;
        assert_eq!(body.contains("id=\"tijd\""), time_line, "{rol:?}");
        assert_eq!(body.contains("id=\"inzage\""), looks, "{rol:?}");
        assert_eq!(body.contains("/toegang/"), access, "{rol:?}");
    }
}

#[test]
fn an_emergency_is_open_for_a_while_told_and_reviewed() {
    let app = TestApp::new();
    let (other, colleague) = (app.ids.ander_gezin, app.sign_in(Rol::Wijkteam));
    let family = format!("/gezin/{other}");
    assert_eq!(app.get(&family, &colleague).status, StatusCode::NOT_FOUND);
    let kept = app.post("/nood", &colleague, "bsn=999900018&reden=kort");
    assert_eq!(kept.status, StatusCode::BAD_REQUEST);
    assert!(kept.body.contains("value=\"999900018\"") && kept.body.contains("role=\"alert\""));
    for form in [
        "reden=Een+kind+is+in+gevaar",
        "reden=Een+kind+is+in+gevaar&bsn=123",
        "reden=Een+kind+is+in+gevaar&achternaam=Zwart&geboren=gisteren",
    ] {
        assert_eq!(app.post("/nood", &colleague, form).status, StatusCode::BAD_REQUEST, "{form}");
    }
    let unknown = app.post("/nood", &colleague, "bsn=999900043&reden=Een+kind+is+in+gevaar");
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    let opened = app.post("/nood", &colleague, "bsn=999900018&reden=Een+kind+is+in+gevaar");
    assert_eq!((opened.status, opened.location()), (StatusCode::SEE_OTHER, family.as_str()));
    assert_eq!(app.get(&family, &colleague).status, StatusCode::OK);
    // It is no family that one works with.
    let read = |l: &mut register::Lezing<'_>| l.gezinnen(&GezinnenFilter::default());
    let rows = app.register.look(&iemand(Rol::Wijkteam, None), Onderdeel::Gezinnen, "", read).unwrap();
    assert_eq!(rows.rijen.len(), 1);

    let lead = app.sign_in(Rol::Teamleider);
    let report = app.get("/meldingen", &lead);
    assert!(report.body.contains("Een kind is in gevaar") && report.body.contains("Proef wijkteam"));
    // The family lives in another neighbourhood: the lead of the colleague reads the report, not the file.
    assert!(!report.body.contains(&family));
    let id = hidden(&report.body, "Een kind is in gevaar", "id");
    let done = app.post("/meldingen", &lead, &format!("id={id}&oordeel=besproken"));
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert!(!app.get("/meldingen", &lead).body.contains("name=\"oordeel\""), "it was reviewed");
}
