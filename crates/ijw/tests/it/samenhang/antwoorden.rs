//! What is answered, as section by section of the standard says.

use ijw::basis::*;
use ijw::{Beoordeling, Bericht, Geschiedenis, Historie, Keten, Onbekend, beoordeel, jw323, jw325, retour};

use super::bouw::*;
use super::zaak::Stap::{Beantwoord, Gestuurd};
use super::zaak::{Stap, Wereld, antwoord_op, stempel, verleden};

fn codes(codes: &[RetourCode]) -> Vec<&str> {
    codes.iter().map(|code| code.code()).collect()
}

/// The retour on a message, checked to pass levels 1 and 2.
fn retour_op(voor: Vec<Stap>, bericht: &Bericht, wereld: &Wereld) -> Bericht {
    let beoordeling = beoordeel(bericht, &verleden(voor), wereld);
    let mut stempel = stempel("R1");
    stempel.xslt_versie = Some(Versie::new("2.10.5").unwrap());
    let retour = retour(bericht, &beoordeling, stempel).unwrap();
    assert_eq!(ijw::lees(ijw::schrijf(&retour).as_bytes()).unwrap(), retour);
    assert_eq!(ijw::keur(&retour).is_empty(), beoordeling.inhoud.is_empty());
    assert_eq!(
        (retour.afzender(), retour.ontvanger()),
        (bericht.afzender(), bericht.ontvanger()),
        "not swapped"
    );
    assert_eq!(retour.bericht_identificatie(), bericht.bericht_identificatie());
    retour
}

#[test]
fn a_message_without_faults_gets_a_header_without_codes() {
    let bericht = toewijzing("T1", vec![regel(1001)]);
    let Bericht::Jw302(retour) = retour_op(vec![], &bericht, &Wereld::default()) else { panic!() };
    assert_eq!((retour.header.retour_codes, retour.client), (None, None));
    assert_eq!(retour.header.xslt_versie, None);
    assert_eq!(retour.header.identificatie_retour.as_str(), "R1");
}

#[test]
fn a_fault_within_the_message_gets_a_header_with_0001() {
    let bericht = stop("E1", vec![e("2026-02-01", "31", "2026-01-01", "1")]);
    let beoordeling = beoordeel(&bericht, &Geschiedenis::new(), &Onbekend);
    assert_eq!((beoordeling.niveau(), beoordeling.fouten.len()), (Some(2), 0), "nothing else is judged");
    let mut stempel = stempel("R1");
    stempel.xslt_versie = Some(Versie::new("2.10.5").unwrap());
    let Some(Bericht::Jw308(retour)) = retour(&bericht, &beoordeling, stempel) else { panic!() };
    assert_eq!(codes(&retour.header.retour_codes.unwrap()), ["0001"]);
    assert_eq!(retour.header.xslt_versie.unwrap().as_str(), "2.10.5");
    assert_eq!(retour.client, None);
}

#[test]
fn a_fault_in_the_header_gets_a_header_with_its_code() {
    let bericht = toewijzing("T1", vec![regel(1001)]);
    let wereld =
        Wereld { vandaag: Some(dag("2025-12-31")), geen_gemeente: vec!["9901"], ..Wereld::default() };
    let Bericht::Jw302(retour) = retour_op(vec![], &bericht, &wereld) else { panic!() };
    assert_eq!(codes(&retour.header.retour_codes.unwrap()), ["8848", "S300"]);
    assert_eq!(retour.client, None);
    let Bericht::Jw302(retour) = retour_op(vec![Gestuurd(bericht.clone())], &bericht, &Wereld::default())
    else {
        panic!()
    };
    assert_eq!(codes(&retour.header.retour_codes.unwrap()), ["9056"]);
}

