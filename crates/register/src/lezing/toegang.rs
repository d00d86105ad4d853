//! Who may see a file, and why; and the files that were opened in an emergency.

use std::collections::BTreeSet;

use jiff::Timestamp;
use stelsel::persoon::{GezinsRol, Persoon};
use stelsel::toegang::{Bereik, Deel, Delen, Dossier, Maat, Relatie, Toegang, delen};
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Rol, Wijkcode};

use super::Lezing;
use super::leden::{authority, choices, has_authority, members, open_to};
use crate::Fout;
use crate::beeld::{Betrokken, NoodMelding, Oordeel, ToegangBeeld, WieMag};
use crate::db::Verbinding;
use crate::register::{accounts, millis};

/// Reports shown that were read: the newest.
const SHOWN: usize = 200;

/// An involvement as it is stored, or a broken glass.
struct Band {
    account: String,
    relatie: Relatie,
    van: Timestamp,
    tot: Option<Timestamp>,
    id: Option<Id<Betrokken>>,
}

impl Lezing<'_> {
    /// Who may see the file of a family, and why: from the same definition by which every page decides.
    pub fn wie_mag(&mut self, id: Id<Gezin>) -> Result<ToegangBeeld, Fout> {
        self.enter(Onderdeel::Toegang)?;
        let (dossier, naam) = dossier_of(self.db, id)?;
        let own = self.enter_file(dossier)?;
        if !own.delen.has(Deel::Toegang) {
            return Err(Fout::NietGevonden);
        }
        let Some((members, maten)) = self.open_members(id, own)? else { return Err(Fout::NietGevonden) };
        self.seen.extend(members.iter().map(|m| m.id));
        let bands = self.bands(id)?;
        let accounts = accounts::all(self.db, self.now)?;
        let shielded = if own.relatie == Relatie::Lid { accounts::shielded(self.db)? } else { Vec::new() };
        let mut mensen = Vec::new();
        for mut someone in accounts.clone() {
            let mine = || bands.iter().filter(|band| band.account == someone.account);
            someone.betrokken = mine().map(|band| (id, band.relatie)).collect();
            let Some(open) = someone.toegang(dossier) else { continue };
            if open.relatie == Relatie::Lid && !self.has_door(&someone, id)? {
                continue;
            }
            let band = mine().find(|band| band.relatie == open.relatie);
            mensen.push(WieMag {
                // Of shielded staff a family knows the function.
                naam: if shielded.contains(&someone.account) { String::new() } else { someone.naam },
                rol: someone.rol,
                relatie: open.relatie,
                delen: open.delen,
                sinds: band.map(|band| band.van),
                tot: band.and_then(|band| band.tot),
                id: band.and_then(|band| band.id),
            });
        }
        mensen.sort_by(|a, b| (a.relatie, a.rol, &a.naam).cmp(&(b.relatie, b.rol, &b.naam)));
        let beslist = own.relatie != Relatie::Lid;
        let outlined = members.iter().zip(&maten).filter(|(_, maat)| **maat >= Maat::Hoofdlijn);
        let shown: Vec<Id<Persoon>> = outlined.map(|(member, _)| member.id).collect();
        let (gezag, keuzes) = self.authority_and_choices(id, own, &members)?;
        Ok(ToegangBeeld {
            gezin: id,
            naam,
            afgeschermd: dossier.afgeschermd,
            beslist,
            mensen,
            aanbieders: self.providers(id, &shown)?,
            functies: Rol::ALL
                .into_iter()
                .filter(|rol| Identiteit::new("", "", *rol).reach(Onderdeel::Bericht) == Bereik::Alles)
                .collect(),
            gezag,
            keuzes,
            keus: if beslist { accounts.into_iter().filter_map(can_be_tied).collect() } else { Vec::new() },
        })
    }

    /// The members who are open to the reader as a whole, if this part of the file is; nothing when it is not.
    pub(crate) fn open_for(
        &mut self,
        onderdeel: Onderdeel,
        gezin: Id<Gezin>,
        deel: Deel,
    ) -> Result<Option<Vec<Id<Persoon>>>, Fout> {
        self.enter(onderdeel)?;
        let (dossier, _) = dossier_of(self.db, gezin)?;
        let toegang = self.enter_file(dossier)?;
        let Some((leden, maten)) = self.open_members(gezin, toegang)? else { return Err(Fout::NietGevonden) };
        if !toegang.delen.has(deel) {
            return Ok(None);
        }
        let whole = leden.iter().zip(maten).filter(|(_, maat)| *maat == Maat::Geheel);
        Ok(Some(whole.map(|(member, _)| member.id).collect()))
    }

    /// The involvements of now, by name and by broken glass.
    fn bands(&mut self, id: Id<Gezin>) -> Result<Vec<Band>, Fout> {
        let now = millis(self.now);
        let mut bands = self.db.query(
            "SELECT account, relatie, van, tot, id FROM betrokken WHERE gezin = $1 AND van <= $2 AND (tot IS NULL OR tot > $2)",
            &[(&id).into(), now],
            |row| {
                Ok(Band {
                    account: row.text(0)?,
                    relatie: relation_of(&row.text(1)?)?,
                    van: row.moment(2)?,
                    tot: row.moment_opt(3)?,
                    id: Some(row.id(4)?),
                })
            },
        )?;
        bands.extend(self.db.query(
            "SELECT account, van, tot FROM nood WHERE gezin = $1 AND van <= $2 AND tot > $2",
            &[(&id).into(), now],
            |row| {
                Ok(Band {
                    account: row.text(0)?,
                    relatie: Relatie::Nood,
                    van: row.moment(1)?,
                    tot: Some(row.moment(2)?),
                    id: None,
                })
            },
        )?);
        Ok(bands)
    }

    /// Whether a member of the family can open it.
    fn has_door(&mut self, someone: &Identiteit, id: Id<Gezin>) -> Result<bool, Fout> {
        let members = members(self.db, id)?;
        let me = someone.persoon.and_then(|persoon| members.iter().find(|m| m.id == persoon));
        me.map_or(Ok(false), |me| Ok(open_to(self.db, me, &members, self.today)?.is_some()))
    }

    /// Who exchanges messages about those members whose help is open to the reader.
    fn providers(&mut self, id: Id<Gezin>, shown: &[Id<Persoon>]) -> Result<Vec<String>, Fout> {
        let found: Vec<(Id<Persoon>, String)> = self.db.query(
            "SELECT DISTINCT p.id, t.aanbieder, a.naam FROM persoon p JOIN toewijzing t ON t.persoon = p.id \
             LEFT JOIN aanbieder a ON a.agb = t.aanbieder WHERE p.gezin = $1",
            &[(&id).into()],
            |row| {
                let agb: stelsel::AgbCode = row.code(1)?;
                Ok((row.id(0)?, row.text_opt(2)?.unwrap_or_else(|| agb.to_string())))
            },
        )?;
        let names: BTreeSet<String> =
            found.into_iter().filter(|(person, _)| shown.contains(person)).map(|(_, name)| name).collect();
        Ok(names.into_iter().collect())
    }

    /// Authority over the children, for who decides on it; what a young person shares, for the young person.
    #[expect(clippy::type_complexity, reason = "two lists of the page, named there")]
    fn authority_and_choices(
        &mut self,
        id: Id<Gezin>,
        own: Toegang,
        members: &[Persoon],
    ) -> Result<(Vec<(Persoon, Persoon, bool)>, Vec<(Persoon, stelsel::toegang::Keuze)>), Fout> {
        if own.relatie != Relatie::Lid {
            let known = authority(self.db, id)?;
            let pairs = members.iter().filter(|m| m.rol == GezinsRol::Jeugdige).flat_map(|child| {
                members
                    .iter()
                    .filter(|m| matches!(m.rol, GezinsRol::Ouder | GezinsRol::Voogd))
                    .map(|parent| (child.clone(), parent.clone(), has_authority(child, parent, &known)))
            });
            return Ok((pairs.collect(), Vec::new()));
        }
        let me = members.iter().find(|m| Some(m.id) == self.who.persoon);
        let Some(me) = me.filter(|me| me.rol == GezinsRol::Jeugdige) else {
            return Ok((Vec::new(), Vec::new()));
        };
        let chosen = choices(self.db, id)?;
        let others = members.iter().filter(|m| m.id != me.id);
        let choices = others.map(|m| (m.clone(), chosen.get(&(me.id, m.id)).copied().unwrap_or_default()));
        Ok((Vec::new(), choices.collect()))
    }

    /// The form by which a file is opened in an emergency: there is nothing to read, only whether the reader may.
    pub fn nood(&mut self) -> Result<(), Fout> {
        self.enter(Onderdeel::Nood).map(|_| ())
    }

    /// Files that were opened in an emergency, for the lead of the family's team and of the colleague's; what nobody read yet
    /// first, then the newest.
    pub fn noodmeldingen(&mut self) -> Result<Vec<NoodMelding>, Fout> {
        self.enter(Onderdeel::Meldingen)?;
        let found = self.db.query(
            "SELECT n.id, a.naam, n.van, n.tot, n.reden, n.gezin, g.naam, g.wijk, g.afgeschermd, w.naam, a.wijken, b.naam, \
             n.bekeken_op, n.oordeel FROM nood n JOIN account a ON a.sleutel = n.account JOIN gezin g ON g.id = n.gezin \
             LEFT JOIN wijk w ON w.code = g.wijk LEFT JOIN account b ON b.sleutel = n.bekeken_door \
             ORDER BY CASE WHEN n.bekeken_op IS NULL THEN 0 ELSE 1 END, n.van DESC, n.id",
            &[],
            |row| {
                let dossier =
                    Dossier { gezin: row.id(5)?, wijk: row.code_opt(7)?, afgeschermd: row.number(8)? != 0 };
                let team: Vec<Wijkcode> =
                    row.text(10)?.split_whitespace().map(Wijkcode::parse).collect::<Result<_, _>>()?;
                let bekeken = match (row.text_opt(11)?, row.moment_opt(12)?, row.text_opt(13)?) {
                    (Some(who), Some(when), Some(verdict)) => Oordeel::from_key(&verdict).map(|v| (who, when, v)),
                    _ => None,
                };
                let melding = NoodMelding {
                    id: row.id(0)?,
                    wie: row.text(1)?,
                    van: row.moment(2)?,
                    tot: row.moment(3)?,
                    reden: row.text(4)?,
                    gezin: Some((dossier.gezin, row.text(6)?)),
                    wijk: row.text_opt(9)?,
                    bekeken,
                };
                Ok((melding, dossier, team))
            },
        )?;
        let who = self.who;
        let own = |team: &[Wijkcode], dossier: &Dossier| {
            team.iter().chain(dossier.wijk.as_ref()).any(|wijk| who.wijken.contains(wijk))
        };
        // What nobody read yet stays until somebody does; of the others the newest.
        let mine = found.into_iter().filter(|(_, dossier, team)| own(team, dossier));
        let mine: Vec<_> = mine
            .enumerate()
            .filter(|(place, (melding, ..))| *place < SHOWN || melding.bekeken.is_none())
            .map(|(_, report)| report)
            .collect();
        let families: BTreeSet<Id<Gezin>> = mine.iter().map(|(_, dossier, _)| dossier.gezin).collect();
        for family in families {
            let told = members(self.db, family)?;
            self.seen.extend(told.iter().map(|member| member.id));
        }
        let told = mine.into_iter().map(|(melding, dossier, _)| NoodMelding {
            gezin: melding.gezin.filter(|_| who.toegang(dossier).is_some()),
            ..melding
        });
        Ok(told.collect())
    }
}

