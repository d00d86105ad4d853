//! The plan of a family as people use it: what is typed is kept, who is late is told, who may not is not let in.

use axum::http::Method;
use stelsel::Rol;

use crate::app::TestApp;

struct Wie<'a> {
    app: &'a TestApp,
    pad: String,
    cookie: String,
}

impl Wie<'_> {
    /// Sends a form; each number is another form.
    fn send(&self, form: &str, number: u32) -> crate::app::Antwoord {
        let body = format!("{form}&sleutel={number:032x}");
        self.app.send(&Method::POST, &self.pad, &self.cookie, &body)
    }

    fn page(&self) -> String {
        let answer = self.app.get(&self.pad, &self.cookie);
        assert_eq!(answer.status.as_u16(), 200, "{}", self.pad);
        answer.body
    }
}

fn someone(app: &TestApp, rol: Rol) -> Wie<'_> {
    Wie { app, pad: format!("/gezin/{}/plan", app.ids.eigen_gezin), cookie: app.sign_in(rol) }
}

#[test]
fn nothing_that_is_typed_is_lost() {
    let app = TestApp::new();
    let me = someone(&app, Rol::Wijkteam);
    let goal = "doe=doel&tekst=Samen+eten+zonder+ruzie";
    assert_eq!(me.send(goal, 1).status.as_u16(), 303);
    // A second click on the same button.
    assert_eq!(me.send(goal, 1).status.as_u16(), 303);
    assert_eq!(me.page().matches("<p class=\"regels\">Samen eten zonder ruzie</p>").count(), 1);

    let wrong = me.send("doe=regel&wat=&wie=Marieke+en+de+buurvrouw&van=2026-02-31", 2);
    assert_eq!(wrong.status.as_u16(), 400);
    assert!(wrong.body.contains("value=\"Marieke en de buurvrouw\""), "what was typed is there");
    assert!(
        wrong.body.contains("aria-invalid=\"true\"") && wrong.body.contains("Schrijf een dag die bestaat")
    );
    assert!(wrong.body.contains("Vul dit in."));

    // Two read the same version.
    assert_eq!(me.send("doe=doel&nr=1&versie=1&tekst=Rustig+aan+tafel", 3).status.as_u16(), 303);
    let late = me.send("doe=doel&nr=1&versie=1&tekst=Iets+heel+anders", 4);
    assert_eq!(late.status.as_u16(), 409);
    assert!(late.body.contains("Iets heel anders") && late.body.contains("Rustig aan tafel"), "both texts");
    assert!(!me.page().contains("Iets heel anders"), "nothing was stored");
    let too_long = me.send(&format!("doe=gewoon&versie=0&tekst={}", "a".repeat(4_001)), 5);
    assert_eq!(too_long.status.as_u16(), 400);
    let nonsense = me.send("doe=onzin", 6);
    assert_eq!(nonsense.status.as_u16(), 400);

    // Every version can be read, as it was.
    let versions = app.get(&format!("{}/versies?versie=1", me.pad), &me.cookie);
    assert_eq!(versions.status.as_u16(), 200);
    assert!(versions.body.contains("Samen eten zonder ruzie") && !versions.body.contains("Rustig aan tafel"));
}

