//! A random world of families, people and relations, and many requests for objects that may be another's. Every family has a
//! name and a number that stand nowhere else (a canary): what is found in an answer must be what the model of the world allows.
//!
//! `LEERLOOP_REQUESTS=100000` asks as often as that, `ZAAD` is the seed of another world.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use axum::http::Method;
use register::beeld::{Bericht, BerichtenFilter, Gedaan, GezinnenFilter, Maatregel, Opslaan, Verzoek};
use register::{Wijze, judge};
use stelsel::goed_gesprek::{GoedGesprek, Lezers, Stem};
use stelsel::persoon::GezinsRol;
use stelsel::toegang::Relatie;
use stelsel::{AgbCode, Gezin, Id, Identiteit, Onderdeel, Rol, Wijkcode};
use web::ROUTES;

use crate::app::{ANDERE_WIJK, EIGEN_WIJK, TestApp};
use crate::xml::{Zaak, bsn, file, start, toewijzing, verzoek};

const FAMILIES: usize = 40;
const ACCOUNTS: usize = 68;
const PROVIDERS: [&str; 4] = ["65650011", "65650012", "65650013", "65650014"];
const WIJKEN: [(&str, &str); 2] = [(EIGEN_WIJK, "4811"), (ANDERE_WIJK, "4812")];

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
struct Dobbel(u64);

impl Dobbel {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n).unwrap()).unwrap()
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// A family, with everything of it that stands in an address.
struct Huis {
    naam: String,
    bsn: String,
    wijk: usize,
    aanbieder: usize,
    nummer: u32,
    gezin: Id<Gezin>,
    berichten: Vec<Id<Bericht>>,
    verzoek: Id<Verzoek>,
    gesprek: Id<GoedGesprek>,
}

/// Someone, and what the model says that they may see.
struct Mens {
    rol: Rol,
    cookie: String,
    /// Families of which any page may name the canary.
    mag: BTreeSet<usize>,
    /// Families of which the page of the family opens.
    dossier: BTreeSet<usize>,
}

struct Wereld {
    app: TestApp,
    huizen: Vec<Huis>,
    mensen: Vec<Mens>,
}

fn zaak<'a>(naam: &'a str, number: &'a str, wijk: usize, aanbieder: usize, n: usize) -> Zaak<'a> {
    Zaak {
        gemeente: "0758",
        aanbieder: PROVIDERS[aanbieder],
        bsn: number,
        given: "Kind",
        family: naam,
        postcode: if wijk == 0 { "4811AB" } else { "4812AB" },
        number: 500_000 + u32::try_from(n).unwrap(),
        from: "2026-03-02",
    }
}

fn build(seed: u64) -> Wereld {
    let app = TestApp::new();
    let mut dobbel = Dobbel(seed);
    let drawn: Vec<(String, String, usize, usize)> = (0..FAMILIES)
        .map(|n| {
            (
                format!("Kanarie{n:03}x"),
                bsn(n + 50),
                dobbel.below(WIJKEN.len()),
                dobbel.below(PROVIDERS.len()),
            )
        })
        .collect();
    let mut batch = Vec::new();
    let mut asked = Vec::new();
    for (n, (naam, number, wijk, aanbieder)) in drawn.iter().enumerate() {
        let zaak = zaak(naam, number, *wijk, *aanbieder, n);
        batch.push(file(&format!("w{n}.xml"), toewijzing(&zaak, &format!("W{n}"), "2026-03-02")));
        batch.push(file(&format!("s{n}.xml"), start(&zaak, &format!("B{n}"), "2026-03-10", "2026-03-09")));
        asked.push(file(&format!("q{n}.xml"), verzoek(&zaak, &format!("V{n}"), "2026-04-01", "45A04")));
    }
    let stored = app.register.intake(batch).unwrap();
    assert!(stored.iter().all(|o| matches!(o, register::Uitkomst::Opgenomen(_))), "{stored:?}");
    app.register
        .store(judge(asked.into_iter().map(register::Stuk::Bestand).collect()), Wijze::Verkeer)
        .unwrap();
    let huizen = houses(&app, &drawn);
    let mensen = people(&app, &huizen, &mut dobbel);
    Wereld { app, huizen, mensen }
}

