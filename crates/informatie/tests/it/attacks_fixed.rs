//! Attacks on fixed tables, each with a control that gives way, and the audit against every table that there is.

use std::collections::BTreeMap;

use informatie::kernel::Verzameling;
use informatie::{Deur, Kennis, Kruistabel, Marge, Reden, Regel, Stelsel, Vast, Verband, Zout};

use crate::village::Chance;

const DREMPEL: u32 = 10;

fn deur() -> Deur {
    Deur::new(Zout::new([9; 32]), Regel::default())
}

fn sets(counts: &[u32]) -> Vec<Verzameling> {
    counts
        .iter()
        .map(|n| Verzameling { jeugdigen: *n, sleutels: u64::from(*n).wrapping_mul(0x9e37_79b9) })
        .collect()
}

fn whole(sets: &[Verzameling]) -> Verzameling {
    let mut sum = Verzameling::default();
    for set in sets {
        sum += *set;
    }
    sum
}

fn flat(rows: usize, columns: usize, counts: &[u32]) -> Kruistabel {
    let sets = sets(counts);
    Kruistabel::flat(rows, columns, &sets, whole(&sets)).unwrap()
}

/// The cells of a flat table with its totals, as the outcome has them: the whole first.
fn with_totals(columns: usize, counts: &[u32]) -> Vec<u32> {
    let width = columns + 1;
    let mut out = vec![0; width];
    for row in counts.chunks(columns) {
        let line: Vec<u32> = row.iter().copied().chain([row.iter().sum()]).collect();
        for (sum, n) in out.iter_mut().zip(&line) {
            *sum += n;
        }
        out.extend(line);
    }
    assert_eq!(out.len(), (counts.len() / columns + 1) * width);
    out
}

/// What the rule alone leaves out: the control.
fn only_small(cells: &[u32]) -> Vec<Option<Reden>> {
    cells.iter().map(|n| (1..DREMPEL).contains(n).then_some(Reden::TeWeinig)).collect()
}

/// Shown figures; in a fixed table they are whole and exact.
fn numbers(vast: &Vast) -> Vec<Option<u32>> {
    let whole = |n: f64| (0..10_000_u32).find(|whole| (f64::from(*whole) - n).abs() < f64::EPSILON).unwrap();
    vast.rijen().flatten().map(|getal| getal.waarde().map(whole)).collect()
}

/// A table like the reference: so many rows of very different size by eight columns.
fn large(rows: u64, seed: u64) -> Vec<u32> {
    let mut chance = Chance(seed);
    let mut counts = Vec::new();
    for _ in 0..rows {
        let size = 1 + chance.below(40) * chance.below(12) / 4;
        counts.extend((0..8).map(|column| u32::try_from(chance.below(size * (8 - column) / 4 + 2)).unwrap()));
    }
    counts
}

/// What can lie in cells that are not shown, found by trying every table: smallest and largest per cell.
struct EveryTable<'a> {
    cells: &'a [u32],
    hidden: &'a [bool],
    bounds: &'a dyn Fn(usize) -> (u32, u32),
    found: BTreeMap<usize, (u32, u32)>,
    tried: Vec<u32>,
}

/// Cells of a table of three by three with totals: four in a row, the whole first.
const WIDTH: usize = 4;

impl EveryTable<'_> {
    fn fits(&self, n: usize, value: u32) -> bool {
        let (low, high) = if self.hidden[n] { (self.bounds)(n) } else { (self.cells[n], self.cells[n]) };
        (low..=high).contains(&value)
    }

    /// Fills in the inside from a place on. A total is looked at as soon as it is known.
    fn from(&mut self, n: usize) {
        if n % WIDTH == 3 {
            self.tried[n] = self.tried[n - 3..n].iter().sum();
            if self.fits(n, self.tried[n]) {
                if n + 1 == self.cells.len() { self.totals() } else { self.from(n + 1) }
            }
            return;
        }
        let (low, high) = if self.hidden[n] { (self.bounds)(n) } else { (self.cells[n], self.cells[n]) };
        // Nothing in a column is more than its total, when that is shown, nor in the table than the whole.
        let column = if self.hidden[n % WIDTH] { self.cells[3] } else { self.cells[n % WIDTH] };
        let above: u32 = (n % WIDTH + WIDTH..n).step_by(WIDTH).map(|n| self.tried[n]).sum();
        for value in low..=high.min(column.saturating_sub(above)) {
            self.tried[n] = value;
            self.from(n + 1);
        }
    }

    fn totals(&mut self) {
        for c in 0..WIDTH {
            self.tried[c] = (1..4).map(|r| self.tried[r * WIDTH + c]).sum();
        }
        if (0..WIDTH).all(|c| self.fits(c, self.tried[c])) {
            for n in (0..self.cells.len()).filter(|n| self.hidden[*n]) {
                let range = self.found.entry(n).or_insert((self.tried[n], self.tried[n]));
                *range = (range.0.min(self.tried[n]), range.1.max(self.tried[n]));
            }
        }
    }
}

