//! kill -9 of the server while somebody types a conversation: what was acknowledged is there after the restart, and what was not
//! is sent again and stored once.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::program::{SMALL, Server, small_demo};

/// Kills in every run of the tests; `LEERLOOP_KILLS_GESPREK` asks for more.
const KILLS: u32 = 10;

/// One request; nothing when the server is gone before the whole answer came.
fn ask(host: &str, method: &str, path: &str, cookie: &str, form: &str) -> Option<String> {
    let mut stream = TcpStream::connect(host).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{form}",
        form.len()
    );
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    // A whole answer: the head, and as much of the body as it promised.
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let promised =
        head.lines().find_map(|line| line.strip_prefix("content-length: "))?.parse::<usize>().ok()?;
    (body.len() == promised).then_some(answer)
}

fn field(page: &str, name: &str) -> String {
    let rest =
        page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("{name}: {page}"));
    rest.split('"').next().unwrap().to_owned()
}

/// How many words stand in the field, all of them in order.
fn words(page: &str) -> u32 {
    let text = page.split("name=\"sterk\"").nth(1).unwrap().split_once('>').unwrap().1;
    let text = text.split("</textarea>").next().unwrap();
    let count = u32::try_from(text.split_whitespace().count()).unwrap();
    assert_eq!(text, typed(count), "nothing in between is missing");
    count
}

fn typed(count: u32) -> String {
    (1..=count).map(|n| format!("woord{n}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_was_acknowledged_survives_any_kill() {
    let kills = std::env::var("LEERLOOP_KILLS_GESPREK").ok().and_then(|n| n.parse().ok()).unwrap_or(KILLS);
    let data = tempfile::tempdir().unwrap();
    small_demo(data.path());
    let place = data.path().to_str().unwrap();
    let start = || Server::start(&[&["demo", "--data", place, "--port", "0"], &SMALL[..]].concat());
    let host = |server: &Server| server.address.trim_start_matches("http://").to_owned();

    let mut server = start();
    let cookie = server.sign_in("samira");
    let get = |server: &Server, path: &str| ask(&host(server), "GET", path, &cookie, "").unwrap();
    let families = get(&server, "/gezinnen");
    let family = families.split("href=\"/gezin/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let overview = format!("/gezin/{family}/gesprekken");
    let page = get(&server, &overview);
    let begin = format!("sleutel={}&bewijs={}", field(&page, "sleutel"), field(&page, "bewijs"));
    let opened = ask(&host(&server), "POST", &overview, &cookie, &begin).unwrap();
    let at = opened.lines().find_map(|line| line.strip_prefix("location: ")).unwrap().to_owned();

    let page = get(&server, &at);
    let (versie, beurt, bewijs) = (field(&page, "versie"), field(&page, "beurt"), field(&page, "bewijs"));
    let (mut acknowledged, mut posted, mut nr, mut lost, mut between) = (0_u32, 0_u32, 0_u32, 0_u32, 0_u32);
    let count = Arc::new(AtomicU32::new(0));
    for kill in 0..kills {
        // Somebody types: a word, a save, a word. The server is killed at a moment of its own.
        let victim = server.id();
        let wait = Duration::from_millis(40 + u64::from(kill) * 37 % 400);
        let counted = Arc::clone(&count);
        let killer = std::thread::spawn(move || {
            std::thread::sleep(wait);
            counted.fetch_add(1, Ordering::Relaxed);
            std::process::Command::new("kill").args(["-KILL", &victim.to_string()]).status().unwrap();
        });
        let mut unanswered = 0;
        loop {
            posted += 1;
            nr += 1;
            let form = format!(
                "versie={versie}&beurt={beurt}&beurt_nr={nr}&dag=2026-10-30&bewijs={bewijs}&sterk={}",
                typed(posted).replace(' ', "+")
            );
            let answer = ask(&host(&server), "POST", &format!("{at}/concept"), &cookie, &form);
            if let Some(answer) = answer {
                assert!(answer.contains("\"stand\":\"bewaard\""), "{answer}");
                acknowledged = posted;
            } else {
                unanswered += 1;
                break;
            }
        }
        killer.join().unwrap();
        drop(server);
        server = start();
        // The session is still there, and so is every word that was acknowledged.
        let now = words(&get(&server, &at));
        lost += acknowledged.saturating_sub(now);
        assert!(
            now >= acknowledged && now <= posted,
            "{now} words, {acknowledged} acknowledged, {posted} posted"
        );
        between += unanswered;
        // What was typed and not acknowledged is still on the page of who typed: it is posted again.
        posted = posted.max(now);
    }
    println!(
        "{kills} kills -9 while typing, {acknowledged} saves acknowledged, {between} without an answer: {lost} words lost"
    );
    assert_eq!((lost, count.load(Ordering::Relaxed)), (0, kills));
    assert!(acknowledged > kills, "the kills came between saves: {acknowledged}");
}
