//! Settings of the register: names with a value each.

use crate::Fout;
use crate::db::Verbinding;

/// The value of a setting.
pub(crate) fn read(db: &mut Verbinding, naam: &str) -> Result<Option<String>, Fout> {
    db.query_opt("SELECT waarde FROM instelling WHERE naam = $1", &[naam.into()], |row| row.text(0))
}

/// Stores a setting; the newest value counts.
pub(crate) fn put(db: &mut Verbinding, naam: &str, waarde: &str) -> Result<(), Fout> {
    db.execute_one(
        "INSERT INTO instelling (naam, waarde) VALUES ($1, $2) ON CONFLICT (naam) DO UPDATE SET waarde = excluded.waarde",
        &[naam.into(), waarde.into()],
    )
}
