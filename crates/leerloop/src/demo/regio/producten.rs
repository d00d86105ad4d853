//! What the region buys: products with their price, volume, inflow, duration and waiting time.
//!
//! Codes and names: national product code list Jeugdwet (Zorginstituut Nederland); the 54 codes and 45A76 are local codes.
//! Prices: maximum rates 2024 of the Bollenstreek (Holland Rijnland), published by the gemeente Noordwijk, where
//! [`Product::bron`] says so. Durations: derived from CBS stocks and flows (StatLine 85096NED gives 13.6 months over all).
//! Inflow: 6,000 starts of jeugdhulp a year in this region, derived from CBS, over the shares named per row.

use simulatie::{InvalidParameter, Lognormal};
use stelsel::Hulpvorm;

/// The unit of a volume (iJw code list WJ756).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eenheid {
    /// Minute.
    Minuut,
    /// Hour.
    Uur,
    /// Day and night.
    Etmaal,
    /// Four hours.
    Dagdeel,
    /// Piece, paid by result.
    StuksOutput,
    /// Euro (the volume is in cents).
    Euro,
    /// Piece, paid by effort.
    StuksInspanning,
}

impl Eenheid {
    /// The code on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Minuut => "01",
            Self::Uur => "04",
            Self::Etmaal => "14",
            Self::Dagdeel => "16",
            Self::StuksOutput => "82",
            Self::Euro => "83",
            Self::StuksInspanning => "84",
        }
    }
}

/// Per what time a volume counts (iJw code list WMO757; per day is not used here).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequentie {
    /// Per week.
    Week,
    /// Per calendar month.
    Maand,
    /// In all, within the allocation.
    Totaal,
}

impl Frequentie {
    /// The code on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Week => "2",
            Self::Maand => "4",
            Self::Totaal => "6",
        }
    }
}

/// How long care lasts: a lognormal in months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Duur {
    /// Mean, in months.
    pub gemiddeld: f64,
    /// Deviation divided by mean.
    pub spreiding: f64,
}

impl Duur {
    pub(crate) fn distribution(self) -> Result<Lognormal, InvalidParameter> {
        Lognormal::by_mean_and_cv(self.gemiddeld, self.spreiding)
    }
}

/// How long a family waits between allocation and start: a lognormal in weeks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wachttijd {
    /// Half of them wait shorter than this.
    pub mediaan: f64,
    /// Mean, above the median.
    pub gemiddeld: f64,
}

impl Wachttijd {
    pub(crate) fn distribution(self) -> Result<Lognormal, InvalidParameter> {
        Lognormal::by_median_and_mean(self.mediaan, self.gemiddeld)
    }
}

/// A product.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Product {
    /// National category (JZ020).
    pub categorie: &'static str,
    /// Code, national list or local.
    pub code: &'static str,
    /// Name, in Dutch.
    pub naam: &'static str,
    /// Form of help.
    pub hulpvorm: Hulpvorm,
    /// Unit in which it is allocated and claimed.
    pub eenheid: Eenheid,
    /// Frequency in which it is allocated.
    pub frequentie: Frequentie,
    /// Price of one unit in 2024, in cents (for [`Eenheid::Euro`]: of the whole arrangement).
    pub prijs: u32,
    /// Mean volume that is given: per week, or per month when the frequency is per month.
    pub volume: f64,
    /// Starts per year in the whole region, in the year whose figures are published.
    pub per_jaar: f64,
    /// How long care lasts.
    pub duur: Duur,
    /// How long a family waits.
    pub wacht: Wachttijd,
    /// How long an allocation runs before it must be extended, in days; none when it is given without an end.
    pub looptijd: Option<u16>,
    /// Weights of the ages at the start, per year of age: 0-3, 4-7, 8-11, 12-14, 15-17, 18-20 (assumption, set so that the
    /// ages of all youths in care agree with the region's: Bron: CBS).
    pub leeftijd: [f64; 6],
    /// Where price, share and volume come from.
    pub bron: &'static str,
}

