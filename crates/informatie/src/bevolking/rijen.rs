//! How figures stand in the files of the folder: `;` between fields, one figure per line, lines in order.

use std::collections::BTreeMap;
use std::path::Path;

use stelsel::{Gemeentecode, Postcode};

use super::cel::{Cel, Onbekend, Stand};
use super::cijfer::Cijfer;
use super::fout::BevolkingFout;
use super::gebied::Gebied;
use super::indeling::Plek;
use super::oogst::Feit;
use super::school::School;
use super::tabel::Fields;

/// What is thought of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Merk {
    /// Doubted: a decimal comma seems to be lost.
    Verdacht,
    /// Nothing in particular.
    Geen,
    /// Somebody looked: it is right, however odd.
    Klopt,
}

impl Merk {
    const ALL: [Self; 3] = [Self::Verdacht, Self::Geen, Self::Klopt];

    /// How it is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Verdacht => "verdacht",
            Self::Geen => "",
            Self::Klopt => "klopt",
        }
    }
}

/// Where a figure is kept: an area, a figure, a year and the table that it is from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Vak {
    pub(super) gebied: Gebied,
    pub(super) cijfer: Cijfer,
    pub(super) jaar: u16,
    pub(super) tabel: u16,
}

/// A figure as it is kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Meting {
    pub(super) cel: Cel,
    pub(super) merk: Merk,
    pub(super) stand: Stand,
    /// Which import it is from.
    pub(super) invoer: u16,
}

/// Takes the fields of a line in; none when they are not what was written.
type Reader = fn(&mut Inhoud, &[String]) -> Option<()>;

/// Everything that is kept.
#[derive(Clone, Debug, Default)]
pub(super) struct Inhoud {
    /// Names of tables, in the order in which they came.
    pub(super) tabellen: Vec<String>,
    pub(super) cijfers: BTreeMap<Vak, Meting>,
    pub(super) feiten: BTreeMap<(u16, Gebied), Feit>,
    pub(super) indeling: BTreeMap<(u16, Gemeentecode), Plek>,
    /// By list and number.
    pub(super) scholen: BTreeMap<(String, String), School>,
}

