//! What was exchanged before, fetched for one message: by its numbers, references and citizen service numbers.

use std::collections::{HashMap, HashSet};

use ijw::Bericht as Ijw;
use ijw::basis::{
    Bedrag, BedragMetDc, BerichtIdentificatie, Budget, BurgerServicenummer, Datum, DebetCredit,
    DeclaratieNummer, Eenheid, Frequentie, GeslotenPeriode, IdentificatieBericht, Nummer, Omvang, Product,
    ProductCategorie, ProductCode, RedenBeeindiging, RedenWijziging, Referentie, ReferentieNummer,
    ReferentieTekst, Tijd, Versie, VerzoekAntwoord, Volume, XsdVersie,
};
use ijw::historie::{
    Antwoord, Declaratie, Historie, Keten, Levering, Leverlijn, Prestatie, Stop, Toewijzing, Verzoek,
};
use ijw::{Berichttype, jw323};
use stelsel::Bsn;

use crate::Fout;
use crate::db::{Rij, Verbinding, Waarde};
use crate::intake::Kop;

/// How many numbers or references one query asks for.
const ASKED: usize = 32;

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

/// Queries for the rows of one message.
struct Ophalen<'a> {
    db: &'a mut Verbinding,
    gemeente: i64,
    aanbieder: i64,
    known: &'a mut Voorgeschiedenis,
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
    fn client(&mut self, bsn: &BurgerServicenummer) -> Result<(), Fout> {
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

    fn allocations(&mut self, numbers: impl Iterator<Item = Nummer>) -> Result<(), Fout> {
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
    fn allocations_of(&mut self, bsn: &BurgerServicenummer) -> Result<(), Fout> {
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

    fn deliveries(&mut self, bsn: &BurgerServicenummer) -> Result<(), Fout> {
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
    fn requests<'r>(
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

    fn declaration(&mut self, claim: &jw323::Declaratie) -> Result<(), Fout> {
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

/// A value of the standard out of the register, which passed the schema once.
fn code<T>(parse: impl Fn(&str) -> Result<T, ijw::Ongeldig>, text: &str) -> Result<T, Fout> {
    parse(text).map_err(|_| Fout::Tegenstrijdig("a stored value is none of the standard"))
}

fn count<T>(new: impl Fn(u64) -> Result<T, ijw::Ongeldig>, number: i64) -> Result<T, Fout> {
    let number = u64::try_from(number).map_err(|_| Fout::Tegenstrijdig("a stored number is negative"))?;
    new(number).map_err(|_| Fout::Tegenstrijdig("a stored number is none of the standard"))
}

fn nummer(number: i64) -> Result<Nummer, Fout> {
    count(Nummer::new, number)
}

fn identificatie(text: &str) -> Result<IdentificatieBericht, Fout> {
    code(IdentificatieBericht::parse, text)
}

/// Not kept with a declaration, and asked for by none of the rules that a municipality judges by.
fn xsd_versie() -> Result<XsdVersie, Fout> {
    let versie = code(Versie::parse, "1.0.0")?;
    Ok(XsdVersie { basisschema_xsd_versie: versie.clone(), bericht_xsd_versie: versie })
}

fn bsn(number: Option<i64>) -> Result<BurgerServicenummer, Fout> {
    code(BurgerServicenummer::parse, &format!("{:09}", number.unwrap_or_default()))
}

fn version_of(row: &Rij<'_>) -> Result<Toewijzing, Fout> {
    let moment = row.number(4)?;
    let second = moment.rem_euclid(86_400);
    let part = |number: i64| i8::try_from(number).unwrap_or_default();
    let omvang = match (row.number_opt(8)?, row.text_opt(9)?, row.text_opt(10)?) {
        (Some(volume), Some(eenheid), Some(frequentie)) => Some(Omvang {
            volume: count(Volume::new, volume)?,
            eenheid: code(Eenheid::parse, &eenheid)?,
            frequentie: code(Frequentie::parse, &frequentie)?,
        }),
        _ => None,
    };
    Ok(Toewijzing {
        nummer: nummer(row.number(0)?)?,
        referentie: row.text_opt(1)?.map(|text| code(ReferentieTekst::parse, &text)).transpose()?,
        product: product(row.text_opt(2)?.as_deref(), row.text_opt(3)?.as_deref())?,
        toewijzingsdatum: crate::db::day_of(moment.div_euclid(86_400))?,
        toewijzingstijd: Tijd::new(part(second / 3_600), part(second / 60 % 60), part(second % 60), 0)
            .unwrap_or(Tijd::midnight()),
        ingangsdatum: row.day(5)?,
        einddatum: row.day_opt(6)?,
        reden_wijziging: row.text_opt(7)?.map(|text| code(RedenWijziging::parse, &text)).transpose()?,
        omvang,
        budget: row.number_opt(11)?.map(|number| count(Budget::new, number)).transpose()?,
        bericht: identificatie(&row.text(12)?)?,
        verzonden: row.day(13)?,
        bsn: bsn(row.number_opt(14)?)?,
    })
}

fn product(category: Option<&str>, product_code: Option<&str>) -> Result<Option<Product>, Fout> {
    let Some(category) = category else { return Ok(None) };
    Ok(Some(Product {
        categorie: code(ProductCategorie::parse, category)?,
        code: product_code.map(|text| code(ProductCode::parse, text)).transpose()?,
    }))
}

fn delivery_of(row: &Rij<'_>) -> Result<(Leverlijn, Levering), Fout> {
    let number = row.number_opt(0)?.map(nummer).transpose()?;
    let product = product(row.text_opt(1)?.as_deref(), row.text_opt(2)?.as_deref())?;
    let stop = match (row.day_opt(4)?, row.text_opt(5)?) {
        (Some(einddatum), Some(reden)) => {
            Some(Stop { reden: code(RedenBeeindiging::parse, &reden)?, einddatum })
        }
        _ => None,
    };
    let line = Leverlijn::new(number, product.as_ref());
    let delivery = Levering {
        bericht: identificatie(&row.text(7)?)?,
        product,
        begindatum: row.day(3)?,
        stop,
        verwijdering: row.number(6)? == 1,
    };
    Ok((line, delivery))
}

fn request_of(row: &Rij<'_>) -> Result<Verzoek, Fout> {
    Ok(Verzoek {
        referentie: code(ReferentieTekst::parse, &row.text(0)?)?,
        wijziging: row.number(1)? == 317,
        bericht: identificatie(&row.text(2)?)?,
        verzonden: row.day(3)?,
        bsn: bsn(row.number_opt(4)?)?,
    })
}

fn claim_of(row: &Rij<'_>) -> Result<Prestatie, Fout> {
    let amount = row.number(10)?;
    let reference = |text: &str| code(ReferentieNummer::parse, text);
    let regel = jw323::Prestatie {
        toewijzing_nummer: nummer(row.number(0)?)?,
        product_referentie: Referentie {
            referentie_nummer: reference(&row.text(1)?)?,
            vorig_referentie_nummer: row.text_opt(2)?.map(|text| reference(&text)).transpose()?,
        },
        product_categorie: code(ProductCategorie::parse, &row.text(3)?)?,
        product_code: code(ProductCode::parse, &row.text(4)?)?,
        product_periode: GeslotenPeriode { begindatum: row.day(5)?, einddatum: row.day(6)? },
        geleverd_volume: count(Volume::new, row.number(7)?)?,
        eenheid: code(Eenheid::parse, &row.text(8)?)?,
        product_tarief: row.number_opt(9)?.map(|number| count(Bedrag::new, number)).transpose()?,
        ingediend_bedrag: BedragMetDc {
            bedrag: count(Bedrag::new, amount.abs())?,
            debet_credit: code(DebetCredit::parse, if amount < 0 { "C" } else { "D" })?,
        },
    };
    Ok(Prestatie {
        bericht: identificatie(&row.text(11)?)?,
        bsn: bsn(row.number_opt(12)?)?,
        regel,
        // A line that was refused is not kept; one of an archive without its answer is not held against anybody.
        toegekend: true,
    })
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
