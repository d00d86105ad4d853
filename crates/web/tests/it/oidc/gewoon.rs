//! Signing in as it goes when nothing is wrong, and who may not come in.

use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use register::{Inwoner, Koppeling};
use serde_json::{Value, json};
use stelsel::{Bsn, Rol};
use web::oidc::{Aanmelders, Clientbewijs, InstelFout, Soort};

use super::gang::{Proef, session, setting};
use super::token::ES256_PEM;

#[test]
fn the_first_page_offers_the_providers() {
    let proef = Proef::new();
    let start = proef.app.get("/?naar=%2Fregio", "");
    assert_eq!(start.status, StatusCode::OK);
    for text in ["action=\"/aanmelden/bij/werk\"", "Inloggen met digid", "name=\"naar\" value=\"/regio\""] {
        assert!(start.body.contains(text), "{text}");
    }
    assert!(!start.body.contains("Er zijn nog geen accounts"));
    // The way to the provider leaves the policy on forms as it is.
    let onward = proef.app.post("/aanmelden/bij/werk", "", "naar=%2Fregio");
    assert!(onward.header("content-security-policy").contains("form-action 'self';"));
    assert!(onward.body.contains("U gaat nu inloggen"));
    assert_eq!(proef.app.post("/aanmelden/bij/niemand", "", "").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_form_from_elsewhere_begins_nothing() {
    let proef = Proef::new();
    let request = axum::http::Request::post("/aanmelden/bij/werk")
        .header("sec-fetch-site", "cross-site")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(axum::body::Body::empty())
        .unwrap();
    let answer = proef.app.ask(request);
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(!answer.header("set-cookie").contains("poging"), "no attempt is begun");
}

#[test]
fn only_own_paths_are_gone_to() {
    let proef = Proef::new();
    for (wanted, reached) in [
        ("/gezinnen?wacht=ja", "/gezinnen?wacht=ja"),
        ("https://elders.nl", "/"),
        ("//elders.nl", "/"),
        ("/\\x", "/"),
    ] {
        let encoded = openidconnect::url::form_urlencoded::byte_serialize(wanted.as_bytes());
        let body = format!("naar={}", encoded.collect::<String>());
        let mut weg = proef.begin("werk", "").unwrap();
        // Begun once more with the page that is wanted.
        let onward = proef.app.post("/aanmelden/bij/werk", "", &body);
        let adres = openidconnect::url::Url::parse(&onward.header("refresh")[7..]).unwrap();
        let asked = |name: &str| adres.query_pairs().find(|(k, _)| k == name).unwrap().1.into_owned();
        proef.werk.set(|binnen| {
            binnen.gevraagd.nonce = asked("nonce");
            binnen.gevraagd.challenge = asked("code_challenge");
        });
        weg.set("state", &asked("state"));
        weg.cookie = onward.header(SET_COOKIE.as_str()).split(';').next().unwrap().to_owned();
        assert_eq!(proef.terug(&weg).location(), reached, "{wanted}");
    }
}

#[test]
fn a_session_is_new_and_the_old_one_ends() {
    let proef = Proef::new();
    let first = session(&proef.sign_in("werk")).unwrap();
    assert_eq!(proef.app.get("/berichten", &first).status, StatusCode::OK);
    let mut weg = proef.begin("werk", &first).unwrap();
    weg.cookie = format!("{}; {first}", weg.cookie);
    let second = session(&proef.terug(&weg)).unwrap();
    assert_ne!(first, second);
    assert_eq!(proef.app.get("/berichten", &first).status, StatusCode::SEE_OTHER, "the old one is over");
    assert_eq!(proef.app.get("/berichten", &second).status, StatusCode::OK);
}

#[test]
fn an_unknown_employee_gets_no_account() {
    let proef = Proef::new();
    let before = proef.app.register.accounts().unwrap().len();
    proef.werk.set(|binnen| binnen.sub = "nieuw<b>-7".into());
    let answer = proef.sign_in("werk");
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("U hebt hier nog geen account"));
    assert!(answer.body.contains("nieuw&#60;b&#62;-7"), "the reference to pass on");
    assert_eq!(proef.app.register.accounts().unwrap().len(), before);
    // The functional manager links; then it works.
    let link =
        |account: &str| proef.app.register.link_subject(account, &proef.werk.adres, "nieuw<b>-7").unwrap();
    assert_eq!(link("niemand"), Koppeling::GeenAccount);
    assert_eq!(link(Rol::Gezinslid.key()), Koppeling::Inwoner);
    assert_eq!(link(Rol::Raad.key()), Koppeling::Gedaan);
    assert_eq!(link(Rol::Raad.key()), Koppeling::WasAl);
    assert_eq!(link(Rol::Beheer.key()), Koppeling::AnderAccount);
    assert!(session(&proef.sign_in("werk")).is_some());
}

#[test]
fn residents_are_known_by_their_number_and_only_from_twelve() {
    let mut proef = Proef::new();
    let before = proef.app.register.accounts().unwrap().len();
    let mut refused = 0;
    let wrong: [(Option<Value>, u16, &str); 8] = [
        (None, 502, "We laten u"),
        (Some(json!("")), 502, "We laten u"),
        (Some(json!(999_900_006)), 502, "We laten u"),
        (Some(json!("999900007")), 502, "We laten u"),
        (Some(json!("99990000")), 502, "We laten u"),
        (Some(json!(["999900006"])), 502, "We laten u"),
        (Some(json!("000000000")), 403, "Wij kennen u (nog) niet"),
        (Some(json!("123456782")), 403, "Wij kennen u (nog) niet"),
    ];
    for (bsn, status, text) in wrong {
        proef.digid.set(|binnen| binnen.bsn = bsn.clone());
        let answer = proef.sign_in("digid");
        assert_eq!((answer.status.as_u16(), session(&answer)), (status, None), "{bsn:?}");
        assert!(answer.body.contains(text), "{bsn:?}");
        assert!(!answer.body.contains("12345678") && !answer.body.contains("samira-1"));
        refused += 1;
    }
    assert_eq!(proef.app.register.accounts().unwrap().len(), before, "nobody was added");

    // Tom turned twelve on 14 February 2026.
    proef.digid.set(|binnen| binnen.bsn = Some(json!("999900006")));
    let now = stelsel::Klok::now(&*proef.app.klok);
    for (moment, opens) in [("2026-02-13T22:59:00Z", false), ("2026-02-13T23:01:00Z", true)] {
        proef.app.klok.set(moment.parse().unwrap());
        proef.fresh();
        let answer = proef.sign_in("digid");
        assert_eq!(session(&answer).is_some(), opens, "{moment} (midnight in the Netherlands is 23:00 UTC)");
        if !opens {
            assert_eq!(answer.status, StatusCode::FORBIDDEN);
            assert!(answer.body.contains("vanaf je twaalfde"));
            refused += 1;
        }
    }
    proef.app.klok.set(now);
    proef.fresh();
    let cookie = session(&proef.sign_in("digid")).unwrap();
    let accounts = proef.app.register.accounts().unwrap();
    assert_eq!(accounts.len(), before + 1, "one account, however often one signs in");
    let tom = accounts.iter().find(|a| a.account.starts_with("inwoner-")).unwrap();
    assert_eq!(
        (tom.rol, tom.naam.as_str(), tom.gezin),
        (Rol::Gezinslid, "Tom Wit", Some(proef.app.ids.eigen_gezin))
    );
    assert!(tom.persoon.is_some() && !tom.account.contains("999900006"));
    let home = proef.app.get(&format!("/gezin/{}", proef.app.ids.eigen_gezin), &cookie);
    assert_eq!(home.status, StatusCode::OK);
    assert_eq!(
        proef.app.get(&format!("/gezin/{}", proef.app.ids.ander_gezin), &cookie).status,
        StatusCode::NOT_FOUND
    );

    // Neither side opens the door of the other: the same subject, the same number.
    proef.digid.set(|binnen| binnen.bsn = None);
    assert_eq!(session(&proef.sign_in("digid")), None, "an employee at the provider of residents");
    let account = tom.account.clone();
    let linked = proef.app.register.link_subject(&account, &proef.werk.adres, "tom-1").unwrap();
    assert_eq!(linked, Koppeling::Inwoner);
    proef.werk.set(|binnen| {
        binnen.sub = "tom-1".into();
        binnen.bsn = Some(json!("999900006"));
    });
    assert_eq!(session(&proef.sign_in("werk")), None, "a resident at the provider of employees");
    refused += 2;
    println!("residents: {refused} refused, 2 accepted, 1 account made");
    assert_eq!(
        proef.app.register.resident(Bsn::parse("999900031").unwrap()).unwrap(),
        Inwoner::Bekend(proef.app.register.accounts().unwrap().last().unwrap().account.clone())
    );
}

#[test]
fn after_signing_out_one_can_sign_out_there_too() {
    let proef = Proef::new();
    let answer = proef.sign_in("werk");
    let cookies: Vec<&str> = answer
        .headers
        .get_all(SET_COOKIE)
        .iter()
        .map(|line| line.to_str().unwrap().split(';').next().unwrap())
        .collect();
    let out = proef.app.post("/afmelden", &cookies.join("; "), "");
    assert_eq!(out.location(), "/afgemeld");
    let page = proef.app.get("/afgemeld", &cookies.join("; "));
    let link = format!(
        "{}/uit?client_id=leerloop&#38;post_logout_redirect_uri=https%3A%2F%2Fleerloop.nl%2F",
        proef.werk.adres
    );
    assert!(page.body.contains(&link), "{}", page.body);
    assert!(page.header(SET_COOKIE.as_str()).contains("Max-Age=0"));
    // Who signed in elsewhere, or at a provider that is gone, is told the same without the link.
    for cookie in ["", "__Host-leerloop-bij=niemand", "__Host-leerloop-bij=../x"] {
        let page = proef.app.get("/afgemeld", cookie);
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.body.contains("/uit?"), "{cookie}");
    }
    assert_eq!(proef.app.post("/afmelden", "", "").location(), "/");
}