#[test]
fn any_other_fault_gives_the_client_back_with_a_code_on_every_class() {
    let t = || Gestuurd(toewijzing("T1", vec![regel(1001)]));
    // IV028: something is withdrawn that never began.
    let bericht = start("S1", vec![s("2026-02-01", "3")]);
    let Bericht::Jw306(retour) = retour_op(vec![t()], &bericht, &Wereld::default()) else { panic!() };
    let client = retour.client.unwrap();
    assert_eq!(codes(&retour.header.retour_codes.unwrap()), ["0200"]);
    assert_eq!(codes(&client.retour_codes), ["0200"]);
    assert_eq!(codes(&client.start_producten[0].retour_codes), ["9063"]);
    let Bericht::Jw305(heen) = &bericht else { panic!() };
    assert_eq!(client.bsn, heen.client.bsn);

    // One of two lines is wrong: both come back.
    let bericht = toewijzing("T2", vec![regel(1002), ander(1001)]);
    let Bericht::Jw302(retour) = retour_op(vec![t()], &bericht, &Wereld::default()) else { panic!() };
    let client = retour.client.unwrap();
    let per_product: Vec<Vec<&str>> =
        client.toegewezen_producten.iter().map(|product| codes(&product.retour_codes)).collect();
    assert_eq!(per_product, [["0200"], ["9332"]]);
    assert_eq!(codes(&client.relaties.unwrap()[0].contact.retour_codes), ["0200"]);
    assert_eq!(codes(&client.contactgegevens[0].retour_codes), ["0200"]);
}

#[test]
fn what_is_within_a_refused_client_is_not_judged() {
    let bericht = vow("W1", "VOW-1", vec![ongewijzigd(1001)], vec![], vec![nieuw("45C01")]);
    let Bericht::Jw318(retour) = retour_op(vec![], &bericht, &Wereld::default()) else { panic!() };
    let client = retour.client.unwrap();
    assert_eq!(codes(&client.retour_codes), ["8187"]);
    assert_eq!(codes(&client.verzoek.retour_codes), ["0233"]);
    assert_eq!(codes(&client.verzoek.nieuwe_producten.unwrap()[0].retour_codes), ["0233"]);
}

#[test]
fn there_is_no_retour_on_a_retour_nor_on_a_declaration() {
    let bericht = toewijzing("T1", vec![regel(1001)]);
    let retour_op_retour = |bericht: &Bericht| retour(bericht, &Beoordeling::default(), stempel("R2"));
    assert_eq!(retour_op_retour(&retour_op_retour(&bericht).unwrap()), None);
    assert_eq!(retour_op_retour(&declaratie("D1", "D1", vec![prestatie("P1")])), None);
    let beoordeling = beoordeel(&retour_op_retour(&bericht).unwrap(), &Geschiedenis::new(), &Onbekend);
    assert!(beoordeling.is_goed());
    assert_eq!(beoordeling.heenbericht_bekend, Some(false));
}

/// The JW325 on a declaration, checked to pass levels 1 and 2.
fn antwoord325(voor: Vec<Stap>, bericht: &Bericht, wereld: &Wereld) -> jw325::Bericht {
    let beoordeling = beoordeel(bericht, &verleden(voor), wereld);
    let Some(Bericht::Jw325(antwoord)) = antwoord_op(bericht, &beoordeling) else { panic!() };
    let samen = Bericht::Jw325(antwoord.clone());
    assert_eq!(ijw::lees(ijw::schrijf(&samen).as_bytes()).unwrap(), samen);
    assert_eq!(ijw::keur(&samen), vec![]);
    assert_eq!((samen.afzender(), samen.ontvanger()), (bericht.ontvanger(), bericht.afzender()));
    assert_eq!(antwoord.header.declaratie_identificatie, *bericht.bericht_identificatie());
    *antwoord
}

fn totalen(antwoord: &jw325::DeclaratieAntwoord) -> [(u64, &str); 2] {
    [&antwoord.totaal_ingediend_bedrag, &antwoord.totaal_toegekend_bedrag]
        .map(|totaal| (totaal.totaal_bedrag.get(), totaal.debet_credit.code()))
}

/// The codes of the lines that came back, by their number.
fn regels(antwoord: &jw325::DeclaratieAntwoord) -> Vec<(&str, Vec<&str>)> {
    let clienten = antwoord.clienten.iter().flatten();
    clienten
        .flat_map(|client| &client.prestaties)
        .map(|regel| (regel.product_referentie.referentie_nummer.as_str(), codes(&regel.retour_codes)))
        .collect()
}

fn t() -> Stap {
    Gestuurd(toewijzing("T1", vec![regel(1001), ander(1002)]))
}

fn mei(tekst: &str, volume: u64) -> jw323::Prestatie {
    uren(volume, over("2026-05-01", "2026-05-31", prestatie(tekst)))
}

