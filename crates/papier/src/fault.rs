//! Why no document could be made.

/// Why no document could be made. Each is a mistake of who wrote the document, but for the last.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A document is known by its title: a reader of the screen says it first.
    #[error("a document needs a title")]
    NoTitle,
    /// The first heading is of level 1, and none skips a level.
    #[error("heading {0:?} skips a level")]
    HeadingOrder(String),
    /// A row of a table has as many cells as there are columns.
    #[error("a row of a table has {found} cells under {columns} columns")]
    Cells {
        /// How many columns the table has.
        columns: usize,
        /// How many cells the row has.
        found: usize,
    },
    /// More than a document of ours ever holds.
    #[error("the document is longer than {0} pages")]
    TooLong(usize),
    /// The letter type that is part of the program cannot be read.
    #[error("the letter type cannot be used: {0}")]
    Font(String),
}
