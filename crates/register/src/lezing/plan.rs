//! The plan of a family, as far as it is open to the reader.

use std::collections::BTreeMap;

use jiff::Timestamp;
use stelsel::achttien::speelt;
use stelsel::gezin::Adres;
use stelsel::persoon::{GezinsRol, Persoon};
use stelsel::plan::{Plan, Wachtklok, waits_for_start};
use stelsel::toegang::{Deel, Dossier, Maat, Relatie, Toegang};
use stelsel::{Gemeentecode, Gezin, Id, Onderdeel, Rol};

use super::toegang::dossier_of;
use super::{Lezing, klokken};
use crate::Fout;
use crate::beeld::{
    Bezorging, Geweigerd, HulpBeeld, PlanBeeld, PlanToewijzing, PlanVersie, PlanVersieBeeld, Regie, Regisseur,
};
use crate::db::{Rij, Verbinding};
use crate::intake::stored;
use crate::register::{accounts, millis};

/// A family that was opened for its plan.
struct Geopend {
    dossier: Dossier,
    naam: String,
    toegang: Toegang,
    leden: Vec<Persoon>,
    maten: Vec<Maat>,
}

impl Geopend {
    fn open(&self, id: Id<Persoon>) -> Maat {
        let found = self.leden.iter().zip(&self.maten).find(|(lid, _)| lid.id == id);
        found.map_or(Maat::Naam, |(_, maat)| *maat)
    }
}

