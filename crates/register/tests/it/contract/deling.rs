//! Sharing: only what was agreed to, by who decides, and no longer than that.

use jiff::SignedDuration;
use register::beeld::{Gedaan, Maatregel, MetWie, NieuweDeling};
use stelsel::deling::{Deling, DelingStand, Wat};
use stelsel::toegang::{Maat, Relatie};
use stelsel::{Klok as _, Persoon};

use super::*;

/// A family of a child of twelve with one parent and a brother of nine, and an account for every role.
pub(super) fn family(
    opslag: &Opslag,
) -> (Register, std::sync::Arc<stelsel::VasteKlok>, Id<Gezin>, [Id<Persoon>; 3]) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    let brother =
        Toewijzing { id: "B1", bsn: "999900018", given: "Bram", number: 300_301, ..Toewijzing::default() };
    take(&register, &[("b", brother.xml().replace("2014-02-14", "2017-05-05"))]);
    for rol in Rol::ALL {
        register.put_account(&who(rol)).unwrap();
    }
    let seen = families(&register);
    let all = &seen[0];
    let of = |given: &str| all.leden.iter().find(|p| p.naam.given() == given).unwrap().id;
    let ids = [of("Tom"), of("Bram"), of("Marieke")];
    (register, clock, all.gezin.id, ids)
}

/// A member of the family, as signed in.
pub(super) fn member(register: &Register, gezin: Id<Gezin>, persoon: Id<Persoon>) -> Identiteit {
    let account = format!("lid-{}", &persoon.to_string()[26..]);
    let me = Identiteit {
        gezin: Some(gezin),
        persoon: Some(persoon),
        ..Identiteit::new(account.clone(), format!("Lid {account}"), Rol::Gezinslid)
    };
    register.put_account(&me).unwrap();
    me
}

pub(super) fn signed_in(register: &Register, account: &str) -> Identiteit {
    let token = register.sign_in(account).unwrap().unwrap();
    register.session(&token).unwrap().unwrap()
}

fn see(register: &Register, who: &Identiteit, id: Id<Gezin>) -> Result<GezinBeeld, Fout> {
    register.look(who, Onderdeel::Gezin, "", |l| l.gezin(id))
}

fn school(about: Option<Id<Persoon>>, wat: &[Wat]) -> NieuweDeling {
    NieuweDeling {
        persoon: about,
        met: MetWie::Account("proef-school".into()),
        wat: wat.to_vec(),
        doel: "Rust in de klas".into(),
        tot: None,
        ja_van: Vec::new(),
    }
}

fn send(
    register: &Register,
    who: &Identiteit,
    id: Id<Gezin>,
    new: &NieuweDeling,
) -> Result<Id<Deling>, Fout> {
    match register.share_with(who, id, new, &Register::form_key().unwrap())? {
        Gedaan::Opgeslagen(share, _) => Ok(share),
        Gedaan::Nieuwer(_) => panic!("not stored"),
    }
}

fn answer(
    register: &Register,
    who: &Identiteit,
    id: Id<Gezin>,
    share: Id<Deling>,
    yes: bool,
) -> Result<(), Fout> {
    register.answer_share(who, id, share, (yes, None), &Register::form_key().unwrap()).map(drop)
}

fn stand(register: &Register, id: Id<Gezin>, share: Id<Deling>) -> Option<DelingStand> {
    let page = register.look(&who(Rol::Wijkteam), Onderdeel::Delen, "", |l| l.delen(id)).unwrap();
    page.delingen.iter().find(|line| line.id == share).unwrap().stand
}

