//! Start tags: their names, attributes and namespaces.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;
use quick_xml::events::attributes::Attributes;
use quick_xml::name::QName;

use super::naam::{WIT, is_naam};
use super::{Lezer, kort};
use crate::basis::tekst::mag_in_xml;
use crate::fout::{Foutsoort, Welgevormdheid};
use crate::tabel::Ruimte;

/// An element with more attributes than this is refused.
pub(super) const MAX_ATTRIBUTEN: usize = 64;

/// Elements that are nested deeper are refused. A message goes no deeper than nine.
const MAX_DIEPTE: u16 = 64;

/// A start tag.
#[derive(Clone, Copy)]
pub(crate) struct Tag<'a> {
    /// The name without prefix.
    pub(crate) lokaal: &'a str,
    /// The namespace, if it is one of the message.
    pub(super) ruimte: Option<Ruimte>,
    /// Where the tag begins.
    pub(crate) begin: usize,
    /// Where the tag has ended.
    pub(super) na: usize,
    /// Which of the elements of a list this is, from 1; 0 outside a list.
    pub(crate) nummer: u32,
}

impl Tag<'_> {
    /// Whether the element bears this name in this namespace.
    #[inline]
    pub(crate) fn is(&self, ruimte: Ruimte, naam: &str) -> bool {
        self.lokaal == naam && self.ruimte == Some(ruimte)
    }
}

impl<'a> Lezer<'a> {
    /// A start tag as nearly all of them are: without attributes and with a prefix that came before. `None` asks for
    /// [`Self::starttag`]. The name is not checked: it is when it turns out not to be an expected one.
    #[inline]
    pub(super) fn gewone_starttag(&mut self, start: &BytesStart<'a>) -> Option<Tag<'a>> {
        let lengte = start.name().as_ref().len();
        // What is copied as it stands has every name checked.
        if start.len() > lengte || self.diepte >= MAX_DIEPTE || self.vrij {
            return None;
        }
        let na = self.positie();
        // A tag that is an end tag too has a slash before its `>`.
        let is_leeg = self.tekst.as_bytes().get(na.wrapping_sub(2)) == Some(&b'/');
        let begin = na.saturating_sub(lengte + 2 + usize::from(is_leeg));
        let (lokaal, ruimte) = self.ruimtes.bekende(self.deel(begin + 1, begin + 1 + lengte), self.diepte)?;
        self.plaats = begin;
        self.diepte += 1;
        Some(Tag { lokaal, ruimte: Some(ruimte), begin, na, nummer: 0 })
    }

    /// Checks the start tag that was read, and gives it its namespace.
    pub(super) fn starttag(&mut self, start: &BytesStart<'a>) -> Result<Tag<'a>, Foutsoort> {
        let (begin, na) = (self.plaats, self.positie());
        let lengte = start.name().as_ref().len();
        let naam = self.deel(begin + 1, begin + 1 + lengte);
        let lokaal = QName(naam).local_name().into_inner();
        if !is_naam(lokaal) {
            return Err(Welgevormdheid::Naam.into());
        }
        if self.diepte >= MAX_DIEPTE {
            return Err(Foutsoort::TeDiep { grens: usize::from(MAX_DIEPTE) });
        }
        // The prefixes of elements that have ended are forgotten here.
        self.ruimtes.begin(self.diepte);
        self.diepte += 1;
        if start.len() > lengte {
            self.ruimtes.begin(self.diepte);
            self.attributen(lokaal, self.deel(begin + 1, begin + 1 + start.len()), lengte)?;
        }
        let ruimte = self.ruimtes.van_element(naam)?;
        Ok(Tag { lokaal, ruimte, begin, na, nummer: 0 })
    }

    /// Takes the declarations of namespaces in, and tells of other attributes: messages have none.
    #[cold]
    fn attributen(&mut self, element: &'a str, tag: &'a str, vanaf: usize) -> Result<(), Foutsoort> {
        let (namespaces, overige): (Vec<_>, Vec<_>) =
            attributen(tag, vanaf)?.into_iter().partition(|(naam, _)| naam.as_namespace_binding().is_some());
        for (naam, waarde) in &namespaces {
            let Some(binding) = naam.as_namespace_binding() else { continue };
            if !self.ruimtes.declareer(self.diepte, binding, waarde) {
                return Err(Welgevormdheid::Naamruimte.into());
            }
        }
        for (naam, _) in overige {
            if !self.ruimtes.is_schemaplaats(naam)? && !self.vrij {
                self.pad.push((element, 0));
                self.meld(self.plaats, Foutsoort::Attribuut { naam: kort(naam.local_name().into_inner()) });
                self.pad.pop();
            }
        }
        Ok(())
    }

    /// The namespace of the tag that was read last, in full.
    pub(super) fn namespace_van(&self, tag: &Tag<'a>) -> String {
        let naam = self
            .deel(tag.begin + 1, tag.na)
            .split(|teken| WIT.contains(&teken) || matches!(teken, '/' | '>'))
            .next();
        self.ruimtes.voluit(naam.unwrap_or_default())
    }
}

/// Takes the attributes in a tag or declaration apart, from a place on. quick-xml finds them and refuses one that
/// stands twice.
pub(super) fn attributen(tag: &str, vanaf: usize) -> Result<Vec<(QName<'_>, Cow<'_, str>)>, Welgevormdheid> {
    let mut gevonden = Vec::new();
    let mut rest = tag.get(vanaf..).unwrap_or_default();
    for attribuut in Attributes::new(tag, vanaf) {
        let attribuut = attribuut.map_err(|_| Welgevormdheid::Attribuut)?;
        let (lokaal, voorvoegsel) = attribuut.key.decompose();
        if !is_naam(lokaal.as_ref()) || voorvoegsel.is_some_and(|deel| !is_naam(deel.as_ref())) {
            return Err(Welgevormdheid::Naam);
        }
        if gevonden.len() >= MAX_ATTRIBUTEN {
            return Err(Welgevormdheid::TeVeelAttributen);
        }
        if !rest.starts_with(WIT) {
            return Err(Welgevormdheid::Tag);
        }
        let na_waarde =
            rest.split_once(['"', '\'']).and_then(|(_, waarde)| waarde.get(attribuut.value.len() + 1..));
        rest = na_waarde.unwrap_or_default();
        if attribuut.value.contains('<') {
            return Err(Welgevormdheid::Attribuut);
        }
        let waarde =
            attribuut.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Welgevormdheid::Verwijzing)?;
        if !waarde.chars().all(mag_in_xml) {
            return Err(Welgevormdheid::Teken);
        }
        gevonden.push((attribuut.key, waarde));
    }
    Ok(gevonden)
}
