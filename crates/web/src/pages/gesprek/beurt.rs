//! One turn of a conversation: a message in sentences, with its receipt folded in.

use ijw::{Berichttype, Veld};
use register::beeld::{BerichtStand, GesprekRegel};
use stelsel::Onderdeel;

use super::declaraties::{self, Declaraties};
use crate::adres::Pad;
use crate::inhoud::{Verandering, stukken};
use crate::kader::Kader;
use crate::mis::{self, Mis};
use crate::woorden;

/// Who talk with each other.
pub(crate) struct Partijen {
    pub(crate) gemeente: String,
    pub(crate) aanbieder: String,
}

impl Partijen {
    /// Who sends messages of a kind, and the side on which it stands.
    fn spreker(&self, soort: Berichttype) -> (&str, &'static str) {
        if woorden::van_gemeente(soort) {
            (&self.gemeente, "gemeente")
        } else {
            (&self.aanbieder, "aanbieder")
        }
    }
}

/// A message, or the claims that follow each other.
pub(crate) struct Beurt {
    /// The side.
    pub(crate) klasse: &'static str,
    pub(crate) kop: String,
    pub(crate) dag: String,
    pub(crate) zinnen: Vec<String>,
    pub(crate) declaraties: Option<Declaraties>,
    pub(crate) ontvangst: Option<Ontvangst>,
    /// Who can mend it.
    pub(crate) afzender: String,
    pub(crate) velden: Vec<Veld>,
    /// What the fold with all its elements is called.
    pub(crate) vouw: String,
    /// The message, for who may open it.
    pub(crate) naar: Option<String>,
}

/// What the other side answered to a message.
pub(crate) struct Ontvangst {
    pub(crate) woord: String,
    /// When it was answered.
    pub(crate) dag: Option<String>,
    pub(crate) klasse: &'static str,
    pub(crate) mis: Vec<Mis>,
}

/// A message with the answers to it.
pub(super) struct Paar<'a> {
    pub(super) regel: &'a GesprekRegel,
    pub(super) antwoorden: Vec<&'a GesprekRegel>,
}

/// The turns, oldest first: receipts in what they answer, claims that follow each other in one.
pub(crate) fn beurten(k: &Kader, wie: &Partijen, lines: &[GesprekRegel]) -> Vec<Beurt> {
    let mut pairs: Vec<Paar<'_>> = Vec::new();
    for line in lines {
        let over = line.regel.antwoord_op;
        match pairs.iter_mut().rev().find(|pair| over == Some(pair.regel.regel.id)) {
            Some(pair) => pair.antwoorden.push(line),
            None => pairs.push(Paar { regel: line, antwoorden: Vec::new() }),
        }
    }
    // As people would tell it: by the day on the message. What came in at one moment, in the order in which it follows.
    pairs.sort_by_key(|pair| {
        let regel = &pair.regel.regel;
        (regel.dagtekening, regel.ontvangen, volgorde(regel.soort), regel.id)
    });
    pairs
        .chunk_by(|a, b| is_claim(a) && is_claim(b))
        .filter_map(|chunk| match chunk {
            [first, ..] if is_claim(first) => Some(declaraties::beurt(k, wie, chunk)),
            [one] => Some(beurt(k, wie, one)),
            _ => None,
        })
        .collect()
}

const fn volgorde(soort: Berichttype) -> u8 {
    use Berichttype as B;
    match soort {
        B::Jw315 | B::Jw317 => 0,
        B::Jw319 => 1,
        B::Jw301 => 2,
        B::Jw305 => 3,
        B::Jw307 => 4,
        _ => 5,
    }
}

fn is_claim(pair: &Paar<'_>) -> bool {
    pair.regel.regel.soort == Berichttype::Jw323
}

fn beurt(k: &Kader, wie: &Partijen, pair: &Paar<'_>) -> Beurt {
    let regel = &pair.regel.regel;
    let (naam, klasse) = wie.spreker(regel.soort);
    let pieces = stukken(&pair.regel.velden);
    let change = pieces.first().map_or(Verandering::Geen, |piece| piece.verandering());
    Beurt {
        klasse,
        kop: k.t1(doet(regel.soort, change), "wie", naam),
        dag: k.datum(regel.dagtekening),
        zinnen: pieces.into_iter().flat_map(|piece| piece.zinnen(k)).collect(),
        declaraties: None,
        ontvangst: ontvangst(k, pair),
        afzender: naam.to_owned(),
        velden: pair.regel.velden.clone(),
        vouw: k.t1("beurt-velden", "soort", regel.soort.naam()),
        naar: naar(k, pair),
    }
}

/// Where the message can be read, for who may.
pub(super) fn naar(k: &Kader, pair: &Paar<'_>) -> Option<String> {
    k.mag(Onderdeel::Bericht).then(|| Pad::Bericht(pair.regel.regel.id).to_string())
}

pub(super) fn claimant(wie: &Partijen) -> (&str, &'static str) {
    wie.spreker(Berichttype::Jw323)
}

/// What someone does with a message of a kind.
const fn doet(soort: Berichttype, change: Verandering) -> &'static str {
    use Berichttype as B;
    match (soort, change) {
        (B::Jw301, Verandering::Geen) => "doet-toewijzen",
        (B::Jw301, Verandering::Gewijzigd) => "doet-toewijzing-wijzigen",
        (B::Jw301, Verandering::Ingetrokken) => "doet-toewijzing-intrekken",
        (B::Jw305, _) => "doet-starten",
        (B::Jw307, _) => "doet-stoppen",
        (B::Jw315, _) => "doet-vragen",
        (B::Jw317, _) => "doet-wijziging-vragen",
        (B::Jw319, _) => "doet-antwoorden",
        (B::Jw323, _) => "doet-declareren",
        // The answer to a message that is not in the conversation.
        _ => "doet-bevestigen",
    }
}

/// What became of a message at the other side.
pub(super) fn ontvangst(k: &Kader, pair: &Paar<'_>) -> Option<Ontvangst> {
    let found = mis::van_bevindingen(k, &pair.regel.bevindingen);
    let told = || pair.antwoorden.iter().flat_map(|answer| mis::van_retourcodes(k, &answer.velden)).collect();
    let mis: Vec<Mis> = if found.is_empty() { told() } else { found };
    let day = pair.antwoorden.first().map(|answer| k.datum(answer.regel.dagtekening));
    let refused = pair.regel.regel.stand != BerichtStand::Telt;
    let (key, klasse) = match (refused, mis.is_empty(), day.is_some()) {
        (true, ..) => ("ontvangst-niet-in-orde", "warm"),
        (false, false, _) => ("ontvangst-deels", "warm"),
        (false, true, true) => ("ontvangst-in-orde", "groen"),
        (false, true, false) => return None,
    };
    Some(Ontvangst { woord: k.t(key), dag: day, klasse, mis })
}
