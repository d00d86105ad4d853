//! The tokens of a message: the events of quick-xml, with the checks of well-formedness that it leaves to others.

use std::borrow::Cow;

use quick_xml::Error;
use quick_xml::errors::{IllFormedError, SyntaxError};
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesPI, BytesRef, BytesText, Event};

use super::naam::is_naam;
use super::{Lezer, Tag};
use crate::basis::tekst::mag_in_xml;
use crate::fout::{Foutsoort, Welgevormdheid};

/// What stands in a message, piece by piece.
pub(super) enum Token<'a> {
    /// A start tag. Of `<x/>` too, after which an end tag comes.
    Start(Tag<'a>),
    /// The end tag of the element that began last and has not ended.
    Einde,
    /// A text without references; its line ends are line feeds.
    Tekst(Cow<'a, str>),
    /// A reference to a character or to one of the five entities of XML.
    Verwijzing(char),
    /// The text in a CDATA section; its line ends are line feeds.
    Cdata(Cow<'a, str>),
    /// What says nothing: a comment, an instruction or the XML declaration.
    Tussenvoegsel,
    /// The end of the message, or of reading it.
    Klaar,
}

impl<'a> Lezer<'a> {
    /// Reads the next token. A fault against XML is recorded and stops the reader.
    pub(super) fn token(&mut self) -> Token<'a> {
        if self.klaar {
            return Token::Klaar;
        }
        let event = self.event(false);
        self.keur(event)
    }

    /// Cuts the next token, after the white space before it when that does not count.
    #[inline]
    pub(super) fn event(&mut self, na_wit: bool) -> Result<Event<'a>, Error> {
        self.xml.config_mut().trim_text_start = na_wit;
        self.plaats = self.positie();
        self.xml.read_event()
    }

    /// Checks the token that was cut.
    pub(super) fn keur(&mut self, event: Result<Event<'a>, Error>) -> Token<'a> {
        let uitkomst = match event {
            Ok(Event::Start(start) | Event::Empty(start)) => self.starttag(&start).map(Token::Start),
            Ok(Event::End(_)) => {
                self.diepte = self.diepte.saturating_sub(1);
                return Token::Einde;
            }
            Ok(Event::Text(tekst)) if is_gewoon(&tekst) => return Token::Tekst(tekst.into_inner()),
            Ok(Event::Text(tekst)) => self.tekst_met_bijzonders(&tekst).map(Token::Tekst),
            Ok(Event::GeneralRef(verwijzing)) => {
                teken(&verwijzing).map(Token::Verwijzing).ok_or(Welgevormdheid::Verwijzing.into())
            }
            Ok(Event::CData(cdata)) => self.keur_tekens().map(|()| Token::Cdata(cdata.xml10_content())),
            Ok(Event::Comment(_)) => self.keur_tekens().map(|()| Token::Tussenvoegsel),
            Ok(Event::PI(instructie)) => self.instructie(&instructie).map(|()| Token::Tussenvoegsel),
            Ok(Event::Decl(declaratie)) => self.declaratie(&declaratie).map(|()| Token::Tussenvoegsel),
            Ok(Event::DocType(_)) => Err(Foutsoort::Dtd),
            Ok(Event::Eof) if self.diepte > 0 => Err(Welgevormdheid::Afgebroken.into()),
            Ok(Event::Eof) => return Token::Klaar,
            Err(fout) => Err(self.breuk_van(&fout)),
        };
        uitkomst.unwrap_or_else(|soort| {
            self.breuk_met(soort);
            Token::Klaar
        })
    }

    /// Checks a text with characters that XML may not allow there, and makes its line ends line feeds.
    #[cold]
    fn tekst_met_bijzonders(&mut self, tekst: &BytesText<'a>) -> Result<Cow<'a, str>, Foutsoort> {
        self.keur_tekens()?;
        if tekst.contains("]]>") {
            return Err(Welgevormdheid::Cdata.into());
        }
        Ok(tekst.xml10_content())
    }

    /// Checks an instruction.
    #[cold]
    fn instructie(&mut self, instructie: &BytesPI<'a>) -> Result<(), Foutsoort> {
        let doel = instructie.target();
        if !doel.split(':').all(is_naam) || doel.eq_ignore_ascii_case("xml") {
            return Err(Welgevormdheid::Instructie.into());
        }
        self.keur_tekens()
    }

    /// Checks that XML allows the characters of the token that was read.
    #[cold]
    fn keur_tekens(&mut self) -> Result<(), Foutsoort> {
        match self.deel(self.plaats, self.positie()).find(|teken| !mag_in_xml(teken)) {
            Some(plaats) => {
                self.plaats += plaats;
                Err(Welgevormdheid::Teken.into())
            }
            None => Ok(()),
        }
    }

    /// What quick-xml has against the text.
    #[cold]
    fn breuk_van(&self, fout: &Error) -> Foutsoort {
        match fout {
            Error::Syntax(SyntaxError::UnclosedDoctype)
            | Error::IllFormed(IllFormedError::MissingDoctypeName) => Foutsoort::Dtd,
            Error::Syntax(
                SyntaxError::UnclosedSingleQuotedAttributeValue
                | SyntaxError::UnclosedDoubleQuotedAttributeValue,
            ) => Welgevormdheid::Tag.into(),
            Error::Syntax(_) if self.positie() >= self.tekst.len() => Welgevormdheid::Afgebroken.into(),
            Error::IllFormed(IllFormedError::UnclosedReference) => Welgevormdheid::Verwijzing.into(),
            Error::IllFormed(IllFormedError::DoubleHyphenInComment) => Welgevormdheid::Commentaar.into(),
            Error::IllFormed(_) => Welgevormdheid::Eindtag.into(),
            _ => Welgevormdheid::Tag.into(),
        }
    }
}

/// Whether nothing in the text asks for a closer look. U+FFFE and U+FFFF, which XML does not allow, begin with 0xEF.
#[inline]
pub(super) fn is_gewoon(tekst: &str) -> bool {
    tekst.bytes().all(|byte| GEWOON.get(usize::from(byte)).is_some_and(|gewoon| *gewoon))
}

/// Which bytes of a text ask for no closer look.
#[expect(clippy::indexing_slicing, reason = "runs at compile time")]
const GEWOON: [bool; 256] = {
    let mut gewoon = [true; 256];
    let mut byte = 0;
    while byte < b' ' {
        gewoon[byte as usize] = matches!(byte, b'\t' | b'\n');
        byte += 1;
    }
    gewoon[b']' as usize] = false;
    gewoon[0xEF] = false;
    gewoon
};

/// The character that `amp`, `#38` or `#x26` stands for.
fn teken(verwijzing: &str) -> Option<char> {
    let teken = match BytesRef::new(verwijzing).resolve_char_ref() {
        Ok(Some(teken)) => teken,
        Ok(None) => resolve_xml_entity(verwijzing)?.chars().next()?,
        Err(_) => return None,
    };
    mag_in_xml(teken).then_some(teken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_stands_for_a_character_that_xml_allows() {
        for (verwijzing, verwacht) in [
            ("#65", Some('A')),
            ("#x41", Some('A')),
            ("#x0041", Some('A')),
            ("#10", Some('\n')),
            ("#x1F600", Some('😀')),
            ("#0", None),
            ("#1", None),
            ("#xFFFE", None),
            ("#xD800", None),
            ("#+65", None),
            ("#X41", None),
            ("#", None),
            ("#x", None),
            ("#99999999999", None),
            ("nbsp", None),
        ] {
            assert_eq!(teken(verwijzing), verwacht, "{verwijzing}");
        }
    }
}
