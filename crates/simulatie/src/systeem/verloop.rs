//! One replication: the engine plays a month, feedback looks and changes what holds in the next.

use super::aanname::Aannames;
use super::begin::Begin;
use super::delen::{ANTWOORDEN, Antwoord, GROEPEN, Hulpgroep, Wijkgroep};
use super::keuze::Keuze;
use super::maat::Maat;
use super::opbouw::{ANDERE, CRISIS, JAAR, JEUGDHULP, LOKAAL, ONBEGRENSD, Opbouw, betaler, opbouw, prijs};
use super::spoor::{Beide, Spoor, Sporen};
use super::stand::{Blik, Gevolg, STAP, Stand};
use super::tabel::{JEUGD, Sleutel as S};
use super::teller::{Jaar, Teller};
use super::wegen::wegen;
use crate::engine::Run;
use crate::model::ModelError;
use crate::network::Network;
use crate::observe::Observer;
use crate::tick::Tick;

/// Months in a year.
const MAANDEN: usize = 12;
/// The share of staff that must have gone before it counts as broken.
const PERSONEEL_WEG: f64 = 0.90;
/// Work load that counts as broken.
const WERKDRUK_HOOG: f64 = 1.20;
/// How much longer than at the start a wait must be before it counts as broken.
const WACHT_LANG: f64 = 2.0;

/// What can break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Breuk {
    /// As many wait for a station as twice what waited at the start.
    Wachtlijst(Antwoord),
    /// The budget of a year is used up before its end: nothing may start.
    Geld,
    /// Work load a fifth above the start.
    Werkdruk,
    /// A tenth of the staff of the start is gone.
    Personeel,
}

impl Breuk {
    /// Everything that is watched.
    pub const ALL: [Self; 7] = [
        Self::Wachtlijst(Antwoord::Wijkteam),
        Self::Wachtlijst(Antwoord::Ambulant),
        Self::Wachtlijst(Antwoord::Ggz),
        Self::Wachtlijst(Antwoord::Verblijf),
        Self::Geld,
        Self::Werkdruk,
        Self::Personeel,
    ];

    /// The name in outcomes.
    pub fn naam(self) -> String {
        match self {
            Self::Wachtlijst(antwoord) => format!("wachtlijst.{}", antwoord.naam()),
            Self::Geld => "geld".to_owned(),
            Self::Werkdruk => "werkdruk".to_owned(),
            Self::Personeel => "personeel".to_owned(),
        }
    }
}

/// What a replication came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Verloop {
    /// Per measure of [`Maat::all`], per year; not a number where there was nothing to measure.
    pub maten: Vec<Vec<f64>>,
    /// Per thing of [`Breuk::ALL`] when it first broke, in years after the start.
    pub breuken: Vec<Option<f64>>,
    /// Months in which more would have come than the model has room for: anything but zero says that it is out of hand.
    pub geknipt: u32,
    /// Questions, help that was completed, and those who gave up: the work that the engine did.
    pub gebeurtenissen: u64,
}

/// How the region is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looptijd {
    /// Years after the start, 1 to 30. A year of running up goes before them.
    pub jaren: usize,
}

/// How many times as many questions may come as at the start.
fn ruim(aannames: &Aannames, jaren: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "at most 30 years")]
    let years = jaren as f64;
    let growth = aannames.get(S::Lr4Groei)
        + aannames.get(S::GroeiOverig).max(0.0)
        + aannames.get(S::Lr5Licht) * aannames.get(S::Lr5Groei);
    (1.25 * libm::exp(1.3 * growth * years)).clamp(1.3, 12.0)
}

/// Plays a choice on the region of these numbers. The same seed and replication have the same children, whatever is chosen.
pub fn speel(
    aannames: &Aannames,
    keuze: &Keuze,
    looptijd: Looptijd,
    seed: u64,
    replication: u64,
) -> Result<Verloop, ModelError> {
    speel_vanaf(aannames, None, keuze, looptijd, (seed, replication))
}

/// The same from who is there at the start, when that is known: then without a year of running up.
pub fn speel_vanaf(
    aannames: &Aannames,
    begin: Option<&Begin>,
    keuze: &Keuze,
    looptijd: Looptijd,
    zaad: (u64, u64),
) -> Result<Verloop, ModelError> {
    let (gebouw, network, jaren) = klaar(aannames, begin, looptijd)?;
    Ok(Spel::new(aannames, keuze, &gebouw, &network, (jaren, begin), zaad, ()).play().0)
}

