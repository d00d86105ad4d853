//! What stands in an element: other elements, or a text.

use std::borrow::Cow;

use super::naam::WIT;
use super::token::Token;
use super::{Lezer, Tag, Volgende};
use crate::basis::tekst::heeft_inhoud;
use crate::fout::Foutsoort;

impl<'a> Lezer<'a> {
    /// Goes to the next tag among elements, past white space and comments.
    #[inline]
    pub(crate) fn schuif(&mut self) {
        let mut gemeld = false;
        self.volgende = loop {
            let vreemd = match self.token() {
                Token::Start(tag) => break Volgende::Start(tag),
                Token::Einde => break Volgende::Einde,
                Token::Klaar => break Volgende::Klaar,
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
        };
    }

    /// Reads the text of an element without children and its end tag. `None` means that a fault was recorded.
    #[inline]
    pub(crate) fn tekst(&mut self, tag: &Tag<'a>) -> Option<Cow<'a, str>> {
        self.pad.push((tag.lokaal, tag.nummer));
        let mut tekst = Cow::Borrowed("");
        let mut goed = true;
        loop {
            match self.token() {
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
