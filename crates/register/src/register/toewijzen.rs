//! From a line of the plan to the provider: the allocation is made, belongs to the line, and its state comes back by itself.

use stelsel::plan::{Einde, Plan};
use stelsel::{AgbCode, Gemeentecode, Gezin, Id, Identiteit};

use super::Register;
use super::formulier::Formulier;
use super::plan::{Bewaar, link, may_write, next_version, of_family, plan_form};
use crate::Fout;
use crate::beeld::{Bericht, Gedaan, HulpWijzigen, Hulpdaad, NietVerstuurd, Toewijsfout, Toewijzen};
use crate::bureau::{Opgedragen, Wat, allocate};
use crate::db::{Verbinding, day_number};
use crate::journaal::Handeling;
use crate::lezing::plan::plan_of;

type Done = Gedaan<Bericht, NietVerstuurd>;

fn form<'a>(who: &Identiteit, gezin: Id<Gezin>, sleutel: &'a str) -> Formulier<'a> {
    Formulier { handeling: Handeling::Besluiten, ..plan_form(who, gezin, sleutel) }
}

fn not(why: NietVerstuurd) -> Done {
    Gedaan::Nieuwer(Box::new(why))
}

impl Register {
    /// Allocates help from a line of the plan: the JW301 is made, held against the rules and waits to be sent.
    pub fn allocate(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        wat: Toewijzen,
        sleutel: &str,
    ) -> Result<Done, Fout> {
        self.form(who, &form(who, gezin, sleutel), move |beurt, who, open, now| {
            may_write(beurt.db, who, gezin)?;
            let mut plan = plan_of(beurt.db, gezin)?;
            let voor = plan.regel(wat.regel).ok_or(Fout::NietGevonden)?.wat.voor;
            let Some(persoon) = voor else {
                return Ok(not(NietVerstuurd::Velden(vec![Toewijsfout::GeenKind])));
            };
            if !open.contains(&persoon) {
                return Err(Fout::NietGevonden);
            }
            if is_taken(beurt.db, gezin, wat.regel, day_number(stelsel::klok::dutch_day(now)))? {
                return Ok(not(NietVerstuurd::AlToegewezen));
            }
            let agb = wat.aanbieder.number().into();
            let known =
                beurt.db.query_opt("SELECT 1 FROM aanbieder WHERE agb = $1", &[agb], |row| row.number(0))?;
            if known.is_none() {
                return Ok(not(NietVerstuurd::Velden(vec![Toewijsfout::Aanbieder])));
            }
            let gemeente: Gemeentecode = beurt
                .db
                .query_opt("SELECT gemeente FROM gezin WHERE id = $1", &[(&gezin).into()], |row| row.code(0))?
                .ok_or(Fout::NietGevonden)?;
            let given = Opgedragen { persoon, gemeente, aanbieder: wat.aanbieder, wat: Wat::Nieuw(&wat) };
            let (sent, nummer) = match allocate(beurt, who, &given, now)? {
                Ok(made) => made,
                Err(why) => return Ok(not(why)),
            };
            link(beurt.db, gezin, (i64::from(gemeente.number()), nummer), (persoon, wat.regel))?;
            let versie = next_version(beurt.db, gezin)?;
            decided(&mut plan, wat.regel, versie);
            Bewaar { gezin, versie, wat: &format!("regel {}", wat.regel), who, now }.save(beurt.db, &plan)?;
            Ok(Gedaan::Opgeslagen(sent, 1))
        })
    }

    /// Gives an allocation of the plan another last day, or takes it back: the JW301 that tells it waits to be sent.
    #[expect(clippy::needless_pass_by_value, reason = "the deed is done with it")]
    pub fn change_allocation(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        wat: HulpWijzigen,
        sleutel: &str,
    ) -> Result<Done, Fout> {
        self.form(who, &form(who, gezin, sleutel), move |beurt, who, open, now| {
            may_write(beurt.db, who, gezin)?;
            let HulpWijzigen { toewijzing: (gemeente, nummer), gelezen, daad } = wat;
            let persoon = of_family(beurt.db, gezin, gemeente, nummer)?;
            if !open.contains(&persoon) {
                return Err(Fout::NietGevonden);
            }
            let (aanbieder, eind, ingang) = newest(beurt.db, gemeente, nummer)?;
            if eind != gelezen {
                return Ok(not(NietVerstuurd::Nieuwer));
            }
            let fault = match daad {
                Hulpdaad::Einde(last) if last < ingang => Some(Toewijsfout::Einde),
                Hulpdaad::Intrekken if is_claimed(beurt.db, gemeente, nummer)? => {
                    Some(Toewijsfout::Gedeclareerd)
                }
                _ => None,
            };
            if let Some(fault) = fault {
                return Ok(not(NietVerstuurd::Velden(vec![fault])));
            }
            let given = Opgedragen { persoon, gemeente, aanbieder, wat: Wat::Wijzig(nummer, daad) };
            match allocate(beurt, who, &given, now)? {
                Ok((sent, _)) => Ok(Gedaan::Opgeslagen(sent, 1)),
                Err(why) => Ok(not(why)),
            }
        })
    }
}

/// The line waits for no decision any more; from when until when, the messages tell from now on.
fn decided(plan: &mut Plan, nr: u32, versie: u32) {
    if let Some(line) = plan.regels.iter_mut().find(|line| line.nr == nr) {
        line.versie = versie;
        (line.wat.wacht, line.wat.van, line.wat.einde) = (None, None, Einde::Open);
    }
}

/// Whether a line has an allocation that still counts.
fn is_taken(db: &mut Verbinding, gezin: Id<Gezin>, regel: u32, today: i64) -> Result<bool, Fout> {
    let found = db.query_opt(
        "SELECT 1 FROM plan_toewijzing l JOIN toewijzing t ON t.gemeente = l.gemeente AND t.nummer = l.nummer \
         WHERE l.gezin = $1 AND l.regel = $2 AND (t.eind IS NULL OR t.eind >= $3) AND coalesce(t.reden_wijziging, '') <> '13'",
        &[(&gezin).into(), regel.into(), today.into()],
        |row| row.number(0),
    )?;
    Ok(found.is_some())
}

fn is_claimed(db: &mut Verbinding, gemeente: Gemeentecode, nummer: i64) -> Result<bool, Fout> {
    let sum = db.query_opt(
        "SELECT CAST(coalesce(sum(bedrag), 0) AS BIGINT) FROM prestatie WHERE gemeente = $1 AND nummer = $2",
        &[i64::from(gemeente.number()).into(), nummer.into()],
        |row| row.number(0),
    )?;
    Ok(sum.unwrap_or_default() != 0)
}

/// Provider, last day and first day of the newest version.
fn newest(
    db: &mut Verbinding,
    gemeente: Gemeentecode,
    nummer: i64,
) -> Result<(AgbCode, Option<jiff::civil::Date>, jiff::civil::Date), Fout> {
    let found = db.query_opt(
        "SELECT aanbieder, eind, ingang FROM toewijzing WHERE gemeente = $1 AND nummer = $2",
        &[i64::from(gemeente.number()).into(), nummer.into()],
        |row| Ok((row.code(0)?, row.day_opt(1)?, row.day(2)?)),
    )?;
    found.ok_or(Fout::NietGevonden)
}
