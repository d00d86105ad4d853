//! What feeds back on what, month by month: the loops LR1 to LR8 and LB1 to LB3 of the seeds, with their delays.
//!
//! Every state goes to its aim as fast as its time says; what it is at the start is neutral, so that without loops and levers nothing moves.

use super::aanname::Aannames;
use super::delen::{ANTWOORDEN, Antwoord, Hulpgroep, Lus, Weg};
use super::keuze::Keuze;
use super::opbouw::Bron;
use super::tabel::{KOSTEN, Sleutel as S};
use super::wegen::{Effect, is_grensgeval};

/// A step, in years.
pub(super) const STAP: f64 = 1.0 / 12.0;

/// How far staff can be called on before it counts as overburdened: a queue counts for a quarter of a youth in help.
const WACHTENDE: f64 = 0.25;

/// What the region looks like at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Blik {
    /// Per station, who is being helped.
    pub(super) bezig: [f64; ANTWOORDEN],
    /// Per station, who waits.
    pub(super) wachtend: [f64; ANTWOORDEN],
    /// What is spent on youth help, at this moment, in a year.
    pub(super) uitgaven: f64,
    /// Whether money has run out.
    pub(super) geld_op: bool,
}

/// Per station something.
type Elk = [f64; ANTWOORDEN];

fn over(antwoorden: impl Fn(Antwoord) -> bool, of: &Elk) -> f64 {
    Antwoord::ALL.iter().zip(of).filter(|(antwoord, _)| antwoorden(**antwoord)).map(|(_, value)| value).sum()
}

fn is_behandeling(antwoord: Antwoord) -> bool {
    matches!(antwoord, Antwoord::Ambulant | Antwoord::Ggz | Antwoord::Verblijf)
}

fn is_zwaar(antwoord: Antwoord) -> bool {
    matches!(antwoord, Antwoord::Verblijf | Antwoord::Crisis | Antwoord::Zonder)
}

/// The state of a replication. All indices are 0 at the start unless told.
#[derive(Clone, Debug)]
pub(super) struct Stand {
    begin: Blik,
    /// Budget of youth help at the start, in euros a year.
    begroting: f64,
    /// Full-time workers at the start.
    fte_begin: Elk,
    per_fte: Elk,
    pub(super) fte: Elk,
    /// How far waiting lies above the start, smoothed; 1 at the start.
    wacht_beeld: f64,
    schaarste: f64,
    alarm: f64,
    pakket_tot: f64,
    rust_tot: f64,
    vernieuwing: f64,
    pub(super) afschuiven: f64,
    /// How much more counts as in need of help, as a logarithm.
    norm: f64,
    overig: f64,
    /// Providers, as a logarithm.
    aanbieders: f64,
    frustratie: f64,
    laatste_wijziging: f64,
    pub(super) onrust: f64,
    pub(super) controle: f64,
    leren: f64,
    nulde: f64,
    oorzaken: f64,
    toegang: f64,
    partners: f64,
    inrichting: f64,
    pub(super) regeldruk: f64,
    pub(super) werkdruk: f64,
    /// What the building blocks cost in a year.
    pub(super) kosten: f64,
    jaar: f64,
}

/// What holds until the next step.
#[derive(Clone, Debug)]
pub(super) struct Gevolg {
    pub(super) effect: Effect,
    pub(super) plaatsen: [u32; ANTWOORDEN],
    /// Times the price of the start.
    pub(super) tarief: Elk,
    /// In euros of the running year.
    pub(super) plafond: f64,
}

/// A step from a value to its aim, for something that takes `jaren` to get there.
fn naar(value: &mut f64, aim: f64, jaren: f64) {
    let part = if jaren > STAP { STAP / jaren } else { 1.0 };
    *value += (aim - *value) * part;
}

