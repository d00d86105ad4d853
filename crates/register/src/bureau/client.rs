//! Whom a JW301 is about, and the numbers of allocations: what every message that allocates needs.

use ijw::basis::{Adres, AdresSoort, Huis, Huisnummer, LandCode, Plaatsnaam, Postcode, Straatnaam};
use ijw::{Bericht as Ijw, jw301};
use stelsel::Id;
use stelsel::persoon::Persoon;

use crate::Fout;
use crate::beeld::Woonadres;
use crate::db::Verbinding;
use crate::instelling;
use crate::intake::stored;
use crate::schrijver::Beurt;

/// A client as the newest JW301 of the municipality told.
pub(super) fn newest_client(
    db: &mut Verbinding,
    persoon: Id<Persoon>,
    gemeente: i64,
) -> Result<Option<jw301::Client>, Fout> {
    let newest = db.query_opt(
        "SELECT bericht FROM toewijzing_versie WHERE persoon = $1 AND gemeente = $2 ORDER BY moment DESC, bericht DESC LIMIT 1",
        &[(&persoon).into(), gemeente.into()],
        |row| row.id(0),
    )?;
    let Some(newest) = newest else { return Ok(None) };
    Ok(match stored(db, &newest)? {
        Ijw::Jw301(known) => Some(jw301::Client { commentaar: None, ..known.client }),
        _ => None,
    })
}

/// An address as it was filled in, as the registered one.
pub(super) fn home(adres: &Woonadres) -> Result<jw301::Contact, ijw::Ongeldig> {
    Ok(jw301::Contact {
        soort: const { AdresSoort::constant("01") },
        adres: Some(Adres {
            huis: Some(Huis {
                huisnummer: Huisnummer::new(u64::from(adres.huisnummer))?,
                huisletter: None,
                huisnummer_toevoeging: None,
                aanduiding_woonadres: None,
            }),
            postcode: Some(Postcode::new(adres.postcode.replace(' ', "").to_uppercase())?),
            straatnaam: adres.straat.as_deref().map(Straatnaam::new).transpose()?,
            plaatsnaam: adres.plaats.as_deref().map(Plaatsnaam::new).transpose()?,
            land_code: Some(const { LandCode::constant("NL") }),
        }),
        organisatie: None,
        telefoon: None,
        emailadres: None,
        periode: None,
    })
}

/// The first number that a new allocation of a municipality may get: above every one that was handed out, also above one that a
/// provider refused, so that no number ever means two things.
pub(super) fn next_number(beurt: &mut Beurt<'_>, gemeente: i64) -> Result<u64, Fout> {
    let highest = beurt.db.query_opt(
        "SELECT max(nummer) FROM toewijzing_versie WHERE gemeente = $1 AND nummer < $2",
        &[gemeente.into(), LAST_NUMBER.into()],
        |row| row.number_opt(0),
    )?;
    let name = format!("toewijzingnummer-{gemeente}");
    let given = instelling::read(beurt.db, &name)?;
    let given = given.and_then(|text| text.parse::<i64>().ok());
    let last = highest.flatten().max(given).unwrap_or(FIRST_NUMBER);
    Ok(u64::try_from(last).unwrap_or_default() + 1)
}

/// Remembers the highest number that was handed out.
pub(super) fn keep_number(
    beurt: &mut Beurt<'_>,
    gemeente: i64,
    lines: &[jw301::ToegewezenProduct],
) -> Result<(), Fout> {
    let last = u64::try_from(LAST_NUMBER).unwrap_or_default();
    let own = lines.iter().map(|line| line.toewijzing_nummer.get()).filter(|number| *number < last);
    let highest = own.max().unwrap_or_default().max(next_number(beurt, gemeente)? - 1);
    let (name, highest) = (format!("toewijzingnummer-{gemeente}"), highest.to_string());
    instelling::put(beurt.db, &name, &highest)
}

/// The number before the first of a municipality that never allocated anything.
const FIRST_NUMBER: i64 = 1_000;
/// Numbers from here on are nobody's own: one that was mistyped must not use all of them up.
const LAST_NUMBER: i64 = 900_000_000;
