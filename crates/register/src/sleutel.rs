//! A key of 32 random bytes in a file that only its owner reads: for the vault, or for backups.

use std::fmt;
use std::io::Write as _;
use std::path::Path;

use zeroize::Zeroizing;

use crate::Fout;
use crate::register::hex;

/// The first word of a key file, so that another file is not taken for one.
const WORD: &str = "leerloop-sleutel-1";

/// A key. Wiped from memory when it is dropped; never printed.
#[derive(Clone)]
pub struct Kluissleutel(Zeroizing<[u8; 32]>);

impl fmt::Debug for Kluissleutel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kluissleutel(…)")
    }
}

impl Kluissleutel {
    /// Makes a key of randomness of the operating system.
    pub fn generate() -> Result<Self, Fout> {
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::fill(bytes.as_mut()).map_err(|e| Fout::Lezen(std::io::Error::other(e.to_string())))?;
        Ok(Self(bytes))
    }

    /// Reads a key file.
    pub fn read(path: &Path) -> Result<Self, Fout> {
        const WRONG: Fout = Fout::Sleutelbestand;
        let text = Zeroizing::new(std::fs::read_to_string(path)?);
        let digits = text.trim().strip_prefix(WORD).map(str::trim).filter(|d| d.len() == 64 && d.is_ascii());
        let digits = digits.ok_or(WRONG)?;
        let mut bytes = Zeroizing::new([0; 32]);
        for (place, byte) in bytes.iter_mut().enumerate() {
            let pair = digits.get(place * 2..place * 2 + 2).ok_or(WRONG)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| WRONG)?;
        }
        Ok(Self(bytes))
    }

    /// Writes the key to a new file that only its owner may read; an existing file is left alone and refused.
    pub fn write(&self, path: &Path) -> Result<(), Fout> {
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        let text = Zeroizing::new(format!("{WORD} {}\n", hex(self.0.as_ref())));
        file.write_all(text.as_bytes())?;
        Ok(file.sync_all()?)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}
