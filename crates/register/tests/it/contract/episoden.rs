//! What leaves the register for figures.

use jiff::civil::Date;
use register::beeld::{EpisodeRij, Maatregel, Peiling};
use stelsel::episode::EpisodeStand;
use stelsel::{Episode, Hulpvorm};

use super::samen::{several, team};
use super::*;

/// Youth, form of help, and days.
type Line = (u64, Hulpvorm, Date, Option<Date>, Option<Date>);

pub(crate) fn read(register: &Register, until: Option<&str>) -> (Peiling, Vec<EpisodeRij>) {
    let until = until.map(|day| day.parse().unwrap());
    let begin = |peiling: &Peiling| (peiling.clone(), Vec::new());
    let (seen, count) = register.episodes(until, begin, |(_, rows), row| rows.push(row)).unwrap();
    assert_eq!(count, seen.1.len() as u64);
    seen
}

pub(super) fn without_persons(opslag: &Opslag) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    take(&register, &life());
    let lines = register.journal_len().unwrap();
    let (peiling, rows) = read(&register, None);
    assert_eq!(register.journal_len().unwrap(), lines + 3, "the secret, that it is done, how much it was");
    let day = |text: &str| Some(text.parse().unwrap());
    assert_eq!((peiling.peildag, peiling.laatste), (day("2026-11-02").unwrap(), day("2026-09-05").unwrap()));
    assert_eq!((peiling.regio.as_deref(), peiling.demo), (Some("Proefregio"), false));
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    let expected = EpisodeRij {
        client: row.client,
        sleutel: row.sleutel,
        gemeente: Gemeentecode::parse("0758").unwrap(),
        wijk: Some(wijk()),
        woonwijk: Some(wijk()),
        leeftijd: Some(12),
        product: Some("45A48".into()),
        categorie: Some(45),
        vorm: Hulpvorm::Ambulant,
        aanbieder: AgbCode::parse(AANBIEDER).unwrap(),
        verwijzer: None,
        groep: 0,
        school: None,
        aanvraag: None,
        ingang: day("2026-03-02").unwrap(),
        begin: day("2026-03-16"),
        gemeld: day("2026-03-20"),
        eind: day("2026-09-01"),
        wacht: Some(14),
        stand: EpisodeStand::Gestopt,
        minuten: Some(28),
        toegekend: None,
        gedeclareerd: 7_800,
    };
    assert_eq!(*row, expected);
    assert_ne!(row.client, row.sleutel);

    // Of an earlier day: as far as it was told then.
    let on = |day: &str| read(&register, Some(day)).1.pop();
    assert_eq!(on("2026-03-01"), None);
    let told =
        |row: Option<EpisodeRij>| row.map(|row| (row.stand, row.begin, row.eind, row.gedeclareerd)).unwrap();
    assert_eq!(told(on("2026-03-19")), (EpisodeStand::Wacht, None, None, 0));
    assert_eq!(told(on("2026-03-20")), (EpisodeStand::Loopt, day("2026-03-16"), None, 0));
    assert_eq!(told(on("2026-08-01")), (EpisodeStand::Loopt, day("2026-03-16"), None, 7_800));
    assert_eq!(told(on("2026-09-05")), (EpisodeStand::Gestopt, day("2026-03-16"), day("2026-09-01"), 7_800));
    assert_eq!(on("2026-11-02").unwrap(), expected, "the same youth has the same keys whenever it is read");
    let ahead = register.episodes("2026-11-03".parse().ok(), |_| (), |(), _| ());
    assert!(matches!(ahead, Err(Fout::Zinloos(_))));
    assert_eq!(register.journal_len().unwrap(), lines + 3 + 6 * 2);
    assert_eq!(register.verify_journal().unwrap(), register.verify_journal().unwrap());
}

/// Several youths, help that begins, ends and begins again: what figures are made from is what the page of the neighbourhood shows.
pub(super) fn as_on_the_pages(opslag: &Opslag) {
    const YOUTHS: u32 = 9;
    let (register, _) = several(opslag, YOUTHS);
    for n in 0..YOUTHS {
        let (bsn, number, begin) = (crate::xml::bsn(n), 300_000 + n, format!("2026-0{}-03", 2 + n % 5));
        if n % 4 != 0 {
            take(&register, &[("s", start(&format!("S{n}"), "2026-07-01", &bsn, number, &begin))]);
        }
        if n % 4 == 2 {
            let end = ("2026-07-20", "31");
            take(&register, &[("e", stop(&format!("E{n}"), "2026-08-01", &bsn, number, &begin, end))]);
            take(&register, &[("a", start(&format!("A{n}"), "2026-09-01", &bsn, number, "2026-08-20"))]);
        }
    }
    let page = register.look(&who(Rol::Beleid), Onderdeel::Wijk, "", |l| l.wijk(wijk())).unwrap();
    let (peiling, rows) = read(&register, None);
    let of_page = |e: &Episode| (e.jeugdige, e.hulpvorm, e.ingang, e.begin, e.eind);
    let mut shown: Vec<Line> = page.episoden.iter().map(of_page).collect();
    let mut left: Vec<Line> = rows.iter().map(|r| (r.client, r.vorm, r.ingang, r.begin, r.eind)).collect();
    shown.sort_unstable();
    left.sort_unstable();
    assert_eq!(shown, left);
    assert!(rows.len() > YOUTHS as usize, "help that begins again is a row of its own");
    let cared: std::collections::BTreeSet<u64> =
        rows.iter().filter(|r| r.stand == EpisodeStand::Loopt).map(|r| r.client).collect();
    let region = register.look(&who(Rol::Beleid), Onderdeel::Regio, "", see_region).unwrap();
    assert_eq!(region.wijken[0].in_hulp as usize, cared.len(), "on {}", peiling.peildag);
    // One key per youth, and no two youths with one key.
    let keys: std::collections::BTreeSet<(u64, u64)> = rows.iter().map(|r| (r.client, r.sleutel)).collect();
    assert_eq!(keys.len(), YOUTHS as usize);
}

pub(super) fn shielded(opslag: &Opslag) {
    let (register, ids) = several(opslag, 3);
    let open = read(&register, None).1;
    assert!(open.iter().all(|row| row.woonwijk == Some(wijk()) && row.wijk == Some(wijk())));
    register.put_account(&Identiteit { account: "r-regisseur".into(), ..who(Rol::Regisseur) }).unwrap();
    register.arrange(&team(), ids[1], &Maatregel::Scherm(true)).unwrap();
    let rows = read(&register, None).1;
    let hidden: Vec<&EpisodeRij> = rows.iter().filter(|row| row.woonwijk.is_none()).collect();
    assert_eq!((rows.len(), hidden.len()), (3, 1), "it counts, without where");
    let bare = EpisodeRij { wijk: Some(wijk()), woonwijk: Some(wijk()), ..hidden[0].clone() };
    assert!(hidden[0].wijk.is_none() && open.contains(&bare), "and nothing else of it changed");
}
