//! The message desk as people meet it: what became of a message, the conversation, and answering a request.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use register::beeld::VerzoekStand;
use stelsel::{Onderdeel, Rol};

use crate::app::{Antwoord, TOM, TestApp, exchange, iemand};
use crate::xml::{file, verzoek};

/// The page with ordinary spaces, so that days can be looked for.
fn plain(answer: &Antwoord) -> String {
    answer.body.replace('\u{a0}', " ")
}

fn stand(app: &TestApp, id: stelsel::Id<register::beeld::Verzoek>) -> VerzoekStand {
    let who = iemand(Rol::Beheer, None);
    let read = move |l: &mut register::Lezing<'_>| l.verzoek(id);
    app.register.look(&who, Onderdeel::Verzoek, "", read).unwrap().regel.stand
}

#[test]
fn a_refused_message_says_what_is_wrong_and_what_the_sender_can_do() {
    let app = TestApp::new();
    let path = format!("/bericht/{}", app.ids.afgekeurd);
    for rol in [Rol::Beheer, Rol::Aanbieder] {
        let page = app.get(&path, &app.sign_in(rol));
        let text = plain(&page);
        for part in [
            "Afgekeurd op niveau 3",
            "Er is voor deze cliënt geen toewijzing met dit nummer verstuurd.",
            "Wat De Proefaanbieder kan doen: Kijk het ToewijzingNummer na.",
            "Regel TR019, niveau 3",
            "Antwoord op start (JW306)",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(
            page.links("/toewijzingen/").is_empty(),
            "there is no conversation about what does not exist"
        );
        let answer = page.links("/bericht/").into_iter().find(|to| !to.starts_with(&path)).unwrap();
        let back = app.get(&answer, &app.sign_in(rol));
        assert!(back.links("/bericht/").contains(&path), "the answer leads back");
    }
    let other = app.get(&format!("{path}?deel=velden"), &app.sign_in(Rol::Beheer));
    assert!(other.body.contains("StartProduct") && !other.body.contains("Kijk het"));
    let english = format!("{}; taal=en", app.sign_in(Rol::Beheer));
    assert!(app.get(&path, &english).body.contains("Check the ToewijzingNummer."));
}

#[test]
fn a_conversation_tells_who_said_what() {
    let app = TestApp::new();
    let team = app.sign_in(Rol::Wijkteam);
    let family = app.get(&format!("/gezin/{}", app.ids.eigen_gezin), &team);
    assert_eq!(family.links("/toewijzingen/"), ["/toewijzingen/0758/300201"]);
    let page = app.get("/toewijzingen/0758/300201", &team);
    let text = plain(&page);
    for part in [
        "Tom Wit en De Proefaanbieder",
        "Gemeente Breda wijst hulp toe",
        "2 uur per maand, vanaf 2 maart 2026",
        "De Proefaanbieder meldt de start",
        "De hulp begon op 9 maart 2026.",
        "De Proefaanbieder declareert",
        "Voor maart 2026: € 78,00.",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let order = ["wijst hulp toe", "meldt de start", "declareert"].map(|part| text.find(part).unwrap());
    assert!(order.is_sorted());
    assert!(page.links("/bericht/").is_empty(), "a team does not open messages");
    let provider = app.get("/toewijzingen/0758/300201", &app.sign_in(Rol::Aanbieder));
    assert!(provider.links("/bericht/").len() >= 3 && provider.links("/gezin/").is_empty());
    let own = app.get(&format!("/gezin/{}", app.ids.eigen_gezin), &app.sign_in(Rol::Gezinslid));
    assert!(own.links("/toewijzingen/").is_empty(), "a family reads its own page, not the traffic");
}

#[test]
fn a_team_sees_the_requests_of_its_own_children() {
    let app = TestApp::new();
    let list = app.get("/verzoeken", &app.sign_in(Rol::Wijkteam));
    let text = plain(&list);
    assert_eq!(list.links("/verzoeken/").len(), 2, "Tom, and Bo of whom nobody knows the address: {text}");
    assert!(
        text.contains("De Proefaanbieder vraagt om hulp thuis of dichtbij (45A04)") && !text.contains("Aya")
    );
    assert!(text.contains("Verwezen door: gemeente."));
    let path = format!("/verzoeken/{}", app.ids.eigen_verzoek);
    let page = app.get(&path, &app.sign_in(Rol::Wijkteam));
    assert!(page.links("/toewijzingen/").len() == 1 && page.links("/gezin/").len() == 1);
    assert!(page.body.contains("value=\"toekennen\" checked"), "granting is the first choice");
    assert!(page.body.contains("Bel eerst: het gezin en de aanbieder"));
    assert!(!page.body.contains("name=\"postcode\""), "the address is known");
    let beheer = app.get(&path, &app.sign_in(Rol::Beheer));
    assert_eq!(beheer.status, StatusCode::OK);
    assert!(!beheer.body.contains("name=\"besluit\""), "who does not decide gets no form");
    assert_eq!(app.post(&path, &app.sign_in(Rol::Beheer), "besluit=toekennen").status, StatusCode::NOT_FOUND);
}

#[test]
fn granting_sends_the_allocation_and_a_second_answer_is_told_so() {
    let app = TestApp::new();
    let team = app.sign_in(Rol::Wijkteam);
    let id = app.ids.eigen_verzoek;
    let path = format!("/verzoeken/{id}");
    let before = app.register.journal_len().unwrap();
    let sent = app.post(&path, &team, "besluit=toekennen");
    assert_eq!(
        (sent.status, sent.location()),
        (StatusCode::SEE_OTHER, format!("{path}?verstuurd=ja").as_str()),
        "{}",
        sent.body
    );
    assert!(app.register.journal_len().unwrap() > before);
    assert_eq!(stand(&app, id), VerzoekStand::Toegekend);
    let page = app.get(sent.location(), &team);
    assert!(
        page.body.contains("Uw antwoord gaat naar de aanbieder")
            && page.body.contains("Laat het gezin weten")
    );
    assert!(!page.body.contains("name=\"besluit\""));
    let conversation = page.links("/toewijzingen/").pop().unwrap();
    let talk = plain(&app.get(&conversation, &team));
    for part in ["De Proefaanbieder vraagt om hulp", "Ontvangen en in orde", "3 uur per week", "Wat nog komt"]
    {
        assert!(talk.contains(part), "{part}: {talk}");
    }
    let again = app.post(&path, &team, "besluit=afwijzen&reden=7");
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(
        again.body.contains("Iemand anders was u voor") && again.body.contains("‘toegewezen’"),
        "{}",
        again.body
    );
    assert!(!app.get("/verzoeken", &team).body.contains(&path));
}

#[test]
fn what_breaks_a_rule_is_not_sent_and_says_which() {
    let app = TestApp::new();
    let team = app.sign_in(Rol::Wijkteam);
    let first = format!("/verzoeken/{}", app.ids.eigen_verzoek);
    assert_eq!(app.post(&first, &team, "besluit=afwijzen&reden=7").status, StatusCode::SEE_OTHER);
    // Then one about a product that runs already.
    let came =
        exchange(&app.register, vec![file("vraag-weer.xml", verzoek(&TOM, "Q4", "2026-04-01", "45A48"))]);
    assert!(matches!(came[..], [register::Uitkomst::Opgenomen(_)]), "{came:?}");
    let list = app.get("/verzoeken", &team);
    let same = list.body.split("<li ").find(|part| part.contains("(45A48)")).unwrap();
    let path = same.split('"').find(|part| part.starts_with("/verzoeken/")).unwrap();
    let refused = app.post(path, &team, "besluit=toekennen");
    assert_eq!(refused.status, StatusCode::CONFLICT);
    for part in
        ["Er is niets veranderd", "Regel TR302, niveau 2", "value=\"toekennen\" checked", "wacht op antwoord"]
    {
        assert!(refused.body.contains(part), "{part}: {}", refused.body);
    }
}

#[test]
fn looking_into_it_and_refusing_say_what_happens_next() {
    let app = TestApp::new();
    let team = app.sign_in(Rol::Wijkteam);
    let id = app.ids.eigen_verzoek;
    let path = format!("/verzoeken/{id}");
    assert_eq!(app.post(&path, &team, "besluit=onderzoeken").status, StatusCode::SEE_OTHER);
    assert_eq!(stand(&app, id), VerzoekStand::InOnderzoek);
    let page = app.get(&path, &team);
    assert!(page.body.contains("wordt bekeken") && !page.body.contains("value=\"onderzoeken\""));
    assert!(!page.body.contains("Uw antwoord gaat naar"));
    for reason in ["", "&reden=8", "&reden=99"] {
        let nothing = app.post(&path, &team, &format!("besluit=afwijzen{reason}"));
        assert_eq!(nothing.status, StatusCode::BAD_REQUEST, "{reason}");
        assert!(
            nothing.body.contains("Er is nog niets verstuurd") && nothing.body.contains("id=\"reden-fout\"")
        );
        assert!(nothing.body.contains("value=\"afwijzen\" checked"), "the choice is kept");
    }
    assert_eq!(app.post(&path, &team, "besluit=afwijzen&reden=7").status, StatusCode::SEE_OTHER);
    assert_eq!(stand(&app, id), VerzoekStand::Afgewezen);
    assert!(app.get(&path, &team).body.contains("Laat het gezin zelf weten waarom"));
}

#[test]
fn another_municipality_is_named_or_numbered() {
    let app = TestApp::new();
    let team = app.sign_in(Rol::Wijkteam);
    let path = format!("/verzoeken/{}", app.ids.eigen_verzoek);
    for (typed, kept) in [("", "value=\"\""), ("Nergenshuizen%22", "value=\"Nergenshuizen&#34;\"")] {
        let answer = app.post(&path, &team, &format!("besluit=andere-gemeente&gemeente={typed}"));
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{typed}");
        assert!(
            answer.body.contains("id=\"gemeente-fout\"") && answer.body.contains(kept),
            "{}",
            answer.body
        );
    }
    assert_eq!(stand(&app, app.ids.eigen_verzoek), VerzoekStand::Open);
    let named = app.post(&path, &team, "besluit=andere-gemeente&gemeente=BREDA");
    assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.body);
    let bo = format!("/verzoeken/{}", app.ids.nieuw_verzoek);
    assert_eq!(app.post(&bo, &team, "besluit=andere-gemeente&gemeente=0855").status, StatusCode::SEE_OTHER);
}

#[test]
fn an_address_that_is_needed_is_asked_for_and_what_was_typed_is_kept() {
    let app = TestApp::new();
    let team = app.sign_in(Rol::Wijkteam);
    let id = app.ids.nieuw_verzoek;
    let path = format!("/verzoeken/{id}");
    let page = app.get(&path, &team);
    assert!(page.body.contains("name=\"postcode\"") && page.links("/gezin/").is_empty());
    let empty = app.post(&path, &team, "besluit=toekennen&postcode=&huisnummer=");
    assert_eq!(empty.status, StatusCode::BAD_REQUEST);
    assert!(empty.body.contains("zonder adres kan de toewijzing niet weg"), "{}", empty.body);
    let street = "x".repeat(30);
    let wrong = app.post(
        &path,
        &team,
        &format!("besluit=toekennen&postcode=48&huisnummer=12a&straat={street}&plaats=Breda"),
    );
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    for part in [
        "value=\"48\"",
        "value=\"12a\"",
        "id=\"straat-fout\"",
        "id=\"postcode-fout\"",
        "id=\"huisnummer-fout\"",
    ] {
        assert!(wrong.body.contains(part), "{part}");
    }
    assert!(!wrong.body.contains("id=\"plaats-fout\"") && wrong.body.contains("value=\"Breda\""));
    assert_eq!(stand(&app, id), VerzoekStand::Open);
    let sent = app.post(
        &path,
        &team,
        "besluit=toekennen&postcode=4811%20ab&huisnummer=12&straat=Lindelaan&plaats=Breda",
    );
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert_eq!(stand(&app, id), VerzoekStand::Toegekend);
}

#[test]
fn an_answer_that_is_none_of_ours_changes_nothing() {
    let app = TestApp::new();
    let team = app.sign_in(Rol::Wijkteam);
    let path = format!("/verzoeken/{}", app.ids.eigen_verzoek);
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://elders.nl")] {
        let request = Request::post(&path)
            .header("host", "proef")
            .header("cookie", &team)
            .header(name, value)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from("besluit=toekennen"))
            .unwrap();
        assert_eq!(app.ask(request).status, StatusCode::FORBIDDEN, "{name}");
    }
    for body in ["", "besluit=", "besluit=toekennen%00", "besluit=weigeren"] {
        assert_eq!(app.post(&path, &team, body).status, StatusCode::BAD_REQUEST, "{body}");
    }
    let other = format!("/verzoeken/{}", app.ids.ander_verzoek);
    for body in ["besluit=toekennen", "besluit=afwijzen", "besluit=afwijzen&reden=7"] {
        assert_eq!(app.post(&other, &team, body).status, StatusCode::NOT_FOUND, "{body}");
    }
    assert_eq!(stand(&app, app.ids.eigen_verzoek), VerzoekStand::Open);
    assert_eq!(stand(&app, app.ids.ander_verzoek), VerzoekStand::Open);
}

#[test]
fn what_is_due_names_no_person() {
    let app = TestApp::new();
    for rol in [Rol::Contract, Rol::Beheer] {
        let page = app.get("/termijnen", &app.sign_in(rol));
        let text = plain(&page);
        assert!(text.contains("De gemeente antwoordt op een verzoek"), "{text}");
        assert!(text.contains("uiterlijk 9 april 2026") || text.contains("te laat"), "{text}");
        assert!(!text.contains("Tom") && !text.contains("Aya"));
        assert_eq!(page.links("/verzoeken/").is_empty(), rol == Rol::Contract, "{}", rol.key());
    }
}
