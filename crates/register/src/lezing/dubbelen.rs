//! Families and persons that may be there twice, within the reader's reach; and what was brought together.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use stelsel::dubbel::{Beschrijving, Reden, redenen, zonder_opmaak};
use stelsel::gezin::Adres;
use stelsel::persoon::{GezinsRol, Persoon};
use stelsel::toegang::{Deel, Dossier};
use stelsel::{Gezin, Id, Onderdeel, Postcode};

use super::Lezing;
use super::gezinstijd::{address, name_at};
use crate::Fout;
use crate::beeld::{Dubbel, DubbelPersoon, DubbelenBeeld, SamenRegel};
use crate::db::Rij;

/// Pairs that are shown at a time.
const SHOWN: usize = 20;
/// More people of one team than this were not born on one day, and more of one name do not live behind one postcode.
const CROWD: usize = 100;

macro_rules! people {
    ($where:literal) => {
        concat!(
            "SELECT p.id, p.bsn, p.rol, p.achternaam, p.voorvoegsel, p.voornamen, p.voorletters, p.geboren, g.id, g.postcode, g.wijk, \
             g.afgeschermd FROM gezin g JOIN persoon p ON p.gezin = g.id WHERE p.samen IS NULL AND ",
            $where
        )
    };
}
const OF_WIJK: &str = people!("g.wijk = $1");
const OF_GEZIN: &str = people!("g.id = $1");

/// Someone with where the family that they are of lives.
struct Iemand {
    persoon: Persoon,
    postcode: Option<Postcode>,
}

/// What is shown of a family, to tell it from another.
struct Huis {
    naam: String,
    adres: Option<Adres>,
    voordeur: Option<String>,
}

/// Everyone within the reader's reach.
#[derive(Default)]
struct Bereikbaar {
    mensen: Vec<Iemand>,
    gezinnen: HashMap<Id<Gezin>, Dossier>,
}

impl Bereikbaar {
    fn add(&mut self, row: &Rij<'_>) -> Result<(), Fout> {
        let gezin: Id<Gezin> = row.id(8)?;
        let persoon = Persoon {
            id: row.id(0)?,
            gezin,
            bsn: row.code_opt(1)?,
            rol: GezinsRol::from_number(row.number(2)?),
            naam: name_at(row, 3)?,
            geboren: row.day_opt(7)?,
        };
        let postcode = row.text_opt(9)?.and_then(|p| Postcode::parse(&p).ok());
        let dossier = Dossier { gezin, wijk: row.code_opt(10)?, afgeschermd: row.number(11)? != 0 };
        self.gezinnen.insert(gezin, dossier);
        self.mensen.push(Iemand { persoon, postcode });
        Ok(())
    }
}

