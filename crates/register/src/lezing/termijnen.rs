//! What is due: answers that providers owe us, decisions that we owe them.

use std::collections::BTreeMap;

use ijw::kalender::{Termijn, Werkkalender};
use jiff::civil::Date;
use stelsel::Onderdeel;

use super::Lezing;
use crate::Fout;
use crate::beeld::{Termijnen, Verwacht, VerzoekStand, WatVerwacht};

/// How many things a page shows; the rest is only counted.
const SHOWN: usize = 100;

/// The last day on which a decision is in time.
pub(super) fn decide_by(stand: VerzoekStand, dagtekening: Date, ontvangen: Date) -> Date {
    let kalender = Werkkalender::default();
    match stand {
        VerzoekStand::InOnderzoek => Termijn::EindantwoordNaOnderzoek.uiterlijk(dagtekening, &kalender),
        _ => Termijn::AntwoordOpVerzoek.uiterlijk(ontvangen, &kalender),
    }
}

impl Lezing<'_> {
    /// What is due, the most urgent first.
    pub fn termijnen(&mut self) -> Result<Termijnen, Fout> {
        self.enter(Onderdeel::Termijnen)?;
        let dag = self.figures_day()?;
        let mut due = self.answers_due(None)?;
        due.extend(self.decisions_due()?);
        due.extend(self.undelivered()?);
        let mut counts: BTreeMap<WatVerwacht, (usize, usize)> = BTreeMap::new();
        for item in &due {
            let (all, late) = counts.entry(item.wat).or_default();
            *all += 1;
            *late += usize::from(item.uiterlijk < dag);
        }
        due.sort_by_key(|item| (item.uiterlijk, item.bericht));
        due.truncate(SHOWN);
        let aantallen = counts.into_iter().map(|(wat, (all, late))| (wat, all, late)).collect();
        Ok(Termijnen { dag, aantallen, eerst: due })
    }

    /// The retours that providers owe us: all of them, or those on one message.
    pub(super) fn answers_due(
        &mut self,
        message: Option<stelsel::Id<crate::beeld::Bericht>>,
    ) -> Result<Vec<Verwacht>, Fout> {
        let kalender = Werkkalender::default();
        let bytes = message.map(|id| id.bytes().to_vec());
        self.db.query(
            "SELECT o.bericht, b.soort, b.dagtekening, b.aanbieder, a.naam FROM openstaand o JOIN bericht b ON b.id = o.bericht \
             LEFT JOIN aanbieder a ON a.agb = b.aanbieder WHERE (o.bericht = $1 OR $1 IS NULL)",
            &[bytes.as_deref().into()],
            |row| {
                let sinds = row.day(2)?;
                let wat =
                    if row.number(1)? == 301 { WatVerwacht::RetourToewijzing } else { WatVerwacht::RetourAntwoord };
                Ok(Verwacht {
                    wat,
                    bericht: row.id(0)?,
                    aanbieder: row.code(3)?,
                    aanbieder_naam: row.text_opt(4)?,
                    verzoek: None,
                    sinds,
                    uiterlijk: Termijn::Retour.uiterlijk(sinds, &kalender),
                })
            },
        )
    }

    /// The decisions that we owe.
    fn decisions_due(&mut self) -> Result<Vec<Verwacht>, Fout> {
        self.db.query(
            "SELECT q.id, q.bericht, q.stand, q.dagtekening, b.ontvangen, q.aanbieder, a.naam FROM verzoek q \
             JOIN bericht b ON b.id = q.bericht LEFT JOIN aanbieder a ON a.agb = q.aanbieder WHERE q.stand < 2",
            &[],
            |row| {
                let stand = VerzoekStand::from_number(row.number(2)?)?;
                let sinds = row.day(3)?;
                let received = stelsel::klok::dutch_day(row.moment(4)?);
                Ok(Verwacht {
                    wat: match stand {
                        VerzoekStand::InOnderzoek => WatVerwacht::BesluitNaOnderzoek,
                        _ => WatVerwacht::Besluit,
                    },
                    bericht: row.id(1)?,
                    aanbieder: row.code(5)?,
                    aanbieder_naam: row.text_opt(6)?,
                    verzoek: Some(row.id(0)?),
                    sinds,
                    uiterlijk: decide_by(stand, sinds, received),
                })
            },
        )
    }

    /// The messages that no connector took yet.
    fn undelivered(&mut self) -> Result<Vec<Verwacht>, Fout> {
        let kalender = Werkkalender::default();
        self.db.query(
            "SELECT u.bericht, b.dagtekening, b.aanbieder, a.naam FROM uitgaand u JOIN bericht b ON b.id = u.bericht \
             LEFT JOIN aanbieder a ON a.agb = b.aanbieder WHERE u.bezorgd IS NULL",
            &[],
            |row| {
                let sinds = row.day(1)?;
                Ok(Verwacht {
                    wat: WatVerwacht::Bezorging,
                    bericht: row.id(0)?,
                    aanbieder: row.code(2)?,
                    aanbieder_naam: row.text_opt(3)?,
                    verzoek: None,
                    sinds,
                    uiterlijk: Termijn::Retour.uiterlijk(sinds, &kalender),
                })
            },
        )
    }
}
