//! Letters of the demo: an invitation and a letter about help for the family one can sign in as.

use anyhow::{Result, bail};
use register::Register;
use register::beeld::Gedaan;
use stelsel::brief::Briefsoort;
use stelsel::{Gezin, Id, Identiteit, Klok, Onderdeel, VasteKlok};

/// The number in the letters: one that rings nowhere.
const NUMMER: &str = "076 000 00 00";

/// Makes the letters, once: a demo that was cut off has them already.
pub(super) fn letters(
    register: &Register,
    klok: &VasteKlok,
    team: &Identiteit,
    gezin: Id<Gezin>,
) -> Result<()> {
    for (nr, soort) in [Briefsoort::Uitnodiging, Briefsoort::Besluit].into_iter().enumerate() {
        let beeld =
            register.look(team, Onderdeel::Brieven, &gezin.to_string(), |lezing| lezing.brieven(gezin))?;
        if beeld.brieven.iter().any(|brief| brief.soort == soort) {
            continue;
        }
        // As somebody would who fills in what is still open.
        let words = |text: &str| {
            text.replace("[vul in]", NUMMER)
                .replace("[dag en tijd]", "donderdag om vier uur")
                .replace("[bij u thuis, of ergens anders]", "bij u thuis")
        };
        let Some(brief) = web::make_letter(&beeld, soort, &team.naam, klok.now(), words)? else { continue };
        // Keys of forms are counted, so that the same recipe gives the same demo.
        let key = format!("b{nr:031x}");
        let Gedaan::Opgeslagen(..) = register.make_letter(team, brief, &key)? else {
            bail!("a letter of the demo was not made")
        };
    }
    Ok(())
}
