//! The message desk: what providers send is judged, answered and decided on.

use ijw::{Bericht as Ijw, Berichttype};
use register::Wijze;
use register::beeld::{
    BerichtStand, Besloten, Besluit, GesprekBeeld, Uitgaand, VerzoekRegel, VerzoekStand, WatVerwacht,
    Woonadres,
};
use register::judge;

use super::*;
use crate::xml::{bsn, request, retour};

/// Takes a message in as it arrives now.
fn arrive(register: &Register, name: &str, xml: &str) -> Uitkomst {
    let piece = register::Stuk::Bestand(file(name, xml));
    register.store(judge(vec![piece]), Wijze::Verkeer).unwrap().remove(0)
}

/// Takes a message of the municipality itself in, as it would have been sent.
fn play(register: &Register, name: &str, xml: &str) -> Uitkomst {
    let piece = register::Stuk::Bestand(file(name, xml));
    register.store(judge(vec![piece]), Wijze::Nagespeeld).unwrap().remove(0)
}

/// What waits to be sent, read again; each of it is taken.
fn sent(register: &Register) -> Vec<(Uitgaand, Ijw)> {
    let waiting = register.waiting(100).unwrap();
    waiting
        .into_iter()
        .map(|message| {
            assert!(register.delivered(message.id).unwrap());
            let read = ijw::lees(&message.xml).unwrap();
            assert_eq!(ijw::keur(&read), [], "what is sent breaks no rule");
            (message, read)
        })
        .collect()
}

fn one(register: &Register) -> (Uitgaand, Ijw) {
    let mut all = sent(register);
    assert_eq!(all.len(), 1, "{:?}", all.iter().map(|(m, _)| m.soort).collect::<Vec<_>>());
    all.remove(0)
}

fn codes(answer: &Ijw) -> Vec<&'static str> {
    answer.retourcodes().unwrap().iter().map(|code| code.code()).collect()
}

fn conversation(register: &Register, nummer: i64) -> GesprekBeeld {
    let gemeente = Gemeentecode::parse("0758").unwrap();
    let read = |l: &mut Lezing<'_>| l.gesprek(gemeente, nummer);
    register.look(&who(Rol::Wijkteam), Onderdeel::Gesprek, "", read).unwrap()
}

fn requests(register: &Register) -> Vec<VerzoekRegel> {
    let read = |l: &mut Lezing<'_>| l.verzoeken(None);
    register.look(&who(Rol::Wijkteam), Onderdeel::Verzoeken, "", read).unwrap().rijen
}

fn with_allocation(opslag: &Opslag) -> Register {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    let allocation = Toewijzing { from: "2026-03-01", ..Toewijzing::default() };
    take(&register, &[("301", allocation.xml())]);
    register
}

pub(super) fn judged_and_answered(opslag: &Opslag) {
    let register = with_allocation(opslag);
    let begin = start("S1", "2026-03-20", "999900006", 300_201, "2026-03-16");
    assert!(matches!(arrive(&register, "305", &begin), Uitkomst::Opgenomen(_)));
    let (message, answer) = one(&register);
    assert_eq!((message.soort, message.aanbieder.to_string().as_str()), (Berichttype::Jw306, AANBIEDER));
    assert_eq!(codes(&answer), [""; 0]);
    assert_eq!(answer.identificatie(), "S1", "the header is that of the message");

    // The same file again is the same message: no second answer.
    assert_eq!(arrive(&register, "305", &begin), Uitkomst::AlBekend);
    // Another message with the same start, one about an unknown allocation, and one that breaks a rule of its own.
    for (id, message, level, code, rule) in [
        ("S2", start("S2", "2026-03-21", "999900006", 300_201, "2026-03-16"), 3, "0200", "TR074"),
        ("S3", start("S3", "2026-03-21", "999900006", 999_999, "2026-03-16"), 3, "0200", "TR019"),
        ("S4", start("S4", "2026-03-21", "999900006", 300_201, "2026-04-16"), 2, "0001", "TR134"),
        ("S1", start("S1", "2026-03-22", "999900006", 300_201, "2026-03-17"), 3, "9056", "TR056"),
    ] {
        let Uitkomst::Afgekeurd(bericht) = arrive(&register, id, &message) else { panic!("{rule}") };
        let (_, answer) = one(&register);
        assert_eq!(codes(&answer), [code], "{rule}");
        let beheer = who(Rol::Beheer);
        let beeld = register.look(&beheer, Onderdeel::Bericht, "", |l| l.bericht(bericht)).unwrap();
        assert_eq!(beeld.regel.stand, BerichtStand::Afgekeurd(level));
        assert!(beeld.bevindingen.iter().any(|found| found.regel.code == rule), "{rule}");
        assert_eq!(beeld.antwoord.map(|(_, kind)| kind), Some(Berichttype::Jw306));
    }
    // None of them changed anything, and the conversation shows those about this allocation.
    let talk = conversation(&register, 300_201);
    assert!(matches!(talk.stand, Stand::Loopt { .. }));
    let kinds: Vec<&str> = talk.berichten.iter().map(|step| step.regel.soort.naam()).collect();
    assert_eq!(kinds, ["JW301", "JW305", "JW306", "JW305", "JW306", "JW305", "JW306", "JW305", "JW306"]);
    let wrong = talk.berichten.iter().filter(|step| step.regel.stand != BerichtStand::Telt).count();
    assert_eq!(wrong, 3);
    assert_eq!(families(&register)[0].toewijzingen[0].stand, talk.stand);
}

