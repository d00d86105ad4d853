//! The message desk: judges what providers send at all levels of the standard, and answers it.

mod besluit;
mod client;
mod historie;
mod toegekend;
mod toewijzen;
mod uitgaand;
mod uitsnede;
mod wereld;

use std::collections::HashSet;

use ijw::basis::{BurgerServicenummer, Nummer};
use ijw::{Beoordeling, Bericht as Ijw, Berichttype, Plaats, Rang, Stempel};
use stelsel::Id;
use stelsel::klok::dutch_day;
use stelsel::persoon::Persoon;

use crate::Fout;
use crate::db::Verbinding;
use crate::intake::{Eigen, Goed, Kennis, Kop, Wijze, store_own};
use crate::journaal::{Handeling, Regel};
use crate::schrijver::Beurt;

pub(crate) use besluit::decide;
pub(crate) use toegekend::granted;
pub(crate) use toewijzen::{Opgedragen, Wat, allocate};
pub(crate) use uitgaand::{concerned, delivered, waiting};
pub(crate) use uitsnede::{about, asked, concerns};

/// The standing of a message that who received it refused.
pub(crate) const AFGEWEZEN: i64 = 9;

/// What is kept of what was found about a message.
#[derive(Default)]
pub(crate) struct Oordeel {
    /// 0 when it counts, otherwise the level at which it was refused.
    pub(crate) stand: i64,
    /// The rules that are broken, with where.
    pub(crate) bevindingen: Vec<(&'static str, String)>,
    /// Of a declaration: the lines that are refused while the rest counts, by client and line.
    pub(crate) geweigerd: HashSet<(usize, usize)>,
}

impl Oordeel {
    /// By the rules within the message alone.
    pub(crate) fn within(goed: &Goed) -> Self {
        Self::of_content(&goed.bevindingen)
    }

    fn of_content(bevindingen: &[ijw::Bevinding]) -> Self {
        Self {
            stand: if bevindingen.is_empty() { 0 } else { 2 },
            bevindingen: bevindingen.iter().map(|found| (found.regel.code, found.paden.join(" "))).collect(),
            geweigerd: HashSet::new(),
        }
    }

