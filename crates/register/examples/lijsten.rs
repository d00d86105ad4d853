//! Measures what docs/performance.md tells of lists: `cargo run --release -p register --example lijsten [FAMILIES]`. Families are
//! made by messages and plans by the deeds of the register, in a folder that is thrown away. Rights are on: a team looks.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a measurement stops where it fails")]

use std::sync::Arc;
use std::time::Instant;

use jiff::civil::date;
use register::beeld::GezinnenFilter;
use register::{Aangeboden, Fout, Lezing, Opslag, Regiogegevens, Register, Stuk, WijkInvoer, Wijze, judge};
use stelsel::plan::{Daad, Inhoud, Stap, Wijziging, Woorden};
use stelsel::{Gemeentecode, Identiteit, Onderdeel, Rol, VasteKlok, Wijkcode};

/// Neighbourhoods in the region: those of West-Brabant-Oost are about as many.
const WIJKEN: usize = 80;
/// Neighbourhoods of one team.
const VAN_TEAM: usize = 4;
/// Every so many families has a plan.
const PLAN: usize = 10;
/// Of one in so many families no start was told.
const WAIT: usize = 20;
/// How often is asked.
const KEER: usize = 200;

fn wijk(n: usize) -> Wijkcode {
    Wijkcode::parse(&format!("WK0758{n:02}")).unwrap()
}

