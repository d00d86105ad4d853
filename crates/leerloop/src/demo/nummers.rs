//! Numbers: BSNs that nobody has, and the counters of senders.

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

/// Counts per sender.
#[derive(Clone, Debug)]
pub(super) struct Tellers(Vec<u32>);

impl Tellers {
    /// As many counters, each before its first number.
    pub(super) fn new(count: usize) -> Self {
        Self(vec![0; count])
    }

    /// The next number of a sender, from 1.
    pub(super) fn next(&mut self, sender: usize) -> u32 {
        self.0.get_mut(sender).map_or(0, |count| {
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
        assert_eq!([tellers.next(0), tellers.next(0), tellers.next(1), tellers.next(9)], [1, 2, 1, 0]);
    }
}
