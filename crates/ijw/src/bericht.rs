//! A message of any type.

use crate::basis::{
    AgbCode, BerichtIdentificatie, Datum, Gemeente, IdentificatieBericht, RetourCode, Versie, XsdVersie,
};
use crate::berichttype::{BASISSCHEMA, Berichttype};
use crate::keuring::Keuring;
use crate::klasse::{Inhoud, Veldvorm};
use crate::lezer::{Lezer, Tag};
use crate::retour::Terugweg;
use crate::schrijver::{Ontvanger, Schrijver};
use crate::tabel::Klasse;
use crate::{
    jw301, jw302, jw305, jw306, jw307, jw308, jw315, jw316, jw317, jw318, jw319, jw320, jw323, jw325,
};

/// What a retour message adds to the header of the message that it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retourkop {
    /// The name or number of the retour, unique per sender and type of message.
    pub identificatie: IdentificatieBericht,
    /// The day on which it is sent.
    pub dagtekening: Datum,
    /// The version of the published rule set by which the message was refused.
    pub xslt_versie: Option<Versie>,
    /// The versions of the schemas that the retour is made with.
    pub xsd_versie: XsdVersie,
    /// What is wrong with the message as a whole; `None` when it is accepted.
    pub retour_codes: Option<Vec<RetourCode>>,
}

/// Defines the messages, with who is the municipality in each, and for those that have a retour of which module that is
/// and which field holds the content.
macro_rules! berichten {
    (
        alle { $($naam:ident $module:ident $gemeente:ident $aanbieder:ident;)+ }
        retour { $($heen:ident $heenmodule:ident $retour:ident $retourmodule:ident $inhoud:ident $element:literal;)+ }
    ) => {
        /// A message that passed the schema check.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Bericht {
            $(
                #[doc = concat!("A message of type ", stringify!($naam), ".")]
                $naam(Box<$module::Bericht>),
            )+
        }

        $(impl From<$module::Bericht> for Bericht {
            fn from(bericht: $module::Bericht) -> Self {
                Self::$naam(Box::new(bericht))
            }
        })+

        impl Bericht {
            /// The type of the message.
            pub const fn berichttype(&self) -> Berichttype {
                match self { $(Self::$naam(_) => Berichttype::$naam,)+ }
            }

            /// The code of the sender: four digits of a municipality, or eight of a provider.
            pub fn afzender(&self) -> &str {
                match self { $(Self::$naam(bericht) => bericht.header.afzender.as_str(),)+ }
            }

            /// The code of the receiver: four digits of a municipality, or eight of a provider.
            pub fn ontvanger(&self) -> &str {
                match self { $(Self::$naam(bericht) => bericht.header.ontvanger.as_str(),)+ }
            }

            /// The municipality, whether it sends or receives.
            pub const fn gemeente(&self) -> &Gemeente {
                match self { $(Self::$naam(bericht) => &bericht.header.$gemeente,)+ }
            }

            /// The provider, whether it sends or receives.
            pub const fn aanbieder(&self) -> &AgbCode {
                match self { $(Self::$naam(bericht) => &bericht.header.$aanbieder,)+ }
            }

            /// The name or number that the sender gave to the message.
            pub fn identificatie(&self) -> &str {
                match self { $(Self::$naam(bericht) => bericht.header.bericht_identificatie.identificatie.as_str(),)+ }
            }

            /// What the message is known by; of a retour message, what the message is known by that it answers.
            pub const fn bericht_identificatie(&self) -> &BerichtIdentificatie {
                match self { $(Self::$naam(bericht) => &bericht.header.bericht_identificatie,)+ }
            }

            /// The day on which the message was sent.
            pub const fn dagtekening(&self) -> Datum {
                match self { $(Self::$naam(bericht) => bericht.header.bericht_identificatie.dagtekening,)+ }
            }
        }

        impl Berichttype {
            /// The table of the message.
            pub const fn tabel(self) -> &'static Klasse {
                match self { $(Self::$naam => $module::Bericht::KLASSE,)+ }
            }
        }

        /// Reads the message from its root element.
        pub(crate) fn lees_wortel<'a>(
            berichttype: Berichttype,
            lezer: &mut Lezer<'a>,
            tag: Tag<'a>,
        ) -> Option<Bericht> {
            match berichttype {
                $(Berichttype::$naam => <$module::Bericht as Inhoud>::lees(lezer, tag).map(Bericht::from),)+
            }
        }

        /// Hands the elements of the message over, the root left out.
        pub(crate) fn schrijf_inhoud(bericht: &Bericht, uit: &mut impl Ontvanger) {
            match bericht { $(Bericht::$naam(bericht) => Inhoud::schrijf(&**bericht, uit),)+ }
        }

        /// Checks the rules of level 2.
        pub(crate) fn keur_inhoud(bericht: &Bericht, keuring: &mut Keuring) {
            match bericht { $(Bericht::$naam(bericht) => Inhoud::keur(&**bericht, keuring),)+ }
        }

        /// Makes the retour of a message that has one.
        pub(crate) fn retour_inhoud(
            bericht: &Bericht,
            kop: Retourkop,
            met_inhoud: bool,
            weg: &mut Terugweg<'_>,
        ) -> Option<Bericht> {
            match bericht {
                $(Bericht::$heen(bericht) => {
                    let header = $retourmodule::Header {
                        afzender: bericht.header.afzender.clone(),
                        ontvanger: bericht.header.ontvanger.clone(),
                        bericht_identificatie: bericht.header.bericht_identificatie.clone(),
                        xsd_versie: bericht.header.xsd_versie.clone(),
                        identificatie_retour: kop.identificatie,
                        dagtekening_retour: kop.dagtekening,
                        xslt_versie: kop.xslt_versie,
                        xsd_versie_retour: kop.xsd_versie,
                        retour_codes: kop.retour_codes,
                    };
                    let $inhoud = met_inhoud.then(|| Veldvorm::retour(&bericht.$inhoud, weg, $element, ""));
                    Some($retourmodule::Bericht { header, $inhoud }.into())
                })+
                _ => None,
            }
        }

        impl Bericht {
            /// What a retour message says about the message that it answers as a whole: the codes in its header. `None` on a
            /// message that is no retour; an empty list when the message was accepted.
            pub fn retourcodes(&self) -> Option<&[RetourCode]> {
                match self {
                    $(Self::$retour(bericht) => Some(bericht.header.retour_codes.as_deref().unwrap_or_default()),)+
                    Self::Jw325(bericht) => Some(&bericht.header.retour_codes),
                    _ => None,
                }
            }
        }
    };
}

