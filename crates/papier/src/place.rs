//! Where everything stands: blocks become lines, lines fill pages. Nothing is written yet.

mod flow;
mod table;

use crate::document::{Block, Document};
use crate::lines::lines;
use crate::tree::{Role, Tree};
use crate::{Fault, Run};

pub(crate) use flow::{Colour, Fill, Ink, Page, Pages, Style};

/// A4, in points.
pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
pub(crate) const LEFT: f32 = 70.87;
pub(crate) const RIGHT: f32 = WIDTH - 70.87;
const TOP: f32 = 62.0;
const BOTTOM: f32 = HEIGHT - 64.0;
/// The first line of an address in the window of an envelope (NEN 1026): about 47 mm from the top.
const WINDOW: f32 = 142.0;
/// Below the window.
const BELOW_WINDOW: f32 = 226.0;
/// More pages than a document of ours ever has.
pub(crate) const MOST: usize = 400;

pub(crate) const BODY: Style = Style { size: 11.0, lead: 15.6, bold: false, colour: Colour::Ink };
const SMALL: Style = Style { size: 9.5, lead: 13.0, bold: false, colour: Colour::Subtle };
pub(crate) const CELL: Style = Style { size: 10.0, lead: 13.6, bold: false, colour: Colour::Ink };
/// Between two blocks.
const GAP: f32 = 7.5;

/// A heading as it stands in the list of bookmarks.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) level: u8,
    pub(crate) text: String,
    pub(crate) page: usize,
    pub(crate) y: f32,
}

/// A document on its pages.
pub(crate) struct Placed {
    pub(crate) pages: Vec<Page>,
    pub(crate) tree: Tree,
    pub(crate) marks: Vec<Mark>,
}

/// The style of a heading, and the room above it.
const fn heading(level: u8) -> (Style, f32) {
    let (size, lead, above) = match level {
        1 => (19.0, 23.0, 6.0),
        2 => (13.5, 17.0, 6.0),
        _ => (11.5, 15.6, 6.0),
    };
    (Style { size, lead, bold: true, colour: Colour::Primary }, above)
}

/// Puts a document on pages.
pub(crate) fn place(document: &Document) -> Result<Placed, Fault> {
    let mut on = Pages::new(TOP, BOTTOM);
    let mut tree = Tree::new();
    let mut marks = Vec::new();
    for (nr, block) in document.blocks.iter().enumerate() {
        let follows = document.blocks.get(nr + 1);
        put(&mut on, &mut tree, &mut marks, block, follows);
        if on.count() > MOST {
            return Err(Fault::TooLong(MOST));
        }
    }
    Ok(Placed { pages: on.finish(), tree, marks })
}

fn put(on: &mut Pages, tree: &mut Tree, marks: &mut Vec<Mark>, block: &Block, follows: Option<&Block>) {
    let wide = RIGHT - LEFT;
    match block {
        Block::Letterhead(name, under) => {
            let style = Style { size: 14.0, lead: 18.0, bold: true, colour: Colour::Primary };
            on.paragraph(tree, 0, Role::P, &lines(&[Run::plain(name)], wide, 14.0, true), style, LEFT);
            if !under.is_empty() {
                let text = under.join("\n");
                on.paragraph(
                    tree,
                    0,
                    Role::P,
                    &lines(&[Run::plain(text)], wide, SMALL.size, false),
                    SMALL,
                    LEFT,
                );
            }
            on.space(5.0);
            on.rule(LEFT, RIGHT, 1.2, Colour::Primary);
            on.space(GAP);
        }
        Block::Address(address) => {
            on.down_to(WINDOW);
            let text = lines(&[Run::plain(address.join("\n"))], wide, BODY.size, false);
            on.together(&text, BODY);
            on.paragraph(tree, 0, Role::P, &text, BODY, LEFT);
            on.space(GAP);
            on.down_to(BELOW_WINDOW);
        }
        Block::Facts(facts) => table::facts(on, tree, facts),
        Block::Heading(level, text) => {
            let (style, above) = heading(*level);
            let broken = lines(&[Run::plain(text)], wide, style.size, true);
            on.space(above);
            // With what it is the heading of.
            on.need(style.lead * rows(&broken) + kept_with(follows));
            marks.push(Mark { level: *level, text: text.clone(), page: on.count() - 1, y: on.y });
            on.paragraph(tree, 0, Role::Heading(*level, text.clone()), &broken, style, LEFT);
            on.space(3.0);
        }
        Block::Text(runs) => {
            on.paragraph(tree, 0, Role::P, &lines(runs, wide, BODY.size, false), BODY, LEFT);
            on.space(GAP);
        }
        Block::Quote(runs) => {
            aside(on, tree, runs, &Aside { bar: Colour::Accent, under: None, role: Role::Quote });
        }
        Block::Note(runs) => {
            aside(on, tree, runs, &Aside { bar: Colour::Primary, under: Some(Colour::Soft), role: Role::P });
        }
        Block::List { numbered, items } => list(on, tree, *numbered, items),
        Block::Table { columns, rows } => table::table(on, tree, columns, rows),
        Block::Signature(who) => {
            let text = lines(&[Run::plain(who.join("\n"))], wide, BODY.size, false);
            on.together(&text, BODY);
            on.paragraph(tree, 0, Role::P, &text, BODY, LEFT);
            on.space(GAP);
        }
    }
}

