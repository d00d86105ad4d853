//! The first page of who works with families. Not a queue: what is expected stands with the family that expects it.
//!
//! What waits in the whole register is few rows, and partial indexes hold exactly those; who may see each of them is decided by
//! the one definition, in the program.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use stelsel::post::leest_eigen_draad;
use stelsel::toegang::{Deel, Dossier, Relatie};
use stelsel::{Gemeentecode, Gezin, Id, Onderdeel, Persoon};

use super::Lezing;
use super::draad::{has_coordinator, key_of_thread};
use super::klokken::told;
use super::toegang::dossier_of;
use super::verwijzing::{has_verwijzing, waiting};
use crate::Fout;
use crate::beeld::{Draad, VandaagBeeld, VandaagGezin, Verwachting, Verzoek, VoorTeam};
use crate::db::{Rij, Verbinding};
use crate::register::{away, millis};

/// How long someone is still near to a family after writing to it.
const RECENT_DAYS: i64 = 30;

/// Referrals, and requests, of the team that are shown: the oldest. The rest stands on their own pages.
const OF_TEAM: usize = 5;

/// A message that waits.
struct Wachtend {
    dossier: Dossier,
    draad: Draad,
    van: String,
    sinds: Timestamp,
}

/// What is gathered while the rows are walked along.
#[derive(Default)]
struct Verzameld {
    /// Families that the reader is near to: as what.
    nabij: BTreeMap<Id<Gezin>, Relatie>,
    verwacht: BTreeMap<Id<Gezin>, Vec<Verwachting>>,
    team: Vec<VoorTeam>,
    /// There is more for the team than is shown.
    meer: bool,
    /// Whether a family has a coordinator, asked once.
    regisseur: BTreeMap<Id<Gezin>, bool>,
}

impl Verzameld {
    /// Whether something of a family is for the reader: of one that they are near to, or of one of the team's without a coordinator.
    fn is_mine(
        &mut self,
        db: &mut Verbinding,
        dossier: Dossier,
        relatie: Relatie,
        now: Timestamp,
    ) -> Result<bool, Fout> {
        if self.nabij.contains_key(&dossier.gezin) {
            return Ok(true);
        }
        if relatie != Relatie::Team || self.has_coordinator(db, dossier.gezin, now)? {
            return Ok(false);
        }
        self.nabij.insert(dossier.gezin, Relatie::Team);
        Ok(true)
    }

    fn has_coordinator(
        &mut self,
        db: &mut Verbinding,
        gezin: Id<Gezin>,
        now: Timestamp,
    ) -> Result<bool, Fout> {
        if let Some(known) = self.regisseur.get(&gezin) {
            return Ok(*known);
        }
        let found = has_coordinator(db, gezin, now)?;
        self.regisseur.insert(gezin, found);
        Ok(found)
    }

    fn add(&mut self, gezin: Id<Gezin>, what: Verwachting) {
        self.verwacht.entry(gezin).or_default().push(what);
    }
}

