//! What stands around the root element.

use quick_xml::events::BytesDecl;

use super::tag::attributen;
use super::token::Token;
use super::{Lezer, Tag};
use crate::basis::tekst::heeft_inhoud;
use crate::berichttype::Berichttype;
use crate::fout::{Foutsoort, Welgevormdheid};

impl<'a> Lezer<'a> {
    /// Reads up to and including the start tag of the root element, and gives the tag with its namespace.
    pub(crate) fn wortel(&mut self) -> Option<(Tag<'a>, String)> {
        if self.tekst.is_empty() {
            self.breuk(Welgevormdheid::Leeg);
        }
        let tag = self.buitenom(Welgevormdheid::VoorHetBegin);
        if tag.is_none() && !self.klaar {
            self.breuk(Welgevormdheid::Afgebroken);
        }
        tag.map(|tag| (tag, self.namespace_van(&tag)))
    }

    /// Sets which message is read, so that its namespace is known.
    pub(crate) fn neem_aan(&mut self, berichttype: Berichttype) {
        self.ruimtes.neem_aan(berichttype);
    }

    /// Checks that nothing but comments comes after the root element.
    pub(crate) fn epiloog(&mut self) {
        if self.buitenom(Welgevormdheid::NaHetEinde).is_some() {
            self.breuk(Welgevormdheid::NaHetEinde);
        }
    }

    /// Passes white space, comments and instructions outside the root element, up to a start tag or the end.
    fn buitenom(&mut self, anders: Welgevormdheid) -> Option<Tag<'a>> {
        loop {
            match self.token() {
                Token::Start(tag) => return Some(tag),
                Token::Tussenvoegsel => {}
                Token::Tekst(tekst) if !heeft_inhoud(tekst.as_bytes()) => {}
                Token::Tekst(_) | Token::Verwijzing(_) | Token::Cdata(_) | Token::Einde => {
                    self.voorbij_wit();
                    self.breuk(anders);
                }
                Token::Klaar => return None,
            }
        }
    }

    /// Checks the XML declaration, which must stand first, and must name UTF-8 when it names an encoding.
    #[cold]
    pub(super) fn declaratie(&self, declaratie: &BytesDecl<'_>) -> Result<(), Foutsoort> {
        if self.plaats > 0 {
            return Err(Welgevormdheid::Instructie.into());
        }
        let delen = attributen(declaratie, "xml".len()).map_err(|_| Welgevormdheid::Declaratie)?;
        let mut delen = delen.iter().map(|(naam, waarde)| (naam.into_inner(), waarde.as_ref())).peekable();
        let mut deel = |gezocht| delen.next_if(|(naam, _)| *naam == gezocht).map(|(_, waarde)| waarde);
        let (versie, codering, zelfstandig) = (deel("version"), deel("encoding"), deel("standalone"));
        let goede_versie = versie
            .and_then(|versie| versie.strip_prefix("1."))
            .is_some_and(|sub| !sub.is_empty() && sub.bytes().all(|byte| byte.is_ascii_digit()));
        let goed = goede_versie && matches!(zelfstandig, None | Some("yes" | "no")) && delen.next().is_none();
        if !goed || declaratie.contains('&') {
            return Err(Welgevormdheid::Declaratie.into());
        }
        let is = |namen: [&str; 2]| {
            codering.is_none_or(|codering| namen.iter().any(|naam| codering.eq_ignore_ascii_case(naam)))
        };
        if is(["utf-8", "utf8"]) || (is(["us-ascii", "ascii"]) && self.tekst.is_ascii()) {
            Ok(())
        } else {
            Err(Foutsoort::Codering { genoemd: codering.map(super::kort) })
        }
    }
}
