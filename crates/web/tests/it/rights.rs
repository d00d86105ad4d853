//! Who gets which answer where, as one table that a reviewer can read: `rights.txt`.

use std::fmt::Write as _;

use axum::http::Method;
use stelsel::Rol;
use web::{Methode, ROUTES, Regel};

use crate::app::{ANDER_AGB, ANDERE_WIJK, EIGEN_AGB, EIGEN_WIJK, TestApp};

/// The addresses of a pattern: what is theirs (where that means something) and what is another's.
pub(crate) fn addresses(app: &TestApp, pattern: &str) -> Vec<(&'static str, String)> {
    let fill = |value: String| match pattern.split_once('{') {
        Some((before, rest)) => {
            let after = rest.rsplit_once('}').map_or("", |(_, after)| after);
            format!("{before}{value}{after}")
        }
        None => pattern.to_owned(),
    };
    let two = |own: String, other: String| vec![("own", fill(own)), ("other", fill(other))];
    let ids = &app.ids;
    match pattern {
        "/wijk/{code}" | "/cijfers/wijk/{code}" => two(EIGEN_WIJK.into(), ANDERE_WIJK.into()),
        "/cijfers/gemeente/{code}" => vec![("", fill("0758".into()))],
        // Without a snapshot there is nothing to take away: the tests of figures have one.
        "/cijfers/uitvoer/{wat}" | "/cijfers/aanbieders/uitvoer/{wat}" => vec![("", fill("stand".into()))],
        "/gezin/{id}"
        | "/gezin/{id}/inzagen"
        | "/gezin/{id}/leden"
        | "/gezin/{id}/gesprekken"
        | "/gezin/{id}/plan"
        | "/gezin/{id}/plan.pdf"
        | "/gezin/{id}/brieven"
        | "/gezin/{id}/plan/versies"
        | "/gezin/{id}/plan/hulp"
        | "/gezin/{id}/achttien"
        | "/gezin/{id}/ons"
        | "/gezin/{id}/post"
        | "/gezin/{id}/delen"
        | "/toegang/{id}"
        | "/correcties/{id}" => two(ids.eigen_gezin.to_string(), ids.ander_gezin.to_string()),
        "/analyses/{id}" | "/analyses/{id}/versies" | "/analyses/{id}/analyse.pdf" => {
            two(ids.eigen_analyse.to_string(), ids.ander_analyse.to_string())
        }
        // What one tries is one's own: its own tests have it.
        "/uitproberen/poging/{poging}/{bestand}" => {
            vec![("", fill(format!("{}/stand.json", "0".repeat(32))))]
        }
        "/uitproberen/{id}" => vec![("", fill(ids.scenario.to_string()))],
        "/uitproberen/{id}/{bestand}" => vec![("", fill(format!("{}/scenario.toml", ids.scenario)))],
        "/verwijzingen/{id}" => vec![("", fill(ids.verwijzing.to_string()))],
        "/gezin/{id}/gesprekken/{gesprek}" => two(
            format!("{}/gesprekken/{}", ids.eigen_gezin, ids.eigen_gesprek),
            format!("{}/gesprekken/{}", ids.ander_gezin, ids.ander_gesprek),
        ),
        "/gezin/{id}/gesprekken/{gesprek}/concept" => two(
            format!("{}/gesprekken/{}", ids.eigen_gezin, ids.eigen_concept),
            format!("{}/gesprekken/{}", ids.ander_gezin, ids.ander_concept),
        ),
        "/brief/{id}" => two(ids.eigen_brief.to_string(), ids.ander_brief.to_string()),
        "/bericht/{id}" => two(ids.eigen_bericht.to_string(), ids.ander_bericht.to_string()),
        "/toewijzingen/{gemeente}/{nummer}" => two("0758/300201".into(), "0758/300202".into()),
        "/verzoeken/{id}" => two(ids.eigen_verzoek.to_string(), ids.ander_verzoek.to_string()),
        "/quarantaine/{id}" => vec![("", fill(ids.stuk.to_string()))],
        // Who may read a question to the expertteam is told in the contract of the register.
        "/expertvragen/{id}" | "/uitproberen/poging/{poging}" => vec![("", fill("0".repeat(32)))],
        "/aanbieder/{agb}" => two(EIGEN_AGB.into(), ANDER_AGB.into()),
        "/stijl/{bestand}" => vec![("", web::Pad::Stijl.to_string())],
        "/script/{bestand}" => vec![("", web::Pad::Script.to_string())],
        "/koppelvlak/uit/{id}" => vec![("", fill(ids.eigen_bericht.to_string()))],
        "/aanmelden/bij/{naam}" | "/aanmelden/terug/{naam}" => vec![("", fill("werk".into()))],
        plain => {
            assert!(!plain.contains('{'), "say what {plain} is asked with");
            vec![("", plain.to_owned())]
        }
    }
}

