//! The rows of persons and messages, table by table.

use stelsel::Id;

use super::Telling;
use super::accounts::{take_accounts, take_guests};
use crate::Fout;
use crate::beeld::Vernietiging;
use crate::db::Verbinding;

/// The rows of the persons and of the messages that go, children before parents.
#[expect(clippy::too_many_lines, reason = "one line per table")]
pub(super) fn take_rows(
    db: &mut Verbinding,
    id: &Id<Vernietiging>,
    telling: &mut Telling,
) -> Result<(), Fout> {
    const OF_MESSAGES: &[(&str, &str)] = &[
        ("openstaand", "DELETE FROM openstaand WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("uitgaand", "DELETE FROM uitgaand WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("vooruit", "DELETE FROM vooruit WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("bevinding", "DELETE FROM bevinding WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("betreft", "DELETE FROM betreft WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("prestatie", "DELETE FROM prestatie WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("declaratie", "DELETE FROM declaratie WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
        ("antwoord", "DELETE FROM antwoord WHERE bericht IN (SELECT bericht FROM vernietiging_werk)"),
    ];
    const OF_PERSONS: &[(&str, &str)] = &[
        (
            "betreft",
            "DELETE FROM betreft WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "prestatie",
            "DELETE FROM prestatie WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "levering",
            "DELETE FROM levering WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "verzoek",
            "DELETE FROM verzoek WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "toewijzing",
            "DELETE FROM toewijzing WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "toewijzing_versie",
            "DELETE FROM toewijzing_versie WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "vernietigingsstop",
            "DELETE FROM vernietigingsstop WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "correctie",
            "DELETE FROM correctie WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "post",
            "DELETE FROM post WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "post_gelezen",
            "DELETE FROM post_gelezen WHERE draad IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "deling_stem",
            "DELETE FROM deling_stem WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) \
             OR deling IN (SELECT d.id FROM deling d JOIN vernietigd v ON v.persoon = d.persoon WHERE v.vernietiging = $1)",
        ),
        (
            "deling",
            "DELETE FROM deling WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "verwijzing",
            "DELETE FROM verwijzing WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "brief",
            "DELETE FROM brief WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) \
             OR aan IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "plan_dag",
            "DELETE FROM plan_dag WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "plan_toewijzing",
            "DELETE FROM plan_toewijzing WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "overgang",
            "DELETE FROM overgang WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "expertvraag_lid",
            "DELETE FROM expertvraag_lid WHERE expertvraag IN (SELECT e.id FROM expertvraag e JOIN vernietigd v \
             ON v.persoon = e.persoon WHERE v.vernietiging = $1)",
        ),
        (
            "expertvraag",
            "DELETE FROM expertvraag WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "gesprek_stem",
            "DELETE FROM gesprek_stem WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "gezag",
            "DELETE FROM gezag WHERE kind IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) \
             OR ouder IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "deelkeuze",
            "DELETE FROM deelkeuze WHERE kind IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) \
             OR met IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "lidmaatschap",
            "DELETE FROM lidmaatschap WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "bewoning",
            "DELETE FROM bewoning WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "netwerk",
            "DELETE FROM netwerk WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "samenvoeging_stuk",
            "DELETE FROM samenvoeging_stuk WHERE sleutel IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) OR samenvoeging IN \
             (SELECT s.id FROM samenvoeging s JOIN vernietigd v ON v.persoon = s.weg OR v.persoon = s.naar WHERE v.vernietiging = $1)",
        ),
        (
            "samenvoeging",
            "DELETE FROM samenvoeging WHERE weg IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) \
             OR naar IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
        (
            "geen_dubbel",
            "DELETE FROM geen_dubbel WHERE een IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1) \
             OR ander IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)",
        ),
    ];
    for (table, sql) in OF_MESSAGES {
        telling.away(db, table, sql, &[])?;
    }
    for (table, sql) in OF_PERSONS {
        telling.away(db, table, sql, &[id.into()])?;
    }
    let accounts = "SELECT sleutel FROM account WHERE persoon IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)";
    take_accounts(db, accounts, id.into(), telling)?;
    take_guests(db, telling)?;
    let message = "DELETE FROM bericht_inhoud WHERE bericht IN (SELECT bericht FROM vernietiging_werk)";
    telling.away(db, "bericht_inhoud", message, &[])?;
    let message = "DELETE FROM bericht WHERE id IN (SELECT bericht FROM vernietiging_werk)";
    telling.away(db, "bericht", message, &[])?;
    let person = "DELETE FROM persoon WHERE id IN (SELECT persoon FROM vernietigd WHERE vernietiging = $1)";
    telling.away(db, "persoon", person, &[id.into()])
}
