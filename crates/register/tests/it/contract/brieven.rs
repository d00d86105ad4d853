//! Letters: who makes them, who reads them, and that they stay as they were sent.

use register::beeld::{Brief, Gedaan, NieuweBrief};
use stelsel::brief::Briefsoort;
use stelsel::persoon::GezinsRol;

use super::*;

fn letter(gezin: Id<Gezin>) -> NieuweBrief {
    NieuweBrief {
        gezin,
        persoon: None,
        aan: None,
        soort: Briefsoort::Uitnodiging,
        taal: "nl".into(),
        adres: "Familie Wit\nLindelaan 3".into(),
        onderwerp: "Zullen we praten?".into(),
        tekst: "Beste familie Wit,".into(),
        toestemming: String::new(),
        telefoon: "076 000 00 00".into(),
        pdf: b"%PDF-1.7 \x00\xff letter".to_vec(),
    }
}

fn made(register: &Register, who: &Identiteit, brief: NieuweBrief) -> Result<Id<Brief>, Fout> {
    match register.make_letter(who, brief, &Register::form_key()?)? {
        Gedaan::Opgeslagen(id, 1) => Ok(id),
        other => panic!("{other:?}"),
    }
}

fn seen(register: &Register, who: &Identiteit, gezin: Id<Gezin>) -> Vec<Id<Brief>> {
    let list = register.look(who, Onderdeel::Brieven, "", |l| l.brieven(gezin)).unwrap();
    list.brieven.iter().map(|brief| brief.id).collect()
}

pub(super) fn kept_as_sent(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    let team = who(Rol::Wijkteam);
    register.put_account(&team).unwrap();
    let beeld = families(&register)[0].clone();
    let gezin = beeld.gezin.id;
    let lines = register.journal_len().unwrap();
    let key = Register::form_key().unwrap();
    let first = register.make_letter(&team, letter(gezin), &key).unwrap();
    assert_eq!(register.journal_len().unwrap(), lines + 1);
    // Sent twice: one letter.
    assert_eq!(register.make_letter(&team, letter(gezin), &key).unwrap(), first);
    let Gedaan::Opgeslagen(id, _) = first else { panic!("{first:?}") };
    let list = register.look(&team, Onderdeel::Brieven, "", |l| l.brieven(gezin)).unwrap();
    assert_eq!(list.brieven.len(), 1);
    assert_eq!((list.telefoon.as_str(), list.schrijft), ("076 000 00 00", true));
    let row = &list.brieven[0];
    assert_eq!(
        (row.id, row.soort, row.onderwerp.as_str(), row.aan.as_str(), row.door.as_str()),
        (id, Briefsoort::Uitnodiging, "Zullen we praten?", "Familie Wit", "Proef wijkteam")
    );
    let file = register.look(&team, Onderdeel::Brieven, &id.to_string(), |l| l.brief(id)).unwrap();
    assert_eq!(file.pdf, b"%PDF-1.7 \x00\xff letter");
    // What is no letter is not kept.
    for broken in [
        NieuweBrief { tekst: " ".into(), ..letter(gezin) },
        NieuweBrief { onderwerp: String::new(), ..letter(gezin) },
        NieuweBrief { tekst: "a".repeat(4_001), ..letter(gezin) },
        NieuweBrief { tekst: "a\0".into(), ..letter(gezin) },
        NieuweBrief { pdf: b"<html>".to_vec(), ..letter(gezin) },
        NieuweBrief { soort: Briefsoort::Verwijzer, toestemming: " ".into(), ..letter(gezin) },
    ] {
        assert!(matches!(made(&register, &team, broken), Err(Fout::Zinloos(_))));
    }
    let yes =
        NieuweBrief { soort: Briefsoort::Verwijzer, toestemming: "Tom en Marieke".into(), ..letter(gezin) };
    made(&register, &team, yes).unwrap();
    assert_eq!(seen(&register, &team, gezin).len(), 2);
}

pub(super) fn rights(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    let team = who(Rol::Wijkteam);
    let beeld = families(&register)[0].clone();
    let gezin = beeld.gezin.id;
    let of = |rol| beeld.leden.iter().find(|p| p.rol == rol).unwrap().id;
    let (child, parent) = (of(GezinsRol::Jeugdige), of(GezinsRol::Ouder));
    let family = made(&register, &team, letter(gezin)).unwrap();
    let about = made(&register, &team, NieuweBrief { persoon: Some(child), ..letter(gezin) }).unwrap();
    let mine = made(&register, &team, NieuweBrief { aan: Some(parent), ..letter(gezin) }).unwrap();
    let theirs =
        made(&register, &team, NieuweBrief { persoon: Some(child), aan: Some(child), ..letter(gezin) })
            .unwrap();

    // The parent of a child under twelve reads all; who has nothing to do with the family, nothing.
    let member = |persoon| Identiteit { gezin: Some(gezin), persoon: Some(persoon), ..who(Rol::Gezinslid) };
    let mut all = seen(&register, &member(parent), gezin);
    all.sort();
    let mut expected = vec![family, about, mine, theirs];
    expected.sort();
    assert_eq!(all, expected);
    let mut colleague = team.clone();
    colleague.wijken = vec![Wijkcode::parse("WK195901").unwrap()];
    for stranger in
        [&colleague, &who(Rol::Teamleider), &who(Rol::Beheer), &who(Rol::Aanbieder), &who(Rol::School)]
    {
        let list = register.look(stranger, Onderdeel::Brieven, "", |l| l.brieven(gezin));
        assert!(matches!(list, Err(Fout::NietGevonden)), "{:?}", stranger.rol);
        let one = register.look(stranger, Onderdeel::Brieven, "", |l| l.brief(family));
        assert!(matches!(one, Err(Fout::NietGevonden)), "{:?}", stranger.rol);
        assert!(matches!(made(&register, stranger, letter(gezin)), Err(Fout::NietGevonden)));
    }
    // A member makes no letters, and nobody writes about somebody of another family.
    assert!(matches!(made(&register, &member(parent), letter(gezin)), Err(Fout::NietGevonden)));
    let other = Id::parse(&"0".repeat(32)).unwrap();
    let foreign = NieuweBrief { persoon: Some(other), ..letter(gezin) };
    assert!(matches!(made(&register, &team, foreign), Err(Fout::NietGevonden)));

    // The child of twelve has a door of their own: not what is meant for the parent.
    let own = register.look(&member(child), Onderdeel::Brieven, "", |l| l.brieven(gezin));
    if let Ok(own) = own {
        let ids: Vec<_> = own.brieven.iter().map(|b| b.id).collect();
        assert!(ids.contains(&family) && ids.contains(&theirs) && !ids.contains(&mine), "{ids:?}");
        let one = register.look(&member(child), Onderdeel::Brieven, "", |l| l.brief(mine));
        assert!(matches!(one, Err(Fout::NietGevonden)));
    }
}
