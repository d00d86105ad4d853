//! The file of persons that can be looked up, and what is wrong with it in the words of who starts the program.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow};
use register::{Personenbestand, RegelFout, Register};

use crate::spraak::Spraak;

/// Ties a file of persons to the register. A fault in one line is a fault in the file: the line is named, never what stands in it.
pub(crate) fn tie(spraak: &Spraak, register: &Register, file: &Path) -> Result<()> {
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let people =
        Personenbestand::lees(&text).map_err(|fault| {
            let why = sentence(spraak, fault);
            anyhow!(spraak.say(
                "personen-fout",
                &[("bestand", file.display().to_string().into()), ("fout", why.into())]
            ))
        })?;
    println!("{}", spraak.say("personen-gelezen", &[("n", people.len().into())]));
    register.tie_persons(Arc::new(people));
    Ok(())
}

fn sentence(spraak: &Spraak, fault: RegelFout) -> String {
    match fault {
        RegelFout::Leeg => spraak.say("personen-leeg", &[]),
        RegelFout::Kolom(kolom) => spraak.say("personen-kolom", &[("kolom", kolom.into())]),
        RegelFout::OnbekendeKolom(n) => spraak.say("personen-onbekende-kolom", &[("n", n.into())]),
        RegelFout::Aantal { regel, gevonden, verwacht } => spraak.say(
            "personen-aantal",
            &[("regel", regel.into()), ("gevonden", gevonden.into()), ("verwacht", verwacht.into())],
        ),
        RegelFout::Waarde { regel, kolom, hoe } => spraak
            .say("personen-waarde", &[("regel", regel.into()), ("kolom", kolom.into()), ("hoe", hoe.into())]),
        RegelFout::Aanhaling(regel) => spraak.say("personen-aanhaling", &[("regel", regel.into())]),
        RegelFout::Dubbel(regel) => spraak.say("personen-dubbel", &[("regel", regel.into())]),
    }
}
