//! The retour messages.

use std::collections::HashMap;

use super::{Stempel, TECHNISCH};
use crate::basis::RetourCode;
use crate::beoordeling::{Beoordeling, IN_ORDE, NIET_BEOORDEELD};
use crate::bericht::{Bericht, Retourkop};
use crate::plaats::Plaats;
use crate::retour::retourneer;

/// Makes the retour on a message of which this was found. There is exactly one for every message that passed the schema.
///
/// Nothing wrong: the header without codes. A fault within the message (level 2): the header with 0001. A fault in the header
/// (level 3 or 4): the header with its codes. Any other fault: the whole message comes back unchanged, with on every class
/// its own codes, 0200 when nothing is wrong with it, or 0233 when it was not judged because the class around it was refused.
///
/// `None` when the message has no retour: a retour itself, a JW323 (that has a JW325) and a JW325.
pub fn retour(bericht: &Bericht, beoordeling: &Beoordeling, stempel: Stempel) -> Option<Bericht> {
    let codes = beoordeling.codes_per_plaats();
    let technisch = !beoordeling.inhoud.is_empty();
    let header = codes.get(&Plaats::Header);
    let met_inhoud = !technisch && header.is_none() && !codes.is_empty();
    let retour_codes = match header {
        _ if technisch => Some(vec![TECHNISCH]),
        Some(codes) => Some(codes.clone()),
        None if met_inhoud => Some(vec![IN_ORDE]),
        None => None,
    };
    let kop = Retourkop {
        identificatie: stempel.identificatie,
        dagtekening: stempel.dagtekening,
        xslt_versie: stempel.xslt_versie.filter(|_| technisch),
        xsd_versie: stempel.xsd_versie,
        retour_codes,
    };
    let client_geweigerd = codes.contains_key(&Plaats::Client);
    let client = Plaats::Client.pad();
    let per_pad: HashMap<String, Vec<RetourCode>> =
        codes.into_iter().map(|(plaats, codes)| (plaats.pad(), codes)).collect();
    retourneer(bericht, kop, met_inhoud, &mut |pad| match per_pad.get(pad) {
        Some(codes) => codes.clone(),
        None if client_geweigerd && pad.len() > client.len() && pad.starts_with(&client) => {
            vec![NIET_BEOORDEELD]
        }
        None => vec![IN_ORDE],
    })
}