fn in_mei(regels: Vec<jw323::Prestatie>) -> Bericht {
    declaratie_van("D9", "D9", "2026-05-01", vec![(BSN, regels)])
}

#[test]
fn a_declaration_without_faults_is_granted_whole() {
    let antwoord = antwoord325(vec![t()], &in_mei(vec![prestatie("P1"), mei("P2", 5)]), &Wereld::default());
    let inhoud = antwoord.declaratie_antwoord.unwrap();
    assert_eq!(codes(&antwoord.header.retour_codes), ["0200"]);
    assert_eq!(codes(&inhoud.retour_codes), ["8001"]);
    assert_eq!((totalen(&inhoud), &inhoud.clienten), ([(18_750, "D"), (18_750, "D")], &None));
}

#[test]
fn a_fault_within_or_in_the_header_gives_a_header_only() {
    let mut bericht = declaratie("D1", "D1", vec![prestatie("P1")]);
    let wereld = Wereld { vandaag: Some(dag("2026-05-05")), ..Wereld::default() };
    let antwoord = antwoord325(vec![t()], &bericht, &wereld);
    assert_eq!((codes(&antwoord.header.retour_codes), antwoord.declaratie_antwoord), (vec!["8848"], None));
    if let Bericht::Jw323(bericht) = &mut bericht {
        bericht.declaratie.totaal_ingediend_bedrag.totaal_bedrag = TotaalBedrag::new(1).unwrap();
    }
    let antwoord = antwoord325(vec![t()], &bericht, &Wereld::default());
    assert_eq!((codes(&antwoord.header.retour_codes), antwoord.declaratie_antwoord), (vec!["0001"], None));
}

#[test]
fn a_fault_on_the_declaration_grants_nothing() {
    let voor = vec![t(), Beantwoord(declaratie("D1", "D9", vec![prestatie("P1")]))];
    let antwoord = antwoord325(voor, &in_mei(vec![mei("P2", 5)]), &Wereld::default());
    let inhoud = antwoord.declaratie_antwoord.unwrap();
    assert_eq!(codes(&inhoud.retour_codes), ["9333"]);
    assert_eq!((totalen(&inhoud), &inhoud.clienten), ([(6_250, "D"), (0, "D")], &None));
}

#[test]
fn a_refused_client_comes_back_with_all_lines() {
    let bericht = declaratie_van(
        "D9",
        "D9",
        "2026-05-01",
        vec![(ANDER_BSN, vec![prestatie("P1"), mei("P2", 1)]), (BSN, vec![mei("P3", 10)])],
    );
    let inhoud = antwoord325(vec![t()], &bericht, &Wereld::default()).declaratie_antwoord.unwrap();
    assert_eq!(codes(&inhoud.retour_codes), ["0200"]);
    assert_eq!(codes(&inhoud.clienten.as_ref().unwrap()[0].retour_codes), ["8187"]);
    assert_eq!(regels(&inhoud), [("P1", vec!["0233"]), ("P2", vec!["0233"])]);
    assert_eq!(totalen(&inhoud), [(26_250, "D"), (12_500, "D")]);
}

#[test]
fn only_refused_lines_come_back_and_a_credit_counts_negative() {
    let p1 = prestatie("P1");
    let voor = || vec![t(), Beantwoord(declaratie("D1", "D1", vec![p1.clone()]))];
    let onbekend = credit("P5", &prestatie("P4"));
    // Granted: the credit of P1 and nothing else; refused: too much in May, and a credit of what never was.
    let bericht = in_mei(vec![mei("P2", 99), credit("P3", &p1), onbekend]);
    let inhoud = antwoord325(voor(), &bericht, &Wereld::default()).declaratie_antwoord.unwrap();
    assert_eq!(regels(&inhoud), [("P2", vec!["9321"]), ("P5", vec!["8017"])]);
    assert_eq!(totalen(&inhoud), [(98_750, "D"), (12_500, "C")]);
    assert_eq!(codes(&inhoud.clienten.unwrap()[0].retour_codes), ["0200"]);
    // All is refused: nothing is granted, and nothing is debit.
    let inhoud = antwoord325(vec![t()], &in_mei(vec![credit("P3", &p1)]), &Wereld::default());
    assert_eq!(totalen(&inhoud.declaratie_antwoord.unwrap()), [(12_500, "C"), (0, "D")]);
}

