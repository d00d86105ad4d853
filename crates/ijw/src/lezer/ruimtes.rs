//! Which prefix stands for which namespace at the place that was reached. quick-xml keeps the declarations; what it
//! found for the prefixes that come again and again is remembered here.

use quick_xml::name::{Namespace, NamespaceResolver, Prefix, PrefixDeclaration, QName, ResolveResult};

use super::naam::is_naam;
use crate::berichttype::{BASISSCHEMA, Berichttype};
use crate::fout::Welgevormdheid;
use crate::tabel::Ruimte;

/// The namespace of `xsi:schemaLocation`.
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// The prefixes and their namespaces.
#[derive(Default)]
pub(super) struct Ruimtes<'a> {
    pub(super) resolver: NamespaceResolver,
    /// The namespace of the message, once it is known.
    bericht: &'static str,
    /// No element outside this depth can end without that declarations end with it.
    diepste: u16,
    /// Prefixes, with their colon, that stand for a namespace of the message until a declaration begins or ends.
    bekend: [Option<(&'a str, Ruimte)>; 2],
    /// The namespace of the message that a name without prefix has, known as long.
    standaard: Option<Ruimte>,
}

impl<'a> Ruimtes<'a> {
    /// Sets which message is read.
    pub(super) fn neem_aan(&mut self, berichttype: Berichttype) {
        self.bericht = berichttype.namespace();
        self.vergeet();
    }

    /// Takes a name apart that has a prefix that is remembered, in an element without attributes at this depth. The
    /// name itself is not checked.
    #[inline]
    pub(super) fn bekende(&self, naam: &'a str, diepte: u16) -> Option<(&'a str, Ruimte)> {
        if diepte < self.diepste {
            return None;
        }
        for (voorvoegsel, ruimte) in self.bekend.iter().flatten() {
            // The first letter nearly always tells them apart.
            if naam.as_bytes().first() == voorvoegsel.as_bytes().first()
                && let Some(lokaal) = naam.strip_prefix(voorvoegsel)
            {
                return Some((lokaal, *ruimte));
            }
        }
        self.standaard.filter(|_| !naam.contains(':')).map(|ruimte| (naam, ruimte))
    }

    /// Takes a declaration in of an element at this depth. `false` means that namespaces do not allow it.
    pub(super) fn declareer(&mut self, diepte: u16, naam: PrefixDeclaration<'_>, ruimte: &str) -> bool {
        let is_weg = ruimte.is_empty() && naam != PrefixDeclaration::Default;
        self.vergeet();
        self.diepste = diepte;
        !is_weg && self.resolver.add(naam, Namespace(ruimte)).is_ok()
    }

    /// Forgets the declarations of elements that have ended, now that one begins at this depth.
    #[inline]
    pub(super) fn begin(&mut self, diepte: u16) {
        if diepte < self.diepste {
            self.vergeet();
            self.diepste = diepte;
        }
        self.resolver.set_level(diepte);
    }

    /// The namespace of an element, if it is one of the message. `tag` is its name with prefix.
    pub(super) fn van_element(&mut self, tag: &'a str) -> Result<Option<Ruimte>, Welgevormdheid> {
        let voorvoegsel = QName(tag).prefix();
        let ruimte = match self.resolver.resolve_prefix(voorvoegsel, true) {
            ResolveResult::Bound(Namespace(BASISSCHEMA)) => Ruimte::Basis,
            ResolveResult::Bound(Namespace(namespace)) if namespace == self.bericht => Ruimte::Bericht,
            ResolveResult::Bound(_) | ResolveResult::Unbound => return Ok(None),
            // A prefix that stands for something was checked where it was declared.
            ResolveResult::Unknown(prefix) if is_naam(&prefix) => return Err(Welgevormdheid::Voorvoegsel),
            ResolveResult::Unknown(_) => return Err(Welgevormdheid::Naam),
        };
        self.onthoud(tag, voorvoegsel, ruimte);
        Ok(Some(ruimte))
    }

    /// Whether an attribute is `xsi:schemaLocation` or `xsi:noNamespaceSchemaLocation`.
    pub(super) fn is_schemaplaats(&self, naam: QName<'_>) -> Result<bool, Welgevormdheid> {
        match self.resolver.resolve_attribute(naam) {
            (ResolveResult::Unknown(_), _) => Err(Welgevormdheid::Voorvoegsel),
            (ResolveResult::Bound(Namespace(XSI)), lokaal) => {
                Ok(matches!(lokaal.into_inner(), "schemaLocation" | "noNamespaceSchemaLocation"))
            }
            _ => Ok(false),
        }
    }

    /// The namespace of an element in full, or nothing. `tag` is its name with prefix.
    pub(super) fn voluit(&self, tag: &str) -> String {
        match self.resolver.resolve_element(QName(tag)).0 {
            ResolveResult::Bound(namespace) => namespace.into_inner().to_owned(),
            ResolveResult::Unbound | ResolveResult::Unknown(_) => String::new(),
        }
    }

    fn onthoud(&mut self, tag: &'a str, voorvoegsel: Option<Prefix<'a>>, ruimte: Ruimte) {
        let Some(voorvoegsel) = voorvoegsel else {
            self.standaard = Some(ruimte);
            return;
        };
        let met_dubbele_punt = tag.get(..=voorvoegsel.into_inner().len()).unwrap_or(tag);
        if let Some(plaats) = self.bekend.iter_mut().find(|bekend| bekend.is_none()) {
            *plaats = Some((met_dubbele_punt, ruimte));
        }
    }

    fn vergeet(&mut self) {
        self.bekend = [None, None];
        self.standaard = None;
    }
}
