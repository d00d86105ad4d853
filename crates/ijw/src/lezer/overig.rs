//! What stands around and between the elements: the XML declaration, comments, instructions and CDATA sections.

use super::naam::{WIT, is};
use super::{Lezer, Tag};
use crate::basis::tekst::mag_in_xml;
use crate::berichttype::Berichttype;
use crate::fout::{Foutsoort, Welgevormdheid};

impl<'a> Lezer<'a> {
    /// Reads up to and including the start tag of the root element, and gives the tag with its namespace.
    pub(crate) fn wortel(&mut self) -> Option<(Tag<'a>, String)> {
        if self.tekst.is_empty() {
            self.breuk(Welgevormdheid::Leeg);
        }
        if matches!(self.vanaf(0), [b'<', b'?', b'x', b'm', b'l', byte, ..] if is(*byte, WIT)) {
            self.declaratie();
        }
        self.buitenom(Welgevormdheid::VoorHetBegin);
        if self.klaar {
            return None;
        }
        if self.plaats >= self.tekst.len() {
            self.breuk(Welgevormdheid::Afgebroken);
            return None;
        }
        let tag = self.starttag()?;
        let namespace = self.namespace_van(&tag);
        Some((tag, namespace))
    }

    /// Sets which message is read, so that its namespace is known.
    pub(crate) fn neem_aan(&mut self, berichttype: Berichttype) {
        self.ruimtes.neem_aan(berichttype);
    }

    /// Checks that nothing but comments comes after the root element.
    pub(crate) fn epiloog(&mut self) {
        self.buitenom(Welgevormdheid::NaHetEinde);
        if !self.klaar && self.plaats < self.tekst.len() {
            self.breuk(Welgevormdheid::NaHetEinde);
        }
    }

    /// Passes white space, comments and instructions outside the root element, up to a start tag or the end.
    fn buitenom(&mut self, anders: Welgevormdheid) {
        while !self.klaar {
            self.wit();
            match self.vanaf(self.plaats) {
                [b'<', b'!', b'-', ..] | [b'<', b'?', ..] => self.tussenvoegsel(&mut String::new()),
                [b'<', b'!', b'D', ..] => self.breuk_met(Foutsoort::Dtd),
                [b'<', b'!' | b'/', ..] => self.breuk(anders),
                [b'<', ..] | [] => return,
                _ => self.breuk(anders),
            }
        }
    }

    /// Reads the XML declaration, which must name UTF-8 when it names an encoding.
    fn declaratie(&mut self) {
        let Some(lengte) = self.tekst.find("?>") else { return self.breuk(Welgevormdheid::Afgebroken) };
        let Some((versie, codering)) = self.tekst.get(5..lengte).and_then(ontleed) else {
            return self.breuk(Welgevormdheid::Declaratie);
        };
        let goede_versie = versie
            .strip_prefix("1.")
            .is_some_and(|sub| !sub.is_empty() && sub.bytes().all(|byte| byte.is_ascii_digit()));
        if !goede_versie {
            return self.breuk(Welgevormdheid::Declaratie);
        }
        if let Some(codering) = codering {
            let utf8 = ["utf-8", "utf8"].iter().any(|naam| codering.eq_ignore_ascii_case(naam));
            let ascii = ["us-ascii", "ascii"].iter().any(|naam| codering.eq_ignore_ascii_case(naam));
            let klopt = utf8 || (ascii && self.tekst.is_ascii());
            if !klopt {
                return self.breuk_met(Foutsoort::Codering { genoemd: Some(super::kort(codering)) });
            }
        }
        self.plaats = lengte + 2;
    }

