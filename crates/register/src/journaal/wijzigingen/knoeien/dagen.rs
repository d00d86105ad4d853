//! Whole days that are altered: cut off, written anew, replaced, taken away.

use std::fmt::Write as _;

use stelsel::Id;
use stelsel::persoon::Persoon;

use super::super::super::nazien::{line_of, persons_of_day};
use super::Knoeier;
use super::rij::{Rij, literal, place};
use crate::db::Verbinding;

impl Knoeier {
    /// Cuts the last lines off, and makes the totals and the seals fit.
    pub(super) fn cut(&mut self, db: &mut Verbinding) -> bool {
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
    pub(super) fn rewrite(&mut self, db: &mut Verbinding) -> bool {
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
    pub(super) fn replace_day(&mut self, db: &mut Verbinding) -> bool {
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
    pub(super) fn drop_days(&mut self, db: &mut Verbinding) -> bool {
        let (dag, _) = place(&self.row("journaal"));
        let mut sql = String::new();
        for tabel in ["journaal", "journaal_persoon", "journaal_dag"] {
            let _ = write!(sql, "DELETE FROM {tabel} WHERE dag <= {dag};");
        }
        self.run(db, sql)
    }

    pub(super) fn totals(&mut self, db: &mut Verbinding) -> bool {
        let (dag, _) = place(&self.row("journaal_dag"));
        let column = ["aantal", "personen"][self.dice(2)];
        let by = [-1_i64, 1, 5][self.dice(3)];
        self.run(db, format!("UPDATE journaal_dag SET {column} = {column} + {by} WHERE dag = {dag}"))
    }
}
