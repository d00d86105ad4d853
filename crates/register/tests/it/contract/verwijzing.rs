//! Referrals: they land with the team, are answered, and a referrer sees the own ones only.

use register::VerwijzingDaad;
use register::beeld::{
    Afspraak, AfspraakInhoud, Gedaan, NieuweVerwijzing, VerwijzingAntwoord, VerwijzingBeeld, VerwijzingInhoud,
};
use stelsel::Postcode;
use stelsel::verwijzing::{VerwijzerSoort, Verwijzing, VerwijzingStand};

use super::deling::family;
use super::*;

pub(super) fn tom(postcode: Option<&str>, bsn: Option<&str>) -> NieuweVerwijzing {
    NieuweVerwijzing {
        soort: VerwijzerSoort::Huisarts,
        kind: "Tom".into(),
        achternaam: "de Wit".into(),
        geboren: Some("2014-02-14".parse().unwrap()),
        bsn: bsn.map(|number| Bsn::parse(number).unwrap()),
        postcode: postcode.map(|code| Postcode::parse(code).unwrap()),
        inhoud: VerwijzingInhoud { vraag: "Hij slaapt slecht".into(), ..VerwijzingInhoud::default() },
    }
}

pub(super) fn refer(register: &Register, who: &Identiteit, new: &NieuweVerwijzing) -> Id<Verwijzing> {
    match register.refer(who, new, &Register::form_key().unwrap()).unwrap() {
        Gedaan::Opgeslagen(id, _) => id,
        Gedaan::Nieuwer(_) => panic!("not stored"),
    }
}

fn one(register: &Register, who: &Identiteit, id: Id<Verwijzing>) -> Result<VerwijzingBeeld, Fout> {
    register.look(who, Onderdeel::Verwijzingen, &id.to_string(), |l| l.verwijzing(id))
}

fn act(
    register: &Register,
    who: &Identiteit,
    known: (Id<Verwijzing>, i64),
    deed: &VerwijzingDaad,
) -> Result<Gedaan<Verwijzing, ()>, Fout> {
    register.handle_referral(who, known, deed, &Register::form_key().unwrap())
}

