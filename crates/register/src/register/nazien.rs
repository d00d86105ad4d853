//! The journal by itself: verifying, sealing, dropping what is past its term, and writing down what was refused.

use jiff::civil::Date;
use stelsel::{Identiteit, Onderdeel};

use super::Register;
use crate::Fout;
use crate::db::day_number;
use crate::journaal::{self, Afloop, Handeling, Ingang, Keten, Maatstaf, Regel, Sleutel, Zegel, drop_before};
use crate::lezing::exists;

impl Register {
    /// The same register, reached by another way: every line of the journal then says so.
    #[must_use]
    pub fn via(&self, ingang: Ingang) -> Self {
        Self(self.0.clone(), ingang)
    }

    /// Walks along the chain of the journal.
    pub fn verify_journal(&self) -> Result<Keten, Fout> {
        self.verify_journal_by(Maatstaf::default())
    }

    /// Walks along the chain of the journal, and holds it against what was kept elsewhere.
    pub fn verify_journal_by(&self, maatstaf: Maatstaf) -> Result<Keten, Fout> {
        self.0.lezers.read(move |db| journaal::verify(db, &maatstaf))
    }

    /// Seals every closed day that has no seal yet; gives all seals, oldest first.
    pub fn seal_journal(&self, sleutel: Sleutel) -> Result<Vec<Zegel>, Fout> {
        let (now, today) = (self.0.klok.now(), day_number(self.0.klok.today()));
        self.write(move |beurt| {
            let made = journaal::seal(beurt.db, &sleutel, today)?;
            if let Some(last) = made.last() {
                let object = crate::db::day_of(last.dag)?.to_string();
                let line = Regel::by_program(now, Handeling::Verzegelen, "journaal", &object);
                beurt.pen.write(beurt.db, &line, &[])?;
            }
            journaal::seals(beurt.db)
        })
    }

    /// Drops the days of the journal before a day, as a whole; the seals stay. Refused while their term runs. Gives the
    /// number of lines that went.
    pub fn drop_journal_before(&self, before: Date) -> Result<u64, Fout> {
        let now = self.0.klok.now();
        self.write(move |beurt| drop_before(beurt, before, now))
    }

    /// Passes an outcome on; when it was not found, writes down who tried what first. That it does not exist and that it is
    /// not theirs then take as long, and a refusal too has no answer without its line.
    pub(super) fn or_refused<T>(
        &self,
        who: &Identiteit,
        (handeling, part): (Handeling, Onderdeel),
        object: &str,
        outcome: Result<T, Fout>,
    ) -> Result<T, Fout> {
        if matches!(outcome, Err(Fout::NietGevonden)) {
            let (who, object, now) = (who.clone(), object.to_owned(), self.0.klok.now());
            self.write(move |beurt| {
                let there = exists(beurt.db, part, &object)?;
                let afloop = if there { Afloop::Geweigerd } else { Afloop::Onbekend };
                let line = Regel { afloop, ..Regel::by(&who, now, handeling, part.key(), &object) };
                beurt.pen.write(beurt.db, &line, &[])
            })?;
        }
        outcome
    }

    /// Writes down that someone was turned away before the register was asked for anything; then it is not found.
    pub fn refuse(&self, who: &Identiteit, part: Onderdeel, object: &str) -> Fout {
        let (who, object, now) = (who.clone(), object.to_owned(), self.0.klok.now());
        let written = self.write(move |beurt| {
            let line = Regel::by(&who, now, Handeling::Inzien, part.key(), &object);
            beurt.pen.write(beurt.db, &Regel { afloop: Afloop::Geweigerd, ..line }, &[])
        });
        written.err().unwrap_or(Fout::NietGevonden)
    }
}
