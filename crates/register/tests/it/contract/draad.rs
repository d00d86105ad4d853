//! Writing to each other: who reads what, once, and nothing lost.

use jiff::SignedDuration;
use register::NieuwBericht;
use register::beeld::{Draad, Gedaan, Maatregel, PostSoort};
use stelsel::toegang::Relatie;

use super::deling::{family, member, signed_in};
use super::*;

const CANARY: &str = "Kanariegeheim";

pub(super) fn write(
    register: &Register,
    who: &Identiteit,
    id: Id<Gezin>,
    draad: Draad,
    tekst: &str,
) -> Result<(), Fout> {
    let new = NieuwBericht { draad, soort: PostSoort::Bericht, tekst: tekst.into() };
    register.write_post(who, id, &new, &Register::form_key().unwrap()).map(drop)
}

fn read(register: &Register, who: &Identiteit, id: Id<Gezin>, draad: Draad) -> Result<Vec<String>, Fout> {
    let seen = register.look(who, Onderdeel::Post, "", |l| l.post(id, Some(draad)))?;
    Ok(seen.berichten.into_iter().map(|message| message.tekst).collect())
}

/// Members with a door and who helps the family read the thread of the family; nobody else does.
pub(super) fn readers(opslag: &Opslag) {
    let (register, clock, id, [tom, bram, marieke]) = family(opslag);
    let (mother, boy, little) =
        (member(&register, id, marieke), member(&register, id, tom), member(&register, id, bram));
    write(&register, &mother, id, Draad::Gezin, "Het gaat niet goed op school").unwrap();
    let may: Vec<Rol> =
        Rol::ALL.into_iter().filter(|rol| read(&register, &who(*rol), id, Draad::Gezin).is_ok()).collect();
    assert_eq!(may, [Rol::Wijkteam], "of the team; who is tied by name comes with the relation");
    for rol in Rol::ALL.into_iter().filter(|rol| *rol != Rol::Wijkteam) {
        let refused = write(&register, &who(rol), id, Draad::Gezin, "x");
        assert!(matches!(refused, Err(Fout::NietGevonden)), "{rol:?}");
    }
    assert_eq!(read(&register, &boy, id, Draad::Gezin).unwrap().len(), 1);
    assert!(read(&register, &little, id, Draad::Gezin).is_err(), "a child of nine has no door");
    // New to who did not see it, read when the other side did, and waiting until it is answered.
    let lines = |who: &Identiteit| {
        register.look(who, Onderdeel::Post, "", |l| l.post(id, Some(Draad::Gezin))).unwrap()
    };
    let before = lines(&who(Rol::Wijkteam));
    assert_eq!((before.draden[0].nieuw, before.draden[0].wacht.is_some()), (1, true));
    assert_eq!(lines(&mother).draden[0].nieuw, 0, "one's own is not new");
    register.mark_read(&who(Rol::Wijkteam), id, Draad::Gezin, before.tot().unwrap()).unwrap();
    assert_eq!(lines(&who(Rol::Wijkteam)).draden[0].nieuw, 0);
    assert!(lines(&mother).berichten[0].gelezen.is_some());
    write(&register, &who(Rol::Wijkteam), id, Draad::Gezin, "Zullen we bellen?").unwrap();
    let after = lines(&mother);
    assert_eq!((after.draden[0].nieuw, after.draden[0].wacht), (1, None));
    assert_eq!(after.berichten.len(), 2);
    // A parent without authority over any child does not read along.
    for child in [tom, bram] {
        let deed = Maatregel::Gezag { kind: child, ouder: marieke, heeft: false };
        register.arrange(&who(Rol::Wijkteam), id, &deed).unwrap();
    }
    assert!(read(&register, &mother, id, Draad::Gezin).is_err());
    // A refusal is written down.
    clock.advance(SignedDuration::from_secs(1));
    let lines = register.journal_len().unwrap();
    assert!(read(&register, &who(Rol::Raad), id, Draad::Gezin).is_err());
    assert_eq!(register.journal_len().unwrap(), lines + 1);
}

