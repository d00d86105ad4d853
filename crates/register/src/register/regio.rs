//! Setting the region up: municipalities, neighbourhoods, postcodes, providers.

use stelsel::{AgbCode, Gemeentecode, Wijkcode};

use super::Register;
use crate::db::Verbinding;
use crate::journaal::{Handeling, Regel};
use crate::{Fout, instelling, intake, lezing};

/// The setting with the schools of the region, one on a line.
pub(crate) const SCHOLEN: &str = "scholen";
/// The longest name of a school, and the most of them.
const SCHOOL: usize = 120;
const MOST_SCHOOLS: usize = 10_000;

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

impl Register {
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

    /// Stores the names of the schools of the region, in the place of those that were there: only these names of schools go into
    /// figures. Gives how many there are.
    pub fn put_schools(&self, names: &[String]) -> Result<usize, Fout> {
        let mut names: Vec<&str> =
            names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
        names.sort_unstable();
        names.dedup();
        let odd = |name: &&str| name.chars().count() > SCHOOL || name.chars().any(char::is_control);
        if names.len() > MOST_SCHOOLS || names.iter().any(odd) {
            return Err(Fout::Zinloos("the name of a school"));
        }
        let (list, now) = (names.join("\n"), self.0.klok.now());
        self.write(move |beurt| {
            instelling::put(beurt.db, SCHOLEN, &list)?;
            let line = Regel::by_program(now, Handeling::Inrichten, SCHOLEN, "");
            beurt.pen.write(beurt.db, &line, &[])
        })?;
        Ok(names.len())
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
}

fn setup_region(db: &mut Verbinding, regio: &Regiogegevens) -> Result<(), Fout> {
    instelling::put(db, "regio", &regio.naam)?;
    instelling::put(db, "demo", if regio.demo { "1" } else { "0" })?;
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
