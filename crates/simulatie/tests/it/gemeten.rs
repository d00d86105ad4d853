//! What pages tell of the claims is what the model does: the file of the crate against replications that are played again.

use std::sync::atomic::{AtomicU64, Ordering};

use simulatie::bewering::{Bewering, Bewijs, HERHALINGEN, Meting, speel_alles, vingerafdruk};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/bewering/gemeten.csv");

fn play_all() -> Bewijs {
    let next = AtomicU64::new(0);
    let work = || {
        let mut mine = Vec::new();
        loop {
            let replication = next.fetch_add(1, Ordering::Relaxed);
            if replication >= HERHALINGEN {
                return mine;
            }
            mine.push((replication, speel_alles(replication).unwrap()));
        }
    };
    let mut rows = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|one| one.join().unwrap()).collect::<Vec<_>>()
    });
    rows.sort_by_key(|(replication, _)| *replication);
    Bewijs { vingerafdruk: vingerafdruk(), rijen: rows.into_iter().map(|(_, row)| row).collect() }
}

#[test]
fn what_was_measured_is_what_the_model_does() {
    if std::env::var_os("LEERLOOP_REWRITE").is_some() {
        std::fs::write(FILE, play_all().text()).unwrap();
        return;
    }
    let told = Bewijs::gemeten();
    let again = "run LEERLOOP_REWRITE=1 cargo test -p simulatie --test it measured";
    assert_eq!(told.vingerafdruk, vingerafdruk(), "the numbers changed: {again}");
    assert_eq!(told.rijen.len() as u64, HERHALINGEN, "a line cannot be read: {again}");
    assert_eq!(told.text(), std::fs::read_to_string(FILE).unwrap(), "something was left out");
    for replication in [0, HERHALINGEN - 1] {
        let (played, row) =
            (speel_alles(replication).unwrap(), &told.rijen[usize::try_from(replication).unwrap()]);
        for meting in Meting::ALL {
            let apart = (played.get(*meting) - row.get(*meting)).abs();
            assert!(apart < 1e-6, "{} of {replication}: {played:?} is not {row:?}: {again}", meting.naam());
        }
    }
}

/// A claim that the model bears out in few worlds would be no claim. What each needs stands with the numbers.
#[test]
fn measured_claims_hold_in_most_worlds() {
    let told = Bewijs::gemeten();
    for one in Bewering::ALL {
        let holds = told.houdt(one);
        assert!(10 * holds >= 8 * told.rijen.len(), "{}: {holds} of {}", one.naam(), told.rijen.len());
        assert!(Meting::ALL.iter().any(|meting| meting.bewering() == one));
        for nummer in one.schakels() {
            assert!(simulatie::oorzaak::schakel(*nummer).is_some());
        }
    }
    for meting in Meting::ALL {
        let found = told.spreiding(*meting).unwrap();
        assert!(found.laag <= found.midden && found.midden <= found.hoog, "{}: {found:?}", meting.naam());
    }
}
