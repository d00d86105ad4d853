//! Passwords: how they are kept, and which are refused.

mod bekend;
#[cfg(test)]
mod tests;

use std::sync::{Mutex, PoisonError};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::Fout;
use bekend::BEKEND;

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
