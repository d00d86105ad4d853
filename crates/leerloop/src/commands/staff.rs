//! `leerloop register staff`: where someone of the staff lives, and whether families see their name.

use anyhow::{Result, bail};

use super::open_existing;
use crate::GOOD;
use crate::options::Staff;
use crate::spraak::Spraak;

pub(crate) fn run(spraak: &Spraak, options: &Staff) -> Result<u8> {
    let register = open_existing(spraak, &options.place)?;
    let values = [("account", options.account.as_str().into())];
    if !register.note_staff(&options.account, options.postcode.as_deref(), options.shielded)? {
        bail!(spraak.say("account-onbekend", &values));
    }
    println!("{}", spraak.say("account-genoteerd", &values));
    Ok(GOOD)
}
