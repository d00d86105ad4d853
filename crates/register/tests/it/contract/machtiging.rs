//! Relations: who is tied to a family by name, shielding, authority by age, and breaking the glass.

use jiff::SignedDuration;
use register::beeld::{Maatregel, NOOD_MINUTEN, Oordeel, Zoek};
use stelsel::persoon::GezinsRol;
use stelsel::toegang::{Deel, Keuze, Maat, Relatie};
use stelsel::{Doel, Klok as _};

use super::*;

fn reported(lezing: &mut Lezing<'_>) -> Result<Vec<register::beeld::NoodMelding>, Fout> {
    lezing.noodmeldingen()
}

/// A register with one family, and an account per role.
pub(super) fn with_family(opslag: &Opslag) -> (Register, std::sync::Arc<stelsel::VasteKlok>, Id<Gezin>) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    for rol in Rol::ALL {
        register.put_account(&who(rol)).unwrap();
    }
    let id = families(&register)[0].gezin.id;
    (register, clock, id)
}

/// As the account is now, with its relations.
pub(super) fn signed_in(register: &Register, rol: Rol) -> Identiteit {
    let token = register.sign_in(&format!("proef-{}", rol.key())).unwrap().unwrap();
    register.session(&token).unwrap().unwrap()
}

pub(super) fn see(register: &Register, who: &Identiteit, id: Id<Gezin>) -> Result<GezinBeeld, Fout> {
    register.look(who, Onderdeel::Gezin, &id.to_string(), |l| l.gezin(id))
}

pub(super) fn tie(
    register: &Register,
    id: Id<Gezin>,
    rol: Rol,
    relatie: Relatie,
    tot: Option<&str>,
) -> Result<(), Fout> {
    let tot = tot.map(|day| day.parse().unwrap());
    let deed = Maatregel::Betrek { account: format!("proef-{}", rol.key()), relatie, tot };
    register.arrange(&who(Rol::Wijkteam), id, &deed)
}

/// Every relation by name opens its parts and no other, and nothing before and after.
pub(super) fn involvement(opslag: &Opslag) {
    let (register, clock, id) = with_family(opslag);
    for (rol, relatie) in [
        (Rol::Regisseur, Relatie::Regisseur),
        (Rol::TafelVoorzitter, Relatie::Tafel),
        (Rol::Tafellid, Relatie::Tafel),
        (Rol::Expertteam, Relatie::Advies),
        (Rol::Verwijzer, Relatie::Verwijzer),
        (Rol::School, Relatie::School),
    ] {
        assert!(matches!(see(&register, &signed_in(&register, rol), id), Err(Fout::NietGevonden)), "{rol:?}");
        tie(&register, id, rol, relatie, None).unwrap();
        let me = signed_in(&register, rol);
        let seen = see(&register, &me, id).unwrap();
        let open = stelsel::toegang::delen(rol, relatie);
        assert_eq!(seen.toegang.delen, open);
        assert!(!seen.leden.is_empty() && !seen.toewijzingen.is_empty(), "{rol:?}");
        assert_eq!(seen.gezin.adres.is_some(), open.has(Deel::Adres), "{rol:?}");
        assert_eq!(seen.leden.iter().any(|p| p.geboren.is_some()), open.has(Deel::Geboren), "{rol:?}");
        assert_eq!(seen.leden.iter().any(|p| p.bsn.is_some()), open.has(Deel::Gesprek), "{rol:?}");
        assert_eq!(seen.toewijzingen[0].gedeclareerd.is_some(), open.has(Deel::Bedragen), "{rol:?}");
        assert_eq!(seen.toewijzingen[0].toewijzing.omvang.is_some(), open.has(Deel::Bedragen), "{rol:?}");
        assert_eq!(seen.tijdlijn.is_empty(), !open.has(Deel::Tijdlijn), "{rol:?}");
        let claims = |g: &register::beeld::Gebeurtenis| {
            matches!(g.soort, register::beeld::GebeurtenisSoort::Gedeclareerd { .. })
        };
        assert_eq!(seen.tijdlijn.iter().any(claims), open.has(Deel::Tijdlijn) && open.has(Deel::Bedragen));
        let list =
            register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&GezinnenFilter::default())).unwrap();
        assert_eq!(list.rijen.len(), 1, "{rol:?}");
        assert_eq!(list.rijen[0].kinderen[0].1.is_some(), open.has(Deel::Geboren), "{rol:?}");
    }
    // A relation that does not go with the role, an account that does not exist, a day that is over.
    assert!(matches!(tie(&register, id, Rol::School, Relatie::Regisseur, None), Err(Fout::Zinloos(_))));
    assert!(matches!(tie(&register, id, Rol::Wijkteam, Relatie::Team, None), Err(Fout::Zinloos(_))));
    assert!(matches!(
        tie(&register, id, Rol::School, Relatie::School, Some("2020-01-01")),
        Err(Fout::Zinloos(_))
    ));
    // Until a day, that day included.
    let today = clock.today();
    tie(&register, id, Rol::School, Relatie::School, Some(&today.to_string())).unwrap();
    let school = signed_in(&register, Rol::School);
    assert!(see(&register, &school, id).is_ok());
    clock.advance(SignedDuration::from_hours(24));
    assert!(see(&register, &signed_in(&register, Rol::School), id).is_err());
}

