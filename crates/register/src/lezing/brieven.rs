//! Letters about a family, for who works with it and for the family itself.

use stelsel::brief::Briefsoort;
use stelsel::toegang::{Deel, Maat, Relatie};
use stelsel::{Gezin, Id, Onderdeel, Persoon, Rol};

use super::Lezing;
use crate::Fout;
use crate::beeld::{Brief, BriefBestand, BriefRegel, BrievenBeeld};

/// Letters shown: the newest.
const SHOWN: i64 = 200;

/// Whom a letter is about and whom it is for, when these are persons.
type Wie = (Option<Id<Persoon>>, Option<Id<Persoon>>);

impl Lezing<'_> {
    /// The letters about a family that are open to the reader, and what a new one is made from.
    pub fn brieven(&mut self, gezin: Id<Gezin>) -> Result<BrievenBeeld, Fout> {
        self.enter(Onderdeel::Brieven)?;
        let beeld = self.gezin_within(gezin)?;
        if !beeld.toegang.delen.has(Deel::Post) {
            return Err(Fout::NietGevonden);
        }
        let of_family = beeld.toegang.relatie == Relatie::Lid;
        let whole: Vec<Id<Persoon>> = beeld
            .leden
            .iter()
            .zip(&beeld.maten)
            .filter(|(_, maat)| **maat == Maat::Geheel)
            .map(|(lid, _)| lid.id)
            .collect();
        let mut brieven = self.db.query(
            "SELECT b.id, b.persoon, b.aan, b.soort, b.onderwerp, b.adres, b.gemaakt, coalesce(a.naam, ''), coalesce(a.afgeschermd, 0) \
             FROM brief b LEFT JOIN account a ON a.sleutel = b.door WHERE b.gezin = $1 ORDER BY b.gemaakt DESC, b.id DESC LIMIT $2",
            &[(&gezin).into(), SHOWN.into()],
            |row| {
                let hidden = of_family && row.number(8)? != 0;
                let persoon = row.bytes_opt(1)?.map(|b| Id::try_from(b.as_slice())).transpose()?;
                let aan = row.bytes_opt(2)?.map(|b| Id::try_from(b.as_slice())).transpose()?;
                let regel = BriefRegel {
                    id: row.id(0)?,
                    persoon,
                    soort: kind_of(&row.text(3)?)?,
                    onderwerp: row.text(4)?,
                    aan: row.text(5)?.lines().next().unwrap_or_default().to_owned(),
                    gemaakt: row.moment(6)?,
                    door: if hidden { String::new() } else { row.text(7)? },
                };
                Ok(((persoon, aan), regel))
            },
        )?;
        brieven.retain(|(wie, _)| self.is_open(*wie, &whole));
        let telefoon = self.db.query_opt(
            "SELECT telefoon FROM brief WHERE door = $1 ORDER BY gemaakt DESC, id DESC LIMIT 1",
            &[self.who.account.as_str().into()],
            |row| row.text(0),
        )?;
        let regie = self.regie(gezin, beeld.toegang)?;
        Ok(BrievenBeeld {
            brieven: brieven.into_iter().map(|(_, regel)| regel).collect(),
            schrijft: self.who.decides(),
            regisseur: regie.nu.map(|regisseur| regisseur.naam).filter(|naam| !naam.is_empty()),
            telefoon: telefoon.unwrap_or_default(),
            beeld,
        })
    }

    /// A letter as it was sent.
    pub fn brief(&mut self, id: Id<Brief>) -> Result<BriefBestand, Fout> {
        self.enter(Onderdeel::Brieven)?;
        let found = self.db.query_opt(
            "SELECT gezin, persoon, aan, soort, gemaakt, pdf FROM brief WHERE id = $1",
            &[(&id).into()],
            |row| {
                let persoon = row.bytes_opt(1)?.map(|b| Id::try_from(b.as_slice())).transpose()?;
                let aan = row.bytes_opt(2)?.map(|b| Id::try_from(b.as_slice())).transpose()?;
                let bestand = BriefBestand {
                    soort: kind_of(&row.text(3)?)?,
                    gemaakt: row.moment(4)?,
                    pdf: row.bytes(5)?,
                };
                Ok((row.id(0)?, (persoon, aan), bestand))
            },
        )?;
        let (gezin, wie, bestand) = found.ok_or(Fout::NietGevonden)?;
        let open = self.open_for(Onderdeel::Brieven, gezin, Deel::Post)?.ok_or(Fout::NietGevonden)?;
        if !self.is_open(wie, &open) {
            return Err(Fout::NietGevonden);
        }
        // A letter is about whom it is about, or about everyone.
        let members = super::leden::members(self.db, gezin)?.into_iter().map(|m| m.id);
        self.seen.extend(members.filter(|m| wie.0.is_none_or(|about| about == *m)));
        Ok(bestand)
    }

    /// Whether a letter is open: to who works with the family; to a member when it is about who is open to them as a whole, and
    /// not meant for another grown-up.
    fn is_open(&self, (persoon, aan): Wie, whole: &[Id<Persoon>]) -> bool {
        let about = persoon.is_none_or(|about| whole.contains(&about));
        let of_family = self.who.rol == Rol::Gezinslid;
        let theirs = !of_family || aan.is_none_or(|to| self.who.persoon == Some(to) || whole.contains(&to));
        about && theirs
    }
}

fn kind_of(key: &str) -> Result<Briefsoort, Fout> {
    Briefsoort::from_key(key).ok_or(Fout::Tegenstrijdig("a letter is of an unknown kind"))
}
