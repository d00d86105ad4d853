//! Care that is running is to become more, less, longer or other, at the wish of the provider.

use ijw::Berichttype;
use simulatie::{Purpose, Stream};
use stelsel::Hulpvorm;

use super::super::agenda::Wat;
use super::super::berichten::{Wens, jw317};
use super::super::getal::{Dag, Maand, days, whole};
use super::super::nummers::{Telling, bsn};
use super::super::regio::{Eenheid, Frequentie, Product, producten};
use super::super::toewijzing::{Plan, Toewijzing, Vervolg, Zorg};
use super::super::verzoek::{Besluit, Verzoek, Vraag, Wissel};
use super::gemeente::Verwijzing;
use super::{Generator, extend};

const WENS: Purpose = Purpose::new("demo: wishes to change care");
const LANGER: Purpose = Purpose::new("demo: wishes for care to last longer");

/// Of care that lasts, this part is changed at the wish of the provider (assumption).
const GEWIJZIGD: f64 = 0.14;

/// Of the extensions, this part is at the wish of the provider; the rest the municipality does itself (assumption).
const VERLENGD: f64 = 0.3;

/// Whether more or less of a product can be given, from one day to the next.
fn is_elastic(product: &Product) -> bool {
    let some = product.eenheid != Eenheid::Etmaal || product.volume < 6.0;
    some && product.volume > 1.0 && product.frequentie != Frequentie::Totaal && product.categorie != "48"
}

impl Generator {
    /// Plans a wish to change care that has begun.
    pub(super) fn plan_wish(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing(index).copied() else { return };
        let (Some(zorg), Some(product)) = (t.plan.zorg, t.product()) else { return };
        let mut stream = Stream::new(self.seed, WENS, u64::from(index));
        let lasts = f64::from(zorg.einde.0 - zorg.begin.0);
        if !stream.chance(GEWIJZIGD) || lasts < 180.0 || !is_elastic(product) || self.is_example(t.jeugdige) {
            return;
        }
        let day = zorg.begin.plus(days(lasts * stream.between(0.15, 0.6))).workday();
        self.plan(index, day.max(today.plus(7).workday()), Wat::Wijziging(index));
    }

    /// Draws what care should become, and asks for it when that can still be.
    pub(super) fn wish(&mut self, index: u32, today: Dag) {
        let Some(t) = self.toewijzing(index).copied() else { return };
        let Some(product) = t.product() else { return };
        let mut stream = Stream::new(self.seed, WENS, 1 << 40 | u64::from(index));
        let besluit = match stream.unit() {
            u if u < 0.12 => Some(Besluit::Onderzoek),
            u if u < 0.26 => Some(Besluit::Afgewezen(stream.pick(&["2", "4", "7"]).copied().unwrap_or("2"))),
            _ => None,
        };
        let ahead = if besluit == Some(Besluit::Onderzoek) { 56 } else { 16 };
        let vanaf = Maand::of(today.plus(ahead)).next().first;
        let lasts = t.plan.zorg.is_some_and(|zorg| zorg.begin < today && zorg.einde > vanaf.plus(45));
        let runs = t.plan.einde.is_some_and(|einde| einde > vanaf.plus(30));
        let calm = t.plan.pauze.is_none() && t.plan.breuk.is_none() && t.plan.vervolg.is_none();
        if !lasts || !runs || !calm || t.stand.klaar {
            return;
        }
        let switch = if product.hulpvorm == Hulpvorm::Ambulant && stream.chance(0.25) {
            // From ordinary to specialised, or the other way.
            let code = if product.code == "45A53" { "45A48" } else { "45A53" };
            producten().iter().position(|p| p.code == code)
        } else {
            None
        };
        let free = switch.filter(|other| self.bevolking.may_have(t.jeugdige, *other, index, today));
        let wissel = match free.and_then(|at| Some((u8::try_from(at).ok()?, producten().get(at)?))) {
            Some((at, other)) => Wissel {
                product: at,
                volume: in_steps(other, other.volume / 0.9),
                vanaf,
                einde: other.looptijd.map(|term| vanaf.plus(i32::from(term) - 1)),
                was: t.plan.einde,
            },
            None => {
                let more = stream.chance(0.5);
                let factor = if more { stream.between(1.2, 1.6) } else { stream.between(0.6, 0.85) };
                let volume = in_steps(product, t.plan.tempo * factor);
                Wissel { product: t.product, volume, vanaf, einde: t.plan.einde, was: t.plan.einde }
            }
        };
        if wissel.product == t.product && wissel.volume == t.plan.volume {
            return;
        }
        let id = self.keep(change(&t, Vraag::Anders(index, wissel), besluit));
        self.ask(id, today);
    }

