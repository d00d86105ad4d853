//! Text: the values of elements, and what stands between elements.

use super::naam::{PAUZE, is};
use super::{Lezer, Tag, Volgende};
use crate::basis::tekst::{heeft_inhoud, mag_in_xml};
use crate::fout::{Foutsoort, Welgevormdheid};

impl<'a> Lezer<'a> {
    /// Goes to the next tag among elements, past white space and comments.
    #[inline]
    pub(crate) fn schuif(&mut self) {
        match self.vanaf(self.plaats) {
            [b'<', b'/', ..] => self.volgende = Volgende::Einde,
            [b'<', byte, ..] if byte.is_ascii_alphabetic() => self.neem_starttag(),
            _ => self.schuif_ruim(),
        }
    }

    #[inline]
    fn neem_starttag(&mut self) {
        if let Some(tag) = self.starttag() {
            self.volgende = Volgende::Start(tag);
        }
    }

    #[inline(never)]
    fn schuif_ruim(&mut self) {
        while !self.klaar {
            self.wit();
            match self.vanaf(self.plaats) {
                [b'<', b'/', ..] => {
                    self.volgende = Volgende::Einde;
                    return;
                }
                [b'<', b'!' | b'?', ..] => {
                    let begin = self.plaats;
                    let mut cdata = String::new();
                    let is_cdata = self.vanaf(begin).starts_with(b"<![CDATA[");
                    self.tussenvoegsel(&mut cdata);
                    // A CDATA section is text, also when it is blank.
                    if is_cdata {
                        self.meld(begin, Foutsoort::TekstTussenElementen);
                    }
                }
                [b'<', ..] => {
                    self.neem_starttag();
                    return;
                }
                [] => self.breuk(Welgevormdheid::Afgebroken),
                _ => {
                    let begin = self.plaats;
                    let mut tekst = String::new();
                    self.tot_markering(&mut tekst);
                    if heeft_inhoud(tekst.as_bytes()) {
                        self.meld(begin, Foutsoort::TekstTussenElementen);
                    }
                }
            }
        }
    }

    /// Reads the text of an element and its end tag, if the text is just that: without references or comments.
    #[inline]
    pub(crate) fn tekst_snel(&mut self, tag: &Tag<'a>) -> Option<&'a str> {
        if tag.leeg {
            self.ruimtes.terug(tag.bindingen);
            return Some("");
        }
        let van = self.plaats;
        let tot = self.pauze(van);
        match self.vanaf(tot).strip_prefix(b"</").and_then(|rest| rest.strip_prefix(tag.naam.as_bytes())) {
            Some([b'>', ..]) => {
                self.plaats = tot + tag.naam.len() + 3;
                self.ruimtes.terug(tag.bindingen);
                Some(self.deel(van, tot))
            }
            _ => None,
        }
    }

    /// Reads the text of any element without children and its end tag. `None` means that a fault was recorded.
    #[cold]
    pub(crate) fn tekst_traag(&mut self, tag: &Tag<'a>) -> Option<String> {
        let mut tekst = String::new();
        let mut goed = true;
        self.pad.push((tag.lokaal, tag.nummer));
        while !self.klaar {
            self.tot_markering(&mut tekst);
            match self.vanaf(self.plaats) {
                [b'<', b'/', ..] => {
                    self.eindtag(tag.naam);
                    break;
                }
                [b'<', b'!' | b'?', ..] => self.tussenvoegsel(&mut tekst),
                [] => self.breuk(Welgevormdheid::Afgebroken),
                _ => {
                    if let Some(kind) = self.starttag() {
                        goed = false;
                        self.meld_onverwacht(&kind, &[]);
                        self.sla_over(&kind);
                    }
                }
            }
        }
        self.pad.pop();
        self.ruimtes.terug(tag.bindingen);
        (goed && !self.klaar).then_some(tekst)
    }

    /// Appends text up to the next markup, with references replaced and line ends made one.
    pub(super) fn tot_markering(&mut self, tekst: &mut String) {
        loop {
            let tot = self.pauze(self.plaats);
            tekst.push_str(self.deel(self.plaats, tot));
            self.plaats = tot;
            match self.byte(tot) {
                Some(b'<') | None => return,
                Some(b'&') => match self.verwijzing() {
                    Some(teken) => tekst.push(teken),
                    None => return,
                },
                Some(b'\r') => {
                    tekst.push('\n');
                    self.plaats += if self.byte(tot + 1) == Some(b'\n') { 2 } else { 1 };
                }
                Some(b']') => return self.breuk(Welgevormdheid::Cdata),
                Some(_) => return self.breuk(Welgevormdheid::Teken),
            }
        }
    }

    /// The first place at which text stops being plain.
    #[inline]
    fn pauze(&self, van: usize) -> usize {
        let mut plaats = van;
        loop {
            match self.byte(plaats) {
                Some(byte) if !is(byte, PAUZE) => plaats += 1,
                Some(b']') if !self.vanaf(plaats).starts_with(b"]]>") => plaats += 1,
                Some(0xEF) if !matches!(self.vanaf(plaats), [_, 0xBF, 0xBE | 0xBF, ..]) => plaats += 1,
                _ => return plaats,
            }
        }
    }

    /// Reads a reference to one of the five entities of XML or to a character.
    pub(super) fn verwijzing(&mut self) -> Option<char> {
        let rest = self.tekst.get(self.plaats + 1..).unwrap_or_default();
        let gevonden = rest.split_once(';').and_then(|(naam, _)| {
            let teken = match naam {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "apos" => '\'',
                "quot" => '"',
                _ => teken(naam)?,
            };
            Some((teken, naam.len() + 2))
        });
        if let Some((teken, lengte)) = gevonden {
            self.plaats += lengte;
            Some(teken)
        } else {
            self.breuk(Welgevormdheid::Verwijzing);
            None
        }
    }
}

/// The character that `#65` or `#x41` stands for.
fn teken(verwijzing: &str) -> Option<char> {
    let getal = verwijzing.strip_prefix('#')?;
    let (cijfers, grondtal) = match getal.strip_prefix('x') {
        Some(cijfers) => (cijfers, 16),
        None => (getal, 10),
    };
    // The library function would take a sign.
    if !cijfers.chars().all(|cijfer| cijfer.is_digit(grondtal)) {
        return None;
    }
    let cijfers = cijfers.trim_start_matches('0');
    u32::from_str_radix(cijfers, grondtal).ok().and_then(char::from_u32).filter(|teken| mag_in_xml(*teken))
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
