//! Tables: rows that stay whole where they can, and a header that comes back on every page.

use super::flow::{Colour, Pages, Style, height};
use super::{BODY, CELL, GAP, LEFT, RIGHT};
use crate::document::{Column, Run};
use crate::lines::{Line, lines, width_of};
use crate::tree::{Role, Tree};

/// Above and below the text of a cell.
const PAD: f32 = 4.0;
/// Between two columns.
const BETWEEN: f32 = 10.0;

/// Where a column stands, and how wide it is.
type Places = Vec<(f32, f32)>;

fn places(columns: &[Column]) -> Places {
    let all: f32 = columns.iter().map(|c| c.share.max(0.01)).sum();
    let between = BETWEEN * columns.iter().skip(1).map(|_| 1.0).sum::<f32>();
    let wide = RIGHT - LEFT - between;
    let mut x = LEFT;
    let place = |c: &Column| {
        let width = wide * c.share.max(0.01) / all;
        let at = x;
        x += width + BETWEEN;
        (at, width)
    };
    columns.iter().map(place).collect()
}

fn cells(texts: &[String], places: &Places, style: Style) -> Vec<Vec<Line>> {
    let cell = |(text, (_, width)): (&String, &(f32, f32))| {
        lines(&[Run::plain(text)], *width, style.size, style.bold)
    };
    texts.iter().zip(places).map(cell).collect()
}

fn tallest(cells: &[Vec<Line>]) -> usize {
    cells.iter().map(Vec::len).max().unwrap_or_default()
}

/// How much of a table has to stand below its heading: its header and the first row, or the beginning of a tall one.
pub(super) fn first_part(columns: &[Column], rows: &[Vec<String>]) -> f32 {
    let places = places(columns);
    let names: Vec<String> = columns.iter().map(|c| c.header.clone()).collect();
    let header = tallest(&cells(&names, &places, Style { bold: true, ..CELL }));
    let first = rows.first().map_or(0, |row| tallest(&cells(row, &places, CELL)).min(12));
    height(header + first, CELL) + PAD * 4.0 + 2.0
}

/// A table with a header.
pub(super) fn table(on: &mut Pages, tree: &mut Tree, columns: &[Column], rows: &[Vec<String>]) {
    if columns.is_empty() {
        return;
    }
    let places = places(columns);
    let bold = Style { bold: true, colour: Colour::Subtle, ..CELL };
    let names: Vec<String> = columns.iter().map(|c| c.header.clone()).collect();
    let header = cells(&names, &places, bold);
    let whole = tree.add(0, Role::Table);
    let head = tree.add(whole, Role::Head);
    let head = tree.add(head, Role::Row);
    on.need(first_part(columns, rows).min(on.whole()));
    let head_cells: Vec<usize> = header.iter().map(|_| tree.add(head, Role::ColumnHeader)).collect();
    row(on, tree, &places, &header, (bold, &head_cells));
    on.rule(LEFT, RIGHT, 0.9, Colour::Primary);
    if rows.is_empty() {
        on.space(GAP);
        return;
    }
    let body = tree.add(whole, Role::Rows);
    for texts in rows {
        let cells = cells(texts, &places, CELL);
        let line = tree.add(body, Role::Row);
        let parts: Vec<usize> = (0..cells.len())
            .map(|nr| tree.add(line, if nr == 0 { Role::RowHeader } else { Role::Cell }))
            .collect();
        let tall = height(tallest(&cells), CELL) + PAD * 2.0;
        let top = height(tallest(&header), bold) + PAD * 2.0 + 1.0;
        if tall + top <= on.whole() && tall > on.left_over() {
            on.turn();
            again(on, &places, &header, bold);
        }
        let (mut done, mut turned) = (0, false);
        while done < tallest(&cells).max(1) {
            let mut fit = 0;
            while done + fit < tallest(&cells) && height(fit + 1, CELL) + PAD * 2.0 <= on.left_over() {
                fit += 1;
            }
            if fit == 0 && tallest(&cells) > 0 {
                if !turned {
                    on.turn();
                    again(on, &places, &header, bold);
                    turned = true;
                    continue;
                }
                // Under a header that takes the whole page there is still a line.
                fit = 1;
            }
            let now: Vec<Vec<Line>> =
                cells.iter().map(|cell| cell.iter().skip(done).take(fit).cloned().collect()).collect();
            row(on, tree, &places, &now, (CELL, &parts));
            done += fit.max(1);
            turned = false;
        }
        on.rule(LEFT, RIGHT, 0.5, Colour::Line);
    }
    on.space(GAP + 2.0);
}

/// The header once more, for the eye: who listens has heard it.
fn again(on: &mut Pages, places: &Places, header: &[Vec<Line>], style: Style) {
    let mut none = Tree::new();
    row(on, &mut none, places, header, (style, &[]));
    on.rule(LEFT, RIGHT, 0.9, Colour::Primary);
}

/// Sets the cells of a row beside each other. A cell without a part of the tree is only repeated.
fn row(
    on: &mut Pages,
    tree: &mut Tree,
    places: &Places,
    cells: &[Vec<Line>],
    (style, parts): (Style, &[usize]),
) {
    on.y += PAD;
    let top = on.y;
    let mut bottom = top;
    for (nr, (cell, (x, _))) in cells.iter().zip(places).enumerate() {
        on.y = top;
        for line in cell {
            match parts.get(nr) {
                Some(node) => on.line(tree, *node, line, style, *x),
                None => on.again(line, style, *x),
            }
            on.y += style.lead;
        }
        bottom = bottom.max(on.y);
    }
    on.y = bottom + PAD;
}

/// Names with their values beside them.
pub(super) fn facts(on: &mut Pages, tree: &mut Tree, facts: &[(String, String)]) {
    if facts.is_empty() {
        return;
    }
    let name = Style { colour: Colour::Subtle, ..BODY };
    let names: Vec<Vec<Line>> =
        facts.iter().map(|(n, _)| lines(&[Run::plain(n)], 150.0, name.size, false)).collect();
    let widest = names.iter().flatten().map(|line| width_of(line, name.size)).fold(0.0, f32::max);
    let x = LEFT + widest + 14.0;
    let whole = tree.add(0, Role::Table);
    let body = tree.add(whole, Role::Rows);
    for ((_, value), name_lines) in facts.iter().zip(&names) {
        let value = lines(&[Run::plain(value)], RIGHT - x, BODY.size, false);
        let tall = value.len().max(name_lines.len());
        on.need(height(tall, BODY).min(on.whole()));
        let row = tree.add(body, Role::Row);
        let header = tree.add(row, Role::RowHeader);
        let cell = tree.add(row, Role::Cell);
        for nr in 0..tall {
            on.need(BODY.lead);
            if let Some(line) = name_lines.get(nr) {
                on.line(tree, header, line, name, LEFT);
            }
            if let Some(line) = value.get(nr) {
                on.line(tree, cell, line, BODY, x);
            }
            on.y += BODY.lead;
        }
    }
    on.space(GAP);
}
