//! Signing in at a real OpenID provider (the npm package `oidc-provider`), with a key and with a secret.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use register::{Opslag, Register};
use stelsel::{Identiteit, Rol};

use crate::program::{Server, leerloop, printed, run, workspace};

/// The provider; ended with the test.
struct Provider {
    child: Child,
    adres: String,
}

impl Drop for Provider {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Provider {
    /// `None`, said aloud, when Node or the package is not there.
    fn start(leerloop: &str, pem: &str, bsn: &str) -> Option<Self> {
        let folder = workspace().join("tests/oidc");
        if Command::new("node").arg("--version").output().is_err() {
            eprintln!("SKIPPED: no Node on this machine, so nobody signed in at a real provider");
            return None;
        }
        assert!(
            folder.join("node_modules/oidc-provider").exists(),
            "the provider is not there: npm ci --prefix tests/oidc"
        );
        let settings = serde_json::json!({
            "redirects": {
                "sleutel": format!("{leerloop}/aanmelden/terug/sleutel"),
                "geheim": format!("{leerloop}/aanmelden/terug/geheim"),
                "digid": format!("{leerloop}/aanmelden/terug/digid"),
            },
            "secret": SECRET, "key": pem, "bsn": { "inwoner-1": bsn },
        });
        let mut child = Command::new("node")
            .arg(folder.join("provider.js"))
            .arg(settings.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let adres = lines.find(|line| line.starts_with("http://")).expect("the provider says its address");
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self { child, adres })
    }

