//! Leaving clients out of a message: for a message that several clients share, when the dossier of one of them is destroyed.

use crate::basis::BurgerServicenummer;
use crate::bericht::Bericht;

/// What is left of a message without some clients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rest {
    /// The message was not about them: it stays as it is.
    Onveranderd,
    /// The message without them. It passes the schema; totals are those of the whole, since that is what was claimed and paid.
    Zonder(Bericht),
    /// It was about nobody else.
    Niets,
}

/// Leaves the clients out of whom `gone` is told, by citizen service number.
///
/// Only a declaration (JW323) and the answer to it (JW325) can be about several clients. All others are about one client, or
/// about none that they name: those stay, and who asks must know what they hang on.
pub fn zonder_clienten(bericht: &Bericht, gone: impl Fn(&str) -> bool) -> Rest {
    let is_gone = |bsn: &BurgerServicenummer| gone(bsn.as_str());
    if !bericht.bsns().iter().any(|bsn| gone(bsn)) {
        return Rest::Onveranderd;
    }
    match bericht {
        Bericht::Jw323(inner) => {
            let mut rest = inner.clone();
            rest.declaratie.clienten.retain(|client| !is_gone(&client.bsn));
            if rest.declaratie.clienten.is_empty() { Rest::Niets } else { Rest::Zonder(Bericht::Jw323(rest)) }
        }
        Bericht::Jw325(inner) => {
            let mut rest = inner.clone();
            if let Some(answer) = &mut rest.declaratie_antwoord {
                // An answer of which no client is left still answers the declaration of the others.
                answer.clienten = answer
                    .clienten
                    .take()
                    .map(|clients| {
                        clients.into_iter().filter(|client| !is_gone(&client.bsn)).collect::<Vec<_>>()
                    })
                    .filter(|clients| !clients.is_empty());
            }
            Rest::Zonder(Bericht::Jw325(rest))
        }
        _ => Rest::Niets,
    }
}
