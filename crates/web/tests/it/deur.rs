//! The family's own page, messages, sharing, referrals and the first page, as a browser asks them.

use axum::http::StatusCode;
use register::Register;
use register::beeld::{Gedaan, NieuweVerwijzing, VerwijzingInhoud};
use stelsel::persoon::GezinsRol;
use stelsel::verwijzing::VerwijzerSoort;
use stelsel::{Id, Identiteit, Klok as _, Persoon, Rol};

use crate::app::TestApp;

const CANARY: &str = "Kanariegeheim";

fn child(app: &TestApp) -> Id<Persoon> {
    let members = app.register.members_of(app.ids.eigen_gezin).unwrap();
    members.iter().find(|m| m.rol == GezinsRol::Jeugdige).unwrap().id
}

/// Signs in as the child of the own family.
fn as_child(app: &TestApp) -> String {
    let me = Identiteit {
        gezin: Some(app.ids.eigen_gezin),
        persoon: Some(child(app)),
        ..Identiteit::new("kind", "Tom Wit", Rol::Gezinslid)
    };
    app.register.put_account(&me).unwrap();
    format!("leerloop={}", app.register.sign_in("kind").unwrap().unwrap())
}

fn key() -> String {
    Register::form_key().unwrap()
}

fn at(app: &TestApp, day: &str) {
    app.klok.set(format!("{day}T09:00:00Z").parse().unwrap());
}

/// The child was born on 14 February 2014: the page at eleven, thirteen and seventeen.
#[test]
fn the_own_door_opens_at_twelve_and_speaks_to_who_comes_in() {
    let app = TestApp::new();
    let page = format!("/gezin/{}/ons", app.ids.eigen_gezin);
    at(&app, "2026-02-13");
    assert_eq!(app.get(&page, &as_child(&app)).status, StatusCode::NOT_FOUND, "eleven");
    let parent = app.get(&page, &app.sign_in(Rol::Gezinslid));
    assert_eq!(parent.status, StatusCode::OK);
    assert!(parent.body.contains("Wie ons nu helpt") && parent.body.contains("Ziet u iets anders?"));
    for day in ["2027-06-01", "2031-06-01"] {
        at(&app, day);
        let young = app.get(&page, &as_child(&app));
        assert_eq!(young.status, StatusCode::OK, "{day}");
        assert!(young.body.contains("Dag Tom") && young.body.contains("Zie je iets anders?"), "{day}");
        assert!(young.body.contains("Alleen jij en"), "{day}: the own thread");
    }
    // For who works with the family it is no page.
    assert_eq!(app.get(&page, &app.sign_in(Rol::Wijkteam)).status, StatusCode::NOT_FOUND);
}

/// What a young person writes alone stands on no page of anyone else, at any age and in any role.
#[test]
fn the_own_thread_stands_on_no_page_of_another() {
    let app = TestApp::new();
    let gezin = app.ids.eigen_gezin;
    let post = format!("/gezin/{gezin}/post");
    let own = format!("{post}?draad={}", child(&app));
    at(&app, "2027-06-01");
    let young = as_child(&app);
    let form = format!("draad={}&tekst={CANARY}&sleutel={}", child(&app), key());
    assert_eq!(app.post(&post, &young, &form).status, StatusCode::SEE_OTHER);
    assert!(app.get(&own, &young).body.contains(CANARY));
    // The coordinator reads it, so the team does not.
    assert!(app.get(&own, &app.sign_in(Rol::Regisseur)).body.contains(CANARY));
    let mut asked = 0;
    for day in ["2027-06-01", "2031-06-01"] {
        at(&app, day);
        for rol in Rol::ALL.into_iter().filter(|rol| *rol != Rol::Regisseur) {
            let cookie = app.sign_in(rol);
            for page in [
                own.clone(),
                post.clone(),
                format!("/gezin/{gezin}"),
                format!("/gezin/{gezin}/ons"),
                format!("/gezin/{gezin}/inzagen"),
                "/vandaag".to_owned(),
                "/mijn-gegevens".to_owned(),
                "/journaal".to_owned(),
            ] {
                let answer = app.get(&page, &cookie);
                assert!(!answer.body.contains(CANARY), "{rol:?} {day} {page}");
                assert!(page != own || answer.status == StatusCode::NOT_FOUND, "{rol:?} {day}");
                asked += 1;
            }
            if rol == Rol::Gezinslid {
                let taken = app.post("/mijn-gegevens/uitvoer", &cookie, "vorm=json");
                assert!(!taken.body.contains(CANARY), "{day}: what a parent takes away");
            }
        }
    }
    println!("{asked} pages, 0 with the words of the own thread");
}

