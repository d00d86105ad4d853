//! From numbers to a model of the engine: sources, stations, groups, funders, and who is there at the start.

use super::aanname::Aannames;
use super::begin::Begin;
use super::delen::{ANTWOORDEN, Antwoord, GROEPEN, HULPGROEPEN, Hulpgroep, Weg, Wijkgroep};
use super::evenwicht::{Balans, balans};
use super::tabel::{GEBRUIK, JEUGD, Sleutel as S, VRAAG, WEG_GI, WEG_HUISARTS, WEG_SCHOOL, WEG_ZELF};
use super::wegen::{Effect, duur, entry, geduld, heeft_voorrang, is_grensgeval, of, wegen};
use crate::model::{
    Cell, Destination, Funder, Funding, Group, Model, Patience, Present, Route, Source, Span, Station, Steps,
};
use crate::outcome::narrow_count;

/// Days in a year of the model.
pub(super) const JAAR: f64 = crate::model::YEAR;

/// A budget that is no bound, in euros.
pub(super) const ONBEGRENSD: f64 = 1e15;

/// Who pays.
pub(super) const JEUGDHULP: usize = 0;
/// The team and ordinary life.
pub(super) const LOKAAL: usize = 1;
/// Crisis help: the municipality, without a bound.
pub(super) const CRISIS: usize = 2;
/// Other laws.
pub(super) const ANDERE: usize = 3;

/// What a source of the engine is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bron {
    pub(super) hulpgroep: Hulpgroep,
    pub(super) wijkgroep: Wijkgroep,
    pub(super) weg: Weg,
    /// Questions a day at the start; for who is kept out, those that could be.
    pub(super) per_dag: f64,
    /// Kept out of the Jeugdwet by its boundary, and sent to another law.
    pub(super) geweigerd: bool,
}

/// A model of the engine, and what its rows mean.
#[derive(Clone, Debug)]
pub(super) struct Opbouw {
    pub(super) model: Model,
    pub(super) bronnen: Vec<Bron>,
    /// Of each row of children at the start.
    pub(super) aanwezig: Vec<(Hulpgroep, Wijkgroep)>,
    pub(super) balans: Balans,
    /// What is spent on youth help in a year at the start.
    pub(super) uitgaven: f64,
}

/// Questions per day and where they come in, on a scale of one a day for all.
pub(super) fn vragen(aannames: &Aannames) -> Vec<(Bron, usize, [f64; ANTWOORDEN])> {
    let total: f64 = (0..HULPGROEPEN).map(|g| of(aannames, &VRAAG, g)).sum();
    let weight = |w: usize| of(aannames, &JEUGD, w) * of(aannames, &GEBRUIK, w);
    let all: f64 = (0..Wijkgroep::ALL.len()).map(weight).sum();
    let ouder = aannames.get(S::DeelOuder);
    let mut found = Vec::new();
    for (w, wijkgroep) in Wijkgroep::ALL.iter().enumerate() {
        let tilted: Vec<f64> = Hulpgroep::ALL
            .iter()
            .map(|g| of(aannames, &VRAAG, g.place()) / total * tilt(aannames, *g, w))
            .collect();
        let sum: f64 = tilted.iter().sum();
        for (hulpgroep, share) in Hulpgroep::ALL.iter().zip(&tilted) {
            let g = hulpgroep.place();
            let known = [
                (Weg::Huisarts, &WEG_HUISARTS),
                (Weg::School, &WEG_SCHOOL),
                (Weg::Gi, &WEG_GI),
                (Weg::Zelf, &WEG_ZELF),
            ];
            let ways: f64 = known.iter().map(|(_, family)| of(aannames, *family, g)).sum();
            // Draws that would go over one leave the team nothing.
            let scale = ways.max(1.0);
            for weg in Weg::ALL {
                let family = known.iter().find(|(one, _)| one == weg);
                let part =
                    family.map_or((1.0 - ways).max(0.0), |(_, family)| of(aannames, *family, g) / scale);
                for older in [false, true] {
                    // Young adults are of twelve and older.
                    let of_age = match (hulpgroep, older) {
                        (Hulpgroep::Jongvolwassen, is) => f64::from(u8::from(is)),
                        (_, true) => ouder,
                        (_, false) => 1.0 - ouder,
                    };
                    let per_dag = weight(w) / all * share / sum * part * of_age;
                    if per_dag > 0.0 {
                        let bron = Bron {
                            hulpgroep: *hulpgroep,
                            wijkgroep: *wijkgroep,
                            weg: *weg,
                            per_dag,
                            geweigerd: false,
                        };
                        found.push((bron, hulpgroep.groep(older), entry(aannames, g, *weg)));
                    }
                }
            }
        }
    }
    found
}

