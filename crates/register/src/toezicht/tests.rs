//! A year of sixty people, with occasions planted in it that must be proposed, and the ordinary work that should not.

use jiff::ToSpan as _;
use jiff::civil::date;

use super::*;
use crate::db::day_number;

const WORKERS: u32 = 60;
const FAMILIES: u32 = 1_500;
/// Families that a worker goes round.
const CASELOAD: u32 = 25;

struct Loting(u64);

impl Loting {
    fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap() % n
    }
}

fn family(nr: u32) -> GezinSleutel {
    nr.to_be_bytes().to_vec()
}

fn account(nr: u32) -> String {
    format!("w{nr}")
}

fn knowledge() -> Kennis {
    let gezinnen = (0..FAMILIES).map(|nr| {
        let of = GezinKennis {
            postcode: Some(format!("48{:02}A{}", nr % 90, char::from(b'A' + u8::try_from(nr % 26).unwrap()))),
            zoeknaam: if nr % 4 == 0 { "de jong".into() } else { format!("naam{nr}") },
            naamgenoten: if nr % 4 == 0 { 375 } else { 1 },
            // The last ten have no help.
            hulp: if nr >= FAMILIES - 10 { vec![] } else { vec![(0, i64::from(i32::MAX))] },
        };
        (family(nr), of)
    });
    let accounts = (0..WORKERS).map(|nr| {
        let of = AccountKennis {
            // One in eight is called as many families are: that alone is no signal.
            naam: if nr % 8 == 0 { format!("W{nr} de Jong") } else { format!("W{nr} Werker{nr}") },
            rol: "wijkteam".into(),
            team: format!("team{}", nr / 10),
            postcode: Some(format!("99{nr:02}ZZ")),
            gezin: None,
        };
        (account(nr), of)
    });
    Kennis { accounts: accounts.collect(), gezinnen: gezinnen.collect(), sleutel: [7; 32] }
}

fn look(wie: u32, gezin: u32, day: Date, hour: i8, nr: i64) -> Kijk {
    let local = day.at(hour, 5, 0, 0).to_zoned(dutch_zone()).unwrap();
    Kijk {
        plek: (day_number(day), nr),
        wanneer: local.timestamp(),
        account: account(wie),
        rol: "wijkteam".into(),
        doel: "hulp".into(),
        handeling: "inzien".into(),
        onderdeel: "gezin".into(),
        uitkomst: "verleend".into(),
        gezinnen: BTreeSet::from([family(gezin)]),
    }
}

/// A month of ordinary work: three to nine files on each working day, now and then a busy day, seldom an evening.
fn ordinary(first: Date, lot: &mut Loting) -> Vec<Kijk> {
    let mut out = Vec::new();
    for day in first.series(1.day()).take_while(|day| day.month() == first.month()) {
        if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            continue;
        }
        let mut nr = 0;
        for worker in 0..WORKERS {
            let busy = if lot.below(40) == 0 { 6 } else { 0 };
            for _ in 0..3 + lot.below(7) + busy {
                nr += 1;
                let hour = if lot.below(4_000) == 0 { 22 } else { i8::try_from(8 + lot.below(10)).unwrap() };
                out.push(look(
                    worker,
                    worker * CASELOAD % (FAMILIES - 10) + lot.below(CASELOAD - 12),
                    day,
                    hour,
                    nr,
                ));
            }
            // A typing mistake in an address.
            if lot.below(300) == 0 {
                nr += 1;
                out.push(Kijk {
                    uitkomst: "geweigerd".into(),
                    gezinnen: BTreeSet::new(),
                    ..look(worker, 0, day, 10, nr)
                });
            }
        }
    }
    out
}

