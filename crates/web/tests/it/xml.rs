//! Small messages for tests. All persons are fictional; the numbers are from the test range.

use register::Aangeboden;

const PRODUCT: &str = "<m:Product><ijw:Categorie>45</ijw:Categorie><ijw:Code>45A48</ijw:Code></m:Product>";

/// Who helps whom under which number.
#[derive(Clone, Copy)]
pub(crate) struct Zaak<'a> {
    pub(crate) gemeente: &'a str,
    pub(crate) aanbieder: &'a str,
    pub(crate) bsn: &'a str,
    pub(crate) given: &'a str,
    pub(crate) family: &'a str,
    pub(crate) postcode: &'a str,
    pub(crate) number: u32,
    pub(crate) from: &'a str,
}

/// The nth number that passes the check on citizen service numbers, of those that were never given to anyone.
pub(crate) fn bsn(n: usize) -> String {
    let numbers = (900_000_000..).map(|number: u32| number.to_string());
    let mut sound =
        numbers.filter(|number| stelsel::Bsn::parse(number).is_ok_and(stelsel::Bsn::passes_elfproef));
    sound.nth(n).unwrap_or_default()
}

/// A file as the intake wants it.
pub(crate) fn file(name: &str, content: impl Into<Vec<u8>>) -> Aangeboden {
    Aangeboden {
        bestand: name.into(),
        bytes: content.into(),
        ontvangen: "2026-04-01T09:00:00Z".parse().unwrap(),
    }
}

fn message(kind: &str, code: &str, (from, to): (&str, &str), (id, day): (&str, &str), body: &str) -> String {
    let m = format!("jw{kind}");
    let space = "http://www.istandaarden.nl/ijw/3_2";
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<m:Bericht xmlns:ijw=\"{space}/basisschema/schema\" \
         xmlns:{m}=\"{space}/{m}/schema\">\n<m:Header><m:BerichtCode>{code}</m:BerichtCode>\
         <m:BerichtVersie>3</m:BerichtVersie><m:BerichtSubversie>2</m:BerichtSubversie>\
         <m:Afzender>{from}</m:Afzender><m:Ontvanger>{to}</m:Ontvanger>\
         <m:BerichtIdentificatie><ijw:Identificatie>{id}</ijw:Identificatie>\
         <ijw:Dagtekening>{day}</ijw:Dagtekening></m:BerichtIdentificatie><m:XsdVersie>\
         <ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie>\
         <ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie></m:XsdVersie></m:Header>\n{body}\n</m:Bericht>\n"
    )
    .replace("<m:", &format!("<{m}:"))
    .replace("</m:", &format!("</{m}:"))
}

fn name(family: &str, given: &str, usage: &str) -> String {
    format!(
        "<m:Naam><ijw:Geslachtsnaam><ijw:Achternaam>{family}</ijw:Achternaam></ijw:Geslachtsnaam>\
         <ijw:Voornamen>{given}</ijw:Voornamen>{usage}</m:Naam>"
    )
}

fn client(zaak: &Zaak<'_>, usage: &str, rest: &str) -> String {
    format!(
        "<m:Client><m:Bsn>{}</m:Bsn><m:Geboortedatum><ijw:Datum>2014-02-14</ijw:Datum></m:Geboortedatum>\
         <m:Geslacht>1</m:Geslacht>{}{rest}</m:Client>",
        zaak.bsn,
        name(zaak.family, zaak.given, usage)
    )
}

/// A JW301.
pub(crate) fn toewijzing(zaak: &Zaak<'_>, id: &str, day: &str) -> String {
    const USAGE: &str = "<ijw:NaamGebruik>1</ijw:NaamGebruik>";
    let contact = format!(
        "<m:Contact><m:Soort>01</m:Soort><m:Adres><ijw:Huis><ijw:Huisnummer>{}</ijw:Huisnummer></ijw:Huis>\
         <ijw:Postcode>{}</ijw:Postcode><ijw:Straatnaam>Lindelaan</ijw:Straatnaam>\
         <ijw:Plaatsnaam>Breda</ijw:Plaatsnaam><ijw:LandCode>NL</ijw:LandCode></m:Adres></m:Contact>",
        zaak.number % 1_000 + 1,
        zaak.postcode
    );
    let rest = format!(
        "<m:Relaties><m:Relatie><m:Nummer>1</m:Nummer><m:Soort>10</m:Soort>{}{contact}</m:Relatie></m:Relaties>\
         <m:Contactgegevens>{contact}</m:Contactgegevens><m:ToegewezenProducten><m:ToegewezenProduct>\
         <m:ToewijzingNummer>{}</m:ToewijzingNummer>{PRODUCT}<m:Toewijzingsdatum>{day}</m:Toewijzingsdatum>\
         <m:Toewijzingstijd>09:30:00</m:Toewijzingstijd><m:Ingangsdatum>{}</m:Ingangsdatum>\
         <m:Omvang><ijw:Volume>2</ijw:Volume><ijw:Eenheid>04</ijw:Eenheid><ijw:Frequentie>4</ijw:Frequentie>\
         </m:Omvang></m:ToegewezenProduct></m:ToegewezenProducten>",
        name(zaak.family, "Marieke", USAGE),
        zaak.number,
        zaak.from
    );
    let parties = (zaak.gemeente, zaak.aanbieder);
    message("301", "436", parties, (id, day), &client(zaak, USAGE, &rest))
}

