//! The plan of a family, as far as it is open to the reader.

mod hulp;
mod regie;
mod toewijzingen;
mod versies;

use jiff::Timestamp;
use stelsel::achttien::speelt;
use stelsel::deling::Wat;
use stelsel::persoon::{GezinsRol, Persoon};
use stelsel::plan::{Plan, Wachtklok, waits_for_start};
use stelsel::toegang::{Deel, Dossier, Maat, Toegang};
use stelsel::{Gezin, Id, Onderdeel, Rol};

use super::toegang::dossier_of;
use super::{Lezing, klokken};
use crate::Fout;
use crate::beeld::{PlanBeeld, Regie};
use crate::db::Verbinding;
use crate::register::accounts;
use versies::newest;

/// A family that was opened for its plan.
struct Geopend {
    dossier: Dossier,
    naam: String,
    toegang: Toegang,
    leden: Vec<Persoon>,
    maten: Vec<Maat>,
}

impl Geopend {
    fn open(&self, id: Id<Persoon>) -> Maat {
        let found = self.leden.iter().zip(&self.maten).find(|(lid, _)| lid.id == id);
        found.map_or(Maat::Naam, |(_, maat)| *maat)
    }
}

impl Lezing<'_> {
    /// The plan of a family. There is one for every family: an empty one as long as nothing was written.
    pub fn plan(&mut self, gezin: Id<Gezin>) -> Result<PlanBeeld, Fout> {
        self.enter(Onderdeel::Plan)?;
        self.plan_within(gezin)
    }

    /// The plan as a part of the page of a family; nothing when the plan is not open to the reader.
    pub fn plan_in_gezin(&mut self, gezin: Id<Gezin>) -> Result<Option<PlanBeeld>, Fout> {
        self.enter(Onderdeel::Gezin)?;
        let (dossier, _) = dossier_of(self.db, gezin)?;
        if !self.who.opens(dossier, Deel::Plan) {
            return Ok(None);
        }
        self.plan_within(gezin).map(Some)
    }

    pub(super) fn plan_within(&mut self, gezin: Id<Gezin>) -> Result<PlanBeeld, Fout> {
        let stand = self.figures_day()?;
        let open = self.open_plan(gezin)?;
        let versie = newest(self.db, gezin)?;
        let shared = self.shared_plan(gezin, open.toegang)?;
        let whole = plan_of(self.db, gezin)?;
        let plan = match &shared {
            Some(shared) => whole.gedeeld(|voor| shared.contains(&voor)),
            None => whole.zichtbaar(|id| open.open(id)),
        };
        let mut regie = self.regie(gezin, open.toegang)?;
        if shared.is_some() {
            regie = Regie { nu: regie.nu, ..Regie::default() };
        }
        let toewijzingen = self.plan_allocations(gezin, &open, stand)?;
        let mut klokken = plan.klokken(stand);
        klokken.extend(toewijzingen.iter().filter_map(|t| {
            let clock = waits_for_start(&t.beeld.stand, t.beeld.toewijzing.ingang, t.beeld.persoon, stand)?;
            Some(Wachtklok { nr: t.regel, ..clock })
        }));
        let whole = |id| open.open(id) == Maat::Geheel;
        klokken.extend(klokken::of_family(self.db, gezin, (self.now, stand), whole)?);
        if shared.is_some() {
            klokken.clear();
        }
        klokken.sort_by_key(|klok| (klok.sinds, klok.soort, klok.nr));
        let (geweigerd, vragen) = if shared.is_some() {
            (Vec::new(), Vec::new())
        } else {
            (self.refused_lines(gezin, &open)?, self.questions_of(gezin, |id| open.open(id))?)
        };
        let schrijft = self.who.writes_plan(open.dossier);
        let experts = if schrijft { experts(self.db, self.now)? } else { Vec::new() };
        let young = |(lid, maat): (&Persoon, &Maat)| {
            lid.rol == GezinsRol::Jeugdige
                && *maat == Maat::Geheel
                && lid.geboren.is_some_and(|born| speelt(born, stand))
        };
        let achttien = open.leden.iter().zip(&open.maten).any(young);
        let beeld = PlanBeeld {
            geweigerd,
            vragen,
            experts,
            achttien,
            gezin,
            stand,
            toegang: open.toegang,
            schrijft,
            plan,
            versie: versie.map(|versie| Self::shown(open.toegang, versie)),
            regie,
            toewijzingen,
            klokken,
            naam: open.naam,
            leden: open.leden,
            maten: open.maten,
        };
        Ok(beeld)
    }

    /// About whom the lines of the plan are shared with the reader; nothing when the reader is there in another way.
    fn shared_plan(
        &mut self,
        gezin: Id<Gezin>,
        toegang: Toegang,
    ) -> Result<Option<Vec<Option<Id<Persoon>>>>, Fout> {
        if !toegang.relatie.is_gedeeld() {
            return Ok(None);
        }
        let shared = self.shared_with_me(gezin)?;
        let plan = shared.into_iter().filter(|(_, wat)| wat.contains(&Wat::Plan)).map(|(about, _)| about);
        Ok(Some(plan.collect()))
    }

    fn open_plan(&mut self, gezin: Id<Gezin>) -> Result<Geopend, Fout> {
        let (dossier, naam) = dossier_of(self.db, gezin)?;
        let toegang = self.enter_file(dossier)?;
        if !toegang.delen.has(Deel::Plan) {
            return Err(Fout::NietGevonden);
        }
        let Some((leden, maten)) = self.open_members(gezin, toegang)? else { return Err(Fout::NietGevonden) };
        self.seen.extend(leden.iter().map(|lid| lid.id));
        Ok(Geopend { dossier, naam, toegang, leden, maten })
    }
}

/// Whom of the expertteam one can ask.
fn experts(db: &mut Verbinding, now: Timestamp) -> Result<Vec<(String, String)>, Fout> {
    let all = accounts::all(db, now)?.into_iter().filter(|who| who.rol == Rol::Expertteam);
    Ok(all.map(|who| (who.account, who.naam)).collect())
}

pub(crate) fn parse(document: &str) -> Result<Plan, Fout> {
    serde_json::from_str(document).map_err(|_| Fout::Tegenstrijdig("a stored plan cannot be read"))
}

/// The newest plan of a family, whole; an empty one when there is none.
pub(crate) fn plan_of(db: &mut Verbinding, gezin: Id<Gezin>) -> Result<Plan, Fout> {
    let found = db.query_opt(
        "SELECT v.document FROM plan p JOIN plan_versie v ON v.gezin = p.gezin AND v.versie = p.versie WHERE p.gezin = $1",
        &[(&gezin).into()],
        |row| row.text(0),
    )?;
    found.map_or_else(|| Ok(Plan::default()), |text| parse(&text))
}
