//! What is in the register of the tests: a region, families, messages, conversations, letters.

use register::beeld::{
    BerichtenFilter, Blad, Brief, Gedaan, GezinnenFilter, MetWie, NieuwScenario, NieuweBrief, NieuweDeling,
    NieuweVerwijzing, Opslaan, VerwijzingInhoud,
};
use register::{Regiogegevens, Register, Stuk, WijkInvoer, Wijze, judge};
use stelsel::analyse::{Alinea, Daad, Deel, Probleemanalyse, Wijziging};
use stelsel::goed_gesprek::{GoedGesprek, Inhoud};
use stelsel::persoon::GezinsRol;
use stelsel::plan::Woorden;
use stelsel::scenario::Scenario;
use stelsel::verwijzing::{VerwijzerSoort, Verwijzing};
use stelsel::{AgbCode, Gemeentecode, Gezin, Id, Identiteit, Onderdeel, Rol};

use super::{ANDER_AGB, ANDERE_WIJK, EIGEN_AGB, EIGEN_WIJK, Ids, iemand, wijk};
use crate::xml::{Zaak, bsn, claim, file, start, stop, toewijzing, verzoek};

pub(super) fn region(demo: bool) -> Regiogegevens {
    let place = |code, naam: &str, tegel| WijkInvoer {
        code: wijk(code),
        naam: naam.into(),
        tegel: Some(tegel),
        inwoners: Some(25_460),
        jeugd: Some(5_060),
        jeugdzorg_2022: Some(615),
    };
    Regiogegevens {
        naam: "Proefregio".into(),
        demo,
        gemeenten: vec![(Gemeentecode::parse("0758").unwrap(), "Breda".into(), Some(184_702))],
        wijken: vec![place(EIGEN_WIJK, "Breda noord", (3, 2)), place(ANDERE_WIJK, "Breda zuid", (3, 3))],
        postcodes: vec![("4811".into(), wijk(EIGEN_WIJK)), ("4812".into(), wijk(ANDERE_WIJK))],
        aanbieders: vec![(AgbCode::parse(EIGEN_AGB).unwrap(), "De Proefaanbieder".into())],
    }
}

pub(crate) const TOM: Zaak<'_> = Zaak {
    gemeente: "0758",
    aanbieder: EIGEN_AGB,
    bsn: "999900006",
    given: "Tom",
    family: "Wit",
    postcode: "4811AB",
    number: 300_201,
    from: "2026-03-02",
};
const AYA: Zaak<'_> = Zaak {
    aanbieder: ANDER_AGB,
    bsn: "999900018",
    given: "Aya",
    family: "Zwart",
    postcode: "4812AB",
    number: 300_202,
    ..TOM
};

const BO: Zaak<'_> = Zaak { bsn: "999900031", given: "Bo", family: "Groen", ..TOM };

/// The team writes down that everyone who decides shares what is known of the child.
pub(crate) fn share(register: &Register, gezin: Id<Gezin>, account: &str) -> Id<stelsel::deling::Deling> {
    let everywhere = vec![wijk(EIGEN_WIJK), wijk(ANDERE_WIJK)];
    let team = Identiteit { wijken: everywhere, ..iemand(Rol::Wijkteam, None) };
    let page = register.look(&team, Onderdeel::Delen, "", |l| l.delen(gezin)).unwrap();
    let members = register.members_of(gezin).unwrap();
    let child = members.iter().find(|m| m.rol == GezinsRol::Jeugdige).unwrap().id;
    let decides = page.over.iter().find(|(about, ..)| *about == Some(child)).unwrap();
    let new = NieuweDeling {
        persoon: Some(child),
        met: MetWie::Account(account.into()),
        wat: stelsel::deling::Wat::ALL.to_vec(),
        doel: "Samen kijken".into(),
        tot: None,
        ja_van: decides.2.iter().map(|(person, _)| *person).collect(),
    };
    match register.share_with(&team, gezin, &new, &Register::form_key().unwrap()).unwrap() {
        Gedaan::Opgeslagen(id, _) => id,
        Gedaan::Nieuwer(_) => panic!("not stored"),
    }
}

/// A problem analysis with a paragraph, shared with partners or with nobody.
pub(super) fn analysis(register: &Register, shared: bool) -> Id<Probleemanalyse> {
    let policy = iemand(Rol::Beleid, None);
    let words = |text: &str| Woorden::new(text).unwrap();
    let key = || Register::form_key().unwrap();
    let Gedaan::Opgeslagen(id, _) =
        register.begin_analysis(&policy, words("Wachten in noord"), &key()).unwrap()
    else {
        panic!("not stored")
    };
    let seen =
        Daad::Alinea(Alinea { deel: Deel::Zien, tekst: words("Er wordt lang gewacht."), vindplaats: None });
    let gedeeld =
        if shared { vec![Rol::Raad, Rol::Clientenraad, Rol::Aanbieder, Rol::School] } else { Vec::new() };
    let kop = Daad::Kop { titel: words("Wachten in noord"), gebied: words("Breda noord"), gedeeld };
    for (gelezen, daad) in [(0, seen), (1, kop)] {
        let done =
            register.change_analysis(&policy, id, Wijziging { nr: None, gelezen, daad }, &key()).unwrap();
        assert!(matches!(done, Gedaan::Opgeslagen(..)));
    }
    id
}

