//! The JW319: the answer to a request that is not, or not yet, granted.

use super::{Stempel, Weigering};
use crate::basis::{BerichtIdentificatie, Gemeente, RedenAfwijzingVerzoek, ReferentieTekst};
use crate::bericht::Bericht;
use crate::historie::Antwoord;
use crate::jw319;

/// What is decided about a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Uitspraak {
    /// It is under investigation; a final answer follows within eight weeks of its Dagtekening (OP346).
    InOnderzoek,
    /// It is turned down, for another reason than 8.
    Afgewezen(RedenAfwijzingVerzoek),
    /// Another municipality is responsible (reason 8, OP359): it agreed, and the provider asks there. Only for a JW315.
    AndereGemeente(Gemeente),
}

/// By the law on where somebody lives, another municipality is responsible.
const WOONPLAATSBEGINSEL: RedenAfwijzingVerzoek = RedenAfwijzingVerzoek::constant("8");

/// Makes the JW319 on a request: on one line of a JW315, or on a JW317 as a whole. The reference tells which.
pub fn antwoord_op_verzoek(
    verzoek: &Bericht,
    referentie: &ReferentieTekst,
    uitspraak: Uitspraak,
    stempel: Stempel,
) -> Result<jw319::Bericht, Weigering> {
    let bekend = match verzoek {
        Bericht::Jw315(bericht) => bericht
            .client
            .aangevraagde_producten
            .iter()
            .any(|regel| regel.referentie_aanbieder == *referentie),
        Bericht::Jw317(bericht) => bericht.client.verzoek.referentie_aanbieder == *referentie,
        _ => return Err(Weigering::GeenVerzoek),
    };
    if !bekend {
        return Err(Weigering::ReferentieOnbekend);
    }
    let (verzoek_antwoord, reden_afwijzing_verzoek, gemeente) = match uitspraak {
        Uitspraak::InOnderzoek => (Antwoord::IN_ONDERZOEK, None, None),
        Uitspraak::Afgewezen(reden) if reden != WOONPLAATSBEGINSEL => {
            (Antwoord::AFGEWEZEN, Some(reden), None)
        }
        Uitspraak::AndereGemeente(gemeente) if matches!(verzoek, Bericht::Jw315(_)) => {
            (Antwoord::AFGEWEZEN, Some(WOONPLAATSBEGINSEL), Some(gemeente))
        }
        Uitspraak::Afgewezen(_) | Uitspraak::AndereGemeente(_) => return Err(Weigering::Woonplaatsbeginsel),
    };
    Ok(jw319::Bericht {
        header: jw319::Header {
            afzender: verzoek.gemeente().clone(),
            ontvanger: verzoek.aanbieder().clone(),
            bericht_identificatie: BerichtIdentificatie {
                identificatie: stempel.identificatie,
                dagtekening: stempel.dagtekening,
            },
            xsd_versie: stempel.xsd_versie,
        },
        antwoord: jw319::Antwoord {
            referentie_aanbieder: referentie.clone(),
            verzoek_antwoord,
            reden_afwijzing_verzoek,
            woonplaatsbeginsel: gemeente.map(|gemeente| jw319::Woonplaatsbeginsel { gemeente }),
        },
    })
}
