//! Problem analyses on the pages: shared, annotated, nothing lost when two write at once; and figures of areas when there are none.

use axum::http::StatusCode;
use stelsel::Rol;

use crate::app::TestApp;

#[test]
fn who_comes_second_gets_the_own_words_back() {
    let app = TestApp::new();
    let policy = app.sign_in(Rol::Beleid);
    let path = format!("/analyses/{}", app.ids.eigen_analyse);
    let form = |text: &str, nr: u8| {
        format!(
            "doe=alinea&nr=1&deel=zien&gelezen=2&tekst={text}&sleutel=0123456789abcdef0123456789abcd0{nr}"
        )
    };
    assert_eq!(app.post(&path, &policy, &form("Eerste+tekst", 1)).status, StatusCode::SEE_OTHER);
    let second = app.post(&path, &policy, &form("Tweede+tekst", 2));
    assert_eq!(second.status, StatusCode::CONFLICT);
    // Both texts stand there, and the own one is in the form too, with the version as it is now.
    assert!(second.body.contains("Eerste tekst") && second.body.matches("Tweede tekst").count() >= 2);
    assert!(second.body.contains("name=\"gelezen\" value=\"4\""), "{}", second.body);
    let now = app.get(&path, &policy).body;
    assert!(now.contains("Eerste tekst") && !now.contains("Tweede tekst"));
    let versions = app.get(&format!("{path}/versies?van=2&tot=4"), &policy);
    assert!(versions.body.contains("<del>") && versions.body.contains("<ins>"), "{}", versions.body);
    let pdf = app.get(&format!("{path}/analyse.pdf"), &policy);
    assert!(pdf.status == StatusCode::OK && pdf.body.starts_with("%PDF-"));
}

#[test]
fn a_partner_writes_beside_it_and_not_in_it() {
    let app = TestApp::new();
    let council = app.sign_in(Rol::Raad);
    let path = format!("/analyses/{}", app.ids.eigen_analyse);
    let page = app.get(&path, &council).body;
    assert!(page.contains("Er wordt lang gewacht.") && !page.contains("value=\"afspraak\""), "{page}");
    let noot =
        "doe=noot&nr=1&gelezen=2&soort=anders&zegt=In+zuid+ook&sleutel=0123456789abcdef0123456789abcd03";
    assert_eq!(app.post(&path, &council, noot).status, StatusCode::SEE_OTHER);
    assert!(app.get(&path, &app.sign_in(Rol::Clientenraad)).body.contains("In zuid ook"));
    let write = "doe=alinea&deel=zien&gelezen=0&tekst=Stiekem&sleutel=0123456789abcdef0123456789abcd04";
    assert_eq!(app.post(&path, &council, write).status, StatusCode::NOT_FOUND);
    let empty = "doe=noot&nr=1&gelezen=2&soort=aanvulling&zegt=&sleutel=0123456789abcdef0123456789abcd05";
    assert_eq!(app.post(&path, &council, empty).status, StatusCode::BAD_REQUEST);
}

#[test]
fn without_figures_the_pages_say_what_to_do() {
    let app = TestApp::new();
    let council = app.sign_in(Rol::Raad);
    for page in ["/cijfers/monitor", "/cijfers/buren"] {
        let answer = app.get(page, &council);
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.contains("leerloop informatie import"), "{page}");
    }
    assert_eq!(app.get("/cijfers/monitor.csv", &council).status, StatusCode::NOT_FOUND);
    assert_eq!(app.get("/cijfers/monitor?gemeente=9999", &council).status, StatusCode::NOT_FOUND);
}
