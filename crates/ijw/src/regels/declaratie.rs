//! Rules about declarations and the answers to them.

use std::collections::HashMap;

use super::persoon::getal;
use super::{
    Cd060, Cd087, Cs100, Cs325, Cs337, Cs339, Cs340, Tr137, Tr315, Tr316, Tr319, Tr335, Tr342, Tr358, Tr416,
};
use crate::basis::{
    BedragMetDc, Datum, DebetCredit, GeslotenPeriode, Referentie, ReferentieNummer, TotaalBedragMetDc, Waarde,
};
use crate::keuring::{DAGTEKENING, Keuring, Toets, groepen};
use crate::pad::stap;
use crate::{jw323, jw325};

/// The first day that can be claimed.
const EERSTE_DAG: Datum = Datum::constant(2021, 1, 1);

/// The unit in which a volume is an amount of money, in eurocents.
const EURO: &str = "83";

/// A class with a closed period, and where it stands.
trait MetPeriode {
    const BEGIN: &'static str;
    const EIND: &'static str;
    fn periode(&self) -> &GeslotenPeriode;
}

macro_rules! met_periode {
    ($($klasse:ty: $periode:ident $naam:literal;)+) => {$(
        impl MetPeriode for $klasse {
            const BEGIN: &'static str = concat!($naam, "/Begindatum");
            const EIND: &'static str = concat!($naam, "/Einddatum");

            fn periode(&self) -> &GeslotenPeriode {
                &self.$periode
            }
        }
    )+};
}

met_periode! {
    jw323::Declaratie: declaratie_periode "DeclaratiePeriode";
    jw323::Prestatie: product_periode "ProductPeriode";
    jw325::Prestatie: product_periode "ProductPeriode";
}

impl<T: MetPeriode> Toets<T> for Tr137 {
    #[inline]
    fn toets(klasse: &T, keuring: &mut Keuring) {
        let periode = klasse.periode();
        if periode.einddatum < periode.begindatum {
            keuring.meld(Self::REGEL, &[T::BEGIN, T::EIND]);
        }
        if periode.einddatum > keuring.dagtekening {
            keuring.meld(Self::REGEL, &[DAGTEKENING, T::EIND]);
        }
    }
}

impl<T: MetPeriode> Toets<T> for Cs100 {
    #[inline]
    fn toets(klasse: &T, keuring: &mut Keuring) {
        if klasse.periode().begindatum < EERSTE_DAG {
            keuring.meld(Self::REGEL, &[T::BEGIN]);
        }
    }
}

/// Whether two days lie in one calendar month.
fn in_een_maand(een: Datum, ander: Datum) -> bool {
    (een.year(), een.month()) == (ander.year(), ander.month())
}

impl Toets<jw323::Declaratie> for Cs340 {
    fn toets(declaratie: &jw323::Declaratie, keuring: &mut Keuring) {
        let GeslotenPeriode { begindatum, einddatum } = declaratie.declaratie_periode;
        let hele_maand = begindatum.day() == 1
            && einddatum == einddatum.last_of_month()
            && in_een_maand(begindatum, einddatum);
        if !hele_maand {
            keuring.meld(Self::REGEL, &["DeclaratiePeriode/Begindatum", "DeclaratiePeriode/Einddatum"]);
        }
    }
}

impl Toets<jw323::Prestatie> for Cs337 {
    fn toets(prestatie: &jw323::Prestatie, keuring: &mut Keuring) {
        let GeslotenPeriode { begindatum, einddatum } = prestatie.product_periode;
        if !in_een_maand(begindatum, einddatum) {
            keuring.meld(Self::REGEL, &["ProductPeriode/Begindatum", "ProductPeriode/Einddatum"]);
        }
    }
}

/// The claims of a declaration with the numbers of their client and of themselves.
fn prestaties(declaratie: &jw323::Declaratie) -> impl Iterator<Item = (Plaats, &jw323::Prestatie)> {
    declaratie.clienten.iter().enumerate().flat_map(move |(client, inhoud)| {
        let clienten = declaratie.clienten.len();
        let aantal = inhoud.prestaties.len();
        inhoud
            .prestaties
            .iter()
            .enumerate()
            .map(move |(plaats, prestatie)| (Plaats { client, clienten, nummer: plaats, aantal }, prestatie))
    })
}

/// Where a claim stands in a declaration.
#[derive(Clone, Copy)]
struct Plaats {
    client: usize,
    clienten: usize,
    nummer: usize,
    aantal: usize,
}

impl Plaats {
    fn pad(self, onder: &str) -> String {
        let client = stap("Client", self.client, self.clienten);
        let prestatie = stap("Prestatie", self.nummer, self.aantal);
        format!("Clienten/{client}/Prestaties/{prestatie}{onder}")
    }
}

