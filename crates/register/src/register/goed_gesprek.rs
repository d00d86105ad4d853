//! Writing a conversation down: a draft that is saved while one types, two who write at once, and what is finished stays as it is.

use jiff::{SignedDuration, Timestamp};
use stelsel::goed_gesprek::{Aanvulling, GoedGesprek, LANGSTE_TEKST};
use stelsel::klok::dutch_day;
use stelsel::toegang::Deel;
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Persoon, Rol};

use super::Register;
use super::formulier::Formulier;
use crate::Fout;
use crate::beeld::{Bewaard, Blad, Gedaan, Opslaan};
use crate::db::Verbinding;
use crate::journaal::{Handeling, Regel};
use crate::lezing::Lezing;
use crate::lezing::goed_gesprek::{offer, own_groups};
use crate::lezing::month_number;
use crate::lezing::toegang::dossier_of;
use crate::schrijver::Beurt;

/// A gap between two saves that is longer was no writing.
const PAUZE: SignedDuration = SignedDuration::from_mins(5);
/// How often the journal tells again of someone who writes on from one page.
const OPNIEUW: SignedDuration = SignedDuration::from_mins(15);
/// After this time a draft in which nothing stands is gone.
const LEEG: SignedDuration = SignedDuration::from_hours(24);

/// What becomes of a form about a conversation.
type Done<M> = Gedaan<M, ()>;

/// A draft as it stands, before something is saved over it.
struct Stand {
    versie: i64,
    concept: bool,
    gewijzigd: Timestamp,
    seconden: i64,
    beurt: String,
    beurt_nr: i64,
    genoteerd: Timestamp,
}

/// What saving did.
struct Gelukt {
    versie: i64,
    /// Fields that are filled, and all that were offered.
    velden: Vec<(String, bool)>,
    /// The journal has to tell of it.
    noteer: bool,
}

impl Register {
    /// Begins a conversation with a family, or gives the one back that the same person began and wrote nothing in.
    pub fn begin_conversation(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        sleutel: &str,
    ) -> Result<Done<GoedGesprek>, Fout> {
        self.conversation(who, who.decides(), gezin, sleutel, move |beurt, who, _, now| {
            let before = now.checked_sub(LEEG).unwrap_or(now);
            beurt.db.execute(
                "DELETE FROM goed_gesprek WHERE stand = 0 AND velden = 0 AND gewijzigd < $1",
                &[before.as_millisecond().into()],
            )?;
            let empty = beurt.db.query_opt(
                "SELECT id, versie FROM goed_gesprek WHERE gezin = $1 AND auteur = $2 AND stand = 0 AND velden = 0 LIMIT 1",
                &[(&gezin).into(), who.account.as_str().into()],
                |row| Ok((row.id(0)?, row.number(1)?)),
            )?;
            if let Some((id, versie)) = empty {
                return Ok(Gedaan::Opgeslagen(id, versie));
            }
            let id: Id<GoedGesprek> = beurt.toeval.id(now)?;
            beurt.db.execute_one(
                "INSERT INTO goed_gesprek (id, gezin, auteur, dag, begonnen, gewijzigd, versie, stand, inhoud, velden, seconden, beurt, \
                 beurt_nr, genoteerd) VALUES ($1, $2, $3, $4, $5, $5, 1, 0, '{}', 0, 0, '', 0, $5)",
                &[
                    (&id).into(),
                    (&gezin).into(),
                    who.account.as_str().into(),
                    dutch_day(now).into(),
                    now.as_millisecond().into(),
                ],
            )?;
            Ok(Gedaan::Opgeslagen(id, 1))
        })
    }

    /// Saves a draft. What is saved from one page follows on itself, also when an answer got lost and it is sent again; over what
    /// was saved from another page nothing is written unseen. When this returns, it is stored durably.
    ///
    /// The journal gets a line for the first save from a page and one for every quarter of an hour that writing goes on, not one
    /// for every few words.
    pub fn save_conversation(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        id: Id<GoedGesprek>,
        opslaan: Opslaan,
    ) -> Result<Bewaard, Fout> {
        let now = self.0.klok.now();
        let done = self.save_within_rights(who, gezin, id, opslaan, now);
        let deed = (Handeling::Opschrijven, Onderdeel::GoedGesprek);
        match self.or_refused(who, deed, &id.to_string(), done)? {
            Some(versie) => Ok(Bewaard::Opgeslagen { versie, wanneer: now }),
            None => self.newer(who, gezin, id),
        }
    }

