//! How one definition of a class gives its struct, its table, its reader and its writer.

mod definitie;

pub(crate) use definitie::{klasse, onderdeel, retourtype, terug, vast};

use crate::basis::Waarde;
use crate::keuring::Keuring;
use crate::lezer::{Lezer, Tag, Volgende};
use crate::retour::Terugweg;
use crate::schrijver::Ontvanger;
use crate::tabel::{Kardinaliteit, Ruimte, Soort};

/// What an element holds: a value of a simple type, or the fields of a class.
pub(crate) trait Inhoud: Sized {
    /// Its description.
    const SOORT: Soort;
    /// Whether a rule of level 2 hangs on it or on anything in it.
    const KEURT: bool;
    /// Whether it has a key, by which it is told from its siblings.
    const HEEFT_SLEUTEL: bool = false;
    /// What stands in its place in a retour message.
    type Retour;

    /// Reads the element of which the start tag was just read, up to and including its end tag.
    ///
    /// `None` means that a fault was recorded.
    fn lees<'a>(lezer: &mut Lezer<'a>, tag: Tag<'a>) -> Option<Self>;

    /// Hands over what stands between the tags.
    fn schrijf(&self, uit: &mut impl Ontvanger);

    /// Checks the rules of level 2.
    fn keur(&self, keuring: &mut Keuring);

    /// Appends the text of what is in it, as two are compared by.
    fn tekst(&self, uit: &mut String);

    /// Appends the text of its key.
    fn sleutel(&self, _uit: &mut String) {}

    /// Gives it back, with the codes that belong to it.
    fn retour(&self, weg: &mut Terugweg<'_>) -> Self::Retour;
}

impl<T: Waarde + Clone> Inhoud for T {
    const SOORT: Soort = Soort::Waarde(T::DATATYPE);
    const KEURT: bool = false;
    type Retour = Self;

    #[inline]
    fn lees<'a>(lezer: &mut Lezer<'a>, tag: Tag<'a>) -> Option<Self> {
        lezer.waarde(tag)
    }

    #[inline]
    fn schrijf(&self, uit: &mut impl Ontvanger) {
        uit.waarde(self);
    }

    #[inline]
    fn keur(&self, _: &mut Keuring) {}

    fn tekst(&self, uit: &mut String) {
        self.schrijfwijze(uit);
    }

    fn retour(&self, _: &mut Terugweg<'_>) -> Self {
        self.clone()
    }
}

/// How a field stands in its class: the type of the field says it, being `T`, `Option<T>`, `Vec<T>` (a list in an
/// element of its own) or `Option<Vec<T>>`.
pub(crate) trait Veldvorm: Sized {
    /// What the element holds, or for a list each of the elements within.
    const SOORT: Soort;
    /// How often the element stands in the class.
    const KARDINALITEIT: Kardinaliteit;
    /// The value of the field when the element is absent.
    const AFWEZIG: Option<Self>;
    /// Whether a rule of level 2 hangs on what it holds.
    const KEURT: bool;
    /// What stands in its place in a retour message.
    type Retour;

    /// Reads the element of the field.
    fn lees<'a>(lezer: &mut Lezer<'a>, tag: Tag<'a>, ruimte: Ruimte, onderdeel: &'static str)
    -> Option<Self>;

    /// Hands over the element of the field, if it is there.
    fn schrijf(&self, uit: &mut impl Ontvanger, ruimte: Ruimte, naam: &'static str, onderdeel: &'static str);

    /// Checks the rules of level 2.
    fn keur(&self, keuring: &mut Keuring, naam: &'static str, onderdeel: &'static str);

    /// Appends the text of what the element holds, with a mark that tells absent from empty.
    fn tekst(&self, uit: &mut String);

    /// Gives the field back, with the codes that belong to what is in it.
    fn retour(&self, weg: &mut Terugweg<'_>, naam: &'static str, onderdeel: &'static str) -> Self::Retour;
}

/// Stands before every part of a key, so that two keys are equal only when their parts are.
const SCHEIDING: char = '\u{1f}';
/// Stands for a part of a key that is absent.
const AFWEZIG: char = '\u{1e}';

impl<T: Inhoud> Veldvorm for T {
    const SOORT: Soort = T::SOORT;
    const KARDINALITEIT: Kardinaliteit = Kardinaliteit::Een;
    const AFWEZIG: Option<Self> = None;
    const KEURT: bool = T::KEURT;
    type Retour = T::Retour;

    #[inline]
    fn lees<'a>(lezer: &mut Lezer<'a>, tag: Tag<'a>, _: Ruimte, _: &'static str) -> Option<Self> {
        T::lees(lezer, tag)
    }

    #[inline]
    fn schrijf(&self, uit: &mut impl Ontvanger, ruimte: Ruimte, naam: &'static str, _: &'static str) {
        uit.open(ruimte, naam);
        Inhoud::schrijf(self, uit);
        uit.sluit(ruimte, naam);
    }

    #[inline]
    fn keur(&self, keuring: &mut Keuring, naam: &'static str, _: &'static str) {
        if T::KEURT {
            keuring.pad.binnen(naam);
            Inhoud::keur(self, keuring);
            keuring.pad.buiten();
        }
    }

    fn tekst(&self, uit: &mut String) {
        uit.push(SCHEIDING);
        Inhoud::tekst(self, uit);
    }

    fn retour(&self, weg: &mut Terugweg<'_>, naam: &'static str, _: &'static str) -> Self::Retour {
        weg.pad.binnen(naam);
        let retour = Inhoud::retour(self, weg);
        weg.pad.buiten();
        retour
    }
}

