//! The command line: one definition gives parsing and help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;
use register::Opslag;

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
}

#[derive(Debug, Subcommand)]
pub(crate) enum RegisterCommand {
    /// Walks along the hash chain of the journal: finds any line that was altered, added or removed.
    Verify(Verify),
    /// Makes a key, in a new file that only its owner can read: for secrets in the register, or for backups.
    ///
    /// Keep a copy elsewhere: without it nobody signs in with a password any more, and no backup can be read.
    Key(KeyFile),
    /// Makes a key for seals: the secret half in FILE, the public half in FILE.pub.
    SealKey(SealKey),
    /// Seals every closed day of the journal, and adds the new seals to a file that is to be kept elsewhere.
    ///
    /// Run it once a day, right after midnight. Who can write the whole database cannot make a seal without the key.
    Seal(Seal),
    /// Drops days of the journal that are past their own term of five years. Their seals stay.
    TrimJournal(Trim),
    /// Notes of someone of the staff where they live, and whether families see the function only.
    Staff(Staff),
    /// The logbook of processing (Logboek Dataverwerkingen).
    #[command(subcommand)]
    Logbook(LogbookCommand),
    /// Writes an encrypted backup of this moment; the register can be in use meanwhile.
    Backup(Backup),
    /// Puts a backup back into an empty place, in either database.
    Restore(Restore),
    /// What has been kept longer than allowed.
    #[command(subcommand)]
    Retention(RetentionCommand),
    /// Writes everything about one person, and nothing about another, for a request of that person.
    PersonExport(PersonExport),
}

#[derive(Debug, Subcommand)]
pub(crate) enum RetentionCommand {
    /// Lists what has to go: pseudonymous ids, years and days, no names.
    List(RetentionList),
    /// Destroys what has to go, after someone approved it. Nothing is destroyed when the number does not fit.
    Destroy(RetentionDestroy),
    /// Writes the pseudonymous ids of everyone who was destroyed, for restoring an older backup.
    Destroyed(Destroyed),
}

