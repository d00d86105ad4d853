//! Faults as they happen in practice: a number mistyped, a message sent twice, a month claimed too much.

use std::collections::BTreeMap;

use ijw::basis::{
    BurgerServicenummer, Datum, DeclaratieNummer, IdentificatieBericht, Nummer, ReferentieTekst, TotaalBedrag,
};
use ijw::{Bericht, Berichttype};
use simulatie::{Purpose, Stream};

use super::super::Bedoeling;
use super::super::declaratie::Levering;
use super::super::getal::Dag;
use super::super::nummers::Telling;
use super::post::fitting;
use super::{Generator, Keten};

const FOUT: Purpose = Purpose::new("demo: faults in messages");

/// Of the messages in which a fault is drawn; with those that never fail (retours) 2 % of what providers send (assumption).
const DEEL: f64 = 0.035;

/// What is wrong with a message as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fout {
    Schema,
    Bsn,
    Identificatie,
    Toekomst,
    Dubbel,
    Nummer,
    Lopend,
    StopVoorBegin,
    ZonderStart,
    Referentie,
    Tweede,
    Verwijzer,
    Onvolledig,
    Verleden,
    Totaal,
    Declaratienummer,
}

impl Fout {
    /// The rule that it breaks.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Schema => "",
            Self::Bsn => "CS002",
            Self::Identificatie => "TR056",
            Self::Toekomst => "TR134",
            Self::Dubbel => "TR074",
            Self::Nummer => "TR019",
            Self::Lopend => "TR326",
            Self::StopVoorBegin => "TR018",
            Self::ZonderStart => "TR382",
            Self::Referentie => "TR347",
            Self::Tweede => "TR374",
            Self::Verwijzer => "CD067",
            Self::Onvolledig => "TR349",
            Self::Verleden => "TR357",
            Self::Totaal => "TR358",
            Self::Declaratienummer => "TR333",
        }
    }

    /// Whether the faulty message comes beside the good one, not in its place.
    pub(super) const fn comes_extra(self) -> bool {
        matches!(self, Self::Dubbel | Self::Lopend | Self::Tweede)
    }

    /// What goes wrong in a kind of message, with its weight.
    const fn of(soort: Berichttype) -> &'static [(Self, u8)] {
        match soort {
            Berichttype::Jw305 => &[
                (Self::Nummer, 28),
                (Self::Dubbel, 22),
                (Self::Bsn, 15),
                (Self::Toekomst, 12),
                (Self::Lopend, 9),
                (Self::Identificatie, 8),
                (Self::Schema, 6),
            ],
            Berichttype::Jw307 => &[
                (Self::ZonderStart, 30),
                (Self::StopVoorBegin, 20),
                (Self::Bsn, 15),
                (Self::Dubbel, 12),
                (Self::Toekomst, 9),
                (Self::Identificatie, 8),
                (Self::Schema, 6),
            ],
            Berichttype::Jw315 => &[
                (Self::Tweede, 28),
                (Self::Referentie, 22),
                (Self::Verwijzer, 18),
                (Self::Bsn, 18),
                (Self::Identificatie, 8),
                (Self::Schema, 6),
            ],
            Berichttype::Jw317 => &[
                (Self::Onvolledig, 30),
                (Self::Verleden, 24),
                (Self::Referentie, 20),
                (Self::Bsn, 20),
                (Self::Schema, 6),
            ],
            _ => &[
                (Self::Totaal, 34),
                (Self::Declaratienummer, 26),
                (Self::Bsn, 20),
                (Self::Identificatie, 14),
                (Self::Schema, 6),
            ],
        }
    }
}

/// What a party sent before and can repeat by mistake.
#[derive(Debug, Default)]
pub(super) struct Sporen {
    geloot: u64,
    identificatie: BTreeMap<(Berichttype, Keten), IdentificatieBericht>,
    referentie: BTreeMap<Keten, ReferentieTekst>,
    declaratie: BTreeMap<Keten, DeclaratieNummer>,
    /// A line that was claimed last, with its number.
    pub(super) prestatie: BTreeMap<Keten, (Levering, u32, String)>,
}

impl Generator {
    /// A stream for the next decision about a fault.
    pub(super) fn chance_of_fault(&mut self) -> Stream {
        self.sporen.geloot += 1;
        Stream::new(self.seed, FOUT, self.sporen.geloot)
    }

