//! The reference queries of `bench/olap`, by our own kernels.
//!
//! ```text
//! olap make COLUMNS FOLDER          make a snapshot from columns of numbers; tells its folder
//! olap run SNAPSHOT POP.CSV TURNS   the five queries, with 1 and 2 threads: processor seconds, wall seconds, answers
//! olap sets SNAPSHOT TURNS          Q1 and Q4 as numbers and as sets of youths, in turns; and the door over what comes out
//! ```

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "an example may fall over, and its sums are checked against another engine"
)]

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use informatie::kernel::{
    Axis, Measure, Periods, Stretch, When, active, active_set, distinct, distinct_set, recurrence, spread,
    sum,
};
use informatie::snapshot::{Column, EpisodeStand, Herkomst, Row, Snapshot, SnapshotWriter, day_of};
use informatie::{Deur, Reden, Regel, Zout};
use jiff::civil::date;
use rustix::time::{ClockId, clock_gettime};
use stelsel::{AgbCode, Gemeentecode, Hulpvorm, Wijkcode};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["make", columns, folder] => make(Path::new(columns), Path::new(folder)),
        ["run", snapshot, pop, turns] => run(Path::new(snapshot), Path::new(pop), turns.parse().unwrap()),
        ["sets", snapshot, turns] => sets(Path::new(snapshot), turns.parse().unwrap()),
        _ => {
            eprintln!(
                "olap make COLUMNS FOLDER | olap run SNAPSHOT POP.CSV TURNS | olap sets SNAPSHOT TURNS"
            );
        }
    }
}

fn column(folder: &Path, name: &str) -> Vec<i32> {
    let bytes = std::fs::read(folder.join(format!("{name}.i32"))).unwrap();
    bytes.as_chunks::<4>().0.iter().map(|b| i32::from_le_bytes(*b)).collect()
}

fn wijk(number: i32) -> Wijkcode {
    Wijkcode::parse(&format!("WK{:06}", (9001 + number / 10) * 100 + number % 10)).unwrap()
}

fn make(columns: &Path, folder: &Path) {
    let of = |name: &str| column(columns, name);
    let at = |values: &[i32], n: usize| usize::try_from(values[n]).unwrap();
    let (client, wijken, woonwijken) = (of("client"), of("wijk"), of("woonwijk"));
    let (product, categorie, aanbieder, verwijzer) =
        (of("product"), of("categorie"), of("aanbieder"), of("verwijzer"));
    let (begin, eind, wacht, prijs) = (of("begin"), of("eind"), of("wacht"), of("prijs"));
    let codes: Vec<Wijkcode> = (0..400).map(wijk).collect();
    let products: Vec<String> = (0..60).map(|n| format!("P{n:02}")).collect();
    let referrers = ["gemeente", "huisarts", "specialist", "gi", "jeugdarts", "ander"];
    let agb: Vec<AgbCode> = (0..300).map(|n| AgbCode::try_from(41_000_000 + n).unwrap()).collect();
    let herkomst =
        Herkomst { peildag: date(2025, 12, 31), laatste: date(2025, 12, 31), bron: "JH-OLAP-1".to_owned() };
    let mut writer = SnapshotWriter::new(herkomst);
    for n in 0..client.len() {
        let home = codes[at(&woonwijken, n)];
        let row = Row {
            client: u64::try_from(client[n]).unwrap().wrapping_mul(0x9e37_79b9_7f4a_7c15),
            sleutel: u64::try_from(client[n]).unwrap().wrapping_mul(0xd129_0d3a_9c4f_1b67).rotate_left(29),
            gemeente: Gemeentecode::try_from(i64::from(home.gemeente().number())).unwrap(),
            wijk: Some(codes[at(&wijken, n)]),
            woonwijk: Some(home),
            leeftijd: None,
            product: Some(&products[at(&product, n)]),
            categorie: Some(u8::try_from(40 + categorie[n]).unwrap()),
            vorm: Hulpvorm::ALL[at(&categorie, n)],
            wet: "jeugdwet",
            aanbieder: agb[at(&aanbieder, n)],
            verwijzer: Some(referrers[at(&verwijzer, n)]),
            groep: 0,
            school: None,
            aanvraag: None,
            ingang: day_of(begin[n] - wacht[n]).unwrap(),
            begin: day_of(begin[n]),
            gemeld: None,
            eind: day_of(eind[n]).filter(|_| eind[n] >= 0),
            wacht: Some(u16::try_from(wacht[n]).unwrap()),
            stand: if eind[n] >= 0 { EpisodeStand::Gestopt } else { EpisodeStand::Loopt },
            minuten: None,
            toegekend: Some(u32::try_from(prijs[n]).unwrap()),
            gedeclareerd: 0,
        };
        writer.add(&row).unwrap();
    }
    let name = writer.write(folder).unwrap();
    println!("{}", folder.join(name).display());
}

/// Processor seconds of this process: user and system.
fn processor() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// Youths per neighbourhood and year.
type Pop = HashMap<(i32, usize), f64>;

fn read_pop(path: &Path) -> Pop {
    let text = std::fs::read_to_string(path).unwrap();
    let number = |text: &str| text.parse::<i32>().unwrap();
    text.lines()
        .skip(1)
        .map(|line| {
            let parts: Vec<i32> = line.split(',').map(number).collect();
            ((parts[0], usize::try_from(parts[1] - 2019).unwrap()), f64::from(parts[2]))
        })
        .collect()
}

