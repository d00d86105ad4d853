//! Referrals: entered by a referrer, picked up, tied to a family and answered by the team. And what was agreed with referrers.

use jiff::Timestamp;
use stelsel::gezin::Adres;
use stelsel::persoon::{GezinsRol, Naam};
use stelsel::toegang::Bereik;
use stelsel::verwijzing::{Verwijsafspraak, Verwijzing, VerwijzingStand};
use stelsel::{Bsn, Gezin, Id, Identiteit, Onderdeel, Persoon, Rol, Wijkcode};

use super::formulier::{done_before, key_of, remember};
use super::nieuw_gezin::write_down;
use super::{Register, millis};
use crate::Fout;
use crate::beeld::{Afspraak, Gedaan, NieuwGezin, NieuweVerwijzing, PersoonInvoer, VerwijzingAntwoord};
use crate::db::Verbinding;
use crate::intake::count_intake;
use crate::journaal::{Handeling, Regel};
use crate::lezing::toegang::dossier_of;
use crate::lezing::verwijzing::{has_verwijzing, one};
use crate::schrijver::Beurt;

/// The longest text in a referral, in characters.
pub const LANGSTE_VERWIJZING: usize = 4_000;

/// What became of a form about a referral.
type Done = Gedaan<Verwijzing, ()>;

/// What the team does with a referral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VerwijzingDaad {
    /// Someone picks it up.
    Oppakken,
    /// It is about this child.
    Koppel(Id<Persoon>),
    /// The child is in no file yet: it is written down, as the first of its family.
    NieuwGezin,
    /// The referrer is told what came of it.
    Antwoord(VerwijzingAntwoord),
}

impl Register {
    /// Enters a referral. It lands with the team of the neighbourhood; a child that is known by number with its family's.
    pub fn refer(&self, who: &Identiteit, nieuw: &NieuweVerwijzing, sleutel: &str) -> Result<Done, Fout> {
        let done = self.enter_referral(who, nieuw, sleutel);
        self.or_refused(who, (Handeling::Innemen, Onderdeel::Verwijzingen), "", done)
    }

    fn enter_referral(
        &self,
        who: &Identiteit,
        nieuw: &NieuweVerwijzing,
        sleutel: &str,
    ) -> Result<Done, Fout> {
        if who.rol != Rol::Verwijzer {
            return Err(Fout::NietGevonden);
        }
        let key = key_of(who, sleutel)?;
        let texts = [
            &nieuw.inhoud.vraag,
            &nieuw.inhoud.geprobeerd,
            &nieuw.inhoud.spoed,
            &nieuw.inhoud.toestemming,
            &nieuw.inhoud.bereikbaar,
        ];
        let sound = |text: &str| text.chars().count() <= LANGSTE_VERWIJZING && !text.contains('\0');
        let named =
            |text: &str| !text.trim().is_empty() && text.chars().count() <= 100 && !text.contains('\0');
        let whole = !nieuw.inhoud.vraag.trim().is_empty() && texts.iter().all(|text| sound(text));
        if !whole || !named(&nieuw.achternaam) || !named(&nieuw.kind) {
            return Err(Fout::Zinloos("a referral"));
        }
        let inhoud = written(&nieuw.inhoud)?;
        let (who, nieuw, now) = (who.clone(), nieuw.clone(), self.0.klok.now());
        self.write(move |beurt| {
            if let Some(before) = done_before(beurt, &key)? {
                return Ok(before);
            }
            let id: Id<Verwijzing> = beurt.toeval.id(now)?;
            let known = known_child(beurt.db, &nieuw)?;
            let wijk = match &known {
                Some((_, _, wijk)) => *wijk,
                None => neighbourhood(beurt.db, &nieuw)?,
            };
            let (persoon, gezin) = known.map_or((None, None), |(person, family, _)| (Some(person), Some(family)));
            let postcode = nieuw.postcode.map(|code| code.to_string());
            beurt.db.execute_one(
                "INSERT INTO verwijzing (id, door, soort, kind, achternaam, geboren, bsn, postcode, gemeente, wijk, inhoud, geplaatst, \
                 stand, gezin, persoon, versie) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, $13, $14, 1)",
                &[
                    (&id).into(),
                    who.account.as_str().into(),
                    nieuw.soort.key().into(),
                    nieuw.kind.trim().into(),
                    nieuw.achternaam.trim().into(),
                    nieuw.geboren.into(),
                    nieuw.bsn.map(stelsel::Bsn::number).into(),
                    postcode.as_deref().into(),
                    wijk.map(|wijk| i64::from(wijk.gemeente().number())).into(),
                    wijk.map(Wijkcode::number).into(),
                    inhoud.as_str().into(),
                    millis(now),
                    gezin.as_ref().into(),
                    persoon.as_ref().into(),
                ],
            )?;
            remember(beurt, &who, &key, now, &format!("{id} 1"))?;
            let object = id.to_string();
            let line = Regel::by(&who, now, Handeling::Innemen, Onderdeel::Verwijzingen.key(), &object);
            beurt.pen.write(beurt.db, &line, &persoon.into_iter().collect::<Vec<_>>())?;
            Ok(Gedaan::Opgeslagen(id, 1))
        })
    }

