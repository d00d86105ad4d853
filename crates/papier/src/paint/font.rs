//! The letter type in the file: only the glyphs that are used, and what each of them says.

use std::collections::BTreeMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish as _, Name, Pdf, Rect, Ref, Str};
use subsetter::GlyphRemapper;

use super::{Numbers, packed};
use crate::Fault;
use crate::face::{Glyph, Weight, weight};

const IDENTITY: SystemInfo<'_> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// A stretch of glyphs that is marked as one.
pub(super) struct Shown {
    /// Bytes of glyphs, and how much nearer the next come, in thousandths of the size.
    pub(super) parts: Vec<(Vec<u8>, f32)>,
    /// How wide it is, in thousandths of the size.
    pub(super) width: f32,
    /// What it says, where the glyphs say something else.
    pub(super) instead: Option<String>,
}

/// A weight as far as it is used.
#[derive(Default)]
struct Used {
    glyphs: GlyphRemapper,
    /// What each glyph says, by its number in the file, and how wide it is.
    says: BTreeMap<u16, (char, f32)>,
}

impl Used {
    /// The number of a glyph in the file, and whether it says what is meant.
    fn take(&mut self, glyph: &Glyph) -> (u16, bool) {
        let id = self.glyphs.remap(glyph.id);
        let meant = if glyph.known { glyph.letter } else { '\u{25a1}' };
        let (says, _) = *self.says.entry(id).or_insert((meant, glyph.advance));
        (id, glyph.known && says == glyph.letter)
    }
}

/// The two weights.
pub(super) struct Fonts {
    regular: Used,
    bold: Used,
}

impl Fonts {
    pub(super) fn new() -> Self {
        Self { regular: Used::default(), bold: Used::default() }
    }

    /// What a weight is called on a page.
    pub(super) const fn name(bold: bool) -> &'static str {
        if bold { "F1" } else { "F0" }
    }

    /// The stretches of a text: what glyphs say by themselves apart from what they stand for.
    pub(super) fn shown(&mut self, text: &str, bold: bool) -> Vec<Shown> {
        let used = if bold { &mut self.bold } else { &mut self.regular };
        let mut out: Vec<Shown> = Vec::new();
        for glyph in weight(bold).glyphs(text) {
            let (id, plain) = used.take(&glyph);
            let same = out.last().is_some_and(|last| last.instead.is_none() == plain);
            if !same {
                let instead = (!plain).then(String::new);
                out.push(Shown { parts: vec![(Vec::new(), 0.0)], width: 0.0, instead });
            }
            let Some(last) = out.last_mut() else { continue };
            if let Some(said) = &mut last.instead {
                said.push(glyph.letter);
            }
            last.width += glyph.advance + glyph.kern;
            if let Some((bytes, nearer)) = last.parts.last_mut() {
                bytes.extend(id.to_be_bytes());
                *nearer = glyph.kern;
            }
            if glyph.kern != 0.0 {
                last.parts.push((Vec::new(), 0.0));
            }
        }
        for shown in &mut out {
            shown.parts.retain(|(bytes, _)| !bytes.is_empty());
        }
        out
    }

    /// Writes the weights that are used, and says under which name each is known.
    pub(super) fn write(&self, pdf: &mut Pdf, numbers: &mut Numbers) -> Result<Vec<(String, Ref)>, Fault> {
        let mut out = Vec::new();
        for (bold, used) in [(false, &self.regular), (true, &self.bold)] {
            if !used.says.is_empty() {
                out.push((Self::name(bold).to_owned(), write(pdf, numbers, weight(bold), used)?));
            }
        }
        Ok(out)
    }
}

fn write(pdf: &mut Pdf, numbers: &mut Numbers, weight: &Weight, used: &Used) -> Result<Ref, Fault> {
    let face = weight.face.as_ref().ok_or_else(|| Fault::Font("it cannot be read".to_owned()))?;
    let file = subsetter::subset(weight.data, 0, &used.glyphs).map_err(|e| Fault::Font(e.to_string()))?;
    let (font, cid, descriptor, data, cmap) =
        (numbers.next(), numbers.next(), numbers.next(), numbers.next(), numbers.next());
    // A subset has six letters before its name; which is free.
    let name = format!("LLLOOP+{}", weight.name);
    let per_em = f32::from(face.units_per_em());
    let scale = |units: i16| f32::from(units) * 1000.0 / per_em;

    pdf.type0_font(font)
        .base_font(Name(name.as_bytes()))
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(cmap);
    let mut cid_font = pdf.cid_font(cid);
    cid_font.subtype(CidFontType::Type2).base_font(Name(name.as_bytes())).system_info(IDENTITY);
    cid_font.font_descriptor(descriptor).default_width(0.0).cid_to_gid_map_predefined(Name(b"Identity"));
    let mut widths = cid_font.widths();
    for (id, (_, width)) in &used.says {
        widths.consecutive(*id, [*width]);
    }
    widths.finish();
    cid_font.finish();

    let bbox = face.global_bounding_box();
    pdf.font_descriptor(descriptor)
        .name(Name(name.as_bytes()))
        .flags(FontFlags::NON_SYMBOLIC)
        .bbox(Rect::new(scale(bbox.x_min), scale(bbox.y_min), scale(bbox.x_max), scale(bbox.y_max)))
        .italic_angle(0.0)
        .ascent(scale(face.ascender()))
        .descent(scale(face.descender()))
        .cap_height(scale(face.capital_height().unwrap_or_else(|| face.ascender())))
        .stem_v(f32::from(face.weight().to_number()) / 5.0)
        .font_file2(data);
    let bytes = packed(&file);
    let mut stream = pdf.stream(data, &bytes);
    stream.filter(Filter::FlateDecode);
    stream.pair(Name(b"Length1"), i32::try_from(file.len()).unwrap_or(i32::MAX));
    stream.finish();

    let mut map = UnicodeCmap::new(Name(b"Adobe-Identity-UCS"), IDENTITY);
    for (id, (letter, _)) in &used.says {
        map.pair(*id, *letter);
    }
    let bytes = packed(&map.finish());
    pdf.cmap(cmap, &bytes).filter(Filter::FlateDecode);
    Ok(font)
}
