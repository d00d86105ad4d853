//! The register as the rest of the house knows it: open it, set a region up, take messages in, look.

use std::sync::Arc;

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use stelsel::{AgbCode, Gemeentecode, Gezin, Id, Identiteit, Klok, Onderdeel, Rol, Wijkcode};

use crate::beeld::{Bericht, Besloten, Besluit, Inrichting, Uitgaand, Verzoek};
use crate::boek::Boekenkast;
use crate::bureau;
use crate::db::{Gebruik, Pool, Rij, Verbinding, Waarde};
use crate::intake::{self, Aangeboden, Beoordeeld, Stuk, Uitkomst, Wijze, judge};
use crate::journaal::{self, Handeling, Keten, Regel};
use crate::koppelvlak::{self, Ontvangen};
use crate::lezing::{self, Lezing};
use crate::schrijver::{Beurt, Schrijver};
use crate::toeval::Toeval;
use crate::{Fout, Opslag, schema};

/// What a register needs to know of its region. All of it may be given again; a municipality that is left out stays known
/// but is no longer part of the region.
#[derive(Clone, Debug, Default)]
pub struct Regiogegevens {
    /// Name of the region.
    pub naam: String,
    /// Whether this is a demo: fictional persons, quick sign-in.
    pub demo: bool,
    /// Municipalities: code, name, inhabitants.
    pub gemeenten: Vec<(Gemeentecode, String, Option<u32>)>,
    /// Neighbourhoods.
    pub wijken: Vec<WijkInvoer>,
    /// Postcodes (four digits, or six positions) and the neighbourhood they lie in.
    pub postcodes: Vec<(String, Wijkcode)>,
    /// Providers by name.
    pub aanbieders: Vec<(AgbCode, String)>,
}

/// A neighbourhood as a region is set up with it.
#[derive(Clone, Debug)]
pub struct WijkInvoer {
    /// Code; its first four digits are the municipality.
    pub code: Wijkcode,
    /// Name.
    pub naam: String,
    /// Column and row on the tile map.
    pub tegel: Option<(u8, u8)>,
    /// Inhabitants.
    pub inwoners: Option<u32>,
    /// Inhabitants of 0 to 17.
    pub jeugd: Option<u32>,
    /// Youths with youth care in 2022 as CBS published it.
    pub jeugdzorg_2022: Option<u32>,
}

/// An outline: rings of (longitude, latitude).
pub type Rings = Vec<Vec<(f64, f64)>>;

/// The register. Cheap to clone; all clones share one writer and a few readers.
#[derive(Clone)]
pub struct Register(Arc<Binnen>);

