//! The work of checking grows with the size of a message, and not with its square.

use std::hint::black_box;
use std::time::Instant;

use ijw::basis::*;
use ijw::{Beoordeling, Bericht, Geschiedenis, Onbekend, Stempel, jw301, jw323};
use jiff::ToSpan;

use crate::goud;
use crate::lineair::{GRENS, POGINGEN, TIK, tijd};

/// Measures a deed on three things, each twice as large as the one before: the best of three rounds or more counts.
fn groeit_lineair<T>(naam: &str, maak: impl Fn(u32) -> T, daad: impl Fn(&T)) {
    let dingen: Vec<T> = [4_000, 8_000, 16_000].map(maak).into_iter().collect();
    let mut beste = vec![f64::INFINITY; dingen.len()];
    let nul = Instant::now();
    for poging in 1..=POGINGEN {
        for (ding, beste) in dingen.iter().zip(&mut beste) {
            let begin = tijd(nul);
            daad(ding);
            *beste = beste.min(tijd(nul) - begin);
        }
        if poging >= 3 && beste.windows(2).all(|paar| paar[1] < GRENS * paar[0] + TIK) {
            println!("{naam}: {beste:.2?} seconds");
            return;
        }
    }
    panic!("{naam}: {beste:?} seconds");
}

fn keur(bericht: &Bericht) {
    black_box(ijw::keur(black_box(bericht)));
}

macro_rules! voorbeelden {
    ($($functie:ident $soort:ident $bestand:literal;)+) => {$(
        fn $functie() -> ijw::$functie::Bericht {
            match ijw::lees(goud::een($bestand).as_bytes()).unwrap() {
                Bericht::$soort(bericht) => *bericht,
                _ => panic!("another message"),
            }
        }
    )+};
}

voorbeelden! {
    jw301 Jw301 "jw301-ok-specifiek";
    jw305 Jw305 "jw305-ok";
    jw307 Jw307 "jw307-ok";
    jw317 Jw317 "jw317-ok";
    jw323 Jw323 "jw323-ok";
}

/// Claims of which each has its own number, and every fourth takes an earlier one back.
fn prestaties(aantal: u32) -> Vec<jw323::Prestatie> {
    let voorbeeld = jw323().declaratie.clienten.remove(0).prestaties.remove(0);
    let maak = |nummer: u32| {
        let mut regel = voorbeeld.clone();
        let referentie = |soort: &str| ReferentieNummer::new(format!("{soort}{nummer}")).unwrap();
        regel.product_referentie =
            Referentie { referentie_nummer: referentie("R"), vorig_referentie_nummer: None };
        regel.toewijzing_nummer = Nummer::new(u64::from(nummer)).unwrap();
        if nummer.is_multiple_of(4) {
            regel.product_referentie.vorig_referentie_nummer = Some(referentie("V"));
            regel.ingediend_bedrag.debet_credit = DebetCredit::constant("C");
        }
        regel
    };
    (0..aantal).map(maak).collect()
}

fn declaratie(clienten: Vec<Vec<jw323::Prestatie>>) -> Bericht {
    let mut bericht = jw323();
    let client = |(nummer, prestaties): (u32, Vec<_>)| jw323::Client {
        bsn: BurgerServicenummer::new(format!("{nummer:09}")).unwrap(),
        prestaties,
    };
    bericht.declaratie.clienten = (0_u32..).zip(clienten).map(client).collect();
    bericht.into()
}

fn toewijzing(aantal: u32, per_product: impl Fn(&mut jw301::ToegewezenProduct, u32)) -> Bericht {
    let mut bericht = jw301();
    let voorbeeld = bericht.client.toegewezen_producten.remove(0);
    let maak = |nummer: u32| {
        let mut product = voorbeeld.clone();
        product.toewijzing_nummer = Nummer::new(u64::from(nummer)).unwrap();
        per_product(&mut product, nummer);
        product
    };
    bericht.client.toegewezen_producten = (0..aantal).map(maak).collect();
    bericht.into()
}

#[test]
fn checking_a_declaration_is_linear_in_its_claims() {
    groeit_lineair("claims of one client", |n| declaratie(vec![prestaties(n)]), keur);
    let elk_een = |n| declaratie(prestaties(n).into_iter().map(|regel| vec![regel]).collect());
    groeit_lineair("clients with a claim each", elk_een, keur);
    // Everything is wrong: all lines alike, so that keys, references and claims are double.
    let gelijk = |n: u32| declaratie(vec![vec![prestaties(1).remove(0); usize::try_from(n).unwrap()]]);
    groeit_lineair("the same claim again and again", gelijk, keur);
}

