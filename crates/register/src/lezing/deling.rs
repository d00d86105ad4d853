//! What a family shares: read in one way for the page, for the session of who it is shared with, and for what they see.

use std::collections::BTreeMap;

use jiff::Timestamp;
use stelsel::deling::{Deling, DelingStand, Over, Stemmer, Wat, decides, weeg};
use stelsel::klok::dutch_day;
use stelsel::persoon::{GezinsRol, Persoon, age_on};
use stelsel::toegang::leeftijd::own_door;
use stelsel::toegang::{Deel, Relatie};
use stelsel::{Gezin, Id, Onderdeel, Rol};

use super::Lezing;
use super::leden::{Gezag, authority, has_authority, members};
use super::toegang::dossier_of;
use crate::Fout;
use crate::beeld::{DelenBeeld, DelingRegel, StemRegel};
use crate::db::{Rij, Verbinding, Waarde};
use crate::register::accounts;

/// A share as it is stored, with what was said to it.
pub(crate) struct Gedeeld {
    pub(crate) id: Id<Deling>,
    pub(crate) gezin: Id<Gezin>,
    pub(crate) persoon: Option<Id<Persoon>>,
    pub(crate) relatie: Relatie,
    pub(crate) account: Option<String>,
    naam: String,
    pub(crate) wat: Vec<Wat>,
    doel: String,
    pub(crate) door: String,
    pub(crate) van: Timestamp,
    pub(crate) tot: Option<Timestamp>,
    pub(crate) ingetrokken: Option<Timestamp>,
    pub(crate) over: Over,
    /// The one it is about is still of this family.
    hier: bool,
    stemmen: Vec<(Id<Persoon>, Stemmer, bool, Timestamp)>,
}

impl Gedeeld {
    /// Whether its days have not ended, whatever was said to it.
    fn is_current(&self, now: Timestamp) -> bool {
        self.hier && self.ingetrokken.is_none() && self.tot.is_none_or(|end| end > now)
    }

    /// How it stands; nothing when it was withdrawn or is over.
    pub(crate) fn stand(&self, now: Timestamp) -> Option<DelingStand> {
        let said: Vec<(Stemmer, bool)> = self.stemmen.iter().map(|(_, who, yes, _)| (*who, *yes)).collect();
        self.is_current(now).then(|| weeg(self.over, &said, dutch_day(now)))
    }

    /// Whether it runs.
    pub(crate) fn loopt(&self, now: Timestamp) -> bool {
        self.van <= now && self.stand(now) == Some(DelingStand::Loopt)
    }
}

/// The columns, in the order of [`row_of`]. Authority of a speaker: over whom it is about, or over any child of the family.
macro_rules! deling {
    ($where:literal) => {
        concat!(
            "SELECT d.id, d.gezin, d.persoon, d.relatie, d.account, d.naam, d.wat, d.doel, d.door, d.van, d.tot, d.ingetrokken, \
             p.rol, p.geboren, p.gezin, s.persoon, s.ja, s.wanneer, q.rol, q.gezin, coalesce(z.heeft, 1), \
             CASE WHEN EXISTS (SELECT 1 FROM persoon c WHERE c.gezin = d.gezin AND c.rol = 0) AND NOT EXISTS \
             (SELECT 1 FROM persoon c WHERE c.gezin = d.gezin AND c.rol = 0 AND NOT EXISTS \
             (SELECT 1 FROM gezag g WHERE g.kind = c.id AND g.ouder = q.id AND g.heeft = 0)) THEN 0 ELSE 1 END \
             FROM deling d LEFT JOIN persoon p ON p.id = d.persoon LEFT JOIN deling_stem s ON s.deling = d.id \
             LEFT JOIN persoon q ON q.id = s.persoon LEFT JOIN gezag z ON z.kind = d.persoon AND z.ouder = s.persoon WHERE ",
            $where,
            " ORDER BY d.van DESC, d.id, s.persoon"
        )
    };
}

/// The shares of a family.
pub(crate) fn of_family(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Vec<Gedeeld>, Fout> {
    load(db, deling!("d.gezin = $1"), &[(&gezin).into()])
}

/// What is shared with an account and was not withdrawn.
pub(crate) fn with_account(db: &mut Verbinding, account: &str) -> Result<Vec<Gedeeld>, Fout> {
    load(db, deling!("d.account = $1 AND d.ingetrokken IS NULL"), &[account.into()])
}

/// The relations that an account has on a moment because a family shares something with it.
pub(crate) fn shared_with(
    db: &mut Verbinding,
    account: &str,
    now: Timestamp,
) -> Result<Vec<(Id<Gezin>, Relatie)>, Fout> {
    let mut out: Vec<_> = with_account(db, account)?
        .iter()
        .filter(|share| share.loopt(now))
        .map(|share| (share.gezin, share.relatie))
        .collect();
    out.sort_unstable();
    out.dedup();
    Ok(out)
}

fn load(db: &mut Verbinding, sql: &'static str, values: &[Waarde<'_>]) -> Result<Vec<Gedeeld>, Fout> {
    let mut out: Vec<Gedeeld> = Vec::new();
    for (share, said) in db.query(sql, values, row_of)? {
        match out.last_mut().filter(|known| known.id == share.id) {
            Some(known) => known.stemmen.extend(said),
            None => out.push(Gedeeld { stemmen: said.into_iter().collect(), ..share }),
        }
    }
    Ok(out)
}

