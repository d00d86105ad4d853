//! Taking messages into a history, and what their answers do to them.

use std::collections::HashSet;

use super::staat::{Regelsleutel, Spoor, Staat, Uitslag};
use crate::basis::{IdentificatieBericht, Nummer, RetourCode};
use crate::beoordeling::{GEHEEL_TOEGEKEND, IN_ORDE};
use crate::bericht::Bericht;
use crate::berichttype::Berichttype;
use crate::historie::{Antwoord, Declaratie, Levering, Leverlijn, Prestatie, Toewijzing, Verzoek};
use crate::{jw323, jw325};

/// The message repeats the Identificatie of another.
const HERHALING: RetourCode = RetourCode::constant("9056");

impl Staat {
    pub(super) fn neem_op(&mut self, bericht: &Bericht) {
        let berichttype = bericht.berichttype();
        if let Some((heen, identificatie)) = bericht.heen() {
            if let Some(uitslag) = uitslag(bericht) {
                self.neem_uitslag_op(heen, identificatie, uitslag);
            }
            if berichttype.is_retour() {
                return;
            }
        }
        let identificatie = &bericht.bericht_identificatie().identificatie;
        let sleutel = (berichttype, identificatie.clone());
        let stuk = self.berichten.entry(sleutel.clone()).or_default();
        if stuk.sporen.is_some() {
            return;
        }
        let uitslag = stuk.uitslag.clone();
        let sporen = if uitslag == Uitslag::Afgekeurd { Vec::new() } else { self.schrijf_op(bericht) };
        self.pas_toe(berichttype, identificatie, &uitslag, &sporen);
        if let Some(stuk) = self.berichten.get_mut(&sleutel) {
            stuk.sporen = Some(if uitslag == Uitslag::Afgekeurd { Vec::new() } else { sporen });
        }
    }

    /// What was answered, the worst of it when more than one answer came in.
    fn neem_uitslag_op(
        &mut self,
        berichttype: Berichttype,
        identificatie: &IdentificatieBericht,
        uitslag: Uitslag,
    ) {
        let sleutel = (berichttype, identificatie.clone());
        let stuk = self.berichten.entry(sleutel.clone()).or_default();
        let samen = ergste(&stuk.uitslag, uitslag);
        if samen == stuk.uitslag {
            return;
        }
        stuk.uitslag = samen.clone();
        let Some(sporen) = stuk.sporen.take() else { return };
        self.pas_toe(berichttype, identificatie, &samen, &sporen);
        if let Some(stuk) = self.berichten.get_mut(&sleutel) {
            stuk.sporen = Some(if samen == Uitslag::Afgekeurd { Vec::new() } else { sporen });
        }
    }

    /// Lets an answer work on the rows of the message.
    fn pas_toe(
        &mut self,
        berichttype: Berichttype,
        bericht: &IdentificatieBericht,
        uitslag: &Uitslag,
        sporen: &[Spoor],
    ) {
        match uitslag {
            Uitslag::Open => {}
            Uitslag::Afgekeurd => {
                // Many lines may have left the same trace.
                let sporen: HashSet<&Spoor> = sporen.iter().collect();
                for spoor in sporen {
                    self.vergeet(berichttype, bericht, spoor);
                }
            }
            Uitslag::Goed => self.ken_toe(bericht, sporen),
            Uitslag::Deels(afgewezen) => {
                for nummer in toewijzingen(sporen) {
                    self.vergeet_prestaties(nummer, |rij| {
                        let sleutel = || (rij.bsn.clone(), rij.regel.product_referentie.clone());
                        rij.bericht == *bericht && afgewezen.contains(&sleutel())
                    });
                }
                self.ken_toe(bericht, sporen);
            }
        }
    }

    fn ken_toe(&mut self, bericht: &IdentificatieBericht, sporen: &[Spoor]) {
        for nummer in toewijzingen(sporen) {
            let rijen = self.prestaties.get_mut(&nummer).into_iter().flatten();
            rijen.filter(|rij| rij.bericht == *bericht).for_each(|rij| rij.toegekend = true);
        }
    }

