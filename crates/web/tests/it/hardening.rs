//! What holds on every route: headers, addresses that lead elsewhere, fields that are not of the form.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use stelsel::Rol;
use web::{Methode, ROUTES};

use crate::app::TestApp;
use crate::csrf::form;
use crate::rights::addresses;

/// W2: the headers of every route, signed in and not, with what is there and what is not, as a table to read.
#[test]
fn every_route_has_its_headers() {
    let app = TestApp::with(true, true);
    let cookie = app.sign_in(Rol::Beheer);
    let named = [
        "content-security-policy",
        "strict-transport-security",
        "x-content-type-options",
        "referrer-policy",
        "cross-origin-opener-policy",
        "cross-origin-resource-policy",
        "cache-control",
        "permissions-policy",
    ];
    let mut sets: Vec<String> = Vec::new();
    let mut table = String::new();
    let mut asked = 0;
    let odd = ["/bestaat-niet".to_owned(), "/gezin/onzin".to_owned()];
    let routes = ROUTES.iter().map(|r| (r.methode, addresses(&app, r.pad)[0].1.clone(), r.pad));
    let routes = routes.chain(odd.iter().map(|path| (Methode::Get, path.clone(), "(no route)")));
    for (methode, address, pattern) in routes {
        for (who, cookie) in [("nobody", ""), ("beheer", cookie.as_str())] {
            if pattern == "/afmelden" || pattern == "/mijn-account/sessies" {
                // They end the session, which the next routes need.
                continue;
            }
            let method = if methode == Methode::Get { Method::GET } else { Method::POST };
            let answer = app.send(&method, &address, cookie, "");
            let headers = named.map(|name| format!("{name}: {}", answer.header(name))).join("\n    ");
            let nr = sets.iter().position(|set| *set == headers).unwrap_or_else(|| {
                sets.push(headers);
                sets.len() - 1
            });
            let csp = answer.header("content-security-policy");
            assert!(csp.contains("default-src 'none'") && !csp.contains("unsafe"), "{address}");
            let _ = writeln!(
                table,
                "{:<4} {pattern:<38} {who:<6} {} set {nr}",
                method.as_str(),
                answer.status.as_u16()
            );
            asked += 1;
        }
    }
    for (nr, set) in sets.iter().enumerate() {
        let _ = writeln!(table, "set {nr}:\n    {set}");
    }
    println!("headers of {asked} answers, {} different sets", sets.len());
    if std::env::var_os("LEERLOOP_REWRITE").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/headers.txt"), &table).unwrap();
    }
    assert_eq!(
        table,
        include_str!("headers.txt"),
        "the headers changed; LEERLOOP_REWRITE=1 when that is meant"
    );
}

/// W8: no address leads elsewhere, however it is written, and no host that is asked for comes back.
#[test]
fn no_address_leads_elsewhere() {
    let app = TestApp::new();
    let tricks = [
        "https://elders.nl",
        "//elders.nl",
        "///elders.nl",
        "/\\elders.nl",
        "\\elders.nl",
        "\\\\elders.nl",
        "/\t/elders.nl",
        "http:elders.nl",
        "https:/elders.nl",
        "javascript:alert(1)",
        "data:text/html,x",
        " //elders.nl",
        "\t//elders.nl",
        "/\n/elders.nl",
        "/\r\nLocation: https://elders.nl",
        "/%0d%0aSet-Cookie:x=elders.nl",
        "/\u{2215}elders.nl",
        "elders.nl",
        "@elders.nl",
        "/../\\elders.nl",
        "http://proef@elders.nl",
        "http://proef.elders.nl",
        "//proef@elders.nl",
        "/\u{feff}/elders.nl",
        "\u{feff}//elders.nl",
        "?naar=//elders.nl",
        "#//elders.nl",
        "",
    ];
    let encode = |text: &str| text.bytes().map(|b| format!("%{b:02X}")).collect::<Vec<_>>().concat();
    let mut asked = 0;
    for trick in tricks {
        let value = encode(trick);
        for (path, body) in [
            ("/aanmelden", format!("account=raad&naar={value}")),
            ("/taal", format!("taal=en&terug={value}")),
        ] {
            let answer = app.post(path, "", &body);
            let to = answer.location();
            assert!(
                to.starts_with('/') && !to.starts_with("//") && !to.contains('\\'),
                "{trick:?} gave {to}"
            );
            assert!(!to.contains("elders.nl") || to.contains("%0d%0a"), "{trick:?} gave {to}");
            assert!(!answer.headers.contains_key("x"), "{trick:?}");
            asked += 1;
        }
        let page = app.get(&format!("/?naar={value}"), "");
        assert!(page.status.is_success() || page.status == StatusCode::BAD_REQUEST);
        asked += 1;
    }
    let mut hosts = 0;
    for (name, value) in [
        ("host", "elders.nl"),
        ("x-forwarded-host", "elders.nl"),
        ("x-original-url", "/elders.nl"),
        ("x-rewrite-url", "/elders.nl"),
        ("forwarded", "host=elders.nl"),
        ("x-forwarded-server", "elders.nl"),
    ] {
        for path in ["/", "/gezinnen", "/bestaat-niet"] {
            let request = Request::get(path).header(name, value).body(Body::empty()).unwrap();
            let answer = app.ask(request);
            assert!(!answer.body.contains("elders.nl"), "{name} {path}");
            assert!(
                answer.headers.iter().all(|(_, v)| !v.to_str().unwrap_or_default().contains("elders")),
                "{name}"
            );
            hosts += 1;
        }
    }
    println!("{asked} addresses and {hosts} hosts that lead elsewhere: none followed");
}

