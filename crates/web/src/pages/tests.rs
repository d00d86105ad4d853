//! Every page with every sample in every language: whole, escaped, one heading, no missing text.

use std::path::PathBuf;

use askama::Template;
use stelsel::{Onderdeel, Rol};

use super::bericht::Deel;
use super::*;
use crate::kader::Kader;
use crate::monster;
use crate::omhulsel::FoutPagina;
use crate::taal::Taal;

const NASTY: &str = "<script>alert(1)</script>\"'&x";

fn kader(taal: Taal, rol: Rol, hier: Onderdeel, nasty: &str) -> Kader {
    Kader {
        taal,
        wie: Some(monster::iemand(rol, nasty)),
        demo: true,
        hier: Some(hier),
        bewijs: crate::bewijs::Bewijs::default(),
        pad: if nasty.is_empty() { "/regio".to_owned() } else { nasty.to_owned() },
    }
}

/// Every page by name.
#[expect(clippy::too_many_lines, reason = "one line per page")]
fn all(taal: Taal, nasty: &str) -> Vec<(String, String)> {
    use Onderdeel as O;
    let k = |rol, hier| kader(taal, rol, hier, nasty);
    let mut out: Vec<(String, askama::Result<String>)> = vec![
        ("start".into(), start::StartPagina::sample(&k(Rol::Wijkteam, O::Regio), nasty).render()),
        ("regio".into(), regio::RegioPagina::sample(&k(Rol::Beleid, O::Regio), nasty).render()),
        ("wijk".into(), wijk::WijkPagina::sample(&k(Rol::Raad, O::Wijk), nasty).render()),
        ("gezinnen".into(), gezinnen::GezinnenPagina::sample(&k(Rol::Wijkteam, O::Gezinnen), nasty).render()),
        ("gezin".into(), gezin::GezinPagina::sample(&k(Rol::Wijkteam, O::Gezin), nasty).render()),
        ("mijn-gezin".into(), gezin::GezinPagina::sample(&k(Rol::Gezinslid, O::Gezin), nasty).render()),
        ("gezin-beheer".into(), gezin::GezinPagina::sample(&k(Rol::Beheer, O::Gezin), nasty).render()),
        (
            "berichten".into(),
            berichten::BerichtenPagina::sample(&k(Rol::Beheer, O::Berichten), nasty).render(),
        ),
        ("gesprek".into(), gesprek::GesprekPagina::sample(&k(Rol::Wijkteam, O::Gesprek), nasty).render()),
        (
            "gesprek-aanbieder".into(),
            gesprek::GesprekPagina::sample(&k(Rol::Aanbieder, O::Gesprek), nasty).render(),
        ),
        (
            "gesprek-leeg".into(),
            gesprek::GesprekPagina::sample_leeg(&k(Rol::Beheer, O::Gesprek), nasty).render(),
        ),
        (
            "verzoeken".into(),
            verzoeken::VerzoekenPagina::sample(&k(Rol::Wijkteam, O::Verzoeken), nasty).render(),
        ),
        (
            "verzoeken-leeg".into(),
            verzoeken::VerzoekenPagina::sample_leeg(&k(Rol::Wijkteam, O::Verzoeken)).render(),
        ),
        (
            "termijnen".into(),
            termijnen::TermijnenPagina::sample(&k(Rol::Beheer, O::Termijnen), nasty).render(),
        ),
        (
            "termijnen-contract".into(),
            termijnen::TermijnenPagina::sample(&k(Rol::Contract, O::Termijnen), nasty).render(),
        ),
        (
            "termijnen-leeg".into(),
            termijnen::TermijnenPagina::sample_leeg(&k(Rol::Contract, O::Termijnen)).render(),
        ),
        (
            "quarantaine".into(),
            quarantaine::QuarantainePagina::sample(&k(Rol::Beheer, O::Quarantaine), nasty).render(),
        ),
        (
            "quarantaine-stuk".into(),
            quarantaine_stuk::QuarantaineStukPagina::sample(&k(Rol::Beheer, O::Quarantaine), nasty).render(),
        ),
        (
            "aanbieders".into(),
            aanbieders::AanbiedersPagina::sample(&k(Rol::Contract, O::Aanbieders), nasty).render(),
        ),
        (
            "aanbieder".into(),
            aanbieder::AanbiederPagina::sample(&k(Rol::Contract, O::Aanbieders), nasty).render(),
        ),
    ];
    out.extend(aanmelders::samples(&k(Rol::Wijkteam, O::Regio), nasty));
    for rol in [Rol::Wijkteam, Rol::Gezinslid] {
        let page = inzagen::InzagenPagina::sample(&k(rol, O::Inzagen), nasty);
        out.push((format!("inzagen-{}", rol.key()), page.render()));
    }
    let page = inzagen::InzagenPagina::sample_leeg(&k(Rol::Gezinslid, O::Inzagen), nasty);
    out.push(("inzagen-leeg".into(), page.render()));
    for (name, page) in journaal::JournaalPagina::samples(&k(Rol::Auditor, O::Journaal), nasty) {
        out.push((name.into(), page.render()));
    }
    for deel in Deel::ALL {
        let page = bericht::BerichtPagina::sample(&k(Rol::Beheer, O::Bericht), nasty, deel);
        out.push((format!("bericht-{deel:?}").to_lowercase(), page.render()));
    }
    for (n, page) in (1..).zip(bericht::BerichtPagina::samples_mis(&k(Rol::Beheer, O::Bericht), nasty)) {
        out.push((format!("bericht-mis-{n}"), page.render()));
    }
    for (name, page) in verzoek::VerzoekPagina::samples(&k(Rol::Wijkteam, O::Verzoek), nasty) {
        out.push((format!("verzoek-{name}"), page.render()));
    }
    for (name, page) in
        verzoek::VerzoekPagina::samples(&k(Rol::Beheer, O::Verzoek), nasty).into_iter().take(1)
    {
        out.push((format!("verzoek-{name}-beheer"), page.render()));
    }
    for (name, page) in uitnodiging::UitnodigingPagina::samples(&k(Rol::Beheer, O::Regio), nasty) {
        out.push((format!("uitnodiging-{name}"), page.render()));
    }
    for (name, page) in mijn_account::MijnAccountPagina::samples(&k(Rol::Wijkteam, O::MijnAccount), nasty) {
        out.push((format!("mijn-account-{name}"), page.render()));
    }
    out.push((
        "accounts".into(),
        accounts::AccountsPagina::sample(&k(Rol::Beheer, O::Accounts), nasty).render(),
    ));
    for (name, page) in toegang::ToegangPagina::samples(&k(Rol::Wijkteam, O::Toegang), nasty) {
        out.push((name.to_owned(), page.render()));
    }
    for (name, page) in brieven::BrievenPagina::samples(&k(Rol::Wijkteam, O::Brieven), nasty) {
        out.push((name, page.render()));
    }
    for (name, page) in plan::PlanPagina::samples(&k(Rol::Wijkteam, O::Plan), nasty) {
        out.push((name.to_owned(), page.render()));
    }
    let page = planversies::PlanversiesPagina::sample(&k(Rol::Wijkteam, O::Plan), nasty);
    out.push(("planversies".into(), page.render()));
    for (name, page) in hulp::HulpPagina::samples(&k(Rol::Wijkteam, O::Plan), nasty) {
        out.push((name.to_owned(), page.render()));
    }
    for (name, page) in achttien::AchttienPagina::samples(&k(Rol::Wijkteam, O::Plan), nasty) {
        out.push((name.to_owned(), page.render()));
    }
    for (name, page) in expertvragen::ExpertvragenPagina::samples(&k(Rol::Expertteam, O::Expertvragen), nasty)
    {
        out.push((name.to_owned(), page.render()));
    }
    for (name, page) in expertvragen::ExpertvraagPagina::samples(&k(Rol::Expertteam, O::Expertvragen), nasty)
    {
        out.push((name.to_owned(), page.render()));
    }
    out.push(("nood".into(), nood::NoodPagina::sample(&k(Rol::Wijkteam, O::Nood), nasty).render()));
    let meldingen = meldingen::MeldingenPagina::sample(&k(Rol::Teamleider, O::Meldingen), nasty);
    out.push(("meldingen".into(), meldingen.render()));
    for (name, page) in bewaren::BewarenPagina::samples(&k(Rol::Beheer, O::Bewaren), nasty) {
        out.push((format!("bewaren-{name}"), page.render()));
    }
    for (name, page) in mijn::MijnPagina::samples(&k(Rol::Gezinslid, O::MijnGegevens), nasty) {
        out.push((format!("mijn-gegevens-{name}"), page.render()));
    }
    let own = mijn::UitvoerPagina::new(k(Rol::Gezinslid, O::MijnGegevens), &monster::bewaren::uitvoer(nasty));
    out.push(("uitvoer".into(), own.render()));
    for rol in [Rol::Wijkteam, Rol::Gezinslid] {
        for (name, page) in leden::LedenPagina::samples(&k(rol, O::Leden), nasty) {
            out.push((format!("{name}-{}", rol.key()), page.render()));
        }
    }
    out.push((
        "nieuw-gezin".into(),
        nieuw_gezin::NieuwGezinPagina::sample(&k(Rol::Wijkteam, O::NieuwGezin), nasty).render(),
    ));
    for (name, page) in dubbelen::DubbelenPagina::samples(&k(Rol::Wijkteam, O::Dubbelen), nasty) {
        out.push((name.to_owned(), page.render()));
    }
    for (name, page) in vragen::VragenPagina::samples(&k(Rol::Wijkteam, O::Vragen), nasty) {
        out.push((name.to_owned(), page.render()));
    }
    out.push((
        "vraagcijfers".into(),
        vraagcijfers::VraagcijfersPagina::sample(&k(Rol::Raad, O::Vraagcijfers), nasty).render(),
    ));
    for (name, page) in goed_gesprek::samples(&k(Rol::Wijkteam, O::GoedGesprek), nasty) {
        out.push((name.to_owned(), page));
    }
    for rol in [Rol::Wijkteam, Rol::Gezinslid] {
        let page = goed_gesprek::LezenPagina::sample(&k(rol, O::GoedGesprek), nasty);
        out.push((format!("goed-gesprek-{}", rol.key()), page.render()));
    }
    for (name, page) in gesprekken::GesprekkenPagina::samples(&k(Rol::Wijkteam, O::GoedGesprek), nasty) {
        out.push((name.to_owned(), page.render()));
    }
    for rol in [Rol::Wijkteam, Rol::Beleid] {
        let page = groepen::GroepenPagina::sample(&k(rol, O::Groepen), nasty);
        out.push((format!("groepen-{}", rol.key()), page.render()));
    }
    for (name, page) in regeldruk::RegeldrukPagina::samples(&k(Rol::Raad, O::Regeldruk), nasty) {
        out.push((name.to_owned(), page.render()));
    }
    for (name, page) in ons::OnsPagina::samples(&k(Rol::Gezinslid, O::Gezin), nasty) {
        out.push((format!("ons-{name}"), page.render()));
    }
    for (name, page) in post::PostPagina::samples(&k(Rol::Wijkteam, O::Post), nasty) {
        out.push((format!("post-{name}"), page.render()));
    }
    for (name, page) in delen::DelenPagina::samples(&k(Rol::Gezinslid, O::Delen), nasty) {
        out.push((format!("delen-{name}"), page.render()));
    }
    for (name, page) in verwijzingen::VerwijzingenPagina::samples(&k(Rol::Wijkteam, O::Verwijzingen), nasty) {
        out.push((format!("verwijzingen-{name}"), page.render()));
    }
    for (name, page) in verwijzing::VerwijzingPagina::samples(&k(Rol::Wijkteam, O::Verwijzingen), nasty) {
        out.push((format!("verwijzing-{name}"), page.render()));
    }
    let referrer = k(Rol::Verwijzer, O::Verwijzingen);
    for (name, page) in verwijzing_nieuw::VerwijzingNieuwPagina::samples(&referrer, nasty) {
        out.push((format!("verwijzing-nieuw-{name}"), page.render()));
    }
    let policy = k(Rol::Beleid, O::Verwijsafspraken);
    for (name, page) in verwijsafspraken::VerwijsafsprakenPagina::samples(&policy, nasty) {
        out.push((format!("verwijsafspraken-{name}"), page.render()));
    }
    for (name, page) in monitor::MonitorPagina::samples(&k(Rol::Beleid, O::Regio), nasty) {
        out.push((name.to_owned(), page.render()));
    }
    for (name, page) in oorzaken::OorzakenPagina::samples(&k(Rol::Raad, O::Regio)) {
        out.push((name.to_owned(), page.render()));
    }
    for (name, page) in buren::BurenPagina::samples(&k(Rol::Beleid, O::Regio), nasty) {
        out.push((name.to_owned(), page.render()));
    }
    let policy = k(Rol::Beleid, O::Uitproberen);
    for (name, page) in uitproberen::UitproberenPagina::samples(&policy, nasty) {
        out.push((name.to_owned(), page.render()));
    }
    for (name, page) in uitproberen::NieuwPagina::samples(&policy, nasty) {
        out.push((name.to_owned(), page.render()));
    }
    for (name, page) in uitproberen::PogingPagina::samples(&policy, nasty) {
        out.push((name.to_owned(), page.render()));
    }
    for (name, page) in uitproberen::UitkomstPagina::samples(&policy, nasty) {
        out.push((name.to_owned(), page.render()));
    }
    let k = |rol| kader(taal, rol, O::Analyses, nasty);
    for (name, page) in analyses::AnalysesPagina::samples(&k(Rol::Beleid), nasty) {
        out.push((name.to_owned(), page.render()));
    }
    for (name, page) in analyse::AnalysePagina::samples(&k(Rol::Raad), nasty) {
        out.push((name.to_owned(), page.render()));
    }
    for (name, page) in analyseversies::AnalyseversiesPagina::samples(&k(Rol::Beleid), nasty) {
        out.push((name.to_owned(), page.render()));
    }
    let k = |rol, hier| kader(taal, rol, hier, nasty);
    for (name, page) in vandaag::VandaagPagina::samples(&k(Rol::Wijkteam, O::Vandaag), nasty) {
        out.push((format!("vandaag-{name}"), page.render()));
    }
    out.extend(cijfers::tests::samples(
        &k(Rol::Beleid, O::Cijfers),
        &k(Rol::Contract, O::Aanbiedercijfers),
        nasty,
    ));
    for kind in ["400", "401", "403", "404", "405", "413", "429", "500", "503", "druk"] {
        let number = format!("1234.5{nasty}");
        let page = FoutPagina {
            getypt: vec![format!("Lief dagboek{nasty}")],
            aanmelden: (kind == "401").then(|| "/?naar=%2Fvandaag".to_owned()),
            ..FoutPagina::new(taal, crate::bewijs::Bewijs::default(), kind, number)
        };
        out.push((format!("fout-{kind}"), page.render()));
    }
    out.into_iter().map(|(name, page)| (name, page.unwrap())).collect()
}

