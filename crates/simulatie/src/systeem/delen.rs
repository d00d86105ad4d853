//! The parts of the system by name.

/// A list of variants with their names, in order.
macro_rules! namen {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$each])* $variant,)+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name, as it stands in scenario files and outcomes.
            pub const fn naam(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// By its name.
            pub fn by_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.naam() == name)
            }

            /// Its place in [`Self::ALL`].
            pub const fn place(self) -> usize {
                self as usize
            }
        }
    };
}

namen! {
    /// An answer, as a station of the engine. The last two are no answers but places where children are meanwhile.
    Antwoord {
        /// Ordinary life: informal help, the nulde lijn.
        NuldeLijn = "nuldelijn",
        /// The neighbourhood team.
        Wijkteam = "wijkteam",
        /// Ambulant help, help in the network and day treatment.
        Ambulant = "ambulant",
        /// Youth ggz.
        Ggz = "ggz",
        /// Staying elsewhere: foster care, family homes, residential.
        Verblijf = "verblijf",
        /// Crisis help.
        Crisis = "crisis",
        /// Help from another law: Wlz, Wmo, Zvw, education, and after the eighteenth birthday.
        AndereWet = "anderewet",
        /// At home after help, until a relapse.
        Thuis = "thuis",
        /// Gave up waiting, without help.
        Zonder = "zonder",
    }
}

namen! {
    /// The seven groups of seed 001 (bouwsteen 1); not exhaustive, and an aid to think with, no label.
    Hulpgroep {
        /// Families with everyday questions.
        Alledaags = "alledaags",
        /// Single ggz problems.
        EnkelvoudigGgz = "enkelvoudig-ggz",
        /// Severe psychiatric disorders.
        Psychiatrisch = "psychiatrisch",
        /// Lifelong and life-wide disabilities.
        Levenslang = "levenslang",
        /// Parents with complex problems; the child itself may be fine.
        Ouders = "ouders",
        /// Vulnerable families.
        Kwetsbaar = "kwetsbaar",
        /// Young adults in a vulnerable position.
        Jongvolwassen = "jongvolwassen",
    }
}

namen! {
    /// By which way a question comes in.
    Weg {
        /// General practitioner or medical specialist.
        Huisarts = "huisarts",
        /// The neighbourhood team, youth doctor included.
        Wijkteam = "wijkteam",
        /// School.
        School = "school",
        /// A certified institution (youth protection).
        Gi = "gi",
        /// The family itself.
        Zelf = "zelf",
    }
}

namen! {
    /// Neighbourhoods by circumstances: the part of youths in care who grow up with one parent (CBS), below 20 %, between, from 28 %.
    Wijkgroep {
        /// Least one-parent families.
        Gunstig = "gunstig",
        /// Between, or not published.
        Midden = "midden",
        /// Most one-parent families.
        Krap = "krap",
    }
}

namen! {
    /// The five building blocks of seed 001. All equally important: they strengthen each other.
    Bouwsteen {
        /// The good conversation at the access.
        Toegang = "toegang",
        /// Collective and informal answers.
        Ontzorglandschap = "ontzorglandschap",
        /// Information and choices of scale that fit together.
        Inzicht = "inzicht",
        /// Few partners, for long.
        Partnerschap = "partnerschap",
        /// Across laws and budgets.
        Ontkokering = "ontkokering",
    }
}

namen! {
    /// The loops of the seeds: eight that reinforce, three that balance. Each can be switched off, to see what it does.
    Lus {
        /// Money and waiting lists: waiting raises alarm, alarm gives money for a while.
        LR1 = "LR1",
        /// Scarcity slows renewal, and what was not renewed costs more.
        LR2 = "LR2",
        /// Shifting between laws.
        LR3 = "LR3",
        /// Medicalising: more diagnoses narrow what counts as normal.
        LR4 = "LR4",
        /// Splintering supply: more providers, weaker steering, more light help.
        LR5 = "LR5",
        /// A new system each time the goals are not met.
        LR6 = "LR6",
        /// Incidents call for control, control costs prevention.
        LR7 = "LR7",
        /// Learning and accounting for it strengthen each other.
        LR8 = "LR8",
        /// Ordinary life lowers demand, slowly.
        LB1 = "LB1",
        /// Working on causes lowers demand, slowly.
        LB2 = "LB2",
        /// Access and partnership improve fit and flow.
        LB3 = "LB3",
    }
}

/// How many stations there are.
pub(super) const ANTWOORDEN: usize = 9;
/// How many groups of help.
pub(super) const HULPGROEPEN: usize = 7;
/// Groups of the engine: each group below and from twelve years.
pub(super) const GROEPEN: usize = 2 * HULPGROEPEN;

impl Hulpgroep {
    /// The group one belongs to after waiting in vain.
    #[must_use]
    pub const fn zwaarder(self) -> Self {
        match self {
            Self::Alledaags => Self::EnkelvoudigGgz,
            Self::EnkelvoudigGgz => Self::Psychiatrisch,
            Self::Ouders => Self::Kwetsbaar,
            same => same,
        }
    }

    /// Its group of the engine, below or from twelve years.
    pub(super) const fn groep(self, ouder: bool) -> usize {
        self as usize + if ouder { HULPGROEPEN } else { 0 }
    }
}

impl Antwoord {
    /// Youth help as CBS counts it: the team's own help and other laws not included.
    pub const fn is_jeugdhulp(self) -> bool {
        matches!(self, Self::Ambulant | Self::Ggz | Self::Verblijf | Self::Crisis)
    }

    /// Where staff is short: all others take everyone.
    pub const fn is_schaars(self) -> bool {
        matches!(self, Self::Wijkteam) || self.is_jeugdhulp()
    }
}
