//! How one definition of a class gives its struct, its table, its reader and its writer.

use crate::basis::Waarde;
use crate::lezer::{Lezer, Tag, Volgende};
use crate::schrijver::Ontvanger;
use crate::tabel::{Kardinaliteit, Ruimte, Soort};

/// What an element holds: a value of a simple type, or the fields of a class.
pub(crate) trait Inhoud: Sized {
    /// Its description.
    const SOORT: Soort;

    /// Reads the element of which the start tag was just read, up to and including its end tag.
    ///
    /// `None` means that a fault was recorded.
    fn lees<'a>(lezer: &mut Lezer<'a>, tag: Tag<'a>) -> Option<Self>;

    /// Hands over what stands between the tags.
    fn schrijf(&self, uit: &mut impl Ontvanger);
}

impl<T: Waarde> Inhoud for T {
    const SOORT: Soort = Soort::Waarde(T::DATATYPE);

    #[inline]
    fn lees<'a>(lezer: &mut Lezer<'a>, tag: Tag<'a>) -> Option<Self> {
        lezer.waarde(tag)
    }

    #[inline]
    fn schrijf(&self, uit: &mut impl Ontvanger) {
        uit.waarde(self);
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

    /// Reads the element of the field.
    fn lees<'a>(lezer: &mut Lezer<'a>, tag: Tag<'a>, ruimte: Ruimte, onderdeel: &'static str)
    -> Option<Self>;

    /// Hands over the element of the field, if it is there.
    fn schrijf(&self, uit: &mut impl Ontvanger, ruimte: Ruimte, naam: &'static str, onderdeel: &'static str);
}

impl<T: Inhoud> Veldvorm for T {
    const SOORT: Soort = T::SOORT;
    const KARDINALITEIT: Kardinaliteit = Kardinaliteit::Een;
    const AFWEZIG: Option<Self> = None;

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
}

impl<T: Inhoud> Veldvorm for Option<T> {
    const SOORT: Soort = T::SOORT;
    const KARDINALITEIT: Kardinaliteit = Kardinaliteit::HoogstensEen;
    const AFWEZIG: Option<Self> = Some(None);

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
}

impl<T: Inhoud> Veldvorm for Vec<T> {
    const SOORT: Soort = T::SOORT;
    const KARDINALITEIT: Kardinaliteit = Kardinaliteit::Een;
    const AFWEZIG: Option<Self> = None;

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
}

impl<T: Inhoud> Veldvorm for Option<Vec<T>> {
    const SOORT: Soort = T::SOORT;
    const KARDINALITEIT: Kardinaliteit = Kardinaliteit::HoogstensEen;
    const AFWEZIG: Option<Self> = Some(None);

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
}