impl Toets<jw323::Declaratie> for Tr319 {
    fn toets(declaratie: &jw323::Declaratie, keuring: &mut Keuring) {
        let laatste = declaratie.declaratie_periode.einddatum;
        for (plaats, prestatie) in prestaties(declaratie) {
            let GeslotenPeriode { begindatum, einddatum } = prestatie.product_periode;
            for (datum, pad) in
                [(begindatum, "/ProductPeriode/Begindatum"), (einddatum, "/ProductPeriode/Einddatum")]
            {
                if datum > laatste {
                    keuring.meld(Self::REGEL, &["DeclaratiePeriode/Einddatum", &plaats.pad(pad)]);
                }
            }
        }
    }
}

impl Toets<jw323::Declaratie> for Tr335 {
    fn toets(declaratie: &jw323::Declaratie, keuring: &mut Keuring) {
        // Sixty months before, as the published rule set counts: five years off the number jjjjmmdd.
        let grens = getal(declaratie.declaratie_dagtekening) - 5 * 10_000;
        for (plaats, prestatie) in prestaties(declaratie) {
            if getal(prestatie.product_periode.einddatum) < grens {
                let pad = plaats.pad("/ProductPeriode/Einddatum");
                keuring.meld(Self::REGEL, &["DeclaratieDagtekening", &pad]);
            }
        }
    }
}

/// The number of the line that is taken back. The type allows blanks, which count as absent.
fn vorige(referentie: &Referentie) -> Option<&str> {
    let vorige = referentie.vorig_referentie_nummer.as_ref().map(ReferentieNummer::as_str)?;
    (!crate::basis::zonder_wit(vorige).is_empty()).then_some(vorige)
}

/// A claim, in a declaration or in the answer to it.
trait Geclaimd {
    fn referentie(&self) -> &Referentie;
    fn bedrag(&self) -> &BedragMetDc;
}

impl Geclaimd for jw323::Prestatie {
    fn referentie(&self) -> &Referentie {
        &self.product_referentie
    }

    fn bedrag(&self) -> &BedragMetDc {
        &self.ingediend_bedrag
    }
}

impl Geclaimd for jw325::Prestatie {
    fn referentie(&self) -> &Referentie {
        &self.product_referentie
    }

    fn bedrag(&self) -> &BedragMetDc {
        &self.ingediend_bedrag
    }
}

impl<T: Geclaimd> Toets<T> for Cd060 {
    #[inline]
    fn toets(prestatie: &T, keuring: &mut Keuring) {
        match (is_credit(prestatie.bedrag().debet_credit), vorige(prestatie.referentie()).is_some()) {
            (true, false) => keuring.meld(Self::REGEL, &["IngediendBedrag/DebetCredit"]),
            (false, true) => {
                let paden = ["ProductReferentie/VorigReferentieNummer", "IngediendBedrag/DebetCredit"];
                keuring.meld(Self::REGEL, &paden);
            }
            _ => {}
        }
    }
}

impl Toets<jw323::Prestatie> for Cd087 {
    fn toets(prestatie: &jw323::Prestatie, keuring: &mut Keuring) {
        match (prestatie.eenheid.code() == EURO, prestatie.product_tarief.is_some()) {
            (false, false) => keuring.meld(Self::REGEL, &["Eenheid"]),
            (true, true) => keuring.meld(Self::REGEL, &["Eenheid", "ProductTarief"]),
            _ => {}
        }
    }
}

impl Toets<jw323::Prestatie> for Cs339 {
    fn toets(prestatie: &jw323::Prestatie, keuring: &mut Keuring) {
        if prestatie.eenheid.code() == EURO
            && prestatie.geleverd_volume.get() != prestatie.ingediend_bedrag.bedrag.get()
        {
            keuring.meld(Self::REGEL, &["GeleverdVolume", "IngediendBedrag/Bedrag"]);
        }
    }
}

fn is_credit(debet_credit: DebetCredit) -> bool {
    debet_credit.code() == "C"
}

impl Toets<BedragMetDc> for Cs325 {
    #[inline]
    fn toets(bedrag: &BedragMetDc, keuring: &mut Keuring) {
        if bedrag.bedrag.get() == 0 && is_credit(bedrag.debet_credit) {
            keuring.meld(Self::REGEL, &["Bedrag", "DebetCredit"]);
        }
    }
}

impl Toets<TotaalBedragMetDc> for Cs325 {
    fn toets(bedrag: &TotaalBedragMetDc, keuring: &mut Keuring) {
        if bedrag.totaal_bedrag.get() == 0 && is_credit(bedrag.debet_credit) {
            keuring.meld(Self::REGEL, &["TotaalBedrag", "DebetCredit"]);
        }
    }
}

