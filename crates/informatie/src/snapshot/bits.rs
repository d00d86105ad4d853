//! Numbers packed in few bits, as Parquet packs them: the hybrid of runs and packed groups, and differences.

/// The bytes are not what the format says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken(pub(super) &'static str);

/// Runs up to this length are filled as if they were this long.
const SHORT_RUN: usize = 32;

const SHORT: Broken = Broken("a page ends too early");

/// Walks over bytes.
struct Walk<'a>(&'a [u8]);

impl<'a> Walk<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], Broken> {
        let (head, tail) = self.0.split_at_checked(length).ok_or(SHORT)?;
        self.0 = tail;
        Ok(head)
    }

    fn byte(&mut self) -> Result<u8, Broken> {
        self.take(1)?.first().copied().ok_or(SHORT)
    }

    /// An unsigned number in groups of seven bits.
    fn varint(&mut self) -> Result<u64, Broken> {
        let mut out = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            out |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(out);
            }
        }
        Err(Broken("a number in a page does not end"))
    }

    fn zigzag(&mut self) -> Result<i64, Broken> {
        let n = self.varint()?;
        Ok((n >> 1).cast_signed() ^ -((n & 1).cast_signed()))
    }

    fn size(&mut self) -> Result<usize, Broken> {
        usize::try_from(self.varint()?).map_err(|_| Broken("a number in a page is too large"))
    }
}

/// Fills `out` with numbers of `width` bits from the hybrid of runs and packed groups (Parquet's `RLE`).
pub(super) fn hybrid(bytes: &[u8], width: u8, out: &mut [u16]) -> Result<(), Broken> {
    if width > 16 {
        return Err(Broken("a list of values is longer than 65,536"));
    }
    let mut walk = Walk(bytes);
    let mut rest = out;
    while !rest.is_empty() {
        let head = walk.size()?;
        let count = head >> 1;
        if head & 1 == 0 {
            let value = match walk.take(usize::from(width).div_ceil(8))? {
                [] => 0,
                [low] => u16::from(*low),
                [low, high, ..] => u16::from_le_bytes([*low, *high]),
            };
            let run = count.min(rest.len());
            if run == 0 {
                return Err(Broken("an empty run in a page"));
            }
            // Most runs are short. Filling a fixed length costs less than finding out how much, and what is filled beyond the
            // run is written over by what follows.
            match rest.first_chunk_mut::<SHORT_RUN>() {
                Some(start) if run <= SHORT_RUN => *start = [value; SHORT_RUN],
                _ => rest.get_mut(..run).unwrap_or_default().fill(value),
            }
            rest = rest.split_at_mut(run).1;
        } else {
            let values = count.checked_mul(8).ok_or(SHORT)?.min(rest.len());
            if values == 0 {
                return Err(Broken("an empty run in a page"));
            }
            // The last group may be cut off behind its last value.
            let length = (count * usize::from(width)).min(walk.0.len());
            if length * 8 < values * usize::from(width) {
                return Err(SHORT);
            }
            let (now, later) = rest.split_at_mut(values);
            // What follows the group is lent, so that every load but the last few can be of whole words.
            unpack(walk.0, width, now);
            walk.take(length)?;
            rest = later;
        }
    }
    Ok(())
}

/// Unpacks numbers of `width` bits, the lowest first. `bytes` holds at least as many.
fn unpack(bytes: &[u8], width: u8, out: &mut [u16]) {
    macro_rules! by_width {
        ($($width:literal)*) => {
            match width {
                $($width => unpack_of::<$width>(bytes, out),)*
                _ => out.fill(0),
            }
        };
    }
    by_width!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16);
}

/// Eight numbers take `WIDTH` bytes: two loads of eight bytes hold four of them each.
fn unpack_of<const WIDTH: usize>(bytes: &[u8], out: &mut [u16]) {
    let mut groups = out.chunks_exact_mut(8);
    let mut at = 0;
    for group in groups.by_ref() {
        if let Some(block) = bytes.get(at..at + 16).and_then(|b| b.first_chunk::<16>()) {
            eight::<WIDTH>(block, group);
        } else {
            eight::<WIDTH>(&padded(bytes, at), group);
        }
        at += WIDTH;
    }
    let tail = groups.into_remainder();
    if !tail.is_empty() {
        let mut group = [0; 8];
        eight::<WIDTH>(&padded(bytes, at), &mut group);
        for (to, from) in tail.iter_mut().zip(group) {
            *to = from;
        }
    }
}

fn padded(bytes: &[u8], at: usize) -> [u8; 16] {
    let mut block = [0; 16];
    for (to, from) in block.iter_mut().zip(bytes.get(at..).unwrap_or_default()) {
        *to = *from;
    }
    block
}

#[inline]
#[expect(
    clippy::cast_possible_truncation,
    reason = "a mask keeps no more than fits, and the halves are halves"
)]
fn eight<const WIDTH: usize>(block: &[u8; 16], out: &mut [u16]) {
    let mask = (1_u64 << WIDTH) - 1;
    let both = u128::from_le_bytes(*block);
    let low = both as u64;
    let high = (both >> (WIDTH * 4)) as u64;
    for (n, to) in out.iter_mut().take(4).enumerate() {
        *to = ((low >> (n * WIDTH)) & mask) as u16;
    }
    for (n, to) in out.iter_mut().skip(4).take(4).enumerate() {
        *to = ((high >> (n * WIDTH)) & mask) as u16;
    }
}