#[test]
fn checking_an_allocation_is_linear_in_its_products() {
    let begin = Datum::constant(2026, 1, 1);
    let na_elkaar = |product: &mut jw301::ToegewezenProduct, nummer: u32| {
        product.ingangsdatum = begin.saturating_add((i64::from(nummer) * 3).days());
        product.einddatum = Some(product.ingangsdatum);
    };
    groeit_lineair("products one after the other", |n| toewijzing(n, na_elkaar), keur);
    groeit_lineair("products that all stack", |n| toewijzing(n, |_, _| {}), keur);
}

#[test]
fn finding_the_lines_is_linear_in_the_paths() {
    let maak = |n: u32| {
        let bericht = toewijzing(n / 4, |product, _| product.einddatum = Some(Datum::constant(2020, 1, 1)));
        let paden: Vec<String> =
            ijw::keur(&bericht).into_iter().flat_map(|bevinding| bevinding.paden).collect();
        assert!(paden.len() >= usize::try_from(n / 2).unwrap());
        (ijw::schrijf(&bericht), paden)
    };
    groeit_lineair("lines of paths", maak, |(xml, paden)| {
        let paden: Vec<&str> = paden.iter().map(String::as_str).collect();
        let regels = ijw::regelnummers(xml.as_bytes(), &paden);
        assert!(regels.iter().all(Option::is_some));
    });
}

/// Measures the judging of messages, each with a history, that get all of the work: nothing is wrong within them. The
/// history has an allocation for the client; what else was sent before goes with the message.
fn oordeel_groeit_lineair(naam: &str, maak: impl Fn(u32) -> (Vec<Bericht>, Bericht), regel: Option<&str>) {
    let met_historie = |n: u32| {
        let mut geschiedenis = Geschiedenis::new();
        let (eerder, bericht) = maak(n);
        for bericht in &eerder {
            geschiedenis.neem_op(bericht);
        }
        let beoordeling = ijw::beoordeel(&bericht, &geschiedenis, &Onbekend);
        assert_eq!(beoordeling.inhoud, vec![], "{naam}");
        // Nothing is wrong, or the same with every line but the first.
        let fouten = beoordeling.fouten;
        let verwacht = if regel.is_some() { usize::try_from(n).unwrap() - 1 } else { 0 };
        assert_eq!(fouten.len(), verwacht, "{naam}: {:?}", fouten.first());
        assert!(fouten.iter().all(|fout| Some(fout.regel.code) == regel), "{naam}: {:?}", fouten.first());
        (geschiedenis, bericht)
    };
    groeit_lineair(naam, met_historie, |(geschiedenis, bericht)| {
        black_box(ijw::beoordeel(black_box(bericht), black_box(geschiedenis), &Onbekend));
    });
}

/// The allocation that the lines are on.
fn een_toewijzing(bsn: &BurgerServicenummer) -> Bericht {
    let mut bericht = jw301();
    bericht.header.bericht_identificatie.dagtekening = Datum::constant(2026, 1, 1);
    bericht.client.bsn = bsn.clone();
    bericht.client.toegewezen_producten.truncate(1);
    bericht.client.toegewezen_producten[0].toewijzing_nummer = Nummer::new(1001).unwrap();
    bericht.into()
}

fn dagen(aantal: u32) -> impl Iterator<Item = Datum> {
    (0..aantal).map(|dag| Datum::constant(1970, 1, 1).saturating_add(i64::from(dag).days()))
}

fn starts(identificatie: &str, aantal: u32, status: &str) -> Bericht {
    let mut bericht = jw305();
    bericht.header.bericht_identificatie.identificatie = IdentificatieBericht::new(identificatie).unwrap();
    let mut regel = bericht.client.start_producten.remove(0);
    regel.toewijzing_nummer = Some(Nummer::new(1001).unwrap());
    regel.status_aanlevering = StatusAanlevering::parse(status).unwrap();
    let maak = |begindatum| ijw::jw305::StartProduct { begindatum, ..regel.clone() };
    bericht.client.start_producten = dagen(aantal).map(maak).collect();
    bericht.into()
}

fn stops(aantal: u32) -> Bericht {
    let mut bericht = jw307();
    let mut regel = bericht.client.stop_producten.remove(0);
    regel.toewijzing_nummer = Some(Nummer::new(1001).unwrap());
    regel.product = jw305().client.start_producten.remove(0).product;
    regel.status_aanlevering = StatusAanlevering::parse("1").unwrap();
    let maak = |begindatum| ijw::jw307::StopProduct { begindatum, einddatum: begindatum, ..regel.clone() };
    bericht.client.stop_producten = dagen(aantal).map(maak).collect();
    bericht.into()
}

