//! Files that were damaged on the way never make the program fall over, and every fault says where it is.

use proptest::prelude::*;

use super::{Home, excerpt, gebied, opgave};
use informatie::bevolking::{Bevolking, Cijfer};

const FILES: [&str; 4] =
    ["wbo_wijken_2021_2022.csv", "gemeentedata_2022.csv", "gemeente_jeugdregio_2026.csv", "castelre.geojson"];

#[derive(Clone, Debug)]
enum Damage {
    Put(usize, u8),
    Drop(usize, usize),
    Insert(usize, Vec<u8>),
    Swap(usize, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let odd = prop_oneof![
        Just(b"\"".to_vec()),
        Just(b";".to_vec()),
        Just(b"\n".to_vec()),
        Just(b"\r".to_vec()),
        Just(b"\0".to_vec()),
        Just("\u{feff}é\u{202f}".as_bytes().to_vec()),
        Just(b"1e309".to_vec()),
        Just(b"-99997".to_vec()),
        Just(b"99999999999999999999".to_vec()),
        Just(b"[[[[".to_vec()),
        prop::collection::vec(any::<u8>(), 0..12),
    ];
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, b)| Damage::Put(at, b)),
        (any::<usize>(), 1_usize..200).prop_map(|(at, n)| Damage::Drop(at, n)),
        (any::<usize>(), odd).prop_map(|(at, b)| Damage::Insert(at, b)),
        (any::<usize>(), any::<usize>()).prop_map(|(a, b)| Damage::Swap(a, b)),
    ]
}

fn apply(bytes: &mut Vec<u8>, damage: &Damage) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    match damage {
        Damage::Put(at, b) => bytes[at % length] = *b,
        Damage::Drop(at, n) => {
            let from = at % length;
            bytes.drain(from..(from + n).min(length));
        }
        Damage::Insert(at, new) => {
            let at = at % length;
            bytes.splice(at..at, new.iter().copied());
        }
        Damage::Swap(a, b) => bytes.swap(a % length, b % length),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_are_read_as_far_as_they_go(file in 0_usize..4, all in prop::collection::vec(damage(), 1..8)) {
        let naam = FILES[file];
        let mut bytes = std::fs::read(excerpt(naam)).unwrap();
        for one in &all {
            apply(&mut bytes, one);
        }
        let mut home = Home::new();
        let first = home.store.import(naam, &bytes, &opgave()).unwrap();
        for fault in &first.bezwaren {
            prop_assert_eq!(&fault.bestand, naam);
            prop_assert!(fault.rij >= 1 && fault.kolom.nr >= 1, "{}", fault);
            prop_assert!(fault.to_string().lines().count() == 1, "{}", fault);
        }
        // What was kept can be read back, and a rerun changes nothing.
        let store = Bevolking::open(home.path()).unwrap();
        prop_assert_eq!(store.invoeren(), home.store.invoeren());
        let again = home.store.import(naam, &bytes, &opgave()).unwrap();
        prop_assert!(!again.changed());
        // Nothing suppressed became a number: Castelré has no published youth care.
        if file == 0 && all.len() == 1 {
            let cell = store.waarde(gebied("WK074403"), Cijfer::ViaRechter, 2022);
            prop_assert!(cell.is_none_or(|c| c.cel.known() != Some(0.0)));
        }
    }

    #[test]
    fn anything_at_all(bytes in prop::collection::vec(any::<u8>(), 0..400), json in any::<bool>()) {
        let mut bytes = bytes;
        if json {
            bytes.insert(0, b'{');
        }
        let verslag = Home::new().store.import("x", &bytes, &opgave()).unwrap();
        prop_assert!(verslag.soort.is_some() || !verslag.bezwaren.is_empty());
    }

    #[test]
    fn one_damaged_line_costs_one_line(line in 1_usize..20, junk in "[a-z\";,0-9 ]{0,30}") {
        let text = std::fs::read_to_string(excerpt("wbo_wijken_2021_2022.csv")).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        let at = line.min(lines.len() - 1);
        let lost = lines[at].split(';').nth(1).unwrap().to_owned();
        lines[at] = &junk;
        let mut home = Home::new();
        let verslag = home.import("x.csv", &lines.join("\n"));
        prop_assert!(verslag.bezwaren.iter().all(|b| b.rij == at as u64 + 1), "{:?}", verslag.bezwaren);
        let store = home.again();
        for (nr, other) in lines.iter().enumerate().skip(1).filter(|(nr, _)| *nr != at) {
            let mut fields = other.split(';').skip(1);
            let (code, _, year) = (fields.next().unwrap(), fields.next(), fields.next().unwrap());
            let found = store.waarde(gebied(code), Cijfer::Inwoners, year.parse().unwrap());
            prop_assert!(found.is_some(), "line {nr} of {lost}");
        }
    }
}
