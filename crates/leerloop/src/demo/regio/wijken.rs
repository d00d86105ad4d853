//! Municipalities and neighbourhoods of youth region West-Brabant-Oost. Bron: CBS, 2022 (provisional figures).

/// A municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GemeenteGegevens {
    /// CBS code, four digits.
    pub code: &'static str,
    /// Name.
    pub naam: &'static str,
    /// Inhabitants on 1 January 2022 (Bron: CBS).
    pub inwoners: u32,
    /// Youths with youth care in 2022 (Bron: CBS).
    pub jongeren_in_zorg: u32,
}

/// A neighbourhood (wijk).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WijkGegevens {
    /// CBS code, `WK075801`.
    pub code: &'static str,
    /// Name, without the number that CBS puts before it.
    pub naam: &'static str,
    /// CBS code of its municipality.
    pub gemeente: &'static str,
    /// Town, as it stands in an address.
    pub plaats: &'static str,
    /// Inhabitants in 2022 (Bron: CBS, rounded to 5).
    pub inwoners: u32,
    /// Inhabitants aged 0-17 in 2022: 0-14 plus 0.274 of 15-24 (estimate from CBS ages; too high in a student area).
    pub jeugd: u32,
    /// Youths with youth care in 2022 (Bron: CBS, rounded to 5); none when CBS suppressed the cell.
    pub jongeren_in_zorg: Option<u32>,
    /// Of those, in a one-parent household (Bron: CBS); none when suppressed.
    pub eenouder: Option<u32>,
    /// Place of its tile on the map of tiles, (column, row) from the top left: own drawing after the CBS polygons.
    pub tegel: (u8, u8),
    postcodes: (u16, u16),
}

impl WijkGegevens {
    /// Its invented postcode areas.
    pub fn postcodegebieden(&self) -> impl Iterator<Item = u16> {
        (self.postcodes.0..).take(usize::from(self.postcodes.1))
    }
}

/// Bron: CBS.
pub(super) const GEMEENTEN: [GemeenteGegevens; 7] = [
    gemeente("0744", "Baarle-Nassau", 6_931, 150),
    gemeente("0758", "Breda", 184_702, 4_725),
    gemeente("0779", "Geertruidenberg", 21_944, 740),
    gemeente("0826", "Oosterhout", 56_535, 1_630),
    gemeente("1719", "Drimmelen", 27_476, 725),
    gemeente("1723", "Alphen-Chaam", 10_425, 240),
    gemeente("1959", "Altena", 57_009, 1_460),
];