    /// Does something with a referral, if it still is the version that was read.
    pub fn handle_referral(
        &self,
        who: &Identiteit,
        (id, versie): (Id<Verwijzing>, i64),
        daad: &VerwijzingDaad,
        sleutel: &str,
    ) -> Result<Done, Fout> {
        let key = key_of(who, sleutel)?;
        if let VerwijzingDaad::Antwoord(antwoord) = daad {
            let sound = |text: &str| text.chars().count() <= LANGSTE_VERWIJZING && !text.contains('\0');
            // What came of it goes to the referrer when the family agrees, and then it is said who did.
            let agreed = antwoord.tekst.trim().is_empty() || !antwoord.akkoord.trim().is_empty();
            if !agreed || !sound(&antwoord.tekst) || !sound(&antwoord.akkoord) {
                return Err(Fout::Zinloos("an answer to a referrer"));
            }
        }
        let (me, daad, now) = (who.clone(), daad.clone(), self.0.klok.now());
        let done = self.write(move |beurt| {
            let known = one(beurt.db, id)?;
            if me.rol == Rol::Verwijzer || !me.decides() || !has_verwijzing(&me, &known) {
                return Err(Fout::NietGevonden);
            }
            if let Some(before) = done_before(beurt, &key)? {
                return Ok(before);
            }
            if known.versie != versie {
                return Ok(Gedaan::Nieuwer(Box::new(())));
            }
            let person = do_it(beurt, &me, id, &daad, now)?.or(known.persoon);
            remember(beurt, &me, &key, now, &format!("{id} {}", versie + 1))?;
            let object = id.to_string();
            let line = Regel::by(&me, now, Handeling::Besluiten, Onderdeel::Verwijzingen.key(), &object);
            beurt.pen.write(beurt.db, &line, &person.into_iter().collect::<Vec<_>>())?;
            Ok(Gedaan::Opgeslagen(id, versie + 1))
        });
        self.or_refused(who, (Handeling::Besluiten, Onderdeel::Verwijzingen), &id.to_string(), done)
    }

    /// Writes an agreement with a referrer down, or changes the one that was read.
    pub fn put_agreement(
        &self,
        who: &Identiteit,
        known: Option<(Id<Verwijsafspraak>, i64)>,
        afspraak: &Afspraak,
        sleutel: &str,
    ) -> Result<Gedaan<Verwijsafspraak, ()>, Fout> {
        let key = key_of(who, sleutel)?;
        let sound = |text: &str| text.chars().count() <= LANGSTE_VERWIJZING && !text.contains('\0');
        let whole = !afspraak.met.trim().is_empty()
            && [&afspraak.met, &afspraak.inhoud.waarover, &afspraak.inhoud.ervaring].iter().all(|t| sound(t));
        if !whole {
            return Err(Fout::Zinloos("an agreement"));
        }
        let inhoud = written(&afspraak.inhoud)?;
        let (me, afspraak, now) = (who.clone(), afspraak.clone(), self.0.klok.now());
        let done = self.write(move |beurt| {
            if !me.makes_agreements() {
                return Err(Fout::NietGevonden);
            }
            if let Some(before) = done_before(beurt, &key)? {
                return Ok(before);
            }
            let Some((id, versie)) = store_agreement(beurt, &me, known, &afspraak, &inhoud, now)? else {
                return Ok(Gedaan::Nieuwer(Box::new(())));
            };
            remember(beurt, &me, &key, now, &format!("{id} {versie}"))?;
            let object = id.to_string();
            let line = Regel::by(&me, now, Handeling::Inrichten, Onderdeel::Verwijsafspraken.key(), &object);
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(Gedaan::Opgeslagen(id, versie))
        });
        self.or_refused(who, (Handeling::Inrichten, Onderdeel::Verwijsafspraken), "", done)
    }
}