impl Lezing<'_> {
    /// The families that the reader is near to, and what they expect.
    pub fn vandaag(&mut self) -> Result<VandaagBeeld, Fout> {
        self.enter(Onderdeel::Vandaag)?;
        let mut found = Verzameld::default();
        for (gezin, relatie) in &self.who.betrokken {
            if matches!(relatie, Relatie::Regisseur | Relatie::Vervanger) {
                found
                    .nabij
                    .entry(*gezin)
                    .and_modify(|known| *known = (*known).min(*relatie))
                    .or_insert(*relatie);
            }
        }
        self.recent(&mut found)?;
        self.waiting_messages(&mut found)?;
        self.open_corrections(&mut found)?;
        self.own_drafts(&mut found)?;
        self.open_referrals(&mut found)?;
        self.open_requests(&mut found)?;
        self.running_clocks(&mut found)?;
        let stands_in = self.stands_in_for()?;
        let (mut gezinnen, mut vervangt) = (Vec::new(), Vec::new());
        for (gezin, relatie) in &found.nabij {
            let (dossier, naam) = dossier_of(self.db, *gezin)?;
            if self.who.toegang(dossier).is_none() {
                continue;
            }
            let members =
                self.db.query("SELECT id FROM persoon WHERE gezin = $1", &[gezin.into()], |row| row.id(0))?;
            self.seen.extend(members);
            let voor = stands_in.get(gezin).filter(|_| *relatie == Relatie::Vervanger).cloned();
            let mut verwacht = found.verwacht.remove(gezin).unwrap_or_default();
            verwacht.sort_by_key(order);
            let one = VandaagGezin { id: *gezin, naam, relatie: *relatie, voor, verwacht };
            if one.voor.is_some() { vervangt.push(one) } else { gezinnen.push(one) }
        }
        for list in [&mut gezinnen, &mut vervangt] {
            list.sort_by_key(|a| (a.naam.to_lowercase(), a.id));
        }
        let afwezig = away(self.db, &self.who.account, self.now)?;
        Ok(VandaagBeeld { gezinnen, vervangt, team: found.team, meer: found.meer, afwezig })
    }

    /// Families to which the reader wrote lately, and that are still open.
    fn recent(&mut self, found: &mut Verzameld) -> Result<(), Fout> {
        let since = self.now.as_millisecond() - RECENT_DAYS * 24 * 60 * 60 * 1_000;
        let wrote: Vec<Id<Gezin>> = self.db.query(
            "SELECT DISTINCT gezin FROM post WHERE auteur = $1 AND geplaatst >= $2",
            &[self.who.account.as_str().into(), since.into()],
            |row| row.id(0),
        )?;
        for gezin in wrote {
            let (dossier, _) = dossier_of(self.db, gezin)?;
            if let Some(open) = self.who.toegang(dossier) {
                found.nabij.entry(gezin).or_insert(open.relatie);
            }
        }
        Ok(())
    }

    fn waiting_messages(&mut self, found: &mut Verzameld) -> Result<(), Fout> {
        let rows = self.db.query(
            "SELECT g.id, g.wijk, g.afgeschermd, p.persoon, coalesce(a.naam, ''), p.geplaatst FROM post p \
             LEFT JOIN persoon q ON q.id = p.persoon JOIN gezin g ON g.id = coalesce(q.gezin, p.gezin) \
             LEFT JOIN account a ON a.sleutel = p.auteur WHERE p.wacht = 1 ORDER BY p.geplaatst, p.id",
            &[],
            waiting_of,
        )?;
        let mut threads: BTreeSet<(Id<Gezin>, Draad)> = BTreeSet::new();
        for message in rows {
            let gezin = message.dossier.gezin;
            let Some(open) = self.who.toegang(message.dossier).filter(|open| open.delen.has(Deel::Post))
            else {
                continue;
            };
            if !found.is_mine(self.db, message.dossier, open.relatie, self.now)? {
                continue;
            }
            let known = found.has_coordinator(self.db, gezin, self.now)?;
            if message.draad != Draad::Gezin && !leest_eigen_draad(open.relatie, known) {
                continue;
            }
            // Of a thread the message that waits longest: the rest stands with it.
            if threads.insert((gezin, message.draad)) {
                let nieuw = self.has_unread(gezin, message.draad)?;
                found.add(
                    gezin,
                    Verwachting::Bericht {
                        van: message.van,
                        draad: message.draad,
                        sinds: message.sinds,
                        nieuw,
                    },
                );
            }
        }
        Ok(())
    }

    /// Whether a message of the family waits in a thread that the reader did not see.
    fn has_unread(&mut self, gezin: Id<Gezin>, draad: Draad) -> Result<bool, Fout> {
        let key = key_of_thread(gezin, draad);
        let sql = match draad {
            Draad::Gezin => {
                "SELECT 1 FROM post p WHERE p.gezin = $1 AND p.persoon IS NULL AND p.wacht = 1 AND p.geplaatst > \
                 coalesce((SELECT tot FROM post_gelezen r WHERE r.account = $2 AND r.draad = $1), -1) LIMIT 1"
            }
            Draad::Eigen(_) => {
                "SELECT 1 FROM post p WHERE p.persoon = $1 AND p.wacht = 1 AND p.geplaatst > \
                 coalesce((SELECT tot FROM post_gelezen r WHERE r.account = $2 AND r.draad = $1), -1) LIMIT 1"
            }
        };
        let values = [key.as_slice().into(), self.who.account.as_str().into()];
        Ok(self.db.query_opt(sql, &values, |row| row.number(0))?.is_some())
    }

    fn open_corrections(&mut self, found: &mut Verzameld) -> Result<(), Fout> {
        let rows = self.db.query(
            "SELECT g.id, g.wijk, g.afgeschermd, min(c.gewijzigd) FROM correctie c JOIN gezin g ON g.id = c.gezin \
             WHERE c.stand = 0 GROUP BY g.id, g.wijk, g.afgeschermd ORDER BY 4, 1",
            &[],
            |row| Ok((dossier_in(row, 0)?, row.moment(3)?)),
        )?;
        for (dossier, sinds) in rows {
            let Some(open) = self.who.toegang(dossier).filter(|open| open.delen.has(Deel::Tijdlijn)) else {
                continue;
            };
            if found.is_mine(self.db, dossier, open.relatie, self.now)? {
                found.add(dossier.gezin, Verwachting::Correctie { sinds });
            }
        }
        Ok(())
    }

    /// Conversations of which the reader has a draft with something in it.
    fn own_drafts(&mut self, found: &mut Verzameld) -> Result<(), Fout> {
        let rows = self.db.query(
            "SELECT f.id, f.wijk, f.afgeschermd, g.id, g.dag FROM goed_gesprek g JOIN gezin f ON f.id = g.gezin \
             WHERE g.auteur = $1 AND g.stand = 0 AND g.velden > 0 ORDER BY g.dag, g.id",
            &[self.who.account.as_str().into()],
            |row| Ok((dossier_in(row, 0)?, row.id(3)?, row.day(4)?)),
        )?;
        for (dossier, id, day) in rows {
            let Some(open) = self.who.toegang(dossier).filter(|open| open.delen.has(Deel::GoedGesprek))
            else {
                continue;
            };
            // Who wrote about a family is near to it.
            found.nabij.entry(dossier.gezin).or_insert(open.relatie);
            found.add(dossier.gezin, Verwachting::Concept(id, day));
        }
        Ok(())
    }

    fn open_referrals(&mut self, found: &mut Verzameld) -> Result<(), Fout> {
        let (who, mut shown) = (self.who, 0);
        for referral in waiting(self.db)?.into_iter().filter(|one| has_verwijzing(who, one)) {
            let (id, kind, van, sinds) = referral.kort();
            match referral.gezin() {
                Some((dossier, _)) if found.nabij.contains_key(&dossier.gezin) => {
                    self.seen.extend(referral.persoon);
                    found.add(dossier.gezin, Verwachting::Verwijzing(id, van, sinds));
                }
                _ if shown < OF_TEAM => {
                    shown += 1;
                    self.seen.extend(referral.persoon);
                    found.team.push(VoorTeam::Verwijzing(id, kind, van, sinds));
                }
                _ => found.meer = true,
            }
        }
        Ok(())
    }

    fn open_requests(&mut self, found: &mut Verzameld) -> Result<(), Fout> {
        let rows = self.db.query(
            "SELECT f.id, f.wijk, f.afgeschermd, q.id, p.voornamen, p.voorvoegsel, p.achternaam, a.naam, q.aanbieder, q.dagtekening, \
             q.gemeente, p.id FROM verzoek q JOIN persoon p ON p.id = q.persoon JOIN gezin f ON f.id = p.gezin \
             LEFT JOIN aanbieder a ON a.agb = q.aanbieder WHERE q.stand < 2 ORDER BY q.dagtekening, q.id",
            &[],
            |row| {
                let parts = [row.text_opt(4)?, row.text_opt(5)?, Some(row.text(6)?)];
                let name: Vec<String> = parts.into_iter().flatten().collect();
                let agb: stelsel::AgbCode = row.code(8)?;
                let provider = row.text_opt(7)?.unwrap_or_else(|| agb.to_string());
                let id: Id<Verzoek> = row.id(3)?;
                let gemeente: Gemeentecode = row.code(10)?;
                let person: Id<Persoon> = row.id(11)?;
                Ok((dossier_in(row, 0)?, id, name.join(" "), provider, row.day(9)?, gemeente, person))
            },
        )?;
        let mut shown = 0;
        for (dossier, id, kind, provider, day, gemeente, person) in rows {
            if !self.who.has_verzoek(gemeente, dossier) {
                continue;
            }
            if found.nabij.contains_key(&dossier.gezin) {
                found.add(dossier.gezin, Verwachting::Verzoek(id, provider, day));
            } else if shown < OF_TEAM {
                shown += 1;
                found.team.push(VoorTeam::Verzoek(id, kind, provider, day));
            } else {
                found.meer = true;
                continue;
            }
            self.seen.push(person);
        }
        Ok(())
    }

    /// What was promised to the families that the reader coordinates, and what they wait for. Requests of providers stand apart.
    fn running_clocks(&mut self, found: &mut Verzameld) -> Result<(), Fout> {
        let day = self.figures_day()?;
        let named = |(gezin, relatie): (&Id<Gezin>, &Relatie)| (*relatie != Relatie::Team).then_some(*gezin);
        let near: Vec<Id<Gezin>> = found.nabij.iter().filter_map(named).collect();
        for gezin in near {
            let (dossier, _) = dossier_of(self.db, gezin)?;
            if !self.who.opens(dossier, Deel::Plan) {
                continue;
            }
            for (clock, what) in told(self.db, gezin, (self.now, day))? {
                found.add(gezin, Verwachting::Klok(clock, what));
            }
        }
        Ok(())
    }

    /// For whom the reader stands in now, per family.
    fn stands_in_for(&mut self) -> Result<BTreeMap<Id<Gezin>, String>, Fout> {
        let rows = self.db.query(
            "SELECT b.gezin, a.naam FROM afwezig w JOIN betrokken b ON b.account = w.account AND b.relatie = 'regisseur' \
             AND b.van <= $1 AND (b.tot IS NULL OR b.tot > $1) JOIN account a ON a.sleutel = w.account \
             WHERE w.vervanger = $2 AND w.van <= $1 AND w.tot > $1",
            &[millis(self.now), self.who.account.as_str().into()],
            |row| Ok((row.id(0)?, row.text(1)?)),
        )?;
        Ok(rows.into_iter().collect())
    }
}