    fn save_within_rights(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        id: Id<GoedGesprek>,
        opslaan: Opslaan,
        now: Timestamp,
    ) -> Result<Option<i64>, Fout> {
        let part = Onderdeel::GoedGesprek;
        let open = self.0.lezers.read(|db| {
            Lezing::new(db, who, part, now, &self.0.kast, self.0.sleutel).open_for(
                part,
                gezin,
                Deel::GoedGesprek,
            )
        })?;
        if open.is_none() || !who.decides() {
            return Err(Fout::NietGevonden);
        }
        let who = who.clone();
        self.write(move |beurt| {
            // Rights that ended between the look and the deed are ended.
            let (dossier, _) = dossier_of(beurt.db, gezin)?;
            if !who.opens(dossier, Deel::GoedGesprek) {
                return Err(Fout::NietGevonden);
            }
            let Some(done) = store(beurt.db, &who, (gezin, id), &opslaan, now)? else { return Ok(None) };
            if done.noteer {
                let members = members_of(beurt.db, gezin)?;
                let object = id.to_string();
                let line = Regel::by(&who, now, Handeling::Opschrijven, part.key(), &object);
                beurt.pen.write(beurt.db, &line, &members)?;
            }
            Ok(Some(done.versie))
        })
    }

    /// Saves and finishes: from now on it is not changed any more. What it cost to write is counted, without families or workers.
    pub fn finish_conversation(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        id: Id<GoedGesprek>,
        opslaan: Opslaan,
        sleutel: &str,
    ) -> Result<Bewaard, Fout> {
        let now = self.0.klok.now();
        let came = self.conversation(who, who.decides(), gezin, sleutel, move |beurt, who, _, now| {
            let Some(done) = store(beurt.db, who, (gezin, id), &opslaan, now)? else {
                return Ok(Gedaan::Nieuwer(Box::default()));
            };
            if done.velden.iter().all(|(_, filled)| !filled) {
                return Err(Fout::Zinloos("a conversation in which nothing stands"));
            }
            beurt.db.execute_one(
                "UPDATE goed_gesprek SET stand = 1, afgerond = $1, afgerond_door = $2 WHERE id = $3 AND stand = 0",
                &[now.as_millisecond().into(), who.account.as_str().into(), (&id).into()],
            )?;
            count(beurt.db, gezin, id, &done.velden, now)?;
            Ok(Gedaan::Opgeslagen(id, done.versie))
        })?;
        match came {
            Gedaan::Opgeslagen(_, versie) => Ok(Bewaard::Opgeslagen { versie, wanneer: now }),
            Gedaan::Nieuwer(_) => self.newer(who, gezin, id),
        }
    }

    /// Throws an own draft away.
    pub fn discard_conversation(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        id: Id<GoedGesprek>,
        sleutel: &str,
    ) -> Result<Done<GoedGesprek>, Fout> {
        self.conversation(who, who.decides(), gezin, sleutel, move |beurt, who, _, _| {
            let own = "SELECT 1 FROM goed_gesprek WHERE id = $1 AND gezin = $2 AND auteur = $3 AND stand = 0";
            let values = [(&id).into(), (&gezin).into(), who.account.as_str().into()];
            if beurt.db.query_opt(own, &values, |row| row.number(0))?.is_none() {
                return Err(Fout::NietGevonden);
            }
            beurt.db.execute("DELETE FROM gesprek_stem WHERE gesprek = $1", &[(&id).into()])?;
            beurt.db.execute_one("DELETE FROM goed_gesprek WHERE id = $1", &[(&id).into()])?;
            Ok(Gedaan::Opgeslagen(id, 0))
        })
    }