pub(super) fn poison(opslag: &Opslag) {
    let register = with_allocation(opslag);
    let good = start("S1", "2026-03-20", "999900006", 300_201, "2026-03-16");
    let bad =
        [b"\xff\xfe".to_vec(), good.replace("<jw305:Header>", "<jw305:Header><x/>").into_bytes(), Vec::new()];
    let mut batch: Vec<_> = bad.into_iter().map(|bytes| file("bad", bytes)).collect();
    batch.push(file("good", good));
    let pieces = batch.into_iter().map(register::Stuk::Bestand).collect();
    let outcomes = register.store(judge(pieces), Wijze::Verkeer).unwrap();
    assert!(matches!(outcomes[3], Uitkomst::Opgenomen(_)));
    assert!(outcomes[..3].iter().all(|outcome| matches!(outcome, Uitkomst::Quarantaine(..))));
    assert_eq!(one(&register).0.soort, Berichttype::Jw306);
}

pub(super) fn claims(opslag: &Opslag) {
    let register = with_allocation(opslag);
    arrive(&register, "323", &claim("D1", &[("999900006", 300_201), (&bsn(7), 777)]));
    let (_, answer) = one(&register);
    let Ijw::Jw325(answer) = answer else { panic!() };
    let found = answer.declaratie_antwoord.unwrap();
    assert_eq!(found.totaal_ingediend_bedrag.totaal_bedrag.get(), 15_600);
    assert_eq!(found.totaal_toegekend_bedrag.totaal_bedrag.get(), 7_800);
    let clients = found.clienten.unwrap();
    assert_eq!(clients.len(), 1, "only what is refused comes back");
    assert_eq!(clients[0].bsn.as_str(), bsn(7));
    assert_eq!(families(&register)[0].toewijzingen[0].gedeclareerd, Some(Cent(7_800)));
    assert_eq!(count(&register, "prestaties"), 1);

    // The same number again is refused whole, and changes nothing.
    let again = claim("D9", &[("999900006", 300_201)]).replace("DeclaratieNummer>D9", "DeclaratieNummer>D1");
    assert!(matches!(arrive(&register, "323", &again), Uitkomst::Afgekeurd(_)));
    assert_eq!(count(&register, "prestaties"), 1);
    let talk = conversation(&register, 300_201);
    let first = talk.berichten.iter().find(|step| step.regel.identificatie == "D1").unwrap();
    assert_eq!(first.bevindingen, [], "what is wrong with the line of another child is not told here");
    assert!(!first.velden.iter().any(|veld| veld.waarde.as_deref() == Some("777")));
}

