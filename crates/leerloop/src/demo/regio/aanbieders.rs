//! Providers: who offers what, how large they are and where they work. All assumption but the anchors named.

use simulatie::{Alias, Purpose, Sampler, Stream};

use super::super::getal::whole;
use super::aanbiedernamen::naam;
use super::{gemeenten, producten};

/// A provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AanbiederGegevens {
    /// Made-up AGB code, eight digits.
    pub agb: String,
    /// Invented name, at most 35 characters.
    pub naam: String,
    /// Kind.
    pub soort: Soort,
}

/// A kind of provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Soort {
    /// Large and broad: ambulant, day, foster care and residential.
    Breed,
    /// Certified institution (GI) for protection and probation.
    Gi,
    /// Mental health.
    Ggz,
    /// Ambulant.
    Ambulant,
    /// Dyslexia.
    Dyslexie,
    /// Day care on a farm, respite, transport.
    Dag,
    /// Family home.
    Gezinshuis,
    /// Residential.
    Verblijf,
}

/// Kind, what its name starts with, how many in the whole region, how flat their sizes are: the nth has size 1 / (n +
/// that number).
///
/// About 250 together: Breda alone had about 200 ambulant ones (BN DeStem, about 2017).
const SOORTEN: [(Soort, &str, u32, f64); 8] = [
    (Soort::Breed, "Jeugdhulp", 8, 1.5),
    (Soort::Gi, "GI", 3, 1.0),
    (Soort::Ggz, "Praktijk", 46, 3.0),
    (Soort::Ambulant, "Begeleiding", 128, 4.0),
    (Soort::Dyslexie, "Leespraktijk", 18, 3.0),
    (Soort::Dag, "Zorgboerderij", 18, 1.5),
    (Soort::Gezinshuis, "Gezinshuis", 19, 9.0),
    (Soort::Verblijf, "Verblijf", 10, 3.0),
];

/// Which part of a product each kind has. Set so that the ten largest providers have about 60 % of the euros.
fn market(code: &str) -> &'static [(Soort, f64)] {
    use Soort::{Ambulant, Breed, Dag, Dyslexie, Gezinshuis, Ggz, Gi, Verblijf};
    match code {
        "45A48" | "45A52" => &[(Breed, 0.42), (Ambulant, 0.58)],
        "45A53" | "45A57" => &[(Breed, 0.48), (Ambulant, 0.37), (Ggz, 0.15)],
        "54001" | "54002" => &[(Breed, 0.35), (Ggz, 0.65)],
        "54003" => &[(Breed, 0.55), (Ggz, 0.45)],
        "45A76" => &[(Dyslexie, 1.0)],
        "41A03" => &[(Breed, 0.60), (Dag, 0.40)],
        "44A07" | "43A12" => &[(Breed, 1.0)],
        "44A08" => &[(Breed, 0.20), (Gezinshuis, 0.80)],
        "44A09" => &[(Breed, 0.30), (Dag, 0.50), (Gezinshuis, 0.20)],
        "43A07" => &[(Breed, 0.80), (Verblijf, 0.20)],
        "46A03" => &[(Breed, 0.70), (Verblijf, 0.30)],
        "42A03" => &[(Breed, 0.30), (Dag, 0.70)],
        "47B10" | "48A04" | "48A05" | "48A06" | "49B02" => &[(Gi, 1.0)],
        _ => &[(Breed, 0.4), (Ambulant, 0.6)],
    }
}

/// How many providers of a kind a demo of this scale has: fewer families need fewer, but not in proportion.
fn count(of: u32, schaal: f64) -> u32 {
    whole(f64::from(of) * schaal.clamp(0.0, 4.0).sqrt()).clamp(1, of * 2)
}

/// A provider as the generator sees it.
#[derive(Clone, Debug)]
struct Aanbieder {
    soort: Soort,
    /// Size within its kind.
    gewicht: f64,
    /// Positions of the municipalities it mainly and partly works in; none for those that work everywhere.
    gebied: Option<(usize, usize)>,
}

impl Aanbieder {
    fn works_in(&self, gemeente: usize) -> f64 {
        match self.gebied {
            None => 1.0,
            Some((home, _)) if home == gemeente => 1.0,
            Some((_, second)) if second == gemeente => 0.3,
            Some(_) => 0.03,
        }
    }
}

const WERKGEBIED: Purpose = Purpose::new("demo: where a provider works");

