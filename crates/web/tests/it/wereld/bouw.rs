//! Building the world: its families as they came in by messages, and people with what they may see.

use std::collections::{BTreeMap, BTreeSet};

use register::beeld::{Bericht, BerichtenFilter, Gedaan, GezinnenFilter, Maatregel, Opslaan};
use register::{Wijze, judge};
use stelsel::goed_gesprek::{GoedGesprek, Lezers, Stem};
use stelsel::persoon::GezinsRol;
use stelsel::toegang::Relatie;
use stelsel::{AgbCode, Gezin, Id, Identiteit, Onderdeel, Rol, Wijkcode};

use super::{ACCOUNTS, Dobbel, FAMILIES, Huis, Mens, PROVIDERS, WIJKEN, Wereld};
use crate::app::TestApp;
use crate::xml::{Zaak, bsn, file, start, toewijzing, verzoek};

fn zaak<'a>(naam: &'a str, number: &'a str, wijk: usize, aanbieder: usize, n: usize) -> Zaak<'a> {
    Zaak {
        gemeente: "0758",
        aanbieder: PROVIDERS[aanbieder],
        bsn: number,
        given: "Kind",
        family: naam,
        postcode: if wijk == 0 { "4811AB" } else { "4812AB" },
        number: 500_000 + u32::try_from(n).unwrap(),
        from: "2026-03-02",
    }
}

pub(super) fn build(seed: u64) -> Wereld {
    let app = TestApp::new();
    let mut dobbel = Dobbel(seed);
    let drawn: Vec<(String, String, usize, usize)> = (0..FAMILIES)
        .map(|n| {
            (
                format!("Kanarie{n:03}x"),
                bsn(n + 50),
                dobbel.below(WIJKEN.len()),
                dobbel.below(PROVIDERS.len()),
            )
        })
        .collect();
    let mut batch = Vec::new();
    let mut asked = Vec::new();
    for (n, (naam, number, wijk, aanbieder)) in drawn.iter().enumerate() {
        let zaak = zaak(naam, number, *wijk, *aanbieder, n);
        batch.push(file(&format!("w{n}.xml"), toewijzing(&zaak, &format!("W{n}"), "2026-03-02")));
        batch.push(file(&format!("s{n}.xml"), start(&zaak, &format!("B{n}"), "2026-03-10", "2026-03-09")));
        asked.push(file(&format!("q{n}.xml"), verzoek(&zaak, &format!("V{n}"), "2026-04-01", "45A04")));
    }
    let stored = app.register.intake(batch).unwrap();
    assert!(stored.iter().all(|o| matches!(o, register::Uitkomst::Opgenomen(_))), "{stored:?}");
    app.register
        .store(judge(asked.into_iter().map(register::Stuk::Bestand).collect()), Wijze::Verkeer)
        .unwrap();
    let huizen = houses(&app, &drawn);
    let mensen = people(&app, &huizen, &mut dobbel);
    Wereld { app, huizen, mensen }
}

/// What was made of the messages, found as those who may see everything of it.
fn houses(app: &TestApp, drawn: &[(String, String, usize, usize)]) -> Vec<Huis> {
    let everywhere = WIJKEN.iter().map(|(code, _)| Wijkcode::parse(code).unwrap()).collect();
    let team = Identiteit { wijken: everywhere, ..Identiteit::new("model", "Model", Rol::Wijkteam) };
    let beheer = Identiteit::new("model", "Model", Rol::Beheer);
    let mut families = BTreeMap::new();
    for (naam, ..) in drawn {
        let filter = GezinnenFilter { zoek: Some(naam.clone()), ..GezinnenFilter::default() };
        let list = app.register.look(&team, Onderdeel::Gezinnen, "", |l| l.gezinnen(&filter)).unwrap();
        assert_eq!(list.rijen.len(), 1, "{naam}");
        families.insert(naam.clone(), list.rijen[0].id);
    }
    let mut requests = BTreeMap::new();
    let mut na = None;
    loop {
        let list =
            app.register.look(&beheer, Onderdeel::Verzoeken, "", |l| l.verzoeken(na.as_deref())).unwrap();
        requests.extend(list.rijen.iter().map(|r| (r.gezin, r.id)));
        na = list.verder;
        if na.is_none() {
            break;
        }
    }
    let mut messages: BTreeMap<Id<Gezin>, Vec<Id<Bericht>>> = BTreeMap::new();
    let mut na = None;
    loop {
        let filter = BerichtenFilter { na, ..BerichtenFilter::default() };
        let list = app.register.look(&beheer, Onderdeel::Berichten, "", |l| l.berichten(&filter)).unwrap();
        for row in &list.rijen {
            let text = app.register.look(&beheer, Onderdeel::Bericht, "", |l| l.bericht(row.id)).unwrap().xml;
            for (naam, number, ..) in drawn {
                if text.contains(number.as_str()) {
                    messages.entry(families[naam]).or_default().push(row.id);
                }
            }
        }
        na = list.verder;
        if na.is_none() {
            break;
        }
    }
    let house = |(n, (naam, number, wijk, aanbieder)): (usize, &(String, String, usize, usize))| Huis {
        naam: naam.clone(),
        bsn: number.clone(),
        wijk: *wijk,
        aanbieder: *aanbieder,
        nummer: 500_000 + u32::try_from(n).unwrap(),
        gezin: families[naam],
        berichten: messages[&families[naam]].clone(),
        verzoek: requests[&families[naam]],
        gesprek: spoken(app, &team, families[naam], naam),
        brief: crate::app::letter(&app.register, &team, families[naam], naam),
    };
    drawn.iter().enumerate().map(house).collect()
}

