//! JW301: an allocation, its change or its withdrawal.

use ijw::jw301;
use stelsel::persoon::{GezinsRol, Persoon};
use stelsel::{Bsn, Id};

use super::gezin::{Client, Relatie, address, birth_date, full_name, person_at_home};
use super::huishouden::touch;
use super::{Kennis, Kop};
use crate::Fout;
use crate::beeld::Bericht;
use crate::db::{Verbinding, day_number};
use crate::schrijver::Beurt;
use crate::tabellen::TOEWIJZING_VERSIE;

/// The kinds of address in the order in which they tell where a child lives: registered (01), staying (03), other.
const HOME_FIRST: [&str; 4] = ["01", "03", "04", "02"];

pub(super) fn store(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    client: &jw301::Client,
) -> Result<Vec<Id<Persoon>>, Fout> {
    let who = Client {
        bsn: Bsn::parse(client.bsn.as_str())?,
        naam: Some(full_name(&client.naam)),
        geboren: birth_date(&client.geboortedatum),
    };
    let relations: Vec<Relatie> = client
        .relaties
        .iter()
        .flatten()
        .map(|r| Relatie {
            rol: GezinsRol::from_relation(r.soort.code()),
            naam: full_name(&r.naam),
            geboren: r.geboortedatum.as_ref().and_then(birth_date),
            voordeur: r.contact.adres.as_ref().map(address).and_then(|a| a.front_door()),
        })
        .collect();
    let home = HOME_FIRST
        .iter()
        .find_map(|kind| client.contactgegevens.iter().find(|c| c.soort.code() == *kind && c.adres.is_some()))
        .and_then(|contact| contact.adres.as_ref())
        .map(address);
    let (known, persons) = person_at_home(beurt, kennis, kop, &who, &relations, home.as_ref())?;
    for (product, nr) in client.toegewezen_producten.iter().zip(1_i64..) {
        store_product(beurt, kop, known.persoon, product, nr)?;
    }
    touch(beurt.db, kop, known.gezin)?;
    Ok(persons)
}

fn store_product(
    beurt: &mut Beurt<'_>,
    kop: &Kop,
    persoon: Id<Persoon>,
    product: &jw301::ToegewezenProduct,
    nr: i64,
) -> Result<(), Fout> {
    let midnight = day_number(product.toewijzingsdatum) * 86_400;
    let time = product.toewijzingstijd;
    let moment =
        midnight + i64::from(time.hour()) * 3_600 + i64::from(time.minute()) * 60 + i64::from(time.second());
    let number = number_of(product.toewijzing_nummer.get())?;
    let categorie = product.product.as_ref().map(|p| p.categorie.code());
    let code = product.product.as_ref().and_then(|p| p.code.as_ref()).map(ijw::basis::ProductCode::as_str);
    let omvang = product.omvang.as_ref();
    let volume = omvang.map(|o| number_of(o.volume.get())).transpose()?;
    let budget = product.budget.map(|b| number_of(b.get())).transpose()?;
    let reden = product.reden_wijziging.map(ijw::basis::RedenWijziging::code);
    let (gemeente, aanbieder) = (kop.gemeente, kop.aanbieder);
    // The newest version counts, in whatever order they come (iJw 3.2, OP080, OP033x1).
    beurt.db.execute(
        "INSERT INTO toewijzing (gemeente, nummer, persoon, aanbieder, categorie, code, moment, ingang, eind, reden_wijziging, \
         volume, eenheid, frequentie, budget, bericht) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
         ON CONFLICT (gemeente, nummer) DO UPDATE SET persoon = excluded.persoon, aanbieder = excluded.aanbieder, \
         categorie = excluded.categorie, code = excluded.code, moment = excluded.moment, ingang = excluded.ingang, \
         eind = excluded.eind, reden_wijziging = excluded.reden_wijziging, volume = excluded.volume, eenheid = excluded.eenheid, \
         frequentie = excluded.frequentie, budget = excluded.budget, bericht = excluded.bericht \
         WHERE excluded.moment > toewijzing.moment",
        &[
            gemeente.into(),
            number.into(),
            (&persoon).into(),
            aanbieder.into(),
            categorie.into(),
            code.into(),
            moment.into(),
            product.ingangsdatum.into(),
            product.einddatum.into(),
            reden.into(),
            volume.into(),
            omvang.map(|o| o.eenheid.code()).into(),
            omvang.map(|o| o.frequentie.code()).into(),
            budget.into(),
            (&kop.id).into(),
        ],
    )?;
    beurt.db.append(
        &TOEWIJZING_VERSIE,
        &[
            gemeente.into(),
            number.into(),
            (&kop.id).into(),
            nr.into(),
            (&persoon).into(),
            aanbieder.into(),
            moment.into(),
            product.ingangsdatum.into(),
            product.einddatum.into(),
            reden.into(),
            categorie.into(),
            code.into(),
            product.referentie_aanbieder.as_ref().map(ijw::basis::ReferentieTekst::as_str).into(),
            volume.into(),
            omvang.map(|o| o.eenheid.code()).into(),
            omvang.map(|o| o.frequentie.code()).into(),
            budget.into(),
        ],
    )
}

/// Takes the versions of an allocation back that a message brought: the newest of what is left counts.
pub(super) fn take_back(
    db: &mut Verbinding,
    bericht: &Id<Bericht>,
    gemeente: i64,
    number: i64,
) -> Result<(), Fout> {
    let references = db.query(
        "SELECT aanbieder, referentie FROM toewijzing_versie WHERE gemeente = $1 AND nummer = $2 AND bericht = $3 \
         AND referentie IS NOT NULL",
        &[gemeente.into(), number.into(), bericht.into()],
        |row| Ok((row.number(0)?, row.text(1)?)),
    )?;
    db.execute(
        "DELETE FROM toewijzing_versie WHERE gemeente = $1 AND nummer = $2 AND bericht = $3",
        &[gemeente.into(), number.into(), bericht.into()],
    )?;
    let key = [gemeente.into(), number.into()];
    db.execute("DELETE FROM toewijzing WHERE gemeente = $1 AND nummer = $2", &key)?;
    db.execute(
        "INSERT INTO toewijzing (gemeente, nummer, persoon, aanbieder, categorie, code, moment, ingang, eind, reden_wijziging, \
         volume, eenheid, frequentie, budget, bericht) SELECT gemeente, nummer, persoon, aanbieder, categorie, code, moment, \
         ingang, eind, reden_wijziging, volume, eenheid, frequentie, budget, bericht FROM toewijzing_versie \
         WHERE gemeente = $1 AND nummer = $2 ORDER BY moment DESC, bericht LIMIT 1",
        &key,
    )?;
    // A request that the message granted is open again.
    references
        .into_iter()
        .try_for_each(|(aanbieder, reference)| super::antwoord::settle(db, gemeente, aanbieder, &reference))
}

/// Numbers of the standard are far below the largest integer of the database.
pub(super) fn number_of(value: u64) -> Result<i64, Fout> {
    i64::try_from(value).map_err(|_| Fout::Tegenstrijdig("a number of the standard does not fit"))
}