impl Lezing<'_> {
    /// What may be there twice among the families that the reader works with, with why; and what was brought together there.
    pub fn dubbelen(&mut self) -> Result<DubbelenBeeld, Fout> {
        self.enter(Onderdeel::Dubbelen)?;
        let within = self.within_reach()?;
        let apart: BTreeSet<(Vec<u8>, Vec<u8>)> = self
            .db
            .query("SELECT een, ander FROM geen_dubbel", &[], |row| Ok((row.bytes(0)?, row.bytes(1)?)))?
            .into_iter()
            .collect();
        let are_apart = |one: &[u8; 16], other: &[u8; 16]| {
            let (een, ander) = if one < other { (one, other) } else { (other, one) };
            apart.contains(&(een.to_vec(), ander.to_vec()))
        };
        let mut found: BTreeMap<(Id<Gezin>, Id<Gezin>), Dubbel> = BTreeMap::new();
        for (one, other, why) in pairs(&within.mensen) {
            let (a, b) = (one.gezin.min(other.gezin), one.gezin.max(other.gezin));
            if are_apart(one.id.bytes(), other.id.bytes()) || a != b && are_apart(a.bytes(), b.bytes()) {
                continue;
            }
            // A child that belongs to a second family is no double of anyone there by that alone; a parent who is a row in both is:
            // of a child that lives elsewhere the message makes a second row of each parent, and to say so is of use. What is of no
            // use is asking about someone who was added to the other family already.
            if one.gezin != other.gezin
                && (self.was_added(one, other.gezin)? || self.was_added(other, one.gezin)?)
            {
                continue;
            }
            let pair =
                if one.gezin == a { [one.clone(), other.clone()] } else { [other.clone(), one.clone()] };
            let entry = match found.entry((a, b)) {
                Entry::Occupied(there) => there.into_mut(),
                Entry::Vacant(free) => {
                    let (Some(x), Some(y)) = (self.house(a)?, self.house(b)?) else { continue };
                    free.insert(Dubbel {
                        voordeur: a != b && x.voordeur.is_some() && x.voordeur == y.voordeur,
                        gezinnen: [(a, x.naam, x.adres), (b, y.naam, y.adres)],
                        personen: Vec::new(),
                    })
                }
            };
            entry.personen.push(DubbelPersoon { personen: pair, redenen: why });
        }
        let mut dubbelen: Vec<Dubbel> = found.into_values().collect();
        // What has most to say for it first; that is an order to read in, not a score.
        dubbelen.sort_by_key(|d| {
            let sure = d.personen.iter().filter(|p| p.redenen.contains(&Reden::Geboren)).count();
            (std::cmp::Reverse((d.voordeur, sure)), d.gezinnen[0].0)
        });
        let meer = dubbelen.len().saturating_sub(SHOWN);
        dubbelen.truncate(SHOWN);
        self.seen.extend(dubbelen.iter().flat_map(|d| &d.personen).flat_map(|p| &p.personen).map(|p| p.id));
        let samen = self.brought_together_within(&within)?;
        Ok(DubbelenBeeld { dubbelen, meer, samen })
    }

    /// Everyone of the families that the reader may arrange.
    fn within_reach(&mut self) -> Result<Bereikbaar, Fout> {
        let mut within = Bereikbaar::default();
        for wijk in &self.who.wijken {
            self.db.query(OF_WIJK, &[wijk.number().into()], |row| within.add(row))?;
        }
        for (gezin, _) in &self.who.betrokken {
            if !within.gezinnen.contains_key(gezin) {
                self.db.query(OF_GEZIN, &[gezin.into()], |row| within.add(row))?;
            }
        }
        let who = self.who;
        within.gezinnen.retain(|_, dossier| who.opens(*dossier, Deel::Toegang));
        within.mensen.retain(|one| within.gezinnen.contains_key(&one.persoon.gezin));
        Ok(within)
    }

    /// What is shown of a family that may be there twice.
    fn house(&mut self, gezin: Id<Gezin>) -> Result<Option<Huis>, Fout> {
        let sql = "SELECT naam, straat, huis, postcode, plaats, voordeur FROM gezin WHERE id = $1";
        self.db.query_opt(sql, &[(&gezin).into()], |row| {
            Ok(Huis { naam: row.text(0)?, adres: address(row, 1)?, voordeur: row.text_opt(5)? })
        })
    }

    /// Whether someone was added to a family next to their own.
    fn was_added(&mut self, who: &Persoon, gezin: Id<Gezin>) -> Result<bool, Fout> {
        let sql = "SELECT 1 FROM lidmaatschap WHERE persoon = $1 AND gezin = $2 AND tot IS NULL";
        Ok(self.db.query_opt(sql, &[(&who.id).into(), (&gezin).into()], |_| Ok(()))?.is_some())
    }

    fn brought_together_within(&mut self, within: &Bereikbaar) -> Result<Vec<SamenRegel>, Fout> {
        let families: Vec<Id<Gezin>> = self.db.query(
            "SELECT DISTINCT coalesce(w.samen, p.gezin) FROM samenvoeging s LEFT JOIN gezin w ON w.id = s.weg \
             LEFT JOIN persoon p ON p.id = s.weg WHERE s.ongedaan IS NULL",
            &[],
            |row| row.bytes_opt(0),
        )?
        .into_iter()
        .flatten()
        .filter_map(|bytes| Id::try_from(bytes.as_slice()).ok())
        .filter(|id| within.gezinnen.contains_key(id))
        .collect();
        let mut out = Vec::new();
        for family in families {
            out.extend(self.brought_together(family)?);
        }
        out.sort_by_key(|one| std::cmp::Reverse((one.wanneer, one.id)));
        out.truncate(SHOWN);
        Ok(out)
    }
}

