//! Passkeys, with a device made of software that can be told to do anything wrong.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as B64;
use jiff::SignedDuration;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use register::{Aangenomen, Kluissleutel, Toestel};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use stelsel::{Klok as _, VasteKlok};

use super::*;

const ORIGIN: &str = "https://leerloop.example.nl";
const RP: &str = "leerloop.example.nl";
const PASSWORD: &str = "paarse fiets in de regen";
const THERE: u8 = 1;
const VERIFIED: u8 = 4;
const HERE: &str = "the proof of this browser";

/// What a device does; the default is as it should be.
#[derive(Clone)]
struct Doen {
    origin: &'static str,
    rp: &'static str,
    kind: &'static str,
    /// Bits of the device: somebody is there (1), and was verified (4).
    flags: u8,
    spoil: bool,
    other_key: bool,
    handle: Option<Vec<u8>>,
    challenge: Option<String>,
}

impl Default for Doen {
    fn default() -> Self {
        Self {
            origin: ORIGIN,
            rp: RP,
            kind: "webauthn.get",
            flags: THERE | VERIFIED,
            spoil: false,
            other_key: false,
            handle: None,
            challenge: None,
        }
    }
}

struct Apparaat {
    key: SigningKey,
    id: Vec<u8>,
    handle: Vec<u8>,
    count: u32,
}

impl Apparaat {
    fn new(seed: u8) -> Self {
        let key = SigningKey::from_slice(&[seed; 32]).unwrap();
        Self { key, id: vec![seed; 16], handle: Vec::new(), count: 0 }
    }

    fn client(asked: &Value, doen: &Doen) -> Vec<u8> {
        let challenge = doen.challenge.clone();
        let challenge =
            challenge.unwrap_or_else(|| asked["publicKey"]["challenge"].as_str().unwrap().to_owned());
        json!({ "type": doen.kind, "challenge": challenge, "origin": doen.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    /// A new passkey: COSE key and attestation "none", CBOR by hand.
    fn make(&mut self, asked: &str, doen: &Doen) -> String {
        let asked: Value = serde_json::from_str(asked).unwrap();
        self.handle = B64.decode(asked["publicKey"]["user"]["id"].as_str().unwrap()).unwrap();
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut data = Sha256::digest(doen.rp).to_vec();
        data.push(doen.flags | 0x40);
        data.extend(self.count.to_be_bytes());
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend(&self.id);
        data.extend([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]);
        data.extend(point.x().unwrap());
        data.extend([0x22, 0x58, 32]);
        data.extend(point.y().unwrap());
        let mut object = vec![0xa3];
        for (name, value) in [("fmt", &[0x64, b'n', b'o', b'n', b'e'][..]), ("attStmt", &[0xa0])] {
            object.push(0x60 + u8::try_from(name.len()).unwrap());
            object.extend(name.bytes());
            object.extend(value);
        }
        object.push(0x68);
        object.extend(b"authData");
        object.extend([0x58, u8::try_from(data.len()).unwrap()]);
        object.extend(data);
        let client = Self::client(&asked, doen);
        let response =
            json!({ "attestationObject": B64.encode(object), "clientDataJSON": B64.encode(client) });
        self.answer(&response)
    }

    fn show(&mut self, asked: &str, doen: &Doen) -> String {
        let asked: Value = serde_json::from_str(asked).unwrap();
        self.count += 1;
        let mut data = Sha256::digest(doen.rp).to_vec();
        data.push(doen.flags);
        data.extend(self.count.to_be_bytes());
        let client = Self::client(&asked, doen);
        let signed = [&data[..], &Sha256::digest(&client)].concat();
        let other = SigningKey::from_slice(&[99; 32]).unwrap();
        let key = if doen.other_key { &other } else { &self.key };
        let signature: Signature = key.sign(&signed);
        let mut signature = signature.to_der().as_bytes().to_vec();
        if doen.spoil {
            *signature.last_mut().unwrap() ^= 1;
        }
        let handle = doen.handle.as_ref().unwrap_or(&self.handle);
        self.answer(&json!({
            "authenticatorData": B64.encode(data),
            "clientDataJSON": B64.encode(client),
            "signature": B64.encode(signature),
            "userHandle": B64.encode(handle),
        }))
    }

    fn answer(&self, response: &Value) -> String {
        let id = B64.encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response }).to_string()
    }
}

struct Opstelling {
    clock: Arc<VasteKlok>,
    register: Register,
    me: Identiteit,
}

impl Opstelling {
    fn new(opslag: &Opslag) -> Self {
        let clock = crate::clock();
        let register = Register::open(opslag, clock.clone()).unwrap();
        register.unlock(&Kluissleutel::generate().unwrap()).unwrap();
        assert!(!register.has_passkeys());
        assert!(register.offer_passkeys(ORIGIN) && register.has_passkeys());
        let me = who(Rol::Beheer);
        register.put_account(&me).unwrap();
        let stand = Self { clock, register, me };
        stand.accept();
        stand
    }

