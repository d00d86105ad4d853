//! Pages, filled from the top.

use crate::lines::{Line, width_of};
use crate::tree::{Kid, Role, Tree};

/// A colour of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Colour {
    Ink,
    Subtle,
    Primary,
    Accent,
    Soft,
    Line,
}

impl Colour {
    /// Red, green, blue. Those that text is set in stand at least 4.5 to 1 off the white of the paper.
    pub(crate) fn rgb(self) -> [f32; 3] {
        let bytes: [u8; 3] = match self {
            Self::Ink => [0x1d, 0x24, 0x33],
            Self::Subtle => [0x4a, 0x54, 0x68],
            Self::Primary => [0x14, 0x50, 0x5c],
            Self::Accent => [0xf2, 0xb2, 0x7e],
            Self::Soft => [0xe4, 0xef, 0xf0],
            Self::Line => [0xcf, 0xc9, 0xbb],
        };
        bytes.map(|byte| f32::from(byte) / 255.0)
    }
}

/// How text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    pub(crate) size: f32,
    /// From line to line.
    pub(crate) lead: f32,
    pub(crate) bold: bool,
    pub(crate) colour: Colour,
}

/// A text on a page, measured from the top.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ink {
    pub(crate) x: f32,
    pub(crate) baseline: f32,
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) colour: Colour,
    pub(crate) text: String,
    /// Whether it is said elsewhere already, and only repeated for the eye.
    pub(crate) repeated: bool,
}

/// A coloured rectangle: for the eye only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Fill {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) right: f32,
    pub(crate) bottom: f32,
    pub(crate) colour: Colour,
}

/// A page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) fills: Vec<Fill>,
    pub(crate) texts: Vec<Ink>,
}

/// The part of a page that something takes: page, top and bottom.
pub(super) type Span = (usize, f32, f32);

/// The pages so far, and where the next line goes.
pub(crate) struct Pages {
    filled: Vec<Page>,
    top: f32,
    bottom: f32,
    pub(super) y: f32,
}

impl Pages {
    pub(super) fn new(top: f32, bottom: f32) -> Self {
        Self { filled: vec![Page::default()], top, bottom, y: top }
    }

    pub(super) fn finish(self) -> Vec<Page> {
        self.filled
    }

    pub(super) fn count(&self) -> usize {
        self.filled.len()
    }

    /// What fits on a whole page.
    pub(super) fn whole(&self) -> f32 {
        self.bottom - self.top
    }

    pub(super) fn left_over(&self) -> f32 {
        self.bottom - self.y
    }

    pub(super) fn turn(&mut self) {
        self.filled.push(Page::default());
        self.y = self.top;
    }

    /// Turns the page when this does not fit on it any more.
    pub(super) fn need(&mut self, height: f32) {
        if height > self.left_over() && self.y > self.top {
            self.turn();
        }
    }

    /// Room that is not needed at the top of a page.
    pub(super) fn space(&mut self, height: f32) {
        if self.y > self.top {
            self.y += height;
        }
    }

    /// Goes down to a place on the first page.
    pub(super) fn down_to(&mut self, y: f32) {
        if self.filled.len() == 1 {
            self.y = self.y.max(y);
        }
    }

    pub(super) fn rule(&mut self, left: f32, right: f32, thick: f32, colour: Colour) {
        let fill = Fill { left, top: self.y, right, bottom: self.y + thick, colour };
        self.fill(self.filled.len() - 1, fill);
        self.y += thick;
    }

    pub(super) fn fill(&mut self, page: usize, fill: Fill) {
        if let Some(page) = self.filled.get_mut(page) {
            page.fills.push(fill);
        }
    }

    /// Keeps lines on one page, if they fit on one.
    pub(super) fn together(&mut self, lines: &[Line], style: Style) {
        self.need(height(lines.len(), style).min(self.whole()));
    }

    /// Turns the page when the first lines would not stand on it.
    pub(super) fn need_first(&mut self, lines: &[Line], style: Style) {
        self.need(height(self.first(lines.len(), style), style));
    }

    /// How many of so many lines come on this page: no line stands alone on either side.
    fn first(&self, lines: usize, style: Style) -> usize {
        let mut fit = 0;
        while fit < lines && height(fit + 1, style) <= self.left_over() {
            fit += 1;
        }
        match (fit, lines - fit) {
            (_, 0) => fit,
            (0, _) => lines.min(2),
            _ if lines <= 3 || fit < 2 => lines.min(3),
            (_, 1) => fit - 1,
            _ => fit,
        }
    }

    /// Sets lines below each other as one part of the tree, over as many pages as it takes.
    pub(super) fn paragraph(
        &mut self,
        tree: &mut Tree,
        parent: usize,
        role: Role,
        lines: &[Line],
        style: Style,
        x: f32,
    ) -> Vec<Span> {
        if lines.is_empty() {
            return Vec::new();
        }
        let node = tree.add(parent, role);
        let mut rest = lines;
        let mut spans = Vec::new();
        while !rest.is_empty() {
            let mut now = self.first(rest.len(), style);
            if height(now, style) > self.left_over() && self.y > self.top {
                self.turn();
                now = self.first(rest.len(), style);
            }
            let (these, later) = rest.split_at(now.clamp(1, rest.len()));
            let top = self.y;
            for line in these {
                self.line(tree, node, line, style, x);
                self.y += style.lead;
            }
            spans.push((self.filled.len() - 1, top, self.y));
            rest = later;
            if !rest.is_empty() {
                self.turn();
            }
        }
        spans
    }

    /// Sets a line at the height where the next goes, without going down.
    pub(super) fn line(&mut self, tree: &mut Tree, node: usize, line: &Line, style: Style, x: f32) {
        let mut x = x;
        for piece in line {
            let strong = piece.strong && !style.bold;
            let under = if strong { tree.add(node, Role::Strong) } else { node };
            let bold = piece.strong || style.bold;
            let at = self.ink(&piece.text, Style { bold, ..style }, x, false);
            tree.hang(under, Kid::Text(self.filled.len() - 1, at));
            x += width_of(&[crate::lines::Piece { text: piece.text.clone(), strong: bold }], style.size);
        }
    }

    /// A short text at the height where the next line goes, without going down.
    pub(super) fn beside(&mut self, tree: &mut Tree, node: usize, text: &str, style: Style, x: f32) {
        let at = self.ink(text, style, x, false);
        tree.hang(node, Kid::Text(self.filled.len() - 1, at));
    }

    /// A line that is said elsewhere already.
    pub(super) fn again(&mut self, line: &Line, style: Style, x: f32) {
        let mut x = x;
        for piece in line {
            self.ink(&piece.text, style, x, true);
            x += width_of(std::slice::from_ref(piece), style.size);
        }
    }

    fn ink(&mut self, text: &str, style: Style, x: f32, repeated: bool) -> usize {
        let ink = Ink {
            x,
            baseline: self.y + (style.lead - style.size) / 2.0 + style.size * 0.8,
            size: style.size,
            bold: style.bold,
            colour: style.colour,
            text: text.to_owned(),
            repeated,
        };
        let Some(page) = self.filled.last_mut() else { return 0 };
        page.texts.push(ink);
        page.texts.len() - 1
    }
}

/// The height of so many lines.
pub(super) fn height(lines: usize, style: Style) -> f32 {
    u16::try_from(lines).map_or(f32::MAX, |n| f32::from(n) * style.lead)
}
