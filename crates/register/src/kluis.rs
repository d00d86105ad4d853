//! The vault: small values that are unreadable at rest, such as the secrets of a second factor.
//!
//! XChaCha20-Poly1305. The nonce of 192 bits is drawn here and nowhere else, and no function takes one. What is sealed opens
//! only in the table, column and row for which it was sealed.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::Fout;
use crate::sleutel::Kluissleutel;

const NONCE: usize = 24;

/// Where a sealed value stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plaats<'a> {
    pub(crate) tabel: &'static str,
    pub(crate) kolom: &'static str,
    pub(crate) rij: &'a str,
}

impl Plaats<'_> {
    /// Each part with its length before it, so that no two places look alike.
    fn as_bytes(&self) -> Vec<u8> {
        [self.tabel, self.kolom, self.rij]
            .iter()
            .flat_map(|part| (part.len() as u64).to_be_bytes().into_iter().chain(part.bytes()))
            .collect()
    }
}

/// The vault, opened: with the key that seals, and those that still open what was sealed before.
pub(crate) struct Kluis {
    key: XChaCha20Poly1305,
    others: Vec<XChaCha20Poly1305>,
}

impl Kluis {
    pub(crate) fn new(key: &Kluissleutel, others: &[Kluissleutel]) -> Self {
        let cipher = |key: &Kluissleutel| XChaCha20Poly1305::new(&Key::from(*key.bytes()));
        Self { key: cipher(key), others: others.iter().map(cipher).collect() }
    }

    /// Seals a value for one place: nonce and ciphertext.
    pub(crate) fn seal(&self, place: Plaats<'_>, value: &[u8]) -> Result<Vec<u8>, Fout> {
        let nonce: [u8; NONCE] = random()?;
        let payload = Payload { msg: value, aad: &place.as_bytes() };
        let sealed = self.key.encrypt(&XNonce::from(nonce), payload).map_err(|_| Fout::Verzegeld)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what was sealed for this place.
    pub(crate) fn open(&self, place: Plaats<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Fout> {
        let keys = std::iter::once(&self.key).chain(&self.others);
        keys.map(|key| open_with(key, place, sealed)).find(Result::is_ok).unwrap_or(Err(Fout::Verzegeld))
    }

    /// The same value under the key that seals; nothing when it is already.
    pub(crate) fn reseal(&self, place: Plaats<'_>, sealed: &[u8]) -> Result<Option<Vec<u8>>, Fout> {
        if open_with(&self.key, place, sealed).is_ok() {
            return Ok(None);
        }
        self.seal(place, &self.open(place, sealed)?).map(Some)
    }
}

fn open_with(key: &XChaCha20Poly1305, place: Plaats<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Fout> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or(Fout::Verzegeld)?;
    let payload = Payload { msg: sealed, aad: &place.as_bytes() };
    key.decrypt(&XNonce::from(*nonce), payload).map(Zeroizing::new).map_err(|_| Fout::Verzegeld)
}

/// Always of the operating system: a seed that can be repeated is no secret.
fn random<const N: usize>() -> Result<[u8; N], Fout> {
    let mut out = [0; N];
    getrandom::fill(&mut out).map_err(|e| Fout::Lezen(std::io::Error::other(e.to_string())))?;
    Ok(out)
}

pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(16)?.try_into().ok()).collect();
    let (pairs, rest) = digits.as_ref()?.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn vault() -> Kluis {
        Kluis::new(&Kluissleutel::generate().unwrap(), &[])
    }

    const PLACES: [Plaats<'static>; 6] = [
        Plaats { tabel: "totp", kolom: "geheim", rij: "samira" },
        Plaats { tabel: "totp", kolom: "geheim", rij: "fatma" },
        Plaats { tabel: "totp", kolom: "stap", rij: "samira" },
        Plaats { tabel: "uitnodiging", kolom: "geheim", rij: "samira" },
        // The same letters, cut elsewhere.
        Plaats { tabel: "totp", kolom: "geheimsam", rij: "ira" },
        Plaats { tabel: "totpgeheim", kolom: "", rij: "samira" },
    ];

