//! Whether something exists at all: only for the journal, which tells a refusal from a guess.

use stelsel::analyse::Probleemanalyse;
use stelsel::scenario::Scenario;
use stelsel::verwijzing::Verwijzing;
use stelsel::{AgbCode, Gemeentecode, Gezin, Id, Onderdeel, Wijkcode};

use crate::Fout;
use crate::beeld::{Bericht, Quarantaine, Verzoek};
use crate::db::{Verbinding, Waarde};

/// Whether there is such an object within a part. A list is always there.
pub(crate) fn exists(db: &mut Verbinding, part: Onderdeel, object: &str) -> Result<bool, Fout> {
    let mut found = |sql: &'static str, values: &[Waarde<'_>]| {
        Ok(db.query_opt(sql, values, |row| row.number(0))?.is_some())
    };
    match part {
        Onderdeel::Gezin
        | Onderdeel::Inzagen
        | Onderdeel::Toegang
        | Onderdeel::Plan
        | Onderdeel::Leden
        | Onderdeel::Post
        | Onderdeel::Delen => match Id::<Gezin>::parse(object.split('/').next().unwrap_or(object)) {
            Ok(id) => found("SELECT 1 FROM gezin WHERE id = $1", &[(&id).into()]),
            Err(_) => Ok(false),
        },
        Onderdeel::GoedGesprek => match Id::<Gezin>::parse(object) {
            // The list is asked for by family, a conversation by its own identifier.
            Ok(id) => Ok(found("SELECT 1 FROM gezin WHERE id = $1", &[(&id).into()])?
                || found("SELECT 1 FROM goed_gesprek WHERE id = $1", &[(&id).into()])?),
            Err(_) => Ok(false),
        },
        Onderdeel::Bericht => match Id::<Bericht>::parse(object) {
            Ok(id) => found("SELECT 1 FROM bericht WHERE id = $1", &[(&id).into()]),
            Err(_) => Ok(false),
        },
        Onderdeel::Analyses => match Id::<Probleemanalyse>::parse(object) {
            Ok(id) => found("SELECT 1 FROM probleemanalyse WHERE id = $1", &[(&id).into()]),
            Err(_) => Ok(true),
        },
        Onderdeel::Uitproberen => match Id::<Scenario>::parse(object) {
            Ok(id) => found("SELECT 1 FROM scenario WHERE id = $1", &[(&id).into()]),
            Err(_) => Ok(true),
        },
        Onderdeel::Verwijzingen => match Id::<Verwijzing>::parse(object) {
            Ok(id) => found("SELECT 1 FROM verwijzing WHERE id = $1", &[(&id).into()]),
            Err(_) => Ok(true),
        },
        // Of the letters of a family by the family, of one letter by its own number.
        Onderdeel::Brieven => match Id::<Gezin>::parse(object) {
            Ok(id) => found(
                "SELECT 1 FROM gezin WHERE id = $1 UNION SELECT 1 FROM brief WHERE id = $1",
                &[(&id).into()],
            ),
            Err(_) => Ok(false),
        },
        Onderdeel::Verzoek => match Id::<Verzoek>::parse(object) {
            Ok(id) => found("SELECT 1 FROM verzoek WHERE id = $1", &[(&id).into()]),
            Err(_) => Ok(false),
        },
        Onderdeel::Quarantaine => match Id::<Quarantaine>::parse(object) {
            Ok(id) => found("SELECT 1 FROM quarantaine WHERE id = $1", &[(&id).into()]),
            Err(_) => Ok(true),
        },
        Onderdeel::Wijk => match Wijkcode::parse(object) {
            Ok(code) => found("SELECT 1 FROM wijk WHERE code = $1", &[code.number().into()]),
            Err(_) => Ok(false),
        },
        Onderdeel::Aanbieders => match AgbCode::parse(object) {
            Ok(agb) => found("SELECT 1 FROM bericht WHERE aanbieder = $1 LIMIT 1", &[agb.number().into()]),
            Err(_) => Ok(true),
        },
        Onderdeel::Gesprek => {
            let parts = object.split_once('/');
            let parts = parts.and_then(|(g, n)| Some((Gemeentecode::parse(g).ok()?, n.parse::<i64>().ok()?)));
            match parts {
                Some((gemeente, nummer)) => found(
                    "SELECT 1 FROM toewijzing WHERE gemeente = $1 AND nummer = $2",
                    &[i64::from(gemeente.number()).into(), nummer.into()],
                ),
                None => Ok(false),
            }
        }
        _ => Ok(true),
    }
}
