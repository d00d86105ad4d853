//! The plan of a family: versions, a line that goes out and comes back, handing over, clocks, the expertteam.

mod hulp;
mod regie;

use jiff::civil::date;
use register::beeld::{Gedaan, PlanBeeld, Regiedaad};
use stelsel::Persoon;
use stelsel::achttien::Overgang;
use stelsel::plan::{
    Bron, Daad, Doel, Doelstand, Einde, Evaluatie, Inhoud, Kloksoort, Regel, Soort, Stagnatie, Stap, Wachten,
    Wijziging, Woorden,
};

use super::*;

pub(super) use hulp::{claimed_and_stopped, goes_out_and_comes_back, not_sent, refused, taken_up};
pub(super) use regie::{experts, handover};

fn words(text: &str) -> Woorden {
    Woorden::new(text).unwrap()
}

fn key() -> String {
    Register::form_key().unwrap()
}

/// A family with one child and one allocation, and everybody's account.
fn world(opslag: &Opslag) -> (Register, Id<Gezin>, Id<Persoon>) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    take(&register, &[("301", Toewijzing { from: "2026-03-01", ..Toewijzing::default() }.xml())]);
    for rol in Rol::ALL {
        register.put_account(&who(rol)).unwrap();
    }
    let me = who(Rol::Wijkteam);
    let list =
        register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&GezinnenFilter::default())).unwrap();
    let gezin = list.rijen[0].id;
    let child = register.members_of(gezin).unwrap()[0].id;
    (register, gezin, child)
}

fn plan(register: &Register, who: &Identiteit, gezin: Id<Gezin>) -> Result<PlanBeeld, Fout> {
    register.look(who, Onderdeel::Plan, &gezin.to_string(), |l| l.plan(gezin))
}

fn write(register: &Register, gezin: Id<Gezin>, inhoud: Inhoud) -> i64 {
    let change = Wijziging { nr: None, gelezen: 0, daad: Daad::Schrijf(inhoud) };
    match register.change_plan(&who(Rol::Wijkteam), gezin, change, &key()).unwrap() {
        Gedaan::Opgeslagen(_, versie) => versie,
        Gedaan::Nieuwer(now) => panic!("{now:?}"),
    }
}

fn goal(text: &str, voor: Option<Id<Persoon>>) -> Inhoud {
    Inhoud::Doel(Doel { tekst: words(text), voor, stand: Doelstand::Loopt })
}

fn line(voor: Option<Id<Persoon>>, wacht: Option<Wachten>) -> Inhoud {
    Inhoud::Regel(Regel {
        wat: words("Ouderbegeleiding thuis"),
        wie: words("De Proefaanbieder"),
        voor,
        bron: Bron::Jeugdwet,
        bron_naam: Woorden::default(),
        waar: None,
        van: None,
        einde: Einde::Open,
        doelen: vec![],
        wacht,
    })
}

