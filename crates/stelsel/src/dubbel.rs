//! Whether two descriptions may be of one person: tolerant of spelling, and always with the reasons, because a person decides.
//!
//! Nothing here is a score. What is found is what someone would see who lays the two side by side.

use jiff::civil::Date;

use crate::persoon::Naam;
use crate::{Bsn, Postcode};

/// What is known of someone who may be there twice.
#[derive(Clone, Copy, Debug)]
pub struct Beschrijving<'a> {
    /// Number, where known.
    pub bsn: Option<Bsn>,
    /// Name.
    pub naam: &'a Naam,
    /// Birth date.
    pub geboren: Option<Date>,
    /// Where they live.
    pub postcode: Option<Postcode>,
}

/// Why two may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reden {
    /// The same birth date.
    Geboren,
    /// Day and month changed places, or one figure of the date differs.
    GeborenBijna,
    /// The same family name, capitals, accents and prefixes left aside.
    Achternaam,
    /// The family name differs by one letter, or is one half of a double name.
    AchternaamBijna,
    /// The same given name.
    Voornaam,
    /// The given name differs by one letter, or one side only has the initial.
    VoornaamBijna,
    /// The same postcode.
    Postcode,
}

impl Reden {
    /// All reasons.
    pub const ALL: [Self; 7] = [
        Self::Geboren,
        Self::GeborenBijna,
        Self::Achternaam,
        Self::AchternaamBijna,
        Self::Voornaam,
        Self::VoornaamBijna,
        Self::Postcode,
    ];

    /// The key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Geboren => "geboren",
            Self::GeborenBijna => "geboren-bijna",
            Self::Achternaam => "achternaam",
            Self::AchternaamBijna => "achternaam-bijna",
            Self::Voornaam => "voornaam",
            Self::VoornaamBijna => "voornaam-bijna",
            Self::Postcode => "postcode",
        }
    }
}

/// Letters in lower case without accents, nothing else: `Çelik-Özgür` and `celik ozgur` are the same.
pub fn zonder_opmaak(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' => out.push(c),
            'à'..='å' | 'ā' | 'ă' | 'ą' => out.push('a'),
            'æ' => out.push_str("ae"),
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => out.push('c'),
            'ď' | 'đ' | 'ð' => out.push('d'),
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => out.push('e'),
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => out.push('g'),
            'ĥ' | 'ħ' => out.push('h'),
            'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => out.push('i'),
            'ĳ' => out.push_str("ij"),
            'ĵ' => out.push('j'),
            'ķ' => out.push('k'),
            'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => out.push('l'),
            'ñ' | 'ń' | 'ņ' | 'ň' => out.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => out.push('o'),
            'œ' => out.push_str("oe"),
            'ŕ' | 'ŗ' | 'ř' => out.push('r'),
            'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => out.push('s'),
            'ß' => out.push_str("ss"),
            'ţ' | 'ť' | 'ŧ' | 'ț' => out.push('t'),
            'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => out.push('u'),
            'ŵ' => out.push('w'),
            'ý' | 'ÿ' | 'ŷ' => out.push('y'),
            'ź' | 'ż' | 'ž' => out.push('z'),
            _ => {}
        }
    }
    // The Dutch write one sound in two ways.
    out.replace("ij", "y")
}

/// Prefixes that some write with the name and some apart.
const VOORVOEGSELS: [&str; 14] =
    ["van", "de", "der", "den", "het", "ten", "ter", "te", "el", "al", "von", "la", "le", "in"];

/// The halves of a family name, each as [`zonder_opmaak`] gives it, prefixes left out.
fn halves(name: &Naam) -> Vec<String> {
    let mut out = Vec::new();
    for half in name.achternaam.split('-') {
        let words: Vec<&str> = half.split_whitespace().collect();
        let begin = words
            .iter()
            .position(|word| !VOORVOEGSELS.contains(&word.to_lowercase().as_str()))
            .unwrap_or(words.len().saturating_sub(1));
        let bare = zonder_opmaak(&words.get(begin..).unwrap_or_default().concat());
        if !bare.is_empty() {
            out.push(bare);
        }
    }
    out
}

