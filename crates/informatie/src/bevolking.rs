//! Population and neighbours: figures of CBS and others per area and year, and what can be said with them.
//!
//! [`Bevolking`] keeps figures in a folder and takes files in ([`Bevolking::import`]): key figures and youth care of neighbourhoods and
//! municipalities, maps, youth regions, schools. What is wrong with a file is a list of [`Bezwaar`]: which line, which column, which
//! value, why and what to do; the good lines are kept. A figure that is not published is unknown, never zero.
//!
//! * [`Bevolking::noemer`] and [`Bevolking::tarief`]: how many youths live there, and youth care per thousand of them.
//! * [`Bevolking::monitor`]: youth care, poverty and housing beside each other, over years.
//! * [`Bevolking::buren`]: who is like us, and in what; never who does better.
//!
//! All of it is about areas, and public. `docs/population.md` of the project tells where files come from.

mod bezwaar;
mod breed;
mod buren;
mod cel;
mod cijfer;
mod fout;
mod gebied;
mod grenzen;
mod indeling;
mod invoer;
mod kaart;
mod komma;
mod kop;
mod monitor;
mod noemer;
mod oogst;
mod opslag;
mod overzicht;
mod rijen;
mod samenhang;
mod school;
mod tabel;
mod tekst;
mod verslag;
mod woorden;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use stelsel::{Gemeentecode, Wijkcode};

pub use bezwaar::{Bezwaar, Ernst, Kolom, Reden, Spoor};
pub use buren::{Buur, Kenmerk, Schaal, Vergeleken};
pub use cel::{Cel, Onbekend, Stand};
pub use cijfer::{Beschrijving, Cijfer, Maat, Onderwerp};
pub use fout::BevolkingFout;
pub use gebied::{Gebied, GeenGebied};
pub use grenzen::Grens;
pub use monitor::{Monitor, Monitorrij, Samen, Verloop};
pub use noemer::{
    AANDEEL_0_18, AANDEEL_0_23, BIJSTELLING, GeenTarief, Groep, Kanttekening, Methode, Noemer, Tarief,
};
pub use oogst::Overgeslagen;
pub use opslag::Invoer;
pub use overzicht::Tabeljaar;
pub use rijen::Merk;
pub use samenhang::{CONTEXT, Samenhang, Sterkte, spearman};
pub use school::School;
pub use verslag::{Melding, Opgave, Soort, Verslag, Wijziging};

use rijen::{Inhoud, Vak};

/// A figure with everything that belongs to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Waarneming<'a> {
    /// Area.
    pub gebied: Gebied,
    /// Figure.
    pub cijfer: Cijfer,
    /// Year.
    pub jaar: u16,
    /// The number, or why there is none.
    pub cel: Cel,
    /// What is thought of it.
    pub merk: Merk,
    /// How definite it is.
    pub stand: Stand,
    /// Table that it is from.
    pub tabel: &'a str,
    /// Who published it.
    pub bron: &'a str,
    /// Day on which it was imported.
    pub gelezen: Date,
}

impl Waarneming<'_> {
    /// The number, when it is known and not doubted.
    pub fn usable(&self) -> Option<f64> {
        self.cel.known().filter(|_| self.merk != Merk::Verdacht)
    }
}

/// Figures per area and year, kept in a folder.
#[derive(Debug)]
pub struct Bevolking {
    folder: PathBuf,
    manifest: opslag::Manifest,
    /// SHA-256 of the manifest as it was read.
    seal: Option<String>,
    inhoud: Inhoud,
}

impl Bevolking {
    /// Opens the folder. One that is not there yet is empty, and is made with the first import.
    pub fn open(folder: &Path) -> Result<Self, BevolkingFout> {
        let mut this = Self {
            folder: folder.to_owned(),
            manifest: opslag::Manifest::default(),
            seal: None,
            inhoud: Inhoud::default(),
        };
        this.reload()?;
        Ok(this)
    }

    /// Whether somebody changed the folder since it was read.
    pub fn stale(&self) -> Result<bool, BevolkingFout> {
        Ok(opslag::manifest(&self.folder)?.map(|(_, seal)| seal) != self.seal)
    }

    /// Reads the folder again when somebody else changed it.
    fn reload(&mut self) -> Result<(), BevolkingFout> {
        let Some((manifest, seal)) = opslag::manifest(&self.folder)? else { return Ok(()) };
        if self.seal.as_ref() == Some(&seal) {
            return Ok(());
        }
        let part = |what| opslag::part(&self.folder, &manifest, what);
        let texts = [part("cijfers")?, part("gebieden")?, part("jeugdregios")?, part("scholen")?];
        self.inhoud = Inhoud::read(&self.folder, texts.each_ref().map(String::as_str))?;
        self.manifest = manifest;
        self.seal = Some(seal);
        Ok(())
    }

    /// Takes in the bytes of a file with this name. The same file with the same words changes nothing and says so; a newer edition of
    /// the same table and year takes the place of the older, and the report tells what changed.
    ///
    /// # Errors
    /// Only when the folder cannot be read or written. What is wrong with the file stands in the report.
    pub fn import(&mut self, naam: &str, bytes: &[u8], opgave: &Opgave) -> Result<Verslag, BevolkingFout> {
        let _lock = opslag::lock(&self.folder)?;
        self.reload()?;
        let (sha256, gezegd) = (opslag::sha256(bytes), opgave.said());
        if let Some(known) = self.manifest.invoeren.iter().find(|i| i.sha256 == sha256 && i.gezegd == gezegd)
        {
            let mut verslag = Verslag::new(naam.to_owned(), known.tabel.clone());
            verslag.al_bekend = Some(known.gelezen);
            return Ok(verslag);
        }
        let mut inhoud = self.inhoud.clone();
        let nr = u16::try_from(self.manifest.invoeren.len()).unwrap_or(u16::MAX);
        let verslag = invoer::take(&mut inhoud, naam, bytes, opgave, nr);
        let taken = verslag.gelijk > 0 || verslag.changed();
        if verslag.soort.is_none() || !taken {
            return Ok(verslag);
        }
        let mut manifest = self.manifest.clone();
        manifest.invoeren.push(Invoer {
            bestand: naam.to_owned(),
            sha256,
            tabel: verslag.tabel.clone(),
            bron: opgave.bron.clone(),
            gelezen: opgave.gelezen,
            gezegd,
        });
        self.seal = Some(opslag::write(&self.folder, &mut manifest, &inhoud.texts())?);
        self.manifest = manifest;
        self.inhoud = inhoud;
        Ok(verslag)
    }

