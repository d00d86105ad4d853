//! Damaged envelopes: whatever the damage, the reader gives a verdict and never panics.

use ijw::stuf;
use proptest::prelude::*;
use proptest::sample::Index;

use super::alle;
use crate::mutaties::{beschadig, schade};

#[test]
fn damage_is_judged_and_never_a_panic() {
    let bronnen: Vec<String> =
        alle().iter().flat_map(|envelop| [stuf::schrijf(envelop), stuf::schrijf_soap(envelop)]).collect();
    let mut config = ProptestConfig::with_cases(8000);
    config.failure_persistence = None;
    let mut loper = proptest::test_runner::TestRunner::new(config);
    let uitkomst = loper.run(&(any::<Index>(), prop::collection::vec(schade(), 1..4)), |(welk, schade)| {
        let mut bytes = welk.get(&bronnen).clone().into_bytes();
        for schade in &schade {
            beschadig(&mut bytes, schade);
        }
        match stuf::lees(&bytes) {
            Ok(envelop) => {
                for xml in [stuf::schrijf(&envelop), stuf::schrijf_soap(&envelop)] {
                    prop_assert!(stuf::lees(xml.as_bytes()).as_ref() == Ok(&envelop), "{}", xml);
                }
            }
            Err(fout) => {
                prop_assert!(fout.regel >= 1 && fout.pad.starts_with('/') && !fout.to_string().is_empty());
                prop_assert!(!fout.reden.code().is_empty());
                prop_assert!(!fout.reden.args().iter().any(|(_, waarde)| waarde.len() > 400));
            }
        }
        Ok(())
    });
    uitkomst.unwrap();
}

#[test]
fn every_truncation_is_refused() {
    for envelop in alle() {
        let xml = stuf::schrijf_soap(&envelop);
        let bytes = xml.trim_end().as_bytes();
        for lengte in 0..bytes.len() {
            assert!(stuf::lees(&bytes[..lengte]).is_err(), "{} up to {lengte}", envelop.berichtcode());
        }
    }
}
