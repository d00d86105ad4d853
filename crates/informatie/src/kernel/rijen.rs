//! Rows as they are, for what has to look at one youth's rows together and at more than one moment.

use super::axis::{Axis, cells, mapped};
use super::index::Index;
use crate::snapshot::{Codes, Column, Snapshot, SnapshotFout};

/// A day that does not come.
pub(crate) const NOOIT: i32 = i32::MAX;

/// A row. Days are days since 1970-01-01, [`NOOIT`] where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rij {
    pub(crate) client: u32,
    /// Its cell.
    pub(crate) cel: u32,
    pub(crate) ingang: i32,
    pub(crate) begin: i32,
    pub(crate) eind: i32,
    /// The day on which the beginning became known: not before it began, and that day when it was not kept.
    pub(crate) gemeld: i32,
    pub(crate) toegekend: u32,
    pub(crate) gedeclareerd: u32,
}

#[derive(Default)]
struct Bench {
    index: Index,
    clients: Vec<u32>,
    days: [Codes; 4],
    cents: [Vec<u32>; 2],
    rows: Vec<Rij>,
}

/// The rows that have a cell, those of a youth together, youths in order: whatever the number of threads.
pub(crate) fn rijen(snapshot: &Snapshot, threads: usize, axes: &[Axis]) -> Result<Vec<Rij>, SnapshotFout> {
    let cells = cells(axes)?;
    let benches = snapshot.fold(threads, |bench: &mut Bench, part| {
        bench.index.fill(part, axes)?;
        part.clients(&mut bench.clients)?;
        let scratch = &mut bench.index.scratch;
        let columns = [Column::Ingang, Column::Begin, Column::Eind, Column::Gemeld];
        let mut tables = [const { Vec::new() }; 4];
        for ((column, codes), table) in columns.iter().zip(&mut bench.days).zip(&mut tables) {
            part.codes(*column, codes, scratch)?;
            *table = mapped(codes, NOOIT, |day| day)?;
        }
        let [granted, claimed] = &mut bench.cents;
        part.cents(Column::Toegekend, granted, scratch)?;
        part.cents(Column::Gedeclareerd, claimed, scratch)?;
        let day = |table: &[i32], code: u16| table.get(usize::from(code)).copied().unwrap_or(NOOIT);
        let [of_ingang, of_begin, of_eind, of_gemeld] = &tables;
        let [ingang, begin, eind, gemeld] = &bench.days;
        let days = ingang.code.iter().zip(&begin.code).zip(&eind.code).zip(&gemeld.code);
        let who = bench.index.cell.iter().zip(&bench.clients);
        let rows = who.zip(days).zip(granted.iter().zip(claimed.iter()));
        bench.rows.extend(rows.filter(|(((cel, _), _), _)| (**cel as usize) < cells).map(
            |(((cel, client), (((i, b), e), g)), (toegekend, gedeclareerd))| {
                let begin = day(of_begin, *b);
                let gemeld = day(of_gemeld, *g);
                Rij {
                    client: *client,
                    cel: *cel,
                    ingang: day(of_ingang, *i),
                    begin,
                    eind: day(of_eind, *e),
                    gemeld: if gemeld == NOOIT { begin } else { gemeld.max(begin) },
                    toegekend: *toegekend,
                    gedeclareerd: *gedeclareerd,
                }
            },
        ));
        Ok(())
    })?;
    let mut all: Vec<Rij> = benches.into_iter().flat_map(|bench| bench.rows).collect();
    // Stable: the rows of a youth keep their order.
    all.sort_by_key(|row| row.client);
    Ok(all)
}
