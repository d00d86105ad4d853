//! Starts and stops: where the delivery of care stands.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::basis::{
    Datum, IdentificatieBericht, Nummer, Product, ProductCategorie, ProductCode, RedenBeeindiging,
    StatusAanlevering,
};
use crate::{jw305, jw307};

/// The care that starts and stops belong to: an allocation, or a product when there is no allocation (taakgericht).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Leverlijn {
    /// An allocation.
    Toewijzing(Nummer),
    /// A product without an allocation.
    Product(ProductCategorie, Option<ProductCode>),
    /// Neither was named.
    Geen,
}

impl Leverlijn {
    /// The line of care that a start or stop names.
    pub fn new(toewijzing: Option<Nummer>, product: Option<&Product>) -> Self {
        match (toewijzing, product) {
            (Some(nummer), _) => Self::Toewijzing(nummer),
            (None, Some(product)) => Self::Product(product.categorie, product.code.clone()),
            (None, None) => Self::Geen,
        }
    }
}

/// How a delivery ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stop {
    /// Why.
    pub reden: RedenBeeindiging,
    /// The last day.
    pub einddatum: Datum,
}

impl Stop {
    /// The delivery only paused.
    pub const TIJDELIJK: RedenBeeindiging = RedenBeeindiging::constant("20");

    /// Whether the delivery only paused.
    pub fn is_tijdelijk(self) -> bool {
        self.reden == Self::TIJDELIJK
    }
}

/// A line of a JW305 or JW307.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levering {
    /// The Identificatie of the message.
    pub bericht: IdentificatieBericht,
    /// The product that it names.
    pub product: Option<Product>,
    /// The first day of the delivery.
    pub begindatum: Datum,
    /// How the delivery ended; none for a start.
    pub stop: Option<Stop>,
    /// Whether the line withdraws an earlier one with the same key (StatusAanlevering 3).
    pub verwijdering: bool,
}

impl Levering {
    /// The line withdraws an earlier one.
    pub(crate) const VERWIJDEREN: StatusAanlevering = StatusAanlevering::constant("3");

    /// The row of a line of a JW305.
    pub(crate) fn start(bericht: &jw305::Bericht, regel: &jw305::StartProduct) -> Self {
        Self {
            bericht: bericht.header.bericht_identificatie.identificatie.clone(),
            product: regel.product.clone(),
            begindatum: regel.begindatum,
            stop: None,
            verwijdering: regel.status_aanlevering == Self::VERWIJDEREN,
        }
    }

    /// The row of a line of a JW307.
    pub(crate) fn stop(bericht: &jw307::Bericht, regel: &jw307::StopProduct) -> Self {
        Self {
            bericht: bericht.header.bericht_identificatie.identificatie.clone(),
            product: regel.product.clone(),
            begindatum: regel.begindatum,
            stop: Some(Stop { reden: regel.reden_beeindiging, einddatum: regel.einddatum }),
            verwijdering: regel.status_aanlevering == Self::VERWIJDEREN,
        }
    }

    fn sleutel(&self) -> Sleutel<'_> {
        (&self.product, self.begindatum, self.stop)
    }

    /// What lines are ordered by, so that a history does not depend on the order of arrival.
    pub(crate) fn volgorde(&self) -> impl Ord + '_ {
        let stop = self.stop.map(|stop| (stop.einddatum, stop.reden));
        (self.begindatum, stop, self.verwijdering, self.bericht.as_str())
    }
}

/// Where the delivery on a line of care stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leverstaat {
    /// It never began, or the start was withdrawn.
    Geen,
    /// It runs.
    Loopt,
    /// It paused.
    Onderbroken,
    /// It ended.
    Beeindigd,
}

/// What makes two lines of one client and one line of care the same: product, first day, and how it ended.
type Sleutel<'a> = (&'a Option<Product>, Datum, Option<Stop>);

/// The starts and stops that hold: those that were sent and not withdrawn.
///
/// A withdrawal takes away a line with the same key, whichever came in first (OP080), so that only how often each was sent
/// matters. Every question is answered without going through the lines: a message may hold very many.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lijnstand<'a> {
    /// How often each line holds.
    geldig: HashMap<Sleutel<'a>, usize>,
    /// How many starts there are per first day.
    starts: BTreeMap<Datum, usize>,
    /// How many stops there are per first day, by whether they only pause, and last day.
    stops: BTreeMap<(Datum, bool, Datum), usize>,
    /// The first days on which a start was not stopped.
    lopend: HashSet<Datum>,
}