fn ranges(found: Vec<Marge>) -> BTreeMap<usize, (u32, u32)> {
    found.into_iter().map(|marge| (marge.cel, (marge.van, marge.tot))).collect()
}

/// Every table of three by three with entries of 0 to 2 of which at most five are left out, each with its small cells left out and with others left out at random: what the audit
/// says is what trying every table finds, for one who knows the table and for one who knows the rule.
#[test]
fn the_audit_is_exact() {
    let mut chance = Chance(1);
    let (mut tables, mut compared) = (0, 0);
    for code in 0..3_u32.pow(9) {
        let counts: Vec<u32> = (0..9).map(|n| code / 3_u32.pow(n) % 3).collect();
        let cells = with_totals(3, &counts);
        let table = flat(3, 3, &counts);
        // A threshold of 3: what is 1 or 2 is too few.
        let pattern: Vec<Option<Reden>> = cells
            .iter()
            .map(|n| match n {
                1 | 2 => Some(Reden::TeWeinig),
                _ => (chance.below(4) == 0).then_some(Reden::Aanvullend).filter(|_| *n >= 3),
            })
            .collect();
        let hidden: Vec<bool> = pattern.iter().map(Option::is_some).collect();
        let inside = (WIDTH..16).filter(|n| n % WIDTH != 3 && hidden[*n]).count();
        // With the grand total left out anything may be larger than all that is tried; with much left out trying takes hours.
        if hidden[3] || inside > 5 {
            continue;
        }
        let all = cells[3];
        for kennis in [Kennis::Tabel, Kennis::Regel] {
            let bounds = |n: usize| match (kennis, cells[n]) {
                (Kennis::Tabel, _) => (0, all),
                (Kennis::Regel, 1 | 2) => (1, 2),
                (Kennis::Regel, _) => (3, all),
            };
            let claimed = ranges(table.audit(3, &pattern, kennis).unwrap());
            let mut every = EveryTable {
                cells: &cells,
                hidden: &hidden,
                bounds: &bounds,
                found: BTreeMap::new(),
                tried: vec![0; 16],
            };
            every.from(WIDTH);
            let found = every.found;
            assert_eq!(claimed, found, "{counts:?} {pattern:?} {kennis:?}");
            compared += found.len();
        }
        tables += 1;
    }
    println!("{tables} tables, {compared} intervals equal");
    assert!(tables > 500 && compared > 5_000);
}

/// Subtraction from totals, by one who knows the rule. Control: the rule alone.
#[test]
fn totals_give_nothing_away() {
    let (mut small, mut broken, mut recovered, mut extra, mut narrow) = (0, 0, 0, 0, 0);
    for seed in 0..12 {
        let counts = large(40, seed);
        let cells = with_totals(8, &counts);
        let table = flat(40, 8, &counts);
        let control = only_small(&cells);
        let marges = table.audit(DREMPEL, &control, Kennis::Tabel).unwrap();
        recovered += marges.iter().filter(|marge| marge.breedte() == 0).count();
        broken += table.bezwaren(DREMPEL, &control).unwrap().len();

        let vast = deur().vast(&table).unwrap();
        let pattern = vast.patroon();
        let too_few = |n: usize| pattern[n] == Some(Reden::TeWeinig);
        for (n, shown) in numbers(&vast).iter().enumerate() {
            assert_eq!(too_few(n), (1..DREMPEL).contains(&cells[n]));
            assert!(shown.is_none_or(|shown| shown == cells[n]), "what is shown is exact");
        }
        small += (0..cells.len()).filter(|n| too_few(*n)).count();
        extra += pattern.iter().filter(|reden| **reden == Some(Reden::Aanvullend)).count();
        assert!(table.bezwaren(DREMPEL, &pattern).unwrap().is_empty());
        for marge in table.audit(DREMPEL, &pattern, Kennis::Regel).unwrap() {
            assert!(!too_few(marge.cel) || marge.breedte() >= 1, "{marge:?}");
            narrow += usize::from(too_few(marge.cel) && marge.breedte() < 4);
            assert!((marge.van..=marge.tot).contains(&cells[marge.cel]));
        }
    }
    println!(
        "{small} small cells: {recovered} recovered and {broken} too close with the rule alone; none with {extra} more left out; {narrow} can be fewer than five numbers whatever is left out"
    );
    assert!(small > 800 && recovered > 5 && broken > 20 && extra > 20);
}