    /// Reads a comment, an instruction or a CDATA section; the text of the last is appended.
    pub(super) fn tussenvoegsel(&mut self, tekst: &mut String) {
        let rest = self.tekst.get(self.plaats..).unwrap_or_default();
        if let Some(na) = rest.strip_prefix("<!--") {
            self.commentaar(na);
        } else if let Some(na) = rest.strip_prefix("<![CDATA[") {
            let Some((inhoud, _)) = na.split_once("]]>") else {
                return self.breuk(Welgevormdheid::Afgebroken);
            };
            if !inhoud.chars().all(mag_in_xml) {
                return self.breuk(Welgevormdheid::Teken);
            }
            let mut delen = inhoud.split('\r');
            tekst.push_str(delen.next().unwrap_or_default());
            for deel in delen {
                tekst.push('\n');
                tekst.push_str(deel.strip_prefix('\n').unwrap_or(deel));
            }
            self.plaats += inhoud.len() + 12;
        } else if rest.starts_with("<?") {
            self.instructie();
        } else if rest.starts_with("<!DOCTYPE") {
            self.breuk_met(Foutsoort::Dtd);
        } else {
            self.breuk(Welgevormdheid::Tag);
        }
    }

    fn commentaar(&mut self, na: &str) {
        let Some((inhoud, rest)) = na.split_once("--") else { return self.breuk(Welgevormdheid::Afgebroken) };
        if !rest.starts_with('>') {
            return self.breuk(Welgevormdheid::Commentaar);
        }
        if !inhoud.chars().all(mag_in_xml) {
            return self.breuk(Welgevormdheid::Teken);
        }
        self.plaats += inhoud.len() + 7;
    }

    fn instructie(&mut self) {
        let begin = self.plaats;
        let Some(mut einde) = self.naam(begin + 2) else { return };
        if self.deel(begin + 2, einde).eq_ignore_ascii_case("xml") {
            return self.breuk(Welgevormdheid::Instructie);
        }
        while self.byte(einde) == Some(b':') {
            let Some(verder) = self.naam(einde + 1) else { return };
            einde = verder;
        }
        let rest = self.tekst.get(einde..).unwrap_or_default();
        let Some((inhoud, _)) = rest.split_once("?>") else { return self.breuk(Welgevormdheid::Afgebroken) };
        if !inhoud.is_empty() && !inhoud.starts_with([' ', '\t', '\n', '\r']) {
            return self.breuk(Welgevormdheid::Instructie);
        }
        if !inhoud.chars().all(mag_in_xml) {
            return self.breuk(Welgevormdheid::Teken);
        }
        self.plaats = einde + inhoud.len() + 2;
    }
}

/// Takes an XML declaration apart: the version, and the encoding if it is there.
fn ontleed(declaratie: &str) -> Option<(&str, Option<&str>)> {
    let (versie, rest) = pseudo(declaratie, "version")??;
    let (codering, rest) = match pseudo(rest, "encoding")? {
        Some((codering, rest)) => (Some(codering), rest),
        None => (None, rest),
    };
    let rest = match pseudo(rest, "standalone")? {
        Some(("yes" | "no", rest)) => rest,
        Some(_) => return None,
        None => rest,
    };
    rest.trim_matches([' ', '\t', '\n', '\r']).is_empty().then_some((versie, codering))
}

/// Reads `name = "value"` with white space before it. The outer `None` is a fault, the inner one an absence.
#[expect(clippy::option_option, reason = "an absence is no fault, and both end here")]
fn pseudo<'d>(tekst: &'d str, naam: &str) -> Option<Option<(&'d str, &'d str)>> {
    const WIT_TEKENS: [char; 4] = [' ', '\t', '\n', '\r'];
    let kaal = tekst.trim_start_matches(WIT_TEKENS);
    let Some(na_naam) = kaal.strip_prefix(naam) else { return Some(None) };
    if kaal.len() == tekst.len() {
        return None;
    }
    let waarde = na_naam.trim_start_matches(WIT_TEKENS).strip_prefix('=')?.trim_start_matches(WIT_TEKENS);
    let aanhaling = waarde.chars().next().filter(|teken| matches!(teken, '"' | '\''))?;
    waarde.get(1..)?.split_once(aanhaling).map(Some)
}