#[test]
fn a_line_is_allocated_and_faults_stand_beside_the_field() {
    let app = TestApp::new();
    let me = someone(&app, Rol::Wijkteam);
    let members = app.register.members_of(app.ids.eigen_gezin).unwrap();
    let child = members.iter().find(|p| p.bsn.is_some()).unwrap().id;
    let line = format!("doe=regel&wat=Ouderbegeleiding&bron=jeugdwet&voor={child}");
    assert_eq!(me.send(&line, 1).status.as_u16(), 303);
    let pad = format!("{}/hulp", me.pad);
    let form = app.get(&format!("{pad}?regel=1"), &me.cookie);
    assert!(form.body.contains("Ouderbegeleiding"), "{}", form.body);
    let hulp = Wie { app: &app, pad, cookie: me.cookie.clone() };
    let wrong = hulp.send("doe=toewijzen&regel=1&aanbieder=niemand&volume=veel", 2);
    assert_eq!(wrong.status.as_u16(), 400);
    assert!(wrong.body.contains("value=\"niemand\"") && wrong.body.contains("Deze aanbieder kennen we niet"));
    let provider = crate::app::EIGEN_AGB;
    let unknown = format!("doe=toewijzen&regel=1&aanbieder={provider}&ingang=2026-05-01&categorie=&volume=2");
    let unknown = hulp.send(&unknown, 3);
    assert_eq!(unknown.status.as_u16(), 400);
    assert!(unknown.body.contains("Kies een soort hulp."));
    let waiting = app.register.waiting(100).unwrap().len();
    let good = format!(
        "doe=toewijzen&regel=1&aanbieder=Proef+({provider})&ingang=2026-05-01&eind=2026-10-31&categorie=45&code=45A04&volume=2&eenheid=04&frequentie=2"
    );
    let sent = hulp.send(&good, 4);
    assert_eq!(sent.status.as_u16(), 303, "{}", sent.body);
    assert_eq!(app.register.waiting(100).unwrap().len(), waiting + 1, "a JW301 waits for the connector");
    let page = me.page();
    assert!(page.contains("het bericht staat klaar"), "{page}");
    // A colleague of another team, and who only advises, cannot.
    for rol in [Rol::Tafellid, Rol::Expertteam, Rol::Teamleider, Rol::Gezinslid] {
        let other = Wie { app: &app, pad: hulp.pad.clone(), cookie: app.sign_in(rol) };
        assert_eq!(other.send(&good, 5).status.as_u16(), 404, "{rol:?}");
    }
}

#[test]
fn handing_over_is_one_step_and_the_family_reads_the_word() {
    let app = TestApp::new();
    let me = someone(&app, Rol::Wijkteam);
    let page = me.page();
    let read =
        page.split("name=\"gelezen\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let over = format!("doe=overdracht&naar=wijkteam&woord=Ik+ben+er+voor+jullie&gelezen={read}");
    let nobody = me.send(&format!("doe=overdracht&naar=&gelezen={read}"), 1);
    assert_eq!(nobody.status.as_u16(), 400);
    assert!(nobody.body.contains("Kies iemand."));
    assert_eq!(me.send(&over, 2).status.as_u16(), 303);
    let late = me.send(&over.replace("naar=wijkteam", "naar=regisseur"), 3);
    assert_eq!(late.status.as_u16(), 409, "somebody else handed over in the meantime");
    let family = someone(&app, Rol::Gezinslid);
    assert!(family.page().contains("Ik ben er voor jullie"));
    assert_eq!(family.send(&over, 4).status.as_u16(), 404);
}

#[test]
fn what_families_wait_for_is_found_from_the_list() {
    let app = TestApp::new();
    let me = someone(&app, Rol::Wijkteam);
    let list = || app.post("/gezinnen", &me.cookie, "wacht=ja").body;
    assert!(!list().contains("te laat"));
    assert_eq!(me.send("doe=stap&tekst=Bellen+met+school&wanneer=2026-01-02", 1).status.as_u16(), 303);
    let found = list();
    assert!(found.contains("Waar gezinnen op wachten") && found.contains("dagen te laat"), "{found}");
    assert!(found.contains(&me.pad), "the way to the plan");
    // Not when one looks for something else, and not for who reads no plans.
    assert!(!app.post("/gezinnen", &me.cookie, "zoek=Wit&wacht=ja").body.contains("te laat"));
    let doctor = app.sign_in(Rol::Verwijzer);
    assert!(!app.post("/gezinnen", &doctor, "wacht=ja").body.contains("te laat"));
}
