//! A message without some of its clients: nothing of theirs is left, everything of the others is, and the schema is passed.

use std::collections::BTreeSet;

use ijw::{Bericht, Berichttype, Rest, lees, schrijf, zonder_clienten};
use proptest::prelude::*;

use crate::verzonnen;

/// The clients of a message that can have several, as text to compare.
fn clients(bericht: &Bericht) -> Vec<(String, String)> {
    match bericht {
        Bericht::Jw323(inner) => {
            inner.declaratie.clienten.iter().map(|c| (c.bsn.as_str().to_owned(), format!("{c:?}"))).collect()
        }
        Bericht::Jw325(inner) => {
            let all = inner.declaratie_antwoord.iter().flat_map(|a| &a.clienten).flatten();
            all.map(|c| (c.bsn.as_str().to_owned(), format!("{c:?}"))).collect()
        }
        _ => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn only_the_others_are_left(
        bericht in prop_oneof![verzonnen::van(Berichttype::Jw323), verzonnen::van(Berichttype::Jw325)],
        mask in any::<u64>(),
    ) {
        let all: Vec<String> = bericht.bsns().into_iter().map(str::to_owned).collect();
        let gone: BTreeSet<&str> =
            all.iter().enumerate().filter(|(n, _)| mask >> (n % 64) & 1 == 1).map(|(_, bsn)| bsn.as_str()).collect();
        let kept: Vec<_> = clients(&bericht).into_iter().filter(|(bsn, _)| !gone.contains(bsn.as_str())).collect();
        match zonder_clienten(&bericht, |bsn| gone.contains(bsn)) {
            Rest::Onveranderd => prop_assert!(gone.is_empty()),
            Rest::Niets => {
                prop_assert!(kept.is_empty());
                prop_assert_eq!(bericht.berichttype(), Berichttype::Jw323);
            }
            Rest::Zonder(rest) => {
                let xml = schrijf(&rest);
                prop_assert!(lees(xml.as_bytes()).is_ok_and(|again| again == rest), "it passes the schema");
                prop_assert_eq!(clients(&rest), kept);
                prop_assert_eq!(rest.bericht_identificatie(), bericht.bericht_identificatie());
                for bsn in gone {
                    prop_assert!(!xml.contains(&format!(">{bsn}<")), "a number is left");
                }
            }
        }
    }

    #[test]
    fn a_message_about_one_client_goes_whole(bericht in verzonnen::bericht()) {
        let about_many = matches!(bericht.berichttype(), Berichttype::Jw323 | Berichttype::Jw325);
        let expected = if bericht.bsns().is_empty() { Rest::Onveranderd } else { Rest::Niets };
        prop_assume!(!about_many);
        prop_assert_eq!(zonder_clienten(&bericht, |_| true), expected);
        prop_assert_eq!(zonder_clienten(&bericht, |_| false), Rest::Onveranderd);
    }
}
