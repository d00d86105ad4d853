//! The register as its users know it: the same contract on SQLite and on PostgreSQL.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

mod bewaren;
mod cluster;
mod contract;
mod correcties;
mod goed_gesprek;
mod kolommen;
mod kopie;
mod opening;
mod uitpakken;
mod uitvoer;
mod xml;

use std::sync::Arc;

use register::{Opslag, Register};
use stelsel::VasteKlok;

/// A clock that stands at a working morning.
fn clock() -> Arc<VasteKlok> {
    Arc::new(VasteKlok::new("2026-11-02T08:00:00Z".parse().unwrap()))
}

fn open(opslag: &Opslag) -> Register {
    Register::open(opslag, clock()).unwrap()
}

#[test]
fn contract_on_sqlite() {
    for (name, case) in contract::CASES {
        let folder = tempfile::tempdir().unwrap();
        eprintln!("sqlite: {name}");
        case(&Opslag::Map(folder.path().into()));
    }
    eprintln!("{} cases on SQLite", contract::CASES.len());
}

/// On one database: what takes the time is the same on both.
#[test]
fn who_does_not_exist_is_refused_in_the_same_time() {
    let folder = tempfile::tempdir().unwrap();
    contract::lokaal::same_time(&Opslag::Map(folder.path().into()));
}

#[test]
fn contract_on_postgres() {
    let Some(cluster) = cluster::Cluster::start() else { return };
    for (name, case) in contract::CASES {
        eprintln!("postgres: {name}");
        case(&Opslag::Postgres(cluster.database()));
    }
    eprintln!("{} cases on PostgreSQL", contract::CASES.len());
}
