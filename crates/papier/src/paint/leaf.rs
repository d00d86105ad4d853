//! The content of a page. Everything on it is marked: as part of the tree, or as there for the eye only.

use pdf_writer::types::{ArtifactSubtype, ArtifactType};
use pdf_writer::{Content, Finish as _, Name, Str, TextStr};

use super::font::{Fonts, Shown};
use crate::Document;
use crate::face::weight;
use crate::place::{Colour, HEIGHT, Ink, LEFT, Page, RIGHT};

/// Where the foot of a page stands.
const FOOT: f32 = HEIGHT - 38.0;
const FOOT_SIZE: f32 = 8.5;

/// The foot of a page: who it is of, and the number.
pub(super) fn foot(document: &Document, nr: usize, of: usize) -> Vec<Ink> {
    let (page, out_of) = &document.page_words;
    let number = format!("{page} {nr} {out_of} {of}");
    let right = RIGHT - weight(false).width(&number, FOOT_SIZE);
    let ink = |x: f32, text: String| Ink {
        x,
        baseline: FOOT,
        size: FOOT_SIZE,
        bold: false,
        colour: Colour::Subtle,
        text,
        repeated: true,
    };
    let mut left = crate::face::clean(&document.footer).replace('\n', " ");
    while weight(false).width(&left, FOOT_SIZE) > right - LEFT - 20.0 && left.pop().is_some() {}
    vec![ink(LEFT, left), ink(right, number)]
}

fn artifact(content: &mut Content, footer: bool) {
    let mut mark = content.begin_marked_content_with_properties(Name(b"Artifact"));
    let mut what = mark.properties().artifact();
    if footer {
        what.kind(ArtifactType::Pagination).subtype(ArtifactSubtype::Footer);
        what.attached([pdf_writer::types::ArtifactAttachment::Bottom]);
    } else {
        what.kind(ArtifactType::Layout);
    }
}

/// The operators of a page, and the numbers of the marked contents of each of its texts.
pub(super) fn content(page: &Page, foot: &[Ink], fonts: &mut Fonts) -> (Vec<u8>, Vec<Vec<i32>>) {
    let mut content = Content::new();
    let mut next = 0;
    for fill in &page.fills {
        artifact(&mut content, false);
        let [r, g, b] = fill.colour.rgb();
        content.set_fill_rgb(r, g, b);
        content.rect(fill.left, HEIGHT - fill.bottom, fill.right - fill.left, fill.bottom - fill.top);
        content.fill_nonzero();
        content.end_marked_content();
    }
    let mut marked = Vec::new();
    for ink in &page.texts {
        let mut own = Vec::new();
        let mut x = ink.x;
        for shown in fonts.shown(&ink.text, ink.bold) {
            if ink.repeated {
                artifact(&mut content, false);
            } else {
                let mut mark = content.begin_marked_content_with_properties(Name(b"Span"));
                let mut properties = mark.properties();
                properties.identify(next);
                // What the glyphs do not tell by themselves.
                if let Some(text) = &shown.instead {
                    properties.actual_text(TextStr(text));
                }
                properties.finish();
                mark.finish();
                own.push(next);
                next += 1;
            }
            show(&mut content, ink, &shown, x);
            content.end_marked_content();
            x += shown.width * ink.size / 1000.0;
        }
        marked.push(own);
    }
    for ink in foot {
        let mut x = ink.x;
        artifact(&mut content, true);
        for shown in fonts.shown(&ink.text, ink.bold) {
            show(&mut content, ink, &shown, x);
            x += shown.width * ink.size / 1000.0;
        }
        content.end_marked_content();
    }
    (content.finish().to_vec(), marked)
}

fn show(content: &mut Content, ink: &Ink, shown: &Shown, x: f32) {
    let [r, g, b] = ink.colour.rgb();
    content.begin_text();
    content.set_font(Name(Fonts::name(ink.bold).as_bytes()), ink.size);
    content.set_fill_rgb(r, g, b);
    content.set_text_matrix([1.0, 0.0, 0.0, 1.0, x, HEIGHT - ink.baseline]);
    let mut line = content.show_positioned();
    let mut items = line.items();
    for (bytes, nearer) in &shown.parts {
        items.show(Str(bytes));
        if *nearer != 0.0 {
            items.adjust(-*nearer);
        }
    }
    items.finish();
    line.finish();
    content.end_text();
}
