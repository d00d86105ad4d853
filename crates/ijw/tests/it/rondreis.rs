//! What is written is read back as it was, whatever the message.

use proptest::prelude::*;

use crate::verzonnen::{bericht, geldig};

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_made_up_message_is_read_back_as_it_was(bericht in bericht()) {
        let geschreven = ijw::schrijf(&bericht);
        let gelezen = ijw::lees(geschreven.as_bytes());
        prop_assert!(gelezen.as_ref() == Ok(&bericht), "{:?}", gelezen.map(|bericht| bericht.berichttype()));
    }
}

#[test]
fn a_made_up_message_that_keeps_the_rules_keeps_them_after_the_round_trip() {
    for berichttype in ijw::Berichttype::ALLE {
        let config = ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() };
        let mut loper = proptest::test_runner::TestRunner::new(config);
        let uitkomst = loper.run(&geldig(*berichttype), |bericht| {
            prop_assert_eq!(bericht.berichttype(), *berichttype);
            let bevindingen = ijw::keur(&bericht);
            prop_assert!(bevindingen.is_empty(), "{}: {:?}", berichttype.naam(), bevindingen);
            let gelezen = ijw::lees(ijw::schrijf(&bericht).as_bytes());
            prop_assert!(gelezen.as_ref() == Ok(&bericht), "{}", berichttype.naam());
            prop_assert!(ijw::keur(&gelezen.unwrap()).is_empty());
            Ok(())
        });
        uitkomst.unwrap();
    }
}
