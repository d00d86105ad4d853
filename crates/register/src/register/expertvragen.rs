//! Asking the expertteam: in one step the question is there and who is asked may read the plan; when it is done, they may not
//! any more.

use jiff::Timestamp;
use stelsel::expertvraag::{Bindend, Expertvraag, Gevolg, needs_reason};
use stelsel::plan::Woorden;
use stelsel::toegang::{Deel, Relatie};
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Rol};

use super::accounts::find_active;
use super::formulier::Formulier;
use super::plan::{may_write, plan_form};
use super::{Register, millis};
use crate::Fout;
use crate::beeld::{Betrokken, ExpertvraagBeeld, Gedaan, NieuweExpertvraag, Vraagnummer};
use crate::db::Verbinding;
use crate::instelling;
use crate::journaal::{Handeling, Regel};
use crate::lezing::expertvragen::{of_id, where_is};
use crate::schrijver::Beurt;

/// The setting of the region.
const INSTELLING: &str = "expertteam-bindend";

type Done = Gedaan<Vraagnummer, ExpertvraagBeeld>;

impl Register {
    /// How far advice of the expertteam binds in this region.
    pub fn expert_binding(&self) -> Result<Bindend, Fout> {
        let stored = self.note(INSTELLING)?;
        Ok(stored.as_deref().and_then(Bindend::from_key).unwrap_or_default())
    }

    /// Sets how far advice binds. What was asked before keeps what held then.
    pub fn set_expert_binding(&self, bindend: Bindend) -> Result<(), Fout> {
        self.put_note(INSTELLING, bindend.key())
    }

    /// Asks the expertteam. Who is asked may read the plan from this moment on.
    pub fn ask_experts(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        vraag: NieuweExpertvraag,
        sleutel: &str,
    ) -> Result<Done, Fout> {
        if vraag.vraag.is_empty() || vraag.leden.is_empty() {
            return Err(Fout::Zinloos("the question"));
        }
        self.form(who, &plan_form(who, gezin, sleutel), move |beurt, who, open, now| {
            may_write(beurt.db, who, gezin)?;
            if vraag.persoon.is_some_and(|about| !open.contains(&about)) {
                return Err(Fout::NietGevonden);
            }
            let bindend = instelling::read(beurt.db, INSTELLING)?;
            let bindend = bindend.as_deref().and_then(Bindend::from_key).unwrap_or_default();
            let inhoud = Expertvraag { vraag: vraag.vraag, partijen: vraag.partijen, ..Expertvraag::default() };
            let id: Id<Vraagnummer> = beurt.toeval.id(now)?;
            beurt.db.execute_one(
                "INSERT INTO expertvraag (id, gezin, versie, document, reden, bindend, persoon, gesteld_door, gesteld, gevolg) \
                 VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, 0)",
                &[
                    (&id).into(),
                    (&gezin).into(),
                    document(&inhoud)?.as_str().into(),
                    vraag.reden.key().into(),
                    bindend.key().into(),
                    vraag.persoon.as_ref().into(),
                    who.account.as_str().into(),
                    millis(now),
                ],
            )?;
            for account in &vraag.leden {
                tie(beurt, who, gezin, &id, account, now)?;
            }
            Ok(Gedaan::Opgeslagen(id, 1))
        })
    }

    /// Writes the advice, if the question still is the version that was read.
    pub fn advise(
        &self,
        who: &Identiteit,
        id: Id<Vraagnummer>,
        versie: i64,
        advies: Woorden,
        sleutel: &str,
    ) -> Result<Done, Fout> {
        if advies.is_empty() {
            return Err(Fout::Zinloos("the advice"));
        }
        let mag = who.rol == Rol::Expertteam;
        self.about_question(who, id, sleutel, mag, move |beurt, who, known, now| {
            if !known.adviseert {
                return Err(Fout::NietGevonden);
            }
            if known.versie != versie {
                return Ok(Gedaan::Nieuwer(Box::new(known)));
            }
            let inhoud = Expertvraag { advies, ..known.inhoud };
            beurt.db.execute_one(
                "UPDATE expertvraag SET document = $1, advies_door = $2, advies = $3, versie = versie + 1 WHERE id = $4",
                &[document(&inhoud)?.as_str().into(), who.account.as_str().into(), millis(now), (&id).into()],
            )?;
            Ok(Gedaan::Opgeslagen(id, versie + 1))
        })
    }