type Stem = (Id<Persoon>, Stemmer, bool, Timestamp);

fn row_of(row: &Rij<'_>) -> Result<(Gedeeld, Option<Stem>), Fout> {
    let id_opt = |column: usize| -> Result<Option<Id<Persoon>>, Fout> {
        Ok(row.bytes_opt(column)?.map(|bytes| Id::try_from(bytes.as_slice())).transpose()?)
    };
    let family = |column: usize| -> Result<Option<Id<Gezin>>, Fout> {
        Ok(row.bytes_opt(column)?.map(|bytes| Id::try_from(bytes.as_slice())).transpose()?)
    };
    let (gezin, persoon) = (row.id(1)?, id_opt(2)?);
    let over = match row.number_opt(12)? {
        Some(rol) => Over::Lid(GezinsRol::from_number(rol), row.day_opt(13)?),
        None => Over::Gezin,
    };
    let stem = match id_opt(15)? {
        Some(speaker) => {
            let parent = matches!(
                row.number_opt(18)?.map(GezinsRol::from_number),
                Some(GezinsRol::Ouder | GezinsRol::Voogd)
            );
            let here = family(19)? == Some(gezin);
            let over_child = row.number(20)? != 0;
            let over_any = row.number(21)? != 0;
            let who = match over {
                _ if persoon == Some(speaker) => Stemmer::Zelf,
                Over::Lid(GezinsRol::Jeugdige, _) if parent && here && over_child => Stemmer::Gezag,
                Over::Gezin if parent && here && over_any => Stemmer::Gezag,
                _ => Stemmer::Ander,
            };
            Some((speaker, who, row.number(16)? != 0, row.moment(17)?))
        }
        None => None,
    };
    let share = Gedeeld {
        id: row.id(0)?,
        gezin,
        persoon,
        relatie: Relatie::from_key(&row.text(3)?)
            .ok_or(Fout::Tegenstrijdig("a share has an unknown relation"))?,
        account: row.text_opt(4)?,
        naam: row.text(5)?,
        wat: row.text(6)?.split_whitespace().filter_map(Wat::from_key).collect(),
        doel: row.text(7)?,
        door: row.text(8)?,
        van: row.moment(9)?,
        tot: row.moment_opt(10)?,
        ingetrokken: row.moment_opt(11)?,
        over,
        hier: persoon.is_none() || family(14)? == Some(gezin),
        stemmen: Vec::new(),
    };
    Ok((share, stem))
}

/// Who of the family a member is to someone, when it comes to sharing.
pub(crate) fn speaker(me: &Persoon, over: Option<&Persoon>, leden: &[Persoon], gezag: &Gezag) -> Stemmer {
    let children = || leden.iter().filter(|m| m.rol == GezinsRol::Jeugdige);
    match over {
        Some(over) if over.id == me.id => Stemmer::Zelf,
        Some(over) if over.rol == GezinsRol::Jeugdige && has_authority(over, me, gezag) => Stemmer::Gezag,
        None if matches!(me.rol, GezinsRol::Ouder | GezinsRol::Voogd)
            && (children().next().is_none() || children().any(|child| has_authority(child, me, gezag))) =>
        {
            Stemmer::Gezag
        }
        _ => Stemmer::Ander,
    }
}

/// As a share sees a member.
pub(crate) fn over_of(person: Option<&Persoon>) -> Over {
    person.map_or(Over::Gezin, |p| Over::Lid(p.rol, p.geboren))
}

