//! Claims that follow each other, as one turn with a line for each month.

use ijw::Berichttype;
use jiff::civil::Date;
use register::beeld::BerichtStand;
use stelsel::Cent;

use super::beurt::{Beurt, Ontvangst, Paar, Partijen, claimant, naar, ontvangst};
use crate::inhoud::{Stuk, stukken};
use crate::kader::Kader;

/// Months that show at once; more of them stand behind a fold.
const DIRECT: usize = 3;

/// The claims of a stretch of months.
pub(crate) struct Declaraties {
    pub(crate) maanden: Vec<Maand>,
    pub(crate) vouw: bool,
    /// What is wrong, with the month it is about.
    pub(crate) mis: Vec<(String, Ontvangst)>,
}

/// One claim.
pub(crate) struct Maand {
    pub(crate) naam: String,
    pub(crate) bedrag: String,
    pub(crate) ontvangst: String,
    pub(crate) klasse: &'static str,
    pub(crate) naar: Option<String>,
}

/// A claim as it is counted.
struct Claim {
    /// The first day it is about; the day of the message when it has no line about this allocation.
    maand: Date,
    bedrag: Cent,
    telt: bool,
}

fn claim(pair: &Paar<'_>) -> Claim {
    let lines: Vec<(Date, Cent)> =
        stukken(&pair.regel.velden).into_iter().filter_map(Stuk::prestatie).collect();
    Claim {
        maand: lines.iter().map(|line| line.0).min().unwrap_or(pair.regel.regel.dagtekening),
        bedrag: Cent(lines.iter().map(|line| line.1.0).sum()),
        telt: pair.regel.regel.stand == BerichtStand::Telt,
    }
}

/// One turn of claims.
pub(super) fn beurt(k: &Kader, wie: &Partijen, pairs: &[Paar<'_>]) -> Beurt {
    let (naam, klasse) = claimant(wie);
    let mut claims: Vec<(&Paar<'_>, Claim)> = pairs.iter().map(|pair| (pair, claim(pair))).collect();
    // Claims of many months often come in on one day.
    claims.sort_by_key(|(_, claim)| claim.maand);
    let first = claims.first().map(|(_, claim)| claim.maand);
    let last = claims.last().map(|(_, claim)| claim.maand);
    let month = |day: Option<Date>| day.map_or_else(String::new, |day| k.taal.maand_jaar(day));
    let (van, tot) = (month(first), month(last));
    let sum = Cent(claims.iter().filter(|(_, c)| c.telt).map(|(_, c)| c.bedrag.0).sum());
    let mut args = vec![("bedrag", k.euro(sum).into()), ("van", van.as_str().into())];
    let key = if van == tot {
        "zegt-declaratie"
    } else {
        args.push(("tot", tot.into()));
        args.push(("n", pairs.len().into()));
        "zegt-declaraties"
    };
    let zin = k.tx(key, &args);
    let mut mis = Vec::new();
    let maanden: Vec<Maand> = claims
        .iter()
        .map(|(pair, claim)| {
            let maand = k.taal.maand_jaar(claim.maand);
            let (woord, klasse) = match ontvangst(k, pair) {
                Some(answer) => {
                    let shown = (answer.woord.clone(), answer.klasse);
                    if !answer.mis.is_empty() {
                        mis.push((maand.clone(), answer));
                    }
                    shown
                }
                None => (k.t("ontvangst-geen"), "grijs"),
            };
            Maand { naam: maand, bedrag: k.euro(claim.bedrag), ontvangst: woord, klasse, naar: naar(k, pair) }
        })
        .collect();
    let days = (pairs.first(), pairs.last());
    let day = |pair: Option<&Paar<'_>>| pair.map_or_else(String::new, |p| k.datum(p.regel.regel.dagtekening));
    let (begin, end) = (day(days.0), day(days.1));
    Beurt {
        klasse,
        kop: k.t1("doet-declareren", "wie", naam),
        dag: if begin == end {
            begin
        } else {
            k.tx("van-tot", &[("van", begin.into()), ("tot", end.into())])
        },
        zinnen: vec![zin],
        declaraties: Some(Declaraties { vouw: maanden.len() > DIRECT, maanden, mis }),
        ontvangst: None,
        afzender: naam.to_owned(),
        velden: pairs.iter().flat_map(|pair| pair.regel.velden.clone()).collect(),
        vouw: k.t1("beurt-velden", "soort", Berichttype::Jw323.naam()),
        naar: None,
    }
}
