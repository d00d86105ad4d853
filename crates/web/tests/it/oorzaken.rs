//! The causal map: who may see it, and what may be taken away.

use axum::http::StatusCode;
use simulatie::oorzaak;
use simulatie::scenario::Scenario;
use stelsel::Rol;

use crate::app::TestApp;

#[test]
fn employees_and_the_council_see_the_map_and_take_it_away() {
    let app = TestApp::new();
    for rol in [Rol::Wijkteam, Rol::Beleid, Rol::Raad, Rol::Beheer] {
        let who = app.sign_in(rol);
        let page = app.get("/oorzaken?begrip=wachttijd&lus=LR1", &who);
        assert_eq!(page.status, StatusCode::OK, "{rol:?}");
        assert!(page.body.contains("Wachttijd") && page.body.contains("LR1.pakket"), "{rol:?}");
    }
    let council = app.sign_in(Rol::Raad);
    let csv = app.get("/oorzaken/kaart.csv", &council);
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert!(csv.body.contains(&oorzaak::csv()));
    let file = app.get("/oorzaken/proef.toml?uit=LR6&uit=C24", &council);
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"proef.toml\"");
    assert_eq!(Scenario::read(&file.body).unwrap().naam, "Zonder LR6, C24");
    for wrong in
        ["/oorzaken?begrip=kind", "/oorzaken?lus=LR9", "/oorzaken?deel=x", "/oorzaken/proef.toml?uit=C01"]
    {
        assert_eq!(app.get(wrong, &council).status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[test]
fn a_family_and_a_provider_do_not() {
    let app = TestApp::new();
    for rol in [Rol::Gezinslid, Rol::Aanbieder] {
        let who = app.sign_in(rol);
        for page in ["/oorzaken", "/oorzaken/kaart.csv", "/oorzaken/proef.toml?uit=LR1"] {
            assert_eq!(app.get(page, &who).status, StatusCode::NOT_FOUND, "{rol:?} {page}");
        }
    }
}