#[derive(Debug, Subcommand)]
pub(crate) enum LogbookCommand {
    /// Writes the logbook as OTLP JSON to a file, or sends it to a receiver (OTLP/HTTP).
    ///
    /// What a receiver has confirmed is not sent again; after a failure it goes on where it was.
    Export(LogbookExport),
    /// Prints the register of processing activities that the logbook refers to.
    Activities,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AccountCommand {
    /// Adds an account, and prints the code of its invitation.
    Add(AccountAdd),
    /// Lists the accounts with role, state and last use.
    List(AccountList),
    /// Invites someone anew who lost a password or a phone, and prints the code.
    Invite(AccountInvite),
    /// Ends an account at once, with its sessions.
    End(AccountEnd),
    /// Says which account of an employee someone is who signs in at a provider.
    Link(AccountLink),
}

#[derive(Clone, Debug, Args)]
pub(crate) struct KeyFile {
    /// The new file. Keep that of the backups elsewhere than the backups.
    pub(crate) file: PathBuf,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct AccountAdd {
    #[command(flatten)]
    pub(crate) place: Where,
    /// File with the key of the register.
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    /// Name to sign in with: small letters, digits, full stop, dash or at sign.
    pub(crate) account: String,
    /// Name of the person.
    #[arg(long)]
    pub(crate) name: String,
    /// Role, such as beheer or wijkteam.
    #[arg(long)]
    pub(crate) role: String,
    /// Neighbourhoods of a team, such as WK075801. May be given more than once.
    #[arg(long, value_name = "CODE")]
    pub(crate) wijk: Vec<String>,
    /// Provider (AGB code) that an employee works for.
    #[arg(long, value_name = "AGB")]
    pub(crate) aanbieder: Option<String>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct AccountList {
    #[command(flatten)]
    pub(crate) place: Where,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct AccountInvite {
    #[command(flatten)]
    pub(crate) place: Where,
    /// File with the key of the register.
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    /// Name to sign in with.
    pub(crate) account: String,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct AccountEnd {
    #[command(flatten)]
    pub(crate) place: Where,
    /// Name to sign in with.
    pub(crate) account: String,
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
pub(crate) struct RegionFile {
    #[command(flatten)]
    pub(crate) place: Where,
    /// The file.
    pub(crate) file: PathBuf,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub(crate) place: Where,
    /// File with seals that was kept elsewhere.
    #[arg(long, value_name = "FILE")]
    pub(crate) anchor: Option<PathBuf>,
    /// Public half of the key of the seals.
    #[arg(long, value_name = "FILE.pub")]
    pub(crate) key: Option<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Trim {
    #[command(flatten)]
    pub(crate) place: Where,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct SealKey {
    /// The file to be made.
    pub(crate) file: PathBuf,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Seal {
    #[command(flatten)]
    pub(crate) place: Where,
    /// Secret half of the key, from `register seal-key`. Keep it outside the database.
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    /// File to which seals are added that are not in it yet.
    #[arg(long, value_name = "FILE")]
    pub(crate) to: Option<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Staff {
    #[command(flatten)]
    pub(crate) place: Where,
    /// Key of the account.
    pub(crate) account: String,
    /// Postcode where they live, only to notice looks at the own street. Without it: none is kept.
    #[arg(long)]
    pub(crate) postcode: Option<String>,
    /// Families see the function, not the name.
    #[arg(long)]
    pub(crate) shielded: bool,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct LogbookExport {
    #[command(flatten)]
    pub(crate) place: Where,
    /// First day.
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Date,
    /// Last day.
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Date,
    /// File to write.
    #[arg(long, value_name = "FILE", conflicts_with = "endpoint", required_unless_present = "endpoint")]
    pub(crate) file: Option<PathBuf>,
    /// Address of a receiver, such as https://logboek.example.nl/v1/traces.
    #[arg(long, value_name = "URL")]
    pub(crate) endpoint: Option<String>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct AccountLink {
    #[command(flatten)]
    pub(crate) place: Where,
    /// The account.
    pub(crate) account: String,
    /// Issuer identifier of the provider, exactly as it stands in the file of --sign-in.
    #[arg(long, value_name = "URL")]
    pub(crate) issuer: String,
    /// By what the provider knows the person: the reference that they read when they signed in without an account.
    #[arg(long, value_name = "SUB")]
    pub(crate) subject: String,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Backup {
    #[command(flatten)]
    pub(crate) place: Where,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
    /// The file of the key.
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Restore {
    #[command(flatten)]
    pub(crate) place: Where,
    /// The backup.
    #[arg(long, value_name = "FILE")]
    pub(crate) from: PathBuf,
    /// The file of the key.
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    /// List of who was destroyed since, to be destroyed again (`register retention destroyed`).
    #[arg(long, value_name = "FILE")]
    pub(crate) destroyed: Option<PathBuf>,
    /// Only read the backup whole and say whether it is sound; nothing is put back.
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct RetentionList {
    #[command(flatten)]
    pub(crate) place: Where,
    /// Who looks: goes into the journal.
    #[arg(long, value_name = "NAME")]
    pub(crate) by: String,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct RetentionDestroy {
    #[command(flatten)]
    pub(crate) place: Where,
    /// Who approved it: goes into the journal and the report.
    #[arg(long, value_name = "NAME")]
    pub(crate) by: String,
    /// The ids that may go, one on a line (the first word of each line of `list`). Without it: everything that is due.
    #[arg(long, value_name = "FILE")]
    pub(crate) list: Option<PathBuf>,
    /// How many dossiers will go, as a second look.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) confirm: usize,
    /// Also claims and what is in quarantine whose term is over.
    #[arg(long)]
    pub(crate) others: bool,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Destroyed {
    #[command(flatten)]
    pub(crate) place: Where,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct PersonExport {
    #[command(flatten)]
    pub(crate) place: Where,
    /// File with the citizen service number: a number on the command line is seen by everyone on the machine.
    #[arg(long, value_name = "FILE")]
    pub(crate) bsn_from_file: PathBuf,
    /// Folder for the export.
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
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
            (vec!["ijw", "check", "--json"], "FILE"),
            (vec!["serve", "--data", "x", "--database", "postgres://y"], "cannot be used with"),
        ] {
            let arguments = std::iter::once("leerloop").chain(wrong.iter().copied());
            let refused = Options::try_parse_from(arguments).unwrap_err().to_string();
            assert!(refused.contains(asked), "{wrong:?}: {refused}");
        }
    }
}
