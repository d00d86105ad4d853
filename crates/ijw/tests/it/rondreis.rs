//! What is written is read back as it was, whatever the message.

use proptest::prelude::*;

use crate::verzonnen::bericht;

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_made_up_message_is_read_back_as_it_was(bericht in bericht()) {
        let geschreven = ijw::schrijf(&bericht);
        let gelezen = ijw::lees(geschreven.as_bytes());
        prop_assert!(gelezen.as_ref() == Ok(&bericht), "{:?}", gelezen.map(|bericht| bericht.berichttype()));
    }
}
