//! What a connector brings and takes: bare messages of iJw, or messages in an envelope of StUF-GGk.

use ijw::stuf::{self, Applicatie, Envelop, Organisatie, Referentienummer, Systeem, Tijdstip};
use jiff::Timestamp;
use stelsel::Id;
use stelsel::klok::dutch_zone;

use crate::Fout;
use crate::beeld::{Bericht, Bezwaar, Uitgaand};
use crate::db::Verbinding;
use crate::intake::{Aangeboden, Beoordeeld, Stuk, Uitkomst, Wijze, judge, store};
use crate::schrijver::Beurt;

/// The most bytes of something that is brought: an envelope around a message of 25 MB.
pub const MAX_ONTVANGEN: usize = stuf::MAX_ENVELOP;

/// The name under which envelopes leave.
const APPLICATIE: &str = "Leerloop";

/// What came of something that a connector brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ontvangen {
    /// What became of the message.
    pub uitkomst: Uitkomst,
    /// The envelope to answer with at once, when the message cannot be read (Fo01). A message that can be read is answered by a
    /// message of its own.
    pub fout: Option<Vec<u8>>,
}

/// Something that was brought, opened and judged.
pub(crate) struct Geopend {
    stuk: Beoordeeld,
    envelop: Option<Envelop>,
}

/// Opens an envelope when it is one, and judges what is in it.
pub(crate) fn open(bestand: String, bytes: Vec<u8>, ontvangen: Timestamp) -> Geopend {
    let (stuk, envelop) = match stuf::lees(&bytes) {
        Ok(envelop) => {
            let stuk = match (envelop.bericht(), &envelop) {
                (Ok(xml), _) if is_of_sender(xml, &envelop) => {
                    Stuk::Bestand(Aangeboden { bestand, bytes: xml.as_bytes().to_vec(), ontvangen })
                }
                (Ok(_), _) => whole(bestand, &bytes, ontvangen, "envelop-afzender", Vec::new()),
                (Err(_), Envelop::Fo01(fout)) => {
                    let code = fout.body.code.as_str().to_owned();
                    whole(bestand, &bytes, ontvangen, "envelop-fout", vec![("code".to_owned(), code)])
                }
                (Err(reden), _) => {
                    let values = vec![("reden".to_owned(), reden.code().to_owned())];
                    whole(bestand, &bytes, ontvangen, "envelop", values)
                }
            };
            (stuk, Some(envelop))
        }
        // Bytes that are no envelope are judged as a message: that tells best what is wrong with them.
        Err(fout) if !is_envelope(&fout, &bytes) => {
            (Stuk::Bestand(Aangeboden { bestand, bytes, ontvangen }), None)
        }
        Err(fout) => {
            let values = vec![("reden".to_owned(), fout.reden.code().to_owned())];
            (whole(bestand, &bytes, ontvangen, "envelop", values), None)
        }
    };
    Geopend { stuk: judge(vec![stuk]), envelop }
}

/// Whether the provider in a message is the one that sent the envelope. A message that cannot be read tells nobody.
fn is_of_sender(xml: &str, envelop: &Envelop) -> bool {
    let zender = match envelop {
        Envelop::Di01(inner) => &inner.zender,
        Envelop::Du01(inner) => &inner.zender,
        Envelop::Fo01(_) => return true,
    };
    ijw::lees(xml.as_bytes())
        .map_or(true, |bericht| bericht.aanbieder().as_str() == zender.organisatie.as_str())
}

/// Whether something that cannot be read as an envelope was meant as one.
fn is_envelope(fout: &stuf::Fout, bytes: &[u8]) -> bool {
    let begin = bytes.get(..4_096).unwrap_or(bytes);
    fout.reden.code() != "geen-envelop"
        && begin.windows(stuf::GGK.len()).any(|part| part == stuf::GGK.as_bytes())
}

