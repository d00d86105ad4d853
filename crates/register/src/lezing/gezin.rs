//! One family: members, allocations with their real state, the time line, and who looked.

use std::collections::BTreeMap;

use jiff::civil::Date;
use stelsel::deling::Wat;
use stelsel::gezin::Adres;
use stelsel::klok::dutch_day;
use stelsel::persoon::Persoon;
use stelsel::plan::{Kloksoort, Wachtklok};
use stelsel::toegang::{Deel, Dossier, Maat, Relatie, Toegang};
use stelsel::toewijzing::{Levering, LeveringSoort, Product, Stand, state};
use stelsel::{AgbCode, Cent, Gezin, Hulpvorm, Id, Onderdeel};

use super::Lezing;
use super::klokken::told;
use super::leden::{former, members, open_to};
use crate::Fout;
use crate::beeld::{Bericht, Gebeurtenis, GebeurtenisSoort, GezinBeeld, Kijkje, ToewijzingBeeld};
use crate::boek::{allocation_of, delivery_of};
use crate::db::{Rij, Waarde};
use crate::samenvoegen::now_in;

/// A text that finds rows by the family of a person, and the same by the person.
macro_rules! of {
    ($before:literal) => {
        of!($before, "")
    };
    ($before:literal, $after:literal) => {
        [concat!($before, " p.gezin = $1", $after), concat!($before, " p.id = $1", $after)]
    };
}

/// Who looked, shown on the page of a family: who looked more than once on a day is told once.
const LOOKS: usize = 6;

/// Looks at one person that are read for it.
const READ: i64 = 40;

