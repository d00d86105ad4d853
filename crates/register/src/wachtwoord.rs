//! Passwords: how they are kept, and which are refused.

use std::sync::{Mutex, PoisonError};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::Fout;

/// Memory in KiB, rounds, lanes: above what OWASP asks as a minimum (19 MiB and 2 rounds, or 46 MiB and 1), and such that the
/// smallest server we serve from takes a fraction of a second. The hash tells with what it was made, so that this can change.
const KOSTEN: (u32, u32, u32) = (64 * 1024, 2, 1);

/// Fewest characters. With a second factor eight is enough; there are no rules about which characters.
const MIN: usize = 8;
/// Most characters: long sentences are fine.
const MAX: usize = 256;

/// One password is hashed at a time, so that a flood of attempts costs time and not all memory.
static BEURT: Mutex<()> = Mutex::new(());

/// Why a password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zwakte {
    /// Fewer than eight characters.
    TeKort,
    /// More than 256 characters.
    TeLang,
    /// One of those that everyone tries first.
    TeBekend,
    /// It is the name of the account or of the person, with a little added.
    AlsNaam,
}

impl Zwakte {
    /// All reasons.
    pub const ALL: [Self; 4] = [Self::TeKort, Self::TeLang, Self::TeBekend, Self::AlsNaam];

    /// The key of its sentence in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TeKort => "wachtwoord-te-kort",
            Self::TeLang => "wachtwoord-te-lang",
            Self::TeBekend => "wachtwoord-te-bekend",
            Self::AlsNaam => "wachtwoord-als-naam",
        }
    }
}

