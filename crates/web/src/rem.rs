//! The brake on guessing and on flooding: in memory, by the clock of the program.
//!
//! Who signs in wrongly waits longer each time. The wait is for one account from one place, so that nobody locks a colleague
//! out. Guessing spread over many places is slowed per account, but not for a place from which the account was signed in with
//! before; guessing at many accounts is slowed per place.

use std::collections::{HashMap, HashSet};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

/// How hard a brake pulls.
#[derive(Clone, Copy)]
struct Kracht {
    /// Attempts without a wait.
    vrij: u32,
    /// The first wait; each next is twice as long.
    eerst: SignedDuration,
    /// The longest wait.
    hoogst: SignedDuration,
}

/// One account from one place.
const PAAR: Kracht =
    Kracht { vrij: 5, eerst: SignedDuration::from_secs(30), hoogst: SignedDuration::from_mins(15) };
/// One account from wherever it was not signed in with before.
const ACCOUNT: Kracht =
    Kracht { vrij: 30, eerst: SignedDuration::from_secs(10), hoogst: SignedDuration::from_mins(5) };
/// One place, at all accounts together.
const PLAATS: Kracht =
    Kracht { vrij: 50, eerst: SignedDuration::from_secs(10), hoogst: SignedDuration::from_mins(5) };

/// Networks around one place: a house may have many of them, and whoever has a wide one may not try from each of them anew.
/// How many bits they share, how hard the brake on attempts pulls there, and how many times the forms of one place pass.
const RONDOM: [(u32, Kracht, u32); 2] =
    [(56, Kracht { vrij: 150, ..PLAATS }, 2), (48, Kracht { vrij: 300, ..PLAATS }, 4)];

/// Attempts of longer ago are forgotten.
const VERGETEN: SignedDuration = SignedDuration::from_hours(1);
/// Forms that one place may send in a minute: an office behind one address stays far below.
const PER_MINUUT: u32 = 600;
/// More than this is not remembered: the oldest is forgotten first.
const HOOGSTENS: usize = 50_000;

type Sleutel = [u8; 32];

#[derive(Clone, Copy)]
struct Stand {
    fouten: u32,
    laatst: Timestamp,
    wacht_tot: Timestamp,
}

#[derive(Default)]
struct Binnen {
    pogingen: HashMap<Sleutel, Stand>,
    vertrouwd: HashSet<Sleutel>,
    formulieren: HashMap<(u32, IpAddr), (Timestamp, u32)>,
}

/// The brake.
#[derive(Default)]
pub(crate) struct Rem(Mutex<Binnen>);

/// An attempt that may be made. It counts as wrong until it is said to be right.
pub(crate) struct Poging(Vec<Sleutel>);