impl Stand {
    /// The state at the start, from what the region looks like then and its places.
    pub(super) fn new(aannames: &Aannames, begin: Blik, uitgaven: f64, plaatsen: Elk) -> Self {
        let mut per_fte = [1.0; ANTWOORDEN];
        let known = [S::FteWijkteam, S::FteAmbulant, S::FteGgz, S::FteVerblijf, S::FteCrisis];
        for (one, sleutel) in per_fte.iter_mut().skip(Antwoord::Wijkteam.place()).zip(known) {
            *one = aannames.get(sleutel);
        }
        let mut fte = [0.0; ANTWOORDEN];
        for ((fte, antwoord), (places, per_fte)) in
            fte.iter_mut().zip(Antwoord::ALL).zip(plaatsen.iter().zip(per_fte))
        {
            *fte = if antwoord.is_schaars() { places / per_fte } else { 0.0 };
        }
        Self {
            begin,
            begroting: uitgaven * (1.0 + aannames.get(S::Ruimte)),
            fte_begin: fte,
            per_fte,
            fte,
            wacht_beeld: 1.0,
            schaarste: 0.0,
            alarm: 0.0,
            pakket_tot: 0.0,
            rust_tot: 0.0,
            vernieuwing: 1.0,
            afschuiven: 0.0,
            norm: 0.0,
            overig: 0.0,
            aanbieders: 0.0,
            frustratie: 0.0,
            // The last new system was that of 2015: long enough ago.
            laatste_wijziging: -8.0,
            onrust: 0.0,
            controle: 0.0,
            leren: 0.0,
            nulde: 0.0,
            oorzaken: 0.0,
            toegang: 0.0,
            partners: 0.0,
            inrichting: 0.0,
            regeldruk: aannames.get(S::Regeldruk),
            werkdruk: 1.0,
            kosten: 0.0,
            jaar: 0.0,
        }
    }

    /// Staff as part of that of the start.
    pub(super) fn fte_share(&self) -> f64 {
        self.fte.iter().sum::<f64>() / self.fte_begin.iter().sum::<f64>().max(1e-6)
    }

    /// The budget that is asked of youth help in the running year.
    fn jaarbegroting(&self, aannames: &Aannames, keuze: &Keuze) -> f64 {
        let year = self.jaar.floor();
        let grown = libm::pow(1.0 + aannames.get(S::BegrotingGroei), year);
        let package = if self.jaar < self.pakket_tot { aannames.get(S::Lr1Pakket) } else { 0.0 };
        self.begroting * keuze.begroting(year) * (grown + package)
    }

    /// Moves on by a step, from what the region looks like at its end, and says what holds in the next one.
    pub(super) fn step(&mut self, aannames: &Aannames, keuze: &Keuze, blik: &Blik) -> Gevolg {
        let get = |sleutel| aannames.get(sleutel);
        let waiting =
            over(is_behandeling, &blik.wachtend) / over(is_behandeling, &self.begin.wachtend).max(1.0);
        let begroting = self.jaarbegroting(aannames, keuze);
        let short = (blik.uitgaven / begroting.max(1.0) - 1.0).max(0.0);
        naar(&mut self.schaarste, short + if blik.geld_op { 0.05 } else { 0.0 }, 0.5);
        naar(&mut self.wacht_beeld, waiting, 0.5);
        self.politics(aannames, keuze, waiting);
        let blocks = self.blocks(aannames, keuze);
        self.society(aannames, keuze, blik, blocks);
        self.staff(aannames, keuze, blik, begroting);
        self.kosten = self.begroting
            * KOSTEN
                .iter()
                .zip(keuze.niveaus(self.jaar))
                .map(|(cost, level)| get(*cost) * level)
                .sum::<f64>();
        self.jaar += STAP;
        self.consequences(aannames, keuze)
    }

