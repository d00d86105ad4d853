//! Reading a message: from bytes to a typed message, or to the faults that it has.

use crate::afkeuring::{Afkeuring, Kop};
use crate::bericht::{Bericht, lees_wortel};
use crate::berichttype::{Berichttype, versie_uit_namespace};
use crate::fout::{Foutsoort, Schemafout};
use crate::kop::lees_kop;
use crate::lezer::{Lezer, kort, regeleinden};

/// The largest size of a file: 25 MB (OP179), taken in the wide sense.
pub const MAX_BYTES: usize = 25 * 1024 * 1024;

/// After this many faults the reader stops looking for more.
pub const MAX_FOUTEN: usize = 50;

/// The header stands in the first part of a file, so that no more is searched for it.
const KOP_BYTES: usize = 64 * 1024;

/// Reads a message and checks it against the schema (level 1), in one pass.
///
/// # Errors
///
/// An [`Afkeuring`] with every fault that could be found. Its verdict is the one that a schema engine gives, but for
/// what is refused for safety: a document type definition, another encoding than UTF-8, more than [`MAX_BYTES`],
/// and attributes other than `xsi:schemaLocation` and `xsi:noNamespaceSchemaLocation`.
pub fn lees(bytes: &[u8]) -> Result<Bericht, Afkeuring> {
    if bytes.len() > MAX_BYTES {
        return Err(buiten(bytes, 0, Foutsoort::TeGroot { bytes: bytes.len(), grens: MAX_BYTES }));
    }
    let tekst = match str::from_utf8(bytes) {
        Ok(tekst) => tekst,
        Err(fout) => {
            return Err(buiten(bytes, fout.valid_up_to(), Foutsoort::Codering { genoemd: None }));
        }
    };
    let mut lezer = Lezer::new(tekst);
    let (berichttype, bericht) = lees_document(&mut lezer);
    match bericht {
        Some(bericht) if lezer.is_foutloos() => Ok(bericht),
        _ => Err(Afkeuring { berichttype, kop: kop(bytes), fouten: lezer.fouten() }),
    }
}

fn lees_document(lezer: &mut Lezer<'_>) -> (Option<Berichttype>, Option<Bericht>) {
    let Some((tag, namespace)) = lezer.wortel() else { return (None, None) };
    let Some(berichttype) = Berichttype::from_namespace(&namespace) else {
        let (soort, bericht) = match versie_uit_namespace(&namespace) {
            Some((versie, naam)) if versie != "3.2" => {
                let bericht = Berichttype::from_naam(naam);
                (Foutsoort::AndereVersie { versie, bericht }, bericht)
            }
            _ => (Foutsoort::OnbekendeNaamruimte { naamruimte: kort(&namespace) }, None),
        };
        lezer.meld_bij(&tag, soort);
        return (bericht, None);
    };
    if tag.lokaal != "Bericht" {
        let gevonden = kort(tag.lokaal);
        lezer.meld_bij(&tag, Foutsoort::OnverwachtElement { gevonden, verwacht: vec!["Bericht"] });
        return (Some(berichttype), None);
    }
    lezer.neem_aan(berichttype);
    let bericht = lees_wortel(berichttype, lezer, tag);
    lezer.epiloog();
    (Some(berichttype), bericht)
}

/// A rejection of a file that cannot be read at all.
fn buiten(bytes: &[u8], plaats: usize, soort: Foutsoort) -> Afkeuring {
    let voor = bytes.get(..plaats).unwrap_or_default();
    let regel = regeleinden(voor) + 1;
    Afkeuring {
        berichttype: None,
        kop: kop(bytes),
        fouten: vec![Schemafout { regel, pad: "/".to_owned(), soort }],
    }
}

fn kop(bytes: &[u8]) -> Option<Kop> {
    let begin = bytes.get(..KOP_BYTES).unwrap_or(bytes);
    let goed = match str::from_utf8(begin) {
        Ok(tekst) => tekst,
        Err(fout) => begin.get(..fout.valid_up_to()).and_then(|deel| str::from_utf8(deel).ok())?,
    };
    lees_kop(goed)
}
