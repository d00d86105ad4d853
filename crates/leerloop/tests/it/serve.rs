//! Serving: the address, a taken port, two people at once, stopping.

use crate::program::{Server, leerloop, printed, run, small_demo};

#[test]
fn serves_two_people_at_once_and_stops_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    small_demo(folder.path());
    let place = folder.path().to_str().unwrap();
    let server = Server::start(&["serve", "--data", place, "--port", "0"]);
    let start = server.ask("GET", "/", None, "");
    assert!(start.starts_with("HTTP/1.1 200") && start.contains("Samira Bouali"), "{start}");
    let (samira, fatma) = (server.sign_in("samira"), server.sign_in("fatma"));
    std::thread::scope(|scope| {
        for (cookie, path, expected) in [
            (&samira, "/gezinnen", "200"),
            (&fatma, "/berichten", "200"),
            (&samira, "/berichten", "404"),
            (&fatma, "/gezinnen", "404"),
        ] {
            let server = &server;
            scope.spawn(move || {
                for _ in 0..10 {
                    let answer = server.ask("GET", path, Some(cookie), "");
                    assert!(answer.starts_with(&format!("HTTP/1.1 {expected}")), "{path}: {answer}");
                }
            });
        }
    });
    // The port is taken now: a second program that asks for this very port says so, one that does not finds another.
    let taken = leerloop(&["serve", "--data", place, "--port", server.port()]).output().unwrap();
    assert_eq!(taken.status.code(), Some(2));
    assert!(printed(&taken).contains("in use") && printed(&taken).contains("--port"), "{}", printed(&taken));
    assert!(server.stop(), "stopped in order");
    let whole = run(&["register", "verify", "--data", place]);
    assert!(whole.status.success(), "{}", printed(&whole));
}

/// A crash leaves no copy of what was in memory.
#[cfg(target_os = "linux")]
#[test]
fn the_server_leaves_no_core_dump() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(&["serve", "--data", folder.path().to_str().unwrap(), "--port", "0"]);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", server.id())).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"], "{core}");
}

#[test]
fn a_register_without_accounts_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(&["serve", "--data", folder.path().to_str().unwrap(), "--port", "0"]);
    let start = server.ask("GET", "/", None, "");
    assert!(start.starts_with("HTTP/1.1 200"), "{start}");
    assert!(server.send("/aanmelden", "account=samira").starts_with("HTTP/1.1 404"));
}
