//! What holds on either database.

use register::beeld::{BerichtenFilter, GebeurtenisSoort, GezinBeeld, GezinnenFilter, RegioBeeld};
use register::{Fout, Keten, Lezing, Opslag, Regiogegevens, Register, Uitkomst, WijkInvoer};
use stelsel::toewijzing::Stand;
use stelsel::{AgbCode, Cent, Gemeentecode, Identiteit, Onderdeel, Rol, Wijkcode};

use crate::open;
use crate::xml::{AANBIEDER, Toewijzing, claim, file, start, stop};

/// A case gets an empty place of its own.
pub(crate) type Case = (&'static str, fn(&Opslag));

pub(crate) const CASES: &[Case] = &[
    ("a life of messages becomes a family", a_life_of_messages),
    ("order and repetition change nothing", order_and_repetition),
    ("siblings share a family, neighbours do not", siblings),
    ("a child comes home and brings its news", comes_home),
    ("a child in a foster home takes nobody along", foster_home),
    ("a guardian ties no family together", guardian),
    ("postcodes place families that are there already", postcodes_later),
    ("who waits after a start was withdrawn still waits", withdrawn_start),
    ("what does not fit goes to quarantine once", quarantine),
    ("a region refuses others and lets in later", other_municipality),
    ("the same identification twice is remarked", identification),
    ("every look leaves a line with the persons", looks),
    ("what is not yours does not exist", not_yours),
    ("lists read on to the last row", lists),
    ("sessions begin, end and expire", sessions),
    ("the chain shows any alteration", chain),
    ("jobs that fail leave the others alone", failing_jobs),
    ("wild values are data", wild_values),
];

pub(crate) fn wijk() -> Wijkcode {
    Wijkcode::parse("WK075801").unwrap()
}

pub(crate) fn region() -> Regiogegevens {
    let code = |text| Gemeentecode::parse(text).unwrap();
    Regiogegevens {
        naam: "Proefregio".into(),
        demo: false,
        gemeenten: vec![
            (code("0758"), "Breda".into(), Some(184_702)),
            (code("0826"), "Oosterhout".into(), None),
        ],
        wijken: vec![WijkInvoer {
            code: wijk(),
            naam: "Breda noord".into(),
            tegel: Some((3, 2)),
            inwoners: Some(25_460),
            jeugd: Some(5_060),
            jeugdzorg_2022: Some(615),
        }],
        postcodes: vec![("4811".into(), wijk())],
        aanbieders: vec![(AgbCode::parse(AANBIEDER).unwrap(), "De Proefaanbieder".into())],
    }
}

fn see_region(lezing: &mut Lezing<'_>) -> Result<RegioBeeld, Fout> {
    lezing.regio()
}

pub(crate) fn who(rol: Rol) -> Identiteit {
    Identiteit {
        account: format!("proef-{}", rol.key()),
        naam: format!("Proef {}", rol.key()),
        rol,
        wijken: if rol == Rol::Wijkteam { vec![wijk()] } else { vec![] },
        aanbieder: AgbCode::parse(AANBIEDER).ok().filter(|_| rol == Rol::Aanbieder),
        gezin: None,
    }
}

fn life() -> Vec<(&'static str, String)> {
    vec![
        ("301", Toewijzing::default().xml()),
        ("305", start("S1", "2026-03-20", "999900006", 300_201, "2026-03-16")),
        ("323", claim("D1", &[("999900006", 300_201)])),
        (
            "301b",
            Toewijzing {
                id: "T2",
                day: "2026-06-01",
                to: Some("2026-12-31"),
                reason: Some("04"),
                ..Toewijzing::default()
            }
            .xml(),
        ),
        ("307", stop("E1", "2026-09-05", "999900006", 300_201, "2026-03-16", ("2026-09-01", "31"))),
    ]
}

fn take(register: &Register, files: &[(&str, String)]) -> Vec<Uitkomst> {
    register.intake(files.iter().map(|(name, xml)| file(name, xml.clone())).collect()).unwrap()
}

fn families(register: &Register) -> Vec<GezinBeeld> {
    let me = who(Rol::Wijkteam);
    let list =
        register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&GezinnenFilter::default())).unwrap();
    list.rijen
        .iter()
        .map(|row| register.look(&me, Onderdeel::Gezin, "", |l| l.gezin(row.id)).unwrap())
        .collect()
}

