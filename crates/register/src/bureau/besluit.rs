//! Deciding on a request: what a professional decides becomes the message that tells the provider.

use ijw::basis::{
    BerichtIdentificatie, Gemeente, NaamGebruik, Nummer, RedenAfwijzingVerzoek, ReferentieTekst, Tijd,
    VolledigeNaam,
};
use ijw::{Bericht as Ijw, Stempel, Uitspraak, jw301, jw315};
use jiff::Timestamp;
use stelsel::klok::{dutch_day, dutch_zone};
use stelsel::persoon::Persoon;
use stelsel::toegang::Dossier;
use stelsel::{Doel, Id, Identiteit};

use super::client::{home, keep_number, newest_client, next_number};
use super::{historie, stempel};
use crate::Fout;
use crate::beeld::{Bericht, Besloten, Besluit, Verzoek, VerzoekStand, Woonadres};
use crate::intake::{Eigen, Kennis, store_own, stored};
use crate::journaal::{Handeling, Regel};
use crate::schrijver::Beurt;

/// The request as it is decided on.
struct Vraag {
    bericht: Id<Bericht>,
    referentie: String,
    gemeente: i64,
    aanbieder: i64,
    persoon: Id<Persoon>,
    stand: VerzoekStand,
    /// For which purpose and by which relation it is decided on.
    doel: Doel,
    grond: &'static str,
}

/// Carries a decision out.
pub(crate) fn decide(
    beurt: &mut Beurt<'_>,
    who: &Identiteit,
    id: Id<Verzoek>,
    besluit: &Besluit,
    now: Timestamp,
) -> Result<Besloten, Fout> {
    let vraag = find(beurt, who, id)?;
    let again = vraag.stand == VerzoekStand::InOnderzoek && *besluit == Besluit::Onderzoeken;
    if vraag.stand > VerzoekStand::InOnderzoek || again {
        return Ok(Besloten::AlBeantwoord(vraag.stand));
    }
    let mut kennis = Kennis::read(beurt.db)?;
    let message = stored(beurt.db, &vraag.bericht)?;
    let stempel = stempel(&mut kennis, now)?;
    let made = match besluit {
        Besluit::Toekennen { adres } => grant(beurt, &vraag, &message, adres.as_ref(), stempel, now)?,
        Besluit::Onderzoeken => answer(&vraag, &message, Uitspraak::InOnderzoek, stempel)?,
        Besluit::Afwijzen { reden } => {
            let reden = RedenAfwijzingVerzoek::parse(reden).map_err(|_| Fout::Zinloos("the reason"))?;
            answer(&vraag, &message, Uitspraak::Afgewezen(reden), stempel)?
        }
        Besluit::AndereGemeente { gemeente } => {
            let code = Gemeente::new(gemeente.to_string()).map_err(|_| Fout::Zinloos("the municipality"))?;
            answer(&vraag, &message, Uitspraak::AndereGemeente(code), stempel)?
        }
    };
    let bericht = match made {
        Gemaakt::Bericht(bericht) => *bericht,
        Gemaakt::AdresNodig => return Ok(Besloten::AdresNodig),
        Gemaakt::NietMogelijk(rule) => {
            return Ok(Besloten::NietMogelijk(ijw::regels::Regel::from_code(rule).into_iter().collect()));
        }
    };
    let mut broken: Vec<&'static ijw::regels::Regel> =
        ijw::keur(&bericht).into_iter().map(|found| found.regel).collect();
    if !broken.is_empty() {
        broken.dedup();
        return Ok(Besloten::NietMogelijk(broken));
    }
    if let Ijw::Jw301(made) = &bericht {
        keep_number(beurt, vraag.gemeente, &made.client.toegewezen_producten)?;
    }
    let kind = bericht.berichttype().naam();
    let eigen = Eigen { bericht, antwoord_op: None, wanneer: now, nagespeeld: false };
    let (sent, mut persons) = store_own(beurt, &mut kennis, eigen)?;
    persons.push(vraag.persoon);
    kennis.volgnummers.keep(beurt.db)?;
    crate::intake::count_intake(beurt.db)?;
    let (request, message) = (id.to_string(), sent.to_string());
    let (doel, grond) = (vraag.doel, vraag.grond);
    let decided = Regel { grond, doel, ..Regel::by(who, now, Handeling::Besluiten, "verzoek", &request) };
    beurt.pen.write(beurt.db, &decided, &[vraag.persoon])?;
    let sent_line = Regel { grond, doel, ..Regel::by(who, now, Handeling::Versturen, kind, &message) };
    beurt.pen.write(beurt.db, &sent_line, &persons)?;
    Ok(Besloten::Verstuurd(sent))
}

