//! Accounts of our own, as people use them.

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{Request, StatusCode};
use jiff::SignedDuration;
use register::Geheim;
use stelsel::Klok as _;
use stelsel::Rol;

use crate::app::{Antwoord, TestApp};

const PASSWORD: &str = "paarse+fiets+in+de+regen";

/// The value of a field, or of a piece of text after a mark, on a page.
fn after<'p>(page: &'p str, mark: &str, end: char) -> &'p str {
    page.split(mark).nth(1).unwrap().split(end).next().unwrap()
}

fn cookie(answer: &Antwoord) -> String {
    answer.header(SET_COOKIE.as_str()).split(';').next().unwrap().to_owned()
}

fn now_code(app: &TestApp, secret: &Geheim) -> String {
    app.klok.advance(SignedDuration::from_secs(30));
    secret.code_at(app.klok.now().as_second()).unwrap()
}

/// Someone accepts an invitation on the pages; gives the app and the cookie of the session.
fn accept(app: &TestApp, account: &str) -> (Geheim, String) {
    let code = app.register.invite(None, account).unwrap().unwrap();
    let secret = app.register.invitation(account, &code).unwrap().unwrap().geheim;
    let digits = now_code(app, &secret);
    let body = format!(
        "account={account}&uitnodiging={code}&wachtwoord={PASSWORD}&nogmaals={PASSWORD}&code={digits}"
    );
    let done = app.post("/uitnodiging", "", &body);
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    assert_eq!(done.body.matches("<li class=\"code\">").count(), 10, "codes to keep");
    (secret, cookie(&done))
}

fn sign_in(app: &TestApp, account: &str, password: &str, code: &str) -> Antwoord {
    app.post(
        "/aanmelden/wachtwoord",
        "",
        &format!("account={account}&wachtwoord={password}&code={code}&naar=/berichten"),
    )
}

#[test]
fn from_an_invitation_to_a_session() {
    let app = TestApp::with_passwords();
    let (_, beheer) = accept(&app, "beheer");
    // The manager adds someone, who gets a code.
    let form = "account=Nieuw.Mens&naam=Nieuw+Mens&rol=wijkteam&wijken=WK075801";
    let added = app.post("/accounts", &beheer, form);
    assert_eq!(added.status, StatusCode::OK, "{}", added.body);
    let code = after(&added.body, "<p class=\"code\">", '<').to_owned();
    assert_eq!(code.len(), 24);

    let wrong = app.post("/uitnodiging", "", "account=nieuw.mens&uitnodiging=AAAA-AAAA-AAAA-AAAA-AAAA");
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    let choose = app.post("/uitnodiging", "", &format!("account=nieuw.mens&uitnodiging={code}"));
    assert_eq!(choose.status, StatusCode::OK);
    assert!(choose.body.contains("<svg class=\"qr\"") && choose.body.contains("Nieuw Mens"));
    assert_eq!(choose.header("cache-control"), "no-store");
    let secret = app.register.invitation("nieuw.mens", &code).unwrap().unwrap().geheim;
    assert!(choose.body.contains(&secret.text()));
    let digits = now_code(&app, &secret);
    let choice = |password: &str, again: &str, digits: &str| {
        let body = format!(
            "account=nieuw.mens&uitnodiging={code}&wachtwoord={password}&nogmaals={again}&code={digits}"
        );
        app.post("/uitnodiging", "", &body)
    };
    for (password, again, digits, told) in [
        (PASSWORD, "iets+anders", digits.as_str(), "niet gelijk"),
        ("Welkom2026", "Welkom2026", &digits, "raden mensen als eerste"),
        (PASSWORD, PASSWORD, "000000", "code van de app klopt niet"),
    ] {
        let refused = choice(password, again, digits);
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert!(refused.body.contains(told), "{told}");
        assert!(!refused.body.contains(password), "a password is not sent back");
    }
    let done = choice(PASSWORD, PASSWORD, &digits);
    assert_eq!(done.status, StatusCode::OK);
    assert_eq!(app.get("/gezinnen", &cookie(&done)).status, StatusCode::OK);
    assert_eq!(choice(PASSWORD, PASSWORD, &digits).status, StatusCode::BAD_REQUEST, "once");

    let next = now_code(&app, &secret);
    let signed = sign_in(&app, "nieuw.mens", PASSWORD, &next);
    assert_eq!((signed.status, signed.location()), (StatusCode::SEE_OTHER, "/berichten"));
    assert!(signed.header("set-cookie").contains("HttpOnly; SameSite=Lax"));
    let report = app.get("/accounts", &beheer).body;
    assert!(report.contains("Nieuw Mens") && report.contains("gezin (eigen)") && report.contains("WK075801"));

    // And ended: the session too.
    let theirs = cookie(&signed);
    assert_eq!(app.get("/gezinnen", &theirs).status, StatusCode::OK);
    assert_eq!(app.post("/accounts/einde", &beheer, "account=nieuw.mens").status, StatusCode::OK);
    assert_eq!(app.get("/gezinnen", &theirs).status, StatusCode::SEE_OTHER);
    assert_eq!(app.post("/accounts/einde", &beheer, "account=beheer").status, StatusCode::BAD_REQUEST);
}

