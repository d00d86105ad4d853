//! Every look at anything leaves a line; what is refused shows nothing.

use axum::http::StatusCode;
use stelsel::Rol;

use crate::app::{EIGEN_AGB, EIGEN_WIJK, TestApp};

#[test]
fn every_look_is_written_down() {
    let app = TestApp::new();
    let looks = [
        (Rol::Beleid, "/regio".to_owned()),
        (Rol::Raad, format!("/wijk/{EIGEN_WIJK}")),
        (Rol::Wijkteam, "/gezinnen".to_owned()),
        (Rol::Wijkteam, format!("/gezin/{}", app.ids.eigen_gezin)),
        (Rol::Gezinslid, format!("/gezin/{}", app.ids.eigen_gezin)),
        (Rol::Beheer, "/berichten".to_owned()),
        (Rol::Aanbieder, format!("/bericht/{}", app.ids.eigen_bericht)),
        (Rol::Wijkteam, "/toewijzingen/0758/300201".to_owned()),
        (Rol::Aanbieder, "/toewijzingen/0758/300201".to_owned()),
        (Rol::Wijkteam, "/verzoeken".to_owned()),
        (Rol::Wijkteam, format!("/verzoeken/{}", app.ids.eigen_verzoek)),
        (Rol::Contract, "/termijnen".to_owned()),
        (Rol::Beheer, "/quarantaine".to_owned()),
        (Rol::Beheer, format!("/quarantaine/{}", app.ids.stuk)),
        (Rol::Contract, "/aanbieders".to_owned()),
        (Rol::Contract, format!("/aanbieder/{EIGEN_AGB}")),
    ];
    for (rol, path) in looks {
        let cookie = app.sign_in(rol);
        let before = app.register.journal_len().unwrap();
        let answer = app.get(&path, &cookie);
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        assert!(app.register.journal_len().unwrap() > before, "{path} by {}", rol.key());
    }
}

#[test]
fn a_family_sees_who_looked() {
    let app = TestApp::new();
    let path = format!("/gezin/{}", app.ids.eigen_gezin);
    assert_eq!(app.get(&path, &app.sign_in(Rol::Wijkteam)).status, StatusCode::OK);
    let page = app.get(&path, &app.sign_in(Rol::Gezinslid));
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Proef wijkteam (wijkteam), om te helpen"), "{}", page.body);
    assert!(page.body.contains("loopt sinds 9\u{a0}maart 2026"));
    assert!(page.body.contains("Dit weten de gemeente en de aanbieders"));
}