/// What ends, ends at once, also for who is signed in; a new coordinator takes over.
pub(super) fn ends(opslag: &Opslag) {
    let (register, clock, id) = with_family(opslag);
    tie(&register, id, Rol::Regisseur, Relatie::Regisseur, None).unwrap();
    let token = register.sign_in("proef-regisseur").unwrap().unwrap();
    let me = register.session(&token).unwrap().unwrap();
    assert!(see(&register, &me, id).is_ok());
    clock.advance(SignedDuration::from_secs(1));
    tie(&register, id, Rol::Wijkteam, Relatie::Regisseur, None).unwrap();
    let now = register.session(&token).unwrap().unwrap();
    assert!(see(&register, &now, id).is_err(), "the session goes on, the relation does not");
    let page = |who: &Identiteit| register.look(who, Onderdeel::Toegang, "", |l| l.wie_mag(id));
    let of_team = who(Rol::Wijkteam);
    let listed = page(&of_team).unwrap();
    let coordinators: Vec<_> = listed.mensen.iter().filter(|m| m.relatie == Relatie::Regisseur).collect();
    assert_eq!(coordinators.len(), 1);
    let involvement = coordinators[0].id.unwrap();
    register.arrange(&of_team, id, &Maatregel::Beeindig(involvement)).unwrap();
    // Twice is as once.
    register.arrange(&of_team, id, &Maatregel::Beeindig(involvement)).unwrap();
    assert!(page(&of_team).unwrap().mensen.iter().all(|m| m.relatie != Relatie::Regisseur));
    // Who has no relation decides nothing.
    for rol in [Rol::Regisseur, Rol::Raad, Rol::Beheer, Rol::Gezinslid] {
        let refused = register.arrange(&who(rol), id, &Maatregel::Scherm(true));
        assert!(matches!(refused, Err(Fout::NietGevonden)), "{rol:?}");
    }
}

