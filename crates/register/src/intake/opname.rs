//! Taking one message in: what becomes of it, what it changes, and what is answered.

use ijw::{Bericht as Ijw, Berichttype, Richting};
use stelsel::persoon::Persoon;
use stelsel::{AgbCode, Bsn, Gemeentecode, Id};

use super::{
    Gelezen, Goed, Kennis, Kop, Uitkomst, Wijze, antwoord, declaratie, inpakken, kind_number, levering,
    retour, toewijzing, verzoek, weigeren,
};
use crate::Fout;
use crate::beeld::{Bericht, Opmerking};
use crate::bureau::{self, Oordeel};
use crate::db::Verbinding;
use crate::journaal::{Handeling, Regel};
use crate::register::millis;
use crate::schrijver::Beurt;
use crate::tabellen::{BERICHT, BERICHT_INHOUD, BEVINDING};

/// What the register keeps of a message, whoever made it.
struct Stuk<'a> {
    bestand: &'a str,
    vingerafdruk: [u8; 32],
    lengte: u64,
    ingepakt: &'a [u8],
    goed: &'a Goed,
    /// The identification was used before.
    used: bool,
}

pub(super) fn store_one(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    wijze: Wijze,
    file: &Gelezen,
) -> Result<Uitkomst, Fout> {
    let fingerprint = file.vingerafdruk.as_slice().into();
    let known =
        beurt.db.query_opt("SELECT 1 FROM bericht WHERE vingerafdruk = $1", &[fingerprint], |row| {
            row.number(0)
        })?;
    if known.is_some() {
        return Ok(Uitkomst::AlBekend);
    }
    let goed = match &file.oordeel {
        Ok(goed) => goed,
        Err(objections) => return weigeren::put_aside(beurt, file, objections),
    };
    let gemeente = Gemeentecode::parse(goed.bericht.gemeente().as_str())?;
    if !kennis.regio.is_empty() && !kennis.regio.contains(&i64::from(gemeente.number())) {
        return weigeren::put_aside(beurt, file, &[weigeren::other_municipality(gemeente)]);
    }
    // What was put aside before and is welcome now, for example because the region changed, leaves quarantine.
    if kennis.any_refused {
        beurt.db.execute("DELETE FROM quarantaine WHERE vingerafdruk = $1", &[fingerprint])?;
    }
    // What the municipality itself says is made here, or imported; from outside it could be anybody's.
    if wijze == Wijze::Verkeer && goed.bericht.berichttype().richting() == Richting::NaarAanbieder {
        return weigeren::put_aside(beurt, file, &[weigeren::own_message(goed.bericht.berichttype())]);
    }
    let kop = kop_of(beurt, &goed.bericht, file.ontvangen, file.lengte)?;
    let from_provider = bureau::is_judged(goed.bericht.berichttype());
    let used = used_before(beurt.db, &kop, &goed.bericht)?;
    let judged = match wijze {
        Wijze::Verkeer | Wijze::Nagespeeld if from_provider => {
            Some(bureau::judge(beurt.db, &kop, goed, used)?)
        }
        _ => None,
    };
    let oordeel = match &judged {
        Some(judged) => judged.oordeel(),
        None => Oordeel::within(goed),
    };
    if wijze == Wijze::Archief {
        kennis.volgnummers.stay_above(&goed.bericht);
    }
    let stuk = Stuk {
        bestand: &file.bestand,
        vingerafdruk: file.vingerafdruk,
        lengte: file.lengte,
        ingepakt: &file.ingepakt,
        goed,
        used,
    };
    let verband = retour::link(beurt.db, kennis, &kop, &goed.bericht)?;
    let is_answered = verband.is_answered();
    let persons = store(beurt, kennis, &kop, &stuk, &oordeel, &verband)?;
    let object = kop.id.to_string();
    let kind = goed.bericht.berichttype().naam();
    let line = Regel::by_program(file.ontvangen, Handeling::Innemen, kind, &object);
    beurt.pen.write(beurt.db, &line, &persons)?;
    if let Some(judged) = judged {
        bureau::answer(beurt, kennis, &kop, goed, &judged, wijze, &persons)?;
    } else if wijze != Wijze::Archief && oordeel.telt() && !is_answered {
        await_answer(beurt.db, &kop, &goed.bericht)?;
    }
    Ok(if oordeel.telt() { Uitkomst::Opgenomen(kop.id) } else { Uitkomst::Afgekeurd(kop.id) })
}

/// Whether the sender used the identification before for this kind of message.
fn used_before(db: &mut Verbinding, kop: &Kop, bericht: &Ijw) -> Result<bool, Fout> {
    let same = db.query_opt(
        "SELECT 1 FROM bericht WHERE aanbieder = $1 AND soort = $2 AND gemeente = $3 AND identificatie = $4 LIMIT 1",
        &[
            kop.aanbieder.into(),
            kind_number(bericht.berichttype()).into(),
            kop.gemeente.into(),
            bericht.identificatie().into(),
        ],
        |row| row.number(0),
    )?;
    Ok(same.is_some())
}

