//! The list of families within the reader's reach.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use jiff::civil::Date;
use stelsel::persoon::{GezinsRol, Naam, age_on};
use stelsel::toegang::{Bereik, Deel, Dossier, Maat, Relatie};
use stelsel::toewijzing::Stand;
use stelsel::{Gezin, Id, Onderdeel, Wijkcode};

use super::gezin::Van;
use super::leden::members;
use super::{Lezing, PAGE, cursor_parts, cut, like};
use crate::Fout;
use crate::beeld::{GezinRegel, GezinnenFilter, Lijst};
use crate::db::{Rij, Waarde};

/// A family with what the list is sorted by.
struct Found {
    id: Id<Gezin>,
    naam: String,
    zoeknaam: String,
    wijk: Option<String>,
    laatste: Option<Date>,
    dossier: Dossier,
}

/// A place in the list: the name to search by and the number.
type Plek = (String, Vec<u8>);
/// Before the first.
const START: Plek = (String::new(), Vec::new());

impl Found {
    fn plek(&self) -> Plek {
        (self.zoeknaam.clone(), self.id.bytes().to_vec())
    }
}

/// Which families to walk along.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Waar {
    /// Those of a neighbourhood, in one walk along an index.
    Wijk(Wijkcode),
    /// One with which someone is involved by name.
    Gezin(Id<Gezin>),
}

// An allocation that is current and of which no start stands.
macro_rules! waiting {
    () => {
        "EXISTS (SELECT 1 FROM persoon p JOIN toewijzing t ON t.persoon = p.id WHERE p.gezin = g.id \
         AND (t.eind IS NULL OR t.eind >= $2) AND coalesce(t.reden_wijziging, '') <> '13' \
         AND (coalesce(t.reden_wijziging, '') <> '01' OR coalesce(t.eind, -1) <> t.ingang) AND NOT EXISTS \
         (SELECT 1 FROM levering l WHERE l.persoon = p.id AND l.gemeente = t.gemeente AND l.nummer = t.nummer \
         AND l.aanbieder = t.aanbieder AND l.soort = 0 AND l.verwijdering = 0 AND NOT EXISTS \
         (SELECT 1 FROM levering x WHERE x.persoon = l.persoon AND x.gemeente = l.gemeente AND x.nummer = l.nummer \
         AND x.aanbieder = l.aanbieder AND x.soort = 0 AND x.verwijdering = 1 AND x.begin = l.begin \
         AND x.dagtekening >= l.dagtekening)))"
    };
}
macro_rules! families {
    ($where:literal) => {
        concat!(
            "SELECT f.id, f.naam, f.zoeknaam, w.naam, f.laatste, f.wijk, f.afgeschermd FROM \
             (SELECT g.id FROM gezin g WHERE ($1 = 0 OR ",
            waiting!(),
            ") AND g.samen IS NULL AND g.zoeknaam LIKE $3 ESCAPE '!' AND ",
            $where,
            " AND (g.zoeknaam, g.id) > ($5, $6) ORDER BY g.zoeknaam, g.id LIMIT $7) s \
             JOIN gezin f ON f.id = s.id LEFT JOIN wijk w ON w.code = f.wijk ORDER BY f.zoeknaam, f.id"
        )
    };
}
/// A shielded family is walked by on its own, if at all.
const OF_WIJK: &str = families!("g.wijk = $4 AND g.afgeschermd = 0");
const BY_ID: &str = families!("g.id = $4");

