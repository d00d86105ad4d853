//! A form that is not of ours changes nothing: every route that takes one, in every way of not being ours.

use std::path::Path;

use axum::body::Body;
use axum::http::header::COOKIE;
use axum::http::{Method, Request, StatusCode};
use stelsel::Rol;
use web::{Methode, ROUTES, Regel};

use crate::app::TestApp;
use crate::rights::addresses;

/// The role that may use the route, and a form that does something.
#[expect(
    clippy::match_same_arms,
    clippy::panic,
    reason = "a table by address; a new address has to be put in it"
)]
#[expect(clippy::too_many_lines, reason = "one table, to be read as one")]
pub(crate) fn form(pattern: &str) -> (Rol, &'static str) {
    match pattern {
        "/verzoeken/{id}" => (Rol::Wijkteam, "besluit=onderzoeken"),
        "/gezinnen" => (Rol::Wijkteam, "zoek=wit"),
        "/toegang/{id}" => (Rol::Wijkteam, "doe=scherm&af=ja"),
        "/nood" => (Rol::Wijkteam, "bsn=999900018&reden=Een+kind+dat+nu+hulp+nodig+heeft"),
        "/meldingen" => (Rol::Teamleider, "id=x&oordeel=terecht"),
        "/taal" => (Rol::Beheer, "taal=en&terug=/"),
        "/aanmelden" => (Rol::Beheer, "account=raad"),
        "/afmelden" => (Rol::Beheer, ""),
        "/aanmelden/bij/{naam}" => (Rol::Beheer, ""),
        "/aanmelden/wachtwoord" => (Rol::Beheer, "account=raad&wachtwoord=x&code=123456"),
        "/uitnodiging" => (Rol::Beheer, "account=raad"),
        "/mijn-account/wachtwoord" => (Rol::Beheer, "huidig=x&wachtwoord=y&nogmaals=y"),
        "/mijn-account/herstelcodes" => (Rol::Beheer, "huidig=x"),
        "/mijn-account/sessies" => (Rol::Beheer, ""),
        "/aanmelden/passkey/begin" => (Rol::Beheer, ""),
        "/aanmelden/passkey" => (Rol::Beheer, "antwoord={}"),
        "/mijn-account/passkey/begin" => (Rol::Beheer, "naam=Laptop&huidig=x"),
        "/mijn-account/passkey" => (Rol::Beheer, "naam=Laptop&antwoord={}"),
        "/mijn-account/passkey/weg" => (Rol::Beheer, "passkey=AA&huidig=x"),
        "/accounts" => (Rol::Beheer, "account=nieuw.mens&naam=Nieuw+Mens&rol=raad"),
        "/accounts/uitnodigen" => (Rol::Beheer, "account=raad"),
        "/accounts/einde" => (Rol::Beheer, "account=raad"),
        "/journaal" => (Rol::Auditor, "voorstel=2026-03:steekproef:wijkteam:2026-03-05&uitkomst=in-orde"),
        "/bewaren" => (Rol::Beheer, "doe=kies&declaraties=ja"),
        "/mijn-gegevens/uitvoer" => (Rol::Gezinslid, "vorm=json"),
        "/correcties/{id}" => (
            Rol::Gezinslid,
            "doe=plaats&over=gezin&tekst=Dit+klopt+niet&sleutel=0123456789abcdef0123456789abcdef",
        ),
        "/gezin/{id}/plan" => {
            (Rol::Wijkteam, "doe=gewoon&versie=0&tekst=Samen+eten&sleutel=0123456789abcdef0123456789abcdef")
        }
        "/gezin/{id}/brieven" => (
            Rol::Wijkteam,
            "doe=maak&soort=uitnodiging&taal=nl&adres=Familie+Wit&onderwerp=Praten&tekst=Beste+familie\
             &sleutel=0123456789abcdef0123456789abcdef",
        ),
        "/gezin/{id}/plan/hulp" => {
            (Rol::Wijkteam, "doe=intrekken&toewijzing=0758%2F300201&sleutel=0123456789abcdef0123456789abcdee")
        }
        "/gezin/{id}/achttien" => (
            Rol::Wijkteam,
            "doe=overgang&nr=00000000000000000000000000000000&versie=0&sleutel=0123456789abcdef0123456789abcded",
        ),
        "/expertvragen/{id}" => {
            (Rol::Expertteam, "doe=advies&versie=1&advies=Begin+nu&sleutel=0123456789abcdef0123456789abcdec")
        }
        "/gezin/{id}/leden" => (
            Rol::Wijkteam,
            "doe=erbij&voornaam=Oma&achternaam=Proef&sleutel=3123456789abcdef0123456789abcdef",
        ),
        "/gezinnen/nieuw" => {
            (Rol::Wijkteam, "voornaam=Nieuw&achternaam=Proef&sleutel=4123456789abcdef0123456789abcdef")
        }
        "/gezinnen/dubbel" => (Rol::Wijkteam, "doe=uit-elkaar&id=00000000000000000000000000000000"),
        "/vragen" => (
            Rol::Wijkteam,
            "doe=nieuw&tekst=Hoe+laat+moet+een+kind+van+elf+naar+bed&sleutel=5123456789abcdef0123456789abcdef",
        ),
        "/gezin/{id}/gesprekken" => (Rol::Wijkteam, "sleutel=2123456789abcdef0123456789abcdef"),
        "/gezin/{id}/gesprekken/{gesprek}" => {
            (Rol::Wijkteam, "doe=aanvulling&tekst=Ook+nog+dit&sleutel=1123456789abcdef0123456789abcdef")
        }
        "/gezin/{id}/gesprekken/{gesprek}/concept" => (
            Rol::Wijkteam,
            "versie=1&beurt=0123456789abcdef0123456789abcdef&beurt_nr=1&dag=2026-04-09&sterk=samen",
        ),
        "/groepen" => (Rol::Beleid, "naam=Gezinnen+rond+de+haven"),
        "/gezin/{id}/ons" => {
            (Rol::Gezinslid, "tekst=Oma+kan+helpen&sleutel=0123456789abcdef0123456789abcde1")
        }
        "/gezin/{id}/post" => {
            (Rol::Gezinslid, "draad=gezin&tekst=Kunt+u+bellen&sleutel=0123456789abcdef0123456789abcde2")
        }
        "/gezin/{id}/delen" => (
            Rol::Gezinslid,
            "doe=deel&met=school&over=gezin&wat-plan=ja&doel=Oppas&sleutel=0123456789abcdef0123456789abcde3",
        ),
        "/verwijzingen/nieuw" => (
            Rol::Verwijzer,
            "kind=Sem&achternaam=Bakker&vraag=Slaapt+slecht&sleutel=0123456789abcdef0123456789abcde4",
        ),
        "/verwijzingen/{id}" => {
            (Rol::Wijkteam, "doe=oppakken&versie=1&sleutel=0123456789abcdef0123456789abcde5")
        }
        "/verwijsafspraken" => (
            Rol::Beleid,
            "met=Praktijk&soort=huisarts&dag=2026-04-01&sleutel=0123456789abcdef0123456789abcde6",
        ),
        "/analyses" => (Rol::Beleid, "titel=Wachten+in+noord&sleutel=0123456789abcdef0123456789abcde8"),
        "/analyses/{id}" => (
            Rol::Beleid,
            "doe=alinea&deel=zien&gelezen=0&tekst=Er+wordt+gewacht&sleutel=0123456789abcdef0123456789abcde9",
        ),
        // Everything but playing it.
        "/uitproberen/nieuw" => {
            (Rol::Beleid, "doe=toml&naam=Meer+geld&sleutel=0123456789abcdef0123456789abcdea")
        }
        "/uitproberen/poging/{poging}" => (Rol::Beleid, "doe=stop"),
        "/uitproberen/{id}" => (Rol::Beleid, "doe=weg"),
        "/mijn-account/afwezig" => (Rol::Wijkteam, "van=2026-04-10&tot=2026-04-12&vervanger=regisseur"),
        other => panic!("say with which form {other} is asked"),
    }
}