/// What was made of the messages, found as those who may see everything of it.
fn houses(app: &TestApp, drawn: &[(String, String, usize, usize)]) -> Vec<Huis> {
    let everywhere = WIJKEN.iter().map(|(code, _)| Wijkcode::parse(code).unwrap()).collect();
    let team = Identiteit { wijken: everywhere, ..Identiteit::new("model", "Model", Rol::Wijkteam) };
    let beheer = Identiteit::new("model", "Model", Rol::Beheer);
    let mut families = BTreeMap::new();
    for (naam, ..) in drawn {
        let filter = GezinnenFilter { zoek: Some(naam.clone()), ..GezinnenFilter::default() };
        let list = app.register.look(&team, Onderdeel::Gezinnen, "", |l| l.gezinnen(&filter)).unwrap();
        assert_eq!(list.rijen.len(), 1, "{naam}");
        families.insert(naam.clone(), list.rijen[0].id);
    }
    let mut requests = BTreeMap::new();
    let mut na = None;
    loop {
        let list =
            app.register.look(&beheer, Onderdeel::Verzoeken, "", |l| l.verzoeken(na.as_deref())).unwrap();
        requests.extend(list.rijen.iter().map(|r| (r.gezin, r.id)));
        na = list.verder;
        if na.is_none() {
            break;
        }
    }
    let mut messages: BTreeMap<Id<Gezin>, Vec<Id<Bericht>>> = BTreeMap::new();
    let mut na = None;
    loop {
        let filter = BerichtenFilter { na, ..BerichtenFilter::default() };
        let list = app.register.look(&beheer, Onderdeel::Berichten, "", |l| l.berichten(&filter)).unwrap();
        for row in &list.rijen {
            let text = app.register.look(&beheer, Onderdeel::Bericht, "", |l| l.bericht(row.id)).unwrap().xml;
            for (naam, number, ..) in drawn {
                if text.contains(number.as_str()) {
                    messages.entry(families[naam]).or_default().push(row.id);
                }
            }
        }
        na = list.verder;
        if na.is_none() {
            break;
        }
    }
    let house = |(n, (naam, number, wijk, aanbieder)): (usize, &(String, String, usize, usize))| Huis {
        naam: naam.clone(),
        bsn: number.clone(),
        wijk: *wijk,
        aanbieder: *aanbieder,
        nummer: 500_000 + u32::try_from(n).unwrap(),
        gezin: families[naam],
        berichten: messages[&families[naam]].clone(),
        verzoek: requests[&families[naam]],
        gesprek: spoken(app, &team, families[naam], naam),
    };
    drawn.iter().enumerate().map(house).collect()
}

/// A finished conversation in which the name stands, in what is shared and in what the child said.
fn spoken(app: &TestApp, team: &Identiteit, gezin: Id<Gezin>, naam: &str) -> Id<GoedGesprek> {
    let key = || register::Register::form_key().unwrap();
    let Gedaan::Opgeslagen(id, versie) = app.register.begin_conversation(team, gezin, &key()).unwrap() else {
        panic!("not begun")
    };
    let members = app.register.members_of(gezin).unwrap();
    let stemmen = members.iter().map(|member| Stem {
        persoon: member.id,
        sprak: true,
        woorden: format!("{naam} zei"),
        lezers: Some(Lezers::Gezin),
        eigen: format!("{naam} alleen"),
    });
    let mut blad = crate::app::blad(naam);
    blad.stemmen = stemmen.collect();
    let page = Opslaan { versie, beurt: key(), beurt_nr: 1, blad };
    app.register.finish_conversation(team, gezin, id, page, &key()).unwrap();
    id
}

/// Accounts of every role with random relations, and what these open: written down here once more, from the words of the law
/// and not from the code that is tested.
fn people(app: &TestApp, huizen: &[Huis], dobbel: &mut Dobbel) -> Vec<Mens> {
    let everywhere: Vec<Wijkcode> = WIJKEN.iter().map(|(code, _)| Wijkcode::parse(code).unwrap()).collect();
    let giver = Identiteit { wijken: everywhere.clone(), ..Identiteit::new("gever", "Gever", Rol::Wijkteam) };
    app.register.put_account(&giver).unwrap();
    let all: BTreeSet<usize> = (0..huizen.len()).collect();
    let mut out = Vec::new();
    for n in 0..ACCOUNTS {
        let rol = Rol::ALL[n % Rol::ALL.len()];
        let account = format!("mens{n}");
        let mut who = Identiteit::new(account.clone(), format!("Mens {n}"), rol);
        let wijk = dobbel.below(WIJKEN.len());
        let aanbieder = dobbel.below(PROVIDERS.len());
        let own = dobbel.below(huizen.len());
        if matches!(rol, Rol::Wijkteam | Rol::Teamleider) {
            who.wijken = vec![everywhere[wijk]];
        }
        if rol == Rol::Aanbieder {
            who.aanbieder = AgbCode::parse(PROVIDERS[aanbieder]).ok();
        }
        if rol == Rol::Gezinslid {
            let members = app.register.members_of(huizen[own].gezin).unwrap();
            who.gezin = Some(huizen[own].gezin);
            who.persoon = members.iter().find(|p| p.rol == GezinsRol::Ouder).map(|p| p.id);
        }
        app.register.put_account(&who).unwrap();
        let relatie = match rol {
            Rol::Regisseur => Some(Relatie::Vervanger),
            Rol::Wijkteam | Rol::TafelVoorzitter | Rol::Tafellid => Some(Relatie::Tafel),
            Rol::Expertteam => Some(Relatie::Advies),
            Rol::Verwijzer => Some(Relatie::Verwijzer),
            Rol::School => Some(Relatie::School),
            _ => None,
        };
        let mut named = BTreeSet::new();
        if let Some(relatie) = relatie {
            for _ in 0..3 {
                let house = dobbel.below(huizen.len());
                let deed = Maatregel::Betrek { account: account.clone(), relatie, tot: None };
                app.register.arrange(&giver, huizen[house].gezin, &deed).unwrap();
                named.insert(house);
            }
        }
        let of = |keep: &dyn Fn(&Huis) -> bool| -> BTreeSet<usize> {
            huizen.iter().enumerate().filter(|(_, huis)| keep(huis)).map(|(n, _)| n).collect()
        };
        let dossier = match rol {
            Rol::Wijkteam | Rol::Teamleider => &of(&|huis| huis.wijk == wijk) | &named,
            Rol::Gezinslid => BTreeSet::from([own]),
            _ => named,
        };
        let mag = match rol {
            Rol::Beheer => all.clone(),
            Rol::Aanbieder => of(&|huis| huis.aanbieder == aanbieder),
            _ => dossier.clone(),
        };
        let token = app.register.sign_in(&account).unwrap().unwrap();
        out.push(Mens { rol, cookie: format!("leerloop={token}"), mag, dossier });
    }
    out
}

