//! The plan of a family: versions, a line that goes out and comes back, handing over, clocks, the expertteam.

use jiff::civil::{Date, date};
use register::beeld::{
    Bezorging, Clientgegevens, ExpertvraagBeeld, Gedaan, HulpWijzigen, Hulpdaad, Maatregel, NietVerstuurd,
    NieuweExpertvraag, PlanBeeld, Regiedaad, Toewijsfout, Toewijzen, Uitgaand,
};
use register::{GeenOverdracht, Opname, Opnameregel, Wijze, judge};
use stelsel::Persoon;
use stelsel::achttien::Overgang;
use stelsel::expertvraag::{Bindend, Gevolg};
use stelsel::plan::{
    Bron, Daad, Doel, Doelstand, Einde, Evaluatie, Inhoud, Kloksoort, Regel, Soort, Stagnatie, Stap, Wachten,
    Wijziging, Woorden,
};
use stelsel::toegang::Relatie;

use super::*;
use crate::xml::retour;

fn words(text: &str) -> Woorden {
    Woorden::new(text).unwrap()
}

fn key() -> String {
    Register::form_key().unwrap()
}

fn arrive(register: &Register, name: &str, xml: &str) -> Uitkomst {
    let piece = register::Stuk::Bestand(file(name, xml));
    register.store(judge(vec![piece]), Wijze::Verkeer).unwrap().remove(0)
}

/// What waits to be sent; each of it is taken.
fn sent(register: &Register) -> Vec<(Uitgaand, ijw::Bericht)> {
    let waiting = register.waiting(100).unwrap();
    let read = |message: Uitgaand| {
        assert!(register.delivered(message.id).unwrap());
        let read = ijw::lees(&message.xml).unwrap();
        assert_eq!(ijw::keur(&read), [], "what is sent breaks no rule");
        (message, read)
    };
    waiting.into_iter().map(read).collect()
}

/// A family with one child and one allocation, and everybody's account.
fn world(opslag: &Opslag) -> (Register, Id<Gezin>, Id<Persoon>) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    take(&register, &[("301", Toewijzing { from: "2026-03-01", ..Toewijzing::default() }.xml())]);
    for rol in Rol::ALL {
        register.put_account(&who(rol)).unwrap();
    }
    let me = who(Rol::Wijkteam);
    let list =
        register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&GezinnenFilter::default())).unwrap();
    let gezin = list.rijen[0].id;
    let child = register.members_of(gezin).unwrap()[0].id;
    (register, gezin, child)
}

fn plan(register: &Register, who: &Identiteit, gezin: Id<Gezin>) -> Result<PlanBeeld, Fout> {
    register.look(who, Onderdeel::Plan, &gezin.to_string(), |l| l.plan(gezin))
}

fn write(register: &Register, gezin: Id<Gezin>, inhoud: Inhoud) -> i64 {
    let change = Wijziging { nr: None, gelezen: 0, daad: Daad::Schrijf(inhoud) };
    match register.change_plan(&who(Rol::Wijkteam), gezin, change, &key()).unwrap() {
        Gedaan::Opgeslagen(_, versie) => versie,
        Gedaan::Nieuwer(now) => panic!("{now:?}"),
    }
}

fn goal(text: &str, voor: Option<Id<Persoon>>) -> Inhoud {
    Inhoud::Doel(Doel { tekst: words(text), voor, stand: Doelstand::Loopt })
}

fn line(voor: Option<Id<Persoon>>, wacht: Option<Wachten>) -> Inhoud {
    Inhoud::Regel(Regel {
        wat: words("Ouderbegeleiding thuis"),
        wie: words("De Proefaanbieder"),
        voor,
        bron: Bron::Jeugdwet,
        bron_naam: Woorden::default(),
        waar: None,
        van: None,
        einde: Einde::Open,
        doelen: vec![],
        wacht,
    })
}

fn help(regel: u32) -> Toewijzen {
    Toewijzen {
        regel,
        aanbieder: AgbCode::parse(AANBIEDER).unwrap(),
        categorie: "45".into(),
        code: Some("45A04".into()),
        ingang: date(2026, 11, 1),
        eind: Some(date(2027, 4, 30)),
        omvang: Some(stelsel::toewijzing::Omvang { volume: 2, eenheid: "04".into(), frequentie: "2".into() }),
        budget: None,
        client: None,
    }
}

