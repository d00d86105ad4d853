//! A made-up region in which figures are large enough to show some of them: the same for the same size, and a larger one holds a smaller
//! one.

use informatie::snapshot::{EpisodeStand, day_of, unix_day};
use jiff::civil::date;
use stelsel::{AgbCode, Gemeentecode, Hulpvorm, Wijkcode};

use crate::rows::Own;

/// Numbers without pattern (SplitMix64).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }
}

const FORMS: [Hulpvorm; 4] = [Hulpvorm::Ambulant, Hulpvorm::Ambulant, Hulpvorm::JeugdGgz, Hulpvorm::Verblijf];

/// So many rows of half as many youths, in twelve neighbourhoods of very different size.
pub(crate) fn village(rows: u64) -> Vec<Own> {
    let youth = |n: u64| Chance(n.wrapping_mul(0x2545_f491_4f6c_dd1d)).next();
    (0..rows)
        .map(|n| {
            let mut chance = Chance(n);
            let client = chance.below(n / 2 + 1);
            let of_youth = youth(client);
            // Squared, so that some neighbourhoods are small.
            let home = (of_youth % 144).isqrt();
            let wijk = Wijkcode::parse(&format!("WK{:06}", 75_800 + home / 6 * 100 + home % 6)).unwrap();
            let day = |n: u64| day_of(i32::try_from(n).unwrap());
            let ingang = 18_900 + chance.below(1_500);
            let begin = ingang + chance.below(150);
            let ended = chance.below(4) > 0;
            let last = u64::try_from(unix_day(date(2026, 6, 30))).unwrap();
            let eind = (begin + chance.below(500)).min(last);
            let waits = chance.below(12) == 0;
            let cents = 50_000 + chance.below(900_000);
            Own {
                client,
                sleutel: youth(client ^ 0x5a5a),
                gemeente: Gemeentecode::try_from(i64::from(wijk.gemeente().number())).unwrap(),
                wijk: Some(wijk),
                woonwijk: Some(wijk),
                leeftijd: Some(u8::try_from(of_youth / 144 % 21).unwrap()),
                product: Some(["44A03", "45A48", "54001"][usize::try_from(chance.below(3)).unwrap()]),
                categorie: Some(45),
                vorm: FORMS[usize::try_from(chance.below(4)).unwrap()],
                wet: "jeugdwet",
                aanbieder: AgbCode::try_from(41_000_000 + i64::try_from(chance.below(64).isqrt()).unwrap())
                    .unwrap(),
                verwijzer: Some(
                    ["gemeente", "huisarts", "gi"][usize::try_from(chance.below(9).isqrt()).unwrap()],
                ),
                groep: 0,
                school: (chance.below(3) == 0).then_some("01AB"),
                aanvraag: None,
                ingang: day(ingang).unwrap(),
                begin: if waits { None } else { day(begin) },
                gemeld: if waits { None } else { day(begin) },
                eind: if ended && !waits { day(eind) } else { None },
                wacht: (!waits).then(|| u16::try_from(begin - ingang).unwrap()),
                stand: match (waits, ended) {
                    (true, _) => EpisodeStand::Wacht,
                    (_, true) => EpisodeStand::Gestopt,
                    _ => EpisodeStand::Loopt,
                },
                minuten: Some([30, 60, 90, 120, 300, 600][usize::try_from(chance.below(6)).unwrap()]),
                toegekend: Some(u32::try_from(cents).unwrap()),
                gedeclareerd: u32::try_from(cents / 2).unwrap(),
            }
        })
        .collect()
}
