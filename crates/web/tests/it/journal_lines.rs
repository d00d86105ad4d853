//! Every request of personal data leaves exactly its lines, whole, with everyone who was shown: as one table that a
//! reviewer can read (`lines.txt`). And what people type never makes a line of its own.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use axum::http::Method;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use stelsel::{Identiteit, Rol};
use web::{Methode, ROUTES, Regel};

use crate::app::TestApp;
use crate::journal_closed::{CANARIES, ask};
use crate::oidc::gang::Proef;

/// A line of the journal as it is stored.
#[derive(Debug)]
struct Lijn {
    wie: String,
    rol: String,
    doel: String,
    handeling: String,
    onderdeel: String,
    object: String,
    uitkomst: String,
    weg: String,
    sessie: String,
    wanneer: i64,
    personen: Vec<String>,
}

fn database(app: &TestApp) -> Connection {
    Connection::open(app.folder.path().join("leerloop.db")).unwrap()
}

/// The lines after a place in the journal.
fn lines_after(db: &Connection, after: i64) -> Vec<Lijn> {
    let sql = "SELECT wie, rol, doel, handeling, onderdeel, object, uitkomst, weg, sessie, wanneer, dag, nr FROM journaal \
               ORDER BY dag, nr LIMIT -1 OFFSET ?";
    let mut statement = db.prepare(sql).unwrap();
    let rows = statement.query_map([after], |row| {
        let (dag, nr): (i64, i64) = (row.get(10)?, row.get(11)?);
        let sql = "SELECT coalesce(p.voornamen, '') || ' ' || p.achternaam FROM journaal_persoon x \
                   JOIN persoon p ON p.id = x.persoon WHERE x.dag = ? AND x.nr = ? ORDER BY 1";
        let mut persons = db.prepare(sql)?;
        let personen = persons.query_map([dag, nr], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
        Ok(Lijn {
            wie: row.get(0)?,
            rol: row.get(1)?,
            doel: row.get(2)?,
            handeling: row.get(3)?,
            onderdeel: row.get(4)?,
            object: row.get(5)?,
            uitkomst: row.get(6)?,
            weg: row.get(7)?,
            sessie: row.get(8)?,
            wanneer: row.get(9)?,
            personen,
        })
    });
    rows.unwrap().map(Result::unwrap).collect()
}

fn count(app: &TestApp) -> i64 {
    i64::try_from(app.register.journal_len().unwrap()).unwrap()
}

/// The beginning of the hash of the session that a cookie opens.
fn mark(cookie: &str) -> String {
    let token = cookie.split_once('=').unwrap().1;
    Sha256::digest(token.as_bytes()).iter().take(6).fold(String::new(), |mut out, byte| {
        write!(out, "{byte:02x}").unwrap();
        out
    })
}

#[test]
fn every_personal_route_leaves_exactly_its_lines() {
    let app = TestApp::new();
    let db = database(&app);
    let now: jiff::Timestamp = "2026-04-10T09:00:00Z".parse().unwrap();
    let mut table = String::new();
    let (mut routes, mut exact) = (0, 0);
    for route in ROUTES {
        let Regel::Onderdeel(part) = route.regel else { continue };
        if !part.is_personal() {
            continue;
        }
        routes += 1;
        let (path, form) = ask(&app, route.pad);
        let get = route.methode == Methode::Get;
        let method = if get { Method::GET } else { Method::POST };
        let mut lines_of_route = 0;
        for rol in Rol::ALL {
            let who = Identiteit::new("x", "X", rol);
            let cookie = app.sign_in(rol);
            let before = count(&app);
            let answer = app.send(&method, &path, &cookie, form);
            let lines = lines_after(&db, before);
            let _ = write!(table, "{method} {} by {}: {}", route.pad, rol.key(), answer.status.as_u16());
            assert!(!lines.is_empty(), "{method} {path} by {}", rol.key());
            for line in &lines {
                assert_eq!(
                    (line.wie.as_str(), line.rol.as_str()),
                    (rol.key(), rol.key()),
                    "{path}: {line:?}"
                );
                let purpose = [who.rol.purpose().key(), "nood"].contains(&line.doel.as_str());
                assert!(purpose, "{path}: {line:?}");
                assert_eq!((line.weg.as_str(), &line.sessie), ("web", &mark(&cookie)), "{path}: {line:?}");
                assert_eq!(line.wanneer, now.as_millisecond(), "{path}");
                // Who is turned away at the door never came to a thing.
                let somewhere = line.uitkomst != "verleend" || line.onderdeel == "nood";
                assert!(!line.object.is_empty() || somewhere, "{path}: {line:?}");
                assert!(line.uitkomst == "verleend" || line.personen.is_empty(), "{path}: {line:?}");
                let _ = write!(
                    table,
                    " | {} {} {} [{}]",
                    line.handeling,
                    line.onderdeel,
                    line.uitkomst,
                    line.personen.join(", ")
                );
            }
            // A deed that is refused may look first; it is the last line that tells what came of it.
            let granted = lines.last().is_some_and(|line| line.uitkomst == "verleend");
            assert_eq!(granted, answer.status.as_u16() != 404, "{path}: {lines:?}");
            lines_of_route += lines.len();
            table.push('\n');
        }
        assert!(lines_of_route >= Rol::ALL.len());
        exact += 1;
    }
    if std::env::var_os("LEERLOOP_REWRITE").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/lines.txt"), &table).unwrap();
    }
    assert_eq!(table, include_str!("lines.txt"), "run again with LEERLOOP_REWRITE=1 if that is meant");
    println!("{routes} routes, {exact} with exact lines");
}