fn count(register: &Register, table: &str) -> u64 {
    register.counts().unwrap().into_iter().find(|(name, _)| *name == table).unwrap().1
}

fn a_life_of_messages(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    let outcomes = take(&register, &life());
    assert!(outcomes.iter().all(|o| matches!(o, Uitkomst::Opgenomen(_))), "{outcomes:?}");
    let family = families(&register).pop().unwrap();
    assert_eq!((family.gezin.naam.as_str(), family.wijk.as_deref()), ("De Wit", Some("Breda noord")));
    assert_eq!(
        family.leden.iter().map(|m| m.naam.full()).collect::<Vec<_>>(),
        ["Tom de Wit", "Marieke de Wit"]
    );
    let allocation = &family.toewijzingen[0];
    assert_eq!(allocation.aanbieder.as_deref(), Some("De Proefaanbieder"));
    assert_eq!(allocation.gedeclareerd, Cent(7_800));
    assert!(
        matches!(&allocation.stand, Stand::Beeindigd { reden: Some(r), .. } if r == "31"),
        "{:?}",
        allocation.stand
    );
    assert_eq!(allocation.toewijzing.eind.unwrap().to_string(), "2026-12-31");
    let line: Vec<_> = family.tijdlijn.iter().map(|e| (e.dag.to_string(), e.soort.clone())).collect();
    assert_eq!(
        line,
        [
            ("2026-09-01".into(), GebeurtenisSoort::Gestopt { reden: Some("31".into()) }),
            ("2026-06-01".into(), GebeurtenisSoort::Gewijzigd { reden: Some("04".into()) }),
            ("2026-03-16".into(), GebeurtenisSoort::Gestart),
            ("2026-03-02".into(), GebeurtenisSoort::Toegewezen),
            ("2026-03-01".into(), GebeurtenisSoort::Gedeclareerd { bedrag: Cent(7_800) }),
        ]
    );
    let me = who(Rol::Beleid);
    let seen = register.look(&me, Onderdeel::Wijk, "", |l| l.wijk(wijk())).unwrap();
    assert_eq!(seen.episoden.len(), 1);
    assert_eq!(seen.cbs_2022, Some(615));
    let region = register.look(&me, Onderdeel::Regio, "", see_region).unwrap();
    assert_eq!(region.gemeenten.iter().map(|g| g.naam.as_str()).collect::<Vec<_>>(), ["Breda", "Oosterhout"]);
    assert_eq!(region.wijken[0].tegel, Some((3, 2)));
}

/// iJw 3.2, OP080: order and time of arrival mean nothing. Every order of the life above, each with one repetition.
fn order_and_repetition(opslag: &Opslag) {
    let Opslag::Map(folder) = opslag else {
        // Each order needs an empty register: on PostgreSQL a few orders would cost a database each and add nothing,
        // since the statements are the same. One repeated run is done on the given database.
        let register = open(opslag);
        register.setup_region(&region()).unwrap();
        take(&register, &life());
        let before = (
            families(&register)[0].toewijzingen.clone(),
            count(&register, "prestaties"),
            register.counts().unwrap().len(),
        );
        assert!(take(&register, &life()).iter().all(|o| *o == Uitkomst::AlBekend));
        assert_eq!(
            before,
            (
                families(&register)[0].toewijzingen.clone(),
                count(&register, "prestaties"),
                register.counts().unwrap().len()
            )
        );
        return;
    };
    let mut expected = None;
    let mut tried = 0;
    for (n, order) in permutations(5).into_iter().enumerate().filter(|(n, _)| n % 5 == 0) {
        let register = open(&Opslag::Map(folder.join(n.to_string())));
        register.setup_region(&region()).unwrap();
        for place in &order {
            take(&register, &[life()[*place].clone()]);
        }
        let again = take(&register, &[life()[order[0]].clone()]);
        assert_eq!(again, [Uitkomst::AlBekend]);
        let family = families(&register).pop().unwrap();
        let events: Vec<_> = family.tijdlijn.iter().map(|e| (e.dag, e.soort.clone())).collect();
        let names: Vec<_> = family.leden.iter().map(|m| (m.naam.full(), m.bsn.is_some())).collect();
        let stands: Vec<_> = family
            .toewijzingen
            .iter()
            .map(|a| (a.toewijzing.clone(), a.stand.clone(), a.gedeclareerd))
            .collect();
        let seen = (family.gezin.naam, family.wijk, events, names, stands, count(&register, "gezinnen"));
        match &expected {
            None => expected = Some(seen),
            Some(first) => assert_eq!(*first, seen, "order {order:?}"),
        }
        tried += 1;
    }
    assert_eq!(tried, 24);
}

