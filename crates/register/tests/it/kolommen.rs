//! Every column is written down with what it is and how long it is kept, and nothing is written down that is not there.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use register::{BEWARING, Kolomklasse, Opslag, kolommen};

use crate::open;

/// On either database: both ways, and not empty.
pub(crate) fn all_are_written_down(opslag: &Opslag) {
    let live: BTreeSet<(String, String)> = open(opslag).columns().unwrap().into_iter().collect();
    let written: BTreeSet<(String, String)> =
        kolommen().unwrap().iter().map(|c| (c.tabel.to_owned(), c.naam.to_owned())).collect();
    let as_text = |(table, column): &(String, String)| format!("{table}.{column}");
    let missing: Vec<_> = live.difference(&written).map(as_text).collect();
    let superfluous: Vec<_> = written.difference(&live).map(as_text).collect();
    assert!(
        missing.is_empty() && superfluous.is_empty(),
        "add to crates/register/src/kolommen.txt: {missing:?}; take out: {superfluous:?}"
    );
    assert_eq!(kolommen().unwrap().len(), written.len(), "no column twice");
    assert!(live.len() > 150, "{}", live.len());
    println!("{} of {} columns", written.intersection(&live).count(), live.len());
}

/// What is special or personal goes with a dossier, a term or a person's account: never for good.
#[test]
fn nothing_personal_is_kept_for_good() {
    for column in kolommen().unwrap() {
        let personal = matches!(column.klasse, Kolomklasse::Persoonlijk | Kolomklasse::Bijzonder);
        let staff = (column.tabel, column.naam) == ("vernietiging", "wie");
        let for_good = matches!(column.bewaring, "blijvend" | "in gebruik");
        assert!(!(personal && for_good) || staff, "{}.{}", column.tabel, column.naam);
    }
}

/// A table that is tied to a person or a family is one that a destruction knows.
#[test]
fn a_destruction_knows_every_table_of_a_person() {
    let source = concat!(
        include_str!("../../src/bewaren/vernietig.rs"),
        include_str!("../../src/bewaren/vernietig/accounts.rs"),
        include_str!("../../src/bewaren/vernietig/gezinnen.rs"),
        include_str!("../../src/bewaren/vernietig/rijen.rs"),
    );
    // Lines of the journal keep the pseudonym; a form that was sent is forgotten after thirty days.
    let stays = ["journaal_persoon", "vernietigd", "formulier"];
    let mut seen = 0;
    for column in kolommen().unwrap().iter().filter(|c| {
        matches!(
            c.naam,
            "persoon" | "gezin" | "bericht" | "quarantaine" | "kind" | "ouder" | "met" | "account"
        )
    }) {
        let known = source.contains(&format!("DELETE FROM {} ", column.tabel))
            || source.contains(&format!("DELETE FROM {}\"", column.tabel));
        assert!(
            known || stays.contains(&column.tabel),
            "{}.{} outlives its person",
            column.tabel,
            column.naam
        );
        seen += 1;
    }
    assert!(seen > 15, "{seen}");
}

#[test]
fn the_page_of_data_is_this_table() {
    let mut text = String::from(
        "# Data: every column, what it is and how long it is kept\n\n\
         Made from `crates/register/src/kolommen.txt` (`LEERLOOP_REWRITE=1 cargo nextest run -p register kolommen` writes it anew); a test \
         compares it with the tables of both databases.\n\n\
         * `dossier`, `declaratie`, `quarantaine`, `vraag`: terms are data, in table `bewaartermijn`. Destroyed after approval of a list.\n\
         * `journaal`: by the term of the journal. `account`: as long as someone may sign in. `sessie`: ten hours at most. `formulier`: thirty days.\n\
         * `in gebruik`: as long as the register is used. `blijvend`: for good; holds no personal data of clients.\n",
    );
    let mut table = "";
    for column in kolommen().unwrap() {
        if column.tabel != table {
            table = column.tabel;
            let _ = write!(
                text,
                "\n## {table}\n\n{}.\n\n| column | class | kept as |\n|---|---|---|\n",
                column.doel
            );
        }
        assert!(BEWARING.contains(&column.bewaring));
        let _ = writeln!(
            text,
            "| {} | {} | {} |",
            column.naam,
            format!("{:?}", column.klasse).to_lowercase(),
            column.bewaring
        );
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/data.md");
    if std::env::var_os("LEERLOOP_REWRITE").is_some() {
        std::fs::write(file, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(file).unwrap_or_default(), text, "run again with LEERLOOP_REWRITE=1");
}
