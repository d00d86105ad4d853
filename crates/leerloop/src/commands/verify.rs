//! `leerloop register verify`: is the journal as it was written?

use anyhow::Result;
use register::Keten;

use crate::options::Verify;
use crate::spraak::Spraak;
use crate::{GOOD, PARTLY};

pub(crate) fn run(spraak: &Spraak, options: &Verify) -> Result<u8> {
    let register = super::open_existing(spraak, &options.place)?;
    match register.verify_journal()? {
        Keten::Heel { regels, einde } => {
            println!("{}", spraak.say("keten-heel", &[("regels", regels.into()), ("einde", einde.into())]));
            Ok(GOOD)
        }
        Keten::Gebroken { dag, nr } => {
            let dag = jiff::civil::Date::constant(1970, 1, 1).saturating_add(jiff::Span::new().days(dag));
            println!(
                "{}",
                spraak.say("keten-gebroken", &[("dag", dag.to_string().into()), ("nr", nr.into())])
            );
            Ok(PARTLY)
        }
    }
}