    /// Takes in a file; see [`Bevolking::import`].
    pub fn import_file(&mut self, path: &Path, opgave: &Opgave) -> Result<Verslag, BevolkingFout> {
        let bytes =
            std::fs::read(path).map_err(|source| BevolkingFout::Bestand { path: path.to_owned(), source })?;
        let naam = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        self.import(&naam, &bytes, opgave)
    }

    /// What was imported, in order.
    pub fn invoeren(&self) -> &[Invoer] {
        &self.manifest.invoeren
    }

    /// Years that figures or areas are known of.
    pub fn jaren(&self) -> BTreeSet<u16> {
        let of_figures = self.inhoud.cijfers.keys().map(|vak| vak.jaar);
        of_figures.chain(self.inhoud.feiten.keys().map(|k| k.0)).collect()
    }

    /// Areas of which something is known in a year, from large to small.
    pub fn gebieden(&self, jaar: u16) -> Vec<Gebied> {
        let range = self.inhoud.feiten.range((jaar, Gebied::Nederland)..);
        range.take_while(|((year, _), _)| *year == jaar).map(|((_, gebied), _)| *gebied).collect()
    }

    /// The neighbourhoods of a municipality in a year.
    pub fn wijken(&self, gemeente: Gemeentecode, jaar: u16) -> Vec<Wijkcode> {
        self.inhoud.wijken(jaar).into_iter().filter(|w| w.gemeente() == gemeente).collect()
    }

    /// The newest name of an area.
    pub fn naam(&self, gebied: Gebied) -> Option<&str> {
        let named = self.inhoud.feiten.iter().rev().filter(|((_, g), f)| *g == gebied && !f.naam.is_empty());
        let mut plekken = self.inhoud.indeling.iter().rev();
        let from_map = match gebied {
            Gebied::Gemeente(code) => {
                plekken.find(|((_, g), _)| *g == code).map(|(_, p)| p.gemeentenaam.as_str())
            }
            Gebied::Jeugdregio(code) => {
                plekken.find(|(_, p)| p.regio == code).map(|(_, p)| p.regionaam.as_str())
            }
            Gebied::Nederland | Gebied::Wijk(_) => None,
        };
        let mut named = named.map(|(_, f)| f.naam.as_str());
        named.next().or(from_map).filter(|n| !n.is_empty())
    }

    /// Size of an area in square kilometres, from a map of that year.
    pub fn km2(&self, gebied: Gebied, jaar: u16) -> Option<f64> {
        self.inhoud.feiten.get(&(jaar, gebied))?.km2
    }

    /// The youth region of a municipality in a year.
    pub fn jeugdregio(&self, gemeente: Gemeentecode, jaar: u16) -> Option<Gebied> {
        self.inhoud.indeling.get(&(jaar, gemeente)).map(|plek| Gebied::Jeugdregio(plek.regio))
    }

    /// The municipalities of a youth region in a year.
    pub fn gemeenten(&self, jeugdregio: Gebied, jaar: u16) -> Vec<Gemeentecode> {
        let here = self
            .inhoud
            .indeling
            .iter()
            .filter(|((year, _), plek)| *year == jaar && Gebied::Jeugdregio(plek.regio) == jeugdregio);
        here.map(|((_, gemeente), _)| *gemeente).collect()
    }

    /// Schools, by list and number.
    pub fn scholen(&self) -> impl Iterator<Item = (&str, &School)> {
        self.inhoud.scholen.iter().map(|((lijst, _), school)| (lijst.as_str(), school))
    }

    /// Whether an area is the same in two years.
    pub fn grens(&self, gebied: Gebied, een: u16, ander: u16) -> Grens {
        self.inhoud.grens(gebied, een, ander)
    }

    /// A figure of an area in a year. Of several tables: a number that can be used before one that cannot, a definite one before a
    /// provisional one, then the one imported last. None when no table has it at all.
    pub fn waarde(&self, gebied: Gebied, cijfer: Cijfer, jaar: u16) -> Option<Waarneming<'_>> {
        let first = Vak { gebied, cijfer, jaar, tabel: 0 };
        let last = Vak { gebied, cijfer, jaar, tabel: u16::MAX };
        let all = self.inhoud.cijfers.range(first..=last).filter_map(|(vak, meting)| {
            let invoer = self.manifest.invoeren.get(usize::from(meting.invoer))?;
            let waarneming = Waarneming {
                gebied,
                cijfer,
                jaar,
                cel: meting.cel,
                merk: meting.merk,
                stand: meting.stand,
                tabel: self.inhoud.tabelnaam(vak.tabel),
                bron: &invoer.bron,
                gelezen: invoer.gelezen,
            };
            Some((meting.invoer, waarneming))
        });
        all.max_by_key(|(nr, w)| (w.usable().is_some(), w.stand, *nr)).map(|(_, w)| w)
    }
}
