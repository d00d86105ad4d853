//! Requests of providers: the list that waits for a decision, and one in full.

use jiff::civil::Date;
use stelsel::klok::dutch_day;
use stelsel::persoon::Persoon;
use stelsel::toegang::Dossier;
use stelsel::toewijzing::Product;
use stelsel::{Gezin, Id, Onderdeel};

use super::termijnen::decide_by;
use super::{Lezing, cursor_parts, cut};
use crate::Fout;
use crate::beeld::{Bericht, Lijst, Verzoek, VerzoekBeeld, VerzoekRegel, VerzoekSoort, VerzoekStand};
use crate::bureau;
use crate::db::{Rij, day_number};
use crate::intake::stored;

/// The columns of a request, in the order of [`request_of`].
macro_rules! request {
    ($where:literal) => {
        concat!(
            "SELECT q.id, q.soort, q.stand, p.voornamen, p.voorvoegsel, p.achternaam, p.gezin, q.aanbieder, a.naam, q.referentie, \
             q.categorie, q.code, q.ingang, q.eind, q.verwijzer, q.dagtekening, b.ontvangen, q.persoon, f.wijk, q.gemeente, \
             q.bericht, q.volgnr, m.naam, f.afgeschermd, f.postcode FROM verzoek q JOIN bericht b ON b.id = q.bericht \
             JOIN persoon p ON p.id = q.persoon JOIN gezin f ON f.id = p.gezin LEFT JOIN aanbieder a ON a.agb = q.aanbieder \
             LEFT JOIN gemeente m ON m.code = q.gemeente WHERE ",
            $where
        )
    };
}

/// A request with what decides on who sees it.
struct Gevonden {
    regel: VerzoekRegel,
    persoon: Id<Persoon>,
    dossier: Dossier,
    gemeente: stelsel::Gemeentecode,
    bericht: Id<Bericht>,
    volgnr: i64,
    gemeente_naam: Option<String>,
    postcode: Option<String>,
}

impl Lezing<'_> {
    /// The requests that wait for a decision, the oldest first.
    pub fn verzoeken(&mut self, na: Option<&str>) -> Result<Lijst<VerzoekRegel>, Fout> {
        self.enter(Onderdeel::Verzoeken)?;
        let after = match na.map(cursor_parts).transpose()? {
            Some((day, id)) => {
                let wrong = || Fout::Zinloos("the place to read on from");
                let id: Id<Verzoek> = Id::parse(id).map_err(|_| wrong())?;
                (day.parse::<i64>().map_err(|_| wrong())?, id.bytes().to_vec())
            }
            None => (i64::MIN, Vec::new()),
        };
        // What waits is never much; who may see what is decided by one definition, not by each list.
        let found = self.db.query(
            request!("q.stand < 2 AND (q.dagtekening, q.id) > ($1, $2) ORDER BY q.dagtekening, q.id"),
            &[after.0.into(), after.1.as_slice().into()],
            request_of,
        )?;
        let who = self.who;
        let mut own = found.into_iter().filter(|q| who.has_verzoek(q.gemeente, q.dossier));
        let rows: Vec<Gevonden> = own.by_ref().take(super::PAGE + 1).collect();
        self.seen.extend(rows.iter().map(|q| q.persoon));
        let rows = rows.into_iter().map(|q| q.regel).collect();
        Ok(cut(rows, |row: &VerzoekRegel| format!("{}~{}", day_number(row.dagtekening), row.id)))
    }

    /// One request, with what is asked for in full.
    pub fn verzoek(&mut self, id: Id<Verzoek>) -> Result<VerzoekBeeld, Fout> {
        self.enter(Onderdeel::Verzoek)?;
        let found = self
            .db
            .query_opt(request!("q.id = $1"), &[(&id).into()], request_of)?
            .ok_or(Fout::NietGevonden)?;
        if !self.who.has_verzoek(found.gemeente, found.dossier) {
            return Err(Fout::NietGevonden);
        }
        self.note_ground(found.dossier);
        self.seen.push(found.persoon);
        let stand = self.figures_day()?;
        let message = stored(self.db, &found.bericht)?;
        let velden = bureau::asked(&message, found.volgnr);
        let lopend = self.db.query(
            "SELECT gemeente, nummer, categorie, code, eind FROM toewijzing WHERE persoon = $1 AND aanbieder = $2 \
             ORDER BY nummer",
            &[(&found.persoon).into(), found.regel.aanbieder.number().into()],
            |row| {
                let product = Product { categorie: row.text_opt(2)?, code: row.text_opt(3)? };
                Ok((row.code(0)?, row.number(1)?, product, row.day_opt(4)?))
            },
        )?;
        let running = |eind: Option<Date>| eind.is_none_or(|last| last >= stand);
        Ok(VerzoekBeeld {
            gezin: self.who.toegang(found.dossier).map(|_| found.dossier.gezin),
            gemeente: found.gemeente_naam.unwrap_or_else(|| found.gemeente.to_string()),
            regel: found.regel,
            stand,
            bericht: found.bericht,
            velden,
            adres_bekend: found.postcode.is_some(),
            lopend: lopend.into_iter().filter(|l| running(l.3)).map(|(g, n, p, _)| (g, n, p)).collect(),
        })
    }
}

fn request_of(row: &Rij<'_>) -> Result<Gevonden, Fout> {
    let stand = VerzoekStand::from_number(row.number(2)?)?;
    let dagtekening = row.day(15)?;
    let name: Vec<String> =
        [row.text_opt(3)?, row.text_opt(4)?, Some(row.text(5)?)].into_iter().flatten().collect();
    let gezin: Id<Gezin> = row.id(6)?;
    Ok(Gevonden {
        regel: VerzoekRegel {
            id: row.id(0)?,
            soort: if row.number(1)? == 317 { VerzoekSoort::Wijziging } else { VerzoekSoort::Toewijzing },
            stand,
            naam: name.join(" "),
            gezin,
            aanbieder: row.code(7)?,
            aanbieder_naam: row.text_opt(8)?,
            referentie: row.text(9)?,
            product: Product { categorie: row.text_opt(10)?, code: row.text_opt(11)? },
            ingang: row.day_opt(12)?,
            eind: row.day_opt(13)?,
            verwijzer: row.text_opt(14)?,
            dagtekening,
            uiterlijk: decide_by(stand, dagtekening, dutch_day(row.moment(16)?)),
        },
        persoon: row.id(17)?,
        dossier: Dossier { gezin, wijk: row.code_opt(18)?, afgeschermd: row.number(23)? != 0 },
        gemeente: row.code(19)?,
        bericht: row.id(20)?,
        volgnr: row.number(21)?,
        gemeente_naam: row.text_opt(22)?,
        postcode: row.text_opt(24)?,
    })
}