/// A household knows of its own children that they are there, and no more than that: what it knows of another cell is narrower by at most as many as
/// it has beyond one.
#[test]
fn a_household_learns_little_of_others() {
    let counts = large(12, 77);
    let cells = with_totals(8, &counts);
    let table = flat(12, 8, &counts);
    let pattern = deur().vast(&table).unwrap().patroon();
    let small: Vec<usize> = (0..cells.len()).filter(|n| pattern[*n] == Some(Reden::TeWeinig)).collect();
    let before = ranges(table.audit(DREMPEL, &pattern, Kennis::Regel).unwrap());
    let mut asked = 0;
    for own in small.iter().filter(|n| cells[**n] >= 2 && **n > 8 && **n % 9 != 8) {
        // A household of two takes one of them out of the table: whoever knows that one is there for sure subtracts it everywhere.
        let mut less = counts.clone();
        less[(own / 9 - 1) * 8 + own % 9] -= 1;
        let without = flat(12, 8, &less);
        let after = ranges(without.audit(DREMPEL, &pattern, Kennis::Regel).unwrap());
        for other in small.iter().filter(|n| *n != own) {
            let (a, b) = (before[other], after[other]);
            assert!((b.1 - b.0) + 1 >= a.1 - a.0, "{own} and {other}: {a:?} {b:?}");
            asked += 1;
        }
    }
    println!("{asked} pairs of a household and a cell of others");
    assert!(asked > 300);
}

/// A cell that was left out to complete is shown after all: the audit objects, to every one.
#[test]
fn no_cell_is_left_out_for_nothing() {
    let mut objected = 0;
    for seed in 100..110 {
        let counts = large(25, seed);
        let table = flat(25, 8, &counts);
        let pattern = deur().vast(&table).unwrap().patroon();
        for n in (0..pattern.len()).filter(|n| pattern[*n] == Some(Reden::Aanvullend)) {
            let mut mutant = pattern.clone();
            mutant[n] = None;
            assert!(
                !table.bezwaren(DREMPEL, &mutant).unwrap().is_empty(),
                "cell {n} of table {seed} was not needed"
            );
            objected += 1;
        }
    }
    println!("{objected} mutants, all objected to");
    assert!(objected > 20);
}

/// Neighbourhoods in municipalities in a region: no number follows from totals of any level.
#[test]
fn trees_are_protected_at_every_level() {
    let (mut small, mut recovered) = (0, 0);
    for seed in 0..20 {
        let mut chance = Chance(1_000 + seed);
        let rows = 12 + usize::try_from(chance.below(20)).unwrap();
        // A region, three municipalities, and a district within the first.
        let groups = vec![None, Some(0), Some(0), Some(0), Some(1)];
        let parents: Vec<usize> =
            (0..rows).map(|n| if n < 5 { n } else { 1 + n % 4 }).map(|n| n.clamp(1, 4)).collect();
        let counts = large(rows as u64, seed);
        let cells = sets(&counts);
        let table = Kruistabel::new(groups, parents.clone(), 8, &cells, whole(&cells)).unwrap();
        let vast = deur().vast(&table).unwrap();
        let pattern = vast.patroon();
        assert!(table.bezwaren(DREMPEL, &pattern).unwrap().is_empty());
        // The same table as relations without a shape: nothing follows from them either.
        let (stelsel, values) = relations(&parents, &counts);
        let hidden: Vec<bool> = pattern.iter().map(Option::is_some).collect();
        let follows = stelsel.determined(&hidden);
        assert!(follows.iter().all(|n| pattern[*n] != Some(Reden::TeWeinig)));
        assert!(values.iter().zip(numbers(&vast)).all(|(n, shown)| shown.is_none_or(|shown| shown == *n)));
        let control = only_small(&values);
        let hidden: Vec<bool> = control.iter().map(Option::is_some).collect();
        recovered += stelsel.determined(&hidden).len();
        small += hidden.iter().filter(|hidden| **hidden).count();
        // By relations alone, every small number is protected as well.
        let figures = deur().gekoppeld(&stelsel).unwrap();
        let hidden: Vec<bool> = figures.iter().map(|getal| getal.waarde().is_none()).collect();
        let follows = stelsel.determined(&hidden);
        assert!(follows.iter().all(|n| figures[*n].reden() != Some(Reden::TeWeinig)));
    }
    println!("{small} small cells in 20 trees: {recovered} follow from totals with the rule alone");
    assert!(small > 500 && recovered > 10);
}

