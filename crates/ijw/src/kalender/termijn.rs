//! The terms within which something has to be answered or sent.

use jiff::ToSpan;

use super::Werkkalender;
use crate::basis::Datum;
use crate::berichttype::Berichttype;

/// How long a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duur {
    /// So many working days.
    Werkdagen(u16),
    /// So many weeks, whatever days they hold.
    Weken(u16),
    /// So many years.
    Jaren(u16),
}

/// A term of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Termijn {
    /// A retour message, from the receipt of the message it answers (OP090).
    Retour,
    /// The JW325, from the receipt of the JW323 (OP090x4).
    DeclaratieAntwoord,
    /// A JW301 or JW319, from the receipt of a JW315 or JW317 (OP274, OP346).
    AntwoordOpVerzoek,
    /// The final answer to a request that was taken into investigation, from the Dagtekening of the request (OP346).
    EindantwoordNaOnderzoek,
    /// A JW319 that names another municipality, from the receipt of the request (OP359).
    Woonplaatsbeginsel,
    /// A JW305, from the start of the delivery, or from the receipt of an allocation with retroactive effect (OP271).
    Start,
    /// A JW307, from the end of the delivery, or from when it is known to be final (OP272).
    Stop,
    /// A JW315, from the intake or the order of the court.
    VerzoekNaIntake,
    /// A claim, from the end of the ProductPeriode (TR335). Contracts say shorter.
    Declaratie,
}

impl Termijn {
    /// Every term.
    pub const ALLE: &'static [Self] = &[
        Self::Retour,
        Self::DeclaratieAntwoord,
        Self::AntwoordOpVerzoek,
        Self::EindantwoordNaOnderzoek,
        Self::Woonplaatsbeginsel,
        Self::Start,
        Self::Stop,
        Self::VerzoekNaIntake,
        Self::Declaratie,
    ];

    /// How long the term is.
    pub const fn duur(self) -> Duur {
        match self {
            Self::Retour => Duur::Werkdagen(3),
            Self::DeclaratieAntwoord => Duur::Werkdagen(10),
            Self::AntwoordOpVerzoek | Self::Start | Self::Stop | Self::VerzoekNaIntake => Duur::Werkdagen(5),
            Self::EindantwoordNaOnderzoek => Duur::Weken(8),
            Self::Woonplaatsbeginsel => Duur::Weken(2),
            Self::Declaratie => Duur::Jaren(5),
        }
    }

    /// The rule that sets the term; none when only the explanation of the standard names it.
    pub const fn regel(self) -> Option<&'static str> {
        match self {
            Self::Retour => Some("OP090"),
            Self::DeclaratieAntwoord => Some("OP090x4"),
            Self::AntwoordOpVerzoek => Some("OP274"),
            Self::EindantwoordNaOnderzoek => Some("OP346"),
            Self::Woonplaatsbeginsel => Some("OP359"),
            Self::Start => Some("OP271"),
            Self::Stop => Some("OP272"),
            Self::Declaratie => Some("TR335"),
            Self::VerzoekNaIntake => None,
        }
    }

    /// The last day of the term that began on a day. At the end of the calendar the last day there is.
    pub fn uiterlijk(self, vanaf: Datum, kalender: &Werkkalender) -> Datum {
        match self.duur() {
            Duur::Werkdagen(dagen) => kalender.add_working_days(vanaf, dagen),
            Duur::Weken(weken) => vanaf.saturating_add(i64::from(weken).weeks()),
            Duur::Jaren(jaren) => vanaf.saturating_add(i64::from(jaren).years()),
        }
    }

    /// Within which term a message is to be answered by a message of its own kind: its retour, or a JW325.
    pub const fn of_answer(bericht: Berichttype) -> Option<Self> {
        match bericht.answered_by() {
            Some(Berichttype::Jw325) => Some(Self::DeclaratieAntwoord),
            Some(_) => Some(Self::Retour),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_term_ends_on_its_last_day() {
        let kalender = Werkkalender::default();
        let op = date(2026, 4, 2);
        for (termijn, einde) in [
            (Termijn::Retour, date(2026, 4, 8)),
            (Termijn::DeclaratieAntwoord, date(2026, 4, 17)),
            (Termijn::AntwoordOpVerzoek, date(2026, 4, 10)),
            (Termijn::Woonplaatsbeginsel, date(2026, 4, 16)),
            (Termijn::EindantwoordNaOnderzoek, date(2026, 5, 28)),
            (Termijn::Declaratie, date(2031, 4, 2)),
        ] {
            assert_eq!(termijn.uiterlijk(op, &kalender), einde, "{termijn:?}");
        }
    }

    #[test]
    fn every_message_that_is_answered_has_a_term() {
        for bericht in Berichttype::ALLE {
            assert_eq!(Termijn::of_answer(*bericht).is_some(), bericht.answered_by().is_some());
        }
        assert_eq!(Termijn::of_answer(Berichttype::Jw323), Some(Termijn::DeclaratieAntwoord));
        assert!(Termijn::ALLE.iter().all(|termijn| termijn.duur() != Duur::Werkdagen(0)));
    }
}
