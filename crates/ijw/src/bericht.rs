//! A message of any type.

use crate::basis::{AgbCode, Datum, Gemeente};
use crate::berichttype::{BASISSCHEMA, Berichttype};
use crate::klasse::Inhoud;
use crate::lezer::{Lezer, Tag};
use crate::schrijver::{Ontvanger, Schrijver};
use crate::tabel::Klasse;
use crate::{jw301, jw305, jw307, jw323};

/// Defines the messages that are read and written, with who is the municipality in each.
macro_rules! berichten {
    ($($naam:ident $module:ident $gemeente:ident $aanbieder:ident;)+) => {
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

            /// The day on which the message was sent.
            pub const fn dagtekening(&self) -> Datum {
                match self { $(Self::$naam(bericht) => bericht.header.bericht_identificatie.dagtekening,)+ }
            }
        }

        impl Berichttype {
            /// The table of the message, if this library reads and writes it.
            pub const fn tabel(self) -> Option<&'static Klasse> {
                match self { $(Self::$naam => Some($module::Bericht::KLASSE),)+ _ => None }
            }
        }

        /// Reads the message from its root element.
        pub(crate) fn lees_wortel<'a>(
            berichttype: Berichttype,
            lezer: &mut Lezer<'a>,
            tag: Tag<'a>,
        ) -> Option<Bericht> {
            match berichttype {
                $(Berichttype::$naam => $module::Bericht::lees(lezer, tag).map(Bericht::from),)+
                _ => None,
            }
        }

        /// Hands the elements of the message over, the root left out.
        pub(crate) fn schrijf_inhoud(bericht: &Bericht, uit: &mut impl Ontvanger) {
            match bericht { $(Bericht::$naam(bericht) => bericht.schrijf(uit),)+ }
        }
    };
}

berichten! {
    Jw301 jw301 afzender ontvanger;
    Jw305 jw305 ontvanger afzender;
    Jw307 jw307 ontvanger afzender;
    Jw323 jw323 ontvanger afzender;
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
