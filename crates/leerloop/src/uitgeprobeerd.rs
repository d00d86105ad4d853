//! A future that was tried out, in the shape of a snapshot, so that figures of it are computed as those of what was observed.

use informatie::snapshot::{EpisodeStand, Herkomst, Row, SnapshotFout, SnapshotWriter, Uitgeprobeerd};
use jiff::civil::{Date, date};
use simulatie::scenario::{Gespoord, Scenario};
use simulatie::systeem::{Antwoord, Grootheid, Spoor, Weg};
use stelsel::{AgbCode, Gemeentecode, Hulpvorm, Ongeldig};

/// Days in a year of the model: the day that a leap year has more is in no year of it.
const JAAR: i64 = 365;
/// No municipality has this code: children of the model live in none.
const GEMEENTE: i64 = 9999;

/// What keeps a future from being written.
#[derive(Debug)]
pub enum Fout {
    /// A code of ours is none.
    Code(Ongeldig),
    /// It does not go into a snapshot.
    Snapshot(SnapshotFout),
    /// The years do not fit a calendar.
    Jaar,
}

impl std::fmt::Display for Fout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Code(fout) => write!(f, "{fout}"),
            Self::Snapshot(fout) => write!(f, "{fout}"),
            Self::Jaar => f.write_str("the years do not fit a calendar"),
        }
    }
}

impl std::error::Error for Fout {}

impl From<Ongeldig> for Fout {
    fn from(fout: Ongeldig) -> Self {
        Self::Code(fout)
    }
}

impl From<SnapshotFout> for Fout {
    fn from(fout: SnapshotFout) -> Self {
        Self::Snapshot(fout)
    }
}

/// The day on the calendar of a day of the model, whose years have 365 days.
fn dag(eerste_jaar: i64, days: i64) -> Option<Date> {
    let year =
        i16::try_from(eerste_jaar + days.div_euclid(JAAR)).ok().filter(|year| (1960..2138).contains(year))?;
    let first = date(year, 1, 1);
    // The 29th of February is passed over, so that all years end on the same day.
    let within = days.rem_euclid(JAAR);
    let leap = i64::from(first.in_leap_year() && within >= 59);
    first.checked_add(jiff::SignedDuration::from_hours(24 * (within + leap))).ok()
}

/// The day of a moment: what happens at midnight belongs to the day that begins then.
fn whole(days: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "the cast saturates; days of a model are few")]
    let floor = days.floor() as i64;
    floor
}

/// A number that looks like no other (the mix of SplitMix64).
const fn mix(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

const fn vorm(antwoord: Antwoord) -> Option<Hulpvorm> {
    match antwoord {
        Antwoord::Ambulant => Some(Hulpvorm::Ambulant),
        Antwoord::Ggz => Some(Hulpvorm::JeugdGgz),
        Antwoord::Verblijf => Some(Hulpvorm::Verblijf),
        Antwoord::Crisis => Some(Hulpvorm::Crisis),
        _ => None,
    }
}

const fn verwijzer(weg: Option<Weg>) -> Option<&'static str> {
    match weg {
        Some(Weg::Huisarts) => Some("huisarts"),
        Some(Weg::Gi) => Some("gi"),
        Some(Weg::Wijkteam | Weg::School | Weg::Zelf) => Some("gemeente"),
        None => None,
    }
}

