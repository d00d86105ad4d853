//! One family: members, allocations with their real state, the time line, and who looked.

use std::collections::BTreeMap;

use jiff::civil::Date;
use stelsel::gezin::Adres;
use stelsel::persoon::Persoon;
use stelsel::toegang::{Deel, Dossier, Maat, Relatie, Toegang};
use stelsel::toewijzing::{Levering, LeveringSoort, Product, Stand, state};
use stelsel::{AgbCode, Cent, Gezin, Hulpvorm, Id, Onderdeel};

use super::Lezing;
use super::leden::{members, open_to};
use crate::Fout;
use crate::beeld::{Bericht, Gebeurtenis, GebeurtenisSoort, GezinBeeld, Kijkje, ToewijzingBeeld};
use crate::boek::{allocation_of, delivery_of};
use crate::db::Rij;

/// Looks shown on the page of a family.
const LOOKS: usize = 10;

impl Lezing<'_> {
    /// One family, if it is within the reader's reach.
    pub fn gezin(&mut self, id: Id<Gezin>) -> Result<GezinBeeld, Fout> {
        self.enter(Onderdeel::Gezin)?;
        let stand = self.figures_day()?;
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
        let mut toewijzingen =
            if toegang.delen.has(Deel::Hulp) { self.allocations(id, stand)? } else { Vec::new() };
        toewijzingen.retain(|a| open(a.persoon) >= Maat::Hoofdlijn);
        for a in &mut toewijzingen {
            if !toegang.delen.has(Deel::Bedragen) || open(a.persoon) < Maat::Geheel {
                (a.gedeclareerd, a.toewijzing.omvang, a.toewijzing.budget) = (None, None, None);
            }
        }
        toewijzingen
            .sort_by_key(|a| (rank(&a.stand), std::cmp::Reverse(a.toewijzing.ingang), a.toewijzing.nummer));
        let mut tijdlijn = if toegang.delen.has(Deel::Tijdlijn) { self.time_line(id)? } else { Vec::new() };
        tijdlijn.retain(|event| {
            open(event.persoon) == Maat::Geheel
                && (toegang.delen.has(Deel::Bedragen)
                    || !matches!(event.soort, GebeurtenisSoort::Gedeclareerd { .. }))
        });
        let inzagen = if toegang.delen.has(Deel::Inzagen) {
            let whole: Vec<Persoon> = leden.iter().filter(|m| open(m.id) == Maat::Geheel).cloned().collect();
            self.looks(&whole)?
        } else {
            Vec::new()
        };
        // Where a shielded family is, a member who lives elsewhere must not find out here.
        if !toegang.delen.has(Deel::Adres) || (afgeschermd && toegang.relatie == Relatie::Lid) {
            gezin.adres = None;
        }
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
        })
    }

    /// The members as far as they are open to the reader, and how far; nothing for a member of the family who has no door of
    /// their own.
    pub(super) fn open_members(&mut self, gezin: Id<Gezin>, toegang: Toegang) -> Result<Option<Leden>, Fout> {
        let mut members = members(self.db, gezin)?;
        let mut open = vec![Maat::Geheel; members.len()];
        if toegang.relatie == Relatie::Lid {
            let me = self.who.persoon.and_then(|id| members.iter().find(|m| m.id == id));
            let Some(me) = me else { return Ok(None) };
            let Some(own) = open_to(self.db, me, &members, self.today)? else { return Ok(None) };
            open = own;
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

    /// The allocations of a family with their state on a day.
    pub(super) fn allocations(
        &mut self,
        gezin: Id<Gezin>,
        today: Date,
    ) -> Result<Vec<ToewijzingBeeld>, Fout> {
        let mut lines: BTreeMap<(i64, i64, i64, Id<Persoon>), Vec<Levering>> = BTreeMap::new();
        self.db.query(
            "SELECT l.gemeente, l.nummer, l.aanbieder, l.persoon, l.soort, l.begin, l.eind, l.reden, l.verwijdering, l.dagtekening FROM persoon p \
             JOIN levering l ON l.persoon = p.id WHERE p.gezin = $1 AND l.nummer IS NOT NULL",
            &[(&gezin).into()],
            |row| {
                let key = (row.number(0)?, row.number(1)?, row.number(2)?, row.id(3)?);
                lines.entry(key).or_default().push(delivery_of(row, 4)?);
                Ok(())
            },
        )?;
        let mut claimed: BTreeMap<(i64, i64), i64> = BTreeMap::new();
        self.db.query(
            "SELECT r.gemeente, r.nummer, CAST(sum(r.bedrag) AS BIGINT) FROM persoon p JOIN prestatie r ON r.persoon = p.id \
             WHERE p.gezin = $1 GROUP BY r.gemeente, r.nummer",
            &[(&gezin).into()],
            |row| {
                claimed.insert((row.number(0)?, row.number(1)?), row.number(2)?);
                Ok(())
            },
        )?;
        self.db.query(
            "SELECT t.persoon, a.naam, t.gemeente, t.nummer, t.aanbieder, t.categorie, t.code, t.moment, t.ingang, t.eind, \
             t.reden_wijziging, t.volume, t.eenheid, t.frequentie, t.budget FROM persoon p \
             JOIN toewijzing t ON t.persoon = p.id LEFT JOIN aanbieder a ON a.agb = t.aanbieder WHERE p.gezin = $1",
            &[(&gezin).into()],
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

    fn time_line(&mut self, gezin: Id<Gezin>) -> Result<Vec<Gebeurtenis>, Fout> {
        let mut events = self.db.query(
            "SELECT v.persoon, v.aanbieder, a.naam, v.categorie, v.code, v.bericht, v.moment, v.reden_wijziging, v.nummer, v.gemeente \
             FROM persoon p JOIN toewijzing_versie v ON v.persoon = p.id LEFT JOIN aanbieder a ON a.agb = v.aanbieder \
             WHERE p.gezin = $1 ORDER BY v.gemeente, v.nummer, v.moment, v.bericht",
            &[(&gezin).into()],
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
            "SELECT l.persoon, l.aanbieder, a.naam, l.categorie, l.code, l.bericht, l.soort, l.begin, l.eind, l.reden, l.verwijdering, \
             l.dagtekening FROM persoon p JOIN levering l ON l.persoon = p.id LEFT JOIN aanbieder a ON a.agb = l.aanbieder \
             WHERE p.gezin = $1",
            &[(&gezin).into()],
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
        out.extend(self.claims(gezin)?);
        out.sort_by(|a, b| b.dag.cmp(&a.dag).then(b.bericht.cmp(&a.bericht)));
        Ok(out)
    }

    /// Claims per month, person and provider.
    fn claims(&mut self, gezin: Id<Gezin>) -> Result<Vec<Gebeurtenis>, Fout> {
        let mut months: BTreeMap<(Date, Id<Persoon>, AgbCode, Hulpvorm), Gebeurtenis> = BTreeMap::new();
        self.db.query(
            "SELECT r.persoon, r.aanbieder, a.naam, r.categorie, r.code, r.bericht, r.begin, r.bedrag FROM persoon p \
             JOIN prestatie r ON r.persoon = p.id LEFT JOIN aanbieder a ON a.agb = r.aanbieder WHERE p.gezin = $1",
            &[(&gezin).into()],
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

    fn looks(&mut self, members: &[Persoon]) -> Result<Vec<Kijkje>, Fout> {
        let mut looks = BTreeMap::new();
        for member in members {
            self.db.query(
                "SELECT j.dag, j.nr, j.wanneer, coalesce(CASE WHEN a.afgeschermd = 0 THEN a.naam END, ''), j.rol, j.doel FROM journaal_persoon x \
                 JOIN journaal j ON j.dag = x.dag AND j.nr = x.nr LEFT JOIN account a ON a.sleutel = j.wie \
                 WHERE x.persoon = $1 AND j.handeling = 'inzien' AND j.rol <> 'programma' ORDER BY x.dag DESC, x.nr DESC LIMIT $2",
                &[(&member.id).into(), i64::try_from(LOOKS).unwrap_or(i64::MAX).into()],
                |row| {
                    let look = Kijkje { wanneer: row.moment(2)?, wie: row.text(3)?, rol: row.text(4)?, doel: row.text(5)? };
                    looks.insert((row.number(0)?, row.number(1)?), look);
                    Ok(())
                },
            )?;
        }
        Ok(looks.into_values().rev().take(LOOKS).collect())
    }
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
