//! Attempts at signing in, links between subjects and accounts, residents by their number.

use jiff::SignedDuration;
use register::{Inwoner, Koppeling, Poging};
use stelsel::{Bsn, Klok as _};

use super::*;

fn poging(clock: &stelsel::VasteKlok) -> Poging {
    Poging {
        aanmelder: "werk".into(),
        nonce: "n".into(),
        geheim: "v".into(),
        naar: Some("/regio".into()),
        begonnen: clock.now(),
    }
}

/// An attempt is of one browser, lasts ten minutes and is used once.
pub(super) fn attempts(opslag: &Opslag) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    let begin = |staat: &str| assert!(register.begin_attempt(staat, "browser", &poging(&clock)).unwrap());
    begin("a");
    assert_eq!(register.take_attempt("a", "een andere browser").unwrap(), None);
    assert_eq!(register.take_attempt("b", "browser").unwrap(), None);
    assert_eq!(register.take_attempt("a", "browser").unwrap(), Some(poging(&clock)));
    assert_eq!(register.take_attempt("a", "browser").unwrap(), None, "used up");
    begin("c");
    clock.advance(SignedDuration::from_secs(599));
    begin("d");
    let before = Poging { begonnen: clock.now() - SignedDuration::from_secs(599), ..poging(&clock) };
    assert_eq!(register.take_attempt("c", "browser").unwrap(), Some(before));
    clock.advance(SignedDuration::from_secs(600));
    assert_eq!(register.take_attempt("d", "browser").unwrap(), None, "too late");
    // Two takers at once: one gets it.
    begin("e");
    let got = std::thread::scope(|scope| {
        let takers: Vec<_> =
            (0..8).map(|_| scope.spawn(|| register.take_attempt("e", "browser").unwrap())).collect();
        takers.into_iter().filter_map(|taker| taker.join().unwrap()).count()
    });
    assert_eq!(got, 1);
}

/// A subject is one account of an employee, and never of a resident.
pub(super) fn links(opslag: &Opslag) {
    let register = open(opslag);
    for rol in [Rol::Raad, Rol::Beheer, Rol::Gezinslid] {
        register.put_account(&who(rol)).unwrap();
    }
    let link = |rol: Rol, sub: &str| register.link_subject(&who(rol).account, "https://a.nl", sub).unwrap();
    assert_eq!(link(Rol::Raad, "1"), Koppeling::Gedaan);
    assert_eq!(link(Rol::Raad, "1"), Koppeling::WasAl);
    assert_eq!(link(Rol::Beheer, "1"), Koppeling::AnderAccount);
    assert_eq!(link(Rol::Gezinslid, "2"), Koppeling::Inwoner);
    assert_eq!(link(Rol::Beleid, "2"), Koppeling::GeenAccount);
    let employee = |uitgever: &str, sub: &str| register.employee(uitgever, sub).unwrap();
    assert_eq!(employee("https://a.nl", "1"), Some(who(Rol::Raad).account));
    for (uitgever, sub) in [("https://b.nl", "1"), ("https://a.nl/", "1"), ("https://a.nl", "2"), ("", "")] {
        assert_eq!(employee(uitgever, sub), None, "{uitgever} {sub}");
    }
    // An account that became one of a resident is no employee any more.
    let became = Identiteit { rol: Rol::Gezinslid, ..who(Rol::Raad) };
    register.put_account(&became).unwrap();
    assert_eq!(employee("https://a.nl", "1"), None);
}

/// A resident is a person in the register, of twelve or older; one account each.
pub(super) fn residents(opslag: &Opslag) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    let bsn = |text: &str| Bsn::parse(text).unwrap();
    assert_eq!(register.resident(bsn("123456782")).unwrap(), Inwoner::Onbekend);
    assert!(register.accounts().unwrap().is_empty());
    let born = families(&register)[0].leden.iter().find_map(|lid| lid.geboren).unwrap();
    let twelve = born.saturating_add(jiff::Span::new().years(12));
    let noon = |day: jiff::civil::Date| day.at(12, 0, 0, 0).to_zoned(stelsel::klok::dutch_zone()).unwrap();
    clock.set(noon(twelve.yesterday().unwrap()).timestamp());
    assert_eq!(register.resident(bsn("999900006")).unwrap(), Inwoner::TeJong);
    assert!(register.accounts().unwrap().is_empty());
    clock.set(noon(twelve).timestamp());
    let lines = register.journal_len().unwrap();
    let Inwoner::Bekend(account) = register.resident(bsn("999900006")).unwrap() else {
        panic!("twelve today")
    };
    assert_eq!(register.journal_len().unwrap(), lines + 1);
    assert_eq!(register.resident(bsn("999900006")).unwrap(), Inwoner::Bekend(account.clone()));
    assert_eq!(register.journal_len().unwrap(), lines + 1, "nothing changed, nothing written");
    let accounts = register.accounts().unwrap();
    assert_eq!(accounts.len(), 1);
    assert_eq!((accounts[0].account.as_str(), accounts[0].rol), (account.as_str(), Rol::Gezinslid));
    assert!(accounts[0].gezin.is_some() && accounts[0].persoon.is_some());
    assert!(!account.contains("999900006"));
}