    /// Adds something beside a finished conversation: who works with the family, and the family itself.
    pub fn add_to_conversation(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        id: Id<GoedGesprek>,
        tekst: &str,
        sleutel: &str,
    ) -> Result<Done<Aanvulling>, Fout> {
        let tekst = tekst.trim().to_owned();
        if tekst.is_empty() || tekst.chars().count() > LANGSTE_TEKST || tekst.contains('\0') {
            return Err(Fout::Zinloos("the text of an addition"));
        }
        let may = who.decides() || who.rol == Rol::Gezinslid;
        self.conversation(who, may, gezin, sleutel, move |beurt, who, _, now| {
            let finished = "SELECT 1 FROM goed_gesprek WHERE id = $1 AND gezin = $2 AND stand = 1";
            let found = beurt.db.query_opt(finished, &[(&id).into(), (&gezin).into()], |row| row.number(0))?;
            found.ok_or(Fout::NietGevonden)?;
            let addition: Id<Aanvulling> = beurt.toeval.id(now)?;
            beurt.db.execute_one(
                "INSERT INTO gesprek_aanvulling (id, gesprek, auteur, wanneer, tekst) VALUES ($1, $2, $3, $4, $5)",
                &[
                    (&addition).into(),
                    (&id).into(),
                    who.account.as_str().into(),
                    now.as_millisecond().into(),
                    tekst.as_str().into(),
                ],
            )?;
            Ok(Gedaan::Opgeslagen(addition, 1))
        })
    }

    /// How it stands now, which is a look of its own.
    fn newer(&self, who: &Identiteit, gezin: Id<Gezin>, id: Id<GoedGesprek>) -> Result<Bewaard, Fout> {
        let read = |lezing: &mut Lezing<'_>| lezing.goed_gesprek(gezin, id);
        let seen = self.look(who, Onderdeel::GoedGesprek, &id.to_string(), read)?;
        Ok(Bewaard::Nieuwer(Box::new(seen)))
    }

    fn conversation<M: 'static>(
        &self,
        who: &Identiteit,
        mag: bool,
        gezin: Id<Gezin>,
        sleutel: &str,
        deed: impl FnOnce(&mut Beurt<'_>, &Identiteit, &[Id<Persoon>], Timestamp) -> Result<Done<M>, Fout>
        + Send
        + 'static,
    ) -> Result<Done<M>, Fout> {
        let form = Formulier {
            gezin,
            deel: Deel::GoedGesprek,
            onderdeel: Onderdeel::GoedGesprek,
            handeling: Handeling::Opschrijven,
            sleutel,
            mag,
        };
        self.form(who, &form, deed)
    }
}

