//! Ways in that a careful reader of the code tried: each is closed.

use jiff::SignedDuration;
use register::Kluissleutel;
use register::beeld::{CorrectieStand, Maatregel, Over, Zoek};
use stelsel::Persoon;
use stelsel::persoon::GezinsRol;
use stelsel::toegang::{Deel, Relatie};

use super::machtiging::{see, signed_in, tie, with_family};
use super::*;
use crate::xml::bsn;

const REASON: &str = "Het kind is vannacht niet thuisgekomen.";

fn as_member(gezin: Id<Gezin>, persoon: Id<Persoon>) -> Identiteit {
    Identiteit { gezin: Some(gezin), persoon: Some(persoon), ..who(Rol::Gezinslid) }
}

fn person(register: &Register, gezin: Id<Gezin>, given: &str) -> Persoon {
    register.members_of(gezin).unwrap().into_iter().find(|p| p.naam.given() == given).unwrap()
}

fn list(register: &Register, me: &Identiteit) -> Vec<String> {
    let mut names = Vec::new();
    let mut filter = GezinnenFilter::default();
    loop {
        let part = register.look(me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&filter)).unwrap();
        names.extend(part.rijen.iter().map(|row| row.naam.clone()));
        let Some(next) = part.verder else { return names };
        filter.na = Some(next);
    }
}

/// A brother or sister is not told by whom a hidden young person is helped.
pub(super) fn providers_by_person(opslag: &Opslag) {
    let (register, clock, id) = with_family(opslag);
    let other = AgbCode::parse("65650002").unwrap();
    let mut more = region();
    more.aanbieders.push((other, "De Verborgen Aanbieder".into()));
    register.setup_region(&more).unwrap();
    let sister =
        Toewijzing { id: "T9", bsn: &bsn(9), given: "Lotte", number: 300_209, ..Toewijzing::default() };
    let xml = sister.xml().replace(crate::xml::AANBIEDER, "65650002").replace("2014-02-14", "2009-02-14");
    take(&register, &[("b", xml)]);
    clock.set("2026-11-02T08:00:00Z".parse().unwrap());
    let (tom, lotte) = (person(&register, id, "Tom"), person(&register, id, "Lotte"));
    let named =
        |me: &Identiteit| register.look(me, Onderdeel::Toegang, "", |l| l.wie_mag(id)).unwrap().aanbieders;
    assert_eq!(named(&as_member(id, tom.id)), ["De Proefaanbieder"], "twelve, and she shares nothing");
    assert_eq!(named(&as_member(id, lotte.id)), ["De Verborgen Aanbieder"], "seventeen: her own");
    assert_eq!(named(&who(Rol::Wijkteam)).len(), 2, "the control: the team sees both");
}

/// Nobody makes a password for someone who signs in with their own number.
pub(super) fn residents_accounts(opslag: &Opslag) {
    let (register, _, id) = with_family(opslag);
    register.unlock(&Kluissleutel::generate().unwrap()).unwrap();
    let parent = register.members_of(id).unwrap().into_iter().find(|p| p.rol == GezinsRol::Ouder).unwrap();
    let child = person(&register, id, "Tom");
    let register::Inwoner::Bekend(account) = register.resident(child.bsn.unwrap()).unwrap() else {
        panic!("twelve and known")
    };
    assert_eq!(register.invite(Some(&who(Rol::Beheer)), &account).unwrap(), None);
    assert!(register.invite(None, "proef-beheer").unwrap().is_some(), "the control");
    let report = register.account_report().unwrap();
    assert!(report.iter().all(|line| line.wie.account != account) && report.len() > 10);
    assert!(report.iter().all(|line| !line.wie.naam.contains(&parent.naam.given())));
}

