//! What was exchanged before, fetched for one message: by its numbers, references and citizen service numbers.

mod ophalen;
mod rijen;

use std::collections::{HashMap, HashSet};

use ijw::basis::{
    BurgerServicenummer, Datum, DeclaratieNummer, IdentificatieBericht, Nummer, ReferentieNummer,
    ReferentieTekst,
};
use ijw::historie::{
    Antwoord, Declaratie, Historie, Keten, Levering, Leverlijn, Prestatie, Toewijzing, Verzoek,
};
use ijw::{Bericht as Ijw, Berichttype};

use crate::Fout;
use crate::db::Verbinding;
use crate::intake::Kop;
use ophalen::Ophalen;

/// What was exchanged before that matters for one message.
#[derive(Default)]
pub(crate) struct Voorgeschiedenis {
    identificatie_gebruikt: bool,
    clienten: HashSet<BurgerServicenummer>,
    toewijzingen: HashMap<Nummer, Vec<Toewijzing>>,
    van_client: HashMap<BurgerServicenummer, Vec<Nummer>>,
    op_referentie: HashMap<ReferentieTekst, Vec<Nummer>>,
    leveringen: HashMap<(BurgerServicenummer, Leverlijn), Vec<Levering>>,
    verzoeken: HashMap<ReferentieTekst, Verzoek>,
    verzoeken_van: HashMap<BurgerServicenummer, Vec<ReferentieTekst>>,
    antwoorden: HashMap<ReferentieTekst, Vec<Antwoord>>,
    prestaties_op: HashMap<Nummer, Vec<Prestatie>>,
    prestaties: HashMap<ReferentieNummer, Prestatie>,
    declaraties: HashMap<DeclaratieNummer, Declaratie>,
    laatste_periode: Option<Datum>,
}

/// Fetches what matters for granting a request: all that was allocated to the client, and the request itself.
pub(super) fn for_grant(
    db: &mut Verbinding,
    gemeente: i64,
    aanbieder: i64,
    bericht: &Ijw,
) -> Result<Voorgeschiedenis, Fout> {
    let mut known = Voorgeschiedenis::default();
    let bsn = match bericht {
        Ijw::Jw315(inner) => &inner.client.bsn,
        Ijw::Jw317(inner) => &inner.client.bsn,
        _ => return Ok(known),
    };
    Ophalen { db, gemeente, aanbieder, known: &mut known }.allocations_of(bsn)?;
    Ok(known)
}

/// Fetches what matters for allocating something to a client: all that was allocated to them before.
pub(super) fn for_allocation(
    db: &mut Verbinding,
    gemeente: i64,
    aanbieder: i64,
    bsn: &BurgerServicenummer,
) -> Result<Voorgeschiedenis, Fout> {
    let mut known = Voorgeschiedenis::default();
    Ophalen { db, gemeente, aanbieder, known: &mut known }.allocations_of(bsn)?;
    Ok(known)
}

/// Fetches what matters for judging a message.
pub(super) fn fetch(
    db: &mut Verbinding,
    kop: &Kop,
    bericht: &Ijw,
    used: bool,
) -> Result<Voorgeschiedenis, Fout> {
    let mut known = Voorgeschiedenis { identificatie_gebruikt: used, ..Voorgeschiedenis::default() };
    let mut fetch = Ophalen { db, gemeente: kop.gemeente, aanbieder: kop.aanbieder, known: &mut known };
    match bericht {
        Ijw::Jw305(inner) => {
            fetch.client(&inner.client.bsn)?;
            let lines = &inner.client.start_producten;
            fetch.allocations(lines.iter().filter_map(|line| line.toewijzing_nummer))?;
            fetch.deliveries(&inner.client.bsn)?;
        }
        Ijw::Jw307(inner) => {
            fetch.client(&inner.client.bsn)?;
            let lines = &inner.client.stop_producten;
            fetch.allocations(lines.iter().filter_map(|line| line.toewijzing_nummer))?;
            fetch.deliveries(&inner.client.bsn)?;
        }
        Ijw::Jw315(inner) => {
            let asked = &inner.client.aangevraagde_producten;
            fetch.client(&inner.client.bsn)?;
            fetch.requests(&inner.client.bsn, asked.iter().map(|product| &product.referentie_aanbieder))?;
        }
        Ijw::Jw317(inner) => {
            let asked = &inner.client.verzoek;
            fetch.client(&inner.client.bsn)?;
            fetch.allocations_of(&inner.client.bsn)?;
            let kept = asked.ongewijzigde_producten.iter().flatten().map(|product| product.toewijzing_nummer);
            let changed =
                asked.te_wijzigen_producten.iter().flatten().map(|product| product.toewijzing_nummer);
            fetch.allocations(kept.chain(changed))?;
            fetch.requests(&inner.client.bsn, std::iter::once(&asked.referentie_aanbieder))?;
        }
        Ijw::Jw323(inner) => fetch.declaration(&inner.declaratie)?,
        _ => {}
    }
    Ok(known)
}

/// The rows of a key, or none.
fn rows<'a, K: std::hash::Hash + Eq, T>(map: &'a HashMap<K, Vec<T>>, key: &K) -> &'a [T] {
    map.get(key).map(Vec::as_slice).unwrap_or_default()
}

impl Historie for Voorgeschiedenis {
    fn identificatie_gebruikt(&self, _: &Keten, _: Berichttype, _: &IdentificatieBericht) -> bool {
        self.identificatie_gebruikt
    }

    fn client_bekend(&self, _: &Keten, bsn: &BurgerServicenummer) -> bool {
        self.clienten.contains(bsn)
    }

    fn toewijzing(&self, _: &Keten, nummer: Nummer) -> &[Toewijzing] {
        rows(&self.toewijzingen, &nummer)
    }

    fn toewijzingen_van(&self, _: &Keten, bsn: &BurgerServicenummer) -> &[Nummer] {
        rows(&self.van_client, bsn)
    }

    fn toewijzingen_op(&self, _: &Keten, referentie: &ReferentieTekst) -> &[Nummer] {
        rows(&self.op_referentie, referentie)
    }

    fn leveringen(&self, _: &Keten, bsn: &BurgerServicenummer, lijn: &Leverlijn) -> &[Levering] {
        rows(&self.leveringen, &(bsn.clone(), lijn.clone()))
    }

    fn verzoek(&self, _: &Keten, referentie: &ReferentieTekst) -> Option<&Verzoek> {
        self.verzoeken.get(referentie)
    }

    fn verzoeken_van(&self, _: &Keten, bsn: &BurgerServicenummer) -> &[ReferentieTekst] {
        rows(&self.verzoeken_van, bsn)
    }

    fn antwoorden(&self, _: &Keten, referentie: &ReferentieTekst) -> &[Antwoord] {
        rows(&self.antwoorden, referentie)
    }

    fn prestaties_op(&self, _: &Keten, toewijzing: Nummer) -> &[Prestatie] {
        rows(&self.prestaties_op, &toewijzing)
    }

    fn prestatie(&self, _: &Keten, referentie: &ReferentieNummer) -> Option<&Prestatie> {
        self.prestaties.get(referentie)
    }

    fn declaratie(&self, _: &Keten, nummer: &DeclaratieNummer) -> Option<&Declaratie> {
        self.declaraties.get(nummer)
    }

    fn laatste_periode(&self, _: &Keten) -> Option<Datum> {
        self.laatste_periode
    }
}