/// W5 and W6: one answer for all that is wrong; after so many attempts it takes time, for this one only.
#[test]
fn wrong_is_wrong_and_guessing_takes_time() {
    let app = TestApp::with_passwords();
    let (secret, _) = accept(&app, "beheer");
    let address = |n: u8| std::net::SocketAddr::from(([192, 0, 2, n], 1234));
    let (cookie, word) = app.bewijs("");
    let attempt = |from: u8, account: &str, password: &str, code: &str| {
        let mut request = Request::post("/aanmelden/wachtwoord")
            .header("host", "proef")
            .header("sec-fetch-site", "same-origin")
            .header(COOKIE, &cookie)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(format!("account={account}&wachtwoord={password}&code={code}&bewijs={word}")))
            .unwrap();
        request.extensions_mut().insert(ConnectInfo(address(from)));
        app.ask(request)
    };
    let code = now_code(&app, &secret);
    let answers = [
        attempt(1, "beheer", "fout+fout+fout", &code),
        attempt(1, "beheer", PASSWORD, "000000"),
        attempt(1, "bestaat-niet", PASSWORD, &code),
        attempt(1, "raad", PASSWORD, &code),
    ];
    for answer in &answers {
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/?mis=ja"));
        assert_eq!((&answer.body, &answer.headers), (&answers[0].body, &answers[0].headers), "one answer");
    }
    assert!(app.get("/?mis=ja", "").body.contains("Dit klopt niet"));
    for _ in 0..3 {
        assert_eq!(attempt(1, "beheer", "fout+fout+fout", &code).status, StatusCode::SEE_OTHER);
    }
    // Five wrong ones: the sixth is not even looked at, though it is right.
    let refused = attempt(1, "beheer", PASSWORD, &code);
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.body.contains("Even wachten") && !refused.header("set-cookie").contains("leerloop="));
    assert_eq!(attempt(1, "raad", PASSWORD, &code).status, StatusCode::SEE_OTHER, "a colleague");
    let own = attempt(2, "beheer", PASSWORD, &code);
    assert!(own.header("set-cookie").contains("leerloop="), "the owner, elsewhere, is not locked out");
    app.klok.advance(SignedDuration::from_secs(30));
    let code = now_code(&app, &secret);
    assert!(
        attempt(1, "beheer", PASSWORD, &code).header("set-cookie").contains("leerloop="),
        "after the wait"
    );
    println!(
        "attempt 6 of one account from one address refused; the owner elsewhere and colleagues unaffected"
    );
}

