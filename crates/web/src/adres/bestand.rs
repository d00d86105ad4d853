//! What of a choice that is tried has an address of its own.

/// Marks the identifier of a choice that is tried while the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Poging {}

/// What can be taken away of a choice that was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bestand {
    /// How far it is; only while the program has it in hand.
    Stand,
    /// The scenario, as a file of the model.
    Toml,
    /// The outcome, as a table.
    Csv,
    /// The outcome, whole.
    Json,
    /// The report.
    Verslag,
}

impl Bestand {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Stand, Self::Toml, Self::Csv, Self::Json, Self::Verslag];

    /// The name of the file.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Stand => "stand.json",
            Self::Toml => "scenario.toml",
            Self::Csv => "uitkomst.csv",
            Self::Json => "uitkomst.json",
            Self::Verslag => "verslag.md",
        }
    }
}
