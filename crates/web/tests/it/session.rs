//! Signing in and out, where one comes out, and the language.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use stelsel::Rol;

use crate::app::TestApp;

#[test]
fn signing_in_leads_to_the_first_page_of_the_role() {
    let app = TestApp::new();
    let start = app.get("/", "");
    assert_eq!(start.status, StatusCode::OK);
    assert!(start.body.contains("Verder als Proef wijkteam"));
    assert!(start.body.contains("alle personen zijn verzonnen"));
    for (rol, first) in [
        (Rol::Wijkteam, "/vandaag".to_owned()),
        (Rol::Verwijzer, "/verwijzingen".to_owned()),
        (Rol::Netwerk, "/gezinnen".to_owned()),
        (Rol::Beleid, "/regio".to_owned()),
        (Rol::Raad, "/regio".to_owned()),
        (Rol::Contract, "/aanbieders".to_owned()),
        (Rol::Beheer, "/berichten".to_owned()),
        (Rol::Aanbieder, "/berichten".to_owned()),
        (Rol::Gezinslid, format!("/gezin/{}/ons", app.ids.eigen_gezin)),
    ] {
        let cookie = app.sign_in(rol);
        let home = app.get("/", &cookie);
        assert_eq!((home.status, home.location()), (StatusCode::SEE_OTHER, first.as_str()), "{}", rol.key());
        assert_eq!(app.get(&first, &cookie).status, StatusCode::OK, "{}", rol.key());
    }
}

#[test]
fn who_is_not_signed_in_comes_back_to_the_page_they_wanted() {
    let app = TestApp::new();
    let away = app.get("/gezinnen?zoek=de%20wit&wacht=ja", "");
    assert_eq!(away.status, StatusCode::SEE_OTHER);
    assert_eq!(away.location(), "/?naar=%2Fgezinnen%3Fzoek%3Dde%2520wit%26wacht%3Dja");
    let form = app.get(away.location(), "");
    assert!(
        form.body.contains("name=\"naar\" value=\"/gezinnen?zoek=de%20wit&#38;wacht=ja\""),
        "{}",
        form.body
    );
    let back = app.post("/aanmelden", "", "account=wijkteam&naar=%2Fgezinnen%3Fwacht%3Dja");
    assert_eq!(back.location(), "/gezinnen?wacht=ja");
    for elsewhere in ["https://elders.nl", "//elders.nl", "/\\elders.nl", "javascript:x"] {
        let body = format!("account=wijkteam&naar={elsewhere}");
        assert_eq!(app.post("/aanmelden", "", &body).location(), "/", "{elsewhere}");
        assert!(!app.get(&format!("/?naar={elsewhere}"), "").body.contains("elders"));
    }
}

#[test]
fn signing_out_ends_the_session_everywhere() {
    let app = TestApp::new();
    let cookie = app.sign_in(Rol::Beheer);
    let out = app.post("/afmelden", &cookie, "");
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(app.get("/berichten", &cookie).status, StatusCode::SEE_OTHER, "the old cookie opens nothing");
    assert_eq!(app.get("/berichten", "leerloop=geraden").status, StatusCode::SEE_OTHER);
}

#[test]
fn an_unknown_person_is_told_so() {
    let app = TestApp::new();
    let answer = app.post("/aanmelden", "", "account=niemand");
    assert_eq!(answer.header("set-cookie"), "");
    assert!(app.get(answer.location(), "").body.contains("Die persoon kennen we niet"));
}

#[test]
fn outside_the_demo_a_name_is_no_proof() {
    let app = TestApp::with(false, false);
    let start = app.get("/", "");
    assert!(start.body.contains("Er zijn nog geen accounts"));
    assert!(!start.body.contains("verzonnen") && !start.body.contains("Proef beheer"));
    let answer = app.post("/aanmelden", "", "account=beheer");
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(answer.header("set-cookie"), "");
}

#[test]
fn behind_https_the_cookie_is_bound_to_the_host() {
    let app = TestApp::with(true, true);
    let answer = app.post("/aanmelden", "", "account=beheer");
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-leerloop=") && cookie.contains("; Secure"), "{cookie}");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"));
    assert!(answer.header("strict-transport-security").contains("max-age"));
    let plain = TestApp::new().post("/aanmelden", "", "account=beheer");
    assert!(!plain.header("set-cookie").contains("Secure"));
}

#[test]
fn the_language_is_chosen_kept_and_asked_of_the_browser() {
    let app = TestApp::new();
    let chosen = app.post("/taal", "", "taal=en&terug=%2Fberichten%3Fsoort%3DJW305");
    assert_eq!(chosen.location(), "/berichten?soort=JW305");
    assert!(chosen.header("set-cookie").starts_with("taal=en; "));
    assert_eq!(app.post("/taal", "", "taal=en&terug=%2F%2Felders.nl").location(), "/");

    let cookie = format!("{}; taal=en", app.sign_in(Rol::Beheer));
    let page = app.get("/berichten", &cookie).body;
    assert!(
        page.contains("<html lang=\"en\">")
            && page.contains("Messages")
            && page.contains("1\u{a0}April 2026")
    );
    let request =
        Request::get("/niets").header("accept-language", "en-GB,en;q=0.9").body(Body::empty()).unwrap();
    assert!(app.ask(request).body.contains("This page is not here"));
    assert!(app.get("/niets", "").body.contains("<html lang=\"nl\">"));
}

/// Who was signed out, at another computer or by time, gets back what they typed: in the page, and nowhere else.
#[test]
fn what_was_typed_comes_back_when_the_session_is_over() {
    let app = TestApp::new();
    let cookie = app.sign_in(Rol::Gezinslid);
    let post = format!("/gezin/{}/post", app.ids.eigen_gezin);
    // The page was shown while one was signed in.
    let (_, word) = app.bewijs(&cookie);
    app.post("/afmelden", &cookie, "");
    let before = app.rows(&[]);
    let body = format!(
        "draad=gezin&sleutel={}&tekst=Tom+slaapt+<niet>%0Aal+drie+weken&bewijs={word}",
        "a".repeat(32)
    );
    for (what, cookie) in [("ended", cookie.as_str()), ("gone", "")] {
        let answer = app.send_bare(&axum::http::Method::POST, &post, cookie, &body);
        assert!([401, 403].contains(&answer.status.as_u16()), "{what}: {}", answer.status);
        assert!(answer.body.contains("Tom slaapt &#60;niet&#62;\nal drie weken"), "{what}: {}", answer.body);
        assert!(answer.body.contains("readonly"), "{what}");
    }
    let away = app.send_bare(&axum::http::Method::POST, &post, &cookie, &body);
    assert!(away.links("/?naar=").iter().any(|link| link.contains("post")), "the way back: {}", away.body);
    // A password is not shown again, and a form without words leads to signing in as before.
    let secret = format!(
        "huidig=mijn+oude+woord&wachtwoord=mijn+nieuwe+woord&nogmaals=mijn+nieuwe+woord&bewijs={word}"
    );
    let answer = app.send_bare(&axum::http::Method::POST, "/mijn-account/wachtwoord", &cookie, &secret);
    assert!(!answer.body.contains("woord&#32;") && !answer.body.contains("mijn nieuwe"), "{}", answer.body);
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(app.rows(&[]), before, "nothing was stored");
}
