//! Writing the PDF: pages with their marked contents, the tree, bookmarks, and what the file says of itself.

mod font;
mod leaf;
mod meta;
mod structure;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::{Filter, Finish as _, Name, Pdf, Rect, Ref, TextStr};

use crate::place::{HEIGHT, Placed, WIDTH};
use crate::{Document, Fault};
use font::Fonts;

/// Numbers for the objects of a file, one after another.
pub(crate) struct Numbers(i32);

impl Numbers {
    pub(crate) fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// A page as it stands in the file.
pub(crate) struct Sheet {
    pub(crate) page: Ref,
    /// The numbers of the marked contents of each text of the page.
    pub(crate) marked: Vec<Vec<i32>>,
    pub(crate) content: Vec<u8>,
}

pub(crate) fn packed(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut out = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing to memory cannot fail.
    let _ = out.write_all(bytes);
    out.finish().unwrap_or_default()
}

/// Writes a document.
pub(crate) fn paint(document: &Document, placed: &Placed) -> Result<Vec<u8>, Fault> {
    let mut pdf = Pdf::new();
    pdf.set_version(1, 7);
    let mut numbers = Numbers(0);
    let (catalog, pages, info, metadata) = (numbers.next(), numbers.next(), numbers.next(), numbers.next());
    let mut fonts = Fonts::new();
    let sheets: Vec<Sheet> = placed
        .pages
        .iter()
        .enumerate()
        .map(|(nr, page)| {
            let foot = leaf::foot(document, nr + 1, placed.pages.len());
            let (content, marked) = leaf::content(page, &foot, &mut fonts);
            Sheet { page: numbers.next(), marked, content }
        })
        .collect();

    let font_refs = fonts.write(&mut pdf, &mut numbers)?;
    let elements = structure::elements(&mut pdf, &mut numbers, &placed.tree, &sheets);
    let outline = meta::outline(&mut pdf, &mut numbers, &placed.marks, &sheets);
    for (sheet, key) in sheets.iter().zip(0_i32..) {
        let content = numbers.next();
        let mut page = pdf.page(sheet.page);
        page.parent(pages).media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT)).contents(content);
        page.struct_parents(key).tab_order(pdf_writer::types::TabOrder::StructureOrder);
        let mut resources = page.resources();
        let mut named = resources.fonts();
        for (name, font) in &font_refs {
            named.pair(Name(name.as_bytes()), *font);
        }
        named.finish();
        resources.finish();
        page.finish();
        let bytes = packed(&sheet.content);
        pdf.stream(content, &bytes).filter(Filter::FlateDecode);
    }
    let count = i32::try_from(sheets.len()).unwrap_or(i32::MAX);
    pdf.pages(pages).kids(sheets.iter().map(|s| s.page)).count(count);
    meta::info(&mut pdf, info, document);
    let xmp = meta::xmp(document);
    pdf.metadata(metadata, xmp.as_bytes());

    let mut root = pdf.catalog(catalog);
    root.pages(pages).metadata(metadata).lang(TextStr(&document.lang));
    if let Some(outline) = outline {
        root.outlines(outline);
    }
    root.viewer_preferences().display_doc_title(true);
    root.mark_info().marked(true).suspects(false);
    let mut tree = root.struct_tree_root();
    tree.child(elements.document);
    let mut parents = tree.parent_tree();
    let mut entries = parents.nums();
    for (key, list) in (0_i32..).zip(&elements.of_pages) {
        entries.insert(key, *list);
    }
    entries.finish();
    parents.finish();
    tree.parent_tree_next_key(count);
    tree.role_map().insert(Name(b"Strong"), pdf_writer::types::StructRole::Span);
    tree.finish();
    root.finish();
    Ok(pdf.finish())
}