pub(super) fn versions(opslag: &Opslag) {
    let (register, gezin, child) = world(opslag);
    let me = who(Rol::Wijkteam);
    let empty = plan(&register, &me, gezin).unwrap();
    assert!(empty.plan.is_empty() && empty.versie.is_none() && empty.schrijft);
    assert_eq!(write(&register, gezin, goal("samen eten", None)), 1);
    assert_eq!(write(&register, gezin, goal("zelf fietsen", Some(child))), 2);

    // The same form twice has one effect.
    let twice = key();
    let again = Wijziging { nr: None, gelezen: 0, daad: Daad::Schrijf(line(None, None)) };
    for _ in 0..2 {
        let done = register.change_plan(&me, gezin, again.clone(), &twice).unwrap();
        assert!(matches!(done, Gedaan::Opgeslagen(_, 3)), "{done:?}");
    }
    // Two who read the same version: the second hears of it, nothing of either is lost.
    let change = |text: &str| Wijziging { nr: Some(1), gelezen: 1, daad: Daad::Schrijf(goal(text, None)) };
    assert!(matches!(
        register.change_plan(&me, gezin, change("eerst"), &key()).unwrap(),
        Gedaan::Opgeslagen(_, 4)
    ));
    let colleague = Identiteit { account: "proef-regisseur".into(), ..who(Rol::Wijkteam) };
    let Gedaan::Nieuwer(now) = register.change_plan(&colleague, gezin, change("tweede"), &key()).unwrap()
    else {
        panic!("written over")
    };
    assert_eq!(now.nu, Some(goal("eerst", None)));
    assert_eq!(now.versie, 4);
    // Another part at the same time is nobody's concern.
    assert_eq!(write(&register, gezin, goal("derde", None)), 5);

    let read = |l: &mut Lezing<'_>| l.plan_versies(gezin, Some(1));
    let old = register.look(&me, Onderdeel::Plan, "", read).unwrap();
    assert_eq!(old.versies.len(), 5);
    assert_eq!(old.versies[1].wat, "doel 1");
    assert_eq!(old.versies[1].wie, "Proef wijkteam");
    let (_, plan_then) = old.gelezen.unwrap();
    assert_eq!(plan_then.doelen.len(), 1);
    assert_eq!(plan_then.doelen[0].wat.tekst.as_str(), "samen eten");
    let none = register.look(&me, Onderdeel::Plan, "", |l| l.plan_versies(gezin, Some(99)));
    assert!(matches!(none, Err(Fout::NietGevonden)));
}

pub(super) fn rights(opslag: &Opslag) {
    let (register, gezin, child) = world(opslag);
    write(&register, gezin, goal("van het hele gezin", None));
    write(&register, gezin, goal("van het kind alleen", Some(child)));
    let mut opened = Vec::new();
    for rol in Rol::ALL {
        match plan(&register, &who(rol), gezin) {
            Ok(_) => opened.push(rol),
            Err(fault) => assert!(matches!(fault, Fout::NietGevonden), "{rol:?}: {fault}"),
        }
    }
    assert_eq!(opened, [Rol::Wijkteam, Rol::Teamleider], "without a relation nobody else");
    let lead = plan(&register, &who(Rol::Teamleider), gezin).unwrap();
    assert!(!lead.schrijft);
    let change = || Wijziging { nr: None, gelezen: 0, daad: Daad::Schrijf(goal("x", None)) };
    for rol in [Rol::Teamleider, Rol::Expertteam, Rol::Gezinslid, Rol::Beleid, Rol::Regisseur] {
        let refused = register.change_plan(&who(rol), gezin, change(), &key());
        assert!(matches!(refused, Err(Fout::NietGevonden)), "{rol:?}");
    }
    // What was refused is written down.
    let lines = register.journal_len().unwrap();
    let _ = register.change_plan(&who(Rol::Teamleider), gezin, change(), &key());
    assert_eq!(register.journal_len().unwrap(), lines + 1);
    // A member of the family sees by age and authority; the parent of a child below sixteen everything.
    let members = register.members_of(gezin).unwrap();
    for member in &members {
        let me = Identiteit { gezin: Some(gezin), persoon: Some(member.id), ..who(Rol::Gezinslid) };
        match plan(&register, &me, gezin) {
            Ok(seen) => {
                assert!(!seen.schrijft && seen.regie.keus.is_empty());
                let whole = seen.leden.iter().zip(&seen.maten).find(|(lid, _)| lid.id == child);
                let whole = whole.is_some_and(|(_, maat)| *maat == stelsel::toegang::Maat::Geheel);
                assert_eq!(seen.plan.doelen.len(), if whole { 2 } else { 1 });
            }
            Err(fault) => assert!(matches!(fault, Fout::NietGevonden)),
        }
    }
    let other =
        Identiteit { gezin: Some(Id::new(jiff::Timestamp::UNIX_EPOCH, [7; 10])), ..who(Rol::Gezinslid) };
    assert!(plan(&register, &other, gezin).is_err());
}

