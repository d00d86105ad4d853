//! Small messages for tests. All persons are fictional; the numbers are from the test range.

use std::fmt::Write as _;

use register::Aangeboden;

/// Breda.
pub(crate) const GEMEENTE: &str = "0758";
/// A made-up provider.
pub(crate) const AANBIEDER: &str = "65650001";

/// A file as the intake wants it.
pub(crate) fn file(name: &str, xml: impl Into<Vec<u8>>) -> Aangeboden {
    Aangeboden { bestand: name.into(), bytes: xml.into(), ontvangen: "2026-11-01T09:00:00Z".parse().unwrap() }
}

/// A citizen service number that passes the eleven test, another for each number.
pub(crate) fn bsn(n: u32) -> String {
    let passes = |text: &str| {
        let weights = [9_i64, 8, 7, 6, 5, 4, 3, 2, -1];
        let sum: i64 =
            text.bytes().zip(weights).map(|(digit, weight)| i64::from(digit - b'0') * weight).sum();
        sum % 11 == 0
    };
    // Two of every three beginnings have a last digit that fits; each has room of its own.
    (n * 30..n * 30 + 30).map(|n| format!("9{n:08}")).find(|text| passes(text)).unwrap()
}

fn message(kind: &str, code: &str, from: &str, to: &str, id: &str, day: &str, body: &str) -> String {
    let m = format!("jw{kind}");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{m}:Bericht xmlns:ijw=\"http://www.istandaarden.nl/ijw/3_2/basisschema/schema\" \
         xmlns:{m}=\"http://www.istandaarden.nl/ijw/3_2/{m}/schema\"><{m}:Header><{m}:BerichtCode>{code}</{m}:BerichtCode>\
         <{m}:BerichtVersie>3</{m}:BerichtVersie><{m}:BerichtSubversie>2</{m}:BerichtSubversie><{m}:Afzender>{from}</{m}:Afzender>\
         <{m}:Ontvanger>{to}</{m}:Ontvanger><{m}:BerichtIdentificatie><ijw:Identificatie>{id}</ijw:Identificatie>\
         <ijw:Dagtekening>{day}</ijw:Dagtekening></{m}:BerichtIdentificatie><{m}:XsdVersie><ijw:BasisschemaXsdVersie>1.0.0\
         </ijw:BasisschemaXsdVersie><ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie></{m}:XsdVersie></{m}:Header>{}</{m}:Bericht>\n",
        body.replace("m:", &format!("{m}:"))
    )
}

/// A JW301 of one product.
pub(crate) struct Toewijzing<'a> {
    pub(crate) id: &'a str,
    pub(crate) day: &'a str,
    pub(crate) bsn: &'a str,
    pub(crate) given: &'a str,
    pub(crate) family: &'a str,
    pub(crate) parent: Option<(&'a str, &'a str)>,
    pub(crate) postcode: &'a str,
    pub(crate) house: u32,
    pub(crate) number: u32,
    pub(crate) from: &'a str,
    pub(crate) to: Option<&'a str>,
    pub(crate) reason: Option<&'a str>,
    pub(crate) gemeente: &'a str,
    /// Kind of the relation: 10 is a parent.
    pub(crate) relation: &'a str,
    /// Where the relation lives, when not with the child.
    pub(crate) relation_house: Option<u32>,
}

impl Default for Toewijzing<'_> {
    fn default() -> Self {
        Self {
            id: "T1",
            day: "2026-03-02",
            bsn: "999900006",
            given: "Tom",
            family: "Wit",
            parent: Some(("Marieke", "1984-05-06")),
            postcode: "4811AB",
            house: 12,
            number: 300_201,
            from: "2026-03-02",
            to: None,
            reason: None,
            gemeente: GEMEENTE,
            relation: "10",
            relation_house: None,
        }
    }
}