impl Lezing<'_> {
    /// The plan of a family. There is one for every family: an empty one as long as nothing was written.
    pub fn plan(&mut self, gezin: Id<Gezin>) -> Result<PlanBeeld, Fout> {
        self.enter(Onderdeel::Plan)?;
        self.plan_within(gezin)
    }

    /// The plan as a part of the page of a family; nothing when the plan is not open to the reader.
    pub fn plan_in_gezin(&mut self, gezin: Id<Gezin>) -> Result<Option<PlanBeeld>, Fout> {
        self.enter(Onderdeel::Gezin)?;
        let (dossier, _) = dossier_of(self.db, gezin)?;
        if !self.who.opens(dossier, Deel::Plan) {
            return Ok(None);
        }
        self.plan_within(gezin).map(Some)
    }

    fn plan_within(&mut self, gezin: Id<Gezin>) -> Result<PlanBeeld, Fout> {
        let stand = self.figures_day()?;
        let open = self.open_plan(gezin)?;
        let versie = newest(self.db, gezin)?;
        let plan = plan_of(self.db, gezin)?.zichtbaar(|id| open.open(id));
        let regie = self.regie(gezin, open.toegang)?;
        let toewijzingen = self.plan_allocations(gezin, &open, stand)?;
        let mut klokken = plan.klokken(stand);
        klokken.extend(toewijzingen.iter().filter_map(|t| {
            let clock = waits_for_start(&t.beeld.stand, t.beeld.toewijzing.ingang, t.beeld.persoon, stand)?;
            Some(Wachtklok { nr: t.regel, ..clock })
        }));
        let whole = |id| open.open(id) == Maat::Geheel;
        klokken.extend(klokken::of_family(self.db, gezin, (self.now, stand), whole)?);
        klokken.sort_by_key(|klok| (klok.sinds, klok.soort, klok.nr));
        let geweigerd = self.refused_lines(gezin, &open)?;
        let vragen = self.questions_of(gezin, |id| open.open(id))?;
        let schrijft = self.who.writes_plan(open.dossier);
        let experts = if schrijft { experts(self.db, self.now)? } else { Vec::new() };
        let young = |(lid, maat): (&Persoon, &Maat)| {
            lid.rol == GezinsRol::Jeugdige
                && *maat == Maat::Geheel
                && lid.geboren.is_some_and(|born| speelt(born, stand))
        };
        let achttien = open.leden.iter().zip(&open.maten).any(young);
        let beeld = PlanBeeld {
            geweigerd,
            vragen,
            experts,
            achttien,
            gezin,
            stand,
            toegang: open.toegang,
            schrijft,
            plan,
            versie: versie.map(|versie| Self::shown(open.toegang, versie)),
            regie,
            toewijzingen,
            klokken,
            naam: open.naam,
            leden: open.leden,
            maten: open.maten,
        };
        Ok(beeld)
    }

    fn open_plan(&mut self, gezin: Id<Gezin>) -> Result<Geopend, Fout> {
        let (dossier, naam) = dossier_of(self.db, gezin)?;
        let toegang = self.enter_file(dossier)?;
        if !toegang.delen.has(Deel::Plan) {
            return Err(Fout::NietGevonden);
        }
        let Some((leden, maten)) = self.open_members(gezin, toegang)? else { return Err(Fout::NietGevonden) };
        self.seen.extend(leden.iter().map(|lid| lid.id));
        Ok(Geopend { dossier, naam, toegang, leden, maten })
    }

    /// What the form needs by which a line becomes an allocation, or an allocation of the family is changed: for who writes.
    pub fn plan_hulp(
        &mut self,
        gezin: Id<Gezin>,
        regel: Option<u32>,
        toewijzing: Option<(Gemeentecode, i64)>,
    ) -> Result<HulpBeeld, Fout> {
        self.enter(Onderdeel::Plan)?;
        let beeld = self.plan_within(gezin)?;
        if !beeld.schrijft {
            return Err(Fout::NietGevonden);
        }
        let line = regel.map(|nr| beeld.plan.regel(nr).ok_or(Fout::NietGevonden)).transpose()?;
        let chosen = toewijzing
            .map(|key| {
                let same =
                    |t: &&PlanToewijzing| (t.beeld.toewijzing.gemeente, t.beeld.toewijzing.nummer) == key;
                beeld.toewijzingen.iter().find(same).cloned().ok_or(Fout::NietGevonden)
            })
            .transpose()?;
        let voor = line.and_then(|line| line.wat.voor).or(chosen.as_ref().map(|t| t.beeld.persoon));
        let about = voor.and_then(|id| beeld.leden.iter().find(|lid| lid.id == id));
        let known = match voor {
            Some(id) => self.db.query_opt(
                "SELECT 1 FROM toewijzing_versie v JOIN gezin g ON g.id = $1 WHERE v.persoon = $2 AND v.gemeente = g.gemeente LIMIT 1",
                &[(&gezin).into(), (&id).into()],
                |row| row.number(0),
            )?,
            None => None,
        };
        let aanbieders = self.db.query(
            "SELECT agb, coalesce(naam, '') FROM aanbieder ORDER BY naam, agb LIMIT 1000",
            &[],
            |row| Ok((row.code(0)?, row.text(1)?)),
        )?;
        let adres = self.db.query_opt(
            "SELECT straat, huis, postcode, plaats FROM gezin WHERE id = $1",
            &[(&gezin).into()],
            |row| {
                Ok(Adres {
                    straat: row.text_opt(0)?,
                    huis: row.text_opt(1)?,
                    postcode: row.text_opt(2)?,
                    plaats: row.text_opt(3)?,
                })
            },
        )?;
        Ok(HulpBeeld {
            gezin,
            regel: line.map(|line| (line.nr, line.wat.wat.to_string())),
            voor: about.map(|lid| lid.naam.given()),
            client_nodig: voor.is_some() && known.is_none(),
            naam: beeld.naam,
            toewijzing: chosen,
            aanbieders,
            adres,
        })
    }

    /// The versions of a plan, and one of them as it was.
    pub fn plan_versies(&mut self, gezin: Id<Gezin>, versie: Option<u32>) -> Result<PlanVersieBeeld, Fout> {
        self.enter(Onderdeel::Plan)?;
        let open = self.open_plan(gezin)?;
        let versies: Vec<PlanVersie> = self
            .db
            .query(VERSIES, &[(&gezin).into()], version_of)?
            .into_iter()
            .map(|(found, shielded)| Self::shown(open.toegang, (found, shielded)))
            .collect();
        let gelezen = match versie {
            None => None,
            Some(nr) => {
                let found = versies.iter().find(|known| known.versie == nr).cloned();
                let known = found.ok_or(Fout::NietGevonden)?;
                let sql = "SELECT document FROM plan_versie WHERE gezin = $1 AND versie = $2";
                let text = self.db.query_opt(sql, &[(&gezin).into(), nr.into()], |row| row.text(0))?;
                let plan = parse(&text.ok_or(Fout::NietGevonden)?)?;
                Some((known, plan.zichtbaar(|id| open.open(id))))
            }
        };
        Ok(PlanVersieBeeld { gezin, naam: open.naam, versies, gelezen, leden: open.leden })
    }

    /// A name is not shown to a family when it is shielded.
    fn shown(toegang: Toegang, (mut versie, shielded): (PlanVersie, bool)) -> PlanVersie {
        if shielded && toegang.relatie == Relatie::Lid {
            versie.wie = String::new();
        }
        versie
    }

    /// Who coordinates, takes over and stands in.
    fn regie(&mut self, gezin: Id<Gezin>, toegang: Toegang) -> Result<Regie, Fout> {
        let now = self.now;
        let of_family = toegang.relatie == Relatie::Lid;
        let found = self.db.query(
            "SELECT b.id, b.relatie, b.van, b.tot, coalesce(a.naam, ''), coalesce(a.rol, ''), coalesce(a.afgeschermd, 0) \
             FROM betrokken b LEFT JOIN account a ON a.sleutel = b.account \
             WHERE b.gezin = $1 AND b.relatie IN ('regisseur', 'vervanger') AND (b.tot IS NULL OR (b.tot > $2 AND b.tot > b.van)) \
             ORDER BY b.van, b.id",
            &[(&gezin).into(), millis(now)],
            |row| {
                let hidden = of_family && row.number(6)? != 0;
                let naam = if hidden { String::new() } else { row.text(4)? };
                let rol = Rol::from_key(&row.text(5)?).unwrap_or(Rol::Wijkteam);
                let (id, van, tot) = (row.id(0)?, row.moment(2)?, row.moment_opt(3)?);
                Ok((row.text(1)?, Regisseur { id, naam, rol, van, tot }))
            },
        )?;
        let mut regie = Regie::default();
        for (relatie, wie) in found {
            match (relatie.as_str(), wie.van <= now) {
                ("regisseur", true) => regie.nu = Some(wie),
                ("regisseur", false) => regie.straks = Some(wie),
                _ => regie.vervangers.push(wie),
            }
        }
        regie.woord = self.db.query_opt(
            "SELECT o.woord, coalesce(a.naam, ''), o.wanneer, coalesce(a.afgeschermd, 0) FROM overdracht o \
             LEFT JOIN account a ON a.sleutel = o.door WHERE o.gezin = $1 AND o.woord <> '' ORDER BY o.wanneer DESC, o.id DESC LIMIT 1",
            &[(&gezin).into()],
            |row| {
                let hidden = of_family && row.number(3)? != 0;
                Ok((row.text(0)?, if hidden { String::new() } else { row.text(1)? }, row.moment(2)?))
            },
        )?;
        if toegang.delen.has(Deel::Toegang) && !of_family {
            regie.keus = can_coordinate(self.db, now)?;
        }
        Ok(regie)
    }

    /// The allocations of the family as far as they are open, each with the line that it stands on.
    fn plan_allocations(
        &mut self,
        gezin: Id<Gezin>,
        open: &Geopend,
        stand: jiff::civil::Date,
    ) -> Result<Vec<PlanToewijzing>, Fout> {
        if !open.toegang.delen.has(Deel::Hulp) {
            return Ok(Vec::new());
        }
        let mut found = self.allocations(gezin, stand)?;
        found.retain(|t| open.open(t.persoon) >= Maat::Hoofdlijn);
        let lines: BTreeMap<(i64, i64), u32> = self
            .db
            .query(
                "SELECT gemeente, nummer, regel FROM plan_toewijzing WHERE gezin = $1",
                &[(&gezin).into()],
                |row| Ok(((row.number(0)?, row.number(1)?), row.count(2)?)),
            )?
            .into_iter()
            .collect();
        let sent = self.deliveries_of(gezin)?;
        found.sort_by_key(|t| (t.toewijzing.ingang, t.toewijzing.nummer));
        Ok(found
            .into_iter()
            .map(|mut beeld| {
                if !open.toegang.delen.has(Deel::Bedragen) || open.open(beeld.persoon) < Maat::Geheel {
                    (beeld.gedeclareerd, beeld.toewijzing.omvang, beeld.toewijzing.budget) =
                        (None, None, None);
                }
                let key = (i64::from(beeld.toewijzing.gemeente.number()), beeld.toewijzing.nummer);
                PlanToewijzing {
                    regel: lines.get(&key).copied(),
                    bezorging: sent.get(&key).cloned().unwrap_or(Bezorging::Onbekend),
                    beeld,
                }
            })
            .collect())
    }

    /// How it went with the newest message about each allocation of a family.
    fn deliveries_of(&mut self, gezin: Id<Gezin>) -> Result<BTreeMap<(i64, i64), Bezorging>, Fout> {
        let rows = self.db.query(
            "SELECT t.gemeente, t.nummer, u.bericht, u.bezorgd, o.bericht FROM persoon p JOIN toewijzing t ON t.persoon = p.id \
             LEFT JOIN uitgaand u ON u.bericht = t.bericht LEFT JOIN openstaand o ON o.bericht = t.bericht WHERE p.gezin = $1",
            &[(&gezin).into()],
            |row| {
                let (ours, taken, open) = (row.bytes_opt(2)?, row.number_opt(3)?, row.bytes_opt(4)?);
                let how = match (ours, taken, open) {
                    (Some(_), None, _) => Bezorging::Klaar,
                    (_, _, Some(_)) => Bezorging::Verstuurd,
                    (Some(_), Some(_), None) => Bezorging::Aangenomen,
                    (None, _, None) => Bezorging::Onbekend,
                };
                Ok(((row.number(0)?, row.number(1)?), how))
            },
        )?;
        Ok(rows.into_iter().collect())
    }

    /// The lines of which the provider refused the allocation, or the last change of it, with the codes of the refusal.
    fn refused_lines(&mut self, gezin: Id<Gezin>, open: &Geopend) -> Result<Vec<Geweigerd>, Fout> {
        if !open.toegang.delen.has(Deel::Hulp) {
            return Ok(Vec::new());
        }
        let rows = self.db.query(
            "SELECT l.gemeente, l.nummer, l.regel, l.persoon, x.bericht FROM plan_toewijzing l \
             JOIN betreft x ON x.gemeente = l.gemeente AND x.nummer = l.nummer AND x.persoon = l.persoon \
             JOIN bericht b ON b.id = x.bericht AND b.stand = 9 AND b.soort = 301 \
             LEFT JOIN toewijzing t ON t.gemeente = l.gemeente AND t.nummer = l.nummer \
             WHERE l.gezin = $1 AND (t.bericht IS NULL OR t.bericht < x.bericht) ORDER BY x.bericht DESC",
            &[(&gezin).into()],
            |row| {
                let key = (row.code(0)?, row.number(1)?);
                let persoon: Id<Persoon> = row.id(3)?;
                Ok((
                    persoon,
                    Geweigerd {
                        toewijzing: key,
                        regel: row.count(2)?,
                        bericht: row.id(4)?,
                        codes: Vec::new(),
                    },
                ))
            },
        )?;
        let mut refused: Vec<Geweigerd> = Vec::new();
        for (persoon, mut line) in rows {
            // The newest refusal of each counts.
            let told = refused.iter().any(|known| known.toewijzing == line.toewijzing);
            if told || open.open(persoon) < Maat::Hoofdlijn {
                continue;
            }
            let sql = "SELECT id FROM bericht WHERE antwoord_op = $1";
            if let Some(answer) = self.db.query_opt(sql, &[(&line.bericht).into()], |row| row.id(0))? {
                let answer = stored(self.db, &answer)?;
                let codes = answer.retourcodes().unwrap_or_default();
                line.codes = codes
                    .iter()
                    .map(|code| (code.code().to_owned(), code.omschrijving().to_owned()))
                    .collect();
            }
            refused.push(line);
        }
        Ok(refused)
    }
}