fn tel_bij<K: Ord>(telling: &mut BTreeMap<K, usize>, sleutel: K) {
    *telling.entry(sleutel).or_default() += 1;
}

fn tel_af<K: Ord>(telling: &mut BTreeMap<K, usize>, sleutel: &K) {
    if let Some(aantal) = telling.get_mut(sleutel) {
        *aantal -= 1;
        if *aantal == 0 {
            telling.remove(sleutel);
        }
    }
}

impl<'a> Lijnstand<'a> {
    pub(crate) fn new(rijen: &'a [Levering]) -> Self {
        let mut stand = Self::default();
        for rij in rijen.iter().filter(|rij| !rij.verwijdering) {
            stand.voeg_toe(rij);
        }
        for rij in rijen.iter().filter(|rij| rij.verwijdering) {
            stand.verwijder(rij);
        }
        stand
    }

    /// Whether a line with this key holds.
    pub(crate) fn heeft(&self, rij: &Levering) -> bool {
        self.geldig.contains_key(&rij.sleutel())
    }

    pub(crate) fn voeg_toe(&mut self, rij: &'a Levering) {
        *self.geldig.entry(rij.sleutel()).or_default() += 1;
        match rij.stop {
            None => tel_bij(&mut self.starts, rij.begindatum),
            Some(stop) => {
                tel_bij(&mut self.stops, (rij.begindatum, stop.is_tijdelijk(), stop.einddatum));
            }
        }
        self.herzie(rij.begindatum);
    }

    /// Takes a line with the same key away, if there is one.
    pub(crate) fn verwijder(&mut self, rij: &'a Levering) {
        let Entry::Occupied(mut geldig) = self.geldig.entry(rij.sleutel()) else { return };
        *geldig.get_mut() -= 1;
        if *geldig.get() == 0 {
            geldig.remove();
        }
        match rij.stop {
            None => tel_af(&mut self.starts, &rij.begindatum),
            Some(stop) => {
                tel_af(&mut self.stops, &(rij.begindatum, stop.is_tijdelijk(), stop.einddatum));
            }
        }
        self.herzie(rij.begindatum);
    }

    fn herzie(&mut self, begindatum: Datum) {
        if self.starts.contains_key(&begindatum) && !self.is_gestopt(begindatum) {
            self.lopend.insert(begindatum);
        } else {
            self.lopend.remove(&begindatum);
        }
    }

    /// The latest last day of the stops on this first day that only pause, or of those that do not.
    fn laatste_stop(&self, begindatum: Datum, tijdelijk: bool) -> Option<Datum> {
        let bereik = (begindatum, tijdelijk, Datum::MIN)..=(begindatum, tijdelijk, Datum::MAX);
        self.stops.range(bereik).next_back().map(|((_, _, einddatum), _)| *einddatum)
    }

    /// Whether there is a stop on this first day.
    pub(crate) fn is_gestopt(&self, begindatum: Datum) -> bool {
        self.laatste_einddatum(begindatum).is_some()
    }

    /// Whether what began on this day was paused.
    pub(crate) fn is_onderbroken(&self, begindatum: Datum) -> bool {
        self.laatste_stop(begindatum, true).is_some()
    }

    /// Whether what began on this day ended for good.
    pub(crate) fn is_beeindigd(&self, begindatum: Datum) -> bool {
        self.laatste_stop(begindatum, false).is_some()
    }

    /// The latest last day of the stops on this first day.
    pub(crate) fn laatste_einddatum(&self, begindatum: Datum) -> Option<Datum> {
        self.laatste_stop(begindatum, true).max(self.laatste_stop(begindatum, false))
    }

    /// Whether a start runs that was not stopped.
    pub(crate) fn loopt(&self) -> bool {
        !self.lopend.is_empty()
    }

    fn laatste_start(&self) -> Option<Datum> {
        self.starts.last_key_value().map(|(begindatum, _)| *begindatum)
    }

    /// Whether a stop has a start to point to: one with the same key that is not followed by a later one, or that was never
    /// stopped (OP072).
    pub(crate) fn heeft_start_voor(&self, stop: &Levering) -> bool {
        let begindatum = stop.begindatum;
        let bestaat = self.geldig.contains_key(&(&stop.product, begindatum, None));
        let later = self.laatste_start().is_some_and(|start| start > begindatum);
        bestaat && (!self.is_gestopt(begindatum) || self.is_beeindigd(begindatum) || !later)
    }

