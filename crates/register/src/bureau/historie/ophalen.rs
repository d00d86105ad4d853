//! The queries: by numbers, references and citizen service numbers, never about a party as a whole.

use ijw::basis::{
    BerichtIdentificatie, BurgerServicenummer, Nummer, ReferentieNummer, ReferentieTekst, VerzoekAntwoord,
};
use ijw::historie::{Antwoord, Declaratie};
use ijw::jw323;
use stelsel::Bsn;

use super::Voorgeschiedenis;
use super::rijen::{claim_of, code, delivery_of, identificatie, nummer, request_of, version_of, xsd_versie};
use crate::Fout;
use crate::db::{Verbinding, Waarde};

/// How many numbers or references one query asks for.
const ASKED: usize = 32;

/// Queries for the rows of one message.
pub(super) struct Ophalen<'a> {
    pub(super) db: &'a mut Verbinding,
    pub(super) gemeente: i64,
    pub(super) aanbieder: i64,
    pub(super) known: &'a mut Voorgeschiedenis,
}

/// The columns of a version of an allocation, in the order of [`version_of`].
macro_rules! versions {
    ($where:expr) => {
        concat!(
            "SELECT v.nummer, v.referentie, v.categorie, v.code, v.moment, v.ingang, v.eind, v.reden_wijziging, v.volume, \
             v.eenheid, v.frequentie, v.budget, b.identificatie, b.dagtekening, p.bsn FROM toewijzing_versie v \
             JOIN bericht b ON b.id = v.bericht JOIN persoon p ON p.id = v.persoon \
             WHERE v.gemeente = $1 AND v.aanbieder = $2 AND ",
            $where
        )
    };
}

/// The columns of a claim, in the order of [`claim_of`].
macro_rules! claims {
    ($where:expr) => {
        concat!(
            "SELECT r.nummer, r.referentie, r.vorige_referentie, r.categorie, r.code, r.begin, r.eind, r.volume, r.eenheid, \
             r.tarief, r.bedrag, b.identificatie, p.bsn FROM prestatie r \
             JOIN bericht b ON b.id = r.bericht JOIN persoon p ON p.id = r.persoon \
             WHERE r.gemeente = $1 AND r.aanbieder = $2 AND ",
            $where
        )
    };
}

/// The columns of a request, in the order of [`request_of`].
macro_rules! request {
    () => {
        "SELECT q.referentie, q.soort, b.identificatie, b.dagtekening, p.bsn FROM verzoek q JOIN bericht b ON b.id = q.bericht \
         JOIN persoon p ON p.id = q.persoon WHERE q.gemeente = $1 AND q.aanbieder = $2 AND "
    };
}

/// Thirty-two places, as many as [`ASKED`]; what is asked for last fills the rest.
macro_rules! among {
    ($column:literal) => {
        concat!(
            $column,
            " IN ($3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25,$26,$27,$28,$29,$30,\
             $31,$32,$33,$34)"
        )
    };
}