fn permutations(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![vec![]];
    }
    let shorter = permutations(n - 1);
    shorter
        .iter()
        .flat_map(|p| {
            (0..n).map(move |at| {
                let mut longer = p.clone();
                longer.insert(at, n - 1);
                longer
            })
        })
        .collect()
}

fn siblings(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    let sister =
        Toewijzing { id: "T2", bsn: "999900018", given: "Lotte", number: 300_202, ..Toewijzing::default() };
    let neighbour = Toewijzing {
        id: "T3",
        bsn: "999900031",
        given: "Sam",
        family: "Boer",
        parent: Some(("Ria", "1980-01-01")),
        number: 300_203,
        ..Toewijzing::default()
    };
    // The sister is known from a claim before her allocation comes: she moves in when it does.
    take(
        &register,
        &[
            ("323", claim("D9", &[("999900018", 300_202)])),
            ("a", Toewijzing::default().xml()),
            ("b", sister.xml()),
            ("c", neighbour.xml()),
        ],
    );
    let families = families(&register);
    let shape: Vec<_> = families.iter().map(|f| (f.gezin.naam.as_str(), f.leden.len())).collect();
    assert_eq!(shape, [("De Boer", 2), ("De Wit", 3)]);
    assert_eq!(count(&register, "gezinnen"), 2, "the family of one that the claim made is gone");
}

fn shape(register: &Register) -> Vec<(String, Vec<String>)> {
    let members = |f: &GezinBeeld| {
        let mut names: Vec<String> = f.leden.iter().map(|m| m.naam.given()).collect();
        names.sort_unstable();
        names
    };
    let door = |f: &GezinBeeld| f.gezin.adres.as_ref().and_then(|a| a.huis.clone()).unwrap_or_default();
    families(register).iter().map(|f| (door(f), members(f))).collect()
}

/// A child that was known by a start only comes home when its allocation tells where that is.
fn comes_home(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    let mother = Some(("Marieke", "1984-05-06"));
    let one = Toewijzing { parent: mother, ..Toewijzing::default() };
    // Known by a claim and a start only, so in a family of its own; the allocation brings it home to its sister.
    let two = Toewijzing {
        id: "T2",
        bsn: "999900018",
        given: "Lotte",
        number: 300_202,
        parent: mother,
        ..Toewijzing::default()
    };
    take(
        &register,
        &[
            ("323", claim("D9", &[("999900018", 300_202)])),
            (
                "305",
                start("S9", "2026-05-05", "999900018", 300_202, "2026-05-01").replace(">Tom<", ">Lotte<"),
            ),
            ("b", two.xml()),
            ("a", one.xml()),
        ],
    );
    assert_eq!(
        shape(&register),
        [("12".to_owned(), ["Lotte", "Marieke", "Tom"].map(str::to_owned).to_vec())]
    );
    let me = who(Rol::Wijkteam);
    let list =
        register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&GezinnenFilter::default())).unwrap();
    assert_eq!(list.rijen[0].laatste.unwrap().to_string(), "2026-05-05", "the news came along");
    assert_eq!((count(&register, "gezinnen"), count(&register, "personen")), (1, 3));
}

