//! The first page of who works with families, and who stands in for whom.

use jiff::SignedDuration;
use register::beeld::{Draad, Maatregel, Over, VandaagBeeld, Verwachting, VoorTeam};
use stelsel::Klok as _;
use stelsel::toegang::Relatie;

use super::deling::{family, member, signed_in};
use super::draad::write;
use super::verwijzing::{refer, tom};
use super::*;

fn today(register: &Register, who: &Identiteit) -> VandaagBeeld {
    register.look(who, Onderdeel::Vandaag, "", |l: &mut register::Lezing<'_>| l.vandaag()).unwrap()
}

fn coordinate(register: &Register, id: Id<Gezin>, account: &str) {
    let deed = Maatregel::Betrek { account: account.into(), relatie: Relatie::Regisseur, tot: None };
    register.arrange(&who(Rol::Wijkteam), id, &deed).unwrap();
}

/// What people wait for, beside the clocks of what the messages tell.
fn asked(page: &register::beeld::VandaagBeeld) -> usize {
    said(&page.gezinnen[0])
}

fn said(family: &register::beeld::VandaagGezin) -> usize {
    family.verwacht.iter().filter(|what| !matches!(what, Verwachting::Klok(..))).count()
}

pub(super) fn expected(opslag: &Opslag) {
    let (register, _, id, [child, _, marieke]) = family(opslag);
    let (mother, boy) = (member(&register, id, marieke), member(&register, id, child));
    let team = who(Rol::Wijkteam);
    let empty = today(&register, &team);
    assert!(empty.gezinnen.is_empty() && empty.team.is_empty());
    write(&register, &mother, id, Draad::Gezin, "Kunt u bellen?").unwrap();
    write(&register, &mother, id, Draad::Gezin, "Of mailen").unwrap();
    write(&register, &boy, id, Draad::Eigen(child), "Ik wil praten").unwrap();
    let key = Register::form_key().unwrap();
    register.place_correction(&mother, id, Over::Gezin, "Wij zien dat anders", &key).unwrap();
    refer(&register, &who(Rol::Verwijzer), &tom(None, Some("999900006")));
    let unknown = refer(&register, &who(Rol::Verwijzer), &tom(Some("4811AB"), None));
    // Without a coordinator it is the team's.
    let page = today(&register, &team);
    assert_eq!(page.gezinnen.len(), 1);
    let words: Vec<&str> = page.gezinnen[0]
        .verwacht
        .iter()
        .map(|what| match what {
            Verwachting::Bericht { nieuw: true, draad: Draad::Gezin, .. } => "new",
            Verwachting::Bericht { nieuw: true, .. } => "own",
            Verwachting::Bericht { .. } => "read",
            Verwachting::Correctie { .. } => "correction",
            Verwachting::Verwijzing(..) => "referral",
            Verwachting::Verzoek(..) => "request",
            Verwachting::Klok(..) => "clock",
            Verwachting::Concept(..) => "draft",
        })
        .collect();
    assert_eq!(words, ["new", "own", "correction", "referral"], "a thread is one line");
    assert!(matches!(page.team.as_slice(), [VoorTeam::Verwijzing(id, ..)] if *id == unknown));
    // With a coordinator it is that person's, and the own thread is not shown to the team.
    coordinate(&register, id, "proef-regisseur");
    let page = today(&register, &team);
    assert!(page.gezinnen.is_empty(), "{page:?}");
    let me = signed_in(&register, "proef-regisseur");
    assert_eq!(asked(&today(&register, &me)), 4);
    // Answered, it is expected no more.
    write(&register, &me, id, Draad::Gezin, "Ik bel morgen").unwrap();
    register.close_post(&me, id, Draad::Eigen(child), &Register::form_key().unwrap()).unwrap();
    assert_eq!(asked(&today(&register, &me)), 2);
    for rol in Rol::ALL.into_iter().filter(|rol| !matches!(rol, Rol::Wijkteam | Rol::Regisseur)) {
        let refused =
            register.look(&who(rol), Onderdeel::Vandaag, "", |l: &mut register::Lezing<'_>| l.vandaag());
        assert!(matches!(refused, Err(Fout::NietGevonden)), "{rol:?}");
    }
}

pub(super) fn stands_in(opslag: &Opslag) {
    let (register, clock, id, [child, ..]) = family(opslag);
    coordinate(&register, id, "proef-regisseur");
    let far = Identiteit::new("invaller", "Inge Valler", Rol::Regisseur);
    register.put_account(&far).unwrap();
    let boy = member(&register, id, child);
    write(&register, &boy, id, Draad::Eigen(child), "Ik wil praten").unwrap();
    let coordinator = signed_in(&register, "proef-regisseur");
    let see = |who: &Identiteit| register.look(who, Onderdeel::Gezin, "", |l| l.gezin(id));
    assert!(see(&signed_in(&register, "invaller")).is_err());
    let day = clock.today();
    let next = day.tomorrow().unwrap();
    register.be_away(&coordinator, (day, next), "invaller").unwrap();
    let me = signed_in(&register, "invaller");
    assert_eq!(me.betrokken, [(id, Relatie::Vervanger)]);
    assert!(see(&me).is_ok());
    let page = today(&register, &me);
    assert!(page.gezinnen.is_empty());
    assert_eq!(page.vervangt[0].voor.as_deref(), Some("Proef regisseur"), "apart, with for whom");
    assert_eq!(said(&page.vervangt[0]), 1, "the own thread too");
    assert_eq!(today(&register, &coordinator).afwezig.unwrap().vervanger, "Inge Valler");
    let listed = register.look(&who(Rol::Wijkteam), Onderdeel::Toegang, "", |l| l.wie_mag(id)).unwrap();
    let on_screen = listed.mensen.iter().find(|m| m.naam == "Inge Valler").unwrap();
    assert!(on_screen.relatie == Relatie::Vervanger && on_screen.tot.is_some());
    let plan = register.look(&me, Onderdeel::Plan, "", |l| l.plan(id)).unwrap();
    let told = &plan.regie.vervangers;
    assert!(told.len() == 1 && told[0].naam == "Inge Valler" && told[0].tot.is_some(), "on the plan too");
    // It ends by itself, and at once when someone is back.
    clock.advance(SignedDuration::from_hours(48));
    assert!(signed_in(&register, "invaller").betrokken.is_empty());
    let day = clock.today();
    register.be_away(&coordinator, (day, day), "invaller").unwrap();
    assert!(!signed_in(&register, "invaller").betrokken.is_empty());
    register.be_back(&coordinator).unwrap();
    assert!(signed_in(&register, "invaller").betrokken.is_empty());
    for (wrong, days) in [
        ("proef-regisseur", (day, day)),
        ("proef-raad", (day, day)),
        ("bestaat-niet", (day, day)),
        ("invaller", (day, day.yesterday().unwrap())),
    ] {
        assert!(matches!(register.be_away(&coordinator, days, wrong), Err(Fout::Zinloos(_))), "{wrong}");
    }
    assert!(matches!(register.be_away(&who(Rol::Raad), (day, day), "invaller"), Err(Fout::NietGevonden)));
}
