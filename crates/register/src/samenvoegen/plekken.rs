//! What hangs on a family: every table of which rows go along, with the statements by which they do.

use crate::Fout;
use crate::db::{Rij, Verbinding};

/// A table of which rows hang on a family, and the statements by which they go along.
pub(crate) struct Plek {
    pub(crate) tabel: &'static str,
    /// Its key is text, not an identifier.
    pub(super) tekst: bool,
    pub(super) of_gezin: &'static str,
    pub(super) verplaats: &'static str,
    /// Takes a row away that was made by bringing together.
    pub(super) weg: &'static str,
    /// Sends along what was written since about those who go back: to, from, merge.
    pub(super) sinds: Option<&'static str>,
}

macro_rules! plek {
    ($tabel:literal, $sleutel:literal, $tekst:literal, $sinds:expr) => {
        Plek {
            tabel: $tabel,
            tekst: $tekst,
            of_gezin: concat!("SELECT ", $sleutel, " FROM ", $tabel, " WHERE gezin = $1 ORDER BY 1"),
            verplaats: concat!("UPDATE ", $tabel, " SET gezin = $1 WHERE ", $sleutel, " = $2 AND gezin = $3"),
            weg: concat!("DELETE FROM ", $tabel, " WHERE ", $sleutel, " = $1"),
            sinds: $sinds,
        }
    };
    ($tabel:literal) => {
        plek!($tabel, "id", false, None)
    };
    ($tabel:literal about $persoon:literal) => {
        plek!(
            $tabel,
            "id",
            false,
            Some(concat!(
                "UPDATE ", $tabel, " SET gezin = $1 WHERE gezin = $2 AND ", $persoon,
                " IN (SELECT p.id FROM persoon p WHERE p.gezin = $1) AND NOT EXISTS (SELECT 1 FROM samenvoeging_stuk s \
                 WHERE s.samenvoeging = $3 AND s.tabel = '", $tabel, "' AND s.sleutel = ", $tabel, ".id)"
            ))
        )
    };
}

/// Every table with a column `gezin`. A test holds it against the tables.
pub(crate) const PLEKKEN: &[Plek] = &[
    plek!("persoon"),
    plek!("betrokken"),
    plek!("nood"),
    plek!(
        "account",
        "sleutel",
        true,
        Some(
            "UPDATE account SET gezin = $1 WHERE gezin = $2 AND persoon IN (SELECT p.id FROM persoon p WHERE p.gezin = $1) \
             AND NOT EXISTS (SELECT 1 FROM lidmaatschap l JOIN samenvoeging_stuk s ON s.sleutel = l.id AND s.tabel = 'lidmaatschap' \
             AND s.nieuw = 2 WHERE s.samenvoeging = $3 AND l.persoon = account.persoon)"
        )
    ),
    plek!("correctie" about "persoon"),
    plek!("lidmaatschap" about "persoon"),
    plek!(
        "huishouden",
        "id",
        false,
        // One that came since, in which only those live who go back.
        Some(
            "UPDATE huishouden SET gezin = $1 WHERE gezin = $2 AND EXISTS (SELECT 1 FROM bewoning b JOIN persoon p ON p.id = b.persoon \
             WHERE b.huishouden = huishouden.id AND p.gezin = $1) AND NOT EXISTS (SELECT 1 FROM bewoning b JOIN persoon p \
             ON p.id = b.persoon WHERE b.huishouden = huishouden.id AND p.gezin <> $1) AND NOT EXISTS (SELECT 1 FROM samenvoeging_stuk s \
             WHERE s.samenvoeging = $3 AND s.tabel = 'huishouden' AND s.sleutel = huishouden.id)"
        )
    ),
    plek!("netwerk" about "persoon"),
    plek!("vraag"),
    plek!("goed_gesprek"),
    plek!("overdracht"),
    plek!("expertvraag" about "persoon"),
    plek!("post" about "persoon"),
    plek!("deling" about "persoon"),
    plek!("verwijzing" about "persoon"),
    plek!("brief" about "persoon"),
];

pub(super) fn key_of(row: &Rij<'_>, tekst: bool) -> Result<Vec<u8>, Fout> {
    if tekst { Ok(row.text(0)?.into_bytes()) } else { row.bytes(0) }
}

/// Moves one row from a family to another, if it is still there.
pub(super) fn move_row(
    db: &mut Verbinding,
    plek: &Plek,
    key: &[u8],
    to: &[u8],
    from: &[u8],
) -> Result<bool, Fout> {
    let touched = if plek.tekst {
        let text = std::str::from_utf8(key).map_err(|_| Fout::Tegenstrijdig("a key is no text"))?;
        db.execute(plek.verplaats, &[to.into(), text.into(), from.into()])?
    } else {
        db.execute(plek.verplaats, &[to.into(), key.into(), from.into()])?
    };
    Ok(touched == 1)
}

#[cfg(test)]
mod tests {
    use super::super::plannen;
    use super::*;

    /// A table that is tied to a family goes along with it: a new one has to be named here.
    #[test]
    fn every_table_of_a_family_goes_along() {
        let mut named: Vec<&str> = PLEKKEN.iter().map(|plek| plek.tabel).chain(plannen::TABELLEN).collect();
        let mut live: Vec<&str> = Vec::new();
        let columns = crate::kolommen().unwrap();
        for column in columns.iter().filter(|column| column.naam == "gezin") {
            live.push(column.tabel);
        }
        named.sort_unstable();
        live.sort_unstable();
        assert!(live.len() > 5);
        assert_eq!(
            named, live,
            "name the table in PLEKKEN, so that it goes along when families come together"
        );
    }
}
