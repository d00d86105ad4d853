//! From a snapshot to the model: the table of `informatie` in the words of `simulatie`. The two rooms do not know each other.

use informatie::waarneming::{self, Regiowaarneming, Soort};
use simulatie::systeem::ijking::{Soortwaarneming, Waarneming};
use simulatie::systeem::{Antwoord, Meting};

/// The station of a kind of help.
pub const fn antwoord(soort: Soort) -> Antwoord {
    match soort {
        Soort::Ambulant => Antwoord::Ambulant,
        Soort::Ggz => Antwoord::Ggz,
        Soort::Verblijf => Antwoord::Verblijf,
        Soort::Crisis => Antwoord::Crisis,
    }
}

fn meting(of: waarneming::Meting) -> Meting {
    Meting { waarde: of.waarde, laag: of.laag, hoog: of.hoog, aantal: of.aantal }
}

#[expect(clippy::cast_precision_loss, reason = "counts of people lie far below 2^53")]
pub(crate) const fn float(count: u64) -> f64 {
    count as f64
}

/// What was counted, for the model to be set by.
pub fn waarneming(van: &Regiowaarneming) -> Waarneming {
    let soort = |one: &waarneming::Soortwaarneming| Soortwaarneming {
        antwoord: antwoord(one.soort),
        deel: one.deel.map(meting),
        in_hulp: one.in_hulp,
        wachtend: float(one.wachtend),
        gewacht: one.wacht_tot_nu,
        wacht: one.wacht.map(meting),
        duur: one.verblijftijd.map(meting),
        spreiding: one.duur.as_ref().map(|duur| meting(duur.spreiding)),
        prijs: one.prijs.map(meting),
    };
    Waarneming {
        bron: format!("eigen regio, momentopname {}, tot en met {}", van.momentopname, van.tot),
        in_zorg: van.in_zorg.map(meting),
        nieuw: van.nieuw.map(meting),
        ouder: van.ouder.map(meting),
        weg_huisarts: van.weg_huisarts.map(meting),
        weg_gi: van.weg_gi.map(meting),
        afgehaakt: van.afgehaakt.map(meting),
        soorten: van.soorten.iter().map(soort).collect(),
        overgangen: van
            .overgangen
            .iter()
            .map(|one| (antwoord(one.van), antwoord(one.naar), meting(one.deel)))
            .collect(),
    }
}

#[cfg(test)]
mod tests;