/// The same, with the tracks of all children through youth help.
pub fn speel_sporen(
    aannames: &Aannames,
    begin: Option<&Begin>,
    keuze: &Keuze,
    looptijd: Looptijd,
    zaad: (u64, u64),
) -> Result<(Verloop, Vec<Spoor>), ModelError> {
    let (gebouw, network, jaren) = klaar(aannames, begin, looptijd)?;
    let voor = if begin.is_none() { JAAR } else { 0.0 };
    let sporen = Sporen::new(gebouw.bronnen.iter().map(|bron| bron.weg).collect(), voor);
    let (verloop, sporen) =
        Spel::new(aannames, keuze, &gebouw, &network, (jaren, begin), zaad, sporen).play();
    Ok((verloop, sporen.into_list()))
}

/// A region that is ready to be played, and over how many years.
fn klaar(
    aannames: &Aannames,
    begin: Option<&Begin>,
    looptijd: Looptijd,
) -> Result<(Opbouw, Network, usize), ModelError> {
    let aanloop = usize::from(begin.is_none());
    let jaren = looptijd.jaren.clamp(1, 30);
    #[expect(clippy::cast_precision_loss, reason = "at most 31 years")]
    let dagen = (jaren + aanloop) as f64 * JAAR;
    let gebouw = opbouw(aannames, begin, dagen, ruim(aannames, jaren));
    let network = Network::new(&gebouw.model)?;
    Ok((gebouw, network, jaren))
}

struct Spel<'a, O> {
    aannames: &'a Aannames,
    keuze: &'a Keuze,
    gebouw: &'a Opbouw,
    run: Run<'a, Beide<Teller, O>>,
    jaren: usize,
    /// Years of running up before the first one that counts.
    aanloop: usize,
    /// What stands at the end of each year.
    standen: Vec<Eind>,
    breuken: Vec<Option<f64>>,
    geknipt: u32,
}

/// The end of a year.
#[derive(Clone, Copy, Debug, Default)]
struct Eind {
    blik: Blik,
    fte: f64,
    werkdruk: f64,
    regeldruk: f64,
    kosten: f64,
}

impl<'a, O: Observer> Spel<'a, O> {
    fn new(
        aannames: &'a Aannames,
        keuze: &'a Keuze,
        gebouw: &'a Opbouw,
        network: &'a Network,
        (jaren, begin): (usize, Option<&Begin>),
        (seed, replication): (u64, u64),
        kijker: O,
    ) -> Self {
        let aanloop = usize::from(begin.is_none());
        let place = |wijkgroep: Wijkgroep| u8::try_from(wijkgroep.place()).unwrap_or(0);
        let sources = gebouw.bronnen.iter().map(|bron| place(bron.wijkgroep));
        let rows = gebouw.aanwezig.iter().map(|(_, wijkgroep)| place(*wijkgroep));
        let mut teller = Teller::new(sources.chain(rows).collect(), jaren + aanloop, Tick::from_days(JAAR));
        if let Some(begin) = begin {
            let before = gebouw.model.sources.iter().map(|_| 0.0);
            let present = gebouw.model.present.iter().map(|row| begin.gewacht(row.station));
            teller.waited_before(before.chain(present).map(Tick::from_days));
        }
        Self {
            aannames,
            keuze,
            gebouw,
            run: Run::new(network, seed, replication, Beide(teller, kijker)),
            jaren,
            aanloop,
            standen: Vec::new(),
            breuken: vec![None; Breuk::ALL.len()],
            geknipt: 0,
        }
    }

