//! Accounts of our own.

use std::sync::Arc;

use jiff::SignedDuration;
use register::{Aangenomen, Geheim, Gewijzigd, Kluissleutel, Toestel, Zwakte};
use stelsel::{Klok as _, VasteKlok};

use super::*;

const PASSWORD: &str = "paarse fiets in de regen";

struct Stand {
    clock: Arc<VasteKlok>,
    register: Register,
    key: Kluissleutel,
    me: Identiteit,
}

impl Stand {
    fn new(opslag: &Opslag) -> Self {
        let clock = crate::clock();
        let register = Register::open(opslag, clock.clone()).unwrap();
        let key = Kluissleutel::generate().unwrap();
        register.unlock(&key).unwrap();
        let me = who(Rol::Beheer);
        register.put_account(&me).unwrap();
        Self { clock, register, key, me }
    }

    /// The code of the app, of now; time goes on so that the next is another.
    fn code(&self, app: &Geheim) -> String {
        self.clock.advance(SignedDuration::from_secs(30));
        app.code_at(self.clock.now().as_second()).unwrap()
    }

    fn accept(&self) -> (Geheim, String, Vec<String>) {
        let code = self.register.invite(None, &self.me.account).unwrap().unwrap();
        let app = self.register.invitation(&self.me.account, &code).unwrap().unwrap().geheim;
        let digits = self.code(&app);
        let done =
            self.register.accept_invitation(&self.me.account, &code, PASSWORD, &digits, Toestel::Computer);
        let Aangenomen::Goed { token, herstelcodes } = done.unwrap() else { panic!("accepted") };
        (app, token, herstelcodes)
    }

    fn sign_in(&self, password: &str, code: &str) -> Option<String> {
        self.register.sign_in_local(&self.me.account, password, code, Toestel::Onbekend).unwrap()
    }
}

pub(super) fn invited(opslag: &Opslag) {
    let stand = Stand::new(opslag);
    let (register, me) = (&stand.register, &stand.me);
    assert_eq!(register.invite(None, "niemand").unwrap(), None);
    let first = register.invite(None, &me.account).unwrap().unwrap();
    let code = register.invite(None, &me.account).unwrap().unwrap();
    assert!(register.invitation(&me.account, &first).unwrap().is_none(), "the newer one counts");
    assert!(register.invitation("proef-raad", &code).unwrap().is_none());
    let invited = register.invitation(&me.account, &code.to_lowercase().replace('-', " ")).unwrap().unwrap();
    assert_eq!(&invited.wie, me);
    let report = &register.account_report().unwrap()[0];
    assert!(report.uitgenodigd.is_some() && !report.wachtwoord && report.laatst.is_none());

    let accept = |password: &str, digits: &str| {
        register.accept_invitation(&me.account, &code, password, digits, Toestel::Computer).unwrap()
    };
    let digits = stand.code(&invited.geheim);
    assert_eq!(accept("kort", &digits), Aangenomen::Zwak(Zwakte::TeKort));
    assert_eq!(accept("Proef2026!", &digits), Aangenomen::Zwak(Zwakte::AlsNaam));
    assert_eq!(accept(PASSWORD, "000000"), Aangenomen::CodeMis);
    assert!(register.local_account(me).unwrap().is_none(), "nothing yet");
    let before = register.start_sessie(&me.account, register::Manier::Oidc).unwrap().unwrap();
    let Aangenomen::Goed { token, herstelcodes } = accept(PASSWORD, &digits) else { panic!("accepted") };
    assert_eq!(register.session(&token).unwrap().as_ref(), Some(me));
    assert_eq!(register.session(&before).unwrap(), None, "what was open from before is closed");
    assert_eq!(herstelcodes.len(), 10);
    assert_eq!(accept(PASSWORD, &digits), Aangenomen::Vervallen, "once");
    assert_eq!(register.local_account(me).unwrap().unwrap().herstelcodes, 10);
    // The code that set it up is used up too.
    assert_eq!(stand.sign_in(PASSWORD, &digits), None);

    // An invitation that was not used in a week is over.
    let late = register.invite(None, &me.account).unwrap().unwrap();
    stand.clock.advance(SignedDuration::from_hours(7 * 24));
    assert!(register.invitation(&me.account, &late).unwrap().is_none());
    assert!(matches!(open(opslag).invite(None, &me.account), Err(Fout::GeenSleutel)));
}

