//! What a document holds, apart from how it looks.

use jiff::Timestamp;

use crate::{Fault, paint, place};

/// A document, to be made into a PDF.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its title: in the title bar, and what a screen reader says first.
    pub title: String,
    /// The tag of the language it is in, such as `nl`.
    pub lang: String,
    /// Who sends it.
    pub author: String,
    /// When it was made. The same document of the same moment gives the same bytes.
    pub made: Timestamp,
    /// What stands at the foot of every page, before the number.
    pub footer: String,
    /// The words around a page number: `Bladzijde` 1 `van` 3.
    pub page_words: (String, String),
    /// What it says, in the order in which it is read.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Who sends it, at the head of the first page: a name, and lines below it.
    Letterhead(String, Vec<String>),
    /// Where it goes, in the place of the window of an envelope.
    Address(Vec<String>),
    /// What is known of it at a glance: name and value.
    Facts(Vec<(String, String)>),
    /// A heading of level 1 to 6.
    Heading(u8, String),
    /// A paragraph. A line break in it is kept.
    Text(Vec<Run>),
    /// Somebody's own words.
    Quote(Vec<Run>),
    /// What must not be missed.
    Note(Vec<Run>),
    /// A list, numbered or not.
    List {
        /// Whether the items are numbered.
        numbered: bool,
        /// The items.
        items: Vec<Vec<Run>>,
    },
    /// A table. Its header is repeated on every page, and its first column names the row.
    Table {
        /// The columns.
        columns: Vec<Column>,
        /// The rows, each with a cell per column.
        rows: Vec<Vec<String>>,
    },
    /// Who signs: lines that stay together.
    Signature(Vec<String>),
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its header.
    pub header: String,
    /// Its share of the width.
    pub share: f32,
}

impl Column {
    /// A column with a share of the width.
    pub fn new(header: impl Into<String>, share: f32) -> Self {
        Self { header: header.into(), share }
    }
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What it says.
    pub text: String,
    /// Whether it stands out.
    pub strong: bool,
}

impl Run {
    /// Text that stands out.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: true }
    }

    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: false }
    }
}

impl Block {
    /// A paragraph of plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(vec![Run::plain(text)])
    }
}

impl Document {
    /// The PDF: tagged, PDF 1.7, PDF/UA-1.
    pub fn pdf(&self) -> Result<Vec<u8>, Fault> {
        self.check()?;
        paint::paint(self, &place::place(self)?)
    }

    /// What a validator would find too late.
    fn check(&self) -> Result<(), Fault> {
        if self.title.trim().is_empty() {
            return Err(Fault::NoTitle);
        }
        let mut level = 0;
        for block in &self.blocks {
            match block {
                Block::Heading(found, text) => {
                    if *found == 0 || *found > 6 || *found > level + 1 {
                        return Err(Fault::HeadingOrder(text.clone()));
                    }
                    level = *found;
                }
                Block::Table { columns, rows } => {
                    if let Some(row) = rows.iter().find(|row| row.len() != columns.len()) {
                        return Err(Fault::Cells { columns: columns.len(), found: row.len() });
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}
