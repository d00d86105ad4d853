//! First questions: written down without a file, answered, and sometimes the beginning of a conversation.

use jiff::Timestamp;
use stelsel::klok::dutch_day;
use stelsel::toegang::{Bereik, Deel};
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Wijkcode};

use super::leden::{LANGSTE_NAAM, LANGSTE_TEKST};
use super::nieuw_gezin::{key_of, remember, remembered};
use super::{Register, millis};
use crate::Fout;
use crate::beeld::{Gedaan, Vraag, VraagInvoer, VraagRegel};
use crate::db::{Verbinding, Waarde, day_number};
use crate::journaal::{Handeling, Regel};
use crate::lezing::toegang::dossier_of;

impl Register {
    /// Writes a first question down. Only the question itself is needed.
    pub fn place_question(
        &self,
        who: &Identiteit,
        vraag: &VraagInvoer,
        sleutel: &str,
    ) -> Result<Gedaan<Vraag, VraagRegel>, Fout> {
        self.question(who, vraag, sleutel, None)
    }

    /// Changes what was written down, if it still is the version that was read: an answer often comes later.
    pub fn edit_question(
        &self,
        who: &Identiteit,
        id: Id<Vraag>,
        versie: i64,
        vraag: &VraagInvoer,
        sleutel: &str,
    ) -> Result<Gedaan<Vraag, VraagRegel>, Fout> {
        self.question(who, vraag, sleutel, Some((id, versie)))
    }

    fn question(
        &self,
        who: &Identiteit,
        vraag: &VraagInvoer,
        sleutel: &str,
        known: Option<(Id<Vraag>, i64)>,
    ) -> Result<Gedaan<Vraag, VraagRegel>, Fout> {
        let part = (Handeling::Regelen, Onderdeel::Vragen);
        if who.reach(Onderdeel::Vragen) == Bereik::Niets || !who.decides() {
            return self.or_refused(who, part, "vraag", Err(Fout::NietGevonden));
        }
        sound(vraag)?;
        let (me, vraag, now) = (who.clone(), vraag.clone(), self.0.klok.now());
        let key = key_of(who, sleutel)?;
        let object = known.map_or_else(|| "nieuw".to_owned(), |(id, _)| id.to_string());
        let done = self.write(move |beurt| {
            let who = me;
            if let Some(done) = remembered(beurt.db, &key)? {
                let (id, versie) = done.split_once(' ').ok_or(BROKEN)?;
                return Ok(Gedaan::Opgeslagen(Id::parse(id)?, versie.parse().map_err(|_| BROKEN)?));
            }
            let (id, versie) = match known {
                None => (insert(beurt, &who, &vraag, now)?, 1),
                Some((id, versie)) => {
                    if !is_theirs(beurt.db, &who, id)? {
                        return Err(Fout::NietGevonden);
                    }
                    if !update(beurt.db, id, versie, &vraag, now)? {
                        let now = crate::lezing::vragen::one(beurt.db, &who, id)?;
                        return Ok(Gedaan::Nieuwer(Box::new(now.ok_or(Fout::NietGevonden)?)));
                    }
                    (id, versie + 1)
                }
            };
            kinds(beurt.db, id, &vraag)?;
            remember(beurt, &who, &key, now, &format!("{id} {versie}"))?;
            let object = id.to_string();
            let line = Regel::by(&who, now, Handeling::Regelen, Onderdeel::Vragen.key(), &object);
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(Gedaan::Opgeslagen(id, versie))
        });
        self.or_refused(who, part, &object, done)
    }

    /// Says that a question became a conversation with this family.
    pub fn join_question(&self, who: &Identiteit, id: Id<Vraag>, gezin: Id<Gezin>) -> Result<(), Fout> {
        let (me, now) = (who.clone(), self.0.klok.now());
        let done = self.write(move |beurt| {
            let (dossier, _) = dossier_of(beurt.db, gezin)?;
            if !me.decides() || !me.opens(dossier, Deel::Toegang) {
                return Err(Fout::NietGevonden);
            }
            join(beurt.db, &me, id, gezin, now)?;
            let object = id.to_string();
            let line = Regel::by(&me, now, Handeling::Regelen, Onderdeel::Vragen.key(), &object);
            let members =
                beurt
                    .db
                    .query("SELECT id FROM persoon WHERE gezin = $1", &[(&gezin).into()], |row| row.id(0))?;
            beurt.pen.write(beurt.db, &line, &members)
        });
        self.or_refused(who, (Handeling::Regelen, Onderdeel::Vragen), &id.to_string(), done)
    }
}

const BROKEN: Fout = Fout::Tegenstrijdig("the outcome of a form cannot be read");

