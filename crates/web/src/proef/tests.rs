//! Runs: the same outcome as the model gives by itself, one at a time, stopped where one is, and never more than there is room for.

use std::time::Duration;

use simulatie::scenario::Uitkomst;
use simulatie::systeem::Maat;

use super::*;

fn scenario(herhalingen: u64) -> Scenario {
    let toml = format!(
        "naam = 'Proef'\njaren = 2\nherhalingen = {herhalingen}\n[bouwstenen]\ntoegang = {{ niveau = 0.8 }}\n\
         [aannames]\nwacht.ggz = 120"
    );
    Scenario::read(&toml).unwrap()
}

/// A run by a word of at most sixteen letters.
fn id(word: &str) -> Id<Poging> {
    let number = word.bytes().fold(0_u128, |all, letter| all * 256 + u128::from(letter));
    Id::parse(&format!("{number:032x}")).unwrap()
}

fn begin(all: &Arc<Proeven>, woord: &str, account: &str, herhalingen: u64) -> Result<Arc<Proef>, Vol> {
    all.begin(id(woord), account, String::new(), scenario(herhalingen))
}

/// Waits until a run is done.
fn outcome(all: &Proeven, proef: &Proef) -> Arc<Bewaarvorm> {
    for _ in 0..6_000 {
        match all.stand(proef) {
            Stand::Klaar(outcome) => return outcome,
            Stand::Mis(why) => panic!("{why}"),
            Stand::Wacht(_) | Stand::Bezig(_) => thread::sleep(Duration::from_millis(10)),
        }
    }
    panic!("not done in a minute")
}

fn direct(scenario: &Scenario) -> Uitkomst {
    probeer(scenario, NonZeroUsize::MIN, &AtomicBool::new(false), &|| {}).unwrap()
}

#[test]
fn a_run_gives_what_the_model_gives_and_reads_back() {
    let all = Arc::new(Proeven::default());
    let proef = begin(&all, "a", "beleid", 3).unwrap();
    let found = outcome(&all, &proef);
    let threads = thread::available_parallelism().unwrap().get();
    let own = Bewaarvorm::of(&scenario(3), &direct(&scenario(3)), threads);
    assert_eq!(*found, own);
    assert_eq!((found.replications, found.years, found.measures.len()), (3, 2, Maat::all().len()));
    let text = serde_json::to_string(&*found).unwrap();
    assert!(text.len() < 400_000, "{}", text.len());
    let again: Bewaarvorm = serde_json::from_str(&text).unwrap();
    assert_eq!(serde_json::to_string(&again).unwrap(), text);
    assert!(found.assumptions.iter().any(|one| one.name == "wacht.ggz" && one.set && one.value > 119.0));
    let csv = found.csv(Some("wachttijd")).unwrap();
    assert_eq!(csv.lines().count(), 1 + 3 * 2);
    assert!(found.csv(Some("niets")).is_none());
}

#[test]
fn a_run_is_of_who_began_it() {
    let all = Arc::new(Proeven::default());
    let proef = begin(&all, "a", "beleid", 1).unwrap();
    assert!(all.find(id("a"), "beleid").is_some());
    assert!(all.find(id("a"), "beheer").is_none() && all.find(id("b"), "beleid").is_none());
    assert!(all.van("beheer").is_empty());
    outcome(&all, &proef);
}

#[test]
fn one_at_a_time_and_no_more_than_there_is_room_for() {
    let all = Arc::new(Proeven::default());
    let first = begin(&all, "a", "een", 1_000).unwrap();
    let second = begin(&all, "b", "een", 1_000).unwrap();
    let third = begin(&all, "c", "een", 2).unwrap();
    assert_eq!(begin(&all, "d", "een", 1).err(), Some(Vol::VanUzelf));
    assert!(matches!(all.stand(&second), Stand::Wacht(1)));
    assert!(matches!(all.stand(&third), Stand::Wacht(2)));
    // Stopped while it waits: it has nothing, and never begins.
    all.stop(&second);
    assert_eq!(outcome(&all, &second).replications, 0);
    assert!(matches!(all.stand(&third), Stand::Wacht(1)));
    // Stopped while it runs: what was done, as if so many had been asked.
    while first.gedaan.load(Ordering::Relaxed) == 0 {
        thread::sleep(Duration::from_millis(5));
    }
    all.stop(&first);
    let part = outcome(&all, &first);
    assert!((1..1_000).contains(&part.replications), "{}", part.replications);
    let own = Bewaarvorm::of(&scenario(part.replications), &direct(&scenario(part.replications)), 1);
    assert_eq!(part.measures, own.measures);
    assert_eq!(outcome(&all, &third).replications, 2);
}

#[test]
fn what_is_remembered_has_a_bound() {
    let all = Arc::new(Proeven::default());
    for nr in 0..MEEST + 5 {
        let proef = begin(&all, &format!("nr{nr}"), "een", 1).unwrap();
        all.stop(&proef);
        outcome(&all, &proef);
    }
    assert_eq!(all.van("een").len(), MEEST);
    assert!(all.find(id("nr0"), "een").is_none() && all.find(id("nr44"), "een").is_some());
    let blocked: Vec<_> = (0..MEEST_IN_RIJ)
        .map(|nr| begin(&all, &format!("w{nr}"), &format!("p{nr}"), 1_000).unwrap())
        .collect();
    assert_eq!(begin(&all, "meer", "nog iemand", 1).err(), Some(Vol::Overal));
    for proef in blocked.iter().rev() {
        all.stop(proef);
    }
}