/// The providers of a region of this scale, without their tables.
pub(super) fn all(schaal: f64) -> Vec<AanbiederGegevens> {
    SOORTEN
        .iter()
        .flat_map(|&(soort, voor, of, _)| (0..count(of, schaal)).map(move |_| (soort, voor)))
        .enumerate()
        .map(|(n, (soort, voor))| AanbiederGegevens {
            // 99 is no care type that is in use (assumption); the step keeps neighbouring codes apart.
            agb: format!("99{:06}", (101 + 617 * n) % 1_000_000),
            naam: naam(voor, n),
            soort,
        })
        .collect()
}

/// Who offers which product in which municipality.
#[derive(Clone, Debug)]
pub(crate) struct Aanbod {
    /// The providers, in the order in which they are numbered.
    pub(crate) aanbieders: Vec<AanbiederGegevens>,
    /// Per product and municipality, a choice among the positions of `aanbieders`.
    keuze: Vec<Option<Alias>>,
}

impl Aanbod {
    /// The offer in a region of this scale.
    pub(crate) fn new(schaal: f64) -> Self {
        let inwoners: Vec<f64> = gemeenten().iter().map(|g| f64::from(g.inwoners)).collect();
        let where_to = Alias::new(&inwoners).ok();
        let sized: Vec<Aanbieder> = SOORTEN
            .iter()
            .flat_map(|&(soort, _, of, offset)| (0..count(of, schaal)).map(move |rank| (soort, rank, offset)))
            .zip(0_u64..)
            .map(|((soort, rank, offset), n)| {
                let mut stream = Stream::new(0, WERKGEBIED, n);
                let mut draw = || where_to.as_ref().map_or(0, |a| a.sample(&mut stream));
                let everywhere = matches!(soort, Soort::Breed | Soort::Gi) || rank == 0;
                Aanbieder {
                    soort,
                    gewicht: 1.0 / (f64::from(rank) + offset),
                    gebied: (!everywhere).then(|| (draw(), draw())),
                }
            })
            .collect();
        let keuze = producten()
            .iter()
            .flat_map(|product| {
                (0..gemeenten().len()).map(|gemeente| weights(&sized, product.code, gemeente))
            })
            .map(|weights| Alias::new(&weights).ok())
            .collect();
        Self { aanbieders: all(schaal), keuze }
    }

    /// A provider for a product in a municipality, both by position.
    pub(crate) fn choose(&self, product: usize, gemeente: usize, stream: &mut Stream) -> usize {
        let choice = self.keuze.get(product * gemeenten().len() + gemeente).and_then(Option::as_ref);
        choice.map_or(0, |alias| alias.sample(stream))
    }
}

/// The weight of each provider for one product in one municipality: the part of its kind, shared out by size.
fn weights(sized: &[Aanbieder], code: &str, gemeente: usize) -> Vec<f64> {
    let mut weights = vec![0.0; sized.len()];
    for &(soort, part) in market(code) {
        let of_kind = |a: &Aanbieder| if a.soort == soort { a.gewicht * a.works_in(gemeente) } else { 0.0 };
        // Closed care (43A12) is with the two largest only.
        let allowed = |position: usize| code != "43A12" || position < 2;
        let sum: f64 = sized.iter().enumerate().filter(|(i, _)| allowed(*i)).map(|(_, a)| of_kind(a)).sum();
        if sum > 0.0 {
            for (i, (weight, a)) in weights.iter_mut().zip(sized).enumerate() {
                if allowed(i) {
                    *weight += part * of_kind(a) / sum;
                }
            }
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn about_two_hundred_and_fifty_with_names_of_their_own() {
        let all = all(1.0);
        assert_eq!(all.len(), 250);
        assert_eq!(all.iter().map(|a| &a.agb).collect::<BTreeSet<_>>().len(), 250);
        assert_eq!(all.iter().map(|a| &a.naam).collect::<BTreeSet<_>>().len(), 250);
        assert!(all.iter().all(|a| a.agb.len() == 8 && a.agb.bytes().all(|b| b.is_ascii_digit())));
        assert!(all.iter().all(|a| a.naam.chars().count() <= 35), "fits an Organisatienaam");
    }

    #[test]
    fn every_product_is_offered_everywhere_at_every_scale() {
        for schaal in [0.01, 0.2, 1.0] {
            let aanbod = Aanbod::new(schaal);
            assert_eq!(aanbod.aanbieders.len(), all(schaal).len());
            assert!(aanbod.keuze.iter().all(Option::is_some), "{schaal}");
        }
        assert!((20..50).contains(&all(0.02).len()));
    }
}
