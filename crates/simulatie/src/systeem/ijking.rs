//! Calibration: numbers of the model from what was counted in a region.
//!
//! What is counted is set beside what the model expects in balance ([`super::evenwicht`]), and the numbers that bear on it are changed until both
//! agree: the method of moments. Flows are linear in questions, every count has a number (or a family of numbers, moved together) of its own
//! that it rises or falls with, and these depend little on each other; so each is multiplied by a part of what it is off, round after round.
//! The interval of a count becomes one of its number by how strongly the count answers to it.
//!
//! What a region cannot tell from its allocations stays as it was, and is named with the reason ([`Ijking::niet`]).

mod doel;
mod momenten;
mod tekst;

use super::aanname::{Aannames, Grootheid};
use super::begin::{Aanwezig, Begin};
use super::delen::Antwoord;
use super::gemeten::{Gemeten, Meting};
use super::tabel::Sleutel as S;
use doel::{Doel, doelen};
use momenten::Momenten;

/// The kinds of youth help that a region counts.
pub const SOORTEN: [Antwoord; 4] = [Antwoord::Ambulant, Antwoord::Ggz, Antwoord::Verblijf, Antwoord::Crisis];

/// What was counted of a kind of help.
#[derive(Clone, Debug, PartialEq)]
pub struct Soortwaarneming {
    /// Which.
    pub antwoord: Antwoord,
    /// Of all that came into youth help from outside it, the share that came here.
    pub deel: Option<Meting>,
    /// In help at the end.
    pub in_hulp: f64,
    /// Waiting at the end.
    pub wachtend: f64,
    /// Days those have waited so far, mean.
    pub gewacht: f64,
    /// Days waited before help that began, mean.
    pub wacht: Option<Meting>,
    /// Days of help, mean.
    pub duur: Option<Meting>,
    /// Deviation of those divided by their mean.
    pub spreiding: Option<Meting>,
    /// Euros a day.
    pub prijs: Option<Meting>,
}

/// What was counted of a region. Intervals are of 95 per cent.
#[derive(Clone, Debug, PartialEq)]
pub struct Waarneming {
    /// Where it comes from, such as `eigen regio, momentopname …`.
    pub bron: String,
    /// Youths in help in the last year, each once.
    pub in_zorg: Option<Meting>,
    /// Youth help that began in a year and did not follow on other youth help.
    pub nieuw: Option<Meting>,
    /// Of those, the share of youths from twelve years.
    pub ouder: Option<Meting>,
    /// Of those, the share by general practitioner or specialist.
    pub weg_huisarts: Option<Meting>,
    /// Of those, the share by a certified institution.
    pub weg_gi: Option<Meting>,
    /// Gave up waiting, per day of waiting.
    pub afgehaakt: Option<Meting>,
    /// Per kind.
    pub soorten: Vec<Soortwaarneming>,
    /// From kind to kind: the share of help that ended.
    pub overgangen: Vec<(Antwoord, Antwoord, Meting)>,
}

/// A number that stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Onbepaald {
    /// Names of the numbers, as in [`super::TABEL`]; a star stands for all that begin so.
    pub namen: String,
    /// Why.
    pub reden: Reden,
}

/// Why a number stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reden {
    /// Allocations do not show it.
    NietTeZien,
    /// It goes together with other numbers, which cannot be told apart.
    NietApart,
    /// Too little was seen.
    TeWeinig,
    /// No value of it gives what was counted.
    Onhaalbaar,
}

impl Reden {
    /// The reason as a word.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::NietTeZien => "niet-te-zien",
            Self::NietApart => "niet-apart",
            Self::TeWeinig => "te-weinig",
            Self::Onhaalbaar => "onhaalbaar",
        }
    }
}

/// What was counted beside what the model then expects.
#[derive(Clone, Debug, PartialEq)]
pub struct Vergelijk {
    /// What.
    pub naam: String,
    /// As it was counted.
    pub geteld: Meting,
    /// As the model has it in balance with the numbers found.
    pub model: f64,
}

/// What a calibration came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Ijking {
    /// The numbers that were found.
    pub gemeten: Vec<Gemeten>,
    /// Who is there at the start, when enough was counted.
    pub begin: Option<Begin>,
    /// What stays as it was.
    pub niet: Vec<Onbepaald>,
    /// What was counted beside what the model makes of it.
    pub vergelijk: Vec<Vergelijk>,
}

/// Rounds of coming nearer.
const RONDES: usize = 60;
/// How near the model must come to what was counted.
const NABIJ: f64 = 0.01;
/// How little a count may answer to its number: below this it says nothing of it.
const DOOF: f64 = 0.1;

fn float(count: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
    let as_float = count as f64;
    as_float
}