/// How much more often a group comes by circumstances.
fn tilt(aannames: &Aannames, hulpgroep: Hulpgroep, wijkgroep: usize) -> f64 {
    let most = match hulpgroep {
        Hulpgroep::Ouders => aannames.get(S::OmstOuders),
        Hulpgroep::Kwetsbaar | Hulpgroep::Jongvolwassen => aannames.get(S::OmstKwetsbaar),
        _ => return 1.0,
    };
    match wijkgroep {
        0 => 1.0,
        1 => libm::sqrt(most),
        _ => most,
    }
}

/// The model for these numbers, over so many days, from who is there at the start when that is known. Sources may grow `ruim` times.
pub(super) fn opbouw(aannames: &Aannames, begin: Option<&Begin>, dagen: f64, ruim: f64) -> Opbouw {
    let mut asked = vragen(aannames);
    let balans = balans(aannames, &asked, begin);
    for (bron, ..) in &mut asked {
        bron.per_dag *= balans.schaal;
    }
    let mut kept_out = [0.0; ANTWOORDEN];
    if let Some(place) = kept_out.get_mut(Antwoord::AndereWet.place()) {
        *place = 1.0;
    }
    let refused: Vec<_> = asked
        .iter()
        .filter(|(bron, ..)| bron.weg == Weg::Huisarts && is_grensgeval(bron.hulpgroep))
        .map(|(bron, groep, _)| (Bron { geweigerd: true, ..*bron }, *groep, kept_out))
        .collect();
    asked.extend(refused);
    let (present, aanwezig) = present(&balans, &asked);
    let stations = Antwoord::ALL.iter().map(|antwoord| station(aannames, &balans, *antwoord)).collect();
    let groups = (0..GROEPEN).map(|groep| group(aannames, groep)).collect();
    let source = |(bron, groep, entry): &(Bron, usize, [f64; ANTWOORDEN])| {
        let (room, rate) =
            if bron.geweigerd { (ruim * aannames.get(S::Lr3Weigering), 0.0) } else { (ruim, bron.per_dag) };
        Source {
            group: *groep,
            ceiling: bron.per_dag * room,
            rate: Steps::always(rate),
            entry: entry.to_vec(),
        }
    };
    let funders = ["jeugdhulp", "wijkteam en nulde lijn", "crisis", "andere wetten"];
    let funder = |name: &str| Funder { name: name.to_owned(), budget: Steps::always(ONBEGRENSD) };
    let model = Model {
        horizon: dagen,
        warm_up: 0.0,
        stations,
        groups,
        sources: asked.iter().map(source).collect(),
        funders: funders.iter().map(|name| funder(name)).collect(),
        present,
    };
    let spent = Antwoord::ALL.iter().filter(|one| betaler(**one) == Some(JEUGDHULP));
    let uitgaven = spent.map(|one| f64::from(balans.plaatsen(*one)) * prijs(aannames, *one) * JAAR).sum();
    Opbouw { model, bronnen: asked.iter().map(|(bron, ..)| *bron).collect(), aanwezig, balans, uitgaven }
}

/// Who pays for an answer.
pub(super) const fn betaler(antwoord: Antwoord) -> Option<usize> {
    match antwoord {
        Antwoord::Ambulant | Antwoord::Ggz | Antwoord::Verblijf => Some(JEUGDHULP),
        Antwoord::NuldeLijn | Antwoord::Wijkteam => Some(LOKAAL),
        Antwoord::Crisis => Some(CRISIS),
        Antwoord::AndereWet => Some(ANDERE),
        Antwoord::Thuis | Antwoord::Zonder => None,
    }
}

