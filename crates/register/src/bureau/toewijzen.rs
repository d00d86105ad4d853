//! Allocating of one's own accord: what a plan says becomes the JW301 that tells the provider.

use ijw::basis::{
    Achternaam, AgbCode as Agb, BerichtIdentificatie, Budget, BurgerServicenummer, Eenheid, Frequentie,
    Geboortedatum, Gemeente, Geslacht, Naam as IjwNaam, NaamGebruik, Nummer, Omvang, Product,
    ProductCategorie, ProductCode, Tijd, VolledigeNaam, Volume, Voorletters, Voorvoegsel,
};
use ijw::{Keten, Opdracht, jw301};
use jiff::Timestamp;
use stelsel::klok::{dutch_day, dutch_zone};
use stelsel::persoon::Persoon;
use stelsel::{Gemeentecode, Id, Identiteit};

use super::client::{home, keep_number, newest_client, next_number};
use super::{historie, stempel};
use crate::Fout;
use crate::beeld::{Bericht, Clientgegevens, Hulpdaad, NietVerstuurd, Toewijsfout, Toewijzen};
use crate::db::{day_number, day_of};
use crate::intake::{Eigen, Kennis, store_own};
use crate::journaal::{Handeling, Regel};
use crate::schrijver::Beurt;

const CODE: Fout = Fout::Tegenstrijdig("a stored code does not have the form of its kind");

/// For whom by whom something is allocated, and what.
pub(crate) struct Opgedragen<'a> {
    pub(crate) persoon: Id<Persoon>,
    pub(crate) gemeente: Gemeentecode,
    pub(crate) aanbieder: stelsel::AgbCode,
    pub(crate) wat: Wat<'a>,
}

/// What is done.
pub(crate) enum Wat<'a> {
    Nieuw(&'a Toewijzen),
    Wijzig(i64, Hulpdaad),
}

/// What came of it: the message and the number of the allocation, or why not.
pub(crate) type Uitkomst = Result<(Id<Bericht>, i64), NietVerstuurd>;

/// Makes the message, holds it against the rules of the standard and puts it with what is to be sent. When it does not hold,
/// nothing was stored.
pub(crate) fn allocate(
    beurt: &mut Beurt<'_>,
    who: &Identiteit,
    of: &Opgedragen<'_>,
    now: Timestamp,
) -> Result<Uitkomst, Fout> {
    let gemeente = i64::from(of.gemeente.number());
    let mut kennis = Kennis::read(beurt.db)?;
    let filled_in = match &of.wat {
        Wat::Nieuw(new) => new.client.as_ref(),
        Wat::Wijzig(..) => None,
    };
    let client = match newest_client(beurt.db, of.persoon, gemeente)? {
        Some(client) => client,
        None => match first_client(beurt, of.persoon, filled_in)? {
            Ok(client) => client,
            Err(why) => return Ok(Err(why)),
        },
    };
    let first = next_number(beurt, gemeente)?;
    let opdracht = match &of.wat {
        Wat::Nieuw(new) => match product_of(new, first) {
            Ok(product) => Opdracht::Nieuw(Box::new(product)),
            Err(faults) => return Ok(Err(NietVerstuurd::Velden(faults))),
        },
        Wat::Wijzig(nummer, Hulpdaad::Einde(einddatum)) => {
            Opdracht::Einde { nummer: number(*nummer)?, einddatum: *einddatum }
        }
        Wat::Wijzig(nummer, Hulpdaad::Intrekken) => Opdracht::Intrekken(number(*nummer)?),
    };
    let nummer = match &opdracht {
        Opdracht::Nieuw(product) => product.toewijzing_nummer,
        Opdracht::Einde { nummer, .. } | Opdracht::Intrekken(nummer) => *nummer,
    };
    let keten = Keten {
        gemeente: Gemeente::new(of.gemeente.to_string()).map_err(|_| CODE)?,
        aanbieder: Agb::new(of.aanbieder.to_string()).map_err(|_| CODE)?,
    };
    let known = historie::for_allocation(beurt.db, gemeente, i64::from(of.aanbieder.number()), &client.bsn)?;
    let changed = match of.wat {
        Wat::Nieuw(_) => None,
        Wat::Wijzig(nummer, _) => Some(nummer),
    };
    let besluit = decided_at(beurt, gemeente, changed, now)?;
    let Ok(lines) = ijw::toewijzing_uit_eigen_beweging(&keten, &client.bsn, &known, opdracht, besluit) else {
        // It was taken back a moment ago, or the provider refused it.
        return Ok(Err(NietVerstuurd::Nieuwer));
    };
    let stempel = stempel(&mut kennis, now)?;
    let header = jw301::Header {
        afzender: keten.gemeente,
        ontvanger: keten.aanbieder,
        bericht_identificatie: BerichtIdentificatie {
            identificatie: stempel.identificatie,
            dagtekening: stempel.dagtekening,
        },
        xsd_versie: stempel.xsd_versie,
    };
    let client = jw301::Client { toegewezen_producten: lines, ..client };
    let bericht: ijw::Bericht = jw301::Bericht { header, client }.into();
    if let Some(why) = broken(&bericht) {
        return Ok(Err(why));
    }
    if let ijw::Bericht::Jw301(made) = &bericht {
        keep_number(beurt, gemeente, &made.client.toegewezen_producten)?;
    }
    let kind = bericht.berichttype().naam();
    let eigen = Eigen { bericht, antwoord_op: None, wanneer: now, nagespeeld: false };
    let (sent, mut persons) = store_own(beurt, &mut kennis, eigen)?;
    persons.push(of.persoon);
    kennis.volgnummers.keep(beurt.db)?;
    crate::intake::count_intake(beurt.db)?;
    let message = sent.to_string();
    beurt.pen.write(beurt.db, &Regel::by(who, now, Handeling::Versturen, kind, &message), &persons)?;
    Ok(Ok((sent, i64::try_from(nummer.get()).unwrap_or_default())))
}

