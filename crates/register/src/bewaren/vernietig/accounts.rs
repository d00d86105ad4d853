//! Accounts that go: of residents with their person, of guests when nothing is shared with them any more.

use super::Telling;
use crate::Fout;
use crate::db::{Verbinding, Waarde};

/// Accounts of someone of a network go when nothing is left that was shared with them.
pub(super) fn take_guests(db: &mut Verbinding, telling: &mut Telling) -> Result<(), Fout> {
    let guests = "SELECT a.sleutel FROM account a WHERE a.rol = $1 AND NOT EXISTS (SELECT 1 FROM deling d WHERE d.account = a.sleutel)";
    take_accounts(db, guests, "netwerk".into(), telling)
}

/// Accounts of residents go with the person, and everything by which they were signed in with.
pub(super) fn take_accounts(
    db: &mut Verbinding,
    of: &'static str,
    value: Waarde<'_>,
    telling: &mut Telling,
) -> Result<(), Fout> {
    const OF_ACCOUNT: &[(&str, &str)] = &[
        ("sessie", "DELETE FROM sessie WHERE account = $1"),
        ("wachtwoord", "DELETE FROM wachtwoord WHERE account = $1"),
        ("totp", "DELETE FROM totp WHERE account = $1"),
        ("herstelcode", "DELETE FROM herstelcode WHERE account = $1"),
        ("uitnodiging", "DELETE FROM uitnodiging WHERE account = $1"),
        ("passkey", "DELETE FROM passkey WHERE account = $1"),
        ("passkey_wie", "DELETE FROM passkey_wie WHERE account = $1"),
        ("aanmeldkoppeling", "DELETE FROM aanmeldkoppeling WHERE account = $1"),
        ("betrokken", "DELETE FROM betrokken WHERE account = $1"),
        ("post_gelezen", "DELETE FROM post_gelezen WHERE account = $1"),
        ("deling_stem", "DELETE FROM deling_stem WHERE deling IN (SELECT id FROM deling WHERE account = $1)"),
        ("deling", "DELETE FROM deling WHERE account = $1"),
        ("afwezig", "DELETE FROM afwezig WHERE account = $1 OR vervanger = $1"),
        ("nood", "DELETE FROM nood WHERE account = $1"),
        ("expertvraag_lid", "DELETE FROM expertvraag_lid WHERE account = $1"),
        ("account", "DELETE FROM account WHERE sleutel = $1"),
    ];
    for account in db.query(of, &[value], |row| row.text(0))? {
        for (table, sql) in OF_ACCOUNT {
            telling.away(db, table, sql, &[account.as_str().into()])?;
        }
    }
    Ok(())
}
