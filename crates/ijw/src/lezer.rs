//! The reader: one pass over the text of a message, without a tree in between.
//!
//! It looks one token ahead: [`Lezer::volgende`] is the start tag or end tag that comes. A class asks for its fields
//! one after the other; only when the expected one does not come, the table of the class tells what to do about it.
//!
//! quick-xml cuts the text into tokens, matches end tags with start tags and knows which prefix stands for which
//! namespace. Checked on top of it, for a verdict equal to that of a schema engine, are names, characters, references,
//! the form of attributes and of the declaration, and what stands around the root; `token` and `tag` hold that.

mod herstel;
mod naam;
mod omlijsting;
mod ruimtes;
mod tag;
mod tekst;
mod token;
mod vrij;

use ruimtes::Ruimtes;
pub(crate) use tag::Tag;

use quick_xml::Reader;

use crate::basis::{Waarde, zonder_wit};
use crate::fout::{Foutsoort, Schemafout, Welgevormdheid};
use crate::lees::MAX_FOUTEN;
use crate::ongeldig::{Ongeldig, toonbaar};
use crate::tabel::{Klasse, Ruimte, Vast};

/// What comes next among the elements.
#[derive(Clone, Copy)]
pub(crate) enum Volgende<'a> {
    /// The start tag of an element, which has been read.
    Start(Tag<'a>),
    /// The end tag of the element around, which has been read.
    Einde,
    /// Nothing: reading has stopped.
    Klaar,
}

/// What to do about a field of a class.
pub(crate) enum Stap<'a> {
    /// Its element is there: read it.
    Lees(Tag<'a>),
    /// Its element is not there, and need not be.
    Afwezig,
    /// Its element is not there, though it must be; this was recorded.
    Ontbreekt,
    /// Another element was passed over; look again.
    Opnieuw,
}

/// A fault of which the line is not yet known.
struct Melding {
    plaats: usize,
    pad: String,
    soort: Foutsoort,
}

/// The reader of one message.
pub(crate) struct Lezer<'a> {
    tekst: &'a str,
    xml: Reader<&'a [u8]>,
    /// Where the token that was read last begins.
    plaats: usize,
    /// How many elements are open.
    diepte: u16,
    /// What comes next.
    pub(crate) volgende: Volgende<'a>,
    klaar: bool,
    stil: bool,
    ruimtes: Ruimtes<'a>,
    pad: Vec<(&'a str, u32)>,
    meldingen: Vec<Melding>,
    /// Whether attributes are left to the caller; else they are a fault.
    vrij: bool,
}

impl<'a> Lezer<'a> {
    /// Starts at the beginning of a text, after its byte order mark if it has one.
    pub(crate) fn new(tekst: &'a str) -> Self {
        let mut xml = Reader::from_str(tekst);
        xml.config_mut().expand_empty_elements = true;
        xml.config_mut().check_comments = true;
        Self {
            // quick-xml passes the mark over and counts from there.
            tekst: tekst.strip_prefix('\u{feff}').unwrap_or(tekst),
            xml,
            plaats: 0,
            diepte: 0,
            volgende: Volgende::Klaar,
            klaar: false,
            stil: false,
            ruimtes: Ruimtes::default(),
            pad: Vec::with_capacity(8),
            meldingen: Vec::new(),
            vrij: false,
        }
    }

    /// Starts a reader that only stops at what is not XML, and tells of nothing.
    pub(crate) fn stil(tekst: &'a str) -> Self {
        Self { stil: true, ..Self::new(tekst) }
    }

    /// Goes into the element: what comes next is its first child or its end.
    #[inline]
    pub(crate) fn betreed(&mut self, tag: &Tag<'a>) {
        self.pad.push((tag.lokaal, tag.nummer));
        self.schuif();
    }

    /// Leaves the element that was entered last: what came is its end tag.
    #[inline]
    pub(crate) fn verlaat(&mut self) {
        self.pad.pop();
    }

