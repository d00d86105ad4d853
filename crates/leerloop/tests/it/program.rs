//! Running the program.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// The program with these arguments, speaking English.
pub(crate) fn leerloop(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leerloop"));
    command.args(["--taal", "en"]).args(arguments).stdin(Stdio::null());
    command
}

/// Runs to the end.
pub(crate) fn run(arguments: &[&str]) -> Output {
    leerloop(arguments).output().unwrap()
}

/// What was printed, both streams.
pub(crate) fn printed(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The recipe of a small demo.
pub(crate) const SMALL: [&str; 8] =
    ["--scale", "0.02", "--seed", "7", "--months", "6", "--until", "2026-11-01"];

/// Makes a small demo in a folder.
pub(crate) fn small_demo(folder: &Path) {
    let output = run(&[&["demo", "--no-serve", "--data", folder.to_str().unwrap()], &SMALL[..]].concat());
    assert!(output.status.success(), "{}", printed(&output));
}

/// A server that is stopped when the test ends.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
}

impl Server {
    /// Starts and waits for the printed address.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut child = leerloop(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            let line = line.unwrap();
            line.split_whitespace().find(|word| word.starts_with("http://")).map(str::to_owned)
        });
        // The rest is read on, so that the program never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address: address.expect("an address was printed") }
    }

    #[cfg(target_os = "linux")]
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn port(&self) -> &str {
        self.address.rsplit(':').next().unwrap()
    }

    /// A request; status line and all that follows.
    pub(crate) fn ask(&self, method: &str, path: &str, cookie: Option<&str>, form: &str) -> String {
        let host = self.address.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host).unwrap();
        let cookie = cookie.map(|c| format!("Cookie: {c}\r\n")).unwrap_or_default();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {}\r\n{cookie}Content-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{form}",
            self.address,
            form.len()
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Signs in and gives the cookie.
    pub(crate) fn sign_in(&self, account: &str) -> String {
        given_cookie(&self.send("/aanmelden", &format!("account={account}")))
    }

    /// Sends a form as a browser without a session does: a page first, then the form with the proof of that page.
    pub(crate) fn send(&self, path: &str, form: &str) -> String {
        let page = self.ask("GET", "/", None, "");
        let proof = page.split("name=\"bewijs\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        self.ask("POST", path, Some(&given_cookie(&page)), &format!("{form}&bewijs={proof}"))
    }

    /// Asks the program to end, as a service manager does, and waits for it.
    pub(crate) fn stop(mut self) -> bool {
        Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        self.child.wait().unwrap().success()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The first cookie that an answer gives.
fn given_cookie(answer: &str) -> String {
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: "));
    cookie.unwrap_or_else(|| panic!("no cookie: {answer}")).split(';').next().unwrap().to_owned()
}

/// The root of the workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}
