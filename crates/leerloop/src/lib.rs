#![doc = include_str!("../README.md")]

mod aanmelding;
pub mod batches;
mod commands;
pub mod demo;
mod geheugen;
pub mod ijking;
mod klok;
mod options;
mod personen;
mod postbus;
mod spraak;
pub mod terugtoets;
pub mod uitgeprobeerd;
mod voortgang;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

pub use klok::SystemKlok;

use crate::options::{
    AccountCommand, Command, IjwCommand, InformatieCommand, Options, RegionCommand, SimulatieCommand,
};
use crate::spraak::Spraak;

/// Everything went well.
const GOOD: u8 = 0;
/// Done, but not everything: something went to quarantine, or a check found something.
const PARTLY: u8 = 1;
/// It could not be done.
const FAILED: u8 = 2;

/// Runs the program with these arguments.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    geheugen::write_for_owner_only();
    let options = match Options::try_parse_from(arguments) {
        Ok(options) => options,
        Err(help_or_error) => {
            let code = if help_or_error.use_stderr() { FAILED } else { GOOD };
            // Nothing is left to do when even this cannot be printed.
            let _ = help_or_error.print();
            return ExitCode::from(code);
        }
    };
    // A panic tells where, never with what: its message may quote a value.
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        eprintln!("panic at {place}");
    }));
    let spraak = Spraak::of_environment(options.taal.as_deref());
    let done = match options.command {
        Command::Demo(demo) => commands::demo::run(&spraak, &demo),
        Command::Serve(serve) => commands::serve::run(&spraak, &serve),
        Command::Import(import) => commands::import::run(&spraak, &import),
        Command::Region(RegionCommand::Set(set)) => commands::region::set(&spraak, &set),
        Command::Region(RegionCommand::Map(map)) => commands::region::map(&spraak, &map),
        Command::Region(RegionCommand::Advice(advice)) => commands::region::advice(&spraak, &advice),
        Command::Region(RegionCommand::Postcodes(codes)) => commands::region::postcodes(&spraak, &codes),
        Command::Account(AccountCommand::Link(link)) => commands::account_link::run(&spraak, &link),
        Command::Account(AccountCommand::Add(add)) => commands::account::add(&spraak, &add),
        Command::Account(AccountCommand::List(list)) => commands::account::list(&spraak, &list),
        Command::Account(AccountCommand::Invite(invite)) => commands::account::invite(&spraak, &invite),
        Command::Account(AccountCommand::End(end)) => commands::account::end(&spraak, &end),
        Command::Register(of_register) => commands::register(&spraak, &of_register),
        Command::Region(RegionCommand::Schools(names)) => commands::region::schools(&spraak, &names),
        Command::Informatie(InformatieCommand::Build(of)) => commands::informatie::build(&spraak, &of),
        Command::Informatie(InformatieCommand::Show(of)) => commands::informatie::show(&spraak, &of),
        Command::Informatie(InformatieCommand::Import(of)) => commands::bevolking::import(&spraak, &of),
        Command::Informatie(InformatieCommand::Figures(of)) => commands::bevolking::figures(&spraak, &of),
        Command::Simulatie(SimulatieCommand::Reference(model)) => {
            commands::simulatie::reference(&spraak, &model)
        }
        Command::Simulatie(SimulatieCommand::Run(run)) => commands::simulatie_run::run(&spraak, &run),
        Command::Simulatie(SimulatieCommand::Calibrate(of)) => {
            commands::simulatie_ijking::calibrate(&spraak, &of)
        }
        Command::Simulatie(SimulatieCommand::Backtest(of)) => {
            commands::simulatie_ijking::backtest(&spraak, &of)
        }
        Command::Simulatie(SimulatieCommand::Search(of)) => commands::simulatie_search::run(&spraak, &of),
        Command::Simulatie(SimulatieCommand::Screen(of)) => commands::simulatie_screen::run(&spraak, &of),
        Command::Ijw(IjwCommand::Check(check)) => commands::check::run(&spraak, &check),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            eprintln!("{}", spraak.say("fout", &[("reden", format!("{error:#}").into())]));
            ExitCode::from(FAILED)
        }
    }
}