pub(super) fn goes_out_and_comes_back(opslag: &Opslag) {
    let (register, gezin, child) = world(opslag);
    let me = who(Rol::Wijkteam);
    let wait =
        Wachten { sinds: date(2026, 9, 1), waarop: words("wie betaalt"), reden: Stagnatie::Bekostiging };
    write(&register, gezin, line(Some(child), Some(wait)));
    let made = register.allocate(&me, gezin, help(1), &key()).unwrap();
    assert!(matches!(made, Gedaan::Opgeslagen(..)), "{made:?}");

    let now = plan(&register, &me, gezin).unwrap();
    let own = now.toewijzingen.iter().find(|t| t.regel == Some(1)).unwrap();
    assert_eq!(own.bezorging, Bezorging::Klaar);
    assert_eq!(now.plan.regels[0].wat.wacht, None, "what was asked for was decided");
    let nummer = own.beeld.toewijzing.nummer;
    let out = sent(&register);
    assert_eq!(out.len(), 1);
    let ijw::Bericht::Jw301(message) = &out[0].1 else { panic!("a JW301 goes out") };
    let numbers: Vec<i64> = message
        .client
        .toegewezen_producten
        .iter()
        .map(|p| i64::try_from(p.toewijzing_nummer.get()).unwrap())
        .collect();
    assert_eq!(numbers, [nummer, 300_201], "with the other running allocation of the child (OP087)");
    assert_eq!(message.client.bsn.as_str(), "999900006");
    let state = |register: &Register| {
        let seen = plan(register, &me, gezin).unwrap();
        seen.toewijzingen.into_iter().find(|t| t.regel == Some(1)).unwrap()
    };
    assert_eq!(state(&register).bezorging, Bezorging::Verstuurd);
    // The provider says yes, begins, claims and stops: all of it comes back by itself.
    arrive(&register, "302", &retour(&out[0].0.xml, "R1", "2026-11-01", None));
    assert_eq!(state(&register).bezorging, Bezorging::Aangenomen);
    assert!(matches!(state(&register).beeld.stand, Stand::Wacht { .. }));
    let begin = start("S1", "2026-11-01", "999900006", u32::try_from(nummer).unwrap(), "2026-11-01");
    let begin = begin.replace("45A48", "45A04");
    let arrived = arrive(&register, "305", &begin);
    assert!(matches!(arrived, Uitkomst::Opgenomen(_)), "{arrived:?}");
    assert_eq!(state(&register).beeld.stand, Stand::Loopt { sinds: date(2026, 11, 1) });
    // The line has an allocation that runs: not another one.
    let twice = register.allocate(&me, gezin, help(1), &key()).unwrap();
    assert!(matches!(&twice, Gedaan::Nieuwer(why) if **why == NietVerstuurd::AlToegewezen), "{twice:?}");

    // Another last day goes out as a change.
    let gemeente = Gemeentecode::parse("0758").unwrap();
    let change = |gelezen, daad| HulpWijzigen { toewijzing: (gemeente, nummer), gelezen, daad };
    let stop = change(Some(date(2027, 4, 30)), Hulpdaad::Einde(date(2026, 12, 31)));
    let out = {
        sent(&register);
        register.change_allocation(&me, gezin, stop.clone(), &key()).unwrap()
    };
    assert!(matches!(out, Gedaan::Opgeslagen(..)), "{out:?}");
    let out = sent(&register);
    let ijw::Bericht::Jw301(message) = &out[0].1 else { panic!() };
    let first = &message.client.toegewezen_producten[0];
    assert_eq!(first.einddatum, Some(date(2026, 12, 31)));
    assert_eq!(first.reden_wijziging.map(ijw::basis::RedenWijziging::code), Some("05"));
    assert_eq!(state(&register).beeld.toewijzing.eind, Some(date(2026, 12, 31)));
    // Who read the day of before is told.
    let late = register.change_allocation(&me, gezin, stop, &key()).unwrap();
    assert!(matches!(&late, Gedaan::Nieuwer(why) if **why == NietVerstuurd::Nieuwer), "{late:?}");
    let early = change(Some(date(2026, 12, 31)), Hulpdaad::Einde(date(2026, 10, 1)));
    let early = register.change_allocation(&me, gezin, early, &key()).unwrap();
    assert!(
        matches!(&early, Gedaan::Nieuwer(why) if **why == NietVerstuurd::Velden(vec![Toewijsfout::Einde]))
    );
    let back = change(Some(date(2026, 12, 31)), Hulpdaad::Intrekken);
    register.change_allocation(&me, gezin, back, &key()).unwrap();
    assert_eq!(state(&register).beeld.stand, Stand::Verwijderd);
    // It counts as never sent: the line may get another.
    let made = register.allocate(&me, gezin, help(1), &key()).unwrap();
    assert!(matches!(made, Gedaan::Opgeslagen(..)), "{made:?}");
}

