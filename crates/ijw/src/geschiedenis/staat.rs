//! The rows between one municipality and one provider, and how they come and go.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;

use crate::basis::{
    BurgerServicenummer, Datum, DeclaratieNummer, IdentificatieBericht, Nummer, Referentie, ReferentieNummer,
    ReferentieTekst,
};
use crate::berichttype::Berichttype;
use crate::historie::{Antwoord, Declaratie, Levering, Leverlijn, Prestatie, Toewijzing, Verzoek};

/// What is known of one message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Stuk {
    /// Where the rows of the message are; none when only its retour has come in.
    pub(super) sporen: Option<Vec<Spoor>>,
    /// What the other party answered.
    pub(super) uitslag: Uitslag,
}

impl Stuk {
    /// Whether the Identificatie is used: the message came in, or it was rejected. A good answer that is ahead of its
    /// message does not stand in the way of it.
    pub(super) fn is_gebruikt(&self) -> bool {
        self.sporen.is_some() || self.uitslag == Uitslag::Afgekeurd
    }
}

/// What was answered to a message, from good to bad.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Uitslag {
    /// Nothing yet.
    #[default]
    Open,
    /// Nothing was wrong.
    Goed,
    /// These lines of a declaration were rejected.
    Deels(HashSet<Regelsleutel>),
    /// The message counts as not sent.
    Afgekeurd,
}

/// What tells the lines of one declaration apart: the client, and both numbers. The number alone may stand on two lines, as
/// on a claim and on what takes another one back.
pub(super) type Regelsleutel = (BurgerServicenummer, Referentie);

/// Where a claim is, in the order in which claims with the same number are looked for: the allocation, and within it as the
/// claims are ordered.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Claimplaats {
    pub(super) toewijzing: Nummer,
    begin: Datum,
    bericht: IdentificatieBericht,
    bsn: BurgerServicenummer,
}

impl Claimplaats {
    fn van(rij: &Prestatie) -> Self {
        Self {
            toewijzing: rij.regel.toewijzing_nummer,
            begin: rij.regel.product_periode.begindatum,
            bericht: rij.bericht.clone(),
            bsn: rij.bsn.clone(),
        }
    }

    fn volgorde(&self) -> impl Ord + '_ {
        (self.toewijzing, self.begin, self.bericht.as_str(), self.bsn.as_str())
    }

    /// The first claim here with this number, among those on the allocation.
    pub(super) fn zoek<'a>(
        &self,
        rijen: &'a [Prestatie],
        nummer: &ReferentieNummer,
    ) -> Option<&'a Prestatie> {
        let sleutel = (self.begin, self.bericht.as_str(), nummer.as_str(), self.bsn.as_str());
        rijen
            .get(rijen.partition_point(|rij| rij.volgorde() < sleutel))
            .filter(|rij| nummer_van(rij) == nummer)
    }
}

/// Under which key a message has rows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Spoor {
    Toewijzing(Nummer, BurgerServicenummer),
    Levering(BurgerServicenummer, Leverlijn),
    Verzoek(ReferentieTekst, BurgerServicenummer),
    Antwoord(ReferentieTekst),
    Declaratie(DeclaratieNummer),
    Prestatie(Nummer),
}

/// What went between one municipality and one provider. Lists are in an order of their own, so that the order of arrival
/// leaves no trace, and no key is kept for an empty list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Staat {
    pub(super) berichten: HashMap<(Berichttype, IdentificatieBericht), Stuk>,
    pub(super) toewijzingen: HashMap<Nummer, Vec<Toewijzing>>,
    pub(super) toewijzingen_van: HashMap<BurgerServicenummer, Vec<Nummer>>,
    pub(super) toewijzingen_op: HashMap<ReferentieTekst, Vec<Nummer>>,
    pub(super) leveringen: HashMap<BurgerServicenummer, HashMap<Leverlijn, Vec<Levering>>>,
    pub(super) verzoeken: HashMap<ReferentieTekst, Vec<Verzoek>>,
    pub(super) verzoeken_van: HashMap<BurgerServicenummer, Vec<ReferentieTekst>>,
    pub(super) antwoorden: HashMap<ReferentieTekst, Vec<Antwoord>>,
    pub(super) prestaties: HashMap<Nummer, Vec<Prestatie>>,
    /// Where the claims with a number are.
    pub(super) prestatie_op: HashMap<ReferentieNummer, Vec<Claimplaats>>,
    pub(super) declaraties: HashMap<DeclaratieNummer, Vec<Declaratie>>,
    /// How many declarations there are per period.
    pub(super) periodes: BTreeMap<Datum, usize>,
}

