//! Families as messages tell of them.

use super::*;

pub(super) fn siblings(opslag: &Opslag) {
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
pub(super) fn comes_home(opslag: &Opslag) {
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

pub(super) fn foster_home(opslag: &Opslag) {
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
            // The child belongs here as well: a parent with authority goes on seeing it.
            ("12".to_owned(), vec!["Lotte".to_owned(), "Marieke".to_owned(), "Tom".to_owned()]),
            ("99".to_owned(), vec!["Marieke".to_owned(), "Tom".to_owned()])
        ]
    );
    // A move together with the parent takes the family along.
    let moved = Toewijzing { id: "T4", day: "2026-08-01", house: 50, ..sister };
    take(&register, &[("d", moved.xml())]);
    let moved = vec!["Lotte".to_owned(), "Marieke".to_owned(), "Tom".to_owned()];
    assert!(shape(&register).contains(&("50".to_owned(), moved)));
}

pub(super) fn guardian(opslag: &Opslag) {
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

pub(super) fn postcodes_later(opslag: &Opslag) {
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

pub(super) fn lists(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    let names = ["Aal", "Beer", "Das", "Ezel", "Fazant"];
    let messages: Vec<_> = (0..130_u32)
        .map(|n| {
            let (bsn, id) = (crate::xml::bsn(n), format!("T{n}"));
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

pub(super) fn wild_values(opslag: &Opslag) {
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
