//! The conversations with the family of a person, as far as they are for this person.

use stelsel::goed_gesprek::Lezers;
use stelsel::{Id, Persoon};

use crate::Fout;
use crate::db::Verbinding;

/// The conversations with the family of a person: what everyone in them shares, and what this person said. What a child chose
/// to keep between the child and who helps does not go to a parent by this way either.
pub(super) fn conversations(
    db: &mut Verbinding,
    person: &Id<Persoon>,
    own: bool,
) -> Result<Vec<Vec<(String, String)>>, Fout> {
    let found = db.query(
        "SELECT g.dag, g.stand, g.inhoud, s.woorden, s.eigen, s.lezers FROM persoon p JOIN goed_gesprek g ON g.gezin = p.gezin \
         LEFT JOIN gesprek_stem s ON s.gesprek = g.id AND s.persoon = p.id WHERE p.id = $1 AND (g.velden > 0 OR g.stand = 1) \
         ORDER BY g.dag, g.begonnen, g.id",
        &[person.into()],
        |row| {
            let shown = own || row.number_opt(5)?.and_then(Lezers::from_number) > Some(Lezers::Professional);
            let voice = |text: Option<String>| text.filter(|text| shown && !text.is_empty());
            let stand = if row.number(1)? == 0 { "concept" } else { "afgerond" };
            let (words, private) = (voice(row.text_opt(3)?), voice(row.text_opt(4)?));
            Ok((row.day(0)?, stand, row.text(2)?, words, private))
        },
    )?;
    let line = |(day, stand, shared, words, private): (_, &str, String, Option<String>, Option<String>)| {
        let day: jiff::civil::Date = day;
        let mut line = vec![("dag".to_owned(), day.to_string()), ("stand".to_owned(), stand.to_owned())];
        line.extend(words.map(|text| ("eigen woorden".to_owned(), text)));
        line.extend(private.map(|text| ("alleen over deze persoon".to_owned(), text)));
        line.push(("samen".to_owned(), shared));
        line
    };
    Ok(found.into_iter().map(line).collect())
}