fn foster_home(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    let sister =
        Toewijzing { id: "T2", bsn: "999900018", given: "Lotte", number: 300_202, ..Toewijzing::default() };
    take(&register, &[("a", Toewijzing::default().xml()), ("b", sister.xml())]);
    let away = Toewijzing {
        id: "T3",
        day: "2026-07-01",
        house: 99,
        relation_house: Some(12),
        reason: Some("14"),
        ..Toewijzing::default()
    };
    take(&register, &[("c", away.xml())]);
    let mut found = shape(&register);
    found.sort();
    assert_eq!(
        found,
        [
            ("12".to_owned(), vec!["Lotte".to_owned(), "Marieke".to_owned()]),
            ("99".to_owned(), vec!["Marieke".to_owned(), "Tom".to_owned()])
        ]
    );
    // A move together with the parent takes the family along.
    let moved = Toewijzing { id: "T4", day: "2026-08-01", house: 50, ..sister };
    take(&register, &[("d", moved.xml())]);
    assert!(shape(&register).contains(&("50".to_owned(), vec!["Lotte".to_owned(), "Marieke".to_owned()])));
}

fn guardian(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    let one = Toewijzing { relation: "11", ..Toewijzing::default() };
    let two = Toewijzing {
        id: "T2",
        bsn: "999900018",
        given: "Sam",
        family: "Boer",
        number: 300_202,
        relation: "11",
        ..Toewijzing::default()
    };
    take(&register, &[("a", one.xml()), ("b", two.xml())]);
    assert_eq!(families(&register).len(), 2);
}

fn postcodes_later(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&Regiogegevens { postcodes: vec![], ..region() }).unwrap();
    take(&register, &life());
    assert!(families(&register).is_empty(), "nobody knows where they live");
    let me = who(Rol::Beleid);
    let episodes = || register.look(&me, Onderdeel::Wijk, "", |l| l.wijk(wijk())).unwrap().episoden.len();
    assert_eq!(episodes(), 0);
    assert_eq!(
        register
            .put_postcodes(vec![
                ("4811AB".into(), wijk()),
                ("4812".into(), Wijkcode::parse("WK999999").unwrap())
            ])
            .unwrap(),
        1
    );
    assert_eq!(families(&register).len(), 1);
    assert_eq!(episodes(), 1);
}

fn withdrawn_start(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    let begun = start("S1", "2026-03-20", "999900006", 300_201, "2026-03-16");
    let withdrawn = start("S2", "2026-03-25", "999900006", 300_201, "2026-03-16")
        .replace("Aanlevering>1<", "Aanlevering>3<");
    take(&register, &[("301", Toewijzing::default().xml()), ("305", begun)]);
    let waiting = GezinnenFilter { wacht: true, ..GezinnenFilter::default() };
    let waiting = || {
        register.look(&who(Rol::Wijkteam), Onderdeel::Gezinnen, "", |l| l.gezinnen(&waiting)).unwrap().rijen
    };
    assert!(waiting().is_empty());
    take(&register, &[("305w", withdrawn)]);
    assert_eq!(waiting().iter().map(|r| r.wachtend).collect::<Vec<_>>(), [1]);
}

fn quarantine(opslag: &Opslag) {
    let register = open(opslag);
    let good = Toewijzing::default().xml();
    let no_code = good.replace("<jw301:Geslacht>1<", "<jw301:Geslacht>9<");
    let old = good.replace("/3_2/", "/2_3/");
    let outcomes = take(
        &register,
        &[("broken", no_code.clone()), ("old", old), ("text", "geen xml".into()), ("good", good)],
    );
    assert!(matches!(
        outcomes[..],
        [
            Uitkomst::Quarantaine(..),
            Uitkomst::Quarantaine(..),
            Uitkomst::Quarantaine(..),
            Uitkomst::Opgenomen(_)
        ]
    ));
    assert_eq!(
        take(&register, &[("again under another name", no_code.clone())]),
        [Uitkomst::AlInQuarantaine]
    );
    let me = who(Rol::Beheer);
    let list = register.look(&me, Onderdeel::Quarantaine, "", |l| l.quarantaine(None)).unwrap();
    assert_eq!(list.rijen.len(), 3);
    let broken = list.rijen.iter().find(|r| r.bestand == "broken").unwrap();
    let objection = &broken.bezwaren[0];
    assert_eq!(objection.pad.as_deref(), Some("/Bericht/Client/Geslacht"));
    assert_eq!(objection.regel, Some(2));
    let (_, text) =
        register.look(&me, Onderdeel::Quarantaine, "", |l| l.quarantaine_stuk(broken.id)).unwrap();
    assert_eq!(text, Some(no_code), "the file itself is kept to the byte");
}