enum Gemaakt {
    Bericht(Box<Ijw>),
    AdresNodig,
    /// The rule that stands in the way.
    NietMogelijk(&'static str),
}

fn find(beurt: &mut Beurt<'_>, who: &Identiteit, id: Id<Verzoek>) -> Result<Vraag, Fout> {
    let found = beurt.db.query_opt(
        "SELECT q.bericht, q.referentie, q.gemeente, q.aanbieder, q.persoon, q.stand, p.gezin, f.wijk, f.afgeschermd FROM verzoek q \
         JOIN persoon p ON p.id = q.persoon JOIN gezin f ON f.id = p.gezin WHERE q.id = $1",
        &[(&id).into()],
        |row| {
            let vraag = Vraag {
                bericht: row.id(0)?,
                referentie: row.text(1)?,
                gemeente: row.number(2)?,
                aanbieder: row.number(3)?,
                persoon: row.id(4)?,
                stand: VerzoekStand::from_number(row.number(5)?)?,
                doel: who.rol.purpose(),
                grond: "",
            };
            let dossier =
                Dossier { gezin: row.id(6)?, wijk: row.code_opt(7)?, afgeschermd: row.number(8)? != 0 };
            Ok((vraag, row.code(2)?, dossier))
        },
    )?;
    let (mut vraag, gemeente, dossier) = found.ok_or(Fout::NietGevonden)?;
    if !who.decides() || !who.has_verzoek(gemeente, dossier) {
        return Err(Fout::NietGevonden);
    }
    if let Some(toegang) = who.toegang(dossier) {
        (vraag.doel, vraag.grond) = (toegang.doel, toegang.relatie.key());
    }
    Ok(vraag)
}

const ONVERWACHT: Fout = Fout::Tegenstrijdig("a stored request cannot be answered");

fn reference(vraag: &Vraag) -> Result<ReferentieTekst, Fout> {
    ReferentieTekst::parse(&vraag.referentie).map_err(|_| ONVERWACHT)
}

fn answer(vraag: &Vraag, message: &Ijw, uitspraak: Uitspraak, stempel: Stempel) -> Result<Gemaakt, Fout> {
    match ijw::antwoord_op_verzoek(message, &reference(vraag)?, uitspraak, stempel) {
        Ok(made) => Ok(Gemaakt::Bericht(Box::new(made.into()))),
        // Reason 8 goes with a municipality and with new care only: the form does not offer anything else.
        Err(ijw::Weigering::Woonplaatsbeginsel) => Err(Fout::Zinloos("the reason")),
        Err(_) => Err(ONVERWACHT),
    }
}

fn grant(
    beurt: &mut Beurt<'_>,
    vraag: &Vraag,
    message: &Ijw,
    adres: Option<&Woonadres>,
    stempel: Stempel,
    now: Timestamp,
) -> Result<Gemaakt, Fout> {
    let asked = only(message, &reference(vraag)?);
    let known = historie::for_grant(beurt.db, vraag.gemeente, vraag.aanbieder, &asked)?;
    let time = now.to_zoned(dutch_zone()).time();
    let tijd = Tijd::new(time.hour(), time.minute(), time.second(), 0).unwrap_or(Tijd::midnight());
    let besluit = ijw::Besluit { datum: dutch_day(now), tijd };
    let first = next_number(beurt, vraag.gemeente)?;
    let numbers = (first..).map_while(|number| Nummer::new(number).ok());
    let lines = match ijw::toewijzing_na_verzoek(&asked, &known, besluit, numbers) {
        Ok(lines) => lines,
        // The provider refused the allocation that the request wants changed.
        Err(ijw::Weigering::ToewijzingOnbekend(_)) => return Ok(Gemaakt::NietMogelijk("TR350")),
        Err(_) => return Err(ONVERWACHT),
    };
    let Some(mut client) = client(beurt, vraag, &asked, adres)? else { return Ok(Gemaakt::AdresNodig) };
    client.toegewezen_producten = lines;
    let header = jw301::Header {
        afzender: message.gemeente().clone(),
        ontvanger: message.aanbieder().clone(),
        bericht_identificatie: BerichtIdentificatie {
            identificatie: stempel.identificatie,
            dagtekening: stempel.dagtekening,
        },
        xsd_versie: stempel.xsd_versie,
    };
    Ok(Gemaakt::Bericht(Box::new(jw301::Bericht { header, client }.into())))
}

/// The request with only the product that is decided on.
fn only(message: &Ijw, reference: &ReferentieTekst) -> Ijw {
    let mut message = message.clone();
    if let Ijw::Jw315(inner) = &mut message {
        inner.client.aangevraagde_producten.retain(|product| product.referentie_aanbieder == *reference);
    }
    message
}

/// Who the allocation is for: as the newest one told, or as the request tells with an address that was filled in.
fn client(
    beurt: &mut Beurt<'_>,
    vraag: &Vraag,
    asked: &Ijw,
    adres: Option<&Woonadres>,
) -> Result<Option<jw301::Client>, Fout> {
    if let Some(known) = newest_client(beurt.db, vraag.persoon, vraag.gemeente)? {
        return Ok(Some(known));
    }
    match (asked, adres) {
        (Ijw::Jw315(inner), Some(adres)) => Ok(filled_in(&inner.client, adres).ok()),
        _ => Ok(None),
    }
}

fn filled_in(client: &jw315::Client, adres: &Woonadres) -> Result<jw301::Client, ijw::Ongeldig> {
    let contact = home(adres)?;
    Ok(jw301::Client {
        bsn: client.bsn.clone(),
        geboortedatum: client.geboortedatum.clone(),
        geslacht: client.geslacht,
        naam: VolledigeNaam {
            geslachtsnaam: client.naam.geslachtsnaam.clone(),
            partnernaam: None,
            voornamen: client.naam.voornamen.clone(),
            voorletters: client.naam.voorletters.clone(),
            naam_gebruik: const { NaamGebruik::constant("1") },
        },
        communicatie: None,
        juridische_status: None,
        wettelijke_vertegenwoordiging: None,
        commentaar: None,
        relaties: None,
        contactgegevens: vec![contact],
        toegewezen_producten: Vec::new(),
    })
}
