//! JW305 and JW307: help began, help ended.

use ijw::basis::{Datum, Nummer, Product, StatusAanlevering};
use ijw::{jw305, jw307};
use stelsel::persoon::Persoon;
use stelsel::{Bsn, Id};

use super::gezin::{Client, birth_date, person, short_name};
use super::huishouden::touch;
use super::toewijzing::number_of;
use super::{Kennis, Kop};
use crate::Fout;
use crate::schrijver::Beurt;
use crate::tabellen::LEVERING;

/// A line of either message.
struct Lijn<'a> {
    soort: i64,
    nummer: Option<Nummer>,
    product: Option<&'a Product>,
    begin: Datum,
    /// End and reason; stops only.
    eind: Option<(Datum, &'static str)>,
    status: StatusAanlevering,
}

pub(super) fn store_start(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    client: &jw305::Client,
) -> Result<Vec<Id<Persoon>>, Fout> {
    let who = Client {
        bsn: Bsn::parse(client.bsn.as_str())?,
        naam: Some(short_name(&client.naam)),
        geboren: birth_date(&client.geboortedatum),
    };
    let lines = client.start_producten.iter().map(|p| Lijn {
        soort: 0,
        nummer: p.toewijzing_nummer,
        product: p.product.as_ref(),
        begin: p.begindatum,
        eind: None,
        status: p.status_aanlevering,
    });
    store(beurt, kennis, kop, &who, lines)
}

pub(super) fn store_stop(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    client: &jw307::Client,
) -> Result<Vec<Id<Persoon>>, Fout> {
    let who = Client {
        bsn: Bsn::parse(client.bsn.as_str())?,
        naam: Some(short_name(&client.naam)),
        geboren: birth_date(&client.geboortedatum),
    };
    let lines = client.stop_producten.iter().map(|p| Lijn {
        soort: 1,
        nummer: p.toewijzing_nummer,
        product: p.product.as_ref(),
        begin: p.begindatum,
        eind: Some((p.einddatum, p.reden_beeindiging.code())),
        status: p.status_aanlevering,
    });
    store(beurt, kennis, kop, &who, lines)
}

fn store<'a>(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    who: &Client,
    lines: impl Iterator<Item = Lijn<'a>>,
) -> Result<Vec<Id<Persoon>>, Fout> {
    let known = person(beurt, kennis, kop, who)?;
    for (line, nr) in lines.zip(1_i64..) {
        let (eind, reden) = line.eind.unzip();
        let product = line.product;
        beurt.db.append(
            &LEVERING,
            &[
                (&kop.id).into(),
                nr.into(),
                line.soort.into(),
                kop.gemeente.into(),
                kop.aanbieder.into(),
                (&known.persoon).into(),
                line.nummer.map(|n| number_of(n.get())).transpose()?.into(),
                product.map(|p| p.categorie.code()).into(),
                product.and_then(|p| p.code.as_ref()).map(ijw::basis::ProductCode::as_str).into(),
                line.begin.into(),
                eind.into(),
                reden.into(),
                (line.status.code() == "3").into(),
                kop.dagtekening.into(),
            ],
        )?;
    }
    touch(beurt.db, kop, known.gezin)?;
    Ok(vec![known.persoon])
}
