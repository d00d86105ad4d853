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
    /// Tells which assumptions matter most for what a choice does.
    ///
    /// Every number of docs/model.md that has a range and that the file does not set is moved over its range, one at a time, around some points
    /// (Morris): what that does to the choice minus going on as now, in the mean over the years. What lies below what chance can make is not called an
    /// effect. With --samples the first few are looked at together too (Sobol): what part of what is not known each makes, alone and with the
    /// others. How many runs it takes is said first. Ctrl-C stops, and shows what is ready. Exit status 0 when all is done, 1 when it was
    /// stopped, 2 when it could not be done.
    Screen(Screen),
    /// Searches what would have to be true for a target.
    ///
    /// Each lever by itself, on the same children: how far it would have to go so that the target is met in the wanted share of the tries, or that
    /// it cannot. Then the assumptions: in which part of their ranges they would have to lie, told from tries that were not searched. Exit status 0
    /// when all is done, 1 when it was stopped, 2 when it could not be done. See docs/model.md.
    Search(Search),
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
pub(crate) struct Screen {
    /// The scenario.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// A measure, such as wachttijd.ggz; may be given more than once. All come from the same runs.
    #[arg(long = "measure", value_name = "NAME", default_values_t = ["wachttijd", "in_hulp", "uitgaven"].map(str::to_owned))]
    pub(crate) measures: Vec<String>,
    /// Around how many points. More makes both errors and what chance can make smaller.
    #[arg(long, value_name = "COUNT", default_value_t = 6, value_parser = clap::value_parser!(u64).range(2..=1000))]
    pub(crate) trajectories: u64,
    /// How many rows of runs for the part of what is not known, of the first measure; 0: none. Some hundreds are needed.
    #[arg(long, value_name = "COUNT", default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=10_000))]
    pub(crate) samples: u16,
    /// How many assumptions to show, and how many to look at together.
    #[arg(long, value_name = "COUNT", default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=30))]
    pub(crate) top: u16,
    /// How many threads. Without it: as many as the machine has cores.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
    /// Print one JSON object with all assumptions per measure.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Clone, Debug, Args)]
#[command(group(clap::ArgGroup::new("bound").required(true).args(["at_most", "at_least"])))]
pub(crate) struct Search {
    /// The scenario from which is searched.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The measure, such as wachttijd.ggz.
    #[arg(long, value_name = "NAME")]
    pub(crate) measure: String,
    /// In which year it must be so.
    #[arg(long, value_name = "YEAR")]
    pub(crate) year: i64,
    /// It may be no more than this, in the unit of the measure.
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    pub(crate) at_most: Option<f64>,
    /// It may be no less than this.
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    pub(crate) at_least: Option<f64>,
    /// In how many of a hundred tries.
    #[arg(long, value_name = "COUNT", default_value_t = 80, value_parser = clap::value_parser!(u8).range(1..=100))]
    pub(crate) share: u8,
    /// How many replications at each place of a lever; the assumptions are searched on four times as many.
    #[arg(long, value_name = "COUNT", default_value_t = 40, value_parser = clap::value_parser!(u64).range(1..=10_000))]
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
