//! The messages about a person, without what is about others.

use ijw::{Rest, Veld};
use stelsel::{Id, Persoon};

use crate::Fout;
use crate::beeld::Bericht;
use crate::db::{Verbinding, Waarde, day_of};
use crate::inpakken::unpack;
use crate::intake::kind_of;

/// What stands in the messages about a person: of a message that others share only their part, and of a household nobody else.
pub(super) fn messages(
    db: &mut Verbinding,
    person: &Id<Persoon>,
) -> Result<Vec<Vec<(String, String)>>, Fout> {
    let bsn =
        db.query_opt("SELECT bsn FROM persoon WHERE id = $1", &[person.into()], |row| row.number_opt(0))?;
    let Some(bsn) = bsn.flatten().map(|n| format!("{n:09}")) else { return Ok(Vec::new()) };
    let ids: Vec<(Id<Bericht>, i64, i64)> = db.query(
        "SELECT b.id, b.soort, b.dagtekening FROM bericht b WHERE b.id IN (\
         SELECT bericht FROM toewijzing_versie WHERE persoon = $1 UNION SELECT bericht FROM levering WHERE persoon = $1 \
         UNION SELECT bericht FROM prestatie WHERE persoon = $1 UNION SELECT bericht FROM verzoek WHERE persoon = $1 \
         UNION SELECT bericht FROM betreft WHERE persoon = $1) ORDER BY b.dagtekening, b.id",
        &[person.into()],
        |row| Ok((row.id(0)?, row.number(1)?, row.number(2)?)),
    )?;
    let mut out = Vec::new();
    for (id, kind, day) in ids {
        let content = "SELECT inhoud FROM bericht_inhoud WHERE bericht = $1";
        let packed = db.query_opt(content, &[Waarde::from(&id)], |row| row.bytes(0))?;
        let Some(packed) = packed else { continue };
        let Ok(message) = ijw::lees(&unpack(&packed)?) else {
            return Err(Fout::Tegenstrijdig("a stored message does not pass the check any more"));
        };
        let own = match ijw::zonder_clienten(&message, |other| other != bsn) {
            Rest::Onveranderd => message,
            Rest::Zonder(rest) => rest,
            Rest::Niets => continue,
        };
        let mut line = vec![
            ("bericht".to_owned(), kind_of(kind)?.naam().to_owned()),
            ("dagtekening".to_owned(), day_of(day)?.to_string()),
        ];
        line.extend(without_others(&own.velden()));
        out.push(line);
    }
    Ok(out)
}

/// The fields with a value, without those of relations and without totals over all clients of a claim.
fn without_others(velden: &[Veld]) -> Vec<(String, String)> {
    let mut hidden: Option<u8> = None;
    let mut out = Vec::new();
    for veld in velden {
        if hidden.is_some_and(|depth| veld.diepte > depth) {
            continue;
        }
        let of_others = matches!(veld.naam, "Relaties" | "TotaalIngediendBedrag" | "TotaalToegekendBedrag");
        hidden = of_others.then_some(veld.diepte);
        if let (false, Some(value)) = (of_others, &veld.waarde) {
            out.push((veld.naam.to_owned(), value.clone()));
        }
    }
    out
}