/// What one person did that is to be proposed, in a month.
fn plant(
    month: Date,
    kennis: &mut Kennis,
    kijken: &mut Vec<Kijk>,
    lot: &mut Loting,
) -> Vec<(Signaal, String)> {
    let day = month.saturating_add(9.days());
    let day = if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
        day.saturating_add(2.days())
    } else {
        day
    };
    let mut planted = Vec::new();
    let mut add = |signaal, wie: u32, lines: Vec<Kijk>, kijken: &mut Vec<Kijk>| {
        planted.push((signaal, account(wie)));
        kijken.extend(lines);
    };
    let who: Vec<u32> = (0..8).map(|n| n * 7 + lot.below(7)).collect();
    let some = |lot: &mut Loting| lot.below(FAMILIES - 11) / 4 * 4 + 1;

    let neighbour = some(lot);
    let street = kennis.gezinnen[&family(neighbour)].postcode.clone();
    kennis.accounts.get_mut(&account(who[0])).unwrap().postcode = street;
    add(Signaal::EigenStraat, who[0], vec![look(who[0], neighbour, day, 11, 9_001)], kijken);

    let cousin = some(lot);
    let name = format!("Iemand {}", kennis.gezinnen[&family(cousin)].zoeknaam);
    kennis.accounts.get_mut(&account(who[1])).unwrap().naam = name;
    add(Signaal::Naamgenoot, who[1], vec![look(who[1], cousin, day, 11, 9_002)], kijken);

    let home = some(lot);
    kennis.accounts.get_mut(&account(who[2])).unwrap().gezin = Some(family(home));
    add(Signaal::Collega, who[3], vec![look(who[3], home, day, 11, 9_003)], kijken);

    let lines =
        (0..60).map(|n| look(who[4], n * 20 % (FAMILIES - 10), day, 13, 9_100 + i64::from(n))).collect();
    add(Signaal::Veel, who[4], lines, kijken);
    add(Signaal::BuitenUren, who[5], vec![look(who[5], some(lot), day, 3, 9_004)], kijken);
    add(
        Signaal::ZonderHulp,
        who[6],
        vec![look(who[6], FAMILIES - 1 - lot.below(10), day, 11, 9_005)],
        kijken,
    );
    let no = |n: i64| Kijk {
        uitkomst: "geweigerd".into(),
        gezinnen: BTreeSet::new(),
        ..look(who[7], 0, day, 12, 9_200 + n)
    };
    add(Signaal::Geweigerd, who[7], (0..5).map(no).collect(), kijken);
    let nood = Kijk { doel: "nood".into(), ..look(who[7], some(lot), day, 12, 9_300) };
    add(Signaal::Nood, who[7], vec![nood], kijken);
    planted
}

#[test]
fn what_is_planted_in_a_year_is_proposed() {
    let mut lot = Loting(20_261_001);
    let (mut planted, mut proposed, mut normal, mut normal_proposed) = (0, 0, 0, 0);
    for month in (1..=12).map(|month| date(2026, month, 1)) {
        let mut kennis = knowledge();
        let mut kijken = ordinary(month, &mut lot);
        let ordinary_lines: BTreeSet<(String, i64)> =
            kijken.iter().map(|kijk| (kijk.account.clone(), kijk.plek.0)).collect();
        let before = propose(month, false, &kijken, &kennis, &DREMPELS);
        normal += ordinary_lines.len();
        let days: BTreeSet<(String, Date)> = before.iter().map(|v| (v.account.clone(), v.dag)).collect();
        normal_proposed += days.len();

        let cases = plant(month, &mut kennis, &mut kijken, &mut lot);
        let after = propose(month, true, &kijken, &kennis, &DREMPELS);
        for (signaal, account) in &cases {
            planted += 1;
            let found = after.iter().any(|v| v.signaal == *signaal && v.account == *account);
            assert!(found, "{month}: {signaal:?} of {account} was not proposed");
            proposed += usize::from(found);
        }
        let sample = |all: &[Voorstel]| {
            all.iter().filter(|v| v.signaal == Signaal::Steekproef).cloned().collect::<Vec<_>>()
        };
        assert_eq!(sample(&after).len(), DREMPELS.steekproef);
        assert_eq!(sample(&before).len(), 0, "a month that goes on has no sample yet");
        let again = propose(month, true, &kijken, &kennis, &DREMPELS);
        assert_eq!(after, again, "the same month gives the same proposals");
        let keys: BTreeSet<&str> = after.iter().map(|v| v.sleutel.as_str()).collect();
        assert_eq!(keys.len(), after.len(), "every proposal is known by its own key");
    }
    let percent = 100.0 * f64::from(u32::try_from(normal_proposed).unwrap())
        / f64::from(u32::try_from(normal).unwrap());
    println!(
        "a year: {proposed} of {planted} planted cases proposed; {normal_proposed} of {normal} normal working days of a \
         person ({percent:.2} %) proposed besides"
    );
    assert!(percent < 1.0, "too much of ordinary work is proposed");
}

#[test]
fn the_one_who_stands_out_does_not_move_what_is_usual() {
    let mut days = vec![5; 20];
    assert_eq!(middle_and_spread(&days), (5.0, 0.0));
    days.push(500);
    assert_eq!(middle_and_spread(&days), (5.0, 0.0));
    assert_eq!(middle_and_spread(&[]), (0.0, 0.0));
    assert!((middle_and_spread(&[1, 2, 3, 4]).0 - 2.5).abs() < 1e-9);
}

#[test]
fn an_auditor_sees_no_name_of_a_family() {
    let kennis = knowledge();
    let line = Kijk { doel: "nood".into(), ..look(1, 5, date(2026, 3, 2), 11, 1) };
    let made = propose(date(2026, 3, 1), true, &[line], &kennis, &DREMPELS);
    let text = format!("{made:?}");
    assert!(text.contains("G-"), "{text}");
    assert!(!text.contains(&kennis.gezinnen[&family(5)].zoeknaam), "{text}");
}
