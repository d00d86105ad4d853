//! One cell of a table: a number, or why there is none.

/// Why a figure is not known. None of these is ever zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Onbekend {
    /// `.`: unknown, not reliable enough or secret.
    Punt,
    /// `x`: secret.
    Geheim,
    /// `-`: none, in old tables; not told apart from unknown by everyone, so not counted as zero.
    Streep,
    /// Nothing stands there.
    Leeg,
    /// A code for missing, as `-99997` on the maps of CBS.
    Code,
}

impl Onbekend {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Punt, Self::Geheim, Self::Streep, Self::Leeg, Self::Code];

    /// How it is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Punt => ".",
            Self::Geheim => "x",
            Self::Streep => "-",
            Self::Leeg => "leeg",
            Self::Code => "code",
        }
    }
}

/// A number as published, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cel {
    /// The number.
    Waarde(f64),
    /// Not known.
    Onbekend(Onbekend),
}

impl Cel {
    /// The number, if it is known.
    pub const fn known(self) -> Option<f64> {
        match self {
            Self::Waarde(value) => Some(value),
            Self::Onbekend(_) => None,
        }
    }
}

/// How definite a figure is. Later is more definite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stand {
    /// Provisional (`*`).
    Voorlopig,
    /// The file does not say.
    NietGezegd,
    /// Provisional, looked at again (`**`).
    NaderVoorlopig,
    /// Definite.
    Definitief,
}

impl Stand {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Voorlopig, Self::NietGezegd, Self::NaderVoorlopig, Self::Definitief];

    /// How it is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Voorlopig => "voorlopig",
            Self::NietGezegd => "niet-gezegd",
            Self::NaderVoorlopig => "nader-voorlopig",
            Self::Definitief => "definitief",
        }
    }

    /// Whether a later edition is still to be expected.
    pub const fn provisional(self) -> bool {
        matches!(self, Self::Voorlopig | Self::NaderVoorlopig)
    }

    /// Reads a word or the stars of a label.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if text.ends_with("**") || text.contains("nader voorlopig") {
            Some(Self::NaderVoorlopig)
        } else if text.ends_with('*') || text.contains("voorlopig") || text.contains("provisional") {
            Some(Self::Voorlopig)
        } else {
            (text.contains("definitief") || text.contains("definitive")).then_some(Self::Definitief)
        }
    }
}

/// What is wrong with a text that should be a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GeenGetal {
    /// It is none.
    Tekst,
    /// `1.234` can be 1234 and 1.234.
    Duizendtal,
}

/// A cell as it was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Gelezen {
    pub(super) cel: Cel,
    /// What stars behind the number say.
    pub(super) stand: Option<Stand>,
    /// Whether a decimal sign stands in it.
    pub(super) komma: bool,
}

/// At most so many characters are a number.
const LONGEST: usize = 20;

/// Reads a cell. Decimals are after a comma or a point. `whole` says that the figure counts things: then `1.234` could be meant as
/// thousands, and is refused, while `15265.0` (as spreadsheets write it) is not.
pub(super) fn read(text: &str, whole: bool) -> Result<Gelezen, GeenGetal> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let bare = text.trim_end_matches('*');
    let stand = match text.len() - bare.len() {
        0 => None,
        1 => Some(Stand::Voorlopig),
        _ => Some(Stand::NaderVoorlopig),
    };
    let bare = bare.trim_end();
    let unknown = match bare {
        "" => Some(Onbekend::Leeg),
        "." | ".." => Some(Onbekend::Punt),
        "x" | "X" => Some(Onbekend::Geheim),
        "-" | "\u{2013}" | "\u{2014}" => Some(Onbekend::Streep),
        word if ["na", "n/a", "nan", "null", "none", "#n/a"].contains(&word.to_lowercase().as_str()) => {
            Some(Onbekend::Leeg)
        }
        _ => None,
    };
    if let Some(why) = unknown {
        return Ok(Gelezen { cel: Cel::Onbekend(why), stand, komma: false });
    }
    if bare.len() > LONGEST {
        return Err(GeenGetal::Tekst);
    }
    let (number, komma) = number(bare, whole)?;
    // -99997 and its relatives (-99995, -99999999): missing on the maps of CBS.
    let cel = if number <= -99_990.0 { Cel::Onbekend(Onbekend::Code) } else { Cel::Waarde(number) };
    Ok(Gelezen { cel, stand, komma })
}

