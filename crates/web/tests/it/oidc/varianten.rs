//! Each wrong answer by itself, everything else being right: refused, and nobody is signed in.

use axum::http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::gang::{Proef, Weg, session};
use super::nep::{Binnen, Spel, Wijze};
use super::token::{Teken, other_key, public_keys};

/// A name, what the provider does wrong, what is wrong on the way back.
type Variant = (&'static str, fn(&mut Spel), fn(&mut Weg));

const GEEN: fn(&mut Weg) = |_| {};
const GOED: fn(&mut Spel) = |_| {};

macro_rules! claims {
    ($naam:literal, |$c:ident| $body:expr) => {
        ($naam, |s| s.claims = |$c: &mut Value| $body, GEEN)
    };
}
macro_rules! kop {
    ($naam:literal, |$k:ident| $body:expr) => {
        ($naam, |s| s.kop = |$k: &mut Value| $body, GEEN)
    };
}
macro_rules! document {
    ($naam:literal, $field:literal, $value:expr) => {
        ($naam, |s| s.document = |d: &mut Value| d[$field] = json!($value), GEEN)
    };
}

fn without(value: &mut Value, field: &str) {
    value.as_object_mut().unwrap().remove(field);
}

fn later(value: &mut Value, field: &str, by: i64) {
    let from = value["iat"].as_i64().unwrap();
    value[field] = json!(from + by);
}

const CLAIMS: &[Variant] = &[
    claims!("iss of another", |c| c["iss"] = json!("https://elders.nl")),
    claims!("iss with a stroke more", |c| c["iss"] = json!(format!("{}/", c["iss"].as_str().unwrap()))),
    claims!("no iss", |c| without(c, "iss")),
    claims!("aud of another", |c| c["aud"] = json!("een ander")),
    claims!("aud almost", |c| c["aud"] = json!("leerloop ")),
    claims!("no aud", |c| without(c, "aud")),
    claims!("aud empty", |c| c["aud"] = json!([])),
    claims!("several aud without azp", |c| c["aud"] = json!(["leerloop", "een ander"])),
    claims!("several aud with azp", |c| {
        c["aud"] = json!(["leerloop", "een ander"]);
        c["azp"] = json!("leerloop");
    }),
    claims!("azp of another", |c| c["azp"] = json!("een ander")),
    claims!("no nonce", |c| without(c, "nonce")),
    claims!("nonce of another", |c| c["nonce"] = json!("een ander")),
    claims!("nonce empty", |c| c["nonce"] = json!("")),
    claims!("expired", |c| later(c, "exp", -31)),
    claims!("expired long ago", |c| c["exp"] = json!(1_000_000)),
    claims!("no exp", |c| without(c, "exp")),
    claims!("exp in words", |c| c["exp"] = json!("morgen")),
    claims!("exp too far away", |c| later(c, "exp", 3_601)),
    claims!("exp beyond the calendar", |c| c["exp"] = json!(i64::MAX)),
    claims!("iat in the future", |c| later(c, "iat", 60)),
    claims!("iat before the attempt", |c| later(c, "iat", -600)),
    claims!("no iat", |c| without(c, "iat")),
    claims!("nbf in the future", |c| later(c, "nbf", 60)),
    claims!("nbf in words", |c| c["nbf"] = json!("nu")),
    claims!("acr too low", |c| c["acr"] = json!("laag")),
    claims!("acr empty", |c| c["acr"] = json!("")),
    claims!("acr two in one", |c| c["acr"] = json!("hoog hoger")),
    claims!("acr a list", |c| c["acr"] = json!(["hoog"])),
    claims!("no acr", |c| without(c, "acr")),
    claims!("no sub", |c| without(c, "sub")),
    claims!("sub empty", |c| c["sub"] = json!("")),
    claims!("sub too long", |c| c["sub"] = json!("a".repeat(256))),
    claims!("sub with a line feed", |c| c["sub"] = json!("samira-1\n")),
    claims!("sub with a NUL", |c| c["sub"] = json!("samira-1\0")),
    claims!("sub a number", |c| c["sub"] = json!(1)),
    claims!("sub unknown", |c| c["sub"] = json!("iemand-9")),
    claims!("sub in capitals", |c| c["sub"] = json!("SAMIRA-1")),
    claims!("sub unknown with a number of a resident", |c| {
        c["sub"] = json!("999900006");
        c["urn:bsn"] = json!("999900006");
    }),
    claims!("sub unknown with an e-mail address", |c| {
        c["sub"] = json!("iemand-9");
        c["email"] = json!("beheer@gemeente.nl");
        c["preferred_username"] = json!("beheer");
    }),
    claims!("claims a list", |c| *c = json!([c.clone()])),
    claims!("claims null", |c| *c = Value::Null),
];

const HANDTEKENING: &[Variant] = &[
    ("alg none", |s| s.teken = Teken::Geen("none"), GEEN),
    ("alg None", |s| s.teken = Teken::Geen("None"), GEEN),
    ("alg NONE", |s| s.teken = Teken::Geen("NONE"), GEEN),
    ("alg empty", |s| s.teken = Teken::Geen(""), GEEN),
    ("alg RS256 without a signature", |s| s.teken = Teken::Geen("RS256"), GEEN),
    ("HS256 with the public key", |s| s.teken = Teken::PubliekeSleutel, GEEN),
    ("HS256 with the shared secret", |s| s.teken = Teken::GedeeldGeheim, GEEN),
    (
        "HS256 with a key of the set",
        |s| {
            s.teken = Teken::SymmetrischInSet;
            s.keys = |k| {
                let key = json!({ "kty": "oct", "kid": "oct-1", "k": "c3ltbWV0cmlzY2g" });
                k["keys"].as_array_mut().unwrap().push(key);
            };
        },
        GEEN,
    ),
    ("RS512", |s| s.teken = Teken::Rs512, GEEN),
    ("another key under this name", |s| s.teken = Teken::AndereSleutel, GEEN),
    ("ES256 said, RSA signed", |s| s.teken = Teken::EsGenoemdRsaGetekend, GEEN),
    ("RS256 said, ECDSA signed", |s| s.teken = Teken::RsGenoemdEsGetekend, GEEN),
    kop!("kid unknown", |k| k["kid"] = json!("rsa-9")),
    kop!("kid of the key of another kind", |k| k["kid"] = json!("ec-1")),
    kop!("crit", |k| k["crit"] = json!(["exp"])),
    kop!("typ of an access token", |k| k["typ"] = json!("at+jwt")),
    kop!("typ of a logout token", |k| k["typ"] = json!("logout+jwt")),
    kop!("nested", |k| k["cty"] = json!("JWT")),
    (
        "key in the token itself",
        |s| {
            s.teken = Teken::AndereSleutel;
            s.kop = |k| k["jwk"] = other_key();
        },
        GEEN,
    ),
    (
        "address of keys in the token itself",
        |s| {
            s.teken = Teken::AndereSleutel;
            s.kop = |k| k["jku"] = json!("http://127.0.0.1:1/jwks");
        },
        GEEN,
    ),
    ("signature cut off", |s| s.verknoei = |t| t[..t.len() - 4].to_owned(), GEEN),
    ("signature taken away", |s| s.verknoei = |t| t[..=t.rfind('.').unwrap()].to_owned(), GEEN),
    ("two parts", |s| s.verknoei = |t| t[..t.rfind('.').unwrap()].to_owned(), GEEN),
    ("four parts", |s| s.verknoei = |t| format!("{t}.x"), GEEN),
    ("claims changed after signing", |s| s.verknoei = changed, GEEN),
    ("signature with a bit turned", |s| s.verknoei = turned, GEEN),
    ("token empty", |s| s.verknoei = |_| String::new(), GEEN),
    ("token nonsense", |s| s.verknoei = |_| "a.b.c".into(), GEEN),
    ("key for encryption", |s| s.keys = |k| k["keys"][0]["use"] = json!("enc"), GEEN),
    ("key for another algorithm", |s| s.keys = |k| k["keys"][0]["alg"] = json!("RS512"), GEEN),
    ("two keys under one name", |s| s.keys = |k| k["keys"][1] = other_key(), GEEN),
    ("key set of another", |s| s.keys = |k| k["keys"] = json!([other_key()]), GEEN),
    ("key set empty", |s| s.keys = |k| k["keys"] = json!([]), GEEN),
    ("key set of nonsense", |s| s.keys = |k| k["keys"] = json!([1, "x", {}]), GEEN),
    ("key with exponent one", |s| s.keys = |k| k["keys"][0]["e"] = json!("AQ"), GEEN),
    (
        "point not on the curve",
        |s| {
            s.teken = Teken::Es256;
            s.keys = |k| k["keys"][1]["y"] = json!("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        },
        GEEN,
    ),
];

fn changed(token: &str) -> String {
    use base64::Engine as _;
    let engine = base64::prelude::BASE64_URL_SAFE_NO_PAD;
    let parts: Vec<&str> = token.split('.').collect();
    let mut claims: Value = serde_json::from_slice(&engine.decode(parts[1]).unwrap()).unwrap();
    claims["sub"] = json!("samira-1 ");
    format!("{}.{}.{}", parts[0], engine.encode(claims.to_string()), parts[2])
}

fn turned(token: &str) -> String {
    let at = token.len() - 10;
    let other = if token.as_bytes()[at] == b'A' { "B" } else { "A" };
    format!("{}{other}{}", &token[..at], &token[at + 1..])
}

const VERKEER: &[Variant] = &[
    document!("discovery of another issuer", "issuer", "https://elders.nl"),
    document!("issuer with a stroke more", "issuer", "http://127.0.0.1/"),
    document!("token endpoint without TLS", "token_endpoint", "http://192.0.2.1/token"),
    document!("token endpoint a file", "token_endpoint", "file:///etc/passwd"),
    document!("keys without TLS", "jwks_uri", "http://192.0.2.1/jwks"),
    document!("sign-in page without TLS", "authorization_endpoint", "http://192.0.2.1/auth"),
    document!("sign-in page a script", "authorization_endpoint", "javascript:alert(1)"),
    document!("way out without TLS", "end_session_endpoint", "http://192.0.2.1/uit"),
    ("no token endpoint", |s| s.document = |d| without(d, "token_endpoint"), GEEN),
    ("no keys", |s| s.document = |d| without(d, "jwks_uri"), GEEN),
    ("discovery HTML", |s| s.discovery = Wijze::Html, GEEN),
    ("discovery HTML called JSON", |s| s.discovery = Wijze::HtmlAlsJson, GEEN),
    ("discovery huge", |s| s.discovery = Wijze::Groot, GEEN),
    ("discovery endless", |s| s.discovery = Wijze::Eindeloos, GEEN),
    ("discovery slow", |s| s.discovery = Wijze::Traag, GEEN),
    ("discovery drips", |s| s.discovery = Wijze::Druppel, GEEN),
    ("discovery 500", |s| s.discovery = Wijze::Status(500), GEEN),
    ("discovery 404", |s| s.discovery = Wijze::Status(404), GEEN),
    ("discovery redirects", |s| s.discovery = Wijze::Omleiding, GEEN),
    ("discovery half", |s| s.discovery = Wijze::Half, GEEN),
    ("discovery away", |s| s.discovery = Wijze::Weg, GEEN),
    ("discovery deep", |s| s.discovery = Wijze::Tekst("[[[[[[[[[[[[[[[["), GEEN),
    ("keys HTML", |s| s.jwks = Wijze::Html, GEEN),
    ("keys huge", |s| s.jwks = Wijze::Groot, GEEN),
    ("keys endless", |s| s.jwks = Wijze::Eindeloos, GEEN),
    ("keys slow", |s| s.jwks = Wijze::Traag, GEEN),
    ("keys redirect", |s| s.jwks = Wijze::Omleiding, GEEN),
    ("keys 500", |s| s.jwks = Wijze::Status(500), GEEN),
    ("tokens HTML", |s| s.tokens = Wijze::Html, GEEN),
    ("tokens HTML called JSON", |s| s.tokens = Wijze::HtmlAlsJson, GEEN),
    ("tokens huge", |s| s.tokens = Wijze::Groot, GEEN),
    ("tokens endless", |s| s.tokens = Wijze::Eindeloos, GEEN),
    ("tokens slow", |s| s.tokens = Wijze::Traag, GEEN),
    ("tokens drip", |s| s.tokens = Wijze::Druppel, GEEN),
    ("tokens redirect", |s| s.tokens = Wijze::Omleiding, GEEN),
    ("tokens half", |s| s.tokens = Wijze::Half, GEEN),
    ("tokens away", |s| s.tokens = Wijze::Weg, GEEN),
    ("tokens with status 201", |s| s.tokens = Wijze::Status(201), GEEN),
    ("tokens with status 500", |s| s.tokens = Wijze::Status(500), GEEN),
    ("tokens: invalid_client", |s| s.tokens = Wijze::Fout("invalid_client"), GEEN),
    ("tokens: invalid_grant", |s| s.tokens = Wijze::Fout("invalid_grant"), GEEN),
    ("tokens: an error of their own", |s| s.tokens = Wijze::Fout("onderhoud"), GEEN),
    ("no ID token", |s| s.antwoord = |a| without(a, "id_token"), GEEN),
    ("ID token a number", |s| s.antwoord = |a| a["id_token"] = json!(7), GEEN),
    ("no access token", |s| s.antwoord = |a| without(a, "access_token"), GEEN),
];

const TERUGWEG: &[Variant] = &[
    ("no state", GOED, |w| w.drop("state")),
    ("state of nobody", GOED, |w| w.set("state", "geraden")),
    ("state empty", GOED, |w| w.set("state", "")),
    ("state twice", GOED, |w| w.query.push(("state".into(), "x".into()))),
    ("no cookie", GOED, |w| w.cookie.clear()),
    ("cookie empty", GOED, |w| w.cookie = "__Host-leerloop-poging=".into()),
    ("cookie guessed", GOED, |w| w.cookie = format!("__Host-leerloop-poging={}", "a".repeat(43))),
    ("cookie without the prefix", GOED, |w| w.cookie = w.cookie.replace("__Host-", "")),
    ("no code", GOED, |w| w.drop("code")),
    ("code of another", GOED, |w| w.set("code", "code-2")),
    ("code empty", GOED, |w| w.set("code", "")),
    ("code twice", GOED, |w| w.query.push(("code".into(), "code-1".into()))),
    ("code too long", GOED, |w| w.set("code", &"a".repeat(5_000))),
    ("code with a NUL", GOED, |w| w.set("code", "code-1\0")),
    ("answer of another issuer", GOED, |w| w.set("iss", "https://elders.nl")),
    ("issuer with a stroke more", GOED, |w| {
        let iss = w.query.iter().find(|(k, _)| k == "iss").unwrap().1.clone();
        w.set("iss", &format!("{iss}/"));
    }),
    ("answer that does not name its issuer", GOED, |w| w.drop("iss")),
    ("answer at the address of the other provider", GOED, |w| w.naam = "digid"),
    ("answer at the address of no provider", GOED, |w| w.naam = "niemand"),
    ("access_denied", GOED, |w| {
        w.drop("code");
        w.set("error", "access_denied");
    }),
    ("an error and a code", GOED, |w| w.set("error", "server_error")),
    ("an error with markup", GOED, |w| {
        w.set("error", "<script>alert(1)</script>");
        w.set("error_description", "<script>alert(2)</script>");
    }),
    (
        "ID token by way of the browser",
        |s| s.antwoord = |a| without(a, "id_token"),
        |w| {
            w.set("id_token", "a.b.c");
        },
    ),
];

#[test]
fn every_wrong_answer_is_refused() {
    let mut proef = Proef::new();
    let (mut tried, mut lines) = (0_u32, 0);
    let mut statuses = std::collections::BTreeMap::<u16, u32>::new();
    for (name, change, way) in [CLAIMS, HANDTEKENING, VERKEER, TERUGWEG].concat() {
        proef.fresh();
        proef.werk.set(|binnen: &mut Binnen| change(&mut binnen.spel));
        let before = proef.app.register.journal_len().unwrap();
        let answer = match proef.begin("werk", "") {
            Ok(mut weg) => {
                way(&mut weg);
                proef.terug(&weg)
            }
            Err(refused) => *refused,
        };
        let status = answer.status;
        assert!(status.is_client_error() || status.is_server_error(), "{name}: {status}");
        assert_ne!(status, StatusCode::INTERNAL_SERVER_ERROR, "{name}");
        assert_eq!(session(&answer), None, "{name}: a session was made");
        for leak in ["alert(", "elders.nl", "192.0.2.1", "Onderhoud", "Bearer", "999900006", "beheer@"] {
            assert!(!answer.body.contains(leak), "{name}: {leak} is shown");
        }
        // One line for every refusal; a provider that is away and an address that does not exist refuse nobody.
        let written = proef.app.register.journal_len().unwrap() - before;
        let nobody = status == StatusCode::NOT_FOUND || answer.body.contains("Inloggen lukt nu even niet");
        assert_eq!(written, u64::from(!nobody), "{name}: lines in the journal\n{}", answer.body);
        lines += written;
        *statuses.entry(status.as_u16()).or_default() += 1;
        tried += 1;
    }
    assert!(lines > 100, "{lines} lines in the journal");
    // The control: the same walk with nothing wrong.
    let mut accepted = 0;
    for teken in [Teken::Rs256, Teken::Ps256, Teken::Es256] {
        proef.fresh();
        proef.werk.set(|binnen| binnen.spel.teken = teken);
        let answer = proef.sign_in("werk");
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/regio"), "{}", answer.body);
        let cookie = session(&answer).unwrap();
        assert_eq!(proef.app.get("/regio", &cookie).status, StatusCode::OK);
        accepted += 1;
    }
    println!(
        "{tried} variants, {tried} refused, {lines} lines of it, 0 sessions {statuses:?}; {accepted} accepted (RS256, PS256, ES256)"
    );
    assert!(tried >= 130, "{tried}");
}

#[test]
fn what_was_used_is_used_up() {
    let mut proef = Proef::new();
    let mut refused = 0;
    let mut no = |answer: crate::app::Antwoord, what: &str| {
        assert_eq!(session(&answer), None, "{what}");
        assert!(answer.status.is_client_error(), "{what}: {}", answer.status);
        refused += 1;
    };
    // The same answer twice.
    let weg = proef.begin("werk", "").unwrap();
    assert!(session(&proef.terug(&weg)).is_some());
    no(proef.terug(&weg), "replayed");

    // The answer of an attacker in the browser of someone else, and the other way round.
    let (mine, theirs) = (proef.begin("werk", "").unwrap(), proef.begin("werk", "").unwrap());
    let planted = Weg { query: mine.query.clone(), cookie: theirs.cookie.clone(), naam: "werk" };
    no(proef.terug(&planted), "planted");
    let stolen = Weg { query: theirs.query.clone(), cookie: mine.cookie.clone(), naam: "werk" };
    no(proef.terug(&stolen), "stolen");
    // Which took nothing away from whom it belongs to.
    assert!(session(&proef.terug(&theirs)).is_some());

    // After ten minutes, and just before.
    for (minutes, still) in [(9, true), (10, false)] {
        proef.fresh();
        let weg = proef.begin("werk", "").unwrap();
        proef.app.klok.advance(SignedDuration::from_mins(minutes));
        let nu = stelsel::Klok::now(&*proef.app.klok).as_second();
        proef.werk.set(|binnen| binnen.nu = nu);
        let answer = proef.terug(&weg);
        assert_eq!(session(&answer).is_some(), still, "after {minutes} minutes");
        if !still {
            no(answer, "too late");
        }
    }

    // An answer that was refused is used up as well.
    proef.fresh();
    let weg = proef.begin("werk", "").unwrap();
    proef.werk.set(|binnen| binnen.spel.claims = |c| c["acr"] = json!("laag"));
    no(proef.terug(&weg), "acr too low");
    proef.werk.set(|binnen| {
        binnen.spel = Spel::default();
        binnen.gevraagd.gebruikt = false;
    });
    no(proef.terug(&weg), "tried again");
    println!("{refused} replayed, planted, stolen or late answers, {refused} refused");
}

#[test]
fn new_keys_are_found_and_not_asked_for_too_often() {
    let mut proef = Proef::new();
    let hidden = |k: &mut Value| k["keys"] = json!([public_keys()[1].clone()]);
    proef.werk.set(|binnen| binnen.spel.keys = hidden);
    for _ in 0..5 {
        assert_eq!(session(&proef.sign_in("werk")), None, "the key is not in the set");
    }
    assert_eq!(proef.werk.count("/jwks"), 1, "asked once within the minute");
    assert_eq!(proef.werk.count("/.well-known/openid-configuration"), 1);
    // A minute on, the provider has a new key: found at once.
    proef.app.klok.advance(SignedDuration::from_secs(61));
    let nu = stelsel::Klok::now(&*proef.app.klok).as_second();
    proef.werk.set(|binnen| {
        binnen.spel = Spel::default();
        binnen.nu = nu;
    });
    assert!(session(&proef.sign_in("werk")).is_some());
    assert_eq!(proef.werk.count("/jwks"), 2);
    assert_eq!(
        proef.werk.count("/.well-known/openid-configuration"),
        1,
        "the rest is remembered for an hour"
    );
    proef.fresh();
}