/// A flood of sign-ins, each from another address and for another name: the pages are served all the same, most of the flood is
/// sent away at once, and who is sent away did not use an attempt.
#[test]
fn a_flood_of_sign_ins_does_not_hold_up_the_pages() {
    const FLOOD: usize = 120;
    let app = TestApp::with_passwords();
    let (cookie, word) = app.bewijs("");
    let request = |nr: usize, account: &str| {
        let from = std::net::SocketAddr::from(([192, 0, 2, u8::try_from(nr).unwrap()], 1234));
        let mut request = Request::post("/aanmelden/wachtwoord")
            .header("sec-fetch-site", "same-origin")
            .header(COOKIE, &cookie)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(format!("account={account}&wachtwoord=x&code=000000&bewijs={word}")))
            .unwrap();
        request.extensions_mut().insert(ConnectInfo(from));
        request
    };
    let mut requests: Vec<_> = (0..FLOOD).map(|nr| request(nr, &format!("verzonnen-{nr}"))).collect();
    requests.push(Request::get("/").body(Body::empty()).unwrap());
    // Three threads for the register, as 512 would be to a flood of thousands.
    let answers = app.ask_together(3, requests);
    let place = answers.iter().position(|(nr, ..)| *nr == FLOOD).unwrap();
    assert_eq!(answers[place].1, StatusCode::OK);
    let hashed = |list: &[(usize, StatusCode, String)]| {
        list.iter().filter(|(_, status, _)| *status == StatusCode::SEE_OTHER).count()
    };
    let after = hashed(&answers[place..]);
    let away: Vec<_> =
        answers.iter().filter(|(_, status, _)| *status == StatusCode::SERVICE_UNAVAILABLE).collect();
    assert_eq!((hashed(&answers), away.len()), (32, FLOOD - 32));
    assert!(after > 20, "the page came before {after} of the sign-ins that waited");
    assert!(away.iter().all(|(.., page)| page.contains("Het is even druk")));
    // Sent away six times, which is more than the attempts that are free: still the next one counts as the first.
    let again = (0..38).map(|_| request(200, "raad")).collect();
    assert_eq!(hashed(&app.ask_together(3, again)), 5, "the brake, not the queue");
    println!(
        "{FLOOD} sign-ins at once: 32 hashed, {} sent away; a page came before {after} of them",
        away.len()
    );
}

#[test]
fn ones_own_account() {
    let app = TestApp::with_passwords();
    let (secret, here) = accept(&app, "beheer");
    let page = app.get("/mijn-account", &here);
    assert!(page.body.contains("Waar u bent aangemeld") && page.body.contains("dit apparaat"));
    let code = now_code(&app, &secret);
    let there = cookie(&sign_in(&app, "beheer", PASSWORD, &code));
    assert_eq!(app.get("/mijn-account", &here).body.matches("wachtwoord en code").count(), 2);

    let change = |old: &str, new: &str| {
        let body = format!("huidig={old}&wachtwoord={new}&nogmaals={new}");
        app.post("/mijn-account/wachtwoord", &here, &body)
    };
    assert_eq!(change("fout", "een+heel+ander+verhaal").status, StatusCode::BAD_REQUEST);
    assert_eq!(change(PASSWORD, "kort").status, StatusCode::BAD_REQUEST);
    let changed = change(PASSWORD, "een+heel+ander+verhaal");
    assert_eq!(changed.location(), "/mijn-account?gewijzigd=ja");
    let new = cookie(&changed);
    assert_ne!(new, here, "another token at another password");
    for old in [&here, &there] {
        assert_eq!(app.get("/berichten", old).status, StatusCode::SEE_OTHER, "the old one opens nothing");
    }
    let codes = app.post("/mijn-account/herstelcodes", &new, "huidig=een+heel+ander+verhaal");
    assert_eq!(codes.body.matches("<li class=\"code\">").count(), 10);
    let out = app.post("/mijn-account/sessies", &new, "");
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(app.get("/berichten", &new).status, StatusCode::SEE_OTHER);
}

#[test]
fn without_a_key_there_are_no_passwords() {
    let app = TestApp::new();
    let answer = app.post("/aanmelden/wachtwoord", "", "account=beheer&wachtwoord=x&code=1");
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get("/uitnodiging", "").status, StatusCode::NOT_FOUND);
    let accounts = app.get("/accounts", &app.sign_in(Rol::Beheer)).body;
    assert!(accounts.contains("zonder sleutel") && !accounts.contains("action=\"/accounts/uitnodigen\""));
}

/// W3: a new token when signing in, and the old one is over.
#[test]
fn signing_in_again_ends_the_session_before() {
    let app = TestApp::new();
    let old = app.sign_in(Rol::Raad);
    let again = app.post("/aanmelden", &old, "account=beheer");
    let new = cookie(&again);
    assert_ne!(old, new);
    assert_eq!(app.get("/regio", &old).status, StatusCode::SEE_OTHER);
    assert_eq!(app.get("/berichten", &new).status, StatusCode::OK);
    // A token that someone else chose is never taken over.
    let planted = format!("leerloop={}", "a".repeat(64));
    let signed = app.post("/aanmelden", &planted, "account=raad");
    assert_ne!(cookie(&signed), planted);
    assert_eq!(app.get("/regio", &planted).status, StatusCode::SEE_OTHER);
    app.klok.advance(SignedDuration::from_mins(30));
    assert_eq!(app.get("/berichten", &new).status, StatusCode::SEE_OTHER, "half an hour without use");
}