impl Toewijzing<'_> {
    pub(crate) fn xml(&self) -> String {
        let contact = |house: u32| {
            format!(
                "<m:Contact><m:Soort>01</m:Soort><m:Adres><ijw:Huis><ijw:Huisnummer>{house}</ijw:Huisnummer></ijw:Huis>\
                 <ijw:Postcode>{}</ijw:Postcode><ijw:Straatnaam>Lindelaan</ijw:Straatnaam><ijw:Plaatsnaam>Breda</ijw:Plaatsnaam>\
                 <ijw:LandCode>NL</ijw:LandCode></m:Adres></m:Contact>",
                self.postcode
            )
        };
        let relation_contact = contact(self.relation_house.unwrap_or(self.house));
        let contact = contact(self.house);
        let mut body = format!(
            "<m:Client><m:Bsn>{}</m:Bsn><m:Geboortedatum><ijw:Datum>2014-02-14</ijw:Datum></m:Geboortedatum><m:Geslacht>1</m:Geslacht>{}",
            self.bsn,
            name(self.family, self.given, true)
        );
        if let Some((given, born)) = self.parent {
            let _ = write!(
                body,
                "<m:Relaties><m:Relatie><m:Nummer>1</m:Nummer><m:Soort>{}</m:Soort><m:Geboortedatum><ijw:Datum>{born}</ijw:Datum>\
                 </m:Geboortedatum>{}{relation_contact}</m:Relatie></m:Relaties>",
                self.relation,
                name(self.family, given, true)
            );
        }
        let _ = write!(
            body,
            "<m:Contactgegevens>{contact}</m:Contactgegevens><m:ToegewezenProducten><m:ToegewezenProduct>\
             <m:ToewijzingNummer>{}</m:ToewijzingNummer><m:Product><ijw:Categorie>45</ijw:Categorie><ijw:Code>45A48</ijw:Code></m:Product>\
             <m:Toewijzingsdatum>{}</m:Toewijzingsdatum><m:Toewijzingstijd>09:30:00</m:Toewijzingstijd><m:Ingangsdatum>{}</m:Ingangsdatum>",
            self.number, self.day, self.from
        );
        if let Some(to) = self.to {
            let _ = write!(body, "<m:Einddatum>{to}</m:Einddatum>");
        }
        if let Some(reason) = self.reason {
            let _ = write!(body, "<m:RedenWijziging>{reason}</m:RedenWijziging>");
        }
        body.push_str(
            "<m:Omvang><ijw:Volume>2</ijw:Volume><ijw:Eenheid>04</ijw:Eenheid><ijw:Frequentie>4</ijw:Frequentie></m:Omvang>\
             </m:ToegewezenProduct></m:ToegewezenProducten></m:Client>",
        );
        message("301", "436", self.gemeente, AANBIEDER, self.id, self.day, &body)
    }
}

fn name(family: &str, given: &str, full: bool) -> String {
    let usage = if full { "<ijw:NaamGebruik>1</ijw:NaamGebruik>" } else { "" };
    format!(
        "<m:Naam><ijw:Geslachtsnaam><ijw:Achternaam>{family}</ijw:Achternaam><ijw:Voorvoegsel>de</ijw:Voorvoegsel></ijw:Geslachtsnaam>\
         <ijw:Voornamen>{given}</ijw:Voornamen>{usage}</m:Naam>"
    )
}

fn client(bsn: &str, given: &str, rest: &str) -> String {
    format!(
        "<m:Client><m:Bsn>{bsn}</m:Bsn><m:Geboortedatum><ijw:Datum>2014-02-14</ijw:Datum></m:Geboortedatum><m:Geslacht>1</m:Geslacht>{}{rest}</m:Client>",
        name("Wit", given, false)
    )
}

const PRODUCT: &str = "<m:Product><ijw:Categorie>45</ijw:Categorie><ijw:Code>45A48</ijw:Code></m:Product>";

/// A JW305.
pub(crate) fn start(id: &str, day: &str, bsn: &str, number: u32, begin: &str) -> String {
    let rest = format!(
        "<m:StartProducten><m:StartProduct><m:ToewijzingNummer>{number}</m:ToewijzingNummer>{PRODUCT}<m:Begindatum>{begin}</m:Begindatum>\
         <m:StatusAanlevering>1</m:StatusAanlevering></m:StartProduct></m:StartProducten>"
    );
    message("305", "438", AANBIEDER, GEMEENTE, id, day, &client(bsn, "Tom", &rest))
}

/// A JW307.
pub(crate) fn stop(
    id: &str,
    day: &str,
    bsn: &str,
    number: u32,
    begin: &str,
    (end, reason): (&str, &str),
) -> String {
    let rest = format!(
        "<m:StopProducten><m:StopProduct><m:ToewijzingNummer>{number}</m:ToewijzingNummer>{PRODUCT}<m:Begindatum>{begin}</m:Begindatum>\
         <m:RedenBeeindiging>{reason}</m:RedenBeeindiging><m:Einddatum>{end}</m:Einddatum><m:StatusAanlevering>1</m:StatusAanlevering>\
         </m:StopProduct></m:StopProducten>"
    );
    message("307", "440", AANBIEDER, GEMEENTE, id, day, &client(bsn, "Tom", &rest))
}

