//! Reading takes time in proportion to the size: nothing in a message is looked at again for what comes after it.

use std::time::Instant;

use crate::goud;

/// The sizes that are compared, each twice the one before.
const GROOTTES: [usize; 4] = [1_000_000, 2_000_000, 4_000_000, 8_000_000];

/// How much longer twice the size may take. In proportion it is 2, and with the square it is 4.
pub(crate) const GRENS: f64 = 3.0;

/// A machine that is busy may measure too long a time, never too short a one.
pub(crate) const POGINGEN: usize = 6;

/// The clock counts in hundredths of a second.
pub(crate) const TIK: f64 = 0.01;

/// The processor time of this thread in seconds, or what comes nearest to it.
pub(crate) fn tijd(begin: Instant) -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/stat").unwrap_or_default();
    let velden = stat.rsplit(')').next().unwrap_or_default();
    let tikken: Vec<f64> =
        velden.split_whitespace().skip(11).take(2).filter_map(|veld| veld.parse().ok()).collect();
    match tikken[..] {
        [gebruiker, systeem] => (gebruiker + systeem) * TIK,
        _ => begin.elapsed().as_secs_f64(),
    }
}

/// A message of about this size, in which `stuk` stands again and again.
fn bericht(begin: &str, stuk: &str, einde: &str, grootte: usize) -> Vec<u8> {
    [begin, &stuk.repeat(grootte / stuk.len()), einde].concat().into_bytes()
}

/// Checks that the time for messages of every size is in proportion.
fn meet(naam: &str, maak: impl Fn(usize) -> Vec<u8>) {
    let berichten = GROOTTES.map(maak);
    let grootste = berichten.iter().map(Vec::len).max().unwrap();
    let mut tijden = [f64::INFINITY; GROOTTES.len()];
    let nul = Instant::now();
    for poging in 1..=POGINGEN {
        for (bericht, tijd_nu) in berichten.iter().zip(&mut tijden) {
            // A small message is read more than once, so that its time is not too short for the clock.
            let keren = (grootste / 4 / bericht.len()).max(1);
            let begin = tijd(nul);
            for _ in 0..keren {
                drop(std::hint::black_box(ijw::lees(bericht)));
            }
            let duur = tijd(nul) - begin;
            *tijd_nu = tijd_nu.min(duur / f64::from(u32::try_from(keren).unwrap()));
        }
        if tijden.windows(2).all(|paar| paar[1] < GRENS * paar[0] + 3.0 * TIK) {
            return;
        }
        assert!(poging < POGINGEN, "{naam}: {tijden:?} seconds");
    }
}

#[test]
fn twice_as_many_claims_take_twice_the_time() {
    let xml = goud::een("jw323-ok");
    let (begin, rest) = xml.split_once("<jw323:Client>").unwrap();
    let (client, einde) = rest.split_once("</jw323:Clienten>").unwrap();
    let (client, einde) = (format!("<jw323:Client>{client}"), format!("</jw323:Clienten>{einde}"));
    assert!(ijw::lees(&bericht(begin, &client, &einde, 10_000)).is_ok());
    meet("claims", |grootte| bericht(begin, &client, &einde, grootte));
}

#[test]
fn what_is_hostile_takes_no_more_than_its_share() {
    let xml = goud::een("jw301-ok-specifiek");
    let (voor, na) = xml.split_once("Testkind").unwrap();
    for stuk in ["&amp;", "<![CDATA[]]>", "<!---->", "\r", "é", "<x/>"] {
        meet(stuk, |grootte| bericht(voor, stuk, na, grootte / 16));
    }
    let (voor, na) = xml.split_once("<jw301:Bsn>").unwrap();
    let na = format!("<jw301:Bsn>{na}");
    for stuk in ["\n", "<?p?>", "&#32;", "<x>a</x>", "<x xmlns:q=\"u\"/>", "<q:", "<", "<!--"] {
        meet(stuk, |grootte| bericht(voor, stuk, &na, grootte / 16));
    }
}
