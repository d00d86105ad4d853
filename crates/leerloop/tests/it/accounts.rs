//! Accounts of our own from the command line, and in a browser with a passkey.

use std::path::Path;
use std::process::Command;

use crate::program::{Server, printed, run, workspace};

/// A place with a key and the account of j.jansen; gives the code of the invitation.
fn place(folder: &Path) -> (String, String, String) {
    let (data, key) = (folder.join("data"), folder.join("key"));
    let (data, key) = (data.to_str().unwrap().to_owned(), key.to_str().unwrap().to_owned());
    let made = run(&["register", "key", &key]);
    assert!(made.status.success() && printed(&made).contains("The key is in"), "{}", printed(&made));
    let added = run(&[
        "account",
        "add",
        "--data",
        &data,
        "--key",
        &key,
        "j.jansen",
        "--name",
        "J. Jansen",
        "--role",
        "beheer",
    ]);
    assert!(added.status.success(), "{}", printed(&added));
    let code = code_of(&printed(&added));
    (data, key, code)
}

fn code_of(said: &str) -> String {
    let line = said.lines().find(|line| line.contains("Invitation for j.jansen: ")).unwrap();
    line.rsplit(' ').next().unwrap().to_owned()
}

#[test]
fn accounts_are_looked_after_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let (data, key, code) = place(folder.path());
    assert_eq!(code.len(), 24, "{code}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let again = run(&["register", "key", &key]);
    assert_eq!(again.status.code(), Some(2), "an existing key stays");
    let listed = || printed(&run(&["account", "list", "--data", &data]));
    assert!(listed().contains("j.jansen\tJ. Jansen\tbeheer\tinvited\t-"), "{}", listed());

    let invite = |account: &str| run(&["account", "invite", "--data", &data, "--key", &key, account]);
    assert_ne!(code_of(&printed(&invite("j.jansen"))), code);
    assert!(printed(&invite("niemand")).contains("there is no account niemand"));
    let add = |account: &str, role: &str| {
        printed(&run(&[
            "account", "add", "--data", &data, "--key", &key, account, "--name", "X", "--role", role,
        ]))
    };
    assert!(add("j.jansen", "beheer").contains("exists already"));
    assert!(add("Met Hoofdletters", "beheer").contains("This will not do"));
    assert!(add("p.pietersen", "koning").contains("There is no role koning"));

    // Another key does not fit, and a file that is no key says so.
    let other = folder.path().join("other").to_str().unwrap().to_owned();
    assert!(run(&["register", "key", &other]).status.success());
    let wrong = run(&["account", "invite", "--data", &data, "--key", &other, "j.jansen"]);
    assert!(!wrong.status.success() && printed(&wrong).contains("does not fit"), "{}", printed(&wrong));
    std::fs::write(&other, "geen sleutel").unwrap();
    let wrong = run(&["account", "invite", "--data", &data, "--key", &other, "j.jansen"]);
    assert!(printed(&wrong).contains("this is not a key file"), "{}", printed(&wrong));

    // Without a key there is no signing in with a password; with one there is, and a session can be made shorter.
    let serve = ["serve", "--data", &data, "--port", "0"];
    let without = Server::start(&serve);
    assert!(!without.ask("GET", "/", None, "").contains("/aanmelden/wachtwoord"));
    assert!(without.stop());
    let with = Server::start(&[&serve[..], &["--key", &key, "--idle", "5"]].concat());
    let page = with.ask("GET", "/", None, "");
    assert!(page.contains("/aanmelden/wachtwoord") && !page.contains("/aanmelden/passkey"), "{page}");
    assert!(with.stop());
    for (options, said) in [
        (vec!["--idle", "0"], "1..=600"),
        (vec!["--key", &key, "--origin", "http://leerloop.example.nl"], "no passkeys at the address"),
        (vec!["--origin", "https://leerloop.example.nl"], "--key"),
    ] {
        let refused = run(&[&serve[..], &options].concat());
        assert!(!refused.status.success() && printed(&refused).contains(said), "{}", printed(&refused));
    }

    let end = || run(&["account", "end", "--data", &data, "j.jansen"]);
    assert!(printed(&end()).contains("The account j.jansen was ended"));
    assert!(listed().contains("beheer\tended"), "{}", listed());
    assert!(!end().status.success(), "once");
    let whole = run(&["register", "verify", "--data", &data]);
    assert!(whole.status.success(), "{}", printed(&whole));
}

/// Password and code, then a passkey, in Chromium with a device of its own.
#[test]
fn a_passkey_in_a_real_browser() {
    let browser = workspace().join("tests/browser");
    let chromium = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".into());
    if !Path::new(&chromium).exists() || !browser.join("node_modules/playwright-core").exists() {
        eprintln!("SKIPPED: no Chromium, or the packages of the browser tests are not there");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (data, key, code) = place(folder.path());
    // Browsers make passkeys at a name, not at a number, and the port has to be known beforehand.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let origin = format!("http://localhost:{port}");
    let port = port.to_string();
    let server =
        Server::start(&["serve", "--data", &data, "--key", &key, "--port", &port, "--origin", &origin]);
    let output = Command::new("node")
        .args(["--test", "--test-reporter=spec", "passkeys.js"])
        .current_dir(&browser)
        .env("LEERLOOP_URL", &origin)
        .env("LEERLOOP_CODE", code)
        .env("CHROMIUM", chromium)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("pass 2"), "{said}");
    assert!(server.stop());
}