fn message_for_amsterdam() -> String {
    Toewijzing { gemeente: "0363", ..Toewijzing::default() }.xml()
}

fn region_of_amsterdam() -> Regiogegevens {
    Regiogegevens {
        gemeenten: vec![(Gemeentecode::parse("0363").unwrap(), "Amsterdam".into(), None)],
        ..Regiogegevens::default()
    }
}

fn other_municipality(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    let other = [("elders", message_for_amsterdam())];
    assert!(matches!(take(&register, &other)[..], [Uitkomst::Quarantaine(..)]));
    assert_eq!(take(&register, &other), [Uitkomst::AlInQuarantaine]);
    register.setup_region(&region_of_amsterdam()).unwrap();
    assert!(matches!(take(&register, &other)[..], [Uitkomst::Opgenomen(_)]));
    assert_eq!(count(&register, "quarantaine"), 0, "what is welcome now left quarantine");
}

fn identification(opslag: &Opslag) {
    let register = open(opslag);
    let other = Toewijzing { number: 300_299, ..Toewijzing::default() }.xml();
    take(&register, &[("one", Toewijzing::default().xml()), ("two", other)]);
    let list = register
        .look(&who(Rol::Beheer), Onderdeel::Berichten, "", |l| l.berichten(&BerichtenFilter::default()))
        .unwrap();
    assert_eq!(list.rijen.iter().filter(|r| r.opmerking.is_some()).count(), 1);
    assert_eq!(list.rijen.len(), 2);
}

fn looks(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    let me = who(Rol::Wijkteam);
    register.put_account(&me).unwrap();
    let id = families(&register)[0].gezin.id;
    let before = register.journal_len().unwrap();
    let seen = register.look(&me, Onderdeel::Gezin, "deze", |l| l.gezin(id)).unwrap();
    assert_eq!(register.journal_len().unwrap(), before + 1);
    let last = &seen.inzagen[0];
    assert_eq!(
        (last.wie.as_str(), last.rol.as_str(), last.doel.as_str()),
        ("Proef wijkteam", "wijkteam", "hulp")
    );
    // A look that was announced as something else is no look.
    let wrong = register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezin(id));
    assert!(matches!(wrong, Err(Fout::Zinloos(_))));
    assert_eq!(register.journal_len().unwrap(), before + 1);
}

fn not_yours(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    let id = families(&register)[0].gezin.id;
    let mut colleague = who(Rol::Wijkteam);
    colleague.wijken = vec![Wijkcode::parse("WK195901").unwrap()];
    for person in [
        colleague,
        who(Rol::Beleid),
        who(Rol::Raad),
        who(Rol::Contract),
        who(Rol::Aanbieder),
        who(Rol::Gezinslid),
    ] {
        let there = register.look(&person, Onderdeel::Gezin, "", |l| l.gezin(id));
        assert!(matches!(there, Err(Fout::NietGevonden)), "{:?}", person.rol);
    }
    let mut other = who(Rol::Aanbieder);
    other.aanbieder = AgbCode::parse("65659999").ok();
    let message = register
        .look(&who(Rol::Beheer), Onderdeel::Berichten, "", |l| l.berichten(&BerichtenFilter::default()))
        .unwrap()
        .rijen[0]
        .id;
    assert!(register.look(&who(Rol::Aanbieder), Onderdeel::Bericht, "", |l| l.bericht(message)).is_ok());
    assert!(matches!(
        register.look(&other, Onderdeel::Bericht, "", |l| l.bericht(message)),
        Err(Fout::NietGevonden)
    ));
    let theirs = register
        .look(&other, Onderdeel::Berichten, "", |l| l.berichten(&BerichtenFilter::default()))
        .unwrap();
    assert!(theirs.rijen.is_empty());
}