#[test]
fn a_message_is_kept_when_it_is_wrong_and_sent_once_when_sent_twice() {
    let app = TestApp::new();
    let post = format!("/gezin/{}/post", app.ids.eigen_gezin);
    let (parent, team) = (app.sign_in(Rol::Gezinslid), app.sign_in(Rol::Regisseur));
    let long = "a".repeat(8_001);
    let refused = app.post(&post, &parent, &format!("draad=gezin&tekst={long}&sleutel={}", key()));
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.body.contains(&long) && refused.body.contains("role=\"alert\""));
    let form = format!("draad=gezin&tekst=Zou+u+kunnen+bellen&sleutel={}", key());
    for _ in 0..2 {
        assert_eq!(app.post(&post, &parent, &form).status, StatusCode::SEE_OTHER);
    }
    let seen = app.get(&post, &team);
    assert_eq!(seen.body.matches("Zou u kunnen bellen").count(), 1);
    assert!(app.get("/vandaag", &team).body.contains("kreeg nog geen antwoord"));
    assert!(app.get(&post, &parent).body.contains("Gelezen op"));
    let answer = format!("draad=gezin&tekst=Morgen+bel+ik&sleutel={}", key());
    assert_eq!(app.post(&post, &team, &answer).status, StatusCode::SEE_OTHER);
    assert!(!app.get("/vandaag", &team).body.contains("kreeg nog geen antwoord"));
    let ons = app.get(&format!("/gezin/{}/ons", app.ids.eigen_gezin), &parent);
    assert!(ons.body.contains("1 nieuw"));
}

