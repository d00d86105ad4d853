//! What to do when another element comes than the schema says: tell of it, and go on where that makes sense.

use super::naam::is_naam;
use super::{Lezer, Stap, Tag, Volgende, kort};
use crate::fout::{Foutsoort, Welgevormdheid};
use crate::tabel::{Kardinaliteit, Klasse};

impl<'a> Lezer<'a> {
    /// A mandatory field did not come. When what comes belongs later in the class (or the class ends), the field is
    /// absent; anything else does not belong here and is passed over.
    #[cold]
    pub(super) fn gemist(&mut self, klasse: &'static Klasse, vanaf: usize, plaats: usize) -> Stap<'a> {
        let later = klasse.velden.get(plaats + 1..).unwrap_or_default();
        match self.volgende {
            Volgende::Start(tag) if !later.iter().any(|veld| tag.is(klasse.ruimte, veld.naam)) => {
                self.te_veel(tag, klasse, vanaf, plaats + 1);
                Stap::Opnieuw
            }
            _ => {
                if let Some(veld) = klasse.velden.get(plaats) {
                    self.ontbreekt(veld.naam);
                }
                Stap::Ontbreekt
            }
        }
    }

    /// Passes an element over that is none of the fields from `vanaf` to `tot`.
    #[cold]
    pub(super) fn te_veel(&mut self, tag: Tag<'a>, klasse: &'static Klasse, vanaf: usize, tot: usize) {
        let mut verwacht = Vec::new();
        for veld in klasse.velden.get(vanaf..tot).unwrap_or_default() {
            verwacht.push(veld.naam);
            if veld.kardinaliteit == Kardinaliteit::Een {
                break;
            }
        }
        self.onverwacht(tag, &verwacht);
    }

    /// Passes an element over that does not belong here.
    #[cold]
    pub(crate) fn onverwacht(&mut self, tag: Tag<'a>, verwacht: &[&'static str]) {
        // Only of an expected name it is certain that it is one.
        if !is_naam(tag.lokaal) {
            self.breuk(Welgevormdheid::Naam);
            return;
        }
        self.meld_onverwacht(&tag, verwacht);
        self.sla_over();
        self.schuif();
    }

    /// Records an element that does not belong here.
    pub(super) fn meld_onverwacht(&mut self, tag: &Tag<'a>, verwacht: &[&'static str]) {
        let soort = match verwacht.iter().find(|naam| **naam == tag.lokaal) {
            Some(element) => Foutsoort::AndereNaamruimte { element },
            None => Foutsoort::OnverwachtElement { gevonden: kort(tag.lokaal), verwacht: verwacht.to_vec() },
        };
        self.meld_bij(tag, soort);
    }

    /// Records that an element is absent from the element that was entered last.
    #[cold]
    pub(crate) fn ontbreekt(&mut self, verwacht: &'static str) {
        // What came may be an end tag with white space before it, which was read as one.
        self.voorbij_wit();
        self.meld(self.plaats, Foutsoort::OntbrekendElement { verwacht });
    }

    /// Passes the element over of which the start tag was just read, with all that is in it, while it is XML.
    #[cold]
    pub(crate) fn sla_over(&mut self) {
        let stil = std::mem::replace(&mut self.stil, true);
        let buiten = self.diepte.saturating_sub(1);
        while self.diepte > buiten && !self.klaar {
            self.token();
        }
        self.stil = stil;
    }
}
