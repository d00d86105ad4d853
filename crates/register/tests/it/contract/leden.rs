//! Who belongs to a family, through time.

use register::beeld::{Gedaan, LedenBeeld, Ledendaad, Maatregel, NetwerkInvoer, NieuwGezin, PersoonInvoer};
use register::{Opzoeking, Personenbestand};
use stelsel::gezin::Adres;
use stelsel::omgeving::NetwerkSoort;
use stelsel::persoon::{GezinsRol, Naam};
use stelsel::toegang::{Maat, Relatie};
use stelsel::{Klok as _, Persoon};

use super::*;

pub(super) fn key(n: u32) -> String {
    format!("{n:032x}")
}

fn team() -> Identiteit {
    who(Rol::Wijkteam)
}

fn members(register: &Register, who: &Identiteit, id: Id<Gezin>) -> Result<LedenBeeld, Fout> {
    register.look(who, Onderdeel::Leden, &id.to_string(), |l| l.leden(id))
}

fn see(register: &Register, who: &Identiteit, id: Id<Gezin>) -> Result<GezinBeeld, Fout> {
    register.look(who, Onderdeel::Gezin, &id.to_string(), |l| l.gezin(id))
}

fn with_family(opslag: &Opslag) -> (Register, std::sync::Arc<stelsel::VasteKlok>, Id<Gezin>) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    register.put_account(&team()).unwrap();
    let id = families(&register)[0].gezin.id;
    (register, clock, id)
}

pub(super) fn person(given: &str, family: &str, rol: GezinsRol) -> PersoonInvoer {
    PersoonInvoer { naam: Naam::typed(given, family), rol: Some(rol), ..PersoonInvoer::default() }
}

fn home(huis: &str) -> Adres {
    Adres {
        straat: Some("Dorpsstraat".into()),
        huis: Some(huis.into()),
        postcode: Some("4811AB".into()),
        plaats: Some("Breda".into()),
    }
}

fn stored(outcome: Result<Gedaan<register::beeld::Wijziging, ()>, Fout>) -> String {
    match outcome.unwrap() {
        Gedaan::Opgeslagen(id, _) => id.to_string(),
        Gedaan::Nieuwer(_) => panic!("someone was first"),
    }
}

fn who_is(register: &Register, id: Id<Gezin>, given: &str) -> Persoon {
    register.members_of(id).unwrap().into_iter().find(|p| p.naam.given() == given).unwrap()
}

/// The door of a member: an account of that person.
fn door(register: &Register, id: Id<Gezin>, persoon: Id<Persoon>, account: &str) -> Identiteit {
    let who = Identiteit {
        account: account.into(),
        gezin: Some(id),
        persoon: Some(persoon),
        ..who(Rol::Gezinslid)
    };
    register.put_account(&who).unwrap();
    who
}