pub(super) fn versions(opslag: &Opslag) {
    let (register, gezin, child) = world(opslag);
    let me = who(Rol::Wijkteam);
    let empty = plan(&register, &me, gezin).unwrap();
    assert!(empty.plan.is_empty() && empty.versie.is_none() && empty.schrijft);
    assert_eq!(write(&register, gezin, goal("samen eten", None)), 1);
    assert_eq!(write(&register, gezin, goal("zelf fietsen", Some(child))), 2);

    // The same form twice has one effect.
    let twice = key();
    let again = Wijziging { nr: None, gelezen: 0, daad: Daad::Schrijf(line(None, None)) };
    for _ in 0..2 {
        let done = register.change_plan(&me, gezin, again.clone(), &twice).unwrap();
        assert!(matches!(done, Gedaan::Opgeslagen(_, 3)), "{done:?}");
    }
    // Two who read the same version: the second hears of it, nothing of either is lost.
    let change = |text: &str| Wijziging { nr: Some(1), gelezen: 1, daad: Daad::Schrijf(goal(text, None)) };
    assert!(matches!(
        register.change_plan(&me, gezin, change("eerst"), &key()).unwrap(),
        Gedaan::Opgeslagen(_, 4)
    ));
    let colleague = Identiteit { account: "proef-regisseur".into(), ..who(Rol::Wijkteam) };
    let Gedaan::Nieuwer(now) = register.change_plan(&colleague, gezin, change("tweede"), &key()).unwrap()
    else {
        panic!("written over")
    };
    assert_eq!(now.nu, Some(goal("eerst", None)));
    assert_eq!(now.versie, 4);
    // Another part at the same time is nobody's concern.
    assert_eq!(write(&register, gezin, goal("derde", None)), 5);

    let read = |l: &mut Lezing<'_>| l.plan_versies(gezin, Some(1));
    let old = register.look(&me, Onderdeel::Plan, "", read).unwrap();
    assert_eq!(old.versies.len(), 5);
    assert_eq!(old.versies[1].wat, "doel 1");
    assert_eq!(old.versies[1].wie, "Proef wijkteam");
    let (_, plan_then) = old.gelezen.unwrap();
    assert_eq!(plan_then.doelen.len(), 1);
    assert_eq!(plan_then.doelen[0].wat.tekst.as_str(), "samen eten");
    let none = register.look(&me, Onderdeel::Plan, "", |l| l.plan_versies(gezin, Some(99)));
    assert!(matches!(none, Err(Fout::NietGevonden)));
}

pub(super) fn rights(opslag: &Opslag) {
    let (register, gezin, child) = world(opslag);
    write(&register, gezin, goal("van het hele gezin", None));
    write(&register, gezin, goal("van het kind alleen", Some(child)));
    let mut opened = Vec::new();
    for rol in Rol::ALL {
        match plan(&register, &who(rol), gezin) {
            Ok(_) => opened.push(rol),
            Err(fault) => assert!(matches!(fault, Fout::NietGevonden), "{rol:?}: {fault}"),
        }
    }
    assert_eq!(opened, [Rol::Wijkteam, Rol::Teamleider], "without a relation nobody else");
    let lead = plan(&register, &who(Rol::Teamleider), gezin).unwrap();
    assert!(!lead.schrijft);
    let change = || Wijziging { nr: None, gelezen: 0, daad: Daad::Schrijf(goal("x", None)) };
    for rol in [Rol::Teamleider, Rol::Expertteam, Rol::Gezinslid, Rol::Beleid, Rol::Regisseur] {
        let refused = register.change_plan(&who(rol), gezin, change(), &key());
        assert!(matches!(refused, Err(Fout::NietGevonden)), "{rol:?}");
    }
    // What was refused is written down.
    let lines = register.journal_len().unwrap();
    let _ = register.change_plan(&who(Rol::Teamleider), gezin, change(), &key());
    assert_eq!(register.journal_len().unwrap(), lines + 1);
    // A member of the family sees by age and authority; the parent of a child below sixteen everything.
    let members = register.members_of(gezin).unwrap();
    for member in &members {
        let me = Identiteit { gezin: Some(gezin), persoon: Some(member.id), ..who(Rol::Gezinslid) };
        match plan(&register, &me, gezin) {
            Ok(seen) => {
                assert!(!seen.schrijft && seen.regie.keus.is_empty());
                let whole = seen.leden.iter().zip(&seen.maten).find(|(lid, _)| lid.id == child);
                let whole = whole.is_some_and(|(_, maat)| *maat == stelsel::toegang::Maat::Geheel);
                assert_eq!(seen.plan.doelen.len(), if whole { 2 } else { 1 });
            }
            Err(fault) => assert!(matches!(fault, Fout::NietGevonden)),
        }
    }
    let other =
        Identiteit { gezin: Some(Id::new(jiff::Timestamp::UNIX_EPOCH, [7; 10])), ..who(Rol::Gezinslid) };
    assert!(plan(&register, &other, gezin).is_err());
}