impl Lezing<'_> {
    /// What a family shares and with whom, and what the reader can share.
    pub fn delen(&mut self, gezin: Id<Gezin>) -> Result<DelenBeeld, Fout> {
        self.enter(Onderdeel::Delen)?;
        let (dossier, naam) = dossier_of(self.db, gezin)?;
        let toegang = self.enter_file(dossier)?;
        if !toegang.delen.has(Deel::Toegang) || self.open_members(gezin, toegang)?.is_none() {
            return Err(Fout::NietGevonden);
        }
        let leden = members(self.db, gezin)?;
        let lid = toegang.relatie == Relatie::Lid;
        let gezag = authority(self.db, gezin)?;
        let me = self.who.persoon.filter(|_| lid).and_then(|id| leden.iter().find(|m| m.id == id));
        let day = self.today;
        let whom: Vec<Option<&Persoon>> =
            leden.iter().filter(|m| m.rol != GezinsRol::Ander).map(Some).chain([None]).collect();
        let mut over = Vec::new();
        for about in whom {
            let counts = |m: &&Persoon| decides(over_of(about), speaker(m, about, &leden, &gezag), day);
            let yes: Vec<_> = leden.iter().filter(counts).map(|m| (m.id, m.naam.given())).collect();
            if me.is_none_or(|me| yes.iter().any(|(id, _)| *id == me.id)) && !yes.is_empty() {
                over.push((about.map(|m| m.id), about.map(|m| m.naam.given()), yes));
            }
        }
        self.seen.extend(leden.iter().map(|m| m.id));
        let accounts = accounts::all(self.db, self.now)?
            .into_iter()
            .filter(|a| matches!(a.rol, Rol::School | Rol::Verwijzer))
            .map(|a| (a.account, a.naam, a.rol))
            .collect();
        Ok(DelenBeeld {
            gezin,
            naam,
            delingen: self.share_lines(gezin, &leden, me)?,
            over,
            accounts,
            lid,
            jong: me.and_then(|me| me.geboren).is_some_and(|born| age_on(born, day) < 18),
        })
    }

    /// The shares of a family that concern the reader: to a member those about oneself and those that one decides on.
    pub(super) fn share_lines(
        &mut self,
        gezin: Id<Gezin>,
        leden: &[Persoon],
        me: Option<&Persoon>,
    ) -> Result<Vec<DelingRegel>, Fout> {
        let gezag = authority(self.db, gezin)?;
        let (now, day) = (self.now, self.today);
        let name = |id: Id<Persoon>| leden.iter().find(|m| m.id == id).map(|m| m.naam.given());
        let mut out: Vec<DelingRegel> = Vec::new();
        for share in of_family(self.db, gezin)? {
            let about = share.persoon.and_then(|id| leden.iter().find(|m| m.id == id));
            let counts = |m: &Persoon| decides(share.over, speaker(m, about, leden, &gezag), day);
            if me.is_some_and(|me| !counts(me) && share.persoon.is_some_and(|id| id != me.id)) {
                continue;
            }
            let stand = share.stand(now);
            let said = |m: &Persoon| share.stemmen.iter().any(|(id, ..)| *id == m.id);
            let mut waits: BTreeMap<Id<Persoon>, String> = BTreeMap::new();
            if let Some(DelingStand::Wacht { ouder, zelf }) = stand {
                for m in leden.iter().filter(|m| counts(m) && !said(m)) {
                    let own = share.persoon == Some(m.id);
                    if (own && zelf) || (!own && ouder) {
                        waits.insert(m.id, m.naam.given());
                    }
                }
            }
            out.push(DelingRegel {
                id: share.id,
                over: share.persoon.and_then(name),
                relatie: share.relatie,
                naam: share.naam.clone(),
                wat: share.wat.clone(),
                doel: share.doel.clone(),
                van: share.van,
                tot: share.tot,
                ingetrokken: share.ingetrokken,
                stemmen: share
                    .stemmen
                    .iter()
                    .map(|(id, _, ja, wanneer)| StemRegel {
                        naam: name(*id).unwrap_or_default(),
                        ja: *ja,
                        wanneer: *wanneer,
                    })
                    .collect(),
                vraagt_mij: me.is_some_and(|me| stand.is_some() && counts(me) && !said(me)),
                wacht_op: if me.is_none() { waits.into_iter().collect() } else { Vec::new() },
                intrekbaar: stand.is_some()
                    && me.is_none_or(|me| counts(me) || share.door == self.who.account),
                stand,
            });
        }
        // What runs or waits first; what is over last.
        out.sort_by_key(|share| share.stand.is_none());
        Ok(out)
    }

    /// What of whom is shared with the reader now: the members, and whether anything of the family as a whole is.
    #[expect(clippy::type_complexity, reason = "of whom, and what")]
    pub(super) fn shared_with_me(
        &mut self,
        gezin: Id<Gezin>,
    ) -> Result<Vec<(Option<Id<Persoon>>, Vec<Wat>)>, Fout> {
        let now = self.now;
        let shares = with_account(self.db, &self.who.account)?;
        let here = shares.into_iter().filter(|share| share.gezin == gezin && share.loopt(now));
        Ok(here.map(|share| (share.persoon, share.wat)).collect())
    }
}

/// Whether someone has a door of their own, or is an adult of the family.
pub(crate) fn can_speak(person: &Persoon, day: jiff::civil::Date) -> bool {
    person.rol != GezinsRol::Jeugdige || own_door(person.geboren, day)
}
