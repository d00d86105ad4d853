//! A first question: advice asked without a file. Lists that help to write it down; every list is open for words of one's own.

macro_rules! woorden {
    ($(#[$doc:meta])* $naam:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $naam {
            $($(#[$vdoc])* $variant),+
        }

        impl $naam {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its word in storage and the key of its name in the texts of the pages.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key),+
                }
            }

            /// Back from storage or a form.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.key() == key)
            }
        }
    };
}

woorden! {
    /// Who asked.
    Vrager {
        /// A parent.
        Ouder = "ouder",
        /// A young person.
        Jongere = "jongere",
        /// Somebody of a school.
        School = "school",
        /// The general practitioner or the POH.
        Huisarts = "huisarts",
        /// Family, a neighbour, somebody of the own network.
        Naaste = "naaste",
        /// Somebody else.
        Ander = "ander",
    }
}

woorden! {
    /// By which way it was asked.
    Kanaal {
        /// At the counter, in the street, at school: face to face.
        Gesproken = "gesproken",
        /// By telephone.
        Telefoon = "telefoon",
        /// By mail or message.
        Bericht = "bericht",
        /// During the consultation hour.
        Inloop = "inloop",
        /// In another way.
        Ander = "ander",
    }
}

woorden! {
    /// Which kind of answer it got: seed 001 bouwsteen 1 (reassure, guide, hand over), 000 (join in) and 002 (stay present).
    Antwoordsoort {
        /// Reassured: it belongs to growing up.
        Gerustgesteld = "gerustgesteld",
        /// Advised.
        Geadviseerd = "geadviseerd",
        /// Pointed to ordinary life in the neighbourhood: sport, playgroup, neighbours, library.
        Wijk = "wijk",
        /// Brought together with someone who has been through it.
        Lotgenoten = "lotgenoten",
        /// Somebody joined in for a moment.
        Bijgeschakeld = "bijgeschakeld",
        /// Brought to someone else, warm: with a name and a date.
        Doorverbonden = "doorverbonden",
        /// Stays near without doing anything.
        Nabij = "nabij",
        /// They come back for a conversation.
        Gesprek = "gesprek",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_back() {
        for one in Vrager::ALL {
            assert_eq!(Vrager::from_key(one.key()), Some(*one));
        }
        for one in Kanaal::ALL {
            assert_eq!(Kanaal::from_key(one.key()), Some(*one));
        }
        for one in Antwoordsoort::ALL {
            assert_eq!(Antwoordsoort::from_key(one.key()), Some(*one));
        }
        assert_eq!(Antwoordsoort::from_key("afgewezen"), None, "there is no such answer");
    }
}
