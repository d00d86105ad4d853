//! The columns of a snapshot: one table from which the writer, the reader and the documentation are checked.

/// How a column is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Ascending whole number, as differences.
    Number,
    /// Whole number from a list of values.
    Value,
    /// Day from a list of days.
    Day,
    /// Word from a list of words.
    Word,
    /// Eurocents as they are.
    Cents,
}

impl Kind {
    /// Type of the column as Parquet and DuckDB call it.
    pub const fn parquet(self) -> &'static str {
        match self {
            Self::Number | Self::Value | Self::Cents => "INT32",
            Self::Day => "INT32 (DATE)",
            Self::Word => "BYTE_ARRAY (STRING)",
        }
    }

    /// Encoding of the pages.
    pub const fn encoding(self) -> &'static str {
        match self {
            Self::Number => "DELTA_BINARY_PACKED",
            Self::Cents => "PLAIN",
            Self::Value | Self::Day | Self::Word => "RLE_DICTIONARY",
        }
    }
}

macro_rules! columns {
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal $kind:ident $optional:literal,)+) => {
        /// A column of a snapshot.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Column { $($(#[doc = $doc])+ $variant,)+ }

        impl Column {
            /// All columns, in the order of the file.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its name in the file.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// How it is kept.
            pub const fn kind(self) -> Kind {
                match self { $(Self::$variant => Kind::$kind,)+ }
            }

            /// Whether a value may be missing.
            pub const fn optional(self) -> bool {
                match self { $(Self::$variant => $optional,)+ }
            }
        }
    };
}

columns! {
    /// The youth: a number within this snapshot. Says nothing outside it.
    Client "client" Number false,
    /// Municipality that is responsible (CBS code).
    Gemeente "gemeente" Value false,
    /// Neighbourhood that the help counts for (the six digits of the CBS code).
    Wijk "wijk" Value true,
    /// Neighbourhood where the youth lives now.
    Woonwijk "woonwijk" Value true,
    /// Age in whole years on the first day of the allocation.
    Leeftijd "leeftijd" Value true,
    /// Product code.
    Product "product" Word true,
    /// Product category (national list JZ020).
    Categorie "categorie" Value true,
    /// Form of help.
    Vorm "vorm" Word false,
    /// Law that pays.
    Wet "wet" Word false,
    /// AGB code of the provider.
    Aanbieder "aanbieder" Value false,
    /// Kind of referrer.
    Verwijzer "verwijzer" Word true,
    /// Groups of the family: bit n is group n of the list in `stelsel`; 0 when none was named.
    Groep "groep" Value false,
    /// School that the youth goes to.
    School "school" Word true,
    /// Day on which help was asked for.
    Aanvraag "aanvraag" Day true,
    /// First day of the allocation.
    Ingang "ingang" Day false,
    /// First day of help; missing while it is waited for.
    Begin "begin" Day true,
    /// Day on which the first day of help became known; missing while it is waited for, and where that was not kept.
    Gemeld "gemeld" Day true,
    /// Last day of help; missing while it goes on.
    Eind "eind" Day true,
    /// Days waited by those who started; missing while waiting, and where nothing was waited for.
    Wacht "wacht" Value true,
    /// State: `wacht`, `loopt`, `gestopt`, `vervallen`.
    Stand "stand" Word false,
    /// Intensity: minutes a week as allocated; a day and night counts 1,440.
    Minuten "minuten" Value true,
    /// Granted for the whole allocation, in eurocents; missing when the allocation names no amount.
    Toegekend "toegekend" Cents true,
    /// Claimed until the day of the figures, in eurocents.
    Gedeclareerd "gedeclareerd" Cents false,
}

impl Column {
    /// Its place in the file, from 0.
    pub const fn place(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_the_place() {
        assert!(Column::ALL.len() > 20);
        for (n, column) in Column::ALL.iter().enumerate() {
            assert_eq!(column.place(), n);
        }
    }
}