    fn accept(&self) {
        let code = self.register.invite(None, &self.me.account).unwrap().unwrap();
        let app = self.register.invitation(&self.me.account, &code).unwrap().unwrap().geheim;
        let digits = app.code_at(self.clock.now().as_second()).unwrap();
        let done =
            self.register.accept_invitation(&self.me.account, &code, PASSWORD, &digits, Toestel::Computer);
        assert!(matches!(done.unwrap(), Aangenomen::Goed { .. }));
    }

    fn make(&self, device: &mut Apparaat, doen: &Doen) -> bool {
        let doen = Doen { kind: "webauthn.create", ..doen.clone() };
        let asked = self.register.begin_passkey(&self.me, HERE, PASSWORD).unwrap().unwrap();
        let made = device.make(&asked, &doen);
        self.register.add_passkey(&self.me, HERE, "Laptop", &made).unwrap()
    }

    fn ask(&self) -> String {
        self.register.begin_sign_in_passkey(HERE).unwrap()
    }

    fn answer(&self, browser: &str, answer: &str) -> Option<String> {
        self.register.sign_in_passkey(browser, answer, Toestel::Onbekend).unwrap()
    }

    fn show(&self, device: &mut Apparaat, doen: &Doen) -> Option<String> {
        let answer = device.show(&self.ask(), doen);
        self.answer(HERE, &answer)
    }
}

pub(super) fn made_and_shown(opslag: &Opslag) {
    let stand = Opstelling::new(opslag);
    let (register, me) = (&stand.register, &stand.me);
    let mut device = Apparaat::new(7);
    assert_eq!(register.begin_passkey(me, HERE, "iets anders").unwrap(), None, "the password first");
    let good = Doen::default();
    let mut refused = 0;
    for wrong in [
        Doen { origin: "https://leerloop.example.nl.elders.nl", ..good.clone() },
        Doen { rp: "elders.nl", ..good.clone() },
        Doen { flags: THERE, ..good.clone() },
        Doen { flags: VERIFIED, ..good.clone() },
        Doen { challenge: Some(B64.encode([1; 32])), ..good.clone() },
    ] {
        assert!(!stand.make(&mut device, &wrong));
        refused += 1;
    }
    let asked = register.begin_passkey(me, HERE, PASSWORD).unwrap().unwrap();
    let selection = &serde_json::from_str::<Value>(&asked).unwrap()["publicKey"]["authenticatorSelection"];
    assert_eq!(
        (&selection["residentKey"], &selection["userVerification"]),
        (&json!("required"), &json!("required"))
    );
    let made = device.make(&asked, &Doen { kind: "webauthn.create", ..good.clone() });
    assert!(!register.add_passkey(me, "another browser", "Laptop", &made).unwrap());
    assert!(register.passkeys_of(me).unwrap().is_empty());
    assert!(register.add_passkey(me, HERE, " Laptop ", &made).unwrap());
    assert!(!register.add_passkey(me, HERE, "Laptop", &made).unwrap(), "a challenge is answered once");
    assert!(!stand.make(&mut device, &good), "a credential is there once");
    let kept = &register.passkeys_of(me).unwrap()[0];
    assert_eq!((kept.naam.as_str(), kept.gebruikt), ("Laptop", None));

    let token = stand.show(&mut device, &good).unwrap();
    assert_eq!(register.session(&token).unwrap().as_ref(), Some(me));
    let began = register.sessions_of(me, &token).unwrap().into_iter().find(|s| s.deze).unwrap();
    assert_eq!(began.manier, register::Manier::Sleutel);
    assert!(register.passkeys_of(me).unwrap()[0].gebruikt.is_some());
    println!("making a passkey: {} wrong answers refused, 1 accepted", refused + 3);
}

pub(super) fn hostile(opslag: &Opslag) {
    let stand = Opstelling::new(opslag);
    let (register, me) = (&stand.register, &stand.me);
    let mut device = Apparaat::new(7);
    let good = Doen::default();
    assert!(stand.make(&mut device, &good));
    let lines = register.journal_len().unwrap();
    let mut refused = 0;
    for (what, wrong) in [
        ("another origin", Doen { origin: "https://elders.nl", ..good.clone() }),
        ("http", Doen { origin: "http://leerloop.example.nl", ..good.clone() }),
        ("another port", Doen { origin: "https://leerloop.example.nl:444", ..good.clone() }),
        ("a name below ours", Doen { origin: "https://x.leerloop.example.nl", ..good.clone() }),
        ("another relying party", Doen { rp: "elders.nl", ..good.clone() }),
        ("an answer of making", Doen { kind: "webauthn.create", ..good.clone() }),
        ("nobody verified", Doen { flags: THERE, ..good.clone() }),
        ("nobody there", Doen { flags: VERIFIED, ..good.clone() }),
        ("a spoilt signature", Doen { spoil: true, ..good.clone() }),
        ("the signature of another key", Doen { other_key: true, ..good.clone() }),
        ("another holder", Doen { handle: Some(vec![1; 16]), ..good.clone() }),
        ("no holder", Doen { handle: Some(Vec::new()), ..good.clone() }),
        ("a challenge of one's own", Doen { challenge: Some(B64.encode([1; 32])), ..good.clone() }),
    ] {
        assert_eq!(stand.show(&mut device, &wrong), None, "{what}");
        refused += 1;
    }
    // A credential that is not known, and what is no answer at all.
    let mut stranger = Apparaat::new(8);
    stranger.handle.clone_from(&device.handle);
    assert_eq!(stand.show(&mut stranger, &good), None);
    for nothing in ["", "{}", "[]", "null"] {
        stand.ask();
        assert_eq!(stand.answer(HERE, nothing), None);
    }
    // A challenge of another browser, a challenge that was replaced, and one that is over.
    let answer = device.show(&stand.ask(), &good);
    assert_eq!(stand.answer("another browser", &answer), None);
    let old = device.show(&stand.ask(), &good);
    stand.ask();
    assert_eq!(stand.answer(HERE, &old), None);
    let late = device.show(&stand.ask(), &good);
    stand.clock.advance(SignedDuration::from_mins(5));
    assert_eq!(stand.answer(HERE, &late), None);
    // A wrong answer uses the challenge up.
    let asked = stand.ask();
    assert_eq!(stand.answer(HERE, "{}"), None);
    let right = device.show(&asked, &good);
    assert_eq!(stand.answer(HERE, &right), None);
    refused += 10;

    let right = device.show(&stand.ask(), &good);
    assert!(stand.answer(HERE, &right).is_some(), "the control: this one is let in");
    assert_eq!(stand.answer(HERE, &right), None, "replayed");
    device.count -= 1;
    assert_eq!(stand.show(&mut device, &good), None, "a counter that stands still");
    device.count = 1;
    assert_eq!(stand.show(&mut device, &good), None, "a counter that goes back");
    device.count = 1_000;
    assert!(stand.show(&mut device, &good).is_some());
    refused += 3;
    assert_eq!(register.journal_len().unwrap(), lines + refused + 2, "every attempt leaves a line");

    // Removed by who knows the password; and with a new invitation, and with the account.
    let id = register.passkeys_of(me).unwrap()[0].id.clone();
    assert!(!register.remove_passkey(me, &id, "iets anders").unwrap());
    assert!(!register.remove_passkey(&who(Rol::Raad), &id, PASSWORD).unwrap(), "only one's own");
    assert!(stand.show(&mut device, &good).is_some());
    assert!(register.remove_passkey(me, &id, PASSWORD).unwrap());
    assert_eq!(stand.show(&mut device, &good), None, "removed");
    assert!(stand.make(&mut device, &good));
    assert!(stand.show(&mut device, &good).is_some());
    stand.accept();
    assert_eq!(stand.show(&mut device, &good), None, "of before the new invitation");
    assert!(stand.make(&mut device, &good));
    let asked = stand.ask();
    register.end_account(None, &me.account).unwrap();
    let answer = device.show(&asked, &good);
    assert_eq!(stand.answer(HERE, &answer), None, "an account that ended");
    println!("signing in with a passkey: {} wrong answers refused, {} accepted", refused + 3, 4);
}
