//! Lists read on to the last row, filters find, and nothing stands in them twice.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use stelsel::Rol;

use crate::app::{TestApp, more_families};

fn walk(app: &TestApp, rol: Rol, first: &str, row: &str) -> Vec<String> {
    let cookie = app.sign_in(rol);
    let mut next = Some(first.to_owned());
    let (mut rows, mut pages) = (Vec::new(), 0);
    while let Some(path) = next {
        let page = match path.split_once(' ') {
            Some((path, form)) => app.post(path, &cookie, form),
            None => app.get(&path, &cookie),
        };
        assert_eq!(page.status, StatusCode::OK, "{path}");
        rows.extend(page.links(row));
        next = page
            .body
            .split("rel=\"next\" href=\"")
            .nth(1)
            .map(|r| r.split('"').next().unwrap().replace("&#38;", "&"))
            .or_else(|| next_form(&page.body));
        pages += 1;
        assert!(pages < 20, "a list that never ends");
    }
    assert!(pages > 1, "{first} fits on one page");
    rows
}

/// Of a list of persons the way on is a form: the address and, after a space, the fields.
fn next_form(page: &str) -> Option<String> {
    let form = page.split("class=\"bladeren\"").nth(1)?.split("</form>").next()?;
    let action = form.split("action=\"").nth(1)?.split('"').next()?;
    let value = |rest: &str| rest.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let hidden = form
        .split("<input type=\"hidden\" name=\"")
        .skip(1)
        .map(|rest| (rest.split('"').next().unwrap(), value(rest)));
    let after = form.split("<button class=\"knop stil\" name=\"na\"").nth(1).map(value)?;
    let fields: Vec<_> =
        hidden.filter(|(name, _)| *name != "bewijs").map(|(name, value)| format!("{name}={value}")).collect();
    Some(format!("{action} {}&na={after}", fields.join("&")))
}

#[test]
fn lists_read_on_to_the_last_row() {
    let app = TestApp::new();
    more_families(&app.register, 120);
    for (rol, first, row, expected) in [
        (Rol::Wijkteam, "/gezinnen", "/gezin/", 121),
        (Rol::Wijkteam, "/gezinnen zoek=proef", "/gezin/", 120),
        (Rol::Wijkteam, "/gezinnen wacht=ja", "/gezin/", 120),
        (Rol::Beheer, "/berichten", "/bericht/", 133),
        (Rol::Beheer, "/berichten?soort=JW301&gemeente=0758&tot=2026-03-31", "/bericht/", 122),
        (Rol::Aanbieder, "/berichten", "/bericht/", 129),
        (Rol::Beheer, "/quarantaine", "/quarantaine/", 122),
    ] {
        // What a family waits for stands above the list and leads to its plan.
        let rows = walk(&app, rol, first, row).into_iter().filter(|href| !href.ends_with("/plan"));
        let rows: Vec<_> = rows.collect();
        let distinct: BTreeSet<_> = rows.iter().collect();
        assert_eq!((rows.len(), distinct.len()), (expected, expected), "{first} by {}", rol.key());
    }
}

#[test]
fn filters_find_and_say_when_nothing_is_found() {
    let app = TestApp::new();
    let team = app.sign_in(Rol::Wijkteam);
    assert!(app.post("/gezinnen", &team, "zoek=wi").body.contains("Tom (12)"));
    let none = app.post("/gezinnen", &team, "zoek=zwart");
    assert_eq!(none.status, StatusCode::OK);
    assert!(none.body.contains("Geen gezinnen gevonden"), "a family of another neighbourhood is not found");
    let beheer = app.sign_in(Rol::Beheer);
    assert_eq!(app.get("/berichten?soort=JW305", &beheer).links("/bericht/").len(), 2);
    let refused = app.get("/berichten?afgekeurd=ja", &beheer);
    assert_eq!(refused.links("/bericht/"), [format!("/bericht/{}", app.ids.afgekeurd)]);
    assert!(refused.body.contains("Afgekeurd op niveau 3") && refused.body.contains(" checked"));
    let none = app.get("/berichten?afgekeurd=ja&soort=JW307", &beheer);
    assert!(none.body.contains("Geen berichten gevonden"));
    assert!(app.get("/berichten?soort=JW325", &beheer).body.contains("Geen berichten gevonden"));
    assert_eq!(
        app.get("/aanbieders?zoek=proefaan", &app.sign_in(Rol::Contract)).links("/aanbieder/").len(),
        1
    );
}

#[test]
fn a_message_reads_as_table_as_text_and_as_verdict() {
    let app = TestApp::new();
    let cookie = app.sign_in(Rol::Aanbieder);
    let path = format!("/bericht/{}", app.ids.eigen_bericht);
    let table = app.get(&path, &cookie).body;
    assert!(table.contains("Wat in dit bericht staat, telt"), "{table}");
    assert!(table.contains("Toewijzing (JW301)") && table.contains("<td>Lindelaan</td>"), "{table}");
    assert!(app.get(&format!("{path}?deel=xml"), &cookie).body.contains("&#60;jw301:Header&#62;"));
    assert!(app.get(&format!("{path}?deel=oordeel"), &cookie).body.contains("gelezen en verwerkt"));
    let stuk = app.get(&format!("/quarantaine/{}", app.ids.stuk), &app.sign_in(Rol::Beheer)).body;
    assert!(stuk.contains("Wat is er mis") && stuk.contains("nee&#60;b&#62;"), "{stuk}");
}