fn lists(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    let names = ["Aal", "Beer", "Das", "Ezel", "Fazant"];
    let messages: Vec<_> = (0..130_u32)
        .map(|n| {
            let (bsn, id) = (format!("9{n:08}"), format!("T{n}"));
            let message = Toewijzing {
                id: &id,
                bsn: &bsn,
                family: names[n as usize % names.len()],
                parent: None,
                house: n + 1,
                number: n + 1,
                ..Toewijzing::default()
            };
            file(&id, message.xml())
        })
        .collect();
    register.intake(messages).unwrap();
    let me = who(Rol::Wijkteam);
    let mut filter = GezinnenFilter::default();
    let mut ids = Vec::new();
    let mut sorted = Vec::new();
    loop {
        let part = register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&filter)).unwrap();
        ids.extend(part.rijen.iter().map(|r| r.id));
        sorted.extend(part.rijen.iter().map(|r| r.naam.clone()));
        filter.na = part.verder;
        if filter.na.is_none() {
            break;
        }
    }
    assert_eq!(ids.len(), 130);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 130, "none twice");
    assert!(sorted.is_sorted());
    let search = GezinnenFilter { zoek: Some("ezE".into()), ..GezinnenFilter::default() };
    let found = register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&search)).unwrap();
    assert_eq!(found.rijen.len(), 26);
    let waiting = GezinnenFilter { wacht: true, ..GezinnenFilter::default() };
    assert_eq!(
        register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&waiting)).unwrap().rijen.len(),
        50
    );
    let nonsense = GezinnenFilter { na: Some("nergens".into()), ..GezinnenFilter::default() };
    assert!(matches!(
        register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&nonsense)),
        Err(Fout::Zinloos(_))
    ));
}

fn sessions(opslag: &Opslag) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    let me = who(Rol::Raad);
    register.put_account(&me).unwrap();
    register.put_account(&me).unwrap();
    assert_eq!(register.accounts().unwrap(), std::slice::from_ref(&me));
    assert_eq!(register.sign_in("iemand anders").unwrap(), None);
    let token = register.sign_in(&me.account).unwrap().unwrap();
    assert_eq!(register.session(&token).unwrap(), Some(me.clone()));
    assert_eq!(register.session("0000").unwrap(), None);
    clock.advance(jiff::SignedDuration::from_hours(13));
    assert_eq!(register.session(&token).unwrap(), None, "twelve hours have gone by");
    let token = register.sign_in(&me.account).unwrap().unwrap();
    register.sign_out(&token).unwrap();
    register.sign_out(&token).unwrap();
    assert_eq!(register.session(&token).unwrap(), None);
}

fn chain(opslag: &Opslag) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    clock.advance(jiff::SignedDuration::from_hours(24));
    families(&register);
    let lines = register.journal_len().unwrap();
    let Keten::Heel { regels, .. } = register.verify_journal().unwrap() else { panic!("the chain is whole") };
    assert_eq!(regels, lines);
    let alterations = [
        "UPDATE journaal SET wie = 'iemand anders' WHERE nr = 2",
        "UPDATE journaal SET wanneer = wanneer + 1 WHERE nr = 1",
        "DELETE FROM journaal WHERE nr = 1",
        "DELETE FROM journaal WHERE nr = (SELECT max(nr) FROM journaal)",
        "DELETE FROM journaal_persoon",
        "UPDATE journaal_dag SET aantal = aantal - 1",
        "INSERT INTO journaal SELECT dag + 400, nr, wanneer, wie, rol, doel, handeling, onderdeel, object, personen, keten FROM journaal WHERE nr = 1",
        "UPDATE journaal SET object = 'x' WHERE handeling = 'inzien'",
    ];
    let mut found = 0;
    for alteration in alterations {
        altered(opslag, alteration, |opslag| {
            let broken = open(opslag).verify_journal().unwrap();
            assert!(matches!(broken, Keten::Gebroken { .. }), "not noticed: {alteration}");
            found += 1;
        });
    }
    eprintln!("{found} of {} alterations found", alterations.len());
    assert!(
        matches!(register.verify_journal().unwrap(), Keten::Heel { .. }),
        "and the untouched one is whole"
    );
}