/// Price of a day of help.
pub(super) fn prijs(aannames: &Aannames, antwoord: Antwoord) -> f64 {
    match antwoord {
        Antwoord::NuldeLijn => aannames.get(S::PrijsNulde),
        Antwoord::Wijkteam => aannames.get(S::PrijsWijkteam),
        Antwoord::Ambulant => aannames.get(S::PrijsAmbulant),
        Antwoord::Ggz => aannames.get(S::PrijsGgz),
        Antwoord::Verblijf => aannames.get(S::PrijsVerblijf),
        Antwoord::Crisis => aannames.get(S::PrijsCrisis),
        Antwoord::AndereWet => aannames.get(S::PrijsAnder),
        Antwoord::Thuis | Antwoord::Zonder => 0.0,
    }
}

fn station(aannames: &Aannames, balans: &Balans, antwoord: Antwoord) -> Station {
    let servers = if antwoord.is_schaars() { balans.plaatsen(antwoord) } else { u32::MAX };
    Station {
        name: antwoord.naam().to_owned(),
        servers: Steps::always(servers),
        queue_limit: None,
        overflow: None,
        funding: betaler(antwoord).map(|funder| Funding { funder, per_day: prijs(aannames, antwoord) }),
    }
}

fn group(aannames: &Aannames, groep: usize) -> Group {
    let name = Hulpgroep::ALL.get(groep % HULPGROEPEN).map_or("", |one| one.naam());
    let age = if groep >= HULPGROEPEN { "12+" } else { "-12" };
    let cell = |antwoord: &Antwoord| {
        let mean = duur(aannames, groep, *antwoord);
        let service = match antwoord {
            Antwoord::Thuis | Antwoord::Zonder => Span::Exponential { mean },
            _ => Span::Lognormal { mean, cv: aannames.get(S::Spreiding) },
        };
        let then = Some(Destination { station: Antwoord::Zonder.place(), group: groep });
        Cell {
            service,
            patience: geduld(aannames, *antwoord)
                .map(|mean| Patience { span: Span::Exponential { mean }, then }),
            priority: u8::from(!heeft_voorrang(groep, *antwoord)),
            routes: wegen(aannames, &Effect::default(), groep, *antwoord)
                .iter()
                .map(|(to, group, probability)| Route {
                    to: Destination { station: to.place(), group: *group },
                    probability: *probability,
                })
                .collect(),
        }
    };
    Group { name: format!("{name} {age}"), cells: Antwoord::ALL.iter().map(cell).collect() }
}

/// Who is there at the start, spread over circumstances as the questions of their group are.
fn present(
    balans: &Balans,
    asked: &[(Bron, usize, [f64; ANTWOORDEN])],
) -> (Vec<Present>, Vec<(Hulpgroep, Wijkgroep)>) {
    let (mut rows, mut of) = (Vec::new(), Vec::new());
    for groep in 0..GROEPEN {
        let Some(hulpgroep) = Hulpgroep::ALL.get(groep % HULPGROEPEN) else { continue };
        let here = |wijkgroep: Wijkgroep| -> f64 {
            let these = asked.iter().filter(|(bron, of, _)| *of == groep && bron.wijkgroep == wijkgroep);
            these.filter(|(bron, ..)| !bron.geweigerd).map(|(bron, ..)| bron.per_dag).sum()
        };
        let all: f64 = Wijkgroep::ALL.iter().map(|wijkgroep| here(*wijkgroep)).sum();
        let shares: Vec<f64> = Wijkgroep::ALL
            .iter()
            .map(|wijkgroep| if all > 0.0 { here(*wijkgroep) / all } else { 1.0 / 3.0 })
            .collect();
        for station in 0..ANTWOORDEN {
            let (helped, waiting) = balans.aanwezig(groep, station);
            let (mut before, mut helped_so_far, mut waiting_so_far) = (0.0, 0, 0);
            for (wijkgroep, share) in Wijkgroep::ALL.iter().zip(&shares) {
                before += share;
                // What rounding leaves goes to the next, so that all together are as many as they were.
                let upto = |count: u32| narrow_count((f64::from(count) * before).round());
                let row = Present {
                    group: groep,
                    station,
                    helped: upto(helped).saturating_sub(helped_so_far),
                    waiting: upto(waiting).saturating_sub(waiting_so_far),
                };
                helped_so_far += row.helped;
                waiting_so_far += row.waiting;
                if row.helped + row.waiting > 0 {
                    rows.push(row);
                    of.push((*hulpgroep, *wijkgroep));
                }
            }
        }
    }
    (rows, of)
}