pub(super) fn signed_in(opslag: &Opslag) {
    let stand = Stand::new(opslag);
    let (app, _, recovery) = stand.accept();
    let lines = stand.register.journal_len().unwrap();
    let now = stand.code(&app);
    let mut refused = 0;
    for (password, code) in [
        (PASSWORD, "000000"),
        (PASSWORD, ""),
        (PASSWORD, "ABCD-EFGH-JKMN-PQRS"),
        ("paarse fiets in de regen ", now.as_str()),
        ("", now.as_str()),
    ] {
        assert_eq!(stand.sign_in(password, code), None, "{password:?} {code}");
        refused += 1;
    }
    let stranger =
        |name: &str| stand.register.sign_in_local(name, PASSWORD, &now, Toestel::Onbekend).unwrap();
    assert_eq!((stranger("niemand"), stranger("")), (None, None));
    assert_eq!(stand.register.journal_len().unwrap(), lines + refused + 2, "every attempt leaves a line");

    let token = stand.sign_in(PASSWORD, &now).unwrap();
    assert_eq!(stand.register.session(&token).unwrap().as_ref(), Some(&stand.me));
    assert_eq!(stand.sign_in(PASSWORD, &now), None, "a code works once");
    let earlier = app.code_at(stand.clock.now().as_second() - 30).unwrap();
    assert_eq!(stand.sign_in(PASSWORD, &earlier), None, "and none from before it");
    let spaced = format!(" {}", stand.code(&app));
    assert!(stand.sign_in(PASSWORD, &spaced).is_some());

    assert!(stand.sign_in(PASSWORD, &recovery[3].to_lowercase()).is_some());
    assert_eq!(stand.sign_in(PASSWORD, &recovery[3]), None, "once");
    assert!(stand.sign_in("iets anders", &recovery[4]).is_none());
    assert!(stand.sign_in(PASSWORD, &recovery[4]).is_some(), "a wrong password uses no code up");
    assert_eq!(stand.register.local_account(&stand.me).unwrap().unwrap().herstelcodes, 8);
    assert!(stand.register.account_report().unwrap()[0].laatst.is_some());

    stand.register.end_account(None, &stand.me.account).unwrap();
    assert_eq!(stand.sign_in(PASSWORD, &stand.code(&app)), None);
}

pub(super) fn changed(opslag: &Opslag) {
    let stand = Stand::new(opslag);
    let (app, token, recovery) = stand.accept();
    let code = stand.code(&app);
    let elsewhere = stand.sign_in(PASSWORD, &code).unwrap();
    let change = |old: &str, new: &str| stand.register.change_password(&stand.me, &token, old, new).unwrap();
    assert_eq!(change("fout", "een heel ander verhaal"), Gewijzigd::OudMis);
    assert_eq!(change(PASSWORD, "Welkom2026"), Gewijzigd::Zwak(Zwakte::TeBekend));
    assert!(stand.register.session(&token).unwrap().is_some());
    let Gewijzigd::Goed(new) = change(PASSWORD, "een heel ander verhaal") else { panic!("changed") };
    assert!(stand.register.session(&new).unwrap().is_some());
    for old in [&token, &elsewhere] {
        assert_eq!(stand.register.session(old).unwrap(), None);
    }
    assert_eq!(stand.sign_in(PASSWORD, &stand.code(&app)), None);
    assert!(stand.sign_in("een heel ander verhaal", &stand.code(&app)).is_some());

    let renew = |password: &str| stand.register.renew_recovery_codes(&stand.me, password).unwrap();
    assert_eq!(renew(PASSWORD), None);
    let codes = renew("een heel ander verhaal").unwrap();
    assert_eq!(stand.sign_in("een heel ander verhaal", &recovery[0]), None, "those from before are over");
    assert!(stand.sign_in("een heel ander verhaal", &codes[0]).is_some());
}

/// A password that was kept in a cheaper way is kept in the way of now after signing in.
pub(super) fn rehashed(opslag: &Opslag) {
    let stand = Stand::new(opslag);
    let (app, ..) = stand.accept();
    // "password" with m=64 KiB, t=1, p=1: an example that anyone can make again with the reference program.
    let cheap = cheap_hash(PASSWORD);
    put_hash(opslag, &cheap);
    assert!(stand.sign_in(PASSWORD, "000000").is_none());
    assert_eq!(stored_hash(opslag), cheap, "not before both are right");
    assert!(stand.sign_in(PASSWORD, &stand.code(&app)).is_some());
    let now = stored_hash(opslag);
    assert!(now.starts_with("$argon2id$v=19$m=65536,t=2,p=1$"), "{now}");
    assert!(stand.sign_in(PASSWORD, &stand.code(&app)).is_some());
}

fn cheap_hash(password: &str) -> String {
    use argon2::password_hash::PasswordHasher as _;
    use argon2::password_hash::phc::PasswordHash;
    let params = argon2::Params::new(64, 1, 1, None).unwrap();
    let argon = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let hash: PasswordHash = argon.hash_password_with_salt(password.as_bytes(), b"sixteen bytes ok").unwrap();
    hash.to_string()
}

fn put_hash(opslag: &Opslag, hash: &str) {
    match opslag {
        Opslag::Map(folder) => {
            let db = rusqlite::Connection::open(folder.join("leerloop.db")).unwrap();
            assert_eq!(db.execute("UPDATE wachtwoord SET hash = $1", [hash]).unwrap(), 1);
        }
        Opslag::Postgres(address) => {
            let mut db = postgres::Client::connect(address, postgres::NoTls).unwrap();
            assert_eq!(db.execute("UPDATE wachtwoord SET hash = $1", &[&hash]).unwrap(), 1);
        }
    }
}

