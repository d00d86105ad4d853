//! Seals, dropping old days, refusals, and the logbook that is derived from the journal.

use jiff::SignedDuration;
use jiff::civil::date;
use register::{Fout, Ingang, Maatstaf, Sleutel, Spoor};

use super::*;

fn a_day(register: &Register) {
    families(register);
}

pub(super) fn sealed_and_dropped(opslag: &Opslag) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    let first = clock.as_ref();
    for _ in 0..3 {
        a_day(&register);
        first.advance(SignedDuration::from_hours(24));
    }
    let key = Sleutel::generate().unwrap();
    let ankers = register.seal_journal(key.clone()).unwrap();
    assert_eq!(ankers.len(), 3, "the day of now is open");
    assert_eq!(register.seal_journal(key.clone()).unwrap(), ankers, "sealing again seals nothing");
    let maatstaf = || Maatstaf { ankers: ankers.clone(), sleutel: Some(key.public()) };
    assert!(matches!(register.verify_journal_by(maatstaf()).unwrap(), Keten::Heel { .. }));
    let other = Maatstaf { sleutel: Some(Sleutel::generate().unwrap().public()), ..maatstaf() };
    assert!(
        matches!(register.verify_journal_by(other).unwrap(), Keten::Zegel { .. }),
        "another key made these"
    );

    let before = date(2026, 11, 4);
    assert!(matches!(register.drop_journal_before(before), Err(Fout::Zinloos(_))), "the term runs");
    first.set("2031-11-04T08:00:00Z".parse().unwrap());
    let lines = register.journal_len().unwrap();
    let gone = register.drop_journal_before(before).unwrap();
    assert!(gone > 0);
    assert_eq!(register.journal_len().unwrap(), lines - gone + 1, "and a line says so");
    let whole = register.verify_journal_by(maatstaf()).unwrap();
    assert!(matches!(whole, Keten::Heel { .. }), "the seals carry the chain on: {whole:?}");
    assert_eq!(register.drop_journal_before(before).unwrap(), 0, "a second time nothing is left to drop");
    // Days that were not sealed stay.
    first.set("2036-12-01T08:00:00Z".parse().unwrap());
    assert!(matches!(register.drop_journal_before(date(2031, 11, 30)), Err(Fout::Zinloos(_))));
    a_day(&register);
    assert!(matches!(register.verify_journal_by(maatstaf()).unwrap(), Keten::Heel { .. }));
}

pub(super) fn logbook(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    let me = who(Rol::Wijkteam);
    let id = families(&register)[0].gezin.id;
    let traced = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let through = register.via(Ingang::connector(Spoor::parse(traced)));
    through.look(&me, Onderdeel::Gezin, &id.to_string(), |l| l.gezin(id)).unwrap();
    let stranger = who(Rol::Aanbieder);
    assert!(register.look(&stranger, Onderdeel::Gezin, &id.to_string(), |l| l.gezin(id)).is_err());

    let days = register.logbook_days(date(2026, 1, 1), date(2027, 1, 1)).unwrap();
    assert_eq!(days.len(), 1);
    let lines = register.logbook(days[0], 0).unwrap();
    assert!(lines.len() > 5, "a line for each person of each processing: {}", lines.len());
    let spans: std::collections::BTreeSet<&str> = lines.iter().map(|l| l.span.as_str()).collect();
    assert_eq!(spans.len(), lines.len(), "each is known by its own span");
    assert_eq!(register.logbook(days[0], 0).unwrap(), lines, "and by the same one the next time");
    let last = lines.last().unwrap();
    assert_eq!(last.trace, "4bf92f3577b34da6a3ce929d0e0e4736", "the trace of the other party goes on");
    assert_eq!(last.ouder.as_deref(), Some("00f067aa0ba902b7"));
    assert_eq!(last.activiteit, "urn:leerloop:verwerkingsactiviteit:hulp");
    assert!(lines.iter().all(|l| !format!("{l:?}").contains("999900006")), "no BSN");

    let half = lines[lines.len() / 2].nr;
    register.note_logbook_delivered("proef", days[0], half).unwrap();
    assert_eq!(register.logbook_delivered("proef", days[0]).unwrap(), half);
    let rest = register.logbook(days[0], half).unwrap();
    assert_eq!(rest, lines.iter().filter(|l| l.nr > half).cloned().collect::<Vec<_>>());
    assert!(matches!(register.verify_journal().unwrap(), Keten::Heel { .. }));
}
