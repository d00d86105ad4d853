//! The forms about keeping, correcting and taking away, as a browser sends them; and what each form asks at least.

use axum::http::StatusCode;
use register::Register;
use register::beeld::BewarenBeeld;
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Persoon, Rol};

use crate::app::{TestApp, iemand};

fn the_list(lezing: &mut register::Lezing<'_>) -> Result<register::beeld::BewarenBeeld, register::Fout> {
    lezing.bewaren()
}

fn members(app: &TestApp, gezin: Id<Gezin>) -> Vec<Persoon> {
    let me = iemand(Rol::Wijkteam, None);
    app.register.look(&me, Onderdeel::Gezin, "", |l| l.gezin(gezin)).unwrap().leden
}

fn child(app: &TestApp) -> Id<Persoon> {
    members(app, app.ids.eigen_gezin).iter().find(|p| p.bsn.is_some()).unwrap().id
}

fn kept(app: &TestApp) -> BewarenBeeld {
    app.register.look(&iemand(Rol::Beheer, None), Onderdeel::Bewaren, "", the_list).unwrap()
}

/// A form: where it goes, who sends it, and the least with which it has to work. A reviewed table: a field that is added here is
/// one more thing that is asked of people, and needs a reason.
struct Vorm {
    naar: String,
    wie: Rol,
    velden: Vec<(&'static str, String)>,
}

fn forms(app: &TestApp) -> Vec<Vorm> {
    let form = |naar: &str, wie, velden: &[(&'static str, &str)]| Vorm {
        naar: naar.to_owned(),
        wie,
        velden: velden.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
    };
    let correcties = format!("/correcties/{}", app.ids.eigen_gezin);
    let id = child(app).to_string();
    let key = Register::form_key().unwrap();
    vec![
        form("/aanmelden", Rol::Wijkteam, &[("account", "wijkteam")]),
        form("/taal", Rol::Wijkteam, &[("taal", "en")]),
        // To approve a list: what, and that one looked.
        form("/bewaren", Rol::Beheer, &[("doe", "vernietig"), ("bevestig", "ja")]),
        // A hold: on what, which kind, why. Not until when.
        form(
            "/bewaren",
            Rol::Beheer,
            &[("doe", "stop"), ("dossier", &id), ("soort", "klacht"), ("reden", "er loopt iets")],
        ),
        form("/mijn-gegevens/uitvoer", Rol::Gezinslid, &[("vorm", "json")]),
        // Beside a text: about what, and the words.
        form(
            &correcties,
            Rol::Gezinslid,
            &[("doe", "plaats"), ("sleutel", &key), ("over", "gezin"), ("tekst", "zo is het")],
        ),
        form(&format!("/verzoeken/{}", app.ids.eigen_verzoek), Rol::Wijkteam, &[("besluit", "onderzoeken")]),
    ]
}

fn body(velden: &[(&str, String)]) -> String {
    velden
        .iter()
        .map(|(name, value)| format!("{name}={}", value.replace(' ', "%20")))
        .collect::<Vec<_>>()
        .join("&")
}

#[test]
fn a_form_asks_no_more_than_it_needs() {
    let app = TestApp::new();
    app.register
        .put_account(&Identiteit {
            persoon: Some(child(&app)),
            ..iemand(Rol::Gezinslid, Some(app.ids.eigen_gezin))
        })
        .unwrap();
    let forms = forms(&app);
    let mut without = 0;
    for form in &forms {
        let cookie = app.sign_in(form.wie);
        // Each field of the set is needed: without it nothing is saved.
        for (n, (name, _)) in form.velden.iter().enumerate() {
            let mut fewer = form.velden.clone();
            fewer.remove(n);
            let answer = app.post(&form.naar, &cookie, &body(&fewer));
            let refused = answer.status.is_client_error()
                || answer.location().contains("fout")
                || form.naar == "/aanmelden";
            assert!(refused, "{} without {name}: {}", form.naar, answer.status);
            without += 1;
        }
        let answer = app.post(&form.naar, &cookie, &body(&form.velden));
        assert!(
            answer.status.is_redirection() || answer.status.is_success(),
            "{}: {}",
            form.naar,
            answer.status
        );
    }
    println!(
        "{} forms save with only what they need; {without} times one field less is refused",
        forms.len()
    );
}

#[test]
fn holds_and_the_second_look() {
    let app = TestApp::new();
    let cookie = app.sign_in(Rol::Beheer);
    let page = app.get("/bewaren", &cookie);
    assert_eq!(page.status, StatusCode::OK);
    let id = child(&app);
    // Nothing is due in this young register: what is sent all the same destroys nothing.
    let look = app.post("/bewaren", &cookie, &format!("doe=kies&dossier={id}"));
    assert_eq!(look.status, StatusCode::OK);
    assert!(look.body.contains("name=\"bevestig\""), "it asks again");
    let early = app.post("/bewaren", &cookie, &format!("doe=vernietig&bevestig=ja&dossier={id}"));
    assert_eq!(early.location(), "/bewaren?gedaan=nog-niet");
    let unasked = app.post("/bewaren", &cookie, &format!("doe=vernietig&dossier={id}"));
    assert_eq!(unasked.status, StatusCode::BAD_REQUEST, "without the second look");
    app.post("/bewaren", &cookie, &format!("doe=stop&dossier={id}&soort=verzoek&reden=gevraagd"));
    // There are claims of this year: the law of taxes keeps them.
    assert_eq!((kept(&app).dossiers.len(), kept(&app).stops.len()), (0, 1));
    let stop = kept(&app).stops[0].id;
    let names = ["Tom", "Wit", "999900006"];
    let page = app.get("/bewaren", &cookie);
    assert!(names.iter().all(|name| !page.body.contains(name)), "no names on the list");
    app.post("/bewaren", &cookie, &format!("doe=opheffen&stop={stop}"));
    assert!(kept(&app).stops.is_empty());
    for rol in Rol::ALL.into_iter().filter(|rol| *rol != Rol::Beheer) {
        let cookie = app.sign_in(rol);
        for body in ["", "doe=kies", "doe=vernietig&bevestig=ja"] {
            assert_eq!(app.post("/bewaren", &cookie, body).status, StatusCode::NOT_FOUND, "{rol:?} {body}");
        }
    }
}

/// The value of a hidden field of the form with a given deed.
fn field(html: &str, deed: &str, name: &str) -> String {
    let form = html.split("<form").find(|form| form.contains(&format!("value=\"{deed}\""))).unwrap();
    let rest = form.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[test]
fn both_texts_are_shown_when_someone_was_first() {
    let app = TestApp::new();
    let (family, team) = (app.sign_in(Rol::Gezinslid), app.sign_in(Rol::Wijkteam));
    let (page, naar) =
        (format!("/gezin/{}", app.ids.eigen_gezin), format!("/correcties/{}", app.ids.eigen_gezin));
    let seen = app.get(&page, &family).body;
    let key = field(&seen, "plaats", "sleutel");
    let form = format!("doe=plaats&sleutel={key}&over=gezin&tekst=Eerste%20woorden");
    for _ in 0..2 {
        assert_eq!(app.post(&naar, &family, &form).status, StatusCode::SEE_OTHER);
    }
    let seen = app.get(&page, &family).body;
    assert_eq!(
        seen.matches("Eerste woorden").count(),
        2,
        "once beside the text, once in its form: a double click is one"
    );
    let other = app.get(&page, &team).body;
    let (id, old, key) = (
        field(&other, "antwoord", "correctie"),
        field(&other, "antwoord", "versie"),
        field(&other, "antwoord", "sleutel"),
    );
    let change = format!(
        "doe=wijzig&sleutel={}&correctie={id}&versie={old}&tekst=Nieuwe%20woorden",
        field(&seen, "wijzig", "sleutel")
    );
    assert_eq!(app.post(&naar, &family, &change).status, StatusCode::SEE_OTHER);
    let answer = format!(
        "doe=antwoord&sleutel={key}&correctie={id}&versie={old}&stand=anders-gezien&tekst=Wij%20vinden%20van%20niet"
    );
    let late = app.post(&naar, &team, &answer);
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("Nieuwe woorden") && late.body.contains("Wij vinden van niet"), "both texts");
    let now = format!(
        "doe=antwoord&sleutel={}&correctie={id}&versie={}&stand=anders-gezien&tekst=Nu%20wel",
        field(&late.body, "antwoord", "sleutel"),
        field(&late.body, "antwoord", "versie")
    );
    assert_eq!(app.post(&naar, &team, &now).status, StatusCode::SEE_OTHER);
    let seen = app.get(&page, &family).body;
    assert!(seen.contains("Nieuwe woorden") && seen.contains("Nu wel"), "the words of both stay");
}

#[test]
fn ones_own_data_come_as_a_file() {
    let app = TestApp::new();
    let of_nobody = Identiteit { persoon: None, ..iemand(Rol::Gezinslid, Some(app.ids.eigen_gezin)) };
    app.register.put_account(&of_nobody).unwrap();
    let cookie = app.sign_in(Rol::Gezinslid);
    assert_eq!(app.get("/mijn-gegevens", &cookie).status, StatusCode::OK);
    assert_eq!(
        app.post("/mijn-gegevens/uitvoer", &cookie, "vorm=json").status,
        StatusCode::NOT_FOUND,
        "tied to nobody yet"
    );
    app.register
        .put_account(&Identiteit {
            persoon: Some(child(&app)),
            ..iemand(Rol::Gezinslid, Some(app.ids.eigen_gezin))
        })
        .unwrap();
    for (form, kind) in [("json", "application/json"), ("leesbaar", "text/html; charset=utf-8")] {
        let file = app.post("/mijn-gegevens/uitvoer", &cookie, &format!("vorm={form}"));
        assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, kind));
        assert!(file.header("content-disposition").starts_with("attachment"));
        assert!(file.body.contains("Tom") && !file.body.contains("Aya") && !file.body.contains("999900018"));
    }
}
