//! Dropping old days of the journal as a whole, when their own term is over. The seals stay, so that the chain goes on.

use jiff::Timestamp;
use jiff::ToSpan as _;
use jiff::civil::Date;
use stelsel::klok::dutch_day;

use super::{Handeling, Regel};
use crate::Fout;
use crate::db::day_number;
use crate::schrijver::Beurt;

/// How long a line is kept from the moment it is written: at least five years (Besluit van 27 juni 2019,
/// Stcrt. 2019, 38007, on article 5 of the Besluit elektronische gegevensverwerking door zorgaanbieders). That the least
/// is also the most is an assumption: data minimisation, AVG article 5(1)(c).
pub const BEWAARJAREN: i16 = 5;

/// Whether all days before `before` are past their term on a day.
pub(super) fn may_be_dropped(before: Date, today: Date) -> bool {
    before <= today.saturating_sub(BEWAARJAREN.years())
}

/// Drops every day before `before`, and writes that down. Gives the number of lines that went. Refused while the term
/// runs, and when the last day that would go was never sealed.
pub(crate) fn drop_before(beurt: &mut Beurt<'_>, before: Date, now: Timestamp) -> Result<u64, Fout> {
    if !may_be_dropped(before, dutch_day(now)) {
        return Err(Fout::Zinloos("the term of these lines of the journal is not over"));
    }
    let day = day_number(before);
    let last = beurt.db.query_opt(
        "SELECT d.dag, (SELECT count(*) FROM journaal_zegel z WHERE z.dag = d.dag) FROM journaal_dag d \
         WHERE d.dag < $1 ORDER BY d.dag DESC LIMIT 1",
        &[day.into()],
        |row| row.number(1),
    )?;
    match last {
        None => return Ok(0),
        Some(0) => return Err(Fout::Zinloos("the days to be dropped were not sealed")),
        Some(_) => {}
    }
    let object = before.to_string();
    let line = Regel::by_program(now, Handeling::Vernietigen, "journaal", &object);
    beurt.pen.write(beurt.db, &line, &[])?;
    beurt.db.execute("DELETE FROM journaal_persoon WHERE dag < $1", &[day.into()])?;
    let lines = beurt.db.execute("DELETE FROM journaal WHERE dag < $1", &[day.into()])?;
    beurt.db.execute("DELETE FROM journaal_dag WHERE dag < $1", &[day.into()])?;
    Ok(lines)
}
