//! The three value types that both databases share, and rows that give them back.

use ::postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use jiff::civil::Date;
use stelsel::Id;

use crate::Fout;

/// A value on its way into the database.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Waarde<'a> {
    Leeg,
    Getal(i64),
    Tekst(&'a str),
    Bytes(&'a [u8]),
}

/// A value kept until the rows are sent together.
#[derive(Clone, Debug)]
pub(super) enum Bewaard {
    Leeg,
    Getal(i64),
    Tekst(String),
    Bytes(Vec<u8>),
}

impl Waarde<'_> {
    pub(super) fn keep(&self) -> Bewaard {
        match self {
            Self::Leeg => Bewaard::Leeg,
            Self::Getal(n) => Bewaard::Getal(*n),
            Self::Tekst(t) => Bewaard::Tekst((*t).to_owned()),
            Self::Bytes(b) => Bewaard::Bytes(b.to_vec()),
        }
    }
}

impl Bewaard {
    pub(super) fn as_value(&self) -> Waarde<'_> {
        match self {
            Self::Leeg => Waarde::Leeg,
            Self::Getal(n) => Waarde::Getal(*n),
            Self::Tekst(t) => Waarde::Tekst(t),
            Self::Bytes(b) => Waarde::Bytes(b),
        }
    }
}

impl rusqlite::ToSql for Waarde<'_> {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{ToSqlOutput, Value, ValueRef};
        Ok(match self {
            Self::Leeg => ToSqlOutput::Owned(Value::Null),
            Self::Getal(n) => ToSqlOutput::Owned(Value::Integer(*n)),
            Self::Tekst(t) => ToSqlOutput::Borrowed(ValueRef::Text(t.as_bytes())),
            Self::Bytes(b) => ToSqlOutput::Borrowed(ValueRef::Blob(b)),
        })
    }
}

impl ToSql for Waarde<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut ::postgres::types::private::BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Leeg => Ok(IsNull::Yes),
            // PostgreSQL takes a parameter beside a literal for a small integer.
            Self::Getal(n) if *ty == Type::INT4 => i32::try_from(*n)?.to_sql(ty, out),
            Self::Getal(n) => n.to_sql(ty, out),
            Self::Tekst(t) => t.to_sql(ty, out),
            Self::Bytes(b) => b.to_sql(ty, out),
        }
    }

    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::INT8 | Type::INT4 | Type::TEXT | Type::BYTEA)
    }

    to_sql_checked!();
}

impl From<i64> for Waarde<'_> {
    fn from(n: i64) -> Self {
        Self::Getal(n)
    }
}
impl From<u32> for Waarde<'_> {
    fn from(n: u32) -> Self {
        Self::Getal(i64::from(n))
    }
}
impl From<bool> for Waarde<'_> {
    fn from(yes: bool) -> Self {
        Self::Getal(i64::from(yes))
    }
}
impl<'a> From<&'a str> for Waarde<'a> {
    fn from(text: &'a str) -> Self {
        Self::Tekst(text)
    }
}
impl<'a> From<&'a String> for Waarde<'a> {
    fn from(text: &'a String) -> Self {
        Self::Tekst(text)
    }
}
impl<'a> From<&'a [u8]> for Waarde<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}
impl<'a, T> From<&'a Id<T>> for Waarde<'a> {
    fn from(id: &'a Id<T>) -> Self {
        Self::Bytes(id.bytes())
    }
}
impl From<Date> for Waarde<'_> {
    fn from(day: Date) -> Self {
        Self::Getal(day_number(day))
    }
}
impl<'a, T: Into<Waarde<'a>>> From<Option<T>> for Waarde<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Leeg, Into::into)
    }
}

/// Days since 1970-01-01: how a civil date is stored.
pub(crate) fn day_number(day: Date) -> i64 {
    i64::from(Date::constant(1970, 1, 1).until(day).map_or(0, |span| span.get_days()))
}

/// Back from storage.
pub(crate) fn day_of(number: i64) -> Result<Date, Fout> {
    use jiff::ToSpan;
    i32::try_from(number)
        .ok()
        .and_then(|n| Date::constant(1970, 1, 1).checked_add(n.days()).ok())
        .ok_or(Fout::Tegenstrijdig("a stored day lies outside the calendar"))
}

