//! Whether two figures of areas go together, and how that is said.

use crate::indicator::Tekst;

/// With fewer areas nothing is said.
const LEAST: usize = 10;

/// How two figures go together over areas: Spearman's rank correlation with a 95% interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Samenhang {
    /// Areas.
    pub aantal: u32,
    /// Rank correlation, -1 to 1.
    pub rho: f64,
    /// Lower end of the interval.
    pub laag: f64,
    /// Upper end.
    pub hoog: f64,
}

/// What may be said of a [`Samenhang`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sterkte {
    /// The interval holds zero: it may be chance.
    Onzeker,
    /// Below 0.3.
    Zwak,
    /// From 0.3 to 0.6.
    Matig,
    /// From 0.6.
    Sterk,
}

/// Spearman's rank correlation of pairs; equal values share a rank. None with fewer than ten pairs, or when a figure is the same
/// everywhere. The interval is Fisher's with the variance of Bonett and Wright (2000): `(1 + rho²/2) / (n - 3)`. Areas are taken as
/// independent, which neighbours are not: the true interval is wider.
pub fn spearman(pairs: &[(f64, f64)]) -> Option<Samenhang> {
    if pairs.len() < LEAST || pairs.iter().any(|(a, b)| !(a.is_finite() && b.is_finite())) {
        return None;
    }
    let first = ranks(&pairs.iter().map(|p| p.0).collect::<Vec<_>>());
    let second = ranks(&pairs.iter().map(|p| p.1).collect::<Vec<_>>());
    let aantal = u32::try_from(pairs.len()).ok()?;
    let n = f64::from(aantal);
    let middle = f64::midpoint(n, 1.0);
    let product =
        |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).map(|(x, y)| (x - middle) * (y - middle)).sum() };
    let spread = (product(&first, &first) * product(&second, &second)).sqrt();
    if spread <= 0.0 {
        return None;
    }
    let rho = (product(&first, &second) / spread).clamp(-1.0, 1.0);
    let z = rho.clamp(-0.999_999, 0.999_999).atanh();
    let half = 1.959_964 * ((1.0 + rho * rho / 2.0) / (n - 3.0)).sqrt();
    Some(Samenhang { aantal, rho, laag: (z - half).tanh(), hoog: (z + half).tanh() })
}

/// Ranks from 1; equal values share their mean rank.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<(usize, f64)> = values.iter().copied().enumerate().collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0_u32;
    for same in order.chunk_by(|a, b| a.1.total_cmp(&b.1).is_eq()) {
        let count = u32::try_from(same.len()).unwrap_or(u32::MAX);
        let rank = f64::from(before) + f64::midpoint(f64::from(count), 1.0);
        for (at, _) in same {
            if let Some(place) = ranks.get_mut(*at) {
                *place = rank;
            }
        }
        before += count;
    }
    ranks
}

impl Samenhang {
    /// What may be said of it.
    pub fn sterkte(&self) -> Sterkte {
        if self.laag <= 0.0 && self.hoog >= 0.0 {
            Sterkte::Onzeker
        } else if self.rho.abs() < 0.3 {
            Sterkte::Zwak
        } else if self.rho.abs() < 0.6 {
            Sterkte::Matig
        } else {
            Sterkte::Sterk
        }
    }

    /// In words, Dutch and English, with what it does not say.
    pub fn words(&self, een: Tekst, ander: Tekst) -> (String, String) {
        let (nl, en) = match self.sterkte() {
            Sterkte::Onzeker => ("geen duidelijke", "no clear"),
            Sterkte::Zwak => ("een zwakke", "a weak"),
            Sterkte::Matig => ("een matige", "a moderate"),
            Sterkte::Sterk => ("een sterke", "a strong"),
        };
        let (way_nl, way_en) = match (self.sterkte(), self.rho > 0.0) {
            (Sterkte::Onzeker, _) => ("", ""),
            (_, true) => (": ze zijn vaak samen hoog", ": they are often high together"),
            (_, false) => (
                ": is het één hoog, dan is het ander vaak laag",
                ": where one is high, the other is often low",
            ),
        };
        let comma = |n: f64| format!("{n:.2}").replace('.', ",");
        let dutch = format!(
            "Tussen \u{2018}{}\u{2019} en \u{2018}{}\u{2019} is {nl} samenhang{way_nl} (Spearman {}, 95 % van {} tot {}, {} gebieden). {}",
            een.nl,
            ander.nl,
            comma(self.rho),
            comma(self.laag),
            comma(self.hoog),
            self.aantal,
            CONTEXT.nl,
        );
        let english = format!(
            "There is {en} relation between \u{2018}{}\u{2019} and \u{2018}{}\u{2019}{way_en} (Spearman {:.2}, 95% from {:.2} to {:.2}, {} areas). {}",
            een.en, ander.en, self.rho, self.laag, self.hoog, self.aantal, CONTEXT.en,
        );
        (dutch, english)
    }
}

/// What goes with every relation between figures of areas.
pub const CONTEXT: Tekst = Tekst {
    nl: "Dit zegt niet dat het één door het ander komt, en niets over één gezin. Ook telt mee of hulp dichtbij is en of gezinnen de weg weten. Bespreek het met wie de wijk kent.",
    en: "This does not say that one comes from the other, and nothing about any one family. Whether help is near and families know the way counts too. Talk about it with those who know the neighbourhood.",
};

#[cfg(test)]
mod tests {
    use super::*;

    fn index(n: u32) -> Vec<f64> {
        (0..n).map(f64::from).collect()
    }

    #[test]
    fn known_outcomes() {
        let up: Vec<(f64, f64)> = index(12).iter().map(|x| (*x, x.exp())).collect();
        assert!((spearman(&up).unwrap().rho - 1.0).abs() < 1e-12);
        // Edwin 1957-like table with ties, checked by hand: ranks 1, 2.5, 2.5, 4..10 against themselves reversed.
        let mut x = index(10);
        x.splice(2..3, [1.0]);
        let down: Vec<(f64, f64)> = x.iter().map(|v| (*v, -v)).collect();
        assert!((spearman(&down).unwrap().rho + 1.0).abs() < 1e-12);
        // One exchange of neighbours among ten: 1 - 6·2/(10·99).
        let mut swapped: Vec<(f64, f64)> = index(10).iter().map(|v| (*v, *v)).collect();
        swapped[4].1 = 5.0;
        swapped[5].1 = 4.0;
        let found = spearman(&swapped).unwrap();
        assert!((found.rho - (1.0 - 12.0 / 990.0)).abs() < 1e-12);
        assert!(found.laag < found.rho && found.rho < found.hoog && found.hoog < 1.0);
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
    }

    #[test]
    fn too_little_is_nothing() {
        assert_eq!(spearman(&index(9).iter().map(|v| (*v, *v)).collect::<Vec<_>>()), None);
        assert_eq!(spearman(&index(20).iter().map(|v| (*v, 7.0)).collect::<Vec<_>>()), None);
    }

    #[test]
    fn words_never_promise() {
        let tekst = Tekst { nl: "a", en: "a" };
        let of = |rho: f64, laag: f64, hoog: f64| Samenhang { aantal: 50, rho, laag, hoog };
        assert!(
            of(0.1, -0.2, 0.4).words(tekst, tekst).0.contains("geen duidelijke samenhang (Spearman 0,10")
        );
        let (nl, en) = of(-0.5, -0.7, -0.2).words(tekst, tekst);
        assert!(nl.contains("matige") && nl.contains("niet dat het één door het ander komt"));
        assert!(en.contains("moderate") && en.contains("often low"));
    }
}
