//! The program `leerloop`.

use std::process::ExitCode;

fn main() -> ExitCode {
    leerloop::run(std::env::args_os())
}
