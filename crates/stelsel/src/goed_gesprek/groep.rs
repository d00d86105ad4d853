//! Groups of families and young people with the answer that fits each: guidance for a conversation, as the seeds give it.

use super::Antwoord;

/// A group. Its words (who, which route, what does not fit) stand in the texts of the pages under its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Groep {
    /// Its key.
    pub sleutel: &'static str,
    /// Answers that often fit. Empty where the source names none.
    pub antwoorden: &'static [Antwoord],
    /// Lifelong and in all of life: no questions about own strength.
    pub levenslang: bool,
    /// Where it comes from.
    pub bron: &'static str,
}

const fn groep(
    sleutel: &'static str,
    antwoorden: &'static [Antwoord],
    levenslang: bool,
    bron: &'static str,
) -> Groep {
    Groep { sleutel, antwoorden, levenslang, bron }
}

use Antwoord::{Begeleiden, Bijschakelen, Doorverwijzen, Geruststellen, Present, Waakvlam};

/// The seven groups of seed 001 (bouwsteen 1, "niet uitputtend"), then those that the seeds name elsewhere. A municipality adds
/// its own in the register.
pub const GROEPEN: [Groep; 13] = [
    groep("alledaags", &[Geruststellen, Begeleiden], false, "001 bouwsteen 1 en 2"),
    // The seed gives no answer of its own for this group; the general text does.
    groep("enkelvoudig-ggz", &[], false, "001 bouwsteen 1; 000 en 003"),
    groep("ernstig-ggz", &[Doorverwijzen, Bijschakelen], false, "001 bouwsteen 1 en 4; 004"),
    groep("levenslang", &[Bijschakelen, Waakvlam], true, "001 bouwsteen 1 en aanwijzing Rijk"),
    groep("ouder-complex", &[Bijschakelen, Begeleiden], false, "001 bouwsteen 1 en 5; 000; 002"),
    groep("kwetsbaar-gezin", &[Begeleiden, Bijschakelen, Waakvlam], false, "001 bouwsteen 1 en 5; 000"),
    groep("jongvolwassen", &[Begeleiden, Bijschakelen], false, "001 bouwsteen 1 en 5"),
    groep("thuiszitter", &[Begeleiden, Bijschakelen], false, "001 en 002, buiten de zeven"),
    groep("laag-iq", &[Waakvlam, Present], true, "001 bouwsteen 1, L944"),
    groep("scheiding", &[Begeleiden, Bijschakelen], false, "002, L61; 000"),
    groep("blijvend-psychisch", &[Bijschakelen, Waakvlam], true, "001 aanwijzing Rijk"),
    groep("lvb", &[Begeleiden, Waakvlam], true, "001 bouwsteen 5"),
    groep("crisis", &[Bijschakelen, Doorverwijzen], false, "001 hoofdstuk 1; 004"),
];

impl Groep {
    /// The group with a key.
    pub fn find(key: &str) -> Option<&'static Self> {
        GROEPEN.iter().find(|group| group.sleutel == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seven_and_the_others() {
        let mut keys: Vec<_> = GROEPEN.iter().map(|g| g.sleutel).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), GROEPEN.len());
        assert!(GROEPEN.iter().all(|g| !g.bron.is_empty()));
        assert!(Groep::find("levenslang").unwrap().levenslang);
        assert!(Groep::find("enkelvoudig-ggz").unwrap().antwoorden.is_empty());
        assert_eq!(Groep::find("onzin"), None);
    }
}