pub(super) fn clocks(opslag: &Opslag) {
    let (register, gezin, child) = world(opslag);
    let me = who(Rol::Wijkteam);
    let kinds = |register: &Register| {
        let found = register
            .look(&who(Rol::Wijkteam), Onderdeel::Gezinnen, "", |l: &mut register::Lezing<'_>| l.klokken())
            .unwrap();
        found.into_iter().flat_map(|f| f.klokken.into_iter().map(|k| k.soort)).collect::<Vec<_>>()
    };
    // The allocation of the world began months ago and no start was told.
    let on_page = |register: &Register| {
        let seen = plan(register, &who(Rol::Wijkteam), gezin).unwrap();
        seen.klokken.iter().map(|k| k.soort).collect::<Vec<_>>()
    };
    assert_eq!((kinds(&register), on_page(&register)), (vec![], vec![Kloksoort::Start]));
    let wait = Wachten { sinds: date(2026, 1, 1), waarop: words("wie betaalt"), reden: Stagnatie::Aanbod };
    write(&register, gezin, line(Some(child), Some(wait)));
    let step = Stap {
        tekst: words("bellen"),
        wie: words("Samira"),
        voor: None,
        wanneer: Some(date(2026, 1, 2)),
        klaar: None,
        doel: None,
    };
    write(&register, gezin, Inhoud::Stap(step));
    write(
        &register,
        gezin,
        Inhoud::Evaluatie(Evaluatie { dag: date(2026, 1, 3), wie: words("allen"), uitkomst: None }),
    );
    assert_eq!(
        kinds(&register),
        [Kloksoort::Antwoord, Kloksoort::Regisseur, Kloksoort::Stap, Kloksoort::Evaluatie]
    );
    // The page of the plan says the same, and that help did not begin.
    let mut page = on_page(&register);
    assert!(page.contains(&Kloksoort::Start));
    page.retain(|kind| *kind != Kloksoort::Start);
    page.sort_unstable();
    assert_eq!(page, kinds(&register));
    register.step_done(&me, gezin, 2, &key()).unwrap();
    let over =
        Regiedaad::Overdracht { naar: me.account.clone(), vanaf: None, woord: String::new(), gelezen: None };
    register.hand_over(&me, gezin, over, &key()).unwrap();
    take(&register, &[("305", start("S1", "2026-03-20", "999900006", 300_201, "2026-03-16"))]);
    assert_eq!(kinds(&register), [Kloksoort::Antwoord, Kloksoort::Evaluatie]);
    let away = Wijziging { nr: Some(1), gelezen: 1, daad: Daad::Verwijder(Soort::Regel) };
    register.change_plan(&me, gezin, away, &key()).unwrap();
    assert_eq!(kinds(&register), [Kloksoort::Evaluatie]);
    // Of no family that is another's.
    let elsewhere = Identiteit { wijken: vec![Wijkcode::parse("WK195901").unwrap()], ..who(Rol::Wijkteam) };
    assert_eq!(
        register
            .look(&elsewhere, Onderdeel::Gezinnen, "", |l: &mut register::Lezing<'_>| l.klokken())
            .unwrap(),
        []
    );
    for rol in [Rol::Beleid, Rol::Gezinslid, Rol::Aanbieder] {
        assert!(
            register
                .look(&who(rol), Onderdeel::Gezinnen, "", |l: &mut register::Lezing<'_>| l.klokken())
                .is_err(),
            "{rol:?}"
        );
    }
}

pub(super) fn comes_of_age(opslag: &Opslag) {
    let (register, gezin, child) = world(opslag);
    let me = who(Rol::Wijkteam);
    let read = |l: &mut Lezing<'_>| l.achttien(gezin);
    let seen = register.look(&me, Onderdeel::Plan, "", read).unwrap();
    // The child of the world is younger than sixteen: there is no time line yet, and nothing to write.
    assert_eq!(seen.jongeren.len(), 0);
    let refused = register.write_transition(&me, gezin, (child, 0), Overgang::default(), &key());
    assert!(matches!(refused, Err(Fout::NietGevonden)));
}
