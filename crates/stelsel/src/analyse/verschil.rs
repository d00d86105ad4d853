//! What differs between two versions, word by word.

use super::{Afspraak, Alinea, Analyse, Deel};
use crate::plan::Woorden;

/// More comparisons than this are not made: the text is then shown as gone and come.
const MOST: usize = 1_000_000;

/// A piece of a text in two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stuk {
    /// In both.
    Gelijk(String),
    /// Only in the earlier.
    Weg(String),
    /// Only in the later.
    Erbij(String),
}

/// What became of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aard {
    /// It came.
    Nieuw,
    /// It went.
    Weg,
    /// It says something else.
    Anders,
}

/// A field of a part that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Veldverschil {
    /// Its word.
    pub veld: &'static str,
    /// The text of both versions.
    pub stukken: Vec<Stuk>,
}

/// A part that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verschil {
    /// Its number; 0 for what the document is.
    pub nr: u32,
    /// The part of the document; none for an agreement and for what the document is.
    pub deel: Option<Deel>,
    /// What became of it.
    pub aard: Aard,
    /// Its fields that differ.
    pub velden: Vec<Veldverschil>,
}

type Velden = Vec<(&'static str, String)>;

/// What differs between an earlier and a later version, in the order of the later.
pub fn verschil(oud: &Analyse, nieuw: &Analyse) -> Vec<Verschil> {
    let mut out = Vec::new();
    let kop = |of: &Analyse| -> Velden {
        let k = &of.kop;
        vec![
            ("titel", k.titel.to_string()),
            ("gebied", k.gebied.to_string()),
            ("gedeeld", k.gedeeld.join(", ")),
        ]
    };
    out.extend(one(0, None, Some(kop(oud)), Some(kop(nieuw))));
    for deel in Deel::ALL {
        let old = |nr| oud.alinea(nr).map(|punt| of_alinea(&punt.wat));
        let there = nieuw.alineas.iter().filter(|punt| punt.wat.deel == *deel);
        out.extend(
            there.filter_map(|punt| one(punt.nr, Some(*deel), old(punt.nr), Some(of_alinea(&punt.wat)))),
        );
        let gone =
            oud.alineas.iter().filter(|punt| punt.wat.deel == *deel && nieuw.alinea(punt.nr).is_none());
        out.extend(gone.filter_map(|punt| one(punt.nr, Some(*deel), Some(of_alinea(&punt.wat)), None)));
    }
    let old = |nr| oud.afspraak(nr).map(|punt| of_afspraak(&punt.wat));
    let now = |nr| nieuw.afspraak(nr).map(|punt| of_afspraak(&punt.wat));
    let gone = oud.afspraken.iter().filter(|punt| nieuw.afspraak(punt.nr).is_none());
    let numbers = nieuw.afspraken.iter().chain(gone).map(|punt| punt.nr);
    out.extend(numbers.filter_map(|nr| one(nr, None, old(nr), now(nr))));
    out
}

fn of_alinea(of: &Alinea) -> Velden {
    let mut out = vec![("tekst", of.tekst.to_string())];
    if let Some(found) = &of.vindplaats {
        let place = [&found.momentopname, &found.indicator, &found.gebied].map(Woorden::as_str);
        out.push(("vindplaats", place.join(" · ")));
    }
    out
}

fn of_afspraak(of: &Afspraak) -> Velden {
    let mut out = vec![
        ("wat", of.wat.to_string()),
        ("wie", of.wie.to_string()),
        ("hoeveel", of.hoeveel.to_string()),
        ("tot", of.tot.to_string()),
        ("kijk", of.kijk.map(|day| day.to_string()).unwrap_or_default()),
    ];
    let told: Vec<String> =
        of.momenten.iter().map(|m| format!("{} {}: {}", m.dag, m.stand.key(), m.kwam)).collect();
    out.push(("kwam", told.join("\n")));
    out
}

fn one(nr: u32, deel: Option<Deel>, old: Option<Velden>, new: Option<Velden>) -> Option<Verschil> {
    let aard = match (&old, &new) {
        (None, _) => Aard::Nieuw,
        (_, None) => Aard::Weg,
        _ => Aard::Anders,
    };
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let mut names: Vec<&'static str> = new.iter().map(|(veld, _)| *veld).collect();
    names.extend(old.iter().map(|(veld, _)| *veld).filter(|veld| !new.iter().any(|(n, _)| n == veld)));
    let text =
        |of: &Velden, veld| of.iter().find(|(n, _)| *n == veld).map(|(_, t)| t.clone()).unwrap_or_default();
    let velden: Vec<Veldverschil> = names
        .into_iter()
        .map(|veld| (veld, text(&old, veld), text(&new, veld)))
        .filter(|(_, then, now)| then != now)
        .map(|(veld, then, now)| Veldverschil { veld, stukken: woordverschil(&then, &now) })
        .collect();
    (!velden.is_empty()).then_some(Verschil { nr, deel, aard, velden })
}

/// Words, the space between them and signs, each by itself.
fn split(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = |c: char| (c.is_whitespace(), c.is_alphanumeric());
        let end = rest.find(|c| kind(c) != kind(first)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        out.push(piece);
        rest = after;
    }
    out
}

/// Two texts as pieces: those of the earlier and those of the later each come back whole.
pub fn woordverschil(oud: &str, nieuw: &str) -> Vec<Stuk> {
    let (old, new) = (split(oud), split(nieuw));
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let head = old.iter().zip(&new).take_while(same).count();
    let room = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(room).take_while(same).count();
    let middle = |of: &[&str]| -> Vec<String> {
        of.get(head..of.len() - tail).unwrap_or_default().iter().map(|s| (*s).to_owned()).collect()
    };
    let mut out = Vec::new();
    add(&mut out, Stuk::Gelijk(old.get(..head).unwrap_or_default().concat()));
    let (then, now) = (middle(&old), middle(&new));
    if then.len().saturating_mul(now.len()) > MOST {
        add(&mut out, Stuk::Weg(then.concat()));
        add(&mut out, Stuk::Erbij(now.concat()));
    } else {
        common(&then, &now, &mut out);
    }
    add(&mut out, Stuk::Gelijk(old.get(old.len() - tail..).unwrap_or_default().concat()));
    out
}

/// Adds a piece to those of the same kind before it.
fn add(out: &mut Vec<Stuk>, stuk: Stuk) {
    match (out.last_mut(), &stuk) {
        (_, Stuk::Gelijk(t) | Stuk::Weg(t) | Stuk::Erbij(t)) if t.is_empty() => {}
        (Some(Stuk::Gelijk(before)), Stuk::Gelijk(t))
        | (Some(Stuk::Weg(before)), Stuk::Weg(t))
        | (Some(Stuk::Erbij(before)), Stuk::Erbij(t)) => before.push_str(t),
        _ => out.push(stuk),
    }
}

/// The longest common subsequence, by the table of its lengths.
fn common(then: &[String], now: &[String], out: &mut Vec<Stuk>) {
    let wide = now.len() + 1;
    let mut table = vec![0_u32; (then.len() + 1) * wide];
    let at = |table: &[u32], i: usize, j: usize| table.get(i * wide + j).copied().unwrap_or_default();
    for (i, one) in then.iter().enumerate().rev() {
        for (j, other) in now.iter().enumerate().rev() {
            let best = if one == other {
                at(&table, i + 1, j + 1) + 1
            } else {
                at(&table, i + 1, j).max(at(&table, i, j + 1))
            };
            if let Some(cell) = table.get_mut(i * wide + j) {
                *cell = best;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    loop {
        match (then.get(i), now.get(j)) {
            (Some(one), Some(other)) if one == other => {
                add(out, Stuk::Gelijk(one.clone()));
                (i, j) = (i + 1, j + 1);
            }
            (Some(one), other) if other.is_none() || at(&table, i + 1, j) >= at(&table, i, j + 1) => {
                add(out, Stuk::Weg(one.clone()));
                i += 1;
            }
            (_, Some(other)) => {
                add(out, Stuk::Erbij(other.clone()));
                j += 1;
            }
            _ => break,
        }
    }
}
