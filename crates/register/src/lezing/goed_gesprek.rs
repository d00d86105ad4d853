//! The conversations with a family: what everyone in it shares, and what each said as far as they chose.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::goed_gesprek::{Aanbod, GoedGesprek, Inhoud, Kant, Lezers, Stem, eigen_open, woorden_open};
use stelsel::persoon::{GezinsRol, Persoon, age_on};
use stelsel::toegang::leeftijd::EIGEN_BESLUIT;
use stelsel::toegang::{Deel, Relatie};
use stelsel::{Gezin, Id, Onderdeel};

use super::Lezing;
use super::leden::{authority, choices, members, seen_by};
use super::toegang::dossier_of;
use crate::Fout;
use crate::beeld::{
    AanvullingBeeld, Blad, EigenGroep, GesprekKort, GesprekStand, GesprekkenBeeld, GoedGesprekBeeld,
};
use crate::db::{Rij, Verbinding};

/// The conversations of a family as they are open to a reader.
struct Open {
    naam: String,
    lid: bool,
    leden: Vec<Persoon>,
    /// From which side each member is read.
    kanten: Vec<Kant>,
}

/// A conversation as it is stored.
struct Opgeslagen {
    id: Id<GoedGesprek>,
    dag: Date,
    auteur: String,
    gewijzigd: Timestamp,
    versie: i64,
    afgerond: Option<Timestamp>,
    inhoud: Inhoud,
    velden: i64,
    naam: String,
    naam_afgerond: String,
}

const COLUMNS: &str = "SELECT g.id, g.dag, g.auteur, g.gewijzigd, g.versie, g.afgerond, g.inhoud, g.velden, \
     coalesce(a.naam, ''), coalesce(a.afgeschermd, 0), coalesce(b.naam, ''), coalesce(b.afgeschermd, 0) FROM goed_gesprek g \
     LEFT JOIN account a ON a.sleutel = g.auteur LEFT JOIN account b ON b.sleutel = g.afgerond_door WHERE g.gezin = $1 \
     ORDER BY g.dag DESC, g.begonnen DESC, g.id";

impl Lezing<'_> {
    /// The conversations with a family, newest first: finished ones, and for who works with the family the drafts too. Nothing
    /// when this part of the file is closed to the reader. `onderdeel` is the part that the look was announced for.
    pub fn goede_gesprekken(
        &mut self,
        onderdeel: Onderdeel,
        gezin: Id<Gezin>,
    ) -> Result<Option<GesprekkenBeeld>, Fout> {
        let Some(open) = self.open_conversations(onderdeel, gezin)? else { return Ok(None) };
        let me = self.who.account.clone();
        let stored = stored(self.db, gezin, open.lid)?;
        // A draft in which nothing stands yet is none, but to who began it: they are led back to it.
        let shown = stored.into_iter().filter(|g| g.afgerond.is_some() || (!open.lid && g.velden > 0));
        let gesprekken = shown.map(|g| GesprekKort {
            id: g.id,
            dag: g.dag,
            van_mij: g.auteur == me,
            auteur: g.naam,
            concept: g.afgerond.is_none().then_some(g.gewijzigd),
            gewoon: g.inhoud.gewoon_goed,
            antwoorden: g.inhoud.antwoorden,
        });
        Ok(Some(GesprekkenBeeld {
            gezin,
            naam: open.naam,
            schrijft: !open.lid && self.who.decides(),
            gesprekken: gesprekken.collect(),
        }))
    }

    /// One conversation with a family.
    pub fn goed_gesprek(&mut self, gezin: Id<Gezin>, id: Id<GoedGesprek>) -> Result<GoedGesprekBeeld, Fout> {
        let open = self.open_conversations(Onderdeel::GoedGesprek, gezin)?.ok_or(Fout::NietGevonden)?;
        let found = stored(self.db, gezin, open.lid)?.into_iter().find(|g| g.id == id);
        let found = found.filter(|g| g.afgerond.is_some() || !open.lid).ok_or(Fout::NietGevonden)?;
        let stemmen = voices(self.db, id)?
            .into_iter()
            .filter_map(|stem| {
                let place = open.leden.iter().position(|member| member.id == stem.persoon)?;
                open.kanten.get(place).map(|kant| as_open(stem, *kant))
            })
            .collect();
        Ok(GoedGesprekBeeld {
            id,
            gezin,
            naam: open.naam,
            volwassen: offer(self.db, gezin, self.today)?.volwassen,
            leden: open.leden,
            van_mij: found.auteur == self.who.account,
            auteur: found.naam,
            lid: open.lid,
            gewijzigd: found.gewijzigd,
            versie: found.versie,
            stand: match found.afgerond {
                Some(wanneer) => GesprekStand::Afgerond { wanneer, door: found.naam_afgerond },
                None => GesprekStand::Concept,
            },
            blad: Blad { dag: found.dag, inhoud: found.inhoud, stemmen },
            aanvullingen: additions(self.db, id, open.lid)?,
            groepen: own_groups(self.db)?,
        })
    }

    /// The groups that the municipality added to those of the program.
    pub fn groepen(&mut self) -> Result<Vec<EigenGroep>, Fout> {
        self.enter(Onderdeel::Groepen)?;
        own_groups(self.db)
    }

    fn open_conversations(&mut self, onderdeel: Onderdeel, gezin: Id<Gezin>) -> Result<Option<Open>, Fout> {
        self.enter(onderdeel)?;
        let (dossier, naam) = dossier_of(self.db, gezin)?;
        let toegang = self.enter_file(dossier)?;
        let Some((leden, maten)) = self.open_members(gezin, toegang)? else { return Err(Fout::NietGevonden) };
        if !toegang.delen.has(Deel::GoedGesprek) {
            return Ok(None);
        }
        if onderdeel == Onderdeel::GoedGesprek {
            // On the page of the family they are noted already.
            self.seen.extend(leden.iter().map(|member| member.id));
        }
        let lid = toegang.relatie == Relatie::Lid;
        let kanten = if lid {
            let me = leden.iter().find(|member| Some(member.id) == self.who.persoon).cloned();
            let me = me.ok_or(Fout::NietGevonden)?;
            let (authority, choices) = (authority(self.db, gezin)?, choices(self.db, gezin)?);
            let side = |(member, maat): (&Persoon, _)| Kant::Lid {
                kijker: seen_by(&me, member, &authority),
                maat,
                keuze: choices.get(&(member.id, me.id)).copied().unwrap_or_default(),
            };
            leden.iter().zip(maten).map(side).collect()
        } else {
            vec![Kant::Professional; leden.len()]
        };
        Ok(Some(Open { naam, lid, leden, kanten }))
    }
}