impl Lezing<'_> {
    /// One family, if it is within the reader's reach.
    pub fn gezin(&mut self, id: Id<Gezin>) -> Result<GezinBeeld, Fout> {
        self.enter(Onderdeel::Gezin)?;
        self.gezin_within(id)
    }

    /// The same, as a part of another page.
    pub(super) fn gezin_within(&mut self, id: Id<Gezin>) -> Result<GezinBeeld, Fout> {
        let stand = self.figures_day()?;
        // One that was brought together with another is that other now.
        let id = now_in(self.db, id)?;
        let found = self.db.query_opt(
            "SELECT g.naam, g.gemeente, g.wijk, g.straat, g.huis, g.postcode, g.plaats, m.naam, w.naam, g.afgeschermd FROM gezin g \
             LEFT JOIN gemeente m ON m.code = g.gemeente LEFT JOIN wijk w ON w.code = g.wijk WHERE g.id = $1",
            &[(&id).into()],
            |row| {
                let adres = Adres { straat: row.text_opt(3)?, huis: row.text_opt(4)?, postcode: row.text_opt(5)?, plaats: row.text_opt(6)? };
                let known = adres != Adres::default();
                let gezin = Gezin {
                    id,
                    naam: row.text(0)?,
                    gemeente: row.code(1)?,
                    wijk: row.code_opt(2)?,
                    adres: known.then_some(adres),
                };
                Ok((gezin, row.text_opt(7)?, row.text_opt(8)?, row.number(9)? != 0))
            },
        )?;
        let (mut gezin, gemeente, wijk, afgeschermd) = found.ok_or(Fout::NietGevonden)?;
        let toegang = self.enter_file(Dossier { gezin: id, wijk: gezin.wijk, afgeschermd })?;
        let Some((leden, maten)) = self.open_members(id, toegang)? else { return Err(Fout::NietGevonden) };
        self.seen.extend(leden.iter().map(|m| m.id));
        let open = |person: Id<Persoon>| {
            leden.iter().zip(&maten).find(|(m, _)| m.id == person).map_or(Maat::Naam, |(_, maat)| *maat)
        };
        let of = whose(id, &leden);
        let mut toewijzingen = Vec::new();
        if toegang.delen.has(Deel::Hulp) {
            for van in &of {
                toewijzingen.extend(self.allocations(*van, stand)?);
            }
        }
        toewijzingen.retain(|a| open(a.persoon) >= Maat::Hoofdlijn);
        for a in &mut toewijzingen {
            if !toegang.delen.has(Deel::Bedragen) || open(a.persoon) < Maat::Geheel {
                (a.gedeclareerd, a.toewijzing.omvang, a.toewijzing.budget) = (None, None, None);
            }
        }
        toewijzingen
            .sort_by_key(|a| (rank(&a.stand), std::cmp::Reverse(a.toewijzing.ingang), a.toewijzing.nummer));
        let mut tijdlijn = Vec::new();
        if toegang.delen.has(Deel::Tijdlijn) {
            for van in &of {
                tijdlijn.extend(self.time_line(*van)?);
            }
        }
        tijdlijn.sort_by(|a, b| b.dag.cmp(&a.dag).then(b.bericht.cmp(&a.bericht)));
        tijdlijn.retain(|event| {
            open(event.persoon) == Maat::Geheel
                && (toegang.delen.has(Deel::Bedragen)
                    || !matches!(event.soort, GebeurtenisSoort::Gedeclareerd { .. }))
        });
        let inzagen = if toegang.delen.has(Deel::Inzagen) {
            let whole: Vec<Id<Persoon>> =
                leden.iter().map(|m| m.id).filter(|m| open(*m) == Maat::Geheel).collect();
            let whole = self.with_doubles(whole)?;
            self.looks(&whole)?
        } else {
            Vec::new()
        };
        // Where the family is, a member who lives elsewhere must not find out here.
        let elsewhere = toegang.relatie == Relatie::Lid && (afgeschermd || self.lives_elsewhere(id)?);
        if !toegang.delen.has(Deel::Adres) || elsewhere {
            gezin.adres = None;
        }
        let vroeger = former(self.db, id, self.today)?;
        let vroeger = leden.iter().map(|m| m.id).filter(|m| vroeger.contains(m)).collect();
        let netwerk = self.around(id, toegang, &leden, &maten)?;
        let klokken = self.clocks_for(id, toegang, stand, open)?;
        let gemeente = gemeente.unwrap_or_else(|| gezin.gemeente.to_string());
        Ok(GezinBeeld {
            gezin,
            gemeente,
            wijk,
            stand,
            toegang,
            leden,
            maten,
            toewijzingen,
            tijdlijn,
            inzagen,
            klokken,
            vroeger,
            netwerk,
        })
    }

    /// What the family waits for, for who works with it. That help did not begin stands with the help.
    fn clocks_for(
        &mut self,
        gezin: Id<Gezin>,
        toegang: Toegang,
        stand: Date,
        open: impl Fn(Id<Persoon>) -> Maat,
    ) -> Result<Vec<(Wachtklok, String)>, Fout> {
        if !toegang.delen.has(Deel::Plan) || toegang.relatie == Relatie::Lid || toegang.relatie.is_gedeeld() {
            return Ok(Vec::new());
        }
        let mut clocks = told(self.db, gezin, (self.now, stand))?;
        clocks.retain(|(clock, _)| {
            clock.soort != Kloksoort::Start && clock.persoon.is_none_or(|id| open(id) == Maat::Geheel)
        });
        Ok(clocks)
    }

    /// The members as far as they are open to the reader, and how far; nothing for a member of the family who has no door of
    /// their own.
    pub(super) fn open_members(&mut self, gezin: Id<Gezin>, toegang: Toegang) -> Result<Option<Leden>, Fout> {
        let mut members = members(self.db, gezin)?;
        // Whose own family is another belongs here as well: of them the outline, for who works with this family.
        let mut open: Vec<Maat> = members
            .iter()
            .map(|m| match m.gezin == gezin {
                true => Maat::Geheel,
                false if toegang.delen.has(Deel::Toegang) => Maat::Hoofdlijn,
                false => Maat::Naam,
            })
            .collect();
        if toegang.relatie == Relatie::Lid {
            let me = self.who.persoon.and_then(|id| members.iter().find(|m| m.id == id));
            let Some(me) = me else { return Ok(None) };
            let Some(own) = open_to(self.db, gezin, me, &members, self.today)? else { return Ok(None) };
            open = own;
        }
        if toegang.relatie.is_gedeeld() {
            // Only whom something is shared about, and of them the outline.
            let shared = self.shared_with_me(gezin)?;
            let parts =
                |id| shared.iter().filter(move |(about, _)| *about == Some(id)).flat_map(|(_, wat)| wat);
            members.retain(|m| parts(m.id).next().is_some());
            open = members
                .iter()
                .map(
                    |m| if parts(m.id).any(|part| *part == Wat::Hulp) { Maat::Hoofdlijn } else { Maat::Naam },
                )
                .collect();
        }
        for (member, open) in members.iter_mut().zip(&open) {
            if *open < Maat::Geheel || !toegang.delen.has(Deel::Geboren) {
                member.geboren = None;
            }
            if *open < Maat::Geheel || !toegang.delen.has(Deel::Gesprek) {
                member.bsn = None;
            }
        }
        Ok(Some((members, open)))
    }

    /// These persons, and the rows about them that turned out to be double.
    pub(super) fn with_doubles(&mut self, persons: Vec<Id<Persoon>>) -> Result<Vec<Id<Persoon>>, Fout> {
        let mut out = Vec::new();
        for person in persons {
            let sql = "SELECT id FROM persoon WHERE samen = $1 ORDER BY id";
            let doubles = self.db.query(sql, &[(&person).into()], |row| row.id(0))?;
            out.push(person);
            out.extend(doubles);
        }
        Ok(out)
    }

    /// The allocations of a family with their state on a day.
    pub(super) fn allocations(&mut self, van: Van, today: Date) -> Result<Vec<ToewijzingBeeld>, Fout> {
        let mut lines: BTreeMap<(i64, i64, i64, Id<Persoon>), Vec<Levering>> = BTreeMap::new();
        self.db.query(
            van.sql(of!("SELECT l.gemeente, l.nummer, l.aanbieder, l.persoon, l.soort, l.begin, l.eind, l.reden, l.verwijdering, l.dagtekening FROM persoon p \
             JOIN levering l ON l.persoon = p.id WHERE", " AND l.nummer IS NOT NULL")),
            &[van.key()],
            |row| {
                let key = (row.number(0)?, row.number(1)?, row.number(2)?, row.id(3)?);
                lines.entry(key).or_default().push(delivery_of(row, 4)?);
                Ok(())
            },
        )?;
        let mut claimed: BTreeMap<(i64, i64), i64> = BTreeMap::new();
        self.db.query(
            van.sql(of!("SELECT r.gemeente, r.nummer, CAST(sum(r.bedrag) AS BIGINT) FROM persoon p JOIN prestatie r ON r.persoon = p.id \
             WHERE", " GROUP BY r.gemeente, r.nummer")),
            &[van.key()],
            |row| {
                claimed.insert((row.number(0)?, row.number(1)?), row.number(2)?);
                Ok(())
            },
        )?;
        self.db.query(
            van.sql(of!("SELECT t.persoon, a.naam, t.gemeente, t.nummer, t.aanbieder, t.categorie, t.code, t.moment, t.ingang, t.eind, \
             t.reden_wijziging, t.volume, t.eenheid, t.frequentie, t.budget FROM persoon p \
             JOIN toewijzing t ON t.persoon = p.id LEFT JOIN aanbieder a ON a.agb = t.aanbieder WHERE")),
            &[van.key()],
            |row| {
                let toewijzing = allocation_of(row, 2)?;
                let key = (row.number(2)?, row.number(3)?);
                let told = lines.get(&(key.0, key.1, row.number(4)?, row.id(0)?));
                let stand = state(&toewijzing, told.map_or(&[], Vec::as_slice), today);
                Ok(ToewijzingBeeld {
                    persoon: row.id(0)?,
                    toewijzing,
                    aanbieder: row.text_opt(1)?,
                    stand,
                    gedeclareerd: Some(Cent(claimed.get(&key).copied().unwrap_or_default())),
                })
            },
        )
    }

    fn time_line(&mut self, van: Van) -> Result<Vec<Gebeurtenis>, Fout> {
        let mut events = self.db.query(
            van.sql(of!("SELECT v.persoon, v.aanbieder, a.naam, v.categorie, v.code, v.bericht, v.moment, v.reden_wijziging, v.nummer, v.gemeente \
             FROM persoon p JOIN toewijzing_versie v ON v.persoon = p.id LEFT JOIN aanbieder a ON a.agb = v.aanbieder \
             WHERE", " ORDER BY v.gemeente, v.nummer, v.moment, v.bericht")),
            &[van.key()],
            |row| Ok((event(row, GebeurtenisSoort::Toegewezen, crate::db::day_of(row.number(6)?.div_euclid(86_400))?)?, row.text_opt(7)?, (row.number(9)?, row.number(8)?), row.number(6)?)),
        )?;
        // A later line of the same allocation with the same moment is a repetition, one with a later moment a change.
        let mut before = None;
        let mut out = Vec::new();
        for (mut event, reden, key, moment) in events.drain(..) {
            match before.replace((key, moment)) {
                Some((same, at)) if same == key && at == moment => continue,
                Some((same, _)) if same == key => event.soort = GebeurtenisSoort::Gewijzigd { reden },
                _ => {}
            }
            out.push(event);
        }
        out.extend(self.db.query(
            van.sql(of!("SELECT l.persoon, l.aanbieder, a.naam, l.categorie, l.code, l.bericht, l.soort, l.begin, l.eind, l.reden, l.verwijdering, \
             l.dagtekening FROM persoon p JOIN levering l ON l.persoon = p.id LEFT JOIN aanbieder a ON a.agb = l.aanbieder \
             WHERE")),
            &[van.key()],
            |row| {
                let line = delivery_of(row, 6)?;
                let (kind, day) = match line.soort {
                    _ if line.verwijdering => (GebeurtenisSoort::Ingetrokken, line.dagtekening),
                    LeveringSoort::Start => (GebeurtenisSoort::Gestart, line.begin),
                    LeveringSoort::Stop => (GebeurtenisSoort::Gestopt { reden: line.reden }, line.eind.unwrap_or(line.begin)),
                };
                event(row, kind, day)
            },
        )?);
        out.extend(self.claims(van)?);
        Ok(out)
    }

    /// Claims per month, person and provider.
    fn claims(&mut self, van: Van) -> Result<Vec<Gebeurtenis>, Fout> {
        let mut months: BTreeMap<(Date, Id<Persoon>, AgbCode, Hulpvorm), Gebeurtenis> = BTreeMap::new();
        self.db.query(
            van.sql(of!("SELECT r.persoon, r.aanbieder, a.naam, r.categorie, r.code, r.bericht, r.begin, r.bedrag FROM persoon p \
             JOIN prestatie r ON r.persoon = p.id LEFT JOIN aanbieder a ON a.agb = r.aanbieder WHERE")),
            &[van.key()],
            |row| {
                let month = row.day(6)?.first_of_month();
                let amount = Cent(row.number(7)?);
                let new = event(row, GebeurtenisSoort::Gedeclareerd { bedrag: amount }, month)?;
                months
                    .entry((month, new.persoon, new.aanbieder, new.hulpvorm))
                    .and_modify(|known| {
                        if let GebeurtenisSoort::Gedeclareerd { bedrag } = &mut known.soort {
                            *bedrag += amount;
                        }
                        known.bericht = known.bericht.max(new.bericht);
                    })
                    .or_insert(new);
                Ok(())
            },
        )?;
        Ok(months.into_values().collect())
    }

    fn looks(&mut self, members: &[Id<Persoon>]) -> Result<Vec<Kijkje>, Fout> {
        let mut looks = BTreeMap::new();
        for member in members {
            self.db.query(
                "SELECT j.dag, j.nr, j.wanneer, coalesce(CASE WHEN a.afgeschermd = 0 THEN a.naam END, ''), j.rol, j.doel FROM journaal_persoon x \
                 JOIN journaal j ON j.dag = x.dag AND j.nr = x.nr LEFT JOIN account a ON a.sleutel = j.wie \
                 WHERE x.persoon = $1 AND j.handeling = 'inzien' AND j.rol <> 'programma' ORDER BY x.dag DESC, x.nr DESC LIMIT $2",
                &[member.into(), READ.into()],
                |row| {
                    let look = Kijkje { wanneer: row.moment(2)?, wie: row.text(3)?, rol: row.text(4)?, doel: row.text(5)?, keer: 1 };
                    looks.insert((row.number(0)?, row.number(1)?), look);
                    Ok(())
                },
            )?;
        }
        let mut told: Vec<Kijkje> = Vec::new();
        for look in looks.into_values().rev() {
            let same = |one: &Kijkje| {
                (&one.wie, &one.rol, &one.doel) == (&look.wie, &look.rol, &look.doel)
                    && dutch_day(one.wanneer) == dutch_day(look.wanneer)
            };
            let room = told.len() < LOOKS;
            match told.iter_mut().find(|one| same(one)) {
                Some(one) => one.keer += 1,
                None if room => told.push(look),
                None => break,
            }
        }
        Ok(told)
    }
}

