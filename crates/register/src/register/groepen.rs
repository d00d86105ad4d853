//! Groups that a municipality adds: the list of the program is not exhaustive (seed 001, bouwsteen 1, "niet uitputtend").

use stelsel::{Identiteit, Onderdeel, Rol};

use super::Register;
use crate::Fout;
use crate::beeld::EigenGroep;
use crate::journaal::{Handeling, Regel};

/// The longest text of a field of a group, in characters.
const LANGSTE: usize = 1_000;
/// Keys of groups of the municipality begin with this, so that they never take the place of one of the program.
const EIGEN: &str = "eigen-";

impl Register {
    /// Adds a group, or gives the one with the same name other words. For who keeps the policy or the program; the key is made of
    /// the name.
    pub fn put_group(&self, who: &Identiteit, groep: &EigenGroep) -> Result<String, Fout> {
        let now = self.0.klok.now();
        let done = if matches!(who.rol, Rol::Beleid | Rol::Beheer) {
            let (who, groep) = (who.clone(), groep.clone());
            key_of(&groep).and_then(|key| {
                self.write(move |beurt| {
                    beurt.db.execute_one(
                        "INSERT INTO groep (sleutel, naam, wie, antwoord, route, niet, bron, levenslang) \
                         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (sleutel) DO UPDATE SET naam = excluded.naam, \
                         wie = excluded.wie, antwoord = excluded.antwoord, route = excluded.route, niet = excluded.niet, \
                         bron = excluded.bron, levenslang = excluded.levenslang, weg = 0",
                        &[
                            key.as_str().into(),
                            groep.naam.trim().into(),
                            groep.wie.trim().into(),
                            groep.antwoord.trim().into(),
                            groep.route.trim().into(),
                            groep.niet.trim().into(),
                            groep.bron.trim().into(),
                            groep.levenslang.into(),
                        ],
                    )?;
                    let line = Regel::by(&who, now, Handeling::Inrichten, Onderdeel::Groepen.key(), &key);
                    beurt.pen.write(beurt.db, &line, &[])?;
                    Ok(key)
                })
            })
        } else {
            Err(Fout::NietGevonden)
        };
        self.or_refused(who, (Handeling::Inrichten, Onderdeel::Groepen), "", done)
    }

    /// Offers a group of the municipality no longer. Conversations that name it go on doing so; the same name again brings it back.
    pub fn drop_group(&self, who: &Identiteit, sleutel: &str) -> Result<(), Fout> {
        let now = self.0.klok.now();
        let done = if matches!(who.rol, Rol::Beleid | Rol::Beheer) {
            let (who, key) = (who.clone(), sleutel.to_owned());
            self.write(move |beurt| {
                if beurt.db.execute("UPDATE groep SET weg = 1 WHERE sleutel = $1", &[key.as_str().into()])?
                    == 0
                {
                    return Err(Fout::NietGevonden);
                }
                let line = Regel::by(&who, now, Handeling::Inrichten, Onderdeel::Groepen.key(), &key);
                beurt.pen.write(beurt.db, &line, &[])
            })
        } else {
            Err(Fout::NietGevonden)
        };
        self.or_refused(who, (Handeling::Inrichten, Onderdeel::Groepen), "", done)
    }
}

/// The key of a group of the municipality, from its name.
fn key_of(groep: &EigenGroep) -> Result<String, Fout> {
    let texts = [&groep.naam, &groep.wie, &groep.antwoord, &groep.route, &groep.niet, &groep.bron];
    if texts.iter().any(|text| text.chars().count() > LANGSTE || text.contains('\0')) {
        return Err(Fout::Zinloos("the words of a group"));
    }
    let lower = groep.naam.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let key = words.collect::<Vec<_>>().join("-");
    if key.is_empty() || key.chars().count() > 80 {
        return Err(Fout::Zinloos("the name of a group"));
    }
    Ok(format!("{EIGEN}{key}"))
}
