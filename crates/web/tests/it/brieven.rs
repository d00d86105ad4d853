//! Letters and the plan on paper, as the people who make and get them use them.

use axum::http::Method;
use stelsel::Rol;

use crate::app::{Antwoord, TestApp};

fn field(page: &Antwoord, name: &str) -> String {
    let at = page.body.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
    at.split('"').next().unwrap().replace("&#38;", "&")
}

/// What stands in a text area.
fn typed(page: &Antwoord, name: &str) -> String {
    let area = page.body.split(&format!("name=\"{name}\" rows=")).nth(1).unwrap();
    let text = area.split_once(">\n").unwrap().1.split("</textarea>").next().unwrap();
    text.replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
}

fn encode(text: &str) -> String {
    text.bytes().map(|b| [format!("%{b:02X}")].concat()).collect::<Vec<_>>().concat()
}

struct Brief<'a> {
    doe: &'a str,
    soort: &'a str,
    onderwerp: &'a str,
    tekst: &'a str,
    sleutel: &'a str,
    meer: &'a str,
}

impl Brief<'_> {
    fn body(&self) -> String {
        format!(
            "doe={}&soort={}&taal=nl&adres={}&onderwerp={}&tekst={}&telefoon=076&sleutel={}{}",
            self.doe,
            self.soort,
            encode("Familie Wit\r\nLindelaan 202"),
            encode(self.onderwerp),
            encode(self.tekst),
            self.sleutel,
            self.meer
        )
    }
}

const GOED: Brief<'_> = Brief {
    doe: "maak",
    soort: "uitnodiging",
    onderwerp: "Zullen we praten?",
    tekst: "Beste familie Wit,\r\n\r\nKom u langs?\r\n- Dinsdag",
    sleutel: "0123456789abcdef0123456789abcdef",
    meer: "",
};

#[test]
fn a_letter_from_the_first_word_to_the_family() {
    let app = TestApp::new();
    let (team, family) = (app.sign_in(Rol::Wijkteam), app.sign_in(Rol::Gezinslid));
    let page = format!("/gezin/{}/brieven", app.ids.eigen_gezin);
    // The page of the family leads there, and the page names what there is to write about.
    assert!(app.get(&format!("/gezin/{}", app.ids.eigen_gezin), &team).body.contains(&page));
    let list = app.get(&page, &team);
    let links = list.links(&page);
    let besluit = links.iter().find(|link| link.contains("soort=besluit")).unwrap();
    let begin = app.get(besluit.split('#').next().unwrap(), &team);
    let text = typed(&begin, "tekst");
    assert!(text.contains("De Proefaanbieder") && text.contains("uiterlijk op 22\u{a0}mei 2026"), "{text}");
    assert!(typed(&begin, "adres").contains("4811 AB"), "{}", typed(&begin, "adres"));
    // As it begins it cannot be sent: the number to call is not there yet.
    assert!(text.contains("[vul in]"));
    let good = text.replace("[vul in]", "076 000 00 00");
    let body = Brief { soort: "besluit", onderwerp: "Hulp voor Tom", tekst: &good, ..GOED }.body();
    let persoon = field(&begin, "persoon");
    let made = app.post(&page, &team, &format!("{body}&persoon={persoon}"));
    assert_eq!((made.status.as_u16(), made.location()), (303, format!("{page}?gedaan=ja").as_str()));
    let done = app.get(made.location(), &team);
    assert!(done.body.contains("De brief is gemaakt") && done.body.contains("Hulp voor Tom"));

    // The family finds it on its own page and takes it along.
    let own = app.get(&page, &family);
    assert!(own.body.contains("Hulp voor Tom") && !own.body.contains("<textarea"), "{}", own.body);
    let letters = own.links("/brief/");
    let pdfs = letters.iter().map(|letter| app.get(letter, &family));
    let pdf = pdfs.into_iter().find(|pdf| pdf.header("content-disposition").contains("besluit")).unwrap();
    assert_eq!(pdf.status.as_u16(), 200);
    assert_eq!(pdf.header("content-type"), "application/pdf");
    assert_eq!(pdf.header("content-disposition"), "attachment; filename=\"besluit-2026-04-10.pdf\"");
    assert!(pdf.header("cache-control").contains("no-store"), "{:?}", pdf.headers);
    assert!(pdf.body.starts_with("%PDF-1.7") && pdf.body.contains("<pdfuaid:part>1"));
    // The next letter knows the number.
    let next = app.get(&format!("{page}?soort=inzage&taal=en"), &team);
    assert_eq!(field(&next, "telefoon"), "076");
    assert!(typed(&next, "tekst").starts_with("Dear Wit family"), "{}", typed(&next, "tekst"));
}

