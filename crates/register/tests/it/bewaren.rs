//! Destroying: what is due goes, what is held stays, and no byte of what went is left in the files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use register::beeld::{
    BerichtenFilter, BewarenBeeld, Draad, GezinBeeld, GezinnenFilter, MetWie, NieuweDeling, NieuweStop,
    NieuweVerwijzing, PostSoort, Vernietigingsopdracht, VerwijzingInhoud,
};
use register::{Fout, Keten, NieuwBericht, Opslag, Register, Uitkomst};
use stelsel::bewaren::{Grond, StopSoort};
use stelsel::deling::Wat;
use stelsel::persoon::GezinsRol;
use stelsel::plan::{Daad, Doel, Doelstand, Inhoud, Wijziging, Woorden};
use stelsel::verwijzing::VerwijzerSoort;
use stelsel::{Bsn, Id, Identiteit, Onderdeel, Persoon, Rol, VasteKlok};

use crate::contract::{region, who};
use crate::xml::{Toewijzing, bsn, claim, file, request, start};

fn the_list(lezing: &mut register::Lezing<'_>) -> Result<register::beeld::BewarenBeeld, register::Fout> {
    lezing.bewaren()
}

/// Families in a fixture; those with an odd number are kept.
const FAMILIES: u32 = 40;

/// Twenty years and some after the messages.
const LATER: &str = "2047-03-01T08:00:00Z";

fn given(n: u32) -> String {
    format!("Kanarie{n:03}geel")
}

fn family(n: u32) -> String {
    format!("Vogel{n:03}nest")
}

fn parent(n: u32) -> String {
    format!("Ouder{n:03}tak")
}

fn house(n: u32) -> u32 {
    100 + n
}

/// What must not be found of a family: names, and the number as digits and as the databases keep it.
fn canaries(n: u32) -> Vec<Vec<u8>> {
    let number: u32 = bsn(n).parse().unwrap();
    vec![
        given(n).into_bytes(),
        given(n).to_lowercase().into_bytes(),
        family(n).into_bytes(),
        family(n).to_lowercase().into_bytes(),
        parent(n).into_bytes(),
        parent(n).to_lowercase().into_bytes(),
        bsn(n).into_bytes(),
        number.to_be_bytes().to_vec(),
        u64::from(number).to_le_bytes().to_vec(),
    ]
}

/// A register with families, shared claims, pieces in quarantine, requests and holds; the clock stands twenty years on.
fn fill(opslag: &Opslag) -> Register {
    let clock = Arc::new(VasteKlok::new(LATER.parse().unwrap()));
    let register = Register::open_seeded(opslag, clock.clone(), 7).unwrap();
    register.setup_region(&region()).unwrap();
    let mut batch = Vec::new();
    for n in 0..FAMILIES {
        let (number, given, family, parent) = (bsn(n), given(n), family(n), parent(n));
        let (id, allocation) = (format!("T{n}"), 300_000 + n);
        let message = Toewijzing {
            id: &id,
            bsn: &number,
            given: &given,
            family: &family,
            parent: Some((&parent, "1984-05-06")),
            house: house(n),
            number: allocation,
            ..Toewijzing::default()
        };
        batch.push(file(&format!("{id}.xml"), message.xml()));
        batch.push(file("s.xml", start(&format!("S{n}"), "2026-03-20", &number, allocation, "2026-03-16")));
        batch.push(file("q.xml", request(&format!("Q{n}"), "2026-04-01", &number, &format!("REF{n}"))));
        // A broken message about a child, and one that names two of them.
        let broken = message.xml().replace("<m:Geslacht>", "<m:Geslachten>").replace("Lindelaan", &given);
        batch.push(file(&format!("kapot-{n}.xml"), broken.replace("436", "43<")));
        if n % 2 == 0 {
            let shared = claim(&format!("D{n}"), &[(&number, allocation), (&bsn(n + 1), allocation + 1)]);
            batch.push(file("d.xml", shared));
        }
    }
    let outcomes = register.intake(batch).unwrap();
    let aside = outcomes.iter().filter(|o| matches!(o, Uitkomst::Quarantaine(..))).count();
    assert_eq!(aside, FAMILIES as usize);
    clock.set("2026-04-02T08:00:00Z".parse().unwrap());
    for rol in [Rol::School, Rol::Verwijzer] {
        register.put_account(&who(rol)).unwrap();
    }
    for n in 0..FAMILIES {
        said(&register, n);
    }
    clock.set(LATER.parse().unwrap());
    let beheer = who(Rol::Beheer);
    let held = NieuweStop {
        soort: StopSoort::Langer,
        reden: "De jeugdige wil het bewaren".into(),
        tot: Some(jiff::civil::date(2051, 1, 1)),
    };
    for n in (1..FAMILIES).step_by(2) {
        register.put_hold(&beheer, child(&register, n), &held).unwrap().unwrap();
    }
    // Opened anew, so that the rows stand in the file and not only in the log of changes.
    drop(register);
    Register::open(opslag, Arc::new(VasteKlok::new(LATER.parse().unwrap()))).unwrap()
}

