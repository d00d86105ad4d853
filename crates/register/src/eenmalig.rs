//! Codes that are good for once: of an app (TOTP), of a list to keep, of an invitation.

use sha2::{Digest, Sha256};
use totp_rs::{Algorithm, Builder, Totp};
use zeroize::Zeroizing;

use crate::Fout;

/// Letters and digits of which no two look alike (Crockford).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Seconds that a code of an app is good for, before and after which the next and the one before are taken too.
const STAP: u64 = 30;

/// The secret that an app and we share.
#[derive(Clone)]
pub struct Geheim(Zeroizing<Vec<u8>>);

impl std::fmt::Debug for Geheim {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Geheim(..)")
    }
}

impl Geheim {
    pub(crate) fn generate() -> Result<Self, Fout> {
        Ok(Self(Zeroizing::new(random::<20>()?.to_vec())))
    }

    pub(crate) const fn from_bytes(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(bytes)
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// SHA-1, six digits, 30 seconds: what every app takes.
    fn totp(&self) -> Result<Totp, Fout> {
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(6)
            .with_skew(1)
            .with_step_duration(STAP)
            .with_secret(self.0.to_vec())
            .build()
            .map_err(|_| Fout::Tegenstrijdig("the secret of a second factor cannot be used"))
    }

    /// The time step of a code that is good at this second: of now, the one before or the next.
    pub(crate) fn step_of(&self, code: &str, second: i64) -> Result<Option<i64>, Fout> {
        let second = u64::try_from(second).unwrap_or_default();
        let step = self.totp()?.check(code, second);
        Ok(step.and_then(|step| i64::try_from(step).ok()))
    }

    /// The code of an app at this second: what the person would type in.
    pub fn code_at(&self, second: i64) -> Result<String, Fout> {
        Ok(self.totp()?.generate(u64::try_from(second).unwrap_or_default()).to_string())
    }

    /// To type into an app by hand: letters and digits in groups of four.
    pub fn text(&self) -> String {
        let text = totp_rs::Secret::from(self.0.to_vec()).to_base32();
        groups(text.trim_end_matches('='), ' ')
    }

    /// What the square picture says.
    pub fn address(&self, account: &str) -> String {
        let name: String = account
            .bytes()
            .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
            .collect();
        format!("otpauth://totp/Leerloop:{name}?secret={}&issuer=Leerloop", self.text().replace(' ', ""))
    }
}

/// A code of `N` letters of five bits each, in groups of four.
pub(crate) fn new_code<const N: usize>() -> Result<String, Fout> {
    let text: String = random::<N>()?
        .iter()
        .filter_map(|byte| LETTERS.get(usize::from(byte & 31)))
        .map(|letter| char::from(*letter))
        .collect();
    Ok(groups(&text, '-'))
}

/// The hash under which a code is kept; it has so many bits of chance that nothing slower is needed. What people confuse
/// when they read is the same.
pub(crate) fn code_hash(kind: &str, account: &str, code: &str) -> [u8; 32] {
    let plain: String = code
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    let mut hash = Sha256::new();
    for part in [kind, account, &plain] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().into()
}

/// The digits of a code of an app; `None` when it is something else.
pub(crate) fn digits(code: &str) -> Option<String> {
    let bare: String = code.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    (bare.len() == 6 && bare.bytes().all(|b| b.is_ascii_digit())).then_some(bare)
}

fn groups(text: &str, between: char) -> String {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    for (n, letter) in text.chars().enumerate() {
        if n > 0 && n.is_multiple_of(4) {
            out.push(between);
        }
        out.push(letter);
    }
    out
}

/// Always of the operating system, also in a demo: a code that can be guessed is none.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Fout> {
    let mut out = [0; N];
    getrandom::fill(&mut out).map_err(|e| Fout::Lezen(std::io::Error::other(e.to_string())))?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, SHA-1, the last six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = Geheim(Zeroizing::new(b"12345678901234567890".to_vec()));
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(secret.code_at(second).unwrap(), code);
            assert_eq!(secret.step_of(code, second).unwrap(), Some(second / 30));
        }
        assert_eq!(secret.text(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        let address = secret.address("a.b c@d");
        assert_eq!(
            address,
            "otpauth://totp/Leerloop:a%2Eb%20c%40d?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Leerloop"
        );
    }

    #[test]
    fn one_step_before_and_after_and_no_more() {
        let secret = Geheim::generate().unwrap();
        let now = 1_800_000_000;
        let taken = |then: i64| secret.step_of(&secret.code_at(then).unwrap(), now).unwrap();
        for (n, steps) in [(-1, 1), (0, 1), (1, 1)] {
            assert_eq!(taken(now + n * 30), Some(now / 30 + n * steps));
        }
        assert_eq!((taken(now - 60), taken(now + 60)), (None, None));
    }

    #[test]
    fn what_looks_alike_is_the_same() {
        let code = new_code::<20>().unwrap();
        assert_eq!((code.len(), code.matches('-').count()), (24, 4));
        assert_ne!(code, new_code::<20>().unwrap());
        let hash = |text: &str| code_hash("herstel", "samira", text);
        assert_eq!(hash("0011-ABCD"), hash("ooil abcd"));
        assert_ne!(hash("0011-ABCD"), hash("0011-ABCE"));
        assert_ne!(code_hash("herstel", "fatma", &code), hash(&code));
        assert_ne!(code_hash("uitnodiging", "samira", &code), hash(&code));
        assert_eq!(digits(" 123 456 "), Some("123456".to_owned()));
        assert_eq!((digits("12345"), digits("1234567"), digits("12345a")), (None, None, None));
    }
}