    fn play(mut self) -> (Verloop, O) {
        // A year of running up, in which nothing feeds back: queues and what is left of help find their shape.
        // From who is there it plays at once.
        self.run.advance(JAAR * self.voor());
        let begin = self.look();
        let mut places = [0.0; ANTWOORDEN];
        for (place, antwoord) in places.iter_mut().zip(Antwoord::ALL) {
            *place = f64::from(self.gebouw.balans.plaatsen(*antwoord));
        }
        let mut stand = Stand::new(self.aannames, begin, self.gebouw.uitgaven, places);
        let (mut jaar, mut kosten) = (0.0, 0.0);
        for month in 0..self.jaren * MAANDEN {
            let blik = self.look();
            let gevolg = stand.step(self.aannames, self.keuze, &blik);
            self.change(&stand, &gevolg);
            kosten += stand.kosten * STAP;
            jaar += STAP;
            self.run.advance(JAAR * (self.voor() + jaar));
            let after = self.look();
            self.watch(&begin, &after, &stand, jaar);
            if month % MAANDEN == MAANDEN - 1 {
                self.standen.push(Eind {
                    blik: after,
                    fte: stand.fte.iter().sum(),
                    werkdruk: stand.werkdruk,
                    regeldruk: stand.regeldruk,
                    kosten,
                });
                kosten = 0.0;
            }
        }
        self.tell()
    }

    /// Years of running up.
    fn voor(&self) -> f64 {
        f64::from(u8::from(self.aanloop > 0))
    }

    fn look(&self) -> Blik {
        let mut blik = Blik::default();
        for (place, antwoord) in Antwoord::ALL.iter().enumerate() {
            let Some(glance) = self.run.glance(place) else { continue };
            if let (Some(busy), Some(waiting)) = (blik.bezig.get_mut(place), blik.wachtend.get_mut(place)) {
                *busy = f64::from(glance.busy);
                *waiting = f64::from(u32::try_from(glance.waiting).unwrap_or(u32::MAX));
            }
            if betaler(*antwoord) == Some(JEUGDHULP) {
                let year = self.run.day() / JAAR - self.voor();
                let factor = self.keuze.tarief(year).get(place).copied().unwrap_or(1.0);
                blik.uitgaven += f64::from(glance.busy) * prijs(self.aannames, *antwoord) * factor * JAAR;
                blik.geld_op |= !glance.open;
            }
        }
        blik
    }

    fn change(&mut self, stand: &Stand, gevolg: &Gevolg) {
        for (place, antwoord) in Antwoord::ALL.iter().enumerate() {
            if let (Some(servers), true) = (gevolg.plaatsen.get(place), antwoord.is_schaars()) {
                self.run.set_servers(place, *servers);
            }
            if let Some(factor) = gevolg.tarief.get(place) {
                self.run.set_price(place, prijs(self.aannames, *antwoord) * factor);
            }
            for groep in 0..GROEPEN {
                let ways = wegen(self.aannames, &gevolg.effect, groep, *antwoord);
                let mut shares = [0.0; 6];
                for (share, way) in shares.iter_mut().zip(ways.iter()) {
                    *share = way.2;
                }
                self.run.set_routes(groep, place, &shares);
            }
        }
        let mut clipped = false;
        for (nr, (bron, source)) in self.gebouw.bronnen.iter().zip(&self.gebouw.model.sources).enumerate() {
            let rate = bron.per_dag * stand.vraag(self.aannames, self.keuze, bron);
            clipped |= rate > source.ceiling * (1.0 + 1e-9);
            self.run.set_rate(nr, rate);
        }
        self.geknipt += u32::from(clipped);
        self.run.set_budget(JEUGDHULP, gevolg.plafond.min(ONBEGRENSD));
    }

    fn watch(&mut self, begin: &Blik, now: &Blik, stand: &Stand, jaar: f64) {
        let waits =
            |antwoord: Antwoord, blik: &Blik| blik.wachtend.get(antwoord.place()).copied().unwrap_or(0.0);
        for (first, breuk) in self.breuken.iter_mut().zip(Breuk::ALL) {
            let broken = match breuk {
                // A few more in a short queue is chance, not breaking.
                Breuk::Wachtlijst(antwoord) => {
                    waits(antwoord, now) > WACHT_LANG * waits(antwoord, begin).max(25.0)
                }
                Breuk::Geld => now.geld_op,
                Breuk::Werkdruk => stand.werkdruk > WERKDRUK_HOOG,
                Breuk::Personeel => stand.fte_share() < PERSONEEL_WEG,
            };
            if broken && first.is_none() {
                *first = Some(jaar);
            }
        }
    }