/// A writer with the future of one replication: every stretch of youth help of the choice, and of waiting for it. Ages, neighbourhoods, providers and
/// products are not in the model and missing or 0; amounts are days of help times the price of the start.
pub fn schrijver(
    scenario: &Scenario,
    gespoord: &Gespoord,
    met: Uitgeprobeerd,
) -> Result<SnapshotWriter, Fout> {
    let jaren = i64::try_from(scenario.jaren).unwrap_or(1);
    let (first, last) = (scenario.eerste_jaar, jaren * JAAR - 1);
    let peildag = dag(first, last).ok_or(Fout::Jaar)?;
    let start = dag(first, 0).ok_or(Fout::Jaar)?;
    let bron = format!("uitgeprobeerd: {}", scenario.naam);
    let mut writer = SnapshotWriter::new(Herkomst { peildag, laatste: peildag, bron }).tried_out(met);
    let (gemeente, aanbieder) = (Gemeentecode::try_from(GEMEENTE)?, AgbCode::try_from(0_i64)?);
    for spoor in &gespoord.sporen {
        let Some(vorm) = vorm(spoor.antwoord) else { continue };
        let days = Dagen::of(spoor, last);
        let at = |day: Option<i64>| day.map(|day| dag(first, day).ok_or(Fout::Jaar)).transpose();
        let (ingang, begin, eind) = (at(Some(days.ingang))?, at(days.begin)?, at(days.eind)?);
        let stand = match (begin, eind) {
            (None, None) => EpisodeStand::Wacht,
            (None, Some(_)) => EpisodeStand::Vervallen,
            (Some(_), None) => EpisodeStand::Loopt,
            (Some(_), Some(_)) => EpisodeStand::Gestopt,
        };
        let price = Grootheid::by_name(&format!("prijs.{}", spoor.antwoord.naam()))
            .map_or(0.0, |one| gespoord.aannames.get(one.sleutel));
        let helped = days.begin.map_or(0, |begin| days.eind.unwrap_or(last) - begin.max(0) + 1).max(0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "the cast saturates; the writer refuses what is too much"
        )]
        let cents = (100.0 * price * helped as f64).round() as u32;
        writer.add(&Row {
            client: mix(spoor.kind),
            sleutel: mix(spoor.kind ^ 0x5bd1_e995),
            gemeente,
            wijk: None,
            woonwijk: None,
            leeftijd: None,
            product: None,
            categorie: None,
            vorm,
            wet: "jeugdwet",
            aanbieder,
            verwijzer: verwijzer(spoor.weg),
            groep: 0,
            school: None,
            aanvraag: None,
            ingang: ingang.ok_or(Fout::Jaar)?,
            begin,
            // What had begun before the first year became known when it began, as in a register.
            gemeld: begin.map(|begin| begin.max(start)),
            eind,
            wacht: days
                .begin
                .and_then(|begin| u16::try_from(begin - days.ingang).ok())
                .filter(|days| *days > 0),
            stand,
            minuten: None,
            toegekend: None,
            gedeclareerd: cents,
        })?;
    }
    Ok(writer)
}

/// A track in whole days, as far as it was played.
struct Dagen {
    ingang: i64,
    begin: Option<i64>,
    eind: Option<i64>,
}

impl Dagen {
    fn of(spoor: &Spoor, last: i64) -> Self {
        // Whose help ran at the start had begun on the day before it.
        let early = i64::from(spoor.gevraagd.is_none());
        let begin = spoor.begonnen.map(|day| whole(day) - early);
        let ingang = spoor.gevraagd.map(whole).or(begin).unwrap_or(0);
        // The last day of help is the last one that was had whole: at the end of a day the same youths are there as in the model. Who came and
        // went on one day was there that day.
        let last_whole = |end: f64| (whole(end) - 1).max(begin.unwrap_or(ingang));
        let eind = spoor.voorbij.map(last_whole).filter(|day| *day <= last);
        Self { ingang, begin, eind }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_the_model_end_with_those_of_the_calendar() {
        assert_eq!(dag(2026, 0), Some(date(2026, 1, 1)));
        assert_eq!(dag(2026, 364), Some(date(2026, 12, 31)));
        // 2028 is a leap year.
        assert_eq!(dag(2026, 2 * 365 + 58), Some(date(2028, 2, 28)));
        assert_eq!(dag(2026, 2 * 365 + 59), Some(date(2028, 3, 1)));
        assert_eq!(dag(2026, 3 * 365 - 1), Some(date(2028, 12, 31)));
        assert_eq!(dag(2026, -1), Some(date(2025, 12, 31)));
        assert_eq!(dag(99_999, 0), None);
    }
}
