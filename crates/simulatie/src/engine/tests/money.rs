//! What budgets do.

use super::worlds::plain;
use crate::model::{Funder, Funding, Model, Span, Steps};
use crate::{Network, Run};

/// One child a day needs ten days, at one euro a day.
fn paid(budget: Steps<f64>, service: Span) -> Model {
    let mut model = plain(1_000, 1.0, service, 800.0);
    model.stations[0].funding = Some(Funding { funder: 0, per_day: 1.0 });
    model.funders.push(Funder { name: "gemeente".to_owned(), budget });
    model
}

fn started(run: &Run<'_, ()>) -> u64 {
    run.so_far().station(0).started()
}

#[test]
fn nothing_starts_when_the_budget_is_spent_until_the_next_year() {
    let network = Network::new(&paid(Steps::always(1_000.0), Span::Fixed(10.0))).unwrap();
    let mut run = Run::new(&network, 3, 0, ());
    run.advance(364.9);
    assert_eq!((started(&run), run.committed(0)), (100, Some(1_000.0)));
    let glance = run.glance(0).unwrap();
    assert!(!glance.open && glance.busy == 0 && glance.waiting > 200);
    // The whole of the new budget goes to who waited, on its first day.
    run.advance(365.0);
    assert_eq!((started(&run), run.committed(0)), (200, Some(1_000.0)));
    // The next year has more room than who waits: 365 more came in the meantime.
    run.set_budget(0, 1_500.0);
    assert_eq!((started(&run), run.committed(0)), (250, Some(1_500.0)));
    run.advance(800.0);
    assert_eq!((started(&run), run.committed(0), run.committed(1)), (400, Some(1_500.0), None));
}

#[test]
fn what_runs_on_counts_in_the_year_it_runs_in() {
    let network = Network::new(&paid(Steps::always(1e9), Span::Fixed(365.0))).unwrap();
    let mut run = Run::new(&network, 3, 0, ());
    run.advance(364.999);
    let (first, starts) = (run.committed(0).unwrap(), started(&run));
    run.advance(365.0);
    let second = run.committed(0).unwrap();
    #[allow(clippy::cast_precision_loss)]
    let whole = starts as f64 * 365.0;
    assert!(
        first > 0.0 && second > 0.0 && (first + second - whole).abs() < 400.0,
        "{first} {second} {whole}"
    );
}

#[test]
fn without_budget_nothing_starts_and_with_more_it_starts_again() {
    let steps = Steps { first: 0.0, changes: vec![(100.0, 200.0), (400.0, 0.0)] };
    let network = Network::new(&paid(steps, Span::Fixed(10.0))).unwrap();
    let mut run = Run::new(&network, 3, 0, ());
    for (day, starts) in [(0.0, 0), (99.9, 0), (100.0, 20), (364.0, 20), (365.0, 40), (800.0, 40)] {
        run.advance(day);
        assert_eq!(started(&run), starts, "day {day}");
    }
}
