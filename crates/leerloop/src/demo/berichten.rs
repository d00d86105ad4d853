//! Messages of iJw 3.2 from what the generator knows, through the types and the writer of [`ijw`].

mod verzoek;

use ijw::basis::{
    Achternaam, Adres, AdresSoort, AgbCode, BerichtIdentificatie, Budget, BurgerServicenummer, Communicatie,
    Communicatievorm, DatumGebruik, Eenheid, Frequentie, Geboortedatum, Gemeente, Geslacht, Huis, Huisnummer,
    IdentificatieBericht, JuridischeStatus, LandCode, Landnummer, Naam, NaamGebruik, Nummer, Omvang,
    Organisatienaam, Persoonsid, Plaatsnaam, Postcode, Product, ProductCategorie, ProductCode,
    RedenBeeindiging, RedenWijziging, ReferentieTekst, RelatieVolgorde, SoortRelatie, StatusAanlevering,
    Straatnaam, Taal, Telefoon, Telefoonnummer, Telefoonnummers, Tijd, VerkorteNaam, Versie, VolledigeNaam,
    Volume, Voorletters, Voorvoegsel, WettelijkeVertegenwoordiging, XsdVersie,
};
use ijw::{Ongeldig, jw301, jw305, jw307};

pub(super) use self::verzoek::{Wens, jw315, jw317, jw319};

use super::getal::Dag;
use super::gezin::{Mens, Woonadres};
use super::regio;
use super::toewijzing::Toewijzing;

/// Who the message is about.
#[derive(Clone, Debug)]
pub(super) struct Client {
    pub(super) bsn: String,
    pub(super) mens: Mens,
    /// Parents, with the number that the municipality knows them by.
    pub(super) ouders: Vec<(Mens, String)>,
    pub(super) adres: Woonadres,
    pub(super) taal: Option<&'static str>,
    /// Under a supervision order.
    pub(super) ots: bool,
    /// Name of the institution that is guardian.
    pub(super) voogd: Option<String>,
}

/// Sender, receiver, identification and day.
#[derive(Clone, Debug)]
pub(super) struct Kop<'a> {
    pub(super) gemeente: &'a str,
    pub(super) agb: &'a str,
    pub(super) identificatie: &'a str,
    pub(super) dag: Dag,
}

impl Kop<'_> {
    pub(super) fn identification(&self) -> Result<BerichtIdentificatie, Ongeldig> {
        Ok(BerichtIdentificatie {
            identificatie: IdentificatieBericht::new(self.identificatie)?,
            dagtekening: self.dag.date(),
        })
    }
}

/// The versions that every published sample of iJw 3.2 carries.
pub(super) fn xsd() -> Result<XsdVersie, Ongeldig> {
    Ok(XsdVersie { basisschema_xsd_versie: Versie::new("1.0.0")?, bericht_xsd_versie: Versie::new("1.0.0")? })
}

/// A line of a JW301: the allocation, and the reference of the request that it answers.
pub(super) type Regel<'a> = (&'a Toewijzing, Option<&'a str>);

/// A JW301 with these lines.
pub(super) fn jw301(kop: &Kop<'_>, client: &Client, lines: &[Regel<'_>]) -> Result<ijw::Bericht, Ongeldig> {
    let header = jw301::Header {
        afzender: Gemeente::new(kop.gemeente)?,
        ontvanger: AgbCode::new(kop.agb)?,
        bericht_identificatie: kop.identification()?,
        xsd_versie: xsd()?,
    };
    let mut relaties = Vec::with_capacity(2);
    if let Some(voogd) = &client.voogd {
        relaties.push(guardian(voogd)?);
    }
    for (ouder, nummer) in &client.ouders {
        let volgorde = u64::try_from(relaties.len()).unwrap_or(0) + 1;
        relaties.push(parent(ouder, nummer, volgorde, &client.adres)?);
    }
    let communicatie = client
        .taal
        .map(|taal| {
            Ok(Communicatie { vorm: const { Communicatievorm::constant("1") }, taal: Some(Taal::new(taal)?) })
        })
        .transpose()?;
    let person = jw301::Client {
        bsn: BurgerServicenummer::new(&client.bsn)?,
        geboortedatum: born(client.mens.geboren),
        geslacht: sex(client.mens.man),
        naam: full_name(&client.mens)?,
        communicatie,
        juridische_status: client.ots.then_some(const { JuridischeStatus::constant("04") }),
        wettelijke_vertegenwoordiging: client
            .voogd
            .as_ref()
            .map(|_| const { WettelijkeVertegenwoordiging::constant("06") }),
        commentaar: None,
        relaties: (!relaties.is_empty()).then_some(relaties),
        contactgegevens: vec![home(&client.adres)?],
        toegewezen_producten: lines.iter().map(allocated).collect::<Result<_, _>>()?,
    };
    Ok(jw301::Bericht { header, client: person }.into())
}

/// A begin of care to report: first day, and whether it is new ("1") or taken back ("3").
pub(super) type Begin = (Dag, StatusAanlevering);

