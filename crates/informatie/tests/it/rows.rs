//! Made-up rows, and what the tests compare with: the rows themselves, in a list.

use std::path::PathBuf;

use informatie::snapshot::{EpisodeStand, Herkomst, Row, Snapshot, SnapshotWriter, day_of};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use stelsel::{AgbCode, Gemeentecode, Hulpvorm, Wijkcode};

/// A row that owns nothing foreign.
pub(crate) type Own = Row<'static>;

pub(crate) const PEILDAG: Date = date(2026, 6, 30);

const PRODUCTS: [Option<&str>; 4] = [None, Some("44A03"), Some("45A48"), Some("54001")];
const REFERRERS: [Option<&str>; 4] = [None, Some("gemeente"), Some("huisarts"), Some("gi")];
const SCHOOLS: [Option<&str>; 4] = [None, None, Some("01AB"), Some("27XY")];

fn day() -> impl Strategy<Value = Date> {
    // Few different days, so that ties and touching stretches happen.
    (0..60_i32, 0..3_i32).prop_map(|(n, d)| day_of(19_000 + n * 41 + d).unwrap())
}

prop_compose! {
    fn when()(ingang in day(), wait in 0..4_i32, length in 0..13_i32, more in 0..3_i32, kind in 0..10_u8)
        -> (Date, Option<Date>, Option<Date>, EpisodeStand)
    {
        let (wait, length) = (wait * 41 + more, length * 41 + more / 2);
        let ahead = |days: i32| ingang.checked_add(jiff::SignedDuration::from_hours(24 * i64::from(days))).unwrap();
        match kind {
            0 => (ingang, None, None, EpisodeStand::Wacht),
            1 => (ingang, None, Some(ahead(wait)), EpisodeStand::Vervallen),
            2 | 3 => (ingang, Some(ahead(wait)), None, EpisodeStand::Loopt),
            _ => (ingang, Some(ahead(wait)), Some(ahead(wait + length)), EpisodeStand::Gestopt),
        }
    }
}

prop_compose! {
    fn row()(
        client in 0..14_u64, wijk in 0..7_u32, home in 0..6_u32, vorm in 0..18_usize, product in 0..4_usize,
        referrer in 0..4_usize, school in 0..4_usize, (ingang, begin, eind, stand) in when(),
        (categorie, aanbieder, minuten, cents) in (0..5_u8, 0..4_i64, 0..7_usize, 0..2_000_000_u32),
        (known, age, groep) in (prop::bool::weighted(0.8), 0..24_u8, 0..32_u16),
    ) -> Own {
        // A few youths have much help, half of which is ambulant.
        let (client, vorm) = (client * client / 14, vorm.saturating_sub(9));
        let code = |n: u32| Wijkcode::parse(&format!("WK{:06}", 75_800 + n / 3 * 100 + n % 3)).unwrap();
        let woonwijk = code((u32::try_from(client).unwrap() + home / 5) % 6);
        Row {
            client: client.wrapping_mul(0x9e37_79b9_7f4a_7c15),
            sleutel: client.wrapping_mul(0xd129_0d3a_9c4f_1b67).rotate_left(29),
            gemeente: Gemeentecode::try_from(i64::from(woonwijk.gemeente().number())).unwrap(),
            wijk: (wijk < 6).then(|| code(wijk)),
            woonwijk: Some(woonwijk),
            leeftijd: known.then_some(age),
            product: PRODUCTS[product],
            categorie: (categorie > 0).then_some(40 + categorie),
            vorm: Hulpvorm::ALL[vorm],
            wet: if vorm == 8 { "wmo" } else { "jeugdwet" },
            aanbieder: AgbCode::try_from(41_000_000 + aanbieder).unwrap(),
            verwijzer: REFERRERS[referrer],
            groep,
            school: SCHOOLS[school],
            aanvraag: known.then_some(ingang),
            ingang,
            begin,
            gemeld: begin.filter(|_| known),
            eind,
            wacht: begin.map(|begin| u16::try_from(begin.duration_since(ingang).as_hours() / 24).unwrap()),
            stand,
            minuten: known.then_some([30, 60, 90, 120, 121, 300, 600][minuten]),
            toegekend: known.then_some(cents),
            gedeclareerd: cents / 2,
        }
    }
}

/// A small number of rows of a few youths.
pub(crate) fn some_rows() -> impl Strategy<Value = Vec<Own>> {
    prop::collection::vec(row(), 0..90)
}

pub(crate) fn herkomst() -> Herkomst {
    Herkomst { peildag: PEILDAG, laatste: date(2026, 6, 29), bron: "test".to_owned() }
}

/// The snapshot of rows, and the folder that goes with the test.
pub(crate) struct Written {
    pub(crate) home: tempfile::TempDir,
    pub(crate) name: String,
}

impl Written {
    pub(crate) fn new(rows: &[Own], group_rows: usize) -> Self {
        let home = tempfile::tempdir().unwrap();
        let mut writer = SnapshotWriter::new(herkomst()).with_group_rows(group_rows);
        for row in rows {
            writer.add(row).unwrap();
        }
        let name = writer.write(home.path()).unwrap();
        Self { home, name }
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.home.path().join(&self.name)
    }

    pub(crate) fn open(&self) -> Snapshot {
        Snapshot::open(&self.folder()).unwrap()
    }

    /// The opened snapshot, with the folder that must stay as long.
    pub(crate) fn open_kept(self) -> (tempfile::TempDir, Snapshot) {
        let snapshot = self.open();
        (self.home, snapshot)
    }
}