fn folder() -> PathBuf {
    let binary = std::env::current_exe().unwrap();
    let target = binary.ancestors().find(|p| p.join("CACHEDIR.TAG").exists());
    target.map_or_else(std::env::temp_dir, PathBuf::from).join("paginas")
}

/// Writes the pages where one can look at them, with the style sheet beside.
#[test]
fn pages_to_look_at() {
    let folder = folder();
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("stijl.css"), stijl::STIJL).unwrap();
    let mut written = 0;
    for taal in Taal::ALL {
        for (name, html) in all(taal, "") {
            let local = html.replace(&crate::Pad::Stijl.to_string(), "stijl.css");
            std::fs::write(folder.join(format!("{name}.{}.html", taal.tag())), local).unwrap();
            written += 1;
        }
    }
    assert!(written >= 40, "{written}");
}

#[test]
fn every_page_is_whole_in_every_language() {
    for taal in Taal::ALL {
        for nasty in ["", NASTY] {
            for (name, html) in all(taal, nasty) {
                let case = format!("{name} in {}", taal.tag());
                assert!(html.contains(&format!("<html lang=\"{}\">", taal.tag())), "{case}: language");
                assert_eq!(html.matches("<h1").count(), 1, "{case}: one main heading");
                assert!(!html.contains('⟦'), "{case}: a text is missing: {}", around(&html, "⟦"));
                assert!(!html.contains("{$") && !html.contains("{ $"), "{case}: {}", around(&html, "$"));
                assert_eq!(html.matches("<main").count(), 1, "{case}: main");
                assert!(!html.contains(" style=") && !html.contains("<style"), "{case}: inline style");
                assert!(!html.contains(" onclick") && !html.contains("javascript:"), "{case}: inline script");
                let no_number = |word: &str| {
                    let bare = word.trim_start_matches(['M', 'L', 'H', 'V']);
                    bare == "NaN" || bare == "inf"
                };
                let mut words = html.split(|c: char| !c.is_alphanumeric());
                assert!(!words.any(no_number), "{case}: numbers of a drawing");
                headings_do_not_skip(&case, &html);
                ids_are_unique(&case, &html);
            }
        }
    }
}