/// A message that was made here.
pub(crate) struct Eigen {
    pub(crate) bericht: Ijw,
    /// The message that it answers.
    pub(crate) antwoord_op: Option<Id<Bericht>>,
    pub(crate) wanneer: jiff::Timestamp,
    /// Played over: it does not wait to be sent.
    pub(crate) nagespeeld: bool,
}

/// Stores a message that was made here: an answer, or what a decision leads to. Gives its identifier and whom it is about.
pub(crate) fn store_own(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    eigen: Eigen,
) -> Result<(Id<Bericht>, Vec<Id<Persoon>>), Fout> {
    use sha2::{Digest, Sha256};
    let xml = ijw::schrijf(&eigen.bericht);
    // What is wrong with what is given back was judged where it came in.
    let goed = Goed { bericht: eigen.bericht, bevindingen: Vec::new() };
    let kop = kop_of(beurt, &goed.bericht, eigen.wanneer, xml.len() as u64)?;
    let bestand = format!("{}.xml", goed.bericht.berichttype().naam());
    let stuk = Stuk {
        bestand: &bestand,
        vingerafdruk: Sha256::digest(xml.as_bytes()).into(),
        lengte: xml.len() as u64,
        ingepakt: &inpakken::pack(xml.as_bytes()),
        goed: &goed,
        used: false,
    };
    let verband = retour::Verband::own(eigen.antwoord_op);
    let persons = store(beurt, kennis, &kop, &stuk, &Oordeel::default(), &verband)?;
    if !eigen.nagespeeld {
        beurt
            .db
            .execute_one("INSERT INTO uitgaand (bericht, bezorgd) VALUES ($1, NULL)", &[(&kop.id).into()])?;
    }
    await_answer(beurt.db, &kop, &goed.bericht)?;
    Ok((kop.id, persons))
}

fn kop_of(beurt: &Beurt<'_>, bericht: &Ijw, ontvangen: jiff::Timestamp, lengte: u64) -> Result<Kop, Fout> {
    let gemeente = Gemeentecode::parse(bericht.gemeente().as_str())?;
    let aanbieder = AgbCode::parse(bericht.aanbieder().as_str())?;
    Ok(Kop {
        id: beurt.toeval.id(ontvangen)?,
        gemeente: i64::from(gemeente.number()),
        aanbieder: i64::from(aanbieder.number()),
        dagtekening: crate::db::day_number(bericht.dagtekening()),
        ontvangen,
        lengte,
        is_toewijzing: bericht.berichttype() == Berichttype::Jw301,
    })
}

/// Stores a message, what was found about it and what it changes; gives whom it is about.
fn store(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    stuk: &Stuk<'_>,
    oordeel: &Oordeel,
    verband: &retour::Verband,
) -> Result<Vec<Id<Persoon>>, Fout> {
    let bericht = &stuk.goed.bericht;
    // An answer that breaks a rule answers nothing: a better one may follow.
    let antwoord_op = verband.antwoord_op.as_ref().filter(|_| oordeel.telt());
    store_header(beurt.db, kennis, kop, stuk, oordeel, antwoord_op)?;
    for ((rule, path), nr) in oordeel.bevindingen.iter().zip(1_i64..) {
        beurt.db.append(&BEVINDING, &[(&kop.id).into(), nr.into(), (*rule).into(), path.as_str().into()])?;
    }
    if !oordeel.telt() {
        retour::take_waiting(beurt.db, kop, verband)?;
        note_refused(beurt.db, kop.gemeente, &kop.id, bericht)?;
        return known_persons(beurt.db, bericht);
    }
    let persons = apply(beurt, kennis, kop, bericht, oordeel)?;
    retour::carry_out(beurt, kennis, kop, bericht, verband)?;
    Ok(persons)
}

/// What a message changes, when it counts.
fn apply(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    bericht: &Ijw,
    oordeel: &Oordeel,
) -> Result<Vec<Id<Persoon>>, Fout> {
    match bericht {
        Ijw::Jw301(inner) => {
            let persons = toewijzing::store(beurt, kennis, kop, &inner.client)?;
            verzoek::granted(beurt.db, kop, &inner.client.toegewezen_producten)?;
            Ok(persons)
        }
        Ijw::Jw305(inner) => levering::store_start(beurt, kennis, kop, &inner.client),
        Ijw::Jw307(inner) => levering::store_stop(beurt, kennis, kop, &inner.client),
        Ijw::Jw315(inner) => verzoek::store_allocation(beurt, kennis, kop, &inner.client),
        Ijw::Jw317(inner) => verzoek::store_change(beurt, kennis, kop, &inner.client),
        Ijw::Jw319(inner) => antwoord::store(beurt.db, kop, &inner.antwoord),
        Ijw::Jw323(inner) => declaratie::store(beurt, kennis, kop, &inner.declaratie, &oordeel.geweigerd),
        Ijw::Jw302(_)
        | Ijw::Jw306(_)
        | Ijw::Jw308(_)
        | Ijw::Jw316(_)
        | Ijw::Jw318(_)
        | Ijw::Jw320(_)
        | Ijw::Jw325(_) => known_persons(beurt.db, bericht),
    }
}

