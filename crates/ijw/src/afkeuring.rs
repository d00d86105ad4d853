//! The outcome of the schema check when a message fails it.

use std::fmt;

use crate::basis::Datum;
use crate::berichttype::Berichttype;
use crate::fout::Schemafout;

/// Why a message does not pass the schema check, with what could still be read of its header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Afkeuring {
    /// The type of the message, when its root element told it.
    pub berichttype: Option<Berichttype>,
    /// The header, as far as it could be read: to know whom to tell.
    pub kop: Option<Kop>,
    /// What is wrong, in the order of the file; at least one fault and at most [`MAX_FOUTEN`](crate::MAX_FOUTEN).
    pub fouten: Vec<Schemafout>,
}

/// What could be read of the header of a message that failed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kop {
    /// The code of the sender: four or eight digits.
    pub afzender: Option<String>,
    /// The code of the receiver: four or eight digits.
    pub ontvanger: Option<String>,
    /// The name or number of the message.
    pub identificatie: Option<String>,
    /// The day on which the message was sent.
    pub dagtekening: Option<Datum>,
}

impl fmt::Display for Afkeuring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bericht = self.berichttype.map_or("message", Berichttype::naam);
        write!(f, "{bericht} fails the schema check")?;
        for fout in &self.fouten {
            write!(f, "; {fout}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Afkeuring {}