impl Product {
    /// What a unit costs in a calendar year, in cents.
    ///
    /// Index: collective agreement Jeugdzorg, 8 % in 2024 and about 4 % in 2025, the other years 3 to 4 % (assumption).
    pub fn tarief(&self, jaar: i16) -> u32 {
        let percent = match jaar {
            ..=2021 => 87,
            2022 => 89,
            2023 => 93,
            2024 => 100,
            2025 => 104,
            2026 => 107,
            _ => 110,
        };
        ((self.prijs * percent + 50) / 100).max(1)
    }

    /// Staying elsewhere than at home.
    pub const fn is_verblijf(&self) -> bool {
        matches!(self.hulpvorm, Hulpvorm::Pleegzorg | Hulpvorm::Verblijf)
    }
}

/// The volumes of the hourly and day care below are raised by 65 %. As the source estimates them, all claims sum to EUR
/// 103 m a year, and what this region spends is estimated at EUR 130-165 m (2021 cost per youth in Limburg, StatLine
/// 83454NED, with CPI, to 2024 cost per youth in the Netherlands); the source gives the rest to teams and budgets outside the
/// messages, of which the demo has none. Assumption.
const OPHOGING: f64 = 1.65;

const fn duur(gemiddeld: f64) -> Duur {
    // A coefficient of variation of 0.95 gives, over all products, the spread that CBS publishes (assumption).
    Duur { gemiddeld, spreiding: 0.95 }
}

/// Rijnmond, end of 2022: ambulant about 14 weeks in the mean, residential 11 (jeugdhulprijnmond.nl); medians: assumption.
const AMBULANT: Wachttijd = Wachttijd { mediaan: 8.0, gemiddeld: 14.0 };
const RESIDENTIEEL: Wachttijd = Wachttijd { mediaan: 8.0, gemiddeld: 11.0 };
/// Measures of the court and crisis places do not wait (assumption).
const DIRECT: Wachttijd = Wachttijd { mediaan: 0.1, gemiddeld: 0.15 };
const KORT: Wachttijd = Wachttijd { mediaan: 1.5, gemiddeld: 2.0 };

const YOUNG: [f64; 6] = [4.1, 7.6, 7.3, 5.6, 3.7, 0.04];
const SCHOOL: [f64; 6] = [1.9, 7.0, 7.6, 6.1, 4.1, 0.06];
const OLDER: [f64; 6] = [0.5, 3.2, 7.2, 9.0, 7.1, 0.13];
const AWAY: [f64; 6] = [5.5, 5.0, 5.0, 4.5, 2.0, 0.0];

use self::{Eenheid as E, Frequentie as F, Hulpvorm as H};

/// Bollenstreek maximum rates 2024.
const BOLLENSTREEK: &str = "prijs: Bollenstreek 2024; aandeel en volume: aanname";
const AANNAME: &str = "aanname";

