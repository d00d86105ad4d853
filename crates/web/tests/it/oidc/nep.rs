//! A provider that can be told to misbehave in every part of its answers. It speaks HTTP by itself, so that it can also
//! drip, stall and never end.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use openidconnect::PkceCodeChallenge;
use serde_json::{Value, json};

use super::token::Teken;

/// How an endpoint answers.
#[derive(Clone, Copy, Default)]
pub(crate) enum Wijze {
    #[default]
    Goed,
    /// The right JSON, called HTML.
    Html,
    /// A page of HTML, called JSON.
    HtmlAlsJson,
    /// A megabyte of spaces around the right JSON.
    Groot,
    /// Begins and never ends.
    Eindeloos,
    /// Says nothing for a long time.
    Traag,
    /// A byte now and then.
    Druppel,
    /// Another status with the right JSON.
    Status(u16),
    /// An error of the standard.
    Fout(&'static str),
    /// A redirect to the right answer.
    Omleiding,
    /// Half of the JSON.
    Half,
    /// No answer at all.
    Weg,
    /// Something else in its place.
    Tekst(&'static str),
}

pub(crate) type Wijzig = fn(&mut Value);

/// What the provider does. Fields that are not set do what is right.
pub(crate) struct Spel {
    pub(crate) discovery: Wijze,
    pub(crate) document: Wijzig,
    pub(crate) jwks: Wijze,
    pub(crate) keys: Wijzig,
    pub(crate) tokens: Wijze,
    pub(crate) antwoord: Wijzig,
    pub(crate) kop: Wijzig,
    pub(crate) claims: Wijzig,
    pub(crate) teken: Teken,
    /// Changes the finished token.
    pub(crate) verknoei: fn(&str) -> String,
}

impl Default for Spel {
    fn default() -> Self {
        let nothing: Wijzig = |_| {};
        Self {
            discovery: Wijze::Goed,
            document: nothing,
            jwks: Wijze::Goed,
            keys: nothing,
            tokens: Wijze::Goed,
            antwoord: nothing,
            kop: nothing,
            claims: nothing,
            teken: Teken::Rs256,
            verknoei: str::to_owned,
        }
    }
}

/// What was asked of the provider when someone was sent to it.
#[derive(Clone, Default)]
pub(crate) struct Gevraagd {
    pub(crate) nonce: String,
    pub(crate) challenge: String,
    pub(crate) redirect: String,
    pub(crate) code: String,
    pub(crate) gebruikt: bool,
}

pub(crate) struct Binnen {
    pub(crate) spel: Spel,
    pub(crate) gevraagd: Gevraagd,
    pub(crate) nu: i64,
    pub(crate) sub: String,
    pub(crate) bsn: Option<Value>,
    pub(crate) verzoeken: BTreeMap<String, u32>,
}

/// The provider.
#[derive(Clone)]
pub(crate) struct Nep {
    pub(crate) adres: String,
    binnen: Arc<Mutex<Binnen>>,
}

pub(crate) const GEHEIM: &str = "een geheim van ons & van hen";

impl Nep {
    pub(crate) fn start(nu: i64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let adres = format!("http://{}", listener.local_addr().unwrap());
        let binnen = Binnen {
            spel: Spel::default(),
            gevraagd: Gevraagd::default(),
            nu,
            sub: "samira-1".into(),
            bsn: None,
            verzoeken: BTreeMap::new(),
        };
        let nep = Self { adres, binnen: Arc::new(Mutex::new(binnen)) };
        let served = nep.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let nep = served.clone();
                std::thread::spawn(move || nep.serve(stream));
            }
        });
        nep
    }

    pub(crate) fn set(&self, change: impl FnOnce(&mut Binnen)) {
        change(&mut self.binnen.lock().unwrap());
    }

    pub(crate) fn count(&self, path: &str) -> u32 {
        self.binnen.lock().unwrap().verzoeken.get(path).copied().unwrap_or_default()
    }

    fn serve(&self, mut stream: TcpStream) {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let mut head = String::new();
        let mut length = 0;
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap_or(0) == 0 || line == "\r\n" {
                break;
            }
            let low = line.to_lowercase();
            if let Some(n) = low.strip_prefix("content-length:") {
                length = n.trim().parse().unwrap();
            }
            head.push_str(&line);
        }
        let mut body = vec![0; length];
        if reader.read_exact(&mut body).is_err() {
            return;
        }
        let path = head.split(' ').nth(1).unwrap_or("/").to_owned();
        let (wijze, json) = {
            let mut binnen = self.binnen.lock().unwrap();
            *binnen.verzoeken.entry(path.clone()).or_default() += 1;
            self.answer(&mut binnen, &path, &head, &String::from_utf8(body).unwrap())
        };
        // Whoever asked may have hung up: that is what is tested.
        let _ = send(&mut stream, wijze, &path, &json);
    }

    fn answer(&self, binnen: &mut Binnen, path: &str, head: &str, body: &str) -> (Wijze, Value) {
        let adres = &self.adres;
        match path.trim_end_matches("/goed") {
            "/.well-known/openid-configuration" => {
                let mut document = json!({
                    "issuer": adres,
                    "authorization_endpoint": format!("{adres}/auth"),
                    "token_endpoint": format!("{adres}/token"),
                    "jwks_uri": format!("{adres}/jwks"),
                    "end_session_endpoint": format!("{adres}/uit"),
                    "response_types_supported": ["code"],
                    "subject_types_supported": ["public"],
                    "id_token_signing_alg_values_supported": ["RS256", "PS256", "ES256"],
                    "authorization_response_iss_parameter_supported": true,
                });
                (binnen.spel.document)(&mut document);
                (binnen.spel.discovery, document)
            }
            "/jwks" => {
                let mut keys = json!({ "keys": super::token::public_keys() });
                (binnen.spel.keys)(&mut keys);
                (binnen.spel.jwks, keys)
            }
            "/token" => match self.exchange(binnen, head, body) {
                Ok(tokens) => (binnen.spel.tokens, tokens),
                Err(error) => (Wijze::Fout(error), Value::Null),
            },
            _ => (Wijze::Status(404), Value::Null),
        }
    }

    /// As strict as a good provider is.
    fn exchange(&self, binnen: &mut Binnen, head: &str, body: &str) -> Result<Value, &'static str> {
        let form: BTreeMap<String, String> =
            openidconnect::url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
        let given = |name: &str| form.get(name).map_or("", String::as_str);
        let basic = super::token::basic("leerloop", GEHEIM);
        if !head.to_lowercase().contains("authorization: basic") || !head.contains(&basic) {
            return Err("invalid_client");
        }
        let asked = &mut binnen.gevraagd;
        let verifier = openidconnect::PkceCodeVerifier::new(given("code_verifier").to_owned());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
        let right = given("grant_type") == "authorization_code"
            && given("code") == asked.code
            && given("redirect_uri") == asked.redirect
            && challenge.as_str() == asked.challenge
            && !asked.gebruikt;
        if !right {
            return Err("invalid_grant");
        }
        asked.gebruikt = true;
        let nu = binnen.nu;
        let mut claims = json!({
            "iss": self.adres, "sub": binnen.sub, "aud": "leerloop", "exp": nu + 300, "iat": nu,
            "nonce": asked.nonce, "acr": "hoog",
        });
        if let Some(bsn) = &binnen.bsn {
            claims["urn:bsn"] = bsn.clone();
        }
        (binnen.spel.claims)(&mut claims);
        let token = binnen.spel.teken.sign(&claims, binnen.spel.kop);
        let mut tokens = json!({
            "access_token": "toegang", "token_type": "Bearer", "expires_in": 300,
            "id_token": (binnen.spel.verknoei)(&token),
        });
        (binnen.spel.antwoord)(&mut tokens);
        Ok(tokens)
    }
}

