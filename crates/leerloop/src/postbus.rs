//! Folders as a connector: what is put in the inbox is taken in, and what waits to be sent is put in the outbox.
//!
//! A file leaves the inbox only after it is stored, and a message counts as delivered only after its file is on the disk under
//! its own name. Whatever stops in between is done again, with the same outcome: a message that is known is not stored twice,
//! and a message that is put down again has the same name.

use std::collections::HashSet;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use register::{Ingang, MAX_ONTVANGEN, Register, Weg};

/// How often the folders are looked at.
const RONDE: Duration = Duration::from_secs(1);
/// A file that was changed this short ago may still be being written.
const RUST: Duration = Duration::from_secs(2);
/// How many messages are put down in one round.
const PORTIE: u32 = 200;

/// The folders of a connector; either may be absent.
pub(crate) struct Postbus {
    register: Register,
    inbox: Option<PathBuf>,
    outbox: Option<PathBuf>,
    /// Files that could not be taken, so that each is told of once.
    told: HashSet<PathBuf>,
}

impl Postbus {
    /// Makes the folders when they are not there.
    pub(crate) fn new(register: &Register, inbox: Option<PathBuf>, outbox: Option<PathBuf>) -> Result<Self> {
        for folder in inbox.iter().chain(&outbox) {
            register::eigen::make_folder(folder).with_context(|| folder.display().to_string())?;
        }
        let register = register.via(Ingang::by(Weg::Map));
        Ok(Self { register, inbox, outbox, told: HashSet::new() })
    }

    /// Goes on until told to stop.
    pub(crate) fn run(mut self, stop: &AtomicBool) {
        while !stop.load(Ordering::Relaxed) {
            if let Err(fault) = self.round(RUST) {
                // What went wrong may pass, such as a database that is away for a moment: the next round tries again.
                tracing::warn!(reden = format!("{fault:#}"), "the folders of the connector");
            }
            std::thread::sleep(RONDE);
        }
    }

    /// Takes in what is there, and puts down what waits. A file that makes trouble holds up none of the others.
    fn round(&mut self, rest: Duration) -> Result<()> {
        if let Some(inbox) = self.inbox.clone() {
            for path in waiting_in(&inbox, rest)? {
                match self.take(&path) {
                    Ok(()) => _ = self.told.remove(&path),
                    Err(fault) if self.told.insert(path) => {
                        tracing::warn!(reden = format!("{fault:#}"), "a file in the inbox stays there");
                    }
                    Err(_) => {}
                }
            }
        }
        if let Some(outbox) = &self.outbox {
            for message in self.register.waiting(PORTIE)? {
                let name = format!("{}_{}_{}.xml", message.soort.naam(), message.aanbieder, message.id);
                put_down(outbox, &name, &message.xml)?;
                self.register.delivered(message.id)?;
            }
        }
        Ok(())
    }

    /// Takes one file in.
    fn take(&self, path: &Path) -> Result<()> {
        let before = version(path)?;
        let bytes = read(path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let taken = self.register.receive(&name, bytes)?;
        if let (Some(fault), Some(outbox)) = (&taken.fout, &self.outbox) {
            put_down(outbox, &fault_name(fault), fault)?;
        }
        // Another file that came under the same name in the meantime is for the next round.
        if version(path)? == before {
            std::fs::remove_file(path)?;
        }
        Ok(())
    }
}

/// By what two contents of a file are told apart.
fn version(path: &Path) -> std::io::Result<(Option<SystemTime>, u64)> {
    let metadata = std::fs::metadata(path)?;
    Ok((metadata.modified().ok(), metadata.len()))
}

/// The name of a fault: another for every fault, whatever the file was called that it is about.
fn fault_name(fault: &[u8]) -> String {
    let number = ijw::stuf::lees(fault).map(|envelop| envelop.referentienummer().to_owned());
    format!("Fo01_{}.xml", number.unwrap_or_default())
}

/// The files that may be taken, the oldest first: no hidden ones, none that are still being written (`.tmp`,
/// `.part`, or changed a moment ago), and no links.
fn waiting_in(inbox: &Path, rest: Duration) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(inbox).with_context(|| inbox.display().to_string())? {
        let entry = entry?;
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let unfinished = name.starts_with('.') || name.ends_with(".tmp") || name.ends_with(".part");
        // It may have gone since the folder was read.
        let Ok(metadata) = entry.metadata() else { continue };
        let still = metadata.modified().ok().and_then(|at| at.elapsed().ok());
        if !unfinished && metadata.is_file() && still.is_none_or(|age| age >= rest) {
            files.push((metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH), path));
        }
    }
    // In the order in which they were put there: what was sent first should be judged first.
    files.sort();
    Ok(files.into_iter().map(|(_, path)| path).collect())
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let length = std::fs::metadata(path)?.len();
    if length > MAX_ONTVANGEN as u64 {
        return Err(std::io::Error::other(format!("{length} bytes is more than any message has")));
    }
    std::fs::read(path)
}

/// Writes a file whole: under another name first, and on the disk before it gets its own.
fn put_down(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let unfinished = folder.join(format!(".{name}.tmp"));
    let path = folder.join(name);
    let written = register::eigen::create(&unfinished).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&unfinished, &path)?;
        File::open(folder)?.sync_all()
    });
    written.with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use register::Opslag;
    use stelsel::VasteKlok;

    use super::*;

    const START: &str = include_str!("../../ijw/tests/goud/jw305-ok.xml");

    #[test]
    fn what_comes_in_is_answered_and_what_cannot_be_read_stops_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let klok = Arc::new(VasteKlok::new("2026-06-01T08:00:00Z".parse().unwrap()));
        let register = Register::open(&Opslag::Map(folder.path().join("data")), klok).unwrap();
        let (inbox, outbox) = (folder.path().join("in"), folder.path().join("uit"));
        let mut post = Postbus::new(&register, Some(inbox.clone()), Some(outbox.clone())).unwrap();
        std::fs::write(inbox.join("a-kapot.xml"), "geen bericht").unwrap();
        std::fs::write(inbox.join("b-start.xml"), START).unwrap();
        std::fs::write(inbox.join("c-half.xml.part"), START).unwrap();
        std::fs::write(inbox.join(".d-verborgen"), START).unwrap();
        std::fs::create_dir(inbox.join("map")).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", inbox.join("e-verwijzing")).unwrap();
        // More than any message has: it stays, and the others go on.
        File::create(inbox.join("a-groot.xml")).unwrap().set_len(MAX_ONTVANGEN as u64 + 1).unwrap();
        post.round(RUST).unwrap();
        assert_eq!(names(&outbox), Vec::<String>::new(), "nothing has come to rest yet");
        post.round(Duration::ZERO).unwrap();
        assert_eq!(names(&inbox), [".d-verborgen", "a-groot.xml", "c-half.xml.part", "e-verwijzing", "map"]);
        let answers = names(&outbox);
        assert_eq!(answers.len(), 1);
        assert!(answers[0].starts_with("JW306_99000001_"), "{answers:?}");
        let answer = ijw::lees(&std::fs::read(outbox.join(&answers[0])).unwrap()).unwrap();
        assert_eq!(answer.retourcodes().unwrap()[0].code(), "0200", "an allocation that nobody knows");
        assert_eq!(register.waiting(9).unwrap(), []);
        // The same file again changes nothing.
        std::fs::write(inbox.join("b-start.xml"), START).unwrap();
        post.round(Duration::ZERO).unwrap();
        assert_eq!(names(&outbox), answers);
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}