    /// Alarm and packages of money (LR1), new systems (LR6), control after incidents (LR7).
    fn politics(&mut self, aannames: &Aannames, keuze: &Keuze, waiting: f64) {
        let get = |sleutel| aannames.get(sleutel);
        if keuze.speelt(Lus::LR1) {
            naar(&mut self.alarm, (waiting - 1.0).max(0.0), get(S::Lr1Traagheid));
            if self.alarm > get(S::Lr1Drempel) && self.jaar >= self.rust_tot {
                self.pakket_tot = self.jaar + get(S::Lr1Duur);
                // After a package politics looks elsewhere for as long.
                self.rust_tot = self.pakket_tot + get(S::Lr1Duur);
            }
        }
        if keuze.speelt(Lus::LR6) {
            let discontent = (waiting - 1.0).clamp(0.0, 2.0) + 2.0 * self.schaarste + 0.5 * self.controle;
            self.frustratie += STAP * (discontent - self.frustratie / 8.0);
            if self.frustratie > get(S::Lr6Drempel) && self.jaar - self.laatste_wijziging >= 8.0 {
                self.new_system(get(S::Lr6Onrust));
            }
        }
        if keuze.wijzigt(self.jaar, STAP) {
            self.new_system(get(S::Lr6Onrust));
        }
        naar(&mut self.onrust, 0.0, get(S::Lr6Tijd));
    }

    fn new_system(&mut self, onrust: f64) {
        self.onrust = (self.onrust + onrust).min(1.0);
        (self.frustratie, self.laatste_wijziging) = (0.0, self.jaar);
    }

    /// How far each building block works: partly by itself, for the rest as far as all of them are there (C100), and less in unrest.
    fn blocks(&mut self, aannames: &Aannames, keuze: &Keuze) -> [f64; 5] {
        let levels = keuze.niveaus(self.jaar);
        let alone = aannames.get(S::Alleen);
        let together = libm::pow(levels.iter().product::<f64>(), 0.2);
        levels.map(|level| level * (alone + (1.0 - alone) * together) * (1.0 - self.onrust))
    }

    /// What changes in demand, supply and learning.
    fn society(&mut self, aannames: &Aannames, keuze: &Keuze, blik: &Blik, blocks: [f64; 5]) {
        let get = |sleutel| aannames.get(sleutel);
        let plays = |lus| keuze.speelt(lus);
        let [toegang, ontzorg, inzicht, partner, ontkoker] = blocks;
        if plays(Lus::LR7) {
            let heavy = over(is_zwaar, &blik.wachtend) + over(is_zwaar, &blik.bezig);
            let before = over(is_zwaar, &self.begin.wachtend) + over(is_zwaar, &self.begin.bezig);
            let incidents = (heavy / before.max(1.0) - 1.0).max(0.0);
            let called = get(S::Lr7Controle) * (incidents + 2.0 * self.schaarste) - 0.3 * self.leren;
            naar(&mut self.controle, called.clamp(0.0, 1.0), 1.0);
        }
        let attention = 1.0 - get(S::Lr7Preventie) * self.controle;
        if plays(Lus::LB1) {
            naar(&mut self.nulde, ontzorg * attention, get(S::TijdNulde));
        }
        if plays(Lus::LB2) {
            naar(&mut self.oorzaken, ontkoker, get(S::TijdOorzaak));
        }
        if plays(Lus::LB3) {
            naar(&mut self.toegang, toegang, get(S::TijdToegang));
            let many = libm::exp(-0.2 * self.aanbieders.max(0.0));
            naar(&mut self.partners, partner * many, get(S::TijdPartner));
        }
        naar(&mut self.inrichting, inzicht, get(S::TijdInrichting));
        if plays(Lus::LR8) {
            let together = (self.toegang + self.partners + self.inrichting) / 3.0;
            naar(&mut self.leren, together * (1.0 - self.controle), get(S::TijdLeren));
        }
        if plays(Lus::LR2) {
            let room = 1.0 - get(S::Lr2Vernieuwing) * self.schaarste - 0.2 * self.controle;
            naar(&mut self.vernieuwing, room.clamp(0.0, 1.0), 2.0);
        }
        if plays(Lus::LR3) {
            let sharp = get(S::Lr3Afbakening) * keuze.afbakening.at(self.jaar);
            let pushed = get(S::Lr3Krapte) * self.schaarste + sharp - get(S::Lr3Ontkokering) * ontkoker;
            naar(&mut self.afschuiven, pushed.clamp(-0.5, 1.0), 0.5);
        }
        if plays(Lus::LR4) {
            let use_of = over(is_behandeling, &blik.bezig) + over(is_behandeling, &blik.wachtend);
            let before = over(is_behandeling, &self.begin.bezig) + over(is_behandeling, &self.begin.wachtend);
            let narrower = get(S::Lr4Groei) * use_of / before.max(1.0);
            let wider = get(S::Lr4Demping) * (self.nulde + self.toegang) / 2.0;
            self.norm = (self.norm + STAP * (narrower - wider)).clamp(-1.0, 2.0);
        }
        self.overig += STAP * get(S::GroeiOverig);
        if plays(Lus::LR5) {
            self.aanbieders =
                (self.aanbieders + STAP * get(S::Lr5Groei) * (1.0 - 1.5 * self.partners)).clamp(-1.0, 2.0);
        }
    }

