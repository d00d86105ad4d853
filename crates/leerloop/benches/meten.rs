//! Measures what docs/performance.md tells: `cargo bench -p leerloop`. Not a test: it judges nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

#[path = "../../register/tests/it/cluster.rs"]
mod cluster;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use leerloop::SystemKlok;
use leerloop::batches::{Portie, store_all};
use register::{Aangeboden, Opslag, Register, Stuk, Uitkomst, Wijze};

const SMALL_MESSAGES: u32 = 60_000;
const READERS: usize = 50;
const SECONDS: u64 = 8;

fn main() {
    println!(
        "machine: {} cores, {}",
        std::thread::available_parallelism().map_or(0, usize::from),
        processor()
    );
    let folder = tempfile::tempdir().unwrap();
    import_rate("SQLite", &Opslag::Map(folder.path().into()));
    if let Some(cluster) = cluster::Cluster::start() {
        import_rate("PostgreSQL", &Opslag::Postgres(cluster.database()));
    }
    full_demo();
}

fn processor() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    info.lines()
        .find_map(|l| l.strip_prefix("model name"))
        .map(|l| l.trim_matches(['\t', ' ', ':']).to_owned())
        .unwrap_or_default()
}

/// Small messages (JW305) per second, read, checked, stored durably, with their lines in the journal.
fn import_rate(name: &str, opslag: &Opslag) {
    let register = Register::open(opslag, Arc::new(SystemKlok)).unwrap();
    let template = include_str!("../../ijw/tests/goud/jw305-ok.xml");
    let between = |tag: &str| template.split(tag).nth(1).unwrap().split('<').next().unwrap();
    let (id, bsn, number) = (between("<ijw:Identificatie>"), between("Bsn>"), between("ToewijzingNummer>"));
    let bytes = template.len();
    let ontvangen = "2026-11-01T09:00:00Z".parse().unwrap();
    let sound = |number: &String| stelsel::Bsn::parse(number).is_ok_and(stelsel::Bsn::passes_elfproef);
    let numbers = (900_000_000_u32..).map(|number| number.to_string()).filter(sound);
    let bsns: Vec<String> = numbers.take(SMALL_MESSAGES as usize / 3 + 1).collect();
    let piece = |n: u32| {
        let xml = template
            .replace(&format!(">{id}<"), &format!(">{n}<"))
            .replace(&format!(">{bsn}<"), &format!(">{}<", bsns[n as usize / 3]))
            .replace(&format!(">{number}<"), &format!(">{}<", 1_000 + n));
        Stuk::Bestand(Aangeboden { bestand: format!("{n}.xml"), bytes: xml.into_bytes(), ontvangen })
    };
    let begun = Instant::now();
    let mut stored = 0_u32;
    store_all(&register, Wijze::Archief, Portie::IMPORT, (0..SMALL_MESSAGES).map(piece), |_, outcome| {
        stored += u32::from(matches!(outcome, Uitkomst::Opgenomen(_)));
    })
    .unwrap();
    let seconds = begun.elapsed().as_secs_f64();
    assert_eq!(stored, SMALL_MESSAGES);
    println!(
        "import into {name}: {:.0} small messages/s ({SMALL_MESSAGES} of about {bytes} bytes in {seconds:.1} s)",
        f64::from(stored) / seconds
    );
}

struct Server(Child, String);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn full_demo() {
    let folder = tempfile::tempdir().unwrap();
    let begun = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_leerloop"))
        .args(["demo", "--port", "0", "--data", folder.path().to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let address = lines
        .find_map(|line| {
            line.unwrap().split_whitespace().find(|w| w.starts_with("http://")).map(str::to_owned)
        })
        .unwrap();
    std::thread::spawn(move || lines.for_each(drop));
    let server = Server(child, address.trim_start_matches("http://").to_owned());
    let mut start = Connection::open(&server.1, "");
    assert!(start.get("/").contains("Samira"));
    println!("full demo: first page {:.1} s after the start of the program", begun.elapsed().as_secs_f64());

    let samira = sign_in(&server.1, "samira");
    let families = Connection::open(&server.1, &samira).get("/gezinnen");
    let family =
        families.split("href=\"/gezin/").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let family = format!("/gezin/{family}");
    let region = Connection::open(&server.1, &samira).get("/regio");
    assert!(region.contains("WK075801"));
    println!("memory of the serving process after the first pages: {} MB", memory(server.0.id()));
    for (name, path) in [("family", family.as_str()), ("neighbourhood", "/wijk/WK075801")] {
        concurrent(name, &server.1, &samira, path);
    }
    println!("memory of the serving process after that: {} MB", memory(server.0.id()));
}

/// Resident memory in MB.
fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:")).unwrap_or("0");
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or_default() / 1024
}

fn concurrent(name: &str, host: &str, cookie: &str, path: &str) {
    let until = Instant::now() + Duration::from_secs(SECONDS);
    let times: Vec<Duration> = std::thread::scope(|scope| {
        let readers: Vec<_> = (0..READERS)
            .map(|_| {
                scope.spawn(move || {
                    let mut connection = Connection::open(host, cookie);
                    let mut times = Vec::new();
                    while Instant::now() < until {
                        let begun = Instant::now();
                        assert!(connection.get(path).starts_with("HTTP/1.1 200"));
                        times.push(begun.elapsed());
                    }
                    times
                })
            })
            .collect();
        readers.into_iter().flat_map(|r| r.join().unwrap()).collect()
    });
    let mut times = times;
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)].as_millis();
    let rate = times.len() as u64 / SECONDS;
    println!("{name} page, {READERS} readers at once: p50 {} ms, p99 {} ms, {rate} pages/s", at(50), at(99));
}

fn sign_in(host: &str, account: &str) -> String {
    let mut connection = Connection::open(host, "");
    let page = connection.get("/");
    let proof =
        page.split("name=\"bewijs\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    connection.cookie = given_cookie(&page);
    let answer = connection.ask("POST", "/aanmelden", &format!("account={account}&bewijs={proof}"));
    given_cookie(&answer)
}

fn given_cookie(answer: &str) -> String {
    let cookie =
        answer.lines().find_map(|l| l.strip_prefix("set-cookie: ")).and_then(|l| l.split(';').next());
    cookie.unwrap().to_owned()
}

/// A connection that is kept.
struct Connection {
    stream: TcpStream,
    host: String,
    cookie: String,
}

impl Connection {
    fn open(host: &str, cookie: &str) -> Self {
        let stream = TcpStream::connect(host).unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, host: host.to_owned(), cookie: cookie.to_owned() }
    }

    fn get(&mut self, path: &str) -> String {
        self.ask("GET", path, "")
    }

    fn ask(&mut self, method: &str, path: &str, form: &str) -> String {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            self.cookie,
            form.len(),
            host = self.host,
        );
        self.stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        let mut buffer = vec![0; 65_536];
        loop {
            let got = self.stream.read(&mut buffer).unwrap();
            assert!(got > 0, "the server closed the connection");
            answer.extend_from_slice(&buffer[..got]);
            let text = String::from_utf8_lossy(&answer);
            let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
            let length = head
                .lines()
                .find_map(|l| l.strip_prefix("content-length: "))
                .and_then(|l| l.parse::<usize>().ok());
            if length.is_none_or(|length| body.len() >= length) {
                return text.into_owned();
            }
        }
    }
}