fn key(parts: &[&[u8]]) -> Sleutel {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

impl Rem {
    fn inside(&self) -> MutexGuard<'_, Binnen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks for an attempt to sign in. It is counted at once, so that a hundred at the same time are not one.
    pub(crate) fn poging(&self, account: &str, address: Option<IpAddr>, now: Timestamp) -> Option<Poging> {
        let place = address.map(|p| p.to_string()).unwrap_or_default();
        let pair = key(&[b"paar", account.as_bytes(), place.as_bytes()]);
        let mut keys = vec![(pair, PAAR)];
        let mut inside = self.inside();
        if !inside.vertrouwd.contains(&pair) {
            keys.push((key(&[b"account", account.as_bytes()]), ACCOUNT));
        }
        if let Some(address) = address {
            keys.push((key(&[b"plaats", place.as_bytes()]), PLAATS));
            for (bits, kracht, _) in RONDOM {
                if let Some(wide) = network(address, bits) {
                    let name = wide.to_string();
                    keys.push((key(&[b"netwerk", &bits.to_be_bytes(), name.as_bytes()]), kracht));
                }
            }
        }
        let waits =
            |(key, _): &(Sleutel, Kracht)| inside.pogingen.get(key).is_some_and(|s| s.wacht_tot > now);
        if keys.iter().any(waits) {
            return None;
        }
        inside.make_room(now);
        for (key, kracht) in &keys {
            let before = inside.pogingen.get(key).filter(|s| s.laatst > now - VERGETEN);
            let fouten = before.map_or(0, |s| s.fouten) + 1;
            let stand = Stand { fouten, laatst: now, wacht_tot: now + wait(fouten, *kracht) };
            inside.pogingen.insert(*key, stand);
        }
        Some(Poging(keys.into_iter().map(|(key, _)| key).collect()))
    }

    /// The attempt was right: it counts no longer, and the account is known from this place.
    pub(crate) fn goed(&self, poging: &Poging) {
        let mut inside = self.inside();
        if let Some((pair, others)) = poging.0.split_first() {
            inside.pogingen.remove(pair);
            if inside.vertrouwd.len() >= HOOGSTENS {
                inside.vertrouwd.clear();
            }
            inside.vertrouwd.insert(*pair);
            for other in others {
                if let Some(stand) = inside.pogingen.get_mut(other) {
                    stand.fouten = stand.fouten.saturating_sub(1);
                    stand.wacht_tot = stand.laatst;
                }
            }
        }
    }

    /// Whether one more form from this place is taken.
    pub(crate) fn formulier(&self, place: &IpAddr, now: Timestamp) -> bool {
        let mut inside = self.inside();
        if inside.formulieren.len() >= HOOGSTENS {
            inside.formulieren.retain(|_, (begun, _)| *begun > now - SignedDuration::from_mins(1));
            if inside.formulieren.len() >= HOOGSTENS {
                inside.formulieren.clear();
            }
        }
        let wide =
            RONDOM.iter().filter_map(|(bits, _, times)| Some((*bits, network(*place, *bits)?, *times)));
        let mut taken = true;
        for (bits, place, times) in std::iter::once((u32::MAX, *place, 1)).chain(wide) {
            let (begun, count) = inside.formulieren.entry((bits, place)).or_insert((now, 0));
            if *begun <= now - SignedDuration::from_mins(1) {
                (*begun, *count) = (now, 0);
            }
            *count = count.saturating_add(1);
            taken &= *count <= PER_MINUUT * times;
        }
        taken
    }
}

impl Binnen {
    fn make_room(&mut self, now: Timestamp) {
        if self.pogingen.len() < HOOGSTENS {
            return;
        }
        self.pogingen.retain(|_, stand| stand.laatst > now - VERGETEN);
        if self.pogingen.len() >= HOOGSTENS
            && let Some(oldest) = self.pogingen.iter().min_by_key(|(_, s)| s.laatst).map(|(key, _)| *key)
        {
            self.pogingen.remove(&oldest);
        }
    }
}

/// The network of so many bits around an address; of IPv4 there is none.
fn network(address: IpAddr, bits: u32) -> Option<IpAddr> {
    let IpAddr::V6(v6) = address else { return None };
    let mask = u128::MAX.checked_shl(128_u32.saturating_sub(bits)).unwrap_or_default();
    Some(IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & mask)))
}