/// What is wrong with a form, the proof that it carries, and its headers.
type Geval<'a> = (&'a str, Option<&'a str>, &'a [(&'a str, &'a str)]);

#[test]
fn a_form_that_is_not_ours_changes_nothing() {
    let app = TestApp::new();
    let mut refused = 0;
    let (mut forms, mut programs) = (0, 0);
    for route in ROUTES.iter().filter(|r| r.methode == Methode::Post) {
        if !route.formulier {
            // For programs: they bring a word with every request, and cookies open nothing.
            assert!(matches!(route.regel, Regel::Open(why) if why.contains("the word")), "{route:?}");
            programs += 1;
            continue;
        }
        forms += 1;
        let (rol, body) = form(route.pad);
        let (cookie, word) = app.bewijs(&app.sign_in(rol));
        let (_, theirs) = app.bewijs(&app.sign_in(rol));
        assert_ne!(word, theirs);
        let address = addresses(&app, route.pad)[0].1.clone();
        let send = |word: Option<&str>, headers: &[(&str, &str)]| {
            let mut request = Request::post(&address)
                .header("host", "proef")
                .header(COOKIE, &cookie)
                .header("content-type", "application/x-www-form-urlencoded");
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            let proof = word.map(|w| format!("&bewijs={w}")).unwrap_or_default();
            app.ask(request.body(Body::from(format!("{body}{proof}"))).unwrap())
        };
        let before = app.rows(&[]);
        let own = [("sec-fetch-site", "same-origin"), ("origin", "http://proef")];
        let cases: [Geval<'_>; 5] = [
            ("no proof", None, &own),
            ("the proof of another session", Some(&theirs), &own),
            ("another origin", Some(&word), &[("origin", "https://elders.nl")]),
            ("another site", Some(&word), &[("sec-fetch-site", "cross-site")]),
            ("no headers at all", None, &[]),
        ];
        for (what, proof, headers) in cases {
            let answer = send(proof, headers);
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{} with {what}", route.pad);
            refused += 1;
        }
        assert_eq!(app.rows(&[]), before, "{}: something changed", route.pad);
        // What is refused above is let through with the proof.
        let good = send(Some(&word), &own);
        assert_ne!(good.status, StatusCode::FORBIDDEN, "{}: {}", route.pad, good.body);
    }
    println!(
        "{forms} routes x 5 ways: {refused} refused, 0 changes; {programs} routes of programs take no cookies"
    );
    assert!(forms >= 4 && refused == forms * 5);
}

