//! Where children go: how long help takes, how long one is willing to wait, and the ways on.

use super::aanname::Aannames;
use super::delen::{ANTWOORDEN, Antwoord, HULPGROEPEN, Hulpgroep, Weg};
use super::opbouw::JAAR;
use super::tabel::{ANDER, DEEL_GGZ, DEEL_VERBLIJF, DOOR, Sleutel as S, TERUGVAL, VRAAG, ZWAARTE};

/// The most ways on after help.
const WEGEN: usize = 6;

/// What feedback does to the ways that children go. The default changes nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Effect {
    /// Times: how many the team sends on.
    pub(super) door: f64,
    /// Times: how many go on in a chain.
    pub(super) keten: f64,
    /// Times: relapse.
    pub(super) terugval: f64,
    /// Of those for whom another law may be thought of, how many are kept out.
    pub(super) weigering: f64,
    /// Added: how many come back from another law.
    pub(super) ander_terug: f64,
}

impl Default for Effect {
    fn default() -> Self {
        Self { door: 1.0, keten: 1.0, terugval: 1.0, weigering: 0.0, ander_terug: 0.0 }
    }
}

/// The ways on after help: where to, of which group of the engine, and how many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wegen {
    ways: [(Antwoord, usize, f64); WEGEN],
    count: usize,
}

