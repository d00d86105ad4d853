//! Writing in a problem analysis: every save is a version, and none is written over unseen. Partners write notes beside its parts.

use jiff::Timestamp;
use stelsel::analyse::{Analyse, Daad, Noot, Probleemanalyse, Reactie, Wijziging};
use stelsel::plan::{Weigering, Woorden};
use stelsel::toegang::Bereik;
use stelsel::{Id, Identiteit, Onderdeel, Rol};

use super::formulier::{done_before, key_of, remember};
use super::{Register, millis};
use crate::Fout;
use crate::beeld::{AnalyseBotsing, Gedaan, NieuweNoot};
use crate::journaal::{Handeling, Regel};
use crate::lezing::analyse::newest;
use crate::schrijver::Beurt;

/// Parts of one document at most: more is no document that anyone reads.
const MEEST: usize = 200;
/// Notes beside one document at most.
const MEEST_NOTEN: u32 = 2_000;

/// What became of a form about an analysis.
type Done = Gedaan<Probleemanalyse, AnalyseBotsing>;

impl Register {
    /// Begins an analysis. It is shared with nobody yet.
    pub fn begin_analysis(&self, who: &Identiteit, titel: Woorden, sleutel: &str) -> Result<Done, Fout> {
        let key = key_of(who, sleutel)?;
        if titel.is_empty() {
            return Err(Fout::Zinloos("an analysis without a title"));
        }
        let (me, now) = (who.clone(), self.0.klok.now());
        let done = self.write(move |beurt| {
            if !me.writes_analyses() {
                return Err(Fout::NietGevonden);
            }
            if let Some(before) = done_before(beurt, &key)? {
                return Ok(before);
            }
            let id: Id<Probleemanalyse> = beurt.toeval.id(now)?;
            beurt.db.execute_one(
                "INSERT INTO probleemanalyse (id, versie, gedeeld, begonnen) VALUES ($1, 0, '', $2)",
                &[(&id).into(), millis(now)],
            )?;
            save(beurt, &me, (id, 1), &Analyse::new(titel), "kop 0", now)?;
            noted(beurt, &me, (&key, id, 1), now)
        });
        self.or_refused(who, (Handeling::Inrichten, Onderdeel::Analyses), "", done)
    }

    /// Writes in a part, notes how it is with an agreement, shares it, or takes a part away. Who reads that somebody else was first has
    /// lost nothing: nothing is stored, and both texts can be shown.
    pub fn change_analysis(
        &self,
        who: &Identiteit,
        id: Id<Probleemanalyse>,
        wijziging: Wijziging,
        sleutel: &str,
    ) -> Result<Done, Fout> {
        let key = key_of(who, sleutel)?;
        if !sound(&wijziging.daad) {
            return Err(Fout::Zinloos("a part of an analysis"));
        }
        let (me, now) = (who.clone(), self.0.klok.now());
        let done = self.write(move |beurt| {
            if !me.writes_analyses() {
                return Err(Fout::NietGevonden);
            }
            let (before, versie) = newest(beurt.db, &me, id)?;
            if let Some(known) = done_before(beurt, &key)? {
                return Ok(known);
            }
            let (deed, nr, next) = (wijziging.daad.key(), wijziging.nr, versie + 1);
            let mut analyse = before.clone();
            let part = match analyse.wijzig(wijziging, next) {
                Ok(part) if analyse.alineas.len() + analyse.afspraken.len() <= MEEST => part,
                Ok(_) => return Err(Fout::Zinloos("a part of an analysis")),
                Err(Weigering::Nieuwer | Weigering::Onbekend) => {
                    let there = before.versie_van(nr.unwrap_or_default());
                    return Ok(Gedaan::Nieuwer(Box::new(AnalyseBotsing { nu: before, versie: there })));
                }
            };
            save(beurt, &me, (id, next), &analyse, &format!("{deed} {part}"), now)?;
            noted(beurt, &me, (&key, id, next), now)
        });
        self.or_refused(who, (Handeling::Inrichten, Onderdeel::Analyses), &id.to_string(), done)
    }