    /// Writes whether the advice is followed, or why not. Who was asked may not read the plan any more from then on.
    pub fn follow_advice(
        &self,
        who: &Identiteit,
        id: Id<Vraagnummer>,
        versie: i64,
        (gevolg, reden): (Gevolg, Woorden),
        sleutel: &str,
    ) -> Result<Done, Fout> {
        if needs_reason(gevolg) && reden.is_empty() {
            return Err(Fout::Zinloos("the reason"));
        }
        self.about_question(who, id, sleutel, who.decides(), move |beurt, who, known, now| {
            if !known.beslist || known.advies.is_none() {
                return Err(Fout::NietGevonden);
            }
            if known.versie != versie {
                return Ok(Gedaan::Nieuwer(Box::new(known)));
            }
            let gezin = known.gezin;
            let inhoud = Expertvraag { reden, ..known.inhoud };
            let number = match gevolg {
                Gevolg::Gevolgd => 1_i64,
                Gevolg::Afgeweken => 2,
            };
            beurt.db.execute_one(
                "UPDATE expertvraag SET document = $1, gevolg = $2, gevolg_door = $3, gevolg_op = $4, versie = versie + 1 WHERE id = $5",
                &[
                    document(&inhoud)?.as_str().into(),
                    number.into(),
                    who.account.as_str().into(),
                    millis(now),
                    (&id).into(),
                ],
            )?;
            untie(beurt.db, gezin, &id, now)?;
            Ok(Gedaan::Opgeslagen(id, versie + 1))
        })
    }

    /// Does what a form about one question asks, or writes down that it was refused.
    fn about_question(
        &self,
        who: &Identiteit,
        id: Id<Vraagnummer>,
        sleutel: &str,
        mag: bool,
        deed: impl FnOnce(&mut Beurt<'_>, &Identiteit, ExpertvraagBeeld, Timestamp) -> Result<Done, Fout>
        + Send
        + 'static,
    ) -> Result<Done, Fout> {
        let Some(gezin) = self.0.lezers.read(|db| where_is(db, id))? else {
            let deed = (Handeling::Besluiten, Onderdeel::Expertvragen);
            return self.or_refused(who, deed, &id.to_string(), Err(Fout::NietGevonden));
        };
        let form = Formulier {
            gezin,
            deel: Deel::Plan,
            onderdeel: Onderdeel::Expertvragen,
            handeling: Handeling::Besluiten,
            sleutel,
            mag,
        };
        self.form(who, &form, move |beurt, who, _, now| {
            let known = of_id(beurt.db, who, id)?.ok_or(Fout::NietGevonden)?;
            deed(beurt, who, known, now)
        })
    }
}

fn document(inhoud: &Expertvraag) -> Result<String, Fout> {
    serde_json::to_string(inhoud).map_err(|_| Fout::Tegenstrijdig("a question cannot be written down"))
}

/// Ties a member of the expertteam to the question, and to the family as long as it is open.
fn tie(
    beurt: &mut Beurt<'_>,
    who: &Identiteit,
    gezin: Id<Gezin>,
    id: &Id<Vraagnummer>,
    account: &str,
    now: Timestamp,
) -> Result<(), Fout> {
    let someone = find_active(beurt.db, account, now)?.filter(|someone| someone.rol == Rol::Expertteam);
    someone.ok_or(Fout::Zinloos("the account"))?;
    beurt.db.execute(
        "INSERT INTO expertvraag_lid (expertvraag, account) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        &[id.into(), account.into()],
    )?;
    let tied = beurt.db.query_opt(
        "SELECT 1 FROM betrokken WHERE gezin = $1 AND account = $2 AND relatie = 'advies' AND van <= $3 AND (tot IS NULL OR tot > $3)",
        &[(&gezin).into(), account.into(), millis(now)],
        |row| row.number(0),
    )?;
    if tied.is_some() {
        return Ok(());
    }
    let band: Id<Betrokken> = Id::new(now, beurt.toeval.bytes()?);
    beurt.db.execute_one(
        "INSERT INTO betrokken (id, gezin, account, relatie, van, tot, door) VALUES ($1, $2, $3, $4, $5, NULL, $6)",
        &[
            (&band).into(),
            (&gezin).into(),
            account.into(),
            Relatie::Advies.key().into(),
            millis(now),
            who.account.as_str().into(),
        ],
    )?;
    let object = gezin.to_string();
    let line = Regel::by(who, now, Handeling::Regelen, Onderdeel::Toegang.key(), &object);
    beurt.pen.write(beurt.db, &line, &[])
}

/// Ends the ties of who was asked, unless another question about the family is open to them.
fn untie(db: &mut Verbinding, gezin: Id<Gezin>, id: &Id<Vraagnummer>, now: Timestamp) -> Result<(), Fout> {
    db.execute(
        "UPDATE betrokken SET tot = $1 WHERE gezin = $2 AND relatie = 'advies' AND (tot IS NULL OR tot > $1) \
         AND account IN (SELECT l.account FROM expertvraag_lid l WHERE l.expertvraag = $3) \
         AND NOT EXISTS (SELECT 1 FROM expertvraag e JOIN expertvraag_lid o ON o.expertvraag = e.id \
         WHERE e.gezin = $2 AND e.gevolg = 0 AND o.account = betrokken.account)",
        &[millis(now), (&gezin).into(), id.into()],
    )?;
    Ok(())
}
