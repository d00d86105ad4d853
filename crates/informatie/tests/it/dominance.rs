//! How much of an amount comes from one: against sums in maps.

use std::collections::BTreeMap;

use informatie::kernel::{Grootsten, Omvang, dominance_provider, dominance_youth};
use proptest::prelude::*;

use crate::kernels::{axes, cells, flat, place};
use crate::rows::{Written, some_rows};

fn largest(amounts: &BTreeMap<u64, u64>) -> Grootsten {
    let mut all: Vec<u64> = amounts.values().copied().collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    all.resize(all.len().max(2), 0);
    Grootsten { som: all.iter().sum(), een: all[0], twee: all[1] }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    #[test]
    fn the_two_largest_of_every_cell(rows in some_rows(), group in 1..40_usize) {
        let (_home, snapshot) = Written::new(&rows, group).open_kept();
        for omvang in [Omvang::Toegekend, Omvang::Grootste] {
            let mut youths = vec![BTreeMap::new(); cells(&snapshot)];
            let mut providers = youths.clone();
            for row in &rows {
                let Some(cell) = place(&snapshot, row) else { continue };
                let claimed = if omvang == Omvang::Grootste { row.gedeclareerd } else { 0 };
                let amount = u64::from(row.toegekend.unwrap_or(0).max(claimed));
                let cell = flat(&snapshot, cell);
                *youths[cell].entry(row.client).or_default() += amount;
                *providers[cell].entry(u64::from(row.aanbieder.number())).or_default() += amount;
            }
            let of = |amounts: &[BTreeMap<u64, u64>]| amounts.iter().map(largest).collect::<Vec<_>>();
            prop_assert_eq!(dominance_youth(&snapshot, 2, &axes(&snapshot), omvang).unwrap(), of(&youths));
            prop_assert_eq!(dominance_provider(&snapshot, 2, &axes(&snapshot), omvang).unwrap(), of(&providers));
        }
    }
}
