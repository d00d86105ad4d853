//! Trying a choice: filled in without losing anything, played, stopped, the same as the model gives by itself, kept and read back.

use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use axum::http::StatusCode;
use register::Opslag;
use serde_json::Value;
use simulatie::scenario::{Scenario, probeer};
use simulatie::systeem::{Lus, Maat};
use stelsel::Rol;

use crate::app::{Antwoord, TestApp};
use crate::cluster::Cluster;
use crate::journal_closed::CANARIES;

/// What a browser sends: the fields, with all loops on.
fn form(sleutel: u8, doe: &str, fields: &[(&str, &str)]) -> String {
    let mut body = format!("doe={doe}&sleutel=0123456789abcdef0123456789abce{sleutel:02}");
    for lus in Lus::ALL {
        write!(body, "&lus-{}=ja", lus.naam()).unwrap();
    }
    for (name, value) in fields {
        write!(body, "&{name}={value}").unwrap();
    }
    body
}

const KLEIN: [(&str, &str); 8] = [
    ("naam", "Eerst+de+toegang"),
    ("toelichting", "Wat+als+we+vroeg+beginnen%3F"),
    ("eerste_jaar", "2026"),
    ("jaren", "2"),
    ("herhalingen", "2"),
    ("b-toegang-niveau", "80"),
    ("b-toegang-opbouw", "1,5"),
    ("begroting-1-factor", "110"),
];