/// New.
pub(super) const NIEUW: StatusAanlevering = StatusAanlevering::constant("1");
/// Taken back.
pub(super) const VERWIJDERD: StatusAanlevering = StatusAanlevering::constant("3");

/// A JW305 about one allocation.
pub(super) fn jw305(
    kop: &Kop<'_>,
    client: &Client,
    t: &Toewijzing,
    begins: &[Begin],
) -> Result<ijw::Bericht, Ongeldig> {
    let header = jw305::Header {
        afzender: AgbCode::new(kop.agb)?,
        ontvanger: Gemeente::new(kop.gemeente)?,
        bericht_identificatie: kop.identification()?,
        xsd_versie: xsd()?,
    };
    let line = |(begin, status): &Begin| {
        Ok(jw305::StartProduct {
            toewijzing_nummer: Some(Nummer::new(u64::from(t.stand.nummer))?),
            product: Some(product(t)?),
            toewijzing_ingangsdatum: Some(t.plan.ingang.date()),
            begindatum: begin.date(),
            status_aanlevering: *status,
        })
    };
    let person = jw305::Client {
        bsn: BurgerServicenummer::new(&client.bsn)?,
        geboortedatum: born(client.mens.geboren),
        geslacht: sex(client.mens.man),
        naam: short_name(&client.mens)?,
        start_producten: begins.iter().map(line).collect::<Result<_, Ongeldig>>()?,
    };
    Ok(jw305::Bericht { header, client: person }.into())
}

/// An end of care to report.
#[derive(Clone, Copy, Debug)]
pub(super) struct Einde {
    pub(super) begin: Dag,
    pub(super) laatste: Dag,
    /// Reason (JZ588).
    pub(super) reden: &'static str,
}

/// A JW307 about one allocation.
pub(super) fn jw307(
    kop: &Kop<'_>,
    client: &Client,
    t: &Toewijzing,
    ends: &[(Einde, StatusAanlevering)],
) -> Result<ijw::Bericht, Ongeldig> {
    let header = jw307::Header {
        afzender: AgbCode::new(kop.agb)?,
        ontvanger: Gemeente::new(kop.gemeente)?,
        bericht_identificatie: kop.identification()?,
        xsd_versie: xsd()?,
    };
    let line = |(einde, status): &(Einde, StatusAanlevering)| {
        Ok(jw307::StopProduct {
            toewijzing_nummer: Some(Nummer::new(u64::from(t.stand.nummer))?),
            product: Some(product(t)?),
            toewijzing_ingangsdatum: Some(t.plan.ingang.date()),
            begindatum: einde.begin.date(),
            reden_beeindiging: RedenBeeindiging::parse(einde.reden)?,
            einddatum: einde.laatste.date(),
            status_aanlevering: *status,
        })
    };
    let person = jw307::Client {
        bsn: BurgerServicenummer::new(&client.bsn)?,
        geboortedatum: born(client.mens.geboren),
        geslacht: sex(client.mens.man),
        naam: short_name(&client.mens)?,
        stop_producten: ends.iter().map(line).collect::<Result<_, Ongeldig>>()?,
    };
    Ok(jw307::Bericht { header, client: person }.into())
}

fn allocated((t, referentie): &Regel<'_>) -> Result<jw301::ToegewezenProduct, Ongeldig> {
    let (day, second) = t.stand.versie;
    let part = |n: u32| i8::try_from(n).unwrap_or(0);
    let omvang = match (t.plan.budget, t.product()) {
        (None, Some(product)) => Some(size(product, t.plan.volume)?),
        _ => None,
    };
    Ok(jw301::ToegewezenProduct {
        toewijzing_nummer: Nummer::new(u64::from(t.stand.nummer))?,
        referentie_aanbieder: referentie.map(ReferentieTekst::new).transpose()?,
        product: Some(product(t)?),
        toewijzingsdatum: Dag(day).date(),
        toewijzingstijd: Tijd::new(part(second / 3_600), part(second / 60 % 60), part(second % 60), 0)
            .unwrap_or(Tijd::midnight()),
        ingangsdatum: t.plan.ingang.date(),
        einddatum: t.plan.einde.map(Dag::date),
        reden_wijziging: t.stand.wijziging.map(RedenWijziging::parse).transpose()?,
        omvang,
        budget: t.plan.budget.map(|cents| Budget::new(u64::from(cents))).transpose()?,
        commentaar: None,
    })
}

fn size(product: &regio::Product, volume: u32) -> Result<Omvang, Ongeldig> {
    Ok(Omvang {
        volume: Volume::new(u64::from(volume))?,
        eenheid: Eenheid::parse(product.eenheid.code())?,
        frequentie: Frequentie::parse(product.frequentie.code())?,
    })
}

/// The product as it is allocated: an allocation with a budget names the category only.
fn product(t: &Toewijzing) -> Result<Product, Ongeldig> {
    let (categorie, code) = t.product().map_or(("45", "45A48"), |p| (p.categorie, p.code));
    Ok(Product {
        categorie: ProductCategorie::parse(categorie)?,
        code: if t.plan.budget.is_some() { None } else { Some(ProductCode::new(code)?) },
    })
}

