//! Messages: what they change, in whatever order they come.

use super::*;

pub(super) fn a_life_of_messages(opslag: &Opslag) {
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
    assert_eq!(allocation.gedeclareerd, Some(Cent(7_800)));
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
    assert_eq!(region.wijken[0].plek.tegel, Some((3, 2)));
}

/// iJw 3.2, OP080: order and time of arrival mean nothing. Every order of the life above, each with one repetition.
pub(super) fn order_and_repetition(opslag: &Opslag) {
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

pub(super) fn withdrawn_start(opslag: &Opslag) {
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

pub(super) fn quarantine(opslag: &Opslag) {
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

pub(super) fn other_municipality(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    let other = [("elders", message_for_amsterdam())];
    assert!(matches!(take(&register, &other)[..], [Uitkomst::Quarantaine(..)]));
    assert_eq!(take(&register, &other), [Uitkomst::AlInQuarantaine]);
    register.setup_region(&region_of_amsterdam()).unwrap();
    assert!(matches!(take(&register, &other)[..], [Uitkomst::Opgenomen(_)]));
    assert_eq!(count(&register, "quarantaine"), 0, "what is welcome now left quarantine");
}

pub(super) fn identification(opslag: &Opslag) {
    let register = open(opslag);
    let other = Toewijzing { number: 300_299, ..Toewijzing::default() }.xml();
    take(&register, &[("one", Toewijzing::default().xml()), ("two", other)]);
    let list = register
        .look(&who(Rol::Beheer), Onderdeel::Berichten, "", |l| l.berichten(&BerichtenFilter::default()))
        .unwrap();
    assert_eq!(list.rijen.iter().filter(|r| r.opmerking.is_some()).count(), 1);
    assert_eq!(list.rijen.len(), 2);
}