    /// Administration, work load, and who comes and goes.
    fn staff(&mut self, aannames: &Aannames, keuze: &Keuze, blik: &Blik, begroting: f64) {
        let get = |sleutel| aannames.get(sleutel);
        let before = get(S::Regeldruk);
        let admin = before + get(S::Lr7Regeldruk) * self.controle + 0.01 * self.aanbieders
            - get(S::Lr8Regeldruk) * self.leren
            - 0.02 * self.inrichting;
        naar(&mut self.regeldruk, admin.clamp(0.05, 0.8), 0.5);
        let load = |blik: &Blik, fte: &Elk| {
            let asked = over(Antwoord::is_schaars, &blik.bezig)
                + WACHTENDE * over(Antwoord::is_schaars, &blik.wachtend);
            let places: f64 = fte.iter().zip(&self.per_fte).map(|(fte, each)| fte * each).sum();
            asked / places.max(1.0)
        };
        let (now, then) = (load(blik, &self.fte), load(&self.begin, &self.fte_begin));
        naar(&mut self.werkdruk, now / then.max(1e-6) * (1.0 - before) / (1.0 - self.regeldruk), 0.5);
        let (year, tarief) = (self.jaar.floor(), keuze.tarief(self.jaar));
        for (place, antwoord) in Antwoord::ALL.iter().enumerate() {
            let (Some(fte), Some(first), Some(price)) =
                (self.fte.get_mut(place), self.fte_begin.get(place), tarief.get(place))
            else {
                continue;
            };
            // The budget of youth help pays its own staff; team and crisis grow as it does when going on as now.
            let money = if is_behandeling(*antwoord) {
                begroting / self.begroting / price
            } else {
                libm::pow(1.0 + get(S::BegrotingGroei), year)
            };
            let leaving = get(S::Verloop)
                * (1.0 + get(S::VerloopDruk) * (self.werkdruk - 1.0) + 0.3 * self.onrust
                    - get(S::VerloopTarief) * (price - 1.0)
                    - 0.15 * self.leren)
                    .clamp(0.3, 3.0);
            // Who leaves as at the start is replaced; more than that, and growth, take hiring.
            let can_hire = (get(S::Verloop) + get(S::Werving) * (1.0 - 0.3 * self.onrust)) * *fte * STAP;
            let left = leaving * *fte * STAP;
            let wanted = (first * money - *fte + left).max(0.0);
            *fte += wanted.min(can_hire) - left;
        }
    }

