//! What an auditor is proposed to look into: a sample by lot, and what stands out. Nobody gets a score, nobody is ranked;
//! each proposal is one occasion, with what was seen.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use sha2::{Digest, Sha256};
use stelsel::klok::dutch_zone;

use crate::beeld::{Signaal, Voorstel, VoorstelRegel};
use crate::register::hex;

/// Where something begins to stand out. All of them are assumptions: to be set with the data protection officer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Drempels {
    /// Lines in the sample of a month.
    pub(crate) steekproef: usize,
    /// Fewer families in a day than this are never many.
    pub(crate) veel_minstens: usize,
    /// How many times the usual spread above the middle of the team.
    pub(crate) veel_spreiding: f64,
    /// A team of fewer people is compared with everyone in the same role.
    pub(crate) team_minstens: usize,
    /// Refusals in a day.
    pub(crate) geweigerd: usize,
    /// The night, in hours of the Dutch clock: from, to.
    pub(crate) nacht: (i8, i8),
    /// A surname of more families than this says nothing.
    pub(crate) zeldzame_naam: i64,
    /// Days before and after help in which a look is ordinary.
    pub(crate) rond_hulp: i64,
}

pub(crate) const DREMPELS: Drempels = Drempels {
    steekproef: 10,
    veel_minstens: 15,
    veel_spreiding: 6.0,
    team_minstens: 3,
    geweigerd: 3,
    nacht: (22, 6),
    zeldzame_naam: 5,
    rond_hulp: 182,
};

/// Lines shown with a proposal.
const SHOWN: usize = 12;

/// A family, by its bytes.
pub(crate) type GezinSleutel = Vec<u8>;

/// A line of the journal by a person.
#[derive(Clone, Debug)]
pub(crate) struct Kijk {
    pub(crate) plek: (i64, i64),
    pub(crate) wanneer: Timestamp,
    pub(crate) account: String,
    pub(crate) rol: String,
    pub(crate) doel: String,
    pub(crate) handeling: String,
    pub(crate) onderdeel: String,
    pub(crate) uitkomst: String,
    /// The families of which the file was opened; a list opens none.
    pub(crate) gezinnen: BTreeSet<GezinSleutel>,
}

/// What is known of a family, and never leaves this module but under another name.
#[derive(Clone, Debug, Default)]
pub(crate) struct GezinKennis {
    pub(crate) postcode: Option<String>,
    pub(crate) zoeknaam: String,
    /// How many families have this name.
    pub(crate) naamgenoten: i64,
    /// Help and requests: from and to, in days.
    pub(crate) hulp: Vec<(i64, i64)>,
}

/// What is known of an account.
#[derive(Clone, Debug, Default)]
pub(crate) struct AccountKennis {
    pub(crate) naam: String,
    pub(crate) rol: String,
    pub(crate) team: String,
    pub(crate) postcode: Option<String>,
    pub(crate) gezin: Option<GezinSleutel>,
}

pub(crate) struct Kennis {
    pub(crate) accounts: BTreeMap<String, AccountKennis>,
    pub(crate) gezinnen: BTreeMap<GezinSleutel, GezinKennis>,
    /// Hides families.
    pub(crate) sleutel: [u8; 32],
}

const GEZINSLID: &str = "gezinslid";

impl Kennis {
    /// The name under which an auditor sees a family: the same in every month, of no use without the key.
    fn schuilnaam(&self, gezin: &[u8]) -> String {
        let hash: [u8; 32] = Sha256::new()
            .chain_update(self.sleutel)
            .chain_update(b"toezicht")
            .chain_update(gezin)
            .finalize()
            .into();
        hash.first_chunk::<4>().map(|start| format!("G-{}", hex(start))).unwrap_or_default()
    }

    /// The reasons why one look at one family stands out by itself.
    fn signals(&self, kijk: &Kijk, gezin: &GezinSleutel, drempels: &Drempels) -> Vec<Signaal> {
        let mut out = Vec::new();
        if kijk.doel == "nood" {
            out.push(Signaal::Nood);
        }
        let Some(family) = self.gezinnen.get(gezin) else { return out };
        if let Some(me) = self.accounts.get(&kijk.account) {
            if me.postcode.is_some() && me.postcode == family.postcode {
                out.push(Signaal::EigenStraat);
            }
            if family.naamgenoten <= drempels.zeldzame_naam && is_called(&me.naam, &family.zoeknaam) {
                out.push(Signaal::Naamgenoot);
            }
        }
        let colleague = self.accounts.iter().filter(|(key, of)| **key != kijk.account && of.rol != GEZINSLID);
        let mut colleague = colleague.map(|(_, of)| of);
        if colleague.any(|of| {
            let lives_there = of.postcode.is_some() && of.postcode == family.postcode;
            of.gezin.as_ref() == Some(gezin) || lives_there && is_called(&of.naam, &family.zoeknaam)
        }) {
            out.push(Signaal::Collega);
        }
        let (dag, around) = (kijk.plek.0, drempels.rond_hulp);
        if !family.hulp.iter().any(|(from, to)| (from - around..=to.saturating_add(around)).contains(&dag)) {
            out.push(Signaal::ZonderHulp);
        }
        out
    }
}

