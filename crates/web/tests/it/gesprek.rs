//! The pages of a conversation as a browser asks them: a draft that is saved while one types, and what becomes of words.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use register::beeld::{Maatregel, Opslaan};
use register::{Opslag, Register};
use stelsel::goed_gesprek::{Lezers, Stem};
use stelsel::persoon::GezinsRol;
use stelsel::toegang::Relatie;
use stelsel::{Identiteit, Rol};

use crate::app::{Antwoord, TestApp, blad, conversation, iemand};
use crate::cluster::Cluster;

/// Where the draft of the own family is.
fn concept(app: &TestApp) -> String {
    format!("/gezin/{}/gesprekken/{}", app.ids.eigen_gezin, app.ids.eigen_concept)
}

fn hidden(page: &Antwoord, name: &str) -> String {
    let field = page.body.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
    field.split('"').next().unwrap().to_owned()
}

/// A page that was opened, with what its fields say.
struct Scherm {
    cookie: String,
    versie: String,
    beurt: String,
    sleutel: String,
}

impl Scherm {
    fn open(app: &TestApp, cookie: &str) -> Self {
        let page = app.get(&concept(app), cookie);
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        let of = |name| hidden(&page, name);
        Self { cookie: cookie.into(), versie: of("versie"), beurt: of("beurt"), sleutel: of("sleutel") }
    }

    fn form(&self, nr: u32, rest: &str) -> String {
        let Self { versie, beurt, sleutel, .. } = self;
        format!("versie={versie}&beurt={beurt}&beurt_nr={nr}&sleutel={sleutel}&dag=2026-04-09&{rest}")
    }

    fn type_on(&self, app: &TestApp, nr: u32, words: &str) -> Antwoord {
        app.post(&format!("{}/concept", concept(app)), &self.cookie, &self.form(nr, words))
    }
}

