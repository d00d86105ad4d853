//! Reading an envelope.

use super::envelop::{Di01, Du01, Envelop, Fo01, Foutbericht, Foutsysteem, Parameters, Systeem};
use super::fout::{Fout, Reden};
use super::inhoud::{Bestand, Inhoud};
use super::lezing::{Lezing, Uitkomst, buiten};
use super::tekst::{Bestandsnaam, Tijdstip, Veldtekst};
use crate::fout::Foutsoort;
use crate::lezer::{Lezer, Tag, kort, regeleinden};
use crate::ongeldig::Ongeldig;

/// The largest size of a file with an envelope: room for the largest message as base64 on indented lines.
pub const MAX_ENVELOP: usize = 48 * 1024 * 1024;

/// The largest size of the XML that goes with a fault: there must be room for what comes around it.
pub(super) const MAX_DETAILS: usize = MAX_ENVELOP / 8 * 7;

/// The namespace of the envelopes.
pub const GGK: &str = "http://www.stufstandaarden.nl/koppelvlak/ggk0210";

/// The namespace of what StUF standards share.
pub const STUF: &str = "http://www.egem.nl/StUF/StUF0301";

/// The namespace of SOAP 1.1.
pub(super) const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";

/// The namespace of SOAP 1.2, which is read but not written.
const SOAP12: &str = "http://www.w3.org/2003/05/soap-envelope";

/// Reads an envelope and checks it against its schema, with or without a SOAP envelope around it.
///
/// The message in it is taken out, but not read: see [`Envelop::bericht`].
///
/// # Errors
///
/// The first [`Fout`]. The verdict is the one that a schema engine gives, but for what is refused for safety: a document
/// type definition, another encoding than UTF-8, more than [`MAX_ENVELOP`] in all or more than
/// [`MAX_BYTES`](crate::MAX_BYTES) in the file within, and what the reader of messages refuses for safety.
pub fn lees(bytes: &[u8]) -> Result<Envelop, Fout> {
    let mut lezing = Lezing::new(tekst_van(bytes, MAX_ENVELOP)?);
    let wortel = lezing.wortel()?;
    let soap = [SOAP, SOAP12].into_iter().find(|soap| lezing.is(&wortel, (soap, "Envelope")));
    let envelop = match soap {
        Some(soap) => lezing.binnen(&wortel, |lezing| {
            lezing.facultatief((soap, "Header"), Lezing::sla_over)?;
            lezing.verplicht((soap, "Body"), |lezing, tag| lezing.binnen(tag, lees_body))
        })?,
        None => lees_envelop(&mut lezing, &wortel)?,
    };
    lezing.epiloog()?;
    Ok(envelop)
}

/// How much of a file is looked at to see what its root is.
const BEGIN: usize = 64 * 1024;

/// Whether a file is meant as an envelope: whether its root element stands in a namespace of envelopes or of SOAP.
///
/// Only the first 64 KiB are looked at, so that the beginning of a file is enough. What is meant as an envelope may still
/// fail as one.
pub fn is_envelop(bytes: &[u8]) -> bool {
    let begin = bytes.get(..BEGIN).unwrap_or(bytes);
    let goed = match str::from_utf8(begin) {
        Ok(tekst) => tekst,
        Err(fout) => {
            let deel = begin.get(..fout.valid_up_to()).and_then(|deel| str::from_utf8(deel).ok());
            deel.unwrap_or_default()
        }
    };
    let wortel = Lezer::stil(goed).wortel();
    wortel.is_some_and(|(_, namespace)| [GGK, STUF, SOAP, SOAP12].contains(&namespace.as_str()))
}

/// The text of a file that is not too large.
pub(super) fn tekst_van(bytes: &[u8], grens: usize) -> Result<&str, Fout> {
    if bytes.len() > grens {
        return Err(buiten(1, Foutsoort::TeGroot { bytes: bytes.len(), grens }));
    }
    str::from_utf8(bytes).map_err(|fout| {
        let voor = bytes.get(..fout.valid_up_to()).unwrap_or_default();
        buiten(regeleinden(voor) + 1, Foutsoort::Codering { genoemd: None })
    })
}

