//! What a password costs, and which are refused.

use super::*;

#[test]
fn the_cost_is_as_promised() {
    let started = cost_clock();
    let stored = hash("correct paard batterij nietje").unwrap();
    let took = cost_clock() - started;
    println!(
        "Argon2id m={} KiB, t={}, p={}: {took} ms of the processor for one password",
        KOSTEN.0, KOSTEN.1, KOSTEN.2
    );
    assert!(stored.starts_with("$argon2id$v=19$m=65536,t=2,p=1$"), "{stored}");
    // OWASP's minima: 46 MiB and 1, 19 MiB and 2, …
    assert!(KOSTEN.0 >= 19 * 1024 && KOSTEN.1 >= 2);
    assert!(took >= 10, "{took} ms: too cheap to be true");
    assert!(!is_outdated(&stored));
    assert!(is_outdated("$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA"));
    assert!(verify("correct paard batterij nietje", &stored).unwrap());
    assert!(!verify("correct paard batterij nietjes", &stored).unwrap());
    assert_ne!(stored, hash("correct paard batterij nietje").unwrap(), "a salt of its own");
}

/// Milliseconds of processor time of this thread's process, from the kernel: no clock of the wall.
fn cost_clock() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    let ticks = |n: usize| after.get(n).and_then(|t| t.parse::<u64>().ok()).unwrap_or_default();
    (ticks(11) + ticks(12)) * 10
}

#[test]
fn every_character_counts_also_the_last_of_many() {
    for length in [72, 73, 128, MAX] {
        let long: String = ('a'..='z').cycle().take(length - 1).collect();
        let (one, other) = (format!("{long}1"), format!("{long}2"));
        assert_eq!(check(&one, &[]), Ok(()));
        let stored = hash(&one).unwrap();
        assert!(verify(&one, &stored).unwrap() && !verify(&other, &stored).unwrap(), "{length}");
    }
    assert_eq!(check(&"wat een lang verhaal ".repeat(13), &[]), Err(Zwakte::TeLang));
    assert_eq!(check("kortste", &[]), Err(Zwakte::TeKort));
    assert_eq!(check("éééüüüöö", &[]), Ok(()), "characters, not bytes");
}

#[test]
fn what_everyone_tries_first_is_refused() {
    let mut tried = 0;
    for word in BEKEND {
        let capital: String =
            word.char_indices().map(|(n, c)| if n == 0 { c.to_ascii_uppercase() } else { c }).collect();
        for around in [
            "1", "01", "123", "1234", "12345", "2025", "2026", "2026!", "!", "!!", "1!", "#1", "?", "00",
            "99",
        ] {
            let password = format!("{capital}{around}");
            if password.chars().count() >= MIN {
                assert_eq!(check(&password, &[]), Err(Zwakte::TeBekend), "{password}");
                tried += 1;
            }
        }
    }
    println!("{tried} obvious passwords refused");
    assert!(tried > 1_000);
    for other in [
        "W@chtw00rd2026!",
        "P4ssw0rd",
        "12345678",
        "11111111",
        "abcdefgh",
        "qwertyuiop",
        "abababab",
        "98765432",
        "1qaz2wsx",
        "2026!2026",
        "!!!!!!!!",
        "Welkom Welkom 1",
    ] {
        assert_eq!(check(other, &[]), Err(Zwakte::TeBekend), "{other}");
    }
}

#[test]
fn a_name_is_no_password_and_a_sentence_is() {
    let names = ["samira.bouali", "Samira Bouali"];
    for wrong in ["Samira2026", "bouali123!", "SamiraBouali1", "Samira Bouali", "samira.bouali"] {
        assert_eq!(check(wrong, &names), Err(Zwakte::AlsNaam), "{wrong}");
    }
    for good in ["paarse fiets in de regen", "tuinstoel9winter", "xK4#pm!9", "de hond van Samira blaft"] {
        assert_eq!(check(good, &names), Ok(()), "{good}");
    }
}
