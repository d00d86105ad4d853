//! What is chosen: levers, money, prices, places, and which loops play.

use super::delen::{ANTWOORDEN, Antwoord, Bouwsteen, Lus};

/// Something that is built up: how far in the end, from when, over how many years.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hefboom {
    /// From 0, as it is now, to 1, in full.
    pub niveau: f64,
    /// Years after the start.
    pub vanaf: f64,
    /// Years until it is there; 0: at once.
    pub opbouw: f64,
}

impl Hefboom {
    /// How far it is after so many years.
    pub fn at(&self, jaar: f64) -> f64 {
        let since = jaar - self.vanaf;
        if since < 0.0 {
            0.0
        } else if since >= self.opbouw {
            self.niveau
        } else {
            self.niveau * since / self.opbouw
        }
    }
}

/// Something that is larger or smaller during some years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deel {
    /// Of which answer; none: of all.
    pub antwoord: Option<Antwoord>,
    /// Years after the start.
    pub vanaf: f64,
    /// Until so many years after the start.
    pub tot: f64,
    /// Times what it would be.
    pub factor: f64,
}

/// A choice to try. The default is *doorgaan zoals nu*: going on as now.
#[derive(Clone, Debug, PartialEq)]
pub struct Keuze {
    /// The five building blocks, in the order of [`Bouwsteen`].
    pub bouwstenen: [Hefboom; 5],
    /// How sharply the Jeugdwet is bounded off from other laws.
    pub afbakening: Hefboom,
    /// The budget of youth help.
    pub begroting: Vec<Deel>,
    /// The price of a day of help, and with it what staff earns.
    pub tarief: Vec<Deel>,
    /// Places, over and above what money and staff give.
    pub plaatsen: Vec<Deel>,
    /// New systems, in years after the start.
    pub stelselwijziging: Vec<f64>,
    /// Per loop of [`Lus`] whether it plays.
    pub lussen: [bool; 11],
}

impl Default for Keuze {
    fn default() -> Self {
        Self {
            bouwstenen: [Hefboom::default(); 5],
            afbakening: Hefboom::default(),
            begroting: Vec::new(),
            tarief: Vec::new(),
            plaatsen: Vec::new(),
            stelselwijziging: Vec::new(),
            lussen: [true; 11],
        }
    }
}

fn product(delen: &[Deel], jaar: f64, holds: impl Fn(&Deel) -> bool) -> f64 {
    delen
        .iter()
        .filter(|deel| holds(deel) && deel.vanaf <= jaar && jaar < deel.tot)
        .map(|deel| deel.factor)
        .product()
}

impl Keuze {
    /// How far the building blocks are.
    pub(super) fn niveaus(&self, jaar: f64) -> [f64; 5] {
        self.bouwstenen.map(|hefboom| hefboom.at(jaar))
    }

    pub(super) fn begroting(&self, jaar: f64) -> f64 {
        product(&self.begroting, jaar, |_| true)
    }

    pub(super) fn tarief(&self, jaar: f64) -> [f64; ANTWOORDEN] {
        per_antwoord(&self.tarief, jaar)
    }

    pub(super) fn plaatsen(&self, jaar: f64) -> [f64; ANTWOORDEN] {
        per_antwoord(&self.plaatsen, jaar)
    }

    pub(super) fn speelt(&self, lus: Lus) -> bool {
        self.lussen.get(lus.place()).copied().unwrap_or(true)
    }

    /// Whether a new system begins within a step that starts at `jaar` and lasts `stap`.
    pub(super) fn wijzigt(&self, jaar: f64, stap: f64) -> bool {
        self.stelselwijziging.iter().any(|when| (jaar..jaar + stap).contains(when))
    }

    /// The same with a building block at another level.
    #[must_use]
    pub fn with(mut self, bouwsteen: Bouwsteen, hefboom: Hefboom) -> Self {
        if let Some(place) = self.bouwstenen.get_mut(bouwsteen.place()) {
            *place = hefboom;
        }
        self
    }