/// When it is decided. Versions are ordered by this moment (OP080), so a change comes at least a second after the version before.
fn decided_at(
    beurt: &mut Beurt<'_>,
    gemeente: i64,
    changed: Option<i64>,
    now: Timestamp,
) -> Result<ijw::Besluit, Fout> {
    let time = now.to_zoned(dutch_zone()).time();
    let seconds = i64::from(time.hour()) * 3_600 + i64::from(time.minute()) * 60 + i64::from(time.second());
    let mut moment = day_number(dutch_day(now)) * 86_400 + seconds;
    if let Some(nummer) = changed {
        let before = beurt.db.query_opt(
            "SELECT max(moment) FROM toewijzing_versie WHERE gemeente = $1 AND nummer = $2",
            &[gemeente.into(), nummer.into()],
            |row| row.number_opt(0),
        )?;
        moment = before.flatten().map_or(moment, |before| moment.max(before + 1));
    }
    let part = |unit: i64, of: i64| i8::try_from(moment.rem_euclid(86_400) / unit % of).unwrap_or_default();
    let tijd = Tijd::new(part(3_600, 24), part(60, 60), part(1, 60), 0).unwrap_or(Tijd::midnight());
    Ok(ijw::Besluit { datum: day_of(moment.div_euclid(86_400))?, tijd })
}

fn number(nummer: i64) -> Result<Nummer, Fout> {
    u64::try_from(nummer).ok().and_then(|n| Nummer::new(n).ok()).ok_or(Fout::NietGevonden)
}

/// The rules that a message breaks: those that are about one field beside that field.
fn broken(bericht: &ijw::Bericht) -> Option<NietVerstuurd> {
    let mut rules: Vec<&'static ijw::regels::Regel> =
        ijw::keur(bericht).into_iter().map(|found| found.regel).collect();
    rules.dedup();
    let of_field = |rule: &&'static ijw::regels::Regel| match rule.code {
        "CD041" => Some(Toewijsfout::OmvangNodig),
        "CD079" => Some(Toewijsfout::Categorie),
        "CD077" | "CD078" => Some(Toewijsfout::OmvangOfBudget),
        "CD075" => Some(Toewijsfout::BudgetEinde),
        "CS003" => Some(Toewijsfout::Einde),
        "CS338" => Some(Toewijsfout::PerDag),
        _ => None,
    };
    let mut fields: Vec<Toewijsfout> = rules.iter().filter_map(of_field).collect();
    fields.dedup();
    let others: Vec<_> = rules.iter().copied().filter(|rule| of_field(rule).is_none()).collect();
    match (others.is_empty(), fields.is_empty()) {
        (true, true) => None,
        (true, false) => Some(NietVerstuurd::Velden(fields)),
        (false, _) => Some(NietVerstuurd::Regels(others)),
    }
}

