//! What may be wrong with the form of a message, at level 1.

use std::fmt;

use crate::berichttype::Berichttype;
use crate::ongeldig::Ongeldig;

/// A fault against XML or against the schema, with its place.
///
/// A fault holds no value out of the message, so that it may be logged and shown. [`Ongeldig`] names the one
/// exception: a short, unknown code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schemafout {
    /// The line in the file, counted from 1.
    pub regel: u32,
    /// The element, as a path of local names from the root. An element of a list bears its number:
    /// `/Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]/Einddatum`.
    pub pad: String,
    /// What is wrong.
    pub soort: Foutsoort,
}

impl fmt::Display for Schemafout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, {}: {}", self.regel, self.pad, self.soort)
    }
}

/// The kinds of faults.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Foutsoort {
    /// The file is larger than the standard allows (OP179).
    TeGroot {
        /// The size of the file.
        bytes: usize,
        /// The largest size.
        grens: usize,
    },
    /// The file is not UTF-8, or says that it is something else.
    Codering {
        /// The encoding that the file names, if it is not simply broken.
        genoemd: Option<String>,
    },
    /// The file is not well-formed XML; nothing after the place was read.
    NietWelgevormd(Welgevormdheid),
    /// The file holds a document type definition, which messages never do and which may do harm.
    Dtd,
    /// The elements are nested deeper than any message is.
    TeDiep {
        /// The largest depth.
        grens: usize,
    },
    /// The root element stands in a namespace that is not one of iJw.
    OnbekendeNaamruimte {
        /// The namespace, shortened when it is very long; empty when there is none.
        naamruimte: String,
    },
    /// The message is one of another version of iJw.
    AndereVersie {
        /// The version, such as `3.1`.
        versie: String,
        /// The message, if it still exists in iJw 3.2.
        bericht: Option<Berichttype>,
    },
    /// An element stands where the schema does not allow it.
    OnverwachtElement {
        /// Its local name, shortened when it is very long.
        gevonden: String,
        /// What may stand there; empty when nothing may.
        verwacht: Vec<&'static str>,
    },
    /// An element bears an expected name, but in another namespace.
    AndereNaamruimte {
        /// Its local name.
        element: &'static str,
    },
    /// A mandatory element is absent.
    OntbrekendElement {
        /// Its name.
        verwacht: &'static str,
    },
    /// The value of an element does not belong to its type.
    OnjuisteWaarde {
        /// The name of the type.
        datatype: &'static str,
        /// Why not.
        reden: Ongeldig,
    },
    /// An element that must hold a value is empty (RS033).
    LeegElement {
        /// The name of the type.
        datatype: &'static str,
    },
    /// An element bears an attribute; messages have none.
    Attribuut {
        /// The name of the attribute, shortened when it is very long.
        naam: String,
    },
    /// Text stands between elements.
    TekstTussenElementen,
}

/// How a file may fail to be XML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Welgevormdheid {
    /// The file ends too early.
    Afgebroken,
    /// There is nothing in the file.
    Leeg,
    /// The XML declaration is wrong.
    Declaratie,
    /// A tag is wrong.
    Tag,
    /// An end tag does not match its start tag.
    Eindtag,
    /// A name is wrong.
    Naam,
    /// An attribute is wrong, or stands twice.
    Attribuut,
    /// An element has more attributes than can be meant well.
    TeVeelAttributen,
    /// A prefix stands for no namespace.
    Voorvoegsel,
    /// A namespace is declared wrongly.
    Naamruimte,
    /// A character that XML does not allow.
    Teken,
    /// A reference to an unknown entity or to no character.
    Verwijzing,
    /// A comment is wrong.
    Commentaar,
    /// A processing instruction is wrong.
    Instructie,
    /// A CDATA section is wrong, or its end stands in a text.
    Cdata,
    /// Something stands after the root element.
    NaHetEinde,
    /// Something stands before the root element.
    VoorHetBegin,
}

impl Welgevormdheid {
    /// A stable key.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Afgebroken => "afgebroken",
            Self::Leeg => "leeg",
            Self::Declaratie => "declaratie",
            Self::Tag => "tag",
            Self::Eindtag => "eindtag",
            Self::Naam => "naam",
            Self::Attribuut => "attribuut",
            Self::TeVeelAttributen => "te-veel-attributen",
            Self::Voorvoegsel => "voorvoegsel",
            Self::Naamruimte => "naamruimte",
            Self::Teken => "teken",
            Self::Verwijzing => "verwijzing",
            Self::Commentaar => "commentaar",
            Self::Instructie => "instructie",
            Self::Cdata => "cdata",
            Self::NaHetEinde => "na-het-einde",
            Self::VoorHetBegin => "voor-het-begin",
        }
    }
}

