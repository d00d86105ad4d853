//! Doubles: found, brought together, taken apart, in any order.

use std::collections::BTreeMap;

use register::beeld::{Dubbeldaad, DubbelenBeeld, Ledendaad, Maatregel, Samenvoeging};
use stelsel::dubbel::Reden;
use stelsel::persoon::GezinsRol;
use stelsel::toegang::Relatie;

use super::leden::{key, person};
use super::*;

pub(super) fn team() -> Identiteit {
    who(Rol::Wijkteam)
}

pub(super) fn doubles(register: &Register) -> DubbelenBeeld {
    register.look(&team(), Onderdeel::Dubbelen, "lijst", |l: &mut register::Lezing<'_>| l.dubbelen()).unwrap()
}

/// Families of two: a child and a parent, each behind a door of its own.
pub(super) fn several(opslag: &Opslag, count: u32) -> (Register, Vec<Id<Gezin>>) {
    filled(open(opslag), count)
}

fn filled(register: Register, count: u32) -> (Register, Vec<Id<Gezin>>) {
    register.setup_region(&region()).unwrap();
    register.put_account(&team()).unwrap();
    take(&register, &(0..count).map(|n| ("m", letter(n, 1))).collect::<Vec<_>>());
    let mut all: Vec<(u32, Id<Gezin>)> = families(&register)
        .iter()
        .map(|f| (f.gezin.adres.as_ref().unwrap().huis.as_ref().unwrap().parse().unwrap(), f.gezin.id))
        .collect();
    all.sort_unstable();
    assert_eq!(all.len(), count as usize);
    (register, all.into_iter().map(|(_, id)| id).collect())
}

/// The nth family's allocation, told for the so-manyth time.
fn letter(n: u32, time: u32) -> String {
    let (bsn, id, day) = (crate::xml::bsn(n), format!("T{n}x{time}"), format!("2026-0{time}-01"));
    Toewijzing {
        id: &id,
        day: &day,
        bsn: &bsn,
        given: "Tom",
        parent: Some(("Marieke", "1984-05-06")),
        house: n + 1,
        number: 300_000 + n,
        reason: (time > 1).then_some("14"),
        ..Toewijzing::default()
    }
    .xml()
}

pub(super) fn found(opslag: &Opslag) {
    let (register, ids) = several(opslag, 2);
    let seen = doubles(&register);
    // Two boys of one name and one birth date with two numbers are two; their mothers may be one.
    assert_eq!(seen.dubbelen.len(), 1);
    let pair = &seen.dubbelen[0];
    assert_eq!((pair.personen.len(), pair.voordeur), (1, false));
    let why = &pair.personen[0].redenen;
    assert_eq!(why.as_slice(), [Reden::Geboren, Reden::Achternaam, Reden::Voornaam, Reden::Postcode]);
    // The mother is one and belongs to both families: she stands in each, and it can be undone.
    let [one, other] = &pair.personen[0].personen;
    let first = register.members_of(ids[0]).unwrap().iter().any(|p| p.id == one.id);
    let (blijft, weg) = if first { (ids[0], ids[1]) } else { (ids[1], ids[0]) };
    let both = Dubbeldaad::Mensen { blijft, weg, personen: vec![(one.id, other.id)] };
    let (one, before) = (one.id, ids.iter().map(|id| register.members_of(*id).unwrap()).collect::<Vec<_>>());
    register.arrange_double(&team(), &both).unwrap();
    for id in &ids {
        let now = register.members_of(*id).unwrap();
        assert!(now.len() == 2 && now.iter().any(|p| p.id == one), "{now:?}");
    }
    assert!(doubles(&register).dubbelen.is_empty());
    let record = doubles(&register).samen[0].id;
    register.arrange_double(&team(), &Dubbeldaad::UitElkaar(record)).unwrap();
    assert_eq!(ids.iter().map(|id| register.members_of(*id).unwrap()).collect::<Vec<_>>(), before);
    // Somebody says that they are two: it is not asked again, and not by messages either.
    register.arrange_double(&team(), &Dubbeldaad::GezinnenNiet(ids[0], ids[1])).unwrap();
    assert!(doubles(&register).dubbelen.is_empty());
    // Within one family, spelled differently.
    let twice = Ledendaad::Erbij {
        persoon: register::beeld::PersoonInvoer {
            geboren: "1984-05-06".parse().ok(),
            ..person("Mariéke", "Wit", GezinsRol::Ander)
        },
        van: None,
    };
    register.change_members(&team(), ids[0], &twice, &key(1)).unwrap();
    let seen = doubles(&register);
    assert_eq!((seen.dubbelen.len(), seen.dubbelen[0].gezinnen[0].0), (1, seen.dubbelen[0].gezinnen[1].0));
    let [one, other] = &seen.dubbelen[0].personen[0].personen;
    let daad = Dubbeldaad::Personen { gezin: ids[0], blijft: one.id, weg: other.id };
    // Who does not work with the family changes nothing.
    let elsewhere = Identiteit { account: "ver".into(), wijken: vec![], ..team() };
    for someone in [elsewhere, who(Rol::Teamleider), who(Rol::Gezinslid)] {
        assert!(matches!(register.arrange_double(&someone, &daad), Err(Fout::NietGevonden)));
    }
    let three = register.members_of(ids[0]).unwrap().len();
    register.arrange_double(&team(), &daad).unwrap();
    assert_eq!(register.members_of(ids[0]).unwrap().len(), three - 1);
    // The message comes again: the one that was a double does not come back.
    take(&register, &[("again", letter(0, 5))]);
    assert_eq!(register.members_of(ids[0]).unwrap().len(), three - 1);
    assert!(doubles(&register).dubbelen.is_empty());
    let samen = doubles(&register).samen;
    register.arrange_double(&team(), &Dubbeldaad::UitElkaar(samen[0].id)).unwrap();
    assert_eq!(register.members_of(ids[0]).unwrap().len(), three);
    assert!(doubles(&register).dubbelen.is_empty(), "said to be two");
}

pub(super) fn together_and_apart(opslag: &Opslag) {
    let (register, ids) = several(opslag, 2);
    for rol in [Rol::Regisseur, Rol::Wijkteam] {
        register.put_account(&Identiteit { account: format!("r-{}", rol.key()), ..who(rol) }).unwrap();
    }
    let tie = |account: &str, id| {
        let deed = Maatregel::Betrek { account: account.into(), relatie: Relatie::Regisseur, tot: None };
        register.arrange(&team(), id, &deed).unwrap();
    };
    tie("r-regisseur", ids[0]);
    tie("r-wijkteam", ids[1]);
    register.arrange(&team(), ids[1], &Maatregel::Scherm(true)).unwrap();
    let session = |account: &str| {
        let token = register.sign_in(account).unwrap().unwrap();
        register.session(&token).unwrap().unwrap()
    };
    let before: Vec<_> = ids.iter().map(|id| register.members_of(*id).unwrap()).collect();
    let both = Identiteit { betrokken: vec![(ids[1], Relatie::Vervanger)], ..team() };
    let pairs = |a: usize, b: usize| {
        let mother = |n: usize| before[n].iter().find(|p| p.rol == GezinsRol::Ouder).unwrap().id;
        vec![(mother(a), mother(b))]
    };
    let daad = Dubbeldaad::Gezinnen { blijft: ids[0], weg: ids[1], personen: pairs(0, 1) };
    assert!(matches!(register.arrange_double(&team(), &daad), Err(Fout::NietGevonden)), "shielded");
    register.arrange_double(&both, &daad).unwrap();
    let names: Vec<String> = register.members_of(ids[0]).unwrap().iter().map(|p| p.naam.given()).collect();
    assert_eq!(names, ["Tom", "Tom", "Marieke"], "two children, one mother");
    assert!(register.members_of(ids[1]).unwrap().is_empty());
    // One coordinator; the other stays near. What was shielded stays shielded.
    assert_eq!(session("r-regisseur").betrokken, [(ids[0], Relatie::Regisseur)]);
    let second = session("r-wijkteam");
    assert!(second.betrokken.contains(&(ids[0], Relatie::Vervanger)));
    assert!(!second.betrokken.contains(&(ids[0], Relatie::Regisseur)));
    let see = |who: &Identiteit, id: Id<Gezin>| register.look(who, Onderdeel::Gezin, "", |l| l.gezin(id));
    assert!(see(&team(), ids[0]).is_err());
    let seen = see(&second, ids[1]).unwrap();
    assert_eq!((seen.gezin.id, seen.toewijzingen.len()), (ids[0], 2), "the old address leads to the new");
    // Messages about either child change nothing of it.
    take(&register, &[("a", letter(0, 6)), ("b", letter(1, 7))]);
    assert_eq!(register.members_of(ids[0]).unwrap().len(), 3);
    assert_eq!(see(&second, ids[0]).unwrap().gezin.adres.unwrap().huis.as_deref(), Some("1"));
    // Apart again: everyone and everything is where it was.
    let all = register.look(&second, Onderdeel::Leden, "", |l| l.leden(ids[0])).unwrap().samen;
    let whole = all.iter().find(|s| s.gezin).unwrap();
    register.arrange_double(&second, &Dubbeldaad::UitElkaar(whole.id)).unwrap();
    let after: Vec<_> = ids.iter().map(|id| register.members_of(*id).unwrap()).collect();
    assert_eq!(before, after);
    assert!(see(&team(), ids[0]).is_ok() && see(&team(), ids[1]).is_err(), "each with its own shield");
    assert_eq!(session("r-regisseur").betrokken, [(ids[0], Relatie::Regisseur)]);
    assert!(session("r-wijkteam").betrokken.contains(&(ids[1], Relatie::Regisseur)));
    // And a message does not bring together what people took apart.
    take(&register, &[("c", letter(0, 8)), ("d", letter(1, 9))]);
    assert_eq!(ids.iter().map(|id| register.members_of(*id).unwrap().len()).collect::<Vec<_>>(), [2, 2]);
}

/// Three families, of which the second and the third have a coordinator, brought together one after another: taken apart from the
/// middle, each has its own again.
/// Brought together they are destroyed as one, with what stayed behind in the empty ones.
pub(super) fn coordinators_and_destruction(opslag: &Opslag) {
    let clock = crate::clock();
    let (register, ids) = filled(Register::open(opslag, clock.clone()).unwrap(), 3);
    let account = |n: usize| format!("regisseur-{n}");
    for (n, id) in ids.iter().enumerate().skip(1) {
        register.put_account(&Identiteit { account: account(n), ..who(Rol::Regisseur) }).unwrap();
        let deed = Maatregel::Betrek { account: account(n), relatie: Relatie::Regisseur, tot: None };
        register.arrange(&team(), *id, &deed).unwrap();
    }
    let own = |n: usize| {
        let token = register.sign_in(&account(n)).unwrap().unwrap();
        let tied = register.session(&token).unwrap().unwrap().betrokken;
        tied.into_iter()
            .filter(|(_, as_what)| *as_what == Relatie::Regisseur)
            .map(|(id, _)| id)
            .collect::<Vec<_>>()
    };
    let bring = |weg: usize, blijft: usize| {
        let known: Vec<_> = doubles(&register).samen.iter().map(|s| s.id).collect();
        let daad = Dubbeldaad::Gezinnen { blijft: ids[blijft], weg: ids[weg], personen: Vec::new() };
        register.arrange_double(&team(), &daad).unwrap();
        doubles(&register).samen.iter().map(|s| s.id).find(|id| !known.contains(id)).unwrap()
    };
    let (first, second) = (bring(1, 0), bring(0, 2));
    assert_eq!((own(1), own(2)), (vec![ids[0]], vec![ids[2]]), "of two, that of the family that stays");
    register.arrange_double(&team(), &Dubbeldaad::UitElkaar(first)).unwrap();
    register.arrange_double(&team(), &Dubbeldaad::UitElkaar(second)).unwrap();
    assert_eq!((own(1), own(2)), (vec![ids[1]], vec![ids[2]]));
    bring(1, 0);
    bring(0, 2);
    clock.set("2060-01-01T08:00:00Z".parse().unwrap());
    let beheer = who(Rol::Beheer);
    let due =
        register.look(&beheer, Onderdeel::Bewaren, "", |l: &mut Lezing<'_>| l.bewaren()).unwrap().dossiers;
    let dossiers: Vec<_> = due.iter().map(|line| line.persoon).collect();
    assert_eq!(dossiers.len(), 3);
    let order = register::beeld::Vernietigingsopdracht { dossiers, ..Default::default() };
    assert!(register.destroy(&beheer, &order).unwrap().is_some());
    assert_eq!((count(&register, "gezinnen"), count(&register, "personen")), (0, 0));
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
struct Dobbel(u64);

impl Dobbel {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % n as u64).unwrap()
    }
}

/// What stands, by family: who is in it, and where it lives.
fn shape(register: &Register, ids: &[Id<Gezin>]) -> BTreeMap<usize, Vec<String>> {
    let of = |id: &Id<Gezin>| {
        let people = register.members_of(*id).unwrap();
        people.iter().map(|p| format!("{} {}", p.id, p.naam.full())).collect()
    };
    ids.iter().enumerate().map(|(n, id)| (n, of(id))).collect()
}

/// Random merges and takings apart, with the same messages again in between: at every step each child is where the merges that
/// stand put it, and when all are taken apart everything is as it was.
pub(super) fn any_order(opslag: &Opslag) {
    const FAMILIES: u32 = 6;
    let (register, ids) = several(opslag, FAMILIES);
    let first = shape(&register, &ids);
    let people = register.counts().unwrap();
    let mut dobbel = Dobbel(20_261_122);
    let (mut steps, mut merged, mut apart) = (0, 0, 0);
    // Of each family where it went, and under which record.
    let mut went: BTreeMap<usize, (usize, Id<Samenvoeging>)> = BTreeMap::new();
    let mut told = 2;
    let records = |register: &Register| -> Vec<Id<Samenvoeging>> {
        doubles(register).samen.iter().filter(|s| s.gezin).map(|s| s.id).collect()
    };
    for _ in 0..40 {
        steps += 1;
        let known = records(&register);
        let free: Vec<usize> = (0..ids.len()).filter(|n| !went.contains_key(n)).collect();
        match dobbel.below(5) {
            0 | 1 if free.len() > 1 => {
                let weg = free[dobbel.below(free.len())];
                let rest: Vec<usize> = free.into_iter().filter(|n| *n != weg).collect();
                let blijft = rest[dobbel.below(rest.len())];
                let mothers = |n: usize| {
                    let all = register.members_of(ids[n]).unwrap();
                    all.into_iter().find(|p| p.rol == GezinsRol::Ouder).map(|p| p.id)
                };
                let personen = mothers(blijft).zip(mothers(weg)).filter(|_| dobbel.below(2) == 0);
                let personen = personen.into_iter().collect();
                let daad = Dubbeldaad::Gezinnen { blijft: ids[blijft], weg: ids[weg], personen };
                register.arrange_double(&team(), &daad).unwrap();
                let new = records(&register).into_iter().find(|id| !known.contains(id)).unwrap();
                went.insert(weg, (blijft, new));
                merged += 1;
            }
            2 | 3 if !went.is_empty() => {
                let all: Vec<usize> = went.keys().copied().collect();
                let weg = all[dobbel.below(all.len())];
                let (_, record) = went.remove(&weg).unwrap();
                register.arrange_double(&team(), &Dubbeldaad::UitElkaar(record)).unwrap();
                apart += 1;
            }
            _ if told < 9 => {
                // The same is told once more, in new messages.
                let news: Vec<_> = (0..FAMILIES).map(|n| ("again", letter(n, told))).collect();
                take(&register, &news);
                told += 1;
            }
            _ => {}
        }
        let now = shape(&register, &ids);
        for n in 0..ids.len() {
            let mut end = n;
            while let Some((next, _)) = went.get(&end) {
                end = *next;
            }
            // The child of a family: it has a number, and is in every case where the merges put it.
            let child = &first[&n][0];
            for (place, names) in &now {
                assert_eq!(names.contains(child), *place == end, "step {steps}: child of {n} at {place}");
            }
        }
    }
    while let Some((_, (_, record))) = went.pop_last() {
        register.arrange_double(&team(), &Dubbeldaad::UitElkaar(record)).unwrap();
        apart += 1;
    }
    assert_eq!(shape(&register, &ids), first, "all apart again is as it was");
    let of = |counts: &[(&str, u64)], name: &str| counts.iter().find(|(n, _)| *n == name).unwrap().1;
    let after = register.counts().unwrap();
    for name in ["gezinnen", "personen", "toewijzingen"] {
        assert_eq!(of(&after, name), of(&people, name), "{name}");
    }
    assert!(merged > 5 && apart == merged && told > 3, "{merged} {apart} {told}");
    println!(
        "{steps} steps: {merged} together, {apart} apart, {} times all messages: nothing lost",
        told - 2
    );
}
