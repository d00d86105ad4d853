//! The rules about claims, level 2 and 3.

use std::collections::{BTreeMap, BTreeSet};

use ijw::Bericht;
use ijw::jw323::Prestatie;
use jiff::civil::Date;

use super::super::super::getal::Dag;
use super::super::super::regio::producten;
use super::super::oordeel::accepted;
use super::{Ontvanger, Sleutel, deleted};

#[derive(Default)]
struct Kas {
    referenties: BTreeMap<(String, String), Prestatie>,
    gecrediteerd: BTreeSet<(String, String)>,
    /// Per allocation and period what is claimed and not taken back.
    open: BTreeSet<(Sleutel, Date)>,
    volume: BTreeMap<Sleutel, u64>,
    cents: BTreeMap<Sleutel, u64>,
    vorige: BTreeMap<(String, String), Date>,
    nummers: BTreeSet<(String, String)>,
    /// How many declarations came, and how many of them whole.
    all: u32,
    whole: u32,
}

/// Distinct ISO weeks that a period touches. 1 January 1970 was a Thursday.
fn weeks(first: Date, last: Date) -> u64 {
    let week = |day: Date| (Dag::of(day).0 + 3).div_euclid(7);
    u64::try_from(week(last) - week(first) + 1).unwrap()
}

impl Kas {
    fn take(&mut self, receiver: &Ontvanger, b: &ijw::jw323::Bericht) {
        let (agb, gemeente) = (b.header.afzender.as_str().to_owned(), b.header.ontvanger.as_str().to_owned());
        let (d, today) = (&b.declaratie, b.header.bericht_identificatie.dagtekening);
        let period = &d.declaratie_periode;
        assert_eq!(
            (period.begindatum.day(), period.einddatum),
            (1, period.begindatum.last_of_month()),
            "CS340"
        );
        assert!(period.einddatum <= today && d.declaratie_dagtekening == today, "TR137");
        assert!(self.nummers.insert((agb.clone(), d.declaratie_nummer.as_str().to_owned())), "TR333");
        let before = self.vorige.insert((agb.clone(), gemeente.clone()), period.begindatum);
        assert!(before.is_none_or(|b| b < period.begindatum), "TR318: in the order of the months");
        let bsns: BTreeSet<_> = d.clienten.iter().map(|c| c.bsn.as_str()).collect();
        assert_eq!(bsns.len(), d.clienten.len(), "TR101");
        let mut total = 0_i64;
        for client in &d.clienten {
            for p in &client.prestaties {
                let credit = p.ingediend_bedrag.debet_credit.code() == "C";
                let cents = i64::try_from(p.ingediend_bedrag.bedrag.get()).unwrap();
                total += if credit { -cents } else { cents };
                assert!(
                    cents > 0 && credit == p.product_referentie.vorig_referentie_nummer.is_some(),
                    "CD060, CS325"
                );
                assert!(p.product_periode.einddatum <= period.einddatum, "TR319");
                self.line(receiver, (&agb, &gemeente), client.bsn.as_str(), p, credit);
            }
        }
        // A line that was refused is left out here.
        let said = &d.totaal_ingediend_bedrag;
        let cents = i64::try_from(said.totaal_bedrag.get()).unwrap();
        let said = if said.debet_credit.code() == "C" { -cents } else { cents };
        assert!(said >= total, "TR358");
        self.whole += u32::from(said == total);
        self.all += 1;
    }