    /// What is wrong with the next message of a kind; nearly always nothing.
    pub(super) fn draw_fault(&mut self, soort: Berichttype) -> Option<Fout> {
        let mut stream = self.chance_of_fault();
        if !stream.chance(DEEL) {
            return None;
        }
        let kinds = Fout::of(soort);
        let mut left = stream.below(kinds.iter().map(|(_, weight)| usize::from(*weight)).sum());
        let found = kinds.iter().find(|(_, weight)| match left.checked_sub(usize::from(*weight)) {
            Some(rest) => {
                left = rest;
                false
            }
            None => true,
        });
        found.map(|(fault, _)| *fault)
    }

    /// Remembers what a later message can repeat.
    pub(super) fn trace(&mut self, keten: Keten, bericht: &Bericht) {
        let identificatie = bericht.bericht_identificatie().identificatie.clone();
        self.sporen.identificatie.insert((bericht.berichttype(), keten), identificatie);
        match bericht {
            Bericht::Jw315(b) => {
                if let Some(line) = b.client.aangevraagde_producten.first() {
                    self.sporen.referentie.insert(keten, line.referentie_aanbieder.clone());
                }
            }
            Bericht::Jw317(b) => {
                self.sporen.referentie.insert(keten, b.client.verzoek.referentie_aanbieder.clone());
            }
            Bericht::Jw323(b) => {
                self.sporen.declaratie.insert(keten, b.declaratie.declaratie_nummer.clone());
            }
            _ => {}
        }
    }

    /// Puts a fault into a message, or another one where this one cannot be made, and tells which.
    pub(super) fn spoil(
        &mut self,
        fault: Fout,
        bericht: &mut Bericht,
        keten: Keten,
        today: Dag,
    ) -> Bedoeling {
        if fault == Fout::Schema {
            return Bedoeling::Onleesbaar;
        }
        if self.put(fault, bericht, keten, today).is_some() {
            return Bedoeling::Fout(fault.code());
        }
        wrong_bsn(bericht);
        Bedoeling::Fout(Fout::Bsn.code())
    }

    fn put(&self, fault: Fout, bericht: &mut Bericht, keten: Keten, today: Dag) -> Option<()> {
        let soort = bericht.berichttype();
        match (fault, bericht) {
            (Fout::Identificatie, bericht) => {
                let earlier = self.sporen.identificatie.get(&(soort, keten))?;
                *identification_of(bericht)? = earlier.clone();
            }
            (Fout::Nummer, Bericht::Jw305(b)) => {
                let line = b.client.start_producten.first_mut()?;
                line.toewijzing_nummer = Some(fitting(Nummer::new(line.toewijzing_nummer?.get() + 300_000)));
            }
            (Fout::Toekomst, Bericht::Jw305(b)) => {
                b.client.start_producten.first_mut()?.begindatum = later(today);
            }
            (Fout::Toekomst, Bericht::Jw307(b)) => {
                b.client.stop_producten.first_mut()?.einddatum = later(today);
            }
            (Fout::StopVoorBegin, Bericht::Jw307(b)) => {
                let line = b.client.stop_producten.first_mut()?;
                line.einddatum = Dag::of(line.begindatum).plus(-1).date();
            }
            (Fout::ZonderStart, Bericht::Jw307(b)) => {
                let line = b.client.stop_producten.first_mut()?;
                line.begindatum = Dag::of(line.begindatum).plus(-1).date();
            }
            (Fout::Referentie, Bericht::Jw315(b)) => {
                let line = b.client.aangevraagde_producten.first_mut()?;
                line.referentie_aanbieder = self.sporen.referentie.get(&keten)?.clone();
            }
            (Fout::Referentie, Bericht::Jw317(b)) => {
                b.client.verzoek.referentie_aanbieder = self.sporen.referentie.get(&keten)?.clone();
            }
            (Fout::Verwijzer, Bericht::Jw315(b)) => {
                let from = &mut b.client.aangevraagde_producten.first_mut()?.verwijzer;
                if !matches!(from.soort.code(), "02" | "03" | "04" | "05") {
                    return None;
                }
                (from.naam, from.zorgverlener_code) = (None, None);
            }
            (Fout::Onvolledig, Bericht::Jw317(b)) => {
                b.client.verzoek.ongewijzigde_producten.take()?;
            }
            (Fout::Verleden, Bericht::Jw317(b)) => {
                let line = b.client.verzoek.te_wijzigen_producten.as_mut()?.first_mut()?;
                // A total can only change from the beginning, which another rule says.
                if line.omvang.as_ref()?.frequentie.code() == "6" {
                    return None;
                }
                line.gewenste_ingangsdatum = today.plus(-7).date();
            }
            (Fout::Totaal, Bericht::Jw323(b)) => {
                let total = &mut b.declaratie.totaal_ingediend_bedrag.totaal_bedrag;
                *total = fitting(TotaalBedrag::new(total.get() + 900));
            }
            (Fout::Declaratienummer, Bericht::Jw323(b)) => {
                b.declaratie.declaratie_nummer = self.sporen.declaratie.get(&keten)?.clone();
            }
            _ => return None,
        }
        Some(())
    }