impl Lezing<'_> {
    /// Families by name: those of the team's neighbourhoods, or all where the role reaches all.
    pub fn gezinnen(&mut self, filter: &GezinnenFilter) -> Result<Lijst<GezinRegel>, Fout> {
        let reach = self.enter(Onderdeel::Gezinnen)?;
        let today = self.figures_day()?;
        let after = match filter.na.as_deref().map(cursor_parts).transpose()? {
            Some((name, id)) => {
                let id: Id<Gezin> = Id::parse(id).map_err(|_| Fout::Zinloos("the place to read on from"))?;
                (name.to_owned(), id.bytes().to_vec())
            }
            None => START,
        };
        let found = match reach {
            Bereik::Niets => Vec::new(),
            _ => self.first_families(filter, today, &after, PAGE + 1)?,
        };
        let part = cut(found, |f| format!("{}~{}", f.zoeknaam, f.id));
        let rijen = part.rijen.into_iter().map(|f| self.family_line(f, today)).collect::<Result<_, _>>()?;
        Ok(Lijst { rijen, verder: part.verder })
    }

    /// The names of the reader's families, to choose one from: as many as four parts of the list have.
    pub(super) fn family_names(&mut self, filter: &GezinnenFilter) -> Result<Vec<(Id<Gezin>, String)>, Fout> {
        let found = self.first_families(filter, self.today, &START, 4 * PAGE)?;
        Ok(found.into_iter().map(|f| (f.id, f.naam)).collect())
    }

    /// The first so many families by name after one, of all the reader's places together. Where a family waits has to be worked out
    /// for each that is passed by, so of each place no more is read than the whole takes.
    fn first_families(
        &mut self,
        filter: &GezinnenFilter,
        today: Date,
        after: &Plek,
        wanted: usize,
    ) -> Result<Vec<Found>, Fout> {
        let places = self.places(filter.wijk);
        let wijken = places.iter().filter(|place| matches!(place, Waar::Wijk(_))).count();
        // A few more than the share of each, for they never come out even.
        let step = wanted.div_ceil(wijken.max(1)) + 4;
        // Where each has come to; who is at the end is gone.
        let mut walks: BinaryHeap<Reverse<(Plek, Waar)>> =
            places.into_iter().map(|place| Reverse((after.clone(), place))).collect();
        let mut found: BTreeMap<Plek, Found> = BTreeMap::new();
        while let Some(Reverse((at, place))) = walks.pop() {
            if found.keys().nth(wanted - 1).is_some_and(|last| *last <= at) {
                break;
            }
            let read = self.families_in(place, filter, today, &at, step)?;
            walks.extend(read.last().filter(|_| read.len() == step).map(|f| Reverse((f.plek(), place))));
            let who = self.who;
            // One definition decides; the walk only has to pass by every family that it may open. What was opened in an
            // emergency is no family that one works with.
            let kept = read.into_iter().filter(|f| {
                who.toegang(f.dossier).is_some_and(|open| open.relatie != Relatie::Nood)
                    && filter.wijk.is_none_or(|wijk| f.dossier.wijk == Some(wijk))
            });
            found.extend(kept.map(|f| (f.plek(), f)));
        }
        Ok(found.into_values().take(wanted).collect())
    }

    /// The neighbourhoods of the reader's team by name, to choose from.
    pub fn eigen_wijken(&mut self) -> Result<Vec<(Wijkcode, String)>, Fout> {
        self.enter(Onderdeel::Gezinnen)?;
        let mut named = Vec::new();
        for code in &self.who.wijken {
            let sql = "SELECT naam FROM wijk WHERE code = $1";
            named.extend(
                self.db.query_opt(sql, &[code.number().into()], |row| row.text(0))?.map(|naam| (*code, naam)),
            );
        }
        named.sort_by(|a, b| a.1.cmp(&b.1));
        Ok(named)
    }

    /// Where the reader's families are: in the neighbourhoods of the team, and those that they are tied to by name.
    fn places(&self, wanted: Option<Wijkcode>) -> Vec<Waar> {
        let of_team = self.who.wijken.iter().copied().filter(|own| wanted.is_none_or(|wijk| *own == wijk));
        let named = self.who.betrokken.iter().map(|(gezin, _)| Waar::Gezin(*gezin));
        of_team.map(Waar::Wijk).chain(named).collect()
    }

    fn families_in(
        &mut self,
        place: Waar,
        filter: &GezinnenFilter,
        today: Date,
        (name, id): &Plek,
        most: usize,
    ) -> Result<Vec<Found>, Fout> {
        let pattern = filter.zoek.as_deref().map_or_else(|| "%".to_owned(), like);
        let (sql, place): (_, Waarde<'_>) = match &place {
            Waar::Wijk(wijk) => (OF_WIJK, wijk.number().into()),
            Waar::Gezin(gezin) => (BY_ID, gezin.into()),
        };
        let values = [
            filter.wacht.into(),
            today.into(),
            pattern.as_str().into(),
            place,
            name.as_str().into(),
            id.as_slice().into(),
            i64::try_from(most).unwrap_or(i64::MAX).into(),
        ];
        let read = |row: &Rij<'_>| {
            let id = row.id(0)?;
            Ok(Found {
                id,
                naam: row.text(1)?,
                zoeknaam: row.text(2)?,
                wijk: row.text_opt(3)?,
                laatste: row.day_opt(4)?,
                dossier: Dossier { gezin: id, wijk: row.code_opt(5)?, afgeschermd: row.number(6)? != 0 },
            })
        };
        self.db.query(sql, &values, read)
    }

    fn family_line(&mut self, family: Found, today: Date) -> Result<GezinRegel, Fout> {
        let ages = self.who.opens(family.dossier, Deel::Geboren);
        let shared = self.who.toegang(family.dossier).filter(|open| open.relatie.is_gedeeld());
        let (members, whose) = if let Some(toegang) = shared {
            // Of a family that shares, only what it shares.
            self.open_members(family.id, toegang)?.ok_or(Fout::NietGevonden)?
        } else {
            let members = members(self.db, family.id)?;
            let whose = vec![Maat::Geheel; members.len()];
            (members, whose)
        };
        self.seen.extend(members.iter().map(|m| m.id));
        let outline = |id| members.iter().zip(&whose).any(|(m, open)| m.id == id && *open >= Maat::Hoofdlijn);
        let mut states = self.allocations(Van::Gezin(family.id), today)?;
        states.retain(|a| outline(a.persoon));
        let number = |wanted: fn(&Stand) -> bool| {
            u32::try_from(states.iter().filter(|a| wanted(&a.stand)).count()).unwrap_or(u32::MAX)
        };
        let kinderen = members
            .iter()
            .filter(|m| m.rol == GezinsRol::Jeugdige)
            .map(|m| (Naam::given(&m.naam), m.geboren.filter(|_| ages).map(|born| age_on(born, today))))
            .collect();
        Ok(GezinRegel {
            id: family.id,
            naam: family.naam,
            wijk: family.wijk,
            kinderen,
            lopend: number(|s| matches!(s, Stand::Loopt { .. } | Stand::Pauze { .. })),
            wachtend: number(|s| matches!(s, Stand::Wacht { .. })),
            laatste: family.laatste,
        })
    }
}