#[test]
fn judging_starts_and_stops_is_linear_in_their_lines() {
    let client = een_toewijzing(&jw305().client.bsn);
    let eerst = |n| vec![client.clone(), starts("EERST", n, "1")];
    let maak = |n| (vec![client.clone()], starts("NU", n, "1"));
    oordeel_groeit_lineair("starts, of which one may run", maak, Some("TR326"));
    oordeel_groeit_lineair("starts that are withdrawn", |n| (eerst(n), starts("NU", n, "3")), None);
    oordeel_groeit_lineair("stops, each of a start", |n| (eerst(n), stops(n)), None);
}

#[test]
fn judging_a_change_is_linear_in_its_products() {
    let maak = |n| {
        let mut bericht = jw317();
        let verzoek = &mut bericht.client.verzoek;
        let regel = verzoek.nieuwe_producten.take().unwrap().remove(0);
        let toewijzing_nummer = Nummer::new(1001).unwrap();
        verzoek.te_wijzigen_producten = None;
        verzoek.ongewijzigde_producten = Some(vec![ijw::jw317::OngewijzigdProduct { toewijzing_nummer }]);
        let morgen = bericht.header.bericht_identificatie.dagtekening.tomorrow().unwrap();
        let nieuw = |dag: u32| {
            let gewenste_ingangsdatum = morgen.saturating_add(i64::from(dag).days());
            let einddatum = Some(gewenste_ingangsdatum);
            ijw::jw317::NieuwProduct { gewenste_ingangsdatum, einddatum, ..regel.clone() }
        };
        verzoek.nieuwe_producten = Some((0..n).map(nieuw).collect());
        (vec![een_toewijzing(&bericht.client.bsn)], bericht.into())
    };
    oordeel_groeit_lineair("products that are new", maak, None);
}

#[test]
fn judging_a_declaration_is_linear_in_what_it_takes_back() {
    let maak = |n: u32| {
        let mut heen = jw323();
        let voorbeeld = heen.declaratie.clienten[0].prestaties[0].clone();
        let referentie =
            |soort: &str, nummer: u32| ReferentieNummer::new(format!("{soort}{nummer:06}")).unwrap();
        let zet = |bericht: &mut jw323::Bericht, teken: &str, prestaties: Vec<jw323::Prestatie>| {
            let debet_credit = DebetCredit::parse(teken).unwrap();
            let totaal_bedrag = TotaalBedrag::new(u64::from(n)).unwrap();
            bericht.declaratie.totaal_ingediend_bedrag = TotaalBedragMetDc { totaal_bedrag, debet_credit };
            bericht.declaratie.clienten.truncate(1);
            bericht.declaratie.clienten[0].prestaties = prestaties;
        };
        let debet = |nummer| {
            let mut regel = voorbeeld.clone();
            regel.toewijzing_nummer = Nummer::new(1001).unwrap();
            regel.product_referentie.referentie_nummer = referentie("R", nummer);
            regel.ingediend_bedrag.bedrag = Bedrag::new(1).unwrap();
            regel
        };
        let credit = |nummer| {
            let mut regel = debet(nummer);
            let vorig = regel.product_referentie.referentie_nummer;
            regel.product_referentie = Referentie {
                referentie_nummer: referentie("C", nummer),
                vorig_referentie_nummer: Some(vorig),
            };
            regel.ingediend_bedrag.debet_credit = DebetCredit::constant("C");
            regel
        };
        zet(&mut heen, "D", (0..n).map(debet).collect());
        let mut nu = heen.clone();
        nu.header.bericht_identificatie.identificatie = IdentificatieBericht::new("NU").unwrap();
        nu.declaratie.declaratie_nummer = DeclaratieNummer::new("NU").unwrap();
        zet(&mut nu, "C", (0..n).map(credit).collect());
        let stempel =
            Stempel::new(IdentificatieBericht::new("R1").unwrap(), Datum::constant(2026, 6, 8)).unwrap();
        let antwoord = ijw::declaratie_antwoord(&heen, &Beoordeling::default(), stempel).unwrap();
        let client = een_toewijzing(&heen.declaratie.clienten[0].bsn);
        (vec![client, heen.into(), antwoord.into()], nu.into())
    };
    oordeel_groeit_lineair("claims that are taken back", maak, None);
}