/// Columns: category, code, name; form, unit, frequency; price in cents, volume; starts a year, duration, waiting; term,
/// ages; source.
#[rustfmt::skip]
pub(super) const PRODUCTEN: [Product; 22] = [
    rij("45", "45A48", "Ambulant regulier, individueel", (H::Ambulant, E::Minuut, F::Week), (130, 150.0 * OPHOGING), (1_560.0, duur(14.4), AMBULANT), (Some(364), YOUNG), BOLLENSTREEK),
    rij("45", "45A52", "Ambulant regulier, bij het gezin thuis", (H::Ambulant, E::Uur, F::Week), (7_800, 2.5 * OPHOGING), (840.0, duur(14.4), AMBULANT), (Some(364), YOUNG), BOLLENSTREEK),
    rij("45", "45A53", "Ambulant specialistisch, individueel", (H::Ambulant, E::Uur, F::Maand), (10_000, 17.4 * OPHOGING), (522.0, duur(14.0), AMBULANT), (Some(364), SCHOOL), AANNAME),
    rij("45", "45A57", "Ambulant specialistisch, bij het gezin thuis", (H::Ambulant, E::Uur, F::Week), (10_000, 4.0 * OPHOGING), (198.0, duur(14.0), AMBULANT), (Some(182), SCHOOL), AANNAME),
    rij("54", "54001", "Jeugd-ggz basis", (H::JeugdGgz, E::Minuut, F::Totaal), (126, 69.0 * OPHOGING), (360.0, duur(9.0), AMBULANT), (Some(364), SCHOOL), BOLLENSTREEK),
    rij("54", "54002", "Jeugd-ggz specialistisch", (H::JeugdGgz, E::Minuut, F::Totaal), (186, 69.0 * OPHOGING), (840.0, duur(10.0), AMBULANT), (Some(364), OLDER), BOLLENSTREEK),
    rij("54", "54003", "Jeugd-ggz hoogspecialistisch", (H::JeugdGgz, E::Minuut, F::Totaal), (219, 69.0 * OPHOGING), (300.0, duur(10.0), AMBULANT), (Some(364), OLDER), BOLLENSTREEK),
    rij("45", "45A76", "Ernstige dyslexie, behandeling", (H::JeugdGgz, E::Minuut, F::Totaal), (114, 46.0), (420.0, Duur { gemiddeld: 15.0, spreiding: 0.35 }, AMBULANT), (Some(546), [0.0, 5.0, 9.0, 0.2, 0.0, 0.0]), BOLLENSTREEK),
    rij("41", "41A03", "Dagbehandeling", (H::Dagbehandeling, E::Dagdeel, F::Week), (7_437, 4.4 * OPHOGING), (300.0, duur(19.0), RESIDENTIEEL), (Some(364), [3.0, 8.5, 7.0, 5.0, 3.2, 0.0]), "prijs: Bollenstreek 2024; aandeel en duur: CBS; volume: aanname"),
    rij("44", "44A07", "Pleegzorg", (H::Pleegzorg, E::Etmaal, F::Maand), (5_500, 31.0), (84.0, duur(48.0), KORT), (None, AWAY), "aandeel en duur: CBS; prijs: aanname"),
    rij("44", "44A08", "Gezinshuis", (H::Verblijf, E::Etmaal, F::Maand), (16_359, 31.0), (48.0, duur(27.0), RESIDENTIEEL), (Some(728), AWAY), "prijs: Bollenstreek 2024; aandeel en duur: CBS"),
    rij("44", "44A09", "Logeren", (H::Verblijf, E::Etmaal, F::Maand), (11_000, 3.0 * OPHOGING), (180.0, duur(15.0), RESIDENTIEEL), (Some(364), YOUNG), BOLLENSTREEK),
    rij("43", "43A07", "Verblijf met behandeling", (H::Verblijf, E::Etmaal, F::Week), (35_000, 7.0), (180.0, duur(11.0), RESIDENTIEEL), (Some(182), [0.3, 1.0, 3.0, 9.0, 10.0, 0.1]), "aandeel: CBS; prijs en duur: aanname"),
    rij("43", "43A12", "JeugdzorgPlus", (H::Verblijf, E::Etmaal, F::Week), (55_000, 7.0), (24.0, duur(8.0), KORT), (Some(182), [0.0, 0.0, 0.0, 5.0, 10.0, 0.0]), "aandeel: CBS; prijs en duur: aanname"),
    rij("46", "46A03", "Crisisverblijf", (H::Crisis, E::Etmaal, F::Week), (30_000, 7.0), (60.0, Duur { gemiddeld: 0.92, spreiding: 0.6 }, DIRECT), (Some(28), [2.0, 2.0, 3.0, 7.0, 9.0, 0.0]), AANNAME),
    rij("50", "50A08", "Arrangement maatschappelijke deelname", (H::Overig, E::Euro, F::Totaal), (228_060, 1.0), (36.0, Duur { gemiddeld: 7.0, spreiding: 0.3 }, AMBULANT), (Some(364), OLDER), "prijs: arrangementen in de regio, jaar onbekend; rest: aanname"),
    rij("42", "42A03", "Vervoer", (H::Overig, E::StuksInspanning, F::Maand), (1_436, 14.0), (30.0, duur(18.0), RESIDENTIEEL), (Some(364), YOUNG), BOLLENSTREEK),
    rij("49", "49B02", "Preventief justitieel kader, drang", (H::Overig, E::StuksOutput, F::Maand), (90_000, 1.0), (18.0, duur(5.0), KORT), (Some(182), OLDER), AANNAME),
    rij("48", "48A04", "Ondertoezichtstelling, eerste jaar", (H::Jeugdbescherming, E::StuksInspanning, F::Maand), (100_000, 1.0), (114.0, duur(30.0), DIRECT), (Some(365), AWAY), "aandeel: CBS; prijs: aanname"),
    rij("48", "48A05", "Ondertoezichtstelling, tweede jaar en verder", (H::Jeugdbescherming, E::StuksInspanning, F::Maand), (100_000, 1.0), (0.0, duur(18.0), DIRECT), (Some(365), AWAY), "volgt op 48A04; prijs: aanname"),
    rij("48", "48A06", "Voogdij", (H::Jeugdbescherming, E::StuksInspanning, F::Maand), (100_000, 1.0), (16.0, duur(84.0), DIRECT), (None, [5.0, 5.0, 5.0, 4.0, 1.5, 0.0]), "aandeel en duur: CBS; prijs: aanname"),
    rij("47", "47B10", "Jeugdreclassering", (H::Jeugdreclassering, E::StuksOutput, F::Maand), (90_000, 1.0), (120.0, duur(10.0), KORT), (Some(365), [0.0, 0.0, 0.0, 5.0, 14.0, 2.0]), "aandeel: CBS; prijs en duur: aanname"),
];

