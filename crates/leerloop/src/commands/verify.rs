//! `leerloop register verify`: is the journal as it was written?

use anyhow::Result;
use jiff::civil::Date;
use register::{Keten, Maatstaf};

use super::seal;
use crate::options::Verify;
use crate::spraak::Spraak;
use crate::{GOOD, PARTLY};

fn day_of(number: i64) -> Date {
    Date::constant(1970, 1, 1).saturating_add(jiff::Span::new().days(number))
}

pub(crate) fn run(spraak: &Spraak, options: &Verify) -> Result<u8> {
    let register = super::open_existing(spraak, &options.place)?;
    let ankers = options.anchor.as_deref().map(|file| seal::read_seals(spraak, file)).transpose()?;
    let sleutel = options.key.as_deref().map(seal::read).transpose()?;
    let maatstaf = Maatstaf { ankers: ankers.unwrap_or_default(), sleutel };
    match register.verify_journal_by(maatstaf)? {
        Keten::Heel { regels, einde } => {
            println!("{}", spraak.say("keten-heel", &[("regels", regels.into()), ("einde", einde.into())]));
            Ok(GOOD)
        }
        Keten::Zegel { dag } => {
            println!("{}", spraak.say("zegel-past-niet", &[("dag", day_of(dag).to_string().into())]));
            Ok(PARTLY)
        }
        Keten::Gebroken { dag, nr } => {
            let dag = day_of(dag);
            println!(
                "{}",
                spraak.say("keten-gebroken", &[("dag", dag.to_string().into()), ("nr", nr.into())])
            );
            Ok(PARTLY)
        }
    }
}
