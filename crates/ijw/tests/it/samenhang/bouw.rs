//! Small messages that pass the rules within a message, to build histories of.

use ijw::basis::*;
use ijw::{Bericht, jw301, jw305, jw307, jw315, jw317, jw319, jw323};

pub(super) const BSN: &str = "999900006";
pub(super) const ANDER_BSN: &str = "999900018";

pub(super) fn dag(tekst: &str) -> Datum {
    Datum::parse(tekst).unwrap()
}

pub(super) fn nummer(nummer: u64) -> Nummer {
    Nummer::new(nummer).unwrap()
}

pub(super) fn bsn(tekst: &str) -> BurgerServicenummer {
    BurgerServicenummer::new(tekst).unwrap()
}

pub(super) fn referentie(tekst: &str) -> ReferentieTekst {
    ReferentieTekst::new(tekst).unwrap()
}

pub(super) fn product(categorie: &str, code: Option<&str>) -> Product {
    Product {
        categorie: ProductCategorie::parse(categorie).unwrap(),
        code: code.map(|code| ProductCode::new(code).unwrap()),
    }
}

pub(super) fn omvang(volume: u64, eenheid: &str, frequentie: &str) -> Omvang {
    Omvang {
        volume: Volume::new(volume).unwrap(),
        eenheid: Eenheid::parse(eenheid).unwrap(),
        frequentie: Frequentie::parse(frequentie).unwrap(),
    }
}

macro_rules! voorbeeld {
    ($soort:ident $bestand:literal) => {
        match ijw::lees(include_bytes!(concat!("../../goud/", $bestand, ".xml"))).unwrap() {
            Bericht::$soort(bericht) => *bericht,
            _ => panic!("another message"),
        }
    };
}

fn kop(identificatie: &str, dagtekening: &str) -> BerichtIdentificatie {
    BerichtIdentificatie {
        identificatie: IdentificatieBericht::new(identificatie).unwrap(),
        dagtekening: dag(dagtekening),
    }
}

/// Changes the day on which a message was sent.
pub(super) fn op(dagtekening: &str, mut bericht: Bericht) -> Bericht {
    let dagtekening = dag(dagtekening);
    macro_rules! zet {
        ($($soort:ident)+) => {
            match &mut bericht {
                $(Bericht::$soort(bericht) => bericht.header.bericht_identificatie.dagtekening = dagtekening,)+
                _ => panic!("not a message that is built here"),
            }
        };
    }
    zet!(Jw301 Jw305 Jw307 Jw315 Jw317 Jw319 Jw323);
    bericht
}

/// An allocation of ten hours a month over 2026.
pub(super) fn regel(toewijzing: u64) -> jw301::ToegewezenProduct {
    jw301::ToegewezenProduct {
        toewijzing_nummer: nummer(toewijzing),
        referentie_aanbieder: None,
        product: Some(product("45", Some("45A04"))),
        toewijzingsdatum: dag("2026-01-01"),
        toewijzingstijd: Tijd::constant(10, 0, 0, 0),
        ingangsdatum: dag("2026-01-01"),
        einddatum: Some(dag("2026-12-31")),
        reden_wijziging: None,
        omvang: Some(omvang(10, "04", "4")),
        budget: None,
        commentaar: None,
    }
}

/// The same of another product, which does not clash with the first.
pub(super) fn ander(toewijzing: u64) -> jw301::ToegewezenProduct {
    jw301::ToegewezenProduct { product: Some(product("45", Some("45A03"))), ..regel(toewijzing) }
}

/// A later version of a line.
pub(super) fn later(datum: &str, reden: &str, regel: jw301::ToegewezenProduct) -> jw301::ToegewezenProduct {
    jw301::ToegewezenProduct {
        toewijzingsdatum: dag(datum),
        reden_wijziging: Some(RedenWijziging::parse(reden).unwrap()),
        ..regel
    }
}

pub(super) fn verwijderd(datum: &str, regel: jw301::ToegewezenProduct) -> jw301::ToegewezenProduct {
    jw301::ToegewezenProduct { einddatum: Some(regel.ingangsdatum), ..later(datum, "13", regel) }
}

pub(super) fn toewijzing(identificatie: &str, regels: Vec<jw301::ToegewezenProduct>) -> Bericht {
    toewijzing_voor(BSN, identificatie, regels)
}

pub(super) fn toewijzing_voor(
    wie: &str,
    identificatie: &str,
    regels: Vec<jw301::ToegewezenProduct>,
) -> Bericht {
    let mut bericht = voorbeeld!(Jw301 "jw301-ok-specifiek");
    let dagtekening = regels.iter().map(|regel| regel.toewijzingsdatum).max().unwrap().to_string();
    bericht.header.bericht_identificatie = kop(identificatie, &dagtekening);
    bericht.client.bsn = bsn(wie);
    bericht.client.toegewezen_producten = regels;
    bericht.into()
}

