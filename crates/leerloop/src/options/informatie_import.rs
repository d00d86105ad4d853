//! Options of `leerloop informatie import` and `figures`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::Where;

/// Where figures of areas are.
#[derive(Clone, Debug, Args)]
pub(crate) struct Cijfermap {
    #[command(flatten)]
    pub(crate) place: Where,
    /// Folder for figures of areas. Without it: `bevolking` in the folder of the snapshots.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) figures: Option<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct InformatieImport {
    #[command(flatten)]
    pub(crate) folder: Cijfermap,
    /// What the files are. Without it their headings tell.
    #[arg(long, value_name = "KIND", value_parser = PossibleValuesParser::new(["cijfers", "jeugdregios", "kaart", "scholen"]))]
    pub(crate) kind: Option<String>,
    /// Who published the files: stands below every figure. Without it: CBS, and DUO of `--kind scholen`.
    #[arg(long, value_name = "NAME")]
    pub(crate) source: Option<String>,
    /// Table under which the figures stand, such as 85318NED. Without it: the name of the file tells.
    #[arg(long, value_name = "TABLE")]
    pub(crate) table: Option<String>,
    /// Year of files that do not say it.
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1990..=2100))]
    pub(crate) year: Option<u16>,
    /// How definite figures are, of files that do not say it.
    #[arg(long, value_name = "STATE", value_parser = PossibleValuesParser::new(["voorlopig", "nader-voorlopig", "definitief"]))]
    pub(crate) state: Option<String>,
    /// Values that were doubted are right: somebody looked at the source.
    #[arg(long)]
    pub(crate) correct: bool,
    /// Print one JSON object per file, each on a line of its own.
    #[arg(long)]
    pub(crate) json: bool,
    /// Files of CBS, PDOK, DUO and others; see docs/population.md.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct InformatieFigures {
    #[command(flatten)]
    pub(crate) folder: Cijfermap,
    /// Print one JSON object per table and year, each on a line of its own.
    #[arg(long)]
    pub(crate) json: bool,
}
