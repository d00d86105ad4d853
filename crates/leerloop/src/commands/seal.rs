//! `leerloop register seal` and what goes with it: the key, the seals, and dropping what is past its term.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use register::{BEWAARJAREN, Sleutel, Zegel};
use stelsel::Klok as _;

use super::open_existing;
use crate::options::{Seal, SealKey, Trim};
use crate::spraak::Spraak;
use crate::{GOOD, SystemKlok};

/// Makes a key. A file that is there already stays as it is.
pub(crate) fn key(spraak: &Spraak, options: &SealKey) -> Result<u8> {
    let key = Sleutel::generate()?;
    write_new(&options.file, &key.secret(), 0o600)?;
    let public = public_file(&options.file);
    write_new(&public, &key.public(), 0o644)?;
    let values = [
        ("geheim", options.file.display().to_string().into()),
        ("openbaar", public.display().to_string().into()),
    ];
    println!("{}", spraak.say("zegel-sleutel", &values));
    Ok(GOOD)
}

fn public_file(secret: &Path) -> PathBuf {
    let mut name = secret.as_os_str().to_owned();
    name.push(".pub");
    name.into()
}

fn write_new(file: &Path, text: &str, mode: u32) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    #[cfg(not(unix))]
    let _ = mode;
    let mut new = options.open(file).with_context(|| file.display().to_string())?;
    writeln!(new, "{text}")?;
    Ok(new.sync_all()?)
}

/// Seals what is closed, and adds to the file elsewhere what is not in it yet.
pub(crate) fn seal(spraak: &Spraak, options: &Seal) -> Result<u8> {
    let values = [("bestand", options.key.display().to_string().into())];
    let key = Sleutel::parse(&read(&options.key)?)
        .ok_or_else(|| anyhow!(spraak.say("zegel-geen-sleutel", &values)))?;
    let register = open_existing(spraak, &options.place)?;
    let all = register.seal_journal(key)?;
    let mut added = 0_usize;
    if let Some(file) = &options.to {
        let known = if file.exists() { read_seals(spraak, file)? } else { Vec::new() };
        let new: Vec<&Zegel> = all.iter().filter(|zegel| !known.contains(zegel)).collect();
        let mut out = OpenOptions::new()
            .create(true)
            .append(true)
            .open(file)
            .with_context(|| file.display().to_string())?;
        let lines: String = new.iter().map(|zegel| zegel.line() + "\n").collect();
        out.write_all(lines.as_bytes())?;
        out.sync_all()?;
        added = new.len();
    }
    println!("{}", spraak.say("zegels-gezet", &[("aantal", all.len().into()), ("erbij", added.into())]));
    Ok(GOOD)
}

/// Drops what is past its term.
pub(crate) fn trim(spraak: &Spraak, options: &Trim) -> Result<u8> {
    let register = open_existing(spraak, &options.place)?;
    let before = SystemKlok.today().saturating_sub(jiff::Span::new().years(BEWAARJAREN));
    let gone = register.drop_journal_before(before)?;
    let values = [("regels", gone.into()), ("dag", before.to_string().into())];
    println!("{}", spraak.say("journaal-ingekort", &values));
    Ok(GOOD)
}

/// The seals in a file, one a line.
pub(super) fn read_seals(spraak: &Spraak, file: &Path) -> Result<Vec<Zegel>> {
    let text = read(file)?;
    let mut seals = Vec::new();
    for (line, nr) in text.lines().zip(1_usize..).filter(|(line, _)| !line.trim().is_empty()) {
        let Some(zegel) = Zegel::parse(line) else {
            let values = [("bestand", file.display().to_string().into()), ("regel", nr.into())];
            bail!(spraak.say("zegel-onleesbaar", &values));
        };
        seals.push(zegel);
    }
    Ok(seals)
}

/// A small text file.
pub(super) fn read(file: &Path) -> Result<String> {
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    Ok(text.trim().to_owned())
}
