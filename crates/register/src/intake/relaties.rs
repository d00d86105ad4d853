//! What hangs on a family or a person goes along when two families turn out to be one.

use stelsel::{Gezin, Id, Persoon};

use crate::Fout;
use crate::db::{Verbinding, Waarde};
use crate::register::join_plans;

/// Carries over who is involved with `from`, and what is known of its parents that `to` has as well. Called before those
/// parents are removed from `from`. A file that was shielded stays shielded.
pub(super) fn carry_over(db: &mut Verbinding, from: Id<Gezin>, to: Id<Gezin>) -> Result<(), Fout> {
    // First the plans: of two coordinators one goes on.
    join_plans(db, from, to)?;
    let both: [Waarde<'_>; 2] = [(&to).into(), (&from).into()];
    for sql in [
        "UPDATE betrokken SET gezin = $1 WHERE gezin = $2",
        "UPDATE nood SET gezin = $1 WHERE gezin = $2",
        "UPDATE account SET gezin = $1 WHERE gezin = $2",
        "UPDATE goed_gesprek SET gezin = $1 WHERE gezin = $2",
        "UPDATE gezin SET afgeschermd = 1 WHERE id = $1 AND EXISTS (SELECT 1 FROM gezin f WHERE f.id = $2 AND f.afgeschermd = 1)",
    ] {
        db.execute(sql, &both)?;
    }
    let doubles: Vec<(Id<Persoon>, Id<Persoon>)> = db.query(
        "SELECT o.id, n.id FROM persoon o JOIN persoon n ON n.kenmerk = o.kenmerk AND n.gezin = $1 \
         WHERE o.gezin = $2 AND o.rol <> 0",
        &both,
        |row| Ok((row.id(0)?, row.id(1)?)),
    )?;
    for (old, new) in doubles {
        let pair: [Waarde<'_>; 2] = [(&new).into(), (&old).into()];
        for sql in [
            "UPDATE account SET persoon = $1 WHERE persoon = $2",
            "UPDATE gezag SET ouder = $1 WHERE ouder = $2 AND NOT EXISTS \
             (SELECT 1 FROM gezag g WHERE g.kind = gezag.kind AND g.ouder = $1)",
            "UPDATE deelkeuze SET met = $1 WHERE met = $2 AND NOT EXISTS \
             (SELECT 1 FROM deelkeuze d WHERE d.kind = deelkeuze.kind AND d.met = $1)",
            "UPDATE gesprek_stem SET persoon = $1 WHERE persoon = $2 AND NOT EXISTS \
             (SELECT 1 FROM gesprek_stem s WHERE s.gesprek = gesprek_stem.gesprek AND s.persoon = $1)",
        ] {
            db.execute(sql, &pair)?;
        }
        db.execute("DELETE FROM gezag WHERE ouder = $1", &[(&old).into()])?;
        db.execute("DELETE FROM deelkeuze WHERE met = $1", &[(&old).into()])?;
    }
    Ok(())
}