/// Consent that ended: the next request of the school shows nothing, without any time going by.
#[test]
fn a_withdrawn_consent_shows_nothing_any_more() {
    let app = TestApp::new();
    let gezin = app.ids.eigen_gezin;
    let page = format!("/gezin/{gezin}");
    let (school, parent) = (app.sign_in(Rol::School), app.sign_in(Rol::Gezinslid));
    let before = app.get(&page, &school);
    assert!(before.status == StatusCode::OK && before.body.contains("Tom"));
    let delen = format!("/gezin/{gezin}/delen");
    let seen = app.get(&delen, &parent);
    let rest = &seen.body[seen.body.find("Proef school").unwrap()..];
    let id = rest.split("name=\"deling\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let now = app.klok.now();
    let stop = format!("doe=stop&deling={id}&sleutel={}", key());
    assert_eq!(app.post(&delen, &parent, &stop).status, StatusCode::SEE_OTHER);
    for address in [page.clone(), format!("{page}/plan"), format!("{page}/delen")] {
        let after = app.get(&address, &school);
        assert_eq!(after.status, StatusCode::NOT_FOUND, "{address}");
        assert!(!after.body.contains("Tom"));
    }
    assert!(!app.get("/gezinnen", &school).body.contains("Tom"));
    assert_eq!(app.klok.now(), now, "no time went by");
}

/// The mother invites a grandmother, who sees what is shared and nothing else, until it is withdrawn.
#[test]
fn someone_of_the_network_sees_what_is_shared() {
    let app = TestApp::with_passwords();
    let gezin = app.ids.eigen_gezin;
    let parent = format!("leerloop={}", app.register.sign_in("gezinslid").unwrap().unwrap());
    let delen = format!("/gezin/{gezin}/delen");
    let wrong = app.post(
        &delen,
        &parent,
        &format!("doe=nodig-uit&naam=Oma&over=gezin&wat-plan=ja&sleutel={}", key()),
    );
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert!(wrong.body.contains("value=\"Oma\""), "what was typed is kept");
    let form =
        format!("doe=nodig-uit&naam=Oma+Corrie&over=gezin&wat-plan=ja&doel=Oppassen&sleutel={}", key());
    let made = app.post(&delen, &parent, &form);
    assert_eq!(made.status, StatusCode::OK);
    assert!(made.body.contains("Oma Corrie kan meekijken") && made.body.contains("uitnodiging-code"));
    let guests = app.register.accounts().unwrap();
    let guest = guests.iter().find(|a| a.naam == "Oma Corrie").unwrap();
    let cookie = format!("leerloop={}", app.register.sign_in(&guest.account).unwrap().unwrap());
    let home = app.get("/", &cookie);
    assert_eq!(home.location(), format!("/gezin/{gezin}"));
    let seen = app.get(home.location(), &cookie);
    assert_eq!(seen.status, StatusCode::OK);
    for hidden in ["Tom", "999900006", "4811", "Lindelaan", "De Proefaanbieder"] {
        assert!(!seen.body.contains(hidden), "{hidden}: only what is of nobody in particular was shared");
    }
    assert_eq!(app.get(&format!("/gezin/{gezin}/plan"), &cookie).status, StatusCode::OK);
    for page in ["ons", "post", "delen", "inzagen", "plan/versies", "plan/hulp"] {
        let answer = app.get(&format!("/gezin/{gezin}/{page}"), &cookie);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{page}");
    }
}

/// A referrer reads the own referrals; another's, whatever is in the address, is not found.
#[test]
fn a_referral_is_of_who_sent_it() {
    let app = TestApp::new();
    let other = Identiteit::new("andere-arts", "Andere arts", Rol::Verwijzer);
    app.register.put_account(&other).unwrap();
    let new = NieuweVerwijzing {
        soort: VerwijzerSoort::Huisarts,
        kind: CANARY.into(),
        achternaam: "Bakker".into(),
        geboren: None,
        bsn: None,
        postcode: None,
        inhoud: VerwijzingInhoud { vraag: CANARY.into(), ..VerwijzingInhoud::default() },
    };
    let Gedaan::Opgeslagen(theirs, _) = app.register.refer(&other, &new, &key()).unwrap() else {
        panic!("not stored")
    };
    let doctor = app.sign_in(Rol::Verwijzer);
    assert!(app.get("/verwijzingen", &doctor).body.contains("Tom Wit"));
    let page = format!("/verwijzingen/{theirs}");
    for address in [page.as_str(), "/verwijzingen"] {
        assert!(!app.get(address, &doctor).body.contains(CANARY), "{address}");
    }
    assert_eq!(app.get(&page, &doctor).status, StatusCode::NOT_FOUND);
    let deed = format!("doe=oppakken&versie=1&sleutel={}", key());
    assert_eq!(app.post(&page, &doctor, &deed).status, StatusCode::NOT_FOUND);
    // The team picks it up; who comes second is told, and what was typed stays.
    let team = app.sign_in(Rol::Wijkteam);
    assert_eq!(app.post(&page, &team, &deed).status, StatusCode::SEE_OTHER);
    let late = format!("doe=antwoord&versie=1&tekst=Er+is+hulp&akkoord=moeder&sleutel={}", key());
    let conflict = app.post(&page, &team, &late);
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    assert!(conflict.body.contains("Er is hulp"));
    let bare = format!("doe=antwoord&versie=2&tekst=Er+is+hulp&sleutel={}", key());
    assert_eq!(app.post(&page, &team, &bare).status, StatusCode::BAD_REQUEST);
    // What is missing is said, and what was typed is kept.
    let missing =
        app.post("/verwijzingen/nieuw", &doctor, &format!("kind=Sem&vraag=Slaapt&sleutel={}", key()));
    assert_eq!(missing.status, StatusCode::BAD_REQUEST);
    assert!(missing.body.contains("value=\"Sem\"") && missing.body.contains(">Slaapt</textarea>"));
}

/// Who stands in finds the families of the colleague apart, and no longer than that.
#[test]
fn who_stands_in_sees_the_families_apart() {
    let app = TestApp::new();
    let far = Identiteit::new("invaller", "Inge Valler", Rol::Regisseur);
    app.register.put_account(&far).unwrap();
    let cookie = format!("leerloop={}", app.register.sign_in("invaller").unwrap().unwrap());
    assert!(!app.get("/vandaag", &cookie).body.contains("Gezinnen van collega"));
    let away = "van=2026-04-10&tot=2026-04-12&vervanger=invaller";
    let coordinator = app.sign_in(Rol::Regisseur);
    assert_eq!(app.post("/mijn-account/afwezig", &coordinator, away).status, StatusCode::SEE_OTHER);
    let home = app.get("/vandaag", &cookie);
    assert!(home.body.contains("Jij vervangt Proef regisseur"));
    assert!(app.get("/vandaag", &coordinator).body.contains("Inge Valler neemt waar"));
    at(&app, "2026-04-13");
    let cookie = format!("leerloop={}", app.register.sign_in("invaller").unwrap().unwrap());
    assert!(!app.get("/vandaag", &cookie).body.contains("Jij vervangt"));
    let wrong =
        app.post("/mijn-account/afwezig", &coordinator, "van=2026-04-14&tot=gisteren&vervanger=invaller");
    assert!(wrong.status == StatusCode::BAD_REQUEST || wrong.status == StatusCode::SEE_OTHER);
}