pub(super) fn come_and_go(opslag: &Opslag) {
    let (register, clock, id) = with_family(opslag);
    let day = |text: &str| text.parse::<jiff::civil::Date>().unwrap();
    let do_it = |daad: Ledendaad, n: u32| register.change_members(&team(), id, &daad, &key(n));
    let lines = register.journal_len().unwrap();
    let kees = person("Kees", "van Loon", GezinsRol::Ouder);
    let add = Ledendaad::Erbij { persoon: kees.clone(), van: Some(day("2026-01-01")) };
    let first = stored(do_it(add.clone(), 1));
    assert_eq!(stored(do_it(add, 1)), first, "a form that is sent twice works once");
    assert_eq!(register.journal_len().unwrap(), lines + 1);
    let kees_is = who_is(&register, id, "Kees");
    let seen = members(&register, &team(), id).unwrap();
    let line = seen.leden.iter().find(|l| l.persoon.id == kees_is.id).unwrap();
    assert_eq!((line.tijd.as_slice(), line.vroeger), ([(Some(day("2026-01-01")), None)].as_slice(), false));
    let his = door(&register, id, kees_is.id, "kees");
    assert!(see(&register, &his, id).is_ok());

    // Two editors: the second is told, and nothing of the first is lost.
    let change = |given: &str, versie| Ledendaad::Wijzig {
        persoon: kees_is.id,
        versie,
        nieuw: PersoonInvoer { naam: Naam::typed(given, "van Loon"), ..kees.clone() },
    };
    stored(do_it(change("Cornelis", 1), 2));
    assert!(matches!(do_it(change("Keesje", 1), 3), Ok(Gedaan::Nieuwer(_))));
    assert_eq!(who_is(&register, id, "Cornelis").id, kees_is.id);

    // Who does not decide changes nothing: another team, a lead, the family itself. Each try is written down.
    let elsewhere = Identiteit { account: "ver".into(), wijken: vec![], ..team() };
    for someone in [elsewhere, who(Rol::Teamleider), who(Rol::Beleid), his.clone()] {
        let before = register.journal_len().unwrap();
        let refused = register.change_members(&someone, id, &change("X", 2), &key(4));
        assert!(matches!(refused, Err(Fout::NietGevonden)), "{:?}", someone.rol);
        assert_eq!(register.journal_len().unwrap(), before + 1, "{:?}", someone.rol);
    }
    assert!(members(&register, &who(Rol::Teamleider), id).is_ok_and(|seen| !seen.wijzigt), "a lead reads");

    // Ended on a day: the last day counts, the name stays, the door is closed the day after.
    clock.set("2026-11-20T09:00:00Z".parse().unwrap());
    stored(do_it(Ledendaad::Weg { persoon: kees_is.id, tot: day("2026-11-20"), vergissing: false }, 5));
    assert!(see(&register, &his, id).is_ok(), "the last day");
    clock.set("2026-11-21T09:00:00Z".parse().unwrap());
    assert!(matches!(see(&register, &his, id), Err(Fout::NietGevonden)));
    let seen = see(&register, &team(), id).unwrap();
    assert!(seen.vroeger.contains(&kees_is.id) && seen.leden.iter().any(|p| p.id == kees_is.id));
    stored(do_it(Ledendaad::Terug { persoon: kees_is.id, van: day("2026-11-21") }, 6));
    assert!(see(&register, &his, id).is_ok(), "back again");
    let seen = members(&register, &team(), id).unwrap();
    let line = seen.leden.iter().find(|l| l.persoon.id == kees_is.id).unwrap();
    assert_eq!(line.tijd.len(), 2, "the end and the new beginning both stand: {:?}", line.tijd);

    // Around the family; what is nonsense is refused, and a number is of one person.
    let oma = NetwerkInvoer {
        persoon: None,
        soort: NetwerkSoort::Eigen,
        naam: "Ria".into(),
        wat: "oma".into(),
        telefoon: String::new(),
        tekst: String::new(),
        van: None,
    };
    stored(do_it(Ledendaad::Netwerk { id: None, nieuw: oma.clone() }, 7));
    let around = see(&register, &team(), id).unwrap().netwerk;
    assert_eq!(around.iter().map(|n| n.naam.as_str()).collect::<Vec<_>>(), ["Ria"]);
    let change = |wat: &str| Ledendaad::Netwerk {
        id: Some((around[0].id, 1)),
        nieuw: NetwerkInvoer { wat: wat.into(), ..oma.clone() },
    };
    stored(do_it(change("oma van Tom"), 8));
    assert!(matches!(do_it(change("tante"), 9), Ok(Gedaan::Nieuwer(_))));
    stored(do_it(Ledendaad::NetwerkWeg { id: around[0].id, tot: day("2026-11-20") }, 10));
    assert!(see(&register, &team(), id).unwrap().netwerk.is_empty());
    assert_eq!(members(&register, &team(), id).unwrap().netwerk.len(), 1, "it is still told who was");
    let empty = Ledendaad::Erbij { persoon: PersoonInvoer::default(), van: None };
    assert!(matches!(do_it(empty, 11), Err(Fout::Zinloos(_))));
    let taken = PersoonInvoer { bsn: Bsn::parse("999900006").ok(), ..kees };
    assert!(matches!(do_it(Ledendaad::Erbij { persoon: taken, van: None }, 12), Err(Fout::AlBekend)));
}

