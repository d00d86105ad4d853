use super::*;
use crate::toewijzing::Stand;
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};

fn words(text: &str) -> Woorden {
    Woorden::new(text).unwrap()
}

fn person(n: u8) -> Id<Persoon> {
    Id::new(Timestamp::UNIX_EPOCH, [n; 10])
}

fn goal(text: &str, voor: Option<Id<Persoon>>) -> Inhoud {
    Inhoud::Doel(Doel { tekst: words(text), voor, stand: Doelstand::Loopt })
}

fn line(voor: Option<Id<Persoon>>, doelen: Vec<u32>, wacht: Option<Wachten>, einde: Einde) -> Inhoud {
    Inhoud::Regel(Regel {
        wat: words("Ouderbegeleiding"),
        wie: words("Samen Thuis"),
        voor,
        bron: Bron::Jeugdwet,
        bron_naam: Woorden::default(),
        waar: Some(Plek::Thuis),
        van: None,
        einde,
        doelen,
        wacht,
    })
}

fn new(inhoud: Inhoud) -> Wijziging {
    Wijziging { nr: None, gelezen: 0, daad: Daad::Schrijf(inhoud) }
}

fn full() -> Plan {
    let mut plan = Plan::default();
    plan.wijzig(new(goal("samen eten", None)), 1).unwrap();
    plan.wijzig(new(goal("van Noor zelf", Some(person(1)))), 2).unwrap();
    let wacht =
        Wachten { sinds: date(2026, 3, 1), waarop: words("wie betaalt"), reden: Stagnatie::Bekostiging };
    plan.wijzig(new(line(Some(person(1)), vec![1, 2], Some(wacht), Einde::Open)), 3).unwrap();
    plan.wijzig(new(line(None, vec![1], None, Einde::Waakvlam)), 4).unwrap();
    let step = Stap {
        tekst: words("bellen"),
        wie: words("Marieke"),
        voor: None,
        wanneer: Some(date(2026, 3, 10)),
        klaar: None,
        doel: Some(2),
    };
    plan.wijzig(new(Inhoud::Stap(step)), 5).unwrap();
    let look = Evaluatie { dag: date(2026, 4, 1), wie: words("allen"), uitkomst: None };
    plan.wijzig(new(Inhoud::Evaluatie(look)), 6).unwrap();
    plan
}

#[test]
fn a_plan_reads_back_and_prints_no_words() {
    let plan = full();
    let text = serde_json::to_string(&plan).unwrap();
    assert_eq!(serde_json::from_str::<Plan>(&text).unwrap(), plan);
    let printed = format!("{plan:?}");
    assert!(!printed.contains("samen eten") && !printed.contains("bellen"), "{printed}");
}

#[test]
fn two_who_change_the_same_part_hear_of_it_and_two_others_do_not() {
    let mut plan = full();
    let change =
        |nr, gelezen, text: &str| Wijziging { nr: Some(nr), gelezen, daad: Daad::Schrijf(goal(text, None)) };
    assert_eq!(plan.wijzig(change(1, 1, "rustig samen eten"), 7), Ok(1));
    let before = plan.clone();
    assert_eq!(plan.wijzig(change(1, 1, "anders"), 8), Err(Weigering::Nieuwer));
    assert_eq!(plan, before, "nothing is changed by what is refused");
    assert_eq!(plan.wijzig(change(2, 2, "ander doel"), 8), Ok(2), "another part");
    let away = |nr, gelezen| Wijziging { nr: Some(nr), gelezen, daad: Daad::Verwijder(Soort::Doel) };
    assert_eq!(plan.wijzig(away(1, 1), 9), Err(Weigering::Nieuwer));
    assert_eq!(plan.wijzig(away(1, 7), 9), Ok(1));
    assert_eq!(plan.wijzig(change(1, 7, "te laat"), 10), Err(Weigering::Nieuwer), "it is gone");
    assert!(
        plan.regels.iter().all(|line| !line.wat.doelen.contains(&1)),
        "nothing names a goal that is gone"
    );
    let text = |gelezen, text: &str| Wijziging {
        nr: None,
        gelezen,
        daad: Daad::Schrijf(Inhoud::Gewoon(words(text))),
    };
    assert_eq!(plan.wijzig(text(0, "samen eten"), 10), Ok(0));
    assert_eq!(plan.wijzig(text(0, "iets anders"), 11), Err(Weigering::Nieuwer));
    assert_eq!(plan.wijzig(text(10, "nu wel"), 11), Ok(0));
}

