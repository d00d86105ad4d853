//! A problem analysis as a document.

use jiff::Timestamp;
use papier::{Block, Document, Run};
use register::beeld::{AnalyseBeeld, NootRegel};
use stelsel::analyse::{Deel, Reactie};

use crate::kader::Kader;
use crate::pages::analyse::{feiten, gedeeld, iemand, stand, vindplaats};

/// Makes the document, in the language of the reader.
pub(crate) fn document(k: &Kader, beeld: &AnalyseBeeld, made: Timestamp) -> Document {
    let analyse = &beeld.analyse;
    let title = analyse.kop.titel.to_string();
    let args = [
        ("versie", beeld.versie.versie.to_string().into()),
        ("moment", k.moment(beeld.versie.wanneer).into()),
        ("wie", iemand(k, &beeld.versie.wie).into()),
    ];
    let mut blocks = vec![
        Block::Heading(1, title.clone()),
        Block::text(k.tx("analyse-versie", &args)),
        Block::text(gedeeld(k, beeld)),
    ];
    if !analyse.kop.gebied.is_empty() {
        blocks.push(Block::Facts(vec![(k.t("analyse-veld-gebied"), analyse.kop.gebied.to_string())]));
    }
    for deel in Deel::ALL {
        blocks.push(Block::Heading(2, k.t(&format!("analyse-deel-{}", deel.key()))));
        let mut any = false;
        for punt in analyse.alineas.iter().filter(|punt| punt.wat.deel == *deel) {
            any = true;
            blocks.push(Block::text(punt.wat.tekst.as_str()));
            blocks.extend(punt.wat.vindplaats.as_ref().map(|of| Block::text(vindplaats(k, of))));
            noten(k, beeld, punt.nr, &mut blocks);
        }
        if !any {
            blocks.push(Block::text(k.t("analyse-leeg")));
        }
    }
    blocks.push(Block::Heading(2, k.t("analyse-afspraken")));
    if analyse.afspraken.is_empty() {
        blocks.push(Block::text(k.t("analyse-leeg")));
    }
    for punt in &analyse.afspraken {
        blocks.push(Block::Heading(3, punt.wat.wat.to_string()));
        let mut facts = feiten(k, &punt.wat);
        for moment in &punt.wat.momenten {
            let name = format!("{} · {}", k.datum(moment.dag), stand(k, moment.stand).0);
            facts.push((name, moment.kwam.to_string()));
        }
        blocks.push(Block::Facts(facts));
        noten(k, beeld, punt.nr, &mut blocks);
    }
    Document {
        footer: title.clone(),
        title,
        lang: k.taal.tag().to_owned(),
        author: "Leerloop".to_owned(),
        made,
        page_words: (k.t("papier-bladzijde"), k.t("papier-van")),
        blocks,
    }
}

/// What partners say beside a part.
fn noten(k: &Kader, beeld: &AnalyseBeeld, nr: u32, blocks: &mut Vec<Block>) {
    let said = |noot: &NootRegel| {
        let who = format!("{} ({})", iemand(k, &noot.wie), k.rol(noot.rol));
        let what = k.t(&format!("analyse-reactie-{}", noot.soort.key()));
        let mut line = vec![Run::strong(format!("{who}: "))];
        let silent = noot.soort == Reactie::Eens && noot.tekst.is_empty();
        line.push(Run::plain(if silent { what } else { format!("{what}. {}", noot.tekst) }));
        line
    };
    let items: Vec<Vec<Run>> = beeld.noten.iter().filter(|noot| noot.nr == nr).map(said).collect();
    if !items.is_empty() {
        blocks.push(Block::List { numbered: false, items });
    }
}