/// A start line: allocation 1001, first day, status.
pub(super) fn s(begindatum: &str, status: &str) -> jw305::StartProduct {
    jw305::StartProduct {
        toewijzing_nummer: Some(nummer(1001)),
        product: Some(product("45", Some("45A04"))),
        toewijzing_ingangsdatum: Some(dag("2026-01-01")),
        begindatum: dag(begindatum),
        status_aanlevering: StatusAanlevering::parse(status).unwrap(),
    }
}

pub(super) fn start(identificatie: &str, regels: Vec<jw305::StartProduct>) -> Bericht {
    let mut bericht = voorbeeld!(Jw305 "jw305-ok");
    bericht.header.bericht_identificatie = kop(identificatie, "2026-05-06");
    bericht.client.start_producten = regels;
    bericht.into()
}

/// A stop line: allocation 1001, first day, reason, last day, status.
pub(super) fn e(begindatum: &str, reden: &str, einddatum: &str, status: &str) -> jw307::StopProduct {
    let start = s(begindatum, status);
    jw307::StopProduct {
        toewijzing_nummer: start.toewijzing_nummer,
        product: start.product,
        toewijzing_ingangsdatum: start.toewijzing_ingangsdatum,
        begindatum: start.begindatum,
        reden_beeindiging: RedenBeeindiging::parse(reden).unwrap(),
        einddatum: dag(einddatum),
        status_aanlevering: start.status_aanlevering,
    }
}

pub(super) fn stop(identificatie: &str, regels: Vec<jw307::StopProduct>) -> Bericht {
    let mut bericht = voorbeeld!(Jw307 "jw307-ok");
    bericht.header.bericht_identificatie = kop(identificatie, "2026-05-06");
    bericht.client.stop_producten = regels;
    bericht.into()
}

/// Requests for products that do not clash, each with its reference.
pub(super) fn vot(identificatie: &str, referenties: &[&str]) -> Bericht {
    let mut bericht = voorbeeld!(Jw315 "jw315-ok-gemeente");
    bericht.header.bericht_identificatie = kop(identificatie, "2026-05-06");
    let model = bericht.client.aangevraagde_producten[0].clone();
    let codes = ["45B01", "45B02", "45B03"];
    bericht.client.aangevraagde_producten = referenties
        .iter()
        .zip(codes)
        .map(|(tekst, code)| jw315::AangevraagdProduct {
            referentie_aanbieder: referentie(tekst),
            product: Some(product("45", Some(code))),
            toewijzing_ingangsdatum: dag("2026-06-01"),
            ..model.clone()
        })
        .collect();
    bericht.into()
}

pub(super) fn ongewijzigd(toewijzing: u64) -> jw317::OngewijzigdProduct {
    jw317::OngewijzigdProduct { toewijzing_nummer: nummer(toewijzing) }
}

/// Twelve instead of ten hours a month, from June on.
pub(super) fn te_wijzigen(toewijzing: u64) -> jw317::TeWijzigenProduct {
    jw317::TeWijzigenProduct {
        toewijzing_nummer: nummer(toewijzing),
        gewenste_ingangsdatum: dag("2026-06-01"),
        einddatum: Some(dag("2026-12-31")),
        omvang: Some(omvang(12, "04", "4")),
        budget: None,
    }
}

pub(super) fn nieuw(code: &str) -> jw317::NieuwProduct {
    jw317::NieuwProduct {
        product: Some(product("45", Some(code))),
        gewenste_ingangsdatum: dag("2026-06-01"),
        einddatum: Some(dag("2026-12-31")),
        omvang: Some(omvang(3, "04", "4")),
        budget: None,
    }
}

pub(super) fn vow(
    identificatie: &str,
    tekst: &str,
    ongewijzigd: Vec<jw317::OngewijzigdProduct>,
    te_wijzigen: Vec<jw317::TeWijzigenProduct>,
    nieuw: Vec<jw317::NieuwProduct>,
) -> Bericht {
    let mut bericht = voorbeeld!(Jw317 "jw317-ok");
    bericht.header.bericht_identificatie = kop(identificatie, "2026-05-06");
    let verzoek = &mut bericht.client.verzoek;
    verzoek.referentie_aanbieder = referentie(tekst);
    verzoek.ongewijzigde_producten = Some(ongewijzigd).filter(|lijst| !lijst.is_empty());
    verzoek.te_wijzigen_producten = Some(te_wijzigen).filter(|lijst| !lijst.is_empty());
    verzoek.nieuwe_producten = Some(nieuw).filter(|lijst| !lijst.is_empty());
    bericht.into()
}

