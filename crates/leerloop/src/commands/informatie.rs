//! `leerloop informatie`: from the register to a snapshot, and what is in one.

mod plank;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Result, bail};
use informatie::snapshot::{Geschreven, Herkomst, Row, Snapshot, SnapshotFout, SnapshotWriter, newest};
use informatie::{Deur, Regel, Zout};
use jiff::civil::Date;
use register::beeld::{EpisodeRij, Peiling};
use register::{Opslag, Register};
use stelsel::Klok as _;

use self::plank::Plank;
use crate::GOOD;
use crate::options::{InformatieBuild, InformatieShow};
use crate::spraak::Spraak;

/// Where snapshots are when nothing is named: in the folder of the data.
const FOLDER: &str = "informatie";
/// The same, where the data are in PostgreSQL.
const FOLDER_APART: &str = "leerloop-informatie";
/// Snapshots that are kept unless asked otherwise.
const KEEP: usize = 12;

/// The law under which all messages of iJw are allocated.
const WET: &str = "jeugdwet";

/// The folder for snapshots of a register.
pub(super) fn folder_of(opslag: &Opslag) -> PathBuf {
    match opslag {
        Opslag::Map(folder) => folder.join(FOLDER),
        Opslag::Postgres(_) => PathBuf::from(FOLDER_APART),
    }
}

/// What the pages show figures from: the newest snapshot of a register, through the door with its secret.
pub(super) fn figures(register: &Register, opslag: &Opslag) -> Result<web::Cijfers> {
    let deur = Deur::new(Zout::new(register.figures_secret()?), Regel::default());
    Ok(web::Cijfers::open(&folder_of(opslag), deur, crate::SystemKlok.now()))
}

pub(crate) fn build(spraak: &Spraak, options: &InformatieBuild) -> Result<u8> {
    let register = super::open_existing(spraak, &options.place)?;
    let folder = options.out.clone().unwrap_or_else(|| folder_of(&options.place.opslag(super::DATA)));
    let (told, name) = make(spraak, &register, &folder, options.until, options.keep.into())?;
    println!("{told}\n{}", folder.join(name).display());
    Ok(GOOD)
}

/// Makes the snapshot of a demo.
pub(super) fn of_demo(spraak: &Spraak, register: &Register, opslag: &Opslag) -> Result<()> {
    let (told, _) = make(spraak, register, &folder_of(opslag), None, KEEP)?;
    eprintln!("{told}");
    Ok(())
}

/// Makes a snapshot; gives what is to be told, and its name.
fn make(
    spraak: &Spraak,
    register: &Register,
    folder: &Path,
    until: Option<Date>,
    keep: usize,
) -> Result<(String, String)> {
    let begun = Instant::now();
    let plank = Plank::take(spraak, folder)?;
    let former = plank.newest()?;
    let (made, rows) = register.episodes(until, Maker::new, |maker, episode| maker.add(&episode))?;
    let left_out = made.left_out;
    let written = made.write(&plank, former.as_deref())?;
    let gone = plank.tidy(&written.naam, keep)?;
    if left_out > 0 {
        eprintln!(
            "{}",
            spraak.say("informatie-weggelaten", &[("n", left_out.into()), ("alle", rows.into())])
        );
    }
    let seconds = format!("{:.1}", begun.elapsed().as_secs_f64());
    let told = spraak.say(
        "informatie-gemaakt",
        &[
            ("naam", written.naam.as_str().into()),
            ("rijen", written.rijen.into()),
            ("jeugdigen", written.clienten.into()),
            ("nieuw", written.nieuw.into()),
            ("gelijk", written.ongewijzigd.into()),
            ("weg", gone.into()),
            ("seconden", seconds.into()),
        ],
    );
    Ok((told, written.naam))
}

/// Gathers episodes until they are written.
struct Maker {
    writer: SnapshotWriter,
    /// Episodes that no snapshot can hold, such as one of before 1960.
    left_out: u64,
    fault: Option<SnapshotFout>,
}

impl Maker {
    fn new(peiling: &Peiling) -> Self {
        let kind = if peiling.demo { "demo" } else { "register" };
        let herkomst = Herkomst {
            peildag: peiling.peildag,
            laatste: peiling.laatste,
            bron: peiling.regio.as_ref().map_or_else(|| kind.to_owned(), |regio| format!("{kind}: {regio}")),
        };
        Self { writer: SnapshotWriter::new(herkomst), left_out: 0, fault: None }
    }

    fn add(&mut self, episode: &EpisodeRij) {
        match self.writer.add(&row_of(episode)) {
            Ok(()) => {}
            Err(SnapshotFout::Row(_)) => self.left_out += 1,
            Err(fault) => self.fault = Some(fault),
        }
    }

    fn write(self, plank: &Plank, former: Option<&Path>) -> Result<Geschreven, SnapshotFout> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        let writer = match former {
            Some(former) => self.writer.with_former(former),
            None => self.writer,
        };
        writer.write_counted(plank.folder())
    }
}

fn row_of(of: &EpisodeRij) -> Row<'_> {
    Row {
        client: of.client,
        sleutel: of.sleutel,
        gemeente: of.gemeente,
        wijk: of.wijk,
        woonwijk: of.woonwijk,
        leeftijd: of.leeftijd,
        product: of.product.as_deref(),
        categorie: of.categorie,
        vorm: of.vorm,
        wet: WET,
        aanbieder: of.aanbieder,
        verwijzer: of.verwijzer,
        groep: of.groep,
        school: of.school.as_deref(),
        aanvraag: of.aanvraag,
        ingang: of.ingang,
        begin: of.begin,
        gemeld: of.gemeld,
        eind: of.eind,
        wacht: of.wacht,
        stand: of.stand,
        minuten: of.minuten,
        toegekend: of.toegekend,
        gedeclareerd: of.gedeclareerd,
    }
}

pub(crate) fn show(spraak: &Spraak, options: &InformatieShow) -> Result<u8> {
    let asked = options.folder.clone().unwrap_or_else(|| folder_of(&options.place.opslag(super::DATA)));
    let folder = if asked.join("manifest.json").exists() {
        asked
    } else if let Some(newest) = newest(&asked)? {
        asked.join(newest)
    } else {
        bail!(spraak.say("informatie-geen", &[("map", asked.display().to_string().into())]));
    };
    let snapshot = Snapshot::open(&folder)?;
    let manifest = snapshot.manifest();
    let bytes: u64 = manifest.bestanden.iter().map(|file| file.bytes).sum();
    println!(
        "{}",
        spraak.say(
            "informatie-toon",
            &[
                ("naam", snapshot.name().into()),
                ("peildag", manifest.herkomst.peildag.to_string().into()),
                ("laatste", manifest.herkomst.laatste.to_string().into()),
                ("bron", manifest.herkomst.bron.as_str().into()),
                ("rijen", manifest.rijen.into()),
                ("jeugdigen", manifest.clienten.into()),
                ("schema", u64::from(manifest.schema).into()),
                ("kib", (bytes / 1024).into()),
            ]
        )
    );
    for file in &manifest.bestanden {
        println!("{} {:>9} {:>9} {:>11} {}", file.naam, file.rijen, file.clienten, file.bytes, file.sha256);
    }
    println!("{}", spraak.say("informatie-klopt", &[("n", manifest.bestanden.len().into())]));
    Ok(GOOD)
}
