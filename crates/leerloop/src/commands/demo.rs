//! `leerloop demo`: the region West-Brabant-Oost, made by messages, ready to look at.

mod leden;

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

use anyhow::{Context, Result, anyhow, bail};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use register::beeld::Maatregel;
use register::{
    Aangeboden, Opslag, Personenbestand, Regiogegevens, Register, Stuk, Uitkomst, WijkInvoer, Wijze,
};
use stelsel::klok::dutch_zone;
use stelsel::persoon::GezinsRol;
use stelsel::toegang::Relatie;
use stelsel::toegang::leeftijd::own_door;
use stelsel::{AgbCode, Gemeentecode, Identiteit, Klok, Onderdeel, Persoon, Rol, VasteKlok, Wijkcode};

use super::demo_gesprek::Schrijver;
use crate::batches::{Portie, store_all};
use crate::demo::{Bedoeling, Generator, Omvang, regio};
use crate::options::{Connector, Demo};
use crate::spraak::Spraak;
use crate::voortgang::Voortgang;
use crate::{GOOD, SystemKlok};

const FOLDER: &str = "leerloop-demo";
/// Notes in the register: from what the demo is made, and whether it is finished.
const RECIPE: &str = "demo-recept";
const FINISHED: &str = "demo-klaar";
/// A year and a half: enough to see help begin and end, and made before a newcomer loses interest.
const MAANDEN: u32 = 18;
/// The neighbourhood of the demo's professional and of the family that can sign in.
const WIJK: &str = "WK075801";
const GEZIN: &str = "de wit";
/// The school of a child of that family.
pub(super) const SCHOOL: &str = "De Wegwijzer";

pub(crate) fn run(spraak: &Spraak, options: &Demo) -> Result<u8> {
    let opslag = options.place.opslag(FOLDER);
    if options.fresh {
        throw_away(spraak, &opslag)?;
    }
    let wanted = Omvang {
        schaal: options.scale.unwrap_or(1.0),
        zaad: options.seed.unwrap_or(1),
        maanden: options.months.unwrap_or(MAANDEN),
        tot: options.until.unwrap_or_else(|| SystemKlok.today()),
    };
    let asked = options.scale.is_some()
        || options.seed.is_some()
        || options.months.is_some()
        || options.until.is_some();
    match what_is_there(spraak, &opslag, &wanted, asked)? {
        There::Finished(of) => println!("{}", spraak.say("demo-bestaat", &[("recept", of.into())])),
        There::ToMake(omvang) => make(spraak, &opslag, &omvang)?,
    }
    if options.no_serve {
        return Ok(GOOD);
    }
    let register = Register::open(&opslag, Arc::new(SystemKlok))?;
    // Fictional people whom one can look up, as behind the BRP.
    let people = Personenbestand::lees(include_str!("demo/personen.csv")).map_err(|fault| anyhow!(fault))?;
    register.tie_persons(Arc::new(people));
    println!("{}", spraak.say("demo-verzonnen", &[]));
    let with = super::serve::Instelling {
        aanmelders: web::oidc::Aanmelders::default(),
        cijfers: super::informatie::figures(&register, &opslag)?,
        bevolking: super::bevolking::folder_of(&opslag),
    };
    super::serve::serve(spraak, &options.listen, &Connector::default(), with, &register)
}

enum There {
    /// A whole demo; its recipe in words.
    Finished(String),
    /// Nothing, or a demo that was cut off while it was made.
    ToMake(Omvang),
}

fn recipe(of: &Omvang) -> String {
    format!("scale {} seed {} months {} until {}", of.schaal, of.zaad, of.maanden, of.tot)
}

fn read_recipe(text: &str) -> Option<Omvang> {
    let words: Vec<&str> = text.split(' ').collect();
    let [_, scale, _, seed, _, months, _, until] = words.as_slice() else { return None };
    Some(Omvang {
        schaal: scale.parse().ok()?,
        zaad: seed.parse().ok()?,
        maanden: months.parse().ok()?,
        tot: until.parse().ok()?,
    })
}