/// Accounts that can coordinate a family.
fn can_coordinate(db: &mut Verbinding, now: Timestamp) -> Result<Vec<(String, String, Rol)>, Fout> {
    let all = accounts::all(db, now)?;
    let able = all.into_iter().filter(|who| matches!(who.rol, Rol::Wijkteam | Rol::Regisseur));
    Ok(able.map(|who| (who.account, who.naam, who.rol)).collect())
}

/// Whom of the expertteam one can ask.
fn experts(db: &mut Verbinding, now: Timestamp) -> Result<Vec<(String, String)>, Fout> {
    let all = accounts::all(db, now)?.into_iter().filter(|who| who.rol == Rol::Expertteam);
    Ok(all.map(|who| (who.account, who.naam)).collect())
}

macro_rules! versions {
    ($rest:literal) => {
        concat!(
            "SELECT v.versie, coalesce(a.naam, ''), v.wanneer, v.wat, coalesce(a.afgeschermd, 0) FROM plan_versie v \
             LEFT JOIN account a ON a.sleutel = v.door WHERE v.gezin = $1 ORDER BY v.versie DESC",
            $rest
        )
    };
}
const VERSIES: &str = versions!(" LIMIT 500");
const NEWEST: &str = versions!(" LIMIT 1");

fn version_of(row: &Rij<'_>) -> Result<(PlanVersie, bool), Fout> {
    let versie =
        PlanVersie { versie: row.count(0)?, wie: row.text(1)?, wanneer: row.moment(2)?, wat: row.text(3)? };
    Ok((versie, row.number(4)? != 0))
}

fn newest(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Option<(PlanVersie, bool)>, Fout> {
    db.query_opt(NEWEST, &[(&gezin).into()], version_of)
}

pub(crate) fn parse(document: &str) -> Result<Plan, Fout> {
    serde_json::from_str(document).map_err(|_| Fout::Tegenstrijdig("a stored plan cannot be read"))
}

/// The newest plan of a family, whole; an empty one when there is none.
pub(crate) fn plan_of(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Plan, Fout> {
    let found = db.query_opt(
        "SELECT v.document FROM plan p JOIN plan_versie v ON v.gezin = p.gezin AND v.versie = p.versie WHERE p.gezin = $1",
        &[(&gezin).into()],
        |row| row.text(0),
    )?;
    found.map_or_else(|| Ok(Plan::default()), |text| parse(&text))
}
