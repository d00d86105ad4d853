//! What leaves the register for figures. It is a deed: the journal says that it was done, of which day and how many rows.

use jiff::civil::Date;

use super::Register;
use crate::Fout;
use crate::beeld::{EpisodeRij, Peiling};
use crate::celsleutel;
use crate::db::{Gebruik, Verbinding};
use crate::journaal::{Handeling, Regel};
use crate::lezing::episoden::{Afdruk, stream};
use crate::lezing::inrichting;

/// Its word in the journal.
const PART: &str = "informatie";

impl Register {
    /// The secret from which the noise of published figures is drawn: follows from that of the cell keys, so that it is in every backup, and
    /// tells nothing of it. The same for as long as the register lasts.
    pub fn figures_secret(&self) -> Result<[u8; 32], Fout> {
        let root = self.writing(celsleutel::secret)?;
        Ok(celsleutel::derived(&root, b"noise of published figures"))
    }

    /// Hands all episodes over without persons, as of one moment: `begin` hears of which day they are, `each` gets them one by one,
    /// those of a youth not always together. `until` is the day of the figures; without it the day of the newest message in a
    /// demo, elsewhere today. Others go on writing meanwhile; the memory this takes does not grow with the register.
    ///
    /// Only when this comes back without an error it is written down how much was handed over, and may it be used.
    pub fn episodes<W>(
        &self,
        until: Option<Date>,
        begin: impl FnOnce(&Peiling) -> W,
        mut each: impl FnMut(&mut W, EpisodeRij),
    ) -> Result<(W, u64), Fout> {
        let celsleutel = self.writing(celsleutel::secret)?;
        let sleutel = self.reading(|_, key| Ok(key))?;
        let today = self.0.klok.today();
        let mut db = self.reader_apart()?;
        db.begin(Gebruik::Lezen)?;
        let (peiling, alles) = of_day(&mut db, until, today)?;
        let day = peiling.peildag.to_string();
        // First the line: what leaves the house without one did not leave.
        self.writing(move |beurt, now| {
            let line = Regel::by_program(now, Handeling::Uitvoeren, PART, &day);
            beurt.pen.write(beurt.db, &line, &[])
        })?;
        let mut kept = begin(&peiling);
        let afdruk = Afdruk { peildag: peiling.peildag, sleutel, celsleutel, alles };
        let rows = stream(&mut db, &afdruk, |row| each(&mut kept, row))?;
        db.rollback()?;
        let told = format!("{} rijen={rows}", peiling.peildag);
        self.writing(move |beurt, now| {
            let line = Regel::by_program(now, Handeling::Uitvoeren, PART, &told);
            beurt.pen.write(beurt.db, &line, &[])
        })?;
        Ok((kept, rows))
    }
}

/// The day of the figures, and whether nothing was told after it.
fn of_day(db: &mut Verbinding, until: Option<Date>, today: Date) -> Result<(Peiling, bool), Fout> {
    let of = inrichting(db)?;
    let latest = of.stand.filter(|_| of.demo).unwrap_or(today);
    let peildag = until.unwrap_or(latest);
    if peildag > latest {
        return Err(Fout::Zinloos("a day of the figures that has not come yet"));
    }
    let newest = "SELECT max(dagtekening) FROM bericht WHERE dagtekening <= $1";
    let laatste = db.query_opt(newest, &[peildag.into()], |row| row.day_opt(0))?.flatten();
    let alles = of.stand.is_none_or(|newest| newest <= peildag);
    let laatste = laatste.unwrap_or(peildag);
    Ok((Peiling { peildag, laatste, regio: of.regio, demo: of.demo }, alles))
}
