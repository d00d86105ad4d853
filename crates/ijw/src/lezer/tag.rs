//! Tags: start tags with their attributes, and end tags.

use std::borrow::Cow;

use super::naam::{NAAM, WIT, is, mag_beginnen, mag_in_naam};
use super::ruimte::{XML, XSI};
use super::{Lezer, kort};
use crate::fout::{Foutsoort, Welgevormdheid};
use crate::tabel::Ruimte;

/// An element with more attributes than this is refused.
const MAX_ATTRIBUTEN: usize = 64;

/// A start tag.
#[derive(Clone, Copy)]
pub(crate) struct Tag<'a> {
    /// The name as it stands in the text, prefix included.
    pub(super) naam: &'a str,
    /// The name without prefix.
    pub(crate) lokaal: &'a str,
    /// The namespace, if it is one of the message.
    pub(super) ruimte: Option<Ruimte>,
    /// Whether the tag is the whole element (`<x/>`).
    pub(super) leeg: bool,
    /// Where the tag begins.
    pub(super) begin: usize,
    /// Where the tag has ended.
    pub(super) na: usize,
    /// Which of the elements of a list this is, from 1; 0 outside a list.
    pub(crate) nummer: u32,
    /// How many prefixes held before this tag.
    pub(super) bindingen: usize,
}

impl Tag<'_> {
    /// Whether the element bears this name in this namespace.
    #[inline]
    pub(crate) fn is(&self, ruimte: Ruimte, naam: &str) -> bool {
        self.lokaal == naam && self.ruimte == Some(ruimte)
    }
}

