//! The options of `leerloop account`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Where;

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
