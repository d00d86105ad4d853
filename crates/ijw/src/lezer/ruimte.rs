//! Which prefix stands for which namespace.

use std::borrow::Cow;

use crate::berichttype::{BASISSCHEMA, Berichttype};
use crate::fout::Welgevormdheid;
use crate::tabel::Ruimte;

/// The namespace of `xsi:schemaLocation`.
pub(super) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// The namespace that the prefix `xml` always has.
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// A prefix with its namespace.
struct Binding<'a> {
    voorvoegsel: &'a str,
    namespace: Cow<'a, str>,
    ruimte: Option<Ruimte>,
}

/// The prefixes that hold at a place, the innermost last.
pub(super) struct Ruimtes<'a> {
    bindingen: Vec<Binding<'a>>,
    bericht: Option<Berichttype>,
}

impl<'a> Ruimtes<'a> {
    pub(super) const fn new() -> Self {
        Self { bindingen: Vec::new(), bericht: None }
    }

    /// Sets which message is read, so that its namespace is known.
    pub(super) fn neem_aan(&mut self, bericht: Berichttype) {
        self.bericht = Some(bericht);
        for binding in &mut self.bindingen {
            binding.ruimte = herken(&binding.namespace, Some(bericht));
        }
    }

    /// The number of prefixes, to go back to.
    #[inline]
    pub(super) const fn aantal(&self) -> usize {
        self.bindingen.len()
    }

    /// Forgets the prefixes of an element that was left.
    #[inline]
    pub(super) fn terug(&mut self, aantal: usize) {
        if self.bindingen.len() > aantal {
            self.bindingen.truncate(aantal);
        }
    }

    /// Adds a prefix; the empty one is that of elements without a prefix.
    pub(super) fn bind(&mut self, voorvoegsel: &'a str, namespace: Cow<'a, str>) {
        let ruimte = herken(&namespace, self.bericht);
        self.bindingen.push(Binding { voorvoegsel, namespace, ruimte });
    }

    /// The namespace of a prefix, if it is one of the message. A prefix that is not declared is a fault.
    #[inline]
    pub(super) fn ruimte(&self, voorvoegsel: &str) -> Result<Option<Ruimte>, Welgevormdheid> {
        match self.bindingen.iter().rev().find(|binding| binding.voorvoegsel == voorvoegsel) {
            Some(binding) => Ok(binding.ruimte),
            None if voorvoegsel.is_empty() || voorvoegsel == "xml" => Ok(None),
            None => Err(Welgevormdheid::Voorvoegsel),
        }
    }

    /// The namespace of a prefix in full. `None` when the prefix is not declared.
    pub(super) fn namespace(&self, voorvoegsel: &str) -> Option<&str> {
        match self.bindingen.iter().rev().find(|binding| binding.voorvoegsel == voorvoegsel) {
            Some(binding) => Some(&binding.namespace),
            None if voorvoegsel.is_empty() => Some(""),
            None if voorvoegsel == "xml" => Some(XML),
            None => None,
        }
    }
}

fn herken(namespace: &str, bericht: Option<Berichttype>) -> Option<Ruimte> {
    if namespace == BASISSCHEMA {
        Some(Ruimte::Basis)
    } else if bericht.is_some_and(|bericht| bericht.namespace() == namespace) {
        Some(Ruimte::Bericht)
    } else {
        None
    }
}
