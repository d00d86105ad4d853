//! Sharing with someone outside: proposing, answering, withdrawing. What was withdrawn ends in the same moment.

use jiff::Timestamp;
use stelsel::deling::{Deling, decides};
use stelsel::klok::{dutch_day, dutch_zone};
use stelsel::toegang::{Deel, Relatie};
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Persoon, Rol};

use super::accounts::{find_active, put_account};
use super::formulier::Formulier;
use super::{Register, hex, millis, sessies};
use crate::Fout;
use crate::beeld::{Gedaan, MetWie, NieuweDeling};
use crate::db::Verbinding;
use crate::journaal::Handeling;
use crate::lezing::deling::{can_speak, of_family, over_of, speaker};
use crate::lezing::leden::{authority, members};
use crate::schrijver::Beurt;

/// The longest name and purpose of a share, in characters.
pub const LANGSTE_DOEL: usize = 1_000;
const LANGSTE_NAAM: usize = 80;

/// What became of a form about sharing.
type Done = Gedaan<Deling, ()>;

impl Register {
    /// Proposes a share. The yes of who proposes it counts at once, when they decide on it; a professional writes down who said
    /// yes at the table. For someone of the network an account is made.
    pub fn share_with(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        nieuw: &NieuweDeling,
        sleutel: &str,
    ) -> Result<Done, Fout> {
        let nieuw = sound(nieuw)?;
        self.form(who, &form(gezin, sleutel, who), move |beurt, who, _, now| {
            let id: Id<Deling> = beurt.toeval.id(now)?;
            let until = nieuw.tot.map(end_of).transpose()?;
            if until.is_some_and(|end| end <= now) {
                return Err(Fout::Zinloos("the last day"));
            }
            let yes = who_says_yes(beurt.db, who, gezin, nieuw.persoon, &nieuw.ja_van, now)?;
            let (account, relatie, naam) = party(beurt, &nieuw.met, now)?;
            let mut words: Vec<&str> = nieuw.wat.iter().map(|part| part.key()).collect();
            words.sort_unstable();
            words.dedup();
            beurt.db.execute_one(
                "INSERT INTO deling (id, gezin, persoon, relatie, account, naam, wat, doel, door, van, tot) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                &[
                    (&id).into(),
                    (&gezin).into(),
                    nieuw.persoon.as_ref().into(),
                    relatie.key().into(),
                    account.as_str().into(),
                    naam.as_str().into(),
                    words.join(" ").as_str().into(),
                    nieuw.doel.as_str().into(),
                    who.account.as_str().into(),
                    millis(now),
                    until.map(Timestamp::as_millisecond).into(),
                ],
            )?;
            for person in yes {
                say(beurt.db, who, id, person, true, now)?;
            }
            Ok(Gedaan::Opgeslagen(id, 1))
        })
    }

    /// Says yes or no to a share: a member for oneself, a professional for who said so (`namens`).
    pub fn answer_share(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        id: Id<Deling>,
        (ja, namens): (bool, Option<Id<Persoon>>),
        sleutel: &str,
    ) -> Result<Done, Fout> {
        self.form(who, &form(gezin, sleutel, who), move |beurt, who, _, now| {
            let shares = of_family(beurt.db, gezin)?;
            let share = shares.iter().find(|share| share.id == id).ok_or(Fout::NietGevonden)?;
            if share.stand(now).is_none() {
                return Err(Fout::Zinloos("a share that is over"));
            }
            let named: Vec<Id<Persoon>> = namens.into_iter().collect();
            for person in who_says_yes(beurt.db, who, gezin, share.persoon, &named, now)? {
                say(beurt.db, who, id, person, ja, now)?;
            }
            Ok(Gedaan::Opgeslagen(id, 1))
        })
    }

    /// Withdraws a share at once. Anyone whose consent it takes can, who proposed it can, and so can a professional: ending is
    /// always safe.
    pub fn withdraw_share(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        id: Id<Deling>,
        sleutel: &str,
    ) -> Result<Done, Fout> {
        self.form(who, &form(gezin, sleutel, who), move |beurt, who, _, now| {
            let shares = of_family(beurt.db, gezin)?;
            let share = shares.iter().find(|share| share.id == id).ok_or(Fout::NietGevonden)?;
            let mine = who.rol != Rol::Gezinslid
                || share.door == who.account
                || !who_says_yes(beurt.db, who, gezin, share.persoon, &[], now)?.is_empty();
            if !mine {
                return Err(Fout::NietGevonden);
            }
            // Twice is as once.
            beurt.db.execute(
                "UPDATE deling SET ingetrokken = $1, ingetrokken_door = $2 WHERE id = $3 AND ingetrokken IS NULL",
                &[millis(now), who.account.as_str().into(), (&id).into()],
            )?;
            if let (Relatie::Netwerk, Some(account)) = (share.relatie, &share.account) {
                end_guest(beurt.db, account, now)?;
            }
            Ok(Gedaan::Opgeslagen(id, 1))
        })
    }

    /// The account that a share of the network is with, for who made it: to hand the invitation over.
    pub fn guest_of(
        &self,
        who: &Identiteit,
        gezin: Id<Gezin>,
        id: Id<Deling>,
    ) -> Result<Option<String>, Fout> {
        let me = who.account.clone();
        self.0.lezers.read(|db| {
            let share = of_family(db, gezin)?.into_iter().find(|share| share.id == id && share.door == me);
            let guest =
                share.filter(|share| share.relatie == Relatie::Netwerk && share.ingetrokken.is_none());
            Ok(guest.and_then(|share| share.account))
        })
    }
}

