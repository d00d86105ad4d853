//! Referrals: to the team of the neighbourhood those of its children, to a referrer the own ones and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use stelsel::klok::dutch_day;
use stelsel::toegang::{Deel, Dossier};
use stelsel::verwijzing::{VerwijzerSoort, Verwijzing, VerwijzingStand};
use stelsel::{Gemeentecode, Gezin, Id, Identiteit, Onderdeel, Persoon, Rol, Wijkcode};

use super::Lezing;
use super::toegang::dossier_of;
use crate::Fout;
use crate::beeld::{
    Afspraak, AfspraakInhoud, AfspraakRegel, AfsprakenBeeld, VerwijzingAntwoord, VerwijzingBeeld,
    VerwijzingInhoud, VerwijzingRegel, VerwijzingenBeeld, VerzoekStand, ViaAanbieder,
};
use crate::db::{Rij, Verbinding, Waarde};

/// How long an answered referral stays in the list of the team.
const ANSWERED_DAYS: i64 = 28;
/// Own referrals that a referrer sees, and requests of providers: the newest.
const SHOWN: i64 = 200;

/// A referral with what decides on who sees it.
pub(crate) struct Gevonden {
    id: Id<Verwijzing>,
    pub(crate) door: String,
    van: String,
    soort: VerwijzerSoort,
    kind: String,
    achternaam: String,
    geboren: Option<Date>,
    gemeente: Option<Gemeentecode>,
    wijk: Option<Wijkcode>,
    inhoud: String,
    geplaatst: Timestamp,
    stand: VerwijzingStand,
    pub(crate) persoon: Option<Id<Persoon>>,
    dossier: Option<(Dossier, String)>,
    opgepakt_door: Option<String>,
    opgepakt: Option<Timestamp>,
    antwoord: Option<(String, Timestamp)>,
    pub(crate) versie: i64,
}

/// The columns of a referral, in the order of [`found_of`].
macro_rules! verwijzing {
    ($where:literal) => {
        concat!(
            "SELECT v.id, v.door, a.naam, v.soort, v.kind, v.achternaam, v.geboren, v.gemeente, v.wijk, v.inhoud, v.geplaatst, v.stand, \
             v.persoon, v.gezin, g.wijk, g.afgeschermd, g.naam, o.naam, v.opgepakt, v.antwoord, v.beantwoord, v.versie \
             FROM verwijzing v JOIN account a ON a.sleutel = v.door LEFT JOIN gezin g ON g.id = v.gezin \
             LEFT JOIN account o ON o.sleutel = v.opgepakt_door WHERE ",
            $where
        )
    };
}

fn found_of(row: &Rij<'_>) -> Result<Gevonden, Fout> {
    let family: Option<Id<Gezin>> =
        row.bytes_opt(13)?.map(|bytes| Id::try_from(bytes.as_slice())).transpose()?;
    let dossier = match family {
        Some(gezin) => {
            let afgeschermd = row.number_opt(15)?.unwrap_or_default() != 0;
            let dossier = Dossier { gezin, wijk: row.code_opt(14)?, afgeschermd };
            Some((dossier, row.text_opt(16)?.unwrap_or_default()))
        }
        None => None,
    };
    let antwoord = match (row.text_opt(19)?, row.moment_opt(20)?) {
        (Some(text), Some(when)) => Some((text, when)),
        _ => None,
    };
    Ok(Gevonden {
        id: row.id(0)?,
        door: row.text(1)?,
        van: row.text(2)?,
        soort: VerwijzerSoort::from_key(&row.text(3)?).unwrap_or(VerwijzerSoort::Ander),
        kind: row.text(4)?,
        achternaam: row.text(5)?,
        geboren: row.day_opt(6)?,
        gemeente: row.code_opt(7)?,
        wijk: row.code_opt(8)?,
        inhoud: row.text(9)?,
        geplaatst: row.moment(10)?,
        stand: VerwijzingStand::from_number(row.number(11)?)
            .ok_or(Fout::Tegenstrijdig("a referral has an unknown state"))?,
        persoon: row.bytes_opt(12)?.map(|bytes| Id::try_from(bytes.as_slice())).transpose()?,
        dossier,
        opgepakt_door: row.text_opt(17)?,
        opgepakt: row.moment_opt(18)?,
        antwoord,
        versie: row.number(21)?,
    })
}