/// Shows `check` a copy of the database in which the administrator ran `sql`.
fn altered(opslag: &Opslag, sql: &str, check: impl FnOnce(&Opslag)) {
    match opslag {
        Opslag::Map(folder) => {
            let copy = tempfile::tempdir().unwrap();
            let db = rusqlite::Connection::open(folder.join("leerloop.db")).unwrap();
            db.execute("VACUUM INTO $1", [copy.path().join("leerloop.db").to_str().unwrap()]).unwrap();
            rusqlite::Connection::open(copy.path().join("leerloop.db")).unwrap().execute_batch(sql).unwrap();
            check(&Opslag::Map(copy.path().into()));
        }
        Opslag::Postgres(address) => {
            // A transaction that is rolled back cannot be seen by others: alter, look, and put the tables back.
            let mut db = postgres::Client::connect(address, postgres::NoTls).unwrap();
            let tables = ["journaal", "journaal_dag", "journaal_persoon"];
            for table in tables {
                db.batch_execute(&format!("CREATE TABLE oud_{table} AS SELECT * FROM {table}")).unwrap();
            }
            db.batch_execute(sql).unwrap();
            check(opslag);
            for table in tables {
                db.batch_execute(&format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM oud_{table}; DROP TABLE oud_{table}")).unwrap();
            }
        }
    }
}

/// Eight threads at once: what fails is refused, what succeeds is there, and the chain is whole.
fn failing_jobs(opslag: &Opslag) {
    let register = open(opslag);
    std::thread::scope(|scope| {
        for thread in 0..8_u32 {
            let register = register.clone();
            scope.spawn(move || {
                for n in 0..10_u32 {
                    let number = thread * 100 + n;
                    let (id, bsn) = (format!("T{number}"), format!("9{number:08}"));
                    let message =
                        Toewijzing { id: &id, bsn: &bsn, number, house: number + 1, ..Toewijzing::default() };
                    assert!(matches!(
                        register.intake(vec![file(&id, message.xml())]).unwrap()[..],
                        [Uitkomst::Opgenomen(_)]
                    ));
                    // Refused by the database: an account with a NUL in its name on PostgreSQL, or fine on SQLite.
                    let mut odd = who(Rol::Raad);
                    odd.naam = "a\0b".into();
                    let _ = register.put_account(&odd);
                }
            });
        }
    });
    assert_eq!(count(&register, "berichten"), 80);
    assert_eq!(count(&register, "toewijzingen"), 80);
    let Keten::Heel { regels, .. } = register.verify_journal().unwrap() else { panic!("the chain is whole") };
    // The accounts that the database did take have a line too.
    assert_eq!(regels, register.journal_len().unwrap());
    assert!(regels >= 80);
}

fn wild_values(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    let family = "O&apos;Neil &quot;--; DROP TABLE gezin&lt;script&gt; 😀 %_";
    take(&register, &[("wild'name\"; --.xml", Toewijzing { family, ..Toewijzing::default() }.xml())]);
    let me = who(Rol::Wijkteam);
    for zoek in ["o'neil", "%_", "drop table", "😀"] {
        let filter = GezinnenFilter { zoek: Some(zoek.into()), ..GezinnenFilter::default() };
        assert_eq!(
            register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&filter)).unwrap().rijen.len(),
            1,
            "{zoek}"
        );
    }
    let nothing = GezinnenFilter { zoek: Some("' OR 1=1 --".into()), ..GezinnenFilter::default() };
    assert!(register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&nothing)).unwrap().rijen.is_empty());
}