    /// Whether what the message says counts.
    pub(crate) const fn telt(&self) -> bool {
        self.stand == 0
    }
}

/// A message that was judged at all levels.
pub(crate) struct Geoordeeld {
    beoordeling: Beoordeling,
    is_declaratie: bool,
    prestaties: Vec<usize>,
}

impl Geoordeeld {
    pub(crate) fn oordeel(&self) -> Oordeel {
        let found = &self.beoordeling;
        if !found.inhoud.is_empty() {
            return Oordeel::of_content(&found.inhoud);
        }
        let whole = |place: Plaats| !matches!(place, Plaats::DeclaratieClient(_) | Plaats::Prestatie(..));
        let refused_whole = !self.is_declaratie || found.fouten.iter().any(|fault| whole(fault.plaats));
        let stand = match found.niveau() {
            Some(level) if refused_whole => i64::from(level),
            _ => 0,
        };
        let mut geweigerd = HashSet::new();
        for fault in &found.fouten {
            match fault.plaats {
                Plaats::DeclaratieClient(Rang { plaats, .. }) => {
                    let lines = self.prestaties.get(plaats).copied().unwrap_or_default();
                    geweigerd.extend((0..lines).map(|line| (plaats, line)));
                }
                Plaats::Prestatie(client, line) => {
                    geweigerd.insert((client.plaats, line.plaats));
                }
                _ => {}
            }
        }
        let bevindingen = found.fouten.iter().map(|fault| (fault.regel.code, fault.plaats.pad())).collect();
        Oordeel { stand, bevindingen, geweigerd }
    }
}

/// Whether messages of this kind come from providers and are judged and answered.
pub(crate) const fn is_judged(kind: Berichttype) -> bool {
    matches!(
        kind,
        Berichttype::Jw305
            | Berichttype::Jw307
            | Berichttype::Jw315
            | Berichttype::Jw317
            | Berichttype::Jw323
    )
}

/// Judges a message by what was exchanged before.
pub(crate) fn judge(db: &mut Verbinding, kop: &Kop, goed: &Goed, used: bool) -> Result<Geoordeeld, Fout> {
    let prestaties = match &goed.bericht {
        Ijw::Jw323(inner) => inner.declaratie.clienten.iter().map(|client| client.prestaties.len()).collect(),
        _ => Vec::new(),
    };
    // A fault within the message: what was exchanged before does not matter any more.
    let known = if goed.bevindingen.is_empty() {
        historie::fetch(db, kop, &goed.bericht, used)?
    } else {
        historie::Voorgeschiedenis::default()
    };
    let wereld = wereld::Wereld { vandaag: dutch_day(kop.ontvangen) };
    let beoordeling = ijw::beoordeel_verder(&goed.bericht, goed.bevindingen.clone(), &known, &wereld);
    Ok(Geoordeeld { beoordeling, is_declaratie: matches!(goed.bericht, Ijw::Jw323(_)), prestaties })
}

/// Makes the answer to a judged message and puts it with what is to be sent.
pub(crate) fn answer(
    beurt: &mut Beurt<'_>,
    kennis: &mut Kennis,
    kop: &Kop,
    goed: &Goed,
    judged: &Geoordeeld,
    wijze: Wijze,
    persons: &[Id<Persoon>],
) -> Result<(), Fout> {
    let stempel = stempel(kennis, kop.ontvangen)?;
    let found = &judged.beoordeling;
    let answer = match &goed.bericht {
        // An amount that does not fit the answer: whoever claimed it hears of it by other means (OP090x2).
        Ijw::Jw323(inner) => ijw::declaratie_antwoord(inner, found, stempel).ok().map(Ijw::from),
        bericht => ijw::retour(bericht, found, stempel),
    };
    // What is given back whole may be larger than what came in: then only the header says that it was refused.
    let fits = |answer: &Ijw| kop.lengte < SAFE_BYTES || ijw::schrijf(answer).len() <= ijw::MAX_BYTES;
    let Some(answer) = answer.filter(fits).or_else(|| header_only(kop, goed, found)) else { return Ok(()) };
    let kind = answer.berichttype().naam();
    let eigen = Eigen {
        bericht: answer,
        antwoord_op: Some(kop.id),
        wanneer: kop.ontvangen,
        nagespeeld: wijze == Wijze::Nagespeeld,
    };
    let (id, _) = store_own(beurt, kennis, eigen)?;
    let object = id.to_string();
    let line = Regel::by_program(kop.ontvangen, Handeling::Versturen, kind, &object);
    beurt.pen.write(beurt.db, &line, persons)
}

/// A message below this size has an answer that fits: giving it back makes it no more than some times as large.
const SAFE_BYTES: u64 = 2 * 1024 * 1024;

/// The retour with its header only, and in it the code of the first fault. There is none on a declaration: whoever claimed
/// hears of it by other means (OP090x2).
fn header_only(kop: &Kop, goed: &Goed, found: &Beoordeling) -> Option<Ijw> {
    let fault = found.fouten.first()?;
    let code = ijw::basis::RetourCode::parse(fault.regel.retourcode).ok()?;
    let name = goed.bericht.bericht_identificatie().identificatie.clone();
    let stempel = Stempel::new(name, dutch_day(kop.ontvangen)).ok()?;
    let head = ijw::Retourkop {
        identificatie: stempel.identificatie,
        dagtekening: stempel.dagtekening,
        xslt_versie: None,
        xsd_versie: stempel.xsd_versie,
        retour_codes: Some(vec![code]),
    };
    ijw::retourneer(&goed.bericht, head, false, &mut |_| Vec::new())
}

/// Name and day of a message of ours.
pub(crate) fn stempel(kennis: &mut Kennis, wanneer: jiff::Timestamp) -> Result<Stempel, Fout> {
    let identificatie = ijw::basis::IdentificatieBericht::new(kennis.volgnummers.next())
        .map_err(|_| Fout::Tegenstrijdig("the counter of messages has run out"))?;
    Stempel::new(identificatie, dutch_day(wanneer))
        .map_err(|_| Fout::Tegenstrijdig("the version of the schemas is none of the standard"))
}

/// The allocations that a message names: whose, and the number.
pub(crate) fn allocations_of(bericht: &Ijw) -> Vec<(&str, u64)> {
    fn of(bsn: &BurgerServicenummer, numbers: impl Iterator<Item = Nummer>) -> Vec<(&str, u64)> {
        numbers.map(|number| (bsn.as_str(), number.get())).collect()
    }
    match bericht {
        Ijw::Jw301(inner) => {
            of(&inner.client.bsn, inner.client.toegewezen_producten.iter().map(|p| p.toewijzing_nummer))
        }
        Ijw::Jw305(inner) => {
            of(&inner.client.bsn, inner.client.start_producten.iter().filter_map(|p| p.toewijzing_nummer))
        }
        Ijw::Jw307(inner) => {
            of(&inner.client.bsn, inner.client.stop_producten.iter().filter_map(|p| p.toewijzing_nummer))
        }
        Ijw::Jw317(inner) => {
            let asked = &inner.client.verzoek;
            let kept = asked.ongewijzigde_producten.iter().flatten().map(|p| p.toewijzing_nummer);
            let changed = asked.te_wijzigen_producten.iter().flatten().map(|p| p.toewijzing_nummer);
            of(&inner.client.bsn, kept.chain(changed))
        }
        Ijw::Jw323(inner) => inner
            .declaratie
            .clienten
            .iter()
            .flat_map(|client| of(&client.bsn, client.prestaties.iter().map(|p| p.toewijzing_nummer)))
            .collect(),
        _ => Vec::new(),
    }
}
