//! Rows of the register as the standard's own types.

use ijw::basis::{
    Bedrag, BedragMetDc, Budget, BurgerServicenummer, DebetCredit, Eenheid, Frequentie, GeslotenPeriode,
    IdentificatieBericht, Nummer, Omvang, Product, ProductCategorie, ProductCode, RedenBeeindiging,
    RedenWijziging, Referentie, ReferentieNummer, ReferentieTekst, Tijd, Versie, Volume, XsdVersie,
};
use ijw::historie::{Levering, Leverlijn, Prestatie, Stop, Toewijzing, Verzoek};
use ijw::jw323;

use crate::Fout;
use crate::db::Rij;

/// A value of the standard out of the register, which passed the schema once.
pub(super) fn code<T>(parse: impl Fn(&str) -> Result<T, ijw::Ongeldig>, text: &str) -> Result<T, Fout> {
    parse(text).map_err(|_| Fout::Tegenstrijdig("a stored value is none of the standard"))
}

fn count<T>(new: impl Fn(u64) -> Result<T, ijw::Ongeldig>, number: i64) -> Result<T, Fout> {
    let number = u64::try_from(number).map_err(|_| Fout::Tegenstrijdig("a stored number is negative"))?;
    new(number).map_err(|_| Fout::Tegenstrijdig("a stored number is none of the standard"))
}

pub(super) fn nummer(number: i64) -> Result<Nummer, Fout> {
    count(Nummer::new, number)
}

pub(super) fn identificatie(text: &str) -> Result<IdentificatieBericht, Fout> {
    code(IdentificatieBericht::parse, text)
}

/// Not kept with a declaration, and asked for by none of the rules that a municipality judges by.
pub(super) fn xsd_versie() -> Result<XsdVersie, Fout> {
    let versie = code(Versie::parse, "1.0.0")?;
    Ok(XsdVersie { basisschema_xsd_versie: versie.clone(), bericht_xsd_versie: versie })
}

fn bsn(number: Option<i64>) -> Result<BurgerServicenummer, Fout> {
    code(BurgerServicenummer::parse, &format!("{:09}", number.unwrap_or_default()))
}

pub(super) fn version_of(row: &Rij<'_>) -> Result<Toewijzing, Fout> {
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

pub(super) fn delivery_of(row: &Rij<'_>) -> Result<(Leverlijn, Levering), Fout> {
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

pub(super) fn request_of(row: &Rij<'_>) -> Result<Verzoek, Fout> {
    Ok(Verzoek {
        referentie: code(ReferentieTekst::parse, &row.text(0)?)?,
        wijziging: row.number(1)? == 317,
        bericht: identificatie(&row.text(2)?)?,
        verzonden: row.day(3)?,
        bsn: bsn(row.number_opt(4)?)?,
    })
}

pub(super) fn claim_of(row: &Rij<'_>) -> Result<Prestatie, Fout> {
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
