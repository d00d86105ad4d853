//! The logbook sent to a small receiver that fails now and then: nothing is lost, nothing comes twice. And the commands of
//! seals, as one uses them.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use crate::program::{leerloop, printed, run};

/// What the receiver stored: span and how many times it came.
#[derive(Clone, Default)]
struct Ontvanger(Arc<Mutex<(u32, BTreeMap<String, u32>)>>);

fn body_of(stream: &TcpStream) -> Vec<u8> {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        if line.trim().is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    body
}

impl Ontvanger {
    fn start(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/v1/traces", listener.local_addr().unwrap());
        let me = self.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().map(Result::unwrap) {
                me.take(stream);
            }
        });
        address
    }

    fn take(&self, mut stream: TcpStream) {
        let body = body_of(&stream);
        let mut state = self.0.lock().unwrap();
        state.0 += 1;
        // Every second request is refused before anything is stored.
        let answer = if state.0 % 2 == 1 {
            "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
        } else {
            let sent: serde_json::Value = serde_json::from_slice(&body).unwrap();
            for span in sent["resourceSpans"][0]["scopeSpans"][0]["spans"].as_array().unwrap() {
                assert_eq!(span["traceId"].as_str().unwrap().len(), 32);
                let keys: Vec<&str> = span["attributes"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|a| a["key"].as_str().unwrap())
                    .collect();
                assert!(
                    keys.contains(&"dpl.core.processing_activity_id")
                        && keys.contains(&"dpl.core.data_subject_id")
                );
                *state.1.entry(span["spanId"].as_str().unwrap().to_owned()).or_default() += 1;
            }
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}"
        };
        drop(state);
        stream.write_all(answer.as_bytes()).unwrap();
    }
}

#[test]
fn a_receiver_that_fails_gets_everything_once() {
    let base = tempfile::tempdir().unwrap();
    let data = base.path().join("data");
    let data = data.to_str().unwrap();
    let made = run(&[
        "demo",
        "--no-serve",
        "--scale",
        "0.002",
        "--months",
        "4",
        "--until",
        "2026-10-31",
        "--data",
        data,
    ]);
    assert!(made.status.success(), "{}", printed(&made));
    let file = base.path().join("logboek.jsonl");
    let period = ["--from", "2026-01-01", "--to", "2026-12-31", "--data", data];
    let to_file: Vec<&str> = ["register", "logbook", "export", "--file", file.to_str().unwrap()]
        .into_iter()
        .chain(period)
        .collect();
    assert!(run(&to_file).status.success());
    let mut expected = BTreeMap::new();
    for line in std::fs::read_to_string(&file).unwrap().lines() {
        let sent: serde_json::Value = serde_json::from_str(line).unwrap();
        for span in sent["resourceSpans"][0]["scopeSpans"][0]["spans"].as_array().unwrap() {
            expected.insert(span["spanId"].as_str().unwrap().to_owned(), 1_u32);
        }
    }
    assert!(expected.len() > 50, "{}", expected.len());

    let receiver = Ontvanger::default();
    let endpoint = receiver.start();
    let send: Vec<&str> =
        ["register", "logbook", "export", "--endpoint", &endpoint].into_iter().chain(period).collect();
    let mut runs = 0;
    loop {
        runs += 1;
        assert!(runs < 500, "it never comes to an end");
        if run(&send).status.success() && receiver.0.lock().unwrap().1.len() >= expected.len() {
            break;
        }
    }
    let state = receiver.0.lock().unwrap();
    let twice = state.1.values().filter(|times| **times > 1).count();
    let lost = expected.keys().filter(|span| !state.1.contains_key(*span)).count();
    println!(
        "{} log lines in {} requests and {runs} runs, half of the requests refused: {lost} lost, {twice} doubled",
        expected.len(),
        state.0
    );
    assert_eq!(state.1, expected);
}

#[test]
fn seals_are_made_kept_and_held_against_the_journal() {
    let base = tempfile::tempdir().unwrap();
    let path = |name: &str| base.path().join(name).to_str().unwrap().to_owned();
    let (data, key, public, anchor) = (path("data"), path("zegel"), path("zegel.pub"), path("ankers"));
    let made = run(&[
        "demo",
        "--no-serve",
        "--scale",
        "0.002",
        "--months",
        "2",
        "--until",
        "2026-10-31",
        "--data",
        &data,
    ]);
    assert!(made.status.success(), "{}", printed(&made));
    assert!(run(&["register", "seal-key", &key]).status.success());
    assert_eq!(run(&["register", "seal-key", &key]).status.code(), Some(2), "a key is never written over");
    let seal = ["register", "seal", "--key", &key, "--to", &anchor, "--data", &data];
    assert!(run(&seal).status.success());
    let seals = std::fs::read_to_string(&anchor).unwrap();
    assert!(seals.lines().count() > 20);
    assert!(run(&seal).status.success());
    assert!(std::fs::read_to_string(&anchor).unwrap().starts_with(&seals), "only added to");
    let verify = ["register", "verify", "--anchor", &anchor, "--key", &public, "--data", &data];
    let whole = run(&verify);
    assert!(whole.status.success(), "{}", printed(&whole));
    let forged = seals.replacen(' ', " 9", 1);
    std::fs::write(&anchor, forged).unwrap();
    assert_eq!(run(&verify).status.code(), Some(1));
    let nothing =
        leerloop(&["register", "verify", "--anchor", "/bestaat/niet", "--data", &data]).output().unwrap();
    assert_eq!(nothing.status.code(), Some(2));
}