fn hasher() -> Result<Argon2<'static>, Fout> {
    let (memory, rounds, lanes) = KOSTEN;
    let params = Params::new(memory, rounds, lanes, None)
        .map_err(|_| Fout::Tegenstrijdig("the cost of a password is out of bounds"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash of a password with a new salt.
pub(crate) fn hash(password: &str) -> Result<String, Fout> {
    let mut salt = [0_u8; 16];
    getrandom::fill(&mut salt).map_err(|e| Fout::Lezen(std::io::Error::other(e.to_string())))?;
    let _turn = BEURT.lock().unwrap_or_else(PoisonError::into_inner);
    hasher()?
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map(|hash: PasswordHash| hash.to_string())
        .map_err(|_| Fout::Tegenstrijdig("a password could not be hashed"))
}

/// Whether this is the password of which this is the hash.
pub(crate) fn verify(password: &str, hash: &str) -> Result<bool, Fout> {
    let hash =
        PasswordHash::new(hash).map_err(|_| Fout::Tegenstrijdig("a stored password cannot be read"))?;
    let _turn = BEURT.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(hasher()?.verify_password(password.as_bytes(), &hash).is_ok())
}

/// Whether a hash was made in another way than we do now.
pub(crate) fn is_outdated(hash: &str) -> bool {
    let (memory, rounds, lanes) = KOSTEN;
    !hash.starts_with(&format!("$argon2id$v=19$m={memory},t={rounds},p={lanes}$"))
}

/// Whether a password is good enough. `names` are what others know about the person.
pub(crate) fn check(password: &str, names: &[&str]) -> Result<(), Zwakte> {
    match password.chars().count() {
        0..MIN => return Err(Zwakte::TeKort),
        MIN..=MAX => {}
        _ => return Err(Zwakte::TeLang),
    }
    let core = core(password);
    let known = |word: &&str| core == **word;
    if core.is_empty()
        || is_pattern(&core)
        || is_pattern(&password.to_lowercase())
        || BEKEND.iter().any(known)
    {
        return Err(Zwakte::TeBekend);
    }
    let parts = names.iter().flat_map(|name| name.split_whitespace().chain([*name]));
    let mut parts = parts.map(|part| part.to_lowercase().replace(' ', "")).filter(|p| p.chars().count() >= 3);
    if parts.any(|part| core == part || password.to_lowercase().replace(' ', "") == part) {
        return Err(Zwakte::AlsNaam);
    }
    Ok(())
}

/// The word within a password: small letters, without the digits and signs that people put around it, and with the
/// signs that stand for letters read as letters. `W@chtw00rd2026!` is `wachtwoord`.
fn core(password: &str) -> String {
    let plain: String = password.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let bare = plain.trim_matches(|c: char| !c.is_alphabetic() && c != '@' && c != '$');
    let bare = bare.trim_end_matches(['@', '$']);
    bare.chars()
        .map(|c| match c {
            '@' | '4' => 'a',
            '0' => 'o',
            '3' => 'e',
            '1' | '!' => 'i',
            '$' | '5' => 's',
            '7' => 't',
            other => other,
        })
        .filter(|c| c.is_alphabetic())
        .collect()
}

/// One or two characters repeated, a part repeated, or a walk along the keyboard or the alphabet.
fn is_pattern(text: &str) -> bool {
    const WALKS: [&str; 6] = [
        "abcdefghijklmnopqrstuvwxyz",
        "qwertyuiopasdfghjklzxcvbnm",
        "01234567890123456789",
        "qazwsxedcrfvtgbyhnujmikolp",
        "azertyuiopqsdfghjklmwxcvbn",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    ];
    let letters: Vec<char> = text.chars().collect();
    let different: std::collections::BTreeSet<_> = letters.iter().collect();
    let backwards: String = letters.iter().rev().collect();
    different.len() <= 2
        || (1..=letters.len() / 2).any(|n| {
            letters.len().is_multiple_of(n)
                && letters.chunks(n).all(|c| Some(c) == letters.get(..n))
                && n <= 4
        })
        || WALKS.iter().any(|walk| letters.len() >= 4 && (walk.contains(text) || walk.contains(&backwards)))
}

/// Words that head the lists of stolen passwords, Dutch and English, and the words of this place. With the digits and
/// signs around them that [`core`] takes away these are thousands of passwords.
const BEKEND: &[&str] = &[
    "admin",
    "administrator",
    "welkom",
    "welkomwelkom",
    "welcome",
    "wachtwoord",
    "wachtwoorden",
    "wachtwoordwachtwoord",
    "password",
    "passwort",
    "passwords",
    "passphrase",
    "passwordpassword",
    "geheim",
    "geheimpje",
    "geheimwachtwoord",
    "mijnwachtwoord",
    "ditismijnwachtwoord",
    "nieuwwachtwoord",
    "tijdelijk",
    "tijdelijkwachtwoord",
    "letmein",
    "changeme",
    "verandermij",
    "verander",
    "iloveyou",
    "ikhouvanjou",
    "ikhouvanjullie",
    "liefde",
    "schatje",
    "lieverd",
    "liefje",
    "qwerty",
    "qwertyqwerty",
    "azerty",
    "asdf",
    "asdfasdf",
    "zxcvbnm",
    "trustno",
    "trustnoi",
    "dragon",
    "monkey",
    "master",
    "sunshine",
    "princess",
    "prinses",
    "football",
    "voetbal",
    "baseball",
    "superman",
    "batman",
    "pokemon",
    "starwars",
    "whatever",
    "secret",
    "topsecret",
    "default",
    "standaard",
    "gebruiker",
    "user",
    "username",
    "login",
    "inloggen",
    "aanmelden",
    "toegang",
    "test",
    "testtest",
    "testen",
    "tester",
    "testaccount",
    "demo",
    "guest",
    "gast",
    "root",
    "computer",
    "internet",
    "telefoon",
    "windows",
    "microsoft",
    "office",
    "google",
    "facebook",
    "instagram",
    "samsung",
    "hallo",
    "hallohallo",
    "hello",
    "helloworld",
    "goedemorgen",
    "goedemiddag",
    "lente",
    "voorjaar",
    "zomer",
    "herfst",
    "najaar",
    "winter",
    "spring",
    "summer",
    "autumn",
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "june",
    "july",
    "august",
    "october",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "monday",
    "friday",
    "sunday",
    "vakantie",
    "weekend",
    "kerstmis",
    "sinterklaas",
    "pasen",
    "nederland",
    "holland",
    "amsterdam",
    "rotterdam",
    "denhaag",
    "utrecht",
    "eindhoven",
    "tilburg",
    "groningen",
    "breda",
    "breda",
    "oosterhout",
    "etten",
    "ettenleur",
    "roosendaal",
    "bergenopzoom",
    "drimmelen",
    "altena",
    "moerdijk",
    "zundert",
    "rucphen",
    "halderberge",
    "geertruidenberg",
    "baarle",
    "baarlenassau",
    "alphenchaam",
    "westbrabant",
    "brabant",
    "ajax",
    "feyenoord",
    "psv",
    "nacbreda",
    "nac",
    "gemeente",
    "gemeentehuis",
    "wijkteam",
    "jeugdzorg",
    "jeugdhulp",
    "jeugd",
    "jeugdwet",
    "leerloop",
    "gezin",
    "gezinnen",
    "kinderen",
    "zorg",
    "zorgaanbieder",
    "beheer",
    "beheerder",
    "kantoor",
    "collega",
    "werk",
    "thuis",
    "familie",
    "moeder",
    "mama",
    "papa",
    "vader",
    "hond",
    "poes",
    "paard",
    "konijn",
    "chocola",
    "chocolade",
    "koffie",
    "bloemen",
    "vlinder",
    "zonnetje",
    "zonneschijn",
    "regenboog",
    "sterretje",
    "engel",
    "duivel",
    "knuffel",
    "michael",
    "jennifer",
    "jessica",
    "charlie",
    "daniel",
    "thomas",
    "jordan",
    "ashley",
    "andrew",
    "joshua",
    "matthew",
    "sanne",
    "lisa",
    "kim",
    "kevin",
    "mark",
    "peter",
    "johan",
    "maria",
    "anna",
    "emma",
    "sophie",
    "julia",
    "daan",
    "sem",
    "lucas",
    "thijs",
    "noah",
    "mohammed",
    "fatima",
    "abc",
    "abcabc",
    "abcdef",
    "abcd",
    "qwer",
    "qwertyui",
    "qwertyuiop",
    "blabla",
    "blablabla",
    "lalala",
    "lalalala",
    "niets",
    "weetniet",
    "geenidee",
    "vergeten",
    "onbekend",
    "oneindig",
    "ilovejesus",
    "jesus",
    "godisliefde",
    "hottie",
    "loveme",
    "lovely",
    "flower",
    "cookie",
    "cheese",
    "kaas",
    "bier",
    "ferrari",
    "porsche",
    "mercedes",
    "harley",
    "yamaha",
    "killer",
    "hunter",
    "ranger",
    "shadow",
    "phoenix",
    "tigger",
    "ginger",
    "buster",
    "soccer",
    "hockey",
    "tennis",
    "zaqwsx",
    "qazwsx",
    "qazwsxedc",
    "zaqxsw",
    "bonjour",
    "azertyuiop",
];

#[cfg(test)]
mod tests {
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
}
