//! The command line: one definition gives parsing and help.

mod account;
mod informatie;
mod informatie_import;
mod register;
mod simulatie;

use std::path::PathBuf;

use ::register::Opslag;
use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;

pub(crate) use account::{AccountAdd, AccountCommand, AccountEnd, AccountInvite, AccountLink, AccountList};
pub(crate) use informatie::{InformatieBuild, InformatieCommand, InformatieShow};
pub(crate) use informatie_import::{Cijfermap, InformatieFigures, InformatieImport};
pub(crate) use register::{
    Backup, Destroyed, KeyFile, LogbookCommand, LogbookExport, PersonExport, RegisterCommand, Restore,
    RetentionCommand, RetentionDestroy, RetentionList, RotateKey, Seal, SealKey, ShieldedCommand,
    ShieldedGive, ShieldedList, Staff, Trim, Verify,
};
pub(crate) use simulatie::{Backtest, Calibrate, Reference, Run, Screen, Search, SimulatieCommand};

/// Software for the local youth-help system: one learning system of families, messages and figures.
#[derive(Debug, Parser)]
#[command(name = "leerloop", version, about, arg_required_else_help = true)]
pub(crate) struct Options {
    /// Language of what is printed: nl or en. Without it: that of the environment (LANG).
    #[arg(long, global = true, value_parser = ["nl", "en"])]
    pub(crate) taal: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Makes the demo region West-Brabant-Oost out of messages and serves it. All persons are fictional.
    Demo(Demo),
    /// Serves the pages of a register.
    Serve(Serve),
    /// Takes messages in from files, folders and ZIPs.
    ///
    /// Importing the same again changes nothing; an import that was cut off goes on where it was. Exit status 0 when
    /// everything was taken or known already, 1 when something went to quarantine, 2 when it could not be done.
    Import(Import),
    /// Sets up what the register is of: municipalities, neighbourhoods, postcodes.
    #[command(subcommand)]
    Region(RegionCommand),
    /// Looks after the register itself.
    #[command(subcommand)]
    Register(RegisterCommand),
    /// Looks after who may work with the register: for the first account, and in an emergency. Otherwise there is a page.
    #[command(subcommand)]
    Account(AccountCommand),
    /// Makes snapshots of pseudonymous episodes, from which figures are made.
    #[command(subcommand)]
    Informatie(InformatieCommand),
    /// Plays the model of the youth-help system, without a register.
    #[command(subcommand)]
    Simulatie(SimulatieCommand),
    /// Looks at messages of iJw 3.2 by themselves, without a register.
    #[command(subcommand)]
    Ijw(IjwCommand),
}

#[derive(Debug, Subcommand)]
pub(crate) enum RegionCommand {
    /// Names the municipalities of the region: messages of others go to quarantine from now on.
    Set(RegionSet),
    /// Reads neighbourhoods with their outlines from GeoJSON (WGS84; properties wijkcode and wijknaam).
    Map(RegionFile),
    /// Reads in which neighbourhood postcodes lie: lines of `postcode;wijkcode`.
    Postcodes(RegionFile),
    /// Reads the names of the schools of the region, one a line: only these names of schools go into figures.
    Schools(RegionFile),
    /// Says how far advice of the expertteam binds in the region: for questions that are asked from now on.
    Advice(RegionAdvice),
}

#[derive(Debug, Subcommand)]
pub(crate) enum IjwCommand {
    /// Checks messages against the schema (level 1) and against the rules within them (level 2).
    ///
    /// Of a message in a StUF envelope, the envelope is checked first and then the message. Exit status 0 when nothing is
    /// wrong, 1 when something is, 2 when a file could not be read (the others are checked all the same).
    Check(Check),
}

/// Where the data are.
#[derive(Clone, Debug, Args)]
pub(crate) struct Where {
    /// Folder for the data (SQLite).
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Address of a PostgreSQL database, instead of a folder.
    #[arg(long, value_name = "postgres://…", conflicts_with = "data")]
    database: Option<String>,
}

impl Where {
    /// The place that was named, else the folder `default`.
    pub(crate) fn opslag(&self, default: &str) -> Opslag {
        match (&self.database, &self.data) {
            (Some(address), _) => Opslag::Postgres(address.clone()),
            (None, Some(folder)) => Opslag::Map(folder.clone()),
            (None, None) => Opslag::Map(PathBuf::from(default)),
        }
    }
}

