//! The one error of this crate. Its text is for the log and for the one who runs the program; it never holds personal
//! data. What a person on a page reads is made by the pages from the kind of error.

/// What can go wrong in the register.
#[derive(Debug, thiserror::Error)]
pub enum Fout {
    /// It is not there, or it is not yours: the same answer on purpose.
    #[error("not found")]
    NietGevonden,
    /// A cursor, filter or argument that has no meaning.
    #[error("the request has a value that means nothing here: {0}")]
    Zinloos(&'static str),
    /// The file of a family would be closed to everyone who works with it.
    #[error("nobody would be left who can open this file")]
    NiemandOver,
    /// SQLite refused.
    #[error("the database (SQLite) refused: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL refused. Only the condition, since details may quote a row.
    #[error("the database (PostgreSQL) refused: {0}")]
    Postgres(String),
    /// The folder for the data cannot be used.
    #[error(
        "the folder {pad} cannot be used for the data: {reden}. Choose another with --data, or make it writable"
    )]
    Map {
        /// The folder.
        pad: String,
        /// Why, from the operating system.
        reden: String,
    },
    /// The database was made by a newer program.
    #[error(
        "the database has schema version {gevonden}, made by a newer Leerloop; this one knows up to {bekend}. \
         Nothing was changed. Start the newer Leerloop, or choose another --data"
    )]
    NieuwereVersie {
        /// Version in the database.
        gevonden: i64,
        /// Newest version this program knows.
        bekend: i64,
    },
    /// The database does not keep what it acknowledges, or not in the way asked.
    #[error(
        "the database setting {instelling} is {gevonden} and must be {nodig}: starting would risk losing data"
    )]
    Instelling {
        /// Name of the setting.
        instelling: &'static str,
        /// As read back.
        gevonden: String,
        /// As it must be.
        nodig: &'static str,
    },
    /// The stored data contradict themselves.
    #[error("the register contradicts itself: {0}")]
    Tegenstrijdig(&'static str),
    /// An update touched another number of rows than it had to.
    #[error("a change touched {werkelijk} rows where {verwacht} was expected")]
    Rijen {
        /// Expected.
        verwacht: u64,
        /// Found.
        werkelijk: u64,
    },
    /// The writer stopped: the disk is full or the database went away.
    #[error("the register cannot write any more; restart the program after mending what the log says")]
    SchrijverGestopt,
    /// The key that was given is not the one with which this register was sealed.
    #[error("the key does not fit this register: use the key file that it was first served with")]
    Sleutel,
    /// A file that should hold a key holds something else.
    #[error("this is not a key file of Leerloop: make one with `leerloop register key FILE`")]
    Sleutelbestand,
    /// What is sealed does not open: it was altered, or does not belong where it stands.
    #[error("a sealed value does not open where it stands")]
    Verzegeld,
    /// There is no key, and this needs one.
    #[error("this needs the key of the register: give it with --key")]
    GeenSleutel,
    /// What had to be written was not, neither the deed nor its line in the journal: so nothing was shown or changed.
    #[error("nothing could be written, so nothing was shown or changed: {0}")]
    NietGeschreven(String),
    /// Something else holds the files of the database, so that they cannot be cleaned now.
    #[error(
        "the files of the database are in use: what was destroyed is gone from the tables, and is cleaned out of the files at \
         the next start or destruction"
    )]
    Bezet,
    /// Something in a list of what is to be destroyed may not go yet, or is not there.
    #[error("{0} of the dossiers may not be destroyed now: nothing was destroyed")]
    NietVervallen(usize),
    /// A backup cannot be used.
    #[error("the backup cannot be used: {0}")]
    Kopie(&'static str),
    /// A file could not be read.
    #[error("reading failed: {0}")]
    Lezen(#[from] std::io::Error),
}

impl Fout {
    /// What a refusal of the database means where something had to be written.
    pub(crate) fn unwritten(self) -> Self {
        match self {
            Self::Sqlite(_) | Self::Postgres(_) | Self::SchrijverGestopt | Self::Rijen { .. } => {
                Self::NietGeschreven(self.to_string())
            }
            other => other,
        }
    }
}

impl From<postgres::Error> for Fout {
    fn from(error: postgres::Error) -> Self {
        use std::error::Error as _;
        let text = match error.as_db_error() {
            Some(db) => format!("{} ({})", db.message(), db.code().code()),
            None => match error.source() {
                Some(source) => format!("{error}: {source}"),
                None => error.to_string(),
            },
        };
        Self::Postgres(text)
    }
}

impl From<stelsel::Ongeldig> for Fout {
    fn from(_: stelsel::Ongeldig) -> Self {
        Self::Tegenstrijdig("a stored code does not have the form of its kind")
    }
}