#[test]
fn numbers_are_never_given_twice() {
    let mut plan = full();
    let last = plan.laatste_nr;
    let away = Wijziging { nr: Some(6), gelezen: 6, daad: Daad::Verwijder(Soort::Evaluatie) };
    assert_eq!(plan.wijzig(away, 7), Ok(6));
    assert_eq!(plan.wijzig(new(goal("nieuw", None)), 8), Ok(last + 1));
    let unknown = new(line(None, vec![99], None, Einde::Open));
    assert_eq!(plan.wijzig(unknown, 9), Err(Weigering::Onbekend));
}

#[test]
fn who_may_not_see_a_person_sees_nothing_about_them() {
    for (maat, goals, lines, wait) in
        [(Maat::Geheel, 2, 2, true), (Maat::Hoofdlijn, 1, 2, false), (Maat::Naam, 1, 1, false)]
    {
        let seen = full().zichtbaar(|_| maat);
        assert_eq!((seen.doelen.len(), seen.regels.len()), (goals, lines), "{maat:?}");
        assert_eq!(seen.regels.iter().any(|line| line.wat.wacht.is_some()), wait, "{maat:?}");
        let text = serde_json::to_string(&seen).unwrap();
        assert_eq!(text.contains("van Noor zelf"), maat == Maat::Geheel);
        let known: Vec<u32> = seen.doelen.iter().map(|doel| doel.nr).collect();
        assert!(seen.regels.iter().all(|line| line.wat.doelen.iter().all(|nr| known.contains(nr))));
        assert!(seen.stappen.iter().all(|step| step.wat.doel.is_none_or(|nr| known.contains(&nr))));
    }
    let without = full().zonder(|id| id == person(1));
    assert!(!serde_json::to_string(&without).unwrap().contains(&person(1).to_string()));
}

#[test]
fn two_plans_become_one_and_nothing_is_lost() {
    let (mut one, other) = (full(), full());
    let count = one.doelen.len() + one.regels.len() + one.stappen.len() + one.evaluaties.len();
    one.voeg_samen(other, 20);
    let both = one.doelen.len() + one.regels.len() + one.stappen.len() + one.evaluaties.len();
    assert_eq!(both, 2 * count);
    let mut numbers: Vec<u32> = one.doelen.iter().map(|p| p.nr).collect();
    numbers.extend(one.regels.iter().map(|p| p.nr));
    numbers.extend(one.stappen.iter().map(|p| p.nr));
    numbers.extend(one.evaluaties.iter().map(|p| p.nr));
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), both);
    assert!(numbers.iter().all(|nr| *nr <= one.laatste_nr));
    for line in &one.regels {
        assert!(line.wat.doelen.iter().all(|nr| one.doel(*nr).is_some()));
    }
}

/// Every day of a year, against the words of the rule: an answer from the day it was asked, a promise from the day after, help
/// from more than a week after its first day. A waakvlam never.
#[test]
fn clocks_on_every_day_of_a_year() {
    let plan = full();
    let first = date(2026, 1, 1);
    let (mut days, mut running) = (0, 0);
    for n in 0..366 {
        let today = first.saturating_add(n.days());
        let clocks = plan.klokken(today);
        let of = |soort| clocks.iter().find(|clock| clock.soort == soort);
        let since = |day: Date| day.until(today).unwrap().get_days();
        let asked = date(2026, 3, 1);
        assert_eq!(
            of(Kloksoort::Antwoord).map(|c| c.dagen),
            (today >= asked).then(|| since(asked)),
            "{today}"
        );
        for (soort, day) in [(Kloksoort::Stap, date(2026, 3, 10)), (Kloksoort::Evaluatie, date(2026, 4, 1))] {
            let clock = of(soort).map(|clock| (clock.sinds, clock.dagen));
            assert_eq!(clock, (today > day).then(|| (day, since(day))), "{soort:?} on {today}");
        }
        assert!(clocks.iter().all(|clock| clock.nr != Some(4)), "a waakvlam has no clock");
        running += clocks.len();
        days += 1;
        let begins = date(2026, 5, 1);
        let waited = begins.until(today).unwrap().get_days().max(0);
        let start = waits_for_start(&Stand::Wacht { dagen: waited }, begins, person(1), today);
        assert_eq!(start.map(|clock| clock.dagen), (waited > START_NA).then_some(waited), "{today}");
        let going = waits_for_start(&Stand::Loopt { sinds: begins }, begins, person(1), today);
        assert_eq!(going, None);
    }
    println!("{days} days: {running} clocks as the rule says");
}

#[test]
fn what_was_done_or_said_stops_its_clock() {
    let mut plan = full();
    let far = date(2027, 1, 1);
    assert_eq!(plan.klokken(far).len(), 3);
    plan.stappen[0].wat.klaar = Some(date(2026, 3, 9));
    plan.evaluaties[0].wat.uitkomst = Some(Uitkomst::default());
    plan.regels[0].wat.wacht = None;
    assert_eq!(plan.klokken(far), []);
}