struct Binnen {
    schrijver: Schrijver,
    lezers: Pool,
    klok: Arc<dyn Klok>,
    kast: Boekenkast,
    sleutel: [u8; 32],
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
        let schrijver = Schrijver::start(opslag.clone(), db, Arc::new(toeval))?;
        let sleutel = schrijver.write(pseudonym_key)?;
        Ok(Self(Arc::new(Binnen {
            schrijver,
            lezers: Pool::new(opslag.clone()),
            klok,
            kast: Boekenkast::default(),
            sleutel,
        })))
    }

    fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Beurt<'_>) -> Result<T, Fout> + Send + 'static,
    ) -> Result<T, Fout> {
        self.0.schrijver.write(work)
    }

    /// What the register is of.
    pub fn inrichting(&self) -> Result<Inrichting, Fout> {
        self.0.lezers.read(lezing::inrichting)
    }

    /// A setting of the program that ties the rooms together, such as the recipe of a demo.
    pub fn note(&self, naam: &'static str) -> Result<Option<String>, Fout> {
        self.0.lezers.read(|db| read_note(db, naam))
    }

    /// Stores a setting; see [`Register::note`].
    pub fn put_note(&self, naam: &'static str, waarde: &str) -> Result<(), Fout> {
        let (waarde, now) = (waarde.to_owned(), self.0.klok.now());
        self.write(move |beurt| {
            put_note(beurt.db, naam, &waarde)?;
            beurt.pen.write(beurt.db, &Regel::by_program(now, Handeling::Inrichten, "instelling", naam), &[])
        })
    }

    /// Sets the region up: from now on messages of other municipalities go to quarantine.
    pub fn setup_region(&self, regio: &Regiogegevens) -> Result<(), Fout> {
        let (regio, now) = (regio.clone(), self.0.klok.now());
        self.write(move |beurt| {
            setup_region(beurt.db, &regio)?;
            let line = Regel::by_program(now, Handeling::Inrichten, "regio", &regio.naam);
            beurt.pen.write(beurt.db, &line, &[])
        })
    }

    /// Stores a map: code, name and outline (rings of longitude and latitude) of neighbourhoods. One that was not known yet is
    /// added when its municipality is. Returns how many were stored.
    pub fn put_map(&self, wijken: Vec<(Wijkcode, String, Rings)>) -> Result<u64, Fout> {
        let now = self.0.klok.now();
        self.write(move |beurt| {
            let mut stored = 0;
            for (wijk, naam, rings) in &wijken {
                stored += beurt.db.execute(
                    "INSERT INTO wijk (code, gemeente, naam, omtrek) SELECT $1, g.code, $2, $3 FROM gemeente g WHERE g.code = $4 \
                     ON CONFLICT (code) DO UPDATE SET omtrek = excluded.omtrek",
                    &[
                        wijk.number().into(),
                        naam.as_str().into(),
                        lezing::outline_text(rings).as_str().into(),
                        i64::from(wijk.gemeente().number()).into(),
                    ],
                )?;
            }
            let line = Regel::by_program(now, Handeling::Inrichten, "kaart", "");
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(stored)
        })
    }

    /// Stores in which neighbourhood postcodes lie; the newest word counts, also for the families that are there already.
    /// A postcode of an unknown neighbourhood is left out; returns how many were stored.
    pub fn put_postcodes(&self, postcodes: Vec<(String, Wijkcode)>) -> Result<u64, Fout> {
        let now = self.0.klok.now();
        self.write(move |beurt| {
            let mut stored = 0;
            for (postcode, wijk) in &postcodes {
                stored += put_postcode(beurt.db, postcode, *wijk)?;
            }
            place_families(beurt.db)?;
            let line = Regel::by_program(now, Handeling::Inrichten, "postcodes", "");
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(stored)
        })
    }

    /// The family with this name in a neighbourhood, and the first one there when no family has it: for the accounts of a demo.
    pub fn family_named(&self, naam: &str, wijk: Wijkcode) -> Result<Option<Id<Gezin>>, Fout> {
        let naam = naam.to_lowercase();
        self.0.lezers.read(|db| {
            db.query_opt(
                "SELECT id FROM gezin WHERE wijk = $1 ORDER BY CASE WHEN zoeknaam = $2 THEN 0 ELSE 1 END, zoeknaam, id LIMIT 1",
                &[wijk.number().into(), naam.as_str().into()],
                |row| row.id(0),
            )
        })
    }

    /// The municipality of this name, however it is capitalised.
    pub fn municipality_named(&self, naam: &str) -> Result<Option<Gemeentecode>, Fout> {
        let naam = naam.trim().to_lowercase();
        self.0.lezers.read(|db| {
            db.query_opt(
                "SELECT code FROM gemeente WHERE lower(naam) = $1 ORDER BY code LIMIT 1",
                &[naam.as_str().into()],
                |row| row.code(0),
            )
        })
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

    /// A message that waits to be sent, in its envelope: the same bytes whenever it is asked for again.
    pub fn envelope(&self, message: &Uitgaand) -> Result<Vec<u8>, Fout> {
        self.0.lezers.read(|db| koppelvlak::envelope(db, message))
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
        let (who, besluit, now) = (who.clone(), besluit.clone(), self.0.klok.now());
        self.write(move |beurt| bureau::decide(beurt, &who, id, &besluit, now))
    }

    /// Reads within the rights of `who`; gives the answer only after the line in the journal is stored.
    pub fn look<T>(
        &self,
        who: &Identiteit,
        part: Onderdeel,
        object: &str,
        read: impl FnOnce(&mut Lezing<'_>) -> Result<T, Fout>,
    ) -> Result<T, Fout> {
        let today = self.0.klok.today();
        let (answer, persons) = self.0.lezers.read(|db| {
            let mut lezing = Lezing::new(db, who, part, today, &self.0.kast, self.0.sleutel);
            let answer = read(&mut lezing)?;
            Ok((answer, lezing.seen()))
        })?;
        let (who, object, now) = (who.clone(), object.to_owned(), self.0.klok.now());
        self.write(move |beurt| {
            let line = Regel::by(&who, now, Handeling::Inzien, part.key(), &object);
            beurt.pen.write(beurt.db, &line, &persons)
        })?;
        Ok(answer)
    }

    /// The accounts one can choose from, in order. Empty outside a demo.
    pub fn accounts(&self) -> Result<Vec<Identiteit>, Fout> {
        self.0.lezers.read(|db| db.query(ACCOUNTS, &[], account_of))
    }

    /// Adds an account or replaces it.
    pub fn put_account(&self, account: &Identiteit) -> Result<(), Fout> {
        let (account, now) = (account.clone(), self.0.klok.now());
        self.write(move |beurt| {
            put_account(beurt.db, &account)?;
            let line = Regel::by_program(now, Handeling::Inrichten, "account", &account.account);
            beurt.pen.write(beurt.db, &line, &[])
        })
    }

    /// Opens a session; `None` when there is no such account. The token is stored only as a hash.
    pub fn sign_in(&self, account: &str) -> Result<Option<String>, Fout> {
        let (account, now) = (account.to_owned(), self.0.klok.now());
        self.write(move |beurt| {
            let Some(who) = find_account(beurt.db, &account)? else { return Ok(None) };
            let token: [u8; 32] = beurt.toeval.bytes()?;
            let text = hex(&token);
            let hash = token_hash(&text);
            beurt.db.execute_one(
                "INSERT INTO sessie (token, account, begonnen) VALUES ($1, $2, $3)",
                &[hash.as_slice().into(), who.account.as_str().into(), now.as_millisecond().into()],
            )?;
            let line = Regel::by(&who, now, Handeling::Aanmelden, "sessie", "");
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(Some(text))
        })
    }

    /// Who is signed in with this token. A session lasts twelve hours.
    pub fn session(&self, token: &str) -> Result<Option<Identiteit>, Fout> {
        let hash = token_hash(token);
        let oldest = self.0.klok.now().as_millisecond() - SESSION_MILLIS;
        self.0.lezers.read(|db| {
            let found = db.query_opt(
                "SELECT account FROM sessie WHERE token = $1 AND begonnen > $2",
                &[hash.as_slice().into(), oldest.into()],
                |row| row.text(0),
            )?;
            found.map_or(Ok(None), |account| find_account(db, &account))
        })
    }

    /// Ends a session at once.
    pub fn sign_out(&self, token: &str) -> Result<(), Fout> {
        let (hash, now) = (token_hash(token), self.0.klok.now());
        self.write(move |beurt| {
            let account = beurt.db.query_opt(
                "SELECT account FROM sessie WHERE token = $1",
                &[hash.as_slice().into()],
                |row| row.text(0),
            )?;
            let Some(who) = account.map_or(Ok(None), |a| find_account(beurt.db, &a))? else { return Ok(()) };
            beurt.db.execute_one("DELETE FROM sessie WHERE token = $1", &[hash.as_slice().into()])?;
            let line = Regel::by(&who, now, Handeling::Afmelden, "sessie", "");
            beurt.pen.write(beurt.db, &line, &[])
        })
    }

    /// Number of lines in the journal.
    pub fn journal_len(&self) -> Result<u64, Fout> {
        let count = self
            .0
            .lezers
            .read(|db| db.query_opt("SELECT count(*) FROM journaal", &[], |row| row.number(0)))?;
        Ok(count.and_then(|n| u64::try_from(n).ok()).unwrap_or_default())
    }

    /// Walks along the chain of the journal.
    pub fn verify_journal(&self) -> Result<Keten, Fout> {
        self.0.lezers.read(journaal::verify)
    }

    /// How many rows each of the main tables holds: messages, families, persons, allocations, deliveries, claims, quarantine.
    pub fn counts(&self) -> Result<Vec<(&'static str, u64)>, Fout> {
        self.0.lezers.read(lezing::counts)
    }
}

const SESSION_MILLIS: i64 = 12 * 60 * 60 * 1000;
const ACCOUNTS: &str =
    "SELECT sleutel, naam, rol, wijken, aanbieder, gezin FROM account ORDER BY volgorde, sleutel";

fn find_account(db: &mut Verbinding, account: &str) -> Result<Option<Identiteit>, Fout> {
    let sql = "SELECT sleutel, naam, rol, wijken, aanbieder, gezin FROM account WHERE sleutel = $1";
    db.query_opt(sql, &[account.into()], account_of)
}

fn account_of(row: &Rij<'_>) -> Result<Identiteit, Fout> {
    let wijken = row.text(3)?;
    let gezin = row.bytes_opt(5)?;
    Ok(Identiteit {
        account: row.text(0)?,
        naam: row.text(1)?,
        rol: Rol::from_key(&row.text(2)?).ok_or(Fout::Tegenstrijdig("an account has an unknown role"))?,
        wijken: wijken.split_whitespace().map(Wijkcode::parse).collect::<Result<_, _>>()?,
        aanbieder: row.code_opt(4)?,
        gezin: gezin.map(|b| stelsel::Id::try_from(b.as_slice())).transpose()?,
    })
}

fn put_account(db: &mut Verbinding, account: &Identiteit) -> Result<(), Fout> {
    let wijken: Vec<String> = account.wijken.iter().map(ToString::to_string).collect();
    db.execute_one(
        "INSERT INTO account (sleutel, volgorde, naam, rol, wijken, aanbieder, gezin) \
         VALUES ($1, (SELECT count(*) FROM account), $2, $3, $4, $5, $6) \
         ON CONFLICT (sleutel) DO UPDATE SET naam = excluded.naam, rol = excluded.rol, wijken = excluded.wijken, \
         aanbieder = excluded.aanbieder, gezin = excluded.gezin",
        &[
            account.account.as_str().into(),
            account.naam.as_str().into(),
            account.rol.key().into(),
            wijken.join(" ").as_str().into(),
            account.aanbieder.map(AgbCode::number).into(),
            account.gezin.as_ref().into(),
        ],
    )
}

fn read_note(db: &mut Verbinding, naam: &str) -> Result<Option<String>, Fout> {
    db.query_opt("SELECT waarde FROM instelling WHERE naam = $1", &[naam.into()], |row| row.text(0))
}

fn put_note(db: &mut Verbinding, naam: &str, waarde: &str) -> Result<(), Fout> {
    db.execute_one(
        "INSERT INTO instelling (naam, waarde) VALUES ($1, $2) ON CONFLICT (naam) DO UPDATE SET waarde = excluded.waarde",
        &[naam.into(), waarde.into()],
    )
}

/// The key under which youths are hidden in episodes: made once, kept with the data.
fn pseudonym_key(beurt: &mut Beurt<'_>) -> Result<[u8; 32], Fout> {
    if let Some(stored) = read_note(beurt.db, "pseudoniemsleutel")? {
        return Ok(Sha256::digest(stored.as_bytes()).into());
    }
    let stored = hex(&beurt.toeval.bytes::<32>()?);
    put_note(beurt.db, "pseudoniemsleutel", &stored)?;
    Ok(Sha256::digest(stored.as_bytes()).into())
}

fn setup_region(db: &mut Verbinding, regio: &Regiogegevens) -> Result<(), Fout> {
    put_note(db, "regio", &regio.naam)?;
    put_note(db, "demo", if regio.demo { "1" } else { "0" })?;
    db.execute("UPDATE gemeente SET in_regio = 0", &[])?;
    for (code, naam, inwoners) in &regio.gemeenten {
        db.execute_one(
            "INSERT INTO gemeente (code, naam, inwoners, in_regio) VALUES ($1, $2, $3, 1) ON CONFLICT (code) DO UPDATE \
             SET naam = excluded.naam, inwoners = coalesce(excluded.inwoners, gemeente.inwoners), in_regio = 1",
            &[i64::from(code.number()).into(), naam.into(), (*inwoners).into()],
        )?;
    }
    for wijk in &regio.wijken {
        let (column, row) = wijk.tegel.unzip();
        db.execute_one(
            "INSERT INTO wijk (code, gemeente, naam, kolom, rij, inwoners, jeugd, jeugdzorg_2022) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (code) DO UPDATE SET naam = excluded.naam, \
             kolom = excluded.kolom, rij = excluded.rij, inwoners = excluded.inwoners, jeugd = excluded.jeugd, \
             jeugdzorg_2022 = excluded.jeugdzorg_2022",
            &[
                wijk.code.number().into(),
                i64::from(wijk.code.gemeente().number()).into(),
                wijk.naam.as_str().into(),
                column.map(u32::from).into(),
                row.map(u32::from).into(),
                wijk.inwoners.into(),
                wijk.jeugd.into(),
                wijk.jeugdzorg_2022.into(),
            ],
        )?;
    }
    for (postcode, wijk) in &regio.postcodes {
        put_postcode(db, postcode, *wijk)?;
    }
    place_families(db)?;
    for (agb, naam) in &regio.aanbieders {
        db.execute_one(
            "INSERT INTO aanbieder (agb, naam) VALUES ($1, $2) ON CONFLICT (agb) DO UPDATE SET naam = excluded.naam",
            &[agb.number().into(), naam.into()],
        )?;
    }
    Ok(())
}

fn put_postcode(db: &mut Verbinding, postcode: &str, wijk: Wijkcode) -> Result<u64, Fout> {
    db.execute(
        "INSERT INTO postcode_wijk (postcode, wijk) SELECT $1, w.code FROM wijk w WHERE w.code = $2 \
         ON CONFLICT (postcode) DO UPDATE SET wijk = excluded.wijk",
        &[postcode.into(), wijk.number().into()],
    )
}

/// Gives every family the neighbourhood of its postcode; a front door begins with the six positions.
fn place_families(db: &mut Verbinding) -> Result<(), Fout> {
    db.execute(
        "UPDATE gezin SET wijk = coalesce((SELECT p.wijk FROM postcode_wijk p WHERE p.postcode = substr(voordeur, 1, 6)), \
         (SELECT p.wijk FROM postcode_wijk p WHERE p.postcode = substr(voordeur, 1, 4))) WHERE voordeur IS NOT NULL",
        &[],
    )?;
    intake::count_intake(db)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// A moment as stored.
pub(crate) fn millis<'a>(moment: Timestamp) -> Waarde<'a> {
    moment.as_millisecond().into()
}
