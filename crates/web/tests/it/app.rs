//! The whole program on a register of its own, asked as a browser would.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use register::beeld::{Bericht, Brief, Maatregel, Quarantaine, Verzoek};
use register::{Opslag, Register};
use stelsel::analyse::Probleemanalyse;
use stelsel::goed_gesprek::GoedGesprek;
use stelsel::persoon::GezinsRol;
use stelsel::scenario::Scenario;
use stelsel::toegang::Relatie;
use stelsel::verwijzing::Verwijzing;
use stelsel::{AgbCode, Gezin, Id, Identiteit, Rol, VasteKlok, Wijkcode};
use tower::ServiceExt;
use web::Toestand;

mod vulling;

pub(crate) use vulling::{TOM, blad, conversation, exchange, letter, more_families, share};
use vulling::{analysis, fill, kept, refer, region};

pub(crate) const EIGEN_AGB: &str = "65650001";
pub(crate) const ANDER_AGB: &str = "65650002";
pub(crate) const EIGEN_WIJK: &str = "WK075801";
pub(crate) const ANDERE_WIJK: &str = "WK075802";

/// An answer, read to the end.
#[derive(Debug)]
pub(crate) struct Antwoord {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Antwoord {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }

    pub(crate) fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }

    /// The addresses of the links whose path begins in this way.
    pub(crate) fn links(&self, begin: &str) -> Vec<String> {
        let hrefs = self.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        hrefs.filter(|href| href.starts_with(begin)).map(|href| href.replace("&#38;", "&")).collect()
    }
}

/// What is in the register and is asked for by the tests.
pub(crate) struct Ids {
    pub(crate) eigen_gezin: Id<Gezin>,
    pub(crate) ander_gezin: Id<Gezin>,
    pub(crate) eigen_bericht: Id<Bericht>,
    pub(crate) ander_bericht: Id<Bericht>,
    pub(crate) stuk: Id<Quarantaine>,
    pub(crate) eigen_verzoek: Id<Verzoek>,
    pub(crate) ander_verzoek: Id<Verzoek>,
    /// About a child of whom nobody told the address yet.
    pub(crate) nieuw_verzoek: Id<Verzoek>,
    /// A start on an allocation that does not exist.
    pub(crate) afgekeurd: Id<Bericht>,
    /// A finished conversation with each family.
    pub(crate) eigen_gesprek: Id<GoedGesprek>,
    pub(crate) ander_gesprek: Id<GoedGesprek>,
    /// A draft of the team with each family.
    pub(crate) eigen_concept: Id<GoedGesprek>,
    pub(crate) ander_concept: Id<GoedGesprek>,
    /// Of the child of the own family.
    pub(crate) verwijzing: Id<Verwijzing>,
    /// Shared with partners.
    pub(crate) eigen_analyse: Id<Probleemanalyse>,
    /// Shared with nobody.
    pub(crate) ander_analyse: Id<Probleemanalyse>,
    /// A choice that was tried and kept.
    pub(crate) scenario: Id<Scenario>,
    pub(crate) eigen_brief: Id<Brief>,
    pub(crate) ander_brief: Id<Brief>,
}

/// The word of the connector.
pub(crate) const SLEUTEL: &str = "een woord dat niemand raadt";

pub(crate) struct TestApp {
    pub(crate) register: Register,
    pub(crate) ids: Ids,
    toestand: Toestand,
    router: Router,
    runtime: tokio::runtime::Runtime,
    /// The proofs that pages gave, by cookies.
    bewijzen: Mutex<HashMap<String, (String, String)>>,
    pub(crate) klok: Arc<VasteKlok>,
    pub(crate) folder: tempfile::TempDir,
}

fn wijk(code: &str) -> Wijkcode {
    Wijkcode::parse(code).unwrap()
}

/// Someone with a role, related to the first neighbourhood, provider and family.
pub(crate) fn iemand(rol: Rol, gezin: Option<Id<Gezin>>) -> Identiteit {
    Identiteit {
        wijken: if matches!(rol, Rol::Wijkteam | Rol::Teamleider) { vec![wijk(EIGEN_WIJK)] } else { vec![] },
        aanbieder: (rol == Rol::Aanbieder).then(|| AgbCode::parse(EIGEN_AGB).unwrap()),
        gezin: gezin.filter(|_| rol == Rol::Gezinslid),
        ..Identiteit::new(rol.key(), format!("Proef {}", rol.key()), rol)
    }
}