/// Bron: CBS. Columns: code, name, municipality, town, inhabitants, aged 0-17, youths in care, of those one-parent, tile,
/// (first postcode area, number of areas). The last two are ours.
#[rustfmt::skip]
pub(super) const WIJKEN: [WijkGegevens; 62] = [
    rij("WK074401", "Baarle-Nassau", "0744", "Baarle-Nassau", 5670, 890, Some(120), Some(30), (5, 12), (9901, 1)),
    rij("WK074402", "Ulicoten", "0744", "Ulicoten", 1130, 200, Some(25), None, (4, 12), (9902, 1)),
    rij("WK074403", "Castelré", "0744", "Castelré", 130, 20, None, None, (3, 12), (9903, 1)),
    rij("WK075800", "Breda centrum", "0758", "Breda", 15265, 1690, Some(185), Some(75), (1, 8), (9904, 2)),
    rij("WK075801", "Breda noord", "0758", "Breda", 25460, 5060, Some(615), Some(220), (2, 7), (9906, 3)),
    rij("WK075802", "Breda oost", "0758", "Breda", 24395, 4710, Some(495), Some(150), (2, 8), (9909, 3)),
    rij("WK075803", "Breda zuid-oost", "0758", "Breda", 19310, 3660, Some(455), Some(125), (2, 9), (9912, 3)),
    rij("WK075804", "Breda zuid", "0758", "Breda", 8280, 1520, Some(160), Some(30), (1, 9), (9915, 1)),
    rij("WK075805", "Breda west", "0758", "Breda", 32320, 6250, Some(820), Some(275), (0, 8), (9916, 4)),
    rij("WK075806", "Breda noord-west", "0758", "Breda", 25425, 4980, Some(695), Some(195), (1, 7), (9920, 3)),
    rij("WK075807", "Bavel", "0758", "Bavel", 8375, 1690, Some(190), Some(20), (3, 9), (9923, 1)),
    rij("WK075808", "Ulvenhout", "0758", "Ulvenhout", 5030, 1010, Some(125), Some(15), (2, 10), (9924, 1)),
    rij("WK075809", "Prinsenbeek", "0758", "Prinsenbeek", 12250, 2340, Some(340), Some(55), (0, 7), (9925, 2)),
    rij("WK075810", "Teteringen", "0758", "Teteringen", 8565, 1800, Some(180), Some(25), (3, 8), (9927, 1)),
    rij("WK077900", "Raamsdonksveer", "0779", "Raamsdonksveer", 12475, 2300, Some(405), Some(110), (4, 4), (9928, 2)),
    rij("WK077901", "Raamsdonk", "0779", "Raamsdonk", 2280, 430, Some(70), Some(20), (5, 4), (9930, 1)),
    rij("WK077902", "Geertruidenberg", "0779", "Geertruidenberg", 7190, 1250, Some(225), Some(60), (3, 4), (9931, 1)),
    rij("WK082600", "Oosterhout-Centrum", "0826", "Oosterhout", 5465, 540, Some(75), Some(30), (5, 7), (9932, 1)),
    rij("WK082601", "Slotjes", "0826", "Oosterhout", 7610, 1210, Some(185), Some(60), (5, 8), (9933, 1)),
    rij("WK082602", "West", "0826", "Oosterhout", 2095, 390, Some(60), Some(15), (4, 7), (9934, 1)),
    rij("WK082603", "Strijen", "0826", "Oosterhout", 3770, 730, Some(105), Some(30), (5, 6), (9935, 1)),
    rij("WK082604", "Leijsenakkers", "0826", "Oosterhout", 1450, 210, Some(30), None, (6, 7), (9936, 1)),
    rij("WK082605", "Oosterheide", "0826", "Oosterhout", 8845, 1700, Some(260), Some(85), (4, 8), (9937, 1)),
    rij("WK082606", "Dommelbergen", "0826", "Oosterhout", 13355, 2580, Some(435), Some(125), (4, 5), (9938, 2)),
    rij("WK082607", "Vrachelen", "0826", "Oosterhout", 7570, 1620, Some(215), Some(40), (4, 6), (9940, 1)),
    rij("WK082608", "Industrieterrein Zuid", "0826", "Oosterhout", 155, 30, None, None, (6, 8), (9941, 1)),
    rij("WK082609", "Industrieterrein Noord", "0826", "Oosterhout", 55, 10, None, None, (3, 5), (9942, 1)),
    rij("WK082610", "Buitengebied Oosterhout", "0826", "Oosterhout", 250, 40, None, None, (3, 7), (9943, 1)),
    rij("WK082611", "Den Hout", "0826", "Den Hout", 1270, 250, Some(35), None, (3, 6), (9944, 1)),
    rij("WK082612", "Oosteind", "0826", "Oosteind", 1220, 190, Some(25), None, (6, 6), (9945, 1)),
    rij("WK082613", "Dorst", "0826", "Dorst", 3440, 700, Some(80), Some(10), (6, 9), (9946, 1)),
    rij("WK171901", "Drimmelen", "1719", "Drimmelen", 560, 80, Some(15), None, (2, 4), (9947, 1)),
    rij("WK171902", "Made", "1719", "Made", 12505, 2110, Some(295), Some(75), (2, 5), (9948, 2)),
    rij("WK171903", "Terheijden", "1719", "Terheijden", 6200, 1060, Some(140), Some(35), (1, 6), (9950, 1)),
    rij("WK171904", "Wagenberg", "1719", "Wagenberg", 2215, 380, Some(45), Some(10), (2, 6), (9951, 1)),
    rij("WK171905", "Hooge Zwaluwe en Zevenbergschen Hoek", "1719", "Hooge Zwaluwe", 1775, 300, Some(35), None, (1, 5), (9952, 1)),
    rij("WK171906", "Lage Zwaluwe", "1719", "Lage Zwaluwe", 4220, 680, Some(90), Some(20), (1, 4), (9953, 1)),
    rij("WK172301", "Alphen", "1723", "Alphen", 4315, 810, Some(110), Some(15), (5, 11), (9954, 1)),
    rij("WK172302", "Chaam", "1723", "Chaam", 4325, 740, Some(90), Some(15), (4, 11), (9955, 1)),
    rij("WK172303", "Strijbeek", "1723", "Strijbeek", 345, 50, None, None, (3, 11), (9956, 1)),
    rij("WK172304", "Galder", "1723", "Galder", 1075, 210, Some(20), None, (2, 11), (9957, 1)),
    rij("WK172305", "Ulvenhout AC", "1723", "Ulvenhout AC", 315, 50, None, None, (3, 10), (9958, 1)),
    rij("WK172306", "Bavel AC", "1723", "Bavel AC", 50, 10, None, None, (4, 10), (9959, 1)),
    rij("WK195901", "Werkendam", "1959", "Werkendam", 11280, 2580, Some(230), Some(40), (5, 1), (9960, 2)),
    rij("WK195902", "Sleeuwijk", "1959", "Sleeuwijk", 6005, 1210, Some(115), Some(20), (6, 0), (9962, 1)),
    rij("WK195903", "Nieuwendijk", "1959", "Nieuwendijk", 3665, 690, Some(65), Some(10), (6, 1), (9963, 1)),
    rij("WK195904", "Hank", "1959", "Hank", 4345, 720, Some(90), Some(15), (5, 3), (9964, 1)),
    rij("WK195905", "Dussen", "1959", "Dussen", 2540, 480, Some(70), Some(10), (6, 3), (9965, 1)),
    rij("WK195906", "Woudrichem", "1959", "Woudrichem", 4670, 840, Some(95), Some(25), (7, 0), (9966, 1)),
    rij("WK195907", "Rijswijk (NB)", "1959", "Rijswijk (NB)", 1920, 380, Some(45), None, (8, 0), (9967, 1)),
    rij("WK195908", "Uitwijk", "1959", "Uitwijk", 350, 60, None, None, (7, 1), (9968, 1)),
    rij("WK195909", "Waardhuizen", "1959", "Waardhuizen", 280, 70, None, None, (7, 2), (9969, 1)),
    rij("WK195910", "Giessen", "1959", "Giessen", 1635, 360, Some(35), None, (8, 1), (9970, 1)),
    rij("WK195911", "Andel", "1959", "Andel", 2610, 540, Some(50), None, (9, 1), (9971, 1)),
    rij("WK195912", "Almkerk", "1959", "Almkerk", 3765, 710, Some(90), Some(15), (6, 2), (9972, 1)),
    rij("WK195913", "Veen", "1959", "Veen", 3095, 700, Some(80), None, (10, 1), (9973, 1)),
    rij("WK195914", "Wijk en Aalburg", "1959", "Wijk en Aalburg", 6660, 1520, Some(135), Some(15), (10, 2), (9974, 1)),
    rij("WK195915", "Babyloniënbroek", "1959", "Babyloniënbroek", 425, 80, None, None, (8, 2), (9975, 1)),
    rij("WK195916", "Meeuwen", "1959", "Meeuwen", 720, 140, Some(10), None, (7, 3), (9976, 1)),
    rij("WK195917", "Eethen", "1959", "Eethen", 895, 170, Some(25), Some(10), (9, 2), (9977, 1)),
    rij("WK195918", "Drongelen", "1959", "Drongelen", 415, 60, None, None, (8, 3), (9978, 1)),
    rij("WK195919", "Genderen", "1959", "Genderen", 1740, 350, Some(35), None, (9, 3), (9979, 1)),
];