/// Never touches what is not a demo, nor a demo of another recipe unless nobody asked for one.
fn what_is_there(spraak: &Spraak, opslag: &Opslag, wanted: &Omvang, asked: bool) -> Result<There> {
    let exists = match opslag {
        Opslag::Map(folder) => folder.join("leerloop.db").exists(),
        Opslag::Postgres(_) => true,
    };
    if !exists {
        return Ok(There::ToMake(*wanted));
    }
    let register = Register::open(opslag, Arc::new(SystemKlok))?;
    let Some(text) = register.note(RECIPE)? else {
        let empty = register.counts()?.iter().all(|(_, rows)| *rows == 0);
        return if empty {
            Ok(There::ToMake(*wanted))
        } else {
            Err(anyhow!(spraak.say("demo-geen-demo", &[])))
        };
    };
    let made = read_recipe(&text).ok_or_else(|| anyhow!(spraak.say("demo-geen-demo", &[])))?;
    if made != *wanted && asked {
        bail!(spraak.say("demo-ander-recept", &[("recept", text.into())]));
    }
    Ok(if register.note(FINISHED)?.is_some() { There::Finished(text) } else { There::ToMake(made) })
}

/// Removes a demo's database file. A register that is no demo is never removed.
fn throw_away(spraak: &Spraak, opslag: &Opslag) -> Result<()> {
    let Opslag::Map(folder) = opslag else { bail!(spraak.say("demo-vers-postgres", &[])) };
    if !folder.join("leerloop.db").exists() {
        return Ok(());
    }
    let register = Register::open(opslag, Arc::new(SystemKlok))?;
    if register.note(RECIPE)?.is_none() {
        bail!(spraak.say("demo-geen-demo", &[]));
    }
    drop(register);
    for file in ["leerloop.db", "leerloop.db-wal", "leerloop.db-shm"] {
        remove(&folder.join(file))?;
    }
    match std::fs::remove_dir_all(super::informatie::folder_of(opslag)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn remove(file: &Path) -> Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| file.display().to_string())
        }
        _ => Ok(()),
    }
}

/// The moment at which the messages of a day come in: six in the morning in the Netherlands.
pub(super) fn morning(day: Date) -> Timestamp {
    let six = day.at(6, 0, 0, 0).to_zoned(dutch_zone());
    six.map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}

fn make(spraak: &Spraak, opslag: &Opslag, omvang: &Omvang) -> Result<()> {
    let first = omvang.tot.saturating_sub((i64::from(omvang.maanden) + 1).months()).first_of_month();
    let klok = Arc::new(VasteKlok::new(morning(first)));
    // Of a demo that was cut off, identifiers go on from another seed: none is ever given twice.
    let there: u64 = Register::open_seeded(opslag, klok.clone(), omvang.zaad)?
        .counts()?
        .iter()
        .map(|(_, rows)| rows)
        .sum();
    let register = Register::open_seeded(opslag, klok.clone(), omvang.zaad.wrapping_add(there << 20))?;
    // Both may be said again: a demo can be cut off between any two steps.
    register.put_note(RECIPE, &recipe(omvang))?;
    register.setup_region(&region_data(omvang)?)?;
    let generator = Generator::new(omvang);
    let progress = Voortgang::start(&spraak.say("demo-bezig", &[]), generator.total_hint());
    let (meant, to_check) = channel();
    let mut wrong = 0_u64;
    store_all(&register, Wijze::Nagespeeld, Portie::DEMO, pieces(generator, meant), |_, outcome| {
        progress.advance(1);
        wrong += u64::from(!to_check.recv().is_ok_and(|meant| is_meant(meant, &outcome)));
    })?;
    drop(progress);
    if wrong > 0 {
        bail!(spraak.say("demo-eigen-fout", &[("aantal", wrong.into())]));
    }
    klok.set(morning(omvang.tot));
    let people = let_in(&register, omvang.tot)?;
    involve(&register, &people)?;
    let team = people.iter().find(|who| who.rol == Rol::Wijkteam);
    if let (Some(team), Some(gezin)) = (team, people.iter().find_map(|who| who.gezin)) {
        leden::fill(&register, team, gezin, Wijkcode::parse(WIJK)?, omvang.tot)?;
    }
    // Who was written down by hand comes in as well.
    let people = let_in(&register, omvang.tot)?;
    talk(&register, &klok, &people, omvang.tot)?;
    klok.set(morning(omvang.tot));
    plan(&register, &people, omvang.tot)?;
    if let (Some(team), Some(gezin)) = (team, people.iter().find_map(|who| who.gezin)) {
        super::demo_deur::write(&register, &klok, &people, gezin, omvang.tot)?;
        super::demo_brieven::letters(&register, &klok, team, gezin)?;
    }
    register.put_schools(&[SCHOOL.to_owned()])?;
    super::informatie::of_demo(spraak, &register, opslag)?;
    super::bevolking::of_demo(opslag)?;
    register.put_note(FINISHED, "1")?;
    for (what, rows) in register.counts()? {
        println!("{rows:>9}  {what}");
    }
    Ok(())
}

