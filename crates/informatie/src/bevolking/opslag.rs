//! The folder in which figures are kept.
//!
//! Every file has the first digits of its SHA-256 in its name, and `manifest.json` names the files that count. A change writes new files,
//! then the manifest under another name, and renames that: whoever reads, or pulls the plug, finds the state before or after it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::fout::BevolkingFout;

/// The version of the files that this program writes and reads.
pub(super) const SCHEMA: u32 = 1;

/// Name of the manifest.
pub(super) const MANIFEST: &str = "manifest.json";

/// What was imported once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoer {
    /// Name of the file.
    pub bestand: String,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Under which table its figures stand: the number of CBS (`85318NED`), or the name of the file.
    pub tabel: String,
    /// Who published it.
    pub bron: String,
    /// Day on which it was imported.
    pub gelezen: Date,
    /// What the importer said about it besides.
    pub gezegd: String,
}

/// A file of the folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Deel {
    pub(super) naam: String,
    pub(super) bytes: u64,
    pub(super) sha256: String,
}

/// What `manifest.json` holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) schema: u32,
    /// The files, by what they hold.
    pub(super) delen: BTreeMap<String, Deel>,
    /// What was imported, in order.
    pub(super) invoeren: Vec<Invoer>,
}

/// Bytes as hexadecimal digits of their SHA-256.
pub(super) fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut out, byte| {
        // Writing to a string does not fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The manifest of a folder and its SHA-256, none when nothing was kept yet.
pub(super) fn manifest(folder: &Path) -> Result<Option<(Manifest, String)>, BevolkingFout> {
    let path = folder.join(MANIFEST);
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(BevolkingFout::Bestand { path, source }),
    };
    let manifest: Manifest = serde_json::from_slice(&bytes)
        .map_err(|e| BevolkingFout::Beschadigd { path: path.clone(), wat: e.to_string() })?;
    if manifest.schema != SCHEMA {
        return Err(BevolkingFout::Schema { path, found: manifest.schema, known: SCHEMA });
    }
    Ok(Some((manifest, sha256(&bytes))))
}

/// The text of a part, held against what the manifest says of it.
pub(super) fn part(folder: &Path, manifest: &Manifest, what: &str) -> Result<String, BevolkingFout> {
    let Some(deel) = manifest.delen.get(what) else { return Ok(String::new()) };
    let path = folder.join(&deel.naam);
    let damaged = |wat: String| BevolkingFout::Beschadigd { path: path.clone(), wat };
    if deel.naam.contains(['/', '\\']) {
        return Err(damaged("is not in this folder".to_owned()));
    }
    let bytes =
        std::fs::read(&path).map_err(|source| BevolkingFout::Bestand { path: path.clone(), source })?;
    if sha256(&bytes) != deel.sha256 {
        return Err(damaged("is not what the manifest says".to_owned()));
    }
    String::from_utf8(bytes).map_err(|e| damaged(e.to_string()))
}

/// Writes parts that changed and then the manifest. Gives the SHA-256 of the manifest.
pub(super) fn write(
    folder: &Path,
    manifest: &mut Manifest,
    parts: &[(&str, String)],
) -> Result<String, BevolkingFout> {
    let broken = |path: PathBuf| move |source| BevolkingFout::Bestand { path, source };
    let mut old = Vec::new();
    for (what, text) in parts {
        let sha = sha256(text.as_bytes());
        let naam = format!("{what}-{}.csv", sha.get(..16).unwrap_or(&sha));
        let path = folder.join(&naam);
        if manifest.delen.get(*what).is_none_or(|d| d.sha256 != sha) {
            durable(&path, text.as_bytes()).map_err(broken(path))?;
            let deel = Deel { naam, bytes: text.len() as u64, sha256: sha };
            old.extend(manifest.delen.insert((*what).to_owned(), deel));
        }
    }
    manifest.schema = SCHEMA;
    let path = folder.join(MANIFEST);
    let mut text = serde_json::to_vec_pretty(manifest)
        .map_err(|e| BevolkingFout::Beschadigd { path: path.clone(), wat: e.to_string() })?;
    text.push(b'\n');
    let fresh = folder.join("manifest.nieuw");
    durable(&fresh, &text).map_err(broken(fresh.clone()))?;
    std::fs::rename(&fresh, &path).map_err(broken(path))?;
    File::open(folder).and_then(|f| f.sync_all()).map_err(broken(folder.to_owned()))?;
    for deel in old {
        // What nothing names any more does no harm when it stays.
        let _ = std::fs::remove_file(folder.join(deel.naam));
    }
    Ok(sha256(&text))
}

fn durable(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut out = File::create(path)?;
    out.write_all(bytes)?;
    out.sync_all()
}

/// Keeps others from changing the folder until it is dropped.
pub(super) fn lock(folder: &Path) -> Result<File, BevolkingFout> {
    let path = folder.join("slot");
    let take = || {
        std::fs::create_dir_all(folder)?;
        let file = File::create(&path)?;
        file.lock()?;
        Ok(file)
    };
    take().map_err(|source| BevolkingFout::Bestand { path: path.clone(), source })
}
