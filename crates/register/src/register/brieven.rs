//! Making letters: by who works with the family, once, and kept as they were sent.

use stelsel::toegang::Deel;
use stelsel::{Identiteit, Onderdeel};

use super::Register;
use super::formulier::Formulier;
use crate::Fout;
use crate::beeld::{Brief, Gedaan, NieuweBrief};
use crate::journaal::Handeling;

/// The longest text of a letter, in characters: more than a page of paper.
pub const LANGSTE_BRIEF: usize = 4_000;
/// The longest of its other texts.
pub const LANGSTE_BRIEFVELD: usize = 400;
/// The largest document.
const LARGEST: usize = 4_000_000;

impl Register {
    /// Makes a letter about a family. What was sent is kept: the words and the document.
    pub fn make_letter(
        &self,
        who: &Identiteit,
        brief: NieuweBrief,
        sleutel: &str,
    ) -> Result<Gedaan<Brief, ()>, Fout> {
        sound(&brief)?;
        let form = Formulier {
            gezin: brief.gezin,
            deel: Deel::Post,
            onderdeel: Onderdeel::Brieven,
            handeling: Handeling::Versturen,
            sleutel,
            mag: who.decides(),
        };
        self.form(who, &form, move |beurt, who, open, now| {
            // Whom it is about and whom it is for belong to the family.
            if brief.persoon.iter().chain(&brief.aan).any(|person| !open.contains(person)) {
                return Err(Fout::NietGevonden);
            }
            let id = beurt.toeval.id(now)?;
            beurt.db.execute_one(
                "INSERT INTO brief (id, gezin, persoon, aan, soort, taal, adres, onderwerp, tekst, toestemming, telefoon, door, gemaakt, pdf) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                &[
                    (&id).into(),
                    (&brief.gezin).into(),
                    brief.persoon.as_ref().into(),
                    brief.aan.as_ref().into(),
                    brief.soort.key().into(),
                    brief.taal.as_str().into(),
                    brief.adres.as_str().into(),
                    brief.onderwerp.as_str().into(),
                    brief.tekst.as_str().into(),
                    brief.toestemming.as_str().into(),
                    brief.telefoon.as_str().into(),
                    who.account.as_str().into(),
                    now.as_millisecond().into(),
                    brief.pdf.as_slice().into(),
                ],
            )?;
            Ok(Gedaan::Opgeslagen(id, 1))
        })
    }
}

fn sound(brief: &NieuweBrief) -> Result<(), Fout> {
    let fits = |text: &str, most: usize, least: usize| {
        let long = text.chars().count();
        long <= most && text.trim().chars().count() >= least && !text.contains('\0')
    };
    let all = fits(&brief.tekst, LANGSTE_BRIEF, 1)
        && fits(&brief.onderwerp, LANGSTE_BRIEFVELD, 1)
        && fits(&brief.adres, LANGSTE_BRIEFVELD, 1)
        && fits(&brief.telefoon, LANGSTE_BRIEFVELD, 0)
        && fits(&brief.taal, 2, 2)
        && fits(&brief.toestemming, LANGSTE_BRIEFVELD, usize::from(brief.soort.needs_permission()))
        && brief.pdf.len() <= LARGEST
        && brief.pdf.starts_with(b"%PDF-");
    if all { Ok(()) } else { Err(Fout::Zinloos("the letter")) }
}
