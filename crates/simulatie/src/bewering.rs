//! What the sources call counter-intuitive, played: what came out of the model, kept in a file of the crate.
//!
//! Playing takes minutes, so that it is not done when a page is asked. [`GEMETEN`] holds what every replication came to, with the seed and a
//! fingerprint of the numbers it was played with; a test plays some replications again and compares them to the last digit, so that the file
//! cannot lie about the model. After a change of the model it is made again with
//! `LEERLOOP_REWRITE=1 cargo test -p simulatie --test it measured`.

mod meten;

use std::fmt::Write as _;
use std::sync::OnceLock;

pub use meten::speel_alles;

use crate::systeem::TABEL;

/// Years that are played.
pub const JAREN: usize = 14;
/// The seed.
pub const ZAAD: u64 = 26;
/// Replications in the file.
pub const HERHALINGEN: u64 = 40;

/// The file.
const GEMETEN: &str = include_str!("bewering/gemeten.csv");

macro_rules! grootheden {
    ($($(#[$doc:meta])* $variant:ident $naam:literal $bewering:ident;)+) => {
        /// What is measured for a claim, per replication.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Meting { $($(#[$doc])* $variant,)+ }

        impl Meting {
            /// All of them, in the order of the columns.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in the file.
            pub const fn naam(self) -> &'static str {
                match self { $(Self::$variant => $naam,)+ }
            }

            /// For which claim.
            pub const fn bewering(self) -> Bewering {
                match self { $(Self::$variant => Bewering::$bewering,)+ }
            }
        }
    };
}

/// A claim of the sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bewering {
    /// Extra money shortens waiting only for a time (C26, C27).
    GeldTijdelijk,
    /// Cutting the second line alone does not transform (C18).
    AlleenSnijden,
    /// A sharper boundary raises shifting (C49, C47).
    ScherpeGrens,
    /// A part of the building blocks does less than its part of the whole (C100).
    DeelEnGeheel,
    /// An investment in ordinary life pays late (C17).
    NuldeLijnLaat,
}

grootheden! {
    /// Days that waiting is shorter in years 3 and 4, with a tenth more money in years 2 to 4.
    KorterEerst "korter_eerst" GeldTijdelijk;
    /// The same in years 7 to 14.
    KorterLater "korter_later" GeldTijdelijk;
    /// The same in years 7 to 14, if the money stays.
    KorterBlijvend "korter_blijvend" GeldTijdelijk;
    /// Questions in years 9 to 14 with a tenth less money, per cent of going on as now, less 100.
    VragenSnijden "vragen_snijden" AlleenSnijden;
    /// Waiting time, likewise.
    WachtSnijden "wacht_snijden" AlleenSnijden;
    /// Questions with all five building blocks, likewise.
    VragenGeheel "vragen_geheel" AlleenSnijden;
    /// Sent round between laws in years 6 to 14 with the sharpest boundary, per cent of going on as now, less 100.
    VerschovenScherp "verschoven_scherp" ScherpeGrens;
    /// The same, if shifting does not feed itself (LR3 off).
    VerschovenZonder "verschoven_zonder_lus" ScherpeGrens;
    /// Fewer questions in years 9 to 14 of each building block by itself, summed, per cent of what all five do together.
    SomVanDelen "som_van_delen" DeelEnGeheel;
    /// Fewer questions of four of the five, per cent of what all five do together.
    VierVanVijf "vier_van_vijf" DeelEnGeheel;
    /// Fewer questions a year in years 1 and 2, of an investment in ordinary life.
    MinderVroeg "minder_vroeg" NuldeLijnLaat;
    /// The same in years 13 and 14.
    MinderLaat "minder_laat" NuldeLijnLaat;
    /// Million euro a year more in years 1 and 2.
    KostVroeg "kost_vroeg" NuldeLijnLaat;
}