fn written(document: &impl serde::Serialize) -> Result<String, Fout> {
    serde_json::to_string(document).map_err(|_| Fout::Zinloos("a document"))
}

/// The child with this number, its family and where that lives.
#[expect(clippy::type_complexity, reason = "three things of one row, named above")]
fn known_child(
    db: &mut Verbinding,
    nieuw: &NieuweVerwijzing,
) -> Result<Option<(Id<Persoon>, Id<Gezin>, Option<Wijkcode>)>, Fout> {
    let Some(bsn) = nieuw.bsn else { return Ok(None) };
    db.query_opt(
        "SELECT p.id, g.id, g.wijk FROM persoon p JOIN gezin g ON g.id = p.gezin WHERE p.bsn = $1",
        &[bsn.number().into()],
        |row| Ok((row.id(0)?, row.id(1)?, row.code_opt(2)?)),
    )
}

/// The neighbourhood of a postcode: the longest match counts.
fn neighbourhood(db: &mut Verbinding, nieuw: &NieuweVerwijzing) -> Result<Option<Wijkcode>, Fout> {
    let Some(postcode) = nieuw.postcode else { return Ok(None) };
    let (whole, area) = (postcode.to_string(), postcode.area().to_string());
    db.query_opt(
        "SELECT wijk FROM postcode_wijk WHERE postcode IN ($1, $2) ORDER BY length(postcode) DESC LIMIT 1",
        &[whole.as_str().into(), area.as_str().into()],
        |row| row.code(0),
    )
}

/// Gives whom it turned out to be about.
fn do_it(
    beurt: &mut Beurt<'_>,
    me: &Identiteit,
    id: Id<Verwijzing>,
    daad: &VerwijzingDaad,
    now: Timestamp,
) -> Result<Option<Id<Persoon>>, Fout> {
    if *daad == VerwijzingDaad::NieuwGezin {
        return new_child(beurt, me, id, now).map(Some);
    }
    let db = &mut *beurt.db;
    match daad {
        VerwijzingDaad::NieuwGezin => Ok(None),
        VerwijzingDaad::Oppakken => {
            db.execute_one(
                "UPDATE verwijzing SET stand = $1, opgepakt_door = $2, opgepakt = $3, versie = versie + 1 WHERE id = $4",
                &[
                    VerwijzingStand::Opgepakt.number().into(),
                    me.account.as_str().into(),
                    millis(now),
                    (&id).into(),
                ],
            )?;
            Ok(None)
        }
        VerwijzingDaad::Koppel(person) => {
            let family = db
                .query_opt("SELECT gezin FROM persoon WHERE id = $1 AND rol = 0", &[person.into()], |row| {
                    row.id(0)
                })?
                .ok_or(Fout::NietGevonden)?;
            let (dossier, _) = dossier_of(db, family)?;
            if !me.opens(dossier, stelsel::toegang::Deel::Gesprek) {
                return Err(Fout::NietGevonden);
            }
            db.execute_one(
                "UPDATE verwijzing SET gezin = $1, persoon = $2, versie = versie + 1 WHERE id = $3",
                &[(&family).into(), person.into(), (&id).into()],
            )?;
            Ok(Some(*person))
        }
        VerwijzingDaad::Antwoord(antwoord) => {
            let text = written(antwoord)?;
            db.execute_one(
                "UPDATE verwijzing SET stand = $1, antwoord = $2, beantwoord = $3, opgepakt_door = coalesce(opgepakt_door, $4), \
                 opgepakt = coalesce(opgepakt, $3), versie = versie + 1 WHERE id = $5",
                &[
                    VerwijzingStand::Beantwoord.number().into(),
                    text.as_str().into(),
                    millis(now),
                    me.account.as_str().into(),
                    (&id).into(),
                ],
            )?;
            Ok(None)
        }
    }
}

