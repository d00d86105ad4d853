//! Everything about oneself and nothing about another: two siblings, divorced parents, and a claim that strangers share.

use std::collections::BTreeSet;

use register::beeld::{GezinnenFilter, Maatregel, PersoonsUitvoer};
use register::{Fout, Opslag, Register};
use stelsel::persoon::GezinsRol;
use stelsel::plan::{Daad, Doel, Doelstand, Inhoud, Wijziging, Woorden};
use stelsel::toegang::Keuze;
use stelsel::{Bsn, Identiteit, Onderdeel, Persoon, Rol};

use crate::contract::{region, take, who};
use crate::open;
use crate::xml::{Toewijzing, bsn, claim, request, start};

/// The words by which a person is recognised in an export.
struct Kanarie {
    given: &'static str,
    own: Vec<String>,
}

/// Sanne and Bram with Moeder at one address; their half-brother Luuk with Vader elsewhere; Vreemd is of nobody.
fn fill(register: &Register) -> Vec<Kanarie> {
    register.setup_region(&region()).unwrap();
    let children = [
        (1_u32, "Sannekan", "Moederkan", "1984-05-06", 12_u32),
        (2, "Bramkan", "Moederkan", "1984-05-06", 12),
        (3, "Luukkan", "Vaderkan", "1980-01-02", 77),
        (4, "Vreemdkan", "Buurkan", "1979-03-04", 99),
    ];
    let mut files = Vec::new();
    let mut out = Vec::new();
    for (n, given, parent, born, house) in children {
        let (number, allocation) = (bsn(n), 310_000 + n);
        let id = format!("T{n}");
        let message = Toewijzing {
            id: &id,
            bsn: &number,
            given,
            parent: Some((parent, born)),
            house,
            number: allocation,
            ..Toewijzing::default()
        };
        files.push(("t", message.xml()));
        files.push((
            "s",
            start(&format!("S{n}"), "2026-03-20", &number, allocation, "2026-03-16").replace("Tom", given),
        ));
        files.push((
            "q",
            request(&format!("Q{n}"), "2026-04-01", &number, &format!("REFKAN{n}")).replace("Noor", given),
        ));
        out.push(Kanarie {
            given,
            own: vec![
                given.into(),
                number,
                format!("REFKAN{n}"),
                allocation.to_string(),
                format!("Doel{given}"),
            ],
        });
    }
    let shared: Vec<(String, u32)> = (1..=4).map(|n| (bsn(n), 310_000 + n)).collect();
    let lines: Vec<(&str, u32)> = shared.iter().map(|(number, nr)| (number.as_str(), *nr)).collect();
    files.push(("d", claim("DK", &lines)));
    take(register, &files);
    out
}

fn everyone(register: &Register) -> Vec<Persoon> {
    let me = who(Rol::Wijkteam);
    let list =
        register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&GezinnenFilter::default())).unwrap();
    list.rijen
        .iter()
        .flat_map(|row| register.look(&me, Onderdeel::Gezin, "", |l| l.gezin(row.id)).unwrap().leden)
        .collect()
}

fn words(export: &[PersoonsUitvoer]) -> BTreeSet<String> {
    let values = export.iter().flat_map(|e| &e.delen).flat_map(|d| &d.rijen).flatten();
    values.map(|(_, value)| value.clone()).collect()
}

fn holds(words: &BTreeSet<String>, canary: &str) -> bool {
    words.iter().any(|word| word.contains(canary))
}

fn account(person: &Persoon) -> Identiteit {
    Identiteit { gezin: Some(person.gezin), persoon: Some(person.id), ..who(Rol::Gezinslid) }
}