berichten! {
    alle {
    Jw301 jw301 afzender ontvanger;
    Jw302 jw302 afzender ontvanger;
    Jw305 jw305 ontvanger afzender;
    Jw306 jw306 ontvanger afzender;
    Jw307 jw307 ontvanger afzender;
    Jw308 jw308 ontvanger afzender;
    Jw315 jw315 ontvanger afzender;
    Jw316 jw316 ontvanger afzender;
    Jw317 jw317 ontvanger afzender;
    Jw318 jw318 ontvanger afzender;
    Jw319 jw319 afzender ontvanger;
    Jw320 jw320 afzender ontvanger;
    Jw323 jw323 ontvanger afzender;
    Jw325 jw325 afzender ontvanger;
    }
    retour {
    Jw301 jw301 Jw302 jw302 client "Client";
    Jw305 jw305 Jw306 jw306 client "Client";
    Jw307 jw307 Jw308 jw308 client "Client";
    Jw315 jw315 Jw316 jw316 client "Client";
    Jw317 jw317 Jw318 jw318 client "Client";
    Jw319 jw319 Jw320 jw320 antwoord "Antwoord";
    }
}

impl Bericht {
    /// For a retour message or a JW325: the type and the Identificatie of the message that it answers.
    pub fn heen(&self) -> Option<(Berichttype, &IdentificatieBericht)> {
        let berichttype = self.berichttype();
        let heen = Berichttype::ALLE.iter().find(|heen| heen.answered_by() == Some(berichttype))?;
        let identificatie = match self {
            Self::Jw325(bericht) => &bericht.header.declaratie_identificatie,
            _ => self.bericht_identificatie(),
        };
        Some((*heen, &identificatie.identificatie))
    }
}

/// Writes a message as XML: with a declaration, without indentation, with the conventional prefixes.
///
/// What comes out passes the schema, save for a list that was made empty by hand.
pub fn schrijf(bericht: &Bericht) -> String {
    let mut uit = String::with_capacity(4096);
    schrijf_naar(bericht, &mut uit);
    uit
}

/// Appends a message as XML to a text, so that one text can serve for many messages.
pub fn schrijf_naar(bericht: &Bericht, uit: &mut String) {
    let berichttype = bericht.berichttype();
    let voorvoegsel = berichttype.voorvoegsel();
    uit.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<");
    for deel in [
        voorvoegsel,
        "Bericht xmlns:ijw=\"",
        BASISSCHEMA,
        "\" xmlns:",
        voorvoegsel.trim_end_matches(':'),
        "=\"",
        berichttype.namespace(),
        "\">",
    ] {
        uit.push_str(deel);
    }
    let mut schrijver = Schrijver::new(std::mem::take(uit), voorvoegsel);
    schrijf_inhoud(bericht, &mut schrijver);
    schrijver.sluit(crate::tabel::Ruimte::Bericht, "Bericht");
    schrijver.uit.push('\n');
    *uit = schrijver.uit;
}
