//! Which products stack: the same care twice over the same time (TR302, TR386, TR410, TR361).

use std::collections::{BTreeMap, HashMap};

use crate::basis::{Datum, Product, ProductCategorie, ProductCode};

/// What decides whether two products stack.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stapelbaar<'a> {
    /// The category; none when any product may be delivered.
    categorie: Option<ProductCategorie>,
    /// The code within the category.
    code: Option<&'a str>,
    /// The first day.
    begin: Datum,
    /// The last day; that of the calendar when the end is open.
    laatste: Datum,
}

impl<'a> Stapelbaar<'a> {
    /// A product, or any product at all, in a period of which the end may be open.
    pub(crate) fn new(product: Option<&'a Product>, begin: Datum, eind: Option<Datum>) -> Self {
        Self {
            categorie: product.map(|product| product.categorie),
            code: product.and_then(|product| product.code.as_ref()).map(ProductCode::as_str),
            begin,
            laatste: eind.unwrap_or(Datum::MAX),
        }
    }
}

/// Periods, to find out which of those that begin no later than a day lasts longest: per first day the last day and the
/// place, of those that last longer than all that begin earlier.
#[derive(Default)]
struct Periodes(BTreeMap<Datum, (Datum, usize)>);

impl Periodes {
    /// The one that lasts longest among those that begin no later than the day.
    fn langste(&self, tot: Datum) -> Option<(Datum, usize)> {
        self.0.range(..=tot).next_back().map(|(_, langste)| *langste)
    }

    fn voeg_toe(&mut self, begin: Datum, laatste: Datum, plaats: usize) {
        if self.langste(begin).is_some_and(|(eerder, _)| eerder >= laatste) {
            return;
        }
        // What begins no earlier and lasts no longer is never the longest any more; each goes once.
        while let Some((later, _)) = self
            .0
            .range(begin..)
            .next()
            .filter(|(_, (ander, _))| *ander <= laatste)
            .map(|(dag, rest)| (*dag, *rest))
        {
            self.0.remove(&later);
        }
        self.0.insert(begin, (laatste, plaats));
    }
}

/// Products in their periods, each with a place, to find out whether another stacks on one of them.
///
/// Two clash when one names no product, when they share the category and one has no code, or when category and code are
/// equal; and their periods have a day in common. A period that ends before it begins is compared as the standard's rule
/// set does: begin of one with end of the other. Adding and asking take the time of looking something up.
#[derive(Default)]
pub(crate) struct Stapel<'a> {
    alle: Periodes,
    generiek: Periodes,
    per_categorie: HashMap<ProductCategorie, Periodes>,
    zonder_code: HashMap<ProductCategorie, Periodes>,
    met_code: HashMap<(ProductCategorie, &'a str), Periodes>,
}

impl<'a> Stapel<'a> {
    pub(crate) fn voeg_toe(&mut self, zorg: Stapelbaar<'a>, plaats: usize) {
        let voeg_in = |periodes: &mut Periodes| periodes.voeg_toe(zorg.begin, zorg.laatste, plaats);
        voeg_in(&mut self.alle);
        match (zorg.categorie, zorg.code) {
            (None, _) => voeg_in(&mut self.generiek),
            (Some(categorie), code) => {
                voeg_in(self.per_categorie.entry(categorie).or_default());
                match code {
                    None => voeg_in(self.zonder_code.entry(categorie).or_default()),
                    Some(code) => voeg_in(self.met_code.entry((categorie, code)).or_default()),
                }
            }
        }
    }

    /// The place of one that the product stacks on: the one that lasts longest.
    pub(crate) fn botst_met(&self, zorg: Stapelbaar<'a>) -> Option<usize> {
        let kandidaten = match (zorg.categorie, zorg.code) {
            (None, _) => [Some(&self.alle), None, None],
            (Some(categorie), None) => [Some(&self.generiek), self.per_categorie.get(&categorie), None],
            (Some(categorie), Some(code)) => [
                Some(&self.generiek),
                self.zonder_code.get(&categorie),
                self.met_code.get(&(categorie, code)),
            ],
        };
        let langsten = kandidaten.into_iter().flatten().filter_map(|periodes| periodes.langste(zorg.laatste));
        let (laatste, plaats) = langsten.max_by_key(|(laatste, _)| *laatste)?;
        (laatste >= zorg.begin).then_some(plaats)
    }
}

/// Pairs of places whose products stack: for every product that stacks on one that begins no later, one pair. The work is
/// that of sorting.
pub(crate) fn stapelingen(zorg: Vec<(usize, Stapelbaar<'_>)>) -> Vec<(usize, usize)> {
    let mut volgorde: Vec<(Datum, bool, usize, Stapelbaar<'_>)> = zorg
        .into_iter()
        .map(|(plaats, zorg)| {
            let omgekeerd = zorg.laatste < zorg.begin;
            (if omgekeerd { zorg.laatste } else { zorg.begin }, omgekeerd, plaats, zorg)
        })
        .collect();
    volgorde.sort_by_key(|(dag, omgekeerd, plaats, _)| (*dag, *omgekeerd, *plaats));
    let mut begonnen = Stapel::default();
    let mut paren = Vec::new();
    for (_, omgekeerd, plaats, zorg) in volgorde {
        if let Some(ander) = begonnen.botst_met(zorg) {
            paren.push((ander.min(plaats), ander.max(plaats)));
        }
        if !omgekeerd {
            begonnen.voeg_toe(zorg, plaats);
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
        product && een.laatste >= ander.begin && ander.laatste >= een.begin
    }

    prop_compose! {
        fn zorg()(
            categorie in prop::option::of(prop::sample::select(vec!["45", "46"])),
            code in prop::option::of(prop::sample::select(vec!["A", "B"])),
            begin in 1_i8..20, eind in prop::option::of(1_i8..20),
        ) -> Stapelbaar<'static> {
            let dag = |dag| Datum::constant(2026, 5, dag);
            let categorie = categorie.map(|code| ProductCategorie::parse(code).unwrap());
            let laatste = eind.map_or(Datum::MAX, dag);
            Stapelbaar { categorie, code: categorie.and(code), begin: dag(begin), laatste }
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

        #[test]
        fn a_product_stacks_on_an_earlier_one_in_whatever_order(lijst in prop::collection::vec(zorg(), 0..9)) {
            let mut stapel = Stapel::default();
            for (plaats, zorg) in lijst.iter().enumerate() {
                let eerder = lijst.iter().take(plaats).any(|ander| botst(ander, zorg));
                let gevonden = stapel.botst_met(*zorg);
                prop_assert_eq!(gevonden.is_some(), eerder);
                prop_assert!(gevonden.is_none_or(|ander| botst(&lijst[ander], zorg)));
                stapel.voeg_toe(*zorg, plaats);
            }
        }
    }
}