    fn consequences(&self, aannames: &Aannames, keuze: &Keuze) -> Gevolg {
        let get = |sleutel| aannames.get(sleutel);
        let mut effect = Effect::default();
        let learning = 1.0 - get(S::Lr8Terugval) * self.leren;
        effect.door = (1.0 - get(S::Lb3Door) * self.toegang)
            * (1.0 + 0.5 * get(S::Lr2Gebruik) * (1.0 - self.vernieuwing));
        effect.keten = (1.0 - get(S::Lb3Keten) * (self.toegang + self.partners) / 2.0)
            * libm::exp(get(S::Lr5Keten) * self.aanbieders);
        effect.terugval = learning;
        effect.ander_terug = get(S::Lr3Terug) * self.afschuiven;
        effect.weigering = get(S::Lr3Weigering) * keuze.afbakening.at(self.jaar);
        let more = keuze.plaatsen(self.jaar);
        let works = (1.0 - self.regeldruk) / (1.0 - get(S::Regeldruk))
            * (1.0 - get(S::Lr3Tijd) * self.afschuiven)
            * (1.0 + get(S::Lb3Doorstroom) * self.partners);
        let mut plaatsen = [u32::MAX; ANTWOORDEN];
        for (place, antwoord) in Antwoord::ALL.iter().enumerate() {
            if let (Some(count), Some(fte), Some(each), Some(more), true) = (
                plaatsen.get_mut(place),
                self.fte.get(place),
                self.per_fte.get(place),
                more.get(place),
                antwoord.is_schaars(),
            ) {
                *count = crate::outcome::narrow_count((fte * each * works * more).round());
            }
        }
        Gevolg {
            effect,
            plaatsen,
            tarief: keuze.tarief(self.jaar),
            plafond: self.jaarbegroting(aannames, keuze) * (1.0 + get(S::Overschrijding)),
        }
    }

    /// Times how many questions of a source come as at the start; for who is kept out, of those that could.
    pub(super) fn vraag(&self, aannames: &Aannames, keuze: &Keuze, bron: &Bron) -> f64 {
        let get = |sleutel| aannames.get(sleutel);
        let refused = get(S::Lr3Weigering) * keuze.afbakening.at(self.jaar);
        let groep = bron.hulpgroep;
        let mut times = 1.0 + get(S::Lr2Gebruik) * (1.0 - self.vernieuwing);
        times *= match groep {
            Hulpgroep::Alledaags => libm::exp(self.norm) * (1.0 - get(S::Lb1Alledaags) * self.nulde),
            Hulpgroep::EnkelvoudigGgz => libm::exp(self.norm) * (1.0 - get(S::Lb1Ggz) * self.nulde),
            Hulpgroep::Psychiatrisch => libm::exp(self.overig),
            _ => libm::exp(self.overig) * (1.0 - get(S::Lb1Overig) * self.nulde),
        };
        times *= match groep {
            Hulpgroep::Ouders | Hulpgroep::Kwetsbaar => 1.0 - get(S::Lb2Gezin) * self.oorzaken,
            Hulpgroep::Alledaags | Hulpgroep::EnkelvoudigGgz => 1.0 - get(S::Lb2Overig) * self.oorzaken,
            _ => 1.0,
        };
        if matches!(
            groep,
            Hulpgroep::Levenslang | Hulpgroep::Ouders | Hulpgroep::Kwetsbaar | Hulpgroep::Jongvolwassen
        ) {
            times *= 1.0 + get(S::Lr3Instroom) * self.afschuiven;
        }
        if bron.weg == Weg::Huisarts {
            // Short waits draw, long ones keep away.
            times *= libm::pow(self.wacht_beeld.clamp(0.2, 5.0), -get(S::Aanzuiging));
            times *= 1.0 - get(S::Lb3Verwijzing) * self.toegang;
            if matches!(groep, Hulpgroep::Alledaags | Hulpgroep::EnkelvoudigGgz) {
                times *= libm::exp(get(S::Lr5Licht) * self.aanbieders);
            }
            if bron.geweigerd {
                times *= refused;
            } else if is_grensgeval(groep) {
                times *= 1.0 - refused;
            }
        }
        times
    }
}
