//! A line of the plan that goes out, comes back, is refused, or does not hold.

use jiff::civil::date;
use register::beeld::{
    Bezorging, Clientgegevens, Gedaan, HulpWijzigen, Hulpdaad, NietVerstuurd, Toewijsfout, Toewijzen,
    Uitgaand,
};
use register::{Opname, Opnameregel, Wijze, judge};
use stelsel::plan::{Stagnatie, Wachten};

use super::*;
use crate::xml::retour;

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

pub(in crate::contract) fn goes_out_and_comes_back(opslag: &Opslag) {
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

/// What is claimed and that help stopped stand with the line, by the messages alone.
pub(in crate::contract) fn claimed_and_stopped(opslag: &Opslag) {
    let (register, gezin, child) = world(opslag);
    let me = who(Rol::Wijkteam);
    write(&register, gezin, line(Some(child), None));
    register.allocate(&me, gezin, Toewijzen { ingang: date(2026, 3, 1), ..help(1) }, &key()).unwrap();
    let out = sent(&register);
    let state = |who: &Identiteit| {
        let seen = plan(&register, who, gezin).unwrap();
        seen.toewijzingen.into_iter().find(|t| t.regel == Some(1)).unwrap().beeld
    };
    let number = u32::try_from(state(&me).toewijzing.nummer).unwrap();
    let own = |xml: String| xml.replace("45A48", "45A04");
    arrive(&register, "302", &retour(&out[0].0.xml, "R1", "2026-03-01", None));
    let begin = own(start("S1", "2026-03-02", "999900006", number, "2026-03-02"));
    assert!(matches!(arrive(&register, "305", &begin), Uitkomst::Opgenomen(_)));
    assert_eq!(state(&me).gedeclareerd, Some(stelsel::Cent(0)));
    let claimed = own(crate::xml::claim("D1", &[("999900006", number)]));
    assert!(matches!(arrive(&register, "323", &claimed), Uitkomst::Opgenomen(_)));
    assert_eq!(state(&me).gedeclareerd, Some(stelsel::Cent(7_800)));
    assert_eq!(state(&me).stand, Stand::Loopt { sinds: date(2026, 3, 2) });
    let stopped =
        own(crate::xml::stop("E1", "2026-04-20", "999900006", number, "2026-03-02", ("2026-04-17", "02")));
    let arrived = arrive(&register, "307", &stopped);
    assert!(matches!(arrived, Uitkomst::Opgenomen(_)), "{arrived:?}");
    assert_eq!(state(&me).stand, Stand::Beeindigd { op: date(2026, 4, 17), reden: Some("02".into()) });
    let young = plan(&register, &who(Rol::Clientenraad), gezin);
    assert!(matches!(young, Err(Fout::NietGevonden)), "and nobody else sees it");
}

pub(in crate::contract) fn refused(opslag: &Opslag) {
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

pub(in crate::contract) fn not_sent(opslag: &Opslag) {
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

pub(in crate::contract) fn taken_up(opslag: &Opslag) {
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