fn run(folder: &Path, pop: &Path, turns: usize) {
    let pop = read_pop(pop);
    let before = processor();
    let snapshot = Snapshot::open(folder).unwrap();
    println!("open cpu {:.4}", processor() - before);
    let only = std::env::var("ONLY").unwrap_or_default();
    for (name, query) in [
        ("Q1", &q1 as &dyn Fn(&Snapshot, usize) -> String),
        ("Q2", &q2),
        ("Q3", &q3),
        ("Q4", &|snapshot, threads| q4(snapshot, threads, &pop)),
        ("Q5", &q5),
    ] {
        if !name.contains(&only) {
            continue;
        }
        let mut answers = Vec::new();
        for threads in [1, 2] {
            let (mut cpu, mut wall) = (f64::MAX, f64::MAX);
            for _ in 0..turns {
                let (before, began) = (processor(), Instant::now());
                answers.push(query(&snapshot, threads));
                cpu = cpu.min(processor() - before);
                wall = wall.min(began.elapsed().as_secs_f64());
            }
            println!("{name} threads {threads} cpu {cpu:.4} wall {wall:.4}");
        }
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{name}: answers differ");
        println!("{name} answer {}", answers[0]);
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or(" unknown");
    println!("memory {}", peak.trim());
}

/// What it costs to know which youths a figure is of, and to protect it.
fn sets(folder: &Path, turns: usize) {
    let snapshot = Snapshot::open(folder).unwrap();
    let months = Periods::months(date(2021, 1, 1), 60).unwrap();
    let wijk = || Axis::numbers(&snapshot, Column::Wijk);
    let what = (Stretch::Hulp, When::During);
    let timed = |best: &mut f64, work: &mut dyn FnMut()| {
        let before = processor();
        work();
        *best = best.min(processor() - before);
    };
    let (mut best, mut found) = ([f64::MAX; 5], Vec::new());
    let deur = Deur::new(Zout::new([1; 32]), Regel::default());
    for _ in 0..turns {
        let four = [wijk(), Axis::years(Column::Begin, 2019, 7)];
        timed(&mut best[0], &mut || drop(active(&snapshot, 1, &[wijk()], what, &months).unwrap()));
        timed(&mut best[1], &mut || found = active_set(&snapshot, 1, &[wijk()], what, &months).unwrap());
        timed(&mut best[2], &mut || drop(distinct(&snapshot, 1, &four).unwrap()));
        timed(&mut best[3], &mut || drop(distinct_set(&snapshot, 1, &four).unwrap()));
        timed(&mut best[4], &mut || {
            found
                .iter()
                .map(|wie| deur.telling(*wie))
                .for_each(|getal| assert!(getal.reden() != Some(Reden::Aanvullend)));
        });
    }
    println!(
        "Q1 {:.4}, as sets {:.4}; Q4 {:.4}, as sets {:.4}; door over {} figures {:.4}",
        best[0],
        best[1],
        best[2],
        best[3],
        found.len(),
        best[4]
    );
}

fn q1(snapshot: &Snapshot, threads: usize) -> String {
    let months = Periods::months(date(2021, 1, 1), 60).unwrap();
    let axes = [Axis::numbers(snapshot, Column::Wijk)];
    let found = active(snapshot, threads, &axes, (Stretch::Hulp, When::During), &months).unwrap();
    format!(
        "{} {}",
        found.iter().filter(|n| **n > 0).count(),
        found.iter().map(|n| u64::from(*n)).sum::<u64>()
    )
}

fn q2(snapshot: &Snapshot, threads: usize) -> String {
    let axes =
        [Axis::numbers(snapshot, Column::Aanbieder), Axis::months(Column::Begin, date(2019, 1, 1), 84)];
    let found = spread(snapshot, threads, &axes, Measure::Column(Column::Wacht)).unwrap();
    let quantiles = found.quantiles([0.5, 0.9]);
    let sums = quantiles.iter().flatten().fold([0.0, 0.0], |sum, q| [sum[0] + q[0], sum[1] + q[1]]);
    format!("{} {:.1} {:.1}", quantiles.iter().flatten().count(), sums[0], sums[1])
}

fn q3(snapshot: &Snapshot, threads: usize) -> String {
    let axes = [
        Axis::numbers(snapshot, Column::Wijk),
        Axis::numbers(snapshot, Column::Categorie),
        Axis::years(Column::Begin, 2019, 7),
    ];
    let found = sum(snapshot, threads, &axes, Column::Toegekend).unwrap();
    format!("{} {}", found.iter().filter(|n| **n > 0).count(), found.iter().sum::<u64>())
}

fn q4(snapshot: &Snapshot, threads: usize, pop: &Pop) -> String {
    let axes = [Axis::numbers(snapshot, Column::Wijk), Axis::years(Column::Begin, 2019, 7)];
    let found = distinct(snapshot, threads, &axes).unwrap();
    let wijken = snapshot.numbers(Column::Wijk);
    let rates: Vec<f64> = (0..found.len())
        .filter(|n| found[*n] > 0)
        .map(|n| 1000.0 * f64::from(found[n]) / pop[&(wijken[n / 7], n % 7)])
        .collect();
    format!("{} {:.4}", rates.len(), rates.iter().sum::<f64>())
}

fn q5(snapshot: &Snapshot, threads: usize) -> String {
    let axes = [Axis::numbers(snapshot, Column::Categorie)];
    let found = recurrence(snapshot, threads, &axes, date(2025, 1, 1), 365).unwrap();
    found.iter().fold(String::new(), |mut out, one| {
        write!(out, "({},{})", one.ended, one.again).unwrap();
        out
    })
}
