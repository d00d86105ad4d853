//! The one who alters the journal.

mod dagen;
mod rij;

use std::fmt::Write as _;

use crate::db::Verbinding;
use crate::register::hex;
use rij::{BYTES, Cel, GETALLEN, LIJN, Rij, literal, place};

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

pub(super) struct Knoeier {
    postgres: bool,
    rijen: Vec<Rij>,
    lijnen: Vec<(i64, i64)>,
    random: u64,
    /// What was done last.
    pub(super) last: String,
}

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
}