/// One referral as it is stored.
pub(crate) fn one(db: &mut Verbinding, id: Id<Verwijzing>) -> Result<Gevonden, Fout> {
    db.query_opt(verwijzing!("v.id = $1"), &[(&id).into()], found_of)?.ok_or(Fout::NietGevonden)
}

/// Whether a referral is theirs: the referrer's own; the team's whose family or neighbourhood it is. One of which the neighbourhood
/// is not known is of every team of the municipality, or of every team, so that it does not lie unseen.
pub(crate) fn has_verwijzing(who: &Identiteit, found: &Gevonden) -> bool {
    if who.rol == Rol::Verwijzer {
        return found.door == who.account;
    }
    if let Some((dossier, _)) = &found.dossier {
        return who.opens(*dossier, Deel::Gesprek);
    }
    match (found.wijk, found.gemeente) {
        (Some(wijk), _) => who.wijken.contains(&wijk),
        (None, Some(gemeente)) => who.wijken.iter().any(|own| own.gemeente() == gemeente),
        (None, None) => !who.wijken.is_empty(),
    }
}

impl Gevonden {
    /// The moment and the names, for the first page.
    pub(super) fn kort(&self) -> (Id<Verwijzing>, String, String, Timestamp) {
        (self.id, self.name(), self.van.clone(), self.geplaatst)
    }

    /// Its family, when it is known.
    pub(super) fn gezin(&self) -> Option<(Dossier, &str)> {
        self.dossier.as_ref().map(|(dossier, naam)| (*dossier, naam.as_str()))
    }

    fn name(&self) -> String {
        format!("{} {}", self.kind, self.achternaam)
    }

    fn line(&self, who: &Identiteit, today: Date) -> Result<VerwijzingRegel, Fout> {
        let came = dutch_day(self.geplaatst);
        let open = self.stand != VerwijzingStand::Beantwoord;
        let days = (today - came).get_days().max(0).unsigned_abs();
        let antwoord = match &self.antwoord {
            Some((text, when)) => {
                let read: VerwijzingAntwoord = serde_json::from_str(text)
                    .map_err(|_| Fout::Tegenstrijdig("an answer cannot be read"))?;
                Some((read, *when))
            }
            None => None,
        };
        // A referrer never learns of which file it became part.
        let gezin = self
            .dossier
            .as_ref()
            .filter(|(dossier, _)| who.rol != Rol::Verwijzer && who.toegang(*dossier).is_some())
            .map(|(dossier, naam)| (dossier.gezin, naam.clone()));
        Ok(VerwijzingRegel {
            id: self.id,
            kind: self.name(),
            geboren: self.geboren,
            soort: self.soort,
            van: self.van.clone(),
            geplaatst: self.geplaatst,
            stand: self.stand,
            dagen: open.then_some(days),
            opgepakt_door: self.opgepakt_door.clone(),
            opgepakt: self.opgepakt,
            antwoord,
            gezin,
        })
    }
}