/// A finished conversation in which the name stands, in what is shared and in what the child said.
fn spoken(app: &TestApp, team: &Identiteit, gezin: Id<Gezin>, naam: &str) -> Id<GoedGesprek> {
    let key = || register::Register::form_key().unwrap();
    let Gedaan::Opgeslagen(id, versie) = app.register.begin_conversation(team, gezin, &key()).unwrap() else {
        panic!("not begun")
    };
    let members = app.register.members_of(gezin).unwrap();
    let stemmen = members.iter().map(|member| Stem {
        persoon: member.id,
        sprak: true,
        woorden: format!("{naam} zei"),
        lezers: Some(Lezers::Gezin),
        eigen: format!("{naam} alleen"),
    });
    let mut blad = crate::app::blad(naam);
    blad.stemmen = stemmen.collect();
    let page = Opslaan { versie, beurt: key(), beurt_nr: 1, blad };
    app.register.finish_conversation(team, gezin, id, page, &key()).unwrap();
    id
}

/// Accounts of every role with random relations, and what these open: written down here once more, from the words of the law
/// and not from the code that is tested.
fn people(app: &TestApp, huizen: &[Huis], dobbel: &mut Dobbel) -> Vec<Mens> {
    let everywhere: Vec<Wijkcode> = WIJKEN.iter().map(|(code, _)| Wijkcode::parse(code).unwrap()).collect();
    let giver = Identiteit { wijken: everywhere.clone(), ..Identiteit::new("gever", "Gever", Rol::Wijkteam) };
    app.register.put_account(&giver).unwrap();
    let all: BTreeSet<usize> = (0..huizen.len()).collect();
    let mut out = Vec::new();
    for n in 0..ACCOUNTS {
        let rol = Rol::ALL[n % Rol::ALL.len()];
        let account = format!("mens{n}");
        let mut who = Identiteit::new(account.clone(), format!("Mens {n}"), rol);
        let wijk = dobbel.below(WIJKEN.len());
        let aanbieder = dobbel.below(PROVIDERS.len());
        let own = dobbel.below(huizen.len());
        if matches!(rol, Rol::Wijkteam | Rol::Teamleider) {
            who.wijken = vec![everywhere[wijk]];
        }
        if rol == Rol::Aanbieder {
            who.aanbieder = AgbCode::parse(PROVIDERS[aanbieder]).ok();
        }
        if rol == Rol::Gezinslid {
            let members = app.register.members_of(huizen[own].gezin).unwrap();
            who.gezin = Some(huizen[own].gezin);
            who.persoon = members.iter().find(|p| p.rol == GezinsRol::Ouder).map(|p| p.id);
        }
        app.register.put_account(&who).unwrap();
        let relatie = match rol {
            Rol::Regisseur => Some(Relatie::Vervanger),
            Rol::Wijkteam | Rol::TafelVoorzitter | Rol::Tafellid => Some(Relatie::Tafel),
            Rol::Expertteam => Some(Relatie::Advies),
            _ => None,
        };
        // What a family shares: here with whom it never invited, to see that this opens as much and no more.
        let shares = matches!(rol, Rol::Verwijzer | Rol::School);
        let mut named = BTreeSet::new();
        if let Some(relatie) = relatie {
            for _ in 0..3 {
                let house = dobbel.below(huizen.len());
                let deed = Maatregel::Betrek { account: account.clone(), relatie, tot: None };
                app.register.arrange(&giver, huizen[house].gezin, &deed).unwrap();
                named.insert(house);
            }
        }
        if shares {
            for _ in 0..3 {
                let house = dobbel.below(huizen.len());
                crate::app::share(&app.register, huizen[house].gezin, &account);
                named.insert(house);
            }
        }
        let of = |keep: &dyn Fn(&Huis) -> bool| -> BTreeSet<usize> {
            huizen.iter().enumerate().filter(|(_, huis)| keep(huis)).map(|(n, _)| n).collect()
        };
        let dossier = match rol {
            Rol::Wijkteam | Rol::Teamleider => &of(&|huis| huis.wijk == wijk) | &named,
            Rol::Gezinslid => BTreeSet::from([own]),
            _ => named,
        };
        let mag = match rol {
            Rol::Beheer => all.clone(),
            Rol::Aanbieder => of(&|huis| huis.aanbieder == aanbieder),
            _ => dossier.clone(),
        };
        let token = app.register.sign_in(&account).unwrap().unwrap();
        out.push(Mens { rol, cookie: format!("leerloop={token}"), mag, dossier });
    }
    out
}