#[test]
fn a_refusal_and_a_guess_leave_one_line_each_and_show_nobody() {
    let app = TestApp::new();
    let db = database(&app);
    let cookie = app.sign_in(Rol::Wijkteam);
    for (id, uitkomst) in [(app.ids.ander_gezin.to_string(), "geweigerd"), ("0".repeat(32), "onbekend")] {
        let before = count(&app);
        assert_eq!(app.get(&format!("/gezin/{id}"), &cookie).status.as_u16(), 404);
        let lines = lines_after(&db, before);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert_eq!((lines[0].uitkomst.as_str(), lines[0].object.as_str()), (uitkomst, id.as_str()));
        assert!(lines[0].personen.is_empty());
    }
}

/// Who signs in does so by the pages, in every way there is, and so does who is refused: none of it was done at the machine.
#[test]
fn signing_in_tells_that_it_was_by_the_pages() {
    let proef = Proef::new();
    let app = &proef.app;
    app.register.unlock(&register::Kluissleutel::generate().unwrap()).unwrap();
    assert!(app.register.offer_passkeys("https://leerloop.nl"));
    let db = database(app);
    let mut seen = 0;
    let mut told = |what: &str, wanted: &[(&str, &str)], deed: &dyn Fn()| {
        let before = count(app);
        deed();
        let lines = lines_after(&db, before);
        let found: Vec<_> = lines.iter().map(|l| (l.handeling.as_str(), l.onderdeel.as_str())).collect();
        assert_eq!(found, wanted, "{what}");
        for line in &lines {
            assert_eq!(line.weg, "web", "{what}: {line:?}");
            assert_eq!(line.sessie.is_empty(), line.handeling != "aanmelden", "{what}: {line:?}");
        }
        seen += lines.len();
    };
    told("elsewhere", &[("aanmelden", "sessie")], &|| {
        assert_eq!(proef.sign_in("werk").location(), "/regio");
    });
    told("refused elsewhere", &[("weigeren", "aanmelden")], &|| {
        app.get("/aanmelden/terug/werk?state=x&code=y", "");
    });
    app.register.end_account(None, "beheer").unwrap();
    told("closed here", &[("weigeren", "aanmelden")], &|| {
        assert_eq!(proef.sign_in("werk").status.as_u16(), 403);
    });
    let code = app.register.invite(None, "raad").unwrap().unwrap();
    let secret = app.register.invitation("raad", &code).unwrap().unwrap().geheim;
    let digits = || {
        app.klok.advance(jiff::SignedDuration::from_secs(30));
        secret.code_at(stelsel::Klok::now(&*app.klok).as_second()).unwrap()
    };
    let word = "paarse+fiets+in+de+regen";
    told("invitation", &[("inrichten", "wachtwoord"), ("aanmelden", "sessie")], &|| {
        let now = digits();
        let body = format!("account=raad&uitnodiging={code}&wachtwoord={word}&nogmaals={word}&code={now}");
        assert_eq!(app.post("/uitnodiging", "", &body).status.as_u16(), 200);
    });
    told("password", &[("aanmelden", "sessie")], &|| {
        let body = format!("account=raad&wachtwoord={word}&code={}", digits());
        assert_eq!(app.post("/aanmelden/wachtwoord", "", &body).location(), "/");
    });
    told("wrong password", &[("weigeren", "aanmelden")], &|| {
        let body = format!("account=raad&wachtwoord=iets+anders&code={}", digits());
        app.post("/aanmelden/wachtwoord", "", &body);
    });
    told("wrong passkey", &[("weigeren", "aanmelden")], &|| {
        app.post("/aanmelden/passkey", "", "antwoord={}");
    });
    println!("{seen} lines of signing in, all by the pages");
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Every page and form by every role, at the finest level: no name, number, address or token in what is logged. The control:
/// the same canaries are in the answers.
fn nothing_personal_is_logged(app: &TestApp, log: &Log) {
    let (mut shown, mut tokens, mut asked) = (0, Vec::new(), 0);
    for rol in Rol::ALL {
        let cookie = app.sign_in(rol);
        tokens.push(cookie.split_once('=').unwrap().1.to_owned());
        for route in ROUTES.iter().filter(|r| matches!(r.regel, Regel::Onderdeel(_))) {
            let (path, form) = ask(app, route.pad);
            let method = if route.methode == Methode::Get { Method::GET } else { Method::POST };
            let body = app.send(&method, &path, &cookie, form).body;
            shown += CANARIES.iter().filter(|canary| body.contains(**canary)).count();
            asked += 1;
        }
    }
    assert!(shown > 50, "the answers hold canaries: {shown}");
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    for secret in CANARIES.iter().copied().chain(tokens.iter().map(String::as_str)) {
        assert!(!text.contains(secret), "{secret} is in the log");
    }
    println!("{asked} requests at TRACE: {shown} canaries in answers, 0 in {} bytes of log", text.len());
}

/// The time of a line, as a year: in a thousand lines the millionths of a second hold any four digits now and then.
struct Jaar;

impl tracing_subscriber::fmt::time::FormatTime for Jaar {
    fn format_time(&self, out: &mut tracing_subscriber::fmt::format::Writer<'_>) -> std::fmt::Result {
        out.write_str("2026")
    }
}

/// Tells the test that it runs in a process of its own.
const ALONE: &str = "LEERLOOP_TEST_ALONE";

/// The log of a process is of all its threads: this test runs without the others beside it.
#[test]
fn what_people_type_never_makes_a_line() {
    if std::env::var_os(ALONE).is_none() {
        let alone = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "journal_lines::what_people_type_never_makes_a_line", "--nocapture"])
            .env(ALONE, "1")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&alone.stdout);
        assert!(
            alone.status.success() && said.contains("0 extra lines"),
            "{said}{}",
            String::from_utf8_lossy(&alone.stderr)
        );
        print!("{said}");
        return;
    }
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_timer(Jaar)
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();
    let app = TestApp::new();
    let db = database(&app);
    let (team, auditor, beheer) =
        (app.sign_in(Rol::Wijkteam), app.sign_in(Rol::Auditor), app.sign_in(Rol::Beheer));
    // To get the proof for its forms the test asks for a page that does not exist: that is a line of its own.
    for cookie in [&team, &auditor, &beheer] {
        app.bewijs(cookie);
    }
    log.0.lock().unwrap().clear();
    let wild = [
        "a%0A2026-01-01 ERROR forged",
        "a%0D%0Alevel=error",
        "%1B[2J%1B[31mred",
        "{\"level\":\"error\",\"x\":1}%0A{\"y\":2}",
        "%E2%80%A8line%E2%80%A9separator",
        "a%00b",
    ];
    let (mut refused, mut asked) = (0, 0);
    let before = count(&app);
    let mut expected = 0;
    for text in wild {
        let text = text.replace(' ', "+").replace(['{', '}', '"'], "%22").replace('[', "%5B");
        let requests = [
            (Method::GET, format!("/gezinnen?zoek={text}"), &team, String::new()),
            (Method::GET, format!("/gezin/{text}"), &team, String::new()),
            (Method::GET, format!("/berichten?na={text}"), &beheer, String::new()),
            (Method::GET, format!("/journaal?maand={text}"), &auditor, String::new()),
            (
                Method::POST,
                format!("/verzoeken/{}", app.ids.eigen_verzoek),
                &team,
                format!("besluit={text}&reden={text}"),
            ),
            (
                Method::POST,
                "/journaal".into(),
                &auditor,
                format!("voorstel=2026-03:{text}&uitkomst=in-orde&toelichting={text}"),
            ),
            (Method::POST, "/aanmelden".into(), &team, format!("account={text}&naar={text}")),
            (Method::POST, "/taal".into(), &team, format!("taal={text}&terug={text}")),
        ];
        for (method, path, cookie, form) in requests {
            let lines = count(&app);
            let answer = app.send(&method, &path, cookie, &form);
            asked += 1;
            assert!(answer.status.as_u16() < 500, "{method} {path}: {}", answer.status);
            let written = count(&app) - lines;
            assert!((0..=2).contains(&written), "{method} {path}: {written} lines");
            expected += written;
            refused +=
                usize::from(answer.status.is_client_error() && !answer.body.contains("class=\"melding"));
        }
    }
    assert_eq!(count(&app) - before, expected);
    let sql = "SELECT count(*) FROM journaal WHERE object LIKE '%' || char(10) || '%' AND weg <> 'web'";
    assert_eq!(db.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(text.lines().all(|line| line.starts_with("20")), "one event is one line:\n{text}");
    let lines = text.lines().filter(|line| line.contains("request refused")).count();
    assert!(refused > 10, "{refused}");
    assert_eq!(lines, refused, "one line of the log per refused request:\n{text}");
    for forged in ["forged", "level=error", "\u{1b}", "\"y\""] {
        assert!(!text.contains(forged), "{forged} is in the log");
    }
    nothing_personal_is_logged(&app, &log);
    println!("{asked} requests with line feeds, escapes and JSON in every field: 0 extra lines");
}