/// Whether someone has this surname.
fn is_called(naam: &str, zoeknaam: &str) -> bool {
    let naam = naam.to_lowercase();
    !zoeknaam.is_empty() && naam.strip_suffix(zoeknaam).is_some_and(|before| before.ends_with(' '))
}

fn is_outside_hours(wanneer: Timestamp, (from, to): (i8, i8)) -> bool {
    let local = wanneer.to_zoned(dutch_zone());
    let weekend = matches!(local.weekday(), Weekday::Saturday | Weekday::Sunday);
    weekend || local.hour() >= from || local.hour() < to
}

/// What is proposed of a month. `closed`: the month is over, so that a sample of it stays the same.
pub(crate) fn propose(
    maand: Date,
    closed: bool,
    kijken: &[Kijk],
    kennis: &Kennis,
    drempels: &Drempels,
) -> Vec<Voorstel> {
    // By what makes it one proposal: why, who, the day and, where it is about one, the family.
    let mut found: BTreeMap<(Signaal, &str, i64, Option<&GezinSleutel>), Vec<&Kijk>> = BTreeMap::new();
    let mut once: BTreeMap<(Signaal, &str, &GezinSleutel), i64> = BTreeMap::new();
    let mut refused: BTreeMap<(&str, i64), Vec<&Kijk>> = BTreeMap::new();
    for kijk in kijken {
        let (account, dag) = (kijk.account.as_str(), kijk.plek.0);
        if kijk.uitkomst != "verleend" {
            refused.entry((account, dag)).or_default().push(kijk);
            continue;
        }
        if kijk.rol == GEZINSLID {
            continue;
        }
        for gezin in &kijk.gezinnen {
            for signaal in kennis.signals(kijk, gezin, drempels) {
                // The same family again in the same month is the same question.
                let first = *once.entry((signaal, account, gezin)).or_insert(dag);
                found.entry((signaal, account, first, Some(gezin))).or_default().push(kijk);
            }
        }
        if !kijk.gezinnen.is_empty() && is_outside_hours(kijk.wanneer, drempels.nacht) {
            found.entry((Signaal::BuitenUren, account, dag, None)).or_default().push(kijk);
        }
    }
    for ((account, dag), lines) in refused {
        if lines.len() >= drempels.geweigerd {
            found.insert((Signaal::Geweigerd, account, dag, None), lines);
        }
    }
    let mut out: Vec<Voorstel> = found
        .into_iter()
        .map(|((signaal, _, _, gezin), lines)| proposal(maand, signaal, &lines, gezin, kennis))
        .collect();
    out.extend(many(maand, kijken, kennis, drempels));
    if closed {
        out.extend(sample(maand, kijken, kennis, drempels.steekproef));
    }
    out.sort_by(|a, b| (a.dag, a.signaal, &a.sleutel).cmp(&(b.dag, b.signaal, &b.sleutel)));
    out
}

fn proposal(
    maand: Date,
    signaal: Signaal,
    lines: &[&Kijk],
    gezin: Option<&GezinSleutel>,
    kennis: &Kennis,
) -> Voorstel {
    let first = lines.first();
    let account = first.map_or("", |kijk| kijk.account.as_str());
    let dag = first.map_or(maand, |kijk| crate::db::day_of(kijk.plek.0).unwrap_or(maand));
    let hidden = gezin.map(|gezin| kennis.schuilnaam(gezin));
    let mut sleutel = format!("{}:{}:{account}:{dag}", maand.strftime("%Y-%m"), signaal.key());
    if let Some(hidden) = &hidden {
        sleutel.push(':');
        sleutel.push_str(hidden);
    }
    let line = |kijk: &&Kijk| VoorstelRegel {
        wanneer: kijk.wanneer,
        handeling: kijk.handeling.clone(),
        onderdeel: kijk.onderdeel.clone(),
        uitkomst: kijk.uitkomst.clone(),
        gezinnen: match &hidden {
            Some(hidden) => vec![hidden.clone()],
            None => kijk.gezinnen.iter().map(|gezin| kennis.schuilnaam(gezin)).collect(),
        },
    };
    Voorstel {
        sleutel,
        signaal,
        account: account.to_owned(),
        wie: kennis.accounts.get(account).map_or_else(|| account.to_owned(), |of| of.naam.clone()),
        rol: first.map_or_else(String::new, |kijk| kijk.rol.clone()),
        dag,
        aantal: u32::try_from(lines.len()).unwrap_or(u32::MAX),
        gewoon: None,
        regels: lines.iter().take(SHOWN).map(line).collect(),
        beoordeling: None,
    }
}