    fn line(
        &mut self,
        receiver: &Ontvanger,
        (agb, gemeente): (&str, &str),
        bsn: &str,
        p: &Prestatie,
        credit: bool,
    ) {
        let key = (gemeente.to_owned(), p.toewijzing_nummer.get());
        let known = receiver.toewijzingen.get(&key).expect("TR338");
        assert_eq!((known.bsn.as_str(), known.agb.as_str()), (bsn, agb), "TR304");
        assert!(!deleted(&known.regel), "TR384");
        let name = |r: &ijw::basis::ReferentieNummer| (agb.to_owned(), r.as_str().to_owned());
        let own = name(&p.product_referentie.referentie_nummer);
        assert!(!self.referenties.contains_key(&own), "TR314");
        self.referenties.insert(own, p.clone());
        let (first, last) = (p.product_periode.begindatum, p.product_periode.einddatum);
        let volume = p.geleverd_volume.get();
        if credit {
            let earlier = name(p.product_referentie.vorig_referentie_nummer.as_ref().unwrap());
            let debit = self.referenties.get(&earlier).expect("TR323");
            assert_eq!(
                (
                    &debit.product_periode,
                    debit.geleverd_volume,
                    debit.ingediend_bedrag.bedrag,
                    debit.toewijzing_nummer
                ),
                (&p.product_periode, p.geleverd_volume, p.ingediend_bedrag.bedrag, p.toewijzing_nummer)
            );
            assert!(self.gecrediteerd.insert(earlier), "TR390");
            assert!(self.open.remove(&(key.clone(), first)));
            *self.volume.entry(key).or_default() -= volume;
            return;
        }
        assert!(self.open.insert((key.clone(), first)), "TR389, TR416");
        let regel = &known.regel;
        let toewijzing = regel.product.as_ref().unwrap();
        assert_eq!(toewijzing.categorie, p.product_categorie, "TR339");
        assert!(toewijzing.code.as_ref().is_none_or(|c| *c == p.product_code), "TR340");
        assert_eq!((first.year(), first.month()), (last.year(), last.month()), "CS337");
        assert_eq!(first, first.first_of_month().max(regel.ingangsdatum), "TR387, TR307");
        assert_eq!(
            last,
            regel.einddatum.map_or(last.last_of_month(), |e| e.min(last.last_of_month())),
            "TR388, TR308"
        );
        let product = producten().iter().find(|q| q.code == p.product_code.as_str()).unwrap();
        assert_eq!(p.eenheid.code(), product.eenheid.code(), "TR341");
        let tariff = p.product_tarief.map(ijw::basis::Bedrag::get);
        assert_eq!(tariff.is_none(), p.eenheid.code() == "83", "CD087");
        assert_eq!(p.ingediend_bedrag.bedrag.get(), volume * tariff.unwrap_or(1), "TR346, CS339");
        assert_eq!(
            tariff.unwrap_or_else(|| product.tarief(first.year()).into()),
            u64::from(product.tarief(first.year())),
            "TR418"
        );
        self.within(key, regel, (first, last), volume, p.ingediend_bedrag.bedrag.get());
    }

    /// TR321, TR322, TR369.
    fn within(
        &mut self,
        key: Sleutel,
        regel: &ijw::jw301::ToegewezenProduct,
        (first, last): (Date, Date),
        volume: u64,
        cents: u64,
    ) {
        let claimed = self.volume.entry(key.clone()).or_default();
        *claimed += volume;
        let money = self.cents.entry(key).or_default();
        *money += cents;
        if let Some(budget) = regel.budget {
            assert!(*money <= budget.get(), "TR369");
        }
        let Some(omvang) = &regel.omvang else { return };
        let allowed = omvang.volume.get();
        match omvang.frequentie.code() {
            "2" => {
                assert!(volume <= allowed * weeks(first, last), "TR321 {regel:?} {volume}");
                let all = weeks(regel.ingangsdatum, regel.einddatum.unwrap());
                assert!(*claimed <= allowed * all, "TR322 {regel:?} {claimed}");
            }
            "4" => assert!(volume <= allowed, "TR321"),
            _ => assert!(*claimed <= allowed, "TR322 {regel:?} {claimed}"),
        }
    }
}

#[test]
fn claims_hold_against_the_allocations_of_their_day() {
    let (mut receiver, mut kas) = (Ontvanger::default(), Kas::default());
    for bericht in &accepted() {
        receiver.take(bericht);
        if let Bericht::Jw323(b) = bericht {
            kas.take(&receiver, b);
        }
    }
    assert!(kas.referenties.len() > 2_000, "{}", kas.referenties.len());
    assert!(kas.whole * 100 > kas.all * 94, "{} of {}", kas.whole, kas.all);
    assert!(kas.gecrediteerd.len() > 10, "corrections: {}", kas.gecrediteerd.len());
}

#[test]
fn weeks_as_the_process_description_counts_them() {
    use jiff::civil::date;
    assert_eq!(weeks(date(2025, 7, 7), date(2025, 7, 31)), 4);
    assert_eq!(weeks(date(2025, 10, 1), date(2025, 10, 31)), 5);
    assert_eq!(weeks(date(2026, 3, 1), date(2026, 3, 31)), 6);
    assert_eq!(weeks(date(2026, 12, 28), date(2027, 1, 10)), 2);
}
