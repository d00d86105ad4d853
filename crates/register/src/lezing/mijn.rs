//! Of whom someone may take everything away.

use stelsel::Onderdeel;

use super::Lezing;
use crate::Fout;
use crate::register::persons_of;

impl Lezing<'_> {
    /// The given names of the persons of whom the reader may have everything, oneself first.
    pub fn mijn_gegevens(&mut self) -> Result<Vec<String>, Fout> {
        self.enter(Onderdeel::MijnGegevens)?;
        let persons = persons_of(self.db, self.who, self.today)?;
        self.seen.extend(persons.iter().map(|person| person.id));
        Ok(persons.iter().map(|person| person.naam.full()).collect())
    }
}
