//! `leerloop register shielded list|give`: shielded families that nobody can open any more.

use anyhow::{Result, bail};
use register::Fout;
use stelsel::{Gezin, Id};

use super::{at_the_machine, open_existing};
use crate::GOOD;
use crate::options::{ShieldedGive, ShieldedList};
use crate::spraak::Spraak;

pub(super) fn list(spraak: &Spraak, options: &ShieldedList) -> Result<u8> {
    let alone = open_existing(spraak, &options.place)?.shielded_alone()?;
    for gezin in &alone {
        println!("{gezin}");
    }
    eprintln!("{}", spraak.say("scherm-lijst", &[("n", alone.len().into())]));
    Ok(GOOD)
}

pub(super) fn give(spraak: &Spraak, options: &ShieldedGive) -> Result<u8> {
    let register = open_existing(spraak, &options.place)?;
    let values = [("gezin", options.family.as_str().into()), ("account", options.account.as_str().into())];
    let alone = register.shielded_alone()?;
    let Some(gezin) = Id::<Gezin>::parse(&options.family).ok().filter(|gezin| alone.contains(gezin)) else {
        bail!(spraak.say("scherm-onbekend", &values));
    };
    match register.give_shielded(&at_the_machine(&options.by), gezin, &options.account) {
        Err(Fout::Zinloos(_)) => bail!(spraak.say("scherm-account", &values)),
        outcome => outcome?,
    }
    println!("{}", spraak.say("scherm-gegeven", &values));
    Ok(GOOD)
}