    /// Who signs in from now on, and at which level.
    fn word(&self, sub: &str, acr: &str, error: &str) {
        let answer = ask("GET", &format!("{}/word?sub={sub}&acr={acr}&error={error}", self.adres), "", "");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
}

const SECRET: &str = "geheim: met % en een spatie, minstens 32 tekens";

/// One request; head and body of the answer.
fn ask(method: &str, url: &str, cookies: &str, form: &str) -> String {
    let rest = url.strip_prefix("http://").unwrap_or_else(|| panic!("not of this machine: {url}"));
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let mut stream = TcpStream::connect(host).unwrap();
    write!(
        stream,
        "{method} /{path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookies}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{form}",
        form.len()
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let head = answer.split("\r\n\r\n").next()?;
    head.lines().find_map(|line| {
        let (key, value) = line.split_once(": ")?;
        key.eq_ignore_ascii_case(name).then_some(value)
    })
}

/// The cookies of an answer, on top of those that a browser has.
fn keep(jar: &mut Vec<(String, String)>, answer: &str) {
    let head = answer.split("\r\n\r\n").next().unwrap();
    for line in head.lines() {
        let Some((key, value)) = line.split_once(": ") else { continue };
        if key.eq_ignore_ascii_case("set-cookie") {
            let (name, value) = value.split(';').next().unwrap().split_once('=').unwrap();
            jar.retain(|(known, _)| known != name);
            if !value.is_empty() {
                jar.push((name.to_owned(), value.to_owned()));
            }
        }
    }
}

fn cookies(jar: &[(String, String)]) -> String {
    jar.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
}

/// The button: the form of the first page, with its proof.
fn begin(leerloop: &str, naam: &str) -> (String, Vec<(String, String)>) {
    let mut ours = Vec::new();
    let page = ask("GET", &format!("{leerloop}/"), "", "");
    keep(&mut ours, &page);
    let proof = page.split("name=\"bewijs\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let form = format!("naar=%2Fberichten&bewijs={proof}");
    let begun = ask("POST", &format!("{leerloop}/aanmelden/bij/{naam}"), &cookies(&ours), &form);
    keep(&mut ours, &begun);
    (begun, ours)
}

/// Signs in as a browser does: the button, the provider and its own pages, and back.
fn sign_in(leerloop: &str, provider: &Provider, naam: &str) -> (String, Vec<(String, String)>) {
    let mut theirs = Vec::new();
    let (begun, mut ours) = begin(leerloop, naam);
    let mut next = header(&begun, "refresh").unwrap_or_else(|| panic!("{begun}")).replace("0; url=", "");
    for _ in 0..8 {
        if next.starts_with(leerloop) {
            let answer = ask("GET", &next, &cookies(&ours), "");
            keep(&mut ours, &answer);
            return (answer, ours);
        }
        if next.starts_with('/') {
            next = format!("{}{next}", provider.adres);
        }
        let answer = ask("GET", &next, &cookies(&theirs), "");
        keep(&mut theirs, &answer);
        header(&answer, "location").unwrap_or_else(|| panic!("{next}: {answer}")).clone_into(&mut next);
    }
    panic!("the provider keeps sending us on: {next}")
}

fn settings(folder: &Path, leerloop: &str, issuer: &str) -> PathBuf {
    std::fs::copy(workspace().join("crates/web/tests/it/oidc/es256.pem"), folder.join("sleutel.pem"))
        .unwrap();
    std::fs::write(folder.join("geheim.txt"), format!("{SECRET}\n")).unwrap();
    // One issuer stands once in a file; the same provider under two names is two files.
    let provider = |name: &str, kind: &str, client: &str, more: &str| {
        let text = format!(
            "address = \"{leerloop}\"\n\n[[provider]]\nname = \"{name}\"\nkind = \"{kind}\"\n\
             label = {{ nl = \"Inloggen\", en = \"Sign in\" }}\nissuer = \"{issuer}\"\n\
             client-id = \"{client}\"\nacr = [\"hoog\"]\n{more}\n"
        );
        std::fs::write(folder.join(format!("{name}.toml")), text).unwrap();
    };
    provider("sleutel", "staff", "met-sleutel", "private-key = \"sleutel.pem\"\nkey-id = \"ons\"");
    provider("geheim", "staff", "met-geheim", "client-secret = \"geheim.txt\"");
    provider("digid", "resident", "met-geheim", "client-secret = \"geheim.txt\"\nbsn-claim = \"urn:bsn\"");
    folder.to_owned()
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

#[test]
fn employees_and_residents_sign_in_at_a_real_provider() {
    let data = tempfile::tempdir().unwrap();
    let place = data.path().to_str().unwrap();
    let message = workspace().join("crates/ijw/tests/goud/jw301-ok-specifiek.xml");
    assert!(run(&["import", "--data", place, message.to_str().unwrap()]).status.success());
    let xml = std::fs::read_to_string(message).unwrap();
    let bsn: String = xml.split("Bsn>").nth(1).unwrap().chars().take(9).collect();
    let register =
        Register::open(&Opslag::Map(data.path().into()), Arc::new(::leerloop::SystemKlok)).unwrap();
    register.put_account(&Identiteit::new("samira", "Samira Bouali", Rol::Beheer)).unwrap();
    drop(register);

    let port = free_port().to_string();
    let leerloop = format!("http://127.0.0.1:{port}");
    let pem = std::fs::read_to_string(workspace().join("crates/web/tests/it/oidc/es256.pem")).unwrap();
    let Some(provider) = Provider::start(&leerloop, &pem, &bsn) else { return };
    let folder = settings(data.path(), &leerloop, &provider.adres);
    let (mut accepted, mut refused) = (0, 0);
    for naam in ["sleutel", "geheim"] {
        let file = folder.join(format!("{naam}.toml"));
        let server =
            Server::start(&["serve", "--data", place, "--port", &port, "--sign-in", file.to_str().unwrap()]);
        provider.word("samira-sub", "hoog", "");
        if naam == "sleutel" {
            let (unknown, jar) = sign_in(&leerloop, &provider, naam);
            assert!(unknown.starts_with("HTTP/1.1 403") && unknown.contains("samira-sub"), "{unknown}");
            assert!(!jar.iter().any(|(name, _)| name == "leerloop"));
            refused += 1;
            let link = ["--issuer", &provider.adres, "--subject", "samira-sub"];
            let linked = run(&[&["account", "link", "samira", "--data", place], &link[..]].concat());
            assert!(linked.status.success(), "{}", printed(&linked));
            let nobody = run(&[&["account", "link", "niemand", "--data", place], &link[..]].concat());
            assert_eq!(nobody.status.code(), Some(2), "{}", printed(&nobody));
        }
        let (answer, jar) = sign_in(&leerloop, &provider, naam);
        assert!(answer.starts_with("HTTP/1.1 303"), "{naam}: {answer}");
        assert_eq!(header(&answer, "location"), Some("/berichten"));
        let page = ask("GET", &format!("{leerloop}/berichten"), &cookies(&jar), "");
        assert!(page.starts_with("HTTP/1.1 200") && page.contains("Samira Bouali"), "{page}");
        let bye = ask("GET", &format!("{leerloop}/afgemeld"), &cookies(&jar), "");
        assert!(bye.contains("/session/end?client_id="), "{bye}");
        accepted += 1;
        for (sub, acr, error, status) in [
            ("samira-sub", "laag", "", "403"),
            ("samira-sub", "hoog", "access_denied", "403"),
            ("ander", "hoog", "", "403"),
        ] {
            provider.word(sub, acr, error);
            let (answer, jar) = sign_in(&leerloop, &provider, naam);
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{sub} {acr} {error}: {answer}");
            assert!(!jar.iter().any(|(name, _)| name == "leerloop"), "{sub} {acr} {error}");
            refused += 1;
        }
        assert!(server.stop());
    }
    let file = folder.join("digid.toml");
    let server =
        Server::start(&["serve", "--data", place, "--port", &port, "--sign-in", file.to_str().unwrap()]);
    assert!(begin(&leerloop, "geheim").0.starts_with("HTTP/1.1 404"), "another file, another provider");
    for (sub, status) in [("inwoner-1", "303"), ("samira-sub", "502")] {
        provider.word(sub, "hoog", "");
        let (answer, _) = sign_in(&leerloop, &provider, "digid");
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{sub}: {answer}");
        if status == "303" { accepted += 1 } else { refused += 1 }
    }
    assert!(server.stop());
    println!("at a real provider: {accepted} signed in (key, secret, resident), {refused} refused");
    assert_eq!((accepted, refused), (3, 8));
}

#[test]
fn settings_that_are_wrong_say_what_to_do() {
    let data = tempfile::tempdir().unwrap();
    let good = std::fs::read_to_string({
        settings(data.path(), "https://leerloop.nl", "https://inloggen.nl");
        data.path().join("geheim.toml")
    })
    .unwrap();
    let file = data.path().join("fout.toml");
    let cases = [
        ("nonsense", "= = =".to_owned(), "line 1"),
        ("empty", "address = \"https://leerloop.nl\"\nprovider = []".to_owned(), "[[provider]]"),
        ("a word too many", good.replace("client-id", "klant"), "klant"),
        ("no acr", good.replace("acr = [\"hoog\"]", ""), "acr"),
        ("acr empty", good.replace("[\"hoog\"]", "[]"), "acr of geheim is missing"),
        ("both proofs", format!("{good}private-key = \"sleutel.pem\""), "exactly one"),
        ("no proof", good.replace("client-secret = \"geheim.txt\"", ""), "exactly one"),
        ("no such file", good.replace("geheim.txt", "weg.txt"), "weg.txt cannot be read"),
        ("no https", good.replace("https://inloggen.nl", "http://inloggen.nl"), "https"),
        ("own address", good.replace("https://leerloop.nl", "https://leerloop.nl/x"), "without a path"),
        ("staff with a number", format!("{good}bsn-claim = \"x\""), "take bsn-claim away"),
        ("resident without", good.replace("staff", "resident"), "by bsn-claim"),
        ("other kind", good.replace("staff", "boss"), "line 5"),
        ("a key that is none", good.replace("client-secret", "private-key"), "ES256"),
        ("too long", format!("{good}token-minutes = 600"), "between 1 and 120"),
    ];
    for (what, text, said) in &cases {
        std::fs::write(&file, text).unwrap();
        let place = data.path().join("d");
        let output = leerloop(&[
            "serve",
            "--data",
            place.to_str().unwrap(),
            "--port",
            "0",
            "--sign-in",
            file.to_str().unwrap(),
        ])
        .output()
        .unwrap();
        assert_eq!(output.status.code(), Some(2), "{what}");
        let printed = printed(&output);
        assert!(printed.contains(said), "{what}: {printed}");
        assert!(!printed.contains(SECRET), "{what}: the secret is printed");
    }
    println!("{} wrong files refused, each with what to do", cases.len());
}