/// An emergency, or a seat at the table, does not answer for the professional; and what is done by a relation says so.
pub(super) fn who_answers(opslag: &Opslag) {
    let (register, _, id) = with_family(opslag);
    let mother = register.members_of(id).unwrap().into_iter().find(|p| p.rol == GezinsRol::Ouder).unwrap();
    let key = || Register::form_key().unwrap();
    let said =
        register.place_correction(&as_member(id, mother.id), id, Over::Gezin, "Zo was het niet.", &key());
    let register::beeld::Gedaan::Opgeslagen(correction, version) = said.unwrap() else { panic!("stored") };
    let elsewhere = Identiteit { account: "ver".into(), wijken: vec![], ..who(Rol::Wijkteam) };
    register.put_account(&elsewhere).unwrap();
    register.break_glass(&elsewhere, &Zoek::Bsn(Bsn::parse("999900006").unwrap()), REASON).unwrap();
    let token = register.sign_in("ver").unwrap().unwrap();
    let in_emergency = register.session(&token).unwrap().unwrap();
    tie(&register, id, Rol::Regisseur, Relatie::Tafel, None).unwrap();
    let at_table = signed_in(&register, Rol::Regisseur);
    let answer = |me: &Identiteit| {
        register.answer_correction(me, id, correction, version, CorrectieStand::Overgenomen, "Klopt.", &key())
    };
    for me in [&in_emergency, &at_table] {
        assert!(see(&register, me, id).is_ok(), "the control: it is open to them");
        assert!(matches!(answer(me), Err(Fout::NietGevonden)));
    }
    assert!(answer(&who(Rol::Wijkteam)).is_ok());
    let looks = register.look(&who(Rol::Wijkteam), Onderdeel::Inzagen, "", |l| l.inzagen(id, None)).unwrap();
    let mut lines = looks.dagen.iter().flat_map(|(_, lines)| lines);
    let line = lines.find(|line| line.handeling == "corrigeren" && line.rol == "wijkteam").unwrap();
    assert_eq!((line.doel.as_str(), line.grond.as_str()), ("hulp", "team"));
}

/// Of shielded staff a family knows the function, on every page and in what it takes away.
pub(super) fn shielded_staff(opslag: &Opslag) {
    let (register, _, id) = with_family(opslag);
    let mother = register.members_of(id).unwrap().into_iter().find(|p| p.rol == GezinsRol::Ouder).unwrap();
    let me = as_member(id, mother.id);
    tie(&register, id, Rol::Regisseur, Relatie::Regisseur, None).unwrap();
    see(&register, &signed_in(&register, Rol::Regisseur), id).unwrap();
    let told = |register: &Register| {
        let page = register.look(&me, Onderdeel::Toegang, "", |l| l.wie_mag(id)).unwrap();
        let export = register.export_own(&me).unwrap();
        let words: Vec<String> = export
            .iter()
            .flat_map(|e| &e.delen)
            .flat_map(|d| &d.rijen)
            .flatten()
            .map(|(_, w)| w.clone())
            .collect();
        let known = |name: &str| words.iter().any(|word| word.contains(name));
        let on_page = page.mensen.iter().any(|wie| wie.naam == "Proef regisseur");
        (on_page, known("Proef regisseur"), known("proef-regisseur"))
    };
    assert_eq!(told(&register), (true, true, false), "the control");
    assert!(register.note_staff("proef-regisseur", None, true).unwrap());
    assert_eq!(told(&register), (false, false, false));
    let page = register.look(&who(Rol::Wijkteam), Onderdeel::Toegang, "", |l| l.wie_mag(id)).unwrap();
    assert!(page.mensen.iter().any(|wie| wie.naam == "Proef regisseur"), "colleagues know each other");
}