pub(super) fn refused_in_an_archive(opslag: &Opslag) {
    let first = Toewijzing { from: "2026-03-01", ..Toewijzing::default() }.xml();
    let change = Toewijzing {
        id: "T2",
        day: "2026-05-01",
        to: Some("2026-06-30"),
        reason: Some("12"),
        ..Toewijzing::default()
    };
    let change = change.xml();
    let begin = start("S1", "2026-03-20", "999900006", 300_201, "2026-03-16");
    let second = start("S2", "2026-04-20", "999900006", 300_201, "2026-04-16");
    let messages = [
        ("301", first.clone()),
        ("302", retour(first.as_bytes(), "R1", "2026-03-03", None)),
        ("301b", change.clone()),
        ("302b", retour(change.as_bytes(), "R2", "2026-05-02", Some("9379"))),
        ("305", begin.clone()),
        ("305b", second.clone()),
        ("306b", retour(second.as_bytes(), "R3", "2026-04-21", Some("9326"))),
    ];
    let mut seen = None;
    // Every message first, every message last: the rest in between both ways round.
    for turn in 0..messages.len() {
        for back in [false, true] {
            let place = if turn == 0 && !back { Some(opslag.clone()) } else { None };
            let folder = tempfile::tempdir().unwrap();
            let register = open(&place.unwrap_or_else(|| Opslag::Map(folder.path().into())));
            register.setup_region(&region()).unwrap();
            let mut order = messages.clone();
            order.rotate_left(turn);
            if back {
                order.reverse();
            }
            let outcomes: Vec<Uitkomst> =
                order.iter().flat_map(|one| take(&register, std::slice::from_ref(one))).collect();
            assert!(outcomes.iter().all(|outcome| matches!(outcome, Uitkomst::Opgenomen(_))));
            assert_eq!(register.waiting(9).unwrap(), [], "an archive is not answered");
            let family = families(&register).remove(0);
            let allocation = &family.toewijzingen[0];
            assert_eq!(allocation.toewijzing.eind, None, "the change was refused");
            let state = (allocation.toewijzing.clone(), allocation.stand.clone(), family.tijdlijn.len());
            assert_eq!(*seen.get_or_insert(state.clone()), state, "{turn} {back}");
            assert_eq!(state.1, Stand::Loopt { sinds: "2026-03-16".parse().unwrap() });
        }
    }
}

fn home() -> Woonadres {
    Woonadres {
        straat: Some("Lindelaan".into()),
        huisnummer: 3,
        postcode: "4811 ab".into(),
        plaats: Some("Breda".into()),
    }
}

/// A request about a child that nobody knows yet.
fn asked(opslag: &Opslag) -> (Register, VerzoekRegel) {
    let register = open(opslag);
    register.setup_region(&region()).unwrap();
    assert!(matches!(
        arrive(&register, "315", &request("V1", "2026-11-01", &bsn(5), "ref-1")),
        Uitkomst::Opgenomen(_)
    ));
    let (_, answer) = one(&register);
    assert_eq!((answer.berichttype(), codes(&answer).len()), (Berichttype::Jw316, 0));
    let mut waiting = requests(&register);
    assert_eq!(waiting.len(), 1, "a child without a neighbourhood is every team's");
    (register, waiting.remove(0))
}

pub(super) fn request_granted(opslag: &Opslag) {
    let (register, asked) = asked(opslag);
    let me = who(Rol::Wijkteam);
    assert_eq!(
        (asked.naam.as_str(), asked.stand, asked.verwijzer.as_deref()),
        ("Noor de Wit", VerzoekStand::Open, Some("02"))
    );
    assert_eq!(asked.uiterlijk.to_string(), "2026-11-06", "five working days after a Sunday");
    let beeld = register.look(&me, Onderdeel::Verzoek, "", |l| l.verzoek(asked.id)).unwrap();
    assert!(!beeld.adres_bekend);
    assert!(beeld.velden.iter().any(|veld| veld.naam == "ToewijzingIngangsdatum"));

    // A second request for the same child is refused while this one is open.
    let again = arrive(&register, "315b", &request("V2", "2026-11-01", &bsn(5), "ref-2"));
    assert!(matches!(again, Uitkomst::Afgekeurd(_)));
    sent(&register);

    assert!(matches!(
        register.decide(&who(Rol::Beheer), asked.id, &Besluit::Onderzoeken),
        Err(Fout::NietGevonden)
    ));
    let without = Besluit::Toekennen { adres: None };
    assert_eq!(register.decide(&me, asked.id, &without).unwrap(), Besloten::AdresNodig);
    let grant = Besluit::Toekennen { adres: Some(home()) };
    assert!(matches!(register.decide(&me, asked.id, &grant).unwrap(), Besloten::Verstuurd(_)));
    assert_eq!(
        register.decide(&me, asked.id, &grant).unwrap(),
        Besloten::AlBeantwoord(VerzoekStand::Toegekend)
    );
    let (message, read) = one(&register);
    let Ijw::Jw301(allocation) = read else { panic!() };
    let line = &allocation.client.toegewezen_producten[0];
    assert_eq!(line.referentie_aanbieder.as_ref().unwrap().as_str(), "ref-1");
    assert_eq!(requests(&register), []);
    let family = families(&register).remove(0);
    assert_eq!(family.wijk.as_deref(), Some("Breda noord"), "the address brought the child home");

    let number = i64::try_from(line.toewijzing_nummer.get()).unwrap();
    let talk = conversation(&register, number);
    let kinds: Vec<&str> = talk.berichten.iter().map(|step| step.regel.soort.naam()).collect();
    assert_eq!(kinds, ["JW315", "JW316", "JW301"]);
    assert_eq!(talk.verwacht[0].wat, WatVerwacht::RetourToewijzing);
    arrive(&register, "302", &retour(&message.xml, "R1", "2026-11-02", None));
    assert_eq!(conversation(&register, number).verwacht, []);
}