/// Writes the child of a referral down with what the referrer told: nobody types it again.
fn new_child(
    beurt: &mut Beurt<'_>,
    me: &Identiteit,
    id: Id<Verwijzing>,
    now: Timestamp,
) -> Result<Id<Persoon>, Fout> {
    if me.reach(Onderdeel::NieuwGezin) == Bereik::Niets {
        return Err(Fout::NietGevonden);
    }
    let told = beurt.db.query_opt(
        "SELECT kind, achternaam, geboren, bsn, postcode, wijk FROM verwijzing WHERE id = $1 AND persoon IS NULL",
        &[(&id).into()],
        |row| {
            let bsn = row.number_opt(3)?.map(|number| Bsn::parse(&format!("{number:09}"))).transpose();
            let persoon = PersoonInvoer {
                naam: Naam::typed(&row.text(0)?, &row.text(1)?),
                geboren: row.day_opt(2)?,
                bsn: bsn.map_err(|_| Fout::Tegenstrijdig("a stored number is no citizen service number"))?,
                rol: Some(GezinsRol::Jeugdige),
            };
            let adres = Adres { postcode: row.text_opt(4)?, ..Adres::default() };
            Ok(NieuwGezin { persoon, adres, wijk: row.code_opt(5)?, vraag: None })
        },
    )?;
    let told = told.ok_or(Fout::Zinloos("a child that is known"))?;
    let (gezin, persoon) = write_down(beurt, me, &told, now)?;
    count_intake(beurt.db)?;
    beurt.db.execute_one(
        "UPDATE verwijzing SET gezin = $1, persoon = $2, versie = versie + 1 WHERE id = $3",
        &[(&gezin).into(), (&persoon).into(), (&id).into()],
    )?;
    Ok(persoon)
}

/// Nothing when someone else changed it first.
fn store_agreement(
    beurt: &mut Beurt<'_>,
    me: &Identiteit,
    known: Option<(Id<Verwijsafspraak>, i64)>,
    afspraak: &Afspraak,
    inhoud: &str,
    now: Timestamp,
) -> Result<Option<(Id<Verwijsafspraak>, i64)>, Fout> {
    let Some((id, versie)) = known else {
        let id: Id<Verwijsafspraak> = beurt.toeval.id(now)?;
        beurt.db.execute_one(
            "INSERT INTO verwijsafspraak (id, soort, praktijk, inhoud, dag, evaluatie, einde, door, gewijzigd, versie) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
            &[
                (&id).into(),
                afspraak.soort.key().into(),
                afspraak.met.trim().into(),
                inhoud.into(),
                afspraak.dag.into(),
                afspraak.evaluatie.into(),
                afspraak.einde.into(),
                me.account.as_str().into(),
                millis(now),
            ],
        )?;
        return Ok(Some((id, 1)));
    };
    let touched = beurt.db.execute(
        "UPDATE verwijsafspraak SET soort = $1, praktijk = $2, inhoud = $3, dag = $4, evaluatie = $5, einde = $6, door = $7, gewijzigd = $8, \
         versie = versie + 1 WHERE id = $9 AND versie = $10",
        &[
            afspraak.soort.key().into(),
            afspraak.met.trim().into(),
            inhoud.into(),
            afspraak.dag.into(),
            afspraak.evaluatie.into(),
            afspraak.einde.into(),
            me.account.as_str().into(),
            millis(now),
            (&id).into(),
            versie.into(),
        ],
    )?;
    Ok((touched == 1).then_some((id, versie + 1)))
}
