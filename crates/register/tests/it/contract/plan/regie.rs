//! Who coordinates, and whom the expertteam is asked by.

use jiff::civil::{Date, date};
use register::GeenOverdracht;
use register::beeld::{ExpertvraagBeeld, Gedaan, Maatregel, NieuweExpertvraag, Regiedaad};
use stelsel::expertvraag::{Bindend, Gevolg};
use stelsel::plan::Stagnatie;
use stelsel::toegang::Relatie;

use super::*;

pub(in crate::contract) fn handover(opslag: &Opslag) {
    let (register, gezin, _) = world(opslag);
    let me = who(Rol::Wijkteam);
    let seen = plan(&register, &me, gezin).unwrap();
    assert!(seen.regie.nu.is_none() && seen.regie.gelezen().is_none());
    let over = |naar: &str, gelezen, vanaf| Regiedaad::Overdracht {
        naar: naar.into(),
        vanaf,
        woord: format!("{naar} is er voor jullie."),
        gelezen,
    };
    register.hand_over(&me, gezin, over("proef-wijkteam", None, None), &key()).unwrap();
    let first = plan(&register, &me, gezin).unwrap().regie;
    assert_eq!(first.nu.as_ref().map(|r| r.naam.as_str()), Some("Proef wijkteam"));
    assert_eq!(first.woord.as_ref().map(|w| w.0.as_str()), Some("proef-wijkteam is er voor jullie."));
    // Two hand over at once: both read the same coordinator; one wins, the other is told.
    let read = first.gelezen();
    let race: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2)
            .map(|n| {
                let (register, me) = (register.clone(), me.clone());
                let (deed, sleutel) = (over("proef-regisseur", read, None), format!("{n:032}"));
                scope.spawn(move || register.hand_over(&me, gezin, deed, &sleutel).unwrap())
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let won = race.iter().filter(|done| matches!(done, Gedaan::Opgeslagen(..))).count();
    let told = race
        .iter()
        .filter(|done| matches!(done, Gedaan::Nieuwer(why) if **why == GeenOverdracht::Eerder))
        .count();
    assert_eq!((won, told), (1, 1), "{race:?}");
    let now = plan(&register, &me, gezin).unwrap().regie;
    assert_eq!(now.nu.as_ref().map(|r| r.naam.as_str()), Some("Proef regisseur"));
    let same = register.hand_over(&me, gezin, over("proef-regisseur", now.gelezen(), None), &key()).unwrap();
    assert!(matches!(same, Gedaan::Nieuwer(why) if *why == GeenOverdracht::IsHetAl));
    // From a day to come: the one of now goes on until then, and nobody is between.
    let later = Date::constant(2126, 12, 1);
    register.hand_over(&me, gezin, over("proef-wijkteam", now.gelezen(), Some(later)), &key()).unwrap();
    let both = plan(&register, &me, gezin).unwrap().regie;
    let (nu, straks) = (both.nu.clone().unwrap(), both.straks.clone().unwrap());
    assert_eq!((nu.naam.as_str(), straks.naam.as_str()), ("Proef regisseur", "Proef wijkteam"));
    assert_eq!(nu.tot, Some(straks.van), "the old one ends the moment the new one begins");
    // Another plan replaces the one that was to come.
    register.hand_over(&me, gezin, over("proef-wijkteam", both.gelezen(), None), &key()).ok();
    // Somebody stands in until a day.
    let cover = Regiedaad::Vervanging { wie: "proef-wijkteam".into(), tot: later, woord: String::new() };
    register.hand_over(&me, gezin, cover, &key()).unwrap();
    assert_eq!(plan(&register, &me, gezin).unwrap().regie.vervangers.len(), 1);
    let past =
        Regiedaad::Vervanging { wie: "proef-wijkteam".into(), tot: date(2020, 1, 1), woord: String::new() };
    assert!(matches!(register.hand_over(&me, gezin, past, &key()), Err(Fout::Zinloos(_))));
    for account in ["proef-raad", "niemand"] {
        let wrong = register.hand_over(&me, gezin, over(account, both.gelezen(), None), &key());
        assert!(matches!(wrong, Err(Fout::Zinloos(_))), "{account}");
    }
    for rol in [Rol::Gezinslid, Rol::Expertteam, Rol::Beleid] {
        let refused = register.hand_over(&who(rol), gezin, over("proef-wijkteam", None, None), &key());
        assert!(matches!(refused, Err(Fout::NietGevonden)), "{rol:?}");
    }
    // By the screen of who may see the family as well: still one.
    let deed = Maatregel::Betrek { account: "proef-wijkteam".into(), relatie: Relatie::Regisseur, tot: None };
    register.arrange(&me, gezin, &deed).unwrap();
    let last = plan(&register, &me, gezin).unwrap().regie;
    assert_eq!(last.nu.map(|r| r.naam), Some("Proef wijkteam".to_owned()));
    assert!(last.straks.is_none());
}

pub(in crate::contract) fn experts(opslag: &Opslag) {
    let (register, gezin, child) = world(opslag);
    let (me, expert) = (who(Rol::Wijkteam), who(Rol::Expertteam));
    register.set_expert_binding(Bindend::Tenzij).unwrap();
    let asked = |leden: &[&str]| NieuweExpertvraag {
        vraag: words("Wie betaalt de begeleiding op school?"),
        partijen: words("School en gemeente wijzen naar elkaar."),
        reden: Stagnatie::Bekostiging,
        persoon: Some(child),
        leden: leden.iter().map(|l| (*l).to_owned()).collect(),
    };
    let wrong = register.ask_experts(&me, gezin, asked(&["proef-raad"]), &key());
    assert!(matches!(wrong, Err(Fout::Zinloos(_))));
    assert!(plan(&register, &expert, gezin).is_err());
    let Gedaan::Opgeslagen(id, _) =
        register.ask_experts(&me, gezin, asked(&["proef-expertteam"]), &key()).unwrap()
    else {
        panic!()
    };
    // Who is asked may read the plan from this moment on; a colleague of the team who was not asked may not.
    let expert = register.session(&register.sign_in("proef-expertteam").unwrap().unwrap()).unwrap().unwrap();
    let seen = plan(&register, &expert, gezin).unwrap();
    assert!(!seen.schrijft);
    let list = |who: &Identiteit| {
        register
            .look(who, Onderdeel::Expertvragen, "", |l: &mut register::Lezing<'_>| l.expertvragen())
            .unwrap()
    };
    let mine: Vec<ExpertvraagBeeld> = list(&expert);
    assert_eq!((mine.len(), mine[0].bindend, mine[0].adviseert), (1, Bindend::Tenzij, true));
    let colleague = Identiteit { account: "ander".into(), ..expert.clone() };
    assert!(register.look(&colleague, Onderdeel::Expertvragen, "", |l| l.expertvraag(id)).is_err());
    // First the advice, then what becomes of it.
    let follow =
        |versie, gevolg, why: &str| register.follow_advice(&me, id, versie, (gevolg, words(why)), &key());
    assert!(matches!(follow(1, Gevolg::Gevolgd, ""), Err(Fout::NietGevonden)));
    assert!(matches!(register.advise(&me, id, 1, words("x"), &key()), Err(Fout::NietGevonden)));
    register.advise(&expert, id, 1, words("De gemeente betaalt nu, en rekent later af."), &key()).unwrap();
    let stale = register.advise(&expert, id, 1, words("anders"), &key()).unwrap();
    assert!(matches!(stale, Gedaan::Nieuwer(_)));
    assert!(matches!(follow(2, Gevolg::Afgeweken, " "), Err(Fout::Zinloos(_))), "who deviates says why");
    follow(2, Gevolg::Afgeweken, "De school betaalt al.").unwrap();
    let done = list(&me);
    assert_eq!(done[0].gevolg.map(|(g, _)| g), Some(Gevolg::Afgeweken));
    assert_eq!(done[0].inhoud.reden.as_str(), "De school betaalt al.");
    // It is done: who was asked may not read the plan any more.
    let expert = register.session(&register.sign_in("proef-expertteam").unwrap().unwrap()).unwrap().unwrap();
    assert!(plan(&register, &expert, gezin).is_err());
    assert_eq!(list(&expert), []);
}
