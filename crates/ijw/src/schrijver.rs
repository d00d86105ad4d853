//! Handing over a message element by element, and writing it as XML: compact, with the conventional prefixes.

use crate::basis::Waarde;
use crate::tabel::Ruimte;

/// What takes the elements of a message in their order.
pub(crate) trait Ontvanger {
    /// An element begins.
    fn open(&mut self, ruimte: Ruimte, naam: &'static str);

    /// The element that began last holds this value.
    fn waarde<T: Waarde>(&mut self, waarde: &T);

    /// The element that began last holds this fixed text.
    fn tekst(&mut self, tekst: &'static str);

    /// The element ends.
    fn sluit(&mut self, ruimte: Ruimte, naam: &'static str);

    /// An element with a fixed text.
    fn vast(&mut self, ruimte: Ruimte, naam: &'static str, tekst: &'static str) {
        self.open(ruimte, naam);
        self.tekst(tekst);
        self.sluit(ruimte, naam);
    }
}

/// Where a message is written to as XML.
pub(crate) struct Schrijver {
    /// What was written so far.
    pub(crate) uit: String,
    /// The prefix of the message's own namespace, with its colon.
    voorvoegsel: &'static str,
}

impl Schrijver {
    /// Starts after what already stands in `uit`.
    pub(crate) const fn new(uit: String, voorvoegsel: &'static str) -> Self {
        Self { uit, voorvoegsel }
    }

    const fn voorvoegsel(&self, ruimte: Ruimte) -> &'static str {
        match ruimte {
            Ruimte::Basis => "ijw:",
            Ruimte::Bericht => self.voorvoegsel,
        }
    }
}

impl Ontvanger for Schrijver {
    #[inline]
    fn open(&mut self, ruimte: Ruimte, naam: &'static str) {
        self.uit.push('<');
        self.uit.push_str(self.voorvoegsel(ruimte));
        self.uit.push_str(naam);
        self.uit.push('>');
    }

    #[inline]
    fn waarde<T: Waarde>(&mut self, waarde: &T) {
        waarde.append_xml(&mut self.uit);
    }

    #[inline]
    fn tekst(&mut self, tekst: &'static str) {
        self.uit.push_str(tekst);
    }

    #[inline]
    fn sluit(&mut self, ruimte: Ruimte, naam: &'static str) {
        self.uit.push_str("</");
        self.uit.push_str(self.voorvoegsel(ruimte));
        self.uit.push_str(naam);
        self.uit.push('>');
    }
}

/// Appends a text with the characters that mean something in XML escaped.
///
/// A carriage return is escaped too, because a reader turns a bare one into a line feed.
pub(crate) fn escape(tekst: &str, uit: &mut String) {
    let mut rest = tekst;
    while let Some((voor, teken, na)) = rest
        .find(['<', '>', '&', '\r'])
        .and_then(|plaats| Some((rest.get(..plaats)?, rest.as_bytes().get(plaats)?, rest.get(plaats + 1..)?)))
    {
        uit.push_str(voor);
        uit.push_str(match teken {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            _ => "&#13;",
        });
        rest = na;
    }
    uit.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_xml_is_escaped() {
        for (tekst, verwacht) in [
            ("Jansen", "Jansen"),
            ("a<b>&c", "a&lt;b&gt;&amp;c"),
            ("]]>\r\né", "]]&gt;&#13;\né"),
            ("", ""),
            ("&", "&amp;"),
        ] {
            let mut uit = String::new();
            escape(tekst, &mut uit);
            assert_eq!(uit, verwacht);
        }
    }
}
