//! What stands in an element: other elements, or a text.

use std::borrow::Cow;

use quick_xml::Error;
use quick_xml::events::Event;

use super::naam::WIT;
use super::token::{Token, is_gewoon};
use super::{Lezer, Tag, Volgende};
use crate::basis::tekst::heeft_inhoud;
use crate::fout::Foutsoort;

impl<'a> Lezer<'a> {
    /// Goes to the next tag among elements, past white space and comments.
    pub(crate) fn schuif(&mut self) {
        if self.klaar {
            self.volgende = Volgende::Klaar;
            return;
        }
        // A reader that stops at what is not XML and tells of nothing else has no names that it expects.
        let event = self.event(!self.stil);
        // Taking an event apart by value spares looking for what else of it there would be to drop.
        self.volgende = match event {
            Ok(Event::End(_)) => {
                self.diepte = self.diepte.saturating_sub(1);
                Volgende::Einde
            }
            Ok(Event::Start(start)) => match self.gewone_starttag(&start) {
                Some(tag) => Volgende::Start(tag),
                None => self.schuif_langzaam(Ok(Event::Start(start))),
            },
            event => self.schuif_langzaam(event),
        };
    }

    /// Does the same for a token that is not a tag as nearly all are.
    #[cold]
    fn schuif_langzaam(&mut self, event: Result<Event<'a>, Error>) -> Volgende<'a> {
        // White space is a text of its own, or the beginning of one.
        if !matches!(event, Ok(Event::Text(_))) {
            self.voorbij_wit();
        }
        let mut stuk = self.keur(event);
        let mut gemeld = false;
        loop {
            let vreemd = match stuk {
                Token::Start(tag) => return Volgende::Start(tag),
                Token::Einde => return Volgende::Einde,
                Token::Klaar => return Volgende::Klaar,
                Token::Tekst(tekst) => heeft_inhoud(tekst.as_bytes()),
                Token::Verwijzing(teken) => !WIT.contains(&teken),
                // A CDATA section is text, also when it is blank.
                Token::Cdata(_) => true,
                Token::Tussenvoegsel => false,
            };
            if vreemd && !std::mem::replace(&mut gemeld, true) {
                self.voorbij_wit();
                self.meld(self.plaats, Foutsoort::TekstTussenElementen);
            }
            stuk = self.token();
        }
    }

    /// Reads the text of an element without children and its end tag. `None` means that a fault was recorded.
    #[inline]
    pub(crate) fn tekst(&mut self, tag: &Tag<'a>) -> Option<Cow<'a, str>> {
        if self.klaar {
            return None;
        }
        match self.event(false) {
            Ok(Event::Text(tekst)) if is_gewoon(&tekst) => self.tekst_tot(tag, tekst.into_inner()),
            Ok(Event::End(_)) => {
                self.diepte = self.diepte.saturating_sub(1);
                Some(Cow::Borrowed(""))
            }
            event => self.tekst_langzaam(tag, Cow::Borrowed(""), event),
        }
    }

    /// Does the same when the text has begun, and nearly always is all of it.
    #[inline]
    fn tekst_tot(&mut self, tag: &Tag<'a>, begin: Cow<'a, str>) -> Option<Cow<'a, str>> {
        match self.event(false) {
            Ok(Event::End(_)) => {
                self.diepte = self.diepte.saturating_sub(1);
                Some(begin)
            }
            event => self.tekst_langzaam(tag, begin, event),
        }
    }

    /// Does the same for a text that is not a single token, from a token on.
    #[cold]
    fn tekst_langzaam(
        &mut self,
        tag: &Tag<'a>,
        begin: Cow<'a, str>,
        event: Result<Event<'a>, Error>,
    ) -> Option<Cow<'a, str>> {
        self.pad.push((tag.lokaal, tag.nummer));
        let mut tekst = begin;
        let mut goed = true;
        let mut stuk = self.keur(event);
        loop {
            match stuk {
                Token::Tekst(deel) | Token::Cdata(deel) if tekst.is_empty() => tekst = deel,
                Token::Tekst(deel) | Token::Cdata(deel) => tekst.to_mut().push_str(&deel),
                Token::Verwijzing(teken) => tekst.to_mut().push(teken),
                Token::Tussenvoegsel => {}
                Token::Start(kind) => {
                    goed = false;
                    self.meld_onverwacht(&kind, &[]);
                    self.sla_over();
                }
                Token::Einde => break,
                Token::Klaar => {
                    goed = false;
                    break;
                }
            }
            stuk = self.token();
        }
        self.pad.pop();
        goed.then_some(tekst)
    }

    /// Goes past the white space with which the text that was read begins, so that a fault bears the right line.
    pub(super) fn voorbij_wit(&mut self) {
        let tekst = self.deel(self.plaats, self.positie());
        self.plaats += tekst.len() - tekst.trim_start_matches(WIT).len();
    }
}