/// On either database.
pub(crate) fn own_and_no_other(opslag: &Opslag) {
    let register = open(opslag);
    let canaries = fill(&register);
    let people = everyone(&register);
    let child = |given: &str| people.iter().find(|p| p.naam.voornamen.as_deref() == Some(given)).unwrap();
    assert_eq!(child("Sannekan").gezin, child("Bramkan").gezin, "the siblings share a family");
    // In the plan of their family each has a goal of their own.
    for me in &canaries {
        let (person, text) = (child(me.given), format!("Doel{}", me.given));
        let goal =
            Doel { tekst: Woorden::new(&text).unwrap(), voor: Some(person.id), stand: Doelstand::Loopt };
        let change = Wijziging { nr: None, gelezen: 0, daad: Daad::Schrijf(Inhoud::Doel(goal)) };
        register
            .change_plan(&who(Rol::Wijkteam), person.gezin, change, &Register::form_key().unwrap())
            .unwrap();
    }
    let (mut own, mut missing, mut foreign) = (0, 0, 0);
    for me in &canaries {
        let export = register.export_own(&account(child(me.given))).unwrap();
        let found = words(&export);
        for word in &me.own {
            own += 1;
            missing += usize::from(!holds(&found, word));
        }
        for other in canaries.iter().filter(|other| other.given != me.given) {
            foreign += other.own.iter().filter(|word| holds(&found, word)).count();
        }
        foreign += ["Moederkan", "Vaderkan", "Buurkan", "1984-05-06"]
            .iter()
            .filter(|word| holds(&found, word))
            .count();
        for part in ["toewijzingen", "leveringen", "verzoeken", "declaraties", "inzagen", "berichten"] {
            assert!(export[0].delen.iter().any(|d| d.naam == part && !d.rijen.is_empty()), "{part}");
        }
    }
    // A parent has the children below sixteen of the household with it, and no others.
    let mother = people.iter().find(|p| p.naam.voornamen.as_deref() == Some("Moederkan")).unwrap();
    assert_eq!(mother.rol, GezinsRol::Ouder);
    let found = words(&register.export_own(&account(mother)).unwrap());
    for (given, may) in [
        ("Sannekan", true),
        ("Bramkan", true),
        ("Moederkan", true),
        ("Luukkan", false),
        ("Vreemdkan", false),
        ("Vaderkan", false),
    ] {
        own += usize::from(may);
        missing += usize::from(may && !holds(&found, given));
        foreign += usize::from(!may && holds(&found, given));
    }
    // A child of twelve to fifteen who objects is not taken away any more, as on the pages; the other child still is.
    let (sanne, mother_id) = (child("Sannekan"), mother.id);
    assert_eq!(sanne.geboren, Some("2014-02-14".parse().unwrap()), "twelve on the day of the test");
    let objection = Maatregel::Deel { met: mother_id, keuze: Keuze::Bezwaar };
    register.arrange(&account(sanne), sanne.gezin, &objection).unwrap();
    let found = words(&register.export_own(&account(mother)).unwrap());
    assert!(!holds(&found, "Sannekan") && holds(&found, "Bramkan") && holds(&found, "Moederkan"));
    println!("{own} own canaries, {missing} missing; {foreign} of others");
    assert_eq!((missing, foreign), (0, 0));
    // The control: the messages do hold the others.
    let whole = register
        .look(&who(Rol::Beheer), Onderdeel::Berichten, "", |l| {
            l.berichten(&register::beeld::BerichtenFilter::default())
        })
        .unwrap();
    assert!(whole.rijen.iter().any(|r| r.soort.naam() == "JW323"));
    // Who is tied to nobody, and who is no member of a family, has nothing.
    for other in [who(Rol::Gezinslid), who(Rol::Beheer), who(Rol::Wijkteam)] {
        assert!(matches!(register.export_own(&other), Err(Fout::NietGevonden)));
    }
    let by_number = register.export_person(Bsn::parse(&bsn(1)).unwrap()).unwrap();
    assert!(holds(&words(&[by_number]), "Sannekan"));
    assert!(matches!(register.export_person(Bsn::parse(&bsn(900)).unwrap()), Err(Fout::NietGevonden)));
}
