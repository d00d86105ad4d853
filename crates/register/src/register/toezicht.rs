//! What auditors find, and the few things about staff that only watching needs.

use stelsel::toegang::Bereik;
use stelsel::{Identiteit, Onderdeel};

use super::Register;
use crate::Fout;
use crate::beeld::{Beoordeeld, Bevonden};
use crate::journaal::{Handeling, Regel};
use crate::lezing::{month_of, postcode, review_of};

/// Characters in the words of an auditor at most.
const TOELICHTING: usize = 2_000;

impl Register {
    /// Stores what an auditor found of a proposal. Who is first counts; the second hears what stands.
    pub fn review(
        &self,
        who: &Identiteit,
        sleutel: &str,
        uitkomst: Bevonden,
        toelichting: &str,
    ) -> Result<Beoordeeld, Fout> {
        let outcome = self.review_within_rights(who, sleutel, uitkomst, toelichting);
        self.or_refused(who, (Handeling::Beoordelen, Onderdeel::Journaal), sleutel, outcome)
    }

    fn review_within_rights(
        &self,
        who: &Identiteit,
        sleutel: &str,
        uitkomst: Bevonden,
        toelichting: &str,
    ) -> Result<Beoordeeld, Fout> {
        if who.reach(Onderdeel::Journaal) != Bereik::Alles {
            return Err(Fout::NietGevonden);
        }
        if toelichting.chars().count() > TOELICHTING {
            return Err(Fout::Zinloos("the words with a review"));
        }
        let month = sleutel.split(':').next().and_then(month_of).ok_or(Fout::Zinloos("the proposal"))?;
        let proposed = self.look(who, Onderdeel::Journaal, sleutel, |lezing| lezing.toezicht(Some(month)))?;
        if !proposed.voorstellen.iter().any(|voorstel| voorstel.sleutel == sleutel) {
            return Err(Fout::NietGevonden);
        }
        let (who, now) = (who.clone(), self.0.klok.now());
        let (sleutel, toelichting) = (sleutel.to_owned(), toelichting.to_owned());
        self.write(move |beurt| {
            let stored = beurt.db.execute(
                "INSERT INTO beoordeling (voorstel, wie, wanneer, uitkomst, toelichting) VALUES ($1, $2, $3, $4, $5) \
                 ON CONFLICT (voorstel) DO NOTHING",
                &[
                    (&sleutel).into(),
                    who.account.as_str().into(),
                    now.as_millisecond().into(),
                    uitkomst.key().into(),
                    (&toelichting).into(),
                ],
            )?;
            if stored == 0 {
                let first = review_of(beurt.db, &sleutel)?;
                return first.map(Beoordeeld::AlGedaan).ok_or(Fout::Tegenstrijdig("a review is gone"));
            }
            let line = Regel::by(&who, now, Handeling::Beoordelen, "journaal", &sleutel);
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(Beoordeeld::Bewaard)
        })
    }

    /// Notes of someone of the staff where they live (six characters, or nothing), and whether families see the function
    /// only. False when there is no such account.
    pub fn note_staff(&self, account: &str, woont: Option<&str>, afgeschermd: bool) -> Result<bool, Fout> {
        let (account, woont, now) = (account.to_owned(), woont.map(postcode), self.0.klok.now());
        self.write(move |beurt| {
            let touched = beurt.db.execute(
                "UPDATE account SET postcode = $1, afgeschermd = $2 WHERE sleutel = $3",
                &[woont.as_deref().into(), afgeschermd.into(), (&account).into()],
            )?;
            if touched == 0 {
                return Ok(false);
            }
            let line = Regel::by_program(now, Handeling::Inrichten, "account", &account);
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(true)
        })
    }
}