/// The relations by which an account can be tied to a family, if there are any.
fn can_be_tied(someone: Identiteit) -> Option<(String, String, Rol, Vec<Relatie>)> {
    let fits = |relatie: &Relatie| delen(someone.rol, *relatie) != Delen::GEEN;
    let relations: Vec<Relatie> = Relatie::BETROKKEN.into_iter().filter(fits).collect();
    (!relations.is_empty()).then_some((someone.account, someone.naam, someone.rol, relations))
}

/// What decides on who may open a file, and the name of the family.
pub(crate) fn dossier_of(db: &mut Verbinding, id: Id<Gezin>) -> Result<(Dossier, String), Fout> {
    let found =
        db.query_opt("SELECT wijk, afgeschermd, naam FROM gezin WHERE id = $1", &[(&id).into()], |row| {
            Ok((
                Dossier { gezin: id, wijk: row.code_opt(0)?, afgeschermd: row.number(1)? != 0 },
                row.text(2)?,
            ))
        })?;
    found.ok_or(Fout::NietGevonden)
}

/// The families that an account is tied to by name on a moment, by involvement or by broken glass.
pub(crate) fn tied_to(
    db: &mut Verbinding,
    account: &str,
    now: Timestamp,
) -> Result<Vec<(Id<Gezin>, Relatie)>, Fout> {
    db.query(
        "SELECT gezin, relatie FROM betrokken WHERE account = $1 AND van <= $2 AND (tot IS NULL OR tot > $2) \
         UNION SELECT gezin, 'nood' FROM nood WHERE account = $1 AND van <= $2 AND tot > $2 ORDER BY 1, 2",
        &[account.into(), millis(now)],
        |row| Ok((row.id(0)?, relation_of(&row.text(1)?)?)),
    )
}

fn relation_of(key: &str) -> Result<Relatie, Fout> {
    Relatie::from_key(key).ok_or(Fout::Tegenstrijdig("an involvement has an unknown relation"))
}
