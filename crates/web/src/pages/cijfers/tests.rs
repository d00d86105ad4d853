//! The pages on a snapshot of a made-up region, of which the figures are large enough to show some of them.

use std::sync::{Arc, OnceLock};

use askama::Template;
use informatie::indicator::Niveau;
use informatie::snapshot::{EpisodeStand, Herkomst, Row, Snapshot, SnapshotWriter, day_of, unix_day};
use informatie::statistiek::Stream;
use informatie::voorspelling::Plafond;
use informatie::{Deur, Regel, Zout};
use jiff::civil::date;
use register::beeld::{Gebiedsnamen, Wijkplek};
use stelsel::{AgbCode, Gemeentecode, Hulpvorm, Wijkcode};

use super::gebied::{Gebied, GebiedPagina, Kijk};
use super::indicatoren::IndicatorenPagina;
use super::{LeegPagina, aanbieders, scholen, vooruit};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::monster;
use crate::opname::{Opname, Tijd, Wat};

const FORMS: [Hulpvorm; 4] = [Hulpvorm::Ambulant, Hulpvorm::Ambulant, Hulpvorm::JeugdGgz, Hulpvorm::Verblijf];

fn agb(nr: i64) -> AgbCode {
    AgbCode::try_from(65_650_000 + nr).unwrap()
}

fn wijken() -> Vec<Wijkcode> {
    ["WK075801", "WK075802", "WK075803", "WK074401"].map(|code| Wijkcode::parse(code).unwrap()).to_vec()
}

/// Four years of help for some thousands of youths, more of them every year.
fn write(folder: &std::path::Path, school: &str) -> Snapshot {
    let peildag = monster::STAND;
    let mut writer = SnapshotWriter::new(Herkomst { peildag, laatste: peildag, bron: "made up".into() });
    let mut s = Stream::new(1, 2, 3);
    let last = unix_day(peildag);
    let wijken = wijken();
    for client in 0..4_000_u64 {
        let below = |s: &mut Stream, n: u32| i32::try_from(s.poisson(1e6) % u64::from(n)).unwrap();
        // Ever more of them: of two draws the later.
        let later = below(&mut s, 1_460).max(below(&mut s, 1_460));
        let ingang = unix_day(date(2022, 4, 1)) + later;
        let wijk = wijken[usize::try_from(below(&mut s, 100)).unwrap().isqrt() % 4];
        let begin = ingang + below(&mut s, 120);
        let eind = begin + 60 + below(&mut s, 500);
        let nr = i64::from(below(&mut s, 8));
        let stand = if begin > last {
            EpisodeStand::Wacht
        } else if eind > last {
            EpisodeStand::Loopt
        } else {
            EpisodeStand::Gestopt
        };
        let day = |n: i32| day_of(n).filter(|_| n <= last);
        let cents = u32::try_from(100_000 + below(&mut s, 400_000)).unwrap();
        writer
            .add(&Row {
                client,
                sleutel: client.wrapping_mul(0x9e37_79b9_7f4a_7c15),
                gemeente: wijk.gemeente(),
                wijk: Some(wijk),
                woonwijk: Some(wijk),
                leeftijd: Some(u8::try_from(below(&mut s, 20)).unwrap()),
                product: Some("45A48"),
                categorie: Some(45),
                vorm: FORMS[usize::try_from(below(&mut s, 4)).unwrap()],
                wet: "jeugdwet",
                aanbieder: agb(nr),
                verwijzer: Some("huisarts"),
                groep: 0,
                school: (client % 9 == 0).then_some(school),
                aanvraag: None,
                ingang: day_of(ingang).unwrap(),
                begin: day(begin),
                gemeld: day(begin),
                eind: day(eind),
                wacht: day(begin).map(|_| u16::try_from(begin - ingang).unwrap()),
                stand,
                minuten: Some(60),
                toegekend: Some(cents),
                gedeclareerd: cents / 2,
            })
            .unwrap();
    }
    Snapshot::open(&folder.join(writer.write(folder).unwrap())).unwrap()
}

/// The snapshot, made once per school name.
fn opname(nasty: &str) -> Arc<Opname> {
    static NICE: OnceLock<(tempfile::TempDir, Arc<Opname>)> = OnceLock::new();
    static NASTY: OnceLock<(tempfile::TempDir, Arc<Opname>)> = OnceLock::new();
    let slot = if nasty.is_empty() { &NICE } else { &NASTY };
    let made = slot.get_or_init(|| {
        let home = tempfile::tempdir().unwrap();
        let snapshot = write(home.path(), &monster::of(nasty, "De Wegwijzer"));
        let plafonds = vec![Plafond { sleutel: "45".into(), jaar: 2026, cent: 60_000_000 }];
        let opname = Opname::new(snapshot, Deur::new(Zout::new([7; 32]), Regel::default()), 2, plafonds);
        (home, Arc::new(opname))
    });
    Arc::clone(&made.1)
}

