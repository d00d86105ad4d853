//! Problem analyses: all of them for who writes them, and what is shared with a role for the others.

use stelsel::analyse::{Analyse, Probleemanalyse, Reactie, verschil};
use stelsel::plan::Woorden;
use stelsel::toegang::Bereik;
use stelsel::{Id, Identiteit, Onderdeel, Rol};

use super::Lezing;
use crate::Fout;
use crate::beeld::{
    AnalyseBeeld, AnalyseRegel, AnalyseVersie, AnalyseVersiesBeeld, AnalysesBeeld, NootRegel,
};
use crate::db::{Rij, Verbinding};

const BROKEN: Fout = Fout::Tegenstrijdig("a stored analysis cannot be read");

/// Reads a document.
pub(crate) fn parse(text: &str) -> Result<Analyse, Fout> {
    serde_json::from_str(text).map_err(|_| BROKEN)
}

/// The newest version of an analysis that somebody may read.
pub(crate) fn newest(
    db: &mut Verbinding,
    who: &Identiteit,
    id: Id<Probleemanalyse>,
) -> Result<(Analyse, u32), Fout> {
    let sql = "SELECT v.document, v.versie FROM probleemanalyse a JOIN probleemanalyse_versie v ON v.probleemanalyse = a.id AND v.versie = a.versie WHERE a.id = $1";
    let found = db.query_opt(sql, &[(&id).into()], |row| Ok((row.text(0)?, row.count(1)?)))?;
    let (text, versie) = found.ok_or(Fout::NietGevonden)?;
    let analyse = parse(&text)?;
    if opens(who, &analyse) { Ok((analyse, versie)) } else { Err(Fout::NietGevonden) }
}

/// Whether somebody may read it: who writes them reads all, others what is shared with their role.
fn opens(who: &Identiteit, analyse: &Analyse) -> bool {
    match who.reach(Onderdeel::Analyses) {
        Bereik::Alles => true,
        Bereik::Eigen => analyse.gedeeld_met(who.rol),
        Bereik::Niets => false,
    }
}

fn version_of(row: &Rij<'_>) -> Result<AnalyseVersie, Fout> {
    Ok(AnalyseVersie { versie: row.count(0)?, wie: row.text(1)?, wanneer: row.moment(2)?, wat: row.text(3)? })
}

impl Lezing<'_> {
    /// The analyses that the reader may read.
    pub fn analyses(&mut self) -> Result<AnalysesBeeld, Fout> {
        self.enter(Onderdeel::Analyses)?;
        let rows = self.db.query(
            "SELECT a.id, v.document, v.wanneer FROM probleemanalyse a JOIN probleemanalyse_versie v ON v.probleemanalyse = a.id AND v.versie = a.versie \
             ORDER BY v.wanneer DESC, a.id LIMIT 500",
            &[],
            |row| Ok((row.id(0)?, row.text(1)?, row.moment(2)?)),
        )?;
        let mut regels = Vec::new();
        for (id, text, gewijzigd) in rows {
            let analyse = parse(&text)?;
            if opens(self.who, &analyse) {
                regels.push(AnalyseRegel {
                    id,
                    gewijzigd,
                    afspraken: analyse.afspraken.len(),
                    uitnodigingen: analyse.uitnodigingen(self.today),
                    titel: analyse.kop.titel,
                    gebied: analyse.kop.gebied,
                });
            }
        }
        Ok(AnalysesBeeld { regels, schrijft: self.who.writes_analyses() })
    }

    /// One analysis with its notes.
    pub fn analyse(&mut self, id: Id<Probleemanalyse>) -> Result<AnalyseBeeld, Fout> {
        self.enter(Onderdeel::Analyses)?;
        let (analyse, _) = newest(self.db, self.who, id)?;
        let sql = "SELECT v.versie, coalesce(a.naam, ''), v.wanneer, v.wat FROM probleemanalyse_versie v LEFT JOIN account a ON a.sleutel = v.door \
                   WHERE v.probleemanalyse = $1 ORDER BY v.versie DESC LIMIT 1";
        let versie = self.db.query_opt(sql, &[(&id).into()], version_of)?.ok_or(Fout::NietGevonden)?;
        let noten = self.db.query(
            "SELECT n.id, n.nr, n.bij, n.soort, n.tekst, coalesce(a.naam, ''), n.rol, n.wanneer FROM probleemanalyse_noot n \
             LEFT JOIN account a ON a.sleutel = n.door WHERE n.probleemanalyse = $1 ORDER BY n.wanneer, n.id",
            &[(&id).into()],
            |row| {
                Ok(NootRegel {
                    id: row.id(0)?,
                    nr: row.count(1)?,
                    bij: row.count(2)?,
                    soort: Reactie::from_key(&row.text(3)?).ok_or(BROKEN)?,
                    tekst: Woorden::new(&row.text(4)?).map_err(|_| BROKEN)?,
                    wie: row.text(5)?,
                    rol: Rol::from_key(&row.text(6)?).ok_or(BROKEN)?,
                    wanneer: row.moment(7)?,
                })
            },
        )?;
        let schrijft = self.who.writes_analyses();
        Ok(AnalyseBeeld { id, analyse, noten, versie, schrijft, stand: self.today })
    }

    /// The versions of an analysis, and what differs between two of them.
    pub fn analyse_versies(
        &mut self,
        id: Id<Probleemanalyse>,
        tussen: Option<(u32, u32)>,
    ) -> Result<AnalyseVersiesBeeld, Fout> {
        self.enter(Onderdeel::Analyses)?;
        let (analyse, _) = newest(self.db, self.who, id)?;
        let sql = "SELECT v.versie, coalesce(a.naam, ''), v.wanneer, v.wat FROM probleemanalyse_versie v LEFT JOIN account a ON a.sleutel = v.door \
                   WHERE v.probleemanalyse = $1 ORDER BY v.versie DESC LIMIT 500";
        let versies = self.db.query(sql, &[(&id).into()], version_of)?;
        let tussen = match tussen {
            None => None,
            Some((one, other)) => {
                let (van, tot) = (one.min(other), one.max(other));
                let (then, now) = (self.version(id, van)?, self.version(id, tot)?);
                Some((van, tot, verschil(&then, &now)))
            }
        };
        Ok(AnalyseVersiesBeeld { id, titel: analyse.kop.titel, versies, tussen })
    }

    fn version(&mut self, id: Id<Probleemanalyse>, versie: u32) -> Result<Analyse, Fout> {
        let sql = "SELECT document FROM probleemanalyse_versie WHERE probleemanalyse = $1 AND versie = $2";
        let text = self.db.query_opt(sql, &[(&id).into(), versie.into()], |row| row.text(0))?;
        parse(&text.ok_or(Fout::NietGevonden)?)
    }
}
