//! Numbers: BSNs that nobody has, and the counters of senders.

use std::collections::BTreeMap;

use ijw::Berichttype;

/// The BSN of the nth youth: nine digits that start with 9, from the range that is used for tests and is not given out, and
/// that pass the elfproef.
pub(super) fn bsn(seed: u64, n: u32) -> String {
    // 900,001 blocks of eleven numbers; a step that shares no factor with it visits each once.
    const BLOCKS: u64 = 900_001;
    let block = (u64::from(n) * 524_287 + seed % BLOCKS) % BLOCKS;
    (0..11)
        .find_map(|shift| {
            let first_eight = 90_000_000 + block * 11 + shift;
            let digits = (0..8).rev().map(|power| first_eight / 10_u64.pow(power) % 10);
            let check = digits.zip((2..=9).rev()).map(|(digit, weight)| digit * weight).sum::<u64>() % 11;
            (check < 10).then(|| format!("{first_eight}{check}"))
        })
        .unwrap_or_default()
}

/// What is counted, each per sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Telling {
    /// Messages of a kind.
    Bericht(Berichttype),
    /// Allocations.
    Toewijzing,
    /// Lines of claims.
    Prestatie,
    /// Requests.
    Verzoek,
}

/// Counts per sender.
#[derive(Clone, Debug)]
pub(super) struct Tellers {
    senders: usize,
    tellingen: BTreeMap<Telling, Vec<u32>>,
}

impl Tellers {
    /// Counters for so many senders, each before its first number.
    pub(super) const fn new(senders: usize) -> Self {
        Self { senders, tellingen: BTreeMap::new() }
    }

    /// The next number of a sender, from 1.
    pub(super) fn next(&mut self, telling: Telling, sender: usize) -> u32 {
        let counts = self.tellingen.entry(telling).or_insert_with(|| vec![0; self.senders]);
        counts.get_mut(sender).map_or(0, |count| {
            *count += 1;
            *count
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_bsn_passes_the_elfproef_and_is_given_once() {
        let all: BTreeSet<String> = (0..50_000).map(|n| bsn(7, n)).collect();
        assert_eq!(all.len(), 50_000);
        for bsn in &all {
            let digits: Vec<i32> = bsn.bytes().map(|b| i32::from(b - b'0')).collect();
            let sum: i32 = digits.iter().zip([9, 8, 7, 6, 5, 4, 3, 2, -1]).map(|(d, w)| d * w).sum();
            assert!(digits.len() == 9 && digits[0] == 9 && sum % 11 == 0, "{bsn}");
        }
    }

    #[test]
    fn senders_count_apart() {
        let mut tellers = Tellers::new(2);
        let mut next = |telling, sender| tellers.next(telling, sender);
        let starts = Telling::Bericht(Berichttype::Jw305);
        assert_eq!([next(starts, 0), next(starts, 0), next(starts, 1), next(starts, 9)], [1, 2, 1, 0]);
        assert_eq!(next(Telling::Prestatie, 0), 1);
    }
}