#[test]
fn wrong_settings_are_refused_with_what_is_wrong() {
    let good = || setting("werk", Soort::Medewerker, "https://inloggen.nl/x");
    let one = |change: fn(&mut web::oidc::Instelling)| {
        let mut wrong = good();
        change(&mut wrong);
        Aanmelders::new("https://leerloop.nl", vec![wrong]).unwrap_err()
    };
    assert!(Aanmelders::new("https://leerloop.nl", vec![good()]).is_ok());
    let leeg = |veld| InstelFout::Leeg { naam: "werk".into(), veld };
    assert_eq!(one(|i| i.naam = "Werk!".into()), InstelFout::Naam("Werk!".into()));
    assert_eq!(one(|i| i.label_en = " ".into()), leeg("label.en"));
    assert_eq!(one(|i| i.client.clear()), leeg("client-id"));
    assert_eq!(one(|i| i.acr.clear()), leeg("acr"));
    assert_eq!(one(|i| i.acr = vec!["hoog laag".into()]), leeg("acr"));
    assert_eq!(one(|i| i.bewijs = Clientbewijs::Geheim("\n".into())), leeg("client-secret"));
    assert_eq!(one(|i| i.soort = Soort::Inwoner { bsn_claim: String::new() }), leeg("bsn-claim"));
    for wrong in
        ["http://inloggen.nl", "inloggen.nl", "https://inloggen.nl/?x=1", "https://inloggen.nl/#x", ""]
    {
        let mut i = good();
        i.uitgever = wrong.into();
        let fault = Aanmelders::new("https://leerloop.nl", vec![i]).unwrap_err();
        assert_eq!(fault, InstelFout::Uitgever("werk".into()), "{wrong}");
    }
    let key = |pem: &str| Clientbewijs::Sleutel { pem: pem.into(), kid: None };
    let mut i = good();
    i.bewijs = key(ES256_PEM);
    assert!(Aanmelders::new("https://leerloop.nl", vec![i]).is_ok());
    let mut i = good();
    i.bewijs = key(include_str!("rsa.pem"));
    assert_eq!(
        Aanmelders::new("https://leerloop.nl", vec![i]).unwrap_err(),
        InstelFout::Sleutel("werk".into())
    );
    assert_eq!(one(|i| i.wortels = Some(b"geen PEM".to_vec())), InstelFout::Wortels("werk".into()));
    let twice = Aanmelders::new("https://leerloop.nl", vec![good(), good()]).unwrap_err();
    assert_eq!(twice, InstelFout::NaamDubbel("werk".into()));
    let mut other = good();
    other.naam = "ander".into();
    let twice = Aanmelders::new("https://leerloop.nl", vec![good(), other]).unwrap_err();
    assert_eq!(twice, InstelFout::UitgeverDubbel("https://inloggen.nl/x".into()));
    assert!(Aanmelders::new("http://leerloop.nl", vec![good()]).is_err());
}
