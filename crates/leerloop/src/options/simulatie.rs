//! The options of `leerloop simulatie`.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum SimulatieCommand {
    /// Plays a reference workload, whose outcome is known, so that the engine can be held against other ones.
    ///
    /// The same model, seed and number of replications give the same numbers on every machine and any number of threads. See
    /// docs/decisions/0017.
    Reference(Reference),
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
