//! When the line in the journal cannot be written, nobody sees and nothing changes: every route, for every role.

use std::fmt::Write as _;

use axum::body::Body;
use axum::http::header::AUTHORIZATION;
use axum::http::{Method, Request, StatusCode};
use register::Opslag;
use stelsel::Rol;
use web::{Methode, ROUTES, Regel};

use crate::app::{EIGEN_AGB, EIGEN_WIJK, SLEUTEL, TOM, TestApp};
use crate::cluster::Cluster;
use crate::xml::start;

/// What only the register knows: none of it may come along with a refusal.
pub(crate) const CANARIES: [&str; 7] =
    ["999900006", "999900018", "Tom", "Aya", "Zwart", "4811", "Proefaanbieder"];

/// The address and the form of a route that gets as far as the register.
pub(crate) fn ask(app: &TestApp, pattern: &str) -> (String, &'static str) {
    let ids = &app.ids;
    let value = match pattern {
        "/wijk/{code}" | "/cijfers/wijk/{code}" => EIGEN_WIJK.to_owned(),
        "/cijfers/gemeente/{code}" => "0758".to_owned(),
        "/analyses/{id}" | "/analyses/{id}/versies" | "/analyses/{id}/analyse.pdf" => {
            ids.eigen_analyse.to_string()
        }
        "/uitproberen/poging/{poging}/{bestand}" => format!("{}/stand.json", "0".repeat(32)),
        "/uitproberen/{id}" => ids.scenario.to_string(),
        "/uitproberen/{id}/{bestand}" => format!("{}/scenario.toml", ids.scenario),
        "/cijfers/uitvoer/{wat}" | "/cijfers/aanbieders/uitvoer/{wat}" => "stand".to_owned(),
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
        | "/correcties/{id}" => ids.eigen_gezin.to_string(),
        "/verwijzingen/{id}" => ids.verwijzing.to_string(),
        "/gezin/{id}/gesprekken/{gesprek}" => format!("{}/gesprekken/{}", ids.eigen_gezin, ids.eigen_gesprek),
        "/gezin/{id}/gesprekken/{gesprek}/concept" => {
            format!("{}/gesprekken/{}", ids.eigen_gezin, ids.eigen_concept)
        }
        "/brief/{id}" => ids.eigen_brief.to_string(),
        "/bericht/{id}" => ids.eigen_bericht.to_string(),
        "/toewijzingen/{gemeente}/{nummer}" => "0758/300201".to_owned(),
        "/verzoeken/{id}" => ids.eigen_verzoek.to_string(),
        "/quarantaine/{id}" => ids.stuk.to_string(),
        "/expertvragen/{id}" | "/uitproberen/poging/{poging}" => "0".repeat(32),
        "/aanbieder/{agb}" => EIGEN_AGB.to_owned(),
        plain => {
            assert!(!plain.contains('{'), "say what {plain} is asked with");
            String::new()
        }
    };
    let path = match (pattern.split_once('{'), pattern.rsplit_once('}')) {
        (Some((before, _)), Some((_, after))) => format!("{before}{value}{after}"),
        _ => pattern.to_owned(),
    };
    let form = match pattern {
        "/verzoeken/{id}" => "besluit=onderzoeken",
        "/toegang/{id}" => "doe=scherm&af=ja",
        "/nood" => "bsn=999900018&reden=Er+is+nu+direct+gevaar+voor+het+kind",
        "/meldingen" => "id=00000000000000000000000000000000&oordeel=nodig",
        "/gezin/{id}/leden" | "/gezinnen/nieuw" | "/gezinnen/dubbel" | "/vragen" => {
            crate::csrf::form(pattern).1
        }
        "/gezin/{id}/gesprekken"
        | "/gezin/{id}/gesprekken/{gesprek}"
        | "/gezin/{id}/gesprekken/{gesprek}/concept"
        | "/groepen"
        | "/journaal"
        | "/bewaren"
        | "/mijn-gegevens/uitvoer"
        | "/correcties/{id}"
        | "/gezinnen"
        | "/gezin/{id}/plan"
        | "/gezin/{id}/brieven"
        | "/gezin/{id}/plan/hulp"
        | "/gezin/{id}/achttien"
        | "/expertvragen/{id}"
        | "/gezin/{id}/ons"
        | "/gezin/{id}/post"
        | "/gezin/{id}/delen"
        | "/verwijzingen/nieuw"
        | "/verwijzingen/{id}"
        | "/analyses"
        | "/analyses/{id}"
        | "/uitproberen/nieuw"
        | "/uitproberen/poging/{poging}"
        | "/uitproberen/{id}"
        | "/verwijsafspraken" => crate::csrf::form(pattern).1,
        _ => "",
    };
    (path, form)
}

fn canaries(body: &str) -> usize {
    CANARIES.iter().filter(|canary| body.contains(*canary)).count()
}

/// Everything in the database as text.
trait Place {
    fn close_journal(&mut self);
    fn dump(&mut self) -> String;
}

struct Sqlite(rusqlite::Connection);

impl Place for Sqlite {
    fn close_journal(&mut self) {
        let sql = "CREATE TRIGGER dicht BEFORE INSERT ON journaal BEGIN SELECT RAISE(ABORT, 'dicht'); END";
        self.0.execute_batch(sql).unwrap();
    }