/// A choice that was tried and kept; nothing of it was played.
pub(super) fn kept(register: &Register) -> Id<Scenario> {
    let words = |text: &str| Woorden::new(text).unwrap();
    let new = NieuwScenario {
        naam: words("Eerst de toegang"),
        waarom: words("Voor de raad"),
        toml: "naam = 'Eerst de toegang'".into(),
        uitkomst: r#"{"program":"leerloop","scenario":"Eerst de toegang","firstYear":2026,"years":1,"seed":1,"uncertainty":"aannames",
            "replicationsAsked":1,"replications":0,"modelEvents":0,"monthsClipped":0,"measures":[],
            "breaks":{"asNow":[],"choice":[]},"assumptions":[],"report":""}"#
            .into(),
    };
    let key = Register::form_key().unwrap();
    match register.keep_scenario(&iemand(Rol::Beleid, None), new, &key).unwrap() {
        Gedaan::Opgeslagen(id, _) => id,
        Gedaan::Nieuwer(_) => panic!("not stored"),
    }
}

/// The referrer sends the child of the own family.
pub(super) fn refer(register: &Register) -> Id<Verwijzing> {
    let new = NieuweVerwijzing {
        soort: VerwijzerSoort::Huisarts,
        kind: TOM.given.into(),
        achternaam: TOM.family.into(),
        geboren: None,
        bsn: stelsel::Bsn::parse(TOM.bsn).ok(),
        postcode: None,
        inhoud: VerwijzingInhoud { vraag: "Hij slaapt slecht".into(), ..VerwijzingInhoud::default() },
    };
    let doctor = iemand(Rol::Verwijzer, None);
    match register.refer(&doctor, &new, &Register::form_key().unwrap()).unwrap() {
        Gedaan::Opgeslagen(id, _) => id,
        Gedaan::Nieuwer(_) => panic!("not stored"),
    }
}

pub(super) fn fill(register: &Register) -> Ids {
    let batch = vec![
        file("tom.xml", toewijzing(&TOM, "T1", "2026-03-02")),
        file("aya.xml", toewijzing(&AYA, "T2", "2026-03-02")),
        file("start.xml", start(&TOM, "S1", "2026-03-10", "2026-03-09")),
        file("claim.xml", claim(&TOM, "D1")),
        file("stop.xml", stop(&AYA, "P1", "2026-03-30", ("2026-03-09", "2026-03-29"))),
        file("kapot.xml", toewijzing(&TOM, "T3", "2026-03-02").replace("436", "nee<b>")),
        file("brief.txt", "geen bericht"),
    ];
    let outcomes = register.intake(batch).unwrap();
    assert_eq!(outcomes.len(), 7);

    let day = "2026-04-01";
    let wrong = Zaak { number: 999_999, ..TOM };
    let traffic = vec![
        file("vraag-tom.xml", verzoek(&TOM, "Q1", day, "45A04")),
        file("vraag-aya.xml", verzoek(&AYA, "Q2", day, "45A04")),
        file("vraag-bo.xml", verzoek(&BO, "Q3", day, "45A04")),
        file("start-fout.xml", start(&wrong, "S9", day, day)),
    ];
    let traffic =
        register.store(judge(traffic.into_iter().map(Stuk::Bestand).collect()), Wijze::Verkeer).unwrap();
    let refused = traffic.iter().find_map(|came| match came {
        register::Uitkomst::Afgekeurd(id) => Some(*id),
        _ => None,
    });

    let beheer = iemand(Rol::Beheer, None);
    let requests = register.look(&beheer, Onderdeel::Verzoeken, "", |l| l.verzoeken(None)).unwrap();
    let request = |naam: &str| requests.rijen.iter().find(|r| r.naam == naam).unwrap().id;
    let families = |wijken: &str| {
        let who = Identiteit { wijken: vec![wijk(wijken)], ..iemand(Rol::Wijkteam, None) };
        let read = |l: &mut register::Lezing<'_>| l.gezinnen(&GezinnenFilter::default());
        let list = register.look(&who, Onderdeel::Gezinnen, "", read).unwrap();
        assert_eq!(list.rijen.len(), 1, "one family in {wijken}: {outcomes:?}");
        list.rijen[0].id
    };
    let message = |agb: &str| {
        let filter = BerichtenFilter { aanbieder: AgbCode::parse(agb).ok(), ..BerichtenFilter::default() };
        let list = register.look(&beheer, Onderdeel::Berichten, "", |l| l.berichten(&filter)).unwrap();
        list.rijen.last().unwrap().id
    };
    let aside = register.look(&beheer, Onderdeel::Quarantaine, "", |l| l.quarantaine(None)).unwrap();
    assert_eq!(aside.rijen.len(), 2);
    Ids {
        eigen_gezin: families(EIGEN_WIJK),
        ander_gezin: families(ANDERE_WIJK),
        eigen_bericht: message(EIGEN_AGB),
        ander_bericht: message(ANDER_AGB),
        stuk: aside.rijen.iter().find(|r| r.bestand == "kapot.xml").unwrap().id,
        eigen_verzoek: request("Tom Wit"),
        ander_verzoek: request("Aya Zwart"),
        nieuw_verzoek: request("Bo Groen"),
        afgekeurd: refused.unwrap(),
        eigen_gesprek: conversation(register, families(EIGEN_WIJK), EIGEN_WIJK, true),
        ander_gesprek: conversation(register, families(ANDERE_WIJK), ANDERE_WIJK, true),
        eigen_concept: conversation(register, families(EIGEN_WIJK), EIGEN_WIJK, false),
        ander_concept: conversation(register, families(ANDERE_WIJK), ANDERE_WIJK, false),
        verwijzing: Id::new("2026-04-01T09:00:00Z".parse().unwrap(), [0; 10]),
        eigen_analyse: Id::new("2026-04-01T09:00:00Z".parse().unwrap(), [0; 10]),
        ander_analyse: Id::new("2026-04-01T09:00:00Z".parse().unwrap(), [0; 10]),
        scenario: Id::new("2026-04-01T09:00:00Z".parse().unwrap(), [0; 10]),
        eigen_brief: letter(register, &of_team(EIGEN_WIJK), families(EIGEN_WIJK), "Wit"),
        ander_brief: letter(register, &of_team(ANDERE_WIJK), families(ANDERE_WIJK), "Zwart"),
    }
}