    /// Where the delivery stands.
    pub(crate) fn staat(&self) -> Leverstaat {
        let Some(laatste) = self.laatste_start() else {
            return Leverstaat::Geen;
        };
        if self.loopt() {
            Leverstaat::Loopt
        } else if self.is_beeindigd(laatste) {
            Leverstaat::Beeindigd
        } else {
            Leverstaat::Onderbroken
        }
    }
}

impl Leverstaat {
    /// Where the delivery stands after the lines of one client on one line of care.
    pub fn na(rijen: &[Levering]) -> Self {
        Lijnstand::new(rijen).staat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const fn dag(dag: i8) -> Datum {
        Datum::constant(2026, 5, dag)
    }

    prop_compose! {
        /// Lines that are often alike; more of them are sent than withdrawn.
        fn levering()(
            code in prop::option::of(prop::sample::select(vec!["A", "B"])),
            begin in 1_i8..4,
            stop in prop::option::of((prop::sample::select(vec!["20", "31", "32"]), 4_i8..7)),
            verwijdering in prop::bool::weighted(0.3),
        ) -> Levering {
            let product = code.map(|code| Product {
                categorie: ProductCategorie::constant("45"),
                code: ProductCode::parse(code).ok(),
            });
            let stop = stop.map(|(reden, einde)| Stop {
                reden: RedenBeeindiging::parse(reden).unwrap(),
                einddatum: dag(einde),
            });
            let bericht = IdentificatieBericht::parse("B").unwrap();
            Levering { bericht, product, begindatum: dag(begin), stop, verwijdering }
        }
    }

    proptest! {
        /// Every question, against going through the lines that hold.
        #[test]
        fn the_state_of_a_line_of_care_is_that_of_its_lines(
            rijen in prop::collection::vec(levering(), 0..9), later in prop::collection::vec(levering(), 0..9),
        ) {
            let mut stand = Lijnstand::new(&rijen);
            let (weg, mut geldig): (Vec<&Levering>, Vec<&Levering>) =
                rijen.iter().partition(|rij| rij.verwijdering);
            let neem_weg = |geldig: &mut Vec<&Levering>, rij: &Levering| {
                if let Some(plaats) = geldig.iter().position(|ander| ander.sleutel() == rij.sleutel()) {
                    geldig.swap_remove(plaats);
                }
            };
            for rij in weg {
                neem_weg(&mut geldig, rij);
            }
            for rij in &later {
                let begindatum = rij.begindatum;
                let starts = || geldig.iter().filter(|rij| rij.stop.is_none());
                let stops_op = |begindatum| {
                    geldig.iter().filter(move |rij| rij.begindatum == begindatum).filter_map(|rij| rij.stop)
                };
                let gestopt = stops_op(begindatum).next().is_some();
                let beeindigd = stops_op(begindatum).any(|stop| !stop.is_tijdelijk());
                prop_assert_eq!(stand.heeft(rij), geldig.iter().any(|ander| ander.sleutel() == rij.sleutel()));
                prop_assert_eq!(stand.is_gestopt(begindatum), gestopt);
                prop_assert_eq!(stand.is_beeindigd(begindatum), beeindigd);
                prop_assert_eq!(stand.is_onderbroken(begindatum), stops_op(begindatum).any(Stop::is_tijdelijk));
                let laatste = stops_op(begindatum).map(|stop| stop.einddatum).max();
                prop_assert_eq!(stand.laatste_einddatum(begindatum), laatste);
                prop_assert_eq!(stand.loopt(), starts().any(|start| stops_op(start.begindatum).next().is_none()));
                let bestaat = starts()
                    .any(|start| start.begindatum == begindatum && start.product == rij.product);
                let later = starts().any(|start| start.begindatum > begindatum);
                prop_assert_eq!(stand.heeft_start_voor(rij), bestaat && (!gestopt || beeindigd || !later));
                if rij.verwijdering {
                    stand.verwijder(rij);
                    neem_weg(&mut geldig, rij);
                } else {
                    stand.voeg_toe(rij);
                    geldig.push(rij);
                }
            }
        }
    }
}