/// Who may be the same: those of one birth date, and those of one name, are laid side by side.
fn pairs(mensen: &[Iemand]) -> Vec<(&Persoon, &Persoon, Vec<Reden>)> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for group in groups(mensen) {
        for (n, one) in group.iter().enumerate() {
            for other in group.iter().skip(n + 1) {
                let pair = (*one.min(other), *one.max(other));
                let (Some(a), Some(b)) = (mensen.get(pair.0), mensen.get(pair.1)) else { continue };
                if !seen.insert(pair) {
                    continue;
                }
                let why = redenen(described(a), described(b));
                if !why.is_empty() {
                    out.push((&a.persoon, &b.persoon, why));
                }
            }
        }
    }
    out.sort_by_key(|(a, b, _)| (a.id, b.id));
    out
}

/// Groups within which two may be one, none so large that comparing all in it takes long.
fn groups(mensen: &[Iemand]) -> Vec<Vec<usize>> {
    let mut by_day: HashMap<Date, Vec<usize>> = HashMap::new();
    let mut by_name: HashMap<(String, String), Vec<usize>> = HashMap::new();
    for (at, one) in mensen.iter().enumerate() {
        if let Some(day) = one.persoon.geboren {
            by_day.entry(day).or_default().push(at);
        }
        // Without a given name it takes the birth date to say anything.
        let given = zonder_opmaak(&one.persoon.naam.given());
        if !given.is_empty() {
            let family = zonder_opmaak(&one.persoon.naam.achternaam);
            by_name.entry((family, given)).or_default().push(at);
        }
    }
    // A date that so many share was filled in for want of one: who is there twice is found by name then. Of a name that so many
    // share, the place has to fit as well.
    by_day.retain(|_, group| group.len() <= CROWD);
    let mut out: Vec<Vec<usize>> = by_day.into_values().collect();
    for group in by_name.into_values() {
        if group.len() <= CROWD {
            out.push(group);
            continue;
        }
        let mut by_place: HashMap<Option<Postcode>, Vec<usize>> = HashMap::new();
        for at in group {
            by_place.entry(mensen.get(at).and_then(|one| one.postcode)).or_default().push(at);
        }
        out.extend(by_place.into_values().filter(|group| group.len() <= CROWD));
    }
    out
}

fn described(one: &Iemand) -> Beschrijving<'_> {
    Beschrijving {
        bsn: one.persoon.bsn,
        naam: &one.persoon.naam,
        geboren: one.persoon.geboren,
        postcode: one.postcode,
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;
    use stelsel::persoon::Naam;

    use super::*;

    fn someone(n: u16, given: &str, day: Option<Date>, postcode: &str) -> Iemand {
        let naam = Naam {
            achternaam: "Jansen".into(),
            voornamen: (!given.is_empty()).then(|| given.to_owned()),
            ..Naam::default()
        };
        let id = |kind: u8| {
            let mut bytes = [kind; 10];
            bytes[..2].copy_from_slice(&n.to_be_bytes());
            bytes
        };
        let persoon = Persoon {
            id: Id::new(Timestamp::UNIX_EPOCH, id(1)),
            gezin: Id::new(Timestamp::UNIX_EPOCH, id(2)),
            bsn: None,
            rol: GezinsRol::Jeugdige,
            naam,
            geboren: day,
        };
        Iemand { persoon, postcode: Postcode::parse(postcode).ok() }
    }

    #[test]
    fn a_crowd_is_not_compared_one_by_one_and_hides_nobody() {
        let filled_in = Some(date(1900, 1, 1));
        let mut mensen: Vec<Iemand> =
            (0..3_000).map(|n| someone(n, "Jan", filled_in, &format!("{}AB", 1_000 + n))).collect();
        mensen.extend((3_000..6_000).map(|n| someone(n, "", None, "4811AB")));
        mensen.push(someone(6_000, "Jan", filled_in, "1007AB"));
        let groups = groups(&mensen);
        assert!(groups.iter().all(|group| group.len() <= CROWD));
        let found = pairs(&mensen);
        assert_eq!(found.len(), 1, "the one behind the same postcode");
        assert_eq!(found[0].0.id, mensen[7].persoon.id);
    }
}