impl Inhoud {
    /// The number of a table, which is given when it is new.
    pub(super) fn tabel(&mut self, naam: &str) -> u16 {
        let at = self.tabellen.iter().position(|t| t == naam).unwrap_or_else(|| {
            self.tabellen.push(naam.to_owned());
            self.tabellen.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    pub(super) fn tabelnaam(&self, nr: u16) -> &str {
        self.tabellen.get(usize::from(nr)).map_or("", String::as_str)
    }

    /// The files, in the order of [`Inhoud::read`].
    pub(super) fn texts(&self) -> [(&'static str, String); 4] {
        [
            ("cijfers", self.cijfers_text()),
            ("gebieden", self.feiten_text()),
            ("jeugdregios", self.indeling_text()),
            ("scholen", self.scholen_text()),
        ]
    }

    fn cijfers_text(&self) -> String {
        let mut out = String::from("gebied;cijfer;jaar;tabel;waarde;onbekend;merk;stand;invoer\n");
        for (plek, meting) in &self.cijfers {
            let (value, why) = match meting.cel {
                Cel::Waarde(value) => (value.to_string(), ""),
                Cel::Onbekend(why) => (String::new(), why.key()),
            };
            line(
                &mut out,
                &[
                    &plek.gebied.to_string(),
                    plek.cijfer.key(),
                    &plek.jaar.to_string(),
                    self.tabelnaam(plek.tabel),
                    &value,
                    why,
                    meting.merk.key(),
                    meting.stand.key(),
                    &meting.invoer.to_string(),
                ],
            );
        }
        out
    }

    fn feiten_text(&self) -> String {
        let mut out = String::from("jaar;gebied;naam;wijziging;km2\n");
        for ((jaar, gebied), feit) in &self.feiten {
            let change = feit.wijziging.map(|n| n.to_string()).unwrap_or_default();
            let km2 = feit.km2.map(|n| n.to_string()).unwrap_or_default();
            line(&mut out, &[&jaar.to_string(), &gebied.to_string(), &feit.naam, &change, &km2]);
        }
        out
    }

    fn indeling_text(&self) -> String {
        let mut out = String::from("jaar;gemeentecode;gemeentenaam;jeugdregiocode;jeugdregionaam\n");
        for ((jaar, gemeente), plek) in &self.indeling {
            let (gemeente, regio) =
                (Gebied::Gemeente(*gemeente).to_string(), Gebied::Jeugdregio(plek.regio).to_string());
            line(&mut out, &[&jaar.to_string(), &gemeente, &plek.gemeentenaam, &regio, &plek.regionaam]);
        }
        out
    }

    fn scholen_text(&self) -> String {
        let mut out = String::from("lijst;nummer;naam;postcode;plaats;gemeentecode\n");
        for ((lijst, nummer), school) in &self.scholen {
            let postcode = school.postcode.as_ref().map(ToString::to_string).unwrap_or_default();
            let gemeente = school.gemeente.map(|g| Gebied::Gemeente(g).to_string()).unwrap_or_default();
            line(&mut out, &[lijst, nummer, &school.naam, &postcode, &school.plaats, &gemeente]);
        }
        out
    }

    /// Reads the files back.
    pub(super) fn read(folder: &Path, texts: [&str; 4]) -> Result<Self, BevolkingFout> {
        let mut all = Self::default();
        let readers: [(&str, Reader); 4] = [
            ("cijfers", Self::read_cijfer),
            ("gebieden", Self::read_feit),
            ("jeugdregios", Self::read_plek),
            ("scholen", Self::read_school),
        ];
        let mut fields = Fields::new(b';');
        for (text, (what, reader)) in texts.into_iter().zip(readers) {
            for (nr, row) in text.lines().enumerate().skip(1) {
                let taken = fields.read(row).and_then(|fields| reader(&mut all, &fields));
                taken.ok_or_else(|| BevolkingFout::Beschadigd {
                    path: folder.join(what),
                    wat: format!("line {} cannot be read", nr + 1),
                })?;
            }
        }
        Ok(all)
    }

    fn read_cijfer(&mut self, fields: &[String]) -> Option<()> {
        let [gebied, cijfer, jaar, tabel, waarde, onbekend, merk, stand, invoer] = fields else {
            return None;
        };
        let cel = if onbekend.is_empty() {
            Cel::Waarde(waarde.parse().ok()?)
        } else {
            Cel::Onbekend(Onbekend::ALL.into_iter().find(|o| o.key() == onbekend)?)
        };
        let plek = Vak {
            gebied: Gebied::parse(gebied).ok()?,
            cijfer: Cijfer::from_key(cijfer)?,
            jaar: jaar.parse().ok()?,
            tabel: self.tabel(tabel),
        };
        let meting = Meting {
            cel,
            merk: Merk::ALL.into_iter().find(|m| m.key() == merk)?,
            stand: Stand::ALL.into_iter().find(|s| s.key() == stand)?,
            invoer: invoer.parse().ok()?,
        };
        self.cijfers.insert(plek, meting);
        Some(())
    }

    fn read_feit(&mut self, fields: &[String]) -> Option<()> {
        let [jaar, gebied, naam, wijziging, km2] = fields else { return None };
        let number = |t: &String| if t.is_empty() { Some(None) } else { t.parse().ok().map(Some) };
        let change = if wijziging.is_empty() { None } else { Some(wijziging.parse().ok()?) };
        let feit = Feit { naam: naam.clone(), wijziging: change, km2: number(km2)? };
        self.feiten.insert((jaar.parse().ok()?, Gebied::parse(gebied).ok()?), feit);
        Some(())
    }

    fn read_plek(&mut self, fields: &[String]) -> Option<()> {
        let [jaar, gemeente, gemeentenaam, regio, regionaam] = fields else { return None };
        let Ok(Gebied::Gemeente(code)) = Gebied::parse(gemeente) else { return None };
        let Ok(Gebied::Jeugdregio(regio)) = Gebied::parse(regio) else { return None };
        let plek = Plek { regio, regionaam: regionaam.clone(), gemeentenaam: gemeentenaam.clone() };
        self.indeling.insert((jaar.parse().ok()?, code), plek);
        Some(())
    }

    fn read_school(&mut self, fields: &[String]) -> Option<()> {
        let [lijst, nummer, naam, postcode, plaats, gemeente] = fields else { return None };
        let gemeente = match Gebied::parse(gemeente) {
            Ok(Gebied::Gemeente(code)) => Some(code),
            _ if gemeente.is_empty() => None,
            _ => return None,
        };
        let school = School {
            nummer: nummer.clone(),
            naam: naam.clone(),
            postcode: if postcode.is_empty() { None } else { Some(Postcode::parse(postcode).ok()?) },
            plaats: plaats.clone(),
            gemeente,
        };
        self.scholen.insert((lijst.clone(), nummer.clone()), school);
        Some(())
    }
}

/// Writes a line; what holds a separator or a quote is quoted, and a line break becomes a space.
fn line(out: &mut String, fields: &[&str]) {
    for (nr, field) in fields.iter().enumerate() {
        if nr > 0 {
            out.push(';');
        }
        let field = field.replace(['\n', '\r'], " ");
        if field.contains([';', '"']) {
            out.extend(["\"", &field.replace('"', "\"\""), "\""]);
        } else {
            out.push_str(&field);
        }
    }
    out.push('\n');
}
