//! All episodes of the register, without persons, kept in memory until a message changes something.
//!
//! Figures of the region, a neighbourhood and a provider are all made from these. The snapshot of the information position
//! is for larger regions and for history; this is for the pages of today.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use sha2::{Digest, Sha256};
use stelsel::toewijzing::{Levering, LeveringSoort, Product, Toewijzing, episodes};
use stelsel::{AgbCode, Episode, Gemeentecode, Wijkcode};

use crate::Fout;
use crate::db::{Rij, Verbinding, day_of};
use crate::instelling;

/// Episodes by where they belong, and how many youths are in care or wait.
#[derive(Debug, Default)]
pub(crate) struct Boek {
    pub(crate) wijken: BTreeMap<Wijkcode, Deel>,
    pub(crate) gemeenten: BTreeMap<Gemeentecode, Deel>,
    pub(crate) aanbieders: BTreeMap<AgbCode, Deel>,
}

/// Episodes of one place.
#[derive(Debug, Default, Clone)]
pub(crate) struct Deel {
    pub(crate) episoden: Arc<Vec<Episode>>,
    /// Distinct youths in care on the day of the figures.
    pub(crate) in_hulp: u32,
    /// Distinct youths of whom an allocation has not begun.
    pub(crate) wachtend: u32,
}

/// Keeps the newest book.
#[derive(Default)]
pub(crate) struct Boekenkast(Mutex<Option<(String, Date, Arc<Boek>)>>);

impl Boekenkast {
    /// The book as of the moment of this reading transaction.
    pub(crate) fn book(&self, db: &mut Verbinding, today: Date, key: &[u8; 32]) -> Result<Arc<Boek>, Fout> {
        let version = instelling::read(db, "inname")?.unwrap_or_default();
        // Held while building, so that fifty readers build one book and not fifty.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, day, book)) = kept.as_ref()
            && *of == version
            && *day == today
        {
            return Ok(Arc::clone(book));
        }
        let book = Arc::new(build(db, today, key)?);
        *kept = Some((version, today, Arc::clone(&book)));
        Ok(book)
    }
}

/// Reads gemeente, nummer, aanbieder, categorie, code, moment, ingang, eind, reden_wijziging, volume, eenheid, frequentie,
/// budget, the first of which is column `from`.
pub(crate) fn allocation_of(row: &Rij<'_>, from: usize) -> Result<Toewijzing, Fout> {
    let omvang = match (row.number_opt(from + 9)?, row.text_opt(from + 10)?, row.text_opt(from + 11)?) {
        (Some(volume), Some(eenheid), Some(frequentie)) => {
            Some(stelsel::toewijzing::Omvang { volume, eenheid, frequentie })
        }
        _ => None,
    };
    Ok(Toewijzing {
        gemeente: row.code(from)?,
        nummer: row.number(from + 1)?,
        aanbieder: row.code(from + 2)?,
        product: Product { categorie: row.text_opt(from + 3)?, code: row.text_opt(from + 4)? },
        toegewezen: day_of(row.number(from + 5)?.div_euclid(86_400))?,
        ingang: row.day(from + 6)?,
        eind: row.day_opt(from + 7)?,
        reden_wijziging: row.text_opt(from + 8)?,
        omvang,
        budget: row.number_opt(from + 12)?,
    })
}

/// Reads soort, begin, eind, reden, verwijdering, dagtekening, the first of which is column `from`.
pub(crate) fn delivery_of(row: &Rij<'_>, from: usize) -> Result<Levering, Fout> {
    Ok(Levering {
        soort: if row.number(from)? == 0 { LeveringSoort::Start } else { LeveringSoort::Stop },
        begin: row.day(from + 1)?,
        eind: row.day_opt(from + 2)?,
        reden: row.text_opt(from + 3)?,
        verwijdering: row.number(from + 4)? == 1,
        dagtekening: row.day(from + 5)?,
    })
}

/// By what a line is tied to an allocation: municipality, number, provider, person. A wrong number in a message of another
/// provider or about another child starts nothing.
type Sleutel = (i64, i64, i64, Vec<u8>);

fn build(db: &mut Verbinding, today: Date, key: &[u8; 32]) -> Result<Boek, Fout> {
    let mut lines = BTreeMap::<Sleutel, Vec<Levering>>::new();
    db.query(
        "SELECT gemeente, nummer, aanbieder, persoon, soort, begin, eind, reden, verwijdering, dagtekening FROM levering \
         WHERE nummer IS NOT NULL",
        &[],
        |row| {
            let key = (row.number(0)?, row.number(1)?, row.number(2)?, row.bytes(3)?);
            lines.entry(key).or_default().push(delivery_of(row, 4)?);
            Ok(())
        },
    )?;
    let mut piles = Piles::default();
    db.query(
        "SELECT t.persoon, g.wijk, t.gemeente, t.nummer, t.aanbieder, t.categorie, t.code, t.moment, t.ingang, t.eind, \
         t.reden_wijziging, t.volume, t.eenheid, t.frequentie, t.budget FROM toewijzing t \
         JOIN persoon p ON p.id = t.persoon JOIN gezin g ON g.id = p.gezin",
        &[],
        |row| {
            let (person, wijk) = (row.bytes(0)?, row.code_opt(1)?);
            let allocation = allocation_of(row, 2)?;
            let youth = pseudonym(key, &person);
            let delivered = lines.remove(&(row.number(2)?, row.number(3)?, row.number(4)?, person)).unwrap_or_default();
            for episode in episodes(&allocation, &delivered, youth, wijk, today) {
                piles.add(episode, allocation.gemeente, allocation.aanbieder);
            }
            Ok(())
        },
    )?;
    Ok(Boek {
        wijken: count(piles.wijk, today),
        gemeenten: count(piles.gemeente, today),
        aanbieders: count(piles.aanbieder, today),
    })
}

#[derive(Default)]
struct Piles {
    wijk: BTreeMap<Wijkcode, Vec<Episode>>,
    gemeente: BTreeMap<Gemeentecode, Vec<Episode>>,
    aanbieder: BTreeMap<AgbCode, Vec<Episode>>,
}

impl Piles {
    fn add(&mut self, episode: Episode, gemeente: Gemeentecode, aanbieder: AgbCode) {
        if let Some(wijk) = episode.wijk {
            self.wijk.entry(wijk).or_default().push(episode.clone());
        }
        self.gemeente.entry(gemeente).or_default().push(episode.clone());
        self.aanbieder.entry(aanbieder).or_default().push(episode);
    }
}

fn count<K: Ord>(piles: BTreeMap<K, Vec<Episode>>, today: Date) -> BTreeMap<K, Deel> {
    let part = |episoden: Vec<Episode>| {
        let youths = |wanted: &dyn Fn(&Episode) -> bool| {
            let distinct: BTreeSet<u64> = episoden.iter().filter(|e| wanted(e)).map(|e| e.jeugdige).collect();
            u32::try_from(distinct.len()).unwrap_or(u32::MAX)
        };
        let in_hulp = youths(&|e| e.in_care_on(today));
        let wachtend = youths(&|e| e.begin.is_none() && e.eind.is_none() && e.ingang <= today);
        Deel { in_hulp, wachtend, episoden: Arc::new(episoden) }
    };
    piles.into_iter().map(|(key, pile)| (key, part(pile))).collect()
}

pub(crate) fn pseudonym(key: &[u8; 32], person: &[u8]) -> u64 {
    let hash = Sha256::new().chain_update(key).chain_update(person).finalize();
    hash.iter().take(8).fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}
