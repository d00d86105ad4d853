//! Where persons can be looked up: one port, behind which a file stands now and the BRP can stand later.
//!
//! What is found is shown to who asks, and only what they take over is stored. Every look is a line in the journal, also when
//! nothing is found.

mod bestand;

use std::sync::Arc;

use jiff::civil::Date;
use stelsel::gezin::Adres;
use stelsel::persoon::Naam;
use stelsel::toegang::Deel;
use stelsel::{Bsn, Gezin, Id, Identiteit, Onderdeel, Persoon, Postcode};

pub use bestand::{Personenbestand, RegelFout};

use crate::journaal::{Handeling, Regel};
use crate::lezing::toegang::dossier_of;
use crate::{Fout, Register};

/// Whom someone looks for: exactly one person, never a list.
#[derive(Clone, PartialEq, Eq)]
pub enum Opzoeking {
    /// By number.
    Bsn(Bsn),
    /// By birth date and front door, as the BRP asks.
    Adres {
        /// Birth date.
        geboren: Date,
        /// Postcode.
        postcode: Postcode,
        /// House number with letter and addition.
        huis: String,
    },
}

impl std::fmt::Debug for Opzoeking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Opzoeking(…)")
    }
}

/// A person as a register of persons knows them.
#[derive(Clone, PartialEq, Eq)]
pub struct Gevonden {
    /// Number.
    pub bsn: Bsn,
    /// Name.
    pub naam: Naam,
    /// Birth date.
    pub geboren: Option<Date>,
    /// Address; nothing when it is kept secret.
    pub adres: Option<Adres>,
}

impl std::fmt::Debug for Gevonden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Gevonden(…)")
    }
}

/// A register of persons.
pub trait Personenbron: Send + Sync {
    /// Who fits. More than a few is an answer too: then nobody was named exactly.
    fn zoek(&self, wie: &Opzoeking) -> Result<Vec<Gevonden>, Fout>;
}

/// More than this is no answer to a question about one person: a front door has a handful of people of one birth date.
const HANDVOL: usize = 5;

impl Register {
    /// Ties a register of persons to this one. The first stays.
    pub fn tie_persons(&self, bron: Arc<dyn Personenbron>) -> bool {
        self.source().set(bron).is_ok()
    }

    /// Whether persons can be looked up.
    pub fn has_persons(&self) -> bool {
        self.source().get().is_some()
    }

    /// Looks somebody up who is to belong to this family. That it was asked is written down first, with those of the register
    /// whom it was about.
    pub fn find_person(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        wie: &Opzoeking,
    ) -> Result<Vec<Gevonden>, Fout> {
        let part = (Handeling::Opzoeken, Onderdeel::Leden);
        let Some(bron) = self.source().get().filter(|_| who.decides()) else {
            return self.refused(who, part, &gezin.to_string());
        };
        let open = self.reading(|db, _| {
            let (dossier, _) = dossier_of(db, gezin)?;
            if who.opens(dossier, Deel::Toegang) { Ok(()) } else { Err(Fout::NietGevonden) }
        });
        match open {
            Err(Fout::NietGevonden) => return self.refused(who, part, &gezin.to_string()),
            Err(fault) => return Err(fault),
            Ok(()) => {}
        }
        let found = bron.zoek(wie)?;
        let numbers: Vec<Bsn> = found.iter().map(|one| one.bsn).collect();
        let who = who.clone();
        self.writing(move |beurt, now| {
            let mut known: Vec<Id<Persoon>> = Vec::new();
            for number in &numbers {
                let sql = "SELECT id FROM persoon WHERE bsn = $1";
                known.extend(beurt.db.query_opt(sql, &[number.number().into()], |row| row.id(0))?);
            }
            let object = gezin.to_string();
            let line = Regel::by(&who, now, Handeling::Opzoeken, Onderdeel::Leden.key(), &object);
            beurt.pen.write(beurt.db, &line, &known)
        })?;
        Ok(if found.len() > HANDVOL { Vec::new() } else { found })
    }
}