/// A school sees the child that is shared about, in outline, and not the brother, the parent, an address or an amount.
pub(super) fn only_what_is_shared(opslag: &Opslag) {
    let (register, _, id, [tom, bram, marieke]) = family(opslag);
    let (mother, boy) = (member(&register, id, marieke), member(&register, id, tom));
    let now = || signed_in(&register, "proef-school");
    assert!(see(&register, &now(), id).is_err());
    let share = send(&register, &mother, id, &school(Some(tom), &[Wat::Hulp])).unwrap();
    assert_eq!(stand(&register, id, share), Some(DelingStand::Wacht { ouder: false, zelf: true }));
    assert!(see(&register, &now(), id).is_err(), "the young person of twelve was not asked yet");
    answer(&register, &boy, id, share, true).unwrap();
    let seen = see(&register, &now(), id).unwrap();
    assert_eq!(seen.leden.iter().map(|p| p.id).collect::<Vec<_>>(), [tom]);
    assert_eq!(seen.maten, [Maat::Hoofdlijn]);
    assert!(seen.gezin.adres.is_none() && seen.tijdlijn.is_empty() && seen.inzagen.is_empty());
    assert!(!seen.toewijzingen.is_empty() && seen.toewijzingen.iter().all(|t| t.persoon == tom));
    assert!(seen.toewijzingen.iter().all(|t| t.gedeclareerd.is_none() && t.toewijzing.omvang.is_none()));
    let list = |who: &Identiteit| {
        register.look(who, Onderdeel::Gezinnen, "", |l| l.gezinnen(&GezinnenFilter::default())).unwrap().rijen
    };
    assert_eq!(list(&now())[0].kinderen, [("Tom".to_owned(), None)]);
    // The plan alone: the name, and not which help there is.
    register.withdraw_share(&mother, id, share, &Register::form_key().unwrap()).unwrap();
    let young = send(&register, &mother, id, &school(Some(bram), &[Wat::Plan])).unwrap();
    assert_eq!(
        stand(&register, id, young),
        Some(DelingStand::Loopt),
        "of a child of nine the parent decides"
    );
    let seen = see(&register, &now(), id).unwrap();
    assert_eq!((seen.leden[0].id, seen.maten[0], seen.toewijzingen.len()), (bram, Maat::Naam, 0));
    // Somebody else of the same role has nothing of it.
    let other = Identiteit::new("andere-school", "Andere school", Rol::School);
    register.put_account(&other).unwrap();
    assert!(see(&register, &signed_in(&register, "andere-school"), id).is_err());
}

/// In the very same millisecond, also for a session that runs.
pub(super) fn ends_at_once(opslag: &Opslag) {
    let (register, clock, id, [tom, _, marieke]) = family(opslag);
    let share_id = share(&register, id, Rol::School, None);
    let token = register.sign_in("proef-school").unwrap().unwrap();
    let now = || register.session(&token).unwrap().unwrap();
    assert!(see(&register, &now(), id).is_ok());
    let mother = member(&register, id, marieke);
    let at = clock.now();
    register.withdraw_share(&mother, id, share_id, &Register::form_key().unwrap()).unwrap();
    assert!(see(&register, &now(), id).is_err(), "withdrawn in the same moment");
    assert_eq!(clock.now(), at, "no time went by");
    // A no of the young person counts as much, and a yes after it opens again.
    let boy = member(&register, id, tom);
    let second = share(&register, id, Rol::School, None);
    assert!(see(&register, &now(), id).is_ok());
    answer(&register, &boy, id, second, false).unwrap();
    assert!(see(&register, &now(), id).is_err());
    answer(&register, &boy, id, second, true).unwrap();
    assert!(see(&register, &now(), id).is_ok());
    // Until a day, that day included.
    register.withdraw_share(&boy, id, second, &Register::form_key().unwrap()).unwrap();
    let today = clock.today();
    share(&register, id, Rol::School, Some(&today.to_string()));
    assert!(see(&register, &now(), id).is_ok());
    clock.advance(SignedDuration::from_hours(24));
    assert!(see(&register, &signed_in(&register, "proef-school"), id).is_err());
    // Another family cannot be reached by the identifier of a share.
    let stranger = Identiteit { gezin: None, persoon: None, ..mother };
    let refused = register.withdraw_share(&stranger, id, second, &Register::form_key().unwrap());
    assert!(matches!(refused, Err(Fout::NietGevonden)));
}

