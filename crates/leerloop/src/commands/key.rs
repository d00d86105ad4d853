//! `leerloop register key` and `rotate-key`: a key in a file of its own, and another one in its place.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use register::{Kluissleutel, Register};

use crate::options::{KeyFile, RotateKey};
use crate::spraak::Spraak;
use crate::{GOOD, SystemKlok};

/// Makes a key in a file that does not exist yet.
pub(super) fn make(spraak: &Spraak, options: &KeyFile) -> Result<u8> {
    let name = options.file.display().to_string();
    Kluissleutel::generate()?.write(&options.file).with_context(|| name.clone())?;
    println!("{}", spraak.say("sleutel-gemaakt", &[("bestand", name.into())]));
    Ok(GOOD)
}

/// Seals everything anew with another key.
pub(super) fn rotate(spraak: &Spraak, options: &RotateKey) -> Result<u8> {
    let (key, old) = (read(&options.key)?, read(&options.old_key)?);
    let register = Register::open(&options.place.opslag(super::DATA), Arc::new(SystemKlok))?;
    register.unlock_with(&key, &[old])?;
    let count = register.rotate_key()?;
    println!("{}", spraak.say("sleutel-gewisseld", &[("n", count.into())]));
    Ok(GOOD)
}

/// Reads a key.
pub(super) fn read(file: &Path) -> Result<Kluissleutel> {
    Kluissleutel::read(file).with_context(|| file.display().to_string())
}