#[test]
fn what_is_typed_is_saved_and_said_with_the_time() {
    let app = TestApp::new();
    let me = Scherm::open(&app, &app.sign_in(Rol::Wijkteam));
    for nr in 1..=5 {
        let answer = me.type_on(&app, nr, &format!("gewoon_goed=samen+eten+{nr}&belasting=veel"));
        assert_eq!(answer.body, format!("{{\"stand\":\"bewaard\",\"versie\":{},\"om\":\"11:00\"}}", nr + 1));
        assert_eq!(answer.header("content-type"), "application/json");
    }
    let page = app.get(&concept(&app), &me.cookie);
    assert!(page.body.contains("samen eten 5") && page.body.contains("value=\"veel\" checked"));
    // A long conversation fits; what is longer than any is refused, with what to do.
    let long = "woord+".repeat(1_600);
    let many: Vec<_> = ["gewoon_nu", "gewoon_goed", "sterk", "verschil", "dilemma"]
        .iter()
        .map(|f| format!("{f}={long}"))
        .collect();
    assert_eq!(me.type_on(&app, 6, &many.join("&")).status, StatusCode::OK);
    assert_eq!(
        me.type_on(&app, 7, &format!("sterk={}", "x".repeat(600_000))).status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
    assert_eq!(me.type_on(&app, 8, &format!("sterk={}", "x".repeat(10_001))).status, StatusCode::BAD_REQUEST);
}

/// On both databases: PostgreSQL is spoken to in another way, which a page must not get in the way of.
fn on_both(test: fn(&TestApp)) {
    test(&TestApp::new());
    if let Some(cluster) = Cluster::start() {
        let opslag = Opslag::Postgres(cluster.database());
        test(&TestApp::on(&opslag, tempfile::tempdir().unwrap(), true, false));
    }
}

#[test]
fn without_script_a_button_saves_and_twice_is_once() {
    on_both(saved_by_a_button);
}

fn saved_by_a_button(app: &TestApp) {
    let me = Scherm::open(app, &app.sign_in(Rol::Wijkteam));
    let send = |doe: &str, words: &str| {
        app.post(&concept(app), &me.cookie, &me.form(1, &format!("doe={doe}&{words}")))
    };
    for _ in 0..2 {
        assert_eq!(send("bewaar", "sterk=samen").location(), format!("{}?bewaard=ja", concept(app)));
    }
    let page = app.get(&format!("{}?bewaard=ja", concept(app)), &me.cookie);
    assert!(page.body.contains("samen</textarea>") && page.body.contains("Bewaard."));
    // Finished, twice pressed: one conversation, read by the family, changed by nobody.
    let next = Scherm::open(app, &me.cookie);
    let end = next.form(1, "doe=afronden&sterk=samen&antwoord=waakvlam&wanneer-waakvlam=elke+maand");
    for _ in 0..2 {
        assert_eq!(app.post(&concept(app), &me.cookie, &end).location(), concept(app));
    }
    for rol in [Rol::Wijkteam, Rol::Regisseur, Rol::Gezinslid] {
        let page = app.get(&concept(app), &app.sign_in(rol));
        assert!(page.body.contains("elke maand, zonder einddatum"), "{rol:?}: {}", page.status);
        assert!(!page.body.contains("name=\"beurt\""), "nothing to write in");
    }
    let family = app.get(&format!("/gezin/{}", app.ids.eigen_gezin), &app.sign_in(Rol::Gezinslid));
    assert!(
        family.body.contains("elke maand, zonder einddatum"),
        "the answer stands on the page of the family"
    );
    let late = app.post(&concept(app), &me.cookie, &me.form(2, "doe=bewaar&sterk=te+laat+getypt"));
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(
        late.body.contains("te laat getypt") && late.body.contains("afgerond"),
        "what was typed comes back"
    );
}

#[test]
fn two_who_write_see_both_texts() {
    on_both(both_texts);
}

fn both_texts(app: &TestApp) {
    let me = Scherm::open(app, &app.sign_in(Rol::Wijkteam));
    let colleague = Scherm::open(app, &app.sign_in(Rol::Regisseur));
    assert_eq!(colleague.type_on(app, 1, "sterk=wat+Karim+schreef").status, StatusCode::OK);
    let heard = me.type_on(app, 1, "sterk=wat+Samira+schreef");
    assert_eq!((heard.status, heard.body.as_str()), (StatusCode::CONFLICT, "{\"stand\":\"nieuwer\"}"));
    let form = me.form(2, "doe=bewaar&sterk=wat+Samira+schreef&gewoon_nu=rust");
    let both = app.post(&concept(app), &me.cookie, &form);
    assert_eq!(both.status, StatusCode::CONFLICT);
    for words in ["wat Karim schreef", "wat Samira schreef", "rust"] {
        assert!(both.body.contains(words), "{words}");
    }
    // Saved again from there, knowingly.
    let again = Scherm {
        cookie: me.cookie.clone(),
        versie: hidden(&both, "versie"),
        beurt: hidden(&both, "beurt"),
        sleutel: hidden(&both, "sleutel"),
    };
    assert_eq!(again.type_on(app, 1, "sterk=van+allebei").status, StatusCode::OK);
}

#[test]
fn when_the_session_ends_nothing_typed_is_lost() {
    let app = TestApp::new();
    let cookie = app.sign_in(Rol::Wijkteam);
    let me = Scherm::open(&app, &cookie);
    app.bewijs(&cookie);
    // The session ends in another tab; the page with its cookie and proof is still open.
    app.post("/afmelden", &cookie, "");
    let heard = me.type_on(&app, 1, "sterk=nog+niet+bewaard");
    assert_eq!((heard.status, heard.body.as_str()), (StatusCode::UNAUTHORIZED, "{\"stand\":\"aanmelden\"}"));
    let back = app.post(&concept(&app), &cookie, &me.form(1, "doe=bewaar&sterk=nog+niet+bewaard"));
    assert_eq!(back.status, StatusCode::UNAUTHORIZED);
    assert!(
        back.body.contains("nog niet bewaard</textarea>"),
        "without script the words come back: {}",
        back.body
    );
    // Nothing was typed: just the door.
    let empty = app.post(&concept(&app), &cookie, &me.form(1, "doe=bewaar"));
    assert!(empty.location().starts_with("/?naar="));
    // Signed in again, the page that was open saves on: with the proof of the new session.
    let again = Scherm { cookie: app.sign_in(Rol::Wijkteam), ..me };
    assert_eq!(again.type_on(&app, 2, "sterk=nog+niet+bewaard").status, StatusCode::OK);
}

#[test]
fn who_carries_all_they_can_is_not_asked_for_more() {
    let app = TestApp::new();
    let me = Scherm::open(&app, &app.sign_in(Rol::Wijkteam));
    let asks = |nr, words: &str| {
        assert_eq!(me.type_on(&app, nr, words).status, StatusCode::OK);
        app.get(&concept(&app), &me.cookie).body.contains("wat lukt jullie zelf al")
    };
    assert!(asks(1, "belasting=veel&route=herstel&groep=alledaags"));
    assert!(!asks(2, "belasting=max"));
    assert!(!asks(3, "route=levenslang"));
    assert!(!asks(4, "groep=levenslang&groep=alledaags"));
    assert!(asks(5, ""));
}

/// What a child keeps is in no page of a parent, and the page of the family does not tell that there is anything.
#[test]
fn what_a_child_keeps_is_on_no_page_of_the_family() {
    let app = TestApp::new();
    let id = conversation(&app.register, app.ids.eigen_gezin, crate::app::EIGEN_WIJK, false);
    let members = app.register.members_of(app.ids.eigen_gezin).unwrap();
    let child = members.iter().find(|p| p.rol == GezinsRol::Jeugdige).unwrap().id;
    let said = Stem {
        persoon: child,
        sprak: true,
        woorden: "KANARIEWOORD".into(),
        lezers: Some(Lezers::Professional),
        eigen: "KANARIEDEEL".into(),
    };
    let key = || Register::form_key().unwrap();
    let mut page = blad("gedeeld");
    page.stemmen = vec![said];
    let page = Opslaan { versie: 1, beurt: key(), beurt_nr: 1, blad: page };
    let team = iemand(Rol::Wijkteam, None);
    app.register.finish_conversation(&team, app.ids.eigen_gezin, id, page, &key()).unwrap();
    // The child has a door of its own from twelve: Tom is twelve.
    let young = Identiteit {
        persoon: Some(child),
        account: "kind".into(),
        ..iemand(Rol::Gezinslid, Some(app.ids.eigen_gezin))
    };
    app.register.put_account(&young).unwrap();
    let door = format!("leerloop={}", app.register.sign_in("kind").unwrap().unwrap());
    let at = format!("/gezin/{}/gesprekken/{id}", app.ids.eigen_gezin);
    let pages = [
        at.clone(),
        format!("/gezin/{}", app.ids.eigen_gezin),
        format!("/gezin/{}/gesprekken", app.ids.eigen_gezin),
    ];
    let canaries = |cookie: &str| {
        pages.iter().map(|path| app.get(path, cookie).body.matches("KANARIE").count()).sum::<usize>()
    };
    let mut none = 0;
    for rol in Rol::ALL {
        let seen = canaries(&app.sign_in(rol));
        let reads = matches!(rol, Rol::Wijkteam | Rol::Regisseur);
        assert_eq!(seen, if reads { 2 } else { 0 }, "{rol:?}");
        none += usize::from(!reads);
    }
    assert_eq!(canaries(&door), 2, "the child reads its own");
    assert_eq!(none, Rol::ALL.len() - 2);
    let read = app.get(&at, &app.sign_in(Rol::Gezinslid));
    assert!(read.body.contains("gedeeld"));
    // A colleague of the team without any relation, and one with another.
    let stranger = Identiteit { wijken: vec![], account: "vreemd".into(), ..iemand(Rol::Wijkteam, None) };
    app.register.put_account(&stranger).unwrap();
    let cookie = format!("leerloop={}", app.register.sign_in("vreemd").unwrap().unwrap());
    assert_eq!(app.get(&at, &cookie).status, StatusCode::NOT_FOUND);
    let deed = Maatregel::Betrek { account: "vreemd".into(), relatie: Relatie::Tafel, tot: None };
    app.register.arrange(&team, app.ids.eigen_gezin, &deed).unwrap();
    assert_eq!(app.get(&at, &cookie).status, StatusCode::NOT_FOUND, "the table reads no conversation");
}

#[test]
fn everyone_sees_what_writing_costs_and_a_municipality_adds_a_group() {
    let app = TestApp::new();
    for rol in Rol::ALL {
        let page = app.get("/regeldruk", &app.sign_in(rol));
        assert_eq!(page.status, StatusCode::OK, "{rol:?}");
        assert!(page.body.contains("te weinig"), "two conversations tell of nobody");
    }
    let adviser = app.sign_in(Rol::Beleid);
    let answer = app.post("/groepen", &adviser, "naam=Rond+de+haven&levenslang=ja&wie=schippers");
    assert_eq!(answer.location(), "/groepen?gedaan=ja");
    let refused = app.post("/groepen", &adviser, "naam=+&wie=schippers+van+de+kade");
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.body.contains(">schippers van de kade</textarea>"), "what was typed comes back");
    let team = app.sign_in(Rol::Wijkteam);
    assert_eq!(app.post("/groepen", &team, "naam=Van+mij").status, StatusCode::NOT_FOUND);
    assert!(app.get("/groepen", &team).body.contains("Rond de haven"));
    let offered = || app.get(&concept(&app), &team).body.contains("value=\"eigen-rond-de-haven\"");
    assert!(offered());
    let away = "weg=eigen-rond-de-haven";
    assert_eq!(app.post("/groepen", &team, away).status, StatusCode::NOT_FOUND);
    assert_eq!(
        app.post("/groepen", &adviser, "weg=levenslang").status,
        StatusCode::NOT_FOUND,
        "of the program"
    );
    assert_eq!(app.post("/groepen", &adviser, away).location(), "/groepen?gedaan=weg");
    assert!(!app.get("/groepen", &team).body.contains("Rond de haven") && !offered());
    assert_eq!(app.post("/groepen", &adviser, "naam=Rond+de+haven").location(), "/groepen?gedaan=ja");
    assert!(offered(), "the same name brings it back");
}

/// The script is served as the policy of the pages asks, and refused under another name.
#[test]
fn the_script_is_ours() {
    let app = TestApp::new();
    let page = app.get(&concept(&app), &app.sign_in(Rol::Wijkteam));
    let src = page.body.split("<script src=\"").nth(1).unwrap().split('"').next().unwrap();
    let script = app.ask(Request::builder().method(Method::GET).uri(src).body(Body::empty()).unwrap());
    assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
    for word in ["localStorage", "sessionStorage", "indexedDB", "document.cookie"] {
        assert!(!script.body.contains(word), "nothing is kept in the browser: {word}");
    }
    assert_eq!(app.get("/script/gesprek-0000000000000000.js", "").status, StatusCode::NOT_FOUND);
}