/// One letter more, less or other, of names long enough for that to be a slip.
fn nearly(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if a.len().min(b.len()) < 4 || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let longest = a.len().max(b.len());
    if front + back + 1 >= longest {
        return true;
    }
    // Two letters that changed places.
    a.len() == b.len()
        && front + back + 2 == longest
        && a.get(front) == b.get(front + 1)
        && a.get(front + 1) == b.get(front)
}

/// Whether the dates are the same but for a slip: day and month changed places, or one figure differs.
fn nearly_born(one: Date, other: Date) -> bool {
    let swapped = one.year() == other.year()
        && one.month() == other.day()
        && one.day() == other.month()
        && one != other;
    let figures = |date: Date| {
        let written = i32::from(date.year()) * 10_000 + i32::from(date.month()) * 100 + i32::from(date.day());
        (0..8).map(move |place| written / 10_i32.pow(place) % 10)
    };
    swapped || figures(one).zip(figures(other)).filter(|(x, y)| x != y).count() == 1
}

/// Why two descriptions may be of one person; empty when there is not enough to ask someone to look. Two numbers are two
/// persons.
pub fn redenen(een: Beschrijving<'_>, ander: Beschrijving<'_>) -> Vec<Reden> {
    if een.bsn.is_some() && ander.bsn.is_some() {
        return Vec::new();
    }
    let born = match (een.geboren, ander.geboren) {
        (Some(a), Some(b)) if a == b => Some(Reden::Geboren),
        (Some(a), Some(b)) if nearly_born(a, b) => Some(Reden::GeborenBijna),
        (Some(_), Some(_)) => return Vec::new(),
        _ => None,
    };
    let Some(given) = given(een.naam, ander.naam) else { return Vec::new() };
    let (a, b) = (halves(een.naam), halves(ander.naam));
    let family = if !a.is_empty() && a == b {
        Some(Reden::Achternaam)
    } else if a.iter().any(|x| b.iter().any(|y| x == y || nearly(x, y))) {
        Some(Reden::AchternaamBijna)
    } else {
        None
    };
    let postcode = (een.postcode.is_some() && een.postcode == ander.postcode).then_some(Reden::Postcode);
    let enough = match (born, family, given) {
        // The whole birth date with a name that fits; or a slip in the date, and the rest fits.
        (Some(Reden::Geboren), Some(_), _)
        | (Some(Reden::GeborenBijna), Some(Reden::Achternaam), Some(Reden::Voornaam)) => true,
        // Another family name is what a marriage does, and a date may be missing: then the place has to fit too.
        (Some(Reden::Geboren), None, Some(Reden::Voornaam))
        | (None, Some(Reden::Achternaam), Some(Reden::Voornaam)) => postcode.is_some(),
        _ => false,
    };
    if !enough {
        return Vec::new();
    }
    [born, family, given, postcode].into_iter().flatten().collect()
}

