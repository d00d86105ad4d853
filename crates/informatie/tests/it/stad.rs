//! A made-up town of which the flows are known.

use informatie::snapshot::{EpisodeStand, Herkomst, Row, Snapshot, SnapshotWriter, day_of, unix_day};
use informatie::statistiek::Stream;
use jiff::civil::{Date, date};
use stelsel::{AgbCode, Hulpvorm, Wijkcode};

pub(crate) const VANDAAG: Date = date(2026, 6, 30);
/// Days from the first beginning to the day of the figures: six years.
const DAYS: f64 = 2191.0;

/// Whole days.
#[expect(clippy::cast_possible_truncation, reason = "days")]
fn whole(x: f64) -> i32 {
    x as i32
}

/// Writes a town of so many allocations in two municipalities with three neighbourhoods each, and opens it. A day of help costs 50 euros.
pub(crate) fn stad(allocations: u64) -> (tempfile::TempDir, Snapshot) {
    let home = tempfile::tempdir().unwrap();
    let herkomst = Herkomst { peildag: VANDAAG, laatste: VANDAAG, bron: "stad".to_owned() };
    let mut writer = SnapshotWriter::new(herkomst);
    let today = unix_day(VANDAAG);
    for n in 0..allocations {
        let mut s = Stream::new(3, 1, n);
        let code = 75_800 + s.bits() % 2 * 100_000 + s.bits() % 3;
        let wijk = Wijkcode::parse(&format!("WK{code:06}")).unwrap();
        let ingang = today - 2191 + whole(s.unit() * DAYS);
        let wait = u16::try_from(whole(-40.0 * s.unit().ln())).unwrap();
        let start = ingang + i32::from(wait);
        let told = start + if s.unit() < 0.6 { 5 } else { 45 };
        let stays = whole(-250.0 * s.unit().ln());
        let begun = told <= today;
        let over = begun && start + stays + 20 <= today;
        let days = (start + stays).min(today - 40) - start + 1;
        let client = s.bits() % (allocations * 2 / 3 + 1);
        writer
            .add(&Row {
                client,
                sleutel: client.wrapping_mul(0xd129_0d3a_9c4f_1b67).rotate_left(29),
                gemeente: wijk.gemeente(),
                wijk: (s.unit() < 0.95).then_some(wijk),
                woonwijk: Some(wijk),
                leeftijd: Some(u8::try_from(s.bits() % 18).unwrap()),
                product: Some("45A48"),
                categorie: Some(45 + u8::try_from(s.bits() % 2).unwrap()),
                vorm: Hulpvorm::Ambulant,
                wet: "jeugdwet",
                aanbieder: AgbCode::try_from(41_000_000 + i64::try_from(s.bits() % 6).unwrap()).unwrap(),
                verwijzer: Some("gemeente"),
                groep: 0,
                school: None,
                aanvraag: None,
                ingang: day_of(ingang).unwrap(),
                begin: begun.then(|| day_of(start).unwrap()),
                gemeld: begun.then(|| day_of(told).unwrap()),
                eind: over.then(|| day_of(start + stays).unwrap()),
                wacht: begun.then_some(wait),
                stand: match (begun, over) {
                    (false, _) => EpisodeStand::Wacht,
                    (_, false) => EpisodeStand::Loopt,
                    _ => EpisodeStand::Gestopt,
                },
                minuten: None,
                toegekend: Some(3_000_000),
                gedeclareerd: if begun { u32::try_from(days.max(0)).unwrap() * 5_000 } else { 0 },
            })
            .unwrap();
    }
    let name = writer.write(home.path()).unwrap();
    let snapshot = Snapshot::open(&home.path().join(name)).unwrap();
    (home, snapshot)
}
