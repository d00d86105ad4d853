//! The classes of the messages, in modules named as the messages.

mod antwoord;
mod declaratie;
mod declaratie_antwoord;
mod start;
mod stop;
mod toewijzing;
mod verzoek;
mod wijziging;

pub use antwoord::{jw319, jw320};
pub use declaratie::jw323;
pub use declaratie_antwoord::jw325;
pub use start::{jw305, jw306};
pub use stop::{jw307, jw308};
pub use toewijzing::{jw301, jw302};
pub use verzoek::{jw315, jw316};
pub use wijziging::{jw317, jw318};

/// Defines the header of a message, with the fields that one kind of message has more.
macro_rules! header {
    ($code:literal, $afzender:ident, $ontvanger:ident $(, $($meer:tt)+)?) => {
        klasse! {
            #[doc = concat!("Who sends the message to whom. Its code is ", $code, ".")]
            #[derive(Debug)]
            pub struct Header in Bericht vast {
                BerichtCode: tekst = $code,
                BerichtVersie: getal = "3",
                BerichtSubversie: getal = "2",
            } {
                /// Who sends the message; in a retour, who sent the message that it answers.
                afzender: $afzender = Afzender,
                /// Who receives it; in a retour, who received the message that it answers.
                ontvanger: $ontvanger = Ontvanger,
                /// What the message is known by; in a retour, what the message is known by that it answers.
                bericht_identificatie: BerichtIdentificatie = BerichtIdentificatie,
                /// The versions of the schemas it was made with.
                xsd_versie: XsdVersie = XsdVersie,
                $($($meer)+)?
            }
        }
    };
}
pub(crate) use header;

/// Defines a message together with its retour: the retour has the same classes, each with its codes at the end.
///
/// The rules after `altijd` hang on the classes of both, those after `regels` only on those of the message itself.
macro_rules! heen_en_retour {
    (
        $(#[$over:meta])*
        heen $heen:ident $code:literal, retour $retour:ident $retourcode:literal,
        $afzender:ident naar $ontvanger:ident, inhoud $inhoud:ident: $inhoudtype:ident
        $(
            $(#[$attribuut:meta])*
            klasse $naam:ident
                $(sleutel [$($sleutel:ident),+])? altijd [$($altijd:ident),*] regels [$($regel:ident),*]
            {
                $($(#[$uitleg:meta])* $veld:ident: $type:ty = $element:ident $(/ $onderdeel:ident)?,)+
            }
        )+
    ) => {
        $(#[$over])*
        pub mod $heen {
            use super::$retour;
            #[allow(clippy::wildcard_imports, reason = "the classes use many of the types, and each message others")]
            use crate::basis::*;
            use crate::berichten::header;
            use crate::klasse::klasse;
            #[allow(clippy::wildcard_imports, unused_imports, reason = "as above, for the rules")]
            use crate::regels::*;

            klasse! {
                /// The message.
                #[derive(Debug)]
                pub struct Bericht in Bericht {
                    /// Who sends it to whom.
                    header: Header = Header,
                    /// What it says.
                    $inhoud: $inhoudtype = $inhoudtype,
                }
            }

            header!($code, $afzender, $ontvanger);

            $(klasse! {
                $(#[$attribuut])*
                #[derive(Debug)]
                pub struct $naam in Bericht
                    $(sleutel [$($sleutel),+])?
                    regels [$($altijd,)* $($regel,)*]
                    retour [$retour::$naam]
                {
                    $($(#[$uitleg])* $veld: $type = $element $(/ $onderdeel)?,)+
                }
            })+
        }

        #[doc = concat!("The retour on a message of module [`", stringify!($heen), "`].")]
        pub mod $retour {
            #[allow(clippy::wildcard_imports, reason = "the classes use many of the types, and each message others")]
            use crate::basis::*;
            use crate::berichten::header;
            use crate::klasse::klasse;
            #[allow(clippy::wildcard_imports, unused_imports, reason = "as above, for the rules")]
            use crate::regels::*;

            klasse! {
                /// The message.
                #[derive(Debug)]
                pub struct Bericht in Bericht {
                    /// The header of the message that is answered, with what is answered.
                    header: Header = Header,
                    /// What is given back, when there is something wrong with it.
                    $inhoud: Option<$inhoudtype> = $inhoudtype,
                }
            }

            header!($retourcode, $afzender, $ontvanger,
                /// The name or number of the retour.
                identificatie_retour: IdentificatieBericht = IdentificatieRetour,
                /// The day on which the retour was sent.
                dagtekening_retour: Datum = DagtekeningRetour,
                /// The version of the published rule set by which the message was refused.
                xslt_versie: Option<Versie> = XsltVersie,
                /// The versions of the schemas that the retour was made with.
                xsd_versie_retour: XsdVersie = XsdVersieRetour,
                /// What is wrong; absent when the message was accepted.
                retour_codes: Option<Vec<RetourCode>> = RetourCodes / RetourCode,
            );

            $(klasse! {
                $(#[$attribuut])*
                #[derive(Debug)]
                pub struct $naam in Bericht regels [$($altijd),*] {
                    $($(#[$uitleg])* $veld: $type = $element $(/ $onderdeel)?,)+
                    /// What was found about it: 0200 when nothing is wrong.
                    retour_codes: Vec<RetourCode> = RetourCodes / RetourCode,
                }
            })+
        }
    };
}
pub(crate) use heen_en_retour;
