//! One command, one file.

pub(crate) mod account;
pub(crate) mod account_link;
pub(crate) mod bevolking;
mod bewaren;
pub(crate) mod check;
pub(crate) mod demo;
mod demo_brieven;
mod demo_deur;
mod demo_gesprek;
mod demo_plan;
mod gemeenten;
pub(crate) mod import;
pub(crate) mod informatie;
mod key;
mod kopie;
mod logbook;
pub(crate) mod region;
mod scherm;
mod seal;
pub(crate) mod serve;
pub(crate) mod simulatie;
pub(crate) mod simulatie_ijking;
pub(crate) mod simulatie_run;
pub(crate) mod simulatie_screen;
pub(crate) mod simulatie_search;
mod simulatie_tabel;
mod staff;
pub(crate) mod verify;

use std::sync::Arc;

use anyhow::{Result, bail};
use register::{Opslag, Register};
use stelsel::{Identiteit, Rol};

use crate::options::{LogbookCommand, RegisterCommand as R, RetentionCommand, ShieldedCommand, Where};
use crate::spraak::Spraak;
use crate::{GOOD, SystemKlok};

/// Folder of the data when nothing is named.
const DATA: &str = "leerloop-data";

/// The commands that look after the register itself.
pub(crate) fn register(spraak: &Spraak, command: &R) -> Result<u8> {
    match command {
        R::Verify(options) => verify::run(spraak, options),
        R::Key(options) => key::make(spraak, options),
        R::RotateKey(options) => key::rotate(spraak, options),
        R::SealKey(options) => seal::key(spraak, options),
        R::Seal(options) => seal::seal(spraak, options),
        R::TrimJournal(options) => seal::trim(spraak, options),
        R::Staff(options) => staff::run(spraak, options),
        R::Shielded(ShieldedCommand::List(options)) => scherm::list(spraak, options),
        R::Shielded(ShieldedCommand::Give(options)) => scherm::give(spraak, options),
        R::Logbook(LogbookCommand::Export(options)) => logbook::export(spraak, options),
        R::Logbook(LogbookCommand::Activities) => {
            logbook::activities();
            Ok(GOOD)
        }
        R::Backup(options) => kopie::backup(spraak, options),
        R::Restore(options) => kopie::restore(spraak, options),
        R::Retention(RetentionCommand::List(options)) => bewaren::list(spraak, options),
        R::Retention(RetentionCommand::Destroy(options)) => bewaren::destroy(spraak, options),
        R::Retention(RetentionCommand::Destroyed(options)) => bewaren::destroyed(spraak, options),
        R::PersonExport(options) => bewaren::person(spraak, options),
    }
}

/// Someone at the machine itself, by the name that they give.
fn at_the_machine(by: &str) -> Identiteit {
    Identiteit::new(format!("opdrachtregel:{by}"), by, Rol::Beheer)
}

/// Opens a register that has to be there already.
fn open_existing(spraak: &Spraak, place: &Where) -> Result<Register> {
    let opslag = place.opslag(DATA);
    if let Opslag::Map(folder) = &opslag
        && !folder.join("leerloop.db").exists()
    {
        bail!(spraak.say("geen-register", &[("map", folder.display().to_string().into())]));
    }
    Ok(Register::open(&opslag, Arc::new(SystemKlok))?)
}
