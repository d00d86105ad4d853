//! The keys by which youths are known outside the register: nobody can be looked up by them without its secrets.

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::journaal::{Handeling, Regel};
use crate::register::hex;
use crate::schrijver::Beurt;
use crate::{Fout, instelling};

/// The setting in which the secret of the cell keys is kept. Made once and never made again: with another secret the same
/// figures would be disturbed in another way, and two of them would tell what one hides.
const SECRET: &str = "celsleutel";

/// The secret of the cell keys.
pub(crate) type Geheim = Zeroizing<[u8; 32]>;

/// The secret; makes it the first time.
pub(crate) fn secret(beurt: &mut Beurt<'_>, now: jiff::Timestamp) -> Result<Geheim, Fout> {
    let stored = if let Some(stored) = instelling::read(beurt.db, SECRET)? {
        Zeroizing::new(stored)
    } else {
        let made = Zeroizing::new(hex(&beurt.toeval.bytes::<32>()?));
        instelling::put(beurt.db, SECRET, &made)?;
        let line = Regel::by_program(now, Handeling::Inrichten, "instelling", SECRET);
        beurt.pen.write(beurt.db, &line, &[])?;
        made
    };
    Ok(Zeroizing::new(Sha256::digest(stored.as_bytes()).into()))
}

/// The first eight bytes of HMAC-SHA-256, the highest first.
pub(crate) fn keyed(secret: &[u8; 32], message: &[u8]) -> u64 {
    derived(secret, message).iter().take(8).fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

/// HMAC-SHA-256 (RFC 2104, FIPS 198-1): a secret for another purpose.
pub(crate) fn derived(secret: &[u8; 32], message: &[u8]) -> [u8; 32] {
    let pad = |with: u8| {
        let mut block = Zeroizing::new([with; 64]);
        for (byte, key) in block.iter_mut().zip(secret) {
            *byte ^= key;
        }
        block
    };
    let inner = Sha256::new().chain_update(pad(0x36).as_slice()).chain_update(message).finalize();
    Sha256::new().chain_update(pad(0x5c).as_slice()).chain_update(inner).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4231, test cases 1 and 2: keys shorter than a block are filled with zeros, as ours is.
    #[test]
    fn as_the_published_test_cases() {
        let mut key = [0_u8; 32];
        key[..20].fill(0x0b);
        assert_eq!(keyed(&key, b"Hi There"), 0xb034_4c61_d8db_3853);
        let mut key = [0_u8; 32];
        key[..4].copy_from_slice(b"Jefe");
        assert_eq!(keyed(&key, b"what do ya want for nothing?"), 0x5bdc_c146_bf60_754e);
    }
}
