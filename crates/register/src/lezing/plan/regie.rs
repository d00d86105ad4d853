//! Who coordinates, takes over and stands in.

use jiff::Timestamp;
use stelsel::toegang::{Deel, Relatie, Toegang};
use stelsel::{Gezin, Id, Rol};

use super::super::Lezing;
use crate::Fout;
use crate::beeld::{Regie, Regisseur};
use crate::db::Verbinding;
use crate::register::{accounts, millis};

impl Lezing<'_> {
    /// Who coordinates, takes over and stands in.
    pub(in crate::lezing) fn regie(&mut self, gezin: Id<Gezin>, toegang: Toegang) -> Result<Regie, Fout> {
        let now = self.now;
        let of_family = toegang.relatie == Relatie::Lid;
        // Who is away says once who stands in; that holds for every family, and is told in each.
        let found = self.db.query(
            "SELECT b.id, b.relatie, b.van, b.tot, coalesce(a.naam, ''), coalesce(a.rol, ''), coalesce(a.afgeschermd, 0) \
             FROM betrokken b LEFT JOIN account a ON a.sleutel = b.account \
             WHERE b.gezin = $1 AND b.relatie IN ('regisseur', 'vervanger') AND (b.tot IS NULL OR (b.tot > $2 AND b.tot > b.van)) \
             UNION ALL SELECT b.id, 'vervanger', w.van, w.tot, v.naam, v.rol, v.afgeschermd FROM betrokken b \
             JOIN afwezig w ON w.account = b.account AND w.van <= $2 AND w.tot > $2 JOIN account v ON v.sleutel = w.vervanger \
             WHERE b.gezin = $1 AND b.relatie = 'regisseur' AND b.van <= $2 AND (b.tot IS NULL OR b.tot > $2) ORDER BY 3, 1, 2",
            &[(&gezin).into(), millis(now)],
            |row| {
                let hidden = of_family && row.number(6)? != 0;
                let naam = if hidden { String::new() } else { row.text(4)? };
                let rol = Rol::from_key(&row.text(5)?).unwrap_or(Rol::Wijkteam);
                let (id, van, tot) = (row.id(0)?, row.moment(2)?, row.moment_opt(3)?);
                Ok((row.text(1)?, Regisseur { id, naam, rol, van, tot }))
            },
        )?;
        let mut regie = Regie::default();
        for (relatie, wie) in found {
            match (relatie.as_str(), wie.van <= now) {
                ("regisseur", true) => regie.nu = Some(wie),
                ("regisseur", false) => regie.straks = Some(wie),
                _ => regie.vervangers.push(wie),
            }
        }
        regie.woord = self.db.query_opt(
            "SELECT o.woord, coalesce(a.naam, ''), o.wanneer, coalesce(a.afgeschermd, 0) FROM overdracht o \
             LEFT JOIN account a ON a.sleutel = o.door WHERE o.gezin = $1 AND o.woord <> '' ORDER BY o.wanneer DESC, o.id DESC LIMIT 1",
            &[(&gezin).into()],
            |row| {
                let hidden = of_family && row.number(3)? != 0;
                Ok((row.text(0)?, if hidden { String::new() } else { row.text(1)? }, row.moment(2)?))
            },
        )?;
        if toegang.delen.has(Deel::Toegang) && !of_family {
            regie.keus = can_coordinate(self.db, now)?;
        }
        Ok(regie)
    }
}

/// Accounts that can coordinate a family.
fn can_coordinate(db: &mut Verbinding, now: Timestamp) -> Result<Vec<(String, String, Rol)>, Fout> {
    let all = accounts::all(db, now)?;
    let able = all.into_iter().filter(|who| matches!(who.rol, Rol::Wijkteam | Rol::Regisseur));
    Ok(able.map(|who| (who.account, who.naam, who.rol)).collect())
}