/// The screen "who may see this" and what pages really open are one.
pub(super) fn one_screen(opslag: &Opslag) {
    let (register, _, id) = with_family(opslag);
    for (rol, relatie) in [(Rol::Regisseur, Relatie::Vervanger), (Rol::Tafellid, Relatie::Tafel)] {
        tie(&register, id, rol, relatie, None).unwrap();
    }
    let listed = register.look(&who(Rol::Wijkteam), Onderdeel::Toegang, "", |l| l.wie_mag(id)).unwrap();
    let mut open = 0;
    for rol in Rol::ALL {
        let me = signed_in(&register, rol);
        let on_screen = listed.mensen.iter().find(|m| m.naam == me.naam);
        match see(&register, &me, id) {
            Ok(seen) => {
                let on_screen = on_screen.unwrap_or_else(|| panic!("{rol:?} sees it and is not listed"));
                assert_eq!((on_screen.relatie, on_screen.delen), (seen.toegang.relatie, seen.toegang.delen));
                open += 1;
            }
            Err(_) => assert!(on_screen.is_none(), "{rol:?} is listed and does not see it"),
        }
    }
    assert_eq!(open, 4);
    assert_eq!(listed.functies, [Rol::Beheer]);
    assert_eq!(listed.aanbieders, ["De Proefaanbieder"]);
}

/// Shielded: the team no longer sees it, not in lists either; who shields keeps it.
pub(super) fn shielded(opslag: &Opslag) {
    let (register, _, id) = with_family(opslag);
    register.arrange(&who(Rol::Wijkteam), id, &Maatregel::Scherm(true)).unwrap();
    assert!(see(&register, &who(Rol::Wijkteam), id).is_err(), "of the team only");
    assert!(see(&register, &who(Rol::Teamleider), id).is_err());
    let me = signed_in(&register, Rol::Wijkteam);
    assert!(see(&register, &me, id).is_ok(), "by name");
    let rows = |who: &Identiteit| {
        register
            .look(who, Onderdeel::Gezinnen, "", |l| l.gezinnen(&GezinnenFilter::default()))
            .unwrap()
            .rijen
            .len()
    };
    assert_eq!((rows(&who(Rol::Wijkteam)), rows(&me)), (0, 1));
    register.arrange(&me, id, &Maatregel::Scherm(false)).unwrap();
    assert!(see(&register, &who(Rol::Wijkteam), id).is_ok());
}

/// A parent and a child by age and authority; what the child chooses counts from twelve.
pub(super) fn by_age(opslag: &Opslag) {
    let (register, clock, id) = with_family(opslag);
    let members = register.members_of(id).unwrap();
    let of = |rol| members.iter().find(|p| p.rol == rol).unwrap().id;
    let (child, parent) = (of(GezinsRol::Jeugdige), of(GezinsRol::Ouder));
    let as_member = |persoon| Identiteit { gezin: Some(id), persoon: Some(persoon), ..who(Rol::Gezinslid) };
    let (child_door, parent_door) = (as_member(child), as_member(parent));
    let sees_child = |who: &Identiteit| {
        see(&register, who, id).ok().map(|seen| {
            let at = seen.leden.iter().position(|p| p.id == child).unwrap();
            assert_eq!(seen.maten[at] >= Maat::Hoofdlijn, !seen.toewijzingen.is_empty());
            assert_eq!(seen.maten[at] == Maat::Geheel, !seen.tijdlijn.is_empty());
            seen.maten[at]
        })
    };
    // The child was born on 14 February 2014.
    let go_to = |day: &str| clock.set(format!("{day}T10:00:00Z").parse().unwrap());
    go_to("2026-02-13");
    assert_eq!((sees_child(&child_door), sees_child(&parent_door)), (None, Some(Maat::Geheel)));
    go_to("2026-02-14");
    assert_eq!((sees_child(&child_door), sees_child(&parent_door)), (Some(Maat::Geheel), Some(Maat::Geheel)));
    let choose = |keuze| register.arrange(&child_door, id, &Maatregel::Deel { met: parent, keuze });
    choose(Keuze::Bezwaar).unwrap();
    assert_eq!(sees_child(&parent_door), Some(Maat::Hoofdlijn));
    // The parent cannot choose for the child, nor the child for someone elsewhere.
    let refused = register.arrange(&parent_door, id, &Maatregel::Deel { met: child, keuze: Keuze::Deelt });
    assert!(matches!(refused, Err(Fout::NietGevonden)));
    go_to("2030-02-13");
    assert_eq!(sees_child(&parent_door), Some(Maat::Hoofdlijn));
    go_to("2030-02-14");
    assert_eq!(sees_child(&parent_door), Some(Maat::Naam));
    choose(Keuze::Deelt).unwrap();
    assert_eq!(sees_child(&parent_door), Some(Maat::Hoofdlijn));
    go_to("2026-03-01");
    choose(Keuze::Geen).unwrap();
    assert_eq!(sees_child(&parent_door), Some(Maat::Geheel));
    let deed = Maatregel::Gezag { kind: child, ouder: parent, heeft: false };
    register.arrange(&who(Rol::Wijkteam), id, &deed).unwrap();
    assert_eq!(sees_child(&parent_door), None, "a parent without authority over any child has no door");
    // A member of the family of whom nobody knows who they are sees nothing.
    let unknown = Identiteit { persoon: None, ..parent_door };
    assert!(see(&register, &unknown, id).is_err());
}

