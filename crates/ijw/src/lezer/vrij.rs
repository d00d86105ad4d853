//! What the reader does for other documents than messages: attributes, elements of any namespace, and elements that are
//! taken over as they stand.

use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::name::{Namespace, Prefix, PrefixDeclaration, QName, ResolveResult};

use super::naam::WIT;
use super::tag::{MAX_ATTRIBUTEN, attributen};
use super::token::Token;
use super::{Lezer, Tag, regeleinden};
use crate::fout::{Foutsoort, Welgevormdheid};
use crate::ongeldig::Ongeldig;

/// The namespace of `xsi:schemaLocation`.
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// An element that is taken over may be nested no deeper than this, so that there is room for what comes around it.
const MAX_DIEPTE_OVERGENOMEN: u16 = 48;

/// An attribute that means something to the document: it declares no namespace and tells of no schema.
pub(crate) struct Attribuut<'a> {
    /// Its name without prefix.
    pub(crate) lokaal: &'a str,
    /// Whether it bears a prefix.
    pub(crate) heeft_voorvoegsel: bool,
    /// Its value, normalised.
    pub(crate) waarde: Cow<'a, str>,
}

impl<'a> Lezer<'a> {
    /// Starts a reader that leaves the attributes of elements to its caller.
    pub(crate) fn vrij(tekst: &'a str) -> Self {
        Self { vrij: true, ..Self::new(tekst) }
    }

    /// Whether the tag that was read last stands in this namespace.
    pub(crate) fn staat_in(&self, tag: &Tag<'a>, namespace: &str) -> bool {
        self.ruimte_van(QName(self.naam_van(tag)).prefix()) == Some(namespace)
    }