/// Waits until a run is done, as the page does.
fn wait(app: &TestApp, run: &str, cookie: &str) {
    for _ in 0..3_000 {
        let answer = app.get(&format!("{run}/stand.json"), cookie);
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let stand: Value = serde_json::from_str(&answer.body).unwrap();
        if stand["loopt"] == Value::Bool(false) {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("not done in a minute");
}

fn begin(app: &TestApp, cookie: &str, body: &str) -> String {
    let begun = app.post("/uitproberen/nieuw", cookie, body);
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    begun.location().to_owned()
}

fn clean(answer: &Antwoord) {
    for canary in CANARIES {
        assert!(!answer.body.contains(canary), "{canary} in {}", answer.body);
    }
}

fn played_kept_and_read_back(app: &TestApp) {
    let policy = app.sign_in(Rol::Beleid);
    // What is switched off on the causal map stands in the form.
    let causes = app.get("/oorzaken?uit=LR1&uit=C24", &policy);
    let link = causes.body.contains("/uitproberen/nieuw?uit=LR1&#38;uit=C24");
    assert!(link, "{}", causes.body);
    let form_of = app.get("/uitproberen/nieuw?uit=LR1&uit=C24", &policy);
    assert!(form_of.body.contains("Zonder LR1, C24"), "{}", form_of.body);
    assert_eq!(app.get("/uitproberen/nieuw?uit=LR99", &policy).status, StatusCode::NOT_FOUND);
    let body = form(1, "probeer", &KLEIN);
    let run = begin(app, &policy, &body);
    assert_eq!(begin(app, &policy, &body), run, "sent twice is tried once");
    wait(app, &run, &policy);
    let page = app.get(&run, &policy);
    assert!(
        page.body.contains("Dit is geen voorspelling") && page.body.contains("Toegang: naar 80 van de 100")
    );
    assert!(page.body.contains("In 9 van de 10") || page.body.contains("in 9 van de 10"), "{}", page.body);
    clean(&page);
    // What one tries is one's own.
    assert_eq!(app.get(&run, &app.sign_in(Rol::Beheer)).status, StatusCode::NOT_FOUND);
    assert_eq!(app.get(&run, &app.sign_in(Rol::Raad)).status, StatusCode::NOT_FOUND);

    // The same as the model gives when it is asked directly.
    let toml = app.get(&format!("{run}/scenario.toml"), &policy).body;
    let scenario = Scenario::read(&toml).unwrap();
    assert_eq!((scenario.jaren, scenario.herhalingen), (2, 2));
    let outcome = probeer(&scenario, NonZeroUsize::MIN, &AtomicBool::new(false), &|| {}).unwrap();
    let given = app.get(&format!("{run}/uitkomst.json"), &policy).body;
    let told: Value = serde_json::from_str(&given).unwrap();
    let measures = told["measures"].as_array().unwrap();
    assert_eq!(measures.len(), Maat::all().len());
    for (one, own) in measures.iter().zip(&outcome.maten) {
        assert_eq!(one["name"], own.maat.naam());
        for (year, band) in own.keuze.iter().enumerate() {
            let found = &one["choice"][year];
            let Some(band) = band else {
                assert!(found.is_null());
                continue;
            };
            for (key, value) in [("p5", band.laagst), ("p50", band.midden), ("p95", band.hoogst)] {
                let found = found[key].as_f64().unwrap();
                assert!(
                    (found - value).abs() <= 1e-5 * value.abs(),
                    "{} {key}: {found} {value}",
                    own.maat.naam()
                );
            }
        }
    }
    let csv = app.get(&format!("{run}/uitkomst.csv?maat=wachttijd"), &policy);
    assert!(
        csv.body.starts_with("measure,unit,year,series") && csv.body.contains("wachttijd,dagen,2027,choice")
    );
    assert!(app.get(&format!("{run}/verslag.md"), &policy).body.contains("STRESS-DES"));

    let nameless =
        app.post(&run, &policy, &form(2, "bewaar", &[("naam", ""), ("waarom", "Voor+de+raad+van+maart")]));
    assert_eq!(nameless.status, StatusCode::BAD_REQUEST);
    assert!(nameless.body.contains("Geef het een naam.") && nameless.body.contains("Voor de raad van maart"));
    let fields = [("naam", "Toegang+eerst"), ("waarom", "Voor+de+raad+van+maart")];
    let kept = app.post(&run, &policy, &form(3, "bewaar", &fields));
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    let address = kept.location().to_owned();
    let council = app.sign_in(Rol::Raad);
    let list = app.get("/uitproberen", &council);
    assert!(
        list.body.contains("Toegang eerst") && list.body.contains(&address) && !list.body.contains("/nieuw")
    );
    let read = app.get(&address, &council);
    assert!(read.status == StatusCode::OK && read.body.contains("Voor de raad van maart"), "{}", read.body);
    assert!(!read.body.contains("value=\"weg\""), "the council reads");
    clean(&read);
    assert_eq!(app.get(&format!("{address}/uitkomst.json"), &council).body, given, "kept to the byte");
    assert_eq!(app.get(&format!("{address}/scenario.toml"), &council).body, toml);
    assert_eq!(app.post(&address, &council, "doe=weg").status, StatusCode::NOT_FOUND);
    // A form that begins with what was kept says the same.
    let again = app.get(&format!("/uitproberen/nieuw?van={}", address.rsplit('/').next().unwrap()), &policy);
    assert!(again.body.contains("Wat als we vroeg beginnen?") && again.body.contains("80 van de 100"));

    assert_eq!(app.post(&address, &policy, "doe=weg").status, StatusCode::SEE_OTHER);
    assert!(!app.get("/uitproberen", &council).body.contains("Toegang eerst"));
    let away = app.get(&address, &council);
    assert!(away.status == StatusCode::OK && away.body.contains("Dit is weggehaald op"), "{}", away.body);
}

#[test]
fn played_kept_and_read_back_on_sqlite() {
    played_kept_and_read_back(&TestApp::new());
}

#[test]
fn played_kept_and_read_back_on_postgres() {
    let Some(cluster) = Cluster::start() else { return };
    let place = Opslag::Postgres(cluster.database());
    played_kept_and_read_back(&TestApp::on(&place, tempfile::tempdir().unwrap(), true, false));
}

#[test]
fn a_run_that_is_stopped_shows_what_was_done() {
    let app = TestApp::new();
    let manager = app.sign_in(Rol::Beheer);
    let long: Vec<_> =
        KLEIN.map(|(name, value)| (name, if name == "herhalingen" { "1000" } else { value })).into();
    let run = begin(&app, &manager, &form(1, "probeer", &long));
    let under_way = app.get(&run, &manager);
    assert!(under_way.body.contains("http-equiv=\"refresh\"") && under_way.body.contains("value=\"stop\""));
    loop {
        let stand: Value =
            serde_json::from_str(&app.get(&format!("{run}/stand.json"), &manager).body).unwrap();
        assert_eq!(stand["van"], 1_000);
        if stand["gedaan"].as_u64().unwrap() > 0 {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(app.post(&run, &manager, "doe=stop").status, StatusCode::SEE_OTHER);
    wait(&app, &run, &manager);
    let page = app.get(&run, &manager);
    assert!(
        page.body.contains("Deze poging is gestopt.") && page.body.contains("van de 1.000 pogingen"),
        "{}",
        page.body
    );
    assert!(page.body.contains("Wat knelt het eerst?"));
}

#[test]
fn nothing_typed_is_lost_and_every_fault_stands_at_its_field() {
    let app = TestApp::new();
    let policy = app.sign_in(Rol::Beleid);
    let wrong = [
        ("naam", ""),
        ("toelichting", "Een+lange+vraag"),
        ("b-inzicht-niveau", "60"),
        ("b-inzicht-vanaf", "1066"),
        ("tarief-1-factor", "105"),
        ("tarief-1-antwoord", "ggz"),
        ("a-personeel.verloop", "9"),
        ("stelselwijziging", "ooit"),
        ("toml_was", "0"),
        ("toml", "naam+%3D+%27geplakt%27"),
    ];
    let answer = app.post("/uitproberen/nieuw", &policy, &form(1, "probeer", &wrong));
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let typed = [
        "Een lange vraag",
        "value=\"1066\"",
        "value=\"9\"",
        "value=\"ooit\"",
        "value=\"60\"",
        "value=\"105\"",
    ];
    for text in typed.iter().chain(&[
        "Vul dit in.",
        "Kies een jaar van 2026 tot en met 2040.",
        "Hier hoort een jaartal.",
        "&#39;geplakt&#39;",
    ]) {
        assert!(answer.body.contains(text), "{text}: {}", answer.body);
    }
    assert!(answer.body.contains("Kies een getal van 0,1 tot en met 0,2."), "{}", answer.body);
    assert!(answer.body.contains("value=\"ggz\" selected"), "{}", answer.body);
    assert!(answer.body.contains("id=\"v-b-inzicht-vanaf-fout\""));

    let file = "naam+%3D+%27Mijn+bestand%27%0A%5Bbouwstenen.toegan%5D%0Aniveau+%3D+0.8";
    let answer = app.post(
        "/uitproberen/nieuw",
        &policy,
        &form(2, "bestand", &[("toml", file), ("toelichting", "Ook+dit")]),
    );
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    for text in
        ["Regel 2, bouwstenen.toegan: Dit kent het model niet. Bedoelt u toegang?", "Mijn bestand", "Ook dit"]
    {
        assert!(answer.body.contains(text), "{text}: {}", answer.body);
    }
    let much = "naam+%3D+%27Veel%27%0Aherhalingen+%3D+5000";
    let answer = app.post("/uitproberen/nieuw", &policy, &form(3, "bestand", &[("toml", much)]));
    assert!(
        answer.body.contains("Regel 2, herhalingen: Kies een getal van 1 tot en met 1000."),
        "{}",
        answer.body
    );
    let good = "naam+%3D+%27Goed%27%0A%5Bbouwstenen.toegang%5D%0Aniveau+%3D+0.35";
    let answer = app.post("/uitproberen/nieuw", &policy, &form(4, "invullen", &[("toml", good)]));
    assert!(answer.status == StatusCode::OK && answer.body.contains("35 van de 100"), "{}", answer.body);
    let file = app.post("/uitproberen/nieuw", &policy, &form(5, "toml", &KLEIN));
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"scenario.toml\"");
    assert!(Scenario::read(&file.body).is_ok());
}

#[test]
fn no_more_runs_of_one_person_than_three() {
    let app = TestApp::new();
    let policy = app.sign_in(Rol::Beleid);
    let long: Vec<_> =
        KLEIN.map(|(name, value)| (name, if name == "herhalingen" { "1000" } else { value })).into();
    let runs: Vec<String> = (1..=3).map(|nr| begin(&app, &policy, &form(nr, "probeer", &long))).collect();
    let waiting = app.get(&runs[2], &policy);
    assert!(waiting.body.contains("Er zijn er nog 2 voor u."), "{}", waiting.body);
    let full = app.post("/uitproberen/nieuw", &policy, &form(4, "probeer", &long));
    assert_eq!(full.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(full.body.contains("U hebt al drie pogingen lopen.") && full.body.contains("Eerst de toegang"));
    for run in runs.iter().rev() {
        app.post(run, &policy, "doe=stop");
    }
    assert!(app.get(&runs[2], &policy).body.contains("gestopt voordat er iets klaar was"));
    assert!(app.get("/uitproberen", &policy).body.matches("/uitproberen/poging/").count() >= 3);
}
