//! The connector: it brings messages and takes them, in envelopes, and is known by a word.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use ijw::stuf::{self, Applicatie, Bestand, Envelop, Organisatie, Referentienummer, Systeem, Tijdstip};
use stelsel::Rol;

use crate::app::{Antwoord, EIGEN_AGB, SLEUTEL, TestApp};
use crate::xml::start;

fn ask(app: &TestApp, method: Method, path: &str, word: Option<&str>, body: impl Into<Body>) -> Antwoord {
    let mut request = Request::builder().method(method).uri(path).header("host", "proef");
    if let Some(word) = word {
        request = request.header("authorization", format!("Bearer {word}"));
    }
    app.ask(request.body(body.into()).unwrap())
}

fn envelope(xml: &str) -> (String, Envelop) {
    let system =
        |code: &str| Systeem::new(Organisatie::new(code).unwrap(), Applicatie::new("Proef").unwrap());
    let made = Envelop::heen(
        xml,
        ijw::Berichttype::Jw305,
        system(EIGEN_AGB),
        system("0758"),
        Referentienummer::from_bytes([7; 16]),
        Tijdstip::from_datetime("2026-04-10T11:00:00".parse().unwrap()).unwrap(),
    );
    let made = made.unwrap();
    (stuf::schrijf_soap(&made), made)
}

/// A program of which everything that waited was taken.
fn app() -> TestApp {
    let app = TestApp::new();
    for message in app.register.waiting(100).unwrap() {
        assert!(app.register.delivered(message.id).unwrap());
    }
    app
}

fn late_start(id: &str, number: u32) -> String {
    start(&crate::xml::Zaak { number, ..crate::app::TOM }, id, "2026-04-09", "2026-04-08")
}

#[test]
fn a_message_is_brought_judged_and_its_answer_taken() {
    let app = app();
    let (sent, heen) = envelope(&late_start("K1", 999_999));
    let taken = ask(&app, Method::POST, "/koppelvlak/in", Some(SLEUTEL), sent.clone());
    assert_eq!(taken.status, StatusCode::ACCEPTED, "{}", taken.body);

    let answer = ask(&app, Method::GET, "/koppelvlak/uit", Some(SLEUTEL), "");
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "text/xml; charset=utf-8"));
    let again = ask(&app, Method::GET, "/koppelvlak/uit", Some(SLEUTEL), "");
    assert_eq!(answer.body, again.body, "given again until it is taken");
    let Envelop::Du01(terug) = stuf::lees(answer.body.as_bytes()).unwrap() else { panic!("{}", answer.body) };
    assert_eq!(terug.cross_refnummer.as_str(), heen.referentienummer());
    let Bestand::Xml(xml) = &terug.parameters.bericht else { panic!() };
    let bericht = ijw::lees(xml.bytes()).unwrap();
    assert_eq!(bericht.berichttype(), ijw::Berichttype::Jw306);
    assert_eq!(bericht.retourcodes().unwrap()[0].code(), "0200", "the fault is below the header");

    let done = format!("/koppelvlak/uit/{}", answer.header("leerloop-bericht"));
    for _ in 0..2 {
        assert_eq!(ask(&app, Method::POST, &done, Some(SLEUTEL), "").status, StatusCode::NO_CONTENT);
    }
    assert_eq!(ask(&app, Method::GET, "/koppelvlak/uit", Some(SLEUTEL), "").status, StatusCode::NO_CONTENT);
    // The same envelope again is the same message: nothing more to answer.
    assert_eq!(ask(&app, Method::POST, "/koppelvlak/in", Some(SLEUTEL), sent).status, StatusCode::ACCEPTED);
    assert_eq!(ask(&app, Method::GET, "/koppelvlak/uit", Some(SLEUTEL), "").status, StatusCode::NO_CONTENT);
}

#[test]
fn what_cannot_be_read_is_answered_at_once_and_kept() {
    let app = app();
    let broken = late_start("K2", 300_201).replace("2026-04-08", "8 april");
    let (sent, heen) = envelope(&broken);
    let answer = ask(&app, Method::POST, "/koppelvlak/in", Some(SLEUTEL), sent);
    assert_eq!(answer.status, StatusCode::OK);
    let Envelop::Fo01(fault) = stuf::lees(answer.body.as_bytes()).unwrap() else { panic!("{}", answer.body) };
    assert_eq!(fault.body.code.as_str(), "StUF055");
    assert_eq!(fault.cross_refnummer.as_str(), heen.referentienummer());
    for nonsense in ["", "geen xml", "<x/>"] {
        let answer = ask(&app, Method::POST, "/koppelvlak/in", Some(SLEUTEL), nonsense);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{nonsense}");
    }
    // A fault about a message of ours is kept, and not answered.
    let told = ask(&app, Method::POST, "/koppelvlak/in", Some(SLEUTEL), stuf::schrijf(&Envelop::Fo01(fault)));
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    let cookie = app.sign_in(Rol::Beheer);
    let list = app.get("/quarantaine", &cookie);
    assert!(list.body.contains("StUF055"), "{}", list.body);
    assert!(ask(&app, Method::GET, "/koppelvlak/uit", Some(SLEUTEL), "").body.is_empty());
}

#[test]
fn only_who_knows_the_word_comes_in() {
    let app = TestApp::new();
    for word in [None, Some(""), Some("iets anders"), Some(&SLEUTEL[1..])] {
        for (method, path) in [
            (Method::POST, "/koppelvlak/in"),
            (Method::GET, "/koppelvlak/uit"),
            (Method::POST, "/koppelvlak/uit/x"),
        ] {
            let answer = ask(&app, method, path, word, late_start("K3", 300_201));
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        }
    }
    assert!(web::Sleutelwoord::new("te kort").is_none());
    assert_eq!(
        ask(&app, Method::POST, "/koppelvlak/in", Some(SLEUTEL), vec![b'x'; 49 << 20]).status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}
