//! The tables of rights, whole: each line can be wrong, and then a test fails.

use super::*;
use jiff::Timestamp;

fn someone(rol: Rol) -> Identiteit {
    Identiteit::new("x", "X", rol)
}

/// The whole table in one place for a reviewer: a change of rights shows as a change of this text.
#[test]
fn the_table_of_rights() {
    use std::fmt::Write as _;
    let mut table = String::new();
    for role in Rol::ALL {
        write!(table, "{:<16}", role.key()).unwrap();
        for part in Onderdeel::ALL {
            match someone(role).reach(part) {
                Bereik::Niets => {}
                Bereik::Eigen => write!(table, " {}(own)", part.key()).unwrap(),
                Bereik::Alles => write!(table, " {}", part.key()).unwrap(),
            }
        }
        table.push('\n');
    }
    if std::env::var_os("LEERLOOP_REWRITE").is_some() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/toegang/rechten.txt");
        std::fs::write(file, &table).unwrap();
    }
    assert_eq!(table, include_str!("rechten.txt"));
}

fn file(n: u8, wijk: Option<&str>) -> Dossier {
    Dossier {
        gezin: Id::new(Timestamp::UNIX_EPOCH, [n; 10]),
        wijk: wijk.map(|code| Wijkcode::parse(code).unwrap()),
        afgeschermd: false,
    }
}

#[test]
fn a_colleague_with_the_same_role_and_no_relation_sees_nothing() {
    let breda = Wijkcode::parse("WK075801").unwrap();
    let own = file(1, Some("WK075801"));
    let worker = Identiteit { wijken: vec![breda], ..someone(Rol::Wijkteam) };
    assert_eq!(worker.toegang(own).unwrap().relatie, Relatie::Team);
    assert_eq!(worker.toegang(file(1, Some("WK195901"))), None);
    assert_eq!(worker.toegang(file(1, None)), None);
    assert_eq!(someone(Rol::Wijkteam).toegang(own), None);
    let member = Identiteit { gezin: Some(own.gezin), ..someone(Rol::Gezinslid) };
    assert!(member.opens(file(1, None), Deel::Hulp));
    assert_eq!(member.toegang(file(2, Some("WK075801"))), None);
}

#[test]
fn a_shielded_file_is_of_who_is_involved_by_name() {
    let breda = Wijkcode::parse("WK075801").unwrap();
    let shielded = Dossier { afgeschermd: true, ..file(1, Some("WK075801")) };
    let team = Identiteit { wijken: vec![breda], ..someone(Rol::Wijkteam) };
    assert_eq!(team.toegang(shielded), None);
    assert!(!team.has_verzoek(breda.gemeente(), Dossier { wijk: None, ..shielded }));
    let named = Identiteit { betrokken: vec![(shielded.gezin, Relatie::Regisseur)], ..team };
    assert_eq!(named.toegang(shielded).unwrap().relatie, Relatie::Regisseur);
}

#[test]
fn of_several_relations_the_widest_counts() {
    let breda = Wijkcode::parse("WK075801").unwrap();
    let own = file(1, Some("WK075801"));
    let both = vec![(own.gezin, Relatie::Nood), (own.gezin, Relatie::Tafel)];
    let worker = Identiteit { betrokken: both.clone(), ..someone(Rol::Wijkteam) };
    assert_eq!(worker.toegang(own).unwrap().doel, Doel::Nood);
    let of_team = Identiteit { wijken: vec![breda], betrokken: both, ..someone(Rol::Wijkteam) };
    assert_eq!(of_team.toegang(own).unwrap().doel, Doel::Hulp);
    // A relation that does not belong to the role opens nothing.
    let adviser = Identiteit { betrokken: vec![(own.gezin, Relatie::Regisseur)], ..someone(Rol::Beleid) };
    assert_eq!(adviser.toegang(own), None);
}

#[test]
fn nobody_without_a_provider_has_the_provider_less() {
    let employee = someone(Rol::Aanbieder);
    assert!(!employee.has_aanbieder(Onderdeel::Berichten, None));
    let agb = AgbCode::parse("65650001").ok();
    assert!(!employee.has_aanbieder(Onderdeel::Berichten, agb));
    assert!(Identiteit { aanbieder: agb, ..employee }.has_aanbieder(Onderdeel::Berichten, agb));
}

const OWN: u32 = 65_650_001;
const OTHER: u32 = 65_650_002;

fn agb(number: u32) -> AgbCode {
    AgbCode::parse(&number.to_string()).unwrap()
}