/// Whether a message was judged as it was played: what is right counts, what is wrong is refused (of a claim perhaps only some
/// lines), and what cannot be read is put aside.
const fn is_meant(meant: Bedoeling, outcome: &Uitkomst) -> bool {
    match meant {
        Bedoeling::Goed => matches!(outcome, Uitkomst::Opgenomen(_) | Uitkomst::AlBekend),
        Bedoeling::Fout(_) => !matches!(outcome, Uitkomst::Quarantaine(..) | Uitkomst::AlInQuarantaine),
        Bedoeling::Onleesbaar => matches!(outcome, Uitkomst::Quarantaine(..) | Uitkomst::AlInQuarantaine),
    }
}

/// The messages as they come in: those of one day one millisecond after another, so that their order is kept. What each is
/// meant to be goes along, in the same order.
fn pieces(generator: Generator, meant: Sender<Bedoeling>) -> impl Iterator<Item = Stuk> + Send {
    let mut day = Date::MIN;
    let mut moment = Timestamp::UNIX_EPOCH;
    generator.map(move |message| {
        if message.dagtekening != day {
            day = message.dagtekening;
            moment = morning(day);
        }
        moment = moment.saturating_add(SignedDuration::from_millis(1)).unwrap_or(moment);
        // Nobody listens any more only when storing failed, which is told there.
        let _ = meant.send(message.bedoeld);
        Stuk::Bestand(Aangeboden { bestand: message.bestandsnaam, bytes: message.xml, ontvangen: moment })
    })
}

