//! `leerloop ijw check`: is a message right, by the schema and by the rules within it?

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::Path;

use anyhow::Result;
use ijw::stuf::{self, Reden};
use ijw::{Berichttype, Bevinding, MAX_BYTES};
use serde_json::Value;
use web::Taal;

use crate::options::Check;
use crate::spraak::Spraak;
use crate::{FAILED, GOOD, PARTLY};

/// A fault against XML, the schema or the envelope.
struct Vormfout {
    regel: u32,
    pad: String,
    wat: String,
    doe: String,
}

/// A rule within the message that is broken, with the lines of its paths.
struct Regelfout {
    bevinding: Bevinding,
    regels: Vec<Option<u32>>,
}

/// What was found in one file.
#[derive(Default)]
struct Verslag {
    /// The kind of the envelope that the message was taken out of.
    envelop: Option<&'static str>,
    berichttype: Option<Berichttype>,
    vorm: Vec<Vormfout>,
    regels: Vec<Regelfout>,
}

impl Verslag {
    const fn is_faultless(&self) -> bool {
        self.vorm.is_empty() && self.regels.is_empty()
    }
}

pub(crate) fn run(spraak: &Spraak, options: &Check) -> Result<u8> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut outcome = GOOD;
    for path in &options.files {
        let name = path.to_string_lossy();
        let bytes = match read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let cannot = spraak.say("bestand-onleesbaar", &[("bestand", name.as_ref().into())]);
                eprintln!("{}", spraak.say("fout", &[("reden", format!("{cannot}: {error}").into())]));
                outcome = outcome.max(FAILED);
                continue;
            }
        };
        let found = check(spraak, &bytes);
        if !found.is_faultless() {
            outcome = outcome.max(PARTLY);
        }
        if options.json {
            if let Some(envelop) = envelope(spraak, &name, &found) {
                eprintln!("{envelop}");
            }
            writeln!(out, "{}", json(&name, &found))?;
        } else {
            print(&mut out, spraak, &name, &found)?;
        }
        out.flush()?;
    }
    Ok(outcome)
}

/// The bytes of a file, or of standard input: no more than what shows that it is too large.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    if path == Path::new("-") {
        return read_bounded(std::io::stdin().lock());
    }
    read_bounded(File::open(path)?)
}

