//! How long it takes to take in, open and lay beside each other the key figures of a whole country, over years.
//!
//! `cargo run --release -p informatie --example population [years]`: 342 municipalities of ten neighbourhoods, 30 figures each.

use std::fmt::Write;
use std::time::Instant;

use informatie::bevolking::{Bevolking, Gebied, Groep, Kenmerk, Opgave};

const HEADINGS: &str = "gwb_code_10;ind_wbz;a_inw;a_00_14;a_15_24;a_hh;a_hh_m_k;g_hhgro;g_woz;p_koopw;p_huurw;p_wcorpw;g_ink_pi;p_hh_li;p_hh_lkk;p_hh_osm;p_hh_110;p_hh_120;a_soz_wb;a_jz_tn;p_jz_tn;ste_oad;jz_0_3;jz_4_11;jz_12_17;jz_18_22;jz_eenouder;trajecten;verw_gemeente;verw_huisarts;verw_gi;verw_geen";

/// A table of a year: figures of which only the form is true.
fn table(year: u32) -> String {
    let mut text = format!("{HEADINGS}\n");
    for gm in 0..342_u32 {
        for part in 0..11_u32 {
            let code = if part == 0 { format!("GM{gm:04}") } else { format!("WK{gm:04}{:02}", part - 1) };
            let n = (gm * 31 + part * 17) % 97;
            write!(text, "{code};1").unwrap_or_default();
            for (at, head) in HEADINGS.split(';').enumerate().skip(2) {
                let value = u32::try_from(at).unwrap_or(0) + n + year % 10;
                let (whole, tenth) = (value % 39, value % 10);
                match head {
                    _ if value.is_multiple_of(7) => text.push_str(";."),
                    "g_hhgro" => write!(text, ";2,{tenth}").unwrap_or_default(),
                    _ if head.starts_with("a_") || head.starts_with("jz") || head.starts_with("ver") => {
                        write!(text, ";{}", 500 + 5 * value).unwrap_or_default();
                    }
                    "trajecten" | "g_woz" | "ste_oad" => write!(text, ";{}", 300 + value).unwrap_or_default(),
                    _ => write!(text, ";{whole},{tenth}").unwrap_or_default(),
                }
            }
            text.push('\n');
        }
    }
    text
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let years: u32 = std::env::args().nth(1).map_or(Ok(8), |n| n.parse())?;
    let home = tempfile::tempdir()?;
    let mut store = Bevolking::open(home.path())?;
    let mut slowest = 0.0_f64;
    for year in 0..years {
        let text = table(2015 + year);
        let start = Instant::now();
        let report = store.import(
            &format!("kwb-{}.csv", 2015 + year),
            text.as_bytes(),
            &Opgave::cbs(jiff::civil::date(2026, 3, 1)),
        )?;
        slowest = slowest.max(start.elapsed().as_secs_f64());
        if year == 0 {
            println!("one year: {} lines, {} figures, {} kB", report.rijen, report.nieuw, text.len() / 1000);
        }
    }
    let bytes: u64 =
        std::fs::read_dir(home.path())?.flatten().flat_map(|e| e.metadata()).map(|m| m.len()).sum();
    println!("{years} years: {} MB kept; the slowest import took {slowest:.2} s", bytes / 1_000_000);
    let start = Instant::now();
    let store = Bevolking::open(home.path())?;
    println!("open: {:.2} s", start.elapsed().as_secs_f64());
    let last = u16::try_from(2014 + years)?;
    let wijken: Vec<Gebied> =
        store.gebieden(last).into_iter().filter(|g| matches!(g, Gebied::Wijk(_))).collect();
    let region = wijken.get(..70).ok_or("too few neighbourhoods")?;
    let start = Instant::now();
    let monitor = store.monitor(region, 2015, last, Groep::Tot18);
    println!("monitor of {} lines: {:.1} ms", monitor.rijen.len(), start.elapsed().as_secs_f64() * 1000.0);
    let start = Instant::now();
    let first = *wijken.first().ok_or("no neighbourhoods")?;
    let near = store.buren(first, last, &Kenmerk::BEVOLKING, &Kenmerk::TOEGANG, 5);
    let took = start.elapsed().as_secs_f64() * 1000.0;
    println!("{} most alike among {} neighbourhoods: {took:.1} ms", near.len(), wijken.len());
    Ok(())
}
