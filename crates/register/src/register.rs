//! The register as the rest of the house knows it: open it, set a region up, take messages in, look.

mod aanmelders;
pub(crate) mod accounts;
mod achttien;
mod afwezig;
mod analyse;
mod bewaren;
mod brieven;
mod correcties;
mod deling;
mod draad;
mod dubbelen;
mod expertvragen;
pub(crate) mod formulier;
mod goed_gesprek;
mod groepen;
mod informatie;
mod leden;
mod lokaal;
mod nazien;
mod nieuw_gezin;
mod passkeys;
mod plan;
mod planuitvoer;
mod regie;
mod regio;
mod scenario;
pub(crate) mod scherm;
mod sessies;
mod slot;
mod toegang;
mod toewijzen;
mod toezicht;
mod uitvoer;
mod verwijzing;
mod vragen;

use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use stelsel::{AgbCode, Gezin, Id, Identiteit, Klok, Onderdeel, Persoon, Wijkcode};

pub use aanmelders::{Inwoner, Koppeling, POGING_DUUR, Poging};
pub use accounts::AccountBeeld;
pub(crate) use afwezig::away;
pub use brieven::{LANGSTE_BRIEF, LANGSTE_BRIEFVELD};
pub use correcties::LANGSTE_CORRECTIE;
pub(crate) use correcties::of_family as correcties_of;
pub use deling::LANGSTE_DOEL;
pub use draad::{LANGSTE_BERICHT, NieuwBericht};
pub use leden::{LANGSTE_NAAM, LANGSTE_TEKST, Ledenuitkomst};
pub use lokaal::{Aangenomen, Gewijzigd, LokaalBeeld, Uitgenodigd};
pub use passkeys::PasskeyBeeld;
pub use plan::{Opname, Opnameregel};
pub(crate) use plan::{document, put_days};
pub use regie::{GeenOverdracht, Overdracht};
pub(crate) use regio::SCHOLEN;
pub use regio::{Regiogegevens, Rings, WijkInvoer};
pub use sessies::{Manier, SessieBeeld, SessieGrenzen, Toestel};
pub use uitvoer::UITVOER_DELEN;
pub(crate) use uitvoer::persons_of;
pub use verwijzing::{LANGSTE_VERWIJZING, VerwijzingDaad};
pub(crate) use vragen::is_own as is_own_question;

use crate::beeld::{Bericht, Besloten, Besluit, Inrichting, Uitgaand, Verzoek};
use crate::boek::Boekenkast;
use crate::bureau;
use crate::db::{Gebruik, Pool, Verbinding, Waarde};
use crate::instelling;
use crate::intake::{self, Aangeboden, Beoordeeld, Stuk, Uitkomst, Wijze, judge};
use crate::journaal::{Handeling, Ingang, Regel};
use crate::koppelvlak::{self, Ontvangen};
use crate::lezing::{self, Gezien, Lezing};
use crate::personenbron::Personenbron;
use crate::schrijver::{Beurt, Schrijver};
use crate::toeval::Toeval;
use crate::{Fout, Opslag, schema};

/// The register. Cheap to clone; all clones share one writer and a few readers.
#[derive(Clone)]
pub struct Register(Arc<Binnen>, Ingang);

struct Binnen {
    schrijver: Schrijver,
    lezers: Pool,
    klok: Arc<dyn Klok>,
    kast: Boekenkast,
    sleutel: [u8; 32],
    grenzen: OnceLock<SessieGrenzen>,
    lokaal: OnceLock<slot::Gereed>,
    passkeys: OnceLock<crate::passkey::Keurmeester>,
    personen: OnceLock<Arc<dyn Personenbron>>,
}

impl Register {
    /// Opens the register, or makes it when it does not exist. Refuses a database of a newer program and one that does not
    /// keep what it acknowledges.
    pub fn open(opslag: &Opslag, klok: Arc<dyn Klok>) -> Result<Self, Fout> {
        Self::open_with(opslag, klok, Toeval::Os)
    }

    /// As [`Register::open`], with identifiers from a seed, so that the same messages give the same register to the byte.
    /// Not for real data: session tokens can be guessed.
    pub fn open_seeded(opslag: &Opslag, klok: Arc<dyn Klok>, seed: u64) -> Result<Self, Fout> {
        Self::open_with(opslag, klok, Toeval::seeded(seed))
    }

    fn open_with(opslag: &Opslag, klok: Arc<dyn Klok>, toeval: Toeval) -> Result<Self, Fout> {
        let mut db = Verbinding::open(opslag, Gebruik::Schrijven)?;
        schema::migrate(&mut db)?;
        // What another process holds now, or may only be cleaned by the owner of the database, stays marked: the page of
        // retention shows it, and the next start tries again.
        match crate::bewaren::finish(&mut db) {
            Ok(_) | Err(Fout::Bezet | Fout::Postgres(_)) => {}
            Err(fault) => return Err(fault),
        }
        let schrijver = Schrijver::start(opslag.clone(), db, Arc::new(toeval))?;
        let sleutel = schrijver.write(pseudonym_key)?;
        let binnen = Binnen {
            schrijver,
            lezers: Pool::new(opslag.clone()),
            klok,
            kast: Boekenkast::default(),
            sleutel,
            grenzen: OnceLock::new(),
            lokaal: OnceLock::new(),
            passkeys: OnceLock::new(),
            personen: OnceLock::new(),
        };
        Ok(Self(Arc::new(binnen), Ingang::default()))
    }

    fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Beurt<'_>) -> Result<T, Fout> + Send + 'static,
    ) -> Result<T, Fout> {
        let ingang = self.1.clone();
        let outcome = self.0.schrijver.write(move |beurt| {
            beurt.pen.hand_to(ingang);
            work(beurt)
        });
        outcome.map_err(Fout::unwritten)
    }

    /// Reads for another file of this crate, with the key that hides persons.
    pub(crate) fn reading<T>(
        &self,
        read: impl FnOnce(&mut Verbinding, [u8; 32]) -> Result<T, Fout>,
    ) -> Result<T, Fout> {
        self.0.lezers.read(|db| read(db, self.0.sleutel))
    }

    /// Writes for another file of this crate, at the present moment.
    pub(crate) fn writing<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Beurt<'_>, Timestamp) -> Result<T, Fout> + Send + 'static,
    ) -> Result<T, Fout> {
        let now = self.0.klok.now();
        self.write(move |beurt| work(beurt, now))
    }

    /// Where persons are looked up, for another file of this crate.
    pub(crate) fn source(&self) -> &OnceLock<Arc<dyn Personenbron>> {
        &self.0.personen
    }

    /// Writes down that something was refused, for another file of this crate.
    pub(crate) fn refused<T>(
        &self,
        who: &Identiteit,
        deed: (Handeling, Onderdeel),
        object: &str,
    ) -> Result<T, Fout> {
        self.or_refused(who, deed, object, Err(Fout::NietGevonden))
    }

    /// What the register is of.
    pub fn inrichting(&self) -> Result<Inrichting, Fout> {
        self.0.lezers.read(lezing::inrichting)
    }

    /// A setting of the program that ties the rooms together, such as the recipe of a demo.
    pub fn note(&self, naam: &'static str) -> Result<Option<String>, Fout> {
        self.0.lezers.read(|db| instelling::read(db, naam))
    }

    /// Stores a setting; see [`Register::note`].
    pub fn put_note(&self, naam: &'static str, waarde: &str) -> Result<(), Fout> {
        let (waarde, now) = (waarde.to_owned(), self.0.klok.now());
        self.write(move |beurt| {
            instelling::put(beurt.db, naam, &waarde)?;
            beurt.pen.write(beurt.db, &Regel::by_program(now, Handeling::Inrichten, "instelling", naam), &[])
        })
    }

    /// The family with this name in a neighbourhood, and the first one there when no family has it: for the accounts of a demo.
    pub fn family_named(&self, naam: &str, wijk: Wijkcode) -> Result<Option<Id<Gezin>>, Fout> {
        let naam = naam.to_lowercase();
        self.0.lezers.read(|db| {
            db.query_opt(
                "SELECT id FROM gezin WHERE wijk = $1 AND samen IS NULL ORDER BY CASE WHEN zoeknaam = $2 THEN 0 ELSE 1 END, zoeknaam, id LIMIT 1",
                &[wijk.number().into(), naam.as_str().into()],
                |row| row.id(0),
            )
        })
    }

    /// The members of a family: for the accounts of a demo.
    pub fn members_of(&self, gezin: Id<Gezin>) -> Result<Vec<Persoon>, Fout> {
        self.0.lezers.read(|db| lezing::leden::members(db, gezin))
    }

    /// The provider with the most messages: for the accounts of a demo.
    pub fn busiest_provider(&self) -> Result<Option<AgbCode>, Fout> {
        let sql =
            "SELECT aanbieder FROM bericht GROUP BY aanbieder ORDER BY count(*) DESC, aanbieder LIMIT 1";
        self.0.lezers.read(|db| db.query_opt(sql, &[], |row| row.code(0)))
    }

    /// Takes a batch of files in that were exchanged before: all of them in one transaction, each with its line in the journal.
    pub fn intake(&self, batch: Vec<Aangeboden>) -> Result<Vec<Uitkomst>, Fout> {
        self.store(judge(batch.into_iter().map(Stuk::Bestand).collect()), Wijze::Archief)
    }

    /// Stores what [`judge`] made ready: all of it in one transaction, with the answers.
    pub fn store(&self, batch: Beoordeeld, wijze: Wijze) -> Result<Vec<Uitkomst>, Fout> {
        self.write(move |beurt| intake::store(beurt, wijze, &batch))
    }

    /// Takes something in that a connector brought: a message, bare or in an envelope. It is judged and answered at once;
    /// `bestand` is what it is known by in quarantine.
    pub fn receive(&self, bestand: &str, bytes: Vec<u8>) -> Result<Ontvangen, Fout> {
        let now = self.0.klok.now();
        let opened = koppelvlak::open(bestand.to_owned(), bytes, now);
        self.write(move |beurt| koppelvlak::take(beurt, &opened, now))
    }

    /// A message that waits to be sent, in its envelope: the same bytes whenever it is asked for again. That it was handed
    /// over is written down first, with everyone it is about.
    pub fn envelope(&self, message: &Uitgaand) -> Result<Vec<u8>, Fout> {
        let (bytes, persons) = self
            .0
            .lezers
            .read(|db| Ok((koppelvlak::envelope(db, message)?, bureau::concerned(db, &message.xml)?)))?;
        let (object, now) = (message.id.to_string(), self.0.klok.now());
        self.write(move |beurt| {
            let line = Regel::by_program(now, Handeling::Afgeven, "uitgaand", &object);
            beurt.pen.write(beurt.db, &line, &persons)
        })?;
        Ok(bytes)
    }

    /// The messages that wait to be sent, oldest first, at most so many. A connector takes them and says so with
    /// [`Register::delivered`]; until then they are given again.
    pub fn waiting(&self, at_most: u32) -> Result<Vec<Uitgaand>, Fout> {
        self.0.lezers.read(|db| bureau::waiting(db, at_most))
    }

    /// Notes that a connector took a message. False when it was taken before, or is none of ours.
    pub fn delivered(&self, id: Id<Bericht>) -> Result<bool, Fout> {
        let now = self.0.klok.now();
        self.write(move |beurt| {
            if !bureau::delivered(beurt.db, &id, now)? {
                return Ok(false);
            }
            let object = id.to_string();
            let line = Regel::by_program(now, Handeling::Versturen, "uitgaand", &object);
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(true)
        })
    }

    /// Decides on a request of a provider: the message that tells it is made and waits to be sent, in one transaction with
    /// the line in the journal.
    pub fn decide(&self, who: &Identiteit, id: Id<Verzoek>, besluit: &Besluit) -> Result<Besloten, Fout> {
        let (me, besluit, now) = (who.clone(), besluit.clone(), self.0.klok.now());
        let decided = self.write(move |beurt| bureau::decide(beurt, &me, id, &besluit, now));
        self.or_refused(who, (Handeling::Besluiten, Onderdeel::Verzoek), &id.to_string(), decided)
    }

    /// Reads within the rights of `who`; gives the answer only after the line in the journal is stored.
    pub fn look<T>(
        &self,
        who: &Identiteit,
        part: Onderdeel,
        object: &str,
        read: impl FnOnce(&mut Lezing<'_>) -> Result<T, Fout>,
    ) -> Result<T, Fout> {
        let begonnen = self.0.klok.now();
        let outcome = self.0.lezers.read(|db| {
            let mut lezing = Lezing::new(db, who, part, begonnen, &self.0.kast, self.0.sleutel);
            let answer = read(&mut lezing)?;
            Ok((answer, lezing.seen()))
        });
        let (answer, gezien) = self.or_refused(who, (Handeling::Inzien, part), object, outcome)?;
        let (who, object, now) = (who.clone(), object.to_owned(), self.0.klok.now());
        self.write(move |beurt| {
            let Gezien { personen, doel, grond, object: looked_at } = gezien;
            let object = looked_at.unwrap_or(object);
            let line = Regel {
                begonnen,
                grond,
                doel,
                ..Regel::by(&who, now, Handeling::Inzien, part.key(), &object)
            };
            let persons = personen;
            beurt.pen.write(beurt.db, &line, &persons)
        })?;
        Ok(answer)
    }

    /// Number of lines in the journal.
    pub fn journal_len(&self) -> Result<u64, Fout> {
        let count = self
            .0
            .lezers
            .read(|db| db.query_opt("SELECT count(*) FROM journaal", &[], |row| row.number(0)))?;
        Ok(count.and_then(|n| u64::try_from(n).ok()).unwrap_or_default())
    }

    /// How many rows each of the main tables holds: messages, families, persons, allocations, deliveries, claims, quarantine.
    pub fn counts(&self) -> Result<Vec<(&'static str, u64)>, Fout> {
        self.0.lezers.read(lezing::counts)
    }
}

/// The key under which youths are hidden in episodes: made once, kept with the data.
fn pseudonym_key(beurt: &mut Beurt<'_>) -> Result<[u8; 32], Fout> {
    if let Some(stored) = instelling::read(beurt.db, "pseudoniemsleutel")? {
        return Ok(Sha256::digest(stored.as_bytes()).into());
    }
    let stored = hex(&beurt.toeval.bytes::<32>()?);
    instelling::put(beurt.db, "pseudoniemsleutel", &stored)?;
    Ok(Sha256::digest(stored.as_bytes()).into())
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A moment as stored.
pub(crate) fn millis<'a>(moment: Timestamp) -> Waarde<'a> {
    moment.as_millisecond().into()
}
