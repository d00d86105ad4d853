//! `leerloop import`: messages from outside, through the same door as all others.

use std::sync::Arc;

use anyhow::Result;
use register::beeld::Bezwaar;
use register::{Register, Uitkomst, Uitpakker, Wijze};

use crate::batches::{Portie, store_all};
use crate::options::Import;
use crate::spraak::Spraak;
use crate::voortgang::Voortgang;
use crate::{GOOD, PARTLY, SystemKlok};

/// Files of which the objections are printed in full; the pages show all.
const SHOWN: usize = 20;
/// Objections printed per file.
const SHOWN_PER_FILE: usize = 3;

/// What became of everything.
#[derive(Default)]
struct Samenvatting {
    taken: u64,
    /// Kept, but against the rules of the standard: what they say does not count.
    rejected: u64,
    known: u64,
    refused: u64,
    refused_before: u64,
    shown: Vec<(String, Vec<Bezwaar>)>,
}

impl Samenvatting {
    fn add(&mut self, name: String, outcome: Uitkomst) {
        match outcome {
            Uitkomst::Opgenomen(_) => self.taken += 1,
            Uitkomst::Afgekeurd(_) => self.rejected += 1,
            Uitkomst::AlBekend => self.known += 1,
            Uitkomst::AlInQuarantaine => self.refused_before += 1,
            Uitkomst::Quarantaine(_, objections) => {
                self.refused += 1;
                if self.shown.len() < SHOWN {
                    self.shown.push((name, objections));
                }
            }
        }
    }
}

pub(crate) fn run(spraak: &Spraak, options: &Import) -> Result<u8> {
    let register = Register::open(&options.place.opslag(super::DATA), Arc::new(SystemKlok))?;
    let pieces = Uitpakker::new(options.paths.clone(), Arc::new(SystemKlok));
    let mut summary = Samenvatting::default();
    {
        let progress = Voortgang::start(&spraak.say("import-bezig", &[]), 0);
        let portie = options.batch.map_or(Portie::IMPORT, |pieces| Portie::IMPORT.of_pieces(pieces));
        store_all(&register, Wijze::Archief, portie, pieces, |name, outcome| {
            summary.add(name, outcome);
            progress.advance(1);
        })?;
    }
    print(spraak, &summary);
    Ok(if summary.refused + summary.refused_before > 0 { PARTLY } else { GOOD })
}

fn print(spraak: &Spraak, summary: &Samenvatting) {
    for (name, objections) in &summary.shown {
        println!("{}", spraak.say("import-geweigerd", &[("bestand", name.into())]));
        for objection in objections.iter().take(SHOWN_PER_FILE) {
            let (wrong, advice) = spraak.objection(&objection.code, &objection.waarden);
            let place = match (objection.regel, &objection.pad) {
                (Some(line), Some(path)) => {
                    spraak.say("import-plaats", &[("regel", line.into()), ("pad", path.into())])
                }
                _ => spraak.say("import-heel-bestand", &[]),
            };
            println!("  {place}: {wrong} {advice}");
        }
        if objections.len() > SHOWN_PER_FILE {
            println!(
                "  {}",
                spraak.say("import-meer", &[("aantal", (objections.len() - SHOWN_PER_FILE).into())])
            );
        }
    }
    println!("{}", spraak.say("import-opgenomen", &[("aantal", summary.taken.into())]));
    if summary.rejected > 0 {
        println!("{}", spraak.say("import-afgekeurd", &[("aantal", summary.rejected.into())]));
    }
    println!("{}", spraak.say("import-bekend", &[("aantal", summary.known.into())]));
    let refused = summary.refused + summary.refused_before;
    println!(
        "{}",
        spraak.say("import-quarantaine", &[("aantal", refused.into()), ("nieuw", summary.refused.into())])
    );
}