impl Bewering {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::GeldTijdelijk,
        Self::AlleenSnijden,
        Self::ScherpeGrens,
        Self::DeelEnGeheel,
        Self::NuldeLijnLaat,
    ];

    /// The name in addresses and texts.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::GeldTijdelijk => "geld-tijdelijk",
            Self::AlleenSnijden => "alleen-snijden",
            Self::ScherpeGrens => "scherpe-grens",
            Self::DeelEnGeheel => "deel-en-geheel",
            Self::NuldeLijnLaat => "nulde-lijn-laat",
        }
    }

    /// The links that say it.
    pub const fn schakels(self) -> &'static [u8] {
        match self {
            Self::GeldTijdelijk => &[26, 27],
            Self::AlleenSnijden => &[18],
            Self::ScherpeGrens => &[47, 49],
            Self::DeelEnGeheel => &[100],
            Self::NuldeLijnLaat => &[17],
        }
    }

    /// Whether a replication bears the claim out.
    fn houdt(self, of: &Waarden) -> bool {
        let get = |meting| of.get(meting);
        match self {
            // Shorter first; later at most a quarter of that is left.
            Self::GeldTijdelijk => {
                get(Meting::KorterEerst) > 1.0 && get(Meting::KorterLater) < 0.25 * get(Meting::KorterEerst)
            }
            // Questions fall by less than a twentieth, and waiting grows.
            Self::AlleenSnijden => get(Meting::VragenSnijden) > -5.0 && get(Meting::WachtSnijden) > 0.0,
            Self::ScherpeGrens => get(Meting::VerschovenScherp) > 0.0,
            // The sum of parts is less than the whole, and four do less than four fifths.
            Self::DeelEnGeheel => get(Meting::SomVanDelen) < 100.0 && get(Meting::VierVanVijf) < 80.0,
            // It costs at once, and early less than a quarter is seen of what comes late.
            Self::NuldeLijnLaat => {
                get(Meting::KostVroeg) > 0.0
                    && get(Meting::MinderLaat) > 0.0
                    && get(Meting::MinderVroeg) < 0.25 * get(Meting::MinderLaat)
            }
        }
    }
}

/// What one replication came to, in the order of [`Meting::ALL`].
#[derive(Clone, Debug, PartialEq)]
pub struct Waarden(Vec<f64>);

impl Waarden {
    /// One value.
    pub fn get(&self, meting: Meting) -> f64 {
        self.0.get(meting as usize).copied().unwrap_or(f64::NAN)
    }
}

/// The middle and the width of what the replications came to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spreiding {
    /// Nine in ten are higher.
    pub laag: f64,
    /// As many are higher as lower.
    pub midden: f64,
    /// Nine in ten are lower.
    pub hoog: f64,
}

/// All that was played.
#[derive(Clone, Debug, PartialEq)]
pub struct Bewijs {
    /// Of which numbers: see [`vingerafdruk`].
    pub vingerafdruk: String,
    /// Per replication.
    pub rijen: Vec<Waarden>,
}

impl Bewijs {
    /// What stands in the file of the crate. A line that cannot be read is left out; a test sees to it that there is none.
    pub fn gemeten() -> &'static Self {
        static READ: OnceLock<Bewijs> = OnceLock::new();
        READ.get_or_init(|| Self::read(GEMETEN))
    }

    fn read(text: &str) -> Self {
        let first = text.lines().next().and_then(|line| line.rsplit_once(' '));
        let row = |line: &str| {
            let cells: Option<Vec<f64>> = line.split(';').skip(1).map(|cell| cell.parse().ok()).collect();
            cells.filter(|cells| cells.len() == Meting::ALL.len()).map(Waarden)
        };
        Self {
            vingerafdruk: first.map(|(_, print)| print.to_owned()).unwrap_or_default(),
            rijen: text.lines().skip(2).filter_map(row).collect(),
        }
    }

    /// As it stands in the file.
    pub fn text(&self) -> String {
        let names: Vec<&str> = Meting::ALL.iter().map(|one| one.naam()).collect();
        let mut out = format!(
            "# zaad {ZAAD}, {JAREN} jaar, {} herhalingen, getallen {}\nherhaling;{}\n",
            self.rijen.len(),
            self.vingerafdruk,
            names.join(";")
        );
        for (nr, row) in self.rijen.iter().enumerate() {
            let cells: Vec<String> = row.0.iter().map(|value| format!("{value:.6}")).collect();
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{nr};{}", cells.join(";"));
        }
        out
    }

    /// Middle and width of a measure. None without replications.
    pub fn spreiding(&self, meting: Meting) -> Option<Spreiding> {
        let mut values: Vec<f64> = self.rijen.iter().map(|row| row.get(meting)).collect();
        values.sort_by(f64::total_cmp);
        let last = values.len().checked_sub(1)?;
        let at = |tenths: usize| values.get((last * tenths + 5) / 10).copied();
        Some(Spreiding { laag: at(1)?, midden: at(5)?, hoog: at(9)? })
    }

    /// In how many replications a claim holds.
    pub fn houdt(&self, bewering: Bewering) -> usize {
        self.rijen.iter().filter(|row| bewering.houdt(row)).count()
    }
}

/// Of all numbers of the model, with their ranges: another number, another print (FNV-1a, 64 bits).
pub fn vingerafdruk() -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for one in TABEL {
        let line = format!("{};{};{};{}\n", one.naam, one.waarde, one.laag, one.hoog);
        for byte in line.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}