/// What someone said, as far as it is open: what is not, is as if it was not said.
fn as_open(stem: Stem, kant: Kant) -> Stem {
    let words = woorden_open(stem.lezers, kant);
    Stem {
        eigen: if eigen_open(stem.lezers, kant) { stem.eigen } else { String::new() },
        woorden: if words { stem.woorden } else { String::new() },
        lezers: stem.lezers.filter(|_| words),
        ..stem
    }
}

/// What a conversation with a family offers to fill in.
pub(crate) fn offer(db: &mut Verbinding, gezin: Id<Gezin>, today: Date) -> Result<Aanbod, Fout> {
    let members = members(db, gezin)?;
    let mut children = members.iter().filter(|member| member.rol == GezinsRol::Jeugdige).peekable();
    let kinderen = children.peek().is_some();
    let volwassen =
        children.any(|child| child.geboren.is_some_and(|born| age_on(born, today) >= EIGEN_BESLUIT));
    Ok(Aanbod { volwassen, kinderen })
}

fn stored(db: &mut Verbinding, gezin: Id<Gezin>, lid: bool) -> Result<Vec<Opgeslagen>, Fout> {
    let read = |row: &Rij<'_>| {
        // Of someone whose name is not shown to families, it is not.
        let name = |place: usize| -> Result<String, Fout> {
            Ok(if lid && row.number(place + 1)? != 0 { String::new() } else { row.text(place)? })
        };
        Ok(Opgeslagen {
            id: row.id(0)?,
            dag: row.day(1)?,
            auteur: row.text(2)?,
            gewijzigd: row.moment(3)?,
            versie: row.number(4)?,
            afgerond: row.moment_opt(5)?,
            inhoud: serde_json::from_str(&row.text(6)?)
                .map_err(|_| Fout::Tegenstrijdig("a conversation cannot be read"))?,
            velden: row.number(7)?,
            naam: name(8)?,
            naam_afgerond: name(10)?,
        })
    };
    db.query(COLUMNS, &[(&gezin).into()], read)
}

/// What was said in a conversation, by whom.
pub(crate) fn voices(db: &mut Verbinding, id: Id<GoedGesprek>) -> Result<Vec<Stem>, Fout> {
    db.query(
        // Who turned out to be the same person spoke with one voice.
        "SELECT coalesce(p.samen, p.id), s.sprak, s.woorden, s.lezers, s.eigen FROM gesprek_stem s JOIN persoon p ON p.id = s.persoon \
         WHERE s.gesprek = $1 ORDER BY s.persoon",
        &[(&id).into()],
        |row| {
            Ok(Stem {
                persoon: row.id(0)?,
                sprak: row.number(1)? != 0,
                woorden: row.text(2)?,
                lezers: row.number_opt(3)?.and_then(Lezers::from_number),
                eigen: row.text(4)?,
            })
        },
    )
}

fn additions(db: &mut Verbinding, id: Id<GoedGesprek>, lid: bool) -> Result<Vec<AanvullingBeeld>, Fout> {
    db.query(
        "SELECT coalesce(a.naam, ''), coalesce(a.afgeschermd, 0), v.wanneer, v.tekst FROM gesprek_aanvulling v \
         LEFT JOIN account a ON a.sleutel = v.auteur WHERE v.gesprek = $1 ORDER BY v.wanneer, v.id",
        &[(&id).into()],
        |row| {
            Ok(AanvullingBeeld {
                door: if lid && row.number(1)? != 0 { String::new() } else { row.text(0)? },
                wanneer: row.moment(2)?,
                tekst: row.text(3)?,
            })
        },
    )
}

/// The groups that the municipality added, by name.
pub(crate) fn own_groups(db: &mut Verbinding) -> Result<Vec<EigenGroep>, Fout> {
    db.query(
        "SELECT sleutel, naam, wie, antwoord, route, niet, bron, levenslang, weg FROM groep ORDER BY naam, sleutel",
        &[],
        |row| {
            Ok(EigenGroep {
                sleutel: row.text(0)?,
                naam: row.text(1)?,
                wie: row.text(2)?,
                antwoord: row.text(3)?,
                route: row.text(4)?,
                niet: row.text(5)?,
                bron: row.text(6)?,
                levenslang: row.number(7)? != 0,
                weg: row.number(8)? != 0,
            })
        },
    )
}
