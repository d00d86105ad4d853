//! A case of a table: what went before, a message, and what is found about it.

use std::collections::HashMap;

use ijw::basis::*;
use ijw::{Beoordeling, Bericht, Buitenwereld, Contract, Geschiedenis, Keten, Stempel, beoordeel};

use super::bouw::dag;

/// A world that knows what a case tells it.
#[derive(Default)]
pub(super) struct Wereld {
    pub(super) vandaag: Option<Datum>,
    /// The codes that are in no list of municipalities.
    pub(super) geen_gemeente: Vec<&'static str>,
    /// The product codes that do not fit.
    pub(super) past_niet: Vec<&'static str>,
    /// The unit and the price per product code.
    pub(super) contracten: HashMap<&'static str, (&'static str, u64)>,
    pub(super) geleverd: bool,
}

impl Buitenwereld for Wereld {
    fn vandaag(&self) -> Option<Datum> {
        self.vandaag
    }

    fn gemeente_in_lijst(&self, gemeente: &Gemeente, _: i16) -> Option<bool> {
        Some(!self.geen_gemeente.contains(&gemeente.as_str()))
    }

    fn code_past(&self, _: &Gemeente, _: ProductCategorie, code: &ProductCode) -> Option<bool> {
        Some(!self.past_niet.contains(&code.as_str()))
    }

    fn contract(&self, _: &Keten, _: ProductCategorie, code: &ProductCode, _: Datum) -> Option<Contract> {
        let (eenheid, tarief) = self.contracten.get(code.as_str())?;
        Some(Contract { eenheid: Eenheid::parse(eenheid).unwrap(), tarief: Bedrag::new(*tarief).unwrap() })
    }

    fn zorg_geleverd(&self, _: &Keten, _: Datum) -> Option<bool> {
        Some(self.geleverd)
    }
}

/// What went before.
pub(super) enum Stap {
    /// A message without faults, that was not answered yet.
    Gestuurd(Bericht),
    /// The same, whatever is found about it.
    Hoe(Bericht),
    /// A message, and its retour or JW325 by what was found about it.
    Beantwoord(Bericht),
}

pub(super) fn stempel(identificatie: &str) -> Stempel {
    Stempel::new(IdentificatieBericht::new(identificatie).unwrap(), dag("2026-06-08")).unwrap()
}

/// The answer that every message gets: its retour, or the JW325.
pub(super) fn antwoord_op(bericht: &Bericht, beoordeling: &Beoordeling) -> Option<Bericht> {
    let identificatie = format!("R{}", bericht.identificatie());
    match bericht {
        Bericht::Jw323(heen) => {
            Some(ijw::declaratie_antwoord(heen, beoordeling, stempel(&identificatie)).unwrap().into())
        }
        _ => ijw::retour(bericht, beoordeling, stempel(&identificatie)),
    }
}

pub(super) fn verleden(stappen: Vec<Stap>) -> Geschiedenis {
    let mut geschiedenis = Geschiedenis::new();
    for stap in stappen {
        let (bericht, goed, antwoord) = match stap {
            Stap::Gestuurd(bericht) => (bericht, true, false),
            Stap::Hoe(bericht) => (bericht, false, false),
            Stap::Beantwoord(bericht) => (bericht, false, true),
        };
        let beoordeling = beoordeel(&bericht, &geschiedenis, &ijw::Onbekend);
        assert!(!goed || beoordeling.is_goed(), "{}: {beoordeling:?}", bericht.identificatie());
        geschiedenis.neem_op(&bericht);
        if antwoord {
            geschiedenis.neem_op(&antwoord_op(&bericht, &beoordeling).unwrap());
        }
    }
    geschiedenis
}

/// A case: its rule, what went before, the message, what the world knows, and the faults as code and end of the path.
pub(super) struct Zaak {
    pub(super) regel: &'static str,
    pub(super) voor: Vec<Stap>,
    pub(super) bericht: Bericht,
    pub(super) wereld: Wereld,
    pub(super) fouten: Vec<(&'static str, &'static str)>,
}

pub(super) fn zaak(
    regel: &'static str,
    voor: Vec<Stap>,
    bericht: Bericht,
    fouten: &[(&'static str, &'static str)],
) -> Zaak {
    Zaak { regel, voor, bericht, wereld: Wereld::default(), fouten: fouten.to_vec() }
}

impl Zaak {
    pub(super) fn in_wereld(self, wereld: Wereld) -> Self {
        Self { wereld, ..self }
    }

    pub(super) fn toets(self) {
        let regel = self.regel;
        let geschiedenis = verleden(self.voor);
        let beoordeling = beoordeel(&self.bericht, &geschiedenis, &self.wereld);
        assert!(beoordeling.inhoud.is_empty(), "{regel}: {:?}", beoordeling.inhoud);
        let gevonden: Vec<(&str, String)> =
            beoordeling.fouten.iter().map(|fout| (fout.regel.code, fout.plaats.pad())).collect();
        let gelijk = gevonden.len() == self.fouten.len()
            && gevonden
                .iter()
                .zip(&self.fouten)
                .all(|((code, pad), (verwacht, einde))| code == verwacht && pad.ends_with(einde));
        assert!(gelijk, "{regel}: {gevonden:?} instead of {:?}", self.fouten);
        // What was found can be answered, and the answer holds.
        if let Some(antwoord) = antwoord_op(&self.bericht, &beoordeling) {
            let xml = ijw::schrijf(&antwoord);
            assert_eq!(ijw::lees(xml.as_bytes()), Ok(antwoord.clone()), "{regel}");
            assert_eq!(ijw::keur(&antwoord), vec![], "{regel}");
        }
    }
}
