//! How messages leave: numbered, now and then with a fault in them, and answered by a retour of the provider.

use ijw::basis::IdentificatieBericht;
use ijw::{Beoordeling, Bericht, Berichttype, Ongeldig, Plaats, Rang, Richting, Stempel};
use simulatie::{Purpose, Stream};

use super::super::agenda::Wat;
use super::super::berichten::{Client, Kop};
use super::super::getal::Dag;
use super::super::nummers::Telling;
use super::super::regio::gemeenten;
use super::super::toewijzing::Toewijzing;
use super::super::{Bedoeling, GemaaktBericht};
use super::{Generator, Keten};

const RETOUR: Purpose = Purpose::new("demo: day of a retour");

/// The value of something that our own tables make.
pub(super) fn fitting<T>(made: Result<T, Ongeldig>) -> T {
    // Every text comes from our own tables, of which tests show that they fit the fields.
    #[expect(
        clippy::expect_used,
        reason = "a value of our own tables that does not fit is a fault of this module"
    )]
    made.expect("the demo's own tables fit the fields of iJw")
}

impl Generator {
    /// The next identification of a sender for a kind of message.
    pub(super) fn identification(&mut self, soort: Berichttype, (aanbieder, gemeente): Keten) -> String {
        let sender = match soort.richting() {
            Richting::NaarGemeente => usize::from(aanbieder),
            Richting::NaarAanbieder => usize::from(gemeente),
        };
        format!("{:06}", self.tellers.next(Telling::Bericht(soort), sender))
    }

    /// Makes a message between two parties.
    pub(super) fn made(
        &mut self,
        keten: Keten,
        soort: Berichttype,
        today: Dag,
        make: impl FnOnce(&Kop<'_>) -> Result<Bericht, Ongeldig>,
    ) -> Option<Bericht> {
        let identificatie = self.identification(soort, keten);
        let agb = &self.bevolking.aanbod.aanbieders.get(usize::from(keten.0))?.agb;
        let gemeente = gemeenten().get(usize::from(keten.1))?.code;
        Some(fitting(make(&Kop { gemeente, agb, identificatie: &identificatie, dag: today })))
    }

    /// Sends a message of the provider about an allocation. False when it went out with a fault; then what led to it is
    /// planned again, under the allocation's agenda.
    pub(super) fn send(
        &mut self,
        index: u32,
        today: Dag,
        soort: Berichttype,
        again: Option<Wat>,
        make: impl FnOnce(&Kop<'_>, &Client, &Toewijzing) -> Result<Bericht, Ongeldig>,
    ) -> bool {
        let Some(t) = self.toewijzing(index).copied() else { return true };
        let Some(client) = self.client(t.jeugdige) else { return true };
        let keten = (t.aanbieder, t.gemeente);
        let made = self.made(keten, soort, today, |kop| make(kop, &client, &t));
        let again = again.filter(|_| !self.is_example(t.jeugdige)).map(|what| (what, t.stand.agenda));
        made.is_none_or(|bericht| self.post(keten, bericht, today, again))
    }

    /// Whether a youth is of a family shaped by hand: their messages go as they should.
    pub(super) fn is_example(&self, jeugdige: u32) -> bool {
        let who = self.bevolking.jeugdigen.get(jeugdige as usize);
        who.and_then(|j| self.bevolking.gezinnen.get(j.gezin as usize)).is_some_and(|g| g.voorbeeld.is_some())
    }

    /// Sends a message of a provider, for which a fault is drawn when it can be sent again: under what it is planned then
    /// and under which agenda. False when it went out with a fault in place of the good one.
    pub(super) fn post(
        &mut self,
        keten: Keten,
        bericht: Bericht,
        today: Dag,
        again: Option<(Wat, u8)>,
    ) -> bool {
        let soort = bericht.berichttype();
        let fault = again.and_then(|again| self.draw_fault(soort).map(|fault| (fault, again)));
        let Some((fault, (what, agenda))) = fault else {
            self.trace(keten, &bericht);
            self.emit(&bericht, today, Bedoeling::Goed);
            return true;
        };
        if fault.comes_extra() {
            self.trace(keten, &bericht);
            self.emit(&bericht, today, Bedoeling::Goed);
            let mut extra = bericht;
            if self.repeat(fault, &mut extra, keten, today) {
                self.emit(&extra, today, Bedoeling::Fout(fault.code()));
            }
            return true;
        }
        let mut wrong = bericht;
        let bedoeld = self.spoil(fault, &mut wrong, keten, today);
        self.emit(&wrong, today, bedoeld);
        let wait = 2 + u32::try_from(self.chance_of_fault().below(4)).unwrap_or(0);
        self.agenda.plan(today.plus_workdays(wait), what, agenda);
        false
    }

    /// Hands over a message.
    pub(super) fn emit(&mut self, bericht: &Bericht, today: Dag, bedoeld: Bedoeling) {
        // Of two files with one name, a folder would hold one.
        let again = if bedoeld == Bedoeling::Fout("TR056") { "_2" } else { "" };
        let naam = format!(
            "{}_{}_{}{again}.xml",
            bericht.berichttype().naam(),
            bericht.afzender(),
            bericht.identificatie(),
        );
        let mut xml = ijw::schrijf(bericht);
        if bedoeld == Bedoeling::Onleesbaar {
            self.damage(&mut xml);
        }
        self.klaar.push_back(GemaaktBericht {
            bestandsnaam: naam,
            dagtekening: today.date(),
            xml: xml.into_bytes(),
            bedoeld,
        });
    }

    /// The provider confirms a message of the municipality, or refuses it because of a line, within three working days.
    /// Gives the day on which it does.
    pub(super) fn expect_retour(
        &mut self,
        keten: Keten,
        bericht: &Bericht,
        today: Dag,
        refused: Option<(&'static str, Rang)>,
    ) -> Dag {
        let Some(soort) = bericht.berichttype().answered_by() else { return today };
        let identificatie = self.identification(soort, keten);
        let number = u64::from(self.retouren.geteld);
        let mut stream = Stream::new(self.seed, RETOUR, number);
        let wait = match stream.below(6) {
            _ if refused.is_some() => 1,
            0 => 0,
            1..4 => 1,
            4 => 2,
            _ => 3,
        };
        let day = today.plus_workdays(wait);
        let fouten = refused.and_then(|(code, rang)| {
            let regel = ijw::regels::NIVEAU3.iter().copied().find(|regel| regel.code == code)?;
            Some(ijw::Fout { regel, plaats: Plaats::ToegewezenProduct(rang) })
        });
        let beoordeling = Beoordeling { fouten: fouten.into_iter().collect(), ..Beoordeling::default() };
        let stempel = fitting(
            IdentificatieBericht::new(&identificatie).and_then(|name| Stempel::new(name, day.date())),
        );
        if let Some(retour) = ijw::retour(bericht, &beoordeling, stempel) {
            let key = self.retouren.geteld;
            self.retouren.geteld += 1;
            self.retouren.onderweg.insert(key, retour);
            self.agenda.plan(day, Wat::Retour(key), 0);
        }
        day
    }

    /// A retour is sent.
    pub(super) fn give_back(&mut self, key: u32, today: Dag) {
        if let Some(retour) = self.retouren.onderweg.remove(&key) {
            self.emit(&retour, today, Bedoeling::Goed);
        }
    }
}