/// A family, or one of its members whose own family is another.
#[derive(Clone, Copy)]
pub(super) enum Van {
    Gezin(Id<Gezin>),
    Lid(Id<Persoon>),
}

impl Van {
    /// Of two texts the one that finds the rows.
    const fn sql(self, [of_family, of_person]: [&'static str; 2]) -> &'static str {
        match self {
            Self::Gezin(_) => of_family,
            Self::Lid(_) => of_person,
        }
    }

    fn key(&self) -> Waarde<'_> {
        match self {
            Self::Gezin(id) => id.into(),
            Self::Lid(id) => id.into(),
        }
    }
}

/// Where what concerns the members is found: with the family, and with those who belong to another as well.
fn whose(gezin: Id<Gezin>, members: &[Persoon]) -> Vec<Van> {
    let elsewhere = members.iter().filter(|m| m.gezin != gezin).map(|m| Van::Lid(m.id));
    std::iter::once(Van::Gezin(gezin)).chain(elsewhere).collect()
}

/// Members, and how far each is open.
pub(super) type Leden = (Vec<Persoon>, Vec<Maat>);

/// Running help first, then waiting, then what is over.
const fn rank(state: &Stand) -> u8 {
    match state {
        Stand::Loopt { .. } | Stand::Pauze { .. } => 0,
        Stand::Wacht { .. } => 1,
        Stand::Beeindigd { .. } | Stand::NietGestart { .. } => 2,
        Stand::Verwijderd => 3,
    }
}

/// Reads persoon, aanbieder, its name, categorie, code, bericht from the first six columns.
fn event(row: &Rij<'_>, soort: GebeurtenisSoort, dag: Date) -> Result<Gebeurtenis, Fout> {
    let product = Product { categorie: row.text_opt(3)?, code: row.text_opt(4)? };
    let bericht: Id<Bericht> = row.id(5)?;
    Ok(Gebeurtenis {
        dag,
        soort,
        persoon: row.id(0)?,
        aanbieder: row.code(1)?,
        aanbieder_naam: row.text_opt(2)?,
        hulpvorm: product.hulpvorm(),
        bericht,
    })
}
