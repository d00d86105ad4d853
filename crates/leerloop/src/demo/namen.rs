//! Lists from which fictional persons and streets are put together. No list is taken from a register of persons: they are
//! common names, and who bears them here does not exist.

/// Names that go together in one family.
#[derive(Debug)]
pub(super) struct Naamgroep {
    /// How often, in a hundred families (assumption).
    pub(super) gewicht: f64,
    /// Family names, with what stands before them.
    pub(super) achternamen: &'static [(Option<&'static str>, &'static str)],
    /// Given names of boys and men.
    pub(super) jongens: &'static [&'static str],
    /// Given names of girls and women.
    pub(super) meisjes: &'static [&'static str],
    /// Given names of fathers.
    pub(super) vaders: &'static [&'static str],
    /// Given names of mothers.
    pub(super) moeders: &'static [&'static str],
}

const fn plain(name: &'static str) -> (Option<&'static str>, &'static str) {
    (None, name)
}

const fn with(before: &'static str, name: &'static str) -> (Option<&'static str>, &'static str) {
    (Some(before), name)
}

/// The groups.
pub(super) const GROEPEN: [Naamgroep; 4] = [
    Naamgroep {
        gewicht: 78.0,
        achternamen: &[
            plain("Jansen"),
            plain("Bakker"),
            plain("Visser"),
            plain("Smit"),
            plain("Meijer"),
            plain("Mulder"),
            plain("Peeters"),
            plain("Hendriks"),
            plain("Dekker"),
            plain("Brouwer"),
            plain("Koster"),
            plain("Verhoeven"),
            plain("Schouten"),
            plain("Willems"),
            plain("Hoekstra"),
            plain("Kuipers"),
            plain("Verbeek"),
            plain("Timmermans"),
            plain("Snoeren"),
            plain("Oomen"),
            plain("Rombouts"),
            plain("Koenraadt"),
            plain("Biemans"),
            plain("Vermeulen"),
            plain("Schoenmakers"),
            plain("Aarts"),
            plain("Broeders"),
            plain("Damen"),
            plain("Luijten"),
            plain("Faes"),
            plain("Kerkhof"),
            plain("Nouwens"),
            plain("Marijnissen"),
            plain("Huijbregts"),
            plain("Segers"),
            plain("Rijken"),
            plain("Geerts"),
            plain("Hermans"),
            plain("Verschuren"),
            plain("Pijnenburg"),
            plain("Roovers"),
            plain("Stoop"),
            with("de", "Vries"),
            with("de", "Jong"),
            with("de", "Graaf"),
            with("de", "Bruijn"),
            with("de", "Kock"),
            with("de", "Rooij"),
            with("van", "Dijk"),
            with("van", "Beek"),
            with("van", "Gils"),
            with("van", "Dongen"),
            with("van", "Oosterhout"),
            with("van", "Hooijdonk"),
            with("van", "Loon"),
            with("van", "Alphen"),
            with("van", "Riel"),
            with("van den", "Berg"),
            with("van den", "Broek"),
            with("van den", "Heuvel"),
            with("van der", "Linden"),
            with("van der", "Velden"),
            with("van der", "Meer"),
            with("van de", "Ven"),
            with("ter", "Horst"),
            with("den", "Ouden"),
        ],
        jongens: &[
            "Daan", "Sem", "Lucas", "Finn", "Levi", "Bram", "Milan", "Jesse", "Thijs", "Luuk", "Stijn",
            "Ruben", "Max", "Tijn", "Gijs", "Lars", "Mees", "Teun", "Sam", "Hugo", "Siem", "Joris", "Niels",
            "Koen", "Jelle", "Wout", "Mats", "Floris", "Rick", "Sven",
        ],
        meisjes: &[
            "Emma", "Julia", "Sophie", "Tess", "Lotte", "Noor", "Saar", "Evi", "Eva", "Fleur", "Lieke",
            "Anna", "Roos", "Mila", "Isa", "Maud", "Fenna", "Liv", "Nina", "Femke", "Sanne", "Iris",
            "Jasmijn", "Lynn", "Puck", "Yfke", "Vera", "Britt", "Esmee", "Floor",
        ],
        vaders: &[
            "Peter", "Mark", "Dennis", "Erik", "Jeroen", "Marcel", "Bart", "Ronald", "Patrick", "Wouter",
            "Sander", "Maarten", "Edwin", "Roel", "Frank", "Tim", "Michiel", "Joost",
        ],
        moeders: &[
            "Linda", "Petra", "Kim", "Ilse", "Marloes", "Nicole", "Wendy", "Saskia", "Monique", "Esther",
            "Sandra", "Anouk", "Miranda", "Karin", "Suzanne", "Marije", "Jolanda", "Bianca",
        ],
    },
    Naamgroep {
        gewicht: 11.0,
        achternamen: &[
            plain("Yilmaz"),
            plain("Kaya"),
            plain("Demir"),
            plain("Aydin"),
            plain("Arslan"),
            plain("Koc"),
            plain("Bouali"),
            plain("Amrani"),
            plain("Bouzid"),
            plain("Haddou"),
            plain("Idrissi"),
            plain("Ziani"),
            with("El", "Khattabi"),
            with("El", "Idrissi"),
            with("Ait", "Lahcen"),
            plain("Benali"),
        ],
        jongens: &[
            "Emir", "Yusuf", "Ali", "Mert", "Adam", "Ilyas", "Bilal", "Amin", "Rayan", "Zakaria", "Hamza",
            "Kerem",
        ],
        meisjes: &[
            "Elif", "Zeynep", "Defne", "Sara", "Yasmina", "Amina", "Nour", "Hiba", "Asya", "Salma", "Meryem",
            "Lina",
        ],
        vaders: &[
            "Mehmet", "Mustafa", "Hasan", "Murat", "Said", "Rachid", "Karim", "Youssef", "Hassan", "Omer",
        ],
        moeders: &[
            "Fatma", "Ayse", "Hatice", "Emine", "Samira", "Naima", "Karima", "Fatiha", "Leila", "Hanan",
        ],
    },
    Naamgroep {
        gewicht: 6.0,
        achternamen: &[
            plain("Kowalski"),
            plain("Nowak"),
            plain("Zielinski"),
            plain("Wojcik"),
            plain("Kaminski"),
            plain("Petrov"),
            plain("Ivanov"),
            plain("Popescu"),
            plain("Horvat"),
            plain("Kovac"),
            plain("Melnyk"),
            plain("Bondar"),
        ],
        jongens: &[
            "Jakub", "Filip", "Kacper", "Szymon", "Aleks", "Nikola", "Dawid", "Oskar", "Maksym", "Luka",
        ],
        meisjes: &[
            "Zuzanna", "Maja", "Oliwia", "Hanna", "Lena", "Natalia", "Wiktoria", "Daria", "Sofia", "Ana",
        ],
        vaders: &["Piotr", "Tomasz", "Pawel", "Marek", "Andrei", "Ivan", "Bogdan", "Marcin"],
        moeders: &["Agnieszka", "Magda", "Ewa", "Joanna", "Elena", "Olena", "Katarzyna", "Ivana"],
    },
    Naamgroep {
        gewicht: 5.0,
        achternamen: &[
            plain("Martina"),
            plain("Isenia"),
            plain("Ramdin"),
            plain("Sital"),
            plain("Pinas"),
            plain("Kartosen"),
            plain("Silva"),
            plain("Gomes"),
            plain("Haile"),
            plain("Tesfay"),
            plain("Nguyen"),
            plain("Rahimi"),
        ],
        jongens: &[
            "Jayden", "Dylan", "Giovanni", "Quincy", "Xavi", "Noah", "Elias", "Amir", "Kevin", "Diego",
        ],
        meisjes: &[
            "Chanel", "Shanaya", "Naomi", "Eliana", "Selena", "Mariam", "Linh", "Gabriela", "Kiana", "Ruth",
        ],
        vaders: &["Ricardo", "Orlando", "Rajesh", "Glenn", "Carlos", "Minh", "Yonas", "Farid"],
        moeders: &["Cheryl", "Sharon", "Indra", "Daniela", "Hanh", "Selam", "Parisa", "Joyce"],
    },
];

