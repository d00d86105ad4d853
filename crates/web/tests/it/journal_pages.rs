//! The page of who looked tells the same as the journal; two auditors at once do not get in each other's way.

use axum::http::StatusCode;
use jiff::SignedDuration;
use rusqlite::Connection;
use stelsel::Rol;

use crate::app::TestApp;

/// What the page tells: day, who, what, how many times.
fn told(app: &TestApp, cookie: &str) -> usize {
    let mut next = Some(format!("/gezin/{}/inzagen", app.ids.eigen_gezin));
    let mut total = 0;
    let mut pages = 0;
    while let Some(path) = next {
        let answer = app.get(&path, cookie);
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        for line in answer.body.split("<li><strong>").skip(1) {
            let when = line.split("class=\"klein\">").nth(1).unwrap().split('<').next().unwrap();
            let times = when.split_once(" keer").map_or(1, |(n, _)| n.trim().parse::<usize>().unwrap());
            total += times;
        }
        pages += 1;
        next = answer.links("/gezin/").into_iter().find(|href| href.contains("inzagen?voor="));
        assert!(pages < 20);
    }
    assert!(pages > 1, "the history goes on over pages");
    total
}

#[test]
fn the_page_of_who_looked_equals_the_journal() {
    let app = TestApp::new();
    let family = app.ids.eigen_gezin;
    app.register.note_staff("regisseur", Some("4811 ab"), true).unwrap();
    for day in 0..20_i64 {
        let people = [Rol::Wijkteam, Rol::Gezinslid].map(|rol| app.sign_in(rol));
        for (nr, cookie) in people.iter().enumerate() {
            for _ in 0..=(day % 3) {
                assert_eq!(app.get(&format!("/gezin/{family}"), cookie).status, StatusCode::OK);
            }
            if nr == 0 {
                app.get("/gezinnen", cookie);
                app.get("/toewijzingen/0758/300201", cookie);
            }
        }
        app.klok.advance(SignedDuration::from_hours(24));
    }
    let own = app.sign_in(Rol::Gezinslid);
    let db = Connection::open(app.folder.path().join("leerloop.db")).unwrap();
    let sql = "SELECT count(DISTINCT j.dag * 1000000 + j.nr) FROM journaal j JOIN journaal_persoon x ON x.dag = j.dag AND x.nr = j.nr \
               JOIN persoon p ON p.id = x.persoon JOIN gezin g ON g.id = p.gezin WHERE j.rol <> 'programma' AND p.gezin = ?1";
    let bytes = family.bytes().to_vec();
    let in_log = || db.query_row(sql, [&bytes], |row| row.get::<_, i64>(0)).unwrap();
    let before = usize::try_from(in_log()).unwrap();
    // Pages after the first were asked later: the looks by this very test on the day of now stand on the first only.
    let seen = told(&app, &own);
    println!("{before} lines, {} differences", before.abs_diff(seen));
    assert_eq!(seen, before);
    let page = app.get(&format!("/gezin/{family}/inzagen"), &own);
    for words in ["Proef wijkteam (wijkteam)", "keek naar de pagina van het gezin", "Klopt er iets niet?"] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    let hidden = app.register.note_staff("wijkteam", None, true).unwrap();
    assert!(hidden);
    let page = app.get(&format!("/gezin/{family}/inzagen"), &own);
    assert!(!page.body.contains("Proef wijkteam"), "shielded: {}", page.body);
    assert!(page.body.contains("Een medewerker (wijkteam)"));
    let page = app.get(&format!("/gezin/{family}"), &own);
    assert!(!page.body.contains("Proef wijkteam"), "shielded on the page of the family too");
}

#[test]
fn two_auditors_at_once() {
    let app = TestApp::new();
    // Someone of the staff who lives where the family lives, on a day in April.
    app.register.note_staff("wijkteam", Some("4811 AB"), false).unwrap();
    let team = app.sign_in(Rol::Wijkteam);
    assert_eq!(app.get(&format!("/gezin/{}", app.ids.eigen_gezin), &team).status, StatusCode::OK);
    app.klok.advance(SignedDuration::from_hours(24 * 30));
    let auditor = app.sign_in(Rol::Auditor);
    let page = app.get("/journaal?maand=2026-04", &auditor);
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Eigen straat: Proef wijkteam (wijkteam)"), "{}", page.body);
    for hidden in ["Tom", "De Wit", "999900006", &app.ids.eigen_gezin.to_string()] {
        assert!(!page.body.contains(hidden), "an auditor sees no families: {hidden}");
    }
    let values = page.body.split("name=\"voorstel\" value=\"").filter_map(|rest| rest.split('"').next());
    let key = values.into_iter().find(|key| key.contains("eigen-straat")).unwrap().to_owned();
    let form = format!("voorstel={key}&uitkomst=in-orde&toelichting=Woont+daar.");
    let answers: Vec<StatusCode> = std::thread::scope(|scope| {
        let asked = [0; 2].map(|_| scope.spawn(|| app.post("/journaal", &auditor, &form).status));
        asked.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let mut answers: Vec<u16> = answers.iter().map(StatusCode::as_u16).collect();
    answers.sort_unstable();
    assert_eq!(answers, [303, 409], "one is stored, the other hears what stands");
    let page = app.get("/journaal?maand=2026-04", &auditor);
    assert!(page.body.contains("Proef auditor") && page.body.contains("Woont daar."), "{}", page.body);
    // What was never proposed cannot be reviewed, and who is no auditor is nowhere.
    let made_up = "voorstel=2026-04:nood:iemand:2026-04-02&uitkomst=in-orde";
    assert_eq!(app.post("/journaal", &auditor, made_up).status.as_u16(), 404);
    let team = app.sign_in(Rol::Wijkteam);
    assert_eq!(app.post("/journaal", &team, &form).status.as_u16(), 404);
    assert_eq!(app.post("/journaal", &auditor, &format!("voorstel={key}")).status.as_u16(), 400);
}
