use super::*;
use crate::model::{Destination, Funding, Group, Patience, Route};
use crate::{Network, reference};

fn refused(change: impl FnOnce(&mut Model)) -> (Part, Fault) {
    let mut model = reference::jh_ref_1();
    change(&mut model);
    let error = Network::new(&model).unwrap_err();
    assert!(error.to_string().len() > 20, "{error}");
    (error.part, error.fault)
}

#[test]
fn the_reference_models_are_sound() {
    for name in ["JH-REF-0", "JH-REF-1"] {
        assert_eq!(reference::by_name(name).unwrap().check(), Ok(()));
    }
    assert_eq!(reference::by_name("JH-REF-2"), None);
}

#[test]
fn the_whole_is_bounded() {
    for horizon in [0.0, -1.0, f64::NAN, f64::INFINITY, 131_001.0] {
        assert_eq!(refused(|m| m.horizon = horizon), (Part::Model, Fault::Horizon));
    }
    for warm_up in [-1.0, f64::NAN, 37_000.0] {
        assert_eq!(refused(|m| m.warm_up = warm_up), (Part::Model, Fault::WarmUp));
    }
    assert_eq!(refused(|m| m.sources = vec![m.sources[0].clone(); 65_537]), (Part::Model, Fault::TooMany));
    assert_eq!(refused(|m| m.stations = vec![m.stations[0].clone(); 4_097]), (Part::Model, Fault::TooMany));
    assert_eq!(refused(|m| m.sources[0].ceiling = 1e6), (Part::Model, Fault::TooManyChildren));
    assert_eq!(refused(|m| m.sources[2].ceiling = 450.0), (Part::Source(2), Fault::TooManyChildren));
}

#[test]
fn children_at_the_start_are_checked() {
    let at = Part::Present(1);
    let row = |group, station, helped, waiting| Present { group, station, helped, waiting };
    let with = |wrong: Present| {
        move |m: &mut Model| {
            m.stations[2].queue_limit = Some(5);
            m.present = vec![row(0, 0, 3, 3), wrong];
        }
    };
    assert_eq!(refused(with(row(7, 0, 1, 1))), (at, Fault::Unknown));
    assert_eq!(refused(with(row(0, 5, 1, 1))), (at, Fault::Unknown));
    assert_eq!(refused(with(row(0, 2, 1, 6))), (at, Fault::TooManyPresent));
    assert_eq!(refused(with(row(0, 0, u32::MAX, u32::MAX))), (Part::Model, Fault::TooManyPresent));
    let full = reference::jh_ref_1().sources[0].clone();
    let many = |m: &mut Model| {
        m.present = vec![row(0, 0, 1, 1)];
        m.sources = vec![crate::model::Source { ceiling: 0.0, rate: Steps::always(0.0), ..full }; 65_536];
    };
    assert_eq!(refused(many), (Part::Model, Fault::TooMany));
}

#[test]
fn stations_are_checked() {
    let at = Part::Station(2);
    for changes in [vec![(0.0, 1)], vec![(5.0, 1), (5.0, 2)], vec![(9.0, 1), (5.0, 2)], vec![(f64::NAN, 1)]] {
        assert_eq!(refused(|m| m.stations[2].servers.changes = changes), (at, Fault::Days));
    }
    assert_eq!(refused(|m| m.stations[2].overflow = Some(1)), (at, Fault::OverflowWithoutLimit));
    assert_eq!(
        refused(|m| m.stations[2].funding = Some(Funding { funder: 0, per_day: 1.0 })),
        (at, Fault::Unknown)
    );
    assert_eq!(
        refused(|m| m.stations[2].funding = Some(Funding { funder: 0, per_day: -1.0 })),
        (at, Fault::Amount)
    );
    let sent_on = |m: &mut Model, ways: &[(usize, usize)]| {
        for (from, to) in ways {
            m.stations[*from].queue_limit = Some(3);
            m.stations[*from].overflow = Some(*to);
        }
    };
    assert_eq!(refused(|m| sent_on(m, &[(2, 2)])), (at, Fault::OverflowCircle));
    assert_eq!(refused(|m| sent_on(m, &[(1, 2), (2, 3), (3, 2)])), (at, Fault::OverflowCircle));
    assert_eq!(refused(|m| sent_on(m, &[(2, 5)])), (at, Fault::Unknown));
}

#[test]
fn cells_are_checked() {
    let at = Part::Cell { group: 3, station: 1 };
    let on = |change: fn(&mut Cell)| refused(|m| change(&mut m.groups[3].cells[1]));
    for span in [
        Span::Fixed(-1.0),
        Span::Fixed(f64::INFINITY),
        Span::Exponential { mean: 0.0 },
        Span::Lognormal { mean: 3.0, cv: 0.0 },
        Span::Lognormal { mean: f64::NAN, cv: 1.0 },
    ] {
        assert_eq!(refused(|m| m.groups[3].cells[1].service = span), (at, Fault::Duration));
        let patience = Some(Patience { span, then: None });
        assert_eq!(refused(|m| m.groups[3].cells[1].patience = patience), (at, Fault::Duration));
    }
    assert_eq!(on(|c| c.priority = 8), (at, Fault::Priority));
    for to in [Destination { station: 5, group: 0 }, Destination { station: 0, group: 7 }] {
        assert_eq!(
            refused(|m| m.groups[3].cells[1].routes.push(Route { to, probability: 0.1 })),
            (at, Fault::Unknown)
        );
        let patience = Some(Patience { span: Span::Fixed(3.0), then: Some(to) });
        assert_eq!(refused(|m| m.groups[3].cells[1].patience = patience), (at, Fault::Unknown));
    }
    assert_eq!(on(|c| c.routes[0].probability = 0.9), (at, Fault::Probability));
    assert_eq!(on(|c| c.routes[0].probability = -0.1), (at, Fault::Probability));
    assert_eq!(on(|c| c.routes[0].probability = f64::NAN), (at, Fault::Probability));
    assert_eq!(refused(|m| m.groups[3].cells.truncate(4)), (Part::Group(3), Fault::NotOnePerStation));
    assert_eq!(
        refused(|m| m.groups.push(Group { name: String::new(), cells: Vec::new() })),
        (Part::Group(7), Fault::NotOnePerStation)
    );
}

#[test]
fn sources_and_funders_are_checked() {
    let at = Part::Source(4);
    let on = |change: fn(&mut Source)| refused(|m| change(&mut m.sources[4]));
    assert_eq!(on(|s| s.group = 7), (at, Fault::Unknown));
    assert_eq!(on(|s| s.entry.truncate(4)), (at, Fault::NotOnePerStation));
    assert_eq!(on(|s| s.rate.first = -0.1), (at, Fault::Amount));
    assert_eq!(on(|s| s.rate.changes = vec![(8.0, f64::NAN)]), (at, Fault::Amount));
    assert_eq!(on(|s| s.rate.changes = vec![(8.0, 1.6)]), (at, Fault::AboveCeiling));
    assert_eq!(on(|s| s.rate.changes = vec![(-8.0, 1.0)]), (at, Fault::Days));
    assert_eq!(on(|s| s.entry[0] = 0.6), (at, Fault::Probability));
    let funded = |budget| refused(|m| m.funders.push(Funder { name: String::new(), budget }));
    assert_eq!(funded(Steps::always(-1.0)), (Part::Funder(0), Fault::Amount));
    let step = Steps { first: 1.0, changes: vec![(3.0, f64::INFINITY)] };
    assert_eq!(funded(step), (Part::Funder(0), Fault::Amount));
}