/// Ties a question to a family, within the transaction of the caller.
pub(super) fn join(
    db: &mut Verbinding,
    who: &Identiteit,
    id: Id<Vraag>,
    gezin: Id<Gezin>,
    now: Timestamp,
) -> Result<(), Fout> {
    if !is_theirs(db, who, id)? {
        return Err(Fout::NietGevonden);
    }
    let values = [(&gezin).into(), millis(now), (&id).into()];
    db.execute_one("UPDATE vraag SET gezin = $1, gewijzigd = $2, versie = versie + 1 WHERE id = $3", &values)
}

fn sound(vraag: &VraagInvoer) -> Result<(), Fout> {
    let fits = |text: &str, most: usize| text.chars().count() <= most && !text.contains('\0');
    let good = !vraag.tekst.trim().is_empty()
        && fits(&vraag.tekst, LANGSTE_TEKST)
        && fits(&vraag.antwoord, LANGSTE_TEKST)
        && [&vraag.school, &vraag.naam, &vraag.eigen_soort].into_iter().all(|t| fits(t, LANGSTE_NAAM));
    if good { Ok(()) } else { Err(Fout::Zinloos("the text of a question")) }
}

/// Of the own team, about an own neighbourhood, or written down by oneself.
pub(crate) fn is_own(who: &Identiteit, team: Option<i64>, wijk: Option<i64>, account: &str) -> bool {
    let mine = |code: i64| who.wijken.iter().any(|own| i64::from(own.number()) == code);
    account == who.account || team.is_some_and(mine) || wijk.is_some_and(mine)
}

fn is_theirs(db: &mut Verbinding, who: &Identiteit, id: Id<Vraag>) -> Result<bool, Fout> {
    let sql = "SELECT team, wijk, account FROM vraag WHERE id = $1";
    let found = db.query_opt(sql, &[(&id).into()], |row| {
        Ok(is_own(who, row.number_opt(0)?, row.number_opt(1)?, &row.text(2)?))
    })?;
    Ok(found.unwrap_or_default())
}

fn insert(
    beurt: &mut crate::schrijver::Beurt<'_>,
    who: &Identiteit,
    vraag: &VraagInvoer,
    now: Timestamp,
) -> Result<Id<Vraag>, Fout> {
    let id: Id<Vraag> = beurt.toeval.id(now)?;
    let dag = vraag.dag.unwrap_or_else(|| dutch_day(now));
    let team = who.wijken.iter().find(|own| Some(**own) == vraag.wijk).or(who.wijken.first());
    let [wijk, school, wie, naam, kanaal, tekst, antwoord] = values(vraag);
    beurt.db.execute_one(
        "INSERT INTO vraag (id, dag, team, wijk, school, wie, naam, kanaal, tekst, antwoord, account, versie, gewijzigd) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12)",
        &[
            (&id).into(),
            day_number(dag).into(),
            team.map(|own| own.number()).into(),
            wijk,
            school,
            wie,
            naam,
            kanaal,
            tekst,
            antwoord,
            (&who.account).into(),
            millis(now),
        ],
    )?;
    Ok(id)
}

fn update(
    db: &mut Verbinding,
    id: Id<Vraag>,
    versie: i64,
    vraag: &VraagInvoer,
    now: Timestamp,
) -> Result<bool, Fout> {
    let [wijk, school, wie, naam, kanaal, tekst, antwoord] = values(vraag);
    let touched = db.execute(
        "UPDATE vraag SET wijk = $1, school = $2, wie = $3, naam = $4, kanaal = $5, tekst = $6, antwoord = $7, dag = coalesce($8, dag), \
         gewijzigd = $9, versie = versie + 1 WHERE id = $10 AND versie = $11",
        &[
            wijk,
            school,
            wie,
            naam,
            kanaal,
            tekst,
            antwoord,
            vraag.dag.into(),
            millis(now),
            (&id).into(),
            versie.into(),
        ],
    )?;
    Ok(touched == 1)
}

fn values(vraag: &VraagInvoer) -> [Waarde<'_>; 7] {
    [
        vraag.wijk.map(Wijkcode::number).into(),
        vraag.school.trim().into(),
        vraag.wie.map_or("", |wie| wie.key()).into(),
        vraag.naam.trim().into(),
        vraag.kanaal.map_or("", |way| way.key()).into(),
        vraag.tekst.trim().into(),
        vraag.antwoord.trim().into(),
    ]
}

fn kinds(db: &mut Verbinding, id: Id<Vraag>, vraag: &VraagInvoer) -> Result<(), Fout> {
    db.execute("DELETE FROM vraag_soort WHERE vraag = $1", &[(&id).into()])?;
    let own = vraag.eigen_soort.trim();
    // A word of one's own never looks like one of the list.
    let own = (!own.is_empty()).then(|| format!("~{own}"));
    let words = vraag.soorten.iter().map(|kind| kind.key().to_owned()).chain(own);
    for word in words.collect::<std::collections::BTreeSet<_>>() {
        let values = [(&id).into(), word.as_str().into()];
        db.execute_one("INSERT INTO vraag_soort (vraag, soort) VALUES ($1, $2)", &values)?;
    }
    Ok(())
}