pub(super) fn refused(opslag: &Opslag) {
    let (register, gezin, child) = world(opslag);
    let me = who(Rol::Wijkteam);
    write(&register, gezin, line(Some(child), None));
    register.allocate(&me, gezin, help(1), &key()).unwrap();
    let out = sent(&register);
    arrive(&register, "302", &retour(&out[0].0.xml, "R1", "2026-11-01", Some("9379")));
    let seen = plan(&register, &me, gezin).unwrap();
    assert!(seen.toewijzingen.iter().all(|t| t.regel.is_none()), "it counts as not sent");
    assert_eq!(seen.geweigerd.len(), 1);
    assert_eq!(seen.geweigerd[0].regel, 1);
    assert_eq!(seen.geweigerd[0].codes[0].0, "9379");
    // Nothing of it stands in the way of trying again.
    let again = register.allocate(&me, gezin, help(1), &key()).unwrap();
    assert!(matches!(again, Gedaan::Opgeslagen(..)), "{again:?}");
}

pub(super) fn not_sent(opslag: &Opslag) {
    let (register, gezin, child) = world(opslag);
    let me = who(Rol::Wijkteam);
    write(&register, gezin, line(None, None));
    write(&register, gezin, line(Some(child), None));
    let because = |wat: Toewijzen| match register.allocate(&me, gezin, wat, &key()).unwrap() {
        Gedaan::Nieuwer(why) => *why,
        Gedaan::Opgeslagen(..) => panic!("it was sent"),
    };
    let field = |fault| NietVerstuurd::Velden(vec![fault]);
    assert_eq!(because(help(1)), field(Toewijsfout::GeenKind));
    let unknown = AgbCode::parse("65999999").unwrap();
    assert_eq!(because(Toewijzen { aanbieder: unknown, ..help(2) }), field(Toewijsfout::Aanbieder));
    assert_eq!(because(Toewijzen { categorie: "99".into(), ..help(2) }), field(Toewijsfout::Categorie));
    assert_eq!(because(Toewijzen { eind: Some(date(2026, 10, 1)), ..help(2) }), field(Toewijsfout::Einde));
    assert_eq!(because(Toewijzen { omvang: None, ..help(2) }), field(Toewijsfout::OmvangNodig));
    assert_eq!(because(Toewijzen { budget: Some(100_000), ..help(2) }), field(Toewijsfout::OmvangOfBudget));
    let budget = Toewijzen {
        categorie: "41".into(),
        omvang: None,
        code: None,
        budget: Some(100_000),
        eind: None,
        ..help(2)
    };
    assert_eq!(because(budget), field(Toewijsfout::BudgetEinde));
    let nothing = stelsel::toewijzing::Omvang { volume: 0, eenheid: "04".into(), frequentie: "2".into() };
    assert_eq!(because(Toewijzen { omvang: Some(nothing), ..help(2) }), field(Toewijsfout::Omvang));
    assert!(register.waiting(10).unwrap().is_empty(), "nothing was sent");
    assert!(matches!(register.allocate(&me, gezin, help(77), &key()), Err(Fout::NietGevonden)));
    for rol in [Rol::Teamleider, Rol::Regisseur, Rol::Expertteam, Rol::Gezinslid] {
        assert!(
            matches!(register.allocate(&who(rol), gezin, help(2), &key()), Err(Fout::NietGevonden)),
            "{rol:?}"
        );
    }
    // What was filled in for a first message is not needed here: a message told who the child is.
    let client = Clientgegevens {
        geslacht: "1".into(),
        adres: register::beeld::Woonadres {
            straat: None,
            huisnummer: 1,
            postcode: "4811AB".into(),
            plaats: None,
        },
    };
    let made = register.allocate(&me, gezin, Toewijzen { client: Some(client), ..help(2) }, &key()).unwrap();
    assert!(matches!(made, Gedaan::Opgeslagen(..)), "{made:?}");
}

