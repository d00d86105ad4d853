//! Messages: the list, and one in full.

use std::collections::BTreeSet;

use stelsel::toegang::{Bereik, Dossier};
use stelsel::{AgbCode, Bsn, Gezin, Id, Onderdeel};

use super::{Lezing, cursor_parts, cut, one_more};
use crate::Fout;
use crate::beeld::{
    Bericht, BerichtBeeld, BerichtRegel, BerichtStand, BerichtenFilter, Bevinding, Lijst, Opmerking,
};
use crate::bureau;
use crate::db::{Rij, day_number};
use crate::inpakken::unpack;
use crate::intake::kind_number;
pub(super) use crate::intake::kind_of;
use crate::register::hex;

// The same columns and filters for each index to walk along: by day, by provider and day, or by what was refused.
macro_rules! list {
    ($first:literal) => {
        concat!(
            "SELECT b.id, b.soort, b.identificatie, b.dagtekening, b.ontvangen, b.gemeente, g.naam, b.aanbieder, a.naam, b.clienten, \
             b.opmerking, b.stand, b.antwoord_op FROM bericht b LEFT JOIN gemeente g ON g.code = b.gemeente LEFT JOIN aanbieder a ON a.agb = b.aanbieder WHERE ",
            $first,
            " AND (b.soort = $2 OR $2 IS NULL) AND (b.gemeente = $3 OR $3 IS NULL) AND (b.dagtekening, b.id) < ($4, $5) \
             ORDER BY b.dagtekening DESC, b.id DESC LIMIT $6"
        )
    };
}
const BY_PROVIDER: &str = list!("b.aanbieder = $1");
const BY_DAY: &str = list!("$1 = 0");
const REFUSED: &str = list!("b.stand <> 0 AND (b.aanbieder = $1 OR $1 = 0)");
const ONE: &str = "SELECT b.id, b.soort, b.identificatie, b.dagtekening, b.ontvangen, b.gemeente, g.naam, b.aanbieder, a.naam, \
     b.clienten, b.opmerking, b.stand, b.antwoord_op, b.bestand, b.vingerafdruk, i.inhoud FROM bericht b JOIN bericht_inhoud i ON i.bericht = b.id \
     LEFT JOIN gemeente g ON g.code = b.gemeente LEFT JOIN aanbieder a ON a.agb = b.aanbieder WHERE b.id = $1";

