//! What stands in an element: other elements, or a text.

use std::borrow::Cow;

use quick_xml::Error;
use quick_xml::events::{BytesText, Event};

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
        self.volgende = match &event {
            Ok(Event::End(_)) => {
                self.diepte = self.diepte.saturating_sub(1);
                Volgende::Einde
            }
            Ok(Event::Start(start)) if let Some(tag) = self.gewone_starttag(start) => Volgende::Start(tag),
            _ => self.schuif_langzaam(event),
        };
    }

    /// Does the same for a token that is not a tag as nearly all are.
    fn schuif_langzaam(&mut self, event: Result<Event<'a>, Error>) -> Volgende<'a> {
        // White space is a text of its own, or the beginning of one.
        if !matches!(event, Ok(Event::Text(_))) {
            self.voorbij_wit();
        }
        let mut token = self.keur(event);
        let mut gemeld = false;
        loop {
            let vreemd = match token {
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
            token = self.token();
        }
    }

    /// Reads the text of an element without children and its end tag. `None` means that a fault was recorded.
    #[inline]
    pub(crate) fn tekst(&mut self, tag: &Tag<'a>) -> Option<Cow<'a, str>> {
        if self.klaar {
            return None;
        }
        let mut begin = Cow::Borrowed("");
        let mut event = self.event(false);
        if let Ok(Event::Text(tekst)) = &mut event
            && is_gewoon(tekst)
        {
            begin = std::mem::replace(tekst, BytesText::from_escaped("")).into_inner();
            event = self.event(false);
        }
        if matches!(event, Ok(Event::End(_))) {
            self.diepte = self.diepte.saturating_sub(1);
            return Some(begin);
        }
        self.tekst_langzaam(tag, begin, event)
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
        let mut token = self.keur(event);
        loop {
            match token {
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
            token = self.token();
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