    /// Writes the rows of a message, and tells where they are.
    fn schrijf_op(&mut self, bericht: &Bericht) -> Vec<Spoor> {
        let kop = bericht.bericht_identificatie();
        let (identificatie, verzonden) = (&kop.identificatie, kop.dagtekening);
        match bericht {
            Bericht::Jw301(heen) => {
                let regels = heen.client.toegewezen_producten.iter();
                regels.map(|regel| self.toewijzing(Toewijzing::van(heen, regel))).collect()
            }
            Bericht::Jw305(heen) => {
                let regels = heen.client.start_producten.iter();
                regels
                    .map(|regel| {
                        let lijn = Leverlijn::new(regel.toewijzing_nummer, regel.product.as_ref());
                        self.levering(&heen.client.bsn, lijn, Levering::start(heen, regel))
                    })
                    .collect()
            }
            Bericht::Jw307(heen) => {
                let regels = heen.client.stop_producten.iter();
                regels
                    .map(|regel| {
                        let lijn = Leverlijn::new(regel.toewijzing_nummer, regel.product.as_ref());
                        self.levering(&heen.client.bsn, lijn, Levering::stop(heen, regel))
                    })
                    .collect()
            }
            Bericht::Jw315(heen) => {
                let regels = heen.client.aangevraagde_producten.iter();
                regels
                    .map(|regel| {
                        self.verzoek(Verzoek {
                            bericht: identificatie.clone(),
                            verzonden,
                            bsn: heen.client.bsn.clone(),
                            referentie: regel.referentie_aanbieder.clone(),
                            wijziging: false,
                        })
                    })
                    .collect()
            }
            Bericht::Jw317(heen) => vec![self.verzoek(Verzoek {
                bericht: identificatie.clone(),
                verzonden,
                bsn: heen.client.bsn.clone(),
                referentie: heen.client.verzoek.referentie_aanbieder.clone(),
                wijziging: true,
            })],
            Bericht::Jw319(heen) => {
                let antwoord = heen.antwoord.verzoek_antwoord;
                let rij = Antwoord { bericht: identificatie.clone(), antwoord };
                vec![self.antwoord(heen.antwoord.referentie_aanbieder.clone(), rij)]
            }
            Bericht::Jw323(heen) => self.schrijf_declaratie_op(heen),
            _ => Vec::new(),
        }
    }

    fn schrijf_declaratie_op(&mut self, bericht: &jw323::Bericht) -> Vec<Spoor> {
        let (kop, declaratie) = (&bericht.header, &bericht.declaratie);
        let mut sporen = vec![self.declaratie(Declaratie {
            bericht: kop.bericht_identificatie.clone(),
            nummer: declaratie.declaratie_nummer.clone(),
            periode: declaratie.declaratie_periode.begindatum,
            xsd_versie: kop.xsd_versie.clone(),
        })];
        for client in &declaratie.clienten {
            for regel in &client.prestaties {
                let spoor = self.prestatie(Prestatie {
                    bericht: kop.bericht_identificatie.identificatie.clone(),
                    bsn: client.bsn.clone(),
                    regel: regel.clone(),
                    toegekend: false,
                });
                sporen.push(spoor);
            }
        }
        sporen
    }
}

/// The allocations that a declaration claims on, each once.
fn toewijzingen(sporen: &[Spoor]) -> HashSet<Nummer> {
    let nummer = |spoor: &Spoor| if let Spoor::Prestatie(nummer) = spoor { Some(*nummer) } else { None };
    sporen.iter().filter_map(nummer).collect()
}

/// What a retour or a JW325 says about the message that it answers; none when it says nothing about it.
fn uitslag(bericht: &Bericht) -> Option<Uitslag> {
    let codes = bericht.retourcodes()?;
    if codes.contains(&HERHALING) {
        return None;
    }
    match bericht {
        Bericht::Jw325(bericht) => uitslag_declaratie(bericht),
        _ if codes.is_empty() => Some(Uitslag::Goed),
        _ => Some(Uitslag::Afgekeurd),
    }
}

fn uitslag_declaratie(bericht: &jw325::Bericht) -> Option<Uitslag> {
    if bericht.header.retour_codes.iter().any(|code| *code != IN_ORDE) {
        return Some(Uitslag::Afgekeurd);
    }
    let antwoord = bericht.declaratie_antwoord.as_ref()?;
    if antwoord.retour_codes.iter().any(|code| ![IN_ORDE, GEHEEL_TOEGEKEND].contains(code)) {
        return Some(Uitslag::Afgekeurd);
    }
    let afgewezen: HashSet<Regelsleutel> =
        antwoord.clienten.iter().flatten().flat_map(afgewezen_regels).collect();
    Some(if afgewezen.is_empty() { Uitslag::Goed } else { Uitslag::Deels(afgewezen) })
}

/// The lines of a client that were rejected: those with a code that says so, and all of them when the client has one.
fn afgewezen_regels(client: &jw325::Client) -> impl Iterator<Item = Regelsleutel> {
    let is_afgewezen = |codes: &[RetourCode]| codes.iter().any(|code| *code != IN_ORDE);
    let geheel = is_afgewezen(&client.retour_codes);
    let regels = client.prestaties.iter().filter(move |regel| geheel || is_afgewezen(&regel.retour_codes));
    regels.map(|regel| (client.bsn.clone(), regel.product_referentie.clone()))
}

/// The worse of two answers, whichever came first.
fn ergste(een: &Uitslag, ander: Uitslag) -> Uitslag {
    match (een, ander) {
        (Uitslag::Afgekeurd, _) | (_, Uitslag::Afgekeurd) => Uitslag::Afgekeurd,
        (Uitslag::Deels(een), Uitslag::Deels(ander)) => Uitslag::Deels(een.union(&ander).cloned().collect()),
        (Uitslag::Deels(regels), _) => Uitslag::Deels(regels.clone()),
        (Uitslag::Open | Uitslag::Goed, Uitslag::Open) => een.clone(),
        (_, ander) => ander,
    }
}