/// Fills `out` with ascending numbers kept as differences (Parquet's `DELTA_BINARY_PACKED`) of at most 65,535.
pub(super) fn differences(bytes: &[u8], out: &mut [u32]) -> Result<(), Broken> {
    let mut walk = Walk(bytes);
    let block = walk.size()?;
    let parts = walk.size()?;
    let count = walk.size()?;
    let first = walk.zigzag()?;
    if parts == 0
        || block % parts != 0
        || block / parts % 32 != 0
        || block / parts > 1 << 16
        || count != out.len()
    {
        return Err(Broken("a page of differences has a head that cannot be"));
    }
    let per_part = block / parts;
    let mut steps = vec![0_u16; per_part];
    let Some((start, mut rest)) = out.split_first_mut() else { return Ok(()) };
    let mut value = u32::try_from(first).map_err(|_| Broken("a number below zero"))?;
    *start = value;
    while !rest.is_empty() {
        let least = u32::try_from(walk.zigzag()?).map_err(|_| Broken("numbers that do not ascend"))?;
        for width in walk.take(parts)? {
            if rest.is_empty() {
                break;
            }
            if *width > 16 {
                return Err(Broken("a step between numbers is too large"));
            }
            // What follows the steps is lent, so that every load but the last few can be of whole words.
            let lent = walk.0;
            walk.take(per_part / 8 * usize::from(*width))?;
            unpack(lent, *width, &mut steps);
            let now = rest.len().min(per_part);
            let (head, tail) = std::mem::take(&mut rest).split_at_mut(now);
            for (to, step) in head.iter_mut().zip(&steps) {
                value = value.wrapping_add(least).wrapping_add(u32::from(*step));
                *to = value;
            }
            rest = tail;
        }
    }
    Ok(())
}

#[cfg(test)]
#[expect(clippy::cast_possible_truncation, reason = "small numbers")]
mod tests {
    use super::*;

    /// Packs by the letter of the format, bit by bit.
    fn packed(values: &[u16], width: u8) -> Vec<u8> {
        let mut bits = Vec::new();
        for value in values {
            bits.extend((0..width).map(|bit| value >> bit & 1));
        }
        bits.resize(values.len().div_ceil(8) * 8 * usize::from(width), 0);
        bits.chunks(8)
            .map(|b| b.iter().enumerate().fold(0, |sum, (n, bit)| sum | (*bit as u8) << n))
            .collect()
    }

    #[test]
    fn every_width_and_every_cut() {
        for width in 0..=16_u8 {
            let largest = ((1_u32 << width) - 1) as u16;
            for count in 0..70_usize {
                let values: Vec<u16> =
                    (0..count).map(|n| (n as u32 * 40_503 % (u32::from(largest) + 1)) as u16).collect();
                let mut bytes = vec![(count.div_ceil(8) << 1 | 1) as u8];
                bytes.extend(packed(&values, width));
                let mut out = vec![7; count];
                hybrid(&bytes, width, &mut out).unwrap();
                assert_eq!(out, values, "width {width}, {count} values");
                if width > 0 && count > 0 {
                    let needed = (count * usize::from(width)).div_ceil(8);
                    assert_eq!(hybrid(&bytes[..needed], width, &mut out), Err(SHORT), "{width} {count}");
                }
            }
        }
    }

    /// What is filled beyond a short run is written over by what follows, and nothing is filled beyond the end.
    #[test]
    fn runs_of_every_length() {
        for run in 1..100_usize {
            for rest in 1..40_usize {
                let head = |length: usize| [(length << 1 & 0x7f | 0x80) as u8, (length >> 6) as u8];
                let bytes = [head(run).as_slice(), &[5], &head(rest), &[6]].concat();
                let mut out = vec![9_u16; run + rest];
                hybrid(&bytes, 3, &mut out).unwrap();
                assert!(
                    out[..run].iter().all(|n| *n == 5) && out[run..].iter().all(|n| *n == 6),
                    "{run} {rest}"
                );
            }
        }
    }

    #[test]
    fn runs_and_groups_take_turns() {
        let mut bytes = vec![5 << 1, 3, 1 << 1 | 1];
        bytes.extend(packed(&[1, 2, 3, 4, 5, 6, 7, 0], 3));
        bytes.extend([200, 1, 2]);
        let mut out = [9_u16; 113];
        hybrid(&bytes, 3, &mut out).unwrap();
        assert_eq!(out[..13], [3, 3, 3, 3, 3, 1, 2, 3, 4, 5, 6, 7, 0]);
        assert!(out[13..].iter().all(|n| *n == 2));
        assert!(hybrid(&bytes, 17, &mut out).is_err());
        assert!(hybrid(&[0, 0], 3, &mut out).is_err(), "an empty run would never end");
        assert!(hybrid(&[1], 3, &mut out).is_err());
    }
}
