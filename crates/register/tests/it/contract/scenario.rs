//! Choices that were tried: kept once, never changed, taken away by a mark, and read by whoever sees the figures.

use register::beeld::{Gedaan, NieuwScenario, ScenarioBeeld, ScenariosBeeld};
use stelsel::plan::Woorden;
use stelsel::scenario::Scenario;
use stelsel::toegang::Bereik;

use super::*;

fn who(rol: Rol) -> Identiteit {
    Identiteit::new(rol.key(), format!("Proef {}", rol.key()), rol)
}

fn new(naam: &str) -> NieuwScenario {
    NieuwScenario {
        naam: Woorden::new(naam).unwrap(),
        waarom: Woorden::new("Voor de raad van maart").unwrap(),
        toml: "naam = 'x'".to_owned(),
        uitkomst: r#"{"maten":[]}"#.to_owned(),
    }
}

fn all(lezing: &mut Lezing<'_>) -> Result<ScenariosBeeld, Fout> {
    lezing.scenarios()
}

fn list(register: &Register, rol: Rol) -> Result<ScenariosBeeld, Fout> {
    register.look(&who(rol), Onderdeel::Uitproberen, "lijst", all)
}

fn read(register: &Register, rol: Rol, id: Id<Scenario>) -> Result<ScenarioBeeld, Fout> {
    register.look(&who(rol), Onderdeel::Uitproberen, &id.to_string(), |l| l.scenario(id))
}

pub(super) fn kept_and_taken_away(opslag: &Opslag) {
    let register = open(opslag);
    register.put_account(&who(Rol::Beleid)).unwrap();
    let key = Register::form_key().unwrap();
    let keep = |rol, naam: &str, key: &str| register.keep_scenario(&who(rol), new(naam), key);
    let Gedaan::Opgeslagen(id, 1) = keep(Rol::Beleid, "Eerst gewoon", &key).unwrap() else {
        panic!("not kept")
    };
    // Sent twice is kept once.
    assert!(
        matches!(keep(Rol::Beleid, "Eerst gewoon", &key).unwrap(), Gedaan::Opgeslagen(same, 1) if same == id)
    );
    let other = Register::form_key().unwrap();
    assert!(matches!(keep(Rol::Beheer, "Meer geld", &other).unwrap(), Gedaan::Opgeslagen(..)));
    let empty = Register::form_key().unwrap();
    assert!(matches!(keep(Rol::Beleid, "", &empty), Err(Fout::Zinloos(_))));
    for rol in Rol::ALL {
        let makes = matches!(rol, Rol::Beleid | Rol::Beheer);
        let reads = who(rol).reach(Onderdeel::Uitproberen) == Bereik::Alles;
        assert_eq!(
            list(&register, rol).is_ok_and(|seen| seen.regels.len() == 2 && seen.probeert == makes),
            reads
        );
        assert_eq!(read(&register, rol, id).is_ok(), reads, "{}", rol.key());
        if !makes {
            let key = Register::form_key().unwrap();
            assert!(matches!(keep(rol, "Nee", &key), Err(Fout::NietGevonden)));
            assert!(matches!(register.try_choice(&who(rol), "poging"), Err(Fout::NietGevonden)));
            assert!(matches!(register.take_scenario_away(&who(rol), id), Err(Fout::NietGevonden)));
        }
    }
    let seen = read(&register, Rol::Raad, id).unwrap();
    assert_eq!((seen.regel.naam.as_str(), seen.regel.wie.as_str()), ("Eerst gewoon", "Proef beleid"));
    assert_eq!((seen.toml.as_str(), seen.uitkomst.as_str()), ("naam = 'x'", r#"{"maten":[]}"#));
    assert_eq!(seen.weg, None);

    register.try_choice(&who(Rol::Beleid), "poging").unwrap();
    register.take_scenario_away(&who(Rol::Beleid), id).unwrap();
    let away = read(&register, Rol::Raad, id).unwrap();
    assert!(away.weg.is_some() && away.regel == seen.regel && away.uitkomst == seen.uitkomst);
    assert_eq!(list(&register, Rol::Raad).unwrap().regels.len(), 1);
    register.take_scenario_away(&who(Rol::Beheer), id).unwrap();
    assert_eq!(read(&register, Rol::Raad, id).unwrap().weg, away.weg, "the first time stays");
    let nobody = Id::new("2026-04-01T09:00:00Z".parse().unwrap(), [0; 10]);
    assert!(matches!(register.take_scenario_away(&who(Rol::Beleid), nobody), Err(Fout::NietGevonden)));
}