    /// The attributes of the tag that was read last, save for those that a schema engine passes over.
    pub(crate) fn attributen_van(&self, tag: &Tag<'a>) -> Vec<Attribuut<'a>> {
        self.alle_attributen(tag)
            .into_iter()
            .filter(|(naam, _)| naam.as_namespace_binding().is_none())
            .filter_map(|(naam, waarde)| {
                let (lokaal, voorvoegsel) = naam.decompose();
                let lokaal = lokaal.into_inner();
                let heeft_voorvoegsel = voorvoegsel.is_some();
                let is_locatie = heeft_voorvoegsel
                    && self.ruimte_van(voorvoegsel) == Some(XSI)
                    && matches!(lokaal, "schemaLocation" | "noNamespaceSchemaLocation");
                (!is_locatie).then_some(Attribuut { lokaal, heeft_voorvoegsel, waarde })
            })
            .collect()
    }

    /// Records that the value of an element or of its attribute does not belong to its type.
    #[cold]
    pub(crate) fn meld_waarde(&mut self, tag: &Tag<'a>, datatype: &'static str, reden: Ongeldig) {
        self.onjuist(tag, datatype, reden);
    }

    /// The line and the path of an element that is not (yet) entered.
    #[cold]
    pub(crate) fn plek(&self, tag: &Tag<'a>) -> (u32, String) {
        let namen = self.pad.iter().map(|(naam, _)| *naam).chain([tag.lokaal]);
        let pad = namen.flat_map(|naam| ["/".to_owned(), super::kort(naam)]).collect();
        (regeleinden(self.deel(0, tag.begin).as_bytes()) + 1, pad)
    }

    /// Takes the element over of which the start tag was just read, up to and including its end tag, as it stands.
    /// Prefixes of its names that stand for something because of what is around the element are declared on it, so
    /// that it means the same elsewhere. Prefixes within values are not known as such, and left alone.
    pub(crate) fn neem_over(&mut self, tag: &Tag<'a>) -> String {
        let buiten = self.diepte.saturating_sub(1);
        let mut nodig = BTreeMap::new();
        let mut eigen = Vec::new();
        let mut huidig = Some(*tag);
        let stil = std::mem::replace(&mut self.stil, true);
        while self.diepte > buiten && !self.klaar {
            if let Some(tag) = huidig.take() {
                self.verzamel(&tag, &mut eigen, &mut nodig);
                if self.diepte - buiten > MAX_DIEPTE_OVERGENOMEN {
                    self.breuk_met(Foutsoort::TeDiep { grens: usize::from(MAX_DIEPTE_OVERGENOMEN) });
                }
            }
            if let Token::Start(tag) = self.token() {
                huidig = Some(tag);
            }
        }
        self.stil = stil;
        let tekst = self.deel(tag.begin, self.positie());
        let (voor, na) = tekst.split_at_checked(1 + self.naam_van(tag).len()).unwrap_or_default();
        if self.alle_attributen(tag).len() + nodig.len() > MAX_ATTRIBUTEN {
            self.breuk(Welgevormdheid::TeVeelAttributen);
        }
        let mut uit = String::with_capacity(tekst.len());
        uit.push_str(voor);
        for (voorvoegsel, namespace) in nodig {
            uit.push_str(if voorvoegsel.is_empty() { " xmlns" } else { " xmlns:" });
            uit.push_str(voorvoegsel);
            uit.push_str("=\"");
            uit.push_str(&quick_xml::escape::escape(namespace));
            uit.push('"');
        }
        uit.push_str(na);
        uit
    }

    /// Finds the prefixes that the tag uses but that are not declared on it or, by `eigen`, around it within the element
    /// that is taken over.
    fn verzamel(
        &self,
        tag: &Tag<'a>,
        eigen: &mut Vec<(u16, &'a str)>,
        nodig: &mut BTreeMap<&'a str, String>,
    ) {
        eigen.retain(|(diepte, _)| *diepte < self.diepte);
        // An element without a prefix stands in the default namespace; an attribute stands in none.
        let naam = QName(self.naam_van(tag));
        let mut gebruikt = vec![naam.prefix()];
        for (naam, _) in self.alle_attributen(tag) {
            match naam.as_namespace_binding() {
                Some(PrefixDeclaration::Default) => eigen.push((self.diepte, "")),
                Some(PrefixDeclaration::Named(deel)) => eigen.push((self.diepte, deel)),
                None => gebruikt.extend(naam.prefix().map(Some)),
            }
        }
        for voorvoegsel in gebruikt {
            let deel = voorvoegsel.map_or("", |deel| deel.into_inner());
            if deel == "xml" || nodig.contains_key(deel) || eigen.iter().any(|(_, eigen)| *eigen == deel) {
                continue;
            }
            if let Some(ruimte) = self.ruimte_van(voorvoegsel) {
                nodig.insert(deel, ruimte.to_owned());
            }
        }
    }

    /// What a prefix, or the lack of one on an element, stands for.
    fn ruimte_van(&self, voorvoegsel: Option<Prefix<'_>>) -> Option<&str> {
        match self.ruimtes.resolver.resolve_prefix(voorvoegsel, true) {
            ResolveResult::Bound(Namespace(ruimte)) => Some(ruimte),
            ResolveResult::Unbound | ResolveResult::Unknown(_) => None,
        }
    }

    /// The attributes in a tag that passed the checks of the reader.
    fn alle_attributen(&self, tag: &Tag<'a>) -> Vec<(QName<'a>, Cow<'a, str>)> {
        let lengte = self.naam_van(tag).len();
        let binnen = self.deel(tag.begin + 1, tag.na.saturating_sub(1));
        attributen(binnen.strip_suffix('/').unwrap_or(binnen), lengte).unwrap_or_default()
    }

    /// The name in a tag, with its prefix.
    fn naam_van(&self, tag: &Tag<'a>) -> &'a str {
        let binnen = self.deel(tag.begin + 1, tag.na);
        binnen.split(|teken| WIT.contains(&teken) || matches!(teken, '/' | '>')).next().unwrap_or_default()
    }
}
