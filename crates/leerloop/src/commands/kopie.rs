//! `leerloop register backup|restore`: encrypted backups.

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context as _, Result};
use register::{Kluissleutel, Kopieverslag, check_backup, read_keys_of_destroyed};

use crate::options::{Backup, Restore};
use crate::spraak::Spraak;
use crate::{GOOD, SystemKlok};

/// What people undid or decided since the backup, and nobody but they can do again.
const NAKIJKEN: [&str; 7] = [
    "kopie-nakijken-accounts",
    "kopie-nakijken-wachtwoorden",
    "kopie-nakijken-betrokken",
    "kopie-nakijken-gezag",
    "kopie-nakijken-keuzes",
    "kopie-nakijken-bewaren",
    "kopie-nakijken-berichten",
];

pub(super) fn backup(spraak: &Spraak, options: &Backup) -> Result<u8> {
    let sleutel = Kluissleutel::read(&options.key).with_context(|| options.key.display().to_string())?;
    let register = super::open_existing(spraak, &options.place)?;
    let begun = Instant::now();
    let name = options.to.display().to_string();
    let report = register.backup(&options.to, &sleutel).with_context(|| name.clone())?;
    let written = std::fs::metadata(&options.to)?.len();
    println!(
        "{}",
        spraak.say(
            "kopie-gemaakt",
            &[
                ("bestand", name.into()),
                ("tabellen", report.tabellen.len().into()),
                ("rijen", report.rijen().into()),
                ("bytes", written.into()),
                ("seconden", format!("{:.1}", begun.elapsed().as_secs_f64()).into()),
            ]
        )
    );
    Ok(GOOD)
}

pub(super) fn restore(spraak: &Spraak, options: &Restore) -> Result<u8> {
    let sleutel = Kluissleutel::read(&options.key).with_context(|| options.key.display().to_string())?;
    let begun = Instant::now();
    let say = |key: &str, report: &Kopieverslag, again: u64| {
        spraak.say(
            key,
            &[
                ("wanneer", report.gemaakt.to_string().into()),
                ("tabellen", report.tabellen.len().into()),
                ("rijen", report.rijen().into()),
                ("opnieuw", again.into()),
                ("seconden", format!("{:.1}", begun.elapsed().as_secs_f64()).into()),
            ],
        )
    };
    if options.check {
        let report = check_backup(&options.from, &sleutel)?;
        println!("{}", say("kopie-heel", &report, 0));
        return Ok(GOOD);
    }
    let destroyed = match &options.destroyed {
        Some(list) => {
            let text = std::fs::read_to_string(list).with_context(|| list.display().to_string())?;
            read_keys_of_destroyed(&text)?
        }
        None => Vec::new(),
    };
    let opslag = options.place.opslag(super::DATA);
    let (report, register, cleared) =
        register::restore(&options.from, &sleutel, &opslag, Arc::new(SystemKlok), &destroyed)?;
    for (name, rows) in register.counts()? {
        println!("  {name}: {rows}");
    }
    println!("{}", say("kopie-teruggezet", &report, cleared.vernietigd));
    let taken = [
        ("sessies", cleared.sessies.into()),
        ("uitnodigingen", cleared.uitnodigingen.into()),
        ("herstelcodes", cleared.herstelcodes.into()),
    ];
    println!("{}", spraak.say("kopie-ingetrokken", &taken));
    println!("{}", say("kopie-nakijken", &report, 0));
    for key in NAKIJKEN {
        println!("  - {}", spraak.say(key, &[]));
    }
    Ok(GOOD)
}