/// What is asked: an address of which the object is that of a family, in the path, in the query, or in a form.
fn ask(wereld: &Wereld, dobbel: &mut Dobbel, house: usize) -> (Method, String, String) {
    let huis = &wereld.huizen[house];
    let (gezin, nummer) = (huis.gezin, huis.nummer);
    let bericht = dobbel.pick(&huis.berichten);
    let get = |path: String| (Method::GET, path, String::new());
    let post = |path: String, body: String| (Method::POST, path, body);
    let gesprek = huis.gesprek;
    match dobbel.below(25) {
        0 | 1 => get(format!("/gezin/{gezin}")),
        2 => get(format!("/gezin/{gezin}/inzagen")),
        3 => get(format!("/toegang/{gezin}")),
        4 | 5 => get(format!("/bericht/{bericht}?deel={}", dobbel.pick(&["velden", "xml", "oordeel"]))),
        6 | 7 => get(format!("/toewijzingen/0758/{nummer}")),
        8 => get(format!("/verzoeken/{}", huis.verzoek)),
        9 => get(format!("/gezinnen?zoek={}", huis.naam)),
        10 => get(format!("/gezinnen?na={}~{gezin}", huis.naam.to_lowercase())),
        11 => get(format!("/berichten?aanbieder={}", PROVIDERS[huis.aanbieder])),
        12 => get(format!("/verzoeken?na={}", dobbel.below(30_000))),
        13 => get(format!("/aanbieder/{}", PROVIDERS[huis.aanbieder])),
        // Forms that do not hold: nothing changes, and what is shown again is what may be seen.
        14 => post(format!("/verzoeken/{}", huis.verzoek), "besluit=afwijzen".into()),
        15 => post(format!("/correcties/{gezin}"), "doe=plaats&over=gezin&tekst=&sleutel=x".into()),
        21 => get(format!("/gezin/{gezin}/plan{}", dobbel.pick(&["", "/versies"]))),
        22 => get(format!("/gezin/{gezin}/achttien")),
        23 => post(format!("/gezin/{gezin}/plan"), "doe=doel&tekst=&sleutel=x".into()),
        16 => get(format!("/gezin/{gezin}/gesprekken")),
        17 | 18 => get(format!("/gezin/{gezin}/gesprekken/{gesprek}")),
        19 => post(format!("/gezin/{gezin}/gesprekken/{gesprek}"), "doe=aanvulling&tekst=&sleutel=x".into()),
        20 => {
            post(format!("/gezin/{gezin}/gesprekken/{gesprek}/concept"), "versie=1&beurt=x&beurt_nr=1".into())
        }
        _ => post(format!("/toegang/{gezin}"), "doe=betrek&wie=".into()),
    }
}

/// The families of which the canary stands in an answer.
fn canaries(wereld: &Wereld, body: &str) -> BTreeSet<usize> {
    let mut found: BTreeSet<usize> = BTreeSet::new();
    for rest in body.split("anarie").skip(1) {
        found.extend(rest.get(..3).and_then(|n| n.parse::<usize>().ok()));
    }
    found.extend((0..wereld.huizen.len()).filter(|n| body.contains(&wereld.huizen[*n].bsn)));
    found
}

fn number(name: &str, without: u64) -> u64 {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(without)
}

