//! The form of help, as people speak of it, from the product a message names.

/// A form of youth help. The grouping follows CBS (ambulant, daghulp, pleegzorg, verblijf) with the mental-health,
/// crisis and court-ordered forms apart, because waiting and money differ most between those.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hulpvorm {
    /// Help at home, at school or at the provider's, by the hour.
    Ambulant,
    /// Mental-health care for youths (jeugd-ggz), dyslexia care apart from it.
    JeugdGgz,
    /// Day treatment.
    Dagbehandeling,
    /// Foster care.
    Pleegzorg,
    /// Staying elsewhere: family home, group, closed setting, respite.
    Verblijf,
    /// Help in a crisis.
    Crisis,
    /// Child protection (a supervision order or guardianship).
    Jeugdbescherming,
    /// Youth probation.
    Jeugdreclassering,
    /// Everything else: transport, arrangements, generic allocations.
    Overig,
}

impl Hulpvorm {
    /// All forms, in the order in which pages show them.
    pub const ALL: [Self; 9] = [
        Self::Ambulant,
        Self::JeugdGgz,
        Self::Dagbehandeling,
        Self::Pleegzorg,
        Self::Verblijf,
        Self::Crisis,
        Self::Jeugdbescherming,
        Self::Jeugdreclassering,
        Self::Overig,
    ];

    /// From the national category (iJw list JZ020) and, where the category is too coarse, the product code
    /// (national list JZ21: 44A03 and 44A07 are pleegzorg). Empty when a generic allocation names no product.
    pub fn of(categorie: &str, code: Option<&str>) -> Self {
        match (categorie, code) {
            ("44", Some("44A03" | "44A07")) | ("35", _) => Self::Pleegzorg,
            ("40" | "45" | "31" | "32" | "34", _) => Self::Ambulant,
            ("51" | "52" | "53" | "54", _) => Self::JeugdGgz,
            ("41" | "33", _) => Self::Dagbehandeling,
            ("43" | "44" | "36" | "37" | "38", _) => Self::Verblijf,
            ("46", _) => Self::Crisis,
            ("48", _) => Self::Jeugdbescherming,
            ("47", _) => Self::Jeugdreclassering,
            _ => Self::Overig,
        }
    }

    /// The key of its name in the texts of the pages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ambulant => "hulpvorm-ambulant",
            Self::JeugdGgz => "hulpvorm-jeugd-ggz",
            Self::Dagbehandeling => "hulpvorm-dagbehandeling",
            Self::Pleegzorg => "hulpvorm-pleegzorg",
            Self::Verblijf => "hulpvorm-verblijf",
            Self::Crisis => "hulpvorm-crisis",
            Self::Jeugdbescherming => "hulpvorm-jeugdbescherming",
            Self::Jeugdreclassering => "hulpvorm-jeugdreclassering",
            Self::Overig => "hulpvorm-overig",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_reachable_and_named_once() {
        let reached: std::collections::BTreeSet<_> =
            ["31", "41", "43", "44", "46", "47", "48", "54", "42", "55", "35"]
                .iter()
                .map(|c| Hulpvorm::of(c, None))
                .collect();
        assert_eq!(reached.len(), Hulpvorm::ALL.len());
        let keys: std::collections::BTreeSet<_> = Hulpvorm::ALL.iter().map(|f| f.key()).collect();
        assert_eq!(keys.len(), Hulpvorm::ALL.len());
        assert_eq!(Hulpvorm::of("44", Some("44A08")), Hulpvorm::Verblijf);
    }
}