const fn form<'a>(gezin: Id<Gezin>, sleutel: &'a str, who: &Identiteit) -> Formulier<'a> {
    Formulier {
        gezin,
        deel: Deel::Toegang,
        onderdeel: Onderdeel::Delen,
        handeling: Handeling::Delen,
        sleutel,
        mag: matches!(who.rol, Rol::Gezinslid | Rol::Wijkteam | Rol::Regisseur),
    }
}

fn sound(nieuw: &NieuweDeling) -> Result<NieuweDeling, Fout> {
    let mut nieuw = nieuw.clone();
    nieuw.doel = nieuw.doel.trim().to_owned();
    let fits = |text: &str, most: usize| {
        !text.trim().is_empty() && text.chars().count() <= most && !text.contains('\0')
    };
    if let MetWie::Netwerk(name) = &mut nieuw.met {
        *name = name.trim().to_owned();
        if !fits(name, LANGSTE_NAAM) {
            return Err(Fout::Zinloos("the name of who something is shared with"));
        }
    }
    if !fits(&nieuw.doel, LANGSTE_DOEL) || nieuw.wat.is_empty() {
        return Err(Fout::Zinloos("what a share is for"));
    }
    Ok(nieuw)
}

/// The last moment of a day, in the Netherlands.
fn end_of(day: jiff::civil::Date) -> Result<Timestamp, Fout> {
    let next = day.tomorrow().and_then(|next| next.to_zoned(dutch_zone()));
    next.map(|moment| moment.timestamp()).map_err(|_| Fout::Zinloos("the last day"))
}

/// Whose yes is written down: one's own, or, by a professional, of the members that are named. Each has to be one whose yes counts.
fn who_says_yes(
    db: &mut Verbinding,
    who: &Identiteit,
    gezin: Id<Gezin>,
    persoon: Option<Id<Persoon>>,
    named: &[Id<Persoon>],
    now: Timestamp,
) -> Result<Vec<Id<Persoon>>, Fout> {
    let (leden, gezag, day) = (members(db, gezin)?, authority(db, gezin)?, dutch_day(now));
    let about = match persoon {
        Some(id) => Some(leden.iter().find(|m| m.id == id).ok_or(Fout::NietGevonden)?),
        None => None,
    };
    let counts = |id: Id<Persoon>| {
        let member = leden.iter().find(|m| m.id == id);
        member.is_some_and(|m| {
            can_speak(m, day) && decides(over_of(about), speaker(m, about, &leden, &gezag), day)
        })
    };
    if who.rol == Rol::Gezinslid {
        let me = who.persoon.filter(|me| counts(*me)).ok_or(Fout::NietGevonden)?;
        return Ok(vec![me]);
    }
    if named.iter().all(|id| counts(*id)) {
        Ok(named.to_vec())
    } else {
        Err(Fout::Zinloos("whose yes counts"))
    }
}

/// The account, what it is to the family, and its name.
fn party(beurt: &mut Beurt<'_>, met: &MetWie, now: Timestamp) -> Result<(String, Relatie, String), Fout> {
    match met {
        MetWie::Account(account) => {
            let known = find_active(beurt.db, account, now)?.ok_or(Fout::Zinloos("the account"))?;
            let relatie = match known.rol {
                Rol::School => Relatie::School,
                Rol::Verwijzer => Relatie::Verwijzer,
                _ => return Err(Fout::Zinloos("the account")),
            };
            Ok((known.account, relatie, known.naam))
        }
        MetWie::Netwerk(naam) => {
            let account = format!("netwerk-{}", hex(&beurt.toeval.bytes::<6>()?));
            put_account(beurt.db, &Identiteit::new(account.clone(), naam.clone(), Rol::Netwerk))?;
            Ok((account, Relatie::Netwerk, naam.clone()))
        }
    }
}

fn say(
    db: &mut Verbinding,
    who: &Identiteit,
    id: Id<Deling>,
    person: Id<Persoon>,
    ja: bool,
    now: Timestamp,
) -> Result<(), Fout> {
    db.execute_one(
        "INSERT INTO deling_stem (deling, persoon, ja, door, wanneer) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (deling, persoon) DO UPDATE SET ja = excluded.ja, door = excluded.door, wanneer = excluded.wanneer",
        &[(&id).into(), (&person).into(), ja.into(), who.account.as_str().into(), millis(now)],
    )
}

/// The account of someone of the network ends when nothing is shared with it any more.
fn end_guest(db: &mut Verbinding, account: &str, now: Timestamp) -> Result<(), Fout> {
    let left = db.query_opt(
        "SELECT 1 FROM deling WHERE account = $1 AND ingetrokken IS NULL LIMIT 1",
        &[account.into()],
        |row| row.number(0),
    )?;
    if left.is_none() {
        db.execute(
            "UPDATE account SET tot = $1 WHERE sleutel = $2 AND tot IS NULL",
            &[millis(now), account.into()],
        )?;
        sessies::end_all(db, account)?;
        db.execute("DELETE FROM uitnodiging WHERE account = $1", &[account.into()])?;
    }
    Ok(())
}