/// Whether the given names fit: `None` when they are of two people, `Some(None)` when a side has none.
#[expect(clippy::option_option, reason = "they differ, or nothing is known, or there is a reason")]
fn given(one: &Naam, other: &Naam) -> Option<Option<Reden>> {
    let first = |name: &Naam| {
        name.voornamen
            .as_deref()
            .and_then(|n| n.split([' ', '-']).next())
            .map(zonder_opmaak)
            .filter(|n| !n.is_empty())
    };
    let initial = |name: &Naam| {
        let from = name.voornamen.as_deref().or(name.voorletters.as_deref());
        from.map(zonder_opmaak).and_then(|n| n.chars().next())
    };
    match (first(one), first(other)) {
        (Some(a), Some(b)) if a == b => Some(Some(Reden::Voornaam)),
        (Some(a), Some(b)) if nearly(&a, &b) => Some(Some(Reden::VoornaamBijna)),
        // Someone who is called Jo writes the one, the passport the other: one begins the other.
        (Some(a), Some(b)) if a.len().min(b.len()) == 1 && a.get(..1) == b.get(..1) => {
            Some(Some(Reden::VoornaamBijna))
        }
        (Some(_), Some(_)) => None,
        _ => match (initial(one), initial(other)) {
            (Some(a), Some(b)) if a == b => Some(Some(Reden::VoornaamBijna)),
            (Some(_), Some(_)) => None,
            _ => Some(None),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn name(given: &str, family: &str) -> Naam {
        Naam {
            achternaam: family.into(),
            voornamen: (!given.is_empty()).then(|| given.to_owned()),
            ..Naam::default()
        }
    }

    fn of(naam: &Naam, geboren: Option<Date>) -> Beschrijving<'_> {
        Beschrijving { bsn: None, naam, geboren, postcode: Postcode::parse("4811AB").ok() }
    }

    #[test]
    fn spelling_does_not_hide_a_double() {
        let day = Some(date(1984, 5, 6));
        for (one, other) in [
            (name("Marieke", "de Wit"), name("marieke", "Wit")),
            (name("Émine", "Çelik"), name("Emine", "Celik")),
            (name("Marijke", "Dijkstra"), name("Maryke", "Dykstra")),
            (name("Łukasz", "Nowák"), name("Lukasz", "Nowak")),
            (name("Marieke", "de Wit-Jansen"), name("Marieke", "de Wit")),
            (name("Marieke", "Jansen"), name("Marieke", "Janssen")),
            (name("M.", "de Wit"), name("Marieke", "de Wit")),
            (name("Mohamed", "el Amrani"), name("Mohammed", "Amrani")),
        ] {
            let found = redenen(of(&one, day), of(&other, day));
            assert!(found.contains(&Reden::Geboren) && found.len() >= 3, "{:?} {:?}", one.full(), found);
            assert_eq!(found, redenen(of(&other, day), of(&one, day)), "both ways");
        }
    }

    #[test]
    fn twins_and_namesakes_are_two() {
        let day = Some(date(2014, 2, 14));
        let (tom, tim, noor) = (name("Thomas", "de Wit"), name("Noah", "de Wit"), name("Noor", "de Wit"));
        assert_eq!(redenen(of(&tom, day), of(&tim, day)), [], "twins");
        assert_eq!(redenen(of(&tom, day), of(&tom, Some(date(1979, 11, 3)))), [], "another of that name");
        assert_eq!(redenen(of(&noor, day), of(&noor, Some(date(2016, 8, 29)))), []);
        let far = Beschrijving { postcode: Postcode::parse("4812AB").ok(), ..of(&tom, None) };
        assert_eq!(redenen(of(&tom, day), far), [], "without a date the place has to fit");
        let number = |text: &str| Bsn::parse(text).ok();
        let one = Beschrijving { bsn: number("999900006"), ..of(&tom, day) };
        let other = Beschrijving { bsn: number("999900018"), ..of(&tom, day) };
        assert_eq!(redenen(one, other), [], "two numbers are two persons");
        assert!(!redenen(one, of(&tom, day)).is_empty());
    }

    #[test]
    fn a_slip_in_the_date_asks_for_the_whole_name() {
        let tom = name("Tom", "de Wit");
        let (right, swapped, slip) = (date(2014, 2, 11), date(2014, 11, 2), date(2014, 2, 14));
        for other in [swapped, slip] {
            let found = redenen(of(&tom, Some(right)), of(&tom, Some(other)));
            assert_eq!(found.first(), Some(&Reden::GeborenBijna), "{other}");
        }
        let near = name("Tom", "de Witt");
        assert_eq!(redenen(of(&tom, Some(right)), of(&near, Some(swapped))), []);
    }

    proptest! {
        #[test]
        fn the_key_is_plain_and_stable(text in "\\PC{0,24}") {
            let key = zonder_opmaak(&text);
            prop_assert!(key.bytes().all(|b| b.is_ascii_lowercase()));
            prop_assert_eq!(zonder_opmaak(&key), key.clone());
            prop_assert_eq!(zonder_opmaak(&text.to_uppercase().to_lowercase()), zonder_opmaak(&text.to_lowercase().to_uppercase().to_lowercase()));
        }

        #[test]
        fn one_slip_is_near_and_it_works_both_ways(word in "[a-z]{5,12}", at in 0..5_usize, c in "[a-z]") {
            let mut other: Vec<char> = word.chars().collect();
            other[at] = c.chars().next().unwrap();
            let other: String = other.into_iter().collect();
            prop_assert!(nearly(&word, &other));
            prop_assert!(nearly(&other, &word));
        }
    }
}
