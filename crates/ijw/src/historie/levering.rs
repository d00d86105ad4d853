//! Starts and stops: where the delivery of care stands.

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

    /// Whether two lines have the same key, given that they are of one client and one line of care.
    pub(crate) fn zelfde_sleutel(&self, ander: &Self) -> bool {
        self.product == ander.product && self.begindatum == ander.begindatum && self.stop == ander.stop
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

/// The starts and stops that hold: those that were sent and not withdrawn.
///
/// A withdrawal takes away a line with the same key, whichever came in first (OP080), so that only how often each was sent
/// matters.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lijnstand<'a> {
    geldig: Vec<&'a Levering>,
}

impl<'a> Lijnstand<'a> {
    pub(crate) fn new(rijen: &'a [Levering]) -> Self {
        let mut stand = Self { geldig: rijen.iter().filter(|rij| !rij.verwijdering).collect() };
        for rij in rijen.iter().filter(|rij| rij.verwijdering) {
            stand.verwijder(rij);
        }
        stand
    }

    /// Whether a line with this key holds.
    pub(crate) fn heeft(&self, rij: &Levering) -> bool {
        self.geldig.iter().any(|ander| ander.zelfde_sleutel(rij))
    }

    pub(crate) fn voeg_toe(&mut self, rij: &'a Levering) {
        self.geldig.push(rij);
    }

    pub(crate) fn verwijder(&mut self, rij: &Levering) {
        if let Some(plaats) = self.geldig.iter().position(|ander| ander.zelfde_sleutel(rij)) {
            self.geldig.swap_remove(plaats);
        }
    }

    fn starts(&self) -> impl Iterator<Item = &'a Levering> {
        self.geldig.iter().copied().filter(|rij| rij.stop.is_none())
    }

    /// The stops on the same client, line of care and first day.
    pub(crate) fn stops_op(&self, begindatum: Datum) -> impl Iterator<Item = Stop> {
        self.geldig.iter().filter(move |rij| rij.begindatum == begindatum).filter_map(|rij| rij.stop)
    }

    /// Whether a start runs that was not stopped.
    pub(crate) fn loopt(&self) -> bool {
        self.starts().any(|start| self.stops_op(start.begindatum).next().is_none())
    }

    /// Whether a stop has a start to point to: one with the same key that is not followed by a later one, or that was never
    /// stopped (OP072).
    pub(crate) fn heeft_start_voor(&self, stop: &Levering) -> bool {
        let bestaat =
            self.starts().any(|start| start.begindatum == stop.begindatum && start.product == stop.product);
        let later = self.starts().any(|start| start.begindatum > stop.begindatum);
        let beeindigd = self.stops_op(stop.begindatum).any(|stop| !stop.is_tijdelijk());
        let gestopt = self.stops_op(stop.begindatum).next().is_some();
        bestaat && (!gestopt || beeindigd || !later)
    }

    /// Where the delivery stands.
    pub(crate) fn staat(&self) -> Leverstaat {
        let Some(laatste) = self.starts().map(|start| start.begindatum).max() else {
            return Leverstaat::Geen;
        };
        if self.loopt() {
            Leverstaat::Loopt
        } else if self.stops_op(laatste).any(|stop| !stop.is_tijdelijk()) {
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
