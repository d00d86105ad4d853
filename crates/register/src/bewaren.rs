//! Keeping no longer than allowed: what is due, destroying it, and leaving no bytes of it behind.
//!
//! A destruction is two steps. First the rows go, in one transaction with the report and the line in the journal, and with a
//! mark that the files are not clean yet. Then the files are cleaned, and the mark is taken off. A program that was cut off in
//! between finds the mark when it starts, and cleans.

mod berichten;
mod lijst;
mod plannen;
mod vernietig;

use crate::Fout;
use crate::db::{Gebruik, Verbinding};

pub(crate) use lijst::{
    age_of_claims, dossiers, history, holds, oldest_kept_piece, oldest_kept_question, terms,
};
pub(crate) use vernietig::{Aanleiding, destroy};

/// The tables that a destruction touches, children before parents.
pub(crate) const TABELLEN: &[&str] = &[
    "openstaand",
    "uitgaand",
    "vooruit",
    "bevinding",
    "betreft",
    "prestatie",
    "declaratie",
    "levering",
    "verzoek",
    "antwoord",
    "toewijzing",
    "toewijzing_versie",
    "bericht_inhoud",
    "bericht",
    "bezwaar",
    "quarantaine",
    "vernietigingsstop",
    "correctie",
    "gesprek_aanvulling",
    "gesprek_stem",
    "goed_gesprek",
    "brief",
    "bewoning",
    "deling",
    "deling_stem",
    "expertvraag",
    "expertvraag_lid",
    "geen_dubbel",
    "huishouden",
    "lidmaatschap",
    "netwerk",
    "overdracht",
    "overgang",
    "plan",
    "plan_dag",
    "plan_toewijzing",
    "plan_versie",
    "post",
    "post_gelezen",
    "samenvoeging",
    "samenvoeging_stuk",
    "verwijzing",
    "vraag",
    "vraag_soort",
    "betrokken",
    "nood",
    "gezag",
    "deelkeuze",
    "sessie",
    "wachtwoord",
    "totp",
    "herstelcode",
    "uitnodiging",
    "passkey",
    "passkey_wie",
    "aanmeldkoppeling",
    "account",
    "persoon",
    "gezin",
];

/// Cleans the files when a destruction has not done so yet.
pub(crate) fn finish(db: &mut Verbinding) -> Result<bool, Fout> {
    let waiting = "SELECT 1 FROM vernietiging WHERE stand = 0 LIMIT 1";
    if db.query_opt(waiting, &[], |row| row.number(0))?.is_none() {
        return Ok(false);
    }
    db.scrub(TABELLEN)?;
    db.begin(Gebruik::Schrijven)?;
    match db.execute("UPDATE vernietiging SET stand = 1 WHERE stand = 0", &[]) {
        Ok(_) => db.commit()?,
        Err(fault) => {
            db.rollback()?;
            return Err(fault);
        }
    }
    Ok(true)
}