impl Lezing<'_> {
    /// Messages, newest first: all, or those of the provider one works for.
    pub fn berichten(&mut self, filter: &BerichtenFilter) -> Result<Lijst<BerichtRegel>, Fout> {
        let reach = self.enter(Onderdeel::Berichten)?;
        let provider = match reach {
            Bereik::Eigen => {
                let own = self.who.aanbieder.ok_or(Fout::NietGevonden)?;
                if filter.aanbieder.is_some_and(|wanted| wanted != own) {
                    return Ok(Lijst { rijen: Vec::new(), verder: None });
                }
                Some(own)
            }
            _ => filter.aanbieder,
        };
        let wrong = || Fout::Zinloos("the place to read on from");
        // The list ends at the last of a day: a day later with the lowest id comes before it.
        let until = filter.tot.map_or(i64::from(i32::MAX), |day| day_number(day) + 1);
        let (day, id) = match filter.na.as_deref().map(cursor_parts).transpose()? {
            Some((day, id)) => {
                let id: Id<Bericht> = Id::parse(id).map_err(|_| wrong())?;
                (day.parse::<i64>().map_err(|_| wrong())?, id.bytes().to_vec())
            }
            None => (until, Vec::new()),
        };
        let sql = match provider {
            _ if filter.afgekeurd => REFUSED,
            Some(_) => BY_PROVIDER,
            None => BY_DAY,
        };
        let rows = self.db.query(
            sql,
            &[
                provider.map_or(0, AgbCode::number).into(),
                filter.soort.map(kind_number).into(),
                filter.gemeente.map(|g| i64::from(g.number())).into(),
                day.into(),
                id.as_slice().into(),
                one_more().into(),
            ],
            line_of,
        )?;
        Ok(cut(rows, |row| format!("{}~{}", day_number(row.dagtekening), row.id)))
    }

    /// One message, parsed and as it came. Everyone in it counts as seen.
    pub fn bericht(&mut self, id: Id<Bericht>) -> Result<BerichtBeeld, Fout> {
        self.enter(Onderdeel::Bericht)?;
        let found = self.db.query_opt(ONE, &[(&id).into()], |row| {
            Ok((line_of(row)?, row.text(13)?, hex(&row.bytes(14)?), row.bytes(15)?))
        })?;
        let (regel, bestand, vingerafdruk, packed) = found.ok_or(Fout::NietGevonden)?;
        if !self.who.has_aanbieder(Onderdeel::Bericht, Some(regel.aanbieder)) {
            return Err(Fout::NietGevonden);
        }
        let bytes = unpack(&packed)?;
        let parsed = ijw::lees(&bytes)
            .map_err(|_| Fout::Tegenstrijdig("a stored message does not pass the check any more"))?;
        let gezinnen = self.families_of(&parsed)?;
        let xml =
            String::from_utf8(bytes).map_err(|_| Fout::Tegenstrijdig("a stored message is not text"))?;
        let bevindingen = self.findings(id)?;
        let antwoord = self.db.query_opt(
            "SELECT id, soort FROM bericht WHERE antwoord_op = $1",
            &[(&id).into()],
            |row| Ok((row.id(0)?, kind_of(row.number(1)?)?)),
        )?;
        let named = bureau::allocations_of(&parsed);
        let numbers: BTreeSet<i64> = named.iter().filter_map(|(_, n)| i64::try_from(*n).ok()).collect();
        let mut toewijzingen = Vec::new();
        for number in numbers {
            // What was refused may name a number that does not exist, or that is another provider's.
            let known = self.db.query_opt(
                "SELECT 1 FROM toewijzing WHERE gemeente = $1 AND nummer = $2 AND aanbieder = $3",
                &[i64::from(regel.gemeente.number()).into(), number.into(), regel.aanbieder.number().into()],
                |row| row.number(0),
            )?;
            toewijzingen.extend(known.map(|_| (regel.gemeente, number)));
        }
        Ok(BerichtBeeld {
            toewijzingen,
            regel,
            bestand,
            vingerafdruk,
            xml,
            velden: parsed.velden(),
            gezinnen,
            bevindingen,
            antwoord,
        })
    }

    /// What was found wrong with a message.
    pub(super) fn findings(&mut self, id: Id<Bericht>) -> Result<Vec<Bevinding>, Fout> {
        self.db.query(
            "SELECT regel, pad FROM bevinding WHERE bericht = $1 ORDER BY volgnr",
            &[(&id).into()],
            |row| {
                let regel = ijw::regels::Regel::from_code(&row.text(0)?)
                    .ok_or(Fout::Tegenstrijdig("a message breaks an unknown rule"))?;
                Ok(Bevinding { regel, paden: row.text(1)?.split(' ').map(str::to_owned).collect() })
            },
        )
    }

    fn families_of(&mut self, parsed: &ijw::Bericht) -> Result<Vec<(Id<Gezin>, String)>, Fout> {
        let mut families = Vec::new();
        for bsn in parsed.bsns() {
            let bsn = Bsn::parse(bsn)?;
            let found = self.db.query_opt(
                "SELECT p.id, g.id, g.naam, g.wijk, g.afgeschermd FROM persoon p JOIN gezin g ON g.id = p.gezin WHERE p.bsn = $1",
                &[bsn.number().into()],
                |row| {
                    let dossier =
                        Dossier { gezin: row.id(1)?, wijk: row.code_opt(3)?, afgeschermd: row.number(4)? != 0 };
                    Ok((row.id(0)?, dossier, row.text(2)?))
                },
            )?;
            if let Some((person, dossier, naam)) = found {
                self.seen.push(person);
                if matches!(parsed, ijw::Bericht::Jw301(_)) {
                    // It tells of the parents too.
                    let sql = "SELECT id FROM persoon WHERE gezin = $1 AND bsn IS NULL";
                    self.seen.extend(self.db.query(sql, &[(&dossier.gezin).into()], |row| row.id(0))?);
                }
                if self.who.toegang(dossier).is_some() {
                    families.push((dossier.gezin, naam));
                }
            }
        }
        Ok(families)
    }
}

/// Reads a message of a list from the first thirteen columns.
pub(super) fn line_of(row: &Rij<'_>) -> Result<BerichtRegel, Fout> {
    Ok(BerichtRegel {
        id: row.id(0)?,
        soort: kind_of(row.number(1)?)?,
        identificatie: row.text(2)?,
        dagtekening: row.day(3)?,
        ontvangen: row.moment(4)?,
        gemeente: row.code(5)?,
        gemeente_naam: row.text_opt(6)?,
        aanbieder: row.code(7)?,
        aanbieder_naam: row.text_opt(8)?,
        clienten: row.count(9)?,
        opmerking: Opmerking::from_number(row.number(10)?),
        stand: BerichtStand::from_number(row.number(11)?),
        antwoord_op: row.bytes_opt(12)?.map(|bytes| Id::try_from(bytes.as_slice())).transpose()?,
    })
}