fn region_data(omvang: &Omvang) -> Result<Regiogegevens> {
    let gemeenten = regio::gemeenten()
        .iter()
        .map(|g| Ok((Gemeentecode::parse(g.code)?, g.naam.to_owned(), Some(g.inwoners))))
        .collect::<Result<Vec<_>>>()?;
    let wijken = regio::wijken()
        .iter()
        .map(|w| {
            Ok(WijkInvoer {
                code: Wijkcode::parse(w.code)?,
                naam: w.naam.to_owned(),
                tegel: Some(w.tegel),
                inwoners: Some(w.inwoners),
                jeugd: Some(w.jeugd),
                jeugdzorg_2022: w.jongeren_in_zorg,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    let postcodes = regio::postcodegebieden()
        .map(|(area, wijk)| Ok((area.to_string(), Wijkcode::parse(wijk)?)))
        .collect::<Result<Vec<_>>>()?;
    let aanbieders = regio::aanbieders(omvang)
        .into_iter()
        .map(|a| Ok((AgbCode::parse(&a.agb)?, a.naam)))
        .collect::<Result<Vec<_>>>()?;
    Ok(Regiogegevens {
        naam: "West-Brabant-Oost".to_owned(),
        demo: true,
        gemeenten,
        wijken,
        postcodes,
        aanbieders,
    })
}

/// Gives the fictional people their accounts.
fn let_in(register: &Register, today: Date) -> Result<Vec<Identiteit>> {
    let people = accounts(register, today)?;
    for account in &people {
        register.put_account(account)?;
    }
    Ok(people)
}

/// The fictional people whom one can be: at least one per role.
fn accounts(register: &Register, today: Date) -> Result<Vec<Identiteit>> {
    let wijk = Wijkcode::parse(WIJK)?;
    let someone = |account: &str, naam: &str, rol| Identiteit::new(account, naam, rol);
    let team = |account, naam, rol| Identiteit { wijken: vec![wijk], ..someone(account, naam, rol) };
    let mut all = vec![
        team("samira", "Samira Bouali", Rol::Wijkteam),
        team("ilse", "Ilse Maas", Rol::Teamleider),
        someone("karim", "Karim Aydin", Rol::Regisseur),
        someone("els", "Els van Loon", Rol::TafelVoorzitter),
        someone("pieter", "Pieter Smits", Rol::Tafellid),
        someone("joost", "Joost van Dongen", Rol::Beleid),
        someone("marleen", "Marleen Kuipers", Rol::Contract),
        someone("wim", "Wim de Leeuw", Rol::Controller),
        someone("henk", "Henk Verschuren", Rol::Raad),
        someone("hanna", "Hanna de Boer (huisarts)", Rol::Verwijzer),
        someone("bram", "Bram Janssen (school)", Rol::School),
        someone("yara", "Yara Hendriks", Rol::Expertteam),
        someone("truus", "Truus Pijnenburg", Rol::Clientenraad),
        someone("fatma", "Fatma Yildiz", Rol::Beheer),
        someone("anton", "Anton Willems", Rol::Auditor),
    ];
    if let Some(agb) = register.busiest_provider()? {
        all.push(Identiteit { aanbieder: Some(agb), ..someone("daan", "Daan Hermans", Rol::Aanbieder) });
    }
    if let Some(gezin) = register.family_named(GEZIN, wijk)? {
        // Who has a door of their own: the parents, and the young people from twelve.
        let has_door = |p: &Persoon| match p.rol {
            GezinsRol::Jeugdige => own_door(p.geboren, today),
            rol => rol == GezinsRol::Ouder,
        };
        for member in register.members_of(gezin)?.iter().filter(|p| has_door(p)) {
            // Not the given name alone: a colleague may have it.
            let account = format!("gezin-{}", member.naam.given().to_lowercase());
            let who = someone(&account, &member.naam.full(), Rol::Gezinslid);
            all.push(Identiteit { gezin: Some(gezin), persoon: Some(member.id), ..who });
        }
    }
    Ok(all)
}

/// Ties everyone who sees families by name to the family of the demo.
fn involve(register: &Register, people: &[Identiteit]) -> Result<()> {
    let team = people.iter().find(|who| who.rol == Rol::Wijkteam);
    let (Some(team), Some(gezin)) = (team, people.iter().find_map(|who| who.gezin)) else { return Ok(()) };
    for who in people {
        let relatie = match who.rol {
            Rol::Regisseur => Relatie::Regisseur,
            Rol::TafelVoorzitter | Rol::Tafellid => Relatie::Tafel,
            Rol::Expertteam => Relatie::Advies,
            _ => continue,
        };
        let deed = Maatregel::Betrek { account: who.account.clone(), relatie, tot: None };
        register.arrange(team, gezin, &deed)?;
    }
    Ok(())
}

/// The plan of the family of the demo, as the professional of its neighbourhood wrote it.
fn plan(register: &Register, people: &[Identiteit], today: Date) -> Result<()> {
    let team = people.iter().find(|who| who.rol == Rol::Wijkteam);
    let (Some(team), Some(gezin)) = (team, people.iter().find_map(|who| who.gezin)) else { return Ok(()) };
    let members = register.members_of(gezin)?;
    let mut children: Vec<_> = members.iter().filter(|p| p.rol == GezinsRol::Jeugdige).collect();
    children.sort_by_key(|child| std::cmp::Reverse(child.geboren));
    let children: Vec<_> = children.iter().map(|child| child.id).collect();
    super::demo_plan::write(register, team, (gezin, &children), today)
}

/// Writes conversations down, once: a demo that was cut off has them already.
fn talk(register: &Register, klok: &VasteKlok, people: &[Identiteit], today: Date) -> Result<()> {
    let team = people.iter().find(|who| who.rol == Rol::Wijkteam);
    let (Some(team), Some(gezin)) = (team, people.iter().find_map(|who| who.gezin)) else { return Ok(()) };
    let part = Onderdeel::GoedGesprek;
    let there =
        register.look(team, part, &gezin.to_string(), |lezing| lezing.goede_gesprekken(part, gezin))?;
    if there.is_some_and(|there| there.gesprekken.is_empty()) {
        Schrijver { register, klok, team, today, geteld: 0 }.all(gezin)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recipe_reads_back() {
        let omvang = Omvang { schaal: 0.05, zaad: 7, maanden: 12, tot: Date::constant(2026, 11, 1) };
        assert_eq!(recipe(&omvang), "scale 0.05 seed 7 months 12 until 2026-11-01");
        assert_eq!(read_recipe(&recipe(&omvang)), Some(omvang));
        assert_eq!(read_recipe("iets anders"), None);
    }
}
