//! kill -9 while one key takes over from another, with the register in use meanwhile: every secret stays readable.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use leerloop::SystemKlok;
use register::{Kluissleutel, Opslag, Register};
use stelsel::{Identiteit, Rol};

use crate::program::leerloop;

/// Accounts with a secret in the vault.
const ACCOUNTS: usize = 400;
/// Kills in every run of the tests; `LEERLOOP_KEY_KILLS` asks for more.
const KILLS: usize = 12;

fn open(data: &Path, key: &Kluissleutel, others: &[Kluissleutel]) -> Register {
    let register = Register::open(&Opslag::Map(data.to_owned()), Arc::new(SystemKlok)).unwrap();
    register.unlock_with(key, others).unwrap();
    register
}

fn readable(register: &Register, codes: &[(String, String)]) -> usize {
    codes.iter().filter(|(who, code)| matches!(register.invitation(who, code), Ok(Some(_)))).count()
}

/// Invites the first half of the accounts again and again, until told to stop: gives the codes that hold at the end.
fn use_it(register: &Register, codes: &mut [(String, String)], stop: &AtomicBool) -> usize {
    let mut invited = 0;
    while !stop.load(Ordering::Relaxed) {
        for (who, code) in codes.iter_mut().step_by(2) {
            *code = register.invite(None, who).unwrap().unwrap();
            assert!(matches!(register.invitation(who, code), Ok(Some(_))), "{who}");
            invited += 1;
            if stop.load(Ordering::Relaxed) {
                break;
            }
        }
    }
    invited
}

#[test]
fn another_key_takes_over_and_nothing_is_lost() {
    let kills = std::env::var("LEERLOOP_KEY_KILLS").map_or(KILLS, |n| n.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let file = |n: usize| folder.path().join(format!("key-{n}"));
    let new_key = |n: usize| {
        let key = Kluissleutel::generate().unwrap();
        key.write(&file(n)).unwrap();
        key
    };
    let mut old = new_key(0);
    let first = open(&data, &old, &[]);
    let mut codes: Vec<(String, String)> = (0..ACCOUNTS)
        .map(|n| {
            let name = format!("account-{n:03}");
            assert!(first.add_account(None, &Identiteit::new(&*name, "Voorbeeld", Rol::Beheer)).unwrap());
            let code = first.invite(None, &name).unwrap().unwrap();
            (name, code)
        })
        .collect();
    drop(first);
    let (mut cut, mut rounds, mut used) = (0, 0, 0);
    while cut < kills {
        rounds += 1;
        let key = new_key(rounds);
        let register = open(&data, &key, std::slice::from_ref(&old));
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let meanwhile = scope.spawn(|| use_it(&register, &mut codes, &stop));
            // Ever longer, so that it is cut off in the beginning, in the middle and at the end, and at last is done.
            for wait in 1_u64.. {
                let mut child = leerloop(&["register", "rotate-key", "--data"])
                    .arg(&data)
                    .arg("--key")
                    .arg(file(rounds))
                    .arg("--old-key")
                    .arg(file(rounds - 1))
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .spawn()
                    .unwrap();
                std::thread::sleep(Duration::from_millis(wait * 30));
                if let Some(status) = child.try_wait().unwrap() {
                    assert!(status.success());
                    break;
                }
                child.kill().unwrap();
                child.wait().unwrap();
                cut += 1;
            }
            stop.store(true, Ordering::Relaxed);
            used += meanwhile.join().unwrap();
        });
        assert_eq!(readable(&register, &codes), ACCOUNTS, "round {rounds}");
        drop(register);
        // Without the old key too; and the old key opens nothing any more.
        assert_eq!(readable(&open(&data, &key, &[]), &codes), ACCOUNTS, "round {rounds}");
        let again = Register::open(&Opslag::Map(data.clone()), Arc::new(SystemKlok)).unwrap();
        assert!(again.unlock(&old).is_err(), "round {rounds}");
        old = key;
    }
    // The control: before everything is sealed anew, the new key alone opens none of it.
    let key = new_key(rounds + 1);
    let without = open(&data, &key, std::slice::from_ref(&old));
    assert_eq!(readable(&without, &codes), ACCOUNTS);
    drop(without);
    let alone = Register::open(&Opslag::Map(data), Arc::new(SystemKlok)).unwrap();
    assert!(alone.unlock(&key).is_err());
    println!(
        "{rounds} keys took over, cut off {cut} times, {used} secrets made meanwhile: 0 of {ACCOUNTS} unreadable"
    );
}