/// The usual change of 1001 alone.
pub(super) fn wijziging(identificatie: &str, tekst: &str, regel: jw317::TeWijzigenProduct) -> Bericht {
    vow(identificatie, tekst, vec![], vec![regel], vec![])
}

/// An answer: 1 turned down, 2 under investigation.
pub(super) fn antwoord(identificatie: &str, tekst: &str, code: &str) -> Bericht {
    let mut bericht = voorbeeld!(Jw319 "jw319-ok-onderzoek");
    bericht.header.bericht_identificatie = kop(identificatie, "2026-05-07");
    bericht.antwoord = jw319::Antwoord {
        referentie_aanbieder: referentie(tekst),
        verzoek_antwoord: VerzoekAntwoord::parse(code).unwrap(),
        reden_afwijzing_verzoek: (code == "1").then(|| RedenAfwijzingVerzoek::parse("7").unwrap()),
        woonplaatsbeginsel: None,
    };
    bericht.into()
}

/// A claim of ten hours over April on 1001.
pub(super) fn prestatie(tekst: &str) -> jw323::Prestatie {
    let voorbeeld = voorbeeld!(Jw323 "jw323-ok");
    let mut regel = voorbeeld.declaratie.clienten[0].prestaties[0].clone();
    regel.product_referentie.referentie_nummer = ReferentieNummer::new(tekst).unwrap();
    regel
}

/// The same over another month.
pub(super) fn over(begin: &str, einde: &str, mut regel: jw323::Prestatie) -> jw323::Prestatie {
    regel.product_periode = GeslotenPeriode { begindatum: dag(begin), einddatum: dag(einde) };
    regel
}

/// With another volume, and the amount that goes with it.
pub(super) fn uren(volume: u64, mut regel: jw323::Prestatie) -> jw323::Prestatie {
    regel.geleverd_volume = Volume::new(volume).unwrap();
    regel.ingediend_bedrag.bedrag =
        Bedrag::new(volume * regel.product_tarief.map_or(1, Bedrag::get)).unwrap();
    regel
}

/// What takes a line back.
pub(super) fn credit(tekst: &str, debet: &jw323::Prestatie) -> jw323::Prestatie {
    let mut regel = debet.clone();
    regel.product_referentie = Referentie {
        referentie_nummer: ReferentieNummer::new(tekst).unwrap(),
        vorig_referentie_nummer: Some(debet.product_referentie.referentie_nummer.clone()),
    };
    regel.ingediend_bedrag.debet_credit = DebetCredit::parse("C").unwrap();
    regel
}

pub(super) fn declaratie(identificatie: &str, nummer: &str, regels: Vec<jw323::Prestatie>) -> Bericht {
    declaratie_van(identificatie, nummer, "2026-04-01", vec![(BSN, regels)])
}

/// A declaration over the month that begins on a day.
pub(super) fn declaratie_van(
    identificatie: &str,
    nummer: &str,
    maand: &str,
    clienten: Vec<(&str, Vec<jw323::Prestatie>)>,
) -> Bericht {
    let mut bericht = voorbeeld!(Jw323 "jw323-ok");
    let maand = dag(maand);
    let einde = maand.last_of_month();
    let dagtekening = einde.tomorrow().unwrap().max(dag("2026-05-06"));
    bericht.header.bericht_identificatie = kop(identificatie, &dagtekening.to_string());
    let totaal: i64 = clienten
        .iter()
        .flat_map(|(_, regels)| regels)
        .map(|regel| {
            let bedrag = i64::try_from(regel.ingediend_bedrag.bedrag.get()).unwrap();
            if regel.ingediend_bedrag.debet_credit.code() == "C" { -bedrag } else { bedrag }
        })
        .sum();
    bericht.declaratie = jw323::Declaratie {
        declaratie_nummer: DeclaratieNummer::new(nummer).unwrap(),
        declaratie_periode: GeslotenPeriode { begindatum: maand, einddatum: einde },
        declaratie_dagtekening: dagtekening,
        totaal_ingediend_bedrag: TotaalBedragMetDc {
            totaal_bedrag: TotaalBedrag::new(totaal.unsigned_abs()).unwrap(),
            debet_credit: DebetCredit::parse(if totaal < 0 { "C" } else { "D" }).unwrap(),
        },
        clienten: clienten
            .into_iter()
            .map(|(wie, prestaties)| jw323::Client { bsn: bsn(wie), prestaties })
            .collect(),
    };
    bericht.into()
}