fn lees_body(lezing: &mut Lezing<'_>) -> Uitkomst<Envelop> {
    const ENVELOPPEN: [(&str, &str); 3] =
        [(GGK, "envelopHeenbericht-ggk_Di01"), (GGK, "envelopRetourbericht-ggk_Du01"), (STUF, "Fo01Bericht")];
    match lezing.komende() {
        Some(tag) => match ENVELOPPEN.into_iter().find(|element| lezing.is(&tag, *element)) {
            Some(element) => lezing.verplicht(element, lees_envelop),
            None => lees_envelop(lezing, &tag),
        },
        // Nothing else than an envelope is expected in a body; the first kind stands for all.
        None => lezing.verplicht(ENVELOPPEN[0], lees_envelop),
    }
}

fn lees_envelop<'a>(lezing: &mut Lezing<'a>, tag: &Tag<'a>) -> Uitkomst<Envelop> {
    if lezing.is(tag, (GGK, "envelopHeenbericht-ggk_Di01")) {
        lezing.klasse(tag, lees_di01).map(|envelop| Envelop::Di01(Box::new(envelop)))
    } else if lezing.is(tag, (GGK, "envelopRetourbericht-ggk_Du01")) {
        lezing.klasse(tag, lees_du01).map(|envelop| Envelop::Du01(Box::new(envelop)))
    } else if lezing.is(tag, (STUF, "Fo01Bericht")) {
        lezing.klasse(tag, lees_fo01).map(|envelop| Envelop::Fo01(Box::new(envelop)))
    } else {
        Err(lezing.fout(tag, Reden::GeenEnvelop { gevonden: kort(tag.lokaal) }))
    }
}

fn lees_di01(lezing: &mut Lezing<'_>) -> Uitkomst<Di01> {
    let (begin, functie) = lezing.verplicht((GGK, "stuurgegevens"), |lezing, tag| {
        lezing.klasse(tag, |lezing| {
            let begin = begin(lezing, "Di01", false, systeem)?;
            Ok((begin, lezing.veld((STUF, "functie"))?))
        })
    })?;
    let parameters = lezing.verplicht((GGK, "parameters"), parameters)?;
    let Begin { zender, ontvanger, referentienummer, tijdstip_bericht } = begin;
    Ok(Di01 { zender, ontvanger, referentienummer, tijdstip_bericht, functie, parameters })
}

fn lees_du01(lezing: &mut Lezing<'_>) -> Uitkomst<Du01> {
    let (begin, cross_refnummer, functie) = lezing.verplicht((GGK, "stuurgegevens"), |lezing, tag| {
        lezing.klasse(tag, |lezing| {
            let begin = begin(lezing, "Du01", false, systeem)?;
            Ok((begin, lezing.veld((STUF, "crossRefnummer"))?, lezing.veld((STUF, "functie"))?))
        })
    })?;
    let parameters = lezing.verplicht((GGK, "parameters"), parameters)?;
    let Begin { zender, ontvanger, referentienummer, tijdstip_bericht } = begin;
    Ok(Du01 { zender, ontvanger, referentienummer, tijdstip_bericht, cross_refnummer, functie, parameters })
}

fn lees_fo01(lezing: &mut Lezing<'_>) -> Uitkomst<Fo01> {
    let (begin, cross_refnummer) = lezing.verplicht((STUF, "stuurgegevens"), |lezing, tag| {
        lezing.klasse(tag, |lezing| {
            let begin = begin(lezing, "Fo01", true, foutsysteem)?;
            Ok((begin, lezing.veld((STUF, "crossRefnummer"))?))
        })
    })?;
    let body = lezing.verplicht((STUF, "body"), foutbericht)?;
    let Begin { zender, ontvanger, referentienummer, tijdstip_bericht } = begin;
    Ok(Fo01 { zender, ontvanger, referentienummer, tijdstip_bericht, cross_refnummer, body })
}

/// What every envelope begins with.
struct Begin<S, N> {
    zender: S,
    ontvanger: S,
    referentienummer: N,
    tijdstip_bericht: Tijdstip,
}

