//! The definition of a class: from it come its struct, its table, its reader, its writer, its checks and its way back.

/// Defines a class once.
///
/// `in Basis` or `in Bericht` is the namespace of its fields, `sleutel [..]` names the fields by which it is told from its
/// siblings (TR101), `regels [..]` the rules of level 2 that hang on it, `retour` the class that gives it back in a retour
/// message with the field for its codes, `vast { .. }` lists the elements that always hold the same text (written,
/// checked, but no field), and `field: Type = Element / Onderdeel` gives the name of the element and, for a list, of the
/// elements within.
macro_rules! klasse {
    (
        $(#[$attribuut:meta])*
        pub struct $naam:ident in $ruimte:ident
            $(sleutel [$($sleutel:ident),+])?
            $(regels [$($regel:ident),* $(,)?])?
            $(retour [$($retour:tt)+])?
            $(vast { $($vast:ident: $vasttype:ident = $waarde:literal,)+ })?
        {
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
                sleutel: &[$($(stringify!($sleutel)),+)?],
                regels: &[$($($regel::REGEL),*)?],
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
            const KEURT: bool =
                !Self::KLASSE.regels.is_empty() $(|| <$type as $crate::klasse::Veldvorm>::KEURT)+;
            const HEEFT_SLEUTEL: bool = !Self::KLASSE.sleutel.is_empty();
            type Retour = $crate::klasse::retourtype!($($($retour)+)?);

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

            fn keur(&self, keuring: &mut $crate::keuring::Keuring) {
                $($(<$regel as $crate::keuring::Toets<Self>>::toets(self, keuring);)*)?
                $($crate::klasse::Veldvorm::keur(
                    &self.$veld,
                    keuring,
                    stringify!($element),
                    concat!($(stringify!($onderdeel))?),
                );)+
            }

            fn tekst(&self, uit: &mut String) {
                $($crate::klasse::Veldvorm::tekst(&self.$veld, uit);)+
            }

            $(fn sleutel(&self, uit: &mut String) {
                $($crate::klasse::Veldvorm::tekst(&self.$sleutel, uit);)+
            })?

            $crate::klasse::terug!([$($($retour)+)?] $($veld = $element $(/ $onderdeel)?,)+);
        }
    };
}
pub(crate) use klasse;

/// What stands in the place of a class in a retour message: the class with codes, or the class itself.
macro_rules! retourtype {
    () => {
        Self
    };
    ($($retour:tt)+) => {
        $($retour)+
    };
}
pub(crate) use retourtype;

/// Giving a class back, with the codes that belong to it when the retour message has a place for them.
macro_rules! terug {
    ([] $($rest:tt)*) => {
        fn retour(&self, _: &mut $crate::retour::Terugweg<'_>) -> Self {
            self.clone()
        }
    };
    ([$module:ident::$klasse:ident] $($veld:ident = $element:ident $(/ $onderdeel:ident)?,)+) => {
        fn retour(&self, weg: &mut $crate::retour::Terugweg<'_>) -> $module::$klasse {
            let retour_codes = weg.codes();
            $(let $veld = $crate::klasse::Veldvorm::retour(
                &self.$veld,
                weg,
                stringify!($element),
                concat!($(stringify!($onderdeel))?),
            );)+
            $module::$klasse { $($veld,)+ retour_codes }
        }
    };
}
pub(crate) use terug;

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