impl TestApp {
    /// A demo with two families and something in quarantine.
    pub(crate) fn new() -> Self {
        Self::with(true, false)
    }

    /// Not a demo, with the key: people sign in with a password.
    pub(crate) fn with_passwords() -> Self {
        let app = Self::with(false, false);
        app.register.unlock(&register::Kluissleutel::generate().unwrap()).unwrap();
        app
    }

    pub(crate) fn with(demo: bool, https: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let opslag = Opslag::Map(folder.path().into());
        Self::on(&opslag, folder, demo, https)
    }

    /// As [`TestApp::with`], in a place of its own.
    pub(crate) fn on(opslag: &Opslag, folder: tempfile::TempDir, demo: bool, https: bool) -> Self {
        let klok = Arc::new(VasteKlok::new("2026-04-10T09:00:00Z".parse().unwrap()));
        let register = Register::open(opslag, klok.clone()).unwrap();
        register.setup_region(&region(demo)).unwrap();
        let ids = fill(&register);
        let parent =
            register.members_of(ids.eigen_gezin).unwrap().into_iter().find(|p| p.rol == GezinsRol::Ouder);
        let parent = parent.map(|parent| parent.id);
        for rol in Rol::ALL {
            let persoon = parent.filter(|_| rol == Rol::Gezinslid);
            register.put_account(&Identiteit { persoon, ..iemand(rol, Some(ids.eigen_gezin)) }).unwrap();
        }
        let team = iemand(Rol::Wijkteam, None);
        for (rol, relatie) in [
            (Rol::Regisseur, Relatie::Regisseur),
            (Rol::TafelVoorzitter, Relatie::Tafel),
            (Rol::Tafellid, Relatie::Tafel),
            (Rol::Expertteam, Relatie::Advies),
        ] {
            let deed = Maatregel::Betrek { account: rol.key().into(), relatie, tot: None };
            register.arrange(&team, ids.eigen_gezin, &deed).unwrap();
        }
        share(&register, ids.eigen_gezin, "verwijzer");
        share(&register, ids.eigen_gezin, "school");
        let (eigen_analyse, ander_analyse) = (analysis(&register, true), analysis(&register, false));
        let scenario = kept(&register);
        let ids = Ids { verwijzing: refer(&register), eigen_analyse, ander_analyse, scenario, ..ids };
        let sleutel = web::Sleutelwoord::new(SLEUTEL);
        let toestand = Toestand {
            register: register.clone(),
            klok: klok.clone(),
            https,
            sleutel,
            aanmelders: web::oidc::Aanmelders::default(),
            cijfers: web::Cijfers::none(),
            bevolking: None,
        };
        let router = web::router(toestand.clone());
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        Self { register, ids, toestand, router, runtime, bewijzen: Mutex::default(), klok, folder }
    }

    /// Starts the pages anew, with these figures.
    pub(crate) fn set_cijfers(&mut self, cijfers: web::Cijfers) {
        self.toestand.cijfers = cijfers;
        self.router = web::router(self.toestand.clone());
    }

    /// Starts the pages anew, with these providers to sign in at.
    pub(crate) fn set_aanmelders(&mut self, aanmelders: web::oidc::Aanmelders) {
        self.toestand.aanmelders = aanmelders;
        self.router = web::router(self.toestand.clone());
    }

