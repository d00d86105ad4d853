//! The loops, as rings of steps: those of the links, and those that close a ring.

use super::begrip::Begrip as B;
use super::schakel::{Stap, Teken, min, plus};
use crate::systeem::Lus;

/// Where a step of a ring comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Herkomst {
    /// A link, by its number.
    Schakel(u8),
    /// The sources tell this ring as a cycle, without a link of its own for this step.
    Bron,
    /// An assumption of ours, to close what the sources leave open.
    Eigen,
}

/// A step of a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zet {
    /// The arrow.
    pub stap: Stap,
    /// Where it comes from.
    pub herkomst: Herkomst,
}

/// Steps that come back where they began.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ring {
    /// In order.
    pub zetten: &'static [Zet],
    /// Works against the loop it belongs to: the relief that fades.
    pub tegen: bool,
}

impl Ring {
    /// Whether a change comes back larger (true) or smaller.
    pub fn versterkt(&self) -> bool {
        self.zetten.iter().filter(|zet| zet.stap.teken == Teken::Min).count() % 2 == 0
    }
}

/// A loop with its rings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kring {
    /// Which loop of the model it is.
    pub lus: Lus,
    /// Its rings.
    pub ringen: &'static [Ring],
    /// Links that set it going or make it stronger, and are no part of a ring.
    pub aanloop: &'static [u8],
}

impl Kring {
    /// Whether it is one that reinforces.
    pub fn is_versterkend(&self) -> bool {
        self.lus.naam().starts_with("LR")
    }

