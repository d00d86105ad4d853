//! Which products stack: the same care twice over the same time (TR302, TR386, TR410, TR361).

use std::collections::HashMap;

use crate::basis::{Datum, ProductCategorie};

/// What decides whether two products stack.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stapelbaar<'a> {
    /// The category; none when any product may be delivered.
    pub(crate) categorie: Option<ProductCategorie>,
    /// The code within the category.
    pub(crate) code: Option<&'a str>,
    /// The first day.
    pub(crate) begin: Datum,
    /// The last day; none when the end is open.
    pub(crate) eind: Option<Datum>,
}

impl Stapelbaar<'_> {
    fn laatste(&self) -> Datum {
        self.eind.unwrap_or(Datum::MAX)
    }
}

/// The one that lasts longest among those that began: its last day and its place.
type Langste = Option<(Datum, usize)>;

/// Those that have begun, by what they clash with.
#[derive(Default)]
struct Begonnen<'a> {
    alle: Langste,
    generiek: Langste,
    per_categorie: HashMap<ProductCategorie, Langste>,
    zonder_code: HashMap<ProductCategorie, Langste>,
    met_code: HashMap<(ProductCategorie, &'a str), Langste>,
}

fn neem(langste: &mut Langste, laatste: Datum, plaats: usize) {
    if langste.is_none_or(|(eerder, _)| laatste > eerder) {
        *langste = Some((laatste, plaats));
    }
}

impl<'a> Begonnen<'a> {
    fn voeg_toe(&mut self, zorg: &Stapelbaar<'a>, plaats: usize) {
        let laatste = zorg.laatste();
        neem(&mut self.alle, laatste, plaats);
        match (zorg.categorie, zorg.code) {
            (None, _) => neem(&mut self.generiek, laatste, plaats),
            (Some(categorie), code) => {
                neem(self.per_categorie.entry(categorie).or_default(), laatste, plaats);
                match code {
                    None => neem(self.zonder_code.entry(categorie).or_default(), laatste, plaats),
                    Some(code) => neem(self.met_code.entry((categorie, code)).or_default(), laatste, plaats),
                }
            }
        }
    }

    /// One of those that clash with this product and last until its first day at least.
    fn botst_met(&self, zorg: &Stapelbaar<'a>) -> Option<usize> {
        let kandidaten = match (zorg.categorie, zorg.code) {
            (None, _) => [self.alle, None, None],
            (Some(categorie), None) => {
                [self.generiek, self.per_categorie.get(&categorie).copied().flatten(), None]
            }
            (Some(categorie), Some(code)) => [
                self.generiek,
                self.zonder_code.get(&categorie).copied().flatten(),
                self.met_code.get(&(categorie, code)).copied().flatten(),
            ],
        };
        let (laatste, plaats) = kandidaten.into_iter().flatten().max_by_key(|(laatste, _)| *laatste)?;
        (laatste >= zorg.begin).then_some(plaats)
    }
}

/// Pairs of places whose products stack: for every product that stacks on one that begins no later, one pair.
///
/// Two clash when one names no product, when they share the category and one has no code, or when category and code are
/// equal; and their periods have a day in common. A period that ends before it begins is compared as the standard's rule
/// set does: begin of one with end of the other. The work is that of sorting.
pub(crate) fn stapelingen(zorg: Vec<(usize, Stapelbaar<'_>)>) -> Vec<(usize, usize)> {
    let mut volgorde: Vec<(Datum, bool, usize, Stapelbaar<'_>)> = zorg
        .into_iter()
        .map(|(plaats, zorg)| {
            let omgekeerd = zorg.laatste() < zorg.begin;
            (if omgekeerd { zorg.laatste() } else { zorg.begin }, omgekeerd, plaats, zorg)
        })
        .collect();
    volgorde.sort_by_key(|(dag, omgekeerd, plaats, _)| (*dag, *omgekeerd, *plaats));
    let mut begonnen = Begonnen::default();
    let mut paren = Vec::new();
    for (_, omgekeerd, plaats, zorg) in volgorde {
        if let Some(ander) = begonnen.botst_met(&zorg) {
            paren.push((ander.min(plaats), ander.max(plaats)));
        }
        if !omgekeerd {
            begonnen.voeg_toe(&zorg, plaats);
        }
    }
    paren
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The rule as it is written, pair by pair.
    fn botst(een: &Stapelbaar<'_>, ander: &Stapelbaar<'_>) -> bool {
        let product = match (een.categorie, ander.categorie) {
            (None, _) | (_, None) => true,
            (Some(a), Some(b)) => {
                a == b && (een.code.is_none() || ander.code.is_none() || een.code == ander.code)
            }
        };
        product && een.laatste() >= ander.begin && ander.laatste() >= een.begin
    }

    prop_compose! {
        fn zorg()(
            categorie in prop::option::of(prop::sample::select(vec!["45", "46"])),
            code in prop::option::of(prop::sample::select(vec!["A", "B"])),
            begin in 1_i8..20, eind in prop::option::of(1_i8..20),
        ) -> Stapelbaar<'static> {
            let dag = |dag| Datum::constant(2026, 5, dag);
            let categorie = categorie.map(|code| ProductCategorie::parse(code).unwrap());
            Stapelbaar { categorie, code: categorie.and(code), begin: dag(begin), eind: eind.map(dag) }
        }
    }

    proptest! {
        #[test]
        fn a_product_is_told_exactly_when_it_stacks(lijst in prop::collection::vec(zorg(), 0..7)) {
            let paren = stapelingen(lijst.iter().copied().enumerate().collect());
            for (a, b) in &paren {
                prop_assert!(botst(&lijst[*a], &lijst[*b]), "{a} {b}");
            }
            let ergens = lijst.iter().enumerate().any(|(a, een)| {
                lijst.iter().enumerate().any(|(b, ander)| a < b && botst(een, ander))
            });
            prop_assert_eq!(ergens, !paren.is_empty());
        }
    }
}