    /// Whether the provider asks for the extension that is due. If so, the answer decides.
    pub(super) fn asks_longer(&mut self, index: u32, today: Dag, longer: i32) -> bool {
        let Some(t) = self.toewijzing(index).copied() else { return false };
        let Some(einde) = t.plan.einde else { return false };
        let mut stream =
            Stream::new(self.seed, LANGER, u64::from(index) << 24 | u64::from(einde.0.unsigned_abs()));
        let calm = t.plan.pauze.is_none() && t.plan.breuk.is_none() && t.plan.vergissing == 0;
        let asks = stream.chance(VERLENGD) && calm && t.stand.begin.is_some() && einde.plus(-16) >= today;
        if !asks || t.stand.klaar || self.is_example(t.jeugdige) {
            return false;
        }
        let refused = stream.chance(0.06).then_some(Besluit::Afgewezen("4"));
        let id = self.keep(change(&t, Vraag::Langer(index, longer), refused));
        self.ask(id, today);
        true
    }

    /// The municipality extends without being asked, if nothing has changed.
    pub(super) fn extend_anyway(&mut self, index: u32, today: Dag, longer: i32, agenda: u8) {
        let due = self.toewijzing(index).is_some_and(|t| {
            let on = t.plan.zorg.zip(t.plan.einde).is_some_and(|(zorg, einde)| zorg.einde > einde);
            on && t.stand.agenda == agenda && !t.stand.klaar
        });
        if due {
            self.extend_by(index, today, longer, "04", Verwijzing::Geen);
        }
    }

    /// Sends a wish. None when it need not be sent any more; otherwise whether it went out right.
    pub(super) fn ask_change(&mut self, id: u32, verzoek: &Verzoek, today: Dag) -> Option<bool> {
        let (Vraag::Langer(index, _) | Vraag::Anders(index, _)) = verzoek.vraag else { return None };
        let t = self.toewijzing(index).copied()?;
        if self.has_changed(verzoek, &t) {
            return None;
        }
        let mut wanted = t;
        let (from, other) = match verzoek.vraag {
            Vraag::Langer(_, longer) => {
                if t.plan.einde.is_none_or(|einde| einde < today.plus(9)) {
                    self.extend_anyway(index, today, longer, verzoek.agenda);
                    return None;
                }
                extend(&mut wanted, longer);
                (t.plan.ingang, None)
            }
            Vraag::Anders(_, wissel) => {
                if wissel.vanaf < today.plus(9) {
                    return None;
                }
                if wissel.product == t.product {
                    (wanted.plan.volume, wanted.plan.einde) = (wissel.volume, wissel.einde);
                    (wissel.vanaf, None)
                } else {
                    wanted.plan.einde = Some(wissel.vanaf.plus(-1));
                    let product = producten().get(usize::from(wissel.product))?;
                    (t.plan.ingang, Some((product, wissel.volume, wissel.vanaf, wissel.einde)))
                }
            }
            Vraag::Hulp(_) | Vraag::Kansloos(_) => return None,
        };
        let runs = |o: &Toewijzing| {
            !o.stand.verwijderd && (o.plan.einde.is_none_or(|einde| einde >= today) || o.plan.ingang > today)
        };
        let rest: Vec<Toewijzing> = self
            .beside(index)
            .into_iter()
            .filter(|o| *o != index)
            .filter_map(|o| self.toewijzing(o).filter(|o| runs(o)).copied())
            .collect();
        let keten = (verzoek.aanbieder, verzoek.gemeente);
        let citizen = bsn(self.seed, verzoek.jeugdige);
        let bericht = self.made(keten, Berichttype::Jw317, today, |kop| {
            let reden = if other.is_some() { "2" } else { "1" };
            let wens = Wens { gewijzigd: (&wanted, from), nieuw: other, reden };
            let rest: Vec<&Toewijzing> = rest.iter().collect();
            jw317(kop, &citizen, &verzoek.referentie, &wens, &rest)
        })?;
        Some(self.post(keten, bericht, today, Some((Wat::Vraag(id), 0))))
    }