impl fmt::Display for Welgevormdheid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Afgebroken => "the file ends too early",
            Self::Leeg => "the file is empty",
            Self::Declaratie => "the XML declaration is wrong",
            Self::Tag => "a tag is wrong",
            Self::Eindtag => "an end tag does not match its start tag",
            Self::Naam => "a name is wrong",
            Self::Attribuut => "an attribute is wrong or stands twice",
            Self::TeVeelAttributen => "an element has too many attributes",
            Self::Voorvoegsel => "a prefix stands for no namespace",
            Self::Naamruimte => "a namespace is declared wrongly",
            Self::Teken => "a character that XML does not allow",
            Self::Verwijzing => "a reference to an unknown entity or to no character",
            Self::Commentaar => "a comment is wrong",
            Self::Instructie => "a processing instruction is wrong",
            Self::Cdata => "a CDATA section is wrong",
            Self::NaHetEinde => "something stands after the root element",
            Self::VoorHetBegin => "something stands before the root element",
        })
    }
}

impl From<Welgevormdheid> for Foutsoort {
    fn from(reden: Welgevormdheid) -> Self {
        Self::NietWelgevormd(reden)
    }
}

impl Foutsoort {
    /// A stable key of the kind, for texts in other languages.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TeGroot { .. } => "te-groot",
            Self::Codering { .. } => "codering",
            Self::NietWelgevormd(_) => "niet-welgevormd",
            Self::Dtd => "dtd",
            Self::TeDiep { .. } => "te-diep",
            Self::OnbekendeNaamruimte { .. } => "onbekende-naamruimte",
            Self::AndereVersie { .. } => "andere-versie",
            Self::OnverwachtElement { .. } => "onverwacht-element",
            Self::AndereNaamruimte { .. } => "andere-naamruimte",
            Self::OntbrekendElement { .. } => "ontbrekend-element",
            Self::OnjuisteWaarde { .. } => "onjuiste-waarde",
            Self::LeegElement { .. } => "leeg-element",
            Self::Attribuut { .. } => "attribuut",
            Self::TekstTussenElementen => "tekst-tussen-elementen",
        }
    }

    /// The particulars of the fault, by name.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TeGroot { bytes, grens } => {
                vec![("bytes", bytes.to_string()), ("grens", grens.to_string())]
            }
            Self::Codering { genoemd } => {
                genoemd.iter().map(|genoemd| ("genoemd", genoemd.clone())).collect()
            }
            Self::NietWelgevormd(reden) => vec![("reden", reden.code().to_owned())],
            Self::Dtd | Self::TekstTussenElementen => Vec::new(),
            Self::TeDiep { grens } => vec![("grens", grens.to_string())],
            Self::OnbekendeNaamruimte { naamruimte } => vec![("naamruimte", naamruimte.clone())],
            Self::AndereVersie { versie, bericht } => {
                let mut args = vec![("versie", versie.clone())];
                args.extend(bericht.map(|bericht| ("bericht", bericht.naam().to_owned())));
                args
            }
            Self::OnverwachtElement { gevonden, verwacht } => {
                vec![("gevonden", gevonden.clone()), ("verwacht", verwacht.join(", "))]
            }
            Self::AndereNaamruimte { element } => vec![("element", (*element).to_owned())],
            Self::OntbrekendElement { verwacht } => vec![("verwacht", (*verwacht).to_owned())],
            Self::OnjuisteWaarde { datatype, reden } => {
                let mut args = vec![("datatype", (*datatype).to_owned()), ("reden", reden.code().to_owned())];
                args.extend(reden.args());
                args
            }
            Self::LeegElement { datatype } => vec![("datatype", (*datatype).to_owned())],
            Self::Attribuut { naam } => vec![("naam", naam.clone())],
        }
    }
}

impl fmt::Display for Foutsoort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TeGroot { bytes, grens } => {
                write!(f, "the file has {bytes} bytes; at most {grens} are allowed")
            }
            Self::Codering { genoemd: Some(genoemd) } => {
                write!(f, "the file says that it is {genoemd}, not UTF-8")
            }
            Self::Codering { genoemd: None } => f.write_str("the file is not UTF-8"),
            Self::NietWelgevormd(reden) => write!(f, "this is not well-formed XML: {reden}"),
            Self::Dtd => f.write_str("a document type definition is not allowed"),
            Self::TeDiep { grens } => write!(f, "the elements are nested deeper than {grens}"),
            Self::OnbekendeNaamruimte { naamruimte } => write!(f, "{naamruimte:?} is no namespace of iJw"),
            Self::AndereVersie { versie, .. } => write!(f, "this is a message of iJw {versie}, not of 3.2"),
            Self::OnverwachtElement { gevonden, verwacht } if verwacht.is_empty() => {
                write!(f, "{gevonden} is not allowed here")
            }
            Self::OnverwachtElement { gevonden, verwacht } => {
                write!(f, "{gevonden} is not allowed here; expected: {}", verwacht.join(", "))
            }
            Self::AndereNaamruimte { element } => {
                write!(f, "{element} stands in another namespace than it must")
            }
            Self::OntbrekendElement { verwacht } => write!(f, "{verwacht} is absent"),
            Self::OnjuisteWaarde { datatype, reden } => write!(f, "no valid {datatype}: {reden}"),
            Self::LeegElement { datatype } => write!(f, "the element is empty, where a {datatype} is needed"),
            Self::Attribuut { naam } => write!(f, "attribute {naam} is not allowed"),
            Self::TekstTussenElementen => f.write_str("text between elements is not allowed"),
        }
    }
}
