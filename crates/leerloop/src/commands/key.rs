//! `leerloop register key`: a key in a file of its own.

use std::path::Path;

use anyhow::{Context, Result};
use register::Kluissleutel;

use crate::GOOD;
use crate::options::KeyFile;
use crate::spraak::Spraak;

/// Makes a key in a file that does not exist yet.
pub(super) fn make(spraak: &Spraak, options: &KeyFile) -> Result<u8> {
    let name = options.file.display().to_string();
    Kluissleutel::generate()?.write(&options.file).with_context(|| name.clone())?;
    println!("{}", spraak.say("sleutel-gemaakt", &[("bestand", name.into())]));
    Ok(GOOD)
}

/// Reads a key.
pub(super) fn read(file: &Path) -> Result<Kluissleutel> {
    Kluissleutel::read(file).with_context(|| file.display().to_string())
}