pub(super) fn lands_and_is_answered(opslag: &Opslag) {
    let (register, _, gezin, [child, ..]) = family(opslag);
    let (doctor, team) = (who(Rol::Verwijzer), who(Rol::Wijkteam));
    // By number: with the family at once. By postcode: with the team, who finds the child. By nothing: with every team.
    let known = refer(&register, &doctor, &tom(None, Some("999900006")));
    assert_eq!(one(&register, &team, known).unwrap().regel.gezin.unwrap().0, gezin);
    let id = refer(&register, &doctor, &tom(Some("4811AB"), None));
    let nowhere = refer(&register, &doctor, &tom(None, None));
    let seen = one(&register, &team, id).unwrap();
    assert_eq!((seen.regel.gezin, seen.kandidaten.len()), (None, 1));
    assert!(one(&register, &team, nowhere).is_ok());
    // Another neighbourhood's team sees none of them but the one of nowhere.
    let elsewhere = Identiteit {
        wijken: vec![Wijkcode::parse("WK082601").unwrap()],
        ..Identiteit::new("elders", "Elders", Rol::Wijkteam)
    };
    assert!(one(&register, &elsewhere, id).is_err() && one(&register, &elsewhere, known).is_err());
    assert!(one(&register, &elsewhere, nowhere).is_ok());
    let list = register
        .look(&elsewhere, Onderdeel::Verwijzingen, "", |l: &mut register::Lezing<'_>| l.verwijzingen())
        .unwrap();
    assert_eq!(list.verwijzingen.iter().map(|line| line.id).collect::<Vec<_>>(), [nowhere]);
    assert!(act(&register, &elsewhere, (id, 1), &VerwijzingDaad::Oppakken).is_err());

    act(&register, &team, (id, 1), &VerwijzingDaad::Oppakken).unwrap();
    // Two who do something at the same version: the second hears that it changed.
    let late = act(&register, &team, (id, 1), &VerwijzingDaad::Koppel(child)).unwrap();
    assert!(matches!(late, Gedaan::Nieuwer(_)));
    act(&register, &team, (id, 2), &VerwijzingDaad::Koppel(child)).unwrap();
    let told = one(&register, &doctor, id).unwrap();
    assert_eq!(told.regel.stand, VerwijzingStand::Opgepakt);
    assert_eq!(told.regel.opgepakt_door.as_deref(), Some("Proef wijkteam"));
    assert_eq!(
        (told.regel.gezin, told.wijk, told.team),
        (None, None, false),
        "not of which file it became part"
    );
    // What came of it only with who agreed.
    let bare =
        VerwijzingDaad::Antwoord(VerwijzingAntwoord { tekst: "Er is hulp".into(), akkoord: " ".into() });
    assert!(matches!(act(&register, &team, (id, 3), &bare), Err(Fout::Zinloos(_))));
    let agreed =
        VerwijzingDaad::Antwoord(VerwijzingAntwoord { tekst: "Er is hulp".into(), akkoord: "moeder".into() });
    act(&register, &team, (id, 3), &agreed).unwrap();
    let told = one(&register, &doctor, id).unwrap();
    assert_eq!((told.regel.stand, told.regel.dagen), (VerwijzingStand::Beantwoord, None));
    assert_eq!(told.regel.antwoord.unwrap().0.tekst, "Er is hulp");
}

pub(super) fn own_only(opslag: &Opslag) {
    let (register, clock, ..) = family(opslag);
    let doctor = who(Rol::Verwijzer);
    let other = Identiteit::new("andere-arts", "Andere arts", Rol::Verwijzer);
    register.put_account(&other).unwrap();
    let id = refer(&register, &doctor, &tom(None, Some("999900006")));
    clock.advance(jiff::SignedDuration::from_hours(72));
    assert_eq!(one(&register, &doctor, id).unwrap().regel.dagen, Some(3), "the age of what is not answered");
    assert!(matches!(one(&register, &other, id), Err(Fout::NietGevonden)));
    let list = |who: &Identiteit| {
        register
            .look(who, Onderdeel::Verwijzingen, "", |l: &mut register::Lezing<'_>| l.verwijzingen())
            .unwrap()
    };
    assert_eq!((list(&doctor).verwijzingen.len(), list(&other).verwijzingen.len()), (1, 0));
    assert!(list(&doctor).via_aanbieder.is_empty());
    // A referrer handles nothing, and nobody else enters a referral.
    assert!(matches!(act(&register, &doctor, (id, 1), &VerwijzingDaad::Oppakken), Err(Fout::NietGevonden)));
    for rol in Rol::ALL.into_iter().filter(|rol| *rol != Rol::Verwijzer) {
        let refused = register.refer(&who(rol), &tom(None, None), &Register::form_key().unwrap());
        assert!(matches!(refused, Err(Fout::NietGevonden)), "{rol:?}");
        let sees = one(&register, &who(rol), id).is_ok();
        assert_eq!(sees, rol == Rol::Wijkteam, "{rol:?}");
    }
    // Sent twice: once. Without a question: not.
    let key = Register::form_key().unwrap();
    let new = tom(None, None);
    assert_eq!(register.refer(&doctor, &new, &key).unwrap(), register.refer(&doctor, &new, &key).unwrap());
    assert_eq!(list(&doctor).verwijzingen.len(), 2);
    let empty = NieuweVerwijzing { inhoud: VerwijzingInhoud::default(), ..new };
    assert!(matches!(register.refer(&doctor, &empty, &Register::form_key().unwrap()), Err(Fout::Zinloos(_))));
    // The file of the child stays closed to the doctor.
    assert!(signed(&register).betrokken.is_empty());
}

/// A child in no file becomes the first of a family with what the referrer told; once, and not when somebody has its number.
pub(super) fn becomes_a_family(opslag: &Opslag) {
    let (register, ..) = family(opslag);
    let (doctor, team) = (who(Rol::Verwijzer), who(Rol::Wijkteam));
    let number = crate::xml::bsn(77);
    let new = NieuweVerwijzing { kind: "Lotte".into(), ..tom(Some("4811AB"), Some(number.as_str())) };
    let id = refer(&register, &doctor, &new);
    let deed = VerwijzingDaad::NieuwGezin;
    for nobody in [&doctor, &who(Rol::Teamleider)] {
        assert!(matches!(act(&register, nobody, (id, 1), &deed), Err(Fout::NietGevonden)));
    }
    let key = Register::form_key().unwrap();
    for _ in 0..2 {
        let done = register.handle_referral(&team, (id, 1), &deed, &key).unwrap();
        assert!(matches!(done, Gedaan::Opgeslagen(_, 2)), "sent twice is done once");
    }
    let (gezin, _) = one(&register, &team, id).unwrap().regel.gezin.unwrap();
    let members = register.members_of(gezin).unwrap();
    assert_eq!(members.len(), 1);
    assert_eq!(
        (members[0].naam.full(), members[0].geboren, members[0].bsn),
        ("Lotte de Wit".to_owned(), new.geboren, new.bsn)
    );
    // A second time it is known; and a number that somebody else has makes no second person.
    assert!(matches!(act(&register, &team, (id, 2), &deed), Err(Fout::Zinloos(_))));
    let same = refer(&register, &doctor, &new);
    assert_eq!(one(&register, &team, same).unwrap().regel.gezin.unwrap().0, gezin);
    assert!(matches!(act(&register, &team, (same, 1), &deed), Err(Fout::Zinloos(_))));
    assert_eq!(register.members_of(gezin).unwrap().len(), 1);
}

fn signed(register: &Register) -> Identiteit {
    super::deling::signed_in(register, "proef-verwijzer")
}

pub(super) fn agreements(opslag: &Opslag) {
    let (register, ..) = family(opslag);
    let new = Afspraak {
        soort: VerwijzerSoort::Huisarts,
        met: "Praktijk De Linde".into(),
        inhoud: AfspraakInhoud { waarover: "Eerst bellen".into(), ..AfspraakInhoud::default() },
        dag: "2026-03-01".parse().unwrap(),
        evaluatie: Some("2026-09-01".parse().unwrap()),
        einde: None,
    };
    let put = |who: &Identiteit, known, new: &Afspraak| {
        register.put_agreement(who, known, new, &Register::form_key().unwrap())
    };
    let policy = who(Rol::Beleid);
    let Gedaan::Opgeslagen(id, 1) = put(&policy, None, &new).unwrap() else { panic!("not stored") };
    let changed = Afspraak { einde: Some("2026-03-02".parse().unwrap()), ..new.clone() };
    assert_eq!(put(&who(Rol::Contract), Some((id, 1)), &changed).unwrap(), Gedaan::Opgeslagen(id, 2));
    assert!(matches!(put(&policy, Some((id, 1)), &new).unwrap(), Gedaan::Nieuwer(_)));
    for rol in Rol::ALL.into_iter().filter(|rol| !matches!(rol, Rol::Beleid | Rol::Contract)) {
        assert!(matches!(put(&who(rol), None, &new), Err(Fout::NietGevonden)), "{rol:?}");
    }
    let doctor = who(Rol::Verwijzer);
    refer(&register, &doctor, &tom(None, Some("999900006")));
    refer(&register, &doctor, &tom(None, Some("999900006")));
    let page = register
        .look(&doctor, Onderdeel::Verwijsafspraken, "", |l: &mut register::Lezing<'_>| l.afspraken())
        .unwrap();
    assert_eq!((page.afspraken.len(), page.maakt), (1, false));
    assert_eq!(page.afspraken[0].afspraak, changed);
    assert_eq!(page.kinderen[0], (VerwijzerSoort::Huisarts, 1), "children, not referrals");
}