/// Stores a page over a draft; `None` when someone else changed or finished it since it was read.
fn store(
    db: &mut Verbinding,
    who: &Identiteit,
    (gezin, id): (Id<Gezin>, Id<GoedGesprek>),
    page: &Opslaan,
    now: Timestamp,
) -> Result<Option<Gelukt>, Fout> {
    let of_a_page = page.beurt.len() == 32 && page.beurt.bytes().all(|b| b.is_ascii_hexdigit());
    let groups: Vec<String> = own_groups(db)?.into_iter().map(|group| group.sleutel).collect();
    let Blad { dag, inhoud, stemmen } = &page.blad;
    if !of_a_page
        || page.beurt_nr < 1
        || !inhoud.is_sound(stemmen, |key| groups.iter().any(|known| known == key))
    {
        return Err(Fout::Zinloos("the page of a conversation"));
    }
    let known = db.query_opt(
        "SELECT versie, stand, gewijzigd, seconden, beurt, beurt_nr, genoteerd FROM goed_gesprek WHERE id = $1 AND gezin = $2",
        &[(&id).into(), (&gezin).into()],
        |row| {
            Ok(Stand {
                versie: row.number(0)?,
                concept: row.number(1)? == 0,
                gewijzigd: row.moment(2)?,
                seconden: row.number(3)?,
                beurt: row.text(4)?,
                beurt_nr: row.number(5)?,
                genoteerd: row.moment(6)?,
            })
        },
    )?;
    let known = known.ok_or(Fout::NietGevonden)?;
    let velden = inhoud.velden(stemmen, offer(db, gezin, dutch_day(now))?);
    // Of another's page nothing can be gone on with.
    let beurt = format!("{}:{}", who.account, page.beurt);
    let same = known.beurt == beurt;
    if known.concept && same && page.beurt_nr <= known.beurt_nr {
        // The answer got lost, and it was sent again.
        return Ok(Some(Gelukt { versie: known.versie, velden, noteer: false }));
    }
    if !known.concept || (!same && page.versie != known.versie) {
        return Ok(None);
    }
    let gap = now.duration_since(known.gewijzigd);
    let counted = if (SignedDuration::ZERO..=PAUZE).contains(&gap) { gap.as_secs() } else { 0 };
    let noteer = !same || now.duration_since(known.genoteerd) >= OPNIEUW;
    let text = serde_json::to_string(inhoud).map_err(|_| Fout::Zinloos("the page of a conversation"))?;
    let filled = velden.iter().filter(|(_, filled)| *filled).count();
    db.execute_one(
        "UPDATE goed_gesprek SET dag = $1, gewijzigd = $2, versie = versie + 1, inhoud = $3, velden = $4, seconden = $5, beurt = $6, \
         beurt_nr = $7, genoteerd = $8 WHERE id = $9",
        &[
            (*dag).into(),
            now.as_millisecond().into(),
            text.as_str().into(),
            i64::try_from(filled).unwrap_or(i64::MAX).into(),
            (known.seconden + counted).into(),
            beurt.as_str().into(),
            page.beurt_nr.into(),
            (if noteer { now } else { known.genoteerd }).as_millisecond().into(),
            (&id).into(),
        ],
    )?;
    let members = members_of(db, gezin)?;
    for stem in stemmen {
        if !members.contains(&stem.persoon) {
            return Err(Fout::Zinloos("someone who is not of the family"));
        }
        let key = [(&id).into(), (&stem.persoon).into()];
        db.execute("DELETE FROM gesprek_stem WHERE gesprek = $1 AND persoon = $2", &key)?;
        if stem.is_empty() {
            continue;
        }
        db.execute_one(
            "INSERT INTO gesprek_stem (gesprek, persoon, sprak, woorden, lezers, eigen) VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                (&id).into(),
                (&stem.persoon).into(),
                stem.sprak.into(),
                stem.woorden.as_str().into(),
                stem.lezers.map(stelsel::goed_gesprek::Lezers::number).into(),
                stem.eigen.as_str().into(),
            ],
        )?;
    }
    Ok(Some(Gelukt { versie: known.versie + 1, velden, noteer }))
}

/// Counts what a finished conversation cost, for its month and neighbourhood.
fn count(
    db: &mut Verbinding,
    gezin: Id<Gezin>,
    id: Id<GoedGesprek>,
    velden: &[(String, bool)],
    now: Timestamp,
) -> Result<(), Fout> {
    let month = month_number(dutch_day(now));
    let place =
        db.query_opt("SELECT wijk FROM gezin WHERE id = $1", &[(&gezin).into()], |row| row.number_opt(0))?;
    let seconds =
        db.query_opt("SELECT seconden FROM goed_gesprek WHERE id = $1", &[(&id).into()], |row| {
            row.number(0)
        })?;
    let size = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    db.execute_one(
        "INSERT INTO regeldruk (maand, wijk, gesprekken, gevuld, aangeboden, seconden) VALUES ($1, $2, 1, $3, $4, $5) \
         ON CONFLICT (maand, wijk) DO UPDATE SET gesprekken = regeldruk.gesprekken + 1, gevuld = regeldruk.gevuld + excluded.gevuld, \
         aangeboden = regeldruk.aangeboden + excluded.aangeboden, seconden = regeldruk.seconden + excluded.seconden",
        &[
            month.into(),
            place.flatten().unwrap_or_default().into(),
            size(velden.iter().filter(|(_, filled)| *filled).count()).into(),
            size(velden.len()).into(),
            seconds.unwrap_or_default().into(),
        ],
    )?;
    for (field, filled) in velden {
        db.execute_one(
            "INSERT INTO veldgebruik (maand, veld, aangeboden, gevuld) VALUES ($1, $2, 1, $3) ON CONFLICT (maand, veld) DO UPDATE \
             SET aangeboden = veldgebruik.aangeboden + 1, gevuld = veldgebruik.gevuld + excluded.gevuld",
            &[month.into(), field.as_str().into(), (*filled).into()],
        )?;
    }
    Ok(())
}

fn members_of(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Vec<Id<Persoon>>, Fout> {
    db.query("SELECT id FROM persoon WHERE gezin = $1", &[(&gezin).into()], |row| row.id(0))
}
