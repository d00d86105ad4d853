//! What the headings of a table mean.

use super::cijfer::Cijfer;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rol {
    /// Codes of areas. The lower, the rather.
    Gebied(u8),
    /// The year.
    Jaar,
    /// The name of the area. The lower, the rather.
    Naam(u8),
    /// The name of the municipality.
    Gemeentenaam,
    /// Whether codes and borders changed since the year before.
    Wijziging,
    /// Form of help.
    Vorm,
    /// Provisional or definite.
    Stand,
    /// A figure, of the year of the row or of its own.
    Cijfer(Cijfer, Option<u16>),
    /// Anything else.
    Anders,
}

/// A year between brackets of what can be asked of CBS.
pub(super) fn year(text: &str) -> Option<u16> {
    let year: u16 =
        (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())??;
    (1990..=2099).contains(&year).then_some(year)
}

/// The only year that stands by itself in a text (`kwb-2022`, not `11122025`).
pub(super) fn year_within(text: &str) -> Option<u16> {
    let mut years = text.split(|c: char| !c.is_ascii_digit()).filter_map(year);
    let first = years.next()?;
    years.all(|other| other == first).then_some(first)
}

/// Letters and digits of a heading, in small letters and without accents that CBS drops itself.
pub(super) fn bare(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter(char::is_ascii_alphanumeric).collect()
}

/// A heading without what stands around it: the path before it and the unit behind it.
fn core(heading: &str) -> &str {
    let heading = heading.trim().trim_matches('"').trim_end_matches('*').trim();
    let without = match heading.rfind('(') {
        Some(at) if heading.ends_with(')') && at > 0 => heading.get(..at).unwrap_or(heading).trim_end(),
        _ => heading,
    };
    without.rsplit('/').next().unwrap_or(without).trim()
}

/// A heading without the number that the open data of CBS put behind it.
fn numberless(heading: &str) -> Option<(&str, &str)> {
    let (before, after) = heading.rsplit_once('_')?;
    (!before.is_empty() && !after.is_empty() && after.bytes().all(|b| b.is_ascii_digit()))
        .then_some((before, after))
}

/// What a column with this heading holds.
pub(super) fn rol(heading: &str) -> Rol {
    let core = core(heading);
    if let Some(found) = known(&bare(core), None) {
        return found;
    }
    if let Some((before, number)) = numberless(core)
        && let Some(found) = known(&bare(before), year(number))
    {
        return found;
    }
    Rol::Anders
}

fn known(name: &str, own_year: Option<u16>) -> Option<Rol> {
    // `k_0Tot15Jaar`: a name in the open data cannot begin with a digit.
    let name = match name.strip_prefix('k') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => rest,
        _ => name,
    };
    Some(match name {
        "buurtcode" | "bucode" => Rol::Gebied(0),
        "wijkcode" | "wkcode" => Rol::Gebied(1),
        "codering" | "gwbcode10" | "regiocode" => Rol::Gebied(2),
        "statcode" | "gwbcode" => Rol::Gebied(3),
        "wijkenenbuurten" | "wijken" | "regios" | "regio" => Rol::Gebied(4),
        "gemeentecode" | "gmcode" | "gemeente" => Rol::Gebied(5),
        "jeugdregiocode" => Rol::Gebied(6),
        "perioden" | "periode" | "jaar" => Rol::Jaar,
        "wijknaam" | "wknaam" | "wijk" => Rol::Naam(0),
        "statnaam" | "naam" => Rol::Naam(1),
        "jeugdregionaam" => Rol::Naam(3),
        "gemeentenaam" | "gmnaam" => Rol::Gemeentenaam,
        "vormenvanjeugdzorg" | "vormvanjeugdzorg" | "vormenvanjeugdhulp" | "vormenjeugdzorg" => Rol::Vorm,
        "status" | "stand" | "voorlopig" => Rol::Stand,
        "indwbz" | "indwbi" => Rol::Wijziging,
        _ if name.starts_with("indelingswijziging") => Rol::Wijziging,
        _ => Rol::Cijfer(Cijfer::from_heading(name)?, own_year),
    })
}

/// A year and how definite it is, of `2022`, `2022*`, `2022JJ00`, `2022 (voorlopig)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Periode {
    Jaar(u16),
    /// A half-year, quarter or month.
    Deel,
    Geen,
}

pub(super) fn periode(text: &str) -> Periode {
    let text = text.trim().trim_end_matches(".0");
    let (Some(first), rest) = (text.get(..4).and_then(year), text.get(4..).unwrap_or_default()) else {
        return if text.split(|c: char| !c.is_ascii_digit()).any(|t| year(t).is_some()) {
            Periode::Deel
        } else {
            Periode::Geen
        };
    };
    let rest = rest.trim().trim_end_matches('*').trim();
    match rest {
        "" | "JJ00" => Periode::Jaar(first),
        _ if rest.starts_with('(') => Periode::Jaar(first),
        _ => Periode::Deel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_ways_to_say_the_same() {
        for heading in [
            "k_0Tot15Jaar_8",
            "\"Bevolking/Leeftijd/0 tot 15 jaar (aantal)\"",
            "a_00_14",
            "inw_0_14",
            "0 tot 15 jaar*",
        ] {
            assert_eq!(rol(heading), Rol::Cijfer(Cijfer::Inw0Tot15, None), "{heading}");
        }
        assert_eq!(rol("jeugdzorg_2022"), Rol::Cijfer(Cijfer::Jeugdzorg, Some(2022)));
        assert_eq!(rol("Huish. onder of rond sociaal minimum (%)"), Rol::Cijfer(Cijfer::PctMinimum, None));
        assert_eq!(rol("jz_0_3"), Rol::Cijfer(Cijfer::Jz0Tot4, None));
        assert_eq!(rol("IndelingswijzigingWijken_21"), Rol::Wijziging);
        assert_eq!(rol("Regioaanduiding/Codering (code)"), Rol::Gebied(2));
        assert_eq!(rol("Mannen_6"), Rol::Anders);
        assert_eq!(rol(""), Rol::Anders);
    }

    #[test]
    fn years_and_parts_of_years() {
        assert_eq!(periode("2022JJ00"), Periode::Jaar(2022));
        assert_eq!(periode("2022*"), Periode::Jaar(2022));
        assert_eq!(periode("2022 (voorlopig)"), Periode::Jaar(2022));
        assert_eq!(periode("2022HJ01"), Periode::Deel);
        assert_eq!(periode("1e halfjaar 2022"), Periode::Deel);
        assert_eq!(periode("2022 1e kwartaal"), Periode::Deel);
        assert_eq!(periode("JJ00"), Periode::Geen);
        assert_eq!(year_within("Kerncijfers_wijken_en_buurten_2024_11122025_141648.csv"), Some(2024));
        assert_eq!(year_within("van_2021_tot_2022.csv"), None);
        assert_eq!(year_within("kwb-2022.csv"), Some(2022));
    }
}
