//! `leerloop register logbook`: the logbook of processing as OTLP JSON, to a file or to a receiver.

use std::io::{BufWriter, Write as _};

use anyhow::{Context, Result, bail};
use register::{ACTIVITEITEN, Logregel, Register};
use serde_json::{Value, json};

use super::open_existing;
use crate::options::LogbookExport;
use crate::spraak::Spraak;
use crate::{GOOD, PARTLY};

/// Log lines in one request, at least; a line of the journal is never cut in two.
const PORTIE: usize = 500;

pub(crate) fn export(spraak: &Spraak, options: &LogbookExport) -> Result<u8> {
    let register = open_existing(spraak, &options.place)?;
    let days = register.logbook_days(options.from, options.to)?;
    let mut count = 0_usize;
    if let Some(file) = &options.file {
        let name = || file.display().to_string();
        let mut out = BufWriter::new(register::eigen::create(file).with_context(name)?);
        for dag in days {
            for portie in porties(register.logbook(dag, 0)?) {
                count += portie.len();
                serde_json::to_writer(&mut out, &otlp(&portie))?;
                out.write_all(b"\n")?;
            }
        }
        out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all().with_context(name)?;
    } else if let Some(endpoint) = &options.endpoint {
        for dag in days {
            if let Err(fault) = send_day(&register, endpoint, dag, &mut count) {
                let values = [("aantal", count.into()), ("reden", format!("{fault:#}").into())];
                eprintln!("{}", spraak.say("logboek-gestopt", &values));
                return Ok(PARTLY);
            }
        }
    }
    println!("{}", spraak.say("logboek-klaar", &[("aantal", count.into())]));
    Ok(GOOD)
}

/// Sends what a receiver has not confirmed of a day. What it confirmed is noted before going on.
fn send_day(register: &Register, endpoint: &str, dag: i64, count: &mut usize) -> Result<()> {
    let after = register.logbook_delivered(endpoint, dag)?;
    for portie in porties(register.logbook(dag, after)?) {
        let body = serde_json::to_vec(&otlp(&portie))?;
        let answer = ureq::post(endpoint).header("content-type", "application/json").send(&body[..])?;
        if !answer.status().is_success() {
            bail!("HTTP {}", answer.status().as_u16());
        }
        *count += portie.len();
        if let Some(last) = portie.last() {
            register.note_logbook_delivered(endpoint, dag, last.nr)?;
        }
    }
    Ok(())
}

fn porties(lines: Vec<Logregel>) -> Vec<Vec<Logregel>> {
    let mut out: Vec<Vec<Logregel>> = Vec::new();
    for line in lines {
        match out.last_mut() {
            Some(open) if open.len() < PORTIE || open.last().is_some_and(|last| last.nr == line.nr) => {
                open.push(line);
            }
            _ => out.push(vec![line]),
        }
    }
    out
}

/// Log lines as a request of OTLP (traces), in JSON.
fn otlp(lines: &[Logregel]) -> Value {
    let text = |key: &str, value: &str| json!({ "key": key, "value": { "stringValue": value } });
    let spans: Vec<Value> = lines
        .iter()
        .map(|line| {
            let mut span = json!({
                "traceId": line.trace,
                "spanId": line.span,
                "name": line.naam,
                "kind": 1,
                "startTimeUnixNano": format!("{}000000", line.begin),
                "endTimeUnixNano": format!("{}000000", line.eind),
                "status": { "code": 1 },
                "attributes": [
                    text("dpl.core.processing_activity_id", &line.activiteit),
                    text("dpl.core.data_subject_id", &line.betrokkene),
                    text("dpl.core.data_subject_id_type", "urn:leerloop:pseudoniem"),
                    text("leerloop.journaal", &line.journaal),
                ],
            });
            if let (Some(parent), Some(fields)) = (&line.ouder, span.as_object_mut()) {
                fields.insert("parentSpanId".to_owned(), json!(parent));
            }
            span
        })
        .collect();
    json!({ "resourceSpans": [{
        "resource": { "attributes": [
            text("service.name", "leerloop"),
            text("service.version", env!("CARGO_PKG_VERSION")),
        ] },
        "scopeSpans": [{ "scope": { "name": "logboek-dataverwerkingen" }, "spans": spans }],
    }] })
}

/// Prints the register of processing activities.
pub(crate) fn activities() {
    for activiteit in ACTIVITEITEN {
        println!("{}\n  {}\n  {}", activiteit.uri(), activiteit.naam, activiteit.grondslag);
    }
}