/// The line of the message, with what is wrong with its fields.
fn product_of(new: &Toewijzen, first: u64) -> Result<jw301::ToegewezenProduct, Vec<Toewijsfout>> {
    let mut faults = Vec::new();
    let categorie =
        ProductCategorie::parse(&new.categorie).map_err(|_| faults.push(Toewijsfout::Categorie)).ok();
    let code = new
        .code
        .as_ref()
        .and_then(|code| ProductCode::new(code.clone()).map_err(|_| faults.push(Toewijsfout::Code)).ok());
    let omvang = new.omvang.as_ref().and_then(|much| {
        let read = || {
            Some(Omvang {
                volume: Volume::new(u64::try_from(much.volume).ok()?).ok()?,
                eenheid: Eenheid::parse(&much.eenheid).ok()?,
                frequentie: Frequentie::parse(&much.frequentie).ok()?,
            })
        };
        let found = read().filter(|_| much.volume > 0);
        if found.is_none() {
            faults.push(Toewijsfout::Omvang);
        }
        found
    });
    let budget = new.budget.and_then(|cents| {
        let found =
            u64::try_from(cents).ok().filter(|cents| *cents > 0).and_then(|cents| Budget::new(cents).ok());
        if found.is_none() {
            faults.push(Toewijsfout::Omvang);
        }
        found
    });
    if new.eind.is_some_and(|end| end < new.ingang) {
        faults.push(Toewijsfout::Einde);
    }
    let number = Nummer::new(first).map_err(|_| faults.push(Toewijsfout::Code)).ok();
    match (number, categorie) {
        (Some(toewijzing_nummer), Some(categorie)) if faults.is_empty() => Ok(jw301::ToegewezenProduct {
            toewijzing_nummer,
            referentie_aanbieder: None,
            product: Some(Product { categorie, code }),
            toewijzingsdatum: new.ingang,
            toewijzingstijd: Tijd::midnight(),
            ingangsdatum: new.ingang,
            einddatum: new.eind,
            reden_wijziging: None,
            omvang,
            budget,
            commentaar: None,
        }),
        _ => Err(faults),
    }
}

/// Who the allocation is for, when no message told before: what the register knows, with what was filled in.
fn first_client(
    beurt: &mut Beurt<'_>,
    persoon: Id<Persoon>,
    filled_in: Option<&Clientgegevens>,
) -> Result<Result<jw301::Client, NietVerstuurd>, Fout> {
    let known = beurt.db.query_opt(
        "SELECT bsn, geboren, achternaam, voorvoegsel, voornamen, voorletters FROM persoon WHERE id = $1",
        &[(&persoon).into()],
        |row| {
            let names = (row.text(2)?, row.text_opt(3)?, row.text_opt(4)?, row.text_opt(5)?);
            Ok((row.number_opt(0)?, row.number_opt(1)?, names))
        },
    )?;
    let (bsn, born, names) = known.ok_or(Fout::NietGevonden)?;
    let (Some(bsn), Some(born)) = (bsn, born) else {
        return Ok(Err(NietVerstuurd::Velden(vec![Toewijsfout::KindOnbekend])));
    };
    let Some(filled_in) = filled_in else { return Ok(Err(NietVerstuurd::ClientNodig)) };
    let made = client_of(bsn, day_of(born)?, names, filled_in);
    Ok(made.map_err(|_| NietVerstuurd::Velden(vec![Toewijsfout::Client])))
}

/// Family name, what stands before it, given names, initials.
type Namen = (String, Option<String>, Option<String>, Option<String>);

fn client_of(
    bsn: i64,
    born: jiff::civil::Date,
    (achternaam, voorvoegsel, voornamen, voorletters): Namen,
    filled_in: &Clientgegevens,
) -> Result<jw301::Client, ijw::Ongeldig> {
    Ok(jw301::Client {
        bsn: BurgerServicenummer::new(format!("{bsn:09}"))?,
        geboortedatum: Geboortedatum { datum: born, datum_gebruik: None },
        geslacht: Geslacht::parse(&filled_in.geslacht)?,
        naam: VolledigeNaam {
            geslachtsnaam: Achternaam {
                achternaam: IjwNaam::new(achternaam)?,
                voorvoegsel: voorvoegsel.map(Voorvoegsel::new).transpose()?,
            },
            partnernaam: None,
            voornamen: voornamen.map(IjwNaam::new).transpose()?,
            voorletters: voorletters.map(Voorletters::new).transpose()?,
            naam_gebruik: const { NaamGebruik::constant("1") },
        },
        communicatie: None,
        juridische_status: None,
        wettelijke_vertegenwoordiging: None,
        commentaar: None,
        relaties: None,
        contactgegevens: vec![home(&filled_in.adres)?],
        toegewezen_producten: Vec::new(),
    })
}
