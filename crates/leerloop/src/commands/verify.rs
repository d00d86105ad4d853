//! `leerloop register verify`: is the journal as it was written?

use std::sync::Arc;

use anyhow::{Result, bail};
use register::{Keten, Opslag, Register};

use crate::options::Verify;
use crate::spraak::Spraak;
use crate::{GOOD, PARTLY, SystemKlok};

pub(crate) fn run(spraak: &Spraak, options: &Verify) -> Result<u8> {
    let opslag = options.place.opslag(super::DATA);
    if let Opslag::Map(folder) = &opslag
        && !folder.join("leerloop.db").exists()
    {
        bail!(spraak.say("geen-register", &[("map", folder.display().to_string().into())]));
    }
    let register = Register::open(&opslag, Arc::new(SystemKlok))?;
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
