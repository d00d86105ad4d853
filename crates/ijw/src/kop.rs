//! Reading what is there of a header, whatever else is wrong with the message or whichever version it is of.

use std::borrow::Cow;

use crate::afkeuring::Kop;
use crate::basis::{AgbCode, Datum, Gemeente, IdentificatieBericht, Waarde};
use crate::lezer::{Lezer, Tag, Volgende};

/// Reads sender, receiver and identification, if any of them is there.
pub(crate) fn lees_kop(tekst: &str) -> Option<Kop> {
    let mut lezer = Lezer::stil(tekst);
    let (wortel, _) = lezer.wortel()?;
    let mut kop = Kop::default();
    lezer.betreed(&wortel);
    while let Volgende::Start(tag) = lezer.volgende {
        if tag.lokaal == "Header" {
            lees_header(&mut lezer, tag, &mut kop);
            break;
        }
        lezer.sla_over();
        lezer.schuif();
    }
    (kop != Kop::default()).then_some(kop)
}

fn lees_header<'a>(lezer: &mut Lezer<'a>, header: Tag<'a>, kop: &mut Kop) {
    lezer.betreed(&header);
    while let Volgende::Start(tag) = lezer.volgende {
        match tag.lokaal {
            "Afzender" => kop.afzender = partij(lezer, tag),
            "Ontvanger" => kop.ontvanger = partij(lezer, tag),
            "BerichtIdentificatie" => {
                lees_identificatie(lezer, tag, kop);
                lezer.verlaat();
            }
            _ => lezer.sla_over(),
        }
        lezer.schuif();
    }
}

fn lees_identificatie<'a>(lezer: &mut Lezer<'a>, identificatie: Tag<'a>, kop: &mut Kop) {
    lezer.betreed(&identificatie);
    while let Volgende::Start(tag) = lezer.volgende {
        match tag.lokaal {
            "Identificatie" => {
                kop.identificatie =
                    tekst(lezer, tag).filter(|tekst| IdentificatieBericht::parse_xml(tekst).is_ok());
            }
            "Dagtekening" => kop.dagtekening = tekst(lezer, tag).and_then(|tekst| Datum::parse(&tekst).ok()),
            _ => lezer.sla_over(),
        }
        lezer.schuif();
    }
}

/// Only the code of a municipality or a provider is kept: anything else may be a person's.
fn partij<'a>(lezer: &mut Lezer<'a>, tag: Tag<'a>) -> Option<String> {
    tekst(lezer, tag).filter(|code| Gemeente::parse(code).is_ok() || AgbCode::parse(code).is_ok())
}

fn tekst<'a>(lezer: &mut Lezer<'a>, tag: Tag<'a>) -> Option<String> {
    lezer.tekst(&tag).map(Cow::into_owned)
}
