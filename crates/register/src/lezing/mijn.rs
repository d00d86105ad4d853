//! Of whom someone may take everything away.

use stelsel::Onderdeel;
use stelsel::persoon::Naam;

use super::Lezing;
use crate::Fout;
use crate::register::persons_of;

impl Lezing<'_> {
    /// The given names of the persons of whom the reader may have everything, oneself first.
    pub fn mijn_gegevens(&mut self) -> Result<Vec<String>, Fout> {
        self.enter(Onderdeel::MijnGegevens)?;
        let persons = persons_of(self.db, self.who, self.today)?;
        let mut out = Vec::new();
        for person in &persons {
            let sql = "SELECT achternaam, voorvoegsel, voornamen, voorletters FROM persoon WHERE id = $1";
            out.extend(self.db.query(sql, &[person.into()], |row| {
                let naam = Naam {
                    achternaam: row.text(0)?,
                    voorvoegsel: row.text_opt(1)?,
                    voornamen: row.text_opt(2)?,
                    voorletters: row.text_opt(3)?,
                };
                Ok(naam.full())
            })?);
        }
        self.seen.extend(persons);
        Ok(out)
    }
}