/// A shielded file always has somebody left who can open it.
pub(super) fn somebody_is_left(opslag: &Opslag) {
    let (register, clock, id) = with_family(opslag);
    let shield = |me: &Identiteit, on| register.arrange(me, id, &Maatregel::Scherm(on));
    let lead = who(Rol::Teamleider);
    assert!(matches!(shield(&lead, true), Err(Fout::NiemandOver)));
    assert!(see(&register, &lead, id).is_ok(), "nothing changed");
    super::share(&register, id, Rol::School, None);
    assert!(matches!(shield(&lead, true), Err(Fout::NiemandOver)), "a school decides nothing");
    shield(&who(Rol::Wijkteam), true).unwrap();
    let me = signed_in(&register, Rol::Wijkteam);
    let page = register.look(&me, Onderdeel::Toegang, "", |l| l.wie_mag(id)).unwrap();
    let mine = page.mensen.iter().find(|wie| wie.relatie == Relatie::Vervanger).unwrap().id.unwrap();
    clock.advance(SignedDuration::from_secs(1));
    assert!(matches!(register.arrange(&me, id, &Maatregel::Beeindig(mine)), Err(Fout::NiemandOver)));
    let deed =
        Maatregel::Betrek { account: "proef-regisseur".into(), relatie: Relatie::Regisseur, tot: None };
    register.arrange(&me, id, &deed).unwrap();
    register.arrange(&me, id, &Maatregel::Beeindig(mine)).unwrap();
    assert!(see(&register, &signed_in(&register, Rol::Regisseur), id).is_ok());
    assert!(see(&register, &signed_in(&register, Rol::Wijkteam), id).is_err());
}

/// Of a shielded file of which everyone is gone, somebody at the machine says who goes on; of another file nobody does.
pub(super) fn given_to_somebody(opslag: &Opslag) {
    let (register, clock, id) = with_family(opslag);
    let machine = Identiteit::new("opdrachtregel:Joke", "Joke", Rol::Beheer);
    let give = |account: &str| register.give_shielded(&machine, id, account);
    assert!(matches!(give("proef-regisseur"), Err(Fout::NietGevonden)), "it is not shielded");
    register.arrange(&who(Rol::Wijkteam), id, &Maatregel::Scherm(true)).unwrap();
    assert!(matches!(give("proef-regisseur"), Err(Fout::NietGevonden)), "somebody can open it");
    assert_eq!(register.shielded_alone().unwrap(), []);
    register.end_account(None, "proef-wijkteam").unwrap();
    clock.advance(SignedDuration::from_secs(1));
    assert_eq!(register.shielded_alone().unwrap(), [id]);
    assert!(matches!(give("proef-raad"), Err(Fout::Zinloos(_))), "a council member works with no family");
    assert_eq!(register.shielded_alone().unwrap(), [id], "nothing changed");
    give("proef-regisseur").unwrap();
    assert!(see(&register, &signed_in(&register, Rol::Regisseur), id).is_ok());
    assert_eq!(register.shielded_alone().unwrap(), []);
}

/// A child of a shielded family that comes to live elsewhere by a message is found there by nobody who could not find it before.
pub(super) fn shield_goes_along(opslag: &Opslag) {
    child_elsewhere(opslag, true);
}

/// The control: of a family that is not shielded the child is found at both addresses.
pub(super) fn no_shield_no_shield(opslag: &Opslag) {
    child_elsewhere(opslag, false);
}

fn child_elsewhere(opslag: &Opslag, shielded: bool) {
    let (register, _, id) = with_family(opslag);
    let sister =
        Toewijzing { id: "T8", bsn: &bsn(8), given: "Lotte", number: 300_208, ..Toewijzing::default() };
    take(&register, &[("b", sister.xml())]);
    register.arrange(&who(Rol::Wijkteam), id, &Maatregel::Scherm(shielded)).unwrap();
    let away = Toewijzing {
        id: "T10",
        day: "2026-07-01",
        house: 99,
        relation_house: Some(12),
        reason: Some("14"),
        ..sister
    };
    take(&register, &[("c", away.xml())]);
    assert_eq!(list(&register, &who(Rol::Teamleider)).len(), if shielded { 0 } else { 2 });
    let me = signed_in(&register, Rol::Wijkteam);
    assert_eq!(list(&register, &me).len(), 2, "who could open the one opens the other");
    assert_eq!(register.shielded_alone().unwrap(), []);
}