    pub(crate) fn ask(&self, request: Request<Body>) -> Antwoord {
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = to_bytes(body, 20_000_000).await.unwrap();
            Antwoord {
                status: parts.status,
                headers: parts.headers,
                // Of a document only what is text.
                body: String::from_utf8_lossy(&bytes).into_owned(),
            }
        })
    }

    /// Asks all of it at the same time, with no more than so many threads for the register; the numbers of the requests with
    /// their answers, in the order in which the answers came.
    pub(crate) fn ask_together(
        &self,
        threads: usize,
        requests: Vec<Request<Body>>,
    ) -> Vec<(usize, StatusCode, String)> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .max_blocking_threads(threads)
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let mut under_way = tokio::task::JoinSet::new();
            for (nr, request) in requests.into_iter().enumerate() {
                let router = self.router.clone();
                under_way.spawn(async move {
                    let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
                    let bytes = to_bytes(body, 20_000_000).await.unwrap();
                    (nr, parts.status, String::from_utf8(bytes.to_vec()).unwrap())
                });
            }
            let mut answers = Vec::new();
            while let Some(answer) = under_way.join_next().await {
                answers.push(answer.unwrap());
            }
            answers
        })
    }

    /// Sends as a browser does that was shown a page before: with the proof in the form.
    pub(crate) fn send(&self, method: &Method, path: &str, cookie: &str, body: &str) -> Antwoord {
        if method == Method::POST {
            let (cookie, word) = self.bewijs(cookie);
            return self.send_bare(method, path, &cookie, &format!("{body}&bewijs={word}"));
        }
        self.send_bare(method, path, cookie, body)
    }

    pub(crate) fn send_bare(&self, method: &Method, path: &str, cookie: &str, body: &str) -> Antwoord {
        let mut request = Request::builder().method(method).uri(path).header("host", "proef");
        if !cookie.is_empty() {
            request = request.header(COOKIE, cookie);
        }
        if method == Method::POST {
            request = request
                .header("content-type", "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin");
        }
        self.ask(request.body(Body::from(body.to_owned())).unwrap())
    }

    /// The cookies to send along and the proof that a page shows to who has them, as a browser gets them.
    pub(crate) fn bewijs(&self, cookie: &str) -> (String, String) {
        if let Some(known) = self.bewijzen.lock().unwrap().get(cookie) {
            return known.clone();
        }
        // A page that does not exist still has the form for the language, and leaves no line in the journal.
        let page = self.get("/bestaat-niet", cookie);
        let word = page.body.split("name=\"bewijs\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let given = page.header(SET_COOKIE.as_str()).split(';').next().unwrap();
        let cookies = [cookie, given].into_iter().filter(|c| !c.is_empty()).collect::<Vec<_>>().join("; ");
        let known = (cookies, word.to_owned());
        self.bewijzen.lock().unwrap().insert(cookie.to_owned(), known.clone());
        known
    }

    pub(crate) fn get(&self, path: &str, cookie: &str) -> Antwoord {
        self.send(&Method::GET, path, cookie, "")
    }

    pub(crate) fn post(&self, path: &str, cookie: &str, body: &str) -> Antwoord {
        self.send(&Method::POST, path, cookie, body)
    }

    /// Signs in and gives the cookie to send along.
    pub(crate) fn sign_in(&self, rol: Rol) -> String {
        let answer = self.post("/aanmelden", "", &format!("account={}", rol.key()));
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let set = answer.header(SET_COOKIE.as_str());
        set.split(';').next().unwrap().to_owned()
    }
}

impl TestApp {
    /// Every row of every table, as text, to compare before and after. `but` are tables that may change.
    pub(crate) fn rows(&self, but: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
        let db = rusqlite::Connection::open(self.folder.path().join("leerloop.db")).unwrap();
        let mut tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").unwrap();
        let names: Vec<String> =
            tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert!(names.len() > 20, "the tables are found");
        let mut all = BTreeMap::new();
        for name in names.into_iter().filter(|name| !but.contains(&name.as_str())) {
            let mut query = db.prepare(&format!("SELECT * FROM {name}")).unwrap();
            let width = query.column_count();
            let rows = query
                .query_map([], |row| {
                    Ok((0..width)
                        .map(|n| format!("{:?}", row.get_ref(n).unwrap()))
                        .collect::<Vec<_>>()
                        .join("|"))
                })
                .unwrap()
                .map(Result::unwrap)
                .collect();
            all.insert(name, rows);
        }
        all
    }

    /// The names of all columns of the database.
    pub(crate) fn columns(&self) -> BTreeSet<String> {
        let db = rusqlite::Connection::open(self.folder.path().join("leerloop.db")).unwrap();
        let sql =
            "SELECT DISTINCT c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'";
        let mut query = db.prepare(sql).unwrap();
        query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }
}