/// Puts a row where it belongs by its order.
fn voeg_in<T>(rijen: &mut Vec<T>, rij: T, niet_na: impl Fn(&T, &T) -> bool) {
    let plaats = rijen.partition_point(|ander| niet_na(ander, &rij));
    rijen.insert(plaats, rij);
}

/// Keeps a value once in a list in order.
fn voeg_eenmaal_in<K: Hash + Eq, T: PartialEq>(
    kaart: &mut HashMap<K, Vec<T>>,
    sleutel: K,
    waarde: T,
    niet_na: impl Fn(&T, &T) -> bool,
) {
    let rijen = kaart.entry(sleutel).or_default();
    if !rijen.contains(&waarde) {
        voeg_in(rijen, waarde, niet_na);
    }
}

/// Takes rows away, and the key with the last of them.
fn verwijder<K: Hash + Eq, T>(kaart: &mut HashMap<K, Vec<T>>, sleutel: &K, weg: impl Fn(&T) -> bool) {
    if let Some(rijen) = kaart.get_mut(sleutel) {
        rijen.retain(|rij| !weg(rij));
        if rijen.is_empty() {
            kaart.remove(sleutel);
        }
    }
}

impl Staat {
    pub(super) fn toewijzing(&mut self, rij: Toewijzing) -> Spoor {
        let (nummer, bsn) = (rij.nummer, rij.bsn.clone());
        voeg_eenmaal_in(&mut self.toewijzingen_van, bsn.clone(), nummer, |een, ander| een <= ander);
        if let Some(referentie) = rij.referentie.clone() {
            voeg_eenmaal_in(&mut self.toewijzingen_op, referentie, nummer, |een, ander| een <= ander);
        }
        voeg_in(self.toewijzingen.entry(nummer).or_default(), rij, |een, ander| {
            een.volgorde() <= ander.volgorde()
        });
        Spoor::Toewijzing(nummer, bsn)
    }

    pub(super) fn levering(&mut self, bsn: &BurgerServicenummer, lijn: Leverlijn, rij: Levering) -> Spoor {
        let lijnen = self.leveringen.entry(bsn.clone()).or_default();
        voeg_in(lijnen.entry(lijn.clone()).or_default(), rij, |een, ander| {
            een.volgorde() <= ander.volgorde()
        });
        Spoor::Levering(bsn.clone(), lijn)
    }

    pub(super) fn verzoek(&mut self, rij: Verzoek) -> Spoor {
        let (referentie, bsn) = (rij.referentie.clone(), rij.bsn.clone());
        voeg_eenmaal_in(&mut self.verzoeken_van, bsn.clone(), referentie.clone(), |een, ander| {
            een.as_str() <= ander.as_str()
        });
        let volgorde = |rij: &Verzoek| (rij.verzonden, rij.wijziging);
        voeg_in(self.verzoeken.entry(referentie.clone()).or_default(), rij, |een, ander| {
            (volgorde(een), een.bericht.as_str()) <= (volgorde(ander), ander.bericht.as_str())
        });
        Spoor::Verzoek(referentie, bsn)
    }

    pub(super) fn antwoord(&mut self, referentie: ReferentieTekst, rij: Antwoord) -> Spoor {
        voeg_in(self.antwoorden.entry(referentie.clone()).or_default(), rij, |een, ander| {
            een.bericht.as_str() <= ander.bericht.as_str()
        });
        Spoor::Antwoord(referentie)
    }

    pub(super) fn declaratie(&mut self, rij: Declaratie) -> Spoor {
        let nummer = rij.nummer.clone();
        *self.periodes.entry(rij.periode).or_default() += 1;
        voeg_in(self.declaraties.entry(nummer.clone()).or_default(), rij, |een, ander| {
            een.bericht.identificatie.as_str() <= ander.bericht.identificatie.as_str()
        });
        Spoor::Declaratie(nummer)
    }

    pub(super) fn prestatie(&mut self, rij: Prestatie) -> Spoor {
        let nummer = rij.regel.toewijzing_nummer;
        let referentie = nummer_van(&rij).clone();
        voeg_eenmaal_in(&mut self.prestatie_op, referentie, Claimplaats::van(&rij), |een, ander| {
            een.volgorde() <= ander.volgorde()
        });
        voeg_in(self.prestaties.entry(nummer).or_default(), rij, |een, ander| {
            een.volgorde() <= ander.volgorde()
        });
        Spoor::Prestatie(nummer)
    }