/// A father who lives elsewhere: what he sees of his child follows authority and age, on the page and in what he takes away. Where
/// the child lives with its mother he does not see.
pub(super) fn two_households(opslag: &Opslag) {
    let (register, clock, id) = with_family(opslag);
    let do_it = |daad: Ledendaad, n: u32| register.change_members(&team(), id, &daad, &key(n));
    let tom = who_is(&register, id, "Tom").id;
    stored(do_it(Ledendaad::Erbij { persoon: person("Sjoerd", "de Wit", GezinsRol::Ouder), van: None }, 1));
    let sjoerd = who_is(&register, id, "Sjoerd").id;
    let household = |naam: &str, huis: &str, n| {
        let new = Ledendaad::Huishouden { id: None, naam: naam.into(), adres: home(huis), tot: None };
        Id::parse(&stored(do_it(new, n))).unwrap()
    };
    let (mother, father) = (household("Bij mama", "12", 2), household("Bij papa", "40", 3));
    for (n, (persoon, huishouden, hoe)) in
        (4..).zip([(tom, mother, "om de week"), (tom, father, "om de week"), (sjoerd, father, "")])
    {
        stored(do_it(Ledendaad::Woont { persoon, huishouden, hoe: hoe.into(), van: None }, n));
    }
    let seen = members(&register, &team(), id).unwrap();
    let lives: Vec<usize> = seen.huishoudens.iter().map(|h| h.bewoners.len()).collect();
    assert_eq!(lives, [1, 2], "the child stands in two: {:?}", seen.huishoudens.len());
    let his = door(&register, id, sjoerd, "sjoerd");
    let theirs = members(&register, &his, id).unwrap();
    let open: Vec<bool> = theirs.huishoudens.iter().map(|h| h.adres.is_some()).collect();
    assert_eq!((open, theirs.adres), (vec![false, true], None), "he sees where he lives himself");
    assert_eq!(see(&register, &his, id).unwrap().gezin.adres, None);

    // Tom was born on 14 February 2014.
    let mut cells = 0;
    for heeft in [true, false] {
        register.arrange(&team(), id, &Maatregel::Gezag { kind: tom, ouder: sjoerd, heeft }).unwrap();
        for (year, age) in [(2025, 11), (2026, 12), (2029, 15), (2030, 16), (2031, 17), (2032, 18)] {
            clock.set(format!("{year}-03-01T10:00:00Z").parse().unwrap());
            let expected = if heeft && age < 16 { Maat::Geheel } else { Maat::Naam };
            let taken = register
                .look(&his, Onderdeel::MijnGegevens, "x", |l: &mut register::Lezing<'_>| l.mijn_gegevens())
                .unwrap();
            let names: Vec<&str> = taken.iter().map(String::as_str).collect();
            let whole = ["Sjoerd de Wit", "Tom de Wit"];
            assert_eq!(
                names,
                if expected == Maat::Geheel { &whole[..] } else { &whole[..1] },
                "{heeft} {age}"
            );
            cells += 2;
            let seen = see(&register, &his, id);
            if !heeft {
                // Without authority over any child he has no door, and still what is about himself.
                assert!(matches!(seen, Err(Fout::NietGevonden)), "{age}");
                continue;
            }
            let seen = seen.unwrap();
            let at = seen.leden.iter().position(|p| p.id == tom).unwrap();
            assert_eq!(seen.maten[at], expected, "authority {heeft}, age {age}");
            assert_eq!(!seen.tijdlijn.is_empty(), expected == Maat::Geheel);
        }
    }
    assert_eq!(cells, 24);
    println!("{cells} cells: authority x age x page and export, for a parent in another household");
}

/// A child that goes to another family: help, own door and what was said go along; who works with the first family stays there.
pub(super) fn moves(opslag: &Opslag) {
    let (register, _, id) = with_family(opslag);
    let do_it = |daad: Ledendaad, n: u32| register.change_members(&team(), id, &daad, &key(n));
    let (tom, marieke) = (who_is(&register, id, "Tom").id, who_is(&register, id, "Marieke").id);
    register.put_account(&who(Rol::Regisseur)).unwrap();
    let tie = Maatregel::Betrek { account: "proef-regisseur".into(), relatie: Relatie::Regisseur, tot: None };
    register.arrange(&team(), id, &tie).unwrap();
    let (toms, hers) = (door(&register, id, tom, "tom"), door(&register, id, marieke, "marieke"));
    let moved =
        Ledendaad::Verhuis { persoon: tom, naar: None, op: "2026-11-02".parse().unwrap(), blijft: true };
    stored(do_it(moved.clone(), 1));
    let session = |account: &str| {
        let token = register.sign_in(account).unwrap().unwrap();
        register.session(&token).unwrap().unwrap()
    };
    let now = session("tom");
    let own = now.gezin.unwrap();
    assert_ne!(own, id, "the own door goes along");
    assert!(see(&register, &now, own).is_ok_and(|seen| !seen.toewijzingen.is_empty()));
    assert!(matches!(see(&register, &toms, id), Ok(_) | Err(Fout::NietGevonden)));
    // The mother has authority over a child of twelve: she goes on seeing the help, from her own page.
    let seen = see(&register, &hers, id).unwrap();
    assert!(!seen.toewijzingen.is_empty() && seen.leden.iter().any(|p| p.id == tom && p.gezin == own));
    // Who works with the first family sees the outline there, and has no key to the other.
    let worker = session("proef-regisseur");
    let seen = see(&register, &worker, id).unwrap();
    let at = seen.leden.iter().position(|p| p.id == tom).unwrap();
    assert_eq!((seen.maten[at], seen.tijdlijn.len()), (Maat::Hoofdlijn, 0));
    assert!(!seen.toewijzingen.is_empty() && seen.toewijzingen[0].gedeclareerd.is_none());
    assert!(matches!(see(&register, &worker, own), Err(Fout::NietGevonden)));
    // Whoever moved the child stays near: a family without an address would be nobody's.
    let colleague = session("proef-wijkteam");
    assert_eq!(colleague.betrokken, [(own, Relatie::Vervanger)]);
    assert!(see(&register, &colleague, own).is_ok());
    // A family of nobody's reach is no place to go to, and the last one does not leave.
    let alone = register.change_members(&colleague, own, &moved, &key(2));
    assert!(matches!(alone, Err(Fout::Zinloos(_))));
    stored(do_it(Ledendaad::Weg { persoon: tom, tot: "2026-11-01".parse().unwrap(), vergissing: false }, 3));
    let seen = see(&register, &hers, id).unwrap();
    assert!(seen.toewijzingen.is_empty(), "belongs here no longer");
}

/// Messages go on coming; they add what they know and undo nothing.
pub(super) fn stands_against_messages(opslag: &Opslag) {
    let (register, _, id) = with_family(opslag);
    let do_it = |daad: Ledendaad, n: u32| register.change_members(&team(), id, &daad, &key(n));
    let marieke = who_is(&register, id, "Marieke").id;
    let rename = Ledendaad::Wijzig {
        persoon: marieke,
        versie: 1,
        nieuw: PersoonInvoer {
            naam: Naam::typed("Maria", "Jansen"),
            geboren: "1984-05-06".parse().ok(),
            rol: Some(GezinsRol::Ouder),
            bsn: None,
        },
    };
    stored(do_it(rename, 1));
    stored(do_it(Ledendaad::Adres(home("77")), 2));
    let before = families(&register)[0].leden.len();
    let again = |id, day| Toewijzing {
        id,
        day,
        parent: Some(("Marieke", "1984-05-06")),
        reason: Some("14"),
        house: 31,
        ..Toewijzing::default()
    };
    take(&register, &[("m", again("T8", "2026-08-01").xml()), ("n", again("T9", "2026-09-01").xml())]);
    let after = families(&register);
    assert_eq!(after.len(), 1);
    assert!(after[0].leden.len() <= before + 1, "the mother is recognised by the name that messages use");
    assert_eq!(after[0].gezin.adres.as_ref().unwrap().huis.as_deref(), Some("77"), "the address stands");
    let seen = members(&register, &team(), id).unwrap();
    assert_eq!(seen.huishoudens.len(), 1, "what the messages told is a household, once");
    assert!(seen.huishoudens[0].uit_bericht && seen.huishoudens[0].bewoners.len() == 1);
    assert!(seen.leden.iter().any(|l| l.persoon.naam.given() == "Maria"), "the name stands");
}

/// A family by hand: no number, no message. A message that comes later finds the child there.
pub(super) fn written_down(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    register.put_account(&team()).unwrap();
    let child =
        PersoonInvoer { geboren: "2014-02-14".parse().ok(), ..person("Tom", "de Wit", GezinsRol::Jeugdige) };
    let adres =
        Adres { straat: None, huis: Some("12".into()), postcode: Some("4811AB".into()), plaats: None };
    let nieuw = NieuwGezin { persoon: child, adres, wijk: None, vraag: None };
    let id = register.new_family(&team(), &nieuw, &key(1)).unwrap();
    assert_eq!(register.new_family(&team(), &nieuw, &key(1)).unwrap(), id, "once");
    for rol in [Rol::Teamleider, Rol::Beleid, Rol::Gezinslid, Rol::Beheer] {
        assert!(
            matches!(register.new_family(&who(rol), &nieuw, &key(2)), Err(Fout::NietGevonden)),
            "{rol:?}"
        );
    }
    let before = register.members_of(id).unwrap();
    take(&register, &[("a", Toewijzing { parent: None, ..Toewijzing::default() }.xml())]);
    let after = families(&register);
    assert_eq!((after.len(), after[0].gezin.id, after[0].leden.len()), (1, id, 1));
    assert_eq!(after[0].leden[0].id, before[0].id, "the same child, with a number now");
    assert_eq!(after[0].toewijzingen.len(), 1);
    // Without an address, and by someone without a neighbourhood: whoever writes it down stays near.
    let far = Identiteit { account: "ver".into(), wijken: vec![], ..who(Rol::Regisseur) };
    register.put_account(&far).unwrap();
    let bare = NieuwGezin { persoon: person("Aya", "", GezinsRol::Ouder), ..NieuwGezin::default() };
    let other = register.new_family(&far, &bare, &key(3)).unwrap();
    let token = register.sign_in("ver").unwrap().unwrap();
    let far = register.session(&token).unwrap().unwrap();
    assert_eq!(see(&register, &far, other).unwrap().leden[0].naam.full(), "Aya");
}

pub(super) fn looked_up(opslag: &Opslag) {
    let (register, clock, id) = with_family(opslag);
    let number = Opzoeking::Bsn(Bsn::parse("999900006").unwrap());
    let nowhere = register.find_person(&team(), id, &number);
    assert!(matches!(nowhere, Err(Fout::NietGevonden)), "no register of persons is tied");
    let file = Personenbestand::lees(
        "bsn;achternaam;voornamen;geboren;postcode;huisnummer\n999900006;Wit;Tom;2014-02-14;4811AB;12\n",
    );
    assert!(register.tie_persons(std::sync::Arc::new(file.unwrap())));
    assert!(register.has_persons());
    let before = register.journal_len().unwrap();
    let found = register.find_person(&team(), id, &number).unwrap();
    assert_eq!(found[0].naam.full(), "Tom Wit");
    assert_eq!(register.journal_len().unwrap(), before + 1);
    let door = Opzoeking::Adres {
        geboren: "2014-02-14".parse().unwrap(),
        postcode: stelsel::Postcode::parse("4811AB").unwrap(),
        huis: "13".into(),
    };
    assert!(register.find_person(&team(), id, &door).unwrap().is_empty());
    assert_eq!(register.journal_len().unwrap(), before + 2, "also when nobody is found");
    for rol in [Rol::Teamleider, Rol::Gezinslid, Rol::Beheer] {
        assert!(matches!(register.find_person(&who(rol), id, &number), Err(Fout::NietGevonden)), "{rol:?}");
    }
    assert_eq!(register.journal_len().unwrap(), before + 5, "and who may not is written down");
    assert!(clock.now() > jiff::Timestamp::UNIX_EPOCH);
}
