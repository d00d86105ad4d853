//! Whatever the bytes, reading gives a verdict, and what was read is written and read back as it was.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match ijw::lees(bytes) {
        Ok(bericht) => assert!(ijw::lees(ijw::schrijf(&bericht).as_bytes()) == Ok(bericht)),
        Err(afkeuring) => assert!((1..=ijw::MAX_FOUTEN).contains(&afkeuring.fouten.len())),
    }
});