fn rows(lines: &[crate::lines::Line]) -> f32 {
    lines.iter().map(|_| 1.0).sum()
}

/// What has to stand below a heading on the same page.
fn kept_with(follows: Option<&Block>) -> f32 {
    match follows {
        None => 0.0,
        Some(Block::Table { columns, rows }) => table::first_part(columns, rows),
        Some(Block::Facts(_)) => BODY.lead * 2.0,
        Some(Block::Heading(..)) => 70.0,
        Some(_) => BODY.lead * 3.0,
    }
}

fn list(on: &mut Pages, tree: &mut Tree, numbered: bool, items: &[Vec<Run>]) {
    const INDENT: f32 = 17.0;
    if items.is_empty() {
        return;
    }
    let whole = tree.add(0, Role::List { numbered });
    for (item, nr) in items.iter().zip(1_u32..) {
        let text = lines(item, RIGHT - LEFT - INDENT, BODY.size, false);
        if text.is_empty() {
            continue;
        }
        let item = tree.add(whole, Role::Item);
        // The label stands where the first line comes to stand.
        on.need_first(&text, BODY);
        let label = if numbered { format!("{nr}. ") } else { "\u{2022} ".to_owned() };
        let mark = Style { colour: Colour::Primary, bold: true, ..BODY };
        let place = tree.add(item, Role::Label);
        on.beside(tree, place, &label, mark, LEFT + if numbered { 0.0 } else { 4.0 });
        on.paragraph(tree, item, Role::Body, &text, BODY, LEFT + INDENT);
        on.space(1.5);
    }
    on.space(GAP - 1.5);
}

/// How a text that stands apart looks.
struct Aside {
    bar: Colour,
    under: Option<Colour>,
    role: Role,
}

fn aside(on: &mut Pages, tree: &mut Tree, runs: &[Run], how: &Aside) {
    const INDENT: f32 = 14.0;
    const PAD: f32 = 6.0;
    let pad = if how.under.is_some() { PAD } else { 1.0 };
    let text = lines(runs, RIGHT - LEFT - INDENT * 2.0, BODY.size, false);
    if text.is_empty() {
        return;
    }
    on.need_first(&text, Style { lead: BODY.lead + pad, ..BODY });
    on.space(pad);
    let parent = if how.role == Role::Quote { tree.add(0, Role::Quote) } else { 0 };
    let spans = on.paragraph(tree, parent, Role::P, &text, BODY, LEFT + INDENT);
    for (page, top, bottom) in spans {
        let (top, bottom) = (top - pad, bottom + pad);
        if let Some(colour) = how.under {
            on.fill(page, Fill { left: LEFT, top, right: RIGHT, bottom, colour });
        }
        on.fill(page, Fill { left: LEFT, top, right: LEFT + 3.0, bottom, colour: how.bar });
    }
    on.space(pad + GAP);
}