/// A JW323 of March 2026 with one line of 78 euros per client.
pub(crate) fn claim(id: &str, lines: &[(&str, u32)]) -> String {
    let total = lines.len() * 7_800;
    let mut body = format!(
        "<m:Declaratie><m:DeclaratieNummer>{id}</m:DeclaratieNummer><m:DeclaratiePeriode><ijw:Begindatum>2026-03-01</ijw:Begindatum>\
         <ijw:Einddatum>2026-03-31</ijw:Einddatum></m:DeclaratiePeriode><m:DeclaratieDagtekening>2026-04-04</m:DeclaratieDagtekening>\
         <m:TotaalIngediendBedrag><ijw:TotaalBedrag>{total}</ijw:TotaalBedrag><ijw:DebetCredit>D</ijw:DebetCredit></m:TotaalIngediendBedrag><m:Clienten>"
    );
    for (bsn, number) in lines {
        let _ = write!(
            body,
            "<m:Client><m:Bsn>{bsn}</m:Bsn><m:Prestaties><m:Prestatie><m:ProductReferentie><ijw:ReferentieNummer>{id}{number}</ijw:ReferentieNummer>\
             </m:ProductReferentie><m:ToewijzingNummer>{number}</m:ToewijzingNummer><m:ProductCategorie>45</m:ProductCategorie>\
             <m:ProductCode>45A48</m:ProductCode><m:ProductPeriode><ijw:Begindatum>2026-03-01</ijw:Begindatum><ijw:Einddatum>2026-03-31\
             </ijw:Einddatum></m:ProductPeriode><m:GeleverdVolume>1</m:GeleverdVolume><m:Eenheid>04</m:Eenheid><m:ProductTarief>7800\
             </m:ProductTarief><m:IngediendBedrag><ijw:Bedrag>7800</ijw:Bedrag><ijw:DebetCredit>D</ijw:DebetCredit></m:IngediendBedrag>\
             </m:Prestatie></m:Prestaties></m:Client>"
        );
    }
    body.push_str("</m:Clienten></m:Declaratie>");
    message("323", "490", AANBIEDER, GEMEENTE, id, "2026-04-04", &body)
}

/// A JW315 of one product, referred by a general practitioner.
pub(crate) fn request(id: &str, day: &str, bsn: &str, reference: &str) -> String {
    let rest = format!(
        "<m:AangevraagdeProducten><m:AangevraagdProduct><m:ReferentieAanbieder>{reference}</m:ReferentieAanbieder>{PRODUCT}\
         <m:ToewijzingIngangsdatum>2026-11-09</m:ToewijzingIngangsdatum><m:Omvang><ijw:Volume>2</ijw:Volume><ijw:Eenheid>04\
         </ijw:Eenheid><ijw:Frequentie>4</ijw:Frequentie></m:Omvang><m:Verwijzer><ijw:Type>02</ijw:Type><ijw:Naam>Huisarts Proef\
         </ijw:Naam></m:Verwijzer></m:AangevraagdProduct></m:AangevraagdeProducten>"
    );
    message("315", "446", AANBIEDER, GEMEENTE, id, day, &client(bsn, "Noor", &rest))
}

/// The retour on a message: accepted, or refused with a code on the whole of it.
pub(crate) fn retour(of: &[u8], id: &str, day: &str, code: Option<&str>) -> String {
    use ijw::basis::{Datum, IdentificatieBericht, RetourCode, Versie, XsdVersie};
    let versie = Versie::parse("1.0.0").unwrap();
    let code = code.map(|code| RetourCode::parse(code).unwrap());
    let kop = ijw::Retourkop {
        identificatie: IdentificatieBericht::new(id).unwrap(),
        dagtekening: <Datum as ijw::basis::Waarde>::parse(day).unwrap(),
        xslt_versie: None,
        xsd_versie: XsdVersie { basisschema_xsd_versie: versie.clone(), bericht_xsd_versie: versie },
        retour_codes: code.map(|code| vec![code]),
    };
    let bericht = ijw::lees(of).unwrap();
    ijw::schrijf(&ijw::retourneer(&bericht, kop, false, &mut |_| Vec::new()).unwrap())
}