    /// Its links, in order of their numbers.
    pub fn nummers(&self) -> Vec<u8> {
        let in_rings = self.ringen.iter().flat_map(|ring| ring.zetten).filter_map(|zet| match zet.herkomst {
            Herkomst::Schakel(nummer) => Some(nummer),
            Herkomst::Bron | Herkomst::Eigen => None,
        });
        let mut all: Vec<u8> = in_rings.chain(self.aanloop.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

const fn c(nummer: u8, stap: Stap) -> Zet {
    Zet { stap, herkomst: Herkomst::Schakel(nummer) }
}

const fn bron(stap: Stap) -> Zet {
    Zet { stap, herkomst: Herkomst::Bron }
}

const fn eigen(stap: Stap) -> Zet {
    Zet { stap, herkomst: Herkomst::Eigen }
}

const fn ring(zetten: &'static [Zet]) -> Ring {
    Ring { zetten, tegen: false }
}

/// All loops, in the order of [`Lus`].
pub const KRINGEN: &[Kring] = &[
    Kring {
        lus: Lus::LR1,
        ringen: &[
            ring(&[
                bron(plus(B::ExtraGeld, B::GeldOp)),
                c(27, plus(B::GeldOp, B::Wachttijd)),
                c(28, plus(B::Wachttijd, B::Alarm)),
                c(28, plus(B::Alarm, B::ExtraGeld)),
            ]),
            Ring {
                zetten: &[
                    c(26, min(B::ExtraGeld, B::Wachttijd)),
                    c(28, plus(B::Wachttijd, B::Alarm)),
                    c(28, plus(B::Alarm, B::ExtraGeld)),
                ],
                tegen: true,
            },
        ],
        aanloop: &[29],
    },
    Kring {
        lus: Lus::LR2,
        ringen: &[
            ring(&[
                c(44, min(B::Tekort, B::Vernieuwing)),
                c(44, min(B::Vernieuwing, B::Jeugdhulp)),
                c(44, plus(B::Jeugdhulp, B::Tekort)),
            ]),
            ring(&[
                c(45, plus(B::Tekort, B::BestuurlijkeDruk)),
                c(45, plus(B::BestuurlijkeDruk, B::Grip)),
                c(46, plus(B::Grip, B::Kortetermijn)),
                c(46, min(B::Kortetermijn, B::Inhoud)),
                bron(plus(B::Inhoud, B::Vernieuwing)),
                c(44, min(B::Vernieuwing, B::Jeugdhulp)),
                c(44, plus(B::Jeugdhulp, B::Tekort)),
            ]),
        ],
        aanloop: &[43],
    },
    Kring {
        lus: Lus::LR3,
        ringen: &[ring(&[
            c(47, plus(B::Tekort, B::Grensdiscussies)),
            c(47, plus(B::Grensdiscussies, B::Afschuiven)),
            eigen(plus(B::Afschuiven, B::InstroomWetten)),
            c(48, plus(B::InstroomWetten, B::Jeugdhulp)),
            c(44, plus(B::Jeugdhulp, B::Tekort)),
        ])],
        aanloop: &[49],
    },
    Kring {
        lus: Lus::LR4,
        ringen: &[
            ring(&[
                c(2, min(B::RuimteGewoon, B::Diagnoses)),
                c(5, plus(B::Diagnoses, B::ExtraHulp)),
                eigen(min(B::ExtraHulp, B::RuimteGewoon)),
            ]),
            ring(&[c(6, min(B::RuimteGewoon, B::Jeugdhulp)), eigen(min(B::Jeugdhulp, B::RuimteGewoon))]),
        ],
        aanloop: &[],
    },
    Kring {
        lus: Lus::LR5,
        ringen: &[
            ring(&[c(35, min(B::Aanbieders, B::Partnerschap)), eigen(min(B::Partnerschap, B::Aanbieders))]),
            ring(&[
                c(33, plus(B::Aanbieders, B::LichtAanbod)),
                c(34, min(B::LichtAanbod, B::PassendComplex)),
                eigen(min(B::PassendComplex, B::Incident)),
                c(73, plus(B::Incident, B::Grip)),
                eigen(min(B::Grip, B::Partnerschap)),
                eigen(min(B::Partnerschap, B::Aanbieders)),
            ]),
            ring(&[
                c(33, plus(B::Aanbieders, B::LichtAanbod)),
                c(34, min(B::LichtAanbod, B::PassendComplex)),
                eigen(min(B::PassendComplex, B::Incident)),
                eigen(plus(B::Incident, B::KamerMedia)),
                c(74, plus(B::KamerMedia, B::Rijksprogrammas)),
                c(74, min(B::Rijksprogrammas, B::Energie)),
                eigen(plus(B::Energie, B::Partnerschap)),
                eigen(min(B::Partnerschap, B::Aanbieders)),
            ]),
        ],
        aanloop: &[31, 32],
    },
    Kring {
        lus: Lus::LR6,
        ringen: &[ring(&[
            c(76, plus(B::Ongeduld, B::SchuldStelsel)),
            c(76, plus(B::SchuldStelsel, B::Stelselwijziging)),
            c(62, plus(B::Stelselwijziging, B::Onrust)),
            c(62, min(B::Onrust, B::Transformatie)),
            bron(min(B::Transformatie, B::Ongeduld)),
        ])],
        aanloop: &[],
    },
    Kring {
        lus: Lus::LR7,
        ringen: &[
            ring(&[
                c(73, min(B::Incident, B::Preventie)),
                eigen(min(B::Preventie, B::ProblemenKind)),
                eigen(plus(B::ProblemenKind, B::Incident)),
            ]),
            ring(&[
                c(73, plus(B::Incident, B::Grip)),
                eigen(min(B::Grip, B::Preventie)),
                eigen(min(B::Preventie, B::ProblemenKind)),
                eigen(plus(B::ProblemenKind, B::Incident)),
            ]),
        ],
        aanloop: &[],
    },
    Kring {
        lus: Lus::LR8,
        ringen: &[ring(&[
            c(85, plus(B::SamenLeren, B::Verantwoorden)),
            c(85, plus(B::Verantwoorden, B::SamenLeren)),
        ])],
        aanloop: &[],
    },
    Kring {
        lus: Lus::LB1,
        ringen: &[
            ring(&[eigen(plus(B::Jeugdhulp, B::SterkeBasis)), c(17, min(B::SterkeBasis, B::Jeugdhulp))]),
            ring(&[
                eigen(plus(B::SpecialistischeHulp, B::InformeleSteun)),
                c(19, min(B::InformeleSteun, B::SpecialistischeHulp)),
            ]),
            ring(&[eigen(plus(B::Jeugdhulp, B::SocialHolding)), c(22, min(B::SocialHolding, B::Jeugdhulp))]),
            ring(&[
                eigen(plus(B::Jeugdhulp, B::Voorwaarden)),
                c(23, plus(B::Voorwaarden, B::AndereKinderen)),
                eigen(min(B::AndereKinderen, B::Jeugdhulp)),
            ]),
        ],
        aanloop: &[],
    },
    Kring {
        lus: Lus::LB2,
        ringen: &[
            ring(&[
                eigen(plus(B::Jeugdhulp, B::Bestaanszekerheid)),
                c(10, min(B::Bestaanszekerheid, B::Jeugdhulp)),
            ]),
            ring(&[
                eigen(plus(B::Jeugdhulp, B::HulpOuders)),
                c(12, min(B::HulpOuders, B::ProblemenKind)),
                c(25, plus(B::ProblemenKind, B::Jeugdhulp)),
            ]),
            ring(&[
                eigen(plus(B::Jeugdhulp, B::PassendOnderwijs)),
                c(14, min(B::PassendOnderwijs, B::Jeugdhulp)),
            ]),
            ring(&[eigen(plus(B::UrenHulp, B::Woonoplossing)), c(16, min(B::Woonoplossing, B::UrenHulp))]),
        ],
        aanloop: &[],
    },
    Kring {
        lus: Lus::LB3,
        ringen: &[
            ring(&[
                eigen(plus(B::Jeugdhulp, B::GoedGesprek)),
                c(40, plus(B::GoedGesprek, B::JuisteKeuze)),
                eigen(min(B::JuisteKeuze, B::Jeugdhulp)),
            ]),
            ring(&[
                eigen(plus(B::Wachttijd, B::WeinigPartners)),
                c(82, plus(B::WeinigPartners, B::SamenSchaarste)),
                eigen(min(B::SamenSchaarste, B::Wachttijd)),
            ]),
            ring(&[
                eigen(plus(B::Stagnatie, B::Doorbraakbudget)),
                c(55, min(B::Doorbraakbudget, B::Stagnatie)),
            ]),
            ring(&[eigen(plus(B::Stagnatie, B::Expertteam)), c(42, min(B::Expertteam, B::Stagnatie))]),
        ],
        aanloop: &[],
    },
];