    /// Writes a note beside a part: whoever may read the analysis.
    pub fn annotate(
        &self,
        who: &Identiteit,
        id: Id<Probleemanalyse>,
        noot: NieuweNoot,
        sleutel: &str,
    ) -> Result<Done, Fout> {
        let key = key_of(who, sleutel)?;
        if noot.tekst.is_empty() && noot.soort != Reactie::Eens {
            return Err(Fout::Zinloos("a note without words"));
        }
        let (me, now) = (who.clone(), self.0.klok.now());
        let done = self.write(move |beurt| {
            if me.reach(Onderdeel::Analyses) == Bereik::Niets {
                return Err(Fout::NietGevonden);
            }
            let (analyse, versie) = newest(beurt.db, &me, id)?;
            if let Some(known) = done_before(beurt, &key)? {
                return Ok(known);
            }
            let there = analyse.versie_van(noot.nr);
            let count = "SELECT count(*) FROM probleemanalyse_noot WHERE probleemanalyse = $1";
            let many = beurt.db.query_opt(count, &[(&id).into()], |row| row.count(0))?.unwrap_or_default();
            if noot.nr == 0 || there == 0 || noot.bij > there || many >= MEEST_NOTEN {
                return Err(Fout::Zinloos("a note beside nothing"));
            }
            let note: Id<Noot> = beurt.toeval.id(now)?;
            beurt.db.execute_one(
                "INSERT INTO probleemanalyse_noot (id, probleemanalyse, nr, bij, soort, tekst, door, rol, wanneer) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                &[
                    (&note).into(),
                    (&id).into(),
                    noot.nr.into(),
                    noot.bij.into(),
                    noot.soort.key().into(),
                    noot.tekst.as_str().into(),
                    me.account.as_str().into(),
                    me.rol.key().into(),
                    millis(now),
                ],
            )?;
            noted(beurt, &me, (&key, id, versie), now)
        });
        self.or_refused(who, (Handeling::Inrichten, Onderdeel::Analyses), &id.to_string(), done)
    }
}

/// Whether there is something in it that can be kept.
fn sound(daad: &Daad) -> bool {
    match daad {
        Daad::Kop { titel, gedeeld, .. } => {
            let partner =
                |rol: &Rol| Identiteit::new("", "", *rol).reach(Onderdeel::Analyses) == Bereik::Eigen;
            !titel.is_empty() && gedeeld.iter().all(partner)
        }
        Daad::Alinea(alinea) => {
            let found = alinea.vindplaats.as_ref();
            !alinea.tekst.is_empty()
                && found.is_none_or(|f| !f.momentopname.is_empty() && !f.indicator.is_empty())
        }
        Daad::Afspraak(afspraak) => !afspraak.wat.is_empty() && !afspraak.wie.is_empty(),
        Daad::Kijk(..) | Daad::Weg => true,
    }
}

/// Saves a version.
fn save(
    beurt: &mut Beurt<'_>,
    me: &Identiteit,
    (id, versie): (Id<Probleemanalyse>, u32),
    analyse: &Analyse,
    wat: &str,
    now: Timestamp,
) -> Result<(), Fout> {
    let text = serde_json::to_string(analyse)
        .map_err(|_| Fout::Tegenstrijdig("an analysis cannot be written down"))?;
    let shared = analyse.kop.gedeeld.join(" ");
    beurt.db.execute_one(
        "UPDATE probleemanalyse SET versie = $1, gedeeld = $2 WHERE id = $3",
        &[versie.into(), shared.as_str().into(), (&id).into()],
    )?;
    beurt.db.execute_one(
        "INSERT INTO probleemanalyse_versie (probleemanalyse, versie, document, wat, door, wanneer) VALUES ($1, $2, $3, $4, $5, $6)",
        &[(&id).into(), versie.into(), text.as_str().into(), wat.into(), me.account.as_str().into(), millis(now)],
    )
}

/// Remembers the form and writes the line of the journal: about nobody.
fn noted(
    beurt: &mut Beurt<'_>,
    me: &Identiteit,
    (key, id, versie): (&str, Id<Probleemanalyse>, u32),
    now: Timestamp,
) -> Result<Done, Fout> {
    remember(beurt, me, key, now, &format!("{id} {versie}"))?;
    let object = id.to_string();
    let line = Regel::by(me, now, Handeling::Inrichten, Onderdeel::Analyses.key(), &object);
    beurt.pen.write(beurt.db, &line, &[])?;
    Ok(Gedaan::Opgeslagen(id, i64::from(versie)))
}