/// What a role reads of the conversation with a provider, with and without what makes it theirs.
#[test]
fn whose_the_conversation_with_a_provider_is() {
    let own = file(1, Some("WK075801"));
    let mut cells = 0;
    for role in Rol::ALL {
        let stranger = someone(role);
        let employee = Identiteit { aanbieder: Some(agb(OWN)), ..someone(role) };
        let near = Identiteit { wijken: vec![own.wijk.unwrap()], ..someone(role) };
        let (all, team, provider) = match role {
            Rol::Beheer => (true, true, true),
            Rol::Wijkteam | Rol::Teamleider => (false, true, true),
            Rol::Aanbieder | Rol::Regisseur => (false, false, true),
            _ => (false, false, false),
        };
        assert_eq!(stranger.has_gesprek(agb(OWN), own), all, "{role:?}");
        assert_eq!(near.has_gesprek(agb(OWN), own), team, "{role:?}");
        assert_eq!(employee.has_gesprek(agb(OWN), own), provider, "{role:?}");
        assert_eq!(employee.has_gesprek(agb(OTHER), own), all, "{role:?}");
        let named = Identiteit { betrokken: vec![(own.gezin, Relatie::Regisseur)], ..someone(role) };
        let opens = all || matches!(role, Rol::Wijkteam | Rol::Regisseur);
        assert_eq!(named.has_gesprek(agb(OWN), own), opens, "{role:?}");
        cells += 5;
    }
    assert_eq!(cells, Rol::ALL.len() * 5);
}

/// A request is of who has the file; without a known neighbourhood of every team of the municipality.
#[test]
fn whose_a_request_is() {
    let breda = Wijkcode::parse("WK075801").unwrap();
    let elsewhere = Wijkcode::parse("WK195901").unwrap();
    let known = file(1, Some("WK075801"));
    let lost = file(1, None);
    let shielded = Dossier { afgeschermd: true, ..lost };
    for role in Rol::ALL {
        let all = role == Rol::Beheer;
        let worker = |wijk| Identiteit { wijken: vec![wijk], ..someone(role) };
        let asked = |who: &Identiteit, dossier| who.has_verzoek(breda.gemeente(), dossier);
        let has_families = matches!(role, Rol::Wijkteam | Rol::Regisseur | Rol::Teamleider);
        assert_eq!(asked(&someone(role), known), all, "{role:?}");
        assert_eq!(asked(&someone(role), lost), all, "{role:?}");
        let of_team = all || matches!(role, Rol::Wijkteam | Rol::Teamleider);
        assert_eq!(asked(&worker(breda), known), of_team, "{role:?}");
        assert_eq!(asked(&worker(elsewhere), known), all, "{role:?}");
        assert_eq!(asked(&worker(breda), lost), all || has_families, "{role:?}");
        assert_eq!(asked(&worker(elsewhere), lost), all, "{role:?}");
        assert_eq!(asked(&worker(breda), shielded), all, "{role:?}");
        let named = Identiteit { betrokken: vec![(lost.gezin, Relatie::Regisseur)], ..someone(role) };
        let by_name = all || matches!(role, Rol::Wijkteam | Rol::Regisseur);
        for dossier in [known, lost, shielded] {
            assert_eq!(asked(&named, dossier), by_name, "{role:?}");
        }
    }
}

#[test]
fn who_answers_requests() {
    let answering: Vec<Rol> = Rol::ALL.into_iter().filter(|role| someone(*role).decides()).collect();
    assert_eq!(answering, [Rol::Wijkteam, Rol::Regisseur]);
}

/// Of two relations that open as much, the one that was given by name is the ground; of names the first.
#[test]
fn a_name_counts_before_the_team() {
    let own = file(1, Some("WK075801"));
    let team = Identiteit { wijken: vec![own.wijk.unwrap()], ..someone(Rol::Wijkteam) };
    for relatie in [Relatie::Regisseur, Relatie::Vervanger] {
        let named = Identiteit { betrokken: vec![(own.gezin, relatie)], ..team.clone() };
        assert_eq!(named.toegang(own).unwrap().relatie, relatie);
    }
    let both = vec![(own.gezin, Relatie::Vervanger), (own.gezin, Relatie::Regisseur)];
    let named = Identiteit { betrokken: both, ..team };
    assert_eq!(named.toegang(own).unwrap().relatie, Relatie::Regisseur);
}

/// Everything that can name a member of a family is personal; what is not, is in this list, which may only shrink.
#[test]
fn what_is_not_personal() {
    let open: Vec<_> =
        Onderdeel::ALL.into_iter().filter(|part| !part.is_personal()).map(Onderdeel::key).collect();
    assert_eq!(
        open,
        [
            "regio",
            "wijk",
            "termijnen",
            "aanbieders",
            "mijn-account",
            "accounts",
            "vraagcijfers",
            "groepen",
            "regeldruk",
            "verwijsafspraken",
            "cijfers",
            "aanbiedercijfers",
            "analyses",
            "uitproberen"
        ]
    );
}

#[test]
fn choices_read_back() {
    for keuze in Keuze::ALL {
        assert_eq!(Keuze::from_number(keuze.number()), Some(keuze));
    }
    assert_eq!(Keuze::ALL.map(Keuze::number), [0, 1, 2]);
    assert_eq!(Keuze::from_number(3), None);
}