#[test]
fn nobody_sees_what_is_anothers() {
    let seed = number("ZAAD", 20_261_122);
    let requests = usize::try_from(number("LEERLOOP_REQUESTS", 6_000)).unwrap();
    let wereld = build(seed);
    let failures: Mutex<Vec<String>> = Mutex::default();
    let counted = Mutex::new((0_usize, 0_usize, 0_usize, 0_usize));
    let threads = 6;
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let (wereld, failures, counted) = (&wereld, &failures, &counted);
            scope.spawn(move || {
                let mut dobbel = Dobbel(seed ^ (thread as u64 + 1));
                let (mut others, mut own, mut shown, mut control) = (0, 0, 0, 0);
                for _ in 0..requests / threads {
                    let mens = dobbel.pick(&wereld.mensen);
                    let house = dobbel.below(wereld.huizen.len());
                    let (method, path, body) = ask(wereld, &mut dobbel, house);
                    // What was typed comes back in the field it was typed in: that is no leak.
                    let typed = path.contains("zoek=") || path.contains("na=kanarie");
                    let answer = wereld.app.send(&method, &path, &mens.cookie, &body);
                    let mut found = canaries(wereld, &answer.body);
                    if typed && !mens.mag.contains(&house) {
                        found.remove(&house);
                    }
                    if mens.mag.contains(&house) {
                        own += 1;
                    } else {
                        others += 1;
                    }
                    shown += found.len();
                    let wrong: Vec<_> = found.difference(&mens.mag).collect();
                    // Who looked is open to fewer than the file itself.
                    let file = path.starts_with("/gezin/") && path.matches('/').count() == 2;
                    let opens = file.then(|| mens.dossier.contains(&house));
                    if !wrong.is_empty() || opens.is_some_and(|opens| opens != (answer.status == 200)) {
                        let what =
                            format!("{:?} {method} {path}: {} shows {wrong:?}", mens.rol, answer.status);
                        failures.lock().unwrap().push(what);
                    }
                    // The control: to someone else, who may see nothing, the same answer would be a leak.
                    control += usize::from(!found.is_empty());
                }
                let mut sum = counted.lock().unwrap();
                *sum = (sum.0 + others, sum.1 + own, sum.2 + shown, sum.3 + control);
            });
        }
    });
    let failures = failures.into_inner().unwrap();
    let (others, own, shown, control) = counted.into_inner().unwrap();
    assert!(
        failures.is_empty(),
        "ZAAD={seed}: {} wrong, first: {:#?}",
        failures.len(),
        &failures[..failures.len().min(5)]
    );
    assert!(own > requests / 10 && others > requests / 3 && shown > requests / 10 && control > requests / 20);
    println!(
        "seed {seed}: {} requests ({others} for others' objects, {own} for own), {shown} canaries where they may be, \
         0 where they may not",
        others + own
    );
}

/// The harness finds a leak: with the relation of one person forgotten in the model, what they see is reported.
#[test]
fn a_leak_would_be_found() {
    let mut wereld = build(7);
    let forgotten = wereld.mensen.iter().position(|m| m.rol == Rol::Regisseur).unwrap();
    let house = *wereld.mensen[forgotten].mag.iter().next().unwrap();
    wereld.mensen[forgotten].mag.clear();
    let path = format!("/gezin/{}", wereld.huizen[house].gezin);
    let answer = wereld.app.get(&path, &wereld.mensen[forgotten].cookie);
    assert!(canaries(&wereld, &answer.body).difference(&wereld.mensen[forgotten].mag).count() > 0);
}

/// Every address with an object in it is asked, or has none of a family.
#[test]
fn every_address_with_an_object_is_asked() {
    let asked = [
        "/gezin/{id}",
        "/gezin/{id}/inzagen",
        "/toegang/{id}",
        "/correcties/{id}",
        "/gezin/{id}/plan",
        "/gezin/{id}/plan/versies",
        "/gezin/{id}/plan/hulp",
        "/gezin/{id}/achttien",
        "/gezin/{id}/gesprekken",
        "/gezin/{id}/gesprekken/{gesprek}",
        "/gezin/{id}/gesprekken/{gesprek}/concept",
        "/bericht/{id}",
        "/toewijzingen/{gemeente}/{nummer}",
        "/verzoeken/{id}",
        "/aanbieder/{agb}",
    ];
    let without_family = [
        "/stijl/{bestand}",
        "/script/{bestand}",
        "/wijk/{code}",
        "/quarantaine/{id}",
        "/expertvragen/{id}",
        "/koppelvlak/uit/{id}",
        "/aanmelden/bij/{naam}",
        "/aanmelden/terug/{naam}",
    ];
    for route in ROUTES.iter().filter(|route| route.pad.contains('{')) {
        assert!(asked.contains(&route.pad) || without_family.contains(&route.pad), "{}", route.pad);
    }
}