    /// Asks for a field of a class.
    #[inline]
    pub(crate) fn veld(
        &mut self,
        klasse: &'static Klasse,
        ruimte: Ruimte,
        naam: &'static str,
        verplicht: bool,
        vanaf: usize,
        plaats: usize,
    ) -> Stap<'a> {
        match self.volgende {
            Volgende::Start(tag) if tag.is(ruimte, naam) => Stap::Lees(tag),
            _ if verplicht => self.gemist(klasse, vanaf, plaats),
            _ => Stap::Afwezig,
        }
    }

    /// Asks for the end of a class; when something else comes, it is passed over.
    #[inline]
    pub(crate) fn einde(&mut self, klasse: &'static Klasse, vanaf: usize, aantal: usize) -> bool {
        match self.volgende {
            Volgende::Einde | Volgende::Klaar => true,
            Volgende::Start(tag) => {
                self.te_veel(tag, klasse, vanaf, aantal);
                false
            }
        }
    }

    /// Reads the value of an element.
    #[inline]
    pub(crate) fn waarde<T: Waarde>(&mut self, tag: Tag<'a>) -> Option<T> {
        match T::parse_xml(&self.tekst(&tag)?) {
            Ok(waarde) => Some(waarde),
            Err(reden) => {
                self.onjuist(&tag, T::DATATYPE.naam, reden);
                None
            }
        }
    }

    /// Reads an element that must hold a fixed text.
    pub(crate) fn vast(&mut self, tag: Tag<'a>, vast: &Vast) {
        let Some(tekst) = self.tekst(&tag) else { return };
        let gevonden = tekst.as_ref();
        let gevonden = if vast.getal { zonder_wit(gevonden) } else { gevonden };
        if gevonden.is_empty() {
            self.onjuist(&tag, vast.datatype, Ongeldig::Leeg);
        } else if gevonden != vast.waarde {
            let reden = Ongeldig::NietVast { verwacht: vast.waarde, gevonden: toonbaar(gevonden) };
            self.onjuist(&tag, vast.datatype, reden);
        }
    }

    #[cold]
    fn onjuist(&mut self, tag: &Tag<'a>, datatype: &'static str, reden: Ongeldig) {
        // Nothing stands between the tags, if there are two.
        let leeg = self.plaats <= tag.na;
        let soort = if leeg {
            Foutsoort::LeegElement { datatype }
        } else {
            Foutsoort::OnjuisteWaarde { datatype, reden }
        };
        self.meld_bij(tag, soort);
    }

    /// Records a fault of an element that is not (yet) entered.
    #[cold]
    pub(crate) fn meld_bij(&mut self, tag: &Tag<'a>, soort: Foutsoort) {
        self.pad.push((tag.lokaal, tag.nummer));
        self.meld(tag.begin, soort);
        self.pad.pop();
    }

    /// Records a fault of the element that was entered last.
    #[cold]
    fn meld(&mut self, plaats: usize, soort: Foutsoort) {
        if self.stil || self.klaar {
            return;
        }
        let mut pad = String::new();
        for (naam, nummer) in &self.pad {
            pad.push('/');
            pad.push_str(&kort(naam));
            if *nummer > 0 {
                pad.push('[');
                pad.push_str(&nummer.to_string());
                pad.push(']');
            }
        }
        if pad.is_empty() {
            pad.push('/');
        }
        self.meldingen.push(Melding { plaats, pad, soort });
        if self.meldingen.len() >= MAX_FOUTEN {
            self.stop();
        }
    }

    /// Records that the text is not XML and stops.
    #[cold]
    fn breuk(&mut self, reden: Welgevormdheid) {
        self.breuk_met(Foutsoort::NietWelgevormd(reden));
    }

    /// Records a fault after which nothing can be read and stops.
    #[cold]
    fn breuk_met(&mut self, soort: Foutsoort) {
        // Also a reader that passes an unexpected element over tells why it stopped.
        let stil = std::mem::replace(&mut self.stil, false);
        self.meld(self.plaats, soort);
        self.stil = stil;
        self.stop();
    }

    fn stop(&mut self) {
        self.klaar = true;
        self.volgende = Volgende::Klaar;
    }

    /// Whether no fault was recorded.
    pub(crate) const fn is_foutloos(&self) -> bool {
        self.meldingen.is_empty() && !(self.klaar)
    }

    /// The faults with their lines.
    pub(crate) fn fouten(&self) -> Vec<Schemafout> {
        let (mut tot, mut regel) = (0, 1_u32);
        let mut fouten = Vec::with_capacity(self.meldingen.len());
        for melding in &self.meldingen {
            if melding.plaats < tot {
                (tot, regel) = (0, 1);
            }
            let tussen = self.tekst.as_bytes().get(tot..melding.plaats).unwrap_or_default();
            regel += regeleinden(tussen);
            tot = melding.plaats;
            fouten.push(Schemafout { regel, pad: melding.pad.clone(), soort: melding.soort.clone() });
        }
        fouten
    }

    /// Where the token that was read last has ended.
    #[inline]
    fn positie(&self) -> usize {
        usize::try_from(self.xml.buffer_position()).unwrap_or(usize::MAX)
    }

    /// The text between two places.
    #[inline]
    fn deel(&self, van: usize, tot: usize) -> &'a str {
        self.tekst.get(van..tot).unwrap_or_default()
    }
}

/// The number of line ends. A file is too small to have more than fit.
pub(crate) fn regeleinden(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |som, byte| som + u32::from(*byte == b'\n'))
}

/// The first part of a name out of a message, so that a fault stays small.
pub(crate) fn kort(naam: &str) -> String {
    naam.chars().take(80).collect()
}