/// The families that someone opened on a day, and the lines.
type Dag<'a> = (BTreeSet<&'a GezinSleutel>, Vec<&'a Kijk>);
/// The members of a team, and how many families each of them opened on each day.
type Team<'a> = (BTreeSet<&'a str>, Vec<usize>);

/// Days on which someone opened many more files than is usual in their team.
fn many(maand: Date, kijken: &[Kijk], kennis: &Kennis, drempels: &Drempels) -> Vec<Voorstel> {
    let mut days: BTreeMap<(&str, i64), Dag<'_>> = BTreeMap::new();
    for kijk in kijken.iter().filter(|kijk| kijk.uitkomst == "verleend" && !kijk.gezinnen.is_empty()) {
        let day = days.entry((kijk.account.as_str(), kijk.plek.0)).or_default();
        day.0.extend(&kijk.gezinnen);
        day.1.push(kijk);
    }
    let team_of = |account: &str| kennis.accounts.get(account).map_or("", |of| of.team.as_str());
    let role_of = |account: &str| kennis.accounts.get(account).map_or("", |of| of.rol.as_str());
    let mut teams: BTreeMap<(&str, &str), Team<'_>> = BTreeMap::new();
    let mut roles: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for ((account, _), (families, _)) in &days {
        let team = teams.entry((role_of(account), team_of(account))).or_default();
        team.0.insert(account);
        team.1.push(families.len());
        roles.entry(role_of(account)).or_default().push(families.len());
    }
    let mut out = Vec::new();
    for ((account, _), (families, lines)) in &days {
        let team = teams.get(&(role_of(account), team_of(account)));
        let large = team.filter(|(members, _)| members.len() >= drempels.team_minstens);
        let usual = large.map(|(_, days)| days).or_else(|| roles.get(role_of(account)));
        let Some(usual) = usual else { continue };
        let (middle, spread) = middle_and_spread(usual);
        let limit = middle + drempels.veel_spreiding * spread.max(1.0);
        let count = u32::try_from(families.len()).unwrap_or(u32::MAX);
        if families.len() >= drempels.veel_minstens && f64::from(count) > limit {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
            let gewoon = Some(middle.round() as u32);
            out.push(Voorstel {
                aantal: count,
                gewoon,
                ..proposal(maand, Signaal::Veel, lines, None, kennis)
            });
        }
    }
    out
}

/// The median, and the median of the distances to it as a standard deviation: neither is moved by the one who stands out.
fn middle_and_spread(values: &[usize]) -> (f64, f64) {
    let values: Vec<f64> = values.iter().map(|n| f64::from(u32::try_from(*n).unwrap_or(u32::MAX))).collect();
    let middle = median(values.clone());
    (middle, 1.4826 * median(values.into_iter().map(|n| (n - middle).abs()).collect()))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    let at = |n: usize| values.get(n).copied().unwrap_or_default();
    if values.len() % 2 == 1 { at(half) } else { f64::midpoint(at(half.saturating_sub(1)), at(half)) }
}

/// Lines by lot: the month is the seed, so that the same month gives the same sample to everyone.
fn sample(maand: Date, kijken: &[Kijk], kennis: &Kennis, size: usize) -> Vec<Voorstel> {
    let lot = |kijk: &Kijk| -> [u8; 32] {
        let text = format!("{maand} {} {}", kijk.plek.0, kijk.plek.1);
        Sha256::new().chain_update(kennis.sleutel).chain_update(text.as_bytes()).finalize().into()
    };
    let drawn = kijken.iter().filter(|kijk| kijk.rol != GEZINSLID && !kijk.gezinnen.is_empty());
    let mut drawn: Vec<([u8; 32], &Kijk)> = drawn.map(|kijk| (lot(kijk), kijk)).collect();
    drawn.sort_unstable_by_key(|(lot, _)| *lot);
    drawn.truncate(size);
    let with_place = |(_, kijk): ([u8; 32], &Kijk)| {
        let made = proposal(maand, Signaal::Steekproef, &[kijk], None, kennis);
        Voorstel { sleutel: format!("{}:{}", made.sleutel, kijk.plek.1), ..made }
    };
    drawn.into_iter().map(with_place).collect()
}