/// Finds the numbers that go with what was counted.
pub fn ijk(waarneming: &Waarneming) -> Ijking {
    let mut aannames = Aannames::default();
    let mut out =
        Ijking { gemeten: Vec::new(), begin: begin(waarneming), niet: buiten_beeld(), vergelijk: Vec::new() };
    let put = |out: &mut Ijking, aannames: &mut Aannames, sleutel: S, meting: Option<Meting>| match meting
        .filter(Meting::is_goed)
    {
        Some(meting) => {
            aannames.put(sleutel, meting.waarde);
            out.gemeten.push(Gemeten { sleutel, meting, bron: waarneming.bron.clone() });
        }
        None => out.niet.push(Onbepaald { namen: naam(sleutel).to_owned(), reden: Reden::TeWeinig }),
    };
    put(&mut out, &mut aannames, S::InZorg, waarneming.in_zorg);
    let prices = [S::PrijsAmbulant, S::PrijsGgz, S::PrijsVerblijf, S::PrijsCrisis];
    for (sleutel, antwoord) in prices.into_iter().zip(SOORTEN) {
        let seen = waarneming.soorten.iter().find(|one| one.antwoord == antwoord);
        put(&mut out, &mut aannames, sleutel, seen.and_then(|one| one.prijs));
    }
    // Someone who gives up after so many days in the mean does so at one over that a day.
    let patience = waarneming.afgehaakt.filter(|of| of.laag > 0.0).map(|of| Meting {
        waarde: 1.0 / of.waarde,
        laag: 1.0 / of.hoog,
        hoog: 1.0 / of.laag,
        aantal: of.aantal,
    });
    put(&mut out, &mut aannames, S::GeduldHulp, patience);
    let (mut aims, few) = doelen(waarneming);
    out.niet.extend(few.into_iter().map(|namen| Onbepaald { namen, reden: Reden::TeWeinig }));
    solve(&mut aannames, &mut aims, &mut out);
    out
}

fn naam(sleutel: S) -> &'static str {
    Grootheid::naam_of(sleutel)
}

/// Changes numbers until the model expects what was counted; an aim that cannot be reached is given up and its numbers put back.
fn solve(aannames: &mut Aannames, aims: &mut Vec<Doel<'_>>, out: &mut Ijking) {
    loop {
        for _ in 0..RONDES {
            let now = Momenten::new(aannames);
            let off: Vec<f64> = aims.iter().map(|aim| aim.geteld.waarde / aim.model(&now)).collect();
            for (aim, ratio) in aims.iter().zip(off) {
                aim.scale(aannames, libm::pow(ratio.clamp(0.25, 4.0), 0.7));
            }
        }
        let now = Momenten::new(aannames);
        let error = |aim: &Doel<'_>| (aim.model(&now) / aim.geteld.waarde - 1.0).abs();
        let worst =
            aims.iter().enumerate().map(|(nr, aim)| (nr, error(aim))).max_by(|a, b| a.1.total_cmp(&b.1));
        match worst {
            Some((nr, off)) if off > NABIJ || off.is_nan() => {
                let aim = aims.remove(nr);
                aim.reset(aannames);
                out.niet.push(Onbepaald { namen: aim.namen(), reden: Reden::Onhaalbaar });
            }
            _ => break,
        }
    }
    let now = Momenten::new(aannames);
    for aim in &*aims {
        let mut more = aannames.clone();
        aim.scale(&mut more, 1.03);
        let answer = libm::log(aim.model(&Momenten::new(&more)) / aim.model(&now)) / libm::log(1.03);
        if answer.abs() < DOOF || answer.is_nan() {
            aim.reset(aannames);
            out.niet.push(Onbepaald { namen: aim.namen(), reden: Reden::NietApart });
            continue;
        }
        out.gemeten.extend(aim.gemeten(aannames, answer));
        out.vergelijk.push(Vergelijk { naam: aim.naam.clone(), geteld: aim.geteld, model: aim.model(&now) });
    }
}

/// Who is there at the start: when it is known how many come in, and of all kinds who is there.
fn begin(waarneming: &Waarneming) -> Option<Begin> {
    let instroom = waarneming.nieuw.filter(Meting::is_goed)?;
    let of = |one: &Soortwaarneming| Aanwezig {
        antwoord: one.antwoord,
        in_hulp: one.in_hulp,
        wacht: one.wachtend,
        gewacht: one.gewacht,
    };
    let aanwezig: Vec<Aanwezig> = waarneming.soorten.iter().map(of).collect();
    (aanwezig.len() == SOORTEN.len()).then(|| Begin { bron: waarneming.bron.clone(), instroom, aanwezig })
}

/// What allocations never show.
fn buiten_beeld() -> Vec<Onbepaald> {
    let unseen = [
        "jeugd.*",
        "gebruik.*",
        "omstandigheden.*",
        "weg.school.*",
        "weg.zelf.*",
        "wijkteam.*",
        "zelf.nuldelijn",
        "nuldelijn.wijkteam",
        "huisarts.wijkteam",
        "gi.verblijf",
        "duur.nuldelijn",
        "duur.wijkteam",
        "duur.anderewet",
        "wacht.wijkteam",
        "geduld.wijkteam",
        "keten.wijkteam",
        "zonder.*",
        "duur.zonder",
        "achttien.verder",
        "anderewet.terug",
        "crisis.bezet",
        "prijs.nuldelijn",
        "prijs.wijkteam",
        "prijs.anderewet",
        "geld.*",
        "fte.*",
        "personeel.*",
        "kosten.*",
        "bouwstenen.alleen",
        "tijd.*",
        "aanzuiging",
        "LR*",
        "LB*",
    ];
    let together = ["vraag.*", "zwaarte.*", "terugval.*", "duur.tot_terugval", "groei.overig"];
    let of = |namen: &&str, reden| Onbepaald { namen: (*namen).to_owned(), reden };
    unseen
        .iter()
        .map(|namen| of(namen, Reden::NietTeZien))
        .chain(together.iter().map(|namen| of(namen, Reden::NietApart)))
        .collect()
}

#[cfg(test)]
mod tests;
