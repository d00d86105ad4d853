//! Reading the elements of an envelope, one after the other, up to the first fault.

use super::details::DetailsXml;
use super::fout::{Fout, Reden};
use super::lees::MAX_DETAILS;
use super::tekst::Veldtekst;
use crate::fout::{Foutsoort, Welgevormdheid};
use crate::lezer::{Lezer, Tag, Volgende, kort};
use crate::ongeldig::Ongeldig;

/// The outcome of a step.
pub(super) type Uitkomst<T> = Result<T, Fout>;

/// An element as the schema names it: its namespace and its name.
pub(super) type Element = (&'static str, &'static str);

/// The reading of one envelope.
pub(super) struct Lezing<'a> {
    lezer: Lezer<'a>,
    /// The optional elements that did not come since the last one that came.
    overgeslagen: Vec<&'static str>,
}

impl<'a> Lezing<'a> {
    /// Starts at the beginning of a text.
    pub(super) fn new(tekst: &'a str) -> Self {
        Self { lezer: Lezer::vrij(tekst), overgeslagen: Vec::new() }
    }

    /// Reads up to and including the start tag of the root.
    pub(super) fn wortel(&mut self) -> Uitkomst<Tag<'a>> {
        match self.lezer.wortel() {
            Some((tag, _)) => Ok(tag),
            None => Err(self.eerste_fout()),
        }
    }

    /// Checks that nothing comes after the root.
    pub(super) fn epiloog(&mut self) -> Uitkomst<()> {
        self.lezer.epiloog();
        self.keur()
    }

    /// Whether a tag, which was read last, is this element.
    pub(super) fn is(&self, tag: &Tag<'a>, (namespace, naam): Element) -> bool {
        tag.lokaal == naam && self.lezer.staat_in(tag, namespace)
    }

    /// What comes next, if it is an element.
    pub(super) const fn komende(&self) -> Option<Tag<'a>> {
        match self.lezer.volgende {
            Volgende::Start(tag) => Some(tag),
            Volgende::Einde | Volgende::Klaar => None,
        }
    }

    /// Reads an element, of which the start tag was read, with what is in it and nothing more.
    pub(super) fn binnen<T>(
        &mut self,
        tag: &Tag<'a>,
        inhoud: impl FnOnce(&mut Self) -> Uitkomst<T>,
    ) -> Uitkomst<T> {
        self.overgeslagen.clear();
        self.lezer.betreed(tag);
        self.keur()?;
        let gelezen = inhoud(self)?;
        if let Some(tag) = self.komende() {
            return Err(self.onverwacht(tag, None));
        }
        self.lezer.verlaat();
        Ok(gelezen)
    }

    /// Reads an element that must come.
    pub(super) fn verplicht<T>(
        &mut self,
        element: Element,
        lees: impl FnOnce(&mut Self, &Tag<'a>) -> Uitkomst<T>,
    ) -> Uitkomst<T> {
        match self.komende() {
            Some(tag) if self.is(&tag, element) => self.lees(&tag, lees),
            Some(tag) => Err(self.onverwacht(tag, Some(element.1))),
            None => {
                self.lezer.ontbreekt(element.1);
                Err(self.eerste_fout())
            }
        }
    }

    /// Reads an element that may come.
    pub(super) fn facultatief<T>(
        &mut self,
        element: Element,
        lees: impl FnOnce(&mut Self, &Tag<'a>) -> Uitkomst<T>,
    ) -> Uitkomst<Option<T>> {
        match self.komende() {
            Some(tag) if self.is(&tag, element) => self.lees(&tag, lees).map(Some),
            _ => {
                self.overgeslagen.push(element.1);
                Ok(None)
            }
        }
    }

    fn lees<T>(
        &mut self,
        tag: &Tag<'a>,
        lees: impl FnOnce(&mut Self, &Tag<'a>) -> Uitkomst<T>,
    ) -> Uitkomst<T> {
        let gelezen = lees(self, tag)?;
        self.overgeslagen.clear();
        self.lezer.schuif();
        self.keur()?;
        Ok(gelezen)
    }

    /// Reads an element that holds other elements and bears no attributes.
    pub(super) fn klasse<T>(
        &mut self,
        tag: &Tag<'a>,
        inhoud: impl FnOnce(&mut Self) -> Uitkomst<T>,
    ) -> Uitkomst<T> {
        self.attribuut(tag, None)?;
        self.binnen(tag, inhoud)
    }

    /// Reads a mandatory element that holds a text.
    pub(super) fn veld<T: Veldtekst>(&mut self, element: Element) -> Uitkomst<T> {
        self.verplicht(element, Self::waarde)
    }

    /// Reads an optional element that holds a text.
    pub(super) fn veld_als<T: Veldtekst>(&mut self, element: Element) -> Uitkomst<Option<T>> {
        self.facultatief(element, Self::waarde)
    }

    fn waarde<T: Veldtekst>(&mut self, tag: &Tag<'a>) -> Uitkomst<T> {
        self.tekst(tag, |lezing, tekst| match T::lees(tekst) {
            Ok(waarde) => Ok(waarde),
            Err(reden) => Err(lezing.onjuist(tag, T::NAAM, reden)),
        })
    }

    /// The value of an element, of which the text was just read, does not belong to its type.
    pub(super) fn onjuist(&mut self, tag: &Tag<'a>, datatype: &'static str, reden: Ongeldig) -> Fout {
        self.lezer.meld_waarde(tag, datatype, reden);
        self.eerste_fout()
    }

    /// Reads an element that holds a text and bears no attributes.
    pub(super) fn tekst<T>(
        &mut self,
        tag: &Tag<'a>,
        lees: impl FnOnce(&mut Self, &str) -> Uitkomst<T>,
    ) -> Uitkomst<T> {
        self.attribuut(tag, None)?;
        self.tekst_vrij(tag, lees)
    }

    /// Reads an element that holds a text and of which the attributes were read.
    pub(super) fn tekst_vrij<T>(
        &mut self,
        tag: &Tag<'a>,
        lees: impl FnOnce(&mut Self, &str) -> Uitkomst<T>,
    ) -> Uitkomst<T> {
        let tekst = self.lezer.tekst(tag);
        self.keur()?;
        lees(self, &tekst.unwrap_or_default())
    }

    /// Reads the one attribute that the element may bear, if it may bear one.
    pub(super) fn attribuut(
        &mut self,
        tag: &Tag<'a>,
        gezocht: Option<&'static str>,
    ) -> Uitkomst<Option<String>> {
        let mut gevonden = None;
        for attribuut in self.lezer.attributen_van(tag) {
            if attribuut.heeft_voorvoegsel || gezocht != Some(attribuut.lokaal) {
                let soort = Foutsoort::Attribuut { naam: kort(attribuut.lokaal) };
                return Err(self.fout(tag, soort.into()));
            }
            gevonden = Some(attribuut.waarde.into_owned());
        }
        Ok(gevonden)
    }

    /// Passes an element over.
    pub(super) fn sla_over(&mut self, _: &Tag<'a>) -> Uitkomst<()> {
        self.lezer.sla_over();
        self.keur()
    }

    /// Takes the elements over that come up to the end of the element around.
    pub(super) fn details(&mut self) -> Uitkomst<DetailsXml> {
        let mut elementen = String::new();
        while let Some(tag) = self.komende() {
            elementen += &self.lezer.neem_over(&tag);
            self.keur()?;
            // Elements grow by the namespaces that they need, each of them again.
            if elementen.len() > MAX_DETAILS {
                let soort = Foutsoort::TeGroot { bytes: elementen.len(), grens: MAX_DETAILS };
                return Err(self.fout(&tag, soort.into()));
            }
            self.lezer.schuif();
            self.keur()?;
        }
        Ok(DetailsXml::new(elementen))
    }

    /// Takes the root of a document over.
    pub(super) fn document_als_details(mut self) -> Uitkomst<DetailsXml> {
        let tag = self.wortel()?;
        let element = self.lezer.neem_over(&tag);
        self.keur()?;
        self.epiloog()?;
        Ok(DetailsXml::new(element))
    }

    /// A fault at an element that is not (yet) entered.
    pub(super) fn fout(&self, tag: &Tag<'a>, reden: Reden) -> Fout {
        let (regel, pad) = self.lezer.plek(tag);
        Fout { regel, pad, reden }
    }

    /// Another element came than the one that must come, or that nothing more may come.
    fn onverwacht(&mut self, tag: Tag<'a>, verwacht: Option<&'static str>) -> Fout {
        let mut namen = std::mem::take(&mut self.overgeslagen);
        namen.extend(verwacht);
        self.lezer.onverwacht(tag, &namen);
        self.eerste_fout()
    }

    fn keur(&self) -> Uitkomst<()> {
        if self.lezer.is_foutloos() { Ok(()) } else { Err(self.eerste_fout()) }
    }

    /// The first fault that was recorded.
    fn eerste_fout(&self) -> Fout {
        match self.lezer.fouten().into_iter().next() {
            Some(fout) => Fout { regel: fout.regel, pad: fout.pad, reden: fout.soort.into() },
            // A reader that stops has recorded why.
            None => buiten(1, Foutsoort::NietWelgevormd(Welgevormdheid::Afgebroken)),
        }
    }
}

/// A fault of a file that cannot be read at all.
pub(super) fn buiten(regel: u32, soort: Foutsoort) -> Fout {
    Fout { regel, pad: "/".to_owned(), reden: soort.into() }
}
