//! Reading the form of an allocation.

use register::beeld::{Clientgegevens, Toewijsfout, Toewijzen, Woonadres};
use stelsel::AgbCode;
use stelsel::toewijzing::Omvang;

use super::{Fouten, veld};
use crate::bezoek::Paren;
use crate::fout::Fout;

/// What was typed in the form of an allocation.
pub(super) fn read(form: &Paren) -> Result<Result<Toewijzen, Fouten>, Fout> {
    let mut faults: Fouten = Vec::new();
    let regel = form.get("regel").and_then(|nr| nr.parse().ok()).ok_or(Fout::Verzoek)?;
    // A code, or a name with the code behind it.
    let provider = form.get("aanbieder").and_then(|text| {
        let code = text.rsplit('(').next().unwrap_or(text).trim_end_matches(')');
        AgbCode::parse(code.trim()).ok()
    });
    if provider.is_none() {
        faults.push(veld(Toewijsfout::Aanbieder));
    }
    let mut day = |name: &'static str, needed: bool| match form.get(name).map(str::parse::<jiff::civil::Date>)
    {
        Some(Ok(day)) => Some(day),
        Some(Err(_)) => {
            faults.push((name, "plan-fout-dag"));
            None
        }
        None => {
            if needed {
                faults.push((name, "plan-fout-leeg"));
            }
            None
        }
    };
    let (ingang, eind) = (day("ingang", true), day("eind", false));
    let code = |name: &str| form.get(name).unwrap_or_default().to_owned();
    let omvang = form.get("volume").and_then(|text| {
        let volume = text.parse::<i64>().ok();
        if volume.is_none() {
            faults.push(veld(Toewijsfout::Omvang));
        }
        volume.map(|volume| Omvang { volume, eenheid: code("eenheid"), frequentie: code("frequentie") })
    });
    let budget = form.get("budget").and_then(|text| {
        let found = cents(text);
        if found.is_none() {
            faults.push(("budget", "plan-hulp-bedrag"));
        }
        found
    });
    let client = form.get("geslacht").map(|geslacht| Clientgegevens {
        geslacht: geslacht.to_owned(),
        adres: Woonadres {
            straat: form.get("straat").map(str::to_owned),
            huisnummer: form.get("huisnummer").and_then(|nr| nr.parse().ok()).unwrap_or_default(),
            postcode: code("postcode"),
            plaats: form.get("plaats").map(str::to_owned),
        },
    });
    Ok(match (provider, ingang) {
        (Some(aanbieder), Some(ingang)) if faults.is_empty() => Ok(Toewijzen {
            regel,
            aanbieder,
            categorie: code("categorie"),
            code: form.get("code").map(str::to_owned),
            ingang,
            eind,
            omvang,
            budget,
            client,
        }),
        _ => Err(faults),
    })
}

/// An amount as people write it, in eurocents.
fn cents(text: &str) -> Option<i64> {
    let plain = text.trim_start_matches('€').trim().replace('.', "");
    let (euros, rest) = plain.split_once(',').unwrap_or((plain.as_str(), "0"));
    let rest = match rest.len() {
        1 => format!("{rest}0"),
        2 => rest.to_owned(),
        _ => return None,
    };
    let (euros, rest): (i64, i64) = (euros.parse().ok()?, rest.parse().ok()?);
    ((0..100).contains(&rest) && euros >= 0).then_some(euros.checked_mul(100)? + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_as_people_write_them() {
        for (text, found) in [
            ("1250", Some(125_000)),
            ("1.250,5", Some(125_050)),
            ("€ 3,05", Some(305)),
            ("-1", None),
            ("1,005", None),
            ("veel", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(cents(text), found, "{text}");
        }
    }
}