    fn dump(&mut self) -> String {
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
        let mut names = self.0.prepare(sql).unwrap();
        let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let mut out = String::new();
        for name in names {
            let mut rows = self.0.prepare(&format!("SELECT * FROM {name} ORDER BY 1")).unwrap();
            let columns = rows.column_count();
            let mut rows = rows.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                for column in 0..columns {
                    match row.get_ref(column).unwrap() {
                        rusqlite::types::ValueRef::Text(text) => out.push_str(&String::from_utf8_lossy(text)),
                        other => write!(out, "{other:?}").unwrap(),
                    }
                    out.push(' ');
                }
                out.push('\n');
            }
        }
        out
    }
}

struct Postgres(postgres::Client);

impl Place for Postgres {
    fn close_journal(&mut self) {
        self.0
            .batch_execute(
                "CREATE FUNCTION dicht() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'dicht'; END $$; \
                 CREATE TRIGGER dicht BEFORE INSERT ON journaal FOR EACH ROW EXECUTE FUNCTION dicht()",
            )
            .unwrap();
    }

    fn dump(&mut self) -> String {
        let sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1";
        let names: Vec<String> = self.0.query(sql, &[]).unwrap().iter().map(|row| row.get(0)).collect();
        let mut out = String::new();
        for name in names {
            let sql = format!("SELECT coalesce(string_agg(t::text, '|' ORDER BY t::text), '') FROM {name} t");
            let text: String = self.0.query_one(&sql, &[]).unwrap().get(0);
            out.push_str(&text);
            out.push('\n');
        }
        out
    }
}

fn no_line_no_look(name: &str, app: &TestApp, place: &mut impl Place) {
    let people: Vec<(Rol, String)> = Rol::ALL.map(|rol| (rol, app.sign_in(rol))).into();
    // The control: with the journal open, these requests do show what is kept.
    let mut shown = 0;
    for route in ROUTES.iter().filter(|r| matches!(r.regel, Regel::Onderdeel(_)) && r.methode == Methode::Get)
    {
        let (path, _) = ask(app, route.pad);
        shown += people.iter().map(|(_, cookie)| canaries(&app.get(&path, cookie).body)).sum::<usize>();
    }
    assert!(shown > 30, "the requests would show canaries: {shown}");

    place.close_journal();
    let before = place.dump();
    assert!(before.contains("Tom"), "the dump sees the data");
    let (mut routes, mut asked) = (0, 0);
    let mut closed = |answer: &crate::app::Antwoord, what: &str| {
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{what}: {}", answer.body);
        assert_eq!(canaries(&answer.body), 0, "{what}: {}", answer.body);
        asked += 1;
    };
    for route in ROUTES.iter().filter(|r| matches!(r.regel, Regel::Onderdeel(_))) {
        let (path, form) = ask(app, route.pad);
        let method = if route.methode == Methode::Get { Method::GET } else { Method::POST };
        for (rol, cookie) in &people {
            let answer = app.send(&method, &path, cookie, form);
            // Accounts of our own are not open here: their forms are no addresses, whatever the journal does.
            if answer.status.is_client_error() && route.pad.contains("account") {
                assert_eq!(canaries(&answer.body), 0, "{path}");
                continue;
            }
            closed(&answer, &format!("{name}: {method} {path} by {}", rol.key()));
            assert!(answer.body.contains("Er is niets veranderd"), "in plain words: {}", answer.body);
        }
        routes += 1;
    }
    closed(&app.post("/aanmelden", "", "account=wijkteam"), "signing in");
    closed(&app.post("/afmelden", &people[0].1, ""), "signing out");
    let word = format!("Bearer {SLEUTEL}");
    let waiting = app.register.waiting(1).unwrap().pop().unwrap().id;
    let connector = [
        (Method::POST, "/koppelvlak/in".to_owned(), start(&TOM, "S77", "2026-04-02", "2026-04-01")),
        (Method::GET, "/koppelvlak/uit".to_owned(), String::new()),
        (Method::POST, format!("/koppelvlak/uit/{waiting}"), String::new()),
    ];
    for (method, path, body) in connector {
        let request = Request::builder().method(&method).uri(&path).header(AUTHORIZATION, &word);
        closed(&app.ask(request.body(Body::from(body)).unwrap()), &format!("{method} {path}"));
        routes += 1;
    }
    assert!(place.dump() == before, "{name}: something changed");
    println!("{name}: {} routes ({asked} requests), 0 answers, 0 changes", routes + 2);
    assert!(routes >= 20, "{routes}");
}

#[test]
fn without_a_line_there_is_no_answer_on_sqlite() {
    let app = TestApp::new();
    let mut place = Sqlite(rusqlite::Connection::open(app.folder.path().join("leerloop.db")).unwrap());
    no_line_no_look("SQLite", &app, &mut place);
}

#[test]
fn without_a_line_there_is_no_answer_on_postgres() {
    let Some(cluster) = Cluster::start() else { return };
    let address = cluster.database();
    let app = TestApp::on(&Opslag::Postgres(address.clone()), tempfile::tempdir().unwrap(), true, false);
    no_line_no_look(
        "PostgreSQL",
        &app,
        &mut Postgres(postgres::Client::connect(&address, postgres::NoTls).unwrap()),
    );
}