fn read_bounded(mut source: impl Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.by_ref().take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_BYTES && stuf::is_envelop(&bytes) {
        source.take((stuf::MAX_ENVELOP - MAX_BYTES) as u64).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn check(spraak: &Spraak, bytes: &[u8]) -> Verslag {
    if !stuf::is_envelop(bytes) {
        return check_message(spraak, bytes);
    }
    let faulty = |regel, pad: &str, reden: &Reden| {
        let (wat, doe) = envelope_fault(spraak, reden);
        Verslag { vorm: vec![Vormfout { regel, pad: pad.to_owned(), wat, doe }], ..Verslag::default() }
    };
    let envelop = match stuf::lees(bytes) {
        Ok(envelop) => envelop,
        Err(fout) => return faulty(fout.regel, &fout.pad, &fout.reden),
    };
    let found = match envelop.bericht() {
        Ok(bericht) => check_message(spraak, bericht.as_bytes()),
        Err(reden) => faulty(1, "/", &reden),
    };
    Verslag { envelop: Some(envelop.berichtcode()), ..found }
}

fn check_message(spraak: &Spraak, bytes: &[u8]) -> Verslag {
    match ijw::lees(bytes) {
        Ok(bericht) => {
            let bevindingen = ijw::keur(&bericht);
            let paden: Vec<&str> =
                bevindingen.iter().flat_map(|bevinding| &bevinding.paden).map(String::as_str).collect();
            let mut lines =
                if paden.is_empty() { Vec::new() } else { ijw::regelnummers(bytes, &paden) }.into_iter();
            let regels = bevindingen
                .into_iter()
                .map(|bevinding| {
                    let regels = lines.by_ref().take(bevinding.paden.len()).collect();
                    Regelfout { bevinding, regels }
                })
                .collect();
            Verslag { berichttype: Some(bericht.berichttype()), regels, ..Verslag::default() }
        }
        Err(afkeuring) => {
            let vorm = afkeuring.fouten.into_iter().map(|fout| {
                let (wat, doe) = spraak.objection(fout.soort.code(), &owned(fout.soort.args()));
                Vormfout { regel: fout.regel, pad: fout.pad, wat, doe }
            });
            Verslag { berichttype: afkeuring.berichttype, vorm: vorm.collect(), ..Verslag::default() }
        }
    }
}

fn owned(args: Vec<(&'static str, String)>) -> Vec<(String, String)> {
    args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// What is wrong with an envelope and what to do about it. Faults that messages have too are said with the same words.
fn envelope_fault(spraak: &Spraak, reden: &Reden) -> (String, String) {
    if let Reden::Vorm(soort) = reden {
        return spraak.objection(soort.code(), &owned(soort.args()));
    }
    let naam = match reden {
        Reden::OntbrekendAttribuut { naam } | Reden::OnjuistAttribuut { naam, .. } => *naam,
        _ => "",
    };
    let key = match reden {
        Reden::GeenEnvelop { .. } => "check-geen-envelop",
        Reden::OntbrekendAttribuut { .. } => "check-attribuut-ontbreekt",
        Reden::OnjuistAttribuut { .. } => "check-attribuut-onjuist",
        Reden::InhoudTeGroot { .. } => return spraak.objection("te-groot", &[]),
        Reden::InhoudCodering => return spraak.objection("codering", &[]),
        Reden::Base64 => "check-geen-base64",
        Reden::Bom => "check-bom",
        Reden::GeenXmlBestand => "check-zonder-bericht",
        _ => "check-envelop-onjuist",
    };
    (spraak.say(key, &[("naam", naam.into())]), spraak.say("check-envelop-doe", &[]))
}

fn envelope(spraak: &Spraak, name: &str, found: &Verslag) -> Option<String> {
    let soort = found.envelop?;
    Some(spraak.say("check-envelop", &[("bestand", name.into()), ("soort", soort.into())]))
}

fn print(out: &mut impl Write, spraak: &Spraak, name: &str, found: &Verslag) -> Result<()> {
    if let Some(envelop) = envelope(spraak, name, found) {
        writeln!(out, "{envelop}")?;
    }
    let bericht = found.berichttype.map_or("geen", Berichttype::naam);
    let aantal = found.vorm.len() + found.regels.len();
    let key = if found.is_faultless() { "check-goed" } else { "check-fouten" };
    let args = [("bestand", name.into()), ("bericht", bericht.into()), ("aantal", aantal.into())];
    writeln!(out, "{}", spraak.say(key, &args))?;
    for fout in &found.vorm {
        let plaats =
            spraak.say("import-plaats", &[("regel", fout.regel.into()), ("pad", fout.pad.as_str().into())]);
        writeln!(out, "  {plaats}: {} {}", fout.wat, fout.doe)?;
    }
    for Regelfout { bevinding, regels } in &found.regels {
        let plaatsen: Vec<String> = bevinding
            .paden
            .iter()
            .zip(regels)
            .map(|(pad, regel)| match regel {
                Some(regel) => {
                    spraak.say("import-plaats", &[("regel", (*regel).into()), ("pad", pad.as_str().into())])
                }
                None => pad.clone(),
            })
            .collect();
        let uitleg = match spraak.taal() {
            Taal::Nl => &bevinding.regel.nl,
            Taal::En => &bevinding.regel.en,
        };
        writeln!(out, "  {}: {} {} ({})", plaatsen.join("; "), uitleg.wat, uitleg.doe, bevinding.regel.code)?;
    }
    Ok(())
}

/// One object on one line. The order of the keys is part of what is promised, so that it is written out here.
fn json(name: &str, found: &Verslag) -> String {
    let text = |text: &str| Value::from(text).to_string();
    let message = found.berichttype.map_or(Value::Null, |berichttype| berichttype.naam().into());
    let schema = if found.vorm.is_empty() { "ok" } else { "fault" };
    let vorm =
        list(&found.vorm, |fout| format!("{{\"path\":{},\"text\":{}}}", text(&fout.pad), text(&fout.wat)));
    let regels = list(&found.regels, |Regelfout { bevinding, .. }| {
        let paths = Value::from(bevinding.paden.clone());
        let (rule, code) = (text(bevinding.regel.code), text(bevinding.regel.retourcode));
        format!("{{\"rule\":{rule},\"code\":{code},\"paths\":{paths}}}")
    });
    format!(
        "{{\"file\":{},\"message\":{message},\"schema\":\"{schema}\",\"schemaFaults\":{vorm},\"faults\":{regels}}}",
        text(name)
    )
}

fn list<T>(things: &[T], each: impl Fn(&T) -> String) -> String {
    let things: Vec<String> = things.iter().map(each).collect();
    format!("[{}]", things.join(","))
}
