//! The fourteen messages of iJw 3.2.

/// Which way a message goes between a municipality and a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Richting {
    /// From the municipality to the provider.
    NaarAanbieder,
    /// From the provider to the municipality.
    NaarGemeente,
}

/// Defines the messages from one table.
macro_rules! berichttypen {
    ($($(#[$uitleg:meta])* $naam:ident $klein:literal $code:literal $richting:ident $antwoord:expr;)+) => {
        /// A message of iJw 3.2.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Berichttype {
            $($(#[$uitleg])* $naam,)+
        }

        impl Berichttype {
            /// Every message, in order of its number.
            pub const ALLE: &'static [Self] = &[$(Self::$naam),+];

            /// The code in the header (COD002), such as `436`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$naam => $code,)+ }
            }

            /// The name, such as `JW301`.
            pub const fn naam(self) -> &'static str {
                match self { $(Self::$naam => concat!("JW", $klein),)+ }
            }

            /// The namespace of the message.
            pub const fn namespace(self) -> &'static str {
                match self {
                    $(Self::$naam => concat!("http://www.istandaarden.nl/ijw/3_2/jw", $klein, "/schema"),)+
                }
            }

            /// The conventional prefix of the namespace with its colon, such as `jw301:`.
            pub(crate) const fn voorvoegsel(self) -> &'static str {
                match self { $(Self::$naam => concat!("jw", $klein, ":"),)+ }
            }

            /// Which way the message goes.
            pub const fn richting(self) -> Richting {
                match self { $(Self::$naam => Richting::$richting,)+ }
            }

            /// The message that answers this one: the retour, or for a JW323 the JW325.
            pub const fn answered_by(self) -> Option<Self> {
                match self { $(Self::$naam => $antwoord,)+ }
            }
        }
    };
}

berichttypen! {
    /// Toewijzing: the allocation of care, its change or withdrawal.
    Jw301 "301" "436" NaarAanbieder Some(Self::Jw302);
    /// The retour on a JW301.
    Jw302 "302" "437" NaarGemeente None;
    /// Start of the delivery.
    Jw305 "305" "438" NaarGemeente Some(Self::Jw306);
    /// The retour on a JW305.
    Jw306 "306" "439" NaarAanbieder None;
    /// Stop of the delivery.
    Jw307 "307" "440" NaarGemeente Some(Self::Jw308);
    /// The retour on a JW307.
    Jw308 "308" "441" NaarAanbieder None;
    /// Verzoek om toewijzing.
    Jw315 "315" "446" NaarGemeente Some(Self::Jw316);
    /// The retour on a JW315.
    Jw316 "316" "447" NaarAanbieder None;
    /// Verzoek om wijziging.
    Jw317 "317" "486" NaarGemeente Some(Self::Jw318);
    /// The retour on a JW317.
    Jw318 "318" "487" NaarAanbieder None;
    /// The answer to a request.
    Jw319 "319" "488" NaarAanbieder Some(Self::Jw320);
    /// The retour on a JW319.
    Jw320 "320" "489" NaarGemeente None;
    /// Declaratie: what was delivered and what is claimed for it.
    Jw323 "323" "490" NaarGemeente Some(Self::Jw325);
    /// The answer to a JW323.
    Jw325 "325" "491" NaarAanbieder None;
}

/// The namespace of the basisschema of iJw 3.2.
pub const BASISSCHEMA: &str = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema";

impl Berichttype {
    /// The message whose namespace this is.
    pub fn from_namespace(namespace: &str) -> Option<Self> {
        Self::ALLE.iter().copied().find(|bericht| bericht.namespace() == namespace)
    }

    /// The message with this code in its header.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALLE.iter().copied().find(|bericht| bericht.code() == code)
    }

    /// The message with this name, in capitals or not: `JW301`, `jw301`.
    pub fn from_naam(naam: &str) -> Option<Self> {
        Self::ALLE.iter().copied().find(|bericht| bericht.naam().eq_ignore_ascii_case(naam))
    }
}

/// The version of iJw that a namespace names, and the name of the message, for a namespace of any version.
pub(crate) fn versie_uit_namespace(namespace: &str) -> Option<(String, &str)> {
    let (versie, rest) = namespace.strip_prefix("http://www.istandaarden.nl/ijw/")?.split_once('/')?;
    let (hoofd, sub) = versie.split_once('_')?;
    let getal =
        |deel: &str| (1..=3).contains(&deel.len()) && deel.bytes().all(|teken| teken.is_ascii_digit());
    let bericht = rest.split('/').next().unwrap_or_default();
    (getal(hoofd) && getal(sub)).then(|| (format!("{hoofd}.{sub}"), bericht))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_known_by_namespace_code_and_name() {
        assert_eq!(Berichttype::ALLE.len(), 14);
        for bericht in Berichttype::ALLE {
            assert_eq!(Berichttype::from_namespace(bericht.namespace()), Some(*bericht));
            assert_eq!(Berichttype::from_code(bericht.code()), Some(*bericht));
            assert_eq!(Berichttype::from_naam(&bericht.naam().to_lowercase()), Some(*bericht));
            if let Some(antwoord) = bericht.answered_by() {
                assert_ne!(antwoord.richting(), bericht.richting());
            }
        }
    }

    #[test]
    fn another_version_is_recognised() {
        let oud = "http://www.istandaarden.nl/ijw/3_1/jw301/schema";
        assert_eq!(versie_uit_namespace(oud), Some(("3.1".to_owned(), "jw301")));
        assert_eq!(versie_uit_namespace("http://www.istandaarden.nl/iwmo/3_2/wmo301/schema"), None);
        assert_eq!(versie_uit_namespace("http://www.istandaarden.nl/ijw/drie/jw301/schema"), None);
    }
}