/// At eleven there is no thread; at thirteen and seventeen it is the young person's and the coordinator's.
pub(super) fn own_thread(opslag: &Opslag) {
    let (register, clock, id, [tom, _, marieke]) = family(opslag);
    let (mother, boy) = (member(&register, id, marieke), member(&register, id, tom));
    let own = Draad::Eigen(tom);
    let go_to = |day: &str| clock.set(format!("{day}T10:00:00Z").parse().unwrap());
    go_to("2025-06-01");
    assert!(write(&register, &boy, id, own, CANARY).is_err(), "at eleven there is no door");
    assert!(read(&register, &who(Rol::Wijkteam), id, own).is_err());
    for (day, text) in [("2027-06-01", "Kanariegeheim dertien"), ("2031-06-01", "Kanariegeheim zeventien")] {
        go_to(day);
        write(&register, &boy, id, own, text).unwrap();
        assert!(read(&register, &boy, id, own).unwrap().contains(&text.to_owned()));
        // Without a coordinator the team reads it, so that it does not lie unseen.
        assert!(read(&register, &who(Rol::Wijkteam), id, own).is_ok());
        assert!(read(&register, &mother, id, own).is_err(), "{day}");
        assert!(write(&register, &mother, id, own, "x").is_err());
        let shown = format!("{:?}", register.look(&mother, Onderdeel::Gezin, "", |l| l.ons(id)).unwrap());
        assert!(!shown.contains(CANARY), "{day}: on the own page of a parent");
        let exported = register.export_own(&mother).unwrap();
        assert!(!format!("{exported:?}").contains(CANARY), "{day}: in the export of a parent");
        let looked = register.look(&mother, Onderdeel::Inzagen, "", |l| l.inzagen(id, None)).unwrap();
        assert!(looked.dagen.iter().flat_map(|(_, all)| all).all(|one| one.onderdeel != "post"), "{day}");
        for rol in Rol::ALL.into_iter().filter(|rol| *rol != Rol::Wijkteam) {
            assert!(read(&register, &who(rol), id, own).is_err(), "{rol:?} {day}");
        }
    }
    assert!(format!("{:?}", register.export_own(&boy).unwrap()).contains(CANARY), "it is the young person's");
    // With a coordinator it is that person's, and the team leaves it alone.
    let deed =
        Maatregel::Betrek { account: "proef-regisseur".into(), relatie: Relatie::Regisseur, tot: None };
    register.arrange(&who(Rol::Wijkteam), id, &deed).unwrap();
    assert!(read(&register, &signed_in(&register, "proef-regisseur"), id, own).is_ok());
    assert!(read(&register, &who(Rol::Wijkteam), id, own).is_err());
    assert!(read(&register, &who(Rol::Wijkteam), id, Draad::Gezin).is_ok());
}

/// Sent twice it is there once; two who write at the same moment are both there.
pub(super) fn once_and_never_lost(opslag: &Opslag) {
    let (register, _, id, [tom, _, marieke]) = family(opslag);
    let (mother, boy) = (member(&register, id, marieke), member(&register, id, tom));
    let key = Register::form_key().unwrap();
    let new =
        |tekst: &str| NieuwBericht { draad: Draad::Gezin, soort: PostSoort::Bericht, tekst: tekst.into() };
    let first = register.write_post(&mother, id, &new("een"), &key).unwrap();
    assert_eq!(register.write_post(&mother, id, &new("een"), &key).unwrap(), first);
    let Gedaan::Opgeslagen(..) = first else { panic!("not stored") };
    // The same moment on the clock: every message has a place of its own, and none is passed over when it is marked as read.
    for n in 0..20 {
        let who = if n % 2 == 0 { &mother } else { &boy };
        register.write_post(who, id, &new(&format!("nr {n}")), &Register::form_key().unwrap()).unwrap();
    }
    let team = who(Rol::Wijkteam);
    let page = register.look(&team, Onderdeel::Post, "", |l| l.post(id, None)).unwrap();
    assert_eq!(page.berichten.len(), 21);
    let moments: std::collections::BTreeSet<_> = page.berichten.iter().map(|m| m.geplaatst).collect();
    assert_eq!(moments.len(), 21);
    register.mark_read(&team, id, Draad::Gezin, page.berichten[9].geplaatst).unwrap();
    let after = register.look(&team, Onderdeel::Post, "", |l| l.post(id, None)).unwrap();
    assert_eq!(after.draden[0].nieuw, 11);
    // A mark never goes back.
    register.mark_read(&team, id, Draad::Gezin, page.berichten[2].geplaatst).unwrap();
    let after = register.look(&team, Onderdeel::Post, "", |l| l.post(id, None)).unwrap();
    assert_eq!(after.draden[0].nieuw, 11);
    for wrong in ["", "   ", "\0", &"a".repeat(8_001)] {
        let refused = register.write_post(&mother, id, &new(wrong), &Register::form_key().unwrap());
        assert!(matches!(refused, Err(Fout::Zinloos(_))));
    }
}