impl Ophalen<'_> {
    fn chain(&self) -> [Waarde<'static>; 2] {
        [self.gemeente.into(), self.aanbieder.into()]
    }

    /// A client is known by what was allocated or asked for on this chain.
    pub(super) fn client(&mut self, bsn: &BurgerServicenummer) -> Result<(), Fout> {
        let Ok(number) = Bsn::parse(bsn.as_str()) else { return Ok(()) };
        let found = self.db.query_opt(
            "SELECT 1 FROM persoon p WHERE p.bsn = $1 AND (EXISTS (SELECT 1 FROM toewijzing_versie v WHERE v.persoon = p.id \
             AND v.gemeente = $2 AND v.aanbieder = $3) OR EXISTS (SELECT 1 FROM verzoek q WHERE q.persoon = p.id \
             AND q.gemeente = $2 AND q.aanbieder = $3))",
            &[number.number().into(), self.gemeente.into(), self.aanbieder.into()],
            |row| row.number(0),
        )?;
        if found.is_some() {
            self.known.clienten.insert(bsn.clone());
        }
        Ok(())
    }

    pub(super) fn allocations(&mut self, numbers: impl Iterator<Item = Nummer>) -> Result<(), Fout> {
        let mut numbers: Vec<i64> = numbers.map(|number| i64::try_from(number.get()).unwrap_or(-1)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        for part in numbers.chunks(ASKED) {
            let values = filled(self.chain(), part.iter().map(|number| (*number).into()));
            for version in self.db.query(versions!(among!("v.nummer")), &values, version_of)? {
                add_once(self.known.toewijzingen.entry(version.nummer).or_default(), version);
            }
        }
        Ok(())
    }

    /// Every allocation of a client.
    pub(super) fn allocations_of(&mut self, bsn: &BurgerServicenummer) -> Result<(), Fout> {
        let number = Bsn::parse(bsn.as_str())?.number();
        let [gemeente, aanbieder] = self.chain();
        let found =
            self.db.query(versions!("p.bsn = $3"), &[gemeente, aanbieder, number.into()], version_of)?;
        for version in found {
            let numbers = self.known.van_client.entry(bsn.clone()).or_default();
            add_once(numbers, version.nummer);
            add_once(self.known.toewijzingen.entry(version.nummer).or_default(), version);
        }
        Ok(())
    }

    pub(super) fn deliveries(&mut self, bsn: &BurgerServicenummer) -> Result<(), Fout> {
        let Ok(number) = Bsn::parse(bsn.as_str()) else { return Ok(()) };
        let found = self.db.query(
            "SELECT l.nummer, l.categorie, l.code, l.begin, l.eind, l.reden, l.verwijdering, b.identificatie FROM persoon p \
             JOIN levering l ON l.persoon = p.id JOIN bericht b ON b.id = l.bericht \
             WHERE p.bsn = $1 AND l.gemeente = $2 AND l.aanbieder = $3",
            &[number.number().into(), self.gemeente.into(), self.aanbieder.into()],
            delivery_of,
        )?;
        for (line, delivery) in found {
            self.known.leveringen.entry((bsn.clone(), line)).or_default().push(delivery);
        }
        Ok(())
    }

    /// The requests with these references and those of the client, with what was answered.
    pub(super) fn requests<'r>(
        &mut self,
        bsn: &BurgerServicenummer,
        references: impl Iterator<Item = &'r ReferentieTekst>,
    ) -> Result<(), Fout> {
        let [gemeente, aanbieder] = self.chain();
        let number = Bsn::parse(bsn.as_str())?.number();
        let mut found = self.db.query(
            concat!(request!(), "p.bsn = $3"),
            &[gemeente, aanbieder, number.into()],
            request_of,
        )?;
        for reference in references {
            let values = [gemeente, aanbieder, reference.as_str().into()];
            found.extend(self.db.query(concat!(request!(), "q.referentie = $3"), &values, request_of)?);
        }
        for request in found {
            let reference = request.referentie.clone();
            if request.bsn == *bsn {
                add_once(self.known.verzoeken_van.entry(bsn.clone()).or_default(), reference.clone());
            }
            if self.known.verzoeken.insert(reference.clone(), request).is_none() {
                self.answers(&reference)?;
            }
        }
        Ok(())
    }

    fn answers(&mut self, reference: &ReferentieTekst) -> Result<(), Fout> {
        let [gemeente, aanbieder] = self.chain();
        let values = [gemeente, aanbieder, reference.as_str().into()];
        let numbers = self.db.query(versions!("v.referentie = $3"), &values, |row| nummer(row.number(0)?))?;
        let answers = self.db.query(
            "SELECT b.identificatie, a.waarde FROM antwoord a JOIN bericht b ON b.id = a.bericht \
             WHERE a.gemeente = $1 AND a.aanbieder = $2 AND a.referentie = $3",
            &values,
            |row| {
                Ok(Antwoord {
                    bericht: identificatie(&row.text(0)?)?,
                    antwoord: code(VerzoekAntwoord::parse, &row.text(1)?)?,
                })
            },
        )?;
        self.known.op_referentie.insert(reference.clone(), numbers);
        self.known.antwoorden.insert(reference.clone(), answers);
        Ok(())
    }

    pub(super) fn declaration(&mut self, claim: &jw323::Declaratie) -> Result<(), Fout> {
        let [gemeente, aanbieder] = self.chain();
        for client in &claim.clienten {
            self.client(&client.bsn)?;
        }
        let lines = || claim.clienten.iter().flat_map(|client| &client.prestaties);
        self.allocations(lines().map(|line| line.toewijzing_nummer))?;
        let mut numbers: Vec<i64> =
            lines().map(|line| i64::try_from(line.toewijzing_nummer.get()).unwrap_or(-1)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        for part in numbers.chunks(ASKED) {
            let values = filled([gemeente, aanbieder], part.iter().map(|number| (*number).into()));
            for found in self.db.query(claims!(among!("r.nummer")), &values, claim_of)? {
                self.known.prestaties_op.entry(found.regel.toewijzing_nummer).or_default().push(found);
            }
        }
        let mut references: Vec<&str> = lines()
            .flat_map(|line| {
                let reference = &line.product_referentie;
                std::iter::once(&reference.referentie_nummer).chain(&reference.vorig_referentie_nummer)
            })
            .map(ReferentieNummer::as_str)
            .collect();
        references.sort_unstable();
        references.dedup();
        for part in references.chunks(ASKED) {
            let values = filled([gemeente, aanbieder], part.iter().map(|reference| (*reference).into()));
            for found in self.db.query(claims!(among!("r.referentie")), &values, claim_of)? {
                let reference = found.regel.product_referentie.referentie_nummer.clone();
                self.known.prestaties.insert(reference, found);
            }
        }
        let same = self.db.query_opt(
            "SELECT b.identificatie, b.dagtekening, d.maand FROM declaratie d JOIN bericht b ON b.id = d.bericht \
             WHERE d.gemeente = $1 AND d.aanbieder = $2 AND d.nummer = $3 LIMIT 1",
            &[gemeente, aanbieder, claim.declaratie_nummer.as_str().into()],
            |row| {
                let bericht =
                    BerichtIdentificatie { identificatie: identificatie(&row.text(0)?)?, dagtekening: row.day(1)? };
                let nummer = claim.declaratie_nummer.clone();
                Ok(Declaratie { bericht, nummer, periode: row.day(2)?, xsd_versie: xsd_versie()? })
            },
        )?;
        self.known.declaraties.extend(same.map(|found| (claim.declaratie_nummer.clone(), found)));
        let last = self.db.query_opt(
            "SELECT max(maand) FROM declaratie WHERE gemeente = $1 AND aanbieder = $2",
            &[gemeente, aanbieder],
            |row| row.day_opt(0),
        )?;
        self.known.laatste_periode = last.flatten();
        Ok(())
    }
}

/// The parties and what is asked for, the last of it as often as there are places left.
fn filled<'a>(chain: [Waarde<'a>; 2], asked: impl Iterator<Item = Waarde<'a>>) -> Vec<Waarde<'a>> {
    let mut values: Vec<Waarde<'a>> = chain.into_iter().chain(asked).collect();
    let last = values.last().copied().unwrap_or(Waarde::Leeg);
    values.resize(ASKED + 2, last);
    values
}

fn add_once<T: PartialEq>(list: &mut Vec<T>, new: T) {
    if !list.contains(&new) {
        list.push(new);
    }
}