    /// The same without a loop.
    #[must_use]
    pub fn without(mut self, lus: Lus) -> Self {
        if let Some(place) = self.lussen.get_mut(lus.place()) {
            *place = false;
        }
        self
    }

    /// Only less money or fewer places, and no building block: what the seeds say does not transform (C18).
    pub fn is_bezuiniging(&self) -> bool {
        let less = |delen: &[Deel]| delen.iter().any(|deel| deel.factor < 1.0);
        let none = self.bouwstenen.iter().all(|hefboom| hefboom.niveau <= 0.0);
        none && (less(&self.begroting) || less(&self.plaatsen))
    }

    /// Some building blocks and not all five (C100).
    pub fn is_deel(&self) -> bool {
        let there = self.bouwstenen.iter().filter(|hefboom| hefboom.niveau > 0.0).count();
        there > 0 && there < self.bouwstenen.len()
    }

    /// *Doorgaan zoals nu* in the world of this choice: the same loops play.
    #[must_use]
    pub fn zoals_nu(&self) -> Self {
        Self { lussen: self.lussen, ..Self::default() }
    }
}

/// Per answer all that holds for it or for all.
fn per_antwoord(delen: &[Deel], jaar: f64) -> [f64; ANTWOORDEN] {
    let mut all = [1.0; ANTWOORDEN];
    for (factor, antwoord) in all.iter_mut().zip(Antwoord::ALL) {
        *factor = product(delen, jaar, |deel| deel.antwoord.is_none_or(|one| one == *antwoord));
    }
    all
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "these values come through unchanged")]

    use super::*;

    #[test]
    fn levers_are_built_up() {
        let hefboom = Hefboom { niveau: 0.8, vanaf: 2.0, opbouw: 4.0 };
        let at: Vec<f64> = [0.0, 1.9, 2.0, 4.0, 6.0, 20.0].map(|jaar| hefboom.at(jaar)).into();
        assert_eq!(at, [0.0, 0.0, 0.0, 0.4, 0.8, 0.8]);
        assert_eq!(Hefboom { opbouw: 0.0, ..hefboom }.at(2.0), 0.8);
    }

    #[test]
    fn parts_hold_for_their_years_and_answers() {
        let hefboom = |niveau| Hefboom { niveau, ..Hefboom::default() };
        let deel = |antwoord, vanaf, tot, factor| Deel { antwoord, vanaf, tot, factor };
        let keuze = Keuze {
            tarief: vec![deel(None, 1.0, 3.0, 1.1), deel(Some(Antwoord::Ggz), 2.0, 9.0, 2.0)],
            stelselwijziging: vec![2.5],
            ..Keuze::default()
        };
        assert_eq!(keuze.tarief(0.0), [1.0; ANTWOORDEN]);
        assert_eq!(keuze.tarief(2.0)[Antwoord::Ggz.place()], 2.2);
        assert_eq!(keuze.tarief(2.0)[Antwoord::Verblijf.place()], 1.1);
        assert_eq!(keuze.tarief(3.0)[Antwoord::Verblijf.place()], 1.0);
        assert!(keuze.wijzigt(2.45, 0.1) && !keuze.wijzigt(2.6, 0.1));
        assert!(!keuze.clone().without(Lus::LR4).speelt(Lus::LR4) && keuze.speelt(Lus::LR4));
        assert_eq!(keuze.zoals_nu(), Keuze::default());
        let cut = Keuze { begroting: vec![deel(None, 0.0, 9.0, 0.9)], ..Keuze::default() };
        assert!(cut.is_bezuiniging() && !keuze.is_bezuiniging() && !cut.is_deel());
        let one = cut.with(Bouwsteen::Inzicht, hefboom(1.0));
        assert!(!one.is_bezuiniging() && one.is_deel());
        assert!(!Keuze { bouwstenen: [hefboom(0.5); 5], ..Keuze::default() }.is_deel());
    }
}
