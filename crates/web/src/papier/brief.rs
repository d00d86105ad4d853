//! A letter as a document: who sends it, where it goes, what it says, who signs.

use jiff::Timestamp;
use papier::{Block, Document};
use register::beeld::BrievenBeeld;
use stelsel::brief::Briefsoort;
use stelsel::klok::dutch_day;

use super::tekst::blokken;
use crate::kader::Kader;
use crate::taal::Taal;

/// What was typed for a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Inhoud {
    pub(crate) soort: Briefsoort,
    pub(crate) taal: Taal,
    pub(crate) adres: String,
    pub(crate) onderwerp: String,
    pub(crate) tekst: String,
    pub(crate) telefoon: String,
}

/// Makes the document, in the name of who makes it.
pub(crate) fn document(inhoud: &Inhoud, beeld: &BrievenBeeld, wie: &str, made: Timestamp) -> Document {
    let k = Kader::kaal(inhoud.taal);
    let gemeente = k.t1("papier-gemeente", "gemeente", beeld.beeld.gemeente.as_str());
    let team = beeld.beeld.wijk.as_ref().map(|wijk| k.t1("papier-wijkteam", "wijk", wijk.as_str()));
    let bel = (!inhoud.telefoon.trim().is_empty())
        .then(|| k.t1("papier-telefoon", "nummer", inhoud.telefoon.trim()));
    let under: Vec<String> = team.iter().chain(&bel).cloned().collect();
    let mut blocks = vec![
        Block::Letterhead(gemeente.clone(), under),
        Block::Address(inhoud.adres.lines().map(|line| line.trim().to_owned()).collect()),
        Block::Facts(vec![(k.t("papier-datum"), k.datum(dutch_day(made)))]),
        Block::Heading(1, inhoud.onderwerp.trim().to_owned()),
    ];
    blocks.extend(blokken(&inhoud.tekst));
    let mut signed = vec![k.t("papier-groet"), String::new(), wie.to_owned()];
    // A decision is one of the college; everything else is said by who signs.
    match (inhoud.soort, &team) {
        (Briefsoort::Besluit, _) => {
            signed.push(k.t1("papier-namens-college", "gemeente", beeld.beeld.gemeente.as_str()));
        }
        (_, Some(team)) => signed.push(team.clone()),
        _ => {}
    }
    blocks.push(Block::Signature(signed));
    Document {
        title: inhoud.onderwerp.trim().to_owned(),
        lang: inhoud.taal.tag().to_owned(),
        author: gemeente.clone(),
        made,
        footer: team.map_or_else(|| gemeente.clone(), |team| format!("{gemeente} · {team}")),
        page_words: (k.t("papier-bladzijde"), k.t("papier-van")),
        blocks,
    }
}