/// The tree of above as relations, with the values in the order of the outcome.
fn relations(parents: &[usize], counts: &[u32]) -> (Stelsel, Vec<u32>) {
    let (groups, width) = (5, 9);
    let up = [None, Some(0), Some(0), Some(0), Some(1)];
    let mut values = vec![0_u32; (groups + parents.len()) * width];
    for (row, line) in counts.chunks(8).enumerate() {
        let line: Vec<u32> = line.iter().copied().chain([line.iter().sum()]).collect();
        let mut above = Some(parents[row]);
        let mut at = vec![groups + row];
        while let Some(group) = above {
            at.push(group);
            above = up[group];
        }
        for row in at {
            (0..width).for_each(|c| values[row * width + c] += line[c]);
        }
    }
    let mut verbanden = Vec::new();
    for row in 0..groups + parents.len() {
        verbanden.push(Verband { totaal: row * width + 8, delen: (0..8).map(|c| row * width + c).collect() });
    }
    for group in 0..groups {
        let inner = (0..groups).filter(|n| up[*n] == Some(group));
        let rows: Vec<usize> =
            inner.chain((0..parents.len()).filter(|n| parents[*n] == group).map(|n| groups + n)).collect();
        for c in 0..width {
            verbanden.push(Verband {
                totaal: group * width + c,
                delen: rows.iter().map(|row| row * width + c).collect(),
            });
        }
    }
    (Stelsel::new(&sets(&values), verbanden).unwrap(), values)
}

/// Two tables that share a total: protected apart, one gives away what the other leaves out; protected together, neither does.
#[test]
fn tables_that_share_totals_are_protected_together() {
    // By form and by school: both of the same neighbourhood of 60.
    let values = [60, 7, 25, 28, 4, 26, 30];
    let verbanden =
        vec![Verband { totaal: 0, delen: vec![1, 2, 3] }, Verband { totaal: 0, delen: vec![4, 5, 6] }];
    let stelsel = Stelsel::new(&sets(&values), verbanden).unwrap();
    let apart = |hidden: &[usize]| (0..7).map(|n| hidden.contains(&n)).collect::<Vec<bool>>();
    // Apart: the first leaves out the total, the second shows it.
    let first = Stelsel::new(&sets(&values[..4]), vec![Verband { totaal: 0, delen: vec![1, 2, 3] }]).unwrap();
    assert_eq!(first.determined(&apart(&[0, 1])[..4]), [0; 0]);
    assert_eq!(stelsel.determined(&apart(&[1, 4, 5])), [1]);
    let figures = deur().gekoppeld(&stelsel).unwrap();
    let hidden: Vec<bool> = figures.iter().map(|getal| getal.waarde().is_none()).collect();
    assert!(hidden[1] && hidden[4] && stelsel.determined(&hidden).is_empty());
}

#[test]
fn what_does_not_add_up_is_not_a_table() {
    let cells = sets(&[12, 3, 4, 40]);
    let mut other = whole(&cells);
    other.sleutels ^= 1;
    assert!(Kruistabel::flat(2, 2, &cells, other).is_err());
    assert!(Kruistabel::flat(2, 3, &cells, whole(&cells)).is_err());
    assert!(Kruistabel::new(vec![None, Some(1)], vec![0, 1], 2, &cells, whole(&cells)).is_err());
    // A table of one small cell cannot be protected: nothing else can be left out.
    assert!(
        deur().vast(&flat(1, 1, &[4])).is_err()
            || deur().vast(&flat(1, 1, &[4])).unwrap().patroon().iter().all(Option::is_some)
    );
}
