//! The stream against the judging of the municipality that takes it in: what is meant to be right is found right, and what is
//! meant to be wrong is refused by the rule that was meant and no other.

use std::collections::BTreeMap;

use ijw::basis::{Bedrag, Datum, Eenheid, Gemeente, IdentificatieBericht, ProductCategorie, ProductCode};
use ijw::{
    Beoordeling, Bericht, Buitenwereld, Contract, Geschiedenis, Keten, Richting, Stempel, beoordeel,
    declaratie_antwoord, retour,
};

use super::super::regio::{gemeenten, producten};
use super::super::{Bedoeling, Generator, Omvang};
use super::KLEIN;

/// What a municipality of the demo can look up.
struct Regio {
    vandaag: Datum,
}

impl Buitenwereld for Regio {
    fn vandaag(&self) -> Option<Datum> {
        Some(self.vandaag)
    }

    fn gemeente_in_lijst(&self, gemeente: &Gemeente, _jaar: i16) -> Option<bool> {
        Some(gemeenten().iter().any(|g| g.code == gemeente.as_str()))
    }

    fn code_past(&self, _: &Gemeente, categorie: ProductCategorie, code: &ProductCode) -> Option<bool> {
        Some(producten().iter().any(|p| p.code == code.as_str() && p.categorie == categorie.code()))
    }

    fn contract(
        &self,
        _keten: &Keten,
        _categorie: ProductCategorie,
        code: &ProductCode,
        dag: Datum,
    ) -> Option<Contract> {
        let product = producten().iter().find(|p| p.code == code.as_str())?;
        Some(Contract {
            eenheid: Eenheid::parse(product.eenheid.code()).ok()?,
            tarief: Bedrag::new(u64::from(product.tarief(dag.year()))).ok()?,
        })
    }
}

/// The municipalities of the region as one, that answers at once.
#[derive(Default)]
struct Balie {
    geschiedenis: Geschiedenis,
    antwoorden: u32,
}

impl Balie {
    fn take(&mut self, bericht: &Bericht, vandaag: Datum) -> Beoordeling {
        let found = beoordeel(bericht, &self.geschiedenis, &Regio { vandaag });
        if bericht.berichttype().richting() == Richting::NaarAanbieder {
            // What the municipality sends is sent, right or wrong; the provider tells.
            self.geschiedenis.neem_op(bericht);
            return found;
        }
        self.geschiedenis.neem_op(bericht);
        self.antwoorden += 1;
        let name = IdentificatieBericht::new(format!("{:09}", self.antwoorden)).unwrap();
        let stempel = Stempel::new(name, vandaag).unwrap();
        let answer = match bericht {
            Bericht::Jw323(b) => Some(declaratie_antwoord(b, &found, stempel).unwrap().into()),
            _ => retour(bericht, &found, stempel),
        };
        if let Some(answer) = answer {
            if found.is_goed() {
                let own = beoordeel(&answer, &self.geschiedenis, &Regio { vandaag });
                assert!(own.is_goed() && own.heenbericht_bekend == Some(true), "{own:?}");
            }
            self.geschiedenis.neem_op(&answer);
        }
        found
    }
}

fn codes(found: &Beoordeling) -> Vec<&'static str> {
    let inhoud = found.inhoud.iter().map(|b| b.regel.code);
    inhoud.chain(found.fouten.iter().map(|f| f.regel.code)).collect()
}

/// Plays a region before a municipality, and gives what came by, by kind and by what was meant.
fn play(omvang: &Omvang) -> BTreeMap<(String, Bedoeling), u32> {
    let mut balie = Balie::default();
    let mut counts: BTreeMap<(String, Bedoeling), u32> = BTreeMap::new();
    let mut wrong: Vec<String> = Vec::new();
    for made in Generator::new(omvang) {
        let kind = made.bestandsnaam[..5].to_owned();
        *counts.entry((kind, made.bedoeld)).or_default() += 1;
        let read = ijw::lees(&made.xml);
        if made.bedoeld == Bedoeling::Onleesbaar {
            assert!(read.is_err(), "{} passes the schema", made.bestandsnaam);
            continue;
        }
        let bericht = read.unwrap_or_else(|why| panic!("{}: {why:?}", made.bestandsnaam));
        let found = balie.take(&bericht, made.dagtekening);
        let as_meant = match made.bedoeld {
            Bedoeling::Goed => found.is_goed() && found.heenbericht_bekend != Some(false),
            Bedoeling::Fout(code) => codes(&found) == [code],
            Bedoeling::Onleesbaar => false,
        };
        if !as_meant {
            let day = made.dagtekening;
            let found: Vec<String> = found
                .inhoud
                .iter()
                .map(ToString::to_string)
                .chain(found.fouten.iter().map(ToString::to_string))
                .collect();
            wrong.push(format!("{day} {} meant {:?}, found {found:?}", made.bestandsnaam, made.bedoeld));
        }
    }
    assert!(wrong.is_empty(), "{} of {:?}:\n{}", wrong.len(), counts, wrong.join("\n"));
    counts
}

#[test]
fn what_is_meant_is_what_is_found() {
    let counts = play(&KLEIN);
    println!("{counts:#?}");
}