#[test]
fn what_comes_from_outside_is_never_markup() {
    let mut fields = 0;
    for taal in Taal::ALL {
        for (name, html) in all(taal, NASTY) {
            // Only our own file, by its address; nothing within the page.
            let html = html.replace("<script src=\"/script/", "");
            assert!(!html.contains("<script"), "{name}: {}", around(&html, "<script"));
            assert!(!html.contains("\"'&x"), "{name}: quotes in {}", around(&html, "\"'&x"));
            fields += html.matches("&#60;script").count();
        }
    }
    assert!(fields > 200, "the samples hold the text in many fields: {fields}");
}

/// `safe` only for drawings, which are templates of their own.
#[test]
fn only_drawings_are_written_without_escaping() {
    let templates = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut safe = Vec::new();
    for folder in [templates.clone(), templates.join("deel")] {
        for file in std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()) {
            if let Ok(text) = std::fs::read_to_string(&file) {
                let found = text.split("{{").skip(1).filter_map(|rest| rest.split("}}").next());
                safe.extend(found.filter(|e| e.contains("safe")).map(|e| e.trim().to_owned()));
            }
        }
    }
    safe.sort();
    let of_causes = ["c.eerste|safe", "geheel|safe", "rond|safe", "t|safe"];
    safe.retain(|one| !of_causes.contains(&one.as_str()));
    assert_eq!(safe, ["kaart|safe", "kaart|safe", "netwerk|safe"]);
}

fn around<'t>(html: &'t str, what: &str) -> &'t str {
    let at = html.find(what).unwrap_or(0);
    let end = html[at..].char_indices().nth(80).map_or(html.len(), |(n, _)| at + n);
    &html[at..end]
}

fn headings_do_not_skip(case: &str, html: &str) {
    let levels: Vec<u8> = html
        .match_indices("<h")
        .filter_map(|(at, _)| html.as_bytes().get(at + 2).filter(|b| b.is_ascii_digit()).map(|b| b - b'0'))
        .collect();
    assert_eq!(levels.first(), Some(&1), "{case}");
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{case}: a heading skips a level: {levels:?}");
    }
}

fn ids_are_unique(case: &str, html: &str) {
    let mut seen = std::collections::BTreeSet::new();
    for id in html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(seen.insert(id), "{case}: id {id} stands twice");
    }
    for list in html.split("aria-labelledby=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        for id in list.split(' ') {
            assert!(seen.contains(id), "{case}: aria-labelledby {id} names nothing");
        }
    }
}