fn send(stream: &mut TcpStream, wijze: Wijze, path: &str, json: &Value) -> std::io::Result<()> {
    let good = json.to_string();
    let head = |status: u16, kind: &str, more: &str| {
        format!("HTTP/1.1 {status} x\r\ncontent-type: {kind}\r\nconnection: close\r\n{more}\r\n")
    };
    let plain = head(200, "application/json", "");
    match wijze {
        Wijze::Goed => write!(stream, "{plain}{good}"),
        Wijze::Html => write!(stream, "{}{good}", head(200, "text/html", "")),
        Wijze::HtmlAlsJson => write!(stream, "{plain}<!doctype html><title>Onderhoud</title>"),
        Wijze::Groot => write!(stream, "{plain}{}{good}", " ".repeat(1_000_000)),
        Wijze::Eindeloos => {
            stream.write_all(plain.as_bytes())?;
            loop {
                stream.write_all(&[b' '; 4096])?;
            }
        }
        Wijze::Traag => {
            std::thread::sleep(Duration::from_secs(4));
            write!(stream, "{plain}{good}")
        }
        Wijze::Druppel => {
            stream.write_all(plain.as_bytes())?;
            for byte in good.bytes() {
                std::thread::sleep(Duration::from_millis(50));
                stream.write_all(&[byte])?;
            }
            Ok(())
        }
        Wijze::Status(status) => write!(stream, "{}{good}", head(status, "application/json", "")),
        Wijze::Fout(error) => {
            write!(stream, "{}{}", head(400, "application/json", ""), json!({ "error": error }))
        }
        Wijze::Omleiding => {
            write!(stream, "{}{good}", head(307, "application/json", &format!("location: {path}/goed\r\n")))
        }
        Wijze::Half => write!(stream, "{plain}{}", &good[..good.len() / 2]),
        Wijze::Weg => Ok(()),
        Wijze::Tekst(text) => write!(stream, "{plain}{text}"),
    }
}