fn main() {
    let families: usize = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let klok = Arc::new(VasteKlok::new("2026-11-02T08:00:00Z".parse().unwrap()));
    let register = Register::open_seeded(&Opslag::Map(folder.path().into()), klok, 1).unwrap();
    let wijken = (0..WIJKEN).map(|n| WijkInvoer {
        code: wijk(n),
        naam: format!("Wijk {n}"),
        tegel: None,
        inwoners: None,
        jeugd: None,
        jeugdzorg_2022: None,
    });
    let region = Regiogegevens {
        naam: "Meting".into(),
        demo: false,
        gemeenten: vec![(Gemeentecode::parse("0758").unwrap(), "Breda".into(), None)],
        wijken: wijken.collect(),
        postcodes: (0..WIJKEN).map(|n| (format!("{}", 4_800 + n), wijk(n))).collect(),
        aanbieders: Vec::new(),
    };
    register.setup_region(&region).unwrap();
    make(&register, families);
    let team = Identiteit {
        wijken: (0..VAN_TEAM).map(wijk).collect(),
        ..Identiteit::new("team", "Team", Rol::Wijkteam)
    };
    register.put_account(&team).unwrap();
    plans(&register, &team);
    let families_of =
        |filter: GezinnenFilter| move |l: &mut Lezing<'_>| l.gezinnen(&filter).map(|list| list.rijen.len());
    println!("{families} families, {VAN_TEAM} of {WIJKEN} neighbourhoods, {KEER} looks each");
    let look = |name, part, read: &dyn Fn(&mut Lezing<'_>) -> Result<usize, Fout>| {
        tell(name, || register.look(&team, part, "", |l: &mut Lezing<'_>| read(l)).unwrap());
    };
    let part = Onderdeel::Gezinnen;
    look("families of the team", part, &families_of(GezinnenFilter::default()));
    let named = GezinnenFilter { zoek: Some("Naam4321".into()), ..GezinnenFilter::default() };
    look("a family by name", part, &families_of(named));
    let some = GezinnenFilter { zoek: Some("am12".into()), ..GezinnenFilter::default() };
    look("families by a part of a name", part, &families_of(some));
    look(
        "families that wait for help",
        part,
        &families_of(GezinnenFilter { wacht: true, ..GezinnenFilter::default() }),
    );
    look("what families wait for", part, &|l| l.klokken().map(|list| list.len()));
    look("today", Onderdeel::Vandaag, &|l| l.vandaag().map(|page| page.gezinnen.len()));
    look("doubles", Onderdeel::Dubbelen, &|l| l.dubbelen().map(|page| page.dubbelen.len()));
}

/// Asks often, and prints the middle and the 99th of a hundred: of the time that passed, with writing who looked to the disk, and
/// of the time that the reader's thread kept the processor.
fn tell(name: &str, look: impl Fn() -> usize) {
    let mut found = 0;
    let (mut passed, mut kept): (Vec<_>, Vec<_>) = (0..KEER)
        .map(|_| {
            let (begun, busy) = (Instant::now(), processor());
            found = look();
            (begun.elapsed().as_secs_f64() * 1_000.0, processor() - busy)
        })
        .unzip();
    let mut at = |percent: usize| {
        [&mut passed, &mut kept].map(|times| {
            times.sort_unstable_by(f64::total_cmp);
            times[(times.len() * percent / 100).min(times.len() - 1)]
        })
    };
    let ([p50, p50_kept], [p99, p99_kept]) = (at(50), at(99));
    println!(
        "{name:<32} {found:>5} rows  p50 {p50:>7.2} ms  p99 {p99:>7.2} ms  processor p50 {p50_kept:>7.2}  p99 {p99_kept:>7.2}"
    );
}

/// Milliseconds that this thread had the processor, as Linux counts them.
fn processor() -> f64 {
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    counted.split_whitespace().next().unwrap().parse::<f64>().unwrap() / 1e6
}

/// One allocation per family; of nearly all a start was told. Children differ as children do: a birth date out of eighteen years,
/// and given names of which the common ones come often.
fn make(register: &Register, families: usize) {
    let allocation = include_str!("../../ijw/tests/goud/jw301-ok-specifiek.xml");
    let start = include_str!("../../ijw/tests/goud/jw305-ok.xml");
    let sound = |number: &String| stelsel::Bsn::parse(number).is_ok_and(stelsel::Bsn::passes_elfproef);
    let bsns = (900_000_000_u32..).map(|number| number.to_string()).filter(sound).take(families);
    let ontvangen = "2026-11-01T09:00:00Z".parse().unwrap();
    let mut batch = Vec::new();
    let flush = |batch: &mut Vec<Stuk>| {
        register.store(judge(std::mem::take(batch)), Wijze::Archief).unwrap();
    };
    for (n, bsn) in bsns.enumerate() {
        let mut add = |xml: String| {
            let bestand = format!("{n}.xml");
            batch.push(Stuk::Bestand(Aangeboden { bestand, bytes: xml.into_bytes(), ontvangen }));
        };
        add(filled(allocation, n, &bsn));
        if !(n / WIJKEN).is_multiple_of(WAIT) {
            add(filled(start, n, &bsn));
        }
        if batch.len() > 2_000 {
            flush(&mut batch);
        }
    }
    flush(&mut batch);
}

/// The message with a number, a child and an address of its own.
fn filled(template: &str, n: usize, bsn: &str) -> String {
    let between =
        |tag: &str| template.split(tag).nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
    let parent = format!("Achternaam>Naam{}<", (n + 17) % 30_000);
    let mut out = template.replace(">9901<", ">0758<").replace("Achternaam>Ouder<", &parent);
    for (tag, value) in [
        ("Identificatie>", format!("M{n}")),
        ("Bsn>", bsn.to_owned()),
        ("ToewijzingNummer>", (1_000 + n).to_string()),
        ("Postcode>", format!("{}{}{}", 4_800 + n % WIJKEN, letter(n / WIJKEN), letter(n / WIJKEN / 26))),
        ("Achternaam>", format!("Naam{}", n % 30_000)),
        ("Voornamen>", format!("{}anne", letter(n / 7))),
        ("Voorletters>", letter(n / 7).to_string()),
        ("Datum>", born(n).to_string()),
        ("Huisnummer>", (1 + n / WIJKEN).to_string()),
    ] {
        let old = between(tag);
        if !old.is_empty() {
            out = out.replace(&format!("{tag}{old}<"), &format!("{tag}{value}<"));
        }
    }
    out
}

/// A day in the eighteen years before the measurement.
fn born(n: usize) -> jiff::civil::Date {
    date(2008, 11, 3) + jiff::Span::new().days(i64::try_from(n * 37 % 6_570).unwrap_or_default())
}

fn letter(n: usize) -> char {
    char::from(b'A' + u8::try_from(n % 26).unwrap_or_default())
}

/// A step that was promised, in the plan of every tenth family of the team.
fn plans(register: &Register, team: &Identiteit) {
    let mut na = None;
    let mut n = 0_usize;
    loop {
        let filter = GezinnenFilter { na, ..GezinnenFilter::default() };
        let list =
            register.look(team, Onderdeel::Gezinnen, "", |l: &mut Lezing<'_>| l.gezinnen(&filter)).unwrap();
        for row in &list.rijen {
            n += 1;
            if n.is_multiple_of(PLAN) {
                let stap = Stap {
                    tekst: Woorden::new("bellen").unwrap(),
                    wie: Woorden::default(),
                    voor: None,
                    wanneer: Some(date(2026, 10, 1)),
                    klaar: None,
                    doel: None,
                };
                let change = Wijziging { nr: None, gelezen: 0, daad: Daad::Schrijf(Inhoud::Stap(stap)) };
                register.change_plan(team, row.id, change, &format!("{n:032x}")).unwrap();
            }
        }
        na = list.verder;
        if na.is_none() {
            break;
        }
    }
    println!("{n} families of the team, {} with a plan", n / PLAN);
}