/// The wait after so many wrong attempts.
fn wait(fouten: u32, kracht: Kracht) -> SignedDuration {
    let Some(over) = fouten.checked_sub(kracht.vrij) else { return SignedDuration::ZERO };
    kracht
        .eerst
        .checked_mul(1_i32.checked_shl(over.min(20)).unwrap_or(i32::MAX))
        .map_or(kracht.hoogst, |w| w.min(kracht.hoogst))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Option<IpAddr> = Some(IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1)));
    const THERE: Option<IpAddr> = Some(IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 2)));

    fn start() -> Timestamp {
        "2026-04-10T09:00:00Z".parse().unwrap()
    }

    /// How many attempts in a row are let through.
    fn let_through(rem: &Rem, account: &str, place: Option<IpAddr>, now: Timestamp) -> u32 {
        (0..1_000).take_while(|_| rem.poging(account, place, now).is_some()).count().try_into().unwrap()
    }

    #[test]
    fn the_attempt_after_the_last_is_refused_and_others_are_not() {
        let (rem, now) = (Rem::default(), start());
        assert_eq!(let_through(&rem, "a", HERE, now), PAAR.vrij);
        assert!(rem.poging("a", THERE, now).is_some(), "the owner, elsewhere");
        assert!(rem.poging("b", HERE, now).is_some(), "a colleague, here");
        println!(
            "attempt {} of one account from one place is refused; other places and accounts are not",
            PAAR.vrij + 1
        );
    }

    #[test]
    fn each_wait_is_twice_the_one_before_up_to_a_bound() {
        let (rem, mut now) = (Rem::default(), start());
        let_through(&rem, "a", HERE, now);
        let mut waits = Vec::new();
        for _ in 0..8 {
            let mut waited = 0;
            while rem.poging("a", HERE, now).is_none() {
                now += SignedDuration::from_secs(1);
                waited += 1;
            }
            waits.push(waited);
        }
        assert_eq!(waits, [30, 60, 120, 240, 480, 900, 900, 900]);
        now += VERGETEN;
        assert_eq!(let_through(&rem, "a", HERE, now), PAAR.vrij, "an hour later it is forgotten");
    }

    #[test]
    fn who_signs_in_well_begins_anew() {
        let (rem, now) = (Rem::default(), start());
        for _ in 0..200 {
            for _ in 0..PAAR.vrij - 2 {
                assert!(rem.poging("a", None, now).is_some());
            }
            let poging = rem.poging("a", None, now + VERGETEN).unwrap();
            rem.goed(&poging);
        }
    }

    #[test]
    fn guessing_from_everywhere_slows_strangers_and_not_the_owner() {
        let (rem, now) = (Rem::default(), start());
        rem.goed(&rem.poging("a", HERE, now).unwrap());
        let places = (0..=255).map(|n| Some(IpAddr::V4(std::net::Ipv4Addr::new(198, 51, 100, n))));
        let passed = places.filter(|place| rem.poging("a", *place, now).is_some()).count();
        assert_eq!(passed, ACCOUNT.vrij as usize);
        assert!(rem.poging("a", HERE, now).is_some(), "from where they signed in before");
        assert!(rem.poging("b", THERE, now).is_some());
    }

    #[test]
    fn guessing_at_many_accounts_is_slowed() {
        let (rem, now) = (Rem::default(), start());
        let passed = (0..200).filter(|n| rem.poging(&format!("account {n}"), HERE, now).is_some()).count();
        assert_eq!(passed, PLAATS.vrij as usize);
        assert!(rem.poging("account 0", THERE, now).is_some());
    }

    /// The first address of the nth network of 64 bits within 2001:db8:PLACE::/48.
    #[expect(clippy::unnecessary_wraps, reason = "as the brake wants it")]
    fn house(place: u16, nth: u16) -> Option<IpAddr> {
        Some(IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, place, nth, 0, 0, 0, 0)))
    }

    #[test]
    fn a_wide_network_is_one_place_too() {
        let (rem, now) = (Rem::default(), start());
        let mut nr = 0_u32;
        let mut tries = |from: Option<IpAddr>| {
            nr += 1;
            rem.poging(&format!("invented {nr}"), from, now).is_some()
        };
        let [(_, fifty_six, _), (_, forty_eight, _)] = RONDOM;
        let passed = (0..2_000_u16).filter(|n| tries(house(1, n % 256))).count();
        assert_eq!(passed, fifty_six.vrij as usize, "each of 256 networks within one of 56 bits");
        let passed = (0..2_000_u16).filter(|n| tries(house(2, n.wrapping_mul(257)))).count();
        assert_eq!(passed, forty_eight.vrij as usize, "spread over one of 48 bits");
        assert!(tries(house(3, 0)), "the neighbours");
        assert!(tries(HERE), "and IPv4, which has no wider network here");
    }

    #[test]
    fn forms_of_a_wide_network_are_counted_together() {
        let (rem, now) = (Rem::default(), start());
        let forms = |place: u16| {
            let from = |n: u16| house(place, if place == 1 { n % 256 } else { n.wrapping_mul(257) }).unwrap();
            (0..10_000).filter(|n| rem.formulier(&from(*n), now)).count()
        };
        assert_eq!((forms(1), forms(2)), (2 * PER_MINUUT as usize, 4 * PER_MINUUT as usize));
    }

    #[test]
    fn forms_are_counted_by_the_minute() {
        let (rem, now) = (Rem::default(), start());
        let (here, there) = (HERE.unwrap(), THERE.unwrap());
        let passed = (0..2 * PER_MINUUT).filter(|_| rem.formulier(&here, now)).count();
        assert_eq!(passed, PER_MINUUT as usize);
        assert!(rem.formulier(&there, now));
        assert!(rem.formulier(&here, now + SignedDuration::from_mins(1)));
    }

    #[test]
    fn memory_is_bounded() {
        let (rem, now) = (Rem::default(), start());
        for n in 0..HOOGSTENS / 2 + 100 {
            rem.poging(&n.to_string(), None, now);
        }
        for n in 0..200 {
            rem.poging(&format!("later {n}"), None, now + VERGETEN);
        }
        assert!(rem.inside().pogingen.len() <= HOOGSTENS + 2);
    }
}