fn namen(nasty: &str) -> Gebiedsnamen {
    let gemeente = |code: &str, naam: &str| (Gemeentecode::parse(code).unwrap(), monster::of(nasty, naam));
    let names = ["Centrum", "Hoge Vucht", "Prinsenbeek", "Baarle-Nassau"];
    let wijken = wijken().into_iter().zip(names);
    Gebiedsnamen {
        inrichting: monster::inrichting(nasty),
        vanaf: date(2022, 4, 1),
        gemeenten: vec![gemeente("0744", "Baarle-Nassau"), gemeente("0758", "Breda")],
        wijken: wijken.map(|(code, naam)| (code, monster::of(nasty, naam), Some(2_000))).collect(),
        aanbieders: (0..8).map(|nr| (agb(nr), monster::of(nasty, &format!("Aanbieder {nr}")))).collect(),
    }
}

/// The same neighbourhoods as tiles beside each other.
fn plekken(namen: &Gebiedsnamen) -> Vec<Wijkplek> {
    let of = |(n, (code, naam, jeugd)): (u8, &(Wijkcode, String, Option<u32>))| Wijkplek {
        code: *code,
        naam: naam.clone(),
        tegel: Some((n, 0)),
        omtrek: None,
        jeugd: *jeugd,
    };
    (0..).zip(&namen.wijken).map(of).collect()
}

/// Every page of this part.
pub(crate) fn samples(k: &Kader, of_providers: &Kader, nasty: &str) -> Vec<(String, askama::Result<String>)> {
    let (opname, namen) = (opname(nasty), namen(nasty));
    let plekken = plekken(&namen);
    let school = opname.sleutels(Niveau::School).remove(0);
    let gebied = |gebied| {
        let plekken = &plekken;
        GebiedPagina::new(&Kijk { k, opname: &opname, namen: &namen, plekken, gebied }).unwrap().render()
    };
    let pages = [
        ("regio", gebied(Gebied::Regio)),
        ("gemeente", gebied(Gebied::Gemeente(Gemeentecode::parse("0758").unwrap()))),
        ("wijk", gebied(Gebied::Wijk(Wijkcode::parse("WK075801").unwrap()))),
        ("school", gebied(Gebied::School(&school))),
        ("scholen", scholen::scholen(k, &opname, &namen).unwrap().render()),
        ("vooruit", vooruit::vooruit(k, &opname, &namen).unwrap().render()),
        ("aanbieders", aanbieders::aanbieders(of_providers, &opname, &namen).unwrap().render()),
        ("indicatoren", IndicatorenPagina::new(k, &opname).render()),
        ("leeg", LeegPagina::new(k.clone()).render()),
    ];
    pages.into_iter().map(|(name, page)| (format!("cijfers-{name}"), page)).collect()
}

#[test]
fn an_area_that_is_not_of_the_region_is_not_found() {
    let (opname, namen) = (opname(""), namen(""));
    let k = Kader::kaal(crate::taal::Taal::Nl);
    let other = Gebied::Gemeente(Gemeentecode::parse("0363").unwrap());
    assert!(matches!(
        GebiedPagina::new(&Kijk { k: &k, opname: &opname, namen: &namen, plekken: &[], gebied: other }),
        Err(Fout::NietGevonden)
    ));
}

#[test]
fn what_was_published_is_computed_once() {
    let opname = opname("");
    let wat = Wat::new("stand", Niveau::Wijk, Tijd::Maanden);
    let one = opname.publicatie(wat).unwrap();
    assert!(Arc::ptr_eq(&one, &opname.publicatie(wat).unwrap()));
    assert_eq!((one.perioden().len(), one.snapshot()), (60, opname.naam()));
    assert!(opname.publicatie(Wat::new("bestaat-niet", Niveau::Regio, Tijd::Jaren)).is_err());
}

#[test]
fn the_pages_show_charts_words_and_what_to_take_away() {
    let k = Kader::kaal(crate::taal::Taal::Nl);
    let pages = samples(&k, &k, "");
    let page = |name: &str| {
        let found = pages.iter().find(|(own, _)| own == name).unwrap();
        found.1.as_ref().unwrap().clone()
    };
    let regio = page("cijfers-regio");
    for word in
        ["jeugdigen hulp", "<svg", "indicator=", "als=csv", "als=parquet", "te weinig", "snapshot-2026-03-31"]
    {
        let wanted = word == "indicator=" || regio.contains(word);
        assert!(wanted, "{word} is not on the page of the region");
    }
    assert!(
        regio.contains("Er zijn meer jeugdigen in hulp") || regio.contains("Bij meer jeugdigen begon hulp")
    );
    let vooruit = page("cijfers-vooruit");
    assert!(
        vooruit.contains("band-95")
            && vooruit.contains("vorig jaar")
            && vooruit.contains("categorie 45, 2026")
    );
    assert!(page("cijfers-aanbieders").contains("Door toeval alleen"));
}
