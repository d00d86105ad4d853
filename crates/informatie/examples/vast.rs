//! How long protecting and auditing a fixed table takes.
//!
//! ```text
//! vast [FILE]      a made-up table of 400 neighbourhoods by 8 categories, or that of FILE: one number per cell, eight to a line
//! vast write FILE  writes the made-up table
//! ```

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "an example may fall over, and counts a few thousand cells"
)]

use informatie::kernel::Verzameling;
use informatie::{Deur, Kennis, Kruistabel, Reden, Regel, Zout};
use rustix::time::{ClockId, clock_gettime};

const COLUMNS: usize = 8;

/// Numbers without pattern (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n
    }
}

/// Sixty thousand youths over 400 neighbourhoods of very different size and eight categories.
fn made_up() -> Vec<u32> {
    let mut chance = Chance(20_261_121);
    let sizes: Vec<u64> =
        (0..400).map(|_| 3 + chance.below(40) * chance.below(40) * chance.below(40) / 400).collect();
    let rows: Vec<usize> =
        (0..400_usize).flat_map(|n| std::iter::repeat_n(n, usize::try_from(sizes[n]).unwrap())).collect();
    let columns: Vec<usize> =
        [20, 4, 9, 13, 8, 8, 17, 12].iter().zip(0..).flat_map(|(n, c)| std::iter::repeat_n(c, *n)).collect();
    let mut counts = vec![0; 400 * COLUMNS];
    for _ in 0..60_000 {
        let row = rows[usize::try_from(chance.below(rows.len() as u64)).unwrap()];
        let column = columns[usize::try_from(chance.below(columns.len() as u64)).unwrap()];
        counts[row * COLUMNS + column] += 1;
    }
    counts
}

/// Processor seconds of this process: user and system.
fn processor() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let counts = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", file] => {
            let lines: Vec<String> = made_up()
                .chunks(COLUMNS)
                .map(|row| row.iter().map(u32::to_string).collect::<Vec<_>>().join(" "))
                .collect();
            return std::fs::write(file, lines.join("\n") + "\n").unwrap();
        }
        [file] => {
            let text = std::fs::read_to_string(file).unwrap();
            text.split_whitespace().map(|n| n.parse().unwrap()).collect()
        }
        _ => made_up(),
    };
    let cells: Vec<Verzameling> =
        counts.iter().map(|n| Verzameling { jeugdigen: *n, sleutels: u64::from(*n) }).collect();
    let all = counts.iter().sum();
    let whole = Verzameling { jeugdigen: all, sleutels: all.into() };
    let table = Kruistabel::flat(counts.len() / COLUMNS, COLUMNS, &cells, whole).unwrap();
    let deur = Deur::new(Zout::new([1; 32]), Regel::default());

    let began = processor();
    let vast = deur.vast(&table).unwrap();
    let protect = processor() - began;
    let pattern = vast.patroon();
    let of = |reden| pattern.iter().filter(|found| **found == Some(reden)).count();
    println!(
        "{} youths, {} cells not empty; {} too few, {} left out to complete: {protect:.3} s",
        all,
        counts.iter().filter(|n| **n > 0).count(),
        of(Reden::TeWeinig),
        of(Reden::Aanvullend)
    );
    let small =
        pattern.iter().map(|reden| reden.filter(|reden| *reden == Reden::TeWeinig)).collect::<Vec<_>>();
    for (what, pattern) in [("small cells alone", &small), ("the door", &pattern)] {
        for kennis in [Kennis::Tabel, Kennis::Regel] {
            let mut best = f64::MAX;
            let mut marges = Vec::new();
            for _ in 0..10 {
                let began = processor();
                marges = table.audit(10, pattern, kennis).unwrap();
                best = best.min(processor() - began);
            }
            let first: Vec<_> = marges.iter().filter(|m| pattern[m.cel] == Some(Reden::TeWeinig)).collect();
            let under = |n| first.iter().filter(|m| m.breedte() < n).count();
            println!(
                "{what}, attacker knows {kennis:?}: {} intervals in {best:.4} s ({:.1} us each); recovered {}, fewer than five numbers {}",
                marges.len(),
                best * 1e6 / marges.len() as f64,
                under(1),
                under(4)
            );
            if std::env::var("MARGES").is_ok_and(|wanted| wanted == what) && kennis == Kennis::Tabel {
                for m in marges {
                    eprintln!("{} {} {}", m.cel, m.van, m.tot);
                }
            }
        }
    }
    let began = processor();
    let objections = table.bezwaren(10, &pattern).unwrap();
    println!("objections {} in {:.4} s", objections.len(), processor() - began);
}
