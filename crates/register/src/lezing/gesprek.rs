//! The conversation around one allocation: every message about it, from the request to the last claim, with the answers.

use std::collections::BTreeSet;

use ijw::Berichttype;
use ijw::kalender::{Termijn, Werkkalender};
use stelsel::toegang::Dossier;
use stelsel::toewijzing::{Stand, state};
use stelsel::{Gemeentecode, Id, Onderdeel};

use super::Lezing;
use super::berichten::line_of;
use crate::Fout;
use crate::beeld::{Bericht, GesprekBeeld, GesprekRegel, Verwacht, WatVerwacht};
use crate::boek::{allocation_of, delivery_of};
use crate::bureau;
use crate::intake::stored;

/// Messages shown at most: the newest. An allocation of ten years has fewer.
const SHOWN: usize = 400;

impl Lezing<'_> {
    /// The conversation about an allocation.
    pub fn gesprek(&mut self, gemeente: Gemeentecode, nummer: i64) -> Result<GesprekBeeld, Fout> {
        self.enter(Onderdeel::Gesprek)?;
        let key = [i64::from(gemeente.number()).into(), nummer.into()];
        let found = self.db.query_opt(
            "SELECT t.gemeente, t.nummer, t.aanbieder, t.categorie, t.code, t.moment, t.ingang, t.eind, t.reden_wijziging, \
             t.volume, t.eenheid, t.frequentie, t.budget, t.persoon, p.voornamen, p.voorvoegsel, p.achternaam, p.gezin, f.wijk, \
             a.naam, m.naam, t.bericht, f.afgeschermd FROM toewijzing t JOIN persoon p ON p.id = t.persoon JOIN gezin f ON f.id = p.gezin \
             LEFT JOIN aanbieder a ON a.agb = t.aanbieder LEFT JOIN gemeente m ON m.code = t.gemeente \
             WHERE t.gemeente = $1 AND t.nummer = $2",
            &key,
            |row| {
                let name: Vec<String> =
                    [row.text_opt(14)?, row.text_opt(15)?, Some(row.text(16)?)].into_iter().flatten().collect();
                let dossier =
                    Dossier { gezin: row.id(17)?, wijk: row.code_opt(18)?, afgeschermd: row.number(22)? != 0 };
                let names = (row.text_opt(19)?, row.text_opt(20)?);
                let newest: Id<Bericht> = row.id(21)?;
                Ok((allocation_of(row, 0)?, row.id(13)?, name.join(" "), dossier, names, newest))
            },
        )?;
        let (toewijzing, persoon, naam, dossier, names, newest) = found.ok_or(Fout::NietGevonden)?;
        if !self.who.has_gesprek(toewijzing.aanbieder, dossier) {
            return Err(Fout::NietGevonden);
        }
        self.note_ground(dossier);
        self.seen.push(persoon);
        let dag = self.figures_day()?;
        let lines = self.db.query(
            "SELECT soort, begin, eind, reden, verwijdering, dagtekening FROM levering \
             WHERE persoon = $1 AND gemeente = $2 AND nummer = $3 AND aanbieder = $4",
            &[(&persoon).into(), key[0], key[1], toewijzing.aanbieder.number().into()],
            |row| delivery_of(row, 0),
        )?;
        let stand = state(&toewijzing, &lines, dag);
        let berichten = self.exchanged(gemeente, nummer, toewijzing.aanbieder, persoon)?;
        let mut verwacht = self.answers_due(Some(newest))?;
        if let Stand::Wacht { dagen } = stand
            && dagen > 0
        {
            verwacht.push(Verwacht {
                wat: WatVerwacht::Start,
                bericht: newest,
                aanbieder: toewijzing.aanbieder,
                aanbieder_naam: names.0.clone(),
                verzoek: None,
                sinds: toewijzing.ingang,
                // From the first day, or from the decision when that came later (OP271).
                uiterlijk: Termijn::Start
                    .uiterlijk(toewijzing.ingang.max(toewijzing.toegewezen), &Werkkalender::default()),
            });
        }
        Ok(GesprekBeeld {
            gezin: self.who.toegang(dossier).map(|_| dossier.gezin),
            gemeente: names.1.unwrap_or_else(|| gemeente.to_string()),
            aanbieder: names.0,
            naam,
            persoon,
            toewijzing,
            stand,
            dag,
            berichten,
            verwacht,
        })
    }

    /// The messages about an allocation, each followed by its answer.
    fn exchanged(
        &mut self,
        gemeente: Gemeentecode,
        nummer: i64,
        aanbieder: stelsel::AgbCode,
        persoon: Id<stelsel::persoon::Persoon>,
    ) -> Result<Vec<GesprekRegel>, Fout> {
        let (g, n, a) = (i64::from(gemeente.number()), nummer, aanbieder.number());
        let mut ids: BTreeSet<Id<Bericht>> = BTreeSet::new();
        for sql in [
            "SELECT bericht FROM toewijzing_versie WHERE gemeente = $1 AND nummer = $2 AND aanbieder = $3 AND persoon = $4",
            "SELECT bericht FROM levering WHERE gemeente = $1 AND nummer = $2 AND aanbieder = $3 AND persoon = $4",
            "SELECT bericht FROM prestatie WHERE gemeente = $1 AND nummer = $2 AND aanbieder = $3 AND persoon = $4",
            "SELECT q.bericht FROM verzoek q JOIN toewijzing_versie v ON v.aanbieder = q.aanbieder AND v.gemeente = q.gemeente \
             AND v.referentie = q.referentie AND v.persoon = q.persoon WHERE v.gemeente = $1 AND v.nummer = $2 AND v.aanbieder = $3 AND v.persoon = $4",
            "SELECT x.bericht FROM antwoord x JOIN toewijzing_versie v ON v.aanbieder = x.aanbieder AND v.gemeente = x.gemeente \
             AND v.referentie = x.referentie WHERE v.gemeente = $1 AND v.nummer = $2 AND v.aanbieder = $3 AND v.persoon = $4",
        ] {
            let found =
                self.db.query(sql, &[g.into(), n.into(), a.into(), (&persoon).into()], |row| row.id(0))?;
            ids.extend(found);
        }
        // What was refused stands nowhere else.
        ids.extend(self.db.query(
            "SELECT x.bericht FROM betreft x JOIN bericht b ON b.id = x.bericht \
             WHERE x.gemeente = $1 AND x.nummer = $2 AND b.aanbieder = $3 AND x.persoon = $4",
            &[g.into(), n.into(), a.into(), (&persoon).into()],
            |row| row.id(0),
        )?);
        let skip = ids.len().saturating_sub(SHOWN);
        let mut turns: Vec<Vec<GesprekRegel>> = Vec::new();
        for id in ids.into_iter().skip(skip) {
            let sql = "SELECT id FROM bericht WHERE antwoord_op = $1";
            let answers = self.db.query(sql, &[(&id).into()], |row| row.id(0))?;
            let mut turn = Vec::new();
            for id in std::iter::once(id).chain(answers) {
                turn.extend(self.step(id, nummer)?);
            }
            turns.push(turn);
        }
        // By the day on the message; what came on one day in the order in which such messages follow from each other.
        turns.sort_by_key(|turn| {
            turn.first().map(|step| (step.regel.dagtekening, rank(step.regel.soort), step.regel.id))
        });
        Ok(turns.into_iter().flatten().collect())
    }

    fn step(&mut self, id: Id<Bericht>, nummer: i64) -> Result<Option<GesprekRegel>, Fout> {
        let found = self.db.query_opt(
            "SELECT b.id, b.soort, b.identificatie, b.dagtekening, b.ontvangen, b.gemeente, g.naam, b.aanbieder, a.naam, \
             b.clienten, b.opmerking, b.stand, b.antwoord_op FROM bericht b LEFT JOIN gemeente g ON g.code = b.gemeente \
             LEFT JOIN aanbieder a ON a.agb = b.aanbieder WHERE b.id = $1",
            &[(&id).into()],
            line_of,
        )?;
        let Some(regel) = found else { return Ok(None) };
        let message = stored(self.db, &id)?;
        let (velden, onder) = bureau::about(&message, nummer);
        // Of a declaration about many, only what is wrong with the lines about this allocation.
        let bevindingen = self
            .findings(id)?
            .into_iter()
            .filter(|found| onder.is_empty() || found.paden.iter().any(|path| bureau::concerns(path, &onder)))
            .collect();
        Ok(Some(GesprekRegel { regel, velden, bevindingen }))
    }
}

/// In which order messages of one day follow from each other: asked, answered, allocated, begun, claimed, ended.
const fn rank(kind: Berichttype) -> u8 {
    match kind {
        Berichttype::Jw315 | Berichttype::Jw317 => 0,
        Berichttype::Jw319 => 1,
        Berichttype::Jw301 => 2,
        Berichttype::Jw305 => 3,
        Berichttype::Jw323 => 4,
        _ => 5,
    }
}