    #[test]
    fn opens_only_where_it_was_sealed() {
        let vault = vault();
        let sealed: Vec<_> = PLACES.iter().map(|place| vault.seal(*place, b"een geheim").unwrap()).collect();
        let (mut opened, mut refused) = (0, 0);
        for (n, value) in sealed.iter().enumerate() {
            for (m, place) in PLACES.iter().enumerate() {
                match vault.open(*place, value) {
                    Ok(plain) => {
                        assert_eq!((n, plain.as_slice()), (m, b"een geheim".as_slice()));
                        opened += 1;
                    }
                    Err(_) => refused += 1,
                }
            }
        }
        assert_eq!((opened, refused), (6, 30));
        let mut flipped = 0;
        for (at, bit) in (0..sealed[0].len()).flat_map(|at| (0..8).map(move |bit| (at, bit))) {
            let mut broken = sealed[0].clone();
            broken[at] ^= 1 << bit;
            assert!(vault.open(PLACES[0], &broken).is_err(), "byte {at}, bit {bit}");
            flipped += 1;
        }
        for length in 0..sealed[0].len() {
            assert!(vault.open(PLACES[0], &sealed[0][..length]).is_err(), "cut at {length}");
        }
        println!("{refused} swaps and {flipped} flipped bits: all refused");
        assert!(super::tests::vault().open(PLACES[0], &sealed[0]).is_err(), "another key");
    }

    #[test]
    fn another_key_takes_over() {
        let (old, new) = (Kluissleutel::generate().unwrap(), Kluissleutel::generate().unwrap());
        let sealed = Kluis::new(&old, &[]).seal(PLACES[0], b"een geheim").unwrap();
        let both = Kluis::new(&new, std::slice::from_ref(&old));
        assert_eq!(both.open(PLACES[0], &sealed).unwrap().as_slice(), b"een geheim");
        assert!(both.open(PLACES[1], &sealed).is_err() && both.reseal(PLACES[1], &sealed).is_err());
        let renewed = both.reseal(PLACES[0], &sealed).unwrap().unwrap();
        assert!(both.reseal(PLACES[0], &renewed).unwrap().is_none(), "it is under the new key already");
        assert_eq!(Kluis::new(&new, &[]).open(PLACES[0], &renewed).unwrap().as_slice(), b"een geheim");
        assert!(Kluis::new(&old, &[]).open(PLACES[0], &renewed).is_err());
    }

    /// 1,000,000 with `LEERLOOP_SEALS`; 100,000 in every run.
    #[test]
    fn never_twice_the_same() {
        let times = std::env::var("LEERLOOP_SEALS").map_or(100_000, |n| n.parse().unwrap());
        let vault = vault();
        let mut seen = HashSet::with_capacity(times);
        let mut nonces = HashSet::with_capacity(times);
        for _ in 0..times {
            let sealed = vault.seal(PLACES[0], b"x").unwrap();
            nonces.insert(<[u8; NONCE]>::try_from(&sealed[..NONCE]).unwrap());
            seen.insert(sealed);
        }
        println!("one text sealed {times} times: {} different, {} nonces", seen.len(), nonces.len());
        assert_eq!((seen.len(), nonces.len()), (times, times));
    }

    /// One place that makes nonces, and no function that takes one.
    #[test]
    fn nonces_are_made_in_one_place() {
        let source = include_str!("kluis.rs").split("#[cfg(test)]").next().unwrap();
        assert_eq!(source.matches("random()?;").count(), 1);
        assert_eq!(source.matches(".encrypt(").count(), 1);
        assert!(!source.lines().any(|line| line.contains("fn ") && line.to_lowercase().contains("nonce")));
        let mut others = 0;
        for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap() {
            let path = file.unwrap().path();
            if path.is_file() && !path.ends_with("kluis.rs") {
                assert!(!std::fs::read_to_string(&path).unwrap().contains("chacha20"), "{}", path.display());
                others += 1;
            }
        }
        assert!(others > 10);
    }
}