impl Wegen {
    fn of(list: &[(Antwoord, usize, f64)]) -> Self {
        let mut ways = [(Antwoord::NuldeLijn, 0, 0.0); WEGEN];
        let sum: f64 = list.iter().map(|way| way.2.max(0.0)).sum();
        let scale = if sum > 1.0 { 1.0 / sum } else { 1.0 };
        for (way, (to, groep, share)) in ways.iter_mut().zip(list) {
            *way = (*to, *groep, share.max(0.0) * scale);
        }
        Self { ways, count: list.len().min(WEGEN) }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &(Antwoord, usize, f64)> {
        self.ways.iter().take(self.count)
    }
}

/// One value of a family of numbers.
pub(super) fn of(aannames: &Aannames, family: &[S], place: usize) -> f64 {
    family.get(place).map_or(0.0, |sleutel| aannames.get(*sleutel))
}

/// Groups for whom another law, or none, may be thought of.
pub(super) const fn is_grensgeval(groep: Hulpgroep) -> bool {
    matches!(
        groep,
        Hulpgroep::Alledaags | Hulpgroep::EnkelvoudigGgz | Hulpgroep::Levenslang | Hulpgroep::Jongvolwassen
    )
}

/// Mean time of help.
pub(super) fn duur(aannames: &Aannames, groep: usize, antwoord: Antwoord) -> f64 {
    let zwaarte = of(aannames, &ZWAARTE, groep % HULPGROEPEN);
    match antwoord {
        Antwoord::NuldeLijn => aannames.get(S::DuurNulde),
        Antwoord::Wijkteam => aannames.get(S::DuurWijkteam) * zwaarte,
        Antwoord::Ambulant => aannames.get(S::DuurAmbulant) * zwaarte,
        Antwoord::Ggz => aannames.get(S::DuurGgz) * zwaarte,
        Antwoord::Verblijf => aannames.get(S::DuurVerblijf),
        Antwoord::Crisis => aannames.get(S::DuurCrisis),
        Antwoord::AndereWet => aannames.get(S::DuurAnder),
        Antwoord::Thuis => aannames.get(S::DuurThuis),
        Antwoord::Zonder => aannames.get(S::DuurZonder),
    }
}

/// After how long, in the mean, who waits waits no more; none where nobody gives up.
pub(super) fn geduld(aannames: &Aannames, antwoord: Antwoord) -> Option<f64> {
    match antwoord {
        Antwoord::Wijkteam => Some(aannames.get(S::GeduldWijkteam)),
        Antwoord::Ambulant | Antwoord::Ggz | Antwoord::Verblijf => Some(aannames.get(S::GeduldHulp)),
        _ => None,
    }
}

/// Severe disorders go first where treatment is scarce.
pub(super) const fn heeft_voorrang(groep: usize, antwoord: Antwoord) -> bool {
    groep % HULPGROEPEN == Hulpgroep::Psychiatrisch as usize && antwoord.is_schaars()
}

/// Where a group goes after an answer.
pub(super) fn wegen(aannames: &Aannames, effect: &Effect, groep: usize, van: Antwoord) -> Wegen {
    use Antwoord::{Ambulant, AndereWet, Crisis, Ggz, NuldeLijn, Thuis, Verblijf, Wijkteam, Zonder};
    let soort = groep % HULPGROEPEN;
    let Some(hulpgroep) = Hulpgroep::ALL.get(soort).copied() else { return Wegen::of(&[]) };
    let ouder = groep >= HULPGROEPEN;
    let get = |sleutel| aannames.get(sleutel);
    let (ggz, verblijf) = (of(aannames, &DEEL_GGZ, soort), of(aannames, &DEEL_VERBLIJF, soort));
    // How heavy a group is: its part of stays, held against that of all.
    let all: f64 = (0..HULPGROEPEN).map(|g| of(aannames, &VRAAG, g) * of(aannames, &DEEL_VERBLIJF, g)).sum();
    let zwaar = if all > 0.0 { verblijf / all } else { 1.0 };
    let terugval = of(aannames, &TERUGVAL, soort) * effect.terugval;
    // Of youths from twelve, evenly spread over six years, so many turn eighteen during help.
    let achttien = if ouder { (duur(aannames, groep, van) / (6.0 * JAAR)).min(0.9) } else { 0.0 };
    let (blijft, jongvolwassen) = (1.0 - achttien, Hulpgroep::Jongvolwassen.groep(true));
    let verder = (AndereWet, jongvolwassen, achttien * get(S::AchttienVerder));
    let keten = blijft * effect.keten;
    let treated = |other, share| {
        Wegen::of(&[
            verder,
            (other, groep, keten * share),
            (Verblijf, groep, keten * get(S::KetenVerblijf) * zwaar),
            (Crisis, groep, keten * get(S::KetenCrisis) * zwaar),
            (Wijkteam, groep, blijft * get(S::KetenWijkteam)),
            (Thuis, groep, blijft * terugval),
        ])
    };
    match van {
        NuldeLijn => Wegen::of(&[(Wijkteam, groep, get(S::NuldeTerug))]),
        Wijkteam => {
            let door = (of(aannames, &DOOR, soort) * effect.door).min(1.0);
            let kept_out = if is_grensgeval(hulpgroep) { effect.weigering } else { 0.0 };
            let (in_hulp, rest) = (door * (1.0 - kept_out), 1.0 - door);
            Wegen::of(&[
                (Ambulant, groep, in_hulp * (1.0 - verblijf) * (1.0 - ggz)),
                (Ggz, groep, in_hulp * (1.0 - verblijf) * ggz),
                (Verblijf, groep, in_hulp * verblijf),
                (AndereWet, groep, rest * of(aannames, &ANDER, soort) + door * kept_out),
                (NuldeLijn, groep, rest * get(S::WijkteamNulde)),
            ])
        }
        Ambulant => treated(Ggz, get(S::KetenGgz)),
        Ggz => treated(Ambulant, get(S::KetenAmbulant)),
        Verblijf => Wegen::of(&[
            verder,
            (Ambulant, groep, blijft * get(S::VerblijfThuis)),
            (Ggz, groep, keten * get(S::KetenGgz)),
            (Thuis, groep, blijft * terugval),
        ]),
        Crisis => Wegen::of(&[
            (Ambulant, groep, get(S::CrisisAmbulant)),
            (Verblijf, groep, get(S::CrisisVerblijf)),
            (Ggz, groep, get(S::CrisisGgz)),
        ]),
        AndereWet => {
            Wegen::of(&[(Wijkteam, groep, (get(S::AnderTerug) + effect.ander_terug).clamp(0.0, 0.95))])
        }
        Thuis => {
            let recht = 1.0 - get(S::TerugWijkteam);
            Wegen::of(&[
                (Wijkteam, groep, get(S::TerugWijkteam)),
                (Ambulant, groep, recht * (1.0 - ggz)),
                (Ggz, groep, recht * ggz),
            ])
        }
        Zonder => {
            let ziek = 1.0 - get(S::ZonderHersteld);
            let (zwaarder, crisis) = (ziek * get(S::ZonderZwaarder), ziek * get(S::ZonderCrisis));
            Wegen::of(&[
                (Wijkteam, hulpgroep.zwaarder().groep(ouder), zwaarder),
                (Crisis, groep, crisis),
                (Wijkteam, groep, ziek - zwaarder - crisis),
            ])
        }
    }
}

/// Where questions come in by a way.
pub(super) fn entry(aannames: &Aannames, soort: usize, weg: Weg) -> [f64; ANTWOORDEN] {
    let (ggz, verblijf) = (of(aannames, &DEEL_GGZ, soort), of(aannames, &DEEL_VERBLIJF, soort));
    let get = |sleutel| aannames.get(sleutel);
    let mut at = [0.0; ANTWOORDEN];
    let mut put = |antwoord: Antwoord, share: f64| {
        if let Some(place) = at.get_mut(antwoord.place()) {
            *place += share;
        }
    };
    let treated = |share: f64, put: &mut dyn FnMut(Antwoord, f64)| {
        put(Antwoord::Ambulant, share * (1.0 - ggz));
        put(Antwoord::Ggz, share * ggz);
    };
    match weg {
        Weg::Huisarts => {
            let (team, crisis) = (get(S::HuisartsWijkteam), get(S::HuisartsCrisis));
            put(Antwoord::Wijkteam, team);
            put(Antwoord::Crisis, crisis);
            put(Antwoord::Verblijf, (1.0 - team - crisis) * verblijf);
            treated((1.0 - team - crisis) * (1.0 - verblijf), &mut put);
        }
        Weg::Wijkteam => put(Antwoord::Wijkteam, 1.0),
        Weg::School | Weg::Zelf => {
            put(Antwoord::NuldeLijn, get(S::ZelfNulde));
            put(Antwoord::Wijkteam, 1.0 - get(S::ZelfNulde));
        }
        Weg::Gi => {
            let (stay, crisis) = (get(S::GiVerblijf), get(S::GiCrisis));
            put(Antwoord::Verblijf, stay);
            put(Antwoord::Crisis, crisis);
            treated(1.0 - stay - crisis, &mut put);
        }
    }
    at
}