const fn gemeente(
    code: &'static str,
    naam: &'static str,
    inwoners: u32,
    jongeren_in_zorg: u32,
) -> GemeenteGegevens {
    GemeenteGegevens { code, naam, inwoners, jongeren_in_zorg }
}

#[expect(clippy::too_many_arguments, reason = "one row of the table above")]
const fn rij(
    code: &'static str,
    naam: &'static str,
    gemeente: &'static str,
    plaats: &'static str,
    inwoners: u32,
    jeugd: u32,
    jongeren_in_zorg: Option<u32>,
    eenouder: Option<u32>,
    tegel: (u8, u8),
    postcodes: (u16, u16),
) -> WijkGegevens {
    WijkGegevens {
        code,
        naam,
        gemeente,
        plaats,
        inwoners,
        jeugd,
        jongeren_in_zorg,
        eenouder,
        tegel,
        postcodes,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{gemeenten, postcodegebieden, wijken};
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn the_table_agrees_with_the_published_totals() {
        assert_eq!((gemeenten().len(), wijken().len()), (7, 62));
        assert_eq!(gemeenten().iter().map(|g| g.jongeren_in_zorg).sum::<u32>(), 9_670);
        assert_eq!(gemeenten().iter().map(|g| g.inwoners).sum::<u32>(), 365_022);
        for gemeente in gemeenten() {
            let inwoners: u32 =
                wijken().iter().filter(|w| w.gemeente == gemeente.code).map(|w| w.inwoners).sum();
            assert!(inwoners.abs_diff(gemeente.inwoners) < 60, "{}: {inwoners}", gemeente.naam);
        }
        assert!(wijken().is_sorted_by_key(|w| w.code));
    }

    #[test]
    fn tiles_do_not_overlap_and_a_municipality_is_one_block() {
        let tiles: BTreeMap<(u8, u8), &str> = wijken().iter().map(|w| (w.tegel, w.gemeente)).collect();
        assert_eq!(tiles.len(), 62);
        assert!(tiles.keys().all(|(x, y)| *x < 11 && *y < 13));
        for gemeente in gemeenten() {
            let mine: BTreeSet<(u8, u8)> =
                tiles.iter().filter(|(_, g)| **g == gemeente.code).map(|(t, _)| *t).collect();
            let mut reached = BTreeSet::from([*mine.first().unwrap()]);
            loop {
                let next: BTreeSet<_> = mine
                    .iter()
                    .filter(|(x, y)| reached.iter().any(|(a, b)| x.abs_diff(*a) + y.abs_diff(*b) <= 1))
                    .copied()
                    .collect();
                if next == reached {
                    break;
                }
                reached = next;
            }
            assert_eq!(reached, mine, "{}", gemeente.naam);
        }
    }

    #[test]
    fn a_postcode_area_lies_in_one_wijk() {
        let areas: BTreeMap<u16, &str> = postcodegebieden().collect();
        assert_eq!(areas.len(), postcodegebieden().count());
        assert!(areas.keys().all(|pc4| (1_000..=9_999).contains(pc4)));
        assert_eq!(areas.values().collect::<BTreeSet<_>>().len(), 62);
    }
}
