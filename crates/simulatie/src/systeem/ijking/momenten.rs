//! What the model expects to be counted in balance, in the terms in which a region counts.

use super::super::aanname::Aannames;
use super::super::delen::{Antwoord, GROEPEN, HULPGROEPEN, Weg};
use super::super::evenwicht::{Stromen, stromen, wacht};
use super::super::opbouw::vragen;
use super::super::tabel::Sleutel as S;
use super::super::wegen::duur;
use super::{SOORTEN, Soortwaarneming};

/// What the model expects.
#[derive(Clone, Debug)]
pub(super) struct Momenten {
    aannames: Aannames,
    /// Of all questions, of those by general practitioner, of those by a certified institution.
    alle: Stromen,
    huisarts: Stromen,
    gi: Stromen,
}

impl Momenten {
    pub(super) fn new(aannames: &Aannames) -> Self {
        let asked = vragen(aannames);
        let by =
            |weg: Weg| -> Vec<_> { asked.iter().filter(|(bron, ..)| bron.weg == weg).copied().collect() };
        Self {
            aannames: aannames.clone(),
            alle: stromen(aannames, &asked),
            huisarts: stromen(aannames, &by(Weg::Huisarts)),
            gi: stromen(aannames, &by(Weg::Gi)),
        }
    }

    fn over(&self, antwoord: Antwoord, what: impl Fn(usize) -> f64) -> f64 {
        let begun = |groep: usize| self.alle.begonnen(groep, antwoord);
        let all: f64 = (0..GROEPEN).map(begun).sum();
        (0..GROEPEN).map(|groep| begun(groep) * what(groep)).sum::<f64>() / all
    }

    /// Mean time of help.
    pub(super) fn duur(&self, antwoord: Antwoord) -> f64 {
        self.over(antwoord, |groep| duur(&self.aannames, groep, antwoord))
    }

    /// Its deviation divided by its mean, groups together.
    pub(super) fn spreiding(&self, antwoord: Antwoord) -> f64 {
        let cv = self.aannames.get(S::Spreiding);
        let mean = self.duur(antwoord);
        let square = self.over(antwoord, |groep| {
            let own = duur(&self.aannames, groep, antwoord);
            own * own * (1.0 + cv * cv)
        });
        (square / (mean * mean) - 1.0).max(0.0).sqrt()
    }

    /// The same over kinds, weighed by how many ends were seen.
    pub(super) fn spreiding_samen(&self, soorten: &[Soortwaarneming]) -> f64 {
        let seen = || soorten.iter().filter_map(|one| Some((one, one.spreiding?)));
        let weight: f64 = seen().map(|(_, of)| super::float(of.aantal)).sum();
        seen().map(|(one, of)| self.spreiding(one.antwoord) * super::float(of.aantal)).sum::<f64>() / weight
    }

    /// Mean wait of help that begins.
    pub(super) fn wacht(&self, antwoord: Antwoord) -> f64 {
        self.over(antwoord, |groep| wacht(&self.aannames, groep, antwoord))
    }

    /// Of help that ends, how many go on to another kind.
    pub(super) fn overgang(&self, van: Antwoord, naar: Antwoord) -> f64 {
        let begun: f64 = (0..GROEPEN).map(|groep| self.alle.begonnen(groep, van)).sum();
        let on = (0..GROEPEN).map(|groep| self.alle.over(groep, van, groep, naar));
        on.sum::<f64>() / begun
    }

    /// Of what comes into youth help, the part that comes into a kind.
    pub(super) fn deel(&self, antwoord: Antwoord) -> f64 {
        from_outside(&self.alle, |_, one| one == antwoord) / from_outside(&self.alle, |_, _| true)
    }

    /// Of what comes into youth help, the part of youths from twelve years.
    pub(super) fn ouder(&self) -> f64 {
        from_outside(&self.alle, |groep, _| groep >= HULPGROEPEN) / from_outside(&self.alle, |_, _| true)
    }

    /// The part that came in by general practitioner.
    pub(super) fn huisarts(&self) -> f64 {
        from_outside(&self.huisarts, |_, _| true) / from_outside(&self.alle, |_, _| true)
    }

    /// The part that came in by a certified institution.
    pub(super) fn gi(&self) -> f64 {
        from_outside(&self.gi, |_, _| true) / from_outside(&self.alle, |_, _| true)
    }
}

fn from_outside(flows: &Stromen, holds: impl Fn(usize, Antwoord) -> bool) -> f64 {
    let all = SOORTEN.iter().flat_map(|antwoord| (0..GROEPEN).map(move |groep| (groep, *antwoord)));
    all.filter(|(groep, one)| holds(*groep, *one)).map(|(groep, one)| flows.van_buiten(groep, one)).sum()
}