    fn tell(self) -> (Verloop, O) {
        let Self { run, aannames, standen, jaren, aanloop, breuken, geknipt, .. } = self;
        let spent: Vec<[f64; 4]> = (aanloop..aanloop + jaren)
            .map(|year| {
                [JEUGDHULP, LOKAAL, CRISIS, ANDERE]
                    .map(|funder| run.committed_of(funder, year).unwrap_or_default() / 1e6)
            })
            .collect();
        let (outcome, Beide(teller, kijker)) = run.finish_with_observer();
        let years: Vec<(&Jaar, &Eind, &[f64; 4])> = teller
            .jaren
            .iter()
            .skip(aanloop)
            .zip(&standen)
            .zip(&spent)
            .map(|((jaar, eind), spent)| (jaar, eind, spent))
            .collect();
        let maten = Maat::all()
            .into_iter()
            .map(|maat| {
                years.iter().map(|(jaar, eind, spent)| measure(maat, aannames, jaar, eind, spent)).collect()
            })
            .collect();
        (Verloop { maten, breuken, geknipt, gebeurtenissen: outcome.model_events() }, kijker)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn count(of: u64) -> f64 {
    of as f64
}

fn measure(maat: Maat, aannames: &Aannames, jaar: &Jaar, eind: &Eind, spent: &[f64; 4]) -> f64 {
    let jeugd = |wijkgroep: usize| JEUGD.get(wijkgroep).map_or(0.0, |sleutel| aannames.get(*sleutel));
    let all: f64 = (0..Wijkgroep::ALL.len()).map(jeugd).sum();
    let waits = |antwoord: Antwoord| jaar.wacht.get(antwoord.place()).copied().unwrap_or_default();
    let at = |table: &[f64], antwoord: Antwoord| table.get(antwoord.place()).copied().unwrap_or_default();
    let by = |table: &[u64], groep: Hulpgroep| count(table.get(groep.place()).copied().unwrap_or_default());
    let hulp = || Antwoord::ALL.iter().copied().filter(|one| one.is_jeugdhulp());
    let [jeugdhulp, lokaal, crisis, andere] = *spent;
    let (jeugdhulp, lokaal) = (jeugdhulp + crisis, lokaal + eind.kosten / 1e6);
    match maat {
        Maat::InHulp => count(jaar.in_hulp),
        Maat::Aandeel => 100.0 * count(jaar.in_hulp) / all,
        Maat::Vragen => count(jaar.vragen),
        Maat::Begonnen => count(jaar.begonnen),
        Maat::Uitstroom => count(jaar.klaar) - count(jaar.keten),
        Maat::Terugval => count(jaar.terugval),
        Maat::Afgehaakt => count(jaar.afgehaakt),
        Maat::Verschoven => count(jaar.verschoven),
        Maat::Wachttijd => {
            let (aantal, ticks) =
                hulp().map(waits).fold((0, 0), |(n, t), one| (n + one.aantal, t + one.ticks));
            super::teller::Wacht { aantal, ticks }.dagen()
        }
        Maat::Wachtend => hulp().map(|antwoord| at(&eind.blik.wachtend, antwoord)).sum(),
        Maat::UitgavenJeugdhulp => jeugdhulp,
        Maat::UitgavenLokaal => lokaal,
        Maat::UitgavenAndere => andere,
        Maat::UitgavenSamen => jeugdhulp + lokaal + andere,
        Maat::Personeel => eind.fte,
        Maat::Werkdruk => eind.werkdruk,
        Maat::Regeldruk => 100.0 * eind.regeldruk,
        Maat::Bezig(antwoord) => at(&eind.blik.bezig, antwoord),
        Maat::WachttijdBij(antwoord) => waits(antwoord).dagen(),
        Maat::WachtendBij(antwoord) => at(&eind.blik.wachtend, antwoord),
        Maat::AandeelWijk(wijkgroep) => {
            let here = jaar.in_hulp_wijk.get(wijkgroep.place()).copied().unwrap_or_default();
            100.0 * count(here) / jeugd(wijkgroep.place())
        }
        Maat::WachttijdWijk(wijkgroep) => {
            jaar.wacht_wijk.get(wijkgroep.place()).copied().unwrap_or_default().dagen()
        }
        Maat::InHulpGroep(groep) => by(&jaar.in_hulp_groep, groep),
        Maat::WachttijdGroep(groep) => {
            jaar.wacht_groep.get(groep.place()).copied().unwrap_or_default().dagen()
        }
        Maat::AfgehaaktGroep(groep) => by(&jaar.afgehaakt_groep, groep),
    }
}
