//! Families shaped by hand, so that a demonstration has someone to tell about. They come out of the same messages as all
//! others, in every region however small.

use super::getal::Dag;
use super::gezin::{Gezin, KINDEREN};
use super::regio::wijken;

/// A child of such a family.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    pub(super) naam: &'static str,
    pub(super) man: bool,
    /// Age on the last day of the demo: years and days since the birthday.
    pub(super) leeftijd: (i16, i32),
}

/// Care for one of the children. All days count back from the last day of the demo.
#[derive(Clone, Copy, Debug)]
pub(super) struct Zorg {
    pub(super) kind: usize,
    pub(super) product: &'static str,
    pub(super) besluit: i32,
    /// When care begins; negative when it has not begun yet.
    pub(super) begin: i32,
    /// When care ends; negative when it still runs.
    pub(super) einde: i32,
    /// Reason of the stop (JZ588).
    pub(super) reden: &'static str,
}

/// A family.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voorbeeld {
    pub(super) achternaam: (Option<&'static str>, &'static str),
    pub(super) wijk: &'static str,
    pub(super) ouders: &'static [(&'static str, bool)],
    pub(super) kinderen: &'static [Kind],
    pub(super) zorg: &'static [Zorg],
}

const fn kind(naam: &'static str, man: bool, leeftijd: (i16, i32)) -> Kind {
    Kind { naam, man, leeftijd }
}

const fn zorg(
    kind: usize,
    product: &'static str,
    (besluit, begin, einde): (i32, i32, i32),
    reden: &'static str,
) -> Zorg {
    Zorg { kind, product, besluit, begin, einde, reden }
}

/// The families.
pub(super) const VOORBEELDEN: [Voorbeeld; 6] = [
    // Waits for help at home after a talk in November; an older sister finished hers.
    Voorbeeld {
        achternaam: (Some("de"), "Wit"),
        wijk: "WK075801",
        ouders: &[("Marieke", false), ("Sjoerd", true)],
        kinderen: &[kind("Tom", true, (11, 94)), kind("Noor", false, (13, 201))],
        zorg: &[zorg(0, "45A48", (12, -24, -300), "31"), zorg(1, "54002", (520, 430, 150), "31")],
    },
    // Two brothers in care with different forms of help at the same time.
    Voorbeeld {
        achternaam: (None, "Aydin"),
        wijk: "WK075805",
        ouders: &[("Emine", false), ("Murat", true)],
        kinderen: &[kind("Emir", true, (9, 40)), kind("Kerem", true, (6, 310)), kind("Elif", false, (3, 15))],
        zorg: &[zorg(0, "45A52", (400, 350, -200), "31"), zorg(1, "41A03", (300, 240, -400), "31")],
    },
    // One child, much help in turn, the last of it away from home.
    Voorbeeld {
        achternaam: (Some("van"), "Dongen"),
        wijk: "WK082605",
        ouders: &[("Wendy", false)],
        kinderen: &[kind("Mats", true, (15, 120))],
        zorg: &[
            zorg(0, "45A53", (900, 810, 420), "34"),
            zorg(0, "46A03", (418, 418, 390), "31"),
            zorg(0, "43A07", (410, 389, -60), "31"),
            zorg(0, "48A04", (415, 412, -120), "31"),
        ],
    },
    // A sister and a brother in foster care under guardianship.
    Voorbeeld {
        achternaam: (None, "Nowak"),
        wijk: "WK195901",
        ouders: &[("Ewa", false)],
        kinderen: &[kind("Maja", false, (8, 77)), kind("Filip", true, (5, 230))],
        zorg: &[
            zorg(0, "44A07", (1_000, 990, -2_000), "31"),
            zorg(1, "44A07", (1_000, 990, -2_000), "31"),
            zorg(0, "48A06", (960, 958, -2_000), "31"),
            zorg(1, "48A06", (960, 958, -2_000), "31"),
        ],
    },
    // Three children, three providers, all of it done: what an ordinary end looks like.
    Voorbeeld {
        achternaam: (None, "Biemans"),
        wijk: "WK171902",
        ouders: &[("Anouk", false), ("Roel", true)],
        kinderen: &[
            kind("Sven", true, (13, 3)),
            kind("Lynn", false, (10, 222)),
            kind("Puck", false, (7, 131)),
        ],
        zorg: &[
            zorg(0, "54001", (600, 540, 200), "31"),
            zorg(1, "45A76", (700, 640, 190), "31"),
            zorg(2, "45A48", (480, 400, 120), "34"),
        ],
    },
    // A break in the help, and a start anew.
    Voorbeeld {
        achternaam: (None, "Gomes"),
        wijk: "WK077900",
        ouders: &[("Joyce", false)],
        kinderen: &[kind("Elias", true, (12, 12))],
        zorg: &[zorg(0, "45A52", (640, 600, 330), "32"), zorg(0, "45A53", (150, 100, -250), "31")],
    },
];

impl Voorbeeld {
    /// The family as the generator keeps it.
    pub(super) fn gezin(&self, position: u8, until: Dag) -> Gezin {
        let wijk = wijken().iter().zip(0_u8..).find(|(w, _)| w.code == self.wijk).map_or(0, |(_, at)| at);
        let mut kinderen = [None; KINDEREN];
        for (slot, kind) in kinderen.iter_mut().zip(self.kinderen) {
            let (years, days) = kind.leeftijd;
            *slot = Some(until.plus_years(-years).plus(-days));
        }
        Gezin {
            wijk,
            herkomst: wijk,
            verhuisd: 0,
            voorbeeld: Some(position),
            kinderen,
            jeugdigen: [None; KINDEREN],
        }
    }
}