impl Lezing<'_> {
    /// The referrals that wait, those answered lately, and the requests of providers on a referral; to a referrer the own ones.
    pub fn verwijzingen(&mut self) -> Result<VerwijzingenBeeld, Fout> {
        self.enter(Onderdeel::Verwijzingen)?;
        let referrer = self.who.rol == Rol::Verwijzer;
        let (open, answered) = if referrer {
            let sql = verwijzing!("v.door = $1 ORDER BY v.geplaatst DESC, v.id LIMIT $2");
            let account = self.who.account.clone();
            (self.db.query(sql, &[account.as_str().into(), SHOWN.into()], found_of)?, Vec::new())
        } else {
            let since = self.now.as_millisecond() - ANSWERED_DAYS * 24 * 60 * 60 * 1_000;
            let sql =
                verwijzing!("v.stand = 2 AND v.beantwoord >= $1 ORDER BY v.beantwoord DESC, v.id LIMIT $2");
            (waiting(self.db)?, self.db.query(sql, &[since.into(), SHOWN.into()], found_of)?)
        };
        let via_aanbieder = if referrer { Vec::new() } else { self.via_providers()? };
        Ok(VerwijzingenBeeld {
            verwijzingen: self.own_lines(open)?,
            beantwoord: self.own_lines(answered)?,
            via_aanbieder,
            verwijzer: referrer,
        })
    }

    fn own_lines(&mut self, found: Vec<Gevonden>) -> Result<Vec<VerwijzingRegel>, Fout> {
        let (who, today) = (self.who, self.today);
        let own: Vec<Gevonden> = found.into_iter().filter(|one| has_verwijzing(who, one)).collect();
        self.seen.extend(own.iter().filter_map(|one| one.persoon));
        own.iter().map(|one| one.line(who, today)).collect()
    }

    /// One referral, in full.
    pub fn verwijzing(&mut self, id: Id<Verwijzing>) -> Result<VerwijzingBeeld, Fout> {
        self.enter(Onderdeel::Verwijzingen)?;
        let found = one(self.db, id)?;
        if !has_verwijzing(self.who, &found) {
            return Err(Fout::NietGevonden);
        }
        self.seen.extend(found.persoon);
        let inhoud: VerwijzingInhoud = serde_json::from_str(&found.inhoud)
            .map_err(|_| Fout::Tegenstrijdig("a referral cannot be read"))?;
        let team = self.who.rol != Rol::Verwijzer;
        let wijk = match found.wijk.filter(|_| team) {
            Some(wijk) => {
                let sql = "SELECT naam FROM wijk WHERE code = $1";
                self.db.query_opt(sql, &[wijk.number().into()], |row| row.text(0))?
            }
            None => None,
        };
        let kandidaten = if team && found.dossier.is_none() { self.candidates(&found)? } else { Vec::new() };
        Ok(VerwijzingBeeld {
            regel: found.line(self.who, self.today)?,
            inhoud,
            versie: found.versie,
            team,
            wijk,
            kandidaten,
        })
    }

    /// Whether the reader may enter a referral: there is nothing to read.
    pub fn nieuwe_verwijzing(&mut self) -> Result<(), Fout> {
        self.enter(Onderdeel::Verwijzingen)?;
        if self.who.rol == Rol::Verwijzer { Ok(()) } else { Err(Fout::NietGevonden) }
    }

    /// Children in families that the reader may open, whom a referral may be about: the birth date and the family name are the same.
    fn candidates(&mut self, found: &Gevonden) -> Result<Vec<(Id<Persoon>, String)>, Fout> {
        let Some(born) = found.geboren else { return Ok(Vec::new()) };
        let name = found.achternaam.to_lowercase();
        let rows: Vec<(Id<Persoon>, Id<Gezin>, String, String)> = self.db.query(
            "SELECT p.id, p.gezin, coalesce(p.voornamen, ''), p.achternaam FROM persoon p WHERE p.rol = 0 AND p.geboren = $1",
            &[born.into()],
            |row| Ok((row.id(0)?, row.id(1)?, row.text(2)?, row.text(3)?)),
        )?;
        let mut out = Vec::new();
        for (person, family, given, surname) in rows {
            // `De Wit` and `Wit` are one name here.
            let surname_low = surname.to_lowercase();
            if name != surname_low && !name.ends_with(&format!(" {surname_low}")) {
                continue;
            }
            let (dossier, naam) = dossier_of(self.db, family)?;
            if self.who.opens(dossier, Deel::Gesprek) {
                self.seen.push(person);
                out.push((person, format!("{given} {surname} ({naam})")));
            }
        }
        Ok(out)
    }

    /// Requests of providers in which a referrer is named: those that wait, and the newest that were answered.
    fn via_providers(&mut self) -> Result<Vec<ViaAanbieder>, Fout> {
        const OPEN: &str = "SELECT q.id, p.voornamen, p.voorvoegsel, p.achternaam, q.verwijzer, a.naam, q.aanbieder, q.dagtekening, q.stand, \
             q.gemeente, f.id, f.wijk, f.afgeschermd, p.id FROM verzoek q JOIN persoon p ON p.id = q.persoon \
             JOIN gezin f ON f.id = p.gezin LEFT JOIN aanbieder a ON a.agb = q.aanbieder \
             WHERE q.stand < 2 AND q.verwijzer IS NOT NULL ORDER BY q.dagtekening, q.id";
        let rows = self.db.query(OPEN, &[], |row| {
            let parts = [row.text_opt(1)?, row.text_opt(2)?, Some(row.text(3)?)];
            let name: Vec<String> = parts.into_iter().flatten().collect();
            let agb: stelsel::AgbCode = row.code(6)?;
            let found = ViaAanbieder {
                id: row.id(0)?,
                kind: name.join(" "),
                verwijzer: row.text(4)?,
                aanbieder: row.text_opt(5)?.unwrap_or_else(|| agb.to_string()),
                dag: row.day(7)?,
                stand: VerzoekStand::from_number(row.number(8)?)?,
            };
            let dossier =
                Dossier { gezin: row.id(10)?, wijk: row.code_opt(11)?, afgeschermd: row.number(12)? != 0 };
            let gemeente: Gemeentecode = row.code(9)?;
            let person: Id<Persoon> = row.id(13)?;
            Ok((found, gemeente, dossier, person))
        })?;
        let who = self.who;
        let mut out = Vec::new();
        for (found, gemeente, dossier, person) in rows {
            if who.has_verzoek(gemeente, dossier) {
                self.seen.push(person);
                out.push(found);
            }
        }
        Ok(out)
    }

    /// What was agreed with referrers, and how many children each kind referred in a year.
    pub fn afspraken(&mut self) -> Result<AfsprakenBeeld, Fout> {
        self.enter(Onderdeel::Verwijsafspraken)?;
        let rows = self.db.query(
            "SELECT id, soort, praktijk, inhoud, dag, evaluatie, einde, versie FROM verwijsafspraak ORDER BY praktijk, dag, id",
            &[],
            |row| {
                Ok((
                    AfspraakRegel {
                        id: row.id(0)?,
                        afspraak: Afspraak {
                            soort: VerwijzerSoort::from_key(&row.text(1)?).unwrap_or(VerwijzerSoort::Ander),
                            met: row.text(2)?,
                            inhoud: AfspraakInhoud::default(),
                            dag: row.day(4)?,
                            evaluatie: row.day_opt(5)?,
                            einde: row.day_opt(6)?,
                        },
                        versie: row.number(7)?,
                    },
                    row.text(3)?,
                ))
            },
        )?;
        let mut afspraken = Vec::new();
        for (mut line, text) in rows {
            line.afspraak.inhoud = serde_json::from_str(&text)
                .map_err(|_| Fout::Tegenstrijdig("an agreement cannot be read"))?;
            afspraken.push(line);
        }
        let today = self.today;
        afspraken.sort_by_key(|line| line.afspraak.einde.is_some_and(|end| end < today));
        Ok(AfsprakenBeeld { afspraken, kinderen: self.referred()?, maakt: self.who.makes_agreements() })
    }

    /// Distinct children per kind of referrer, in the year before the day of the figures.
    fn referred(&mut self) -> Result<Vec<(VerwijzerSoort, u32)>, Fout> {
        let day = self.figures_day()?;
        let since = day.checked_sub(1.year()).unwrap_or(day);
        let mut whom: BTreeMap<VerwijzerSoort, BTreeSet<Vec<u8>>> = BTreeMap::new();
        let mut add = |kind, key| {
            whom.entry(kind).or_default().insert(key);
        };
        let from = self.now.as_millisecond() - 366 * 24 * 60 * 60 * 1_000;
        let own: Vec<(String, Vec<u8>)> = self.db.query(
            "SELECT soort, coalesce(persoon, id) FROM verwijzing WHERE geplaatst >= $1",
            &[Waarde::from(from)],
            |row| Ok((row.text(0)?, row.bytes(1)?)),
        )?;
        for (kind, key) in own {
            add(VerwijzerSoort::from_key(&kind).unwrap_or(VerwijzerSoort::Ander), key);
        }
        let asked: Vec<(String, Vec<u8>)> = self.db.query(
            "SELECT verwijzer, persoon FROM verzoek WHERE verwijzer IS NOT NULL AND dagtekening >= $1",
            &[since.into()],
            |row| Ok((row.text(0)?, row.bytes(1)?)),
        )?;
        for (code, key) in asked {
            add(VerwijzerSoort::from_ijw(&code), key);
        }
        Ok(VerwijzerSoort::ALL
            .into_iter()
            .map(|kind| {
                let count = whom.get(&kind).map_or(0, BTreeSet::len);
                (kind, u32::try_from(count).unwrap_or(u32::MAX))
            })
            .collect())
    }
}

/// The referrals that are not answered, the oldest first.
pub(super) fn waiting(db: &mut Verbinding) -> Result<Vec<Gevonden>, Fout> {
    db.query(verwijzing!("v.stand < 2 ORDER BY v.geplaatst, v.id"), &[], found_of)
}