impl<'a> Lezer<'a> {
    /// Reads the start tag at the place. `None` when the text broke off.
    #[inline]
    pub(super) fn starttag(&mut self) -> Option<Tag<'a>> {
        let begin = self.plaats;
        let (voorvoegsel, lokaal, einde) = self.gekwalificeerd(begin + 1)?;
        let bindingen = self.ruimtes.aantal();
        let (leeg, na) = match self.byte(einde) {
            Some(b'>') => (false, einde + 1),
            Some(b'/') if self.byte(einde + 1) == Some(b'>') => (true, einde + 2),
            _ => self.attributen(lokaal, begin, einde)?,
        };
        self.plaats = na;
        let ruimte = match self.ruimtes.ruimte(voorvoegsel) {
            Ok(ruimte) => ruimte,
            Err(reden) => {
                self.plaats = begin;
                self.breuk(reden);
                return None;
            }
        };
        Some(Tag { naam: self.deel(begin + 1, einde), lokaal, ruimte, leeg, begin, na, nummer: 0, bindingen })
    }

    /// Reads a name with or without prefix, and gives both parts and where the name ends.
    #[inline]
    fn gekwalificeerd(&mut self, van: usize) -> Option<(&'a str, &'a str, usize)> {
        let eerste = self.naam(van)?;
        if self.byte(eerste) == Some(b':') {
            let einde = self.naam(eerste + 1)?;
            Some((self.deel(van, eerste), self.deel(eerste + 1, einde), einde))
        } else {
            Some(("", self.deel(van, eerste), eerste))
        }
    }

    /// Reads a name without colon and gives where it ends.
    #[inline]
    pub(super) fn naam(&mut self, van: usize) -> Option<usize> {
        let mut einde = van;
        while let Some(byte) = self.byte(einde) {
            if is(byte, NAAM) {
                einde += 1;
            } else if byte < 0x80 {
                break;
            } else {
                return self.naam_ruim(van);
            }
        }
        match self.byte(van) {
            Some(begin) if einde > van && (begin.is_ascii_alphabetic() || begin == b'_') => Some(einde),
            Some(_) => self.fout_in_naam(van, Welgevormdheid::Naam),
            None => self.fout_in_naam(van, Welgevormdheid::Afgebroken),
        }
    }

    #[cold]
    fn naam_ruim(&mut self, van: usize) -> Option<usize> {
        let rest = self.tekst.get(van..).unwrap_or_default();
        let lengte = rest.find(|teken| !mag_in_naam(teken)).unwrap_or(rest.len());
        if lengte > 0 && rest.starts_with(mag_beginnen) {
            Some(van + lengte)
        } else {
            self.fout_in_naam(van, Welgevormdheid::Naam)
        }
    }

    #[cold]
    fn fout_in_naam(&mut self, van: usize, reden: Welgevormdheid) -> Option<usize> {
        self.plaats = van.min(self.tekst.len());
        self.breuk(reden);
        None
    }

    /// Reads the attributes and gives whether the element is empty and where the tag has ended.
    #[cold]
    fn attributen(&mut self, element: &'a str, begin: usize, van: usize) -> Option<(bool, usize)> {
        self.plaats = van;
        let mut namen: Vec<(&'a str, &'a str)> = Vec::new();
        loop {
            let wit = self.wit();
            match self.byte(self.plaats) {
                Some(b'>') => break self.attributen_klaar(element, begin, &namen, false),
                Some(b'/') if self.byte(self.plaats + 1) == Some(b'>') => {
                    break self.attributen_klaar(element, begin, &namen, true);
                }
                None => self.breuk(Welgevormdheid::Afgebroken),
                Some(_) if !wit => self.breuk(Welgevormdheid::Tag),
                Some(_) => {
                    let attribuut = self.attribuut()?;
                    if namen.contains(&attribuut) {
                        self.breuk(Welgevormdheid::Attribuut);
                    } else if namen.len() >= MAX_ATTRIBUTEN {
                        self.breuk(Welgevormdheid::TeVeelAttributen);
                    }
                    namen.push(attribuut);
                }
            }
            if self.klaar {
                return None;
            }
        }
    }

    /// Reads one attribute; a declaration of a namespace takes hold.
    fn attribuut(&mut self) -> Option<(&'a str, &'a str)> {
        let (voorvoegsel, lokaal, einde) = self.gekwalificeerd(self.plaats)?;
        self.plaats = einde;
        self.wit();
        if self.byte(self.plaats) != Some(b'=') {
            self.breuk(Welgevormdheid::Attribuut);
            return None;
        }
        self.plaats += 1;
        self.wit();
        let waarde = self.attribuutwaarde()?;
        if voorvoegsel == "xmlns" {
            let verboden = lokaal == "xmlns" || (lokaal == "xml") != (waarde == XML) || waarde.is_empty();
            if verboden {
                self.breuk(Welgevormdheid::Naamruimte);
                return None;
            }
            self.ruimtes.bind(lokaal, waarde);
        } else if voorvoegsel.is_empty() && lokaal == "xmlns" {
            self.ruimtes.bind("", waarde);
        }
        Some((voorvoegsel, lokaal))
    }

    /// Reads the value of an attribute with its quotes.
    fn attribuutwaarde(&mut self) -> Option<Cow<'a, str>> {
        let aanhaling = match self.byte(self.plaats) {
            Some(aanhaling @ (b'"' | b'\'')) => aanhaling,
            Some(_) => return self.fout_in_waarde(Welgevormdheid::Attribuut),
            None => return self.fout_in_waarde(Welgevormdheid::Afgebroken),
        };
        self.plaats += 1;
        let van = self.plaats;
        let gewoon =
            |byte: &u8| (b' '..0x7F).contains(byte) && !matches!(byte, b'<' | b'&') && *byte != aanhaling;
        let lengte = self.vanaf(van).iter().take_while(|byte| gewoon(byte)).count();
        self.plaats += lengte;
        let mut waarde = Cow::Borrowed(self.deel(van, self.plaats));
        loop {
            match self.tekst.get(self.plaats..).and_then(|rest| rest.chars().next()) {
                Some(teken) if teken == char::from(aanhaling) => {
                    self.plaats += 1;
                    return Some(waarde);
                }
                Some('<') => return self.fout_in_waarde(Welgevormdheid::Attribuut),
                Some('&') => {
                    let teken = self.verwijzing()?;
                    waarde.to_mut().push(teken);
                }
                Some(teken) if crate::basis::tekst::mag_in_xml(teken) => {
                    self.plaats += teken.len_utf8();
                    waarde.to_mut().push(if matches!(teken, '\t' | '\n' | '\r') { ' ' } else { teken });
                }
                Some(_) => return self.fout_in_waarde(Welgevormdheid::Teken),
                None => return self.fout_in_waarde(Welgevormdheid::Afgebroken),
            }
        }
    }

    fn fout_in_waarde(&mut self, reden: Welgevormdheid) -> Option<Cow<'a, str>> {
        self.breuk(reden);
        None
    }

    /// Checks the attributes of a tag that was read: messages have none of their own.
    fn attributen_klaar(
        &mut self,
        element: &'a str,
        begin: usize,
        namen: &[(&'a str, &'a str)],
        leeg: bool,
    ) -> Option<(bool, usize)> {
        let na = self.plaats + if leeg { 2 } else { 1 };
        for (voorvoegsel, lokaal) in namen {
            if *voorvoegsel == "xmlns" || (voorvoegsel.is_empty() && *lokaal == "xmlns") {
                continue;
            }
            let namespace =
                if voorvoegsel.is_empty() { Some("") } else { self.ruimtes.namespace(voorvoegsel) };
            match namespace {
                Some(XSI) if matches!(*lokaal, "schemaLocation" | "noNamespaceSchemaLocation") => {}
                Some(_) => {
                    self.pad.push((element, 0));
                    self.meld(begin, Foutsoort::Attribuut { naam: kort(lokaal) });
                    self.pad.pop();
                }
                None => self.breuk(Welgevormdheid::Voorvoegsel),
            }
            if self.klaar {
                return None;
            }
        }
        Some((leeg, na))
    }

    /// Skips white space and tells whether there was any.
    pub(super) fn wit(&mut self) -> bool {
        let van = self.plaats;
        while self.byte(self.plaats).is_some_and(|byte| is(byte, WIT)) {
            self.plaats += 1;
        }
        self.plaats > van
    }

    /// Reads the end tag at the place, which must be that of the element with this name.
    #[inline]
    pub(super) fn eindtag(&mut self, naam: &str) {
        match self.vanaf(self.plaats).strip_prefix(b"</").and_then(|rest| rest.strip_prefix(naam.as_bytes()))
        {
            Some([b'>', ..]) => self.plaats += naam.len() + 3,
            Some(_) => self.eindtag_ruim(naam.len() + 2),
            None => self.breuk(Welgevormdheid::Eindtag),
        }
    }

    #[cold]
    fn eindtag_ruim(&mut self, lengte: usize) {
        self.plaats += lengte;
        let wit = self.wit();
        match self.byte(self.plaats) {
            Some(b'>') => self.plaats += 1,
            Some(_) if wit => self.breuk(Welgevormdheid::Tag),
            Some(_) => self.breuk(Welgevormdheid::Eindtag),
            None => self.breuk(Welgevormdheid::Afgebroken),
        }
    }

    /// Gives a tag its namespace anew, now that the message is known.
    pub(crate) fn ken_opnieuw(&self, tag: Tag<'a>) -> Tag<'a> {
        let voorvoegsel = tag.naam.split_once(':').map_or("", |(voorvoegsel, _)| voorvoegsel);
        Tag { ruimte: self.ruimtes.ruimte(voorvoegsel).ok().flatten(), ..tag }
    }

    /// The namespace of a tag in full.
    pub(super) fn namespace_van(&self, tag: &Tag<'a>) -> String {
        let voorvoegsel = tag.naam.split_once(':').map_or("", |(voorvoegsel, _)| voorvoegsel);
        self.ruimtes.namespace(voorvoegsel).unwrap_or_default().to_owned()
    }
}
