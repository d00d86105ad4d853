//! The tables to which the intake only adds rows, with their columns in the order in which values are given.

use crate::db::Tabel;

macro_rules! tabel {
    (@mark $kolom:ident) => { "?" };
    ($const:ident, $naam:ident: $eerste:ident $(, $kolom:ident)*) => {
        pub(crate) static $const: Tabel = Tabel {
            naam: stringify!($naam),
            kolommen: &[stringify!($eerste) $(, stringify!($kolom))*],
            sqlite: concat!(
                "INSERT INTO ", stringify!($naam), " (", stringify!($eerste) $(, ",", stringify!($kolom))*,
                ") VALUES (?" $(, ",", tabel!(@mark $kolom))*, ")"
            ),
        };
    };
}

tabel!(BERICHT, bericht: id, vingerafdruk, soort, gemeente, aanbieder, identificatie, dagtekening, ontvangen, bestand,
    lengte, clienten, opmerking, stand, antwoord_op);
tabel!(BEVINDING, bevinding: bericht, volgnr, regel, pad);
tabel!(BERICHT_INHOUD, bericht_inhoud: bericht, inhoud);
tabel!(TOEWIJZING_VERSIE, toewijzing_versie: gemeente, nummer, bericht, volgnr, persoon, aanbieder, moment, ingang, eind,
    reden_wijziging, categorie, code, referentie, volume, eenheid, frequentie, budget);
tabel!(LEVERING, levering: bericht, volgnr, soort, gemeente, aanbieder, persoon, nummer, categorie, code, begin, eind, reden,
    verwijdering, dagtekening);
tabel!(DECLARATIE, declaratie: bericht, gemeente, aanbieder, nummer, maand, bedrag);
tabel!(PRESTATIE, prestatie: bericht, volgnr, persoon, gemeente, aanbieder, nummer, referentie, vorige_referentie, categorie,
    code, begin, eind, volume, eenheid, tarief, bedrag);
tabel!(JOURNAAL, journaal: dag, nr, wanneer, wie, rol, doel, handeling, onderdeel, object, personen, keten, vorm, grond,
    uitkomst, weg, sessie, duur, spoor);
tabel!(JOURNAAL_PERSOON, journaal_persoon: persoon, dag, nr);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ready_made_insert_has_a_mark_per_column() {
        for tabel in [
            &BERICHT,
            &BERICHT_INHOUD,
            &BEVINDING,
            &TOEWIJZING_VERSIE,
            &LEVERING,
            &DECLARATIE,
            &PRESTATIE,
            &JOURNAAL,
            &JOURNAAL_PERSOON,
        ] {
            assert_eq!(tabel.sqlite.matches('?').count(), tabel.kolommen.len(), "{}", tabel.naam);
            assert!(tabel.sqlite.contains(&tabel.kolommen.join(",")), "{}", tabel.sqlite);
        }
    }
}