/// In an emergency: with a reason, for an hour, told to the lead and seen by the family.
pub(super) fn broken_glass(opslag: &Opslag) {
    let (register, clock, id) = with_family(opslag);
    let colleague = Identiteit {
        account: "ver-weg".into(),
        naam: "Verre collega".into(),
        wijken: vec![],
        ..who(Rol::Wijkteam)
    };
    register.put_account(&colleague).unwrap();
    let child = Zoek::Bsn(Bsn::parse("999900006").unwrap());
    let reason = "Het kind is vannacht niet thuisgekomen.";
    let break_it = |who: &Identiteit, zoek: &Zoek, reason: &str| register.break_glass(who, zoek, reason);
    assert!(matches!(break_it(&colleague, &child, "kort"), Err(Fout::Zinloos(_))));
    for rol in [Rol::Beleid, Rol::Raad, Rol::Aanbieder, Rol::Teamleider, Rol::Gezinslid, Rol::Auditor] {
        assert!(matches!(break_it(&who(rol), &child, reason), Err(Fout::NietGevonden)), "{rol:?}");
    }
    let nobody = Zoek::Naam("Wit".into(), "2014-02-15".parse().unwrap());
    let lines = register.journal_len().unwrap();
    assert!(matches!(break_it(&colleague, &nobody, reason), Err(Fout::NietGevonden)));
    assert_eq!(register.journal_len().unwrap(), lines + 1, "trying is written down");
    let by_name = Zoek::Naam(" wit ".into(), "2014-02-14".parse().unwrap());
    assert_eq!(break_it(&colleague, &by_name, reason).unwrap(), id);

    let token = register.sign_in("ver-weg").unwrap().unwrap();
    let now = || register.session(&token).unwrap().unwrap();
    let seen = see(&register, &now(), id).unwrap();
    assert_eq!((seen.toegang.relatie, seen.toegang.doel), (Relatie::Nood, Doel::Nood));
    assert!(seen.toewijzingen.iter().all(|t| t.gedeclareerd.is_none()) && seen.gezin.adres.is_some());
    let list =
        register.look(&now(), Onderdeel::Gezinnen, "", |l| l.gezinnen(&GezinnenFilter::default())).unwrap();
    assert!(list.rijen.is_empty(), "no family that one works with");
    // The family and the team see who looked and why.
    let looks = families(&register)[0].inzagen.clone();
    assert!(looks.iter().any(|look| look.wie == "Verre collega" && look.doel == "nood"), "{looks:?}");
    let lead = who(Rol::Teamleider);
    let reports = || register.look(&lead, Onderdeel::Meldingen, "", reported).unwrap();
    let [report] = reports().try_into().unwrap();
    assert_eq!(
        (report.wie.as_str(), report.reden.as_str(), &report.bekeken),
        ("Verre collega", reason, &None)
    );
    assert!(report.gezin.is_some());
    register.review_glass(&lead, report.id, Oordeel::Besproken).unwrap();
    register.review_glass(&lead, report.id, Oordeel::Nodig).unwrap();
    let verdict = reports()[0].bekeken.as_ref().map(|(who, _, verdict)| (who.clone(), *verdict));
    assert_eq!(verdict, Some(("Proef teamleider".into(), Oordeel::Besproken)), "the first verdict stands");
    let elsewhere = Identiteit { wijken: vec![Wijkcode::parse("WK195901").unwrap()], ..lead.clone() };
    assert!(register.look(&elsewhere, Onderdeel::Meldingen, "", reported).unwrap().is_empty());
    assert!(matches!(register.review_glass(&elsewhere, report.id, Oordeel::Nodig), Err(Fout::NietGevonden)));

    // Minute by minute: open until the hour is over, in all cases.
    for minute in 1..=NOOD_MINUTEN {
        clock.advance(SignedDuration::from_mins(1));
        assert_eq!(see(&register, &now(), id).is_ok(), minute < NOOD_MINUTEN, "minute {minute}");
    }
    // Who may see it anyway is only told where it is.
    let before = reports().len();
    assert_eq!(break_it(&who(Rol::Wijkteam), &child, reason).unwrap(), id);
    assert_eq!(reports().len(), before);
}