#[test]
fn nothing_that_was_typed_is_lost() {
    let app = TestApp::new();
    let team = app.sign_in(Rol::Wijkteam);
    let page = format!("/gezin/{}/brieven", app.ids.eigen_gezin);
    let nasty = "Beste <b>familie</b> & \"anderen\",\r\n\r\nTot [dag].";
    let long = "a".repeat(4_001);
    let before = app.get(&page, &team).links("/brief/").len();
    for (what, brief) in [
        ("papier-fout-invullen", Brief { tekst: nasty, ..GOED }),
        ("leeg", Brief { onderwerp: " ", tekst: nasty, ..GOED }),
        ("toestemming", Brief { soort: "verwijzer", tekst: "Geachte dokter <Jansen>,", ..GOED }),
        ("lang", Brief { tekst: &long, ..GOED }),
        ("letters", Brief { tekst: "Beste علي,", ..GOED }),
    ] {
        let answer = app.post(&page, &team, &brief.body());
        assert_eq!(answer.status.as_u16(), 400, "{what}");
        assert!(answer.body.contains("role=\"alert\""), "{what}");
        assert_eq!(typed(&answer, "tekst"), brief.tekst.replace("\r\n", "\n"), "{what}");
        assert_eq!(typed(&answer, "adres"), "Familie Wit\nLindelaan 202", "{what}");
        assert!(!answer.body.contains("<b>familie"), "{what}");
        let wrong = answer.body.contains("class=\"veldfout\"");
        assert_eq!(wrong, what != "letters", "{what}");
    }
    assert_eq!(app.get(&page, &team).links("/brief/").len(), before, "nothing was made");
    // Told of letters that are missing, one may go on; who said yes, makes the letter outside.
    let told = Brief { tekst: "Beste علي,", meer: &format!("&letters={}", encode("علي")), ..GOED };
    assert_eq!(app.post(&page, &team, &told.body()).status.as_u16(), 303);
    let yes = Brief {
        soort: "verwijzer",
        sleutel: "1123456789abcdef0123456789abcdef",
        meer: "&toestemming=Tom+en+Marieke",
        ..GOED
    };
    assert_eq!(app.post(&page, &team, &yes.body()).status.as_u16(), 303);
    assert_eq!(app.get(&page, &team).links("/brief/").len(), before + 2);
}

#[test]
fn looking_first_keeps_nothing_and_sending_twice_makes_one() {
    let app = TestApp::new();
    let team = app.sign_in(Rol::Wijkteam);
    let page = format!("/gezin/{}/brieven", app.ids.eigen_gezin);
    let before = app.get(&page, &team).links("/brief/").len();
    let look = app.post(&page, &team, &Brief { doe: "bekijk", ..GOED }.body());
    assert_eq!((look.status.as_u16(), look.header("content-type")), (200, "application/pdf"));
    assert_eq!(app.get(&page, &team).links("/brief/").len(), before);
    for _ in 0..2 {
        assert_eq!(app.post(&page, &team, &GOED.body()).status.as_u16(), 303);
    }
    assert_eq!(app.get(&page, &team).links("/brief/").len(), before + 1);
    for nonsense in ["", "doe=maak", "doe=bekijk&sleutel=x&soort=anders&taal=nl", "doe=weg&sleutel=x"] {
        assert_eq!(app.send(&Method::POST, &page, &team, nonsense).status.as_u16(), 400, "{nonsense}");
    }
}

#[test]
fn the_plan_goes_along_on_paper() {
    let app = TestApp::new();
    let page = format!("/gezin/{}/plan.pdf", app.ids.eigen_gezin);
    for rol in [Rol::Wijkteam, Rol::Gezinslid, Rol::Tafellid] {
        let plan = app.get(&page, &app.sign_in(rol));
        assert_eq!((plan.status.as_u16(), plan.header("content-type")), (200, "application/pdf"), "{rol:?}");
        assert!(plan.header("content-disposition").starts_with("attachment; filename=\"plan-"));
        assert!(plan.header("cache-control").contains("no-store"));
        assert!(plan.body.starts_with("%PDF-1.7"));
    }
    // The family of this test shares its plan with the school; nobody shares with these.
    for rol in [Rol::Beheer, Rol::Aanbieder, Rol::Raad, Rol::Auditor] {
        assert_eq!(app.get(&page, &app.sign_in(rol)).status.as_u16(), 404, "{rol:?}");
    }
    let other = format!("/gezin/{}/plan.pdf", app.ids.ander_gezin);
    assert_eq!(app.get(&other, &app.sign_in(Rol::Gezinslid)).status.as_u16(), 404);
}
