//! Errors in plain words, the same for what does not exist and what is not theirs; security headers on every answer.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use stelsel::Rol;
use web::ROUTES;

use crate::app::{ANDERE_WIJK, Antwoord, TestApp};

fn guarded(answer: &Antwoord, what: &str) {
    let csp = answer.header("content-security-policy");
    for part in ["default-src 'none'", "style-src 'self'", "form-action 'self'", "frame-ancestors 'none'"] {
        assert!(csp.contains(part), "{what}: {csp}");
    }
    assert!(!csp.contains("unsafe"), "{what}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(answer.header("referrer-policy"), "same-origin", "{what}");
    assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{what}");
    assert!(!answer.header("cache-control").is_empty(), "{what}");
}

#[test]
fn every_answer_is_guarded() {
    let app = TestApp::new();
    let cookie = app.sign_in(Rol::Beheer);
    let mut asked = 0;
    for route in ROUTES {
        for method in [Method::GET, Method::POST, Method::HEAD, Method::PUT, Method::DELETE, Method::OPTIONS]
        {
            for cookie in ["", cookie.as_str()] {
                let path = route.pad.replace(['{', '}'], "x");
                let answer = app.send(&method, &path, cookie, "");
                guarded(&answer, &format!("{method} {path}"));
                assert_eq!(answer.header("cache-control"), "no-store", "{method} {path}");
                asked += 1;
            }
        }
    }
    assert!(asked >= 150, "{asked}");
    let style = app.get(&web::Pad::Stijl.to_string(), "");
    guarded(&style, "style");
    assert!(style.header("cache-control").contains("immutable"));
    assert!(style.header("content-type").starts_with("text/css"));
}

/// The number of the page differs by design; nothing else may.
fn without_number(body: &str) -> String {
    let digits = |c: char| c.is_ascii_digit() || c == '.';
    body.lines().filter(|l| !l.trim_end_matches("</p>").ends_with(digits)).collect::<Vec<_>>().join("\n")
}

#[test]
fn not_yours_looks_like_not_there() {
    let app = TestApp::new();
    let team = app.sign_in(Rol::Wijkteam);
    let unknown = app.get("/gezin/018f0000000070008000000000000000", &team);
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    let mut compared = 0;
    for path in [
        format!("/gezin/{}", app.ids.ander_gezin),
        format!("/bericht/{}", app.ids.eigen_bericht),
        "/berichten".into(),
        "/termijnen".into(),
        format!("/verzoeken/{}", app.ids.ander_verzoek),
        "/verzoeken/018f0000000070008000000000000000".into(),
        "/toewijzingen/0758/300202".into(),
        "/toewijzingen/0758/1".into(),
        "/toewijzingen/0758/0300201".into(),
        "/quarantaine".into(),
        "/gezin/niet-een-id".into(),
        "/bestaat-niet".into(),
        "/gezin/%FF%00".into(),
        "/wijk/WK999999".into(),
    ] {
        let answer = app.get(&path, &team);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(without_number(&answer.body), without_number(&unknown.body), "{path}");
        assert_eq!(answer.headers.len(), unknown.headers.len(), "{path}");
        compared += 1;
    }
    assert_eq!(compared, 14);
    assert!(unknown.body.contains("Deze pagina is er niet"));
}

#[test]
fn hostile_values_are_refused_and_never_break() {
    let app = TestApp::new();
    let wild = [
        "'",
        "\"",
        "%27%20OR%201=1--",
        "%00",
        "%F0%9F%92%A9",
        "..%2F..%2Fetc",
        "%3Cscript%3E",
        "-1",
        "99999999999999999999",
        "NULL",
        "%25",
        "_",
        "%E2%80%AE",
        "{}",
        "a~b~c",
        "~",
        "9999-12-31~x",
        "2026-02-30",
    ];
    let long = "a".repeat(5_000);
    let values: Vec<&str> = wild.into_iter().chain([long.as_str()]).collect();
    let paths = [
        (Rol::Wijkteam, "/gezinnen zoek="),
        (Rol::Wijkteam, "/gezinnen wijk="),
        (Rol::Wijkteam, "/gezinnen na="),
        (Rol::Wijkteam, "/gezin/"),
        (Rol::Wijkteam, "/wijk/"),
        (Rol::Beheer, "/berichten?soort="),
        (Rol::Beheer, "/berichten?gemeente="),
        (Rol::Beheer, "/berichten?aanbieder="),
        (Rol::Beheer, "/berichten?tot="),
        (Rol::Beheer, "/berichten?na="),
        (Rol::Beheer, "/berichten?afgekeurd="),
        (Rol::Beheer, "/bericht/"),
        (Rol::Wijkteam, "/verzoeken?na="),
        (Rol::Wijkteam, "/verzoeken/"),
        (Rol::Wijkteam, "/toewijzingen/"),
        (Rol::Wijkteam, "/toewijzingen/0758/"),
        (Rol::Beheer, "/quarantaine?na="),
        (Rol::Beheer, "/quarantaine/"),
        (Rol::Contract, "/aanbieders?zoek="),
        (Rol::Contract, "/aanbieders?na="),
        (Rol::Contract, "/aanbieder/"),
    ];
    let mut asked = 0;
    for (rol, path) in paths {
        let cookie = app.sign_in(rol);
        for value in &values {
            let address = format!("{path}{}", value.replace(['"', '{', '}'], "%22"));
            let answer = match address.split_once(' ') {
                Some((path, form)) => app.post(path, &cookie, form),
                None => app.get(&address, &cookie),
            };
            let expected = [StatusCode::OK, StatusCode::BAD_REQUEST, StatusCode::NOT_FOUND];
            assert!(expected.contains(&answer.status), "{address}: {}", answer.status);
            assert!(!answer.body.contains("<script"), "{address}");
            asked += 1;
        }
    }
    let deel = format!("/bericht/{}?deel=x", app.ids.eigen_bericht);
    assert_eq!(app.get(&deel, &app.sign_in(Rol::Beheer)).status, StatusCode::NOT_FOUND);
    assert_eq!(asked, 21 * 19);
}

#[test]
fn a_filter_that_cannot_be_read_keeps_what_was_typed() {
    let app = TestApp::new();
    let answer = app.get("/berichten?gemeente=Breda&aanbieder=12&tot=morgen", &app.sign_in(Rol::Beheer));
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    for text in [
        "value=\"Breda\"",
        "value=\"12\"",
        "value=\"morgen\"",
        "Een AGB-code heeft 8 cijfers",
        "id=\"tot-fout\"",
    ] {
        assert!(answer.body.contains(text), "{text}");
    }
}

#[test]
fn wrong_method_too_much_and_nonsense_get_a_page() {
    let app = TestApp::new();
    let wrong = app.post("/regio", "", "");
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(wrong.header("allow").contains("GET"));
    assert!(wrong.body.contains("Zo werkt deze pagina niet"));

    let large = app.post("/taal", "", &format!("taal=en&terug={}", "x".repeat(20_000)));
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.body.contains("Dat is te veel"));

    for body in ["taal=zz", "", "%%%"] {
        let nonsense = app.post("/taal", "", body);
        assert_eq!(nonsense.status, StatusCode::BAD_REQUEST, "{body}");
        assert!(nonsense.body.contains("begrijpen we niet"), "{body}");
    }
    let numbers: std::collections::BTreeSet<String> = (0..3)
        .map(|_| {
            app.get("/niets", "").body.split("nummer: ").nth(1).unwrap().split('<').next().unwrap().to_owned()
        })
        .collect();
    assert_eq!(numbers.len(), 3, "every error page has a number of its own: {numbers:?}");
}

#[test]
fn a_form_from_elsewhere_changes_nothing() {
    let app = TestApp::new();
    for (name, value) in
        [("sec-fetch-site", "cross-site"), ("origin", "https://elders.nl"), ("origin", "null")]
    {
        let request = Request::post("/aanmelden")
            .header("host", "proef")
            .header(name, value)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from("account=beheer"))
            .unwrap();
        let answer = app.ask(request);
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}: {value}");
        assert!(!answer.header("set-cookie").contains("leerloop="), "no session");
    }
}

#[test]
fn figures_of_few_are_not_shown() {
    let app = TestApp::new();
    let page = app.get(&format!("/wijk/{ANDERE_WIJK}"), &app.sign_in(Rol::Raad));
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("te weinig jeugdigen"), "one child in care gives no figures");
    assert!(!page.body.contains("Aya") && !page.body.contains("Zwart"));
}