fn whole(
    bestand: String,
    bytes: &[u8],
    ontvangen: Timestamp,
    code: &str,
    waarden: Vec<(String, String)>,
) -> Stuk {
    let bezwaar = Bezwaar { regel: None, pad: None, code: code.to_owned(), waarden };
    Stuk::Geweigerd { file: Aangeboden { bestand, bytes: bytes.to_vec(), ontvangen }, bezwaar }
}

/// Stores what was brought, and makes the fault to answer with when it cannot be read.
pub(crate) fn take(beurt: &mut Beurt<'_>, opened: &Geopend, now: Timestamp) -> Result<Ontvangen, Fout> {
    let uitkomst = store(beurt, Wijze::Verkeer, &opened.stuk)?
        .pop()
        .ok_or(Fout::Tegenstrijdig("nothing came of a message"))?;
    let refused = matches!(uitkomst, Uitkomst::Quarantaine(..) | Uitkomst::AlInQuarantaine);
    if let (Uitkomst::Opgenomen(id) | Uitkomst::Afgekeurd(id), Some(envelop)) = (&uitkomst, &opened.envelop) {
        beurt.db.execute_one(
            "UPDATE bericht SET envelop = $1 WHERE id = $2",
            &[envelop.referentienummer().into(), id.into()],
        )?;
    }
    let fout = match &opened.envelop {
        Some(envelop) if refused => fault(beurt, envelop, now)?,
        _ => None,
    };
    Ok(Ontvangen { uitkomst, fout })
}

/// The fault that answers an envelope; none on a fault.
fn fault(beurt: &Beurt<'_>, envelop: &Envelop, now: Timestamp) -> Result<Option<Vec<u8>>, Fout> {
    let zender = match envelop {
        Envelop::Di01(inner) => inner.ontvanger.clone(),
        Envelop::Du01(inner) => inner.ontvanger.clone(),
        Envelop::Fo01(_) => return Ok(None),
    };
    let nummer = Referentienummer::from_bytes(beurt.toeval.bytes()?);
    let made = Envelop::fout(envelop, zender, nummer, tijdstip(now)?).map_err(|_| ENVELOP)?;
    Ok(Some(stuf::schrijf(&made).into_bytes()))
}

const ENVELOP: Fout = Fout::Tegenstrijdig("an envelope cannot be made");

fn tijdstip(moment: Timestamp) -> Result<Tijdstip, Fout> {
    Tijdstip::from_datetime(moment.to_zoned(dutch_zone()).datetime()).map_err(|_| ENVELOP)
}

/// A number that is the same whenever the same message is put in an envelope again.
fn number(id: Id<Bericht>) -> Referentienummer {
    Referentienummer::from_bytes(*id.bytes())
}

/// Puts a message that waits in its envelope: a Du01 when it answers a message, else a Di01.
pub(crate) fn envelope(db: &mut Verbinding, message: &Uitgaand) -> Result<Vec<u8>, Fout> {
    let answered = db.query_opt(
        "SELECT h.id, h.envelop FROM bericht b JOIN bericht h ON h.id = b.antwoord_op WHERE b.id = $1",
        &[(&message.id).into()],
        |row| Ok((row.id(0)?, row.text_opt(1)?)),
    )?;
    let system = |code: String| Organisatie::new(code).map_err(|_| ENVELOP);
    let zender = Systeem::new(
        system(message.gemeente.to_string())?,
        Applicatie::new(APPLICATIE).map_err(|_| ENVELOP)?,
    );
    let ontvanger = Systeem::via_ggk(system(message.aanbieder.to_string())?);
    let when = tijdstip(message.gemaakt)?;
    let (xml, kind) = (message.xml.clone(), message.soort);
    let made = match answered {
        Some((heen, cross)) => {
            let cross =
                cross.and_then(|text| Referentienummer::new(text).ok()).unwrap_or_else(|| number(heen));
            Envelop::retour(xml, kind, zender, ontvanger, number(message.id), when, cross)
        }
        None => Envelop::heen(xml, kind, zender, ontvanger, number(message.id), when),
    };
    Ok(stuf::schrijf(&made.map_err(|_| ENVELOP)?).into_bytes())
}