pub(super) fn request_refused(opslag: &Opslag) {
    let (register, asked) = asked(opslag);
    let me = who(Rol::Wijkteam);
    assert!(matches!(register.decide(&me, asked.id, &Besluit::Onderzoeken).unwrap(), Besloten::Verstuurd(_)));
    let (_, read) = one(&register);
    assert!(matches!(read, Ijw::Jw319(told) if told.antwoord.verzoek_antwoord.code() == "2"));
    assert_eq!(
        register.decide(&me, asked.id, &Besluit::Onderzoeken).unwrap(),
        Besloten::AlBeantwoord(VerzoekStand::InOnderzoek)
    );
    let waiting = requests(&register);
    assert_eq!(waiting[0].stand, VerzoekStand::InOnderzoek);
    assert_eq!(waiting[0].uiterlijk.to_string(), "2026-12-27", "eight weeks after the day of the request");
    let nonsense = Besluit::Afwijzen { reden: "99".into() };
    assert!(matches!(register.decide(&me, asked.id, &nonsense), Err(Fout::Zinloos(_))));
    let other = Besluit::AndereGemeente { gemeente: Gemeentecode::parse("0855").unwrap() };
    assert!(matches!(register.decide(&me, asked.id, &other).unwrap(), Besloten::Verstuurd(_)));
    let (message, read) = one(&register);
    let Ijw::Jw319(last) = read else { panic!() };
    assert_eq!(last.antwoord.woonplaatsbeginsel.as_ref().unwrap().gemeente.as_str(), "0855");
    assert_eq!(requests(&register), []);
    // The provider refuses that answer: the request is looked into again.
    arrive(&register, "320", &retour(&message.xml, "R1", "2026-11-03", Some("9365")));
    assert_eq!(requests(&register)[0].stand, VerzoekStand::InOnderzoek);
}

pub(super) fn allocation_refused(opslag: &Opslag) {
    let (register, asked) = asked(opslag);
    let grant = Besluit::Toekennen { adres: Some(home()) };
    register.decide(&who(Rol::Wijkteam), asked.id, &grant).unwrap();
    let (message, first) = one(&register);
    let outcome = arrive(&register, "302", &retour(&message.xml, "R1", "2026-11-03", Some("9332")));
    assert!(matches!(outcome, Uitkomst::Opgenomen(_)));
    assert_eq!(requests(&register)[0].stand, VerzoekStand::Open);
    assert_eq!(count(&register, "toewijzingen"), 0);
    // It can be granted once more; the address is known now only by what was refused, so it is asked for again.
    assert!(matches!(
        register.decide(&who(Rol::Wijkteam), asked.id, &grant).unwrap(),
        Besloten::Verstuurd(_)
    ));
    assert_eq!(count(&register, "toewijzingen"), 1);
    let (_, second) = one(&register);
    let number = |read: &Ijw| match read {
        Ijw::Jw301(read) => read.client.toegewezen_producten[0].toewijzing_nummer.get(),
        _ => panic!(),
    };
    assert_eq!(number(&second), number(&first) + 1, "a number that was refused is not given again");
}

