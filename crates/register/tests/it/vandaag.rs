//! How long the first page takes with a hundred thousand families and the rights on. Measured, and only when asked for:
//! `LEERLOOP_METEN=1 cargo nextest run --release -p register vandaag`.

use std::sync::Arc;
use std::time::{Duration, Instant};

use register::{Opslag, Register};
use rusqlite::{Connection, params};
use stelsel::toegang::Relatie;
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Persoon, Rol, VasteKlok, Wijkcode};

const FAMILIES: u32 = 100_000;
/// Coordinators, each of forty families.
const COORDINATORS: u32 = 500;
const PER_COORDINATOR: u32 = 40;
const WIJKEN: u32 = 60;
const LOOKS: usize = 200;

fn id<T>(kind: u8, n: u32) -> Id<T> {
    let mut random = [kind; 10];
    random[..4].copy_from_slice(&n.to_be_bytes());
    Id::new("2026-01-01T00:00:00Z".parse().unwrap(), random)
}

/// Families with two children and a parent each; one in fifty waits for an answer, one in a hundred sees something differently.
fn fill(file: &std::path::Path, now: i64) {
    let mut db = Connection::open(file).unwrap();
    let tx = db.transaction().unwrap();
    tx.execute("INSERT INTO gemeente (code, naam, in_regio) VALUES (758, 'Breda', 1)", []).unwrap();
    for wijk in 0..WIJKEN {
        let code = 75_800 + wijk;
        tx.execute(
            "INSERT INTO wijk (code, gemeente, naam) VALUES (?, 758, ?)",
            params![code, format!("w{wijk}")],
        )
        .unwrap();
    }
    for n in 0..COORDINATORS {
        tx.execute(
            "INSERT INTO account (sleutel, volgorde, naam, rol, wijken) VALUES (?, ?, ?, 'regisseur', '')",
            params![format!("r{n}"), n, format!("Regisseur {n}")],
        )
        .unwrap();
    }
    let mut family = tx
        .prepare(
            "INSERT INTO gezin (id, naam, zoeknaam, gemeente, wijk, adres_van, afgeschermd) VALUES (?, ?, ?, 758, ?, 0, 0)",
        )
        .unwrap();
    let mut person = tx
        .prepare(
            "INSERT INTO persoon (id, gezin, rol, kenmerk, achternaam, geboren, gegevens_van) VALUES (?, ?, ?, ?, ?, ?, 0)",
        )
        .unwrap();
    let mut tie = tx
        .prepare("INSERT INTO betrokken (id, gezin, account, relatie, van, door) VALUES (?, ?, ?, 'regisseur', 0, 'x')")
        .unwrap();
    let mut post = tx
        .prepare(
            "INSERT INTO post (id, gezin, persoon, soort, auteur, van_gezin, tekst, geplaatst, wacht) \
             VALUES (?, ?, ?, 0, 'lid', 1, 'Kunt u bellen?', ?, ?)",
        )
        .unwrap();
    let mut said = tx
        .prepare(
            "INSERT INTO correctie (id, gezin, over, auteur, tekst, geplaatst, gewijzigd, versie, stand) \
             VALUES (?, ?, 'gezin', 'lid', 'Wij zien dat anders', ?, ?, 1, 0)",
        )
        .unwrap();
    for n in 0..FAMILIES {
        let gezin: Id<Gezin> = id(1, n);
        let naam = format!("familie{n:06}");
        let key = gezin.bytes().as_slice();
        family.execute(params![key, naam, naam, 75_800 + n % WIJKEN]).unwrap();
        for (place, rol) in [(0, 0), (1, 0), (2, 1)] {
            let member: Id<Persoon> = id(2, n * 3 + place);
            let born = 16_000 + i64::from(n % 2_000);
            person.execute(params![member.bytes().as_slice(), key, rol, naam, naam, born]).unwrap();
        }
        if n < COORDINATORS * PER_COORDINATOR {
            let tied: Id<Gezin> = id(3, n);
            tie.execute(params![tied.bytes().as_slice(), key, format!("r{}", n / PER_COORDINATOR)]).unwrap();
        }
        if n % 5 == 0 {
            let own: Id<Persoon> = id(2, n * 3);
            let about = (n % 3 == 0).then(|| own.bytes().to_vec());
            let message: Id<Gezin> = id(4, n);
            let waits = i64::from(n % 50 == 0);
            post.execute(params![message.bytes().as_slice(), key, about, now - i64::from(n), waits]).unwrap();
        }
        if n % 100 == 0 {
            let one: Id<Gezin> = id(5, n);
            said.execute(params![one.bytes().as_slice(), key, now, now]).unwrap();
        }
    }
    drop((family, person, tie, post, said));
    tx.commit().unwrap();
    db.execute_batch("ANALYZE").unwrap();
}

/// The longest, the middle and the 99th of a hundred.
fn measure(register: &Register, who: &Identiteit) -> (Duration, Duration, usize) {
    let mut times = Vec::new();
    let mut families = 0;
    for _ in 0..LOOKS {
        let begun = Instant::now();
        let page = register
            .look(who, Onderdeel::Vandaag, "eigen", |l: &mut register::Lezing<'_>| l.vandaag())
            .unwrap();
        times.push(begun.elapsed());
        families = page.gezinnen.len();
    }
    times.sort_unstable();
    (times[LOOKS / 2], times[LOOKS * 99 / 100], families)
}

#[test]
fn the_first_page_is_there_at_once() {
    if std::env::var_os("LEERLOOP_METEN").is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(VasteKlok::new("2026-11-02T08:00:00Z".parse().unwrap()));
    let now = "2026-11-02T07:00:00Z".parse::<jiff::Timestamp>().unwrap().as_millisecond();
    let register = Register::open(&Opslag::Map(folder.path().into()), clock).unwrap();
    fill(&folder.path().join("leerloop.db"), now);
    let token = register.sign_in("r7").unwrap().unwrap();
    let coordinator = register.session(&token).unwrap().unwrap();
    let families = usize::try_from(PER_COORDINATOR).unwrap();
    assert_eq!(coordinator.betrokken.iter().filter(|(_, r)| *r == Relatie::Regisseur).count(), families);
    let wijken = (0..3).map(|n| Wijkcode::parse(&format!("WK0758{n:02}")).unwrap()).collect();
    let team = Identiteit { wijken, ..Identiteit::new("team", "Team", Rol::Wijkteam) };
    for (name, who) in [("coordinator", &coordinator), ("team", &team)] {
        let (middle, late, shown) = measure(&register, who);
        println!("{name}: {shown} families, p50 {middle:?}, p99 {late:?} of {LOOKS} at {FAMILIES} families");
        assert!(late < Duration::from_millis(100), "{name}: {late:?}");
    }
}
