//! A history in memory.

mod opname;
mod staat;

use std::collections::HashMap;

use crate::basis::{
    BurgerServicenummer, Datum, DeclaratieNummer, IdentificatieBericht, Nummer, ReferentieNummer,
    ReferentieTekst,
};
use crate::bericht::Bericht;
use crate::berichttype::Berichttype;
use crate::historie::{
    Antwoord, Declaratie, Historie, Keten, Levering, Leverlijn, Leverstaat, Prestatie, Toewijzing, Verzoek,
};
use staat::{Staat, Stuk};

/// The history of one party in memory: what it sent and received, as far as it was not rejected.
///
/// It is fed with the messages of both directions, retour messages and JW325s included. Neither order nor repetition
/// matters: the same messages give the same history, however they come in (OP080). A rejecting retour makes the message
/// that it answers count as not sent, and a JW325 does so with a declaration or with the lines that it rejects; only the
/// Identificatie stays used (TR056). A retour with code 9056 is about a repetition, and says nothing about the message that
/// bore the Identificatie first.
///
/// Nothing is judged here: what [`beoordeel`](crate::beoordeel) finds faulty should not be fed, or be followed by its retour.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Geschiedenis {
    ketens: HashMap<Keten, Staat>,
}

impl Geschiedenis {
    /// A history in which nothing has happened yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a message in that was sent or received.
    pub fn neem_op(&mut self, bericht: &Bericht) {
        self.ketens.entry(Keten::of(bericht)).or_default().neem_op(bericht);
    }

    /// Where the delivery to a client stands on a line of care.
    pub fn leverstaat(&self, keten: &Keten, bsn: &BurgerServicenummer, lijn: &Leverlijn) -> Leverstaat {
        Leverstaat::na(self.leveringen(keten, bsn, lijn))
    }

    fn staat(&self, keten: &Keten) -> Option<&Staat> {
        self.ketens.get(keten)
    }
}

/// What a map holds for a key, or nothing.
fn rijen<'a, K: std::hash::Hash + Eq, T>(kaart: Option<&'a HashMap<K, Vec<T>>>, sleutel: &K) -> &'a [T] {
    kaart.and_then(|kaart| kaart.get(sleutel)).map(Vec::as_slice).unwrap_or_default()
}

impl Historie for Geschiedenis {
    fn identificatie_gebruikt(
        &self,
        keten: &Keten,
        berichttype: Berichttype,
        identificatie: &IdentificatieBericht,
    ) -> bool {
        let sleutel = (berichttype, identificatie.clone());
        self.staat(keten).is_some_and(|staat| staat.berichten.get(&sleutel).is_some_and(Stuk::is_gebruikt))
    }

    fn client_bekend(&self, keten: &Keten, bsn: &BurgerServicenummer) -> bool {
        self.staat(keten).is_some_and(|staat| {
            staat.toewijzingen_van.contains_key(bsn)
                || staat.verzoeken_van.contains_key(bsn)
                || staat.leveringen.contains_key(bsn)
        })
    }

    fn toewijzing(&self, keten: &Keten, nummer: Nummer) -> &[Toewijzing] {
        rijen(self.staat(keten).map(|staat| &staat.toewijzingen), &nummer)
    }

    fn toewijzingen_van(&self, keten: &Keten, bsn: &BurgerServicenummer) -> &[Nummer] {
        rijen(self.staat(keten).map(|staat| &staat.toewijzingen_van), bsn)
    }

    fn toewijzingen_op(&self, keten: &Keten, referentie: &ReferentieTekst) -> &[Nummer] {
        rijen(self.staat(keten).map(|staat| &staat.toewijzingen_op), referentie)
    }

    fn leveringen(&self, keten: &Keten, bsn: &BurgerServicenummer, lijn: &Leverlijn) -> &[Levering] {
        rijen(self.staat(keten).and_then(|staat| staat.leveringen.get(bsn)), lijn)
    }

    fn verzoek(&self, keten: &Keten, referentie: &ReferentieTekst) -> Option<&Verzoek> {
        rijen(self.staat(keten).map(|staat| &staat.verzoeken), referentie).first()
    }

    fn verzoeken_van(&self, keten: &Keten, bsn: &BurgerServicenummer) -> &[ReferentieTekst] {
        rijen(self.staat(keten).map(|staat| &staat.verzoeken_van), bsn)
    }

    fn antwoorden(&self, keten: &Keten, referentie: &ReferentieTekst) -> &[Antwoord] {
        rijen(self.staat(keten).map(|staat| &staat.antwoorden), referentie)
    }

    fn prestaties_op(&self, keten: &Keten, toewijzing: Nummer) -> &[Prestatie] {
        rijen(self.staat(keten).map(|staat| &staat.prestaties), &toewijzing)
    }

    fn prestatie(&self, keten: &Keten, referentie: &ReferentieNummer) -> Option<&Prestatie> {
        let plaats = rijen(self.staat(keten).map(|staat| &staat.prestatie_op), referentie).first()?;
        plaats.zoek(self.prestaties_op(keten, plaats.toewijzing), referentie)
    }

    fn declaratie(&self, keten: &Keten, nummer: &DeclaratieNummer) -> Option<&Declaratie> {
        rijen(self.staat(keten).map(|staat| &staat.declaraties), nummer).first()
    }

    fn laatste_periode(&self, keten: &Keten) -> Option<Datum> {
        self.staat(keten)?.periodes.keys().next_back().copied()
    }
}
