//! The figures that the messages add up to, against the published ones. At a fifth of the region, so that it is quick;
//! tolerances leave room for chance.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jiff::civil::{Date, date};
use stelsel::Hulpvorm;

use super::super::bevolking::Bevolking;
use super::super::declaratie::delivered;
use super::super::getal::{Dag, Maand};
use super::super::regio::{producten, wijken};
use super::super::toewijzing::Toewijzing;

const SCHAAL: f64 = 0.2;
const JAAR: (Date, Date) = (date(2024, 1, 1), date(2024, 12, 31));

/// Only who comes into care and for how long, without messages: a region in which 2024 is the published year.
fn bevolking() -> &'static Bevolking {
    static REGION: OnceLock<Bevolking> = OnceLock::new();
    REGION.get_or_init(|| {
        let mut region = Bevolking::new(1, SCHAAL, Dag::of(date(2024, 7, 1)));
        let mut maand = Maand::of(Dag::of(date(2009, 1, 1)));
        while maand.first.date() < date(2025, 1, 1) {
            region.month(maand);
            maand = maand.next();
        }
        region
    })
}

/// Allocations with care in the year, and the first day of it in that year.
fn in_care() -> impl Iterator<Item = (&'static Toewijzing, Dag)> {
    let (first, last) = (Dag::of(JAAR.0), Dag::of(JAAR.1));
    bevolking().toewijzingen.iter().filter_map(move |t| {
        let zorg = t.plan.zorg.filter(|z| z.begin <= last && z.einde >= first)?;
        Some((t, zorg.begin.max(first)))
    })
}

fn of(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

#[test]
fn youths_trajectories_and_ages() {
    let mut youths: BTreeMap<u32, Dag> = BTreeMap::new();
    for (t, day) in in_care() {
        youths.entry(t.jeugdige).and_modify(|d| *d = day.min(*d)).or_insert(day);
    }
    // CBS 2022: 9,670 youths, 1.44 trajectories each.
    let n = of(youths.len());
    assert!((n / (9_670.0 * SCHAAL) - 1.0).abs() < 0.06, "{n}");
    let per_youth = of(in_care().count()) / n;
    assert!((per_youth - 1.44).abs() < 0.06, "{per_youth}");
    let mut bands = [0.0; 4];
    for (jeugdige, day) in &youths {
        let born = bevolking().jeugdigen[*jeugdige as usize].geboren;
        let age = (0..25).find(|years| born.plus_years(years + 1) > *day).unwrap();
        bands[usize::from(age > 3) + usize::from(age > 11) + usize::from(age > 17)] += 100.0 / n;
    }
    for (band, published) in bands.iter().zip([4.6, 52.7, 40.8, 1.7]) {
        assert!((band - published).abs() < 3.5, "{bands:?}");
    }
    let mut per_wijk = vec![0.0; wijken().len()];
    for jeugdige in youths.keys() {
        let gezin = bevolking().jeugdigen[*jeugdige as usize].gezin;
        per_wijk[usize::from(bevolking().gezinnen[gezin as usize].wijk)] += 1.0 / SCHAAL;
    }
    for (wijk, made) in wijken().iter().zip(per_wijk) {
        // Wijken of Breda are raised by a tenth to the total of their municipality.
        let published = wijk.jongeren_in_zorg.map_or(4.0, f64::from);
        let room = 4.0 * (published / SCHAAL).sqrt() + published * 0.15 + 15.0;
        assert!((made - published * 1.08).abs() < room, "{}: {made}, published {published}", wijk.naam);
    }
}

#[test]
fn families_with_two_in_care() {
    let mut families: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for (t, _) in in_care() {
        families.entry(bevolking().jeugdigen[t.jeugdige as usize].gezin).or_default().insert(t.jeugdige);
    }
    let two = of(families.values().filter(|children| children.len() > 1).count()) / of(families.len());
    assert!((0.11..0.19).contains(&two), "{two}");
}

#[test]
fn shares_of_what_begins() {
    let (first, last) = (Dag::of(JAAR.0), Dag::of(JAAR.1));
    let begun: Vec<&Toewijzing> = in_care()
        .map(|(t, _)| t)
        .filter(|t| t.plan.zorg.is_some_and(|z| z.begin >= first && z.begin <= last))
        .collect();
    let share = |form: Hulpvorm| {
        of(begun.iter().filter(|t| t.product().unwrap().hulpvorm == form).count()) / of(begun.len())
    };
    let planned: f64 = producten().iter().map(|p| p.per_jaar).sum();
    for form in [
        Hulpvorm::Ambulant,
        Hulpvorm::JeugdGgz,
        Hulpvorm::Dagbehandeling,
        Hulpvorm::Pleegzorg,
        Hulpvorm::Verblijf,
    ] {
        let wanted: f64 =
            producten().iter().filter(|p| p.hulpvorm == form).map(|p| p.per_jaar).sum::<f64>() / planned;
        assert!((share(form) - wanted).abs() < 0.03, "{form:?}: {} of {wanted}", share(form));
    }
    assert!((of(begun.len()) / SCHAAL - 6_250.0).abs() < 600.0, "{}", begun.len());
}

#[test]
fn euros_per_year_and_the_ten_largest_providers() {
    let mut per_provider: BTreeMap<u16, f64> = BTreeMap::new();
    let mut maand = Maand::of(Dag::of(JAAR.0));
    while maand.first.date() <= JAAR.1 {
        for (t, index) in bevolking().toewijzingen.iter().zip(0_u32..) {
            let mut t = *t;
            // As the allocation will have been sent and extended by then.
            t.stand.nummer = 1;
            t.plan.einde = t.plan.einde.map(|e| e.max(t.laatste()));
            if let Some(levering) = delivered(1, index, &t, maand) {
                *per_provider.entry(t.aanbieder).or_default() +=
                    f64::from(levering.cents(levering.volume)) / 100.0;
            }
        }
        maand = maand.next();
    }
    let total: f64 = per_provider.values().sum::<f64>() / SCHAAL;
    assert!((130.0e6..165.0e6).contains(&total), "{total}");
    let mut sizes: Vec<f64> = per_provider.into_values().collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let top = sizes.iter().take(10).sum::<f64>() / SCHAAL / total;
    assert!((0.5..0.75).contains(&top), "{top}");
}
