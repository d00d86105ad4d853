//! The one who alters the journal.

use std::fmt::Write as _;

use stelsel::Id;
use stelsel::persoon::Persoon;

use super::super::nazien::{line_of, persons_of_day};
use crate::db::Verbinding;
use crate::register::hex;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Soort {
    Flip,
    Delete,
    Insert,
    Swap,
    Copy,
    AlterPerson,
    RemovePerson,
    AddPerson,
    CutTail,
    Rewrite,
    ReplaceDay,
    DropDays,
    AlterTotals,
}

impl Soort {
    pub(super) const ALL: [Self; 13] = [
        Self::Flip,
        Self::Delete,
        Self::Insert,
        Self::Swap,
        Self::Copy,
        Self::AlterPerson,
        Self::RemovePerson,
        Self::AddPerson,
        Self::CutTail,
        Self::Rewrite,
        Self::ReplaceDay,
        Self::DropDays,
        Self::AlterTotals,
    ];

    pub(super) const fn has_sound_hashes(self) -> bool {
        matches!(self, Self::CutTail | Self::Rewrite)
    }
}

#[derive(Clone, Debug)]
enum Cel {
    Getal(i64),
    Tekst(String),
    Bytes(Vec<u8>),
}

/// A row with the condition that finds it.
#[derive(Clone)]
struct Rij {
    tabel: &'static str,
    sleutel: String,
    cellen: Vec<(&'static str, Cel)>,
}

pub(super) struct Knoeier {
    postgres: bool,
    rijen: Vec<Rij>,
    lijnen: Vec<(i64, i64)>,
    random: u64,
    /// What was done last.
    pub(super) last: String,
}

const LIJN: [&str; 18] = [
    "dag",
    "nr",
    "wanneer",
    "wie",
    "rol",
    "doel",
    "handeling",
    "onderdeel",
    "object",
    "personen",
    "keten",
    "vorm",
    "grond",
    "uitkomst",
    "weg",
    "sessie",
    "duur",
    "spoor",
];
const GETALLEN: [&str; 8] = ["dag", "nr", "wanneer", "personen", "vorm", "duur", "aantal", "regels"];
const BYTES: [&str; 4] = ["keten", "persoon", "sleutel", "handtekening"];

impl Knoeier {
    pub(super) fn new(db: &mut Verbinding, postgres: bool) -> Self {
        let mut rijen = Vec::new();
        let mut read =
            |db: &mut Verbinding, tabel: &'static str, sql, kolommen: &[&'static str], sleutels: usize| {
                let rows = db.query(sql, &[], |row| {
                    kolommen
                        .iter()
                        .enumerate()
                        .map(|(k, naam)| {
                            Ok((
                                *naam,
                                if GETALLEN.contains(naam) {
                                    Cel::Getal(row.number(k)?)
                                } else if BYTES.contains(naam) {
                                    Cel::Bytes(row.bytes(k)?)
                                } else {
                                    Cel::Tekst(row.text(k)?)
                                },
                            ))
                        })
                        .collect::<Result<Vec<_>, crate::Fout>>()
                });
                for cellen in rows.unwrap() {
                    let key = cellen.iter().take(sleutels);
                    let key: Vec<String> =
                        key.map(|(naam, cel)| format!("{naam} = {}", literal(cel, postgres))).collect();
                    rijen.push(Rij { tabel, sleutel: key.join(" AND "), cellen });
                }
            };
        let lijn = "SELECT dag, nr, wanneer, wie, rol, doel, handeling, onderdeel, object, personen, keten, vorm, grond, \
                    uitkomst, weg, sessie, duur, spoor FROM journaal ORDER BY dag, nr";
        read(db, "journaal", lijn, &LIJN, 2);
        let persoon = "SELECT persoon, dag, nr FROM journaal_persoon";
        read(db, "journaal_persoon", persoon, &["persoon", "dag", "nr"], 3);
        let dag = "SELECT dag, aantal, personen, keten FROM journaal_dag";
        read(db, "journaal_dag", dag, &["dag", "aantal", "personen", "keten"], 1);
        let zegel = "SELECT dag, regels, personen, keten, sleutel, handtekening FROM journaal_zegel";
        let kolommen = ["dag", "regels", "personen", "keten", "sleutel", "handtekening"];
        read(db, "journaal_zegel", zegel, &kolommen, 1);
        let lijnen = rijen.iter().filter(|r| r.tabel == "journaal").map(place).collect();
        Self { postgres, rijen, lijnen, random: 0x9e37_79b9_7f4a_7c15, last: String::new() }
    }