/// What was written, shared and referred about a family, with its canaries in every text.
fn said(register: &Register, n: u32) {
    let seen = see(register, n).unwrap();
    let gezin = seen.gezin.id;
    let of = |rol| seen.leden.iter().find(|m| m.rol == rol).unwrap().id;
    let (child, mother) = (of(GezinsRol::Jeugdige), of(GezinsRol::Ouder));
    let member = |persoon| Identiteit {
        gezin: Some(gezin),
        persoon: Some(persoon),
        ..Identiteit::new(format!("lid-{persoon}"), parent(n), Rol::Gezinslid)
    };
    let key = || Register::form_key().unwrap();
    let words = format!("{} en {}", given(n), parent(n));
    for (who, draad) in [(mother, Draad::Gezin), (child, Draad::Eigen(child))] {
        let me = member(who);
        register.put_account(&me).unwrap();
        let new = NieuwBericht { draad, soort: PostSoort::Bericht, tekst: words.clone() };
        register.write_post(&me, gezin, &new, &key()).unwrap();
        let read = register.look(&me, Onderdeel::Post, "", |l| l.post(gezin, Some(draad))).unwrap();
        register.mark_read(&me, gezin, draad, read.tot().unwrap()).unwrap();
    }
    // Two versions of a plan: the older holds as much as the newer.
    for voor in [Some(child), None] {
        let tekst = Woorden::new(&words).unwrap();
        let daad = Daad::Schrijf(Inhoud::Doel(Doel { tekst, voor, stand: Doelstand::Loopt }));
        let change = Wijziging { nr: None, gelezen: 0, daad };
        register.change_plan(&who(Rol::Wijkteam), gezin, change, &key()).unwrap();
    }
    crate::contract::share(register, gezin, Rol::School, None);
    let guest = NieuweDeling {
        persoon: None,
        met: MetWie::Netwerk(format!("Oma {}", given(n))),
        wat: vec![Wat::Plan],
        doel: words.clone(),
        tot: None,
        ja_van: Vec::new(),
    };
    register.share_with(&member(mother), gezin, &guest, &key()).unwrap();
    let referral = NieuweVerwijzing {
        soort: VerwijzerSoort::Huisarts,
        kind: given(n),
        achternaam: family(n),
        geboren: None,
        bsn: Bsn::parse(&bsn(n)).ok(),
        postcode: None,
        inhoud: VerwijzingInhoud { vraag: words, ..VerwijzingInhoud::default() },
    };
    register.refer(&who(Rol::Verwijzer), &referral, &key()).unwrap();
}

fn see(register: &Register, n: u32) -> Option<GezinBeeld> {
    let me = who(Rol::Wijkteam);
    let filter = GezinnenFilter { zoek: Some(family(n)), ..GezinnenFilter::default() };
    let list = register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&filter)).unwrap();
    let id = list.rijen.first()?.id;
    Some(register.look(&me, Onderdeel::Gezin, "", |l| l.gezin(id)).unwrap())
}