fn stored_hash(opslag: &Opslag) -> String {
    let sql = "SELECT hash FROM wachtwoord";
    match opslag {
        Opslag::Map(folder) => rusqlite::Connection::open(folder.join("leerloop.db"))
            .unwrap()
            .query_row(sql, [], |row| row.get(0))
            .unwrap(),
        Opslag::Postgres(address) => {
            postgres::Client::connect(address, postgres::NoTls).unwrap().query_one(sql, &[]).unwrap().get(0)
        }
    }
}

/// The first key is the key; the secret in one row opens in no other.
pub(super) fn sealed(opslag: &Opslag) {
    let stand = Stand::new(opslag);
    let again = open(opslag);
    assert!(!again.has_local_accounts());
    let another = Kluissleutel::generate().unwrap();
    assert!(matches!(again.unlock(&another), Err(Fout::Sleutel)));
    let (app, ..) = stand.accept();
    let mut other = who(Rol::Raad);
    other.account = "een-ander".into();
    stand.register.put_account(&other).unwrap();
    let copy = "INSERT INTO totp SELECT 'een-ander', geheim, stap FROM totp; \
                INSERT INTO wachtwoord SELECT 'een-ander', hash, gewijzigd FROM wachtwoord";
    match opslag {
        Opslag::Map(folder) => {
            rusqlite::Connection::open(folder.join("leerloop.db")).unwrap().execute_batch(copy).unwrap();
        }
        Opslag::Postgres(address) => {
            postgres::Client::connect(address, postgres::NoTls).unwrap().batch_execute(copy).unwrap();
        }
    }
    let code = stand.code(&app);
    let moved = stand.register.sign_in_local("een-ander", PASSWORD, &code, Toestel::Onbekend);
    assert!(matches!(moved, Err(Fout::Verzegeld)), "a row copied to another account opens nothing");
    assert!(stand.sign_in(PASSWORD, &code).is_some());
}

/// Another key takes over: with both the account goes on, afterwards with the new one alone, and never with the old one again.
pub(super) fn another_key(opslag: &Opslag) {
    let stand = Stand::new(opslag);
    let (app, ..) = stand.accept();
    let new = Kluissleutel::generate().unwrap();
    let opened = || Register::open(opslag, stand.clock.clone()).unwrap();
    let both = opened();
    both.unlock_with(&new, std::slice::from_ref(&stand.key)).unwrap();
    let comes_in = |register: &Register| {
        let code = stand.code(&app);
        register.sign_in_local(&stand.me.account, PASSWORD, &code, Toestel::Onbekend).unwrap().is_some()
    };
    assert!(comes_in(&both));
    assert_eq!((both.rotate_key().unwrap(), both.rotate_key().unwrap()), (1, 0));
    let after = opened();
    assert!(matches!(after.unlock(&stand.key), Err(Fout::Sleutel)));
    after.unlock(&new).unwrap();
    assert!(comes_in(&after) && comes_in(&both));
    assert!(matches!(opened().rotate_key(), Err(Fout::GeenSleutel)));
}

/// Unknown accounts and wrong passwords take the same time. 60 of each; more with `LEERLOOP_SAMPLES`.
pub(crate) fn same_time(opslag: &Opslag) {
    let samples: usize = std::env::var("LEERLOOP_SAMPLES").map_or(60, |n| n.parse().unwrap());
    let stand = Stand::new(opslag);
    stand.accept();
    let attempt = |account: &str| {
        let begun = std::time::Instant::now();
        assert_eq!(
            stand.register.sign_in_local(account, "zomaar iets anders", "123456", Toestel::Onbekend).unwrap(),
            None
        );
        begun.elapsed().as_secs_f64() * 1_000.0
    };
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for n in 0..samples * 2 {
        // Interleaved, in pairs that change places, so that a slow moment falls on both.
        if (n / 2 + n) % 2 == 0 {
            known.push(attempt(&stand.me.account));
        } else {
            unknown.push(attempt("bestaat-niet"));
        }
    }
    let t = welch(&known, &unknown);
    println!(
        "known {:.1} ms, unknown {:.1} ms, {} and {} samples: Welch t = {t:.2}",
        mean(&known),
        mean(&unknown),
        known.len(),
        unknown.len()
    );
    assert!(t.abs() < 4.5, "t = {t}");
    // The control: without the hash of nothing, an unknown account would be answered at once.
    let skipped: Vec<f64> = known
        .iter()
        .enumerate()
        .map(|(n, _)| 0.2 + f64::from(u8::try_from(n % 7).unwrap()) / 100.0)
        .collect();
    assert!(welch(&known, &skipped).abs() > 4.5, "the test can tell a difference");
}

fn mean(of: &[f64]) -> f64 {
    of.iter().sum::<f64>() / count_of(of)
}

fn count_of(of: &[f64]) -> f64 {
    f64::from(u32::try_from(of.len()).unwrap())
}

fn welch(one: &[f64], other: &[f64]) -> f64 {
    let error = |of: &[f64]| {
        let centre = mean(of);
        of.iter().map(|x| (x - centre).powi(2)).sum::<f64>() / (count_of(of) - 1.0) / count_of(of)
    };
    (mean(one) - mean(other)) / (error(one) + error(other)).sqrt()
}