/// A row on its way out.
pub(crate) enum Rij<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a ::postgres::Row),
}

impl Rij<'_> {
    fn get<T>(&self, kolom: usize) -> Result<T, Fout>
    where
        T: rusqlite::types::FromSql + for<'x> ::postgres::types::FromSql<'x>,
    {
        match self {
            Self::Sqlite(row) => Ok(row.get(kolom)?),
            Self::Postgres(row) => Ok(row.try_get(kolom)?),
        }
    }

    pub(crate) fn number(&self, kolom: usize) -> Result<i64, Fout> {
        self.number_opt(kolom)?.ok_or(Fout::Tegenstrijdig("a number is missing"))
    }

    pub(crate) fn number_opt(&self, kolom: usize) -> Result<Option<i64>, Fout> {
        match self {
            // A literal or CASE comes back as a small integer.
            Self::Postgres(row) if row.columns().get(kolom).is_some_and(|c| *c.type_() == Type::INT4) => {
                Ok(row.try_get::<_, Option<i32>>(kolom)?.map(i64::from))
            }
            _ => self.get(kolom),
        }
    }

    pub(crate) fn count(&self, kolom: usize) -> Result<u32, Fout> {
        u32::try_from(self.number(kolom)?)
            .map_err(|_| Fout::Tegenstrijdig("a count is negative or too large"))
    }

    pub(crate) fn count_opt(&self, kolom: usize) -> Result<Option<u32>, Fout> {
        Ok(self.number_opt(kolom)?.and_then(|n| u32::try_from(n).ok()))
    }

    pub(crate) fn text(&self, kolom: usize) -> Result<String, Fout> {
        self.get(kolom)
    }

    pub(crate) fn text_opt(&self, kolom: usize) -> Result<Option<String>, Fout> {
        self.get(kolom)
    }

    pub(crate) fn bytes(&self, kolom: usize) -> Result<Vec<u8>, Fout> {
        self.get(kolom)
    }

    pub(crate) fn bytes_opt(&self, kolom: usize) -> Result<Option<Vec<u8>>, Fout> {
        self.get(kolom)
    }

    pub(crate) fn id<T>(&self, kolom: usize) -> Result<Id<T>, Fout> {
        let bytes: Vec<u8> = self.get(kolom)?;
        Ok(Id::try_from(bytes.as_slice())?)
    }

    pub(crate) fn day(&self, kolom: usize) -> Result<Date, Fout> {
        day_of(self.number(kolom)?)
    }

    pub(crate) fn day_opt(&self, kolom: usize) -> Result<Option<Date>, Fout> {
        self.number_opt(kolom)?.map(day_of).transpose()
    }

    /// A code that is stored as a number.
    pub(crate) fn code<T: TryFrom<i64, Error = stelsel::Ongeldig>>(&self, kolom: usize) -> Result<T, Fout> {
        Ok(T::try_from(self.number(kolom)?)?)
    }

    pub(crate) fn code_opt<T: TryFrom<i64, Error = stelsel::Ongeldig>>(
        &self,
        kolom: usize,
    ) -> Result<Option<T>, Fout> {
        Ok(self.number_opt(kolom)?.map(T::try_from).transpose()?)
    }

    pub(crate) fn moment_opt(&self, kolom: usize) -> Result<Option<jiff::Timestamp>, Fout> {
        self.number_opt(kolom)?.map(moment_of).transpose()
    }

    pub(crate) fn moment(&self, kolom: usize) -> Result<jiff::Timestamp, Fout> {
        moment_of(self.number(kolom)?)
    }
}

fn moment_of(number: i64) -> Result<jiff::Timestamp, Fout> {
    jiff::Timestamp::from_millisecond(number)
        .map_err(|_| Fout::Tegenstrijdig("a stored moment lies outside the calendar"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_read_back() {
        for day in [date(1900, 1, 1), date(1970, 1, 1), date(2024, 2, 29), date(9999, 12, 31)] {
            assert_eq!(day_of(day_number(day)).unwrap(), day);
        }
        assert!(day_of(i64::MAX).is_err());
    }
}
