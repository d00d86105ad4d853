//! A row as it is offered to the writer, and as it is kept until the file is written.

use jiff::civil::{Date, date};
use stelsel::episode::EpisodeStand;
use stelsel::{AgbCode, Gemeentecode, Hulpvorm, Wijkcode};

use super::SnapshotFout;

/// One allocation and what became of it, without anything that tells who it is: no name, number, birth date or address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// The youth, as a hash with a key that stays in the register. Not kept: the file numbers youths anew.
    pub client: u64,
    /// The cell key of the youth: what disclosure control draws from, so that the same youths have the same figure for ever. A hash of
    /// the person with a secret for this purpose only, the same in every snapshot and in every row of the youth.
    pub sleutel: u64,
    /// See [`super::Column::Gemeente`].
    pub gemeente: Gemeentecode,
    /// See [`super::Column::Wijk`].
    pub wijk: Option<Wijkcode>,
    /// See [`super::Column::Woonwijk`].
    pub woonwijk: Option<Wijkcode>,
    /// See [`super::Column::Leeftijd`].
    pub leeftijd: Option<u8>,
    /// See [`super::Column::Product`].
    pub product: Option<&'a str>,
    /// See [`super::Column::Categorie`].
    pub categorie: Option<u8>,
    /// See [`super::Column::Vorm`].
    pub vorm: Hulpvorm,
    /// See [`super::Column::Wet`].
    pub wet: &'a str,
    /// See [`super::Column::Aanbieder`].
    pub aanbieder: AgbCode,
    /// See [`super::Column::Verwijzer`].
    pub verwijzer: Option<&'a str>,
    /// See [`super::Column::Groep`].
    pub groep: u16,
    /// See [`super::Column::School`].
    pub school: Option<&'a str>,
    /// See [`super::Column::Aanvraag`].
    pub aanvraag: Option<Date>,
    /// See [`super::Column::Ingang`].
    pub ingang: Date,
    /// See [`super::Column::Begin`].
    pub begin: Option<Date>,
    /// See [`super::Column::Gemeld`].
    pub gemeld: Option<Date>,
    /// See [`super::Column::Eind`].
    pub eind: Option<Date>,
    /// See [`super::Column::Wacht`].
    pub wacht: Option<u16>,
    /// See [`super::Column::Stand`].
    pub stand: EpisodeStand,
    /// See [`super::Column::Minuten`].
    pub minuten: Option<u16>,
    /// See [`super::Column::Toegekend`].
    pub toegekend: Option<u32>,
    /// See [`super::Column::Gedeclareerd`].
    pub gedeclareerd: u32,
}

/// The first day that a snapshot can hold; the last is 65,534 days later, in 2139.
const FIRST: Date = date(1960, 1, 1);
/// Days from 1970-01-01 to [`FIRST`], negative.
const FIRST_UNIX: i32 = -3653;
/// What stands for nothing.
pub(super) const NONE16: u16 = u16::MAX;
pub(super) const NONE32: u32 = u32::MAX;
pub(super) const NONE8: u8 = u8::MAX;

/// The day as days since 1970-01-01, the way Parquet keeps it.
pub fn unix_day(day: Date) -> i32 {
    i32::try_from(day.duration_since(date(1970, 1, 1)).as_hours() / 24).unwrap_or(i32::MAX)
}

/// The other way round.
pub fn day_of(unix: i32) -> Option<Date> {
    date(1970, 1, 1).checked_add(jiff::SignedDuration::from_hours(i64::from(unix) * 24)).ok()
}

fn packed_day(day: Date) -> Result<u16, SnapshotFout> {
    let days = day.duration_since(FIRST).as_hours() / 24;
    u16::try_from(days)
        .ok()
        .filter(|n| *n != NONE16)
        .ok_or(SnapshotFout::Row("a day before 1960 or after 2138"))
}

pub(super) fn unpacked_day(packed: u16) -> Option<i32> {
    (packed != NONE16).then(|| i32::from(packed) + FIRST_UNIX)
}

