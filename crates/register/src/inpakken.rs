//! Packing messages: LZ4 with a dictionary of the tags that every message repeats, so that small messages shrink too.
//!
//! The first byte says how it was packed. A dictionary that was released never changes: a new one gets a new number.

use crate::Fout;

/// Written-out messages of the four kinds, values left out.
const DICTIONARY_1: &[u8] = include_bytes!("inpakken/woordenboek-1.txt");
const PACKED_1: u8 = 1;

/// Packs bytes.
pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![PACKED_1];
    out.extend(u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend(lz4_flex::block::compress_with_dict(bytes, DICTIONARY_1));
    out
}

/// Gives the bytes back.
pub(crate) fn unpack(packed: &[u8]) -> Result<Vec<u8>, Fout> {
    const DAMAGED: Fout = Fout::Tegenstrijdig("a stored message cannot be unpacked");
    let [PACKED_1, a, b, c, d, rest @ ..] = packed else { return Err(DAMAGED) };
    let length = usize::try_from(u32::from_le_bytes([*a, *b, *c, *d])).map_err(|_| DAMAGED)?;
    if length > ijw::stuf::MAX_ENVELOP {
        return Err(DAMAGED);
    }
    lz4_flex::block::decompress_with_dict(rest, length, DICTIONARY_1).map_err(|_| DAMAGED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    #[test]
    fn anything_comes_back() {
        for bytes in [&b""[..], b"a", DICTIONARY_1, &vec![0; 100_000], "é".repeat(5_000).as_bytes()] {
            assert_eq!(unpack(&pack(bytes)).unwrap(), bytes);
        }
        assert!(unpack(b"").is_err());
        assert!(unpack(&[1, 255, 255, 255, 255, 0]).is_err());
        assert!(unpack(&[9, 0, 0, 0, 0]).is_err());
    }

    #[test]
    fn a_small_message_shrinks_to_a_third() {
        let message = include_bytes!("../../ijw/tests/goud/jw305-ok.xml");
        assert!(pack(message).len() * 3 < message.len(), "{} of {}", pack(message).len(), message.len());
    }

    /// What was stored with the dictionary can only be read with it.
    #[test]
    fn the_dictionary_is_as_released() {
        let mark = crate::register::hex(&Sha256::digest(DICTIONARY_1));
        assert_eq!(mark, "b50477b049d50dbba30a70027b18d57233f505f175c7ee83bd55e42525d22cae");
    }
}