fn child(register: &Register, n: u32) -> Id<Persoon> {
    see(register, n).unwrap().leden.iter().find(|m| m.bsn.is_some()).unwrap().id
}

fn list(register: &Register) -> BewarenBeeld {
    register.look(&who(Rol::Beheer), Onderdeel::Bewaren, "", the_list).unwrap()
}

fn everything_due(register: &Register) -> Vernietigingsopdracht {
    let dossiers = list(register).dossiers.iter().map(|line| line.persoon).collect();
    Vernietigingsopdracht { dossiers, ..Vernietigingsopdracht::default() }
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        if entry.file_type().unwrap().is_dir() {
            files(&entry.path(), out);
        } else {
            out.push(entry.path());
        }
    }
}

/// How often something of the families with an even number stands in the files of a folder.
fn hits(folder: &Path) -> usize {
    hits_of(folder, (0..FAMILIES).step_by(2))
}

fn hits_of(folder: &Path, families: impl Iterator<Item = u32>) -> usize {
    let words: Vec<Vec<u8>> = families.flat_map(canaries).collect();
    let pair = |a: u8, b: u8| usize::from(a) * 256 + usize::from(b);
    let mut by_begin: Vec<Vec<&[u8]>> = vec![Vec::new(); 65_536];
    for word in &words {
        by_begin[pair(word[0], word[1])].push(word);
    }
    let mut all = Vec::new();
    files(folder, &mut all);
    let mut found = 0;
    for path in all {
        let bytes = std::fs::read(&path).unwrap_or_default();
        for (at, two) in bytes.windows(2).enumerate() {
            let words = &by_begin[pair(two[0], two[1])];
            if !words.is_empty() {
                found += words.iter().filter(|word| bytes[at..].starts_with(word)).count();
            }
        }
    }
    found
}

/// Youths in what leaves for figures.
fn youths(register: &Register) -> std::collections::BTreeSet<u64> {
    crate::contract::episoden::read(register, None).1.iter().map(|row| row.client).collect()
}

#[test]
fn nothing_is_left_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let register = fill(&Opslag::Map(folder.path().into()));
    let before = hits(folder.path());
    let opdracht = everything_due(&register);
    assert_eq!(opdracht.dossiers.len(), 20);
    let in_figures = youths(&register);
    let id = register.destroy_rows(&who(Rol::Beheer), &opdracht).unwrap().unwrap();
    let rows_gone = hits(folder.path());
    assert!(!list(&register).vernietigd[0].schoon, "the mark stands");
    assert!(register.finish_destruction().unwrap());
    let after = hits(folder.path());
    let kept = hits_of(folder.path(), (1..FAMILIES).step_by(2));
    println!(
        "SQLite: {before} copies before, {rows_gone} after deleting with secure_delete (control), {after} after cleaning; {kept} of who stays"
    );
    assert_eq!(after, 0);
    assert!(rows_gone > 0, "the control finds what cleaning takes away");
    assert!(kept > 100, "and the search finds who stays");
    let report = list(&register).vernietigd.remove(0);
    assert!(report.schoon && report.id == id && report.dossiers == 20);
    let left = youths(&register);
    assert!(
        left.len() + 20 == in_figures.len() && left.is_subset(&in_figures),
        "nor in what figures are made from"
    );
    others_are_whole(&register);
    assert!(!register.finish_destruction().unwrap(), "nothing to do a second time");
}

#[test]
fn without_secure_delete_much_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let register = fill(&Opslag::Map(folder.path().into()));
    drop(register);
    let db = rusqlite::Connection::open(folder.path().join("leerloop.db")).unwrap();
    db.pragma_update(None, "secure_delete", false).unwrap();
    db.pragma_update(None, "foreign_keys", false).unwrap();
    for table in ["persoon", "gezin", "bericht_inhoud"] {
        db.execute(&format!("DELETE FROM {table}"), []).unwrap();
    }
    drop(db);
    let left = hits(folder.path());
    println!("control: rows deleted without secure_delete and without VACUUM leave {left} copies");
    assert!(left > 50);
}

