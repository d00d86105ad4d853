//! The table: a line per area and year.

use informatie::bevolking::{Gebied, Maat, Monitorrij, Waarneming};

use super::{Beeld, Keuze};
use crate::kader::Kader;

/// A line.
pub(crate) struct Rij {
    pub(super) naam: String,
    pub(super) jaar: String,
    pub(super) hulp: String,
    /// Between what the figure lies because the publisher rounds.
    pub(super) tussen: String,
    pub(super) armoede: String,
    pub(super) wonen: String,
    /// What stands beside it, in a few words each.
    pub(super) merk: String,
}

pub(super) fn rijen(k: &Kader, beeld: &Beeld<'_>, keuze: &Keuze) -> Vec<Rij> {
    let mut out = Vec::new();
    for (gebied, naam) in whole_last(keuze) {
        let mut own: Vec<_> = beeld.monitor.rijen.iter().filter(|r| r.gebied == gebied).collect();
        own.sort_by_key(|r| std::cmp::Reverse(r.jaar));
        out.extend(own.into_iter().map(|r| rij(k, r, naam)));
    }
    out
}

/// The areas by name, and then the whole of which they are parts.
pub(super) fn whole_last(keuze: &Keuze) -> impl Iterator<Item = (Gebied, &str)> {
    let whole = keuze.geheel.zip(keuze.gemeente.as_ref().map(|(_, naam)| naam.as_str()));
    keuze.gebieden.iter().map(|(g, naam)| (*g, naam.as_str())).chain(whole)
}

fn rij(k: &Kader, of: &Monitorrij<'_>, naam: &str) -> Rij {
    let (hulp, tussen) = match &of.jeugdhulp {
        Err(why) => (k.taal.tekst(why.naam()).to_owned(), String::new()),
        Ok(rate) => {
            let number = |n: f64| k.taal.decimaal(n, 0);
            let (low, high) = rate.afronding;
            let args = [("laag", number(low).into()), ("hoog", number(high).into())];
            (number(rate.per_duizend), k.tx("monitor-tussen", &args))
        }
    };
    let notes = of.kanttekeningen.iter().map(|note| k.taal.kies(note.short()));
    Rij {
        naam: naam.to_owned(),
        jaar: of.jaar.to_string(),
        hulp,
        tussen,
        armoede: waarde(k, of.armoede),
        wonen: waarde(k, of.wonen),
        merk: notes.collect::<Vec<_>>().join("; "),
    }
}

/// A figure with its unit, or that it is not there.
pub(super) fn waarde(k: &Kader, of: Option<Waarneming<'_>>) -> String {
    let Some((value, of)) = of.and_then(|w| Some((w.usable()?, w))) else {
        return k.t("monitor-geen-cijfer");
    };
    eenheid(k, of.cijfer.beschrijving().maat, value)
}

pub(crate) fn eenheid(k: &Kader, maat: Maat, value: f64) -> String {
    let number = k.taal.decimaal(value, 1);
    match maat {
        Maat::Procent => k.t1("monitor-procent", "n", number),
        Maat::DuizendEuro => k.t1("monitor-duizend-euro", "n", number),
        Maat::PerKm2 => k.t1("monitor-per-km2", "n", k.taal.decimaal(value, 0)),
        Maat::Aantal => k.taal.decimaal(value, 0),
        Maat::Gemiddelde => number,
    }
}