fn number(text: &str, whole: bool) -> Result<(f64, bool), GeenGetal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let all_digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    let parse = |t: &str| t.parse::<f64>().map_err(|_| GeenGetal::Tekst);
    if all_digits(digits) {
        return Ok((parse(text)?, false));
    }
    let signs: Vec<(usize, char)> = digits.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    match signs.as_slice() {
        [(at, sign @ ('.' | ','))] => {
            let (before, after) =
                (digits.get(..*at).unwrap_or_default(), digits.get(at + 1..).unwrap_or_default());
            // CBS leaves the zero before the decimal sign out in some tables (`,5`).
            if !(all_digits(after) && (before.is_empty() || all_digits(before))) {
                return Err(GeenGetal::Tekst);
            }
            if whole && after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0') {
                return Err(GeenGetal::Duizendtal);
            }
            Ok((parse(&text.replace(*sign, "."))?, true))
        }
        // Groups of thousands that cannot be anything else: 1.234.567 and 1.234,5.
        [(first, group @ ('.' | ' ' | '\u{a0}' | '\u{202f}')), .., (last, end)] => {
            let decimals = *end == ',';
            let whole_part = if decimals { digits.get(..*last) } else { Some(digits) }.unwrap_or_default();
            let mut groups = whole_part.split(*group);
            let good = *first <= 3
                && groups.next().is_some_and(all_digits)
                && groups.all(|g| g.len() == 3 && all_digits(g))
                && (!decimals || all_digits(digits.get(last + 1..).unwrap_or_default()));
            if !good {
                return Err(GeenGetal::Tekst);
            }
            Ok((parse(&text.replace(*group, "").replace(',', "."))?, decimals))
        }
        [(_, ' ' | '\u{a0}' | '\u{202f}')] if whole => Err(GeenGetal::Duizendtal),
        _ => Err(GeenGetal::Tekst),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_both_worlds() {
        for (text, number) in [
            ("  461985", 461_985.0),
            ("28,1", 28.1),
            ("28.1", 28.1),
            (",5", 0.5),
            ("1.234.567", 1_234_567.0),
            ("1.234,5", 1234.5),
            ("105140.0", 105_140.0),
            ("-3", -3.0),
            ("12*", 12.0),
        ] {
            assert_eq!(read(text, false).unwrap().cel, Cel::Waarde(number), "{text}");
        }
        assert_eq!(read("15265.0", true).unwrap().cel, Cel::Waarde(15_265.0));
        assert_eq!(read("12**", false).unwrap().stand, Some(Stand::NaderVoorlopig));
        assert_eq!(read("1.234", true), Err(GeenGetal::Duizendtal));
        assert_eq!(read("1.234", false).unwrap().cel, Cel::Waarde(1.234));
        for wrong in
            ["twaalf", "1,2,3", "1.23.4", "1e5", "--1", "12%", "inf", "1.2345,6", "9".repeat(30).as_str()]
        {
            assert_eq!(read(wrong, false), Err(GeenGetal::Tekst), "{wrong}");
        }
    }

    #[test]
    fn what_is_missing_is_not_zero() {
        for (text, why) in [
            ("       .", Onbekend::Punt),
            ("x", Onbekend::Geheim),
            ("-", Onbekend::Streep),
            ("", Onbekend::Leeg),
            ("NaN", Onbekend::Leeg),
            ("-99997", Onbekend::Code),
            ("-99999999", Onbekend::Code),
            ("-99997.0", Onbekend::Code),
        ] {
            assert_eq!(read(text, true).unwrap().cel, Cel::Onbekend(why), "{text}");
        }
    }
}