#[test]
fn what_was_cut_off_is_finished_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let opslag = Opslag::Map(folder.path().into());
    let register = fill(&opslag);
    let opdracht = everything_due(&register);
    register.destroy_rows(&who(Rol::Beheer), &opdracht).unwrap().unwrap();
    drop(register);
    let between = hits(folder.path());
    let again = Register::open(&opslag, Arc::new(VasteKlok::new(LATER.parse().unwrap()))).unwrap();
    println!("cut off: {between} copies before the start, {} after", hits(folder.path()));
    assert_eq!(hits(folder.path()), 0);
    assert!(list(&again).vernietigd[0].schoon);
    others_are_whole(&again);
}

#[test]
fn nothing_is_left_in_the_tables_of_postgres() {
    let Some(cluster) = crate::cluster::Cluster::start() else { return };
    let address = cluster.database();
    let register = fill(&Opslag::Postgres(address.clone()));
    let mut admin = postgres::Client::connect(&address, postgres::NoTls).unwrap();
    let folder: String = admin
        .query_one("SELECT oid::text FROM pg_database WHERE datname = current_database()", &[])
        .unwrap()
        .get(0);
    let base = PathBuf::from(cluster.data()).join("base").join(folder);
    let wal = PathBuf::from(cluster.data()).join("pg_wal");
    let opdracht = everything_due(&register);
    register.destroy_rows(&who(Rol::Beheer), &opdracht).unwrap().unwrap();
    admin.batch_execute("CHECKPOINT").unwrap();
    let rows_gone = hits(&base);
    assert!(register.finish_destruction().unwrap());
    let (after, in_wal) = (hits(&base), hits(&wal));
    println!(
        "PostgreSQL: base/ {rows_gone} copies after deleting (control), {after} after cleaning; pg_wal still holds {in_wal}"
    );
    assert_eq!(after, 0);
    assert!(rows_gone > 0);
    others_are_whole(&register);
}

/// Who was held is there with everything, the shared claims are theirs alone, the chain is whole.
fn others_are_whole(register: &Register) {
    for n in 0..FAMILIES {
        let seen = see(register, n);
        assert_eq!(seen.is_some(), n % 2 == 1, "family {n}");
        let Some(seen) = seen else { continue };
        assert_eq!((seen.leden.len(), seen.toewijzingen.len()), (2, 1), "family {n}");
        assert_eq!(seen.toewijzingen[0].gedeclareerd.unwrap().0, 7_800, "family {n}");
    }
    let beheer = who(Rol::Beheer);
    let messages = register
        .look(&beheer, Onderdeel::Berichten, "", |l| l.berichten(&BerichtenFilter::default()))
        .unwrap();
    let mut shared = 0;
    for line in messages.rijen.iter().filter(|line| line.soort.naam() == "JW323") {
        let message = register.look(&beheer, Onderdeel::Bericht, "", |l| l.bericht(line.id)).unwrap();
        let read = ijw::lees(message.xml.as_bytes()).expect("a claim without a client passes the schema");
        assert_eq!(read.bsns().len(), 1);
        shared += 1;
    }
    assert!(shared > 10, "{shared}");
    assert!(matches!(register.verify_journal().unwrap(), Keten::Heel { .. }));
}

