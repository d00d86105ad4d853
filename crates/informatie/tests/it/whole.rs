//! What goes in comes out, whatever the order.

use std::collections::BTreeMap;

use informatie::snapshot::{Codes, Column, Kind, List, NO_AMOUNT, Snapshot, unix_day, vorm_key};
use proptest::prelude::*;

use crate::rows::{Own, Written, some_rows};

/// A value of a row as text, the way the file should hold it.
fn expected(row: &Own, column: Column) -> Option<String> {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| unix_day(day).to_string());
    match column {
        Column::Client => None,
        Column::Gemeente => Some(row.gemeente.number().to_string()),
        Column::Wijk => row.wijk.map(|w| w.number().to_string()),
        Column::Woonwijk => row.woonwijk.map(|w| w.number().to_string()),
        Column::Leeftijd => row.leeftijd.map(|n| n.to_string()),
        Column::Product => row.product.map(str::to_owned),
        Column::Categorie => row.categorie.map(|n| n.to_string()),
        Column::Vorm => Some(vorm_key(row.vorm).to_owned()),
        Column::Wet => Some(row.wet.to_owned()),
        Column::Aanbieder => Some(row.aanbieder.number().to_string()),
        Column::Verwijzer => row.verwijzer.map(str::to_owned),
        Column::Groep => Some(row.groep.to_string()),
        Column::School => row.school.map(str::to_owned),
        Column::Aanvraag => day(row.aanvraag),
        Column::Ingang => day(Some(row.ingang)),
        Column::Begin => day(row.begin),
        Column::Gemeld => day(row.gemeld),
        Column::Eind => day(row.eind),
        Column::Wacht => row.wacht.map(|n| n.to_string()),
        Column::Stand => Some(row.stand.key().to_owned()),
        Column::Minuten => row.minuten.map(|n| n.to_string()),
        Column::Toegekend => row.toegekend.map(|n| n.to_string()),
        Column::Gedeclareerd => Some(row.gedeclareerd.to_string()),
    }
}

type Line = Vec<Option<String>>;

/// All rows of a snapshot as text, per youth, in the order of the file.
fn read(snapshot: &Snapshot) -> BTreeMap<u32, Vec<Line>> {
    #[derive(Default)]
    struct Found(Vec<(u32, Line)>);
    let benches = snapshot
        .fold(1, |found: &mut Found, part| {
            let (mut codes, mut numbers, mut scratch) = (Codes::default(), Vec::new(), Vec::new());
            part.clients(&mut numbers)?;
            assert_eq!(numbers.len(), part.rows());
            let mut lines: Vec<(u32, Line)> = numbers.iter().map(|n| (*n, vec![None])).collect();
            for column in &Column::ALL[1..] {
                let values: Line = if column.kind() == Kind::Cents {
                    part.cents(*column, &mut numbers, &mut scratch)?;
                    numbers.iter().map(|n| (*n != NO_AMOUNT).then(|| n.to_string())).collect()
                } else {
                    part.codes(*column, &mut codes, &mut scratch)?;
                    let value = |code: &u16| match &codes.list {
                        List::Values(all) => all.get(usize::from(*code)).map(ToString::to_string),
                        List::Words(all) => all.get(usize::from(*code)).cloned(),
                    };
                    codes.code.iter().map(value).collect()
                };
                assert_eq!(values.len(), lines.len());
                for (line, value) in lines.iter_mut().zip(values) {
                    line.1.push(value);
                }
            }
            found.0.append(&mut lines);
            Ok(())
        })
        .unwrap();
    let mut out = BTreeMap::<u32, Vec<Line>>::new();
    for (client, line) in benches.into_iter().flat_map(|found| found.0) {
        out.entry(client).or_default().push(line);
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn rows_come_out_as_they_went_in(rows in some_rows(), group in 1..40_usize) {
        let written = Written::new(&rows, group);
        let snapshot = written.open();
        let mut by_youth = BTreeMap::<u64, Vec<Line>>::new();
        for row in &rows {
            let line = Column::ALL.iter().map(|column| expected(row, *column)).collect();
            by_youth.entry(row.client).or_default().push(line);
        }
        let manifest = snapshot.manifest();
        prop_assert_eq!((manifest.rijen, manifest.clienten), (rows.len() as u64, by_youth.len() as u64));
        let found = read(&snapshot);
        // Every youth has the cell key that its rows were offered with, whatever number it got.
        let keys: BTreeMap<u64, usize> = rows.iter().map(|row| (row.sleutel, 0)).collect();
        let mut rows_of = keys.clone();
        for row in &rows {
            *rows_of.get_mut(&row.sleutel).unwrap() += 1;
        }
        let mut rows_found = keys;
        for (client, lines) in &found {
            *rows_found.get_mut(&snapshot.sleutels()[*client as usize]).unwrap() += lines.len();
        }
        prop_assert_eq!(rows_found, rows_of);
        // Youths are numbered from 0 without gaps.
        prop_assert!(found.keys().copied().eq(0..u32::try_from(by_youth.len()).unwrap()));
        let begin = Column::Begin.place();
        for lines in found.values() {
            let days: Vec<i32> =
                lines.iter().map(|l| l[begin].as_ref().map_or(i32::MAX, |d| d.parse().unwrap())).collect();
            prop_assert!(days.is_sorted(), "rows of a youth stand in order of the first day of help");
        }
        let sorted = |lines: Vec<Vec<Line>>| {
            let mut youths: Vec<Vec<Line>> = lines.into_iter().map(|mut of_one| { of_one.sort(); of_one }).collect();
            youths.sort();
            youths
        };
        prop_assert_eq!(sorted(found.into_values().collect()), sorted(by_youth.into_values().collect()));
    }

    #[test]
    fn the_order_of_rows_means_nothing(rows in some_rows(), turn in 0..90_usize) {
        let mut other = rows.clone();
        other.reverse();
        if !other.is_empty() {
            let turn = turn % other.len();
            other.rotate_left(turn);
        }
        let (one, two) = (Written::new(&rows, 20), Written::new(&other, 20));
        prop_assert_eq!(&one.name, &two.name);
        for entry in std::fs::read_dir(one.folder()).unwrap() {
            let path = entry.unwrap().path();
            let same = two.folder().join(path.file_name().unwrap());
            prop_assert_eq!(std::fs::read(path).unwrap(), std::fs::read(same).unwrap());
        }
    }
}

#[test]
fn a_youth_has_one_cell_key() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let rows = std::iter::repeat_with(|| proptest::strategy::Strategy::new_tree(&some_rows(), &mut runner))
        .map(|tree| proptest::strategy::ValueTree::current(&tree.unwrap()))
        .find(|rows| rows.len() > 2)
        .unwrap();
    let home = tempfile::tempdir().unwrap();
    let mut writer = informatie::snapshot::SnapshotWriter::new(crate::rows::herkomst());
    writer.add(&rows[0]).unwrap();
    writer.add(&rows[1]).unwrap();
    writer.add(&Own { sleutel: rows[0].sleutel ^ 1, ..rows[0] }).unwrap();
    assert!(writer.write(home.path()).unwrap_err().to_string().contains("two cell keys for one youth"));
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn nothing_is_left_beside_the_snapshot_and_twice_is_once() {
    let written = Written::new(&[], 10);
    assert_eq!(written.open().manifest().rijen, 0);
    let name = informatie::snapshot::SnapshotWriter::new(crate::rows::herkomst())
        .write(written.home.path())
        .unwrap();
    assert_eq!(name, written.name);
    assert_eq!(std::fs::read_dir(written.home.path()).unwrap().count(), 1);
}