/// A page of a conversation on which one thing stands.
pub(crate) fn blad(sterk: &str) -> Blad {
    Blad {
        dag: "2026-04-09".parse().unwrap(),
        inhoud: Inhoud { sterk: sterk.into(), ..Inhoud::default() },
        stemmen: Vec::new(),
    }
}

/// A conversation with a family: finished, or begun and empty.
pub(crate) fn conversation(
    register: &Register,
    gezin: Id<Gezin>,
    of: &str,
    finished: bool,
) -> Id<GoedGesprek> {
    let who = Identiteit { wijken: vec![wijk(of)], ..iemand(Rol::Wijkteam, None) };
    let key = || Register::form_key().unwrap();
    let Gedaan::Opgeslagen(id, versie) = register.begin_conversation(&who, gezin, &key()).unwrap() else {
        panic!("not begun")
    };
    if finished {
        let page = Opslaan { versie, beurt: key(), beurt_nr: 1, blad: blad("samen lachen") };
        register.finish_conversation(&who, gezin, id, page, &key()).unwrap();
    }
    id
}

fn of_team(code: &str) -> Identiteit {
    Identiteit { wijken: vec![wijk(code)], ..Identiteit::new("schrijver", "Schrijver", Rol::Wijkteam) }
}

/// A letter about a family, made by somebody of its team.
pub(crate) fn letter(register: &Register, team: &Identiteit, gezin: Id<Gezin>, naam: &str) -> Id<Brief> {
    let brief = NieuweBrief {
        gezin,
        persoon: None,
        aan: None,
        soort: stelsel::brief::Briefsoort::Uitnodiging,
        taal: "nl".into(),
        adres: format!("Familie {naam}"),
        onderwerp: "Zullen we praten?".into(),
        tekst: "Beste familie,".into(),
        toestemming: String::new(),
        telefoon: String::new(),
        pdf: format!("%PDF-1.7 van {naam}").into_bytes(),
    };
    let key = Register::form_key().unwrap();
    let Gedaan::Opgeslagen(id, _) = register.make_letter(team, brief, &key).unwrap() else {
        panic!("not made")
    };
    id
}

/// Takes messages in as they come from providers: judged, and answered at once.
pub(crate) fn exchange(register: &Register, batch: Vec<register::Aangeboden>) -> Vec<register::Uitkomst> {
    register.store(judge(batch.into_iter().map(Stuk::Bestand).collect()), Wijze::Verkeer).unwrap()
}

/// Adds families with one child each, for lists that go on.
pub(crate) fn more_families(register: &Register, count: u32) {
    let mut batch = Vec::new();
    for n in 0..count {
        let (number, family, id) = (bsn(n as usize), format!("Proef{n:03}"), format!("M{n}"));
        let zaak = Zaak { bsn: &number, family: &family, number: 400_000 + n, ..TOM };
        batch.push(file(&format!("{id}.xml"), toewijzing(&zaak, &id, "2026-03-03")));
        batch.push(file(&format!("{id}.txt"), format!("geen bericht {n}")));
    }
    let outcomes = register.intake(batch).unwrap();
    let stored = outcomes.iter().filter(|o| matches!(o, register::Uitkomst::Opgenomen(_))).count();
    assert_eq!(stored, count as usize);
}