impl Toets<jw323::Declaratie> for Tr315 {
    fn toets(declaratie: &jw323::Declaratie, keuring: &mut Keuring) {
        let credits = prestaties(declaratie)
            .filter_map(|(plaats, prestatie)| Some((vorige(&prestatie.product_referentie)?, plaats)));
        for groep in groepen(credits) {
            let paden: Vec<String> =
                groep.iter().map(|plaats| plaats.pad("/ProductReferentie/VorigReferentieNummer")).collect();
            keuring.meld(Self::REGEL, &paden.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}

impl Toets<jw323::Declaratie> for Tr316 {
    fn toets(declaratie: &jw323::Declaratie, keuring: &mut Keuring) {
        let credits: Vec<(&str, Plaats)> = prestaties(declaratie)
            .filter_map(|(plaats, prestatie)| Some((vorige(&prestatie.product_referentie)?, plaats)))
            .collect();
        if credits.is_empty() {
            return;
        }
        let regels: HashMap<&str, Plaats> = prestaties(declaratie)
            .map(|(plaats, prestatie)| (prestatie.product_referentie.referentie_nummer.as_str(), plaats))
            .collect();
        for (vorige, plaats) in credits {
            if let Some(regel) = regels.get(vorige) {
                let debet = regel.pad("/ProductReferentie/ReferentieNummer");
                let credit = plaats.pad("/ProductReferentie/VorigReferentieNummer");
                keuring.meld(Self::REGEL, &[&debet, &credit]);
            }
        }
    }
}

/// An amount with its sign, in eurocents.
fn met_teken(bedrag: u64, debet_credit: DebetCredit) -> i64 {
    // The largest amount of the standard is far below the largest integer.
    let bedrag = i64::try_from(bedrag).unwrap_or(i64::MAX);
    if is_credit(debet_credit) { -bedrag } else { bedrag }
}

fn totaal(bedrag: &TotaalBedragMetDc) -> i64 {
    met_teken(bedrag.totaal_bedrag.get(), bedrag.debet_credit)
}

/// How many claims a report about a total names.
const GENOEMD: usize = 20;

impl Toets<jw323::Declaratie> for Tr358 {
    fn toets(declaratie: &jw323::Declaratie, keuring: &mut Keuring) {
        let bedragen = prestaties(declaratie).map(|(_, prestatie)| &prestatie.ingediend_bedrag);
        let som: i64 = bedragen.map(|bedrag| met_teken(bedrag.bedrag.get(), bedrag.debet_credit)).sum();
        let opgegeven = &declaratie.totaal_ingediend_bedrag;
        // The published rule set compares texts, so that a zero in front makes a difference.
        let mut tekst = String::new();
        opgegeven.totaal_bedrag.schrijfwijze(&mut tekst);
        let teken_klopt = som == 0 || (som < 0) == is_credit(opgegeven.debet_credit);
        if tekst != som.unsigned_abs().to_string() || !teken_klopt {
            let mut paden = vec![
                "TotaalIngediendBedrag/TotaalBedrag".to_owned(),
                "TotaalIngediendBedrag/DebetCredit".to_owned(),
            ];
            paden.extend(
                prestaties(declaratie).take(GENOEMD).map(|(plaats, _)| plaats.pad("/IngediendBedrag")),
            );
            keuring.meld(Self::REGEL, &paden.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}

impl Toets<jw323::Client> for Tr416 {
    fn toets(client: &jw323::Client, keuring: &mut Keuring) {
        let debet =
            client.prestaties.iter().enumerate().filter(|(_, p)| !is_credit(p.ingediend_bedrag.debet_credit));
        let dubbel = groepen(debet.map(|(plaats, prestatie)| {
            let periode = &prestatie.product_periode;
            let mut nummer = String::new();
            prestatie.toewijzing_nummer.schrijfwijze(&mut nummer);
            let product = (prestatie.product_categorie, prestatie.product_code.as_str());
            ((nummer, product, periode.begindatum, periode.einddatum), plaats)
        }));
        for groep in dubbel {
            let paden: Vec<String> = groep
                .iter()
                .map(|plaats| format!("Prestaties/{}", stap("Prestatie", *plaats, client.prestaties.len())))
                .collect();
            keuring.meld(Self::REGEL, &paden.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}

impl Toets<jw325::DeclaratieAntwoord> for Tr342 {
    fn toets(antwoord: &jw325::DeclaratieAntwoord, keuring: &mut Keuring) {
        let klopt = if antwoord.retour_codes.iter().all(|code| matches!(code.code(), "0200" | "8001")) {
            let clienten = antwoord.clienten.iter().flatten();
            let afgewezen: i64 = clienten
                .flat_map(|client| &client.prestaties)
                .map(|p| met_teken(p.ingediend_bedrag.bedrag.get(), p.ingediend_bedrag.debet_credit))
                .sum();
            afgewezen == totaal(&antwoord.totaal_ingediend_bedrag) - totaal(&antwoord.totaal_toegekend_bedrag)
        } else {
            totaal(&antwoord.totaal_toegekend_bedrag) == 0
        };
        if !klopt {
            keuring.meld(Self::REGEL, &["TotaalIngediendBedrag", "TotaalToegekendBedrag"]);
        }
    }
}
