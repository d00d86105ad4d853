//! `leerloop account link`: which account someone is who signs in at a provider.

use std::sync::Arc;

use anyhow::{Result, bail};
use register::{Koppeling, Opslag, Register};

use crate::options::AccountLink;
use crate::spraak::Spraak;
use crate::{FAILED, GOOD, SystemKlok};

pub(crate) fn run(spraak: &Spraak, options: &AccountLink) -> Result<u8> {
    let opslag = options.place.opslag(super::DATA);
    if let Opslag::Map(folder) = &opslag
        && !folder.join("leerloop.db").exists()
    {
        bail!(spraak.say("geen-register", &[("map", folder.display().to_string().into())]));
    }
    let register = Register::open(&opslag, Arc::new(SystemKlok))?;
    let done = register.link_subject(&options.account, &options.issuer, &options.subject)?;
    let (key, code) = match done {
        Koppeling::Gedaan => ("koppeling-gedaan", GOOD),
        Koppeling::WasAl => ("koppeling-was-al", GOOD),
        Koppeling::GeenAccount => ("koppeling-geen-account", FAILED),
        Koppeling::Inwoner => ("koppeling-inwoner", FAILED),
        Koppeling::AnderAccount => ("koppeling-ander-account", FAILED),
    };
    let said = spraak.say(key, &[("account", options.account.as_str().into())]);
    if code == GOOD {
        println!("{said}");
    } else {
        eprintln!("{said}");
    }
    Ok(code)
}
