//! The list of families within the reader's reach.

use jiff::civil::Date;
use stelsel::persoon::{GezinsRol, Naam, age_on};
use stelsel::toegang::Bereik;
use stelsel::toewijzing::Stand;
use stelsel::{Gezin, Id, Onderdeel, Wijkcode};

use super::{Lezing, cursor_parts, cut, like, one_more};
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
const COLUMNS: [&str; 2] = [
    concat!(
        "SELECT g.id, g.naam, g.zoeknaam, w.naam, g.laatste FROM gezin g JOIN wijk w ON w.code = g.wijk WHERE ($1 = 0 OR ",
        waiting!(),
        ") AND g.zoeknaam LIKE $3 ESCAPE '!' AND g.wijk = $4 AND (g.zoeknaam, g.id) > ($5, $6) \
         ORDER BY g.zoeknaam, g.id LIMIT $7"
    ),
    concat!(
        "SELECT g.id, g.naam, g.zoeknaam, w.naam, g.laatste FROM gezin g LEFT JOIN wijk w ON w.code = g.wijk WHERE ($1 = 0 OR ",
        waiting!(),
        ") AND g.zoeknaam LIKE $3 ESCAPE '!' AND (g.zoeknaam, g.id) > ($4, $5) ORDER BY g.zoeknaam, g.id LIMIT $6"
    ),
];

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
            None => (String::new(), Vec::new()),
        };
        let mut found = Vec::new();
        for wijk in self.places(reach, filter.wijk) {
            found.extend(self.families_in(wijk, filter, today, &after)?);
        }
        found.sort_by(|a, b| (&a.zoeknaam, a.id).cmp(&(&b.zoeknaam, b.id)));
        let part = cut(found, |f| format!("{}~{}", f.zoeknaam, f.id));
        let rijen = part.rijen.into_iter().map(|f| self.family_line(f, today)).collect::<Result<_, _>>()?;
        Ok(Lijst { rijen, verder: part.verder })
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

    /// The neighbourhoods to search, one by one; `None` is everywhere. Each is one walk along an index.
    fn places(&self, reach: Bereik, wanted: Option<Wijkcode>) -> Vec<Option<Wijkcode>> {
        match (reach, wanted) {
            (Bereik::Niets, _) => Vec::new(),
            (Bereik::Alles, wanted) => vec![wanted],
            (Bereik::Eigen, None) => self.who.wijken.iter().copied().map(Some).collect(),
            (Bereik::Eigen, Some(wijk)) => {
                self.who.wijken.iter().copied().filter(|own| *own == wijk).map(Some).collect()
            }
        }
    }

    fn families_in(
        &mut self,
        wijk: Option<Wijkcode>,
        filter: &GezinnenFilter,
        today: Date,
        (name, id): &(String, Vec<u8>),
    ) -> Result<Vec<Found>, Fout> {
        let pattern = filter.zoek.as_deref().map_or_else(|| "%".to_owned(), like);
        let mut values: Vec<Waarde<'_>> = vec![filter.wacht.into(), today.into(), pattern.as_str().into()];
        let [within, everywhere] = COLUMNS;
        let sql = if let Some(wijk) = wijk {
            values.push(wijk.number().into());
            within
        } else {
            everywhere
        };
        values.push(name.as_str().into());
        values.push(id.as_slice().into());
        values.push(one_more().into());
        let read = |row: &Rij<'_>| {
            Ok(Found {
                id: row.id(0)?,
                naam: row.text(1)?,
                zoeknaam: row.text(2)?,
                wijk: row.text_opt(3)?,
                laatste: row.day_opt(4)?,
            })
        };
        self.db.query(sql, &values, read)
    }

    fn family_line(&mut self, family: Found, today: Date) -> Result<GezinRegel, Fout> {
        let members = self.members(family.id)?;
        self.seen.extend(members.iter().map(|m| m.id));
        let states = self.allocations(family.id, today)?;
        let number = |wanted: fn(&Stand) -> bool| {
            u32::try_from(states.iter().filter(|a| wanted(&a.stand)).count()).unwrap_or(u32::MAX)
        };
        let kinderen = members
            .iter()
            .filter(|m| m.rol == GezinsRol::Jeugdige)
            .map(|m| (Naam::given(&m.naam), m.geboren.map(|born| age_on(born, today))))
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
