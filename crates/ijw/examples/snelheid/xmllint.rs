//! What `xmllint` needs to check the same message against the published schemas.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Fout;

/// A run checks about this many bytes, so that starting and reading the schemas hardly count.
const GENOEG: usize = 32_000_000;

/// A message and the schema of its type, in a folder of their own.
pub(crate) struct Keuring {
    map: PathBuf,
    schema: String,
    keren: usize,
    bytes: usize,
}

impl Keuring {
    /// Lays the message and the schemas ready.
    pub(crate) fn new(schemas: &Path, berichttype: &str, bericht: &[u8]) -> Result<Self, Fout> {
        let map = std::env::temp_dir().join(format!("ijw-snelheid-{}", std::process::id()));
        fs::create_dir_all(&map)?;
        for bestand in fs::read_dir(schemas)? {
            let bestand = bestand?;
            let tekst = fs::read_to_string(bestand.path())?;
            // In their first home, some schemas begin with a heading.
            let schema = tekst.find("<?xml").and_then(|begin| tekst.get(begin..)).ok_or("no schema")?;
            fs::write(map.join(bestand.file_name()), schema)?;
        }
        fs::write(map.join("bericht.xml"), bericht)?;
        let keren = GENOEG / bericht.len() + 1;
        Ok(Self { map, schema: format!("{berichttype}.xsd"), keren, bytes: bericht.len() })
    }

    /// The speed of a run in millions of bytes per second of processor time.
    #[expect(clippy::cast_precision_loss, reason = "a speed needs no more digits")]
    pub(crate) fn snelheid(&mut self) -> Result<f64, Fout> {
        let voor = kindertijd()?;
        let uit = Command::new("xmllint")
            .current_dir(&self.map)
            .args(["--noout", "--schema", &self.schema])
            .args(std::iter::repeat_n("bericht.xml", self.keren))
            .output()?;
        if !uit.status.success() {
            return Err(String::from_utf8_lossy(&uit.stderr).into_owned().into());
        }
        Ok((self.keren * self.bytes) as f64 / (kindertijd()? - voor) / 1e6)
    }
}

impl Drop for Keuring {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.map);
    }
}

/// The processor time, in seconds, of the commands that were run (the sixteenth and seventeenth field of `stat`).
fn kindertijd() -> Result<f64, Fout> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let na_naam = stat.rsplit(')').next().unwrap_or_default();
    let mut velden = na_naam.split_whitespace().skip(13);
    let mut tikken = || velden.next().ok_or("no times").and_then(|veld| veld.parse().map_err(|_| "no time"));
    let (gebruiker, systeem): (f64, f64) = (tikken()?, tikken()?);
    Ok((gebruiker + systeem) / 100.0)
}