/// What people wrote first, the longest waiting before the others; then the rest, each kind together.
fn order(what: &Verwachting) -> (u8, i64, Option<Draad>) {
    match what {
        Verwachting::Bericht { sinds, draad, .. } => (0, sinds.as_millisecond(), Some(*draad)),
        Verwachting::Concept(_, day) => (2, crate::db::day_number(*day), None),
        Verwachting::Klok(klok, _) => (5, crate::db::day_number(klok.sinds), None),
        Verwachting::Correctie { sinds } => (1, sinds.as_millisecond(), None),
        Verwachting::Verwijzing(_, _, sinds) => (3, sinds.as_millisecond(), None),
        Verwachting::Verzoek(_, _, day) => (4, crate::db::day_number(*day), None),
    }
}

/// Family, neighbourhood and whether it is shielded, from three columns.
fn dossier_in(row: &Rij<'_>, at: usize) -> Result<Dossier, Fout> {
    Ok(Dossier { gezin: row.id(at)?, wijk: row.code_opt(at + 1)?, afgeschermd: row.number(at + 2)? != 0 })
}

fn waiting_of(row: &Rij<'_>) -> Result<Wachtend, Fout> {
    let own: Option<Id<Persoon>> =
        row.bytes_opt(3)?.map(|bytes| Id::try_from(bytes.as_slice())).transpose()?;
    Ok(Wachtend {
        dossier: dossier_in(row, 0)?,
        draad: own.map_or(Draad::Gezin, Draad::Eigen),
        van: row.text(4)?,
        sinds: row.moment(5)?,
    })
}
