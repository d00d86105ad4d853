//! Randomness as a parameter: from the operating system, or from a seed so that a demo and a test can be repeated.

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use stelsel::Id;

use crate::Fout;

pub(crate) enum Toeval {
    Os,
    Zaad { seed: u64, counter: AtomicU64 },
}

impl Toeval {
    pub(crate) const fn seeded(seed: u64) -> Self {
        Self::Zaad { seed, counter: AtomicU64::new(0) }
    }

    pub(crate) fn bytes<const N: usize>(&self) -> Result<[u8; N], Fout> {
        let mut out = [0; N];
        match self {
            Self::Os => {
                getrandom::fill(&mut out).map_err(|e| Fout::Lezen(std::io::Error::other(e.to_string())))?;
            }
            Self::Zaad { seed, counter } => {
                for chunk in out.chunks_mut(32) {
                    let n = counter.fetch_add(1, Ordering::Relaxed);
                    let hash = Sha256::new()
                        .chain_update(seed.to_be_bytes())
                        .chain_update(n.to_be_bytes())
                        .finalize();
                    chunk.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
                }
            }
        }
        Ok(out)
    }

    pub(crate) fn id<T>(&self, moment: Timestamp) -> Result<Id<T>, Fout> {
        Ok(Id::new(moment, self.bytes()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_and_the_system_does_not() {
        let (one, two) = (Toeval::seeded(7), Toeval::seeded(7));
        assert_eq!(one.bytes::<40>().unwrap(), two.bytes::<40>().unwrap());
        assert_ne!(one.bytes::<40>().unwrap(), Toeval::seeded(8).bytes::<40>().unwrap());
        assert_ne!(Toeval::Os.bytes::<32>().unwrap(), Toeval::Os.bytes::<32>().unwrap());
    }
}