/// A shielded family between others hides none of them.
pub(super) fn lists_go_on(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    for rol in Rol::ALL {
        register.put_account(&who(rol)).unwrap();
    }
    let names: Vec<String> = (0..120).map(|n| format!("Naam{n:03}")).collect();
    let numbers: Vec<String> = (0..120).map(|n| bsn(100 + n)).collect();
    let files: Vec<(&str, String)> = (0..120_u32)
        .map(|n| {
            let at = n as usize;
            let one = Toewijzing {
                id: &names[at],
                bsn: &numbers[at],
                family: &names[at],
                parent: None,
                house: 200 + n,
                number: 400_000 + n,
                ..Toewijzing::default()
            };
            ("f", one.xml())
        })
        .collect();
    take(&register, &files);
    let me = who(Rol::Wijkteam);
    assert_eq!(list(&register, &me).len(), 120);
    let first =
        register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&GezinnenFilter::default())).unwrap();
    for row in first.rijen.iter().take(3) {
        register.arrange(&me, row.id, &Maatregel::Scherm(true)).unwrap();
    }
    assert_eq!(list(&register, &me).len(), 117, "of the team only: the three are gone, the others are not");
    assert_eq!(list(&register, &signed_in(&register, Rol::Wijkteam)).len(), 120, "who is named keeps them");
}

/// Twins are found in an emergency: they are of one family.
pub(super) fn twins(opslag: &Opslag) {
    let (register, _, id) = with_family(opslag);
    let twin = Toewijzing { id: "T8", bsn: &bsn(8), given: "Tim", number: 300_208, ..Toewijzing::default() };
    take(&register, &[("t", twin.xml())]);
    assert_eq!(person(&register, id, "Tim").geboren, person(&register, id, "Tom").geboren);
    let elsewhere = Identiteit { account: "ver".into(), wijken: vec![], ..who(Rol::Wijkteam) };
    register.put_account(&elsewhere).unwrap();
    let zoek = Zoek::Naam("Wit".into(), "2014-02-14".parse().unwrap());
    assert_eq!(register.break_glass(&elsewhere, &zoek, REASON).unwrap(), id);
    // The report names the family, so the family can see that it was read.
    let before = seen_by(&register, id, "teamleider");
    register
        .look(&who(Rol::Teamleider), Onderdeel::Meldingen, "", |l: &mut Lezing<'_>| l.noodmeldingen())
        .unwrap();
    assert_eq!(seen_by(&register, id, "teamleider"), before + 1);
}

fn seen_by(register: &Register, id: Id<Gezin>, rol: &str) -> usize {
    let looks = register.look(&who(Rol::Wijkteam), Onderdeel::Inzagen, "", |l| l.inzagen(id, None)).unwrap();
    looks.dagen.iter().flat_map(|(_, lines)| lines).filter(|line| line.rol == rol).count()
}

/// A parent without authority over any child is told, and has no door; their own data they may have. Where a shielded family
/// lives its members do not read here.
pub(super) fn no_authority_no_door(opslag: &Opslag) {
    let (register, _, id) = with_family(opslag);
    let members = register.members_of(id).unwrap();
    let of = |rol| members.iter().find(|p| p.rol == rol).unwrap().id;
    let (child, parent) = (of(GezinsRol::Jeugdige), of(GezinsRol::Ouder));
    let me = as_member(id, parent);
    assert!(see(&register, &me, id).unwrap().gezin.adres.is_some());
    register.arrange(&who(Rol::Wijkteam), id, &Maatregel::Scherm(true)).unwrap();
    let seen = see(&register, &me, id).unwrap();
    assert!(seen.toegang.delen.has(Deel::Adres) && seen.gezin.adres.is_none());
    let worker = signed_in(&register, Rol::Wijkteam);
    let deed = Maatregel::Gezag { kind: child, ouder: parent, heeft: false };
    register.arrange(&worker, id, &deed).unwrap();
    assert!(matches!(see(&register, &me, id), Err(Fout::NietGevonden)));
    assert_eq!(register.persons_of(&me).unwrap(), [parent]);
    let page = register.look(&worker, Onderdeel::Toegang, "", |l| l.wie_mag(id)).unwrap();
    assert!(page.mensen.iter().all(|wie| wie.rol != Rol::Gezinslid));
}