fn begin<'a, S, N: Veldtekst>(
    lezing: &mut Lezing<'a>,
    code: &'static str,
    mag_leeg: bool,
    systeem: fn(&mut Lezing<'a>, &Tag<'a>) -> Uitkomst<S>,
) -> Uitkomst<Begin<S, N>> {
    // The schema gives a Fo01 its code as a fixed value, which an empty element stands for.
    lezing.verplicht((STUF, "berichtcode"), |lezing, tag| {
        lezing.tekst(tag, |lezing, tekst| match tekst {
            "" if mag_leeg => Ok(()),
            _ if tekst == code => Ok(()),
            _ => {
                let reden = Ongeldig::NietVast { verwacht: code, gevonden: None };
                Err(lezing.onjuist(tag, "Berichtcode", reden))
            }
        })
    })?;
    Ok(Begin {
        zender: lezing.verplicht((STUF, "zender"), systeem)?,
        ontvanger: lezing.verplicht((STUF, "ontvanger"), systeem)?,
        referentienummer: lezing.veld((STUF, "referentienummer"))?,
        tijdstip_bericht: lezing.veld((STUF, "tijdstipBericht"))?,
    })
}

fn systeem<'a>(lezing: &mut Lezing<'a>, tag: &Tag<'a>) -> Uitkomst<Systeem> {
    lezing.klasse(tag, |lezing| {
        Ok(Systeem {
            organisatie: lezing.veld((STUF, "organisatie"))?,
            applicatie: lezing.veld((STUF, "applicatie"))?,
            administratie: lezing.veld_als((STUF, "administratie"))?,
            gebruiker: lezing.veld_als((STUF, "gebruiker"))?,
        })
    })
}

fn foutsysteem<'a>(lezing: &mut Lezing<'a>, tag: &Tag<'a>) -> Uitkomst<Foutsysteem> {
    lezing.klasse(tag, |lezing| {
        Ok(Foutsysteem {
            organisatie: lezing.veld_als((STUF, "organisatie"))?,
            applicatie: lezing.veld((STUF, "applicatie"))?,
            administratie: lezing.veld_als((STUF, "administratie"))?,
            gebruiker: lezing.veld_als((STUF, "gebruiker"))?,
        })
    })
}

fn parameters<'a>(lezing: &mut Lezing<'a>, tag: &Tag<'a>) -> Uitkomst<Parameters> {
    lezing.klasse(tag, |lezing| {
        Ok(Parameters {
            applicatie_versie: lezing.veld((GGK, "applicatieVersie"))?,
            applicatie_subversie: lezing.veld((GGK, "applicatieSubversie"))?,
            functie_versie: lezing.veld((GGK, "functieVersie"))?,
            functie_subversie: lezing.veld((GGK, "functieSubversie"))?,
            bericht: lezing.verplicht((GGK, "bericht"), |lezing, tag| lezing.klasse(tag, bestand))?,
        })
    })
}

/// One of two elements.
fn bestand(lezing: &mut Lezing<'_>) -> Uitkomst<Bestand> {
    let tekst = lezing.facultatief((GGK, "tekstBestand"), |lezing, tag| {
        const NAAM: &str = "bestandsnaam";
        let naam = match lezing.attribuut(tag, Some(NAAM))? {
            Some(naam) => Bestandsnaam::parse(&naam)
                .map_err(|reden| lezing.fout(tag, Reden::OnjuistAttribuut { naam: NAAM, reden }))?,
            None => return Err(lezing.fout(tag, Reden::OntbrekendAttribuut { naam: NAAM })),
        };
        Ok(Bestand::Tekst { naam, inhoud: inhoud(lezing, tag)? })
    })?;
    match tekst {
        Some(bestand) => Ok(bestand),
        None => lezing.verplicht((GGK, "xmlBestand"), |lezing, tag| {
            lezing.attribuut(tag, None)?;
            Ok(Bestand::Xml(inhoud(lezing, tag)?))
        }),
    }
}

fn inhoud<'a>(lezing: &mut Lezing<'a>, tag: &Tag<'a>) -> Uitkomst<Inhoud> {
    lezing
        .tekst_vrij(tag, |lezing, tekst| Inhoud::from_base64(tekst).map_err(|reden| lezing.fout(tag, reden)))
}

fn foutbericht<'a>(lezing: &mut Lezing<'a>, tag: &Tag<'a>) -> Uitkomst<Foutbericht> {
    lezing.klasse(tag, |lezing| {
        Ok(Foutbericht {
            code: lezing.veld((STUF, "code"))?,
            plek: lezing.veld((STUF, "plek"))?,
            omschrijving: lezing.veld((STUF, "omschrijving"))?,
            details: lezing.veld_als((STUF, "details"))?,
            details_xml: lezing
                .facultatief((STUF, "detailsXML"), |lezing, tag| lezing.klasse(tag, Lezing::details))?,
        })
    })
}