pub(super) fn terms(opslag: &Opslag) {
    let clock = crate::clock();
    let register = Register::open(opslag, clock.clone()).unwrap();
    register.setup_region(&region()).unwrap();
    play(&register, "301", &Toewijzing { id: "T1", day: "2026-11-02", ..Toewijzing::default() }.xml());
    arrive(&register, "315", &request("V1", "2026-11-01", &bsn(5), "ref-1"));
    let due = |register: &Register| {
        let read = |l: &mut Lezing<'_>| l.termijnen();
        register.look(&who(Rol::Contract), Onderdeel::Termijnen, "", read).unwrap()
    };
    let now = due(&register);
    let counts =
        [(WatVerwacht::RetourToewijzing, 1, 0), (WatVerwacht::Besluit, 1, 0), (WatVerwacht::Bezorging, 1, 0)];
    assert_eq!(now.aantallen, counts);
    assert_eq!(now.eerst[0].uiterlijk.to_string(), "2026-11-04", "three working days, a Sunday not counted");
    clock.advance(jiff::SignedDuration::from_hours(24 * 10));
    let later = due(&register);
    assert!(later.aantallen.iter().all(|(_, all, late)| all == late), "{:?}", later.aantallen);
}

pub(super) fn outbox(opslag: &Opslag) {
    let register = with_allocation(opslag);
    arrive(&register, "305", &start("S1", "2026-03-20", "999900006", 300_201, "2026-03-16"));
    let waiting = register.waiting(5).unwrap();
    assert_eq!(register.waiting(5).unwrap(), waiting, "until it is taken it is given again");
    assert!(register.delivered(waiting[0].id).unwrap());
    assert!(!register.delivered(waiting[0].id).unwrap(), "taken once");
    assert_eq!(register.waiting(5).unwrap(), []);
    let Keten::Heel { .. } = register.verify_journal().unwrap() else { panic!("the chain is whole") };
}

/// A message that only the municipality sends is not taken from outside, and an answer that names a repetition takes nothing back.
pub(super) fn forged_and_repeated(opslag: &Opslag) {
    let register = with_allocation(opslag);
    let forged = Toewijzing { id: "T9", number: 777, ..Toewijzing::default() }.xml();
    assert!(matches!(arrive(&register, "301", &forged), Uitkomst::Quarantaine(..)));
    assert_eq!(count(&register, "toewijzingen"), 1);

    // An archive without the answer to S1, and then another S1: its refusal is about itself.
    let first = start("S1", "2026-03-20", "999900006", 300_201, "2026-03-16");
    take(&register, &[("305", first)]);
    let second = start("S1", "2026-03-22", "999900006", 300_201, "2026-03-17");
    let Uitkomst::Afgekeurd(id) = arrive(&register, "305b", &second) else { panic!() };
    let (_, answer) = one(&register);
    assert_eq!(codes(&answer), ["9056"]);
    assert!(matches!(conversation(&register, 300_201).stand, Stand::Loopt { .. }), "the first still counts");
    let beeld = register.look(&who(Rol::Beheer), Onderdeel::Bericht, "", |l| l.bericht(id)).unwrap();
    assert!(beeld.antwoord.is_some(), "the answer is tied to what it answers");
}

/// One declaration with the same reference for two children: only the second is refused, and the first stays.
pub(super) fn twice_in_one_claim(opslag: &Opslag) {
    let register = with_allocation(opslag);
    let other = Toewijzing {
        id: "T2",
        bsn: "999900018",
        given: "Lotte",
        number: 300_202,
        from: "2026-03-01",
        ..Toewijzing::default()
    };
    take(&register, &[("301b", other.xml())]);
    let lines = [("999900006", 300_201), ("999900018", 300_202)];
    let same = claim("D1", &lines).replace("D1300202", "D1300201");
    assert!(matches!(arrive(&register, "323", &same), Uitkomst::Opgenomen(_)));
    let (_, answer) = one(&register);
    let Ijw::Jw325(answer) = answer else { panic!() };
    assert_eq!(answer.declaratie_antwoord.unwrap().totaal_toegekend_bedrag.totaal_bedrag.get(), 7_800);
    assert_eq!(count(&register, "prestaties"), 1, "what was granted is kept");
    // The refused line shows in the conversation about its own allocation.
    let talk = conversation(&register, 300_202);
    let claimed = talk.berichten.iter().find(|step| step.regel.soort == Berichttype::Jw323).unwrap();
    assert_eq!(claimed.bevindingen[0].regel.code, "TR314");
    let talk = conversation(&register, 300_201);
    let claimed = talk.berichten.iter().find(|step| step.regel.soort == Berichttype::Jw323).unwrap();
    assert_eq!(claimed.bevindingen, []);
}
