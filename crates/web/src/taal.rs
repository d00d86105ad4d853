//! The language of an answer, and how numbers, days and amounts are written in it.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use informatie::indicator::Tekst;
use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::Cent;
use stelsel::klok::dutch_zone;

use crate::koekje;
use crate::tekst::{TEKSTEN, Waarde};

/// A language in which every page exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Taal {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl Taal {
    /// All languages, the default first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The tag for `lang` and the cookie.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// Back from a tag; a region (`en-GB`) is left out of account.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.trim().split('-').next()?;
        Self::ALL.into_iter().find(|taal| taal.tag().eq_ignore_ascii_case(first))
    }

    /// The language of a request: what was chosen, else what the browser prefers, else Dutch.
    pub fn of(headers: &HeaderMap) -> Self {
        koekje::read(headers, koekje::TAAL)
            .and_then(Self::from_tag)
            .or_else(|| headers.get(ACCEPT_LANGUAGE)?.to_str().ok().and_then(preferred))
            .unwrap_or_default()
    }

    /// With so many decimals at most, as the language writes it; none is shown when it is nothing.
    #[expect(clippy::cast_possible_truncation, reason = "clamped to what a number on a page can be")]
    pub(crate) fn decimaal(self, value: f64, decimals: u32) -> String {
        let base = 10_i64.pow(decimals);
        let all = (value * 10_f64.powf(f64::from(decimals))).round().clamp(-1e15, 1e15) as i64;
        let (whole, part) = (all / base, (all % base).abs());
        let sign = if all < 0 && whole == 0 { "-" } else { "" };
        let whole = self.getal(whole);
        if part == 0 {
            return format!("{sign}{whole}");
        }
        let comma = self.kies((',', '.'));
        format!("{sign}{whole}{comma}{part:0width$}", width = decimals as usize)
    }

    /// Of two, the one in this language.
    pub(crate) fn kies<T>(self, (nl, en): (T, T)) -> T {
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }

    /// The words of the catalogue in this language.
    pub(crate) fn tekst(self, of: Tekst) -> &'static str {
        self.kies((of.nl, of.en))
    }

    /// A whole number with thousands apart: `12.345` or `12,345`.
    pub fn getal(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut out = String::from(if number < 0 { "-" } else { "" });
        for (n, digit) in digits.chars().enumerate() {
            if n > 0 && (digits.len() - n).is_multiple_of(3) {
                out.push(self.thousands());
            }
            out.push(digit);
        }
        out
    }

    const fn thousands(self) -> char {
        match self {
            Self::Nl => '.',
            Self::En => ',',
        }
    }

    /// An amount: `€ 1.234,56` or `€1,234.56`.
    pub fn euro(self, amount: Cent) -> String {
        let sign = if amount.0 < 0 { "-" } else { "" };
        let cents = amount.0.unsigned_abs();
        let whole = self.getal(i64::try_from(cents / 100).unwrap_or(i64::MAX));
        match self {
            Self::Nl => format!("€\u{a0}{sign}{whole},{:02}", cents % 100),
            Self::En => format!("{sign}€{whole}.{:02}", cents % 100),
        }
    }

    /// Words in a row: `Breda, Dongen en Rijen`.
    pub fn opsomming(self, words: &[&str]) -> String {
        let and = TEKSTEN.get(self, "opsomming-en", &[]);
        match words {
            [all @ .., before, last] => {
                let mut out: String = all.iter().flat_map(|word| [word, ", "]).collect();
                out.extend([before, " ", and.as_str(), " ", last]);
                out
            }
            [only] => (*only).to_owned(),
            [] => String::new(),
        }
    }

    /// A day: `3 maart 2026`.
    pub fn datum(self, day: Date) -> String {
        format!("{}\u{a0}{} {}", day.day(), self.maand(day), day.year())
    }

    /// The name of the month of a day.
    pub fn maand(self, day: Date) -> String {
        TEKSTEN.get(self, &format!("maand-{}", day.month()), &[])
    }

    /// A month: `maart 2026`.
    pub fn maand_jaar(self, day: Date) -> String {
        format!("{} {}", self.maand(day), day.year())
    }

    /// A moment in Dutch time: `3 maart 2026, 14:05`.
    pub fn moment(self, moment: Timestamp) -> String {
        let local = moment.to_zoned(dutch_zone());
        format!("{}, {:02}:{:02}", self.datum(local.date()), local.hour(), local.minute())
    }

    /// The time of a moment in the Netherlands: `14:05`.
    pub fn tijd(self, moment: Timestamp) -> String {
        let local = moment.to_zoned(dutch_zone());
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// A size: `812 bytes`, `12 kB`, `3 MB`.
    pub fn grootte(self, bytes: u64) -> String {
        let (key, n) = match bytes {
            0..1_000 => ("grootte-b", bytes),
            1_000..1_000_000 => ("grootte-kb", bytes.div_ceil(1_000)),
            _ => ("grootte-mb", bytes.div_ceil(1_000_000)),
        };
        TEKSTEN.get(self, key, &[("n", Waarde::from(n))])
    }
}

fn preferred(header: &str) -> Option<Taal> {
    let weighed = header.split(',').filter_map(|part| {
        let mut pieces = part.split(';');
        let taal = Taal::from_tag(pieces.next()?)?;
        let weight = pieces.find_map(|p| p.trim().strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
        Some((taal, weight))
    });
    let mut best: Option<(Taal, f32)> = None;
    for (taal, weight) in weighed.filter(|(_, weight)| *weight > 0.0) {
        if best.is_none_or(|(_, highest)| weight > highest) {
            best = Some((taal, weight));
        }
    }
    best.map(|(taal, _)| taal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use axum::http::header::COOKIE;
    use jiff::civil::date;

    #[test]
    fn writes_as_each_language_does() {
        assert_eq!(Taal::Nl.getal(1_234_567), "1.234.567");
        assert_eq!(Taal::En.getal(-12_345), "-12,345");
        assert_eq!(Taal::Nl.getal(999), "999");
        assert_eq!(Taal::Nl.decimaal(12_345.67, 1), "12.345,7");
        assert_eq!(Taal::En.decimaal(-0.4, 1), "-0.4");
        assert_eq!(Taal::Nl.decimaal(7.0, 1), "7");
        assert_eq!(Taal::Nl.euro(Cent(123_456)), "€\u{a0}1.234,56");
        assert_eq!(Taal::En.euro(Cent(-5)), "-€0.05");
        assert_eq!(Taal::Nl.datum(date(2026, 3, 3)), "3\u{a0}maart 2026");
        assert_eq!(Taal::En.datum(date(2026, 3, 3)), "3\u{a0}March 2026");
        assert_eq!(
            Taal::Nl.moment("2026-06-30T22:30:00Z".parse().unwrap()),
            "1\u{a0}juli 2026, 00:30",
            "a moment is told in Dutch time"
        );
    }

    #[test]
    fn the_choice_goes_before_the_browser_and_dutch_is_the_default() {
        let mut headers = HeaderMap::new();
        assert_eq!(Taal::of(&headers), Taal::Nl);
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static("fr, en-GB;q=0.8, nl;q=0.5"));
        assert_eq!(Taal::of(&headers), Taal::En);
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static("en;q=0.5, nl-BE"));
        assert_eq!(Taal::of(&headers), Taal::Nl);
        headers.insert(COOKIE, HeaderValue::from_static("x=1; taal=en"));
        assert_eq!(Taal::of(&headers), Taal::En);
        headers.insert(COOKIE, HeaderValue::from_static("taal=<script>"));
        assert_eq!(Taal::of(&headers), Taal::Nl);
    }
}