/// Defines a class once.
///
/// `in Basis` or `in Bericht` is the namespace of its fields, `vast { .. }` lists the elements that always hold the
/// same text (written, checked, but no field), and `field: Type = Element / Onderdeel` gives the name of the element
/// and, for a list, of the elements within.
macro_rules! klasse {
    (
        $(#[$attribuut:meta])*
        pub struct $naam:ident in $ruimte:ident $(vast { $($vast:ident: $vasttype:ident = $waarde:literal,)+ })? {
            $($(#[$uitleg:meta])* $veld:ident: $type:ty = $element:ident $(/ $onderdeel:ident)?,)+
        }
    ) => {
        $(#[$attribuut])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $naam {
            $($(#[$uitleg])* pub $veld: $type,)+
        }

        impl $naam {
            /// The table of the class: its fields in their order.
            pub const KLASSE: &'static $crate::tabel::Klasse = &$crate::tabel::Klasse {
                naam: stringify!($naam),
                ruimte: $crate::tabel::Ruimte::$ruimte,
                velden: &[
                    $($($crate::tabel::Veld {
                        naam: stringify!($vast),
                        kardinaliteit: $crate::tabel::Kardinaliteit::Een,
                        onderdeel: None,
                        soort: $crate::tabel::Soort::Vast(&$crate::klasse::vast!($vast: $vasttype = $waarde)),
                    },)+)?
                    $($crate::tabel::Veld {
                        naam: stringify!($element),
                        kardinaliteit: <$type as $crate::klasse::Veldvorm>::KARDINALITEIT,
                        onderdeel: $crate::klasse::onderdeel!($($onderdeel)?),
                        soort: <$type as $crate::klasse::Veldvorm>::SOORT,
                    },)+
                ],
            };
        }

        impl $crate::klasse::Inhoud for $naam {
            const SOORT: $crate::tabel::Soort = $crate::tabel::Soort::Klasse(Self::KLASSE);

            fn lees<'a>(lezer: &mut $crate::lezer::Lezer<'a>, tag: $crate::lezer::Tag<'a>) -> Option<Self> {
                use $crate::klasse::Veldvorm;
                use $crate::lezer::Stap;

                const RUIMTE: $crate::tabel::Ruimte = $crate::tabel::Ruimte::$ruimte;
                $(let mut $veld: Option<$type> = <$type as Veldvorm>::AFWEZIG;)+
                // The fields before this place have passed.
                let mut vanaf = 0;
                lezer.betreed(&tag);
                'rij: loop {
                    let mut plaats = 0;
                    $($(
                        if vanaf <= plaats {
                            match lezer.veld(Self::KLASSE, RUIMTE, stringify!($vast), true, vanaf, plaats) {
                                Stap::Lees(tag) => {
                                    lezer.vast(tag, &$crate::klasse::vast!($vast: $vasttype = $waarde));
                                    lezer.schuif();
                                    vanaf = plaats + 1;
                                }
                                Stap::Afwezig => {}
                                Stap::Ontbreekt => vanaf = plaats + 1,
                                Stap::Opnieuw => continue 'rij,
                            }
                        }
                        plaats += 1;
                    )+)?
                    $(
                        if vanaf <= plaats {
                            let verplicht = <$type as Veldvorm>::AFWEZIG.is_none();
                            match lezer.veld(Self::KLASSE, RUIMTE, stringify!($element), verplicht, vanaf, plaats) {
                                Stap::Lees(tag) => {
                                    $veld = <$type as Veldvorm>::lees(
                                        lezer,
                                        tag,
                                        RUIMTE,
                                        concat!($(stringify!($onderdeel))?),
                                    );
                                    lezer.schuif();
                                    vanaf = plaats + 1;
                                }
                                Stap::Afwezig => {}
                                Stap::Ontbreekt => vanaf = plaats + 1,
                                Stap::Opnieuw => continue 'rij,
                            }
                        }
                        plaats += 1;
                    )+
                    if lezer.einde(Self::KLASSE, vanaf, plaats) {
                        break;
                    }
                }
                lezer.verlaat();
                Some(Self { $($veld: $veld?,)+ })
            }

            fn schrijf(&self, uit: &mut impl $crate::schrijver::Ontvanger) {
                const RUIMTE: $crate::tabel::Ruimte = $crate::tabel::Ruimte::$ruimte;
                $($(uit.vast(RUIMTE, stringify!($vast), $waarde);)+)?
                $($crate::klasse::Veldvorm::schrijf(
                    &self.$veld,
                    uit,
                    RUIMTE,
                    stringify!($element),
                    concat!($(stringify!($onderdeel))?),
                );)+
            }
        }
    };
}
pub(crate) use klasse;

/// The description of a fixed text.
macro_rules! vast {
    ($naam:ident: $type:ident = $waarde:literal) => {
        $crate::tabel::Vast {
            datatype: stringify!($naam),
            waarde: $waarde,
            getal: $crate::klasse::vast!(@getal $type),
        }
    };
    (@getal tekst) => { false };
    (@getal getal) => { true };
}
pub(crate) use vast;

/// The name of the elements in a list, if the field is one.
macro_rules! onderdeel {
    () => {
        None
    };
    ($naam:ident) => {
        Some(stringify!($naam))
    };
}
pub(crate) use onderdeel;
