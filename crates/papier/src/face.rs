//! The letter type: which glyph a letter has, how wide it is, and what is done with a letter that it lacks.

use std::sync::LazyLock;

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId};
use unicode_normalization::UnicodeNormalization as _;

/// Stands for a letter that the letter type lacks.
const BOX: char = '\u{25a1}';

/// A weight of the letter type.
pub(crate) struct Weight {
    /// The file.
    pub(crate) data: &'static [u8],
    /// Its name in a PDF.
    pub(crate) name: &'static str,
    pub(crate) face: Option<Face<'static>>,
}

impl Weight {
    fn new(data: &'static [u8], name: &'static str) -> Self {
        Self { data, name, face: Face::parse(data, 0).ok() }
    }
}

static REGULAR: LazyLock<Weight> =
    LazyLock::new(|| Weight::new(include_bytes!("../font/LeerloopSans-Regular.ttf"), "LeerloopSans-Regular"));
static BOLD: LazyLock<Weight> =
    LazyLock::new(|| Weight::new(include_bytes!("../font/LeerloopSans-Bold.ttf"), "LeerloopSans-Bold"));

/// The letter type in a weight.
pub(crate) fn weight(bold: bool) -> &'static Weight {
    if bold { &BOLD } else { &REGULAR }
}

/// A letter as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// How far the next letter stands, in thousandths of the size.
    pub(crate) advance: f32,
    /// How much nearer the next letter comes because of what it is.
    pub(crate) kern: f32,
    /// What it says.
    pub(crate) letter: char,
    /// Whether the letter type has it.
    pub(crate) known: bool,
}

impl Weight {
    /// The glyphs of a line.
    pub(crate) fn glyphs(&self, text: &str) -> Vec<Glyph> {
        let Some(face) = &self.face else { return Vec::new() };
        let per_em = f32::from(face.units_per_em());
        let scale = |units: f32| units * 1000.0 / per_em;
        let mut out: Vec<Glyph> = Vec::with_capacity(text.len());
        for letter in text.chars() {
            let letter = if letter == '\u{a0}' { ' ' } else { letter };
            let found = face.glyph_index(letter);
            let id = found.or_else(|| face.glyph_index(BOX)).unwrap_or(GlyphId(0));
            let advance = face.glyph_hor_advance(id).map_or(0.0, |w| scale(f32::from(w)));
            if let Some(before) = out.last_mut() {
                before.kern = scale(f32::from(kern(face, GlyphId(before.id), id)));
            }
            out.push(Glyph { id: id.0, advance, kern: 0.0, letter, known: found.is_some() });
        }
        out
    }

    /// How wide a text is at a size.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        self.glyphs(text).iter().map(|g| g.advance + g.kern).sum::<f32>() * size / 1000.0
    }
}

/// How much the second glyph moves towards the first. The file holds the table of this alone.
fn kern(face: &Face<'_>, first: GlyphId, second: GlyphId) -> i16 {
    let Some(table) = face.tables().gpos else { return 0 };
    let pair = |subtable: PositioningSubtable<'_>| match subtable {
        PositioningSubtable::Pair(PairAdjustment::Format1 { coverage, sets }) => {
            sets.get(coverage.get(first)?)?.get(second).map(|(value, _)| value.x_advance)
        }
        PositioningSubtable::Pair(PairAdjustment::Format2 { coverage, classes, matrix }) => {
            coverage.get(first)?;
            matrix.get((classes.0.get(first), classes.1.get(second))).map(|(value, _)| value.x_advance)
        }
        _ => None,
    };
    table
        .lookups
        .into_iter()
        .filter_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable<'_>>().find_map(pair))
        .sum()
}

/// Text as it is set: accents joined to their letter, what cannot be seen left out.
pub(crate) fn clean(text: &str) -> String {
    text.nfc()
        .filter_map(|c| match c {
            '\n' => Some('\n'),
            '\t' | '\u{2000}'..='\u{200a}' => Some(' '),
            '\u{202f}' => Some('\u{a0}'),
            // Invisible by themselves: soft hyphens, joiners, marks of direction, byte order marks.
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' => None,
            c if c.is_control() || (u32::from(c) & 0xfffe) == 0xfffe => None,
            c => Some(c),
        })
        .collect()
}

/// The letters of a text that the letter type lacks, each once. They are printed as a box, and keep their meaning for who
/// listens or copies.
pub fn missing(text: &str) -> Vec<char> {
    let Some(face) = &weight(false).face else { return Vec::new() };
    let mut out = Vec::new();
    for c in clean(text).chars().filter(|c| !matches!(c, '\n' | '\u{a0}')) {
        if face.glyph_index(c).is_none() && !out.contains(&c) {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn european_names_have_all_their_letters() {
        let names = "Şükrü Yılmaz İğneci Ćwikła Żółw Đorđević Šimůnek Łukasz Ægir Þór Ŵyn Ñandú Zoë François \
            Αλέξης Ιωάννου Олександр Ґалаґан Σωκράτης Nguyễn Thị Ẵng ẞ € ☐ ✓ • – — ‘a’ “b” …";
        assert_eq!(missing(names), Vec::<char>::new());
        // What a keyboard elsewhere gives: letter and accent apart.
        assert_eq!(missing("Zoe\u{308} S\u{327}u\u{308}kru\u{308}"), Vec::<char>::new());
        assert_eq!(clean("Zoe\u{308}"), "Zoë");
    }

    #[test]
    fn letters_that_are_missing_are_told() {
        assert_eq!(missing("Ali علي x 王"), ['ع', 'ل', 'ي', '王']);
        let glyphs = weight(false).glyphs("ع");
        assert_eq!(glyphs.len(), 1);
        assert!(!glyphs[0].known && glyphs[0].id != 0 && glyphs[0].advance > 0.0);
    }

    #[test]
    fn the_two_weights_hold_the_same_letters() {
        let all = |bold: bool| {
            let face = weight(bold).face.as_ref().unwrap();
            (0x20..0x3000).filter_map(char::from_u32).filter(|c| face.glyph_index(*c).is_some()).count()
        };
        assert_eq!(all(false), all(true));
        assert!(all(false) > 900, "{}", all(false));
    }

    #[test]
    fn letters_that_fit_stand_nearer() {
        let glyphs = weight(false).glyphs("Te");
        assert!(glyphs[0].kern < 0.0, "{glyphs:?}");
        assert!(
            weight(false).width("Te", 10.0) < weight(false).width("T", 10.0) + weight(false).width("e", 10.0)
        );
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(clean("a\u{200b}b\u{ad}c\u{0}\u{feff}\td\u{202f}e\r\nf\u{fffe}"), "abc d\u{a0}e\nf");
    }
}