impl<T: Inhoud> Veldvorm for Option<T> {
    const SOORT: Soort = T::SOORT;
    const KARDINALITEIT: Kardinaliteit = Kardinaliteit::HoogstensEen;
    const AFWEZIG: Option<Self> = Some(None);
    const KEURT: bool = T::KEURT;
    type Retour = Option<T::Retour>;

    #[inline]
    fn lees<'a>(lezer: &mut Lezer<'a>, tag: Tag<'a>, _: Ruimte, _: &'static str) -> Option<Self> {
        T::lees(lezer, tag).map(Some)
    }

    #[inline]
    fn schrijf(&self, uit: &mut impl Ontvanger, ruimte: Ruimte, naam: &'static str, onderdeel: &'static str) {
        if let Some(inhoud) = self {
            Veldvorm::schrijf(inhoud, uit, ruimte, naam, onderdeel);
        }
    }

    #[inline]
    fn keur(&self, keuring: &mut Keuring, naam: &'static str, onderdeel: &'static str) {
        if let Some(inhoud) = self
            && T::KEURT
        {
            Veldvorm::keur(inhoud, keuring, naam, onderdeel);
        }
    }

    fn tekst(&self, uit: &mut String) {
        match self {
            Some(inhoud) => Veldvorm::tekst(inhoud, uit),
            None => uit.push(AFWEZIG),
        }
    }

    fn retour(&self, weg: &mut Terugweg<'_>, naam: &'static str, onderdeel: &'static str) -> Self::Retour {
        self.as_ref().map(|inhoud| Veldvorm::retour(inhoud, weg, naam, onderdeel))
    }
}

impl<T: Inhoud> Veldvorm for Vec<T> {
    const SOORT: Soort = T::SOORT;
    const KARDINALITEIT: Kardinaliteit = Kardinaliteit::Een;
    const AFWEZIG: Option<Self> = None;
    const KEURT: bool = T::KEURT || T::HEEFT_SLEUTEL;
    type Retour = Vec<T::Retour>;

    fn lees<'a>(
        lezer: &mut Lezer<'a>,
        tag: Tag<'a>,
        ruimte: Ruimte,
        onderdeel: &'static str,
    ) -> Option<Self> {
        let mut lijst = Self::new();
        let mut nummer = 0;
        lezer.betreed(&tag);
        while let Volgende::Start(mut tag) = lezer.volgende {
            if tag.is(ruimte, onderdeel) {
                nummer += 1;
                tag.nummer = nummer;
                lijst.extend(T::lees(lezer, tag));
                lezer.schuif();
            } else {
                lezer.onverwacht(tag, &[onderdeel]);
            }
        }
        if nummer == 0 {
            lezer.ontbreekt(onderdeel);
        }
        lezer.verlaat();
        Some(lijst)
    }

    fn schrijf(&self, uit: &mut impl Ontvanger, ruimte: Ruimte, naam: &'static str, onderdeel: &'static str) {
        uit.open(ruimte, naam);
        for inhoud in self {
            Veldvorm::schrijf(inhoud, uit, ruimte, onderdeel, "");
        }
        uit.sluit(ruimte, naam);
    }

    fn keur(&self, keuring: &mut Keuring, naam: &'static str, onderdeel: &'static str) {
        if !Self::KEURT {
            return;
        }
        keuring.pad.binnen(naam);
        for (plaats, inhoud) in self.iter().enumerate() {
            keuring.pad.binnen_nummer(onderdeel, plaats, self.len());
            inhoud.keur(keuring);
            keuring.pad.buiten();
        }
        if T::HEEFT_SLEUTEL && self.len() > 1 {
            keuring.dubbelen(self, onderdeel);
        }
        keuring.pad.buiten();
    }

    fn tekst(&self, uit: &mut String) {
        for inhoud in self {
            Veldvorm::tekst(inhoud, uit);
        }
    }

    fn retour(&self, weg: &mut Terugweg<'_>, naam: &'static str, onderdeel: &'static str) -> Self::Retour {
        weg.pad.binnen(naam);
        let retour = self
            .iter()
            .enumerate()
            .map(|(plaats, inhoud)| {
                weg.pad.binnen_nummer(onderdeel, plaats, self.len());
                let retour = inhoud.retour(weg);
                weg.pad.buiten();
                retour
            })
            .collect();
        weg.pad.buiten();
        retour
    }
}

impl<T: Inhoud> Veldvorm for Option<Vec<T>> {
    const SOORT: Soort = T::SOORT;
    const KARDINALITEIT: Kardinaliteit = Kardinaliteit::HoogstensEen;
    const AFWEZIG: Option<Self> = Some(None);
    const KEURT: bool = Vec::<T>::KEURT;
    type Retour = Option<Vec<T::Retour>>;

    #[inline]
    fn lees<'a>(
        lezer: &mut Lezer<'a>,
        tag: Tag<'a>,
        ruimte: Ruimte,
        onderdeel: &'static str,
    ) -> Option<Self> {
        Vec::lees(lezer, tag, ruimte, onderdeel).map(Some)
    }

    fn schrijf(&self, uit: &mut impl Ontvanger, ruimte: Ruimte, naam: &'static str, onderdeel: &'static str) {
        if let Some(lijst) = self {
            lijst.schrijf(uit, ruimte, naam, onderdeel);
        }
    }

    fn keur(&self, keuring: &mut Keuring, naam: &'static str, onderdeel: &'static str) {
        if let Some(lijst) = self {
            lijst.keur(keuring, naam, onderdeel);
        }
    }

    fn tekst(&self, uit: &mut String) {
        match self {
            Some(lijst) => lijst.tekst(uit),
            None => uit.push(AFWEZIG),
        }
    }

    fn retour(&self, weg: &mut Terugweg<'_>, naam: &'static str, onderdeel: &'static str) -> Self::Retour {
        self.as_ref().map(|lijst| lijst.retour(weg, naam, onderdeel))
    }
}