/// Eleven, thirteen and seventeen; a parent without authority; a birthday changes who decides.
pub(super) fn by_age(opslag: &Opslag) {
    let (register, clock, id, [tom, _, marieke]) = family(opslag);
    let (mother, boy) = (member(&register, id, marieke), member(&register, id, tom));
    let go_to = |day: &str| clock.set(format!("{day}T10:00:00Z").parse().unwrap());
    let about = school(Some(tom), &[Wat::Hulp]);
    // The child was born on 14 February 2014. At eleven there is no door.
    go_to("2025-06-01");
    assert!(matches!(send(&register, &boy, id, &about), Err(Fout::NietGevonden)));
    let eleven = send(&register, &mother, id, &about).unwrap();
    assert_eq!(stand(&register, id, eleven), Some(DelingStand::Loopt));
    let asked = |who: &Identiteit| {
        let page = register.look(who, Onderdeel::Delen, "", |l| l.delen(id)).unwrap();
        page.delingen.iter().find(|line| line.id == eleven).map(|line| line.vraagt_mij)
    };
    // On the twelfth birthday the young person is asked; until then it rests.
    go_to("2026-02-14");
    assert_eq!(stand(&register, id, eleven), Some(DelingStand::Wacht { ouder: false, zelf: true }));
    assert_eq!(asked(&boy), Some(true));
    answer(&register, &boy, id, eleven, true).unwrap();
    assert_eq!((stand(&register, id, eleven), asked(&boy)), (Some(DelingStand::Loopt), Some(false)));
    // At thirteen a parent loses authority: there is no yes of a parent any more.
    go_to("2027-06-01");
    register
        .arrange(&who(Rol::Wijkteam), id, &Maatregel::Gezag { kind: tom, ouder: marieke, heeft: false })
        .unwrap();
    assert_eq!(stand(&register, id, eleven), Some(DelingStand::Wacht { ouder: true, zelf: false }));
    assert!(matches!(send(&register, &mother, id, &about), Err(Fout::NietGevonden)));
    // At seventeen the young person alone, and a parent neither gives nor sees it.
    go_to("2031-06-01");
    register
        .arrange(&who(Rol::Wijkteam), id, &Maatregel::Gezag { kind: tom, ouder: marieke, heeft: true })
        .unwrap();
    assert_eq!(stand(&register, id, eleven), Some(DelingStand::Loopt));
    assert!(matches!(send(&register, &mother, id, &about), Err(Fout::NietGevonden)));
    assert!(matches!(answer(&register, &mother, id, eleven, false), Err(Fout::NietGevonden)));
    assert_eq!(asked(&mother), None);
    assert!(send(&register, &boy, id, &about).is_ok());
    // Nobody of the family writes down what another said; a professional does, of who decides only.
    let other = NieuweDeling { ja_van: vec![marieke], ..about };
    assert!(matches!(send(&register, &who(Rol::Wijkteam), id, &other), Err(Fout::Zinloos(_))));
    for rol in [Rol::Teamleider, Rol::School, Rol::Verwijzer, Rol::Beheer, Rol::Netwerk] {
        let refused = send(&register, &who(rol), id, &other);
        assert!(matches!(refused, Err(Fout::NietGevonden)), "{rol:?}");
    }
}

/// A grandmother: an account of her own, that sees the shared plan and goes with the share.
pub(super) fn network(opslag: &Opslag) {
    let (register, _, id, [tom, bram, marieke]) = family(opslag);
    let mother = member(&register, id, marieke);
    let new =
        NieuweDeling { met: MetWie::Netwerk(" Oma Corrie ".into()), ..school(Some(bram), &[Wat::Plan]) };
    let key = Register::form_key().unwrap();
    let Gedaan::Opgeslagen(share, _) = register.share_with(&mother, id, &new, &key).unwrap() else {
        panic!("not stored")
    };
    // Sent twice: one account.
    assert_eq!(register.share_with(&mother, id, &new, &key).unwrap(), Gedaan::Opgeslagen(share, 1));
    let guests: Vec<_> =
        register.accounts().unwrap().into_iter().filter(|a| a.account.starts_with("netwerk-")).collect();
    assert_eq!(guests.len(), 1);
    let guest = register.guest_of(&mother, id, share).unwrap().unwrap();
    assert_eq!((guest.as_str(), guests[0].naam.as_str()), (guests[0].account.as_str(), "Oma Corrie"));
    let other = member(&register, id, tom);
    assert_eq!(register.guest_of(&other, id, share).unwrap(), None, "only who invited hands it over");
    let grandmother = signed_in(&register, &guest);
    assert_eq!(grandmother.betrokken, [(id, Relatie::Netwerk)]);
    let seen = see(&register, &grandmother, id).unwrap();
    assert_eq!(seen.leden.iter().map(|p| p.id).collect::<Vec<_>>(), [bram]);
    assert!(seen.toewijzingen.is_empty() && seen.gezin.adres.is_none() && seen.leden[0].geboren.is_none());
    for part in
        [Onderdeel::Toegang, Onderdeel::Inzagen, Onderdeel::Post, Onderdeel::Delen, Onderdeel::MijnGegevens]
    {
        assert_eq!(grandmother.reach(part), stelsel::toegang::Bereik::Niets, "{part:?}");
    }
    let token = register.sign_in(&guest).unwrap().unwrap();
    register.withdraw_share(&mother, id, share, &Register::form_key().unwrap()).unwrap();
    assert!(register.session(&token).unwrap().is_none(), "the account went with the share");
    assert!(register.sign_in(&guest).unwrap().is_none());
}