/// A JW305.
pub(crate) fn start(zaak: &Zaak<'_>, id: &str, day: &str, begin: &str) -> String {
    let rest = format!(
        "<m:StartProducten><m:StartProduct><m:ToewijzingNummer>{}</m:ToewijzingNummer>{PRODUCT}\
         <m:Begindatum>{begin}</m:Begindatum><m:StatusAanlevering>1</m:StatusAanlevering>\
         </m:StartProduct></m:StartProducten>",
        zaak.number
    );
    message("305", "438", (zaak.aanbieder, zaak.gemeente), (id, day), &client(zaak, "", &rest))
}

/// A JW307.
pub(crate) fn stop(zaak: &Zaak<'_>, id: &str, day: &str, (begin, end): (&str, &str)) -> String {
    let rest = format!(
        "<m:StopProducten><m:StopProduct><m:ToewijzingNummer>{}</m:ToewijzingNummer>{PRODUCT}\
         <m:Begindatum>{begin}</m:Begindatum><m:RedenBeeindiging>31</m:RedenBeeindiging>\
         <m:Einddatum>{end}</m:Einddatum><m:StatusAanlevering>1</m:StatusAanlevering>\
         </m:StopProduct></m:StopProducten>",
        zaak.number
    );
    message("307", "440", (zaak.aanbieder, zaak.gemeente), (id, day), &client(zaak, "", &rest))
}

/// A JW323 of March 2026.
pub(crate) fn claim(zaak: &Zaak<'_>, id: &str) -> String {
    let line = format!(
        "<m:Client><m:Bsn>{}</m:Bsn><m:Prestaties><m:Prestatie><m:ProductReferentie>\
         <ijw:ReferentieNummer>{id}1</ijw:ReferentieNummer></m:ProductReferentie>\
         <m:ToewijzingNummer>{}</m:ToewijzingNummer><m:ProductCategorie>45</m:ProductCategorie>\
         <m:ProductCode>45A48</m:ProductCode><m:ProductPeriode><ijw:Begindatum>2026-03-01</ijw:Begindatum>\
         <ijw:Einddatum>2026-03-31</ijw:Einddatum></m:ProductPeriode><m:GeleverdVolume>1</m:GeleverdVolume>\
         <m:Eenheid>04</m:Eenheid><m:ProductTarief>7800</m:ProductTarief><m:IngediendBedrag>\
         <ijw:Bedrag>7800</ijw:Bedrag><ijw:DebetCredit>D</ijw:DebetCredit></m:IngediendBedrag>\
         </m:Prestatie></m:Prestaties></m:Client>",
        zaak.bsn, zaak.number
    );
    let body = format!(
        "<m:Declaratie><m:DeclaratieNummer>{id}</m:DeclaratieNummer><m:DeclaratiePeriode>\
         <ijw:Begindatum>2026-03-01</ijw:Begindatum><ijw:Einddatum>2026-03-31</ijw:Einddatum></m:DeclaratiePeriode>\
         <m:DeclaratieDagtekening>2026-04-01</m:DeclaratieDagtekening><m:TotaalIngediendBedrag>\
         <ijw:TotaalBedrag>7800</ijw:TotaalBedrag><ijw:DebetCredit>D</ijw:DebetCredit></m:TotaalIngediendBedrag>\
         <m:Clienten>{line}</m:Clienten></m:Declaratie>"
    );
    message("323", "490", (zaak.aanbieder, zaak.gemeente), (id, "2026-04-01"), &body)
}

/// A JW315 about a product of the same form of help as in [`toewijzing`].
pub(crate) fn verzoek(zaak: &Zaak<'_>, id: &str, day: &str, code: &str) -> String {
    let product = PRODUCT.replace("45A48", code);
    let rest = format!(
        "<m:AangevraagdeProducten><m:AangevraagdProduct><m:ReferentieAanbieder>{id}</m:ReferentieAanbieder>{product}\
         <m:ToewijzingIngangsdatum>{}</m:ToewijzingIngangsdatum><m:ToewijzingEinddatum>2026-12-31</m:ToewijzingEinddatum>\
         <m:Omvang><ijw:Volume>3</ijw:Volume><ijw:Eenheid>04</ijw:Eenheid><ijw:Frequentie>2</ijw:Frequentie></m:Omvang>\
         <m:Verwijzer><ijw:Type>01</ijw:Type></m:Verwijzer></m:AangevraagdProduct></m:AangevraagdeProducten>",
        zaak.from
    );
    let name = "<ijw:Voorletters>T</ijw:Voorletters>";
    message("315", "446", (zaak.aanbieder, zaak.gemeente), (id, day), &client(zaak, name, &rest))
}