/// Who is involved and who has authority goes along when two families turn out to be one.
pub(super) fn families_become_one(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    for rol in Rol::ALL {
        register.put_account(&who(rol)).unwrap();
    }
    let one = Toewijzing { parent: Some(("Marieke", "1984-05-06")), ..Toewijzing::default() };
    let two = Toewijzing {
        id: "T2",
        bsn: "999900018",
        given: "Lotte",
        number: 300_202,
        parent: Some(("Sjoerd", "1983-01-02")),
        house: 13,
        ..Toewijzing::default()
    };
    take(&register, &[("a", one.xml()), ("b", two.xml())]);
    let before = families(&register);
    assert_eq!(before.len(), 2);
    let lotte = before.iter().find(|f| f.leden.iter().any(|m| m.naam.given() == "Lotte")).unwrap();
    let tom = before.iter().find(|f| f.leden.iter().any(|m| m.naam.given() == "Tom")).unwrap();
    tie(&register, lotte.gezin.id, Rol::Regisseur, Relatie::Regisseur, None).unwrap();
    tie(&register, tom.gezin.id, Rol::School, Relatie::School, None).unwrap();
    let father = lotte.leden.iter().find(|m| m.rol == GezinsRol::Ouder).unwrap().id;
    let girl = lotte.leden.iter().find(|m| m.rol == GezinsRol::Jeugdige).unwrap().id;
    let deed = Maatregel::Gezag { kind: girl, ouder: father, heeft: false };
    register.arrange(&who(Rol::Wijkteam), lotte.gezin.id, &deed).unwrap();
    let member = Identiteit { gezin: Some(lotte.gezin.id), persoon: Some(father), ..who(Rol::Gezinslid) };
    register.put_account(&member).unwrap();
    // They all turn out to live at one address, with both parents.
    let third = Toewijzing {
        id: "T3",
        day: "2026-04-01",
        bsn: "999900018",
        given: "Lotte",
        number: 300_203,
        parent: Some(("Marieke", "1984-05-06")),
        ..Toewijzing::default()
    };
    take(&register, &[("c", third.xml())]);
    let after = families(&register);
    for rol in [Rol::Regisseur, Rol::School] {
        let me = signed_in(&register, rol);
        assert_eq!(me.betrokken.len(), 1, "{rol:?}");
        assert!(see(&register, &me, me.betrokken[0].0).is_ok(), "{rol:?} of {} families", after.len());
    }
    let father_now = signed_in(&register, Rol::Gezinslid);
    assert!(after.iter().any(|f| Some(f.gezin.id) == father_now.gezin), "the account follows the person");
}
