//! The plans of two families that turn out to be one, and of one that turns out to be two.

use register::beeld::{Dubbeldaad, PlanBeeld};
use register::{Opname, Opnameregel};
use stelsel::plan::{Daad, Doel, Doelstand, Inhoud, Wijziging, Woorden};

use super::samen::{doubles, several, team};
use super::*;

fn plan(register: &Register, gezin: Id<Gezin>) -> PlanBeeld {
    register.look(&team(), Onderdeel::Plan, &gezin.to_string(), |l| l.plan(gezin)).unwrap()
}

fn words(text: &str) -> Woorden {
    Woorden::new(text).unwrap()
}

fn goal(register: &Register, gezin: Id<Gezin>, text: &str) {
    let doel = Doel { tekst: words(text), voor: None, stand: Doelstand::Loopt };
    let change = Wijziging { nr: None, gelezen: 0, daad: Daad::Schrijf(Inhoud::Doel(doel)) };
    register.change_plan(&team(), gezin, change, &Register::form_key().unwrap()).unwrap();
}

/// What a plan says: its goals, and of each line what it says and which allocations stand on it.
fn told(beeld: &PlanBeeld) -> (Vec<String>, Vec<(String, Vec<i64>)>) {
    let goals = beeld.plan.doelen.iter().map(|goal| goal.wat.tekst.to_string()).collect();
    let line = |nr, text: String| {
        let on = beeld.toewijzingen.iter().filter(|help| help.regel == Some(nr));
        (text, on.map(|help| help.beeld.toewijzing.nummer).collect())
    };
    let lines = beeld.plan.regels.iter().map(|punt| line(punt.nr, punt.wat.wat.to_string()));
    (goals, lines.collect())
}

/// All of both stands in one plan with the help on its own line; taken apart each has its own again, and of what was written
/// together nothing is lost.
pub(super) fn plans(opslag: &Opslag) {
    let (register, ids) = several(opslag, 2);
    for (n, id) in ids.iter().enumerate() {
        goal(&register, *id, &format!("Doel van {n}"));
        let free = plan(&register, *id).toewijzingen;
        assert_eq!((free.len(), free[0].regel), (1, None));
        let one = &free[0].beeld.toewijzing;
        let opname = Opname {
            toewijzing: (one.gemeente, one.nummer),
            regel: Opnameregel::Nieuw { wat: words(&format!("Hulp van {n}")), wie: words("Proef") },
        };
        register.take_up(&team(), *id, opname, &Register::form_key().unwrap()).unwrap();
    }
    let before: Vec<_> = ids.iter().map(|id| told(&plan(&register, *id))).collect();
    assert_eq!(before[1].1, [("Hulp van 1".to_owned(), vec![300_001])]);
    let daad = Dubbeldaad::Gezinnen { blijft: ids[0], weg: ids[1], personen: Vec::new() };
    register.arrange_double(&team(), &daad).unwrap();
    let (goals, lines) = told(&plan(&register, ids[0]));
    assert_eq!(goals, ["Doel van 0", "Doel van 1"]);
    let both = [("Hulp van 0".to_owned(), vec![300_000]), ("Hulp van 1".to_owned(), vec![300_001])];
    assert_eq!(lines, both);
    // Somebody goes on writing in the one plan.
    goal(&register, ids[0], "Doel van samen");
    let record = doubles(&register).samen[0].id;
    register.arrange_double(&team(), &Dubbeldaad::UitElkaar(record)).unwrap();
    assert_eq!(told(&plan(&register, ids[1])), before[1]);
    let (goals, lines) = told(&plan(&register, ids[0]));
    assert_eq!(goals, ["Doel van 0", "Doel van 1", "Doel van samen"], "somebody looks at it");
    assert_eq!(lines, before[0].1, "a line about a child of the other is not for this family to read");
    assert!(matches!(register.verify_journal().unwrap(), Keten::Heel { .. }));
}
