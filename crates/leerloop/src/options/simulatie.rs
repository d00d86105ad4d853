//! The options of `leerloop simulatie`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum SimulatieCommand {
    /// Plays a reference workload, whose outcome is known, so that the engine can be held against other ones.
    ///
    /// The same model, seed and number of replications give the same numbers on every machine and any number of threads. See
    /// docs/decisions/0017.
    Reference(Reference),
    /// Tries a choice on the model of a region, beside going on as now, on the same children.
    ///
    /// The file is TOML: levers, money, prices and places by year, and the assumptions one wants to set; docs/model.md tells all of it. Bands, not
    /// predictions: half of the replications lie in the inner band, nine in ten in the outer one. Ctrl-C stops, and shows what is
    /// ready. Exit status 0 when all replications are done, 1 when it was stopped, 2 when it could not be done.
    Run(Run),
    /// Sets the model by a region's own snapshot: numbers with their intervals, and who is there at the start.
    ///
    /// What allocations do not show stays as it was and is named with the reason. The file that `--out` writes can be given to
    /// `leerloop simulatie run --calibration`. See docs/model.md.
    Calibrate(Calibrate),
    /// Looks back: each past year as the model would have foretold it from what was known before it.
    ///
    /// Scored by how often the band of 80 per cent held what came, and by CRPS beside last year's value and a model of stock and flow. Also
    /// where it fails. See docs/model.md.
    Backtest(Backtest),
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Calibrate {
    /// A snapshot, or a folder with snapshots, of which the newest is used.
    #[arg(long, value_name = "DIR")]
    pub(crate) snapshot: PathBuf,
    /// Write the numbers to this file (TOML).
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Backtest {
    /// A snapshot, or a folder with snapshots, of which the newest is used.
    #[arg(long, value_name = "DIR")]
    pub(crate) snapshot: PathBuf,
    /// How many replications of each forecast.
    #[arg(long, value_name = "COUNT", default_value_t = 200, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    pub(crate) replications: u64,
    /// How many threads. Without it: as many as the machine has cores.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Run {
    /// The scenario.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// How many replications. Without it: what the file says, else 100.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u64).range(1..=10_000))]
    pub(crate) replications: Option<u64>,
    /// How many threads. Without it: as many as the machine has cores.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
    /// Print one JSON object with all measures per year.
    #[arg(long)]
    pub(crate) json: bool,
    /// What was measured in a region, as `leerloop simulatie calibrate --out` writes it. What the scenario itself sets stays.
    #[arg(long, value_name = "FILE")]
    pub(crate) calibration: Option<PathBuf>,
    /// Write the future of one replication of the choice to this folder, in the shape of a snapshot, marked as tried out.
    #[arg(long, value_name = "DIR")]
    pub(crate) episodes: Option<PathBuf>,
    /// Which replication that is.
    #[arg(long, value_name = "NUMBER", default_value_t = 0, requires = "episodes")]
    pub(crate) episodes_replication: u64,
    /// Write a report on the study after STRESS-DES to this file (Markdown).
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Reference {
    /// JH-REF-0 has exact formulas; JH-REF-1 is a system with priorities, impatience and ways between stations.
    #[arg(value_name = "MODEL", value_parser = ["JH-REF-0", "JH-REF-1"])]
    pub(crate) model: String,
    /// How many replications.
    #[arg(long, value_name = "COUNT", default_value_t = 40, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub(crate) replications: u64,
    /// Seed of all random numbers.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many threads. Without it: as many as the machine has cores.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}
