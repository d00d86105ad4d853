//! `leerloop register key`: the key of the vault, in a file.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use register::Kluissleutel;

use crate::GOOD;
use crate::options::KeyFile;
use crate::spraak::Spraak;

/// Makes a key in a file that does not exist yet.
pub(crate) fn make(spraak: &Spraak, options: &KeyFile) -> Result<u8> {
    let key = Kluissleutel::generate()?;
    let mut open = OpenOptions::new();
    open.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
    let name = options.file.display().to_string();
    let mut file = open.open(&options.file).with_context(|| name.clone())?;
    writeln!(file, "{}", key.to_text().as_str())?;
    file.sync_all()?;
    println!("{}", spraak.say("sleutel-gemaakt", &[("bestand", name.into())]));
    Ok(GOOD)
}

/// Reads a key.
pub(crate) fn read(spraak: &Spraak, file: &Path) -> Result<Kluissleutel> {
    let name = || file.display().to_string();
    let text = std::fs::read_to_string(file).with_context(name)?;
    Kluissleutel::parse(&text)
        .ok_or_else(|| anyhow!(spraak.say("sleutel-onleesbaar", &[("bestand", name().into())])))
}