#[test]
fn a_refused_line_takes_no_other_line_with_the_same_number_with_it() {
    let p1 = prestatie("P1");
    let voor = || vec![t(), Gestuurd(toewijzing_voor(ANDER_BSN, "T2", vec![regel(2001)]))];
    let eerst = || Beantwoord(declaratie("D1", "D1", vec![p1.clone()]));
    let elders = jw323::Prestatie {
        toewijzing_nummer: nummer(2001),
        ..over("2026-05-01", "2026-05-31", prestatie("P3"))
    };
    let weg = credit("P3", &p1);
    let te_veel = jw323::Prestatie { toewijzing_nummer: nummer(1002), ..mei("P3", 5) };
    // Of two lines with a number the second is refused, whatever it is.
    let gevallen = [
        (vec![(BSN, vec![mei("P3", 5), weg.clone()])], mei("P3", 5), false),
        (vec![(BSN, vec![weg.clone(), mei("P3", 5)])], weg.clone(), true),
        (vec![(BSN, vec![weg.clone(), te_veel])], weg.clone(), true),
        (vec![(BSN, vec![mei("P3", 5)]), (ANDER_BSN, vec![elders])], mei("P3", 5), false),
    ];
    for (clienten, blijft, teruggenomen) in gevallen {
        let bericht = declaratie_van("D9", "D9", "2026-05-01", clienten);
        let geschiedenis = verleden(voor().into_iter().chain([eerst(), Beantwoord(bericht)]).collect());
        let keten = Keten::of(&in_mei(vec![]));
        let gevonden = geschiedenis.prestatie(&keten, &ReferentieNummer::new("P3").unwrap()).unwrap();
        assert_eq!((&gevonden.regel, gevonden.toegekend, gevonden.bsn.as_str()), (&blijft, true, BSN));
        let nog_een = declaratie_van("D8", "D8", "2026-05-01", vec![(BSN, vec![credit("P7", &p1)])]);
        assert_eq!(!beoordeel(&nog_een, &geschiedenis, &Onbekend).is_goed(), teruggenomen);
    }
}

#[test]
fn a_line_that_comes_back_without_a_fault_is_not_refused() {
    let bericht = in_mei(vec![prestatie("P1"), mei("P2", 99)]);
    let geschiedenis = verleden(vec![t()]);
    let beoordeling = beoordeel(&bericht, &geschiedenis, &Onbekend);
    let Some(Bericht::Jw325(mut antwoord)) = antwoord_op(&bericht, &beoordeling) else { panic!() };
    let clienten = antwoord.declaratie_antwoord.as_mut().unwrap().clienten.as_mut().unwrap();
    let mut goed = clienten[0].prestaties[0].clone();
    goed.product_referentie.referentie_nummer = ReferentieNummer::new("P1").unwrap();
    goed.retour_codes = vec![RetourCode::parse("0200").unwrap()];
    clienten[0].prestaties.push(goed);
    let over = |antwoord: &jw325::Bericht| {
        let mut geschiedenis = geschiedenis.clone();
        geschiedenis.neem_op(&bericht);
        geschiedenis.neem_op(&antwoord.clone().into());
        ["P1", "P2"].map(|tekst| {
            let referentie = ReferentieNummer::new(tekst).unwrap();
            geschiedenis.prestatie(&Keten::of(&bericht), &referentie).is_some_and(|rij| rij.toegekend)
        })
    };
    assert_eq!(over(&antwoord), [true, false]);
    // A refused client is refused with all that comes back of it.
    antwoord.declaratie_antwoord.as_mut().unwrap().clienten.as_mut().unwrap()[0].retour_codes =
        vec![RetourCode::parse("8187").unwrap()];
    assert_eq!(over(&antwoord), [false, false]);
}

#[test]
fn nothing_of_a_person_is_printed() {
    let bericht = declaratie_van("D9", "D9", "2026-04-01", vec![(ANDER_BSN, vec![prestatie("P1")])]);
    let geschiedenis = verleden(vec![t(), Beantwoord(bericht.clone())]);
    let beoordeling = beoordeel(&bericht, &geschiedenis, &Onbekend);
    let tekst = format!("{geschiedenis:?} {beoordeling:?} {}", beoordeling.fouten[0]);
    assert!(!tekst.contains(BSN) && !tekst.contains(ANDER_BSN));
}
