//! What the forms about who belongs to a family say.

use jiff::civil::Date;
use register::Opzoeking;
use register::beeld::{Ledendaad, NetwerkInvoer, PersoonInvoer};
use stelsel::gezin::Adres;
use stelsel::omgeving::NetwerkSoort;
use stelsel::persoon::{GezinsRol, Naam};
use stelsel::{Bsn, Id, Postcode};

use crate::bezoek::Paren;

/// What a form asks.
pub(crate) enum Daad {
    Leden(Ledendaad),
    Zoek(Opzoeking),
}

/// Why a form is no deed.
pub(crate) enum Mis {
    /// Something was not filled in, or not in a way that can be read: the key of the sentence.
    Veld(&'static str),
    /// Not a form of ours.
    Onzin,
}

fn day(form: &Paren, name: &str) -> Result<Option<Date>, Mis> {
    form.get(name).map(str::parse).transpose().map_err(|_| Mis::Veld("gezin-dag-fout"))
}

fn id<T>(form: &Paren, name: &str) -> Result<Id<T>, Mis> {
    form.get(name).and_then(|text| Id::parse(text).ok()).ok_or(Mis::Onzin)
}

fn known<T>(form: &Paren) -> Result<Option<(Id<T>, i64)>, Mis> {
    if form.get("id").is_none() {
        return Ok(None);
    }
    let versie = form.get("versie").and_then(|text| text.parse().ok()).ok_or(Mis::Onzin)?;
    Ok(Some((id(form, "id")?, versie)))
}

fn text(form: &Paren, name: &str) -> String {
    form.get(name).unwrap_or_default().to_owned()
}

/// A person as typed: a name is enough.
pub(crate) fn persoon_van(form: &Paren) -> Result<PersoonInvoer, &'static str> {
    let naam =
        Naam::typed(form.get("voornaam").unwrap_or_default(), form.get("achternaam").unwrap_or_default());
    if naam.achternaam.is_empty() && naam.voornamen.is_none() {
        return Err("gezin-naam-nodig");
    }
    let bsn =
        form.get("bsn").map(Bsn::parse).transpose().ok().filter(|bsn| bsn.is_none_or(Bsn::passes_elfproef));
    let rol = form.get("rol").and_then(|n| n.parse().ok()).map(GezinsRol::from_number);
    Ok(PersoonInvoer {
        naam,
        geboren: form.get("geboren").map(str::parse).transpose().map_err(|_| "gezin-dag-fout")?,
        bsn: bsn.ok_or("gezin-bsn-fout")?,
        rol,
    })
}

/// An address as typed.
pub(crate) fn adres_van(form: &Paren) -> Result<Adres, &'static str> {
    let field = |name| form.get(name).map(str::to_owned);
    let postcode = match form.get("postcode") {
        Some(typed) => Some(Postcode::parse(typed).map_err(|_| "gezin-postcode-fout")?.to_string()),
        None => None,
    };
    Ok(Adres { straat: field("straat"), huis: field("huis"), postcode, plaats: field("plaats") })
}

/// Reads a form of the page.
pub(crate) fn lees(form: &Paren, today: Date) -> Result<Daad, Mis> {
    let last = |name: &str| Ok(day(form, name)?.unwrap_or(today));
    let daad = match form.get("doe").ok_or(Mis::Onzin)? {
        "erbij" => {
            Ledendaad::Erbij { persoon: persoon_van(form).map_err(Mis::Veld)?, van: day(form, "van")? }
        }
        "wijzig" => Ledendaad::Wijzig {
            persoon: id(form, "persoon")?,
            versie: form.get("versie").and_then(|v| v.parse().ok()).ok_or(Mis::Onzin)?,
            nieuw: persoon_van(form).map_err(Mis::Veld)?,
        },
        "weg" => Ledendaad::Weg {
            persoon: id(form, "persoon")?,
            tot: last("tot")?,
            vergissing: form.get("vergissing").is_some(),
        },
        "terug" => Ledendaad::Terug { persoon: id(form, "persoon")?, van: last("van")? },
        "verhuis" => Ledendaad::Verhuis {
            persoon: id(form, "persoon")?,
            naar: match form.get("naar") {
                Some("nieuw") | None => None,
                Some(other) => Some(Id::parse(other).map_err(|_| Mis::Onzin)?),
            },
            op: last("op")?,
            blijft: form.get("blijft").is_some(),
        },
        "huishouden" => {
            let (naam, adres) = (text(form, "naam"), adres_van(form).map_err(Mis::Veld)?);
            if naam.is_empty() && adres == Adres::default() {
                return Err(Mis::Veld("gezin-huishouden-leeg"));
            }
            Ledendaad::Huishouden { id: known(form)?, naam, adres, tot: day(form, "tot")? }
        }
        "woont" => Ledendaad::Woont {
            persoon: id(form, "persoon")?,
            huishouden: id(form, "huishouden")?,
            hoe: text(form, "hoe"),
            van: day(form, "van")?,
        },
        "woont-niet" => Ledendaad::WoontNietMeer { id: id(form, "id")?, tot: last("tot")? },
        "adres" => Ledendaad::Adres(adres_van(form).map_err(Mis::Veld)?),
        "kring" => {
            let naam = text(form, "naam");
            if naam.is_empty() {
                return Err(Mis::Veld("gezin-naam-nodig"));
            }
            let nieuw = NetwerkInvoer {
                persoon: match form.get("persoon") {
                    Some(who) => Some(Id::parse(who).map_err(|_| Mis::Onzin)?),
                    None => None,
                },
                soort: form.get("soort").and_then(NetwerkSoort::from_key).ok_or(Mis::Onzin)?,
                naam,
                wat: text(form, "wat"),
                telefoon: text(form, "telefoon"),
                tekst: text(form, "tekst"),
                van: day(form, "van")?,
            };
            Ledendaad::Netwerk { id: known(form)?, nieuw }
        }
        "kring-weg" => Ledendaad::NetwerkWeg { id: id(form, "id")?, tot: last("tot")? },
        "zoek" => return zoek(form).map(Daad::Zoek),
        _ => return Err(Mis::Onzin),
    };
    Ok(Daad::Leden(daad))
}

/// Whom someone looks for: by number, or by birth date and front door.
fn zoek(form: &Paren) -> Result<Opzoeking, Mis> {
    if let Some(number) = form.get("bsn") {
        let bsn = Bsn::parse(number).ok().filter(|bsn| bsn.passes_elfproef());
        return bsn.map(Opzoeking::Bsn).ok_or(Mis::Veld("gezin-bsn-fout"));
    }
    let (Some(born), Some(postcode), Some(huis)) =
        (form.get("geboren"), form.get("postcode"), form.get("huis"))
    else {
        return Err(Mis::Veld("gezin-zoek-nodig"));
    };
    Ok(Opzoeking::Adres {
        geboren: born.parse().map_err(|_| Mis::Veld("gezin-dag-fout"))?,
        postcode: Postcode::parse(postcode).map_err(|_| Mis::Veld("gezin-postcode-fout"))?,
        huis: huis.to_owned(),
    })
}
