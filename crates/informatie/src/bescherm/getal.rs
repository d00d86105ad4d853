//! A figure that may be shown.

use serde::{Serialize, Serializer};

use crate::indicator::Tekst;

/// Why a figure is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reden {
    /// Too few youths. Of which number exactly figures appear is itself drawn, so that appearing says nothing of one child.
    TeWeinig,
    /// With or without a condition of the question it is about almost the same youths.
    KleinVerschil,
    /// Shown, it would give away another figure that is not shown.
    Aanvullend,
    /// An amount that is for a large part of one youth or one provider.
    Overheersing,
    /// (Almost) none or (almost) all: that would say something about each of them.
    Uiterste,
    /// There is no such figure here.
    NietVanToepassing,
    /// Nothing is known, or not yet.
    GeenGegevens,
}

impl Reden {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::TeWeinig,
        Self::KleinVerschil,
        Self::Aanvullend,
        Self::Overheersing,
        Self::Uiterste,
        Self::NietVanToepassing,
        Self::GeenGegevens,
    ];

    /// Its word in exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TeWeinig => "te-weinig",
            Self::KleinVerschil => "klein-verschil",
            Self::Aanvullend => "aanvullend",
            Self::Overheersing => "overheersing",
            Self::Uiterste => "uiterste",
            Self::NietVanToepassing => "niet-van-toepassing",
            Self::GeenGegevens => "geen-gegevens",
        }
    }

    /// The same in words for people.
    pub const fn tekst(self) -> Tekst {
        let (nl, en) = match self {
            Self::TeWeinig => ("Te weinig jeugdigen om te laten zien.", "Too few youths to show."),
            Self::KleinVerschil => (
                "De keuze verschilt te weinig van een ruimere of kleinere keuze.",
                "The choice differs too little from a wider or narrower one.",
            ),
            Self::Aanvullend => (
                "Weggelaten omdat anders een ander getal te berekenen is.",
                "Left out because otherwise another figure could be worked out.",
            ),
            Self::Overheersing => (
                "Het bedrag is voor een groot deel van één jeugdige of één aanbieder.",
                "The amount is for a large part of one youth or one provider.",
            ),
            Self::Uiterste => (
                "Bijna niemand of bijna iedereen: dat zegt iets over ieder van hen.",
                "Almost none or almost all: that says something about each of them.",
            ),
            Self::NietVanToepassing => ("Dit getal bestaat hier niet.", "There is no such figure here."),
            Self::GeenGegevens => ("Niet bekend, of nog niet.", "Not known, or not yet."),
        };
        Tekst { nl, en }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Inhoud {
    Getoond { waarde: f64, stap: f64 },
    Verborgen(Reden),
}

/// A figure that may be shown, or the reason why it is not. Only disclosure control makes one; what is calculated from it is safe as well.
///
/// ```compile_fail,E0451
/// fn changed(shown: informatie::Getal) -> informatie::Getal {
///     informatie::Getal { voorlopig: false, ..shown }
/// }
/// ```
///
/// ```compile_fail,E0624
/// let exact = informatie::Getal::shown(7.0, 1.0);
/// ```
///
/// ```compile_fail,E0277
/// let exact: informatie::Getal = serde_json::from_str("7").unwrap();
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Getal {
    inhoud: Inhoud,
    voorlopig: bool,
}

impl Getal {
    pub(super) const fn shown(waarde: f64, stap: f64) -> Self {
        Self { inhoud: Inhoud::Getoond { waarde, stap }, voorlopig: false }
    }

    pub(super) const fn hidden(reden: Reden) -> Self {
        Self { inhoud: Inhoud::Verborgen(reden), voorlopig: false }
    }

    pub(super) const fn with_voorlopig(self, voorlopig: bool) -> Self {
        Self { voorlopig, ..self }
    }

    /// The figure, unless it is not shown.
    pub const fn waarde(&self) -> Option<f64> {
        match self.inhoud {
            Inhoud::Getoond { waarde, .. } => Some(waarde),
            Inhoud::Verborgen(_) => None,
        }
    }

    /// What it was rounded to, in its own unit: a number of youths of step 5 is less than 5 away from the true one.
    pub const fn stap(&self) -> Option<f64> {
        match self.inhoud {
            Inhoud::Getoond { stap, .. } => Some(stap),
            Inhoud::Verborgen(_) => None,
        }
    }

    /// Why it is not shown.
    pub const fn reden(&self) -> Option<Reden> {
        match self.inhoud {
            Inhoud::Getoond { .. } => None,
            Inhoud::Verborgen(reden) => Some(reden),
        }
    }

    /// Whether it may still change: messages come in late.
    pub const fn voorlopig(&self) -> bool {
        self.voorlopig
    }

    /// Per so many of a public number, such as per 1,000 youths of a neighbourhood.
    #[must_use]
    pub fn per(&self, bevolking: u32, zoveel: u32) -> Self {
        if bevolking == 0 {
            return Self { inhoud: Inhoud::Verborgen(Reden::NietVanToepassing), ..*self };
        }
        let factor = f64::from(zoveel) / f64::from(bevolking);
        self.map(|waarde, stap| (waarde * factor, stap * factor))
    }

    /// The difference with an earlier figure.
    #[must_use]
    pub fn verschil(&self, eerder: &Self) -> Self {
        self.with(eerder, |nu, toen, stappen| Some((nu - toen, stappen)))
    }

    /// As an index: 100 where it is as much as `basis`.
    #[must_use]
    pub fn index(&self, basis: &Self) -> Self {
        self.with(basis, |nu, toen, stappen| {
            (toen != 0.0).then(|| (100.0 * nu / toen, 100.0 * stappen / toen.abs()))
        })
    }

    fn map(self, of: impl FnOnce(f64, f64) -> (f64, f64)) -> Self {
        let inhoud = match self.inhoud {
            Inhoud::Getoond { waarde, stap } => {
                let (waarde, stap) = of(waarde, stap);
                Inhoud::Getoond { waarde, stap }
            }
            hidden @ Inhoud::Verborgen(_) => hidden,
        };
        Self { inhoud, ..self }
    }

    fn with(&self, other: &Self, of: impl FnOnce(f64, f64, f64) -> Option<(f64, f64)>) -> Self {
        let inhoud = match (self.inhoud, other.inhoud) {
            (Inhoud::Getoond { waarde: a, stap: one }, Inhoud::Getoond { waarde: b, stap: two }) => {
                match of(a, b, one + two) {
                    Some((waarde, stap)) => Inhoud::Getoond { waarde, stap },
                    None => Inhoud::Verborgen(Reden::NietVanToepassing),
                }
            }
            (hidden @ Inhoud::Verborgen(_), _) | (_, hidden) => hidden,
        };
        Self { inhoud, voorlopig: self.voorlopig || other.voorlopig }
    }
}

impl Serialize for Getal {
    /// As a map: `waarde` and `stap`, or `reden`; and `voorlopig`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Getal", 3)?;
        match self.inhoud {
            Inhoud::Getoond { waarde, stap } => {
                out.serialize_field("waarde", &waarde)?;
                out.serialize_field("stap", &stap)?;
            }
            Inhoud::Verborgen(reden) => out.serialize_field("reden", reden.key())?,
        }
        out.serialize_field("voorlopig", &self.voorlopig)?;
        out.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_derived_is_of_what_is_shown() {
        let (old, new) = (Getal::shown(20.0, 5.0), Getal::shown(25.0, 5.0).with_voorlopig(true));
        assert_eq!(new.per(1_000, 100).waarde(), Some(2.5));
        assert_eq!(new.per(1_000, 100).stap(), Some(0.5));
        assert_eq!(new.per(0, 100).reden(), Some(Reden::NietVanToepassing));
        let change = new.verschil(&old);
        assert_eq!((change.waarde(), change.stap(), change.voorlopig()), (Some(5.0), Some(10.0), true));
        assert_eq!(new.index(&old).waarde(), Some(125.0));
        assert_eq!(new.index(&Getal::shown(0.0, 5.0)).reden(), Some(Reden::NietVanToepassing));
    }

    #[test]
    fn what_is_hidden_stays_hidden() {
        let (hidden, shown) = (Getal::hidden(Reden::TeWeinig), Getal::shown(20.0, 5.0));
        for derived in
            [hidden.per(100, 1_000), hidden.verschil(&shown), shown.verschil(&hidden), shown.index(&hidden)]
        {
            assert_eq!((derived.waarde(), derived.reden()), (None, Some(Reden::TeWeinig)));
        }
        let keys: std::collections::BTreeSet<_> = Reden::ALL.iter().map(|reden| reden.key()).collect();
        assert_eq!(keys.len(), Reden::ALL.len());
        assert!(Reden::ALL.iter().all(|reden| reden.tekst().nl.len() > 10 && reden.tekst().en.len() > 10));
    }
}