/// First half of an invented street.
pub(super) const STRAAT: [&str; 44] = [
    "Regenboog",
    "Zeepbellen",
    "Kwartet",
    "Domino",
    "Knikker",
    "Vlieger",
    "Hinkel",
    "Touwtje",
    "Stoeprand",
    "Krijtjes",
    "Bolder",
    "Ballonnen",
    "Puzzel",
    "Lampion",
    "Trommel",
    "Kietel",
    "Zandtaart",
    "Wolken",
    "Sterren",
    "Maan",
    "Kometen",
    "Pinguïn",
    "Giraffen",
    "Walvis",
    "Dolfijn",
    "Kameel",
    "Zebra",
    "Koala",
    "Panda",
    "Inktvis",
    "Pannenkoek",
    "Stroop",
    "Kaneel",
    "Vanille",
    "Drop",
    "Honing",
    "Nootmuskaat",
    "Saffraan",
    "Limonade",
    "Bosbes",
    "Radijs",
    "Pompoen",
    "Paprika",
    "Rabarber",
];

/// Second half of it.
pub(super) const STRAATSOORT: [&str; 8] = ["straat", "laan", "hof", "pad", "plein", "weg", "singel", "dreef"];

/// Languages for which an interpreter is asked.
pub(super) const TALEN: [&str; 6] = ["Pools", "Turks", "Arabisch", "Tigrinya", "Oekraïens", "Roemeens"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_the_fields_of_the_messages() {
        for groep in &GROEPEN {
            assert!(groep.achternamen.iter().all(|(v, n)| v.is_none_or(|v| v.len() <= 10) && n.len() <= 20));
            for given in [groep.jongens, groep.meisjes, groep.vaders, groep.moeders] {
                assert!(given.iter().all(|n| n.chars().next().is_some_and(char::is_alphabetic)));
            }
        }
        let longest = |all: &[&str]| all.iter().map(|n| n.chars().count()).max().unwrap();
        assert!(longest(&STRAAT) + longest(&STRAATSOORT) <= 24 && longest(&TALEN) <= 25);
    }
}
