//! The form of the tables as they are in the database, and reading and filling them whole: for backups, and for the table that
//! says of every column what it is.

use super::dialect;
use super::waarde::Waarde;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Soort {
    Getal,
    Tekst,
    Bytes,
}

/// A table as it is.
#[derive(Clone, Debug)]
pub(crate) struct Vorm {
    pub(crate) naam: String,
    pub(crate) kolommen: Vec<(String, Soort)>,
    pub(crate) sleutel: Vec<String>,
    /// The tables that it refers to.
    pub(crate) ouders: Vec<String>,
}

impl Vorm {
    /// All rows in the order of the key, the same in both databases.
    pub(super) fn select(&self, postgres: bool) -> String {
        let columns: Vec<&str> = self.kolommen.iter().map(|(name, _)| name.as_str()).collect();
        let is_text =
            |name: &String| self.kolommen.iter().any(|(n, soort)| n == name && *soort == Soort::Tekst);
        let order: Vec<String> = self
            .sleutel
            .iter()
            .map(
                |name| if postgres && is_text(name) { format!("{name} COLLATE \"C\"") } else { name.clone() },
            )
            .collect();
        format!("SELECT {} FROM {} ORDER BY {}", columns.join(", "), self.naam, order.join(", "))
    }

    /// The insert of so many rows.
    pub(super) fn insert(&self, rows: usize) -> String {
        let columns: Vec<&str> = self.kolommen.iter().map(|(name, _)| name.as_str()).collect();
        dialect::insert_into(&self.naam, &columns, rows)
    }
}

/// Gets a row.
pub(crate) type Rijlezer<'a> = &'a mut dyn FnMut(&[Waarde<'_>]) -> Result<(), crate::Fout>;

/// Parents before children. Tables that refer to each other in a ring, of which there are none, come last.
pub(crate) fn in_order(mut tables: Vec<Vorm>) -> Vec<Vorm> {
    tables.sort_by(|a, b| a.naam.cmp(&b.naam));
    let mut out: Vec<Vorm> = Vec::with_capacity(tables.len());
    while !tables.is_empty() {
        let ready = tables.iter().position(|table| {
            table
                .ouders
                .iter()
                .all(|parent| *parent == table.naam || out.iter().any(|done| done.naam == *parent))
        });
        out.push(tables.remove(ready.unwrap_or(0)));
    }
    out
}