/// A row as it is kept until it is written: 60 bytes, 64 with its alignment. The order of the fields is the order of the rows of a youth:
/// by first day of help, those who wait last, then by first day of the allocation, then by everything else, so that the
/// file does not depend on the order in which rows were offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Packed {
    pub(super) client: u64,
    pub(super) begin: u16,
    pub(super) ingang: u16,
    pub(super) eind: u16,
    pub(super) gemeld: u16,
    pub(super) aanvraag: u16,
    pub(super) wijk: u32,
    pub(super) woonwijk: u32,
    pub(super) aanbieder: u32,
    pub(super) toegekend: u32,
    pub(super) gedeclareerd: u32,
    pub(super) product: u16,
    pub(super) school: u16,
    pub(super) gemeente: u16,
    pub(super) groep: u16,
    pub(super) wacht: u16,
    pub(super) minuten: u16,
    pub(super) wet: u16,
    pub(super) verwijzer: u16,
    pub(super) leeftijd: u8,
    pub(super) categorie: u8,
    pub(super) vorm: u8,
    pub(super) stand: u8,
}

/// The words of a column as numbers.
pub(super) type Name<'a> = dyn FnMut(super::Column, Option<&str>) -> Result<u16, SnapshotFout> + 'a;

impl Packed {
    /// Packs a row, words by `name`. Refuses what would not come out as it went in, and what cannot be.
    pub(super) fn new(row: &Row<'_>, name: &mut Name<'_>) -> Result<Self, SnapshotFout> {
        use super::Column::{Product, School, Verwijzer, Wet};
        let day = |day: Option<Date>| day.map_or(Ok(NONE16), packed_day);
        let small = |n: Option<u8>| match n {
            Some(NONE8) => Err(SnapshotFout::Row("an age or category of 255")),
            other => Ok(other.unwrap_or(NONE8)),
        };
        let middle = |n: Option<u16>| match n {
            Some(NONE16) => Err(SnapshotFout::Row("a wait or intensity of 65,535")),
            other => Ok(other.unwrap_or(NONE16)),
        };
        let cents = |n: u32| match i32::try_from(n) {
            Ok(_) => Ok(n),
            Err(_) => Err(SnapshotFout::Row("an amount above 21 million euros")),
        };
        if let (Some(begin), Some(eind)) = (row.begin, row.eind)
            && eind < begin
        {
            return Err(SnapshotFout::Row("help that ends before it begins"));
        }
        if row.gemeld.is_some() && row.begin.is_none() {
            return Err(SnapshotFout::Row("a first day of help that is known and is not there"));
        }
        let begun = matches!(row.stand, EpisodeStand::Loopt | EpisodeStand::Gestopt);
        if begun != row.begin.is_some() {
            return Err(SnapshotFout::Row("a state that does not go with the first day of help"));
        }
        Ok(Self {
            client: row.client,
            begin: day(row.begin)?,
            ingang: packed_day(row.ingang)?,
            eind: day(row.eind)?,
            gemeld: day(row.gemeld)?,
            aanvraag: day(row.aanvraag)?,
            wijk: row.wijk.map_or(NONE32, Wijkcode::number),
            woonwijk: row.woonwijk.map_or(NONE32, Wijkcode::number),
            aanbieder: row.aanbieder.number(),
            toegekend: row.toegekend.map_or(Ok(NONE32), cents)?,
            gedeclareerd: cents(row.gedeclareerd)?,
            product: name(Product, row.product)?,
            school: name(School, row.school)?,
            gemeente: row.gemeente.number(),
            groep: row.groep,
            wacht: middle(row.wacht)?,
            minuten: middle(row.minuten)?,
            wet: name(Wet, Some(row.wet))?,
            verwijzer: name(Verwijzer, row.verwijzer)?,
            leeftijd: small(row.leeftijd)?,
            categorie: small(row.categorie)?,
            vorm: place(&Hulpvorm::ALL, &row.vorm),
            stand: place(&EpisodeStand::ALL, &row.stand),
        })
    }
}

fn place<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter().position(|other| other == one).and_then(|n| u8::try_from(n).ok()).unwrap_or(NONE8)
}

/// The word of a form of help in the file.
pub fn vorm_key(vorm: Hulpvorm) -> &'static str {
    vorm.key().trim_start_matches("hulpvorm-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_come_out_as_they_went_in() {
        for day in [FIRST, date(1969, 12, 31), date(1970, 1, 1), date(2026, 11, 22), date(2139, 6, 5)] {
            let packed = packed_day(day).unwrap();
            let unix = unpacked_day(packed).unwrap();
            assert_eq!((unix, day_of(unix)), (unix_day(day), Some(day)));
        }
        assert!(packed_day(date(2139, 6, 7)).is_err() && packed_day(date(1959, 12, 31)).is_err());
        assert_eq!(unpacked_day(NONE16), None);
        assert_eq!(std::mem::size_of::<Packed>(), 64);
    }
}