/// Whom a message is about, as far as they are known already.
fn known_persons(db: &mut Verbinding, bericht: &Ijw) -> Result<Vec<Id<Persoon>>, Fout> {
    let mut persons = Vec::new();
    for bsn in bericht.bsns() {
        // A number that fails the eleven test is nobody's.
        let Ok(bsn) = Bsn::parse(bsn) else { continue };
        let sql = "SELECT id FROM persoon WHERE bsn = $1";
        persons.extend(db.query(sql, &[bsn.number().into()], |row| row.id(0))?);
    }
    Ok(persons)
}

/// Notes which allocations of whom a message was about that does not count. Of somebody who is not known nothing is noted.
fn note_refused(db: &mut Verbinding, gemeente: i64, id: &Id<Bericht>, bericht: &Ijw) -> Result<(), Fout> {
    for (bsn, number) in bureau::allocations_of(bericht) {
        let Ok(bsn) = Bsn::parse(bsn) else { continue };
        let person =
            db.query_opt("SELECT id FROM persoon WHERE bsn = $1", &[bsn.number().into()], |row| row.id(0))?;
        if let Some(person) = person {
            retour::note_line(db, gemeente, toewijzing::number_of(number)?, &person, id)?;
        }
    }
    Ok(())
}

/// Notes that the answer of a provider is awaited.
fn await_answer(db: &mut Verbinding, kop: &Kop, bericht: &Ijw) -> Result<(), Fout> {
    if !matches!(bericht, Ijw::Jw301(_) | Ijw::Jw319(_)) {
        return Ok(());
    }
    db.execute_one(
        "INSERT INTO openstaand (bericht, dagtekening) VALUES ($1, $2)",
        &[(&kop.id).into(), kop.dagtekening.into()],
    )
}

fn store_header(
    db: &mut Verbinding,
    kennis: &mut Kennis,
    kop: &Kop,
    stuk: &Stuk<'_>,
    oordeel: &Oordeel,
    antwoord_op: Option<&Id<Bericht>>,
) -> Result<(), Fout> {
    let bericht = &stuk.goed.bericht;
    if kennis.aanbieders.insert(kop.aanbieder) {
        db.execute(
            "INSERT INTO aanbieder (agb) VALUES ($1) ON CONFLICT (agb) DO NOTHING",
            &[kop.aanbieder.into()],
        )?;
    }
    let kind = kind_number(bericht.berichttype());
    let remark = stuk.used.then_some(Opmerking::IdentificatieEerderGebruikt);
    let clients = bericht.bsns().len();
    db.append(
        &BERICHT,
        &[
            (&kop.id).into(),
            stuk.vingerafdruk.as_slice().into(),
            kind.into(),
            kop.gemeente.into(),
            kop.aanbieder.into(),
            bericht.identificatie().into(),
            kop.dagtekening.into(),
            millis(kop.ontvangen),
            stuk.bestand.into(),
            i64::try_from(stuk.lengte).unwrap_or(i64::MAX).into(),
            i64::try_from(clients).unwrap_or(i64::MAX).into(),
            remark.map_or(0_i64, Opmerking::number).into(),
            oordeel.stand.into(),
            antwoord_op.into(),
        ],
    )?;
    db.append(&BERICHT_INHOUD, &[(&kop.id).into(), stuk.ingepakt.into()])
}

/// Takes back what a message changed, because who received it refused it: it counts as not sent.
pub(crate) fn take_back(
    beurt: &mut Beurt<'_>,
    id: &Id<Bericht>,
    bericht: &Ijw,
    gemeente: i64,
) -> Result<(), Fout> {
    match bericht {
        Ijw::Jw301(inner) => {
            for product in &inner.client.toegewezen_producten {
                let number = toewijzing::number_of(product.toewijzing_nummer.get())?;
                toewijzing::take_back(beurt.db, id, gemeente, number)?;
            }
        }
        Ijw::Jw305(_) | Ijw::Jw307(_) => {
            beurt.db.execute("DELETE FROM levering WHERE bericht = $1", &[id.into()])?;
        }
        Ijw::Jw315(_) | Ijw::Jw317(_) => {
            beurt.db.execute("DELETE FROM verzoek WHERE bericht = $1", &[id.into()])?;
        }
        Ijw::Jw319(_) => antwoord::take_back(beurt.db, id)?,
        Ijw::Jw323(_) => {
            beurt.db.execute("DELETE FROM prestatie WHERE bericht = $1", &[id.into()])?;
            beurt.db.execute("DELETE FROM declaratie WHERE bericht = $1", &[id.into()])?;
        }
        _ => {}
    }
    note_refused(beurt.db, gemeente, id, bericht)?;
    beurt
        .db
        .execute_one("UPDATE bericht SET stand = $1 WHERE id = $2", &[bureau::AFGEWEZEN.into(), id.into()])
}
