//! The options of `leerloop register`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::Where;

#[derive(Debug, Subcommand)]
pub(crate) enum RegisterCommand {
    /// Walks along the hash chain of the journal: finds any line that was altered, added or removed.
    Verify(Verify),
    /// Makes a key, in a new file that only its owner can read: for secrets in the register, or for backups.
    ///
    /// Keep a copy elsewhere: without it nobody signs in with a password any more, and no backup can be read.
    Key(KeyFile),
    /// Seals every secret of the register anew with another key. The register can be in use meanwhile.
    ///
    /// First start the program with `--key NEW --old-key OLD`. After an interruption, give the same command again. Once it is
    /// done the old key opens nothing any more.
    RotateKey(RotateKey),
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
    /// Shielded families that nobody can open any more.
    #[command(subcommand)]
    Shielded(ShieldedCommand),
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
pub(crate) enum ShieldedCommand {
    /// Lists them: ids, no names.
    List(ShieldedList),
    /// Gives one to a colleague, who stands in until there is a coordinator.
    Give(ShieldedGive),
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

#[derive(Clone, Debug, Args)]
pub(crate) struct KeyFile {
    /// The new file. Keep that of the backups elsewhere than the backups.
    pub(crate) file: PathBuf,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct RotateKey {
    #[command(flatten)]
    pub(crate) place: Where,
    /// File with the key from now on.
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    /// File with the key of before.
    #[arg(long, value_name = "FILE")]
    pub(crate) old_key: PathBuf,
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
pub(crate) struct ShieldedList {
    #[command(flatten)]
    pub(crate) place: Where,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct ShieldedGive {
    #[command(flatten)]
    pub(crate) place: Where,
    /// Id of the family, from the list.
    pub(crate) family: String,
    /// Key of the account of the colleague.
    pub(crate) account: String,
    /// Who gives it: goes into the journal, which the family can read.
    #[arg(long, value_name = "NAME")]
    pub(crate) by: String,
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