    /// Turns a message that was just sent into one that comes beside it by mistake. False when that cannot be.
    pub(super) fn repeat(&mut self, fault: Fout, bericht: &mut Bericht, keten: Keten, today: Dag) -> bool {
        match (fault, &mut *bericht) {
            (Fout::Lopend, Bericht::Jw305(b)) => {
                let Some(line) = b.client.start_producten.first_mut() else { return false };
                line.begindatum = Dag::of(line.begindatum).plus(1).date();
                if line.begindatum > today.date() {
                    return false;
                }
            }
            (Fout::Tweede, Bericht::Jw315(b)) => {
                let reference = self.reference_of_request(keten);
                let Some(line) = b.client.aangevraagde_producten.first_mut() else { return false };
                line.referentie_aanbieder = fitting(ReferentieTekst::new(reference));
            }
            _ => {}
        }
        let identificatie = self.identification(bericht.berichttype(), keten);
        if let Some(own) = identification_of(bericht) {
            *own = fitting(IdentificatieBericht::new(identificatie));
        }
        true
    }

    /// The next reference of a request of a provider.
    pub(super) fn reference_of_request(&mut self, keten: Keten) -> String {
        format!("V{:06}", self.tellers.next(Telling::Verzoek, usize::from(keten.0)))
    }

    /// Makes a message unfit for the schema.
    pub(super) fn damage(&mut self, xml: &mut String) {
        let way = self.chance_of_fault().below(3);
        let place = xml.find("BerichtSubversie>2<").filter(|_| way == 0);
        let day = xml.find("Dagtekening>").filter(|_| way == 1).map(|at| at + "Dagtekening>".len());
        if let Some(at) = place {
            // An older version of the standard.
            xml.replace_range(at..at + "BerichtSubversie>2<".len(), "BerichtSubversie>1<");
        } else if let Some((at, text)) = day.and_then(|at| Some((at, xml.get(at..at + 10)?.to_owned()))) {
            // The day in the order in which people write it.
            let turned: Vec<&str> = text.rsplit('-').collect();
            xml.replace_range(at..at + 10, &turned.join("-"));
        } else {
            // Cut off on the way.
            let end = xml.char_indices().map(|(at, _)| at).find(|at| *at > xml.len() * 7 / 10);
            xml.truncate(end.unwrap_or(0));
        }
    }
}

fn later(today: Dag) -> Datum {
    // The wrong year: nearly twelve months ahead.
    today.plus(350).date()
}

fn identification_of(bericht: &mut Bericht) -> Option<&mut IdentificatieBericht> {
    let header = match bericht {
        Bericht::Jw305(b) => &mut b.header.bericht_identificatie,
        Bericht::Jw307(b) => &mut b.header.bericht_identificatie,
        Bericht::Jw315(b) => &mut b.header.bericht_identificatie,
        Bericht::Jw317(b) => &mut b.header.bericht_identificatie,
        Bericht::Jw323(b) => &mut b.header.bericht_identificatie,
        _ => return None,
    };
    Some(&mut header.identificatie)
}

/// Two digits change places, as they do in typing; then the elfproef fails.
fn wrong_bsn(bericht: &mut Bericht) {
    let bsn = match bericht {
        Bericht::Jw305(b) => Some(&mut b.client.bsn),
        Bericht::Jw307(b) => Some(&mut b.client.bsn),
        Bericht::Jw315(b) => Some(&mut b.client.bsn),
        Bericht::Jw317(b) => Some(&mut b.client.bsn),
        Bericht::Jw323(b) => b.declaratie.clienten.last_mut().map(|client| &mut client.bsn),
        _ => None,
    };
    if let Some(bsn) = bsn {
        let digits = bsn.as_str().as_bytes();
        let pairs = digits.iter().zip(digits.iter().skip(1)).zip(0_usize..);
        let differ = pairs.filter(|((one, other), _)| one != other).last().map_or(0, |(_, at)| at);
        let mut typed: Vec<char> = bsn.as_str().chars().collect();
        if differ + 1 < typed.len() {
            typed.swap(differ, differ + 1);
        }
        *bsn = fitting(BurgerServicenummer::new(typed.into_iter().collect::<String>()));
    }
}