    /// Whether something has come between since the wish came up.
    fn has_changed(&self, verzoek: &Verzoek, t: &Toewijzing) -> bool {
        let other = match verzoek.vraag {
            Vraag::Anders(_, wissel) => t.plan.einde != wissel.was,
            _ => t.plan.zorg.zip(t.plan.einde).is_none_or(|(zorg, einde)| zorg.einde <= einde),
        };
        other || t.stand.agenda != verzoek.agenda || t.stand.klaar
    }

    /// What the municipality says to a wish; none when it grants it.
    pub(super) fn verdict_on_change(&self, verzoek: &Verzoek) -> Option<Besluit> {
        let (Vraag::Langer(index, _) | Vraag::Anders(index, _)) = verzoek.vraag else { return None };
        match self.toewijzing(index) {
            Some(t) if t.stand.agenda != verzoek.agenda => Some(Besluit::Afgewezen("5")),
            Some(t) if self.has_changed(verzoek, t) => Some(Besluit::Afgewezen("1")),
            _ => verzoek.besluit,
        }
    }

    /// Grants a wish, one to one (iJw 3.2 OP348, IV093).
    pub(super) fn grant_change(&mut self, verzoek: &Verzoek, today: Dag) {
        let refers = Verwijzing::Alle(&verzoek.referentie);
        match verzoek.vraag {
            Vraag::Langer(index, longer) => self.extend_by(index, today, longer, "12", refers),
            Vraag::Anders(index, wissel) => {
                self.take_over(index, &wissel, today, refers);
            }
            Vraag::Hulp(_) | Vraag::Kansloos(_) => {}
        }
    }

    /// The old allocation ends and another takes over.
    fn take_over(&mut self, index: u32, wissel: &Wissel, today: Dag, refers: Verwijzing<'_>) -> Option<()> {
        let t = self.toewijzing_mut(index)?;
        let (zorg, last) = (t.plan.zorg?, wissel.vanaf.plus(-1));
        let (jeugdige, aanbieder, gemeente, reden) = (t.jeugdige, t.aanbieder, t.gemeente, t.plan.reden);
        t.plan = Plan { einde: Some(last), zorg: Some(Zorg { einde: last, ..zorg }), reden: "37", ..t.plan };
        t.stand.agenda = t.stand.agenda.wrapping_add(1);
        self.decide(index, today, Some("12"));
        self.plan_stop(index, today);
        let vervolg = Vervolg {
            product: usize::from(wissel.product),
            besluit: today,
            ingang: wissel.vanaf,
            zorg: Zorg { begin: wissel.vanaf, einde: zorg.einde },
        };
        let new = self.bevolking.continue_at(jeugdige, aanbieder, &vervolg);
        let nummer = 100_000 + self.tellers.next(Telling::Toewijzing, usize::from(gemeente));
        let t = self.toewijzing_mut(new)?;
        (t.gemeente, t.stand.nummer, t.plan.reden) = (gemeente, nummer, reden);
        (t.plan.einde, t.plan.volume, t.plan.tempo) = (wissel.einde, wissel.volume, f64::from(wissel.volume));
        self.decide(new, today, None);
        self.levend.push(new);
        self.send_301(new, today, refers);
        self.plan_begin(new, today);
        self.plan_extension(new, today);
        Some(())
    }

    /// It was not extended: care ends with the allocation.
    pub(super) fn end_at_allocation(&mut self, index: u32, today: Dag, agenda: u8) {
        let Some(t) = self.toewijzing_mut(index) else { return };
        let (Some(zorg), Some(einde)) = (t.plan.zorg, t.plan.einde) else { return };
        if t.stand.agenda != agenda || t.stand.klaar || zorg.einde <= einde {
            return;
        }
        t.plan.zorg = Some(Zorg { einde, ..zorg });
        (t.plan.reden, t.plan.vervolg) = ("34", None);
        t.stand.agenda = t.stand.agenda.wrapping_add(1);
        self.plan_stop(index, today);
    }
}

/// A request about an allocation that runs.
const fn change(t: &Toewijzing, vraag: Vraag, besluit: Option<Besluit>) -> Verzoek {
    Verzoek {
        jeugdige: t.jeugdige,
        aanbieder: t.aanbieder,
        gemeente: t.gemeente,
        vraag,
        besluit,
        referentie: String::new(),
        agenda: t.stand.agenda,
    }
}

/// A volume as it is allocated: minutes by the quarter of an hour.
fn in_steps(product: &Product, volume: f64) -> u32 {
    match product.eenheid {
        Eenheid::Minuut => whole(volume / 15.0).max(2) * 15,
        _ => whole(volume).max(1),
    }
}