/// On either database: who may, what is due, and what the report says.
pub(crate) fn only_what_is_due(opslag: &Opslag) {
    let register = fill(opslag);
    let beheer = who(Rol::Beheer);
    let seen = list(&register);
    assert_eq!((seen.dossiers.len(), seen.stops.len()), (20, 20));
    let line = &seen.dossiers[0];
    // The day after the last message: somebody of the family wrote.
    assert_eq!((line.geboren, line.laatste), (Some(2014), jiff::civil::date(2026, 4, 2)));
    assert_eq!(line.grond, Grond::Dossier);
    assert_eq!(seen.declaraties, 20);
    assert_eq!(seen.quarantaine, u64::from(FAMILIES));
    // Nobody else may see it, put a hold or destroy.
    for rol in Rol::ALL.into_iter().filter(|rol| *rol != Rol::Beheer) {
        let me = who(rol);
        assert!(matches!(register.look(&me, Onderdeel::Bewaren, "", the_list), Err(Fout::NietGevonden)));
        let (due, held) = (everything_due(&register), list(&register).stops[0].id);
        let one = child(&register, 1);
        let stop = NieuweStop { soort: StopSoort::Klacht, reden: "proef".into(), tot: None };
        let before = register.journal_len().unwrap();
        assert!(matches!(register.destroy(&me, &due), Err(Fout::NietGevonden)));
        assert!(matches!(register.put_hold(&me, one, &stop), Err(Fout::NietGevonden)));
        assert!(matches!(register.lift_hold(&me, held), Err(Fout::NietGevonden)));
        assert_eq!(register.journal_len().unwrap(), before + 3, "a line for each of the three");
    }
    // One that is held among them: nothing goes.
    let kept = child(&register, 1);
    let mut wrong = everything_due(&register);
    wrong.dossiers.push(kept);
    assert!(matches!(register.destroy(&beheer, &wrong), Err(Fout::NietVervallen(1))));
    assert_eq!(list(&register).dossiers.len(), 20);
    // A request of the person brings it forward, another's interest holds it, and lifted it is due.
    let stop = list(&register).stops.iter().find(|s| s.persoon == kept).unwrap().id;
    assert!(register.lift_hold(&beheer, stop).unwrap());
    assert!(!register.lift_hold(&beheer, stop).unwrap());
    assert_eq!(list(&register).dossiers.len(), 21);
    let put = |soort| NieuweStop { soort, reden: "proef".into(), tot: None };
    register.put_hold(&beheer, kept, &put(StopSoort::Klacht)).unwrap().unwrap();
    assert_eq!(list(&register).dossiers.len(), 20);
    // What is not there leaves a line too.
    let before = register.journal_len().unwrap();
    let nobody = Id::new(jiff::Timestamp::UNIX_EPOCH, [9; 10]);
    assert!(register.put_hold(&beheer, nobody, &put(StopSoort::Klacht)).unwrap().is_none());
    let nothing = Id::new(jiff::Timestamp::UNIX_EPOCH, [9; 10]);
    assert!(matches!(register.lift_hold(&beheer, nothing), Err(Fout::NietGevonden)));
    assert_eq!(register.journal_len().unwrap(), before + 2);
    // Claims and quarantine by their own terms, without a dossier.
    let by_term =
        Vernietigingsopdracht { declaraties: true, quarantaine: true, ..Vernietigingsopdracht::default() };
    let report = register.destroy(&beheer, &by_term).unwrap().unwrap();
    let rows = |report: &register::beeld::VernietigingRegel, table: &str| {
        report.tellingen.iter().find(|(name, _)| name == table).map_or(0, |(_, rows)| *rows)
    };
    assert_eq!((report.dossiers, rows(&report, "declaratie"), rows(&report, "prestatie")), (0, 20, 40));
    assert_eq!(rows(&report, "quarantaine"), u64::from(FAMILIES));
    assert_eq!(report.grond, "declaratie quarantaine");
    let report = register.destroy(&beheer, &everything_due(&register)).unwrap().unwrap();
    assert_eq!((report.dossiers, rows(&report, "persoon"), rows(&report, "gezin")), (20, 40, 20));
    assert!(report.schoon);
    assert_eq!(register.destroyed().unwrap().len(), 20);
    assert!(register.destroy(&beheer, &Vernietigingsopdracht::default()).unwrap().is_none());
    assert!(matches!(register.verify_journal().unwrap(), Keten::Heel { .. }));
}
