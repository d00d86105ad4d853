//! Options of `leerloop informatie`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::{InformatieFigures, InformatieImport, Where};

#[derive(Debug, Subcommand)]
pub(crate) enum InformatieCommand {
    /// Makes a snapshot: pseudonymous episodes from the register, as Parquet files with a manifest.
    ///
    /// The same register and day give the same snapshot, with the same name. What did not change since the newest snapshot is
    /// not written again. See docs/snapshot.md.
    Build(InformatieBuild),
    /// Shows what a snapshot holds, after checking every byte of it against its manifest.
    Show(InformatieShow),
    /// Takes in public figures of areas: population, youth care, poverty, housing, youth regions, maps, schools.
    ///
    /// What is wrong is told per file, line, column and value; the good lines are kept. The same file again changes nothing. Exit
    /// status 0 when everything was taken or known already, 1 when something was refused or is doubted, 2 when a file could not be
    /// read (the others are taken all the same). See docs/population.md.
    Import(InformatieImport),
    /// Lists the figures of areas that are there: table, year, source, and whether they are provisional.
    Figures(InformatieFigures),
}

#[derive(Clone, Debug, Args)]
pub(crate) struct InformatieBuild {
    #[command(flatten)]
    pub(crate) place: Where,
    /// Folder for snapshots. Without it: `informatie` beside the database; of PostgreSQL, the folder `leerloop-informatie`.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: Option<PathBuf>,
    /// Day of the figures: what was told after it is left out. Without it: today; of a demo, its last day.
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<Date>,
    /// How many snapshots to keep, this one included. Those named in publicaties.txt stay as well.
    #[arg(long, value_name = "COUNT", default_value_t = 12, value_parser = clap::value_parser!(u16).range(1..=10_000))]
    pub(crate) keep: u16,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct InformatieShow {
    #[command(flatten)]
    pub(crate) place: Where,
    /// A snapshot, or a folder with snapshots, of which the newest is shown. Without it: where `build` puts them.
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: Option<PathBuf>,
}
