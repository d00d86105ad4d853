use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn allocation() -> Toewijzing {
    Toewijzing {
        gemeente: Gemeentecode::parse("0758").unwrap(),
        nummer: 1,
        aanbieder: AgbCode::parse("65650001").unwrap(),
        product: Product { categorie: Some("45".into()), code: Some("45A48".into()) },
        toegewezen: date(2026, 1, 5),
        ingang: date(2026, 1, 5),
        eind: None,
        reden_wijziging: None,
        omvang: None,
        budget: None,
    }
}

fn start(month: i8) -> Levering {
    Levering {
        soort: LeveringSoort::Start,
        begin: date(2026, month, 1),
        eind: None,
        reden: None,
        verwijdering: false,
        dagtekening: date(2026, month, 3),
    }
}

fn stop(month: i8, end_month: i8, reason: &str) -> Levering {
    Levering {
        soort: LeveringSoort::Stop,
        eind: Some(date(2026, end_month, 20)),
        reden: Some(reason.into()),
        dagtekening: date(2026, end_month, 22),
        ..start(month)
    }
}

fn withdrawal(of: &Levering) -> Levering {
    Levering { verwijdering: true, dagtekening: date(2026, 12, 1), ..of.clone() }
}

#[test]
fn each_state_has_its_history() {
    let today = date(2026, 11, 1);
    assert_eq!(state(&allocation(), &[], today), Stand::Wacht { dagen: 300 });
    assert_eq!(state(&allocation(), &[], date(2026, 1, 1)), Stand::Wacht { dagen: 0 });
    assert_eq!(state(&allocation(), &[start(2)], today), Stand::Loopt { sinds: date(2026, 2, 1) });
    assert_eq!(
        state(&allocation(), &[start(2), stop(2, 4, "20")], today),
        Stand::Pauze { sinds: date(2026, 4, 20) }
    );
    assert_eq!(
        state(&allocation(), &[start(2), stop(2, 4, "20"), start(6)], today),
        Stand::Loopt { sinds: date(2026, 6, 1) }
    );
    assert_eq!(
        state(&allocation(), &[start(2), stop(2, 4, "20"), stop(2, 5, "31")], today),
        Stand::Beeindigd { op: date(2026, 5, 20), reden: Some("31".into()) }
    );
    assert_eq!(state(&allocation(), &[start(2), withdrawal(&start(2))], today), Stand::Wacht { dagen: 300 });
    let ended = Toewijzing { eind: Some(date(2026, 6, 1)), ..allocation() };
    assert_eq!(state(&ended, &[], today), Stand::NietGestart { eind: date(2026, 6, 1) });
    let deleted =
        Toewijzing { eind: Some(date(2026, 1, 5)), reden_wijziging: Some("13".into()), ..allocation() };
    assert_eq!(state(&deleted, &[start(2)], today), Stand::Verwijderd);
}

#[test]
fn current_is_what_the_standard_calls_current() {
    let today = date(2026, 11, 1);
    assert!(allocation().is_current_on(today));
    assert!(Toewijzing { ingang: date(2027, 1, 1), ..allocation() }.is_current_on(today));
    assert!(Toewijzing { eind: Some(today), ..allocation() }.is_current_on(today));
    assert!(!Toewijzing { eind: Some(date(2026, 10, 31)), ..allocation() }.is_current_on(today));
}

proptest! {
    /// iJw 3.2, OP080: the order in which messages arrive means nothing.
    #[test]
    fn order_of_arrival_means_nothing(seed in any::<u64>()) {
        let mut lines = vec![start(2), stop(2, 4, "20"), start(5), stop(5, 6, "31"), start(8), withdrawal(&start(8)), stop(5, 7, "34"), withdrawal(&stop(5, 7, "34"))];
        let expected = state(&allocation(), &lines, date(2026, 11, 1));
        let mut random = seed;
        for n in (1..lines.len()).rev() {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let other = usize::try_from(random >> 33).unwrap() % (n + 1);
            lines.swap(n, other);
        }
        prop_assert_eq!(state(&allocation(), &lines, date(2026, 11, 1)), expected);
    }
}

#[test]
fn a_pause_ends_with_the_allocation() {
    let ended = Toewijzing { eind: Some(date(2026, 6, 1)), ..allocation() };
    let lines = [start(2), stop(2, 4, "20")];
    let found = state(&ended, &lines, date(2026, 11, 1));
    assert_eq!(found, Stand::Beeindigd { op: date(2026, 4, 20), reden: Some("20".into()) });
}

#[test]
fn a_start_without_a_stop_ends_with_the_allocation() {
    let ended = Toewijzing { eind: Some(date(2026, 6, 1)), ..allocation() };
    let today = date(2026, 11, 1);
    assert_eq!(state(&ended, &[start(2)], today), Stand::Beeindigd { op: date(2026, 6, 1), reden: None });
    let episodes = episodes(&ended, &[start(2)], 1, None, today);
    assert_eq!(episodes.len(), 1);
    assert_eq!((episodes[0].begin, episodes[0].eind), (Some(date(2026, 2, 1)), Some(date(2026, 6, 1))));
}

#[test]
fn a_restart_is_an_episode_that_did_not_wait() {
    let lines = [start(2), stop(2, 4, "20"), start(6)];
    let episodes = episodes(&allocation(), &lines, 1, None, date(2026, 11, 1));
    let shown: Vec<_> = episodes.iter().map(|e| (e.ingang, e.begin, e.eind)).collect();
    assert_eq!(
        shown,
        [
            (date(2026, 1, 5), Some(date(2026, 2, 1)), Some(date(2026, 4, 20))),
            (date(2026, 6, 1), Some(date(2026, 6, 1)), None)
        ]
    );
}

#[test]
fn waiting_is_an_episode_too_and_a_deletion_is_none() {
    let waiting = episodes(&allocation(), &[], 1, None, date(2026, 11, 1));
    assert_eq!(waiting.iter().map(|e| (e.begin, e.eind)).collect::<Vec<_>>(), [(None, None)]);
    let deleted =
        Toewijzing { eind: Some(date(2026, 1, 5)), reden_wijziging: Some("13".into()), ..allocation() };
    assert!(episodes(&deleted, &[start(2)], 1, None, date(2026, 11, 1)).is_empty());
}