#[expect(clippy::too_many_arguments, reason = "one row of the table above")]
const fn rij(
    categorie: &'static str,
    code: &'static str,
    naam: &'static str,
    (hulpvorm, eenheid, frequentie): (Hulpvorm, Eenheid, Frequentie),
    (prijs, volume): (u32, f64),
    (per_jaar, duur, wacht): (f64, Duur, Wachttijd),
    (looptijd, leeftijd): (Option<u16>, [f64; 6]),
    bron: &'static str,
) -> Product {
    Product {
        categorie,
        code,
        naam,
        hulpvorm,
        eenheid,
        frequentie,
        prijs,
        volume,
        per_jaar,
        duur,
        wacht,
        looptijd,
        leeftijd,
        bron,
    }
}

#[cfg(test)]
mod tests {
    use super::super::producten;
    use super::{Eenheid, Frequentie};
    use stelsel::Hulpvorm;

    #[test]
    fn shares_agree_with_the_source() {
        let starts = |codes: &[&str]| -> f64 {
            producten()
                .iter()
                .filter(|p| codes.iter().any(|c| p.code.starts_with(c)))
                .map(|p| p.per_jaar)
                .sum()
        };
        let youth_help = starts(&["41", "42", "43", "44", "45", "46", "49", "50", "54"]);
        assert!((youth_help - 6_000.0).abs() < 1.0, "{youth_help}");
        assert!((starts(&["48"]) - 130.0).abs() < 0.1 && (starts(&["47"]) - 120.0).abs() < 0.1);
        // CBS, begun in 2021: in the network of the youth 17.3 %, foster care 1.4 %, closed about 0.5 %.
        assert!((starts(&["45A52", "45A57"]) / youth_help - 0.173).abs() < 0.001);
        assert!((starts(&["44A07"]) / youth_help - 0.014).abs() < 0.001);
    }

    #[test]
    fn combinations_are_those_that_ijw_allows() {
        for product in producten() {
            assert!(
                product.code.starts_with(product.categorie) && product.code.len() == 5,
                "{}",
                product.code
            );
            assert!(product.frequentie != Frequentie::Week || product.looptijd.is_some(), "{}", product.code);
            assert!(product.eenheid != Eenheid::Euro || product.looptijd.is_some());
            assert_eq!(product.hulpvorm == Hulpvorm::Jeugdreclassering, product.categorie == "47");
            assert!(product.duur.distribution().is_ok() && product.wacht.distribution().is_ok());
            assert!(product.tarief(2025) > product.tarief(2024) && !product.bron.is_empty());
        }
    }
}
