//! Sessions: begin, last, end.

use jiff::SignedDuration;
use register::{Manier, SessieGrenzen, Toestel};

use stelsel::Klok as _;

use super::*;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

pub(super) fn life(opslag: &Opslag) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    let me = who(Rol::Raad);
    register.put_account(&me).unwrap();
    register.put_account(&me).unwrap();
    assert_eq!(register.accounts().unwrap(), std::slice::from_ref(&me));
    assert_eq!(register.sign_in("iemand anders").unwrap(), None);
    assert_eq!(register.session("0000").unwrap(), None);

    // Without use: half an hour.
    let token = register.sign_in(&me.account).unwrap().unwrap();
    assert_eq!(token.len(), 64);
    clock.advance(29 * MINUTE);
    assert_eq!(register.session(&token).unwrap(), Some(me.clone()));
    clock.advance(29 * MINUTE);
    assert_eq!(register.session(&token).unwrap(), Some(me.clone()), "use prolongs it");
    clock.advance(30 * MINUTE);
    assert_eq!(register.session(&token).unwrap(), None);

    // Used all day: ten hours.
    let token = register.start_sessie(&me.account, Manier::Oidc).unwrap().unwrap();
    for _ in 0..(10 * 60 / 20 - 1) {
        clock.advance(20 * MINUTE);
        assert!(register.session(&token).unwrap().is_some());
    }
    clock.advance(20 * MINUTE);
    assert_eq!(register.session(&token).unwrap(), None, "ten hours are over");

    let token = register.sign_in(&me.account).unwrap().unwrap();
    register.sign_out(&token).unwrap();
    register.sign_out(&token).unwrap();
    assert_eq!(register.session(&token).unwrap(), None);
    assert_eq!(rows(opslag), 0, "what is over is cleared away");
}

pub(super) fn limits(opslag: &Opslag) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    register.limit_sessions(SessieGrenzen { rust: 5 * MINUTE, geheel: SignedDuration::from_hours(1) });
    register.put_account(&who(Rol::Raad)).unwrap();
    let token = register.sign_in("proef-raad").unwrap().unwrap();
    clock.advance(5 * MINUTE);
    assert_eq!(register.session(&token).unwrap(), None);
}

pub(super) fn everywhere(opslag: &Opslag) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    let (me, other) = (who(Rol::Raad), who(Rol::Beleid));
    register.put_account(&me).unwrap();
    register.put_account(&other).unwrap();
    let desk = register.start_sessie_on(&me.account, Manier::Wachtwoord, Toestel::Computer).unwrap().unwrap();
    clock.advance(MINUTE);
    let phone = register.start_sessie_on(&me.account, Manier::Sleutel, Toestel::Telefoon).unwrap().unwrap();
    let theirs = register.sign_in(&other.account).unwrap().unwrap();
    let list = register.sessions_of(&me, &desk).unwrap();
    let seen: Vec<_> = list.iter().map(|s| (s.manier, s.toestel, s.deze)).collect();
    assert_eq!(
        seen,
        [(Manier::Sleutel, Toestel::Telefoon, false), (Manier::Wachtwoord, Toestel::Computer, true)]
    );
    assert_eq!(list[0].begonnen - list[1].begonnen, jiff::Span::new().seconds(60).fieldwise());
    assert_eq!(register.sign_out_everywhere(&me).unwrap(), 2);
    for token in [&desk, &phone] {
        assert_eq!(register.session(token).unwrap(), None);
    }
    assert_eq!(register.session(&theirs).unwrap(), Some(other));
}

/// A6: what ends in one session gives no answer in the other any more.
pub(super) fn ended(opslag: &Opslag) {
    let register = open(opslag);
    let answers = |token: &String| usize::from(register.session(token).unwrap().is_some());
    let (mut before, mut after) = (0, 0);
    for n in 0..20 {
        let mut me = who(Rol::Raad);
        me.account = format!("iemand-{n}");
        register.put_account(&me).unwrap();
        let tokens: Vec<_> = (0..3).map(|_| register.sign_in(&me.account).unwrap().unwrap()).collect();
        before += tokens.iter().map(answers).sum::<usize>();
        if n % 2 == 0 {
            assert!(register.end_account(None, &me.account).unwrap());
            assert!(!register.end_account(None, &me.account).unwrap(), "once");
            assert_eq!(register.sign_in(&me.account).unwrap(), None);
            assert!(!register.accounts().unwrap().contains(&me));
        } else {
            me.rol = Rol::Beheer;
            register.put_account(&me).unwrap();
        }
        after += tokens.iter().map(answers).sum::<usize>();
    }
    assert_eq!(before, 60, "there was something to end");
    println!(
        "{before} sessions of 20 accounts that ended or got another role: {after} answers after the end"
    );
    assert_eq!(after, 0);
    // Another neighbourhood is no other role: it holds at the next page.
    let mut me = who(Rol::Wijkteam);
    register.put_account(&me).unwrap();
    let token = register.sign_in(&me.account).unwrap().unwrap();
    me.wijken.clear();
    register.put_account(&me).unwrap();
    assert_eq!(register.session(&token).unwrap().unwrap().wijken, []);
}

/// A session that is used all the time writes at most once a minute.
pub(super) fn quiet(opslag: &Opslag) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    register.put_account(&who(Rol::Raad)).unwrap();
    let token = register.sign_in("proef-raad").unwrap().unwrap();
    let began = clock.now();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..300 {
        clock.advance(SignedDuration::from_secs(1));
        let me = register.session(&token).unwrap().unwrap();
        seen.insert(register.sessions_of(&me, &token).unwrap()[0].gezien.as_second());
    }
    let at: Vec<_> = seen.into_iter().map(|s| s - began.as_second()).collect();
    println!("300 pages in 300 seconds wrote {} times", at.len() - 1);
    assert_eq!(at, [0, 60, 120, 180, 240, 300]);
}

fn rows(opslag: &Opslag) -> i64 {
    match opslag {
        Opslag::Map(folder) => rusqlite::Connection::open(folder.join("leerloop.db"))
            .unwrap()
            .query_row("SELECT count(*) FROM sessie", [], |row| row.get(0))
            .unwrap(),
        Opslag::Postgres(address) => postgres::Client::connect(address, postgres::NoTls)
            .unwrap()
            .query_one("SELECT count(*) FROM sessie", &[])
            .unwrap()
            .get(0),
    }
}
