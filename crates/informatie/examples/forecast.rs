//! How fast forecasts are, on a made-up region: 400 wijken, 8 product categories, 300 providers, seven years.
//!
//! ```text
//! forecast ALLOCATIONS FOLDER TURNS      makes the region, forecasts it and looks back; processor and wall seconds
//! ```

#![expect(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "an example may fall over"
)]

use std::path::Path;
use std::time::Instant;

use informatie::indicator::Niveau;
use informatie::kernel::Stretch;
use informatie::snapshot::{EpisodeStand, Herkomst, Row, Snapshot, SnapshotWriter, day_of, unix_day};
use informatie::statistiek::Stream;
use informatie::vergelijking::{Maatstaf, Vergelijking, vergelijk, wachtkrommen};
use informatie::voorspelling::{Opdracht, samenhang, terugblik, voorspel};
use jiff::civil::{Date, date};
use rustix::time::{ClockId, clock_gettime};
use stelsel::{AgbCode, Hulpvorm, Wijkcode};

const TODAY: Date = date(2026, 6, 30);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [allocations, folder, turns] = arguments.as_slice() else {
        eprintln!("forecast ALLOCATIONS FOLDER TURNS");
        return;
    };
    let snapshot = make(allocations.parse().unwrap(), Path::new(folder));
    let turns: usize = turns.parse().unwrap();
    let opdracht = |niveau, stroom, threads| Opdracht { threads, ..Opdracht::new(niveau, stroom) };
    for threads in [1, 2] {
        let all = || {
            for niveau in [Niveau::Wijk, Niveau::Categorie, Niveau::Aanbieder] {
                voorspel(&snapshot, &opdracht(niveau, Stretch::Hulp, threads)).unwrap();
            }
        };
        measure(&format!("wijken, categories and providers, {threads} threads"), turns, all);
        let waiting = || {
            voorspel(&snapshot, &opdracht(Niveau::Aanbieder, Stretch::Wachten, threads)).unwrap();
        };
        measure(&format!("waiting per provider, {threads} threads"), turns, waiting);
    }
    measure("wijken, municipalities and region together, 2 threads", turns, || {
        samenhang(&snapshot, &opdracht(Niveau::Regio, Stretch::Hulp, 2)).unwrap();
    });
    measure("funnel of providers", turns, || {
        let vraag = Vergelijking {
            snapshot: &snapshot,
            threads: 2,
            niveau: Niveau::Aanbieder,
            maatstaf: Maatstaf::LangWachten { dagen: 56 },
            periode: (date(2024, 1, 1), TODAY),
            minimum: 10,
            naar_wijk: false,
        };
        vergelijk(&vraag).unwrap().unwrap();
    });
    measure("waiting curves of providers", turns, || {
        wachtkrommen(&snapshot, 2, Niveau::Aanbieder, (date(2025, 1, 1), TODAY), 10).unwrap();
    });
    for niveau in [Niveau::Regio, Niveau::Categorie, Niveau::Wijk] {
        let before = Instant::now();
        let found = terugblik(&snapshot, &opdracht(niveau, Stretch::Hulp, 2), 3).unwrap();
        println!(
            "look back {niveau:?}: {} moments, wall {:.2}",
            found.momenten.len(),
            before.elapsed().as_secs_f64()
        );
        for (what, maat) in [("inflow", found.instroom), ("stock", found.stand)] {
            println!(
                "  {what}: skill {:.3} cover {:.3?} off {:.2} last year {:.2} {:?}",
                maat.vaardigheid().unwrap_or(f64::NAN),
                maat.dekking,
                maat.ernaast,
                maat.ernaast_vorig_jaar,
                maat.oordeel()
            );
        }
    }
}

fn processor() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

fn measure(what: &str, turns: usize, work: impl Fn()) {
    let (mut cpu, mut wall) = (f64::MAX, f64::MAX);
    for _ in 0..turns {
        let (before, began) = (processor(), Instant::now());
        work();
        cpu = cpu.min(processor() - before);
        wall = wall.min(began.elapsed().as_secs_f64());
    }
    println!("{what}: cpu {cpu:.3} wall {wall:.3}");
}

fn make(allocations: u64, folder: &Path) -> Snapshot {
    let mut writer =
        SnapshotWriter::new(Herkomst { peildag: TODAY, laatste: TODAY, bron: "forecast".to_owned() });
    let today = unix_day(TODAY);
    let forms = [Hulpvorm::Ambulant, Hulpvorm::JeugdGgz];
    for n in 0..allocations {
        let mut s = Stream::new(3, 1, n);
        let (gemeente, nummer) = (s.bits() % 10, s.bits() % 40);
        let wijk = Wijkcode::parse(&format!("WK{:06}", (100 + gemeente) * 100 + nummer)).unwrap();
        // The busier the later: growth of a third over seven years, and a quiet summer.
        let ingang = loop {
            let day = (s.unit() * 2556.0) as i32;
            let season = 1.0 - 0.2 * (f64::from(day % 365 - 200) / 40.0).powi(2).min(1.0);
            if s.unit() < (0.75 + 0.25 * f64::from(day) / 2556.0) * (1.0 - 0.3 * (season - 0.8) / 0.2) {
                break today - 2556 + day;
            }
        };
        let provider = (s.unit() * s.unit() * 300.0) as i64;
        let category = (s.bits() % 8) as u8;
        let wait = (-(20.0 + f64::from(category) * 8.0) * s.unit().ln()) as i32;
        let start = ingang + wait;
        let told = start + (-25.0 * s.unit().ln()) as i32;
        let days = (-(120.0 + f64::from(category) * 60.0) * s.unit().ln()) as i32;
        let begun = told <= today;
        let over = begun && start + days + (told - start) <= today;
        let client = s.bits() % (allocations * 2 / 3);
        let row = Row {
            client,
            sleutel: client.wrapping_mul(0xd129_0d3a_9c4f_1b67).rotate_left(29),
            gemeente: wijk.gemeente(),
            wijk: Some(wijk),
            woonwijk: Some(wijk),
            leeftijd: Some((s.bits() % 18) as u8),
            product: Some("P"),
            categorie: Some(40 + category),
            vorm: *forms.get(usize::from(category % 2)).unwrap(),
            wet: "jeugdwet",
            aanbieder: AgbCode::try_from(41_000_000 + provider).unwrap(),
            verwijzer: Some("gemeente"),
            groep: 0,
            school: None,
            aanvraag: None,
            ingang: day_of(ingang).unwrap(),
            begin: day_of(start).filter(|_| begun),
            gemeld: day_of(told).filter(|_| begun),
            eind: day_of(start + days).filter(|_| over),
            wacht: u16::try_from(wait).ok().filter(|_| begun),
            stand: match (begun, over) {
                (false, _) => EpisodeStand::Wacht,
                (true, false) => EpisodeStand::Loopt,
                (true, true) => EpisodeStand::Gestopt,
            },
            minuten: None,
            toegekend: Some(1_000_000),
            gedeclareerd: if begun { u32::try_from(days.min(today - start)).unwrap() * 5_000 } else { 0 },
        };
        writer.add(&row).unwrap();
    }
    let name = writer.write(folder).unwrap();
    Snapshot::open(&folder.join(name)).unwrap()
}