    fn dice(&mut self, below: usize) -> usize {
        self.random =
            self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.random >> 33).unwrap() % below
    }

    fn row(&mut self, tabel: &str) -> Rij {
        let of: Vec<usize> =
            (0..self.rijen.len()).filter(|n| tabel.is_empty() || self.rijen[*n].tabel == tabel).collect();
        let at = self.dice(of.len());
        self.rijen[of[at]].clone()
    }

    fn run(&mut self, db: &mut Verbinding, sql: String) -> bool {
        let done = db.batch(&sql).is_ok();
        self.last = sql;
        done
    }

    /// Alters something. `None` when the database itself would not have it; then nothing is to be looked at.
    pub(super) fn alter(&mut self, db: &mut Verbinding) -> Option<Soort> {
        let soort = Soort::ALL[self.dice(Soort::ALL.len())];
        let done = match soort {
            Soort::Flip => self.flip(db),
            Soort::Delete => self.delete(db),
            Soort::Insert | Soort::Copy => self.insert(db, soort == Soort::Copy),
            Soort::Swap => self.swap(db),
            Soort::AlterPerson | Soort::RemovePerson | Soort::AddPerson => self.person(db, soort),
            Soort::CutTail => self.cut(db),
            Soort::Rewrite => self.rewrite(db),
            Soort::ReplaceDay => self.replace_day(db),
            Soort::DropDays => self.drop_days(db),
            Soort::AlterTotals => self.totals(db),
        };
        done.then_some(soort)
    }

    fn flip(&mut self, db: &mut Verbinding) -> bool {
        let row = self.row("");
        let at = self.dice(row.cellen.len());
        let (naam, cel) = row.cellen[at].clone();
        let new = match cel {
            Cel::Getal(n) => Cel::Getal(n ^ (1 << self.dice(40))),
            Cel::Bytes(mut bytes) => {
                let at = self.dice(bytes.len());
                bytes[at] ^= 1 << self.dice(8);
                Cel::Bytes(bytes)
            }
            Cel::Tekst(text) if text.is_empty() => Cel::Tekst("x".into()),
            Cel::Tekst(text) => {
                let mut bytes = text.into_bytes();
                let at = self.dice(bytes.len());
                // PostgreSQL itself keeps what is no text out.
                bytes[at] ^= 1 << self.dice(if self.postgres { 4 } else { 8 });
                if !self.postgres {
                    let sql = format!(
                        "UPDATE {} SET {naam} = CAST(x'{}' AS TEXT) WHERE {}",
                        row.tabel,
                        hex(&bytes),
                        row.sleutel
                    );
                    return self.run(db, sql);
                }
                Cel::Tekst(String::from_utf8(bytes).unwrap())
            }
        };
        let sql = format!(
            "UPDATE {} SET {naam} = {} WHERE {}",
            row.tabel,
            literal(&new, self.postgres),
            row.sleutel
        );
        self.run(db, sql)
    }

    fn delete(&mut self, db: &mut Verbinding) -> bool {
        let row = self.row("journaal");
        let with_persons = self.dice(2) == 0;
        let mut sql = format!("DELETE FROM journaal WHERE {};", row.sleutel);
        if with_persons {
            let _ = write!(sql, "DELETE FROM journaal_persoon WHERE {};", row.sleutel);
        }
        self.run(db, sql)
    }

    /// A line more on a day: at its end, or in between with all later ones moved on.
    fn insert(&mut self, db: &mut Verbinding, copy: bool) -> bool {
        let (mut row, target) = (self.row("journaal"), self.row("journaal"));
        let (dag, nr) = place(&target);
        let last = self.lijnen.iter().filter(|(d, _)| *d == dag).map(|(_, n)| *n).max().unwrap();
        let at = if self.dice(2) == 0 { last + 1 } else { nr };
        let mut sql = String::new();
        for later in (at..=last).rev() {
            for tabel in ["journaal", "journaal_persoon"] {
                let _ =
                    write!(sql, "UPDATE {tabel} SET nr = {} WHERE dag = {dag} AND nr = {later};", later + 1);
            }
        }
        let persons = row.cellen[9].1.clone();
        row.cellen[0].1 = Cel::Getal(dag);
        row.cellen[1].1 = Cel::Getal(at);
        if !copy {
            row.cellen[8].1 = Cel::Tekst("ingevoegd".into());
            row.cellen[9].1 = Cel::Getal(0);
            row.cellen[10].1 = Cel::Bytes(vec![7; 32]);
        } else if !matches!(persons, Cel::Getal(0)) {
            row.cellen[9].1 = Cel::Getal(0);
        }
        let values: Vec<String> = row.cellen.iter().map(|(_, cel)| literal(cel, self.postgres)).collect();
        let _ = write!(sql, "INSERT INTO journaal ({}) VALUES ({});", LIJN.join(","), values.join(","));
        // The total of the day is kept right.
        let _ = write!(sql, "UPDATE journaal_dag SET aantal = aantal + 1 WHERE dag = {dag};");
        self.run(db, sql)
    }

    fn swap(&mut self, db: &mut Verbinding) -> bool {
        let (one, two) = (self.row("journaal"), self.row("journaal"));
        let ((d1, n1), (d2, n2)) = (place(&one), place(&two));
        if (d1, n1) == (d2, n2) {
            return false;
        }
        let mut sql = String::new();
        for tabel in ["journaal", "journaal_persoon"] {
            for ((a, b), (c, d)) in [((d1, n1), (0, 0)), ((d2, n2), (d1, n1)), ((0, 0), (d2, n2))] {
                let _ = write!(sql, "UPDATE {tabel} SET dag = {c}, nr = {d} WHERE dag = {a} AND nr = {b};");
            }
        }
        self.run(db, sql)
    }

    fn person(&mut self, db: &mut Verbinding, soort: Soort) -> bool {
        let row = self.row("journaal_persoon");
        let new = Cel::Bytes((0..16).map(|_| u8::try_from(self.dice(256)).unwrap()).collect());
        let new = literal(&new, self.postgres);
        let sql = match soort {
            Soort::AlterPerson => {
                format!("UPDATE journaal_persoon SET persoon = {new} WHERE {}", row.sleutel)
            }
            Soort::RemovePerson => format!("DELETE FROM journaal_persoon WHERE {}", row.sleutel),
            _ => {
                let (dag, nr) = place(&self.row("journaal"));
                format!("INSERT INTO journaal_persoon (persoon, dag, nr) VALUES ({new}, {dag}, {nr})")
            }
        };
        self.run(db, sql)
    }

    /// Cuts the last lines off, and makes the totals and the seals fit.
    fn cut(&mut self, db: &mut Verbinding) -> bool {
        let keep = 1 + self.dice(self.lijnen.len() - 1);
        let (dag, nr) = self.lijnen[keep - 1];
        let mut sql = String::new();
        for tabel in ["journaal", "journaal_persoon"] {
            let _ = write!(sql, "DELETE FROM {tabel} WHERE dag > {dag} OR (dag = {dag} AND nr > {nr});");
        }
        let _ = write!(
            sql,
            "DELETE FROM journaal_dag WHERE dag > {dag}; DELETE FROM journaal_zegel WHERE dag >= {dag}; \
             UPDATE journaal_dag SET aantal = {nr}, keten = (SELECT keten FROM journaal WHERE dag = {dag} AND nr = {nr}), \
             personen = (SELECT count(*) FROM journaal_persoon WHERE dag = {dag}) WHERE dag = {dag};"
        );
        self.run(db, sql)
    }

    /// Changes a line and makes every hash and total from there on fit again; the seals from there on go.
    fn rewrite(&mut self, db: &mut Verbinding) -> bool {
        let at = self.dice(self.lijnen.len());
        let (dag, nr) = self.lijnen[at];
        let sql = format!(
            "UPDATE journaal SET object = object || '-anders' WHERE dag = {dag} AND nr = {nr}; \
             DELETE FROM journaal_zegel WHERE dag >= {dag};"
        );
        self.run(db, sql) && Self::rechain(db, dag)
    }

    /// Makes hashes and totals fit from a day on.
    fn rechain(db: &mut Verbinding, from: i64) -> bool {
        let before = "SELECT keten FROM journaal_dag WHERE dag < $1 ORDER BY dag DESC LIMIT 1";
        let mut chain = db.query_opt(before, &[from.into()], |row| row.bytes(0)).unwrap().unwrap_or_default();
        let days = "SELECT dag FROM journaal_dag WHERE dag >= $1 ORDER BY dag";
        for dag in db.query(days, &[from.into()], |row| row.number(0)).unwrap() {
            let rows = db.query(
                "SELECT nr, wanneer, vorm, duur, wie, rol, doel, handeling, onderdeel, object, grond, uitkomst, weg, sessie, \
                 spoor FROM journaal WHERE dag = $1 ORDER BY nr",
                &[dag.into()],
                |row| line_of(row, dag),
            );
            let persons = persons_of_day(db, dag).unwrap();
            for line in rows.unwrap() {
                let of: Vec<Id<Persoon>> =
                    persons.iter().filter(|(nr, _)| *nr == line.nr).map(|(_, p)| *p).collect();
                chain = line.hash(&chain, &of).unwrap().to_vec();
                db.execute(
                    "UPDATE journaal SET keten = $1 WHERE dag = $2 AND nr = $3",
                    &[chain.as_slice().into(), dag.into(), line.nr.into()],
                )
                .unwrap();
            }
            db.execute(
                "UPDATE journaal_dag SET keten = $1 WHERE dag = $2",
                &[chain.as_slice().into(), dag.into()],
            )
            .unwrap();
        }
        true
    }

    /// Makes one day say something else, sound within itself and with its total, but not with the days after it.
    fn replace_day(&mut self, db: &mut Verbinding) -> bool {
        let (dag, nr) = place(&self.row("journaal"));
        let sql = format!(
            "DELETE FROM journaal WHERE dag = {dag} AND nr > {nr}; DELETE FROM journaal_persoon WHERE dag = {dag} AND nr > {nr}; \
             UPDATE journaal SET object = 'anders', wie = 'ander' WHERE dag = {dag}; \
             UPDATE journaal_dag SET aantal = {nr}, personen = (SELECT count(*) FROM journaal_persoon WHERE dag = {dag}) \
             WHERE dag = {dag};"
        );
        if !self.run(db, sql) {
            return false;
        }
        let later: Vec<Rij> = self
            .rijen
            .iter()
            .filter(|r| ["journaal", "journaal_dag"].contains(&r.tabel) && place(r).0 > dag)
            .cloned()
            .collect();
        Self::rechain(db, dag);
        // The days after it stay as they were.
        let mut sql = String::new();
        for row in later {
            let keten = row.cellen.iter().find(|(naam, _)| *naam == "keten").unwrap();
            let value = literal(&keten.1, self.postgres);
            let _ = write!(sql, "UPDATE {} SET keten = {value} WHERE {};", row.tabel, row.sleutel);
        }
        sql.is_empty() || self.run(db, sql)
    }

    /// Takes the oldest days away as if their term were over, with or without a line that says so.
    fn drop_days(&mut self, db: &mut Verbinding) -> bool {
        let (dag, _) = place(&self.row("journaal"));
        let mut sql = String::new();
        for tabel in ["journaal", "journaal_persoon", "journaal_dag"] {
            let _ = write!(sql, "DELETE FROM {tabel} WHERE dag <= {dag};");
        }
        self.run(db, sql)
    }

    fn totals(&mut self, db: &mut Verbinding) -> bool {
        let (dag, _) = place(&self.row("journaal_dag"));
        let column = ["aantal", "personen"][self.dice(2)];
        let by = [-1_i64, 1, 5][self.dice(3)];
        self.run(db, format!("UPDATE journaal_dag SET {column} = {column} + {by} WHERE dag = {dag}"))
    }
}

/// Day and number of a row.
fn place(row: &Rij) -> (i64, i64) {
    let number = |naam: &str| match row.cellen.iter().find(|(k, _)| *k == naam) {
        Some((_, Cel::Getal(n))) => *n,
        _ => 0,
    };
    (number("dag"), number("nr"))
}

fn literal(cel: &Cel, postgres: bool) -> String {
    match cel {
        Cel::Getal(n) => n.to_string(),
        Cel::Tekst(text) => format!("'{}'", text.replace('\'', "''")),
        Cel::Bytes(bytes) if postgres => format!("'\\x{}'::bytea", hex(bytes)),
        Cel::Bytes(bytes) => format!("x'{}'", hex(bytes)),
    }
}
