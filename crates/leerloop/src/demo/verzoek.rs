//! Requests of providers: what is asked, who referred the youth, and how it will go. Drawn once, when it is asked. All shares
//! are assumption.

use simulatie::{Purpose, Stream};
use stelsel::Hulpvorm;

use super::getal::Dag;
use super::namen::{STRAAT, STRAATSOORT};
use super::regio::{AanbiederGegevens, Product, Soort};

const VERWIJZER: Purpose = Purpose::new("demo: who referred a youth");

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vraag {
    /// The allocation at this position.
    Hulp(u32),
    /// A product that the municipality will not allocate.
    Kansloos(u8),
    /// An allocation that should run so many days longer.
    Langer(u32, i32),
    /// Care that should become more, less or other.
    Anders(u32, Wissel),
}

/// What care should become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wissel {
    pub(super) product: u8,
    pub(super) volume: u32,
    pub(super) vanaf: Dag,
    pub(super) einde: Option<Dag>,
    /// The end of the allocation when it was asked, to see whether it still is as it was.
    pub(super) was: Option<Dag>,
}

/// An answer that is no allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Besluit {
    /// The municipality looks into it.
    Onderzoek,
    /// No, for this reason (WJ759).
    Afgewezen(&'static str),
    /// No: this municipality is responsible, by position.
    Elders(u8),
}

/// A request that is to be sent, or waits for an answer.
#[derive(Clone, Debug)]
pub(super) struct Verzoek {
    pub(super) jeugdige: u32,
    pub(super) aanbieder: u16,
    pub(super) gemeente: u8,
    pub(super) vraag: Vraag,
    /// What the municipality says first; none when it grants at once.
    pub(super) besluit: Option<Besluit>,
    /// Empty before it was sent.
    pub(super) referentie: String,
    /// The number of the allocation's agenda when it was asked.
    pub(super) agenda: u8,
}

/// Who referred a youth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Verwezen {
    /// Kind (COD327).
    pub(super) soort: &'static str,
    pub(super) naam: Option<String>,
    pub(super) agb: Option<String>,
}

/// How much of the allocations of a product come about because the provider asks for it: most of what doctors and courts
/// refer to. Set so that it is four in ten of all.
pub(super) fn share_of_requests(product: &Product) -> f64 {
    match product.hulpvorm {
        Hulpvorm::JeugdGgz if product.categorie == "54" => 0.8,
        Hulpvorm::JeugdGgz => 0.15,
        Hulpvorm::Jeugdbescherming | Hulpvorm::Jeugdreclassering => 0.9,
        Hulpvorm::Ambulant => 0.25,
        _ => 0.3,
    }
}

/// Who referred the youth of an allocation. Doctors and institutions are known by name or by a code that nobody has.
pub(super) fn referred(
    seed: u64,
    index: u32,
    product: &Product,
    providers: &[AanbiederGegevens],
) -> Verwezen {
    let stream = &mut Stream::new(seed, VERWIJZER, u64::from(index));
    let draw = stream.unit();
    let soort = match product.hulpvorm {
        Hulpvorm::Jeugdbescherming | Hulpvorm::Jeugdreclassering => "08",
        Hulpvorm::JeugdGgz => by_share(draw, &[("02", 0.68), ("05", 0.14), ("03", 0.08), ("04", 0.10)]),
        Hulpvorm::Ambulant => by_share(draw, &[("02", 0.45), ("04", 0.27), ("03", 0.20), ("06", 0.08)]),
        _ => by_share(draw, &[("04", 0.62), ("02", 0.22), ("05", 0.16)]),
    };
    let (first, second) = (stream.below(STRAAT.len()), stream.below(STRAATSOORT.len()));
    let street =
        STRAAT.get(first).zip(STRAATSOORT.get(second)).map_or(String::new(), |(a, b)| format!("{a}{b}"));
    let institutions: Vec<&AanbiederGegevens> = providers.iter().filter(|a| a.soort == Soort::Gi).collect();
    let gi = stream.pick(&institutions).copied();
    let by_code = stream.chance(0.6);
    let naam = match soort {
        "02" => Some(format!("Huisartsenpraktijk {street}")),
        "03" => Some(format!("Jeugdarts, consultatiebureau {street}")),
        "04" => gi.map(|gi| gi.naam.clone()),
        "05" => Some(format!("Kinderarts, ziekenhuis {street}")),
        "08" => Some("Kinderrechter".to_owned()),
        _ => None,
    };
    // The range of the providers' codes ends far below it.
    let person = format!("99{:06}", 900_000 + stream.below(99_999));
    match soort {
        "04" if by_code => Verwezen { soort, naam: None, agb: gi.map(|gi| gi.agb.clone()) },
        "02" | "03" | "05" if by_code => Verwezen { soort, naam: None, agb: Some(person) },
        _ => Verwezen { soort, naam, agb: None },
    }
}

/// The first of the kinds whose shares reach the number.
pub(super) fn by_share(draw: f64, kinds: &[(&'static str, f64)]) -> &'static str {
    let mut reached = 0.0;
    let found = kinds.iter().find(|(_, share)| {
        reached += share;
        draw < reached
    });
    found.or_else(|| kinds.last()).map_or("", |(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::super::regio::producten;
    use super::*;

    #[test]
    fn four_in_ten_come_by_request() {
        let all: f64 = producten().iter().map(|p| p.per_jaar).sum();
        let asked: f64 = producten().iter().map(|p| p.per_jaar * share_of_requests(p)).sum();
        assert!((0.37..0.43).contains(&(asked / all)), "{}", asked / all);
    }

    #[test]
    fn a_doctor_is_known_by_one_thing_and_others_have_no_code() {
        let gi =
            AanbiederGegevens { agb: "99000001".to_owned(), naam: "GI Ster".to_owned(), soort: Soort::Gi };
        for (product, index) in producten().iter().cycle().zip(0..2_000) {
            let who = referred(1, index, product, std::slice::from_ref(&gi));
            let doctor = matches!(who.soort, "02" | "03" | "04" | "05");
            assert!(!doctor || who.naam.is_some() != who.agb.is_some(), "CD066, CD067: {who:?}");
            assert!(doctor || who.agb.is_none(), "CD068: {who:?}");
        }
        assert_eq!(by_share(0.999_999, &[("1", 0.2), ("2", 0.2)]), "2");
    }
}