pub(super) fn taken_up(opslag: &Opslag) {
    let (register, gezin, _) = world(opslag);
    let me = who(Rol::Wijkteam);
    let toewijzing = (Gemeentecode::parse("0758").unwrap(), 300_201);
    let opname =
        || Opname { toewijzing, regel: Opnameregel::Nieuw { wat: words("Ambulant"), wie: words("Proef") } };
    register.take_up(&me, gezin, opname(), &key()).unwrap();
    // A second click, from another page: it is as was asked, once.
    register.take_up(&me, gezin, opname(), &key()).unwrap();
    let seen = plan(&register, &me, gezin).unwrap();
    assert_eq!(seen.plan.regels.len(), 1);
    assert_eq!(seen.toewijzingen[0].regel, Some(1));
    let foreign = Opname { toewijzing: (toewijzing.0, 999), ..opname() };
    assert!(matches!(register.take_up(&me, gezin, foreign, &key()), Err(Fout::NietGevonden)));
}

pub(super) fn handover(opslag: &Opslag) {
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

pub(super) fn clocks(opslag: &Opslag) {
    let (register, gezin, child) = world(opslag);
    let me = who(Rol::Wijkteam);
    let kinds = |register: &Register| {
        let found = register
            .look(&who(Rol::Wijkteam), Onderdeel::Gezinnen, "", |l: &mut register::Lezing<'_>| l.klokken())
            .unwrap();
        found.into_iter().flat_map(|f| f.klokken.into_iter().map(|k| k.soort)).collect::<Vec<_>>()
    };
    // The allocation of the world began months ago and no start was told.
    assert_eq!(kinds(&register), [Kloksoort::Start]);
    let wait = Wachten { sinds: date(2026, 1, 1), waarop: words("wie betaalt"), reden: Stagnatie::Aanbod };
    write(&register, gezin, line(Some(child), Some(wait)));
    let step = Stap {
        tekst: words("bellen"),
        wie: words("Samira"),
        voor: None,
        wanneer: Some(date(2026, 1, 2)),
        klaar: None,
        doel: None,
    };
    write(&register, gezin, Inhoud::Stap(step));
    write(
        &register,
        gezin,
        Inhoud::Evaluatie(Evaluatie { dag: date(2026, 1, 3), wie: words("allen"), uitkomst: None }),
    );
    assert_eq!(
        kinds(&register),
        [Kloksoort::Antwoord, Kloksoort::Regisseur, Kloksoort::Start, Kloksoort::Stap, Kloksoort::Evaluatie]
    );
    // The page of the plan says the same.
    let mut page: Vec<Kloksoort> =
        plan(&register, &me, gezin).unwrap().klokken.iter().map(|k| k.soort).collect();
    page.sort_unstable();
    assert_eq!(page, kinds(&register));
    register.step_done(&me, gezin, 2, &key()).unwrap();
    let over =
        Regiedaad::Overdracht { naar: me.account.clone(), vanaf: None, woord: String::new(), gelezen: None };
    register.hand_over(&me, gezin, over, &key()).unwrap();
    take(&register, &[("305", start("S1", "2026-03-20", "999900006", 300_201, "2026-03-16"))]);
    assert_eq!(kinds(&register), [Kloksoort::Antwoord, Kloksoort::Evaluatie]);
    let away = Wijziging { nr: Some(1), gelezen: 1, daad: Daad::Verwijder(Soort::Regel) };
    register.change_plan(&me, gezin, away, &key()).unwrap();
    assert_eq!(kinds(&register), [Kloksoort::Evaluatie]);
    // Of no family that is another's.
    let elsewhere = Identiteit { wijken: vec![Wijkcode::parse("WK195901").unwrap()], ..who(Rol::Wijkteam) };
    assert_eq!(
        register
            .look(&elsewhere, Onderdeel::Gezinnen, "", |l: &mut register::Lezing<'_>| l.klokken())
            .unwrap(),
        []
    );
    for rol in [Rol::Beleid, Rol::Gezinslid, Rol::Aanbieder] {
        assert!(
            register
                .look(&who(rol), Onderdeel::Gezinnen, "", |l: &mut register::Lezing<'_>| l.klokken())
                .is_err(),
            "{rol:?}"
        );
    }
}

pub(super) fn experts(opslag: &Opslag) {
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

pub(super) fn comes_of_age(opslag: &Opslag) {
    let (register, gezin, child) = world(opslag);
    let me = who(Rol::Wijkteam);
    let read = |l: &mut Lezing<'_>| l.achttien(gezin);
    let seen = register.look(&me, Onderdeel::Plan, "", read).unwrap();
    // The child of the world is younger than sixteen: there is no time line yet, and nothing to write.
    assert_eq!(seen.jongeren.len(), 0);
    let refused = register.write_transition(&me, gezin, (child, 0), Overgang::default(), &key());
    assert!(matches!(refused, Err(Fout::NietGevonden)));
}