#[test]
fn every_route_for_every_role() {
    let app = TestApp::new();
    let mut people = vec![("nobody", String::new())];
    people.extend(Rol::ALL.map(|rol| (rol.key(), app.sign_in(rol))));
    let mut table = String::new();
    let mut cells = 0;
    assert!(!ROUTES.is_empty());
    for route in ROUTES {
        let rule = match route.regel {
            Regel::Onderdeel(part) => part.key().to_owned(),
            Regel::Open(why) => format!("open: {why}"),
        };
        for (whose, address) in addresses(&app, route.pad) {
            for method in [Method::GET, Method::POST] {
                let declared = is_method(route.methode, &method);
                // The other method of an address with two has a line of its own.
                if !declared && ROUTES.iter().any(|r| r.pad == route.pad && is_method(r.methode, &method)) {
                    continue;
                }
                let mut line = format!("{:<4} {:<35} {whose:<5} [{rule}]", method.as_str(), route.pad);
                for (name, cookie) in &people {
                    // Signing out really ends the session, so it is asked by nobody.
                    let ends = ["/afmelden", "/mijn-account/sessies"].contains(&route.pad);
                    let cookie = if ends { "" } else { cookie };
                    // Sound enough to get to the request itself, and no decision yet.
                    let body = if method == Method::POST && route.pad == "/verzoeken/{id}" {
                        "besluit=afwijzen"
                    } else {
                        ""
                    };
                    let answer = app.send(&method, &address, cookie, body);
                    let status = answer.status.as_u16();
                    let _ = write!(
                        line,
                        " {name}:{status}{}",
                        without_ids(&answer.location().replace("%2F", "/"))
                    );
                    assert_eq!(status == 405, !declared, "{method} {address}");
                    assert!(status < 500, "{method} {address} by {name}: {}", answer.body);
                    cells += 1;
                }
                // The method that is not declared is 405 for everyone, as was asserted.
                if declared {
                    table.push_str(&line);
                    table.push('\n');
                }
            }
        }
    }
    let _ = writeln!(table, "{cells} cells");
    if std::env::var_os("LEERLOOP_REWRITE").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/rights.txt"), &table).unwrap();
    }
    assert_eq!(
        table,
        include_str!("rights.txt"),
        "the rights changed; if that is meant, run again with LEERLOOP_REWRITE=1"
    );
}

fn is_method(declared: Methode, asked: &Method) -> bool {
    *asked
        == match declared {
            Methode::Get => Method::GET,
            Methode::Post => Method::POST,
        }
}

/// Identifiers differ from run to run.
fn without_ids(location: &str) -> String {
    location.split('/').map(|part| if part.len() == 32 { "…" } else { part }).collect::<Vec<_>>().join("/")
}

#[test]
fn every_part_has_a_route() {
    for part in stelsel::Onderdeel::ALL {
        assert!(ROUTES.iter().any(|r| r.regel == Regel::Onderdeel(part)), "{}", part.key());
    }
}