    /// Takes the rows of a message away that a trace leads to.
    pub(super) fn vergeet(
        &mut self,
        berichttype: Berichttype,
        bericht: &IdentificatieBericht,
        spoor: &Spoor,
    ) {
        match spoor {
            Spoor::Toewijzing(nummer, bsn) => self.vergeet_toewijzing(*nummer, bsn, bericht),
            Spoor::Levering(bsn, lijn) => {
                let stop = berichttype == Berichttype::Jw307;
                let weg = |rij: &Levering| rij.bericht == *bericht && rij.stop.is_some() == stop;
                if let Some(lijnen) = self.leveringen.get_mut(bsn) {
                    verwijder(lijnen, lijn, weg);
                    if lijnen.is_empty() {
                        self.leveringen.remove(bsn);
                    }
                }
            }
            Spoor::Verzoek(referentie, bsn) => {
                let wijziging = berichttype == Berichttype::Jw317;
                verwijder(&mut self.verzoeken, referentie, |rij| {
                    rij.bericht == *bericht && rij.wijziging == wijziging
                });
                let over = self.verzoeken.get(referentie);
                if !over.into_iter().flatten().any(|rij| rij.bsn == *bsn) {
                    verwijder(&mut self.verzoeken_van, bsn, |ander| ander == referentie);
                }
            }
            Spoor::Antwoord(referentie) => {
                verwijder(&mut self.antwoorden, referentie, |rij| rij.bericht == *bericht);
            }
            Spoor::Declaratie(nummer) => self.vergeet_declaratie(nummer, bericht),
            Spoor::Prestatie(nummer) => self.vergeet_prestaties(*nummer, |rij| rij.bericht == *bericht),
        }
    }

    fn vergeet_toewijzing(
        &mut self,
        nummer: Nummer,
        bsn: &BurgerServicenummer,
        bericht: &IdentificatieBericht,
    ) {
        let rijen = self.toewijzingen.get(&nummer).into_iter().flatten();
        let referenties: Vec<ReferentieTekst> =
            rijen.filter(|rij| rij.bericht == *bericht).filter_map(|rij| rij.referentie.clone()).collect();
        verwijder(&mut self.toewijzingen, &nummer, |rij| rij.bericht == *bericht);
        let over = self.toewijzingen.get(&nummer).map(Vec::as_slice).unwrap_or_default();
        if !over.iter().any(|rij| rij.bsn == *bsn) {
            verwijder(&mut self.toewijzingen_van, bsn, |ander| *ander == nummer);
        }
        for referentie in referenties {
            if !over.iter().any(|rij| rij.referentie.as_ref() == Some(&referentie)) {
                verwijder(&mut self.toewijzingen_op, &referentie, |ander| *ander == nummer);
            }
        }
    }

    fn vergeet_declaratie(&mut self, nummer: &DeclaratieNummer, bericht: &IdentificatieBericht) {
        let rijen = self.declaraties.get(nummer).into_iter().flatten();
        for rij in rijen.filter(|rij| rij.bericht.identificatie == *bericht) {
            if let Some(aantal) = self.periodes.get_mut(&rij.periode) {
                *aantal -= 1;
            }
        }
        self.periodes.retain(|_, aantal| *aantal > 0);
        verwijder(&mut self.declaraties, nummer, |rij| rij.bericht.identificatie == *bericht);
    }

    /// Takes claims on an allocation away.
    pub(super) fn vergeet_prestaties(&mut self, toewijzing: Nummer, weg: impl Fn(&Prestatie) -> bool) {
        let rijen = self.prestaties.get(&toewijzing).into_iter().flatten();
        let gegaan: Vec<(ReferentieNummer, Claimplaats)> = rijen
            .filter(|rij| weg(rij))
            .map(|rij| (nummer_van(rij).clone(), Claimplaats::van(rij)))
            .collect();
        if gegaan.is_empty() {
            return;
        }
        verwijder(&mut self.prestaties, &toewijzing, weg);
        let rijen = self.prestaties.get(&toewijzing).into_iter().flatten();
        let over: HashSet<(&ReferentieNummer, Claimplaats)> =
            rijen.map(|rij| (nummer_van(rij), Claimplaats::van(rij))).collect();
        for (referentie, plaats) in gegaan {
            if !over.contains(&(&referentie, plaats.clone())) {
                verwijder(&mut self.prestatie_op, &referentie, |ander| *ander == plaats);
            }
        }
    }
}

/// The number of a claim.
pub(super) fn nummer_van(rij: &Prestatie) -> &ReferentieNummer {
    &rij.regel.product_referentie.referentie_nummer
}