/// Where to listen.
#[derive(Clone, Debug, Args)]
pub(crate) struct Listen {
    /// Port to listen on. Without it: 8080, or a free one when that is taken.
    #[arg(long)]
    pub(crate) port: Option<u16>,
    /// Address to listen on. Only this machine unless told otherwise.
    #[arg(long, default_value = "127.0.0.1")]
    pub(crate) host: std::net::IpAddr,
    /// Browsers reach this program over https (a proxy in front of it): cookies are then refused over http.
    #[arg(long)]
    pub(crate) https: bool,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Demo {
    #[command(flatten)]
    pub(crate) place: Where,
    #[command(flatten)]
    pub(crate) listen: Listen,
    /// Size: 1 is the whole region, about 9,700 youths in care a year.
    #[arg(long, value_parser = scale)]
    pub(crate) scale: Option<f64>,
    /// Seed of all random numbers: the same seed makes the same region, to the byte.
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// How many months of messages. Without it: 18.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=60))]
    pub(crate) months: Option<u32>,
    /// Last day of the messages. Without it: today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) until: Option<Date>,
    /// Throw the demo in this folder away and make it anew.
    #[arg(long)]
    pub(crate) fresh: bool,
    /// Only make the region.
    #[arg(long)]
    pub(crate) no_serve: bool,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) place: Where,
    #[command(flatten)]
    pub(crate) listen: Listen,
    #[command(flatten)]
    pub(crate) connector: Connector,
    /// File that says where one can sign in with OpenID Connect; see docs/sign-in.md.
    #[arg(long = "sign-in", value_name = "FILE")]
    pub(crate) sign_in: Option<PathBuf>,
    /// File with the key of the register: without it nobody signs in with a password. See `leerloop register key`.
    #[arg(long, value_name = "FILE")]
    pub(crate) key: Option<PathBuf>,
    /// File with persons who can be looked up, one a line; the first line names the columns. See docs/persons.md.
    #[arg(long, value_name = "FILE")]
    pub(crate) persons: Option<PathBuf>,
    /// File with a key that opens what was sealed before, while one key takes over from another.
    #[arg(long, value_name = "FILE", requires = "key")]
    pub(crate) old_key: Option<PathBuf>,
    /// Address at which browsers reach the pages, such as https://leerloop.example.nl: without it there are no passkeys.
    ///
    /// A passkey works at this address only. On one's own machine http://localhost:PORT will do.
    #[arg(long, value_name = "URL", requires = "key")]
    pub(crate) origin: Option<String>,
    /// Minutes without use after which someone is signed out. Without it: 30.
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u16).range(1..=600))]
    pub(crate) idle: Option<u16>,
}

/// How messages come in and go out.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Connector {
    /// Folder from which messages are taken in.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) inbox: Option<PathBuf>,
    /// Folder in which messages are put that are to be sent.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) outbox: Option<PathBuf>,
    /// File with the word by which a connector over HTTP is known, at least 24 characters.
    #[arg(id = "connector-key", long, value_name = "FILE")]
    pub(crate) key: Option<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Import {
    #[command(flatten)]
    pub(crate) place: Where,
    /// Messages in one transaction at most: fewer is slower, and repeats less after a stop.
    #[arg(long, value_name = "COUNT")]
    pub(crate) batch: Option<usize>,
    /// Files, folders and ZIPs.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct RegionSet {
    #[command(flatten)]
    pub(crate) place: Where,
    /// Name of the region.
    #[arg(long)]
    pub(crate) name: String,
    /// Municipalities: four digits of CBS, or four digits and a name (`0758` or `0758=Breda`).
    #[arg(required = true, value_name = "CODE")]
    pub(crate) gemeenten: Vec<String>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct RegionAdvice {
    #[command(flatten)]
    pub(crate) place: Where,
    /// As the region agreed: `weegt` (advice, to be weighed) or `tenzij` (followed, unless a reason is written down).
    pub(crate) binds: String,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct RegionFile {
    #[command(flatten)]
    pub(crate) place: Where,
    /// The file.
    pub(crate) file: PathBuf,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Check {
    /// Print one JSON object per file, each on a line of its own.
    #[arg(long)]
    pub(crate) json: bool,
    /// Files with one message each; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

fn scale(text: &str) -> Result<f64, String> {
    let scale: f64 = text.parse().map_err(|_| "a number such as 0.05".to_owned())?;
    if (0.001..=4.0).contains(&scale) { Ok(scale) } else { Err("between 0.001 and 4".to_owned()) }
}

/// A JW323 may not claim a period before 2021 (iJw 3.2, CS100), and a demo looks back.
fn day(text: &str) -> Result<Date, String> {
    let day: Date = text.parse().map_err(|_| "a date such as 2026-11-01".to_owned())?;
    if (2021..=2099).contains(&day.year()) { Ok(day) } else { Err("a year from 2021 to 2099".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        Options::command().debug_assert();
    }

    #[test]
    fn wrong_values_are_refused_with_what_is_asked() {
        for (wrong, asked) in [
            (vec!["demo", "--scale", "0"], "between 0.001 and 4"),
            (vec!["demo", "--scale", "veel"], "a number such as 0.05"),
            (vec!["demo", "--until", "1 november"], "a date such as 2026-11-01"),
            (vec!["demo", "--until", "1999-01-01"], "2021 to 2099"),
            (vec!["demo", "--months", "0"], "1..=60"),
            (vec!["import"], "PATH"),
            (vec!["simulatie", "reference", "JH-REF-2"], "JH-REF-0, JH-REF-1"),
            (vec!["simulatie", "reference", "JH-REF-1", "--replications", "0"], "1..=100000"),
            (vec!["simulatie", "reference", "JH-REF-1", "--threads", "0"], "1..=256"),
            (vec!["simulatie", "run", "x.toml", "--replications", "0"], "1..=10000"),
            (vec!["simulatie", "run"], "FILE"),
            (vec!["simulatie", "screen", "x.toml", "--trajectories", "1"], "2..=1000"),
            (vec!["ijw", "check", "--json"], "FILE"),
            (vec!["serve", "--data", "x", "--database", "postgres://y"], "cannot be used with"),
        ] {
            let arguments = std::iter::once("leerloop").chain(wrong.iter().copied());
            let refused = Options::try_parse_from(arguments).unwrap_err().to_string();
            assert!(refused.contains(asked), "{wrong:?}: {refused}");
        }
    }
}
