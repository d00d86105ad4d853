//! First questions: no file, no number, an answer, and figures.

use register::beeld::{Gedaan, NieuwGezin, Vernietigingsopdracht, VraagInvoer, VragenBeeld};
use stelsel::vraag::{Antwoordsoort, Vrager};

use super::leden::{key, person};
use super::*;

fn asked(text: &str) -> VraagInvoer {
    VraagInvoer { tekst: text.into(), ..VraagInvoer::default() }
}

fn see(register: &Register, who: &Identiteit) -> Result<VragenBeeld, Fout> {
    register.look(who, Onderdeel::Vragen, "lijst", |l: &mut register::Lezing<'_>| l.vragen())
}

pub(super) fn without_a_file(opslag: &Opslag) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    register.setup_region(&region()).unwrap();
    let team = who(Rol::Wijkteam);
    register.put_account(&team).unwrap();
    let Gedaan::Opgeslagen(id, 1) =
        register.place_question(&team, &asked("Slaapt hij genoeg?"), &key(1)).unwrap()
    else {
        panic!("stored")
    };
    let again = register.place_question(&team, &asked("Slaapt hij genoeg?"), &key(1)).unwrap();
    assert_eq!(again, Gedaan::Opgeslagen(id, 1), "a form that is sent twice works once");
    assert!(matches!(register.place_question(&team, &asked("  "), &key(2)), Err(Fout::Zinloos(_))));
    let answered = VraagInvoer {
        antwoord: "Ja, en zo niet dan belt ze.".into(),
        wie: Some(Vrager::Ouder),
        soorten: vec![Antwoordsoort::Gerustgesteld, Antwoordsoort::Gesprek],
        eigen_soort: "meegelopen naar school".into(),
        ..asked("Slaapt hij genoeg?")
    };
    register.edit_question(&team, id, 1, &answered, &key(3)).unwrap();
    let late = register.edit_question(&team, id, 1, &asked("iets anders"), &key(4)).unwrap();
    let Gedaan::Nieuwer(there) = late else { panic!("someone was first") };
    assert_eq!((there.versie, there.invoer.antwoord.as_str()), (2, "Ja, en zo niet dan belt ze."));
    let seen = see(&register, &team).unwrap();
    assert_eq!((seen.vragen.len(), seen.maanden), (1, [1, 0]));
    assert_eq!(seen.vragen[0].invoer.soorten.len(), 2);
    assert_eq!(seen.eigen_soorten, ["meegelopen naar school"]);

    // Of another team it does not exist; a lead reads the questions of the team; others have no such list.
    let elsewhere = Identiteit { account: "ver".into(), wijken: vec![], ..team.clone() };
    assert!(see(&register, &elsewhere).unwrap().vragen.is_empty());
    let refused = register.edit_question(&elsewhere, id, 2, &answered, &key(5));
    assert!(matches!(refused, Err(Fout::NietGevonden)));
    assert_eq!(see(&register, &who(Rol::Teamleider)).unwrap().vragen.len(), 1);
    assert!(matches!(
        register.place_question(&who(Rol::Teamleider), &answered, &key(6)),
        Err(Fout::NietGevonden)
    ));
    for rol in [Rol::Beleid, Rol::Gezinslid, Rol::Aanbieder, Rol::Beheer, Rol::Verwijzer] {
        assert!(matches!(see(&register, &who(rol)), Err(Fout::NietGevonden)), "{rol:?}");
    }

    // Counted per month, neighbourhood and kind, without a word of what was asked.
    let read = |wijk| {
        register.look(&who(Rol::Raad), Onderdeel::Vraagcijfers, "cijfers", |l| l.vraagcijfers(wijk)).unwrap()
    };
    let all = read(None);
    assert_eq!((all.alle.last(), all.alle.iter().sum::<u32>(), all.soorten.len()), (Some(&1), 1, 3));
    assert_eq!(read(Some(wijk())).alle.iter().sum::<u32>(), 1);

    // It becomes a conversation with a new family, and goes with its file from then on; another is over after a year.
    let other =
        register.place_question(&team, &asked("Mag een kind van elf alleen naar huis?"), &key(7)).unwrap();
    assert!(matches!(other, Gedaan::Opgeslagen(..)));
    let nieuw = NieuwGezin {
        persoon: person("Marieke", "de Wit", stelsel::persoon::GezinsRol::Ouder),
        vraag: Some(id),
        ..NieuwGezin::default()
    };
    let gezin = register.new_family(&team, &nieuw, &key(8)).unwrap();
    let seen = see(&register, &team).unwrap();
    let joined = seen.vragen.iter().find(|v| v.id == id).unwrap();
    assert_eq!(joined.gezin.as_ref().map(|(id, _)| *id), Some(gezin));
    assert!(matches!(register.join_question(&elsewhere, id, gezin), Err(Fout::NietGevonden)));
    let beheer = who(Rol::Beheer);
    let over = |register: &Register| {
        register
            .look(&beheer, Onderdeel::Bewaren, "", |l: &mut register::Lezing<'_>| l.bewaren())
            .unwrap()
            .vragen
    };
    assert_eq!(over(&register), 0);
    clock.set("2027-11-03T08:00:00Z".parse().unwrap());
    assert_eq!(over(&register), 1);
    let order = Vernietigingsopdracht { vragen: true, ..Vernietigingsopdracht::default() };
    assert!(register.destroy(&beheer, &order).unwrap().is_some());
    assert_eq!(over(&register), 0);
    let left = see(&register, &team).unwrap().vragen;
    assert_eq!(
        left.iter().map(|v| v.id).collect::<Vec<_>>(),
        [id],
        "what became a conversation stays with the file"
    );
}
