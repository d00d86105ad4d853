//! Passwords that change while they are being looked at. Told here and not in the contract: the moment in between has no name
//! outside.

use std::sync::Arc;

use jiff::SignedDuration;
use stelsel::{Klok as _, Rol, VasteKlok};

use super::*;
use crate::{Kluissleutel, Opslag};

const OLD: &str = "paarse fiets in de regen";
const NEW: &str = "gele tram naar het strand";

struct Proef {
    register: Register,
    klok: Arc<VasteKlok>,
    who: Identiteit,
    folder: tempfile::TempDir,
}

impl Proef {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let klok = Arc::new(VasteKlok::new("2026-04-10T09:00:00Z".parse().unwrap()));
        let register = Register::open(&Opslag::Map(folder.path().into()), klok.clone()).unwrap();
        register.unlock(&Kluissleutel::generate().unwrap()).unwrap();
        let who = Identiteit::new("beheer", "Proef", Rol::Beheer);
        register.put_account(&who).unwrap();
        Self { register, klok, who, folder }
    }

    /// The digits that the app shows now; each time others.
    fn digits(&self, app: &Geheim) -> String {
        self.klok.advance(SignedDuration::from_secs(30));
        app.code_at(self.klok.now().as_second()).unwrap()
    }

    /// Accepts an invitation; gives the app and the token.
    fn accept(&self, password: &str) -> (Geheim, String) {
        let code = self.register.invite(None, "beheer").unwrap().unwrap();
        let app = self.register.invitation("beheer", &code).unwrap().unwrap().geheim;
        let digits = self.digits(&app);
        let done = self.register.accept_invitation("beheer", &code, password, &digits, Toestel::Onbekend);
        let Aangenomen::Goed { token, .. } = done.unwrap() else { panic!("not accepted") };
        (app, token)
    }

    fn sign_in(&self, app: &Geheim, password: &str) -> Option<String> {
        let digits = self.digits(app);
        self.register.sign_in_local("beheer", password, &digits, Toestel::Onbekend).unwrap()
    }

    fn sessions(&self) -> usize {
        self.register.sessions_of(&self.who, "").unwrap().len()
    }
}

#[test]
fn a_password_that_was_replaced_meanwhile_signs_nobody_in() {
    let proef = Proef::new();
    let (app, token) = proef.accept(OLD);
    let shown = || {
        let digits = proef.digits(&app);
        proef.register.shown("beheer", OLD, &digits).unwrap()
    };
    let enter = |shown| proef.register.enter(shown, Toestel::Onbekend).unwrap();
    assert!(enter(shown()).is_some(), "the control");
    // By its owner.
    let in_between = shown();
    let Gewijzigd::Goed(token) = proef.register.change_password(&proef.who, &token, OLD, NEW).unwrap() else {
        panic!("not changed")
    };
    let before = proef.register.journal_len().unwrap();
    assert_eq!(enter(in_between), None);
    assert_eq!(proef.register.journal_len().unwrap(), before + 1, "refused, in one line");
    // By an invitation, with the same password even.
    assert!(matches!(
        proef.register.change_password(&proef.who, &token, NEW, OLD).unwrap(),
        Gewijzigd::Goed(_)
    ));
    let in_between = shown();
    proef.accept(OLD);
    assert_eq!(enter(in_between), None);
    assert_eq!(proef.sessions(), 1, "the one of the invitation");
}

#[test]
fn changing_a_password_is_all_or_nothing() {
    let proef = Proef::new();
    let (app, token) = proef.accept(OLD);
    let thief = proef.sign_in(&app, OLD).unwrap();
    // Ending the sessions fails: as a kill does, in the middle.
    let db = rusqlite::Connection::open(proef.folder.path().join("leerloop.db")).unwrap();
    db.execute_batch("CREATE TRIGGER proef BEFORE DELETE ON sessie BEGIN SELECT raise(ABORT, 'proef'); END")
        .unwrap();
    let before = proef.register.journal_len().unwrap();
    proef.register.change_password(&proef.who, &token, OLD, NEW).unwrap_err();
    db.execute_batch("DROP TRIGGER proef").unwrap();
    assert_eq!(proef.register.journal_len().unwrap(), before);
    assert!(
        proef.sign_in(&app, NEW).is_none(),
        "the new password counts only with everything that goes with it"
    );
    assert!(proef.register.session(&thief).unwrap().is_some() && proef.sessions() == 2);

    // Somebody chose another meanwhile: what was compared stands there no more.
    let stale = proef.register.0.lezers.read(|db| credentials(db, "beheer", proef.klok.now()));
    let stale = stale.unwrap().unwrap().hash;
    let Gewijzigd::Goed(token) = proef.register.change_password(&proef.who, &token, OLD, NEW).unwrap() else {
        panic!("not changed")
    };
    assert!(proef.register.session(&thief).unwrap().is_none() && proef.sessions() == 1);
    let hash = wachtwoord::hash("iets heel anders").unwrap();
    let late = proef.register.replace_password(&proef.who, &token, (stale, hash));
    assert_eq!(late.unwrap(), Gewijzigd::OudMis);
    assert!(proef.register.session(&token).unwrap().is_some(), "nothing ended");
    // Without a session there is nothing to go on with.
    let gone = proef.register.change_password(&proef.who, &thief, NEW, OLD);
    assert_eq!(gone.unwrap(), Gewijzigd::OudMis);
    assert!(proef.sign_in(&app, NEW).is_some());
}
