//! Names of providers. All invented: a thing of a colour. Any likeness to an organisation is chance.

/// Colours and the like.
pub(super) const WAT_VOOR: [&str; 19] = [
    "Blauwe",
    "Rode",
    "Gele",
    "Groene",
    "Paarse",
    "Oranje",
    "Zilveren",
    "Gouden",
    "Koperen",
    "Glazen",
    "Houten",
    "Papieren",
    "Gestreepte",
    "Gevlekte",
    "Fluwelen",
    "Wollen",
    "Kleine",
    "Grote",
    "Scheve",
];

/// Things, all of them "de".
pub(super) const DING: [&str; 29] = [
    "Paraplu",
    "Giraf",
    "Vlieger",
    "Theepot",
    "Ladder",
    "Schommel",
    "Kapstok",
    "Lantaarn",
    "Trommel",
    "Knoop",
    "Zeepbel",
    "Bolhoed",
    "Kruiwagen",
    "Accordeon",
    "Pinguïn",
    "Luchtballon",
    "Wekker",
    "Zwaan",
    "Sjaal",
    "Tuinslang",
    "Ketel",
    "Eekhoorn",
    "Puzzel",
    "Fluit",
    "Badkuip",
    "Tol",
    "Slak",
    "Locomotief",
    "Emmer",
];

/// The name of the nth provider: another one for every n below 551.
pub(super) fn naam(voor: &str, n: usize) -> String {
    let first = WAT_VOOR.get(n % WAT_VOOR.len()).copied().unwrap_or_default();
    let second = DING.get(n % DING.len()).copied().unwrap_or_default();
    format!("{voor} De {first} {second}")
}
