//! Damaged messages: whatever the damage, the reader gives a verdict and never panics.
//!
//! `IJW_MUTATIES` sets how many are tried, for a long run:
//! `IJW_MUTATIES=1000000 cargo test --release -p ijw --test it damage`.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::goud;

/// A damage to a text.
#[derive(Debug, Clone)]
pub(crate) enum Schade {
    Byte(Index, u8),
    Invoegen(Index, &'static str),
    Weglaten(Index, Index),
    Herhalen(Index, Index),
    Afbreken(Index),
}

const STUKKEN: &[&str] = &[
    "<",
    ">",
    "/",
    "&",
    ";",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<?xml version=\"1.0\"?>",
    "<!DOCTYPE x>",
    "&#0;",
    "&amp;",
    "&#x10FFFF;",
    "\0",
    "\r\n",
    "\u{fffe}",
    "é",
    "<x/>",
    "<a xmlns=\"b\">",
    "</",
    " a=\"b\"",
    "xmlns:q=\"",
    ":",
];

pub(crate) fn schade() -> impl Strategy<Value = Schade> {
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(plaats, byte)| Schade::Byte(plaats, byte)),
        (any::<Index>(), select(STUKKEN)).prop_map(|(plaats, stuk)| Schade::Invoegen(plaats, stuk)),
        (any::<Index>(), any::<Index>()).prop_map(|(van, tot)| Schade::Weglaten(van, tot)),
        (any::<Index>(), any::<Index>()).prop_map(|(van, tot)| Schade::Herhalen(van, tot)),
        any::<Index>().prop_map(Schade::Afbreken),
    ]
}

pub(crate) fn beschadig(bytes: &mut Vec<u8>, schade: &Schade) {
    if bytes.is_empty() {
        return;
    }
    let lengte = bytes.len();
    let bereik = |van: &Index, tot: &Index| {
        let van = van.index(lengte);
        van..(van + tot.index(200)).min(lengte)
    };
    match schade {
        Schade::Byte(plaats, byte) => bytes[plaats.index(lengte)] = *byte,
        Schade::Invoegen(plaats, stuk) => {
            let plaats = plaats.index(lengte);
            bytes.splice(plaats..plaats, stuk.bytes());
        }
        Schade::Weglaten(van, tot) => {
            bytes.drain(bereik(van, tot));
        }
        Schade::Herhalen(van, tot) => {
            let bereik = bereik(van, tot);
            let stuk = bytes[bereik.clone()].to_vec();
            bytes.splice(bereik.start..bereik.start, stuk);
        }
        Schade::Afbreken(plaats) => bytes.truncate(plaats.index(lengte)),
    }
}

/// How many damaged messages are tried when nobody asks for another number.
const GEWOON: u32 = 5_000;

fn aantal() -> u32 {
    std::env::var("IJW_MUTATIES").map_or(GEWOON, |aantal| aantal.parse().unwrap())
}

#[test]
fn damage_is_judged_and_never_a_panic() {
    let goud = goud::alle();
    let mut config = ProptestConfig::with_cases(aantal());
    config.failure_persistence = None;
    let mut loper = proptest::test_runner::TestRunner::new(config);
    let uitkomst = loper.run(&(any::<Index>(), prop::collection::vec(schade(), 1..4)), |(welk, schade)| {
        let mut bytes = welk.get(&goud).bytes.clone();
        for schade in &schade {
            beschadig(&mut bytes, schade);
        }
        match ijw::lees(&bytes) {
            Ok(bericht) => prop_assert!(ijw::lees(ijw::schrijf(&bericht).as_bytes()) == Ok(bericht)),
            Err(afkeuring) => {
                prop_assert!((1..=ijw::MAX_FOUTEN).contains(&afkeuring.fouten.len()));
                prop_assert!(
                    afkeuring.fouten.iter().all(|fout| fout.regel >= 1 && fout.pad.starts_with('/'))
                );
            }
        }
        Ok(())
    });
    uitkomst.unwrap();
    // The control: most damage must be noticed, and some does no harm.
    let (mut aangenomen, mut geweigerd) = (0, 0);
    for seed in 0..200_u32 {
        let mut bytes = goud[0].bytes.clone();
        let plaats = (seed as usize * 7919) % bytes.len();
        bytes[plaats] ^= 1;
        if ijw::lees(&bytes).is_ok() { aangenomen += 1 } else { geweigerd += 1 }
    }
    assert!(aangenomen > 5 && geweigerd > 100, "{aangenomen} passed, {geweigerd} failed");
}

/// In how large steps the messages are cut off that are not cut off everywhere.
const STAP: usize = 31;

#[test]
fn a_message_that_is_cut_off_is_refused() {
    let mut goud: Vec<_> = goud::alle().into_iter().filter(|goud| goud.is_goed).collect();
    goud.sort_by_key(|goud| goud.bytes.len());
    let types: std::collections::BTreeSet<_> = goud.iter().map(|goud| goud.bericht.clone()).collect();
    assert!(types.len() >= 4, "{types:?}");
    for (nummer, goud) in goud.iter().enumerate() {
        let bytes = goud.bytes.trim_ascii_end();
        // The shortest is cut off everywhere. The others are much like each other, and each is cut off elsewhere.
        let (begin, stap) = if nummer == 0 { (0, 1) } else { (nummer % STAP, STAP) };
        for lengte in (begin..bytes.len()).step_by(stap) {
            assert!(ijw::lees(&bytes[..lengte]).is_err(), "{} up to {lengte}", goud.bestand);
        }
    }
}