fn born(day: Dag) -> Geboortedatum {
    Geboortedatum { datum: day.date(), datum_gebruik: None::<DatumGebruik> }
}

const fn sex(man: bool) -> Geslacht {
    if man { const { Geslacht::constant("1") } } else { const { Geslacht::constant("2") } }
}

fn family_name(mens: &Mens) -> Result<Achternaam, Ongeldig> {
    Ok(Achternaam {
        achternaam: Naam::new(mens.achternaam)?,
        voorvoegsel: mens.voorvoegsel.map(Voorvoegsel::new).transpose()?,
    })
}

fn initial(mens: &Mens) -> Result<Option<Voorletters>, Ongeldig> {
    mens.voornaam.chars().next().map(|first| Voorletters::new(first.to_string())).transpose()
}

fn full_name(mens: &Mens) -> Result<VolledigeNaam, Ongeldig> {
    Ok(VolledigeNaam {
        geslachtsnaam: family_name(mens)?,
        partnernaam: None,
        voornamen: Some(Naam::new(mens.voornaam)?),
        voorletters: initial(mens)?,
        naam_gebruik: const { NaamGebruik::constant("1") },
    })
}

fn short_name(mens: &Mens) -> Result<VerkorteNaam, Ongeldig> {
    Ok(VerkorteNaam {
        geslachtsnaam: family_name(mens)?,
        voornamen: Some(Naam::new(mens.voornaam)?),
        voorletters: initial(mens)?,
    })
}

fn address(adres: &Woonadres) -> Result<Adres, Ongeldig> {
    Ok(Adres {
        huis: Some(Huis {
            huisnummer: Huisnummer::new(u64::from(adres.huisnummer))?,
            huisletter: None,
            huisnummer_toevoeging: None,
            aanduiding_woonadres: None,
        }),
        postcode: Some(Postcode::new(&adres.postcode)?),
        straatnaam: Some(Straatnaam::new(&adres.straat)?),
        plaatsnaam: Some(Plaatsnaam::new(adres.plaats)?),
        land_code: Some(const { LandCode::constant("NL") }),
    })
}

fn phone(number: &str) -> Result<Telefoonnummers, Ongeldig> {
    let telefoon01 =
        Telefoon { telefoonnummer: Telefoonnummer::new(number)?, landnummer: Landnummer::new("0031")? };
    Ok(Telefoonnummers { telefoon01, telefoon02: None })
}

/// Registered address (soort 01).
fn home(adres: &Woonadres) -> Result<jw301::Contact, Ongeldig> {
    Ok(jw301::Contact {
        soort: const { AdresSoort::constant("01") },
        adres: Some(address(adres)?),
        organisatie: None,
        telefoon: Some(phone(&adres.telefoon)?),
        emailadres: None,
        periode: None,
    })
}

fn parent(ouder: &Mens, nummer: &str, volgorde: u64, adres: &Woonadres) -> Result<jw301::Relatie, Ongeldig> {
    Ok(jw301::Relatie {
        nummer: Persoonsid::new(nummer)?,
        volgorde: Some(RelatieVolgorde::new(volgorde)?),
        soort: const { SoortRelatie::constant("10") },
        geboortedatum: Some(born(ouder.geboren)),
        geslacht: Some(sex(ouder.man)),
        naam: full_name(ouder)?,
        contact: home(adres)?,
    })
}

/// An institution that is guardian: a relation that is no person, reached by telephone.
fn guardian(naam: &str) -> Result<jw301::Relatie, Ongeldig> {
    Ok(jw301::Relatie {
        nummer: Persoonsid::new("GI1")?,
        volgorde: Some(RelatieVolgorde::new(1)?),
        soort: const { SoortRelatie::constant("11") },
        geboortedatum: None,
        geslacht: None,
        naam: VolledigeNaam {
            geslachtsnaam: Achternaam { achternaam: Naam::new(naam)?, voorvoegsel: None },
            partnernaam: None,
            voornamen: None,
            voorletters: None,
            naam_gebruik: const { NaamGebruik::constant("6") },
        },
        contact: jw301::Contact {
            soort: const { AdresSoort::constant("02") },
            adres: Some(Adres {
                huis: Some(Huis {
                    huisnummer: Huisnummer::new(1)?,
                    huisletter: None,
                    huisnummer_toevoeging: None,
                    aanduiding_woonadres: None,
                }),
                postcode: Some(Postcode::new("9999YA")?),
                straatnaam: Some(Straatnaam::new("Kometenplein")?),
                plaatsnaam: Some(Plaatsnaam::new("Breda")?),
                land_code: Some(const { LandCode::constant("NL") }),
            }),
            organisatie: Some(Organisatienaam::new(naam)?),
            telefoon: Some(phone("0600000001")?),
            emailadres: None,
            periode: None,
        },
    })
}