/// Fields that a form has and the test does not fill in.
fn fields(pattern: &str) -> &'static [&'static str] {
    match pattern {
        "/accounts" => &["wijken", "aanbieder"],
        "/verzoeken/{id}" => &["straat", "huisnummer", "postcode", "plaats", "gemeente", "reden"],
        "/toegang/{id}" => &["wie", "tot", "id", "kind", "ouder", "heeft", "met", "keuze"],
        "/nood" => &["achternaam", "geboren"],
        "/gezinnen" => &["wijk", "wacht", "na"],
        "/gezin/{id}/plan" => &[
            "nr", "naar", "reden", "regel", "tot", "van", "wat", "soort", "dag", "doel", "persoon",
            "gelezen", "wanneer", "weg", "klaar", "voor",
        ],
        "/gezin/{id}/leden" => &[
            "geboren",
            "bsn",
            "rol",
            "van",
            "tot",
            "op",
            "persoon",
            "versie",
            "id",
            "naam",
            "straat",
            "huis",
            "postcode",
            "plaats",
            "huishouden",
            "hoe",
            "soort",
            "wat",
            "telefoon",
            "tekst",
        ],
        "/gezinnen/nieuw" => {
            &["geboren", "bsn", "rol", "straat", "huis", "postcode", "plaats", "wijk", "vraag"]
        }
        "/gezinnen/dubbel" => &["een", "ander", "gezin", "persoon", "blijft"],
        "/vragen" => &[
            "antwoord",
            "soort",
            "eigen_soort",
            "wie",
            "naam",
            "kanaal",
            "wijk",
            "school",
            "dag",
            "gezin",
            "versie",
            "vraag",
        ],
        "/groepen" => &["wie", "antwoord", "route", "niet", "bron", "levenslang", "weg"],
        "/gezin/{id}/delen" => &["tot", "naam", "deling", "namens"],
        "/gezin/{id}/post" => &["doe"],
        "/verwijzingen/nieuw" => &["geboren", "bsn", "postcode", "soort"],
        "/verwijzingen/{id}" => &["kind", "tekst", "akkoord"],
        "/gezin/{id}/brieven" => &["persoon", "aan", "telefoon", "toestemming", "letters"],
        "/gezin/{id}/plan/hulp" => &["regel", "gelezen", "aanbieder", "volume", "budget"],
        "/analyses/{id}" => &["nr", "weg", "momentopname", "indicator", "plek"],
        "/uitproberen/nieuw" => &["toelichting", "toml", "jaren"],
        "/uitproberen/poging/{poging}" => &["naam", "waarom"],
        "/verwijsafspraken" => &["evaluatie", "einde", "afspraak"],
        _ => &[],
    }
}

/// A8: the name of any column, added to any form, changes nothing more than the form without it.
#[test]
fn a_form_sets_its_own_fields_only() {
    let columns = TestApp::new().columns();
    assert!(columns.len() > 50);
    let (mut tried, mut other) = (0, Vec::new());
    // What differs from run to run by itself: tokens and ids, moments do not since the clock stands still.
    let chance = ["sessie", "journaal", "journaal_dag", "sqlite_sequence"];
    for route in ROUTES.iter().filter(|r| r.formulier) {
        let (rol, body) = form(route.pad);
        let mut own: BTreeSet<&str> = body.split('&').filter_map(|pair| pair.split('=').next()).collect();
        own.extend(fields(route.pad));
        let extra: Vec<&str> = columns.iter().map(String::as_str).filter(|c| !own.contains(c)).collect();
        let run = |extra: &[&str]| {
            let app = TestApp::new();
            let cookie = app.sign_in(rol);
            let before = app.rows(&chance);
            let fields = extra.iter().map(|column| format!("&{column}=99")).collect::<Vec<_>>().concat();
            let answer = app.post(&addresses(&app, route.pad)[0].1, &cookie, &format!("{body}{fields}"));
            let after = app.rows(&chance);
            let changed: Vec<(String, usize)> = after
                .iter()
                .filter_map(|(table, rows)| {
                    let old = before.get(table)?;
                    let different = rows.symmetric_difference(old).count();
                    (different > 0).then(|| (table.clone(), different))
                })
                .collect();
            // Rows with identifiers differ from run to run too, and so do the key under which youths are hidden and what came of a
            // form, which names a row.
            let sound = |rows: &&BTreeSet<String>| {
                rows.iter().filter(|r| !r.contains("Blob")).cloned().collect::<Vec<_>>()
            };
            let contents: Vec<_> = after
                .iter()
                .filter(|(table, _)| !["instelling", "formulier"].contains(&table.as_str()))
                .map(|(table, rows)| (table.clone(), sound(&rows)))
                .collect();
            (answer.status, changed, contents)
        };
        if run(&extra) != run(&[]) {
            other.push(route.pad);
        }
        tried += extra.len();
    }
    assert_eq!(other, Vec::<&str>::new(), "forms that took a field that is not theirs");
    println!(
        "{} forms with {} columns: {tried} extra fields, 0 extra changes",
        ROUTES.iter().filter(|r| r.formulier).count(),
        columns.len()
    );
}