/// A form with a method that changes has the proof as its first child.
#[test]
fn every_form_carries_the_proof() {
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut forms = 0;
    for folder in [templates.clone(), templates.join("deel")] {
        for file in std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()) {
            let Ok(text) = std::fs::read_to_string(&file) else { continue };
            for form in text.split("<form").skip(1) {
                let (tag, rest) = form.split_once('>').unwrap();
                if tag.contains("method=\"get\"") {
                    continue;
                }
                assert!(tag.contains("method=\"post\""), "{}: say how {tag} is sent", file.display());
                let first = rest.trim_start().starts_with("{% include \"deel/bewijs.html\" %}");
                assert!(first, "{}: a form without proof: {tag}", file.display());
                forms += 1;
            }
        }
    }
    println!("{forms} forms carry the proof");
    assert!(forms >= 4);
}

#[test]
fn before_signing_in_the_proof_is_of_the_browser() {
    let app = TestApp::with(true, true);
    let page = app.get("/", "");
    let cookie = page.header("set-cookie");
    for part in ["__Host-leerloop-vooraf=", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let (one, word) = app.bewijs("");
    // Another browser, and one that was shown nothing.
    for cookie in ["__Host-leerloop-vooraf=anders", ""] {
        let answer =
            app.send_bare(&Method::POST, "/aanmelden", cookie, &format!("account=raad&bewijs={word}"));
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{cookie}");
    }
    let good = app.send_bare(&Method::POST, "/aanmelden", &one, &format!("account=raad&bewijs={word}"));
    assert_eq!(good.status, StatusCode::SEE_OTHER);
}
